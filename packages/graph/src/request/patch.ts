import { at, isJsonObject } from "./json.ts";
import type { JsonObject } from "./request-world.ts";

export type PatchKind = "json" | "merge" | "strategic" | "apply";

/** By media type (k8s.io/apimachinery pkg/types/patch.go). */
export const patchKinds: ReadonlyMap<string, PatchKind> = new Map([
  ["application/json-patch+json", "json"],
  ["application/merge-patch+json", "merge"],
  ["application/strategic-merge-patch+json", "strategic"],
  ["application/apply-patch+yaml", "apply"],
]);

export type Patched =
  | { readonly outcome: "patched"; readonly object: JsonObject }
  /** The server answers 400, 409 or 422. */
  | { readonly outcome: "failed" }
  /** What comes out depends on what is not known here. */
  | { readonly outcome: "unknown" };

/** What a patch makes of an object. */
export function patched(kind: PatchKind, object: JsonObject, patch: unknown): Patched {
  switch (kind) {
    case "json":
      return jsonPatched(object, patch);
    case "merge":
      return isJsonObject(patch) ? asObject(merged(object, patch)) : failed;
    case "strategic":
      return isJsonObject(patch) ? strategicallyMerged(object, patch) : failed;
    case "apply":
      return isJsonObject(patch) ? asObject(applied(object, patch, "")) : failed;
  }
}

const failed: Patched = { outcome: "failed" };

function asObject(value: unknown): Patched {
  return isJsonObject(value) ? { outcome: "patched", object: value } : failed;
}

/** RFC 7386. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return patch;
  const result: Record<string, unknown> = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else setOwn(result, key, merged(at(result, key), value));
  }
  return result;
}

/** Also where the key is `__proto__`. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/**
 * RFC 6902, one operation after the other; the first that fails fails them all.
 */
function jsonPatched(object: JsonObject, patch: unknown): Patched {
  if (!Array.isArray(patch)) return failed;
  let document: unknown = structuredClone(object);
  for (const operation of patch) {
    const next = operated(document, operation);
    if (next === undefined) return failed;
    document = next.document;
  }
  return asObject(document);
}

function operated(document: unknown, operation: unknown): { readonly document: unknown } | undefined {
  const path = pointer(at(operation, "path"));
  if (path === undefined) return undefined;
  const value = at(operation, "value");
  switch (at(operation, "op")) {
    case "add":
      return isJsonObject(operation) && "value" in operation ? put(document, path, value, "add") : undefined;
    case "replace":
      return isJsonObject(operation) && "value" in operation ? put(document, path, value, "replace") : undefined;
    case "remove":
      return put(document, path, undefined, "remove");
    case "test": {
      const found = get(document, path);
      return found !== undefined && isSame(found.value, value) ? { document } : undefined;
    }
    case "move":
    case "copy": {
      const from = pointer(at(operation, "from"));
      const found = from === undefined ? undefined : get(document, from);
      if (from === undefined || found === undefined) return undefined;
      const rest = at(operation, "op") === "move" ? put(document, from, undefined, "remove") : { document };
      return rest === undefined ? undefined : put(rest.document, path, structuredClone(found.value), "add");
    }
    default:
      return undefined;
  }
}

