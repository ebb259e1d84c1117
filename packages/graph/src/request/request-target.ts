/** The target of a request as Go's server reads it (net/url: ParseRequestURI). */
export type RequestTarget =
  | {
      readonly outcome: "read";
      /** Percent-decoded. Bytes that are no UTF-8 stand as U+FFFD, as in the server's logs. */
      readonly path: string;
      /** By key, every value in the order sent; pairs that cannot be decoded are left out (net/url: URL.Query). */
      readonly query: ReadonlyMap<string, readonly string[]>;
    }
  /** 400, before anything of Kubernetes sees the request. */
  | { readonly outcome: "malformed"; readonly message: string };

/** Reads the path and query of a request line. */
export function requestTarget(target: string): RequestTarget {
  if (target === "") return malformed("empty url");
  if (hasControlCharacter(target)) return malformed("invalid control character in URL");
  const mark = target.indexOf("?");
  const written = withoutAuthority(mark < 0 ? target : target.slice(0, mark));
  if (written === undefined) return malformed("invalid URI for request");
  const path = percentDecoded(written);
  if (path === undefined) return malformed("invalid URL escape");
  return { outcome: "read", path, query: queryValues(mark < 0 ? "" : target.slice(mark + 1)) };
}

/** The path of a target, which a proxy sends with scheme and host before it; undefined where there is none. */
function withoutAuthority(written: string): string | undefined {
  if (written.startsWith("/") || written === "*") return written;
  const [, path] = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*(.*)$/s.exec(written) ?? [];
  return path;
}

function queryValues(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of text.split("&")) {
    // A semicolon once separated pairs: what holds one is refused.
    if (pair === "" || pair.includes(";")) continue;
    const mark = pair.indexOf("=");
    const key = percentDecoded((mark < 0 ? pair : pair.slice(0, mark)).replaceAll("+", " "));
    const value = percentDecoded((mark < 0 ? "" : pair.slice(mark + 1)).replaceAll("+", " "));
    if (key === undefined || value === undefined) continue;
    const known = values.get(key);
    if (known === undefined) values.set(key, [value]);
    else known.push(value);
  }
  return values;
}

/** Undefined where a `%` has no two hexadecimal digits behind it (net/url: unescape). */
export function percentDecoded(text: string): string | undefined {
  if (!text.includes("%")) return text;
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const [part, digits] of text.matchAll(/%([0-9A-Fa-f]{2})|[^%]+/g)) {
    if (digits === undefined) bytes.push(...new TextEncoder().encode(part));
    else bytes.push(Number.parseInt(digits, 16));
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= space || code === deleteCharacter) return true;
  }
  return false;
}

/** A space ends the target in a request line. */
const space = 0x20;
const deleteCharacter = 0x7f;

function malformed(message: string): RequestTarget {
  return { outcome: "malformed", message };
}
