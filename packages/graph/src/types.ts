import type {
  AbacPolicy,
  AccessBinding,
  AccessRole,
  AuditPolicy,
  BuiltInPolicy,
  Cel,
  CertificateBundle,
  Component,
  ComponentConfiguration,
  ComponentFacts,
  ComponentInvocation,
  Credential,
  EncryptionConfiguration,
  Fact,
  FeatureGateSettings,
  HiddenContent,
  Installer,
  JwtAuthenticator,
  KnownMinor,
  Kubeconfig,
  KubernetesObject,
  Kustomization,
  Mount,
  PlatformFacts,
  PolicyRule,
  PublicKeys,
  Subject,
  TokenFile,
  WebhookConfiguration,
  WrittenCredential,
} from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";

/** The namespace of objects whose namespace the inputs do not say: one, unknown which. */
export const appliedNamespace = "<applied>";

/** `rbac.authorization.k8s.io/ClusterRoleBinding//admins`: group, kind, namespace (empty for cluster-scoped), name. */
export type ObjectKey = string;

/** The facts of one text, in order. Texts without any count too: a file that a flag names and that holds nothing of use. */
export interface TextFacts {
  readonly path: string;
  readonly facts: readonly Fact[];
  /** Paths that lead to it through a symbolic link, as other files name them. Absent: none. */
  readonly alias?: readonly string[] | undefined;
}

/** What a cluster holds without anybody writing it. */
export interface ShippedPolicy {
  /** The default policy: part of every cluster. */
  readonly kubernetes: BuiltInPolicy;
  /** What kubeadm adds: recognised where the inputs carry it, never assumed to be there. */
  readonly kubeadm: BuiltInPolicy;
  /** The default policy of every minor that is known, for recognising what an upgrade left behind. */
  readonly ofEveryMinor?: () => readonly BuiltInPolicy[];
}

/** A fact and the path of the text it came from. */
export interface Placed<T> {
  readonly path: string;
  readonly value: T;
}

/** An object of the cluster. Several texts may define it differently: each definition is a variant with an entry of its own. */
export interface Entry<T extends KubernetesObject = KubernetesObject> {
  readonly key: ObjectKey;
  /** `""` for cluster-scoped kinds. */
  readonly namespace: string;
  readonly object: T;
  /** Path of the text it came from; undefined for what Kubernetes creates itself. */
  readonly path: string | undefined;
}

export interface Inventory {
  readonly roles: ReadonlyMap<ObjectKey, readonly Entry<AccessRole>[]>;
  readonly bindings: readonly Entry<AccessBinding>[];
  /** Everything else, by kind. */
  entriesOf<K extends KubernetesObject["kind"]>(kind: K): readonly Entry<Extract<KubernetesObject, { kind: K }>>[];
  readonly invocations: readonly Placed<ComponentInvocation>[];
  readonly configurations: readonly Placed<ComponentConfiguration>[];
  readonly kustomizations: readonly Kustomization[];
  /** Every text of the inputs, whether or not anything was found in it; sorted. */
  readonly paths: readonly string[];
  /** Texts by paths that lead to them through a symbolic link. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Paths of machines that flags name and that were looked for: only of these does it say something that they are absent. */
  readonly lookedFor: ReadonlySet<string>;
  /** By the path of the text that starts a component: what stands for its components at another path than it lies at. */
  readonly mounts: ReadonlyMap<string, readonly Mount[]>;
  readonly credentials: readonly Credential[];
  readonly hiddenContents: readonly HiddenContent[];
  /** In manifests, in clear. */
  readonly writtenCredentials: readonly WrittenCredential[];
  /** Definitions that a later one of the same text replaced. */
  readonly overwritten: readonly Entry[];
  readonly shipped: ShippedPolicy;
  /** The minor whose facts hold where a server does not say its own; undefined: the newest known. */
  readonly minor: KnownMinor | undefined;
  /** Nothing says that minor: it is the newest known. */
  readonly minorAssumed: boolean;
  /** What runs the cluster, where somebody said so. */
  readonly platform: PlatformFacts | undefined;
  /** What is known of programs, as far as the inputs start any. */
  readonly componentFacts: ComponentFacts;
  /** Undefined: no input has an expression, or nobody loaded it. */
  readonly cel: Cel | undefined;
  /** The inputs are all there is: what is named and absent does not exist. */
  readonly complete: boolean;
}

