#!/usr/bin/env node
import { t as toolVersion } from "./version.mjs";
import * as nodeModule from "node:module";
//#region packages/cli/src/main.ts
const args = process.argv.slice(2);
const [first, second, ...others] = args;
const isHook = first === "scan" && second === "--staged" && others.length === 0;
if (second === void 0 && (first === "--version" || first === "-V")) console.log(toolVersion);
else {
	await keepCompiled();
	process.exitCode = (isHook ? await quickAnswer() : void 0) ?? await wholeAnswer();
}
async function keepCompiled() {
	const enable = Reflect.get(nodeModule, "enableCompileCache");
	if (typeof enable !== "function") return;
	(await import("./compile-cache2.mjs")).keepCompiled((folder) => enable(folder), args, process.env);
}
async function quickAnswer() {
	try {
		const { plainHookOptions, quickHook } = await import("./quick-hook.mjs");
		return quickHook([], plainHookOptions(process.env));
	} catch {
		return;
	}
}
async function wholeAnswer() {
	const { runCommandLine } = await import("./command-line.mjs");
	return runCommandLine(args, { isQuickAnswerTried: isHook });
}
//#endregion
export {};
