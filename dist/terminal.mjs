//#region packages/cli/src/terminal/terminal.ts
/** `--color`, then FORCE_COLOR (set, not `0`), NO_COLOR (set, not empty), TERM=dumb, then whether it is a terminal. */
function wantsColor(choice, { isTerminal, env }) {
	if (choice !== "auto") return choice === "always";
	if (env.FORCE_COLOR !== void 0) return env.FORCE_COLOR !== "0";
	if (env.NO_COLOR !== void 0 && env.NO_COLOR !== "") return false;
	return isTerminal && env.TERM !== "dumb";
}
/** Columns to write for; text that goes into a file or pipe is wrapped for nobody's window. */
function widthOf({ isTerminal, columns }) {
	return isTerminal ? Math.max(columns ?? 80, 40) : Number.POSITIVE_INFINITY;
}
//#endregion
export { widthOf as n, wantsColor as t };
