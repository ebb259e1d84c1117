import { readConfiguration } from "@authgraph/engine";
import { expect, test } from "vitest";
import { entryText, type NewEntry, withEntry } from "./edit-configuration.ts";

const entry: NewEntry = {
  list: "expected",
  members: [
    ["subject", "ServiceAccount web/ci"],
    ["access", ["get, list secrets in every namespace", 'get secrets named "tls" in namespace web']],
    ["reason", "it signs: what else # would"],
  ],
};

const item = `  - subject: ServiceAccount web/ci
    access:
      - get, list secrets in every namespace
      - "get secrets named \\"tls\\" in namespace web"
    reason: "it signs: what else # would"
`;
const flush = item.replace(/^ {2}/gm, "");

test.each([
  ["an empty file", "", `expected:\n${item}`],
  ["nothing but comments", "# ours\n", `# ours\nexpected:\n${item}`],
  ["no list yet", "complete: true # all of it\n", `complete: true # all of it\nexpected:\n${item}`],
  ["no line break at the end", "complete: true", `complete: true\nexpected:\n${item}`],
  ["a list without entries", "expected:\ncomplete: true\n", `expected:\n${item}complete: true\n`],
  [
    "a list, and another key after it",
    "expected:\n  - subject: User jane # still\n    access: [get pods in namespace web]\n    reason: hers # for now\n\ncomplete: true\n",
    `expected:\n  - subject: User jane # still\n    access: [get pods in namespace web]\n    reason: hers # for now\n${item}\ncomplete: true\n`,
  ],
  [
    "a list that is not indented",
    "expected:\n- subject: User jane\n  access: [get pods in namespace web]\n  reason: hers\n",
    `expected:\n- subject: User jane\n  access: [get pods in namespace web]\n  reason: hers\n${flush}`,
  ],
  [
    "line breaks of Windows",
    "expected:\r\n  - subject: User jane\r\n    access: [get pods in namespace web]\r\n    reason: hers\r\n",
    `expected:\n  - subject: User jane\n    access: [get pods in namespace web]\n    reason: hers\n${item}`.replaceAll(
      "\n",
      "\r\n",
    ),
  ],
])("%s", (_what, text, expected) => {
  const edited = withEntry(text, entry);
  expect(edited).toBe(expected);
  const read = readConfiguration({ path: "authgraph.yaml", text: edited ?? "" }, { rules: undefined });
  expect(read.outcome === "read" ? read.configuration.expected.at(-1) : read.problems).toMatchObject({
    subject: { value: "ServiceAccount web/ci" },
    access: [{ value: "get, list secrets in every namespace" }, { value: 'get secrets named "tls" in namespace web' }],
    reason: "it signs: what else # would",
  });
});

test.each([
  ["braces", "{complete: true}\n"],
  ["a list in brackets", "expected: []\n"],
  ["no mapping", "- complete\n"],
  ["no YAML", "expected: [\n"],
])("%s: nothing is written for somebody else", (_what, text) => {
  expect(withEntry(text, entry)).toBeUndefined();
});

test("the entry by itself", () => {
  expect(`${entryText(entry)}\n`).toBe(`expected:\n${item}`);
});
