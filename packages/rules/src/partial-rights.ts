import { type PolicyRule, parseServiceAccountUserName } from "@authgraph/kubernetes";
import { websocketNeedsCreateSince } from "./asks.ts";

// Some rights are never asked for by themselves: only beside another request, or in a form that the rule does not have.

const connections: readonly string[] = ["pods/exec", "pods/attach", "pods/portforward"];

/** Whether a rule lets its holder open what it names: entering a pod is a POST, or a GET until 1.34. */
export function opensConnection({ verbs }: PolicyRule, resource: string, minor: string): boolean {
  if (!connections.includes(resource)) return true;
  const getIsEnough = Number(minor.split(".")[1]) < websocketNeedsCreateSince;
  return verbs.some(({ value }) => value === "*" || value === "create" || (getIsEnough && value === "get"));
}

/** Whether a verb gives something without a right to another request that the rule may not hold. */
export function isAskedAlone(verb: string, rule: PolicyRule, reached: PolicyRule["resources"]): boolean {
  const only = (...resources: readonly string[]): boolean => reached.every(({ value }) => resources.includes(value));
  switch (verb) {
    // Asked for while a role or binding is written (pkg/registry/rbac/{escalation_check,rest}).
    case "escalate":
    case "bind":
      return !only("roles", "clusterroles", "rolebindings", "clusterrolebindings");
    // Asked for while the state of a request is written (plugin/pkg/admission/certificates).
    case "approve":
    case "sign":
    case "attest":
      return !only("signers");
    // Asked about whoever made a request that is there (pkg/controller/certificates/approver: recognizers).
    case "create":
      return !only(
        "certificatesigningrequests/nodeclient",
        "certificatesigningrequests/selfnodeclient",
        "certificatesigningrequests/selfnodeserver",
      );
    case "impersonate":
      return reached.some(({ value }) => impersonatesSomebody(value, rule));
    default:
      return !verb.startsWith("impersonate:") && !verb.startsWith("impersonate-on:");
  }
}

/** Groups, uids and extras are no identity; and who is a ServiceAccount is never asked for as a user. */
function impersonatesSomebody(resource: string, { apiGroups, resourceNames }: PolicyRule): boolean {
  if (!apiGroups.some(({ value }) => value === "" || value === "*")) return false;
  const isSomebody = (name: string): boolean =>
    name !== "" && (resource !== "users" || parseServiceAccountUserName(name) === undefined);
  if (resource !== "users" && resource !== "serviceaccounts" && resource !== "*") return false;
  return resourceNames.length === 0 || resourceNames.some(({ value }) => isSomebody(value));
}
