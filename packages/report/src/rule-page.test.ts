import { ruleMetadata } from "@authgraph/testkit";
import { expect, it } from "vitest";
import { renderRule } from "./rule-page.ts";

it("says what a rule finds, why it matters and what to do", () => {
  const page = renderRule({
    ...ruleMetadata("kubelet-anonymous"),
    title: "Kubelet that answers without credentials",
    severity: "high",
    needs: ["kubelet"],
    aliases: ["KSV-1"],
    why: "Anybody may ask.",
    remedy: "Turn it off.",
  });
  expect(page).toBe(
    [
      "# Kubelet that answers without credentials",
      "",
      "| | |",
      "|---|---|",
      "| Rule | `kubelet-anonymous` |",
      "| Usual severity | high |",
      "| Needs | kubelet |",
      "| Elsewhere | `KSV-1` |",
      "| Since | 0.1.0 |",
      "",
      "Anybody may ask.",
      "",
      "## What to do",
      "",
      "Turn it off.",
      "",
      "## Controls",
      "",
      "- CIS 1.2.1",
      "",
      "## References",
      "",
      "- <https://kubernetes.io/docs/reference/access-authn-authz/rbac/>",
      "",
    ].join("\n"),
  );
});

it("leaves out what there is nothing to say of", () => {
  const bare = { ...ruleMetadata("x"), needs: [], aliases: [], controls: [], references: [] };
  expect(renderRule(bare)).not.toMatch(/Needs|Elsewhere|Controls|References/);
});
