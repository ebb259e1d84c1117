import type { ApiResource } from "./api-resources.ts";
import type { BuiltInPolicy } from "./built-in-policy.ts";
import type { ComponentFlags } from "./component-flags.ts";
import type { Component } from "./facts.ts";
import type { FeatureGate } from "./feature-gates.ts";
import { type KnownMinor, knownMinors } from "./versions.ts";

// Each kind of data is a module of its own, read when somebody asks for it and not before.

/** The RBAC objects that kube-apiserver creates by itself. Aggregated ClusterRoles have no rules yet. */
export async function loadDefaultPolicy(minor: KnownMinor): Promise<BuiltInPolicy> {
  return (await import("./default-policy.ts")).defaultPolicy(minor);
}

/** The same of every minor that is known, made when somebody asks: what an older server created is still there. */
export async function loadEveryDefaultPolicy(): Promise<() => readonly BuiltInPolicy[]> {
  const { defaultPolicy } = await import("./default-policy.ts");
  return () => knownMinors.map(defaultPolicy);
}

/** The RBAC objects that `kubeadm init` adds. */
export async function loadKubeadmPolicy(minor: KnownMinor): Promise<BuiltInPolicy> {
  return (await import("./kubeadm-policy.ts")).kubeadmPolicy(minor);
}

/** What discovery serves by default, in its order. */
export async function loadApiResources(minor: KnownMinor): Promise<readonly ApiResource[]> {
  return (await import("./api-resources.ts")).apiResources(minor);
}

/** The flags of a component. */
export async function loadComponentFlags(component: Component, minor: KnownMinor): Promise<ComponentFlags> {
  return (await import("./component-flags.ts")).componentFlags(component, minor);
}

/** The feature gates of kube-apiserver, by name. */
export async function loadFeatureGates(minor: KnownMinor): Promise<ReadonlyMap<string, FeatureGate>> {
  return (await import("./feature-gates.ts")).featureGates(minor);
}
