import { anonymousIdentity, type HttpRequest, withAuthenticatedGroup } from "@authgraph/kubernetes";
import type { AccessGraph, ApiServer, Assumption, Authenticator } from "../types.ts";
import { askServiceAccounts } from "./account-token.ts";
import type { Authentication } from "./authentication.ts";
import { askBootstrapTokens } from "./bootstrap-token.ts";
import { type ChainCertificate, certificatesOfPem } from "./certificate-chain.ts";
import { askClientCertificates } from "./client-certificate.ts";
import { type Headers, headersOf } from "./headers.ts";
import { askIssuers } from "./issuer-token.ts";
import { bearerToken, type PresentedToken, webSocketToken } from "./presented-token.ts";
import { askRequestHeaders } from "./request-header.ts";
import { askTokenFile } from "./static-token.ts";
import { firstThatLetsIn, nothing, open, refused, type Verdict } from "./verdict.ts";

/**
 * Whom a server takes the sender of a request for. `path` is the request's, percent-decoded; `at` is the time to judge
 * expiry by (RFC 3339).
 *
 * The order is that of pkg/kubeapiserver/authenticator/config.go: Config.New. The server's own token for itself comes
 * before all of them: it is random and nobody else's, so no credential here is that one.
 */
export function authenticateAt(
  graph: AccessGraph,
  server: ApiServer,
  request: HttpRequest,
  path: string,
  at: string,
): Authentication {
  const { credential } = request;
  if (credential.kind === "user") return { outcome: "authenticated", identity: credential.identity, by: "given" };
  const asked: Asked = {
    graph,
    server,
    at,
    headers: headersOf(request),
    certificates: credential.kind === "certificate" ? certificatesOfPem(credential.pem) : [],
  };
  if (credential.kind === "certificate" && asked.certificates.length === 0) {
    return { outcome: "unauthenticated", reason: "the certificate cannot be read" };
  }
  const verdict = firstThatLetsIn(verdictsOn(asked));
  switch (verdict.verdict) {
    case "identity":
      return { outcome: "authenticated", identity: withAuthenticatedGroup(verdict.identity), by: verdict.by };
    case "refused":
      return { outcome: "unauthenticated", reason: verdict.reason };
    case "nothing":
      return anonymous(server, path);
    case "open": {
      const otherwise = anonymous(server, path);
      // An error and anonymous access that is off come to the same.
      if (!verdict.mayLetIn && otherwise.outcome === "unauthenticated") return otherwise;
      return unknown(verdict.assumptions);
    }
  }
}

interface Asked {
  readonly graph: AccessGraph;
  readonly server: ApiServer;
  readonly headers: Headers;
  /** The client's own first. */
  readonly certificates: readonly ChainCertificate[];
  readonly at: string;
}

function* verdictsOn(asked: Asked): Generator<Verdict> {
  const { server, headers, certificates, at } = asked;
  for (const authenticator of server.authenticators) {
    if (authenticator.kind === "request-header") yield askRequestHeaders(authenticator, headers, certificates, at);
  }
  for (const authenticator of server.authenticators) {
    if (authenticator.kind === "client-certificate") {
      yield askClientCertificates(server, authenticator, certificates, at);
    }
  }
  const tokens = [bearerToken(headers), webSocketToken(headers)];
  for (const token of tokens) yield verdictOnToken(asked, token);

  if (certificates.length === 0 && tokens.every(({ presented }) => presented === "none")) return;
  for (const doubt of doubtsAbout(asked)) yield open(doubt, { letIn: true, refuse: true });
}

/** Authenticators that there may be besides: of a server that is assumed, or known in part, nobody says which. */
function doubtsAbout({ graph, server }: Asked): readonly Assumption[] {
  const { assumed, partial, instance, origin, authenticatorDoubts } = server;
  if (!assumed && (!partial || graph.inventory.complete)) return authenticatorDoubts;
  const which = assumed ? "the API server" : instance;
  return [...authenticatorDoubts, { text: `how ${which} authenticates, which no input says`, origin }];
}

/** A token that no authenticator for tokens knows is an error, where there is any of them. */
function verdictOnToken(asked: Asked, presented: PresentedToken): Verdict {
  const { server } = asked;
  if (presented.presented === "none" || !server.authenticators.some(isForTokens)) return nothing;
  if (presented.presented === "malformed") return refused(presented.reason);
  const verdict = firstThatLetsIn(tokenVerdicts(asked, presented.token));
  switch (verdict.verdict) {
    case "identity":
    case "refused":
      return verdict;
    case "nothing":
      return refused("invalid bearer token");
    case "open":
      return { ...verdict, mayRefuse: true };
  }
}

function isForTokens({ kind }: Authenticator): boolean {
  return kind !== "request-header" && kind !== "client-certificate";
}

function* tokenVerdicts({ graph, server, at }: Asked, token: string): Generator<Verdict> {
  const { authenticators } = server;
  for (const one of authenticators) if (one.kind === "token-file") yield askTokenFile(one, token);
  for (const one of authenticators) if (one.kind === "service-account") yield askServiceAccounts(graph, one, token, at);
  for (const one of authenticators) if (one.kind === "bootstrap-token") yield askBootstrapTokens(graph, one, token, at);
  const issuers = authenticators.flatMap((one) => (one.kind === "jwt" ? [one] : []));
  yield askIssuers(issuers, token, at, graph.inventory.cel);
  for (const one of authenticators) {
    if (one.kind !== "webhook") continue;
    const text = `what the authentication webhook of ${server.instance} answers`;
    yield open({ text, origin: one.origin }, { letIn: true, refuse: true });
  }
}

/** Whoever presents nothing that any authenticator looks at. */
function anonymous({ anonymous: { value } }: ApiServer, path: string): Authentication {
  const letIn: Authentication = { outcome: "authenticated", identity: anonymousIdentity, by: "anonymous" };
  switch (value.access) {
    case "all-paths":
      return letIn;
    case "some-paths":
      if (value.paths.some((allowed) => allowed.value === path)) return letIn;
      return {
        outcome: "unauthenticated",
        reason: `there is no credential, and ${path} is not open to anonymous requests`,
      };
    case "off":
      return { outcome: "unauthenticated", reason: "there is no credential, and anonymous requests are not let in" };
    case "unknown":
      return unknown([value.assumption]);
  }
}

function unknown(assumptions: Extract<Authentication, { outcome: "unknown" }>["assumptions"]): Authentication {
  return { outcome: "unknown", reason: `depends on ${assumptions.map(({ text }) => text).join("; ")}`, assumptions };
}
