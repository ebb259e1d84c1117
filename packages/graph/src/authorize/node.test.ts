import {
  type Attributes,
  type Identity,
  type KnownMinor,
  loadDefaultPolicy,
  newestMinor,
  parseFieldSelector,
} from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import type { AccessGraph, ShippedPolicy } from "../types.ts";
import { apiServer, graphOf, meta, nodeObject, nothingShipped, pod, unplaced, volume } from "../written-cluster.ts";
import { authorize } from "./authorize.ts";

const node: Identity = { user: "system:node:n1", groups: ["system:nodes", "system:authenticated"] };

/** `get secrets x in web`, `list pods in web where spec.nodeName=n1`, `create events.k8s.io:events`. */
function ask(text: string): Attributes {
  const [, verb = "", what = "", name = "", namespace = "", selector = ""] =
    /^(\S+) (\S+?)(?: (?!in |where )(\S+))?(?: in (\S+))?(?: where (\S+))?$/.exec(text) ?? [];
  const [path = "", apiGroup = ""] = what.split(":").reverse();
  const [resource = "", subresource = ""] = path.split("/");
  const fieldSelector = parseFieldSelector(selector);
  return { kind: "resource", verb, apiGroup, resource, subresource, namespace, name, fieldSelector };
}

const policies = new Map<KnownMinor, ShippedPolicy>();
for (const minor of ["1.30", "1.31", "1.32", "1.33", "1.34", "1.36", "1.37"] as const) {
  policies.set(minor, { ...nothingShipped, kubernetes: await loadDefaultPolicy(minor) });
}

/** n1 runs web/p, which uses one of everything; n2 runs web/q. */
const objects = [
  pod("web/p", "n1", { account: "bot", secrets: "s", configMaps: "c", claims: "data", resourceClaims: "gpu" }),
  pod("web/q", "n2", { account: "other", secrets: "t,both", configMaps: "d", claims: "logs" }),
  pod("web/r", "n1", { account: "third", secrets: "both" }),
  volume("v1", "web/data", "storage/key"),
  volume("v2", "web/logs", "storage/other-key"),
  nodeObject("VolumeAttachment", "a1", "n1"),
  nodeObject("VolumeAttachment", "a2", "n2"),
  nodeObject("ResourceSlice", "slice1", "n1"),
  nodeObject("ResourceSlice", "slice2", "n2"),
  nodeObject("PodCertificateRequest", "web/r1", "n1"),
  nodeObject("PodCertificateRequest", "web/r2", "n2"),
];

function cluster(minor: KnownMinor = newestMinor, flags = ""): AccessGraph {
  const server = apiServer(`--authorization-mode=Node ${flags}`);
  const shipped = policies.get(minor) ?? nothingShipped;
  return graphOf({ "a.yaml": objects, "server.yaml": [server] }, { shipped, minor, complete: true });
}

const graph = cluster();
const outcome = (of: AccessGraph, question: string, identity = node): string =>
  authorize(of, identity, ask(question)).outcome;

