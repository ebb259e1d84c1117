import { type DerElement, derElements, derTag, objectIdentifier, timeOf } from "./der.ts";
import { type DistinguishedName, readName } from "./distinguished-name.ts";

/**
 * What stands in a certificate, as Go's crypto/x509 reads it (parser.go).
 *
 * Node's X509Certificate checks signatures, and says neither how long a chain may be nor what the key may sign, nor
 * gives names byte by byte, which is how Go compares them.
 */
export interface CertificateContent {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** RFC 3339. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** 1 or 3. */
  readonly version: number;
  /** Undefined: the extension is not there. */
  readonly basicConstraints: { readonly isCa: boolean; readonly pathLength: number | undefined } | undefined;
  /** Whether the key may sign certificates; undefined: nothing restricts it. */
  readonly maySign: boolean | undefined;
  /** Object identifiers; undefined: for every use. */
  readonly usages: readonly string[] | undefined;
  readonly signatureAlgorithm: string;
  /** Critical extensions that Go does not know: it verifies no certificate with one. */
  readonly unknownCritical: readonly string[];
  /** `nameConstraints`: of an authority, for whom it may sign. */
  readonly hasNameConstraints: boolean;
  /** Subject alternative names are there, which name constraints are about. */
  readonly hasAlternativeNames: boolean;
}

/** Reads a certificate; undefined where Go would not parse it either. Never throws. */
export function readCertificateContent(der: Uint8Array): CertificateContent | undefined {
  const [certificate, ...more] = derElements(der) ?? [];
  if (certificate?.tag !== derTag.sequence || more.length > 0) return undefined;
  const [signed, algorithm, signature] = derElements(certificate.content) ?? [];
  if (signed?.tag !== derTag.sequence || algorithm === undefined || signature?.tag !== derTag.bitString)
    return undefined;

  const fields = derElements(signed.content);
  if (fields === undefined) return undefined;
  const hasVersion = fields[0]?.tag === versionTag;
  const [serial, , issuerField, validity, subjectField, publicKey, ...rest] = hasVersion ? fields.slice(1) : fields;
  if (serial?.tag !== derTag.integer || publicKey?.tag !== derTag.sequence) return undefined;
  const issuer = readName(issuerField);
  const subject = readName(subjectField);
  const [notBefore, notAfter] = (derElements(validity?.content ?? nothing) ?? []).map(timeOf);
  const signatureAlgorithm = firstIdentifier(algorithm);
  if (issuer === undefined || subject === undefined || signatureAlgorithm === undefined) return undefined;
  if (notBefore === undefined || notAfter === undefined) return undefined;

  const extensions = readExtensions(rest.find(({ tag }) => tag === extensionsTag));
  if (extensions === undefined) return undefined;
  const version = hasVersion ? (fields[0]?.content.at(-1) ?? 0) + 1 : 1;
  return { subject, issuer, notBefore, notAfter, version, signatureAlgorithm, ...extensions };
}

// Context-specific tags of TBSCertificate (RFC 5280 §4.1).
const versionTag = 0xa0;
const extensionsTag = 0xa3;
const nothing = new Uint8Array(0);

type Extensions = Pick<
  CertificateContent,
  "basicConstraints" | "maySign" | "usages" | "unknownCritical" | "hasNameConstraints" | "hasAlternativeNames"
>;

const extension = {
  keyUsage: "2.5.29.15",
  alternativeNames: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  extendedKeyUsage: "2.5.29.37",
} as const;

/** Those that Go reads, whatever they say (crypto/x509/parser.go: processExtensions). */
const known: ReadonlySet<string> = new Set([
  ...Object.values(extension),
  "2.5.29.14", // subjectKeyIdentifier
  "2.5.29.31", // cRLDistributionPoints
  "2.5.29.32", // certificatePolicies
  "2.5.29.33", // policyMappings
  "2.5.29.35", // authorityKeyIdentifier
  "2.5.29.36", // policyConstraints
  "2.5.29.54", // inhibitAnyPolicy
  "1.3.6.1.5.5.7.1.1", // authorityInfoAccess
]);

function readExtensions(field: DerElement | undefined): Extensions | undefined {
  const contents = new Map<string, Uint8Array>();
  const unknownCritical: string[] = [];
  const [list] = field === undefined ? [] : (derElements(field.content) ?? []);
  if (field !== undefined && list?.tag !== derTag.sequence) return undefined;
  for (const item of derElements(list?.content ?? nothing) ?? []) {
    const [identifier, ...others] = derElements(item.content) ?? [];
    const value = others.at(-1);
    const id = identifier === undefined ? undefined : objectIdentifier(identifier);
    if (id === undefined || value?.tag !== derTag.octetString) return undefined;
    const critical = others.length > 1 && others[0]?.tag === derTag.boolean && others[0].content[0] !== 0;
    if (critical && !known.has(id)) unknownCritical.push(id);
    contents.set(id, value.content);
  }
  return {
    basicConstraints: readBasicConstraints(contents.get(extension.basicConstraints)),
    maySign: readMaySign(contents.get(extension.keyUsage)),
    usages: readUsages(contents.get(extension.extendedKeyUsage)),
    unknownCritical,
    hasNameConstraints: contents.has(extension.nameConstraints),
    hasAlternativeNames: contents.has(extension.alternativeNames),
  };
}

function readBasicConstraints(content: Uint8Array | undefined): CertificateContent["basicConstraints"] {
  if (content === undefined) return undefined;
  const fields = derElements(derElements(content)?.[0]?.content ?? nothing) ?? [];
  const isCa = fields.some(({ tag, content: value }) => tag === derTag.boolean && value[0] !== 0);
  const pathLength = fields.find(({ tag }) => tag === derTag.integer);
  return { isCa, pathLength: pathLength === undefined ? undefined : numberOf(pathLength.content) };
}

function numberOf(content: Uint8Array): number {
  let value = 0;
  for (const byte of content) value = value * 256 + byte;
  return value;
}

/** Bit 5, keyCertSign, counted from the highest of the first byte behind the number of unused bits. */
function readMaySign(content: Uint8Array | undefined): boolean | undefined {
  if (content === undefined) return undefined;
  const bits = derElements(content)?.[0]?.content;
  const first = bits?.[1] ?? 0;
  const second = bits?.[2] ?? 0;
  // Go takes an extension without any bit for none.
  if (first === 0 && second === 0) return undefined;
  return (first & 0x04) !== 0;
}

function readUsages(content: Uint8Array | undefined): readonly string[] | undefined {
  if (content === undefined) return undefined;
  const usages = (derElements(derElements(content)?.[0]?.content ?? nothing) ?? []).flatMap(
    (element) => objectIdentifier(element) ?? [],
  );
  return usages.length === 0 ? undefined : usages;
}

function firstIdentifier({ content }: DerElement): string | undefined {
  const [identifier] = derElements(content) ?? [];
  return identifier === undefined ? undefined : objectIdentifier(identifier);
}
