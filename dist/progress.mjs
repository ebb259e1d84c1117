import { x as openPack } from "./reader.mjs";
import { l as openKept } from "./hook.mjs";
//#region packages/cli/src/files/fact-file.ts
/** Opens the facts of the project that lies in a folder; undefined where nothing is kept. */
function openFactFile(root, options, env) {
	const kept = openKept({
		root,
		name: "facts"
	}, options, env);
	if (kept === void 0) return void 0;
	const pack = openPack(kept.bytes, { program: kept.program });
	return {
		cache: pack,
		save() {
			const bytes = pack.packed();
			if (bytes !== void 0) kept.replace(bytes);
		}
	};
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
export { openFactFile as n, progressOn as t };
