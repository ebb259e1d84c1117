import type { Cel, ComponentConfiguration, FileReference, FileRole } from "@authgraph/kubernetes";
import type { FieldError } from "../objects/field-error.ts";
import type { GoStruct } from "../objects/go-types.ts";
import type { ObjectView } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { auditErrors } from "./audit-errors.ts";
import { authenticationErrors } from "./authentication-errors.ts";
import { authorizationErrors } from "./authorization-errors.ts";
import {
  admissionConfiguration,
  auditPolicy,
  authenticationConfiguration,
  authorizationConfiguration,
  encryptionConfiguration,
} from "./configuration-types.ts";
import { decodeAdmission } from "./decode-admission.ts";
import { decodeAuditPolicy } from "./decode-audit-policy.ts";
import { decodeAuthentication } from "./decode-authentication.ts";
import { decodeAuthorization } from "./decode-authorization.ts";
import { decodeEncryption } from "./decode-encryption.ts";
import { decodeKubelet } from "./decode-kubelet.ts";
import { encryptionErrors } from "./encryption-errors.ts";
import { kubeletConfiguration } from "./kubelet-type.ts";
import { filesOfAdmission, filesOfAuthorization, filesOfKubelet } from "./named-files.ts";

/** A kind of configuration file, and how the component that reads it does so. */
export interface ConfigurationKind {
  /** As people call it. */
  readonly kind: string;
  readonly role: FileRole;
  /** Every `apiVersion` and `kind` that the newest component has registered for it. */
  readonly types: readonly (readonly [apiVersion: string, kind: string])[];
  readonly type: GoStruct;
  /** Unknown fields and repeated keys are told and gone on with. */
  readonly lenient: boolean;
  /** What stands before the decoder's words. */
  readonly prefix: string;
  /** What it is where it says no kind; undefined: that is refused. */
  readonly defaultKind?: string;
  /** What the component refuses in a file that has the right form. */
  readonly errors: (view: ObjectView, root: NodeId, cel: Cel | undefined) => readonly FieldError[];
  readonly decode: (view: ObjectView, root: NodeId, apiVersion: string) => ComponentConfiguration;
  /** The files that it names. */
  readonly files: (view: ObjectView, root: NodeId) => readonly FileReference[];
}

const server = "apiserver.config.k8s.io";
const nothing = (): readonly never[] => [];

function ofEveryVersion(kind: string): ConfigurationKind["types"] {
  return ["v1alpha1", "v1beta1", "v1"].map((version) => [`${server}/${version}`, kind]);
}

const kinds: readonly ConfigurationKind[] = [
  {
    kind: "AuthenticationConfiguration",
    role: "authentication-configuration",
    types: ofEveryVersion("AuthenticationConfiguration"),
    type: authenticationConfiguration,
    lenient: false,
    prefix: "",
    errors: authenticationErrors,
    decode: decodeAuthentication,
    files: nothing,
  },
  {
    kind: "AuthorizationConfiguration",
    role: "authorization-configuration",
    types: ofEveryVersion("AuthorizationConfiguration"),
    type: authorizationConfiguration,
    lenient: false,
    prefix: "",
    errors: authorizationErrors,
    decode: decodeAuthorization,
    files: filesOfAuthorization,
  },
  {
    kind: "EncryptionConfiguration",
    role: "encryption-configuration",
    // The second because of a mistake in the documentation once (pkg/apis/apiserver/v1/register.go).
    types: [
      [`${server}/v1`, "EncryptionConfiguration"],
      ["v1", "EncryptionConfig"],
    ],
    type: encryptionConfiguration,
    lenient: false,
    prefix: "",
    errors: encryptionErrors,
    decode: decodeEncryption,
    files: nothing,
  },
  {
    kind: "AdmissionConfiguration",
    role: "admission-configuration",
    types: [
      [`${server}/v1`, "AdmissionConfiguration"],
      ["apiserver.k8s.io/v1alpha1", "AdmissionConfiguration"],
    ],
    type: admissionConfiguration,
    lenient: false,
    prefix: "",
    errors: nothing,
    decode: decodeAdmission,
    files: filesOfAdmission,
  },
  {
    kind: "audit policy",
    role: "audit-policy",
    types: [["audit.k8s.io/v1", "Policy"]],
    type: auditPolicy,
    // pkg/audit/policy/reader.go: LoadPolicyFromBytes.
    lenient: true,
    prefix: "failed decoding: ",
    defaultKind: "Policy",
    errors: auditErrors,
    decode: decodeAuditPolicy,
    files: nothing,
  },
  {
    kind: "KubeletConfiguration",
    role: "kubelet-configuration",
    types: [["kubelet.config.k8s.io/v1beta1", "KubeletConfiguration"]],
    type: kubeletConfiguration,
    // pkg/kubelet/kubeletconfig/util/codec/codec.go: DecodeKubeletConfiguration.
    lenient: true,
    prefix: "failed to decode: ",
    errors: nothing,
    decode: decodeKubelet,
    files: filesOfKubelet,
  },
];

const byRole: ReadonlyMap<FileRole, ConfigurationKind> = new Map(kinds.map((kind) => [kind.role, kind]));

/** What a file of a role must be; undefined for roles of other files. */
export function configurationOfRole(role: FileRole): ConfigurationKind | undefined {
  return byRole.get(role);
}

const byType: ReadonlyMap<string, ConfigurationKind> = new Map(
  kinds.flatMap((kind) => kind.types.map(([apiVersion, name]) => [`${groupOf(apiVersion)} ${name}`, kind] as const)),
);

/** What a document is by its own words, whatever the version it says. */
export function configurationOfType(apiVersion: string, kind: string): ConfigurationKind | undefined {
  // Asked of every object there is.
  if (!names.has(kind)) return undefined;
  return byType.get(`${groupOf(apiVersion)} ${kind}`);
}

const names: ReadonlySet<string> = new Set(kinds.flatMap(({ types }) => types.map(([, name]) => name)));

function groupOf(apiVersion: string): string {
  const slash = apiVersion.lastIndexOf("/");
  return slash < 0 ? apiVersion : apiVersion.slice(0, slash);
}

/** Whether a version is of the API group that configures the server and nothing else. */
export function isServerGroup(apiVersion: string): boolean {
  return groupOf(apiVersion) === server;
}
