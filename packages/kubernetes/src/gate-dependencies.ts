import { type KnownMinor, knownMinors } from "./versions.ts";

/**
 * What a feature gate needs to be on as well (pkg/features/kube_features.go: defaultKubernetesFeatureGateDependencies).
 * The mask says for which minors, the lowest bit for the first one that checks it.
 */
const rows: readonly (readonly [mask: number, gate: string, ...needs: readonly string[]])[] = [
  [3, "AuthorizeNodeWithSelectors", "AuthorizeWithSelectors"],
  [7, "ClusterTrustBundleProjection", "ClusterTrustBundle"],
  [4, "CompositePodGroup", "GenericWorkload", "TopologyAwareWorkloadScheduling"],
  [7, "DRAAdminAccess", "DynamicResourceAllocation"],
  [7, "DRAConsumableCapacity", "DynamicResourceAllocation"],
  [4, "DRADerivedAttributes", "DynamicResourceAllocation"],
  [7, "DRADeviceBindingConditions", "DynamicResourceAllocation", "DRAResourceClaimDeviceStatus"],
  [4, "DRADeviceCompatibilityGroups", "DynamicResourceAllocation", "DRAPartitionableDevices"],
  [7, "DRADeviceTaintRules", "DRADeviceTaints"],
  [7, "DRADeviceTaints", "DynamicResourceAllocation"],
  [7, "DRAExtendedResource", "DynamicResourceAllocation"],
  [4, "DRAFractionalCapacityRange", "DRAConsumableCapacity"],
  [6, "DRAListTypeAttributes", "DynamicResourceAllocation"],
  [6, "DRANodeAllocatableResources", "DynamicResourceAllocation"],
  [4, "DRAOptionalNodeOperations", "DynamicResourceAllocation", "NodeDeclaredFeatures"],
  [7, "DRAPartitionableDevices", "DynamicResourceAllocation"],
  [4, "DRAPartitionableDevicesType", "DynamicResourceAllocation", "DRAPartitionableDevices", "DRAResourcePoolStatus"],
  [7, "DRAPrioritizedList", "DynamicResourceAllocation"],
  [6, "DRAResourceClaimGranularStatusAuthorization", "DynamicResourceAllocation", "DRAResourceClaimDeviceStatus"],
  [6, "DRAResourcePoolStatus", "DynamicResourceAllocation"],
  [7, "DRASchedulerFilterTimeout", "DynamicResourceAllocation"],
  [6, "DRAWorkloadResourceClaims", "DynamicResourceAllocation", "GenericWorkload"],
  [6, "DeclarativeValidationBeta", "DeclarativeValidation"],
  [7, "DeclarativeValidationTakeover", "DeclarativeValidation"],
  [7, "DisableAllocatorDualWrite", "MultiCIDRServiceAllocator"],
  [4, "EventedPLEG", "PLEGOnDemandRelist"],
  [6, "ExtendWebSocketsToKubelet", "NodeDeclaredFeatures"],
  [3, "GangScheduling", "GenericWorkload"],
  [7, "GracefulNodeShutdownBasedOnPodPriority", "GracefulNodeShutdown"],
  [4, "H2CContainerProbe", "NodeDeclaredFeatures"],
  [6, "ImageVolumeWithDigest", "ImageVolume"],
  [
    7,
    "InPlacePodLevelResourcesVerticalScaling",
    "InPlacePodVerticalScaling",
    "PodLevelResources",
    "NodeDeclaredFeatures",
  ],
  [1, "InPlacePodVerticalScalingAllocatedStatus", "InPlacePodVerticalScaling"],
  [7, "InPlacePodVerticalScalingExclusiveCPUs", "InPlacePodVerticalScaling"],
  [6, "InPlacePodVerticalScalingExclusiveMemory", "InPlacePodVerticalScaling"],
  [1, "InPlacePodVerticalScalingExclusiveMemory", "InPlacePodVerticalScaling", "MemoryManager"],
  [6, "InPlacePodVerticalScalingInitContainers", "InPlacePodVerticalScaling", "NodeDeclaredFeatures"],
  [4, "InPlacePodVerticalScalingMemoryBackedVolumes", "InPlacePodVerticalScaling", "NodeDeclaredFeatures"],
  [4, "InPlacePodVerticalScalingSchedulerPreemption", "InPlacePodVerticalScaling"],
  [4, "KubeletAllocatedPodsEndpoint", "InPlacePodVerticalScaling"],
  [7, "MatchLabelKeysInPodTopologySpreadSelectorMerge", "MatchLabelKeysInPodTopologySpread"],
  [4, "NodeControllerLeaseCircuitBreaker", "AtomicFIFO"],
  [3, "PodCertificateRequest", "AuthorizeNodeWithSelectors"],
  [4, "PodGroupPreemptionPolicy", "GenericWorkload"],
  [6, "PodLevelResourceManagers", "PodLevelResources"],
  [4, "PodLevelResourcesFixDefaulting", "PodLevelResources"],
  [4, "PodLevelResourcesFixKubeletQOSClass", "PodLevelResources"],
  [3, "PodLifecycleSleepActionAllowZero", "PodLifecycleSleepAction"],
  [7, "ProcMountType", "UserNamespacesSupport"],
  [7, "ResourceHealthStatus", "DynamicResourceAllocation"],
  [6, "ResourceHealthStatusMessage", "ResourceHealthStatus"],
  [7, "RestartAllContainersOnContainerExits", "ContainerRestartRules", "NodeDeclaredFeatures"],
  [7, "ServiceAccountTokenNodeBinding", "ServiceAccountTokenNodeBindingValidation"],
  [6, "StaleControllerConsistencyDaemonSet", "AtomicFIFO"],
  [4, "StaleControllerConsistencyHPA", "AtomicFIFO"],
  [6, "StaleControllerConsistencyJob", "AtomicFIFO"],
  [6, "StaleControllerConsistencyReplicaSet", "AtomicFIFO"],
  [6, "StaleControllerConsistencyStatefulSet", "AtomicFIFO"],
  [7, "StorageVersionAPI", "APIServerIdentity"],
  [3, "StructuredAuthenticationConfigurationEgressSelector", "StructuredAuthenticationConfiguration"],
  [3, "StructuredAuthenticationConfigurationJWKSMetrics", "StructuredAuthenticationConfiguration"],
  [6, "TopologyAwareWorkloadScheduling", "GenericWorkload"],
  [7, "UnknownVersionInteroperabilityProxy", "APIServerIdentity"],
  [1, "UserNamespacesHostNetworkSupport", "UserNamespacesSupport"],
  [6, "UserNamespacesHostNetworkSupport", "UserNamespacesSupport", "NodeDeclaredFeatures"],
  [1, "WindowsCPUAndMemoryAffinity", "MemoryManager"],
  [7, "WindowsGracefulNodeShutdown", "GracefulNodeShutdown"],
  [2, "WorkloadAwarePreemption", "GangScheduling"],
  [6, "WorkloadWithJob", "GenericWorkload"],
];

/** Older ones check a few by hand. */
const firstChecked = knownMinors.indexOf("1.35");

/** The gates that each gate of a minor needs, by name. */
export function gateDependencies(minor: KnownMinor): ReadonlyMap<string, readonly string[]> {
  const bit = knownMinors.indexOf(minor) - firstChecked;
  const dependencies = new Map<string, readonly string[]>();
  for (const [mask, gate, ...needs] of rows) {
    if (bit >= 0 && ((mask >> bit) & 1) === 1) dependencies.set(gate, needs);
  }
  return dependencies;
}
