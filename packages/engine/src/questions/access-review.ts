import {
  type Attributes,
  type FieldRequirement,
  fieldRequirements,
  type Identity,
  type KnownMinor,
} from "@authgraph/kubernetes";
import { field, isObject, type JsonObject, objects, text, texts, textsByKey } from "./json-fields.ts";

/** Who asks for what, as an authorizer is told. */
export interface Question {
  readonly identity: Identity;
  readonly attributes: Attributes;
}

export type ReviewResult =
  | { readonly outcome: "question"; readonly question: Question }
  /** What the API server would answer 400 or 422 to. */
  | { readonly outcome: "refused"; readonly message: string };

/**
 * The question of a SubjectAccessReview: a whole one, or its spec alone.
 *
 * Everything is taken as it stands: no group is added, nothing is looked up (k8s.io/kubernetes
 * pkg/registry/authorization/util/helpers.go: AuthorizationAttributesFrom).
 */
export function readAccessReview(value: unknown, minor: KnownMinor): ReviewResult {
  if (!isObject(value)) return refused("a SubjectAccessReview is an object");
  const wrong: string[] = [];
  const review = value.spec === undefined ? undefined : value;
  const spec = review === undefined ? value : field(review, "spec", "spec", wrong);
  if (review !== undefined) wrong.push(...metadataErrors(review));
  if (spec === undefined) return refused(wrong.length > 0 ? wrong.join("; ") : "spec: there is none");

  const at = review === undefined ? "" : "spec.";
  const resource = field(spec, "resourceAttributes", `${at}resourceAttributes`, wrong);
  const nonResource = field(spec, "nonResourceAttributes", `${at}nonResourceAttributes`, wrong);
  const identity: Identity = {
    user: text(spec, "user", at, wrong),
    groups: texts(spec, "groups", at, wrong),
    uid: text(spec, "uid", at, wrong) || undefined,
    extra: textsByKey(spec, "extra", at, wrong),
  };
  const attributes =
    resource === undefined
      ? pathAttributes(nonResource ?? {}, `${at}nonResourceAttributes.`, wrong)
      : resourceAttributes(resource, `${at}resourceAttributes.`, wrong);
  // Only what could be decoded is validated.
  if (wrong.length > 0) return refused(wrong.join("; "));
  const invalid = [
    ...attributesErrors(resource, nonResource, minor),
    ...identityErrors(identity, at),
    ...(review === undefined ? [] : localErrors(review, attributes)),
  ];
  return invalid.length > 0 ? refused(invalid.join("; ")) : { outcome: "question", question: { identity, attributes } };
}

function resourceAttributes(from: JsonObject, at: string, wrong: string[]): Attributes {
  return {
    kind: "resource",
    verb: text(from, "verb", at, wrong),
    apiGroup: text(from, "group", at, wrong),
    resource: text(from, "resource", at, wrong),
    subresource: text(from, "subresource", at, wrong),
    namespace: text(from, "namespace", at, wrong),
    name: text(from, "name", at, wrong),
    fieldSelector: fieldSelector(from, at, wrong),
  };
}

function fieldSelector(from: JsonObject, at: string, wrong: string[]): readonly FieldRequirement[] | undefined {
  const path = `${at}fieldSelector`;
  const selector = field(from, "fieldSelector", path, wrong);
  if (selector === undefined) return undefined;
  const requirements = objects(selector, "requirements", `${path}.`, wrong).map((requirement) => ({
    key: text(requirement, "key", `${path}.requirements.`, wrong),
    operator: text(requirement, "operator", `${path}.requirements.`, wrong),
    values: texts(requirement, "values", `${path}.requirements.`, wrong),
  }));
  const rawSelector = text(selector, "rawSelector", `${path}.`, wrong);
  // validateFieldSelectorAttributes
  if (rawSelector !== "" && requirements.length > 0) {
    wrong.push(`${path}.rawSelector: may not specified at the same time as requirements`);
  }
  return fieldRequirements({ rawSelector, requirements });
}

function pathAttributes(from: JsonObject, at: string, wrong: string[]): Attributes {
  return { kind: "non-resource", verb: text(from, "verb", at, wrong), path: text(from, "path", at, wrong) };
}

// pkg/apis/authorization/validation/validation.go: ValidateSubjectAccessReviewSpec, ValidateSubjectAccessReview.

function attributesErrors(
  resource: JsonObject | undefined,
  nonResource: JsonObject | undefined,
  minor: KnownMinor,
): readonly string[] {
  if ((resource === undefined) !== (nonResource === undefined)) return [];
  const exactlyOne = "exactly one of nonResourceAttributes or resourceAttributes must be specified";
  if (Number(minor.split(".")[1]) >= 37) return [`spec: ${exactlyOne}`];
  return resource === undefined
    ? [`spec.resourceAttributes: ${exactlyOne}`]
    : ["spec.nonResourceAttributes: cannot be specified in combination with resourceAttributes"];
}

function identityErrors({ user, groups }: Identity, at: string): readonly string[] {
  return user === "" && groups.length === 0 ? [`${at}user: at least one of user or group must be specified`] : [];
}

/** A LocalSubjectAccessReview asks about its own namespace alone (ValidateLocalSubjectAccessReview). */
function localErrors({ kind, metadata }: JsonObject, attributes: Attributes): readonly string[] {
  if (kind !== "LocalSubjectAccessReview") return [];
  if (attributes.kind === "non-resource") return ["spec.nonResourceAttributes: disallowed on this kind of request"];
  const own = isObject(metadata) ? metadata.namespace : undefined;
  return attributes.namespace === own ? [] : ["spec.resourceAttributes.namespace: must match metadata.namespace"];
}

function metadataErrors({ kind, metadata }: JsonObject): readonly string[] {
  if (kind !== undefined && kind !== "SubjectAccessReview" && kind !== "LocalSubjectAccessReview") {
    return [`kind: ${JSON.stringify(kind)} is no SubjectAccessReview`];
  }
  if (kind !== "SubjectAccessReview" || metadata === undefined || metadata === null) return [];
  const isEmpty = isObject(metadata) && Object.values(metadata).every((value) => value === null || value === "");
  return isEmpty ? [] : ["metadata: must be empty"];
}

function refused(message: string): ReviewResult {
  return { outcome: "refused", message };
}
