import type { RequestAnswer } from "@authgraph/engine";
import { textSources } from "../folder-sources.ts";
import { askedWorld } from "./asked-world.ts";

// For tests: one cluster in which every user may do one thing; the user's name says which.
const cluster = `
${grant("pods-get", `{verbs: [get], apiGroups: [""], resources: [pods/exec, pods/attach]}`)}
${grant("pods-create", `{verbs: [get, create], apiGroups: [""], resources: [pods/exec], resourceNames: [p]}`)}
${grant("updater", `{verbs: [update, patch], apiGroups: ["*"], resources: [configmaps, leases, widgets]}`)}
${grant("upserter", `{verbs: [update, patch, create], apiGroups: ["*"], resources: [configmaps, leases], resourceNames: [new]}`)}
${grant("writer", `{verbs: [create, update, patch], apiGroups: [rbac.authorization.k8s.io], resources: ["*"]}`)}
${grant(
  "holder",
  `{verbs: [create, update, patch], apiGroups: [rbac.authorization.k8s.io], resources: ["*"]}, {verbs: [get], apiGroups: [""], resources: [pods]}`,
)}
${grant(
  "escalator",
  `{verbs: [create, update], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}, {verbs: [escalate], apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [r]}`,
)}
${grant(
  "binder",
  `{verbs: [create], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings, clusterrolebindings]}, {verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], resourceNames: [view]}`,
)}
${grant("all", `{verbs: ["*"], apiGroups: ["*"], resources: ["*"]}, {verbs: ["*"], nonResourceURLs: ["*"]}`)}
${grant("plain", `{verbs: [impersonate], apiGroups: [""], resources: [users, groups, serviceaccounts]}`)}
${grant("scopes", `{verbs: [impersonate], apiGroups: [""], resources: [users]}, {verbs: [impersonate], apiGroups: [authentication.k8s.io], resources: [userextras, userextras/scopes]}`)}
${grant("constrained", `{verbs: ["impersonate:user-info"], apiGroups: [authentication.k8s.io], resources: [users, groups]}, {verbs: ["impersonate-on:user-info:list"], apiGroups: [""], resources: [pods]}`)}
${grant("approver", `{verbs: [update, patch], apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/approval]}, {verbs: [approve], apiGroups: [certificates.k8s.io], resources: [signers], resourceNames: [example.org/*]}`)}
${grant("jane", `{verbs: [list], apiGroups: [""], resources: [pods]}`)}
---
{apiVersion: v1, kind: Namespace, metadata: {name: web}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: there, namespace: web}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: r, namespace: web, labels: {a: b}}
rules: [{verbs: [get], apiGroups: [""], resources: [pods]}, {verbs: [get], apiGroups: [""], resources: [secrets]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: viewers, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: User, name: jane}, {kind: User, name: joe}]
---
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata: {name: ours}
spec: {signerName: example.org/x, request: "", usages: [client auth]}
---
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata: {name: theirs}
spec: {signerName: example.com/x, request: "", usages: [client auth]}
---
{apiVersion: v1, kind: Pod, metadata: {name: mine, namespace: web}, spec: {nodeName: n1, containers: []}}
---
apiVersion: v1
kind: Pod
metadata: {name: known, namespace: web, uid: 1f0c1d1e-0000-4000-8000-000000000001}
spec:
  nodeName: n1
  containers: []
  serviceAccountName: app
  volumes:
  - {name: t, projected: {sources: [{serviceAccountToken: {path: t, audience: vault}}]}}
---
{apiVersion: v1, kind: ServiceAccount, metadata: {name: app, namespace: web}}
---
{apiVersion: v1, kind: Node, metadata: {name: n1, labels: {team: x}}}
`;

function grant(user: string, rules: string): string {
  return `---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: of-${user}}, rules: [${rules}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: of-${user}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: of-${user}}
subjects: [{kind: User, name: ${user}}]`;
}

/** A request of somebody who is authenticated. */
export interface Asked {
  readonly as: string;
  /** `METHOD path`. */
  readonly line: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly groups?: readonly string[];
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

/** How the server is started. */
export interface Server {
  readonly minor?: string;
  readonly flags?: readonly string[];
  readonly complete?: boolean;
}

function server({ minor = "1.37", flags = [] }: Server): string {
  const image = `registry.k8s.io/kube-apiserver:v${minor}.0`;
  const command = ["kube-apiserver", "--etcd-servers=http://e:2379", "--authorization-mode=Node,RBAC", ...flags];
  const metadata = { name: "kube-apiserver", namespace: "kube-system" };
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata,
    spec: { containers: [{ name: "s", image, command }] },
  });
}

/** What becomes of a request to the cluster. */
export async function answer(
  { as, line, headers, body, groups = [], extra }: Asked,
  on: Server = {},
): Promise<RequestAnswer> {
  const ask = await askedWorld({
    sources: textSources({ "cluster.yaml": cluster, "server.yaml": server(on) }),
    at: "2026-01-01T00:00:00Z",
    complete: on.complete ?? true,
  });
  const [method = "", path = ""] = line.split(" ");
  const credential = { kind: "user", user: as, groups: [...groups, "system:authenticated"], extra };
  return ask({ method, path, headers, body, credential });
}

/** The outcome alone. */
export async function outcome(asked: Asked, on: Server = {}): Promise<string> {
  return (await answer(asked, on)).outcome;
}
