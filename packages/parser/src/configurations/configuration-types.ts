import {
  anything,
  bool,
  duration,
  type GoStruct,
  type GoType,
  int32,
  mapOf,
  namedString,
  optionalDuration,
  slice,
  string,
  struct,
} from "../objects/go-types.ts";

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

const keys = slice(struct("v1.Key", { name: string, secret: string }));

/** pkg/apis/apiserver/v1/types_encryption.go. */
export const encryptionConfiguration: GoStruct = struct("v1.EncryptionConfiguration", {
  ...type,
  resources: slice(
    struct("v1.ResourceConfiguration", {
      resources: slice(string),
      providers: slice(
        struct("v1.ProviderConfiguration", {
          aesgcm: struct("v1.AESConfiguration", { keys }),
          aescbc: struct("v1.AESConfiguration", { keys }),
          secretbox: struct("v1.SecretboxConfiguration", { keys }),
          identity: struct("v1.IdentityConfiguration", {}),
          kms: struct("v1.KMSConfiguration", {
            apiVersion: string,
            name: string,
            cachesize: int32,
            endpoint: string,
            timeout: optionalDuration,
          }),
        }),
      ),
    }),
  ),
});

export const admissionConfiguration: GoStruct = struct("v1.AdmissionConfiguration", {
  ...type,
  plugins: slice(struct("v1.AdmissionPluginConfiguration", { name: string, path: string, configuration: anything })),
});

const omitStages = slice(namedString("v1.Stage"));

/** k8s.io/apiserver pkg/apis/audit/v1/types.go. */
export const auditPolicy: GoStruct = struct("v1.Policy", {
  ...type,
  metadata: mapOf(anything),
  omitStages,
  omitManagedFields: bool,
  rules: slice(
    struct("v1.PolicyRule", {
      level: namedString("v1.Level"),
      users: slice(string),
      userGroups: slice(string),
      verbs: slice(string),
      resources: slice(
        struct("v1.GroupResources", { group: string, resources: slice(string), resourceNames: slice(string) }),
      ),
      namespaces: slice(string),
      nonResourceURLs: slice(string),
      omitStages,
      omitManagedFields: bool,
    }),
  ),
});
