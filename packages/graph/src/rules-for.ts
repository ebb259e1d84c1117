import type { Identity, PolicyRule } from "@authgraph/kubernetes";
import { type BuiltInOrigin, located } from "@authgraph/source";
import { startingServers } from "./authorize/authorize.ts";
import { nodeOf } from "./authorize/node.ts";
import { listRbac } from "./authorize/rbac.ts";
import type { AccessGraph, ApiServer, Assumption, Grant } from "./types.ts";

/** What a SelfSubjectRulesReview shows: what an identity may do in a namespace, as far as authorizers can list it. */
export interface ListedRules {
  /** As written, not merged: cluster-wide ones first, then those of the namespace. */
  readonly rules: readonly ListedRule[];
  /** Some authorizer can not list what it would allow: Node for kubelets, webhooks for everybody. */
  readonly incomplete: boolean;
  /** What the server says beside them: why they are incomplete, roles that are missing. */
  readonly messages: readonly string[];
  /** What would settle the rest, and the rules that are only `possible`. */
  readonly assumptions: readonly Assumption[];
}

export interface ListedRule {
  readonly rule: PolicyRule;
  /** Undefined where no grant is what allows it: AlwaysAllow. */
  readonly grant: Grant | undefined;
}

/**
 * Lists what an identity may do in a namespace (pkg/registry/authorization/selfsubjectrulesreview/rest.go;
 * k8s.io/apiserver pkg/authorization/union/union.go: RulesFor).
 *
 * What members of system:masters may do is not in it: no authorizer of the chain lists that.
 */
export function rulesFor(graph: AccessGraph, identity: Identity, namespace: string): ListedRules {
  const servers = startingServers(graph);
  const [first, ...others] = servers;
  if (first === undefined) return { rules: [], incomplete: false, messages: [], assumptions: [] };
  const listed = rulesAt(graph, first, identity, namespace);
  if (others.every((other) => modesOf(other) === modesOf(first))) return listed;
  const text = `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: their authorizers differ`;
  return { ...listed, assumptions: [...listed.assumptions, { text, origin: undefined }] };
}

function rulesAt(graph: AccessGraph, server: ApiServer, identity: Identity, namespace: string): ListedRules {
  const authorization = server.authorization.value;
  if (!authorization.known) {
    return { rules: [], incomplete: false, messages: [], assumptions: [authorization.assumption] };
  }
  const rules: ListedRule[] = [];
  const messages: string[] = [];
  const assumptions: Assumption[] = [];
  let incomplete = false;
  for (const { value: mode, origin } of authorization.modes) {
    switch (mode) {
      case "RBAC": {
        const { proof, open, reason } = listRbac(graph, identity, namespace);
        for (const grant of proof) rules.push({ rule: grant.rule, grant });
        assumptions.push(...open);
        if (reason !== "") messages.push(reason);
        break;
      }
      case "Node":
        if (nodeOf(identity) === undefined) break;
        incomplete = true;
        messages.push("node authorizer does not support user rule resolution");
        break;
      case "Webhook":
        incomplete = true;
        messages.push("webhook authorizer does not support user rule resolution");
        break;
      case "ABAC":
        assumptions.push({ text: `what the ABAC policy file of ${server.instance} lists`, origin });
        break;
      case "AlwaysAllow":
        for (const rule of everything) rules.push({ rule, grant: undefined });
        break;
      case "AlwaysDeny":
        break;
    }
  }
  return { rules, incomplete, messages, assumptions };
}

function modesOf({ authorization }: ApiServer): string {
  return authorization.value.known ? authorization.value.modes.map(({ value }) => value).join() : "?";
}

const origin: BuiltInOrigin = { kind: "built-in", of: "the authorizer AlwaysAllow" };
const any = [located("*", origin)];
const nothing: Omit<PolicyRule, "verbs"> = {
  origin,
  apiGroups: [],
  resources: [],
  resourceNames: [],
  nonResourceURLs: [],
};
/** k8s.io/apiserver pkg/authorization/authorizerfactory/builtin.go: alwaysAllowAuthorizer, RulesFor. */
const everything: readonly PolicyRule[] = [
  { ...nothing, verbs: any, apiGroups: any, resources: any },
  { ...nothing, verbs: any, nonResourceURLs: any },
];
