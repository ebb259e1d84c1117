import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { markdownText, printable, renderFailedSarif, workflowCommand } from "@authgraph/report";
import { exitCode } from "../exit-code.ts";
import { toolVersion } from "../version.ts";
import { countsIn } from "./counts.ts";
import { type ActionInputs, readInputs } from "./inputs.ts";
import { pullRequestOf } from "./pull-request.ts";
import { markFailed, placeSarif } from "./sarif-file.ts";
import { type ResultFiles, type Scanned, scanForAction } from "./scan-for-action.ts";
import { writeOutputs, writeSummary } from "./step-files.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Step 1 of action.yml: scans, writes what GitHub shows, and hands the verdict on in the outputs. A later step fails with
 * it, once the report is uploaded; so this one ends with 0 unless it cannot hand it on.
 */
export async function runAction(env: Environment): Promise<number> {
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "authgraph-"));
  const files: ResultFiles = {
    sarif: join(folder, "authgraph.sarif"),
    json: join(folder, "findings.json"),
    annotations: join(folder, "annotations.txt"),
    markdown: join(folder, "summary.md"),
  };
  const read = readInputs(env);
  if (read.outcome === "refused") {
    return handOver({ code: exitCode.unable, notes: [] }, { problem: read.message, files, env, inputs: noInputs });
  }
  const { inputs } = read;
  const pullRequest = pullRequestOf(env);
  const scanned = await scanForAction(inputs, pullRequest, env.GITHUB_SHA, files);
  return handOver(scanned, { files, env, inputs, isReadOnly: pullRequest?.isReadOnly === true });
}

/** Nothing of what was asked for can be done. */
const noInputs = { sarifFile: undefined, upload: false, annotations: true, summary: true };

interface Handing {
  /** Undefined where the log says it already. */
  readonly problem?: string;
  readonly files: ResultFiles;
  readonly env: Environment;
  readonly inputs: Pick<ActionInputs, "sarifFile" | "upload" | "annotations" | "summary">;
  readonly isReadOnly?: boolean;
}

/** Tells the reader of the run, and the steps that follow, what came of the scan. */
function handOver(scanned: Scanned, { problem, files, env, inputs, isReadOnly = false }: Handing): number {
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const failure = finishSarif(scanned, problem, files.sarif);
  const { sarifFile } = inputs;
  const notPlaced = sarifFile === undefined ? undefined : placeSarif(files.sarif, sarifFile, workspace);
  const sarif = sarifFile === undefined || notPlaced !== undefined ? files.sarif : resolve(workspace, sarifFile);
  const code = notPlaced === undefined ? scanned.code : exitCode.unable;
  const told = notPlaced ?? failure;
  const upload = inputs.upload && code !== exitCode.unable;
  const notes = [...scanned.notes, ...(inputs.upload ? uploadNotes(upload, isReadOnly) : [])];

  for (const note of notes) tellLog(note);
  if (told !== undefined) printError(told);
  if (inputs.annotations && existsSync(files.annotations)) {
    process.stdout.write(annotationsIn(readFileSync(files.annotations, "utf8")));
  }
  if (inputs.summary) tellLog(writeSummary(env.GITHUB_STEP_SUMMARY, summaryOf(told, notes, files.markdown)));

  const notHanded = writeOutputs(env.GITHUB_OUTPUT, {
    sarif,
    "exit-code": String(code),
    upload: String(upload),
    "upload-may-fail": String(isReadOnly),
    ...countOutputs(files.json),
  });
  tellLog(notHanded);
  return notHanded === undefined ? 0 : code;
}

/** The commands alone, and how many are left out: the log has all the rest already, shown with commands stopped. */
function annotationsIn(text: string): string {
  return text
    .split("\n")
    .filter((line) => line.startsWith("::") || line.startsWith("not annotated: "))
    .map((line) => `${line}\n`)
    .join("");
}

/** Sees to it that there is a report, and that one which does not tell everything says so. Gives what went wrong. */
function finishSarif({ code }: Scanned, problem: string | undefined, path: string): string | undefined {
  if (code !== exitCode.unable) return undefined;
  const text = problem ?? "the scan could not do its work, or not all of it: the log of this step says why";
  if (existsSync(path)) markFailed(path);
  else writeFileSync(path, renderFailedSarif(toolVersion, text));
  return text;
}

function uploadNotes(upload: boolean, isReadOnly: boolean): readonly string[] {
  if (!upload) return ["nothing is uploaded: a report that may not tell everything would close alerts"];
  if (!isReadOnly) return [];
  return ["the token of this pull request can only read, so GitHub may refuse the report; that alone fails nothing"];
}

function summaryOf(problem: string | undefined, notes: readonly string[], markdown: string): string {
  const said = [
    ...(problem === undefined ? [] : [`**${markdownText(problem)}**`]),
    ...notes.map((note) => `_${markdownText(note)}_`),
  ];
  const report = existsSync(markdown) ? readFileSync(markdown, "utf8") : "### authgraph\n";
  return [report, ...said].map((text) => `${text.trimEnd()}\n`).join("\n");
}

/** Empty where nothing was counted: 0 would say that nothing was found. */
function countOutputs(path: string): Readonly<Record<string, string>> {
  const counts = countsIn(path);
  const text = (count: number | undefined): string => (count === undefined ? "" : String(count));
  return {
    findings: text(counts?.findings),
    critical: text(counts?.bySeverity.critical),
    high: text(counts?.bySeverity.high),
    medium: text(counts?.bySeverity.medium),
    low: text(counts?.bySeverity.low),
    new: text(counts?.compared?.new),
    worse: text(counts?.compared?.worse),
  };
}

function tellLog(message: string | undefined): void {
  if (message !== undefined) process.stdout.write(`authgraph: ${printable(message)}\n`);
}

function printError(message: string): void {
  process.stdout.write(`${workflowCommand("error", { title: "authgraph" }, printable(message))}\n`);
}
