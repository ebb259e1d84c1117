import type { AccessBinding, AccessRole, Subject } from "@authgraph/kubernetes";
import { aggregateRoles, type RoleRules } from "./aggregation.ts";
import { assumptionsOf, readApiServers } from "./api-server.ts";
import { nodeRelations } from "./authorize/node-relations.ts";
import { readComponents } from "./control-plane/component-instances.ts";
import { grantsThrough } from "./grants.ts";
import { byText } from "./order.ts";
import { roleResolver } from "./roles.ts";
import { bindingIsShipped, isReservedSubject, roleAsShipped, type ShippedObjects, shippedObjects } from "./shipped.ts";
import { grantsOf, indexBySubject, inNamespace } from "./subject-index.ts";
import type {
  AccessGraph,
  EffectiveRole,
  Entry,
  Inventory,
  NodeRelations,
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

  const scopeOf = scopes();
  const { platform } = inventory;
  const isReserved = platform && ((subject: Subject) => isReservedSubject(platform, subject));
  const bindings = [...inventory.bindings].sort(byNamespaceThenKey).map(
    (entry): ResolvedBinding => ({
      entry,
      scope: scopeOf(entry.namespace),
      resolution: resolve(entry),
      isShipped: bindingIsShipped(shipped, entry),
      isReserved,
    }),
  );
  const index = indexBySubject(bindings);
  const variants = variantsByKey(bindings);
  const apiServers = readApiServers(inventory);
  // Few questions come from kubelets.
  let relations: NodeRelations | undefined;

  return {
    inventory,
    bindings,
    roles: [...roles.values()],
    apiServers,
    components: readComponents(inventory),
    assumptions: assumptionsOf(apiServers),
    subjectKeys: [...index.keys()].sort(byText),
    grantsOf: (key, wanted) => grantsOf(index, key, wanted),
    grantsThrough,
    boundTo: (key, namespace) => inNamespace(index.get(key) ?? [], namespace),
    variantsOf: (binding) => variants.get(binding.entry.key) ?? [binding],
    nodeRelations: () => {
      relations ??= nodeRelations(inventory);
      return relations;
    },
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

/** Cluster-wide ones have the namespace `""` and so come first. */
function byNamespaceThenKey(a: Entry<AccessBinding>, b: Entry<AccessBinding>): number {
  return byText(a.namespace, b.namespace) || byText(a.key, b.key) || byText(a.path ?? "", b.path ?? "");
}

/** Scopes, one object for each namespace. */
function scopes(): (namespace: string) => Scope {
  const known = new Map<string, Scope>([["", { kind: "cluster" }]]);
  return (namespace) => {
    let scope = known.get(namespace);
    if (scope === undefined) {
      scope = { kind: "namespace", namespace };
      known.set(namespace, scope);
    }
    return scope;
  };
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
