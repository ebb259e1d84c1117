import type { KubernetesObject } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";
import { corruptBase64At } from "./conformity.ts";

function decode(text: string): KubernetesObject {
  const parsed = parse({ path: "a.yaml", text });
  const found = parsed.facts.find((fact) => fact.fact === "object");
  if (found === undefined) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  return found.object;
}

/** What the text holds at a place. */
function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

function values(list: readonly Located<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}

const rbac = "apiVersion: rbac.authorization.k8s.io/v1";

describe("roles and bindings", () => {
  it("values stand where they were written", () => {
    const role = decode(`${rbac}
kind: ClusterRole
metadata:
  name: "a"
  namespace: ignored
  labels: {x: !!str 1}
rules:
- verbs: [get, 'list', null]
  apiGroups: [""]
  resources: &r
  - pods
- {verbs: ["*"], nonResourceURLs: [/healthz]}
- verbs: [watch]
  apiGroups: [apps]
  resources: *r
aggregationRule:
  clusterRoleSelectors:
  - matchLabels: {a: b}
    matchExpressions: [{key: k, operator: NotIn, values: [v]}]
`);
    if (role.kind !== "ClusterRole") throw new Error(role.kind);
    expect(role.meta).toMatchObject({ name: { value: "a" }, generated: false, namespace: undefined });
    expect(written(role.meta.name.origin)).toBe('"a"');
    expect(role.meta.labels.get("x")?.value).toBe("1");
    const [first, second, third] = role.rules;
    expect(values(first?.verbs ?? [])).toEqual(["get", "list", ""]);
    expect(first?.verbs.map(({ origin }) => written(origin))).toEqual(["get", "'list'", "null"]);
    expect(second === undefined ? "" : written(second.origin)).toBe('{verbs: ["*"], nonResourceURLs: [/healthz]}');
    expect(values(second?.nonResourceURLs ?? [])).toEqual(["/healthz"]);
    expect(third?.resources.map(({ origin }) => written(origin))).toEqual(["pods"]);
    expect(role.aggregation?.selectors).toEqual([
      { matchLabels: new Map([["a", "b"]]), matchExpressions: [{ key: "k", operator: "NotIn", values: ["v"] }] },
    ]);
  });

  it("a binding's subjects", () => {
    const binding = decode(`${rbac}
kind: RoleBinding
metadata: {name: b, namespace: apps}
roleRef: {kind: Role, name: r}
subjects:
- {kind: User, name: jane, namespace: ignored}
- {kind: ServiceAccount, name: bot}
- {kind: ServiceAccount, name: bot, namespace: ci}
`);
    if (binding.kind !== "RoleBinding") throw new Error(binding.kind);
    expect(binding.roleRef).toMatchObject({ kind: { value: "Role" }, name: { value: "r" } });
    expect(written(binding.roleRef.origin)).toBe("{kind: Role, name: r}");
    expect(binding.subjects).toMatchObject([
      { kind: "User", name: { value: "jane" } },
      { kind: "ServiceAccount", name: { value: "bot" }, namespace: undefined },
      { kind: "ServiceAccount", name: { value: "bot" }, namespace: { value: "ci" } },
    ]);
    expect(binding.subjects[0]).not.toHaveProperty("namespace");
  });

  it("OpenShift's binding: names go before subjects, a role without a namespace is a ClusterRole", () => {
    const binding = decode(`apiVersion: authorization.openshift.io/v1
kind: RoleBinding
metadata: {name: b, namespace: apps}
roleRef: {name: admin}
userNames: [jane, "system:serviceaccount:ci:bot"]
groupNames: [devs]
subjects:
- {kind: User, name: nobody}
`);
    if (binding.kind !== "RoleBinding") throw new Error(binding.kind);
    expect(binding.roleRef.kind.value).toBe("ClusterRole");
    expect(binding.subjects).toMatchObject([
      { kind: "User", name: { value: "jane" } },
      { kind: "ServiceAccount", name: { value: "bot" }, namespace: { value: "ci" } },
      { kind: "Group", name: { value: "devs" } },
    ]);
  });
});

