import type { BuiltInOrigin, Located } from "@authgraph/source";
import type { Component, Flag } from "../facts.ts";
import { compareMinors, parseMinor } from "../versions.ts";

// k8s.io/kubernetes cmd/kubeadm/app: phases/controlplane/manifests.go, phases/etcd/local.go, phases/kubelet/flags.go
// and the drop-in 10-kubeadm.conf. Left out is what no access depends on and some version does not know.

/** What decides the flags that kubeadm gives to components. What is undefined is nowhere written: kubeadm's default holds. */
export interface KubeadmSettings {
  /** As written, with or without `v`. */
  readonly version: string | undefined;
  readonly certificatesDir: Located<string> | undefined;
  readonly clusterName: Located<string> | undefined;
  readonly dnsDomain: Located<string> | undefined;
  readonly serviceSubnet: Located<string> | undefined;
  readonly podSubnet: Located<string> | undefined;
  /** `localAPIEndpoint`; where nothing is written, the address of the machine. */
  readonly advertiseAddress: Located<string> | undefined;
  readonly bindPort: Located<string> | undefined;
  /** `nodeRegistration.name`; where nothing is written, the name of the machine. */
  readonly nodeName: Located<string> | undefined;
  readonly etcd: KubeadmEtcd;
}

export type KubeadmEtcd =
  | {
      readonly kind: "local";
      readonly dataDir: Located<string> | undefined;
      /** Of etcd's own arguments: API servers are then sent there. */
      readonly advertiseClientUrls: Located<string> | undefined;
    }
  | {
      readonly kind: "external";
      /** Separated by commas. */
      readonly endpoints: Located<string>;
      readonly caFile: Located<string> | undefined;
      readonly certFile: Located<string> | undefined;
      readonly keyFile: Located<string> | undefined;
    };

const kubeadmFlags: BuiltInOrigin = { kind: "built-in", of: "kubeadm's own flags" };
export const kubeadmKubeletConfiguration: BuiltInOrigin = {
  kind: "built-in",
  of: "kubeadm's own kubelet configuration",
};

/** Where kubeadm writes the kubelet's configuration file. */
export const kubeadmKubeletConfigPath = "/var/lib/kubelet/config.yaml";

const defaultCertificatesDir: Located<string> = { value: "/etc/kubernetes/pki", origin: kubeadmFlags };
const defaultDnsDomain: Located<string> = { value: "cluster.local", origin: kubeadmFlags };
const defaultServiceSubnet: Located<string> = { value: "10.96.0.0/12", origin: kubeadmFlags };

/** The flags that kubeadm gives a component where no argument of the same name is written. */
function defaultKubeadmFlags(component: Component, settings: KubeadmSettings): readonly Flag[] {
  switch (component) {
    case "kube-apiserver":
      return apiServerFlags(settings);
    case "kube-controller-manager":
      return controllerManagerFlags(settings);
    case "kube-scheduler":
      return schedulerFlags;
    case "etcd":
      return etcdFlags(settings);
    case "kubelet":
      return kubeletFlags(settings);
  }
}

/**
 * A whole command line (util/arguments.go: ArgumentsToCommand): written arguments replace all of kubeadm's that have the
 * same name. Those of one name stand in the order written, and in that of their values with a kubeadm that sorts them.
 */
export function kubeadmCommand(
  component: Component,
  settings: KubeadmSettings,
  written: readonly Flag[],
): readonly Flag[] {
  const names = new Set(written.map(({ name }) => name));
  // manifests.go: getAPIServerCommand; the two exclude each other.
  if (component === "kube-apiserver" && names.has("authorization-config")) names.add("authorization-mode");
  const own = defaultKubeadmFlags(component, settings).filter(({ name }) => !names.has(name));
  return [...own, ...(sortsArguments(settings.version) ? [...written].sort(byNameThenValue) : written)];
}

/** kubernetes/kubernetes#135400, in 1.36 and the patch releases of February 2026. */
function sortsArguments(version: string | undefined): boolean {
  const [, minor, patch] = /^v?1\.(\d+)\.(\d+)/.exec(version ?? "") ?? [];
  if (minor === undefined || patch === undefined) return false;
  const firstUnsorted = firstUnsortedPatch[Number(minor)];
  return firstUnsorted === undefined ? Number(minor) < 32 : Number(patch) < firstUnsorted;
}

const firstUnsortedPatch: Readonly<Record<number, number>> = { 32: 12, 33: 8, 34: 4, 35: 1 };

function byNameThenValue(a: Flag, b: Flag): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return (a.value ?? "") === (b.value ?? "") ? 0 : (a.value ?? "") < (b.value ?? "") ? -1 : 1;
}

