import type { AccessGraph } from "@authgraph/graph";
import type { ApiResource } from "@authgraph/kubernetes";

/** A resource as a person named it, and as an authorizer knows it. */
export interface NamedResource {
  readonly group: string;
  readonly resource: string;
  /** Undefined where nothing says it: a custom resource. */
  readonly namespaced: boolean | undefined;
  /** As discovery lists them; undefined where it does not know the resource. */
  readonly subresources: readonly string[] | undefined;
  /** What had to be supposed. */
  readonly note: string | undefined;
}

export type ResourceResult =
  | { readonly outcome: "found"; readonly resource: NamedResource }
  | { readonly outcome: "unknown"; readonly message: string; readonly word: string; readonly known: readonly string[] };

/**
 * What a name of a resource means: plural, singular, short name or kind, with or without group and version
 * (`deploy`, `deployments.apps`, `deployments.v1.apps`), as kubectl reads it (k8s.io/kubectl pkg/cmd/auth/cani.go:
 * determineResource; k8s.io/apimachinery pkg/api/meta/restmapper.go).
 */
export function nameResource(written: string, resources: readonly ApiResource[], graph: AccessGraph): ResourceResult {
  const text = written.toLowerCase();
  for (const { word, group } of readings(text)) {
    const resource = served(word, group, resources) ?? virtual(word, group) ?? wildcard(word, group);
    if (resource !== undefined) return { outcome: "found", resource };
  }
  const named = namedByRoles(text, graph) ?? writtenOut(text);
  if (named !== undefined) return { outcome: "found", resource: named };
  return {
    outcome: "unknown",
    message: `there is no resource ${JSON.stringify(written)}; a custom one is asked for with its group, as ${text}.example.com`,
    word: text,
    known: resources.flatMap(({ resource, singular, shortNames }) => [resource, singular, ...shortNames]),
  };
}

interface Reading {
  readonly word: string;
  /** Undefined: any. */
  readonly group: string | undefined;
}

/** `a.b.c` is resource, version and group, or resource and the group `b.c` (ParseResourceArg). */
function readings(text: string): readonly Reading[] {
  const [word = "", ...rest] = text.split(".");
  if (rest.length === 0) return [{ word, group: undefined }];
  const [, ...group] = rest;
  const whole: Reading = { word, group: rest.join(".") };
  return group.length === 0 ? [whole, ...coreVersion(word, rest[0])] : [{ word, group: group.join(".") }, whole];
}

/** `pods.v1` names the core group by its version. */
function coreVersion(word: string, version: string | undefined): readonly Reading[] {
  return version === "v1" ? [{ word, group: "" }] : [];
}

/** The first in the order of discovery; a group may be cut short as long as it begins so. */
function served(word: string, group: string | undefined, resources: readonly ApiResource[]): NamedResource | undefined {
  const called = resources.filter(
    ({ resource, singular, shortNames }) => resource === word || singular === word || shortNames.includes(word),
  );
  const found =
    group === undefined
      ? (called.find(({ resource }) => resource === word) ?? called[0])
      : (called.find((resource) => resource.group === group) ??
        (group === "" ? undefined : called.find((resource) => resource.group.startsWith(group))));
  if (found === undefined) return undefined;
  const others = new Set(called.map((resource) => resource.group)).size;
  const note =
    group === undefined && others > 1
      ? `several groups have ${found.resource}: that of ${found.group === "" ? "the core group" : found.group} was taken`
      : undefined;
  const { resource, namespaced, subresources } = found;
  return { group: found.group, resource, namespaced, subresources: [...subresources.keys()], note };
}

/** Resources that only authorizers know (impersonation, signers); `serviceaccounts` has both sides. */
const virtualGroups: Readonly<Record<string, string>> = {
  users: "",
  groups: "",
  uids: "authentication.k8s.io",
  userextras: "authentication.k8s.io",
  signers: "certificates.k8s.io",
};

function virtual(word: string, group: string | undefined): NamedResource | undefined {
  const plural = `${word}${word.endsWith("s") ? "" : "s"}`;
  const own = Object.hasOwn(virtualGroups, plural) ? virtualGroups[plural] : undefined;
  if (own === undefined || (group !== undefined && group !== own)) return undefined;
  return { group: own, resource: plural, namespaced: false, subresources: undefined, note: undefined };
}

function wildcard(word: string, group: string | undefined): NamedResource | undefined {
  if (word !== "*") return undefined;
  const note =
    group === undefined
      ? "* is asked for as it stands, in the core group: a rule allows it only with * itself (*.* asks for every group)"
      : undefined;
  return { group: group ?? "", resource: "*", namespaced: undefined, subresources: undefined, note };
}

/** A custom resource without its group: the roles here may say which it is. */
function namedByRoles(text: string, graph: AccessGraph): NamedResource | undefined {
  const [word = "", ...rest] = text.split(".");
  if (rest.length > 0) return undefined;
  for (const { entry, rules } of graph.roles) {
    for (const { resources, apiGroups } of rules) {
      const group = apiGroups.find(({ value }) => value !== "*")?.value;
      if (group === undefined || !resources.some(({ value }) => value.split("/")[0] === word)) continue;
      const { kind, meta } = entry.object;
      const inGroup = group === "" ? "the core group" : `the group ${group}`;
      const note = `no server has ${word} by default: it was taken from ${inGroup}, as ${kind} ${meta.name.value} names it`;
      return { group, resource: word, namespaced: undefined, subresources: undefined, note };
    }
  }
  return undefined;
}

/** With a group all is said, whether a server has it or not. */
function writtenOut(text: string): NamedResource | undefined {
  const dot = text.indexOf(".");
  if (dot <= 0) return undefined;
  const [resource, group] = [text.slice(0, dot), text.slice(dot + 1)];
  const note = `no server has ${resource} in the group ${group} by default: it was asked for as written, as a custom resource`;
  return { group, resource, namespaced: undefined, subresources: undefined, note };
}
