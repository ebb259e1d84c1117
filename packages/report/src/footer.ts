import type { Coverage, Run, RunChange, SkippedFile, SkipReason } from "@authgraph/engine";
import { comparisonLines, excuseLines, firstRunLines } from "./comparison-text.ts";
import { mergedAssumptions } from "./merged-assumptions.ts";
import { compareText, sortedDiagnostics, sortedSkips } from "./order.ts";
import { shortPlaceText } from "./place.ts";
import type { PrettyOptions } from "./pretty.ts";
import { printable } from "./printable.ts";
import { countBySeverity } from "./severity.ts";
import { suppressionCounts, suppressionEntries } from "./suppression-lines.ts";
import { wrapped } from "./wrap.ts";

type LineOptions = Pick<PrettyOptions, "verbose" | "width">;

/**
 * What a scan of any size says of itself: counts, coverage, assumptions, what was not looked at, how it ends. Of a change
 * the counts alone: what it did not touch is told by a scan of everything, and here with `--verbose`.
 */
export function footerLines(run: Run, options: PrettyOptions): readonly string[] {
  if (run.change !== undefined && !options.verbose) return changeFooterLines(run, run.change, options);
  return [
    countLine(run, verboseHint),
    ...comparisonLines(run),
    ...suppressionLines(run, options),
    ...diagnosticsLines(run, options),
    ...coverageLines(run.coverage, options),
    ...configurationLine(run),
    ...notReadYet(run),
    ...listed("assumed: ", assumptions(run), options),
    ...notEvaluatedLines(run, options),
    ...exitLines(options),
    ...firstRunLines(run, options.exit?.code),
  ];
}

function changeFooterLines(run: Run, change: RunChange, options: PrettyOptions): readonly string[] {
  const suppressed = suppressionCounts(run);
  const taken = assumptions(run).length;
  const unasked = new Set(run.notEvaluated.map(({ rule }) => rule)).size;
  const more = [
    ...(taken === 0 ? [] : [counted(taken, "assumption")]),
    ...(unasked === 0 ? [] : [`${counted(unasked, "rule")} not evaluated`]),
  ];
  return [
    countLine(run, verboseHint),
    ...comparisonLines(run),
    ...(suppressed === "" ? [] : [suppressed]),
    ...diagnosticsLines(run, options),
    ...skipped(unusuallySkipped(change), options),
    coverageLine(run.coverage) + (more.length === 0 ? "" : `; ${more.join(", ")}${verboseHint}`),
    ...configurationLine(run),
    ...exitLines(options),
  ];
}

/** What formats of a line for each finding end with: what was read, what was not looked at, the counts last. */
export function shortFooter(run: Run): string {
  const options: LineOptions = { verbose: false, width: Number.POSITIVE_INFINITY };
  const suppressed = suppressionCounts(run);
  const lines = [
    ...excuseLines(run, options),
    ...(run.change === undefined ? [] : skipped(unusuallySkipped(run.change), options)),
    coverageLine(run.coverage),
    ...notEvaluatedLines(run, options),
    ...comparisonLines(run),
    ...(suppressed === "" ? [] : [suppressed]),
    countLine(run),
  ];
  return `${lines.join("\n")}\n`;
}

/** `3 findings: 2 critical, 1 high; folded into them: 6 (--verbose)`; the hint only where there is more to see. */
export function countLine({ findings, baseline, change }: Run, hint = ""): string {
  if (findings.length === 0)
    return baseline === undefined && change === undefined ? "no findings" : "nothing new or worse";
  const folded = findings.reduce((sum, finding) => sum + finding.folded.length, 0);
  const more = folded === 0 ? "" : `; folded into them: ${folded}${hint}`;
  return `${counted(findings.length, "finding")}: ${countBySeverity(findings)}${more}`;
}

/** Where pretty says all. */
export const verboseHint = " (--verbose)";

export function exitLines({ exit }: PrettyOptions): readonly string[] {
  if (exit === undefined) return [];
  return [`exit ${exit.code}: ${printable(exit.reason)}`, ...(exit.next === undefined ? [] : [printable(exit.next)])];
}

