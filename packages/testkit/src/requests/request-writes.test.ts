import { describe, expect, test } from "vitest";
import { type Asked, answer, outcome, type Server } from "./written-requests.ts";

describe("a write may create", () => {
  const apply = { "Content-Type": "application/apply-patch+yaml" };
  const merge = { "Content-Type": "application/merge-patch+json" };
  const config = (name: string) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name } });
  const lease = (name: string) => ({ apiVersion: "coordination.k8s.io/v1", kind: "Lease", metadata: { name } });
  const configs = "/api/v1/namespaces/web/configmaps";
  const leases = "/apis/coordination.k8s.io/v1/namespaces/web/leases";
  test.each<[what: string, asked: Asked, complete: string, open: string]>([
    [
      "an apply of what is missing asks for create, with the name",
      { as: "updater", line: `PATCH ${configs}/new?fieldManager=f`, headers: apply, body: config("new") },
      "forbidden",
      "unknown",
    ],
    [
      "which a rule with names can give",
      { as: "upserter", line: `PATCH ${configs}/new?fieldManager=f`, headers: apply, body: config("new") },
      "allowed",
      "allowed",
    ],
    [
      "an apply of what is there asks nothing more",
      { as: "updater", line: `PATCH ${configs}/there?fieldManager=f`, headers: apply, body: config("there") },
      "allowed",
      "allowed",
    ],
    [
      "without a field manager it is no apply",
      { as: "updater", line: `PATCH ${configs}/new`, headers: apply, body: config("new") },
      "allowed",
      "allowed",
    ],
    [
      "another patch never creates",
      { as: "updater", line: `PATCH ${configs}/new`, headers: merge, body: {} },
      "allowed",
      "allowed",
    ],
    [
      "a PUT of a kind that it may create asks for create",
      { as: "updater", line: `PUT ${leases}/new`, body: lease("new") },
      "forbidden",
      "unknown",
    ],
    [
      "a PUT of another kind is not found",
      { as: "updater", line: `PUT ${configs}/new`, body: config("new") },
      "allowed",
      "allowed",
    ],
    [
      "nor is the namespace",
      { as: "updater", line: "PUT /apis/coordination.k8s.io/v1/namespaces/gone/leases/new", body: lease("new") },
      "allowed",
      "unknown",
    ],
    [
      "a body of another name makes no sense",
      { as: "updater", line: `PUT ${leases}/new`, body: lease("other") },
      "allowed",
      "allowed",
    ],
    [
      "a kind that nobody defines is not served",
      {
        as: "updater",
        line: "PATCH /apis/example.org/v1/namespaces/web/widgets/w?fieldManager=f",
        headers: apply,
        body: {},
      },
      "allowed",
      "unknown",
    ],
  ])("%s", async (_, asked, complete, open) => {
    expect([await outcome(asked), await outcome(asked, { complete: false })]).toEqual([complete, open]);
  });
});

