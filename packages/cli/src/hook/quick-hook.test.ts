import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepository, gitSurroundings, runAuthgraph, type TestRepository } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

const role = (verbs: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: web}
rules:
- {apiGroups: [""], resources: [pods], verbs: [${verbs}]}
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects:
- {kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated"}
`;
const deployment = (image: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: web}
spec:
  template:
    spec:
      containers: [{name: main, image: "${image}"}]
`;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

interface Hooked extends TestRepository {
  /** What the hook says of what is staged. */
  readonly hook: (...args: readonly string[]) => ReturnType<typeof runAuthgraph>;
}

/** A repository in which a harmless commit was looked at whole. */
async function hooked(files: Readonly<Record<string, string>> = {}): Promise<Hooked> {
  const one = gitRepository({
    "role.yaml": role("get"),
    "binding.yaml": binding,
    "shop.yaml": deployment("a:1"),
    ...files,
  });
  const cache = mkdtempSync(join(tmpdir(), "authgraph-test-"));
  made.push(one.folder, cache);
  const surroundings = { cwd: one.folder, env: { ...strings(gitSurroundings()), AUTHGRAPH_CACHE_DIR: cache } };
  const hook = (...args: readonly string[]) => runAuthgraph(["scan", "--staged", ...args], surroundings);
  stage(one, { "shop.yaml": deployment("a:2") });
  expect((await hook("--verbose")).stdout).not.toContain(quickly);
  one.git("commit", "-qm", "One");
  return { ...one, hook };
}

function stage(one: TestRepository, files: Readonly<Record<string, string | undefined>>): void {
  one.write(files);
  one.git("add", "--all");
}

function strings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const quickly = "the same about access as before";

describe("a commit that changes nothing of access is answered from what it changes", () => {
  test("one after the other, with other files beside", { timeout: 60_000 }, async () => {
    const one = await hooked({ "README.md": "hello", "go/main.go": "package main" });
    for (const image of ["b:1", "b:2"]) {
      stage(one, { "shop.yaml": deployment(image), "go/main.go": `package main // ${image}` });
      const { code, stdout, stderr } = await one.hook();
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toBe(
        `the changed file says the same about access as before, so nothing is new or worse; the other files were not read
exit 0: nothing new or worse at or above medium (--fail-on medium)
`,
      );
      one.git("commit", "-qm", image);
    }
    stage(one, { "README.md": "hello again" });
    expect((await one.hook()).stdout).toContain("no changed file is one that we read, so nothing is new or worse");
    expect((await one.hook("-f", "concise")).stdout).toBe("");
    expect((await one.hook("--quiet")).stdout).toBe("");
  });
});

describe("where nothing is known of the state before, from what the commit changes alone", () => {
  test.each<[what: string, files: Readonly<Record<string, string>>, isQuick: boolean]>([
    ["a Deployment", { "shop.yaml": deployment("a:3") }, true],
    ["a text that is nothing to anybody", { "notes.txt": "other words\n" }, true],
    ["a text that would be two users to a flag that names it", { "known.txt": "y,jane,1\ny,joe,2\n" }, false],
    ["a text that would be variables to a unit that names it", { "known.txt": "A=1\n" }, false],
  ])("%s", { timeout: 60_000 }, async (_what, files, isQuick) => {
    const one = await hooked({ "notes.txt": "words\n", "known.txt": "x,jane,1\n" });
    stage(one, files);
    const { code, stdout } = await one.hook("--no-cache");
    expect([code, stdout.includes("the other files were not read")]).toEqual([0, isQuick]);
  });

  test.each<[what: string, files: Readonly<Record<string, string>>]>([
    ["a configuration, which may be wrong", { "authgraph.yaml": "complete: true\n" }],
    ["a file that names the changed one", { "run.sh": "kube-apiserver --token-auth-file=/etc/notes.txt\n" }],
  ])("%s", { timeout: 60_000 }, async (what, files) => {
    const one = await hooked({ ...files, "etc/notes.txt": "words\n" });
    stage(one, { "etc/notes.txt": "other,words,1\n" });
    const { stdout } = await one.hook("--no-cache");
    expect([what, stdout.includes("the other files were not read")]).toEqual([what, false]);
  });
});

describe("everything is read where that may matter", () => {
  test("a right is added", { timeout: 60_000 }, async () => {
    const one = await hooked();
    stage(one, { "role.yaml": role("get, create, '*'") });
    const { code, stdout } = await one.hook();
    expect(code).toBe(1);
    expect(stdout).toContain("reader");
  });

  test.each<[what: string, files: Readonly<Record<string, string | undefined>>]>([
    ["a file comes", { "more.yaml": deployment("a:1") }],
    ["a file goes", { "shop.yaml": undefined }],
    ["the configuration", { "authgraph.yaml": "rules: []\n" }],
    ["a baseline", { "authgraph-baseline.json": "{}\n" }],
    ["a comment that accepts a risk", { "shop.yaml": `# authgraph: ignore[x] -- y\n${deployment("a:2")}` }],
    ["a document more", { "shop.yaml": `${deployment("a:2")}---\n${deployment("a:2")}` }],
  ])("%s", { timeout: 60_000 }, async (_what, files) => {
    const one = await hooked();
    stage(one, files);
    expect((await one.hook()).stdout).not.toContain(quickly);
  });

  test.each<[what: string, args: readonly string[]]>([
    ["another format", ["-f", "json"]],
    ["a part of the repository", ["shop.yaml"]],
    ["other options than those of the runs before, which may be wrong", ["--kubernetes-version", "1.36"]],
    ["strictly", ["--strict"]],
  ])("%s", { timeout: 60_000 }, async (_what, args) => {
    const one = await hooked();
    stage(one, { "shop.yaml": deployment("a:3") });
    expect((await one.hook(...args)).stdout).not.toContain(quickly);
  });

  test("some file names another one, which is read as what it is named for", { timeout: 60_000 }, async () => {
    const one = await hooked({
      "run.sh": "#!/bin/sh\nkube-apiserver --token-auth-file=/etc/kubernetes/known.txt\n",
      "etc/kubernetes/known.txt": 'x,jane,1,"readers"\n',
    });
    stage(one, { "etc/kubernetes/known.txt": 'x,jane,1,"system:masters"\n' });
    const { code, stdout } = await one.hook();
    expect(stdout).not.toContain(quickly);
    expect(code).toBe(1);
  });

  test("a symlink brings in a file under another name", { timeout: 60_000 }, async () => {
    const one = await hooked({ "template.txt": role("get") });
    symlinkSync("template.txt", join(one.folder, "other.yaml"));
    one.git("add", "--all");
    await one.hook("--verbose");
    one.git("commit", "-qm", "Link");
    stage(one, { "template.txt": role("get, list") });
    expect((await one.hook()).stdout).not.toContain(quickly);
  });
});
