import { c as escalationPaths } from "./core.mjs";
import { l as renderPaths, u as renderPathsJson } from "./report.mjs";
import { P as exitCode } from "./hook.mjs";
import { t as loadInputs } from "./load-inputs.mjs";
import { a as writeAnswer, r as refuseUnknown, t as answerContext } from "./write-answer.mjs";
//#region packages/cli/src/commands/run-paths.ts
/** From the command line to the written paths, and what to exit with. */
async function runPaths(options) {
	const { from, to, confidence, inputs, format, limit, quiet } = options;
	const loaded = await loadInputs(inputs, quiet);
	if (loaded === void 0) return exitCode.unable;
	const result = await escalationPaths(loaded, {
		from,
		to,
		confidence,
		at: inputs.at
	});
	if (result.outcome === "refused") return refuseUnknown(result);
	const { answer } = result;
	const context = {
		...answerContext(loaded, options),
		limit
	};
	const render = {
		pretty: renderPaths,
		json: renderPathsJson
	}[format];
	if (!await writeAnswer(render(answer, context), options)) return exitCode.unable;
	return answer.routes.length + answer.already.length > 0 ? exitCode.findings : exitCode.clean;
}
//#endregion
export { runPaths };
