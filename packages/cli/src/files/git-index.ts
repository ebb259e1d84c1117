import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a repository tracks: git does not ignore a file that it tracks, whatever a `.gitignore` says. */
export interface TrackedPaths {
  /** A file, or a folder that holds one; from the root of the repository. */
  has(path: string): boolean;
}

/** Reads the index of the repository with this root; where it cannot be read, nothing is known to be tracked. */
export function trackedPaths(root: string): TrackedPaths {
  const known = new Set<string>();
  for (const path of indexedPaths(root)) {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const part = path.slice(0, end);
      if (known.has(part)) break;
      known.add(part);
    }
  }
  return { has: (path) => known.has(path) };
}

/** Fields of fixed length before the flags of an entry: times, device, inode, mode, owner, size, SHA-1. */
const beforeFlags = 60;
const extendedFlag = 0x4000;

/** The names of the entries (git: Documentation/gitformat-index.txt, versions 2 to 4). */
function* indexedPaths(root: string): Generator<string> {
  const index = readIndex(root);
  if (index === undefined || index.length < 12 || index.toString("latin1", 0, 4) !== "DIRC") return;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return;
  let name = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0 && at + beforeFlags + 2 < index.length; left--) {
    const start = at;
    at += beforeFlags;
    at += (index.readUInt16BE(at) & extendedFlag) !== 0 ? 4 : 2;
    let kept = 0;
    if (version === 4) {
      const [removed, next] = variableInteger(index, at);
      kept = Math.max(0, name.length - removed);
      at = next;
    }
    const end = index.indexOf(0, at);
    if (end < 0) return;
    name = Buffer.concat([name.subarray(0, kept), index.subarray(at, end)]);
    yield name.toString("utf8");
    // One to eight NULs bring the entry to a multiple of eight bytes; version 4 has just one.
    at = version === 4 ? end + 1 : start + Math.ceil((end + 1 - start) / 8) * 8;
  }
}

/** git's varint.c decode_varint: seven bits a byte, one added for each byte that follows. */
function variableInteger(bytes: Buffer, from: number): readonly [value: number, next: number] {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && at - from < 5) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return [value, at];
}

function readIndex(root: string): Buffer | undefined {
  try {
    const git = join(root, ".git");
    // In a worktree or a submodule, `.git` is a file that says where the folder lies.
    const folder = statSync(git).isDirectory()
      ? git
      : resolve(
          root,
          readFileSync(git, "utf8")
            .replace(/^gitdir:\s*/, "")
            .trimEnd(),
        );
    return readFileSync(join(folder, "index"));
  } catch {
    return undefined;
  }
}
