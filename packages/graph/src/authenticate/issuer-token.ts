import type { Cel, ClaimMapping, JwtAuthenticator } from "@authgraph/kubernetes";
import type { Authenticator } from "../types.ts";
import { audiencesOf, type JsonWebToken, readJsonWebToken, timeClaim } from "./json-web-token.ts";
import { nothing, open, refused, type Verdict } from "./verdict.ts";

type IssuerTokens = Extract<Authenticator, { kind: "jwt" }>;

/**
 * Asks whether a token is one of an OpenID Connect issuer (k8s.io/apiserver plugin/pkg/authenticator/token/oidc). Its
 * keys are at the issuer: what nothing else refuses stays open. The first issuer that refuses ends the search.
 */
export function askIssuers(
  authenticators: readonly IssuerTokens[],
  text: string,
  at: string,
  cel: Cel | undefined,
): Verdict {
  const token = readJsonWebToken(text);
  if (token === undefined) return nothing;
  // The library knows Google under an older name.
  const issuer = token.claims.iss === "accounts.google.com" ? "https://accounts.google.com" : token.claims.iss;
  const asked = authenticators.find((authenticator) => authenticator.issuer.url.value === issuer);
  if (asked === undefined) return nothing;
  const reason = refusalOf(asked.issuer, token, Date.parse(at), cel);
  if (reason !== undefined) return refused(reason);
  const assumption = { text: `whether ${asked.issuer.url.value} signed the token`, origin: asked.origin };
  return open(assumption, { letIn: true, refuse: true });
}

/** k8s.io/apiserver plugin/pkg/authenticator/token/oidc: AllValidSigningAlgorithms. */
const algorithms: ReadonlySet<unknown> = new Set([
  ...["RS256", "RS384", "RS512"],
  ...["ES256", "ES384", "ES512"],
  ...["PS256", "PS384", "PS512"],
]);

/** Why the token is refused whoever signed it; undefined: nothing is known against it. */
function refusalOf(
  issuer: JwtAuthenticator,
  token: JsonWebToken,
  at: number,
  cel: Cel | undefined,
): string | undefined {
  const { claims, header } = token;
  if (!algorithms.has(header.alg)) return "oidc: token is signed with an unsupported algorithm";
  const expiry = timeClaim(claims, "exp");
  if (expiry === undefined || expiry * 1000 < at) return "oidc: token is expired";
  const notBefore = timeClaim(claims, "nbf");
  if (notBefore !== undefined && notBefore * 1000 > at + 5 * 60_000) return "oidc: token is not valid yet";
  const audiences = audiencesOf(token);
  if (!issuer.audiences.some(({ value }) => audiences.includes(value))) return "oidc: token is for another audience";
  for (const rule of issuer.claimRules) {
    if (rule.kind === "claim" && claims[rule.claim.value] !== rule.value.value) {
      return `oidc: required claim ${rule.claim.value} does not match`;
    }
    if (rule.kind === "expression" && evaluated(cel, rule.expression.value, claims) === false) {
      return "oidc: a claim validation rule does not hold";
    }
  }
  return usernameRefusal(issuer.username, claims, cel);
}

function usernameRefusal(
  mapping: ClaimMapping,
  claims: JsonWebToken["claims"],
  cel: Cel | undefined,
): string | undefined {
  if (mapping.kind === "expression") {
    const user = evaluated(cel, mapping.expression.value, claims);
    return user === undefined || (typeof user === "string" && user !== "") ? undefined : "oidc: there is no username";
  }
  const { value: name } = mapping.claim;
  if (typeof claims[name] !== "string") return `oidc: claim ${name} is no text`;
  const isUnverified = name === "email" && claims.email_verified !== undefined && claims.email_verified !== true;
  return isUnverified ? "oidc: email not verified" : undefined;
}

/** Undefined where it cannot be told. */
function evaluated(cel: Cel | undefined, expression: string, claims: JsonWebToken["claims"]): unknown {
  const compiled = cel?.compile(expression, ["claims"]);
  if (compiled?.outcome !== "compiled") return undefined;
  const result = compiled.program.evaluate({ claims });
  return result.outcome === "value" ? result.value : undefined;
}
