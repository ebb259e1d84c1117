import { type AccessGraph, type FoundCredential, foundCredentials } from "@authgraph/graph";
import type { Origin } from "@authgraph/source";
import type { RuleContext } from "./rule.ts";

type Judged = ReadonlyMap<Origin, FoundCredential>;

const judged = new WeakMap<AccessGraph, Map<string, Judged>>();

/**
 * Who a credential of the inputs becomes and whether a server of them takes it: the credential of an inventory, or a
 * Secret with a bootstrap token, by where it stands. Certificates are verified once for all who ask.
 */
export function judgedCredential(
  { graph, at }: Pick<RuleContext, "graph" | "at">,
  origin: Origin,
): FoundCredential | undefined {
  const times = judged.get(graph) ?? new Map<string, Judged>();
  judged.set(graph, times);
  const known = times.get(at) ?? judgedAt(graph, at);
  times.set(at, known);
  return known.get(origin);
}

function judgedAt(graph: AccessGraph, at: string): Judged {
  const byOrigin = new Map<Origin, FoundCredential>();
  for (const found of foundCredentials(graph, at)) {
    // An issuer's tokens are no credential yet.
    if (found.form !== "issuer") byOrigin.set(found.origin, found);
  }
  return byOrigin;
}

const hour = 3_600_000;

/** Why no API server of the inputs takes a certificate at any time; undefined: one does, or that is not known. */
export function certificateRefusal(
  { graph }: Pick<RuleContext, "graph">,
  { origin, notAfter }: { readonly origin: Origin; readonly notAfter: string | undefined },
): string | undefined {
  if (notAfter === undefined) return undefined;
  // Towards its end it is valid, whenever it begins to be.
  const at = new Date(Date.parse(notAfter) - hour).toISOString();
  const usability = judgedCredential({ graph, at }, origin)?.usability;
  return usability?.usable === "no" ? usability.reason : undefined;
}
