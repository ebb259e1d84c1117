import { describe, expect, test } from "vitest";
import type { Flag } from "./index.ts";
import { flagValues, lastFlag, parseGoBool, readCsv } from "./index.ts";

const origin = { kind: "built-in", of: "this test" } as const;
const flag = (name: string, value: string | undefined): Flag => ({ name, value, origin, unresolved: false });
const modes = (...values: readonly string[]): readonly string[] | undefined =>
  flagValues(
    values.map((value) => flag("authorization-mode", value)),
    "authorization-mode",
  )?.map(({ value }) => value);

test("the last occurrence of a scalar counts", () => {
  const flags = [flag("anonymous-auth", "true"), flag("v", "2"), flag("anonymous-auth", "false")];
  expect(lastFlag(flags, "anonymous-auth")?.value).toBe("false");
  expect(lastFlag(flags, "profiling")).toBeUndefined();
});

describe("a list is one CSV record an occurrence", () => {
  test.each([
    { name: "elements", values: ["Node,RBAC"], expected: ["Node", "RBAC"] },
    { name: "occurrences append", values: ["Node", "RBAC,Webhook"], expected: ["Node", "RBAC", "Webhook"] },
    { name: "blanks belong to the element", values: ["Node, RBAC"], expected: ["Node", " RBAC"] },
    { name: "quotes hold a comma", values: ['"a,b",c'], expected: ["a,b", "c"] },
    { name: "an empty value has no element", values: [""], expected: [] },
    { name: "an empty element is one", values: ["Node,"], expected: ["Node", ""] },
    { name: "a stray quote is an error", values: ['No"de'], expected: undefined },
    { name: "only the first line is read", values: ["Node\nRBAC"], expected: ["Node"] },
  ])("$name", ({ values, expected }) => {
    expect(modes(...values)).toEqual(expected);
  });
});

test("booleans are spelled as strconv.ParseBool spells them", () => {
  expect(["1", "t", "T", "TRUE", "true", "True"].map(parseGoBool)).toEqual(Array(6).fill(true));
  expect(["0", "f", "F", "FALSE", "false", "False"].map(parseGoBool)).toEqual(Array(6).fill(false));
  expect(["", "yes", "tRUE", " true", "2"].map(parseGoBool)).toEqual(Array(5).fill(undefined));
});

describe("CSV as Go reads it", () => {
  test.each([
    { name: "CRLF and empty lines", text: "a,b\r\n\r\n\nc\r\n", rows: [["a", "b"], ["c"]], lines: [1, 4] },
    { name: "a doubled quote", text: '"a""b",c', rows: [['a"b', "c"]], lines: [1] },
    { name: "a line break in quotes", text: '"a\r\nb",c\nd', rows: [["a\nb", "c"], ["d"]], lines: [1, 3] },
    { name: "a number sign is data", text: "#a,b\n", rows: [["#a", "b"]], lines: [1] },
    { name: "empty fields", text: ",\n", rows: [["", ""]], lines: [1] },
    { name: "a lone CR inside is data, at the end it is none", text: "a\rb\r", rows: [["a\rb"]], lines: [1] },
  ])("$name", ({ text, rows, lines }) => {
    const { records, error } = readCsv(text);
    expect(error).toBeUndefined();
    expect(records.map(({ fields }) => fields.map(({ value }) => value))).toEqual(rows);
    expect(records.map(({ line }) => line)).toEqual(lines);
  });

  test.each([
    { text: 'a,b\nc"d\n', message: 'bare " in non-quoted-field', line: 2 },
    { text: '"a"b\n', message: 'extraneous or missing " in quoted-field', line: 1 },
    { text: '"a', message: 'extraneous or missing " in quoted-field', line: 1 },
  ])("$text is refused", ({ text, message, line }) => {
    expect(readCsv(text).error).toMatchObject({ message, line });
  });
});
