import { type SourceText, textOrigin } from "@authgraph/source";
import type { CommentDirective } from "../parsed-text.ts";
import type { NodeId, Tree } from "../reader/tree.ts";

const word = "authgraph:";

/** A place that reads like `# authgraph: …`; whether it is a comment depends on what it stands in. */
export interface DirectiveCandidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ownLine: boolean;
}

/** Finds what looks like `# authgraph: …`; next to nothing where the word does not occur. */
export function directiveCandidates(source: SourceText): DirectiveCandidate[] {
  const { text } = source;
  const candidates: DirectiveCandidate[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const lineStart = Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at)) + 1;
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
  return candidates;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\n" || text[at] === "\r") return at;
  }
  return text.length;
}

/** Takes out the candidates that stand inside a scalar or a key of this document: they are text, no comments. */
export function dropWithinScalars(candidates: DirectiveCandidate[], tree: Tree): void {
  for (let i = candidates.length - 1; i >= 0; i--) {
    const candidate = candidates[i];
    if (candidate !== undefined && standsInScalar(tree, tree.root, candidate.start)) candidates.splice(i, 1);
  }
}

/** Takes out the candidates between two offsets. */
export function dropBetween(candidates: DirectiveCandidate[], start: number, end: number): void {
  for (let i = candidates.length - 1; i >= 0; i--) {
    const at = candidates[i]?.start ?? -1;
    if (at >= start && at < end) candidates.splice(i, 1);
  }
}

export function asDirectives(
  source: SourceText,
  candidates: readonly DirectiveCandidate[],
): readonly CommentDirective[] {
  return candidates.map(({ start, end, text, ownLine }) => ({ text, ownLine, origin: textOrigin(source, start, end) }));
}

function standsInScalar(tree: Tree, root: NodeId, offset: number): boolean {
  const open: NodeId[] = [root];
  const seen = new Set<NodeId>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const kind = tree.kind(node);
    if (kind !== "mapping" && kind !== "sequence") {
      if (tree.start(node) <= offset && offset < tree.end(node) && !isBlockHeader(tree, node, offset)) return true;
      continue;
    }
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
      if (kind === "mapping" && tree.keyStart(item) <= offset && offset < tree.keyEnd(item)) return true;
      if (seen.has(item)) continue;
      seen.add(item);
      open.push(item);
    }
  }
  return false;
}

/** `key: |  # comment`: the first line of a block scalar is not its text. */
function isBlockHeader(tree: Tree, node: NodeId, offset: number): boolean {
  const start = tree.start(node);
  const indicator = tree.text[start];
  return (indicator === "|" || indicator === ">") && !tree.text.slice(start, offset).includes("\n");
}
