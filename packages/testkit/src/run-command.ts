import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtBundle } from "./built-bundle.ts";

/** What a program left behind. */
export interface Ended {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandSurroundings {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line, as it is in the sources now, as a process of its own: exit code, pipes and all. */
export async function runAuthgraph(args: readonly string[], surroundings: CommandSurroundings = {}): Promise<Ended> {
  return run(process.execPath, [await bundledProgram(), ...args], surroundings);
}

/** The same inside a line of bash, as `$AUTHGRAPH`. */
export async function runInShell(line: string, surroundings: CommandSurroundings = {}): Promise<Ended> {
  const command = `'${process.execPath}' '${await bundledProgram()}'`;
  return run("bash", ["-c", line.replaceAll("$AUTHGRAPH", command)], surroundings);
}

async function bundledProgram(): Promise<string> {
  return join(await builtBundle(), "authgraph.mjs");
}

/** Nothing can be made below a file. */
const noFolder = join(fileURLToPath(import.meta.url), "cache");

function run(program: string, args: readonly string[], { cwd, stdin, env }: CommandSurroundings): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // What the machine of the test sets must not colour the output or look like CI.
    const { FORCE_COLOR, NO_COLOR, CI, INIT_CWD, NODE_OPTIONS, ...inherited } = process.env;
    // Nor may a test find what another run left, or leave anything to a person.
    const child = spawn(program, args, { cwd, env: { ...inherited, AUTHGRAPH_CACHE_DIR: noFolder, ...env } });
    const out = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        out[stream] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? undefined, ...out }));
    // The child may end without having read anything.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin ?? "");
  });
}

/** A new temporary folder with these files, by path. Whoever asks for it removes it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "authgraph-test-")));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
