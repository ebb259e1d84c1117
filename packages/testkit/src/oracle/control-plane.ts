import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ApiClient, apiClient, type ClientCredential } from "./api-client.ts";

/** A throw-away control plane on loopback: etcd, kube-apiserver and the controller that fills aggregated ClusterRoles. */
export interface ControlPlane {
  /** Speaks as a member of system:masters. */
  readonly client: ApiClient;
  /** Speaks as somebody else. */
  clientOf(credential: ClientCredential): ApiClient;
  /** Speaks as one of many users that nobody has heard of: `requester-7`, in the group of its crew. */
  requester(number: number): ApiClient;
  stop(): Promise<void>;
}

const programs = ["etcd", "kube-apiserver", "kube-controller-manager"];

/** The folder of the programs, as envtest names it; undefined where it is not set or they are not there. */
export const assetsFolder: string | undefined = findAssets();

export const assetsMissing =
  "KUBEBUILDER_ASSETS does not name a folder with etcd, kube-apiserver and kube-controller-manager: set it to ask a real server";

function findAssets(): string | undefined {
  const folder = process.env.KUBEBUILDER_ASSETS;
  return folder !== undefined && programs.every((program) => existsSync(join(folder, program))) ? folder : undefined;
}

/** What a control plane has beyond what answering questions takes. */
export interface ControlPlaneSettings {
  /** Controllers, each as its own account, that issue tokens and certificates; the ServiceAccount admission as well. */
  readonly issuesCredentials: boolean;
}

