import { groupKey, verbMatches } from "@authgraph/kubernetes";
import { type Holder, holderOfGroup, pronounOf } from "../holders.ts";
import { whereOf } from "../hops.ts";
import { fitTitle, namespacedName, quotable } from "../wording.ts";
import { accountOf } from "./known-accounts.ts";
import type { EscalationPath, Step } from "./step.ts";

/** `ServiceAccount ci/deployer can run pods as any ServiceAccount of kube-system, which makes it cluster-admin`. */
export function pathTitle(holder: Holder, path: EscalationPath): string {
  return fitTitle(`${holder.name} can ${path.steps[0].phrase}`, consequenceOf(holder, path));
}

/** What it leads to, one clause. */
export function consequenceOf(holder: Holder, { steps }: EscalationPath): string {
  const last = steps.at(-1);
  if (last === undefined) return "";
  const whom = pronounOf(holder);
  if (last.to.kind === "cluster-admin") return `, which makes ${whom} cluster-admin`;
  if (last.to.kind === "nodes") return `, which makes ${whom} root on the node`;
  const lastTaken = steps.findLast(({ powerId }) => powerId !== undefined);
  return lastTaken === undefined || lastTaken === steps[0] ? "" : `, which lets ${whom} ${lastTaken.phrase}`;
}

/** How the chain goes on after its first step, a line each. */
export function followingLines({ steps }: EscalationPath): readonly string[] {
  return steps.slice(1).flatMap((step, index) => {
    const before = steps[index];
    return before === undefined ? [] : lineOf(step, before);
  });
}

function lineOf(step: Step, before: Step): readonly string[] {
  const assumed = step.assumption === undefined ? "" : ` (assumed: ${step.assumption})`;
  switch (step.kind) {
    case "controllers":
    case "one-of-accounts":
      return [`${oneOf(step, before)}${assumed}`];
    case "member-of":
      return [`which can do what ${step.to.kind === "identity" ? groupName(step.to.key) : "its group"} can`];
    case "escalate-role":
      return [`which holds ${writing(step)} (${roleOf(step)})`, "and so can rewrite that role to allow everything"];
    case "holds-everything":
      if (step.grants.length === 0) return [`which ${step.phrase}`];
      return [
        `which ${step.to.kind === "cluster-admin" ? "is cluster-admin" : `can ${step.phrase}`} (${bindingOf(step)})`,
      ];
    case "one-of-users":
    case "pod-runs-as":
    case "token-in-secret":
      return [`${step.phrase}${assumed}`];
    case "pods-on-node":
    case "node-credential":
      return [`which ${step.phrase}${assumed}`];
    case "create-pod":
    case "write-workload":
    case "enter-pod":
    case "request-token":
    case "read-token-secret":
    case "create-token-secret":
    case "impersonate":
    case "bind-role":
    case "approve-certificate":
    case "reach-kubelet":
    case "mount-host-path":
    case "relabel-namespace":
    case "run-privileged":
    case "control-admission":
    case "replace-api-server":
    case "inject-aggregate":
    case "write-identity-map":
      return [`which can ${step.phrase} (${roleOf(step)})${assumed}`];
  }
}

function oneOf(step: Step, before: Step): string {
  const account = step.to.kind === "identity" ? accountOf(step.to.key) : undefined;
  if (account === undefined) return step.phrase;
  const inOne = "namespace" in before.to && before.to.namespace !== undefined;
  const runsPods = before.kind === "create-pod" || before.kind === "write-workload";
  if (inOne && runsPods) return `one with serviceAccountName: ${quotable(account.name)}`;
  return `one of them is ServiceAccount ${namespacedName(account.namespace, account.name)}`;
}

function groupName(key: string): string {
  return holderOfGroup(key.slice(groupKey("").length)).name;
}

/** `escalate and patch on clusterroles`. */
function writing({ power }: Step): string {
  const last = power?.witnesses.at(-1);
  if (last === undefined) return "escalate";
  const verb = verbMatches(last.grant.rule.verbs, "patch") ? "patch" : last.ask.verb;
  return `escalate and ${verb} on ${last.ask.resource}`;
}

/** `ClusterRole edit, built in`, `Role deployer, ci/rbac.yaml:7`. */
function roleOf({ power }: Step): string {
  const grant = power?.witnesses[0].grant;
  if (grant === undefined) return "";
  const { object } = grant.role.entry;
  const where = object.origin.kind === "built-in" ? "built in" : whereOf(grant.rule.origin);
  return `${object.kind} ${quotable(object.meta.name.value)}, ${where}`;
}

function bindingOf({ grants: [grant] }: Step): string {
  if (grant === undefined) return "";
  const { object } = grant.binding.entry;
  const where = object.origin.kind === "built-in" ? "built in" : whereOf(object.roleRef.name.origin);
  return `${object.kind} ${quotable(object.meta.name.value)}, ${where}`;
}
