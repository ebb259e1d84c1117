import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import type { Repository } from "./repository.ts";

/**
 * A blob that git has in a file of its own, as it has what was added lately (git: Documentation/gitformat-loose.adoc).
 * Undefined where it lies in a pack, in another repository's folder, or is not what it should be: git knows more.
 */
export function looseBlob({ gitFolder }: Pick<Repository, "gitFolder">, id: string): Buffer | undefined {
  try {
    const file = join(gitFolder, "objects", id.slice(0, 2), id.slice(2));
    const object = inflateSync(readFileSync(file), { maxOutputLength: largestLoose });
    if (
      createHash(id.length === 40 ? "sha1" : "sha256")
        .update(object)
        .digest("hex") !== id
    )
      return undefined;
    const head = object.indexOf(0);
    const bytes = object.subarray(head + 1);
    return object.toString("latin1", 0, head) === `blob ${bytes.length}` ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** What is larger is git's to unpack. */
const largestLoose = 1 << 24;
