import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseAllDocuments } from "yaml";
import type { ApiClient, Reply } from "./api-client.ts";
import { type ControlPlane, startControlPlane } from "./control-plane.ts";

/** A real control plane on which identities do what paths say they can. */
export interface ClaimCluster {
  /** Creates or replaces every object of a stream, and the namespaces and ServiceAccounts they name. */
  apply(manifests: string): Promise<void>;
  /** Somebody who runs as a ServiceAccount, with a token of its own. */
  as(namespace: string, account: string): Promise<ApiClient>;
  withToken(token: string): ApiClient;
  withCertificate(certificate: string, key: string): ApiClient;
  readonly admin: ApiClient;
  stop(): Promise<void>;
}

/** An object of any kind. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

export async function startClaimCluster(assets: string): Promise<ClaimCluster> {
  const controlPlane: ControlPlane = await startControlPlane(assets, { issuesCredentials: true });
  const admin = controlPlane.client;
  // The controllers' own accounts are made when each first needs one.
  await until(async () => (await admin.ask("GET", accountPath("kube-system", aggregationAccount))).status === 200);

  const addAccount = async (namespace: string, name: string): Promise<void> => {
    await admin.send("POST", "/api/v1/namespaces", { metadata: { name: namespace } }, [409]);
    await admin.send("POST", accountPath(namespace), { metadata: { name } }, [409]);
  };
  return {
    admin,
    async apply(manifests) {
      for (const object of objectsOf(manifests)) {
        const { namespace, name } = object.metadata;
        if (namespace !== undefined) {
          await admin.send("POST", "/api/v1/namespaces", { metadata: { name: namespace } }, [409]);
        }
        for (const subject of object.subjects ?? []) {
          if (subject.kind === "ServiceAccount") await addAccount(subject.namespace ?? namespace ?? "", subject.name);
        }
        const { status } = await admin.ask("GET", `${collectionOf(object)}/${name}`);
        const there = status === 200 ? `/${name}` : "";
        await admin.send(there === "" ? "POST" : "PUT", `${collectionOf(object)}${there}`, object);
      }
    },
    async as(namespace, account) {
      await addAccount(namespace, account);
      const request = { spec: {} };
      const path = `${accountPath(namespace, account)}/token`;
      const { status } = await admin.send<{ readonly status: { readonly token: string } }>("POST", path, request);
      return controlPlane.clientOf({ token: status.token });
    },
    withToken: (token) => controlPlane.clientOf({ token }),
    withCertificate: (cert, key) => controlPlane.clientOf({ cert, key }),
    stop: controlPlane.stop,
  };
}

const aggregationAccount = "clusterrole-aggregation-controller";

function accountPath(namespace: string, name?: string): string {
  return `/api/v1/namespaces/${namespace}/serviceaccounts${name === undefined ? "" : `/${name}`}`;
}

function objectsOf(manifests: string): readonly PlainObject[] {
  return parseAllDocuments(manifests).map((document): PlainObject => document.toJS());
}

/** The path of an object's collection. */
export function collectionOf({ apiVersion, kind, metadata: { namespace } }: PlainObject): string {
  const root = apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`;
  const plural = kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
  return `${root}${namespace === undefined ? "" : `/namespaces/${namespace}`}/${plural.toLowerCase()}`;
}

/** Whether somebody can do what only a cluster-admin may: read every Secret, and bind whom it likes. */
export async function isClusterAdmin(client: ApiClient): Promise<boolean> {
  const review = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: { resourceAttributes: { verb: "*", group: "*", resource: "*" } },
  };
  const path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  const { status } = await client.send<{ readonly status: { readonly allowed: boolean } }>("POST", path, review);
  return status.allowed && (await client.ask("GET", "/api/v1/secrets?limit=1")).status === 200;
}

/** Waits for what controllers and caches need a moment for. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("not within a minute");
    await sleep(100);
  }
}

/** The same, with the last answer where it never comes. */
export async function answered(ask: () => Promise<Reply>, ...statuses: readonly number[]): Promise<Reply> {
  let last = await ask();
  const deadline = Date.now() + 30_000;
  // A binding just written may not be in the authorizer's cache yet.
  while (!statuses.includes(last.status) && Date.now() < deadline) {
    await sleep(100);
    last = await ask();
  }
  if (!statuses.includes(last.status)) throw new Error(`${last.status} ${last.text}`);
  return last;
}

/** A key, and a request for a certificate in somebody's name. */
export function certificateRequest(user: string, group: string): { readonly key: string; readonly request: string } {
  const folder = mkdtempSync(join(tmpdir(), "authgraph-request-"));
  try {
    const [key, csr] = [join(folder, "key"), join(folder, "csr")];
    const subject = `/O=${group}/CN=${user}`;
    spawnSync("openssl", [
      "req",
      "-new",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-subj",
      subject,
      "-keyout",
      key,
      "-out",
      csr,
    ]);
    return { key: readFileSync(key, "utf8"), request: readFileSync(csr).toString("base64") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
