import {
  type BoundPower,
  type Check,
  type EffectiveRole,
  grantsIfBound,
  type HeldPower,
  inScope,
  type PowerLevel,
  powerRisks,
  quotable,
  type ResolvedBinding,
  type RuleContext,
  strongestPower,
} from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-bind",
    powers: ["bind", "bind-strong-roles", "bind-in-namespace", "bind-named-cluster-role", "bind-named-role"],
    judged: (found) => judged(context, found),
    instead: ({ witnesses: [bind] }) =>
      bind.names.length > 0 ? [] : ["name the roles that may be bound in resourceNames of the rule with bind"],
  });

/** By name it is worth what the strongest role gives that the holder can bind, or add itself to; nothing where that is harmless. */
function judged(context: RuleContext, { power }: BoundPower): HeldPower | undefined {
  if (power.id !== "bind-named-cluster-role" && power.id !== "bind-named-role") return power;
  let strongest: Bindable | undefined;
  for (const one of bindable(context, power))
    if (strongest === undefined || one.level < strongest.level) strongest = one;
  if (strongest === undefined || strongest.level > harmful) return undefined;
  const { level, phrase } = strongest;
  return { ...power, level, sureLevel: level, names: [], phrase };
}

/** Less than a namespace is what many may hand on. */
const harmful: PowerLevel = 3;

/** A role that somebody may bind, and how. */
interface Bindable {
  readonly level: PowerLevel;
  readonly phrase: string;
}

function* bindable(context: RuleContext, power: HeldPower): Iterable<Bindable> {
  const [bind, write] = power.witnesses;
  if (write === undefined) return;
  const isNamed = (name: string): boolean => bind.names.length === 0 || bind.names.includes(name);
  if (write.names.length === 0) {
    for (const role of rolesInReach(context, power)) {
      const { kind, meta } = role.entry.object;
      if (!isNamed(meta.name.value)) continue;
      const given = givenBy(context, role, power);
      const where = power.id === "bind-named-cluster-role" ? "in the whole cluster" : inScope(power.scope);
      if (given !== undefined)
        yield {
          level: given.level,
          phrase: `bind ${kind} ${quotable(meta.name.value)} to itself ${where}, and so ${given.phrase}`,
        };
    }
    return;
  }
  for (const { entry, resolution } of bindingsInReach(context, power)) {
    const { kind, meta, roleRef } = entry.object;
    if (!write.names.includes(meta.name.value) || !isNamed(roleRef.name.value) || resolution.outcome !== "found")
      continue;
    const given = givenBy(context, resolution.role, power);
    if (given !== undefined)
      yield {
        level: given.level,
        phrase: `add itself to ${kind} ${quotable(meta.name.value)}, and so ${given.phrase}`,
      };
  }
}

function rolesInReach({ graph }: RuleContext, { id, scope }: HeldPower): readonly EffectiveRole[] {
  return graph.roles.filter(({ entry }) => {
    if (entry.namespace === "") return true;
    return id === "bind-named-role" && (scope.kind === "cluster" || entry.namespace === scope.namespace);
  });
}

function bindingsInReach({ graph }: RuleContext, { id, scope }: HeldPower): readonly ResolvedBinding[] {
  return graph.bindings.filter(({ entry }) => {
    if (id === "bind-named-cluster-role") return entry.namespace === "";
    return entry.namespace !== "" && (scope.kind === "cluster" || entry.namespace === scope.namespace);
  });
}

/** What a role gives through a binding of the kind that may be written. */
function givenBy({ minor }: RuleContext, role: EffectiveRole, { id, scope }: HeldPower): HeldPower | undefined {
  const grants = grantsIfBound(role);
  if (id === "bind-named-cluster-role") return strongestPower(grants, minor);
  const namespace = scope.kind === "namespace" ? scope.namespace : role.entry.namespace || "any namespace";
  const given = strongestPower(
    grants.map((grant) => ({ ...grant, scope: { kind: "namespace", namespace } })),
    minor,
  );
  // In every namespace: all of them together.
  return given?.level === 3 && scope.kind === "cluster" && role.entry.namespace === "" ? { ...given, level: 2 } : given;
}
