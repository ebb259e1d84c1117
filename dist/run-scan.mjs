import { t as toolVersion } from "./version.mjs";
import { t as exitCode } from "./exit-code.mjs";
import { t as tell } from "./tell.mjs";
import { n as writeResult, t as cannotWrite } from "./write.mjs";
import { d as isWorthReading, f as failuresOf, i as scan, n as isSelected, r as selectFindings, t as ruleset } from "./core.mjs";
import { i as openPaths, n as widthOf, r as progressOn, t as wantsColor } from "./terminal.mjs";
import { n as tellFailure } from "./internal-error2.mjs";
//#region packages/cli/src/commands/run-scan.ts
/** One scan from the named paths to the written results, and what to exit with. */
async function runScan(paths, options) {
	for (const { file } of options.outputs) {
		const problem = file === void 0 || file === "-" ? void 0 : cannotWrite(file);
		if (problem !== void 0) return unable(problem);
	}
	const opened = await openPaths({
		paths,
		rootfs: options.rootfs,
		isOurs: isWorthReading
	});
	if (opened.outcome === "unreadable") return unable(opened.message);
	const progress = progressOn(process.stderr, process.env, options.quiet);
	const result = await scan({
		sources: opened.sources,
		rules: ruleset,
		toolVersion,
		kubernetesVersion: options.kubernetesVersion,
		appliedNamespace: options.appliedNamespace,
		complete: options.complete,
		at: options.at,
		onFile: progress.file
	}).finally(progress.end);
	if (result.outcome === "refused") return unable(result.message);
	const { run } = result;
	const failures = failuresOf(run);
	const verdict = opened.unreadable.length > 0 || failures.length > 0 ? {
		code: exitCode.unable,
		reason: partial
	} : verdictOf(run, options);
	const shown = selectFindings(run, {
		severity: options.severity,
		confidence: options.confidence
	});
	if (!options.quiet) await tellDiagnostics(run, options);
	for (const message of opened.unreadable) await tell(message);
	for (const failure of failures) await tellFailure(failure, options.verbose);
	let isWritten = true;
	for (const { format, file } of options.outputs) {
		if (options.quiet && (file === void 0 || file === "-")) continue;
		const problem = await write(shown, format, file, {
			paths,
			verdict,
			options
		});
		if (problem === void 0) continue;
		await tell(problem);
		isWritten = false;
	}
	return isWritten ? verdict.code : exitCode.unable;
}
/** Diagnostics on stderr that are shown unless all are asked for; the rest is counted in the result. */
const diagnosticsShown = 5;
/** What was wrong with the inputs, on stderr: the result on stdout stays one format. */
async function tellDiagnostics({ diagnostics }, options) {
	const told = options.verbose ? diagnostics : diagnostics.filter(({ level }) => level === "error");
	if (told.length === 0) return;
	const { renderDiagnostics } = await import("./src.mjs");
	const surroundings = {
		isTerminal: process.stderr.isTTY === true,
		columns: process.stderr.columns,
		env: process.env
	};
	const style = {
		color: wantsColor(options.color, surroundings),
		width: widthOf(surroundings),
		hyperlinks: false,
		quiet: false,
		verbose: options.verbose
	};
	const shown = options.verbose ? told : told.slice(0, diagnosticsShown);
	process.stderr.write([...renderDiagnostics(shown, style)].join(""));
	if (shown.length < told.length) process.stderr.write(`… and ${told.length - shown.length} more (--verbose)\n\n`);
}
/** Writes a run in one format; a text says why that was not possible. */
async function write(run, format, file, writing) {
	const { verdict, options } = writing;
	switch (format) {
		case "pretty": {
			const { renderPretty } = await import("./src.mjs");
			const toTerminal = file === void 0 || file === "-";
			const surroundings = {
				isTerminal: toTerminal && process.stdout.isTTY === true,
				columns: process.stdout.columns,
				env: process.env
			};
			const color = toTerminal ? wantsColor(options.color, surroundings) : options.color === "always";
			return writeResult(renderPretty(run, {
				color,
				width: widthOf(surroundings),
				hyperlinks: color && surroundings.isTerminal,
				quiet: false,
				verbose: options.verbose,
				exit: verdict
			}), file);
		}
		case "json": {
			const { renderJson } = await import("./src.mjs");
			return writeResult(renderJson(run), file);
		}
		case "sarif": {
			const { writeSarif } = await import("./write-sarif.mjs");
			return writeSarif(run, file, {
				category: options.sarifCategory,
				paths: writing.paths
			});
		}
	}
}
const partial = "something could not be read or evaluated, see standard error";
function verdictOf(run, { failOn, confidence, strict }) {
	if (strict && run.diagnostics.some(({ level }) => level === "error")) return {
		code: exitCode.unable,
		reason: "some input could not be evaluated (--strict)"
	};
	if (failOn === "none") return {
		code: exitCode.clean,
		reason: "findings do not count (--fail-on none)"
	};
	return run.findings.some((finding) => isSelected(finding, {
		severity: failOn,
		confidence
	})) ? {
		code: exitCode.findings,
		reason: `findings at or above ${failOn} (--fail-on ${failOn})`
	} : {
		code: exitCode.clean,
		reason: `nothing at or above ${failOn} (--fail-on ${failOn})`
	};
}
async function unable(message) {
	await tell(message);
	return exitCode.unable;
}
//#endregion
export { runScan };