function suppressionLines(run: Run, options: LineOptions): readonly string[] {
  return suppressionEntries(run, options.verbose).flatMap(({ lead, entries }) => listed(lead, entries, options));
}

/** Errors are shown beside the result, of a change those that it brings along; the rest only when all is. */
function diagnosticsLines({ diagnostics, change }: Run, { verbose }: LineOptions): readonly string[] {
  if (diagnostics.length === 0) return [];
  const of = (level: "error" | "warning" | "note"): number =>
    diagnostics.filter((diagnostic) => diagnostic.level === level).length;
  const counts = (["error", "warning", "note"] as const).filter((level) => of(level) > 0);
  const isShown = verbose || (change === undefined && counts.every((level) => level === "error"));
  const words = counts.map((level) => counted(of(level), level)).join(", ");
  return [`about the inputs: ${words}${isShown ? "" : verboseHint}`];
}

/** `read 7 of 9 files, 9 of 11 documents: 8 access objects, 1 kube-apiserver` */
function coverageLine({ filesSeen, filesRead, documentsSeen, documents, objects, ...rest }: Coverage): string {
  const of = (some: number, all: number, noun: string): string =>
    some === all ? counted(all, noun) : `${some} of ${counted(all, noun)}`;
  const found = [counted(objects, "access object"), ...components(rest.components)].join(", ");
  return `read ${of(filesRead, filesSeen, "file")}, ${of(documents.evaluated, documentsSeen, "document")}: ${found}`;
}

function coverageLines(coverage: Coverage, options: PrettyOptions): readonly string[] {
  return [coverageLine(coverage), ...setAside(coverage), ...skipped(coverage.filesSkipped, options)];
}

function components(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([name, count]) => `${count} ${printable(name)}`);
}

/** Documents that were read and not evaluated, so that the numbers add up. */
const outcomes = [
  ["not-ours", "of other kinds"],
  ["template", "not rendered yet (templates)"],
  ["patch", "patches or components of kustomize"],
  ["refused", "refused"],
  ["overwritten", "overwritten by later ones"],
  ["empty", "empty"],
] as const satisfies readonly (readonly [keyof Coverage["documents"], string])[];

function setAside({ documents }: Coverage): readonly string[] {
  const some = outcomes.filter(([outcome]) => documents[outcome] > 0);
  if (some.length === 0) return [];
  const all = some.reduce((sum, [outcome]) => sum + documents[outcome], 0);
  return [
    `set aside ${counted(all, "document")}: ${some.map(([outcome, words]) => `${documents[outcome]} ${words}`).join(", ")}`,
  ];
}

/** Reasons that any folder of sources gives; files skipped for another one are named. */
const usual: ReadonlySet<SkipReason> = new Set(["ignored by git", "not a format we read", "binary"]);
const shownSkipped = 5;

/** What a change brings along and nobody looks at. */
export function unusuallySkipped({ filesSkipped }: RunChange): readonly SkippedFile[] {
  return filesSkipped.filter(({ reason }) => !usual.has(reason));
}

function skipped(files: readonly SkippedFile[], options: LineOptions): readonly string[] {
  if (files.length === 0) return [];
  const sorted = sortedSkips(files);
  const named = options.verbose ? sorted : sorted.filter(({ reason }) => !usual.has(reason)).slice(0, shownSkipped);
  const namedSet = new Set(named);
  const counts = new Map<SkipReason, number>();
  for (const file of sorted) {
    if (!namedSet.has(file)) counts.set(file.reason, (counts.get(file.reason) ?? 0) + 1);
  }
  const wide = Math.max(0, ...named.map(({ path }) => printable(path).length));
  const rest = [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([reason, count]) => `${count} ${reason}`);
  const entries = named.map(({ path, reason }) => `${printable(path).padEnd(wide)}  ${reason}`);
  if (rest.length > 0) entries.push((named.length > 0 ? "and " : "") + rest.join(", "));
  const lead = `skipped ${counted(files.length, "file")}: `;
  return entries.map((entry, index) => (index === 0 ? lead : " ".repeat(lead.length)) + entry);
}

