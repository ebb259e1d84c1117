import type { NodeId } from "../reader/tree.ts";
import { type FieldError, forbidden, invalid, invalidNull, required, unsupported } from "./field-error.ts";
import { mapErrors } from "./metadata.ts";
import { labelKeyProblems, labelValueProblems, pathSegmentProblems, subdomainProblems } from "./names.ts";
import { field, firstItem, itemsOf, type ObjectView, type Place, place, text } from "./object-view.ts";

const accessGroup = "rbac.authorization.k8s.io";

/**
 * What pkg/apis/rbac/validation/validation.go of Kubernetes refuses in roles, in the server's order: since 1.37 the
 * plain "is required" errors come from declarative validation and stand after all others.
 */
export function roleErrors(view: ObjectView, root: NodeId, kind: "Role" | "ClusterRole"): readonly FieldError[] {
  const errors: FieldError[] = [];
  const declarative: FieldError[] = [];
  let index = 0;
  for (let rule = firstItem(view, field(view, root, "rules")); rule !== 0; rule = view.tree.next(rule)) {
    ruleErrors(view, rule, `rules[${index++}]`, kind, errors, declarative);
  }
  if (kind === "ClusterRole") aggregationErrors(view, field(view, root, "aggregationRule"), errors);
  return declarative.length === 0 ? errors : [...errors, ...declarative];
}

function ruleErrors(
  view: ObjectView,
  rule: NodeId,
  path: string,
  kind: "Role" | "ClusterRole",
  errors: FieldError[],
  declarative: FieldError[],
): void {
  const verbs = field(view, rule, "verbs");
  const apiGroups = field(view, rule, "apiGroups");
  const resources = field(view, rule, "resources");
  const urls = field(view, rule, "nonResourceURLs");
  const here = place(view, rule);
  const at = (node: NodeId): Place => (node === 0 ? here : place(view, node));

  if (isEmptyList(view, verbs)) declarative.push(required(`${path}.verbs`, at(verbs)));
  if (!isEmptyList(view, urls)) {
    const written = [...itemsOf(view, urls)].map((url) => text(view, url));
    const refuse = (detail: string): void => {
      errors.push(invalid(`${path}.nonResourceURLs`, at(urls), written, detail));
    };
    if (kind === "Role") refuse("namespaced rules cannot apply to non-resource URLs");
    const mixed = [apiGroups, resources, field(view, rule, "resourceNames")].some((list) => !isEmptyList(view, list));
    if (mixed) refuse("rules cannot apply to both regular resources and non-resource URLs");
    return;
  }
  if (isEmptyList(view, apiGroups)) {
    errors.push(required(`${path}.apiGroups`, at(apiGroups), "resource rules must supply at least one api group"));
  }
  if (isEmptyList(view, resources)) {
    errors.push(required(`${path}.resources`, at(resources), "resource rules must supply at least one resource"));
  }
}

function aggregationErrors(view: ObjectView, aggregation: NodeId, errors: FieldError[]): void {
  if (aggregation === 0) return;
  const path = "aggregationRule.clusterRoleSelectors";
  const selectors = field(view, aggregation, "clusterRoleSelectors");
  if (isEmptyList(view, selectors)) {
    const detail = "at least one clusterRoleSelector required if aggregationRule is non-nil";
    errors.push(required(path, place(view, selectors === 0 ? aggregation : selectors), detail));
  }
  let index = 0;
  for (const selector of itemsOf(view, selectors)) selectorErrors(view, selector, `${path}[${index++}]`, errors);
}

/** metav1/validation: ValidateLabelSelector; what it refuses can not be converted either, so the server says it twice. */
function selectorErrors(view: ObjectView, selector: NodeId, path: string, errors: FieldError[]): void {
  const before = errors.length;
  mapErrors(view, field(view, selector, "matchLabels"), `${path}.matchLabels`, errors);
  let index = 0;
  for (const requirement of itemsOf(view, field(view, selector, "matchExpressions"))) {
    requirementErrors(view, requirement, `${path}.matchExpressions[${index++}]`, errors);
  }
  if (errors.length > before) errors.push(invalidNull(path, place(view, selector), "invalid label selector."));
}

