import { type BlobFile, namesFiles, saysTheSame } from "@authgraph/engine";
import { decodeBytes, isWorthReading, needsCertificateRequestReader, type ParsedText, parse } from "@authgraph/parser";
import type { ScanOptions } from "../commands/scan-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { GitState } from "../files/git/git-state.ts";
import { repositoryOf } from "../files/git/open-repository.ts";
import { rootFromHere } from "../files/git/repository.ts";
import { openStaged } from "../files/git/staged.ts";
import { treeSources } from "../files/git/tree-sources.ts";
import { blobsAmong, openStates, stateKey } from "./known-states.ts";
import { asksForRisksOnly, readsWholeChange, stateOptions } from "./whole-hook.ts";

/**
 * Answers for a commit that changes nothing that access depends on, without reading the rest of the repository; undefined
 * where it may change something, or where that cannot be told so quickly. Then everything is read, and compared.
 *
 * It holds because what a run finds is a function of three things: its options and configuration, which are the same for
 * both states; the files that it lists, whose changed ones say the same but for places (`saysTheSame`); and the files
 * that those name, which are none (`namesFiles`: of the unchanged ones a whole run has seen it).
 */
export function quickHook(paths: readonly string[], options: ScanOptions): ExitCode | undefined {
  if (!readsWholeChange(paths, options.change, options) || !asksForRisksOnly(options)) return undefined;
  const found = repositoryOf(paths);
  if (found.outcome === "unable") return undefined;
  const staged = openStaged(found.repository, isWorthReading);
  if (staged.outcome === "unable" || staged.changes.some(({ path }) => isOfTheRunItself(path))) return undefined;
  const states = openStates(found.repository.root, options, process.env);
  if (states === undefined) return undefined;
  const [was, is] = [filesOf(staged.before), filesOf(staged.after)];
  const asked = stateOptions(options);
  if (!states.has(stateKey(was, asked))) return undefined;
  const changed = changedBetween(was, is);
  if (changed === undefined || !changed.every(saySame)) return undefined;

  states.add([stateKey(is, asked)]);
  if (!options.quiet) process.stdout.write(toldOf(changed.length, is.length, options));
  return exitCode.clean;
}

/** Files by which a project says how it is scanned. */
const ownFiles: readonly string[] = ["authgraph.yaml", "authgraph-baseline.json"];

function isOfTheRunItself(path: string): boolean {
  return ownFiles.includes(path.slice(path.lastIndexOf("/") + 1));
}

/** The whole of a state, under the paths that a whole run gives it. */
function filesOf(state: GitState): readonly BlobFile[] {
  const paths = [rootFromHere(state.repository)];
  return blobsAmong(treeSources(state, { paths, rootfs: undefined, isOurs: isWorthReading }).list());
}

/** A path of both states, and what it holds in each. */
type Changed = readonly [before: BlobFile, after: BlobFile];

/** Undefined where the two do not list the same paths: where a file lies may matter, whatever is in it. */
function changedBetween(was: readonly BlobFile[], is: readonly BlobFile[]): readonly Changed[] | undefined {
  if (was.length !== is.length) return undefined;
  const changed: Changed[] = [];
  for (const [at, before] of was.entries()) {
    const after = is[at];
    if (after?.path !== before.path) return undefined;
    if (after.id !== before.id) changed.push([before, after]);
  }
  return changed;
}

function saySame([before, after]: Changed): boolean {
  const [was, is] = [parsedFile(before), parsedFile(after)];
  return was !== undefined && is !== undefined && !namesFiles(is) && saysTheSame(was, is);
}

/** Undefined for what is no text, or needs more to be read than we load for it. */
function parsedFile({ path, read }: BlobFile): ParsedText | undefined {
  const file = read();
  if (file.outcome === "skipped") return undefined;
  const { text } = decodeBytes(file.bytes);
  return needsCertificateRequestReader(text) ? undefined : parse({ path, text });
}

function toldOf(changed: number, files: number, { failOn, outputs }: ScanOptions): string {
  if (outputs.some(({ format }) => format !== "pretty")) return "";
  const what =
    changed === 0
      ? "no file that could matter is changed"
      : `${changed === 1 ? "the changed file says" : `the ${changed} changed files say`} the same about access as before`;
  const others = files - changed;
  const rest = others === 0 ? "" : `; the other ${others === 1 ? "file was" : `${others} files were`} not read`;
  const reason = failOn === "none" ? "findings do not count" : `nothing new or worse at or above ${failOn}`;
  return `${what}, so nothing is new or worse${rest}\nexit 0: ${reason} (--fail-on ${failOn})\n`;
}
