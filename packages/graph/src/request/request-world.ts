import type { ApiResource } from "@authgraph/kubernetes";

/** What a request meets beside the authorizers. */
export interface RequestWorld {
  /** RFC 3339: to judge expiry by. */
  readonly at: string;
  /** What the servers serve, custom resources included as far as they are known. */
  readonly resources: readonly ApiResource[];
  readonly stored: StoredObjects;
}

/** A JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/** What the API server has stored, as the inputs describe it. */
export interface StoredObjects {
  find(resource: ApiResource, namespace: string, name: string): StoredObject;
}

export type StoredObject =
  | { readonly state: "stored"; readonly object: JsonObject }
  /** There is none, for certain. */
  | { readonly state: "missing" }
  /** The inputs do not say, or several definitions disagree. */
  | { readonly state: "unknown" };
