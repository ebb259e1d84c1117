import { fstatSync } from "node:fs";
import type { OpenedFile } from "@authgraph/engine";
import { isBinary, largestText } from "./read-file.ts";
import { systemError } from "./system-error.ts";

const standardInput = "<stdin>";

/** Everything that standard input holds, once; a string says why it cannot be read. */
export async function readStandardInput(): Promise<OpenedFile | string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    // Node takes a folder there for an empty stream.
    if (fstatSync(0).isDirectory()) return "it is a folder";
    for await (const piece of process.stdin) {
      if (!Buffer.isBuffer(piece)) continue;
      pieces.push(piece);
      length += piece.length;
      if (length > largestText) return "too large";
    }
  } catch (error) {
    return systemError(error);
  }
  const bytes = Buffer.concat(pieces);
  if (isBinary(bytes)) return { outcome: "skipped", path: standardInput, reason: "binary" };
  return { outcome: "read", path: standardInput, bytes };
}
