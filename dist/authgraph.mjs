#!/usr/bin/env node
import { t as toolVersion } from "./version.mjs";
//#region packages/cli/src/main.ts
const [only, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (only === "--version" || only === "-V")) console.log(toolVersion);
else {
	const { runCommandLine } = await import("./command-line.mjs");
	process.exitCode = await runCommandLine(process.argv.slice(2));
}
//#endregion
export {};
