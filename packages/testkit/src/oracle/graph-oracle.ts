import { type AccessGraph, authorize, buildAccessGraph, buildInventory, reasonOf } from "@authgraph/graph";
import { type KnownMinor, loadDefaultPolicy, loadKubeadmPolicy } from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";
import { attributesOf, identityOf } from "../rbac-world.ts";
import type { ClusterObject } from "./manifest.ts";
import type { Answer, Oracle } from "./oracle.ts";

/** Our own answers, from text to decision, as an API server of this minor gives them. */
export async function graphOracle(minor: KnownMinor): Promise<Oracle> {
  const [kubernetes, kubeadm] = await Promise.all([loadDefaultPolicy(minor), loadKubeadmPolicy(minor)]);
  let graph: AccessGraph = graphOf([]);

  function graphOf(objects: readonly ClusterObject[]): AccessGraph {
    const source = { path: "world.json", text: JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }) };
    return buildAccessGraph(
      buildInventory({
        texts: [{ path: source.path, facts: parse(source).facts }],
        shipped: { kubernetes, kubeadm },
        minor,
        namespaceOf: () => "default",
        complete: true,
      }),
    );
  }

  return {
    async load(objects) {
      graph = graphOf(objects);
    },
    async ask(question): Promise<Answer> {
      const decision = authorize(graph, identityOf(question), attributesOf(question));
      const reasons = decision.outcome === "allowed" ? decision.proof.map(reasonOf) : [decision.reason];
      return { outcome: decision.outcome, reasons };
    },
    async stop() {},
  };
}
