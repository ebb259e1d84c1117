import { f as canI, l as listAccess } from "./core.mjs";
import { F as renderCanIJson, I as renderCanIYaml, M as renderAccessListJson, N as renderAccessListYaml, P as renderCanI, j as renderAccessList } from "./report.mjs";
import { P as exitCode } from "./hook.mjs";
import { t as askedNamespace } from "./question-options.mjs";
import { t as loadInputs } from "./load-inputs.mjs";
import { a as writeAnswer, i as rendered, n as refuse, r as refuseUnknown, t as answerContext } from "./write-answer.mjs";
//#region packages/cli/src/commands/run-can-i.ts
/** One question from the command line to the written answer, and what to exit with. */
async function runCanI(asked, options) {
	const { verb, what, user = "", groups, list } = asked;
	if (user === "" && groups.length === 0) return refuse("say who is asked about: --as USER, --as-group GROUP");
	if (list && verb !== void 0) return refuse("--list is about everything: it takes no verb and no resource");
	if (list) return runList({
		user,
		groups
	}, options);
	if (verb === void 0 || what === void 0) return refuse("say what is asked: a verb and a resource, or --list");
	const loaded = await loadInputs(options.inputs, options.quiet);
	if (loaded === void 0) return exitCode.unable;
	const { subresource } = options;
	const result = await canI(loaded, {
		verb,
		what,
		subresource,
		namespace: askedNamespace(options),
		user,
		groups
	});
	if (result.outcome === "refused") return refuseUnknown(result);
	const { answer } = result;
	if (!await writeAnswer(rendered({
		table: renderCanI,
		json: renderCanIJson,
		yaml: renderCanIYaml
	}, answer, answerContext(loaded, options), options), options)) return exitCode.unable;
	return answer.decision.outcome === "allowed" ? exitCode.clean : exitCode.findings;
}
/** Everywhere, unless a namespace is given. */
async function runList(who, options) {
	const loaded = await loadInputs(options.inputs, options.quiet);
	if (loaded === void 0) return exitCode.unable;
	const answer = listAccess(loaded, {
		...who,
		namespace: options.allNamespaces ? void 0 : options.namespace
	});
	return await writeAnswer(rendered({
		table: renderAccessList,
		json: renderAccessListJson,
		yaml: renderAccessListYaml
	}, answer, answerContext(loaded, options), options), options) ? exitCode.clean : exitCode.unable;
}
//#endregion
export { runCanI };
