// What action.yml runs. A runner of one's own may have a Node that cannot even parse the rest: ask before loading it.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 20 || (major === 20 && minor >= 19)) {
  const { runAction } = await import("./action/run-action.ts");
  process.exitCode = await runAction(process.env);
} else {
  const fix = "put actions/setup-node before it, or update the runner";
  console.log(`::error title=authgraph::authgraph needs Node.js 20.19 or newer and found ${process.version}: ${fix}`);
  process.exitCode = 2;
}

export {};