describe("nobody gives away what they do not hold", () => {
  const group = "rbac.authorization.k8s.io";
  const root = `/apis/${group}/v1`;
  const pods = { verbs: ["get"], apiGroups: [""], resources: ["pods"] };
  const secrets = { verbs: ["get"], apiGroups: [""], resources: ["secrets"] };
  const role = (name: string, ...rules: readonly object[]) => ({
    apiVersion: `${group}/v1`,
    kind: "Role",
    metadata: { name },
    rules,
  });
  const clusterRole = (name: string, more: object) => ({
    apiVersion: `${group}/v1`,
    kind: "ClusterRole",
    metadata: { name },
    ...more,
  });
  const binding = (name: string) => ({
    apiVersion: `${group}/v1`,
    kind: "RoleBinding",
    metadata: { name: "new" },
    roleRef: { apiGroup: group, kind: "ClusterRole", name },
  });
  const aggregation = { aggregationRule: { clusterRoleSelectors: [{}] } };
  const merge = { "Content-Type": "application/merge-patch+json" };
  const roles = `${root}/namespaces/web/roles`;
  const bindings = `${root}/namespaces/web/rolebindings`;
  test.each<[what: string, asked: Asked, expected: string]>([
    ["a rule that the author holds", { as: "holder", line: `POST ${roles}`, body: role("new", pods) }, "allowed"],
    [
      "a rule that the author does not hold",
      { as: "holder", line: `POST ${roles}`, body: role("new", pods, secrets) },
      "forbidden",
    ],
    [
      "system:masters",
      { as: "x", groups: ["system:masters"], line: `POST ${roles}`, body: role("new", secrets) },
      "allowed",
    ],
    [
      "escalate with a name, on the role of that name",
      { as: "escalator", line: `PUT ${roles}/r`, body: role("r", secrets) },
      "allowed",
    ],
    [
      "escalate with a name never helps a POST",
      { as: "escalator", line: `POST ${roles}`, body: role("r", secrets) },
      "forbidden",
    ],
    [
      "a label alone needs what the role holds",
      { as: "holder", line: `PATCH ${roles}/r`, headers: merge, body: { metadata: { labels: { a: "c" } } } },
      "forbidden",
    ],
    [
      "a patch that changes nothing needs nothing",
      { as: "writer", line: `PATCH ${roles}/r`, headers: merge, body: { metadata: { labels: { a: "b" } } } },
      "allowed",
    ],
    [
      "what the garbage collector changes needs nothing",
      { as: "writer", line: `PATCH ${roles}/r`, headers: merge, body: { metadata: { finalizers: ["a/b"] } } },
      "allowed",
    ],
    [
      "the same object sent again is a change: the server has filled in more",
      { as: "holder", line: `PUT ${roles}/r`, body: role("r", pods, secrets) },
      "forbidden",
    ],
    [
      "an aggregation takes everything",
      { as: "holder", line: `POST ${root}/clusterroles`, body: clusterRole("new", aggregation) },
      "forbidden",
    ],
    [
      "which a wildcard gives, escalate and all",
      { as: "all", line: `POST ${root}/clusterroles`, body: clusterRole("new", aggregation) },
      "allowed",
    ],
    [
      "a body that is no role is refused for that",
      { as: "writer", line: `POST ${roles}`, body: role("new", { verbs: "get" }) },
      "allowed",
    ],
    [
      "a binding to a role that may be bound",
      { as: "binder", line: `POST ${bindings}`, body: binding("view") },
      "allowed",
    ],
    ["a binding to another", { as: "binder", line: `POST ${bindings}`, body: binding("edit") }, "forbidden"],
    [
      "a binding to a role that is not there is not found",
      { as: "binder", line: `POST ${bindings}`, body: binding("gone") },
      "allowed",
    ],
    [
      "taking a subject away needs the role all the same",
      { as: "writer", line: `PATCH ${bindings}/viewers`, headers: merge, body: { subjects: [] } },
      "forbidden",
    ],
    ["a deletion needs nothing more", { as: "all", line: `DELETE ${bindings}/viewers` }, "allowed"],
  ])("%s", async (_, asked, expected) => {
    expect(await outcome(asked)).toBe(expected);
  });

  test("the refusal says what is missing", async () => {
    const { reason } = await answer({ as: "holder", line: `POST ${roles}`, body: role("new", pods, secrets) });
    expect(reason).toBe(
      `roles.${group} "new" is forbidden: user "holder" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["secrets"], Verbs:["get"]}`,
    );
  });
});

describe("of a role that is not among the inputs, which may have more than it says", () => {
  const group = "rbac.authorization.k8s.io";
  const path = `/apis/${group}/v1/namespaces/web/roles/other`;
  const merge = { "Content-Type": "application/merge-patch+json" };
  const rules = [{ verbs: ["get"], apiGroups: [""], resources: ["pods"] }];
  const role = { apiVersion: `${group}/v1`, kind: "Role", metadata: { name: "other" }, rules };
  const labels = { metadata: { labels: { a: "b" } } };
  test.each<[what: string, asked: Asked, expected: string]>([
    ["whoever holds the rules may write them", { as: "holder", line: `PUT ${path}`, body: role }, "allowed"],
    ["whoever does not may not", { as: "writer", line: `PUT ${path}`, body: role }, "forbidden"],
    ["a label may need anything", { as: "holder", line: `PATCH ${path}`, headers: merge, body: labels }, "unknown"],
    [
      "but nothing of whoever may escalate",
      { as: "all", line: `PATCH ${path}`, headers: merge, body: labels },
      "allowed",
    ],
    [
      "nor of system:masters",
      { as: "x", groups: ["system:masters"], line: `PATCH ${path}`, headers: merge, body: labels },
      "allowed",
    ],
  ])("%s", async (_, asked, expected) => {
    expect(await outcome(asked, { complete: false })).toBe(expected);
  });
});

