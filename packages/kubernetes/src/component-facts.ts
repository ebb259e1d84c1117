import type { ComponentFlags } from "./component-flags.ts";
import type { Component } from "./facts.ts";
import type { FeatureGate } from "./feature-gates.ts";
import { loadComponentFlags, loadFeatureGates } from "./version-data.ts";
import type { KnownMinor } from "./versions.ts";

/** What is known of the programs of some minors, read beforehand: whoever asks need not wait. */
export interface ComponentFacts {
  /** None, and not all there are, for a minor that was not read. */
  flags(component: Component, minor: KnownMinor): ComponentFlags;
  /** Of kube-apiserver. */
  featureGates(minor: KnownMinor): ReadonlyMap<string, FeatureGate>;
  /** Of kube-apiserver: the gates that must be on where a gate is. */
  gateDependencies(minor: KnownMinor): ReadonlyMap<string, readonly string[]>;
}

/** Reads the facts of components and minors. */
export async function loadComponentFacts(
  components: Iterable<Component>,
  minors: Iterable<KnownMinor>,
): Promise<ComponentFacts> {
  const flags = new Map<string, ComponentFlags>();
  const gates = new Map<KnownMinor, ReadonlyMap<string, FeatureGate>>();
  const known = [...minors];
  for (const minor of known) gates.set(minor, await loadFeatureGates(minor));
  const { gateDependencies } = await import("./gate-dependencies.ts");
  const dependencies = new Map(known.map((minor) => [minor, gateDependencies(minor)]));
  for (const component of components) {
    for (const minor of known) flags.set(`${component} ${minor}`, await loadComponentFlags(component, minor));
  }
  return {
    flags: (component, minor) => flags.get(`${component} ${minor}`) ?? nothing,
    featureGates: (minor) => gates.get(minor) ?? noGates,
    gateDependencies: (minor) => dependencies.get(minor) ?? noDependencies,
  };
}

const nothing: ComponentFlags = { flags: new Map(), complete: false };
const noGates: ReadonlyMap<string, FeatureGate> = new Map();
const noDependencies: ReadonlyMap<string, readonly string[]> = new Map();

/** Where nothing was read beforehand: no flag is known, and none is refused for that. */
export const noComponentFacts: ComponentFacts = {
  flags: () => nothing,
  featureGates: () => noGates,
  gateDependencies: () => noDependencies,
};
