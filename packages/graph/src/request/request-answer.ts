import type { Attributes, Identity } from "@authgraph/kubernetes";
import type { Assumption, Decision } from "../types.ts";

/** What became of a request, as far as authentication, impersonation, authorization and the checks after it go. */
export interface RequestAnswer {
  /**
   * `unauthenticated`: 401. `forbidden`: 403, whichever check says so. `allowed`: it reaches the storage. `invalid`: the
   * server answers 400 or 500 before it decides.
   */
  readonly outcome: "unauthenticated" | "forbidden" | "allowed" | "unknown" | "invalid";
  readonly reason: string;
  /** Who the authenticators say; undefined where they let nobody in. */
  readonly identity: Identity | undefined;
  /** Whom the request is made as, where it asks to. */
  readonly impersonated: Identity | undefined;
  /** What the request is about; undefined where the server cannot tell. */
  readonly attributes: Attributes | undefined;
  /** In the order they are made. One that is denied need not be the end: another may do instead. */
  readonly checks: readonly RequestCheck[];
  /** Of a request that is forbidden: the check that the server names; undefined where no question to the authorizers decides. */
  readonly decidedBy: RequestCheck | undefined;
  readonly assumptions: readonly Assumption[];
}

/** One question that a request makes the server ask. */
export interface RequestCheck {
  /** What it is for. */
  readonly purpose: "impersonation" | "authorization" | "admission" | "escalation" | "handler";
  readonly identity: Identity;
  readonly attributes: Attributes;
  readonly decision: Decision;
}
