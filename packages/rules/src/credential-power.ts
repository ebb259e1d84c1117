import type { Grant } from "@authgraph/graph";
import { type Credential, groupKey, mastersGroup, userKey } from "@authgraph/kubernetes";
import { strongestPower } from "./powers.ts";
import type { PowerLevel } from "./rating.ts";
import type { RuleContext } from "./rule.ts";

/** The most that whoever holds a credential can do; undefined where no grant is known. */
export function credentialPower(
  { graph, minor }: RuleContext,
  { user, groups }: Credential,
): { readonly level: PowerLevel } | undefined {
  if (groups.some(({ value }) => value === mastersGroup)) return { level: 1 };
  const keys = [...(user === undefined ? [] : [userKey(user.value)]), ...groups.map(({ value }) => groupKey(value))];
  const grants: Grant[] = [];
  for (const key of keys) grants.push(...graph.grantsOf(key));
  return strongestPower(grants, minor);
}
