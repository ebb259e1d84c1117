import { describe, expect, test } from "vitest";
import { type PatchKind, patched } from "./patch.ts";

const object = { metadata: { name: "r", labels: { a: "1" } }, rules: [{ verbs: ["get"] }, { verbs: ["list"] }] };

const rows: readonly [kind: PatchKind, patch: unknown, changed: object | "failed" | "unknown"][] = [
  ["merge", { metadata: { labels: { a: null, b: "2" } } }, { metadata: { name: "r", labels: { b: "2" } } }],
  ["merge", { rules: [] }, { rules: [] }],
  ["merge", { rules: null }, { rules: undefined }],
  ["merge", [], "failed"],
  ["strategic", { rules: [{ verbs: ["watch"] }] }, { rules: [{ verbs: ["watch"] }] }],
  ["strategic", { metadata: { $patch: "replace", name: "r" } }, { metadata: { name: "r" } }],
  ["strategic", { metadata: { finalizers: ["x"] } }, { metadata: { ...object.metadata, finalizers: ["x"] } }],
  ["strategic", { metadata: { "$deleteFromPrimitiveList/finalizers": ["x"] } }, "unknown"],
  ["apply", { metadata: { name: "r", labels: { b: "2" } } }, { metadata: { name: "r", labels: { a: "1", b: "2" } } }],
  ["apply", { rules: [{ verbs: ["watch"] }] }, { rules: [{ verbs: ["watch"] }] }],
  ["json", [{ op: "add", path: "/rules/-", value: { verbs: [] } }], { rules: [...object.rules, { verbs: [] }] }],
  ["json", [{ op: "add", path: "/rules/1", value: 1 }], { rules: [object.rules[0], 1, object.rules[1]] }],
  ["json", [{ op: "remove", path: "/rules/-1" }], { rules: [object.rules[0]] }],
  [
    "json",
    [{ op: "replace", path: "/metadata/labels/a", value: "2" }],
    { metadata: { name: "r", labels: { a: "2" } } },
  ],
  ["json", [{ op: "copy", from: "/rules/0", path: "/rules/-" }], { rules: [...object.rules, object.rules[0]] }],
  ["json", [{ op: "move", from: "/rules/0", path: "/rules/1" }], { rules: [object.rules[1], object.rules[0]] }],
  ["json", [{ op: "test", path: "/metadata/name", value: "r" }], {}],
  [
    "json",
    [{ op: "add", path: "/metadata/labels/a~1b", value: "x" }],
    { metadata: { name: "r", labels: { a: "1", "a/b": "x" } } },
  ],
  ["json", [{ op: "test", path: "/metadata/name", value: "s" }], "failed"],
  ["json", [{ op: "add", path: "/subjects/-", value: 1 }], "failed"],
  ["json", [{ op: "remove", path: "/rules/2" }], "failed"],
  ["json", [{ op: "replace", path: "/metadata/labels/b", value: "x" }], "failed"],
  ["json", [{ op: "add", path: "/rules/-" }], "failed"],
  ["json", {}, "failed"],
];

describe("what a patch makes of an object", () => {
  test.each(rows)("%s %j", (kind, patch, changed) => {
    const result = patched(kind, object, patch);
    if (typeof changed === "string") expect(result.outcome).toBe(changed);
    else expect(result).toEqual({ outcome: "patched", object: { ...object, ...changed } });
  });

  test("and the object stays as it was", () => {
    const before = JSON.stringify(object);
    for (const [kind, patch] of rows) patched(kind, object, patch);
    expect(JSON.stringify(object)).toBe(before);
  });
});

test("a key of a patch is never more than a key", () => {
  const result = patched("merge", {}, JSON.parse('{"__proto__":{"polluted":true}}'));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(result.outcome).toBe("patched");
});
