import { type AccessGraph, type Assumption, type ResolvedBinding, roleKey } from "@authgraph/graph";

/**
 * What is not known because bindings name roles that the inputs do not hold: one assumption that counts them, at the
 * first. Complete inputs leave nothing open: such a role does not exist.
 */
export function missingRoles({ bindings, inventory }: AccessGraph): readonly Assumption[] {
  if (inventory.complete) return [];
  const missing = bindings.filter(({ resolution }) => resolution.outcome === "missing");
  const [first] = missing;
  if (first === undefined) return [];
  const roles = new Set(missing.map(({ entry }) => roleKey(entry.object.roleRef, entry.namespace)));
  const what = roles.size === 1 ? `${roleOf(first)} allows` : `${roles.size} roles allow`;
  const named =
    roles.size === 1
      ? `${missing.length === 1 ? "a binding names" : `${missing.length} bindings name`} it, and it is`
      : `${missing.length} bindings name them, the first ${roleOf(first)}, and they are`;
  const text = `what ${what} is unknown: ${named} not among the inputs`;
  return [{ text, origin: first.entry.object.roleRef.name.origin }];
}

function roleOf({ entry }: ResolvedBinding): string {
  const { kind, name } = entry.object.roleRef;
  return `${kind.value} ${name.value}`;
}
