import { type LoadedGraph, loadGraph } from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import { renderDiagnostics } from "@authgraph/report";
import { configurationFor, loadConfiguration } from "../configuration/load-configuration.ts";
import { openFactFile } from "../files/fact-file.ts";
import { openPaths } from "../files/path-sources.ts";
import { projectRoot } from "../files/project-tree.ts";
import { progressOn } from "../terminal/progress.ts";
import { tell } from "../terminal/tell.ts";
import { wantsColor, widthOf } from "../terminal/terminal.ts";
import type { InputOptions } from "./input-options.ts";

/**
 * The graph of a question's inputs. What of them could not be used is told on standard error: an object that the server
 * would refuse changes answers. Undefined where there is no graph to ask; why was told.
 */
export async function loadInputs(options: InputOptions, quiet = false): Promise<LoadedGraph | undefined> {
  const { paths, rootfs, kubernetesVersion, platform, appliedNamespace, complete, cluster } = options;
  const found = await loadConfiguration({ inputs: paths, options: options.configuration, rules: undefined });
  if (found.outcome === "unable") return undefined;
  const opened = await openPaths({ paths, rootfs, isOurs: isWorthReading });
  if (opened.outcome === "unreadable") return refused(opened.message);

  const progress = progressOn(process.stderr, process.env, quiet);
  const { sources } = opened;
  const facts = openFactFile(projectRoot(paths), options, process.env);
  const result = await loadGraph({
    sources,
    kubernetesVersion,
    platform,
    appliedNamespace,
    complete,
    cluster,
    // Objects without a namespace go to `default`, as with kubectl.
    defaultNamespace: "default",
    configuration: configurationFor(found.loaded?.configuration, options),
    onFile: progress.file,
    cache: facts?.cache,
  }).finally(progress.end);
  facts?.save();
  if (result.outcome === "refused") return refused(result.message);
  const [unreadable] = opened.unreadable;
  if (unreadable !== undefined) return refused(unreadable);

  if (!quiet) tellErrors(result.loaded);
  // A mistyped folder would look like a cluster in which nobody may do anything.
  if (!quiet && isEmpty(result.loaded)) await tell(`${paths.join(", ")}: no object among these inputs`);
  return result.loaded;
}

/** Neither objects, nor components, nor credentials. */
function isEmpty({ coverage, graph: { inventory } }: LoadedGraph): boolean {
  return coverage.objects === 0 && inventory.invocations.length === 0 && inventory.credentials.length === 0;
}

/** Of a folder full of broken files nobody reads more. */
const errorsShown = 5;

function tellErrors({ diagnostics }: LoadedGraph): void {
  const errors = diagnostics.filter(({ level }) => level === "error");
  if (errors.length === 0) return;
  const surroundings = { isTerminal: process.stderr.isTTY === true, columns: process.stderr.columns, env: process.env };
  const color = wantsColor("auto", surroundings);
  const style = { color, width: widthOf(surroundings), hyperlinks: false, quiet: false, verbose: false };
  process.stderr.write([...renderDiagnostics(errors.slice(0, errorsShown), style)].join(""));
  if (errors.length > errorsShown) process.stderr.write(`… and ${errors.length - errorsShown} more (authgraph scan)\n`);
}

async function refused(message: string): Promise<undefined> {
  await tell(message);
  return undefined;
}
