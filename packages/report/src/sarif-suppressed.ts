import type { SuppressedRisk } from "@authgraph/engine";
import { type Finding, findingOf, type JudgedSuppression } from "@authgraph/rules";
import type { Suppression } from "sarif";
import { physicalLocation, regionOf, type UriOf } from "./regions.ts";

/** An accepted risk as a finding of its own: nothing is folded into what nobody has to look at. */
export function acceptedFinding({ risk, cluster }: SuppressedRisk): Finding {
  return findingOf(risk, [], cluster);
}

/** What accepts a result, as SARIF says it (3.35: the suppression object). */
export function suppressionObject({ suppression }: JudgedSuppression, uriOf: UriOf): Suppression {
  const { form, reason, origin } = suppression;
  const uri = origin.kind === "text" ? uriOf(origin.source) : undefined;
  return {
    kind: form === "comment" || form === "annotation" ? "inSource" : "external",
    status: "accepted",
    justification: reason,
    ...(origin.kind !== "text" || uri === undefined
      ? {}
      : { location: { physicalLocation: physicalLocation(uri, regionOf(origin)) } }),
  };
}
