import {
  type Component,
  type ComponentInvocation,
  type DefaultFlag,
  type DistributionSetting,
  type DistributionSettings,
  type Flag,
  type K3sDefaults,
  k3sFlags,
  k3sLeavesToFiles,
  k3sUsual,
  rke2Flags,
} from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { flagOf, flagOfArgument, installersFlags } from "./installer-flags.ts";
import { argumentKeys } from "./k3s-keys.ts";

/**
 * What k3s and RKE2 start, once all that they are told was read. A drop-in replaces what earlier files say of a key, or
 * adds to it where the key ends in `+`; the command line goes over the files (docs, "Configuration File").
 */
export function invocationsOfDistributions(all: readonly DistributionSettings[]): readonly ComponentInvocation[] {
  return layeredNodes(all).flatMap(invocationsOfNode);
}

/** One server or agent, its layers in the order in which they count. */
type Layers = readonly [DistributionSettings, ...DistributionSettings[]];

function layeredNodes(all: readonly DistributionSettings[]): readonly Layers[] {
  const alone: Layers[] = [];
  const groups = new Map<string, DistributionSettings[]>();
  for (const one of all) {
    if (one.configuration === undefined) alone.push([one]);
    else {
      const key = `${one.installer} ${one.configuration}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  const nodes = [...groups.values()].flatMap((group) => {
    const commands = group.filter(({ layer }) => layer === "command-line");
    const files = [
      ...group.filter(({ layer }) => layer === "configuration"),
      ...group.filter(({ layer }) => layer === "drop-in").sort((a, b) => (a.name < b.name ? -1 : 1)),
    ];
    const [first, ...others] = files;
    if (first === undefined) return commands.map((command): Layers => [command]);
    if (commands.length === 0) return [[first, ...others] satisfies Layers];
    return commands.map((command): Layers => [first, ...others, command]);
  });
  return [...nodes, ...alone];
}

function invocationsOfNode(layers: Layers): readonly ComponentInvocation[] {
  const [first] = layers;
  const last = layers.at(-1) ?? first;
  const settings = settledSettings(layers);
  const says = (key: string): boolean => isTrue(lastOf(settings, key));
  const role = last.layer === "command-line" ? last.role : layers.find((layer) => layer.role !== undefined)?.role;
  const version = layers.find((layer) => layer.version !== undefined)?.version;
  const unresolved = layers.flatMap((layer) => layer.unresolved);
  const hasEtcd =
    (first.installer === "rke2" || says("cluster-init") || settings.has("server") || settings.has("etcd-arg")) &&
    !settings.has("datastore-endpoint") &&
    !says("disable-etcd");
  const components: readonly (Component | false)[] =
    role === "server"
      ? [
          !says("disable-apiserver") && "kube-apiserver",
          !says("disable-controller-manager") && "kube-controller-manager",
          !says("disable-scheduler") && "kube-scheduler",
          !says("disable-agent") && "kubelet",
          hasEtcd && "etcd",
        ]
      : ["kubelet"];
  const owner = `${first.installer} ${role ?? "node"} ${first.name}`;
  return components.flatMap((component) => {
    if (component === false) return [];
    const written = argumentsOf(settings, component);
    const flags = flagsOf(first, component, written, settings, hasEtcd, version?.value);
    const hidden = [...unresolved, ...written.filter((argument) => flagOfArgument(argument) === undefined)];
    const invocation: ComponentInvocation = {
      component,
      instance: `${component} of ${owner}`,
      origin: last.origin,
      version,
      flags,
      installer: first.installer,
      positional: [],
    };
    return [hidden.length === 0 ? invocation : { ...invocation, unresolved: hidden }];
  });
}

/** By key, the values that hold. */
type Settled = ReadonlyMap<string, readonly Located<string>[]>;

function settledSettings(layers: Layers): Settled {
  const settled = new Map<string, readonly Located<string>[]>();
  for (const layer of layers) {
    const own = new Map<string, DistributionSetting[]>();
    for (const setting of layer.settings) own.set(setting.key, [...(own.get(setting.key) ?? []), setting]);
    for (const [key, settings] of own) {
      const adds = layer.layer !== "command-line" && settings.every((setting) => setting.adds);
      const values = settings.map(({ value }) => value);
      settled.set(key, adds ? [...(settled.get(key) ?? []), ...values] : values);
    }
  }
  return settled;
}

function lastOf(settings: Settled, key: string): string | undefined {
  return settings.get(key)?.at(-1)?.value;
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|t|true)$/i.test(value);
}

function argumentsOf(settings: Settled, component: Component): readonly Located<string>[] {
  return [...argumentKeys].flatMap(([key, of]) => (of === component ? (settings.get(key) ?? []) : []));
}

/**
 * Arguments over the installer's own (pkg/daemons/config/types.go GetArgs): a name replaces all of its own value, `name+`
 * is added after it and `name-` before it.
 */
function flagsOf(
  { installer }: DistributionSettings,
  component: Component,
  written: readonly Located<string>[],
  settings: Settled,
  hasEtcd: boolean,
  version: string | undefined,
): readonly Flag[] {
  const given = [
    ...flagsOfSettings(component, settings),
    ...written.flatMap((argument) => flagOfArgument(argument) ?? []),
  ];
  const names = new Set(given.map(({ name }) => name.replace(/[-+]+$/, "")));
  const own = ownFlags(installer, component, names, settings, hasEtcd, version);
  const replaced = new Set(given.filter(({ name }) => !/[-+]$/.test(name)).map(({ name }) => name));
  const before = given.filter(({ name }) => name.endsWith("-"));
  const after = given.filter(({ name }) => !name.endsWith("-"));
  return [
    ...before.map(withoutSuffix),
    ...installersFlags(installer, own).filter(({ name }) => !replaced.has(name)),
    ...after.map(withoutSuffix),
  ];
}

/** What other settings than the arguments make of a component; the flag stands where the setting does. */
function flagsOfSettings(component: Component, settings: Settled): readonly Flag[] {
  const own: Readonly<Record<string, string>> =
    component === "kube-apiserver"
      ? {
          "audit-policy-file": "audit-policy-file",
          "pod-security-admission-config-file": "admission-control-config-file",
        }
      : component === "kubelet"
        ? { "protect-kernel-defaults": "protect-kernel-defaults" }
        : {};
  return Object.entries(own).flatMap(([key, name]) => {
    const value = settings.get(key)?.at(-1);
    return (value === undefined ? undefined : flagOf(name, value)) ?? [];
  });
}

function withoutSuffix(flag: Flag): Flag {
  return { ...flag, name: flag.name.replace(/[-+]+$/, "") };
}

function ownFlags(
  installer: DistributionSettings["installer"],
  component: Component,
  names: ReadonlySet<string>,
  settings: Settled,
  hasEtcd: boolean,
  version: string | undefined,
): readonly DefaultFlag[] {
  const profile = lastOf(settings, "profile");
  const encryption = lastOf(settings, "secrets-encryption");
  const defaults: K3sDefaults = {
    program: installer,
    dataDir: lastOf(settings, "data-dir")?.replace(/\/+$/, "") ?? `/var/lib/rancher/${installer}`,
    clusterCidr: lastOf(settings, "cluster-cidr") ?? k3sUsual.clusterCidr,
    serviceCidr: lastOf(settings, "service-cidr") ?? k3sUsual.serviceCidr,
    clusterDomain: lastOf(settings, "cluster-domain") ?? k3sUsual.clusterDomain,
    // RKE2 encrypts unless it is told not to.
    encryptsSecrets: encryption === undefined ? installer === "rke2" : isTrue(encryption),
    protectsKernelDefaults: isTrue(lastOf(settings, "protect-kernel-defaults")) || profile?.startsWith("cis") === true,
    hasEtcd,
    left: k3sLeavesToFiles(names, version),
  };
  return installer === "rke2" ? rke2Flags(component, defaults) : k3sFlags(component, defaults);
}
