import { describe, expect, test } from "vitest";
import { type NodeGate, nodeGateIsOn } from "./node-gates.ts";
import { loadFeatureGates } from "./version-data.ts";
import { type KnownMinor, knownMinors } from "./versions.ts";

const gates: readonly NodeGate[] = [
  "AuthorizeWithSelectors",
  "AuthorizeNodeWithSelectors",
  "KubeletServiceAccountTokenForCredentialProviders",
  "PodCertificateRequest",
  "ClusterTrustBundle",
  "CSIVolumeHealth",
];

describe.each(gates)("%s", (gate) => {
  test.each(knownMinors)("has the default of %s", async (minor) => {
    const known = (await loadFeatureGates(minor)).get(gate);
    // A gate that is not known any more is on for good, one that is not known yet is off.
    const removed = known === undefined && minor === "1.37";
    expect(nodeGateIsOn(gate, minor, new Map())).toBe(known?.enabled ?? removed);
  });
});

describe("a gate that is set", () => {
  test.each<readonly [NodeGate, KnownMinor, Readonly<Record<string, boolean>>, boolean]>([
    ["AuthorizeNodeWithSelectors", "1.31", { AuthorizeNodeWithSelectors: true }, true],
    ["AuthorizeNodeWithSelectors", "1.31", { AllAlpha: true }, true],
    ["AuthorizeNodeWithSelectors", "1.31", { AllAlpha: true, AuthorizeNodeWithSelectors: false }, false],
    ["AuthorizeNodeWithSelectors", "1.33", { AuthorizeNodeWithSelectors: false }, false],
    ["AuthorizeNodeWithSelectors", "1.33", { AllBeta: false }, false],
    ["AuthorizeNodeWithSelectors", "1.34", { AuthorizeNodeWithSelectors: false }, true],
    ["AuthorizeNodeWithSelectors", "1.30", { AuthorizeNodeWithSelectors: true }, false],
    ["PodCertificateRequest", "1.36", { AllBeta: true }, true],
    ["PodCertificateRequest", "1.36", { AllAlpha: true }, false],
  ])("%s in %s with %o", (gate, minor, settings, expected) => {
    expect(nodeGateIsOn(gate, minor, new Map(Object.entries(settings)))).toBe(expected);
  });
});
