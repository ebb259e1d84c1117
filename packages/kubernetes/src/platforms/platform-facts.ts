import { k3s, kind, rke2 } from "./installed-platforms.ts";
import { aks, eks, gke, openshift } from "./managed-platforms.ts";
import type { Platform, PlatformFacts } from "./platform.ts";

/** What is known of a platform. */
export function platformFacts(platform: Platform): PlatformFacts {
  return known[platform];
}

const known: Readonly<Record<Platform, PlatformFacts>> = { eks, gke, aks, openshift, k3s, rke2, kind };
