import { readFileSync } from "node:fs";
import { readDocuments, toJsonValue } from "@authgraph/parser";
import { positionAt } from "@authgraph/source";
import { checkoutPath, ruleMetadata, schemaCheck } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import type { Configuration } from "./configuration.ts";
import { readConfiguration } from "./read-configuration.ts";

const rules = [
  { ...ruleMetadata("rbac-secrets-read"), parameters: [] },
  {
    ...ruleMetadata("sa-shared"),
    parameters: [{ name: "workloads", default: 3, min: 2, description: "how many workloads are too many" }],
  },
];

function read(text: string): Configuration {
  const result = readConfiguration({ path: "authgraph.yaml", text }, { rules });
  if (result.outcome === "wrong") throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.configuration;
}

/** The problems of a text, each with its line and column. */
function problems(text: string): readonly string[] {
  const result = readConfiguration({ path: "authgraph.yaml", text }, { rules });
  if (result.outcome === "read") return [];
  return result.problems.map(({ origin, message }) => {
    if (origin.kind !== "text") throw new Error("a problem without a place");
    const { line, column } = positionAt(origin.source, origin.start);
    return `${line}:${column} ${message}`;
  });
}

const schemaProblems = schemaCheck(
  JSON.parse(readFileSync(checkoutPath("docs/schemas/configuration.schema.json"), "utf8")),
);

/** What the schema has against a text, as an editor would tell it. */
function schemaSays(text: string): readonly string[] {
  let value: unknown;
  readDocuments(text, "component-config", (document) => {
    if (document.outcome === "value") value = JSON.parse(JSON.stringify(toJsonValue(document.tree), plain));
  });
  return schemaProblems(value);
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

/** Without the places. */
function values(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === "origin" || key === "source") return undefined;
      if (inner instanceof Map) return Object.fromEntries(inner);
      const isLocated = typeof inner === "object" && inner !== null && "value" in inner && "origin" in inner;
      return isLocated ? inner.value : inner;
    }),
  );
}

const everything = `clusters:
  - name: prod
    paths: [clusters/prod, base]
    kubernetes-version: 1.30
    platform: eks
    rootfs: machines/prod
    namespace: apps
    control-plane: ["machines/prod/**/*.yaml"]
    complete: true
  - name: stage
    paths: [clusters/stage, base]
  - name: default
    kubernetes-version: v1.37.2
templates:
  - paths: [charts]
    rendered: rendered/charts
  - paths: ["**/*.tpl.yaml"]
    ignore: true
    reason: never applied, kept as an example
exclude:
  - paths: ["**/testdata"]
    reason: inputs of tests
complete: false
rules:
  rbac-secrets-read: off
  sa-shared:
    severity: low
    workloads: 5
identities:
  users:
    - name: jane@example.org
      groups: [sre]
  groups:
    - name: sre
      members: [joe@example.org]
expected:
  - subject: ServiceAccount cert-manager/cert-manager
    binding: ClusterRoleBinding cert-manager-controller-issuers
    access: ["get, list secrets in every namespace"]
    reason: it stores certificates in Secrets
    until: 2027-03-01
    cluster: prod
suppressions:
  - rule: rbac-secrets-read
    object: ClusterRoleBinding backup
    reason: restores Secrets after a disaster
    valid-while:
      bound-only-in: [backup]
      names-only: [restic]
  - fingerprint: 348460612345
    reason: accepted by the security team
baseline: .authgraph/baseline.json
`;

