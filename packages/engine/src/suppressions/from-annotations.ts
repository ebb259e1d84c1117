import type { ObjectKey } from "@authgraph/graph";
import { indexNames, nearName, type Suppression } from "@authgraph/rules";
import { type Located, type Origin, textOrigin } from "@authgraph/source";
import type { SearchedCluster } from "../search.ts";
import { objectWords, type WrittenObject, writtenObjects } from "./cluster-objects.ts";
import { readAnnotation } from "./suppression-words.ts";
import {
  labelOf,
  misspeltSuppression,
  shortened,
  suppressionKey,
  type WrittenSuppression,
} from "./written-suppression.ts";

/** The annotation that accepts what is found about an object. */
const ignoreAnnotation = "authgraph.dev/ignore";

/** Every `authgraph.dev/ignore` of the inputs, and what looks as if it was meant to be one. */
export function fromAnnotations(clusters: readonly SearchedCluster[]): readonly WrittenSuppression[] {
  const seen = new Set<Located<string>>();
  const found: WrittenSuppression[] = [];
  for (const { name, context } of clusters) {
    for (const object of writtenObjects(context.graph)) {
      const { annotations, labels } = object.object.meta;
      for (const [key, value] of annotations) {
        if (!isMeant(key) || seen.has(value)) continue;
        seen.add(value);
        found.push(...written(key, value, object, name));
      }
      const label = labels.get(ignoreAnnotation);
      if (label === undefined || seen.has(label)) continue;
      seen.add(label);
      found.push(misspelt(ignoreAnnotation, label.origin, object, name, "is an annotation, not a label"));
    }
  }
  return found;
}

const known = indexNames([ignoreAnnotation]);

/** Cheap for all the others: objects have many annotations. */
function isMeant(key: string): boolean {
  if (key === ignoreAnnotation || key.startsWith("authgraph")) return true;
  return Math.abs(key.length - ignoreAnnotation.length) <= 2 && nearName(key, known) !== undefined;
}

function written(
  key: string,
  { value, origin }: Located<string>,
  object: WrittenObject,
  home: string,
): readonly WrittenSuppression[] {
  if (key !== ignoreAnnotation) {
    return [misspelt(key, origin, object, home, `is no annotation of authgraph: did you mean ${ignoreAnnotation}?`)];
  }
  const parts = [...value.matchAll(/[^;\n]+/g)].filter(([part]) => part.trim() !== "");
  if (parts.length === 0) return [misspelt(key, origin, object, home, "says nothing: RULE -- REASON")];
  return parts.map((part) => {
    const text = part[0].trim();
    const start = placeIn(origin, value, part.index + part[0].indexOf(text), text);
    return start === undefined
      ? ofPart(text, origin, origin, object, home)
      : ofPart(text, start, parts.length === 1 ? origin : start, object, home);
  });
}

/** Where a part of a value stands, if the value is written letter by letter. */
function placeIn(origin: Origin, value: string, at: number, text: string): Origin | undefined {
  if (origin.kind !== "text") return undefined;
  const { source, start, end } = origin;
  const found = source.text.slice(start, end).indexOf(value.slice(at, at + text.length));
  return found < 0 ? undefined : textOrigin(source, start + found, start + found + text.length);
}

function ofPart(text: string, at: Origin, place: Origin, object: WrittenObject, home: string): WrittenSuppression {
  const words = readAnnotation(text, at.kind === "text" ? at : object.origin);
  if (words.outcome === "misspelt") return misspelt(shortened(text), place, object, home, words.problem);
  const { rules, until, reason } = words;
  const { key, origin } = object;
  const about: Omit<Suppression, "key"> = {
    form: "annotation",
    origin: place,
    label: labelOf("ignore", rules),
    selects: objectWords(key),
    rules,
    reason,
    until,
  };
  return {
    suppression: { ...about, key: suppressionKey(about, [home]) },
    cluster: undefined,
    home,
    selector: { by: "object", source: origin.source, start: origin.start, end: origin.end, key },
    validWhile: undefined,
    problem: undefined,
    unjudged: false,
  };
}

function misspelt(
  label: string,
  origin: Origin,
  { key }: { readonly key: ObjectKey },
  home: string,
  problem: string,
): WrittenSuppression {
  const told = { form: "annotation", origin, label, selects: objectWords(key) } as const;
  return misspeltSuppression(told, problem, { home, problem });
}
