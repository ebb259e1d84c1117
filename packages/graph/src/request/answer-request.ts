import type { Attributes, FeatureGateSettings, HttpRequest, Identity, RequestGate } from "@authgraph/kubernetes";
import { authenticateAt } from "../authenticate/authenticate.ts";
import { startingServers } from "../authorize/authorize.ts";
import type { AccessGraph, ApiServer, Assumption } from "../types.ts";
import { type Asking, ask, type Verdict, verdictOf } from "./asking.ts";
import { furtherChecks } from "./further-checks.ts";
import { impersonate, isSameIdentity } from "./impersonate.ts";
import { wantedImpersonation } from "./impersonation-headers.ts";
import type { RequestAnswer } from "./request-answer.ts";
import { type RequestInfo, requestInfo } from "./request-info.ts";
import type { RequestWorld } from "./request-world.ts";

/**
 * What becomes of a request: who sends it, and whether they may, as the cluster's API servers decide.
 *
 * Several servers are asked each for itself. Where they differ, the answer depends on which of them the request meets.
 */
export function answerRequest(graph: AccessGraph, request: HttpRequest, world: RequestWorld): RequestAnswer {
  const servers = startingServers(graph);
  const answers = servers.map((server) => answerAt(graph, server, request, world));
  const names = servers.map(({ instance }) => instance).join(" and ");
  const text = `which of ${names} is asked: they answer differently`;
  return agreed(answers, { text, origin: undefined });
}

/** One answer for several that say the same; else what it depends on. */
function agreed(answers: readonly RequestAnswer[], otherwise: Assumption): RequestAnswer {
  const [answer, ...others] = answers;
  if (answer === undefined) return { ...nothingYet, outcome: "unauthenticated", reason: "there is no API server" };
  return others.every((other) => isSame(other, answer)) ? answer : { ...answer, ...unknown([otherwise]) };
}

function isSame(one: RequestAnswer, other: RequestAnswer): boolean {
  return (
    one.outcome === other.outcome &&
    isSameOptional(one.identity, other.identity) &&
    isSameOptional(one.impersonated, other.impersonated)
  );
}

function isSameOptional(one: Identity | undefined, other: Identity | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSameIdentity(one, other);
}

function answerAt(graph: AccessGraph, server: ApiServer, request: HttpRequest, world: RequestWorld): RequestAnswer {
  const info = requestInfo(request.method, request.path);
  if (info.outcome === "invalid") {
    return { ...nothingYet, outcome: "invalid", reason: `${info.status}: ${info.message}` };
  }
  const { set, doubt } = server.featureGates;
  const answerWith = (gates: FeatureGateSettings): RequestAnswer => {
    const asking: Asking = { graph, server, world, request, query: info.query, gates, checks: [] };
    return answerOf(asking, info);
  };
  if (doubt === undefined) return answerWith(set);
  const all = (enabled: boolean): FeatureGateSettings =>
    new Map([...doubtful.map((gate) => [gate, enabled] as const), ...set]);
  return agreed([answerWith(set), answerWith(all(true)), answerWith(all(false))], doubt);
}

/** Gates that decide which checks there are. */
const doubtful: readonly RequestGate[] = [
  "ConstrainedImpersonation",
  "AuthorizePodWebsocketUpgradeCreatePermission",
  "ClusterTrustBundle",
  "PodCertificateRequest",
  "MutatingAdmissionPolicy",
  "ServiceAccountNodeAudienceRestriction",
];

type ResolvedInfo = Extract<RequestInfo, { readonly outcome: "resolved" }>;

/** In the order of the filters (k8s.io/apiserver pkg/server/config.go: DefaultBuildHandlerChain). */
function answerOf(asking: Asking, info: ResolvedInfo): RequestAnswer {
  const { graph, server, request, world, checks } = asking;
  const attributes = asSent(info.attributes, request);
  const authentication = authenticateAt(graph, server, request, info.path, world.at);
  switch (authentication.outcome) {
    case "unauthenticated":
      return { ...nothingYet, outcome: "unauthenticated", reason: authentication.reason, attributes };
    case "unknown":
      return { ...nothingYet, attributes, ...unknown(authentication.assumptions) };
    case "authenticated":
      break;
  }
  const { identity } = authentication;
  const soFar = { ...nothingYet, identity, attributes, checks };

  const wanted = wantedImpersonation(request.headers);
  if (wanted.wanted === "no-user") {
    return { ...soFar, outcome: "invalid", reason: "400: requested impersonation without impersonating a user name" };
  }
  let impersonated: Identity | undefined;
  if (wanted.wanted === "somebody") {
    const result = impersonate(asking, identity, wanted.identity, info.attributes);
    if (result.outcome === "refused") return { ...soFar, ...ending(result.verdict) };
    impersonated = result.identity;
  }

  const effective = impersonated ?? identity;
  const check = ask(asking, "authorization", effective, info.attributes);
  const authorized = verdictOf(check);
  if (authorized.verdict !== "pass") return { ...soFar, impersonated, ...ending(authorized) };
  const further =
    info.resource === undefined || info.attributes.kind === "non-resource"
      ? authorized
      : furtherChecks(asking, effective, info.attributes, info.resource);
  const end = further.verdict === "pass" ? { ...allowed, reason: check.decision.reason } : ending(further);
  return { ...soFar, impersonated, ...end };
}

/** As the server's audit log has it: of a path that is no resource everything that was sent, the query too. */
function asSent(attributes: Attributes, { path }: HttpRequest): Attributes {
  return attributes.kind === "resource" ? attributes : { ...attributes, path };
}

type Ending = Pick<RequestAnswer, "outcome" | "reason" | "assumptions" | "decidedBy">;

const allowed = { outcome: "allowed", assumptions: [], decidedBy: undefined } as const;

function ending(verdict: Verdict): Ending {
  switch (verdict.verdict) {
    case "pass":
      return { ...allowed, reason: "" };
    case "answered":
      return { ...allowed, reason: `nothing forbids it; the server answers ${verdict.reason}` };
    case "refused":
      return { outcome: "forbidden", reason: verdict.reason, assumptions: [], decidedBy: verdict.decidedBy };
    case "unknown":
      return unknown(verdict.assumptions);
  }
}

function unknown(assumptions: readonly Assumption[]): Ending {
  const reason = `depends on ${assumptions.map(({ text }) => text).join("; ")}`;
  return { outcome: "unknown", reason, assumptions, decidedBy: undefined };
}

const nothingYet: Omit<RequestAnswer, "outcome" | "reason"> = {
  identity: undefined,
  impersonated: undefined,
  attributes: undefined,
  checks: [],
  assumptions: [],
  decidedBy: undefined,
};
