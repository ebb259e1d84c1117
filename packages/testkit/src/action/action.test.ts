import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { builtBundle } from "../built-bundle.ts";
import { folderWith } from "../run-command.ts";
import { sarifProblems, sarifSchemaCheck, sarifValidatorMissing } from "../sarif-validation.ts";
import { everybody, harmless, outcomes, sarifOf, uploadOf } from "./job-results.ts";
import { type Job, runAction } from "./simulated-runner.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

describe("a scan with findings", () => {
  it("uploads the report, then fails", async () => {
    const job = await runAction({
      workspace: repository({ "a.yaml": everybody("all") }),
      inputs: { category: "prod" },
    });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: success", "Verdict: failure"]);
    expect(job.conclusion).toBe("failure");
    expect(uploadOf(job)).toEqual({ sarif_file: job.outputs.sarif, category: "prod" });
    expect(sarifOf(job).results).toHaveLength(1);
    expect(job.outputs).toMatchObject({
      "exit-code": "1",
      findings: "1",
      critical: "1",
      high: "0",
      new: "",
      worse: "",
    });
  });

  it("annotates the line and writes a summary", async () => {
    const job = await runAction({ workspace: repository({ "a.yaml": everybody("all") }) });
    expect(job.commands).toEqual([
      {
        name: "error",
        properties: expect.objectContaining({ file: "a.yaml", line: "12" }),
        message: expect.stringContaining("can do everything in the cluster"),
      },
    ]);
    expect(job.summary).toContain("1 critical");
    expect(job.summary).toContain("a.yaml");
  });

  it.each<[string, Job["inputs"], string]>([
    ["fail-on: none", { "fail-on": "none" }, "success"],
    ["fail-on: critical", { "fail-on": "critical" }, "failure"],
    ["args", { args: "--fail-on 'none'" }, "success"],
  ])("passes or fails as %s says", async (_name, inputs = {}, conclusion) => {
    const job = await runAction({ workspace: repository({ "a.yaml": everybody("all") }), inputs });
    expect(job.conclusion).toBe(conclusion);
    expect(uploadOf(job)).toBeDefined();
  });

  it("does what is wanted of it and nothing else", async () => {
    const inputs = { upload: "false", annotations: "FALSE", summary: "false" };
    const job = await runAction({ workspace: repository({ "a.yaml": everybody("all") }), inputs });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: skipped", "Verdict: failure"]);
    expect({ commands: job.commands, summary: job.summary }).toEqual({ commands: [], summary: "" });
  });

  it("scans the named paths alone", async () => {
    const workspace = repository({
      "a b/x.yaml": everybody("one"),
      "c/y.yaml": everybody("two"),
      "d/z.yaml": harmless,
    });
    const job = await runAction({ workspace, inputs: { path: "a b\nd/*.yaml\n" } });
    expect(job.commands.map(({ properties }) => properties.file)).toEqual(["a b/x.yaml"]);
  });
});

describe("a scan without findings", () => {
  it("uploads an empty report, which closes alerts, and passes", async () => {
    const job = await runAction({ workspace: repository({ "a.yaml": harmless }) });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: success", "Verdict: success"]);
    expect(job.conclusion).toBe("success");
    expect(sarifOf(job)).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
    expect(job.outputs).toMatchObject({ "exit-code": "0", findings: "0", critical: "0" });
  });
});

describe("a scan that could not do its work", () => {
  const cases: readonly (readonly [string, Job["inputs"], string])[] = [
    ["a path that is not there", { path: "missing" }, "cannot read missing"],
    ["an unknown severity", { "fail-on": "severe" }, "severe"],
    ["an unknown option", { args: "--frobnicate" }, "--frobnicate"],
    ["a quote that is never closed", { args: "'a" }, "never closed"],
    ["an input that is neither true nor false", { upload: "maybe" }, "maybe"],
  ];

  it.each(cases)("%s: no upload, the job fails, the report says so", async (_name, inputs = {}, message) => {
    const job = await runAction({ workspace: repository({ "a.yaml": everybody("all") }), inputs });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: skipped", "Verdict: failure"]);
    expect(job.outputs["exit-code"]).toBe("2");
    expect(job.log).toContain(message);
    expect(job.commands.map(({ name }) => name)).toContain("error");
    expect(sarifOf(job).invocations).toMatchObject([{ executionSuccessful: false }]);
  });

  it("keeps in the report what was found all the same", async () => {
    const workspace = repository({ "a.yaml": everybody("all"), "b.yaml": "kind: [\n" });
    const job = await runAction({ workspace, inputs: { args: "--strict" } });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: skipped", "Verdict: failure"]);
    expect(sarifOf(job)).toMatchObject({ results: [{}], invocations: [{ executionSuccessful: false }] });
    expect(job.log).toContain("would close alerts");
    expect(job.summary).toContain("would close alerts");
  });

  it.skipIf(sarifValidatorMissing !== undefined)("its reports are valid SARIF", async () => {
    const strict = repository({ "a.yaml": everybody("all"), "b.yaml": "kind: [\n" });
    const jobs = [
      await runAction({ workspace: strict, inputs: { args: "--strict" } }),
      await runAction({ workspace: strict, inputs: { path: "missing" } }),
    ];
    const texts = jobs.map(({ outputs }) => readFileSync(outputs.sarif ?? "", "utf8"));
    expect(texts.flatMap((text) => sarifSchemaCheck()(JSON.parse(text)))).toEqual([]);
    expect(sarifProblems(new Map(texts.map((text, index) => [`${index}`, text])))).toEqual([]);
  });

  it("uploads nothing when the report cannot go where it is wanted", async () => {
    const workspace = repository({ "a.yaml": harmless });
    const job = await runAction({ workspace, inputs: { "sarif-file": "../out.sarif" } });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: skipped", "Verdict: failure"]);
    expect(job.outputs["exit-code"]).toBe("2");
    expect(job.commands).toMatchObject([
      { name: "error", message: expect.stringContaining("outside of the workspace") },
    ]);
  });

  it("fails when the runner has no Node", async () => {
    const bare = repository({});
    for (const program of ["bash"]) symlinkSync(`/bin/${program}`, join(bare, program));
    const job = await runAction({ workspace: repository({ "a.yaml": harmless }), env: { PATH: bare } });
    expect(outcomes(job)).toEqual(["Scan: failure", "Upload to code scanning: skipped", "Verdict: failure"]);
    expect(job.commands).toMatchObject([{ name: "error", message: expect.stringContaining("actions/setup-node") }]);
  });
});

