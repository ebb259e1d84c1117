import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileText, RequestAnswer } from "@authgraph/engine";
import { describe, expect, test } from "vitest";
import { filesBelow, folderSources } from "./folder-sources.ts";
import { askedWorld } from "./requests/asked-world.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

// Control-plane hosts, started for real, and what each credential got there: let in or not, as whom, allowed or not.

// A sample lies in the checkout, so that a plain clone tests something real.
const recorded = sharedPath("oracle/controlplane");
const folder = recorded ?? checkoutPath("fixtures/oracle/controlplane");
const hosts = readdirSync(folder).filter((name) => {
  return existsSync(join(folder, name, "host.json")) && recordedHost(name).starts;
});

function recordedHost(name: string): RecordedHost {
  return JSON.parse(readFileSync(join(folder, name, "host.json"), "utf8"));
}

/** A day after the certificates were made. */
const at = "2026-11-24T00:00:00Z";

interface RecordedHost {
  readonly starts: boolean;
  readonly args: readonly string[];
  readonly probes?: readonly Probe[];
}

interface Probe {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly credential: { readonly kind: string; readonly certificate?: string };
  readonly code: number;
  readonly user?: string;
  readonly groups?: readonly string[] | null;
  readonly uid?: string;
  readonly extra?: Readonly<Record<string, readonly string[]>> | null;
}

describe("what credentials get at a recorded host", () => {
  test.each(hosts)("%s", async (name) => {
    const host = recordedHost(name);
    const ask = await askedWorld({ sources: folderSources(join(folder, name)), at, textOf });
    for (const probe of host.probes ?? []) {
      const answer = ask({ ...probe, credential: credentialOf(probe) });
      if (answer.outcome === "unknown" && mayBeUnknown(name, host, probe)) continue;
      expect({ probe, outcome: answer.outcome }).toEqual({ probe, outcome: outcomeOf(probe) });
      if (probe.user === undefined) continue;
      expect({ probe, identity: identityOf(answer.identity) }).toEqual({ probe, identity: seen(probe) });
    }
  });

  test.runIf(recorded === undefined)(`the other recorded hosts: ${sharedMaterialMissing}`, (context) => context.skip());
});

function credentialOf({ credential }: Probe): unknown {
  const { kind, certificate } = credential;
  return kind === "certificate" ? { kind, file: join(folder, "pki", `${certificate}.crt`) } : credential;
}

function textOf(path: string): FileText {
  return { outcome: "read", text: readFileSync(path, "utf8") };
}

function outcomeOf({ code }: Probe): string {
  return code === 401 ? "unauthenticated" : code === 403 ? "forbidden" : "allowed";
}

/** Somebody else's answer decides, or an expression over data that is not there; or the server itself failed. */
function mayBeUnknown(name: string, { args }: RecordedHost, { code }: Probe): boolean {
  const isWebhookNamed = args.some((arg) => arg.includes("webhook-config-file"));
  const root = join(folder, name, "rootfs");
  const asksOutside = (path: string) => /type:\s*"?Webhook|expression:/.test(readFileSync(join(root, path), "utf8"));
  return code === 500 || isWebhookNamed || filesBelow(root).some(asksOutside);
}

/** As the server saw them; the digest of the credential, which later versions add, was not recorded. */
function seen({ user, groups, uid, extra }: Pick<Probe, "user" | "groups" | "uid" | "extra">): unknown {
  const others = Object.entries(extra ?? {}).filter(([key]) => key !== "authentication.kubernetes.io/credential-id");
  return { user, groups: [...(groups ?? [])].sort(), uid: uid ?? "", extra: Object.fromEntries(others) };
}

function identityOf(identity: RequestAnswer["identity"]): unknown {
  const { user = "", groups = [], uid = "", extra } = identity ?? {};
  return seen({ user, groups, uid, extra: Object.fromEntries(extra ?? []) });
}
