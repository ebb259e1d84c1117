import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { checkoutPath } from "../src/shared-material.ts";
import { generateConfiguration } from "./generate-configuration.ts";
import { generateKubernetes } from "./generate-kubernetes.ts";
import { generatePeers } from "./generate-peers.ts";
import { generateRules } from "./generate-rules.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** `pnpm generate [--check]`: writes every generated file of the checkout, or says which are out of date. */
const generators: readonly (() => Promise<readonly GeneratedFile[]>)[] = [
  generateKubernetes,
  generateRules,
  async () => generatePeers(),
  async () => generateConfiguration(),
  // It runs the rules, so it is loaded only once their index is written.
  async () => (await import("./generate-readme.ts")).generateReadme(),
];

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const generate of generators) {
  for (const { path, content } of await generate()) {
    const target = checkoutPath(path);
    if (existsSync(target) && readFileSync(target, "utf8") === content) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
for (const path of stale) console.log(check ? `out of date: ${path} (run \`pnpm generate\`)` : `wrote ${path}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
