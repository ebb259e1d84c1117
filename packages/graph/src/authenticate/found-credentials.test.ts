import { readFileSync } from "node:fs";
import { type Credential, type Secret, sha256 } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { AccessGraph, Authenticator, AuthorizationModes } from "../types.ts";
import { graphOf, meta } from "../written-cluster.ts";
import { foundCredentials } from "./found-credentials.ts";
import { absent, bundleOf, noon, origin, serverWith, tokenFile } from "./written-server.ts";

const pem = (names: string): string =>
  names
    .split(",")
    .map((name) => new URL(`../../../../fixtures/certificates/chains/${name}.pem`, import.meta.url))
    .map((url) => (url.pathname.endsWith("/.pem") ? "" : readFileSync(url, "utf8")))
    .join("");
const bundle = (names: string) => bundleOf(pem(names));

const written = (form: Credential["form"], user: string, more: Partial<Credential> = {}): Credential => ({
  form,
  label: user,
  origin,
  user: located(user, origin),
  groups: [],
  notAfter: undefined,
  signerName: undefined,
  ...more,
});

const certificate = (name: string): Credential =>
  written("client-certificate", name, { certificates: [pem(name).replace(/-----[^-]+-----|\s/g, "")] });

function graphWith(
  authenticators: readonly Authenticator[] | undefined,
  credentials: readonly Credential[],
  secrets: readonly Secret[] = [],
  complete = false,
): AccessGraph {
  const graph = graphOf({ "a.yaml": secrets }, { complete });
  const modes: AuthorizationModes = { known: true, modes: [] };
  const server = serverWith(authenticators ?? [], { assumed: authenticators === undefined });
  return {
    ...graph,
    inventory: { ...graph.inventory, credentials },
    apiServers: [{ ...server, authorization: located(modes, origin) }],
  };
}

/** `jane: yes`, with the reason and who signed it. */
function told(graph: AccessGraph, at = noon): readonly string[] {
  return foundCredentials(graph, at).map(({ identity, label, usability, authority }) => {
    const why = usability.reason === "" ? "" : `, ${usability.reason}`;
    const signer = authority === undefined ? "" : ` (${authority.name} in ${authority.file?.value ?? "no file"})`;
    return `${identity?.user ?? label}: ${usability.usable}${why}${signer}`;
  });
}

const ca = (names: string): Authenticator => ({ kind: "client-certificate", origin, authority: bundle(names) });
const lost: Authenticator = { kind: "client-certificate", origin, authority: absent("ca.crt is there") };
const proxies: Authenticator = {
  kind: "request-header",
  origin,
  authority: bundle("other-ca"),
  allowedNames: [],
  usernameHeaders: [],
  uidHeaders: [],
  groupHeaders: [],
  extraPrefixes: [],
};

const later = "2027-01-01T00:00:00Z";

describe("certificates", () => {
  test.each<
    readonly [name: string, authenticators: readonly Authenticator[] | undefined, expected: string, at: string]
  >([
    ["jane", [ca("root-ca")], "jane: yes (CN=root in /etc/file)", noon],
    ["jane", [ca("other-ca")], "jane: no, certificate signed by unknown authority (CN=root in no file)", noon],
    ["jane", [lost], "jane: unknown, ca.crt is there (CN=root in no file)", noon],
    ["jane", [], "jane: no, assumed trusts no authority: --client-ca-file is missing (CN=root in no file)", noon],
    [
      "jane",
      undefined,
      "jane: unknown, no input says whom the API server trusts to sign certificates (CN=root in no file)",
      noon,
    ],
    ["short", [ca("root-ca")], "short: no, certificate has expired or is not yet valid (CN=root in /etc/file)", later],
    ["short", undefined, "short: no, certificate has expired or is not yet valid (CN=root in no file)", later],
    ["server", undefined, "server: no, certificate specifies an incompatible key usage (CN=root in no file)", noon],
    [
      "by-other",
      [proxies, ca("root-ca")],
      "by-other: no, its authority is that of proxies: it names others in headers, and is nobody itself (CN=other in /etc/file)",
      noon,
    ],
  ])("%s", (name, authenticators, expected, at) => {
    expect(told(graphWith(authenticators, [certificate(name)]), at)).toEqual([expected]);
  });
});

