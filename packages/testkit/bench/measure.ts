import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** User and system time in milliseconds, peak memory in MiB: medians of the runs. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

const preload = fileURLToPath(new URL("./usage.mjs", import.meta.url));

/**
 * Runs Node with each of the argument lists in turn, `rounds` times, so that a slow moment of the machine falls on all
 * of them; one round before does not count.
 */
export function measure(commands: Readonly<Record<string, readonly string[]>>, rounds = 5): Record<string, Usage> {
  const folder = mkdtempSync(join(tmpdir(), "authgraph-bench-"));
  const usageFile = join(folder, "usage.json");
  const runs = new Map<string, Usage[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const result = spawnSync(process.execPath, ["--import", preload, ...args], {
        env: { ...process.env, USAGE_FILE: usageFile },
        stdio: ["ignore", "ignore", "pipe"],
        maxBuffer: 1 << 26,
      });
      if (result.status === null || result.status > 1) throw new Error(`${name}: ${result.stderr.toString()}`);
      if (round > 0) runs.get(name)?.push(JSON.parse(readFileSync(usageFile, "utf8")));
    }
  }
  rmSync(folder, { recursive: true });
  return Object.fromEntries(
    [...runs].map(([name, usages]) => [
      name,
      { cpu: median(usages.map(({ cpu }) => cpu)), memory: median(usages.map(({ memory }) => memory)) },
    ]),
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
