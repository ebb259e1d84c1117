//#region packages/cli/src/action.ts
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 20 || major === 20 && minor >= 19) {
	const { runAction } = await import("./run-action.mjs");
	process.exitCode = await runAction(process.env);
} else {
	console.log(`::error title=authgraph::authgraph needs Node.js 20.19 or newer and found ${process.version}: put actions/setup-node before it, or update the runner`);
	process.exitCode = 2;
}
//#endregion
export {};
