import type { AccessBinding, AccessRole, Attributes, CanIAnswer, Change, Identity, NearMiss } from "@authgraph/engine";
import type { AnswerContext } from "./can-i-text.ts";
import { nearMissWords } from "./change-words.ts";
import { assumptionValue, decisionValue, grantValue, objectValue, ruleValue, subjectValue } from "./decision-json.ts";
import { kubernetesValue, place } from "./json-place.ts";
import { jsonText } from "./json-text.ts";
import { checkCommand, resourceAttributes } from "./question-words.ts";
import { yamlText } from "./yaml-text.ts";

/** The answer to one question for programs. */
export function renderCanIJson(answer: CanIAnswer, context: AnswerContext): string {
  return `${jsonText(canIValue(answer, context), 2)}\n`;
}

export function renderCanIYaml(answer: CanIAnswer, context: AnswerContext): string {
  return yamlText(canIValue(answer, context));
}

function canIValue(answer: CanIAnswer, context: AnswerContext): object {
  const { question, decision, nearMisses, smallestGrant, notes } = answer;
  const { identity, attributes } = question;
  const { assumptions, ...decided } = decisionValue(decision);
  return {
    schemaVersion: 1,
    kubernetes: kubernetesValue(context.kubernetes),
    question: {
      ...identityValue(identity),
      ...requestValue(attributes),
    },
    ...decided,
    nearMisses: nearMisses.map((miss) => nearMissValue(miss, attributes)),
    ...(smallestGrant === undefined ? {} : { smallestGrant: changeValue(smallestGrant) }),
    notes,
    assumptions: [...assumptions, ...context.assumptions.map(assumptionValue)],
    check: checkCommand(identity, attributes),
  };
}

/** What is asked, as a SubjectAccessReview writes it. */
export function requestValue(attributes: Attributes): object {
  return attributes.kind === "resource"
    ? { resourceAttributes: resourceAttributes(attributes) }
    : { nonResourceAttributes: { verb: attributes.verb, path: attributes.path } };
}

export function identityValue({ user, groups }: Identity): object {
  return { ...(user === "" ? {} : { user }), groups };
}

function nearMissValue(miss: NearMiss, asked: Attributes): object {
  const { kind, binding, grant, change } = miss;
  const { object, namespace } = binding.entry;
  return {
    kind,
    text: nearMissWords(miss, asked),
    ...(grant === undefined
      ? { binding: objectValue(object.kind, object.meta.name, namespace) }
      : { grant: grantValue(grant) }),
    change: changeValue(change),
  };
}

function changeValue(change: Change): object {
  switch (change.change) {
    case "create":
      return { change: "create", objects: change.objects.map(manifest) };
    case "add-rule": {
      const { object, namespace } = change.role;
      return {
        change: "add-rule",
        role: objectValue(object.kind, object.meta.name, namespace),
        rule: ruleValue(change.rule),
      };
    }
    case "extend-rule": {
      const { role, rule, list, value } = change;
      const of = objectValue(role.object.kind, role.object.meta.name, role.namespace);
      return { change: "extend-rule", role: of, origin: place(rule.origin), list, value };
    }
  }
}

/** The object as one would apply it. */
function manifest(object: AccessRole | AccessBinding): object {
  const { apiVersion, kind, meta } = object;
  const namespace = meta.namespace?.value;
  const head = {
    apiVersion,
    kind,
    metadata: { name: meta.name.value, ...(namespace === undefined ? {} : { namespace }) },
  };
  if (!("roleRef" in object)) return { ...head, rules: object.rules.map(ruleValue) };
  const { roleRef, subjects } = object;
  const apiGroup = "rbac.authorization.k8s.io";
  return {
    ...head,
    roleRef: { apiGroup, kind: roleRef.kind.value, name: roleRef.name.value },
    subjects: subjects.map((subject) => ({
      ...(subject.kind === "ServiceAccount" ? {} : { apiGroup }),
      ...subjectValue(subject, namespace ?? ""),
    })),
  };
}
