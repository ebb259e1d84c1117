import { type NodeId, readDocuments, type Tree, type ValueKind } from "@authgraph/parser";
import type { RuleMetadata, RuleParameter } from "@authgraph/rules";
import { type Diagnostic, type SourceText, type TextOrigin, textOrigin } from "@authgraph/source";
import {
  type FieldSchema,
  knownNeeds,
  knownSeverities,
  type MappingSchema,
  type RuleField,
  requiredFields,
  ruleFields,
  type TextSchema,
} from "./rule-fields.ts";

export type RuleYaml =
  | {
      readonly outcome: "read";
      readonly metadata: RuleMetadata;
      /** Where its id stands. */
      readonly id: TextOrigin;
    }
  | { readonly outcome: "wrong"; readonly problems: readonly Diagnostic[] };

/** A `rule.yaml` as the schema of rules says it must be; else what is wrong with it, and where. */
export function readRuleYaml(source: SourceText): RuleYaml {
  let result: RuleYaml | undefined;
  readDocuments(source.text, "component-config", (document) => {
    switch (document.outcome) {
      case "value":
        result ??= readFields(source, document.tree);
        break;
      case "error":
        result ??= wrong([problem(textOrigin(source, document.offset, document.offset), document.message)]);
        break;
      case "empty":
        break;
    }
  });
  return result ?? wrong([problem(textOrigin(source, 0, 0), "it is empty")]);
}

function wrong(problems: readonly Diagnostic[]): RuleYaml {
  return { outcome: "wrong", problems };
}

/** A problem of a rule that somebody brought, told like one of any input. */
export function problem(origin: TextOrigin, message: string): Diagnostic {
  return { id: "rule-invalid", level: "error", message, origin };
}

type Value = string | boolean | readonly string[] | readonly RuleParameter[];

function readFields(source: SourceText, tree: Tree): RuleYaml {
  const at = (start: number, end: number): TextOrigin => textOrigin(source, start, end);
  if (tree.kind(tree.root) !== "mapping") {
    return wrong([problem(at(tree.start(tree.root), tree.end(tree.root)), "it must be a mapping")]);
  }
  const problems: Diagnostic[] = [];
  const values = new Map<RuleField, Value>();
  let idAt = at(0, 0);
  for (let node = tree.first(tree.root); node !== 0; node = tree.next(node)) {
    const key = tree.key(node);
    if (!isField(key)) {
      const known = Object.keys(ruleFields).join(", ");
      problems.push(problem(at(tree.keyStart(node), tree.keyEnd(node)), `"${key}" is no field of a rule: ${known}`));
      continue;
    }
    const before = problems.length;
    for (const { on, message } of violations(tree, node, ruleFields[key])) {
      problems.push(problem(at(tree.start(on), tree.end(on)), `${key} ${message}`));
    }
    if (problems.length === before) values.set(key, fieldValue(tree, node));
    if (key === "id") idAt = at(tree.start(node), tree.end(node));
  }
  const present = new Set(fieldNames(tree));
  for (const key of requiredFields) {
    if (!present.has(key)) problems.push(problem(at(0, 0), `${key} is missing`));
  }
  if (problems.length > 0) return wrong(problems);
  return { outcome: "read", metadata: metadataOf(values), id: idAt };
}

function fieldNames(tree: Tree): readonly string[] {
  const names: string[] = [];
  for (let node = tree.first(tree.root); node !== 0; node = tree.next(node)) names.push(tree.key(node));
  return names;
}

function isField(key: string): key is RuleField {
  return Object.hasOwn(ruleFields, key);
}

interface Violation {
  readonly on: NodeId;
  readonly message: string;
}

function* violations(tree: Tree, node: NodeId, schema: FieldSchema | MappingSchema): Iterable<Violation> {
  const kind = tree.kind(node);
  if ("properties" in schema) {
    yield* wrongEntries(tree, node, schema);
    return;
  }
  const message = wrongValue(tree, node, kind, schema);
  if (message !== undefined) yield { on: node, message };
  if (!("items" in schema) || kind !== "sequence") return;
  const seen = new Set<string>();
  for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
    yield* violations(tree, item, schema.items);
    const text = isScalar(tree.kind(item)) ? tree.scalar(item) : "";
    if (schema.uniqueItems === true && seen.has(text)) yield { on: item, message: `has "${text}" twice` };
    seen.add(text);
  }
}

