import { type Configuration, type DiffAnswer, diffAccess, type GraphInput } from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import { placeText, renderDiagnostics, renderDiff, renderDiffJson, renderDiffMarkdown } from "@authgraph/report";
import { configurationFor, loadConfiguration } from "../configuration/load-configuration.ts";
import { pathsFrom } from "../configuration/paths-from.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type ComparedState, openStates } from "../files/compared-states.ts";
import { openFactFile } from "../files/fact-file.ts";
import { folderOf } from "../files/project-tree.ts";
import { progressOn } from "../terminal/progress.ts";
import { tell } from "../terminal/tell.ts";
import { wantsColor, widthOf } from "../terminal/terminal.ts";
import type { DiffOptions } from "./diff.ts";
import { writeAnswer } from "./write-answer.ts";

/** Two states from the command line to the written difference, and what to exit with. */
export async function runDiff(options: DiffOptions): Promise<ExitCode> {
  const { inputs, quiet, format, file, color, verbose } = options;
  const opened = await openStates(options.old, options.new, { rootfs: inputs.rootfs, isOurs: isWorthReading });
  if (opened.outcome === "unable") return unable(opened.message);
  const { before, after } = opened;
  const found = await configurationsOf(before, after, options);
  if (found === undefined) return exitCode.unable;

  const progress = progressOn(process.stderr, process.env, quiet);
  const facts = openFactFile(after.project.root, inputs, process.env);
  const { kubernetesVersion, platform, appliedNamespace, complete } = inputs;
  const inputOf = ({ sources }: ComparedState, configuration: Configuration | undefined): GraphInput => ({
    sources,
    kubernetesVersion,
    platform,
    appliedNamespace,
    complete,
    configuration: configurationFor(configuration, inputs),
    onFile: progress.file,
    cache: facts?.cache,
  });
  const result = await diffAccess({
    before: inputOf(before, found.before),
    after: inputOf(after, found.after),
  }).finally(progress.end);
  facts?.save();
  if (result.outcome === "refused") return unable(result.message);
  const [unreadable] = [...before.unreadable(), ...after.unreadable()];
  if (unreadable !== undefined) return unable(unreadable);

  const { answer } = result;
  if (!quiet) await tellInputs(answer, opened);
  const toTerminal = file === undefined || file === "-";
  const surroundings = { isTerminal: process.stdout.isTTY === true, columns: undefined, env: process.env };
  const context = {
    old: options.old,
    new: options.new,
    before: before.project.state,
    color: toTerminal ? wantsColor(color, surroundings) : color === "always",
    verbose,
  };
  const render = { pretty: renderDiff, json: renderDiffJson, markdown: renderDiffMarkdown }[format];
  if (!(await writeAnswer(render(answer, context), options))) return exitCode.unable;
  return answer.clusters.length > 0 ? exitCode.findings : exitCode.clean;
}

interface Found {
  readonly before: Configuration | undefined;
  readonly after: Configuration | undefined;
}

/** Each state has its own; where only one of them has any, it holds for the other too. Undefined: why was told. */
async function configurationsOf(
  before: ComparedState,
  after: ComparedState,
  { inputs }: DiffOptions,
): Promise<Found | undefined> {
  const of = ({ inputs: paths, project: tree }: ComparedState) =>
    loadConfiguration({ inputs: paths, tree, options: inputs.configuration, rules: undefined });
  const [old, new_] = [await of(before), await of(after)];
  if (old.outcome === "unable" || new_.outcome === "unable") return undefined;
  return {
    before: old.loaded?.configuration ?? borrowed(new_.loaded?.configuration, before, after),
    after: new_.loaded?.configuration ?? borrowed(old.loaded?.configuration, after, before),
  };
}

/** Elsewhere its paths start from the folder that was named. */
function borrowed(
  configuration: Configuration | undefined,
  { inputs, project }: ComparedState,
  owner: ComparedState,
): Configuration | undefined {
  if (configuration === undefined || project.root === owner.project.root) return configuration;
  return { ...configuration, pathOf: pathsFrom(folderOf(inputs)) };
}

/** Of a folder full of broken files nobody reads more. */
const errorsShown = 5;

/** What could not be used, on standard error: an object that the server would refuse gives nobody anything. */
async function tellInputs(
  answer: DiffAnswer,
  { before, after }: { readonly before: ComparedState; readonly after: ComparedState },
): Promise<void> {
  const errors = new Map(
    [...answer.after.diagnostics, ...answer.before.diagnostics]
      .filter(({ level }) => level === "error")
      .map((one) => [`${one.id} ${one.message} ${placeText(one.origin)}`, one]),
  );
  if (errors.size > 0) {
    const isTerminal = process.stderr.isTTY === true;
    const surroundings = { isTerminal, columns: process.stderr.columns, env: process.env };
    const color = wantsColor("auto", surroundings);
    const style = { color, width: widthOf(surroundings), hyperlinks: false, quiet: false, verbose: false };
    process.stderr.write([...renderDiagnostics([...errors.values()].slice(0, errorsShown), style)].join(""));
    if (errors.size > errorsShown) process.stderr.write(`… and ${errors.size - errorsShown} more (authgraph scan)\n`);
  }
  // A mistyped folder would look like a cluster in which nobody may do anything.
  for (const [state, { coverage }] of [
    [before, answer.before],
    [after, answer.after],
  ] as const) {
    if (coverage.objects === 0) await tell(`${state.name}: no object among these inputs`);
  }
}

async function unable(message: string): Promise<ExitCode> {
  await tell(message);
  return exitCode.unable;
}
