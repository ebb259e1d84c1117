import type { FileReference, FileRole } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { field, fieldAt, itemsOf, type ObjectView, writtenText } from "../objects/object-view.ts";
import { pathFrom } from "../path-from.ts";
import type { NodeId } from "../reader/tree.ts";
import { writtenSettings } from "./written-settings.ts";

/** The kubeconfigs of an AuthorizationConfiguration's webhooks. */
export function filesOfAuthorization(view: ObjectView, root: NodeId): readonly FileReference[] {
  return itemsOf(view, field(view, root, "authorizers")).flatMap((authorizer) =>
    named(view, fieldAt(view, authorizer, "webhook", "connectionInfo", "kubeConfigFile"), "component-kubeconfig"),
  );
}

/** What the plugins of an AdmissionConfiguration are configured with, and the kubeconfigs of those that ask webhooks. */
export function filesOfAdmission(view: ObjectView, root: NodeId): readonly FileReference[] {
  return itemsOf(view, field(view, root, "plugins")).flatMap((plugin) => {
    const configuration = field(view, plugin, "configuration");
    return configuration === 0
      ? named(view, field(view, plugin, "path"), "admission-plugin-configuration")
      : filesOfPlugin(view, configuration);
  });
}

/** `kubeConfigFile` of WebhookAdmissionConfiguration, and within `imagePolicy` of ImagePolicyWebhook's. */
export function filesOfPlugin(view: ObjectView, configuration: NodeId): readonly FileReference[] {
  return [...writtenSettings(view, configuration)].flatMap(([path, { value, origin }]): readonly FileReference[] =>
    /(?:^|\.)kubeConfigFile$/.test(path) && value !== ""
      ? [{ path: located(pathFrom(view.source.path, value), origin), role: "component-kubeconfig" }]
      : [],
  );
}

/** The CA of client certificates that a kubelet takes. */
export function filesOfKubelet(view: ObjectView, root: NodeId): readonly FileReference[] {
  return named(view, fieldAt(view, root, "authentication", "x509", "clientCAFile"), "certificate-authority");
}

/** The CAs that a kubeconfig trusts; those in the file itself win (tools/clientcmd/client_config.go). */
export function filesOfKubeconfig(view: ObjectView, root: NodeId): readonly FileReference[] {
  return itemsOf(view, field(view, root, "clusters")).flatMap((item) => {
    const cluster = field(view, item, "cluster");
    const data = writtenText(view, field(view, cluster, "certificate-authority-data"));
    return data === undefined
      ? named(view, field(view, cluster, "certificate-authority"), "certificate-authority")
      : [];
  });
}

function named(view: ObjectView, node: NodeId, role: FileRole): readonly FileReference[] {
  const path = writtenText(view, node);
  return path === undefined ? [] : [{ path: located(pathFrom(view.source.path, path.value), path.origin), role }];
}
