import { readFileSync } from "node:fs";
import type { HttpRequest, PresentedCredential } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { ApiServer, Authenticator } from "../types.ts";
import { graphOf } from "../written-cluster.ts";
import { authenticateAt } from "./authenticate.ts";
import { absent, bundleOf, noon, origin, requestWith, serverWith, tokenFile } from "./written-server.ts";

const pem = (names: string): string =>
  names
    .split(",")
    .map((name) => new URL(`../../../../fixtures/certificates/chains/${name}.pem`, import.meta.url))
    .map((url) => (url.pathname.endsWith("/.pem") ? "" : readFileSync(url, "utf8")))
    .join("");
const bundle = (names: string) => bundleOf(pem(names));

const list = (...values: readonly string[]) => values.map((value) => located(value, origin));
const clientCa: Authenticator = { kind: "client-certificate", origin, authority: bundle("root-ca") };
const proxyCa = (more: Partial<Extract<Authenticator, { kind: "request-header" }>> = {}): Authenticator => ({
  kind: "request-header",
  origin,
  authority: bundle("other-ca"),
  allowedNames: [],
  usernameHeaders: list("X-Remote-User"),
  uidHeaders: list("X-Remote-Uid"),
  groupHeaders: list("X-Remote-Group"),
  extraPrefixes: list("X-Remote-Extra-"),
  ...more,
});
const tokens = tokenFile(
  "secret=jane/7/dev,ops",
  "root=root//system:masters",
  "nobody=system:anonymous",
  "late=old",
  "late=new",
);
const webhook: Authenticator = { kind: "webhook", origin, kubeconfig: absent("x"), cacheTtl: located("2m", origin) };
const anonymous = (access: "off" | "all-paths"): Partial<ApiServer> => ({ anonymous: located({ access }, origin) });

/** `jane [dev, system:authenticated]`, `401`, or what it depends on. */
function told(server: ApiServer, request: HttpRequest): string {
  const answer = authenticateAt(graphOf({}, { complete: true }), server, request, "/version", noon);
  switch (answer.outcome) {
    case "authenticated": {
      const { user, groups, uid, extra } = answer.identity;
      const others = [...(extra ?? [])].filter(([key]) => !key.endsWith("/credential-id"));
      const rest = others.map(([key, values]) => ` ${key}=${values.join()}`).join("");
      return `${user}${uid === undefined ? "" : `/${uid}`} [${groups.join(", ")}]${rest}`;
    }
    case "unauthenticated":
      return "401";
    case "unknown":
      return answer.reason;
  }
}

const bearer = (token: string): PresentedCredential => ({ kind: "bearer", token });
const certificate = (names: string): PresentedCredential => ({ kind: "certificate", pem: pem(names) });
const none: PresentedCredential = { kind: "none" };
const nobody = "system:anonymous [system:unauthenticated]";

