import type { AccessGraph, Grant } from "@authgraph/graph";
import { type Credential, groupKey, type Identity, mastersGroup, userKey } from "@authgraph/kubernetes";
import { describedPower } from "./consequences.ts";
import { strongestPower } from "./powers.ts";
import type { PowerLevel } from "./rating.ts";
import type { RuleContext } from "./rule.ts";

/** The most that whoever holds a credential can do; undefined where no grant is known. */
export function credentialPower(
  { graph, minor }: RuleContext,
  { user, groups }: Credential,
): { readonly level: PowerLevel } | undefined {
  const identity = { user: user?.value ?? "", groups: groups.map(({ value }) => value) };
  return identityPower(graph, minor, identity);
}

/** What somebody can do at most. */
export interface IdentityPower {
  readonly level: PowerLevel;
  /** `is cluster-admin`, `can read every Secret in the cluster`. */
  readonly text: string;
}

/** The most that an identity can do by its grants; undefined where none is known. */
export function identityPower(
  graph: AccessGraph,
  minor: string,
  { user, groups }: Identity,
): IdentityPower | undefined {
  if (groups.includes(mastersGroup)) return { level: 1, text: "is cluster-admin, whatever RBAC says" };
  const keys = [...(user === "" ? [] : [userKey(user)]), ...groups.map(groupKey)];
  const grants: Grant[] = [];
  for (const key of keys) grants.push(...graph.grantsOf(key));
  const power = strongestPower(grants, minor);
  return power === undefined ? undefined : { level: power.level, text: describedPower(power) };
}
