import type { AccessBinding, AccessRole } from "@authgraph/kubernetes";
import { subjectKey } from "@authgraph/kubernetes";
import { aggregateRoles, type RoleRules } from "./aggregation.ts";
import { assumptionsOf, readApiServers } from "./api-server.ts";
import { grantsThrough } from "./grants.ts";
import { byText } from "./order.ts";
import { roleResolver } from "./roles.ts";
import { bindingIsShipped, roleAsShipped, type ShippedObjects, shippedObjects } from "./shipped.ts";
import type {
  AccessGraph,
  BoundSubject,
  EffectiveRole,
  Entry,
  Grant,
  Inventory,
  ObjectKey,
  ResolvedBinding,
  Scope,
} from "./types.ts";

/**
 * Links subjects, bindings and roles of an inventory.
 *
 * What is kept is linear in what was written: grants are made when somebody walks over them, never stored.
 */
export function buildAccessGraph(inventory: Inventory): AccessGraph {
  const shipped = shippedObjects(inventory.shipped);
  const roles = effectiveRoles(inventory, shipped);
  const effectiveRole = (entry: Entry<AccessRole>) =>
    roles.get(entry) ?? makeRole(entry, { rules: entry.object.rules, uncertain: new Set() }, shipped);
  const resolve = roleResolver(inventory, effectiveRole);

  const bindings = [...inventory.bindings].sort(clusterWideFirst).map(
    (entry): ResolvedBinding => ({
      entry,
      scope: scopeOf(entry.namespace),
      resolution: resolve(entry),
      isShipped: bindingIsShipped(shipped, entry),
    }),
  );
  const index = indexBySubject(bindings);
  const variants = variantsByKey(bindings);
  const apiServers = readApiServers(inventory);

  return {
    inventory,
    bindings,
    roles: [...roles.values()],
    apiServers,
    assumptions: assumptionsOf(apiServers),
    subjectKeys: [...index.namespacesOf.keys()].sort(byText),
    grantsOf: (key) => grantsOf(index, key),
    grantsThrough,
    boundTo: (key, namespace) => index.bound.get(namespace)?.get(key) ?? [],
    variantsOf: (binding) => variants.get(binding.entry.key) ?? [binding],
    effectiveRole,
  };
}

function effectiveRoles(inventory: Inventory, shipped: ShippedObjects): ReadonlyMap<Entry<AccessRole>, EffectiveRole> {
  const aggregated = aggregateRoles(inventory.roles);
  const entries = [...inventory.roles.values()].flat();
  entries.sort((a, b) => byText(a.key, b.key) || byText(a.path ?? "", b.path ?? ""));
  return new Map(
    entries.map((entry) => {
      const rules = aggregated.get(entry) ?? { rules: entry.object.rules, uncertain: nothingUncertain };
      return [entry, makeRole(entry, rules, shipped)];
    }),
  );
}

const nothingUncertain: RoleRules["uncertain"] = new Set();
const always = (): boolean => true;

function makeRole(entry: Entry<AccessRole>, { rules, uncertain }: RoleRules, shipped: ShippedObjects): EffectiveRole {
  const isCertain: EffectiveRole["isCertain"] = uncertain.size === 0 ? always : (rule) => !uncertain.has(rule);
  return { entry, rules, isCertain, ...roleAsShipped(shipped, entry.key, rules) };
}

const clusterWide: Scope = { kind: "cluster" };

function scopeOf(namespace: string): Scope {
  return namespace === "" ? clusterWide : { kind: "namespace", namespace };
}

function clusterWideFirst(a: Entry<AccessBinding>, b: Entry<AccessBinding>): number {
  return (
    Number(a.namespace !== "") - Number(b.namespace !== "") ||
    byText(a.key, b.key) ||
    byText(a.path ?? "", b.path ?? "")
  );
}

interface SubjectIndex {
  /** By namespace (`""`: cluster-wide), then by subject key. */
  readonly bound: ReadonlyMap<string, ReadonlyMap<string, readonly BoundSubject[]>>;
  /** Where each subject key is bound, in the order of bindings. */
  readonly namespacesOf: ReadonlyMap<string, readonly string[]>;
}

function indexBySubject(bindings: readonly ResolvedBinding[]): SubjectIndex {
  const bound = new Map<string, Map<string, BoundSubject[]>>();
  const namespacesOf = new Map<string, string[]>();
  let order = 0;
  for (const binding of bindings) {
    const { namespace } = binding.entry;
    for (const subject of binding.entry.object.subjects) {
      const key = subjectKey(subject, namespace);
      if (key === undefined) continue;
      let inNamespace = bound.get(namespace);
      if (inNamespace === undefined) {
        inNamespace = new Map();
        bound.set(namespace, inNamespace);
      }
      const boundSubject = { binding, subject, order: order++ };
      const sameKey = inNamespace.get(key);
      if (sameKey !== undefined) {
        sameKey.push(boundSubject);
        continue;
      }
      inNamespace.set(key, [boundSubject]);
      const namespaces = namespacesOf.get(key);
      if (namespaces === undefined) namespacesOf.set(key, [namespace]);
      else namespaces.push(namespace);
    }
  }
  return { bound, namespacesOf };
}

function* grantsOf({ bound, namespacesOf }: SubjectIndex, key: string): Iterable<Grant> {
  for (const namespace of namespacesOf.get(key) ?? []) {
    for (const { binding, subject } of bound.get(namespace)?.get(key) ?? []) yield* grantsThrough(binding, subject);
  }
}

function variantsByKey(bindings: readonly ResolvedBinding[]): ReadonlyMap<ObjectKey, readonly ResolvedBinding[]> {
  const variants = new Map<ObjectKey, ResolvedBinding[]>();
  let previous: ResolvedBinding | undefined;
  // Variants stand side by side in the order of bindings.
  for (const binding of bindings) {
    if (previous?.entry.key === binding.entry.key) {
      const known = variants.get(binding.entry.key);
      if (known === undefined) variants.set(binding.entry.key, [previous, binding]);
      else known.push(binding);
    }
    previous = binding;
  }
  return variants;
}
