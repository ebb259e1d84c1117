export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A field that is absent or null is empty, as in Go; one of another type is an error, added to `wrong`.

/** An object; undefined where there is none. */
export function field(from: JsonObject, key: string, path: string, wrong: string[]): JsonObject | undefined {
  const value = from[key];
  if (value === undefined || value === null) return undefined;
  if (isObject(value)) return value;
  wrong.push(`${path}: expected an object, got ${JSON.stringify(value)}`);
  return undefined;
}

export function text(from: JsonObject, key: string, at: string, wrong: string[]): string {
  const value = from[key];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  wrong.push(`${at}${key}: expected a string, got ${JSON.stringify(value)}`);
  return "";
}

/** A null among the texts is an empty one. */
export function texts(from: JsonObject, key: string, at: string, wrong: string[]): readonly string[] {
  const value = from[key];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === "string" || item === null)) {
    return value.map((item) => item ?? "");
  }
  wrong.push(`${at}${key}: expected a list of strings, got ${JSON.stringify(value)}`);
  return [];
}

/** A list of objects. */
export function objects(from: JsonObject, key: string, at: string, wrong: string[]): readonly JsonObject[] {
  const value = from[key];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  wrong.push(`${at}${key}: expected a list of objects, got ${JSON.stringify(value)}`);
  return [];
}

/** Undefined where there is no key. */
export function textsByKey(
  from: JsonObject,
  key: string,
  at: string,
  wrong: string[],
): ReadonlyMap<string, readonly string[]> | undefined {
  const value = field(from, key, `${at}${key}`, wrong);
  if (value === undefined) return undefined;
  return new Map(Object.keys(value).map((name) => [name, texts(value, name, `${at}${key}.`, wrong)]));
}
