import type { Attributes, HttpRequest } from "@authgraph/kubernetes";
import { authenticateAt } from "../authenticate/authenticate.ts";
import { authorizeAt, startingServers } from "../authorize/authorize.ts";
import type { AccessGraph, ApiServer, Assumption } from "../types.ts";
import type { RequestAnswer, RequestCheck } from "./request-answer.ts";
import { requestInfo } from "./request-info.ts";

/**
 * What becomes of a request: who sends it, and whether they may, as the cluster's API servers decide. `at` is the time
 * to judge expiry by (RFC 3339).
 *
 * Several servers are asked each for itself. Where they differ, the answer depends on which of them the request meets.
 */
export function answerRequest(graph: AccessGraph, request: HttpRequest, at: string): RequestAnswer {
  const servers = startingServers(graph);
  const [answer, ...others] = servers.map((server) => answerAt(graph, server, request, at));
  if (answer === undefined) return { ...nothingYet, outcome: "unauthenticated", reason: "there is no API server" };
  if (others.every((other) => isSame(other, answer))) return answer;
  const text = `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: they answer differently`;
  return { ...answer, ...unknown([{ text, origin: undefined }]) };
}

function isSame(one: RequestAnswer, other: RequestAnswer): boolean {
  return one.outcome === other.outcome && one.identity?.user === other.identity?.user;
}

/** The order is that of the filters (k8s.io/apiserver pkg/server/config.go: DefaultBuildHandlerChain). */
function answerAt(graph: AccessGraph, server: ApiServer, request: HttpRequest, at: string): RequestAnswer {
  const info = requestInfo(request.method, request.path);
  if (info.outcome === "invalid")
    return { ...nothingYet, outcome: "invalid", reason: `${info.status}: ${info.message}` };
  const asked = info.attributes;
  const attributes = asSent(asked, request);

  const authentication = authenticateAt(graph, server, request, info.path, at);
  switch (authentication.outcome) {
    case "unauthenticated":
      return { ...nothingYet, outcome: "unauthenticated", reason: authentication.reason, attributes };
    case "unknown":
      return { ...nothingYet, attributes, ...unknown(authentication.assumptions) };
    case "authenticated":
      break;
  }
  const { identity } = authentication;

  const decision = authorizeAt(graph, server, identity, asked);
  const check: RequestCheck = { purpose: "authorization", identity, attributes: asked, decision };
  return { ...nothingYet, identity, attributes, checks: [check], ...verdict(check) };
}

/** As the server's audit log has it: of a path that is no resource everything that was sent, the query too. */
function asSent(attributes: Attributes, { path }: HttpRequest): Attributes {
  return attributes.kind === "resource" ? attributes : { ...attributes, path };
}

function verdict({ decision }: RequestCheck): Pick<RequestAnswer, "outcome" | "reason" | "assumptions"> {
  switch (decision.outcome) {
    case "allowed":
      return { outcome: "allowed", reason: decision.reason, assumptions: [] };
    case "denied":
      return { outcome: "forbidden", reason: decision.reason, assumptions: [] };
    case "unknown":
      return unknown(decision.assumptions);
  }
}

function unknown(assumptions: readonly Assumption[]): Pick<RequestAnswer, "outcome" | "reason" | "assumptions"> {
  return { outcome: "unknown", reason: `depends on ${assumptions.map(({ text }) => text).join("; ")}`, assumptions };
}

const nothingYet: Omit<RequestAnswer, "outcome" | "reason"> = {
  identity: undefined,
  impersonated: undefined,
  attributes: undefined,
  checks: [],
  assumptions: [],
};
