import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkoutPath, schemaCheck } from "@authgraph/testkit";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "authgraph-review-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cluster = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules:
- {apiGroups: [""], resources: [pods], verbs: [get]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: jane-reads, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects:
- {kind: User, name: jane}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: joe}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gone}
subjects:
- {kind: User, name: joe}
`;
writeFileSync(join(folder, "cluster.yaml"), cluster);

interface Answered {
  readonly status: number | null;
  readonly answers: readonly { readonly outcome: string; readonly [member: string]: unknown }[];
  readonly stderr: string;
}

function review(lines: string, ...args: readonly string[]): Answered {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const words = ["--import", "tsx", main, "review", "--in", join(folder, "cluster.yaml"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { input: lines, encoding: "utf8" });
  return {
    status,
    stderr,
    answers: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const ask = (user: string, namespace: string): string =>
  JSON.stringify({ spec: { user, resourceAttributes: { verb: "get", resource: "pods", namespace } } });
const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/review.schema.json"), "utf8")));

describe("review", () => {
  const { status, answers } = review(`${ask("jane", "web")}\n${ask("jane", "x")}\r\n${ask("joe", "default")}`);

  it("answers every line, in order, and ends with 0", () => {
    expect([status, ...answers.map(({ outcome }) => outcome)]).toEqual([0, "allowed", "denied", "unknown"]);
  });

  it("proves what is allowed, hop by hop, each with its place", () => {
    expect(answers[0]).toMatchObject({
      reason: 'RBAC: allowed by RoleBinding "jane-reads/web" of ClusterRole "reader" to User "jane"',
      proof: [
        {
          subject: { kind: "User", name: "jane", origin: { line: 13 } },
          binding: { kind: "RoleBinding", name: "jane-reads", namespace: "web", origin: { line: 10, column: 18 } },
          role: { kind: "ClusterRole", name: "reader", origin: { line: 4, column: 18 } },
          rule: { verbs: ["get"], apiGroups: [""], resources: ["pods"] },
          origin: { path: join(folder, "cluster.yaml"), line: 6, column: 3 },
        },
      ],
    });
  });

  it("names what would settle an open question; complete inputs settle it", () => {
    expect(answers[2]).toMatchObject({ proof: [], assumptions: [{ origin: { line: 18 } }] });
    expect(review(ask("joe", "default"), "--complete").answers).toMatchObject([{ outcome: "denied" }]);
  });

  it("writes what its schema says", () => {
    expect(answers.flatMap(check)).toEqual([]);
  });
});

it("a line that is no review is answered with an error, the others all the same, and the end is 2", () => {
  const { status, answers, stderr } = review(`${ask("jane", "web")}\n{oops\n\n{"spec":{}}\n${ask("jane", "web")}\n`);
  expect(answers.map(({ outcome }) => outcome)).toEqual(["allowed", "error", "error", "error", "allowed"]);
  expect(answers[1]?.message).toMatch(/^line 2: this is no JSON/);
  expect(answers[3]?.message).toMatch(/^line 4: .*at least one of user or group must be specified/);
  expect([status, stderr]).toEqual([2, "authgraph: 3 of 5 reviews could not be answered\n"]);
  expect(answers.flatMap(check)).toEqual([]);
});

it.each([
  ["an input that is not there", ["--in", join(folder, "none.yaml")], "none.yaml"],
  ["standard input twice", ["--in", "-"], "standard input"],
  ["a file of reviews that is not there", [join(folder, "none.jsonl")], "none.jsonl"],
  ["a version that is none", ["--kubernetes-version", "x"], "Kubernetes version"],
])("%s ends with 2 and says why", (_what, args, message) => {
  const { status, answers, stderr } = review(ask("jane", "web"), ...args);
  expect([status, answers]).toEqual([2, []]);
  expect(stderr).toContain(message);
});
