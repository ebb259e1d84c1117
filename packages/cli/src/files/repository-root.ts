import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The folder that holds `.git`, here or above. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}
