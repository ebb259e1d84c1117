import { positionAt } from "@authgraph/source";
import { textSources } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import type { Run } from "./run.ts";
import { scan } from "./scan.ts";

async function scanned(texts: Readonly<Record<string, string>>): Promise<Run> {
  const result = await scan({
    sources: textSources(texts),
    rules: [],
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-01-01T00:00:00Z",
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

/** Files and documents of a run, and each error with its place. */
async function told(texts: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const { coverage, diagnostics } = await scanned(texts);
  const errors = diagnostics
    .filter(({ level }) => level === "error")
    .map(({ id, origin }) => {
      if (origin.kind !== "text") return id;
      const { line, column } = positionAt(origin.source, origin.start);
      return `${origin.source.path}:${line}:${column}`;
    });
  const { filesSeen, filesRead, filesSkipped, documentsSeen } = coverage;
  return [filesSeen, filesRead + filesSkipped.length, documentsSeen, [...new Set(errors)]];
}

const kops = (asset: string): string => `apiVersion: kops.k8s.io/v1alpha2
kind: Cluster
metadata: {name: c.example.com}
spec:
  kubeAPIServer:
    authorizationConfigFile: /etc/a.yaml
    tokenAuthFile: /etc/t.csv
  fileAssets:
  - name: a
    path: /etc/a.yaml
${asset}`;

describe("a text inside another is neither a file nor a document, and its errors stand in the outer one", () => {
  const broken =
    "    content: |\n      apiVersion: apiserver.config.k8s.io/v1\n      kind: AuthorizationConfiguration\n      authorizers: }\n";
  test.each<[string, Readonly<Record<string, string>>, readonly unknown[]]>([
    ["none", { "a.yaml": "apiVersion: v1\nkind: Service\n" }, [1, 1, 1, []]],
    ["a block scalar", { "a.yaml": kops(broken) }, [1, 1, 1, ["a.yaml:14:20"]]],
    ["with CRLF", { "a.yaml": kops(broken).replaceAll("\n", "\r\n") }, [1, 1, 1, ["a.yaml:14:20"]]],
    [
      "base64, wrapped",
      {
        "a.yaml": kops(
          `    isBase64: true\n    content: |\n      ${Buffer.from("apiVersion: apiserver.config.k8s.io/v1\nkind: }\n")
            .toString("base64")
            .replace(/(.{40})/, "$1\n      ")}\n`,
        ),
      },
      [1, 1, 1, ["a.yaml:14:27"]],
    ],
    ["no base64 at all", { "a.yaml": kops("    isBase64: true\n    content: '*'\n") }, [1, 1, 1, ["a.yaml:12:14"]]],
  ])("%s", async (_name, texts, expected) => {
    expect(await told(texts)).toEqual(expected);
  });
});

test("a file that names itself, in two roles, is read once and for good", async () => {
  const texts = {
    "a.yaml": kops(
      "    content: |\n      apiVersion: v1\n      kind: Config\n  - name: t\n    path: /etc/t.csv\n    content: a,b,c\n",
    ).replace("/etc/t.csv\n  fileAssets", "/etc/a.yaml\n  fileAssets"),
  };
  expect((await told(texts)).slice(0, 3)).toEqual([1, 1, 1]);
});

test("a unit that names itself as its environment is still a unit", async () => {
  const { coverage } = await scanned({
    "etc/systemd/system/kubelet.service":
      "[Service]\nEnvironmentFile=/etc/systemd/system/kubelet.service\nExecStart=/usr/bin/kubelet --anonymous-auth=true\n",
  });
  expect(coverage.components).toEqual(["kubelet"]);
  expect([coverage.filesSeen, coverage.documentsSeen]).toEqual([1, 1]);
});

test("a flag that names a manifest as a token file does not hide the objects in it", async () => {
  const { coverage } = await scanned({
    "etc/roles.yaml": "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: []\n",
    "pod.yaml":
      "apiVersion: v1\nkind: Pod\nmetadata: {name: kube-apiserver}\nspec:\n  containers:\n  - name: c\n    image: x\n    command: [kube-apiserver, --token-auth-file=/etc/roles.yaml]\n",
  });
  expect(coverage.objects).toBe(2);
});
