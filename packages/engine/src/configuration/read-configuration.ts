import { readDocuments, type Surprise } from "@authgraph/parser";
import type { RuleMetadata } from "@authgraph/rules";
import { type Diagnostic, type SourceText, textOrigin } from "@authgraph/source";
import { clusters, identities, templates } from "./cluster-entries.ts";
import { type Configuration, type ConfiguredCluster, defaultCluster } from "./configuration.ts";
import { type Decoding, entry, flag, listOrNothing, meant, problem, tell } from "./decode.ts";
import { excludes, expectedGrants, suppressions } from "./excuse-entries.ts";
import { rules } from "./rule-entries.ts";
import { path } from "./values.ts";

export type ReadConfiguration =
  | { readonly outcome: "read"; readonly configuration: Configuration }
  /** Everything that is wrong with it, in the order of the places. */
  | { readonly outcome: "wrong"; readonly problems: readonly Diagnostic[] };

export interface KnownNames {
  /** The rules it may speak of; undefined: whatever it says of rules is nothing to who reads it. */
  readonly rules: readonly RuleMetadata[] | undefined;
  /** The path of an input from the folder where its paths start. Default: that of its own path. */
  readonly pathOf?: Configuration["pathOf"] | undefined;
}

/** Reads `authgraph.yaml`: the configuration, or all that is wrong with it. An empty file is an empty configuration. */
export function readConfiguration(source: SourceText, known: KnownNames): ReadConfiguration {
  let result: ReadConfiguration | undefined;
  readDocuments(source.text, "component-config", (document) => {
    switch (document.outcome) {
      case "value":
        result ??= decodeDocument({ source, tree: document.tree, problems: [] }, document.surprises, known);
        break;
      case "error": {
        const { offset, message } = document;
        result ??= { outcome: "wrong", problems: [problem(textOrigin(source, offset, offset), message)] };
        break;
      }
      case "empty":
        break;
    }
  });
  return result ?? { outcome: "read", configuration: emptyConfiguration(source, known) };
}

function emptyConfiguration(source: SourceText, { pathOf }: KnownNames): Configuration {
  return {
    source,
    pathOf: pathOf ?? pathsBelow(source.path.slice(0, source.path.lastIndexOf("/") + 1)),
    clusters: [],
    templates: [],
    exclude: [],
    rules: [],
    identities: { users: [], groups: [] },
    expected: [],
    suppressions: [],
    baseline: undefined,
    complete: false,
  };
}

function pathsBelow(folder: string): Configuration["pathOf"] {
  return (path) => (path.startsWith(folder) ? path.slice(folder.length) : undefined);
}

const topLevel = [
  "clusters",
  "templates",
  "exclude",
  "complete",
  "rules",
  "identities",
  "expected",
  "suppressions",
  "baseline",
] as const;

function decodeDocument(decoding: Decoding, surprises: readonly Surprise[], known: KnownNames): ReadConfiguration {
  const { source, tree, problems } = decoding;
  tellHidden(decoding, surprises);
  const top = entry(decoding, tree.root, { what: "the configuration", keys: topLevel });
  const empty = emptyConfiguration(source, known);
  const complete = top.get("complete", flag) ?? false;
  const configuration: Configuration = {
    source,
    pathOf: empty.pathOf,
    clusters: top.get("clusters", listOrNothing(clusters(complete))) ?? empty.clusters,
    templates: top.get("templates", listOrNothing(templates)) ?? empty.templates,
    exclude: top.get("exclude", listOrNothing(excludes)) ?? empty.exclude,
    rules: top.get("rules", rules(known.rules)) ?? empty.rules,
    identities: top.get("identities", identities) ?? empty.identities,
    expected: top.get("expected", listOrNothing(expectedGrants)) ?? empty.expected,
    suppressions: top.get("suppressions", listOrNothing(suppressions)) ?? empty.suppressions,
    baseline: top.get("baseline", path),
    complete,
  };
  tellClusterNames(decoding, configuration);
  if (problems.length === 0) return { outcome: "read", configuration };
  return { outcome: "wrong", problems: problems.toSorted(byPlace) };
}

/** What an editor shows and nobody reads, or the other way round. */
function tellHidden(decoding: Decoding, surprises: readonly Surprise[]): void {
  for (const { form, start, end } of surprises) {
    const origin = textOrigin(decoding.source, start, end);
    if (form === "ignored-text") tell(decoding, origin, "nothing after the first document is read");
    else if (form === "line-break") tell(decoding, origin, "this character ends the line, which editors do not show");
  }
}

/** Names that stand twice, and clusters that are spoken of and not there. */
function tellClusterNames(decoding: Decoding, { clusters: all, expected, suppressions: excuses }: Configuration): void {
  const names = new Set<string>();
  for (const { name } of all) {
    if (names.has(name.value)) tellAt(decoding, name, `there is a cluster ${name.value} already`);
    names.add(name.value);
  }
  const known = [...names.add(defaultCluster)];
  for (const { cluster } of [...expected, ...excuses]) {
    if (cluster === undefined || names.has(cluster.value)) continue;
    tellAt(decoding, cluster, `there is no cluster "${cluster.value}"; ${meant(cluster.value, known)}`);
  }
}

function tellAt(decoding: Decoding, { origin }: ConfiguredCluster["name"], message: string): void {
  if (origin.kind === "text") tell(decoding, origin, message);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.origin.kind === "text" && b.origin.kind === "text" ? a.origin.start - b.origin.start : 0;
}
