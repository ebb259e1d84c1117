import { looseBlob } from "./loose-blob.ts";
import type { Repository } from "./repository.ts";
import { gitProblem, runGit } from "./run-git.ts";

/** The contents in git's object database, fetched many at a time. */
export interface Blobs {
  /** Will be asked for: the next question fetches them along with its own. */
  expect(ids: Iterable<string>): void;
  /** Might be asked for, one by one, for a line that is shown: who asks often gets them all. */
  offer(ids: Iterable<string>): void;
  read(id: string): Blob;
  /** What could not be had so far, as a sentence; what was read is then not all there is. */
  problem(): string | undefined;
}

type Blob =
  | { readonly outcome: "read"; readonly bytes: Buffer }
  | { readonly outcome: "too large" }
  | { readonly outcome: "missing" };

export function blobsOf(repository: Repository): Blobs {
  const known = new Map<string, Blob>();
  const expected = new Set<string>();
  const offered = new Set<string>();
  let asked = 0;
  let held = 0;
  let problem: string | undefined;

  function fetch(ids: readonly string[]): void {
    if (ids.length <= fewIds && takeLoose(ids)) return;
    const result = runGit(repository, ["cat-file", "--batch", "--buffer"], `${ids.join("\n")}\n`);
    if (result.outcome === "too much") {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) known.set(only, { outcome: "too large" });
      for (const half of ids.length === 1 ? [] : halves(ids)) fetch(half);
      return;
    }
    const { stdout } = result.outcome === "unable" ? { stdout: Buffer.alloc(0) } : result;
    if (result.outcome !== "done") problem ??= gitProblem(repository, result);
    held += stdout.length;
    for (const [id, bytes] of answers(stdout)) known.set(id, { outcome: "read", bytes });
    for (const id of ids) {
      if (known.has(id)) continue;
      known.set(id, { outcome: "missing" });
      problem ??= `this clone of ${repository.root} lacks contents, such as blob ${id.slice(0, 12)}; a full clone has them`;
    }
  }

  /** What was staged lately lies by itself: that spares a process. False: git is to be asked for all of them. */
  function takeLoose(ids: readonly string[]): boolean {
    for (const id of ids) {
      const bytes = looseBlob(repository, id);
      if (bytes === undefined) return false;
      held += bytes.length;
      known.set(id, { outcome: "read", bytes });
    }
    return true;
  }

  return {
    expect(ids) {
      for (const id of ids) if (!known.has(id)) expected.add(id);
    },
    offer(ids) {
      for (const id of ids) offered.add(id);
    },
    read(id) {
      const before = known.get(id);
      if (before !== undefined) return before;
      if (held > mostHeld) {
        known.clear();
        held = 0;
      }
      if (!expected.delete(id)) asked++;
      if (asked > mostAlone) for (const other of offered) if (!known.has(other)) expected.add(other);
      expected.delete(id);
      const ids = [id];
      for (const other of expected) {
        if (ids.length === atOnce) break;
        ids.push(other);
        expected.delete(other);
      }
      fetch(ids);
      return known.get(id) ?? { outcome: "missing" };
    },
    problem: () => problem,
  };
}

/** So many files are opened sooner than a process is started. */
const fewIds = 16;
const atOnce = 8192;
/** How often one content is fetched alone before all are that may follow: a process costs as much as a thousand of them. */
const mostAlone = 2;
/** Bytes after which what was read before is let go. */
const mostHeld = 1 << 27;

function halves<T>(all: readonly T[]): readonly (readonly T[])[] {
  const middle = all.length >> 1;
  return [all.slice(0, middle), all.slice(middle)];
}

/** `<id> blob <size>`, the bytes and a line feed, one after the other (git-cat-file(1), "BATCH OUTPUT"). */
function* answers(output: Buffer): Generator<readonly [id: string, bytes: Buffer]> {
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) return;
    const [id = "", type, size] = output.toString("latin1", at, end).split(" ");
    at = end + 1;
    // `<id> missing`
    if (size === undefined) continue;
    const next = at + Number(size);
    // It broke off in the middle of a content.
    if (next >= output.length) return;
    if (type === "blob") yield [id, output.subarray(at, next)];
    at = next + 1;
  }
}
