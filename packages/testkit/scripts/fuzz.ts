import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mutate, newDice, readerFault, seedDocuments, sharedPath, shrink } from "@authgraph/testkit";

/** `pnpm fuzz [--count N] [--seed S]`: reads mutated manifests and checks what must hold for any text. */
const { values } = parseArgs({ options: { count: { type: "string" }, seed: { type: "string" } } });
const count = Number(values.count ?? 100_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
/** A text that takes longer is as bad as one that throws. */
const SECONDS_ALLOWED = 2;

const realFiles = manifestsUnder(sharedPath("corpus"));
const dice = newDice(seed);
const began = performance.now();
let failures = 0;
for (let i = 0; i < count; i++) {
  const text = mutate(pickText(), dice);
  const profile = dice.roll(4) === 0 ? "kubelet" : "kubectl";
  const before = performance.now();
  const fault = readerFault(text, profile);
  const seconds = (performance.now() - before) / 1000;
  if (fault === undefined && seconds < SECONDS_ALLOWED) continue;
  failures++;
  const shown = fault === undefined ? text : shrink(text, (shorter) => readerFault(shorter, profile) !== undefined);
  process.stdout.write(`${profile} ${JSON.stringify(shown)}\n  ${fault ?? `takes ${seconds.toFixed(1)} s`}\n`);
  if (failures === 10) break;
}
const took = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(`${count} texts, seed ${seed}, ${took} s, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;

function pickText(): string {
  const path = realFiles.length > 0 && dice.roll(10) === 0 ? realFiles[dice.roll(realFiles.length)] : undefined;
  if (path !== undefined) return readFileSync(path, "utf8");
  return seedDocuments[dice.roll(seedDocuments.length)] ?? "";
}

function manifestsUnder(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ya?ml|json)$/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 5_000)
    .sort();
}
