import { type Attributes, type Identity, mastersGroup } from "@authgraph/kubernetes";
import { servesRbacApi } from "../control-plane/rbac-api.ts";
import { isBefore } from "../minor-order.ts";
import type { AccessGraph, ApiServer, Assumption, Decision } from "../types.ts";
import { askAbac } from "./abac.ts";
import { askNode } from "./node.ts";
import { askRbac, reasonOf } from "./rbac.ts";
import { askWebhook } from "./webhook.ts";

/**
 * Whether an identity may do what is asked, as the cluster's API servers decide.
 *
 * Several servers of one cluster are asked each for itself. Where they differ, the answer depends on which of them the
 * request meets.
 */
export function authorize(graph: AccessGraph, identity: Identity, attributes: Attributes): Decision {
  const servers = startingServers(graph);
  const [decision, ...others] = servers.map((server) => authorizeAt(graph, server, identity, attributes));
  if (decision === undefined) return { outcome: "denied", reason: "there is no API server" };
  if (others.every(({ outcome }) => outcome === decision.outcome)) return decision;
  const text = `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: they decide differently`;
  return unknown([{ text, origin: undefined }]);
}

/** Servers that would refuse to start decide nothing, unless there are no others to go by. */
export function startingServers({ apiServers }: AccessGraph): readonly ApiServer[] {
  const starting = apiServers.filter(({ refusals }) => refusals.length === 0);
  return starting.length > 0 ? starting : apiServers;
}

/**
 * The same, as one server decides: the group `system:masters` first, then the authorizers in their order until one
 * allows (pkg/kubeapiserver/authorizer/reload.go: newForConfig; only a webhook can deny).
 */
export function authorizeAt(
  graph: AccessGraph,
  server: ApiServer,
  identity: Identity,
  attributes: Attributes,
): Decision {
  if (identity.groups.includes(mastersGroup)) {
    return { outcome: "allowed", reason: `members of ${mastersGroup} are allowed everything`, proof: [] };
  }

  const authorization = server.authorization.value;
  if (!authorization.known) return unknown([authorization.assumption]);

  /** What an authorizer asked before may have answered. */
  const mayAllow: Assumption[] = [];
  const mayDeny: Assumption[] = [];
  const reasons: string[] = [];
  for (const authorizer of server.authorizers) {
    const { kind, name, origin } = authorizer;
    switch (kind) {
      case "AlwaysAllow":
        return unlessDenied(mayDeny, { outcome: "allowed", reason: "AlwaysAllow allows everything", proof: [] });
      case "AlwaysDeny":
        // Never a denial that ends the chain: no opinion, with this reason.
        reasons.push(opinion(server, name, "Everything is forbidden."));
        break;
      case "RBAC": {
        if (!servesRbacApi(server)) break;
        const { proof, open, reason } = askRbac(graph, identity, attributes);
        const [first] = proof;
        if (first !== undefined) {
          return unlessDenied(mayDeny, { outcome: "allowed", reason: reasonOf(first), proof });
        }
        mayAllow.push(...open);
        if (reason !== "") reasons.push(opinion(server, name, reason));
        break;
      }
      case "Node": {
        const said = askNode(graph, server, identity, attributes);
        switch (said.answer) {
          case "allowed":
            return unlessDenied(mayDeny, { outcome: "allowed", reason: nodeReason(identity, said.through), proof: [] });
          case "no-opinion":
            if (said.reason !== "") reasons.push(opinion(server, name, said.reason));
            break;
          case "open":
            mayAllow.push({ ...said.assumption, origin: said.assumption.origin ?? origin });
            break;
        }
        break;
      }
      case "ABAC": {
        const said = askAbac(server, authorizer.policy, origin, identity, attributes);
        switch (said.answer) {
          case "allowed":
            return unlessDenied(mayDeny, { outcome: "allowed", reason: said.reason, proof: [] });
          case "no-opinion":
            reasons.push(opinion(server, name, said.reason));
            break;
          case "open":
            mayAllow.push(said.assumption);
            break;
        }
        break;
      }
      case "Webhook": {
        const said = askWebhook(graph, server, authorizer, identity, attributes);
        switch (said.answer) {
          case "not-asked":
            break;
          case "denied":
            return mayAllow.length > 0 ? unknown(mayAllow) : { outcome: "denied", reason: said.reason };
          case "open":
            mayAllow.push(said.assumption);
            mayDeny.push(said.assumption);
            break;
        }
        break;
      }
    }
  }
  const { otherAuthorizer } = server;
  if (otherAuthorizer !== undefined && !identity.user.startsWith(systemPrefix)) {
    mayAllow.push({
      text: `whether ${otherAuthorizer.value} allows what RBAC does not`,
      origin: otherAuthorizer.origin,
    });
  }
  return mayAllow.length > 0 ? unknown(mayAllow) : { outcome: "denied", reason: reasons.join("\n") };
}

/**
 * What an authorizer says that has no opinion. Since 1.37 its name stands before it
 * (k8s.io/apiserver pkg/authorization/union/union.go).
 */
function opinion({ minor }: ApiServer, name: string, reason: string): string {
  return isBefore(minor, 37) ? reason : `${name}: ${reason}`;
}

/** Names that are Kubernetes' own. */
const systemPrefix = "system:";

type Allowed = Extract<Decision, { outcome: "allowed" }>;

function unlessDenied(mayDeny: readonly Assumption[], decision: Allowed): Decision {
  return mayDeny.length > 0 ? unknown(mayDeny) : decision;
}

function unknown(assumptions: readonly Assumption[]): Decision {
  return { outcome: "unknown", reason: `depends on ${assumptions.map(({ text }) => text).join("; ")}`, assumptions };
}

/** The server gives none. */
function nodeReason({ user }: Identity, through: readonly string[]): string {
  const why = through.length === 0 ? "" : `, through ${through.join(" and ")}`;
  return `the Node authorizer allows it to ${user}${why}`;
}
