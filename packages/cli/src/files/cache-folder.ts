import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

export interface CacheOptions {
  /** `--no-cache` makes it false. */
  readonly cache?: boolean | undefined;
  /** `--cache-dir`, or the environment variable AUTHGRAPH_CACHE_DIR. */
  readonly cacheDir?: string | undefined;
}

/**
 * Where we keep what can be made again: as asked for, else where this system keeps such things. A build server throws
 * away what a run leaves, so that leaving it is a waste there unless somebody asks for it.
 */
export function cacheFolder(
  { cache = true, cacheDir }: CacheOptions,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (!cache) return undefined;
  if (cacheDir !== undefined && cacheDir !== "") return resolve(cacheDir);
  if (env.CI !== undefined && env.CI !== "" && env.CI !== "false") return undefined;
  const above = systemFolder(env, platform);
  return above === undefined ? undefined : join(above, "authgraph");
}

function systemFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  // XDG Base Directory Specification: a relative path is to be ignored.
  if (env.XDG_CACHE_HOME !== undefined && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform === "win32") return env.LOCALAPPDATA;
  const home = homeOf(env);
  if (home === undefined) return undefined;
  return platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}

function homeOf({ HOME }: NodeJS.ProcessEnv): string | undefined {
  if (HOME !== undefined) return isAbsolute(HOME) ? HOME : undefined;
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
