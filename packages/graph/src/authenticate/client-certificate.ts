import { type Identity, sha256 } from "@authgraph/kubernetes";
import { isBefore } from "../minor-order.ts";
import type { ApiServer, Assumption, Authenticator } from "../types.ts";
import {
  authoritiesOf,
  type ChainCertificate,
  refusalOf,
  type Verification,
  verifyClientCertificate,
} from "./certificate-chain.ts";
import { gateIsOn } from "./gate.ts";
import { nothing, open, refused, type Verdict } from "./verdict.ts";

type ClientCertificates = Extract<Authenticator, { kind: "client-certificate" }>;

/** Asks for whom a client's certificate stands (k8s.io/apiserver pkg/authentication/request/x509/x509.go). */
export function askClientCertificates(
  server: ApiServer,
  { authority }: ClientCertificates,
  presented: readonly ChainCertificate[],
  at: string,
): Verdict {
  const [leaf] = presented;
  if (leaf === undefined) return nothing;
  const verification = verifyAgainst(authority, presented, at);
  if (verification.outcome === "refused") return refused(`verifying the certificate failed: ${verification.reason}`);
  const user = userOf(server, leaf);
  if (verification.outcome === "verified") return user;
  return open(verification.assumption, { letIn: user.verdict !== "nothing", refuse: true });
}

/** What comes of a certificate and a bundle that may not be among the inputs. */
export type AgainstAuthority =
  | Exclude<Verification, { outcome: "open" }>
  | { readonly outcome: "open"; readonly assumption: Assumption };

export function verifyAgainst(
  authority: ClientCertificates["authority"],
  presented: readonly ChainCertificate[],
  at: string,
): AgainstAuthority {
  const [leaf] = presented;
  switch (authority.state) {
    case "unknown": {
      const reason = leaf === undefined ? "there is no certificate" : refusalOf(leaf, at);
      return reason === undefined
        ? { outcome: "open", assumption: authority.assumption }
        : { outcome: "refused", reason };
    }
    case "read": {
      const verification = verifyClientCertificate(presented, authoritiesOf(authority.value), at);
      if (verification.outcome !== "open") return verification;
      const text = `whether the name constraints of ${authority.path.value} let it sign for this client`;
      return { outcome: "open", assumption: { text, origin: authority.path.origin } };
    }
  }
}

/** x509.go: CommonNameUserConversion. Without a common name a certificate says nothing. */
function userOf(server: ApiServer, { content, der }: ChainCertificate): Verdict {
  const { commonName, organizations, uids } = content.subject;
  if (commonName === "") return nothing;
  const identity: Identity = {
    user: commonName,
    groups: organizations,
    ...(isBefore(server.minor, 32)
      ? {}
      : { extra: new Map([["authentication.kubernetes.io/credential-id", [`X509SHA256=${sha256(der)}`]]]) }),
  };
  if (uids.length === 0) return letIn(identity);
  const [uid, ...others] = uids;
  const isGood = others.length === 0 && uid !== undefined && uid !== "";
  const withUid = isGood ? letIn({ ...identity, uid }) : refused("the uid of the certificate cannot be read");
  // Since 1.33.
  const gate = gateIsOn(server, "AllowParsingUserUIDFromCertAuth", 33);
  switch (gate.state) {
    case "on":
      return withUid;
    case "off":
      return letIn(identity);
    case "unknown":
      return open(gate.assumption, { letIn: true, refuse: !isGood });
  }
}

function letIn(identity: Identity): Verdict {
  return { verdict: "identity", identity, by: "client-certificate" };
}
