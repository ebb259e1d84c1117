import { type AccessGraph, buildAccessGraph, buildInventory } from "@authgraph/graph";
import { loadDefaultPolicy, loadKubeadmPolicy, newestMinor } from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";

const [kubernetes, kubeadm] = await Promise.all([loadDefaultPolicy(newestMinor), loadKubeadmPolicy(newestMinor)]);

/** The graph of one text and of what Kubernetes ships, for tests that want to write YAML. */
export function graphOfText(text: string, options: { readonly complete?: boolean } = {}): AccessGraph {
  const { facts } = parse({ path: "test.yaml", text });
  return buildAccessGraph(
    buildInventory({
      texts: [{ path: "test.yaml", facts }],
      shipped: { kubernetes, kubeadm },
      namespaceOf: () => undefined,
      complete: options.complete ?? false,
    }),
  );
}
