import { t as toolVersion } from "./version.mjs";
import { E as failuresOf, Un as confidenceAtLeast, g as baselineText, qn as severityAtLeast } from "./core.mjs";
import { P as exitCode } from "./hook.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { a as baselinePlaces } from "./change-options.mjs";
import { n as loadBaseline, t as scanPaths } from "./scan-paths.mjs";
import { t as allRules } from "./choose-rules2.mjs";
import { n as tellFailure } from "./internal-error2.mjs";
import { relative } from "node:path";
//#region packages/cli/src/commands/run-baseline.ts
/** Writes down what a scan finds; nothing where it could not see everything: what it missed would look gone. */
async function runBaseline(paths, options) {
	const rules = await allRules(options);
	if (rules === void 0) return exitCode.unable;
	const baseline = options.prune ? {
		file: options.output,
		none: false
	} : void 0;
	const scanned = await scanPaths({
		...options,
		paths,
		rules,
		baseline
	});
	if (scanned.outcome === "unable") return unable(scanned.message);
	for (const failure of failuresOf(scanned.run)) await tellFailure(failure, false);
	const [unreadable] = scanned.unreadable;
	if (unreadable !== void 0) return unable(unreadable);
	if (failuresOf(scanned.run).length > 0) return unable("nothing was written: not every rule could be asked");
	if (options.expected !== void 0) {
		const { writeExpected } = await import("./write-expected.mjs");
		return writeExpected([...scanned.open().values()], options.expected, scanned.places, options.quiet);
	}
	return writeBaseline(scanned, options);
}
async function writeBaseline({ open, stillKnown, places }, options) {
	const { project, configuration } = places;
	const { paths } = baselinePlaces(project, configuration, {
		file: options.output,
		none: false
	});
	const loaded = await loadBaseline({
		project,
		configuration,
		options: {
			file: options.output,
			none: false
		},
		absent: "none"
	});
	if (loaded.outcome === "unable") return exitCode.unable;
	const { baseline: before } = loaded;
	if (options.prune && before === void 0) return unable(`there is no baseline to prune: ${shown(paths[0])}`);
	const entries = stillKnown?.() ?? [...open().values()].filter(({ severity, confidence }) => severityAtLeast(severity, options.severity) && confidenceAtLeast(confidence, options.confidence));
	const file = loaded.at ?? paths[0];
	const text = [...baselineText(entries, toolVersion)].join("");
	if (text !== before?.source.text) {
		const problem = await writeResult([text], file);
		if (problem !== void 0) return unable(problem);
	}
	if (!options.quiet) process.stdout.write(`${shown(file)}: ${summary(entries, before)}\n`);
	return exitCode.clean;
}
/** `37 risks are known now: 3 added, 2 removed` */
function summary(entries, before) {
	const now = new Set(entries.map(({ fingerprint }) => fingerprint));
	const added = entries.filter(({ fingerprint }) => before?.known.has(fingerprint) !== true).length;
	const removed = [...before?.known.keys() ?? []].filter((fingerprint) => !now.has(fingerprint)).length;
	const count = `${entries.length} ${entries.length === 1 ? "risk is" : "risks are"} known now`;
	if (before === void 0) return `${count}; commit the file, and scans tell only what is new or worse`;
	return `${count}: ${added} added, ${removed} removed`;
}
function shown(path) {
	return relative(process.cwd(), path);
}
async function unable(message) {
	if (message !== void 0) await tell(message);
	return exitCode.unable;
}
//#endregion
export { runBaseline };
