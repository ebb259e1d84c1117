import type { Finding, Hop, NamedRisk, Note } from "@authgraph/rules";
import { type Origin, positionAt, type SourceText } from "@authgraph/source";
import { acceptanceText } from "./acceptance.ts";
import { type FrameStyle, frame, gutter, type Mark } from "./frame.ts";
import { placeText, shortPlaceText } from "./place.ts";
import type { PrettyOptions } from "./pretty.ts";
import { printable } from "./printable.ts";
import { lastLineShown, remedyLines } from "./remedy.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import { hyperlink, type Paint } from "./style.ts";
import { wrapped } from "./wrap.ts";

/** Places that belong together: those of one text, or of one thing that no input wrote. */
type Place = SourceText | string;

/** `critical[rbac-grant-anonymous]: requests without credentials can …` */
export function headline({ severity, ruleId, title, state }: NamedRisk, paint: Paint): string {
  // What else a comparison leaves is new.
  const worse = state === "worse" ? " (worse)" : "";
  return `${paint(severity, `${severity}[${printable(ruleId)}]`)}${paint("strong", `: ${printable(title)}${worse}`)}`;
}

/** One finding: title, frames, notes, remedies, worth. */
export function findingLines(
  finding: Finding,
  options: PrettyOptions & { readonly severalClusters: boolean },
  paint: Paint,
): readonly string[] {
  const hops = chainOf(finding);
  const style = frameStyle(finding, options, paint);
  return [
    headline(finding, paint),
    ...framesOf(hops, finding.place, style),
    ...notesAbove(finding, style, options),
    ...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)),
    ...finding.notes
      .filter(({ kind }) => kind === "note")
      .flatMap(({ text }) => noteLines("note", text, style, options)),
    ...worthLines(finding, style, options),
  ];
}

/** The hops, the place among them. */
export function chainOf({ hops, place }: Finding): readonly Hop[] {
  return hops.some((hop) => isSameHop(hop, place)) ? hops : [place, ...hops];
}

/** With a margin that holds every line number of the finding. */
export function frameStyle(finding: Finding, { width }: Pick<PrettyOptions, "width">, paint: Paint): FrameStyle {
  return {
    paint,
    digits: String(lastLine(chainOf(finding), finding)).length,
    room: Math.min(Math.max(width - 8, 40), longestExcerpt),
    primary: finding.severity,
  };
}

/** A line of a file may be a megabyte long; this is how much of it a frame shows where nothing else bounds it. */
const longestExcerpt = 160;

export function isSameHop(one: Hop, other: Hop): boolean {
  if (one === other) return true;
  const [a, b] = [one.origin, other.origin];
  if (one.label !== other.label || one.step !== other.step) return false;
  if (a.kind === "built-in" || b.kind === "built-in") return a.kind === b.kind && placeOf(one) === placeOf(other);
  return a.source === b.source && a.start === b.start && a.end === b.end;
}

function placeOf({ origin }: Hop): Place {
  return origin.kind === "text" ? origin.source : origin.of;
}

function lastLine(hops: readonly Hop[], finding: Finding): number {
  let last = 1;
  for (const { origin } of hops) {
    if (origin.kind === "text") last = Math.max(last, positionAt(origin.source, origin.start).line);
  }
  return Math.max(last, ...finding.remedies.map(lastLineShown));
}

/** The text of the primary place first, the others in the order of the chain. */
function framesOf(hops: readonly Hop[], primary: Hop, style: FrameStyle): readonly string[] {
  const byPlace = new Map<Place, Hop[]>([[placeOf(primary), []]]);
  const seen: Hop[] = [];
  for (const hop of hops) {
    if (seen.some((other) => isSameHop(other, hop))) continue;
    seen.push(hop);
    const place = placeOf(hop);
    const known = byPlace.get(place);
    if (known === undefined) byPlace.set(place, [hop]);
    else known.push(hop);
  }
  const lines: string[] = [];
  let arrow = "--> ";
  for (const [place, group] of byPlace) {
    const head = headOf(group, primary);
    lines.push(
      " ".repeat(style.digits) + style.paint("gutter", arrow) + placeText(head.origin),
      gutter(style, undefined),
    );
    lines.push(...(typeof place === "string" ? wordsOnly(group, style) : frame(place, marks(group, primary), style)));
    lines.push(gutter(style, undefined));
    arrow = "::: ";
  }
  return lines;
}

/** The place in the heading of a frame: the primary one, else the first of the frame. */
function headOf(group: readonly Hop[], primary: Hop): Hop {
  const found = group.find((hop) => isSameHop(hop, primary));
  if (found !== undefined) return found;
  const start = ({ origin }: Hop): number => (origin.kind === "text" ? origin.start : 0);
  return group.toSorted((a, b) => start(a) - start(b))[0] ?? primary;
}

function marks(group: readonly Hop[], primary: Hop): readonly Mark[] {
  return group.flatMap((hop) =>
    hop.origin.kind === "text"
      ? [{ origin: hop.origin, label: hop.label, step: hop.step, primary: isSameHop(hop, primary) }]
      : [],
  );
}

function wordsOnly(group: readonly Hop[], style: FrameStyle): readonly string[] {
  return group.map(({ label, step }) => {
    const text = (step === undefined ? "" : `${step}. `) + printable(label);
    return `${gutter(style, undefined)} ${style.paint("remark", text)}`;
  });
}