/** Where a grant holds. */
export type Scope = { readonly kind: "cluster" } | { readonly kind: "namespace"; readonly namespace: string };

/** A role as the server ends up with it: rules after aggregation, each with the place it was written at. */
export interface EffectiveRole {
  readonly entry: Entry<AccessRole>;
  readonly rules: readonly PolicyRule[];
  /**
   * Against the role that Kubernetes or kubeadm ships under this name: `all`: it gives nothing beyond that one; `part`:
   * some of its rules do; `none`: neither ships a role of this name.
   */
  readonly asShipped: "all" | "part" | "none";
  /** Whether the role that is shipped under this name covers this rule. */
  isShipped(rule: PolicyRule): boolean;
  /** False for a rule that aggregation brings in from a role whose variants disagree about it. */
  isCertain(rule: PolicyRule): boolean;
}

/** What a roleRef leads to. */
export type RoleResolution =
  | { readonly outcome: "found"; readonly role: EffectiveRole }
  /** Definitions equally near to the binding that disagree. */
  | { readonly outcome: "ambiguous"; readonly roles: readonly EffectiveRole[] }
  | {
      readonly outcome: "missing";
      /** Roles of that name in a namespace that may be the binding's: the namespace of one of the two is not known. */
      readonly nearMisses: readonly Entry<AccessRole>[];
    };

export interface ResolvedBinding {
  readonly entry: Entry<AccessBinding>;
  readonly scope: Scope;
  readonly resolution: RoleResolution;
  /** Kubernetes or kubeadm ships this binding, to this role, with this subject. */
  isShipped(subject: Subject): boolean;
  /** The subject is one that only the platform can be. Absent: none is. */
  readonly isReserved?: ((subject: Subject) => boolean) | undefined;
}

/** A subject of a binding, and where both stand in the order of proofs. */
export interface BoundSubject {
  readonly binding: ResolvedBinding;
  readonly subject: Subject;
  readonly order: number;
}

/** One subject through one binding and one role to one PolicyRule. */
export interface Grant {
  readonly subject: Subject;
  readonly binding: ResolvedBinding;
  readonly role: EffectiveRole;
  readonly rule: PolicyRule;
  readonly scope: Scope;
  /** Binding, subject and rule are all as Kubernetes or kubeadm ships them: nobody's mistake. */
  readonly shipped: boolean;
  /** `possible` where variants of the role disagree about this rule. */
  readonly confidence: "certain" | "possible";
}

/** Something that would settle an answer. */
export interface Assumption {
  readonly text: string;
  readonly origin: Origin | undefined;
}

export type Decision =
  | {
      readonly outcome: "allowed";
      readonly reason: string;
      /**
       * Every grant that allows, cluster-wide ones first, then in a fixed order. Empty where no grant is what allows:
       * for system:masters, by the Node authorizer, by AlwaysAllow.
       */
      readonly proof: readonly Grant[];
    }
  | { readonly outcome: "denied"; readonly reason: string }
  | { readonly outcome: "unknown"; readonly reason: string; readonly assumptions: readonly Assumption[] };

/** A value and where it comes from: flag, file, or the default of a version. */
export type Setting<T> = Located<T>;

/** Whether and where requests without credentials are let in. */
export type AnonymousAccess =
  | { readonly access: "off" }
  | { readonly access: "all-paths" }
  /** Exact paths only. */
  | { readonly access: "some-paths"; readonly paths: readonly Located<string>[] }
  /** A file is named and not among the inputs. */
  | { readonly access: "unknown"; readonly assumption: Assumption };

export type AuthorizerMode = "AlwaysAllow" | "AlwaysDeny" | "ABAC" | "Webhook" | "RBAC" | "Node";

export type AuthorizationModes =
  | { readonly known: true; readonly modes: readonly Located<AuthorizerMode>[] }
  | { readonly known: false; readonly assumption: Assumption };

/** The feature gates as a command line sets them; what it does not set has the default of the version. */
export interface FeatureGates {
  readonly set: FeatureGateSettings;
  /** Some of what is set is not among the inputs. */
  readonly doubt: Assumption | undefined;
}

/** Where a setting has its value from, weakest first. */
export type SettingLayer =
  | "default"
  /** What the installer that starts the component gives it without being asked. */
  | "installer"
  | "file"
  | "flag";

