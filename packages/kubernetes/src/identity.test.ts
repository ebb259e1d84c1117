import { describe, expect, test } from "vitest";
import {
  anonymousIdentity,
  type Identity,
  parseServiceAccountUserName,
  serviceAccountIdentity,
  withAuthenticatedGroup,
} from "./identity.ts";

describe("parseServiceAccountUserName", () => {
  test.each<[user: string, namespace: string, name: string]>([
    ["system:serviceaccount:ns:sa", "ns", "sa"],
    ["system:serviceaccount:kube-system:a.b-c", "kube-system", "a.b-c"],
    [`system:serviceaccount:${"n".repeat(63)}:${"s".repeat(253)}`, "n".repeat(63), "s".repeat(253)],
  ])("%s", (user, namespace, name) => {
    expect(parseServiceAccountUserName(user)).toEqual({ namespace, name });
  });

  test.each([
    "alice",
    "system:node:n1",
    "system:serviceaccount:",
    "system:serviceaccount:ns",
    "system:serviceaccount:ns:",
    "system:serviceaccount::sa",
    "system:serviceaccount:a:b:c",
    "system:serviceaccount:Bad:x",
    "system:serviceaccount:a.b:x",
    "system:serviceaccount:ns:-x",
    "system:serviceaccount:ns:x.",
    "system:serviceaccount:ns:sa\n",
    `system:serviceaccount:${"n".repeat(64)}:sa`,
    "System:serviceaccount:ns:sa",
  ])("%j is no service account", (user) => {
    expect(parseServiceAccountUserName(user)).toBeUndefined();
  });
});

test("a service account has its groups by being one", () => {
  expect(serviceAccountIdentity("ns", "n")).toEqual({
    user: "system:serviceaccount:ns:n",
    groups: ["system:serviceaccounts", "system:serviceaccounts:ns", "system:authenticated"],
  });
});

test("whoever presents nothing is anonymous and unauthenticated", () => {
  expect(anonymousIdentity).toEqual({ user: "system:anonymous", groups: ["system:unauthenticated"] });
});

describe("withAuthenticatedGroup", () => {
  test.each<[what: string, Identity, groups: string[]]>([
    ["no groups", { user: "alice", groups: [] }, ["system:authenticated"]],
    ["groups keep their order", { user: "alice", groups: ["b", "a"] }, ["b", "a", "system:authenticated"]],
    ["there already", { user: "alice", groups: ["system:authenticated", "a"] }, ["system:authenticated", "a"]],
    [
      "its authenticator said unauthenticated",
      { user: "x", groups: ["system:unauthenticated"] },
      ["system:unauthenticated"],
    ],
    ["the anonymous user", { user: "system:anonymous", groups: [] }, []],
  ])("%s", (_, identity, groups) => {
    expect(withAuthenticatedGroup(identity)).toEqual({ ...identity, groups });
  });

  test("keeps uid and extra", () => {
    const extra = new Map([["example.org/key", ["value"]]]);
    expect(withAuthenticatedGroup({ user: "alice", groups: [], uid: "1", extra })).toEqual({
      user: "alice",
      groups: ["system:authenticated"],
      uid: "1",
      extra,
    });
  });
});
