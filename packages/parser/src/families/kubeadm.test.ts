import { complaints, writtenAt, writtenFlags } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

function flags(text: string): readonly string[] {
  return writtenFlags({ path: "kubeadm.yaml", text });
}

const init = `apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 10.0.0.7, bindPort: 8443}
nodeRegistration:
  name: cp-1
  kubeletExtraArgs:
  - {name: read-only-port, value: "10255"}
`;

describe("arguments, each with its place", () => {
  test("v1beta3: a map", () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.30.4
apiServer:
  extraArgs:
    anonymous-auth: "false"
    audit_log_path: /var/log/audit
controllerManager:
  extraArgs: {profiling: "false"}
scheduler:
  extraArgs:
    "bind-address": 0.0.0.0
etcd:
  local:
    extraArgs:
      client-cert-auth: "false"
`;
    expect(flags(text)).toEqual([
      "kube-apiserver --anonymous-auth=false 6:5",
      "kube-apiserver --audit-log-path=/var/log/audit 7:5",
      "kube-controller-manager --profiling=false 9:15",
      "kube-scheduler --bind-address=0.0.0.0 12:5",
      "etcd --client-cert-auth=false 16:7",
    ]);
    const [server] = parse({ path: "kubeadm.yaml", text }).facts;
    expect(server).toMatchObject({
      fact: "invocation",
      invocation: { installer: "kubeadm", version: { value: "1.30.4" } },
    });
  });

  test("v1beta4: a list, in which a name may stand twice", () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
  - name: service-account-issuer
    value: https://new.example.com
  - value: https://old.example.com
    name: service-account-issuer
  extraEnvs:
  - {name: GODEBUG, value: x509sha1=1}
`;
    expect(flags(text)).toEqual([
      "kube-apiserver --service-account-issuer=https://new.example.com 5:5",
      "kube-apiserver --service-account-issuer=https://old.example.com 7:5",
    ]);
    expect(complaints({ path: "kubeadm.yaml", text })).toEqual([]);
  });

  test("the address of the first machine, its kubelet and one that joins", () => {
    const join = `---
apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
nodeRegistration:
  kubeletExtraArgs: [{name: anonymous-auth, value: "true"}]
`;
    expect(flags(`${init}---\napiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n${join}`)).toEqual([
      "kube-apiserver --advertise-address=10.0.0.7 3:38",
      "kube-apiserver --secure-port=8443 3:58",
      "etcd --advertise-client-urls=https://10.0.0.7:2379 3:38",
      "etcd --initial-advertise-peer-urls=https://10.0.0.7:2380 3:38",
      "etcd --listen-client-urls=https://127.0.0.1:2379,https://10.0.0.7:2379 3:38",
      "etcd --listen-peer-urls=https://10.0.0.7:2380 3:38",
      "kubelet --hostname-override=cp-1 5:9",
      "kubelet --read-only-port=10255 7:5",
      "kubelet --anonymous-auth=true 15:22",
    ]);
  });

  test("fields that become flags, and an etcd of one's own", () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
clusterName: prod
networking: {dnsDomain: prod.local, serviceSubnet: 10.1.0.0/16, podSubnet: 10.2.0.0/16}
etcd:
  external:
    endpoints: [https://e1:2379, https://e2:2379]
    caFile: /etcd/ca.crt
`;
    expect(flags(text)).toEqual([
      "kube-apiserver --etcd-cafile=/etcd/ca.crt 8:13",
      "kube-apiserver --etcd-servers=https://e1:2379,https://e2:2379 7:16",
      "kube-apiserver --service-account-issuer=https://kubernetes.default.svc.prod.local 4:25",
      "kube-apiserver --service-cluster-ip-range=10.1.0.0/16 4:52",
      "kube-controller-manager --cluster-name=prod 3:14",
      "kube-controller-manager --allocate-node-cidrs=true 4:76",
      "kube-controller-manager --cluster-cidr=10.2.0.0/16 4:76",
      "kube-controller-manager --service-cluster-ip-range=10.1.0.0/16 4:52",
    ]);
  });

  test("what a template fills in, or the environment of the pod, is not known", () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: \${VERSION}
apiServer:
  extraArgs:
    oidc-issuer-url: "{{ issuer }}"
    bind-address: $(HOST_IP)
`;
    expect(flags(text)).toEqual([
      "kube-apiserver --oidc-issuer-url={{ issuer }} 6:5 ?",
      "kube-apiserver --bind-address=$(HOST_IP) 7:5 ?",
    ]);
  });
});

