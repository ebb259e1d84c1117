import { type AccessBinding, groupKey, mastersGroup, type SubjectKey, subjectKey } from "@authgraph/kubernetes";
import { byText } from "../order.ts";
import type { AccessGraph, ResolvedBinding } from "../types.ts";
import type { RuleNumbers } from "./rule-numbers.ts";

/**
 * The subjects that are bound to something on one side that they are not bound to on the other, by what it gives: only
 * for them something may have changed. Sorted.
 *
 * Objects that both sides share are passed over at once; the rest costs a text for each subject of a binding.
 */
export function changedSubjects(
  before: AccessGraph,
  after: AccessGraph,
  { ofRules: contentOf }: RuleNumbers,
): readonly SubjectKey[] {
  const contents = new Map(before.bindings.map((binding) => [binding.entry.object, binding]));
  const shared = new Set<AccessBinding>();
  const isShared = ({ entry, resolution }: ResolvedBinding) => {
    const same = contents.get(entry.object);
    return same?.entry.namespace === entry.namespace && contentOf(same.resolution) === contentOf(resolution);
  };
  const ofAfter = after.bindings.filter((binding) => {
    if (!isShared(binding)) return true;
    shared.add(binding.entry.object);
    return false;
  });
  const ofBefore = before.bindings.filter(({ entry }) => !shared.has(entry.object));

  const boundBefore = contentsBySubject(ofBefore, contentOf);
  const boundAfter = contentsBySubject(ofAfter, contentOf);
  const changed = new Set<SubjectKey>();
  for (const [one, other] of [
    [boundBefore, boundAfter],
    [boundAfter, boundBefore],
  ] as const) {
    for (const [key, bound] of one) if (!isWithin(bound, other.get(key))) changed.add(key);
  }
  // Its members are allowed everything before RBAC is asked.
  changed.delete(groupKey(mastersGroup));
  return [...changed].sort(byText);
}

function contentsBySubject(
  bindings: readonly ResolvedBinding[],
  contentOf: RuleNumbers["ofRules"],
): ReadonlyMap<SubjectKey, ReadonlySet<string>> {
  const bySubject = new Map<SubjectKey, Set<string>>();
  for (const { entry, resolution } of bindings) {
    const content = `${contentOf(resolution)} ${entry.namespace}`;
    for (const subject of entry.object.subjects) {
      const key = subjectKey(subject, entry.namespace);
      if (key === undefined) continue;
      const contents = bySubject.get(key);
      if (contents === undefined) bySubject.set(key, new Set([content]));
      else contents.add(content);
    }
  }
  return bySubject;
}

function isWithin(contents: ReadonlySet<string>, others: ReadonlySet<string> | undefined): boolean {
  if (others === undefined) return false;
  for (const content of contents) if (!others.has(content)) return false;
  return true;
}
