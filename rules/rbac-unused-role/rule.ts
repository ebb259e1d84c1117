import {
  asksOf,
  type Check,
  type EffectiveRole,
  fitTitle,
  hop,
  namespacedName,
  note,
  quotable,
  type Risk,
  type RuleContext,
  removeObject,
  ruleGives,
  unusedRoles,
} from "@authgraph/rules";

/** It gives nobody anything. */
const score = 0.1;

/** What Kubernetes' own aggregated roles look for, here or in the cluster it is applied to. */
const aggregationLabel = "rbac.authorization.k8s.io/aggregate-to-";

export const check: Check = function* (context) {
  const { graph } = context;
  const { complete, bindings } = graph.inventory;
  // Roles alone are a library: who binds them is written elsewhere.
  if (!complete && bindings.every(({ object }) => object.origin.kind === "built-in")) return;
  const named = rolesToBind(context);
  for (const role of unusedRoles(graph)) {
    const { object } = role.entry;
    if (object.meta.generated || isForAggregation(role) || named.has(object.meta.name.value)) continue;
    yield unusedRisk(role, complete);
  }
};

function isForAggregation({ entry }: EffectiveRole): boolean {
  return [...entry.object.meta.labels.keys()].some((label) => label.startsWith(aggregationLabel));
}

/** Roles that somebody may bind, by name: a program creates the bindings. */
function rolesToBind({ graph, minor }: RuleContext): ReadonlySet<string> {
  const names = new Set<string>();
  const binding = asksOf("bind-in-namespace", minor);
  for (const { rules } of graph.roles) {
    for (const rule of rules) {
      if (rule.resourceNames.length === 0 || !binding.some((ask) => ruleGives(rule, ask))) continue;
      for (const { value } of rule.resourceNames) names.add(value);
    }
  }
  return names;
}

function unusedRisk({ entry, asShipped }: EffectiveRole, complete: boolean): Risk {
  const { object, namespace, key } = entry;
  const { name } = object.meta;
  const place = hop(name.origin, "no binding leads here", 1);
  const whole = `${object.kind} ${namespacedName(namespace, name.value)}`;
  const where = complete ? "nobody is bound to it" : "no binding among the inputs leads to it";
  return {
    ruleId: "rbac-unused-role",
    title: fitTitle(`${whole} gives nobody anything: ${where}, and no role takes it in`),
    score,
    confidence: complete ? "certain" : "likely",
    place,
    hops: [place],
    notes: asShipped === "none" ? [] : [note("note", "Kubernetes ships a role of this name, with other rules")],
    remedies: [{ text: `delete the role ${quotable(name.value)}, or bind it`, edits: removeObject(object.origin) }],
    identity: { subject: `${object.kind} ${name.value}`, object: key },
    cause: `${key} is unused`,
    also: `so does ${whole}`,
  };
}
