import { type Access, type AccessGraph, uncovered } from "@authgraph/graph";
import type { Risk, RiskIdentity } from "@authgraph/rules";
import { accessOfRisk, hasBinding, isBindingKey, isRoleItself } from "./access-of-risk.ts";
import type { KnownRisk, KnownRisks } from "./known-risk.ts";
import { knownAccess } from "./shipped-roles.ts";

/** What was known of each subject, through whichever of its bindings. */
export interface KnownOfSubjects {
  /**
   * What was known of the subject, where it held all that an object gives it now, and holds less than before through one
   * of its bindings. Undefined where it gained something, or nothing of it changed.
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
  let bySubject: ReadonlyMap<string, readonly KnownRisk[]> | undefined;
  return {
    narrowed: (cluster, identity, graph) => {
      if (!isBindingKey(identity.object)) return undefined;
      bySubject ??= groupBySubject(known);
      const group = bySubject.get(keyOf(cluster, identity.subject));
      if (group === undefined) return undefined;
      const access = accessOfRisk(graph, identity);
      const held = group.flatMap((one) => knownAccess(one, graph));
      if (access.length === 0 || uncovered(access, held).length > 0) return undefined;
      if (!lostSomething(group, graph)) return undefined;
      return { risks: group, hadEverything: uncovered(access, held.filter(isEverything)).length === 0 };
    },
    isUnbound: (cluster, { ruleId, identity }, graph) => {
      if (!isRoleItself(identity)) return false;
      const held = [...known.values()].filter(
        (one) =>
          one.ruleId === ruleId &&
          one.cluster === cluster &&
          isBindingKey(one.identity.object) &&
          !hasBinding(graph, one.identity),
      );
      const access = accessOfRisk(graph, identity);
      return (
        access.length > 0 &&
        uncovered(access.map(everywhere), held.flatMap((one) => knownAccess(one, graph)).map(everywhere)).length === 0
      );
    },
  };
}

/** A role gives what it gives wherever it is bound. */
function everywhere(access: Access): Access {
  return { ...access, scope: { kind: "cluster" } };
}

function isEverything({ verbs, apiGroups, resources, resourceNames }: Access): boolean {
  return resourceNames.length === 0 && [verbs, apiGroups, resources].every((list) => list.includes("*"));
}

/** Through one of its bindings at least it holds less than was known. */
function lostSomething(group: readonly KnownRisk[], graph: AccessGraph): boolean {
  return group.some((one) => uncovered(knownAccess(one, graph), accessOfRisk(graph, one.identity)).length > 0);
}

function groupBySubject(known: KnownRisks): ReadonlyMap<string, readonly KnownRisk[]> {
  const groups = new Map<string, KnownRisk[]>();
  for (const risk of known.values()) {
    if (!isBindingKey(risk.identity.object)) continue;
    const key = keyOf(risk.cluster, risk.identity.subject);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [risk]);
    else same.push(risk);
  }
  return groups;
}

function keyOf(cluster: string, subject: string): string {
  return `${cluster}\0${subject}`;
}
