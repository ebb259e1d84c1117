import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkoutPath, folderWith, runAuthgraph, runInShell } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

const guide = readFileSync(checkoutPath("docs/guides/writing-rules.md"), "utf8");

/** The guide's blocks in a language, in order. */
function blocks(language: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map((match) => match[1] ?? "");
}

const [yaml = "", bad = "", good = ""] = blocks("yaml");
const [code = ""] = blocks("js");
const folder = "house-rules/house-user-by-name";
const rule = { [`${folder}/rule.yaml`]: yaml, [`${folder}/rule.mjs`]: code };
const cases = { [`${folder}/cases/bad/example.yaml`]: bad, [`${folder}/cases/good/example.yaml`]: good };

const folders: string[] = [];
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const made = folderWith(files);
  folders.push(made);
  return made;
}

const scan = (cwd: string, ...args: readonly string[]) =>
  runAuthgraph(["scan", "--fail-on", "none", "-f", "concise", ...args], { cwd });

describe.concurrent("the guide", () => {
  test("shows what its rule finds", async () => {
    const cwd = project({ ...rule, ...cases });
    const [script = ""] = blocks("sh");
    const { stdout, stderr } = await runInShell(script.replaceAll("authgraph scan", "$AUTHGRAPH scan"), { cwd });
    expect(stderr).toBe("");
    expect(stdout).toBe(blocks("text").at(-1));
    expect(
      blocks("text")[0]
        ?.split("\n")
        .slice(2, -1)
        .map((line) => line.trim()),
    ).toEqual(["rule.yaml", "rule.mjs", "cases/bad/example.yaml", "cases/good/example.yaml"]);
  });

  test("its rule runs from the sources too", () => {
    const cwd = project({ ...rule, ...cases });
    const [tsx, dev] = [checkoutPath("node_modules/tsx/dist/cli.mjs"), checkoutPath("packages/cli/src/dev.ts")];
    const args = ["scan", folder, "--rules", "house-rules", "-f", "concise"];
    const stdout = execFileSync(process.execPath, [tsx, dev, ...args], { cwd, encoding: "utf8", env: { PATH: "" } });
    expect(stdout).toContain("bad/example.yaml:7:9: low[house-user-by-name]");
  });
});

/** Of each binding something critical that is only possible, and through the same cause something certain. */
const doubtful = `import { boundHolders, subjectHop } from "@authgraph/rules";
export function* check(context) {
  for (const { binding, subject, holder } of boundHolders(context, ["user"])) {
    const place = subjectHop(holder, subject, 1);
    const common = { ruleId: "house-user-by-name", place, hops: [place], notes: [], remedies: [], cause: "c", also: "" };
    const risk = (object, more) => ({ ...common, identity: { subject: holder.identity, object }, ...more });
    yield risk("a", { title: "User may be mighty", score: 9.5, confidence: "possible" });
    yield risk("b", { title: "User is bound", score: 5, confidence: "certain" });
  }
}`;

