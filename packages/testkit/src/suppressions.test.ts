import { type Run, readConfiguration, type ScanInput, scan } from "@authgraph/engine";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { textSources } from "./folder-sources.ts";

// What a suppression silences, and what it does not. The rules that speak of suppressions have cases of their own.

const asked = new Set([
  "rbac-secrets-read",
  "rbac-pods-create",
  "sa-legacy-token-secret",
  "apiserver-authorization-always-allow",
]);
const rules = ruleset.filter(({ metadata: { id, needs } }) => asked.has(id) || needs.includes("suppressions"));

async function scanned(
  { "authgraph.yaml": configuration, ...texts }: Readonly<Record<string, string>>,
  options: Partial<ScanInput> = {},
): Promise<Run> {
  const read =
    configuration === undefined
      ? undefined
      : readConfiguration({ path: "authgraph.yaml", text: configuration }, { rules: undefined });
  if (read?.outcome === "wrong") throw new Error(read.problems.map(({ message }) => message).join("; "));
  const result = await scan({
    sources: textSources(texts),
    configuration: read?.configuration,
    rules,
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-11-23T12:00:00Z",
    onFile: () => {},
    ...options,
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

/** `rule: subject`, sorted: of findings and of what is folded into them. */
function told({ findings }: Run): readonly string[] {
  return findings
    .flatMap((finding) => [finding, ...finding.folded])
    .map(({ ruleId, identity }) => `${ruleId}: ${identity.subject}`)
    .sort();
}

const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules:
- apiGroups: [""]
  resources: [secrets] # role's line
  verbs: [get, list]
- {apiGroups: [""], resources: [pods], verbs: [create]}
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: readers
  annotations: {} # of the binding
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader} # the roleRef
subjects:
- {kind: ServiceAccount, name: one, namespace: shop} # one
- {kind: ServiceAccount, name: two, namespace: shop} # two
`;
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: one
  namespace: shop
  annotations: {} # of the account
`;
const world = { "rbac/role.yaml": role, "rbac/binding.yaml": binding, "apps/account.yaml": account };

const podsOne = "rbac-pods-create: ServiceAccount shop/one";
const podsTwo = "rbac-pods-create: ServiceAccount shop/two";
const readOne = "rbac-secrets-read: ServiceAccount shop/one";
const readTwo = "rbac-secrets-read: ServiceAccount shop/two";

/** The world with something else in the place of a piece of it. */
function worldWith(piece: string, replacement: string): Readonly<Record<string, string>> {
  const texts = Object.entries(world).map(([path, text]) => [path, text.replace(piece, replacement)] as const);
  expect(texts.filter(([path, text]) => text !== new Map(Object.entries(world)).get(path))).toHaveLength(1);
  return Object.fromEntries(texts);
}

test("without a suppression everything is told", async () => {
  expect(told(await scanned(world))).toEqual([podsOne, podsTwo, readOne, readTwo]);
});

const ignore = (...ids: readonly string[]): string => `# authgraph: ignore[${ids.join(", ")}] -- why`;

describe("a comment", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["on the line of one subject is about that one", "# one", ignore("rbac-secrets-read"), [podsOne, podsTwo, readTwo]],
    ["names each rule", "# one", ignore("rbac-secrets-read", "rbac-pods-create"), [podsTwo, readTwo]],
    ["on the roleRef is about both", "# the roleRef", ignore("rbac-secrets-read"), [podsOne, podsTwo]],
    [
      "on the line of the role is about all bound to it",
      "# role's line",
      ignore("rbac-secrets-read"),
      [podsOne, podsTwo],
    ],
    [
      "above the line, with another comment between",
      "- {kind: ServiceAccount, name: two",
      `${ignore("rbac-secrets-read")}\n# more\n- {kind: ServiceAccount, name: two`,
      [podsOne, podsTwo, readOne],
    ],
    [
      "several stack",
      "- {kind: ServiceAccount, name: two",
      `${ignore("rbac-secrets-read")}\n${ignore("rbac-pods-create")}\n- {kind: ServiceAccount, name: two`,
      [podsOne, readOne],
    ],
  ])("%s", async (_, piece, replacement, expected) => {
    const run = await scanned(worldWith(piece, replacement));
    expect(told(run)).toEqual(expected);
    expect(run.suppressed.length).toBe(4 - expected.length);
  });

  test("holds with line breaks of Windows", async () => {
    const texts = worldWith("# one", ignore("rbac-secrets-read"));
    const windows = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path, text.replace(/\n/g, "\r\n")]),
    );
    expect(told(await scanned(windows))).toEqual([podsOne, podsTwo, readTwo]);
  });

  test("at the top of a file is about what is told there", async () => {
    const text = "# authgraph: ignore-file[rbac-secrets-read, rbac-pods-create] -- why\n";
    expect(told(await scanned({ ...world, "rbac/binding.yaml": text + binding }))).toEqual([]);
    const run = await scanned({ ...world, "apps/account.yaml": text + account });
    expect(told(run).filter((one) => !one.startsWith("suppression-"))).toEqual([podsOne, podsTwo, readOne, readTwo]);
  });

  test.each([
    [
      "a unit",
      "kube-apiserver.service",
      "[Service]\n%ExecStart=/usr/bin/kube-apiserver \\\n  --authorization-mode=AlwaysAllow\n",
    ],
    ["a script", "run.sh", "#!/bin/sh\n%kube-apiserver \\\n  --authorization-mode=AlwaysAllow\n"],
  ])("above a command of %s is about all of its lines", async (_, path, text) => {
    const rule = "apiserver-authorization-always-allow";
    expect(told(await scanned({ [path]: text.replace("%", "") }))).toContain(`${rule}: kube-apiserver`);
    const run = await scanned({ [path]: text.replace("%", `# authgraph: ignore[${rule}] -- why\n`) });
    expect(told(run)).not.toContain(`${rule}: kube-apiserver`);
    expect(run.suppressed.map(({ risk }) => risk.ruleId)).toEqual([rule]);
  });

  test("counts for nothing when auditors say so, and is not told as unused", async () => {
    const texts = worldWith("# one", ignore("rbac-secrets-read", "rbac-bind"));
    const run = await scanned(texts, { noInlineIgnores: true });
    expect(told(run)).toEqual([podsOne, podsTwo, readOne, readTwo]);
    expect([run.suppressed, run.suppressions]).toEqual([[], []]);
  });
});

