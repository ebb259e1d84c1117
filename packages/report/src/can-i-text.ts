import type { Assumption, Attributes, CanIAnswer, Decision, KubernetesVersion } from "@authgraph/engine";
import type { Grant } from "@authgraph/rules";
import { changeWords, nearMissWords } from "./change-words.ts";
import { mergedAssumptions } from "./merged-assumptions.ts";
import { placeText, shortPlaceText } from "./place.ts";
import { printable, textWidth } from "./printable.ts";
import { checkCommand, identityWords, objectWords, requestWords, ruleWords, subjectWords } from "./question-words.ts";
import { type Paint, painter } from "./style.ts";

/** What holds for every answer of a run. */
export interface AnswerContext {
  readonly kubernetes: KubernetesVersion;
  readonly assumptions: readonly Assumption[];
  readonly color: boolean;
}

/** Of grants and near misses nobody reads more. */
const shown = 10;
const missesShown = 5;

/** The answer to one question for a person: yes or no, and why, hop by hop. */
export function* renderCanI(answer: CanIAnswer, context: AnswerContext): Iterable<string> {
  const paint = painter(context.color);
  const { decision, question, notes } = answer;
  yield `${headline(answer, paint)}\n`;
  for (const line of because(decision)) yield `  ${line}\n`;
  if (decision.outcome === "allowed") yield* proofLines(decision.proof, question.attributes, paint);
  else yield* missLines(answer, paint);
  for (const note of notes) yield `note: ${printable(note)}\n`;
  yield* assumedLines(context);
  yield `check: ${checkCommand(question.identity, question.attributes)}\n`;
}

/** What every answer rests on and no input says. */
export function* assumedLines({ kubernetes, assumptions }: AnswerContext): Iterable<string> {
  if (kubernetes.assumed) yield `assumed: Kubernetes ${kubernetes.minor} with its default roles and bindings\n`;
  for (const assumption of mergedAssumptions(assumptions)) yield `assumed: ${assumptionWords(assumption)}\n`;
}

/** With its place; printable. */
export function assumptionWords({ text, origin }: Assumption): string {
  return `${printable(text)}${origin === undefined ? "" : ` (${shortPlaceText(origin)})`}`;
}

function headline({ decision, question }: CanIAnswer, paint: Paint): string {
  const { identity, attributes } = question;
  const who = identityWords(identity);
  const what = requestWords(attributes);
  const groups = identity.user === "" ? identity.groups.slice(1) : identity.groups;
  const as = groups.length === 0 ? "" : ` (in ${printable(groups.join(", "))})`;
  switch (decision.outcome) {
    case "allowed":
      return `${paint("added", "yes")}: ${who} may ${what}${as}`;
    case "denied":
      return `${paint("removed", "no")}: ${who} may not ${what}${as}`;
    case "unknown":
      return `${paint("medium", "unknown")}: whether ${who} may ${what}${as}`;
  }
}

/** The proof says it all where there is one. */
function because(decision: Decision): readonly string[] {
  switch (decision.outcome) {
    case "allowed":
      return decision.proof.length > 0 ? [] : [printable(decision.reason)];
    case "denied":
      return decision.reason === "" ? ["nothing allows it"] : decision.reason.split("\n").map(printable);
    case "unknown":
      return decision.assumptions.map(
        ({ text, origin }) => `depends on ${printable(text)}${origin === undefined ? "" : ` (${placeText(origin)})`}`,
      );
  }
}

function* proofLines(proof: readonly Grant[], asked: Attributes, paint: Paint): Iterable<string> {
  const groups = proof.slice(0, shown).map((grant) => hopsOf(grant, asked));
  const width = Math.max(...groups.flat().map(({ text }) => textWidth(text)));
  for (const hops of groups) {
    yield "\n";
    for (const { word, text, place } of hops) {
      const gap = " ".repeat(width - textWidth(text) + 2);
      yield `  ${word.padEnd(8)} ${word === "binding" ? paint("strong", text) : text}${gap}${place}\n`;
    }
  }
  if (proof.length > shown) yield `\n  and ${proof.length - shown} more grants (-f json has them all)\n`;
  if (proof.length > 0) yield "\n";
}

/** One object of a proof, in words, and where it stands. */
export interface HopLine {
  readonly word: string;
  readonly text: string;
  readonly place: string;
}

/** A grant from its binding to its rule; the words of the rule that are about what is asked come first. */
export function hopsOf({ subject, binding, role, rule }: Grant, asked: Attributes | undefined): readonly HopLine[] {
  const { object, namespace } = binding.entry;
  const of = role.entry.object;
  return [
    {
      word: "binding",
      text: objectWords(object.kind, object.meta.name.value, namespace),
      place: placeText(object.meta.name.origin),
    },
    { word: "subject", text: subjectWords(subject, namespace), place: placeText(subject.origin) },
    {
      word: "role",
      text: objectWords(of.kind, of.meta.name.value, role.entry.namespace),
      place: placeText(of.meta.name.origin),
    },
    { word: "rule", text: ruleWords(rule, asked), place: placeText(rule.origin) },
  ];
}

function* missLines({ question, nearMisses, smallestGrant }: CanIAnswer, paint: Paint): Iterable<string> {
  if (nearMisses.length > 0) yield `\n  nearest:\n`;
  for (const miss of nearMisses.slice(0, missesShown)) {
    yield `  ${paint("strong", miss.kind)}: ${nearMissWords(miss, question.attributes)}\n`;
    yield `    to allow it: ${changeWords(miss.change)}\n`;
  }
  if (nearMisses.length > missesShown) {
    yield `  and ${nearMisses.length - missesShown} more (-f json has them all)\n`;
  }
  if (smallestGrant !== undefined) {
    yield `\n  ${nearMisses.length > 0 ? "or, for this alone" : "to allow this alone"}: ${changeWords(smallestGrant)}\n\n`;
  }
}
