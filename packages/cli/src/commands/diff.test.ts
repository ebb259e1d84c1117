import { readFileSync, rmSync } from "node:fs";
import {
  checkoutPath,
  folderWith,
  gitRepository,
  gitSurroundings,
  runAuthgraph,
  schemaCheck,
  type TestRepository,
} from "@authgraph/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const role = (verbs: string, resources: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [${resources}]
    verbs: [${verbs}]
`;
const binding = (namespace: string, group: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: readers
  namespace: ${namespace}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects:
  - kind: Group
    name: ${group}
    apiGroup: rbac.authorization.k8s.io
`;
const both = (...texts: readonly string[]) => texts.join("---\n");

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folder(files: Readonly<Record<string, string>>): string {
  const path = folderWith(files);
  made.push(path);
  return path;
}

const diff = (cwd: string, ...args: readonly string[]) =>
  runAuthgraph(["diff", "--kubernetes-version=1.37", ...args], { cwd, env: environment() });

/** git takes no settings of whoever runs the tests. */
function environment(): Readonly<Record<string, string>> {
  const entries = Object.entries(gitSurroundings());
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

describe("files and folders", () => {
  const cwd = folder({
    "old/a.yaml": both(role("get", "pods"), binding("web", "devs")),
    "moved/roles/reader.yaml": role("get", "pods"),
    "moved/web.yaml": binding("web", "devs"),
    "new/a.yaml": both(role("get", "pods, secrets"), binding("web", "devs")),
    "empty/readme.md": "nothing\n",
    "broken.yaml": "a: [\n",
  });

  it("one more resource is something, and 1", async () => {
    expect(await diff(cwd, "old", "new/a.yaml")).toEqual({
      code: 1,
      stderr: "",
      stdout: `Gained access:
  Group devs can now read every Secret in web
    + get secrets in namespace web
      ClusterRole reader widened, new/a.yaml:7:23

1 subject gained and 0 lost access from old to new/a.yaml
`,
    });
  });

  it("moving a role is nothing, and 0", async () => {
    expect(await diff(cwd, "old", "moved")).toEqual({
      code: 0,
      stderr: "",
      stdout: "nobody gained or lost access from old to moved\n",
    });
  });

  it("standard input is one side", async () => {
    const text = both(role("get", "pods"), binding("dev", "devs"));
    const { code, stdout } = await runAuthgraph(["diff", "old", "-"], { cwd, stdin: text });
    expect([code, stdout]).toEqual([
      1,
      `Gained access:
  Group devs
    + get pods in namespace dev
      RoleBinding dev/readers added, <stdin>:18:11
Lost access:
  Group devs
    - get pods in namespace web
      RoleBinding web/readers removed, old/a.yaml:18:11

1 subject gained and 1 lost access from old to -
`,
    ]);
  });

  it("a side without any object is told of: a mistyped folder would look like one", async () => {
    const { code, stderr } = await diff(cwd, "old", "empty");
    expect([code, stderr]).toEqual([1, "authgraph: empty: no object among these inputs\n"]);
  });

  it("what cannot be used of a side is told on standard error", async () => {
    const { code, stderr } = await diff(cwd, "broken.yaml", "old");
    expect(code).toBe(1);
    expect(stderr).toContain("broken.yaml:");
  });

  it("nothing is written where the exit code alone is wanted", async () => {
    expect(await diff(cwd, "old", "new", "-q")).toEqual({ code: 1, stderr: "", stdout: "" });
  });

  it("JSON is as its schema says", async () => {
    const schema = JSON.parse(readFileSync(checkoutPath("docs", "schemas", "diff.schema.json"), "utf8"));
    const { stdout } = await diff(cwd, "old", "new", "-f", "json");
    const answer = JSON.parse(stdout);
    expect(schemaCheck(schema)(answer)).toEqual([]);
    expect(answer).toMatchObject({ old: "old", new: "new", total: { gained: 1, lost: 0, settings: 0 } });
    expect(answer.clusters[0].subjects[0].gained[0]).toMatchObject({
      through: "ClusterRole reader widened",
      place: { path: "new/a.yaml", line: 7, column: 23 },
      access: [{ text: "get secrets in namespace web", namespace: "web", resources: ["secrets"] }],
    });
  });

  it("Markdown goes into a file", async () => {
    expect(await diff(cwd, "old", "new", "-f", "markdown", "-o", "comment.md")).toMatchObject({ code: 1, stdout: "" });
    expect(readFileSync(`${cwd}/comment.md`, "utf8")).toContain("- **Group devs** can now read every Secret in web\n");
  });

  it.each([
    [["nowhere", "new"], /^authgraph: cannot read nowhere: there is no such file or folder/],
    [["old", ""], /^authgraph: cannot read '': there is no such file or folder/],
    [["-", "-"], /^authgraph: standard input can be read only once/],
    [["old", "*.json"], /^authgraph: cannot read \*\.json: /],
    [["old", "new", "--kubernetes-version=new"], /^authgraph: .*new/],
  ])("%s cannot be compared: 2, and why", async (args, message) => {
    const { code, stdout, stderr } = await diff(cwd, ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe("revisions", () => {
  let repository: TestRepository;
  beforeAll(() => {
    repository = gitRepository({ "deploy/a.yaml": both(role("get", "pods"), binding("web", "devs")) });
    made.push(repository.folder);
    repository.git("tag", "v1");
    repository.commit({ "deploy/a.yaml": both(role("get, list", "pods"), binding("web", "devs")) });
    repository.git("branch", "topic");
    repository.commit({ "other/b.yaml": binding("dev", "devs") });
    repository.write({ "deploy/a.yaml": both(role("get, list, watch", "pods"), binding("web", "ops")) });
  });

  it.each<[args: readonly string[], stdout: string]>([
    [
      ["v1", "topic"],
      `Gained access:
  Group devs
    + list pods in namespace web
      ClusterRole reader widened, deploy/a.yaml:8:18

1 subject gained and 0 lost access from v1 to topic
`,
    ],
    [
      ["topic", "HEAD"],
      `Gained access:
  Group devs
    + get, list pods in namespace dev
      RoleBinding dev/readers added, other/b.yaml:9:11

1 subject gained and 0 lost access from topic to HEAD
`,
    ],
    // Of a revision what the other side names.
    [["topic:deploy", "HEAD"], "nobody gained or lost access from topic:deploy to HEAD\n"],
    [["HEAD:deploy", "topic:deploy/a.yaml"], "nobody gained or lost access from HEAD:deploy to topic:deploy/a.yaml\n"],
    [
      ["v1", "deploy"],
      `Gained access:
  Group ops
    + get, list, watch pods in namespace web
      Group ops added to RoleBinding web/readers, deploy/a.yaml:18:11
Lost access, which stood in v1:
  Group devs
    - get pods in namespace web
      Group devs removed from RoleBinding web/readers, deploy/a.yaml:18:11

1 subject gained and 1 lost access from v1 to deploy
`,
    ],
  ])("%s", async (args, stdout) => {
    const changed = stdout.startsWith("nobody") ? 0 : 1;
    expect(await diff(repository.folder, ...args)).toEqual({ code: changed, stderr: "", stdout });
  });

  it("without a second one it is the working tree", async () => {
    const { code, stdout } = await diff(repository.folder, "HEAD");
    expect(code).toBe(1);
    expect(stdout).toContain("Group ops added to RoleBinding web/readers, deploy/a.yaml:18:11");
    expect(stdout).toContain("watch pods in namespace dev");
  });

  it("from within a folder: paths of a revision are git's, from the root or with a dot from here", async () => {
    const cwd = `${repository.folder}/deploy`;
    const [whole, here] = [
      await diff(cwd, "v1:deploy", "topic:deploy"),
      await diff(cwd, "v1:./a.yaml", "topic:./a.yaml"),
    ];
    expect(whole.stdout).toContain("ClusterRole reader widened, a.yaml:8:18");
    expect(here.stdout).toContain("ClusterRole reader widened, a.yaml:8:18");
  });

  it("a path that exists wins over a revision of its name", async () => {
    repository.git("branch", "deploy");
    const { stdout } = await diff(repository.folder, "HEAD:deploy", "deploy");
    expect(stdout).toContain("Group ops added to RoleBinding web/readers");
  });

  it.each([
    [
      ["nowhere"],
      'authgraph: cannot read nowhere: there is no such file or folder, and git knows no revision "nowhere" here\n',
    ],
    [["HEAD:nowhere", "deploy"], "authgraph: cannot read HEAD:nowhere: there is no such file or folder in HEAD\n"],
    [
      ["nowhere:deploy", "deploy"],
      'authgraph: cannot read nowhere:deploy: there is no such file or folder, and git knows no revision "nowhere" here\n',
    ],
  ])("%s cannot be compared", async (args, stderr) => {
    expect(await diff(repository.folder, ...args)).toEqual({ code: 2, stdout: "", stderr });
  });

  it("nothing of the repository is run", async () => {
    repository.git("config", "core.fsmonitor", "touch ran; false");
    repository.git("config", "diff.external", "touch ran");
    repository.write({ ".gitattributes": "*.yaml filter=x diff=x\n" });
    repository.git("config", "filter.x.smudge", "touch ran; cat");
    repository.git("config", "diff.x.textconv", "touch ran; cat");
    await diff(repository.folder, "v1", ".");
    expect(() => readFileSync(`${repository.folder}/ran`)).toThrow();
  });
});

describe("clusters", () => {
  const configuration = "clusters:\n  - name: prod\n    paths: [prod]\n  - name: test\n    paths: [test]\n";
  const cluster = (group: string) => both(role("get", "pods"), binding("web", group));

  it("are compared by name, each with itself", async () => {
    const repository = gitRepository({
      "authgraph.yaml": configuration,
      "prod/a.yaml": cluster("devs"),
      "test/a.yaml": cluster("ops"),
    });
    made.push(repository.folder);
    repository.write({ "prod/a.yaml": cluster("ops"), "test/a.yaml": cluster("devs") });
    const { stdout } = await diff(repository.folder, "HEAD");
    expect(stdout.split("\n").filter((line) => /^Cluster|^ {2}Group|access/.test(line))).toEqual([
      "Cluster prod",
      "Gained access:",
      "  Group ops",
      "Lost access, which stood in HEAD:",
      "  Group devs",
      "Cluster test",
      "Gained access:",
      "  Group devs",
      "Lost access, which stood in HEAD:",
      "  Group ops",
      "2 subjects gained and 2 lost access from HEAD to .",
    ]);
  });

  it("to say where they part is no change of access", async () => {
    const repository = gitRepository({ "prod/a.yaml": cluster("devs"), "test/a.yaml": cluster("ops") });
    made.push(repository.folder);
    repository.commit({ "authgraph.yaml": configuration });
    expect((await diff(repository.folder, "HEAD~1", "HEAD")).code).toBe(0);
    expect((await diff(repository.folder, "HEAD", "HEAD~1")).code).toBe(0);
  });

  it("of two folders the configuration of either says which there are", async () => {
    const cwd = folder({
      "old/prod/a.yaml": cluster("devs"),
      "old/test/a.yaml": cluster("ops"),
      "new/authgraph.yaml": configuration,
      "new/prod/a.yaml": cluster("devs"),
      "new/test/a.yaml": cluster("ops"),
    });
    expect((await diff(cwd, "old", "new")).code).toBe(0);
    expect((await diff(cwd, "new", "old")).code).toBe(0);
  });
});

it("the example of the guide", async () => {
  const guide = readFileSync(checkoutPath("docs", "guides", "diff.md"), "utf8");
  const [before = "", after = ""] = Array.from(guide.matchAll(/```yaml\n(.*?)```/gs), ([, text]) => text ?? "");
  const [printed = ""] = Array.from(guide.matchAll(/```text\n(.*?)```/gs), ([, text]) => text ?? "");
  const cwd = folder({ "old/web.yaml": before, "new/rbac/web.yaml": after });
  expect(await diff(cwd, "old", "new")).toEqual({ code: 1, stderr: "", stdout: printed });
});
