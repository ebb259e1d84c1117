import { V as nearest } from "./core.mjs";
import { P as exitCode } from "./hook.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as wantsColor } from "./terminal.mjs";
//#region packages/cli/src/commands/write-answer.ts
function rendered(render, answer, context, { format }) {
	switch (format) {
		case "table": return render.table(answer, context);
		case "json": return [render.json(answer, context)];
		case "yaml": return [render.yaml(answer, context)];
	}
}
function answerContext({ kubernetes, assumptions }, { file, color }) {
	const toTerminal = file === void 0 || file === "-";
	const surroundings = {
		isTerminal: process.stdout.isTTY === true,
		columns: void 0,
		env: process.env
	};
	return {
		kubernetes,
		assumptions,
		color: toTerminal ? wantsColor(color, surroundings) : color === "always"
	};
}
/** Writes an answer where it is wanted; false, and why is told, where that is not possible. */
async function writeAnswer(chunks, { file, quiet }) {
	if (quiet && (file === void 0 || file === "-")) return true;
	const problem = await writeResult(chunks, file);
	if (problem === void 0) return true;
	await tell(problem);
	return false;
}
/** A question with a word that nothing knows; with the one that may be meant. */
function refuseUnknown({ message, word, known }) {
	const meant = word === void 0 || known === void 0 ? void 0 : nearest(word, known);
	return refuse(meant === void 0 ? message : `${message}; did you mean ${meant}?`);
}
async function refuse(message) {
	await tell(message);
	return exitCode.unable;
}
//#endregion
export { writeAnswer as a, rendered as i, refuse as n, refuseUnknown as r, answerContext as t };
