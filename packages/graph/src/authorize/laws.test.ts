import type { AccessBinding, AccessRole, Attributes, Identity } from "@authgraph/kubernetes";
import { array, assert, constantFrom, property, record, shuffledSubarray, subarray, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "../types.ts";
import { binding, clusterRole, graphOf, role, rule } from "../written-cluster.ts";
import { authorize } from "./authorize.ts";

// What holds for every cluster, on small ones made at random from few names, so that they meet often.

const rules = array(
  record({
    verbs: constantFrom("get", "list", "get,list", "*"),
    resources: constantFrom("pods", "secrets", "pods/log", "*", "*/log"),
    names: constantFrom(undefined, "x"),
  }).map(({ verbs, resources, names }) => rule(verbs, resources, names === undefined ? {} : { names })),
  { maxLength: 3 },
);
const namespaces = constantFrom("a", "b");
const subjects = subarray(["User jane", "Group dev", "ServiceAccount a/ci", "User joe"]);
const roles = uniqueArray(
  record({ where: constantFrom("", "a/", "b/"), name: constantFrom("r", "s"), rules }).map(
    ({ where, name, rules }): AccessRole =>
      where === "" ? clusterRole(name, ...rules) : role(`${where}${name}`, ...rules),
  ),
  { selector: ({ kind, meta }) => `${kind} ${meta.namespace?.value} ${meta.name.value}` },
);
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
const identities = constantFrom<Identity>(
  { user: "jane", groups: [] },
  { user: "joe", groups: ["dev"] },
  { user: "system:serviceaccount:a:ci", groups: ["dev"] },
);
const questions = record({
  verb: constantFrom("get", "list", "delete"),
  resource: constantFrom("pods", "secrets"),
  subresource: constantFrom("", "log"),
  namespace: constantFrom("", "a", "b"),
  name: constantFrom("", "x"),
}).map((question): Attributes => ({ kind: "resource", apiGroup: "", ...question }));

const world = record({ roles, bindings });

/** Who bound what, in words. */
function told(decision: Decision): unknown {
  if (decision.outcome !== "allowed") return decision;
  return decision.proof.map(({ binding, subject, rule }) => [
    binding.entry.key,
    subject.kind,
    subject.name.value,
    rule,
  ]);
}

test("the order of objects and texts changes no answer and no proof", () => {
  const shuffled = world.chain(({ roles, bindings }) => {
    const objects = [...roles, ...bindings];
    return record({ objects: constantFrom(objects), mixed: shuffledSubarray(objects, { minLength: objects.length }) });
  });
  assert(
    property(shuffled, identities, questions, ({ objects, mixed }, identity, question) => {
      const inOne = graphOf({ "a.yaml": objects }, { complete: true });
      const mixedUp = graphOf({ "a.yaml": mixed }, { complete: true });
      expect(told(authorize(mixedUp, identity, question))).toEqual(told(authorize(inOne, identity, question)));
    }),
  );
});

test("one more binding never takes access away", () => {
  assert(
    property(world, bindings, identities, questions, ({ roles, bindings: few }, more, identity, question) => {
      const before = authorize(graphOf({ "a.yaml": [...roles, ...few] }, { complete: true }), identity, question);
      const known = new Set(few.map(({ kind, meta }) => `${kind} ${meta.namespace?.value} ${meta.name.value}`));
      const added = more.filter(({ kind, meta }) => !known.has(`${kind} ${meta.namespace?.value} ${meta.name.value}`));
      const after = authorize(
        graphOf({ "a.yaml": [...roles, ...few, ...added] }, { complete: true }),
        identity,
        question,
      );
      if (before.outcome === "allowed") expect(after.outcome).toBe("allowed");
    }),
  );
});

test("what an answer rests on is among the grants of one of the identity's names", () => {
  assert(
    property(world, identities, questions, ({ roles, bindings }, identity, question) => {
      const graph = graphOf({ "a.yaml": [...roles, ...bindings] }, { complete: true });
      const decision = authorize(graph, identity, question);
      if (decision.outcome !== "allowed") return;
      const all = [`User ${identity.user}`, ...identity.groups.map((group) => `Group ${group}`)]
        .flatMap((key) => [...graph.grantsOf(key)])
        .map(({ binding, subject, rule }) => ({ binding, subject, rule }));
      for (const { binding, subject, rule } of decision.proof) expect(all).toContainEqual({ binding, subject, rule });
    }),
  );
});

test("inputs that are not complete leave open, and never turn a denial into an allowance", () => {
  assert(
    property(world, namespaces, identities, questions, ({ roles, bindings }, _, identity, question) => {
      const objects = [...roles, ...bindings];
      const complete = authorize(graphOf({ "a.yaml": objects }, { complete: true }), identity, question).outcome;
      const partial = authorize(graphOf({ "a.yaml": objects }), identity, question).outcome;
      expect([complete, partial]).toEqual([complete, complete === "allowed" ? "allowed" : partial]);
      if (complete === "denied") expect(partial).not.toBe("allowed");
    }),
  );
});
