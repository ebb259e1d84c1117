import type { AccessGraph } from "@authgraph/graph";
import type { HeldPower } from "./powers.ts";

/** Whether the inputs hold the ConfigMap kube-system/aws-auth, by which EKS knows its users and groups. */
export function hasAwsAuth({ inventory }: AccessGraph): boolean {
  return inventory.credentials.some(({ form }) => form === "aws-auth-mapping");
}

/** Whether a power over every ConfigMap of kube-system, or of the cluster, includes that one. */
export function includesAwsAuth(graph: AccessGraph, { id, witnesses: [{ grant }] }: HeldPower): boolean {
  if (id !== "write-configmaps" && id !== "write-identity-configmaps") return false;
  return grant.rule.resourceNames.length === 0 && hasAwsAuth(graph);
}
