// What a rule needs of the rooms behind this one.
export type {
  Access,
  AccessGraph,
  ApiServer,
  Authenticator,
  Authorizer,
  ComponentInstance,
  EffectiveRole,
  EffectiveSetting,
  Entry,
  FileContent,
  Grant,
  Refusal,
  ResolvedBinding,
  Scope,
} from "@authgraph/graph";
export { accessKey, accessParts, accessWords, appliedNamespace, grantsIfBound, rolesOf } from "@authgraph/graph";
export type {
  AbacRule,
  AccessRole,
  AdmissionRule,
  AdmissionWebhook,
  ApiResource,
  AuditLevel,
  AuditPolicy,
  AuditRule,
  BootstrapToken,
  CertificateBundle,
  ClaimMapping,
  Component,
  ComponentConfiguration,
  Credential,
  CredentialForm,
  EncryptionConfiguration,
  HiddenContent,
  JwtAuthenticator,
  Kubeconfig,
  KubeconfigUser,
  PolicyRule,
  ProjectedToken,
  Secret,
  ServiceAccount,
  Subject,
  WrittenCredential,
} from "@authgraph/kubernetes";
export { mastersGroup } from "@authgraph/kubernetes";
export type { Located, Origin } from "@authgraph/source";
export { powerOfAccess } from "./access-power.ts";
export type { PoweredTokenSecret, PowerfulAccount, TokenSecret } from "./accounts.ts";
export {
  accountAnnotationName,
  accountPower,
  accountPowers,
  mayHaveNamedPower,
  strongestAccount,
  tokenSecrets,
} from "./accounts.ts";
export { addDocument, addField, renameField, yamlName } from "./additions.ts";
export { aggregationRisks } from "./aggregation-risks.ts";
export type { AnonymousReach } from "./anonymous.ts";
export { anonymousReach, grantsOnPaths, rbacIsAsked } from "./anonymous.ts";
export type { AuditedRequest, AuditOutcome } from "./audit-levels.ts";
export { auditOutcome } from "./audit-levels.ts";
export type { Asker, AuditPolicyInUse, Deed } from "./audited-requests.ts";
export {
  auditPolicies,
  deedsThatReturnCredentials,
  deedsThatSendCredentials,
  minorDeeds,
  node,
  person,
  tellingDeeds,
  workload,
} from "./audited-requests.ts";
export { hasAwsAuth, includesAwsAuth } from "./aws-auth.ts";
export type { BoundHolder } from "./bound-holders.ts";
export { boundHolders } from "./bound-holders.ts";
export type { BoundPower, DormantPower } from "./bound-powers.ts";
export { boundPowersOf, dormantPowersOf, unusedRoles } from "./bound-powers.ts";
export { checkCommand, createTokenCommand } from "./checks.ts";
export type { ToldComponent } from "./component-risks.ts";
export { componentRisk, instanceName } from "./component-risks.ts";
export type { KnownSetting } from "./component-settings.ts";
export {
  isUnset,
  knownBoolean,
  knownSetting,
  startedComponents,
} from "./component-settings.ts";
export { controllersStep, describedPower, worstOf } from "./consequences.ts";
export type { IdentityPower } from "./credential-power.ts";
export { credentialPower, identityPower } from "./credential-power.ts";
export type { CredentialRights } from "./credential-rights.ts";
export { credentialRights, grantsOfCredential } from "./credential-rights.ts";
export { driftRisks } from "./drift-risks.ts";
export { editDistance } from "./edit-distance.ts";
export { removeListItem, removeObject, replaceBoolean, replaceItem, replaceScalar, replaceSetting } from "./edits.ts";
export type { BoundPath, BoundPathSearch } from "./escalation/bound-paths.ts";
export { boundPaths, levelOf } from "./escalation/bound-paths.ts";
export { escalationGraph } from "./escalation/escalation-graph.ts";
export type { PathRule } from "./escalation/path-risks.ts";
export { pathRisks } from "./escalation/path-risks.ts";
export { consequenceOf, followingLines } from "./escalation/path-words.ts";
export type { PodSecurity } from "./escalation/pod-security.ts";
export { keepsFromNode, podSecurityOf } from "./escalation/pod-security.ts";
export type { Reach } from "./escalation/reach.ts";
export { mostHops, pathOf, pathOrder, reachOf } from "./escalation/reach.ts";
export type { PathQuery } from "./escalation/shortest-paths.ts";
export { holdersOfPower, shortestPaths } from "./escalation/shortest-paths.ts";
export type { EscalationGraph, EscalationPath, Step, StepKind, Vertex } from "./escalation/step.ts";
export { asSubjectKey, clusterAdminVertex, identityVertex, vertexKey } from "./escalation/step.ts";
export { strongAccountsBeside } from "./escalation/strong-accounts.ts";
export type { EtcdExposure, StoreExposure } from "./etcd-exposure.ts";
export {
  certificateFile,
  etcdExposures,
  etcdsOfCluster,
  sharesCertificate,
  storeExposure,
} from "./etcd-exposure.ts";
export { everythingRisk, isClusterAdminRef } from "./everything-risks.ts";
export { fingerprintOf } from "./fingerprint.ts";
export { foldRisks, keepRisks, sortFindings } from "./fold.ts";
export { certaintyOf } from "./grant-certainty.ts";
export { crowdRisk, note, roleOf, takeSubjectOut } from "./grant-risks.ts";
export type { HiddenRisk } from "./hidden-risks.ts";
export { hiddenRisk } from "./hidden-risks.ts";
export type { Holder, HolderKind } from "./holders.ts";
export {
  holderOf,
  holderOfGroup,
  holderOfUser,
  isSameHolder,
  pronounOf,
  serviceAccountHolder,
  subjectPronoun,
} from "./holders.ts";
export { hop, powerHops, roleRefHop, subjectHop, whereOf } from "./hops.ts";
export { isLoopbackHost, urlParts } from "./hosts.ts";
export type { Impersonation } from "./impersonation.ts";
export { impersonationChecks, impersonationHops, impersonationsOf, mentionsImpersonation } from "./impersonation.ts";
export { ineffectiveRisks } from "./ineffective-risks.ts";
export type { IssuedNames } from "./issued-names.ts";
export { canIssue, issuedNames } from "./issued-names.ts";
export { certificateRefusal, judgedCredential } from "./judged-credentials.ts";
export type { FoundKubeconfig } from "./kubeconfigs.ts";
export { credentialOfUser, isLocalUrl, isOfOwnMachine, kubeconfigsOf } from "./kubeconfigs.ts";
export type { KubeletDoors } from "./kubelet-doors.ts";
export { anonymousKubeletPower, kubeletDoors, withoutConfiguration } from "./kubelet-doors.ts";
export { isConditionFalse } from "./match-conditions.ts";
export { membershipsOf } from "./memberships.ts";
export type { NameIndex, NearName } from "./near-names.ts";
export { indexNames, nearName } from "./near-names.ts";
export { nearest } from "./nearest.ts";
export { idleDefaultRisks, mayBeBound, needlessTokenRisk, noAutomount } from "./needless-tokens.ts";
export type { PowerId } from "./power.ts";
export { powerCatalogue } from "./power-catalogue.ts";
export type { PowerRule } from "./power-risks.ts";
export { dormantRisks, powerRisks } from "./power-risks.ts";
export type { HeldPower, Witness } from "./powers.ts";
export { asksOf, cataloguedPowers, givesEverything, powersOf, rateHeld, ruleGives, strongestPower } from "./powers.ts";
export type { HolderLevel, PowerLevel, Rated } from "./rating.ts";
export {
  adjustment,
  confidenceAtLeast,
  dormantScore,
  rate,
  representativeScore,
  severityAtLeast,
  severityOf,
  weakerConfidence,
} from "./rating.ts";
export type {
  Confidence,
  Finding,
  Hop,
  NamedRisk,
  Note,
  Remedy,
  Risk,
  RiskIdentity,
  Severity,
  SharedRole,
  TextEdit,
} from "./risk.ts";
export { findingOf, namedRisk, withNote, withSeverity, withState } from "./risk-details.ts";
export type { Check, ParameterOf, Rule, RuleContext, RuleMetadata, RuleNeed, RuleParameter } from "./rule.ts";
export type { RuleResults, RuleSettings, UnevaluatedRule } from "./run-rules.ts";
export { runRules } from "./run-rules.ts";
export type { SecretReader } from "./secret-readers.ts";
export { readersOfSecret } from "./secret-readers.ts";
export type { SettingRisk } from "./server-settings.ts";
export {
  booleanSetting,
  describedServers,
  givenSetting,
  isAbsent,
  isPluginOff,
  isWhole,
  isWritten,
  placeOfAbsent,
  settingRisk,
  versionConfidence,
} from "./server-settings.ts";
export { standTogether } from "./stand-together.ts";
export type { JudgedSuppression, Suppression } from "./suppression.ts";
export type { ToldSuppression } from "./suppression-risks.ts";
export { removeSuppression, suppressionName, suppressionRisks } from "./suppression-risks.ts";
export { isForApiServer, longestTokenLife } from "./token-audiences.ts";
export { allResourcesWords, isByWildcard } from "./wildcard-powers.ts";
export { firstThatFits, fitTitle, inScope, listed, namespacedName, quotable, shellWord } from "./wording.ts";
export type { RunningAccount, RunningWorkload } from "./workloads.ts";
export {
  accountsRunningIn,
  defaultAccount,
  isOneWorkload,
  runningAccounts,
  workloadName,
  workloadNames,
  workloadsOf,
} from "./workloads.ts";