describe("other objects", () => {
  it("a Secret without its values", () => {
    const secret = decode(`apiVersion: v1
kind: Secret
metadata: {name: s}
data: {a: aGk=}
stringData: {b: x}
`);
    if (secret.kind !== "Secret") throw new Error(secret.kind);
    expect(secret.type.value).toBe("Opaque");
    expect(secret.keys.map(({ value, origin }) => [value, written(origin)])).toEqual([
      ["a", "a"],
      ["b", "b"],
    ]);
  });

  it("a legacy token says whose it is", () => {
    const claims = {
      iss: "kubernetes/serviceaccount",
      "kubernetes.io/serviceaccount/namespace": "ci",
      "kubernetes.io/serviceaccount/service-account.name": "bot",
      "kubernetes.io/serviceaccount/secret.name": "bot-token",
    };
    const token = `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
    const secret = decode(`apiVersion: v1
kind: Secret
metadata: {name: bot-token, annotations: {kubernetes.io/service-account.name: bot}}
type: kubernetes.io/service-account-token
data: {token: ${Buffer.from(token).toString("base64")}}
`);
    if (secret.kind !== "Secret") throw new Error(secret.kind);
    expect(secret.tokenClaims).toMatchObject({ namespace: "ci", serviceAccount: "bot", secret: "bot-token" });
    expect(secret.tokenClaims === undefined ? "" : written(secret.tokenClaims.origin)).toBe("token");
  });

  it("a ServiceAccount", () => {
    const account = decode(`apiVersion: v1
kind: ServiceAccount
metadata: {name: bot, namespace: ""}
secrets: [{name: x}, {}]
automountServiceAccountToken: no
`);
    if (account.kind !== "ServiceAccount") throw new Error(account.kind);
    expect(account.meta.namespace).toBeUndefined();
    expect(values(account.secrets)).toEqual(["x"]);
    expect(account.automountServiceAccountToken?.value).toBe(false);
  });

  const spec = "{serviceAccountName: bot, containers: []}";
  it.each([
    ["Pod", `apiVersion: v1\nkind: Pod\nmetadata: {name: w}\nspec: ${spec}\n`],
    ["Deployment", `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\nspec: {template: {spec: ${spec}}}\n`],
    [
      "CronJob",
      `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: w}\nspec: {jobTemplate: {spec: {template: {spec: ${spec}}}}}\n`,
    ],
    ["PodTemplate", `apiVersion: v1\nkind: PodTemplate\nmetadata: {name: w}\ntemplate: {spec: ${spec}}\n`],
  ])("the pod of a %s", (kind, text) => {
    expect(decode(text)).toMatchObject({
      kind: "Workload",
      resourceKind: kind,
      pod: { serviceAccountName: { value: "bot" }, automountServiceAccountToken: undefined, secretVolumes: [] },
    });
  });

  it("secrets that a pod mounts; the deprecated name of its account", () => {
    const pod = decode(`apiVersion: v1
kind: Pod
metadata: {name: w}
spec:
  serviceAccountName: ""
  serviceAccount: old
  volumes:
  - {name: a, secret: {secretName: x}}
  - {name: b, projected: {sources: [{secret: {name: v}}, {configMap: {name: z}}]}}
`);
    if (pod.kind !== "Workload") throw new Error(pod.kind);
    expect(pod.pod.serviceAccountName?.value).toBe("old");
    expect(pod.pod.deprecatedServiceAccount?.value).toBe("old");
    expect(values(pod.pod.secretVolumes)).toEqual(["x", "v"]);
  });

  it("tokens that a pod asks for by itself, and who gets them", () => {
    const workload = decode(`apiVersion: apps/v1
kind: Deployment
metadata: {name: w}
spec:
  template:
    spec:
      initContainers:
      - {name: setup, volumeMounts: [{name: api, mountPath: /a}]}
      containers:
      - {name: app, volumeMounts: [{name: api, mountPath: /a}, {name: vault, mountPath: /v}]}
      - {name: proxy}
      volumes:
      - name: api
        projected: {sources: [{configMap: {name: ca}}, {serviceAccountToken: {path: t, expirationSeconds: 86400}}]}
      - name: vault
        projected: {sources: [{serviceAccountToken: {path: t, audience: vault}}]}
`);
    if (workload.kind !== "Workload") throw new Error(workload.kind);
    const tokens = workload.pod.projectedTokens ?? [];
    expect(
      tokens.map(({ volume, audience, expirationSeconds, mountedBy }) => [
        volume,
        audience?.value,
        expirationSeconds?.value,
        values(mountedBy),
      ]),
    ).toEqual([
      ["api", undefined, 86400, ["setup", "app"]],
      ["vault", "vault", undefined, ["app"]],
    ]);
  });

  it("the members of OpenShift's Group", () => {
    const group = decode("apiVersion: user.openshift.io/v1\nkind: Group\nmetadata: {name: devs}\nusers: [jane]\n");
    expect(group).toMatchObject({ kind: "Group", users: [{ value: "jane" }] });
  });
});

// Offsets of Go's base64.CorruptInputError, by encoding/base64 decodeQuantum.
describe("base64 as Go reads it", () => {
  it.each([
    ["aGk=", undefined],
    ["aGVsbG8=", undefined],
    ["aGk=\n", undefined],
    ["aG\nk=", undefined],
    ["", undefined],
    ["***", 0],
    ["aGk", 0],
    ["aGVsbG8", 4],
    ["aGVs*G8=", 4],
    ["a===", 1],
    ["aGk=x", 4],
    ["aG=k", 2],
    ["aG=", 3],
  ])("%j: %j", (text, at) => expect(corruptBase64At(text)).toBe(at));
});
