import type { Holding, PathsAnswer, Route } from "@authgraph/engine";
import type { EscalationPath, Step } from "@authgraph/rules";
import { type AnswerContext, assumedLines, type HopLine, hopsOf } from "./can-i-text.ts";
import { askedOf, endWords, identitiesOf, stepWords, waysOf } from "./paths-words.ts";
import { placeText } from "./place.ts";
import { printable, textWidth } from "./printable.ts";
import { objectWords } from "./question-words.ts";
import { type Paint, painter } from "./style.ts";
import { tableLines } from "./table-text.ts";
import { vertexWords } from "./vertex-words.ts";

export interface PathsContext extends AnswerContext {
  /** How many routes are told; undefined: all. */
  readonly limit: number | undefined;
}

/** Of those who are there already, and of those who share a route, nobody reads more. */
const namesShown = 5;

/** The ways to climb for a person: shortest first, each step with its proof. */
export function* renderPaths(answer: PathsAnswer, context: PathsContext): Iterable<string> {
  const paint = painter(context.color);
  const { already, routes, confidence } = answer;
  const shown = routes.slice(0, context.limit);
  if (already.length > 0) yield* alreadyLines(answer, paint);
  if (shown.length > 0) {
    yield `${already.length > 0 ? "\n" : ""}${paint("strong", `${titleOf(answer)}, shortest first:`)}\n`;
    const told = new Set<Step>();
    for (const [index, route] of shown.entries()) {
      yield* routeLines(route, index + 1, answer, told, paint);
    }
  } else if (already.length === 0) yield `${paint("added", "no path")} ${titleOf(answer).replace(/^paths /, "")}\n`;
  yield "\n";
  const rest = routes.slice(shown.length);
  if (rest.length > 0) yield `and ${restWords(rest, answer)} (--limit 0 shows all)\n`;
  if (confidence !== "possible") yield "note: steps that need something unknown are left out: --confidence possible\n";
  yield* assumedLines(context);
}

function titleOf({ from, to }: PathsAnswer): string {
  switch (from?.end) {
    case undefined:
      return `paths to ${endWords(to)}`;
    case "identity":
    case "cluster-admin":
      return `paths from ${endWords(from)} to ${endWords(to)}`;
    case "power":
      return `paths of those who have ${endWords(from)}, to ${endWords(to)}`;
  }
}

function* alreadyLines({ already, to }: PathsAnswer, paint: Paint): Iterable<string> {
  const title = {
    power: "have it already",
    identity: "cluster-admin, and so anybody",
    "cluster-admin": "cluster-admin already",
  };
  yield `${paint("strong", `${title[to.end]}:`)}\n`;
  yield* tableLines(already.slice(0, namesShown).map(alreadyRow));
  if (already.length > namesShown) yield `  and ${already.length - namesShown} more (-f json has them all)\n`;
}

function alreadyRow({ who, grants: [grant] }: Holding): readonly string[] {
  if (grant === undefined) return [vertexWords(who)];
  const [binding, , role] = hopsOf(grant, undefined);
  return [vertexWords(who), `${binding?.text}, ${role?.text}`, binding?.place ?? ""];
}

/** Proofs are told once: many paths end alike. */
function* routeLines(
  route: Route,
  number: number,
  answer: PathsAnswer,
  told: Set<Step>,
  paint: Paint,
): Iterable<string> {
  const { path, gains, others } = route;
  const { steps, confidence } = path;
  const length = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
  const sureness = paint(confidence === "certain" ? "strong" : "medium", confidence);
  yield `\n${paint("high", headOf(route, answer, number))}: ${length}, ${sureness}\n`;
  const proofs = steps.map(proofOf);
  const width = widthOf(steps.flatMap((step, index) => (told.has(step) ? [] : (proofs[index] ?? []))));
  for (const [index, step] of steps.entries()) {
    const proof = proofs[index] ?? [];
    const isRepeated = told.has(step) && proof.length > 0;
    yield `  ${index + 1}. ${stepWords(step)}${isRepeated ? " (as above)" : ""}\n`;
    if (!isRepeated) yield* hopLines(proof, paint, width);
    told.add(step);
  }
  const isAnybody = answer.to.end === "identity" && steps.at(-1)?.to.kind === "cluster-admin";
  if (isAnybody) yield `     and so act as ${endWords(answer.to)}\n`;
  if (gains !== undefined) {
    yield `     which can ${printable(gains.phrase)}\n`;
    for (const grant of gains.grants) yield* hopLines(hopsOf(grant, undefined), paint);
  }
  yield* othersLines(others, answer);
}

