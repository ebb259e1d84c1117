import type { AccessRole, PolicyRule, SubjectKey } from "@authgraph/kubernetes";
import type { AccessGraph, Entry, Grant, ObjectKey, ResolvedBinding } from "../types.ts";
import { accessOf } from "./access.ts";
import type { HeldAccess } from "./held-access.ts";
import { holding } from "./uncovered.ts";

interface HeldByGroup {
  readonly access: HeldAccess;
  /** In which it holds something. */
  readonly namespaces: ReadonlySet<string>;
}

/** One of the two states that are compared, with what is looked up in it again and again. */
export interface ComparedSide {
  readonly graph: AccessGraph;
  grantsOf(key: SubjectKey): readonly Grant[];
  /** What whoever is in a group holds through it; undefined where that is nothing. */
  heldBy(group: SubjectKey): HeldByGroup | undefined;
  /** The definitions of a binding. */
  bindings(key: ObjectKey): readonly ResolvedBinding[];
  /** The role in which a rule is written: of an aggregated role another one. */
  writtenIn(rule: PolicyRule): Entry<AccessRole> | undefined;
}

export function comparedSide(graph: AccessGraph): ComparedSide {
  const held = new Map<SubjectKey, HeldByGroup | undefined>();
  const grantsOf = (key: SubjectKey) => [...graph.grantsOf(key)];
  // Most comparisons find nothing, and need neither.
  let bindings: ReadonlyMap<ObjectKey, readonly ResolvedBinding[]> | undefined;
  let roles: ReadonlyMap<PolicyRule, Entry<AccessRole>> | undefined;
  return {
    graph,
    grantsOf,
    heldBy: (group) => {
      if (held.has(group)) return held.get(group);
      const grants = grantsOf(group);
      const access = holding(accessOf(grants));
      const namespaces = new Set(grants.map(({ binding }) => binding.entry.namespace));
      const ofGroup = grants.length === 0 ? undefined : { access, namespaces };
      held.set(group, ofGroup);
      return ofGroup;
    },
    bindings: (key) => {
      bindings ??= bindingsByKey(graph);
      return bindings.get(key) ?? [];
    },
    writtenIn: (rule) => {
      roles ??= rolesByRule(graph);
      return roles.get(rule);
    },
  };
}

function bindingsByKey({ bindings }: AccessGraph): ReadonlyMap<ObjectKey, readonly ResolvedBinding[]> {
  const byKey = new Map<ObjectKey, ResolvedBinding[]>();
  for (const binding of bindings) {
    // The number in the key of what only a prefix names says nothing about which one it is.
    if (binding.entry.object.meta.generated) continue;
    const definitions = byKey.get(binding.entry.key);
    if (definitions === undefined) byKey.set(binding.entry.key, [binding]);
    else definitions.push(binding);
  }
  return byKey;
}

function rolesByRule({ roles }: AccessGraph): ReadonlyMap<PolicyRule, Entry<AccessRole>> {
  const byRule = new Map<PolicyRule, Entry<AccessRole>>();
  for (const { entry } of roles) for (const rule of entry.object.rules) byRule.set(rule, entry);
  return byRule;
}
