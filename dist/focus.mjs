import { h as projectRoot, m as pathWithin } from "./hook.mjs";
import { existsSync, realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
//#region packages/cli/src/files/focus.ts
/** Where the project lies to which the files of interest belong, from where we stand. */
function projectFolder(paths) {
	return relative(".", projectRoot(paths)) || ".";
}
/** What of the files of interest is not there, as a sentence. */
function missingFrom(paths) {
	const missing = paths.find((path) => path === "" || !existsSync(path));
	return missing === void 0 ? void 0 : `cannot read ${missing || "''"}: there is no such file or folder`;
}
/** Whether a place in a file is of interest: the file was named, or a folder above it. */
function focusOn(paths) {
	const named = paths.flatMap((path) => [resolve(path), realOf(path)]);
	const files = new Set(named);
	return (path) => files.has(resolve(path)) || named.some((folder) => pathWithin(folder, path) !== void 0);
}
function realOf(path) {
	try {
		return realpathSync(path);
	} catch {
		return resolve(path);
	}
}
//#endregion
export { focusOn, missingFrom, projectFolder };
