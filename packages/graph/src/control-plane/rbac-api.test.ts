import { describe, expect, test } from "vitest";
import { authorize } from "../authorize/authorize.ts";
import { apiServer, binding, clusterRole, graphOf, rule } from "../written-cluster.ts";

// k8s.io/apiserver pkg/server/resourceconfig/helpers.go: what is narrower counts.
describe("RBAC where its API is not served", () => {
  const objects = [clusterRole("r", rule("get", "pods")), binding("b", "ClusterRole r", "User jane")];
  test.each([
    ["", "allowed"],
    ["--runtime-config=rbac.authorization.k8s.io/v1=false", "denied"],
    ["--runtime-config=rbac.authorization.k8s.io/v1=true", "allowed"],
    ["--runtime-config=rbac.authorization.k8s.io/v1", "allowed"],
    ["--runtime-config=apps/v1=false", "allowed"],
    ["--runtime-config=api/all=false", "denied"],
    ["--runtime-config=api/ga=false", "denied"],
    ["--runtime-config=api/beta=false", "allowed"],
    ["--runtime-config=api/all=false,rbac.authorization.k8s.io/v1=true", "allowed"],
    ["--runtime-config=api/all=false,api/ga=true", "allowed"],
    ["--runtime-config=api/all=false --runtime-config=rbac.authorization.k8s.io/v1=true", "allowed"],
  ])("%s: %s", (flags, expected) => {
    const graph = graphOf({
      "server.yaml": [apiServer(`--authorization-mode=RBAC ${flags}`.trim())],
      "a.yaml": objects,
    });
    const decision = authorize(
      graph,
      { user: "jane", groups: [] },
      { kind: "resource", verb: "get", apiGroup: "", resource: "pods", subresource: "", namespace: "", name: "" },
    );
    expect(decision.outcome).toBe(expected);
  });
});
