import { appliedNamespace, type Scope } from "../types.ts";
import type { Access } from "./access.ts";

// The words stand in baselines and configurations, so what is written once must be read for ever: a form may be added,
// none may change its meaning.

/** More than this many resources in groups are not written out one by one. */
const longestProduct = 24;

/**
 * Access in words that a person reads and `parseAccessWords` takes back:
 *
 *     get, list secrets in every namespace
 *     create deployments.apps/scale named "web" in namespace web
 *     * *.* in every namespace
 *     get /healthz, /metrics*
 *     * any path
 *
 * Resources are named as kubectl names them, with their group where they have one; `*.*` is every resource of every
 * group. Of several groups every resource is named with each. `in every namespace` is what a ClusterRoleBinding gives:
 * cluster-scoped objects too. Values that could be mistaken for something else are quoted as in JSON. Access that gives
 * nothing is written as the rule it is.
 */
export function accessWords(access: Access): string {
  const parts = accessParts(access);
  if (parts === undefined) return ruleWords(access);
  const { verbs, targets, named, where } = parts;
  return [verbs.join(", "), targets.join(", "), named, where].filter((part) => part !== "").join(" ");
}

/** The words before they are joined, for whoever has no room for all of them. */
export interface AccessParts {
  readonly verbs: readonly string[];
  /** Resources and paths. */
  readonly targets: readonly string[];
  /** `named "a", "b"`, where only these are meant. */
  readonly named: string;
  /** `in namespace web`; nothing for paths, which are everywhere by themselves. */
  readonly where: string;
}

/** Undefined where the access gives nothing. */
export function accessParts(access: Access): AccessParts | undefined {
  const { scope } = access;
  const verbs = each(access.verbs).map((verb) => bareOr(verb, bareVerb));
  const urls = each(access.nonResourceURLs).map(urlWords);
  const resources = resourceItems(access);
  if (verbs.length === 0 || resources === undefined || resources.length + urls.length === 0) return undefined;

  const names = each(access.resourceNames).map(quoted);
  const named = names.length === 0 ? "" : `named ${names.join(", ")}`;
  const where = resources.length === 0 && scope.kind === "cluster" ? "" : scopeWords(scope);
  return { verbs, targets: [...resources, ...urls], named, where };
}

/** Undefined where there are resources without a group, or groups without a resource: that gives nothing. */
function resourceItems({ resources, apiGroups }: Access): readonly string[] | undefined {
  const [all, groups] = [each(resources), each(apiGroups)];
  if (all.length === 0 || groups.length === 0) return all.length + groups.length === 0 ? [] : undefined;
  if (groups.length > 1 && all.length * groups.length > longestProduct) {
    const [what, of] = [all.map((one) => resourceWords(one, "")), groups.map((group) => bareOr(group, bareGroup))];
    return [`{${what.join(", ")}}.{${of.join(", ")}}`];
  }
  return all.flatMap((resource) => groups.map((group) => resourceWords(resource, group)));
}

/** `deployments.apps/scale` */
function resourceWords(resource: string, group: string): string {
  const slash = resource.indexOf("/");
  const name = bareOr(slash < 0 ? resource : resource.slice(0, slash), bareResource);
  const subresource = slash < 0 ? "" : `/${bareOr(resource.slice(slash + 1), bareSubresource)}`;
  return `${name}${group === "" ? "" : `.${bareOr(group, bareGroup)}`}${subresource}`;
}

function urlWords(url: string): string {
  if (url === "*") return "any path";
  return bareUrl.test(url) ? url : `path ${quoted(url)}`;
}

/** `in every namespace`, `in namespace web`. */
function scopeWords(scope: Scope): string {
  if (scope.kind === "cluster") return "in every namespace";
  if (scope.namespace === appliedNamespace) return "in the applied namespace";
  return `in namespace ${bareOr(scope.namespace, bareNamespace)}`;
}

function ruleWords({ scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Access): string {
  const lists = { verbs, apiGroups, resources, resourceNames, nonResourceURLs };
  const written = Object.entries(lists).filter(([, list]) => list.length > 0);
  const rule = Object.fromEntries(written.map(([key, list]) => [key, each(list)]));
  return `rule ${ascii(JSON.stringify(rule))} ${scopeWords(scope)}`;
}

/** Not `rule`: a word of ours that a brace may follow. */
const bareVerb = /^(?!rule$)[\w*:-]+$/;
const bareResource = /^[\w*-]+$/;
const bareSubresource = /^[\w*:/-]+$/;
const bareGroup = /^[\w*.-]+$/;
const bareNamespace = /^[\w.-]+$/;
const bareUrl = /^\/[\w./*:~%+=@-]*$/;

function bareOr(value: string, bare: RegExp): string {
  return bare.test(value) ? value : quoted(value);
}

function quoted(value: string): string {
  return ascii(JSON.stringify(value));
}

/** The same JSON without anything that a terminal or a reader could take otherwise. */
function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function each(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
