import {
  type EnvironmentFile,
  type Fact,
  type FileReference,
  type FileRole,
  type MachineFile,
  mountedFrom,
} from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import type { InputFile } from "./input.ts";
import { type Reading, type ReadText, readOrWait, take } from "./reading.ts";

/** The files that a text names, where they lie: what it says of mounts holds for its own components. */
export function referencesAmong(facts: readonly Fact[]): readonly FileReference[] {
  const mounts = facts.flatMap((fact) => (fact.fact === "mount" ? [fact.mount] : []));
  return facts.flatMap((fact) => {
    if (fact.fact !== "file-reference") return [];
    const { reference } = fact;
    if (mounts.length === 0) return [reference];
    return [{ ...reference, path: { ...reference.path, value: mountedFrom(mounts, reference.path.value) } }];
  });
}

/** Reads the file that something in a cluster names, where it is among the inputs and not read in a role yet. */
export function follow(
  reading: Reading,
  cluster: string,
  reference: FileReference,
  machineFiles: ReadonlyMap<string, readonly MachineFile[]>,
): void {
  if (reference.everyIn !== undefined) {
    for (const file of filesIn(reading, reference, reference.everyIn, machineFiles)) {
      follow(reading, cluster, file, machineFiles);
    }
    return;
  }
  const { path, role } = reference;
  const key = foundKey(cluster, role, path.value);
  if (reading.found.has(key)) return;
  const embedded = machineFiles.get(path.value) ?? [];
  for (const { source } of embedded) {
    // What stands inside another text is looked up like a file of its machine, and found beside what names it.
    const at = `${source.path}!${path.value}`;
    reading.found.set(key, at);
    reading.finders.set(at, (reading.finders.get(at) ?? new Set()).add(cluster));
    // One that names itself, or is named in two roles, is read once, as any file.
    if (!reading.texts.has(at)) readOrWait(reading, { source, role, id: undefined, path: at });
  }
  if (embedded.length > 0) return;
  const file = findFile(reading, cluster, path.value);
  reading.found.set(key, file?.path);
  if (file === undefined) return;
  if (!`/${file.path}`.endsWith(path.value)) {
    reading.aliases.set(file.path, (reading.aliases.get(file.path) ?? new Set()).add(path.value));
  }
  const finders = reading.finders.get(file.path) ?? new Set();
  reading.finders.set(file.path, finders.add(cluster));
  const before = reading.texts.get(file.path);
  if (before?.role !== undefined) return;
  take(reading, file, role);
  if (before !== undefined) keepOthers(reading, before);
}

/** What a file says by itself is not taken back because somebody names it as something else, a unit itself for example. */
function keepOthers({ texts }: Reading, before: ReadText): void {
  const kept = before.parsed.facts.filter(({ fact }) => standsByItself.has(fact));
  const after = texts.get(before.path);
  if (kept.length === 0 || after === undefined) return;
  const { documents, diagnostics } = before.parsed;
  const parsed = {
    ...after.parsed,
    documents,
    facts: [...kept, ...after.parsed.facts],
    diagnostics: [...diagnostics, ...after.parsed.diagnostics],
  };
  texts.set(before.path, { ...after, parsed });
}

const standsByItself: ReadonlySet<Fact["fact"]> = new Set(["object", "unit", "invocation", "distribution"]);

/** The files in a folder of a machine, or below it, as far as they are among the inputs. */
function filesIn(
  { texts, skipped }: Reading,
  { path, role }: FileReference,
  suffix: string,
  machineFiles: ReadonlyMap<string, readonly MachineFile[]>,
): readonly FileReference[] {
  const folder = `/${path.value.replace(/^\/+|\/+$/g, "")}/`;
  const names = new Set<string>();
  for (const at of [...texts.keys(), ...skipped.keys(), ...machineFiles.keys()]) {
    if (!at.endsWith(suffix)) continue;
    const start = `/${at}`.lastIndexOf(folder);
    if (start >= 0 && !at.includes("!")) names.add(`/${at}`.slice(start + folder.length));
  }
  return [...names].sort().map((name) => ({ path: located(`${folder}${name}`, path.origin), role }));
}

/** Below the root folder of the cluster's machines, else among its own files: what another cluster's flags name is theirs. */
function findFile({ sources, borders }: Reading, cluster: string, path: string): InputFile | undefined {
  if (borders === undefined) return sources.find(path);
  const rootfs = borders.rootfsOf(cluster);
  const isOfCluster = (at: string): boolean => borders.clustersOf(at).includes(cluster);
  return sources.find(rootfs === undefined ? path : `/${rootfs}/${path.replace(/^\/+/, "")}`, isOfCluster);
}

function foundKey(cluster: string, role: FileRole, path: string): string {
  return `${cluster}\0${role} ${path}`;
}

/** What a file of variables holds that a unit of a cluster names. */
export function environmentAt(reading: Reading, cluster: string, path: string): EnvironmentFile | undefined {
  const at = reading.found.get(foundKey(cluster, "environment-file", path));
  const facts = at === undefined ? [] : (reading.texts.get(at)?.parsed.facts ?? []);
  return facts.flatMap((fact) => (fact.fact === "environment" ? [fact.environment] : []))[0];
}

/** Files that stand inside other texts, by the path on the machine. */
export function machineFilesAmong(facts: readonly Fact[]): ReadonlyMap<string, readonly MachineFile[]> {
  const files = new Map<string, MachineFile[]>();
  for (const fact of facts) {
    if (fact.fact !== "machine-file") continue;
    const { file } = fact;
    const others = files.get(file.path.value);
    if (others === undefined) files.set(file.path.value, [file]);
    else others.push(file);
  }
  return files;
}
