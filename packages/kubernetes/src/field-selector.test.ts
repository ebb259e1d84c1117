import { describe, expect, test } from "vitest";
import { fieldRequirements, parseFieldSelector } from "./field-selector.ts";

describe("a field selector", () => {
  test.each([
    ["", []],
    [",", []],
    ["spec.nodeName=n1", ["spec.nodeName = n1"]],
    ["spec.nodeName==n1", ["spec.nodeName = n1"]],
    ["spec.nodeName!=n1,metadata.name=x", ["spec.nodeName != n1", "metadata.name = x"]],
    ["spec.nodeName=", ["spec.nodeName = "]],
    ["a=x\\,y\\=z\\\\", ["a = x,y=z\\"]],
    ["spec.nodeName", undefined],
    ["a=b=c", undefined],
    ["a=\\b", undefined],
    ["a=b\\", undefined],
  ])("%s", (text, expected) => {
    const found = parseFieldSelector(text)?.map(({ field, operator, value }) => `${field} ${operator} ${value}`);
    expect(found).toEqual(expected);
  });
});

describe("the field selector of a SubjectAccessReview", () => {
  test.each([
    [{ rawSelector: "spec.nodeName=n1" }, ["spec.nodeName=n1"]],
    [{ rawSelector: "spec.nodeName" }, []],
    [{ requirements: [{ key: "spec.nodeName", operator: "In", values: ["n1"] }] }, ["spec.nodeName=n1"]],
    [{ requirements: [{ key: "spec.nodeName", operator: "NotIn", values: ["n1"] }] }, ["spec.nodeName!=n1"]],
    [{ requirements: [{ key: "spec.nodeName", operator: "In", values: ["n1", "n2"] }] }, []],
    [{ requirements: [{ key: "spec.nodeName", operator: "Exists" }] }, []],
    [{}, []],
  ])("%o", (written, expected) => {
    const found = fieldRequirements(written).map(({ field, operator, value }) => `${field}${operator}${value}`);
    expect(found).toEqual(expected);
  });
});
