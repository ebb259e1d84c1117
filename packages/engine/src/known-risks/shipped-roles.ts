import {
  type Access,
  type AccessGraph,
  accessOf,
  accessWords,
  type Grant,
  grantsIfBound,
  parseAccessWords,
  type Scope,
} from "@authgraph/graph";
import type { RiskIdentity } from "@authgraph/rules";
import { grantsOfRisk } from "./access-of-risk.ts";
import type { KnownRisk, ShippedRole } from "./known-risk.ts";

/** What is held, and apart from it the shipped roles, which a cluster widens by itself when it is upgraded. */
export type HeldAccess = Pick<KnownRisk, "access" | "shipped">;

/** What is behind a risk, parted into what somebody wrote and what Kubernetes ships. */
export function heldThrough(graph: AccessGraph, identity: RiskIdentity): HeldAccess {
  const own: Grant[] = [];
  const shipped = new Map<string, ShippedRole>();
  for (const grant of grantsOfRisk(graph, identity)) {
    const { role, rule, scope } = grant;
    // What the inputs hold under the name of a shipped role may be a part of it.
    if (role.entry.object.origin.kind === "text" || !role.isShipped(rule)) {
      own.push(grant);
      continue;
    }
    const held: ShippedRole = { key: role.entry.key, scope };
    shipped.set(shippedRoleWords(held), held);
  }
  return { access: accessOf(own), shipped: [...shipped.values()] };
}

/** What a known risk stands for in a cluster as it is now. */
export function knownAccess({ access, shipped }: HeldAccess, graph: AccessGraph): readonly Access[] {
  return [...access, ...shipped.flatMap(({ key, scope }) => accessOf(givenBy(graph, key, scope)))];
}

function* givenBy({ inventory, effectiveRole }: AccessGraph, key: string, scope: Scope): Iterable<Grant> {
  for (const entry of inventory.roles.get(key) ?? []) {
    const role = effectiveRole(entry);
    for (const grant of grantsIfBound(role)) if (role.isShipped(grant.rule)) yield { ...grant, scope };
  }
}

/** `all of ClusterRole edit in namespace web` */
export function shippedRoleWords({ key, scope }: ShippedRole): string {
  const [, kind = "", namespace = "", name = ""] = key.split("/");
  return `all of ${kind} ${namespace === "" ? "" : `${namespace}/`}${name} ${scopeWords(scope)}`;
}

/** What `shippedRoleWords` wrote; undefined where the text is something else. */
export function parseShippedRole(words: string): ShippedRole | undefined {
  const [, kind, namespace, name, where] =
    /^all of (Cluster)?Role (?:([^\s/]+)\/)?([^\s/]+) (in .+)$/.exec(words) ?? [];
  if (name === undefined || where === undefined || (kind === undefined) !== (namespace !== undefined)) return undefined;
  const scope = parseAccessWords(`${anything}${where}`)?.scope;
  const key = `rbac.authorization.k8s.io/${kind ?? ""}Role/${namespace ?? ""}/${name}`;
  return scope && { key, scope };
}

/** Scopes are written as they are for any access. */
const anything = "get x ";

function scopeWords(scope: Scope): string {
  const lists = { apiGroups: [""], resources: ["x"], resourceNames: [], nonResourceURLs: [] };
  return accessWords({ scope, verbs: ["get"], ...lists }).slice(anything.length);
}
