import { readKubeconfig } from "../credentials/kubeconfig.ts";
import { type Collected, collectCredentials, collectReferences, type Outcome } from "../documents/collected.ts";
import { compareWithType } from "../objects/conformity.ts";
import type { ObjectView } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { decodeAdmissionPlugin } from "./decode-admission.ts";
import { decodeKubeconfig } from "./decode-kubeconfig.ts";
import { kubeconfig } from "./kubeconfig-type.ts";
import { filesOfKubeconfig, filesOfPlugin } from "./named-files.ts";
import { type ConfigurationSurroundings, refuseUnlessTemplate } from "./refused-configuration.ts";

/** Takes in the kubeconfig that a document is: whom it is for, where it leads, what files it names. */
export function collectKubeconfig(collected: Collected, view: ObjectView, root: NodeId): void {
  const read = readKubeconfig(view.tree, view.source);
  collectCredentials(collected, read);
  collected.facts.push({ fact: "configuration", configuration: decodeKubeconfig(view, root) });
  collectReferences(collected, [...read.references, ...filesOfKubeconfig(view, root)]);
}

/**
 * Reads a file that is a kubeconfig because a component takes it for one: it need not say so (k8s.io/client-go
 * tools/clientcmd/client_config.go: Load), and unknown fields are passed over.
 */
export function readComponentKubeconfig(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  around: ConfigurationSurroundings,
): Outcome {
  const { error } = compareWithType(view.tree, root, kubeconfig);
  if (error !== undefined) {
    return refuseUnlessTemplate(collected, view, root, "component-kubeconfig", [error], around);
  }
  collectKubeconfig(collected, view, root);
  return "evaluated";
}

/** Reads the file of an admission plugin; what the plugin makes of it is its own business. */
export function readAdmissionPlugin(collected: Collected, view: ObjectView, root: NodeId): Outcome {
  collected.facts.push({ fact: "configuration", configuration: decodeAdmissionPlugin(view, root) });
  collectReferences(collected, filesOfPlugin(view, root));
  return "evaluated";
}
