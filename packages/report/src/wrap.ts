import { printable, textWidth } from "./printable.ts";

/**
 * Text of ours as lines of at most `width` columns, the first behind `lead`, the others indented as told.
 *
 * A line break in the text is kept (commands stand on lines of their own) and such a line is not wrapped, so that it can
 * be copied. No line but the first begins with what a build runner would obey.
 */
export function wrapped(
  lead: string,
  text: string,
  width: number,
  indentation: { readonly wrap: number; readonly ownLine: number },
): readonly string[] {
  const [first = "", ...ownLines] = text.split("\n");
  const lines = [lead];
  let column = textWidth(lead);
  let isEmpty = true;
  for (const word of printable(first).split(" ")) {
    const wide = textWidth(word);
    if (!isEmpty && column + 1 + wide > Math.max(width, indentation.wrap + shortest)) {
      lines.push(" ".repeat(indentation.wrap) + harmless(word));
      column = indentation.wrap + wide;
    } else {
      lines.push((lines.pop() ?? "") + (isEmpty ? "" : " ") + word);
      column += wide + (isEmpty ? 0 : 1);
    }
    isEmpty = false;
  }
  for (const line of ownLines) lines.push(" ".repeat(indentation.ownLine) + harmless(printable(line)));
  return lines;
}

/** A narrower column of words is worse than a terminal's own wrapping. */
const shortest = 40;

/** GitHub's runner obeys `::name::` at the start of a line, blanks before it or not. */
export function harmless(line: string): string {
  return line.replace(/^(\s*):(?=:)/, "$1\\u{3a}");
}
