import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkoutPath } from "../shared-material.ts";
import { goTool, type LintTool, pythonTool } from "./lint-tools.ts";

const actionlint = goTool("github.com/rhysd/actionlint/cmd/actionlint", "v1.7.12");
const zizmor = pythonTool("zizmor", "1.32.0");
const checkJsonschema = pythonTool("check-jsonschema", "0.39.0");

const workflows = [
  ...readdirSync(checkoutPath(".github/workflows")).map((name) => `.github/workflows/${name}`),
  "docs/guides/github-workflow.yml",
];
const skipReason = (tool: LintTool): string => (tool.outcome === "missing" ? ` (skipped: ${tool.reason})` : "");

function run(tool: LintTool, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool.outcome === "installed" ? tool.program : "", args, {
    cwd: checkoutPath(),
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

describe("our workflows, the documented one, and the action", () => {
  it.skipIf(actionlint.outcome === "missing")(`are clean to actionlint${skipReason(actionlint)}`, () => {
    // What it finds on this machine to lint scripts with is not what it finds on another.
    expect(run(actionlint, ["-shellcheck=", "-pyflakes=", "-no-color", ...workflows])).toBe("");
  });

  it.skipIf(zizmor.outcome === "missing")(`are clean to zizmor${skipReason(zizmor)}`, () => {
    expect(run(zizmor, ["--offline", "--no-progress", "--color=never", "action.yml", ...workflows])).toBe("");
  });

  it.skipIf(checkJsonschema.outcome === "missing")(
    `are as their schemas want them${skipReason(checkJsonschema)}`,
    () => {
      expect(run(checkJsonschema, ["--builtin-schema", "vendor.github-actions", "action.yml"])).toBe("");
      expect(run(checkJsonschema, ["--builtin-schema", "vendor.github-workflows", ...workflows])).toBe("");
    },
  );

  it.each(["action.yml", ...workflows])("%s pins what it uses to a full commit, with its version", (path) => {
    const text = readFileSync(checkoutPath(path), "utf8");
    const used = [...text.matchAll(/\buses: (.*)$/gm)].map(([, reference = ""]) => reference);
    const foreign = used.filter((reference) => !reference.startsWith("./"));
    expect(
      foreign.filter((reference) => !/^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(reference)),
    ).toEqual([]);
  });

  it.each(workflows)("%s asks for no more than it needs", (path) => {
    const workflow: { permissions: object; jobs: Record<string, { permissions: object }> } = parse(
      readFileSync(checkoutPath(path), "utf8"),
    );
    expect(workflow.permissions).toEqual({});
    const scans = path.endsWith("ci.yml") ? {} : { "security-events": "write" };
    for (const { permissions } of Object.values(workflow.jobs))
      expect(permissions).toEqual({ contents: "read", ...scans });
  });
});