/** The chain's end, who, why; the folded risks; the command that confirms it. */
function notesAbove(finding: Finding, style: FrameStyle, options: PrettyOptions): readonly string[] {
  const lines: string[] = [];
  let kindAbove: Note["kind"] | undefined;
  let step = Math.max(0, ...finding.hops.map((hop) => hop.step ?? 0));
  for (const { kind, text } of finding.notes) {
    if (kind === "note" || kind === "check") continue;
    if (kind === "then") {
      step++;
      const numbered = step === 1 || /^\d+\. /.test(text) ? text : `${step}. ${text}`;
      lines.push(...noteLines(kind, numbered, style, options, kindAbove === "then"));
    } else lines.push(...noteLines(kind, text, style, options));
    kindAbove = kind;
  }
  lines.push(...alsoLines(finding, style, options));
  for (const { kind, text } of finding.notes) {
    // A command is not wrapped: it is there to be copied.
    if (kind === "check") lines.push(...noteLines(kind, text, style, { ...options, width: Number.POSITIVE_INFINITY }));
  }
  return lines;
}

const shownFolded = 3;

function alsoLines(finding: Finding, style: FrameStyle, options: PrettyOptions): readonly string[] {
  const told = options.verbose ? finding.folded : newlyTold(finding);
  const shown = options.verbose ? told.length : shownFolded;
  return [
    ...told.slice(0, shown).flatMap((risk) => noteLines("also", alsoText(finding, risk, options), style, options)),
    ...(told.length > shown ? noteLines("also", `${told.length - shown} more (--verbose)`, style, options) : []),
  ];
}

/** Without those whose words begin another one's, as a power does the path that it is the first step of. */
function newlyTold({ title, identity: { object }, folded }: Finding): readonly NamedRisk[] {
  const said: readonly { readonly words: string; readonly object: string }[] = [
    { words: title, object },
    ...folded.map(({ also, identity }) => ({ words: also, object: identity.object })),
  ];
  return folded.filter(({ also, identity }, index) => {
    const before = said.slice(0, index + 1);
    return also === "" || !before.some(({ words, object: of }) => of === identity.object && words.startsWith(also));
  });
}

/** Only what differs from the finding is said: another subject, another rule, another place, another confidence. */
function alsoText(finding: Finding, risk: NamedRisk, { verbose }: PrettyOptions): string {
  const sameSubject = risk.identity.subject === finding.identity.subject;
  const sameObject = risk.identity.object === finding.identity.object;
  const said = sameSubject ? (risk.alsoOfSame ?? risk.also) : risk.also;
  const isThroughTheSame = !sameSubject && sameObject && risk.role !== undefined;
  const { origin } = risk.place;
  const worth = [
    ...(!sameObject || isElsewhere(origin, finding.place.origin) ? [shortPlaceText(origin)] : []),
    ...(risk.ruleId === finding.ruleId ? [] : [printable(risk.ruleId)]),
    `${risk.severity} ${risk.score.toFixed(1)}`,
    ...(risk.state === "worse" ? ["worse"] : []),
    ...(risk.confidence === finding.confidence ? [] : [risk.confidence]),
    "folded",
    ...(verbose ? [`authgraph explain ${shortFingerprint(risk)}`] : []),
  ];
  return `${isThroughTheSame ? throughTheSame(said) : said} (${worth.join(", ")})`;
}

/** Before what it leads to. */
function throughTheSame(said: string): string {
  const end = said.lastIndexOf(", which ");
  const claim = end < 0 ? said : said.slice(0, end);
  return `${claim} through the same binding${said.slice(claim.length)}`;
}

/** In another text, where the frames above do not show it. */
function isElsewhere(origin: Origin, primary: Origin): boolean {
  return origin.kind === "text" && !(primary.kind === "text" && primary.source.path === origin.source.path);
}

function noteLines(
  kind: Note["kind"] | "also",
  text: string,
  style: FrameStyle,
  { width }: PrettyOptions,
  continued = false,
): readonly string[] {
  const margin = " ".repeat(style.digits + 1);
  const lead = `${margin}= ${kind}: `;
  const indentation = lead.length;
  const lines = wrapped(continued ? " ".repeat(indentation) : lead, text, width, {
    wrap: indentation,
    ownLine: indentation,
  });
  const painted = `${margin}${style.paint("gutter", "=")} ${style.paint("strong", `${kind}:`)} `;
  return lines.map((line, index) => (index === 0 && !continued ? painted + line.slice(lead.length) : line));
}

function worthLines(
  finding: Finding,
  style: FrameStyle,
  options: PrettyOptions & { readonly severalClusters: boolean },
): readonly string[] {
  const margin = `${" ".repeat(style.digits + 1)}${style.paint("gutter", "=")} `;
  const page = `docs/rules/${printable(finding.ruleId)}.md`;
  const url = `${options.docsUrl}/rules/${encodeURIComponent(finding.ruleId)}.md`;
  const link = options.hyperlinks && options.docsUrl !== undefined ? hyperlink(url, page) : page;
  const parts = [
    `severity ${finding.score.toFixed(1)}`,
    `confidence ${finding.confidence}`,
    ...(options.severalClusters ? [`cluster ${printable(finding.cluster)}`] : []),
    ...(options.rulesWithoutPage?.has(finding.ruleId) === true ? [] : [link]),
    `authgraph explain ${shortFingerprint(finding)}`,
  ];
  const worth = margin + parts.join(", ");
  if (!options.verbose) return [worth];
  const acceptance = acceptanceText(finding);
  return [
    worth,
    `${margin}fingerprint ${finding.fingerprint}`,
    ...(acceptance === undefined ? [] : [`${margin}to accept it: ${acceptance}`]),
  ];
}
