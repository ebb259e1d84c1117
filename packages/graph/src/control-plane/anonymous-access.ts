import { type AnonymousAuthentication, parseGoBool } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { AnonymousAccess, Setting } from "../types.ts";
import { configurationFile } from "./configuration-file.ts";
import { gateIsOn } from "./refusals/feature-gates.ts";
import {
  givenFlag,
  isGiven,
  isOlderThan,
  refuse,
  type ServerBeingRead,
  serverDefault,
  warn,
} from "./server-being-read.ts";

// pkg/kubeapiserver/options/authentication.go: BuiltInAuthenticationOptions, ToAuthenticationConfig, ApplyAuthorization.

/**
 * Whether requests without credentials are let in.
 *
 * A configuration file's `anonymous` replaces the flag. Without it the flag holds (default: true), unless flags make
 * the server allow everything: then it is forced off.
 */
export function readAnonymous(server: ServerBeingRead, alwaysAllowByFlag: Located<boolean>): Setting<AnonymousAccess> {
  const file = configurationFile(server, "authentication-config", "AuthenticationConfiguration");
  const byFlag = readFlag(server);
  const byFlags = alwaysAllowByFlag.value ? located(off, alwaysAllowByFlag.origin) : byFlag;
  if (alwaysAllowByFlag.value && byFlag.value.access === "all-paths")
    warn(server, resetWords, alwaysAllowByFlag.origin);
  switch (file.outcome) {
    case "not-named":
    case "refused":
      return byFlags;
    case "unknown":
      return located({ access: "unknown", assumption: file.assumption }, file.assumption.origin ?? serverDefault);
    case "found": {
      const { anonymous } = file.configuration;
      return anonymous === undefined ? byFlags : readField(server, anonymous);
    }
  }
}

const resetWords =
  "AnonymousAuth is not allowed with the AlwaysAllow authorizer. Resetting AnonymousAuth to false. You should use a different authorizer";
const off: AnonymousAccess = { access: "off" };
const allPaths: AnonymousAccess = { access: "all-paths" };

function readFlag(server: ServerBeingRead): Setting<AnonymousAccess> {
  const given = givenFlag(server, "anonymous-auth");
  switch (given.given) {
    case "no":
      return located(allPaths, serverDefault);
    case "unknown":
      return located({ access: "unknown", assumption: given.assumption }, given.assumption.origin ?? serverDefault);
    case "yes":
      return located(parseGoBool(given.value) === false ? off : allPaths, given.flag.origin);
  }
}

function readField(server: ServerBeingRead, anonymous: AnonymousAuthentication): Setting<AnonymousAccess> {
  const { enabled, paths } = anonymous;
  refuseField(server, anonymous);
  if (!enabled.value) return located(off, enabled.origin);
  return located(paths.length === 0 ? allPaths : { access: "some-paths", paths }, enabled.origin);
}

/** k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthenticationConfiguration. */
function refuseField(server: ServerBeingRead, { enabled, paths, origin }: AnonymousAuthentication): void {
  const flag = isGiven(server, "anonymous-auth");
  if (flag !== undefined) {
    // Its name is misspelt there.
    const name = isOlderThan(server, 34) ? "--anonynous-auth" : "--anonymous-auth";
    const message = `anonymous: Forbidden: ${name} flag cannot be set when anonymous field is configured in authentication configuration file`;
    refuse(server, "build", message, flag.origin);
    return;
  }
  const invalid = isOlderThan(server, 34) ? "" : "invalid authentication configuration: ";
  if (gateIsOn(server, "AnonymousAuthConfigurableEndpoints") === false) {
    const message =
      "anonymous: Forbidden: anonymous is not supported when AnonymousAuthConfigurableEnpoints feature gate is disabled";
    refuse(server, "build", invalid + message, origin);
  }
  if (enabled.value || paths.length === 0) return;
  const conditions = JSON.stringify(paths.map(({ value }) => ({ Path: value })));
  const message = `anonymous.conditions: Invalid value: ${conditions}: enabled should be set to true when conditions are defined`;
  refuse(server, "build", invalid + message, enabled.origin);
}
