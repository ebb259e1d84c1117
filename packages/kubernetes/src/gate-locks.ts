import type { FeatureGate } from "./feature-gates.ts";
import type { KnownMinor } from "./versions.ts";

/** Gates that are stable and can still be set, and the minors where that is so (pkg/features, k8s.io/apiserver pkg/features: LockToDefault). */
const stableAndFree: ReadonlyMap<string, string> = new Map([
  ["AllowServiceExternalIPs", "1.36 1.37"],
  ["ClusterTrustBundle", "1.37"],
  ["ClusterTrustBundleProjection", "1.37"],
  ["CustomCPUCFSQuotaPeriod", "1.36 1.37"],
  ["DRADeviceTaintRules", "1.37"],
  ["DRADeviceTaints", "1.37"],
  ["DRAPrioritizedList", "1.36"],
  ["DisableAllocatorDualWrite", "1.34"],
  ["DynamicResourceAllocation", "1.34"],
  ["ExecProbeTimeout", "1.30 1.31 1.32 1.33 1.34"],
  ["InformerResourceVersion", "1.35 1.36 1.37"],
  ["MultiCIDRServiceAllocator", "1.33"],
  ["MutatingAdmissionPolicy", "1.36 1.37"],
  ["PodCertificateRequest", "1.37"],
  ["SELinuxMount", "1.37"],
  ["StorageVersionMigrator", "1.37"],
  ["TopologyManagerPolicyOptions", "1.32 1.33 1.34 1.35"],
  ["VolumeAttributesClass", "1.34 1.35"],
]);

/** Deprecated gates that cannot be set any more. */
const deprecatedAndLocked: ReadonlyMap<string, string> = new Map([
  ["AggregatedDiscoveryRemoveBetaType", "1.35 1.36 1.37"],
  ["AllowOverwriteTerminationGracePeriodSeconds", "1.35 1.36 1.37"],
  ["AllowServiceLBStatusOnNonLB", "1.32 1.33 1.34"],
  ["DeclarativeValidationTakeover", "1.37"],
  ["DisableCPUQuotaWithExclusiveCPUs", "1.37"],
  ["DisableNodeKubeProxyVersion", "1.36 1.37"],
  ["GitRepoVolumeDriver", "1.36 1.37"],
  ["SeparateCacheWatchRPC", "1.36 1.37"],
  ["WatchFromStorageWithoutResourceVersion", "1.33 1.34 1.35"],
]);

/** Whether a gate of a minor can only be given the value that it has. */
export function isLocked({ name, stage }: Pick<FeatureGate, "name" | "stage">, minor: KnownMinor): boolean {
  switch (stage) {
    case "ga":
      return !isAmong(stableAndFree, name, minor);
    case "deprecated":
      return isAmong(deprecatedAndLocked, name, minor);
    case "alpha":
    case "beta":
      return false;
  }
}

function isAmong(gates: ReadonlyMap<string, string>, name: string, minor: KnownMinor): boolean {
  return gates.get(name)?.split(" ").includes(minor) ?? false;
}
