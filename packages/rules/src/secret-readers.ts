import type { AccessGraph, ResolvedBinding } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import { returnSecretData } from "./asks.ts";
import { type Holder, holderOf } from "./holders.ts";
import { givesEverything, ruleGives } from "./powers.ts";

/** Somebody whom a binding of the inputs lets read Secrets, short of letting them do everything. */
export interface SecretReader {
  readonly holder: Holder;
  readonly binding: ResolvedBinding;
}

interface ReadingBinding {
  readonly binding: ResolvedBinding;
  /** Only Secrets of these names; undefined: all. */
  readonly names: readonly string[] | undefined;
}

/** By namespace, `""` for those that read everywhere. */
const readingBindings = new WeakMap<AccessGraph, ReadonlyMap<string, readonly ReadingBinding[]>>();

/** Who can read one Secret. Whoever can do everything gains nothing by it and is left out. */
export function* readersOfSecret(graph: AccessGraph, namespace: string, name: string): Iterable<SecretReader> {
  const reading = bindingsThatRead(graph);
  for (const scope of ["", namespace]) {
    for (const { binding, names } of reading.get(scope) ?? []) {
      if (names !== undefined && !names.includes(name)) continue;
      for (const subject of binding.entry.object.subjects) {
        const holder = binding.isShipped(subject) ? undefined : holderOf(subject, binding.entry.namespace);
        // The superusers need no binding.
        if (holder !== undefined && holder.kind !== "masters") yield { holder, binding };
      }
    }
  }
}

function bindingsThatRead(graph: AccessGraph): ReadonlyMap<string, readonly ReadingBinding[]> {
  const known = readingBindings.get(graph);
  if (known !== undefined) return known;
  const reading = new Map<string, ReadingBinding[]>();
  for (const binding of graph.bindings) {
    if (binding.entry.object.origin.kind === "built-in" || binding.resolution.outcome !== "found") continue;
    const rules = binding.resolution.role.rules.filter((rule) => readsSecrets(rule) && !givesEverything(rule));
    if (rules.length === 0) continue;
    const unnamed = rules.some(({ resourceNames }) => resourceNames.length === 0);
    const names = unnamed ? undefined : rules.flatMap(({ resourceNames }) => resourceNames.map(({ value }) => value));
    const { namespace } = binding.entry;
    const there = reading.get(namespace);
    if (there === undefined) reading.set(namespace, [{ binding, names }]);
    else there.push({ binding, names });
  }
  readingBindings.set(graph, reading);
  return reading;
}

function readsSecrets(rule: PolicyRule): boolean {
  return returnSecretData.some((ask) => ruleGives(rule, ask));
}
