import type { AccessComparison, ClusterComparison } from "@authgraph/engine";
import { type ChangedSubjects, changedSubjects, headOf, strongestFirst } from "./access-change-groups.ts";
import { accessLines } from "./access-change-words.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { type Paint, painter, type Style } from "./style.ts";

export interface AccessChangeOptions {
  readonly color: boolean;
  /** How many lines are told before the rest is counted; undefined: all. */
  readonly limit: number | undefined;
  /** What the state before is called, where its places are not there any more: `HEAD`. */
  readonly before?: string | undefined;
}

/** Who gained and who lost what, for a terminal; lines without their breaks, none where nobody did. */
export function accessChangeLines(
  clusters: readonly ClusterComparison[],
  { color, limit, before }: AccessChangeOptions,
): readonly string[] {
  const telling: Telling = { paint: painter(color), isCut: limit !== undefined, before };
  const changed = clusters.filter(({ comparison }) => comparison.subjects.length + comparison.settings.length > 0);
  const lines: string[] = [];
  for (const { cluster, comparison } of changed) {
    const isOnly = changed.length === 1 && cluster === onlyCluster;
    if (!isOnly) lines.push(telling.paint("strong", `Cluster ${printable(cluster)}`));
    lines.push(...comparisonLines(comparison, (limit ?? Number.POSITIVE_INFINITY) - lines.length, telling));
  }
  return lines;
}

/** The name of a repository's only cluster, which nobody gave. */
const onlyCluster = "default";

interface Telling {
  readonly paint: Paint;
  readonly isCut: boolean;
  readonly before: string | undefined;
}

function comparisonLines(comparison: AccessComparison, limit: number, telling: Telling): readonly string[] {
  const lines = settingLines(comparison, telling);
  const left = { gained: 0, lost: 0 };
  for (const direction of directions) {
    const groups = changedSubjects(comparison, direction);
    let told = 0;
    for (const group of groups) {
      const more = groupLines(group, direction, telling);
      // The first one says more than any count.
      if (lines.length > 0 && lines.length + more.length > limit) break;
      if (told === 0) lines.push(titleOf(direction, telling));
      lines.push(...more);
      told++;
    }
    left[direction] = groups.slice(told).reduce((sum, { subjects }) => sum + subjects.length, 0);
  }
  if (left.gained + left.lost > 0) lines.push(`… and ${restWords(left)} (--verbose)`);
  return lines;
}

type Direction = "gained" | "lost";

const directions: readonly Direction[] = ["gained", "lost"];

function titleOf(direction: Direction, { paint, before }: Telling): string {
  if (direction === "gained") return paint("strong", "Gained access:");
  return paint("strong", `Lost access${before === undefined ? "" : `, which stood in ${printable(before)}`}:`);
}

function restWords({ gained, lost }: Readonly<Record<Direction, number>>): string {
  const of = (count: number, what: string) => `${count} more ${count === 1 ? "subject" : "subjects"} ${what} access`;
  return [...(gained > 0 ? [of(gained, "gained")] : []), ...(lost > 0 ? [of(lost, "lost")] : [])].join(", ");
}

function settingLines({ settings }: AccessComparison, { paint }: Telling): string[] {
  if (settings.length === 0) return [];
  const lines = settings.map(({ setting, before, after, wider, origin }) => {
    const style: Style = wider ? "added" : "removed";
    const place = origin === undefined ? "" : `, ${placeText(origin)}`;
    return `  ${paint(style, `${wider ? "+" : "-"} ${printable(`${setting}: ${before}, now ${after}`)}`)}${place}`;
  });
  return [paint("strong", "For everybody:"), ...lines];
}

/** Changes of one subject that are shown where not everything is, and access of one change. */
const changesShown = 3;
const accessShown = 4;

function groupLines(group: ChangedSubjects, direction: Direction, { paint, isCut }: Telling): readonly string[] {
  const [sign, style]: readonly [string, Style] = direction === "gained" ? ["+", "added"] : ["-", "removed"];
  const changes = isCut
    ? beginningOf(
        strongestFirst(group.changes, ({ access }) => access),
        changesShown,
      )
    : all(group.changes);
  const { who, can } = headOf(group, direction);
  return [
    `  ${who}${can}`,
    ...changes.shown.flatMap(({ access, through, origin }) => {
      const strongest = isCut && access.length > accessShown ? strongestFirst(access, (one) => [one]) : access;
      const words = accessLines(strongest, { isCut, eachInItsOwn: group.eachInItsOwn });
      const { shown, more } = isCut ? beginningOf(words, accessShown) : all(words);
      return [
        ...shown.map((one) => `    ${paint(style, `${sign} ${one}`)}`),
        ...(more > 0 ? [`    ${paint(style, sign)} … and ${more} more`] : []),
        `      ${printable(through)}, ${placeText(origin)}`,
      ];
    }),
    ...(changes.more > 0 ? [`    … and ${changes.more} more changes`] : []),
  ];
}

interface Beginning<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

function beginningOf<T>(list: readonly T[], length: number): Beginning<T> {
  // One more takes no more room than its count.
  return list.length <= length + 1 ? all(list) : { shown: list.slice(0, length), more: list.length - length };
}

function all<T>(shown: readonly T[]): Beginning<T> {
  return { shown, more: 0 };
}
