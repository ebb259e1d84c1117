import { dirname, relative, resolve, sep } from "node:path";
import { type Configuration, readConfiguration } from "@authgraph/engine";
import { decodeBytes } from "@authgraph/parser";
import type { RuleMetadata } from "@authgraph/rules";
import {
  folderOf,
  type ProjectTree,
  pathWithin,
  readFileIn,
  type TreeFile,
  workingTree,
} from "../files/project-tree.ts";
import { tell } from "../terminal/tell.ts";
import { pathsFrom } from "./paths-from.ts";

/** Which configuration holds. */
export interface ConfigurationOptions {
  /** `--config`; undefined: what is found. */
  readonly file: string | undefined;
  /** `--no-config` */
  readonly none: boolean;
}

export interface ConfigurationSearch {
  readonly inputs: readonly string[];
  readonly options: ConfigurationOptions;
  /** The rules it may speak of; undefined where none is asked. */
  readonly rules: readonly RuleMetadata[] | undefined;
  /** Where it is looked for; of a change the state that it starts from. Default: the working tree. */
  readonly tree?: ProjectTree | undefined;
  /** Nobody is told what is wrong with it. */
  readonly silent?: boolean | undefined;
}

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The folder where its paths start: absolute. */
  readonly folder: string;
}

export type ConfigurationResult =
  | { readonly outcome: "loaded"; readonly loaded: LoadedConfiguration | undefined }
  /** There is one that cannot be used; why was told. */
  | { readonly outcome: "unable" };

export const configurationName = "authgraph.yaml";

const none: ConfigurationResult = { outcome: "loaded", loaded: undefined };

/**
 * The configuration of a run: the file that was named, else the nearest `authgraph.yaml` from the first input up to the
 * root of its project. What is wrong with it is told, all at once.
 */
export async function loadConfiguration(search: ConfigurationSearch): Promise<ConfigurationResult> {
  const { options, inputs, tree = workingTree(inputs) } = search;
  if (options.none) return none;
  if (options.file !== undefined) return loadNamed(options.file, tree, search);
  for (const path of candidates(tree, inputs)) {
    const file = await tree.read(path);
    const at = resolve(tree.root, path);
    if (file.outcome !== "missing") return decoded(file, { at, folder: dirname(at), state: tree.state }, search);
  }
  return none;
}

/** What of it holds beside the options of a command, which count more. */
export function configurationFor(
  configuration: Configuration | undefined,
  { rootfs }: { readonly rootfs: string | undefined },
): Configuration | undefined {
  if (configuration === undefined || rootfs === undefined) return configuration;
  return { ...configuration, clusters: configuration.clusters.map((cluster) => ({ ...cluster, rootfs: undefined })) };
}

/** Paths of the tree where a configuration may lie, nearest first. */
function candidates({ root }: ProjectTree, inputs: readonly string[]): readonly string[] {
  const inside = pathWithin(root, folderOf(inputs)) ?? "";
  const folders = inside === "" ? [] : inside.split("/");
  return [...folders.map((_, above) => folders.slice(0, folders.length - above)), []].map((folder) =>
    [...folder, configurationName].join("/"),
  );
}

/** Any file may be named. Its paths start from its folder where that lies in the project, else from the project's root. */
async function loadNamed(name: string, tree: ProjectTree, search: ConfigurationSearch): Promise<ConfigurationResult> {
  const at = resolve(name);
  const inside = pathWithin(tree.root, at);
  const folder = inside === undefined ? tree.root : dirname(at);
  const isOfState = tree.state !== undefined && inside !== undefined;
  const file = isOfState ? await tree.read(inside) : readFileIn(undefined, at);
  if (file.outcome === "missing") {
    const where = isOfState ? `in ${tree.state} ` : "";
    if (search.silent !== true) await tell(`cannot read ${name}: there is ${where}no such file`);
    return { outcome: "unable" };
  }
  return decoded(file, { at, folder, state: isOfState ? tree.state : undefined }, search);
}

interface Place {
  readonly at: string;
  readonly folder: string;
  readonly state: string | undefined;
}

async function decoded(
  file: Exclude<TreeFile, { readonly outcome: "missing" }>,
  { at, folder, state }: Place,
  { rules, silent = false }: ConfigurationSearch,
): Promise<ConfigurationResult> {
  const path = relative(process.cwd(), at).split(sep).join("/");
  if (file.outcome === "unreadable") {
    if (!silent) await tell(`cannot read ${path}: ${file.reason}`);
    return { outcome: "unable" };
  }
  const source = { path, text: decodeBytes(file.bytes).text };
  const result = readConfiguration(source, { rules, pathOf: pathsFrom(folder) });
  if (result.outcome === "wrong" && silent) return { outcome: "unable" };
  if (result.outcome === "wrong") {
    const { tellProblems } = await import("../terminal/tell-problems.ts");
    await tellProblems(result.problems);
    const of = state === undefined ? "" : ` of ${state}`;
    await tell(`${path}${of} is no configuration that can be used: ${countOf(result.problems.length)}`);
    return { outcome: "unable" };
  }
  return { outcome: "loaded", loaded: { configuration: result.configuration, folder } };
}

function countOf(problems: number): string {
  return problems === 1 ? "one problem" : `${problems} problems`;
}
