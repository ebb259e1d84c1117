import type { AccessGraph, ApiServer, ComponentInstance } from "@authgraph/graph";
import type { Certificate } from "@authgraph/kubernetes";
import { isUnset, type KnownSetting, knownBoolean, knownSetting, startedComponents } from "./component-settings.ts";
import { isLoopbackHost, urlParts } from "./hosts.ts";

// go.etcd.io/etcd server/embed config.go (ClientTLSInfo, PeerTLSInfo, ClientAutoTLS) and client/pkg/transport
// listener.go: TLSInfo.ServerConfig demands certificates where ClientCertAuth is set or a trusted CA is named.

/** A door of etcd that is open to whoever reaches it. */
export interface EtcdExposure {
  readonly port: "client" | "peer";
  /** `machine`: only what runs beside it reaches it. */
  readonly who: "network" | "machine";
  /** Where it listens is not among the inputs: what is written of it is a decision all the same. */
  readonly assumed: boolean;
  readonly flag: string;
  readonly setting: Pick<KnownSetting, "origin">;
  readonly label: string;
  readonly why: string;
  readonly remedy: string;
}

/**
 * etcds that hold a cluster: those beside an API server, of kube-system, of an installer or a unit of a machine. Any
 * other may be an application's.
 */
export function etcdsOfCluster(graph: AccessGraph): readonly ComponentInstance[] {
  const besideServer = graph.apiServers.some(({ assumed, settings }) => !assumed && settings.has("etcd-servers"));
  return startedComponents(graph, "etcd").filter(
    ({ instance, installer }) =>
      besideServer || installer !== undefined || /^\w+ kube-system\//.test(instance) || instance.endsWith(".service"),
  );
}

/** The doors of one etcd that ask for no certificate. */
export function etcdExposures(instance: ComponentInstance): readonly EtcdExposure[] {
  return [exposureOf(instance, client), exposureOf(instance, peer)].flatMap((one) => one ?? []);
}

interface Door {
  readonly port: "client" | "peer";
  readonly urls: string;
  readonly demand: string;
  readonly authority: string;
  readonly certificate: string;
  readonly automatic: string;
}

const client: Door = {
  port: "client",
  urls: "listen-client-urls",
  demand: "client-cert-auth",
  authority: "trusted-ca-file",
  certificate: "cert-file",
  automatic: "auto-tls",
};
const peer: Door = {
  port: "peer",
  urls: "listen-peer-urls",
  demand: "peer-client-cert-auth",
  authority: "peer-trusted-ca-file",
  certificate: "peer-cert-file",
  automatic: "peer-auto-tls",
};

function exposureOf(instance: ComponentInstance, door: Door): EtcdExposure | undefined {
  // A configuration file replaces every flag (server/etcdmain/config.go: configFromFile).
  if (instance.settings.has("config-file")) return undefined;
  const urls = knownSetting(instance, door.urls);
  if (urls === undefined) return instance.settings.has(door.urls) ? undefined : decidedExposure(instance, door);
  if (urls.absent) return undefined;
  const listed = urls.values.flatMap((value) => value.split(",")).flatMap((url) => urlParts(url) ?? []);
  const plain = listed.filter(({ scheme }) => scheme === "http");
  if (plain.length > 0) {
    const isLocal = plain.every(({ host }) => isLoopbackHost(host));
    if (isLocal && door.port === "peer") return undefined;
    return {
      port: door.port,
      who: isLocal ? "machine" : "network",
      assumed: false,
      flag: door.urls,
      setting: urls,
      label: "plain HTTP: neither encrypted nor authenticated",
      why: "over plain HTTP etcd cannot ask for a certificate, whatever else is set",
      remedy: `listen on https:// with --${door.certificate} and its key, --${door.demand} and --${door.authority}`,
    };
  }
  return exposureOverTls(instance, door, listed);
}

function exposureOverTls(
  instance: ComponentInstance,
  door: Door,
  listed: readonly { readonly scheme: string; readonly host: string }[],
): EtcdExposure | undefined {
  const secured = listed.filter(({ scheme }) => scheme === "https");
  const demand = knownBoolean(instance, door.demand, false);
  const automatic = knownBoolean(instance, door.automatic, false);
  if (secured.length === 0 || demand === undefined || automatic === undefined) return undefined;
  const hasCertificate = knownSetting(instance, door.certificate)?.value;
  if (hasCertificate === undefined) return undefined;
  const byItself = hasCertificate === "" && automatic.on;
  // Without either it would not start: something else, such as its environment, completes it.
  if (hasCertificate === "" && !byItself) return undefined;
  if (!byItself && (demand.on || !isUnset(instance, door.authority))) return undefined;
  const isLocal = secured.every(({ host }) => isLoopbackHost(host));
  if (isLocal && door.port === "peer") return undefined;
  return openDoor(door, byItself, byItself ? automatic : demand, isLocal ? "machine" : "network", false);
}

