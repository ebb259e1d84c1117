import type { AccessGraph, Grant } from "@authgraph/graph";
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
export function breachOf({ boundOnlyIn, namesOnly }: ValidWhile, risk: Risk, graph: AccessGraph): Breach | undefined {
  const key = keyOfIdentity(risk.identity.subject);
  const grants = key === undefined ? [] : [...graph.grantsOf(key)].filter(({ shipped }) => !shipped);
  const through = grants.filter(({ binding }) => binding.entry.key === risk.identity.object);
  if (through.length === 0)
    return { text: "what it accepts is no grant that the condition could be about", origin: undefined };
  return (
    (boundOnlyIn.length === 0 ? undefined : boundElsewhere(valuesOf(boundOnlyIn), grants, through)) ??
    (namesOnly.length === 0 ? undefined : otherNames(valuesOf(namesOnly), risk, through))
  );
}

function valuesOf(list: readonly Located<string>[]): ReadonlySet<string> {
  return new Set(list.map(({ value }) => value));
}

/** A binding of the same subject to the same role somewhere else. */
function boundElsewhere(
  namespaces: ReadonlySet<string>,
  grants: readonly Grant[],
  through: readonly Grant[],
): Breach | undefined {
  const roles = new Set(through.map(({ role }) => role.entry.key));
  const found = grants.find(
    ({ role, scope }) => roles.has(role.entry.key) && (scope.kind === "cluster" || !namespaces.has(scope.namespace)),
  );
  if (found === undefined) return undefined;
  const { binding, role, scope } = found;
  const where = scope.kind === "cluster" ? "in every namespace" : `in ${scope.namespace}`;
  const text = `${objectWords(binding.entry.key)} binds ${objectWords(role.entry.key)} ${where}`;
  return { text, origin: binding.entry.object.origin };
}

/** A rule behind the risk that names no object, or another one. */
function otherNames(names: ReadonlySet<string>, risk: Risk, through: readonly Grant[]): Breach | undefined {
  const told = through.filter(({ rule }) => isTold(rule, risk));
  for (const { rule, role } of told.length > 0 ? told : through) {
    const where = objectWords(role.entry.key);
    if (rule.resourceNames.length === 0) {
      return { text: `a rule of ${where} names no object`, origin: rule.origin };
    }
    const other = rule.resourceNames.find(({ value }) => !names.has(value));
    if (other !== undefined) return { text: `a rule of ${where} names ${other.value}`, origin: other.origin };
  }
  return undefined;
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
