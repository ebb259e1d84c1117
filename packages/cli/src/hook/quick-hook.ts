import { namesFiles, saysTheSame, saysTheSameInEveryRole } from "@authgraph/engine";
import { decodeBytes, isWorthReading, needsCertificateRequestReader, parse } from "@authgraph/parser";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Blobs } from "../files/git/blobs.ts";
import { repositoryOf } from "../files/git/open-repository.ts";
import { openStaged, type StagedChange } from "../files/git/staged.ts";
import type { TreeEntry } from "../files/git/tree.ts";
import { isBinary } from "../files/read-file.ts";
import { openStates, stateKey } from "./known-states.ts";
import { asksForRisksOnly, type HookOptions, readsWholeChange, stateOptions } from "./whole-hook.ts";

export { plainHookOptions } from "./whole-hook.ts";

/**
 * Answers for a commit that changes nothing that access depends on, without reading the rest of the repository; undefined
 * where it may change something, or where that cannot be told so quickly. Then everything is read, and compared.
 *
 * It holds because what a run finds is a function of three things: its options and configuration, which are the same for
 * both states; the files that it lists, whose changed ones say the same but for places (`saysTheSame`); and the files
 * that those name. Those are none where a whole run has seen that before (`namesFiles`); where none has, each changed
 * file must say the same in every role in which any other could name it. A symlink that is read may lead to any file, so
 * that there must be none.
 */
export function quickHook(paths: readonly string[], options: HookOptions): ExitCode | undefined {
  if (!readsWholeChange(paths, options.change, options) || !asksForRisksOnly(options)) return undefined;
  const found = repositoryOf(paths);
  if (found.outcome === "unable") return undefined;
  const staged = openStaged(found.repository, isWorthReading);
  if (staged.outcome === "unable") return undefined;
  const { changes, entries } = staged;
  const isLinked = entries.some(({ kind, path }) => kind === "symlink" && isWorthReading(path));
  if (isLinked || !changes.every(isOfFilesAlone)) return undefined;

  const states = openStates(found.repository.root, options, process.env);
  const asked = stateOptions(options);
  const isKnown = states?.has(stateKey(withoutChanges(entries, changes), asked)) === true;
  if (!isKnown && !isPlain(entries, options)) return undefined;
  const { blobs } = staged.after;
  const read = changes.filter(({ path }) => isWorthReading(path));
  if (!read.every((change) => saysSame(blobs, change))) return undefined;
  if (!isKnown && !changes.every((change) => saysSameToOthers(blobs, change))) return undefined;

  if (isKnown) states.add([stateKey(entries, asked)]);
  if (!options.quiet) {
    // A reader that has gone (`| head`) is nobody's mistake.
    process.stdout.on("error", () => {});
    process.stdout.write(toldOf(read.length, options));
  }
  return exitCode.clean;
}

/** Files by which a project says how it is scanned. */
const ownFiles: readonly string[] = ["authgraph.yaml", "authgraph-baseline.json"];

/** Nothing that could be wrong stands between a whole run and its work, and no name leads to another file. */
function isPlain(entries: readonly TreeEntry[], { kubernetesVersion, platform }: HookOptions): boolean {
  return (
    kubernetesVersion === undefined &&
    platform === undefined &&
    !entries.some(({ kind, path }) => kind === "symlink" || isOwnFile(path))
  );
}

function isOwnFile(path: string): boolean {
  return ownFiles.includes(path.slice(path.lastIndexOf("/") + 1));
}

/** Of what is read the content alone may differ: where a file lies may matter, whatever is in it. */
function isOfFilesAlone({ path, before, after }: StagedChange): boolean {
  if (isOwnFile(path)) return false;
  const kinds = [before?.kind, after?.kind];
  const expected = isWorthReading(path) ? ["file"] : ["file", undefined];
  return kinds.every((kind) => expected.includes(kind));
}

function withoutChanges(entries: readonly TreeEntry[], changes: readonly StagedChange[]): readonly TreeEntry[] {
  const changed = new Map(changes.map((change) => [change.path, change]));
  const before: TreeEntry[] = [];
  for (const entry of entries) {
    const change = changed.get(entry.path);
    const was = change === undefined ? entry : change.before;
    if (was !== undefined) before.push(was);
  }
  for (const { before: was, after } of changes) if (was !== undefined && after === undefined) before.push(was);
  return before;
}

function saysSame(blobs: Blobs, { before, after }: StagedChange): boolean {
  const [was, is] = [textAt(blobs, before), textAt(blobs, after)];
  if (was === undefined || is === undefined) return false;
  const parsed = parse(is);
  return !namesFiles(parsed) && saysTheSame(parse(was), parsed);
}

function saysSameToOthers(blobs: Blobs, { before, after }: StagedChange): boolean {
  const [was, is] = [textAt(blobs, before), textAt(blobs, after)];
  return was !== undefined && is !== undefined && saysTheSameInEveryRole(was, is);
}

/** Undefined for what is no text, or needs more to be read than we load for it. */
function textAt(blobs: Blobs, entry: TreeEntry | undefined): Parameters<typeof parse>[0] | undefined {
  const blob = entry === undefined ? undefined : blobs.read(entry.id);
  if (entry === undefined || blob?.outcome !== "read" || isBinary(blob.bytes)) return undefined;
  const { text } = decodeBytes(blob.bytes);
  return needsCertificateRequestReader(text) ? undefined : { path: entry.path, text };
}

function toldOf(changed: number, { failOn, outputs }: HookOptions): string {
  if (outputs.some(({ format }) => format !== "pretty")) return "";
  const what =
    changed === 0
      ? "no changed file is one that we read"
      : `${changed === 1 ? "the changed file says" : `the ${changed} changed files say`} the same about access as before`;
  const reason = failOn === "none" ? "findings do not count" : `nothing new or worse at or above ${failOn}`;
  return `${what}, so nothing is new or worse; the other files were not read\nexit 0: ${reason} (--fail-on ${failOn})\n`;
}
