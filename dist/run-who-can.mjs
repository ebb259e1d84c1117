import { s as whoCanDo } from "./core.mjs";
import { n as renderWhoCanJson, r as renderWhoCanYaml, t as renderWhoCan } from "./report.mjs";
import { P as exitCode } from "./hook.mjs";
import { t as askedNamespace } from "./question-options.mjs";
import { t as loadInputs } from "./load-inputs.mjs";
import { a as writeAnswer, i as rendered, r as refuseUnknown, t as answerContext } from "./write-answer.mjs";
//#region packages/cli/src/commands/run-who-can.ts
/** One question about everybody, from the command line to the written answer. */
async function runWhoCan({ verb, what }, options) {
	const loaded = await loadInputs(options.inputs, options.quiet);
	if (loaded === void 0) return exitCode.unable;
	const { subresource } = options;
	const result = await whoCanDo(loaded, {
		verb,
		what,
		subresource,
		namespace: askedNamespace(options)
	});
	if (result.outcome === "refused") return refuseUnknown(result);
	return await writeAnswer(rendered({
		table: renderWhoCan,
		json: renderWhoCanJson,
		yaml: renderWhoCanYaml
	}, result.answer, answerContext(loaded, options), options), options) ? exitCode.clean : exitCode.unable;
}
//#endregion
export { runWhoCan };
