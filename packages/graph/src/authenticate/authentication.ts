import type { Identity } from "@authgraph/kubernetes";
import type { Assumption, Authenticator } from "../types.ts";

/** What the authenticators of a server make of a credential. */
export type Authentication =
  | {
      readonly outcome: "authenticated";
      /** With `system:authenticated`, where it is added. */
      readonly identity: Identity;
      /** `given`: somebody whom the question takes for let in. */
      readonly by: Authenticator["kind"] | "anonymous" | "given";
    }
  /** 401. */
  | { readonly outcome: "unauthenticated"; readonly reason: string }
  | { readonly outcome: "unknown"; readonly reason: string; readonly assumptions: readonly Assumption[] };
