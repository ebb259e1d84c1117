import type { AddedExcuse, Run } from "@authgraph/engine";
import { accessChangeLines } from "./access-change-lines.ts";
import { counted, verboseHint } from "./footer.ts";
import { compareText } from "./order.ts";
import { shortPlaceText } from "./place.ts";
import { printable } from "./printable.ts";

/** How much of what a change does is told before the rest is counted. */
const changesTold = 20;

/** What a change does, before what is dangerous of it: who gained and who lost what, each with a line of its own. */
export function changeLines(
  { change }: Run,
  { color, verbose }: { readonly color: boolean; readonly verbose: boolean },
): readonly string[] {
  if (change === undefined) return [];
  return accessChangeLines(change.access, { color, limit: verbose ? undefined : changesTold, before: change.since });
}

const excusesTold = 5;

/** What a change adds to keep findings silent: nobody should have to look for it. */
export function excuseLines({ change }: Run, { verbose }: { readonly verbose: boolean }): readonly string[] {
  const excuses = change?.excuses ?? [];
  return [true, false].flatMap((applied) => {
    const some = excuses.filter((excuse) => excuse.applied === applied);
    if (some.length === 0) return [];
    const what = applied ? "applied" : "not applied, since no change excuses itself";
    return [
      `this change adds ${counted(some.length, "excuse")}, ${what}:`,
      ...excusesByKind(some, verbose ? undefined : excusesTold).flatMap(({ shown, left }) => [
        ...shown.map(({ kind, text, origin }) => `  ${kind}: ${printable(text)} (${shortPlaceText(origin)})`),
        ...(left === undefined ? [] : [`  ${left}${verboseHint}`]),
      ]),
    ];
  });
}

/** So many of each kind, and how many more there are: a hundred of one kind must not hide the only one of another. */
export function excusesByKind(
  excuses: readonly AddedExcuse[],
  limit: number = excuses.length,
): readonly { readonly shown: readonly AddedExcuse[]; readonly left: string | undefined }[] {
  return [...new Set(excuses.map(({ kind }) => kind))].map((kind) => {
    const all = excuses.filter((excuse) => excuse.kind === kind);
    const more = all.length - limit;
    return { shown: all.slice(0, limit), left: more > 0 ? `${kind}: ${more} more` : undefined };
  });
}

/** How what was found stands to what was known: `baseline: 37 old risks left out, 1 worse, 2 gone (…)`. */
export function comparisonLines(run: Run): readonly string[] {
  const { baseline, change } = run;
  return [
    ...(baseline === undefined ? [] : [`baseline: ${baselineWords(run)}`]),
    ...(change === undefined
      ? []
      : [
          `since ${printable(change.since)}: ${counted(change.risks.old, "old risk")} left out` +
            (change.risks.gone.length === 0 ? "" : `, ${change.risks.gone.length} gone`),
        ]),
  ];
}

function baselineWords({ baseline, rules }: Run): string {
  if (baseline === undefined) return "";
  const { old, worse, gone } = baseline;
  const asked = new Set(rules.map(({ id }) => id));
  const unasked = [...new Set(gone.map(({ ruleId }) => ruleId).filter((id) => !asked.has(id)))].sort(compareText);
  const of = unasked.length === 0 ? "" : `, some of rules that were not asked: ${unasked.map(printable).join(", ")}`;
  const hint = gone.length === 0 ? "" : ` (authgraph baseline --prune takes them out${of})`;
  return `${counted(old, "old risk")} left out, ${worse} worse, ${gone.length} gone${hint}`;
}

/** More findings than somebody reads at once. */
const handful = 5;

/** What whoever is told of hundreds at first can do. */
export function firstRunLines({ findings, baseline, change }: Run, exitCode: number | undefined): readonly string[] {
  if (exitCode !== 1 || findings.length <= handful || baseline !== undefined || change !== undefined) return [];
  return ["a first run? `authgraph baseline` accepts what is there; later runs tell only what is new or worse"];
}
