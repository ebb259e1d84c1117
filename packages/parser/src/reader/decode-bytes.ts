import { isAscii, isUtf8 } from "node:buffer";

/** Bytes as text. */
export interface DecodedBytes {
  /** A byte order mark stays, as U+FEFF, so that offsets still count it. */
  readonly text: string;
  /** Some bytes were no UTF-8 (or UTF-16) and became U+FFFD: kubectl goes on, the kubelet and the API server refuse the text. */
  readonly repaired: boolean;
}

/**
 * Decodes a file's bytes as kubectl does (cli-runtime pkg/resource/visitor.go, unicode.BOMOverride over UTF-8): UTF-8,
 * or UTF-16 where a byte order mark says so, U+FFFD for what is neither.
 */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  if (isAscii(bytes)) return { text: latin1(bytes), repaired: false };
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
    return { text, repaired: text.includes("\ufffd") && !decodesCleanly(utf16, bytes) };
  }
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), repaired: !isUtf8(bytes) };
}

function latin1(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString("latin1");
}

function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decodesCleanly(label: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
