import type { Assumption, Decision } from "@authgraph/engine";
import type { Grant, PolicyRule, Subject } from "@authgraph/rules";
import type { Located } from "@authgraph/source";
import { place } from "./json-place.ts";
import { jsonText } from "./json-text.ts";

/** One line of the answers to reviews: `docs/schemas/review.schema.json` says what stands where. */
export function renderReviewAnswer(decision: Decision): string {
  return `${jsonText(decisionValue(decision))}\n`;
}

/** The line for a review that could not be answered. */
export function renderReviewError(message: string): string {
  return `${jsonText({ outcome: "error", message })}\n`;
}

interface DecisionValue {
  readonly outcome: Decision["outcome"];
  readonly reason: string;
  readonly proof: readonly object[];
  readonly assumptions: readonly object[];
}

/** A decision for programs, with a place for every hop of its proof. */
export function decisionValue(decision: Decision): DecisionValue {
  return {
    outcome: decision.outcome,
    reason: decision.reason,
    proof: decision.outcome === "allowed" ? decision.proof.map(grantValue) : [],
    assumptions: decision.outcome === "unknown" ? decision.assumptions.map(assumptionValue) : [],
  };
}

export function assumptionValue({ text, origin }: Assumption): object {
  return { text, ...(origin === undefined ? {} : { origin: place(origin) }) };
}

export function grantValue({ subject, binding, role, rule }: Grant): object {
  const { object, namespace } = binding.entry;
  return {
    subject: { ...subjectValue(subject, namespace), origin: place(subject.origin) },
    binding: objectValue(object.kind, object.meta.name, namespace),
    role: objectValue(role.entry.object.kind, role.entry.object.meta.name, role.entry.namespace),
    rule: ruleValue(rule),
    origin: place(rule.origin),
  };
}

/** An object at its name. */
export function objectValue(kind: string, name: Located<string>, namespace: string): object {
  return { kind, name: name.value, ...optionalNamespace(namespace), origin: place(name.origin) };
}

/** An account whose namespace the binding does not say is in the binding's. */
export function subjectValue(subject: Subject, bindingNamespace: string): object {
  const { kind, name } = subject;
  if (kind !== "ServiceAccount") return { kind, name: name.value };
  return { kind, name: name.value, ...optionalNamespace(subject.namespace?.value || bindingNamespace) };
}

function optionalNamespace(namespace: string): { readonly namespace?: string } {
  return namespace === "" ? {} : { namespace };
}

/** As it would be written: a list that holds nothing is left out. */
export function ruleValue(rule: PolicyRule): object {
  const lists = [
    ["verbs", rule.verbs],
    ["apiGroups", rule.apiGroups],
    ["resources", rule.resources],
    ["resourceNames", rule.resourceNames],
    ["nonResourceURLs", rule.nonResourceURLs],
  ] as const;
  return Object.fromEntries(
    lists.flatMap(([key, list]) => (list.length === 0 ? [] : [[key, list.map(({ value }) => value)]])),
  );
}
