/**
 * The Go types of Kubernetes' API structs, as far as decoding depends on them: what a JSON value must be, how Go
 * names the type in its error, which fields a struct has.
 */
export type GoType = GoScalar | GoSlice | GoMap | GoStruct | GoAnything;

export interface GoScalar {
  readonly shape: "string" | "bool" | "int32" | "int64" | "bytes" | "time" | "duration";
  /** As Go's error prints it; a pointer prints as what it points to. */
  readonly name: string;
  /** A pointer: null is nothing, where else it would be an error. */
  readonly optional?: boolean;
}

export interface GoSlice {
  readonly shape: "slice";
  readonly name: string;
  readonly item: GoType;
}

export interface GoMap {
  readonly shape: "map";
  readonly name: string;
  readonly value: GoType;
}

export interface GoStruct {
  readonly shape: "struct";
  readonly name: string;
  /** The name without its package, as `Go struct field PolicyRule.rules.verbs` has it. */
  readonly shortName: string;
  /** Matched case-sensitively (sigs.k8s.io/json). */
  readonly fields: readonly GoField[];
  /** Every field of the Go struct is listed, so that any other one is unknown to the server. */
  readonly complete: boolean;
}

export interface GoField {
  /** As in JSON. */
  readonly name: string;
  readonly type: GoType;
}

/** Not looked at. */
export interface GoAnything {
  readonly shape: "anything";
  readonly name: string;
}

export const string: GoScalar = { shape: "string", name: "string" };
export const bool: GoScalar = { shape: "bool", name: "bool" };
export const int32: GoScalar = { shape: "int32", name: "int32" };
export const int64: GoScalar = { shape: "int64", name: "int64" };
/** base64 in JSON. */
export const bytes: GoScalar = { shape: "bytes", name: "[]uint8" };
/** `metav1.Time`: RFC 3339. */
export const time: GoScalar = { shape: "time", name: "string" };
/** `metav1.Duration`: what Go's time.ParseDuration takes. Null is an empty text, which is none. */
export const duration: GoScalar = { shape: "duration", name: "string" };
/** A pointer to one: null is nothing. */
export const optionalDuration: GoScalar = { ...duration, optional: true };
export const anything: GoAnything = { shape: "anything", name: "interface {}" };

/** A string type of its own, such as `types.UID`. */
export function namedString(name: string): GoScalar {
  return { shape: "string", name };
}

export function slice(item: GoType): GoSlice {
  return { shape: "slice", name: `[]${item.name}`, item };
}

export function mapOf(value: GoType): GoMap {
  return { shape: "map", name: `map[string]${value.name}`, value };
}

/** A struct whose fields are all listed. */
export function struct(name: string, fields: Readonly<Record<string, GoType>>): GoStruct {
  const list = Object.entries(fields).map(([field, type]) => ({ name: field, type }));
  return { shape: "struct", name, shortName: shortName(name), fields: list, complete: true };
}

/** A struct of which only the fields listed matter here; the others are neither checked nor unknown. */
export function partialStruct(name: string, fields: Readonly<Record<string, GoType>>): GoStruct {
  return { ...struct(name, fields), complete: false };
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
