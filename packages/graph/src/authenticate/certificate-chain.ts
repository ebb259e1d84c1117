import {
  type CertificateBundle,
  type CertificateContent,
  pemBlocksOf,
  readCertificateContent,
} from "@authgraph/kubernetes";

/** A certificate, and what checks signatures with it. */
export interface ChainCertificate {
  readonly content: CertificateContent;
  readonly der: Uint8Array;
}

/** What verifying a client's certificate comes to. */
export type Verification =
  | { readonly outcome: "verified"; readonly authority: ChainCertificate }
  | { readonly outcome: "refused"; readonly reason: string }
  /** An authority limits whom it signs for, which is not followed here. */
  | { readonly outcome: "open" };

/** The certificates of a PEM text: the client's own, then those that lead to an authority. */
export function certificatesOfPem(pem: string): readonly ChainCertificate[] {
  return [...pemBlocksOf(pem)].flatMap((block) =>
    block.kind === "public" && block.type === "CERTIFICATE" ? chainCertificate(block.der) : [],
  );
}

/** The authorities of a bundle. */
export function authoritiesOf({ certificates }: CertificateBundle): readonly ChainCertificate[] {
  return certificates.flatMap(({ der }) => chainCertificate(Buffer.from(der, "base64")));
}

function chainCertificate(der: Uint8Array): readonly ChainCertificate[] {
  const content = readCertificateContent(der);
  return content === undefined ? [] : [{ content, der }];
}

interface Verifying {
  readonly authorities: readonly ChainCertificate[];
  readonly intermediates: readonly ChainCertificate[];
  readonly at: number;
  /** Go gives up after a hundred (crypto/x509/verify.go: maxChainSignatureChecks). */
  signatureChecks: number;
}

/**
 * Whether a certificate leads to one of the authorities and may be a client's, as Go's crypto/x509 Verify decides with
 * `KeyUsages: [ClientAuth]`. `at` is the time (RFC 3339).
 */
export function verifyClientCertificate(
  presented: readonly ChainCertificate[],
  authorities: readonly ChainCertificate[],
  at: string,
): Verification {
  const [leaf, ...intermediates] = presented;
  if (leaf === undefined) return refused("there is no certificate");
  const verifying: Verifying = { authorities, intermediates, at: Date.parse(at), signatureChecks: 0 };
  const problem = problemOf(leaf, [], verifying);
  if (problem !== undefined) return refused(problem);

  const chains = authorities.some(isSame(leaf)) ? [[leaf]] : [...chainsFrom([leaf], verifying)];
  if (chains.length === 0) return refused("certificate signed by unknown authority");
  const usable = chains.filter((chain) => chain.every(isForClients));
  const authority = usable[0]?.at(-1);
  if (authority === undefined) return refused("certificate specifies an incompatible key usage");
  const limited = (chain: Chain): boolean => chain.slice(1).some(({ content }) => content.hasNameConstraints);
  return leaf.content.hasAlternativeNames && usable.every(limited)
    ? { outcome: "open" }
    : { outcome: "verified", authority };
}

/** Why no authority can make a client's certificate of it; undefined: one may. */
export function refusalOf(leaf: ChainCertificate, at: string): string | undefined {
  const alone: Verifying = { authorities: [], intermediates: [], at: Date.parse(at), signatureChecks: 0 };
  const problem = problemOf(leaf, [], alone);
  return problem ?? (isForClients(leaf) ? undefined : "certificate specifies an incompatible key usage");
}

type Chain = readonly ChainCertificate[];

/** crypto/x509/verify.go: buildChains. */
function* chainsFrom(chain: Chain, verifying: Verifying): Generator<Chain> {
  const last = chain.at(-1);
  if (last === undefined) return;
  for (const authority of verifying.authorities) {
    if (leadsTo(chain, last, authority, verifying) && problemOf(authority, chain, verifying) === undefined) {
      yield [...chain, authority];
    }
  }
  for (const intermediate of verifying.intermediates) {
    if (!leadsTo(chain, last, intermediate, verifying)) continue;
    const isAuthority = intermediate.content.basicConstraints?.isCa === true;
    if (isAuthority && problemOf(intermediate, chain, verifying) === undefined) {
      yield* chainsFrom([...chain, intermediate], verifying);
    }
  }
}

function leadsTo(chain: Chain, child: ChainCertificate, parent: ChainCertificate, verifying: Verifying): boolean {
  if (child.content.issuer.raw !== parent.content.subject.raw || chain.some(isSame(parent))) return false;
  verifying.signatureChecks++;
  return verifying.signatureChecks <= 100 && isSignedBy(child, parent);
}

/** crypto/x509/x509.go: CheckSignatureFrom. */
function isSignedBy(child: ChainCertificate, { content, der }: ChainCertificate): boolean {
  const { version, basicConstraints, maySign } = content;
  if (version === 3 && basicConstraints === undefined) return false;
  if (basicConstraints?.isCa === false || maySign === false) return false;
  if (insecureSignatures.has(child.content.signatureAlgorithm)) return false;
  // Asked for here, so that whoever presents no certificate never loads it.
  const { X509Certificate } = process.getBuiltinModule("node:crypto");
  try {
    return new X509Certificate(child.der).verify(new X509Certificate(der).publicKey);
  } catch {
    // A key or signature of a kind that OpenSSL does not know.
    return false;
  }
}

/** MD2, MD5, SHA-1 and DSA: Go checks none of them. */
const insecureSignatures: ReadonlySet<string> = new Set([
  "1.2.840.113549.1.1.2",
  "1.2.840.113549.1.1.4",
  "1.2.840.113549.1.1.5",
  "1.3.14.3.2.29",
  "1.2.840.10045.4.1",
  "1.2.840.10040.4.3",
  "2.16.840.1.101.3.4.3.2",
]);

/** Why a certificate cannot stand in its place of a chain (crypto/x509/verify.go: isValid). */
function problemOf({ content }: ChainCertificate, below: Chain, { at }: Verifying): string | undefined {
  const { unknownCritical, notBefore, notAfter, basicConstraints } = content;
  if (unknownCritical.length > 0) return "unhandled critical extension";
  if (at < Date.parse(notBefore) || at > Date.parse(notAfter)) return "certificate has expired or is not yet valid";
  const longest = basicConstraints?.pathLength;
  return longest !== undefined && below.length - 1 > longest
    ? "too many intermediates for path length constraint"
    : undefined;
}

/** crypto/x509/verify.go: checkChainForKeyUsage, which looks at every certificate of a chain. */
function isForClients({ content: { usages } }: ChainCertificate): boolean {
  return usages === undefined || usages.includes(clientAuth) || usages.includes(anyUsage);
}

const clientAuth = "1.3.6.1.5.5.7.3.2";
const anyUsage = "2.5.29.37.0";

function isSame(one: ChainCertificate): (other: ChainCertificate) => boolean {
  return ({ der }) => Buffer.from(one.der).equals(der);
}

function refused(reason: string): Verification {
  return { outcome: "refused", reason };
}
