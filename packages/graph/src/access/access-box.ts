import type { Access } from "./access.ts";

/**
 * Access cut so that each part is a plain product: verbs × groups × resources × names, or verbs × one URL.
 *
 * Nothing in one list covers another value of it, and resources are of one kind: `*`, `*\/sub` or plain ones.
 */
export interface AccessBox {
  /** A namespace; `""`: all of them, and what is in none. */
  readonly namespace: string;
  readonly of: "resources" | "urls";
  readonly verbs: readonly string[];
  /** One empty text for URLs. */
  readonly groups: readonly string[];
  /** Resources or one URL. */
  readonly targets: readonly string[];
  /** Undefined: any. */
  readonly names: readonly (string | undefined)[];
}

/** The parts of what is given; none where it gives nothing, such as URLs within a namespace. */
export function boxesOf(access: Access): readonly AccessBox[] {
  const namespace = access.scope.kind === "cluster" ? "" : access.scope.namespace;
  const verbs = starOrEach(access.verbs);
  if (verbs.length === 0) return [];
  const groups = starOrEach(access.apiGroups);
  const names = access.resourceNames.length === 0 ? anyName : each(access.resourceNames);
  const boxes: AccessBox[] = [];
  for (const targets of groups.length === 0 ? [] : resourcesByKind(access.resources)) {
    boxes.push({ namespace, of: "resources", verbs, groups, targets, names });
  }
  // Only ClusterRoleBindings are looked at when a path is asked for (pkg/registry/rbac/validation/rule.go: VisitRulesFor).
  for (const url of namespace === "" ? each(access.nonResourceURLs) : []) {
    boxes.push({ namespace, of: "urls", verbs, groups: noGroup, targets: [urlPattern(url)], names: anyName });
  }
  return boxes;
}

/** The other way round. Values in order. */
export function accessOfBox({ namespace, of, verbs, groups, targets, names }: AccessBox): Access {
  const isOfResources = of === "resources";
  return {
    scope: namespace === "" ? { kind: "cluster" } : { kind: "namespace", namespace },
    verbs: each(verbs),
    apiGroups: isOfResources ? each(groups) : [],
    resources: isOfResources ? each(targets) : [],
    resourceNames: each(names.filter((name) => name !== undefined)),
    nonResourceURLs: isOfResources ? [] : each(targets),
  };
}

/** What covers a part of another box has a greater number than that. */
export function breadthOf({ namespace, of, verbs, groups, targets, names }: AccessBox): number {
  const [target = ""] = targets;
  const everyTarget = of === "urls" ? breadthOfUrl(target) : target === "*" ? 2 : target.startsWith("*/") ? 1 : 0;
  const isOf = (list: readonly unknown[], value: unknown) => (list[0] === value ? 1 : 0);
  return (namespace === "" ? 1 : 0) + isOf(verbs, "*") + isOf(groups, "*") + isOf(names, undefined) + everyTarget;
}

/** Shorter patterns cover longer ones; a path covers itself alone. */
function breadthOfUrl(url: string): number {
  return url.endsWith("*") ? 1 + 1 / url.length : 0;
}

const anyName = [undefined];
const noGroup = [""];

/** `*` covers whatever stands beside it. */
function starOrEach(values: readonly string[]): readonly string[] {
  return values.includes("*") ? ["*"] : each(values);
}

function each(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function resourcesByKind(resources: readonly string[]): readonly (readonly string[])[] {
  if (resources.includes("*")) return [["*"]];
  const ofEvery = new Set(resources.filter((resource) => resource.startsWith("*/")));
  const plain = resources.filter((resource) => !ofEvery.has(ofEveryResource(resource)));
  return [each([...ofEvery]), each(plain)].filter(({ length }) => length > 0);
}

/** `*\/scale` for `deployments/scale`; what has no subresource stays as it is. */
export function ofEveryResource(resource: string): string {
  const slash = resource.indexOf("/");
  return slash < 0 ? resource : `*${resource.slice(slash)}`;
}

/** With one star for several at the end: all of them are taken off (evaluation_helpers.go: NonResourceURLMatches). */
function urlPattern(url: string): string {
  return url.replace(/\*+$/, "*");
}
