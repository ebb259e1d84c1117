import type { ComponentInvocation, Fact } from "@authgraph/kubernetes";
import { type Diagnostic, type SourceText, textOrigin } from "@authgraph/source";
import type { Place } from "../objects/object-view.ts";
import type { DocumentOutcome } from "../parsed-text.ts";
import { filesOfFlags } from "./file-references.ts";

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

/** Takes in a component that is started, and the files its flags name. */
export function collectInvocation(collected: Collected, invocation: ComponentInvocation): void {
  collected.facts.push({ fact: "invocation", invocation });
  for (const reference of filesOfFlags(invocation)) collected.facts.push({ fact: "file-reference", reference });
}
