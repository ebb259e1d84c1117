import type { AccessGraph, ResolvedBinding, Scope } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import { type Holder, holderOf } from "./holders.ts";
import { returnSecretData } from "./power-catalogue.ts";
import { givesEverything, ruleGives } from "./powers.ts";

/** Somebody whom a binding of the inputs lets read Secrets, short of letting them do everything. */
export interface SecretReader {
  readonly holder: Holder;
  readonly binding: ResolvedBinding;
}

interface ReadingBinding {
  readonly binding: ResolvedBinding;
  readonly scope: Scope;
  /** Only Secrets of these names; undefined: all. */
  readonly names: readonly string[] | undefined;
}

const readingBindings = new WeakMap<AccessGraph, readonly ReadingBinding[]>();

/** Who can read one Secret. Whoever can do everything gains nothing by it and is left out. */
export function readersOfSecret(graph: AccessGraph, namespace: string, name: string): readonly SecretReader[] {
  return bindingsThatRead(graph)
    .filter(({ scope, names }) => {
      return (
        (scope.kind === "cluster" || scope.namespace === namespace) && (names === undefined || names.includes(name))
      );
    })
    .flatMap(({ binding }) =>
      binding.entry.object.subjects.flatMap((subject) => {
        const holder = binding.isShipped(subject) ? undefined : holderOf(subject, binding.entry.namespace);
        return holder === undefined ? [] : [{ holder, binding }];
      }),
    );
}

function bindingsThatRead(graph: AccessGraph): readonly ReadingBinding[] {
  const known = readingBindings.get(graph);
  if (known !== undefined) return known;
  const reading = graph.bindings.flatMap((binding): readonly ReadingBinding[] => {
    if (binding.entry.object.origin.kind === "built-in" || binding.resolution.outcome !== "found") return [];
    const rules = binding.resolution.role.rules.filter((rule) => readsSecrets(rule) && !givesEverything(rule));
    if (rules.length === 0) return [];
    const unnamed = rules.some(({ resourceNames }) => resourceNames.length === 0);
    const names = unnamed ? undefined : rules.flatMap(({ resourceNames }) => resourceNames.map(({ value }) => value));
    return [{ binding, scope: binding.scope, names }];
  });
  readingBindings.set(graph, reading);
  return reading;
}

function readsSecrets(rule: PolicyRule): boolean {
  return returnSecretData.some((ask) => ruleGives(rule, ask));
}
