import type { RuleMetadata, RuleNeed, Severity } from "@authgraph/rules";

export interface TextSchema {
  readonly type: "string";
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: "uri";
}

type ScalarSchema =
  | TextSchema
  | { readonly type: "boolean" }
  | { readonly type: "integer" }
  | { readonly enum: readonly string[] };

/** A mapping with these keys and no others. */
export interface MappingSchema {
  readonly type: "object";
  readonly additionalProperties: false;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, ScalarSchema>>;
}

/** What `rule.yaml` may say of one field: the keywords of JSON Schema that `rule.schema.json` uses. */
export type FieldSchema =
  | ScalarSchema
  | {
      readonly type: "array";
      readonly items: ScalarSchema | MappingSchema;
      readonly minItems?: number;
      readonly uniqueItems?: boolean;
    };

export const knownSeverities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
export const knownNeeds: readonly RuleNeed[] = [
  "control-plane",
  "kubelet",
  "component",
  "audit-policy",
  "credentials",
  "complete",
  "suppressions",
];

export type RuleField = keyof RuleMetadata;

/** The fields of `rule.schema.json`, which a test holds them to: the file itself would be read at each start. */
export const ruleFields: Readonly<Record<RuleField, FieldSchema>> = {
  id: { type: "string", pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)+$" },
  title: { type: "string", minLength: 10, maxLength: 100, pattern: "[^.]$" },
  severity: { enum: knownSeverities },
  extended: { type: "boolean" },
  since: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
  why: { type: "string", minLength: 40, maxLength: 1000 },
  remedy: { type: "string", minLength: 20, maxLength: 1000 },
  needs: { type: "array", uniqueItems: true, items: { enum: knownNeeds } },
  references: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string", format: "uri" } },
  controls: {
    type: "array",
    uniqueItems: true,
    items: {
      type: "string",
      pattern: "^(CIS \\d+(\\.\\d+)+|NSA-[A-Z]+|T\\d{4}(\\.\\d{3})?|K\\d{2}|CWE-\\d+)$",
    },
  },
  aliases: { type: "array", uniqueItems: true, items: { type: "string" } },
  tags: { type: "array", uniqueItems: true, items: { type: "string", pattern: "^[a-z0-9-]+$" } },
  parameters: {
    type: "array",
    minItems: 1,
    items: {
      type: "object",
      additionalProperties: false,
      required: ["name", "default", "min", "description"],
      properties: {
        name: { type: "string", pattern: "^(?!severity$)[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
        default: { type: "integer" },
        min: { type: "integer" },
        description: { type: "string", minLength: 10 },
      },
    },
  },
};

/** What may not be missing. */
export const requiredFields: readonly RuleField[] = ["id", "title", "severity", "since", "why", "remedy", "references"];
