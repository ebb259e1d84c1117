import { rmSync } from "node:fs";
import { folderWith, runAuthgraph } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

/** Two subjects of one binding: the account is folded into the group. */
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everybody}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
- {kind: Group, name: "system:unauthenticated", apiGroup: rbac.authorization.k8s.io}
- {kind: ServiceAccount, name: bot, namespace: ci}
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

interface Report {
  readonly findings: readonly {
    readonly fingerprint: string;
    readonly folded: readonly { readonly fingerprint: string }[];
  }[];
}

async function finding(cwd: string): Promise<Report["findings"][number]> {
  const { stdout } = await runAuthgraph(["scan", ".", "-f", "json"], { cwd });
  const report: Report = JSON.parse(stdout);
  const [first] = report.findings;
  if (first === undefined) throw new Error(`nothing was found: ${stdout}`);
  return first;
}

describe.concurrent("a fingerprint", () => {
  test("whole, cut, or as a scan prints it, tells all of its finding; as JSON it is that of the report", async () => {
    const cwd = project({ "a.yaml": binding });
    const found = await finding(cwd);
    const printed = await runAuthgraph(["scan", "."], { cwd });
    const command = /authgraph explain ([0-9a-f]{12})$/m.exec(printed.stdout)?.[1] ?? "";
    const [whole, cut, asPrinted, json] = await Promise.all(
      [[found.fingerprint], [found.fingerprint.slice(0, 6)], [command], [found.fingerprint, "-f", "json"]].map((args) =>
        runAuthgraph(["explain", ...args], { cwd }),
      ),
    );
    expect([whole?.code, whole?.stderr]).toEqual([0, ""]);
    expect(whole?.stdout).toMatch(/^critical\[rbac-grant-anonymous\]: requests without credentials can /);
    for (const part of [
      "\nWho, and through what\n",
      " --> a.yaml:6:23\n",
      "\nFolded into it: the same cause\n",
      "ServiceAccount ci/bot",
      "\nWhat to do\nhelp: ",
      "\nHow to check\n  ",
      "| kubectl create -o jsonpath={.status.allowed} -f -\n",
      "\nWhat it is worth\n  9.7 of 10: critical (above 9.0)\n  who × what: 10.0 (anybody without credentials × as good as cluster-admin)\n  -0.3: one hop is assumed, not read\n  confidence likely: ",
      "\nThe rule\n  rbac-grant-anonymous: ",
      "\nWhat was assumed\n  Kubernetes 1.37 ",
      `  fingerprint ${found.fingerprint}\n`,
    ]) {
      expect(whole?.stdout).toContain(part);
    }
    expect([cut, asPrinted]).toEqual([whole, whole]);
    expect(JSON.parse(json?.stdout ?? "")).toEqual(found);
  });

  test("of a folded risk explains what it is folded into, and names it", async () => {
    const cwd = project({ "a.yaml": binding });
    const [folded] = (await finding(cwd)).folded;
    const { code, stdout } = await runAuthgraph(["explain", folded?.fingerprint ?? ""], { cwd });
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^critical\[rbac-grant-anonymous\]: requests without credentials can /),
      expect.stringMatching(/^[0-9a-f]{12} is folded into it: high\[\S+\] ServiceAccount ci\/bot /),
    ]);
  });

  test("is the same in another file, line and folder", async () => {
    const { fingerprint } = await finding(project({ "a.yaml": binding }));
    const cwd = project({ "deploy/moved.yaml": `# moved\n\n${binding}` });
    const { code, stdout } = await runAuthgraph(["explain", fingerprint, "--in", "deploy"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(" --> deploy/moved.yaml:8:23\n");
  });
});

describe.concurrent("what is not there ends with 2 and says what is near", () => {
  test.each([
    [
      "no such finding",
      ["explain", "0123456789ab"],
      [/there is no finding 0123456789ab in \.; nearest: [0-9a-f]{12} \(rbac-/],
    ],
    [
      "nothing found at all",
      ["explain", "0123456789ab", "--in", "ok.yaml"],
      [/in ok\.yaml; a scan finds nothing there/],
    ],
    ["too few digits", ["explain", "01234"], [/no rule or fingerprint \(6 to 32 digits\) "01234"/]],
    [
      "an unknown rule",
      ["explain", "rbac-grant-anonymos"],
      [/no rule "rbac-grant-anonymos"; did you mean rbac-grant-anonymous\?/],
    ],
    [
      "inputs that are not there",
      ["explain", "0123456789ab", "--in", "gone"],
      [/cannot read gone: there is no such file/],
    ],
  ] as const)("%s", async (_what, args, parts) => {
    const ok = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: nobody, namespace: shop}\n";
    const { code, stdout, stderr } = await runAuthgraph(args, { cwd: project({ "a.yaml": binding, "ok.yaml": ok }) });
    expect([code, stdout]).toEqual([2, ""]);
    for (const part of parts) expect(stderr).toMatch(part);
  });
});

test("a rule is explained without a scan, for programs as JSON", async () => {
  const cwd = project({});
  const [page, json] = await Promise.all([
    runAuthgraph(["explain", "rbac-grant-anonymous"], { cwd }),
    runAuthgraph(["explain", "rbac-grant-anonymous", "-f", "json"], { cwd }),
  ]);
  expect(page.stdout).toContain("| Rule | `rbac-grant-anonymous` |");
  expect(JSON.parse(json.stdout)).toMatchObject({ id: "rbac-grant-anonymous" });
});
