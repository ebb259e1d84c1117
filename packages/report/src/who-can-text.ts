import type { Decision, OneStep, SubjectDecision, WhoCanAnswer } from "@authgraph/engine";
import type { Grant } from "@authgraph/rules";
import { type AnswerContext, assumedLines } from "./can-i-text.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { identityWords, objectWords, requestWords } from "./question-words.ts";
import { painter } from "./style.ts";
import { tableLines } from "./table-text.ts";

/** Who may do something, for a person: by name, through groups, and who could come to it. */
export function* renderWhoCan(answer: WhoCanAnswer, context: AnswerContext): Iterable<string> {
  const paint = painter(context.color);
  const { attributes, subjects, members, couldGain, notes } = answer;
  const allowed = subjects.filter(({ decision }) => decision.outcome === "allowed");
  const open = subjects.filter(({ decision }) => decision.outcome === "unknown");

  yield `${paint("strong", `who may ${requestWords(attributes)}:`)}\n`;
  yield* tableLines(allowed.flatMap(({ subject, decision }) => grantRows(subject, decision)));
  yield* everybodyLines(answer);
  if (members.length > 0) {
    yield `\n${paint("strong", "through these groups, of those that the inputs name:")}\n`;
    yield* tableLines(
      members.map(({ user, group, origin }) => [
        identityWords({ user, groups: [] }),
        printable(`in Group ${group}`),
        placeText(origin),
      ]),
    );
  }
  if (open.length > 0) {
    yield `\n${paint("medium", "perhaps:")}\n`;
    yield* tableLines(open.map(openRow));
  }
  if (couldGain.length > 0) {
    yield `\n${paint("removed", "may not, and could make it so:")}\n`;
    yield* tableLines(couldGain.map(stepRow));
  }
  yield "\n";
  for (const note of notes) yield `note: ${printable(note)}\n`;
  yield* assumedLines(context);
}

/** The words of a key: `User x`, `Group x`, or the account that a user name stands for. */
function keyWords(key: SubjectDecision["subject"]): string {
  return key.startsWith("User ") ? identityWords({ user: key.slice("User ".length), groups: [] }) : printable(key);
}

function grantRows(subject: SubjectDecision["subject"], decision: Decision): readonly (readonly string[])[] {
  const who = keyWords(subject);
  if (decision.outcome !== "allowed") return [];
  if (decision.proof.length === 0) return [[who, printable(decision.reason), ""]];
  const seen = new Set<string>();
  return decision.proof.flatMap((grant) => {
    const words = bindingWords(grant);
    if (seen.has(words)) return [];
    seen.add(words);
    return [[seen.size === 1 ? who : "", words, placeText(grant.subject.origin)]];
  });
}

function bindingWords({ binding, role }: Grant): string {
  const { object, namespace } = binding.entry;
  const of = role.entry;
  const bound = objectWords(object.kind, object.meta.name.value, namespace);
  return `${bound}, ${objectWords(of.object.kind, of.object.meta.name.value, of.namespace)}`;
}

function openRow({ subject, decision }: SubjectDecision): readonly string[] {
  const [assumption] = decision.outcome === "unknown" ? decision.assumptions : [];
  const place = assumption?.origin === undefined ? "" : placeText(assumption.origin);
  return [keyWords(subject), `depends on ${printable(assumption?.text ?? decision.reason)}`, place];
}

function stepRow({ subject, way, target, grants: [grant] }: OneStep): readonly string[] {
  const what = { impersonate: "may act as", bind: "may bind", escalate: "may rewrite its own" }[way];
  return [
    keyWords(subject),
    `${what} ${way === "impersonate" && target.startsWith("User ") ? identityWords({ user: target.slice(5), groups: [] }) : printable(target)}`,
    grant === undefined ? "" : `${bindingWords(grant)} (${placeText(grant.rule.origin)})`,
  ];
}

/** Those whom no binding names: everybody, and kubelets. */
function* everybodyLines({ anybody, anyNode, nodes }: WhoCanAnswer): Iterable<string> {
  const word = { allowed: "yes", unknown: "perhaps", denied: "no" };
  if (anybody.outcome !== "denied") yield `  anybody: ${word[anybody.outcome]}, ${printable(anybody.reason)}\n`;
  if (anyNode.outcome !== anybody.outcome && anyNode.outcome !== "denied") {
    yield `  kubelets of any node (system:node:…, in system:nodes): ${word[anyNode.outcome]}\n`;
  }
  for (const { node, decision } of nodes) {
    yield `  kubelet of node ${printable(node)} (in system:nodes): ${word[decision.outcome]}\n`;
  }
}
