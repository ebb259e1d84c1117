import type { ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askRequest, type LoadedGraph, loadGraph, requestWorld } from "@authgraph/engine";
import type { PresentedCredential } from "@authgraph/kubernetes";
import { textSources } from "../folder-sources.ts";
import { end, freePorts, makeAuthority, runTiedToUs } from "./control-plane.ts";
import { type FlagCombination, folderMark } from "./flag-combinations.ts";
import { refusalNames } from "./refusal-names.ts";

/** What became of one combination at a real server and here. */
export interface FlagComparison {
  readonly combination: FlagCombination;
  readonly starts: boolean;
  readonly probes: number;
  /** Of the probes: those whose answer somebody outside decides. */
  readonly unknown: number;
  /** What differs, in words; none where the two agree. */
  readonly disagreements: readonly string[];
}

/** Starts a kube-apiserver with each combination in turn and compares whether it starts, why not, and whom it lets in. */
export async function* compareCombinations(
  assets: string,
  combinations: readonly FlagCombination[],
): AsyncIterable<FlagComparison> {
  const folder = mkdtempSync(join(tmpdir(), "authgraph-flags-"));
  const [etcdPort = 0, peerPort = 0] = await freePorts(2);
  const shared = sharedFiles(folder);
  // Each in a folder of its own, which is gone when it ends.
  const etcdFolder = join(folder, "etcd");
  mkdirSync(etcdFolder);
  const etcd = runTiedToUs(etcdFolder, "etcd", join(assets, "etcd"), etcdFlags(etcdFolder, etcdPort, peerPort));
  try {
    for (const [number, combination] of combinations.entries()) {
      const server = await startServer({ assets, folder, number, etcdPort, shared, combination });
      try {
        yield await compare(combination, server, shared);
      } finally {
        await end(server.process);
      }
    }
  } finally {
    await end(etcd);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function etcdFlags(folder: string, port: number, peerPort: number): readonly string[] {
  return [
    `--data-dir=${join(folder, "data")}`,
    "--unsafe-no-fsync",
    `--listen-client-urls=http://127.0.0.1:${port}`,
    `--advertise-client-urls=http://127.0.0.1:${port}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peerPort}`,
    `--initial-cluster=default=http://127.0.0.1:${peerPort}`,
  ];
}

/** Where the files lie as far as the graph is concerned. */
const hostFolder = "/host";

/** Keys and an authority that every combination may name. */
function sharedFiles(folder: string): Readonly<Record<string, string>> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    "sa.key": String(privateKey.export({ type: "pkcs8", format: "pem" })),
    "sa.pub": String(publicKey.export({ type: "spki", format: "pem" })),
    "ca.crt": readFileSync(makeAuthority(folder).certificate, "utf8"),
  };
}

interface StartInput {
  readonly assets: string;
  readonly folder: string;
  readonly number: number;
  readonly etcdPort: number;
  readonly shared: Readonly<Record<string, string>>;
  readonly combination: FlagCombination;
}

interface StartedServer {
  readonly process: ChildProcess;
  readonly port: number;
  readonly starts: boolean;
  /** What it said last, where it refused. */
  readonly said: readonly string[];
}

async function startServer({
  assets,
  folder,
  number,
  etcdPort,
  shared,
  combination,
}: StartInput): Promise<StartedServer> {
  const own = join(folder, `host-${number}`);
  mkdirSync(own);
  for (const [name, text] of Object.entries({ ...shared, ...combination.files })) writeFileSync(join(own, name), text);
  const [port = 0] = await freePorts(1);
  const flags = [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    `--etcd-prefix=/host-${number}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${port}`,
    `--cert-dir=${join(own, "certs")}`,
    ...combination.flags.map((flag) => flag.replaceAll(folderMark, own)),
  ];
  const name = `kube-apiserver-${number}`;
  const process = runTiedToUs(own, name, join(assets, "kube-apiserver"), flags, folder);
  const deadline = Date.now() + 60_000;
  while (process.exitCode === null && Date.now() < deadline && !(await isUp(port))) await sleep(100);
  const starts = process.exitCode === null && Date.now() < deadline;
  const log = readFileSync(join(folder, `${name}.log`), "utf8").replaceAll(own, hostFolder);
  const said = starts ? [] : lastWords(log);
  return { process, port, starts, said };
}

/** RBAC's own objects are there: until then nobody is allowed anything. */
async function isUp(port: number): Promise<boolean> {
  const status = await ask(port, "/version", {});
  return status !== undefined && status !== 0 && (await settled(port));
}

