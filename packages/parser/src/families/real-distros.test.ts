import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentInvocation, Fact } from "@authgraph/kubernetes";
import { sharedMaterialMissing, sharedPath, writtenAt } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { distributionsOfUnits, invocationsOfUnits } from "../invocations/unit-invocations.ts";
import { parse } from "../parse.ts";
import { invocationsOfDistributions } from "./k3s-invocations.ts";

const flags = sharedPath("corpus", "flags");

function factsOf(path: string): readonly Fact[] {
  return parse({ path, text: readFileSync(join(flags ?? "", path), "utf8") }).facts;
}

/** What files of one machine start together. */
function started(paths: readonly string[]): readonly ComponentInvocation[] {
  const facts = paths.flatMap(factsOf);
  const units = facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
  const missing = (): undefined => undefined;
  const settings = facts.flatMap((fact) => (fact.fact === "distribution" ? [fact.settings] : []));
  return [
    ...facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : [])),
    ...invocationsOfUnits(units, missing),
    ...invocationsOfDistributions([...settings, ...distributionsOfUnits(units, missing)]),
  ];
}

/** `component --name=value line:column` of every flag that is written; ` ?` where a variable is not known. */
function writtenFlags(paths: readonly string[]): readonly string[] {
  return started(paths).flatMap(({ component, flags: given }) =>
    given.flatMap(({ name, value, origin, unresolved }) =>
      origin.kind === "text" ? [`${component} --${name}=${value} ${writtenAt(origin)}${unresolved ? " ?" : ""}`] : [],
    ),
  );
}

type Row = readonly [files: readonly string[], components: readonly string[], written: readonly string[]];

const plane = ["kube-apiserver", "kube-controller-manager", "kube-scheduler"];
const server = [...plane, "kubelet"];
const hardWay = "systemd/kelseyhightower__kubernetes-the-hard-way/units";
const kind = "systemd/kubernetes-sigs__kind.node-image/images/base/files/etc/systemd/system";
const checkov = "static-pods/bridgecrewio__checkov/tests/kubernetes/checks";
const microk8s = "microk8s/canonical__microk8s/microk8s-resources/default-args";
const rke2Capi = "rke2/rancher__cluster-api-provider-rke2";
const kopsTests = "static-pods/kubernetes__kops/nodeup/pkg/model/tests/golden";