describe("an annotation", () => {
  const value = '{authgraph.dev/ignore: "rbac-secrets-read -- why"}';

  test.each<[string, string, readonly string[]]>([
    ["on the binding", "{} # of the binding", [podsOne, podsTwo]],
    ["on the account of one subject", "{} # of the account", [podsOne, podsTwo, readTwo]],
  ])("%s", async (_, piece, expected) => {
    expect(told(await scanned(worldWith(piece, value)))).toEqual(expected);
  });

  test("on the role", async () => {
    const texts = worldWith("{name: reader}\nrules", `{name: reader, annotations: ${value}}\nrules`);
    expect(told(await scanned(texts))).toEqual([podsOne, podsTwo]);
  });

  test("says several things, one a line or with ; between", async () => {
    for (const separator of [";", "\\n"]) {
      const both = `{authgraph.dev/ignore: "rbac-secrets-read -- why${separator} rbac-pods-create -- because"}`;
      const run = await scanned(worldWith("{} # of the binding", both));
      expect(told(run)).toEqual([]);
      expect(run.suppressions.map(({ suppression }) => suppression.reason)).toEqual(["why", "because"]);
    }
  });

  test("on a Secret, in JSON", async () => {
    const secret = (annotations: object): string =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "Secret",
        type: "kubernetes.io/service-account-token",
        metadata: {
          name: "t",
          namespace: "shop",
          annotations: { "kubernetes.io/service-account.name": "one", ...annotations },
        },
      });
    const rule = "sa-legacy-token-secret";
    const before = await scanned({ "a.yaml": account, "s.json": secret({}) });
    expect(told(before)).toEqual([`${rule}: ServiceAccount shop/one`]);
    const after = await scanned({ "a.yaml": account, "s.json": secret({ "authgraph.dev/ignore": `${rule} -- why` }) });
    expect(told(after)).toEqual([]);
  });
});

