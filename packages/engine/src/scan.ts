import type { AccessGraph } from "@authgraph/graph";
import { fingerprintOf, foldRisks, sortFindings } from "@authgraph/rules";
import type { Diagnostic } from "@authgraph/source";
import { addedExcuses } from "./change/added-excuses.ts";
import { compareClusters } from "./change/compare-clusters.ts";
import { newDiagnostics, newlySkipped } from "./change/new-diagnostics.ts";
import type { RunChange } from "./change/run-change.ts";
import { namesFiles } from "./change/says-the-same.ts";
import { type FoundBefore, searchBefore } from "./change/search-before.ts";
import type { StateBefore } from "./change/state-before.ts";
import { knownBefore, takenSuppressions } from "./change/taken-suppressions.ts";
import { coverageOf } from "./coverage.ts";
import { inputDiagnostics } from "./input-diagnostics.ts";
import type { Baseline } from "./known-risks/baseline.ts";
import { withoutOld } from "./known-risks/compare-risks.ts";
import { type JudgedRisks, judgeRisks } from "./known-risks/judge-risks.ts";
import type { KnownRisk, KnownRisks } from "./known-risks/known-risk.ts";
import { knownRisksOf } from "./known-risks/known-risks-of.ts";
import { prunedBaseline } from "./known-risks/pruned-baseline.ts";
import { missingRoles } from "./missing-roles.ts";
import type { Run, RunAssumption } from "./run.ts";
import { type Searched, type SearchedCluster, type SearchInput, search } from "./search.ts";
import { type Suppressed, suppress } from "./suppressions/suppress.ts";

export interface ScanInput extends SearchInput {
  readonly toolVersion: string;
  /** Comments and annotations that accept a risk do not count. */
  readonly noInlineIgnores?: boolean | undefined;
  /** Ids of all rules there are, also of those that are not asked. */
  readonly knownRules?: readonly string[] | undefined;
  /** The sources are a part of what suppressions may speak of, so none of them is told as unused. */
  readonly partial?: boolean | undefined;
  /** What is known already, and told only where it got worse. */
  readonly baseline?: Baseline | undefined;
  /** What a change starts from: only what is new or worse since is told. */
  readonly before?: StateBefore | undefined;
}

export type ScanResult =
  | {
      readonly outcome: "done";
      readonly run: Run;
      /** What was found and nobody accepted, known or not, to compare with another time. */
      readonly open: () => KnownRisks;
      /** Some text, of either state, names a file, so that what that holds depends on it. */
      readonly namesFiles: boolean;
      /** What of the baseline is still found, for pruning it; undefined where there is none. */
      readonly stillKnown: (() => readonly KnownRisk[]) | undefined;
    }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/**
 * Reads the sources, builds the graphs, asks every rule, takes out what is accepted or known already, folds what is left,
 * and accounts for all that was read.
 */
