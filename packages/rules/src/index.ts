export type { Confidence, Finding, Hop, Note, Remedy, Risk, RiskIdentity, Severity, TextEdit } from "./risk.ts";
export type { Check, Rule, RuleContext, RuleMetadata, RuleNeed } from "./rule.ts";
