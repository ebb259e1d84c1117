import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkoutPath } from "./shared-material.ts";

let built: Promise<string> | undefined;

/**
 * A folder with the bundle of the sources as they are now, as `dist/` would hold it. Built once for every state of the
 * sources, whoever asks: it lies in a cache, to be read and never to be written into.
 */
export function builtBundle(): Promise<string> {
  built ??= buildBundle();
  return built;
}

const cache = checkoutPath("node_modules/.cache/authgraph-bundle");

async function buildBundle(): Promise<string> {
  const folder = join(cache, hashOfSources());
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  removeOldBundles();
  const unfinished = mkdtempSync(join(cache, "unfinished-"));
  const tsdown = checkoutPath("node_modules/tsdown/dist/run.mjs");
  const problem = await runBuild([tsdown, "--out-dir", unfinished]);
  if (problem !== undefined) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`the bundle cannot be made: ${problem}`);
  }
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process of this test run was faster; what it built is the same.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function runBuild(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: checkoutPath(), stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? undefined : stderr));
  });
}

/** What the bundle is made of: our sources and what they are built with. */
function hashOfSources(): string {
  const hash = createHash("sha256");
  const packages = readdirSync(checkoutPath("packages")).filter((name) => name !== "testkit");
  const files = [
    "tsdown.config.ts",
    "package.json",
    "pnpm-lock.yaml",
    ...packages.flatMap((name) => [`packages/${name}/package.json`, ...sourcesBelow(`packages/${name}/src`)]),
    ...sourcesBelow("rules"),
  ].filter((path) => existsSync(checkoutPath(path)));
  for (const path of files.sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(checkoutPath(path)))
      .update("\0");
  return hash.digest("hex").slice(0, 32);
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(checkoutPath(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ["node_modules", "cases", "golden"].includes(entry.name) ? [] : sourcesBelow(path);
    return /\.(?:ts|json|ya?ml)$/.test(entry.name) && !entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

const oneDay = 86_400_000;

function removeOldBundles(): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed !== undefined && Date.now() - changed > oneDay) rmSync(path, { recursive: true, force: true });
  }
}
