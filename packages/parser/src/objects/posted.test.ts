import { readFileSync } from "node:fs";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { objectKind } from "./object-kinds.ts";
import { decodePosted, type PostedAnswer, type PostedTo } from "./posted.ts";

/** A document that was posted to a real API server, and its answer. */
interface Recorded {
  readonly class: string;
  readonly post: string;
  readonly yaml: string;
  readonly accepted: boolean;
  readonly code: number;
  readonly message?: string;
  readonly causes?: readonly { readonly field: string }[];
}

const kinds: Readonly<Record<string, string>> = {
  roles: "Role",
  clusterroles: "ClusterRole",
  rolebindings: "RoleBinding",
  clusterrolebindings: "ClusterRoleBinding",
  serviceaccounts: "ServiceAccount",
  namespaces: "Namespace",
  secrets: "Secret",
};

/** `/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles` */
function postedTo(url: string): PostedTo {
  const [, apiVersion = "", namespace, resource = ""] =
    /^\/apis?\/(.*?v1)(?:\/namespaces\/([^/]+))?\/([a-z]+)$/.exec(url) ?? [];
  const kind = objectKind(apiVersion, kinds[resource] ?? "");
  if (kind === undefined) throw new Error(`no kind for ${url}`);
  return { kind, namespace };
}

function recordings(path: string): readonly Recorded[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): Recorded => JSON.parse(line));
}

/** What the server said, in the form of our answer. The reader's own errors are compared by code alone. */
function serverSaid(recorded: Recorded): unknown {
  if (recorded.accepted || aboutTheWorld(recorded)) return { accepted: true };
  const message = withoutLines(recorded.message ?? "");
  const fields = (recorded.causes ?? []).map(({ field }) => field);
  return { accepted: false, code: recorded.code, fields, ...(sayable(message) ? { message } : {}) };
}

function weSay(recorded: Recorded, answer: PostedAnswer): unknown {
  if (answer.accepted) return answer;
  const { message, ...rest } = answer;
  if (!sayable(recorded.message ?? "")) return rest;
  return { ...rest, message: isCutOff(recorded) ? message.slice(0, recorded.message?.length) : message };
}

/** Go counts lines of its own, and does not always say which. */
function withoutLines(message: string): string {
  return message.replaceAll(/\n {2}line \d+: /g, " ");
}

/** Long messages were recorded in part. */
function isCutOff({ message = "" }: Recorded): boolean {
  return message.length >= 600;
}

/** The namespace of the URL is not there: no document can be right. */
function aboutTheWorld({ code }: Recorded): boolean {
  return code === 404;
}

/** Errors of the reader carry line numbers and a dump of the body, and that of time.Parse its inner workings. */
function sayable(message: string): boolean {
  return !message.startsWith("the object provided is unrecognized") && !message.includes("parsing time");
}

function disagreements(recorded: readonly Recorded[]): readonly unknown[] {
  return recorded.flatMap((line) => {
    const ours = weSay(line, decodePosted({ path: "body.yaml", text: line.yaml }, postedTo(line.post)));
    const theirs = serverSaid(line);
    return JSON.stringify(ours, sorted) === JSON.stringify(theirs, sorted)
      ? []
      : [{ class: line.class, yaml: line.yaml, ours, theirs }];
  });
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("a posted document is judged as a kube-apiserver does", () => {
  it("a sample of the recorded answers", () => {
    const sample = recordings(checkoutPath("fixtures/oracle/refused.sample.jsonl"));
    expect(sample.length).toBeGreaterThan(50);
    expect(disagreements(sample)).toEqual([]);
  });

  const all = sharedPath("oracle/rbac/refused.jsonl");
  it.skipIf(all === undefined)(`all recorded answers${all === undefined ? `: ${sharedMaterialMissing}` : ""}`, () => {
    const recorded = recordings(all ?? "");
    expect(recorded.length).toBeGreaterThanOrEqual(355);
    expect(disagreements(recorded)).toEqual([]);
  });
});
