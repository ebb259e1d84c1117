import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { authoritiesOf, certificatesOfPem, verifyClientCertificate } from "./certificate-chain.ts";
import { bundleOf, noon } from "./written-server.ts";

const pem = (names: string): string =>
  names
    .split(",")
    .map((name) => new URL(`../../../../fixtures/certificates/chains/${name}.pem`, import.meta.url))
    .map((url) => (url.pathname.endsWith("/.pem") ? "" : readFileSync(url, "utf8")))
    .join("");
const bundle = (names: string) => bundleOf(pem(names));

// Outcomes are those of Go 1.26's crypto/x509 Verify with KeyUsages: [ClientAuth] on the same files.
describe("verifying what a client shows", () => {
  test.each<readonly [shown: string, authorities: string, outcome: string, at?: string | undefined]>([
    ["jane", "root-ca", "verified"],
    ["jane", "other-ca", "certificate signed by unknown authority"],
    ["jane", "", "certificate signed by unknown authority"],
    ["jane", "other-ca,root-ca", "verified"],
    ["by-other", "root-ca", "certificate signed by unknown authority"],
    // Chains.
    ["by-middle", "root-ca", "certificate signed by unknown authority"],
    ["by-middle,middle-ca", "root-ca", "verified"],
    ["by-middle,root-ca,middle-ca", "root-ca", "verified"],
    ["by-middle", "middle-ca", "verified"],
    ["by-lower,lower-ca,middle-ca", "root-ca", "certificate signed by unknown authority"],
    ["by-lower,lower-ca", "middle-ca", "certificate signed by unknown authority"],
    // Who may sign.
    ["by-not-a-ca,not-a-ca", "root-ca", "certificate signed by unknown authority"],
    ["by-not-a-ca", "not-a-ca", "certificate signed by unknown authority"],
    ["by-no-sign,no-sign-ca", "root-ca", "certificate signed by unknown authority"],
    ["by-no-sign", "no-sign-ca", "certificate signed by unknown authority"],
    ["sha1", "root-ca", "certificate signed by unknown authority"],
    // Uses, all along the chain.
    ["no-usage", "root-ca", "verified"],
    ["any-usage", "root-ca", "verified"],
    ["server", "root-ca", "certificate specifies an incompatible key usage"],
    ["by-server-ca,server-ca", "root-ca", "certificate specifies an incompatible key usage"],
    ["by-server-ca", "server-ca", "certificate specifies an incompatible key usage"],
    ["critical", "root-ca", "unhandled critical extension"],
    // Times.
    ["short", "root-ca", "verified"],
    ["short", "root-ca", "certificate has expired or is not yet valid", "2026-11-26T00:00:00Z"],
    ["jane", "root-ca", "certificate has expired or is not yet valid", "2026-11-23T00:00:00Z"],
    ["jane", "root-ca", "certificate has expired or is not yet valid", "2227-01-01T00:00:00Z"],
    // Trusted itself.
    ["self", "self", "verified"],
    ["self", "root-ca", "certificate signed by unknown authority"],
    ["root-ca", "root-ca", "verified"],
    // Name constraints: nobody's names, and names that are not compared here (Go refuses this one).
    ["by-limited,limited-ca", "root-ca", "verified"],
    ["by-limited-san,limited-ca", "root-ca", "open"],
  ])("%s to %s: %s", (shown, authorities, expected, at) => {
    const file = bundle(authorities ?? "");
    const roots = file.state === "read" ? authoritiesOf(file.value) : [];
    const verification = verifyClientCertificate(certificatesOfPem(pem(shown ?? "")), roots, at ?? noon);
    expect(verification.outcome === "refused" ? verification.reason : verification.outcome).toBe(expected);
  });
});
