import type { DocumentOutcome } from "@authgraph/parser";
import type { LoadedCluster } from "./load-graph.ts";
import type { ReadInputs } from "./read-inputs.ts";
import type { ReadText } from "./reading.ts";
import type { Coverage } from "./run.ts";

type Outcome = DocumentOutcome["outcome"] | "overwritten";

/**
 * What became of every file and every document: nothing disappears silently.
 * Files seen = read + skipped; documents seen = the sum over all outcomes. A text of several clusters counts once.
 */
export function coverageOf({ skipped, texts: read }: ReadInputs, clusters: readonly LoadedCluster[]): Coverage {
  const documents: Record<Outcome, number> = {
    evaluated: 0,
    "not-ours": 0,
    template: 0,
    patch: 0,
    refused: 0,
    empty: 0,
    overwritten: 0,
  };
  const replaced = new Set(clusters.flatMap(({ graph }) => graph.inventory.overwritten.map(({ object }) => object)));
  let objects = 0;
  const components = new Set<string>();
  for (const { parsed, inside } of toldTexts(read, clusters)) {
    // What stands inside another text is part of a document there.
    if (inside === undefined) for (const { outcome } of parsed.documents) documents[outcome]++;
    for (const fact of parsed.facts) {
      if (fact.fact === "object" && replaced.has(fact.object)) documents.overwritten++;
      else if (fact.fact === "object") objects++;
      else if (fact.fact === "invocation") components.add(fact.invocation.component);
    }
  }
  documents.evaluated -= documents.overwritten;
  const filesRead = read.filter(({ inside }) => inside === undefined).length;
  return {
    filesSeen: filesRead + skipped.length,
    filesRead,
    filesSkipped: skipped,
    documentsSeen: Object.values(documents).reduce((sum, count) => sum + count, 0),
    documents,
    objects,
    components: [...components].sort(),
  };
}

/** Each text once, as the first cluster that holds it has it. */
export function toldTexts(read: readonly ReadText[], clusters: readonly LoadedCluster[]): readonly ReadText[] {
  const [only, ...others] = clusters;
  if (only !== undefined && others.length === 0 && only.texts.length === read.length) return only.texts;
  const byPath = new Map<string, ReadText>();
  for (const { texts } of clusters) for (const text of texts) if (!byPath.has(text.path)) byPath.set(text.path, text);
  return read.map((text) => byPath.get(text.path) ?? text);
}
