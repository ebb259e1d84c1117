import type { AccessGraph, Entry } from "@authgraph/graph";
import type { HiddenContent } from "@authgraph/kubernetes";
import type { SourceText } from "@authgraph/source";
import { note } from "./grant-risks.ts";
import { hop } from "./hops.ts";
import type { Hop, Remedy, Risk } from "./risk.ts";

export interface HiddenRisk {
  readonly title: string;
  readonly label: string;
  readonly score: number;
  readonly why: string;
  readonly remedies: readonly Remedy[];
  readonly more?: readonly Hop[];
}

/** A place that Go reads otherwise than a person does. Its identity is that of the object around it. */
export function hiddenRisk(graph: AccessGraph, ruleId: string, hidden: HiddenContent, told: HiddenRisk): Risk {
  const place = hop(hidden.origin, told.label, 1);
  const object = objectAround(graph, hidden);
  return {
    ruleId,
    title: told.title,
    score: told.score,
    confidence: "certain",
    place,
    hops: [place, ...(told.more ?? [])],
    notes: [note("why", told.why)],
    remedies: told.remedies,
    identity: { subject: hidden.key ?? hidden.form, object },
    cause: `${object} ${hidden.key ?? hidden.form}`,
    also: "and at one more place",
  };
}

/** The key of the access object that a place belongs to; the path of the text where it belongs to none. */
function objectAround(graph: AccessGraph, { origin }: HiddenContent): string {
  if (origin.kind !== "text") return origin.of;
  const around = entriesBySource(graph)
    .get(origin.source)
    ?.find(({ object }) => {
      return object.origin.kind === "text" && object.origin.start <= origin.start && origin.start <= object.origin.end;
    });
  return around?.key ?? origin.source.path;
}

const entries = new WeakMap<AccessGraph, ReadonlyMap<SourceText, readonly Entry[]>>();

function entriesBySource(graph: AccessGraph): ReadonlyMap<SourceText, readonly Entry[]> {
  const known = entries.get(graph);
  if (known !== undefined) return known;
  const bySource = new Map<SourceText, Entry[]>();
  const all: readonly Entry[] = [
    ...[...graph.inventory.roles.values()].flat(),
    ...graph.inventory.bindings,
    ...graph.inventory.entriesOf("ServiceAccount"),
    ...graph.inventory.entriesOf("Secret"),
  ];
  for (const entry of all) {
    if (entry.object.origin.kind !== "text") continue;
    const { source } = entry.object.origin;
    const inSource = bySource.get(source);
    if (inSource === undefined) bySource.set(source, [entry]);
    else inSource.push(entry);
  }
  entries.set(graph, bySource);
  return bySource;
}
