import type { Run } from "@authgraph/engine";
import type { Finding, Hop, Remedy } from "@authgraph/rules";
import type { TextOrigin } from "@authgraph/source";
import { levelOfThree, messageLines } from "./finding-words.ts";
import { jsonObject, jsonText } from "./json-text.ts";
import { printable } from "./printable.ts";
import {
  type RepositoryOptions,
  type RepositoryPlace,
  type RepositoryPlaces,
  repositoryPlaces,
} from "./repository-place.ts";
import { maskSecrets } from "./secrets.ts";
import { bytePosition } from "./utf8.ts";

export interface RdjsonOptions extends RepositoryOptions {
  /** Where the documentation is published. */
  readonly docsUrl?: string | undefined;
}

/** What a comment of a review may show beside its own place. */
const relatedLimit = 10;

/** The report for reviewdog: its Diagnostic Format (reviewdog proto/rdf), columns in bytes of UTF-8. */
export function* renderRdjson(run: Run, options: RdjsonOptions = {}): Iterable<string> {
  yield* jsonObject([
    { key: "source", value: source(options) },
    { key: "diagnostics", list: diagnostics(run, options) },
  ]);
  yield "\n";
}

/** The same, a diagnostic to each line. */
export function* renderRdjsonl(run: Run, options: RdjsonOptions = {}): Iterable<string> {
  for (const diagnostic of diagnostics(run, options)) {
    yield `${jsonText({ ...diagnostic, source: source(options) })}\n`;
  }
}

function source({ docsUrl }: RdjsonOptions): object {
  return { name: "authgraph", ...(docsUrl === undefined ? {} : { url: docsUrl }) };
}

function* diagnostics(run: Run, options: RdjsonOptions): Iterable<object> {
  const places = repositoryPlaces(options);
  for (const finding of places.inOrder(run.findings)) {
    const place = places.ofFinding(finding);
    if (place !== undefined) yield diagnostic(finding, place, places, options);
  }
}

function diagnostic(
  finding: Finding,
  place: RepositoryPlace,
  places: RepositoryPlaces,
  { docsUrl }: RdjsonOptions,
): object {
  const { ruleId, severity, hops, remedies } = finding;
  const url = docsUrl === undefined ? {} : { url: `${docsUrl}/rules/${encodeURIComponent(ruleId)}.md` };
  const related = hops.flatMap((hop) => relatedLocation(hop, places)).slice(0, relatedLimit);
  const suggestion = suggestionOf(remedies[0], place, places);
  return {
    message: messageLines(finding).join("\n"),
    location: { path: place.path, range: rangeOf(place.origin, place.region.startLine) },
    severity: levelOfThree(severity).toUpperCase(),
    code: { value: ruleId, ...url },
    ...(suggestion === undefined ? {} : { suggestions: [suggestion] }),
    ...(related.length === 0 ? {} : { related_locations: related }),
  };
}

function relatedLocation({ origin, label, step }: Hop, places: RepositoryPlaces): readonly object[] {
  const place = places.of(origin);
  if (place === undefined) return [];
  const message = printable(step === undefined ? label : `${step}. ${label}`);
  return [{ message, location: { path: place.path, range: rangeOf(place.origin, place.region.startLine) } }];
}

/** Of the best remedy, where it is one edit of the file that the finding is shown in: all that a suggestion can hold. */
function suggestionOf(
  remedy: Remedy | undefined,
  { path }: RepositoryPlace,
  places: RepositoryPlaces,
): object | undefined {
  const [edit, ...others] = remedy?.edits ?? [];
  if (edit === undefined || others.length > 0 || edit.origin.kind !== "text") return undefined;
  if (places.of(edit.origin)?.path !== path) return undefined;
  const { source, start, end } = edit.origin;
  if (maskSecrets(edit.replacement) !== edit.replacement) return undefined;
  return { range: { start: bytePosition(source, start), end: bytePosition(source, end) }, text: edit.replacement };
}

/** The part of a span in its first line: a comment stands at one line. */
function rangeOf({ source, start, end }: TextOrigin, line: number): object {
  const last = bytePosition(source, end);
  const inLine = last.line === line ? last : bytePosition(source, endOfLine(source.text, start));
  return { start: bytePosition(source, start), end: inLine };
}

function endOfLine(text: string, from: number): number {
  const lineBreak = /[\r\n]|$/g;
  lineBreak.lastIndex = from;
  return lineBreak.exec(text)?.index ?? text.length;
}