/** Read by hand: what stands in the files, none of it what an installer adds. */
const families: Readonly<Record<string, readonly Row[]>> = {
  "static pods": [
    [
      ["static-pods/poseidon__terraform-render-bootstrap/resources/static-manifests/kube-scheduler.yaml"],
      ["kube-scheduler"],
      [
        "kube-scheduler --authentication-kubeconfig=/etc/kubernetes/pki/scheduler.conf 22:7",
        "kube-scheduler --authorization-kubeconfig=/etc/kubernetes/pki/scheduler.conf 23:7",
        "kube-scheduler --kubeconfig=/etc/kubernetes/pki/scheduler.conf 24:7",
        "kube-scheduler --leader-elect=true 25:7",
      ],
    ],
    [
      [`${checkov}/example_ApiServerInsecureBindAddress/api-server-secure-bind-address-PASSED.yaml`],
      ["kube-apiserver"],
      ["kube-apiserver --bind-address=192.168.1.1 14:7"],
    ],
    [
      [`${checkov}/example_KubeletReadOnlyPort/KubeletReadOnlyPort-FAILED.yaml`],
      ["kubelet"],
      ["kubelet --read-only-port=1 14:7"],
    ],
  ],
  systemd: [
    [
      [`${hardWay}/kube-scheduler.service`],
      ["kube-scheduler"],
      ["kube-scheduler --config=/etc/kubernetes/config/kube-scheduler.yaml 7:3", "kube-scheduler --v=2 8:3"],
    ],
    [
      [`${hardWay}/kubelet.service`],
      ["kubelet"],
      [
        "kubelet --config=/var/lib/kubelet/kubelet-config.yaml 9:3",
        "kubelet --kubeconfig=/var/lib/kubelet/kubeconfig 10:3",
        "kubelet --v=2 11:3",
      ],
    ],
    [
      [`${hardWay}/etcd.service`],
      ["etcd"],
      [
        "etcd --name=controller 8:3",
        "etcd --initial-advertise-peer-urls=http://127.0.0.1:2380 9:3",
        "etcd --listen-peer-urls=http://127.0.0.1:2380 10:3",
        "etcd --listen-client-urls=http://127.0.0.1:2379 11:3",
        "etcd --advertise-client-urls=http://127.0.0.1:2379 12:3",
        "etcd --initial-cluster-token=etcd-cluster-0 13:3",
        "etcd --initial-cluster=controller=http://127.0.0.1:2380 14:3",
        "etcd --initial-cluster-state=new 15:3",
        "etcd --data-dir=/var/lib/etcd 16:3",
      ],
    ],
    [
      [
        `${kind}/kubelet.service`,
        `${kind}/kubelet.service.d/10-kubeadm.conf`,
        `${kind}/kubelet.service.d/11-kind.conf`,
      ],
      ["kubelet"],
      [
        "kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf 4:38",
        "kubelet --kubeconfig=/etc/kubernetes/kubelet.conf 4:100",
        "kubelet --config=/var/lib/kubelet/config.yaml 5:34",
      ],
    ],
  ],
  "shell scripts": [
    [
      ["shell/coreos__coreos-kubernetes/multi-node/generic/controller-install.sh"],
      ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet"],
      [
        "kube-apiserver --bind-address=0.0.0.0 260:7",
        "kube-apiserver --etcd-servers=${ETCD_ENDPOINTS} 261:7 ?",
        "kube-apiserver --allow-privileged=true 262:7",
        "kube-apiserver --service-cluster-ip-range=${SERVICE_IP_RANGE} 263:7 ?",
        "kube-apiserver --secure-port=443 264:7",
        "kube-apiserver --advertise-address=${ADVERTISE_IP} 265:7 ?",
        "kube-apiserver --admission-control=NamespaceLifecycle,LimitRanger,ServiceAccount,DefaultStorageClass,ResourceQuota 266:7",
        "kube-apiserver --tls-cert-file=/etc/kubernetes/ssl/apiserver.pem 267:7",
        "kube-apiserver --tls-private-key-file=/etc/kubernetes/ssl/apiserver-key.pem 268:7",
        "kube-apiserver --client-ca-file=/etc/kubernetes/ssl/ca.pem 269:7",
        "kube-apiserver --service-account-key-file=/etc/kubernetes/ssl/apiserver-key.pem 270:7",
        "kube-apiserver --runtime-config=extensions/v1beta1/networkpolicies=true 271:7",
        "kube-apiserver --anonymous-auth=false 272:7",
        "kube-controller-manager --master=http://127.0.0.1:8080 321:7",
        "kube-controller-manager --leader-elect=true 322:7",
        "kube-controller-manager --service-account-private-key-file=/etc/kubernetes/ssl/apiserver-key.pem 323:7",
        "kube-controller-manager --root-ca-file=/etc/kubernetes/ssl/ca.pem 324:7",
        "kube-scheduler --master=http://127.0.0.1:8080 371:7",
        "kube-scheduler --leader-elect=true 372:7",
        "kubelet --api-servers=http://127.0.0.1:8080 121:3",
        "kubelet --register-schedulable=false 122:3",
        "kubelet --cni-conf-dir=/etc/kubernetes/cni/net.d 123:3",
        "kubelet --network-plugin=cni 124:3",
        "kubelet --container-runtime={{CONTAINER_RUNTIME}} 125:3 ?",
        "kubelet --rkt-path=/usr/bin/rkt 126:3",
        "kubelet --rkt-stage1-image=coreos.com/rkt/stage1-coreos 127:3",
        "kubelet --allow-privileged=true 128:3",
        "kubelet --pod-manifest-path=/etc/kubernetes/manifests 129:3",
        "kubelet --hostname-override={{ADVERTISE_IP}} 130:3 ?",
        "kubelet --cluster-dns={{DNS_SERVICE_IP}} 131:3 ?",
        "kubelet --cluster-domain=cluster.local 132:3",
      ],
    ],
    [
      ["shell/coreos__coreos-kubernetes/multi-node/generic/worker-install.sh"],
      ["kubelet"],
      [
        "kubelet --api-servers={{CONTROLLER_ENDPOINT}} 92:3 ?",
        "kubelet --cni-conf-dir=/etc/kubernetes/cni/net.d 93:3",
        "kubelet --network-plugin=cni 94:3",
        "kubelet --container-runtime={{CONTAINER_RUNTIME}} 95:3 ?",
        "kubelet --rkt-path=/usr/bin/rkt 96:3",
        "kubelet --rkt-stage1-image=coreos.com/rkt/stage1-coreos 97:3",
        "kubelet --register-node=true 98:3",
        "kubelet --allow-privileged=true 99:3",
        "kubelet --pod-manifest-path=/etc/kubernetes/manifests 100:3",
        "kubelet --hostname-override={{ADVERTISE_IP}} 101:3 ?",
        "kubelet --cluster-dns={{DNS_SERVICE_IP}} 102:3 ?",
        "kubelet --cluster-domain=cluster.local 103:3",
        "kubelet --kubeconfig=/etc/kubernetes/worker-kubeconfig.yaml 104:3",
        "kubelet --tls-cert-file=/etc/kubernetes/ssl/worker.pem 105:3",
        "kubelet --tls-private-key-file=/etc/kubernetes/ssl/worker-key.pem 106:3",
      ],
    ],
    [
      ["shell/kubernetes__kubernetes/hack/make-rules/test-cmd.sh"],
      ["kube-apiserver", "kube-controller-manager"],
      [
        "kube-apiserver --bind-address=127.0.0.1 74:5",
        "kube-apiserver --authorization-mode=${AUTHORIZATION_MODE} 75:5 ?",
        "kube-apiserver --secure-port=${SECURE_API_PORT} 76:5 ?",
        "kube-apiserver --feature-gates=${ENABLE_FEATURE_GATES} 77:5 ?",
        "kube-apiserver --enable-admission-plugins=${ENABLE_ADMISSION_PLUGINS} 78:5 ?",
        "kube-apiserver --disable-admission-plugins=${DISABLE_ADMISSION_PLUGINS} 79:5 ?",
        "kube-apiserver --etcd-servers=http://${ETCD_HOST}:${ETCD_PORT} 80:5 ?",
        "kube-apiserver --runtime-config=api/v1 81:5",
        "kube-apiserver --service-account-key-file=${SERVICE_ACCOUNT_KEY} 82:5 ?",
        "kube-apiserver --service-account-lookup=${SERVICE_ACCOUNT_LOOKUP} 83:5 ?",
        "kube-apiserver --service-account-issuer=https://kubernetes.default.svc 84:5",
        "kube-apiserver --service-account-signing-key-file=${SERVICE_ACCOUNT_KEY} 85:5 ?",
        "kube-apiserver --storage-media-type=${KUBE_TEST_API_STORAGE_TYPE-} 86:5 ?",
        "kube-apiserver --cert-dir=${TMPDIR:-/tmp/} 87:5 ?",
        "kube-apiserver --service-cluster-ip-range=10.0.0.0/24 88:5",
        "kube-apiserver --client-ca-file=hack/testdata/ca/ca.crt 89:5",
        "kube-apiserver --token-auth-file=hack/testdata/auth-tokens.csv 90:5",
        "kube-controller-manager --kube-api-content-type=${KUBE_TEST_API_TYPE-} 129:5 ?",
        "kube-controller-manager --cluster-signing-cert-file=hack/testdata/ca/ca.crt 130:5",
        "kube-controller-manager --cluster-signing-key-file=hack/testdata/ca/ca.key 131:5",
        "kube-controller-manager --kubeconfig=${config} 132:5 ?",
      ],
    ],
  ],
  MicroK8s: [
    [
      [`${microk8s}/kube-scheduler`],
      ["kube-scheduler"],
      [
        "kube-scheduler --kubeconfig=/var/snap/microk8s/current/credentials/scheduler.config 1:1",
        "kube-scheduler --leader-elect-lease-duration=60s 2:1",
        "kube-scheduler --leader-elect-renew-deadline=30s 3:1",
        "kube-scheduler --profiling=false 4:1",
      ],
    ],
    [
      [`${microk8s}/kube-controller-manager`],
      ["kube-controller-manager"],
      [
        "kube-controller-manager --kubeconfig=/var/snap/microk8s/current/credentials/controller.config 1:1",
        "kube-controller-manager --service-account-private-key-file=/var/snap/microk8s/current/certs/serviceaccount.key 2:1",
        "kube-controller-manager --root-ca-file=/var/snap/microk8s/current/certs/ca.crt 3:1",
        "kube-controller-manager --cluster-signing-cert-file=/var/snap/microk8s/current/certs/ca.crt 4:1",
        "kube-controller-manager --cluster-signing-key-file=/var/snap/microk8s/current/certs/ca.key 5:1",
        "kube-controller-manager --use-service-account-credentials=true 6:1",
        "kube-controller-manager --leader-elect-lease-duration=60s 7:1",
        "kube-controller-manager --leader-elect-renew-deadline=30s 8:1",
        "kube-controller-manager --profiling=false 9:1",
      ],
    ],
    [
      [`${microk8s}/etcd`],
      ["etcd"],
      [
        "etcd --data-dir=/var/snap/microk8s/common/var/run/etcd 1:1",
        "etcd --advertise-client-urls=https://${DEFAULT_INTERFACE_IP_ADDR}:12379 2:1 ?",
        "etcd --listen-client-urls=https://0.0.0.0:12379 3:1",
        "etcd --client-cert-auth=true 4:1",
        "etcd --trusted-ca-file=/var/snap/microk8s/current/certs/ca.crt 5:1",
        "etcd --cert-file=/var/snap/microk8s/current/certs/server.crt 6:1",
        "etcd --key-file=/var/snap/microk8s/current/certs/server.key 7:1",
      ],
    ],
  ],
  k3s: [
    [["k3s/techno-tim__k3s-ansible/roles/k3s_server/templates/k3s.service.j2"], server, []],
    [["k3s/techno-tim__k3s-ansible/roles/k3s_agent/templates/k3s.service.j2"], ["kubelet"], []],
    [
      ["k3s/k3s-io__cluster-api-k3s/samples/azure/k3s-template.yaml"],
      [...server, "kubelet"],
      [
        "kube-controller-manager --allocate-node-cidrs=true 53:9",
        "kube-controller-manager --cluster-name=${CLUSTER_NAME} 54:9 ?",
      ],
    ],
    [
      ["k3s/k3s-io__cluster-api-k3s/samples/proxmox/cluster-template-k3s.yaml"],
      [...server, "kubelet"],
      ["kubelet --provider-id=proxmox://{{ ds.meta_data.instance_id }} 103:11 ?"],
    ],
  ],
  RKE2: [
    [
      ["rke2/rancherfederal__rke2-ansible/docs/advanced_sample_inventory/group_vars/rke2_servers.yml"],
      [...server, "etcd"],
      [
        "kube-apiserver --audit-policy-file=/etc/rancher/rke2/audit-policy.yaml 15:22",
        "kube-apiserver --admission-control-config-file=/etc/rancher/rke2/pod-security-admission-config.yaml 14:39",
        "kube-apiserver --audit-policy-file=/etc/rancher/rke2/audit-policy.yaml 17:7",
        "kube-apiserver --audit-log-path=/var/lib/rancher/rke2/server/logs/audit.log 18:7",
      ],
    ],
    [
      [`${rke2Capi}/examples/templates/docker/cluster-template-cis-profile.yaml`],
      [...server, "etcd", "kubelet"],
      ["kube-apiserver --anonymous-auth=true 50:9"],
    ],
    [
      [`${rke2Capi}/test/e2e/data/infrastructure/cluster-template-docker.yaml`],
      [...server, "etcd", "kubelet"],
      ["kube-apiserver --anonymous-auth=true 150:11", "kubelet --anonymous-auth=true 136:11"],
    ],
  ],
  Talos: [
    [
      ["talos/billimek__k8s-gitops/setup/talos/patches/controller/cluster.yaml"],
      [...plane, "etcd"],
      [
        "kube-apiserver --enable-aggregator-routing=true 5:7",
        "kube-apiserver --feature-gates=HPAScaleToZero=true 6:7",
        "kube-controller-manager --bind-address=0.0.0.0 9:7",
        "kube-controller-manager --feature-gates=HPAScaleToZero=true 10:7",
        "kube-scheduler --bind-address=0.0.0.0 30:7",
        "etcd --listen-metrics-urls=http://0.0.0.0:2381 22:7",
        "etcd --auto-compaction-mode=periodic 24:7",
        "etcd --auto-compaction-retention=1h 25:7",
      ],
    ],
    [
      ["talos/siderolabs__talos/pkg/machinery/config/types/k8s/testdata/apiserverconfig.yaml"],
      ["kube-apiserver"],
      ["kube-apiserver --feature-gates=ServerSideApply=true 5:5"],
    ],
    [
      ["talos/onedr0p__home-ops/talos/controlplane.yaml.j2"],
      [...server, "etcd"],
      [
        "kube-apiserver --enable-aggregator-routing=true 37:3",
        "kube-apiserver --feature-gates=HPAScaleToZero=true 38:3",
        "kube-controller-manager --bind-address=0.0.0.0 73:3",
        "kube-controller-manager --feature-gates=HPAScaleToZero=true 74:3",
        "kube-scheduler --bind-address=0.0.0.0 117:3",
        "etcd --listen-metrics-urls=http://0.0.0.0:2381 23:7",
      ],
    ],
  ],
  kops: [
    [
      ["kops/kubernetes__kops.docs/docs/manifests_and_customizing_via_api.md.L60.yaml"],
      server,
      ["kube-apiserver --authorization-mode=AlwaysAllow 10:5"],
    ],
    [
      ["kops/kubernetes__kops/tests/integration/update_cluster/additionalobjects/in-v1alpha2.yaml"],
      server,
      ["kube-apiserver --authorization-mode=Node,RBAC 10:5", "kubelet --anonymous-auth=false 33:5"],
    ],
    [
      [`${kopsTests}/audit/cluster.yaml`],
      server,
      [
        "kube-apiserver --audit-log-maxage=10 61:5",
        "kube-apiserver --audit-log-maxbackup=1 62:5",
        "kube-apiserver --audit-log-maxsize=100 63:5",
        "kube-apiserver --audit-log-path=/var/log/kube-apiserver-audit.log 64:5",
        "kube-apiserver --audit-policy-file=/etc/kubernetes/audit/policy-config.yaml 65:5",
        "kube-apiserver --audit-webhook-batch-max-wait=5s 66:5",
        "kube-apiserver --audit-webhook-config-file=/etc/kubernetes/audit/webhook-config.yaml 67:5",
        "kube-apiserver --authentication-config=/etc/kubernetes/authentication-config.yaml 68:5",
        "kubelet --anonymous-auth=false 70:5",
      ],
    ],
  ],
};