function pointer(path: unknown): readonly string[] | undefined {
  if (path === "") return [];
  if (typeof path !== "string" || !path.startsWith("/")) return undefined;
  return path
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function get(document: unknown, path: readonly string[]): { readonly value: unknown } | undefined {
  let value = document;
  for (const part of path) {
    if (Array.isArray(value)) {
      const index = indexIn(value.length - 1, part);
      if (index === undefined) return undefined;
      value = value[index];
    } else if (isJsonObject(value) && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
  }
  return { value };
}

/** Changes what stands at a path and gives the document back. */
function put(
  document: unknown,
  path: readonly string[],
  value: unknown,
  how: "add" | "replace" | "remove",
): { readonly document: unknown } | undefined {
  const last = path.at(-1);
  if (last === undefined) return how === "remove" ? undefined : { document: value };
  const parent = get(document, path.slice(0, -1))?.value;
  if (Array.isArray(parent)) {
    const index =
      how === "add" && last === "-" ? parent.length : indexIn(parent.length - (how === "add" ? 0 : 1), last);
    if (index === undefined) return undefined;
    if (how === "add") parent.splice(index, 0, value);
    else if (how === "replace") parent.splice(index, 1, value);
    else parent.splice(index, 1);
    return { document };
  }
  if (!isMutable(parent)) return undefined;
  if (how !== "add" && !Object.hasOwn(parent, last)) return undefined;
  if (how === "remove") delete parent[last];
  else setOwn(parent, last, value);
  return { document };
}

function isMutable(value: unknown): value is Record<string, unknown> {
  return isJsonObject(value);
}

function indexIn(highest: number, text: string): number | undefined {
  if (!/^(?:0|-?[1-9]\d*)$/.test(text)) return undefined;
  const index = Number(text);
  // The library that the server patches with counts negative ones from the end (evanphx/json-patch).
  const resolved = index < 0 ? index + highest + 1 : index;
  return resolved >= 0 && resolved <= highest ? resolved : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], at(other, key)));
  }
  return one === other;
}

/**
 * k8s.io/apimachinery pkg/util/strategicpatch, as far as lists go that it replaces as a whole: those of RBAC objects, and
 * of all others that an answer here depends on.
 */
function strategicallyMerged(object: JsonObject, patch: JsonObject): Patched {
  const result = strategic(object, patch);
  return result === undefined ? { outcome: "unknown" } : asObject(result);
}

function strategic(target: unknown, patch: JsonObject): JsonObject | undefined {
  const directive = patch.$patch;
  if (directive === "delete") return {};
  if (directive === "replace") return withoutDirectives(patch);
  const result: Record<string, unknown> = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === "$patch") continue;
    if (key.startsWith("$")) return undefined;
    if (value === null) delete result[key];
    else if (isJsonObject(value)) {
      const inner = strategic(result[key], value);
      if (inner === undefined) return undefined;
      setOwn(result, key, inner);
    } else if (Array.isArray(value) && mergedLists.has(key)) {
      const list = mergedList(result[key], value, mergedLists.get(key));
      if (list === undefined) return undefined;
      setOwn(result, key, list);
    } else setOwn(result, key, value);
  }
  return result;
}

function withoutDirectives(patch: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => !key.startsWith("$")));
}

/** Lists that are merged, by the key that tells their items apart; undefined: the items themselves. */
const mergedLists: ReadonlyMap<string, string | undefined> = new Map([
  ["finalizers", undefined],
  ["ownerReferences", "uid"],
  ["conditions", "type"],
]);

function mergedList(
  target: unknown,
  patch: readonly unknown[],
  key: string | undefined,
): readonly unknown[] | undefined {
  const list = Array.isArray(target) ? [...target] : [];
  for (const item of patch) {
    if (key === undefined) {
      if (!list.includes(item)) list.push(item);
      continue;
    }
    if (!isJsonObject(item) || item.$patch !== undefined) return undefined;
    const index = list.findIndex((other) => at(other, key) === item[key]);
    const inner = strategic(list[index], item);
    if (inner === undefined) return undefined;
    if (index < 0) list.push(inner);
    else list[index] = inner;
  }
  return list;
}

/** Server-side apply, to fields that nobody contests: maps are merged, lists replaced unless they are sets. */
function applied(target: unknown, intent: unknown, key: string): unknown {
  if (isJsonObject(intent)) {
    const result: Record<string, unknown> = isJsonObject(target) ? { ...target } : {};
    for (const [inner, value] of Object.entries(intent)) {
      if (value !== null) setOwn(result, inner, applied(at(result, inner), value, inner));
    }
    return result;
  }
  if (Array.isArray(intent) && mergedLists.has(key)) {
    return mergedList(target, intent, mergedLists.get(key)) ?? intent;
  }
  return intent;
}
