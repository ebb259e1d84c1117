/** A type of the Common Expression Language, as its checker knows them. */
export interface CelType {
  /** `string`, `list`, `kubernetes.UserInfo`, …; one capital letter is a parameter. */
  readonly name: string;
  readonly of: readonly CelType[];
}

export function simpleType(name: string): CelType {
  return { name, of: [] };
}

export const dyn: CelType = simpleType("dyn");
export const any: CelType = simpleType("any");
export const bool: CelType = simpleType("bool");
export const string: CelType = simpleType("string");
/** Elements of a list or map that has none. */
export const nothing: CelType = simpleType("nothing");

export function listOf(element: CelType): CelType {
  return { name: "list", of: [element] };
}

export function mapOf(value: CelType, key: CelType = string): CelType {
  return { name: "map", of: [key, value] };
}

export function optionalOf(value: CelType): CelType {
  return { name: "optional_type", of: [value] };
}

/** Whether a value may be of any type: nothing can be said of it before it is there. */
export function isDynamic({ name }: CelType): boolean {
  return name === "dyn" || name === "any" || name === "nothing";
}

function isParameter({ name }: CelType): boolean {
  return /^[A-Z]$/.test(name);
}

/** As the checker prints it: `list(string)`. */
export function printType({ name, of }: CelType): string {
  return of.length === 0 ? (name === "nothing" ? "dyn" : name) : `${name}(${of.map(printType).join(", ")})`;
}

/** Reads `map(string, list(A))`. */
export function parseType(text: string): CelType {
  const { type } = parseAt(text, 0);
  return type;
}

function parseAt(text: string, start: number): { readonly type: CelType; readonly end: number } {
  const [name = ""] = /^[\w.]+/.exec(text.slice(start).trimStart()) ?? [];
  let at = text.indexOf(name, start) + name.length;
  const of: CelType[] = [];
  if (text[at] === "(") {
    do {
      const inner = parseAt(text, at + 1);
      of.push(inner.type);
      at = inner.end;
    } while (text[at] === ",");
    at++;
  }
  return { type: { name, of }, end: at };
}

/** What the parameters of a signature stand for. */
export type Substitution = Map<string, CelType>;

/** Whether a value of one type may stand where another is wanted; gives the wanted type's parameters their meaning. */
export function isAssignable(wanted: CelType, given: CelType, parameters: Substitution): boolean {
  if (isParameter(wanted)) {
    const bound = parameters.get(wanted.name);
    if (bound === undefined || (bound.name === "nothing" && given.name !== "nothing")) {
      parameters.set(wanted.name, given);
      return true;
    }
    if (isDynamic(bound) || isDynamic(given)) {
      // What is not known before takes the other in.
      if (isDynamic(given) && given.name !== "nothing") parameters.set(wanted.name, given);
      return true;
    }
    if (isAssignable(bound, given, new Map())) return true;
    if (!isAssignable(given, bound, new Map())) return false;
    parameters.set(wanted.name, given);
    return true;
  }
  if (isDynamic(wanted) || isDynamic(given)) return true;
  if (given.name === "null" && takesNull(wanted)) return true;
  if (wanted.name !== given.name || wanted.of.length !== given.of.length) return false;
  return wanted.of.every((part, i) => isAssignable(part, given.of[i] ?? dyn, parameters));
}

/** Objects, times and opaque types (cel-go checker/types.go: internalIsAssignableNull). */
function takesNull({ name }: CelType): boolean {
  return !["bool", "int", "uint", "double", "string", "bytes", "list", "map", "type"].includes(name);
}

/** A type with its parameters replaced. */
export function substitute(type: CelType, parameters: Substitution): CelType {
  if (isParameter(type)) return parameters.get(type.name) ?? dyn;
  return type.of.length === 0 ? type : { name: type.name, of: type.of.map((part) => substitute(part, parameters)) };
}

export function sameType(a: CelType, b: CelType): boolean {
  return a.name === b.name && a.of.length === b.of.length && a.of.every((part, i) => sameType(part, b.of[i] ?? dyn));
}
