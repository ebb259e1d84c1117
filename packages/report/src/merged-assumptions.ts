import type { Assumption } from "@authgraph/engine";
import type { Origin } from "@authgraph/source";

/** `… does not set --a` and `… does not set --b` of one place, as one line of a text for people. */
export function mergedAssumptions(assumptions: readonly Assumption[]): readonly Assumption[] {
  const merged: { readonly start: string; readonly origin: Origin | undefined; text: string }[] = [];
  for (const { text, origin } of assumptions) {
    const [, start, flag] = /^(.* )(--\S+)$/.exec(text) ?? [undefined, text, undefined];
    const same = merged.find((other) => other.start === start && samePlace(other.origin, origin));
    if (same === undefined || flag === undefined) merged.push({ start: start ?? text, origin, text });
    else same.text += `, ${flag}`;
  }
  return merged;
}

function samePlace(a: Origin | undefined, b: Origin | undefined): boolean {
  if (a?.kind !== "text" || b?.kind !== "text") return false;
  return a.source === b.source && a.start === b.start && a.end === b.end;
}
