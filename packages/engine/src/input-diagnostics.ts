import type { Diagnostic, Located } from "@authgraph/source";
import type { Configuration, ConfiguredTemplates } from "./configuration/configuration.ts";
import { defaultCluster } from "./configuration/configuration.ts";
import { matcherOf, plainPath } from "./configuration/path-pattern.ts";
import { toldTexts } from "./coverage.ts";
import type { LoadedCluster } from "./load-graph.ts";
import type { ReadProject } from "./read-project.ts";

/** What there is to say of the inputs: a text of several clusters is told once, a template that is known not at all. */
export function inputDiagnostics(
  read: ReadProject,
  clusters: readonly LoadedCluster[],
  configuration: Configuration | undefined,
): readonly Diagnostic[] {
  const texts = toldTexts(read.texts, clusters);
  if (configuration === undefined) return texts.flatMap(({ parsed }) => parsed.diagnostics);
  const isKnown = knownTemplates(configuration);
  return [
    ...texts.flatMap(({ path, inside, parsed: { diagnostics } }) =>
      diagnostics.some(isTemplate) && isKnown(inside ?? path)
        ? diagnostics.filter((one) => !isTemplate(one))
        : diagnostics,
    ),
    ...notesOf(configuration, read),
  ];
}

function isTemplate({ id }: Diagnostic): boolean {
  return id === "template";
}

function knownTemplates({ templates, pathOf }: Configuration): (path: string) => boolean {
  const holds = matcherOf(patternsOf(templates));
  return (path) => {
    const inside = pathOf(path);
    return inside !== undefined && holds(inside);
  };
}

function patternsOf(entries: readonly Pick<ConfiguredTemplates, "paths">[]): readonly string[] {
  return entries.flatMap(({ paths }) => paths.map(({ value }) => value));
}

/** What the configuration says of files that are not there: a misspelt path would hide nothing, or not what it should. */
function notesOf(
  configuration: Configuration,
  { texts, skipped, clusters, unusedExcludes }: ReadProject,
): readonly Diagnostic[] {
  const isThere = (pattern: string): boolean => {
    const holds = matcherOf([pattern]);
    return [...texts, ...skipped].some(({ path }) => {
      const inside = configuration.pathOf(path);
      return inside !== undefined && holds(inside.replace(/\/$/, ""));
    });
  };
  return [
    ...configuration.clusters
      .filter(({ name }) => name.value !== defaultCluster && (clusters.get(name.value) ?? []).length === 0)
      .map(({ name }) => note(name, `no file of the inputs belongs to the cluster ${name.value}`)),
    ...unusedExcludes.flatMap((entry) =>
      entry.paths.map((path) => note(path, `${path.value} excludes no file of the inputs`)),
    ),
    ...configuration.templates.flatMap(({ rendered }): readonly Diagnostic[] => {
      if (rendered === undefined || isThere(plainPath(rendered.value))) return [];
      const message = `no file of the inputs lies in ${rendered.value}: what the templates render to is not looked at`;
      return [{ ...note(rendered, message), level: "warning" }];
    }),
  ];
}

function note({ origin }: Located<string>, message: string): Diagnostic {
  return { id: "configuration-unused", level: "note", message, origin };
}
