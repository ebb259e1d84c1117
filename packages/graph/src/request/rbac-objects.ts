import type { AccessBinding, AccessRole, LabelSelector, ObjectMeta, PolicyRule, Subject } from "@authgraph/kubernetes";
import type { AccessGraph, Entry, Inventory, ObjectKey } from "../types.ts";
import { type RuleTexts, ruleTexts } from "./covers.ts";
import { at, isJsonObject, listAt, textAt } from "./json.ts";
import type { JsonObject, StoredObject } from "./request-world.ts";

/** Resources that the escalation check guards, with the kind of their objects. */
export const rbacKinds: ReadonlyMap<string, AccessRole["kind"] | AccessBinding["kind"]> = new Map([
  ["roles", "Role"],
  ["clusterroles", "ClusterRole"],
  ["rolebindings", "RoleBinding"],
  ["clusterrolebindings", "ClusterRoleBinding"],
]);

export const rbacGroup = "rbac.authorization.k8s.io";

/** A role or binding of the inventory as the server has stored it: what aggregation gives a role is part of it. */
export function storedRbacObject(graph: AccessGraph, resource: string, namespace: string, name: string): StoredObject {
  const { inventory } = graph;
  const key = `${rbacGroup}/${rbacKinds.get(resource) ?? ""}/${namespace}/${name}`;
  const roles = inventory.roles.get(key) ?? [];
  const bindings = bindingsByKey(inventory).get(key) ?? [];
  const objects = [
    ...roles.filter(isNamed).map((entry) => roleJson(graph, entry)),
    ...bindings.filter(isNamed).map((entry) => bindingJson(entry)),
  ];
  const [object, ...others] = objects;
  if (object === undefined) return inventory.complete ? { state: "missing" } : { state: "unknown" };
  // Definitions that differ: which of them was applied is not known.
  const text = JSON.stringify(object);
  return others.every((other) => JSON.stringify(other) === text) ? { state: "stored", object } : { state: "unknown" };
}

/** Not one for which the server makes up a name. */
function isNamed({ object }: Entry<AccessRole | AccessBinding>): boolean {
  return !object.meta.generated;
}

/** Made once for an inventory: many requests may ask. */
function bindingsByKey(inventory: Inventory): ReadonlyMap<ObjectKey, readonly Entry<AccessBinding>[]> {
  const known = indexes.get(inventory);
  if (known !== undefined) return known;
  const index = new Map<ObjectKey, Entry<AccessBinding>[]>();
  for (const entry of inventory.bindings) {
    const same = index.get(entry.key);
    if (same === undefined) index.set(entry.key, [entry]);
    else same.push(entry);
  }
  indexes.set(inventory, index);
  return index;
}

const indexes = new WeakMap<Inventory, ReadonlyMap<ObjectKey, readonly Entry<AccessBinding>[]>>();

function roleJson(graph: AccessGraph, entry: Entry<AccessRole>): JsonObject {
  const { kind, meta, aggregation } = entry.object;
  const { rules } = graph.effectiveRole(entry);
  return {
    apiVersion: `${rbacGroup}/v1`,
    kind,
    metadata: metadataJson(meta, entry.namespace),
    // The one list that is written out as null where it is empty.
    rules: rules.length === 0 ? null : rules.map(ruleJson),
    ...(aggregation === undefined
      ? {}
      : { aggregationRule: { clusterRoleSelectors: aggregation.selectors.map(selectorJson) } }),
  };
}

function bindingJson({ object, namespace }: Entry<AccessBinding>): JsonObject {
  const { kind, meta, roleRef, subjects } = object;
  return {
    apiVersion: `${rbacGroup}/v1`,
    kind,
    metadata: metadataJson(meta, namespace),
    roleRef: { apiGroup: rbacGroup, kind: roleRef.kind.value, name: roleRef.name.value },
    ...(subjects.length === 0 ? {} : { subjects: subjects.map(subjectJson) }),
  };
}

/** What only the server can have put there stands for a value that no client guesses. */
function metadataJson({ name, labels, annotations }: ObjectMeta, namespace: string): JsonObject {
  const texts = (key: string, map: ObjectMeta["labels"]) =>
    map.size === 0 ? {} : { [key]: Object.fromEntries([...map].map(([name, { value }]) => [name, value])) };
  return {
    name: name.value,
    ...(namespace === "" ? {} : { namespace }),
    ...texts("labels", labels),
    ...texts("annotations", annotations),
    ...Object.fromEntries(serverFields.map((field) => [field, givenByServer])),
  };
}

const serverFields = ["uid", "resourceVersion", "creationTimestamp"] as const;
const givenByServer = "given by the server";

function ruleJson(rule: PolicyRule): JsonObject {
  return Object.fromEntries(Object.entries(ruleTexts(rule)).filter(([, list]) => list.length > 0));
}

function selectorJson({ matchLabels, matchExpressions }: LabelSelector): JsonObject {
  return {
    ...(matchLabels.size === 0 ? {} : { matchLabels: Object.fromEntries(matchLabels) }),
    ...(matchExpressions.length === 0 ? {} : { matchExpressions }),
  };
}

function subjectJson(subject: Subject): JsonObject {
  const { kind, name } = subject;
  if (kind !== "ServiceAccount") return { kind, apiGroup: rbacGroup, name: name.value };
  return { kind, name: name.value, ...(subject.namespace === undefined ? {} : { namespace: subject.namespace.value }) };
}

