import { n as widthOf, t as wantsColor } from "./terminal.mjs";
//#region packages/cli/src/terminal/tell-problems.ts
/** Problems of files that a command cannot do without, each at its place, on standard error. */
async function tellProblems(problems) {
	const { renderDiagnostics } = await import("./src2.mjs");
	const surroundings = {
		isTerminal: process.stderr.isTTY === true,
		columns: process.stderr.columns,
		env: process.env
	};
	const style = {
		color: wantsColor("auto", surroundings),
		width: widthOf(surroundings),
		hyperlinks: false,
		quiet: false,
		verbose: false
	};
	process.stderr.write([...renderDiagnostics(problems, style)].join(""));
}
//#endregion
export { tellProblems };
