import type { ApiResource, PolicyRule } from "@authgraph/kubernetes";
import { apiGroupMatches, resourceMatches } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { correctionOf, type DeadWord, groupName, hasStar, type RuleInRole, removalOf, valuesOf } from "./dead-words.ts";
import { indexNames, nearName } from "./near-names.ts";
import { isAskedForOnly, isSubresourceAskedFor, meantResource, type ServedApi, servedIn } from "./served-api.ts";
import { listed, quotable } from "./wording.ts";

/** Gone since 1.25, and still in many roles. */
const removedResource = "podsecuritypolicies";

/** Words in `resources` and `apiGroups` that no resource matches. */
export function* deadResources(api: ServedApi, { rule, role }: RuleInRole): Iterable<DeadWord> {
  if (rule.nonResourceURLs.length > 0) return;
  const judged: Judged = { api, rule, others: role.entry.object.rules, groups: liveGroups(api, rule) };
  yield* deadGroups(judged);
  for (const resource of rule.resources) {
    const dead = deadPattern(judged, resource) ?? deadResource(judged, resource);
    if (dead !== undefined) yield dead;
  }
}

interface Judged {
  readonly api: ServedApi;
  readonly rule: PolicyRule;
  readonly others: readonly PolicyRule[];
  /** `foreign`: some group may hold anything. */
  readonly groups: readonly string[] | "foreign";
}

/** The groups of a rule that Kubernetes serves, if it has no others; misspelt ones left out. */
function liveGroups(api: ServedApi, { apiGroups }: PolicyRule): readonly string[] | "foreign" {
  const values = valuesOf(apiGroups);
  const isForeign = (group: string): boolean => !api.ownGroups.has(group) && !isNoGroup(group);
  return values.some(isForeign) ? "foreign" : values.filter((group) => api.ownGroups.has(group));
}

/**
 * What no API group can be called: a group has no version, and those of custom resources have a dot
 * (apiextensions.k8s.io validation: ValidateCustomResourceDefinitionSpec).
 */
function isNoGroup(group: string): boolean {
  return (
    group !== "*" &&
    group !== "" &&
    (group.includes("/") || group === "core" || /^v\d+((?:alpha|beta)\d+)?$/.test(group))
  );
}

function* deadGroups({ api, rule }: Judged): Iterable<DeadWord> {
  if (hasStar(rule.apiGroups)) return;
  for (const group of rule.apiGroups) {
    const { value } = group;
    const meant = isNoGroup(value) ? withoutVersion(value) : misspeltGroup(api, rule, value);
    if (meant === undefined) continue;
    const isThere = rule.apiGroups.some((one) => one.value === meant);
    yield {
      kind: "group",
      word: value,
      origin: group.origin,
      clause: `names the API group ${quotable(value)}, which is none; ${meant === "" ? 'the core group is ""' : `it is called ${quotable(meant)}`}`,
      label: value.includes("/") ? "a group is written without its version" : "there is no group of this name",
      missed: !isThere,
      meant: isThere ? [] : [correctionOf(group, meant)],
      removal: removalOf(group, rule.apiGroups, rule),
    };
  }
}

function withoutVersion(group: string): string {
  const [name = ""] = group.split("/");
  return name === "core" || /^v\d/.test(name) ? "" : name;
}

/** A group nearly called like one that serves what the rule lists. */
function misspeltGroup(api: ServedApi, { resources }: PolicyRule, group: string): string | undefined {
  if (api.ownGroups.has(group)) return undefined;
  const near = nearName(group, api.groupNames)?.name;
  if (near === undefined) return undefined;
  return resources.some(({ value }) => servedIn(api, [near], parentOf(value)).length > 0) ? near : undefined;
}

/** `*` is everything, and what stands behind `*\/` a subresource of everything; other patterns are names of nothing. */
function deadPattern({ rule }: Judged, resource: Located<string>): DeadWord | undefined {
  const { value } = resource;
  if (!value.includes("*") || /^\*(?:\/[^*]+)?$/.test(value) || hasStar(rule.resources)) return undefined;
  const parent = parentOf(value);
  const instead = parent.includes("*")
    ? "name the resources, or write `*` alone"
    : `list the subresources that are needed, as ${quotable(parent)}/log`;
  return {
    kind: "pattern",
    word: value,
    origin: resource.origin,
    clause: `lists ${quotable(value)}, which matches no resource: \`*\` is no wildcard there`,
    label: "matches nothing: compared as it is written",
    missed: true,
    meant: [{ text: instead, edits: [] }],
    removal: removalOf(resource, rule.resources, rule),
  };
}

