/** Whom a legacy ServiceAccount token stands for. */
export interface LegacyTokenSubject {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly secret: string;
}

/**
 * The claims of a token that a `kubernetes.io/service-account-token` Secret holds (pkg/serviceaccount/legacy.go);
 * undefined where it is another token or none. The signature is not looked at, the token not kept.
 */
export function readLegacyTokenClaims(token: string): LegacyTokenSubject | undefined {
  const claims = payloadOf(token);
  if (claims?.iss !== "kubernetes/serviceaccount") return undefined;
  const namespace = claims["kubernetes.io/serviceaccount/namespace"];
  const serviceAccount = claims["kubernetes.io/serviceaccount/service-account.name"];
  const secret = claims["kubernetes.io/serviceaccount/secret.name"];
  if (typeof namespace !== "string" || typeof serviceAccount !== "string" || typeof secret !== "string") {
    return undefined;
  }
  return { namespace, serviceAccount, secret };
}

/** The ServiceAccount that any of its tokens, legacy or bound, says it is for; undefined for other tokens. */
export function readServiceAccountOfToken(
  token: string,
): { readonly namespace: string; readonly name: string } | undefined {
  const subject = payloadOf(token)?.sub;
  const match = typeof subject === "string" ? /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject) : null;
  return match === null ? undefined : { namespace: match[1] ?? "", name: match[2] ?? "" };
}

/** The end of a token's validity (RFC 3339), where it says one. */
export function readExpiryOfToken(token: string): string | undefined {
  const expiry = payloadOf(token)?.exp;
  // The last moment that JavaScript knows.
  if (typeof expiry !== "number" || !(Math.abs(expiry) <= 8.64e12)) return undefined;
  return new Date(expiry * 1000).toISOString().replace(".000Z", "Z");
}

/** Middle part of a compact JWS, if it is a JSON object. */
function payloadOf(token: string): Readonly<Record<string, unknown>> | undefined {
  const parts = token.split(".");
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return isRecord(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