describe("what is said", () => {
  test("everything that can be", () => {
    expect(schemaSays(everything)).toEqual([]);
    expect(values(read(everything))).toEqual({
      clusters: [
        {
          name: "prod",
          paths: ["clusters/prod", "base"],
          kubernetesVersion: "1.30",
          platform: "eks",
          rootfs: "machines/prod",
          namespace: "apps",
          controlPlane: ["machines/prod/**/*.yaml"],
          complete: true,
        },
        { name: "stage", paths: ["clusters/stage", "base"], controlPlane: [], complete: false },
        { name: "default", paths: [], kubernetesVersion: "v1.37.2", controlPlane: [], complete: false },
      ],
      templates: [
        { paths: ["charts"], rendered: "rendered/charts", reason: "rendered to rendered/charts" },
        { paths: ["**/*.tpl.yaml"], reason: "never applied, kept as an example" },
      ],
      exclude: [{ paths: ["**/testdata"], reason: "inputs of tests" }],
      complete: false,
      rules: [
        { id: "rbac-secrets-read", enabled: false, parameters: {} },
        { id: "sa-shared", enabled: true, severity: "low", parameters: { workloads: 5 } },
      ],
      identities: {
        users: [{ name: "jane@example.org", groups: ["sre"] }],
        groups: [{ name: "sre", members: ["joe@example.org"] }],
      },
      expected: [
        {
          subject: "ServiceAccount cert-manager/cert-manager",
          binding: "ClusterRoleBinding cert-manager-controller-issuers",
          access: ["get, list secrets in every namespace"],
          reason: "it stores certificates in Secrets",
          until: "2027-03-01",
          cluster: "prod",
        },
      ],
      suppressions: [
        {
          rules: ["rbac-secrets-read"],
          object: "ClusterRoleBinding backup",
          reason: "restores Secrets after a disaster",
          validWhile: { boundOnlyIn: ["backup"], namesOnly: ["restic"] },
        },
        { rules: [], fingerprint: "348460612345", reason: "accepted by the security team" },
      ],
      baseline: ".authgraph/baseline.json",
    });
  });

  test.each([
    ["nothing", ""],
    ["a comment", "# nothing yet\n"],
    ["keys that nothing follows", "clusters:\nsuppressions:\nrules:\nidentities:\n"],
  ])("%s is an empty configuration", (_what, text) => {
    if (text.includes(":")) expect(schemaSays(text)).toEqual([]);
    expect(values(read(text))).toEqual({
      clusters: [],
      templates: [],
      exclude: [],
      rules: [],
      identities: { users: [], groups: [] },
      expected: [],
      suppressions: [],
      complete: false,
    });
  });

  test("what holds for all clusters holds for those that say nothing else", () => {
    const { clusters } = read(`complete: true
clusters:
  - {name: a, paths: [a]}
  - {name: b, paths: [b], complete: false}
`);
    expect(clusters.map(({ complete }) => complete)).toEqual([true, false]);
  });

  test("every value knows its place", () => {
    const [first] = read(everything).expected;
    expect(first?.access[0]?.origin).toMatchObject({ kind: "text", start: everything.indexOf('"get, list') });
  });
});

