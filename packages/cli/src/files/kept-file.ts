import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packModule } from "@authgraph/engine";
import { parserModule } from "@authgraph/parser";
import { toolVersion } from "../version.ts";
import { type CacheOptions, cacheFolder } from "./cache-folder.ts";

/** A file that runs leave to later ones, about one project. */
export interface KeptFile {
  /** Undefined where there is none yet. */
  readonly bytes: Uint8Array | undefined;
  /** Which program runs: what another one left is worth nothing. */
  readonly program: string;
  /** Leaves another content, if it can be. */
  replace(bytes: Uint8Array): void;
}

/**
 * Opens such a file; undefined where nobody wants anything kept, or nothing says where. What is wrong with it, or with
 * its folder, makes runs slower and nothing else.
 */
export function openKept(
  { root, name }: { readonly root: string; readonly name: string },
  options: CacheOptions,
  env: NodeJS.ProcessEnv,
): KeptFile | undefined {
  const folder = cacheFolder(options, env);
  const program = folder === undefined ? undefined : programId();
  if (folder === undefined || program === undefined) return undefined;
  // One for each project: what is known of one is not what another one holds.
  const file = join(folder, `${name}-${sha1(resolve(root)).slice(0, 16)}`);
  return { bytes: contentOf(file), program, replace: (bytes) => replace(folder, file, bytes) };
}

/** Changes with every build that may read or keep anything otherwise; undefined where the sources run, which change at any time. */
function programId(): string | undefined {
  const parts: Uint8Array[] = [];
  for (const url of new Set([parserModule, packModule])) {
    const bytes = url.startsWith("file:") && !url.endsWith(".ts") ? contentOf(fileURLToPath(url)) : undefined;
    if (bytes === undefined) return undefined;
    parts.push(bytes);
  }
  return sha1(toolVersion, ...parts);
}

function sha1(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

function contentOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whoever reads meanwhile gets the old file or the new one, whole; of two that write, the later one stays. */
function replace(folder: string, file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, bytes, { mode: 0o600 });
    renameSync(unfinished, file);
  } catch {
    discard(unfinished);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be written nothing was.
  }
}
