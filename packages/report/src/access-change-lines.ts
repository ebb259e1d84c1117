import type { AccessComparison, ClusterComparison } from "@authgraph/engine";
import { powerOfAccess } from "@authgraph/rules";
import { type ChangedSubjects, changedSubjects, levelOf } from "./access-change-groups.ts";
import { accessLines, listWords, whoWords } from "./access-change-words.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { type Paint, painter, type Style } from "./style.ts";

export interface AccessChangeOptions {
  readonly color: boolean;
  /** How many lines are told before the rest is counted; undefined: all. */
  readonly limit: number | undefined;
}

/** Who gained and who lost what, for a terminal; lines without their breaks, none where nobody did. */
export function accessChangeLines(
  clusters: readonly ClusterComparison[],
  { color, limit = Number.POSITIVE_INFINITY }: AccessChangeOptions,
): readonly string[] {
  const paint = painter(color);
  const changed = clusters.filter(({ comparison }) => comparison.subjects.length + comparison.settings.length > 0);
  const lines: string[] = [];
  for (const { cluster, comparison } of changed) {
    if (changed.length > 1 || cluster !== onlyCluster) lines.push(paint("strong", `Cluster ${printable(cluster)}`));
    lines.push(...comparisonLines(comparison, limit - lines.length, paint));
  }
  return lines;
}

/** The name of a repository's only cluster, which nobody gave. */
const onlyCluster = "default";

function comparisonLines(comparison: AccessComparison, limit: number, paint: Paint): readonly string[] {
  const isCut = Number.isFinite(limit);
  const lines = settingLines(comparison, paint);
  const left = { gained: 0, lost: 0 };
  for (const direction of ["gained", "lost"] as const) {
    let isFirst = true;
    for (const group of changedSubjects(comparison, direction)) {
      const told = groupLines(group, direction, isCut, paint);
      // The first one says more than any count.
      if (lines.length + told.length > limit && lines.length > 0) {
        left[direction] += group.subjects.length;
        continue;
      }
      if (isFirst) lines.push(paint("strong", titles[direction]));
      isFirst = false;
      lines.push(...told);
    }
  }
  if (left.gained + left.lost > 0) lines.push(`… and ${restWords(left)} (--verbose)`);
  return lines;
}

const titles = { gained: "Gained access:", lost: "Lost access:" };

function restWords({ gained, lost }: { readonly gained: number; readonly lost: number }): string {
  const of = (count: number, what: string) => `${count} more ${count === 1 ? "subject" : "subjects"} ${what} access`;
  return [...(gained > 0 ? [of(gained, "gained")] : []), ...(lost > 0 ? [of(lost, "lost")] : [])].join(", ");
}

function settingLines({ settings }: AccessComparison, paint: Paint): string[] {
  if (settings.length === 0) return [];
  const lines = settings.map(({ setting, before, after, wider, origin }) => {
    const style: Style = wider ? "added" : "removed";
    const place = origin === undefined ? "" : `, ${placeText(origin)}`;
    return `  ${paint(style, `${wider ? "+" : "-"} ${printable(`${setting}: ${before}, now ${after}`)}`)}${place}`;
  });
  return [paint("strong", "For everybody:"), ...lines];
}

/** What is as good as this is told in words of its own: all of a namespace, or more. */
const worthTelling = 3;

/** Access of one change that is shown where not everything is. */
const accessShown = 4;

function groupLines(
  { subjects, changes, power }: ChangedSubjects,
  direction: "gained" | "lost",
  isCut: boolean,
  paint: Paint,
): readonly string[] {
  const who = listWords(subjects.map(whoWords));
  const can = direction === "gained" ? "can now" : "could";
  const isTold = power !== undefined && power.level <= worthTelling;
  const head = isTold ? `${who} ${can} ${printable(power.phrase)}` : who;
  const [sign, style]: readonly [string, Style] = direction === "gained" ? ["+", "added"] : ["-", "removed"];
  return [
    `  ${head}`,
    ...changes.flatMap(({ access, through, origin }) => {
      const sorted = isCut && access.length > accessShown ? strongestFirst(access) : access;
      const all = accessLines(sorted);
      const shown = isCut && all.length > accessShown + 1 ? all.slice(0, accessShown) : all;
      const more = all.length - shown.length;
      return [
        ...shown.map((words) => `    ${paint(style, `${sign} ${words}`)}`),
        ...(more > 0 ? [`    ${paint(style, sign)} … and ${more} more`] : []),
        `      ${printable(through)}, ${placeText(origin)}`,
      ];
    }),
  ];
}

type Accesses = ChangedSubjects["changes"][number]["access"];

function strongestFirst(access: Accesses): Accesses {
  const leveled = access.map((one) => ({ one, level: levelOf(powerOfAccess([one])) }));
  return leveled.sort((a, b) => a.level - b.level).map(({ one }) => one);
}
