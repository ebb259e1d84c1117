import type { HttpHeader, HttpRequest } from "@authgraph/kubernetes";

/** The headers of a request as Go's net/http holds them: names without regard to case, values in order. */
export interface Headers {
  /** The first value; `""` where there is none. */
  first(name: string): string;
  all(name: string): readonly string[];
  readonly entries: readonly HttpHeader[];
}

/** Those that were sent, with the `Authorization` that the credential makes before any that is written out. */
export function headersOf({ headers, credential }: HttpRequest): Headers {
  const authorization = authorizationOf(credential);
  const sent = authorization === undefined ? headers : [{ name: "Authorization", value: authorization }, ...headers];
  // What stands around a value is no part of it (RFC 9110 5.5; net/textproto: readMIMEHeader).
  const entries = sent.map(({ name, value }) => ({ name, value: value.replace(/^[ \t]+|[ \t]+$/g, "") }));
  const all = (name: string): readonly string[] =>
    entries.flatMap((header) => (header.name.toLowerCase() === name.toLowerCase() ? [header.value] : []));
  return { first: (name) => all(name)[0] ?? "", all, entries };
}

function authorizationOf(credential: HttpRequest["credential"]): string | undefined {
  switch (credential.kind) {
    case "bearer":
      return `Bearer ${credential.token}`;
    case "authorization":
      return credential.value;
    case "basic":
    case "none":
    case "certificate":
    case "user":
      return undefined;
  }
}
