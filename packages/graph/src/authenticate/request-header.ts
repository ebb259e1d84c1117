import type { Identity } from "@authgraph/kubernetes";
import type { Authenticator } from "../types.ts";
import type { ChainCertificate } from "./certificate-chain.ts";
import { verifyAgainst } from "./client-certificate.ts";
import type { Headers } from "./headers.ts";
import { nothing, open, refused, type Verdict } from "./verdict.ts";

type RequestHeaders = Extract<Authenticator, { kind: "request-header" }>;

/**
 * Asks for whom a proxy speaks that shows its own certificate and names the user in headers
 * (k8s.io/apiserver pkg/authentication/request/x509/x509.go: Verifier, and request/headerrequest).
 */
export function askRequestHeaders(
  authenticator: RequestHeaders,
  headers: Headers,
  presented: readonly ChainCertificate[],
  at: string,
): Verdict {
  const [proxy] = presented;
  if (proxy === undefined) return nothing;
  const verification = verifyAgainst(authenticator.authority, presented, at);
  if (verification.outcome === "refused") return refused(verification.reason);
  const { commonName } = proxy.content.subject;
  const { allowedNames } = authenticator;
  if (allowedNames.length > 0 && !allowedNames.some(({ value }) => value === commonName)) {
    return refused(`x509: subject with cn=${commonName} is not in the allowed list`);
  }
  const identity = namedBy(authenticator, headers);
  if (verification.outcome === "open") {
    return open(verification.assumption, { letIn: identity !== undefined, refuse: true });
  }
  return identity === undefined ? nothing : { verdict: "identity", identity, by: "request-header" };
}

/** Whom the headers name; undefined where no header for names has a value. */
function namedBy(authenticator: RequestHeaders, headers: Headers): Identity | undefined {
  const { usernameHeaders, uidHeaders, groupHeaders, extraPrefixes } = authenticator;
  const firstOf = (names: RequestHeaders["usernameHeaders"]): string =>
    names.map(({ value }) => headers.first(value.trim())).find((value) => value !== "") ?? "";
  const user = firstOf(usernameHeaders);
  if (user === "") return undefined;
  const uid = firstOf(uidHeaders);
  return {
    user,
    groups: groupHeaders.flatMap(({ value }) => headers.all(value.trim())).filter((group) => group !== ""),
    ...(uid === "" ? {} : { uid }),
    extra: extraOf(
      extraPrefixes.map(({ value }) => value.trim()),
      headers,
    ),
  };
}

/** The rest of a name behind a prefix is the key: lower case, then what is escaped in it (headerrequest: newExtra). */
function extraOf(prefixes: readonly string[], { entries }: Headers): ReadonlyMap<string, readonly string[]> {
  const extra = new Map<string, string[]>();
  for (const prefix of prefixes) {
    for (const { name, value } of entries) {
      if (!name.toLowerCase().startsWith(prefix.toLowerCase())) continue;
      const key = unescaped(name.slice(prefix.length).toLowerCase());
      extra.set(key, [...(extra.get(key) ?? []), value]);
    }
  }
  return extra;
}

/** net/url: PathUnescape; what is escaped wrongly stays as it is. */
function unescaped(key: string): string {
  if (/%(?![0-9a-f]{2})/i.test(key)) return key;
  const bytes = key.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
