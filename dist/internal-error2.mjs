import { t as tell } from "./tell.mjs";
//#region packages/cli/src/terminal/internal-error.ts
/** Tells an error of ours: one line, and where it happened only when everything is asked for. */
async function tellFailure({ message, details }, verbose) {
	const hint = verbose || details === void 0 ? "" : " (--verbose shows where)";
	await tell(`${message.includes("internal error") ? message : `internal error: ${message}`}; please report it${hint}`);
	if (!verbose || details === void 0) return;
	const { printable } = await import("./src2.mjs");
	process.stderr.write(`${details.split("\n").map(printable).join("\n")}\n`);
}
/** What was thrown and caught nowhere. */
function failureOf(error) {
	if (!(error instanceof Error)) return {
		message: String(error),
		details: void 0
	};
	return {
		message: error.message,
		details: error.stack
	};
}
//#endregion
export { tellFailure as n, failureOf as t };
