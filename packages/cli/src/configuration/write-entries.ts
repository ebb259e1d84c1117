import { relative, resolve, sep } from "node:path";
import { type Configuration, type ExpectedGrant, readConfiguration } from "@authgraph/engine";
import { removeListItem } from "@authgraph/rules";
import type { ProjectTree } from "../files/project-tree.ts";
import { writeResult } from "../terminal/write.ts";
import { entryText, type NewEntry, withEntry } from "./edit-configuration.ts";
import { configurationName } from "./load-configuration.ts";

/** Where the configuration of a project is, or would be. */
export interface ConfigurationPlace {
  readonly project: Pick<ProjectTree, "root">;
  readonly configuration: Configuration | undefined;
}

export type EntriesWritten =
  | { readonly outcome: "written" /** From where we stand. */; readonly path: string }
  | {
      readonly outcome: "unable";
      readonly message: string;
      /** What somebody has to write by hand. */
      readonly snippet?: string;
    };

/**
 * Adds entries to the configuration of a project, which is made where there is none. Those that they stand in for are
 * taken out, where that can be done by cutting.
 */
export async function writeEntries(
  { project, configuration }: ConfigurationPlace,
  entries: readonly NewEntry[],
  outdated: readonly ExpectedGrant["origin"][] = [],
): Promise<EntriesWritten> {
  const at = resolve(configuration?.source.path ?? resolve(project.root, configurationName));
  const path = relative(process.cwd(), at).split(sep).join("/");
  let text = without(configuration?.source.text ?? "", outdated);
  for (const entry of entries) {
    const edited = withEntry(text, entry);
    if (edited === undefined || !holdsOneMore(text, edited, entry.list)) {
      const snippet = entries.map(entryText).join("\n");
      return { outcome: "unable", message: `${path} cannot be edited as it is written; add to it:`, snippet };
    }
    text = edited;
  }
  const problem = await writeResult([text], at);
  return problem === undefined ? { outcome: "written", path } : { outcome: "unable", message: problem };
}

function without(text: string, items: readonly ExpectedGrant["origin"][]): string {
  const cuts = items.flatMap(removeListItem).flatMap(({ origin }) => (origin.kind === "text" ? [origin] : []));
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

/** What was made of it is read again before anything is written. */
function holdsOneMore(before: string, after: string, list: NewEntry["list"]): boolean {
  const [was, is] = [before, after].map((text) => {
    const result = readConfiguration({ path: configurationName, text }, { rules: undefined });
    return result.outcome === "read" ? result.configuration[list].length : undefined;
  });
  return was !== undefined && is === was + 1;
}