function apiServerFlags(settings: KubeadmSettings): readonly Flag[] {
  const { advertiseAddress, bindPort, dnsDomain = defaultDnsDomain } = settings;
  const inPki = pkiOf(settings);
  return [
    ...(advertiseAddress === undefined ? [] : [flag("advertise-address", advertiseAddress)]),
    own("allow-privileged", "true"),
    own("authorization-mode", "Node,RBAC"),
    flag("client-ca-file", inPki("ca.crt")),
    own("enable-admission-plugins", "NodeRestriction"),
    own("enable-bootstrap-token-auth", "true"),
    ...etcdClientFlags(settings),
    flag("kubelet-client-certificate", inPki("apiserver-kubelet-client.crt")),
    flag("kubelet-client-key", inPki("apiserver-kubelet-client.key")),
    own("kubelet-preferred-address-types", "InternalIP,ExternalIP,Hostname"),
    flag("proxy-client-cert-file", inPki("front-proxy-client.crt")),
    flag("proxy-client-key-file", inPki("front-proxy-client.key")),
    own("requestheader-allowed-names", "front-proxy-client"),
    flag("requestheader-client-ca-file", inPki("front-proxy-ca.crt")),
    own("requestheader-extra-headers-prefix", "X-Remote-Extra-"),
    own("requestheader-group-headers", "X-Remote-Group"),
    own("requestheader-username-headers", "X-Remote-User"),
    flag("secure-port", bindPort ?? { value: "6443", origin: kubeadmFlags }),
    flag("service-account-issuer", {
      value: `https://kubernetes.default.svc.${dnsDomain.value}`,
      origin: dnsDomain.origin,
    }),
    flag("service-account-key-file", inPki("sa.pub")),
    flag("service-account-signing-key-file", inPki("sa.key")),
    flag("service-cluster-ip-range", settings.serviceSubnet ?? defaultServiceSubnet),
    flag("tls-cert-file", inPki("apiserver.crt")),
    flag("tls-private-key-file", inPki("apiserver.key")),
  ];
}

function etcdClientFlags(settings: KubeadmSettings): readonly Flag[] {
  const { etcd } = settings;
  if (etcd.kind === "external") {
    const { endpoints, caFile, certFile, keyFile } = etcd;
    const pair =
      certFile === undefined || keyFile === undefined
        ? []
        : [flag("etcd-certfile", certFile), flag("etcd-keyfile", keyFile)];
    return [...(caFile === undefined ? [] : [flag("etcd-cafile", caFile)]), ...pair, flag("etcd-servers", endpoints)];
  }
  const inPki = pkiOf(settings);
  return [
    flag("etcd-cafile", inPki("etcd/ca.crt")),
    flag("etcd-certfile", inPki("apiserver-etcd-client.crt")),
    flag("etcd-keyfile", inPki("apiserver-etcd-client.key")),
    flag(
      "etcd-servers",
      etcd.advertiseClientUrls ?? { value: `https://${loopback(settings)}:2379`, origin: kubeadmFlags },
    ),
  ];
}

function controllerManagerFlags(settings: KubeadmSettings): readonly Flag[] {
  const { podSubnet, serviceSubnet = defaultServiceSubnet } = settings;
  const inPki = pkiOf(settings);
  const kubeconfig = "/etc/kubernetes/controller-manager.conf";
  const ofNetwork =
    podSubnet === undefined || podSubnet.value === ""
      ? []
      : [
          flag("allocate-node-cidrs", { value: "true", origin: podSubnet.origin }),
          flag("cluster-cidr", podSubnet),
          flag("service-cluster-ip-range", serviceSubnet),
        ];
  return [
    own("authentication-kubeconfig", kubeconfig),
    own("authorization-kubeconfig", kubeconfig),
    own("bind-address", "127.0.0.1"),
    flag("client-ca-file", inPki("ca.crt")),
    flag("cluster-name", settings.clusterName ?? { value: "kubernetes", origin: kubeadmFlags }),
    flag("cluster-signing-cert-file", inPki("ca.crt")),
    flag("cluster-signing-key-file", inPki("ca.key")),
    own("controllers", "*,bootstrapsigner,tokencleaner"),
    own("kubeconfig", kubeconfig),
    own("leader-elect", "true"),
    ...ofNetwork,
    flag("requestheader-client-ca-file", inPki("front-proxy-ca.crt")),
    flag("root-ca-file", inPki("ca.crt")),
    flag("service-account-private-key-file", inPki("sa.key")),
    own("use-service-account-credentials", "true"),
  ];
}

const schedulerKubeconfig = "/etc/kubernetes/scheduler.conf";

const schedulerFlags: readonly Flag[] = [
  own("authentication-kubeconfig", schedulerKubeconfig),
  own("authorization-kubeconfig", schedulerKubeconfig),
  own("bind-address", "127.0.0.1"),
  own("kubeconfig", schedulerKubeconfig),
  own("leader-elect", "true"),
];

