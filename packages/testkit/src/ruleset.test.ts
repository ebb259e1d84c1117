import { readFileSync } from "node:fs";
import type { Finding, Risk } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { generateRules } from "../scripts/generate-rules.ts";
import { filesBelow } from "./folder-sources.ts";
import { findingsOf, readRuleCases } from "./rule-cases.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

test("the index and the pages are generated from the folders as they are", async () => {
  for (const { path, content } of await generateRules()) {
    expect(readFileSync(checkoutPath(path), "utf8"), `${path} is out of date: run \`pnpm generate\``).toBe(content);
  }
});

test("ids are unique and in order", () => {
  const ids = ruleset.map(({ metadata }) => metadata.id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

const catalogue = sharedPath("reference", "peer-checks.md");
test.skipIf(catalogue === undefined)("every id is one of the catalogue", ({ skip }) => {
  if (catalogue === undefined) return skip(sharedMaterialMissing);
  const text = readFileSync(catalogue, "utf8");
  // A table, and the extended pack in one paragraph.
  const ids = [
    ...[...text.matchAll(/^\| ([a-z][a-z0-9-]+(?:, [a-z][a-z0-9-]+)*) \|/gm)].flatMap(([, ids = ""]) =>
      [...ids.matchAll(/[^, ]+/g)].map(([id]) => [id, id]),
    ),
    ...(text.split("### 4.1")[1] ?? "").matchAll(/([a-z]+(?:-[a-z]+)+) (?=low|info|medium|high)/g),
  ];
  // Conditions of suppressions came later than the catalogue; it says that ABAC lines are told, and gives them no id.
  const known = new Set([...ids.map(([, id]) => id), "suppression-void", "authz-abac-broad"]);
  expect(ruleset.map(({ metadata }) => metadata.id).filter((id) => !known.has(id))).toEqual([]);
});

describe.each(ruleset.map((rule) => [rule.metadata.id, rule] as const))("what %s says", (id, rule) => {
  test("is worded as every output can show it", async () => {
    for (const { texts, options } of readRuleCases(checkoutPath("rules", id))) {
      for (const finding of await findingsOf(rule, texts, options)) {
        for (const risk of [finding, ...finding.folded]) expectWords(risk, id);
      }
    }
  });
});

function expectWords(risk: Risk, id: string): void {
  expect(risk.ruleId).toBe(id);
  expect(risk.title.length, risk.title).toBeLessThanOrEqual(140);
  expect(risk.title).not.toMatch(/\.$|\b(?:may|should|potentially)\b/);
  for (const { label } of [risk.place, ...risk.hops]) {
    expect(label.length, label).toBeLessThanOrEqual(60);
    expect(label).not.toMatch(/\.$/);
  }
  expect(risk.hops).toContainEqual(risk.place);
  expect(risk.remedies.length).toBeGreaterThan(0);
  // What stands in no object has nothing but its file to be known by.
  const { subject, object } = risk.identity;
  if (!/^(?:source|suppression)-/.test(id)) expect(`${subject}\n${object}`).not.toMatch(/\.yaml|:\d+$/);
}

describe("the demo cluster", () => {
  const folder = checkoutPath("fixtures", "clusters", "demo");
  const all = Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]));
  const options = { kubernetesVersion: undefined, complete: false, at: "2026-11-23T00:00:00Z" };

  async function find(id: string, leftOut: RegExp): Promise<Finding | undefined> {
    const rule = ruleset.find(({ metadata }) => metadata.id === id);
    const texts = Object.fromEntries(Object.entries(all).filter(([path]) => !leftOut.test(path)));
    return rule === undefined ? undefined : (await findingsOf(rule, texts, options))[0];
  }

  test("requests without credentials read the token of a cluster-admin", async () => {
    const finding = await find("rbac-grant-anonymous", /^$/);
    expect(finding?.title).toBe(
      "requests without credentials can read every Secret in the cluster, which makes them cluster-admin",
    );
    expect([finding?.severity, finding?.score, finding?.confidence]).toEqual(["critical", 10, "certain"]);
    expect(finding?.hops.map(({ step, label }) => `${step ?? "-"} ${label}`)).toEqual([
      "1 such requests are accepted, on all paths",
      "2 all of them are in this group",
      "3 grants this role in all namespaces",
      "4 every Secret, no resourceNames",
      "- either verb returns the contents",
    ]);
    expect(finding?.notes.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "then: one of them, ops/backup-token, is a cluster-admin's token (legacy/secret.yaml:5, see sa-legacy-token-secret)",
      "check: kubectl get secrets -A -o name --as=system:anonymous",
      "note: --anonymous-auth=false would stop this too, but also probes of /livez and /readyz that send no credentials",
    ]);
    expect(finding?.remedies.map(({ text, edits }) => [text, edits.length])).toEqual([
      ["take the group out of the binding", 1],
      ["if the other subjects need configmaps only, take secrets out of the role config-reader", 1],
    ]);
  });

  test("alone they read every Secret", async () => {
    const finding = await find("rbac-grant-anonymous", /^legacy\//);
    expect(finding?.title).toBe("requests without credentials can read every Secret in the cluster");
    expect(finding?.score).toBe(9.8);
    expect(finding?.notes.some(({ kind }) => kind === "then")).toBe(false);
  });

  test("the token of the backup account", async () => {
    const finding = await find("sa-legacy-token-secret", /^$/);
    expect(finding?.title).toBe(
      "Secret ops/backup-token holds a never-expiring token of ServiceAccount ops/backup, which is cluster-admin",
    );
    expect([finding?.severity, finding?.score, finding?.confidence]).toEqual(["critical", 9.3, "certain"]);
    expect(finding?.notes[0]).toEqual({
      kind: "who",
      text: "readers of Secrets in ops: requests without credentials, ServiceAccount web/status-page (rbac/status-page.yaml)",
    });
  });

  test("alone nobody is known to read it", async () => {
    const finding = await find("sa-legacy-token-secret", /^rbac\//);
    expect(finding?.score).toBe(9.3);
    expect(finding?.notes.some(({ kind }) => kind === "who")).toBe(false);
  });
});
