import {
  type AccessGraph,
  type BoundPath,
  type Check,
  inScope,
  keepsFromNode,
  type Note,
  note,
  pathRisks,
  podSecurityOf,
  quotable,
  type Remedy,
  type RuleContext,
  replaceScalar,
  strongAccountsBeside,
  whereOf,
} from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, {
    id: "path-pod-create-to-sa",
    kinds: ["create-pod", "write-workload"],
    notes: (found) => [...otherAccounts(context, found), ...podSecurity(context, found), ...aboutNames(found)],
    instead: (found) => elsewhere(context, found),
  });

function otherAccounts(context: RuleContext, { path }: BoundPath): readonly Note[] {
  const [first, ...others] = strongAccountsBeside(context, path);
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : `; ${others.length} more ${others.length === 1 ? "account" : "accounts"}`;
  return [note("also", `${first}${more}`)];
}

/** It never keeps a pod from naming an account, only from taking over the node. */
function podSecurity({ graph }: RuleContext, { path }: BoundPath): readonly Note[] {
  const [{ to }] = path.steps;
  if (to.kind !== "any-account" || to.namespace === undefined) return [];
  const where = inScope({ kind: "namespace", namespace: to.namespace }).slice(3);
  const security = podSecurityOf(graph, to.namespace);
  if (!security.seen) {
    const text = `no Namespace object sets a Pod Security level for ${where}: unless the cluster does, the pod takes over its node`;
    return [note("also", text)];
  }
  const { enforced } = security;
  if (enforced === undefined || !keepsFromNode(security)) {
    const level =
      enforced === undefined ? "enforces no Pod Security level" : `enforces Pod Security ${quotable(enforced.value)}`;
    return [note("also", `${where} ${level}: the pod takes over its node`)];
  }
  const text = `Pod Security ${quotable(enforced.value)} (${whereOf(enforced.origin)}) keeps the pod from the node; it does not look at serviceAccountName`;
  return [note("note", text)];
}

function aboutNames({ path }: BoundPath): readonly Note[] {
  return path.steps[0].kind === "create-pod"
    ? [note("note", "resourceNames would not narrow this: a create request carries no name")]
    : [note("note", "resourceNames would not narrow this: a template names any account")];
}

/** Where the accounts of the namespace are somebody else's: the same role and binding in a namespace of their own. */
function elsewhere({ graph }: RuleContext, { bound, path }: BoundPath): readonly Remedy[] {
  const { binding, holder } = bound;
  const [{ to }] = path.steps;
  if (to.kind !== "any-account" || to.namespace === undefined || binding.resolution.outcome !== "found") return [];
  const { role } = binding.resolution;
  const isAtHome = holder.identity.startsWith(`ServiceAccount ${to.namespace}/`);
  if (isAtHome || role.entry.object.kind !== "Role") return [];
  const { bindingsOf, namespaces } = usageOf(graph);
  const name = `${role.entry.object.meta.name.value}-only`;
  if ((bindingsOf.get(role) ?? 0) > 1 || namespaces.has(name)) return [];
  const edits = [role.entry.object, binding.entry.object].map(({ meta: { namespace } }) =>
    namespace === undefined ? [] : replaceScalar(namespace.origin, namespace.value, name),
  );
  if (edits.some((some) => some.length === 0)) return [];
  return [{ text: "use a namespace whose accounts hold no rights", edits: edits.flat() }];
}

interface Usage {
  readonly bindingsOf: ReadonlyMap<object, number>;
  readonly namespaces: ReadonlySet<string>;
}

const usages = new WeakMap<AccessGraph, Usage>();

/** How many bindings refer to a role, and which namespaces have some. */
function usageOf(graph: AccessGraph): Usage {
  const known = usages.get(graph);
  if (known !== undefined) return known;
  const bindingsOf = new Map<object, number>();
  for (const { resolution } of graph.bindings) {
    if (resolution.outcome === "found") bindingsOf.set(resolution.role, (bindingsOf.get(resolution.role) ?? 0) + 1);
  }
  const usage = { bindingsOf, namespaces: new Set(graph.bindings.map(({ entry }) => entry.namespace)) };
  usages.set(graph, usage);
  return usage;
}
