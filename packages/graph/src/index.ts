export { buildAccessGraph } from "./access-graph.ts";
export type { AnonymousReach } from "./anonymous.ts";
export { anonymousReach } from "./anonymous.ts";
export { authorize, authorizeAt } from "./authorize/authorize.ts";
export { reasonOf } from "./authorize/rbac.ts";
export type { Change, RuleList } from "./change.ts";
export { applyChange } from "./change.ts";
export type { InventoryInput } from "./inventory.ts";
export { buildInventory } from "./inventory.ts";
export type { NearMiss, NearMissKind } from "./near-misses.ts";
export { nearMisses, smallestGrant } from "./near-misses.ts";
export { objectKey, roleKey } from "./object-key.ts";
export type {
  AccessGraph,
  AnonymousAccess,
  ApiServer,
  Assumption,
  AuthorizationModes,
  AuthorizerMode,
  BoundSubject,
  Decision,
  EffectiveRole,
  Entry,
  Grant,
  Inventory,
  ObjectKey,
  Placed,
  ResolvedBinding,
  RoleResolution,
  Scope,
  Setting,
  ShippedPolicy,
  TextFacts,
} from "./types.ts";
export { appliedNamespace } from "./types.ts";
