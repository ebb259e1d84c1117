import { t as toolVersion } from "./version.mjs";
import { g as isWorthReading, s as scan } from "./core.mjs";
import { n as openPaths, t as progressOn } from "./progress.mjs";
//#region packages/cli/src/commands/scan-paths.ts
/** Scans what lies at some paths. */
async function scanPaths({ paths, quiet, ...options }) {
	const { rules, rootfs, kubernetesVersion, appliedNamespace, complete, at } = options;
	const opened = await openPaths({
		paths,
		rootfs,
		isOurs: isWorthReading
	});
	if (opened.outcome === "unreadable") return {
		outcome: "unable",
		message: opened.message
	};
	const progress = progressOn(process.stderr, process.env, quiet);
	const { sources } = opened;
	const result = await scan({
		sources,
		rules,
		toolVersion,
		kubernetesVersion,
		appliedNamespace,
		complete,
		at,
		onFile: progress.file
	}).finally(progress.end);
	if (result.outcome === "refused") return {
		outcome: "unable",
		message: result.message
	};
	return {
		outcome: "done",
		run: result.run,
		unreadable: opened.unreadable
	};
}
//#endregion
export { scanPaths as t };
