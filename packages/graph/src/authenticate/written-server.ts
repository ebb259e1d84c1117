import {
  type CertificateBundle,
  type HttpHeader,
  type HttpRequest,
  type PresentedCredential,
  pemBlocksOf,
  readCertificateContent,
  sha256,
  type TokenRow,
} from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import type { ApiServer, Authenticator, FileContent } from "../types.ts";
import { graphOf } from "../written-cluster.ts";

// Short ways of writing servers and requests down, for the tests of this folder.

export const origin: Origin = { kind: "built-in", of: "a test" };

/** A day in the life of the certificates of the fixtures. */
export const noon = "2026-11-24T12:00:00Z";

/** A file of certificates, as a server reads it. */
export function bundleOf(pem: string): FileContent<CertificateBundle> {
  const certificates = [...pemBlocksOf(pem)].flatMap((block) => {
    const content = block.kind === "public" ? readCertificateContent(block.der) : undefined;
    if (block.kind !== "public" || content === undefined) return [];
    const { subject, issuer, notBefore, notAfter, basicConstraints, usages } = content;
    return [
      {
        origin,
        commonName: subject.commonName,
        organizations: subject.organizations,
        uids: [],
        issuer: issuer.text,
        subject: subject.text,
        notBefore,
        notAfter,
        isCa: basicConstraints?.isCa ?? false,
        usages,
        sha256: sha256(block.der),
        der: Buffer.from(block.der).toString("base64"),
      },
    ];
  });
  return file({ kind: "CertificateBundle", origin, certificates });
}

export function file<T>(value: T): FileContent<T> {
  return { state: "read", path: located("/etc/file", origin), value };
}

/** A file that is not among the inputs. */
export function absent<T>(text: string): FileContent<T> {
  return { state: "unknown", path: located("/etc/file", origin), assumption: { text, origin } };
}

/** `TOKEN=USER/UID/GROUP,GROUP`. */
export function tokenFile(...rows: readonly string[]): Authenticator {
  const read = rows.map((row): TokenRow => {
    const [, token = "", user = "", uid = "", groups] = /^([^=]*)=([^/]*)(?:\/([^/]*)(?:\/(.*))?)?$/.exec(row) ?? [];
    return {
      tokenDigest: sha256(token),
      uid,
      credential: {
        form: "token-file-row",
        label: user,
        origin,
        user: located(user, origin),
        groups: (groups === undefined ? [] : groups.split(",")).map((group) => located(group, origin)),
        notAfter: undefined,
        signerName: undefined,
      },
    };
  });
  return { kind: "token-file", origin, tokens: file({ kind: "TokenFile", origin, rows: read }) };
}

/** A server with this chain. */
export function serverWith(authenticators: readonly Authenticator[], more: Partial<ApiServer> = {}): ApiServer {
  const [server] = graphOf({}).apiServers;
  if (server === undefined) throw new Error("there is always a server");
  return { ...server, assumed: false, partial: false, authenticators, authenticatorDoubts: [], ...more };
}

/** A request to a path that says nothing else: `Name: value` each. */
export function requestWith(credential: PresentedCredential, ...headers: readonly string[]): HttpRequest {
  return { method: "GET", path: "/version", headers: headers.map(header), credential };
}

function header(written: string): HttpHeader {
  const colon = written.indexOf(":");
  return { name: written.slice(0, colon), value: written.slice(colon + 1).trim() };
}
