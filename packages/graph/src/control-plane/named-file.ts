import { type ComponentConfiguration, mountedFrom } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { folderOf } from "../nearness.ts";
import type { Assumption, FileContent, Refusal, StartStage } from "../types.ts";
import { refuse, type ServerBeingRead } from "./server-being-read.ts";

export type FileKind = Exclude<ComponentConfiguration["kind"], "Refused">;
export type ConfigurationOf<K extends FileKind> = Extract<ComponentConfiguration, { kind: K }>;

/** What a path on the server's machine leads to. */
export type FileLookup<K extends FileKind> =
  | { readonly outcome: "read"; readonly value: ConfigurationOf<K> }
  /** The inputs are all there is, and it is not among them. */
  | { readonly outcome: "absent" }
  /** No server accepts it. */
  | { readonly outcome: "refused"; readonly errors: readonly Refusal[] }
  /** It is there, and nothing of its kind was read from it. */
  | { readonly outcome: "other" }
  | { readonly outcome: "unknown"; readonly assumption: Assumption };

/** Looks up a file that a setting names. */
export function lookUpFile<K extends FileKind>(
  { inventory, invocation, path: from }: ServerBeingRead,
  setting: string,
  path: Located<string>,
  kind: K,
): FileLookup<K> {
  const unknown = (text: string): FileLookup<K> => ({ outcome: "unknown", assumption: { text, origin: path.origin } });
  const at = mountedFrom(inventory.mounts.get(from) ?? [], path.value);
  const lying = nearestFile(inventory.paths, at, from);
  const found = lying.length > 0 ? lying : (inventory.aliases.get(at) ?? []);
  if (found.length > 1) return unknown(`which of ${found.join(" and ")} is ${path.value} of ${invocation.instance}`);
  const [file] = found;
  if (file === undefined) {
    if (inventory.complete && inventory.lookedFor.has(path.value)) return { outcome: "absent" };
    return unknown(`${path.value}, which --${setting} of ${invocation.instance} names, is not among the inputs`);
  }
  const held = inventory.configurations.filter((placed) => placed.path === file).map(({ value }) => value);
  // Of a file with several documents only the first is read (k8s.io/apiserver reads one object of it).
  const value = held.find((configuration): configuration is ConfigurationOf<K> => configuration.kind === kind);
  if (value !== undefined) return { outcome: "read", value };
  const errors = held.flatMap((configuration) => (configuration.kind === "Refused" ? configuration.errors : []));
  if (errors.length === 0) return { outcome: "other" };
  return { outcome: "refused", errors: errors.map((error) => asNamed(error, path.value)) };
}

/** A server knows the file by the path on its machine. */
function asNamed({ message, origin }: Refusal, path: string): Refusal {
  const own = origin.kind === "text" ? origin.source.path : "";
  return { message: own === "" ? message : message.replaceAll(own, path), origin };
}

/** How a server fails on a file: when, and what it says about one that is not there, or that it does not accept. */
export interface FileFailure {
  readonly stage: StartStage;
  readonly absent: (path: string) => string;
  readonly refused?: (message: string, path: string) => string;
}

export const openFailure: FileFailure = {
  stage: "build",
  absent: (path) => `open ${path}: no such file or directory`,
};

/**
 * What a file that a setting names holds. Not among the inputs, it is not known, unless the inputs are all there is:
 * then the server refuses to start, as it does with a file that it cannot read.
 */
export function fileContent<K extends FileKind>(
  server: ServerBeingRead,
  setting: string,
  path: Located<string>,
  kind: K,
  { stage, absent, refused = (message) => message }: FileFailure = openFailure,
): FileContent<ConfigurationOf<K>> {
  const found = lookUpFile(server, setting, path, kind);
  const unknown = (text: string): FileContent<ConfigurationOf<K>> => {
    return { state: "unknown", path, assumption: { text, origin: path.origin } };
  };
  switch (found.outcome) {
    case "read":
      return { state: "read", path, value: found.value };
    case "unknown":
      return { state: "unknown", path, assumption: found.assumption };
    case "absent":
      refuse(server, stage, absent(path.value), path.origin);
      return unknown(`${path.value}, which --${setting} of ${server.invocation.instance} names, does not exist`);
    case "refused":
      for (const { message, origin } of found.errors) refuse(server, stage, refused(message, path.value), origin);
      return unknown(`${path.value}, which --${setting} of ${server.invocation.instance} names, is not accepted`);
    case "other":
      return unknown(`what ${path.value}, which --${setting} of ${server.invocation.instance} names, holds`);
  }
}

/**
 * The inputs that a path on the server's machine may be: those it is, or is the tail of. Of several, those that share
 * most with the place the path is written at, as the files of one machine do.
 */
function nearestFile(paths: readonly string[], named: string, from: string): readonly string[] {
  const tail = named.startsWith("/") ? named : `/${named}`;
  const candidates = paths.filter((path) => path === named || `/${path}`.endsWith(tail));
  if (candidates.length <= 1) return candidates;
  // Of files that stand inside texts, the one that stands in the text which names it.
  const inside = candidates.filter((path) => path.startsWith(`${from}!`));
  if (inside.length > 0) return inside;
  const shared = candidates.map((path) => sharedFolders(folderOf(path), folderOf(from)));
  const most = Math.max(...shared);
  return candidates.filter((_, i) => shared[i] === most);
}

function sharedFolders(a: string, b: string): number {
  const ofA = a.split("/");
  const ofB = b.split("/");
  let count = 0;
  while (count < ofA.length && ofA[count] === ofB[count]) count++;
  return count;
}
