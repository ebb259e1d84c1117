import { closeSync, openSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { systemError } from "../files/system-error.ts";
import { codeOf } from "../files/walk.ts";

/** What keeps a result from being written; undefined where nothing does. */
export type WriteProblem = string | undefined;

/** Whether a file can be written, asked before the work whose result it is to hold. */
export function cannotWrite(file: string): WriteProblem {
  const status = statusOf(file);
  if (status?.isDirectory() === true) return `cannot write ${file}: it is a folder`;
  if (status !== undefined) return undefined;
  const folder = dirname(file);
  const above = statusOf(folder);
  if (above === undefined) return `cannot write ${file}: there is no folder ${folder}`;
  return above.isDirectory() ? undefined : `cannot write ${file}: ${folder} is no folder`;
}

/** Where a result goes: standard output, or a file that appears only when it is whole. */
export async function writeResult(chunks: Iterable<string>, file: string | undefined): Promise<WriteProblem> {
  if (file === undefined || file === "-") return writeOut(chunks);
  const status = statusOf(file);
  const isDevice = status !== undefined && !status.isFile();
  // `/dev/null` and pipes are written to, never replaced; of a symlink, what it points to is replaced.
  const target = status === undefined || isDevice ? file : realpathSync(file);
  const unfinished = isDevice ? target : `${target}.${process.pid}.tmp`;
  try {
    writeInto(unfinished, chunks, isDevice ? "w" : "wx");
    if (!isDevice) renameSync(unfinished, target);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (!isDevice && code !== "EEXIST") rmSync(unfinished, { force: true });
    if (code === undefined) throw error;
    return `cannot write ${file}: ${systemError(error)}`;
  }
}

const pieceLength = 1 << 16;

function writeInto(path: string, chunks: Iterable<string>, flags: "w" | "wx"): void {
  const file = openSync(path, flags);
  try {
    for (const piece of pieces(chunks)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Hands on piece by piece and waits where the reader is slower: a pipe gets everything before the process ends. */
async function writeOut(chunks: Iterable<string>): Promise<WriteProblem> {
  for (const piece of pieces(chunks)) {
    try {
      await written(piece);
    } catch (error) {
      // The reader has gone (`| head`): nobody is left to tell.
      return codeOf(error) === "EPIPE" ? undefined : `cannot write to standard output: ${systemError(error)}`;
    }
  }
  return undefined;
}

/** The same text in fewer pieces: a renderer yields lines. */
function* pieces(chunks: Iterable<string>): Iterable<string> {
  let waiting = "";
  for (const chunk of chunks) {
    waiting += chunk;
    if (waiting.length < pieceLength) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting !== "") yield waiting;
}

function written(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}
