import { h as loadGraph } from "./core.mjs";
import { h as isWorthReading } from "./reader.mjs";
import { s as renderDiagnostics } from "./report.mjs";
import { h as projectRoot } from "./hook.mjs";
import { t as tell } from "./tell.mjs";
import { r as loadConfiguration, t as configurationFor } from "./load-configuration.mjs";
import { n as openFactFile, t as progressOn } from "./progress.mjs";
import { t as openPaths } from "./path-sources.mjs";
import { n as widthOf, t as wantsColor } from "./terminal.mjs";
//#region packages/cli/src/commands/load-inputs.ts
/**
* The graph of a question's inputs. What of them could not be used is told on standard error: an object that the server
* would refuse changes answers. Undefined where there is no graph to ask; why was told.
*/
async function loadInputs(options, quiet = false) {
	const { paths, rootfs, kubernetesVersion, appliedNamespace, complete, cluster } = options;
	const found = await loadConfiguration({
		inputs: paths,
		options: options.configuration,
		rules: void 0
	});
	if (found.outcome === "unable") return void 0;
	const opened = await openPaths({
		paths,
		rootfs,
		isOurs: isWorthReading
	});
	if (opened.outcome === "unreadable") return refused(opened.message);
	const progress = progressOn(process.stderr, process.env, quiet);
	const { sources } = opened;
	const facts = openFactFile(projectRoot(paths), options, process.env);
	const result = await loadGraph({
		sources,
		kubernetesVersion,
		appliedNamespace,
		complete,
		cluster,
		defaultNamespace: "default",
		configuration: configurationFor(found.loaded?.configuration, options),
		onFile: progress.file,
		cache: facts?.cache
	}).finally(progress.end);
	facts?.save();
	if (result.outcome === "refused") return refused(result.message);
	const [unreadable] = opened.unreadable;
	if (unreadable !== void 0) return refused(unreadable);
	if (!quiet) tellErrors(result.loaded);
	if (!quiet && result.loaded.coverage.objects === 0) await tell(`${paths.join(", ")}: no object among these inputs`);
	return result.loaded;
}
/** Of a folder full of broken files nobody reads more. */
const errorsShown = 5;
function tellErrors({ diagnostics }) {
	const errors = diagnostics.filter(({ level }) => level === "error");
	if (errors.length === 0) return;
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
	process.stderr.write([...renderDiagnostics(errors.slice(0, errorsShown), style)].join(""));
	if (errors.length > errorsShown) process.stderr.write(`… and ${errors.length - errorsShown} more (authgraph scan)\n`);
}
async function refused(message) {
	await tell(message);
}
//#endregion
export { loadInputs as t };
