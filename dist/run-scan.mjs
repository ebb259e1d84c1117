import { E as failuresOf, T as selectFindings } from "./core.mjs";
import { P as exitCode } from "./hook.mjs";
import { n as writeResult, t as cannotWrite } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as scanPaths } from "./scan-paths.mjs";
import { n as foreignIds, t as allRules } from "./choose-rules2.mjs";
import { n as tellFailure } from "./internal-error2.mjs";
import { n as widthOf, t as wantsColor } from "./terminal.mjs";
//#region packages/cli/src/commands/run-scan.ts
/** One scan from the named paths to the written results, and what to exit with. */
async function runScan(paths, options) {
	for (const { file } of options.outputs) {
		const problem = file === void 0 || file === "-" ? void 0 : cannotWrite(file);
		if (problem !== void 0) return unable(problem);
	}
	const known = await allRules(options);
	if (known === void 0) return exitCode.unable;
	const result = await scanPaths({
		...options,
		paths,
		rules: known
	});
	if (result.outcome === "unable") return unable(result.message);
	const { run, unreadable } = result;
	const failures = failuresOf(run);
	const verdict = unreadable.length > 0 || failures.length > 0 ? {
		code: exitCode.unable,
		reason: partial
	} : verdictOf(run, options);
	const shown = selectFindings(run, {
		severity: options.severity,
		confidence: options.confidence
	});
	if (!options.quiet) await tellDiagnostics(run, options);
	for (const message of unreadable) await tell(message);
	for (const failure of failures) await tellFailure(failure, options.verbose);
	let isWritten = true;
	for (const { format, file } of options.outputs) {
		if (options.quiet && (file === void 0 || file === "-")) continue;
		const problem = await write(shown, format, file, {
			paths,
			rules: known,
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
async function tellDiagnostics({ diagnostics, change }, options) {
	const told = options.verbose ? diagnostics : (change ?? { diagnostics }).diagnostics.filter(isError);
	if (told.length === 0) return;
	const { renderDiagnostics } = await import("./src2.mjs");
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
function isError({ level }) {
	return level === "error";
}
/** Writes a run in one format; a text says why that was not possible. */
async function write(run, format, file, writing) {
	const { verdict, options } = writing;
	switch (format) {
		case "pretty": {
			const { renderPretty } = await import("./src2.mjs");
			const surroundings = {
				isTerminal: (file === void 0 || file === "-") && process.stdout.isTTY === true,
				columns: process.stdout.columns,
				env: process.env
			};
			const color = colorFor(file, options);
			return writeResult(renderPretty(run, {
				color,
				width: widthOf(surroundings),
				hyperlinks: color && surroundings.isTerminal,
				quiet: false,
				verbose: options.verbose,
				rulesWithoutPage: foreignIds(writing.rules),
				exit: verdict
			}), file);
		}
		case "concise": {
			const { renderConcise } = await import("./src2.mjs");
			return writeResult(renderConcise(run, { color: colorFor(file, options) }), file);
		}
		case "github":
		case "markdown":
		case "gitlab":
		case "junit":
		case "checkstyle":
		case "rdjson":
		case "rdjsonl":
		case "csv": {
			const { writeProjectFormat } = await import("./write-project-format.mjs");
			const { sarifCategory: category, markdownLimit } = options;
			return writeProjectFormat(run, format, file, {
				category,
				markdownLimit,
				paths: writing.paths
			});
		}
		case "json": {
			const { renderJson } = await import("./src2.mjs");
			return writeResult(renderJson(run), file);
		}
		case "sarif": {
			const { writeSarif } = await import("./write-sarif.mjs");
			return writeSarif(run, file, {
				category: options.sarifCategory,
				suppressed: options.sarifSuppressed === "include",
				paths: writing.paths
			});
		}
	}
}
/** What the environment wants of a terminal does not hold for a file. */
function colorFor(file, { color }) {
	if (file !== void 0 && file !== "-") return color === "always";
	return wantsColor(color, {
		isTerminal: process.stdout.isTTY === true,
		columns: void 0,
		env: process.env
	});
}
const partial = "something could not be read or evaluated, see standard error";
/** A commit may say itself what it accepts; no pull request does. */
const acceptedByCommit = "meant to be? `authgraph suppress FINGERPRINT --reason TEXT` accepts one: stage authgraph.yaml then";
function verdictOf(run, { failOn, confidence, strict, change }) {
	if (strict && run.diagnostics.some(({ level }) => level === "error")) return {
		code: exitCode.unable,
		reason: "some input could not be evaluated (--strict)"
	};
	if (failOn === "none") return {
		code: exitCode.clean,
		reason: "findings do not count (--fail-on none)"
	};
	const threshold = `at or above ${failOn} (--fail-on ${failOn})`;
	if (selectFindings(run, {
		severity: failOn,
		confidence
	}).findings.length === 0) {
		const compared = run.baseline !== void 0 || run.change !== void 0;
		return {
			code: exitCode.clean,
			reason: `nothing ${compared ? "new or worse " : ""}${threshold}`
		};
	}
	const reason = `findings ${threshold}`;
	return change.staged ? {
		code: exitCode.findings,
		reason,
		next: acceptedByCommit
	} : {
		code: exitCode.findings,
		reason
	};
}
async function unable(message) {
	if (message !== void 0) await tell(message);
	return exitCode.unable;
}
//#endregion
export { runScan };
