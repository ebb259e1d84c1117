import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

const authentication = "apiVersion: apiserver.config.k8s.io/v1beta1\nkind: AuthenticationConfiguration\n";
const authorization = "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\n";

function messages(text: string): readonly string[] {
  return parse({ path: "config.yaml", text }).diagnostics.map(({ message }) => message);
}

describe("what is read", () => {
  it("anonymous requests and their paths", () => {
    const text = `${authentication}anonymous:\n  enabled: true\n  conditions:\n  - path: /livez\n`;
    expect(parse({ path: "a.yaml", text }).facts).toMatchObject([
      {
        fact: "configuration",
        configuration: {
          kind: "AuthenticationConfiguration",
          anonymous: { enabled: { value: true }, paths: [{ value: "/livez" }] },
        },
      },
    ]);
  });

  it("the order of authorizers", () => {
    const text = `${authorization}authorizers:\n- {type: Node, name: node}\n- {type: RBAC, name: rbac}\n`;
    expect(parse({ path: "a.yaml", text }).facts).toMatchObject([
      {
        configuration: {
          kind: "AuthorizationConfiguration",
          authorizers: [{ type: { value: "Node" } }, { type: { value: "RBAC" } }],
        },
      },
    ]);
  });

  it("the first document alone, where a flag names the file", () => {
    const text = `${authentication}---\n${authentication}`;
    const parsed = parse({ path: "a.yaml", text }, { role: "authentication-configuration" });
    expect(parsed.facts.filter(({ fact }) => fact === "configuration").length).toBe(1);
  });
});

// The words of k8s.io/apiserver pkg/apis/apiserver/validation/validation.go.
describe("what is refused", () => {
  it.each([
    ["an unknown field", `${authentication}anonymus: {}\n`, 'strict decoding error: unknown field "anonymus"'],
    ["a key twice", `${authentication}jwt: []\njwt: []\n`, 'strict decoding error: key "jwt" already set in map'],
    [
      "a wrong case",
      "apiVersion: apiserver.config.k8s.io/v1\nKind: AuthenticationConfiguration\n",
      'strict decoding error: unknown field "Kind"',
    ],
    [
      "a wrong type",
      `${authentication}anonymous: {enabled: "yes"}\n`,
      "json: cannot unmarshal string into Go struct field AnonymousAuthConfig.anonymous.enabled of type bool",
    ],
    ["no name", `${authorization}authorizers:\n- {type: RBAC}\n`, "authorizers[0].name: Required value"],
    [
      "another name than the type's",
      `${authorization}authorizers:\n- {type: RBAC, name: x}\n`,
      "expected name rbac for authorizer RBAC instead of x",
    ],
    [
      "a webhook without one",
      `${authorization}authorizers:\n- {type: Webhook, name: x}\n`,
      "authorizers[0].webhook: Required value: required when type=Webhook",
    ],
    [
      "an issuer that is not secure",
      `${authentication}jwt:\n- issuer: {url: "http://x", audiences: [a]}\n  claimMappings: {username: {claim: sub, prefix: ""}}\n`,
      'jwt[0].issuer.url: Invalid value: "http://x": URL scheme must be https',
    ],
  ])("%s", (_title, text, expected) => {
    expect(messages(text)).toEqual([expected]);
  });
});
