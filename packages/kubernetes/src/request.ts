import type { Identity } from "./identity.ts";

/** A request as it arrives at an API server. */
export interface HttpRequest {
  /** As sent; methods are case-sensitive. */
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly headers: readonly HttpHeader[];
  /** Of a write: the object, decoded. */
  readonly body?: unknown;
  readonly credential: PresentedCredential;
}

/** One occurrence; names are compared without regard to case. */
export interface HttpHeader {
  readonly name: string;
  readonly value: string;
}

/** What a request proves itself with, beside what its headers say. */
export type PresentedCredential =
  | { readonly kind: "none" }
  | { readonly kind: "bearer"; readonly token: string }
  /** `Authorization: Basic`: no API server takes it. */
  | { readonly kind: "basic" }
  /** The whole `Authorization` header. */
  | { readonly kind: "authorization"; readonly value: string }
  /** A client certificate and what completes its chain, in PEM. */
  | { readonly kind: "certificate"; readonly pem: string }
  /** Somebody whom the authenticators have let in already. */
  | { readonly kind: "user"; readonly identity: Identity };
