import type { Cel } from "@authgraph/kubernetes";
import { duplicate, type FieldError, invalid, required } from "../objects/field-error.ts";
import { field, fieldAt, itemsOf, type ObjectView, type Place, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** One JWT authenticator while it is checked. */
interface Checking {
  readonly view: ObjectView;
  readonly authenticator: NodeId;
  /** `jwt[0]`. */
  readonly path: string;
  readonly errors: FieldError[];
}

/**
 * What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthenticationConfiguration refuses in
 * the issuers. Whether CEL compiles, certificates parse, and the server's own issuers overlap is left to the server.
 */
export function authenticationErrors(view: ObjectView, root: NodeId, _cel: Cel | undefined): readonly FieldError[] {
  const errors: FieldError[] = [];
  const urls = new Set<string>();
  const discoveryUrls = new Set<string>();
  let index = 0;
  for (const authenticator of itemsOf(view, field(view, root, "jwt"))) {
    const checking: Checking = { view, authenticator, path: `jwt[${index++}]`, errors };
    checkIssuer(checking, urls, discoveryUrls);
    checkClaimRules(checking);
    checkMappings(checking);
    checkUserRules(checking);
  }
  return errors;
}

function checkIssuer(checking: Checking, urls: Set<string>, discoveryUrls: Set<string>): void {
  const { view, authenticator, errors } = checking;
  const issuer = field(view, authenticator, "issuer");
  const path = `${checking.path}.issuer`;
  const urlNode = field(view, issuer, "url");
  const discoveryNode = field(view, issuer, "discoveryURL");
  const url = text(view, urlNode);
  const discovery = text(view, discoveryNode);

  checkUrl(checking, `${path}.url`, urlNode, true);
  if (urls.has(url)) errors.push(duplicate(`${path}.url`, at(checking, urlNode), url));
  urls.add(url);
  if (discovery !== "") {
    checkUrl(checking, `${path}.discoveryURL`, discoveryNode, false);
    const here = at(checking, discoveryNode);
    if (discovery.replace(/\/+$/, "") === url.replace(/\/+$/, "")) {
      errors.push(invalid(`${path}.discoveryURL`, here, discovery, "discoveryURL must be different from URL"));
    }
    if (discoveryUrls.has(discovery)) errors.push(duplicate(`${path}.discoveryURL`, here, discovery));
    discoveryUrls.add(discovery);
  }
  checkAudiences(checking, issuer, path);
}

function checkUrl({ view, errors, ...checking }: Checking, path: string, node: NodeId, isRequired: boolean): void {
  const written = text(view, node);
  const here = at({ view, errors, ...checking }, node);
  if (written === "") {
    if (isRequired) errors.push(required(path, here, "URL is required"));
    return;
  }
  // The parts as Go's net/url finds them, not as a browser mends them.
  const [, scheme = "", rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(written) ?? [];
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const beforeFragment = rest.split("#", 1)[0] ?? "";
  const refuse = (detail: string): void => {
    errors.push(invalid(path, here, written, detail));
  };
  if (scheme.toLowerCase() !== "https") refuse("URL scheme must be https");
  if (authority.includes("@")) refuse("URL must not contain a username or password");
  if (beforeFragment.includes("?") && !beforeFragment.endsWith("?")) refuse("URL must not contain a query");
  if (rest.includes("#") && !rest.endsWith("#")) refuse("URL must not contain a fragment");
}

function checkAudiences(checking: Checking, issuer: NodeId, path: string): void {
  const { view, errors } = checking;
  const list = field(view, issuer, "audiences");
  const audiences = new Set<string>();
  let count = 0;
  for (const item of itemsOf(view, list)) {
    const audience = text(view, item);
    const here = `${path}.audiences[${count++}]`;
    if (audience === "") errors.push(required(here, place(view, item), "audience can't be empty"));
    else if (audiences.has(audience)) errors.push(duplicate(here, place(view, item), audience));
    audiences.add(audience);
  }
  if (count === 0) {
    errors.push(required(`${path}.audiences`, at(checking, list), `at least one ${path}.audiences is required`));
  }
  const policyNode = field(view, issuer, "audienceMatchPolicy");
  const policy = text(view, policyNode);
  if (policy !== "MatchAny" && (policy !== "" || count > 1)) {
    const detail =
      count > 1
        ? "audienceMatchPolicy must be MatchAny for multiple audiences"
        : "audienceMatchPolicy must be empty or MatchAny for single audience";
    errors.push(invalid(`${path}.audienceMatchPolicy`, at(checking, policyNode), policy, detail));
  }
}

function checkClaimRules(checking: Checking): void {
  const { view, authenticator, errors } = checking;
  const seen = new Set<string>();
  let index = 0;
  for (const rule of itemsOf(view, field(view, authenticator, "claimValidationRules"))) {
    const path = `${checking.path}.claimValidationRules[${index++}]`;
    const here = place(view, rule);
    const claim = text(view, field(view, rule, "claim"));
    const expression = text(view, field(view, rule, "expression"));
    if (claim !== "" && expression !== "")
      errors.push(invalid(path, here, claim, "claim and expression can't both be set"));
    else if (claim === "" && expression === "") errors.push(required(path, here, "claim or expression is required"));
    if (claim !== "" && text(view, field(view, rule, "message")) !== "") {
      errors.push(
        invalid(
          `${path}.message`,
          here,
          text(view, field(view, rule, "message")),
          "message can't be set when claim is set",
        ),
      );
    }
    if (expression !== "" && text(view, field(view, rule, "requiredValue")) !== "") {
      const value = text(view, field(view, rule, "requiredValue"));
      errors.push(invalid(`${path}.requiredValue`, here, value, "requiredValue can't be set when expression is set"));
    }
    const key = claim === "" ? `expression ${expression}` : `claim ${claim}`;
    if (seen.has(key)) {
      errors.push(duplicate(`${path}.${claim === "" ? "expression" : "claim"}`, here, claim || expression));
    }
    seen.add(key);
  }
}

function checkMappings(checking: Checking): void {
  const { view, authenticator, errors } = checking;
  const mappings = field(view, authenticator, "claimMappings");
  const path = `${checking.path}.claimMappings`;
  const username = field(view, mappings, "username");
  const groups = field(view, mappings, "groups");
  const uid = field(view, mappings, "uid");
  checkPrefixed(checking, username, `${path}.username`, true);
  checkPrefixed(checking, groups, `${path}.groups`, false);
  if (uid !== 0 && text(view, field(view, uid, "claim")) !== "" && text(view, field(view, uid, "expression")) !== "") {
    errors.push(invalid(`${path}.uid`, place(view, uid), "", "claim and expression can't both be set"));
  }
  let index = 0;
  for (const extra of itemsOf(view, field(view, mappings, "extra"))) {
    const here = `${path}.extra[${index++}]`;
    for (const name of ["key", "valueExpression"]) {
      if (text(view, field(view, extra, name)) === "") errors.push(required(`${here}.${name}`, place(view, extra)));
    }
  }
  checkEmailVerified(checking, mappings, field(view, username, "expression"), `${path}.username.expression`);
}

function checkPrefixed(checking: Checking, mapping: NodeId, path: string, isRequired: boolean): void {
  const { view, errors } = checking;
  const here = at(checking, mapping);
  const claim = text(view, field(view, mapping, "claim"));
  const expression = text(view, field(view, mapping, "expression"));
  const prefix = field(view, mapping, "prefix");
  if (claim !== "" && expression !== "") errors.push(invalid(path, here, "", "claim and expression can't both be set"));
  if (isRequired && claim === "" && expression === "")
    errors.push(required(path, here, "claim or expression is required"));
  if (claim !== "" && prefix === 0) {
    const detail = "prefix is required when claim is set. It can be set to an empty string to disable prefixing";
    errors.push(required(`${path}.prefix`, here, detail));
  }
  if (expression !== "" && prefix !== 0) {
    errors.push(
      invalid(`${path}.prefix`, place(view, prefix), text(view, prefix), "prefix can't be set when expression is set"),
    );
  }
}

/** An address that nobody verified names nobody. */
function checkEmailVerified(checking: Checking, mappings: NodeId, node: NodeId, path: string): void {
  const { view, authenticator, errors } = checking;
  const expression = text(view, node);
  if (!/\bclaims\.\??email\b(?!_verified)/.test(expression)) return;
  const others = [
    expression,
    ...[...itemsOf(view, field(view, mappings, "extra"))].map((extra) =>
      text(view, field(view, extra, "valueExpression")),
    ),
    ...[...itemsOf(view, field(view, authenticator, "claimValidationRules"))].map((rule) =>
      text(view, field(view, rule, "expression")),
    ),
  ];
  if (others.some((other) => /\bclaims\.\??email_verified\b/.test(other))) return;
  const detail =
    "claims.email_verified must be used in claimMappings.username.expression or claimMappings.extra[*].valueExpression or claimValidationRules[*].expression when claims.email is used in claimMappings.username.expression";
  errors.push(invalid(path, place(view, node), expression, detail));
}

function checkUserRules({ view, authenticator, path, errors }: Checking): void {
  const seen = new Set<string>();
  let index = 0;
  for (const rule of itemsOf(view, field(view, authenticator, "userValidationRules"))) {
    const here = `${path}.userValidationRules[${index++}].expression`;
    const expression = text(view, field(view, rule, "expression"));
    if (expression === "") errors.push(required(here, place(view, rule)));
    else if (seen.has(expression)) errors.push(duplicate(here, place(view, rule), expression));
    seen.add(expression);
  }
}

/** Where a value stands, or the issuer that lacks it. */
function at({ view, authenticator }: Checking, node: NodeId): Place {
  if (node !== 0) return place(view, node);
  const issuer = fieldAt(view, authenticator, "issuer");
  return place(view, issuer === 0 ? authenticator : issuer);
}
