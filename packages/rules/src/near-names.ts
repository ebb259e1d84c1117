import { editDistance } from "./edit-distance.ts";

/** How a known name differs from one that is not known. */
export interface NearName {
  readonly name: string;
  /** `case`: nothing but upper and lower case; `spelling`: a letter or two. */
  readonly by: "case" | "spelling";
}

/** Known names, to be searched for the one that somebody misspelt. */
export interface NameIndex {
  readonly exact: ReadonlySet<string>;
  /** By their digits: `web-1` is not a misspelt `web-2`. */
  readonly byDigits: ReadonlyMap<string, readonly IndexedName[]>;
}

interface IndexedName {
  readonly name: string;
  readonly folded: string;
  /** A bit for each character that occurs: where many bits differ, many edits are needed. */
  readonly characters: number;
}

export function indexNames(names: Iterable<string>): NameIndex {
  const exact = new Set(names);
  const byDigits = new Map<string, IndexedName[]>();
  for (const name of exact) {
    const key = digitsOf(name);
    const indexed = indexedName(name);
    const sameDigits = byDigits.get(key);
    if (sameDigits === undefined) byDigits.set(key, [indexed]);
    else sameDigits.push(indexed);
  }
  return { exact, byDigits };
}

/**
 * The known name that an unknown one is a slip of: in another case, or one letter away, or two where the name is long.
 * Undefined where none is near, or where two are equally near.
 */
export function nearName(name: string, { exact, byDigits }: NameIndex): NearName | undefined {
  if (exact.has(name)) return undefined;
  const wanted = indexedName(name);
  let best: string | undefined;
  let bestDistance = allowedEdits(name) + 1;
  let tied = false;
  for (const candidate of byDigits.get(digitsOf(name)) ?? []) {
    if (candidate.folded === wanted.folded) return { name: candidate.name, by: "case" };
    if (Math.abs(candidate.name.length - name.length) > bestDistance) continue;
    // An edit changes two bits at most.
    if (bitCount(candidate.characters ^ wanted.characters) > 2 * bestDistance) continue;
    const distance = editDistance(candidate.folded, wanted.folded);
    if (distance > bestDistance || distance > allowedEdits(name)) continue;
    tied = distance === bestDistance;
    best = candidate.name;
    bestDistance = distance;
  }
  return best === undefined || tied ? undefined : { name: best, by: "spelling" };
}

/** A short name is easily near another one that means something else. */
function allowedEdits({ length }: string): number {
  if (length < 4) return 0;
  return length < 9 ? 1 : 2;
}

function indexedName(name: string): IndexedName {
  const folded = name.toLowerCase();
  let characters = 0;
  for (let i = 0; i < folded.length; i++) characters |= 1 << (folded.charCodeAt(i) & 31);
  return { name, folded, characters };
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, " ").trim();
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
