import type { AccessComparison, ClusterComparison } from "@authgraph/engine";
import { type ChangedSubjects, changedSubjects } from "./access-change-groups.ts";
import { accessLines, listWords, whoWords } from "./access-change-words.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { shortPlaceText } from "./place.ts";

/** The same as lines of Markdown, for a comment or a summary; none where nobody gained or lost anything. */
export function accessChangeMarkdown(
  clusters: readonly ClusterComparison[],
  limit: number = Number.POSITIVE_INFINITY,
): readonly string[] {
  const changed = clusters.filter(({ comparison }) => comparison.subjects.length + comparison.settings.length > 0);
  const lines: string[] = [];
  for (const { cluster, comparison } of changed) {
    if (changed.length > 1) lines.push(`#### Cluster ${markdownText(cluster)}`, "");
    lines.push(...comparisonLines(comparison, limit - lines.length));
  }
  return lines;
}

const titles = { gained: "**Gained access**", lost: "**Lost access**" };

function comparisonLines(comparison: AccessComparison, limit: number): readonly string[] {
  const lines = settingLines(comparison);
  for (const direction of ["gained", "lost"] as const) {
    const groups = changedSubjects(comparison, direction);
    if (groups.length > 0) lines.push(titles[direction], "");
    let left = 0;
    for (const [index, group] of groups.entries()) {
      const told = groupLines(group, direction);
      if (index > 0 && lines.length + told.length > limit) left += group.subjects.length;
      else lines.push(...told);
    }
    if (left > 0) lines.push(`- … and ${left} more`);
    if (groups.length > 0) lines.push("");
  }
  return lines;
}

function settingLines({ settings }: AccessComparison): string[] {
  if (settings.length === 0) return [];
  const lines = settings.map(({ setting, before, after, wider, origin }) => {
    const place = origin === undefined ? "" : ` (${markdownCode(shortPlaceText(origin))})`;
    const what = markdownText(`${setting}: ${before}, now ${after}`);
    return `- ${wider ? `**${what}**` : what}${place}`;
  });
  return ["**For everybody**", "", ...lines, ""];
}

/** Told in words of its own: all of a namespace, or more. */
const worthTelling = 3;

const accessShown = 8;

function groupLines({ subjects, changes, power }: ChangedSubjects, direction: "gained" | "lost"): readonly string[] {
  const who = `**${markdownText(listWords(subjects.map(whoWords)))}**`;
  const can = direction === "gained" ? "can now" : "could";
  const isTold = power !== undefined && power.level <= worthTelling;
  return [
    `- ${who}${isTold ? ` ${can} ${markdownText(power.phrase)}` : ""}`,
    ...changes.flatMap(({ access, through, origin }) => {
      const all = accessLines(access);
      const shown = all.length > accessShown + 1 ? all.slice(0, accessShown) : all;
      const more = all.length - shown.length;
      const rest = more > 0 ? ` and ${more} more` : "";
      const place = markdownCode(shortPlaceText(origin));
      return [`  - ${shown.map(markdownCode).join("; ")}${rest}: ${markdownText(through)} (${place})`];
    }),
  ];
}
