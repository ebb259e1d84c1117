import type { Scope } from "@authgraph/graph";
import { serviceAccountUserName, userKey } from "@authgraph/kubernetes";
import { whereOf } from "../hops.ts";
import { inScope, listed, ofScope, quotable } from "../wording.ts";
import { accountsRunningIn, workloadsOf } from "../workloads.ts";
import type { HeldGift } from "./abilities.ts";
import { ownGifts, pairsOf } from "./held-gifts.ts";
import { keepsFromNode, podSecurityOf } from "./pod-security.ts";
import { identityVertex, type Step, type Vertex } from "./step.ts";
import { grantedStep } from "./step-of.ts";
import { namespaceOf, type Taker } from "./taker.ts";

const nodes: Vertex = { kind: "nodes" };

/** Pods of one's own, under any account, and what they open. */
export function* podSteps(taker: Taker): Iterable<Step> {
  const { context, from, held } = taker;
  for (const ability of ["create-pods", "write-workloads"] as const) {
    for (const gift of ownGifts(held, ability)) {
      const { scope } = gift.grant;
      const what = ability === "create-pods" ? "pods" : "workloads";
      const podSecurity = obstaclesToNodes(taker, scope);
      yield grantedStep(context, {
        kind: ability === "create-pods" ? "create-pod" : "write-workload",
        from,
        to: { kind: "any-account", namespace: namespaceOf(scope) },
        power: ability,
        gifts: [gift],
        scope,
        phrase: `run ${what} as any ServiceAccount ${ofScope(scope)}`,
      });
      if (podSecurity.stop) continue;
      yield grantedStep(context, {
        kind: "run-privileged",
        from,
        to: nodes,
        power: ability,
        gifts: [gift],
        scope,
        phrase: `run privileged pods ${inScope(scope)}`,
        confidence: podSecurity.seen ? "likely" : "possible",
        assumption: "admission lets privileged pods pass",
        obstacles: podSecurity.obstacles,
      });
    }
    yield* volumeSteps(taker, ability);
    yield* relabelSteps(taker, ability);
  }
}

interface NodeObstacles {
  readonly stop: boolean;
  readonly seen: boolean;
  readonly obstacles: readonly string[];
}

/** What keeps privileged pods out of a namespace, as far as the inputs say. */
function obstaclesToNodes({ context: { graph } }: Taker, scope: Scope): NodeObstacles {
  // Some namespace sets no level: kube-system is not even asked by default.
  if (scope.kind === "cluster") return { stop: false, seen: false, obstacles: [] };
  const security = podSecurityOf(graph, scope.namespace);
  if (!security.seen) return { stop: false, seen: false, obstacles: [podSecurityUnseen(scope.namespace)] };
  return { stop: keepsFromNode(security), seen: true, obstacles: [] };
}

function podSecurityUnseen(namespace: string): string {
  return `no Namespace object sets a Pod Security level for ${quotable(namespace)}`;
}

/** A volume out of a folder of the node is none that Pod Security looks at: a claim mounts it. */
function* volumeSteps({ context, from, held }: Taker, pods: "create-pods" | "write-workloads"): Iterable<Step> {
  for (const { gifts, scope } of pairsOf(held, "create-volumes", pods)) {
    yield grantedStep(context, {
      kind: "mount-host-path",
      from,
      to: nodes,
      power: "create-persistent-volumes",
      gifts,
      scope,
      phrase: `mount any folder of any node into pods ${inScope(scope)}`,
    });
  }
}

/** Pod Security is a label, and whoever writes the Namespace writes it. */
function* relabelSteps(taker: Taker, pods: "create-pods" | "write-workloads"): Iterable<Step> {
  const { context, from, held } = taker;
  for (const { gifts } of pairsOf(held, "change-namespaces", pods, meetInNamespace)) {
    const [labels, creating] = gifts;
    const scope = whereRelabelled(labels, creating);
    const namespace = namespaceOf(scope);
    const security = namespace === undefined ? undefined : podSecurityOf(context.graph, namespace);
    const enforced = security?.seen === true ? security.enforced : undefined;
    const stopped = enforced === undefined ? "" : `, now ${quotable(enforced.value)} (${whereOf(enforced.origin)})`;
    yield grantedStep(context, {
      kind: "relabel-namespace",
      from,
      to: nodes,
      power: "label-namespaces",
      gifts,
      scope,
      phrase: `take Pod Security off ${namespace === undefined ? "any namespace" : quotable(namespace)} and run privileged pods there`,
      confidence: security?.seen === true ? "certain" : "likely",
      obstacles:
        enforced === undefined ? [] : [`Pod Security of ${quotable(namespace ?? "")}${stopped}, which it can change`],
    });
  }
}

