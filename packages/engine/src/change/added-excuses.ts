import { uncovered } from "@authgraph/graph";
import {
  type JudgedSuppression,
  type RuleMetadata,
  type Severity,
  type Suppression,
  severityAtLeast,
} from "@authgraph/rules";
import type { Located } from "@authgraph/source";
import type { Configuration, ConfiguredExclude, ConfiguredRule } from "../configuration/configuration.ts";
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
    if (!isLower(severity, usual)) return [];
    return [{ kind: "rule lowered", text: `${id.value} to ${severity.value}`, origin: severity.origin }];
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
