import { type FileRole, sha256 } from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { mayBeKept } from "./may-be-kept.ts";

const secret = (type: string, data: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: x, namespace: kube-system}\ntype: ${type}\nstringData: {${data}}\n`;
const kubeconfig = (user: string): string => `apiVersion: v1\nkind: Config\nusers:\n- {name: a, user: {${user}}}\n`;

// A digest of what may be short is as good as the secret: it stays in memory.
describe("what may be written to the disk", () => {
  test.each<readonly [what: string, text: string, path: string, role: FileRole | undefined, expected: boolean]>([
    ["rows of a token file", "secret,jane,1\n", "tokens.csv", "token-file", false],
    [
      "a bootstrap token",
      secret("bootstrap.kubernetes.io/token", "token-secret: 0123456789abcdef"),
      "a.yaml",
      undefined,
      false,
    ],
    [
      "a bootstrap token's Secret without it",
      secret("bootstrap.kubernetes.io/token", "description: x"),
      "a.yaml",
      undefined,
      true,
    ],
    ["a token of a kubeconfig", kubeconfig("token: abc"), "a.yaml", undefined, false],
    ["a kubeconfig without one", kubeconfig("username: a"), "a.yaml", undefined, true],
    ["any other Secret", secret("Opaque", "password: x"), "a.yaml", undefined, true],
  ])("%s: %s", (_, text, path, role, expected) => {
    const parsed = parse({ path, text }, { role });
    expect(mayBeKept(parsed)).toBe(expected);
  });

  test("a digest is never in what is kept", () => {
    const parsed = parse({ path: "a.yaml", text: kubeconfig("token: abc") });
    expect(
      JSON.stringify(parsed.facts.map((fact) => fact.fact === "credential" && fact.credential.tokenDigest)),
    ).toContain(sha256("abc"));
  });
});
