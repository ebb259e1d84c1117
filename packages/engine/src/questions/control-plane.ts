import type { ApiServer, ComponentInstance, EffectiveSetting } from "@authgraph/graph";
import type { Component } from "@authgraph/kubernetes";
import type { LoadedGraph } from "../load-graph.ts";

/** The programs that run a cluster and its nodes, each with its settings as they end up. */
export interface ControlPlaneAnswer {
  /** API servers first, each component in the order of the inputs. */
  readonly instances: readonly ControlPlaneInstance[];
  /** Where instances of one component are set otherwise. */
  readonly differences: readonly SettingDifference[];
}

export type ControlPlaneInstance =
  | { readonly kind: "api-server"; readonly instance: ApiServer }
  | { readonly kind: "component"; readonly instance: ComponentInstance };

export interface SettingDifference {
  readonly component: Component;
  readonly name: string;
  /** Every instance of the component, in order; undefined: it has no such setting. */
  readonly values: readonly { readonly instance: ComponentInstance; readonly setting: EffectiveSetting | undefined }[];
}

/** What the inputs start, setting by setting. */
export function controlPlane({ graph }: LoadedGraph): ControlPlaneAnswer {
  const servers = graph.apiServers.map((instance): ControlPlaneInstance => ({ kind: "api-server", instance }));
  const others = [...graph.components]
    .sort((a, b) => order.indexOf(a.component) - order.indexOf(b.component))
    .map((instance): ControlPlaneInstance => ({ kind: "component", instance }));
  const instances = [...servers, ...others];
  return { instances, differences: differencesOf(instances.map(({ instance }) => instance)) };
}

const order: readonly Component[] = ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "etcd"];

function differencesOf(instances: readonly ComponentInstance[]): readonly SettingDifference[] {
  return order.flatMap((component) => {
    // Of part of a command line nothing is known that is not in it.
    const alike = instances.filter((instance) => instance.component === component && !instance.partial);
    if (alike.length < 2) return [];
    const names = [...new Set(alike.flatMap(({ settings }) => [...settings.keys()]))].sort();
    return names.flatMap((name): readonly SettingDifference[] => {
      if (ofOneMachine.has(name)) return [];
      const values = alike.map((instance) => ({ instance, setting: instance.settings.get(name) }));
      return new Set(values.map(({ setting }) => wordsOf(setting))).size > 1 ? [{ component, name, values }] : [];
    });
  });
}

function wordsOf(setting: EffectiveSetting | undefined): string {
  return setting?.values === undefined ? "" : JSON.stringify(setting.values);
}

/** What each machine has its own of. */
const ofOneMachine: ReadonlySet<string> = new Set([
  "advertise-address",
  "bind-address",
  "hostname-override",
  "node-ip",
  "name",
  "initial-advertise-peer-urls",
  "advertise-client-urls",
  "listen-client-urls",
  "listen-peer-urls",
  "listen-metrics-urls",
  "cert-file",
  "key-file",
  "peer-cert-file",
  "peer-key-file",
]);
