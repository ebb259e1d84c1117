import { t as toolVersion } from "./version.mjs";
import { U as markdownText, b as workflowCommand, q as printable, x as renderFailedSarif } from "./report.mjs";
import { A as systemError, P as exitCode, k as runGit, u as repositoryOf } from "./hook.mjs";
import { r as shortened } from "./revision2.mjs";
import { appendFileSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { randomUUID } from "node:crypto";
//#region packages/cli/src/action/counts.ts
const countedSeverities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
/** Counts what a JSON report holds; undefined where none was written. */
function countsIn(path) {
	const report = readReport(path);
	if (report === void 0) return void 0;
	const bySeverity = {
		critical: 0,
		high: 0,
		medium: 0,
		low: 0,
		info: 0
	};
	for (const { severity } of report.findings) {
		const known = countedSeverities.find((name) => name === severity);
		if (known !== void 0) bySeverity[known]++;
	}
	return {
		findings: report.findings.length,
		bySeverity,
		compared: report.change?.risks ?? report.baseline
	};
}
function readReport(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return;
	}
}
//#endregion
//#region packages/cli/src/action/split-arguments.ts
/**
* The words of a line, as a shell would quote them and without a shell: blanks and line ends part words, single quotes
* keep everything, double quotes all but `\"` and `\\`, a backslash the character after it. Nothing is expanded.
*/
function splitArguments(text) {
	const words = [];
	let word;
	let at = 0;
	while (at < text.length) {
		const character = text.charAt(at);
		if (/\s/.test(character)) {
			if (word !== void 0) words.push(word);
			word = void 0;
			at++;
			continue;
		}
		const piece = pieceAt(text, at);
		if (piece === void 0) return {
			outcome: "refused",
			message: `a ${character} is never closed`
		};
		word = (word ?? "") + piece.value;
		at = piece.end;
	}
	if (word !== void 0) words.push(word);
	return {
		outcome: "split",
		words
	};
}
/** A quoted stretch, an escaped character, or a plain one; undefined where a quote is never closed. */
function pieceAt(text, start) {
	const first = text.charAt(start);
	if (first === "\\") return {
		value: text.charAt(start + 1),
		end: start + 2
	};
	if (first !== "'" && first !== "\"") return {
		value: first,
		end: start + 1
	};
	let value = "";
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === first) return {
			value,
			end: at + 1
		};
		if (first === "\"" && character === "\\" && /["\\]/.test(text.charAt(at + 1))) at++;
		value += text.charAt(at);
	}
}
//#endregion
//#region packages/cli/src/action/inputs.ts
/** Reads the inputs; one that is missing or empty is as its default in action.yml. */
function readInputs(env) {
	const text = (name) => env[`INPUT_${name}`]?.trim() || void 0;
	const args = splitArguments(text("ARGS") ?? "");
	if (args.outcome === "refused") return {
		outcome: "refused",
		message: `the input args: ${args.message}`
	};
	const flags = {
		UPLOAD: true,
		ANNOTATIONS: true,
		SUMMARY: true
	};
	for (const name of [
		"UPLOAD",
		"ANNOTATIONS",
		"SUMMARY"
	]) {
		const value = text(name) ?? "true";
		if (!/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(value)) return {
			outcome: "refused",
			message: `the input ${name.toLowerCase()} is true or false, not '${value}'`
		};
		flags[name] = value.toLowerCase() === "true";
	}
	const paths = (env.INPUT_PATH ?? "").split(/\r?\n/).flatMap((line) => line.trim() || []);
	return {
		outcome: "read",
		inputs: {
			paths: paths.length === 0 ? ["."] : paths,
			config: text("CONFIG"),
			failOn: text("FAIL_ON") ?? "medium",
			severity: text("SEVERITY") ?? "low",
			sarifFile: text("SARIF_FILE"),
			baseline: text("BASELINE"),
			changedSince: text("CHANGED_SINCE"),
			upload: flags.UPLOAD,
			annotations: flags.ANNOTATIONS,
			summary: flags.SUMMARY,
			args: args.words
		}
	};
}
//#endregion
//#region packages/cli/src/action/pull-request.ts
/**
* The pull request, or the group of a merge queue, that the workflow runs for; undefined where it runs for none. Not for
* `pull_request_target`: what is checked out there is the base itself.
*/
function pullRequestOf(env) {
	const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REF = "", GITHUB_ACTOR, GITHUB_REPOSITORY } = env;
	if (path === void 0 || name !== "pull_request" && name !== "merge_group") return void 0;
	const event = readEvent(path);
	if (name === "merge_group") {
		const base = revision(field(event, "merge_group", "base_sha"));
		return base === void 0 ? void 0 : {
			base,
			isMerged: false,
			isReadOnly: false
		};
	}
	const base = revision(field(event, "pull_request", "base", "sha"));
	if (base === void 0) return void 0;
	const head = field(event, "pull_request", "head", "repo", "full_name");
	return {
		base,
		isMerged: /^refs\/pull\/\d+\/merge$/.test(GITHUB_REF),
		isReadOnly: head !== GITHUB_REPOSITORY || GITHUB_ACTOR === "dependabot[bot]"
	};
}
function readEvent(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return;
	}
}
function field(value, ...names) {
	return names.reduce((at, name) => typeof at === "object" && at !== null ? Object.getOwnPropertyDescriptor(at, name)?.value : void 0, value);
}
/** The event may say anything; git must not take it for an option or an expression. */
function revision(value) {
	return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) ? value : void 0;
}
//#endregion
//#region packages/cli/src/action/sarif-file.ts
/**
* Copies the report to where the workflow wants it; a text says why that is not possible.
*
* The folder is a stranger's: a symlink of that name is replaced and not followed, and a folder that leads out of the
* workspace is refused.
*/
function placeSarif(from, to, workspace) {
	const target = resolve(workspace, to);
	try {
		if (!isAbsolute(to)) {
			if (leadsOut(workspace, target)) return `cannot write sarif-file ${to}: it lies outside of the workspace`;
		}
		mkdirSync(dirname(target), { recursive: true });
		rmSync(target, { force: true });
		copyFileSync(from, target, constants.COPYFILE_EXCL);
		return;
	} catch (error) {
		return `cannot write sarif-file ${to}: ${systemError(error)}`;
	}
}
/** Whether a path, or the folder that its nearest existing one really is, lies elsewhere. */
function leadsOut(workspace, target) {
	let folder = dirname(target);
	while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
	return [relative(realpathSync(workspace), realpathSync(folder)), relative(resolve(workspace), target)].some((path) => path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path));
}
/** Notes in a report that it does not tell everything. */
function markFailed(path) {
	const log = JSON.parse(readFileSync(path, "utf8"));
	if (!isLog(log)) return;
	for (const run of log.runs) for (const invocation of run.invocations) invocation.executionSuccessful = false;
	writeFileSync(path, `${JSON.stringify(log)}\n`);
}
function isLog(log) {
	return typeof log === "object" && log !== null && "runs" in log && Array.isArray(log.runs);
}
//#endregion
//#region packages/cli/src/action/base-revision.ts
/** The merge that is checked out for a pull request has its base as a parent; any other commit may have it far behind. */
const hint = "give actions/checkout fetch-depth: 2, or 0 where it checks out another ref";
/**
* The state that a pull request starts from, as a full revision.
*
* Of the merge that GitHub checks out it is the first parent: the base branch may have moved since the event, and what
* others merged is not this change. Else it is where both sides parted.
*/
function baseRevisionOf({ base, isMerged }, sha, paths) {
	const found = repositoryOf(paths);
	if (found.outcome === "unable") return {
		outcome: "missing",
		message: found.message
	};
	const { repository } = found;
	if (isMerged && sha !== void 0 && commit(repository, "HEAD") === sha) {
		const first = commit(repository, "HEAD^1");
		if (first !== void 0 && commit(repository, "HEAD^2") !== void 0) return {
			outcome: "found",
			revision: first
		};
	}
	const parted = revisionFrom(repository, [
		"merge-base",
		base,
		"HEAD"
	]);
	if (parted !== void 0) return {
		outcome: "found",
		revision: parted
	};
	return {
		outcome: "missing",
		message: `the clone does not have ${base}: ${hint}`
	};
}
function commit(repository, name) {
	return revisionFrom(repository, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${name}^{commit}`
	]);
}
/** What git answers, if it is a revision. */
function revisionFrom(repository, args) {
	const result = runGit(repository, args);
	if (result.outcome !== "done") return void 0;
	return /^[0-9a-f]{40,64}(?=\n|$)/.exec(result.stdout.toString("latin1"))?.[0];
}
//#endregion
//#region packages/cli/src/action/step-files.ts
/**
* Hands values on to the steps that follow (`$GITHUB_OUTPUT`); a text says why that is not possible. A line end in a value
* ends nothing: the delimiter cannot be guessed.
*/
function writeOutputs(file, outputs) {
	if (file === void 0 || file === "") return "GITHUB_OUTPUT is not set, so no output is handed on";
	const delimiter = `authgraph-${randomUUID()}`;
	const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
	try {
		appendFileSync(file, lines.join(""));
		return;
	} catch (error) {
		return `no output is handed on: ${systemError(error)}`;
	}
}
/** Bytes of a report in a job summary. GitHub shows no summary of a step beyond a mebibyte (docs: job summary limits). */
const summaryLimit = 900 * 1024;
/** Adds to the summary of the job (`$GITHUB_STEP_SUMMARY`); a text says why that is not possible. */
function writeSummary(file, markdown) {
	if (file === void 0 || file === "") return "GITHUB_STEP_SUMMARY is not set, so no summary is written";
	try {
		appendFileSync(file, markdown);
		return;
	} catch (error) {
		return `no summary is written: ${systemError(error)}`;
	}
}
//#endregion
//#region packages/cli/src/action/scan-for-action.ts
/**
* Scans as the inputs say, its words in the log.
*
* Where a change is judged, the report for code scanning is still that of the whole state: an upload replaces all that was
* uploaded before, so one of the change alone would close the alerts of everything else. The change decides on the
* verdict, the annotations and the summary.
*/
async function scanForAction(inputs, pullRequest, sha, files) {
	const { revision, notes } = changeOf(inputs, pullRequest, sha);
	const sarif = [
		"-f",
		"sarif",
		"-o",
		files.sarif
	];
	const shown = [
		...["-f", "concise"],
		...[
			"-f",
			"json",
			"-o",
			files.json
		],
		...[
			"-f",
			"github",
			"-o",
			files.annotations
		],
		...[
			"-f",
			"markdown",
			"-o",
			files.markdown,
			"--markdown-limit",
			String(summaryLimit)
		]
	];
	if (revision === void 0) return {
		code: await scan(inputs, [...shown, ...sarif]),
		notes
	};
	const whole = await scan(inputs, [
		"--quiet",
		...sarif,
		"--fail-on",
		"none"
	]);
	const change = await scan(inputs, [
		...shown,
		"--changed-since",
		revision
	]);
	return {
		code: whole === exitCode.unable ? whole : change,
		notes
	};
}
function changeOf(inputs, pullRequest, sha) {
	const { changedSince: asked, paths } = inputs;
	if (asked !== "auto") return {
		revision: asked,
		notes: asked === void 0 ? [] : [comparedWith(asked)]
	};
	if (pullRequest === void 0) return {
		revision: void 0,
		notes: []
	};
	const base = baseRevisionOf(pullRequest, sha, paths);
	if (base.outcome === "found") return {
		revision: base.revision,
		notes: [comparedWith(base.revision)]
	};
	return {
		revision: void 0,
		notes: [`everything is judged, not only what the pull request changes: its base is not known, because ${base.message}`]
	};
}
function comparedWith(revision) {
	return `judged is what changed since ${shortened(revision)}; the SARIF report is of everything`;
}
/** One command line. What it says must not be taken for workflow commands, whatever the names in it. */
async function scan(inputs, outputs) {
	const { paths, config, baseline, failOn, severity, args } = inputs;
	const { runCommandLine } = await import("./command-line.mjs");
	const token = randomUUID();
	process.stdout.write(`::stop-commands::${token}\n`);
	const code = await runCommandLine([
		"scan",
		...[
			"--fail-on",
			failOn,
			"--severity",
			severity
		],
		...config === void 0 ? [] : ["--config", config],
		...baseline === void 0 ? [] : ["--baseline", baseline],
		...args,
		...outputs,
		"--",
		...paths
	]);
	process.stdout.write(`::${token}::\n`);
	return code;
}
//#endregion
//#region packages/cli/src/action/run-action.ts
/**
* Step 1 of action.yml: scans, writes what GitHub shows, and hands the verdict on in the outputs. A later step fails with
* it, once the report is uploaded; so this one ends with 0 unless it cannot hand it on.
*/
async function runAction(env) {
	const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "authgraph-"));
	const files = {
		sarif: join(folder, "authgraph.sarif"),
		json: join(folder, "findings.json"),
		annotations: join(folder, "annotations.txt"),
		markdown: join(folder, "summary.md")
	};
	const read = readInputs(env);
	if (read.outcome === "refused") return handOver({
		code: exitCode.unable,
		notes: []
	}, {
		problem: read.message,
		files,
		env,
		inputs: noInputs
	});
	const { inputs } = read;
	const pullRequest = pullRequestOf(env);
	return handOver(await scanForAction(inputs, pullRequest, env.GITHUB_SHA, files), {
		files,
		env,
		inputs,
		isReadOnly: pullRequest?.isReadOnly === true
	});
}
/** Nothing of what was asked for can be done. */
const noInputs = {
	sarifFile: void 0,
	upload: false,
	annotations: true,
	summary: true
};
/** Tells the reader of the run, and the steps that follow, what came of the scan. */
function handOver(scanned, { problem, files, env, inputs, isReadOnly = false }) {
	const workspace = env.GITHUB_WORKSPACE || process.cwd();
	const failure = finishSarif(scanned, problem, files.sarif);
	const { sarifFile } = inputs;
	const notPlaced = sarifFile === void 0 ? void 0 : placeSarif(files.sarif, sarifFile, workspace);
	const sarif = sarifFile === void 0 || notPlaced !== void 0 ? files.sarif : resolve(workspace, sarifFile);
	const code = notPlaced === void 0 ? scanned.code : exitCode.unable;
	const told = notPlaced ?? failure;
	const upload = inputs.upload && code !== exitCode.unable;
	const notes = [...scanned.notes, ...inputs.upload ? uploadNotes(upload, isReadOnly) : []];
	for (const note of notes) tellLog(note);
	if (told !== void 0) printError(told);
	if (inputs.annotations && existsSync(files.annotations)) process.stdout.write(annotationsIn(readFileSync(files.annotations, "utf8")));
	if (inputs.summary) tellLog(writeSummary(env.GITHUB_STEP_SUMMARY, summaryOf(told, notes, files.markdown)));
	const notHanded = writeOutputs(env.GITHUB_OUTPUT, {
		sarif,
		"exit-code": String(code),
		upload: String(upload),
		"upload-may-fail": String(isReadOnly),
		...countOutputs(files.json)
	});
	tellLog(notHanded);
	return notHanded === void 0 ? 0 : code;
}
/** The commands alone, and how many are left out: the log has all the rest already, shown with commands stopped. */
function annotationsIn(text) {
	return text.split("\n").filter((line) => line.startsWith("::") || line.startsWith("not annotated: ")).map((line) => `${line}\n`).join("");
}
/** Sees to it that there is a report, and that one which does not tell everything says so. Gives what went wrong. */
function finishSarif({ code }, problem, path) {
	if (code !== exitCode.unable) return void 0;
	const text = problem ?? "the scan could not do its work, or not all of it: the log of this step says why";
	if (existsSync(path)) markFailed(path);
	else writeFileSync(path, renderFailedSarif(toolVersion, text));
	return text;
}
function uploadNotes(upload, isReadOnly) {
	if (!upload) return ["nothing is uploaded: a report that may not tell everything would close alerts"];
	if (!isReadOnly) return [];
	return ["the token of this pull request can only read, so GitHub may refuse the report; that alone fails nothing"];
}
function summaryOf(problem, notes, markdown) {
	const said = [...problem === void 0 ? [] : [`**${markdownText(problem)}**`], ...notes.map((note) => `_${markdownText(note)}_`)];
	return [existsSync(markdown) ? readFileSync(markdown, "utf8") : "### authgraph\n", ...said].map((text) => `${text.trimEnd()}\n`).join("\n");
}
/** Empty where nothing was counted: 0 would say that nothing was found. */
function countOutputs(path) {
	const counts = countsIn(path);
	const text = (count) => count === void 0 ? "" : String(count);
	return {
		findings: text(counts?.findings),
		critical: text(counts?.bySeverity.critical),
		high: text(counts?.bySeverity.high),
		medium: text(counts?.bySeverity.medium),
		low: text(counts?.bySeverity.low),
		new: text(counts?.compared?.new),
		worse: text(counts?.compared?.worse)
	};
}
function tellLog(message) {
	if (message !== void 0) process.stdout.write(`authgraph: ${printable(message)}\n`);
}
function printError(message) {
	process.stdout.write(`${workflowCommand("error", { title: "authgraph" }, printable(message))}\n`);
}
//#endregion
export { runAction };
