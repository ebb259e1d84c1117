import type { Located, Origin } from "@authgraph/source";
import type { Credential, FileRole } from "./facts.ts";

/** A file that configures a component: what a flag names, or what says by its own `kind` what it is. */
export type ComponentConfiguration =
  | AuthenticationConfiguration
  | AuthorizationConfiguration
  | KubeletConfiguration
  | EncryptionConfiguration
  | AdmissionConfiguration
  | AdmissionPluginConfiguration
  | AuditPolicy
  | Kubeconfig
  | AbacPolicy
  | TokenFile
  | CertificateBundle
  | PublicKeys
  | RefusedConfiguration;

/** What some minors do not read, and what they say then. */
export interface VersionDemand {
  /** The first minor that takes it: 34 for 1.34; 0 where all did. */
  readonly since: number;
  /** The last minor that takes it; undefined: the newest still does. */
  readonly until?: number;
  readonly message: string;
  readonly origin: Origin;
}

/** A file that no server accepts: whatever its flag names does not start with it. */
export interface RefusedConfiguration {
  readonly kind: "Refused";
  /** What the file was to be; undefined where nothing but its own content says it. */
  readonly role: FileRole | undefined;
  readonly origin: Origin;
  readonly errors: readonly { readonly message: string; readonly origin: Origin }[];
}

/** apiserver.config.k8s.io, `--authentication-config`. */
export interface AuthenticationConfiguration {
  readonly kind: "AuthenticationConfiguration";
  readonly apiVersion: string;
  readonly origin: Origin;
  readonly demands: readonly VersionDemand[];
  readonly anonymous: AnonymousAuthentication | undefined;
  readonly jwt: readonly JwtAuthenticator[];
}

export interface AnonymousAuthentication {
  readonly origin: Origin;
  readonly enabled: Located<boolean>;
  /** Exact paths (`conditions[].path`). Empty: every path. */
  readonly paths: readonly Located<string>[];
}

/** Tokens of an OpenID Connect issuer, as `jwt[]` or the `--oidc-*` flags describe them. */
export interface JwtAuthenticator {
  readonly origin: Origin;
  readonly url: Located<string>;
  readonly discoveryUrl: Located<string> | undefined;
  /** Which of the server's egress selectors the issuer is reached by. */
  readonly egress?: Located<string>;
  /** `issuer.certificateAuthority` (its text is not kept) or `--oidc-ca-file`. */
  readonly certificateAuthority: Origin | undefined;
  readonly audiences: readonly Located<string>[];
  readonly claimRules: readonly ClaimRule[];
  readonly username: ClaimMapping;
  readonly groups: ClaimMapping | undefined;
  readonly uid: ClaimMapping | undefined;
  readonly extra: readonly { readonly key: Located<string>; readonly expression: Located<string> }[];
  /** CEL over `user`: all of them must hold. */
  readonly userRules: readonly Located<string>[];
}

export type ClaimMapping =
  | { readonly kind: "claim"; readonly claim: Located<string>; readonly prefix: Located<string> }
  /** CEL over `claims`. */
  | { readonly kind: "expression"; readonly expression: Located<string> };

export type ClaimRule =
  | { readonly kind: "claim"; readonly claim: Located<string>; readonly value: Located<string> }
  | { readonly kind: "expression"; readonly expression: Located<string> };

/** apiserver.config.k8s.io, `--authorization-config`. */
export interface AuthorizationConfiguration {
  readonly kind: "AuthorizationConfiguration";
  readonly apiVersion: string;
  readonly origin: Origin;
  readonly demands: readonly VersionDemand[];
  readonly authorizers: readonly AuthorizerConfiguration[];
}

export interface AuthorizerConfiguration {
  readonly origin: Origin;
  /** `Node`, `RBAC`, `Webhook`, `AlwaysAllow`, … */
  readonly type: Located<string>;
  readonly name: Located<string>;
  readonly webhook: WebhookConfiguration | undefined;
}

/** How an authorization webhook is asked, in the file or by flags. */
export interface WebhookConfiguration {
  readonly origin: Origin;
  readonly failurePolicy: Located<string>;
  /** CEL over `request`; the webhook is asked only where all hold. */
  readonly matchConditions: readonly Located<string>[];
  readonly kubeConfigFile: Located<string> | undefined;
  readonly timeout: Located<string> | undefined;
  readonly authorizedTtl: Located<string> | undefined;
  readonly unauthorizedTtl: Located<string> | undefined;
}

/** kubelet.config.k8s.io, `--config`, or a drop-in of `--config-dir`. */
export interface KubeletConfiguration {
  readonly kind: "KubeletConfiguration";
  readonly apiVersion: string;
  readonly origin: Origin;
  /** Every scalar that is written, by its path: `authentication.anonymous.enabled`, `readOnlyPort`, `featureGates.X`. */
  readonly settings: ReadonlyMap<string, Located<string>>;
}

/** apiserver.config.k8s.io, `--encryption-provider-config`. */
export interface EncryptionConfiguration {
  readonly kind: "EncryptionConfiguration";
  readonly apiVersion: string;
  readonly origin: Origin;
  /** The first entry that names a resource decides for it. */
  readonly entries: readonly {
    readonly origin: Origin;
    readonly resources: readonly Located<string>[];
    /** In order, `aescbc`, `identity`, `kms`, …: the first writes, all read. */
    readonly providers: readonly Located<string>[];
  }[];
}

