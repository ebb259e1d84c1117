import type { ApiResource, Identity, ResourceAttributes } from "@authgraph/kubernetes";
import { quoted, type Verdict } from "./asking.ts";
import type { RequestCheck } from "./request-answer.ts";
import type { JsonObject } from "./request-world.ts";

/** A write as admission plugins see it. */
export interface AdmissionWrite {
  readonly identity: Identity;
  /** Of the request. */
  readonly attributes: ResourceAttributes;
  readonly served: ApiResource;
  /** Of the object; empty where the server makes one up. */
  readonly name: string;
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly object: JsonObject;
  /** Undefined where there is none before, and where it is not known. */
  readonly old: JsonObject | undefined;
}

/** The words of a plugin's refusal (k8s.io/apiserver pkg/admission/errors.go: NewForbidden). */
export function refusedBy(
  { attributes, name }: Pick<AdmissionWrite, "attributes" | "name">,
  why: string,
  decidedBy?: RequestCheck,
): Verdict {
  const { resource, apiGroup } = attributes;
  const what = apiGroup === "" ? resource : `${resource}.${apiGroup}`;
  return { verdict: "refused", reason: `${what} ${quoted(name)} is forbidden: ${why}`, decidedBy };
}
