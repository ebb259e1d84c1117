import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedPath } from "../shared-material.ts";

/** A request and what a real kube-apiserver made of it. */
export interface RecordedRequest {
  readonly class: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly code: number;
  /** The first 300 characters. */
  readonly message?: string;
  /** The last event of the audit log. */
  readonly audit?: {
    readonly decision?: "allow" | "forbid";
    readonly impersonated?: {
      readonly username: string;
      readonly groups?: readonly string[];
      readonly uid?: string | undefined;
      readonly extra?: Readonly<Record<string, readonly string[]>> | undefined;
    };
  };
}

/** One server with its cluster, and what it was asked. */
export interface RecordedServer {
  readonly name: string;
  /** The files of its host, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly requests: readonly { readonly recorded: RecordedRequest; readonly asked: object }[];
}

/** The names of the recorded servers; none where the recordings are not there. */
export function recordedServers(): readonly string[] {
  const folder = sharedPath("oracle/http");
  if (folder === undefined) return [];
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, "requests.jsonl")));
}

/** Turns a recording into the files of a host and the lines of `authgraph request`. */
export function recordedServer(name: string): RecordedServer {
  const read = (file: string): string => readFileSync(join(sharedPath("oracle/http", name) ?? "", file), "utf8");
  const { server, flags }: { readonly server: string; readonly flags: readonly string[] } = JSON.parse(
    read("flags.json"),
  );
  const callers: Callers = JSON.parse(read("subjects.json"));
  const kept = ["tokens.csv", "authn.yaml"].filter((file) => sharedPath("oracle/http", name, file) !== undefined);
  const files = Object.fromEntries(kept.map((file) => [`etc/kubernetes/${file}`, read(file)]));
  const requests = read("requests.jsonl")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): RecordedRequest => JSON.parse(line))
    .flatMap((recorded) => {
      const credential = credentialOf(recorded, callers);
      return credential === undefined ? [] : [{ recorded, asked: requestOf(recorded, credential) }];
    });
  return {
    name,
    files: { ...files, "cluster.yaml": read("cluster.yaml"), "kube-apiserver.yaml": serverPod(server, flags) },
    requests,
  };
}

/** By the symbol that stands for the credential: whom the server took each caller for. */
type Callers = Readonly<
  Record<string, { readonly username?: string; readonly code?: number; readonly [member: string]: unknown }>
>;

function requestOf({ method, path, headers, body }: RecordedRequest, credential: object): object {
  const { as: _, ...sent } = headers;
  return { method, path, headers: sent, ...(body === undefined ? {} : { body }), credential };
}

function credentialOf({ headers }: RecordedRequest, callers: Callers): object | undefined {
  const as = String(headers.as);
  const caller = callers[as];
  if (caller === undefined) return undefined;
  if (as === "bad-token") return { kind: "bearer", token: "no-such-token" };
  if (as === "basic") return { kind: "basic" };
  if (as === "bad-scheme") return { kind: "authorization", value: "Token abc" };
  if (as === "empty-bearer") return { kind: "authorization", value: "Bearer " };
  if (as === "anonymous") return { kind: "none" };
  const { username, code: _, ...rest } = caller;
  return { kind: "user", user: username, ...rest };
}

/** The server as a static pod; a flag whose file was not kept is left out. */
function serverPod(version: string, flags: readonly string[]): string {
  const known = flags.filter((flag) => !/=<|=.*<file>/.test(flag));
  const command = known.map((flag) => flag.replace(/=(tokens\.csv|authn\.yaml)$/, "=/etc/kubernetes/$1"));
  const image = `registry.k8s.io/kube-apiserver:${version}`;
  const containers = [{ name: "kube-apiserver", image, command: ["kube-apiserver", ...command] }];
  const metadata = { name: "kube-apiserver", namespace: "kube-system" };
  return JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata, spec: { containers } });
}
