import { jsonText } from "./json-text.ts";

/** JSON's values as YAML that every parser reads alike: a scalar that could be taken for anything else is quoted as in JSON. */
export function yamlText(value: unknown): string {
  return `${lines(value, "").join("\n")}\n`;
}

function lines(value: unknown, indent: string): readonly string[] {
  const items = itemsOf(value);
  if (items === undefined) return [indent + scalar(value)];
  if (items.length === 0) return [indent + (Array.isArray(value) ? "[]" : "{}")];
  return items.flatMap(([key, item]) => {
    const nested = itemsOf(item);
    if (nested === undefined || nested.length === 0) return [`${indent}${key} ${lines(item, "")[0] ?? ""}`];
    if (key !== "-") return [`${indent}${key}`, ...lines(item, Array.isArray(item) ? indent : `${indent}  `)];
    const [first = "", ...rest] = lines(item, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** The entries of a list (`-`) or map (`key:`); undefined for a scalar. */
function itemsOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return value.map((item) => ["-", item] as const);
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [`${scalar(key)}:`, item] as const);
}

/** Words that no schema of YAML 1.1 or 1.2 reads as anything but text. */
const plain = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w./-]*$/i;

function scalar(value: unknown): string {
  return typeof value === "string" && plain.test(value) ? value : jsonText(value);
}
