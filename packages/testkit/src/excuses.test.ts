import {
  baselineText,
  type Configuration,
  type Run,
  readBaseline,
  readConfiguration,
  type ScanInput,
  scan,
} from "@authgraph/engine";
import { accessWords } from "@authgraph/graph";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { type ProjectTexts, scanChange, scanInputOf, scanProject, toldRisks } from "./changed-project.ts";

// What of a change counts, where it brings along what is to keep findings silent.

const reader = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
`;
const bound = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ci}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects:
- {kind: ServiceAccount, name: ci, namespace: web}
`;
const ignored = bound.replace("\n- {", "\n# authgraph: ignore[rbac-secrets-read] -- it signs releases\n- {");
const risk = "rbac-secrets-read ServiceAccount web/ci";

const none: ProjectTexts = {};
const found: ProjectTexts = { "role.yaml": reader, "ci.yaml": bound };
const accepted: ProjectTexts = { "role.yaml": reader, "ci.yaml": ignored };

describe("there, not there or ignored, before and after: only what is new or not ignored any more is told", () => {
  test.each([
    ["absent, absent", none, none, []],
    ["absent, found: new", none, found, [`new ${risk}`]],
    ["absent, ignored", none, accepted, []],
    ["found, absent", found, none, []],
    ["found, found", found, found, []],
    ["found, ignored", found, accepted, []],
    ["ignored, absent", accepted, none, []],
    ["ignored, found: not ignored any more", accepted, found, [`new ${risk}`]],
    ["ignored, ignored", accepted, accepted, []],
  ])("%s", async (_what, before, after, told) => {
    expect(toldRisks(await scanChange(before, after))).toEqual(told);
  });

  test("what is found and ignored now is not gone", async () => {
    const { change } = await scanChange(found, accepted);
    expect(change?.risks).toMatchObject({ new: 0, worse: 0, old: 0, gone: [] });
  });

  test("what is not there any more is", async () => {
    const { change } = await scanChange(found, none);
    expect(change?.risks.gone.map(({ ruleId, identity }) => `${ruleId} ${identity.subject}`)).toEqual([risk]);
  });
});

function configuration(text: string): Configuration {
  const result = readConfiguration(
    { path: "authgraph.yaml", text },
    { rules: ruleset.map(({ metadata }) => metadata) },
  );
  if (result.outcome === "wrong") throw new Error(result.problems.map(({ message }) => message).join("; "));
  return result.configuration;
}

async function baselineOf(texts: ProjectTexts, more: Partial<ScanInput> = {}) {
  const result = await scan({ ...scanInputOf(texts), ...more });
  if (result.outcome === "refused") throw new Error(result.message);
  const text = [...baselineText(result.open().values(), "0.1.0")].join("");
  const read = readBaseline({ path: "authgraph-baseline.json", text });
  if (read.outcome === "wrong") throw new Error("the baseline cannot be read");
  return read.baseline;
}

const excusesOf = ({ change }: Run) =>
  (change?.excuses ?? []).map(({ kind, text, applied, origin }) => ({
    kind,
    text,
    applied,
    path: origin.kind === "text" ? origin.source.path : "",
  }));

