import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
//#region packages/cli/src/files/cache-folder.ts
/**
* Where we keep what can be made again: as asked for, else where this system keeps such things. A build server throws
* away what a run leaves, so that leaving it is a waste there unless somebody asks for it.
*/
function cacheFolder({ cache = true, cacheDir }, env, platform = process.platform) {
	if (!cache) return void 0;
	if (cacheDir !== void 0 && cacheDir !== "") return resolve(cacheDir);
	if (env.CI !== void 0 && env.CI !== "" && env.CI !== "false") return void 0;
	const above = systemFolder(env, platform);
	return above === void 0 ? void 0 : join(above, "authgraph");
}
function systemFolder(env, platform) {
	if (env.XDG_CACHE_HOME !== void 0 && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
	if (platform === "win32") return env.LOCALAPPDATA;
	const home = homeOf(env);
	if (home === void 0) return void 0;
	return platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}
function homeOf({ HOME }) {
	if (HOME !== void 0) return isAbsolute(HOME) ? HOME : void 0;
	try {
		return homedir();
	} catch {
		return;
	}
}
//#endregion
//#region packages/cli/src/compile-cache.ts
/**
* Lets Node keep what it compiled of us beside what we keep: half of a short run goes into compiling. What cannot be kept
* is compiled, which is Node's own promise. Who says on the command line where to keep things, or to keep nothing, has
* not been heard yet: for him nothing is kept here.
*/
function keepCompiled(enable, args, env) {
	if (args.some((arg) => arg === "--no-cache" || arg.startsWith("--cache-dir"))) return;
	const folder = cacheFolder({ cacheDir: env.AUTHGRAPH_CACHE_DIR }, env);
	if (folder !== void 0) enable(join(folder, "compiled"));
}
//#endregion
export { cacheFolder as n, keepCompiled as t };
