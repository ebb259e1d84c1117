import { C as findFinding, E as failuresOf, V as nearest, w as isFingerprintPrefix } from "./core.mjs";
import { A as shortFingerprint, G as placeText, i as renderStory, p as renderFindingJson, w as renderRule } from "./report.mjs";
import { P as exitCode } from "./hook.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as scanPaths } from "./scan-paths.mjs";
import { t as allRules } from "./choose-rules2.mjs";
import { n as tellFailure } from "./internal-error2.mjs";
import { n as widthOf, t as wantsColor } from "./terminal.mjs";
//#region packages/cli/src/commands/run-explain.ts
/** Explains a rule, or the finding that has a fingerprint. */
async function runExplain(what, options) {
	const all = await allRules(options.rules);
	if (all === void 0) return exitCode.unable;
	const rule = all.find(({ metadata }) => metadata.id === what);
	if (rule !== void 0) return print(options.format === "json" ? [ruleJson(rule)] : [renderRule(rule.metadata)]);
	if (isFingerprintPrefix(what)) return explainFinding(what, options, all);
	const meant = nearest(what, all.map(({ metadata }) => metadata.id));
	const hint = meant === void 0 ? "`authgraph rules` lists them" : `did you mean ${meant}?`;
	return unable(`there is no ${/^[0-9a-f]+$/i.test(what) ? "rule or fingerprint (6 to 32 digits)" : "rule"} "${what}"; ${hint}`);
}
function ruleJson({ metadata }) {
	return `${JSON.stringify(metadata, null, 2)}\n`;
}
async function explainFinding(fingerprint, { inputs, rules, format, color }, all) {
	const result = await scanPaths({
		...inputs,
		rules: all,
		extended: rules.extended,
		quiet: false
	});
	if (result.outcome === "unable") return unable(result.message);
	const { run } = result;
	const [unreadable] = result.unreadable;
	if (unreadable !== void 0) return unable(unreadable);
	for (const failure of failuresOf(run)) await tellFailure(failure, false);
	const search = findFinding(run, fingerprint);
	const where = inputs.paths.join(", ");
	switch (search.outcome) {
		case "ambiguous": return unable(`several findings in ${where} begin with ${fingerprint}: ${listOf(search.candidates)}`);
		case "missing": return unable(`there is no finding ${fingerprint} in ${where}; ${search.nearest.length === 0 ? "a scan finds nothing there" : `nearest: ${listOf(search.nearest)}`}`);
		case "found": {
			if (format === "json") return print(renderFindingJson(search.found));
			const surroundings = {
				isTerminal: process.stdout.isTTY === true,
				columns: process.stdout.columns,
				env: process.env
			};
			const style = {
				color: wantsColor(color, surroundings),
				width: widthOf(surroundings)
			};
			return print(renderStory(search.found, run, style));
		}
	}
}
function listOf(found) {
	return found.map(({ risk }) => `${shortFingerprint(risk)} (${risk.ruleId}, ${placeText(risk.place.origin)})`).join(", ");
}
async function print(chunks) {
	const problem = await writeResult(chunks, void 0);
	return problem === void 0 ? exitCode.clean : unable(problem);
}
async function unable(message) {
	if (message !== void 0) await tell(message);
	return exitCode.unable;
}
//#endregion
export { runExplain };
