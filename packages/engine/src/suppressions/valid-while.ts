import { type AccessGraph, type Grant, implicitGroups } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import type { Risk } from "@authgraph/rules";
import type { Located, Origin } from "@authgraph/source";
import type { ValidWhile } from "../configuration/configuration.ts";
import { keyOfIdentity } from "../known-risks/access-of-risk.ts";
import { objectWords } from "./cluster-objects.ts";

/** What broke a condition, as the end of a sentence, and where. */
export interface Breach {
  readonly text: string;
  readonly origin: Origin | undefined;
}

/** What makes a suppression void for a risk; undefined while what it was given for holds. */
export type BreachOf = (validWhile: ValidWhile, risk: Risk) => Breach | undefined;

/** Checks conditions. What a subject holds is gone through once, however many of its risks are asked about. */
export function breachFinder(graph: AccessGraph): BreachOf {
  const held = new Map<string, Held>();
  const checked = new WeakMap<ValidWhile, Map<string, Breach | undefined>>();

  function heldBy(subject: string): Held {
    const known = held.get(subject) ?? heldIn(graph, subject);
    held.set(subject, known);
    return known;
  }

  /** A binding of the same subject to the same role somewhere else. */
  function boundElsewhere(validWhile: ValidWhile, subject: string, role: string): Breach | undefined {
    const before = checked.get(validWhile) ?? new Map<string, Breach | undefined>();
    checked.set(validWhile, before);
    const key = `${subject}\0${role}`;
    if (!before.has(key)) before.set(key, outside(valuesOf(validWhile.boundOnlyIn), heldBy(subject).byRole.get(role)));
    return before.get(key);
  }

  return (validWhile, risk) => {
    const { subject, object } = risk.identity;
    const through = heldBy(subject).byBinding.get(object);
    if (through === undefined) {
      return { text: "what it accepts is no grant that the condition could be about", origin: undefined };
    }
    if (validWhile.boundOnlyIn.length > 0) {
      for (const { role } of through) {
        const breach = boundElsewhere(validWhile, subject, role.entry.key);
        if (breach !== undefined) return breach;
      }
    }
    return validWhile.namesOnly.length === 0 ? undefined : otherNames(valuesOf(validWhile.namesOnly), risk, through);
  };
}

/** What a subject is given by what somebody wrote. */
interface Held {
  readonly byBinding: ReadonlyMap<string, readonly Grant[]>;
  /** Through the groups too that it is in by itself. */
  readonly byRole: ReadonlyMap<string, readonly Grant[]>;
}

function heldIn(graph: AccessGraph, subject: string): Held {
  const byBinding = new Map<string, Grant[]>();
  const byRole = new Map<string, Grant[]>();
  const key = keyOfIdentity(subject);
  if (key === undefined) return { byBinding, byRole };
  for (const holder of [key, ...implicitGroups(key)]) {
    for (const grant of graph.grantsOf(holder)) {
      if (grant.shipped) continue;
      if (holder === key) push(byBinding, grant.binding.entry.key, grant);
      push(byRole, grant.role.entry.key, grant);
    }
  }
  return { byBinding, byRole };
}

function push(map: Map<string, Grant[]>, key: string, grant: Grant): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [grant]);
  else known.push(grant);
}

function valuesOf(list: readonly Located<string>[]): ReadonlySet<string> {
  return new Set(list.map(({ value }) => value));
}

/** The first grant that holds in other namespaces. */
function outside(namespaces: ReadonlySet<string>, grants: readonly Grant[] = []): Breach | undefined {
  const found = grants.find(({ scope }) => scope.kind === "cluster" || !namespaces.has(scope.namespace));
  if (found === undefined) return undefined;
  const { binding, role, scope } = found;
  const where = scope.kind === "cluster" ? "in every namespace" : `in ${scope.namespace}`;
  const text = `${objectWords(binding.entry.key)} binds ${objectWords(role.entry.key)} ${where}`;
  return { text, origin: binding.entry.object.origin };
}

/** A rule behind the risk that names no object, or another one. The chain tells one of those that give the same. */
function otherNames(names: ReadonlySet<string>, risk: Risk, through: readonly Grant[]): Breach | undefined {
  const told = through.filter(({ rule }) => isTold(rule, risk));
  const behind =
    told.length === 0 ? through : through.filter((one) => told.some(({ rule }) => overlap(rule, one.rule)));
  for (const { rule, role } of behind) {
    const where = objectWords(role.entry.key);
    if (rule.resourceNames.length === 0) {
      return { text: `a rule of ${where} names no object`, origin: rule.origin };
    }
    const other = rule.resourceNames.find(({ value }) => !names.has(value));
    if (other !== undefined) return { text: `a rule of ${where} names ${other.value}`, origin: other.origin };
  }
  return undefined;
}

/** Whether there is something that both give, but for the names of objects. */
function overlap(a: PolicyRule, b: PolicyRule): boolean {
  return (
    meet(a.verbs, b.verbs, isSame) &&
    meet(a.apiGroups, b.apiGroups, isSame) &&
    meet(a.resources, b.resources, isSameKind)
  );
}

type Values = readonly Located<string>[];

function meet(some: Values, others: Values, areSame: (a: string, b: string) => boolean): boolean {
  return some.some((one) => others.some((other) => areSame(one.value, other.value)));
}

function isSame(a: string, b: string): boolean {
  return a === b || a === "*" || b === "*";
}

/** `*\/scale` is that of every resource. */
function isSameKind(a: string, b: string): boolean {
  const part = /\/.*/.exec(a)?.[0];
  return (
    isSame(a, b) || (part === /\/.*/.exec(b)?.[0] && part !== undefined && (a.startsWith("*/") || b.startsWith("*/")))
  );
}

/** Whether the chain of a risk goes through a rule. */
function isTold({ origin }: PolicyRule, { hops }: Risk): boolean {
  if (origin.kind !== "text") return false;
  return hops.some(
    (hop) =>
      hop.origin.kind === "text" &&
      hop.origin.source === origin.source &&
      origin.start <= hop.origin.start &&
      hop.origin.start < origin.end,
  );
}