/** apiserver.config.k8s.io, `--admission-control-config-file`. */
export interface AdmissionConfiguration {
  readonly kind: "AdmissionConfiguration";
  readonly apiVersion: string;
  readonly origin: Origin;
  readonly plugins: readonly {
    readonly name: Located<string>;
    readonly path: Located<string> | undefined;
    /** Every scalar of an inline `configuration`, by its path. */
    readonly settings: ReadonlyMap<string, Located<string>>;
  }[];
}

/** The file that `path` of a plugin in an AdmissionConfiguration names. */
export interface AdmissionPluginConfiguration {
  readonly kind: "AdmissionPluginConfiguration";
  /** `""` where it says none. */
  readonly apiVersion: string;
  readonly origin: Origin;
  /** Every scalar, by its path. */
  readonly settings: ReadonlyMap<string, Located<string>>;
}

export type AuditLevel = "None" | "Metadata" | "Request" | "RequestResponse";

/** audit.k8s.io, `--audit-policy-file`. */
export interface AuditPolicy {
  readonly kind: "AuditPolicy";
  readonly apiVersion: string;
  readonly origin: Origin;
  readonly omitStages: readonly Located<string>[];
  /** The first that matches a request decides; none: not logged. */
  readonly rules: readonly AuditRule[];
}

/** An empty list matches everything. */
export interface AuditRule {
  readonly origin: Origin;
  readonly level: Located<AuditLevel>;
  readonly users: readonly Located<string>[];
  readonly userGroups: readonly Located<string>[];
  readonly verbs: readonly Located<string>[];
  readonly resources: readonly {
    readonly group: string;
    readonly resources: readonly Located<string>[];
    readonly resourceNames: readonly Located<string>[];
  }[];
  readonly namespaces: readonly Located<string>[];
  readonly nonResourceUrls: readonly Located<string>[];
  readonly omitStages: readonly Located<string>[];
}

/** A kubeconfig: how somebody, or a component, reaches a server. Whom its users are stands in credentials. */
export interface Kubeconfig {
  readonly kind: "Kubeconfig";
  readonly origin: Origin;
  readonly clusters: readonly {
    readonly name: string;
    readonly origin: Origin;
    readonly server: Located<string> | undefined;
    readonly insecureSkipTlsVerify: Located<boolean> | undefined;
    /** `certificate-authority` or its `-data`. */
    readonly certificateAuthority: Origin | undefined;
  }[];
  readonly users: readonly KubeconfigUser[];
  readonly contexts: readonly { readonly name: string; readonly cluster: string; readonly user: string }[];
  readonly currentContext: string | undefined;
  /** Why no client can be made of it, whoever takes it for one. */
  readonly problems: readonly KubeconfigProblem[];
}

/** What is wrong with a kubeconfig, as client-go says it. */
export interface KubeconfigProblem {
  readonly message: string;
  readonly origin: Origin;
}

/** What a user of a kubeconfig proves itself with; nothing of the values. */
export interface KubeconfigUser {
  readonly name: string;
  readonly origin: Origin;
  readonly clientCertificate: Origin | undefined;
  /** A private key that stands in the file itself. */
  readonly clientKeyData: Origin | undefined;
  readonly token: Origin | undefined;
  readonly tokenFile: Located<string> | undefined;
  readonly password: Origin | undefined;
  /** `exec` or `auth-provider`: something else gives the credential. */
  readonly plugin: Origin | undefined;
}

/** `--authorization-policy-file`: one policy a line, already converted (pkg/apis/abac/v0 and v1beta1 conversion.go). */
export interface AbacPolicy {
  readonly kind: "AbacPolicy";
  readonly origin: Origin;
  readonly rules: readonly AbacRule[];
}

export interface AbacRule {
  readonly origin: Origin;
  readonly user: string;
  readonly group: string;
  readonly readonly: boolean;
  readonly apiGroup: string;
  readonly resource: string;
  readonly namespace: string;
  readonly nonResourcePath: string;
}

/** `--token-auth-file`. */
export interface TokenFile {
  readonly kind: "TokenFile";
  readonly origin: Origin;
  readonly rows: readonly TokenRow[];
}

export interface TokenRow {
  readonly credential: Credential;
  readonly uid: string;
  /** SHA-256 of the token, hexadecimal; lives in memory only, to be compared. */
  readonly tokenDigest: string;
}

/** PEM certificates in a file: a CA bundle, a chain, a client's certificate. */
export interface CertificateBundle {
  readonly kind: "CertificateBundle";
  readonly origin: Origin;
  readonly certificates: readonly Certificate[];
}

/** What stands in a certificate; all of it is public. */
export interface Certificate {
  readonly origin: Origin;
  /** Last common name of the subject; empty: none. */
  readonly commonName: string;
  /** In order. */
  readonly organizations: readonly string[];
  /** Values of the attribute 1.3.6.1.4.1.57683.2. */
  readonly uids: readonly string[];
  readonly issuer: string;
  readonly subject: string;
  /** RFC 3339. */
  readonly notBefore: string | undefined;
  readonly notAfter: string | undefined;
  readonly isCa: boolean;
  /** Object identifiers of the extended key usages; undefined: for every use. */
  readonly usages: readonly string[] | undefined;
  /** Lower case, of the DER. */
  readonly sha256: string;
  /** DER in base64: signatures are checked with it. */
  readonly der: string;
}

/** `--service-account-key-file`: keys that tokens are checked with. */
export interface PublicKeys {
  readonly kind: "PublicKeys";
  readonly origin: Origin;
  /** In PEM. Of a private key only the header line is read: it is listed as `private`, nothing is checked with it. */
  readonly keys: readonly ({ readonly kind: "public"; readonly pem: string } | { readonly kind: "private" })[];
}
