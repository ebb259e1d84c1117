import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { InputFile } from "@authgraph/engine";
import { reasonOf } from "./walk.ts";

/** Above this, V8 cannot hold the text as one string (2^29 - 24 units on 64-bit). */
const largestText = 0x1fffffe8;
const probe = 8192;

let buffer = Buffer.allocUnsafe(1 << 16);

/**
 * Reads one file into a buffer that the next call uses again: decode the bytes before. Synchronous, because that costs
 * half of what promises do for thousands of small files.
 */
export function readInputFile(path: string): InputFile {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const status = fstatSync(file);
    if (!status.isFile() && !status.isFIFO()) return { outcome: "skipped", path, reason: "not a regular file" };
    if (status.size > largestText) return { outcome: "skipped", path, reason: "too large" };
    let length = 0;
    for (;;) {
      if (length === buffer.length) buffer = grown(buffer, Math.max(status.size + 1, 2 * length));
      const limit = length < probe ? Math.min(probe, buffer.length) : buffer.length;
      const read = readSync(file, buffer, length, limit - length, null);
      if (read === 0) break;
      if (length < probe && isBinary(buffer.subarray(0, length + read)))
        return { outcome: "skipped", path, reason: "binary" };
      length += read;
    }
    return { outcome: "read", path, bytes: buffer.subarray(0, length) };
  } catch (error) {
    return { outcome: "skipped", path, reason: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function grown(old: Buffer, size: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(size);
  old.copy(larger);
  return larger;
}

/** A NUL byte near the start, in a text that no byte order mark declares to be UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.includes(0);
}
