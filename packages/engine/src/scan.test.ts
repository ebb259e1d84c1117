import type { Rule } from "@authgraph/rules";
import { ruleMetadata, textSources } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { failuresOf } from "./failures.ts";
import type { Run } from "./run.ts";
import { type ScanInput, scan } from "./scan.ts";

async function scanned(texts: Readonly<Record<string, string>>, options: Partial<ScanInput> = {}): Promise<Run> {
  const result = await scan({
    sources: textSources(texts),
    rules: [],
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-01-01T00:00:00Z",
    onFile: () => {},
    ...options,
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

const role = (name: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: ${name}, namespace: shop}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
`;
const server = (image: string, ...flags: readonly string[]): string => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: ${image}
    command: [kube-apiserver, ${flags.join(", ")}]
`;

test("every document ends somewhere: evaluated, not ours, template, patch, refused, empty, overwritten", async () => {
  const { coverage } = await scanned({
    "a.yaml": `${role("a")}---\n${role("b")}---\n# nothing\n---\n${role("a")}`,
    "helm.yaml": "kind: Role\nmetadata:\n  name: {{ .Values.name }}\n",
    "kustomization.yaml":
      "kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\npatches: [{path: patch.yaml}]\n",
    "list.yaml":
      "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: s}}\n- {apiVersion: v1, kind: ServiceAccount, metadata: {name: sa}}\n",
    "patch.yaml": role("a"),
    "refused.yaml": role("c").replace("verbs: [get]", "verbs: []"),
  });
  expect(coverage.documents).toEqual({
    evaluated: 4, // roles a and b, the ServiceAccount, the Kustomization
    "not-ours": 1,
    template: 1,
    patch: 1,
    refused: 1,
    empty: 1,
    overwritten: 1,
  });
  expect(coverage.documentsSeen).toBe(10);
  expect([coverage.filesSeen, coverage.filesRead, coverage.filesSkipped]).toEqual([6, 6, []]);
});

test("a file that a flag names is read in its role, and its rows are credentials", async () => {
  const run = await scanned({
    "etc/kubernetes/manifests/kube-apiserver.yaml": server(
      "x/kube-apiserver:v1.36.1",
      "--token-auth-file=/etc/kubernetes/tokens",
    ),
    "etc/kubernetes/tokens": "secret-token,admin,1,system:masters\n",
  });
  expect(run.coverage.documents.evaluated).toBe(2);
  expect(JSON.stringify(run.diagnostics)).not.toContain("secret-token");
});

test.each<[string, Readonly<Record<string, string>>, string | undefined, string, boolean]>([
  ["nothing says it: the newest known", {}, undefined, "1.37", true],
  ["the image of the API server says it", { "a.yaml": server("x/kube-apiserver:v1.34.4") }, undefined, "1.34", false],
  ["an option wins", { "a.yaml": server("x/kube-apiserver:v1.34.4") }, "v1.35.2", "1.35", false],
  [
    "of several, the newest",
    { "a.yaml": server("x/kube-apiserver:v1.34.4"), "b.yaml": server("x/kube-apiserver:v1.36.0") },
    undefined,
    "1.36",
    false,
  ],
])("version: %s", async (_name, texts, kubernetesVersion, minor, assumed) => {
  const { clusters } = await scanned(texts, { kubernetesVersion });
  const [{ kubernetes } = { kubernetes: undefined }] = clusters;
  expect([kubernetes?.minor, kubernetes?.assumed]).toEqual([minor, assumed]);
});

test("a version nobody knows the facts of takes the nearest, and says so", async () => {
  const { assumptions } = await scanned({}, { kubernetesVersion: "1.29" });
  expect(assumptions.map(({ text }) => text)).toContain("the facts of v1.30 hold for v1.29 (1.30 to 1.37 are known)");
});

test("what is no version is refused", async () => {
  const result = await scan({
    sources: textSources({}),
    rules: [],
    toolVersion: "0.0.0",
    kubernetesVersion: "latest",
    appliedNamespace: undefined,
    complete: false,
    at: "2026-01-01T00:00:00Z",
    onFile: () => {},
  });
  expect(result).toEqual({
    outcome: "refused",
    message: '"latest" is no Kubernetes version; write it as 1.37 or v1.37.2',
  });
});

test("a rule that throws is told as an error of the tool, one that lacks its inputs is not", async () => {
  const failing = ruleMetadata("rbac-grant-anonymous");
  const check = (): never => {
    throw new TypeError("no such thing");
  };
  const lacking = { ...ruleMetadata("apiserver-anonymous-auth"), needs: ["control-plane" as const] };
  const run = await scanned(
    { "a.yaml": role("a") },
    {
      rules: [
        { metadata: { ...failing, needs: [] }, check },
        { metadata: lacking, check },
      ],
    },
  );
  expect(failuresOf(run)).toEqual([
    {
      message: "rule rbac-grant-anonymous: internal error: no such thing",
      details: expect.stringContaining("TypeError"),
    },
  ]);
});

describe("a server that would not start", () => {
  const authorization = "/etc/kubernetes/authorization.yaml";
  const both = [
    "--etcd-servers=https://e",
    "--authorization-mode=AlwaysAllow",
    `--authorization-config=${authorization}`,
  ];
  const file = `apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers: [{type: RBAC, name: rbac}]
`;
  const refusedTexts = { "a.yaml": server("x/kube-apiserver:v1.37.2", ...both), [authorization.slice(1)]: file };

  test("is told in its own words, at the flag", async () => {
    const { diagnostics } = await scanned(refusedTexts);
    const [refused, ...others] = diagnostics.filter(({ id }) => id === "apiserver-refused");
    expect(others).toEqual([]);
    // Measured on 1.37.2, with both flags.
    expect(refused?.message).toBe(
      "Pod kube-system/kube-apiserver would not start: --authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined",
    );
    expect(refused?.level).toBe("error");
    expect(refused?.origin).toMatchObject({ kind: "text", source: { path: "a.yaml" } });
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["is left out, and one is assumed", refusedTexts, ["assumed"]],
    [
      "is left out beside one that does",
      {
        ...refusedTexts,
        "b.yaml": server("x/kube-apiserver:v1.37.2", "--etcd-servers=https://e", "--authorization-mode=RBAC").replace(
          "name: kube-apiserver,",
          "name: other,",
        ),
      },
      ["Pod kube-system/other"],
    ],
  ])("%s", async (_name, texts, judged) => {
    const seen: string[] = [];
    const rule: Rule = {
      metadata: { ...ruleMetadata("rbac-grant-anonymous"), needs: [] },
      check: ({ graph }) => {
        seen.push(...graph.apiServers.map(({ instance }) => instance));
        return [];
      },
    };
    const { assumptions } = await scanned(texts, { rules: [rule] });
    expect(seen).toEqual(judged);
    expect(assumptions.map(({ text }) => text)).toContain(
      "Pod kube-system/kube-apiserver would not start and is left out",
    );
  });
});

test("roles that bindings name and the inputs do not hold are counted, unless the inputs are complete", async () => {
  const binding = (name: string, bound: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ${name}, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${bound}}
subjects: [{kind: ServiceAccount, name: web}]
`;
  const missing = async (texts: Readonly<Record<string, string>>, complete = false) =>
    (await scanned(texts, { complete })).assumptions
      .map(({ text }) => text)
      .filter((text) => text.includes("not among the inputs"));

  const one = { "a.yaml": role("a"), "b.yaml": binding("b", "a"), "c.yaml": binding("c", "other") };
  expect(await missing(one)).toEqual([
    "what Role other allows is unknown: a binding names it, and it is not among the inputs",
  ]);
  expect(await missing(one, true)).toEqual([]);
  expect(await missing({ ...one, "d.yaml": binding("d", "another") })).toEqual([
    "what 2 roles allow is unknown: 2 bindings name them, the first Role other, and they are not among the inputs",
  ]);
});
