import { _ as workingTree } from "./hook.mjs";
import { t as openPaths } from "./path-sources.mjs";
//#region packages/cli/src/files/open-inputs.ts
/** Opens what is to be scanned: a project as it lies there, or a change to it. */
async function openInputs(asked) {
	if (asked.staged) return (await import("./open-change.mjs")).openStagedChange(asked);
	const { changedSince } = asked;
	if (changedSince !== void 0) return (await import("./open-change.mjs")).openChangeSince(asked, changedSince);
	const { paths, rootfs, isOurs, focus } = asked;
	if (!focus) return openDisk({
		paths: paths.length === 0 ? ["."] : paths,
		rootfs,
		isOurs
	});
	const { missingFrom, projectFolder } = await import("./focus.mjs");
	const missing = missingFrom(paths);
	if (missing !== void 0) return {
		outcome: "unable",
		message: missing
	};
	return openDisk({
		paths: [projectFolder(paths)],
		rootfs,
		isOurs
	});
}
/** What lies at some paths, as it is now. */
async function openDisk(options) {
	const opened = await openPaths(options);
	if (opened.outcome === "unreadable") return {
		outcome: "unable",
		message: opened.message
	};
	const { sources, unreadable } = opened;
	return {
		outcome: "opened",
		inputs: options.paths,
		sources,
		project: workingTree(options.paths),
		before: void 0,
		unreadable: () => unreadable
	};
}
//#endregion
export { openInputs as n, openDisk as t };
