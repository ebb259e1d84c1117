import type { Place } from "./object-view.ts";

/** A field that the API server's validation refuses (apimachinery pkg/util/validation/field/errors.go). */
export interface FieldError {
  /** `rules[0].verbs`. */
  readonly field: string;
  /** What follows the field in the server's message: `Required value: name or generateName is required`. */
  readonly body: string;
  /** Where the value stands, or what it is missing from. */
  readonly place: Place;
}

export function required(field: string, place: Place, detail: string = ""): FieldError {
  return { field, body: detail === "" ? "Required value" : `Required value: ${detail}`, place };
}

export function invalid(field: string, place: Place, value: string | readonly string[], detail: string): FieldError {
  const printed = typeof value === "string" ? quoted(value) : JSON.stringify(value);
  return { field, body: `Invalid value: ${printed}: ${detail}`, place };
}

/** An invalid value that the server prints as null: the internal form of what could not be converted. */
export function invalidNull(field: string, place: Place, detail: string): FieldError {
  return { field, body: `Invalid value: null: ${detail}`, place };
}

export function unsupported(field: string, place: Place, value: string, supported: readonly string[]): FieldError {
  return {
    field,
    body: `Unsupported value: ${quoted(value)}: supported values: ${supported.map(quoted).join(", ")}`,
    place,
  };
}

export function forbidden(field: string, place: Place, detail: string): FieldError {
  return { field, body: `Forbidden: ${detail}`, place };
}

export function duplicate(field: string, place: Place, value: string): FieldError {
  return { field, body: `Duplicate value: ${quoted(value)}`, place };
}

/** Go's `%q`, for the characters that occur in practice; what it escapes otherwise is still unambiguous. */
export function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(/\\u00([01][0-9a-f])/g, "\\x$1");
}

export function tooMany(field: string, place: Place, count: number, most: number): FieldError {
  return { field, body: `Too many: ${count}: must have at most ${most} items`, place };
}
