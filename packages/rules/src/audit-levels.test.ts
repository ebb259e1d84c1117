import type { AuditPolicy, AuditRule } from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { auditOutcome } from "./audit-levels.ts";

// k8s.io/apiserver pkg/audit/policy/checker_test.go says the same of the same requests.

const at: Origin = { kind: "built-in", of: "a test" };
const words = (...all: readonly string[]) => all.map((one) => located(one, at));

interface Written {
  readonly level: AuditRule["level"]["value"];
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
  readonly verbs?: readonly string[];
  readonly resources?: readonly (readonly [group: string, ...resources: readonly string[]])[];
  readonly names?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly urls?: readonly string[];
  readonly omit?: readonly string[];
}

function policyOf(...rules: readonly Written[]): AuditPolicy {
  return {
    kind: "AuditPolicy",
    apiVersion: "audit.k8s.io/v1",
    origin: at,
    omitStages: [],
    rules: rules.map((rule) => ({
      origin: at,
      level: located(rule.level, at),
      users: words(...(rule.users ?? [])),
      userGroups: words(...(rule.groups ?? [])),
      verbs: words(...(rule.verbs ?? [])),
      resources: (rule.resources ?? []).map(([group, ...resources]) => ({
        group,
        resources: words(...resources),
        resourceNames: words(...(rule.names ?? [])),
      })),
      namespaces: words(...(rule.namespaces ?? [])),
      nonResourceUrls: words(...(rule.urls ?? [])),
      omitStages: words(...(rule.omit ?? [])),
    })),
  };
}

const logs = {
  user: "tim",
  groups: ["humans", "system:authenticated"],
  verb: "get",
  group: "",
  resource: "pods",
  subresource: "log",
  namespace: "web",
  name: "app",
};

describe("the first rule that matches decides", () => {
  test.each<[string, readonly Written[], string]>([
    ["everything", [{ level: "Metadata" }], "Metadata"],
    ["nothing matches", [{ level: "Request", users: ["joe"] }], "None"],
    ["by user", [{ level: "None", users: ["tim"] }, { level: "Metadata" }], "None"],
    ["by one of the groups", [{ level: "None", groups: ["others", "humans"] }, { level: "Metadata" }], "None"],
    ["verbs match exactly", [{ level: "Request", verbs: ["*"] }, { level: "Metadata" }], "Metadata"],
    ["every resource of a group", [{ level: "Request", resources: [[""]] }], "Request"],
    ["every resource by a star", [{ level: "Request", resources: [["", "*"]] }], "Request"],
    ["a resource without its subresource", [{ level: "Request", resources: [["", "pods"]] }], "None"],
    ["a subresource", [{ level: "Request", resources: [["", "pods/log"]] }], "Request"],
    ["every subresource", [{ level: "Request", resources: [["", "pods/*"]] }], "Request"],
    ["that subresource of anything", [{ level: "Request", resources: [["", "*/log"]] }], "Request"],
    ["another group", [{ level: "Request", resources: [["apps", "*"]] }], "None"],
    ["by name", [{ level: "Request", resources: [["", "*"]], names: ["app"] }], "Request"],
    ["by another name", [{ level: "Request", resources: [["", "*"]], names: ["db"] }], "None"],
    ["a name without a resource", [{ level: "Request", resources: [[""]], names: ["db"] }], "Request"],
    ["by namespace", [{ level: "Request", namespaces: ["web"] }], "Request"],
    ["of no namespace", [{ level: "Request", namespaces: [""] }], "None"],
    ["paths only", [{ level: "Request", urls: ["*"] }], "None"],
    ["paths beside resources do not count", [{ level: "Request", urls: ["/x"], resources: [["", "*"]] }], "Request"],
    ["answers are left out", [{ level: "Metadata", omit: ["RequestReceived", "ResponseComplete"] }], "None"],
  ])("%s", (_name, rules, level) => {
    expect(auditOutcome(policyOf(...rules), logs).level).toBe(level);
  });
});
