import { type Change, type Decision, type NearMiss, nearMisses, smallestGrant } from "@authgraph/graph";
import { loadApiResources } from "@authgraph/kubernetes";
import type { LoadedGraph } from "../load-graph.ts";
import type { Question } from "./access-review.ts";
import { decide } from "./ask.ts";
import { type AskedFor, type OtherReading, type Refusal, readRequest } from "./asked-for.ts";
import { whoseIdentity } from "./whose.ts";

/** A question as a person asks it. */
export interface CanIInput extends AskedFor {
  readonly user: string;
  /** Besides those that the name brings. */
  readonly groups: readonly string[];
}

/** The answer to one question, with all that makes it clear. */
export interface CanIAnswer {
  readonly question: Question;
  readonly decision: Decision;
  /** Where it is not allowed. */
  readonly nearMisses: readonly NearMiss[];
  /** What would allow it without touching anything there is; undefined where it is allowed, or nothing would. */
  readonly smallestGrant: Change | undefined;
  /** How the question was read. */
  readonly notes: readonly string[];
}

export type CanIResult = { readonly outcome: "answered"; readonly answer: CanIAnswer } | Refusal;

/** Whether somebody may do something, and why. */
export async function canI(loaded: LoadedGraph, input: CanIInput): Promise<CanIResult> {
  const resources = await loadApiResources(loaded.minor);
  const asked = readRequest(input, resources, loaded.graph);
  if (asked.outcome === "refused") return asked;
  const { identity, notes } = whoseIdentity(input.user, input.groups, loaded.graph);
  const question = { identity, attributes: asked.attributes };
  const decision = decide(loaded, question);
  const isAllowed = decision.outcome === "allowed";
  const answer: CanIAnswer = {
    question,
    decision,
    nearMisses: isAllowed ? [] : nearMisses(loaded.graph, identity, asked.attributes),
    smallestGrant: isAllowed ? undefined : smallestGrant(loaded.graph, identity, asked.attributes),
    notes: [
      ...notes,
      ...asked.notes,
      ...asked.otherReadings.flatMap((other) => otherAnswer(loaded, question, other, decision)),
    ],
  };
  return { outcome: "answered", answer };
}

function otherAnswer(
  loaded: LoadedGraph,
  { identity }: Question,
  { text, attributes, always }: OtherReading,
  decision: Decision,
): readonly string[] {
  const { outcome } = decide(loaded, { identity, attributes });
  return always || outcome !== decision.outcome ? [`${text}: ${outcome}`] : [];
}
