import type { Diagnostic } from "@authgraph/source";
import { expect, test } from "vitest";
import { newDiagnostics, newlySkipped } from "./new-diagnostics.ts";

const broken = (path: string, text: string, message = "is invalid"): Diagnostic => {
  const start = text.indexOf("kind");
  return {
    id: "object-refused",
    level: "error",
    message,
    origin: { kind: "text", source: { path, text }, start, end: start + 4 },
  };
};
const before = [broken("old.yaml", "kind: Role\n")];

test.each<readonly [what: string, after: Diagnostic, told: boolean]>([
  ["as it was", broken("old.yaml", "kind: Role\n"), false],
  ["on another line", broken("old.yaml", "# why\nkind: Role\n"), false],
  ["in a renamed file", broken("new.yaml", "kind: Role\n"), false],
  ["in another file", broken("new.yaml", "kind: RoleBinding\n"), true],
  ["another problem of the file", broken("old.yaml", "kind: Role\n", "has no name"), true],
])("a problem %s", (_, after, told) => {
  expect(newDiagnostics(before, [after])).toEqual(told ? [after] : []);
});

test("every problem is new where there was nothing", () => {
  expect(newDiagnostics([], before)).toEqual(before);
});

test("a file that is skipped is new where it was read before, was not there, or was skipped for another reason", () => {
  const was = { path: "a.yaml", reason: "binary" } as const;
  const others = [
    { path: "b.yaml", reason: "binary" },
    { path: "a.yaml", reason: "too large" },
  ] as const;
  expect(newlySkipped([was], [was, ...others])).toEqual(others);
});