/** What an excerpt says outright, wherever etcd listens. */
function decidedExposure(instance: ComponentInstance, door: Door): EtcdExposure | undefined {
  const demand = knownBoolean(instance, door.demand, false);
  const automatic = knownBoolean(instance, door.automatic, false);
  if (automatic?.on === true && !automatic.byInstaller && demand === undefined) {
    return openDoor(door, true, automatic, "network", true);
  }
  if (demand === undefined || demand.on || demand.byInstaller || instance.settings.has(door.authority))
    return undefined;
  return openDoor(door, false, demand, "network", true);
}

function openDoor(
  door: Door,
  byItself: boolean,
  setting: KnownSetting,
  who: EtcdExposure["who"],
  assumed: boolean,
): EtcdExposure {
  const certificate = byItself ? `, and --${door.certificate} and its key in place of --${door.automatic}` : "";
  return {
    port: door.port,
    who,
    assumed,
    flag: byItself ? door.automatic : door.demand,
    setting,
    label: byItself ? "its own certificate, and none is asked for" : `no certificate of a ${door.port} is asked for`,
    why: "etcd asks no authorizer: whoever it lets in can do everything",
    remedy: `set --${door.demand}=true and --${door.authority} to a CA that signs nothing else${certificate}`,
  };
}

/** What the API server's side shows of an open etcd. */
export interface StoreExposure extends Omit<EtcdExposure, "port" | "assumed"> {
  /** The address alone says that etcd lets everybody in. */
  readonly atEtcd: boolean;
}

export function storeExposure(server: ApiServer): StoreExposure | undefined {
  if (server.assumed) return undefined;
  const servers = knownSetting(server, "etcd-servers");
  if (servers === undefined || servers.absent) return undefined;
  const listed = servers.values.flatMap((value) => value.split(",")).flatMap((url) => urlParts(url) ?? []);
  const plain = listed.filter(({ scheme }) => scheme === "http");
  if (plain.length > 0) {
    return {
      atEtcd: true,
      who: plain.every(({ host }) => isLoopbackHost(host)) ? "machine" : "network",
      flag: "etcd-servers",
      setting: servers,
      label: "plain HTTP: neither encrypted nor authenticated",
      why: "an etcd that is spoken to over plain HTTP cannot ask for a certificate",
      remedy:
        "serve etcd over https:// with client certificates, and set --etcd-cafile, --etcd-certfile and --etcd-keyfile",
    };
  }
  const certificate = knownSetting(server, "etcd-certfile");
  if (!listed.some(({ scheme }) => scheme === "https") || certificate === undefined || certificate.value !== "") {
    return undefined;
  }
  const isLocal = listed.every(({ host }) => isLoopbackHost(host));
  return {
    atEtcd: false,
    who: isLocal ? "machine" : "network",
    flag: "etcd-certfile",
    setting: certificate,
    label: "no --etcd-certfile: it shows etcd no certificate",
    why: "the API server gets in without a certificate, and so does everybody else",
    remedy:
      "let etcd demand certificates (--client-cert-auth, --trusted-ca-file) and set --etcd-certfile and --etcd-keyfile",
  };
}

/** The certificates of the file of the inputs that a flag names; undefined where it is not clear which, or none is. */
export function certificateFile(
  { inventory }: AccessGraph,
  path: string,
  from: string,
): readonly Certificate[] | undefined {
  const tail = path.startsWith("/") ? path : `/${path}`;
  const files = inventory.configurations.filter(
    (file) => file.value.kind === "CertificateBundle" && `/${file.path}`.endsWith(tail),
  );
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const [first, ...others] = files.length > 1 ? files.filter((file) => file.path.startsWith(folder)) : files;
  return first?.value.kind === "CertificateBundle" && others.length === 0 ? first.value.certificates : undefined;
}

/** Whether two bundles have a certificate in common. */
export function sharesCertificate(one: readonly Certificate[], other: readonly Certificate[]): boolean {
  const known = new Set(one.map(({ sha256 }) => sha256));
  return other.some(({ sha256 }) => known.has(sha256));
}
