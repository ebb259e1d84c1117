import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleMetadata } from "@authgraph/rules";
import { parse } from "yaml";
import { filesBelow } from "../src/folder-sources.ts";
import { schemaCheck } from "../src/schema-validation.ts";
import { checkoutPath } from "../src/shared-material.ts";
import type { GeneratedFile } from "./generated-file.ts";

const rulesFolder = checkoutPath("rules");

/** The index of all rules, with their YAML inlined, and the pages about them. */
export async function generateRules(): Promise<readonly GeneratedFile[]> {
  const rules = ruleIds().map(readRuleMetadata);
  return [
    { path: "rules/index.gen.ts", content: indexModule(rules) },
    { path: "docs/rules/index.md", content: overviewPage(rules) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, content: rulePage(rule) })),
  ];
}

/** Folders that hold a rule, in order. */
export function ruleIds(): readonly string[] {
  return readdirSync(rulesFolder)
    .filter((name) => existsSync(join(rulesFolder, name, "rule.yaml")))
    .sort();
}

/** `rule.yaml` of a folder, checked. */
export function readRuleMetadata(id: string): RuleMetadata {
  const value: unknown = parse(readFileSync(join(rulesFolder, id, "rule.yaml"), "utf8"));
  const problems = ruleSchemaProblems(value);
  if (problems.length > 0) throw new Error(`rules/${id}/rule.yaml: ${problems.join("; ")}`);
  // The schema has just said that it is one, but for what may be left out.
  const written = value as Omit<RuleMetadata, Optional> & Partial<Pick<RuleMetadata, Optional>>;
  if (written.id !== id) throw new Error(`rules/${id}/rule.yaml: its id is ${written.id}`);
  const { extended = false, needs = [], controls = [], aliases = [], tags = [] } = written;
  return { ...written, extended, needs, controls, aliases, tags };
}

type Optional = "extended" | "needs" | "controls" | "aliases" | "tags";

const ruleSchemaProblems = schemaCheck(
  JSON.parse(readFileSync(checkoutPath("packages/rules/src/rule.schema.json"), "utf8")),
);

function indexModule(rules: readonly RuleMetadata[]): string {
  const imports = rules.map(({ id }) => `import { check as ${camelCase(id)} } from "./${id}/rule.ts";`);
  const entries = rules.map(
    (rule) =>
      `  {\n    metadata: ${JSON.stringify(rule, null, 2).replaceAll("\n", "\n    ")},\n    check: ${camelCase(rule.id)},\n  },`,
  );
  return [
    "// Written by `pnpm generate` from the folders beside it: do not edit.",
    'import type { Rule } from "@authgraph/rules";',
    ...imports,
    "",
    "/** Every rule, by id. */",
    "export const ruleset: readonly Rule[] = [",
    ...entries,
    "];",
    "",
  ].join("\n");
}

function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const generatedNote = (from: string): string => `<!-- Written by \`pnpm generate\` from ${from}: do not edit. -->`;

function overviewPage(rules: readonly RuleMetadata[]): string {
  const rows = rules.map(
    ({ id, title, severity, extended }) =>
      `| [\`${id}\`](${id}.md) | ${title} | ${severity}${extended ? ", with `--rules-extended`" : ""} |`,
  );
  return [
    generatedNote("rules/*/rule.yaml"),
    "",
    "# Rules",
    "",
    "The severity is the usual one. Each finding is rated by who can use the right, what it gives and how far it reaches.",
    "",
    "| rule | what it finds | usually |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function rulePage(rule: RuleMetadata): string {
  const {
    id,
    title,
    severity,
    extended,
    since,
    why,
    remedy,
    needs,
    references,
    controls,
    aliases,
    parameters = [],
  } = rule;
  const [bad, good] = examplesOf(id);
  return [
    generatedNote(`rules/${id}`),
    "",
    `# ${id}`,
    "",
    `${title}. Usually **${severity}**, since ${since}.`,
    ...(extended ? ["", "Part of the extended pack: off unless `--rules-extended` is given."] : []),
    ...(needs.length === 0 ? [] : ["", `Needs among the inputs: ${needs.join(", ")}.`]),
    "",
    "## Why",
    "",
    why.trim(),
    "",
    "## Reported",
    "",
    ...bad,
    "",
    "## Not reported",
    "",
    ...good,
    "",
    "## What to do",
    "",
    remedy.trim(),
    "",
    ...(parameters.length === 0
      ? []
      : [
          "## Parameters",
          "",
          `Set in [the configuration](../guides/configuration.md#rules) under \`rules.${id}\`.`,
          "",
          "| name | default | at least | what it is |",
          "|---|---|---|---|",
          ...parameters.map((one) => `| \`${one.name}\` | ${one.default} | ${one.min} | ${one.description} |`),
          "",
        ]),
    "## References",
    "",
    ...references.map((reference) => `- <${reference}>`),
    ...(controls.length === 0 ? [] : ["", `Controls: ${controls.join(", ")}.`]),
    ...(aliases.length === 0 ? [] : ["", `Others call it: ${aliases.map((alias) => `\`${alias}\``).join(", ")}.`]),
    "",
  ].join("\n");
}

/** The first bad case and its good twin, as code blocks; the marks become comments on what is found. */
function examplesOf(id: string): readonly [readonly string[], readonly string[]] {
  const cases = (kind: string): string => join(rulesFolder, id, "cases", kind);
  const bad = [...readdirSync(cases("bad"))].sort();
  const twins = bad.filter((name) => existsSync(join(cases("good"), name)));
  const example = twins.find((name) => name.startsWith("example")) ?? twins[0];
  if (example === undefined) throw new Error(`rules/${id}: no bad case has a good twin of its name`);
  return [codeBlocks(join(cases("bad"), example)), codeBlocks(join(cases("good"), example))];
}

function codeBlocks(path: string): readonly string[] {
  const isFile = filesBelow(path).length === 0;
  const files = isFile ? [""] : filesBelow(path).filter((file) => file !== "expect.txt");
  return files.flatMap((file, index) => {
    const text = readFileSync(isFile ? path : join(path, file), "utf8");
    const language = /\.(ya?ml)$/.test(isFile ? path : file) ? "yaml" : "text";
    const shown = text.replace(/^#\s*case:.*\n/gm, "").replace(/#\s*expect:\s*/g, "# found: ");
    const name = isFile ? [] : [`\`${file}\`:`, ""];
    return [...(index === 0 ? [] : [""]), ...name, `\`\`\`${language}`, visible(shown.trimEnd()), "```"];
  });
}

/** What people would not see, spelled out. */
function visible(text: string): string {
  return text.replace(
    /[\u0085\u2028\u2029]|\r(?!\n)/g,
    (unit) => `‹U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`,
  );
}
