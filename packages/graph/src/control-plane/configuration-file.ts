import type { Flag } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import type { Assumption } from "../types.ts";
import { type ConfigurationOf, lookUpFile, openFailure } from "./named-file.ts";
import { givenFlag, isGiven, refuse, type ServerBeingRead } from "./server-being-read.ts";

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
  const found = lookUpFile(server, flagName, located(path, flag.origin), kind);
  const { stage } = failures[kind];
  switch (found.outcome) {
    case "read":
      return { outcome: "found", configuration: found.value, flag };
    case "unknown":
      return { outcome: "unknown", assumption: found.assumption };
    case "absent":
      refuse(server, stage, failures[kind].absent(path), flag.origin);
      return { outcome: "refused", flag };
    case "refused":
      for (const { message, origin } of found.errors) refuse(server, stage, message, origin);
      return { outcome: "refused", flag };
    case "other":
      refuse(server, stage, `--${flagName}: ${path} holds no ${kind} that kube-apiserver accepts`, flag.origin);
      return { outcome: "refused", flag };
  }
}

const exclusive = {
  AuthenticationConfiguration: "anonymous-auth",
  AuthorizationConfiguration: "authorization-mode",
} as const satisfies Record<Kind, string>;

/** pkg/kubeapiserver/options: authorization.go loads its file in Validate, authentication.go in ToAuthenticationConfig. */
const failures = {
  AuthenticationConfiguration: {
    stage: "build",
    absent: (path) =>
      `failed to load authentication configuration from file ${JSON.stringify(path)}: ${openFailure.absent(path)}`,
  },
  AuthorizationConfiguration: { stage: "validate", absent: openFailure.absent },
} as const satisfies Record<Kind, typeof openFailure>;
