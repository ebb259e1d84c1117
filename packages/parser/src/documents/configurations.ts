import type {
  AnonymousAuthentication,
  AuthenticationConfiguration,
  AuthorizationConfiguration,
} from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { WrittenType } from "../objects/decode-object.ts";
import { field, flag, itemsOf, type ObjectView, origin, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import type { Collected, Outcome } from "./collected.ts";

/** Reads the configuration files of the API server that decide who gets in (apiserver pkg/apis/apiserver). */
export function readConfiguration(collected: Collected, view: ObjectView, root: NodeId, type: WrittenType): Outcome {
  const { apiVersion = "" } = type;
  switch (type.kind) {
    case "AuthenticationConfiguration": {
      const configuration: AuthenticationConfiguration = {
        kind: "AuthenticationConfiguration",
        apiVersion,
        origin: origin(view, root),
        anonymous: decodeAnonymous(view, field(view, root, "anonymous")),
      };
      collected.facts.push({ fact: "configuration", configuration });
      return "evaluated";
    }
    case "AuthorizationConfiguration": {
      const configuration: AuthorizationConfiguration = {
        kind: "AuthorizationConfiguration",
        apiVersion,
        origin: origin(view, root),
        authorizers: decodeAuthorizers(view, field(view, root, "authorizers")),
      };
      collected.facts.push({ fact: "configuration", configuration });
      return "evaluated";
    }
    default:
      return "not-ours";
  }
}

function decodeAnonymous(view: ObjectView, anonymous: NodeId): AnonymousAuthentication | undefined {
  if (anonymous === 0) return undefined;
  const at = origin(view, anonymous);
  const paths: Located<string>[] = [];
  for (const condition of itemsOf(view, field(view, anonymous, "conditions"))) {
    const path = writtenText(view, field(view, condition, "path"));
    if (path !== undefined) paths.push(path);
  }
  return { origin: at, enabled: flag(view, field(view, anonymous, "enabled")) ?? { value: false, origin: at }, paths };
}

function decodeAuthorizers(view: ObjectView, authorizers: NodeId): readonly Located<string>[] {
  const types: Located<string>[] = [];
  for (const authorizer of itemsOf(view, authorizers)) {
    const type = writtenText(view, field(view, authorizer, "type"));
    types.push(type ?? { value: "", origin: origin(view, authorizer) });
  }
  return types;
}
