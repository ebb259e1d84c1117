import { textWidth } from "./printable.ts";

/** Rows of printable cells below each other, two columns in. A cell wider than `widest` does not push the others aside. */
export function* tableLines(
  rows: readonly (readonly string[])[],
  widest: number = Number.POSITIVE_INFINITY,
): Iterable<string> {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) {
      const width = textWidth(cell);
      widths[i] = Math.max(widths[i] ?? 0, width > widest ? 0 : width);
    }
  }
  for (const row of rows) {
    const cells = row.map((cell, i) => cell + " ".repeat(Math.max(0, (widths[i] ?? 0) - textWidth(cell))));
    yield `  ${cells.join("  ").trimEnd()}\n`;
  }
}
