import { type FoundRisk, failuresOf, findFinding, isFingerprintPrefix } from "@authgraph/engine";
import { placeText, renderFindingJson, renderRule, renderStory, shortFingerprint } from "@authgraph/report";
import type { Rule } from "@authgraph/rules";
import { nearest } from "@authgraph/rules";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { allRules, type RuleOptions } from "../rules/choose-rules.ts";
import { tellFailure } from "../terminal/internal-error.ts";
import { tell } from "../terminal/tell.ts";
import { type ColorChoice, wantsColor, widthOf } from "../terminal/terminal.ts";
import { writeResult } from "../terminal/write.ts";
import type { InputOptions } from "./input-options.ts";
import { scanPaths } from "./scan-paths.ts";

export interface ExplainOptions {
  readonly inputs: InputOptions;
  readonly rules: RuleOptions;
  readonly format: "pretty" | "json";
  readonly color: ColorChoice;
}

/** Explains a rule, or the finding that has a fingerprint. */
export async function runExplain(what: string, options: ExplainOptions): Promise<ExitCode> {
  const all = await allRules(options.rules);
  if (all === undefined) return exitCode.unable;
  const rule = all.find(({ metadata }) => metadata.id === what);
  if (rule !== undefined) return print(options.format === "json" ? [ruleJson(rule)] : [renderRule(rule.metadata)]);
  if (isFingerprintPrefix(what)) return explainFinding(what, options, all);

  const meant = nearest(
    what,
    all.map(({ metadata }) => metadata.id),
  );
  const hint = meant === undefined ? "`authgraph rules` lists them" : `did you mean ${meant}?`;
  const kind = /^[0-9a-f]+$/i.test(what) ? "rule or fingerprint (6 to 32 digits)" : "rule";
  return unable(`there is no ${kind} "${what}"; ${hint}`);
}

function ruleJson({ metadata }: Rule): string {
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

async function explainFinding(
  fingerprint: string,
  { inputs, rules, format, color }: ExplainOptions,
  all: readonly Rule[],
): Promise<ExitCode> {
  const result = await scanPaths({ ...inputs, rules: all, extended: rules.extended, quiet: false });
  if (result.outcome === "unable") return unable(result.message);
  const { run } = result;
  const [unreadable] = result.unreadable;
  if (unreadable !== undefined) return unable(unreadable);
  for (const failure of failuresOf(run)) await tellFailure(failure, false);

  const search = findFinding(run, fingerprint);
  const where = inputs.paths.join(", ");
  switch (search.outcome) {
    case "ambiguous":
      return unable(`several findings in ${where} begin with ${fingerprint}: ${listOf(search.candidates)}`);
    case "missing": {
      const hint = search.nearest.length === 0 ? "a scan finds nothing there" : `nearest: ${listOf(search.nearest)}`;
      return unable(`there is no finding ${fingerprint} in ${where}; ${hint}`);
    }
    case "found": {
      if (format === "json") return print(renderFindingJson(search.found));
      const surroundings = {
        isTerminal: process.stdout.isTTY === true,
        columns: process.stdout.columns,
        env: process.env,
      };
      const style = { color: wantsColor(color, surroundings), width: widthOf(surroundings) };
      return print(renderStory(search.found, run, style));
    }
  }
}

function listOf(found: readonly FoundRisk[]): string {
  return found
    .map(({ risk }) => `${shortFingerprint(risk)} (${risk.ruleId}, ${placeText(risk.place.origin)})`)
    .join(", ");
}

async function print(chunks: Iterable<string>): Promise<ExitCode> {
  const problem = await writeResult(chunks, undefined);
  return problem === undefined ? exitCode.clean : unable(problem);
}

async function unable(message: string | undefined): Promise<ExitCode> {
  if (message !== undefined) await tell(message);
  return exitCode.unable;
}
