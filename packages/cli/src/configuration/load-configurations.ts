import { resolve } from "node:path";
import type { Configuration } from "@authgraph/engine";
import type { RuleMetadata } from "@authgraph/rules";
import type { InputsBefore, OpenedInputs } from "../files/open-inputs.ts";
import { pathWithin } from "../files/project-tree.ts";
import { type ConfigurationOptions, type LoadedConfiguration, loadConfiguration } from "./load-configuration.ts";

export interface WantedConfiguration {
  readonly options: ConfigurationOptions;
  /** The rules it may speak of. */
  readonly rules: readonly RuleMetadata[];
}

export type Configurations =
  | {
      readonly outcome: "loaded";
      /** Of what is scanned. */
      readonly configuration: Configuration | undefined;
      /** Of the state that a change starts from. */
      readonly before: Configuration | undefined;
    }
  /** There is one that cannot be used; why was told. */
  | { readonly outcome: "unable" };

/** The configuration of each state: nothing that a change says counts for what was there before. */
export async function loadConfigurations(opened: OpenedInputs, wanted: WantedConfiguration): Promise<Configurations> {
  const { inputs, project, before } = opened;
  const found = await loadConfiguration({ inputs, tree: project, ...wanted });
  if (found.outcome === "unable") return found;
  const after = found.loaded;
  const old = before === undefined ? undefined : await loadBefore(before, after, { inputs, ...wanted });
  return { outcome: "loaded", configuration: after?.configuration, before: old?.configuration };
}

/** Where the old one cannot be used, the change may be what repairs it. */
async function loadBefore(
  { project, trustChange }: InputsBefore,
  after: LoadedConfiguration | undefined,
  wanted: WantedConfiguration & { readonly inputs: readonly string[] },
): Promise<LoadedConfiguration | undefined> {
  const { file } = wanted.options;
  const inside = file === undefined ? undefined : pathWithin(project.root, resolve(file));
  // The change may be what adds it.
  if (inside !== undefined && (await project.read(inside)).outcome === "missing") return undefined;
  const found = await loadConfiguration({ ...wanted, tree: project, silent: true });
  if (found.outcome === "loaded") return found.loaded;
  return trustChange ? after : undefined;
}
