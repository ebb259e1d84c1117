/** A URL as Go's net/url.Parse takes it, as far as a server asks for it. */
export type GoUrl =
  | {
      readonly outcome: "read";
      readonly scheme: string;
      readonly hasUser: boolean;
      readonly hasQuery: boolean;
      readonly hasFragment: boolean;
    }
  | { readonly outcome: "refused"; readonly problem: string };

/** Reads a URL; a text without a scheme is a path. */
export function goUrl(text: string): GoUrl {
  const refused = (problem: string): GoUrl => {
    return { outcome: "refused", problem: `parse ${JSON.stringify(text)}: ${problem}` };
  };
  if (/[\u0000-\u001f\u007f]/.test(text)) return refused("net/url: invalid control character in URL");
  const hash = text.indexOf("#");
  const beforeFragment = hash < 0 ? text : text.slice(0, hash);
  if (text === "") return { outcome: "read", scheme: "", hasUser: false, hasQuery: false, hasFragment: false };
  const [, written = ""] = /^([A-Za-z][A-Za-z\d+.-]*):/.exec(beforeFragment) ?? [];
  if (written === "" && beforeFragment.startsWith(":")) return refused("missing protocol scheme");
  const rest = written === "" ? beforeFragment : beforeFragment.slice(written.length + 1);
  const question = rest.indexOf("?");
  const path = question < 0 ? rest : rest.slice(0, question);
  if (written === "" && !path.startsWith("/") && (path.split("/", 1)[0] ?? "").includes(":")) {
    return refused("first path segment in URL cannot contain colon");
  }
  const authority = /^\/\/([^/]*)/.exec(path)?.[1] ?? "";
  const problem = authorityProblem(authority) ?? escapeProblem(path);
  if (problem !== undefined) return refused(problem);
  return {
    outcome: "read",
    scheme: written.toLowerCase(),
    hasUser: authority.includes("@"),
    hasQuery: question >= 0 && rest.length > question + 1,
    hasFragment: hash >= 0 && text.length > hash + 1,
  };
}

function authorityProblem(authority: string): string | undefined {
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  if (host.startsWith("[")) return host.includes("]") ? undefined : "missing ']' in host";
  const port = host.includes(":") ? host.slice(host.lastIndexOf(":")) : "";
  if (port !== "" && !/^:\d*$/.test(port)) return `invalid port ${JSON.stringify(port)} after host`;
  const bad = /[\s<>"`{}|\\^]/.exec(host)?.[0];
  return bad === undefined ? undefined : `invalid character ${JSON.stringify(bad)} in host name`;
}

function escapeProblem(path: string): string | undefined {
  const bad = /%(?![\da-fA-F]{2}).{0,2}/.exec(path)?.[0];
  return bad === undefined ? undefined : `invalid URL escape ${JSON.stringify(bad)}`;
}

/** A text without users and passwords in its URLs: a token may stand as either. */
export function withoutUserInfo(text: string): string {
  return text.replace(/(\/\/)[^/@\s"]+@/g, "$1(not shown)@");
}
