import type { Headers } from "./headers.ts";

/** A token as a request brings it. */
export type PresentedToken =
  | { readonly presented: "none" }
  | { readonly presented: "token"; readonly token: string }
  /** What should be one is none. */
  | { readonly presented: "malformed"; readonly reason: string };

const none: PresentedToken = { presented: "none" };

/**
 * The token of `Authorization: Bearer TOKEN` (k8s.io/apiserver pkg/authentication/request/bearertoken): the scheme in any
 * case, one space, then the token up to the next. A second space leaves an empty token, which counts as none.
 */
export function bearerToken(headers: Headers): PresentedToken {
  const [scheme = "", token = ""] = trimmed(headers.first("Authorization")).split(" ");
  return scheme.toLowerCase() === "bearer" && token !== "" ? { presented: "token", token } : none;
}

/** Go's strings.TrimSpace: other than JavaScript it knows U+0085 and leaves U+FEFF. */
function trimmed(value: string): string {
  return value.replace(/^(?:(?!\ufeff)[\s\u0085])+|(?:(?!\ufeff)[\s\u0085])+$/g, "");
}

const tokenProtocol = "base64url.bearer.authorization.k8s.io.";

/**
 * The token that a WebSocket request brings as a subprotocol, beside the one that it is to speak
 * (k8s.io/apiserver pkg/authentication/request/websocket/protocol.go).
 */
export function webSocketToken(headers: Headers): PresentedToken {
  if (!isWebSocketRequest(headers)) return none;
  const protocols = headers
    .all("Sec-WebSocket-Protocol")
    .flatMap((value) => value.split(","))
    .map(trimmed);
  const [encoded, ...more] = protocols.filter((protocol) => protocol.startsWith(tokenProtocol));
  if (encoded === undefined) return none;
  if (more.length > 0) return malformed("multiple base64.bearer.authorization tokens specified");
  const token = decoded(encoded.slice(tokenProtocol.length));
  if (token === undefined) return malformed("invalid base64.bearer.authorization token encoding");
  if (token === "") return none;
  const speaksAnother = protocols.some((protocol) => !protocol.startsWith(tokenProtocol));
  return speaksAnother ? { presented: "token", token } : malformed("missing additional subprotocol");
}

/** k8s.io/apimachinery pkg/util/httpstream/wsstream: IsWebSocketRequest. */
function isWebSocketRequest(headers: Headers): boolean {
  if (headers.first("Upgrade").toLowerCase() !== "websocket") return false;
  return /(^|.*,\s*)upgrade($|\s*,)/.test(headers.first("Connection").toLowerCase());
}

/** Base64 of URLs without padding, of UTF-8. */
function decoded(encoded: string): string | undefined {
  if (!/^[\w-]*$/.test(encoded) || encoded.length % 4 === 1) return undefined;
  const bytes = Buffer.from(encoded, "base64url");
  const token = bytes.toString("utf8");
  return Buffer.from(token, "utf8").equals(bytes) ? token : undefined;
}

function malformed(reason: string): PresentedToken {
  return { presented: "malformed", reason };
}