describe("an entry of the configuration", () => {
  const entry = (...lines: readonly string[]): string =>
    `suppressions:\n- rules: [rbac-secrets-read]\n  reason: why\n${lines.map((line) => `  ${line}\n`).join("")}`;
  const fingerprints = async (): Promise<ReadonlyMap<string, string>> =>
    new Map(
      (await scanned(world)).findings
        .flatMap((finding) => [finding, ...finding.folded])
        .map((risk) => [`${risk.ruleId}: ${risk.identity.subject}`, risk.fingerprint]),
    );

  test.each<[string, readonly string[], readonly string[]]>([
    ["object", ["object: ClusterRoleBinding readers"], [podsOne, podsTwo]],
    ["the role", ["object: ClusterRole reader"], [podsOne, podsTwo]],
    [
      "object and subject",
      ["object: ClusterRoleBinding readers", "subject: ServiceAccount shop/two"],
      [podsOne, podsTwo, readOne],
    ],
    ["subject", ["subject: ServiceAccount shop/one"], [podsOne, podsTwo, readTwo]],
    ["subject with a star", ["subject: ServiceAccount shop/*"], [podsOne, podsTwo]],
    ["file", ["path: rbac/binding.yaml"], [podsOne, podsTwo]],
    ["folder", ["path: rbac"], [podsOne, podsTwo]],
    ["pattern", ["path: '**/bind*.yaml'"], [podsOne, podsTwo]],
  ])("by %s", async (_, lines, expected) => {
    expect(told(await scanned({ ...world, "authgraph.yaml": entry(...lines) }))).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ["another object", ["object: ClusterRoleBinding readers-2"]],
    ["the beginning of its name", ["object: ClusterRoleBinding reader"]],
    ["an object of another kind", ["object: RoleBinding readers"]],
    ["another subject of the object", ["object: ClusterRoleBinding readers", "subject: Group shop"]],
    ["another file", ["path: rbac/role.yaml"]],
  ])("not by %s", async (_, lines) => {
    const run = await scanned({ ...world, "authgraph.yaml": entry(...lines) });
    expect(told(run).filter((one) => !one.startsWith("suppression-unused"))).toEqual([
      podsOne,
      podsTwo,
      readOne,
      readTwo,
    ]);
    expect(run.suppressions.map(({ state }) => state)).toEqual(["unused"]);
  });

  test("by fingerprint, whole or cut, and by no other one", async () => {
    const known = await fingerprints();
    const one = known.get(readOne) ?? "";
    for (const fingerprint of [one, one.slice(0, 12), one.slice(0, 6)]) {
      const text = `suppressions:\n- {fingerprint: "${fingerprint}", reason: why}\n`;
      expect(told(await scanned({ ...world, "authgraph.yaml": text }))).toEqual([podsOne, podsTwo, readTwo]);
    }
  });

  test("counts without inline ignores, too", async () => {
    const text = entry("object: ClusterRoleBinding readers");
    const run = await scanned({ ...world, "authgraph.yaml": text }, { noInlineIgnores: true });
    expect(told(run)).toEqual([podsOne, podsTwo]);
  });
});

describe("several clusters", () => {
  const clusters = "clusters:\n- {name: dev, paths: [dev]}\n- {name: prod, paths: [prod]}\n";
  const both = Object.fromEntries(
    ["dev", "prod"].flatMap((cluster) => Object.entries(world).map(([path, text]) => [`${cluster}/${path}`, text])),
  );
  const suppressedIn = async (cluster: string): Promise<readonly string[]> => {
    const entry = `suppressions:\n- {rules: [rbac-secrets-read], object: ClusterRoleBinding readers, reason: why${cluster}}\n`;
    const run = await scanned({ ...both, "authgraph.yaml": clusters + entry });
    return run.suppressed.map((one) => `${one.cluster} ${one.risk.identity.subject}`);
  };
  const [one, two] = ["ServiceAccount shop/one", "ServiceAccount shop/two"];

  test("an entry speaks of each, or of the one that it names", async () => {
    expect(await suppressedIn("")).toEqual([`dev ${one}`, `dev ${two}`, `prod ${one}`, `prod ${two}`]);
    expect(await suppressedIn(", cluster: prod")).toEqual([`prod ${one}`, `prod ${two}`]);
  });

  test("a comment speaks of the cluster that its file belongs to", async () => {
    const text = binding.replace("# the roleRef", ignore("rbac-secrets-read"));
    const run = await scanned({ ...both, "prod/rbac/binding.yaml": text, "authgraph.yaml": clusters });
    expect(run.suppressed.map(({ cluster }) => cluster)).toEqual(["prod", "prod"]);
    expect(run.suppressions.map(({ state }) => state)).toEqual(["used"]);
  });
});

