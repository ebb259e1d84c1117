import { readFileSync } from "node:fs";
import { chosenRules, readConfiguration, scan } from "@authgraph/engine";
import { ruleset } from "@authgraph/ruleset";
import { positionAt } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { folderSources } from "./folder-sources.ts";
import { checkoutPath } from "./shared-material.ts";

const fleet = checkoutPath("fixtures/clusters/fleet");
const text = readFileSync(checkoutPath("fixtures/clusters/fleet/authgraph.yaml"), "utf8");

/** Findings of a scan of the fleet: cluster, rule, place. */
async function findings(configured: boolean): Promise<readonly string[]> {
  const read = readConfiguration({ path: "authgraph.yaml", text }, { rules: [] });
  if (read.outcome === "wrong") throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const result = await scan({
    sources: folderSources(fleet),
    rules: chosenRules(ruleset, { extended: false, configuration: undefined }),
    toolVersion: "",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-01-01T00:00:00Z",
    configuration: configured ? read.configuration : undefined,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run.findings.flatMap(({ cluster, ruleId, severity, place: { origin } }) => {
    if (severity === "info" || origin.kind !== "text") return [];
    return [`${cluster} ${severity} ${ruleId} ${origin.source.path}:${positionAt(origin.source, origin.start).line}`];
  });
}

describe("a repository of three clusters", () => {
  test("each is judged by itself: the open server of the lab makes no grant of the others dormant", async () => {
    const machine = "clusters/lab/machine/etc/kubernetes/manifests/kube-apiserver.yaml";
    expect(await findings(true)).toEqual([
      `lab critical apiserver-authorization-always-allow ${machine}:12`,
      `lab high apiserver-token-auth-file ${machine}:13`,
      "stage medium rbac-secrets-read base/deployer.yaml:11",
    ]);
  });

  test("without its configuration it would be one, in which they hide each other", async () => {
    const found = await findings(false);
    expect(found.some((line) => line.includes("medium rbac-secrets-read"))).toBe(false);
    expect(found.some((line) => line.includes("tests/everything.yaml"))).toBe(true);
  });
});
