import type { FieldRequirement } from "./field-selector.ts";

/** What an authorizer is asked. Every field is a string as the request gave it; `""` is "absent". */
export type Attributes = ResourceAttributes | NonResourceAttributes;

/** A question about the API's objects. The API version is no part of it: RBAC, ABAC and Node never look at it. */
export interface ResourceAttributes {
  readonly kind: "resource";
  readonly verb: string;
  /** `""` is the core group. */
  readonly apiGroup: string;
  readonly resource: string;
  readonly subresource: string;
  /** `""`: cluster-wide. Requests on a namespace object carry its own name here. */
  readonly namespace: string;
  /** `""`: no particular object, as in list, watch, deletecollection and most creates. */
  readonly name: string;
  /** What a list, watch or deletecollection is limited to. RBAC and ABAC never look at it, Node does. */
  readonly fieldSelector?: readonly FieldRequirement[] | undefined;
}

/** A question about a path that is no resource, such as `/healthz`. */
export interface NonResourceAttributes {
  readonly kind: "non-resource";
  /** The HTTP method in lower case. */
  readonly verb: string;
  /** As sent: never cleaned, a trailing slash counts. */
  readonly path: string;
}
