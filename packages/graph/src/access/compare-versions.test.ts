import { type KnownMinor, loadDefaultPolicy, loadKubeadmPolicy } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { aggregating, binding, clusterRole, graphOf, labelled, rule, select } from "../written-cluster.ts";
import { accessWords } from "./access-words.ts";
import { compareAccess } from "./compare-access.ts";

// An upgrade changes dozens of shipped roles: 1.37 gives `view` and `edit` what 1.30 does not know.

async function clusterOf(minor: KnownMinor, ...objects: Parameters<typeof graphOf>[0][string]) {
  const [kubernetes, kubeadm] = await Promise.all([loadDefaultPolicy(minor), loadKubeadmPolicy(minor)]);
  return graphOf({ "a.yaml": objects }, { minor, shipped: { kubernetes, kubeadm } });
}

const editors = binding("web/editors", "ClusterRole edit", "Group devs");
const operators = binding("operators", "ClusterRole admin", "User jo");
const narrowView = clusterRole("view", rule("get", "pods"));
const viewers = binding("web/viewers", "ClusterRole view", "Group guests");

describe.each<[KnownMinor, KnownMinor]>([
  ["1.30", "1.37"],
  ["1.37", "1.30"],
])("from %s to %s", (from, to) => {
  test("nobody gains or loses what the version brought or took", async () => {
    const before = await clusterOf(from, editors, operators, viewers);
    expect(compareAccess(before, await clusterOf(to, editors, operators, viewers)).subjects).toEqual([]);
  });

  test("a new binding gives all of its role, in its version", async () => {
    const { subjects } = compareAccess(await clusterOf(from), await clusterOf(to, editors));
    expect(subjects.map(({ subject }) => subject)).toEqual(["Group devs"]);
    const again = compareAccess(await clusterOf(to), await clusterOf(to, editors));
    expect(subjects).toEqual(again.subjects);
  });

  test("a role that is no longer narrowed is told, without what the other version did not ship", async () => {
    const { subjects } = compareAccess(await clusterOf(from, narrowView, viewers), await clusterOf(to, viewers));
    expect(subjects.map(({ subject, lost }) => [subject, lost])).toEqual([["Group guests", []]]);
    const [gain] = subjects[0]?.gained ?? [];
    expect(gain?.through).toBe("ClusterRole view no longer redefined: as Kubernetes ships it");
    const resources = new Set(gain?.access.flatMap(({ resources }) => resources));
    expect([resources.has("services"), resources.has("resourceclaims")]).toEqual([true, false]);
  });

  test("what an own role is aggregated into widens for everybody who is bound to it", async () => {
    const own = labelled(clusterRole("own", rule("get", "widgets", { groups: "example.com" })), {
      "rbac.authorization.k8s.io/aggregate-to-edit": "true",
    });
    const { subjects } = compareAccess(await clusterOf(from, editors), await clusterOf(to, editors, own));
    expect(
      subjects.map(({ subject, gained }) => [subject, gained.map(({ access }) => access.map(accessWords))]),
    ).toEqual([["Group devs", [["get widgets.example.com in namespace web"]]]]);
  });
});

test("a shipped role that is written out as it is shipped changes nothing", async () => {
  const toView = { "rbac.authorization.k8s.io/aggregate-to-view": "true" };
  const asShipped = aggregating(clusterRole("view"), select(toView));
  const { subjects } = compareAccess(await clusterOf("1.37", viewers), await clusterOf("1.37", asShipped, viewers));
  expect(subjects).toEqual([]);
});
