import type { Rule } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { tell } from "../terminal/tell.ts";
import { wantsColor, widthOf } from "../terminal/terminal.ts";

/** Which rules a command is about. */
export interface RuleOptions {
  /** `--rules`: folders with rules of the user's own. */
  readonly ruleFolders: readonly string[];
  /** `--rules-extended`: also those that are off by default. */
  readonly extended: boolean;
}

/** Every rule there is, by id; undefined where one cannot be loaded, which was told. */
export async function allRules({
  ruleFolders,
}: Pick<RuleOptions, "ruleFolders">): Promise<readonly Rule[] | undefined> {
  if (ruleFolders.length === 0) return ruleset;
  const { loadRules } = await import("./load-rules.ts");
  const loaded = await loadRules(ruleFolders, ruleset);
  if (loaded.outcome === "loaded") return [...ruleset, ...loaded.rules].sort(byId);

  const { renderDiagnostics } = await import("@authgraph/report");
  const surroundings = { isTerminal: process.stderr.isTTY === true, columns: process.stderr.columns, env: process.env };
  const color = wantsColor("auto", surroundings);
  const style = { color, width: widthOf(surroundings), hyperlinks: false, quiet: false, verbose: false };
  for (const problem of loaded.problems) {
    if (typeof problem === "string") await tell(problem);
    else process.stderr.write([...renderDiagnostics([problem], style)].join(""));
  }
  return undefined;
}

/** Those of them that are asked. */
export function askedRules(rules: readonly Rule[], { extended }: Pick<RuleOptions, "extended">): readonly Rule[] {
  return extended ? rules : rules.filter(({ metadata }) => !metadata.extended);
}

/** Those that are not ours. */
export function foreignIds(rules: readonly Rule[]): ReadonlySet<string> {
  const own = new Set(ruleset);
  return new Set(rules.filter((rule) => !own.has(rule)).map(({ metadata }) => metadata.id));
}

function byId(a: Rule, b: Rule): number {
  return a.metadata.id < b.metadata.id ? -1 : 1;
}
