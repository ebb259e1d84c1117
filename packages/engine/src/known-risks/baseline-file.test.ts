import type { Access } from "@authgraph/graph";
import { fingerprintOf } from "@authgraph/rules";
import { positionAt } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { KnownRisk } from "./known-risk.ts";
import { readBaseline } from "./read-baseline.ts";
import { baselineText } from "./write-baseline.ts";

function risk(subject: string, verbs: readonly string[], more: Partial<KnownRisk> = {}): KnownRisk {
  const identity = { subject, object: "rbac.authorization.k8s.io/ClusterRoleBinding//ci" };
  const access: Access = {
    scope: { kind: "cluster" },
    verbs,
    apiGroups: [""],
    resources: ["secrets"],
    resourceNames: [],
    nonResourceURLs: [],
  };
  return {
    fingerprint: fingerprintOf("rbac-secrets-read", "default", identity),
    ruleId: "rbac-secrets-read",
    cluster: "default",
    severity: "high",
    confidence: "certain",
    title: `${subject} can read every Secret in the cluster`,
    identity,
    access: [access],
    shipped: [{ key: "rbac.authorization.k8s.io/ClusterRole//edit", scope: { kind: "namespace", namespace: "web" } }],
    ...more,
  };
}

const ci = risk("ServiceAccount web/ci", ["get", "list"]);
const cd = risk("ServiceAccount web/cd", ["get"], { confidence: "possible", severity: "low" });
const written = (...risks: readonly KnownRisk[]): string => [...baselineText(risks, "0.1.0")].join("");

test("a finding to a block, a member to a line, in an order of its own", () => {
  expect(written(ci, cd)).toBe(`{
  "version": 1,
  "tool": "0.1.0",
  "entries": [
    {
      "fingerprint": "${cd.fingerprint}",
      "rule": "rbac-secrets-read",
      "cluster": "default",
      "severity": "low",
      "confidence": "possible",
      "title": "ServiceAccount web/cd can read every Secret in the cluster",
      "subject": "ServiceAccount web/cd",
      "object": "rbac.authorization.k8s.io/ClusterRoleBinding//ci",
      "access": [
        "all of ClusterRole edit in namespace web",
        "get secrets in every namespace"
      ]
    },
    {
      "fingerprint": "${ci.fingerprint}",
      "rule": "rbac-secrets-read",
      "cluster": "default",
      "severity": "high",
      "title": "ServiceAccount web/ci can read every Secret in the cluster",
      "subject": "ServiceAccount web/ci",
      "object": "rbac.authorization.k8s.io/ClusterRoleBinding//ci",
      "access": [
        "all of ClusterRole edit in namespace web",
        "get, list secrets in every namespace"
      ]
    }
  ]
}
`);
});

test.each([
  ["nothing", []],
  ["two", [ci, cd]],
])("what was written is read again: %s", (_what, risks) => {
  const read = readBaseline({ path: "b.json", text: written(...risks) });
  expect(read.outcome === "read" ? [...read.baseline.known.values()] : read.problems).toEqual(
    [...risks].sort((a, b) => (a.identity.subject < b.identity.subject ? -1 : 1)),
  );
});

describe("another version", () => {
  test("of the tool is nothing", () => {
    const read = readBaseline({ path: "b.json", text: written(ci).replace("0.1.0", "9.9.9") });
    expect(read).toMatchObject({ outcome: "read", baseline: { toolVersion: "9.9.9" } });
  });
});

test.each([
  [
    "a newer format",
    (text: string) => text.replace('"version": 1', '"version": 2'),
    "1:1: version 2 is newer than this tool reads (1): update authgraph",
  ],
  ["no version", (text: string) => text.replace('  "version": 1,\n', ""), "1:1: a baseline must have the key version"],
  ["an empty file", () => "", "1:1: it is no JSON object"],
  ["YAML", () => "version: 1\nentries: []\n", "1:1: it is no JSON object"],
  ["half a file", (text: string) => text.slice(0, 40), "4:4: unexpected EOF"],
  [
    "a comma too many",
    (text: string) => text.replace('every namespace"\n', 'every namespace",\n'),
    "16:7: invalid character ']' looking for beginning of value",
  ],
  [
    "the marks of a merge",
    (text: string) => text.replace("    {", "<<<<<<< HEAD\n    {"),
    "5:1: a merge conflict is not resolved here",
  ],
  [
    "a level that is none",
    (text: string) => text.replace('"high"', '"hihg"'),
    "9:19: severity must be one of critical, high, medium, low, info; did you mean high?",
  ],
  [
    "a list that is none",
    (text: string) => text.replace(/\[\n {8}(.*),\n.*\n {6}\]/, "$1"),
    "13:17: access must be a list",
  ],
  [
    "other words",
    (text: string) => text.replace("get, list secrets", "read secrets of everybody"),
    "15:9: access must be written as: get, list secrets in every namespace",
  ],
  [
    "a key that is none",
    (text: string) => text.replace('"rule"', '"rules"'),
    '7:7: an entry of a baseline has no key "rules"; did you mean rule?',
  ],
  [
    "words about something else than the fingerprint",
    (text: string) => text.replace('"subject": "ServiceAccount web/ci"', '"subject": "ServiceAccount web/harmless"'),
    "6:22: fingerprint is not that of this rule, cluster, subject and object; authgraph baseline writes it",
  ],
])("is refused: %s", (_what, change, expected) => {
  const read = readBaseline({ path: "b.json", text: change(written(ci)) });
  const told = (read.outcome === "wrong" ? read.problems : []).map(({ origin, message, id }) => {
    expect(id).toBe("baseline-invalid");
    if (origin.kind !== "text") return message;
    const { line, column } = positionAt(origin.source, origin.start);
    return `${line}:${column}: ${message}`;
  });
  expect(told[0]).toBe(expected);
});

test("a merge that keeps an entry of both sides accepts what either did", () => {
  const one = risk("ServiceAccount web/ci", ["get"], { severity: "medium" });
  const other = risk("ServiceAccount web/ci", ["list"]);
  const read = readBaseline({ path: "b.json", text: written(one, other) });
  expect(read.outcome === "read" && [...read.baseline.known.values()]).toMatchObject([
    { severity: "high", access: [{ verbs: ["get"] }, { verbs: ["list"] }] },
  ]);
});
