import { readKubeconfig } from "../credentials/kubeconfig.ts";
import { type Collected, collectCredentials, collectReferences, type Outcome } from "../documents/collected.ts";
import { compareWithType } from "../objects/conformity.ts";
import { placeOfObject } from "../objects/decode-object.ts";
import { quoted } from "../objects/field-error.ts";
import type { ObjectView } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { decodeAdmissionPlugin } from "./decode-admission.ts";
import { decodeKubeconfig } from "./decode-kubeconfig.ts";
import { kubeconfig } from "./kubeconfig-type.ts";
import { filesOfKubeconfig, filesOfPlugin } from "./named-files.ts";
import { type ConfigurationSurroundings, refuseUnlessTemplate } from "./refused-configuration.ts";
import { typeAnyCase } from "./written-type.ts";

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
  const ofType = typeProblem(view, root);
  if (ofType !== undefined) {
    const refused = { text: ofType, ...placeOfObject(view, root) };
    return refuseUnlessTemplate(collected, view, root, "component-kubeconfig", [refused], around);
  }
  collectKubeconfig(collected, view, root);
  return "evaluated";
}

/** One that does not say what it is is taken for the type that is asked for (tools/clientcmd/loader.go: Load). */
function typeProblem({ tree }: ObjectView, root: NodeId): string | undefined {
  const { apiVersion = "v1", kind = "Config" } = typeAnyCase(tree, root);
  if ((apiVersion === "v1" || apiVersion === "") && (kind === "Config" || kind === "")) return undefined;
  return `no kind ${quoted(kind)} is registered for version ${quoted(apiVersion)}`;
}

/** Reads the file of an admission plugin; what the plugin makes of it is its own business. */
export function readAdmissionPlugin(collected: Collected, view: ObjectView, root: NodeId): Outcome {
  collected.facts.push({ fact: "configuration", configuration: decodeAdmissionPlugin(view, root) });
  collectReferences(collected, filesOfPlugin(view, root));
  return "evaluated";
}
