import { n as baselineName } from "./reader.mjs";
import { m as pathWithin } from "./hook.mjs";
import { dirname, join, resolve } from "node:path";
//#region packages/cli/src/baseline/baseline-place.ts
function baselineOptions({ baseline }) {
	return {
		file: typeof baseline === "string" ? baseline : void 0,
		none: baseline === false
	};
}
/** Named on the command line or in the configuration; else beside the configuration, or at the root of the project. */
function baselinePlaces({ root }, configuration, { file }) {
	if (file !== void 0) return {
		paths: [resolve(file)],
		named: true
	};
	const atRoot = join(root, baselineName);
	if (configuration === void 0) return {
		paths: [atRoot],
		named: false
	};
	const folder = dirname(resolve(configuration.source.path));
	const inside = pathWithin(root, folder) === void 0 ? root : folder;
	const { baseline } = configuration;
	if (baseline !== void 0) return {
		paths: [resolve(inside, baseline.value)],
		named: false
	};
	const beside = join(inside, baselineName);
	return {
		paths: beside === atRoot ? [atRoot] : [beside, atRoot],
		named: false
	};
}
//#endregion
//#region packages/cli/src/commands/change-options.ts
const noChange = {
	staged: false,
	changedSince: void 0,
	focus: false
};
function declareChangeOptions(command) {
	command.option("--staged", "scan what git would commit, and tell only what that makes new or worse").option("--changed-since <revision>", "tell only what is new or worse since the change branched off there").option("--focus", "read the whole repository, and tell only what has a place in the named files");
}
/** The options, or a sentence on why they cannot go together. */
function changeOptions({ staged = false, changedSince, focus = false }, paths) {
	if (staged && changedSince !== void 0) return "--staged and --changed-since are two changes; give one of them";
	if (focus && paths.length === 0) return "--focus needs the files that are of interest";
	if ((staged || focus) && paths.includes("-")) return "standard input (-) is no part of a repository";
	return {
		staged,
		changedSince,
		focus
	};
}
//#endregion
export { baselinePlaces as a, baselineOptions as i, declareChangeOptions as n, noChange as r, changeOptions as t };
