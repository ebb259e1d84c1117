import type { Located, Origin } from "@authgraph/source";

/** An object as the API server would store it, with the fields that access depends on. */
export type KubernetesObject =
  | AccessRole
  | AccessBinding
  | ServiceAccount
  | Secret
  | Namespace
  | Workload
  | PersistentVolume
  | VolumeAttachment
  | ResourceSlice
  | PodCertificateRequest
  | CertificateSigningRequest
  | AdmissionWebhooks
  | ApiService
  | UserGroup;

/** `certificates.k8s.io` and the like; `""` is the core group. */
export type ApiGroup = string;

export interface ObjectMeta {
  /** The name, or the `generateName` prefix where `generated` is set. */
  readonly name: Located<string>;
  /** Only `generateName` was given: the server makes up a new name each time, so no two of these are the same object. */
  readonly generated: boolean;
  /** Undefined where the input does not say; an empty string counts as not said. Never set on cluster-scoped kinds. */
  readonly namespace: Located<string> | undefined;
  readonly labels: ReadonlyMap<string, Located<string>>;
  readonly annotations: ReadonlyMap<string, Located<string>>;
}

interface ObjectBase {
  readonly apiVersion: string;
  readonly meta: ObjectMeta;
  /** The whole document or list item. */
  readonly origin: Origin;
  /** A placeholder among what says who it is and what it gives. It is taken literally, as kubectl would take it. */
  readonly placeholder?: Origin;
}

/** `Role` or `ClusterRole` of rbac.authorization.k8s.io, or OpenShift's own, which its server stores as those. */
export interface AccessRole extends ObjectBase {
  readonly kind: "Role" | "ClusterRole";
  /** As written; a controller replaces them where `aggregation` selects anything. */
  readonly rules: readonly PolicyRule[];
  readonly aggregation: Aggregation | undefined;
}

export interface Aggregation {
  readonly origin: Origin;
  /** OR-ed; each selector's parts are AND-ed; an empty selector selects every ClusterRole. */
  readonly selectors: readonly LabelSelector[];
}

export interface LabelSelector {
  readonly matchLabels: ReadonlyMap<string, string>;
  readonly matchExpressions: readonly LabelRequirement[];
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  readonly values: readonly string[];
}

/** One entry of `rules`. A list that was not written is empty. */
export interface PolicyRule {
  readonly origin: Origin;
  readonly verbs: readonly Located<string>[];
  readonly apiGroups: readonly Located<ApiGroup>[];
  readonly resources: readonly Located<string>[];
  readonly resourceNames: readonly Located<string>[];
  readonly nonResourceURLs: readonly Located<string>[];
}

export interface AccessBinding extends ObjectBase {
  readonly kind: "RoleBinding" | "ClusterRoleBinding";
  readonly roleRef: RoleRef;
  readonly subjects: readonly Subject[];
}

export interface RoleRef {
  readonly origin: Origin;
  readonly kind: Located<"Role" | "ClusterRole">;
  readonly name: Located<string>;
}

/** What a binding names. User and Group have no namespace, whatever was written. */
export type Subject = UserSubject | GroupSubject | ServiceAccountSubject;

interface SubjectBase {
  /** The list item. */
  readonly origin: Origin;
  readonly name: Located<string>;
}
export interface UserSubject extends SubjectBase {
  readonly kind: "User";
}
export interface GroupSubject extends SubjectBase {
  readonly kind: "Group";
}
export interface ServiceAccountSubject extends SubjectBase {
  readonly kind: "ServiceAccount";
  /** Undefined or empty: the binding's own namespace (RoleBinding). */
  readonly namespace: Located<string> | undefined;
}

export interface ServiceAccount extends ObjectBase {
  readonly kind: "ServiceAccount";
  /** Names in `.secrets`. */
  readonly secrets: readonly Located<string>[];
  readonly automountServiceAccountToken: Located<boolean> | undefined;
}

/** A Secret without its values. */
export interface Secret extends ObjectBase {
  readonly kind: "Secret";
  /** `Opaque` where the input does not say. */
  readonly type: Located<string>;
  /** Keys of `data` and `stringData`. */
  readonly keys: readonly Located<string>[];
  /** Read from the payload of `data.token`, never verified. */
  readonly tokenClaims: LegacyTokenClaims | undefined;
  /** Of a `bootstrap.kubernetes.io/token`. */
  readonly bootstrapToken?: BootstrapToken | undefined;
}

/** A token that nodes join with (k8s.io/cluster-bootstrap token/api). */
export interface BootstrapToken {
  readonly id: string;
  /** SHA-256 of the token's second half, hexadecimal; lives in memory only, to be compared. */
  readonly secretDigest: string | undefined;
  /** As written: RFC 3339, if it is any good. */
  readonly expiration: Located<string> | undefined;
  /** `usage-bootstrap-authentication`. */
  readonly authentication: Located<string> | undefined;
  /** `auth-extra-groups`, as written: names with commas between. */
  readonly extraGroups: Located<string> | undefined;
}

/** Whom the token in a `kubernetes.io/service-account-token` Secret stands for (`kubernetes.io/serviceaccount/...` claims). */
export interface LegacyTokenClaims {
  /** The key `token`, never its value. */
  readonly origin: Origin;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly secret: string;
  /** SHA-256 of the whole token, hexadecimal; lives in memory only, to be compared. */
  readonly tokenDigest?: string | undefined;
}

