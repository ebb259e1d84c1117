import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../../..", import.meta.url));
const shared = join(checkout, "../shared");

/** A path inside the checkout. */
export function checkoutPath(...parts: readonly string[]): string {
  return join(checkout, ...parts);
}

/**
 * A path inside the recordings and real files that may lie beside the checkout; undefined where they do not.
 * Tests that need one are skipped there, with `sharedMaterialMissing` as the reason.
 */
export function sharedPath(...parts: readonly string[]): string | undefined {
  const path = join(shared, ...parts);
  return existsSync(path) ? path : undefined;
}

export const sharedMaterialMissing = "the recordings and real files are not beside this checkout (../shared)";
