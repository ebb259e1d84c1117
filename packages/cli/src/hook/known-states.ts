import { createHash } from "node:crypto";
import type { CacheOptions } from "../files/cache-folder.ts";
import type { TreeEntry } from "../files/git/tree.ts";
import { type KeptFile, openKept } from "../files/kept-file.ts";

/**
 * States of a project that whole runs went through: nothing kept them from their work, and no text named another file.
 * A change to such a state may be judged by what it changes.
 */
export interface KnownStates {
  has(state: string): boolean;
  /** Notes some more, and forgets the oldest. */
  add(states: readonly string[]): void;
}

/** More than the branches that somebody goes to and fro between. */
const mostStates = 64;

/** Undefined where nothing is kept. */
export function openStates(root: string, options: CacheOptions, env: NodeJS.ProcessEnv): KnownStates | undefined {
  const kept: KeptFile | undefined = openKept({ root, name: "states" }, options, env);
  if (kept === undefined) return undefined;
  const [program, ...lines] = (kept.bytes === undefined ? "" : Buffer.from(kept.bytes).toString("latin1")).split("\n");
  // Anything that is none of ours is equal to no state.
  let known = program === kept.program ? lines : [];
  return {
    has: (state) => known.includes(state),
    add(states) {
      const more = states.filter((state) => !known.includes(state));
      if (more.length === 0) return;
      known = [...more, ...known].slice(0, mostStates);
      kept.replace(Buffer.from([kept.program, ...known].join("\n"), "latin1"));
    },
  };
}

/** What a run over a state depends on beside the program. */
export interface AskedOfState {
  readonly kubernetesVersion: string | undefined;
  readonly platform: string | undefined;
  readonly appliedNamespace: string | undefined;
  readonly complete: boolean;
  readonly extended: boolean;
  readonly noConfiguration: boolean;
}

/** The same for the same entries alone, whatever their order. */
export function stateKey(entries: readonly TreeEntry[], asked: AskedOfState): string {
  const { kubernetesVersion, platform, appliedNamespace, complete, extended, noConfiguration } = asked;
  const options = [
    kubernetesVersion ?? null,
    platform ?? null,
    appliedNamespace ?? null,
    complete,
    extended,
    noConfiguration,
  ];
  let text = JSON.stringify(options);
  for (const { path, id, kind } of inOrder(entries)) text += `${path}\0${kind} ${id}\n`;
  return createHash("sha1").update(text).digest("hex");
}

/** An index is in order already, save for paths that hardly anybody has. */
function inOrder(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  let last = "";
  for (const { path } of entries) {
    if (path < last) return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
    last = path;
  }
  return entries;
}
