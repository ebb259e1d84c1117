import type { AccessBinding, AccessRole } from "@authgraph/kubernetes";
import { nearest } from "./nearness.ts";
import { roleKey } from "./object-key.ts";
import { ruleKey } from "./rule-key.ts";
import {
  appliedNamespace,
  type EffectiveRole,
  type Entry,
  type Inventory,
  type ObjectKey,
  type RoleResolution,
} from "./types.ts";

export type ResolveRole = (binding: Entry<AccessBinding>) => RoleResolution;

/**
 * Leads bindings to their roles (pkg/registry/rbac/validation/rule.go: GetRoleReferenceRules).
 *
 * Of several definitions of a role a binding takes the nearest: of the same text, else of the same folder, else any if
 * all of them give the same. Most bindings have one role to choose from: they share one answer, so that a hundred
 * thousand of them cost nothing more.
 */
export function roleResolver(
  inventory: Inventory,
  effectiveRole: (entry: Entry<AccessRole>) => EffectiveRole,
): ResolveRole {
  const single = new Map<ObjectKey, RoleResolution>();
  const rolesByName = new Map<string, Entry<AccessRole>[]>();
  for (const variants of inventory.roles.values()) {
    for (const entry of variants) if (entry.object.kind === "Role") addByName(rolesByName, entry);
  }

  return (binding) => {
    const key = roleKey(binding.object.roleRef, binding.namespace);
    const known = single.get(key);
    if (known !== undefined) return known;

    const variants = inventory.roles.get(key) ?? [];
    if (variants.length > 1) return choose(nearest(variants, binding.path).map(effectiveRole));

    const [only] = variants;
    const resolution: RoleResolution =
      only === undefined
        ? { outcome: "missing", nearMisses: nearMisses(binding, rolesByName) }
        : { outcome: "found", role: effectiveRole(only) };
    single.set(key, resolution);
    return resolution;
  };
}

function choose(nearestRoles: readonly EffectiveRole[]): RoleResolution {
  const [first, ...others] = nearestRoles;
  if (first === undefined) return { outcome: "missing", nearMisses: [] };
  const wanted = rulesKey(first);
  return others.every((role) => rulesKey(role) === wanted)
    ? { outcome: "found", role: first }
    : { outcome: "ambiguous", roles: nearestRoles };
}

/** Equal for roles that give the same, whatever the order of their rules. */
function rulesKey({ rules, isCertain }: EffectiveRole): string {
  const keys = rules.map((rule) => `${isCertain(rule)}${ruleKey(rule)}`);
  return [...new Set(keys)].sort().join("\n");
}

/**
 * A namespace that the inputs do not say may turn out to be any: a RoleBinding in `<applied>` and a Role of the name it
 * asks for in a namespace that is named, or the other way round, may meet. They are not taken as one, they are told.
 */
function nearMisses(
  { namespace, object }: Entry<AccessBinding>,
  rolesByName: ReadonlyMap<string, readonly Entry<AccessRole>[]>,
): readonly Entry<AccessRole>[] {
  if (object.roleRef.kind.value !== "Role") return [];
  const sameName = rolesByName.get(object.roleRef.name.value) ?? [];
  if (namespace === appliedNamespace) return sameName;
  return sameName.filter((role) => role.namespace === appliedNamespace);
}

function addByName(rolesByName: Map<string, Entry<AccessRole>[]>, entry: Entry<AccessRole>): void {
  if (entry.object.meta.generated) return;
  const name = entry.object.meta.name.value;
  const sameName = rolesByName.get(name);
  if (sameName === undefined) rolesByName.set(name, [entry]);
  else sameName.push(entry);
}
