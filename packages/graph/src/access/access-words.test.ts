import { expect, test } from "vitest";
import type { Scope } from "../types.ts";
import type { Access } from "./access.ts";
import { accessWords } from "./access-words.ts";
import { parseAccessWords } from "./parse-access-words.ts";

const nothing = { apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] };

function access(scope: Scope, verbs: string, lists: Partial<Access>): Access {
  return { ...nothing, scope, verbs: verbs.split(","), ...lists };
}

const everywhere: Scope = { kind: "cluster" };
const inWeb: Scope = { kind: "namespace", namespace: "web" };
const many = ["a", "b", "c", "d", "e"];

const cases: readonly (readonly [words: string, access: Access])[] = [
  ["get, list secrets in every namespace", access(everywhere, "get,list", { apiGroups: [""], resources: ["secrets"] })],
  ["get pods, pods/log in namespace web", access(inWeb, "get", { apiGroups: [""], resources: ["pods", "pods/log"] })],
  [
    'create deployments.apps/scale named "web" in namespace web',
    access(inWeb, "create", { apiGroups: ["apps"], resources: ["deployments/scale"], resourceNames: ["web"] }),
  ],
  ["* *.* in every namespace", access(everywhere, "*", { apiGroups: ["*"], resources: ["*"] })],
  ["get * in every namespace", access(everywhere, "get", { apiGroups: [""], resources: ["*"] })],
  [
    "update *.*/finalizers in namespace web",
    access(inWeb, "update", { apiGroups: ["*"], resources: ["*/finalizers"] }),
  ],
  [
    "get deployments, deployments.apps, pods, pods.apps in every namespace",
    access(everywhere, "get", { apiGroups: ["", "apps"], resources: ["deployments", "pods"] }),
  ],
  [
    'get {a, b, c, d, e}.{"", a, b, c, d} in every namespace',
    access(everywhere, "get", { apiGroups: ["", ...many.slice(0, 4)], resources: many }),
  ],
  ["get /healthz, /metrics*", access(everywhere, "get", { nonResourceURLs: ["/healthz", "/metrics*"] })],
  ["* any path", access(everywhere, "*", { nonResourceURLs: ["*"] })],
  ['get path "metrics"', access(everywhere, "get", { nonResourceURLs: ["metrics"] })],
  ["get /healthz in namespace web", access(inWeb, "get", { nonResourceURLs: ["/healthz"] })],
  [
    'delete "pods,secrets", x/"" in namespace "a b"',
    access({ kind: "namespace", namespace: "a b" }, "delete", { apiGroups: [""], resources: ["pods,secrets", "x/"] }),
  ],
  [
    "list pods in the applied namespace",
    access({ kind: "namespace", namespace: "<applied>" }, "list", { apiGroups: [""], resources: ["pods"] }),
  ],
  ['rule {"verbs":["get"],"resources":["pods"]} in namespace web', access(inWeb, "get", { resources: ["pods"] })],
];

test.each(cases)("%s", (words, meant) => {
  expect(accessWords(meant)).toBe(words);
  expect(parseAccessWords(words)).toEqual(meant);
});

test.each([
  ["list,get secrets  in every namespace", "get, list secrets in every namespace"],
  ["get secrets named b, a in namespace web", 'get secrets named "a", "b" in namespace web'],
  ['get "secrets" in namespace "web"', "get secrets in namespace web"],
  [" get /metrics in every namespace", "get /metrics"],
  ["get secrets.apps, secrets in every namespace", "get secrets, secrets.apps in every namespace"],
])("a person may write %s", (written, words) => {
  const read = parseAccessWords(written);
  expect(read && accessWords(read)).toBe(words);
});

test.each([
  ["", "nothing"],
  ["get secrets", "where?"],
  ["get secrets in", "where?"],
  ["secrets in every namespace", "which verb?"],
  ["get secrets, deployments.apps in every namespace", "two rules"],
  ["get secrets in every namespace of mine", "more than is known"],
  ["get secrets named in namespace web", "a name is missing"],
  ['get "secrets in every namespace', "a quote is missing"],
  ["rule {} in namespace", "where?"],
  ['rule {"verbs":"get"} in every namespace', "no list"],
])("%s says nothing: %s", (written) => {
  expect(parseAccessWords(written)).toBeUndefined();
});
