import { readFileSync } from "node:fs";
import { findingOf, hop, riskOf, runOf, sampleRun } from "@authgraph/testkit";
import { expect, it } from "vitest";
import { renderConcise } from "./concise.ts";

const lines = (run: typeof sampleRun, color = false): readonly string[] =>
  [...renderConcise(run, { color })].join("").split("\n");

const source = { path: "a.yaml", text: "kind: Role\nname: x\n" };
const builtIn = { origin: { kind: "built-in", of: "default policy of v1.37" }, label: "", step: undefined } as const;

it("is the golden one", () => {
  expect(lines(sampleRun).join("\n")).toBe(readFileSync(new URL("golden/concise.txt", import.meta.url), "utf8"));
});

it.each([
  ["its place", findingOf(hop(source, "x", "")), "a.yaml:2:7: "],
  [
    "the first of its chain in a file, where its own is in none",
    findingOf(builtIn, { hops: [builtIn, hop(source, "Role", "")] }),
    "a.yaml:1:7: ",
  ],
  ["what it is of, where no file says anything", findingOf(builtIn), "built in: default policy of v1.37: "],
  [
    "a path that a build would obey",
    findingOf(hop({ ...source, path: "::error::x" }, "x", "")),
    "\\u{3a}:error::x:2:7: ",
  ],
  [
    "a path that a terminal would obey",
    findingOf(hop({ ...source, path: "\x1b[2J\n" }, "x", "")),
    "\\u{1b}[2J\\n:2:7: ",
  ],
])("each line begins with %s", (_what, finding, start) => {
  expect(lines(runOf([finding]))[0]).toBe(
    `${start}critical[rbac-grant-anonymous] requests without credentials can read every Secret in the cluster (9.8, certain)`,
  );
});

it("counts what is folded, and in the last line all of it", () => {
  const place = hop(source, "x", "");
  const shown = lines(runOf([findingOf(place, { folded: [riskOf(place), riskOf(place), riskOf(place)] })]));
  expect(shown[0]).toMatch(/ \(9\.8, certain\) \(\+3\)$/);
  expect(shown.at(-2)).toBe("1 finding: 1 critical; folded into them: 3");
});

it("says what was not looked at, also where nothing was found", () => {
  const notEvaluated = [{ rule: "kubelet-anonymous", cluster: "default", reason: "no kubelet input" }];
  expect(lines(runOf([], { notEvaluated }))).toEqual([
    "read 0 files, 0 documents: 0 access objects",
    "not evaluated: kubelet-anonymous (no kubelet input)",
    "no findings",
    "",
  ]);
});

it("paints severity and rule, nothing else", () => {
  const [first = ""] = lines(sampleRun, true);
  expect(first).toContain(":15:9: \x1b[1;31mcritical[rbac-grant-anonymous]\x1b[0m requests");
  expect(first.replace(/\x1b\[[0-9;]*m/g, "")).toBe(lines(sampleRun)[0]);
});
