export type { Access } from "./access/access.ts";
export { accessKey, accessOf } from "./access/access.ts";
export type { AccessParts } from "./access/access-words.ts";
export { accessParts, accessWords } from "./access/access-words.ts";
export type { AccessChange, AccessComparison, SettingChange, SubjectChange } from "./access/compare-access.ts";
export { compareAccess } from "./access/compare-access.ts";
export { implicitGroups } from "./access/implicit-groups.ts";
export { parseAccessWords } from "./access/parse-access-words.ts";
export { uncovered } from "./access/uncovered.ts";
export { buildAccessGraph } from "./access-graph.ts";
export type { AnonymousReach } from "./anonymous.ts";
export { anonymousReach } from "./anonymous.ts";
export { withoutRefusedServers } from "./api-server.ts";
export type { FoundCredential, FoundForm, Usability } from "./authenticate/found-credential.ts";
export { foundCredentials } from "./authenticate/found-credentials.ts";
export type { WrittenMembership } from "./authenticate/written-memberships.ts";
export { writtenMemberships } from "./authenticate/written-memberships.ts";
export { authorize, authorizeAt } from "./authorize/authorize.ts";
export { reasonOf, rolesOf } from "./authorize/rbac.ts";
export type { Change, RuleList } from "./change.ts";
export { applyChange } from "./change.ts";
export { grantsIfBound } from "./grants.ts";
export type { InventoryInput } from "./inventory.ts";
export { buildInventory } from "./inventory.ts";
export type { NearMiss, NearMissKind } from "./near-misses.ts";
export { nearMisses, smallestGrant } from "./near-misses.ts";
export { nearest } from "./nearness.ts";
export { objectKey, roleKey } from "./object-key.ts";
export type { OneStep } from "./one-step.ts";
export { oneStepAway } from "./one-step.ts";
export { ownNamespaces } from "./request/admission.ts";
export { answerRequest } from "./request/answer-request.ts";
export type { RequestAnswer, RequestCheck } from "./request/request-answer.ts";
export type { JsonObject, RequestWorld, StoredObject, StoredObjects } from "./request/request-world.ts";
export type { PathRequest } from "./request-path.ts";
export { requestsFor } from "./request-path.ts";
export { ruleKey } from "./rule-key.ts";
export type { ListedRule, ListedRules } from "./rules-for.ts";
export { rulesFor } from "./rules-for.ts";
export type {
  AccessGraph,
  AdmissionPlugins,
  AnonymousAccess,
  ApiServer,
  Assumption,
  Authenticator,
  AuthorizationModes,
  Authorizer,
  AuthorizerMode,
  BoundSubject,
  ComponentInstance,
  Decision,
  EffectiveRole,
  EffectiveSetting,
  Entry,
  FeatureGates,
  FileContent,
  Grant,
  Inventory,
  NodeRelation,
  NodeRelations,
  ObjectKey,
  Placed,
  Refusal,
  ResolvedBinding,
  RoleResolution,
  Scope,
  Setting,
  SettingLayer,
  ShippedPolicy,
  StartStage,
  TextFacts,
  Vertex,
} from "./types.ts";
export { appliedNamespace } from "./types.ts";
export type { NodeDecision, SubjectDecision, WhoCan } from "./who-can.ts";
export { whoCan } from "./who-can.ts";
