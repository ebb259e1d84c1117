import type { Credential } from "@authgraph/kubernetes";
import type { Diagnostic, Located, Origin, PlacedText, SourceText } from "@authgraph/source";
import { located } from "@authgraph/source";
import { originOfPlaced, placedSource } from "../placed-text.ts";
import type { CertificatesRead } from "./certificates.ts";
import { pemBlocks } from "./certificates.ts";

/** Subject of a certificate request. */
export interface RequestedSubject {
  readonly user: string;
  readonly groups: readonly string[];
}

/** Reads the DER form of a PKCS #10 request; undefined where it is none. Never throws. */
export type CertificateRequestReader = (der: Uint8Array) => RequestedSubject | undefined;

/** Whether a text may hold certificate requests, so that a reader for them is worth loading. */
export function needsCertificateRequestReader(text: string): boolean {
  return text.includes("CERTIFICATE REQUEST-----") || text.includes("CertificateSigningRequest");
}

/** Loads the ASN.1 library, which most runs never need. The only step of the parser that waits. */
export async function loadCertificateRequestReader(): Promise<CertificateRequestReader> {
  return (await import("./certificate-request-reader.ts")).readCertificateRequest;
}

/** The certificate requests of a PEM file. Without a reader they are a diagnostic each. */
export function readCertificateRequestFile(
  source: SourceText,
  reader: CertificateRequestReader | undefined,
): CertificatesRead {
  return readRequests(placedSource(source), undefined, (user) => `certificate request for ${user}`, undefined, reader);
}

/** `spec.request` of a CertificateSigningRequest: base64 of PEM. `name` is the object's. */
export function readEncodedCertificateRequest(
  request: PlacedText,
  name: string,
  signerName: string | undefined,
  reader: CertificateRequestReader | undefined,
): CertificatesRead {
  const pem = Buffer.from(request.text, "base64").toString("latin1");
  const decoded: PlacedText = { ...request, text: pem };
  const label = (): string => `CertificateSigningRequest ${name}`;
  return readRequests(decoded, originOfPlaced(request), label, signerName, reader);
}

function readRequests(
  text: PlacedText,
  wholeOrigin: Origin | undefined,
  label: (user: string) => string,
  signerName: string | undefined,
  reader: CertificateRequestReader | undefined,
): CertificatesRead {
  const credentials: Credential[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const block of pemBlocks(text, "CERTIFICATE REQUEST")) {
    const origin = wholeOrigin ?? block.origin;
    const subject = reader?.(derOf(block.pem));
    if (subject === undefined) {
      diagnostics.push({
        id: "certificate-request-unreadable",
        level: "warning",
        message: "certificate request cannot be read",
        origin,
      });
      continue;
    }
    const at = (value: string): Located<string> => located(value, origin);
    credentials.push({
      form: "certificate-request",
      label: label(subject.user),
      origin,
      user: subject.user === "" ? undefined : at(subject.user),
      groups: subject.groups.map(at),
      notAfter: undefined,
      signerName,
    });
  }
  return { credentials, diagnostics };
}

function derOf(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, ""), "base64");
}
