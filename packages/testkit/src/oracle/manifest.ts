/** An object as it is posted. */
export interface ClusterObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
}

/** An object of the RBAC API. */
export type Manifest = RoleManifest | BindingManifest;

export interface RoleManifest {
  readonly apiVersion: typeof rbacVersion;
  readonly kind: "Role" | "ClusterRole";
  readonly metadata: ManifestMetadata;
  readonly rules?: readonly RuleManifest[] | null;
  readonly aggregationRule?: { readonly clusterRoleSelectors: readonly SelectorManifest[] };
}

export interface BindingManifest {
  readonly apiVersion: typeof rbacVersion;
  readonly kind: "RoleBinding" | "ClusterRoleBinding";
  readonly metadata: ManifestMetadata;
  readonly roleRef: { readonly apiGroup: string; readonly kind: "Role" | "ClusterRole"; readonly name: string };
  readonly subjects?: readonly SubjectManifest[];
}

export interface ManifestMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface RuleManifest {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

export interface SubjectManifest {
  readonly kind: "User" | "Group" | "ServiceAccount";
  readonly name: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
}

export interface SelectorManifest {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly SelectorExpression[];
}

export interface SelectorExpression {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  readonly values?: readonly string[];
}

export const rbacVersion = "rbac.authorization.k8s.io/v1";

const rbacKinds: ReadonlySet<string> = new Set<Manifest["kind"]>([
  "Role",
  "ClusterRole",
  "RoleBinding",
  "ClusterRoleBinding",
]);

export function isRbac(object: ClusterObject): object is Manifest {
  return object.apiVersion === rbacVersion && rbacKinds.has(object.kind);
}

export function isRole(object: Manifest): object is RoleManifest {
  return object.kind === "Role" || object.kind === "ClusterRole";
}

export function isClusterRole(object: Manifest): object is RoleManifest {
  return object.kind === "ClusterRole";
}

export function isNamespaced({ kind }: Manifest): boolean {
  return kind === "Role" || kind === "RoleBinding";
}

/** The collection of an object, and the object's own path below the API server's address. */
export function apiPaths({ kind, metadata }: Manifest): { readonly collection: string; readonly object: string } {
  const within = metadata.namespace === undefined ? "" : `/namespaces/${metadata.namespace}`;
  const collection = `/apis/${rbacVersion}${within}/${kind.toLowerCase()}s`;
  return { collection, object: `${collection}/${encodeURIComponent(metadata.name)}` };
}
