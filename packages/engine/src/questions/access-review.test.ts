import { describe, expect, it } from "vitest";
import { readAccessReview } from "./access-review.ts";

// What the server takes and refuses: pkg/apis/authorization/validation/validation.go of v1.37.

const getPods = { verb: "get", resource: "pods" };
const asked = {
  kind: "resource",
  verb: "get",
  apiGroup: "",
  resource: "pods",
  subresource: "",
  namespace: "",
  name: "",
};

describe("a review", () => {
  it.each([
    ["its spec", { user: "jane", resourceAttributes: getPods }],
    [
      "a whole one",
      {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SubjectAccessReview",
        spec: { user: "jane", resourceAttributes: getPods },
      },
    ],
    [
      "with empty metadata",
      {
        kind: "SubjectAccessReview",
        metadata: { creationTimestamp: null },
        spec: { user: "jane", resourceAttributes: getPods },
      },
    ],
    ["a recorded one", { spec: { user: "jane", resourceAttributes: getPods }, allowed: false, reason: "x" }],
    [
      "with null for what is empty",
      { user: "jane", groups: null, nonResourceAttributes: null, resourceAttributes: { ...getPods, name: null } },
    ],
  ])("may be %s", (_form, review) => {
    expect(readAccessReview(review, "1.37")).toEqual({
      outcome: "question",
      question: { identity: { user: "jane", groups: [], uid: undefined, extra: undefined }, attributes: asked },
    });
  });

  it("keeps every field as it stands and adds no group", () => {
    const review = {
      user: "system:serviceaccount:web:ci",
      groups: ["Dev", ""],
      uid: "1",
      extra: { "example.com/scopes": ["a", "b"] },
      resourceAttributes: {
        verb: "*",
        group: "Apps",
        version: "v1",
        resource: "pods/log",
        subresource: "",
        namespace: "x",
        name: "y",
      },
    };
    expect(readAccessReview(review, "1.37")).toEqual({
      outcome: "question",
      question: {
        identity: {
          user: "system:serviceaccount:web:ci",
          groups: ["Dev", ""],
          uid: "1",
          extra: new Map([["example.com/scopes", ["a", "b"]]]),
        },
        attributes: {
          kind: "resource",
          verb: "*",
          apiGroup: "Apps",
          resource: "pods/log",
          subresource: "",
          namespace: "x",
          name: "y",
        },
      },
    });
  });

  it.each([
    [{ rawSelector: "spec.nodeName=n1" }],
    [{ requirements: [{ key: "spec.nodeName", operator: "In", values: ["n1"] }] }],
  ])("may be limited by a field selector: %j", (fieldSelector) => {
    const review = { user: "jane", resourceAttributes: { ...getPods, fieldSelector } };
    const limits = [{ field: "spec.nodeName", operator: "=", value: "n1" }];
    expect(readAccessReview(review, "1.37")).toMatchObject({ question: { attributes: { fieldSelector: limits } } });
  });

  it("may ask for a path", () => {
    expect(
      readAccessReview({ groups: ["g"], nonResourceAttributes: { verb: "get", path: "/healthz/" } }, "1.37"),
    ).toMatchObject({
      question: {
        identity: { user: "", groups: ["g"] },
        attributes: { kind: "non-resource", verb: "get", path: "/healthz/" },
      },
    });
  });

  it.each([
    [
      { user: "jane" },
      "spec.resourceAttributes: exactly one of nonResourceAttributes or resourceAttributes must be specified",
    ],
    [
      { user: "jane", resourceAttributes: {}, nonResourceAttributes: {} },
      "spec.nonResourceAttributes: cannot be specified in combination with resourceAttributes",
    ],
  ])("%j is refused by 1.36 in its words", (review, message) => {
    expect(readAccessReview(review, "1.36")).toEqual({ outcome: "refused", message });
  });

  const neither = "spec: exactly one of nonResourceAttributes or resourceAttributes must be specified";
  it.each([
    ["neither attributes", { user: "jane" }, neither],
    ["both attributes", { user: "jane", resourceAttributes: {}, nonResourceAttributes: {} }, neither],
    [
      "nobody",
      { user: "", groups: [], resourceAttributes: getPods },
      "user: at least one of user or group must be specified",
    ],
    [
      "nobody, in a whole one",
      { spec: { resourceAttributes: getPods } },
      "spec.user: at least one of user or group must be specified",
    ],
    ["nothing at all", {}, `${neither}; user: at least one of user or group must be specified`],
    [
      "metadata",
      { kind: "SubjectAccessReview", metadata: { name: "x" }, spec: { user: "jane", resourceAttributes: getPods } },
      "metadata: must be empty",
    ],
    [
      "another namespace than that of a local one",
      {
        kind: "LocalSubjectAccessReview",
        metadata: { namespace: "web" },
        spec: { user: "jane", resourceAttributes: { ...getPods, namespace: "x" } },
      },
      "spec.resourceAttributes.namespace: must match metadata.namespace",
    ],
    [
      "another kind",
      { kind: "SelfSubjectAccessReview", spec: { resourceAttributes: getPods } },
      'kind: "SelfSubjectAccessReview" is no SubjectAccessReview',
    ],
    [
      "a verb that is a number",
      { user: "jane", resourceAttributes: { verb: 1 } },
      "resourceAttributes.verb: expected a string, got 1",
    ],
    [
      "groups that are one text",
      { user: "jane", groups: "dev", resourceAttributes: getPods },
      'groups: expected a list of strings, got "dev"',
    ],
    ["a spec that is a list", { spec: [] }, "spec: expected an object, got []"],
    ["no spec", { spec: null }, "spec: there is none"],
    ["a list", [], "a SubjectAccessReview is an object"],
    ["null", null, "a SubjectAccessReview is an object"],
  ])("with %s is refused", (_what, review, message) => {
    const result = readAccessReview(review, "1.37");
    expect(result.outcome === "refused" ? result.message : result).toContain(message);
  });
});