describe.each([
  ["somebody's own, about to be committed", true],
  ["somebody else's", false],
])("a change that is %s", (_whose, trustChange) => {
  test("a comment", async () => {
    const run = await scanChange(none, accepted, { beforeMore: { trustChange } });
    expect(excusesOf(run)).toEqual([
      {
        kind: "suppression",
        text: "ignore[rbac-secrets-read] -- it signs releases",
        applied: trustChange,
        path: "ci.yaml",
      },
    ]);
    expect(toldRisks(run)).toEqual(trustChange ? [] : [`new ${risk}`]);
  });

  test.each([
    [
      "an entry of the configuration",
      `suppressions: [{rule: rbac-secrets-read, object: ClusterRoleBinding ci, reason: it signs}]\n`,
      { kind: "suppression", text: "rbac-secrets-read of ClusterRoleBinding ci -- it signs" },
    ],
    [
      "an expected grant",
      `expected: [{subject: ServiceAccount web/ci, access: ["get secrets in every namespace"], reason: it signs}]\n`,
      { kind: "expected grant", text: "ServiceAccount web/ci -- it signs" },
    ],
  ])("%s", async (_what, text, excuse) => {
    const run = await scanChange(none, found, { configuration: configuration(text), beforeMore: { trustChange } });
    expect(excusesOf(run)).toEqual([{ ...excuse, applied: trustChange, path: "authgraph.yaml" }]);
    expect(toldRisks(run)).toEqual(trustChange ? [] : [`new ${risk}`]);
  });

  test("a rule turned off, one lowered, an exclude, ignored templates", async () => {
    const text = `rules: {rbac-pods-exec: off, rbac-secrets-read: {severity: low}}
exclude: [{paths: [vendor/**, third/**], reason: not ours}]
templates: [{paths: [charts/**], ignore: true, reason: rendered by the release}, {paths: [ours/**], rendered: out, reason: x}]
`;
    const before = configuration("exclude: [{paths: [vendor/**], reason: not ours}]\n");
    const run = await scanChange(none, none, {
      configuration: configuration(text),
      beforeMore: { trustChange, configuration: before },
    });
    expect(excusesOf(run)).toEqual(
      [
        ["exclude", "third/** -- not ours"],
        ["ignored templates", "charts/** -- rendered by the release"],
        ["rule turned off", "rbac-pods-exec"],
        ["rule lowered", "rbac-secrets-read to low"],
      ].map(([kind, said]) => ({ kind, text: said, applied: trustChange, path: "authgraph.yaml" })),
    );
  });

  test("a number of a rule, borders between clusters, inputs that are said to be complete", async () => {
    const text = `rules: {rbac-subject-fan-out: {subjects: 99}, sa-token-projection-risky: {seconds: 86400}}
clusters: [{name: a, paths: [a, b]}, {name: b, paths: [c]}]
complete: true
`;
    const before = configuration("clusters: [{name: a, paths: [a]}, {name: b, paths: [c]}]\n");
    const run = await scanChange(none, none, {
      configuration: configuration(text),
      beforeMore: { trustChange, configuration: before },
    });
    expect(excusesOf(run)).toEqual(
      [
        ["declared complete", "all inputs"],
        ["cluster set apart", "a: a, b"],
        ["rule parameter", "rbac-subject-fan-out: subjects 99"],
      ].map(([kind, said]) => ({ kind, text: said, applied: trustChange, path: "authgraph.yaml" })),
    );
  });

  test("an entry of the baseline", async () => {
    const baseline = await baselineOf(found);
    const run = await scanChange(none, found, { baseline, beforeMore: { trustChange } });
    expect(excusesOf(run)).toEqual([
      {
        kind: "baseline entry",
        text: "ServiceAccount web/ci can read every Secret in the cluster",
        applied: trustChange,
        path: "authgraph-baseline.json",
      },
    ]);
    expect(toldRisks(run)).toEqual(trustChange ? [] : [`new ${risk}`]);
  });

  test("what was there before is no excuse of the change", async () => {
    const baseline = await baselineOf(found);
    const text = "rules: {rbac-pods-exec: off}\n";
    const run = await scanChange(accepted, accepted, {
      baseline,
      configuration: configuration(text),
      beforeMore: { trustChange, baseline, configuration: configuration(text) },
    });
    expect([excusesOf(run), toldRisks(run)]).toEqual([[], []]);
  });
});

describe("a baseline", () => {
  const wider: ProjectTexts = { ...found, "role.yaml": reader.replace("[get]", "[get, list]") };
  test.each([
    ["the same", found, [], { new: 0, worse: 0, old: 1 }],
    ["one verb more", wider, [`worse ${risk}`], { new: 0, worse: 1, old: 0 }],
    ["in another file and line", { "x/all.yaml": `# moved\n${bound}---\n${reader}` }, [], { new: 0, worse: 0, old: 1 }],
  ])("%s", async (_what, texts, told, counts) => {
    const run = await scanProject(texts, { baseline: await baselineOf(found) });
    expect([toldRisks(run), run.baseline]).toEqual([told, { ...counts, gone: [] }]);
  });

  const wildcard: ProjectTexts = {
    ...found,
    "role.yaml": reader.replace("[secrets]", "['*']").replace("[get]", "['*']"),
  };
  test.each([
    ["what is gone", found, {}, []],
    ["what is narrowed", wider, found, ["rbac-secrets-read: get secrets in every namespace"]],
    ["nothing of what is worse", found, wider, ["rbac-secrets-read: get secrets in every namespace"]],
    ["what is old under another rule's name", wildcard, found, ["rbac-secrets-read: get secrets in every namespace"]],
    ["nothing that is new", {}, found, []],
  ])("pruned: %s", async (_what, before, after, left) => {
    const baseline = await baselineOf(before);
    const result = await scan({ ...scanInputOf(after), baseline });
    const still = result.outcome === "done" ? (result.stillKnown?.() ?? []) : [];
    expect(still.map(({ ruleId, access }) => `${ruleId}: ${access.map((one) => accessWords(one)).join("; ")}`)).toEqual(
      left,
    );
  });

  const edits: ProjectTexts = {
    "ci.yaml": bound
      .replace("name: reader", "name: edit")
      .replace("ClusterRoleBinding\nmetadata: {name: ci}", "RoleBinding\nmetadata: {name: ci, namespace: web}"),
  };
  test("knows a shipped role by its name: what an upgrade adds to it is nobody's doing", async () => {
    const old = await baselineOf(edits, { kubernetesVersion: "1.33" });
    expect(old.source.text).toContain('"all of ClusterRole edit in namespace web"');
    const upgraded = await scanProject(edits, { baseline: old, kubernetesVersion: "1.35" });
    expect([toldRisks(upgraded), upgraded.baseline]).toMatchObject([[], { new: 0, worse: 0, gone: [] }]);
    const admin = { "ci.yaml": edits["ci.yaml"]?.replace("name: edit", "name: admin") ?? "" };
    expect(toldRisks(await scanProject(admin, { baseline: old }))).not.toEqual([]);
  });

  test("says by what a finding got worse", async () => {
    const { findings } = await scanProject(wider, { baseline: await baselineOf(found) });
    expect(findings[0]?.notes.at(-1)).toEqual({
      kind: "note",
      text: "worse than before: also list secrets in every namespace",
    });
  });
});