describe("the chain", () => {
  const all = serverWith([proxyCa(), clientCa, tokens], anonymous("all-paths"));
  test.each<readonly [what: string, ApiServer, HttpRequest, expected: string]>([
    ["no credential", all, requestWith(none), nobody],
    ["a password", all, requestWith({ kind: "basic" }), nobody],
    ["a token", all, requestWith(bearer("secret")), "jane/7 [dev, ops, system:authenticated]"],
    ["of several rows the last", all, requestWith(bearer("late")), "new [system:authenticated]"],
    ["a wrong token is never anonymous", all, requestWith(bearer("wrong")), "401"],
    ["an empty token is no credential", all, requestWith({ kind: "authorization", value: "Bearer  secret" }), nobody],
    ["a user called system:anonymous", all, requestWith(bearer("nobody")), "system:anonymous []"],
    [
      "no authenticator forbids a name",
      all,
      requestWith(bearer("root")),
      "root [system:masters, system:authenticated]",
    ],
    ["a certificate", all, requestWith(certificate("jane")), "jane [dev, ops, system:authenticated]"],
    ["a certificate with a uid", all, requestWith(certificate("with-uid")), "with uid/42 [system:authenticated]"],
    ["a certificate with two uids", all, requestWith(certificate("two-uids")), "401"],
    ["the last common name", all, requestWith(certificate("two-names")), "second [system:authenticated]"],
    ["a certificate of nobody's", all, requestWith(certificate("self")), "401"],
    ["no certificate at all", all, requestWith({ kind: "certificate", pem: "" }), "401"],
    [
      "a certificate before a wrong token",
      all,
      requestWith(certificate("jane"), "Authorization: Bearer wrong"),
      "jane [dev, ops, system:authenticated]",
    ],
    [
      "a token behind a bad certificate",
      all,
      requestWith(certificate("self"), "Authorization: Bearer secret"),
      "jane/7 [dev, ops, system:authenticated]",
    ],
    // The proxy's authority does not know this certificate: an error, so nobody is anonymous.
    ["a certificate without a name", all, requestWith(certificate("nameless")), "401"],
    [
      "the same without proxies",
      serverWith([clientCa], anonymous("all-paths")),
      requestWith(certificate("nameless")),
      nobody,
    ],
    ["somebody let in already", all, requestWith({ kind: "user", identity: { user: "x", groups: [] } }), "x []"],
    [
      "a token where no authenticator takes any",
      serverWith([clientCa], anonymous("all-paths")),
      requestWith(bearer("secret")),
      nobody,
    ],
    ["no credential, no anonymous requests", serverWith([tokens], anonymous("off")), requestWith(none), "401"],
    [
      "an older server knows no uids",
      serverWith([clientCa], { minor: "1.32" }),
      requestWith(certificate("two-uids")),
      "two uids [system:authenticated]",
    ],
  ])("%s", (_, server, request, expected) => {
    expect(told(server, request)).toBe(expected);
  });
});

describe("proxies that name the user in headers", () => {
  const named = ["X-Remote-User: eve"];
  test.each<readonly [what: string, Authenticator, HttpRequest, expected: string]>([
    ["the name", proxyCa(), requestWith(certificate("by-other"), ...named), "eve [system:authenticated]"],
    ["without a certificate", proxyCa(), requestWith(none, ...named), nobody],
    ["a client of another authority", proxyCa(), requestWith(certificate("jane"), ...named), "401"],
    [
      "the first header with a value",
      proxyCa({ usernameHeaders: list("X-A", "X-B") }),
      requestWith(certificate("by-other"), "X-B: b", "X-A: "),
      "b [system:authenticated]",
    ],
    [
      "of one header the first value",
      proxyCa(),
      requestWith(certificate("by-other"), "X-Remote-User: one", "x-remote-user: two"),
      "one [system:authenticated]",
    ],
    [
      "no space around a value",
      proxyCa(),
      { ...requestWith(certificate("by-other")), headers: [{ name: "X-Remote-User", value: " \te ve " }] },
      "e ve [system:authenticated]",
    ],
    [
      "all groups, none split",
      proxyCa(),
      requestWith(certificate("by-other"), ...named, "X-Remote-Group: a,b", "x-remote-GROUP: ", "X-Remote-Group: c"),
      "eve [a,b, c, system:authenticated]",
    ],
    [
      "no group is forbidden",
      proxyCa(),
      requestWith(certificate("by-other"), ...named, "X-Remote-Group: system:masters"),
      "eve [system:masters, system:authenticated]",
    ],
    [
      "a group that keeps another away",
      proxyCa(),
      requestWith(certificate("by-other"), ...named, "X-Remote-Group: system:unauthenticated"),
      "eve [system:unauthenticated]",
    ],
    [
      "the uid",
      proxyCa(),
      requestWith(certificate("by-other"), ...named, "X-Remote-Uid: 9"),
      "eve/9 [system:authenticated]",
    ],
    [
      "extra, its key in lower case and unescaped",
      proxyCa(),
      requestWith(certificate("by-other"), ...named, "X-REMOTE-extra-Acme.com%2FScope: A", "X-Remote-Extra-bad%zz: b"),
      "eve [system:authenticated] acme.com/scope=A bad%zz=b",
    ],
    [
      "no headers are configured",
      proxyCa({ usernameHeaders: [] }),
      requestWith(certificate("by-other"), ...named),
      nobody,
    ],
    [
      "an allowed name",
      proxyCa({ allowedNames: list("x", "by other") }),
      requestWith(certificate("by-other"), ...named),
      "eve [system:authenticated]",
    ],
    ["another name", proxyCa({ allowedNames: list("x") }), requestWith(certificate("by-other"), ...named), "401"],
  ])("%s", (_, authenticator, request, expected) => {
    expect(told(serverWith([authenticator], anonymous("all-paths")), request)).toBe(expected);
  });
});

