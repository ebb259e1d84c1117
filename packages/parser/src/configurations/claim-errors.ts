import type { Cel, CelVariable } from "@authgraph/kubernetes";
import { duplicate, type FieldError, invalid, required } from "../objects/field-error.ts";
import { subdomainProblems } from "../objects/names.ts";
import { field, fieldAt, itemsOf, type ObjectView, type Place, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { expressionError } from "./expression-errors.ts";
import { placeOf } from "./field-place.ts";

/** One JWT authenticator while its claims are checked. */
export interface JwtClaims {
  readonly view: ObjectView;
  readonly owner: NodeId;
  /** `jwt[0]`. */
  readonly path: string;
  readonly cel: Cel | undefined;
}

/** What validation.go says of rules and mappings: validateClaimValidationRules, validateClaimMappings, validateUserValidationRules. */
export function claimErrors(jwt: JwtClaims): readonly FieldError[] {
  return [...claimRuleErrors(jwt), ...mappingErrors(jwt), ...userRuleErrors(jwt)];
}

function compileError(
  { view, cel }: JwtClaims,
  node: NodeId,
  path: string,
  variable: CelVariable,
  isCondition: boolean,
): readonly FieldError[] {
  const error = expressionError(view, node, path, { cel, variable, isCondition });
  return error === undefined ? [] : [error];
}

function claimRuleErrors(jwt: JwtClaims): readonly FieldError[] {
  const { view, owner } = jwt;
  const claims = new Set<string>();
  const expressions = new Set<string>();
  return itemsOf(view, field(view, owner, "claimValidationRules")).flatMap((rule, i): readonly FieldError[] => {
    const path = `${jwt.path}.claimValidationRules[${i}]`;
    const here = place(view, rule);
    const written = (name: string): string => text(view, field(view, rule, name));
    const claim = written("claim");
    const expression = written("expression");
    if (claim !== "" && expression !== "") {
      return [invalid(path, here, claim, "claim and expression can't both be set")];
    }
    if (claim !== "") {
      const errors = notBeside(view, rule, `${path}.message`, "message", "claim");
      return [...errors, ...repeated(claims, claim, `${path}.claim`, placeOf(view, rule, "claim"))];
    }
    if (expression === "") return [required(path, here, "claim or expression is required")];
    const errors = notBeside(view, rule, `${path}.requiredValue`, "requiredValue", "expression");
    const again = repeated(expressions, expression, `${path}.expression`, placeOf(view, rule, "expression"));
    if (again.length > 0) return [...errors, ...again];
    return [...errors, ...compileError(jwt, field(view, rule, "expression"), `${path}.expression`, "claims", true)];
  });
}

function notBeside(view: ObjectView, rule: NodeId, path: string, name: string, other: string): readonly FieldError[] {
  const node = field(view, rule, name);
  const value = text(view, node);
  return value === "" ? [] : [invalid(path, place(view, node), value, `may not be specified when ${other} is set`)];
}

function repeated(seen: Set<string>, value: string, path: string, at: Place): readonly FieldError[] {
  if (seen.has(value)) return [duplicate(path, at, value)];
  seen.add(value);
  return [];
}

function mappingErrors(jwt: JwtClaims): readonly FieldError[] {
  const { view, owner } = jwt;
  const mappings = field(view, owner, "claimMappings");
  const path = `${jwt.path}.claimMappings`;
  const username = prefixedErrors(jwt, mappings, "username", true);
  return [
    ...username,
    ...prefixedErrors(jwt, mappings, "groups", false),
    ...uidErrors(jwt, field(view, mappings, "uid"), `${path}.uid`),
    ...extraErrors(jwt, mappings),
    ...(username.length > 0 ? [] : emailErrors(jwt, mappings)),
  ];
}

function prefixedErrors(jwt: JwtClaims, mappings: NodeId, name: string, isRequired: boolean): readonly FieldError[] {
  const { view } = jwt;
  const path = `${jwt.path}.claimMappings.${name}`;
  const mapping = field(view, mappings, name);
  const here = place(view, mapping !== 0 ? mapping : mappings !== 0 ? mappings : jwt.owner);
  const claim = text(view, field(view, mapping, "claim"));
  const expression = field(view, mapping, "expression");
  const prefix = field(view, mapping, "prefix");
  if (claim !== "" && text(view, expression) !== "") {
    return [invalid(path, here, "", "claim and expression can't both be set")];
  }
  if (text(view, expression) !== "") {
    const detail = "may not be specified when expression is set";
    const beside = prefix === 0 ? [] : [invalid(`${path}.prefix`, place(view, prefix), text(view, prefix), detail)];
    return [...beside, ...compileError(jwt, expression, `${path}.expression`, "claims", false)];
  }
  if (claim === "") return isRequired ? [required(path, here, "claim or expression is required")] : [];
  if (prefix !== 0) return [];
  const detail = "prefix is required when claim is set. It can be set to an empty string to disable prefixing";
  return [required(`${path}.prefix`, here, detail)];
}

function uidErrors(jwt: JwtClaims, uid: NodeId, path: string): readonly FieldError[] {
  const { view } = jwt;
  const expression = field(view, uid, "expression");
  if (text(view, expression) === "") return [];
  if (text(view, field(view, uid, "claim")) !== "") {
    return [invalid(path, place(view, uid), "", "claim and expression can't both be set")];
  }
  return compileError(jwt, expression, `${path}.expression`, "claims", false);
}

const pathForm = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const isPath = new RegExp(`^${pathForm}$`);

function extraErrors(jwt: JwtClaims, mappings: NodeId): readonly FieldError[] {
  const { view } = jwt;
  const seen = new Set<string>();
  return itemsOf(view, field(view, mappings, "extra")).flatMap((extra, i): readonly FieldError[] => {
    const path = `${jwt.path}.claimMappings.extra[${i}]`;
    const key = text(view, field(view, extra, "key"));
    const at = placeOf(view, extra, "key");
    const errors = [...keyErrors(key, `${path}.key`, at)];
    if (key !== key.toLowerCase()) errors.push(invalid(`${path}.key`, at, key, "must be lowercase"));
    const again = repeated(seen, key, `${path}.key`, at);
    if (again.length > 0) return [...errors, ...again];
    const expression = field(view, extra, "valueExpression");
    if (text(view, expression) === "") {
      return [...errors, required(`${path}.valueExpression`, placeOf(view, extra, "valueExpression"))];
    }
    return [...errors, ...compileError(jwt, expression, `${path}.valueExpression`, "claims", false)];
  });
}

/** apimachinery pkg/util/validation/validation.go: IsDomainPrefixedPath. */
function keyErrors(key: string, path: string, at: Place): readonly FieldError[] {
  if (key === "") return [required(path, at)];
  const slash = key.indexOf("/");
  const domain = key.slice(0, Math.max(0, slash));
  const rest = key.slice(slash + 1);
  if (domain === "" || rest === "") {
    return [invalid(path, at, key, 'must be a domain-prefixed path (such as "acme.io/foo")')];
  }
  const errors = subdomainProblems(domain).map((problem) => invalid(path, at, domain, problem));
  if (!isPath.test(rest)) {
    errors.push(invalid(path, at, rest, `Invalid path (regex used for validation is '${pathForm}')`));
  }
  return errors;
}

/** An address that nobody verified names nobody. */
function emailErrors({ view, owner, path }: JwtClaims, mappings: NodeId): readonly FieldError[] {
  const node = fieldAt(view, mappings, "username", "expression");
  if (!selects(text(view, node), "email")) return [];
  const others = [
    node,
    ...itemsOf(view, field(view, mappings, "extra")).map((extra) => field(view, extra, "valueExpression")),
    ...itemsOf(view, field(view, owner, "claimValidationRules")).map((rule) => field(view, rule, "expression")),
  ];
  if (others.some((other) => selects(text(view, other), "email_verified"))) return [];
  const detail =
    "claims.email_verified must be used in claimMappings.username.expression or claimMappings.extra[*].valueExpression or claimValidationRules[*].expression when claims.email is used in claimMappings.username.expression";
  return [invalid(`${path}.claimMappings.username.expression`, place(view, node), text(view, node), detail)];
}

/** Whether an expression takes a field of the claims by its name, not by an index (hasSelectExp). */
function selects(expression: string, claim: string): boolean {
  const code = expression.replace(/\/\/[^\n]*|[rR]?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/g, '""');
  return new RegExp(`(?<![\\w.])\\.?\\s*claims\\s*\\.\\s*\\??\\s*${claim}(?!\\w)`).test(code);
}

function userRuleErrors(jwt: JwtClaims): readonly FieldError[] {
  const { view, owner } = jwt;
  const seen = new Set<string>();
  return itemsOf(view, field(view, owner, "userValidationRules")).flatMap((rule, i): readonly FieldError[] => {
    const path = `${jwt.path}.userValidationRules[${i}].expression`;
    const node = field(view, rule, "expression");
    const expression = text(view, node);
    if (expression === "") return [required(path, place(view, rule))];
    const again = repeated(seen, expression, path, place(view, node));
    return again.length > 0 ? again : compileError(jwt, node, path, "user", true);
  });
}
