import type { PolicyRule } from "@authgraph/kubernetes";
import { loadApiResources } from "@authgraph/kubernetes";
import { expect, test } from "vitest";
import { servedApi } from "./served-api.ts";
import { isServedAsWritten } from "./served-as-written.ts";

const api = servedApi(await loadApiResources("1.37"));
const origin = { kind: "built-in", of: "a test" } as const;
const located = (values: readonly string[]): PolicyRule["verbs"] => values.map((value) => ({ value, origin }));

test.each<[why: string, groups: string[], resources: string[], verbs: string[], names: string[], expected: boolean]>([
  ["words of the core group", [""], ["pods", "pods/log"], ["get", "list"], [], true],
  ["a verb that one of two resources has", [""], ["pods", "pods/log"], ["delete"], [], true],
  ["two groups, of which one serves it", ["apps", ""], ["deployments", "pods"], ["get"], [], true],
  ["a named object", [""], ["secrets"], ["get"], ["db"], true],
  ["create with a name, which no request carries", [""], ["secrets"], ["create"], ["db"], false],
  ["a verb that no resource of the rule has", [""], ["bindings"], ["get"], [], false],
  ["a singular", [""], ["pod"], ["get"], [], false],
  ["a resource of another group", ["apps"], ["pods"], ["get"], [], false],
  ["a subresource that does not exist", [""], ["pods/logs"], ["get"], [], false],
  ["a group that may be anybody's", ["example.com"], ["pods"], ["get"], [], false],
  ["a wildcard", ["*"], ["pods"], ["get"], [], false],
  ["a verb of a check", ["rbac.authorization.k8s.io"], ["roles"], ["bind"], [], false],
  ["a verb in capitals", [""], ["pods"], ["GET"], [], false],
])("%s", (_why, apiGroups, resources, verbs, names, expected) => {
  const rule: PolicyRule = {
    origin,
    apiGroups: located(apiGroups),
    resources: located(resources),
    verbs: located(verbs),
    resourceNames: located(names),
    nonResourceURLs: [],
  };
  expect(isServedAsWritten(api, rule)).toBe(expected);
});
