import type { Flag, VersionDemand } from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import type { Assumption } from "../types.ts";
import { type ConfigurationOf, lookUpFile, openFailure } from "./named-file.ts";
import { givenFlag, isGiven, isOlderThan, refuse, type ServerBeingRead } from "./server-being-read.ts";

type Kind = "AuthenticationConfiguration" | "AuthorizationConfiguration";

/** What a flag that names a configuration file leads to. */
export type ConfigurationFile<K extends Kind> =
  | { readonly outcome: "not-named" }
  | { readonly outcome: "found"; readonly configuration: ConfigurationOf<K>; readonly flag: Flag }
  /** The server does not start: it is in its refusals. */
  | { readonly outcome: "refused"; readonly flag: Flag }
  | { readonly outcome: "unknown"; readonly assumption: Assumption };

/** The configuration file of authentication or authorization, whose fields stand in place of flags. */
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
  if (kind === "AuthorizationConfiguration" && hasFlagsBesideFile(server)) {
    // The file is not even opened.
    refuse(server, "validate", besideFileWords, flag.origin);
    return { outcome: "refused", flag };
  }
  const found = lookUpFile(server, flagName, located(path, flag.origin), kind);
  const say = (message: string, origin: Origin): void => refuseFile(server, kind, path, message, origin);
  switch (found.outcome) {
    case "read":
      refuseDemands(server, kind, path, found.value);
      return { outcome: "found", configuration: found.value, flag };
    case "unknown":
      return { outcome: "unknown", assumption: found.assumption };
    case "absent":
      say(openFailure.absent(path), flag.origin);
      return { outcome: "refused", flag };
    case "refused":
      for (const { message, origin } of found.errors) say(message, origin);
      return { outcome: "refused", flag };
    case "other":
      refuse(server, "build", `--${flagName}: ${path} holds no ${kind} that kube-apiserver accepts`, flag.origin);
      return { outcome: "refused", flag };
  }
}

const exclusive = {
  AuthenticationConfiguration: "anonymous-auth",
  AuthorizationConfiguration: "authorization-mode",
} as const satisfies Record<Kind, string>;

/** pkg/kubeapiserver/options/authorization.go: AreLegacyFlagsSet. */
const flagsBesideFile: readonly string[] = [
  "authorization-mode",
  "authorization-webhook-config-file",
  "authorization-webhook-version",
  "authorization-webhook-cache-authorized-ttl",
  "authorization-webhook-cache-unauthorized-ttl",
];

/** An installer's own gives way to the file, as it does to a flag. */
function hasFlagsBesideFile({ invocation }: ServerBeingRead): boolean {
  return invocation.flags.some(({ name, origin }) => flagsBesideFile.includes(name) && origin.kind !== "built-in");
}

const besideFileWords =
  "--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined";

/** What only newer servers take, or only older ones. */
function refuseDemands(
  server: ServerBeingRead,
  kind: Kind,
  path: string,
  { demands }: { readonly demands: readonly VersionDemand[] },
): void {
  for (const { since, until, message, origin } of demands) {
    const isTooNew = until !== undefined && !isOlderThan(server, until + 1);
    if (isOlderThan(server, since) || isTooNew) refuseFile(server, kind, path, message, origin);
  }
}

/**
 * pkg/kubeapiserver/options: authorization.go loads its file in Validate, authentication.go in ToAuthenticationConfig,
 * which says since 1.34 what it could not do.
 */
function refuseFile(server: ServerBeingRead, kind: Kind, path: string, message: string, origin: Origin): void {
  switch (kind) {
    case "AuthorizationConfiguration":
      refuse(server, "validate", message, origin);
      return;
    case "AuthenticationConfiguration":
      refuse(server, "build", authenticationWords(server, path, message), origin);
      return;
  }
}

function authenticationWords(server: ServerBeingRead, path: string, message: string): string {
  if (isOlderThan(server, 34)) return message;
  // A field's path in front: it was read, and is not valid.
  if (/^(?:jwt|anonymous)\b/.test(message)) return `invalid authentication configuration: ${message}`;
  return `failed to load authentication configuration from file ${JSON.stringify(path)}: ${message}`;
}