/** Starts one. Somebody else may take a free port before it is used, so it is tried again with others. */
export async function startControlPlane(
  assets: string,
  settings: ControlPlaneSettings = { issuesCredentials: false },
): Promise<ControlPlane> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(assets, settings);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function start(assets: string, { issuesCredentials }: ControlPlaneSettings): Promise<ControlPlane> {
  const folder = mkdtempSync(join(tmpdir(), "authgraph-control-plane-"));
  const file = (name: string) => join(folder, name);
  const running: ChildProcess[] = [];
  const run = (program: string, ...flags: readonly string[]): ChildProcess => {
    const child = runTiedToUs(folder, program, join(assets, program), flags);
    running.push(child);
    return child;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(end));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const [etcdPort, peerPort, port] = await freePorts(3);
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(file("sa.key"), privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
    const token = randomBytes(16).toString("hex");
    writeFileSync(file("tokens.csv"), tokenRows(token), { mode: 0o600 });

    run(
      "etcd",
      `--data-dir=${file("etcd")}`,
      "--unsafe-no-fsync",
      `--listen-client-urls=http://127.0.0.1:${etcdPort}`,
      `--advertise-client-urls=http://127.0.0.1:${etcdPort}`,
      `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
      `--initial-advertise-peer-urls=http://127.0.0.1:${peerPort}`,
      `--initial-cluster=default=http://127.0.0.1:${peerPort}`,
    );
    const apiserver = run(
      "kube-apiserver",
      `--etcd-servers=http://127.0.0.1:${etcdPort}`,
      "--bind-address=127.0.0.1",
      `--secure-port=${port}`,
      // It makes a serving certificate of its own there.
      `--cert-dir=${file("certs")}`,
      `--token-auth-file=${file("tokens.csv")}`,
      "--authorization-mode=Node,RBAC",
      "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
      `--service-account-key-file=${file("sa.key")}`,
      `--service-account-signing-key-file=${file("sa.key")}`,
      "--service-cluster-ip-range=10.0.0.0/24",
      "--endpoint-reconciler-type=none",
      ...(issuesCredentials
        ? [`--client-ca-file=${makeAuthority(folder).certificate}`, "--allow-privileged=true"]
        : questionedPlugins),
    );
    const server = { port: Number(port), certificate: file("certs/apiserver.crt") };
    const client = apiClient({ ...server, token });
    await ready(client, apiserver, file("kube-apiserver.log"));

    const address = `https://127.0.0.1:${port}`;
    writeFileSync(file("kubeconfig"), kubeconfig(address, file("certs/apiserver.crt"), token), { mode: 0o600 });
    run(
      "kube-controller-manager",
      `--kubeconfig=${file("kubeconfig")}`,
      `--controllers=${(issuesCredentials ? issuingControllers : ["clusterrole-aggregation-controller"]).join()}`,
      ...(issuesCredentials
        ? [
            "--use-service-account-credentials=true",
            `--service-account-private-key-file=${file("sa.key")}`,
            `--root-ca-file=${file("certs/apiserver.crt")}`,
            `--cluster-signing-cert-file=${file("ca.crt")}`,
            `--cluster-signing-key-file=${file("ca.key")}`,
          ]
        : []),
      "--leader-elect=false",
      "--secure-port=0",
      "--kube-api-qps=1000",
      "--kube-api-burst=1000",
    );
    const others: ApiClient[] = [];
    const clientOf = (credential: ClientCredential): ApiClient => {
      const other = apiClient({ ...server, ...credential });
      others.push(other);
      return other;
    };
    return {
      client,
      clientOf,
      requester: (number) => clientOf({ token: `${token}-${number}` }),
      stop: async () => {
        for (const one of [client, ...others]) one.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without accounts for pods, and with a plugin that asks more than others. */
export const questionedPlugins: readonly string[] = [
  "--disable-admission-plugins=ServiceAccount",
  "--enable-admission-plugins=OwnerReferencesPermissionEnforcement",
];

/** Whom a requester's token stands for. */
export function requesterIdentity(number: number): { readonly user: string; readonly groups: readonly string[] } {
  return { user: `requester-${number}`, groups: [`crew-${number % crews}`] };
}

/** How many groups the requesters are in, each in one. */
export const crews = 4;
/** How many requesters there are. */
export const requesters = 2_000;

function tokenRows(token: string): string {
  const rows = Array.from({ length: requesters }, (_, number) => {
    const { user, groups } = requesterIdentity(number);
    return `${token}-${number},${user},${user},"${groups.join()}"`;
  });
  return `${[`${token},admin,admin,"system:masters"`, ...rows].join("\n")}\n`;
}

const issuingControllers: readonly string[] = [
  "clusterrole-aggregation-controller",
  "serviceaccount-controller",
  "serviceaccount-token-controller",
  "root-ca-certificate-publisher-controller",
  "certificatesigningrequest-signing-controller",
];

/** Whether there is an openssl to make an authority with: Node reads certificates and makes none. */
export const canMakeAuthority: boolean = spawnSync("openssl", ["version"]).status === 0;

/** A certificate authority of its own, in a folder. */
export function makeAuthority(folder: string): { readonly certificate: string } {
  const [certificate, key] = [join(folder, "ca.crt"), join(folder, "ca.key")];
  const made = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=authority"],
    ...["-keyout", key, "-out", certificate],
  ]);
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr?.toString()}`);
  return { certificate };
}

/**
 * Runs a program for as long as this process lives and its standard input is open. However this process ends, even
 * killed, the pipe closes, a shell kills the program (which takes a minute to end by itself) and removes the folder. What it
 * said is wanted where it ends by itself: its log may lie elsewhere.
 */
export function runTiedToUs(
  folder: string,
  name: string,
  program: string,
  flags: readonly string[],
  logFolder: string = folder,
): ChildProcess {
  const script = `
    folder=$1; shift
    exec 3<&0
    "$@" </dev/null 3<&- & program=$!
    { cat <&3; kill -9 $program; while kill -0 $program; do sleep 0.1; done; rm -rf "$folder"; } >/dev/null 2>&1 &
    exec 3<&-
    wait $program`;
  const log = openSync(join(logFolder, `${name}.log`), "w");
  return spawn("sh", ["-c", script, "sh", folder, program, ...flags], {
    cwd: folder,
    // Out of reach of a terminal's Ctrl-C: the pipe tells it.
    detached: true,
    stdio: ["pipe", log, log],
  });
}

/** Ends what was run so, and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await ended;
}

async function ready(client: ApiClient, apiserver: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await client.isReady())) {
    if (apiserver.exitCode !== null || Date.now() > deadline) {
      const lastLines = readFileSync(log, "utf8").split("\n").slice(-6).join("\n");
      throw new Error(`kube-apiserver ${apiserver.exitCode === null ? "is not ready" : "ended"}:\n${lastLines}`);
    }
    await sleep(100);
  }
}

/** Ports that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  return Promise.all(
    servers.map(async (server) => {
      await new Promise((resolve) => server.once("listening", resolve));
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      return typeof address === "object" && address !== null ? address.port : 0;
    }),
  );
}

function kubeconfig(server: string, certificate: string, token: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "c",
    contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
    clusters: [{ name: "c", cluster: { server, "certificate-authority": certificate } }],
    users: [{ name: "u", user: { token } }],
  });
}
