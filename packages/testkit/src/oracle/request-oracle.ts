import type { RequestAnswer, RequestCheck } from "@authgraph/engine";
import type { KnownMinor } from "@authgraph/kubernetes";
import { type Arbitrary, noBias, sample } from "fast-check";
import { textSources } from "../folder-sources.ts";
import { askedWorld } from "../requests/asked-world.ts";
import { words } from "./arbitraries.ts";
import { certificateRequest } from "./claim-cluster.ts";
import { questionedPlugins, requesterIdentity, requesters } from "./control-plane.ts";
import { crewClusterArbitrary } from "./crew-powers.ts";
import { type CrewRequest, escalationRequest, impersonationRequest } from "./crew-requests.ts";
import { furtherRequest, type StandingObject, standingObjects } from "./further-requests.ts";
import type { Manifest } from "./manifest.ts";
import type { ServerOracle } from "./server-oracle.ts";

/** A request that a server and the graph take differently. */
interface RequestDisagreement {
  readonly request: CrewRequest;
  readonly as: number;
  readonly expected: string;
  readonly actual: string;
}

interface RequestComparison {
  readonly objects: readonly Manifest[];
  readonly requests: number;
  /** By what the server did. */
  readonly forbidden: number;
  readonly disagreements: readonly RequestDisagreement[];
}

export type RequestTopic = "escalation" | "impersonation" | "further";

interface Topic {
  readonly requests: Arbitrary<CrewRequest>;
  /** What has to be there beside the cluster. */
  readonly standing: readonly StandingObject[];
}

function topicOf(topic: RequestTopic): Topic {
  switch (topic) {
    case "escalation":
      return { requests: escalationRequest, standing: namespaces };
    case "impersonation":
      return { requests: impersonationRequest, standing: namespaces };
    case "further": {
      const [plain, masters] = [certificateRequest("x", "dev"), certificateRequest("x", "system:masters")];
      return { requests: furtherRequest([plain.request, masters.request]), standing: standingObjects(plain.request) };
    }
  }
}

const namespaces: readonly StandingObject[] = words.namespaces.map((name) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name },
}));

/** How many requests are sent about a cluster. */
const PER_WORLD = 25;

/** Sends random requests to a server with random clusters, the same for the same seed, and asks the graph about them. */
export async function* sendFresh(
  server: ServerOracle,
  topic: RequestTopic,
  { requests, seed }: { readonly requests: number; readonly seed: number },
): AsyncGenerator<RequestComparison> {
  const { requests: arbitrary, standing } = topicOf(topic);
  const worlds = sample(noBias(crewClusterArbitrary), { seed, numRuns: Math.ceil(requests / PER_WORLD) });
  for (const [index, objects] of worlds.entries()) {
    const numRuns = Math.min(PER_WORLD, requests - index * PER_WORLD);
    const sent = sample(noBias(arbitrary), { seed: (seed + index) | 0, numRuns });
    await server.load(objects);
    for (const object of standing) await server.add(object);
    const answers = await graphAnswers(server.minor, [...standing, ...objects]);
    // A server remembers how a user impersonated last: every request is another user's.
    const first = index * PER_WORLD + (topic === "impersonation" ? requesters / 2 : 0);
    const compared = await Promise.all(
      sent.map((request, at) => compare(server, answers, request, (first + at) % requesters)),
    );
    yield {
      objects,
      requests: sent.length,
      forbidden: compared.filter(({ code }) => code === 403).length,
      disagreements: compared.flatMap(({ disagreement }) => (disagreement === undefined ? [] : [disagreement])),
    };
  }
}

type Answers = (request: CrewRequest, as: number) => RequestAnswer;

/** Our own answers, from text to answer. */
async function graphAnswers(minor: KnownMinor, items: readonly object[]): Promise<Answers> {
  const list = { apiVersion: "v1", kind: "List", items };
  const ask = await askedWorld({
    sources: textSources({ "world.json": JSON.stringify(list), "kube-apiserver.yaml": serverPod }),
    at: "2026-01-01T00:00:00Z",
    kubernetesVersion: minor,
  });
  return (request, as) => {
    const { user, groups } = requesterIdentity(as);
    const credential = { kind: "user", user, uid: user, groups: [...groups, "system:authenticated"] };
    return ask({ ...request, credential });
  };
}

/** As the server is started. */
const serverPod = JSON.stringify({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "kube-apiserver", namespace: "kube-system" },
  spec: {
    containers: [
      {
        name: "kube-apiserver",
        command: [
          "kube-apiserver",
          "--etcd-servers=http://127.0.0.1:2379",
          "--authorization-mode=Node,RBAC",
          ...questionedPlugins,
          "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        ],
      },
    ],
  },
});

