import {
  type Certificate,
  type CertificateBundle,
  type CertificateContent,
  pemBlocksOf,
  type RefusedConfiguration,
  readCertificateContent,
  sha256,
} from "@authgraph/kubernetes";
import { type Diagnostic, type Origin, type SourceText, textOrigin } from "@authgraph/source";
import { unreadableCertificate } from "./certificates.ts";
import { isPlaceholderFile } from "./placeholder-file.ts";

/** What a file of certificates gives. */
export interface CertificateBundleRead {
  /** Undefined: another file is meant to be here. */
  readonly configuration: CertificateBundle | RefusedConfiguration | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a bundle of certificates as servers read their authorities (k8s.io/client-go util/cert/pem.go: ParseCertsPEM):
 * blocks of other types are passed over, as are those that are cut off or no base64; one that is no certificate refuses
 * the whole file, as does none at all.
 */
export function readCertificateBundle(source: SourceText): CertificateBundleRead {
  if (isPlaceholderFile(source.text)) return { configuration: undefined, diagnostics: [] };
  const certificates: Certificate[] = [];
  const diagnostics: Diagnostic[] = [];
  const errors: { readonly message: string; readonly origin: Origin }[] = [];
  for (const block of pemBlocksOf(source.text)) {
    if (block.kind === "private" || block.type !== "CERTIFICATE") continue;
    const origin = textOrigin(source, block.start, block.end);
    const content = block.kind === "public" ? readCertificateContent(block.der) : undefined;
    if (block.kind === "public" && content !== undefined) {
      certificates.push(certificate(content, block.der, origin));
      continue;
    }
    const diagnostic = unreadableCertificate(origin);
    diagnostics.push(diagnostic);
    if (block.kind === "public") errors.push({ message: diagnostic.message, origin });
  }
  const origin = textOrigin(source, 0, source.text.length);
  if (certificates.length === 0 && errors.length === 0) {
    errors.push({ message: "data does not contain any valid RSA or ECDSA certificates", origin });
  }
  if (errors.length === 0) return { configuration: { kind: "CertificateBundle", origin, certificates }, diagnostics };
  return { configuration: { kind: "Refused", role: "certificate-authority", origin, errors }, diagnostics };
}

function certificate(content: CertificateContent, der: Uint8Array, origin: Origin): Certificate {
  const { subject, issuer, notBefore, notAfter, basicConstraints, usages } = content;
  return {
    origin,
    commonName: subject.commonName,
    organizations: subject.organizations,
    uids: subject.uids.map((uid) => uid ?? ""),
    issuer: issuer.text,
    subject: subject.text,
    notBefore,
    notAfter,
    isCa: basicConstraints?.isCa ?? false,
    usages,
    sha256: sha256(der),
    der: Buffer.from(der).toString("base64"),
  };
}
