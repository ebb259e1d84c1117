import { C as treeOf, D as blobsOf, O as gitProblem, S as kindOf, k as runGit, w as gitState } from "./hook.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
//#region packages/cli/src/files/git/revision.ts
/** The files of a revision, by whatever name git knows it. */
function openRevision(repository, revision) {
	const commit = commitOf(repository, revision);
	if (commit.outcome === "unable") return commit;
	return openCommit(repository, commit.id, revision);
}
/**
* The state that a change starts from: where it branched off the revision, so that nothing is blamed on it which
* happened there since; the revision itself where both have no common history.
*/
function openBase(repository, revision) {
	const commit = commitOf(repository, revision);
	if (commit.outcome === "unable") return commit;
	const base = runGit(repository, [
		"merge-base",
		commit.id,
		"HEAD"
	]);
	if (base.outcome === "done") {
		const id = base.stdout.toString("latin1").trim().split("\n")[0] ?? commit.id;
		return openCommit(repository, id, id === commit.id ? shortened(revision) : `${shortened(id)}, where this branched off ${shortened(revision)}`);
	}
	if (base.outcome !== "failed") return {
		outcome: "unable",
		message: gitProblem(repository, base)
	};
	if (base.code === 1 && !isShallow(repository)) return openCommit(repository, commit.id, revision);
	if (base.code === 1) return {
		outcome: "unable",
		message: `where this branched off ${revision} is not known: ${shallowHint}`
	};
	return {
		outcome: "unable",
		message: /HEAD/.test(base.stderr) ? "nothing was committed here yet, so there is nothing to compare with" : gitProblem(repository, base)
	};
}
/** A revision as people read it; a full hash is as good with its beginning. */
function shortened(revision) {
	return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 12) : revision;
}
function commitOf(repository, revision) {
	if (revision === "" || revision.startsWith("-")) return unknownRevision(repository, revision);
	const result = runGit(repository, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${revision}^{commit}`
	]);
	if (result.outcome === "done") return {
		outcome: "found",
		id: result.stdout.toString("latin1").trim()
	};
	if (result.outcome === "failed" && (result.code === 1 || /unknown revision|Needed a single/.test(result.stderr))) return unknownRevision(repository, revision);
	return {
		outcome: "unable",
		message: gitProblem(repository, result)
	};
}
function unknownRevision(repository, revision) {
	return {
		outcome: "unable",
		message: `git knows no revision "${revision}" here${isShallow(repository) ? `: ${shallowHint}` : ""}`
	};
}
const shallowHint = "this clone is shallow; check out its history too (actions/checkout: `fetch-depth: 0`)";
function isShallow({ gitFolder, environment }) {
	return existsSync(join(commonFolder(gitFolder, environment), "shallow"));
}
/** Where a linked working tree has what it shares with the others (gitrepository-layout(5), commondir). */
function commonFolder(gitFolder, environment) {
	const named = environment.GIT_COMMON_DIR;
	if (named !== void 0) return named;
	try {
		return resolve(gitFolder, readFileSync(join(gitFolder, "commondir"), "utf8").trim());
	} catch {
		return gitFolder;
	}
}
function openCommit(repository, id, name) {
	const result = runGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		id
	]);
	if (result.outcome !== "done") return {
		outcome: "unable",
		message: gitProblem(repository, result)
	};
	return {
		outcome: "opened",
		state: gitState(repository, name, treeOf(result.stdout.toString("utf8").split("\0").flatMap((line) => {
			const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
			if (mode === void 0 || blob === void 0 || path === void 0) return [];
			return [{
				path,
				kind: kindOf(Number.parseInt(mode, 8)),
				id: blob
			}];
		})), blobsOf(repository))
	};
}
//#endregion
export { openRevision as n, shortened as r, openBase as t };
