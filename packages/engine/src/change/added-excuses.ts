import { uncovered } from "@authgraph/graph";
import {
  type JudgedSuppression,
  type RuleMetadata,
  type Severity,
  type Suppression,
  severityAtLeast,
} from "@authgraph/rules";
import { type Located, type Origin, textOrigin } from "@authgraph/source";
import type {
  Configuration,
  ConfiguredCluster,
  ConfiguredExclude,
  ConfiguredRule,
} from "../configuration/configuration.ts";
import { type Baseline, entryOrigin } from "../known-risks/baseline.ts";
import type { KnownRisk } from "../known-risks/known-risk.ts";
import { shippedRoleWords } from "../known-risks/shipped-roles.ts";
import type { AddedExcuse } from "./run-change.ts";

/** All that may keep findings silent in one state. */
export interface Excuses {
  readonly configuration: Configuration | undefined;
  readonly suppressions: readonly JudgedSuppression[];
  readonly baseline: Baseline | undefined;
}

type Excuse = Omit<AddedExcuse, "applied">;

/** What the state after has to keep findings silent and the one before has not. */
export function addedExcuses(
  before: Excuses,
  after: Excuses,
  { applied, rules }: { readonly applied: boolean; readonly rules: readonly RuleMetadata[] },
): readonly AddedExcuse[] {
  return [
    ...addedSuppressions(before.suppressions, after.suppressions),
    ...addedPaths("exclude", before.configuration?.exclude, after.configuration?.exclude),
    ...addedPaths("ignored templates", ignored(before.configuration), ignored(after.configuration)),
    ...addedCompleteness(before.configuration, after.configuration),
    ...movedBorders(before.configuration, after.configuration),
    ...silencedRules(before.configuration?.rules ?? [], after.configuration?.rules ?? [], rules),
    ...addedEntries(before.baseline, after.baseline),
  ].map((excuse) => ({ ...excuse, applied }));
}

function addedSuppressions(
  before: readonly JudgedSuppression[],
  after: readonly JudgedSuppression[],
): readonly Excuse[] {
  const known = new Set(before.map(({ suppression }) => suppression.key));
  return after.flatMap(({ suppression }) => {
    const { form, key, reason, origin } = suppression;
    if (known.has(key)) return [];
    const kind = form === "expected" ? "expected grant" : "suppression";
    return [{ kind, text: `${namedWithRules(suppression)} -- ${reason}`, origin }];
  });
}

/** What it is about, and of which rules: `ignore[rbac-secrets-read]`, `rbac-secrets-read of ClusterRoleBinding ci`. */
function namedWithRules({ form, label, rules }: Suppression): string {
  if (form !== "configuration" || rules.length === 0) return label;
  return `${rules.map(({ value }) => value).join(", ")} of ${label}`;
}

/** Templates that are rendered elsewhere are looked at there. */
function ignored(configuration: Configuration | undefined): readonly ConfiguredExclude[] | undefined {
  return configuration?.templates.filter(({ rendered }) => rendered === undefined);
}

function addedPaths(
  kind: string,
  before: readonly ConfiguredExclude[] = [],
  after: readonly ConfiguredExclude[] = [],
): readonly Excuse[] {
  const known = new Set(before.flatMap(({ paths }) => paths.map(({ value }) => value)));
  return after.flatMap(({ paths, reason }) => {
    const added = paths.filter(({ value }) => !known.has(value));
    const [first] = added;
    if (first === undefined) return [];
    return [{ kind, text: `${added.map(({ value }) => value).join(", ")} -- ${reason}`, origin: first.origin }];
  });
}

/** Of complete inputs nothing is unknown: what they do not hold gives nothing. */
function addedCompleteness(before: Configuration | undefined, after: Configuration | undefined): readonly Excuse[] {
  if (after === undefined) return [];
  const known = new Map(before?.clusters.map((cluster) => [cluster.name.value, cluster]));
  const kind = "declared complete";
  if (after.complete) {
    return before?.complete === true ? [] : [{ kind, text: "all inputs", origin: completeAt(after) }];
  }
  return after.clusters.flatMap(({ name, complete }) =>
    complete && known.get(name.value)?.complete !== true
      ? [{ kind, text: `cluster ${name.value}`, origin: name.origin }]
      : [],
  );
}