describe("a hostile repository", () => {
  const names = [
    "::error::pwned",
    "x%0A::error::pwned",
    '"x\\n::error::pwned"',
    '"x\\r\\n##[error]pwned"',
    "::stop-commands::x",
    '"x\\u2028::set-output name=sarif::/etc/passwd"',
    "'| pwned <img src=x onerror=alert(1)> `@everyone`'",
  ];

  it.each(names)("%s: obeyed by nothing", async (name) => {
    const files = { "::error::file.yaml": everybody(name), "a%0A::warning::b.yaml": `metadata: {name: ${name}\n` };
    const workspace = repository(files);
    const job = await runAction({ workspace, inputs: { path: ".\n::error::file.yaml" } });
    const pwned = job.commands.filter(({ name, message }) => name !== "error" || /^pwned|^file/.test(message));
    expect(pwned).toEqual([]);
    expect(job.commands.filter(({ properties }) => properties.title?.startsWith("rbac-") === true).length).toBe(
      Number(job.outputs.findings),
    );
    expect(job.summary).not.toMatch(/<img|^::|@everyone`/m);
    expect(job.outputs.sarif).toMatch(/authgraph\.sarif$/);
  });

  it("cannot have a file of the runner overwritten by a symlink where the report goes", async () => {
    const elsewhere = repository({ victim: "mine", "folder/x": "" });
    const workspace = repository({ "a.yaml": harmless });
    symlinkSync(join(elsewhere, "victim"), join(workspace, "out.sarif"));
    symlinkSync(join(elsewhere, "folder"), join(workspace, "reports"));
    const file = await runAction({ workspace, inputs: { "sarif-file": "out.sarif" } });
    expect(readFileSync(join(elsewhere, "victim"), "utf8")).toBe("mine");
    expect(file.outputs.sarif).toBe(join(workspace, "out.sarif"));
    expect(file.conclusion).toBe("success");

    const folder = await runAction({ workspace, inputs: { "sarif-file": "reports/out.sarif" } });
    expect(existsSync(join(elsewhere, "folder/out.sarif"))).toBe(false);
    expect(folder.outputs["exit-code"]).toBe("2");
    expect(existsSync(folder.outputs.sarif ?? "")).toBe(true);
  });
});

describe("the bundle", () => {
  it("of the command line loads nothing of the action", async () => {
    const folder = await builtBundle();
    const loading = readdirSync(folder).filter((name) =>
      readFileSync(join(folder, name), "utf8").includes("./run-action.mjs"),
    );
    expect(loading.sort()).toEqual(["action.mjs"]);
  });
});

describe("surroundings that lack something", () => {
  it.each([["GITHUB_STEP_SUMMARY"], ["GITHUB_EVENT_PATH"], ["GITHUB_WORKSPACE"], ["GITHUB_SHA"], ["RUNNER_TEMP"]])(
    "without %s all else is done",
    async (name) => {
      const job = await runAction({
        workspace: repository({ "a.yaml": everybody("all") }),
        env: { [name]: undefined },
      });
      expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: success", "Verdict: failure"]);
      expect(job.summary === "").toBe(name === "GITHUB_STEP_SUMMARY");
      if (name === "GITHUB_STEP_SUMMARY") expect(job.log).toContain("GITHUB_STEP_SUMMARY is not set");
    },
  );

  it.each([
    ["findings", everybody("all"), "failure"],
    ["no findings", harmless, "success"],
  ])("without GITHUB_OUTPUT the scan itself ends with the verdict: %s", async (_name, text, outcome) => {
    const job = await runAction({ workspace: repository({ "a.yaml": text }), env: { GITHUB_OUTPUT: undefined } });
    expect(job.steps[0]?.outcome).toBe(outcome);
    expect(job.log).toContain("GITHUB_OUTPUT is not set");
    expect(uploadOf(job)).toBeUndefined();
    // The steps after it cannot know, so they do not pass.
    expect(job.conclusion).toBe("failure");
  });
});

describe("a job summary", () => {
  it("links to the lines, and stays under what GitHub takes", async () => {
    let team = 0;
    const names = Array.from({ length: 9_000 }, (_, index) => `binding-${index}`);
    const workspace = repository({
      "many.yaml": names
        .map(everybody)
        .join("---\n")
        .replaceAll(/system:unauth.*/g, () => `team-${++team}`),
    });
    const { summary, outputs } = await runAction({ workspace });
    expect(outputs.findings).toBe("9000");
    expect(summary).toContain(`https://github.example.com/acme/cluster/blob/${"a".repeat(40)}/many.yaml#L12`);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(800 * 1024);
    expect(summary).toMatch(/\d+ more findings/);
  });
});
