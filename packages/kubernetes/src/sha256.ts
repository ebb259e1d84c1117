/** SHA-256 in lower-case hexadecimal: what is secret is compared by it, what is public named. */
export function sha256(content: string | Uint8Array): string {
  // Asked for here, so that whoever compares nothing never loads it.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("hex");
}
