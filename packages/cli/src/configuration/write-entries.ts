import { relative, resolve, sep } from "node:path";
import { type Configuration, readConfiguration } from "@authgraph/engine";
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

/** Adds entries to the configuration of a project, which is made where there is none. */
export async function writeEntries(
  { project, configuration }: ConfigurationPlace,
  entries: readonly NewEntry[],
): Promise<EntriesWritten> {
  const at = resolve(configuration?.source.path ?? resolve(project.root, configurationName));
  const path = relative(process.cwd(), at).split(sep).join("/");
  let text = configuration?.source.text ?? "";
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

/** What was made of it is read again before anything is written. */
function holdsOneMore(before: string, after: string, list: NewEntry["list"]): boolean {
  const [was, is] = [before, after].map((text) => {
    const result = readConfiguration({ path: configurationName, text }, { rules: undefined });
    return result.outcome === "read" ? result.configuration[list].length : undefined;
  });
  return was !== undefined && is === was + 1;
}
