import type { BoundPod, KubernetesObject } from "@authgraph/kubernetes";
import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

function decode(text: string): KubernetesObject | undefined {
  const fact = parse({ path: "a.yaml", text }).facts.find((found) => found.fact === "object");
  return fact?.object;
}

function boundPod(spec: string, status = "{}"): BoundPod | undefined {
  const pod = decode(
    `{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: web}, spec: ${spec}, status: ${status}}`,
  );
  return pod?.kind === "Workload" ? pod.boundPod : undefined;
}

type Kind = Exclude<keyof BoundPod, "nodeName">;

// pkg/api/v1/pod/util.go: VisitPodSecretNames, VisitPodConfigmapNames; the Node authorizer's graph.go: AddPod.
describe("a Pod on a node refers to", () => {
  it.each<readonly [Kind, string]>([
    ["secrets", "imagePullSecrets: [{name: x}]"],
    ["secrets", "containers: [{env: [{name: A, valueFrom: {secretKeyRef: {name: x, key: k}}}]}]"],
    ["secrets", "initContainers: [{envFrom: [{secretRef: {name: x}}]}]"],
    ["secrets", "ephemeralContainers: [{envFrom: [{secretRef: {name: x}}]}]"],
    ["secrets", "volumes: [{secret: {secretName: x}}]"],
    ["secrets", "volumes: [{projected: {sources: [{secret: {name: x}}]}}]"],
    ["secrets", "volumes: [{azureFile: {secretName: x}}]"],
    ["secrets", "volumes: [{cephfs: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{cinder: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{flexVolume: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{rbd: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{scaleIO: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{iscsi: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{storageos: {secretRef: {name: x}}}]"],
    ["secrets", "volumes: [{csi: {nodePublishSecretRef: {name: x}}}]"],
    ["configMaps", "containers: [{env: [{name: A, valueFrom: {configMapKeyRef: {name: x, key: k}}}]}]"],
    ["configMaps", "containers: [{envFrom: [{configMapRef: {name: x}}]}]"],
    ["configMaps", "volumes: [{configMap: {name: x}}]"],
    ["configMaps", "volumes: [{projected: {sources: [{configMap: {name: x}}]}}]"],
    ["persistentVolumeClaims", "volumes: [{persistentVolumeClaim: {claimName: x}}]"],
    ["resourceClaims", "resourceClaims: [{name: r, resourceClaimName: x}]"],
  ])("%s: %s", (kind, spec) => {
    const found = boundPod(`{nodeName: n1, ${spec}}`);
    expect(found).toMatchObject({ nodeName: { value: "n1" }, [kind]: [{ value: "x" }] });
    const others = { secrets: 0, configMaps: 0, persistentVolumeClaims: 0, resourceClaims: 0, [kind]: 1 };
    expect(found).toMatchObject(Object.fromEntries(Object.entries(others).map(([name, length]) => [name, { length }])));
  });

  it("a claim for each generic ephemeral volume, called after both", () => {
    expect(boundPod("{nodeName: n1, volumes: [{name: scratch, ephemeral: {}}]}")?.persistentVolumeClaims).toMatchObject(
      [{ value: "p-scratch" }],
    );
  });

  it("claims made from a template, by the status", () => {
    const spec =
      "{nodeName: n1, resourceClaims: [{name: r, resourceClaimTemplateName: t}, {name: s, resourceClaimTemplateName: t}]}";
    const status = `{resourceClaimStatuses: [{name: r, resourceClaimName: p-r-abc}, {name: other, resourceClaimName: no}],
      extendedResourceClaimStatus: {resourceClaimName: p-extended}}`;
    expect(boundPod(spec, status)?.resourceClaims.map(({ value }) => value)).toEqual(["p-r-abc", "p-extended"]);
  });

  it.each(["{volumes: [{secret: {secretName: x}}]}", '{nodeName: "", volumes: [{secret: {secretName: x}}]}'])(
    "nothing without a node: %s",
    (spec) => {
      expect(boundPod(spec)).toBeUndefined();
    },
  );
});

// pkg/api/v1/persistentvolume/util.go: VisitPVSecretNames, what kubelets see.
describe("a PersistentVolume bound to db/data needs the Secret", () => {
  it.each([
    ["azureFile: {secretName: x}", "db/x"],
    ["azureFile: {secretName: x, secretNamespace: other}", "other/x"],
    ["cephfs: {secretRef: {name: x}}", "db/x"],
    ["cephfs: {secretRef: {name: x, namespace: other}}", "other/x"],
    ["cinder: {secretRef: {name: x, namespace: other}}", "other/x"],
    ["flexVolume: {secretRef: {name: x}}", "db/x"],
    ["rbd: {secretRef: {name: x}}", "db/x"],
    ["scaleIO: {secretRef: {name: x}}", "db/x"],
    ["iscsi: {secretRef: {name: x}}", "db/x"],
    ["storageos: {secretRef: {name: x, namespace: other}}", "other/x"],
    ["csi: {nodePublishSecretRef: {name: x, namespace: other}}", "other/x"],
    ["csi: {nodeStageSecretRef: {name: x, namespace: other}}", "other/x"],
    ["csi: {controllerPublishSecretRef: {name: x, namespace: other}}", undefined],
    ["csi: {controllerExpandSecretRef: {name: x, namespace: other}}", undefined],
  ])("%s: %s", (source, expected) => {
    const volume = decode(
      `{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {claimRef: {namespace: db, name: data}, ${source}}}`,
    );
    if (volume?.kind !== "PersistentVolume") throw new Error(volume?.kind);
    expect(volume.claim).toMatchObject({ namespace: "db", name: { value: "data" } });
    expect(volume.secrets.map(({ namespace, name }) => `${namespace}/${name.value}`)).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  it("none where nothing is bound to it", () => {
    const volume = decode(
      "{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {cinder: {secretRef: {name: x, namespace: a}}}}",
    );
    expect(volume).toMatchObject({ claim: undefined, secrets: [] });
  });
});

describe("the node of", () => {
  it.each([
    ["storage.k8s.io/v1", "VolumeAttachment"],
    ["resource.k8s.io/v1", "ResourceSlice"],
    ["resource.k8s.io/v1beta1", "ResourceSlice"],
    ["certificates.k8s.io/v1", "PodCertificateRequest"],
    ["certificates.k8s.io/v1alpha1", "PodCertificateRequest"],
  ])("%s %s", (apiVersion, kind) => {
    const object = decode(`{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: o}, spec: {nodeName: n1}}`);
    expect(object).toMatchObject({ kind, nodeName: { value: "n1" } });
  });

  it("an early ResourceSlice", () => {
    const object = decode(
      "{apiVersion: resource.k8s.io/v1alpha2, kind: ResourceSlice, metadata: {name: o}, nodeName: n1}",
    );
    expect(object).toMatchObject({ nodeName: { value: "n1" } });
  });
});
