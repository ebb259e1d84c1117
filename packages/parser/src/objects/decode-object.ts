import type { KubernetesObject } from "@authgraph/kubernetes";
import type { TextOrigin } from "@authgraph/source";
import type { NodeId, Tree } from "../reader/tree.ts";
import { compareWithType, type ShapeProblem } from "./conformity.ts";
import type { FieldError } from "./field-error.ts";
import { quoted } from "./field-error.ts";
import { decodeMetadata, metadataErrors, metadataFields } from "./metadata.ts";
import type { ObjectKind } from "./object-kinds.ts";
import { field, type ObjectView, origin, type Place, place, text, writtenField } from "./object-view.ts";

/** What the API server makes of an object. */
export type DecodedObject =
  | {
      readonly outcome: "object";
      readonly object: KubernetesObject;
      readonly unknownFields: readonly ShapeProblem[];
    }
  /** 400: it can not be decoded. */
  | { readonly outcome: "undecodable"; readonly error: ShapeProblem; readonly unknownFields: readonly ShapeProblem[] }
  /** 422: it decodes, and validation refuses it. */
  | {
      readonly outcome: "invalid";
      readonly name: string;
      readonly errors: readonly FieldError[];
      readonly unknownFields: readonly ShapeProblem[];
    };

/** Decodes and validates an object as a server does that is not asked for strict field validation. */
export function decodeObject(
  view: ObjectView,
  root: NodeId,
  kind: ObjectKind,
  at: TextOrigin = origin(view, root),
): DecodedObject {
  const { error, unknownFields } = compareWithType(view.tree, root, kind.type);
  if (error !== undefined) return { outcome: "undecodable", error, unknownFields };

  const objectPlace = placeOfObject(view, root);
  const fields = metadataFields(view, root);
  const ofMetadata = metadataErrors(view, fields, kind.scope, kind.nameProblems, objectPlace);
  const ofKind = kind.errors(view, root, objectPlace);
  if (ofMetadata.length > 0 || ofKind.length > 0) {
    const errors = [...ofMetadata, ...ofKind];
    return { outcome: "invalid", name: text(view, fields.name), errors, unknownFields };
  }

  const basis = {
    apiVersion: kind.apiVersion,
    meta: decodeMetadata(view, root, fields, kind.scope),
    origin: at,
  };
  return { outcome: "object", object: kind.decode(view, root, basis), unknownFields };
}

/** Where an object is pointed at: at its kind rather than at all its lines. */
export function placeOfObject(view: ObjectView, root: NodeId): Place {
  const kind = field(view, root, "kind");
  if (kind !== 0) return place(view, kind);
  const first = view.tree.kind(root) === "mapping" ? view.tree.first(root) : 0;
  return first === 0 ? place(view, root) : { start: view.tree.keyStart(first), end: view.tree.keyEnd(first) };
}

/** The server's words for an object that can not be decoded. */
export function undecodableMessage(
  kind: { readonly kind: string; readonly apiVersion: string },
  error: string,
): string {
  const version = kind.apiVersion.slice(kind.apiVersion.indexOf("/") + 1);
  return `${kind.kind} in version ${quoted(version)} cannot be handled as a ${kind.kind}: ${error}`;
}

/** The server's words for fields that validation refuses. */
export function invalidMessage(kind: ObjectKind, name: string, errors: readonly FieldError[]): string {
  const group = kind.apiVersion.includes("/") ? `.${kind.apiVersion.slice(0, kind.apiVersion.indexOf("/"))}` : "";
  const texts = errors.map(({ field: path, body }) => `${path}: ${body}`);
  const list = texts.length === 1 ? (texts[0] ?? "") : `[${texts.join(", ")}]`;
  return `${kind.kind}${group} ${quoted(name)} is invalid: ${list}`;
}

/** apiVersion and kind as written; undefined where absent or no string. */
export interface WrittenType {
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
}

export function writtenType({ tree }: ObjectView, root: NodeId): WrittenType {
  return { apiVersion: stringField(tree, root, "apiVersion"), kind: stringField(tree, root, "kind") };
}

function stringField(tree: Tree, root: NodeId, name: string): string | undefined {
  const node = writtenField(tree, root, name);
  return node !== 0 && tree.kind(node) === "string" ? tree.scalar(node) : undefined;
}
