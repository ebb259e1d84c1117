import type { Diagnostic } from "@authgraph/source";
import type { SkippedFile } from "../run.ts";

/**
 * What is wrong now and was not before. A problem is known by what it says and where: in a file of the same path,
 * whatever line it moved to, or of the same text, whatever the file is called now.
 */
export function newDiagnostics(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(before.flatMap(keysOf));
  return after.filter((diagnostic) => !keysOf(diagnostic).some((key) => known.has(key)));
}

function keysOf({ id, level, message, origin }: Diagnostic): readonly string[] {
  const places = origin.kind === "text" ? [`path ${origin.source.path}`, `text ${origin.source.text}`] : [""];
  return places.map((place) => [id, level, message, place].join("\0"));
}

/** What is not looked at now, and was before or was not there: nobody is to hide a file in a long list of others. */
export function newlySkipped(before: readonly SkippedFile[], after: readonly SkippedFile[]): readonly SkippedFile[] {
  const known = new Set(before.map(({ path, reason }) => `${reason} ${path}`));
  return after.filter(({ path, reason }) => !known.has(`${reason} ${path}`));
}
