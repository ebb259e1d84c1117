import { anonymousIdentity, type Identity, loadDefaultPolicy, platformFacts, platforms } from "@authgraph/kubernetes";
import { describe, expect, it } from "vitest";
import { buildAccessGraph } from "../access-graph.ts";
import { authorize } from "../authorize/authorize.ts";
import { buildInventory } from "../inventory.ts";
import type { AccessGraph } from "../types.ts";

type Minor = "1.31" | "1.37";

async function clusterOn(platform: (typeof platforms)[number], minor: Minor = "1.37"): Promise<AccessGraph> {
  const kubernetes = await loadDefaultPolicy(minor);
  return buildAccessGraph(
    buildInventory({
      texts: [],
      shipped: { kubernetes, kubeadm: { roles: [], bindings: [] } },
      minor,
      namespaceOf: () => undefined,
      complete: false,
      platform: platformFacts(platform),
    }),
  );
}

const person: Identity = { user: "ada@example.com", groups: ["system:authenticated"] };
const account: Identity = { user: "system:serviceaccount:web:api", groups: ["system:serviceaccounts"] };
const deletePods = {
  kind: "resource",
  verb: "delete",
  apiGroup: "",
  resource: "pods",
  subresource: "",
  namespace: "web",
  name: "",
} as const;

describe("a no of RBAC, where IAM authorizes as well", () => {
  it.each([
    ["eks", person, "unknown"],
    ["gke", person, "unknown"],
    ["aks", person, "unknown"],
    // IAM knows nothing of Kubernetes' own names.
    ["eks", account, "denied"],
    ["gke", anonymousIdentity, "denied"],
    ["openshift", person, "denied"],
    ["k3s", person, "denied"],
  ] as const)("%s, %o: %s", async (platform, identity, outcome) => {
    expect(authorize(await clusterOn(platform), identity, deletePods).outcome).toBe(outcome);
  });
});

it.each([
  ["eks", "1.31", "all-paths"],
  ["eks", "1.37", "some-paths"],
  ["gke", "1.37", "unknown"],
  ["aks", "1.37", "unknown"],
  ["openshift", "1.37", "all-paths"],
  ["k3s", "1.37", "off"],
  ["rke2", "1.37", "off"],
  ["kind", "1.37", "all-paths"],
] as const)("requests without credentials on %s of %s: %s", async (platform, minor, access) => {
  const [server] = (await clusterOn(platform, minor)).apiServers;
  expect(server?.anonymous.value.access).toBe(access);
});

it("each platform says where its facts are written", () => {
  for (const platform of platforms) {
    const { sources } = platformFacts(platform);
    expect(sources.length, platform).toBeGreaterThan(0);
    for (const source of sources) expect(source, platform).toMatch(/^https:\/\//);
  }
});
