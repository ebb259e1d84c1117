import { describe, expect, test } from "vitest";
import { compactRules, notCovered, type RuleTexts } from "./covers.ts";

/** `get,list apps/deployments x`: verbs, group and resource, names; `get /healthz`: verbs and a URL. */
function rule(text: string): RuleTexts {
  const [verbs = "", what = "", names = ""] = text.split(" ");
  const list = (written: string) => (written === "" ? [] : written.split(","));
  const none = { apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] };
  if (what.startsWith("/") || what.startsWith("*|")) {
    return { ...none, verbs: list(verbs), nonResourceURLs: list(what.replace("*|", "*")) };
  }
  const colon = what.indexOf(":");
  return {
    ...none,
    verbs: list(verbs),
    apiGroups: what.slice(0, colon).split(","),
    resources: list(what.slice(colon + 1)),
    resourceNames: list(names),
  };
}

// k8s.io/component-helpers auth/rbac/validation/policy_comparator.go, run on 1.37.2.
test.each<[owned: readonly string[], wanted: string, covered: boolean]>([
  [["get :pods"], "get :pods", true],
  [["* :pods"], "get :pods", true],
  [["get *:pods"], "get apps:pods", true],
  [["get :*"], "get :pods/log", true],
  [["get :*/log"], "get :pods/log", true],
  [["get :*/log"], "get :log", false],
  [["get :*/scale"], "get :*/scale", true],
  [["get :pods"], "get :pods/log", false],
  [["get :*/log/x"], "get :pods/log/x", true],
  [["get :pods"], "get :*", false],
  // Several rules cover several pieces, never one together.
  [["get :pods", "list :pods"], "get,list :pods", true],
  [["get :pods", "get apps:pods"], "get ,apps:pods", true],
  [["get :pods x", "get :pods y"], "get :pods x,y", true],
  [["get :pods x", "get :pods y"], "get :pods", false],
  [["get :pods"], "get :pods x", true],
  [["get :pods *"], "get :pods x", false],
  [["get /a"], "get /a", true],
  [["get /a*"], "get /ab", true],
  [["get /a*"], "get /a*", true],
  [["get /*"], "get /a*", true],
  [["get /*"], "get *|", false],
  [["get *|"], "get /a", true],
  [["* *:*"], "get /a", false],
])("%j covers %s: %s", (owned, wanted, covered) => {
  expect(notCovered(owned.map(rule), [rule(wanted)]).length === 0).toBe(covered);
});

test("a rule without verbs gives nothing, so everything covers it", () => {
  expect(notCovered([], [rule(" :pods")])).toEqual([]);
});

describe("what is missing is told as the server tells it", () => {
  test("verbs of one resource together, sorted, each line once", () => {
    const missing = notCovered(
      [],
      [rule("get,list :pods"), rule("get apps:deployments x"), rule("get :pods"), rule("get /a")],
    );
    expect(compactRules(missing)).toEqual([
      '{APIGroups:[""], Resources:["pods"], Verbs:["get" "list" "get"]}',
      '{APIGroups:["apps"], Resources:["deployments"], ResourceNames:["x"], Verbs:["get"]}',
      '{NonResourceURLs:["/a"], Verbs:["get"]}',
    ]);
  });
});
