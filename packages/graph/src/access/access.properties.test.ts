import { type Attributes, type PolicyRule, ruleAllows } from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import { array, assert, constantFrom, oneof, property, record, string, subarray } from "fast-check";
import { expect, test } from "vitest";
import type { Scope } from "../types.ts";
import { type Access, accessKey } from "./access.ts";
import { accessWords } from "./access-words.ts";
import { parseAccessWords } from "./parse-access-words.ts";
import { uncovered } from "./uncovered.ts";

const origin: Origin = { kind: "built-in", of: "a test" };
const cluster: Scope = { kind: "cluster" };
const inWeb: Scope = { kind: "namespace", namespace: "web" };
const inDev: Scope = { kind: "namespace", namespace: "dev" };

const resourceAccess = record({
  scope: constantFrom(cluster, inWeb, inDev),
  verbs: subarray(["get", "list", "*"]),
  apiGroups: subarray(["", "apps", "*"]),
  resources: subarray(["pods", "pods/scale", "deployments/scale", "*/scale", "*"]),
  resourceNames: subarray(["a", "b"]),
}).map((lists): Access => ({ ...lists, nonResourceURLs: [] }));
const pathAccess = record({
  scope: constantFrom(cluster, inWeb),
  verbs: subarray(["get", "list", "*"]),
  nonResourceURLs: subarray(["/a", "/a*", "/ab*", "/ab/c", "/b**", "*"]),
}).map((lists): Access => ({ ...lists, apiGroups: [], resources: [], resourceNames: [] }));
const accesses = array(oneof({ arbitrary: resourceAccess, weight: 4 }, pathAccess), { maxLength: 5 });

const resourceQuestions = record({
  verb: constantFrom("get", "list", "other"),
  apiGroup: constantFrom("", "apps", "other"),
  resource: constantFrom("pods", "deployments", "other"),
  subresource: constantFrom("", "scale", "other"),
  namespace: constantFrom("", "web", "dev", "other"),
  name: constantFrom("", "a", "b", "other"),
}).map((question): Attributes => ({ kind: "resource", ...question }));
const pathQuestions = record({
  verb: constantFrom("get", "list", "other"),
  path: constantFrom("/", "/a", "/ab", "/abc", "/ab/c", "/b", "/b/x", "/other"),
}).map((question): Attributes => ({ kind: "non-resource", ...question }));
const questions = array(oneof({ arbitrary: resourceQuestions, weight: 3 }, pathQuestions), {
  minLength: 20,
  maxLength: 40,
});

function allows(list: readonly Access[], asked: Attributes): boolean {
  return list.some((access) => {
    const { scope } = access;
    const isInScope = scope.kind === "cluster" || (asked.kind === "resource" && asked.namespace === scope.namespace);
    return isInScope && ruleAllows(ruleOf(access), asked);
  });
}

function ruleOf({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Access): PolicyRule {
  const at = (values: readonly string[]) => values.map((value) => located(value, origin));
  return {
    origin,
    verbs: at(verbs),
    apiGroups: at(apiGroups),
    resources: at(resources),
    resourceNames: at(resourceNames),
    nonResourceURLs: at(nonResourceURLs),
  };
}

/** One question for each part of what is given, with names nobody holds by name where a star stands. */
function everyPart({
  scope,
  verbs,
  apiGroups,
  resources,
  resourceNames,
  nonResourceURLs,
}: Access): readonly Attributes[] {
  const other = (value: string) => (value === "*" ? "other" : value);
  const paths = nonResourceURLs.map((url) => url.replace(/\*+$/, "/other"));
  return verbs.map(other).flatMap((verb): Attributes[] => [
    ...paths.map((path): Attributes => ({ kind: "non-resource", verb, path })),
    ...apiGroups.map(other).flatMap((apiGroup) =>
      resources.flatMap((written) =>
        (resourceNames.length === 0 ? ["other"] : resourceNames).map((name): Attributes => {
          const [resource = "", subresource = ""] = written === "*" ? ["other", "other"] : written.split("/");
          const namespace = scope.kind === "cluster" ? "" : scope.namespace;
          return { kind: "resource", verb, apiGroup, resource: other(resource), subresource, namespace, name };
        }),
      ),
    ),
  ]);
}

test("what is wanted and not held is uncovered, and nothing is that is not wanted", () => {
  assert(
    property(accesses, accesses, questions, (wanted, held, asked) => {
      const left = uncovered(wanted, held);
      for (const one of asked) {
        if (allows(wanted, one) && !allows(held, one)) expect(allows(left, one)).toBe(true);
        if (allows(left, one)) expect(allows(wanted, one)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("nothing that is held is uncovered, and nothing is told twice", () => {
  assert(
    property(accesses, accesses, (wanted, held) => {
      const left = uncovered(wanted, held);
      for (const [index, access] of left.entries()) {
        const others = left.toSpliced(index, 1);
        for (const part of everyPart(access)) {
          expect([part, allows(held, part)]).toEqual([part, false]);
          expect([part, allows(others, part)]).toEqual([part, false]);
        }
      }
      expect(uncovered(left, held)).toEqual(left);
      expect(uncovered(wanted, [...held, ...left])).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("order decides nothing", () => {
  assert(
    property(accesses, accesses, (wanted, held) => {
      expect(uncovered(wanted.toReversed(), held.toReversed())).toEqual(uncovered(wanted, held));
    }),
  );
});

const texts = oneof(
  constantFrom(
    "get",
    "pods",
    "*",
    "",
    "apps",
    "named",
    "in",
    "any",
    "path",
    "rule",
    "/a",
    "/",
    "a b",
    'a"b',
    "a.b",
    "{",
    "}",
  ),
  constantFrom("pods/log", "a/b/c", "/", "x/", "/x", "a,b", "system:x", "*/scale", "é", "\u2028", "\ud800", "[::1]"),
  string({ maxLength: 4, unit: "binary" }),
);
const lists = (minLength: number) =>
  array(texts, { minLength, maxLength: 6 }).map((values) => [...new Set(values)].sort());
const anyAccess = record({
  scope: oneof(
    constantFrom(cluster, inWeb, { kind: "namespace", namespace: "<applied>" } as const),
    texts.map((namespace): Scope => ({ kind: "namespace", namespace })),
  ),
  verbs: oneof(lists(0), lists(1)),
  apiGroups: lists(0),
  resources: lists(0),
  resourceNames: lists(0),
  nonResourceURLs: oneof(constantFrom([]), lists(0)),
});

test("words are read back as what they say", () => {
  assert(
    property(anyAccess, (access) => {
      const words = accessWords(access);
      expect(words).toMatch(/^[\x20-\x7e]+$/);
      const read = parseAccessWords(words);
      expect([words, read && accessKey(read)]).toEqual([words, accessKey(access)]);
      expect(read?.scope).toEqual(access.scope);
    }),
    { numRuns: 3000 },
  );
});
