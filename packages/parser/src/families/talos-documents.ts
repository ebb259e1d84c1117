import type { Component } from "@authgraph/kubernetes";
import { field, itemsOf } from "../objects/object-view.ts";
import type { FamilyReader } from "./read-family.ts";
import { addAdmission, addAuthorizer, machineOf, partOf, readComponent, readKubelet, typedPart } from "./talos.ts";

const components: ReadonlyMap<string, Component> = new Map<string, Component>([
  ["KubeAPIServerConfig", "kube-apiserver"],
  ["KubeControllerManagerConfig", "kube-controller-manager"],
  ["KubeSchedulerConfig", "kube-scheduler"],
  ["KubeletConfig", "kubelet"],
  ["EtcdConfig", "etcd"],
]);

/**
 * Reads what Talos since 1.14 has in documents of its own beside the machine configuration (pkg/machinery/config/types/k8s):
 * `apiVersion: v1alpha1`, a group of nobody else.
 */
export const readTalosDocument: FamilyReader = (collected, view, root, type, _around) => {
  const { apiVersion, kind = "" } = type;
  if (apiVersion !== "v1alpha1") return undefined;
  const component = components.get(kind);
  const configuration = field(view, root, "configuration");
  if (component !== undefined) {
    const draft = machineOf(collected, view, root);
    readComponent(collected, view, root, component, draft);
    if (component === "kubelet") readKubelet(view, root, field(view, root, "config"), draft);
    if (component === "kube-apiserver") draft.port ??= view.tree.scalar(field(view, root, "apiPort")) || undefined;
    return "evaluated";
  }
  switch (kind) {
    case "KubeAdmissionControlConfig":
      addAdmission(view, root, machineOf(collected, view, root));
      return "evaluated";
    case "KubeAuthorizerConfig":
      addAuthorizer(view, root, machineOf(collected, view, root));
      return "evaluated";
    case "KubeAuditPolicyConfig":
      if (configuration !== 0) machineOf(collected, view, root).audit = partOf(view, configuration);
      return "evaluated";
    case "KubeAuthenticationConfig":
      if (configuration !== 0) machineOf(collected, view, root).authentication = partOf(view, configuration);
      return "evaluated";
    case "KubeEtcdEncryptionConfig": {
      const config = field(view, root, "config");
      const type = { apiVersion: "apiserver.config.k8s.io/v1", kind: "EncryptionConfiguration" };
      if (itemsOf(view, config).length > 0) {
        machineOf(collected, view, root).encryption = typedPart(partOf(view, config), type);
      }
      return "evaluated";
    }
    default:
      return undefined;
  }
};
