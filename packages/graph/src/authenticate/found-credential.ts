import type { CredentialForm, Identity } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";

/** A credential among the inputs: who holds it becomes somebody. Nothing of what is secret about it. */
export interface FoundCredential {
  readonly form: FoundForm;
  /** For people: `row 3 of tokens.csv`. */
  readonly label: string;
  readonly origin: Origin;
  /** Who it becomes after authentication; undefined: it does not say, or not only one. */
  readonly identity: Identity | undefined;
  /** Of an issuer: the names that its tokens give, with `…` for what they hold. */
  readonly names: { readonly user: string; readonly groups: string | undefined } | undefined;
  /** RFC 3339; undefined: it says no end. */
  readonly notAfter: string | undefined;
  /** Of a certificate: who signed it, and the file in which a server trusts them, where it does. */
  readonly authority: { readonly name: string; readonly file: Located<string> | undefined } | undefined;
  readonly usability: Usability;
  /** What proves it, a token or private key, stands in the same text. */
  readonly proofInText: boolean;
}

export type FoundForm =
  | CredentialForm
  /** A Secret that nodes join with. */
  | "bootstrap-token"
  /** A Secret with a token of a ServiceAccount. */
  | "legacy-token"
  /** Somebody else who issues tokens. */
  | "issuer";

/** Whether a server of the inputs would let its holder in at the time that is asked about. */
export interface Usability {
  readonly usable: "yes" | "no" | "unknown";
  /** Why not, or what decides; `""` where it is. */
  readonly reason: string;
}

/** That a credential gets somebody in. */
export const usable: Usability = { usable: "yes", reason: "" };

/** That a credential gets nobody in, and why. */
export function unusable(reason: string): Usability {
  return { usable: "no", reason };
}

/** That the inputs do not say whether a credential gets anybody in, and what they lack. */
export function undecided(reason: string): Usability {
  return { usable: "unknown", reason };
}

/** Of several servers: it is enough that one lets somebody in. */
export function anyOf(usabilities: readonly Usability[]): Usability {
  const best = (wanted: Usability["usable"]) => usabilities.find((one) => one.usable === wanted);
  return best("yes") ?? best("unknown") ?? best("no") ?? undecided("there is no API server among the inputs");
}