/** A Namespace is asked for by its own name, at the scope of itself. */
function meetInNamespace(labels: HeldGift, pods: HeldGift): boolean {
  const { scope } = pods.grant;
  if (labels.names.length === 0 || scope.kind === "cluster") return true;
  return labels.names.includes(scope.namespace);
}

function whereRelabelled({ grant, names }: HeldGift, { grant: { scope } }: HeldGift): Scope {
  if (scope.kind === "namespace") return scope;
  if (grant.scope.kind === "namespace") return grant.scope;
  const [only] = names;
  return only === undefined ? scope : { kind: "namespace", namespace: only };
}

/** The inside of pods that run, and so their accounts. */
export function* enterSteps(taker: Taker): Iterable<Step> {
  const { context, from, held } = taker;
  for (const gift of ownGifts(held, "enter-pods")) {
    const { names, grant } = gift;
    const { scope } = grant;
    const base = { kind: "enter-pod", from, power: "exec-pods", gifts: [gift], scope } as const;
    if (names.length > 0) {
      const phrase = `run commands in Pod ${listed(names.map(quotable))} ${ofScope(scope)}`;
      for (const to of accountsOfPods(taker, scope, names)) yield grantedStep(context, { ...base, names, to, phrase });
      continue;
    }
    const namespace = namespaceOf(scope);
    const isEmpty = namespace !== undefined && accountsRunningIn(context.graph, namespace).length === 0;
    yield grantedStep(context, {
      ...base,
      to: { kind: "pods", namespace },
      phrase: `run commands in every pod ${ofScope(scope)}`,
      obstacles: isEmpty ? [`no workload ${ofScope(scope)} is among the inputs`] : [],
    });
  }
  for (const gift of ownGifts(held, "reach-kubelets")) {
    const { names } = gift;
    yield grantedStep(context, {
      kind: "reach-kubelet",
      from,
      to: { kind: "pods", namespace: undefined },
      power: "reach-kubelets",
      gifts: [gift],
      scope: gift.grant.scope,
      names,
      phrase:
        names.length === 0
          ? "run commands in every pod through the kubelets"
          : `run commands in the pods of node ${listed(names.map(quotable))} through its kubelet`,
      assumption: names.length === 0 ? undefined : "the pod is on that node",
      confidence: names.length === 0 ? "certain" : "possible",
    });
  }
}

/** Only a Pod that is written as such has a name that a role can know. */
function accountsOfPods({ context: { graph } }: Taker, scope: Scope, names: readonly string[]): readonly Vertex[] {
  const keys = workloadsOf(graph)
    .filter(({ kind, name, namespace, getsToken }) => {
      if (kind !== "Pod" || !getsToken || !names.includes(name)) return false;
      return scope.kind === "cluster" || scope.namespace === namespace;
    })
    .map(({ namespace, account }) => userKey(serviceAccountUserName(namespace, account)));
  return [...new Set(keys)].map(identityVertex);
}

/** Whoever is asked before an object is stored, or answers in place of the API server. */
export function* admissionSteps({ context, from, held }: Taker): Iterable<Step> {
  const control = {
    kind: "control-admission",
    from,
    to: { kind: "pods", namespace: undefined },
    phrase: "rewrite every pod on its way into the cluster",
    assumption: "a pod is created meanwhile",
    confidence: "likely",
  } as const;
  for (const gift of ownGifts(held, "write-admission")) {
    yield grantedStep(context, { ...control, power: "write-admission", gifts: [gift], scope: gift.grant.scope });
  }
  for (const { gifts, scope } of pairsOf(held, "create-mutating-policies", "bind-mutating-policies")) {
    yield grantedStep(context, { ...control, power: "create-mutating-policies", gifts, scope });
  }
  for (const gift of ownGifts(held, "write-api-services")) {
    yield grantedStep(context, {
      kind: "replace-api-server",
      from,
      to: { kind: "any-account", namespace: undefined },
      power: "write-apiservices",
      gifts: [gift],
      scope: gift.grant.scope,
      names: gift.names,
      phrase: "put a server of its own in front of parts of the API",
      assumption: "controllers believe what it answers",
      confidence: "possible",
    });
  }
}
