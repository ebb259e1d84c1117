import type { ObjectMeta } from "@authgraph/kubernetes";
import type { NodeId } from "../reader/tree.ts";
import { type FieldError, forbidden, invalid, required } from "./field-error.ts";
import {
  asPrefix,
  finalizerProblems,
  labelKeyProblems,
  labelNameProblems,
  labelValueProblems,
  type NameCheck,
} from "./names.ts";
import {
  field,
  firstItem,
  itemsOf,
  keyPlace,
  locatedText,
  type ObjectView,
  origin,
  type Place,
  place,
  text,
  textMap,
  writtenText,
} from "./object-view.ts";

export type Scope = "namespaced" | "cluster";

/** The fields of an object's metadata, 0 where absent or null. */
export interface MetadataFields {
  /** What the fields stand in. */
  readonly metadata: NodeId;
  readonly name: NodeId;
  readonly generateName: NodeId;
  readonly namespace: NodeId;
  readonly labels: NodeId;
  readonly annotations: NodeId;
  readonly ownerReferences: NodeId;
  readonly finalizers: NodeId;
}

/** Finds the fields in one pass: every object has metadata. */
export function metadataFields(view: ObjectView, root: NodeId): MetadataFields {
  const { tree } = view;
  const metadata = field(view, root, "metadata");
  const found = {
    metadata,
    name: 0,
    generateName: 0,
    namespace: 0,
    labels: 0,
    annotations: 0,
    ownerReferences: 0,
    finalizers: 0,
  };
  for (let entry = firstItem(view, metadata); entry !== 0; entry = tree.next(entry)) {
    if (tree.kind(entry) === "null") continue;
    switch (tree.key(entry)) {
      case "name":
        found.name = entry;
        break;
      case "namespace":
        found.namespace = entry;
        break;
      case "labels":
        found.labels = entry;
        break;
      case "annotations":
        found.annotations = entry;
        break;
      case "generateName":
        found.generateName = entry;
        break;
      case "ownerReferences":
        found.ownerReferences = entry;
        break;
      case "finalizers":
        found.finalizers = entry;
        break;
    }
  }
  return found;
}

export function decodeMetadata(view: ObjectView, root: NodeId, fields: MetadataFields, scope: Scope): ObjectMeta {
  const name = writtenText(view, fields.name);
  const prefix = fields.generateName;
  return {
    name: name ?? (prefix === 0 ? { value: "", origin: origin(view, root) } : locatedText(view, prefix)),
    generated: name === undefined && prefix !== 0,
    namespace: scope === "cluster" ? undefined : writtenText(view, fields.namespace),
    labels: textMap(view, fields.labels),
    annotations: textMap(view, fields.annotations),
  };
}

/**
 * What apimachinery pkg/api/validation/objectmeta.go: ValidateObjectMeta refuses. A namespace that is missing is no
 * error here (whoever applies the object names one), nor is one on a cluster-scoped object (the server clears it).
 */
export function metadataErrors(
  view: ObjectView,
  fields: MetadataFields,
  scope: Scope,
  nameProblems: NameCheck,
  objectPlace: Place,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (fields.generateName !== 0) prefixErrors(view, fields, nameProblems, errors);
  const name = text(view, fields.name);
  if (name !== "") {
    refuseValue(view, fields.name, "metadata.name", name, nameProblems(name), errors);
  } else if (text(view, fields.generateName) === "") {
    const at = fields.name === 0 ? fields.metadata : fields.name;
    errors.push(
      required("metadata.name", at === 0 ? objectPlace : place(view, at), "name or generateName is required"),
    );
  }
  const namespace = text(view, fields.namespace);
  if (scope === "namespaced" && namespace !== "") {
    refuseValue(view, fields.namespace, "metadata.namespace", namespace, labelNameProblems(namespace), errors);
  }
  if (fields.labels !== 0) mapErrors(view, fields.labels, "metadata.labels", errors);
  if (fields.annotations !== 0) annotationErrors(view, fields.annotations, errors);
  if (fields.ownerReferences !== 0) ownerErrors(view, fields.ownerReferences, errors);
  if (fields.finalizers !== 0) finalizerErrors(view, fields.finalizers, errors);
  return errors;
}

