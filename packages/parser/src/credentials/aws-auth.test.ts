import type { Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { placedBy, placedSource } from "../placed-text.ts";
import { readAwsAuth } from "./aws-auth.ts";

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

const roles = (text: string): ReturnType<typeof readAwsAuth> =>
  readAwsAuth({ mapRoles: placedSource({ path: "aws-auth.yaml", text }), mapUsers: undefined });

test("a mapping of a role, with places in the file around it", () => {
  // As the block scalar of a ConfigMap: each line is indented by four.
  const inner =
    '- rolearn: arn:aws:iam::1:role/Admin\n  username: "admin:{{SessionName}}"\n  groups:\n  - system:masters\n';
  const text = `mapRoles: |\n${inner.replace(/^(?=.)/gm, "    ")}`;
  const offsets: number[] = [];
  for (let i = text.indexOf("\n") + 1; i < text.length; i++) {
    if (text[i - 1] === "\n") i += 4;
    offsets.push(i);
  }
  const placed = placedBy({ path: "aws-auth.yaml", text }, inner, [...offsets, text.length]);
  const { credentials, diagnostics } = readAwsAuth({ mapRoles: placed, mapUsers: undefined });
  expect(diagnostics).toEqual([]);
  expect(credentials).toMatchObject([
    {
      form: "aws-auth-mapping",
      label: "IAM role arn:aws:iam::1:role/Admin",
      user: { value: "admin:{{SessionName}}" },
      groups: [{ value: "system:masters" }],
      notAfter: undefined,
      signerName: undefined,
    },
  ]);
  const [mapping] = credentials;
  expect(mapping?.user && written(mapping.user.origin)).toBe('"admin:{{SessionName}}"');
  expect(mapping?.groups.map(({ origin }) => written(origin))).toEqual(["system:masters"]);
});

describe("what counts", () => {
  test.each([
    { name: "keys in any case", text: "- rOlEaRn: a\n  UsErNaMe: b\n  gRoUpS: [c]\n", expected: [["b", ["c"]]] },
    {
      name: "the later mapping of one ARN",
      text: "- {rolearn: a, username: b}\n- {rolearn: A, username: c}\n",
      expected: [["c", []]],
    },
    { name: "a mapping without a name", text: "- {rolearn: a, groups: [c]}\n", expected: [[undefined, ["c"]]] },
    { name: "nothing of an empty text", text: " \n", expected: [] },
    { name: "nothing of an empty list", text: "[]\n", expected: [] },
    {
      name: "an item out of place joins the one before",
      text: "- rolearn: a\n  groups:\n    - c\n     - d\n",
      expected: [[undefined, ["c - d"]]],
    },
  ])("$name", ({ text, expected }) => {
    const { credentials, diagnostics } = roles(text);
    expect(credentials.map(({ user, groups }) => [user?.value, groups.map(({ value }) => value)])).toEqual(expected);
    expect(diagnostics).toEqual([]);
  });
});

test.each(["rolearn: a\n", "- [\n"])("%j is refused", (text) => {
  expect(roles(text)).toMatchObject({ credentials: [], diagnostics: [{ id: "aws-auth-refused", level: "error" }] });
});
