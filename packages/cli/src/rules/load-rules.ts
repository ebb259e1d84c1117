import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { readRuleYaml, ruleProblem } from "@authgraph/engine";
import type { Check, Rule, RuleMetadata } from "@authgraph/rules";
import { systemError } from "../files/system-error.ts";
import { provideRuleLibrary } from "./rule-library.ts";

/** Something that keeps a rule from being loaded: at a place of its rule.yaml, or of a file as a whole. */
type RuleProblem = ReturnType<typeof ruleProblem> | string;

export type LoadedRules =
  | { readonly outcome: "loaded"; readonly rules: readonly Rule[] }
  | { readonly outcome: "wrong"; readonly problems: readonly RuleProblem[] };

/** A rule whose rule.yaml holds, and the module that searches. */
interface FoundRule {
  readonly metadata: RuleMetadata;
  readonly modulePath: string;
}

/** In the order in which they are looked for. */
const moduleNames = ["rule.mjs", "rule.js", "rule.ts"] as const;

/**
 * The rules of the folders that somebody named on the command line: each is a rule folder itself, or holds some. Their
 * code runs with our rights, so a folder is never looked for: not in the inputs, not in a configuration.
 */
export async function loadRules(folders: readonly string[], builtIn: readonly Rule[]): Promise<LoadedRules> {
  const problems: RuleProblem[] = [];
  const found: FoundRule[] = [];
  const known = new Map(builtIn.map(({ metadata }) => [metadata.id, "is a built-in rule"]));
  for (const folder of folders) {
    const ruleFolders = ruleFoldersOf(folder);
    if (typeof ruleFolders === "string") {
      problems.push(ruleFolders);
      continue;
    }
    for (const ruleFolder of ruleFolders) readRuleFolder(ruleFolder, known, found, problems);
  }
  if (problems.length > 0) return { outcome: "wrong", problems };

  await provideRuleLibrary(folders.map((folder) => `${pathToFileURL(realpathSync(folder)).href}/`));
  const rules: Rule[] = [];
  for (const { metadata, modulePath } of found) {
    const check = await importCheck(modulePath);
    if (typeof check === "string") problems.push(`${modulePath}: ${check}`);
    else rules.push({ metadata, check: onlyItsRisks(metadata.id, check) });
  }
  return problems.length > 0 ? { outcome: "wrong", problems } : { outcome: "loaded", rules };
}

/** The rule folders that a folder is or holds, by name; a text says why there are none. */
function ruleFoldersOf(folder: string): readonly string[] | string {
  try {
    if (!statSync(folder).isDirectory()) return `--rules ${folder}: it is no folder`;
    if (isRuleFolder(folder)) return [folder];
    const below = readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
    const ruleFolders = below.filter(isRuleFolder);
    return ruleFolders.length > 0 ? ruleFolders : `--rules ${folder}: there is no folder with a rule.yaml in it`;
  } catch (error) {
    return `--rules ${folder}: ${systemError(error)}`;
  }
}

/** One that has something of a rule, so that a forgotten file is told. */
function isRuleFolder(folder: string): boolean {
  return ["rule.yaml", ...moduleNames].some((name) => existsSync(join(folder, name)));
}

function readRuleFolder(folder: string, known: Map<string, string>, found: FoundRule[], problems: RuleProblem[]): void {
  const path = join(folder, "rule.yaml");
  const text = readText(path);
  if (text.outcome === "unreadable") {
    problems.push(`${path}: ${text.message}`);
    return;
  }
  const yaml = readRuleYaml({ path, text: text.text });
  if (yaml.outcome === "wrong") {
    problems.push(...yaml.problems);
    return;
  }
  const { metadata, id } = yaml;
  const taken = known.get(metadata.id);
  const name = basename(realpathSync(folder));
  if (taken !== undefined) problems.push(ruleProblem(id, `${metadata.id} ${taken}: a rule needs an id of its own`));
  else if (metadata.id !== name) problems.push(ruleProblem(id, `its folder is ${name}: both must have one name`));
  known.set(metadata.id, `is the rule of ${folder} too`);

  const module = moduleNames.find((one) => existsSync(join(folder, one)));
  if (module === undefined) problems.push(`${folder}: there is no ${moduleNames.join(", ")}`);
  else if (module === "rule.ts" && !loadsTypeScript()) {
    problems.push(
      `${join(folder, module)}: Node ${process.versions.node} loads no TypeScript (22.18 and newer do): compile it to rule.mjs`,
    );
  } else found.push({ metadata, modulePath: join(folder, module) });
}

type ReadText =
  | { readonly outcome: "read"; readonly text: string }
  | { readonly outcome: "unreadable"; readonly message: string };

function readText(path: string): ReadText {
  try {
    return { outcome: "read", text: readFileSync(path, "utf8") };
  } catch (error) {
    return { outcome: "unreadable", message: systemError(error) };
  }
}

/** Node itself, or what runs our own sources. */
function loadsTypeScript(): boolean {
  return Boolean(Reflect.get(process.features, "typescript")) || import.meta.url.endsWith(".ts");
}

async function importCheck(path: string): Promise<Check | string> {
  try {
    const module: unknown = await import(pathToFileURL(realpathSync(path)).href);
    return hasCheck(module) ? module.check : "it exports no function `check`";
  } catch (error) {
    return `it cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function hasCheck(module: unknown): module is { readonly check: Check } {
  return typeof module === "object" && module !== null && "check" in module && typeof module.check === "function";
}

/** What a rule of ours promises to its types, one that somebody brought has to be asked. */
function onlyItsRisks(id: string, check: Check): Check {
  return function* (context, parameter) {
    for (const risk of check(context, parameter)) {
      if (risk.ruleId !== id) throw new Error(`a risk has the ruleId ${JSON.stringify(risk.ruleId)}, not ${id}`);
      const missing = riskFields.filter((field) => risk[field] === undefined);
      if (missing.length > 0) throw new Error(`a risk has no ${missing.join(", ")}`);
      yield risk;
    }
  };
}

const riskFields = [
  "title",
  "score",
  "confidence",
  "place",
  "hops",
  "notes",
  "remedies",
  "identity",
  "cause",
  "also",
] as const;