function deadResource(judged: Judged, resource: Located<string>): DeadWord | undefined {
  const { api, rule, groups } = judged;
  const { value } = resource;
  if (groups === "foreign" || value.includes("*") || groups.length === 0) return undefined;
  const parent = parentOf(value);
  if (parent === removedResource) return hasStar(rule.apiGroups) ? undefined : removed(judged, resource);
  if (hasStar(rule.apiGroups)) return undefined;
  const served = servedIn(api, groups, parent);
  if (served.length > 0) return misspeltSubresource(rule, resource, served);
  if (isAskedForOnly(groups, parent)) return undefined;
  return inAnotherGroup(judged, resource) ?? misspeltResource(judged, groups, resource);
}

function removed({ rule, others }: Judged, resource: Located<string>): DeadWord {
  // A role of that alone is one that somebody relies on; a rule among others is what nobody cleared away.
  const isAll = others.every((other) => other.resources.every(({ value }) => parentOf(value) === removedResource));
  return {
    kind: "removed",
    word: resource.value,
    origin: resource.origin,
    clause: "still speaks of podsecuritypolicies, which Kubernetes has not had since 1.25",
    label: "nothing asks for it any more",
    missed: isAll,
    meant: [],
    removal: removalOf(resource, rule.resources, rule),
  };
}

function misspeltSubresource(
  rule: PolicyRule,
  resource: Located<string>,
  served: readonly ApiResource[],
): DeadWord | undefined {
  const parent = parentOf(resource.value);
  const subresource = resource.value.slice(parent.length + 1);
  if (subresource === "" || served.some(({ subresources }) => subresources.has(subresource))) return undefined;
  if (isSubresourceAskedFor(parent, subresource)) return undefined;
  const known = served.flatMap(({ subresources }) => [...subresources.keys()]);
  const near = known.find((one) => subresource === `${one}s`) ?? nearName(subresource, indexNames(known))?.name;
  if (near === undefined) return undefined;
  return misspelt(rule, resource, `${parent}/${near}`);
}

/** Served, but in a group that neither this rule nor another one of the role names with it. */
function inAnotherGroup({ api, rule, others }: Judged, resource: Located<string>): DeadWord | undefined {
  const [parent = "", subresource = ""] = resource.value.split("/");
  const serving = (api.byResource.get(parent) ?? []).map(({ group }) => group);
  const [first] = serving;
  if (first === undefined) return undefined;
  // Roles for old and new servers list both groups: nobody misses anything.
  const isGiven = others.some(
    (other) =>
      serving.some((group) => apiGroupMatches(other.apiGroups, group)) &&
      (resourceMatches(other.resources, parent, subresource) || resourceMatches(other.resources, parent, "")),
  );
  if (isGiven) return undefined;
  const named = listed(valuesOf(rule.apiGroups).map(groupName));
  const [only, ...more] = rule.apiGroups;
  const isAlone = only !== undefined && more.length === 0 && rule.resources.length === 1;
  return {
    kind: "another-group",
    word: resource.value,
    origin: resource.origin,
    clause: `lists ${quotable(resource.value)} of ${named}, which ${rule.apiGroups.length === 1 ? "does" : "do"} not have them; they are in ${groupName(first)}`,
    label: `served in ${groupName(first)}`,
    missed: true,
    meant: [
      isAlone
        ? correctionOf(only, first)
        : { text: `list ${quotable(resource.value)} in a rule with apiGroups: ["${first}"]`, edits: [] },
    ],
    removal: removalOf(resource, rule.resources, rule),
  };
}

function misspeltResource(
  { api, rule }: Judged,
  groups: readonly string[],
  resource: Located<string>,
): DeadWord | undefined {
  const parent = parentOf(resource.value);
  const found = meantResource(api, groups, parent);
  if (found === undefined || found.resource === parent) return undefined;
  return misspelt(rule, resource, `${found.resource}${resource.value.slice(parent.length)}`);
}

function misspelt(rule: PolicyRule, resource: Located<string>, meant: string): DeadWord {
  const isThere = rule.resources.some(({ value }) => value === meant);
  return {
    kind: "misspelt",
    word: resource.value,
    origin: resource.origin,
    clause: `lists ${quotable(resource.value)}, which is no resource; it is called ${quotable(meant)}`,
    label: "no resource is called this",
    missed: !isThere,
    meant: isThere ? [] : [correctionOf(resource, meant)],
    removal: removalOf(resource, rule.resources, rule),
  };
}

export function parentOf(resource: string): string {
  return resource.split("/")[0] ?? resource;
}
