export type {
  AccessComparison,
  ApiServer,
  Assumption,
  Authenticator,
  Authorizer,
  Change,
  ComponentInstance,
  Decision,
  EffectiveSetting,
  FileContent,
  NearMiss,
  OneStep,
  Refusal as StartRefusal,
  RequestAnswer,
  RequestCheck,
  SubjectDecision,
} from "@authgraph/graph";
export type {
  AccessBinding,
  AccessRole,
  Attributes,
  HttpRequest,
  Identity,
  Platform,
} from "@authgraph/kubernetes";
export { withoutUserInfo } from "@authgraph/kubernetes";
export type { Located } from "@authgraph/source";
export type { Content, FactCache } from "./cache/fact-cache.ts";
export type { FactPack, PackOptions } from "./cache/pack.ts";
export { openPack, packModule } from "./cache/pack.ts";
export type { AddedExcuse, ClusterComparison, RunChange } from "./change/run-change.ts";
export { namesFiles, saysTheSame, saysTheSameInEveryRole } from "./change/says-the-same.ts";
export type { StateBefore } from "./change/state-before.ts";
export type { RuleChoice } from "./configuration/chosen-rules.ts";
export { chosenRules } from "./configuration/chosen-rules.ts";
export type {
  Configuration,
  ConfiguredCluster,
  ConfiguredExclude,
  ConfiguredIdentities,
  ConfiguredRule,
  ConfiguredSuppression,
  ConfiguredTemplates,
  ExpectedGrant,
  ValidWhile,
} from "./configuration/configuration.ts";
export { defaultCluster } from "./configuration/configuration.ts";
export type { PathMatcher } from "./configuration/path-pattern.ts";
export { matcherOf } from "./configuration/path-pattern.ts";
export type { KnownNames, ReadConfiguration } from "./configuration/read-configuration.ts";
export { readConfiguration } from "./configuration/read-configuration.ts";
export { isDay } from "./configuration/values.ts";
export type { Failure } from "./failures.ts";
export { failuresOf } from "./failures.ts";
export type { FindingSearch, FoundRisk } from "./find-finding.ts";
export { findFinding, isFingerprintPrefix } from "./find-finding.ts";
export { focusFindings } from "./focus-findings.ts";
export type { RuleYaml } from "./foreign-rules/rule-yaml.ts";
export { problem as ruleProblem, readRuleYaml } from "./foreign-rules/rule-yaml.ts";
export type { BlobFile, InputFile, OpenedFile, SkipReason, Sources } from "./input.ts";
export type { Baseline } from "./known-risks/baseline.ts";
export { baselineName } from "./known-risks/baseline.ts";
export type { GrantInWords } from "./known-risks/grants-in-words.ts";
export { grantsInWords } from "./known-risks/grants-in-words.ts";
export type { KnownRisk, KnownRisks, RiskComparison } from "./known-risks/known-risk.ts";
export { readBaseline } from "./known-risks/read-baseline.ts";
export { baselineText } from "./known-risks/write-baseline.ts";
export type { GraphInput, GraphResult, GraphSettings, LoadedCluster, LoadedGraph } from "./load-graph.ts";
export { loadGraph } from "./load-graph.ts";
export type { Question, ReviewResult } from "./questions/access-review.ts";
export { readAccessReview } from "./questions/access-review.ts";
export { decide } from "./questions/ask.ts";
export type { AskedFor, Refusal } from "./questions/asked-for.ts";
export type { CanIAnswer, CanIInput, CanIResult } from "./questions/can-i.ts";
export { canI } from "./questions/can-i.ts";
export type { ControlPlaneAnswer, ControlPlaneInstance, SettingDifference } from "./questions/control-plane.ts";
export { controlPlane } from "./questions/control-plane.ts";
export type { DiffAnswer, DiffInput, DiffResult, ReadState } from "./questions/diff.ts";
export { diffAccess } from "./questions/diff.ts";
export type { ExportedEdge, ExportedGraph, ExportedNode, GraphContent } from "./questions/graph-export.ts";
export { accessAndSteps } from "./questions/graph-export.ts";
export type { FileText, RequestResult } from "./questions/http-request.ts";
export { readHttpRequest } from "./questions/http-request.ts";
export type { AccessList, AccessRow } from "./questions/list-access.ts";
export { listAccess } from "./questions/list-access.ts";
export type { PathEnd } from "./questions/path-end.ts";
export type { Holding, PathsAnswer, PathsInput, PathsResult, Route } from "./questions/paths.ts";
export { escalationPaths } from "./questions/paths.ts";
export { askRequest, requestWorld } from "./questions/request.ts";
export type { WhoCanAnswer, WhoCanResult } from "./questions/who-can.ts";
export { whoCanDo } from "./questions/who-can.ts";
export type { RatedCredential, WhoamiAnswer } from "./questions/whoami.ts";
export { whoami } from "./questions/whoami.ts";
export type {
  Coverage,
  KubernetesVersion,
  NotEvaluated,
  Run,
  RunAssumption,
  RunCluster,
  SkippedFile,
} from "./run.ts";
export type { ScanInput, ScanResult } from "./scan.ts";
export { scan } from "./scan.ts";
export type { Selection } from "./select-findings.ts";
export { selectFindings } from "./select-findings.ts";
export type { Acceptance, AcceptingEntry } from "./suppressions/acceptance.ts";
export { acceptanceOf, acceptingEntry, sameSubjectAndObject } from "./suppressions/acceptance.ts";
export { objectWords } from "./suppressions/cluster-objects.ts";
export { isAboutSuppressions } from "./suppressions/rule-names.ts";
export type { SuppressedRisk } from "./suppressions/suppress.ts";
