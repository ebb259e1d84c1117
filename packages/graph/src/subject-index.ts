import { type PolicyRule, subjectKey } from "@authgraph/kubernetes";
import { grantsThrough } from "./grants.ts";
import type { BoundSubject, Grant, ResolvedBinding } from "./types.ts";

/** Where each subject key is bound, in the order of bindings: so namespace after namespace, cluster-wide first. */
export type SubjectIndex = ReadonlyMap<string, readonly BoundSubject[]>;

export function indexBySubject(bindings: readonly ResolvedBinding[]): SubjectIndex {
  const index = new Map<string, BoundSubject[]>();
  let order = 0;
  for (const binding of bindings) {
    for (const subject of binding.entry.object.subjects) {
      const key = subjectKey(subject, binding.entry.namespace);
      if (key === undefined) continue;
      const bound = { binding, subject, order: order++ };
      const sameKey = index.get(key);
      if (sameKey === undefined) index.set(key, [bound]);
      else sameKey.push(bound);
    }
  }
  return index;
}

/** The part of one namespace, without looking at the others: a subject may be bound in all of them. */
export function inNamespace(bound: readonly BoundSubject[], namespace: string): readonly BoundSubject[] {
  const start = firstFrom(bound, (found) => found >= namespace);
  const end = firstFrom(bound, (found) => found > namespace);
  return bound.slice(start, end);
}

function firstFrom(bound: readonly BoundSubject[], isReached: (namespace: string) => boolean): number {
  let low = 0;
  let high = bound.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(bound[middle]?.binding.entry.namespace ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function* grantsOf(index: SubjectIndex, key: string, wanted?: (rule: PolicyRule) => boolean): Iterable<Grant> {
  for (const { binding, subject } of index.get(key) ?? []) yield* grantsThrough(binding, subject, wanted);
}
