import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { checkoutPath, type Ended, folderWith, runAuthgraph, runInShell } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { formats } from "./commands/formats.ts";

const guide = readFileSync(checkoutPath("docs/guides/ci.md"), "utf8");

/** A repository in which a change lets everybody who has a credential read Secrets. */
const repository = folderWith({
  "rbac.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get, list]}]
`,
});
const change = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: readers}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects: [{kind: Group, name: system:authenticated, apiGroup: rbac.authorization.k8s.io}]
`;
afterAll(() => rmSync(repository, { recursive: true }));

const git = "git -c user.name=test -c user.email=test@example.com -c commit.gpgsign=false";

/** Every scan in a snippet, up to what it is piped into. */
const commands = [
  ...guide.matchAll(/(?:node \/opt\/authgraph\/dist\/authgraph\.mjs|(?<=^)authgraph) (scan [^\n|']*)/gm),
].map(([, command = ""]) => command.trim());

/** `junit-1.xml` and `junit.xml` are of one kind, and so are all `.md`. */
function kindOf(file: string): string {
  return /(?:junit|checkstyle|gl-code-quality)|\.\w+$/.exec(basename(file))?.[0] ?? file;
}

/** How files of these names begin. */
const starts: readonly (readonly [string, RegExp])[] = [
  ["a.sarif", /"version": "2\.1\.0"/],
  ["a.sarif.json", /"version": "2\.1\.0"/],
  ["gl-code-quality.json", /^\[\n/],
  ["a.rdjson", /"diagnostics"/],
  ["a.rdjsonl", /^\{"message"/],
  ["a.json", /"schemaVersion"/],
  ["a.md", /^(?:<!-- .* -->\n)?### /],
  ["a.csv", /^rule,/],
  ["junit-1.xml", /<testsuites/],
  ["TEST-access.xml", /<testsuites/],
  ["checkstyle-report.xml", /<checkstyle/],
  ["a.txt", /^critical\[/],
];

describe("the guide to CI servers", async () => {
  await runInShell(
    `git init -q && git add . && ${git} commit -qm before && cat >> rbac.yaml && ${git} commit -qam change`,
    {
      cwd: repository,
      stdin: change,
    },
  );

  test("has every format, and only those there are", () => {
    const table = guide.slice(guide.indexOf("| format |")).split("\n\n")[0] ?? "";
    const named = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []);
    expect(named.toSorted()).toEqual(formats.toSorted());
  });

  test("has commands", () => {
    expect(commands.length).toBeGreaterThanOrEqual(9);
  });

  test.each(commands)("%s finds what is there, and writes what it names", async (command) => {
    const files = [...command.matchAll(/-o (\S+)/g)].map(([, file = ""]) => join(repository, file));
    const ended: Ended = await runInShell(`$AUTHGRAPH ${command}`, {
      cwd: repository,
      env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: "HEAD~1" },
    });
    expect([ended.code, ended.stderr]).toEqual([command.includes("--fail-on none") ? 0 : 1, ""]);
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      expect(text).toContain("rbac.yaml");
      // A file has what its name promises: an `-o` may belong to another `-f` than was meant.
      const meant = starts.find(([name]) => kindOf(name) === kindOf(file)) ?? expect.unreachable();
      expect(text).toMatch(meant[1]);
      rmSync(file);
    }
    const toStdout = files.length === 0 || /-f (?:pretty|rdjson)(?! -o)/.test(command);
    expect(ended.stdout === "").toBe(!toStdout);
  });

  test("names the columns of the table", async () => {
    const { stdout } = await runInShell("$AUTHGRAPH scan . -f csv --fail-on none", { cwd: repository });
    const sentence = /^Columns: (.*?)\. New/m.exec(guide)?.[1] ?? "";
    const columns = [...sentence.replace(/\(.*?\)/g, "").matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(columns.join()).toBe(stdout.split("\r\n")[0]);
  });
});

test.each(starts)("the name %s says the format", async (file, start) => {
  await runInShell(`$AUTHGRAPH scan . -o ${file}`, { cwd: repository });
  expect(readFileSync(join(repository, file), "utf8")).toMatch(start);
  rmSync(join(repository, file));
});

test("every format has the same bytes, whatever the order of the inputs, the folder, the time zone, the language", async () => {
  const project = folderWith({
    "repo/.git/HEAD": "ref: refs/heads/main\n",
    "repo/a/rbac.yaml": readFileSync(join(repository, "rbac.yaml"), "utf8"),
    "repo/b/rbac.yaml": readFileSync(join(repository, "rbac.yaml"), "utf8").replaceAll("reader", "other"),
    "one/kept": "",
    "other/kept": "",
  });
  const written = async (
    folder: string,
    cwd: string,
    inputs: readonly string[],
    env: Record<string, string>,
  ): Promise<object> => {
    const outputs = formats.flatMap((format) => ["-f", format, "-o", join(project, folder, format)]);
    const { code, stderr } = await runAuthgraph(["scan", ...inputs, ...outputs, "--at", "2026-01-01"], {
      cwd: join(project, cwd),
      env,
    });
    expect([code, stderr]).toEqual([1, ""]);
    return Object.fromEntries(formats.map((format) => [format, readFileSync(join(project, folder, format), "utf8")]));
  };
  const one = await written("one", "repo", ["a", "b"], { TZ: "UTC", LC_ALL: "C" });
  const other = await written("other", "repo", ["b", "a"], { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" });
  expect(other).toEqual(one);
  // These name files from where the command runs, as a person would open them.
  const relative = { pretty: "", concise: "", json: "" };
  const elsewhere = await written("other", "repo/a", ["../b", "."], { TZ: "UTC", LC_ALL: "C" });
  expect({ ...elsewhere, ...relative }).toEqual({ ...one, ...relative });
  rmSync(project, { recursive: true });
});

test("a name that may mean several formats ends with 2 and says what to do", async () => {
  const { code, stderr } = await runInShell("$AUTHGRAPH scan . -o report.xml", { cwd: repository });
  expect([code, stderr]).toEqual([2, expect.stringContaining("-f junit or -f checkstyle")]);
});

test.each(["gitlab", "checkstyle", "rdjson", "rdjsonl"])(
  "what %s leaves out is told on standard error",
  async (format) => {
    const { code, stderr } = await runInShell(`$AUTHGRAPH scan - -f ${format}`, {
      cwd: repository,
      stdin: readFileSync(join(repository, "rbac.yaml"), "utf8"),
    });
    const told = `authgraph: the ${format} report leaves out 1 finding without a place in a file of the repository\n`;
    expect([code, stderr]).toEqual([1, told]);
  },
);
