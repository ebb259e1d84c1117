import { graphOfText, riskOf } from "@authgraph/testkit";
import { expect, test } from "vitest";
import type { Rule, RuleNeed } from "./rule.ts";
import { runRules } from "./run-rules.ts";

function ruleThatNeeds(...needs: readonly RuleNeed[]): Rule {
  return {
    metadata: {
      id: `needs-${needs.join("-")}`,
      title: "a rule of a test",
      severity: "low",
      extended: false,
      since: "0.1.0",
      why: "",
      remedy: "",
      needs,
      references: [],
      controls: [],
      aliases: [],
      tags: [],
    },
    check: () => [],
  };
}

test("a rule whose inputs are missing is told, not taken as clean", () => {
  const context = {
    graph: graphOfText("", { complete: true }),
    minor: "1.37",
    at: "2026-11-23T00:00:00Z",
    resources: [],
  };
  const rules = [ruleThatNeeds("control-plane"), ruleThatNeeds("complete"), ruleThatNeeds("kubelet", "credentials")];
  expect(runRules(rules, context)).toEqual({
    risks: [],
    notEvaluated: [
      { rule: "needs-control-plane", reason: "no kube-apiserver among the inputs" },
      { rule: "needs-kubelet-credentials", reason: "no kubelet among the inputs, no credentials among the inputs" },
    ],
  });
});

test("a rule that throws loses nothing of the others, nor what it found before", () => {
  const place = { origin: { kind: "built-in", of: "a test" }, label: "", step: undefined } as const;
  const risk = riskOf(place);
  const throwing: Rule = {
    ...ruleThatNeeds(),
    *check() {
      yield risk;
      throw new TypeError("no such thing");
    },
  };
  const finding: Rule = { ...ruleThatNeeds(), check: () => [risk] };
  const { risks, notEvaluated } = runRules([throwing, finding], {
    graph: graphOfText(""),
    minor: "1.37",
    at: "2026-11-23T00:00:00Z",
    resources: [],
  });
  expect(risks).toEqual([risk, risk]);
  expect(notEvaluated).toMatchObject([{ rule: "needs-", reason: "internal error: no such thing" }]);
  expect(notEvaluated[0]?.failure).toContain("TypeError");
});

test("a parameter has what somebody set, else its default; one that the rule has not is an error of the rule", () => {
  const place = { origin: { kind: "built-in", of: "a test" }, label: "", step: undefined } as const;
  const asking = (id: string, name: string): Rule => ({
    metadata: {
      ...ruleThatNeeds().metadata,
      id,
      parameters: [{ name: "most", default: 3, min: 1, description: "how many are enough" }],
    },
    *check(_context, parameter) {
      yield { ...riskOf(place), ruleId: id, title: String(parameter(name)) };
    },
  });
  const context = { graph: graphOfText(""), minor: "1.37", at: "2026-11-23T00:00:00Z", resources: [] };
  const rules = [asking("set", "most"), asking("unset", "most"), asking("wrong", "least")];
  const { risks, notEvaluated } = runRules(rules, context, new Map([["set", new Map([["most", 7]])]]));
  expect(risks.map(({ ruleId, title }) => [ruleId, title])).toEqual([
    ["set", "7"],
    ["unset", "3"],
  ]);
  expect(notEvaluated).toMatchObject([{ rule: "wrong", reason: "internal error: wrong has no parameter least" }]);
});
