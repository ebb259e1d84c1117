import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutPath } from "../shared-material.ts";
import { runProgram } from "./program-run.ts";

export type PreCommit =
  | { readonly outcome: "installed"; readonly program: string }
  | { readonly outcome: "missing"; readonly reason: string };

const version = "4.7.0";
const folder = checkoutPath(`node_modules/.cache/pre-commit-${version}`);
const program = join(folder, process.platform === "win32" ? "Scripts/pre-commit.exe" : "bin/pre-commit");
/** Written last: an installation that broke off is made again. */
const finished = join(folder, "finished");

/** The program of PyPI in a virtual environment of its own, made once for each checkout. */
export async function preCommitProgram(): Promise<PreCommit> {
  if (existsSync(finished)) return { outcome: "installed", program };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, args] of [
    ["python3", ["-m", "venv", folder]],
    [join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", `pre-commit==${version}`]],
  ] as const) {
    const problem = await problemOf(name, args);
    if (problem !== undefined) return { outcome: "missing", reason: `pre-commit cannot be installed: ${problem}` };
  }
  writeFileSync(finished, "");
  return { outcome: "installed", program };
}

async function problemOf(name: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { code, output } = await runProgram(name, args, { cwd: checkoutPath() });
    return code === 0 ? undefined : (output.trim().split("\n").at(-1) ?? `${name} ended with ${code}`);
  } catch {
    return `there is no ${name}`;
  }
}
