import { describe, expect, test } from "vitest";
import { parseGoBool, splitListValue } from "./flags.ts";

describe("a boolean flag", () => {
  test.each(["1", "t", "T", "TRUE", "true", "True"])("%j is true", (text) => expect(parseGoBool(text)).toBe(true));
  test.each(["0", "f", "F", "FALSE", "false", "False"])("%j is false", (text) => expect(parseGoBool(text)).toBe(false));
  test.each(["", "no", "off", "yes", "tRUE", '"false"', " true"])("%j is refused", (text) =>
    expect(parseGoBool(text)).toBeUndefined(),
  );
});

describe("a value of a list flag", () => {
  test.each<[value: string, elements: readonly string[] | undefined]>([
    ["", []],
    ["Node,RBAC", ["Node", "RBAC"]],
    ["Node, RBAC", ["Node", " RBAC"]],
    ["RBAC,", ["RBAC", ""]],
    [",", ["", ""]],
    ['"Node","RBAC"', ["Node", "RBAC"]],
    ['"a,b",c', ["a,b", "c"]],
    ['"say ""hi"""', ['say "hi"']],
    ['RB"AC', undefined],
    ['"RBAC" ,Node', undefined],
    ['"RBAC', undefined],
  ])("%j", (value, elements) => {
    expect(splitListValue(value)).toEqual(elements);
  });
});
