import type { FoundRisk, Run } from "@authgraph/engine";
import type { Finding, Hop, NamedRisk, Note, RuleMetadata } from "@authgraph/rules";
import { acceptanceText, acceptCommand } from "./acceptance.ts";
import { chainOf, frameStyle, headline, isSameHop } from "./finding-text.ts";
import { assumptions } from "./footer.ts";
import { type FrameStyle, frame, gutter } from "./frame.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { ratingWords } from "./rating-words.ts";
import { remedyLines } from "./remedy.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import { type Paint, painter } from "./style.ts";
import { suppressionText } from "./suppression-lines.ts";
import { harmless, wrapped } from "./wrap.ts";

export interface StoryOptions {
  readonly color: boolean;
  /** Columns; infinite where it is no terminal. */
  readonly width: number;
}

/**
 * All there is to say of one finding, in the order in which a person asks: who can do it and through what, what follows,
 * what else has the same cause, what to do, how to see it on a cluster, why it has this number, and what was assumed.
 */
export function* renderStory({ finding, risk, by }: FoundRisk, run: Run, options: StoryOptions): Iterable<string> {
  const paint = painter(options.color);
  const style = frameStyle(finding, options, paint);
  const text = (words: string): readonly string[] => paragraph(words, options);
  const rule = run.rules.find(({ id }) => id === finding.ruleId);

  yield block([headline(finding, paint), ...asked(finding, risk)]);
  if (by !== undefined) yield* section("Suppressed by", text(suppressionText(by)), paint);
  yield* section("Who, and through what", chainLines(finding, style), paint);
  yield* section("What follows", notes(finding, "then").flatMap(text), paint);
  yield* section("Who can use it", notes(finding, "who").flatMap(text), paint);
  yield* section("Why", notes(finding, "why").flatMap(text), paint);
  yield* section(
    "Folded into it: the same cause",
    finding.folded.flatMap((one) => foldedLines(one, paint)),
    paint,
  );
  yield* section(
    "What to do",
    [
      ...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)),
      ...notes(finding, "note").flatMap((note) => text(`note: ${note}`)),
    ],
    paint,
  );
  // A command is not wrapped: it is there to be copied.
  yield* section(
    "How to check",
    notes(finding, "check").map((command) => `  ${printable(command)}`),
    paint,
  );
  yield* section("What it is worth", ratingWords(finding).flatMap(text), paint);
  yield* section("The rule", ruleLines(finding, rule).flatMap(text), paint);
  yield* section("What was assumed", assumptions(ofCluster(run, finding)).flatMap(text), paint);
  // Neither is what is there to be pasted.
  const accept = by === undefined ? acceptLines(finding) : [fingerprintLine(finding)];
  yield* section(
    by === undefined ? "To accept it" : "To speak of it",
    accept.map((line) => `  ${line}`),
    paint,
  );
}

/** Clusters are judged apart: what is assumed of another one says nothing of this finding. */
function ofCluster(run: Run, { cluster }: Finding): Run {
  const { clusters, assumptions: all } = run;
  return {
    ...run,
    clusters: clusters.filter(({ name }) => name === cluster),
    assumptions: all.filter((one) => one.cluster === cluster),
  };
}

function block(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function* section(title: string, lines: readonly string[], paint: Paint): Iterable<string> {
  if (lines.length > 0) yield `\n${block([paint("strong", title), ...lines])}`;
}

function paragraph(words: string, { width }: StoryOptions): readonly string[] {
  return wrapped("  ", words, width, { wrap: 4, ownLine: 4 });
}

function notes(finding: Finding, kind: Note["kind"]): readonly string[] {
  const texts = finding.notes.filter((note) => note.kind === kind).map(({ text }) => text);
  if (kind !== "then") return texts;
  const last = Math.max(0, ...finding.hops.map(({ step }) => step ?? 0));
  return texts.map((text, index) => (/^\d+\. /.test(text) ? text : `${last + index + 1}. ${text}`));
}

/** The fingerprint that was asked for may be that of a risk the finding only mentions. */
function asked(finding: Finding, risk: NamedRisk): readonly string[] {
  if (risk.fingerprint === finding.fingerprint) return [];
  return [
    `${shortFingerprint(risk)} is folded into it: ${risk.severity}[${printable(risk.ruleId)}] ${printable(risk.title)}`,
  ];
}

/** Each hop in its order with the line it is read from; remarks stand in the frame of the step they belong to. */
function chainLines(finding: Finding, style: FrameStyle): readonly string[] {
  const groups: [Hop, ...Hop[]][] = [];
  for (const hop of inOrder(chainOf(finding))) {
    const last = groups.at(-1);
    if (last !== undefined && hop.step === undefined && isSameText(last[0], hop)) last.push(hop);
    else groups.push([hop]);
  }
  return groups.flatMap((hops) => hopLines(hops, finding, style));
}

/** By step; what has none stays behind what it stood behind. */
function inOrder(hops: readonly Hop[]): readonly Hop[] {
  let step = 0;
  return hops
    .map((hop) => {
      step = hop.step ?? step;
      return { hop, step };
    })
    .toSorted((a, b) => a.step - b.step)
    .map(({ hop }) => hop);
}

function isSameText(one: Hop, other: Hop): boolean {
  return one.origin.kind === "text" && other.origin.kind === "text" && one.origin.source === other.origin.source;
}

function hopLines(hops: readonly [Hop, ...Hop[]], { place }: Finding, style: FrameStyle): readonly string[] {
  const [{ origin, label, step }] = hops;
  const [heading, bar] = [
    " ".repeat(style.digits) + style.paint("gutter", "--> ") + placeText(origin),
    gutter(style, undefined),
  ];
  if (origin.kind === "built-in") {
    const words = (step === undefined ? "" : `${step}. `) + printable(label);
    return [heading, bar, `${bar} ${style.paint("remark", words)}`, bar];
  }
  const marks = hops.flatMap((hop) =>
    hop.origin.kind === "text" ? [{ ...hop, origin: hop.origin, primary: isSameHop(hop, place) }] : [],
  );
  return [heading, bar, ...frame(origin.source, marks, style), bar];
}

function foldedLines(risk: NamedRisk, paint: Paint): readonly string[] {
  const { score, confidence, place } = risk;
  return [
    `  ${headline(risk, paint)}`,
    `    ${harmless(placeText(place.origin))}, ${score.toFixed(1)}, ${confidence}, fingerprint ${shortFingerprint(risk)}`,
  ];
}

function ruleLines({ ruleId }: Finding, rule: RuleMetadata | undefined): readonly string[] {
  if (rule === undefined) return [ruleId];
  const { title, why, references } = rule;
  return [`${ruleId}: ${title}`, why.trim(), ...references];
}

function acceptLines(finding: Finding): readonly string[] {
  const text = acceptanceText(finding);
  const fingerprint = fingerprintLine(finding);
  if (text === undefined) return [fingerprint];
  const command = acceptCommand(finding);
  return text.startsWith(command) ? [text, fingerprint] : [text, command, fingerprint];
}

function fingerprintLine({ fingerprint }: Finding): string {
  return `fingerprint ${fingerprint}`;
}
