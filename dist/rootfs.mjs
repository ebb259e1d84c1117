import { x as readInputFile } from "./hook.mjs";
import { lstatSync, readlinkSync, statSync } from "node:fs";
import { basename, join, posix, resolve, sep } from "node:path";
//#region packages/cli/src/files/listed-paths.ts
/** `isSymlink` is asked about what was not opened. */
function listedPaths(isSymlink = isSymlinkOnDisk) {
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
		find(path, accepted = () => true) {
			byName ??= byLastName(listed);
			const tail = posix.normalize(`/${path}`);
			return (byName.get(posix.basename(tail)) ?? []).find((candidate) => resolve(candidate.path).split(sep).join("/").endsWith(tail) && (candidate.opened || !isSymlink(candidate.path)) && accepted(candidate.path))?.path;
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
function isSymlinkOnDisk(path) {
	return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== false;
}
//#endregion
//#region packages/cli/src/files/rootfs.ts
/** What an absolute path of the described machine names, below `rootfs`. */
function fileInRootfs(rootfs, path) {
	const at = pathInRootfs(rootfs, path);
	return at === void 0 ? void 0 : regularFile(at);
}
/** A file on the disk, unless it is something else: a pipe would be waited for. */
function regularFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readInputFile(path, "regular file") : void 0;
}
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
export { regularFile as n, listedPaths as r, fileInRootfs as t };
