import { readFileSync } from "node:fs";
import type { Finding } from "@authgraph/rules";
import { findingOf, hop, riskOf, runOf, sampleRun } from "@authgraph/testkit";
import { expect, it } from "vitest";
import { renderStory, type StoryOptions } from "./story.ts";

const plain: StoryOptions = { color: false, width: Number.POSITIVE_INFINITY };

function story(
  finding: Finding,
  risk: Parameters<typeof renderStory>[0]["risk"] = finding,
  run = runOf([finding]),
): string {
  return [...renderStory({ finding, risk }, run, plain)].join("");
}

it("is the golden one", () => {
  const [finding] = sampleRun.findings;
  if (finding === undefined) throw new Error("the sample has findings");
  const golden = readFileSync(new URL("golden/story.txt", import.meta.url), "utf8");
  expect(story(finding, finding, sampleRun)).toBe(golden);
});

it("says what was asked for where that is folded into the finding", () => {
  const [finding] = sampleRun.findings;
  const [risk] = finding?.folded ?? [];
  if (finding === undefined || risk === undefined) throw new Error("the sample has something folded");
  expect(story(finding, risk).split("\n").slice(0, 3)).toEqual([
    "critical[rbac-grant-anonymous]: requests without credentials can read every Secret in the cluster, which makes them cluster-admin",
    "001122334455 is folded into it: high[rbac-grant-anonymous] ServiceAccount web/status-page can read every Secret in the cluster",
    "",
  ]);
});

it("tells hops in the order of their steps, with the place of each", () => {
  const source = { path: "a.yaml", text: "one\ntwo\nthree\n" };
  const builtIn = { origin: { kind: "built-in", of: "default policy of v1.37" }, label: "built in", step: 2 } as const;
  const [three, remark, one] = [
    hop(source, "three", "c", 3),
    hop(source, "two", "beside c"),
    hop(source, "one", "a", 1),
  ];
  const shown = story(findingOf(one, { hops: [three, remark, builtIn, one] }));
  expect(shown.split("\n").slice(3, 19)).toEqual([
    " --> a.yaml:1:1",
    "  |",
    "1 | one",
    "  | ^^^ 1. a",
    "  |",
    " --> built in: default policy of v1.37",
    "  |",
    "  | 2. built in",
    "  |",
    " --> a.yaml:3:1",
    "  |",
    "2 | two",
    "  | --- beside c",
    "3 | three",
    "  | ----- 3. c",
    "  |",
  ]);
});

it("leaves out sections that have nothing to say", () => {
  const titles = story(findingOf(hop({ path: "a.yaml", text: "x\n" }, "x", "")))
    .split("\n\n")
    .slice(1)
    .map((part) => part.split("\n")[0]);
  expect(titles).toEqual(["Who, and through what", "What it is worth", "The rule", "What was assumed", "To accept it"]);
});

it("prints no words of the input raw, and no secret", () => {
  const evil = "x\x1b]0;owned\x07\u202e\n::error::x\n##[error]y";
  const source = { path: `${evil}.yaml`, text: "token: s3cr3t\nname: x\n" };
  const place = hop(source, "x", evil, 1);
  const shown = story(
    findingOf(place, {
      title: evil,
      ruleId: evil,
      hops: [place, hop(source, "s3cr3t", evil)],
      notes: (["then", "who", "why", "check", "note"] as const).map((kind) => ({ kind, text: evil })),
      remedies: [{ text: evil, edits: [] }],
      folded: [riskOf(place, { title: evil, ruleId: evil })],
    }),
  );
  expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]|##\[|s3cr3t/);
  expect(shown.split("\n").filter((line) => /^\s*::/.test(line))).toEqual([]);
});

it("tells what was assumed of the cluster in question alone", () => {
  const finding = findingOf(hop({ path: "a.yaml", text: "one\n" }, "one", "a", 1), { cluster: "prod" });
  const kubernetes = { minor: "1.37", assumed: true, origin: undefined } as const;
  const clusters = ["prod", "stage"].map((name) => ({ name, kubernetes }));
  const assumed = ["prod", "stage"].map((cluster) => ({ cluster, text: `${cluster} is small`, origin: undefined }));
  const shown = story(finding, finding, runOf([finding], { clusters, assumptions: assumed }));
  expect(shown).toContain("prod is small");
  expect(shown).not.toContain("stage");
});
