import { i as matcherOf } from "./reader.mjs";
import { E as resolveInTree, m as pathWithin, y as isBinary } from "./hook.mjs";
import { r as listedPaths, t as fileInRootfs } from "./rootfs.mjs";
import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
//#region packages/cli/src/files/git/tree-sources.ts
/**
* The files of one state of a repository, met as a walk over them would meet them: under the same paths, in the same
* order, with the same left out. Contents are named, and read only when somebody asks.
*/
function treeSources(state, { paths, rootfs, isOurs }) {
	const { tree, blobs, targetOf } = state;
	const root = state.repository.root;
	const given = [...new Set(paths)].flatMap((path) => namedBy(state, path));
	const entryAt = /* @__PURE__ */ new Map();
	const listed = listedPaths((path) => entryAt.get(path)?.kind === "symlink");
	function* list() {
		const seen = /* @__PURE__ */ new Map();
		for (const one of given) for (const { file, real } of one.kind === "file" ? [met(one.path, one.entry)] : below(one)) {
			const before = seen.get(real);
			if (before === "blob" || before !== void 0 && file.outcome === "skipped") continue;
			seen.set(real, file.outcome);
			yield file;
		}
	}
	function* below({ path, inside }) {
		const prefix = inside === "" ? "" : `${inside}/`;
		for (const entry of tree.entries) {
			if (!entry.path.startsWith(prefix)) continue;
			const rest = entry.path.slice(prefix.length).split("/").join(sep);
			yield meet(path === "." ? rest : join(path, rest), entry, prefix);
		}
	}
	function meet(path, entry, prefix) {
		const skipped = (reason) => ({
			file: {
				outcome: "skipped",
				path,
				reason
			},
			real: entry.path
		});
		if (entry.kind === "submodule") return skipped("submodule");
		if (!isOurs(entry.path)) {
			entryAt.set(path, entry);
			listed.add(path, { opened: false });
			return skipped("not a format we read");
		}
		if (entry.kind === "file") return met(path, entry);
		const target = resolveInTree(tree, entry.path, targetOf);
		if (target.outcome !== "file") return skipped(whyNot(target));
		const { path: real } = target.entry;
		if (real.startsWith(prefix) && isOurs(real)) return skipped("symlink to another input");
		return met(relative(".", join(root, real)), target.entry);
	}
	function met(path, entry) {
		entryAt.set(path, entry);
		listed.add(path, { opened: true });
		return {
			file: named(path, entry.id),
			real: entry.path
		};
	}
	function named(path, id) {
		blobs.offer([id]);
		return {
			outcome: "blob",
			path,
			id,
			read: () => opened(path, id)
		};
	}
	function opened(path, id) {
		const content = blobs.read(id);
		if (content.outcome === "missing") return {
			outcome: "skipped",
			path,
			reason: "read error"
		};
		if (content.outcome === "too large" || content.bytes.length > 536870888) return {
			outcome: "skipped",
			path,
			reason: "too large"
		};
		const { bytes } = content;
		return isBinary(bytes) ? {
			outcome: "skipped",
			path,
			reason: "binary"
		} : {
			outcome: "read",
			path,
			bytes
		};
	}
	function find(path, accepted) {
		if (rootfs === void 0) {
			const at = listed.find(path, accepted);
			const entry = at === void 0 ? void 0 : entryAt.get(at);
			return at === void 0 || entry === void 0 ? void 0 : named(at, entry.id);
		}
		const machine = pathInRepository(root, rootfs);
		if (machine === void 0) return fileInRootfs(rootfs, path);
		const found = resolveInTree(tree, path, targetOf, machine);
		if (found.outcome !== "file") return void 0;
		return named(join(rootfs, found.entry.path.slice(machine.length)), found.entry.id);
	}
	function expect(files) {
		blobs.expect(files.map(({ id }) => id));
	}
	return {
		list,
		find,
		expect
	};
}
/** Whether a path of the command line names anything in this state. */
function isNamedIn(state, path) {
	return namedBy(state, path).length > 0;
}
function namedBy({ repository: { root }, tree, targetOf }, path) {
	const inside = path === "" ? void 0 : pathInRepository(root, path);
	if (inside === void 0) return [];
	const found = resolveInTree(tree, inside, targetOf);
	if (found.outcome === "file") return [{
		kind: "file",
		path,
		entry: found.entry
	}];
	if (found.outcome === "folder") return [{
		kind: "folder",
		path,
		inside: found.path
	}];
	return /[*?]/.test(path) ? matches(root, tree, inside) : [];
}
/** What a pattern means where the shell left it to us. */
function matches(root, tree, pattern) {
	const isMatch = matcherOf([pattern]);
	return tree.entries.flatMap((entry) => entry.kind === "file" && isMatch(entry.path) ? [{
		kind: "file",
		path: relative(".", join(root, entry.path)),
		entry
	}] : []);
}
function whyNot({ outcome }) {
	switch (outcome) {
		case "folder": return "symlink to a folder";
		case "submodule": return "submodule";
		case "missing": return "broken symlink";
		case "outside": return "symlink out of the project";
	}
}
/** The path from the root, whether it exists on the disk or not; undefined where it lies outside. */
function pathInRepository(root, path) {
	const inside = pathWithin(root, path);
	if (inside !== void 0) return inside;
	try {
		return pathWithin(realpathSync(root), realLocation(resolve(path)));
	} catch {
		return;
	}
}
function realLocation(path) {
	try {
		return realpathSync(path);
	} catch {
		return dirname(path) === path ? path : join(realLocation(dirname(path)), basename(path));
	}
}
//#endregion
export { treeSources as n, isNamedIn as t };
