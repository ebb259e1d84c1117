import { D as readConfiguration } from "./core.mjs";
import { f as decodeBytes } from "./reader.mjs";
import { _ as workingTree, g as readFileIn, m as pathWithin, p as folderOf } from "./hook.mjs";
import { t as tell } from "./tell.mjs";
import { dirname, relative, resolve, sep } from "node:path";
//#region packages/cli/src/configuration/paths-from.ts
/**
* Paths from a folder, which is asked of every input: most of them are compared as they stand, since inputs are named
* from where we stand and lie below.
*/
function pathsFrom(folder) {
	const below = relative(process.cwd(), folder).split(sep).join("/");
	const above = relative(folder, process.cwd()).split(sep).join("/");
	if (below === "") return (path) => isPlain(path) ? path : pathWithin(folder, path);
	if (!below.startsWith("..")) {
		const prefix = `${below}/`;
		return (path) => {
			if (!isPlain(path) || path === below) return pathWithin(folder, path);
			return path.startsWith(prefix) ? path.slice(prefix.length) : void 0;
		};
	}
	return (path) => isPlain(path) && !above.startsWith("..") ? `${above}/${path}` : pathWithin(folder, path);
}
/** Nothing in it leads up or stays, so that it can be compared as it stands. */
function isPlain(path) {
	return sep === "/" && path !== "" && !path.startsWith("/") && !path.endsWith("/") && !path.endsWith(".") && !path.includes("./") && !path.includes("//");
}
//#endregion
//#region packages/cli/src/configuration/load-configuration.ts
const configurationName = "authgraph.yaml";
const none = {
	outcome: "loaded",
	loaded: void 0
};
/**
* The configuration of a run: the file that was named, else the nearest `authgraph.yaml` from the first input up to the
* root of its project. What is wrong with it is told, all at once.
*/
async function loadConfiguration(search) {
	const { options, inputs, tree = workingTree(inputs) } = search;
	if (options.none) return none;
	if (options.file !== void 0) return loadNamed(options.file, tree, search);
	for (const path of candidates(tree, inputs)) {
		const file = await tree.read(path);
		const at = resolve(tree.root, path);
		if (file.outcome !== "missing") return decoded(file, {
			at,
			folder: dirname(at),
			state: tree.state
		}, search);
	}
	return none;
}
/** What of it holds beside the options of a command, which count more. */
function configurationFor(configuration, { rootfs }) {
	if (configuration === void 0 || rootfs === void 0) return configuration;
	return {
		...configuration,
		clusters: configuration.clusters.map((cluster) => ({
			...cluster,
			rootfs: void 0
		}))
	};
}
/** Paths of the tree where a configuration may lie, nearest first. */
function candidates({ root }, inputs) {
	const inside = pathWithin(root, folderOf(inputs)) ?? "";
	const folders = inside === "" ? [] : inside.split("/");
	return [...folders.map((_, above) => folders.slice(0, folders.length - above)), []].map((folder) => [...folder, configurationName].join("/"));
}
/** Any file may be named. Its paths start from its folder where that lies in the project, else from the project's root. */
async function loadNamed(name, tree, search) {
	const at = resolve(name);
	const inside = pathWithin(tree.root, at);
	const folder = inside === void 0 ? tree.root : dirname(at);
	const isOfState = tree.state !== void 0 && inside !== void 0;
	const file = isOfState ? await tree.read(inside) : readFileIn(void 0, at);
	if (file.outcome === "missing") {
		const where = isOfState ? `in ${tree.state} ` : "";
		if (search.silent !== true) await tell(`cannot read ${name}: there is ${where}no such file`);
		return { outcome: "unable" };
	}
	return decoded(file, {
		at,
		folder,
		state: isOfState ? tree.state : void 0
	}, search);
}
async function decoded(file, { at, folder, state }, { rules, silent = false }) {
	const path = relative(process.cwd(), at).split(sep).join("/");
	if (file.outcome === "unreadable") {
		if (!silent) await tell(`cannot read ${path}: ${file.reason}`);
		return { outcome: "unable" };
	}
	const result = readConfiguration({
		path,
		text: decodeBytes(file.bytes).text
	}, {
		rules,
		pathOf: pathsFrom(folder)
	});
	if (result.outcome === "wrong" && silent) return { outcome: "unable" };
	if (result.outcome === "wrong") {
		const { tellProblems } = await import("./tell-problems.mjs");
		await tellProblems(result.problems);
		await tell(`${path}${state === void 0 ? "" : ` of ${state}`} is no configuration that can be used: ${countOf(result.problems.length)}`);
		return { outcome: "unable" };
	}
	return {
		outcome: "loaded",
		loaded: {
			configuration: result.configuration,
			folder
		}
	};
}
function countOf(problems) {
	return problems === 1 ? "one problem" : `${problems} problems`;
}
//#endregion
export { pathsFrom as i, configurationName as n, loadConfiguration as r, configurationFor as t };
