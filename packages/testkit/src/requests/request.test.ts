import { describe, expect, test } from "vitest";
import { type Asked, answer, outcome, type Server } from "./written-requests.ts";

describe("a stream opened with GET is a creation too, since 1.35", () => {
  const exec = "/api/v1/namespaces/web/pods/p/exec";
  const off = { flags: ["--feature-gates=AuthorizePodWebsocketUpgradeCreatePermission=false"] };
  test.each<[as: string, line: string, on: Server, expected: string]>([
    ["pods-get", `GET ${exec}`, { minor: "1.34" }, "allowed"],
    ["pods-get", `GET ${exec}`, { minor: "1.35" }, "forbidden"],
    ["pods-get", `GET ${exec}`, off, "allowed"],
    ["pods-get", `GET ${exec}/`, {}, "forbidden"],
    ["pods-get", `GET ${exec}?dryRun=All`, {}, "allowed"],
    ["pods-get", "GET /api/v1/namespaces/web/pods/p/attach", {}, "forbidden"],
    ["pods-create", `GET ${exec}`, {}, "allowed"],
    ["pods-create", `POST ${exec}`, {}, "allowed"],
    ["pods-get", `POST ${exec}`, {}, "forbidden"],
  ])("%s: %s on %j is %s", async (as, line, on, expected) => {
    expect(await outcome({ as, line }, on)).toBe(expected);
  });
});

describe("impersonation", () => {
  const list = "GET /api/v1/namespaces/web/pods";
  const jane = { "Impersonate-User": "jane" };
  const off = { flags: ["--feature-gates=ConstrainedImpersonation=false"] };
  test.each<[as: string, headers: Asked["headers"], on: Server, expected: string]>([
    ["plain", jane, {}, "allowed"],
    ["plain", jane, { minor: "1.30" }, "allowed"],
    ["plain", { "impersonate-user": " jane " }, {}, "allowed"],
    ["plain", { "Impersonate-User": "nobody" }, {}, "forbidden"],
    ["plain", { ...jane, "Impersonate-Group": ["dev", "system:masters"] }, {}, "allowed"],
    ["plain", { ...jane, "Impersonate-Uid": "u" }, {}, "forbidden"],
    ["plain", { "Impersonate-Group": "dev" }, {}, "invalid"],
    ["plain", { "Impersonate-User": "", "Impersonate-Extra-x": "y" }, {}, "invalid"],
    ["plain", { "Impersonate-User": "" }, {}, "forbidden"],
    // `userextras` alone gives no key; what stands after the slash is the key, in lower case.
    ["scopes", { ...jane, "Impersonate-Extra-Scopes": "view" }, {}, "allowed"],
    ["scopes", { ...jane, "Impersonate-Extra-example.org%2Fx": "view" }, {}, "forbidden"],
    ["constrained", jane, {}, "allowed"],
    ["constrained", { ...jane, "Impersonate-Group": "dev" }, {}, "allowed"],
    ["constrained", { ...jane, "Impersonate-Group": ["dev", "system:masters"] }, {}, "forbidden"],
    ["constrained", jane, off, "forbidden"],
    ["constrained", jane, { minor: "1.35" }, "forbidden"],
    ["constrained", jane, { minor: "1.35", flags: ["--feature-gates=ConstrainedImpersonation=true"] }, "allowed"],
    ["constrained", { "Impersonate-User": "system:serviceaccount:a:b" }, {}, "forbidden"],
    ["jane", jane, {}, "forbidden"],
  ])("%s as %j on %j: %s", async (as, headers, on, expected) => {
    expect(await outcome({ as, line: list, headers: headers ?? {} }, on)).toBe(expected);
  });

  test.each<[as: string, headers: Asked["headers"], user: string, groups: readonly string[]]>([
    ["plain", jane, "jane", ["system:authenticated"]],
    [
      "plain",
      { ...jane, "Impersonate-Group": ["dev", "system:unauthenticated"] },
      "jane",
      ["dev", "system:unauthenticated"],
    ],
    ["plain", { "Impersonate-User": "system:anonymous" }, "system:anonymous", ["system:unauthenticated"]],
    [
      "plain",
      { "Impersonate-User": "system:serviceaccount:a:b" },
      "system:serviceaccount:a:b",
      ["system:serviceaccounts", "system:serviceaccounts:a", "system:authenticated"],
    ],
    [
      "plain",
      { "Impersonate-User": "system:serviceaccount:a:b", "Impersonate-Group": "x" },
      "system:serviceaccount:a:b",
      ["x", "system:authenticated"],
    ],
    // Only the constrained modes know that a node is in a group.
    ["plain", { "Impersonate-User": "system:node:n" }, "system:node:n", ["system:authenticated"]],
    ["all", { "Impersonate-User": "system:node:n" }, "system:node:n", ["system:nodes", "system:authenticated"]],
  ])("%s as %j is %s in %j", async (as, headers, user, groups) => {
    const { impersonated } = await answer({ as, line: list, headers: headers ?? {} });
    expect([impersonated?.user, impersonated?.groups]).toEqual([user, groups]);
  });

  test("the first mode that fails is named", async () => {
    const words = async (on: Server) => (await answer({ as: "jane", line: list, headers: jane }, on)).reason;
    expect(await words({})).toBe(
      'pods is forbidden: User "jane" cannot impersonate-on:user-info:list resource "pods" in API group "" in the namespace "web"',
    );
    expect(await words({ minor: "1.35" })).toBe(
      'users "jane" is forbidden: User "jane" cannot impersonate resource "users" in API group "" at the cluster scope',
    );
  });

  test("an account whose token is bound to a node is asked as one of any node", async () => {
    const as = "system:serviceaccount:kube-system:agent";
    const extra = { "authentication.kubernetes.io/node-name": ["n"], "authentication.kubernetes.io/pod-name": ["p"] };
    const { checks } = await answer({ as, extra, line: list, headers: { "Impersonate-User": "system:node:n" } });
    expect(checks.map(({ attributes }) => attributes.verb)).toEqual([
      "impersonate-on:associated-node:list",
      "impersonate-on:arbitrary-node:list",
      "impersonate",
    ]);
    expect(checks[0]?.identity.extra).toEqual(
      new Map([
        [
          "authentication.kubernetes.io/associated-node-keys",
          ["authentication.kubernetes.io/node-name", "authentication.kubernetes.io/pod-name"],
        ],
      ]),
    );
  });
});

test("where a feature gate is set by what is not among the inputs, both ways have to agree", async () => {
  const on = { flags: ["--feature-gates=$(GATES)"] };
  const exec = "GET /api/v1/namespaces/web/pods/p/exec";
  expect(await outcome({ as: "pods-get", line: exec }, on)).toBe("unknown");
  expect(await outcome({ as: "pods-create", line: exec }, on)).toBe("allowed");
});