/** A role as a request brings it. */
export interface WrittenRole {
  readonly rules: readonly RuleTexts[];
  readonly aggregates: boolean;
}

/** Undefined where the server cannot decode it: 400. */
export function decodeRole(object: JsonObject): WrittenRole | undefined {
  const rules = at(object, "rules") ?? [];
  const aggregation = at(object, "aggregationRule") ?? undefined;
  if (!Array.isArray(rules) || (aggregation !== undefined && !isJsonObject(aggregation))) return undefined;
  const decoded = rules.map(decodeRule);
  if (!isMetadataDecodable(object) || !decoded.every((rule) => rule !== undefined)) return undefined;
  return { rules: decoded, aggregates: hasSelectors(object) };
}

/** Whether a ClusterRole is made of others. */
export function hasSelectors(object: JsonObject): boolean {
  return listAt(object, "aggregationRule", "clusterRoleSelectors").length > 0;
}

function decodeRule(rule: unknown): RuleTexts | undefined {
  if (!isJsonObject(rule)) return undefined;
  const lists = ["verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs"].map((key) =>
    decodeTexts(rule[key]),
  );
  const [verbs, apiGroups, resources, resourceNames, nonResourceURLs] = lists;
  if (!verbs || !apiGroups || !resources || !resourceNames || !nonResourceURLs) return undefined;
  return { verbs, apiGroups, resources, resourceNames, nonResourceURLs };
}

/** A null among the texts is an empty one. */
function decodeTexts(list: unknown): readonly string[] | undefined {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return undefined;
  const texts = list.map((item) => item ?? "");
  return texts.every((item) => typeof item === "string") ? texts : undefined;
}

export interface WrittenRoleRef {
  readonly apiGroup: string;
  readonly kind: string;
  readonly name: string;
}

/** The roleRef of a binding, with the default for its group; undefined where the server cannot decode the binding. */
export function decodeRoleRef(object: JsonObject): WrittenRoleRef | undefined {
  const roleRef = at(object, "roleRef") ?? {};
  const subjects = at(object, "subjects") ?? [];
  const texts = [roleRef, ...(Array.isArray(subjects) ? subjects : [undefined])];
  const areTexts = texts.every(
    (item) => isJsonObject(item) && Object.values(item).every((value) => typeof value === "string" || value === null),
  );
  if (!isMetadataDecodable(object) || !areTexts) return undefined;
  return {
    apiGroup: textAt(roleRef, "apiGroup") || rbacGroup,
    kind: textAt(roleRef, "kind"),
    name: textAt(roleRef, "name"),
  };
}

function isMetadataDecodable(object: JsonObject): boolean {
  const metadata = at(object, "metadata") ?? {};
  if (!isJsonObject(metadata)) return false;
  return ["labels", "annotations"].every((key) => {
    const map = metadata[key] ?? {};
    return isJsonObject(map) && Object.values(map).every((value) => typeof value === "string" || value === null);
  });
}

/**
 * Whether a write changes nothing but what the garbage collector changes (pkg/registry/rbac/helpers.go:
 * IsOnlyMutatingGCFields); undefined where that depends on what the server has filled in itself.
 */
export function changesOnlyGarbageFields(object: JsonObject, old: JsonObject): boolean | undefined {
  const isRole = at(old, "kind") === "Role" || at(old, "kind") === "ClusterRole";
  const [after, before] = [comparable(object, isRole), comparable(old, isRole)];
  const differing = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (key) => JSON.stringify(after[key] ?? null) !== JSON.stringify(before[key] ?? null),
  );
  if (differing.length === 0) return true;
  // Nobody can leave out what the server has given; whether what is sent is the same is not known.
  const isOpen = (key: string) => before[key] === givenByServer && after[key] !== undefined;
  return differing.every(isOpen) ? undefined : false;
}

/** What counts of a role or binding, flat, with the server's defaults. */
function comparable(object: JsonObject, isRole: boolean): Record<string, unknown> {
  const metadata = at(object, "metadata");
  const fields: Record<string, unknown> = {};
  for (const key of ["name", "namespace", "generateName", "deletionTimestamp", ...serverFields]) {
    fields[key] = textAt(metadata, key) || undefined;
  }
  for (const key of ["labels", "annotations"]) {
    const pairs = Object.entries(at(metadata, key) ?? {}).map(([name, value]) => [name, value ?? ""]);
    fields[key] = pairs.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  }
  // What only the other kind has is dropped, whatever it is.
  if (isRole) {
    fields.rules = decodeRole(object)?.rules;
    fields.selectors = listAt(object, "aggregationRule", "clusterRoleSelectors").map(comparableSelector);
    return fields;
  }
  fields.roleRef = decodeRoleRef(object);
  fields.subjects = listAt(object, "subjects").map((subject) => [
    textAt(subject, "kind"),
    textAt(subject, "apiGroup") || (textAt(subject, "kind") === "ServiceAccount" ? "" : rbacGroup),
    textAt(subject, "name"),
    textAt(subject, "namespace"),
  ]);
  return fields;
}

function comparableSelector(selector: unknown): unknown {
  const labels = Object.entries(at(selector, "matchLabels") ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const expressions = listAt(selector, "matchExpressions").map((expression) => [
    textAt(expression, "key"),
    textAt(expression, "operator"),
    listAt(expression, "values"),
  ]);
  return [labels, expressions];
}
