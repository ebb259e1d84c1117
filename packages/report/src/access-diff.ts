import type { AccessComparison, DiffAnswer } from "@authgraph/engine";
import { accessChangeValues } from "./access-change-json.ts";
import { accessChangeLines } from "./access-change-lines.ts";
import { accessChangeMarkdown } from "./access-change-markdown.ts";
import { counted } from "./footer.ts";
import { jsonObject } from "./json-text.ts";
import { markdownCode } from "./markdown-text.ts";
import { printable } from "./printable.ts";
import { utf8Length } from "./utf8.ts";

export interface DiffContext {
  /** What the two states are called. */
  readonly old: string;
  readonly new: string;
  /** The old state, where it is a revision, so that its places may be gone: `main`. */
  readonly before: string | undefined;
  readonly color: boolean;
  /** All of it, however much that is. */
  readonly verbose: boolean;
}

/** Nobody reads more in one go. */
const linesShown = 200;

/** Who gained and who lost what, for a person. */
export function* renderDiff(answer: DiffAnswer, context: DiffContext): Iterable<string> {
  const { color, verbose, before } = context;
  const limit = verbose ? undefined : linesShown;
  for (const line of accessChangeLines(answer.clusters, { color, limit, before })) yield `${line}\n`;
  yield `${answer.clusters.length > 0 ? "\n" : ""}${printable(summary(answer, context))}\n`;
}

function summary({ clusters }: DiffAnswer, context: DiffContext): string {
  const between = `from ${context.old} to ${context.new}`;
  if (clusters.length === 0) return `nobody gained or lost access ${between}`;
  const { gained, lost, settings } = totals(clusters.map(({ comparison }) => comparison));
  const changed = settings > 0 ? `, ${counted(settings, "setting")} changed` : "";
  return `${counted(gained, "subject")} gained and ${lost} lost access${changed} ${between}`;
}

function totals(comparisons: readonly AccessComparison[]): Readonly<Record<"gained" | "lost" | "settings", number>> {
  const subjects = comparisons.flatMap((comparison) => comparison.subjects);
  return {
    gained: subjects.filter(({ gained }) => gained.length > 0).length,
    lost: subjects.filter(({ lost }) => lost.length > 0).length,
    settings: comparisons.reduce((sum, { settings }) => sum + settings.length, 0),
  };
}

/** The same for programs: `docs/schemas/diff.schema.json` says what stands where. */
export function* renderDiffJson({ clusters }: DiffAnswer, context: DiffContext): Iterable<string> {
  yield* jsonObject([
    { key: "schemaVersion", value: 1 },
    { key: "old", value: context.old },
    { key: "new", value: context.new },
    { key: "total", value: totals(clusters.map(({ comparison }) => comparison)) },
    { key: "clusters", list: accessChangeValues(clusters) },
  ]);
  yield "\n";
}

/** What leaves room in a comment of GitHub, which takes 65,536 characters. */
const commentLimit = 60_000;

/** The same as a comment of a pull request. */
export function* renderDiffMarkdown({ clusters }: DiffAnswer, context: DiffContext): Iterable<string> {
  const between = `from ${markdownCode(context.old)} to ${markdownCode(context.new)}`;
  if (clusters.length === 0) {
    yield `### Nobody gained or lost access\n\nCompared ${between}.\n`;
    return;
  }
  yield `### Who gained and who lost access\n\nCompared ${between}.\n\n`;
  let lines = accessChangeMarkdown(clusters);
  for (let limit = lines.length; !context.verbose && size(lines) > commentLimit && limit > 1; ) {
    limit = Math.floor(limit / 2);
    lines = accessChangeMarkdown(clusters, limit);
  }
  yield `${lines.join("\n").trimEnd()}\n`;
}

function size(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + utf8Length(line) + 1, 0);
}
