import { type AuthorizationConfiguration, type Flag, flagValues, lastFlag } from "@authgraph/kubernetes";
import { type Located, located, type Origin } from "@authgraph/source";
import type { AuthorizationModes, Authorizer, AuthorizerMode, Setting } from "../types.ts";
import { authorizersOfFile, authorizersOfModes } from "./authorizers.ts";
import { configurationFile } from "./configuration-file.ts";
import { mayBeHidden, refuse, type ServerBeingRead, serverDefault, unresolvedValue } from "./server-being-read.ts";

// pkg/kubeapiserver/options/authorization.go: BuiltInAuthorizationOptions, Complete and Validate.

export interface AuthorizationSettings {
  readonly setting: Setting<AuthorizationModes>;
  /** Flags alone can force anonymous requests off; a configuration file cannot. */
  readonly alwaysAllowByFlag: Located<boolean>;
  /** Empty where the modes are not known. */
  readonly authorizers: readonly Authorizer[];
}

/** Reads which authorizers a server asks, by its flags or by its file. */
export function readAuthorization(server: ServerBeingRead): AuthorizationSettings {
  const file = configurationFile(server, "authorization-config", "AuthorizationConfiguration");
  switch (file.outcome) {
    case "not-named":
      return readFlags(server);
    case "unknown":
      return settings({ known: false, assumption: file.assumption }, file.assumption.origin ?? serverDefault);
    case "refused":
      return settings({ known: true, modes: [] }, file.flag.origin);
    case "found":
      return {
        ...settings({ known: true, modes: readConfiguration(server, file.configuration) }, file.configuration.origin),
        authorizers: authorizersOfFile(server, file.configuration),
      };
  }
}

function settings(modes: AuthorizationModes, origin: Origin, alwaysAllowByFlag = false): AuthorizationSettings {
  return { setting: located(modes, origin), alwaysAllowByFlag: located(alwaysAllowByFlag, origin), authorizers: [] };
}

function readFlags(server: ServerBeingRead): AuthorizationSettings {
  const flags = server.invocation.flags.filter(({ name }) => name === "authorization-mode");
  const [first] = flags;
  const unresolved = flags.find((flag) => flag.unresolved);
  if (unresolved !== undefined) {
    return settings({ known: false, assumption: unresolvedValue(unresolved) }, unresolved.origin);
  }
  const hidden = mayBeHidden(server, "authorization-mode");
  if (first === undefined && hidden !== undefined) {
    return settings({ known: false, assumption: hidden }, hidden.origin ?? serverDefault);
  }

  const words = modeWords(flags);
  const origin = first?.origin ?? serverDefault;
  if (words.length === 0) {
    // An empty value counts as absent.
    return ofModes(server, [located("AlwaysAllow", origin)], origin);
  }
  const modes = checkModes(server, words, (word) => `authorization-mode ${JSON.stringify(word)} is not a valid mode`);
  checkRepeated(server, words);
  checkCompanions(server, modes, origin);
  return ofModes(server, modes, origin);
}

function ofModes(
  server: ServerBeingRead,
  modes: readonly Located<AuthorizerMode>[],
  origin: Origin,
): AuthorizationSettings {
  const alwaysAllow = modes.some(({ value }) => value === "AlwaysAllow");
  const authorizers = authorizersOfModes(server, modes);
  return { ...settings({ known: true, modes }, origin, alwaysAllow), authorizers };
}

/** Every occurrence adds its elements. */
function modeWords(flags: readonly Flag[]): readonly Located<string>[] {
  const words: Located<string>[] = [];
  for (const flag of flags) {
    for (const { value } of flagValues([flag], flag.name) ?? []) words.push(located(value, flag.origin));
  }
  return words;
}

function checkModes(
  server: ServerBeingRead,
  words: readonly Located<string>[],
  message: (word: string) => string,
): readonly Located<AuthorizerMode>[] {
  const modes: Located<AuthorizerMode>[] = [];
  for (const { value, origin } of words) {
    if (isMode(value)) modes.push(located(value, origin));
    else refuse(server, "validate", message(value), origin);
  }
  return modes;
}

function isMode(word: string): word is AuthorizerMode {
  return ["AlwaysAllow", "AlwaysDeny", "ABAC", "Webhook", "RBAC", "Node"].includes(word);
}

function checkRepeated(server: ServerBeingRead, words: readonly Located<string>[]): void {
  const repeated = words.find(({ value }, i) => words.findIndex((word) => word.value === value) < i);
  if (repeated === undefined) return;
  const all = words.map(({ value }) => JSON.stringify(value)).join(" ");
  refuse(server, "validate", `authorization-mode [${all}] has mode specified more than once`, repeated.origin);
}

function checkCompanions(server: ServerBeingRead, modes: readonly Located<AuthorizerMode>[], origin: Origin): void {
  const companions = [
    { mode: "ABAC", flag: "authorization-policy-file", file: "authorization policy file" },
    { mode: "Webhook", flag: "authorization-webhook-config-file", file: "authorization config file" },
  ];
  for (const { mode, flag, file } of companions) {
    const wanted = modes.find(({ value }) => value === mode);
    const given = lastFlag(server.invocation.flags, flag);
    const hasFile = given !== undefined && (given.unresolved || given.value !== "");
    if (wanted !== undefined && !hasFile && mayBeHidden(server, flag) === undefined) {
      refuse(server, "validate", `authorization-mode ${mode}'s ${file} not passed`, wanted.origin);
    }
    if (wanted === undefined && hasFile)
      refuse(server, "validate", `cannot specify --${flag} without mode ${mode}`, origin);
  }
}

/** k8s.io/apiserver pkg/apis/apiserver/validation: ValidateAuthorizationConfiguration, as far as types go. */
function readConfiguration(
  server: ServerBeingRead,
  { authorizers, origin }: AuthorizationConfiguration,
): readonly Located<AuthorizerMode>[] {
  if (authorizers.length === 0) {
    refuse(server, "validate", "authorizers: Required value: at least one authorization mode must be defined", origin);
  }
  const seen = new Set<string>();
  const types = authorizers.map(({ type }) => type);
  for (const { value, origin: at } of types) {
    if (seen.has(value) && value !== "Webhook") {
      refuse(server, "validate", `authorizers: type ${value}: Duplicate value: ${JSON.stringify(value)}`, at);
    }
    seen.add(value);
  }
  return checkModes(
    server,
    types,
    (word) => `authorizers: type: Unsupported value: ${JSON.stringify(word)}: supported values: ${supportedTypes}`,
  );
}

const supportedTypes = '"ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook"';
