import type { Grant } from "@authgraph/graph";
import { type Credential, groupKey, mastersGroup, userKey } from "@authgraph/kubernetes";
import { type HeldPower, powersOf } from "./powers.ts";
import type { RuleContext } from "./rule.ts";

/** Every grant of the inputs to the user or one of the groups, those that Kubernetes ships included. */
export function grantsOfCredential(
  { graph }: RuleContext,
  { user, groups }: Pick<Credential, "user" | "groups">,
): readonly Grant[] {
  const keys = [...(user === undefined ? [] : [userKey(user.value)]), ...groups.map(({ value }) => groupKey(value))];
  const grants: Grant[] = [];
  for (const key of keys) grants.push(...graph.grantsOf(key));
  return grants;
}

/** What somebody with a credential can do, as far as the inputs tell. */
export type CredentialRights =
  /** In system:masters: asked of no authorizer. */
  | { readonly kind: "masters" }
  | { readonly kind: "held"; readonly power: HeldPower }
  /** kubeadm binds this group to cluster-admin; the inputs do not hold the binding. */
  | { readonly kind: "kubeadm-admin" }
  /** Nothing is bound to it here. */
  | { readonly kind: "none" };

/** cmd/kubeadm/app/constants: ClusterAdminsGroupAndClusterRoleBinding. */
const kubeadmAdmins = "kubeadm:cluster-admins";

export function credentialRights(
  context: RuleContext,
  credential: Pick<Credential, "user" | "groups">,
): CredentialRights {
  if (credential.groups.some(({ value }) => value === mastersGroup)) return { kind: "masters" };
  const [power] = powersOf(grantsOfCredential(context, credential), context.minor);
  if (power !== undefined && power.level < 6) return { kind: "held", power };
  if (credential.groups.some(({ value }) => value === kubeadmAdmins)) return { kind: "kubeadm-admin" };
  return { kind: "none" };
}
