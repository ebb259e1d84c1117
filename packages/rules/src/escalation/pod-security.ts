import type { AccessGraph } from "@authgraph/graph";
import type { Located } from "@authgraph/source";

/** What the Namespace object says about which pods may be created there. */
export type PodSecurity =
  /** No Namespace object of that name among the inputs. */
  | { readonly seen: false }
  /** It enforces no level: only a default of the cluster's admission configuration would. */
  | { readonly seen: true; readonly enforced: undefined }
  | { readonly seen: true; readonly enforced: Located<string> };

const enforceLabel = "pod-security.kubernetes.io/enforce";

const known = new WeakMap<AccessGraph, ReadonlyMap<string, PodSecurity>>();
const unseen: PodSecurity = { seen: false };

/** The Pod Security level that a namespace enforces; of several definitions that differ, the weakest. */
export function podSecurityOf(graph: AccessGraph, namespace: string): PodSecurity {
  let byName = known.get(graph);
  if (byName === undefined) {
    byName = readNamespaces(graph);
    known.set(graph, byName);
  }
  return byName.get(namespace) ?? unseen;
}

function readNamespaces({ inventory }: AccessGraph): ReadonlyMap<string, PodSecurity> {
  const byName = new Map<string, PodSecurity>();
  for (const { object } of inventory.entriesOf("Namespace")) {
    const name = object.meta.name.value;
    const label = object.meta.labels.get(enforceLabel);
    const before = byName.get(name);
    if (before?.seen === true && before.enforced === undefined) continue;
    byName.set(name, { seen: true, enforced: label });
  }
  return byName;
}

/** Whether the level keeps pods from taking over their node: all but `privileged` do (pod-security-admission: policy). */
export function keepsFromNode(security: PodSecurity): boolean {
  return security.seen && security.enforced !== undefined && isLevel(security.enforced.value);
}

function isLevel(value: string): boolean {
  return value === "baseline" || value === "restricted";
}
