import type { SourceText } from "@authgraph/source";
import { offsetAt, placedSource } from "../placed-text.ts";

/** A file that a script writes out of its own text. */
export interface HereDocument {
  /** Where it is written to; undefined where a variable says it that is not known. */
  readonly path: string | undefined;
  readonly source: SourceText;
}

/** `cat <<EOF >path`, `tee path <<'EOF'`; the word is quoted where nothing in the text is replaced. */
const opening = /^(?!\s*#)(.*?)<<(-?)\s*(["'\\]?)([A-Za-z_]\w*)["']?(.*)$/;
/** More than people write into one script; a bound, as each is read on its own. */
const most = 200;

/**
 * The here-documents of a script (POSIX.1-2017, XCU 2.7.4), each as a text of its own whose places are the script's. Of a
 * variable that the shell would replace the name is left, as `mark` writes it.
 */
export function hereDocuments(script: SourceText, mark: (name: string) => string): readonly HereDocument[] {
  const found: HereDocument[] = [];
  const { text } = script;
  let at = 0;
  while (at < text.length && found.length < most) {
    const line = lineAt(text, at);
    const match = line.length > 4096 ? null : opening.exec(text.slice(at, at + line.length));
    at += line.length + line.ending;
    if (match === null || match[1]?.endsWith("<") === true) continue;
    const [, before = "", dash, quote, delimiter = "", after = ""] = match;
    const start = at;
    let end = at;
    while (at < text.length) {
      const next = lineAt(text, at);
      const written = text.slice(at, at + next.length);
      end = at;
      at += next.length + next.ending;
      if ((dash === "-" ? written.replace(/^\t+/, "") : written) === delimiter) break;
      end = at;
    }
    const path = targetOf(text.slice(0, start), `${before} ${after}`);
    found.push({ path, source: inner(script, start, end, quote === "" ? mark : undefined) });
  }
  return found;
}

function lineAt(text: string, at: number): { readonly length: number; readonly ending: number } {
  const lineFeed = text.indexOf("\n", at);
  const end = lineFeed < 0 ? text.length : lineFeed;
  const hasReturn = end > at && text[end - 1] === "\r";
  return { length: end - at - (hasReturn ? 1 : 0), ending: (lineFeed < 0 ? 0 : 1) + (hasReturn ? 1 : 0) };
}

/** The word after `>` or `tee`; a variable's last value before, where that is a plain path. */
function targetOf(before: string, command: string): string | undefined {
  const word = /(?:>>?\|?|\btee(?:\s+-a)?)\s*["']?([^\s"'<>|;&]+)/.exec(command)?.[1];
  const variable = word === undefined ? undefined : /^\$\{?([A-Za-z_]\w*)\}?$/.exec(word)?.[1];
  if (word === undefined || variable === undefined) return word?.includes("$") === true ? undefined : word;
  const at = Math.max(before.lastIndexOf(` ${variable}=`), before.lastIndexOf(`\n${variable}=`));
  const value = at < 0 ? undefined : /^.\w+=["']?(\/[^\s"'$]*)/s.exec(before.slice(at, at + 1024))?.[1];
  return value;
}

/** The text between, variables marked and escapes taken off where the shell would. */
function inner(
  script: SourceText,
  start: number,
  end: number,
  mark: ((name: string) => string) | undefined,
): SourceText {
  const outer = placedSource(script);
  const { text } = script;
  const offsets: number[] = [];
  let body = "";
  const add = (piece: string, at: number, isLiteral: boolean): void => {
    for (let i = 0; i < piece.length; i++) offsets.push(offsetAt(outer, isLiteral ? at + i : at));
    body += piece;
  };
  const special = /\\[$`\\]|\$\{([A-Za-z_]\w*)[^}\n]*\}|\$([A-Za-z_]\w*)/g;
  special.lastIndex = start;
  let at = start;
  for (let found = special.exec(text); mark !== undefined && found !== null; found = special.exec(text)) {
    if (found.index >= end) break;
    add(text.slice(at, found.index), at, true);
    const name = found[1] ?? found[2];
    add(name === undefined ? (found[0][1] ?? "") : mark(name), found.index, false);
    at = found.index + found[0].length;
  }
  add(text.slice(at, end), at, true);
  offsets.push(offsetAt(outer, end));
  return { path: script.path, text: body, inside: { source: script, text: body, from: 0, offsets } };
}
