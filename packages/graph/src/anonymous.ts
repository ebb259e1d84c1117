import { type Attributes, anonymousIdentity, identityKeys, type PolicyRule, ruleAllows } from "@authgraph/kubernetes";
import { type PathRequest, requestsFor } from "./request-path.ts";
import type { AccessGraph, ApiServer, Assumption, AuthorizationModes, Grant } from "./types.ts";

/** What requests without credentials reach on one API server. */
export interface AnonymousReach {
  readonly server: ApiServer;
  /**
   * Whether they get in: `assumed` where no input describes the server, `unknown` where a value is not among the inputs.
   * With `only-paths` the grants are those that one of the paths can use.
   */
  readonly usable: "yes" | "no" | "only-paths" | "assumed" | "unknown";
  /** What would settle `unknown`. */
  readonly assumption: Assumption | undefined;
  /** No authorizer is in the way: whatever gets in is allowed (AlwaysAllow). */
  readonly everything: boolean;
  /** Grants to them that Kubernetes and kubeadm do not ship, and that such a request can use. Empty where `usable` is `no`. */
  readonly grants: readonly Grant[];
}

/** What requests without credentials reach, server by server. */
export function anonymousReach(graph: AccessGraph): readonly AnonymousReach[] {
  const notShipped: Grant[] = [];
  for (const key of identityKeys(anonymousIdentity)) {
    for (const grant of graph.grantsOf(key)) if (!grant.shipped) notShipped.push(grant);
  }
  return graph.apiServers.map((server) => reachOf(server, notShipped));
}

function reachOf(server: ApiServer, notShipped: readonly Grant[]): AnonymousReach {
  const modes = server.authorization.value;
  const everything = has(modes, "AlwaysAllow");
  // Where the modes are not known, RBAC is taken to be one of them.
  const grants = !modes.known || has(modes, "RBAC") ? notShipped : [];
  const access = server.anonymous.value;
  switch (access.access) {
    case "off":
      return { server, usable: "no", assumption: undefined, everything: false, grants: [] };
    case "all-paths":
      return { server, usable: server.assumed ? "assumed" : "yes", assumption: undefined, everything, grants };
    case "unknown":
      return { server, usable: "unknown", assumption: access.assumption, everything, grants };
    case "some-paths": {
      const requests = access.paths.flatMap(({ value }) => requestsFor(value));
      const usable = grants.filter((grant) => requests.some((request) => uses(request, grant)));
      return { server, usable: "only-paths", assumption: undefined, everything, grants: usable };
    }
  }
}

function has(modes: AuthorizationModes, mode: "AlwaysAllow" | "RBAC"): boolean {
  return modes.known && modes.modes.some(({ value }) => value === mode);
}

function uses({ attributes, anyName }: PathRequest, { rule, scope }: Grant): boolean {
  if (scope.kind === "namespace" && (attributes.kind !== "resource" || attributes.namespace !== scope.namespace)) {
    return false;
  }
  return (
    ruleAllows(rule, attributes) || (anyName && namesFor(rule, attributes).some((named) => ruleAllows(rule, named)))
  );
}

function namesFor({ resourceNames }: PolicyRule, attributes: Attributes): readonly Attributes[] {
  if (attributes.kind !== "resource") return [];
  return resourceNames.map(({ value }) => ({ ...attributes, name: value }));
}
