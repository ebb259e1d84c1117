import { readFileSync } from "node:fs";
import { textOrigin } from "@authgraph/source";
import { checkoutPath, findingOf, hop, riskOf, runOf, sampleRun, schemaCheck } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { renderJson } from "./json.ts";

const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/run.schema.json"), "utf8")));
const json = (run: typeof sampleRun): string => [...renderJson(run)].join("");
const source = { path: "a.yaml", text: "name: x\nsubjects:\n- a\n- b\n" };

describe("the format", () => {
  it.each([
    ["the sample", sampleRun],
    ["nothing found", runOf([])],
    [
      "places that no input wrote",
      runOf([
        findingOf(
          { origin: { kind: "built-in", of: "default policy of v1.37" }, label: "x", step: undefined },
          { folded: [riskOf(hop(source, "x", "here", 1))] },
        ),
      ]),
    ],
  ])("holds for %s", (_name, run) => {
    expect(check(JSON.parse(json(run)))).toEqual([]);
  });

  it.each([
    ["an unknown member", { unknown: 1 }],
    ["a number too few", { schemaVersion: undefined }],
    ["another version", { schemaVersion: 2 }],
    ["a place without a column", { assumptions: [{ cluster: "default", text: "x", place: { path: "a", line: 1 } }] }],
  ])("refuses %s", (_name, change) => {
    expect(check(JSON.parse(JSON.stringify({ ...JSON.parse(json(sampleRun)), ...change })))).not.toEqual([]);
  });
});

it("writes each finding, with its chain and places, on a line of its own", () => {
  const subjects = { origin: textOrigin(source, 8, 25), label: "all of them", step: 2 };
  const run = runOf([findingOf(hop(source, "x", "the binding", 1), { hops: [subjects] })]);
  expect(json(run).split("\n").slice(5, 7)).toEqual([
    expect.stringContaining(
      '{"fingerprint":"9353b13cfabcbb587f53efe5a075dbed","cluster":"default","severity":"critical","ruleId":"rbac-grant-anonymous"',
    ),
    "],",
  ]);
  expect(JSON.parse(json(run)).findings[0]).toMatchObject({
    place: { path: "a.yaml", line: 1, column: 7, endLine: 1, endColumn: 8, label: "the binding", step: 1 },
    hops: [{ path: "a.yaml", line: 2, column: 1, endLine: 4, endColumn: 4, label: "all of them", step: 2 }],
  });
});

it("writes invisible characters by number, and keeps them", () => {
  const evil = "\x1b[2J\x9b\u202e\u200b\ufeff\u{e0001}é😀";
  const run = runOf([findingOf(hop(source, "x", evil), { title: evil })]);
  expect(json(run)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\p{Cf}]/u);
  expect(JSON.parse(json(run)).findings[0].title).toBe(evil);
});

it("writes nothing that the runner of a build obeys", () => {
  const evil = "##[error]x ##vso[task.complete]";
  const run = runOf([findingOf(hop(source, "x", evil), { title: evil })]);
  expect(json(run)).not.toMatch(/##/);
  expect(JSON.parse(json(run)).findings[0].title).toBe(evil);
});

it("is the same for the same run", () => {
  expect(json(sampleRun)).toBe(json(structuredClone(sampleRun)));
});
