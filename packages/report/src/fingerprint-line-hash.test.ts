import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineHash } from "./fingerprint-line-hash.ts";

function hashesOf(text: string): readonly string[] {
  const source = { path: "a.yaml", text };
  const hashes: string[] = [];
  for (let hash = lineHash(source, 1); hash !== undefined; hash = lineHash(source, hashes.length + 1)) {
    hashes.push(hash);
  }
  return hashes;
}

const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: anon-admin
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: system:unauthenticated
`;

// From an independent implementation that agrees with the tables in github/codeql-action src/fingerprints.test.ts.
const bindingHashes = (
  "83e91676f1139850:1 e1fa32eb8cdfb8ef:1 c2b8e887f8248647:1 86ee838db658b8d9:1 9235f01bb36fb157:1 " +
  "4a4555f5f007224c:1 7925f5b29983035:1 844639907334699f:1 9f2acdc913f3e1d0:1 4e4a509bc7220431:1 " +
  "eda1cd94d266631c:1 77b7f1f661f16c11:1 c129715d7a2bc9a3:1"
).split(" ");

describe("the vectors", () => {
  it.each([
    ["an empty file has one line", "", ["c129715d7a2bc9a3:1"]],
    ["a file that ends in a newline has one more", binding, bindingHashes],
    ["CRLF changes nothing", binding.replaceAll("\n", "\r\n"), bindingHashes],
    ["a lone CR ends a line", binding.replaceAll("\n", "\r"), bindingHashes],
    ["indentation changes nothing", binding.replace(/^ +/gm, "$&$&"), bindingHashes],
    ["lines above change nothing", `# comment\n${binding}`, ["2d6a602cc322e812:1", ...bindingHashes]],
    [
      "a byte order mark and characters of two units count",
      "\ufeffkind: Role # é😀\nname: x",
      ["d23bf0e56ec82776:1", "5d14933be5280cca:1"],
    ],
    ["NUL counts", "a\u0000b\n", ["636f257f958bb544:1", "c129715d7a2bc9a3:1"]],
  ])("%s", (_name, text, expected) => {
    expect(hashesOf(text)).toEqual(expected);
  });

  it("numbers equal lines, and lets the next document change the end of this one", () => {
    const hashes = hashesOf(`${binding}---\n${binding}`);
    expect(hashes.slice(0, 8)).toEqual(bindingHashes.slice(0, 8));
    expect(hashes.slice(8, 14)).toEqual([
      "99bf19a76be237d4:1",
      "4177ce951455477c:1",
      "fc483a9dca2e44b3:1",
      "550f7461e69cffa2:1",
      "9a7629796793e41e:1",
      "83e91676f1139850:2",
    ]);
    expect(hashes.slice(20, 22)).toEqual(["844639907334699f:2", "9f2acdc913f3e1d0:1"]);
  });

  it("reaches 100 units down from each line", () => {
    expect(hashesOf(binding.replace("anon-admin", "anon-admin2"))).toEqual([
      "866472db1831c86d:1",
      "d1d8946b870cf18a:1",
      "2f379412d3e610bc:1",
      "b2a211073efc9049:1",
      ...bindingHashes.slice(4),
    ]);
  });
});

/** The definition, unit by unit, as an independent second opinion. */
function definition(text: string): readonly string[] {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit, i, all) => {
    if (unit === 0x20 || unit === 0x09) return [];
    if (unit === 0x0a && all[i - 1] === 0x0d) return [];
    return [unit === 0x0d ? 0x0a : unit];
  });
  units.push(65535);
  const seen: string[] = [];
  return units.flatMap((_, start) => {
    if (start > 0 && units[start - 1] !== 0x0a) return [];
    let hash = 0n;
    for (let i = 0; i < 100; i++) hash = BigInt.asUintN(64, hash * 37n + BigInt(units[start + i] ?? 0));
    const text = hash.toString(16);
    seen.push(text);
    return [`${text}:${seen.filter((other) => other === text).length}`];
  });
}

describe("the rolling form", () => {
  it("is the definition", () => {
    const character = fc.oneof(
      fc.constantFrom(" ", "\t", "\n", "\r", "a", "é", "\uffff"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 400 }), (characters) => {
        const text = characters.join("");
        expect(hashesOf(text)).toEqual(definition(text));
      }),
    );
  });

  it("is linear: a line of a million units costs no more than a million units in lines", () => {
    const started = performance.now();
    hashesOf("x".repeat(1_000_000));
    const long = performance.now() - started;
    hashesOf("x\n".repeat(500_000));
    const short = performance.now() - started - long;
    expect(long).toBeLessThan(short * 5 + 200);
  });
});