describe.concurrent("how sure a finding is", () => {
  const files = { ...rule, [`${folder}/rule.mjs`]: doubtful, "in.yaml": bad };
  const withRule = ["scan", "in.yaml", "--rules", "house-rules", "--confidence"];

  test.each([
    ["concise", /: critical\[house-user-by-name\] .* \(9\.5, possible\) \(\+1\)\n/, /: medium\[.* \(5\.0, certain\)\n/],
    ["pretty", /severity 9\.5, confidence possible, /, /severity 5\.0, confidence certain, /],
    ["github", /^::error .*\(critical 9\.5%2C possible\)::/, /^::warning .*\(medium 5\.0%2C certain\)::/],
    ["json", /"score":9\.5,"confidence":"possible"/, /"score":5,"confidence":"certain"/],
    ["sarif", /"score":9\.5,"confidence":"possible"/, /"score":5,"confidence":"certain"/],
  ])("stands in %s, and what is sure is told where it was folded", async (format, possible, certain) => {
    const cwd = project(files);
    const [all, sure] = await Promise.all([
      runAuthgraph([...withRule, "possible", "-f", format], { cwd }),
      runAuthgraph([...withRule, "likely", "-f", format], { cwd }),
    ]);
    expect([all.stderr, sure.stderr]).toEqual(["", ""]);
    expect(all.stdout).toMatch(possible);
    expect(sure.stdout).not.toMatch(possible);
    expect(sure.stdout).toMatch(certain);
  });

  test("counts for the exit code by what is left of it", async () => {
    const cwd = project(files);
    const codes = await Promise.all(
      [
        ["possible", "--fail-on", "critical"],
        ["likely", "--fail-on", "critical"],
        ["likely", "--fail-on", "medium"],
      ].map((options) => runAuthgraph([...withRule, ...options], { cwd }).then(({ code }) => code)),
    );
    expect(codes).toEqual([1, 0, 1]);
  });
});

describe.concurrent("a rule of somebody's own", () => {
  test("is asked beside the built-in ones, listed and explained, from its own folder or the one above", async () => {
    const cwd = project({ ...rule, "in.yaml": bad });
    const [above, own, both, json, list, page] = await Promise.all([
      scan(cwd, "in.yaml", "--rules", "house-rules"),
      scan(cwd, "in.yaml", "--rules", folder),
      scan(join(cwd, folder), "../../in.yaml", "--rules", "."),
      runAuthgraph(["scan", "in.yaml", "--rules", "house-rules", "-f", "json"], { cwd }),
      runAuthgraph(["rules", "--rules", "house-rules"], { cwd }),
      runAuthgraph(["explain", "house-user-by-name", "--rules", "house-rules"], { cwd }),
    ]);
    for (const { stdout, stderr } of [above, own, both]) {
      expect(stderr).toBe("");
      expect(stdout).toMatch(/in\.yaml:7:9: low\[house-user-by-name\] User jane can /);
    }
    const ids = JSON.parse(json.stdout).rules.map(({ id }: { id: string }) => id);
    expect(ids).toContain("house-user-by-name");
    expect(ids).toEqual([...ids].sort());
    expect(list.stdout).toMatch(/^house-user-by-name +low +Rights bound to a person by name$/m);
    expect(page.stdout).toMatch(/^# Rights bound to a person by name\n/);
  });

  test("is never loaded because it lies in what is scanned", async () => {
    const cwd = project({
      "in.yaml": bad,
      "rule.yaml": yaml,
      "rule.mjs": "throw new Error('loaded')",
      "rules/house-user-by-name/rule.yaml": yaml,
      "rules/house-user-by-name/rule.mjs": "throw new Error('loaded')",
    });
    const { code, stdout, stderr } = await scan(cwd, ".");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("house-user-by-name");
  });

  test("with `extended: true` is asked only with --rules-extended, and listed with a mark", async () => {
    const cwd = project({ ...rule, [`${folder}/rule.yaml`]: `${yaml}extended: true\n`, "in.yaml": bad });
    const [without, asked, list] = await Promise.all([
      scan(cwd, "in.yaml", "--rules", "house-rules"),
      scan(cwd, "in.yaml", "--rules", "house-rules", "--rules-extended"),
      runAuthgraph(["rules", "--rules", "house-rules"], { cwd }),
    ]);
    expect(without.stdout).not.toContain("house-user-by-name");
    expect(asked.stdout).toContain("low[house-user-by-name]");
    expect(list.stdout).toContain("Rights bound to a person by name (only with --rules-extended)");
  });

  test("that throws is told, ends with 2, and takes nothing from the others", async () => {
    const broken = `export function* check(context) { context.nothing.here; }`;
    const nobody = bad.replace("kind: User", "kind: Group").replace("name: jane #", "name: system:unauthenticated #");
    const cwd = project({ ...rule, [`${folder}/rule.mjs`]: broken, "in.yaml": nobody });
    const { code, stdout, stderr } = await scan(cwd, "in.yaml", "--rules", "house-rules");
    expect(code).toBe(2);
    expect(stderr).toContain("rule house-user-by-name: internal error: Cannot read properties of undefined");
    expect(stdout).toContain("[rbac-grant-anonymous]");
    expect(stdout).toContain("house-user-by-name (internal error");
  });

  const other = `${yaml.replaceAll("house-user-by-name", "house-other-rule")}`;
  test.each([
    ["a folder that is not there", {}, ["--rules house-rules: there is no such file or folder"]],
    ["a file", { "house-rules": "" }, ["--rules house-rules: it is no folder"]],
    [
      "a folder without rules",
      { "house-rules/README.md": "" },
      ["house-rules: there is no folder with a rule.yaml in it"],
    ],
    ["no rule.yaml", { [`${folder}/rule.mjs`]: code }, [`${folder}/rule.yaml: there is no such file or folder`]],
    ["no module", { [`${folder}/rule.yaml`]: yaml }, [`${folder}: there is no rule.mjs, rule.js, rule.ts`]],
    [
      "a wrong rule.yaml, all of it, with its places",
      { ...rule, [`${folder}/rule.yaml`]: yaml.replace("severity: low", "severity: small").replace("since", "sinse") },
      [
        "error[rule-invalid]: severity must be one of critical, high, medium, low, info",
        `--> ${folder}/rule.yaml:3:11`,
        '"sinse" is no field of a rule',
        `--> ${folder}/rule.yaml:4:1`,
        "since is missing",
      ],
    ],
    [
      "the id of a built-in rule",
      {
        "house-rules/rbac-grant-anonymous/rule.yaml": yaml.replace("house-user-by-name", "rbac-grant-anonymous"),
        "house-rules/rbac-grant-anonymous/rule.mjs": code,
      },
      ["rbac-grant-anonymous is a built-in rule", "rbac-grant-anonymous/rule.yaml:1:5"],
    ],
    [
      "another id than its folder",
      { ...rule, [`${folder}/rule.yaml`]: other },
      ["its folder is house-user-by-name", `--> ${folder}/rule.yaml:1:5`],
    ],
    [
      "one id twice",
      { ...rule, "more/house-user-by-name/rule.yaml": yaml, "more/house-user-by-name/rule.mjs": code },
      [`house-user-by-name is the rule of ${folder} too`, "more/house-user-by-name/rule.yaml:1:5"],
      ["--rules", "more"],
    ],
    ["no check", { ...rule, [`${folder}/rule.mjs`]: "" }, [`${folder}/rule.mjs: it exports no function \`check\``]],
    [
      "a module that is no JavaScript",
      { ...rule, [`${folder}/rule.mjs`]: "export const check = (" },
      [`${folder}/rule.mjs: it cannot be loaded: Unexpected`],
    ],
    [
      "something that the library does not have",
      { ...rule, [`${folder}/rule.mjs`]: code.replaceAll("strongestPower", "weakestPower") },
      [`${folder}/rule.mjs: it cannot be loaded`, "weakestPower"],
    ],
  ] as const)("%s ends with 2 and says why", async (_what, files, parts, more: readonly string[] = []) => {
    const cwd = project({ "in.yaml": bad, ...files });
    const { code: ended, stdout, stderr } = await scan(cwd, "in.yaml", "--rules", "house-rules", ...more);
    expect([ended, stdout]).toEqual([2, ""]);
    for (const part of parts) expect(stderr).toContain(part);
  });

  test("in TypeScript runs where Node loads it, and says so where it does not", async () => {
    const typed = code.replace("function* (context)", "function* (context: unknown)");
    const files = { [`${folder}/rule.yaml`]: yaml, [`${folder}/rule.ts`]: typed, "in.yaml": bad };
    const { code: ended, stdout, stderr } = await scan(project(files), "in.yaml", "--rules", "house-rules");
    if (Reflect.get(process.features, "typescript")) expect(stdout).toContain("low[house-user-by-name]");
    else expect([ended, stderr]).toEqual([2, expect.stringContaining("loads no TypeScript (22.18 and newer do)")]);
  });
});
