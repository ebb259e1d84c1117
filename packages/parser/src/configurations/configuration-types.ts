import { bool, type GoStruct, type GoType, namedString, slice, string, struct } from "../objects/go-types.ts";

/** k8s.io/apiserver pkg/apis/apiserver/v1/types.go; the older versions have the same fields or fewer. */

const expression: Readonly<Record<string, GoType>> = { expression: string, message: string };
const prefixedClaim = struct("v1.PrefixedClaimOrExpression", { claim: string, prefix: string, expression: string });

const jwtAuthenticator = struct("v1.JWTAuthenticator", {
  issuer: struct("v1.Issuer", {
    url: string,
    discoveryURL: string,
    certificateAuthority: string,
    audiences: slice(string),
    audienceMatchPolicy: namedString("v1.AudienceMatchPolicyType"),
    egressSelectorType: namedString("v1.EgressSelectorType"),
  }),
  claimValidationRules: slice(
    struct("v1.ClaimValidationRule", { claim: string, requiredValue: string, ...expression }),
  ),
  claimMappings: struct("v1.ClaimMappings", {
    username: prefixedClaim,
    groups: prefixedClaim,
    uid: struct("v1.ClaimOrExpression", { claim: string, expression: string }),
    extra: slice(struct("v1.ExtraMapping", { key: string, valueExpression: string })),
  }),
  userValidationRules: slice(struct("v1.UserValidationRule", expression)),
});

const type: Readonly<Record<string, GoType>> = { apiVersion: string, kind: string };

export const authenticationConfiguration: GoStruct = struct("v1.AuthenticationConfiguration", {
  ...type,
  jwt: slice(jwtAuthenticator),
  anonymous: struct("v1.AnonymousAuthConfig", {
    enabled: bool,
    conditions: slice(struct("v1.AnonymousAuthCondition", { path: string })),
  }),
});

/** `metav1.Duration` decodes from a string; its form is left to the server. */
const duration = string;

export const authorizationConfiguration: GoStruct = struct("v1.AuthorizationConfiguration", {
  ...type,
  authorizers: slice(
    struct("v1.AuthorizerConfiguration", {
      type: string,
      name: string,
      webhook: struct("v1.WebhookConfiguration", {
        authorizedTTL: duration,
        cacheAuthorizedRequests: bool,
        unauthorizedTTL: duration,
        cacheUnauthorizedRequests: bool,
        timeout: duration,
        subjectAccessReviewVersion: string,
        matchConditionSubjectAccessReviewVersion: string,
        failurePolicy: string,
        connectionInfo: struct("v1.WebhookConnectionInfo", { type: string, kubeConfigFile: string }),
        matchConditions: slice(struct("v1.WebhookMatchCondition", { expression: string })),
      }),
    }),
  ),
});
