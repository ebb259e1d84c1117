import { T as projectTreeOf, _ as workingTree, f as rootFromHere, n as openStaged, u as repositoryOf } from "./hook.mjs";
import { t as openBase } from "./revision2.mjs";
import { t as openDisk } from "./open-inputs.mjs";
import { n as treeSources, t as isNamedIn } from "./tree-sources2.mjs";
import { existsSync } from "node:fs";
//#region packages/cli/src/files/git/open-change.ts
/** What a commit would change: HEAD and the index. The working tree, and what git does not track, are not looked at. */
function openStagedChange({ paths, rootfs, isOurs, focus }) {
	const found = repositoryOf(paths);
	if (found.outcome === "unable") return found;
	const staged = openStaged(found.repository, isOurs);
	if (staged.outcome === "unable") return staged;
	const missing = paths.find((path) => !isNamedIn(staged.after, path) && !isNamedIn(staged.before, path));
	if (missing !== void 0) return {
		outcome: "unable",
		message: nowhere(missing, "in the index or in HEAD")
	};
	const inputs = focus || paths.length === 0 ? [rootFromHere(found.repository)] : paths;
	const sourcesOf = (state) => treeSources(state, {
		paths: inputs,
		rootfs,
		isOurs
	});
	return {
		outcome: "opened",
		inputs,
		sources: sourcesOf(staged.after),
		project: projectTreeOf(staged.after),
		before: stateBefore(staged.before, sourcesOf(staged.before), true),
		trees: [staged.before.tree, staged.after.tree],
		unreadable: () => problems(staged.after)
	};
}
/** What the working tree changes since a revision. In a pull request nobody excuses himself. */
async function openChangeSince(asked, revision) {
	const { paths, rootfs, isOurs, focus } = asked;
	const found = repositoryOf(paths);
	if (found.outcome === "unable") return found;
	const { repository } = found;
	const base = openBase(repository, revision);
	if (base.outcome === "unable") return base;
	const inputs = focus || paths.length === 0 ? [rootFromHere(repository)] : paths;
	const sources = treeSources(base.state, {
		paths: inputs,
		rootfs,
		isOurs
	});
	const after = await openDisk({
		paths: inputs.filter((path) => existsSync(path) || !isNamedIn(base.state, path)),
		rootfs,
		isOurs
	});
	if (after.outcome === "unable") return after;
	return {
		...after,
		inputs,
		project: workingTree(inputs),
		before: stateBefore(base.state, sources, false),
		unreadable: () => [...after.unreadable(), ...problems(base.state)]
	};
}
function stateBefore(state, sources, trustChange) {
	return {
		sources,
		project: projectTreeOf(state),
		since: state.name,
		trustChange
	};
}
function problems({ blobs }) {
	const problem = blobs.problem();
	return problem === void 0 ? [] : [problem];
}
function nowhere(path, where) {
	return `cannot read ${path === "" ? "''" : path}: there is no such file or folder ${where}`;
}
//#endregion
export { openChangeSince, openStagedChange };
