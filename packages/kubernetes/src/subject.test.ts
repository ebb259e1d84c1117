import { located, type Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { type Identity, serviceAccountIdentity } from "./identity.ts";
import type { Subject } from "./objects.ts";
import { identityKeys, subjectKey, subjectMatches } from "./subject.ts";

const somewhere: Origin = { kind: "built-in", of: "a test" };
const user = (name: string): Subject => ({ kind: "User", origin: somewhere, name: located(name, somewhere) });
const group = (name: string): Subject => ({ kind: "Group", origin: somewhere, name: located(name, somewhere) });
const serviceAccount = (name: string, namespace?: string): Subject => ({
  kind: "ServiceAccount",
  origin: somewhere,
  name: located(name, somewhere),
  namespace: namespace === undefined ? undefined : located(namespace, somewhere),
});

const alice: Identity = { user: "alice", groups: ["dev", "system:authenticated"] };
const account = serviceAccountIdentity("a", "b");
const clusterWide = "";

const cases: [what: string, Subject, bindingNamespace: string, Identity, matches: boolean][] = [
  ["a user by name", user("alice"), clusterWide, alice, true],
  ["user names in another case", user("Alice"), clusterWide, alice, false],
  ["a user by a group's name", user("dev"), clusterWide, alice, false],
  ["a group", group("dev"), clusterWide, alice, true],
  ["a group by the user's name", group("alice"), clusterWide, alice, false],
  ["an implicit group", group("system:authenticated"), "ns", alice, true],
  ["a group that the identity is not in", group("system:masters"), clusterWide, alice, false],
  ["a service account", serviceAccount("b", "a"), clusterWide, account, true],
  ["a service account of another namespace", serviceAccount("b", "x"), clusterWide, account, false],
  ["a service account without namespace in its own", serviceAccount("b"), "a", account, true],
  ["a service account with an empty namespace", serviceAccount("b", ""), "a", account, true],
  ["a service account without namespace in another", serviceAccount("b"), "x", account, false],
  ["a service account without namespace, cluster-wide", serviceAccount("b"), clusterWide, account, false],
  ["a namespace written wins over the binding's", serviceAccount("b", "a"), "x", account, true],
  ["default is no fallback", serviceAccount("b"), clusterWide, serviceAccountIdentity("default", "b"), false],
  ["a service account as a user", user("system:serviceaccount:a:b"), clusterWide, account, true],
  ["all service accounts", group("system:serviceaccounts"), clusterWide, account, true],
  ["the service accounts of a namespace", group("system:serviceaccounts:a"), clusterWide, account, true],
  ["the service accounts of another", group("system:serviceaccounts:x"), clusterWide, account, false],
  [
    "a namespace with a colon, which nothing refuses",
    serviceAccount("c", "a:b"),
    clusterWide,
    { user: "system:serviceaccount:a:b:c", groups: [] },
    true,
  ],
  ["a service account's name alone", serviceAccount("alice", "a"), clusterWide, alice, false],
];

describe("subjectMatches", () => {
  test.each(cases)("%s", (_, subject, bindingNamespace, identity, matches) => {
    expect(subjectMatches(subject, identity, bindingNamespace)).toBe(matches);
  });
});

describe("subjectKey is among the identity's keys exactly where the subject matches", () => {
  test.each(cases)("%s", (_, subject, bindingNamespace, identity, matches) => {
    const key = subjectKey(subject, bindingNamespace);
    expect(key !== undefined && identityKeys(identity).includes(key)).toBe(matches);
  });
});

describe("subjectKey", () => {
  test.each<[Subject, bindingNamespace: string, key: string | undefined]>([
    [user("x"), "ns", "User x"],
    [group("x"), "ns", "Group x"],
    [serviceAccount("n"), "ns", "User system:serviceaccount:ns:n"],
    [serviceAccount("n"), clusterWide, undefined],
  ])("%#", (subject, bindingNamespace, key) => {
    expect(subjectKey(subject, bindingNamespace)).toBe(key);
  });
});
