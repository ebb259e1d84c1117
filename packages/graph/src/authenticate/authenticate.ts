import { anonymousIdentity, type HttpRequest } from "@authgraph/kubernetes";
import type { AccessGraph, ApiServer } from "../types.ts";
import type { Authentication } from "./authentication.ts";

/**
 * Whom a server takes the sender of a request for. `path` is the request's, percent-decoded; `at` is the time to judge
 * expiry by (RFC 3339).
 */
export function authenticateAt(
  _graph: AccessGraph,
  server: ApiServer,
  request: HttpRequest,
  path: string,
  _at: string,
): Authentication {
  const { credential } = request;
  if (credential.kind === "user") return { outcome: "authenticated", identity: credential.identity, by: "given" };
  if (credential.kind === "none" || credential.kind === "basic") return anonymous(server, path);
  return { outcome: "unauthenticated", reason: "no authenticator takes the credential" };
}

/** Whoever presents nothing that any authenticator looks at. */
function anonymous({ anonymous: { value } }: ApiServer, path: string): Authentication {
  const letIn: Authentication = { outcome: "authenticated", identity: anonymousIdentity, by: "anonymous" };
  switch (value.access) {
    case "all-paths":
      return letIn;
    case "some-paths":
      if (value.paths.some((allowed) => allowed.value === path)) return letIn;
      return {
        outcome: "unauthenticated",
        reason: `there is no credential, and ${path} is not open to anonymous requests`,
      };
    case "off":
      return { outcome: "unauthenticated", reason: "there is no credential, and anonymous requests are not let in" };
    case "unknown":
      return { outcome: "unknown", reason: `depends on ${value.assumption.text}`, assumptions: [value.assumption] };
  }
}
