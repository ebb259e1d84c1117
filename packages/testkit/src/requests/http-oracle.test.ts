import type { RequestAnswer, RequestCheck } from "@authgraph/engine";
import { describe, expect, test } from "vitest";
import { textSources } from "../folder-sources.ts";
import { sharedMaterialMissing } from "../shared-material.ts";
import { askedWorld } from "./asked-world.ts";
import { type RecordedRequest, recordedServer, recordedServers } from "./http-oracle.ts";

// Whole requests to real servers: who was let in, as whom, what was forbidden and by which check.

const names = recordedServers();

describe("requests as a real kube-apiserver answered them", () => {
  test.each(names)("%s", { timeout: 60_000 }, async (name) => {
    const { files, requests } = recordedServer(name);
    const ask = await askedWorld({ sources: textSources(files), at: "2026-11-24T00:00:00Z" });
    const faults: object[] = [];
    for (const { recorded, asked } of requests) {
      const fault = faultOf(recorded, ask(asked));
      if (fault !== undefined)
        faults.push({ fault, method: recorded.method, path: recorded.path, as: recorded.headers });
    }
    expect(requests.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test.runIf(names.length === 0)(`recordings: ${sharedMaterialMissing}`, (context) => context.skip());
});

/** How an answer differs from what the server did; undefined where it does not. */
function faultOf({ code, message = "", audit }: RecordedRequest, answer: RequestAnswer): string | undefined {
  const outcome = outcomeOf(code, audit?.decision);
  if (answer.outcome !== outcome) return `${outcome} (${code} ${message}), not ${answer.outcome}: ${answer.reason}`;
  const impersonated = audit?.impersonated;
  if (impersonated !== undefined) {
    const { user = "", groups = [], uid, extra } = answer.impersonated ?? {};
    const said = { username: user, groups, uid, extra: extra === undefined ? undefined : Object.fromEntries(extra) };
    const fault = sorted(said) === sorted({ uid: undefined, extra: undefined, ...impersonated });
    if (!fault) return `impersonated ${JSON.stringify(impersonated)}, not ${JSON.stringify(said)}`;
  }
  if (outcome !== "forbidden" || !namesCheck(message)) return undefined;
  const words = inOneOrder(answer.reason).slice(0, inOneOrder(message).length);
  if (words === inOneOrder(message) || answer.checks.some((check) => isNamedAfterHistory(check, message)))
    return undefined;
  return `${message}\nnot: ${answer.reason}`;
}

/**
 * A server tries the mode of impersonation that a user succeeded with last before the others, and names the first that
 * fails: which one that is depends on what the user asked before.
 */
function isNamedAfterHistory({ purpose, attributes, decision }: RequestCheck, message: string): boolean {
  if (purpose !== "impersonation" || decision.outcome !== "denied" || attributes.kind !== "resource") return false;
  const { verb, resource, subresource, name } = attributes;
  const what = `cannot ${verb} resource "${resource}${subresource === "" ? "" : `/${subresource}`}"`;
  return message.includes(what) && message.includes(`"${name}" is forbidden`);
}

function outcomeOf(code: number, decision: string | undefined): RequestAnswer["outcome"] {
  if (code === 401) return "unauthenticated";
  if (code === 403 || decision === "forbid") return "forbidden";
  // Before anybody decides, a request that makes no sense is refused.
  return decision === undefined && (code === 400 || code === 500) ? "invalid" : "allowed";
}

/** Some refusals say nothing of what was asked. */
function namesCheck(message: string): boolean {
  return message !== "" && !/ is forbidden: $/.test(message);
}

function sorted({
  username,
  groups = [],
  uid,
  extra,
}: NonNullable<NonNullable<RecordedRequest["audit"]>["impersonated"]>): string {
  return JSON.stringify([username, groups, uid, Object.entries(extra ?? {}).sort()]);
}

/** Missing roles come in any order, UIDs are the server's own, and what HTML would take for its own is escaped. */
function inOneOrder(text: string): string {
  const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return plain
    .replace(/ got [0-9a-f-]{36}$/, "")
    .replace(/\[(?:(?:cluster)?role\.rbac\S+ "[^"]*" not found(?:, )?)+\]?/g, "[…]");
}