// Every row of the Node authorizer's table; plugin/pkg/auth/authorizer/node/node_authorizer.go.
describe("a kubelet of 1.37", () => {
  const no = "no relationship found between node 'n1' and this object";
  test.each<readonly [question: string, expected: string]>([
    ["get secrets s in web", "allowed"],
    ["list secrets s in web", "allowed"],
    ["watch configmaps c in web", "allowed"],
    ["get secrets both in web", "allowed"],
    ["get secrets t in web", no],
    ["get secrets s in other", no],
    ["get secrets in web", "No Object name found"],
    ["get secrets s", "can only read namespaced object of this type"],
    ["delete secrets s in web", "can only read resources of this type"],
    ["get secrets/x s in web", "cannot read subresource"],
    // Through the volume bound to the claim that the Pod uses.
    ["get secrets key in storage", "allowed"],
    ["get secrets other-key in storage", no],
    ["get persistentvolumes v1", "allowed"],
    ["get persistentvolumes v2", no],
    ["get persistentvolumes v1 in web", no],
    ["list persistentvolumes", "can only get individual resources of this type"],
    ["get persistentvolumeclaims data in web", "allowed"],
    ["get persistentvolumeclaims logs in web", no],
    ["get persistentvolumeclaims/x data in web", "cannot get subresource"],
    ["update persistentvolumeclaims/status data in web", "allowed"],
    ["patch persistentvolumeclaims/status data in web", "allowed"],
    ["update persistentvolumeclaims/status logs in web", no],
    ["get persistentvolumeclaims/status data in web", "can only get/update/patch this type"],
    ["get resource.k8s.io:resourceclaims gpu in web", "allowed"],
    ["get resource.k8s.io:resourceclaims tpu in web", no],
    ["get storage.k8s.io:volumeattachments a1", "allowed"],
    ["get storage.k8s.io:volumeattachments a2", no],
    ["create serviceaccounts/token bot in web", "allowed"],
    ["create serviceaccounts/token other in web", no],
    ["create serviceaccounts/token in web", "can only create tokens for individual service accounts"],
    ["create serviceaccounts bot in web", "can only create token subresource of serviceaccount"],
    ["get serviceaccounts bot in web", "allowed"],
    ["get serviceaccounts other in web", no],
    ["list serviceaccounts in web", "can only create tokens for individual service accounts"],
    ["create nodes", "allowed"],
    ["update nodes n2", "allowed"],
    ["patch nodes/status n2", "allowed"],
    ["get nodes/status n1", ""],
    ["delete nodes n1", ""],
    ["get nodes n1", "allowed"],
    ["watch nodes n1", "allowed"],
    ["get nodes n2", "node 'n1' cannot read 'n2', only its own Node object"],
    ["list nodes", "node 'n1' cannot read all nodes, only its own Node object"],
    ["get nodes/proxy n1", ""],
    ["create pods in web", "allowed"],
    ["delete pods q in web", "allowed"],
    ["update pods/status q in web", "allowed"],
    ["create pods/eviction q in web", "allowed"],
    ["get pods/log p in web", ""],
    ["update pods p in web", ""],
    ["get pods p in web", "allowed"],
    ["get pods q in web", no],
    ["get pods p", no],
    ["list pods", "can only list/watch pods with spec.nodeName field selector"],
    ["list pods where spec.nodeName=n1", "allowed"],
    ["watch pods in web where spec.nodeName=n1,status.phase=Running", "allowed"],
    ["list pods where spec.nodeName=n2", "can only list/watch pods with spec.nodeName field selector"],
    ["list pods where spec.nodeName!=n1", "can only list/watch pods with spec.nodeName field selector"],
    ["list pods p in web", "allowed"],
    ["list pods q in web", no],
    ["create coordination.k8s.io:leases in kube-node-lease", "allowed"],
    ["update coordination.k8s.io:leases n1 in kube-node-lease", "allowed"],
    [
      "get coordination.k8s.io:leases n2 in kube-node-lease",
      "can only access node lease with the same name as the requesting node",
    ],
    ["get coordination.k8s.io:leases n1 in web", 'can only access leases in the "kube-node-lease" system namespace'],
    [
      "list coordination.k8s.io:leases in kube-node-lease",
      "can only get, create, update, patch, or delete a node lease",
    ],
    ["create storage.k8s.io:csinodes", "allowed"],
    ["delete storage.k8s.io:csinodes n1", "allowed"],
    ["get storage.k8s.io:csinodes n2", "can only access CSINode with the same name as the requesting node"],
    ["list storage.k8s.io:csinodes", "can only get, create, update, patch, or delete a CSINode"],
    ["update storage.k8s.io:csinodes/status n1", "CSINode status access requires CSIVolumeHealth feature"],
    ["update storage.k8s.io:csinodes/other n1", "cannot authorize CSINode subresources"],
    ["list storage.k8s.io:csinodes/other", "cannot authorize CSINode subresources"],
    ["create resource.k8s.io:resourceslices", "allowed"],
    ["get resource.k8s.io:resourceslices slice1", "allowed"],
    ["delete resource.k8s.io:resourceslices slice2", no],
    ["list resource.k8s.io:resourceslices where spec.nodeName=n1", "allowed"],
    ["deletecollection resource.k8s.io:resourceslices where spec.nodeName=n1", "allowed"],
    [
      "list resource.k8s.io:resourceslices",
      "can only list/watch/deletecollection resourceslices with nodeName field selector",
    ],
    ["get resource.k8s.io:resourceslices/status slice1", "cannot authorize ResourceSlice subresources"],
    ["create certificates.k8s.io:podcertificaterequests in web", "allowed"],
    ["get certificates.k8s.io:podcertificaterequests r1 in web", "allowed"],
    ["get certificates.k8s.io:podcertificaterequests r2 in web", no],
    ["list certificates.k8s.io:podcertificaterequests where spec.nodeName=n1", "allowed"],
    [
      "list certificates.k8s.io:podcertificaterequests",
      "can only list/watch podcertificaterequests with nodeName field selector",
    ],
    ["delete certificates.k8s.io:podcertificaterequests r1 in web", "nodes may not delete podcertificaterequests"],
    [
      "update certificates.k8s.io:podcertificaterequests/status r1 in web",
      "nodes may not access the status subresource of PodCertificateRequests",
    ],
    ["list certificates.k8s.io:clustertrustbundles", "allowed"],
    ["list services", "allowed"],
    ["create authentication.k8s.io:tokenreviews", "allowed"],
    ["create events.k8s.io:events in web", "allowed"],
    ["get endpoints e in web", "allowed"],
    ["create certificates.k8s.io:certificatesigningrequests", "allowed"],
    ["get apps:deployments d in web", ""],
  ])("%s", (question, expected) => {
    const decision = authorize(graph, node, ask(question));
    if (expected === "allowed") expect(decision.outcome).toBe("allowed");
    else expect(decision).toEqual({ outcome: "denied", reason: expected === "" ? "" : `node: ${expected}` });
  });
});

