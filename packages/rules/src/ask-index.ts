import type { PolicyRule } from "@authgraph/kubernetes";
import type { Ask } from "./power.ts";

/** The words of many questions: by resource, with its subresource, the verbs that are asked. */
export type AskIndex = ReadonlyMap<string, ReadonlySet<string>>;

export function askIndex(asks: Iterable<Ask>): AskIndex {
  const index = new Map<string, Set<string>>();
  for (const { verb, resource, subresource } of asks) {
    const written = subresource === "" ? resource : `${resource}/${subresource}`;
    const verbs = index.get(written);
    if (verbs === undefined) index.set(written, new Set([verb]));
    else verbs.add(verb);
  }
  return index;
}

/**
 * False for a rule that says yes to none of the questions: most rules are about other things, and looking at each
 * question takes long. True says nothing; wildcards always may.
 */
export function mayAllow({ verbs, resources }: PolicyRule, index: AskIndex): boolean {
  for (const { value } of resources) {
    if (value === "*" || value.startsWith("*/")) return true;
    const asked = index.get(value);
    if (asked !== undefined && verbs.some((verb) => verb.value === "*" || asked.has(verb.value))) return true;
  }
  return false;
}
