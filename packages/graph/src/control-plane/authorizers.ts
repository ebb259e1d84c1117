import type { AuthorizationConfiguration, Kubeconfig, WebhookConfiguration } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { Authorizer, AuthorizerMode, FileContent } from "../types.ts";
import { type FileFailure, fileContent } from "./named-file.ts";
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
        // An empty path is opened like any (pkg/auth/authorizer/abac: NewFromFile).
        if (givenFlag(server, "authorization-policy-file").given === "no") {
          refuse(server, "build", "invalid authorization config: open : no such file or directory", origin);
        }
        return [{ kind: "ABAC", name: name.value, origin, policy: abacPolicy(server) }];
      case "Webhook":
        if (webhook === undefined) return [];
        // Validation passes InClusterConfig, and then nil is dereferenced (reload.go: newForConfig).
        if (webhook.kubeConfigFile === undefined) {
          const message = `panic: authorizers[${index}].webhook.connectionInfo.kubeConfigFile is nil`;
          refuse(server, "build", message, webhook.origin);
        }
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
    webhookKubeconfig(server, "authorization-webhook-config-file", path, {
      stage: "build",
      absent: (file) => `invalid authorization config: stat ${file}: no such file or directory`,
      refused: (message) => `invalid authorization config: ${message}`,
    });
  const words = "invalid authorization config: unsupported webhook authorizer version";
  refuseWebhookVersion(server, "authorization-webhook-version", words);
  return { webhook, kubeconfig };
}

/** What a server calls a webhook with: it does not start where no client can be made of it (pkg/util/webhook: LoadKubeconfig). */
export function webhookKubeconfig(
  server: ServerBeingRead,
  setting: string,
  path: Located<string>,
  failure: FileFailure,
): FileContent<Kubeconfig> {
  const content = fileContent(server, setting, path, "Kubeconfig", failure);
  if (content.state !== "read") return content;
  const { refused = (message: string) => message } = failure;
  for (const { message, origin } of content.value.problems)
    refuse(server, "build", refused(message, path.value), origin);
  return content;
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
  return webhookKubeconfig(server, "authorization-config", kubeConfigFile, {
    stage: "validate",
    absent: (file) =>
      `authorizers[${index}].connectionInfo.kubeConfigFile: Invalid value: ${JSON.stringify(file)}: error loading file: stat ${file}: no such file or directory`,
    refused: (message) => `invalid authorization config: ${message}`,
  });
}