describe("what admission asks", () => {
  const approval = (name: string) => `PATCH /apis/certificates.k8s.io/v1/certificatesigningrequests/${name}/approval`;
  const merge = { "Content-Type": "application/merge-patch+json" };
  const approved = { status: { conditions: [{ type: "Approved", status: "True" }] } };
  test.each<[what: string, asked: Asked, on: Server, expected: string]>([
    [
      "an approval for a signer of the domain",
      { as: "approver", line: approval("ours"), headers: merge, body: approved },
      {},
      "allowed",
    ],
    [
      "an approval for another signer",
      { as: "approver", line: approval("theirs"), headers: merge, body: approved },
      {},
      "forbidden",
    ],
    [
      "nobody asks where the plugin is off",
      { as: "approver", line: approval("theirs"), headers: merge, body: approved },
      { flags: ["--disable-admission-plugins=CertificateApproval"] },
      "allowed",
    ],
    [
      "what is not there is not found",
      { as: "approver", line: approval("gone"), headers: merge, body: approved },
      {},
      "allowed",
    ],
    [
      "which only complete inputs say",
      { as: "approver", line: approval("gone"), headers: merge, body: approved },
      { complete: false },
      "unknown",
    ],
    ["the default namespace stays", { as: "all", line: "DELETE /api/v1/namespaces/default" }, {}, "forbidden"],
    ["another one goes", { as: "all", line: "DELETE /api/v1/namespaces/web" }, {}, "allowed"],
  ])("%s", async (_, asked, on, expected) => {
    expect(await outcome(asked, on)).toBe(expected);
  });

  const kubelet = { as: "system:node:n1", groups: ["system:nodes"] };
  const known = { apiVersion: "v1", kind: "Pod", name: "known", uid: "1f0c1d1e-0000-4000-8000-000000000001" };
  const token = (spec: object): Asked => ({
    ...kubelet,
    line: "POST /api/v1/namespaces/web/serviceaccounts/app/token",
    body: { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec },
  });
  const restricted = { flags: ["--enable-admission-plugins=NodeRestriction"] };
  const label = (key: string) => ({ metadata: { labels: { [key]: "x" } } });
  test.each<[what: string, asked: Asked, expected: string]>([
    [
      "its own labels",
      { ...kubelet, line: "PATCH /api/v1/nodes/n1", headers: merge, body: label("team.example.org/x") },
      "allowed",
    ],
    [
      "labels that the kubelet sets",
      { ...kubelet, line: "PATCH /api/v1/nodes/n1", headers: merge, body: label("kubernetes.io/os") },
      "allowed",
    ],
    [
      "Kubernetes' other labels",
      { ...kubelet, line: "PATCH /api/v1/nodes/n1", headers: merge, body: label("kubernetes.io/x") },
      "forbidden",
    ],
    [
      "labels kept from nodes",
      { ...kubelet, line: "PATCH /api/v1/nodes/n1", headers: merge, body: label("node-restriction.kubernetes.io/x") },
      "forbidden",
    ],
    [
      "its own taints",
      { ...kubelet, line: "PATCH /api/v1/nodes/n1", headers: merge, body: { spec: { taints: [{ key: "k" }] } } },
      "forbidden",
    ],
    [
      "a token of a pod that is not said",
      { ...kubelet, line: "POST /api/v1/namespaces/web/serviceaccounts/default/token", body: {} },
      "forbidden",
    ],
    [
      "the status of its pod",
      { ...kubelet, line: "PATCH /api/v1/namespaces/web/pods/mine/status", headers: merge, body: { status: {} } },
      "allowed",
    ],
    [
      "labels through that",
      { ...kubelet, line: "PATCH /api/v1/namespaces/web/pods/mine/status", headers: merge, body: label("a") },
      "forbidden",
    ],
    ["its pod's deletion", { ...kubelet, line: "DELETE /api/v1/namespaces/web/pods/mine" }, "allowed"],
    ["another pod", { ...kubelet, as: "system:node:n2", line: "DELETE /api/v1/namespaces/web/pods/mine" }, "forbidden"],
    ["a token of its pod", token({ boundObjectRef: known, audiences: ["vault"] }), "allowed"],
    [
      "a token for somebody whom the pod does not name",
      token({ boundObjectRef: known, audiences: ["other"] }),
      "forbidden",
    ],
    ["a token for several", token({ boundObjectRef: known, audiences: ["vault", "other"] }), "forbidden"],
    ["a token of a pod that was there before", token({ boundObjectRef: { ...known, uid: "u" } }), "forbidden"],
    ["a token of a pod that is not there", token({ boundObjectRef: { ...known, name: "gone" } }), "allowed"],
  ])("NodeRestriction and %s", async (_, asked, expected) => {
    expect(await outcome(asked, restricted)).toBe(expected);
  });
});

// openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /O=dev/O=system:masters/CN=jane
const ofMasters = `-----BEGIN CERTIFICATE REQUEST-----
MIHwMIGYAgEAMDYxDDAKBgNVBAoMA2RldjEXMBUGA1UECgwOc3lzdGVtOm1hc3Rl
cnMxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASdvKsU
VEAXyU7QYCYE06XpPDcFQCXzKr30leHxrJRMWeztLyAwm9btmnNyjBhw3OmEuP2x
/lBunaoTa/auGTLeoAAwCgYIKoZIzj0EAwIDRwAwRAIgERBudRmck05mAWrciQXH
Y4VnUnL/+xCBdxTmFk/AlE0CIEnRi8iRdnjNZNmLsh6MI3h+u4V9DnZXFXKu0gVC
h1B4
-----END CERTIFICATE REQUEST-----
`;

// plugin/pkg/admission/certificates/subjectrestriction/admission.go: whoever asks.
test.each([
  ["kubernetes.io/kube-apiserver-client", ofMasters, "forbidden"],
  ["kubernetes.io/kube-apiserver-client", "no request", "allowed"],
  ["example.com/client", ofMasters, "allowed"],
])("a certificate of %s for a group", async (signerName, pem, expected) => {
  const body = {
    apiVersion: "certificates.k8s.io/v1",
    kind: "CertificateSigningRequest",
    metadata: { name: "a" },
    spec: { signerName, usages: ["client auth"], request: Buffer.from(pem).toString("base64") },
  };
  const line = "POST /apis/certificates.k8s.io/v1/certificatesigningrequests";
  expect(await outcome({ as: "x", groups: ["system:masters"], line, body })).toBe(expected);
});
