import type { AnonymousAuthentication, AuthorizerConfiguration, ComponentConfiguration } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { type Collected, type Outcome, report } from "../documents/collected.ts";
import { compareWithType, type ShapeProblem } from "../objects/conformity.ts";
import { placeOfObject, type WrittenType } from "../objects/decode-object.ts";
import { quoted } from "../objects/field-error.ts";
import { field, flag, itemsOf, type ObjectView, origin, type Place, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { authorizerErrors } from "./authorizer-errors.ts";
import { authenticationConfiguration, authorizationConfiguration } from "./configuration-types.ts";
import { issuerErrors } from "./issuer-errors.ts";

/** A key that a document has twice, which a strict decoder does not take. */
export interface RepeatedKey extends Place {
  readonly key: string;
}

const group = "apiserver.config.k8s.io/";

/** Whether a document is a configuration of the API server that decides who gets in; `Kind:` is no kind. */
export function isServerConfiguration({ apiVersion, kind }: WrittenType): boolean {
  return apiVersion?.startsWith(group) === true && (kind === undefined || types.has(kind));
}

const types = new Map([
  ["AuthenticationConfiguration", authenticationConfiguration],
  ["AuthorizationConfiguration", authorizationConfiguration],
]);

/**
 * Reads a configuration file of the API server as strictly as it does (k8s.io/apiserver pkg/server/options/authorizer
 * load.go and its like for authentication): what it would not start with is refused, and no fact.
 */
export function readServerConfiguration(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  { apiVersion = "", kind }: WrittenType,
  repeatedKey: RepeatedKey | undefined,
): Outcome {
  const type = kind === undefined ? undefined : types.get(kind);
  const errors =
    type === undefined || kind === undefined
      ? [{ text: "Object 'Kind' is missing", ...placeOfObject(view, root) }]
      : configurationErrors(view, root, type, kind, apiVersion, repeatedKey);
  for (const error of errors) report(collected, "error", "configuration-refused", error.text, error);
  if (errors.length > 0 || kind === undefined) return "refused";

  collected.facts.push({ fact: "configuration", configuration: decodeConfiguration(view, root, kind, apiVersion) });
  return "evaluated";
}

function configurationErrors(
  view: ObjectView,
  root: NodeId,
  type: typeof authenticationConfiguration,
  kind: string,
  apiVersion: string,
  repeatedKey: RepeatedKey | undefined,
): readonly ShapeProblem[] {
  if (!/^v1(alpha1|beta1)?$/.test(apiVersion.slice(group.length))) {
    const text = `no kind ${quoted(kind)} is registered for version ${quoted(apiVersion)}`;
    return [{ text, ...placeOfObject(view, root) }];
  }
  const { error, unknownFields } = compareWithType(view.tree, root, type);
  if (error !== undefined) return [error];
  const strict = unknownFields.map((unknown) => ({
    ...unknown,
    text: `strict decoding error: unknown field ${quoted(unknown.text)}`,
  }));
  if (repeatedKey !== undefined) {
    const text = `strict decoding error: key ${quoted(repeatedKey.key)} already set in map`;
    strict.push({ text, start: repeatedKey.start, end: repeatedKey.end });
  }
  if (strict.length > 0) return strict;
  const errors = kind === "AuthorizationConfiguration" ? authorizerErrors(view, root) : issuerErrors(view, root);
  return errors.map(({ field: path, body, place }) => ({ text: `${path}: ${body}`, ...place }));
}

function decodeConfiguration(view: ObjectView, root: NodeId, kind: string, apiVersion: string): ComponentConfiguration {
  const basis = { apiVersion, origin: origin(view, root), demands: [] };
  return kind === "AuthenticationConfiguration"
    ? {
        kind: "AuthenticationConfiguration",
        ...basis,
        jwt: [],
        anonymous: decodeAnonymous(view, field(view, root, "anonymous")),
      }
    : { kind: "AuthorizationConfiguration", ...basis, authorizers: decodeAuthorizers(view, root) };
}

function decodeAnonymous(view: ObjectView, anonymous: NodeId): AnonymousAuthentication | undefined {
  if (anonymous === 0) return undefined;
  const at = origin(view, anonymous);
  const paths: Located<string>[] = [];
  for (const condition of itemsOf(view, field(view, anonymous, "conditions"))) {
    // A condition without a path is met by no request, but is a condition.
    const path = field(view, condition, "path");
    paths.push(writtenText(view, path) ?? { value: "", origin: origin(view, condition) });
  }
  return { origin: at, enabled: flag(view, field(view, anonymous, "enabled")) ?? { value: false, origin: at }, paths };
}

function decodeAuthorizers(view: ObjectView, root: NodeId): readonly AuthorizerConfiguration[] {
  return itemsOf(view, field(view, root, "authorizers")).map((authorizer) => {
    const at = origin(view, authorizer);
    const absent = { value: "", origin: at };
    return {
      origin: at,
      type: writtenText(view, field(view, authorizer, "type")) ?? absent,
      name: writtenText(view, field(view, authorizer, "name")) ?? absent,
      webhook: undefined,
    };
  });
}
