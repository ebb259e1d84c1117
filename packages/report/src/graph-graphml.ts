import type { ExportedGraph } from "@authgraph/engine";
import { edgeAttributes, edgeWords, nodeAttributes, nodeWords } from "./graph-words.ts";
import { printable } from "./printable.ts";

/** The graph as GraphML (graphml.graphdrawing.org), as Gephi, yEd and NetworkX read it: every attribute a string. */
export function* renderGraphml(exported: ExportedGraph): Iterable<string> {
  yield head;
  yield '  <key id="id" for="node" attr.name="id" attr.type="string"/>\n';
  for (const name of nodeAttributes)
    yield `  <key id="node-${name}" for="node" attr.name="${name}" attr.type="string"/>\n`;
  for (const name of edgeAttributes)
    yield `  <key id="edge-${name}" for="edge" attr.name="${name}" attr.type="string"/>\n`;
  yield '  <graph id="authgraph" edgedefault="directed">\n';

  // Ids of nodes are name tokens there; ours hold spaces and slashes.
  const tokens = new Map<string, string>();
  for (const node of exported.nodes) {
    const token = `n${tokens.size}`;
    tokens.set(node.id, token);
    const words = nodeWords(node);
    const data = nodeAttributes.map((name) => dataElement(`node-${name}`, words[name]));
    yield `    <node id="${token}">${dataElement("id", printable(node.id))}${data.join("")}</node>\n`;
  }
  let edges = 0;
  for (const edge of exported.edges()) {
    const words = edgeWords(edge);
    const data = edgeAttributes.map((name) => dataElement(`edge-${name}`, words[name])).join("");
    const ends = `source="${tokens.get(edge.from)}" target="${tokens.get(edge.to)}"`;
    yield `    <edge id="e${edges++}" ${ends}>${data}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

const namespace = "http://graphml.graphdrawing.org/xmlns";
const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${namespace}/1.0/graphml.xsd">
`;

function dataElement(key: string, value: string): string {
  return value === "" ? "" : `<data key="${key}">${escaped(value)}</data>`;
}

/** Printable text has none of the characters that XML 1.0 (§2.2) forbids but the last two of its plane. */
function escaped(text: string): string {
  if (!/[&<>\ufffe\uffff]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\ufffe", "\\u{fffe}")
    .replaceAll("\uffff", "\\u{ffff}");
}
