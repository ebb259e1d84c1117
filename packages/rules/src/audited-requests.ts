import type { AccessGraph } from "@authgraph/graph";
import type { AuditPolicy } from "@authgraph/kubernetes";
import type { AuditedRequest } from "./audit-levels.ts";

/** A policy of the inputs, and whether an API server of them reads it. */
export interface AuditPolicyInUse {
  readonly policy: AuditPolicy;
  readonly path: string;
  readonly inUse: boolean;
}

/** Every audit policy of the inputs once, those that a server reads first. */
export function auditPolicies({ apiServers, inventory }: AccessGraph): readonly AuditPolicyInUse[] {
  const used = new Set<AuditPolicy>();
  for (const { audit } of apiServers) if (audit.policy?.state === "read") used.add(audit.policy.value);
  return inventory.configurations.flatMap(({ path, value }) =>
    value.kind === "AuditPolicy" ? [{ policy: value, path, inUse: used.has(value) }] : [],
  );
}

/** Somebody who might ask, as a policy can tell people, workloads and nodes apart. */
export interface Asker {
  /** `people`, as the subject of a sentence. */
  readonly who: string;
  readonly user: string;
  readonly groups: readonly string[];
}

const namespace = "web";
const authenticated = "system:authenticated";

export const person: Asker = { who: "people", user: "jane", groups: [authenticated] };
export const workload: Asker = {
  who: "ServiceAccounts",
  user: `system:serviceaccount:${namespace}:app`,
  groups: ["system:serviceaccounts", `system:serviceaccounts:${namespace}`, authenticated],
};
export const node: Asker = { who: "nodes", user: "system:node:node-1", groups: ["system:nodes", authenticated] };

/** Something to ask for, in the requests it takes. */
export interface Deed {
  /** Completes "can": `read Secrets`. */
  readonly phrase: string;
  readonly requests: readonly Omit<AuditedRequest, "user" | "groups">[];
}

function deed(
  phrase: string,
  verbs: readonly string[],
  resources: readonly string[],
  group: string = "",
  scope: "namespaced" | "cluster" = "namespaced",
): Deed {
  return {
    phrase,
    requests: resources.flatMap((written) => {
      const [resource = "", subresource = ""] = written.split("/");
      return verbs.map((verb) => ({
        verb,
        group,
        resource,
        subresource,
        namespace: scope === "cluster" ? "" : namespace,
        name: verb === "list" || (verb === "create" && subresource === "") ? "" : "x",
      }));
    }),
  };
}

const rbac = "rbac.authorization.k8s.io";
const writes = ["create", "update", "patch", "delete"];

/**
 * What somebody who looks for an intruder needs to see. `kubectl exec` opens a websocket, which is a GET: its verb is
 * `get`, not `create`.
 */
export const tellingDeeds: readonly Deed[] = [
  deed("read Secrets", ["get", "list"], ["secrets"]),
  deed("write Secrets", writes, ["secrets"]),
  deed("run commands in pods", ["get", "create"], ["pods/exec", "pods/attach"]),
  deed("reach into pods and nodes", ["get", "create"], ["pods/portforward", "pods/proxy", "services/proxy"]),
  deed("reach into pods and nodes", ["get", "create"], ["nodes/proxy"], "", "cluster"),
  deed("get tokens of ServiceAccounts", ["create"], ["serviceaccounts/token"]),
  deed("grant rights", writes, ["roles", "rolebindings"], rbac),
  deed("grant rights", writes, ["clusterroles", "clusterrolebindings"], rbac, "cluster"),
  deed("start pods", ["create"], ["pods"]),
  deed(
    "approve certificates",
    ["update", "patch"],
    ["certificatesigningrequests/approval"],
    "certificates.k8s.io",
    "cluster",
  ),
  deed(
    "change admission",
    writes,
    ["mutatingwebhookconfigurations", "validatingwebhookconfigurations", "validatingadmissionpolicies"],
    "admissionregistration.k8s.io",
    "cluster",
  ),
];

/** What tells less: many leave it out for its number. */
export const minorDeeds: readonly Deed[] = [
  deed("read ConfigMaps", ["get", "list"], ["configmaps"]),
  deed("write ConfigMaps", writes, ["configmaps"]),
  deed("review tokens", ["create"], ["tokenreviews"], "authentication.k8s.io", "cluster"),
];

/** Requests whose own body holds a credential. */
export const deedsThatSendCredentials: readonly Deed[] = [
  deed("Secrets", ["create", "update", "patch"], ["secrets"]),
  deed("tokens under review", ["create"], ["tokenreviews"], "authentication.k8s.io", "cluster"),
];

/** Requests whose answer holds a credential. */
export const deedsThatReturnCredentials: readonly Deed[] = [
  ...deedsThatSendCredentials,
  deed("Secrets", ["get", "list", "delete"], ["secrets"]),
  deed("tokens of ServiceAccounts", ["create"], ["serviceaccounts/token"]),
];
