import { loadApiResources } from "@authgraph/kubernetes";
import { graphOfText } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { nameResource } from "./named-resource.ts";

const resources = await loadApiResources("1.37");
const graph = graphOfText(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: widgets}
rules:
- {apiGroups: [example.com], resources: [widgets, widgets/parts], verbs: [get]}
`);

describe("a name of a resource", () => {
  it.each([
    ["pods", "pods", ""],
    ["pod", "pods", ""],
    ["po", "pods", ""],
    ["Pod", "pods", ""],
    ["pods.v1", "pods", ""],
    ["deploy", "deployments", "apps"],
    ["deployments.apps", "deployments", "apps"],
    ["deployment.apps", "deployments", "apps"],
    ["deployments.v1.apps", "deployments", "apps"],
    ["Deployments.V1.Apps", "deployments", "apps"],
    ["events", "events", ""],
    ["events.events.k8s.io", "events", "events.k8s.io"],
    ["events.v1.events.k8s.io", "events", "events.k8s.io"],
    ["ingresses.networking", "ingresses", "networking.k8s.io"],
    ["csr", "certificatesigningrequests", "certificates.k8s.io"],
    ["users", "users", ""],
    ["groups", "groups", ""],
    ["uids", "uids", "authentication.k8s.io"],
    ["userextras", "userextras", "authentication.k8s.io"],
    ["signers", "signers", "certificates.k8s.io"],
    ["signers.certificates.k8s.io", "signers", "certificates.k8s.io"],
    ["*", "*", ""],
    ["*.apps", "*", "apps"],
    ["*.*", "*", "*"],
    ["widgets", "widgets", "example.com"],
    ["widgets.example.com", "widgets", "example.com"],
    ["gadgets.example.org", "gadgets", "example.org"],
  ])("%s is %s of %j", (written, resource, group) => {
    expect(nameResource(written, resources, graph)).toMatchObject({ outcome: "found", resource: { resource, group } });
  });

  it.each([
    ["events", "several groups have events"],
    ["widgets", "as ClusterRole widgets names it"],
    ["gadgets.example.org", "asked for as written"],
  ])("%s comes with what was supposed", (written, note) => {
    expect(nameResource(written, resources, graph)).toMatchObject({
      resource: { note: expect.stringContaining(note) },
    });
  });

  it.each(["pdos", "gadgets", ""])("%j is unknown", (written) => {
    expect(nameResource(written, resources, graph).outcome).toBe("unknown");
  });
});
