import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkoutPath } from "../shared-material.ts";

/** A program that was installed for the tests, or why it is not there. */
export type LintTool =
  | { readonly outcome: "installed"; readonly program: string }
  | { readonly outcome: "missing"; readonly reason: string };

const cache = checkoutPath("node_modules/.cache/lint-tools");
/** A proxy that answers nothing would be waited for. */
const patience = 240_000;

/** A Go program, built where Go is installed. */
export function goTool(module: string, version: string): LintTool {
  const name = module.slice(module.lastIndexOf("/") + 1);
  return install(`${name}-${version}`, name, (folder) =>
    problemOf("go", ["install", `${module}@${version}`], { GOBIN: folder }),
  );
}

/** A program of a Python package, in an environment of its own. */
export function pythonTool(name: string, version: string): LintTool {
  // An environment holds its own path, so it is made where it stays.
  const folder = join(cache, `${name}-${version}`);
  const program = join(folder, "bin", name);
  if (existsSync(program)) return { outcome: "installed", program };
  mkdirSync(cache, { recursive: true });
  const problem =
    problemOf("python3", ["-m", "venv", folder]) ??
    problemOf(join(folder, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", `${name}==${version}`]);
  if (problem === undefined) return { outcome: "installed", program };
  rmSync(folder, { recursive: true, force: true });
  return { outcome: "missing", reason: `${name} cannot be installed: ${problem}` };
}

function install(key: string, name: string, into: (folder: string) => string | undefined): LintTool {
  const folder = join(cache, key);
  const program = join(folder, name);
  if (existsSync(program)) return { outcome: "installed", program };
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, "unfinished-"));
  const problem = into(unfinished);
  if (problem !== undefined) {
    rmSync(unfinished, { recursive: true, force: true });
    return { outcome: "missing", reason: `${name} cannot be installed: ${problem}` };
  }
  renameSync(unfinished, folder);
  return { outcome: "installed", program };
}

function problemOf(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string | undefined {
  const { error, status, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    timeout: patience,
    env: { ...process.env, ...env },
    // The checkout is no Go module and no Python project.
    cwd: cache,
  });
  if (error !== undefined) return `${program} is not here (${error.message})`;
  return status === 0 ? undefined : `${program} ${args[0]}: ${stderr.trim().split("\n").at(-1) ?? ""}`;
}
