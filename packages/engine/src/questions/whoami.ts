import { type AccessGraph, type FoundCredential, foundCredentials } from "@authgraph/graph";
import { type Identity, nodesGroup, nodeUserPrefix } from "@authgraph/kubernetes";
import { type IdentityPower, identityPower } from "@authgraph/rules";
import type { Origin } from "@authgraph/source";
import type { LoadedGraph } from "../load-graph.ts";

/** Every credential of the inputs, the strongest first. */
export interface WhoamiAnswer {
  /** The time that expiry is judged by (RFC 3339). */
  readonly at: string;
  readonly credentials: readonly RatedCredential[];
}

export interface RatedCredential extends FoundCredential {
  /** The most that its holder can do; undefined: nothing is known beyond what everybody may. */
  readonly power: IdentityPower | undefined;
  /** At the time that is asked about. */
  readonly expired: boolean;
}

/** Lists the credentials of the inputs: who each becomes, and what that is worth. */
export function whoami({ graph, minor }: LoadedGraph, at: string): WhoamiAnswer {
  const credentials = foundCredentials(graph, at).map((found): RatedCredential => {
    const { identity, notAfter } = found;
    const power = identity === undefined ? undefined : powerOf(graph, minor, identity);
    return { ...found, power, expired: notAfter !== undefined && Date.parse(notAfter) < Date.parse(at) };
  });
  return { at, credentials: credentials.sort(byWorth) };
}

function powerOf(graph: AccessGraph, minor: string, identity: Identity): IdentityPower | undefined {
  const starting = graph.apiServers.filter(({ refusals }) => refusals.length === 0);
  if (starting.some(({ authorizers }) => authorizers.some(({ kind }) => kind === "AlwaysAllow"))) {
    return { level: 1, text: "can do everything, as anybody here: AlwaysAllow" };
  }
  const powers = [identityPower(graph, minor, identity), powerByKubeadm(graph, identity), powerOfNode(identity)];
  const known = powers.filter((power) => power !== undefined).sort((one, other) => one.level - other.level);
  // What is left is what everybody has: to ask who one is, and whether the server is well.
  return known.find(({ level }) => level < 6);
}

/** kubeadm's own binding is not assumed to be there, and the one that makes administrators nearly always is. */
function powerByKubeadm({ inventory }: AccessGraph, { groups }: Identity): IdentityPower | undefined {
  const isAdmin = inventory.shipped.kubeadm.bindings.some(
    ({ roleRef, subjects }) =>
      roleRef.name.value === "cluster-admin" &&
      subjects.some(({ kind, name }) => kind === "Group" && groups.includes(name.value)),
  );
  return isAdmin ? { level: 1, text: "is cluster-admin where kubeadm made the cluster" } : undefined;
}

/** As the rules rate a node: what its pods have, and no more. */
function powerOfNode({ user, groups }: Identity): IdentityPower | undefined {
  if (!user.startsWith(nodeUserPrefix) || !groups.includes(nodesGroup)) return undefined;
  return { level: 3, text: "acts as the kubelet of its node, with what the pods there have" };
}

/** Who can be used first, then by power, then by place. */
function byWorth(one: RatedCredential, other: RatedCredential): number {
  const rank = ({ power, usability }: RatedCredential): number =>
    (usability.usable === "no" ? 10 : 0) + (power?.level ?? 7);
  return rank(one) - rank(other) || byPlace(one.origin, other.origin);
}

function byPlace(one: Origin, other: Origin): number {
  if (one.kind !== "text" || other.kind !== "text") return 0;
  const [a, b] = [one.source.path, other.source.path];
  return a === b ? one.start - other.start : a < b ? -1 : 1;
}
