import {
  type Check,
  type HeldPower,
  hasAwsAuth,
  includesAwsAuth,
  isByWildcard,
  powerRisks,
  type RuleContext,
} from "@authgraph/rules";

export const check: Check = (context) => {
  const isOnEks = hasAwsAuth(context.graph);
  return powerRisks(context, {
    id: "rbac-auth-configmaps-write",
    powers: ["write-aws-auth", "write-configmaps", "write-identity-configmaps", "write-cluster-info"],
    // Many controllers keep a lock or a state in some ConfigMap: everywhere that is ordinary, but where aws-auth is.
    tells: (power) => !isByWildcard(power) && (isOnEks || power.id !== "write-configmaps"),
    judged: ({ power }) => withAwsAuth(context, power),
    instead: ({ witnesses: [{ grant }] }) =>
      grant.rule.resourceNames.length > 0 ? [] : ["name the ConfigMaps that are written in resourceNames"],
  });
};

/** Whoever may write every ConfigMap of kube-system may write that one. */
function withAwsAuth({ graph }: RuleContext, power: HeldPower): HeldPower {
  if (!includesAwsAuth(graph, power)) return power;
  const where = power.id === "write-configmaps" ? "of the cluster" : "of kube-system";
  const phrase = `write every ConfigMap ${where}, and so aws-auth, the list of users and groups of EKS`;
  return { ...power, level: 1, sureLevel: 1, phrase };
}
