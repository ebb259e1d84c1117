import type { NamedRisk } from "@authgraph/rules";

/** Enough digits to name one finding of a run: two of ten thousand share them once in five million runs. */
const digits = 12;

/** The fingerprint as people type it. */
export function shortFingerprint({ fingerprint }: NamedRisk): string {
  return fingerprint.slice(0, digits);
}
