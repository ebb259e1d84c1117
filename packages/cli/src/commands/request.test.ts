import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkoutPath, schemaCheck } from "@authgraph/testkit";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "authgraph-request-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cluster = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules:
- {apiGroups: [""], resources: [pods, pods/exec], verbs: [get, list]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: jane-reads, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects:
- {kind: User, name: jane}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: as-jane}
rules:
- {apiGroups: [""], resources: [users], verbs: [impersonate], resourceNames: [jane]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: as-jane}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: as-jane}
subjects:
- {kind: User, name: joe}
`;
writeFileSync(join(folder, "cluster.yaml"), cluster);

interface Answered {
  readonly status: number | null;
  readonly answers: readonly { readonly outcome: string; readonly [member: string]: unknown }[];
  readonly stderr: string;
  readonly stdout: string;
}

function request(lines: string, ...args: readonly string[]): Answered {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const words = ["--import", "tsx", main, "request", "--in", join(folder, "cluster.yaml"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { input: lines, encoding: "utf8" });
  const answers = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { status, stdout, stderr, answers };
}

const user = (name: string) => ({ kind: "user", user: name, groups: ["system:authenticated"] });
const get = (path: string, credential: object, headers?: object): string =>
  JSON.stringify({ method: "GET", path, credential, ...(headers === undefined ? {} : { headers }) });
const schema = (name: string) => schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas", name), "utf8")));
const [checkAnswer, checkInput] = [schema("request.schema.json"), schema("request-input.schema.json")];

describe("request", () => {
  const lines = [
    get("/api/v1/namespaces/web/pods", user("jane")),
    get("/api/v1/namespaces/x/pods", user("jane")),
    get("/api/v1/namespaces/web/pods/p/exec", user("jane")),
    get("/api/v1/namespaces/web/pods", user("joe"), { "Impersonate-User": "jane" }),
    get("/api/v1/namespaces/web/pods", user("joe"), { "impersonate-user": "ann", "Impersonate-Group": ["a", "b"] }),
    get("/healthz", { kind: "none" }),
    get("/api/v1/watch", user("jane")),
  ];
  const { status, answers } = request(lines.join("\n"));

  it("answers every line, in order, and ends with 0", () => {
    expect([status, ...answers.map(({ outcome }) => outcome)]).toEqual([
      0,
      ...["allowed", "forbidden", "forbidden", "allowed", "forbidden", "allowed", "invalid"],
    ]);
  });

  it("says who asks for what, and proves what is allowed", () => {
    expect(answers[0]).toMatchObject({
      identity: { user: "jane", groups: ["system:authenticated"] },
      attributes: { verb: "list", apiGroup: "", resource: "pods", subresource: "", namespace: "web", name: "" },
      checks: [
        { purpose: "authorization", decision: { outcome: "allowed", proof: [{ binding: { name: "jane-reads" } }] } },
      ],
    });
  });

  it("names the check that decides, in the words of the server", () => {
    expect(answers[1]?.reason).toBe(
      'pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "x"',
    );
    expect(answers[2]).toMatchObject({
      checks: [
        { purpose: "authorization", decision: { outcome: "allowed" } },
        { purpose: "handler", attributes: { verb: "create" }, decision: { outcome: "denied" }, decides: true },
      ],
    });
  });

  it("says as whom a request is made", () => {
    expect(answers[3]).toMatchObject({
      identity: { user: "joe" },
      impersonated: { user: "jane", groups: ["system:authenticated"] },
    });
  });

  it("reads and writes what its schemas say", () => {
    expect(answers.flatMap(checkAnswer)).toEqual([]);
    expect(lines.flatMap((line) => checkInput(JSON.parse(line)))).toEqual([]);
  });
});

it("a line that is no request is answered with an error, the others all the same, and the end is 2", () => {
  const good = get("/version", user("jane"));
  const bad = [
    "{oops",
    "",
    "[]",
    '{"path":"/","credential":{"kind":"magic"}}',
    '{"method":"GET","path":"/","headers":{"Authorization":{"secret":"s3cret"}},"credential":{"kind":"bearer","token":["s3cret"]}}',
    '{"method":"GET","path":"/","credential":{"kind":"bearer","token":"s3cret"',
    JSON.stringify({ method: "GET", path: "/", credential: { kind: "certificate", file: join(folder, "none.crt") } }),
    '{"method":"GET","path":"/","header":{"Impersonate-User":"jane"}}',
    '{"method":"GET","path":"/","credential":{"kind":"user","username":"jane"}}',
  ];
  const { status, answers, stderr, stdout } = request([good, ...bad, good].join("\n"));
  expect(answers.map(({ outcome }) => outcome)).toEqual(["allowed", ...bad.map(() => "error"), "allowed"]);
  expect(answers[1]?.message).toMatch(/^line 2: this is no JSON/);
  expect(answers[4]?.message).toMatch(/^line 5: method: there is none; credential\.kind: expected/);
  expect(answers[7]?.message).toMatch(/none\.crt: there is no such file/);
  expect(answers[8]?.message).toMatch(/^line 9: header: there is no such member; did you mean headers\?/);
  expect(answers[9]?.message).toBe("line 10: credential.user: there is none");
  expect([status, stderr]).toEqual([2, "authgraph: 9 of 11 requests could not be answered\n"]);
  expect(answers.flatMap(checkAnswer)).toEqual([]);
  expect(stdout + stderr).not.toContain("s3cret");
});

it.each([
  ["standard input twice", ["--in", "-"], "standard input"],
  ["a file of requests that is not there", [join(folder, "none.jsonl")], "none.jsonl"],
])("%s ends with 2 and says why", (_what, args, message) => {
  const { status, answers, stderr } = request(get("/version", user("jane")), ...args);
  expect([status, answers]).toEqual([2, []]);
  expect(stderr).toContain(message);
});
