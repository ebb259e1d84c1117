import { field, type ObjectView, type Place } from "../objects/object-view.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId } from "../reader/tree.ts";

/** Go templates and Jinja, Jinja and Terraform blocks, ERB, shell, Terraform and OpenShift variables, Kustomize vars, sed. */
const placeholder = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_][A-Z0-9_]+|%[A-Z][A-Z0-9_]*%|@@/;
/** The same, and ytt's comments, in which it keeps its logic. */
const anyMark = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_]|#@|%[A-Z]|@@/;

export function hasMarks(text: string): boolean {
  return anyMark.test(text);
}

/** What ended the reading of a document. */
interface SyntaxError {
  readonly message: string;
  readonly offset: number;
}

/**
 * The template syntax that a document does not parse for: with other text in its place there would be no error, or
 * another one. Undefined where the document is simply broken: braces in a comment or a string excuse nothing.
 */
export function markBehindError(text: string, document: Place, error: SyntaxError): Place | undefined {
  const written = text.slice(document.start, document.end);
  const actions = actionsIn(written);
  const [first] = actions;
  if (first === undefined) return undefined;

  let isSame = false;
  let isFirst = true;
  readDocuments(withoutActions(written, actions), "kubectl", (reread) => {
    if (!isFirst) return;
    isFirst = false;
    isSame =
      reread.outcome === "error" && reread.message === error.message && reread.offset === error.offset - document.start;
  });
  return isSame ? undefined : { start: document.start + first.start, end: document.start + first.end };
}

/** What ends an action, block or variable; those without a line break in them end with their line at the latest. */
const closings: Readonly<Record<string, string>> = {
  "{{": "}}",
  "{%": "%}",
  "<%": "%>",
  "%{": "}",
  "${": "}",
  "@@": "@@",
};
const oneLine = new Set(["%{", "${", "@@"]);

/** Actions, blocks and variables of templates, as far as they can break YAML. Linear in the text. */
function actionsIn(text: string): readonly Place[] {
  const actions: Place[] = [];
  const opening = /\{\{|\{%|<%|%\{|\$\{|@@|%[A-Z][A-Z0-9_]*%/g;
  /** The next place of each closing, so that one that never comes is looked for once. */
  const next = new Map<string, number>();
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [open] = found;
    const start = found.index;
    const closing = closings[open];
    if (closing === undefined) {
      actions.push({ start, end: start + open.length });
      continue;
    }
    let at = next.get(closing) ?? 0;
    if (at >= 0 && at < start + open.length) at = text.indexOf(closing, start + open.length);
    next.set(closing, at);
    if (at < 0 || (oneLine.has(open) && text.slice(start, at).includes("\n"))) continue;
    actions.push({ start, end: at + closing.length });
    opening.lastIndex = at + closing.length;
  }
  return actions;
}

/** The same number of characters, each action a plain word, or a comment where it has its lines to itself. */
function withoutActions(text: string, actions: readonly Place[]): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of actions) {
    masked += text.slice(from, start) + text.slice(start, end).replaceAll(/[^\n\r]/g, mask);
    from = end;
  }
  masked += text.slice(from);
  return masked
    .replaceAll(/^[ \t]*\u0001[\u0001 \t]*\r?$/gm, (line) => line.replaceAll(mask, "#"))
    .replaceAll(mask, "x");
}

/** A character that no YAML can hold. */
const mask = "\u0001";

/** The first of these values, or of the values below them, whose text is a placeholder. */
export function placeholderBelow({ tree }: ObjectView, nodes: readonly NodeId[]): Place | undefined {
  // Not by recursion: values can be nested deeper than calls.
  const open = nodes.filter((node) => node !== 0).reverse();
  const seen = new Set<NodeId>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const kind = tree.kind(node);
    if (kind === "string" && placeholder.test(tree.scalar(node)))
      return { start: tree.start(node), end: tree.end(node) };
    if ((kind !== "mapping" && kind !== "sequence") || seen.has(node)) continue;
    seen.add(node);
    const below: NodeId[] = [];
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) below.push(item);
    for (const item of below.reverse()) open.push(item);
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
