import { isGoSpace } from "./characters.ts";

/** A piece of a YAML stream, or why kubectl stops reading the stream. */
export type Chunk =
  | { readonly outcome: "chunk"; readonly start: number; readonly end: number; readonly afterError: boolean }
  | { readonly outcome: "error"; readonly message: string; readonly start: number; readonly end: number };

/**
 * Cuts a stream at its `---` lines as kubectl does (apimachinery pkg/util/yaml/decoder.go YAMLReader): any line that
 * starts with `---` separates, whatever it stands in, and only a comment may follow. A separator with nothing before it
 * becomes the first line of its chunk.
 *
 * After a line such as `--- text`, where kubectl stops and drops what it has collected, cutting goes on, marked.
 */
export function splitStream(text: string, start: number, visit: (chunk: Chunk) => void): void {
  let chunkStart = start;
  let afterError = false;
  while (chunkStart < text.length) {
    let line = chunkStart;
    let isFirst = true;
    for (;;) {
      if (text.startsWith("---", line)) {
        const lineEnd = endOfLine(text, line);
        const rest = trimmed(text, line + 3, lineEnd);
        if (rest !== "" && !rest.startsWith("#")) {
          const message = `invalid Yaml document separator: ${rest}`;
          visit({ outcome: "error", message, start: line, end: lineEnd });
          afterError = true;
          if (line > chunkStart) visit({ outcome: "chunk", start: chunkStart, end: line, afterError });
          chunkStart = lineEnd + 1;
          break;
        }
        if (!isFirst) {
          visit({ outcome: "chunk", start: chunkStart, end: line, afterError });
          chunkStart = lineEnd + 1;
          break;
        }
      }
      isFirst = false;
      const next = text.indexOf("\n---", line);
      if (next < 0) {
        visit({ outcome: "chunk", start: chunkStart, end: text.length, afterError });
        return;
      }
      line = next + 1;
    }
  }
}

/** Where the line that a place stands in ends: at its LF, or at the end of the text. */
function endOfLine(text: string, position: number): number {
  const lineFeed = text.indexOf("\n", position);
  return lineFeed < 0 ? text.length : lineFeed;
}

/** strings.TrimSpace. */
function trimmed(text: string, start: number, end: number): string {
  let first = start;
  let last = end;
  while (first < last && isGoSpace(text.charCodeAt(first))) first++;
  while (first < last && isGoSpace(text.charCodeAt(last - 1))) last--;
  return text.slice(first, last);
}
