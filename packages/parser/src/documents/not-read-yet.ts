// Silence about these would be taken for "clean", and they say how a control plane or its kubelets run.

/** `kops' Cluster configures a control plane and kubelets`; undefined for any other document. */
export function notReadYet(apiVersion: string, kind: string): string | undefined {
  const group = apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf("/")));
  const row = owners.get(group);
  const what = row?.kinds[kind] ?? (group === controlPlaneGroup && kind.includes("ControlPlane") ? plane : undefined);
  return row === undefined || what === undefined ? undefined : `${row.owner} ${kind} configures ${what}`;
}

const plane = "a control plane";
const both = "a control plane and kubelets";

interface Owner {
  /** As a possessive. */
  readonly owner: string;
  readonly kinds: Readonly<Record<string, string>>;
}

const controlPlaneGroup = "controlplane.cluster.x-k8s.io";

/** By API group, whatever the version. */
const owners: ReadonlyMap<string, Owner> = new Map([
  ["k0s.k0sproject.io", { owner: "k0s'", kinds: { ClusterConfig: plane } }],
  ["eksctl.io", { owner: "eksctl's", kinds: { ClusterConfig: both } }],
  ["kubeone.k8c.io", { owner: "KubeOne's", kinds: { KubeOneCluster: both } }],
  ["core.gardener.cloud", { owner: "Gardener's", kinds: { Shoot: both } }],
  ["provisioning.cattle.io", { owner: "Rancher's", kinds: { Cluster: both } }],
  // `TalosControlPlane`, and others' kinds beside those of kubeadm, k3s and RKE2.
  [controlPlaneGroup, { owner: "Cluster API's", kinds: {} }],
  [
    "bootstrap.cluster.x-k8s.io",
    {
      owner: "Cluster API's",
      kinds: {
        TalosConfig: both,
        TalosConfigTemplate: both,
      },
    },
  ],
  ["kubecontrolplane.config.openshift.io", { owner: "OpenShift's", kinds: { KubeAPIServerConfig: plane } }],
  ["operator.openshift.io", { owner: "OpenShift's", kinds: { KubeAPIServer: plane } }],
  ["config.openshift.io", { owner: "OpenShift's", kinds: { APIServer: plane, Authentication: plane, OAuth: plane } }],
] satisfies readonly (readonly [string, Owner])[]);