test("who only says where the border between clusters runs finds nothing new", async () => {
  const text = "clusters: [{name: production, paths: ['**']}]\n";
  const run = await scanChange(found, found, { configuration: configuration(text) });
  expect(toldRisks(run)).toEqual([]);
});

describe("in somebody else's change, what accepted something before accepts that and no more", () => {
  const group = (name: string): string => `- kind: Group\n  apiGroup: rbac.authorization.k8s.io\n  name: ${name}\n`;
  const groups = `${bound.slice(0, bound.indexOf("- {"))}`;
  const onRole = groups.replace("roleRef", "# authgraph: ignore[rbac-secrets-read] -- it signs releases\nroleRef");
  const inFile = `# authgraph: ignore-file[rbac-secrets-read] -- it signs releases\n${bound}`;
  const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ci
  namespace: web
  annotations: {authgraph.dev/ignore: "rbac-secrets-read -- it signs releases"}
`;
  const named = reader.replace("verbs: [get]", "verbs: [get], resourceNames: [key]");
  const other = "rbac-secrets-read Group ops";
  const entry = (what: string) =>
    configuration(`suppressions: [{rule: rbac-secrets-read, ${what}, reason: it signs}]\n`);

  test.each<[what: string, before: ProjectTexts, after: ProjectTexts, told: readonly string[]]>([
    [
      "a subject more below a comment about the role",
      { "role.yaml": reader, "ci.yaml": `${onRole}${group("dev")}` },
      { "role.yaml": reader, "ci.yaml": `${onRole}${group("dev")}${group("ops")}` },
      [`new ${other}`],
    ],
    [
      "a binding more of an account with an annotation",
      { "role.yaml": reader, "account.yaml": account },
      { "role.yaml": reader, "account.yaml": account, "ci.yaml": bound },
      [`new ${risk}`],
    ],
    [
      "a binding more in a file with a comment about all of it",
      { "role.yaml": reader, "ci.yaml": inFile },
      { "role.yaml": reader, "ci.yaml": `${inFile}---\n${groups.replace("name: ci", "name: b")}${group("ops")}` },
      [`new ${other}`],
    ],
    ["a role that is widened", { "role.yaml": named, "ci.yaml": ignored }, accepted, [`worse ${risk}`]],
    ["another reason", accepted, { ...accepted, "ci.yaml": ignored.replace("it signs", "she signs") }, []],
    ["another file", { "role.yaml": reader, "ci.yaml": inFile }, { "role.yaml": reader, "other.yaml": inFile }, []],
  ])("%s", async (_what, before, after, told) => {
    expect(toldRisks(await scanChange(before, after, { beforeMore: { trustChange: false } }))).toEqual(told);
    expect(toldRisks(await scanChange(before, after, { beforeMore: { trustChange: true } }))).toEqual([]);
  });

  test.each([
    ["what the configuration says in words holds for what is to come", entry("object: ClusterRoleBinding ci"), []],
    ["a name can be made up for a few digits", entry("fingerprint: f2c159"), [`new ${risk}`]],
  ])("%s", async (_what, one, told) => {
    const more = { configuration: one, beforeMore: { trustChange: false, configuration: one } };
    expect(toldRisks(await scanChange({ "role.yaml": reader }, found, more))).toEqual(told);
    const own = { configuration: one, beforeMore: { trustChange: true, configuration: one } };
    expect(toldRisks(await scanChange({ "role.yaml": reader }, found, own))).toEqual([]);
  });
});
