import { o as __toESM } from "./rolldown-runtime.mjs";
import { C as reasonOf, S as codeOf, T as walk, w as throughLink, x as systemError } from "./core.mjs";
import { basename, join, posix, resolve, sep } from "node:path";
import { closeSync, fstatSync, lstatSync, openSync, readSync, readlinkSync, realpathSync, statSync } from "node:fs";
//#region packages/cli/src/files/listed-paths.ts
function listedPaths() {
	const listed = [];
	let byName;
	return {
		add(path, { opened }) {
			listed.push({
				path,
				opened
			});
			byName = void 0;
		},
		find(path) {
			byName ??= byLastName(listed);
			const tail = posix.normalize(`/${path}`);
			return (byName.get(posix.basename(tail)) ?? []).find((candidate) => resolve(candidate.path).split(sep).join("/").endsWith(tail) && (candidate.opened || !isSymlink(candidate.path)))?.path;
		}
	};
}
function byLastName(listed) {
	const byName = /* @__PURE__ */ new Map();
	for (const one of listed) {
		const name = basename(one.path);
		const known = byName.get(name);
		if (known === void 0) byName.set(name, [one]);
		else known.push(one);
	}
	return byName;
}
function isSymlink(path) {
	return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== false;
}
/** How much of the start says whether a file is text. */
const probe = 8192;
const shared = Buffer.allocUnsafe(1 << 20);
/**
* Reads one file into a buffer that the next call uses again, unless the file is large: decode the bytes before.
* Synchronous, because that costs half of what promises do for thousands of small files; one call to open, read and
* close, where a walk has already seen that it is a regular file, which is at its end when it gives less than was asked
* for.
*/
function readInputFile(path, seen) {
	let file;
	try {
		file = openSync(path, "r");
		const isRegular = seen === "regular file" || fstatSync(file).isFile();
		let buffer = shared;
		let length = 0;
		for (;;) {
			if (length === buffer.length) buffer = grown(buffer, Math.max(2 * length, fstatSync(file).size + 1));
			const asked = buffer.length - length;
			const read = readSync(file, buffer, length, asked, null);
			const bytes = buffer.subarray(0, length + read);
			if (length < probe && isBinary(bytes)) return {
				outcome: "skipped",
				path,
				reason: "binary"
			};
			length += read;
			if (length > 536870888) return {
				outcome: "skipped",
				path,
				reason: "too large"
			};
			if (read === 0 || isRegular && read < asked) return {
				outcome: "read",
				path,
				bytes
			};
		}
	} catch (error) {
		return {
			outcome: "skipped",
			path,
			reason: reasonOf(error)
		};
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
function grown(old, size) {
	const larger = Buffer.allocUnsafe(size);
	old.copy(larger);
	return larger;
}
/** A NUL byte near the start, in a text that no byte order mark declares to be UTF-16. */
function isBinary(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255) return false;
	const nul = bytes.indexOf(0);
	return nul >= 0 && nul < probe;
}
//#endregion
//#region packages/cli/src/files/rootfs.ts
/** As many symlinks one path may go through (Linux: MAXSYMLINKS). */
const mostLinks = 40;
/**
* Where an absolute path of the described machine lies below `rootfs`: `..` and symlinks lead where they would lead
* that machine, so never out of the folder. Undefined where they lead in a circle.
*/
function pathInRootfs(rootfs, path) {
	const walked = [];
	const ahead = path.split("/").reverse();
	let links = 0;
	for (let part = ahead.pop(); part !== void 0; part = ahead.pop()) {
		if (part === "" || part === ".") continue;
		if (part === "..") {
			walked.pop();
			continue;
		}
		const target = linkTarget(join(rootfs, ...walked, part));
		if (target === void 0) {
			walked.push(part);
			continue;
		}
		links++;
		if (links > mostLinks) return void 0;
		if (target.startsWith("/")) walked.length = 0;
		ahead.push(...target.split("/").reverse());
	}
	return join(rootfs, ...walked);
}
function linkTarget(path) {
	try {
		return readlinkSync(path);
	} catch {
		return;
	}
}
//#endregion
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
	const { ignoresAbove, repositoryRoot } = await import("./gitignore2.mjs");
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
	function find(path) {
		const at = rootfs === void 0 ? listed.find(path) : pathInRootfs(rootfs, path);
		return at !== void 0 && statSync(at, { throwIfNoEntry: false })?.isFile() === true ? readInputFile(at, "regular file") : void 0;
	}
	return {
		outcome: "found",
		sources: {
			list,
			find
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
//#region packages/cli/src/terminal/progress.ts
const silent = {
	file: () => {},
	end: () => {}
};
function progressOn(stream, env, quiet = false) {
	if (quiet || !stream.isTTY || env.CI !== void 0) return silent;
	const start = performance.now();
	let files = 0;
	let shown = 0;
	return {
		file() {
			files++;
			if (files % 64 !== 0) return;
			const now = performance.now();
			if (now - start < 1e3 || now - shown < 100) return;
			shown = now;
			stream.write(`\r\u001b[Kreading ${files} files`);
		},
		end() {
			if (shown > 0) stream.write("\r\x1B[K");
		}
	};
}
//#endregion
export { openPaths as n, progressOn as t };
