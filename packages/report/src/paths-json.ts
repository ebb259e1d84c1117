import type { Holding, PathEnd, PathsAnswer, Route } from "@authgraph/engine";
import { type EscalationPath, identityVertex, type Step } from "@authgraph/rules";
import { assumptionValue, grantValue } from "./decision-json.ts";
import { kubernetesValue, place } from "./json-place.ts";
import { jsonObject } from "./json-text.ts";
import type { PathsContext } from "./paths-text.ts";
import { identitiesOf } from "./paths-words.ts";
import { vertexValue, vertexWords } from "./vertex-words.ts";

/** The ways to climb for programs: `docs/schemas/paths.schema.json` says what stands where. One path to a line. */
export function* renderPathsJson(answer: PathsAnswer, context: PathsContext): Iterable<string> {
  const { from, to, confidence, already, routes } = answer;
  const shown = routes.slice(0, context.limit);
  yield* jsonObject([
    { key: "schemaVersion", value: 1 },
    { key: "kubernetes", value: kubernetesValue(context.kubernetes) },
    {
      key: "question",
      value: { ...(from === undefined ? {} : { from: endValue(from) }), to: endValue(to), confidence },
    },
    { key: "already", list: each(already, holdingValue) },
    { key: "paths", list: each(shown, routeValue) },
    { key: "total", value: { paths: routes.length, identities: identitiesOf(routes) } },
    { key: "assumptions", list: each(context.assumptions, assumptionValue) },
  ]);
  yield "\n";
}

function* each<T>(values: readonly T[], map: (value: T) => object): Iterable<object> {
  for (const value of values) yield map(value);
}

function endValue(end: PathEnd): object {
  switch (end.end) {
    case "identity":
      return endOf(identityVertex(end.key));
    case "cluster-admin":
      return endOf({ kind: "cluster-admin" });
    case "power": {
      const { power, namespace } = end;
      return { kind: "power", power, ...(namespace === undefined ? {} : { namespace }) };
    }
  }
}

function endOf(vertex: Holding["who"]): object {
  return { ...vertexValue(vertex), text: vertexWords(vertex) };
}

function holdingValue({ who, grants }: Holding): object {
  return { who: endOf(who), grants: grants.map(grantValue) };
}

function routeValue({ path, others, members, gains }: Route): object {
  const { steps, confidence, assumedHops } = path;
  return {
    from: endOf(steps[0].from),
    length: steps.length,
    confidence,
    assumedHops,
    steps: steps.map(stepValue),
    ...(gains === undefined ? {} : { gains: { phrase: gains.phrase, grants: gains.grants.map(grantValue) } }),
    others: others.map(otherValue),
    members,
  };
}

/** Another start of the same path: what differs is its first step. */
function otherValue({ steps: [first] }: EscalationPath): object {
  return { from: endOf(first.from), grants: first.grants.map(grantValue) };
}

function stepValue(step: Step): object {
  const { kind, to, phrase, powerId, confidence, assumption, obstacles, grants, hops } = step;
  return {
    kind,
    to: endOf(to),
    phrase,
    ...(powerId === undefined ? {} : { power: powerId }),
    confidence,
    ...(assumption === undefined ? {} : { assumption }),
    obstacles,
    grants: grants.map(grantValue),
    places: hops.map(({ label, origin }) => ({ label, origin: place(origin) })),
  };
}
