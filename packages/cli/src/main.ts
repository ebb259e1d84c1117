#!/usr/bin/env node
import * as nodeModule from "node:module";
import type { ExitCode } from "./exit-code.ts";
import { toolVersion } from "./version.ts";

// A hook pays for every module that is loaded: the answer to --version needs none, and that to most commits few.
const args = process.argv.slice(2);
const [first, second, ...others] = args;
const isHook = first === "scan" && second === "--staged" && others.length === 0;
if (second === undefined && (first === "--version" || first === "-V")) {
  console.log(toolVersion);
} else {
  await keepCompiled();
  process.exitCode = (isHook ? await quickAnswer() : undefined) ?? (await wholeAnswer());
}

async function keepCompiled(): Promise<void> {
  const enable: unknown = Reflect.get(nodeModule, "enableCompileCache");
  if (typeof enable !== "function") return;
  const compileCache = await import("./compile-cache.ts");
  compileCache.keepCompiled((folder) => enable(folder), args, process.env);
}

async function quickAnswer(): Promise<ExitCode | undefined> {
  try {
    const { plainHookOptions, quickHook } = await import("./hook/quick-hook.ts");
    return quickHook([], plainHookOptions(process.env));
  } catch {
    // What is wrong will be wrong for the whole run too, which tells it.
    return undefined;
  }
}

async function wholeAnswer(): Promise<ExitCode> {
  const { runCommandLine } = await import("./command-line.ts");
  return runCommandLine(args, { isQuickAnswerTried: isHook });
}
