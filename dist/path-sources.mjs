import { o as __toESM } from "./rolldown-runtime.mjs";
import { A as systemError, M as throughLink, N as walk, j as codeOf, v as repositoryRoot, x as readInputFile, y as isBinary } from "./hook.mjs";
import { n as regularFile, r as listedPaths, t as fileInRootfs } from "./rootfs.mjs";
import { fstatSync, lstatSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
//#region packages/cli/src/files/standard-input.ts
const standardInput = "<stdin>";
/** Everything that standard input holds, once; a string says why it cannot be read. */
async function readStandardInput() {
	const pieces = [];
	let length = 0;
	try {
		if (fstatSync(0).isDirectory()) return "it is a folder";
		for await (const piece of process.stdin) {
			if (!Buffer.isBuffer(piece)) continue;
			pieces.push(piece);
			length += piece.length;
			if (length > 536870888) return "too large";
		}
	} catch (error) {
		return systemError(error);
	}
	const bytes = Buffer.concat(pieces);
	if (isBinary(bytes)) return {
		outcome: "skipped",
		path: standardInput,
		reason: "binary"
	};
	return {
		outcome: "read",
		path: standardInput,
		bytes
	};
}
//#endregion
//#region packages/cli/src/files/path-sources.ts
/** The files behind the paths of the command line. Each is listed once, however often it was named. */
async function openPaths({ paths, rootfs, isOurs }) {
	const given = [];
	for (const path of new Set(paths)) {
		const found = await lookAt(path);
		if (typeof found === "string") return {
			outcome: "unreadable",
			message: `cannot read ${path === "" ? "''" : path}: ${found}`
		};
		given.push(...found);
	}
	const rootfsProblem = rootfs === void 0 ? void 0 : notAFolder(rootfs);
	if (rootfsProblem !== void 0) return {
		outcome: "unreadable",
		message: `cannot read --rootfs ${rootfs}: ${rootfsProblem}`
	};
	const { ignoresAbove } = await import("./gitignore.mjs");
	const unreadable = [];
	const listed = listedPaths();
	function* list() {
		const seen = /* @__PURE__ */ new Map();
		for (const one of given) {
			if (one.kind === "stdin") {
				yield one.file;
				continue;
			}
			const realPath = realPaths(one, given.length);
			for (const met of meet(one)) if (isNew(seen, realPath(met.path), met)) yield readNamed(one, met);
		}
	}
	function meet(one) {
		const { kind, path } = one;
		if (kind === "file") return [{
			outcome: "file",
			path,
			seen: "unknown"
		}];
		if (kind === "link") return [throughLink(path, {
			isOurs: () => true,
			project: realpathSync(repositoryRoot(".") ?? "."),
			root: void 0
		})];
		const project = realpathSync(repositoryRoot(one.real) ?? one.real);
		return walk(path, ignoresAbove(one.real), {
			isOurs,
			root: one.real,
			project
		});
	}
	function readNamed(one, met) {
		const file = read(met);
		if (file.outcome === "skipped" && met.path === one.path && one.kind !== "link" && file.reason !== "binary") unreadable.push(`cannot read ${one.path}: ${file.reason}`);
		return file;
	}
	function read(met) {
		if (met.outcome === "file") {
			listed.add(met.path, { opened: true });
			return readInputFile(met.path, met.seen);
		}
		if (met.reason === "not a format we read") listed.add(met.path, { opened: false });
		return met;
	}
	function find(path, accepted) {
		if (rootfs !== void 0) return fileInRootfs(rootfs, path);
		const at = listed.find(path, accepted);
		return at === void 0 ? void 0 : regularFile(at);
	}
	function again(path) {
		const stdin = given.find((one) => one.kind === "stdin" && one.file.path === path);
		return stdin?.kind === "stdin" ? stdin.file : readInputFile(path, "unknown");
	}
	return {
		outcome: "found",
		sources: {
			list,
			find,
			again
		},
		unreadable
	};
}
/** Notes what was met. What was passed over by its own name may be read by that of a symlink. */
function isNew(seen, path, { outcome }) {
	const before = seen.get(path);
	if (before === "file" || before === "skipped" && outcome === "skipped") return false;
	seen.set(path, outcome);
	return true;
}
/** What a path of the command line means; a string says why it means nothing. */
async function lookAt(path) {
	if (path === "-") {
		const file = await readStandardInput();
		return typeof file === "string" ? file : [{
			kind: "stdin",
			file
		}];
	}
	if (path === "") return "an empty path names nothing";
	try {
		return [{
			kind: statSync(path).isDirectory() ? "folder" : "file",
			path,
			real: realpathSync(path)
		}];
	} catch (error) {
		if (codeOf(error) !== "ENOENT") return systemError(error);
		if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) return "it is a symlink to nothing";
	}
	return matches(path);
}
async function matches(pattern) {
	const { default: fastGlob } = await import("./out.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	if (!fastGlob.isDynamicPattern(pattern)) return "there is no such file or folder";
	try {
		const given = (await fastGlob(pattern, {
			dot: true,
			onlyFiles: false,
			objectMode: true,
			followSymbolicLinks: false,
			ignore: ["**/.git/**"]
		})).flatMap(({ path, dirent }) => {
			if (dirent.isSymbolicLink()) return [{
				kind: "link",
				path
			}];
			return dirent.isFile() ? [{
				kind: "file",
				path,
				real: realpathSync(path)
			}] : [];
		});
		if (given.length === 0) return "there is no such file or folder, and as a pattern it matches no file";
		return given.sort((a, b) => pathOf(a) < pathOf(b) ? -1 : 1);
	} catch (error) {
		return systemError(error);
	}
}
function pathOf(given) {
	return given.kind === "stdin" ? "" : given.path;
}
function notAFolder(path) {
	try {
		return statSync(path).isDirectory() ? void 0 : "it is no folder";
	} catch (error) {
		return systemError(error);
	}
}
/**
* Where what is met really lies: only what was named may have been reached through a symlink. Within one walk every path
* is met once, so that nothing needs to be compared there, save targets of symlinks, which are spelled alike.
*/
function realPaths(one, inputs) {
	if (one.kind === "file") return () => one.real;
	if (one.kind !== "folder") return (path) => resolve(path);
	if (inputs === 1) return (path) => path;
	if (one.real === resolve(one.path)) return (path) => resolve(path);
	const prefix = join(one.path, sep);
	return (path) => path.startsWith(prefix) ? join(one.real, path.slice(prefix.length)) : resolve(path);
}
//#endregion
export { openPaths as t };
