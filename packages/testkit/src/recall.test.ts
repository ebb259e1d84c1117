import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scan } from "@authgraph/engine";
import { type Risk, severityOf } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { generatePeers } from "../scripts/generate-peers.ts";
import { checkovExamples } from "./checkov-examples.ts";
import { filesBelow, textSources } from "./folder-sources.ts";
import { kubeHoundExamples } from "./kubehound-examples.ts";
import { kubescapeExamples } from "./kubescape-examples.ts";
import type { Completion, PeerExample, PeerExamples } from "./peer-examples.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

// What other tools report about access is reported here too, under the rule that means it, unless they are wrong; what
// they pass is silent. Expectations come from reading their files and Kubernetes' own rules (docs/peers.md).

const peers: readonly PeerExamples[] = [kubeHoundExamples, checkovExamples, kubescapeExamples];

describe.each(peers.map((one) => [one.peer, one] as const))(
  `examples of %s (${sharedMaterialMissing})`,
  (_peer, { folder, examples, otherDomains }) => {
    const root = sharedPath("corpus", "manifests", folder);
    const named = examples.map((one) => [one.files.join(" with "), one] as const);

    test.skipIf(root === undefined).each(named)("%s", async (_files, example) => {
      const risks = await risksOf(textsOf(root ?? "", example), example.completion);
      const missing = example.told.filter((expected) => !risks.some((risk) => tells(risk, expected)));
      expect(missing, `told: ${summary(risks)}`).toEqual([]);
      const shown = risks.filter(({ score }) => severityOf(score) !== "info");
      const unwanted = shown.filter((risk) => example.untold.some((one) => tells(risk, one)));
      expect(unwanted, summary(unwanted)).toEqual([]);
      if (example.peer === "passes" && example.told.length === 0) {
        const loud = risks.filter(({ score }) => score >= 4);
        expect(loud, summary(loud)).toEqual([]);
      }
    });

    const unbound = named.filter(([, { dormant }]) => dormant.length > 0);
    test.skipIf(root === undefined).each(unbound)("%s, bound by nobody", async (_files, example) => {
      const risks = await risksOf(textsOf(root ?? "", example), undefined);
      const told = risks.filter(({ ruleId }) => example.dormant.includes(ruleId));
      expect(told, `none of ${example.dormant.join(", ")}; told: ${summary(risks)}`).not.toEqual([]);
      const loud = told.filter(({ score }) => score >= 4);
      expect(loud, summary(loud)).toEqual([]);
    });

    test.skipIf(root === undefined)("every file about access is here", () => {
      const known = new Set(examples.flatMap(({ files }) => files));
      for (const file of known) expect(existsSync(join(root ?? "", file)), file).toBe(true);
      expect(filesBelow(root ?? "").filter((file) => !known.has(file))).toHaveLength(otherDomains);
    });
  },
);

test("a binding that the API server refuses is told as that", async () => {
  const file = "graph/checks/resources/ReadAllSecrets/Failing/ClusterRoleBinding.yaml";
  const root = sharedPath("corpus", "manifests", checkovExamples.folder);
  if (root === undefined) return;
  const { diagnostics } = await scanned({ [file]: readFileSync(join(root, file), "utf8") });
  expect(diagnostics.map(({ level }) => level)).toEqual(["error"]);
});

test("docs/peers.md says what is expected here", async () => {
  for (const { path, content } of generatePeers()) {
    expect(readFileSync(checkoutPath(path), "utf8"), `${path} is out of date: run \`pnpm generate\``).toBe(content);
  }
});

function textsOf(root: string, { files }: PeerExample): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
}

async function risksOf(
  texts: Readonly<Record<string, string>>,
  completion: Completion | undefined,
): Promise<readonly Risk[]> {
  // Beside the example: what stands in one folder belongs together.
  const [first = ""] = Object.keys(texts);
  const beside = first.replace(/[^/]+$/, "completion.json");
  const all = completion === undefined ? texts : { ...texts, [beside]: JSON.stringify(completion) };
  const { findings } = await scanned(all);
  return findings.flatMap((finding) => [finding, ...finding.folded]);
}

async function scanned(texts: Readonly<Record<string, string>>) {
  const result = await scan({
    sources: textSources(texts),
    rules: ruleset.filter(({ metadata }) => !metadata.extended),
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    // Where kubectl puts what names no namespace: the examples are applied like that.
    appliedNamespace: "default",
    complete: false,
    at: "2026-11-24T00:00:00Z",
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

function summary(risks: readonly Risk[]): string {
  return risks.map(({ ruleId, identity, title }) => `${ruleId} (${identity.subject}): ${title}`).join("; ");
}

/** `RULE`, `RULE SUBJECT` or `RULE|RULE SUBJECT`. */
function tells({ ruleId, identity }: Risk, text: string): boolean {
  const [, rules = "", subject] = /^(\S+)(?: (.+))?$/.exec(text) ?? [];
  return rules.split("|").includes(ruleId) && (subject === undefined || identity.subject === subject);
}
