import type { Installer } from "../facts.ts";
import type { KnownMinor } from "../versions.ts";

/** What runs a cluster, where that changes what is known of it without a control plane among the inputs. */
export const platforms: readonly ["eks", "gke", "aks", "openshift", "k3s", "rke2", "kind"] = [
  "eks",
  "gke",
  "aks",
  "openshift",
  "k3s",
  "rke2",
  "kind",
];

export type Platform = (typeof platforms)[number];

/** What holds on every cluster of a platform, and where that is written. */
export interface PlatformFacts {
  readonly platform: Platform;
  /** As its maker calls it. */
  readonly title: string;
  /** Pages or repositories that say so. */
  readonly sources: readonly string[];
  /** Whose flags its API server has; undefined: nobody outside sees them. */
  readonly installer: Installer | undefined;
  /** What may allow what RBAC does not: its answer is not among any inputs. */
  readonly otherAuthorizer: string | undefined;
  /** Whether requests without credentials get in, for a server of this minor. */
  anonymous(minor: KnownMinor): PlatformAnonymous;
  /** Who else than the cluster's own users is in `system:authenticated`. */
  readonly strangersAuthenticated: string | undefined;
  /** Prefix of user names that only the platform gives, `eks:`: what it binds to them nobody else can change or use. */
  readonly reservedUsers: string | undefined;
}

export type PlatformAnonymous =
  | { readonly access: "all-paths" | "off" }
  | { readonly access: "some-paths"; readonly paths: readonly string[] }
  /** It is a choice of whoever makes the cluster, or nowhere written: what would settle it. */
  | { readonly access: "unknown"; readonly settledBy: string };

/** The paths that probes ask for. */
export const healthPaths: readonly string[] = ["/healthz", "/livez", "/readyz"];