function* wrongEntries(tree: Tree, node: NodeId, { properties, required }: MappingSchema): Iterable<Violation> {
  const keys = Object.keys(properties).join(", ");
  if (tree.kind(node) !== "mapping") {
    yield { on: node, message: `must be mappings with ${keys}` };
    return;
  }
  const present = new Set<string>();
  for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
    const key = tree.key(entry);
    present.add(key);
    const schema = properties[key];
    if (schema === undefined) yield { on: entry, message: `have no "${key}": ${keys}` };
    else for (const { on, message } of violations(tree, entry, schema)) yield { on, message: `${key} ${message}` };
  }
  for (const key of required) if (!present.has(key)) yield { on: node, message: `must have ${key}` };
}

/** What is wrong with the value itself, as the end of a sentence. */
function wrongValue(tree: Tree, node: NodeId, kind: ValueKind, schema: FieldSchema): string | undefined {
  if ("enum" in schema) {
    const isKnown = kind === "string" && schema.enum.includes(tree.scalar(node));
    return isKnown ? undefined : `must be one of ${schema.enum.join(", ")}`;
  }
  switch (schema.type) {
    case "boolean":
      return kind === "boolean" ? undefined : "must be true or false";
    case "integer":
      return kind === "integer" ? undefined : "must be a whole number";
    case "array":
      if (kind !== "sequence") return "must be a list";
      return schema.minItems !== undefined && tree.first(node) === 0 ? "must name at least one" : undefined;
    case "string":
      return kind === "string" ? wrongText(tree.scalar(node), schema) : "must be text";
  }
}

function wrongText(text: string, schema: TextSchema): string | undefined {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = schema;
  // JSON Schema counts characters, not UTF-16 units.
  const length = [...text].length;
  if (length < minLength) return `must have at least ${minLength} characters, not ${length}`;
  if (length > maxLength) return `must have at most ${maxLength} characters, not ${length}`;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(text)) return `must match ${pattern}`;
  if (format === "uri" && !URL.canParse(text)) return "must name URLs";
  return undefined;
}

function isScalar(kind: ValueKind): boolean {
  return kind !== "mapping" && kind !== "sequence";
}

function fieldValue(tree: Tree, node: NodeId): Value {
  const kind = tree.kind(node);
  if (kind === "boolean") return tree.scalar(node) === "true";
  if (kind !== "sequence") return tree.scalar(node);
  if (tree.kind(tree.first(node)) === "mapping") return parametersIn(tree, node);
  const items: string[] = [];
  for (let item = tree.first(node); item !== 0; item = tree.next(item)) items.push(tree.scalar(item));
  return items;
}

function parametersIn(tree: Tree, node: NodeId): readonly RuleParameter[] {
  const parameters: RuleParameter[] = [];
  for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
    const values = new Map<string, string>();
    for (let entry = tree.first(item); entry !== 0; entry = tree.next(entry)) {
      values.set(tree.key(entry), tree.scalar(entry));
    }
    parameters.push({
      name: values.get("name") ?? "",
      default: Number(values.get("default")),
      min: Number(values.get("min")),
      description: values.get("description") ?? "",
    });
  }
  return parameters;
}

function metadataOf(values: ReadonlyMap<RuleField, Value>): RuleMetadata {
  const text = (name: RuleField): string => {
    const value = values.get(name);
    return typeof value === "string" ? value : "";
  };
  const list = (name: RuleField): readonly string[] => {
    const value = values.get(name);
    return typeof value === "object" ? value.filter((item) => typeof item === "string") : [];
  };
  const given = values.get("parameters");
  const parameters = typeof given === "object" ? given.filter((item) => typeof item === "object") : [];
  return {
    id: text("id"),
    title: text("title"),
    severity: knownSeverities.find((severity) => severity === text("severity")) ?? "info",
    extended: values.get("extended") === true,
    since: text("since"),
    why: text("why"),
    remedy: text("remedy"),
    needs: knownNeeds.filter((need) => list("needs").includes(need)),
    references: list("references"),
    controls: list("controls"),
    aliases: list("aliases"),
    tags: list("tags"),
    ...(parameters.length === 0 ? {} : { parameters }),
  };
}
