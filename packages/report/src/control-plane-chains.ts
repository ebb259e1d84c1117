import {
  type ApiServer,
  type Assumption,
  type Authenticator,
  type Authorizer,
  type FileContent,
  type Located,
  withoutUserInfo,
} from "@authgraph/engine";
import { printable } from "./printable.ts";

/**
 * How one proves who one is, and who one can be by it; printable cells. Unless the whole command line is known, what is
 * not written says nothing.
 */
export function authenticatorWords(authenticator: Authenticator, isWhole: boolean): readonly string[] {
  switch (authenticator.kind) {
    case "request-header": {
      const { authority, allowedNames, usernameHeaders } = authenticator;
      const names = allowedNames.length === 0 ? "any certificate" : `certificates of ${listed(allowedNames)}`;
      const headers = usernameHeaders.length === 0 ? "no header names a user: nobody gets in" : "any user and groups";
      return ["front proxy", `${names} signed by ${fileWords(authority)}`, headers];
    }
    case "client-certificate":
      return [
        "client certificate",
        `signed by ${fileWords(authenticator.authority)}`,
        "user: its common name, groups: its organizations",
      ];
    case "token-file":
      return ["static token", fileWords(authenticator.tokens), "user and groups as the file says"];
    case "service-account": {
      const deleted = authenticator.lookup.value ? "" : "; tokens in Secrets outlive their deletion";
      return ["ServiceAccount token", issuerWords(authenticator, isWhole), `system:serviceaccount:*${deleted}`];
    }
    case "bootstrap-token":
      return ["bootstrap token", "Secrets in kube-system", "system:bootstrap:*, group system:bootstrappers and below"];
    case "jwt":
      return jwtWords(authenticator);
    case "webhook":
      return ["token webhook", fileWords(authenticator.kubeconfig), "any user and groups"];
  }
}

function issuerWords(
  { issuers, keys, external }: Extract<Authenticator, { kind: "service-account" }>,
  isWhole: boolean,
): string {
  const nobody = isWhole ? "no issuer" : "an issuer that nothing here names";
  const of = `of ${issuers.length === 0 ? nobody : listed(issuers)}`;
  if (keys.length === 0 && !external) return isWhole ? `${of}, keys none` : of;
  return `${of}, ${external ? "keys of an external signer" : `keys ${keys.map(fileWords).join(", ")}`}`;
}

function jwtWords({ issuer }: Extract<Authenticator, { kind: "jwt" }>): readonly string[] {
  const name = (mapping: typeof issuer.username, what: string): string => {
    if (mapping.kind === "expression") return `${what}: by an expression`;
    const prefix = mapping.prefix.value === "" ? "no prefix" : `prefix ${mapping.prefix.value}`;
    return `${what}: claim ${mapping.claim.value}, ${prefix}`;
  };
  const groups = issuer.groups === undefined ? "no groups" : name(issuer.groups, "groups");
  const who = printable(withoutUserInfo(`${name(issuer.username, "user")}; ${groups}`));
  return ["OpenID Connect token", printable(withoutUserInfo(`of ${issuer.url.value}`)), who];
}

/** Who is let in without credentials; printable cells. What it depends on is not told twice. */
export function anonymousWords(
  { value }: ApiServer["anonymous"],
  isTold: (assumption: Assumption) => boolean,
): readonly string[] {
  const who = "system:anonymous, group system:unauthenticated";
  switch (value.access) {
    case "off":
      return ["no credentials", "refused", ""];
    case "all-paths":
      return ["no credentials", "every path", who];
    case "some-paths":
      return ["no credentials", `exactly ${listed(value.paths)}`, who];
    case "unknown":
      return [
        "no credentials",
        isTold(value.assumption) ? "unknown" : `unknown: ${printable(value.assumption.text)}`,
        who,
      ];
  }
}

/** What an authorizer does; printable cells. */
export function authorizerWords(authorizer: Authorizer): readonly string[] {
  const { kind, name } = authorizer;
  switch (kind) {
    case "ABAC":
      return [kind, authorizer.policy === undefined ? "no policy" : fileWords(authorizer.policy)];
    case "Webhook": {
      const { failurePolicy, matchConditions } = authorizer.webhook;
      const where = authorizer.kubeconfig === undefined ? "no kubeconfig" : fileWords(authorizer.kubeconfig);
      const asked = matchConditions.length === 0 ? "" : `, asked where ${listed(matchConditions)}`;
      return [printable(`${kind} ${name}`), `${where}, on failure ${printable(failurePolicy.value)}${asked}`];
    }
    case "AlwaysAllow":
      return [kind, "allows everything"];
    case "AlwaysDeny":
      return [kind, "leaves everything to the others"];
    case "Node":
    case "RBAC":
      return [kind];
  }
}

/** A file that a setting names; printable. */
export function fileWords(file: FileContent<unknown>): string {
  const path = printable(file.path.value);
  return file.state === "read" ? path : `${path} (unknown: not read)`;
}

function listed(values: readonly Located<string>[]): string {
  return printable(withoutUserInfo(values.map(({ value }) => value).join(", ")));
}
