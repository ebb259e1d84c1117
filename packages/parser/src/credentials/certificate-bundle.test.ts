import { readFileSync } from "node:fs";
import { pemBlocksOf, readCertificateContent } from "@authgraph/kubernetes";
import { checkoutPath } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";
import { readCertificateBundle } from "./certificate-bundle.ts";
import { readPublicKeys } from "./public-keys.ts";

const chain = (name: string): string =>
  readFileSync(checkoutPath("fixtures", "certificates", "chains", `${name}.pem`), "utf8");
const read = (text: string): ReturnType<typeof readCertificateBundle> =>
  readCertificateBundle({ path: "ca.crt", text });
const placeOf = (origin: { readonly kind: string; readonly start?: number }): number | undefined => origin.start;

describe("a bundle of authorities", () => {
  test("what stands in a certificate", () => {
    const { configuration, diagnostics } = read(`two of them\n${chain("root-ca")}${chain("two-uids")}`);
    expect(diagnostics).toEqual([]);
    expect(configuration).toMatchObject({
      kind: "CertificateBundle",
      certificates: [
        {
          commonName: "root",
          organizations: [],
          uids: [],
          subject: "CN=root",
          issuer: "CN=root",
          notBefore: "2026-11-24T02:40:08Z",
          notAfter: "2126-10-31T02:40:08Z",
          isCa: true,
          usages: undefined,
        },
        {
          commonName: "two uids",
          uids: ["42", "43"],
          subject: "1.3.6.1.4.1.57683.2=43,1.3.6.1.4.1.57683.2=42,CN=two uids",
          issuer: "CN=root",
          isCa: false,
          usages: ["1.3.6.1.5.5.7.3.2"],
        },
      ],
    });
  });

  test("organizations in order, and the digest of the certificate", () => {
    const { configuration } = read(chain("jane"));
    expect(configuration).toMatchObject({
      // openssl x509 -in jane.pem -noout -fingerprint -sha256
      certificates: [
        { organizations: ["dev", "ops"], sha256: "fd0bf5004e677899942d55044de7136ae0c6c26a2240cf4d3437550d262d6c9f" },
      ],
    });
  });

  const begin = "-----BEGIN CERTIFICATE-----";
  const none = "data does not contain any valid RSA or ECDSA certificates";
  test.each<readonly [what: string, text: string, at: number | undefined, message: string]>([
    ["is cut off", chain("root-ca").slice(0, 300), 0, none],
    ["is no certificate", `${begin}\nAAAA\n-----END CERTIFICATE-----\n`, 0, "certificate cannot be read"],
    ["is no base64", `x\n${begin}\n???\n-----END CERTIFICATE-----\n`, 2, none],
  ])("one that %s refuses the file, at its place", (_, text, at, message) => {
    const { configuration, diagnostics } = read(text);
    expect(configuration).toMatchObject({ kind: "Refused", role: "certificate-authority", errors: [{ message }] });
    expect(diagnostics.map(({ id, origin }) => [id, placeOf(origin)])).toEqual([["certificate-unreadable", at]]);
  });

  test.each([chain("jane").slice(0, 300), `${begin}\n???\n-----END CERTIFICATE-----\n`])(
    "one that is cut off is passed over beside another: %#",
    (text) => {
      const { configuration, diagnostics } = read(`${chain("root-ca")}${text}`);
      expect(configuration).toMatchObject({ kind: "CertificateBundle", certificates: [{ commonName: "root" }] });
      expect(diagnostics.map(({ id }) => id)).toEqual(["certificate-unreadable"]);
    },
  );

  test.each([
    "",
    "no certificate here",
    `x ${chain("root-ca")}`,
    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
  ])("none at all: %j", (text) => {
    expect(read(text)).toMatchObject({
      configuration: {
        kind: "Refused",
        errors: [{ message: "data does not contain any valid RSA or ECDSA certificates" }],
      },
      diagnostics: [],
    });
  });

  test.each(["{{ ca_certificate }}", "<your CA>", "REDACTED", "${CA_PEM}"])("%j stands for another file", (text) => {
    expect(read(text)).toEqual({ configuration: undefined, diagnostics: [] });
  });

  test("every cut of a certificate is refused or read, never thrown at", () => {
    const [block] = [...pemBlocksOf(chain("by-limited-san"))];
    const der = block?.kind === "public" ? block.der : new Uint8Array();
    for (let length = 0; length < der.length; length++)
      expect(readCertificateContent(der.subarray(0, length))).toBeUndefined();
    for (let at = 0; at < der.length; at++) {
      const changed = Uint8Array.from(der, (byte, i) => (i === at ? byte ^ 0xff : byte));
      readCertificateContent(changed);
    }
    expect(readCertificateContent(der)?.hasAlternativeNames).toBe(true);
  });
});

describe("public keys", () => {
  const block = (type: string): string => `-----BEGIN ${type}-----\nAAAA\n-----END ${type}-----\n`;
  const kinds = (text: string): unknown => {
    const keys = readPublicKeys({ path: "sa.pub", text });
    if (keys === undefined) return undefined;
    return keys.kind === "PublicKeys" ? keys.keys.map(({ kind }) => kind) : keys.errors.map(({ message }) => message);
  };
  test.each([
    [block("PUBLIC KEY"), ["public"]],
    [block("RSA PUBLIC KEY") + block("CERTIFICATE"), ["public", "public"]],
    [block("RSA PRIVATE KEY") + block("PUBLIC KEY"), ["private", "public"]],
    ["-----BEGIN EC PRIVATE KEY-----", ["private"]],
    ["placeholder: a key stood here", undefined],
    ["garbage", ["data does not contain any valid RSA or ECDSA public keys"]],
  ])("%j", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test("nothing of a private key is kept", () => {
    const text = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
    const { facts } = parse({ path: "sa.key", text }, { role: "service-account-key" });
    const kept = facts.map((fact) => (fact.fact === "configuration" ? fact.configuration : undefined));
    expect(kept).toMatchObject([{ kind: "PublicKeys", keys: [{ kind: "private" }] }]);
    expect(kept.map((one) => one?.kind === "PublicKeys" && JSON.stringify(one.keys))).toEqual(['[{"kind":"private"}]']);
  });
});
