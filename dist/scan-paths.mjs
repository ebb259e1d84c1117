import { t as toolVersion } from "./version.mjs";
import { E as failuresOf, S as focusFindings, _ as readBaseline, a as scan, k as chosenRules } from "./core.mjs";
import { f as decodeBytes, h as isWorthReading } from "./reader.mjs";
import { a as readsWholeChange, c as stateKey, g as readFileIn, m as pathWithin, o as stateOptions, s as openStates } from "./hook.mjs";
import { t as tell } from "./tell.mjs";
import { r as loadConfiguration, t as configurationFor } from "./load-configuration.mjs";
import { a as baselinePlaces, r as noChange } from "./change-options.mjs";
import { n as openFactFile, t as progressOn } from "./progress.mjs";
import { n as openInputs } from "./open-inputs.mjs";
import { statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
//#region packages/cli/src/baseline/load-baseline.ts
const none = {
	outcome: "loaded",
	baseline: void 0,
	at: void 0
};
const unable = { outcome: "unable" };
/** The baseline of one state of a project. What is wrong with it is told, all at once. */
async function loadBaseline(search) {
	const { project, configuration, options, silent = false } = search;
	if (options.none) return none;
	const { paths, named } = baselinePlaces(project, configuration, options);
	for (const at of paths) {
		const file = await fileOf(project, at, named);
		if (file.outcome === "missing") continue;
		return decoded(file, at, search);
	}
	if (!named || silent || search.absent === "none") return none;
	await tell(`cannot read ${shown(paths[0])}: there is no such file; \`authgraph baseline\` writes one`);
	return unable;
}
/** What was named may lie anywhere; what a project says of itself lies in it. */
async function fileOf({ root, state, read }, at, named) {
	const inside = pathWithin(root, at);
	if (inside !== void 0 && (state !== void 0 || !named)) return read(inside);
	return named ? readFileIn(void 0, at) : {
		outcome: "unreadable",
		reason: "it lies outside of the project"
	};
}
async function decoded(file, at, { project: { state }, silent = false }) {
	const path = shown(at);
	if (file.outcome === "unreadable") {
		if (silent) return none;
		await tell(`cannot read ${path}: ${file.reason}`);
		return unable;
	}
	const result = readBaseline({
		path,
		text: decodeBytes(file.bytes).text
	});
	if (result.outcome === "read") return {
		outcome: "loaded",
		baseline: result.baseline,
		at
	};
	if (silent) return none;
	const { tellProblems } = await import("./tell-problems.mjs");
	await tellProblems(result.problems);
	await tell(`${path}${state === void 0 ? "" : ` of ${state}`} is no baseline that can be used`);
	return unable;
}
function shown(path) {
	return relative(process.cwd(), path).split(sep).join("/");
}
//#endregion
//#region packages/cli/src/baseline/load-baselines.ts
/** The baseline of each state, each where its configuration says. */
async function loadBaselines({ project, before }, found, options = {
	file: void 0,
	none: true
}) {
	const { configuration } = found;
	const after = await loadBaseline({
		project,
		configuration,
		options
	});
	if (after.outcome === "unable" || before === void 0) return after.outcome === "unable" ? after : {
		...after,
		before: void 0
	};
	const old = await loadBaseline({
		project: before.project,
		configuration: found.before,
		options,
		silent: true
	});
	return {
		...after,
		before: old.outcome === "loaded" ? old.baseline : void 0
	};
}
//#endregion
//#region packages/cli/src/configuration/load-configurations.ts
/** The configuration of each state: nothing that a change says counts for what was there before. */
async function loadConfigurations(opened, wanted) {
	const { inputs, project, before } = opened;
	const found = await loadConfiguration({
		inputs,
		tree: project,
		...wanted
	});
	if (found.outcome === "unable") return found;
	const after = found.loaded;
	const old = before === void 0 ? void 0 : await loadBefore(before, after, {
		inputs,
		...wanted
	});
	return {
		outcome: "loaded",
		configuration: after?.configuration,
		before: old?.configuration
	};
}
/** Where the old one cannot be used, the change may be what repairs it. */
async function loadBefore({ project, trustChange }, after, wanted) {
	const { file } = wanted.options;
	const inside = file === void 0 ? void 0 : pathWithin(project.root, resolve(file));
	if (inside !== void 0 && (await project.read(inside)).outcome === "missing") return void 0;
	const found = await loadConfiguration({
		...wanted,
		tree: project,
		silent: true
	});
	if (found.outcome === "loaded") return found.loaded;
	return trustChange ? after : void 0;
}
//#endregion
//#region packages/cli/src/files/reads-all.ts
/**
* Whether the inputs hold all that a configuration speaks of: the folder it lies in; without one, any folder. A file by
* itself is a part of something.
*/
function readsAll(inputs, configurationPath) {
	const wanted = configurationPath === void 0 ? void 0 : dirname(resolve(configurationPath));
	return inputs.some((input) => {
		if (input === "-") return false;
		const folder = resolve(input);
		if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
		return wanted === void 0 || wanted === folder || wanted.startsWith(folder.endsWith(sep) ? folder : folder + sep);
	});
}
//#endregion
//#region packages/cli/src/hook/remember-states.ts
/** Notes both states that a whole run compared, if later changes to them can be judged by what they change. */
function rememberStates({ opened, configurations, result }, options, asked) {
	const { configuration, before: oldConfiguration } = configurations;
	const isElsewhere = [configuration, oldConfiguration].some((one) => one?.baseline !== void 0);
	const isPartial = opened.unreadable().length > 0 || failuresOf(result.run).length > 0;
	if (result.namesFiles || isElsewhere || isPartial || opened.trees === void 0) return;
	const keys = opened.trees.map(({ entries }) => stateKey(entries, asked));
	openStates(opened.project.root, options, process.env)?.add(keys);
}
//#endregion
//#region packages/cli/src/commands/scan-paths.ts
/** Scans what lies at some paths, or what a change does there. */
async function scanPaths({ paths, change = noChange, quiet, ...options }) {
	const { rules, extended, rootfs, kubernetesVersion, appliedNamespace, complete, at } = options;
	const opened = await openInputs({
		paths,
		rootfs,
		isOurs: isWorthReading,
		...change
	});
	if (opened.outcome === "unable") return opened;
	const { sources, before } = opened;
	const found = await loadConfigurations(opened, {
		options: options.configuration,
		rules: rules.map(({ metadata }) => metadata)
	});
	if (found.outcome === "unable") return {
		outcome: "unable",
		message: void 0
	};
	const configuration = configurationFor(found.configuration, options);
	const known = await loadBaselines(opened, found, options.baseline);
	if (known.outcome === "unable") return {
		outcome: "unable",
		message: void 0
	};
	const progress = progressOn(process.stderr, process.env, quiet);
	const facts = openFactFile(opened.project.root, options, process.env);
	const result = await scan({
		sources,
		rules: chosenRules(rules, {
			extended,
			configuration: before?.trustChange === false ? found.before : configuration
		}),
		knownRules: rules.map(({ metadata }) => metadata.id),
		toolVersion,
		kubernetesVersion,
		appliedNamespace,
		complete,
		at,
		configuration,
		noInlineIgnores: options.noInlineIgnores,
		partial: !readsAll(opened.inputs, configuration?.source.path),
		baseline: known.baseline,
		before: before === void 0 ? void 0 : {
			...before,
			configuration: configurationFor(found.before, options),
			rules: chosenRules(rules, {
				extended,
				configuration: found.before
			}),
			baseline: known.before
		},
		onFile: progress.file,
		cache: facts?.cache
	}).finally(progress.end);
	facts?.save();
	if (result.outcome === "refused") return {
		outcome: "unable",
		message: result.message
	};
	if (readsWholeChange(paths, change, options)) rememberStates({
		opened,
		configurations: found,
		result
	}, options, stateOptions(options));
	const run = change.focus ? await focused(result.run, paths) : result.run;
	const places = {
		project: opened.project,
		configuration
	};
	return {
		outcome: "done",
		run,
		open: result.open,
		stillKnown: result.stillKnown,
		places,
		unreadable: opened.unreadable()
	};
}
async function focused(run, paths) {
	const { focusOn } = await import("./focus.mjs");
	return focusFindings(run, focusOn(paths));
}
//#endregion
export { loadBaseline as n, scanPaths as t };