/** A setting of a component as it ends up. */
export interface EffectiveSetting {
  /** The flag's name, or the path of a field in the configuration file: `anonymous-auth`, `authentication.anonymous.enabled`. */
  readonly name: string;
  /** As text; of lists one for each element. Undefined: not among the inputs, as `doubt` says. */
  readonly values: readonly string[] | undefined;
  /** It takes several values, however many it has; absent: one. */
  readonly isList?: boolean;
  readonly doubt: Assumption | undefined;
  readonly layer: SettingLayer;
  readonly origin: Origin;
}

/**
 * When a server refuses to start: a later stage is not reached where an earlier one fails. `parse`: the command line
 * (pflag); `arguments`: words that are no flags; `gates`; `complete`: what defaults depend on; `validate`: all that is
 * wrong is told at once; `build`: files are opened, and the first failure ends it (cmd/kube-apiserver/app/server.go:
 * NewAPIServerCommand, Run).
 */
export type StartStage = "parse" | "arguments" | "gates" | "complete" | "validate" | "build";

export interface Refusal {
  readonly message: string;
  readonly origin: Origin;
  /** Absent for a warning. */
  readonly stage?: StartStage;
}

/** One component of the control plane or of a node, as some file starts it. */
export interface ComponentInstance {
  readonly component: Component;
  /** `Pod kube-system/kube-apiserver`, or `assumed` where no input describes one. */
  readonly instance: string;
  readonly assumed: boolean;
  /** Path of the text that starts it; `""` where assumed. */
  readonly path: string;
  /** The program's word; undefined where assumed. */
  readonly origin: Origin | undefined;
  readonly version: Located<string> | undefined;
  /** The minor whose behaviour it is taken to have: its own, or the nearest that is known. */
  readonly minor: KnownMinor;
  readonly installer: Installer | undefined;
  /** What is written is only part of the command line: what is absent says nothing. */
  readonly partial: boolean;
  /** What a server needs and these flags do not say, in its own words; absent: nothing, or it is not asked. */
  readonly lacking?: readonly string[];
  /** By name: everything that is given, and the defaults of what is not. */
  readonly settings: ReadonlyMap<string, EffectiveSetting>;
  /** Why it would refuse to start, if it would. */
  readonly refusals: readonly Refusal[];
  /** What it says at start and goes on. */
  readonly warnings: readonly Refusal[];
}

/** What a file that a setting names holds. */
export type FileContent<T> =
  | { readonly state: "read"; readonly path: Located<string>; readonly value: T }
  /** Not among the inputs, or no file of its kind: the assumption says which. */
  | { readonly state: "unknown"; readonly path: Located<string>; readonly assumption: Assumption };

/** One way to prove who one is, switched on at a server (pkg/kubeapiserver/authenticator/config.go: Config.New). */
export type Authenticator =
  | {
      readonly kind: "request-header";
      readonly origin: Origin;
      readonly authority: FileContent<CertificateBundle>;
      /** Empty: any certificate of the authority. */
      readonly allowedNames: readonly Located<string>[];
      readonly usernameHeaders: readonly Located<string>[];
      readonly uidHeaders: readonly Located<string>[];
      readonly groupHeaders: readonly Located<string>[];
      readonly extraPrefixes: readonly Located<string>[];
    }
  | { readonly kind: "client-certificate"; readonly origin: Origin; readonly authority: FileContent<CertificateBundle> }
  | { readonly kind: "token-file"; readonly origin: Origin; readonly tokens: FileContent<TokenFile> }
  | {
      readonly kind: "service-account";
      readonly origin: Origin;
      readonly issuers: readonly Located<string>[];
      readonly keys: readonly FileContent<PublicKeys>[];
      /** `--service-account-signing-endpoint`: keys come from there. */
      readonly external: boolean;
      readonly lookup: Setting<boolean>;
      /** What tokens must be for; the issuers where nothing says it. */
      readonly audiences: readonly string[];
    }
  | { readonly kind: "bootstrap-token"; readonly origin: Origin }
  | { readonly kind: "jwt"; readonly origin: Origin; readonly issuer: JwtAuthenticator; readonly byFlags: boolean }
  | {
      readonly kind: "webhook";
      readonly origin: Origin;
      readonly kubeconfig: FileContent<Kubeconfig>;
      readonly cacheTtl: Setting<string>;
    };

