import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { type Finding, type Hop, type Severity, severityAtLeast } from "@authgraph/rules";
import { positionAt } from "@authgraph/source";
import { sharedMaterialMissing } from "@authgraph/testkit";
import {
  repositoriesFolder,
  type Surveyed,
  surveyApart,
  surveyTogether,
  type Tally,
  tally,
  tallyByRule,
} from "../src/survey.ts";

/**
 * `pnpm survey [--severity LEVEL] [--list] [--rule ID] [--draw N --seed S]`: what people would be told of real
 * repositories, counted, listed, or drawn at random for reading.
 */
const { values } = parseArgs({
  options: {
    severity: { type: "string", default: "medium" },
    list: { type: "boolean", default: false },
    rule: { type: "string" },
    draw: { type: "string" },
    seed: { type: "string", default: "1" },
    together: { type: "boolean", default: false },
  },
});

const levels: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
const wanted = levels.find((level) => level === values.severity) ?? "medium";

if (repositoriesFolder === undefined) {
  process.stderr.write(`${sharedMaterialMissing}\n`);
  process.exit(2);
}
const apart = values.together ? [] : await surveyApart(repositoriesFolder);
const together = await surveyTogether(repositoriesFolder);
const read = values.together ? together : apart;
const chosen = read.flatMap(({ repository, findings }) =>
  findings
    .filter(({ severity, ruleId }) => severityAtLeast(severity, wanted) && (values.rule ?? ruleId) === ruleId)
    .map((finding) => ({ repository, finding })),
);

if (values.draw !== undefined) for (const one of drawn(chosen, Number(values.draw), Number(values.seed))) show(one);
else if (values.list) for (const { repository, finding } of chosen) print(line(repository, finding));
else count();

function count(): void {
  if (!values.together) {
    print("Each repository by itself");
    for (const { repository, findings } of apart) {
      if (findings.length > 0) print(row(repository, tally(findings)));
    }
    totals(apart);
  }
  print("\nAll as one");
  totals(together);
}

function totals(surveyed: readonly Surveyed[]): void {
  const byRule = tallyByRule(surveyed);
  for (const [rule, counted] of byRule) print(row(rule, counted));
  const all = tally(surveyed.flatMap(({ findings }) => findings));
  print(row("all", all));
  const high = all.critical + all.high;
  print(`high and above: ${high} (at most 120); medium and above: ${high + all.medium} (at most 250)`);
  const loud = [...byRule].filter(([, one]) => one.critical + one.high + one.medium > 50).map(([rule]) => rule);
  print(`rules with more than 50 at medium and above: ${loud.join(", ") || "none"}`);
}

function row(name: string, counted: Tally): string {
  return `${name.padEnd(48)}${levels.map((level) => `${level} ${String(counted[level]).padStart(4)}`).join("  ")}`;
}

/** Each finding has its lot by seed and fingerprint: one that comes or goes leaves the others where they are. */
function drawn<T extends { readonly repository: string; readonly finding: Finding }>(
  from: readonly T[],
  wanted: number,
  seed: number,
): readonly T[] {
  const lot = ({ repository, finding }: T): string =>
    createHash("sha256").update(`${seed} ${repository} ${finding.fingerprint}`).digest("hex");
  const lots = from.map((one) => ({ one, lot: lot(one) }));
  lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return lots.slice(0, wanted).map(({ one }) => one);
}

function line(repository: string, { ruleId, severity, score, confidence, title, place, folded }: Finding): string {
  const more = folded.length === 0 ? "" : ` (+${folded.length})`;
  return `${severity} ${score.toFixed(1)} ${confidence} ${ruleId} ${repository}/${at(place)}: ${title}${more}`;
}

/** Everything that somebody needs who judges whether it is right. */
function show({ repository, finding }: { readonly repository: string; readonly finding: Finding }): void {
  print(`\n${line(repository, finding)}`);
  for (const hop of finding.hops) print(`    ${hop.step ?? "-"} ${at(hop)} ${hop.label}`);
  for (const { kind, text } of finding.notes) print(`    ${kind}: ${text}`);
  for (const { text, edits } of finding.remedies)
    print(`    help: ${text}${edits.length === 0 ? "" : " (as an edit)"}`);
  for (const { ruleId, title } of finding.folded) print(`    also: ${ruleId} ${title}`);
}

function at({ origin }: Hop): string {
  if (origin.kind !== "text") return origin.kind;
  return `${origin.source.path}:${positionAt(origin.source, origin.start).line}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
