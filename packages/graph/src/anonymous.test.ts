import type { AccessBinding, AccessRole } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { anonymousReach } from "./anonymous.ts";
import {
  apiServer,
  authentication,
  authorization,
  binding,
  clusterRole,
  graphOf,
  policy,
  role,
  rule,
  urls,
} from "./written-cluster.ts";

const secrets = clusterRole("r", rule("get,list", "secrets"), urls("get", "/metrics"));
const bound = binding("b", "ClusterRole r", "Group system:unauthenticated");

/** Verbs of the rules that requests without credentials can use, with whether they get in. */
function reached(texts: Parameters<typeof graphOf>[0]): readonly unknown[] {
  return anonymousReach(graphOf(texts)).map(({ usable, everything, grants }) => [
    usable,
    everything
      ? "everything"
      : grants.map(({ rule }) => [...rule.resources, ...rule.nonResourceURLs].map((r) => r.value).join()),
  ]);
}

describe("what requests without credentials reach", () => {
  const objects = { "rbac.yaml": [secrets, bound] };
  const withFile = (anonymous: Parameters<typeof authentication>[0], modes = "Node,RBAC") => ({
    ...objects,
    "server.yaml": [apiServer(`--authorization-mode=${modes} --authentication-config=/etc/authn.yaml`)],
    "etc/authn.yaml": [authentication(anonymous)],
  });
  test.each([
    ["no server described", objects, ["assumed", ["secrets", "/metrics"]]],
    [
      "the default",
      { ...objects, "s.yaml": [apiServer("--authorization-mode=RBAC")] },
      ["yes", ["secrets", "/metrics"]],
    ],
    [
      "switched off",
      { ...objects, "s.yaml": [apiServer("--authorization-mode=RBAC --anonymous-auth=false")] },
      ["no", []],
    ],
    ["RBAC not consulted", { ...objects, "s.yaml": [apiServer("--authorization-mode=Node")] }, ["yes", []]],
    [
      "a value not among the inputs",
      { ...objects, "s.yaml": [apiServer("--authorization-mode=RBAC --anonymous-auth=?")] },
      ["unknown", ["secrets", "/metrics"]],
    ],
    ["only /metrics", withFile({ enabled: true, paths: ["/metrics"] }), ["only-paths", ["/metrics"]]],
    ["only /metrics/", withFile({ enabled: true, paths: ["/metrics/"] }), ["only-paths", []]],
    ["only the list of Secrets", withFile({ enabled: true, paths: ["/api/v1/secrets"] }), ["only-paths", ["secrets"]]],
    [
      "only one Secret",
      withFile({ enabled: true, paths: ["/api/v1/namespaces/web/secrets/x"] }),
      ["only-paths", ["secrets"]],
    ],
    ["only Pods", withFile({ enabled: true, paths: ["/api/v1/pods"] }), ["only-paths", []]],
    ["Secrets of another group", withFile({ enabled: true, paths: ["/apis/x/v1/secrets"] }), ["only-paths", []]],
    [
      "AlwaysAllow by flag forces them out",
      { ...objects, "s.yaml": [apiServer("--authorization-mode=AlwaysAllow")] },
      ["no", []],
    ],
    ["no mode at all is AlwaysAllow", { ...objects, "s.yaml": [apiServer("")] }, ["no", []]],
    ["AlwaysAllow by flag, let in by file", withFile({ enabled: true }, "AlwaysAllow"), ["yes", "everything"]],
    [
      "AlwaysAllow by file",
      {
        ...objects,
        "s.yaml": [apiServer("--authorization-config=/z.yaml")],
        "z.yaml": [authorization("RBAC,AlwaysAllow")],
      },
      ["yes", "everything"],
    ],
  ])("%s", (_, texts, expected) => {
    expect(reached(texts)).toEqual([expected]);
  });

  test("a list of one named object can be asked by fieldSelector, a deletion cannot", () => {
    const named = clusterRole(
      "r",
      rule("list", "configmaps", { names: "x" }),
      rule("deletecollection", "configmaps", { names: "y" }),
    );
    const graph = graphOf({
      ...withFile({ enabled: true, paths: ["/api/v1/namespaces/web/configmaps"] }),
      "rbac.yaml": [named, bound],
    });
    const [reach] = anonymousReach(graph);
    expect(reach?.grants.map(({ rule }) => rule.verbs[0]?.value)).toEqual(["list"]);
  });

  test("a RoleBinding is used by paths of its namespace only", () => {
    const inWeb = [role("web/s", rule("list", "secrets")), binding("web/b", "Role s", "User system:anonymous")];
    const at = (path: string) =>
      anonymousReach(graphOf({ ...withFile({ enabled: true, paths: [path] }), "rbac.yaml": inWeb }))[0]?.grants.length;
    expect(at("/api/v1/namespaces/web/secrets")).toBe(1);
    expect(at("/api/v1/namespaces/dev/secrets")).toBe(0);
    expect(at("/api/v1/secrets")).toBe(0);
  });

  test("each server is told by itself", () => {
    expect(
      reached({
        ...objects,
        "1.yaml": [apiServer("--authorization-mode=RBAC")],
        "2.yaml": [apiServer("--authorization-mode=RBAC --anonymous-auth=false")],
      }),
    ).toEqual([
      ["yes", ["secrets", "/metrics"]],
      ["no", []],
    ]);
  });

  test("what Kubernetes and kubeadm ship is nobody's mistake; a subject or a rule more is", () => {
    const shipped = {
      kubernetes: policy(
        clusterRole("info", urls("get", "/version,/livez")),
        binding("info", "ClusterRole info", "Group system:unauthenticated"),
      ),
      kubeadm: policy(
        role("kube-public/i", rule("get", "configmaps", { names: "cluster-info" })),
        binding("kube-public/i", "Role i", "User system:anonymous"),
      ),
    };
    const grantsWith = (...objects: readonly (AccessRole | AccessBinding)[]) =>
      anonymousReach(graphOf({ "a.yaml": objects }, { shipped }))[0]?.grants.length;
    expect(grantsWith()).toBe(0);
    expect(grantsWith(...shipped.kubeadm.roles, ...shipped.kubeadm.bindings)).toBe(0);
    expect(
      grantsWith(binding("info", "ClusterRole info", "Group system:unauthenticated", "User system:anonymous")),
    ).toBe(1);
    expect(grantsWith(clusterRole("info", urls("get", "/version"), urls("get", "/metrics")))).toBe(1);
  });
});
