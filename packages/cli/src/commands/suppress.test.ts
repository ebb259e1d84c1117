import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { folderWith, runAuthgraph } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

const binding = (...subjects: readonly string[]): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: admins}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
${subjects.map((name) => `- {kind: ServiceAccount, name: ${name}, namespace: ci}\n`).join("")}`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  // Its own repository, so that nothing above is looked at.
  mkdirSync(join(folder, ".git"));
  return folder;
}

async function prints(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await runAuthgraph(["scan", ".", "--no-cache", ...args], { cwd });
  return stdout;
}

async function fingerprintIn(cwd: string): Promise<string> {
  return /authgraph explain ([0-9a-f]{12})$/m.exec(await prints(cwd))?.[1] ?? "";
}

const suppress = (cwd: string, ...args: readonly string[]): ReturnType<typeof runAuthgraph> =>
  runAuthgraph(["suppress", ...args], { cwd });

describe.concurrent("authgraph suppress", () => {
  test("writes an entry that silences the finding, keeps what stands there, and prints what it wrote", async () => {
    const written = "# ours\ncomplete: false # not yet\n";
    const cwd = project({ "a.yaml": binding("bot"), "authgraph.yaml": written });
    const fingerprint = await fingerprintIn(cwd);
    const { code, stdout } = await suppress(cwd, fingerprint, "--reason", "it's: OPS-112", "--until", "2999-12-31");
    const entry = `suppressions:
  - rules:
      - rbac-cluster-admin-binding
    object: ClusterRoleBinding admins
    subject: ServiceAccount ci/bot
    reason: "it's: OPS-112"
    until: "2999-12-31"
`;
    expect([code, stdout]).toEqual([0, `authgraph.yaml: added\n${entry}`]);
    expect(readFileSync(join(cwd, "authgraph.yaml"), "utf8")).toBe(written + entry);

    const after = await prints(cwd);
    expect(after).toMatch(/^no findings\n1 suppressed: rbac-cluster-admin-binding, ClusterRoleBinding admins: /m);
    const explained = await runAuthgraph(["explain", fingerprint], { cwd });
    expect(explained.stdout).toContain("Suppressed by\n  authgraph.yaml:4 ");
    const again = await suppress(cwd, fingerprint, "--reason", "x");
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringMatching(/^authgraph: it is suppressed already: authgraph\.yaml:4/),
    ]);
  });

  test("makes the file where there is none, and says what of the finding is still told", async () => {
    const cwd = project({ "a.yaml": binding("one", "two") });
    const { code, stdout } = await suppress(cwd, await fingerprintIn(cwd), "--reason", "why");
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^authgraph\.yaml: added\n[\s\S]*\nstill told: [0-9a-f]{12}\n$/),
    ]);
    expect(await prints(cwd)).toMatch(/^1 finding: 1 high\n1 suppressed: /m);
  });

  test("writes conditions, and says when they do not hold from the start", async () => {
    const cwd = project({ "a.yaml": binding("bot") });
    const args = ["--reason", "why", "--valid-while-bound-only-in", "dev", "--valid-while-bound-only-in", "test"];
    const { code, stdout, stderr } = await suppress(cwd, await fingerprintIn(cwd), ...args);
    expect(stdout).toContain("    valid-while:\n      bound-only-in:\n        - dev\n        - test\n");
    expect([code, stderr]).toEqual([
      2,
      "authgraph: the finding is told all the same: ClusterRoleBinding admins binds ClusterRole cluster-admin in every namespace\n",
    ]);
    expect(await prints(cwd)).toContain("low[suppression-void]");
  });

  test("refuses what it cannot do, and then writes nothing", async () => {
    const cwd = project({ "a.yaml": binding("bot") });
    const fingerprint = await fingerprintIn(cwd);
    const refusals: readonly (readonly [readonly string[], RegExp])[] = [
      [
        ["ffffff", "--reason", "x"],
        /there is no finding ffffff in \.; nearest: [0-9a-f]{12} \(rbac-cluster-admin-binding, a\.yaml:6:/,
      ],
      [["xyz", "--reason", "x"], /"xyz" is no fingerprint/],
      [[fingerprint], /required option '--reason <text>' not specified/],
      [[fingerprint, "--reason", "  "], /has to know why/],
      [[fingerprint, "--reason", "x", "--until", "2027-02-30"], /"2027-02-30" is no day/],
      [[fingerprint, "--reason", "x", "--until", "2020-01-01"], /2020-01-01 is over/],
    ];
    for (const [args, message] of refusals) {
      const { code, stdout, stderr } = await suppress(cwd, ...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
    }
    expect(() => readFileSync(join(cwd, "authgraph.yaml"))).toThrow();
  });

  test("leaves a file alone that it cannot edit, and prints what to add", async () => {
    const cwd = project({ "a.yaml": binding("bot"), "authgraph.yaml": "suppressions: []\n" });
    const { code, stderr } = await suppress(cwd, await fingerprintIn(cwd), "--reason", "why");
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be edited as it is written; add to it:\n\nsuppressions:\n {2}- rules:/);
    expect(readFileSync(join(cwd, "authgraph.yaml"), "utf8")).toBe("suppressions: []\n");
  });
});

describe.concurrent("a scan", () => {
  const accepted = binding("bot").replace(
    "ci}",
    "ci} # authgraph: ignore[rbac-cluster-admin-binding, rbac-bind] -- why",
  );

  test("does not tell a suppression as unused that it looked at a part of", async () => {
    const cwd = project({ "a.yaml": accepted, "authgraph.yaml": "" });
    expect(await prints(cwd)).toContain("names rbac-bind in vain");
    const part = await runAuthgraph(["scan", "a.yaml"], { cwd });
    expect(part.stdout).toMatch(/^no findings\n1 suppressed: /m);
  });

  test("tells everything with --no-inline-ignores", async () => {
    const cwd = project({ "a.yaml": accepted });
    const audit = await prints(cwd, "--no-inline-ignores");
    expect(audit).toContain("high[rbac-cluster-admin-binding]");
    expect(audit).not.toContain("suppress");
  });

  test("writes accepted findings into SARIF only when asked to", async () => {
    const cwd = project({ "a.yaml": accepted });
    expect(await prints(cwd, "-f", "sarif")).not.toContain('"suppressions":[{');
    expect(await prints(cwd, "-f", "sarif", "--sarif-suppressed", "include")).toContain(
      '"suppressions":[{"kind":"inSource","status":"accepted","justification":"why"',
    );
  });
});
