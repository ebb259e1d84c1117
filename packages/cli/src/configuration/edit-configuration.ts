import { type NodeId, readDocuments, type Tree } from "@authgraph/parser";

/** An entry for one of the lists of a configuration. */
export interface NewEntry {
  readonly list: "expected" | "suppressions";
  readonly members: readonly NewMember[];
}

/** A key with a text, a list of texts, or members of its own. */
export type NewMember = readonly [
  key: string,
  value: string | readonly string[] | { readonly members: readonly NewMember[] },
];

/**
 * The text of a configuration with one more entry at the end of a list; all that people wrote stays as it is. Undefined
 * where it is written so that a line cannot be added (in braces, as an alias): then whoever wrote it has to.
 */
export function withEntry(text: string, entry: NewEntry): string | undefined {
  let edited: string | undefined;
  let hasContent = false;
  readDocuments(text, "component-config", (document) => {
    if (hasContent || document.outcome === "empty") return;
    hasContent = true;
    if (document.outcome === "value") edited = editedIn(text, document.tree, entry);
  });
  return hasContent ? edited : appended(text, newList(entry));
}

/** The entry as it would stand in a file of its own, for whoever has to write it by hand. */
export function entryText(entry: NewEntry): string {
  return newList(entry).join("\n");
}

function editedIn(text: string, tree: Tree, entry: NewEntry): string | undefined {
  if (tree.kind(tree.root) !== "mapping" || text[tree.start(tree.root)] === "{") return undefined;
  let list: NodeId | undefined;
  for (let at = tree.first(tree.root); at !== 0; at = tree.next(at)) if (tree.keyIs(at, entry.list)) list = at;
  if (list === undefined) return appended(text, newList(entry));
  if (tree.kind(list) === "null") return insertedAfter(text, lineEnd(text, tree.keyEnd(list)), itemLines(entry, "  "));
  if (tree.kind(list) !== "sequence" || text[tree.start(list)] !== "-") return undefined;
  const start = tree.start(list);
  const indentation = text.slice(lineStart(text, start), start);
  // A list that does not start on a line of its own is no block, or has an anchor.
  if (indentation.trim() !== "") return undefined;
  return insertedAfter(text, lineEnd(text, tree.end(list)), itemLines(entry, indentation));
}

function newList(entry: NewEntry): readonly string[] {
  return [`${entry.list}:`, ...itemLines(entry, "  ")];
}

function itemLines({ members }: NewEntry, indentation: string): readonly string[] {
  return members.flatMap(memberLines).map((line, at) => `${indentation}${at === 0 ? "- " : "  "}${line}`);
}

function memberLines([key, value]: NewMember): readonly string[] {
  if (typeof value === "string") return [`${key}: ${scalarText(value)}`];
  const below = "members" in value ? value.members.flatMap(memberLines) : value.map((one) => `- ${scalarText(one)}`);
  return [`${key}:`, ...below.map((line) => `  ${line}`)];
}

/** Plain where nothing in it could be read otherwise. */
function scalarText(value: string): string {
  const isPlain =
    /^[A-Za-z](?:[\w ,./@()*-]|:(?=[\w]))*[\w.)*]$/.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function appended(text: string, lines: readonly string[]): string {
  const content = text.trimEnd();
  return content === "" ? joined("\n", lines) : `${content}${joined(lineBreak(text), ["", ...lines])}`;
}

function insertedAfter(text: string, at: number, lines: readonly string[]): string {
  const ending = lineBreak(text);
  return `${text.slice(0, at)}${ending}${lines.join(ending)}${text.slice(at) || ending}`;
}

function joined(ending: string, lines: readonly string[]): string {
  return `${lines.join(ending)}${ending}`;
}

function lineBreak(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Before the line break. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}
