import { createGzip } from "node:zlib";
import type { Run } from "@authgraph/engine";
import { renderSarif, type SarifCounts, sarifResultLimit } from "@authgraph/report";
import { repositoryPaths } from "../files/repository-path.ts";
import { tell } from "../terminal/tell.ts";
import { type WriteProblem, writeResult } from "../terminal/write.ts";

/** GitHub refuses a file that is larger when compressed (docs: SARIF support for code scanning, file limits). */
const largestUpload = 10_000_000;

export interface WriteSarifOptions {
  readonly category: string | undefined;
  /** What is accepted, too. */
  readonly suppressed?: boolean | undefined;
  /** The inputs as named on the command line. */
  readonly paths: readonly string[];
}

/** Writes a run as SARIF, and tells on standard error what GitHub will not take or show of it. */
export async function writeSarif(
  run: Run,
  file: string | undefined,
  { category, suppressed, paths }: WriteSarifOptions,
): Promise<WriteProblem> {
  let counts: SarifCounts = { results: 0, withoutFile: 0 };
  const options = { category, suppressed, pathInRepository: repositoryPaths(paths) };
  let length = 0;
  function* measured(): Iterable<string> {
    const onCounts = (found: SarifCounts): void => {
      counts = found;
    };
    for (const chunk of renderSarif(run, { ...options, onCounts })) {
      length += chunk.length;
      yield chunk;
    }
  }
  const problem = await writeResult(measured(), file);
  if (problem !== undefined) return problem;

  const name = file === undefined || file === "-" ? "the SARIF report" : file;
  if (counts.results > sarifResultLimit) {
    await tell(`${name} has the ${sarifResultLimit} most severe of ${counts.results} results: GitHub takes no more`);
  }
  if (counts.withoutFile > 0) {
    const findings = counts.withoutFile === 1 ? "finding" : "findings";
    await tell(`${name} leaves out ${counts.withoutFile} ${findings} without a place in a file of the repository`);
  }
  if (length > largestUpload && (await compressedLength(renderSarif(run, options))) > largestUpload) {
    await tell(`${name} is larger than 10 MB when compressed: GitHub will refuse it (--severity shows fewer findings)`);
  }
  return undefined;
}

/** Bytes after the fastest compression, which is a little more than what an upload does. */
async function compressedLength(chunks: Iterable<string>): Promise<number> {
  const gzip = createGzip({ level: 1 });
  let length = 0;
  gzip.on("data", (compressed: Buffer) => {
    length += compressed.length;
  });
  for (const chunk of chunks) {
    if (!gzip.write(chunk)) await new Promise((resolve) => gzip.once("drain", resolve));
  }
  await new Promise((resolve) => gzip.end().once("end", resolve));
  return length;
}
