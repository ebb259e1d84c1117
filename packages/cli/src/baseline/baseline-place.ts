import { dirname, join, resolve } from "node:path";
import { baselineName, type Configuration } from "@authgraph/engine";
import { type ProjectTree, pathWithin } from "../files/project-tree.ts";

/** Which baseline holds. */
export interface BaselineOptions {
  /** `--baseline`; undefined: what is configured or lies there. */
  readonly file: string | undefined;
  /** `--no-baseline` */
  readonly none: boolean;
}

/** What commander leaves of the two options. */
export interface GivenBaseline {
  /** A path of `--baseline`; false: `--no-baseline`. */
  readonly baseline?: string | boolean;
}

export function baselineOptions({ baseline }: GivenBaseline): BaselineOptions {
  return { file: typeof baseline === "string" ? baseline : undefined, none: baseline === false };
}

/** Absolute paths where the baseline may lie, the first that is there counts; and whether somebody said so. */
export interface BaselinePlaces {
  readonly paths: readonly [string, ...string[]];
  readonly named: boolean;
}

/** Named on the command line or in the configuration; else beside the configuration, or at the root of the project. */
export function baselinePlaces(
  { root }: Pick<ProjectTree, "root">,
  configuration: Configuration | undefined,
  { file }: BaselineOptions,
): BaselinePlaces {
  if (file !== undefined) return { paths: [resolve(file)], named: true };
  const atRoot = join(root, baselineName);
  if (configuration === undefined) return { paths: [atRoot], named: false };
  const folder = dirname(resolve(configuration.source.path));
  const inside = pathWithin(root, folder) === undefined ? root : folder;
  const { baseline } = configuration;
  if (baseline !== undefined) return { paths: [resolve(inside, baseline.value)], named: false };
  const beside = join(inside, baselineName);
  return { paths: beside === atRoot ? [atRoot] : [beside, atRoot], named: false };
}
