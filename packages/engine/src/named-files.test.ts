import type { ComponentConfiguration } from "@authgraph/kubernetes";
import { textSources } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { loadGraph } from "./load-graph.ts";
import { readInputs } from "./read-inputs.ts";

type Texts = Readonly<Record<string, string>>;

/** Path, role and kind of every configuration that is read. */
async function configurationsOf(texts: Texts): Promise<readonly string[]> {
  const read = await readInputs(textSources(texts), () => {});
  return read.texts.flatMap(({ path, role, parsed }) =>
    parsed.facts.flatMap((fact) =>
      fact.fact === "configuration" ? [`${path} ${role} ${told(fact.configuration)}`] : [],
    ),
  );
}

function told(configuration: ComponentConfiguration): string {
  return configuration.kind === "Refused"
    ? `refused: ${configuration.errors.map(({ message }) => message).join(" | ")}`
    : configuration.kind;
}

const pod = (...flags: readonly string[]): string => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.37.2
    command: [kube-apiserver${flags.map((flag) => `, ${JSON.stringify(flag)}`).join("")}]
`;

const kubelet = (settings: string): string =>
  `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${settings}`;

test("every drop-in below the folder of a kubelet, and no other file there", async () => {
  const texts = {
    "node/etc/systemd/system/kubelet.service":
      "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --config-dir=/etc/kubelet.d/\n",
    "node/etc/kubelet.yaml": kubelet("readOnlyPort: 0\n"),
    "node/etc/kubelet.d/10-a.conf": kubelet("readOnlyPort: 10255\n"),
    "node/etc/kubelet.d/more/20-b.conf": kubelet("maxPods: 5\n"),
    "node/etc/kubelet.d/README": "nothing",
    "node/etc/other.conf": "a = b\n",
  };
  expect(await configurationsOf(texts)).toEqual([
    "node/etc/kubelet.yaml kubelet-configuration KubeletConfiguration",
    "node/etc/kubelet.d/10-a.conf kubelet-configuration KubeletConfiguration",
    "node/etc/kubelet.d/more/20-b.conf kubelet-configuration KubeletConfiguration",
  ]);
});

test("what configuration files name is read in its turn", async () => {
  const texts = {
    "m/kube-apiserver.yaml": pod("--admission-control-config-file=/etc/kubernetes/admission.yaml"),
    "etc/kubernetes/admission.yaml":
      "apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n- {name: ImagePolicyWebhook, path: images.yaml}\n",
    "etc/kubernetes/images.yaml": "imagePolicy: {kubeConfigFile: /etc/kubernetes/images.conf}\n",
    "etc/kubernetes/images.conf": "clusters:\n- {name: a, cluster: {server: 'https://a'}}\n",
  };
  expect(await configurationsOf(texts)).toEqual([
    "etc/kubernetes/admission.yaml admission-configuration AdmissionConfiguration",
    "etc/kubernetes/images.yaml admission-plugin-configuration AdmissionPluginConfiguration",
    "etc/kubernetes/images.conf component-kubeconfig Kubeconfig",
  ]);
});

const jwt = (expression: string): string => `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer: {url: "https://a.example", audiences: [a]}
  claimMappings: {username: {expression: ${JSON.stringify(expression)}}}
`;

test("an expression that no server compiles refuses its file", async () => {
  const flag = "--authentication-config=/etc/authn.yaml";
  expect(await configurationsOf({ "a.yaml": pod(flag), "etc/authn.yaml": jwt("clams.sub") })).toEqual([
    "etc/authn.yaml authentication-configuration refused: jwt[0].claimMappings.username.expression: Invalid value: " +
      "\"clams.sub\": compilation failed: ERROR: <input>: undeclared reference to 'clams' (in container '')",
  ]);
});

test("what compiles expressions is loaded for inputs that have some", async () => {
  const load = async (texts: Texts) => {
    const result = await loadGraph({
      sources: textSources(texts),
      kubernetesVersion: undefined,
      appliedNamespace: undefined,
      complete: false,
      onFile: () => {},
    });
    return result.outcome === "loaded" ? result.loaded.graph.inventory.cel !== undefined : undefined;
  };
  expect(await load({ "authn.yaml": jwt("claims.sub") })).toBe(true);
  expect(
    await load({
      "authn.yaml": jwt("claims.sub").replace(
        / {2}claimMappings.*/,
        "  claimMappings: {username: {claim: sub, prefix: ''}}",
      ),
    }),
  ).toBe(false);
});
