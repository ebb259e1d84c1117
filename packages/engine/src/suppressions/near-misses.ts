import { indexNames, type NameIndex, nearName, type Risk } from "@authgraph/rules";
import { positionAt, type SourceText } from "@authgraph/source";
import type { SearchedCluster } from "../search.ts";
import { objectWords, writtenObjects } from "./cluster-objects.ts";
import { commentLine } from "./comment-line.ts";
import { originsOf } from "./match-risks.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

/** What a suppression that matches nothing may have been meant for: the end of a sentence, undefined where nothing is near. */
export type NearMissOf = (written: WrittenSuppression) => string | undefined;

/** Searches what there is for what the unused suppressions may have been meant for. */
export function nearMisses(unused: readonly WrittenSuppression[], clusters: readonly SearchedCluster[]): NearMissOf {
  const commented = new Set<SourceText>();
  for (const { selector } of unused) if (selector?.by === "line") commented.add(selector.source);
  const placed = commented.size === 0 ? new Map() : rulesByLine(commented, clusters);
  let names: Names | undefined;
  return ({ suppression: { rules }, selector }) => {
    const wanted = rules.map(({ value }) => value);
    switch (selector?.by) {
      case "line":
        return nearLine(placed.get(selector.source) ?? new Map(), selector.line, wanted);
      case "entry":
      case "grant": {
        names ??= namesIn(clusters);
        const { subject } = selector;
        const object = selector.by === "entry" ? selector.object : selector.binding;
        return (
          meant(object, names.objects) ??
          meant(subject, names.subjects) ??
          (object === undefined ? undefined : otherRules(names.rulesOf.get(object), wanted))
        );
      }
      case "object":
        names ??= namesIn(clusters);
        return otherRules(names.rulesOf.get(objectWords(selector.key)), wanted);
      case "file":
      case undefined:
        return undefined;
    }
  };
}

type RulesByLine = Map<number, Set<string>>;

/** Which rules speak of the lines of the texts in question. */
function rulesByLine(
  texts: ReadonlySet<SourceText>,
  clusters: readonly SearchedCluster[],
): ReadonlyMap<SourceText, RulesByLine> {
  const bySource = new Map<SourceText, RulesByLine>();
  for (const risk of clusters.flatMap(({ risks }) => risks)) {
    for (const origin of originsOf(risk)) {
      if (origin.kind !== "text" || !texts.has(origin.source)) continue;
      const lines: RulesByLine = bySource.get(origin.source) ?? new Map();
      bySource.set(origin.source, lines);
      const line = commentLine(origin.source, positionAt(origin.source, origin.start).line);
      lines.set(line, (lines.get(line) ?? new Set()).add(risk.ruleId));
    }
  }
  return bySource;
}

function nearLine(lines: RulesByLine, line: number, wanted: readonly string[]): string | undefined {
  const elsewhere = [...lines]
    .filter(([, rules]) => wanted.some((rule) => rules.has(rule)))
    .map(([other]) => other)
    .sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b)[0];
  return elsewhere === undefined
    ? otherRules(lines.get(line), wanted)
    : `line ${elsewhere} is the nearest that it is found at`;
}

const rulesTold = 3;

function otherRules(found: ReadonlySet<string> | undefined, wanted: readonly string[]): string | undefined {
  const others = [...(found ?? [])].filter((rule) => !wanted.includes(rule)).sort();
  if (others.length === 0) return undefined;
  const more = others.length > rulesTold ? ` and ${others.length - rulesTold} more` : "";
  return `found there: ${others.slice(0, rulesTold).join(", ")}${more}`;
}

interface Names {
  readonly objects: NameIndex;
  readonly subjects: NameIndex;
  readonly rulesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

function namesIn(clusters: readonly SearchedCluster[]): Names {
  const objects = new Set<string>();
  const subjects = new Set<string>();
  const rulesOf = new Map<string, Set<string>>();
  for (const { risks, context } of clusters) {
    for (const { key } of writtenObjects(context.graph)) objects.add(objectWords(key));
    for (const risk of risks) {
      const { subject, object } = wordsOf(risk);
      subjects.add(subject);
      objects.add(object);
      for (const name of [subject, object]) rulesOf.set(name, (rulesOf.get(name) ?? new Set()).add(risk.ruleId));
    }
  }
  return { objects: indexNames(objects), subjects: indexNames(subjects), rulesOf };
}

function wordsOf({ identity: { subject, object } }: Risk): { readonly subject: string; readonly object: string } {
  return { subject, object: objectWords(object) };
}

function meant(name: string | undefined, names: NameIndex): string | undefined {
  const near = name === undefined || name.includes("*") ? undefined : nearName(name, names)?.name;
  return near === undefined ? undefined : `did you mean ${withoutKind(near, name ?? "")}?`;
}

/** `did you mean platform-admins?` says enough where the kind is the same. */
function withoutKind(near: string, written: string): string {
  const kind = /^\S+ /.exec(written)?.[0] ?? "";
  return kind !== "" && near.startsWith(kind) ? near.slice(kind.length) : near;
}
