/** One block of a PEM file, and where it stands. Of a private key only that it is one. */
export type PemBlock =
  | {
      readonly kind: "public";
      readonly type: string;
      readonly der: Uint8Array;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "private"; readonly start: number; readonly end: number }
  /** Its end is missing, or what is between is no base64. */
  | { readonly kind: "broken"; readonly type: string; readonly start: number; readonly end: number };

const beginning = /^-----BEGIN ([^\n-]+)-----[ \t\r]*$/gm;

/**
 * The blocks of a PEM text, in order (encoding/pem: Decode). What stands between them is passed over. Private keys end
 * where their first line does: nothing behind it is looked at.
 */
export function* pemBlocksOf(text: string): Generator<PemBlock> {
  for (const match of text.matchAll(beginning)) {
    const type = match[1] ?? "";
    const start = match.index;
    const contentStart = start + match[0].length;
    if (type.includes("PRIVATE KEY")) {
      yield { kind: "private", start, end: contentStart };
      continue;
    }
    const closing = `-----END ${type}-----`;
    const next = text.indexOf("-----", contentStart);
    if (next < 0 || !text.startsWith(closing, next)) {
      yield { kind: "broken", type, start, end: next < 0 ? text.length : next };
      continue;
    }
    const end = next + closing.length;
    const base64 = text.slice(contentStart, next).replace(/\s+/g, "");
    const valid = base64 !== "" && base64.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(base64);
    yield valid
      ? { kind: "public", type, der: Buffer.from(base64, "base64"), start, end }
      : { kind: "broken", type, start, end };
  }
}

/** PEM as others take it. */
export function pemOf(type: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${type}-----`, ...lines, `-----END ${type}-----`, ""].join("\n");
}
