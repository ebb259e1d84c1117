import { type Access, type AccessGraph, implicitGroups, uncovered } from "@authgraph/graph";
import type { Risk, RiskIdentity } from "@authgraph/rules";
import { accessOfRisk, hasBinding, isBindingKey, isRoleItself, keyOfIdentity } from "./access-of-risk.ts";
import type { KnownRisk, KnownRisks } from "./known-risk.ts";
import { knownAccess } from "./shipped-roles.ts";

/** What was known of each subject, through whichever of its bindings. */
export interface KnownOfSubjects {
  /**
   * What was known of the subject and of the groups that it is in by itself, where it held all that an object gives it now,
   * and one of these bindings gives less than before. Undefined where it gained something, or nothing of it changed.
   */
  narrowed(cluster: string, identity: RiskIdentity, graph: AccessGraph): Narrowed | undefined;
  /** Whether a role gives no more than somebody was known to hold by the same rule, through a binding that is gone. */
  isUnbound(cluster: string, risk: Risk, graph: AccessGraph): boolean;
}

interface Narrowed {
  readonly risks: readonly KnownRisk[];
  /** Everything was allowed where the object gives something now: whatever that leads to, it led there before. */
  readonly hadEverything: boolean;
}

export function knownOfSubjects(known: KnownRisks): KnownOfSubjects {
  const throughBindings = [...known.values()].filter(({ identity }) => isBindingKey(identity.object));
  let bySubject: ReadonlyMap<string, readonly KnownRisk[]> | undefined;
  let byRule: ReadonlyMap<string, readonly KnownRisk[]> | undefined;
  // A group that is bound in every namespace has a risk in each.
  const holdings = new Map<readonly KnownRisk[], Holding>();
  const holdingOf = (group: readonly KnownRisk[], graph: AccessGraph): Holding => {
    const holding = holdings.get(group) ?? holdingOfGroup(group, graph);
    holdings.set(group, holding);
    return holding;
  };
  const ofSubjects = new Map<string, readonly KnownRisk[]>();
  const ofSubject = (cluster: string, subject: string): readonly KnownRisk[] => {
    const key = keyOf(cluster, subject);
    const before = ofSubjects.get(key);
    if (before !== undefined) return before;
    bySubject ??= groupedBy(throughBindings, (one) => keyOf(one.cluster, one.identity.subject));
    const known = keyOfIdentity(subject);
    const groups = known === undefined ? [] : implicitGroups(known);
    const risks = [subject, ...groups].flatMap((one) => bySubject?.get(keyOf(cluster, one)) ?? []);
    ofSubjects.set(key, risks);
    return risks;
  };
  return {
    narrowed: (cluster, { subject, object }, graph) => {
      if (!isBindingKey(object)) return undefined;
      const group = ofSubject(cluster, subject);
      const access = group.length === 0 ? [] : accessOfRisk(graph, { subject, object });
      if (access.length === 0) return undefined;
      const { lostSomething, heldWhere } = holdingOf(group, graph);
      const held = heldWhere(access);
      if (!lostSomething || uncovered(access, held).length > 0) return undefined;
      return { risks: group, hadEverything: uncovered(access, held.filter(isEverything)).length === 0 };
    },
    isUnbound: (cluster, { ruleId, identity }, graph) => {
      if (!isRoleItself(identity)) return false;
      byRule ??= groupedBy(throughBindings, (one) => keyOf(one.cluster, one.ruleId));
      const gone = (byRule.get(keyOf(cluster, ruleId)) ?? []).filter((one) => !hasBinding(graph, one.identity));
      const access = gone.length === 0 ? [] : accessOfRisk(graph, identity).map(everywhere);
      const held = gone.flatMap((one) => knownAccess(one, graph)).map(everywhere);
      return access.length > 0 && uncovered(access, held).length === 0;
    },
  };
}

/** What a subject was known to hold, next to what it holds now through the same bindings. */
interface Holding {
  /** Through one of them at least it holds less. */
  readonly lostSomething: boolean;
  /** What of it may cover some access: that of the whole cluster, and of the namespaces in question. */
  heldWhere(access: readonly Access[]): readonly Access[];
}

function holdingOfGroup(group: readonly KnownRisk[], graph: AccessGraph): Holding {
  const held = group.map((one) => ({ access: knownAccess(one, graph), identity: one.identity }));
  const byNamespace = groupedBy(
    held.flatMap(({ access }) => access),
    namespaceOf,
  );
  return {
    lostSomething: held.some(({ access, identity }) => uncovered(access, accessOfRisk(graph, identity)).length > 0),
    heldWhere: (access) => [...new Set(["", ...access.map(namespaceOf)])].flatMap((one) => byNamespace.get(one) ?? []),
  };
}

function namespaceOf({ scope }: Access): string {
  return scope.kind === "cluster" ? "" : scope.namespace;
}

/** A role gives what it gives wherever it is bound. */
function everywhere(access: Access): Access {
  return { ...access, scope: { kind: "cluster" } };
}

function isEverything({ verbs, apiGroups, resources, resourceNames }: Access): boolean {
  return resourceNames.length === 0 && [verbs, apiGroups, resources].every((list) => list.includes("*"));
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [one]);
    else same.push(one);
  }
  return groups;
}

function keyOf(cluster: string, what: string): string {
  return `${cluster}\0${what}`;
}
