import { type SourceText, type TextOrigin, textOrigin } from "@authgraph/source";
import type { KnownRisks } from "./known-risk.ts";

/** Counts up when what is written in a baseline means something else. */
export const baselineVersion = 1;

/** The name of the file where none is configured. */
export const baselineName = "authgraph-baseline.json";

/** A file of risks that were there before and are told again only where they got worse. */
export interface Baseline {
  readonly source: SourceText;
  /** The version of the tool that wrote it. */
  readonly toolVersion: string;
  readonly known: KnownRisks;
}

/** Where an entry stands; the start of the file where it cannot be told. */
export function entryOrigin({ source }: Baseline, fingerprint: string): TextOrigin {
  const at = source.text.indexOf(fingerprint);
  return at < 0 ? textOrigin(source, 0, 0) : textOrigin(source, at, at + fingerprint.length);
}
