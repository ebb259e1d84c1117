import type { Kustomization } from "@authgraph/kubernetes";
import type { ReadText } from "./reading.ts";

/** What the `kustomization.yaml` files among the inputs say about the others. */
export interface Kustomizations {
  /** The namespace that the nearest kustomization above a file sets. */
  namespaceOf(path: string): string | undefined;
  /** The same texts; documents of a file that some kustomization lists as a patch are no objects of their own. */
  readonly texts: readonly ReadText[];
}

export function applyKustomizations(texts: readonly ReadText[]): Kustomizations {
  const kustomizations = texts.flatMap(({ parsed }) =>
    parsed.facts.flatMap((fact) => (fact.fact === "kustomization" ? [fact.kustomization] : [])),
  );
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const byFolder = new Map(kustomizations.map((kustomization) => [kustomization.folder, kustomization]));
  return {
    namespaceOf: (path) => nearestNamespace(byFolder, path),
    texts: patches.size === 0 ? texts : texts.map((text) => (patches.has(text.path) ? asPatch(text) : text)),
  };
}

function nearestNamespace(byFolder: ReadonlyMap<string, Kustomization>, path: string): string | undefined {
  if (byFolder.size === 0) return undefined;
  for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
    const namespace = byFolder.get(folder)?.namespace;
    if (namespace !== undefined) return namespace.value;
  }
  return undefined;
}

/** The folder of a path: `a` for `a/b`, `""` for `a`, then nothing. */
function parentOf(path: string): string | undefined {
  if (path === "") return undefined;
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function asPatch(text: ReadText): ReadText {
  const documents = text.parsed.documents.map((document) =>
    document.outcome === "evaluated" || document.outcome === "not-ours" || document.outcome === "refused"
      ? { ...document, outcome: "patch" as const }
      : document,
  );
  const facts = text.parsed.facts.filter(({ fact }) => fact === "hidden-content");
  const diagnostics = text.parsed.diagnostics.filter(({ id }) => id !== "object-refused");
  return { ...text, parsed: { ...text.parsed, documents, facts, diagnostics } };
}