interface Compared {
  readonly code: number;
  readonly disagreement: RequestDisagreement | undefined;
}

async function compare(server: ServerOracle, answers: Answers, request: CrewRequest, as: number): Promise<Compared> {
  const { method, path, body, headers } = request;
  const client = server.requester(as);
  const { status, text } = await client.ask(method, path, body, headers);
  client.close();
  const answer = answers(request, as);
  const [expected, actual] = [said(status, text), whatWeSay(answer, status)];
  const agree = expected === actual || isAnotherOrder(answer, status, text);
  return { code: status, disagreement: agree ? undefined : { request, as, expected, actual } };
}

/** The class of a code, the words of a refusal, and whom a review names. */
function said(status: number, text: string): string {
  if (status === 401 || status === 403) return `${status} ${inOneOrder(messageOf(text))}`;
  if (status === 422 && isAboutParams(messageOf(text))) return "422 for its parameters";
  const user = reviewedUser(text);
  return user === undefined ? "let through" : `let through as ${identityText(user)}`;
}

function whatWeSay(answer: RequestAnswer, status: number): string {
  switch (answer.outcome) {
    case "unauthenticated":
      return `401 ${answer.reason}`;
    case "forbidden":
      return `403 ${inOneOrder(answer.reason)}`;
    case "unknown":
      return `unknown: ${answer.reason}`;
    case "invalid":
      return status === 400 || status === 500 ? "let through" : `invalid: ${answer.reason}`;
    case "allowed": {
      const { attributes, identity, impersonated } = answer;
      const isReview = attributes?.kind === "resource" && attributes.resource === "selfsubjectreviews";
      const who = impersonated ?? identity;
      if (isAboutParams(answer.reason)) return "422 for its parameters";
      if (!isReview || who === undefined || status !== 201) return "let through";
      const extra = Object.fromEntries(who.extra ?? []);
      return `let through as ${identityText({ username: who.user, groups: who.groups, uid: who.uid, extra })}`;
    }
  }
}

function isAboutParams(message: string): boolean {
  return /spec\.param(?:Kind|Ref): Forbidden/.test(message);
}

interface ReviewedUser {
  readonly username?: string;
  readonly groups?: readonly string[] | undefined;
  readonly uid?: string | undefined;
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

function reviewedUser(text: string): ReviewedUser | undefined {
  if (!text.includes("SelfSubjectReview")) return undefined;
  const review: { readonly status?: { readonly userInfo?: ReviewedUser } } = JSON.parse(text);
  return review.status?.userInfo;
}

function identityText({ username, groups = [], uid = "", extra = {} }: ReviewedUser): string {
  return JSON.stringify([username, groups, uid, Object.entries(extra).sort()]);
}

function messageOf(text: string): string {
  if (!text.startsWith("{")) return text;
  const status: { readonly message?: string } = JSON.parse(text);
  return status.message ?? "";
}

/**
 * The server lists missing roles in any order, and escapes what HTML would take for its own. The verbs that aggregation
 * brings together stand in the order they came; some roles select those that show how far the server has come.
 */
function inOneOrder(text: string): string {
  const escaped = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const plain = escaped
    .replace(/\n\{APIGroups:\["authgraph-marker"\].*/g, "")
    .replace(/; resolution errors: \[.*\]$/s, (errors) =>
      [...new Set(errors.match(/"(?:[^"\\]|\\.)*"/g))].sort().join(),
    );
  const sorted = plain.replace(
    /Verbs:\[([^\]]*)\]/g,
    (_, verbs: string) => `Verbs:[${verbs.split(" ").sort().join(" ")}]`,
  );
  return sorted.replace(/\[(?:(?:cluster)?role\.rbac\S+ "[^"]*" not found(?:, )?)+\]?/g, "[…]");
}

/** Extra of several keys is asked about in any order, so another of its questions may be the first that fails. */
function isAnotherOrder(answer: RequestAnswer, status: number, text: string): boolean {
  // Of a stream that is not let in the server says nothing more.
  if (answer.outcome === "forbidden" && status === 403 && messageOf(text).endsWith(" is forbidden: ")) return true;
  if (answer.outcome !== "forbidden" || status !== 403) return false;
  const isExtra = (check: RequestCheck | undefined) =>
    check?.attributes.kind === "resource" && check.attributes.resource === "userextras";
  return isExtra(answer.decidedBy) && /^userextras\./.test(messageOf(text));
}
