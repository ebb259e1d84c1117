import { type DerElement, derElements, derTag, objectIdentifier, stringOf } from "./der.ts";

/** A name in a certificate. */
export interface DistinguishedName {
  /** Its bytes in hexadecimal: names are the same where these are (crypto/x509/verify.go compares nothing else). */
  readonly raw: string;
  /** The last common name; empty: none. */
  readonly commonName: string;
  /** In order. */
  readonly organizations: readonly string[];
  /** Values of the attribute that Kubernetes takes for a uid; undefined for one that is no text. */
  readonly uids: readonly (string | undefined)[];
  /** For people, the most specific part first: `CN=jane,O=dev`. */
  readonly text: string;
}

/** k8s.io/apiserver pkg/authentication/request/x509/x509.go: parseUIDFromCert. */
const uidAttribute = "1.3.6.1.4.1.57683.2";
const commonName = "2.5.4.3";
const organization = "2.5.4.10";

/** As crypto/x509/pkix: Name.String calls them. */
const shortNames: ReadonlyMap<string, string> = new Map([
  [commonName, "CN"],
  ["2.5.4.5", "SERIALNUMBER"],
  ["2.5.4.6", "C"],
  ["2.5.4.7", "L"],
  ["2.5.4.8", "ST"],
  ["2.5.4.9", "STREET"],
  [organization, "O"],
  ["2.5.4.11", "OU"],
  ["2.5.4.17", "POSTALCODE"],
]);

interface Attribute {
  readonly type: string;
  readonly value: string | undefined;
}

/** Reads a name; undefined where it is none. */
export function readName(element: DerElement | undefined): DistinguishedName | undefined {
  if (element?.tag !== derTag.sequence) return undefined;
  const parts: Attribute[][] = [];
  for (const set of derElements(element.content) ?? []) {
    const part: Attribute[] = [];
    for (const pair of derElements(set.content) ?? []) {
      const [type, value] = derElements(pair.content) ?? [];
      const id = type === undefined ? undefined : objectIdentifier(type);
      if (id === undefined || value === undefined) return undefined;
      part.push({ type: id, value: stringOf(value) });
    }
    parts.push(part);
  }
  const attributes = parts.flat();
  const texts = (wanted: string): readonly string[] =>
    attributes.flatMap(({ type, value }) => (type === wanted && value !== undefined ? [value] : []));
  return {
    raw: Buffer.from(element.whole).toString("hex"),
    commonName: texts(commonName).at(-1) ?? "",
    organizations: texts(organization),
    uids: attributes.flatMap(({ type, value }) => (type === uidAttribute ? [value] : [])),
    text: parts.toReversed().map(partText).join(","),
  };
}

function partText(part: readonly Attribute[]): string {
  return part
    .map(({ type, value }) => `${shortNames.get(type) ?? type}=${(value ?? "?").replace(/[,+\\"<>;]/g, "\\$&")}`)
    .join("+");
}