/** One authorizer of a server, in its place in the chain. */
export type Authorizer =
  | { readonly kind: "AlwaysAllow" | "AlwaysDeny" | "RBAC" | "Node"; readonly name: string; readonly origin: Origin }
  | {
      readonly kind: "ABAC";
      readonly name: string;
      readonly origin: Origin;
      /** Undefined: a configuration file asks for ABAC and no flag names the policy. */
      readonly policy: FileContent<AbacPolicy> | undefined;
    }
  | {
      readonly kind: "Webhook";
      readonly name: string;
      readonly origin: Origin;
      readonly webhook: WebhookConfiguration;
      readonly kubeconfig: FileContent<Kubeconfig> | undefined;
    };

/** Admission plugins that are on, by name, with what decides it. */
export type AdmissionPlugins = ReadonlyMap<string, Setting<boolean>>;

/** The effective settings of one kube-apiserver that decide who gets in. */
export interface ApiServer extends ComponentInstance {
  readonly featureGates: FeatureGates;
  readonly anonymous: Setting<AnonymousAccess>;
  readonly authorization: Setting<AuthorizationModes>;
  /** The chain, without the anonymous authenticator; undefined where a file that decides it is not among the inputs. */
  readonly authenticators: readonly Authenticator[];
  /** What authenticators there may be besides. */
  readonly authenticatorDoubts: readonly Assumption[];
  /** What else may allow, after all of them: the IAM of a platform. Kubernetes' own names (`system:…`) are not its business. */
  readonly otherAuthorizer: Located<string> | undefined;
  /** In the order they are asked, behind the group `system:masters`. Empty where `authorization` is not known. */
  readonly authorizers: readonly Authorizer[];
  readonly admissionPlugins: AdmissionPlugins;
  readonly audit: { readonly policy: FileContent<AuditPolicy> | undefined; readonly hasBackend: Setting<boolean> };
  readonly encryption: FileContent<EncryptionConfiguration> | undefined;
  readonly tokenAuthFile: Located<string> | undefined;
}

/** How an object is tied to a node. */
export type NodeRelation =
  | { readonly related: "yes"; readonly through: readonly Vertex[] }
  /** Some definitions of the objects between the two say so, and others do not. */
  | { readonly related: "maybe"; readonly through: readonly Vertex[] }
  | { readonly related: "no" };

/** `Secret web/db-pass`, `PersistentVolume /data`: kind, namespace (empty for cluster-scoped kinds), name. */
export type Vertex = `${string} ${string}/${string}`;

/** The edges that the Node authorizer follows: from what a kubelet reads to the node it is on. */
export interface NodeRelations {
  /** Every node that something is tied to, sorted. */
  readonly nodes: readonly string[];
  relation(from: Vertex, node: string): NodeRelation;
}

/** Who can do what, and through what. */
export interface AccessGraph {
  readonly inventory: Inventory;
  /** ClusterRoleBindings first, then by namespace, key and path: the order of every proof. */
  readonly bindings: readonly ResolvedBinding[];
  /** Every definition of every role, by key and path. */
  readonly roles: readonly EffectiveRole[];
  /** One per instance found; one assumed where the inputs describe none. */
  readonly apiServers: readonly ApiServer[];
  /** Every other component that the inputs start: kubelets, controller managers, schedulers, etcd. */
  readonly components: readonly ComponentInstance[];
  readonly assumptions: readonly Assumption[];
  /** Keys of all subjects bound anywhere (`User x`, `Group x`; a ServiceAccount is the User of its user name), sorted. */
  readonly subjectKeys: readonly string[];
  /** Every grant of a subject key, in a fixed order, shipped ones included; of rules that are `wanted`, where it says so. */
  grantsOf(subjectKey: string, wanted?: (rule: PolicyRule) => boolean): Iterable<Grant>;
  /** Every grant through a binding for one of its subjects. */
  grantsThrough(binding: ResolvedBinding, subject: Subject): Iterable<Grant>;
  /** Bindings that name a subject key: ClusterRoleBindings for the namespace `""`, else RoleBindings of that namespace. */
  boundTo(subjectKey: string, namespace: string): readonly BoundSubject[];
  /** All definitions of a binding, itself included. More than one: several texts define it. */
  variantsOf(binding: ResolvedBinding): readonly ResolvedBinding[];
  /** What each node's Pods, volumes and attachments tie to it. */
  nodeRelations(): NodeRelations;
  /** The definition of a role that aggregation and shipped policy were applied to. */
  effectiveRole(entry: Entry<AccessRole>): EffectiveRole;
}