async function settled(port: number): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    const status = await ask(port, "/readyz/poststarthook/rbac/bootstrap-roles", {});
    // Whoever may not ask is told so at once, ready or not: time is all there is then.
    if (status === 200) return true;
    await sleep(150);
  }
  return true;
}

function lastWords(log: string): readonly string[] {
  const lines = log.split("\n").filter((line) => /^Error: |"command failed"|panic:/.test(line));
  return lines.map((line) => line.replace(/^[EF]\d{4} [\d:.]+ +\d+ /, ""));
}

/** The status of an answer; undefined where nobody answers. */
function ask(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sent = request(
      { host: "127.0.0.1", port, path, headers, rejectUnauthorized: false, timeout: 5_000, agent: false },
      (reply) => {
        reply.resume();
        reply.on("end", () => resolve(reply.statusCode));
      },
    );
    sent.on("error", () => resolve(undefined));
    sent.on("timeout", () => sent.destroy());
    sent.end();
  });
}

async function compare(
  combination: FlagCombination,
  server: StartedServer,
  shared: Readonly<Record<string, string>>,
): Promise<FlagComparison> {
  const loaded = await loadHost(combination, shared);
  const refusals = loaded.graph.apiServers[0]?.refusals ?? [];
  const said = refusals.map(({ message }) => message).join("\n");
  const starts = refusals.length === 0;
  if (starts !== server.starts) {
    const words = server.starts ? `says ${said}` : `the server says ${server.said.join(" / ")}`;
    const disagreements = [`starts: ${server.starts}, here ${starts}: ${words}`];
    return { combination, starts: server.starts, probes: 0, unknown: 0, disagreements };
  }
  if (!starts) {
    const names = refusalNames(server.said);
    const agrees = names.length === 0 || names.some((name) => said.includes(name));
    const disagreements = agrees ? [] : [`refused for ${server.said.join(" / ")}, here ${said}`];
    return { combination, starts, probes: 0, unknown: 0, disagreements };
  }
  return { combination, starts, ...(await compareProbes(loaded, server.port)) };
}

const probedPaths = ["/version", "/healthz", "/metrics", "/api/v1/namespaces/default/secrets", "/api/v1/nodes"];
const probes: readonly { readonly words: string; readonly credential: PresentedCredential; readonly header: string }[] =
  [
    { words: "nobody", credential: { kind: "none" }, header: "" },
    { words: "alice", credential: { kind: "bearer", token: "good-token" }, header: "Bearer good-token" },
    { words: "bob", credential: { kind: "bearer", token: "bob-token" }, header: "Bearer bob-token" },
    { words: "a wrong token", credential: { kind: "bearer", token: "wrong" }, header: "Bearer wrong" },
    { words: "basic", credential: { kind: "basic" }, header: "Basic YTpi" },
  ];

async function compareProbes(
  loaded: LoadedGraph,
  port: number,
): Promise<Pick<FlagComparison, "probes" | "unknown" | "disagreements">> {
  const world = await requestWorld(loaded, new Date().toISOString());
  const disagreements: string[] = [];
  let unknown = 0;
  for (const { words, credential, header } of probes) {
    for (const path of probedPaths) {
      const status = await ask(port, path, header === "" ? {} : { authorization: header });
      const { outcome } = askRequest(loaded, { method: "GET", path, headers: [], credential }, world);
      const recorded = status === 401 ? "unauthenticated" : status === 403 ? "forbidden" : "allowed";
      if (outcome === "unknown") unknown++;
      else if (outcome !== recorded && status !== 500)
        disagreements.push(`${words} ${path}: ${status}, here ${outcome}`);
    }
  }
  return { probes: probes.length * probedPaths.length, unknown, disagreements };
}

/** The same host as files: a static pod and what it names. */
async function loadHost(
  { flags, files }: FlagCombination,
  shared: Readonly<Record<string, string>>,
): Promise<LoadedGraph> {
  const command = ["kube-apiserver", "--etcd-servers=http://127.0.0.1:2379", ...flags];
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "kube-apiserver", namespace: "kube-system" },
    spec: {
      containers: [
        {
          name: "kube-apiserver",
          image: "registry.k8s.io/kube-apiserver:v1.37.2",
          command: command.map((word) => word.replaceAll(folderMark, hostFolder)),
        },
      ],
    },
  };
  const named = Object.entries({ ...shared, ...files }).map(([name, text]) => [`host/${name}`, text] as const);
  const result = await loadGraph({
    sources: textSources({ "pod.yaml": JSON.stringify(pod), ...Object.fromEntries(named) }),
    onFile: () => {},
    kubernetesVersion: undefined,
    appliedNamespace: "default",
    complete: true,
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.loaded;
}
