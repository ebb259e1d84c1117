import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Run, type Selection, type Sources, scan, selectFindings } from "@authgraph/engine";
import type { Finding, Severity } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { folderSources } from "./folder-sources.ts";
import { sharedPath } from "./shared-material.ts";

/** Real repositories; undefined where they are not beside the checkout. */
export const repositoriesFolder: string | undefined = sharedPath("corpus", "manifests");

/** Examples of what other tools report: wrong on purpose. What is reported there says nothing about noise. */
const deliberatelyBad: readonly string[] = ["DataDog__KubeHound", "bridgecrewio__checkov", "kubescape__regolibrary"];

/** What people see who set no option: the rules that are on, from `low` up, with at least `likely`. */
const shownByDefault: Selection = { severity: "low", confidence: "likely" };

/** Findings of one repository, or of all of them read as one. */
export interface Surveyed {
  readonly repository: string;
  readonly findings: readonly Finding[];
}

/** What users would be told of each repository by itself, in byte order of their names. */
export async function surveyApart(folder: string): Promise<readonly Surveyed[]> {
  const surveyed: Surveyed[] = [];
  for (const repository of repositoriesBelow(folder)) {
    const { findings } = await scanWithAllRules(folderSources(join(folder, repository)));
    surveyed.push({ repository, findings });
  }
  return surveyed;
}

/** What users would be told if all repositories were one. */
export async function surveyTogether(folder: string): Promise<readonly Surveyed[]> {
  const { list } = folderSources(folder);
  const files = [...list()].filter(({ path }) => !deliberatelyBad.some((name) => path.startsWith(`${name}/`)));
  const find = (path: string) => files.find((file) => `/${file.path}`.endsWith(path));
  const { findings } = await scanWithAllRules({ list: () => files, find });
  return [{ repository: "all together", findings }];
}

/** The repositories that say something about noise. */
function repositoriesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !deliberatelyBad.includes(name))
    .sort();
}

/** One scan as people get it who set no option. */
export async function scanWithAllRules(sources: Sources, kubernetesVersion?: string): Promise<Run> {
  const result = await scan({
    sources,
    rules: ruleset.filter(({ metadata }) => !metadata.extended),
    toolVersion: "0.0.0",
    kubernetesVersion,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-11-24T00:00:00Z",
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return selectFindings(result.run, shownByDefault);
}

/** How many findings stand at each level. */
export type Tally = Readonly<Record<Severity, number>>;

/** How many findings a rule has at each level, for every rule that has one. */
export function tallyByRule(surveyed: readonly Surveyed[]): ReadonlyMap<string, Tally> {
  const byRule = new Map<string, Finding[]>();
  for (const finding of surveyed.flatMap(({ findings }) => findings)) {
    const same = byRule.get(finding.ruleId);
    if (same === undefined) byRule.set(finding.ruleId, [finding]);
    else same.push(finding);
  }
  return new Map([...byRule].sort().map(([rule, findings]) => [rule, tally(findings)]));
}

/** Counts findings by their level. */
export function tally(findings: readonly Finding[]): Tally {
  const at = (level: Severity) => findings.filter(({ severity }) => severity === level).length;
  return { critical: at("critical"), high: at("high"), medium: at("medium"), low: at("low"), info: at("info") };
}
