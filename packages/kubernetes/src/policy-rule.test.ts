import { type Located, located, type Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { Attributes } from "./attributes.ts";
import type { PolicyRule } from "./objects.ts";
import {
  apiGroupMatches,
  nonResourceUrlMatches,
  resourceMatches,
  resourceNameMatches,
  ruleAllows,
  verbMatches,
} from "./policy-rule.ts";

const somewhere: Origin = { kind: "built-in", of: "a test" };

function list(...values: readonly string[]): readonly Located<string>[] {
  return values.map((value) => located(value, somewhere));
}

describe("verbMatches", () => {
  test.each<[verbs: string[], verb: string, matches: boolean]>([
    [["get", "list"], "list", true],
    [["get"], "watch", false],
    [["*"], "deletecollection", true],
    [["*"], "impersonate:user-info", true],
    [["*"], "", true], // OPTIONS
    [[""], "", true],
    [["Get"], "get", false],
    [["GET"], "get", false],
    [["get*"], "get", false],
    [["list,watch"], "list", false],
    [["impersonate-on:user-info:*"], "impersonate-on:user-info:get", false],
    [[], "get", false],
  ])("%j, asked %j: %j", (verbs, verb, matches) => {
    expect(verbMatches(list(...verbs), verb)).toBe(matches);
  });
});

describe("apiGroupMatches", () => {
  test.each<[apiGroups: string[], apiGroup: string, matches: boolean]>([
    [[""], "", true],
    [[""], "apps", false],
    [["apps", "batch"], "batch", true],
    [["*"], "", true],
    [["*"], "metrics.k8s.io", true],
    [["*.k8s.io"], "metrics.k8s.io", false],
    [["apps/v1"], "apps", false],
    [["extensions/"], "extensions", false],
    [["Apps"], "apps", false],
    [[], "", false],
  ])("%j, asked %j: %j", (apiGroups, apiGroup, matches) => {
    expect(apiGroupMatches(list(...apiGroups), apiGroup)).toBe(matches);
  });
});

describe("resourceMatches", () => {
  test.each<[resources: string[], resource: string, subresource: string, matches: boolean]>([
    [["pods"], "pods", "", true],
    [["pods"], "pods", "log", false],
    [["pods/log"], "pods", "log", true],
    [["pods/log"], "pods", "", false],
    [["pods/log"], "jobs", "log", false],
    [["pods/log"], "pods", "bin", false],
    [["*"], "pods", "", true],
    [["*"], "pods", "log", true],
    [["*/log"], "pods", "log", true],
    [["*/log"], "log", "", false],
    [["*/log"], "pods", "xlog", false],
    [["*/log"], "pods", "", false],
    [["*/scale"], "deployments", "scale", true],
    [["pods/*"], "pods", "log", false],
    [["pods/*"], "pods", "", false],
    [["*/*"], "pods", "log", false],
    [["*/*"], "pods", "*", true],
    [["po*"], "pods", "", false],
    [["pod?"], "pods", "", false],
    [["Pods"], "pods", "", false],
    [["userextras"], "userextras", "scopes", false],
    [["userextras/example.org/x"], "userextras", "example.org/x", true],
    [["*/example.org/x"], "userextras", "example.org/x", true],
    [["*/x"], "userextras", "example.org/x", false],
    // A SubjectAccessReview may put the whole into `resource`; it is then compared as one string.
    [["pods/log"], "pods/log", "", true],
    [["*/log"], "pods/log", "", false],
    [["secrets", "pods"], "pods", "", true],
    [[""], "", "", true],
    [[], "pods", "", false],
  ])("%j, asked %j and subresource %j: %j", (resources, resource, subresource, matches) => {
    expect(resourceMatches(list(...resources), resource, subresource)).toBe(matches);
  });
});

describe("resourceNameMatches", () => {
  test.each<[resourceNames: string[], name: string, matches: boolean]>([
    [[], "", true],
    [[], "x", true],
    [["x", "y"], "y", true],
    [["x"], "z", false],
    [["x"], "", false],
    [[""], "", true],
    [[""], "x", false],
    [["*"], "x", false],
    [["*"], "*", true],
    [["x*"], "xy", false],
    [["X"], "x", false],
  ])("%j, asked %j: %j", (resourceNames, name, matches) => {
    expect(resourceNameMatches(list(...resourceNames), name)).toBe(matches);
  });
});

describe("nonResourceUrlMatches", () => {
  test.each<[urls: string[], path: string, matches: boolean]>([
    [["/healthz"], "/healthz", true],
    [["/healthz"], "/healthz/", false],
    [["/version"], "/version/", false],
    [["/healthz*"], "/healthz", true],
    [["/healthz*"], "/healthzfoo", true],
    [["/healthz*"], "/healthz/x", true],
    [["/healthz/*"], "/healthz", false],
    [["/healthz/*"], "/healthz/", true],
    [["/healthz/*"], "/healthz/x", true],
    [["/a**"], "/ab", true],
    [["/a**"], "/b", false],
    [["/api/*/x"], "/api/v1/x", false],
    [["/api/*/x"], "/api/*/x", true],
    [["*"], "/metrics", true],
    [["*"], "", true],
    [["/Metrics"], "/metrics", false],
    [["/a", "/metrics"], "/metrics", true],
    [[], "/metrics", false],
  ])("%j, asked %j: %j", (urls, path, matches) => {
    expect(nonResourceUrlMatches(list(...urls), path)).toBe(matches);
  });
});

describe("ruleAllows", () => {
  const rule = (lists: Partial<Record<Exclude<keyof PolicyRule, "origin">, string[]>>): PolicyRule => ({
    origin: somewhere,
    verbs: list(...(lists.verbs ?? [])),
    apiGroups: list(...(lists.apiGroups ?? [])),
    resources: list(...(lists.resources ?? [])),
    resourceNames: list(...(lists.resourceNames ?? [])),
    nonResourceURLs: list(...(lists.nonResourceURLs ?? [])),
  });
  const configMap = {
    kind: "resource",
    apiGroup: "",
    resource: "configmaps",
    subresource: "",
    namespace: "foo",
  } as const;
  const everything = rule({ verbs: ["*"], apiGroups: ["*"], resources: ["*"] });
  const everyPath = rule({ verbs: ["*"], nonResourceURLs: ["*"] });
  const oneConfigMap = rule({
    verbs: ["get", "list", "deletecollection"],
    apiGroups: [""],
    resources: ["configmaps"],
    resourceNames: ["x"],
  });

  test.each<[what: string, PolicyRule, Attributes, boolean]>([
    ["all resources", everything, { ...configMap, verb: "get", name: "x" }, true],
    ["all resources, asked for a path", everything, { kind: "non-resource", verb: "get", path: "/metrics" }, false],
    ["all paths", everyPath, { kind: "non-resource", verb: "get", path: "/metrics" }, true],
    ["all paths, asked for a resource", everyPath, { ...configMap, verb: "get", name: "x" }, false],
    ["a named object", oneConfigMap, { ...configMap, verb: "get", name: "x" }, true],
    ["another object", oneConfigMap, { ...configMap, verb: "get", name: "y" }, false],
    ["a list of all", oneConfigMap, { ...configMap, verb: "list", name: "" }, false],
    ["a list by field selector metadata.name", oneConfigMap, { ...configMap, verb: "list", name: "x" }, true],
    [
      "deletecollection, which never has a name",
      oneConfigMap,
      { ...configMap, verb: "deletecollection", name: "" },
      false,
    ],
    ["another verb", oneConfigMap, { ...configMap, verb: "update", name: "x" }, false],
    ["another group", oneConfigMap, { ...configMap, apiGroup: "apps", verb: "get", name: "x" }, false],
    ["another resource", oneConfigMap, { ...configMap, resource: "secrets", verb: "get", name: "x" }, false],
    [
      "no apiGroups, which is not the core group",
      rule({ verbs: ["get"], resources: ["configmaps"] }),
      { ...configMap, verb: "get", name: "x" },
      false,
    ],
  ])("%s", (_, policyRule, attributes, allowed) => {
    expect(ruleAllows(policyRule, attributes)).toBe(allowed);
  });

  test("a rule with both kinds, which no server stores, is used for both", () => {
    const both = rule({ verbs: ["get"], apiGroups: [""], resources: ["configmaps"], nonResourceURLs: ["/metrics"] });
    expect(ruleAllows(both, { ...configMap, verb: "get", name: "x" })).toBe(true);
    expect(ruleAllows(both, { kind: "non-resource", verb: "get", path: "/metrics" })).toBe(true);
  });
});