describe("only a kubelet is asked about", () => {
  test.each<readonly [Identity, string]>([
    [{ user: "jane", groups: ["system:nodes"] }, ""],
    [{ user: "system:node:n1", groups: ["system:authenticated"] }, ""],
    [{ user: "system:node:", groups: ["system:nodes"] }, 'node: unknown node for user "system:node:"'],
  ])("%o", (identity, reason) => {
    expect(authorize(graph, identity, ask("get secrets s in web"))).toEqual({ outcome: "denied", reason });
  });
});

describe("by minor and feature gate", () => {
  test.each<readonly [KnownMinor, string, string, string]>([
    ["1.30", "", "list pods", "allowed"],
    ["1.31", "", "list pods", "allowed"],
    ["1.32", "", "list pods", "denied"],
    ["1.31", "--feature-gates=AuthorizeNodeWithSelectors=true", "list pods", "denied"],
    ["1.31", "--feature-gates=AllAlpha=true", "list pods", "denied"],
    ["1.33", "--feature-gates=Other=true,AuthorizeNodeWithSelectors=false", "list pods", "allowed"],
    ["1.33", "--feature-gates=kube:AuthorizeNodeWithSelectors=false", "list pods", "allowed"],
    ["1.34", "--feature-gates=AuthorizeNodeWithSelectors=false", "list pods", "denied"],
    ["1.30", "", "get nodes n2", "allowed"],
    ["1.31", "", "get nodes n2", "allowed"],
    ["1.32", "", "get nodes n2", "denied"],
    ["1.30", "", "get pods q in web", "allowed"],
    ["1.32", "", "get pods q in web", "denied"],
    ["1.31", "", "list resource.k8s.io:resourceslices", "allowed"],
    ["1.32", "", "list resource.k8s.io:resourceslices", "denied"],
    ["1.30", "", "deletecollection resource.k8s.io:resourceslices", "denied"],
    ["1.31", "", "deletecollection resource.k8s.io:resourceslices", "allowed"],
    ["1.33", "", "get serviceaccounts bot in web", "denied"],
    [
      "1.33",
      "--feature-gates=KubeletServiceAccountTokenForCredentialProviders=1",
      "get serviceaccounts bot in web",
      "allowed",
    ],
    ["1.34", "", "get serviceaccounts bot in web", "allowed"],
    ["1.36", "", "create certificates.k8s.io:podcertificaterequests in web", "denied"],
    ["1.36", "--feature-gates=AllBeta=true", "create certificates.k8s.io:podcertificaterequests in web", "allowed"],
    ["1.36", "", "list certificates.k8s.io:clustertrustbundles", "denied"],
    ["1.36", "--feature-gates=ClusterTrustBundle=true", "list certificates.k8s.io:clustertrustbundles", "allowed"],
    ["1.34", "", "create events.k8s.io:events in web", "denied"],
    ["1.36", "", "create events.k8s.io:events in web", "allowed"],
    ["1.37", "--feature-gates=CSIVolumeHealth=true", "update storage.k8s.io:csinodes/status n1", "allowed"],
    ["1.37", "--feature-gates=CSIVolumeHealth=true", "update storage.k8s.io:csinodes/status n2", "denied"],
    ["1.37", "--feature-gates=CSIVolumeHealth=true", "delete storage.k8s.io:csinodes/status n1", "denied"],
    ["1.36", "--feature-gates=CSIVolumeHealth=true", "update storage.k8s.io:csinodes/status n1", "denied"],
    // The value is not among the inputs.
    ["1.33", "--feature-gates=?", "list pods", "unknown"],
    ["1.33", "--feature-gates=?", "list pods where spec.nodeName=n2", "unknown"],
    ["1.33", "--feature-gates=?", "create pods", "allowed"],
    ["1.33", "--feature-gates=?", "delete nodes n1", "denied"],
  ])("%s %s: %s is %s", (minor, flags, question, expected) => {
    expect(outcome(cluster(minor, flags), question)).toBe(expected);
  });

  test.each<readonly [KnownMinor, string, string]>([
    ["1.30", "get serviceaccounts bot in web", "can only create tokens for individual service accounts"],
    ["1.33", "get serviceaccounts bot in web", "not allowed to get service accounts"],
    [
      "1.30",
      "deletecollection resource.k8s.io:resourceslices",
      "can only get, create, update, patch, or delete a ResourceSlice",
    ],
    ["1.36", "update storage.k8s.io:csinodes/status n1", "cannot authorize CSINode subresources"],
    ["1.36", "list storage.k8s.io:csinodes/x", "can only get, create, update, patch, or delete a CSINode"],
  ])("%s says of %s: %s", (minor, question, reason) => {
    expect(authorize(cluster(minor), node, ask(question))).toEqual({ outcome: "denied", reason });
  });

  test("the server's own version counts", () => {
    const old = apiServer("--authorization-mode=Node", { version: { value: "1.30.2", origin: meta("x").name.origin } });
    const shipped = policies.get("1.30") ?? nothingShipped;
    expect(outcome(graphOf({ "a.yaml": [old] }, { shipped, complete: true }), "list pods")).toBe("allowed");
  });
});