function etcdFlags(settings: KubeadmSettings): readonly Flag[] {
  const { etcd, version } = settings;
  if (etcd.kind === "external") return [];
  const inPki = pkiOf(settings);
  const minor = version === undefined ? undefined : parseMinor(version);
  // kubernetes/kubernetes#132838: with etcd 3.6.
  const newNames = minor === undefined || compareMinors(minor, "1.34") >= 0;
  return [
    etcdUrls("advertise-client-urls", settings, (address) => `https://${address}:2379`),
    flag("cert-file", inPki("etcd/server.crt")),
    own("client-cert-auth", "true"),
    flag("data-dir", etcd.dataDir ?? { value: "/var/lib/etcd", origin: kubeadmFlags }),
    newNames ? own("feature-gates", "InitialCorruptCheck=true") : own("experimental-initial-corrupt-check", "true"),
    etcdUrls("initial-advertise-peer-urls", settings, (address) => `https://${address}:2380`),
    flag("key-file", inPki("etcd/server.key")),
    etcdUrls("listen-client-urls", settings, (address) => `https://${loopback(settings)}:2379,https://${address}:2379`),
    own("listen-metrics-urls", `http://${loopback(settings)}:2381`),
    etcdUrls("listen-peer-urls", settings, (address) => `https://${address}:2380`),
    flag("peer-cert-file", inPki("etcd/peer.crt")),
    own("peer-client-cert-auth", "true"),
    flag("peer-key-file", inPki("etcd/peer.key")),
    flag("peer-trusted-ca-file", inPki("etcd/ca.crt")),
    own("snapshot-count", "10000"),
    flag("trusted-ca-file", inPki("etcd/ca.crt")),
    own(newNames ? "watch-progress-notify-interval" : "experimental-watch-progress-notify-interval", "5s"),
  ];
}

/** Where nothing says the address of the machine, what is left of the value is still TLS. */
function etcdUrls(name: string, { advertiseAddress }: KubeadmSettings, urls: (address: string) => string): Flag {
  if (advertiseAddress === undefined) return { ...own(name, urls("<address of the machine>")), unresolved: true };
  const { value, origin } = advertiseAddress;
  return flag(name, { value: urls(value.includes(":") ? `[${value}]` : value), origin });
}

function kubeletFlags({ nodeName }: KubeadmSettings): readonly Flag[] {
  return [
    own("bootstrap-kubeconfig", "/etc/kubernetes/bootstrap-kubelet.conf"),
    own("config", kubeadmKubeletConfigPath),
    ...(nodeName === undefined ? [] : [flag("hostname-override", nodeName)]),
    own("kubeconfig", "/etc/kubernetes/kubelet.conf"),
  ];
}

/**
 * What kubeadm fills into a KubeletConfiguration that does not say it (componentconfigs/kubelet.go: Default), by the path
 * of the field.
 */
function defaultKubeletSettings(settings: KubeadmSettings): ReadonlyMap<string, Located<string>> {
  const { dnsDomain = defaultDnsDomain } = settings;
  const ca = pkiOf(settings)("ca.crt");
  const builtIn = ({ value, origin }: Located<string>): Located<string> => ({
    value,
    origin: origin === kubeadmFlags ? kubeadmKubeletConfiguration : origin,
  });
  const value = (text: string): Located<string> => ({ value: text, origin: kubeadmKubeletConfiguration });
  return new Map([
    ["authentication.anonymous.enabled", value("false")],
    ["authentication.webhook.enabled", value("true")],
    ["authentication.x509.clientCAFile", builtIn(ca)],
    ["authorization.mode", value("Webhook")],
    ["cgroupDriver", value("systemd")],
    ["clusterDomain", builtIn(dnsDomain)],
    ["healthzBindAddress", value("127.0.0.1")],
    ["healthzPort", value("10248")],
    ["rotateCertificates", value("true")],
    ["staticPodPath", value("/etc/kubernetes/manifests")],
  ]);
}

/** What kubeadm makes of the settings that a KubeletConfiguration writes. */
export function withKubeletDefaults(
  settings: KubeadmSettings,
  written: ReadonlyMap<string, Located<string>>,
): ReadonlyMap<string, Located<string>> {
  const merged = new Map(defaultKubeletSettings(settings));
  for (const [name, setting] of written) {
    if (setting.value === "" && merged.has(name)) continue;
    // It cannot tell `false` from nothing and overwrites both.
    if (name === "rotateCertificates" && setting.value !== "true") continue;
    merged.set(name, setting);
  }
  return merged;
}

function pkiOf({ certificatesDir = defaultCertificatesDir }: KubeadmSettings): (file: string) => Located<string> {
  const { value, origin } = certificatesDir;
  const folder = value.replace(/\/+$/, "");
  return (file) => ({ value: `${folder}/${file}`, origin });
}

function loopback({ advertiseAddress }: KubeadmSettings): string {
  return advertiseAddress?.value.includes(":") ? "[::1]" : "127.0.0.1";
}

function own(name: string, value: string): Flag {
  return { name, value, origin: kubeadmFlags, unresolved: false };
}

function flag(name: string, { value, origin }: Located<string>): Flag {
  return { name, value, origin, unresolved: origin.kind === "text" && hasPlaceholder(value) };
}

/** `{{ x }}`, `${x}`: what is written waits for a template. */
function hasPlaceholder(value: string): boolean {
  return /\{\{|\{%|<%|\$\{|\$\(/.test(value);
}
