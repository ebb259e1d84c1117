import { describe, expect, test } from "vitest";
import type { AccessBinding } from "./objects.ts";
import { loadDefaultPolicy, loadKubeadmPolicy } from "./version-data.ts";
import { type KnownMinor, knownMinors } from "./versions.ts";

/** `ClusterRole x` to `Group y` in one line, for reading. */
function inOneLine({ meta, roleRef, subjects }: AccessBinding): string {
  const names = subjects.map((subject) =>
    subject.kind === "ServiceAccount"
      ? `${subject.kind} ${subject.namespace?.value}/${subject.name.value}`
      : `${subject.kind} ${subject.name.value}`,
  );
  const where = meta.namespace === undefined ? "" : ` in ${meta.namespace.value}`;
  return `${meta.name.value}${where}: ${roleRef.kind.value} ${roleRef.name.value} to ${names.join(", ")}`;
}

const joining = "Group system:bootstrappers:kubeadm:default-node-token";

describe("kubeadm v1.37", () => {
  test("bindings", async () => {
    const { bindings } = await loadKubeadmPolicy("1.37");
    expect(bindings.map(inOneLine).sort()).toEqual(
      [
        "kubeadm:cluster-admins: ClusterRole cluster-admin to Group kubeadm:cluster-admins",
        "kubeadm:apiserver-kubelet-client: ClusterRole system:kubelet-api-admin to User kube-apiserver-kubelet-client",
        `kubeadm:get-nodes: ClusterRole kubeadm:get-nodes to ${joining}`,
        `kubeadm:kubelet-bootstrap: ClusterRole system:node-bootstrapper to ${joining}`,
        `kubeadm:node-autoapprove-bootstrap: ClusterRole system:certificates.k8s.io:certificatesigningrequests:nodeclient to ${joining}`,
        "kubeadm:node-autoapprove-certificate-rotation: ClusterRole system:certificates.k8s.io:certificatesigningrequests:selfnodeclient to Group system:nodes",
        "kubeadm:node-proxier: ClusterRole system:node-proxier to ServiceAccount kube-system/kube-proxy",
        "system:coredns: ClusterRole system:coredns to ServiceAccount kube-system/coredns",
        "kubeadm:bootstrap-signer-clusterinfo in kube-public: Role kubeadm:bootstrap-signer-clusterinfo to User system:anonymous",
        `kube-proxy in kube-system: Role kube-proxy to ${joining}`,
        `kubeadm:kubeadm-certs in kube-system: Role kubeadm:kubeadm-certs to ${joining}`,
        `kubeadm:kubelet-config in kube-system: Role kubeadm:kubelet-config to Group system:nodes, ${joining}`,
        `kubeadm:nodes-kubeadm-config in kube-system: Role kubeadm:nodes-kubeadm-config to ${joining}, Group system:nodes`,
      ].sort(),
    );
  });

  test("what the anonymous user may read", async () => {
    const { roles } = await loadKubeadmPolicy("1.37");
    const role = roles.find(({ meta }) => meta.name.value === "kubeadm:bootstrap-signer-clusterinfo");
    expect(role).toMatchObject({
      kind: "Role",
      meta: { namespace: { value: "kube-public" } },
      origin: { kind: "built-in", of: "kubeadm v1.37" },
      rules: [
        {
          verbs: [{ value: "get" }],
          apiGroups: [{ value: "" }],
          resources: [{ value: "configmaps" }],
          resourceNames: [{ value: "cluster-info" }],
          nonResourceURLs: [],
        },
      ],
    });
  });
});

test.each<[KnownMinor, boolean]>([
  ["1.30", false],
  ["1.31", false],
  ["1.32", false],
  ["1.33", true],
  ["1.34", false],
  ["1.35", false],
  ["1.36", true],
  ["1.37", true],
])("%s binds the apiserver's kubelet client itself: %j", async (minor, binds) => {
  const { bindings } = await loadKubeadmPolicy(minor);
  expect(bindings.some(({ meta }) => meta.name.value === "kubeadm:apiserver-kubelet-client")).toBe(binds);
});

test.each(knownMinors)("%s: every role that is bound is there", async (minor) => {
  const [kubeadm, defaults] = await Promise.all([loadKubeadmPolicy(minor), loadDefaultPolicy(minor)]);
  const roles = new Set(
    [...kubeadm.roles, ...defaults.roles].map(
      ({ kind, meta }) => `${kind} ${meta.namespace?.value ?? ""}/${meta.name.value}`,
    ),
  );
  const missing = [...kubeadm.bindings, ...defaults.bindings].filter(({ roleRef, meta }) => {
    const namespace = roleRef.kind.value === "Role" ? meta.namespace?.value : "";
    return !roles.has(`${roleRef.kind.value} ${namespace}/${roleRef.name.value}`);
  });
  expect(missing.map(inOneLine)).toEqual([]);
});
