import type { Confidence, Finding, RuleMetadata, Severity } from "@authgraph/rules";
import type { ReportingDescriptor, Result } from "sarif";
import { compareText } from "./order.ts";
import { ruleSections } from "./rule-page.ts";
import { severities } from "./severity.ts";

/** What stands for a tier in SARIF and on GitHub. */
interface Tier {
  readonly level: Result.level;
  /** GitHub reads it from the rule only, so it is the tier's representative. */
  readonly securitySeverity: string;
  readonly problemSeverity: "error" | "warning" | "recommendation";
}

const tiers: Readonly<Record<Severity, Tier>> = {
  critical: { level: "error", securitySeverity: "9.5", problemSeverity: "error" },
  high: { level: "error", securitySeverity: "8.0", problemSeverity: "error" },
  medium: { level: "warning", securitySeverity: "5.5", problemSeverity: "warning" },
  low: { level: "note", securitySeverity: "2.0", problemSeverity: "recommendation" },
  info: { level: "note", securitySeverity: "0.1", problemSeverity: "recommendation" },
};

const precisions = { certain: "very-high", likely: "high", possible: "medium" } as const;
const longestText = 1024;
const mostTags = 10;

export function levelOf(severity: Severity): Result.level {
  return tiers[severity].level;
}

/** The descriptors of a run, and which of them a finding refers to. */
export interface Descriptors {
  readonly all: readonly ReportingDescriptor[];
  readonly idOf: (finding: Finding) => string;
  readonly indexOf: (finding: Finding) => number;
}

/**
 * One descriptor for each rule that was asked, in its usual tier, and one more (`rule/high`) for each other tier that a
 * finding has: GitHub takes the severity of an alert from the descriptor, never from the result.
 */
export function describeRules(
  rules: readonly RuleMetadata[],
  findings: readonly Finding[],
  docsUrl: string | undefined,
): Descriptors {
  const metadata = new Map(rules.map((rule) => [rule.id, rule]));
  const needed = new Map<
    string,
    { readonly rule: RuleMetadata; readonly severity: Severity; confidence: Confidence }
  >();
  for (const rule of rules) needed.set(rule.id, { rule, severity: rule.severity, confidence: "certain" });

  const idOf = ({ ruleId, severity }: Finding): string => {
    const rule = metadata.get(ruleId);
    return rule === undefined || rule.severity === severity ? ruleId : `${ruleId}/${severity}`;
  };
  for (const finding of findings) {
    const id = idOf(finding);
    const rule = metadata.get(finding.ruleId) ?? unknownRule(finding);
    const known = needed.get(id) ?? { rule, severity: finding.severity, confidence: finding.confidence };
    needed.set(id, { ...known, confidence: weaker(known.confidence, finding.confidence) });
  }

  const sorted = [...needed].toSorted(([a], [b]) => compareText(a, b));
  const indices = new Map(sorted.map(([id], index) => [id, index]));
  return {
    all: sorted.map(([id, { rule, severity, confidence }]) => descriptor(id, rule, severity, confidence, docsUrl)),
    idOf,
    indexOf: (finding) => indices.get(idOf(finding)) ?? -1,
  };
}

function weaker(one: Confidence, other: Confidence): Confidence {
  if (one === "possible" || other === "possible") return "possible";
  return one === "likely" || other === "likely" ? "likely" : "certain";
}

/** For a finding whose rule the run does not list, so that no result points nowhere. */
function unknownRule({ ruleId, severity }: Finding): RuleMetadata {
  return {
    id: ruleId,
    title: ruleId,
    severity,
    extended: false,
    since: "",
    why: "",
    remedy: "",
    needs: [],
    references: [],
    controls: [],
    aliases: [],
    tags: [],
  };
}

function descriptor(
  id: string,
  rule: RuleMetadata,
  severity: Severity,
  confidence: Confidence,
  docsUrl: string | undefined,
): ReportingDescriptor {
  const { level, securitySeverity, problemSeverity } = tiers[severity];
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: limited(sentence(rule.title)) },
    fullDescription: { text: limited(rule.why || sentence(rule.title)) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(docsUrl === undefined ? {} : { helpUri: `${docsUrl}/rules/${encodeURIComponent(rule.id)}.md` }),
    defaultConfiguration: { level, rank: Math.round(Number(securitySeverity) * 10) },
    properties: {
      tags: tagsOf(rule),
      precision: precisions[confidence],
      "problem.severity": problemSeverity,
      "security-severity": securitySeverity,
    },
  };
}

function helpText({ title, why, remedy, references }: RuleMetadata): string {
  return [sentence(title), why, remedy, ...references].filter((part) => part !== "").join("\n\n");
}

function helpMarkdown(rule: RuleMetadata): string {
  return [`## ${rule.title}`, ...ruleSections(rule, "###")].join("\n\n");
}

/** GitHub shows ten; `security` must be among them for the severity to count. */
function tagsOf({ tags, controls }: RuleMetadata): string[] {
  const weaknesses = controls.flatMap((control) => {
    const number = /^CWE-(\d+)$/.exec(control)?.[1];
    return number === undefined ? [] : [`external/cwe/cwe-${number.padStart(3, "0")}`];
  });
  return [...new Set(["security", "kubernetes", ...weaknesses, ...tags])].slice(0, mostTags);
}

/** `rbac-grant-anonymous/high` → `RbacGrantAnonymousHigh`; a name must differ from its id by more than case. */
function pascalCase(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return words.length > 1 ? words.join("") : `${words[0]}Rule`;
}

function sentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function limited(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 3).replace(/\p{Cs}$/u, "")}...`;
}

/** Worst first: 0 for critical. */
export function tierOrder(severity: Severity): number {
  return severities.indexOf(severity);
}
