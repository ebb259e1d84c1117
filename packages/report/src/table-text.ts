import { textWidth } from "./printable.ts";

/** Rows of printable cells below each other, two columns in. */
export function* tableLines(rows: readonly (readonly string[])[]): Iterable<string> {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, textWidth(cell));
  }
  for (const row of rows) {
    const cells = row.map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - textWidth(cell)));
    yield `  ${cells.join("  ").trimEnd()}\n`;
  }
}
