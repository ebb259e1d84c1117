import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type SchemaCheck, schemaCheck } from "./schema-validation.ts";

const multitoolFolder = findMultitool();

/** Why a test that needs the validator is skipped; undefined where it is there. */
export const sarifValidatorMissing: string | undefined =
  multitoolFolder === undefined ? "the optional package @microsoft/sarif-multitool-linux is not installed" : undefined;

function findMultitool(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    return dirname(createRequire(import.meta.url).resolve("@microsoft/sarif-multitool-linux/package.json"));
  } catch {
    return undefined;
  }
}

/** The OASIS schema of SARIF 2.1.0, of which the validator brings a copy. */
export function sarifSchemaCheck(): SchemaCheck {
  const text = readFileSync(join(multitoolFolder ?? "", "sarif-2.1.0.json"), "utf8");
  // Its own wording is not what ajv calls strict.
  return schemaCheck(JSON.parse(text.replace(/^\ufeff/, "")), { strict: false });
}

/**
 * What sarif-multitool says of SARIF files (name to text): errors and warnings of the specification's and GitHub's
 * rules, one line each. One call for all, because starting it costs more than reading them.
 */
export function sarifProblems(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "authgraph-sarif-"));
  try {
    const paths = [...files].map(([name, text], index) => {
      const path = join(folder, `${index}-${name.replace(/[^\w.-]/g, "_")}.sarif`);
      writeFileSync(path, text);
      return path;
    });
    const report = join(folder, "report.sarif");
    const run = spawnSync(
      join(multitoolFolder ?? "", "Sarif.Multitool"),
      ["validate", ...paths, "--rule-kind", "Sarif;Ghas", "--output", report, "--log", "ForceOverwrite"],
      { env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" }, encoding: "utf8" },
    );
    // It exits with 0 whatever it finds, so only its report tells.
    if (run.status !== 0) return [`sarif-multitool ended with ${run.status}: ${run.stdout}${run.stderr}`];
    return problemsIn(JSON.parse(readFileSync(report, "utf8").replace(/^\ufeff/, "")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Report {
  readonly runs: readonly {
    readonly results?: readonly {
      readonly ruleId: string;
      readonly level?: string;
      readonly message: { readonly text?: string; readonly arguments?: readonly string[] };
      readonly locations?: readonly {
        readonly physicalLocation?: { readonly artifactLocation?: { readonly uri?: string } };
      }[];
    }[];
  }[];
}

function problemsIn(report: Report): readonly string[] {
  return report.runs.flatMap(({ results = [] }) =>
    results
      .filter(({ level = "warning" }) => level === "error" || level === "warning")
      .map(({ ruleId, level = "warning", message, locations }) => {
        const file = basename(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "?");
        return `${file}: ${level} ${ruleId} ${message.text ?? (message.arguments ?? []).join(" | ")}`;
      }),
  );
}
