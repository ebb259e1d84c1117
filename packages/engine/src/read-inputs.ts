import type { Fact, FileReference, FileRole } from "@authgraph/kubernetes";
import { decodeBytes, type ParsedText, parse } from "@authgraph/parser";
import type { InputFile, Sources } from "./input.ts";
import type { SkippedFile } from "./run.ts";

/** One file and what it holds. */
export interface ReadText {
  readonly path: string;
  readonly role: FileRole | undefined;
  readonly parsed: ParsedText;
}

export interface ReadInputs {
  /** In the order of the sources, then as found through other files. */
  readonly texts: readonly ReadText[];
  readonly skipped: readonly SkippedFile[];
}

/**
 * Reads every file of the sources, then those that their facts name, until nothing new is named: a token file is known
 * for one only by the flag that names it. A file that was read without its role is parsed again with it.
 */
export function readInputs(sources: Sources, onFile: () => void): ReadInputs {
  const texts = new Map<string, ReadText>();
  const skipped = new Map<string, SkippedFile>();
  const pending: FileReference[] = [];

  const take = (file: InputFile, role: FileRole | undefined): void => {
    onFile();
    if (file.outcome === "skipped") {
      skipped.set(file.path, file);
      return;
    }
    const { text, repaired } = decodeBytes(file.bytes);
    const parsed = parse({ path: file.path, text }, { role, repaired });
    skipped.delete(file.path);
    texts.set(file.path, { path: file.path, role, parsed });
    pending.push(...parsed.facts.flatMap(referenceOf));
  };

  for (const file of sources.list()) take(file, undefined);

  const followed = new Set<string>();
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    const { path, role } = reference;
    const key = `${role} ${path.value}`;
    if (followed.has(key)) continue;
    followed.add(key);
    const file = sources.find(path.value);
    if (file !== undefined && texts.get(file.path)?.role === undefined) take(file, role);
  }
  return { texts: [...texts.values()], skipped: [...skipped.values()] };
}

function referenceOf(fact: Fact): readonly FileReference[] {
  return fact.fact === "file-reference" ? [fact.reference] : [];
}
