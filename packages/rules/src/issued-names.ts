import type { Cel, ClaimMapping, JwtAuthenticator } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";

/** What users, or groups, an issuer of tokens can name: all that begin so, unless a rule refuses them. */
export interface IssuedNames {
  readonly kind: "user" | "group";
  readonly prefix: string;
  /** The claim they come from; undefined for an expression. */
  readonly claim: string | undefined;
  /** Where the prefix stands, or would stand. */
  readonly origin: Origin;
}

/**
 * The names that an issuer can give, as far as its mapping can be read: an expression that is more than a claim, with or
 * without a literal in front, says nothing here.
 */
export function issuedNames({ username, groups }: JwtAuthenticator): readonly IssuedNames[] {
  return [namesOf("user", username), groups && namesOf("group", groups)].filter((names) => names !== undefined);
}

function namesOf(kind: IssuedNames["kind"], mapping: ClaimMapping): IssuedNames | undefined {
  switch (mapping.kind) {
    case "claim": {
      const { claim, prefix } = mapping;
      // What a default gives stands nowhere: the claim does.
      const origin = prefix.origin.kind === "built-in" ? claim.origin : prefix.origin;
      return { kind, prefix: prefix.value, claim: claim.value, origin };
    }
    case "expression": {
      const { value, origin } = mapping.expression;
      const prefix = prefixOf(value);
      return prefix === undefined ? undefined : { kind, prefix, claim: bareClaim.exec(value)?.[1], origin };
    }
  }
}

const bareClaim = /^\s*(?:dyn\(\s*)?claims\.\??([\w-]+)\s*\)?\s*(?:\.(?:orValue|split)\([^()]*\))?\s*$/;
/** `"oidc:" + claims.sub`, `dyn(claims.groups).map(g, "oidc:" + g)`. */
const literalInFront = /^\s*(?:(?:dyn\(\s*)?claims[\w.?]*\s*\)?\.map\(\s*\w+\s*,\s*)?(["'])([^"'\\]*)\1\s*\+/;

function prefixOf(expression: string): string | undefined {
  return bareClaim.test(expression) ? "" : literalInFront.exec(expression)?.[2];
}

/** Whether an issuer can give somebody this name: its mapping leads there, and no rule of its own is known to refuse it. */
export function canIssue(issuer: JwtAuthenticator, names: IssuedNames, name: string, cel: Cel | undefined): boolean {
  if (!name.startsWith(names.prefix)) return false;
  const claimed = name.slice(names.prefix.length);
  return !isRefusedAsClaim(issuer, names, claimed, cel) && !isRefusedAsUser(issuer, names, name, cel);
}

function isRefusedAsClaim(
  { claimRules }: JwtAuthenticator,
  { kind, claim }: IssuedNames,
  claimed: string,
  cel: Cel | undefined,
): boolean {
  return claimRules.some((rule) => {
    if (rule.kind === "claim") return rule.claim.value === claim && rule.value.value !== claimed;
    if (claim === undefined) return speaksOf(rule.expression.value, claimed);
    const claims = (value: string) => ({ claims: { [claim]: kind === "user" ? value : [value] } });
    return isRefused(cel, rule.expression.value, "claims", claims(claimed), claims("somebody"), claimed);
  });
}

function isRefusedAsUser(
  { userRules }: JwtAuthenticator,
  { kind }: IssuedNames,
  name: string,
  cel: Cel | undefined,
): boolean {
  const user = (username: string, groups: readonly string[]) => ({
    user: { username, uid: "", groups, extra: {} },
  });
  const asked = kind === "user" ? user(name, []) : user("somebody", [name]);
  const other = kind === "user" ? undefined : user("somebody", []);
  return userRules.some(({ value }) => isRefused(cel, value, "user", asked, other, name));
}

/**
 * Whether an expression is false for a name. One that is false without it too says nothing of it. Where it cannot be
 * evaluated, one that speaks of such names is taken to refuse them.
 */
function isRefused(
  cel: Cel | undefined,
  expression: string,
  variable: "claims" | "user",
  asked: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>> | undefined,
  name: string,
): boolean {
  const compiled = cel?.compile(expression, [variable]);
  if (compiled?.outcome !== "compiled") return speaksOf(expression, name);
  const { program } = compiled;
  const isFalse = (values: Readonly<Record<string, unknown>>): boolean | undefined => {
    const result = program.evaluate(values);
    return result.outcome === "value" ? result.value === false : undefined;
  };
  const refused = isFalse(asked);
  if (refused === undefined) return speaksOf(expression, name);
  return refused && (other === undefined || isFalse(other) !== true);
}

/** An expression that names the name, or what such names begin with. */
function speaksOf(expression: string, name: string): boolean {
  const beginning = /^[^:]*:/.exec(name)?.[0] ?? name;
  return expression.includes(beginning);
}