describe("tokens", () => {
  const row = tokenFile("secret=jane/7/dev");
  const rows = row.kind === "token-file" && row.tokens.state === "read" ? row.tokens.value.rows : [];
  const ofRow = rows.map(({ credential }) => credential);
  const inKubeconfig = (token: string, more: Partial<Credential> = {}): Credential =>
    written("kubeconfig-token", "", { user: undefined, label: "a kubeconfig", tokenDigest: sha256(token), ...more });

  test.each<readonly [what: string, graph: AccessGraph, expected: readonly string[]]>([
    ["a row that a server reads", graphWith([row], ofRow), ["jane: yes"]],
    ["a row that none reads", graphWith([], ofRow), ["jane: no, no API server reads the file"]],
    [
      "a row, and no server",
      graphWith(undefined, ofRow),
      ["jane: unknown, no input says how the API server authenticates"],
    ],
    ["a kubeconfig with the token of a row", graphWith([row], [inKubeconfig("secret")]), ["jane: yes"]],
    ["with another", graphWith([row], [inKubeconfig("x")]), ["a kubeconfig: unknown, it does not say whose it is"]],
    [
      "with one that has ended",
      graphWith([], [inKubeconfig("x", { notAfter: "2026-11-24T11:59:59Z" })]),
      ["a kubeconfig: no, it has expired"],
    ],
    [
      "a request for a certificate",
      graphWith([], [written("certificate-request", "joe")]),
      ["joe: no, it is a request: no certificate for it is among the inputs"],
    ],
    [
      "a mapping of IAM",
      graphWith([], [written("aws-auth-mapping", "joe")]),
      ["joe: unknown, IAM decides who may use it, on Amazon EKS"],
    ],
  ])("%s", (_, graph, expected) => {
    expect(told(graph)).toEqual(expected);
  });

  test("whoever has one is in system:authenticated, and in the uid of a row", () => {
    const [found] = foundCredentials(graphWith([row], ofRow), noon);
    expect(found?.identity).toEqual({ user: "jane", groups: ["dev", "system:authenticated"], uid: "7" });
  });
});

describe("Secrets", () => {
  const type = (value: string) => located(value, origin);
  const base = { kind: "Secret", apiVersion: "v1", origin, keys: [], tokenClaims: undefined } as const;
  const bootstrap = (more: object = {}): Secret => ({
    ...base,
    meta: meta("kube-system/bootstrap-token-abcdef"),
    type: type("bootstrap.kubernetes.io/token"),
    bootstrapToken: {
      id: "abcdef",
      secretDigest: "x",
      expiration: undefined,
      authentication: located("true", origin),
      extraGroups: undefined,
      ...more,
    },
  });
  const legacy: Secret = {
    ...base,
    meta: meta("web/t"),
    type: type("kubernetes.io/service-account-token"),
    tokenClaims: { origin, namespace: "web", serviceAccount: "ci", secret: "t" },
  };
  const on: Authenticator = { kind: "bootstrap-token", origin };
  const notLooked = "whether the keys of the API server signed it is not looked at";
  test.each<readonly [what: string, graph: AccessGraph, expected: string]>([
    ["a bootstrap token", graphWith([on], [], [bootstrap()]), "system:bootstrap:abcdef: yes"],
    [
      "where they are off",
      graphWith([], [], [bootstrap()]),
      "system:bootstrap:abcdef: no, --enable-bootstrap-token-auth is off",
    ],
    [
      "one that may not authenticate",
      graphWith([on], [], [bootstrap({ authentication: undefined })]),
      "system:bootstrap:abcdef: no, usage-bootstrap-authentication is not true",
    ],
    ["a legacy token", graphWith([], [], [legacy]), `system:serviceaccount:web:ci: unknown, ${notLooked}`],
    [
      "of an account that does not exist",
      graphWith([], [], [legacy], true),
      "system:serviceaccount:web:ci: no, its ServiceAccount does not exist",
    ],
  ])("%s", (_, graph, expected) => {
    expect(told(graph)).toEqual([expected]);
  });
});
