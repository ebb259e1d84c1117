import type { AccessGraph } from "@authgraph/graph";

/** Whether a subject has anything that Kubernetes or kubeadm does not give it by itself. */
export function isGrantedByInputs(graph: AccessGraph, subjectKey: string): boolean {
  for (const { shipped } of graph.grantsOf(subjectKey)) if (!shipped) return true;
  return false;
}
