import type { AccessComparison, ClusterComparison } from "@authgraph/engine";
import { type ChangedSubjects, changedSubjects, headOf, strongestFirst } from "./access-change-groups.ts";
import { accessLines } from "./access-change-words.ts";
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
    if (changed.length > 1 || cluster !== onlyCluster) lines.push(`#### Cluster ${markdownText(cluster)}`, "");
    lines.push(...comparisonLines(comparison, limit - lines.length));
  }
  return lines;
}

/** The name of a repository's only cluster, which nobody gave. */
const onlyCluster = "default";

const titles = { gained: "**Gained access**", lost: "**Lost access**" };

function comparisonLines(comparison: AccessComparison, limit: number): readonly string[] {
  const lines = settingLines(comparison);
  for (const direction of ["gained", "lost"] as const) {
    const groups = changedSubjects(comparison, direction);
    if (groups.length > 0) lines.push(titles[direction], "");
    let told = 0;
    for (const group of groups) {
      const more = groupLines(group, direction);
      if (told > 0 && lines.length + more.length > limit) break;
      lines.push(...more);
      told++;
    }
    const left = groups.slice(told).reduce((sum, { subjects }) => sum + subjects.length, 0);
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

const changesShown = 5;
const accessShown = 6;

function groupLines(group: ChangedSubjects, direction: "gained" | "lost"): readonly string[] {
  const { changes, eachInItsOwn } = group;
  const { who, can } = headOf(group, direction);
  const lines = strongestFirst(changes, ({ access }) => access)
    .slice(0, changesShown)
    .map(({ access, through, origin }) => {
      const words = accessLines(
        strongestFirst(access, (one) => [one]),
        { isCut: true, eachInItsOwn },
      );
      const more = words.length - accessShown;
      const what = words.slice(0, accessShown).map(markdownCode).join("; ") + (more > 0 ? `; and ${more} more` : "");
      return `  - ${what}: ${markdownText(through)} (${markdownCode(shortPlaceText(origin))})`;
    });
  const more = changes.length - lines.length;
  return [
    `- **${markdownText(who)}**${markdownText(can)}`,
    ...lines,
    ...(more > 0 ? [`  - … and ${more} more changes`] : []),
  ];
}
