import type { AccessGraph, ComponentInstance, EffectiveSetting } from "@authgraph/graph";
import { type Component, parseGoBool } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";

/** A setting whose value the inputs determine. */
export interface KnownSetting {
  /** The one that counts; empty where there is none. */
  readonly value: string;
  readonly values: readonly string[];
  /** Where a person would edit: the flag or field; the program's word where nobody wrote one. */
  readonly origin: Origin;
  /** Nobody wrote it: it is the default of the program or of what installs it. */
  readonly absent: boolean;
  /** Nobody wrote it, and it is what the installer gives without being asked. */
  readonly byInstaller: boolean;
}

/**
 * A setting as the component ends up with it; undefined where the inputs leave it open: its value is not among them, or
 * what is written is only part of the command line and does not say it.
 */
export function knownSetting(
  instance: ComponentInstance,
  name: string,
  programDefault: string = "",
): KnownSetting | undefined {
  const { settings, partial, assumed, installer } = instance;
  const setting = settings.get(name);
  const program = instance.origin ?? setting?.origin;
  if (setting === undefined || setting.layer === "default") {
    if (partial || assumed || isExcerpt(instance) || program === undefined) return undefined;
    const values = setting?.values ?? [programDefault];
    return known(values, program, true, installer !== undefined);
  }
  if (setting.doubt !== undefined || setting.values === undefined) return undefined;
  const byInstaller = setting.layer === "installer" || setting.origin.kind === "built-in";
  const origin = byInstaller ? (instance.origin ?? setting.origin) : setting.origin;
  return known(setting.values, origin, byInstaller, byInstaller);
}

/**
 * What a command line has that somebody runs a cluster with, one of them at least: without any it is a snippet of a
 * document or test, and what is not in it says nothing.
 */
const telling: Readonly<Record<Component, readonly string[]>> = {
  // Known by what no API server starts without.
  "kube-apiserver": ["etcd-servers"],
  "kube-controller-manager": ["kubeconfig", "master"],
  "kube-scheduler": ["kubeconfig", "master", "config"],
  kubelet: ["kubeconfig", "bootstrap-kubeconfig", "config", "api-servers"],
  etcd: ["data-dir", "name", "initial-cluster", "listen-client-urls", "listen-peer-urls", "config-file"],
};

function isExcerpt({ component, installer, settings }: ComponentInstance): boolean {
  return installer === undefined && !telling[component].some((name) => isGiven(settings.get(name)));
}

function isGiven(setting: EffectiveSetting | undefined): boolean {
  return setting !== undefined && setting.layer !== "default" && setting.values?.join() !== "";
}

function known(values: readonly string[], origin: Origin, absent: boolean, byInstaller: boolean): KnownSetting {
  return { value: values.at(-1) ?? "", values, origin, absent, byInstaller };
}

/** Whether a boolean setting is on; undefined where the inputs leave it open, or where it is no boolean. */
export function knownBoolean(
  instance: ComponentInstance,
  name: string,
  programDefault: boolean,
): (KnownSetting & { readonly on: boolean }) | undefined {
  const setting = knownSetting(instance, name, String(programDefault));
  const on = setting === undefined ? undefined : parseGoBool(setting.value);
  return setting === undefined || on === undefined ? undefined : { ...setting, on };
}

/** Whether a setting is certainly empty: not written, or written as nothing. */
export function isUnset(instance: ComponentInstance, name: string): boolean {
  const setting = knownSetting(instance, name);
  return setting?.value === "" && setting.values.length <= 1;
}

/** Components of one kind that the inputs start, without those assumed. */
export function startedComponents(graph: AccessGraph, component: Component): readonly ComponentInstance[] {
  return graph.components.filter((one) => one.component === component && !one.assumed);
}
