import type { ExportedEdge, ExportedNode } from "@authgraph/engine";
import type { Grant, PolicyRule, ResolvedBinding, Step, Subject } from "@authgraph/rules";
import { objectValue, ruleValue } from "./decision-json.ts";
import { place } from "./json-place.ts";
import { vertexValue, vertexWords } from "./vertex-words.ts";

/** What the JSON says of a node, besides its id. */
export function nodeValue(node: ExportedNode): object {
  if (node.node === "vertex") {
    const { vertex, origin } = node;
    return {
      ...vertexValue(vertex),
      label: vertexWords(vertex),
      ...(origin === undefined ? {} : { origins: [place(origin)] }),
    };
  }
  const { kind, name, namespace, definitions, id } = node;
  return {
    kind,
    name,
    ...(namespace === "" ? {} : { namespace }),
    label: id,
    origins: definitions.map(({ entry }) => place(entry.object.meta.name.origin)),
    rules: [...new Set(definitions.flatMap(({ rules }) => rules))].map(placedRule),
  };
}

/** What the JSON says of an edge, besides its ends and its name. */
export function edgeValue(edge: ExportedEdge): object {
  return edge.edge === "binding" ? bindingEdgeValue(edge.binding, edge.subject) : stepEdgeValue(edge.step);
}

function bindingEdgeValue(binding: ResolvedBinding, subject: Subject): object {
  return { kind: "binding", binding: bindingValue(binding), origin: place(subject.origin) };
}

function stepEdgeValue({ kind, phrase, confidence, assumption, obstacles, grants }: Step): object {
  return {
    kind: "step",
    step: kind,
    phrase,
    confidence,
    ...(assumption === undefined ? {} : { assumption }),
    obstacles,
    grants: grants.map(throughValue),
  };
}

/** A grant in short, with the place of its rule: the role says the rest. */
function throughValue({ binding, rule }: Grant): object {
  return { binding: bindingValue(binding), origin: place(rule.origin) };
}

function bindingValue({ entry: { object, namespace } }: ResolvedBinding): object {
  return objectValue(object.kind, object.meta.name, namespace);
}

function placedRule(rule: PolicyRule): object {
  return { ...ruleValue(rule), origin: place(rule.origin) };
}
