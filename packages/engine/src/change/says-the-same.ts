import { type Fact, fileRoles } from "@authgraph/kubernetes";
import { type ParsedText, parse } from "@authgraph/parser";
import type { SourceText } from "@authgraph/source";

/**
 * Whether two contents of a file say the same but for where they say it: then whatever is made of the one is made of the
 * other, and of two projects that differ in such files alone neither has a risk, a right or a setting that the other lacks.
 *
 * Why that holds. All that follows the parser is a function of what was parsed, and of places it asks only how they lie
 * to each other: which is first, which is within which, whether two are one. So the values must be equal, and the order of
 * all places, starts and ends together, must be the same. Two things look at a place otherwise, and both are told apart
 * here: a comment that accepts a risk holds for its own line and the next one, so a text with such comments says the same
 * as itself alone; and remedies copy text, which is shown and never compared.
 *
 * It says nothing of texts that name other files, for what those are told to hold depends on more than their facts (see
 * `namesFiles`), nor of what a text says to another one that names it (see `saysTheSameInEveryRole`).
 */
export function saysTheSame(before: ParsedText, after: ParsedText): boolean {
  if (before.directives.length + after.directives.length > 0) return false;
  const comparison: Comparison = { partners: new Map(), places: [] };
  return areEqual(comparison, before, after) && areInSameOrder(comparison.places);
}

/**
 * The same for whoever names the file, whatever it takes it for: for changes to a project in which nobody has looked for
 * texts that name files. Messages about what it is not are no part of what it says.
 */
export function saysTheSameInEveryRole(before: SourceText, after: SourceText): boolean {
  return fileRoles.every((role) => {
    const [was, is] = [before, after].map((source) => inAnyWords(parse(source, { role })));
    return was !== undefined && is !== undefined && saysTheSame(was, is);
  });
}

/** A server that would not start with a file does not, however it puts it. */
function inAnyWords(parsed: ParsedText): ParsedText {
  const facts = parsed.facts.map((fact): Fact => {
    if (fact.fact !== "configuration" || fact.configuration.kind !== "Refused") return fact;
    return { ...fact, configuration: { ...fact.configuration, errors: [] } };
  });
  return { ...parsed, facts, diagnostics: [] };
}

/** Whether a text sends the reader to other files, which are then read as what it takes them for. */
export function namesFiles({ facts }: ParsedText): boolean {
  return facts.some(isAboutOtherFiles);
}

function isAboutOtherFiles({ fact }: Fact): boolean {
  switch (fact) {
    case "file-reference":
    case "machine-file":
    case "mount":
    // A unit is one with its drop-ins and environment files.
    case "unit":
    case "environment":
    // So is a configuration file of k3s.
    case "distribution":
      return true;
    // What it takes for a patch is so by its path, whatever it holds.
    case "kustomization":
    case "object":
    case "invocation":
    case "configuration":
    case "credential":
    case "hidden-content":
    case "written-credential":
      return false;
  }
}

/** An offset before, and the one after that stands for it. */
type Place = readonly [before: number, after: number];

interface Comparison {
  /** Of each object that was met before, the one that stands for it: some are asked whether they are the same one. */
  readonly partners: Map<object, object>;
  readonly places: Place[];
}

function areEqual(comparison: Comparison, before: unknown, after: unknown): boolean {
  if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) {
    return Object.is(before, after);
  }
  const partner = comparison.partners.get(before);
  if (partner !== undefined) return partner === after;
  comparison.partners.set(before, after);
  if (isPlace(before)) {
    if (!isPlace(after)) return false;
    comparison.places.push([before.start, after.start], [before.end, after.end]);
    return true;
  }
  return Object.getPrototypeOf(before) === Object.getPrototypeOf(after) && haveEqualParts(comparison, before, after);
}

function haveEqualParts(comparison: Comparison, before: object, after: object): boolean {
  const [parts, others] = [partsOf(before), partsOf(after)];
  return (
    parts.length === others.length &&
    parts.every(([name, part], at) => {
      const [otherName, other] = others[at] ?? [];
      return areEqual(comparison, name, otherName) && areEqual(comparison, part, other);
    })
  );
}

/** In their order. */
function partsOf(value: object): readonly (readonly [unknown, unknown])[] {
  return value instanceof Map ? [...value] : Object.entries(value);
}

function isPlace(value: object): value is { readonly start: number; readonly end: number } {
  return "kind" in value && value.kind === "text" && "start" in value && "end" in value;
}

/** Whether every two offsets stand to each other as their partners do. */
function areInSameOrder(places: readonly Place[]): boolean {
  const sorted = [...places].sort(([a, partnerOfA], [b, partnerOfB]) => a - b || partnerOfA - partnerOfB);
  return sorted.every(([before, after], at) => {
    const [next, partner] = sorted[at + 1] ?? [before, after];
    return before === next ? after === partner : after < partner;
  });
}
