import {
  type AccessGraph,
  type BoundPower,
  type Check,
  type EffectiveRole,
  type Entry,
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
  // One of the two names something: else it is the right to bind any role.
  if (write.names.length === 0) yield* newBindings(context, power, bind.names);
  else yield* moreMembers(context, power, write.names, bind.names);
}

function* newBindings(context: RuleContext, power: HeldPower, names: readonly string[]): Iterable<Bindable> {
  const where = power.id === "bind-named-cluster-role" ? "in the whole cluster" : inScope(power.scope);
  for (const role of names.flatMap((name) => namesIn(context.graph).roles.get(name) ?? [])) {
    const { kind, meta } = role.entry.object;
    const given =
      role.entry.namespace === "" || isInReach(power, role.entry) ? givenBy(context, role, power) : undefined;
    if (given === undefined) continue;
    const phrase = `bind ${kind} ${quotable(meta.name.value)} to itself ${where}, and so ${given.phrase}`;
    yield { level: given.level, phrase };
  }
}

/** A binding keeps its role, and takes new subjects. */
function* moreMembers(
  context: RuleContext,
  power: HeldPower,
  names: readonly string[],
  roleNames: readonly string[],
): Iterable<Bindable> {
  for (const { entry, resolution } of names.flatMap((name) => namesIn(context.graph).bindings.get(name) ?? [])) {
    const { kind, meta, roleRef } = entry.object;
    if (resolution.outcome !== "found" || !isInReach(power, entry)) continue;
    if (roleNames.length > 0 && !roleNames.includes(roleRef.name.value)) continue;
    const given = givenBy(context, resolution.role, power);
    if (given === undefined) continue;
    const phrase = `add itself to ${kind} ${quotable(meta.name.value)}, and so ${given.phrase}`;
    yield { level: given.level, phrase };
  }
}

/** Roles or bindings of the namespaces in which the power is held; those of the cluster where it is about those. */
function isInReach({ id, scope }: HeldPower, { namespace }: Entry): boolean {
  if (id === "bind-named-cluster-role" || namespace === "") return id === "bind-named-cluster-role" && namespace === "";
  return scope.kind === "cluster" || namespace === scope.namespace;
}

interface Names {
  readonly roles: ReadonlyMap<string, readonly EffectiveRole[]>;
  readonly bindings: ReadonlyMap<string, readonly ResolvedBinding[]>;
}

const knownNames = new WeakMap<AccessGraph, Names>();

function namesIn(graph: AccessGraph): Names {
  let names = knownNames.get(graph);
  if (names === undefined) {
    names = { roles: byName(graph.roles), bindings: byName(graph.bindings) };
    knownNames.set(graph, names);
  }
  return names;
}

function byName<T extends { readonly entry: Entry }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = one.entry.object.meta.name.value;
    const same = found.get(name);
    if (same === undefined) found.set(name, [one]);
    else same.push(one);
  }
  return found;
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
