import { type Credential, readCertificateContent } from "@authgraph/kubernetes";
import { startingServers } from "../authorize/authorize.ts";
import type { AccessGraph, ApiServer, Authenticator } from "../types.ts";
import { type ChainCertificate, refusalOf } from "./certificate-chain.ts";
import { verifyAgainst } from "./client-certificate.ts";
import { anyOf, type FoundCredential, undecided, unusable, usable } from "./found-credential.ts";

type Judged = Pick<FoundCredential, "usability" | "authority">;

/** Whether servers take a certificate, and which of their authorities signed it. */
export function certificateUsability(graph: AccessGraph, { certificates = [] }: Credential, at: string): Judged {
  const chain = certificates.flatMap((der) => {
    const bytes = Buffer.from(der, "base64");
    const content = readCertificateContent(bytes);
    return content === undefined ? [] : [{ content, der: bytes }];
  });
  const [leaf] = chain;
  if (leaf === undefined) return { usability: undecided("the certificate cannot be read"), authority: undefined };
  const refusal = refusalOf(leaf, at);
  // Whoever signed what has expired since is found all the same.
  const when = refusal === undefined ? at : leaf.content.notAfter;
  const judged = startingServers(graph).flatMap((server) => judgementsOf(server, chain, when));
  const signed = { name: leaf.content.issuer.text, file: undefined };
  const authority = judged.find((one) => one.authority !== undefined)?.authority ?? signed;
  if (refusal !== undefined) return { usability: unusable(refusal), authority };
  return { usability: anyOf(judged.map(({ usability }) => usability)), authority };
}

function judgementsOf(server: ApiServer, chain: readonly ChainCertificate[], at: string): readonly Judged[] {
  const judged = server.authenticators.flatMap((authenticator) =>
    authenticator.kind === "client-certificate" || authenticator.kind === "request-header"
      ? [judgement(authenticator, chain, at)]
      : [],
  );
  if (judged.length > 0) return judged;
  const [doubt] = server.authenticatorDoubts;
  const usability =
    doubt !== undefined
      ? undecided(doubt.text)
      : server.assumed || server.partial
        ? undecided("no input says whom the API server trusts to sign certificates")
        : unusable(`${server.instance} trusts no authority: --client-ca-file is missing`);
  return [{ usability, authority: undefined }];
}

type OfCertificates = Extract<Authenticator, { kind: "client-certificate" | "request-header" }>;

function judgement({ kind, authority }: OfCertificates, chain: readonly ChainCertificate[], at: string): Judged {
  const verification = verifyAgainst(authority, chain, at);
  switch (verification.outcome) {
    case "open":
      return { usability: undecided(verification.assumption.text), authority: undefined };
    case "refused":
      return { usability: unusable(verification.reason), authority: undefined };
    case "verified": {
      const name = verification.authority.content.subject.text;
      const ofProxies = "its authority is that of proxies: it names others in headers, and is nobody itself";
      const usability = kind === "client-certificate" ? usable : unusable(ofProxies);
      return { usability, authority: { name, file: authority.path } };
    }
  }
}
