import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";
import { tokenFileRefusal } from "./token-file-refusal.ts";

// Recorded from tokenfile.NewCSV of k8s.io/apiserver 0.37.
describe("a token file that a server does not start with", () => {
  it.each([
    ['tok"en,a,b\n', 'parse error on line 1, column 4: bare " in non-quoted-field'],
    ['"tok"x,a,b\n', 'parse error on line 1, column 5: extraneous or missing " in quoted-field'],
    ['"tok,a,b\n', 'parse error on line 1, column 10: extraneous or missing " in quoted-field'],
    ['"tok,a,b', 'parse error on line 1, column 9: extraneous or missing " in quoted-field'],
    ["a,b\n", "token file 't.csv' must have at least 3 columns (token, user name, user uid), found 2"],
    ["#x\n", "token file 't.csv' must have at least 3 columns (token, user name, user uid), found 1"],
    ["a,b,c\n\nd,e\n", "token file 't.csv' must have at least 3 columns (token, user name, user uid), found 2"],
    [
      'a,b,c\r\n"x\r\ny"z,b,c\r\n',
      'record on line 2; parse error on line 3, column 2: extraneous or missing " in quoted-field',
    ],
    ['é"x,b,c\n', 'parse error on line 1, column 3: bare " in non-quoted-field'],
    ['a,"b\nc"d,e\n', 'record on line 1; parse error on line 2, column 2: extraneous or missing " in quoted-field'],
    ['\n\n"a\nb', 'record on line 3; parse error on line 4, column 2: extraneous or missing " in quoted-field'],
    ['"a\r\nb\r\n', 'record on line 1; parse error on line 2, column 3: extraneous or missing " in quoted-field'],
    ['a,b,"c\n\n', 'record on line 1; parse error on line 2, column 2: extraneous or missing " in quoted-field'],
    ['a,b,c,"g, h\n', 'parse error on line 1, column 13: extraneous or missing " in quoted-field'],
    ['a,b, "c"\n', 'parse error on line 1, column 6: bare " in non-quoted-field'],
    ['a\n"', "token file 't.csv' must have at least 3 columns (token, user name, user uid), found 1"],
    ['"', 'parse error on line 1, column 2: extraneous or missing " in quoted-field'],
    ['""', "token file 't.csv' must have at least 3 columns (token, user name, user uid), found 1"],
    ['a,b,c\n"x"",y,z\n', 'parse error on line 2, column 10: extraneous or missing " in quoted-field'],
  ])("%j: %s", (text, message) => {
    expect(tokenFileRefusal({ path: "t.csv", text })?.text).toBe(message);
    expect(parse({ path: "t.csv", text }, { role: "token-file" }).facts).toMatchObject([
      { configuration: { kind: "Refused", role: "token-file", errors: [{ message }] } },
    ]);
  });

  it.each([["a,b,c\n"]])("%j is read", (text) => {
    expect(tokenFileRefusal({ path: "t.csv", text })).toBeUndefined();
  });

  it("points behind the token", () => {
    const refusal = tokenFileRefusal({ path: "t.csv", text: "secret,user\n" });
    expect(refusal).toMatchObject({ start: "secret".length, end: "secret,user".length });
  });
});
