import type { AccessGraph, Grant, ResolvedBinding } from "@authgraph/graph";
import type { Subject } from "@authgraph/kubernetes";
import { type Holder, type HolderKind, holderOf } from "./holders.ts";
import type { RuleContext } from "./rule.ts";

/** One subject of a binding that is written in the inputs, and who that is. */
export interface BoundHolder {
  readonly binding: ResolvedBinding;
  readonly subject: Subject;
  readonly holder: Holder;
  /** What the binding gives this holder beyond what Kubernetes ships. Made anew each time. */
  readonly grants: () => readonly Grant[];
}

/** Few bindings name a crowd: they are looked for once. */
const crowds: readonly HolderKind[] = [
  "anonymous",
  "authenticated",
  "all-service-accounts",
  "namespace-service-accounts",
  "masters",
];

const boundCrowds = new WeakMap<AccessGraph, readonly BoundHolder[]>();

/**
 * Every subject of these kinds that a binding of the inputs names, in the order of bindings.
 *
 * `through` tells bindings that are worth a look; a graph has many, so it should be cheap.
 */
export function* boundHolders(
  { graph }: RuleContext,
  kinds: readonly HolderKind[],
  through?: (binding: ResolvedBinding) => boolean,
): Iterable<BoundHolder> {
  if (through !== undefined || !kinds.every((kind) => crowds.includes(kind))) {
    yield* search(graph, kinds, through);
    return;
  }
  let found = boundCrowds.get(graph);
  if (found === undefined) {
    found = [...search(graph, crowds)];
    boundCrowds.set(graph, found);
  }
  for (const bound of found) if (kinds.includes(bound.holder.kind)) yield bound;
}

function* search(
  graph: AccessGraph,
  kinds: readonly HolderKind[],
  through?: (binding: ResolvedBinding) => boolean,
): Iterable<BoundHolder> {
  for (const binding of graph.bindings) {
    const { object, namespace } = binding.entry;
    if (object.origin.kind === "built-in" || through?.(binding) === false) continue;
    const seen = object.subjects.length > 1 ? new Set<string>() : undefined;
    for (const subject of object.subjects) {
      // Most subjects: not worth describing for nothing.
      if (subject.kind === "ServiceAccount" && !kinds.includes("service-account")) continue;
      const holder = holderOf(subject, namespace);
      // Written twice, or as a User too, an account is bound once.
      if (holder === undefined || !kinds.includes(holder.kind) || seen?.has(holder.key) === true) continue;
      seen?.add(holder.key);
      yield { binding, subject, holder, grants: () => writtenGrants(graph, binding, subject) };
    }
  }
}

function writtenGrants(graph: AccessGraph, binding: ResolvedBinding, subject: Subject): readonly Grant[] {
  return [...graph.grantsThrough(binding, subject)].filter(({ shipped }) => !shipped);
}