export interface Namespace extends ObjectBase {
  readonly kind: "Namespace";
}

/** Anything that holds a pod template, or a Pod. */
export interface Workload extends ObjectBase {
  readonly kind: "Workload";
  /** The object's own kind: `Pod`, `Deployment`, `CronJob`, … */
  readonly resourceKind: string;
  readonly pod: PodTemplate;
  /** Only of a Pod that names its node (`spec.nodeName`). */
  readonly boundPod?: BoundPod | undefined;
}

export interface PodTemplate {
  readonly origin: Origin;
  /** Undefined: `default`. */
  readonly serviceAccountName: Located<string> | undefined;
  readonly automountServiceAccountToken: Located<boolean> | undefined;
  /** `serviceAccount`, the deprecated name of `serviceAccountName`, as written. Absent: not written. */
  readonly deprecatedServiceAccount?: Located<string>;
  /** Secrets mounted as volumes. */
  readonly secretVolumes: readonly Located<string>[];
  /** Tokens that it asks for by volumes of its own, whatever is mounted by itself. Absent: none. */
  readonly projectedTokens?: readonly ProjectedToken[];
}

/** `serviceAccountToken` of a projected volume: a token of the pod's own account, bound to the pod. */
export interface ProjectedToken {
  readonly origin: Origin;
  /** Name of the volume. */
  readonly volume: string;
  /** Undefined: the API server's own. */
  readonly audience: Located<string> | undefined;
  /** Undefined: an hour. */
  readonly expirationSeconds: Located<number> | undefined;
  /** Containers, init ones included, that mount the volume. */
  readonly mountedBy: readonly Located<string>[];
}

/**
 * What a Pod on a node refers to, by name, all in its own namespace: the kubelet of that node may read it.
 *
 * The account it runs as is `serviceAccountName` of its `pod`.
 */
export interface BoundPod {
  readonly nodeName: Located<string>;
  /** Of volumes, environment variables and `imagePullSecrets`. */
  readonly secrets: readonly Located<string>[];
  readonly configMaps: readonly Located<string>[];
  /** Those of generic ephemeral volumes included, which are called after the Pod and the volume. */
  readonly persistentVolumeClaims: readonly Located<string>[];
  /** Named in the spec, or made from a template and then named in the status. */
  readonly resourceClaims: readonly Located<string>[];
}

export interface PersistentVolume extends ObjectBase {
  readonly kind: "PersistentVolume";
  /** The claim it is bound to. */
  readonly claim: NamespacedName | undefined;
  /** Secrets that a kubelet needs to mount it; none where it is not bound. */
  readonly secrets: readonly NamespacedName[];
}

/** A name in a namespace, both as another object has them. */
export interface NamespacedName {
  readonly namespace: string;
  readonly name: Located<string>;
}

export interface VolumeAttachment extends ObjectBase {
  readonly kind: "VolumeAttachment";
  readonly nodeName: Located<string> | undefined;
}

export interface ResourceSlice extends ObjectBase {
  readonly kind: "ResourceSlice";
  /** Undefined where its devices belong to no single node. */
  readonly nodeName: Located<string> | undefined;
}

export interface PodCertificateRequest extends ObjectBase {
  readonly kind: "PodCertificateRequest";
  readonly nodeName: Located<string> | undefined;
}

export interface CertificateSigningRequest extends ObjectBase {
  readonly kind: "CertificateSigningRequest";
  readonly signerName: Located<string> | undefined;
}

/** `Group` of user.openshift.io: who is a member of it. */
export interface UserGroup extends ObjectBase {
  readonly kind: "Group";
  readonly users: readonly Located<string>[];
}

interface AdmissionWebhooksBase extends ObjectBase {
  readonly webhooks: readonly AdmissionWebhook[];
}
/** Of admissionregistration.k8s.io: webhooks that refuse objects. */
export interface ValidatingWebhooks extends AdmissionWebhooksBase {
  readonly kind: "ValidatingWebhookConfiguration";
}
/** Webhooks that change objects. */
export interface MutatingWebhooks extends AdmissionWebhooksBase {
  readonly kind: "MutatingWebhookConfiguration";
}
export type AdmissionWebhooks = ValidatingWebhooks | MutatingWebhooks;

export interface AdmissionWebhook {
  readonly origin: Origin;
  readonly name: Located<string>;
  /** Undefined: `Fail`. */
  readonly failurePolicy: Located<string> | undefined;
  readonly rules: readonly AdmissionRule[];
  readonly objectSelector: { readonly origin: Origin; readonly selector: LabelSelector } | undefined;
}

/** What a webhook is asked about: all of a list must match. */
export interface AdmissionRule {
  readonly operations: readonly Located<string>[];
  readonly apiGroups: readonly Located<ApiGroup>[];
  readonly resources: readonly Located<string>[];
}

/** `APIService` of apiregistration.k8s.io: who serves a version of an API group. */
export interface ApiService extends ObjectBase {
  readonly kind: "APIService";
  readonly group: string;
  readonly insecureSkipTlsVerify: Located<boolean> | undefined;
}