describe("what a Pod gives its kubelet", () => {
  const asked = (pods: Parameters<typeof graphOf>[0], question: string, complete = true): string =>
    outcome(graphOf(pods, { complete }), question);

  test("a token of the default account where it names none, before admission", () => {
    const pods = { "a.yaml": [pod("web/p", "n1")] };
    expect(asked(pods, "create serviceaccounts/token default in web", false)).toBe("allowed");
    expect(asked(pods, "create serviceaccounts/token default in web")).toBe("denied");
  });

  test("nothing but itself where it is a mirror Pod", () => {
    const written = pod("web/p", "n1", { secrets: "s" });
    const annotations = new Map([["kubernetes.io/config.mirror", written.meta.name]]);
    const mirror = { ...written, meta: { ...written.meta, annotations } };
    expect(asked({ "a.yaml": [mirror] }, "get pods p in web")).toBe("allowed");
    expect(asked({ "a.yaml": [mirror] }, "get secrets s in web")).toBe("denied");
  });

  test("the same where its name is made up by the server, but not itself", () => {
    const written = pod("web/p-", "n1", { secrets: "s" });
    const generated = { ...written, meta: { ...written.meta, generated: true } };
    expect(asked({ "a.yaml": [generated] }, "get secrets s in web")).toBe("allowed");
    expect(asked({ "a.yaml": [generated] }, "get pods p- in web")).toBe("denied");
  });

  test("open, where only some definitions of it do", () => {
    const variants = { "a.yaml": [pod("web/p", "n1", { secrets: "s" })], "b.yaml": [pod("web/p", "n1")] };
    const decision = authorize(graphOf(variants, { complete: true }), node, ask("get secrets s in web"));
    expect(decision).toMatchObject({
      outcome: "unknown",
      assumptions: [{ text: "which definition of Pod web/p holds: not all tie Secret web/s to node n1" }],
    });
    expect(asked(variants, "get pods p in web")).toBe("allowed");
  });

  test("open, where its namespace may be the one asked about", () => {
    const placeless = unplaced(pod("web/p", "n1", { secrets: "s" }));
    expect(asked({ "a.yaml": [placeless] }, "get secrets s in web")).toBe("unknown");
    expect(asked({ "a.yaml": [placeless] }, "get secrets t in web")).toBe("denied");
  });
});

describe("inputs that may not be all there is", () => {
  const partial = graphOf({ "a.yaml": objects });
  test.each([
    ["get secrets s in web", "allowed"],
    ["get secrets elsewhere in web", "unknown"],
    ["get pods q in web", "unknown"],
    ["create serviceaccounts/token bot in kube-system", "unknown"],
    ["get persistentvolumes v9", "unknown"],
    // No Pod could change these.
    ["get secrets s", "denied"],
    ["get secrets in web", "denied"],
    ["delete secrets s in web", "denied"],
    ["get persistentvolumes v9 in web", "denied"],
    ["get nodes n2", "denied"],
    ["list pods", "denied"],
    ["get nodes n1", "allowed"],
  ])("%s: %s", (question, expected) => {
    expect(outcome(partial, question)).toBe(expected);
  });

  test("say what would settle it", () => {
    expect(authorize(partial, node, ask("get secrets x in web"))).toMatchObject({
      outcome: "unknown",
      assumptions: [{ text: "whether a Pod uses Secret web/x on node n1" }],
    });
  });
});

test("a Pod that ties the object to the node stands in the reason", () => {
  expect(authorize(graph, node, ask("get secrets key in storage"))).toEqual({
    outcome: "allowed",
    reason:
      "the Node authorizer allows it to system:node:n1, through PersistentVolume v1 and PersistentVolumeClaim web/data and Pod web/p",
    proof: [],
  });
});
