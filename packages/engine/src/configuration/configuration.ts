import type { Platform } from "@authgraph/kubernetes";
import type { Severity } from "@authgraph/rules";
import type { Located, SourceText, TextOrigin } from "@authgraph/source";

/** The name of what lies under the paths of no cluster: a repository's only cluster, unless the configuration says more. */
export const defaultCluster = "default";

/** `authgraph.yaml`, as `docs/schemas/configuration.schema.json` describes it. Paths and globs start from its folder. */
export interface Configuration {
  readonly source: SourceText;
  /** The path of an input from the folder where the paths start; undefined where it lies outside. */
  readonly pathOf: (path: string) => string | undefined;
  readonly clusters: readonly ConfiguredCluster[];
  readonly templates: readonly ConfiguredTemplates[];
  readonly exclude: readonly ConfiguredExclude[];
  readonly rules: readonly ConfiguredRule[];
  readonly identities: ConfiguredIdentities;
  readonly expected: readonly ExpectedGrant[];
  readonly suppressions: readonly ConfiguredSuppression[];
  /** Path of the baseline file. */
  readonly baseline: Located<string> | undefined;
  /** The inputs are all there is. */
  readonly complete: boolean;
}

export interface ConfiguredCluster {
  readonly name: Located<string>;
  /** Globs. What lies under none of any cluster's is the cluster `default`, which has none. */
  readonly paths: readonly Located<string>[];
  readonly kubernetesVersion: Located<string> | undefined;
  readonly platform: Located<Platform> | undefined;
  readonly rootfs: Located<string> | undefined;
  /** Where objects go that name no namespace. */
  readonly namespace: Located<string> | undefined;
  /** Globs of files that describe its control plane; they belong to it too. */
  readonly controlPlane: readonly Located<string>[];
  readonly complete: boolean;
}

/** Files that are not rendered yet: known, so not told again. */
export interface ConfiguredTemplates {
  readonly paths: readonly Located<string>[];
  /** Where what they render to lies; undefined: ignored. */
  readonly rendered: Located<string> | undefined;
  readonly reason: string;
}

export interface ConfiguredExclude {
  readonly paths: readonly Located<string>[];
  readonly reason: string;
}

export interface ConfiguredRule {
  readonly id: Located<string>;
  readonly enabled: boolean;
  /** Instead of what the graph says. */
  readonly severity: Located<Severity> | undefined;
  readonly parameters: ReadonlyMap<string, Located<number>>;
}

/** What no input says: who there is outside, and who is in a group. */
export interface ConfiguredIdentities {
  readonly users: readonly { readonly name: Located<string>; readonly groups: readonly Located<string>[] }[];
  readonly groups: readonly { readonly name: Located<string>; readonly members: readonly Located<string>[] }[];
}

export interface ExpectedGrant {
  readonly origin: TextOrigin;
  /** `ServiceAccount cert-manager/cert-manager` */
  readonly subject: Located<string>;
  /** `ClusterRoleBinding cert-manager-controller`, `RoleBinding web/ci`; undefined: any. */
  readonly binding: Located<string> | undefined;
  /** In words, as `accessWords` writes them: `get, list secrets in every namespace`. */
  readonly access: readonly Located<string>[];
  readonly reason: string;
  readonly until: Located<string> | undefined;
  readonly cluster: Located<string> | undefined;
}

export interface ConfiguredSuppression {
  readonly origin: TextOrigin;
  readonly rules: readonly Located<string>[];
  /** At least one of these four narrows it. */
  readonly object: Located<string> | undefined;
  readonly subject: Located<string> | undefined;
  readonly path: Located<string> | undefined;
  readonly fingerprint: Located<string> | undefined;
  readonly cluster: Located<string> | undefined;
  readonly reason: string;
  readonly until: Located<string> | undefined;
  readonly validWhile: ValidWhile | undefined;
}

/** What has to stay true for a suppression to hold. */
export interface ValidWhile {
  readonly origin: TextOrigin;
  /** The subject is bound, through the role in question, in these namespaces only. */
  readonly boundOnlyIn: readonly Located<string>[];
  /** The rules behind it name these objects only (`resourceNames`). */
  readonly namesOnly: readonly Located<string>[];
}
