import type { SkippedFile } from "@authgraph/engine";
import type { Diagnostic, Origin } from "@authgraph/source";

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By path, then by place in the text; what no input wrote comes first. */
function compareOrigins(a: Origin, b: Origin): number {
  if (a.kind === "built-in" || b.kind === "built-in") {
    return (
      compareText(a.kind, b.kind) || (a.kind === "built-in" && b.kind === "built-in" ? compareText(a.of, b.of) : 0)
    );
  }
  return compareText(a.source.path, b.source.path) || a.start - b.start || a.end - b.end;
}

/** In the order of their places: what was read first must not show. */
export function sortedDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => compareOrigins(a.origin, b.origin) || compareText(a.id, b.id) || compareText(a.message, b.message),
  );
}

export function sortedSkips(files: readonly SkippedFile[]): readonly SkippedFile[] {
  return files.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}
