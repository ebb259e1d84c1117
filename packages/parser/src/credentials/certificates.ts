import type { Credential } from "@authgraph/kubernetes";
import type { Diagnostic, Origin, PlacedText, SourceText } from "@authgraph/source";
import { located } from "@authgraph/source";
import { originOfPlaced, placedSource } from "../placed-text.ts";

/** Whom a certificate makes of its holder. */
export interface CertificateIdentity {
  /** Common name of the subject; empty: the API server does not take the certificate as a login. */
  readonly user: string;
  /** Organizations of the subject, in order. */
  readonly groups: readonly string[];
  /** RFC 3339. */
  readonly notAfter: string | undefined;
}

/** What became of one certificate. */
export type CertificateReading =
  | { readonly outcome: "client"; readonly identity: CertificateIdentity }
  /** A CA, a server's certificate, or one without a common name. */
  | { readonly outcome: "no-client" }
  | { readonly outcome: "unreadable" };

/** What a text with certificates or requests gives. */
export interface CertificatesRead {
  readonly credentials: readonly Credential[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a text holds certificates or requests for them. Private keys are not read. */
export function looksLikePem(text: string): boolean {
  return /-----BEGIN (?:CERTIFICATE|(?:NEW )?CERTIFICATE REQUEST)-----/.test(text);
}

/** Whether a private key stands beside the certificates. It is not read. */
function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(text);
}

/** The client certificates of a PEM file. */
export function readCertificateFile(source: SourceText): CertificatesRead {
  const placed = placedSource(source);
  const credentials: Credential[] = [];
  const diagnostics: Diagnostic[] = [];
  const blocks = [...pemBlocks(placed, "CERTIFICATE")];
  for (const [index, { pem, origin }] of blocks.entries()) {
    const reading = readCertificate(pem);
    switch (reading.outcome) {
      case "client":
        credentials.push({
          ...certificateCredential(
            "client-certificate",
            `certificate of ${reading.identity.user}`,
            origin,
            reading.identity,
            blocks.slice(index).map((block) => block.pem),
          ),
          ...(holdsPrivateKey(source.text) ? { proofInText: true } : {}),
        });
        break;
      case "unreadable":
        diagnostics.push(unreadableCertificate(origin));
        break;
      case "no-client":
        break;
    }
  }
  return { credentials, diagnostics };
}

/** A certificate as a fact, with those behind it, which may complete its chain. Its subject is not written in plain letters: all of it stands where the certificate does. */
export function certificateCredential(
  form: "client-certificate" | "kubeconfig-client-certificate",
  label: string,
  origin: Origin,
  identity: CertificateIdentity,
  chain: readonly string[],
): Credential {
  return {
    form,
    label,
    origin,
    user: located(identity.user, origin),
    groups: identity.groups.map((group) => located(group, origin)),
    notAfter: identity.notAfter,
    signerName: undefined,
    certificates: chain.map((pem) => pem.replace(/-----[^-]+-----|\s+/g, "")),
  };
}

/** What is said about a certificate that cannot be read. */
export function unreadableCertificate(origin: Origin): Diagnostic {
  return { id: "certificate-unreadable", level: "warning", message: "certificate cannot be read", origin };
}

/** PEM blocks of a type, each with its place. */
export function* pemBlocks(
  text: PlacedText,
  type: "CERTIFICATE" | "CERTIFICATE REQUEST",
): Generator<{ readonly pem: string; readonly origin: Origin }> {
  const begin = type === "CERTIFICATE" ? "CERTIFICATE" : "(?:NEW )?CERTIFICATE REQUEST";
  const block = new RegExp(`-----BEGIN (${begin})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----`, "g");
  for (const match of text.text.matchAll(block)) {
    yield { pem: match[0], origin: originOfPlaced(text, match.index, match.index + match[0].length) };
  }
}

const clientAuth = "1.3.6.1.5.5.7.3.2";
const anyUsage = "2.5.29.37.0";

/**
 * Reads one certificate as the x509 authenticator would (k8s.io/apiserver pkg/authentication/request/x509/x509.go
 * CommonNameUserConversion; Verify with ExtKeyUsageClientAuth, which a certificate without usages passes).
 */
export function readCertificate(pem: string): CertificateReading {
  // Asked for here, so that texts without certificates never load it.
  const { X509Certificate } = process.getBuiltinModule("node:crypto");
  try {
    const certificate = new X509Certificate(pem);
    const usages = certificate.keyUsage;
    const forClients = usages === undefined || usages.includes(clientAuth) || usages.includes(anyUsage);
    // Whoever signed it is not a CA of the cluster but itself: old CAs say so in no other way.
    const selfIssued = certificate.issuer === certificate.subject;
    if (certificate.ca || selfIssued || !forClients) return { outcome: "no-client" };

    const subject: { readonly CN?: unknown; readonly O?: unknown } = certificate.toLegacyObject().subject ?? {};
    // Go's pkix.Name takes the last common name and every organization.
    const user = strings(subject.CN).at(-1) ?? "";
    if (user === "") return { outcome: "no-client" };
    return {
      outcome: "client",
      identity: { user, groups: strings(subject.O), notAfter: rfc3339(certificate.validTo) },
    };
  } catch {
    return { outcome: "unreadable" };
  }
}

function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** OpenSSL's `Nov 23 16:52:55 2027 GMT` as RFC 3339. */
function rfc3339(time: string): string | undefined {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString().replace(".000Z", "Z");
}