function requirementErrors(view: ObjectView, requirement: NodeId, path: string, errors: FieldError[]): void {
  const here = place(view, requirement);
  const keyNode = field(view, requirement, "key");
  const operatorNode = field(view, requirement, "operator");
  const values = field(view, requirement, "values");
  const at = (node: NodeId): Place => (node === 0 ? here : place(view, node));

  const operator = text(view, operatorNode);
  switch (operator) {
    case "In":
    case "NotIn":
      if (isEmptyList(view, values)) {
        errors.push(required(`${path}.values`, at(values), "must be specified when `operator` is 'In' or 'NotIn'"));
      }
      break;
    case "Exists":
    case "DoesNotExist":
      if (!isEmptyList(view, values)) {
        const detail = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
        errors.push(forbidden(`${path}.values`, at(values), detail));
      }
      break;
    default:
      errors.push(invalid(`${path}.operator`, at(operatorNode), operator, "not a valid selector operator"));
  }
  const key = text(view, keyNode);
  for (const problem of labelKeyProblems(key)) errors.push(invalid(`${path}.key`, at(keyNode), key, problem));
  let index = 0;
  for (const value of itemsOf(view, values)) {
    for (const problem of labelValueProblems(text(view, value))) {
      errors.push(invalid(`${path}.values[${index}]`, place(view, value), text(view, value), problem));
    }
    index++;
  }
}

/** What pkg/apis/rbac/validation/validation.go refuses in bindings; order as in `roleErrors`. */
export function bindingErrors(
  view: ObjectView,
  root: NodeId,
  kind: "RoleBinding" | "ClusterRoleBinding",
  objectPlace: Place,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const declarative: FieldError[] = [];
  const roleRef = field(view, root, "roleRef");
  const here = roleRef === 0 ? objectPlace : place(view, roleRef);
  const at = (node: NodeId): Place => (node === 0 ? here : place(view, node));

  const groupNode = field(view, roleRef, "apiGroup");
  const group = text(view, groupNode);
  if (group !== "" && group !== accessGroup) {
    errors.push(unsupported("roleRef.apiGroup", at(groupNode), group, [accessGroup]));
  }
  const kindNode = field(view, roleRef, "kind");
  const kinds = kind === "RoleBinding" ? ["Role", "ClusterRole"] : ["ClusterRole"];
  if (!kinds.includes(text(view, kindNode))) {
    errors.push(unsupported("roleRef.kind", at(kindNode), text(view, kindNode), kinds));
  }
  const nameNode = field(view, roleRef, "name");
  const name = text(view, nameNode);
  if (name === "") declarative.push(required("roleRef.name", at(nameNode)));
  for (const problem of pathSegmentProblems(name)) errors.push(invalid("roleRef.name", at(nameNode), name, problem));

  let index = 0;
  for (let item = firstItem(view, field(view, root, "subjects")); item !== 0; item = view.tree.next(item)) {
    subjectErrors(view, item, `subjects[${index++}]`, kind, errors, declarative);
  }
  return declarative.length === 0 ? errors : [...errors, ...declarative];
}

function subjectErrors(
  view: ObjectView,
  subject: NodeId,
  path: string,
  bindingKind: "RoleBinding" | "ClusterRoleBinding",
  errors: FieldError[],
  declarative: FieldError[],
): void {
  const here = place(view, subject);
  const at = (node: NodeId): Place => (node === 0 ? here : place(view, node));
  const kindNode = field(view, subject, "kind");
  const nameNode = field(view, subject, "name");
  const groupNode = field(view, subject, "apiGroup");
  const namespaceNode = field(view, subject, "namespace");
  const kind = text(view, kindNode);
  const name = text(view, nameNode);
  const group = text(view, groupNode);

  if (name === "") declarative.push(required(`${path}.name`, at(nameNode)));
  switch (kind) {
    case "ServiceAccount":
      if (name !== "") {
        for (const problem of subdomainProblems(name))
          errors.push(invalid(`${path}.name`, at(nameNode), name, problem));
      }
      if (group !== "") errors.push(unsupported(`${path}.apiGroup`, at(groupNode), group, [""]));
      if (bindingKind === "ClusterRoleBinding" && text(view, namespaceNode) === "") {
        errors.push(required(`${path}.namespace`, at(namespaceNode)));
      }
      break;
    case "User":
    case "Group":
      if (group !== "" && group !== accessGroup) {
        errors.push(unsupported(`${path}.apiGroup`, at(groupNode), group, [accessGroup]));
      }
      break;
    default:
      errors.push(unsupported(`${path}.kind`, at(kindNode), kind, ["ServiceAccount", "User", "Group"]));
  }
}

function isEmptyList({ tree }: ObjectView, node: NodeId): boolean {
  return node === 0 || tree.first(node) === 0;
}
