import type { Run } from "@authgraph/engine";
import type { Finding, Hop } from "@authgraph/rules";
import { counted, countLine, shortFooter } from "./footer.ts";
import { changeLines } from "./markdown-change.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { printable } from "./printable.ts";
import { type RepositoryOptions, type RepositoryPlaces, repositoryPlaces } from "./repository-place.ts";
import { countBySeverity } from "./severity.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import { utf8Length } from "./utf8.ts";

export interface MarkdownOptions extends RepositoryOptions {
  /** Named in a hidden first line, by which a program finds the comment that it updates. */
  readonly category?: string | undefined;
  /** Most bytes of UTF-8. GitHub takes comments of 65,536 characters and job summaries of 1 MiB. */
  readonly limit?: number | undefined;
  /** Where a line of a file can be read, to link to it. */
  readonly urlOf?: ((path: string, line: number) => string) | undefined;
  /** Where the documentation is published. */
  readonly docsUrl?: string | undefined;
}

/** What leaves room for whatever the poster of a comment adds to it. */
const commentLimit = 60_000;
const shownChains = 10;
/** Steps of one chain; the first and the last tell the most, but a chain this long is rare. */
const shownHops = 20;
/** A name may be as long as a file. */
const longestCell = 400;

/**
 * The report as a comment of a pull request or the summary of a job: how many of each severity, a row for each finding,
 * the chains of the most severe, what was read. What exceeds the limit is counted, not shown.
 */
export function* renderMarkdown(given: Run, options: MarkdownOptions = {}): Iterable<string> {
  const places = repositoryPlaces(options);
  const run = { ...given, findings: places.inOrder(given.findings) };
  const head = `${marker(options.category)}### ${titleOf(run)}\n`;
  const foot = `\n${footer(run)}\n`;
  let room = (options.limit ?? commentLimit) - utf8Length(head) - utf8Length(foot);

  const hints = utf8Length(leftOut(run.findings.length, "finding")) + utf8Length(leftOut(shownChains, "chain"));
  const changed = run.change === undefined ? [] : changeLines(run.change);
  const change = fitting(changed, room / 4);
  const changeHint = leftOut(changed.length - change.shown.length, "line");
  room -= utf8Length(rowsHead) + hints + change.size + utf8Length(changeHint);
  // The chains of the worst may take half of the room, the rows have the rest.
  const worst = run.findings.slice(0, shownChains);
  const chains = fitting(
    worst.map((finding) => chain(finding, places, options)),
    room / 2,
  );
  const rows = fitting(
    mapped(run.findings, (finding) => row(finding, places, options)),
    room - chains.size,
  );

  yield head + change.shown.join("") + changeHint;
  if (run.findings.length > 0) {
    if (rows.shown.length > 0) yield rowsHead + rows.shown.join("");
    yield leftOut(run.findings.length - rows.shown.length, "finding");
    yield chains.shown.join("");
    yield leftOut(worst.length - chains.shown.length, "chain");
  }
  yield foot;
}

/** The hidden first line of a category's comment. */
function marker(category: string | undefined): string {
  if (category === undefined) return "";
  // Two hyphens or `>` could end an HTML comment.
  const name = category.replace(/[^\w./ -]+/g, "-").replace(/-{2,}/g, "-");
  return `<!-- authgraph:${name} -->\n`;
}

function titleOf(run: Run): string {
  const { findings } = run;
  if (findings.length === 0) return `authgraph: ${countLine(run)}`;
  return `authgraph: ${counted(findings.length, "finding")}: ${countBySeverity(findings)}`;
}

const rowsHead = "\n| Severity | Finding | Where | Rule |\n| --- | --- | --- | --- |\n";

function row(finding: Finding, places: RepositoryPlaces, options: MarkdownOptions): string {
  const { severity, state, title, folded, ruleId } = finding;
  const worth = `${severity}${state === "worse" ? ", worse" : ""}`;
  const more = folded.length === 0 ? "" : ` (+${folded.length})`;
  const cells = [worth, markdownText(shortened(title)) + more, placeLink(finding.place, places, options)];
  return `| ${[...cells, ruleLink(ruleId, options)].join(" | ")} |\n`;
}

function chain(finding: Finding, places: RepositoryPlaces, options: MarkdownOptions): string {
  const { severity, score, title, hops, notes, remedies, confidence } = finding;
  const then = notes.filter(({ kind }) => kind === "then").map(({ text }) => `- then ${markdownText(text)}\n`);
  const remedy = remedies[0];
  return [
    `\n<details><summary><b>${severity}</b> ${markdownText(shortened(title))}</summary>\n\n`,
    ...hops.slice(0, shownHops).map((hop) => hopLine(hop, places, options)),
    ...(hops.length > shownHops ? [`- ${hops.length - shownHops} more\n`] : []),
    ...then,
    ...(remedy === undefined ? [] : [`\nTo fix it: ${remedy.text.split("\n").map(markdownText).join("<br>")}\n`]),
    `\n${score.toFixed(1)}, ${confidence}; ${markdownCode(`authgraph explain ${shortFingerprint(finding)}`)}\n\n</details>\n`,
  ].join("");
}

function hopLine(hop: Hop, places: RepositoryPlaces, options: MarkdownOptions): string {
  const label = hop.label === "" ? "" : ` ${markdownText(hop.label)}`;
  return `- ${hop.step === undefined ? "" : `${hop.step}: `}${placeLink(hop, places, options)}${label}\n`;
}

function placeLink({ origin }: Hop, places: RepositoryPlaces, { urlOf }: MarkdownOptions): string {
  const code = markdownCode(places.words(origin));
  const place = places.of(origin);
  return place === undefined || urlOf === undefined ? code : linked(code, urlOf(place.path, place.region.startLine));
}

function ruleLink(ruleId: string, { docsUrl }: MarkdownOptions): string {
  const code = markdownCode(ruleId);
  return docsUrl === undefined ? code : linked(code, `${docsUrl}/rules/${encodeURIComponent(ruleId)}.md`);
}

/** HTML, because what ends a link of Markdown may stand in a URL. */
function linked(html: string, url: string): string {
  const address = url.replace(/[&<>"|\s]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<a href="${address}">${html}</a>`;
}

function footer(run: Run): string {
  // What a change does stands above, and so do the counts where nothing was found.
  const lines = shortFooter({ ...run, change: undefined })
    .trimEnd()
    .split("\n")
    .slice(0, run.findings.length === 0 ? -1 : undefined);
  return `<sub>${lines.map(markdownText).join("<br>")}</sub>`;
}

function shortened(text: string): string {
  const shown = printable(text);
  return shown.length <= longestCell ? text : `${shown.slice(0, longestCell)}…`;
}

/** Says of what does not fit how much there is; nothing where all of it fits. */
function leftOut(count: number, noun: string): string {
  return count === 0
    ? ""
    : `\n${counted(count, `more ${noun}`)} left out to keep this short; the other formats have all.\n`;
}

/** The first pieces that fit together, asked for no further than that. */
function fitting(pieces: Iterable<string>, room: number): { readonly shown: readonly string[]; readonly size: number } {
  const shown: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    const next = size + utf8Length(piece);
    if (next > room) break;
    shown.push(piece);
    size = next;
  }
  return { shown, size };
}

function* mapped<T>(values: Iterable<T>, map: (value: T) => string): Iterable<string> {
  for (const value of values) yield map(value);
}
