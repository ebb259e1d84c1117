import { type Access, type EffectiveRole, type Grant, grantsIfBound } from "@authgraph/graph";
import { newestMinor, type PolicyRule } from "@authgraph/kubernetes";
import { located, type Origin } from "@authgraph/source";
import { type HeldPower, strongestPower } from "./powers.ts";

/** The strongest power that some access gives, wherever it is written; undefined where it gives nothing. */
export function powerOfAccess(access: Iterable<Access>, minor: string = newestMinor): HeldPower | undefined {
  return strongestPower([...access].flatMap(grantsOf), minor);
}

const origin: Origin = { kind: "built-in", of: "access in words" };

/** As if a role of that rule alone were bound in its scope. */
function grantsOf(access: Access): readonly Grant[] {
  const namespace = access.scope.kind === "cluster" ? "" : access.scope.namespace;
  const kind = namespace === "" ? "ClusterRole" : "Role";
  const rules = [ruleOf(access)];
  const meta: EffectiveRole["entry"]["object"]["meta"] = {
    name: located("any", origin),
    generated: false,
    namespace: namespace === "" ? undefined : located(namespace, origin),
    labels: new Map(),
    annotations: new Map(),
  };
  const apiVersion = "rbac.authorization.k8s.io/v1";
  return grantsIfBound({
    entry: {
      key: `rbac.authorization.k8s.io/${kind}/${namespace}/any`,
      namespace,
      object: { kind, apiVersion, meta, origin, rules, aggregation: undefined },
      path: undefined,
    },
    rules,
    asShipped: "none",
    isShipped: () => false,
    isCertain: () => true,
  });
}

function ruleOf({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Access): PolicyRule {
  const at = (values: readonly string[]) => values.map((value) => located(value, origin));
  return {
    origin,
    verbs: at(verbs),
    apiGroups: at(apiGroups),
    resources: at(resources),
    resourceNames: at(resourceNames),
    nonResourceURLs: at(nonResourceURLs),
  };
}
