import { v as repositoryRoot } from "./hook.mjs";
import { isAbsolute, relative, resolve, sep } from "node:path";
//#region packages/cli/src/files/repository-path.ts
/**
* The paths of files from the root of their repository, as GitHub counts them, wherever the command runs: the repository
* we stand in if the inputs lie in it, else that of the first of them, else this folder.
*/
function repositoryPaths(inputs) {
	const here = repositoryRoot(".");
	const first = inputs.find((path) => path !== "-") ?? ".";
	const root = here !== void 0 && within(here, first) !== void 0 ? here : repositoryRoot(first) ?? process.cwd();
	return (path) => within(root, path);
}
function within(root, path) {
	const inside = relative(root, resolve(path));
	if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return void 0;
	return inside.split(sep).join("/");
}
//#endregion
export { repositoryPaths as t };
