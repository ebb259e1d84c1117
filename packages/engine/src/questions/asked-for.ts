import type { AccessGraph } from "@authgraph/graph";
import type { ApiResource, Attributes, ResourceAttributes } from "@authgraph/kubernetes";
import { type NamedResource, nameResource } from "./named-resource.ts";

/** What a question is about, as a person writes it. */
export interface AskedFor {
  readonly verb: string;
  /** `RESOURCE`, `RESOURCE/NAME`, or a path that begins with `/`. */
  readonly what: string;
  readonly subresource: string | undefined;
  /** Undefined: all namespaces at once, which only a ClusterRoleBinding gives. */
  readonly namespace: string | undefined;
}

/** The question makes no sense; with the word that is not known and those that are. */
export interface Refusal {
  readonly outcome: "refused";
  readonly message: string;
  readonly word?: string;
  readonly known?: readonly string[];
}

/** What the same words could mean as well. */
export interface OtherReading {
  /** Read before `: allowed` and the like. */
  readonly text: string;
  readonly attributes: Attributes;
  /** Else it is worth telling only where the answer is another. */
  readonly always: boolean;
}

export type RequestResult =
  | {
      readonly outcome: "read";
      readonly attributes: Attributes;
      /** How it was read, and what to know about that. */
      readonly notes: readonly string[];
      readonly otherReadings: readonly OtherReading[];
    }
  | Refusal;

/** The attributes that a request of this kind would have. */
export function readRequest(asked: AskedFor, resources: readonly ApiResource[], graph: AccessGraph): RequestResult {
  const { verb, what } = asked;
  if (verb === "" || what === "") return { outcome: "refused", message: "say what is to be done, and to what" };
  if (what.startsWith("/")) return pathRequest(asked);

  const slash = what.indexOf("/");
  const type = slash < 0 ? what : what.slice(0, slash);
  const rest = slash < 0 ? "" : what.slice(slash + 1);
  const named = nameResource(type, resources, graph);
  if (named.outcome === "unknown") return { ...named, outcome: "refused" };
  const { resource } = named;
  const { subresource, name, isKey } = partsOf(rest, asked.subresource, resource);
  const problem = subresourceProblem(subresource, resource, graph);
  if (problem !== undefined) return problem;

  const namespace = namespaceOf(asked, resource, name);
  const { group: apiGroup } = resource;
  const base = { kind: "resource", verb, apiGroup, resource: resource.resource } as const;
  const attributes: ResourceAttributes = { ...base, subresource, namespace, name };
  const isSubresource = subresource === "" && resource.subresources?.includes(name) === true;
  return {
    outcome: "read",
    attributes,
    notes: [
      ...verbNotes(verb, resourceVerbs),
      ...(resource.note === undefined ? [] : [resource.note]),
      ...(isKey ? [`${what} was read as the key ${subresource} of ${resource.resource}`] : []),
      ...(isSubresource ? [`${what} was read as the object named ${name}, as kubectl does, not as a subresource`] : []),
    ],
    otherReadings: [
      ...(isSubresource ? [asSubresource(attributes)] : []),
      ...(asked.namespace !== undefined && asked.namespace !== namespace
        ? [asKubectl(attributes, asked.namespace)]
        : []),
    ],
  };
}

function asSubresource(attributes: ResourceAttributes): OtherReading {
  const { name } = attributes;
  const text = `as the subresource ${name} (--subresource=${name}) the answer is`;
  return { text, attributes: { ...attributes, subresource: name, name: "" }, always: true };
}

/** kubectl auth can-i gives a namespace to questions for objects that are in none. */
function asKubectl(attributes: ResourceAttributes, namespace: string): OtherReading {
  const { resource } = attributes;
  const carried = attributes.namespace === "" ? "no namespace" : "their own name as namespace";
  const text = `requests for cluster-scoped ${resource} carry ${carried}; with namespace ${namespace}, as kubectl auth can-i asks, the answer is`;
  return { text, attributes: { ...attributes, namespace }, always: false };
}

function pathRequest({ verb, what, subresource }: AskedFor): RequestResult {
  if (subresource !== undefined) return { outcome: "refused", message: "a path has no subresource" };
  const notes = verbNotes(verb, pathVerbs);
  return { outcome: "read", attributes: { kind: "non-resource", verb, path: what }, notes, otherReadings: [] };
}

interface Parts {
  readonly subresource: string;
  readonly name: string;
  /** What stands behind the slash is the key of `userextras`. */
  readonly isKey: boolean;
}

/** `NAME`, or `NAME/SUBRESOURCE`: no object has a slash in its name. */
function partsOf(rest: string, subresource: string | undefined, { resource }: NamedResource): Parts {
  if (subresource !== undefined) return { subresource, name: rest, isKey: false };
  const slash = rest.indexOf("/");
  const [first, second] = slash < 0 ? [rest, ""] : [rest.slice(0, slash), rest.slice(slash + 1)];
  // pkg/endpoints/filters/impersonation: the key of an extra field is the subresource, its value the name.
  if (resource === "userextras") return { subresource: first, name: second, isKey: first !== "" };
  return { subresource: second, name: first, isKey: false };
}

/** A subresource that neither discovery nor any role knows: no answer would be worth anything. */
function subresourceProblem(
  subresource: string,
  { resource, subresources }: NamedResource,
  graph: AccessGraph,
): Refusal | undefined {
  if (subresource === "" || subresources === undefined || subresources.includes(subresource)) return undefined;
  const wanted = [`${resource}/${subresource}`, `*/${subresource}`];
  const isNamed = graph.roles.some(({ rules }) =>
    rules.some(({ resources }) => resources.some(({ value }) => wanted.includes(value))),
  );
  if (isNamed) return undefined;
  const known = subresources.length === 0 ? "it has none" : `it has ${subresources.join(", ")}`;
  const message = `${resource} has no subresource ${JSON.stringify(subresource)}; ${known}`;
  return { outcome: "refused", message, word: subresource, known: subresources };
}

/** Requests for a cluster-scoped object carry no namespace; those for a Namespace carry its own name (requestinfo.go). */
function namespaceOf(
  { namespace = "" }: AskedFor,
  { group, resource, namespaced }: NamedResource,
  name: string,
): string {
  if (namespaced !== false) return namespace;
  return group === "" && resource === "namespaces" ? name : "";
}

const resourceVerbs: readonly string[] = [
  ...["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "*"],
  ...["approve", "attest", "bind", "escalate", "impersonate", "sign", "use"],
];
const pathVerbs: readonly string[] = ["get", "post", "put", "patch", "delete", "head", "options", "*"];

/** Verbs are compared letter by letter; one that nothing uses is asked for all the same. */
function verbNotes(verb: string, known: readonly string[]): readonly string[] {
  if (known.includes(verb) || verb.startsWith("impersonate:") || verb.startsWith("impersonate-on:")) return [];
  const lower = verb.toLowerCase();
  const hint = known.includes(lower) ? `: verbs are compared letter by letter, ${lower} is another one` : "";
  return [`no request has the verb ${verb}${hint}`];
}
