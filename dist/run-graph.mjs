import { u as accessAndSteps } from "./core.mjs";
import { _ as renderDot, g as renderGraphml, h as renderGraphJson } from "./report.mjs";
import { P as exitCode } from "./hook.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as loadInputs } from "./load-inputs.mjs";
//#region packages/cli/src/commands/run-graph.ts
/** From the command line to the written graph. */
async function runGraph({ inputs, format, what, file }) {
	const loaded = await loadInputs(inputs);
	if (loaded === void 0) return exitCode.unable;
	const problem = await writeResult(await rendered(await accessAndSteps(loaded, what, inputs.at), format, loaded), file);
	if (problem === void 0) return exitCode.clean;
	await tell(problem);
	return exitCode.unable;
}
function rendered(graph, format, loaded) {
	switch (format) {
		case "json": return renderGraphJson(graph, loaded);
		case "dot": return renderDot(graph);
		case "graphml": return renderGraphml(graph);
	}
}
//#endregion
export { runGraph };