export async function scan(input: ScanInput): Promise<ScanResult> {
  const { before, at, rules, noInlineIgnores = false } = input;
  const isTrusted = before?.trustChange !== false;
  const rulesFrom = isTrusted ? input.configuration : before.configuration;
  const result = await search({ ...input, configuration: rulesFrom, compared: before !== undefined });
  if (result.outcome === "refused") return result;
  const { read, clusters: searched } = result;
  const loaded = searched.map((cluster) => cluster.loaded);
  const beforeResult = before === undefined ? undefined : await searchBefore({ ...input, rulesFrom }, before, result);
  if (beforeResult?.outcome === "refused") return beforeResult;
  const found = beforeResult?.found;
  const diagnostics = diagnosticsOf(result);

  const accepted = suppress(searched, {
    configuration: input.configuration,
    inline: !noInlineIgnores,
    at,
    rules,
    knownRules: input.knownRules,
    partial: input.partial,
    taken: isTrusted || found === undefined ? undefined : takenSuppressions(found, searched),
  });
  const { suppressed, suppressions, clusters: open } = accepted;
  const silenced = new Set(suppressed.map(({ cluster, risk }) => fingerprintOf(risk.ruleId, cluster, risk.identity)));
  const baseline = isTrusted ? input.baseline : before.baseline;
  const toBaseline = baseline === undefined ? undefined : judgeRisks(open, baseline.known, silenced);
  const toBefore = found === undefined ? undefined : judgeRisks(open, knownBefore(found, accepted), silenced);
  const judged = [toBaseline, toBefore].filter((one) => one !== undefined);
  const told = judged.length === 0 ? open : open.map((cluster) => withoutOld(cluster, judged));

  return {
    outcome: "done",
    open: () => knownRisksOf(open),
    namesFiles: [read, found?.read].some((state) => state?.texts.some(({ parsed }) => namesFiles(parsed)) === true),
    stillKnown:
      baseline === undefined || toBaseline === undefined ? undefined : () => prunedBaseline(baseline, open, toBaseline),
    run: {
      toolVersion: input.toolVersion,
      findings: foldClusters(told),
      diagnostics,
      coverage: coverageOf(read, loaded),
      notEvaluated: open.flatMap(({ notEvaluated }) => notEvaluated),
      assumptions: searched.flatMap(assumptionsOf),
      clusters: searched.map(({ name, loaded: { kubernetes } }) => ({ name, kubernetes })),
      rules: result.rules.map(({ metadata }) => metadata),
      suppressed,
      suppressions,
      configuration: rulesFrom && { path: rulesFrom.source.path, state: isTrusted ? undefined : before.since },
      baseline: toBaseline?.comparison,
      change:
        before === undefined || found === undefined || toBefore === undefined
          ? undefined
          : await changeOf(input, before, { found, read, searched, accepted, toBefore, diagnostics }),
    },
  };
}

interface ChangeParts extends Pick<Searched, "read"> {
  readonly found: FoundBefore;
  readonly searched: readonly SearchedCluster[];
  readonly accepted: Suppressed;
  readonly toBefore: JudgedRisks;
  readonly diagnostics: readonly Diagnostic[];
}

async function changeOf(
  input: ScanInput,
  before: StateBefore,
  { found, read, searched, accepted, toBefore, diagnostics }: ChangeParts,
): Promise<RunChange> {
  return {
    since: before.since,
    access: await compareClusters(found.clusters, searched),
    risks: toBefore.comparison,
    diagnostics: newDiagnostics(diagnosticsOf(found), diagnostics),
    filesSkipped: newlySkipped(found.read.skipped, read.skipped),
    excuses: addedExcuses(
      { configuration: before.configuration, suppressions: found.suppressed.suppressions, baseline: before.baseline },
      { configuration: input.configuration, suppressions: accepted.suppressions, baseline: input.baseline },
      { applied: before.trustChange, rules: input.rules.map(({ metadata }) => metadata) },
    ),
  };
}

/** Clusters are folded apart: what happens in one is nothing to another. */
function foldClusters(clusters: readonly SearchedCluster[]): Run["findings"] {
  const findings = clusters.flatMap(({ name, risks }) => foldRisks(risks, name));
  return clusters.length > 1 ? sortFindings(findings) : findings;
}

/** What a server that would not start says counts for nothing, so neither does what it would take for granted. */
function assumptionsOf({ name, loaded, context }: SearchedCluster): readonly RunAssumption[] {
  return [
    ...loaded.assumptions.filter((one) => !loaded.graph.assumptions.includes(one)),
    ...context.graph.assumptions,
    ...missingRoles(context.graph),
  ].map((assumption) => ({ ...assumption, cluster: name }));
}

/** All there is to say about the inputs of one state. */
function diagnosticsOf({ read, clusters, configuration }: Searched): readonly Diagnostic[] {
  const loaded = clusters.map((cluster) => cluster.loaded);
  return [...inputDiagnostics(read, loaded, configuration), ...loaded.flatMap(({ graph }) => refusalsOf(graph))];
}

/** What a server of the inputs would say before it ended. */
function refusalsOf({ apiServers }: AccessGraph): readonly Diagnostic[] {
  return apiServers.flatMap(({ instance, refusals }) =>
    refusals.map(({ message, origin }): Diagnostic => {
      return { id: "apiserver-refused", level: "error", message: `${instance} would not start: ${message}`, origin };
    }),
  );
}
