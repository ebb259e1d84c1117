import type { Located, Origin, PlacedText, SourceText } from "@authgraph/source";
import type { ComponentConfiguration } from "./component-configuration.ts";
import type { KubernetesObject } from "./objects.ts";

/** What the parser got out of one document. */
export type Fact =
  | { readonly fact: "object"; readonly object: KubernetesObject }
  | { readonly fact: "invocation"; readonly invocation: ComponentInvocation }
  | { readonly fact: "unit"; readonly unit: UnitFile }
  | { readonly fact: "distribution"; readonly settings: DistributionSettings }
  | { readonly fact: "environment"; readonly environment: EnvironmentFile }
  | {
      readonly fact: "configuration";
      readonly configuration: ComponentConfiguration;
      /** Where the machine has it, absolute; absent: the text it stands in is that file. */
      readonly path?: string;
    }
  | { readonly fact: "credential"; readonly credential: Credential }
  | { readonly fact: "file-reference"; readonly reference: FileReference }
  | { readonly fact: "machine-file"; readonly file: MachineFile }
  | { readonly fact: "mount"; readonly mount: Mount }
  | { readonly fact: "kustomization"; readonly kustomization: Kustomization }
  | { readonly fact: "hidden-content"; readonly hidden: HiddenContent }
  | { readonly fact: "written-credential"; readonly written: WrittenCredential };

/** Programs whose flags decide who gets in. */
export type Component = "kube-apiserver" | "kubelet" | "kube-controller-manager" | "kube-scheduler" | "etcd";

/** What starts components with flags of its own, to which the written ones are added. */
export type Installer = "kubeadm" | "kind" | "k3s" | "rke2" | "talos" | "kops" | "microk8s";

/** A program with its flags, as some file starts it. */
export interface ComponentInvocation {
  readonly component: Component;
  /** Which one, for people: `Pod kube-system/kube-apiserver`, or the unit's file name. */
  readonly instance: string;
  /** The word that names the program. */
  readonly origin: Origin;
  /** From the image tag, for example `1.37.2`. */
  readonly version: Located<string> | undefined;
  /**
   * In the order given. Later ones win for scalars and append for lists (pflag). An installer's own come first, with a
   * built-in origin, and only where nothing written replaces them.
   */
  readonly flags: readonly Flag[];
  /** Undefined: the flags are written as the program gets them. */
  readonly installer?: Installer | undefined;
  /** Words that are no flag and no flag's value; kube-apiserver refuses to start with any. */
  readonly positional: readonly Located<string>[];
  /**
   * Words that may be any number of further flags: a variable or placeholder whose value is not among the inputs,
   * as written. Absent: none, the flags are all there are.
   */
  readonly unresolved?: readonly Located<string>[];
}

/**
 * A systemd service unit or one drop-in of it, as written. What it starts is known only once the unit, its drop-ins
 * and its environment files are together.
 */
export interface UnitFile {
  /** `kubelet.service`, for its drop-ins too. */
  readonly unit: string;
  /** The folder of the unit; of a drop-in, the folder that holds `kubelet.service.d`. `""` for the root. */
  readonly folder: string;
  /** File name of a drop-in, which gives the order. Undefined for the unit itself. */
  readonly dropIn: string | undefined;
  readonly origin: Origin;
  /** In the order written; an empty text resets what came before. */
  readonly settings: readonly UnitSetting[];
}

export interface UnitSetting {
  readonly name: "ExecStart" | "Environment" | "EnvironmentFile";
  readonly value: PlacedText;
}

/**
 * What k3s or RKE2 is told: by its configuration file, by a drop-in of it, or on its command line. Which flags its
 * components get is known only once all of them are together.
 */
export interface DistributionSettings {
  readonly installer: "k3s" | "rke2";
  /** What it is started as; undefined: the file does not say, `config.yaml` is the same for both. */
  readonly role: "server" | "agent" | undefined;
  /** In the order in which they count. */
  readonly layer: "configuration" | "drop-in" | "command-line";
  /** Where the configuration file lies; of a command line, where it looks for one. Undefined: it stands alone. */
  readonly configuration: string | undefined;
  /** File name of a drop-in, which gives the order; else what people call it. */
  readonly name: string;
  readonly origin: Origin;
  /** Of Kubernetes, where a release or image says it. */
  readonly version: Located<string> | undefined;
  readonly settings: readonly DistributionSetting[];
  /** Words of the command line that may be any number of further settings. */
  readonly unresolved: readonly Located<string>[];
}

/** One entry of a list is one setting. */
export interface DistributionSetting {
  /** Without dashes and without the `+` that adds to earlier files. */
  readonly key: string;
  readonly adds: boolean;
  readonly value: Located<string>;
}

/** A file of `NAME=value` lines that a unit names (`EnvironmentFile=`). */
export interface EnvironmentFile {
  readonly origin: Origin;
  /** In the order written; later ones win. */
  readonly variables: readonly EnvironmentVariable[];
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: PlacedText;
}

/** One flag as given, without leading dashes, `_` read as `-`. */
export interface Flag {
  readonly name: string;
  /** As pflag takes it; a boolean without a value is `true`. Undefined: the value is missing, which is an error at start. */
  readonly value: string | undefined;
  /** The whole flag, name and value (from the first word to the end of the second where the value is a word of its own). */
  readonly origin: Origin;
  /** Set where an environment variable or template placeholder inside could not be resolved. */
  readonly unresolved: boolean;
}