describe.skipIf(flags === undefined)(flags === undefined ? sharedMaterialMissing : "flags of real files", () => {
  for (const [family, rows] of Object.entries(families)) {
    test.each(rows)(`${family}: %s`, (files, components, written) => {
      expect(started(files).map(({ component }) => component)).toEqual(components);
      expect(writtenFlags(files)).toEqual(written);
    });
  }

  /** Too many to write down: some of each, and how many there are (`grep -o -- ' --' | wc -l`). */
  const rke2Docs = "rke2/rancher__rke2-docs/docs/security";
  test.each<[string, string, number, readonly string[]]>([
    [
      `${rke2Docs}/cis_self_assessment17.md.L2371.sh`,
      "kubelet",
      35,
      ["--volume-plugin-dir=/var/lib/kubelet/volumeplugins", "--anonymous-auth=false", "--read-only-port=0"],
    ],
    [`${rke2Docs}/cis_self_assessment124.md.L2575.sh`, "kubelet", 35, ["--authorization-mode=Webhook"]],
    [
      `${rke2Docs}/cis_self_assessment18.md.L1598.sh`,
      "kube-controller-manager",
      25,
      ["--controllers=*,tokencleaner,-service,-route,-cloud-node-lifecycle", "--use-service-account-credentials=true"],
    ],
  ])("a listing of processes: %s", (path, component, count, some) => {
    const [, row = ""] = readFileSync(join(flags ?? "", path), "utf8").split("\n");
    const written = writtenFlags([path]);
    expect(written).toHaveLength(count);
    expect(written).toEqual(
      expect.arrayContaining(some.map((flag) => `${component} ${flag} 2:${row.indexOf(` ${flag}`) + 2}`)),
    );
  });
});
