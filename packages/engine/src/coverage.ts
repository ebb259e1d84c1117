import type { DocumentOutcome } from "@authgraph/parser";
import type { ReadInputs, ReadText } from "./read-inputs.ts";
import type { Coverage } from "./run.ts";

type Outcome = DocumentOutcome["outcome"] | "overwritten";

/**
 * What became of every file and every document: nothing disappears silently.
 * Files seen = read + skipped; documents seen = the sum over all outcomes.
 */
export function coverageOf(
  { skipped }: ReadInputs,
  texts: readonly ReadText[],
  { overwritten, components }: { readonly overwritten: number; readonly components: readonly string[] },
): Coverage {
  const documents: Record<Outcome, number> = {
    evaluated: 0,
    "not-ours": 0,
    template: 0,
    patch: 0,
    refused: 0,
    empty: 0,
    overwritten,
  };
  let objects = 0;
  for (const { parsed } of texts) {
    for (const { outcome } of parsed.documents) documents[outcome]++;
    for (const { fact } of parsed.facts) if (fact === "object") objects++;
  }
  documents.evaluated -= overwritten;
  return {
    filesSeen: texts.length + skipped.length,
    filesRead: texts.length,
    filesSkipped: skipped,
    documentsSeen: Object.values(documents).reduce((sum, count) => sum + count, 0),
    documents,
    objects: objects - overwritten,
    components,
  };
}