describe("an expected grant", () => {
  const expectedGrant = (access: string, binding = "ClusterRoleBinding readers"): string =>
    `expected:\n- subject: ServiceAccount shop/one\n  binding: ${binding}\n  access: [${access}]\n  reason: why\n`;

  test.each<[string, string]>([
    ["as it is", '"get, list secrets in every namespace", "create pods in every namespace"'],
    ["wider than it is", '"* *.* in every namespace"'],
    ["in parts", '"get secrets in every namespace", "list, create secrets, pods in every namespace"'],
  ])("excuses all that is told of it: written %s", async (_, access) => {
    expect(told(await scanned({ ...world, "authgraph.yaml": expectedGrant(access) }))).toEqual([podsTwo, readTwo]);
  });

  test.each<[string, string]>([
    ["a verb", '"get secrets in every namespace", "create pods in every namespace"'],
    ["a namespace", '"get, list, create secrets, pods in namespace shop"'],
  ])("is void when it is wider by %s", async (_, access) => {
    const run = await scanned({ ...world, "authgraph.yaml": expectedGrant(access) });
    expect(run.suppressions.map(({ state }) => state)).toEqual(["void"]);
    expect(told(run)).toEqual([podsOne, podsTwo, readOne, readTwo, expect.stringMatching(/^suppression-void/)]);
  });

  test("excuses no other binding", async () => {
    const access = '"* *.* in every namespace"';
    const run = await scanned({ ...world, "authgraph.yaml": expectedGrant(access, "ClusterRoleBinding others") });
    expect(run.suppressions.map(({ state }) => state)).toEqual(["unused"]);
    expect(run.suppressed).toEqual([]);
  });
});

describe("the last day", () => {
  const texts = worldWith("# one", "# authgraph: ignore[rbac-secrets-read] until=2027-01-31 -- why");
  test.each([
    ["2027-01-31T00:00:00Z", "used"],
    ["2027-01-31T23:59:59Z", "used"],
    ["2027-02-01T01:59:59+02:00", "used"],
    ["2027-02-01T00:00:00Z", "expired"],
  ])("at %s it is %s", async (at, state) => {
    const run = await scanned(texts, { at });
    expect(run.suppressions.map((judged) => judged.state)).toEqual([state]);
    expect(told(run).includes(readOne)).toBe(state === "expired");
  });
});

describe("what is not known to be unused is not told so", () => {
  const texts = worldWith("# of the account", ignore("rbac-secrets-read"));

  test.each<[string, Partial<ScanInput>, string]>([
    ["all was looked at", {}, "unused"],
    ["a part of the files", { partial: true }, "unknown"],
    [
      "without the rule",
      { rules: rules.filter(({ metadata }) => metadata.id !== "rbac-secrets-read"), knownRules: ["rbac-secrets-read"] },
      "unknown",
    ],
  ])("%s", async (_, options, state) => {
    const run = await scanned(texts, options);
    expect(run.suppressions.map((judged) => judged.state)).toEqual([state]);
    expect(told(run).some((one) => one.startsWith("suppression-unused"))).toBe(state === "unused");
  });
});

