import { createHash } from "node:crypto";

/** An entry of the index, as far as anybody here asks. */
export interface IndexEntry {
  /** From the root of the repository, with `/` between. */
  readonly path: string;
  readonly mode: number;
  /** Of the blob (a submodule: of its commit), in hexadecimal. */
  readonly id: string;
  /** 0; 1 to 3 are what a merge could not decide: what both sides come from, ours, theirs. */
  readonly stage: number;
  /** `git add --intent-to-add`: a name that nothing was staged under yet. */
  readonly isIntended: boolean;
}

/**
 * Reads an index (git: Documentation/gitformat-index.txt, versions 2 to 4, SHA-1), which spares a process that would
 * print it. Undefined where git alone can say what it means: another version, an index split in two, one with folders in
 * the place of their files, another hash. It says as well what is wrong with one that is damaged.
 */
export function readIndexEntries(index: Buffer): readonly IndexEntry[] | undefined {
  if (index.length < header + checksum || index.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4 || !isWhole(index)) return undefined;
  const entries: IndexEntry[] = [];
  const end = index.length - checksum;
  let name: Buffer = index.subarray(0, 0);
  let at = header;
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const start = at;
    if (at + beforeName > end) return undefined;
    const flags = index.readUInt16BE(at + idAt + idLength);
    at += beforeName;
    let isIntended = false;
    if ((flags & isExtended) !== 0) {
      isIntended = (index.readUInt16BE(at) & isIntendedFlag) !== 0;
      at += 2;
    }
    let kept = 0;
    if (version === 4) {
      const [removed, next] = variableInteger(index, at);
      kept = name.length - removed;
      at = next;
    }
    const nul = index.indexOf(0, at);
    if (kept < 0 || nul < 0 || nul >= end) return undefined;
    name = kept === 0 ? index.subarray(at, nul) : Buffer.concat([name.subarray(0, kept), index.subarray(at, nul)]);
    // The length is written down as well: of another hash than ours nothing here would fit.
    if ((flags & nameLength) !== Math.min(name.length, nameLength)) return undefined;
    entries.push({
      path: name.toString("utf8"),
      mode: index.readUInt32BE(start + modeAt),
      id: index.toString("hex", start + idAt, start + idAt + idLength),
      stage: (flags >> 12) & 3,
      isIntended,
    });
    // One to eight NULs bring the entry to a multiple of eight bytes; version 4 has just one.
    at = version === 4 ? nul + 1 : start + Math.ceil((nul + 1 - start) / 8) * 8;
  }
  return holdsOptionalExtensions(index, at, end) ? entries : undefined;
}

const header = 12;
const checksum = 20;
/** Where the fields of an entry stand: after times, device and inode; and after owner and size. */
const modeAt = 24;
const idAt = 40;
const idLength = 20;
const beforeName = 62;
const isExtended = 0x4000;
const nameLength = 0x0fff;
/** Of the second word of flags (read-cache.c: CE_INTENT_TO_ADD). */
const isIntendedFlag = 0x2000;

/** Ends in its own checksum, or in zeros where git was told to write none (index.skipHash). */
function isWhole(index: Buffer): boolean {
  const written = index.subarray(index.length - checksum);
  if (written.every((byte) => byte === 0)) return true;
  return createHash("sha1")
    .update(index.subarray(0, index.length - checksum))
    .digest()
    .equals(written);
}

/** An extension whose name begins with a capital may be passed over; of any other the entries mean something else. */
function holdsOptionalExtensions(index: Buffer, from: number, end: number): boolean {
  let at = from;
  while (at + 8 <= end) {
    const first = index[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + index.readUInt32BE(at + 4);
  }
  return at === end;
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
