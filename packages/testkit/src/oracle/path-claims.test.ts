import { ruleset } from "@authgraph/ruleset";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findingsOf } from "../rule-cases.ts";
import { type ClaimCluster, isClusterAdmin, startClaimCluster } from "./claim-cluster.ts";
import { assetsFolder, assetsMissing, canMakeAuthority } from "./control-plane.ts";
import { pathClaims } from "./path-claims.ts";

// What each rule about paths says of some manifests is made true on a real server: the identity takes the step and has
// the power afterwards. Where that takes a kubelet, what the server itself decides is shown.

test("every rule about paths has a claim", () => {
  const rules = ruleset.map(({ metadata }) => metadata.id).filter((id) => id.startsWith("path-"));
  expect([...new Set(pathClaims.map(({ rule }) => rule))].sort()).toEqual(rules);
});

describe.each(pathClaims)("$rule: $name", ({ rule: id, title, manifests }) => {
  test("is claimed", async () => {
    const rule = ruleset.find(({ metadata }) => metadata.id === id);
    if (rule === undefined) throw new Error(`there is no rule ${id}`);
    const options = { kubernetesVersion: undefined, complete: false, at: "2026-11-23T00:00:00Z" };
    const findings = await findingsOf(rule, { "claim.yaml": manifests }, options);
    expect(findings.flatMap((finding) => [finding, ...finding.folded]).map((risk) => risk.title)).toContainEqual(
      expect.stringContaining(title),
    );
  });
});

const missing = canMakeAuthority ? assetsMissing : "no openssl to make a certificate authority with";
const isReal = assetsFolder !== undefined && canMakeAuthority;

describe.skipIf(!isReal)("on a real kube-apiserver", () => {
  let cluster: ClaimCluster;
  beforeAll(async () => {
    cluster = await startClaimCluster(assetsFolder ?? "");
  }, 180_000);
  afterAll(() => cluster?.stop());

  test.each(pathClaims)("$rule: $name", { timeout: 120_000 }, async ({ manifests, perform, notPerformed }) => {
    await cluster.apply(manifests);
    await perform(cluster);
    if (notPerformed !== undefined) console.log(`not performed: ${notPerformed}`);
  });

  test("and an account without grants is no cluster-admin", async () => {
    expect(await isClusterAdmin(await cluster.as("shop", "nobody"))).toBe(false);
  });
});

test.runIf(!isReal)(`on a real kube-apiserver: ${missing}`, (context) => context.skip());