describe("where a further argument would be written", () => {
  test.each([
    ["", "2:7"],
    ["apiServer: {}\n", "3:1"],
    ["apiServer:\n  extraArgs:\n", "4:3"],
  ])("%j", (section, place) => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\n${section}`;
    const { facts } = parse({ path: "kubeadm.yaml", text });
    const places = facts.flatMap((fact) => (fact.fact === "invocation" ? [writtenAt(fact.invocation.origin)] : []));
    expect(places[0]).toBe(place);
  });
});

describe("the kubelet's configuration as kubeadm leaves it", () => {
  const configuration = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous: {enabled: true}
`;

  function kubeletSettings(text: string): readonly (readonly [string | undefined, Record<string, string>])[] {
    return parse({ path: "kubeadm.yaml", text }).facts.flatMap((fact) => {
      if (fact.fact !== "configuration" || fact.configuration.kind !== "KubeletConfiguration") return [];
      const settings = [...fact.configuration.settings].map(([name, { value, origin }]) => [
        name,
        `${value} ${writtenAt(origin)}`,
      ]);
      return [[fact.path, Object.fromEntries(settings)]];
    });
  }

  test("what a document beside says, and kubeadm's own", () => {
    const [[path, settings] = []] = kubeletSettings(`${init}---\n${configuration}`);
    expect(path).toBe("/var/lib/kubelet/config.yaml");
    expect(settings).toMatchObject({
      "authentication.anonymous.enabled": "true 12:24",
      "authentication.webhook.enabled": "true kubeadm's own kubelet configuration",
      "authentication.x509.clientCAFile": "/etc/kubernetes/pki/ca.crt kubeadm's own kubelet configuration",
      "authorization.mode": "Webhook kubeadm's own kubelet configuration",
    });
  });

  test("none is written", () => {
    expect(kubeletSettings(init)[0]?.[1]).toMatchObject({
      "authentication.anonymous.enabled": "false kubeadm's own kubelet configuration",
    });
  });

  test("a machine that joins takes the cluster's", () => {
    const join = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\n";
    expect(kubeletSettings(join)).toEqual([]);
    expect(kubeletSettings(`${join}---\n${configuration}`)[0]?.[0]).toBeUndefined();
  });
});

describe("what kubeadm refuses is told; the rest is read", () => {
  const cluster = (version: string, rest: string): string =>
    `apiVersion: kubeadm.k8s.io/${version}\nkind: ClusterConfiguration\n${rest}`;

  test.each([
    [
      "a boolean where a text belongs",
      cluster("v1beta3", "apiServer:\n  extraArgs:\n    anonymous-auth: false\n    profiling: 'false'\n"),
      [
        "error configuration-refused 5:21: kubeadm refuses this: json: cannot unmarshal bool into Go struct field APIServer.apiServer.extraArgs of type string",
      ],
      ["kube-apiserver --anonymous-auth=false 5:5", "kube-apiserver --profiling=false 6:5"],
    ],
    [
      "a number in a list",
      cluster("v1beta4", "scheduler:\n  extraArgs:\n  - name: v\n    value: 2\n"),
      [
        "error configuration-refused 6:12: kubeadm refuses this: json: cannot unmarshal number into Go struct field Arg.scheduler.extraArgs.value of type string",
      ],
      ["kube-scheduler --v=2 5:5"],
    ],
    [
      "the form of the other version",
      cluster("v1beta4", "apiServer:\n  extraArgs:\n    profiling: 'false'\n"),
      [
        "error configuration-refused 5:5: kubeadm refuses this: json: cannot unmarshal object into Go struct field APIServer.apiServer.extraArgs of type []v1beta4.Arg",
      ],
      ["kube-apiserver --profiling=false 5:5"],
    ],
    [
      "a misspelt field",
      cluster("v1beta4", "apiServer:\n  extraArg: []\n"),
      [
        'warning unknown-field 4:3: unknown field "apiServer.extraArg" in ClusterConfiguration: kubeadm goes on without it',
      ],
      [],
    ],
    [
      "a newer version",
      `${cluster("v1beta9", "apiServer: {}\n")}---\n${init}`,
      [
        'error unknown-version 1:13: no kind "ClusterConfiguration" is known of version "kubeadm.k8s.io/v1beta9": v1beta1 to v1beta4 are read',
      ],
      ["kubelet --hostname-override=cp-1 9:9", "kubelet --read-only-port=10255 11:5"],
    ],
  ])("%s", (_name, text, told, read) => {
    const source = { path: "kubeadm.yaml", text };
    expect(complaints(source)).toEqual(told);
    expect(writtenFlags(source)).toEqual(read);
  });
});

describe("the ConfigMaps that kubeadm keeps in the cluster", () => {
  const clusterMap = `apiVersion: v1
kind: ConfigMap
metadata: {name: kubeadm-config, namespace: kube-system}
data:
  ClusterConfiguration: |
    apiVersion: kubeadm.k8s.io/v1beta4
    kind: ClusterConfiguration
    kubernetesVersion: v1.36.3
    apiServer:
      extraArgs:
      - name: anonymous-auth
        value: "false"
    certificatesDir: /etc/kubernetes/pki
`;

  test("places are those of the ConfigMap", () => {
    expect(flags(clusterMap)).toEqual(
      expect.arrayContaining([
        "kube-apiserver --client-ca-file=/etc/kubernetes/pki/ca.crt 13:22",
        "kube-apiserver --anonymous-auth=false 11:9",
        "kube-controller-manager --root-ca-file=/etc/kubernetes/pki/ca.crt 13:22",
      ]),
    );
    const [server] = parse({ path: "dump.yaml", text: clusterMap }).facts;
    expect(server?.fact === "invocation" && server.invocation.instance).toBe(
      "kube-apiserver of ConfigMap kube-system/kubeadm-config",
    );
  });

  test("the kubelet's, complete as it stands", () => {
    const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: kubelet-config, namespace: kube-system}
data:
  kubelet: "apiVersion: kubelet.config.k8s.io/v1beta1\\nkind: KubeletConfiguration\\nreadOnlyPort: 10255\\n"
`;
    const { facts } = parse({ path: "dump.yaml", text });
    const configuration = facts.find((fact) => fact.fact === "configuration");
    expect(configuration).toMatchObject({ path: "/var/lib/kubelet/config.yaml" });
    const kubelet = configuration?.configuration;
    const port = kubelet?.kind === "KubeletConfiguration" ? kubelet.settings.get("readOnlyPort") : undefined;
    expect(port && `${port.value} ${writtenAt(port.origin)}`).toBe("10255 5:98");
    expect(facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation.instance] : []))).toEqual([
      "kubelet of ConfigMap kube-system/kubelet-config",
    ]);
  });

  test.each([
    ["of another namespace", clusterMap.replace("kube-system", "default"), ["not-ours"], []],
    [
      "that does not parse",
      clusterMap.replace('value: "false"', 'value: "false'),
      ["refused"],
      ["error yaml-syntax 12:16: error converting YAML to JSON: yaml: found unexpected end of stream"],
    ],
    [
      "that holds something else",
      clusterMap.replace("kind: ClusterConfiguration", "kind: Nothing"),
      ["refused"],
      ["error configuration-refused 5:3: kubeadm refuses this: it holds no ClusterConfiguration"],
    ],
  ])("one %s", (_name, text, outcomes, told) => {
    expect(parse({ path: "dump.yaml", text }).documents.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(complaints({ path: "dump.yaml", text })).toEqual(told);
  });
});

describe("the Secrets of tokens that nodes join with, as far as they stay", () => {
  const secret = "c0izixklcxtmnze7";

  test.each([
    ["for good", `{token: 9a08jv.${secret}, ttl: 0s}`, [["bootstrap-token-9a08jv 4:11", undefined, "true"]]],
    [
      "until a time",
      `{token: 9a08jv.${secret}, expires: "2030-01-01T00:00:00Z", usages: [signing], groups: [system:bootstrappers:a]}`,
      [["bootstrap-token-9a08jv 4:11", "2030-01-01T00:00:00Z", undefined]],
    ],
    ["for a day", `{token: 9a08jv.${secret}}`, []],
    ["for hours", `{token: 9a08jv.${secret}, ttl: 10h0m0s}`, []],
    ["of a token that kubeadm makes up", "{ttl: 0s}", []],
    ["of what is no token", "{token: abc, ttl: 0s}", []],
  ])("%s", (_name, token, expected) => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nbootstrapTokens:\n- ${token}\n`;
    const { facts } = parse({ path: "kubeadm.yaml", text });
    const tokens = facts.flatMap((fact) => {
      if (fact.fact !== "object" || fact.object.kind !== "Secret") return [];
      const { meta, bootstrapToken } = fact.object;
      const { expiration, authentication, secretDigest } = bootstrapToken ?? {};
      expect(secretDigest).toMatch(/^[0-9a-f]{64}$/);
      return [[`${meta.name.value} ${writtenAt(meta.name.origin)}`, expiration?.value, authentication?.value]];
    });
    expect(tokens).toEqual(expected);
  });
});
