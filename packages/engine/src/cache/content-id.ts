import { createHash } from "node:crypto";

/** Git's id of a blob with these bytes (git: Documentation/gitformat-loose.adoc), so that git need not be asked for it. */
export function contentId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
