import type { Cel } from "@authgraph/kubernetes";
import { duplicate, type FieldError, invalid, required, unsupported } from "../objects/field-error.ts";
import { subdomainProblems } from "../objects/names.ts";
import { field, itemsOf, type ObjectView, type Place, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/**
 * What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthorizationConfiguration refuses in the
 * entries. Types, and that there is an entry at all, are judged with the control plane, where the version is known.
 * CEL expressions, durations and the kubeconfig itself are left to the server.
 */
export function authorizationErrors(view: ObjectView, root: NodeId, _cel: Cel | undefined): readonly FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  let index = 0;
  for (const authorizer of itemsOf(view, field(view, root, "authorizers"))) {
    const path = `authorizers[${index++}]`;
    nameErrors(view, authorizer, path, names, errors);
    webhookErrors(view, authorizer, path, errors);
  }
  return errors;
}

function nameErrors(
  view: ObjectView,
  authorizer: NodeId,
  path: string,
  names: Set<string>,
  errors: FieldError[],
): void {
  const node = field(view, authorizer, "name");
  const name = text(view, node);
  const type = text(view, field(view, authorizer, "type"));
  const at = node === 0 ? place(view, authorizer) : place(view, node);
  if (name === "") {
    errors.push(required(`${path}.name`, at));
    return;
  }
  if (names.has(name)) errors.push(duplicate(`${path}.name`, at, name));
  names.add(name);
  for (const problem of subdomainProblems(name)) {
    errors.push(invalid(`${path}.name`, at, name, `authorizer name is invalid: ${problem}`));
  }
  // pkg/kubeapiserver/options/authorization.go: the names of all but webhooks are given.
  if (type !== "" && type !== "Webhook" && name !== type.toLowerCase()) {
    const body = `expected name ${type.toLowerCase()} for authorizer ${type} instead of ${name}`;
    errors.push({ field: `${path}.name`, body, place: at });
  }
}

function webhookErrors(view: ObjectView, authorizer: NodeId, path: string, errors: FieldError[]): void {
  const webhook = field(view, authorizer, "webhook");
  const isWebhook = text(view, field(view, authorizer, "type")) === "Webhook";
  if (isWebhook && webhook === 0) {
    errors.push(required(`${path}.webhook`, place(view, authorizer), "required when type=Webhook"));
  }
  if (!isWebhook && webhook !== 0) {
    const detail = "may only be specified when type=Webhook";
    errors.push(invalid(`${path}.webhook`, place(view, webhook), "non-null", detail));
  }
  if (!isWebhook || webhook === 0) return;

  const here = place(view, webhook);
  // The server leaves `webhook` out of these paths.
  oneOf(view, webhook, path, "subjectAccessReviewVersion", ["v1", "v1beta1"], here, errors);
  oneOf(view, webhook, path, "failurePolicy", ["NoOpinion", "Deny"], here, errors);
  if (field(view, webhook, "timeout") === 0) errors.push(required(`${path}.timeout`, here));
  const info = field(view, webhook, "connectionInfo");
  oneOf(view, info, `${path}.connectionInfo`, "type", ["InClusterConfig", "KubeConfigFile"], here, errors);
  const kind = text(view, field(view, info, "type"));
  const file = text(view, field(view, info, "kubeConfigFile"));
  if (kind === "KubeConfigFile" && file === "") errors.push(required(`${path}.connectionInfo.kubeConfigFile`, here));
  if (kind === "InClusterConfig" && file !== "") {
    const detail = "can only be set when type=KubeConfigFile";
    errors.push(invalid(`${path}.connectionInfo.kubeConfigFile`, here, file, detail));
  }
}

function oneOf(
  view: ObjectView,
  owner: NodeId,
  path: string,
  name: string,
  values: readonly string[],
  here: Place,
  errors: FieldError[],
): void {
  const node = field(view, owner, name);
  const value = text(view, node);
  if (value === "") errors.push(required(`${path}.${name}`, here));
  else if (!values.includes(value)) errors.push(unsupported(`${path}.${name}`, place(view, node), value, values));
}
