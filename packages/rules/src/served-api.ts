import type { ApiResource } from "@authgraph/kubernetes";
import { indexNames, type NameIndex, nearName } from "./near-names.ts";

/** What a server serves, to be asked whether a word of a rule names any of it. */
export interface ServedApi {
  /** Groups that nobody but Kubernetes serves: what they do not hold does not exist. */
  readonly ownGroups: ReadonlySet<string>;
  /** By plural, in the order of discovery. */
  readonly byResource: ReadonlyMap<string, readonly ApiResource[]>;
  /** Singular, kind and short names, in lower case. */
  readonly byAlias: ReadonlyMap<string, readonly ApiResource[]>;
  readonly byGroup: ReadonlyMap<string, readonly ApiResource[]>;
  readonly groupNames: NameIndex;
  /** Plurals of each group. */
  readonly pluralsOf: ReadonlyMap<string, NameIndex>;
}

/** Groups that have been emptied: nothing is served there any more. */
const emptiedGroups: readonly string[] = ["extensions"];

/** Resources that exist as questions only: never served, always asked for. */
const askedForOnly: Readonly<Record<string, readonly string[]>> = {
  "": ["users", "groups"],
  "authentication.k8s.io": ["users", "groups", "serviceaccounts", "uids", "userextras", "nodes"],
  "certificates.k8s.io": ["signers"],
};

/**
 * Subresources of the same kind: those of nodes stand for parts of the kubelet's own API (pkg/kubelet/server/auth.go),
 * `finalizers` is asked for when an owner is set (plugin/pkg/admission/gc).
 */
const kubeletSubresources: readonly string[] = [
  "checkpoint",
  "configz",
  "flagz",
  "healthz",
  "log",
  "metrics",
  "pods",
  "spec",
  "stats",
  "statusz",
];

const indexes = new WeakMap<readonly ApiResource[], ServedApi>();

export function servedApi(resources: readonly ApiResource[]): ServedApi {
  const known = indexes.get(resources);
  if (known !== undefined) return known;
  const byResource = new Map<string, ApiResource[]>();
  const byAlias = new Map<string, ApiResource[]>();
  const byGroup = new Map<string, ApiResource[]>();
  for (const one of resources) {
    append(byResource, one.resource, one);
    append(byGroup, one.group, one);
    for (const alias of new Set([one.singular, one.kind.toLowerCase(), ...one.shortNames])) append(byAlias, alias, one);
  }
  const ownGroups = new Set([...byGroup.keys(), ...emptiedGroups]);
  const plurals = [...byGroup].map(([group, all]) => [group, indexNames(all.map(({ resource }) => resource))] as const);
  const groupNames = indexNames(byGroup.keys());
  const api: ServedApi = { ownGroups, byResource, byAlias, byGroup, groupNames, pluralsOf: new Map(plurals) };
  indexes.set(resources, api);
  return api;
}

/** The resource of that name in one of the groups; without a version, the preferred one. */
export function servedIn(api: ServedApi, groups: readonly string[], resource: string): readonly ApiResource[] {
  return (api.byResource.get(resource) ?? []).filter(({ group }) => groups.includes(group));
}

/** Whether authorizers ask for such a resource although no server lists it. */
export function isAskedForOnly(groups: readonly string[], resource: string): boolean {
  return groups.some((group) => askedForOnly[group]?.includes(resource) === true);
}

/** Whether a subresource is asked for although no server lists it. */
export function isSubresourceAskedFor(resource: string, subresource: string): boolean {
  return subresource === "finalizers" || (resource === "nodes" && kubeletSubresources.includes(subresource));
}

/** The resource that somebody means by another word: a singular, a kind, a short name, a slip. */
export function meantResource(api: ServedApi, groups: readonly string[], word: string): ApiResource | undefined {
  const called = api.byAlias.get(word.toLowerCase()) ?? [];
  const alias = called.find(({ group }) => groups.includes(group));
  if (alias !== undefined) return alias;
  for (const group of groups) {
    const plurals = api.pluralsOf.get(group);
    const near = plurals === undefined ? undefined : nearName(word, plurals)?.name;
    const found = api.byGroup.get(group)?.find(({ resource }) => resource === near);
    if (found !== undefined) return found;
  }
  // A singular says enough to be looked for in every group; a short name does not.
  return called.find(
    ({ singular, kind }) => singular === word.toLowerCase() || kind.toLowerCase() === word.toLowerCase(),
  );
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
