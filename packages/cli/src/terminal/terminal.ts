/** What of the surroundings decides how text is written. */
export interface Surroundings {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type ColorChoice = "auto" | "always" | "never";

/** `--color`, then FORCE_COLOR (set, not `0`), NO_COLOR (set, not empty), TERM=dumb, then whether it is a terminal. */
export function wantsColor(choice: ColorChoice, { isTerminal, env }: Surroundings): boolean {
  if (choice !== "auto") return choice === "always";
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return isTerminal && env.TERM !== "dumb";
}

/** Columns to write for; text that goes into a file or pipe is wrapped for nobody's window. */
export function widthOf({ isTerminal, columns }: Surroundings): number {
  return isTerminal ? Math.max(columns ?? 80, 40) : Number.POSITIVE_INFINITY;
}
