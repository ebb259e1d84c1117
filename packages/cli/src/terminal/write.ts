import { renameSync, writeFileSync } from "node:fs";

/** Where a result goes: standard output, or a file that appears only when it is whole. */
export async function writeResult(chunks: Iterable<string>, file: string | undefined): Promise<void> {
  if (file === undefined || file === "-") return writeOut(chunks);
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, [...chunks].join(""));
  renameSync(unfinished, file);
}

/** Hands on piece by piece and waits where the reader is slower: a pipe gets everything before the process ends. */
async function writeOut(chunks: Iterable<string>): Promise<void> {
  let waiting = "";
  for (const chunk of chunks) {
    waiting += chunk;
    if (waiting.length < 1 << 16) continue;
    await written(waiting);
    waiting = "";
  }
  if (waiting !== "") await written(waiting);
}

function written(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // The reader has gone (`| head`): nobody is left to tell.
      if (error === null || error === undefined || ("code" in error && error.code === "EPIPE")) resolve();
      else reject(error);
    });
  });
}