function refuseValue(
  view: ObjectView,
  node: NodeId,
  path: string,
  value: string,
  problems: readonly string[],
  errors: FieldError[],
): void {
  if (problems.length === 0) return;
  for (const problem of problems) errors.push(invalid(path, place(view, node), value, problem));
}

/** What the server makes of a prefix must be a name as well (apiserver pkg/storage/names/generate.go). */
function prefixErrors(view: ObjectView, fields: MetadataFields, nameProblems: NameCheck, errors: FieldError[]): void {
  const prefix = text(view, fields.generateName);
  if (prefix === "") return;
  const ofPrefix = asPrefix(nameProblems)(prefix);
  const ofName = text(view, fields.name) === "" ? nameProblems(`${prefix.slice(0, 58)}xxxxx`) : [];
  const problems = [...new Set([...ofPrefix, ...ofName])];
  refuseValue(view, fields.generateName, "metadata.generateName", prefix, problems, errors);
}

function finalizerErrors(view: ObjectView, node: NodeId, errors: FieldError[]): void {
  let index = 0;
  for (const item of itemsOf(view, node)) {
    const name = text(view, item);
    refuseValue(view, item, `metadata.finalizers[${index++}]`, name, finalizerProblems(name), errors);
  }
}

/** Labels, and the `matchLabels` of a selector (metav1/validation: ValidateLabels). */
export function mapErrors(view: ObjectView, node: NodeId, path: string, errors: FieldError[]): void {
  const { tree } = view;
  for (let entry = firstItem(view, node); entry !== 0; entry = tree.next(entry)) {
    const key = tree.key(entry);
    const ofKey = labelKeyProblems(key);
    if (ofKey.length > 0) for (const problem of ofKey) errors.push(invalid(path, keyPlace(view, entry), key, problem));
    const value = text(view, entry);
    refuseValue(view, entry, path, value, labelValueProblems(value), errors);
  }
}

/** All annotations together, keys and values (apimachinery pkg/api/validation: TotalAnnotationSizeLimitB). */
const annotationBytes = 256 * 1024;

function annotationErrors(view: ObjectView, node: NodeId, errors: FieldError[]): void {
  let total = 0;
  for (const entry of itemsOf(view, node)) {
    const key = view.tree.key(entry);
    for (const problem of labelKeyProblems(key.toLowerCase())) {
      errors.push(invalid("metadata.annotations", keyPlace(view, entry), key, problem));
    }
    total += Buffer.byteLength(key) + Buffer.byteLength(text(view, entry));
  }
  if (total > annotationBytes) {
    const body = `Too long: may not be more than ${annotationBytes} bytes`;
    errors.push({ field: "metadata.annotations", body, place: place(view, node) });
  }
}

function ownerErrors(view: ObjectView, node: NodeId, errors: FieldError[]): void {
  let index = 0;
  for (const owner of itemsOf(view, node)) {
    const path = `metadata.ownerReferences[${index++}]`;
    const apiVersion = text(view, field(view, owner, "apiVersion"));
    if (apiVersion === "" || apiVersion.endsWith("/")) {
      errors.push(invalid(`${path}.apiVersion`, place(view, owner), apiVersion, "version must not be empty"));
    }
    for (const name of ["kind", "name", "uid"]) {
      if (text(view, field(view, owner, name)) === "") {
        errors.push(required(`${path}.${name}`, place(view, owner), "must not be empty"));
      }
    }
    if (apiVersion === "v1" && text(view, field(view, owner, "kind")) === "Event") {
      errors.push(forbidden(path, place(view, owner), "/v1, Kind=Event is disallowed from being an owner"));
    }
  }
}
