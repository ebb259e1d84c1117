import { complaints, writtenFlags } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { parse } from "../parse.ts";

const cluster = (spec: string): string =>
  `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: c.example.com}\nspec:\n${spec}`;

const group = (cluster: string): string =>
  `---\napiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: g, labels: {kops.k8s.io/cluster: ${cluster}}}\nspec: {role: Node, kubelet: {readOnlyPort: 10255}}\n`;

test.each<[string, string, readonly string[]]>([
  [
    "lists, maps, and flags that stand several times",
    cluster(
      "  kubeAPIServer:\n    featureGates: {B: 'false', A: 'true'}\n    enableAdmissionPlugins: [X, W]\n    oidcRequiredClaim: [a=b, c=d]\n",
    ),
    [
      "kube-apiserver --feature-gates=A=true,B=false 6:5",
      "kube-apiserver --enable-admission-plugins=X,W 7:5",
      "kube-apiserver --oidc-required-claim=a=b 8:25",
      "kube-apiserver --oidc-required-claim=c=d 8:30",
    ],
  ],
  [
    "what other parts of a cluster switch on",
    cluster("  authentication: {aws: {}}\n  authorization: {alwaysAllow: {}}\n  encryptionConfig: true\n"),
    [
      "kube-apiserver --encryption-provider-config=/srv/kubernetes/kube-apiserver/encryptionconfig.yaml 7:3",
      "kube-apiserver --authorization-mode=AlwaysAllow 6:19",
      "kube-apiserver --authentication-token-webhook-config-file=/etc/kubernetes/authn.config 5:20",
    ],
  ],
  [
    "a group of machines lays its kubelet over the cluster's",
    cluster("  kubelet: {readOnlyPort: 0, anonymousAuth: false}\n") + group("c.example.com"),
    [
      "kubelet --read-only-port=0 5:13",
      "kubelet --anonymous-auth=false 5:30",
      "kubelet --anonymous-auth=false 5:30",
      "kubelet --read-only-port=10255 10:30",
    ],
  ],
  ["a group of another cluster", group("d"), ["kubelet --read-only-port=10255 5:30"]],
])("%s", (_name, text, expected) => {
  expect(writtenFlags({ path: "c.yaml", text })).toEqual(expected);
});

test("plugins are added to kops' own, and a further issuer to the first", () => {
  const text = cluster(
    "  kubeAPIServer:\n    appendAdmissionPlugins: [EventRateLimit]\n    additionalServiceAccountIssuers: [https://b]\n",
  );
  const [server] = parse({ path: "c.yaml", text }).facts.flatMap((fact) =>
    fact.fact === "invocation" ? [fact.invocation] : [],
  );
  const values = (name: string): readonly (string | undefined)[] =>
    server?.flags.filter((flag) => flag.name === name).map(({ value }) => value) ?? [];
  expect(values("service-account-issuer")).toEqual(["https://api.internal.c.example.com", "https://b"]);
  expect(values("enable-admission-plugins").map((value) => value?.split(",").at(-1))).toEqual([
    "ValidatingAdmissionWebhook",
    "EventRateLimit",
  ]);
});

test.each<[string, string, readonly string[]]>([
  [
    "a list for fields",
    cluster("  kubelet: []\n"),
    ["error wrong-type 5:12: kubelet is a map from fields to values, not a sequence"],
  ],
  [
    "an unknown field",
    cluster("  kubelet: {anonymusAuth: true}\n"),
    ["note unknown-field 5:13: anonymusAuth is no flag of kubelet that is known"],
  ],
  [
    "no base64",
    cluster("  fileAssets: [{name: a, isBase64: true, content: '*'}]\n"),
    ["error file-content 5:51: the content is not base64"],
  ],
])("told: %s", (_name, text, expected) => {
  expect(complaints({ path: "c.yaml", text })).toEqual(expected);
});
