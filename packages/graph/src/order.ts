/** Compares by UTF-16 code units, as `<` does and no locale can change. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
