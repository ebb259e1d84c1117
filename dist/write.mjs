import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { closeSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
//#region packages/cli/src/files/walk.ts
/** What a folder holds, in byte order of the names, as kubectl walks it (filepath.Walk). `.git` is no input. */
function walk(folder, above, options) {
	const met = [];
	walkInto(met, folder, above, options);
	return met;
}
function walkInto(met, folder, above, options) {
	let entries;
	try {
		entries = readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		met.push({
			outcome: "skipped",
			path: folder,
			reason: reasonOf(error)
		});
		return;
	}
	entries.sort(byName);
	const rules = above.enter(folder, entries);
	const prefix = folder === "." ? "" : join(folder, sep);
	for (const entry of entries) {
		const path = prefix + entry.name;
		if (!entry.isDirectory()) met.push(meetFile(entry, path, rules, options));
		else if (entry.name === ".git") continue;
		else if (!rules.ignores(path, true)) walkInto(met, path, rules, options);
		else met.push({
			outcome: "skipped",
			path: `${path}/`,
			reason: "ignored by git"
		});
	}
}
function meetFile(entry, path, rules, options) {
	if (rules.ignores(path, false)) return {
		outcome: "skipped",
		path,
		reason: "ignored by git"
	};
	if (entry.isSymbolicLink()) return throughLink(path, options);
	if (!entry.isFile()) return {
		outcome: "skipped",
		path,
		reason: "not a regular file"
	};
	if (!options.isOurs(path)) return {
		outcome: "skipped",
		path,
		reason: "not a format we read"
	};
	return {
		outcome: "file",
		path,
		seen: "regular file"
	};
}
/** A symlink to a folder is never entered (kubectl); one to a file is read under the real path, once. */
function throughLink(path, { isOurs, project, root }) {
	let target;
	let status;
	try {
		target = realpathSync(path);
		status = statSync(target);
	} catch (error) {
		const code = codeOf(error);
		return {
			outcome: "skipped",
			path,
			reason: code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR" ? "broken symlink" : reasonOf(error)
		};
	}
	if (status.isDirectory()) return {
		outcome: "skipped",
		path,
		reason: "symlink to a folder"
	};
	if (!status.isFile()) return {
		outcome: "skipped",
		path,
		reason: "not a regular file"
	};
	if (!isOurs(path)) return {
		outcome: "skipped",
		path,
		reason: "not a format we read"
	};
	if (root !== void 0 && isWithin(root, target) && isOurs(target)) return {
		outcome: "skipped",
		path,
		reason: "symlink to another input"
	};
	if (!isWithin(project, target)) return {
		outcome: "skipped",
		path,
		reason: "symlink out of the project"
	};
	return {
		outcome: "file",
		path: isAbsolute(path) ? target : relative(process.cwd(), target),
		seen: "unknown"
	};
}
function isWithin(folder, path) {
	return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
/** By UTF-16 units: the byte order of filepath.Walk for every name without astral characters. */
function byName(a, b) {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function reasonOf(error) {
	const code = codeOf(error);
	return code === "EACCES" || code === "EPERM" ? "permission denied" : "read error";
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}
//#endregion
//#region packages/cli/src/files/system-error.ts
/** What the operating system has against a path, in words; its own short name where it is a rare one. */
function systemError(error) {
	const code = codeOf(error);
	return (code === void 0 ? void 0 : words.get(code)) ?? code ?? "unknown error";
}
const words = new Map([
	["EACCES", "permission denied"],
	["EPERM", "permission denied"],
	["ENOENT", "there is no such file or folder"],
	["ENOTDIR", "a part of the path is no folder"],
	["EISDIR", "it is a folder"],
	["ELOOP", "its symlinks lead in a circle"],
	["ENAMETOOLONG", "the name is too long"],
	["ENOSPC", "there is no space left"],
	["EROFS", "the file system is read-only"]
]);
//#endregion
//#region packages/cli/src/terminal/write.ts
/** Whether a file can be written, asked before the work whose result it is to hold. */
function cannotWrite(file) {
	const status = statusOf(file);
	if (status?.isDirectory() === true) return `cannot write ${file}: it is a folder`;
	if (status !== void 0) return void 0;
	const folder = dirname(file);
	const above = statusOf(folder);
	if (above === void 0) return `cannot write ${file}: there is no folder ${folder}`;
	return above.isDirectory() ? void 0 : `cannot write ${file}: ${folder} is no folder`;
}
/** Where a result goes: standard output, or a file that appears only when it is whole. */
async function writeResult(chunks, file) {
	if (file === void 0 || file === "-") return writeOut(chunks);
	const status = statusOf(file);
	const isDevice = status !== void 0 && !status.isFile();
	const target = status === void 0 || isDevice ? file : realpathSync(file);
	const unfinished = isDevice ? target : `${target}.${process.pid}.tmp`;
	try {
		writeInto(unfinished, chunks, isDevice ? "w" : "wx");
		if (!isDevice) renameSync(unfinished, target);
		return;
	} catch (error) {
		const code = codeOf(error);
		if (!isDevice && code !== "EEXIST") rmSync(unfinished, { force: true });
		if (code === void 0) throw error;
		return `cannot write ${file}: ${systemError(error)}`;
	}
}
const pieceLength = 65536;
function writeInto(path, chunks, flags) {
	const file = openSync(path, flags);
	try {
		for (const piece of pieces(chunks)) writeFileSync(file, piece);
	} finally {
		closeSync(file);
	}
}
function statusOf(path) {
	try {
		return statSync(path);
	} catch {
		return;
	}
}
/** Hands on piece by piece and waits where the reader is slower: a pipe gets everything before the process ends. */
async function writeOut(chunks) {
	for (const piece of pieces(chunks)) try {
		await written(piece);
	} catch (error) {
		return codeOf(error) === "EPIPE" ? void 0 : `cannot write to standard output: ${systemError(error)}`;
	}
}
/** The same text in fewer pieces: a renderer yields lines. */
function* pieces(chunks) {
	let waiting = "";
	for (const chunk of chunks) {
		waiting += chunk;
		if (waiting.length < pieceLength) continue;
		yield waiting;
		waiting = "";
	}
	if (waiting !== "") yield waiting;
}
function written(text) {
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => {
			if (error === null || error === void 0) resolve();
			else reject(error);
		});
	});
}
//#endregion
export { reasonOf as a, codeOf as i, writeResult as n, throughLink as o, systemError as r, walk as s, cannotWrite as t };
