import { t as toolVersion } from "./version.mjs";
import { S as packModule, b as needsCertificateRequestReader, d as saysTheSameInEveryRole, f as decodeBytes, h as isWorthReading, l as namesFiles, m as parse, p as parserModule, u as saysTheSame } from "./reader.mjs";
import { n as cacheFolder } from "./compile-cache.mjs";
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
//#region packages/cli/src/exit-code.ts
/** What the process ends with (design of the command line): nothing else ever exits. */
const exitCode = {
	/** Nothing at or above `--fail-on`. */
	clean: 0,
	/** Findings at or above it. */
	findings: 1,
	/** The command could not do its work: usage, configuration, an input that cannot be read. */
	unable: 2
};
//#endregion
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
//#region packages/cli/src/files/git/loose-blob.ts
/**
* A blob that git has in a file of its own, as it has what was added lately (git: Documentation/gitformat-loose.adoc).
* Undefined where it lies in a pack, in another repository's folder, or is not what it should be: git knows more.
*/
function looseBlob({ gitFolder }, id) {
	try {
		const object = inflateSync(readFileSync(join(gitFolder, "objects", id.slice(0, 2), id.slice(2))), { maxOutputLength: largestLoose });
		if (createHash(id.length === 40 ? "sha1" : "sha256").update(object).digest("hex") !== id) return void 0;
		const head = object.indexOf(0);
		const bytes = object.subarray(head + 1);
		return object.toString("latin1", 0, head) === `blob ${bytes.length}` ? bytes : void 0;
	} catch {
		return;
	}
}
/** What is larger is git's to unpack. */
const largestLoose = 1 << 24;
//#endregion
//#region packages/cli/src/files/git/run-git.ts
/**
* Runs git such that nothing of the repository is executed and nothing is fetched: no shell, no hooks, no file system
* monitor, no pager, no transport (a clone without all of its objects would ask its origin for them).
*/
function runGit(repository, args, input) {
	const program = programOf(process.platform, process.env);
	if (program === void 0) return {
		outcome: "unable",
		message: noProgram
	};
	const ended = spawnSync(program, [...always, ...args], {
		cwd: repository.root,
		env: environment(repository),
		input: input ?? "",
		maxBuffer: mostOutput,
		windowsHide: true
	});
	if (ended.error !== void 0) {
		const code = codeOf(ended.error);
		if (code === "ENOBUFS") return { outcome: "too much" };
		return {
			outcome: "unable",
			message: code === "ENOENT" ? noProgram : `git cannot be started (${code ?? "?"})`
		};
	}
	const { status, signal, stdout } = ended;
	if (status === 0) return {
		outcome: "done",
		stdout
	};
	if (status === null) return {
		outcome: "unable",
		message: `git was ended by ${signal ?? "a signal"}`
	};
	return {
		outcome: "failed",
		code: status,
		stderr: ended.stderr.toString("utf8"),
		stdout
	};
}
const noProgram = "there is no git program on the PATH";
/** Windows looks for programs where we stand, before it looks on the PATH: there, anybody's change may have put one. */
function programOf(platform, env) {
	if (platform !== "win32") return "git";
	return (env[Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH"] ?? "").split(";").filter((folder) => isAbsolute(folder)).map((folder) => join(folder, "git.exe")).find((path) => existsSync(path));
}
const always = [
	"--no-pager",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null"
];
const mostOutput = 1 << 28;
/** What git was told by whoever started us, save where its objects lie (the repository knows) and what it would run. */
function environment({ environment }) {
	const env = {};
	for (const [name, value] of Object.entries(process.env)) if (!dropped.test(name)) env[name] = value;
	return {
		...env,
		...environment,
		...quiet
	};
}
const dropped = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|EXTERNAL_DIFF|DIFF_OPTS|PAGER|EDITOR|ASKPASS|SSH|SSH_COMMAND|PROXY_COMMAND|EXEC_PATH|TEMPLATE_DIR|TRACE\w*|\w+_PATHSPECS|REPLACE_REF_BASE|FLUSH)$/;
/** Its messages are looked at, so they are in one language. Not every git knows that it is not to fetch: none has a way. */
const quiet = {
	LC_ALL: "C",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_NO_LAZY_FETCH: "1",
	GIT_ALLOW_PROTOCOL: "none",
	GIT_TERMINAL_PROMPT: "0"
};
/** Why git did not do what it was asked, as a person would say it. */
function gitProblem(repository, result) {
	switch (result.outcome) {
		case "unable": return result.message;
		case "too much": return "git wrote more than can be held";
		case "failed": return wordsOf(repository, result.stderr);
	}
}
function wordsOf({ root }, stderr) {
	if (/dubious ownership|unsafe repository/.test(stderr)) return `git refuses to read ${root}, for it belongs to somebody else; \`git config --global --add safe.directory ${root}\` allows it`;
	if (/not a git repository/.test(stderr)) return `${root} is not in a git repository`;
	const [first = ""] = stderr.split("\n").filter((line) => /^(?:fatal|error): /.test(line));
	return first === "" ? "git failed without a word" : `git says: ${first.replace(/^(?:fatal|error): /, "")}`;
}
//#endregion
//#region packages/cli/src/files/git/blobs.ts
function blobsOf(repository) {
	const known = /* @__PURE__ */ new Map();
	const expected = /* @__PURE__ */ new Set();
	const offered = /* @__PURE__ */ new Set();
	let asked = 0;
	let held = 0;
	let problem;
	function fetch(ids) {
		if (ids.length <= fewIds && takeLoose(ids)) return;
		const result = runGit(repository, [
			"cat-file",
			"--batch",
			"--buffer"
		], `${ids.join("\n")}\n`);
		if (result.outcome === "too much") {
			const [only] = ids;
			if (ids.length === 1 && only !== void 0) known.set(only, { outcome: "too large" });
			for (const half of ids.length === 1 ? [] : halves(ids)) fetch(half);
			return;
		}
		const { stdout } = result.outcome === "unable" ? { stdout: Buffer.alloc(0) } : result;
		if (result.outcome !== "done") problem ??= gitProblem(repository, result);
		held += stdout.length;
		for (const [id, bytes] of answers(stdout)) known.set(id, {
			outcome: "read",
			bytes
		});
		for (const id of ids) {
			if (known.has(id)) continue;
			known.set(id, { outcome: "missing" });
			problem ??= `this clone of ${repository.root} lacks contents, such as blob ${id.slice(0, 12)}; a full clone has them`;
		}
	}
	/** What was staged lately lies by itself: that spares a process. False: git is to be asked for all of them. */
	function takeLoose(ids) {
		for (const id of ids) {
			const bytes = looseBlob(repository, id);
			if (bytes === void 0) return false;
			held += bytes.length;
			known.set(id, {
				outcome: "read",
				bytes
			});
		}
		return true;
	}
	return {
		expect(ids) {
			for (const id of ids) if (!known.has(id)) expected.add(id);
		},
		offer(ids) {
			for (const id of ids) offered.add(id);
		},
		read(id) {
			const before = known.get(id);
			if (before !== void 0) return before;
			if (held > mostHeld) {
				known.clear();
				held = 0;
			}
			if (!expected.delete(id)) asked++;
			if (asked > mostAlone) {
				for (const other of offered) if (!known.has(other)) expected.add(other);
			}
			expected.delete(id);
			const ids = [id];
			for (const other of expected) {
				if (ids.length === atOnce) break;
				ids.push(other);
				expected.delete(other);
			}
			fetch(ids);
			return known.get(id) ?? { outcome: "missing" };
		},
		problem: () => problem
	};
}
/** So many files are opened sooner than a process is started. */
const fewIds = 16;
const atOnce = 8192;
/** How often one content is fetched alone before all are that may follow: a process costs as much as a thousand of them. */
const mostAlone = 2;
/** Bytes after which what was read before is let go. */
const mostHeld = 1 << 27;
function halves(all) {
	const middle = all.length >> 1;
	return [all.slice(0, middle), all.slice(middle)];
}
/** `<id> blob <size>`, the bytes and a line feed, one after the other (git-cat-file(1), "BATCH OUTPUT"). */
function* answers(output) {
	let at = 0;
	while (at < output.length) {
		const end = output.indexOf(10, at);
		if (end < 0) return;
		const [id = "", type, size] = output.toString("latin1", at, end).split(" ");
		at = end + 1;
		if (size === void 0) continue;
		const next = at + Number(size);
		if (next >= output.length) return;
		if (type === "blob") yield [id, output.subarray(at, next)];
		at = next + 1;
	}
}
//#endregion
//#region packages/cli/src/files/git/resolve-in-tree.ts
/** All targets of a tree are fetched with the first one. */
function linkTargets(tree, blobs) {
	let isExpected = false;
	return (link) => {
		if (!isExpected) blobs.expect(tree.entries.flatMap(({ kind, id }) => kind === "symlink" ? [id] : []));
		isExpected = true;
		const blob = blobs.read(link.id);
		return blob.outcome === "read" ? blob.bytes.toString("utf8") : void 0;
	};
}
/** As many symlinks one path may go through (Linux: MAXSYMLINKS). */
const mostLinks = 40;
/**
* What lies at a path once its symlinks are followed, within the tree alone. `machine` is the folder that is the root of
* the described machine: there, `/` and `..` lead where they would lead that machine.
*/
function resolveInTree(tree, path, targetOf, machine) {
	const base = machine === void 0 || machine === "" ? [] : machine.split("/");
	const walked = [...base];
	const ahead = path.split("/").reverse();
	let links = 0;
	for (let part = ahead.pop(); part !== void 0; part = ahead.pop()) {
		if (part === "" || part === ".") continue;
		if (part === "..") {
			if (walked.length > base.length) walked.pop();
			else if (machine === void 0) return { outcome: "outside" };
			continue;
		}
		walked.push(part);
		const entry = tree.at(walked.join("/"));
		if (entry === void 0) {
			if (!tree.isFolder(walked.join("/"))) return { outcome: "missing" };
		} else if (entry.kind === "symlink") {
			const target = targetOf(entry);
			links++;
			if (target === void 0 || target === "" || links > mostLinks) return { outcome: "missing" };
			if (target.startsWith("/") && machine === void 0) return { outcome: "outside" };
			if (target.startsWith("/")) walked.splice(base.length);
			else walked.pop();
			ahead.push(...target.split("/").reverse());
		} else if (ahead.some((name) => name !== "" && name !== ".")) return { outcome: entry.kind === "submodule" ? "submodule" : "missing" };
		else return entry.kind === "submodule" ? { outcome: "submodule" } : {
			outcome: "file",
			entry
		};
	}
	return {
		outcome: "folder",
		path: walked.join("/")
	};
}
//#endregion
//#region packages/cli/src/files/git/git-state.ts
function gitState(repository, name, tree, blobs) {
	return {
		repository,
		name,
		tree,
		blobs,
		targetOf: linkTargets(tree, blobs)
	};
}
/** The project in this state, for whoever reads its configuration. */
function projectTreeOf({ repository, name, tree, blobs, targetOf }) {
	return {
		root: repository.root,
		state: name,
		read(path) {
			const found = resolveInTree(tree, path, targetOf);
			switch (found.outcome) {
				case "missing": return { outcome: "missing" };
				case "folder":
				case "submodule": return {
					outcome: "unreadable",
					reason: "it is no file"
				};
				case "outside": return {
					outcome: "unreadable",
					reason: "it is a symlink out of the project"
				};
				case "file": {
					const blob = blobs.read(found.entry.id);
					return blob.outcome === "read" ? blob : {
						outcome: "unreadable",
						reason: `it is ${blob.outcome}`
					};
				}
			}
		}
	};
}
//#endregion
//#region packages/cli/src/files/git/tree.ts
function treeOf(entries) {
	let sorted;
	let byPath;
	let folders;
	return {
		get entries() {
			sorted ??= [...entries].sort((a, b) => byWalk(a.path, b.path));
			return sorted;
		},
		at(path) {
			byPath ??= new Map(entries.map((entry) => [entry.path, entry]));
			return byPath.get(path);
		},
		isFolder(path) {
			folders ??= foldersOf(entries);
			return folders.has(path);
		}
	};
}
/** Git's mode of an entry (gitformat-index(5)). */
function kindOf(mode) {
	switch (mode >> 12) {
		case 10: return "symlink";
		case 14: return "submodule";
		default: return "file";
	}
}
/** Folder by folder, by UTF-16 units: `a/z` stands before `a-b`. */
function byWalk(a, b) {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(i);
		if (x !== y) return (x === slash ? 0 : x) - (y === slash ? 0 : y);
	}
	return a.length - b.length;
}
const slash = 47;
function foldersOf(entries) {
	const folders = new Set([""]);
	for (const { path } of entries) for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
		const folder = path.slice(0, end);
		if (folders.has(folder)) break;
		folders.add(folder);
	}
	return folders;
}
//#endregion
//#region packages/cli/src/files/read-file.ts
/** Above this, V8 cannot hold the text as one string (2^29 - 24 units on 64-bit). */
const largestText = 536870888;
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
//#region packages/cli/src/files/repository-root.ts
/** The folder that holds `.git`, here or above. */
function repositoryRoot(folder) {
	for (let at = resolve(folder);; at = dirname(at)) {
		if (existsSync(join(at, ".git"))) return at;
		if (dirname(at) === at) return void 0;
	}
}
//#endregion
//#region packages/cli/src/files/project-tree.ts
/** The project of the inputs as it lies on the disk. Nothing is read through a symlink that leads out of it. */
function workingTree(inputs) {
	const root = projectRoot(inputs);
	return {
		root,
		state: void 0,
		read: (path) => readFileIn(root, join(root, path))
	};
}
/** The repository of the first input; without one the folder that was named, or holds what was. */
function projectRoot(inputs) {
	const folder = folderOf(inputs);
	return repositoryRoot(folder) ?? folder;
}
/** The folder that the first input is, or lies in; standard input lies where we stand. */
function folderOf(inputs) {
	const first = resolve(inputs.find((path) => path !== "-" && path !== "") ?? ".");
	for (let at = first;; at = dirname(at)) if (isFolder(at) || dirname(at) === at) return at;
}
function isFolder(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}
/** The path of a file from a folder, with `/` between; undefined where it lies outside. */
function pathWithin(folder, path) {
	const inside = relative(folder, resolve(path));
	if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return void 0;
	return inside.split(sep).join("/");
}
/** A file by its path; with a project, only if it lies in there, wherever symlinks lead. */
function readFileIn(project, path) {
	let real;
	try {
		real = realpathSync(path);
		if (project !== void 0 && pathWithin(realpathSync(project), real) === void 0) return {
			outcome: "unreadable",
			reason: "it is a symlink out of the project"
		};
		if (!statSync(real).isFile()) return {
			outcome: "unreadable",
			reason: "it is no file"
		};
	} catch (error) {
		const code = codeOf(error);
		return code === "ENOENT" || code === "ENOTDIR" ? { outcome: "missing" } : {
			outcome: "unreadable",
			reason: systemError(error)
		};
	}
	const file = readInputFile(real, "regular file");
	return file.outcome === "read" ? file : {
		outcome: "unreadable",
		reason: file.reason
	};
}
//#endregion
//#region packages/cli/src/files/git/repository.ts
/** The root as somebody who stands here would name it. */
function rootFromHere({ root }) {
	return relative(".", root) || ".";
}
/** Which repository holds a folder. What git tells its hooks holds for the repository we stand in, and for no other. */
function findRepository(folder) {
	const found = discover(folder);
	const here = folder === "." ? found : discover(".");
	const { GIT_DIR, GIT_WORK_TREE } = process.env;
	if (GIT_DIR === void 0 || GIT_DIR === "") {
		if (found === void 0) return void 0;
		return located(found, found.root === here?.root ? given(process.env, found.root) : {});
	}
	const gitFolder = resolve(GIT_DIR);
	if (found !== void 0 && isSame(found.gitFolder, gitFolder)) return located(found, given(process.env, found.root));
	if (found !== void 0 && found.root !== here?.root) return located(found, {});
	const root = resolve(GIT_WORK_TREE ?? ".");
	return existsSync(gitFolder) ? located({
		root,
		gitFolder
	}, given(process.env, root)) : void 0;
}
function discover(folder) {
	for (let at = resolve(folder);; at = dirname(at)) {
		const gitFolder = gitFolderIn(at);
		if (gitFolder !== void 0) return {
			root: at,
			gitFolder
		};
		if (dirname(at) === at) return void 0;
	}
}
/** Where the repository with this root keeps its own; undefined where it is none. */
function gitFolderIn(root) {
	const git = join(root, ".git");
	try {
		const folder = statSync(git).isDirectory() ? git : resolve(root, pointedTo(readFileSync(git, "utf8")));
		return existsSync(join(folder, "HEAD")) ? folder : void 0;
	} catch {
		return;
	}
}
function pointedTo(text) {
	return text.replace(/^gitdir:\s*/, "").trimEnd();
}
/** Those that name places, which are relative to where we stand, made absolute: we start git in the root. */
const placeVariables = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_COMMON_DIR",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES"
];
function given(env, root) {
	const environment = {};
	for (const name of placeVariables) {
		const value = env[name];
		if (value === void 0 || value === "") continue;
		if (name === "GIT_ALTERNATE_OBJECT_DIRECTORIES") environment[name] = value;
		else environment[name] = name === "GIT_INDEX_FILE" ? resolve(root, value) : resolve(value);
	}
	return environment;
}
function located({ root, gitFolder }, environment) {
	return {
		root,
		gitFolder,
		indexFile: environment.GIT_INDEX_FILE ?? join(gitFolder, "index"),
		environment
	};
}
function isSame(a, b) {
	if (a === b) return true;
	try {
		return realpathSync(a) === realpathSync(b);
	} catch {
		return false;
	}
}
//#endregion
//#region packages/cli/src/files/git/open-repository.ts
/** The repository that holds the inputs; without any, the one that we stand in. */
function repositoryOf(inputs) {
	const folder = inputs.length === 0 ? "." : folderOf(inputs);
	const repository = findRepository(folder);
	if (repository !== void 0) return {
		outcome: "found",
		repository
	};
	return {
		outcome: "unable",
		message: `${folder === "." ? "this folder" : folder} is not in a git repository`
	};
}
//#endregion
//#region packages/cli/src/files/kept-file.ts
/**
* Opens such a file; undefined where nobody wants anything kept, or nothing says where. What is wrong with it, or with
* its folder, makes runs slower and nothing else.
*/
function openKept({ root, name }, options, env) {
	const folder = cacheFolder(options, env);
	const program = folder === void 0 ? void 0 : programId();
	if (folder === void 0 || program === void 0) return void 0;
	const file = join(folder, `${name}-${sha1(resolve(root)).slice(0, 16)}`);
	return {
		bytes: contentOf(file),
		program,
		replace: (bytes) => replace(folder, file, bytes)
	};
}
/** Changes with every build that may read or keep anything otherwise; undefined where the sources run, which change at any time. */
function programId() {
	const parts = [];
	for (const url of new Set([parserModule, packModule])) {
		const bytes = url.startsWith("file:") && !url.endsWith(".ts") ? contentOf(fileURLToPath(url)) : void 0;
		if (bytes === void 0) return void 0;
		parts.push(bytes);
	}
	return sha1(toolVersion, ...parts);
}
function sha1(...parts) {
	const hash = createHash("sha1");
	for (const part of parts) hash.update(part);
	return hash.digest("hex");
}
function contentOf(file) {
	try {
		return readFileSync(file);
	} catch {
		return;
	}
}
/** Whoever reads meanwhile gets the old file or the new one, whole; of two that write, the later one stays. */
function replace(folder, file, bytes) {
	const unfinished = `${file}.${process.pid}.tmp`;
	try {
		mkdirSync(folder, {
			recursive: true,
			mode: 448
		});
		writeFileSync(unfinished, bytes, { mode: 384 });
		renameSync(unfinished, file);
	} catch {
		discard(unfinished);
	}
}
function discard(file) {
	try {
		rmSync(file, { force: true });
	} catch {}
}
//#endregion
//#region packages/cli/src/hook/known-states.ts
/** More than the branches that somebody goes to and fro between. */
const mostStates = 64;
/** Undefined where nothing is kept. */
function openStates(root, options, env) {
	const kept = openKept({
		root,
		name: "states"
	}, options, env);
	if (kept === void 0) return void 0;
	const [program, ...lines] = (kept.bytes === void 0 ? "" : Buffer.from(kept.bytes).toString("latin1")).split("\n");
	let known = program === kept.program ? lines : [];
	return {
		has: (state) => known.includes(state),
		add(states) {
			const more = states.filter((state) => !known.includes(state));
			if (more.length === 0) return;
			known = [...more, ...known].slice(0, mostStates);
			kept.replace(Buffer.from([kept.program, ...known].join("\n"), "latin1"));
		}
	};
}
/** The same for the same entries alone, whatever their order. */
function stateKey(entries, asked) {
	const { kubernetesVersion, appliedNamespace, complete, extended, noConfiguration } = asked;
	let text = JSON.stringify([
		kubernetesVersion ?? null,
		appliedNamespace ?? null,
		complete,
		extended,
		noConfiguration
	]);
	for (const { path, id, kind } of inOrder(entries)) text += `${path}\0${kind} ${id}\n`;
	return createHash("sha1").update(text).digest("hex");
}
/** An index is in order already, save for paths that hardly anybody has. */
function inOrder(entries) {
	let last = "";
	for (const { path } of entries) {
		if (path < last) return [...entries].sort((a, b) => a.path < b.path ? -1 : 1);
		last = path;
	}
	return entries;
}
//#endregion
//#region packages/cli/src/hook/whole-hook.ts
/** What `scan --staged` asks for, as most hooks call it: they need not load what reads a command line. */
function plainHookOptions(env) {
	return {
		change: {
			staged: true,
			changedSince: void 0,
			focus: false
		},
		outputs: [{
			format: "pretty",
			file: void 0
		}],
		failOn: "medium",
		strict: false,
		quiet: false,
		verbose: false,
		baseline: {
			file: void 0,
			none: false
		},
		configuration: {
			file: void 0,
			none: false
		},
		ruleFolders: [],
		extended: false,
		rootfs: void 0,
		kubernetesVersion: void 0,
		appliedNamespace: void 0,
		complete: false,
		cache: true,
		cacheDir: env.AUTHGRAPH_CACHE_DIR
	};
}
/** Whether a run reads the whole of what a commit would change, and nothing from elsewhere. */
function readsWholeChange(paths, { staged, focus }, { rootfs, configuration }) {
	return staged && !focus && paths.length === 0 && rootfs === void 0 && configuration.file === void 0;
}
/**
* Whether, of such a run, nothing is asked but what the commit makes new or worse, by a person. Who asks for more, or
* brings anything along, is answered by a whole run.
*/
function asksForRisksOnly({ ruleFolders, strict, verbose, baseline, outputs }) {
	return ruleFolders.length === 0 && !strict && !verbose && baseline.file === void 0 && outputs.every(({ format, file }) => file === void 0 && (format === "pretty" || format === "concise"));
}
/** What of the options decides what a run finds. */
function stateOptions(options) {
	const { kubernetesVersion, appliedNamespace, complete, extended, configuration } = options;
	return {
		kubernetesVersion,
		appliedNamespace,
		complete,
		extended,
		noConfiguration: configuration.none
	};
}
//#endregion
//#region packages/cli/src/files/git/index-file.ts
/**
* Reads an index (git: Documentation/gitformat-index.txt, versions 2 to 4, SHA-1), which spares a process that would
* print it. Undefined where git alone can say what it means: another version, an index split in two, one with folders in
* the place of their files, another hash. It says as well what is wrong with one that is damaged.
*/
function readIndexEntries(index) {
	if (index.length < header + checksum || index.toString("latin1", 0, 4) !== "DIRC") return void 0;
	const version = index.readUInt32BE(4);
	if (version < 2 || version > 4 || !isWhole(index)) return void 0;
	const entries = [];
	const end = index.length - checksum;
	let name = index.subarray(0, 0);
	let at = header;
	for (let left = index.readUInt32BE(8); left > 0; left--) {
		const start = at;
		if (at + beforeName > end) return void 0;
		const flags = index.readUInt16BE(at + idAt + idLength);
		at += beforeName;
		let isIntended = false;
		if ((flags & isExtended) !== 0) {
			isIntended = (index.readUInt16BE(at) & isIntendedFlag) !== 0;
			at += 2;
		}
		let kept = 0;
		if (version === 4) {
			const [removed, next] = variableInteger(index, at);
			kept = name.length - removed;
			at = next;
		}
		const nul = index.indexOf(0, at);
		if (kept < 0 || nul < 0 || nul >= end) return void 0;
		name = kept === 0 ? index.subarray(at, nul) : Buffer.concat([name.subarray(0, kept), index.subarray(at, nul)]);
		if ((flags & nameLength) !== Math.min(name.length, nameLength)) return void 0;
		entries.push({
			path: name.toString("utf8"),
			mode: index.readUInt32BE(start + modeAt),
			id: index.toString("hex", start + idAt, start + idAt + idLength),
			stage: flags >> 12 & 3,
			isIntended
		});
		at = version === 4 ? nul + 1 : start + Math.ceil((nul + 1 - start) / 8) * 8;
	}
	return holdsOptionalExtensions(index, at, end) ? entries : void 0;
}
const header = 12;
const checksum = 20;
/** Where the fields of an entry stand: after times, device and inode; and after owner and size. */
const modeAt = 24;
const idAt = 40;
const idLength = 20;
const beforeName = 62;
const isExtended = 16384;
const nameLength = 4095;
/** Of the second word of flags (read-cache.c: CE_INTENT_TO_ADD). */
const isIntendedFlag = 8192;
/** Ends in its own checksum, or in zeros where git was told to write none (index.skipHash). */
function isWhole(index) {
	const written = index.subarray(index.length - checksum);
	if (written.every((byte) => byte === 0)) return true;
	return createHash("sha1").update(index.subarray(0, index.length - checksum)).digest().equals(written);
}
/** An extension whose name begins with a capital may be passed over; of any other the entries mean something else. */
function holdsOptionalExtensions(index, from, end) {
	let at = from;
	while (at + 8 <= end) {
		const first = index[at] ?? 0;
		if (first < 65 || first > 90) return false;
		at += 8 + index.readUInt32BE(at + 4);
	}
	return at === end;
}
/** git's varint.c decode_varint: seven bits a byte, one added for each byte that follows. */
function variableInteger(bytes, from) {
	let at = from;
	let byte = bytes[at++] ?? 0;
	let value = byte & 127;
	while ((byte & 128) !== 0 && at - from < 5) {
		byte = bytes[at++] ?? 0;
		value = (value + 1) * 128 + (byte & 127);
	}
	return [value, at];
}
//#endregion
//#region packages/cli/src/files/git/index-tree.ts
/** What the index of a repository holds: read by ourselves where we can, else printed by git. */
function readIndex(repository) {
	let bytes;
	try {
		bytes = readFileSync(repository.indexFile);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return {
			outcome: "read",
			entries: []
		};
		return {
			outcome: "unable",
			message: `cannot read ${repository.indexFile}: ${codeOf(error) ?? "unknown error"}`
		};
	}
	const entries = readIndexEntries(bytes);
	return entries === void 0 ? printedByGit(repository) : {
		outcome: "read",
		entries
	};
}
function printedByGit(repository) {
	const result = runGit(repository, [
		"ls-files",
		"--stage",
		"-z",
		"--full-name"
	]);
	if (result.outcome !== "done") return {
		outcome: "unable",
		message: gitProblem(repository, result)
	};
	return {
		outcome: "read",
		entries: result.stdout.toString("utf8").split("\0").flatMap((line) => {
			const [, mode, id, stage, path] = /^(\d+) ([0-9a-f]+) ([0-3])\t(.*)$/s.exec(line) ?? [];
			if (mode === void 0 || id === void 0 || path === void 0) return [];
			return [{
				path,
				mode: Number.parseInt(mode, 8),
				id,
				stage: Number(stage),
				isIntended: false
			}];
		})
	};
}
//#endregion
//#region packages/cli/src/files/git/staged.ts
/**
* What is staged, and what it stands on. One process of git says how both differ; HEAD's tree is then the index with
* these differences taken back. `isOurs` says which contents somebody will ask for.
*/
function openStaged(repository, isOurs) {
	const key = JSON.stringify(repository);
	if (last?.key !== key || last.isOurs !== isOurs) last = {
		key,
		isOurs,
		staged: readStaged(repository, isOurs)
	};
	return last.staged;
}
/** A hook has a quick look before it takes a whole one: both are to see the same, and to start git once. */
let last;
function readStaged(repository, isOurs) {
	const index = readIndex(repository);
	if (index.outcome === "unable") return index;
	const conflicts = [...new Set(index.entries.filter(({ stage }) => stage !== 0).map(({ path }) => path))];
	if (conflicts.length > 0) return {
		outcome: "unable",
		message: conflictMessage(conflicts)
	};
	const result = runGit(repository, [
		"diff-index",
		"--cached",
		"--raw",
		"-z",
		"--no-abbrev",
		...plain,
		"HEAD",
		"--"
	]);
	if (result.outcome !== "done" && !(result.outcome === "failed" && isUnborn(result.stderr))) return {
		outcome: "unable",
		message: gitProblem(repository, result)
	};
	const staged = index.entries.filter(({ isIntended }) => !isIntended).map(entryOf);
	const isStaged = new Set(staged.map(({ path }) => path));
	const changes = result.outcome === "done" ? rawChanges(result.stdout).filter(({ path, after }) => after === void 0 || isStaged.has(path)) : staged.map((after) => ({
		path: after.path,
		before: void 0,
		after
	}));
	const changed = new Set(changes.map(({ path }) => path));
	const committed = [...staged.filter(({ path }) => !changed.has(path)), ...changes.flatMap(({ before }) => before === void 0 ? [] : [before])];
	const blobs = blobsOf(repository);
	expectChanges(blobs, changes, isOurs);
	blobs.expect(staged.flatMap(({ path, kind, id }) => kind === "file" && isOfTheProject(path) ? [id] : []));
	return {
		outcome: "opened",
		after: gitState(repository, "the index", treeOf(staged), blobs),
		before: gitState(repository, "HEAD", treeOf(committed), blobs),
		changes,
		entries: staged
	};
}
/** Renames are told by what the objects are, not by git. */
const plain = [
	"--no-renames",
	"--no-ext-diff",
	"--no-textconv",
	"--ignore-submodules=none"
];
/** A branch without a commit yet: HEAD names nothing. */
function isUnborn(stderr) {
	return /(?:ambiguous argument|bad revision) 'HEAD'/.test(stderr);
}
function entryOf({ path, mode, id }) {
	return {
		path,
		kind: kindOf(mode),
		id
	};
}
/** `:<mode> <mode> <id> <id> <status>`, NUL, the path, NUL (git-diff-index(1), "RAW OUTPUT FORMAT"). */
function rawChanges(output) {
	const fields = output.toString("utf8").split("\0");
	const changes = [];
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const [oldMode = "", newMode = "", oldId = "", newId = ""] = (fields[at] ?? "").slice(1).split(" ");
		const path = fields[at + 1] ?? "";
		changes.push({
			path,
			before: sideOf(path, oldMode, oldId),
			after: sideOf(path, newMode, newId)
		});
	}
	return changes;
}
function sideOf(path, mode, id) {
	const bits = Number.parseInt(mode, 8);
	return bits === 0 ? void 0 : {
		path,
		kind: kindOf(bits),
		id
	};
}
/** What is read before anything else: the configuration, and what it takes for known. */
function isOfTheProject(path) {
	return /(?:^|\/)authgraph(?:\.yaml|-baseline\.json)$/.test(path);
}
/** What did not change is often known already; what did is not, on either side. */
function expectChanges(blobs, changes, isOurs) {
	for (const { path, before, after } of changes) {
		if (!isOurs(path)) continue;
		for (const side of [before, after]) if (side !== void 0 && side.kind !== "submodule") blobs.expect([side.id]);
	}
}
const conflictsShown = 5;
function conflictMessage(paths) {
	const more = paths.length > conflictsShown ? `, … (${paths.length} in all)` : "";
	return `the index has conflicts, so nobody knows yet what a commit would hold; resolve and stage ${paths.slice(0, conflictsShown).join(", ")}${more}`;
}
//#endregion
//#region packages/cli/src/hook/quick-hook.ts
/**
* Answers for a commit that changes nothing that access depends on, without reading the rest of the repository; undefined
* where it may change something, or where that cannot be told so quickly. Then everything is read, and compared.
*
* It holds because what a run finds is a function of three things: its options and configuration, which are the same for
* both states; the files that it lists, whose changed ones say the same but for places (`saysTheSame`); and the files
* that those name. Those are none where a whole run has seen that before (`namesFiles`); where none has, each changed
* file must say the same in every role in which any other could name it. A symlink that is read may lead to any file, so
* that there must be none.
*/
function quickHook(paths, options) {
	if (!readsWholeChange(paths, options.change, options) || !asksForRisksOnly(options)) return void 0;
	const found = repositoryOf(paths);
	if (found.outcome === "unable") return void 0;
	const staged = openStaged(found.repository, isWorthReading);
	if (staged.outcome === "unable") return void 0;
	const { changes, entries } = staged;
	if (entries.some(({ kind, path }) => kind === "symlink" && isWorthReading(path)) || !changes.every(isOfFilesAlone)) return void 0;
	const states = openStates(found.repository.root, options, process.env);
	const asked = stateOptions(options);
	const isKnown = states?.has(stateKey(withoutChanges(entries, changes), asked)) === true;
	if (!isKnown && !isPlain(entries, options)) return void 0;
	const { blobs } = staged.after;
	const read = changes.filter(({ path }) => isWorthReading(path));
	if (!read.every((change) => saysSame(blobs, change))) return void 0;
	if (!isKnown && !changes.every((change) => saysSameToOthers(blobs, change))) return void 0;
	if (isKnown) states.add([stateKey(entries, asked)]);
	if (!options.quiet) {
		process.stdout.on("error", () => {});
		process.stdout.write(toldOf(read.length, options));
	}
	return exitCode.clean;
}
/** Files by which a project says how it is scanned. */
const ownFiles = ["authgraph.yaml", "authgraph-baseline.json"];
/** Nothing that could be wrong stands between a whole run and its work, and no name leads to another file. */
function isPlain(entries, { kubernetesVersion }) {
	return kubernetesVersion === void 0 && !entries.some(({ kind, path }) => kind === "symlink" || isOwnFile(path));
}
function isOwnFile(path) {
	return ownFiles.includes(path.slice(path.lastIndexOf("/") + 1));
}
/** Of what is read the content alone may differ: where a file lies may matter, whatever is in it. */
function isOfFilesAlone({ path, before, after }) {
	if (isOwnFile(path)) return false;
	const kinds = [before?.kind, after?.kind];
	const expected = isWorthReading(path) ? ["file"] : ["file", void 0];
	return kinds.every((kind) => expected.includes(kind));
}
function withoutChanges(entries, changes) {
	const changed = new Map(changes.map((change) => [change.path, change]));
	const before = [];
	for (const entry of entries) {
		const change = changed.get(entry.path);
		const was = change === void 0 ? entry : change.before;
		if (was !== void 0) before.push(was);
	}
	for (const { before: was, after } of changes) if (was !== void 0 && after === void 0) before.push(was);
	return before;
}
function saysSame(blobs, { before, after }) {
	const [was, is] = [textAt(blobs, before), textAt(blobs, after)];
	if (was === void 0 || is === void 0) return false;
	const parsed = parse(is);
	return !namesFiles(parsed) && saysTheSame(parse(was), parsed);
}
function saysSameToOthers(blobs, { before, after }) {
	const [was, is] = [textAt(blobs, before), textAt(blobs, after)];
	return was !== void 0 && is !== void 0 && saysTheSameInEveryRole(was, is);
}
/** Undefined for what is no text, or needs more to be read than we load for it. */
function textAt(blobs, entry) {
	const blob = entry === void 0 ? void 0 : blobs.read(entry.id);
	if (entry === void 0 || blob?.outcome !== "read" || isBinary(blob.bytes)) return void 0;
	const { text } = decodeBytes(blob.bytes);
	return needsCertificateRequestReader(text) ? void 0 : {
		path: entry.path,
		text
	};
}
function toldOf(changed, { failOn, outputs }) {
	if (outputs.some(({ format }) => format !== "pretty")) return "";
	return `${changed === 0 ? "no changed file is one that we read" : `${changed === 1 ? "the changed file says" : `the ${changed} changed files say`} the same about access as before`}, so nothing is new or worse; the other files were not read\nexit 0: ${failOn === "none" ? "findings do not count" : `nothing new or worse at or above ${failOn}`} (--fail-on ${failOn})\n`;
}
//#endregion
export { systemError as A, treeOf as C, blobsOf as D, resolveInTree as E, throughLink as M, walk as N, gitProblem as O, exitCode as P, kindOf as S, projectTreeOf as T, workingTree as _, readsWholeChange as a, largestText as b, stateKey as c, findRepository as d, rootFromHere as f, readFileIn as g, projectRoot as h, plainHookOptions as i, codeOf as j, runGit as k, openKept as l, pathWithin as m, openStaged as n, stateOptions as o, folderOf as p, readIndex as r, openStates as s, quickHook as t, repositoryOf as u, repositoryRoot as v, gitState as w, readInputFile as x, isBinary as y };
