import type { AbacRule, Attributes, Identity } from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { FileContent } from "../types.ts";
import { graphOf } from "../written-cluster.ts";
import { askAbac } from "./abac.ts";

const origin: Origin = { kind: "built-in", of: "a test" };
const [server] = graphOf({}).apiServers;

const nothing: AbacRule = {
  origin,
  user: "",
  group: "",
  readonly: false,
  apiGroup: "",
  resource: "",
  namespace: "",
  nonResourcePath: "",
};
const everything = { apiGroup: "*", resource: "*", namespace: "*", nonResourcePath: "*" };
const alice: Identity = { user: "alice", groups: ["dev", "system:authenticated"] };

/** `get pods/log in web`, `get deployments.apps`, `get /healthz`. */
function asked(words: string): Attributes {
  const [verb = "", what = "", , namespace = ""] = words.split(" ");
  if (what.startsWith("/")) return { kind: "non-resource", verb, path: what };
  const [plural = "", apiGroup = ""] = what.split(".");
  const [resource = "", subresource = ""] = plural.split("/");
  return { kind: "resource", verb, apiGroup, resource, subresource, namespace, name: "" };
}

function answer(rules: readonly Partial<AbacRule>[], identity: Identity, words: string): string {
  if (server === undefined) return "";
  const value = { kind: "AbacPolicy", origin, rules: rules.map((rule) => ({ ...nothing, ...rule })) } as const;
  const policy: FileContent<typeof value> = { state: "read", path: located("/etc/policy.jsonl", origin), value };
  return askAbac(server, policy, origin, identity, asked(words)).answer;
}

// pkg/auth/authorizer/abac/abac.go: matches.
describe("a line of an ABAC policy", () => {
  test.each<readonly [Partial<AbacRule>, words: string, expected: string]>([
    // Whom.
    [{ user: "alice", ...everything }, "delete nodes", "allowed"],
    [{ user: "bob", ...everything }, "get pods", "no-opinion"],
    [{ group: "dev", ...everything }, "get pods", "allowed"],
    [{ user: "alice", group: "dev", ...everything }, "get pods", "allowed"],
    [{ user: "alice", group: "ops", ...everything }, "get pods", "no-opinion"],
    [{ ...everything }, "get pods", "no-opinion"],
    [{ group: "system:authenticated", ...everything }, "get pods", "allowed"],
    // What it may do.
    [{ user: "alice", readonly: true, ...everything }, "get pods", "allowed"],
    [{ user: "alice", readonly: true, ...everything }, "watch pods", "allowed"],
    [{ user: "alice", readonly: true, ...everything }, "create pods", "no-opinion"],
    [{ user: "alice", readonly: true, ...everything }, "get /healthz", "allowed"],
    [{ user: "alice", readonly: true, ...everything }, "head /healthz", "no-opinion"],
    // To what: subresources are never looked at; empty texts are no wildcards.
    [{ user: "alice", resource: "pods", namespace: "web" }, "get pods in web", "allowed"],
    [{ user: "alice", resource: "pods", namespace: "web" }, "create pods/exec in web", "allowed"],
    [{ user: "alice", resource: "pods", namespace: "web" }, "get pods in other", "no-opinion"],
    [{ user: "alice", resource: "pods" }, "get pods in web", "no-opinion"],
    [{ user: "alice", resource: "pods" }, "list pods", "allowed"],
    [{ user: "alice", resource: "deployments", namespace: "*" }, "get deployments.apps in web", "no-opinion"],
    [
      { user: "alice", resource: "deployments", namespace: "*", apiGroup: "apps" },
      "get deployments.apps in web",
      "allowed",
    ],
    [{ user: "alice", resource: "*", namespace: "*", apiGroup: "*" }, "get /healthz", "no-opinion"],
    [{ user: "alice", nonResourcePath: "/healthz" }, "get /healthz", "allowed"],
    [{ user: "alice", nonResourcePath: "/healthz" }, "get /healthz/", "no-opinion"],
    [{ user: "alice", nonResourcePath: "/api*" }, "get /apis", "allowed"],
    [{ user: "alice", nonResourcePath: "/api**" }, "get /api", "allowed"],
    [{ user: "alice", nonResourcePath: "*" }, "get pods", "no-opinion"],
  ])("%j: %s: %s", (rule, words, expected) => {
    expect(answer([rule], alice, words)).toBe(expected);
  });

  test("whoever presents nothing is not in system:authenticated", () => {
    const anonymous: Identity = { user: "system:anonymous", groups: ["system:unauthenticated"] };
    expect(answer([{ group: "system:authenticated", ...everything }], anonymous, "get pods")).toBe("no-opinion");
    expect(answer([{ group: "system:unauthenticated", ...everything }], anonymous, "get pods")).toBe("allowed");
  });

  test("any line is enough, and a file that is not there leaves it open", () => {
    expect(
      answer(
        [
          { user: "bob", ...everything },
          { user: "alice", ...everything },
        ],
        alice,
        "get pods",
      ),
    ).toBe("allowed");
    const assumption = { text: "policy.jsonl is there", origin };
    const policy = { state: "unknown", path: located("/x", origin), assumption } as const;
    if (server !== undefined) {
      expect(askAbac(server, policy, origin, alice, asked("get pods"))).toEqual({ answer: "open", assumption });
      expect(askAbac(server, undefined, origin, alice, asked("get pods")).answer).toBe("open");
    }
  });
});
