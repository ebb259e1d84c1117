import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { type Position, positionAt } from "@authgraph/source";
import { printable } from "./printable.ts";
import { type RepositoryOptions, type RepositoryPlaces, repositoryPlaces } from "./repository-place.ts";
import { shownPlace } from "./shown-place.ts";

/** What a column holds of a finding. */
type Column = (finding: Finding, places: RepositoryPlaces) => string | number;

/** By name, in their order; a new one goes to the end, because who reads them may count. */
const columns: Readonly<Record<string, Column>> = {
  rule: ({ ruleId }) => ruleId,
  severity: ({ severity }) => severity,
  title: ({ title }) => title,
  subject: ({ identity }) => identity.subject,
  binding: ({ identity }) => (objectOf(identity.object)?.kind.endsWith("Binding") ? nameOf(identity.object) : ""),
  role: ({ role }) => (role === undefined ? "" : nameOf(role.key)),
  namespace: ({ identity }) => objectOf(identity.object)?.namespace ?? "",
  path: (finding, places) => fileOf(finding, places)?.path ?? "",
  line: (finding, places) => fileOf(finding, places)?.line ?? "",
  fingerprint: ({ fingerprint }) => fingerprint,
  column: (finding, places) => fileOf(finding, places)?.column ?? "",
  object: ({ identity }) => identity.object,
  cluster: ({ cluster }) => cluster,
  score: ({ score }) => score.toFixed(1),
  confidence: ({ confidence }) => confidence,
  state: ({ state }) => state ?? "",
  folded: ({ folded }) => folded.length,
};

/** The report as a table: comma-separated values (RFC 4180), safe to open in a spreadsheet. */
export function* renderCsv(run: Run, options: RepositoryOptions = {}): Iterable<string> {
  const places = repositoryPlaces(options);
  yield record(Object.keys(columns));
  for (const finding of places.inOrder(run.findings))
    yield record(Object.values(columns).map((column) => column(finding, places)));
}

/** From the root of the repository where it is a file of it, else as it was named. */
function fileOf(finding: Finding, places: RepositoryPlaces): (Position & { readonly path: string }) | undefined {
  const origin = shownPlace(finding);
  if (origin === undefined) return undefined;
  const path = places.of(origin)?.path ?? origin.source.path;
  return { path, ...positionAt(origin.source, origin.start) };
}

function record(values: readonly (string | number)[]): string {
  return `${values.map((value) => cell(printable(String(value)))).join(",")}\r\n`;
}

/** A spreadsheet computes what begins like this, whatever file it came from (OWASP, CSV injection). */
const formula = /^\s*[=+\-@＝＋－＠]/;

function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

interface ObjectName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Of the key of an object: `group/kind/namespace/name`. Other things are named in other ways. */
function objectOf(key: string): ObjectName | undefined {
  const match = /^[^/]*\/([^/]+)\/([^/]*)\/(.*)$/s.exec(key);
  if (match === null) return undefined;
  const [, kind = "", namespace = "", name = ""] = match;
  return { kind, namespace, name };
}

function nameOf(key: string): string {
  const object = objectOf(key);
  if (object === undefined) return key;
  const { kind, namespace, name } = object;
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}
