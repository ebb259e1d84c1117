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

/** What is to be run, where, and what is done before each time. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly before?: () => void;
}

/** User and system time in milliseconds of Node with each of the argument lists and of whatever that starts: medians. */
export function measureWithChildren(
  commands: Readonly<Record<string, Command>>,
  env: Readonly<Record<string, string>>,
  rounds = 5,
): Record<string, number> {
  const runs = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { args, cwd, before }] of Object.entries(commands)) {
      before?.();
      // The shell's own account of what it waited for is exact to a millisecond, grandchildren included.
      const script = '"$@" >/dev/null; code=$?; times; exit $code';
      const { status, stdout, stderr } = spawnSync("bash", ["-c", script, "bench", process.execPath, ...args], {
        cwd,
        env: { ...process.env, ...env },
        encoding: "utf8",
      });
      if (status === null || status > 1) throw new Error(`${name}: ${stderr}`);
      if (round > 0) runs.get(name)?.push(ofChildren(stdout));
    }
  }
  return Object.fromEntries([...runs].map(([name, times]) => [name, median(times)]));
}

/** The second line of bash's `times`: `0m0.123s 0m0.045s`. */
function ofChildren(times: string): number {
  const line = times.trimEnd().split("\n").at(-1) ?? "";
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
