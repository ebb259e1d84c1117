import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "@authgraph/source";
import { sharedMaterialMissing, sharedPath, writtenFlags } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

// Read by hand. No real ConfigMap `kubeadm-config` is among the files: kubeadm.test.ts has one of our own.

const flags = sharedPath("corpus", "flags");
const minikube = "kubeadm/kubernetes__minikube/pkg/minikube/bootstrapper/bsutil/testdata";
const kyverno = "kind/kyverno__kyverno/scripts/config/kind";
const azure = "capi/kubernetes-sigs__cluster-api-provider-azure/templates";
const plugins =
  "NamespaceLifecycle,LimitRanger,ServiceAccount,DefaultStorageClass,DefaultTolerationSeconds,NodeRestriction,MutatingAdmissionWebhook,ValidatingAdmissionWebhook,ResourceQuota";
const evictions = "nodefs.available<0%,nodefs.inodesFree<0%,imagefs.available<0%";

/** Arguments alone; `fields` has what comes of other fields. */
const files: readonly (readonly [family: string, path: string, args: readonly string[], fields: readonly string[]])[] =
  [
    [
      "kubeadm v1beta3",
      `${minikube}/v1.30/crio-options-gates.yaml`,
      [
        `kube-apiserver --enable-admission-plugins=${plugins} 25:5`,
        "kube-apiserver --fail-no-swap=true 26:5",
        "kube-apiserver --feature-gates=a=b 27:5",
        "kube-controller-manager --allocate-node-cidrs=true 30:5",
        "kube-controller-manager --feature-gates=a=b 31:5",
        "kube-controller-manager --kube-api-burst=32 32:5",
        "kube-controller-manager --leader-elect=false 33:5",
        "kube-scheduler --feature-gates=a=b 36:5",
        "kube-scheduler --leader-elect=false 37:5",
        "kube-scheduler --scheduler-name=mini-scheduler 38:5",
        "etcd --proxy-refresh-interval=70000 46:7",
        "kubelet --node-ip=1.1.1.1 17:5",
      ],
      [
        "kube-apiserver --client-ca-file=/var/lib/minikube/certs/ca.crt 39:18",
        "kube-apiserver --secure-port=8443 5:13",
        "kube-controller-manager --cluster-name=mk 40:14",
        "etcd --data-dir=/var/lib/minikube/etcd 44:14",
      ],
    ],
    [
      "kubeadm v1beta3",
      `${minikube}/v1.30/containerd-api-port.yaml`,
      [
        `kube-apiserver --enable-admission-plugins=${plugins} 25:5`,
        "kube-controller-manager --allocate-node-cidrs=true 28:5",
        "kube-controller-manager --leader-elect=false 29:5",
        "kube-scheduler --leader-elect=false 32:5",
        "etcd --proxy-refresh-interval=70000 40:7",
        "kubelet --node-ip=1.1.1.1 17:5",
      ],
      ["kube-apiserver --secure-port=12345 5:13", "kube-apiserver --service-cluster-ip-range=10.96.0.0/12 45:18"],
    ],
    [
      "kubeadm v1beta3",
      `${minikube}/v1.30/options.yaml`,
      [
        `kube-apiserver --enable-admission-plugins=${plugins} 25:5`,
        "kube-apiserver --fail-no-swap=true 26:5",
        "kube-controller-manager --allocate-node-cidrs=true 29:5",
        "kube-controller-manager --kube-api-burst=32 30:5",
        "kube-controller-manager --leader-elect=false 31:5",
        "kube-scheduler --leader-elect=false 34:5",
        "kube-scheduler --scheduler-name=mini-scheduler 35:5",
        "etcd --proxy-refresh-interval=70000 43:7",
        "kubelet --node-ip=1.1.1.1 17:5",
      ],
      ["kube-controller-manager --root-ca-file=/var/lib/minikube/certs/ca.crt 36:18"],
    ],
    [
      "kubeadm v1beta4",
      `${minikube}/v1.31/etcd-extra-args.yaml`,
      [
        `kube-apiserver --enable-admission-plugins=${plugins} 26:7`,
        "kube-controller-manager --allocate-node-cidrs=true 30:7",
        "kube-controller-manager --leader-elect=false 32:7",
        "kube-scheduler --leader-elect=false 36:7",
        "etcd --listen-metrics-urls=http://0.0.0.0:2381 45:9",
        "kubelet --node-ip=1.1.1.1 17:7",
      ],
      ["etcd --trusted-ca-file=/var/lib/minikube/certs/etcd/ca.crt 38:18"],
    ],
    [
      "kubeadm v1beta4",
      `${minikube}/v1.35/crio-options-gates.yaml`,
      [
        `kube-apiserver --enable-admission-plugins=${plugins} 26:7`,
        "kube-apiserver --fail-no-swap=true 28:7",
        "kube-apiserver --feature-gates=a=b 30:7",
        "kube-controller-manager --allocate-node-cidrs=true 34:7",
        "kube-controller-manager --feature-gates=a=b 36:7",
        "kube-controller-manager --kube-api-burst=32 38:7",
        "kube-controller-manager --leader-elect=false 40:7",
        "kube-scheduler --feature-gates=a=b 44:7",
        "kube-scheduler --leader-elect=false 46:7",
        "kube-scheduler --scheduler-name=mini-scheduler 48:7",
        "kubelet --node-ip=1.1.1.1 17:7",
      ],
      ["kube-apiserver --requestheader-client-ca-file=/var/lib/minikube/certs/front-proxy-ca.crt 50:18"],
    ],
    [
      "kubeadm v1beta4",
      `${minikube}/v1.36/dns.yaml`,
      [
        `kube-apiserver --enable-admission-plugins=${plugins} 26:7`,
        "kube-apiserver --feature-gates=ExtendWebSocketsToKubelet=false 28:7",
        "kube-controller-manager --allocate-node-cidrs=true 32:7",
        "kube-controller-manager --feature-gates=ExtendWebSocketsToKubelet=false 34:7",
        "kube-controller-manager --leader-elect=false 36:7",
        "kube-scheduler --feature-gates=ExtendWebSocketsToKubelet=false 40:7",
        "kube-scheduler --leader-elect=false 42:7",
        "kubelet --node-ip=1.1.1.1 17:7",
      ],
      ["kube-apiserver --service-account-issuer=https://kubernetes.default.svc.minikube.local 52:14"],
    ],
    [
      "kind",
      `${kyverno}/audit-config.yaml`,
      [
        "kube-apiserver --audit-log-path=/var/log/kubernetes/kube-apiserver-audit.log 11:11",
        "kube-apiserver --audit-policy-file=/etc/kubernetes/policies/audit-policy.yaml 12:11",
      ],
      [],
    ],
    [
      "kind",
      `${kyverno}/tracing.yaml`,
      [
        "kube-apiserver --tracing-config-file=/opt/kube-apiserver/tracing-configuration.yaml 14:9",
        "kube-controller-manager --bind-address=0.0.0.0 17:9",
        "kube-scheduler --bind-address=0.0.0.0 24:9",
        "etcd --listen-metrics-urls=http://0.0.0.0:2382 21:11",
        "kubelet --node-labels=ingress-ready=true 40:13",
      ],
      [],
    ],
    [
      "kind",
      "kind/int128__kubelogin/system_test/cluster/cluster.yaml",
      [
        "kube-apiserver --oidc-issuer-url=https://dex-server:10443/dex 12:13",
        "kube-apiserver --oidc-client-id=YOUR_CLIENT_ID 13:13",
        "kube-apiserver --oidc-username-claim=email 14:13",
        "kube-apiserver --oidc-ca-file=/usr/local/share/ca-certificates/dex-ca.crt 15:13",
      ],
      [],
    ],
    [
      "kind",
      "kind/kubernetes-sigs__kind/pkg/internal/apis/config/encoding/testdata/v1alpha4/valid-kind-workers-patches.yaml",
      ["kubelet --node-labels=aqua=gateway 17:9", "kubelet --authorization-mode=AlwaysAllow 18:9"],
      [],
    ],
    [
      "Cluster API",
      "capi/kubernetes-sigs__cluster-api/test/infrastructure/docker/examples/simple-cluster.yaml",
      [
        `kubelet --eviction-hard=${evictions} 53:13`,
        `kubelet --eviction-hard=${evictions} 58:13`,
        `kubelet --eviction-hard=${evictions} 121:15`,
      ],
      [],
    ],
    [
      "Cluster API",
      `${azure}/cluster-template-aad.yaml`,
      [
        "kube-apiserver --oidc-client-id=${AZURE_SERVER_APP_ID} 52:11 ?",
        "kube-apiserver --oidc-groups-claim=groups 53:11",
        "kube-apiserver --oidc-issuer-url=https://sts.windows.net/${AZURE_TENANT_ID}/ 54:11 ?",
        "kube-apiserver --oidc-username-claim=oid 55:11",
        "kube-apiserver --oidc-username-prefix=- 56:11",
        "kube-apiserver --service-account-issuer=${SERVICE_ACCOUNT_ISSUER:-https://kubernetes.default.svc.cluster.local} 57:11 ?",
        "kube-controller-manager --allocate-node-cidrs=false 61:11",
        "kube-controller-manager --cloud-provider=external 62:11",
        "kube-controller-manager --cluster-name=${CLUSTER_NAME} 63:11 ?",
        "etcd --quota-backend-bytes=8589934592 68:13",
        "kubelet --cloud-provider=external 97:11",
        "kubelet --cloud-provider=external 102:11",
        "kubelet --cloud-provider=external 198:13",
      ],
      ["etcd --data-dir=/var/lib/etcddisk/etcd 66:20"],
    ],
    [
      "Cluster API",
      `${azure}/cluster-template-windows-apiserver-ilb.yaml`,
      [
        "kube-apiserver --service-account-issuer=${SERVICE_ACCOUNT_ISSUER:-https://kubernetes.default.svc.cluster.local} 70:11 ?",
        "kube-controller-manager --allocate-node-cidrs=false 74:11",
        "kube-controller-manager --cloud-provider=external 75:11",
        "kube-controller-manager --cluster-name=${CLUSTER_NAME} 76:11 ?",
        "etcd --quota-backend-bytes=8589934592 81:13",
        "kubelet --cloud-provider=external 110:11",
        "kubelet --cloud-provider=external 115:11",
        "kubelet --cloud-provider=external 209:13",
        "kubelet --cloud-provider=external 301:13",
        "kubelet --register-with-taints=node.cloudprovider.kubernetes.io/uninitialized=true:NoSchedule 302:13",
        "kubelet --v=2 303:13",
        "kubelet --windows-priorityclass=ABOVE_NORMAL_PRIORITY_CLASS 304:13",
      ],
      ["etcd --data-dir=/var/lib/etcddisk/etcd 79:20"],
    ],
  ];

/** Flags that are written under their own name. */
function argumentsOf(source: SourceText): readonly string[] {
  const named = new Set(
    parse(source).facts.flatMap((fact) => {
      if (fact.fact !== "invocation") return [];
      return fact.invocation.flags.flatMap(({ name, value, origin }) => {
        const written = origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
        return written.includes(name) && written !== value ? [`${fact.invocation.component} --${name}=${value}`] : [];
      });
    }),
  );
  return writtenFlags(source).filter((flag) => named.has(flag.replace(/ \d+:\d+(?: \?)?$/, "")));
}

describe.skipIf(flags === undefined)(flags === undefined ? sharedMaterialMissing : "real files", () => {
  test.each(files)("%s: %s", (_family, path, args, fields) => {
    const source = { path, text: readFileSync(join(flags ?? "", path), "utf8") };
    expect(argumentsOf(source)).toEqual(args);
    expect(writtenFlags(source)).toEqual(expect.arrayContaining([...fields]));
  });
});
