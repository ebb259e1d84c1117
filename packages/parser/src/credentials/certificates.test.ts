import { readFileSync } from "node:fs";
import { checkoutPath } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { placedSource } from "../placed-text.ts";
import {
  loadCertificateRequestReader,
  readCertificateRequestFile,
  readEncodedCertificateRequest,
} from "./certificate-requests.ts";
import { looksLikePem, readCertificate, readCertificateFile } from "./certificates.ts";

const pem = (name: string): string => readFileSync(checkoutPath("fixtures", "certificates", `${name}.pem`), "utf8");

describe("one certificate", () => {
  test.each([
    {
      name: "client",
      reading: {
        outcome: "client",
        identity: { user: "jane", groups: ["system:masters", "dév"], notAfter: "2126-10-30T17:13:45Z" },
      },
    },
    { name: "no-usages", reading: { outcome: "client", identity: { user: "bare", groups: [] } } },
    { name: "two-names", reading: { outcome: "client", identity: { user: "last", groups: [] } } },
    { name: "server", reading: { outcome: "no-client" } },
    { name: "no-name", reading: { outcome: "no-client" } },
    { name: "intermediate", reading: { outcome: "no-client" } },
    { name: "ca", reading: { outcome: "no-client" } },
  ])("$name", ({ name, reading }) => {
    expect(readCertificate(pem(name))).toMatchObject(reading);
  });

  test("what is none", () => {
    expect(readCertificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")).toEqual({
      outcome: "unreadable",
    });
  });
});

test("a file of several", () => {
  const text = `text before\n${pem("ca")}${pem("client")}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`;
  const { credentials, diagnostics } = readCertificateFile({ path: "all.pem", text });
  expect(credentials).toMatchObject([
    {
      form: "client-certificate",
      label: "certificate of jane",
      origin: { start: text.indexOf(pem("client")), end: text.indexOf(pem("client")) + pem("client").trimEnd().length },
      user: { value: "jane" },
      groups: [{ value: "system:masters" }, { value: "dév" }],
      signerName: undefined,
    },
  ]);
  expect(diagnostics).toMatchObject([{ id: "certificate-unreadable", level: "warning" }]);
});

describe("requests", () => {
  test.each([
    { name: "client.csr", user: "jane", groups: ["system:masters", "dév"] },
    { name: "rsa.csr", user: "system:node:worker-1", groups: ["system:nodes"] },
  ])("$name", async ({ name, user, groups }) => {
    const reader = await loadCertificateRequestReader();
    const { credentials, diagnostics } = readCertificateRequestFile({ path: "x.csr", text: pem(name) }, reader);
    expect(diagnostics).toEqual([]);
    expect(reader(Buffer.from(pem(name).replace(/-----[^-]+-----/g, ""), "base64"))).toStrictEqual({ user, groups });
    expect(credentials).toMatchObject([
      {
        form: "certificate-request",
        user: { value: user },
        groups: groups.map((value) => ({ value })),
        notAfter: undefined,
      },
    ]);
  });

  test("inside a CertificateSigningRequest", async () => {
    const text = Buffer.from(pem("client.csr")).toString("base64");
    const request = placedSource({ path: "csr.yaml", text });
    const reader = await loadCertificateRequestReader();
    const signer = "kubernetes.io/kube-apiserver-client";
    expect(readEncodedCertificateRequest(request, "jane", signer, reader).credentials).toMatchObject([
      {
        label: "CertificateSigningRequest jane",
        origin: { start: 0, end: text.length },
        user: { value: "jane" },
        signerName: signer,
      },
    ]);
  });

  test("without a reader, or of what is none, there is a diagnostic", async () => {
    const source = { path: "x.csr", text: pem("client.csr") };
    const unreadable = [{ id: "certificate-request-unreadable" }];
    expect(readCertificateRequestFile(source, undefined)).toMatchObject({ credentials: [], diagnostics: unreadable });
    const broken = { path: "x.csr", text: source.text.replace(/MII[^\n]*/, "AAAA") };
    const reader = await loadCertificateRequestReader();
    expect(readCertificateRequestFile(broken, reader)).toMatchObject({ credentials: [], diagnostics: unreadable });
  });
});

test("a private key alone is nothing to read", () => {
  expect(looksLikePem("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n")).toBe(false);
  expect(looksLikePem(pem("client"))).toBe(true);
  expect(looksLikePem(pem("client.csr"))).toBe(true);
});
