import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { authorize } from "@authgraph/graph";
import { type Attributes, newestMinor, parseFieldSelector } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { worldGraph } from "./rbac-world.ts";
import { sharedMaterialMissing, sharedPath } from "./shared-material.ts";

/** The last audit event of a request, as far as authorization goes. */
interface AuditedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly audit?: {
    readonly verb?: string;
    readonly apiGroup?: string;
    readonly resource?: string;
    readonly subresource?: string;
    readonly namespace?: string;
    readonly name?: string;
    readonly decision?: string;
    readonly reason?: string;
    readonly impersonated?: unknown;
  };
}

const folder = sharedPath("oracle/http");
const worlds = folder === undefined ? [] : readdirSync(folder).filter((name) => hasNodeRequests(join(folder, name)));

describe("requests of a kubelet as a real kube-apiserver decided them", () => {
  test.each(worlds)("%s", async (name) => {
    const world = join(folder ?? "", name);
    const { flags, certs }: Recording = JSON.parse(readFileSync(join(world, "flags.json"), "utf8"));
    const modes = flags.filter((flag) => flag.startsWith("--authorization-mode="));
    const graph = await worldGraph(join(world, "cluster.yaml"), newestMinor, modes);
    const { user = "", groups = [] } = certs?.["cert-node"] ?? {};
    const identity = { user, groups: [...groups, "system:authenticated"] };

    const disagreements: unknown[] = [];
    for (const { path, audit } of nodeRequests(world)) {
      if (audit?.decision === undefined || audit.resource === undefined) continue;
      const decision = authorize(graph, identity, attributesOf(path, audit));
      const expected = audit.decision === "allow" ? "allowed" : "denied";
      if (decision.outcome !== expected) disagreements.push({ path, audit, decision });
      else if (expected === "denied" && decision.reason !== (audit.reason ?? ""))
        disagreements.push({ path, audit, decision });
    }
    expect(disagreements).toEqual([]);
  });

  test.runIf(worlds.length === 0)(`recorded requests: ${sharedMaterialMissing}`, (context) => context.skip());
});

interface Recording {
  readonly flags: readonly string[];
  readonly certs?: Readonly<Record<string, { readonly user: string; readonly groups: readonly string[] }>>;
}

function hasNodeRequests(world: string): boolean {
  return existsSync(join(world, "requests.jsonl")) && nodeRequests(world).length > 0;
}

function nodeRequests(world: string): readonly AuditedRequest[] {
  return readFileSync(join(world, "requests.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.includes('"as":"cert:cert-node"'))
    .map((line): AuditedRequest => JSON.parse(line))
    .filter(({ audit }) => audit?.impersonated === undefined);
}

function attributesOf(path: string, audit: NonNullable<AuditedRequest["audit"]>): Attributes {
  const { verb = "", apiGroup = "", resource = "", subresource = "", namespace = "", name = "" } = audit;
  const selector = new URL(path, "https://localhost").searchParams.get("fieldSelector");
  const limits = ["list", "watch", "deletecollection"].includes(verb);
  const fieldSelector = limits ? parseFieldSelector(selector ?? "") : undefined;
  return { kind: "resource", verb, apiGroup, resource, subresource, namespace, name, fieldSelector };
}
