import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { systemError } from "../files/system-error.ts";

/**
 * Copies the report to where the workflow wants it; a text says why that is not possible.
 *
 * The folder is a stranger's: a symlink of that name is replaced and not followed, and a folder that leads out of the
 * workspace is refused.
 */
export function placeSarif(from: string, to: string, workspace: string): string | undefined {
  const target = resolve(workspace, to);
  try {
    if (!isAbsolute(to)) {
      const problem = leadsOut(workspace, target);
      if (problem) return `cannot write sarif-file ${to}: it lies outside of the workspace`;
    }
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    copyFileSync(from, target, constants.COPYFILE_EXCL);
    return undefined;
  } catch (error) {
    return `cannot write sarif-file ${to}: ${systemError(error)}`;
  }
}

/** Whether a path, or the folder that its nearest existing one really is, lies elsewhere. */
function leadsOut(workspace: string, target: string): boolean {
  let folder = dirname(target);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const inside = relative(realpathSync(workspace), realpathSync(folder));
  const written = relative(resolve(workspace), target);
  return [inside, written].some((path) => path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path));
}

/** Notes in a report that it does not tell everything. */
export function markFailed(path: string): void {
  const log: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isLog(log)) return;
  for (const run of log.runs) for (const invocation of run.invocations) invocation.executionSuccessful = false;
  writeFileSync(path, `${JSON.stringify(log)}\n`);
}

interface WrittenLog {
  readonly runs: readonly { readonly invocations: readonly { executionSuccessful: boolean }[] }[];
}

function isLog(log: unknown): log is WrittenLog {
  return typeof log === "object" && log !== null && "runs" in log && Array.isArray(log.runs);
}