function completeAt({ source }: Configuration): Origin {
  const at = Math.max(source.text.search(/^["']?complete\b/m), 0);
  return textOrigin(source, at, at);
}

/** Objects of different clusters never meet, so a border between a binding and its role leaves nothing to be found. */
function movedBorders(before: Configuration | undefined, after: Configuration | undefined): readonly Excuse[] {
  const known = new Map(before?.clusters.map((cluster) => [cluster.name.value, bordersOf(cluster)]));
  return (after?.clusters ?? []).flatMap((cluster) => {
    const { name } = cluster;
    const borders = bordersOf(cluster);
    if (known.get(name.value) === borders) return [];
    return [
      {
        kind: "cluster set apart",
        text: borders === "" ? name.value : `${name.value}: ${borders}`,
        origin: name.origin,
      },
    ];
  });
}

function bordersOf({ paths, controlPlane, rootfs }: ConfiguredCluster): string {
  return [...paths, ...controlPlane, ...(rootfs === undefined ? [] : [rootfs])].map(({ value }) => value).join(", ");
}

function silencedRules(
  before: readonly ConfiguredRule[],
  after: readonly ConfiguredRule[],
  rules: readonly RuleMetadata[],
): readonly Excuse[] {
  const known = new Map(before.map((rule) => [rule.id.value, rule]));
  return after.flatMap((rule): readonly Excuse[] => {
    const { id, enabled, severity } = rule;
    const was = known.get(id.value);
    if (!enabled) return was?.enabled === false ? [] : [{ kind: "rule turned off", text: id.value, origin: id.origin }];
    const usual = was?.severity?.value ?? rules.find((one) => one.id === id.value)?.severity;
    const lowered = isLower(severity, usual)
      ? [{ kind: "rule lowered", text: `${id.value} to ${severity.value}`, origin: severity.origin }]
      : [];
    return [...lowered, ...changedParameters(rule, was, rules)];
  });
}

/** What a number means for a rule is the rule's own: any other one may make it silent. */
function changedParameters(
  { id, parameters }: ConfiguredRule,
  was: ConfiguredRule | undefined,
  rules: readonly RuleMetadata[],
): readonly Excuse[] {
  const usual = rules.find((one) => one.id === id.value)?.parameters;
  return [...parameters].flatMap(([name, { value, origin }]) => {
    const before = was?.parameters.get(name)?.value ?? usual?.find((one) => one.name === name)?.default;
    if (before === value) return [];
    return [{ kind: "rule parameter", text: `${id.value}: ${name} ${value}`, origin }];
  });
}

function isLower(severity: Located<Severity> | undefined, usual: Severity | undefined): severity is Located<Severity> {
  return severity !== undefined && usual !== undefined && !severityAtLeast(severity.value, usual);
}

function addedEntries(before: Baseline | undefined, after: Baseline | undefined): readonly Excuse[] {
  if (after === undefined) return [];
  return [...after.known.values()].flatMap((entry) => {
    const { fingerprint, title } = entry;
    const was = before?.known.get(fingerprint);
    if (was !== undefined && acceptsNoMore(entry, was)) return [];
    return [{ kind: "baseline entry", text: title, origin: entryOrigin(after, fingerprint) }];
  });
}

function acceptsNoMore(entry: KnownRisk, was: KnownRisk): boolean {
  const roles = new Set(was.shipped.map(shippedRoleWords));
  return (
    severityAtLeast(was.severity, entry.severity) &&
    entry.shipped.every((role) => roles.has(shippedRoleWords(role))) &&
    uncovered(entry.access, was.access).length === 0
  );
}
