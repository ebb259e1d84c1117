/** Whether an address or host name is the machine itself, and nothing else. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return bare === "localhost" || bare === "::1" || /^127(?:\.\d{1,3}){3}$/.test(bare);
}

/** Scheme and host of an URL as a flag lists it; undefined where it is none, or holds what is not filled in. */
export function urlParts(url: string): { readonly scheme: string; readonly host: string } | undefined {
  const [, scheme, host] = /^([a-z]+):\/\/(\[[^\]$<{]*\]|[^:/$<{[\]]+)(?::\d+)?(?:\/.*)?$/.exec(url.trim()) ?? [];
  return scheme === undefined || host === undefined ? undefined : { scheme, host };
}