function* hopLines(hops: readonly HopLine[], paint: Paint, width: number = widthOf(hops)): Iterable<string> {
  for (const { word, text, place } of hops) {
    const gap = place === "" ? "" : " ".repeat(width - textWidth(text) + 2);
    yield `     ${paint("gutter", word.padEnd(8))} ${text}${gap}${place}\n`;
  }
}

function widthOf(hops: readonly HopLine[]): number {
  return Math.max(0, ...hops.map(({ text, place }) => (place === "" ? 0 : textWidth(text))));
}

function headOf({ path, others, members }: Route, { from }: PathsAnswer, number: number): string {
  if (from?.end === "identity") return `path ${number}`;
  const starts = [path, ...others.slice(0, 1)].map(({ steps: [first] }) => vertexWords(first.from));
  const known = members === 0 ? "" : `, with ${members} known members`;
  return others.length < 2 ? starts.join(" and ") + known : `${starts[0]} and ${others.length} more${known}`;
}

/** What makes a step possible, what it takes for granted, and what may stop it. */
function proofOf(step: Step): readonly HopLine[] {
  const { grants, assumption, obstacles } = step;
  return [
    ...(grants.length > 0 ? proofLines(step) : roleLines(step)),
    ...(assumption === undefined ? [] : [{ word: "assumed", text: printable(assumption), place: "" }]),
    ...obstacles.map((text) => ({ word: "obstacle", text: printable(text), place: "" })),
  ];
}

/** What several grants share is told once. What Kubernetes ships has no place of its own. */
function proofLines(step: Step): readonly HopLine[] {
  const told = new Map<string, HopLine>();
  for (const grant of step.grants) {
    const hops = hopsOf(grant, askedOf(step, grant));
    const [binding, , role] = hops;
    const through = { word: "through", text: `${binding?.text}, ${role?.text} (${role?.place})`, place: "" };
    const isShipped = grant.binding.entry.object.origin.kind === "built-in";
    for (const hop of isShipped ? [through] : hops) told.set(`${hop.word} ${hop.text} ${hop.place}`, hop);
  }
  return [...told.values()];
}

/** Of a role that somebody bound to themselves: no binding is there yet. Other steps say their place by themselves. */
function roleLines({ from, power }: Step): readonly HopLine[] {
  if (from.kind !== "role" || power === undefined) return [];
  return power.witnesses.flatMap(({ grant }) =>
    hopsOf(grant, undefined).filter(({ word }) => word === "role" || word === "rule"),
  );
}

function* othersLines(others: readonly EscalationPath[], { from }: PathsAnswer): Iterable<string> {
  if (others.length === 0) return;
  yield from?.end === "identity" ? "  the same through\n" : "  the same for\n";
  const rows = others.slice(0, namesShown).map(({ steps: [first] }) => {
    const { words, places } = bindingsOf(first);
    return [...(from?.end === "identity" ? [] : [vertexWords(first.from)]), words, places];
  });
  for (const line of tableLines(rows)) yield `  ${line}`;
  if (others.length > namesShown) yield `    and ${others.length - namesShown} more (-f json has them all)\n`;
}

function bindingsOf({ grants }: Step): { readonly words: string; readonly places: string } {
  const bindings = [...new Set(grants.map(({ binding }) => binding.entry))];
  return {
    words: bindings
      .map(({ object, namespace }) => objectWords(object.kind, object.meta.name.value, namespace))
      .join(", "),
    places: bindings.map(({ object }) => placeText(object.meta.name.origin)).join(", "),
  };
}

function restWords(rest: readonly Route[], { from }: PathsAnswer): string {
  if (from?.end === "identity") return `${rest.length} longer or less sure ones`;
  const count = identitiesOf(rest);
  return `${count} more ${count === 1 ? "identity" : "identities"}: ${waysOf(rest)}`;
}