describe("what the inputs do not hold", () => {
  const lostCa: Authenticator = { kind: "client-certificate", origin, authority: absent("ca.crt is there") };
  const lostTokens: Authenticator = { kind: "token-file", origin, tokens: absent("tokens.csv is there") };
  const lostProxy = proxyCa({ authority: absent("proxy.crt is there") });
  const doubt = { authenticatorDoubts: [{ text: "$ARGS", origin: undefined }] };
  test.each<readonly [what: string, ApiServer, HttpRequest, expected: string]>([
    [
      "a certificate and no authority",
      serverWith([lostCa]),
      requestWith(certificate("jane")),
      "depends on ca.crt is there",
    ],
    [
      "no authority takes a server's",
      serverWith([lostCa], anonymous("off")),
      requestWith(certificate("server")),
      "401",
    ],
    ["a token and no file", serverWith([lostTokens]), requestWith(bearer("x")), "depends on tokens.csv is there"],
    [
      "no credential needs neither",
      serverWith([lostCa, lostTokens], anonymous("all-paths")),
      requestWith(none),
      nobody,
    ],
    [
      "a proxy that names nobody may only fail",
      serverWith([lostProxy, clientCa]),
      requestWith(certificate("jane")),
      "jane [dev, ops, system:authenticated]",
    ],
    [
      "and then nobody is anonymous",
      serverWith([lostProxy], anonymous("all-paths")),
      requestWith(certificate("jane")),
      "depends on proxy.crt is there",
    ],
    ["or nobody is let in", serverWith([lostProxy], anonymous("off")), requestWith(certificate("jane")), "401"],
    [
      "a proxy that names somebody may be one",
      serverWith([lostProxy, clientCa]),
      requestWith(certificate("jane"), "X-Remote-User: eve"),
      "depends on proxy.crt is there",
    ],
    [
      "a webhook may know any token",
      serverWith([tokens, webhook]),
      requestWith(bearer("x")),
      "depends on what the authentication webhook of assumed answers",
    ],
    [
      "but comes last",
      serverWith([tokens, webhook]),
      requestWith(bearer("secret")),
      "jane/7 [dev, ops, system:authenticated]",
    ],
    ["further authenticators may", serverWith([tokens], doubt), requestWith(bearer("x")), "depends on $ARGS"],
    [
      "of a server that is assumed nobody says",
      serverWith([], { assumed: true }),
      requestWith(certificate("jane")),
      "depends on how the API server authenticates, which no input says",
    ],
    [
      "but it lets in whoever shows nothing",
      serverWith([], { assumed: true, ...anonymous("all-paths") }),
      requestWith(none),
      nobody,
    ],
    ["but not without a credential", serverWith([tokens], { ...doubt, ...anonymous("off") }), requestWith(none), "401"],
  ])("%s", (_, server, request, expected) => {
    expect(told(server, request)).toBe(expected);
  });
});
