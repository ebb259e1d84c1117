import type { SourceText } from "@authgraph/source";
import { readYamlBody } from "../reader/read-documents.ts";
import type { NodeId, Tree } from "../reader/tree.ts";
import { goWord, type ShapeProblem } from "./conformity.ts";
import { decodeObject, invalidMessage, undecodableMessage } from "./decode-object.ts";
import { quoted } from "./field-error.ts";
import { type ObjectKind, objectKind } from "./object-kinds.ts";
import { fieldAt, type ObjectView, text, writtenField } from "./object-view.ts";

/** What the URL of a create request says. */
export interface PostedTo {
  readonly kind: ObjectKind;
  readonly namespace: string | undefined;
}

/** What the API server answers to a create request with this body; storage and admission are not asked. */
export type PostedAnswer =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly code: 400 | 422;
      readonly message: string;
      /** The fields that validation refuses, in the server's order. */
      readonly fields: readonly string[];
    };

/**
 * Judges a request body as the API server does under `fieldValidation=Strict`: one YAML document, apiVersion and kind
 * from the URL where the body has none (apimachinery serializer/json, apiserver endpoints/handlers/create.go).
 */
export function decodePosted(source: SourceText, to: PostedTo): PostedAnswer {
  let answer: PostedAnswer | undefined;
  readYamlBody(source.text, false, (document) => {
    if (answer !== undefined) return;
    switch (document.outcome) {
      case "error":
        answer = badRequest(
          `the object provided is unrecognized (must be of type ${to.kind.kind}): ${document.message}`,
        );
        break;
      case "empty":
        answer = refusedFields(
          to,
          "",
          ["metadata.name"],
          "metadata.name: Required value: name or generateName is required",
        );
        break;
      case "value":
        answer = judge({ source, tree: document.tree }, document.tree.root, to);
        break;
    }
  });
  return (
    answer ??
    refusedFields(to, "", ["metadata.name"], "metadata.name: Required value: name or generateName is required")
  );
}

function judge(view: ObjectView, root: NodeId, to: PostedTo): PostedAnswer {
  const { tree } = view;
  if (tree.kind(root) !== "mapping") {
    const type =
      'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
    return unrecognized(to, `json: cannot unmarshal ${goWord(tree.kind(root))} into Go value of type ${type}`);
  }
  const untyped = untypedField(tree, root);
  if (untyped !== undefined) return unrecognized(to, untyped);

  const apiVersion = text(view, writtenField(tree, root, "apiVersion")) || to.kind.apiVersion;
  const kind = text(view, writtenField(tree, root, "kind")) || to.kind.kind;
  const mismatch = typeMismatch(apiVersion, kind, to.kind);
  if (mismatch !== undefined) return badRequest(mismatch);

  const decoded = decodeObject(view, root, to.kind);
  if (decoded.outcome === "undecodable") return badRequest(undecodableMessage(to.kind, decoded.error.text));
  const strict = strictErrors(view.source, decoded.unknownFields);
  if (strict.length > 0) {
    return badRequest(undecodableMessage(to.kind, `strict decoding error: ${strict.join(", ")}`));
  }
  const namespace = text(view, fieldAt(view, root, "metadata", "namespace"));
  if (to.kind.scope === "namespaced" && namespace !== "" && namespace !== to.namespace) {
    return badRequest("the namespace of the provided object does not match the namespace sent on the request");
  }
  if (decoded.outcome === "object") return { accepted: true };
  const message = invalidMessage(to.kind, decoded.name, decoded.errors);
  return { accepted: false, code: 422, message, fields: decoded.errors.map((error) => error.field) };
}

/** apiVersion or kind that is no string. */
function untypedField(tree: Tree, root: NodeId): string | undefined {
  for (const name of ["apiVersion", "kind"]) {
    const node = writtenField(tree, root, name);
    const kind = node === 0 ? "null" : tree.kind(node);
    if (kind !== "string" && kind !== "null") {
      return `json: cannot unmarshal ${goWord(kind)} into Go struct field .${name} of type string`;
    }
  }
  return undefined;
}

function typeMismatch(apiVersion: string, kind: string, expected: ObjectKind): string | undefined {
  if (apiVersion === expected.apiVersion && kind === expected.kind) return undefined;
  const version = apiVersion.slice(apiVersion.indexOf("/") + 1);
  const handled = `${kind} in version ${quoted(version)} cannot be handled as a ${expected.kind}`;
  if (/^rbac\.authorization\.k8s\.io\/v1(alpha|beta)1$/.test(apiVersion) && apiVersion !== expected.apiVersion) {
    return `the API version in the data (${apiVersion}) does not match the expected API version (${expected.apiVersion})`;
  }
  const known = objectKind(apiVersion, kind);
  if (known === undefined) {
    return `${handled}: no kind ${quoted(kind)} is registered for version ${quoted(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;
  }
  return `${handled}: converting (${known.type.name}) to (rbac.${expected.kind}): unknown conversion`;
}

/** What lenient decoding drops in silence: keys written twice, fields the type does not have. */
function strictErrors(source: SourceText, unknownFields: readonly ShapeProblem[]): readonly string[] {
  const errors = unknownFields.map(({ text: path }) => `unknown field ${quoted(path)}`);
  readYamlBody(source.text, true, (document) => {
    if (document.outcome === "error") errors.unshift(document.message);
  });
  return errors;
}

function badRequest(message: string): PostedAnswer {
  return { accepted: false, code: 400, message, fields: [] };
}

function unrecognized(to: PostedTo, error: string): PostedAnswer {
  return badRequest(
    `the object provided is unrecognized (must be of type ${to.kind.kind}): couldn't get version/kind; json parse error: ${error}`,
  );
}

function refusedFields(to: PostedTo, name: string, fields: readonly string[], errors: string): PostedAnswer {
  const group = to.kind.apiVersion.includes("/")
    ? `.${to.kind.apiVersion.slice(0, to.kind.apiVersion.indexOf("/"))}`
    : "";
  return {
    accepted: false,
    code: 422,
    message: `${to.kind.kind}${group} ${quoted(name)} is invalid: ${errors}`,
    fields,
  };
}
