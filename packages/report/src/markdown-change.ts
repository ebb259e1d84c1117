import type { AddedExcuse, RunChange, SkippedFile } from "@authgraph/engine";
import { accessChangeMarkdown } from "./access-change-markdown.ts";
import { excusesByKind } from "./comparison-text.ts";
import { counted, unusuallySkipped } from "./footer.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { shortPlaceText } from "./place.ts";

/** Who gained the most comes first. */
const accessLimit = 40;
/** Of each kind. */
const shownExcuses = 10;
const shownSkipped = 10;

/**
 * What a change does beside its findings, line by line: who gained and lost what, and what it brings along to keep
 * findings silent.
 */
export function changeLines(change: RunChange): readonly string[] {
  const { since, access, risks, excuses } = change;
  const unread = unusuallySkipped(change);
  const counts = [
    `${counted(risks.new, "risk")} new`,
    `${risks.worse} worse`,
    ...(risks.old === 0 ? [] : [`${risks.old} known and not shown`]),
    ...(risks.gone.length === 0 ? [] : [`${risks.gone.length} gone`]),
  ];
  const told = accessChangeMarkdown(access, accessLimit);
  const lines = [
    `Since ${markdownCode(since)}: ${counts.join(", ")}.`,
    // What would make others silent is told before a long list can hide it.
    ...(excuses.length === 0 ? [] : ["", ...excuseLines(excuses)]),
    ...(unread.length === 0 ? [] : ["", ...skippedLines(unread)]),
    ...(told.length === 0 ? [] : ["", ...told]),
  ];
  return ["", ...lines].map((line) => `${line}\n`);
}

function excuseLines(excuses: readonly AddedExcuse[]): readonly string[] {
  return [
    "**Added to keep findings silent**",
    "",
    ...excusesByKind(excuses, shownExcuses).flatMap(({ shown, left }) => [
      ...shown.map(excuseLine),
      ...(left === undefined ? [] : [`- ${left}`]),
    ]),
  ];
}

function excuseLine({ kind, text, origin, applied }: AddedExcuse): string {
  const taken = applied ? "" : ", not taken from the change itself";
  return `- ${markdownText(`${kind}: ${text}`)} (${markdownCode(shortPlaceText(origin))}${taken})`;
}

function skippedLines(files: readonly SkippedFile[]): readonly string[] {
  const more = files.length - shownSkipped;
  return [
    "**Not looked at**",
    "",
    ...files.slice(0, shownSkipped).map(({ path, reason }) => `- ${markdownCode(path)}: ${reason}`),
    ...(more > 0 ? [`- ${more} more`] : []),
  ];
}
