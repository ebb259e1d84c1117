import { type FactCache, openPack } from "@authgraph/engine";
import type { CacheOptions } from "./cache-folder.ts";
import { openKept } from "./kept-file.ts";

/** What earlier runs over the same project read, on the disk. */
export interface FactFile {
  readonly cache: FactCache;
  /** Leaves what was read for later runs. Nothing depends on it but their time. */
  save(): void;
}

/** Opens the facts of the project that lies in a folder; undefined where nothing is kept. */
export function openFactFile(root: string, options: CacheOptions, env: NodeJS.ProcessEnv): FactFile | undefined {
  const kept = openKept({ root, name: "facts" }, options, env);
  if (kept === undefined) return undefined;
  const pack = openPack(kept.bytes, { program: kept.program });
  return {
    cache: pack,
    save() {
      const bytes = pack.packed();
      if (bytes !== undefined) kept.replace(bytes);
    },
  };
}
