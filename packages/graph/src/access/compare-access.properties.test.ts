import type { AccessBinding, AccessRole, Attributes, PolicyRule } from "@authgraph/kubernetes";
import { identityKeys, ruleAllows, serviceAccountIdentity } from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import { array, assert, constantFrom, property, record, subarray, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { authorize } from "../authorize/authorize.ts";
import type { AccessGraph } from "../types.ts";
import { binding, clusterRole, graphOf, role, rule } from "../written-cluster.ts";
import type { Access } from "./access.ts";
import { compareAccess } from "./compare-access.ts";

const rules = array(
  record({
    verbs: constantFrom("get", "list", "get,list", "*"),
    resources: constantFrom("pods", "secrets", "pods/log", "*", "*/log", "pods,secrets"),
    names: constantFrom(undefined, "x"),
  }).map(({ verbs, resources, names }) => rule(verbs, resources, names === undefined ? {} : { names })),
  { maxLength: 3 },
);
const roles = uniqueArray(
  record({ where: constantFrom("", "a/", "b/"), name: constantFrom("r", "s"), rules }).map(
    ({ where, name, rules }): AccessRole =>
      where === "" ? clusterRole(name, ...rules) : role(`${where}${name}`, ...rules),
  ),
  { selector: ({ kind, meta }) => `${kind} ${meta.namespace?.value} ${meta.name.value}` },
);
const subjects = subarray([
  "ServiceAccount a/ci",
  "Group dev",
  "Group system:serviceaccounts:a",
  "Group system:serviceaccounts",
  "Group system:authenticated",
]);
const bindings = uniqueArray(
  record({
    where: constantFrom("", "a/", "b/"),
    name: constantFrom("k", "l", "m"),
    kind: constantFrom("ClusterRole", "Role"),
    to: constantFrom("r", "s"),
    subjects,
  }).map(
    ({ where, name, kind, to, subjects }): AccessBinding =>
      binding(`${where}${name}`, `${where === "" ? "ClusterRole" : kind} ${to}`, ...subjects),
  ),
  { selector: ({ kind, meta }) => `${kind} ${meta.namespace?.value} ${meta.name.value}` },
);
const graphs = record({ roles, bindings }).map(({ roles, bindings }) =>
  graphOf({ "a.yaml": [...roles, ...bindings] }, { complete: true }),
);
const questions = record({
  verb: constantFrom("get", "list", "delete"),
  resource: constantFrom("pods", "secrets"),
  subresource: constantFrom("", "log"),
  namespace: constantFrom("", "a", "b"),
  name: constantFrom("", "x"),
}).map((question): Attributes => ({ kind: "resource", apiGroup: "", ...question }));

const identity = serviceAccountIdentity("a", "ci");
const origin: Origin = { kind: "built-in", of: "a test" };

test("whoever may do something new gained it, or a group of his did; and so with losses", () => {
  assert(
    property(graphs, graphs, questions, (before, after, question) => {
      const [was, is] = [before, after].map((graph) => authorize(graph, identity, question).outcome);
      const { subjects } = compareAccess(before, after);
      const mine = subjects.filter(({ subject }) => identityKeys(identity).includes(subject));
      const gained = mine.flatMap((one) => one.gained.flatMap(({ access }) => access));
      const lost = mine.flatMap((one) => one.lost.flatMap(({ access }) => access));
      if (was === "denied" && is === "allowed") expect(gained.some((one) => allows(one, question))).toBe(true);
      if (was === "allowed" && is === "denied") expect(lost.some((one) => allows(one, question))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("what somebody gained he has now, and what he lost he had", () => {
  assert(
    property(graphs, graphs, questions, (before, after, question) => {
      for (const { subject, gained, lost } of compareAccess(before, after).subjects) {
        for (const [changes, graph] of [
          [gained, after],
          [lost, before],
        ] as const) {
          const isTold = changes.some(({ access }) => access.some((one) => allows(one, question)));
          if (isTold) expect(isHeld(graph, subject, question)).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("nothing changes from a state to itself, and the way back turns gains into losses", () => {
  assert(
    property(graphs, graphs, (before, after) => {
      expect(compareAccess(before, before).subjects).toEqual([]);
      const there = compareAccess(before, after).subjects.map(({ subject, gained }) => [subject, gained.length > 0]);
      const back = compareAccess(after, before).subjects.map(({ subject, lost }) => [subject, lost.length > 0]);
      expect(back).toEqual(there);
    }),
  );
});

function isHeld(graph: AccessGraph, subject: string, question: Attributes): boolean {
  return [...graph.grantsOf(subject)].some(
    ({ rule, scope }) =>
      (scope.kind === "cluster" || (question.kind === "resource" && question.namespace === scope.namespace)) &&
      ruleAllows(rule, question),
  );
}

function allows(
  { scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Access,
  asked: Attributes,
): boolean {
  const at = (values: readonly string[]) => values.map((value) => located(value, origin));
  const rule: PolicyRule = {
    origin,
    verbs: at(verbs),
    apiGroups: at(apiGroups),
    resources: at(resources),
    resourceNames: at(resourceNames),
    nonResourceURLs: at(nonResourceURLs),
  };
  const isInScope = scope.kind === "cluster" || (asked.kind === "resource" && asked.namespace === scope.namespace);
  return isInScope && ruleAllows(rule, asked);
}
