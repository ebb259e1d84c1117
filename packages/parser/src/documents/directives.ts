import { type SourceText, textOrigin } from "@authgraph/source";
import type { CommentDirective } from "../parsed-text.ts";
import type { NodeId, Tree } from "../reader/tree.ts";

const word = "authgraph:";

/** A place that reads like `# authgraph: …`; whether it is a comment depends on what it stands in. */
interface DirectiveCandidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ownLine: boolean;
}

/** All of a text, in order, and those that turned out to be no comments. */
export interface DirectiveCandidates {
  readonly candidates: readonly DirectiveCandidate[];
  readonly dropped: Set<DirectiveCandidate>;
}

const none: readonly CommentDirective[] = [];

export const noDirectives: DirectiveCandidates = { candidates: [], dropped: new Set() };

/** Finds what looks like `# authgraph: …`; next to nothing where the word does not occur. */
export function directiveCandidates(source: SourceText): DirectiveCandidates {
  const { text } = source;
  const first = text.indexOf(word);
  if (first < 0) return noDirectives;
  const candidates: DirectiveCandidate[] = [];
  for (let at = first; at >= 0; at = text.indexOf(word, at + word.length)) {
    const lineStart = startOfLine(text, at);
    const before = /(^|.*\s)#[ \t]*$/.exec(text.slice(lineStart, at));
    if (before === null) continue;
    const lead = before[1] ?? "";
    const end = lineEnd(text, at);
    candidates.push({
      start: lineStart + lead.length,
      end,
      text: text.slice(at + word.length, end).trim(),
      ownLine: lead.trim() === "",
    });
  }
  return { candidates, dropped: new Set() };
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\n" || text[at] === "\r") return at;
  }
  return text.length;
}

/** Drops the candidates that stand inside a scalar or a key of this document: they are text, no comments. */
export function dropWithinScalars(found: DirectiveCandidates, tree: Tree): void {
  if (found.candidates.length > 0) walkScalars(tree, (start, end) => dropBetween(found, start, end));
}

/** Drops the candidates between two offsets. */
export function dropBetween({ candidates, dropped }: DirectiveCandidates, start: number, end: number): void {
  for (let i = firstFrom(candidates, start); i < candidates.length; i++) {
    const candidate = candidates[i];
    if (candidate === undefined || candidate.start >= end) return;
    dropped.add(candidate);
  }
}

/** The first candidate at or after an offset; they stand in the order of the text. */
function firstFrom(candidates: readonly DirectiveCandidate[], offset: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function asDirectives(
  source: SourceText,
  { candidates, dropped }: DirectiveCandidates,
): readonly CommentDirective[] {
  if (candidates.length === 0) return none;
  return candidates
    .filter((candidate) => !dropped.has(candidate))
    .map(({ start, end, text, ownLine }) => ({ text, ownLine, origin: textOrigin(source, start, end) }));
}

/** Visits the span of every scalar and key; of a block scalar what follows its header, which may end in a comment. */
function walkScalars(tree: Tree, visit: (start: number, end: number) => void): void {
  const open: NodeId[] = [tree.root];
  const seen = new Set<NodeId>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const kind = tree.kind(node);
    if (kind !== "mapping" && kind !== "sequence") {
      visit(startOfText(tree, node), tree.end(node));
      continue;
    }
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
      if (kind === "mapping") visit(tree.keyStart(item), tree.keyEnd(item));
      if (seen.has(item)) continue;
      seen.add(item);
      open.push(item);
    }
  }
}

function startOfText(tree: Tree, node: NodeId): number {
  const start = tree.start(node);
  const indicator = tree.text[start];
  if (indicator !== "|" && indicator !== ">") return start;
  const lineBreak = tree.text.indexOf("\n", start);
  return lineBreak < 0 ? tree.end(node) : Math.min(lineBreak, tree.end(node));
}
