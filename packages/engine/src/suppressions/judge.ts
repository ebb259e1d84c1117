import type { JudgedSuppression, Risk } from "@authgraph/rules";
import type { Located } from "@authgraph/source";
import type { SearchedCluster } from "../search.ts";
import { nearMisses } from "./near-misses.ts";
import type { MatchedRisk, SuppressionOptions } from "./suppress.ts";
import type { Breach } from "./valid-while.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

interface Around {
  readonly clusters: readonly SearchedCluster[];
  readonly breaches: ReadonlyMap<WrittenSuppression, Breach>;
  readonly options: SuppressionOptions;
}

/** Says what became of each suppression, in the order of their places. */
export function judge(
  written: readonly WrittenSuppression[],
  matched: readonly MatchedRisk[],
  { clusters, breaches, options }: Around,
): ReadonlyMap<WrittenSuppression, JudgedSuppression> {
  const risksOf = new Map<WrittenSuppression, Risk[]>(written.map((one) => [one, []]));
  for (const { risk, by } of matched) for (const one of by) risksOf.get(one)?.push(risk);
  const unasked = unaskedIn(clusters, options);
  const today = new Date(options.at).toISOString().slice(0, "2027-01-31".length);

  const judged = new Map<WrittenSuppression, JudgedSuppression>();
  for (const one of written.toSorted(byPlace)) {
    const risks = risksOf.get(one) ?? [];
    const breach = breaches.get(one);
    const verdict = stateOf(one, risks, { breach, unasked, today, options });
    judged.set(one, {
      suppression: one.suppression,
      risks: verdict.state === "used" ? risks.length : 0,
      unusedRules: [],
      broken: verdict.state === "void" ? breach?.origin : undefined,
      detail: undefined,
      ...verdict,
    });
  }
  return withNearMisses(judged, clusters);
}

type Verdict = Pick<JudgedSuppression, "state"> & Partial<Pick<JudgedSuppression, "detail" | "unusedRules">>;

interface Judging {
  readonly breach: Breach | undefined;
  readonly unasked: (one: WrittenSuppression) => ReadonlySet<string>;
  readonly today: string;
  readonly options: SuppressionOptions;
}

function stateOf(one: WrittenSuppression, risks: readonly Risk[], judging: Judging): Verdict {
  const { suppression, problem, unjudged } = one;
  const { breach, today, options } = judging;
  if (problem !== undefined) return { state: "misspelt", detail: problem };
  if (options.taken?.keys.has(suppression.key) === false) return { state: "not-taken" };
  const { until } = suppression;
  if (until !== undefined && until.value < today)
    return { state: "expired", detail: `its last day was ${until.value}` };

  const unasked = judging.unasked(one);
  const silent = suppression.rules.filter(
    ({ value }) => !unasked.has(value) && !risks.some(({ ruleId }) => ruleId === value),
  );
  const canTell = !unjudged && options.partial !== true;
  if (risks.length === 0) {
    const isTold = canTell && (suppression.rules.length === 0 || silent.length === suppression.rules.length);
    return { state: isTold ? "unused" : "unknown" };
  }
  if (breach !== undefined) return { state: "void", detail: breach.text };
  return { state: "used", unusedRules: canTell ? silent : [] };
}

/** Rules that said nothing because they were not asked or could not look, in the cluster of a suppression. */
function unaskedIn(
  clusters: readonly SearchedCluster[],
  { rules, knownRules, configuration }: SuppressionOptions,
): (one: WrittenSuppression) => ReadonlySet<string> {
  const asked = new Set(rules?.map(({ metadata }) => metadata.id));
  const off = configuration?.rules.flatMap(({ id, enabled }) => (enabled ? [] : [id.value])) ?? [];
  const everywhere = [...(rules === undefined ? [] : (knownRules ?? []).filter((id) => !asked.has(id))), ...off];
  const byCluster = new Map(
    clusters.map(({ name, notEvaluated }) => [name, new Set([...everywhere, ...notEvaluated.map(({ rule }) => rule)])]),
  );
  return ({ home }) => byCluster.get(home) ?? new Set();
}

/** What the unused ones may have been meant for; searched for once, for all of them. */
function withNearMisses(
  judged: ReadonlyMap<WrittenSuppression, JudgedSuppression>,
  clusters: readonly SearchedCluster[],
): ReadonlyMap<WrittenSuppression, JudgedSuppression> {
  const unused = [...judged].flatMap(([written, { state }]) => (state === "unused" ? [written] : []));
  if (unused.length === 0) return judged;
  const nearMissOf = nearMisses(unused, clusters);
  return new Map(
    [...judged].map(([written, one]) => [
      written,
      one.state === "unused" ? { ...one, detail: nearMissOf(written) } : one,
    ]),
  );
}

function byPlace({ suppression: a }: WrittenSuppression, { suppression: b }: WrittenSuppression): number {
  return byText(pathOf(a), pathOf(b)) || startOf(a) - startOf(b);
}

function pathOf({ origin }: Pick<Located<string>, "origin">): string {
  return origin.kind === "text" ? origin.source.path : origin.of;
}

function startOf({ origin }: Pick<Located<string>, "origin">): number {
  return origin.kind === "text" ? origin.start : 0;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
