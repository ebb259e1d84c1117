import { readFileSync } from "node:fs";
import { checkoutPath } from "../src/shared-material.ts";
import type { GeneratedFile } from "./generated-file.ts";

const page = "docs/guides/configuration.md";
const schemaPath = "docs/schemas/configuration.schema.json";
const examplePath = "fixtures/clusters/fleet/authgraph.yaml";

/** As much of JSON Schema as the schema of the configuration uses to say what there is. */
interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

interface RootSchema extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** The guide to the configuration: what is written by hand, with an example and the reference between their marks. */
export function generateConfiguration(): readonly GeneratedFile[] {
  const schema: RootSchema = JSON.parse(readFileSync(checkoutPath(schemaPath), "utf8"));
  const example = readFileSync(checkoutPath(examplePath), "utf8").replace(/^# yaml-language-server.*\n\n/, "");
  const guide = readFileSync(checkoutPath(page), "utf8");
  const withExample = between(guide, `example, from ${examplePath}`, `\`\`\`yaml\n${example}\`\`\``);
  return [{ path: page, content: between(withExample, `reference, from ${schemaPath}`, reference(schema)) }];
}

/** A text with something else between `<!-- generated: WHAT -->` and the mark that ends it. */
function between(text: string, what: string, content: string): string {
  const start = `<!-- generated: ${what} -->`;
  const end = "<!-- end of generated -->";
  const [before, rest] = text.split(start);
  if (before === undefined || rest === undefined) throw new Error(`${page} has no mark ${start}`);
  return `${before}${start}\n\n${content}\n\n${rest.slice(rest.indexOf(end))}`;
}

function reference(schema: RootSchema): string {
  return Object.entries(schema.properties ?? {})
    .map(([key, property]) => section(schema, key, property))
    .join("\n\n");
}

/** A key of the first level, with a table of what stands below it. */
function section(root: RootSchema, key: string, property: Schema): string {
  const value = property.anyOf?.find(({ type }) => type !== "null") ?? property;
  const below = resolved(root, value.items ?? (value.$ref === undefined ? value : value));
  return [
    `### \`${key}\``,
    property.description ?? "",
    ...(below.properties === undefined ? [] : [table(root, below, "")]),
    ...(key === "rules" ? [ruleForms(root)] : []),
  ].join("\n\n");
}

function ruleForms(root: RootSchema): string {
  const form = root.$defs.rule?.anyOf?.find(({ type }) => type === "object");
  const words = "off, on (for rules of the extended pack), or a mapping:";
  const parameter = typeof form?.additionalProperties === "object" ? form.additionalProperties.description : "";
  return `Each is ${words}\n\n${rows([...(form === undefined ? [] : entriesOf(root, form, "")), ["PARAMETER", "a whole number", parameter ?? ""]])}`;
}

function table(root: RootSchema, schema: Schema, prefix: string): string {
  return rows(entriesOf(root, schema, prefix));
}

function rows(entries: readonly (readonly [string, string, string])[]): string {
  const lines = entries.map(([key, form, says]) => `| \`${key}\` | ${form} | ${says} |`);
  return ["| key | value | what it says |", "|---|---|---|", ...lines].join("\n");
}

/** A row for each key, those of mappings within below theirs. */
function entriesOf(root: RootSchema, schema: Schema, prefix: string): readonly (readonly [string, string, string])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const value = property.anyOf?.find(({ type }) => type !== "null") ?? property;
    const inner = resolved(root, value.items ?? value);
    const name = `${prefix}${key}`;
    const must = schema.required?.includes(key) === true ? ", required" : "";
    const row = [name, `${form(root, property)}${must}`, property.description ?? ""] as const;
    return [row, ...(inner.properties === undefined ? [] : entriesOf(root, inner, `${name}.`))];
  });
}

/** What a value looks like, in a few words. */
function form(root: RootSchema, schema: Schema): string {
  const name = schema.$ref?.slice("#/$defs/".length) ?? "";
  const known = { pattern: "pattern", patterns: "list of patterns", path: "path", day: "day" }[name];
  if (known !== undefined) return known;
  const { type, enum: words, const: constant, items, anyOf, format, properties } = resolved(root, schema);
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(", ");
  if (items !== undefined) return `list of ${plural(form(root, items))}`;
  if (properties !== undefined) return "mapping";
  if (anyOf !== undefined) return form(root, anyOf.find((one) => one.type !== "null") ?? {});
  if (type === "boolean") return "`true`, `false`";
  return format === "date" ? "day" : "text";
}

function plural(noun: string): string {
  return noun === "text" ? "texts" : `${noun}s`;
}

function resolved(root: RootSchema, schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (root.$defs[schema.$ref.slice("#/$defs/".length)] ?? {});
}
