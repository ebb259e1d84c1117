import type { Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { looksLikeTokenFile, readTokenFile } from "./token-file.ts";

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

const read = (text: string): ReturnType<typeof readTokenFile> => readTokenFile({ path: "pki/tokens.csv", text });
const identities = (text: string): unknown =>
  read(text).credentials.map(({ user, groups }) => [user?.value, groups.map(({ value }) => value)]);

test("a row", () => {
  const { credentials, diagnostics } = read('s3cret,jane,42,"dev,system:masters",ignored\r\n');
  expect(diagnostics).toEqual([]);
  expect(credentials).toMatchObject([
    {
      form: "token-file-row",
      label: "row 1 of tokens.csv",
      user: { value: "jane" },
      notAfter: undefined,
      signerName: undefined,
    },
  ]);
  const [row] = credentials;
  expect(row?.user && written(row.user.origin)).toBe("jane");
  expect(row?.groups.map(({ origin }) => written(origin))).toEqual(["dev", "system:masters"]);
  expect(row && written(row.origin)).toBe('jane,42,"dev,system:masters",ignored');
});

describe("identities", () => {
  test.each([
    { name: "without groups", text: "t,jane,1\n", expected: [["jane", []]] },
    { name: "blanks belong to a group", text: 't,jane,1,"a, b"', expected: [["jane", ["a", " b"]]] },
    { name: "an empty fourth column is one group without a name", text: "t,jane,1,", expected: [["jane", [""]]] },
    { name: "user and uid may be empty", text: "t,,", expected: [["", []]] },
    {
      name: "a number sign is a token",
      text: "#t,jane,1\n\nu,joe,2",
      expected: [
        ["jane", []],
        ["joe", []],
      ],
    },
    {
      name: "of two rows with one token the last counts",
      text: "t,jane,1\nu,joe,2\nt,max,3",
      expected: [
        ["joe", []],
        ["max", []],
      ],
    },
    { name: "an empty token is passed over", text: ",jane,1\nu,joe,2", expected: [["joe", []]] },
    { name: "two columns stop the server", text: "t,jane,1\nu,joe", expected: [] },
    { name: "a stray quote stops the server", text: 't,jane,1\nu,j"oe,1', expected: [] },
  ])("$name", ({ text, expected }) => {
    expect(identities(text)).toEqual(expected);
  });
});

test.each([
  [
    "t,jane",
    "error",
    "token file must have at least 3 columns (token, user name, user uid), found 2: kube-apiserver does not start",
  ],
  ['t,j"ane,1', "error", 'token file is no CSV, kube-apiserver does not start: bare " in non-quoted-field'],
  ["t,jane,1\nt,joe,2", "warning", "row 2 has the token of an earlier row, which is not used"],
  [",jane,1", "warning", "row 1 has an empty token and is not used"],
])("%j is reported", (text, level, message) => {
  expect(read(text).diagnostics).toMatchObject([{ level, message }]);
});

test("no place and no word reaches a token", () => {
  const text = 'aaaa,jane,1\n"bb,bb",joe,2,x\ncccc,max\n';
  for (const part of [text, text.replace("cccc,max\n", "")]) {
    const { credentials, diagnostics } = read(part);
    const places = [
      ...credentials.flatMap(({ origin, user, groups }) => [
        origin,
        ...(user ? [user.origin] : []),
        ...groups.map((group) => group.origin),
      ]),
      ...diagnostics.map(({ origin }) => origin),
    ];
    const words = [
      ...places.map(written),
      ...credentials.map(({ label }) => label),
      ...diagnostics.map(({ message }) => message),
    ];
    expect(words.filter((word) => /aaaa|bb|cccc/.test(word))).toEqual([]);
  }
});

test.each([
  ["known_tokens.csv", "t,jane,1", true],
  ["x/rows.csv", 't,jane,1,"dev,system:masters"', true],
  ["x/rows.csv", "t,system:kube-proxy,1", true],
  ["x/rows.csv", "a,b,c", false],
  ["design-tokens.csv", "a,b,c", false],
  ["tokens.csv", "name,value\na,b", false],
  ["tokens.txt", "t,jane,1,system:masters", false],
])("%s with %j is a token file: %s", (path, text, expected) => {
  expect(looksLikeTokenFile(path, text)).toBe(expected);
});

test("rows for comparison: uid and digest, never the token", () => {
  const { configuration } = read("s3cret,jane,42,dev\nother,joe,\n");
  expect(configuration?.rows.map(({ uid, tokenDigest }) => [uid, tokenDigest])).toEqual([
    // printf s3cret | sha256sum
    ["42", "1ec1c26b50d5d3c58d9583181af8076655fe00756bf7285940ba3670f99fcba0"],
    ["", "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa"],
  ]);
  expect(read("a,b\n").configuration).toBeUndefined();
});
