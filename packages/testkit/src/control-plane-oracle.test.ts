import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AccessGraph,
  type ApiServer,
  authorizeAt,
  buildAccessGraph,
  buildInventory,
  type TextFacts,
} from "@authgraph/graph";
import {
  type Attributes,
  anonymousIdentity,
  type FileRole,
  isKnownMinor,
  loadDefaultPolicy,
  loadKubeadmPolicy,
  newestMinor,
  parseMinor,
} from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

// Control-plane hosts, started for real: what the server did with its flags and files, and what it answered to requests
// without credentials. Settings that the graph does not read yet are named below; nothing else may differ.

// A sample lies in the checkout, so that a plain clone tests something real.
const folder = sharedPath("oracle/controlplane") ?? checkoutPath("fixtures/oracle/controlplane");
const hosts = readdirSync(folder).filter((name) => existsSync(join(folder, name, "host.json")));

interface RecordedHost {
  readonly version: string;
  readonly starts: boolean;
  readonly error?: readonly string[];
  readonly probes?: readonly Probe[];
}

interface Probe {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly credential: string | { readonly kind: string };
  readonly code: number;
}

/** Hosts that a kube-apiserver refuses for a setting that the graph does not read. */
const refusedForOtherReasons =
  /^(abac-unknown-version|authn-webhook-missing|authzcfg-(bad-name|no-name|rbac-with-webhook-block|webhook-no-kubeconfig)|client-ca-|flag-(?!positional)|jwt-|oidc-|requestheader-|sa-|tokens-|webhook-flag-version)/;

describe("a kube-apiserver started with the flags and files of a host", () => {
  test.each(hosts)("%s", async (name) => {
    const host = recordedHost(name);
    const graph = await graphOfHost(name, host);
    const [server, ...others] = graph.apiServers;
    expect(others).toEqual([]);
    if (server === undefined) return;

    const messages = server.refusals.map(({ message }) => message);
    if (host.starts) expect(messages).toEqual([]);
    else if (!refusedForOtherReasons.test(name)) expect([name, messages.length]).not.toEqual([name, 0]);

    const probes = host.starts ? host.probes : undefined;
    for (const probe of probes ?? []) {
      if (!isWithoutCredentials(probe)) continue;
      const answer = answerWithoutCredentials(graph, server, probe);
      if (answer === "unknown") continue;
      expect(`${probe.path} ${answer}`).toBe(`${probe.path} ${probe.code}`);
    }
  });

  const isSample = sharedPath("oracle/controlplane") === undefined;
  test.runIf(isSample)(`the other recorded hosts: ${sharedMaterialMissing}`, (context) => context.skip());
});

function recordedHost(name: string): RecordedHost {
  return JSON.parse(readFileSync(join(folder, name, "host.json"), "utf8"));
}

async function graphOfHost(name: string, { version }: RecordedHost): Promise<AccessGraph> {
  const minor = parseMinor(version) ?? newestMinor;
  const known = isKnownMinor(minor) ? minor : newestMinor;
  return buildAccessGraph(
    buildInventory({
      texts: readHost(join(folder, name)),
      shipped: { kubernetes: await loadDefaultPolicy(known), kubeadm: await loadKubeadmPolicy(known) },
      namespaceOf: () => "default",
      complete: true,
    }),
  );
}

/** The static pod, the files it names in their roles, and the objects. */
function readHost(root: string): readonly TextFacts[] {
  const read = (path: string, role?: FileRole): TextFacts => ({
    path,
    facts: parse({ path, text: readFileSync(join(root, path), "utf8") }, { role }).facts,
  });
  const pod = read("rootfs/etc/kubernetes/manifests/kube-apiserver.yaml");
  const texts = [pod];
  if (existsSync(join(root, "objects.yaml"))) texts.push(read("objects.yaml"));
  for (const fact of pod.facts) {
    if (fact.fact !== "file-reference") continue;
    const path = `rootfs${fact.reference.path.value}`;
    if (existsSync(join(root, path))) texts.push(read(path, fact.reference.role));
  }
  return texts;
}

function isWithoutCredentials({ method, headers, credential }: Probe): boolean {
  const kind = typeof credential === "string" ? credential : credential.kind;
  return kind === "none" && method === "GET" && Object.keys(headers ?? {}).length === 0;
}

/** 401: not let in; 403: denied; 200: allowed. */
function answerWithoutCredentials(graph: AccessGraph, server: ApiServer, { path }: Probe): number | "unknown" {
  const { value: anonymous } = server.anonymous;
  if (anonymous.access === "unknown") return "unknown";
  if (anonymous.access === "off") return 401;
  if (anonymous.access === "some-paths" && !anonymous.paths.some(({ value }) => value === path)) return 401;
  const decision = authorizeAt(graph, server, anonymousIdentity, attributesOfGet(path));
  return { allowed: 200, denied: 403, unknown: "unknown" as const }[decision.outcome];
}

function attributesOfGet(path: string): Attributes {
  const [, namespace, resource] = /^\/api\/v1\/namespaces\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (namespace === undefined || resource === undefined) return { kind: "non-resource", verb: "get", path };
  return { kind: "resource", verb: "list", apiGroup: "", resource, subresource: "", namespace, name: "" };
}
