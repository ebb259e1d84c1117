import type { Subject } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { holderOf } from "./holders.ts";

const origin: Origin = { kind: "built-in", of: "a test" };

function subject(text: string): Subject {
  const [kind = "", name = "", namespace] = text.split(" ");
  if (kind === "User" || kind === "Group") return { kind, origin, name: { value: name, origin } };
  const inNamespace = namespace === undefined ? undefined : { value: namespace, origin };
  return { kind: "ServiceAccount", origin, name: { value: name, origin }, namespace: inNamespace };
}

describe("holderOf: subject, namespace of the binding, level, name", () => {
  test.each<[subject: string, namespace: string, level: number | undefined, name: string | undefined]>([
    ["User system:anonymous", "", 0, "requests without credentials"],
    ["Group system:unauthenticated", "", 0, "requests without credentials"],
    ["Group system:authenticated", "", 1, "every authenticated user"],
    ["Group system:authenticated:oauth", "", 1, "everybody who logged in"],
    ["Group system:serviceaccounts", "", 2, "every ServiceAccount"],
    ["Group system:serviceaccounts:dev", "", 2, "every ServiceAccount of dev"],
    ["ServiceAccount default web", "", 2, "ServiceAccount web/default"],
    ["ServiceAccount bot ci", "", 3, "ServiceAccount ci/bot"],
    ["ServiceAccount bot", "ci", 3, "ServiceAccount ci/bot"],
    ["ServiceAccount bot", "<applied>", 3, "ServiceAccount bot"],
    ["User system:serviceaccount:ci:bot", "", 3, "ServiceAccount ci/bot"],
    ["User system:node:n1", "", 3, "node n1"],
    ["Group system:nodes", "", 3, "every node"],
    ["User alice", "", 4, "User alice"],
    ["Group sre", "", 4, "Group sre"],
    // Not the groups they look like; in the first one nobody is.
    ["Group system:serviceaccounts:ns:sa", "", undefined, undefined],
    ["User system:authenticated", "", 4, "User system:authenticated"],
    ["User system:serviceaccount::bot", "", 4, "User system:serviceaccount::bot"],
    // A ClusterRoleBinding has no namespace to lend.
    ["ServiceAccount bot", "", undefined, undefined],
  ])("%s (%s) is W%s, %s", (text, namespace, level, name) => {
    const holder = holderOf(subject(text), namespace);
    expect(holder?.level).toBe(level);
    expect(holder?.name).toBe(name);
  });
});

test("a User spelled as a ServiceAccount and that ServiceAccount are one identity", () => {
  expect(holderOf(subject("User system:serviceaccount:ci:bot"), "")).toEqual(
    holderOf(subject("ServiceAccount bot ci"), ""),
  );
});
