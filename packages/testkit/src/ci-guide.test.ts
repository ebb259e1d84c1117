import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkoutPath } from "./shared-material.ts";

test("the snippets of the guide to CI servers are YAML", () => {
  const guide = readFileSync(checkoutPath("docs/guides/ci.md"), "utf8");
  const [gitlab, mergeRequest, azure, ...more] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ""]) =>
    parse(text),
  );
  expect(more).toEqual([]);
  expect(gitlab.authgraph.artifacts).toEqual({
    when: "always",
    reports: { codequality: "gl-code-quality-report.json", junit: "junit.xml" },
  });
  expect(mergeRequest).toEqual({ variables: { GIT_DEPTH: "0" }, script: [expect.any(String), expect.any(String)] });
  expect(azure.steps.map(Object.keys).map(([kind]: readonly string[]) => kind)).toEqual([
    "script",
    "script",
    "task",
    "publish",
    "script",
  ]);
});