describe("the key of a suppression", () => {
  async function keys(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
    return (await scanned(texts)).suppressions.map(({ suppression }) => suppression.key);
  }
  const texts = worldWith("# one", ignore("rbac-secrets-read"));

  test("survives lines above it, a new name of the file, and line breaks of Windows", async () => {
    const { "rbac/binding.yaml": text = "", ...others } = texts;
    const [key] = await keys(texts);
    expect(await keys({ ...others, "moved.yaml": `# more\n\n${text}` })).toEqual([key]);
    expect(await keys({ ...others, "rbac/binding.yaml": text.replace(/\n/g, "\r\n") })).toEqual([key]);
  });

  test("changes with the cluster", async () => {
    const text = binding.replace("# one", ignore("rbac-secrets-read"));
    const clusters = "clusters:\n- {name: dev, paths: [dev]}\n- {name: prod, paths: [prod]}\n";
    const [dev, prod] = await keys({ "dev/a.yaml": text, "prod/a.yaml": text, "authgraph.yaml": clusters });
    expect(prod).not.toBe(dev);
  });

  test.each<[string, string, string]>([
    ["another rule", "[rbac-secrets-read]", "[rbac-pods-create]"],
    ["another reason", "-- why", "-- because"],
    ["a later day", "-- why", "until=2028-01-01 -- why"],
    ["another subject on its line", "name: one", "name: three"],
    ["another object around it", "name: readers", "name: admins"],
  ])("changes with %s", async (_, piece, replacement) => {
    const text = texts["rbac/binding.yaml"] ?? "";
    const [key] = await keys(texts);
    const [other] = await keys({ ...texts, "rbac/binding.yaml": text.replace(piece, replacement) });
    expect(other).not.toBe(key);
  });
});

test("a thousand suppressions are looked up for three thousand findings, not compared with each", async () => {
  const account = (name: string): string =>
    `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: ${name}, namespace: shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}\nsubjects:\n- {kind: ServiceAccount, name: ${name}, namespace: shop}\n`;
  const bindings = Array.from({ length: 3_000 }, (_, index) => account(`a${index}`)).join("");
  const entries = Array.from(
    { length: 1_000 },
    (_, index) => `- {rules: [rbac-secrets-read], object: RoleBinding shop/a${index}, reason: why}\n`,
  ).join("");
  const texts = { "role.yaml": role, "bindings.yaml": bindings };
  const measured = async (more: Readonly<Record<string, string>>): Promise<number> => {
    const start = process.cpuUsage();
    const run = await scanned(
      { ...texts, ...more },
      { rules: rules.filter(({ metadata }) => metadata.id === "rbac-secrets-read") },
    );
    expect(run.suppressed.length).toBe(more["authgraph.yaml"] === undefined ? 0 : 1_000);
    const { user } = process.cpuUsage(start);
    return user;
  };
  await measured({});
  const without = await measured({});
  const withEntries = await measured({ "authgraph.yaml": `suppressions:\n${entries}` });
  // A product of both would be three million comparisons, many times what the scan itself takes.
  expect(withEntries).toBeLessThan(without * 3 + 500_000);
}, 60_000);

describe("a condition holds for all that gives the same", () => {
  const named = (...names: readonly string[]): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules:
${names.map((name) => `- {apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [${name}]}\n`).join("")}`;
  const bound = (namespace: string, subject: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ci, namespace: ${namespace}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects: [${subject}]
`;
  const account = "{kind: ServiceAccount, name: ci, namespace: web}";
  const accounts = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:web"}';
  const entry = (condition: string) =>
    `suppressions: [{rule: rbac-secrets-read, object: RoleBinding dev/ci, reason: x, valid-while: {${condition}}}]\n`;
  const silent: readonly string[] = [];
  const back = ["rbac-secrets-read: ServiceAccount web/ci", "suppression-void: RoleBinding dev/ci"];

  test.each([
    ["the name that is meant", "names-only: [key]", named("key"), "", silent],
    ["another name in a rule of its own", "names-only: [key]", named("key", "other"), "", back],
    ["one namespace", "bound-only-in: [dev]", named("key"), "", silent],
    ["a group of the account elsewhere", "bound-only-in: [dev]", named("key"), bound("prod", accounts), back],
  ])("%s", async (_what, condition, roleText, more, expected) => {
    const run = await scanned({
      "authgraph.yaml": entry(condition),
      "a.yaml": roleText,
      "b.yaml": bound("dev", account),
      "c.yaml": more,
    });
    expect(told(run).filter((one) => /web\/ci|void/.test(one))).toEqual(expected);
  });
});
