import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { builtBundle } from "../built-bundle.ts";
import { folderWith } from "../run-command.ts";
import { checkoutPath } from "../shared-material.ts";
import { runProgram } from "./program-run.ts";

/** What a hook is installed from, and is not in the last commit yet while somebody works on it. */
const installed = [".pre-commit-hooks.yaml", "package.json"];

/**
 * A clean clone of this project as its next commit would be: with the bundle of the sources as they are now. Undefined
 * where the sources lie in no repository. Whoever asks for it removes it.
 */
export async function projectClone(): Promise<string | undefined> {
  if (!existsSync(checkoutPath(".git"))) return undefined;
  const folder = folderWith({});
  await git(folder, "clone", "--quiet", "--no-local", "--depth", "1", `file://${checkoutPath()}`, folder);
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  cpSync(await builtBundle(), join(folder, "dist"), { recursive: true });
  for (const name of installed) cpSync(checkoutPath(name), join(folder, name));
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--allow-empty", "--message", "Build");
  return folder;
}

async function git(cwd: string, ...args: readonly string[]): Promise<void> {
  const { code, output } = await runProgram("git", args, { cwd });
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${output}`);
}
