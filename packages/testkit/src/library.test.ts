import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkoutPath } from "./shared-material.ts";

const guide = readFileSync(checkoutPath("docs/guides/library.md"), "utf8");

/** The guide's block in a language; each stands there once. */
function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? "";
}

// npm's own settings of the process that runs the tests must not reach the commands below.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^pnpm_|^INIT_CWD$/i.test(name)));

function run(folder: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("the guide's example runs from the packed packages in an empty folder", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "authgraph-library-"));
  try {
    run(checkoutPath(), process.execPath, checkoutPath("node_modules/typescript/bin/tsc"), "-b");
    for (const name of ["source", "kubernetes", "parser", "graph", "rules", "engine"]) {
      run(checkoutPath("packages", name), "npx", "-y", "pnpm@12", "pack", "--pack-destination", folder);
    }
    const tarballs = readdirSync(folder).map((name) => `./${name}`);
    expect(tarballs).toHaveLength(6);

    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    run(folder, "npm", "install", "--no-audit", "--no-fund", ...tarballs);
    mkdirSync(join(folder, "manifests"));
    writeFileSync(join(folder, "manifests/deployer.yaml"), block("yaml"));
    writeFileSync(join(folder, "example.mjs"), block("js"));
    expect(run(folder, process.execPath, "example.mjs")).toBe(block("text"));

    const declarations = join(folder, "node_modules/@authgraph/engine/dist/index.d.ts");
    expect(readFileSync(declarations, "utf8")).toContain("loadGraph");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
