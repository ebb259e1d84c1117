import type { Rule } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { tell } from "../terminal/tell.ts";

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

  const { tellProblems } = await import("../terminal/tell-problems.ts");
  for (const problem of loaded.problems) await (typeof problem === "string" ? tell(problem) : tellProblems([problem]));
  return undefined;
}

/** Those that are not ours. */
export function foreignIds(rules: readonly Rule[]): ReadonlySet<string> {
  const own = new Set(ruleset);
  return new Set(rules.filter((rule) => !own.has(rule)).map(({ metadata }) => metadata.id));
}

function byId(a: Rule, b: Rule): number {
  return a.metadata.id < b.metadata.id ? -1 : 1;
}
