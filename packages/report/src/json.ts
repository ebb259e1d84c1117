import type { Coverage, FoundRisk, Run } from "@authgraph/engine";
import {
  type Finding,
  type Hop,
  type JudgedSuppression,
  type NamedRisk,
  namedRisk,
  type Remedy,
} from "@authgraph/rules";
import { comparisonMembers } from "./comparison-json.ts";
import { kubernetesValue, optionalPlace, place } from "./json-place.ts";
import { jsonObject, jsonText, type Member } from "./json-text.ts";
import { sortedDiagnostics, sortedSkips } from "./order.ts";

/** Counts up when a program that reads the format would have to change. */
const schemaVersion = 1;

/** The report for programs: `docs/schemas/run.schema.json` says what stands where. */
export function* renderJson(run: Run): Iterable<string> {
  const members: readonly Member[] = [
    { key: "schemaVersion", value: schemaVersion },
    { key: "tool", value: { name: "authgraph", version: run.toolVersion } },
    {
      key: "clusters",
      value: run.clusters.map(({ name, kubernetes }) => ({ name, kubernetes: kubernetesValue(kubernetes) })),
    },
    { key: "findings", list: each(run.findings, findingValue) },
    {
      key: "diagnostics",
      list: each(sortedDiagnostics(run.diagnostics), ({ id, level, message, origin }) => ({
        id,
        level,
        message,
        place: place(origin),
      })),
    },
    { key: "coverage", value: coverageValue(run.coverage) },
    { key: "notEvaluated", list: each(run.notEvaluated, ({ rule, cluster, reason }) => ({ rule, cluster, reason })) },
    {
      key: "assumptions",
      list: each(run.assumptions, ({ cluster, text, origin }) => ({ cluster, text, ...optionalPlace(origin) })),
    },
    { key: "suppressed", list: suppressedValues(run) },
    { key: "suppressions", list: each(run.suppressions, suppressionValue) },
    ...comparisonMembers(run),
    { key: "rules", list: each(run.rules, ({ id, title, severity }) => ({ id, title, severity })) },
  ];
  yield* jsonObject(members);
  yield "\n";
}

function* each<T>(values: readonly T[], map: (value: T) => object): Iterable<object> {
  for (const value of values) yield map(value);
}

/** Every risk that is accepted, with the position of what accepts it among the suppressions. */
function* suppressedValues({ suppressed, suppressions }: Run): Iterable<object> {
  const positions = new Map(suppressions.map((judged, index) => [judged, index]));
  for (const { cluster, risk, by } of suppressed) {
    yield { risk: riskValue(namedRisk(risk, cluster)), suppression: positions.get(by) ?? -1 };
  }
}

function suppressionValue({ suppression, state, risks, detail, unusedRules, broken }: JudgedSuppression): object {
  const { form, key, label, selects, rules, reason, until, origin } = suppression;
  return {
    form,
    state,
    label,
    selects,
    rules: rules.map(({ value }) => value),
    reason,
    ...(until === undefined ? {} : { until: until.value }),
    risks,
    unusedRules: unusedRules.map(({ value }) => value),
    ...(detail === undefined ? {} : { detail }),
    ...(broken === undefined ? {} : { broken: place(broken) }),
    key,
    place: place(origin),
  };
}

/** One finding as it stands in the whole report, for programs that ask for it alone. */
export function* renderFindingJson({ finding, by }: Pick<FoundRisk, "finding" | "by">): Iterable<string> {
  const suppression = by === undefined ? {} : { suppression: suppressionValue(by) };
  yield `${jsonText({ ...findingValue(finding), ...suppression })}\n`;
}

function findingValue(finding: Finding): object {
  return { ...riskValue(finding), folded: finding.folded.map(riskValue) };
}

function riskValue(risk: NamedRisk): object {
  const { fingerprint, cluster, severity, ruleId, title, score, confidence, notes, identity, cause, also } = risk;
  return {
    fingerprint,
    cluster,
    severity,
    ruleId,
    title,
    score,
    confidence,
    place: hopValue(risk.place),
    hops: risk.hops.map(hopValue),
    notes: notes.map(({ kind, text }) => ({ kind, text })),
    remedies: risk.remedies.map(remedyValue),
    identity: { subject: identity.subject, object: identity.object },
    cause,
    also,
    ...(risk.state === undefined ? {} : { state: risk.state }),
  };
}

function hopValue({ origin, label, step }: Hop): object {
  return { ...place(origin), label, ...(step === undefined ? {} : { step }) };
}

function remedyValue({ text, edits }: Remedy): object {
  return { text, edits: edits.map(({ origin, replacement }) => ({ ...place(origin), replacement })) };
}

function coverageValue(coverage: Coverage): object {
  const { filesSeen, filesRead, filesSkipped, documentsSeen, documents, objects, components } = coverage;
  return {
    filesSeen,
    filesRead,
    filesSkipped: sortedSkips(filesSkipped).map(({ path, reason }) => ({ path, reason })),
    documentsSeen,
    documents: {
      evaluated: documents.evaluated,
      "not-ours": documents["not-ours"],
      template: documents.template,
      patch: documents.patch,
      refused: documents.refused,
      empty: documents.empty,
      overwritten: documents.overwritten,
    },
    objects,
    components,
  };
}
