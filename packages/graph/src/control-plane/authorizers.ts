import type { AuthorizationConfiguration, WebhookConfiguration } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { Authorizer, AuthorizerMode } from "../types.ts";
import { fileContent } from "./named-file.ts";
import { givenFlag, givenText, refuse, type ServerBeingRead, serverDefault, textOf } from "./server-being-read.ts";

// pkg/kubeapiserver/options/authorization.go: buildAuthorizationConfiguration; pkg/kubeapiserver/authorizer/reload.go: newForConfig.

/** The authorizers that modes on the command line make. */
export function authorizersOfModes(
  server: ServerBeingRead,
  modes: readonly Located<AuthorizerMode>[],
): readonly Authorizer[] {
  return modes.map((mode) => authorizerOfMode(server, mode));
}

function authorizerOfMode(server: ServerBeingRead, { value, origin }: Located<AuthorizerMode>): Authorizer {
  switch (value) {
    case "AlwaysAllow":
    case "AlwaysDeny":
    case "RBAC":
    case "Node":
      return { kind: value, name: value.toLowerCase(), origin };
    case "ABAC":
      return { kind: value, name: "abac", origin, policy: abacPolicy(server) };
    case "Webhook":
      return { kind: value, name: "default", origin, ...webhookOfFlags(server) };
  }
}

/** The authorizers of a configuration file; those of a type that no server knows make it refuse to start. */
export function authorizersOfFile(
  server: ServerBeingRead,
  { authorizers }: AuthorizationConfiguration,
): readonly Authorizer[] {
  return authorizers.flatMap(({ type, name, webhook, origin }, index): readonly Authorizer[] => {
    switch (type.value) {
      case "AlwaysAllow":
      case "AlwaysDeny":
      case "RBAC":
      case "Node":
        return [{ kind: type.value, name: name.value, origin }];
      case "ABAC":
        return [{ kind: "ABAC", name: name.value, origin, policy: abacPolicy(server) }];
      case "Webhook":
        if (webhook === undefined) return [];
        return [
          { kind: "Webhook", name: name.value, origin, webhook, kubeconfig: kubeconfigOf(server, webhook, index) },
        ];
      default:
        return [];
    }
  });
}

function abacPolicy(server: ServerBeingRead) {
  const path = givenText(server, "authorization-policy-file");
  return (
    path &&
    fileContent(server, "authorization-policy-file", path, "AbacPolicy", {
      stage: "build",
      absent: (file) => `invalid authorization config: open ${file}: no such file or directory`,
      refused: (message) => `invalid authorization config: ${message}`,
    })
  );
}

/** Flags set neither timeout nor failure policy: both keep what they were before there were files. */
function webhookOfFlags(server: ServerBeingRead) {
  const path = givenText(server, "authorization-webhook-config-file");
  const webhook: WebhookConfiguration = {
    origin: path?.origin ?? serverDefault,
    failurePolicy: located("NoOpinion", serverDefault),
    matchConditions: [],
    kubeConfigFile: path,
    timeout: located("30s", serverDefault),
    authorizedTtl: textOf(server, "authorization-webhook-cache-authorized-ttl"),
    unauthorizedTtl: textOf(server, "authorization-webhook-cache-unauthorized-ttl"),
  };
  const kubeconfig =
    path &&
    fileContent(server, "authorization-webhook-config-file", path, "Kubeconfig", {
      stage: "build",
      absent: (file) => `invalid authorization config: stat ${file}: no such file or directory`,
      refused: (message) => `invalid authorization config: ${message}`,
    });
  const words = "invalid authorization config: unsupported webhook authorizer version";
  refuseWebhookVersion(server, "authorization-webhook-version", words);
  return { webhook, kubeconfig };
}

/** k8s.io/apiserver plugin/pkg/authorizer/webhook/webhook.go, plugin/pkg/authenticator/token/webhook/webhook.go. */
export function refuseWebhookVersion(server: ServerBeingRead, flag: string, words: string): void {
  const version = givenFlag(server, flag);
  if (version.given !== "yes" || version.value === "v1" || version.value === "v1beta1") return;
  const message = `${words} ${JSON.stringify(version.value)}, supported versions are "v1", "v1beta1"`;
  refuse(server, "build", message, version.flag.origin);
}

/** Of a configuration file: its validation opens what it names (pkg/apis/apiserver/validation: ValidateWebhookConfiguration). */
function kubeconfigOf(server: ServerBeingRead, { kubeConfigFile }: WebhookConfiguration, index: number) {
  if (kubeConfigFile === undefined) return undefined;
  return fileContent(server, "authorization-config", kubeConfigFile, "Kubeconfig", {
    stage: "validate",
    absent: (file) =>
      `authorizers[${index}].connectionInfo.kubeConfigFile: Invalid value: ${JSON.stringify(file)}: error loading file: stat ${file}: no such file or directory`,
    refused: (message) => `invalid authorization config: ${message}`,
  });
}
