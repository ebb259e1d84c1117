import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadGraph } from "@authgraph/engine";
import { type AccessGraph, type ApiServer, authorizeAt } from "@authgraph/graph";
import { type Attributes, anonymousIdentity } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { folderSources } from "./folder-sources.ts";
import { refusalNames } from "./oracle/refusal-names.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

// Control-plane hosts, started for real: what the server did with its flags and files, and what it answered to requests
// without credentials. Nothing may differ.

// A sample lies in the checkout, so that a plain clone tests something real.
const folder = sharedPath("oracle/controlplane") ?? checkoutPath("fixtures/oracle/controlplane");
const hosts = readdirSync(folder).filter((name) => existsSync(join(folder, name, "host.json")));

interface RecordedHost {
  readonly version: string;
  readonly args: readonly string[];
  readonly starts: boolean;
  readonly error?: readonly string[];
  readonly warnings?: readonly string[];
  readonly probes?: readonly Probe[];
}

interface Probe {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly credential: string | { readonly kind: string };
  readonly code: number;
}

/** `--runtime-config` switches the RBAC API off there: its authorizer finds no objects. */
const answersOtherwise = "flag-runtime-config";

describe("a kube-apiserver started with the flags and files of a host", () => {
  test.each(hosts)("%s", async (name) => {
    const host = recordedHost(name);
    const graph = await graphOfHost(name);
    const [server, ...others] = graph.apiServers;
    expect(others).toEqual([]);
    if (server === undefined) return;

    expect([name, said(server)]).toEqual([name, host.starts ? "starts" : "refuses"]);
    if (host.error !== undefined) expectSameReason(server, host.error);
    for (const warning of host.warnings ?? []) expectWarned(server, warning);
    for (const flag of flagsOf(host)) expect([...server.settings.keys()]).toContain(flag);

    const probes = host.starts && name !== answersOtherwise ? host.probes : undefined;
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

async function graphOfHost(name: string): Promise<AccessGraph> {
  const result = await loadGraph({
    sources: folderSources(join(folder, name)),
    onFile: () => {},
    kubernetesVersion: undefined,
    appliedNamespace: "default",
    complete: true,
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.loaded.graph;
}

function said({ refusals }: ApiServer): string {
  return refusals.length === 0 ? "starts" : "refuses";
}

/** The refusal names what the recorded error names, and stands at a flag, a field or the program, never nowhere. */
function expectSameReason({ refusals }: ApiServer, error: readonly string[]): void {
  const message = refusals.map((refusal) => refusal.message).join("\n");
  const names = refusalNames(error);
  if (names.length > 0)
    expect({ message, has: names.some((name) => message.includes(name)) }).toMatchObject({ has: true });
  for (const { origin } of refusals) expect(origin.kind).toBe("text");
}

/** What concerns authentication; servers say much else that is about running. */
function expectWarned({ warnings }: ApiServer, recorded: string): void {
  const [, text] = /authentication\.go:\d+\] (.*)$/.exec(recorded) ?? [];
  if (text !== undefined) expect(warnings.map(({ message }) => message)).toContain(text);
}

function flagsOf({ starts, args }: RecordedHost): readonly string[] {
  if (!starts) return [];
  return args.flatMap((arg) => {
    const [, name] = /^--([^=]+)/.exec(arg) ?? [];
    return name === undefined ? [] : [name.replaceAll("_", "-")];
  });
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