/** What is scanned may say itself how: whoever reads the result has to know. */
function configurationLine({ configuration }: Run): readonly string[] {
  if (configuration === undefined) return [];
  const { path, state } = configuration;
  return [`configuration: ${printable(path)}${state === undefined ? "" : ` of ${printable(state)}`}`];
}

const shownUnread = 3;

/** Documents that say how a control plane runs and that no rule has seen: without this, silence reads as "clean". */
function notReadYet({ diagnostics }: Run): readonly string[] {
  const unread = sortedDiagnostics(diagnostics.filter(({ id }) => id === "not-read-yet"));
  if (unread.length === 0) return [];
  const places = unread.slice(0, shownUnread).map(({ origin }) => shortPlaceText(origin));
  const more = unread.length - places.length;
  const where = [...places, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  const that = unread.length === 1 ? "that configures" : "that configure";
  return [`not read yet: ${counted(unread.length, "document")} ${that} a control plane or kubelets (${where})`];
}

const shownAssumptions = 10;

/** The version whose facts hold, cluster by cluster, then what else was taken for granted. */
export function assumptions({ clusters, assumptions: all }: Run): readonly string[] {
  const several = clusters.length > 1;
  const versions = clusters.map(({ name, kubernetes }) => {
    const place = kubernetes.origin === undefined ? "" : ` (${shortPlaceText(kubernetes.origin)})`;
    const version = `Kubernetes ${kubernetes.minor}${kubernetes.assumed ? " (nothing says which)" : place}`;
    return `${several ? `${printable(name)}: ` : ""}${version} with its default roles and bindings`;
  });
  const texts = clusters.flatMap(({ name }) =>
    mergedAssumptions(all.filter(({ cluster }) => cluster === name)).map(({ text, origin }) => {
      const place = origin === undefined ? "" : ` (${shortPlaceText(origin)})`;
      return `${several ? `${printable(name)}: ` : ""}${text}${place}`;
    }),
  );
  const unique = [...new Set(texts)];
  const more = unique.length - shownAssumptions;
  return [...versions, ...unique.slice(0, shownAssumptions), ...(more > 0 ? [`${more} more`] : [])];
}

const shownRules = 4;

function notEvaluatedLines(run: Run, options: LineOptions): readonly string[] {
  return listed("not evaluated: ", notEvaluated(run, options), options);
}

/** One line for each reason and the clusters for which it holds, which are named unless it holds for all. */
function notEvaluated(run: Run, { verbose }: LineOptions): readonly string[] {
  const clustersOf = new Map<string, string[]>();
  for (const { rule, reason, cluster } of run.notEvaluated.toSorted((a, b) => compareText(a.rule, b.rule))) {
    const key = `${rule}\0${reason}`;
    clustersOf.set(key, [...(clustersOf.get(key) ?? []), cluster]);
  }
  const byReason = new Map<string, string[]>();
  for (const [key, clusters] of clustersOf) {
    const [rule = "", reason = ""] = key.split("\0");
    const where = clusters.length === run.clusters.length ? "" : `: ${clusters.map(printable).join(", ")}`;
    byReason.set(reason + where, [...(byReason.get(reason + where) ?? []), rule]);
  }
  return [...byReason].map(([reason, names]) => {
    const more = verbose ? 0 : Math.max(0, names.length - shownRules);
    const shown = names.slice(0, names.length - more);
    return `${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ")} (${reason})`;
  });
}

/** Entries below each other, under the first. */
function listed(lead: string, entries: readonly string[], { width }: LineOptions): readonly string[] {
  const indentation = lead.length;
  return entries.flatMap((entry, index) =>
    wrapped(index === 0 ? lead : " ".repeat(indentation), entry, width, {
      wrap: indentation + 2,
      ownLine: indentation,
    }),
  );
}

/** `1 finding`, `2 findings` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
