import { type BootstrapToken, type Secret, sha256 } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { graphOf, meta } from "../written-cluster.ts";
import { askBootstrapTokens } from "./bootstrap-token.ts";
import { noon, origin } from "./written-server.ts";

const at = (value: string) => located(value, origin);

function secret(path: string, more: Partial<BootstrapToken> = {}): Secret {
  const bootstrapToken: BootstrapToken = {
    id: "abcdef",
    secretDigest: sha256("0123456789abcdef"),
    expiration: undefined,
    authentication: at("true"),
    extraGroups: undefined,
    ...more,
  };
  const type = at("bootstrap.kubernetes.io/token");
  const keys: Secret["keys"] = [];
  return {
    kind: "Secret",
    apiVersion: "v1",
    meta: meta(path),
    origin,
    type,
    keys,
    tokenClaims: undefined,
    bootstrapToken,
  };
}

const own = "kube-system/bootstrap-token-abcdef";

function told(token: string, secrets: readonly Secret[], complete = true): string {
  const verdict = askBootstrapTokens(
    graphOf({ "a.yaml": secrets }, { complete }),
    { kind: "bootstrap-token", origin },
    token,
    noon,
  );
  if (verdict.verdict === "identity") return `${verdict.identity.user} [${verdict.identity.groups.join(", ")}]`;
  return verdict.verdict;
}

// Conditions of plugin/pkg/auth/authenticator/token/bootstrap/bootstrap.go, one by one.
describe("a bootstrap token", () => {
  const good = "system:bootstrap:abcdef [system:bootstrappers]";
  test.each<readonly [what: string, Secret, expected: string]>([
    ["with all it needs", secret(own), good],
    ["in another namespace", secret("default/bootstrap-token-abcdef"), "nothing"],
    ["under another name", secret("kube-system/bootstrap-token-abcdeg"), "nothing"],
    ["of another id", secret(own, { id: "abcdeg" }), "nothing"],
    ["with another secret", secret(own, { secretDigest: sha256("x") }), "nothing"],
    ["without a secret", secret(own, { secretDigest: undefined }), "nothing"],
    ["that may not authenticate", secret(own, { authentication: at("True") }), "nothing"],
    ["that nothing lets authenticate", secret(own, { authentication: undefined }), "nothing"],
    ["that ends later", secret(own, { expiration: at("2026-11-24T12:00:01Z") }), good],
    ["that ends later, elsewhere", secret(own, { expiration: at("2026-11-24T11:30:00-01:00") }), good],
    ["that has ended", secret(own, { expiration: at("2026-11-24T12:00:00Z") }), "nothing"],
    ["whose end is none", secret(own, { expiration: at("tomorrow") }), "nothing"],
    ["whose end is a date", secret(own, { expiration: at("2099-01-01") }), "nothing"],
    ["whose end is on no day", secret(own, { expiration: at("2099-02-30T00:00:00Z") }), "nothing"],
    ["whose end is at no hour", secret(own, { expiration: at("2099-02-01T24:00:00Z") }), "nothing"],
    ["that ends a day from here", secret(own, { expiration: at("2099-01-01T00:00:00+24:00") }), good],
    ["with an empty end", secret(own, { expiration: at("") }), good],
    [
      "with groups, sorted and each once",
      secret(own, { extraGroups: at("system:bootstrappers:z,system:bootstrappers:a:b,system:bootstrappers:z") }),
      "system:bootstrap:abcdef [system:bootstrappers, system:bootstrappers:a:b, system:bootstrappers:z]",
    ],
    [
      "with one group that is none of its own",
      secret(own, { extraGroups: at("system:bootstrappers:a,system:masters") }),
      "nothing",
    ],
    [
      "with a blank between groups",
      secret(own, { extraGroups: at("system:bootstrappers:a, system:bootstrappers:b") }),
      "nothing",
    ],
    ["with a comma at the end", secret(own, { extraGroups: at("system:bootstrappers:a,") }), "nothing"],
    ["without groups", secret(own, { extraGroups: at("") }), good],
  ])("%s", (_, object, expected) => {
    expect(told("abcdef.0123456789abcdef", [object])).toBe(expected);
  });

  test.each([
    "ABCDEF.0123456789abcdef",
    "abcdef.0123456789abcdef0",
    "abcdef",
    "abcdef:0123456789abcdef",
    "abcdef.0123456789abcdef\n",
  ])("%j is none", (token) => {
    expect(told(token, [secret(own)])).toBe("nothing");
  });

  test("a Secret that the inputs may only not hold", () => {
    expect(told("abcdef.0123456789abcdef", [], true)).toBe("nothing");
    expect(told("abcdef.0123456789abcdef", [], false)).toBe("open");
  });
});
