import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { OpenedFile } from "@authgraph/engine";
import { reasonOf } from "./walk.ts";

/** Above this, V8 cannot hold the text as one string (2^29 - 24 units on 64-bit). */
export const largestText = 0x1fffffe8;
/** How much of the start says whether a file is text. */
const probe = 8192;

const shared = Buffer.allocUnsafe(1 << 20);

/**
 * Reads one file into a buffer that the next call uses again, unless the file is large: decode the bytes before.
 * Synchronous, because that costs half of what promises do for thousands of small files; one call to open, read and
 * close, where a walk has already seen that it is a regular file, which is at its end when it gives less than was asked
 * for.
 */
export function readInputFile(path: string, seen: "regular file" | "unknown"): OpenedFile {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const isRegular = seen === "regular file" || fstatSync(file).isFile();
    let buffer = shared;
    let length = 0;
    for (;;) {
      if (length === buffer.length) buffer = grown(buffer, Math.max(2 * length, fstatSync(file).size + 1));
      const asked = buffer.length - length;
      const read = readSync(file, buffer, length, asked, null);
      const bytes = buffer.subarray(0, length + read);
      if (length < probe && isBinary(bytes)) return { outcome: "skipped", path, reason: "binary" };
      length += read;
      if (length > largestText) return { outcome: "skipped", path, reason: "too large" };
      if (read === 0 || (isRegular && read < asked)) return { outcome: "read", path, bytes };
    }
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
export function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < probe;
}
