import { type Cel, type ClaimMapping, type ClaimRule, type JwtAuthenticator, loadCel } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { beforeAll, describe, expect, test } from "vitest";
import { canIssue, issuedNames } from "./issued-names.ts";

const at = <T>(value: T): Located<T> => located(value, { kind: "built-in", of: "a test" });
const claim = (name: string, prefix: string): ClaimMapping => ({ kind: "claim", claim: at(name), prefix: at(prefix) });
const expression = (text: string): ClaimMapping => ({ kind: "expression", expression: at(text) });

function issuer(more: Partial<JwtAuthenticator>): JwtAuthenticator {
  return {
    origin: at("").origin,
    url: at("https://id.example.com"),
    discoveryUrl: undefined,
    certificateAuthority: undefined,
    audiences: [at("kubernetes")],
    claimRules: [],
    username: claim("sub", "corp:"),
    groups: undefined,
    uid: undefined,
    extra: [],
    userRules: [],
    ...more,
  };
}

// k8s.io/apiserver plugin/pkg/authenticator/token/oidc: getUsername, getGroups.
describe("what an issuer can name", () => {
  test.each<[string, ClaimMapping, string | undefined, string | undefined]>([
    ["a claim without prefix", claim("groups", ""), "", "groups"],
    ["a claim with one", claim("groups", "corp:"), "corp:", "groups"],
    ["a claim by expression", expression("claims.groups"), "", "groups"],
    ["one that may be absent", expression("claims.?groups.orValue([])"), "", "groups"],
    ["one that is split", expression('claims.roles.split(",")'), "", "roles"],
    ["a literal in front", expression('"corp:" + claims.group'), "corp:", undefined],
    ["a literal in front of each", expression("dyn(claims.groups).map(g, 'corp:' + g)"), "corp:", undefined],
  ])("%s", (_, groups, prefix, name) => {
    const names = issuedNames(issuer({ groups })).find(({ kind }) => kind === "group");
    expect([names?.prefix, names?.claim]).toEqual([prefix, name]);
  });

  test.each(['claims.admin ? "admins" : "users"', '["everybody"]', "claims.groups.filter(g, g != 'x')"])(
    "an expression that is more than that says nothing: %s",
    (text) => {
      expect(issuedNames(issuer({ groups: expression(text) })).map(({ kind }) => kind)).toEqual(["user"]);
    },
  );
});

describe("whether an issuer can give a name", () => {
  let cel: Cel;
  beforeAll(async () => {
    cel = await loadCel();
  });

  const masters = "system:masters";
  const users = (...rules: readonly string[]) => ({ userRules: rules.map(at) });
  const claims = (...rules: readonly ClaimRule[]) => ({ claimRules: rules });

  test.each<[string, Partial<JwtAuthenticator>, boolean]>([
    ["nothing refuses it", {}, true],
    ["a rule about all groups", users("user.groups.all(g, !g.startsWith('system:'))"), false],
    ["a rule about some group", users("!user.groups.exists(g, g == 'system:masters')"), false],
    ["a rule about user names", users("!user.username.startsWith('system:')"), true],
    ["a rule that refuses the user that is tried", users("user.username.startsWith('staff-')"), true],
    ["a rule about another group", users("!('contractors' in user.groups)"), true],
    [
      "a rule about the claim",
      claims({ kind: "expression", expression: at("dyn(claims.groups).all(g, !g.startsWith('system:'))") }),
      false,
    ],
    ["a rule about another claim", claims({ kind: "claim", claim: at("hd"), value: at("example.com") }), true],
    ["a claim that must be another", claims({ kind: "claim", claim: at("groups"), value: at("staff") }), false],
  ])("%s", (_, more, possible) => {
    const asked = issuer({ groups: claim("groups", ""), ...more });
    const names = issuedNames(asked).find(({ kind }) => kind === "group");
    expect(names !== undefined && canIssue(asked, names, masters, cel)).toBe(possible);
  });

  test.each<[string, string, boolean]>([
    ["", masters, true],
    ["system:", masters, true],
    ["sys", masters, true],
    ["corp:", masters, false],
    ["corp:", "corp:staff", true],
  ])("with the prefix %j: %s", (prefix, name, possible) => {
    const asked = issuer({ groups: claim("groups", prefix) });
    const names = issuedNames(asked).find(({ kind }) => kind === "group");
    expect(names !== undefined && canIssue(asked, names, name, cel)).toBe(possible);
  });

  test("where nothing evaluates expressions, one that speaks of such names is taken to refuse them", () => {
    const asked = (rule: string) => issuer({ username: claim("sub", ""), userRules: [at(rule)] });
    const can = (rule: string) => {
      const [names] = issuedNames(asked(rule));
      return names !== undefined && canIssue(asked(rule), names, "system:kube-controller-manager", undefined);
    };
    expect(can("!user.username.startsWith('system:')")).toBe(false);
    expect(can("user.username != 'root'")).toBe(true);
  });
});
