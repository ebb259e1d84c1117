import type { Attributes, HttpRequest, Identity, RequestGate, ResourceAttributes } from "@authgraph/kubernetes";
import { requestGateIsOn } from "@authgraph/kubernetes";
import { authorizeAt } from "../authorize/authorize.ts";
import type { AccessGraph, ApiServer, Assumption } from "../types.ts";
import type { RequestCheck } from "./request-answer.ts";
import type { RequestWorld } from "./request-world.ts";

/** A request on its way through one server. */
export interface Asking {
  readonly graph: AccessGraph;
  readonly server: ApiServer;
  readonly world: RequestWorld;
  readonly request: HttpRequest;
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** The gates as far as they are known: a doubtful one is tried both ways. */
  readonly gates: ApiServer["featureGates"]["set"];
  /** Every question so far. */
  readonly checks: RequestCheck[];
}

/** What one stage makes of a request. */
export type Verdict =
  | { readonly verdict: "pass" }
  | { readonly verdict: "refused"; readonly reason: string; readonly decidedBy?: RequestCheck | undefined }
  | { readonly verdict: "unknown"; readonly assumptions: readonly Assumption[] }
  /** The server answers for itself, with neither 401 nor 403: what would be asked later is not. */
  | { readonly verdict: "answered"; readonly reason: string };

/** The request goes on. */
export const pass: Verdict = { verdict: "pass" };

/** The first verdict that does not let the request go on. */
export function inOrder(...stages: readonly (() => Verdict)[]): Verdict {
  for (const stage of stages) {
    const verdict = stage();
    if (verdict.verdict !== "pass") return verdict;
  }
  return pass;
}

/** Asks the whole chain of authorizers, and notes it. */
export function ask(
  { graph, server, checks }: Asking,
  purpose: RequestCheck["purpose"],
  identity: Identity,
  attributes: Attributes,
): RequestCheck {
  const check = { purpose, identity, attributes, decision: authorizeAt(graph, server, identity, attributes) };
  checks.push(check);
  return check;
}

/** The verdict where one question decides. */
export function verdictOf(check: RequestCheck): Verdict {
  const { decision } = check;
  switch (decision.outcome) {
    case "allowed":
      return pass;
    case "denied":
      return {
        verdict: "refused",
        reason: forbidden(check.identity, check.attributes, decision.reason),
        decidedBy: check,
      };
    case "unknown":
      return { verdict: "unknown", assumptions: decision.assumptions };
  }
}

/** Whether a gate that requests depend on is on. */
export function isOn({ server, gates }: Asking, gate: RequestGate): boolean {
  return requestGateIsOn(gate, server.minor, gates);
}

/** A question about an object of the API, everything not said absent. */
export function resourceQuestion(
  asked: Pick<ResourceAttributes, "verb" | "apiGroup" | "resource"> & Partial<ResourceAttributes>,
): ResourceAttributes {
  return { subresource: "", namespace: "", name: "", ...asked, kind: "resource" };
}

/** What the server says to a request that it forbids (k8s.io/apiserver pkg/endpoints/handlers/responsewriters/errors.go). */
export function forbidden({ user }: Identity, attributes: Attributes, reason: string): string {
  const words = `User ${quoted(user)} cannot ${doing(attributes)}${reason === "" ? "" : `: ${reason}`}`;
  if (attributes.kind === "non-resource" || attributes.resource === "") return `forbidden: ${words}`;
  const { resource, apiGroup, name } = attributes;
  const qualified = apiGroup === "" ? resource : `${resource}.${apiGroup}`;
  return `${qualified}${name === "" ? "" : ` ${quoted(name)}`} is forbidden: ${words}`;
}

function doing(attributes: Attributes): string {
  if (attributes.kind === "non-resource") return `${attributes.verb} path ${quoted(attributes.path)}`;
  const { verb, resource, subresource, apiGroup, namespace } = attributes;
  const combined = subresource === "" ? resource : `${resource}/${subresource}`;
  const where = namespace === "" ? "at the cluster scope" : `in the namespace ${quoted(namespace)}`;
  return `${verb} resource ${quoted(combined)} in API group ${quoted(apiGroup)} ${where}`;
}

/** As Go's %q has it, as far as names go. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /\\u00([01][0-9a-f])|\x7f/g,
    (_, code: string | undefined) => `\\x${code ?? "7f"}`,
  );
}
