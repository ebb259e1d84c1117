import type { Origin } from "@authgraph/source";
import type { TextEdit } from "./risk.ts";

// Edits that write something new. Every other character stays; where a text is written in a way that does not allow it,
// there is no edit: the words of the remedy must do.

/** Writes one more field at the end of a mapping, block or flow. */
export function addField(mapping: Origin, name: string, value: string): readonly TextEdit[] {
  if (mapping.kind !== "text") return [];
  const { text } = mapping.source;
  if (text[mapping.start] === "{") return inFlow(mapping.source, mapping.start, mapping.end, name, value);
  // An anchor or a tag may stand where a mapping starts.
  if (!/^["']?[\w./-]+["']?[ \t]*:/.test(text.slice(mapping.start, mapping.start + 300))) return [];
  const lineStart = text.lastIndexOf("\n", mapping.start - 1) + 1;
  const field = `${" ".repeat(mapping.start - lineStart)}${name}: ${value}`;
  // A block scalar at the end takes its line break with it.
  const ended = text[mapping.end - 1] === "\n";
  const lineEnd = ended ? mapping.end : text.indexOf("\n", mapping.end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  return [{ origin: { ...mapping, start: at, end: at }, replacement: ended ? `${field}\n` : `\n${field}` }];
}

function inFlow(
  source: Extract<Origin, { kind: "text" }>["source"],
  start: number,
  end: number,
  name: string,
  value: string,
): readonly TextEdit[] {
  const { text } = source;
  if (text[end - 1] !== "}") return [];
  const before = text.slice(start, end - 1);
  const at = start + before.trimEnd().length;
  const last = text[at - 1];
  // After a comment on the last line it would be part of that comment.
  if (last !== "{" && /[ \t]#/.test(before.slice(before.lastIndexOf("\n") + 1))) return [];
  const key = /^\{\s*"/.test(before) ? `"${name}"` : name;
  const comma = last === "{" ? "" : last === "," ? " " : ", ";
  return [{ origin: { kind: "text", source, start: at, end: at }, replacement: `${comma}${key}: ${value}` }];
}

/** A name as YAML takes it for a string: `on`, `y`, `1e3` and the like in quotes. */
export function yamlName(name: string): string {
  return /^[a-z][a-z0-9.-]+$/.test(name) && !/^(?:true|false|yes|no|on|off|null)$/.test(name) ? name : `"${name}"`;
}

/** Gives the field of a scalar another name. */
export function renameField(value: Origin, from: string, to: string): readonly TextEdit[] {
  if (value.kind !== "text") return [];
  const before = value.source.text.slice(0, value.start);
  const behind = /["']?[ \t]*:\s*$/.exec(before)?.[0];
  if (behind === undefined) return [];
  const end = value.start - behind.length;
  const start = end - from.length;
  if (before.slice(start, end) !== from || /[\w-]/.test(before[start - 1] ?? "")) return [];
  return [{ origin: { ...value, start, end }, replacement: to }];
}

/** Writes one more document at the end of a YAML text. */
export function addDocument(beside: Origin, lines: readonly string[]): readonly TextEdit[] {
  if (beside.kind !== "text") return [];
  const { text } = beside.source;
  if (/^\s*[{[]/.test(text) || /^\.\.\./m.test(text)) return [];
  const at = text.length;
  const lineBreak = text.endsWith("\n") ? "" : "\n";
  return [{ origin: { ...beside, start: at, end: at }, replacement: `${lineBreak}---\n${lines.join("\n")}\n` }];
}
