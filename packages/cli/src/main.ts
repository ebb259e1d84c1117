#!/usr/bin/env node
import { toolVersion } from "./version.ts";

// A hook pays for every module that is loaded: the answer to --version needs none.
const [only, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (only === "--version" || only === "-V")) {
  console.log(toolVersion);
} else {
  const { runCommandLine } = await import("./command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
