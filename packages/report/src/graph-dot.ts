import type { ExportedGraph, ExportedNode } from "@authgraph/engine";
import { edgeWords, nodeWords } from "./graph-words.ts";
import { printable } from "./printable.ts";

/** The graph in the language of Graphviz: subjects on the left, what they hold or reach on the right. */
export function* renderDot(exported: ExportedGraph): Iterable<string> {
  yield "digraph authgraph {\n  rankdir=LR\n  node [shape=box]\n";
  const ids = new Map<string, string>();
  for (const node of exported.nodes) {
    const id = idOf(node.id, ids.size);
    ids.set(node.id, id);
    const { label, kind, places } = nodeWords(node);
    yield `  ${id} ${attributes({ label: escString(label), kind, tooltip: escString(places), ...drawn(node) })}\n`;
  }
  for (const edge of exported.edges()) {
    const { label, kind, step, phrase, confidence, assumption, obstacles, places } = edgeWords(edge);
    const told = [phrase, assumption && `assumed: ${assumption}`, obstacles, places].filter((line) => line !== "");
    const common = { kind, step, confidence, tooltip: escString(told.join("\n")) };
    const look =
      edge.edge === "binding" ? { label: escString(label) } : { label: step, style: "dashed", color: "firebrick" };
    yield `  ${ids.get(edge.from)} -> ${ids.get(edge.to)} ${attributes({ ...look, ...common })}\n`;
  }
  yield "}\n";
}

/** An id is any quoted text; a number stands for one that could not be printed as it is. */
function idOf(id: string, index: number): string {
  return printable(id) === id ? quoted(id.replaceAll("\\", "\\\\")) : `n${index}`;
}

function drawn(node: ExportedNode): Readonly<Record<string, string>> {
  if (node.node === "role") return node.definitions.length === 0 ? { style: "dotted" } : {};
  switch (node.vertex.kind) {
    case "identity":
      return { shape: "ellipse" };
    case "any-account":
    case "any-user":
    case "pods":
    case "secrets":
    case "nodes":
    case "role":
      return { shape: "hexagon" };
    case "namespace-admin":
    case "cluster-admin":
      return { shape: "doubleoctagon" };
  }
}

function attributes(values: Readonly<Record<string, string>>): string {
  const list = Object.entries(values).filter(([, value]) => value !== "");
  return `[${list.map(([name, value]) => `${name}=${quoted(value)}`).join(" ")}]`;
}

/** Text of a label or tooltip: there a backslash begins an escape (Graphviz: escString). */
function escString(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

/** In a quoted text only the quote itself is escaped (Graphviz: the DOT language). */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
