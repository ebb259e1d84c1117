import type { AccessBinding, AccessRole, Attributes, Change, NearMiss } from "@authgraph/engine";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { objectWords, ruleWords, subjectWords } from "./question-words.ts";

/** What one change is, as a sentence to follow; printable. */
export function changeWords(change: Change): string {
  switch (change.change) {
    case "extend-rule": {
      const { role, rule, list, value } = change;
      return `add ${printable(JSON.stringify(value))} to ${list} of the rule at ${placeText(rule.origin)}${ofRole(role)}`;
    }
    case "add-rule":
      return `add a rule to the role at ${placeText(change.role.object.meta.name.origin)}: ${ruleWords(change.rule)}${ofRole(change.role)}`;
    case "create":
      return `create ${change.objects.map(createdWords).join(" and ")}`;
  }
}

function ofRole({ object, namespace }: { readonly object: AccessRole; readonly namespace: string }): string {
  return ` (${objectWords(object.kind, object.meta.name.value, namespace)}: whoever else is bound to it gets it too)`;
}

function createdWords(object: AccessRole | AccessBinding): string {
  const { kind, meta } = object;
  const name = objectWords(kind, meta.name.value, meta.namespace?.value ?? "");
  if (!("roleRef" in object)) return `${name} (${object.rules.map((rule) => ruleWords(rule)).join("; ")})`;
  const { roleRef, subjects } = object;
  const who = subjects.map((subject) => subjectWords(subject, meta.namespace?.value ?? "")).join(", ");
  return `${name} (${roleRef.kind.value} ${printable(roleRef.name.value)} to ${who})`;
}

/** What a near miss gives and where it falls short; printable. */
export function nearMissWords({ kind, binding, grant }: NearMiss, asked: Attributes): string {
  const { object, namespace } = binding.entry;
  const through = `${objectWords(object.kind, object.meta.name.value, namespace)} (${placeText(object.meta.name.origin)})`;
  if (grant === undefined) {
    const { roleRef } = object;
    return `${through} names ${roleRef.kind.value} ${printable(roleRef.name.value)}, which is not there`;
  }
  const gives = `${through} gives ${ruleWords(grant.rule, asked)} (${placeText(grant.rule.origin)})`;
  switch (kind) {
    case "namespace":
      return namespace === "" ? gives : `${gives}, in namespace ${printable(namespace)} only`;
    case "group":
      return `${gives}: another API group`;
    case "subresource":
      return `${gives}: a subresource is a resource of its own`;
    case "name":
      return `${gives}: these names only`;
    case "verb":
      return `${gives}: not this verb`;
    case "path":
      return `${gives}: paths are compared as sent`;
    case "missing-role":
      return gives;
  }
}
