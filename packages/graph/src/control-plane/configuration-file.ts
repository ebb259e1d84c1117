import type { ComponentConfiguration, Flag } from "@authgraph/kubernetes";
import { folderOf } from "../nearness.ts";
import type { Assumption, Placed } from "../types.ts";
import { givenFlag, isGiven, refuse, type ServerBeingRead } from "./server-being-read.ts";

type Kind = "AuthenticationConfiguration" | "AuthorizationConfiguration";
type ConfigurationOf<K extends Kind> = Extract<ComponentConfiguration, { kind: K }>;

/** What a flag that names a configuration file leads to. */
export type ConfigurationFile<K extends Kind> =
  | { readonly outcome: "not-named" }
  | { readonly outcome: "found"; readonly configuration: ConfigurationOf<K>; readonly flag: Flag }
  /** The server does not start: it is in its refusals. */
  | { readonly outcome: "refused"; readonly flag: Flag }
  | { readonly outcome: "unknown"; readonly assumption: Assumption };

export function configurationFile<K extends Kind>(
  server: ServerBeingRead,
  flagName: string,
  kind: K,
): ConfigurationFile<K> {
  const given = givenFlag(server, flagName);
  // The two exclude each other: where one is written, what a variable may hold is not the other.
  if (isGiven(server, flagName) === undefined && isGiven(server, exclusive[kind]) !== undefined) {
    return { outcome: "not-named" };
  }
  if (given.given === "unknown") return { outcome: "unknown", assumption: given.assumption };
  if (given.given === "no" || given.value === "") return { outcome: "not-named" };

  const { value: path, flag } = given;
  const { inventory } = server;
  const found = nearestFile(inventory.paths, path, server.path);
  if (found.length > 1) {
    const text = `which of ${found.join(" and ")} is ${path} of ${server.invocation.instance}`;
    return { outcome: "unknown", assumption: { text, origin: flag.origin } };
  }
  const [file] = found;
  if (file === undefined) {
    if (!inventory.complete) {
      const text = `${path}, which --${flagName} of ${server.invocation.instance} names, is not among the inputs`;
      return { outcome: "unknown", assumption: { text, origin: flag.origin } };
    }
    refuse(server, `--${flagName}: open ${path}: no such file or directory`, flag.origin);
    return { outcome: "refused", flag };
  }
  // Only the first document of the file is read (k8s.io/apiserver reads one object of it).
  const configuration = inventory.configurations.filter((placed) => placed.path === file).find(isOfKind(kind))?.value;
  if (configuration === undefined) {
    refuse(server, `--${flagName}: ${path} holds no ${kind} that kube-apiserver accepts`, flag.origin);
    return { outcome: "refused", flag };
  }
  return { outcome: "found", configuration, flag };
}

const exclusive = {
  AuthenticationConfiguration: "anonymous-auth",
  AuthorizationConfiguration: "authorization-mode",
} as const satisfies Record<Kind, string>;

function isOfKind<K extends Kind>(kind: K) {
  return (placed: Placed<ComponentConfiguration>): placed is Placed<ConfigurationOf<K>> => placed.value.kind === kind;
}

/**
 * The inputs that a path on the server's machine may be: those it is, or is the tail of. Of several, those that share
 * most with the place the path is written at, as the files of one machine do.
 */
function nearestFile(paths: readonly string[], named: string, from: string): readonly string[] {
  const tail = named.startsWith("/") ? named : `/${named}`;
  const candidates = paths.filter((path) => path === named || `/${path}`.endsWith(tail));
  if (candidates.length <= 1) return candidates;
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
