import { join } from "node:path";
import { cacheFolder } from "./files/cache-folder.ts";

/** What Node has from 22.8 on; `module.enableCompileCache`. */
export type EnableCompileCache = (folder: string) => unknown;

/**
 * Lets Node keep what it compiled of us beside what we keep: half of a short run goes into compiling. What cannot be kept
 * is compiled, which is Node's own promise. Who says on the command line where to keep things, or to keep nothing, has
 * not been heard yet: for him nothing is kept here.
 */
export function keepCompiled(enable: EnableCompileCache, args: readonly string[], env: NodeJS.ProcessEnv): void {
  if (args.some((arg) => arg === "--no-cache" || arg.startsWith("--cache-dir"))) return;
  const folder = cacheFolder({ cacheDir: env.AUTHGRAPH_CACHE_DIR }, env);
  if (folder !== undefined) enable(join(folder, "compiled"));
}
