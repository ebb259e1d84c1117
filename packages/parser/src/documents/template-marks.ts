import { field, type ObjectView, type Place } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** Go templates and Jinja, Jinja and Terraform blocks, ERB, shell, Terraform and OpenShift variables, Kustomize vars, sed. */
const mark = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_][A-Z0-9_]+|%[A-Z][A-Z0-9_]*%|@@/;
/** The same, and ytt's comments, in which it keeps its logic. */
const anyMark = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_]|#@|%[A-Z]|@@/;

export function hasMarks(text: string): boolean {
  return anyMark.test(text);
}

/**
 * Where a document that does not parse has template syntax that can be the reason: outside of comments, and not after
 * the line on which the reader gave up. A broken document is not excused by braces in a comment.
 */
export function markBeforeError(text: string, document: Place, errorOffset: number): Place | undefined {
  const stop = text.indexOf("\n", Math.max(errorOffset, document.start));
  const end = Math.min(document.end, stop < 0 ? text.length : stop);
  let lineStart = document.start;
  while (lineStart < end) {
    const lineEnd = endOfLine(text, lineStart, end);
    const line = withoutComment(text.slice(lineStart, lineEnd));
    const found = syntaxMark.exec(line);
    if (found !== null) return { start: lineStart + found.index, end: lineStart + found.index + found[0].length };
    lineStart = lineEnd + 1;
  }
  return undefined;
}

const syntaxMark = /\{\{|\{%|%\{|<%|\$\{|#@|%[A-Z][A-Z0-9_]*%|@@/;

function endOfLine(text: string, from: number, end: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 || at > end ? end : at;
}

/** Comments go, but those of ytt, which are its program. */
function withoutComment(line: string): string {
  return line.replace(/(^|\s)#(?!@).*$/, "$1");
}

/** The first of these values, or of the values below them, whose text is a placeholder. */
export function placeholderBelow(view: ObjectView, nodes: readonly NodeId[]): Place | undefined {
  const { tree } = view;
  for (const node of nodes) {
    if (node === 0) continue;
    const kind = tree.kind(node);
    if (kind === "string") {
      if (mark.test(tree.scalar(node))) return { start: tree.start(node), end: tree.end(node) };
    } else if (kind === "mapping" || kind === "sequence") {
      for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
        const found = placeholderBelow(view, [item]);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** The values of an object that say who it is and what it gives, so that a placeholder in them leaves nothing to judge. */
export function accessValues(view: ObjectView, root: NodeId): readonly NodeId[] {
  const metadata = field(view, root, "metadata");
  return [
    field(view, metadata, "name"),
    field(view, metadata, "namespace"),
    ...["rules", "roleRef", "subjects", "aggregationRule", "userNames", "groupNames", "users"].map((name) =>
      field(view, root, name),
    ),
  ];
}

/** Whether ytt's comments stand in a document: values it sets read as null. */
export function hasYttComments(text: string, document: Place): boolean {
  return /(^|\s)#@/.test(text.slice(document.start, document.end));
}

export const templateAdvice =
  "a template that is not rendered yet: render it and scan the result, for example helm template … | authgraph scan -";
