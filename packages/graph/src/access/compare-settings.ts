import type { Origin } from "@authgraph/source";
import type { AccessGraph, AnonymousAccess, ApiServer, AuthorizationModes } from "../types.ts";
import type { SettingChange } from "./compare-access.ts";

/** What changed in who is let in and who is asked, server by server. */
export function compareSettings(before: AccessGraph, after: AccessGraph): readonly SettingChange[] {
  return pairsOf(before.apiServers, after.apiServers).flatMap(([was, is]) => {
    const server = (is.assumed ? was : is).instance;
    const name = server === "assumed" ? "kube-apiserver" : server;
    return [anonymousChange(was, is), modesChange(was, is), tokenFileChange(was, is)]
      .filter((change) => change !== undefined)
      .map((change) => ({ ...change, setting: `${name}: ${change.setting}` }));
  });
}

/**
 * Servers of the same name. What only one side describes is compared with what is assumed of the other, or with the one
 * that it has; a server more beside others of its kind changes nothing that can be compared.
 */
function pairsOf(
  before: readonly ApiServer[],
  after: readonly ApiServer[],
): readonly (readonly [ApiServer, ApiServer])[] {
  const was = byInstance(before);
  const [firstBefore] = before;
  const [firstAfter] = after;
  if (firstAfter?.assumed === true) return before.map((server) => [server, firstAfter]);
  // Several files may describe one server, each otherwise: the first of them is the first of before.
  return [...byInstance(after)].flatMap(([instance, servers]) =>
    servers.flatMap((server, at) => {
      const namesakes = was.get(instance);
      const same = namesakes?.[at] ?? namesakes?.at(-1) ?? firstBefore;
      return same === undefined ? [] : [[same, server] as const];
    }),
  );
}

function byInstance(servers: readonly ApiServer[]): ReadonlyMap<string, readonly ApiServer[]> {
  const known = new Map<string, ApiServer[]>();
  for (const server of servers) {
    const namesakes = known.get(server.instance);
    if (namesakes === undefined) known.set(server.instance, [server]);
    else namesakes.push(server);
  }
  return known;
}

type Change = SettingChange | undefined;

function anonymousChange({ anonymous: was }: ApiServer, { anonymous: is }: ApiServer): Change {
  const [before, after] = [anonymousWords(was.value), anonymousWords(is.value)];
  if (before === after) return undefined;
  return {
    setting: "anonymous requests",
    before,
    after,
    wider: letsMoreIn(was.value, is.value),
    origin: where(was, is),
  };
}

function anonymousWords(anonymous: AnonymousAccess): string {
  switch (anonymous.access) {
    case "off":
      return "refused";
    case "all-paths":
      return "let in";
    case "some-paths":
      return `let in at ${pathsOf(anonymous).join(", ")}`;
    case "unknown":
      return `not known: ${anonymous.assumption.text}`;
  }
}

function pathsOf(anonymous: AnonymousAccess): readonly string[] {
  if (anonymous.access !== "some-paths") return [];
  return [...new Set(anonymous.paths.map(({ value }) => value))].sort();
}

/** How far each lets in; what is not known may be everything. */
const reach = { off: 0, "some-paths": 1, unknown: 2, "all-paths": 3 };

function letsMoreIn(was: AnonymousAccess, is: AnonymousAccess): boolean {
  const known = new Set(pathsOf(was));
  if (was.access === "some-paths" && is.access === "some-paths") return pathsOf(is).some((path) => !known.has(path));
  return reach[is.access] > reach[was.access];
}

function modesChange({ authorization: was }: ApiServer, { authorization: is }: ApiServer): Change {
  const [before, after] = [modesWords(was.value), modesWords(is.value)];
  if (before === after) return undefined;
  return {
    setting: "authorization modes",
    before,
    after,
    wider: allowsMore(was.value, is.value),
    origin: where(was, is),
  };
}

function modesWords(modes: AuthorizationModes): string {
  return modes.known ? modes.modes.map(({ value }) => value).join(", ") : `not known: ${modes.assumption.text}`;
}

/**
 * Every mode but AlwaysDeny may allow what the others do not. Of the order only the webhook's place counts: it alone can
 * refuse before the ones after it are asked.
 */
function allowsMore(was: AuthorizationModes, is: AuthorizationModes): boolean {
  if (!is.known) return was.known;
  if (!was.known) return has(is, "AlwaysAllow");
  if (has(was, "AlwaysAllow")) return false;
  const known = new Set(was.modes.map(({ value }) => value));
  if (is.modes.some(({ value }) => value !== "AlwaysDeny" && !known.has(value))) return true;
  return askedBeforeWebhook(is).some((mode) => !askedBeforeWebhook(was).includes(mode));
}

function has(modes: AuthorizationModes, mode: string): boolean {
  return modes.known && modes.modes.some(({ value }) => value === mode);
}

/** All of them where there is no webhook. */
function askedBeforeWebhook(modes: AuthorizationModes): readonly string[] {
  if (!modes.known) return [];
  const all = modes.modes.map(({ value }) => value);
  const webhook = all.indexOf("Webhook");
  return webhook < 0 ? all : all.slice(0, webhook);
}

function tokenFileChange({ tokenAuthFile: was }: ApiServer, { tokenAuthFile: is }: ApiServer): Change {
  if (was?.value === is?.value) return undefined;
  const [before, after] = [was?.value ?? "none", is?.value ?? "none"];
  return { setting: "token file", before, after, wider: is !== undefined, origin: is?.origin ?? was?.origin };
}

/** A default stands nowhere: then the place where it was said otherwise. */
function where(was: { readonly origin: Origin }, is: { readonly origin: Origin }): Origin {
  return is.origin.kind === "built-in" ? was.origin : is.origin;
}
