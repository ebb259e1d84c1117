import { graphOfText } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { whoseIdentity } from "./whose.ts";

const graph = graphOfText(`
apiVersion: v1
kind: ServiceAccount
metadata: {name: ci, namespace: web}
---
apiVersion: v1
kind: Secret
metadata: {name: bootstrap-token-abcdef, namespace: kube-system}
type: bootstrap.kubernetes.io/token
stringData: {token-id: abcdef, auth-extra-groups: "system:bootstrappers:workers"}
`);

// Who a name stands for after authentication (k8s.io/apiserver pkg/authentication/user, group, serviceaccount).
describe("the groups of", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["jane", [], ["system:authenticated"]],
    ["jane", ["dev", "dev"], ["dev", "system:authenticated"]],
    [
      "system:serviceaccount:web:ci",
      [],
      ["system:serviceaccounts", "system:serviceaccounts:web", "system:authenticated"],
    ],
    [
      "system:serviceaccount:web:ci",
      ["x"],
      ["system:serviceaccounts", "system:serviceaccounts:web", "x", "system:authenticated"],
    ],
    ["system:serviceaccount:web", [], ["system:authenticated"]],
    ["system:anonymous", [], ["system:unauthenticated"]],
    ["system:bootstrap:abcdef", [], ["system:bootstrappers", "system:authenticated"]],
    ["system:node:n1", [], ["system:authenticated"]],
    ["system:apiserver", [], ["system:masters", "system:authenticated"]],
    ["", ["dev"], ["dev", "system:authenticated"]],
    ["", ["system:unauthenticated"], ["system:unauthenticated"]],
  ])("%j with %j", (user, given, groups) => {
    expect(whoseIdentity(user, given, graph).identity).toEqual({ user, groups });
  });
});

describe("what is told about", () => {
  it.each([
    ["system:serviceaccount:web:ci", undefined],
    ["system:serviceaccount:web:default", undefined],
    ["system:serviceaccount:web:gone", "the inputs do not contain ServiceAccount web/gone"],
    ["system:node:n1", "--as-group system:nodes"],
    ["system:bootstrap:abcdef", "into system:bootstrappers:workers"],
    ["system:bootstrap:abcdeg", undefined],
  ])("%s", (user, note) => {
    const { notes } = whoseIdentity(user, [], graph);
    expect(notes).toEqual(note === undefined ? [] : [expect.stringContaining(note)]);
  });
});