describe("what is wrong is told at its place", () => {
  test.each<[string, string, readonly string[]]>([
    ["no mapping", "- clusters\n", [expect.stringMatching(/^1:1 the configuration must be a mapping with the keys /)]],
    ["an unknown key", "clutsers: []\n", ['1:1 the configuration has no key "clutsers"; did you mean clusters?']],
    [
      "an unknown key far from any",
      "version: 1\n",
      [expect.stringMatching(/^1:1 the configuration has no key "version"; there are clusters, templates, /)],
    ],
    [
      "an unknown key below",
      "clusters:\n  - name: a\n    paths: [a]\n    root-fs: x\n",
      ['4:5 a cluster has no key "root-fs"; did you mean rootfs?'],
    ],
    [
      "a name that is no text",
      "clusters:\n  - name: 1\n    paths: [a]\n",
      ["2:11 name must be text: put it in quotes"],
    ],
    ["no paths", "clusters:\n  - name: a\n", ["2:5 a cluster must have the key paths"]],
    ["an empty list of paths", "clusters:\n  - {name: a, paths: []}\n", ["2:22 paths must name at least one"]],
    [
      "a name twice",
      "clusters:\n  - {name: a, paths: [a]}\n  - {name: a, paths: [b]}\n",
      ["3:12 there is a cluster a already"],
    ],
    [
      "paths of the rest",
      "clusters:\n  - {name: default, paths: [a]}\n",
      ["2:5 the cluster default is what lies under no other: it has no paths"],
    ],
    [
      "a version and a platform that do not exist",
      "clusters:\n  - {name: a, paths: [a], kubernetes-version: latest, platform: esk}\n",
      [
        "2:47 kubernetes-version must be written as 1.37 or v1.37.2",
        "2:65 platform must be one of eks, gke, aks, openshift, k3s, rke2, kind; did you mean eks?",
      ],
    ],
    [
      "patterns that lead elsewhere",
      "clusters:\n  - {name: a, paths: [/a, ../b, 'a\\b']}\n",
      [
        "2:23 paths must start from the folder of the configuration",
        "2:27 paths must not lead out of the folder of the configuration",
        '2:33 paths must have "/" between names',
      ],
    ],
    [
      "patterns of another language",
      'clusters:\n  - {name: a, paths: ["{a,b}/x", "a**"]}\n',
      [
        "2:23 paths knows *, ** and ? only; write one pattern for each name",
        '2:34 paths takes ** for whole names only, not in "a**"',
      ],
    ],
    [
      "templates that are neither",
      "templates:\n  - paths: [charts]\n",
      ["2:5 an entry of templates must have either rendered: FOLDER or ignore: true"],
    ],
    [
      "templates that are ignored for no reason",
      "templates:\n  - {paths: [charts], ignore: true}\n",
      ["2:5 templates that are ignored must have the key reason"],
    ],
    ["an exclude without a reason", "exclude:\n  - paths: [x]\n", ["2:5 an entry of exclude must have the key reason"]],
    ["a reason of blanks", 'exclude:\n  - {paths: [x], reason: " "}\n', ["2:26 reason must not be empty"]],
    ["no boolean", 'complete: "yes"\n', ["1:11 complete must be true or false"]],
    [
      "an unknown rule",
      "rules:\n  rbac-secret-read: off\n",
      ['2:3 there is no rule "rbac-secret-read"; did you mean rbac-secrets-read?'],
    ],
    [
      "a rule like no other",
      "rules:\n  seccomp: off\n",
      ['2:3 there is no rule "seccomp"; `authgraph rules` lists them'],
    ],
    ["a rule that is neither on nor off", "rules:\n  sa-shared: never\n", ["2:14 sa-shared must be on or off"]],
    [
      "a parameter of another rule",
      "rules:\n  rbac-secrets-read: {workloads: 5}\n",
      ['2:23 rbac-secrets-read has no parameter "workloads"; there are severity'],
    ],
    [
      "a parameter too low, and one that is no number",
      "rules:\n  sa-shared: {workloads: 1}\n  rbac-secrets-read: {severity: hgih}\n",
      [
        "2:26 workloads must be a whole number, 2 or more",
        "3:33 severity must be one of critical, high, medium, low, info; did you mean high?",
      ],
    ],
    [
      "an expected grant of nobody",
      "expected:\n  - {subject: cert-manager, access: [get pods in every namespace], reason: because}\n",
      ["2:15 subject must be written as ServiceAccount NAMESPACE/NAME, User NAME or Group NAME"],
    ],
    [
      "access in no words of ours",
      "expected:\n  - {subject: Group sre, access: [everything], reason: because}\n",
      [expect.stringMatching(/^2:35 access must be access in words, such as /)],
    ],
    [
      "a day that does not exist",
      "suppressions:\n  - {object: x, reason: why, until: 2027-02-29}\n",
      ["2:37 until must be a day that exists, as 2027-01-31"],
    ],
    [
      "a suppression of everything",
      "suppressions:\n  - {rule: sa-shared, reason: why}\n",
      [expect.stringMatching(/^2:5 a suppression must say whose risk it is: object, subject, path or fingerprint; /)],
    ],
    [
      "a fingerprint that is too short",
      "suppressions:\n  - {fingerprint: 3f, reason: why}\n",
      ["2:19 fingerprint must be 6 to 32 hexadecimal digits, as a scan prints it"],
    ],
    [
      "a cluster that is not there",
      "clusters:\n  - {name: prod, paths: [a]}\nsuppressions:\n  - {object: x, reason: why, cluster: prd}\n",
      ['4:39 there is no cluster "prd"; did you mean prod?'],
    ],
    [
      "a condition of nothing",
      "suppressions:\n  - {object: x, reason: why, valid-while: {}}\n",
      ["2:43 valid-while must have bound-only-in or names-only"],
    ],
    ["a second document", "complete: true\n---\ncomplete: false\n", ["2:1 nothing after the first document is read"]],
    ["no YAML", "clusters: [\n", [expect.stringMatching(/^\d+:\d+ yaml: /)]],
    ["one key twice", "complete: true\ncomplete: false\n", [expect.stringMatching(/"complete"/)]],
  ])("%s", (what, text, expected) => {
    expect(problems(text)).toEqual(expected);
    if (!beyondTheSchema.has(what)) expect(schemaSays(text)).not.toEqual([]);
  });

  /** What no schema can say: names that other parts of the file or the rules give, and what is no value at all. */
  const beyondTheSchema: ReadonlySet<string> = new Set([
    "a name twice",
    "access in no words of ours",
    "an unknown rule",
    "a parameter of another rule",
    "a cluster that is not there",
    "a second document",
    "no YAML",
    "one key twice",
  ]);

  test.each([
    ["the smallest cluster", "clusters:\n  - {name: a, paths: [.]}\n"],
    ["settings for the rest", "clusters:\n  - {name: default, namespace: shop}\n"],
    ["a version as text, and as a number", 'clusters:\n  - {name: default, kubernetes-version: "1.30"}\n'],
    ["lists of which everything is commented out", "clusters:\nidentities:\n  users:\n"],
    ["on and off in quotes", 'rules:\n  sa-shared: "off"\n  rbac-secrets-read: "on"\n'],
    ["a fingerprint of digits and one of letters", "suppressions:\n  - {fingerprint: abcdef, reason: why}\n"],
    ["the last day of February", "suppressions:\n  - {path: a, reason: why, until: 2028-02-29}\n"],
  ])("%s is right, for the schema too", (_what, text) => {
    expect([problems(text), schemaSays(text)]).toEqual([[], []]);
  });

  test("all of it, in the order of the places", () => {
    expect(problems("complete: 1\nclusters: {}\nbaseline: /b\nfoo: 1\n").map((line) => line.slice(0, 4))).toEqual([
      "1:11",
      "2:11",
      "3:11",
      "4:1 ",
    ]);
  });

  test("rules are nothing to who asks none", () => {
    const source = { path: "authgraph.yaml", text: "rules:\n  house-rule: off\n" };
    expect(readConfiguration(source, { rules: undefined }).outcome).toBe("read");
  });
});
