import { relative, sep } from "node:path";
import { type Baseline, type Configuration, readBaseline } from "@authgraph/engine";
import { decodeBytes } from "@authgraph/parser";
import { type ProjectTree, pathWithin, readFileIn, type TreeFile } from "../files/project-tree.ts";
import { tell } from "../terminal/tell.ts";
import { type BaselineOptions, baselinePlaces } from "./baseline-place.ts";

export interface BaselineSearch {
  /** The state whose baseline it is. */
  readonly project: ProjectTree;
  readonly configuration: Configuration | undefined;
  readonly options: BaselineOptions;
  /** One that cannot be used counts as none: a change may be what repairs it. */
  readonly silent?: boolean | undefined;
  /** Where one is named that is not there: a mistake, unless it is to be written. */
  readonly absent?: "none" | undefined;
}

export type BaselineResult =
  | {
      readonly outcome: "loaded";
      readonly baseline: Baseline | undefined;
      /** The absolute path of its file. */
      readonly at: string | undefined;
    }
  /** There is one that cannot be used; why was told. */
  | { readonly outcome: "unable" };

const none: BaselineResult = { outcome: "loaded", baseline: undefined, at: undefined };
const unable: BaselineResult = { outcome: "unable" };

/** The baseline of one state of a project. What is wrong with it is told, all at once. */
export async function loadBaseline(search: BaselineSearch): Promise<BaselineResult> {
  const { project, configuration, options, silent = false } = search;
  if (options.none) return none;
  const { paths, named } = baselinePlaces(project, configuration, options);
  for (const at of paths) {
    const file = await fileOf(project, at, named);
    if (file.outcome === "missing") continue;
    return decoded(file, at, search);
  }
  if (!named || silent || search.absent === "none") return none;
  await tell(`cannot read ${shown(paths[0])}: there is no such file; \`authgraph baseline\` writes one`);
  return unable;
}

/** What was named may lie anywhere; what a project says of itself lies in it. */
async function fileOf({ root, state, read }: ProjectTree, at: string, named: boolean): Promise<TreeFile> {
  const inside = pathWithin(root, at);
  if (inside !== undefined && (state !== undefined || !named)) return read(inside);
  return named ? readFileIn(undefined, at) : { outcome: "unreadable", reason: "it lies outside of the project" };
}

async function decoded(
  file: Exclude<TreeFile, { readonly outcome: "missing" }>,
  at: string,
  { project: { state }, silent = false }: BaselineSearch,
): Promise<BaselineResult> {
  const path = shown(at);
  if (file.outcome === "unreadable") {
    if (silent) return none;
    await tell(`cannot read ${path}: ${file.reason}`);
    return unable;
  }
  const result = readBaseline({ path, text: decodeBytes(file.bytes).text });
  if (result.outcome === "read") return { outcome: "loaded", baseline: result.baseline, at };
  if (silent) return none;
  const { tellProblems } = await import("../terminal/tell-problems.ts");
  await tellProblems(result.problems);
  const of = state === undefined ? "" : ` of ${state}`;
  await tell(`${path}${of} is no baseline that can be used`);
  return unable;
}

function shown(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}
