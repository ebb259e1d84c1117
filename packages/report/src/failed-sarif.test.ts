import { sarifProblems, sarifSchemaCheck, sarifValidatorMissing } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { renderFailedSarif } from "./failed-sarif.ts";

const text = renderFailedSarif("1.2.3", "cannot read a.yaml: \u001b[2Jno such file\n::error::x");

describe("the report of a scan that came to nothing", () => {
  it("says that it failed and why, and nothing of what was found", () => {
    const [run] = JSON.parse(text).runs;
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            descriptor: { id: "analysis-failed" },
            message: { text: "cannot read a.yaml: \\u{1b}[2Jno such file\\n::error::x." },
          },
        ],
      },
    ]);
  });

  it.skipIf(sarifValidatorMissing !== undefined)(
    `is as the schema and GitHub want it (${sarifValidatorMissing ?? "sarif-multitool"})`,
    () => {
      expect(sarifSchemaCheck()(JSON.parse(text))).toEqual([]);
      expect(sarifProblems(new Map([["failed", text]]))).toEqual([]);
    },
  );
});
