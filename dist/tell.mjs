//#region packages/cli/src/terminal/tell.ts
/** A line for the person at the terminal, on standard error. Names and paths in it may come from anybody: they are escaped. */
async function tell(message) {
	const { printable } = await import("./src2.mjs");
	process.stderr.write(`authgraph: ${printable(message)}\n`);
}
//#endregion
export { tell as t };
