/** One element of a DER encoding (ITU-T X.690): its tag, its content, and where the element begins and ends. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag and length included. */
  readonly whole: Uint8Array;
}

/** Tags of the elements that certificates are made of. */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The elements of a content, one after the other; undefined where they are not well-formed. */
export function derElements(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    if (element === undefined) return undefined;
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

function elementAt(bytes: Uint8Array, start: number): DerElement | undefined {
  const tag = bytes[start];
  const first = bytes[start + 1];
  // No tag of a certificate takes more than a byte.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let length = first;
  let contentStart = start + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 0x100 + (bytes[contentStart + i] ?? 0);
    contentStart += count;
  }
  const end = contentStart + length;
  if (end > bytes.length) return undefined;
  return { tag, content: bytes.subarray(contentStart, end), whole: bytes.subarray(start, end) };
}

/** `2.5.4.3`; undefined where it is cut off. */
export function objectIdentifier({ content }: DerElement): string | undefined {
  const parts: number[] = [];
  let value = 0;
  for (const [i, byte] of content.entries()) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) {
      if (i === content.length - 1) return undefined;
      continue;
    }
    if (parts.length > 0) {
      parts.push(value);
    } else {
      // The first two share a number.
      const root = Math.min(2, Math.floor(value / 40));
      parts.push(root, value - 40 * root);
    }
    value = 0;
  }
  return parts.length === 0 ? undefined : parts.join(".");
}

/** A string of a name; undefined for what Go takes for none (encoding in crypto/x509/parser.go: parseASN1String). */
export function stringOf({ tag, content }: DerElement): string | undefined {
  switch (tag) {
    case derTag.utf8String:
    case derTag.printableString:
    case derTag.numericString:
    case derTag.ia5String:
    case derTag.teletexString:
      return Buffer.from(content).toString("utf8");
    case derTag.bmpString:
      return content.length % 2 === 0 ? Buffer.from(content).swap16().toString("utf16le") : undefined;
    default:
      return undefined;
  }
}

/** RFC 3339; undefined where it is no time as certificates have it (RFC 5280 §4.1.2.5: in UTC, with seconds). */
export function timeOf({ tag, content }: DerElement): string | undefined {
  const written = Buffer.from(content).toString("latin1");
  const [, year, month, day, hour, minute, second] =
    /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(written) ?? [];
  if (year === undefined || (tag === derTag.utcTime) !== (year.length === 2)) return undefined;
  const century = year.length === 4 ? "" : Number(year) >= 50 ? "19" : "20";
  return `${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
