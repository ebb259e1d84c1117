import { t as ruleset } from "./core.mjs";
import { t as tell } from "./tell.mjs";
//#region packages/cli/src/rules/choose-rules.ts
/** Every rule there is, by id; undefined where one cannot be loaded, which was told. */
async function allRules({ ruleFolders }) {
	if (ruleFolders.length === 0) return ruleset;
	const { loadRules } = await import("./load-rules.mjs");
	const loaded = await loadRules(ruleFolders, ruleset);
	if (loaded.outcome === "loaded") return [...ruleset, ...loaded.rules].sort(byId);
	const { tellProblems } = await import("./tell-problems.mjs");
	for (const problem of loaded.problems) await (typeof problem === "string" ? tell(problem) : tellProblems([problem]));
}
/** Those that are not ours. */
function foreignIds(rules) {
	const own = new Set(ruleset);
	return new Set(rules.filter((rule) => !own.has(rule)).map(({ metadata }) => metadata.id));
}
function byId(a, b) {
	return a.metadata.id < b.metadata.id ? -1 : 1;
}
//#endregion
export { foreignIds as n, allRules as t };
