import type { Fact } from "@authgraph/kubernetes";
import { type Diagnostic, type SourceText, textOrigin } from "@authgraph/source";
import type { Place } from "../objects/object-view.ts";
import type { DocumentOutcome } from "../parsed-text.ts";

/** What a text has given so far. */
export interface Collected {
  readonly source: SourceText;
  readonly facts: Fact[];
  readonly diagnostics: Diagnostic[];
  readonly documents: DocumentOutcome[];
}

export type Outcome = DocumentOutcome["outcome"];

export function startCollecting(source: SourceText): Collected {
  return { source, facts: [], diagnostics: [], documents: [] };
}

export function report(collected: Collected, level: Diagnostic["level"], id: string, message: string, at: Place): void {
  const origin = textOrigin(collected.source, at.start, at.end);
  collected.diagnostics.push({ id, level, message, origin });
}

export function count(collected: Collected, outcome: Outcome, at: Place): void {
  collected.documents.push({ outcome, origin: textOrigin(collected.source, at.start, at.end) });
}
