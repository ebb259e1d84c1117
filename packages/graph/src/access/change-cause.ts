import { type SubjectKey, subjectKey } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { rolesOf } from "../authorize/rbac.ts";
import { roleKey } from "../object-key.ts";
import type { EffectiveRole, Entry, Grant, ResolvedBinding } from "../types.ts";
import { entryName, keyName, subjectName } from "./change-names.ts";
import type { ComparedSide } from "./compared-side.ts";

/** Why a grant is there on one side and not on the other. */
export interface ChangeCause {
  readonly of: "binding" | "role";
  /** In words: `ClusterRoleBinding ops added`. Equal for grants with the same cause. */
  readonly through: string;
  /** Where a reviewer would look; undefined: at what of the rule is new. */
  readonly origin: Origin | undefined;
}

export interface Sides {
  /** Has the access. */
  readonly own: ComparedSide;
  readonly other: ComparedSide;
  /** Which of the two is the later one. */
  readonly change: "gained" | "lost";
}

/** What made the difference: the binding where the subject was not bound to that role there, else the role. */
export function causeOf(grant: Grant, key: SubjectKey, sides: Sides): ChangeCause {
  const { binding, role } = grant;
  const twin = sides.other.graph
    .boundTo(key, binding.entry.namespace)
    .find(({ binding: { entry } }) => roleKey(entry.object.roleRef, entry.namespace) === role.entry.key);
  return twin === undefined ? bindingCause(grant, key, sides) : roleCause(grant, twin.binding, sides);
}

function bindingCause({ binding, subject }: Grant, key: SubjectKey, { other, change }: Sides): ChangeCause {
  const { entry } = binding;
  const { meta, roleRef } = entry.object;
  const definitions = meta.generated ? [] : other.bindings(entry.key);
  const name = entryName(entry);
  const [definition] = definitions;
  if (definition === undefined) {
    const through = `${name} ${change === "gained" ? "added" : "removed"}`;
    return { of: "binding", through, origin: subject.name.origin };
  }
  const replaced = replacementOf(entry, definition.entry, change);
  if (replaced !== undefined) return { of: "binding", ...replaced };
  const isBound = definitions.some((one) =>
    one.entry.object.subjects.some((s) => subjectKey(s, entry.namespace) === key),
  );
  if (isBound) {
    const refers = change === "gained" ? "now refers" : "no longer refers";
    const through = `${name} ${refers} to ${keyName(roleKey(roleRef, entry.namespace))}`;
    return { of: "binding", through, origin: roleRef.name.origin };
  }
  const moved = change === "gained" ? "added to" : "removed from";
  return { of: "binding", through: `${subjectName(key)} ${moved} ${name}`, origin: subject.name.origin };
}

function roleCause({ role, rule }: Grant, twin: ResolvedBinding, sides: Sides): ChangeCause {
  const { own, other, change } = sides;
  const name = entryName(role.entry);
  const known = rolesOf(twin);
  const [definition] = known;
  if (definition === undefined) {
    const exists = change === "gained" ? "now exists" : "no longer exists";
    return { of: "role", through: `${name} ${exists}`, origin: role.entry.object.meta.name.origin };
  }
  const replaced = replacementOf(role.entry, definition.entry, change);
  if (replaced !== undefined) return { of: "role", ...replaced };

  const source = role.entry.object.rules.includes(rule) ? undefined : own.writtenIn(rule);
  const changed = change === "gained" ? "widened" : "narrowed";
  if (source === undefined) return { of: "role", through: `${name} ${changed}`, origin: undefined };
  const from = entryName(source);
  if (known.some((one) => isAggregatedInto(one, source, other))) {
    return { of: "role", through: `${from} ${changed}, which is aggregated into ${name}`, origin: undefined };
  }
  const aggregated = change === "gained" ? "aggregated into" : "no longer aggregated into";
  return { of: "role", through: `${from} ${aggregated} ${name}`, origin: rule.origin };
}

function isAggregatedInto(role: EffectiveRole, source: Entry, side: ComparedSide): boolean {
  return role.rules.some((rule) => side.writtenIn(rule)?.key === source.key);
}

/**
 * Where the inputs define an object that Kubernetes ships as well, on one side only: then the other has the shipped one.
 * The place is that of the definition, on whichever side it stands.
 */
function replacementOf(own: Entry, other: Entry, change: Sides["change"]): Omit<ChangeCause, "of"> | undefined {
  if ((own.path === undefined) === (other.path === undefined)) return undefined;
  const defined = own.path === undefined ? other : own;
  const isGone = (own.path === undefined) === (change === "gained");
  const through = isGone ? "no longer redefined: as Kubernetes ships it" : "redefined, not as Kubernetes ships it";
  return { through: `${entryName(own)} ${through}`, origin: defined.object.meta.name.origin };
}
