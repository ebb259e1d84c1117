import type { Cel, CelCompilation, CelResult } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { graphOf, webhook } from "../written-cluster.ts";
import { askWebhook } from "./webhook.ts";

const origin: Origin = { kind: "built-in", of: "a test" };

/** An expression is what it evaluates to; `reads version` reads what is not kept. */
const cel: Cel = {
  compile(expression): CelCompilation {
    if (expression === "unsupported") return { outcome: "unsupported", reason: "" };
    const result: CelResult =
      expression === "error" || expression === "unknown"
        ? expression === "error"
          ? { outcome: "error", message: "" }
          : { outcome: "unknown", reason: "" }
        : { outcome: "value", value: expression === "true" };
    const reads = expression === "reads version" ? ["request.resourceAttributes.version"] : [];
    return { outcome: "compiled", type: "bool", program: { evaluate: () => result, reads } };
  },
};

function answer(conditions: readonly string[], failurePolicy: string, language: Cel | undefined = cel): string {
  const graph = graphOf({});
  const [server] = graph.apiServers;
  if (server === undefined) return "";
  const authorizer = { kind: "Webhook", name: "hook", origin, webhook: webhook(conditions, failurePolicy) } as const;
  return askWebhook(
    { ...graph, inventory: { ...graph.inventory, cel: language } },
    server,
    { ...authorizer, kubeconfig: undefined },
    { user: "jane", groups: [] },
    { kind: "non-resource", verb: "get", path: "/x" },
  ).answer;
}

// k8s.io/apiserver pkg/authorization/cel/matcher.go: Eval.
describe("whether a webhook is asked", () => {
  test.each<readonly [conditions: readonly string[], failurePolicy: string, expected: string]>([
    [[], "NoOpinion", "open"],
    [["true"], "NoOpinion", "open"],
    [["true", "false"], "NoOpinion", "not-asked"],
    [["error", "false"], "Deny", "not-asked"],
    [["error", "true"], "Deny", "denied"],
    [["error", "true"], "NoOpinion", "not-asked"],
    [["unknown", "true"], "Deny", "open"],
    [["unknown", "error"], "Deny", "open"],
    [["unknown", "false"], "Deny", "not-asked"],
    [["unsupported"], "Deny", "open"],
    [["reads version"], "Deny", "open"],
  ])("%j, failing with %s: %s", (conditions, failurePolicy, expected) => {
    expect(answer(conditions, failurePolicy)).toBe(expected);
  });

  test("where nobody evaluates expressions", () => {
    const graph = graphOf({});
    expect(graph.inventory.cel).toBeUndefined();
    expect(answer(["false"], "Deny", { compile: () => ({ outcome: "unsupported", reason: "" }) })).toBe("open");
  });
});
