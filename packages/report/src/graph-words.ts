import type { ExportedEdge, ExportedNode } from "@authgraph/engine";
import type { Grant, PolicyRule } from "@authgraph/rules";
import { ruleValue } from "./decision-json.ts";
import { jsonText } from "./json-text.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { objectWords } from "./question-words.ts";
import { vertexWords } from "./vertex-words.ts";

/**
 * What formats that know strings alone say of a node or an edge. Printable; lists have one element to a line, rules are
 * JSON objects.
 */
export type Words<Name extends string> = Readonly<Record<Name, string>>;

export const nodeAttributes = ["label", "kind", "places", "rules"] as const;
export const edgeAttributes = [
  "label",
  "kind",
  "places",
  "step",
  "phrase",
  "confidence",
  "assumption",
  "obstacles",
] as const;

/** `""` where there is nothing to say. */
export function nodeWords(node: ExportedNode): Words<(typeof nodeAttributes)[number]> {
  if (node.node === "vertex") {
    const { vertex, origin } = node;
    const label = vertexWords(vertex);
    const kind = vertex.kind === "identity" ? (label.split(" ")[0] ?? "") : vertex.kind;
    return { label, kind, places: origin === undefined ? "" : placeText(origin), rules: "" };
  }
  const { kind, name, namespace, definitions } = node;
  return {
    label: objectWords(kind, name, namespace),
    kind,
    places: definitions.map(({ entry }) => placeText(entry.object.meta.name.origin)).join("\n"),
    rules: [...new Set(definitions.flatMap(({ rules }) => rules))].map(ruleText).join("\n"),
  };
}

export function edgeWords(edge: ExportedEdge): Words<(typeof edgeAttributes)[number]> {
  if (edge.edge === "binding") {
    const { object, namespace } = edge.binding.entry;
    const label = objectWords(object.kind, object.meta.name.value, namespace);
    const places = [object.meta.name.origin, edge.subject.origin].map(placeText).join("\n");
    return { ...noStep, label, kind: "binding", places };
  }
  const { kind, phrase, confidence, assumption = "", obstacles, grants } = edge.step;
  return {
    label: printable(phrase),
    kind: "step",
    places: grants.map(grantPlaces).join("\n"),
    step: kind,
    phrase: printable(phrase),
    confidence,
    assumption: printable(assumption),
    obstacles: obstacles.map(printable).join("\n"),
  };
}

const noStep = { step: "", phrase: "", confidence: "", assumption: "", obstacles: "" };

function grantPlaces({ binding, rule }: Grant): string {
  return [binding.entry.object.meta.name.origin, rule.origin].map(placeText).join("\n");
}

function ruleText(rule: PolicyRule): string {
  return printable(jsonText(ruleValue(rule)));
}
