import type {
  AuthorizationConfiguration,
  AuthorizerConfiguration,
  VersionDemand,
  WebhookConfiguration,
} from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { field, fieldAt, itemsOf, locatedText, type ObjectView, origin, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { newField, newVersion } from "./version-demands.ts";

/** Reads an AuthorizationConfiguration that was found valid. */
export function decodeAuthorization(view: ObjectView, root: NodeId, apiVersion: string): AuthorizationConfiguration {
  const authorizers = itemsOf(view, field(view, root, "authorizers"));
  return {
    kind: "AuthorizationConfiguration",
    apiVersion,
    origin: origin(view, root),
    demands: demandsOf(view, root, authorizers, apiVersion),
    authorizers: authorizers.map((node) => decodeAuthorizer(view, node)),
  };
}

/** The minors that brought versions and fields (k8s.io/apiserver pkg/apis/apiserver: types.go of each minor). */
function demandsOf(
  view: ObjectView,
  root: NodeId,
  authorizers: readonly NodeId[],
  apiVersion: string,
): readonly VersionDemand[] {
  const demands: VersionDemand[] = [];
  if (apiVersion.endsWith("/v1")) demands.push(newVersion(view, root, "AuthorizationConfiguration", apiVersion, 32));
  authorizers.forEach((node, i) => {
    const webhook = field(view, node, "webhook");
    for (const name of ["cacheAuthorizedRequests", "cacheUnauthorizedRequests"]) {
      demands.push(...newField(view, webhook, name, `authorizers[${i}].webhook.${name}`, 34));
    }
  });
  return demands;
}

function decodeAuthorizer(view: ObjectView, node: NodeId): AuthorizerConfiguration {
  const at = origin(view, node);
  const webhook = field(view, node, "webhook");
  return {
    origin: at,
    type: writtenText(view, field(view, node, "type")) ?? located("", at),
    name: writtenText(view, field(view, node, "name")) ?? located("", at),
    webhook: webhook === 0 ? undefined : decodeWebhook(view, webhook),
  };
}

function decodeWebhook(view: ObjectView, webhook: NodeId): WebhookConfiguration {
  const at = origin(view, webhook);
  const written = (name: string): Located<string> | undefined => writtenText(view, field(view, webhook, name));
  return {
    origin: at,
    failurePolicy: written("failurePolicy") ?? located("", at),
    matchConditions: itemsOf(view, field(view, webhook, "matchConditions")).map((condition) => {
      const expression = field(view, condition, "expression");
      return expression === 0 ? located("", origin(view, condition)) : locatedText(view, expression);
    }),
    kubeConfigFile: writtenText(view, fieldAt(view, webhook, "connectionInfo", "kubeConfigFile")),
    timeout: written("timeout"),
    authorizedTtl: written("authorizedTTL"),
    unauthorizedTtl: written("unauthorizedTTL"),
  };
}
