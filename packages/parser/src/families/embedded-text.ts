import type { SourceText } from "@authgraph/source";
import { type Collected, report } from "../documents/collected.ts";
import { placedText } from "../documents/pod-invocations.ts";
import { type WrittenType, writtenType } from "../objects/decode-object.ts";
import type { ObjectView } from "../objects/object-view.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId } from "../reader/tree.ts";

/** A text that stands in a string of a document, to be read like any other; undefined: it is no string. */
export function embeddedText(view: ObjectView, node: NodeId): SourceText | undefined {
  const placed = placedText(view, node);
  if (placed === undefined) return undefined;
  const { path } = view.source;
  // The offsets are those of an arena that the next document takes over.
  return { path, text: placed.text, inside: { ...placed, offsets: placed.offsets && Array.from(placed.offsets) } };
}

/** What is read of an embedded text goes where that of the outer one goes; its documents are not counted. */
export function collectingInside(collected: Collected, source: SourceText): Collected {
  return { ...collected, source, documents: [], kubeadm: [], talos: [], kops: [] };
}

/** Hands on each mapping of an embedded text; what does not parse is told. */
export function eachDocumentInside(
  collected: Collected,
  source: SourceText,
  visit: (inner: Collected, view: ObjectView, root: NodeId, type: WrittenType) => void,
): void {
  const inner = collectingInside(collected, source);
  readDocuments(source.text, "kubectl", (document) => {
    switch (document.outcome) {
      case "empty":
        return;
      case "error": {
        const at = { start: document.offset, end: Math.min(document.offset + 1, source.text.length) };
        report(inner, "error", "yaml-syntax", document.message, at);
        return;
      }
      case "value": {
        const view: ObjectView = { source, tree: document.tree };
        const { root } = document.tree;
        if (document.tree.kind(root) === "mapping") visit(inner, view, root, writtenType(view, root));
      }
    }
  });
}
