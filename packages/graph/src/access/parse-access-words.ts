import { appliedNamespace, type Scope } from "../types.ts";
import type { Access } from "./access.ts";
import { jsonValue, type WordCursor, wordCursor } from "./word-cursor.ts";

/**
 * What `accessWords` wrote, taken back; undefined where the text is no such words. Spaces may differ, values may come
 * in any order, and names need no quotes.
 *
 * Resources of several groups must be all resources in all groups, as in a rule: `secrets, deployments.apps` is two.
 */
export function parseAccessWords(text: string): Access | undefined {
  const words = wordCursor(text.trim());
  const access = words.take(/rule\s+(?=\{)/y) === undefined ? readAccess(words) : readRule(words);
  return words.atEnd() ? access : undefined;
}

function readAccess(words: WordCursor): Access | undefined {
  const verbs = readList(words, () => words.takeValue(/[\w*:-]+/y));
  if (verbs === undefined || words.take(/\s+/y) === undefined) return undefined;
  const targets = readList(words, () => readTarget(words))?.flat();
  const lists = targets === undefined ? undefined : listsOf(targets);
  const isNamed = words.take(/\s+named\s+/y) !== undefined;
  const names = isNamed ? readList(words, () => words.takeValue(/[^\s,"]+/y)) : [];
  if (lists === undefined || names === undefined) return undefined;
  // Paths are everywhere by themselves.
  const isEverywhere = words.atEnd() && lists.resources.length === 0;
  const scope: Scope | undefined = isEverywhere ? { kind: "cluster" } : readScope(words);
  return scope && { scope, verbs: each(verbs), ...lists, resourceNames: each(names) };
}

/** Values with commas between. */
function readList<T>(words: WordCursor, readOne: () => T | undefined): readonly T[] | undefined {
  const list: T[] = [];
  do {
    const one = readOne();
    if (one === undefined) return undefined;
    list.push(one);
  } while (words.take(/\s*,\s*/y) !== undefined);
  return list;
}

type Target =
  | { readonly of: "resource"; readonly resource: string; readonly group: string }
  | { readonly of: "url"; readonly url: string };

function readTarget(words: WordCursor): readonly Target[] | undefined {
  if (words.take(/any\s+path(?=[\s,]|$)/y) !== undefined) return [{ of: "url", url: "*" }];
  if (words.take(/path\s+(?=")/y) !== undefined) return urlOf(words.takeValue(nothing));
  const url = words.take(/\/[^\s,"]*/y);
  if (url !== undefined) return urlOf(url);
  if (words.take(/\{\s*/y) !== undefined) return readProduct(words);
  const resource = readResource(words);
  return resource && [resource];
}

function urlOf(url: string | undefined): readonly Target[] | undefined {
  return url === undefined ? undefined : [{ of: "url", url }];
}

const nothing = /(?!)/y;

/** `{deployments, deployments/scale}.{apps, extensions}`, the first brace taken already. */
function readProduct(words: WordCursor): readonly Target[] | undefined {
  const resources = readList(words, () => readResource(words));
  if (resources === undefined || words.take(/\s*\}\.\{\s*/y) === undefined) return undefined;
  const groups = readList(words, () => readGroup(words));
  if (groups === undefined || words.take(/\s*\}/y) === undefined) return undefined;
  if (resources.some(({ group }) => group !== "")) return undefined;
  return resources.flatMap(({ resource }) => groups.map((group): Target => ({ of: "resource", resource, group })));
}

/** `deployments.apps/scale` */
function readResource(words: WordCursor): Extract<Target, { of: "resource" }> | undefined {
  const name = words.takeValue(/[\w*-]+/y);
  const group = words.take(/\./y) === undefined ? "" : readGroup(words);
  if (name === undefined || group === undefined) return undefined;
  if (words.take(/\//y) === undefined) return { of: "resource", resource: name, group };
  const subresource = words.takeValue(/[\w*:/-]+/y);
  return subresource === undefined ? undefined : { of: "resource", resource: `${name}/${subresource}`, group };
}

function readGroup(words: WordCursor): string | undefined {
  return words.takeValue(/[\w*.-]+/y);
}

type Lists = Pick<Access, "apiGroups" | "resources" | "nonResourceURLs">;

/** Undefined where not every resource stands there with every group. */
function listsOf(targets: readonly Target[]): Lists | undefined {
  const pairs = targets.filter((target) => target.of === "resource");
  const apiGroups = each(pairs.map(({ group }) => group));
  const resources = each(pairs.map(({ resource }) => resource));
  const distinct = new Set(pairs.map(({ group, resource }) => `${group}\n${resource}`));
  if (distinct.size !== apiGroups.length * resources.length) return undefined;
  return { apiGroups, resources, nonResourceURLs: each(targets.flatMap((one) => (one.of === "url" ? [one.url] : []))) };
}

function readScope(words: WordCursor): Scope | undefined {
  if (words.take(/\s+in\s+every\s+namespace$/y) !== undefined) return { kind: "cluster" };
  if (words.take(/\s+in\s+the\s+applied\s+namespace$/y) !== undefined) {
    return { kind: "namespace", namespace: appliedNamespace };
  }
  if (words.take(/\s+in\s+namespace\s+/y) === undefined) return undefined;
  const namespace = words.takeValue(/[^\s,"]+/y);
  return namespace === undefined ? undefined : { kind: "namespace", namespace };
}

/** What gives nothing: `rule {"verbs":["get"]} in every namespace`, the word taken already. */
function readRule(words: WordCursor): Access | undefined {
  const json = words.take(/\{.*\}(?=\s+in\s)/y);
  const rule = json === undefined ? undefined : jsonValue(json);
  const scope = readScope(words);
  if (typeof rule !== "object" || rule === null || scope === undefined) return undefined;
  const lists = new Map<string, unknown>(Object.entries(rule));
  const [verbs, apiGroups, resources] = [lists.get("verbs"), lists.get("apiGroups"), lists.get("resources")].map(
    textsOf,
  );
  const [resourceNames, nonResourceURLs] = [lists.get("resourceNames"), lists.get("nonResourceURLs")].map(textsOf);
  if (verbs === undefined || apiGroups === undefined || resources === undefined) return undefined;
  if (resourceNames === undefined || nonResourceURLs === undefined) return undefined;
  return { scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs };
}

function textsOf(list: unknown): readonly string[] | undefined {
  if (list === undefined) return [];
  return Array.isArray(list) && list.every((value) => typeof value === "string") ? each(list) : undefined;
}

function each(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
