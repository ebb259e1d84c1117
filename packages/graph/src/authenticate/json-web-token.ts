/** A compact JWS with JSON claims, nothing of it verified. */
export interface JsonWebToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Header and payload as signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** Takes a token apart; undefined where it is no compact JWS of JSON. */
export function readJsonWebToken(token: string): JsonWebToken | undefined {
  const parts = token.split(".");
  const [header, claims, signature] = parts.map(base64Url);
  if (parts.length !== 3 || header === undefined || claims === undefined || signature === undefined) return undefined;
  const headerFields = objectOf(header);
  const claimFields = objectOf(claims);
  if (headerFields === undefined || claimFields === undefined) return undefined;
  return { header: headerFields, claims: claimFields, signed: `${parts[0]}.${parts[1]}`, signature };
}

/** Go's base64.RawURLEncoding. */
function base64Url(text: string): Uint8Array | undefined {
  return /^[\w-]*$/.test(text) && text.length % 4 !== 1 ? Buffer.from(text, "base64url") : undefined;
}

function objectOf(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A claim that is a text; `""` for another and for none. */
export function textClaim(claims: Readonly<Record<string, unknown>>, name: string): string {
  const value = claims[name];
  return typeof value === "string" ? value : "";
}

/** `aud`: one or several. */
export function audiencesOf({ claims }: JsonWebToken): readonly string[] {
  const { aud } = claims;
  if (typeof aud === "string") return [aud];
  return Array.isArray(aud) ? aud.filter((item) => typeof item === "string") : [];
}

/** Seconds since 1970; undefined where there is none. */
export function timeClaim(claims: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = claims[name];
  return typeof value === "number" ? value : undefined;
}
