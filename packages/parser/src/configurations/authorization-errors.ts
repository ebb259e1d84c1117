import { type Cel, parseGoDuration, printGoDuration } from "@authgraph/kubernetes";
import { duplicate, type FieldError, invalid, required, tooMany, unsupported } from "../objects/field-error.ts";
import { subdomainProblems } from "../objects/names.ts";
import { field, itemsOf, type ObjectView, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { expressionError } from "./expression-errors.ts";
import { placeOf } from "./field-place.ts";

const types = ["ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook"];

/**
 * What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthorizationConfiguration refuses, and
 * where it refuses nothing the names that pkg/kubeapiserver/authorizer/reload.go wants.
 */
export function authorizationErrors(view: ObjectView, root: NodeId, cel: Cel | undefined): readonly FieldError[] {
  const authorizers = itemsOf(view, field(view, root, "authorizers"));
  if (authorizers.length === 0) {
    return [required("authorizers", place(view, root), "at least one authorization mode must be defined")];
  }
  const seenTypes = new Set<string>();
  const seenNames = new Set<string>();
  const errors = authorizers.flatMap((authorizer, i) => {
    const path = `authorizers[${i}]`;
    const type = text(view, field(view, authorizer, "type"));
    const at = placeOf(view, authorizer, "type");
    if (type === "") return [required(`${path}.type`, at)];
    if (!types.includes(type)) return [unsupported(`${path}.type`, at, type, types)];
    if (seenTypes.has(type) && type !== "Webhook") return [duplicate(`${path}.type`, at, type)];
    seenTypes.add(type);
    return [...nameErrors(view, authorizer, path, seenNames), ...webhookErrors(view, authorizer, path, type, cel)];
  });
  if (errors.length > 0) return errors;
  return authorizers.flatMap((authorizer) => givenNameErrors(view, authorizer)).slice(0, 1);
}

function nameErrors(view: ObjectView, authorizer: NodeId, path: string, seen: Set<string>): readonly FieldError[] {
  const name = text(view, field(view, authorizer, "name"));
  const at = placeOf(view, authorizer, "name");
  const isRepeated = seen.has(name);
  seen.add(name);
  if (name === "") return [required(`${path}.name`, at)];
  if (isRepeated) return [duplicate(`${path}.name`, at, name)];
  const problems = subdomainProblems(name);
  return problems.length === 0
    ? []
    : [invalid(`${path}.name`, at, name, `authorizer name is invalid: ${problems.join(", ")}`)];
}

/** The names of all but webhooks are given. */
function givenNameErrors(view: ObjectView, authorizer: NodeId): readonly FieldError[] {
  const type = text(view, field(view, authorizer, "type"));
  const name = text(view, field(view, authorizer, "name"));
  const given = type.toLowerCase();
  if (type === "Webhook" || name === given) return [];
  const body = `expected name ${given} for authorizer ${type} instead of ${name}`;
  return [{ field: "", body, place: placeOf(view, authorizer, "name") }];
}

function webhookErrors(
  view: ObjectView,
  authorizer: NodeId,
  path: string,
  type: string,
  cel: Cel | undefined,
): readonly FieldError[] {
  const webhook = field(view, authorizer, "webhook");
  if (type !== "Webhook") {
    if (webhook === 0) return [];
    return [invalid(`${path}.webhook`, place(view, webhook), "non-null", "may only be specified when type=Webhook")];
  }
  if (webhook === 0) return [required(`${path}.webhook`, place(view, authorizer), "required when type=Webhook")];
  // The server leaves `webhook` out of these paths.
  return [
    ...durationErrors(view, webhook, path, "timeout", 30_000_000_000n, "must be > 0s and <= 30s"),
    ...durationErrors(view, webhook, path, "authorizedTTL", undefined, "must be > 0s"),
    ...durationErrors(view, webhook, path, "unauthorizedTTL", undefined, "must be > 0s"),
    ...oneOf(view, webhook, path, "subjectAccessReviewVersion", ["v1", "v1beta1"]),
    ...reviewVersionErrors(view, webhook, path),
    ...oneOf(view, webhook, path, "failurePolicy", ["NoOpinion", "Deny"]),
    ...connectionErrors(view, webhook, `${path}.connectionInfo`),
    ...conditionErrors(view, webhook, path, cel),
  ];
}

/** The timeout has no default; of the others zero counts as absent (pkg/apis/apiserver/v1/defaults.go). */
function durationErrors(
  view: ObjectView,
  webhook: NodeId,
  path: string,
  name: string,
  largest: bigint | undefined,
  detail: string,
): readonly FieldError[] {
  const node = field(view, webhook, name);
  const read = parseGoDuration(text(view, node));
  const value = node !== 0 && "nanoseconds" in read ? read.nanoseconds : 0n;
  if (value === 0n) return name === "timeout" ? [required(`${path}.${name}`, placeOf(view, webhook, name))] : [];
  if (value > 0n && (largest === undefined || value <= largest)) return [];
  return [invalid(`${path}.${name}`, place(view, node), printGoDuration(value), detail)];
}

function reviewVersionErrors(view: ObjectView, webhook: NodeId, path: string): readonly FieldError[] {
  const name = "matchConditionSubjectAccessReviewVersion";
  const version = text(view, field(view, webhook, name));
  const at = placeOf(view, webhook, name);
  if (version !== "") return version === "v1" ? [] : [unsupported(`${path}.${name}`, at, version, ["v1"])];
  return itemsOf(view, field(view, webhook, "matchConditions")).length === 0
    ? []
    : [required(`${path}.${name}`, at, "required if match conditions are specified")];
}

function connectionErrors(view: ObjectView, webhook: NodeId, path: string): readonly FieldError[] {
  const info = field(view, webhook, "connectionInfo");
  const type = text(view, field(view, info, "type"));
  const owner = info === 0 ? webhook : info;
  const file = field(view, info, "kubeConfigFile");
  const at = placeOf(view, owner, "kubeConfigFile");
  const named = text(view, file);
  switch (type) {
    case "":
      return [required(`${path}.type`, placeOf(view, owner, "type"))];
    case "InClusterConfig": {
      const detail = "can only be set when type=KubeConfigFile";
      return file === 0 ? [] : [invalid(`${path}.kubeConfigFile`, at, named, detail)];
    }
    case "KubeConfigFile":
      if (named === "") return [required(`${path}.kubeConfigFile`, at)];
      return named.startsWith("/") ? [] : [invalid(`${path}.kubeConfigFile`, at, named, "must be an absolute path")];
    default: {
      // The value that is printed is the whole of connectionInfo.
      const printed = JSON.stringify({ Type: type, KubeConfigFile: file === 0 ? null : named });
      const body = `Unsupported value: ${printed}: supported values: "InClusterConfig", "KubeConfigFile"`;
      return [{ field: `${path}.type`, body, place: placeOf(view, owner, "type") }];
    }
  }
}

function conditionErrors(view: ObjectView, webhook: NodeId, path: string, cel: Cel | undefined): readonly FieldError[] {
  const list = field(view, webhook, "matchConditions");
  const conditions = itemsOf(view, list);
  if (conditions.length > 64) return [tooMany(`${path}.matchConditions`, place(view, list), conditions.length, 64)];
  const seen = new Set<string>();
  return conditions.flatMap((condition, i): readonly FieldError[] => {
    const here = `${path}.matchConditions[${i}].expression`;
    const node = field(view, condition, "expression");
    const expression = text(view, node);
    if (expression.trim() === "") return [required(here, placeOf(view, condition, "expression"))];
    if (seen.has(expression)) return [duplicate(here, place(view, node), expression)];
    seen.add(expression);
    const error = expressionError(view, node, here, { cel, variable: "request", isCondition: true });
    return error === undefined ? [] : [error];
  });
}

function oneOf(
  view: ObjectView,
  owner: NodeId,
  path: string,
  name: string,
  values: readonly string[],
): readonly FieldError[] {
  const value = text(view, field(view, owner, name));
  if (value === "") return [required(`${path}.${name}`, placeOf(view, owner, name))];
  return values.includes(value) ? [] : [unsupported(`${path}.${name}`, placeOf(view, owner, name), value, values)];
}
