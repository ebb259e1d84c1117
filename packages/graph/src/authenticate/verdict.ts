import type { Identity } from "@authgraph/kubernetes";
import type { Assumption, Authenticator } from "../types.ts";

/** What one authenticator, or several together, make of a request. */
export type Verdict =
  /** It is not about them. */
  | { readonly verdict: "nothing" }
  | { readonly verdict: "identity"; readonly identity: Identity; readonly by: Authenticator["kind"] }
  /** An error: others may still let the sender in, but nobody takes it for anonymous. */
  | { readonly verdict: "refused"; readonly reason: string }
  /** Something that the inputs do not hold decides. */
  | {
      readonly verdict: "open";
      readonly assumptions: readonly Assumption[];
      readonly mayLetIn: boolean;
      readonly mayRefuse: boolean;
    };

/** An authenticator that the credential does not concern. */
export const nothing: Verdict = { verdict: "nothing" };

/** An authenticator that knows the credential and does not take it. */
export function refused(reason: string): Verdict {
  return { verdict: "refused", reason };
}

export function open(assumption: Assumption, may: { readonly letIn: boolean; readonly refuse: boolean }): Verdict {
  return { verdict: "open", assumptions: [assumption], mayLetIn: may.letIn, mayRefuse: may.refuse };
}

/**
 * Asks one after the other until one lets the sender in; the errors of those before count only where none does
 * (k8s.io/apiserver pkg/authentication/request/union and token/union: AuthenticateRequest, AuthenticateToken).
 */
export function firstThatLetsIn(verdicts: Iterable<Verdict>): Verdict {
  const reasons: string[] = [];
  const assumptions: Assumption[] = [];
  let mayLetIn = false;
  let mayRefuse = false;
  for (const verdict of verdicts) {
    switch (verdict.verdict) {
      case "nothing":
        break;
      case "identity":
        // Somebody else may have let the sender in before, as somebody else.
        if (mayLetIn) return { verdict: "open", assumptions, mayLetIn: true, mayRefuse: false };
        return verdict;
      case "refused":
        reasons.push(verdict.reason);
        break;
      case "open":
        assumptions.push(...verdict.assumptions);
        mayLetIn ||= verdict.mayLetIn;
        mayRefuse ||= verdict.mayRefuse;
        break;
    }
  }
  if (mayLetIn) return { verdict: "open", assumptions, mayLetIn, mayRefuse: mayRefuse || reasons.length > 0 };
  if (reasons.length > 0) return refused(reasons.join("; "));
  return mayRefuse ? { verdict: "open", assumptions, mayLetIn, mayRefuse } : nothing;
}
