import type { JsonObject } from "./request-world.ts";

/** Whether a value of JSON is an object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a path of keys; undefined where something on the way is missing or no object. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of keys) {
    if (!isJsonObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** A text at a path; `""` where there is none. */
export function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = at(value, ...keys);
  return typeof found === "string" ? found : "";
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = at(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** Texts by key, as labels are. */
export function textsAt(value: unknown, ...keys: readonly string[]): ReadonlyMap<string, string> {
  const found = at(value, ...keys);
  const pairs = isJsonObject(found) ? Object.entries(found) : [];
  return new Map(pairs.flatMap(([key, text]) => (typeof text === "string" ? [[key, text] as const] : [])));
}

/**
 * Whether Go would find two values the same once decoded: absent, null and empty are one
 * (k8s.io/apimachinery third_party/forked/golang/reflect: Equalities.DeepEqual).
 */
export function isSemanticallyEqual(one: unknown, other: unknown): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSemanticallyEqual(item, other[index]))
    );
  }
  if (isJsonObject(one)) {
    if (!isJsonObject(other)) return false;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSemanticallyEqual(at(one, key), at(other, key)));
  }
  return one === other;
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.values(value).every(isNothing);
}
