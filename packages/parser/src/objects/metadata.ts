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

export function decodeMetadata(view: ObjectView, root: NodeId, scope: Scope): ObjectMeta {
  const metadata = field(view, root, "metadata");
  const name = writtenText(view, field(view, metadata, "name"));
  const prefix = field(view, metadata, "generateName");
  return {
    name: name ?? (prefix === 0 ? { value: "", origin: origin(view, root) } : locatedText(view, prefix)),
    generated: name === undefined && prefix !== 0,
    namespace: scope === "cluster" ? undefined : writtenText(view, field(view, metadata, "namespace")),
    labels: textMap(view, field(view, metadata, "labels")),
    annotations: textMap(view, field(view, metadata, "annotations")),
  };
}

/**
 * What apimachinery pkg/api/validation/objectmeta.go: ValidateObjectMeta refuses. A namespace that is missing is no
 * error here (whoever applies the object names one), nor is one on a cluster-scoped object (the server clears it).
 */
export function metadataErrors(
  view: ObjectView,
  root: NodeId,
  scope: Scope,
  nameProblems: NameCheck,
  objectPlace: Place,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const metadata = field(view, root, "metadata");
  const here = metadata === 0 ? objectPlace : place(view, metadata);

  const nameNode = field(view, metadata, "name");
  const name = text(view, nameNode);
  const prefixNode = field(view, metadata, "generateName");
  const prefix = text(view, prefixNode);
  if (prefix !== "") {
    // What the server makes of the prefix must be a name as well (apiserver pkg/storage/names/generate.go).
    const problems =
      name === ""
        ? [...asPrefix(nameProblems)(prefix), ...nameProblems(`${prefix.slice(0, 58)}xxxxx`)]
        : asPrefix(nameProblems)(prefix);
    for (const problem of new Set(problems)) {
      errors.push(invalid("metadata.generateName", place(view, prefixNode), prefix, problem));
    }
  }
  if (name !== "") {
    for (const problem of nameProblems(name)) {
      errors.push(invalid("metadata.name", place(view, nameNode), name, problem));
    }
  } else if (prefix === "") {
    const at = nameNode === 0 ? here : place(view, nameNode);
    errors.push(required("metadata.name", at, "name or generateName is required"));
  }

  const namespaceNode = field(view, metadata, "namespace");
  const namespace = text(view, namespaceNode);
  if (scope === "namespaced" && namespace !== "") {
    for (const problem of labelNameProblems(namespace)) {
      errors.push(invalid("metadata.namespace", place(view, namespaceNode), namespace, problem));
    }
  }

  mapErrors(view, field(view, metadata, "labels"), "metadata.labels", errors);
  annotationErrors(view, field(view, metadata, "annotations"), errors);
  ownerErrors(view, field(view, metadata, "ownerReferences"), errors);
  let index = 0;
  for (const item of itemsOf(view, field(view, metadata, "finalizers"))) {
    for (const problem of finalizerProblems(text(view, item))) {
      errors.push(invalid(`metadata.finalizers[${index}]`, place(view, item), text(view, item), problem));
    }
    index++;
  }
  return errors;
}

/** Labels, and the `matchLabels` of a selector (metav1/validation: ValidateLabels). */
export function mapErrors(view: ObjectView, node: NodeId, path: string, errors: FieldError[]): void {
  for (const entry of itemsOf(view, node)) {
    const key = view.tree.key(entry);
    for (const problem of labelKeyProblems(key)) errors.push(invalid(path, keyPlace(view, entry), key, problem));
    for (const problem of labelValueProblems(text(view, entry))) {
      errors.push(invalid(path, place(view, entry), text(view, entry), problem));
    }
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