/** Whom somebody would be. Holds no secret: neither token, nor password, nor key. */
export interface Credential {
  readonly form: CredentialForm;
  /** What it is, for people: `user admin in kubeconfig admin.conf`, `row 3 of tokens.csv`, `IAM role arn:…`. */
  readonly label: string;
  readonly origin: Origin;
  readonly user: Located<string> | undefined;
  readonly groups: readonly Located<string>[];
  /** End of validity (RFC 3339), of certificates and of tokens that say it. */
  readonly notAfter: string | undefined;
  /** For a certificate signing request: who would sign it. */
  readonly signerName: string | undefined;
  /** What proves it, a token or private key, stands in the same text: whoever reads that has the identity. */
  readonly proofInText?: boolean;
  /** What is taken for granted about it because the input does not say; undefined: nothing. */
  readonly assumption?: string;
  /** Of a certificate: its DER in base64, then those that complete its chain. All of it is public. */
  readonly certificates?: readonly string[];
  /** Of a token: SHA-256, hexadecimal; lives in memory only, to be compared. */
  readonly tokenDigest?: string;
}

export type CredentialForm =
  | "client-certificate"
  | "kubeconfig-client-certificate"
  /** A bearer token in a kubeconfig; `user` is set where it is a ServiceAccount's and says so. */
  | "kubeconfig-token"
  | "token-file-row"
  | "aws-auth-mapping"
  /** A request for a certificate: an intent, not yet an identity. */
  | "certificate-request"
  /** An input of openssl or cfssl: an intent as well. */
  | "certificate-request-template";

/** A path that a flag or unit names, with the role that file plays there. */
export interface FileReference {
  readonly path: Located<string>;
  readonly role: FileRole;
  /** The path is a folder: every file in it or below it whose name ends so. */
  readonly everyIn?: string;
}

/** Every role in which a file may be named. */
export const fileRoles = [
  "token-file",
  "authentication-configuration",
  "authorization-configuration",
  "environment-file",
  /** PEM file that a kubeconfig names (`client-certificate`). */
  "client-certificate",
  /** PEM bundle of `--client-ca-file`, `--requestheader-client-ca-file` and their like. */
  "certificate-authority",
  /** `--service-account-key-file`. */
  "service-account-key",
  "abac-policy",
  /** A kubeconfig of a component: of a webhook, of the controller manager. */
  "component-kubeconfig",
  "audit-policy",
  "encryption-configuration",
  "admission-configuration",
  /** `path` of a plugin in an admission configuration. */
  "admission-plugin-configuration",
  /** `--config` of a kubelet, and what lies in its `--config-dir`. */
  "kubelet-configuration",
] as const;

export type FileRole = (typeof fileRoles)[number];

/**
 * A file of the machine whose content stands inside another file: a block scalar of a machine configuration, cloud-init,
 * a ConfigMap that is mounted. Places in it are places in the outer file.
 */
export interface MachineFile {
  /** Absolute, as on the machine. */
  readonly path: Located<string>;
  readonly source: SourceText;
}

/** A path under which the components that a text starts see what lies elsewhere: a volume, a mount of a node. */
export interface Mount {
  readonly path: Located<string>;
  /** On the machine, or of a node that is a container beside the file that describes it. */
  readonly from: Located<string>;
}

/** What a `kustomization.yaml` says about the objects below it. */
export interface Kustomization {
  readonly origin: Origin;
  /** Folder of the file, `""` for the root. */
  readonly folder: string;
  readonly namespace: Located<string> | undefined;
  /** Files that are patches, not objects of their own. Paths as the inputs are named, like `folder`. */
  readonly patches: readonly string[];
  /** Files, and folders with kustomizations of their own, that it builds from (`resources`, `bases`, `components`). */
  readonly resources: readonly string[];
  /** `kind: Component`: applied only through the kustomizations that list it. */
  readonly component: boolean;
}

/** A credential in clear where none belongs. Only where it stands and what it is; nothing of it is kept. */
export interface WrittenCredential {
  readonly form: /** A ServiceAccount's token. */
    | "service-account-token"
    /** A PEM key that is not encrypted. */
    | "private-key"
    /** A bearer token in a kubeconfig. */
    | "kubeconfig-token";
  /** `ConfigMap web/settings`, `Deployment web/api`. */
  readonly owner: string;
  /** Key of the ConfigMap, or name of the environment variable. */
  readonly key: string;
  readonly variable: boolean;
  /** The key or name, never the value. */
  readonly origin: Origin;
  /** Whose token it says it is. */
  readonly account: { readonly namespace: string; readonly name: string } | undefined;
}

/** Something Go reads otherwise than a person does. */
export interface HiddenContent {
  readonly form: /** U+0085, U+2028, U+2029 or a lone CR that ends a line for Go only. */
    | "line-break"
    /** Text that Go drops: after `...`, or after a complete root value. */
    | "ignored-text"
    /** A key written twice; the earlier value is gone. */
    | "duplicate-key"
    /** A merge key (`<<`) that replaced a value written out, or the other way round. */
    | "merge-override"
    /** `items` on something that is no list: Go reads a list and drops the rest. */
    | "items-on-non-list";
  readonly origin: Origin;
  /** The hidden or overwritten text is part of an object of an access kind (RBAC, ServiceAccount, Secret). */
  readonly inAccessObject: boolean;
  /** Inside a quoted scalar, where no key can begin. */
  readonly inQuotes?: boolean;
  /** For `duplicate-key` and `merge-override`: the key, and where the value that holds stands. */
  readonly key: string | undefined;
  readonly winner: Origin | undefined;
}
