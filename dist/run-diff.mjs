import { d as diffAccess } from "./core.mjs";
import { h as isWorthReading } from "./reader.mjs";
import { B as renderDiffJson, G as placeText, V as renderDiffMarkdown, s as renderDiagnostics, z as renderDiff } from "./report.mjs";
import { P as exitCode, p as folderOf } from "./hook.mjs";
import { t as tell } from "./tell.mjs";
import { i as pathsFrom, r as loadConfiguration, t as configurationFor } from "./load-configuration.mjs";
import { n as openFactFile, t as progressOn } from "./progress.mjs";
import { t as openDisk } from "./open-inputs.mjs";
import { n as widthOf, t as wantsColor } from "./terminal.mjs";
import { a as writeAnswer } from "./write-answer.mjs";
import { lstatSync } from "node:fs";
import { relative, resolve } from "node:path";
//#region packages/cli/src/files/compared-states.ts
/**
* Opens two states, each a file, a folder, a glob, standard input (`-`) or a revision of git: `main`, `HEAD~3`, and
* `main:deploy` for what of it lies at a path. What exists as a path is one.
*
* A revision without a path is taken for what the other side names, where that lies in the repository; else for all.
*/
async function openStates(old, new_, options) {
	const [before, after] = [sideOf(old), sideOf(new_)];
	if (old === "-" && new_ === "-") return {
		outcome: "unable",
		message: "standard input can be read only once"
	};
	const opened = [await openSide(before, after, options), await openSide(after, before, options)];
	for (const one of opened) if (one.outcome === "unable") return one;
	const [was, is] = opened;
	if (was.outcome === "unable") return was;
	if (is.outcome === "unable") return is;
	return {
		outcome: "opened",
		before: was.state,
		after: is.state
	};
}
function sideOf(text) {
	if (text === "-" || /[*?]/.test(text) || exists(text)) return {
		text,
		revision: void 0,
		path: text
	};
	const colon = text.indexOf(":");
	if (colon <= 0) return {
		text,
		revision: text,
		path: void 0
	};
	return {
		text,
		revision: text.slice(0, colon),
		path: text.slice(colon + 1)
	};
}
function exists(path) {
	return path !== "" && lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
async function openSide(side, other, options) {
	const { text, revision, path } = side;
	if (revision !== void 0) return openRevisionSide({
		...side,
		revision
	}, other, options);
	const opened = await openDisk({
		paths: [path ?? text],
		...options
	});
	return opened.outcome === "unable" ? opened : {
		outcome: "opened",
		state: {
			...opened,
			name: text
		}
	};
}
async function openRevisionSide({ text, revision, path }, other, options) {
	const [{ findRepository }, { openRevision }, { projectTreeOf }, { isNamedIn, treeSources }, { pathWithin, folderOf }] = await Promise.all([
		import("./repository.mjs"),
		import("./revision.mjs"),
		import("./git-state.mjs"),
		import("./tree-sources.mjs"),
		import("./project-tree.mjs")
	]);
	const otherPath = other.revision === void 0 && other.path !== "-" ? other.path : void 0;
	const repository = (otherPath === void 0 ? void 0 : findRepository(folderOf([otherPath]))) ?? findRepository(".");
	const missing = `cannot read ${text === "" ? "''" : text}: there is no such file or folder`;
	if (repository === void 0) return {
		outcome: "unable",
		message: `${missing}, and this is no git repository where it could be a revision`
	};
	const found = openRevision(repository, revision);
	if (found.outcome === "unable") return {
		outcome: "unable",
		message: `${missing}, and ${found.message}`
	};
	const { state } = found;
	const root = relative(".", repository.root) || ".";
	const inherited = other.revision === void 0 ? otherPath : pathOf(other.path, repository);
	const isInside = inherited !== void 0 && pathWithin(repository.root, inherited) !== void 0;
	const own = pathOf(path, repository);
	if (own !== void 0 && !isNamedIn(state, own)) return {
		outcome: "unable",
		message: `cannot read ${text}: there is no such file or folder in ${revision}`
	};
	const inputs = [own ?? (isInside ? inherited : root)];
	return {
		outcome: "opened",
		state: {
			name: text,
			inputs,
			sources: treeSources(state, {
				paths: inputs,
				...options
			}),
			project: projectTreeOf(state),
			unreadable: () => [state.blobs.problem()].filter((problem) => problem !== void 0)
		}
	};
}
/** As git reads it: from the root of the repository, with a dot from where we stand. */
function pathOf(path, { root }) {
	if (path === void 0) return void 0;
	return relative(".", resolve(/^\.\.?(?:\/|$)/.test(path) ? "." : root, path)) || ".";
}
//#endregion
//#region packages/cli/src/commands/run-diff.ts
/** Two states from the command line to the written difference, and what to exit with. */
async function runDiff(options) {
	const { inputs, quiet, format, file, color, verbose } = options;
	const opened = await openStates(options.old, options.new, {
		rootfs: inputs.rootfs,
		isOurs: isWorthReading
	});
	if (opened.outcome === "unable") return unable(opened.message);
	const { before, after } = opened;
	const found = await configurationsOf(before, after, options);
	if (found === void 0) return exitCode.unable;
	const progress = progressOn(process.stderr, process.env, quiet);
	const facts = openFactFile(after.project.root, inputs, process.env);
	const { kubernetesVersion, appliedNamespace, complete } = inputs;
	const inputOf = ({ sources }, configuration) => ({
		sources,
		kubernetesVersion,
		appliedNamespace,
		complete,
		configuration: configurationFor(configuration, inputs),
		onFile: progress.file,
		cache: facts?.cache
	});
	const result = await diffAccess({
		before: inputOf(before, found.before),
		after: inputOf(after, found.after)
	}).finally(progress.end);
	facts?.save();
	if (result.outcome === "refused") return unable(result.message);
	const [unreadable] = [...before.unreadable(), ...after.unreadable()];
	if (unreadable !== void 0) return unable(unreadable);
	const { answer } = result;
	if (!quiet) await tellInputs(answer, opened);
	const toTerminal = file === void 0 || file === "-";
	const surroundings = {
		isTerminal: process.stdout.isTTY === true,
		columns: void 0,
		env: process.env
	};
	const context = {
		old: options.old,
		new: options.new,
		before: before.project.state,
		color: toTerminal ? wantsColor(color, surroundings) : color === "always",
		verbose
	};
	const render = {
		pretty: renderDiff,
		json: renderDiffJson,
		markdown: renderDiffMarkdown
	}[format];
	if (!await writeAnswer(render(answer, context), options)) return exitCode.unable;
	return answer.clusters.length > 0 ? exitCode.findings : exitCode.clean;
}
/** Each state has its own; where only one of them has any, it holds for the other too. Undefined: why was told. */
async function configurationsOf(before, after, { inputs }) {
	const of = ({ inputs: paths, project: tree }) => loadConfiguration({
		inputs: paths,
		tree,
		options: inputs.configuration,
		rules: void 0
	});
	const [old, new_] = [await of(before), await of(after)];
	if (old.outcome === "unable" || new_.outcome === "unable") return void 0;
	return {
		before: old.loaded?.configuration ?? borrowed(new_.loaded?.configuration, before, after),
		after: new_.loaded?.configuration ?? borrowed(old.loaded?.configuration, after, before)
	};
}
/** Elsewhere its paths start from the folder that was named. */
function borrowed(configuration, { inputs, project }, owner) {
	if (configuration === void 0 || project.root === owner.project.root) return configuration;
	return {
		...configuration,
		pathOf: pathsFrom(folderOf(inputs))
	};
}
/** Of a folder full of broken files nobody reads more. */
const errorsShown = 5;
/** What could not be used, on standard error: an object that the server would refuse gives nobody anything. */
async function tellInputs(answer, { before, after }) {
	const errors = new Map([...answer.after.diagnostics, ...answer.before.diagnostics].filter(({ level }) => level === "error").map((one) => [`${one.id} ${one.message} ${placeText(one.origin)}`, one]));
	if (errors.size > 0) {
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
		process.stderr.write([...renderDiagnostics([...errors.values()].slice(0, errorsShown), style)].join(""));
		if (errors.size > errorsShown) process.stderr.write(`… and ${errors.size - errorsShown} more (authgraph scan)\n`);
	}
	for (const [state, { coverage }] of [[before, answer.before], [after, answer.after]]) if (coverage.objects === 0) await tell(`${state.name}: no object among these inputs`);
}
async function unable(message) {
	await tell(message);
	return exitCode.unable;
}
//#endregion
export { runDiff };
