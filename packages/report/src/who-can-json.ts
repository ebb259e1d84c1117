import type { WhoCanAnswer } from "@authgraph/engine";
import { requestValue } from "./can-i-json.ts";
import type { AnswerContext } from "./can-i-text.ts";
import { assumptionValue, decisionValue, grantValue } from "./decision-json.ts";
import { kubernetesValue, place } from "./json-place.ts";
import { jsonText } from "./json-text.ts";
import { yamlText } from "./yaml-text.ts";

/** Who may do something, for programs. */
export function renderWhoCanJson(answer: WhoCanAnswer, context: AnswerContext): string {
  return `${jsonText(whoCanValue(answer, context), 2)}\n`;
}

export function renderWhoCanYaml(answer: WhoCanAnswer, context: AnswerContext): string {
  return yamlText(whoCanValue(answer, context));
}

function whoCanValue(answer: WhoCanAnswer, { kubernetes, assumptions }: AnswerContext): object {
  const { attributes, subjects, members, nodes, anyNode, anybody, couldGain, notes } = answer;
  return {
    schemaVersion: 1,
    kubernetes: kubernetesValue(kubernetes),
    question: requestValue(attributes),
    subjects: subjects.map(({ subject, decision }) => ({ ...keyValue(subject), ...decisionValue(decision) })),
    members: members.map(({ user, group, origin }) => ({ ...keyValue(`User ${user}`), group, origin: place(origin) })),
    anybody: anybody.outcome,
    anyNode: anyNode.outcome,
    nodes: nodes.map(({ node, decision }) => ({ node, outcome: decision.outcome })),
    couldGain: couldGain.map(({ subject, way, target, grants }) => ({
      ...keyValue(subject),
      way,
      target,
      proof: grants.map(grantValue),
    })),
    notes,
    assumptions: assumptions.map(assumptionValue),
  };
}

/** A user whose name is that of a service account is told as one. */
function keyValue(key: `User ${string}` | `Group ${string}`): object {
  const space = key.indexOf(" ");
  const [kind, name] = [key.slice(0, space), key.slice(space + 1)];
  const [, namespace, account] = kind === "User" ? (/^system:serviceaccount:([^:]*):([^:]*)$/.exec(name) ?? []) : [];
  return account === undefined ? { kind, name } : { kind: "ServiceAccount", name: account, namespace };
}
