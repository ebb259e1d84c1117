import type { Scope } from "@authgraph/graph";
import { resourceMatches, verbMatches } from "@authgraph/kubernetes";
import { certaintyOf } from "../grant-certainty.ts";
import { powerHops } from "../hops.ts";
import type { PowerId } from "../power-catalogue.ts";
import { type HeldPower, powersOf, type Witness } from "../powers.ts";
import { weakerConfidence } from "../rating.ts";
import type { Confidence, Hop } from "../risk.ts";
import type { RuleContext } from "../rule.ts";
import type { Ability, HeldGift } from "./abilities.ts";
import type { Step, StepKind, Vertex } from "./step.ts";

/** A step that grants make possible, before what few ask for (its words and places) is made. */
export interface GrantedStep {
  readonly kind: StepKind;
  readonly from: Vertex;
  readonly to: Vertex;
  readonly power: PowerId;
  readonly gifts: readonly [HeldGift, ...HeldGift[]];
  readonly scope: Scope;
  /** Only these objects; empty: all. */
  readonly names?: readonly string[];
  readonly phrase: string;
  readonly confidence?: Confidence;
  readonly assumption?: string | undefined;
  readonly obstacles?: readonly string[];
}

/** The step; power and hops are made when somebody looks at them, which is the case for few of them. */
export function grantedStep(context: RuleContext, made: GrantedStep): Step {
  const { kind, from, to, gifts, phrase, assumption, obstacles = [] } = made;
  let power: HeldPower | undefined;
  let hops: readonly Hop[] | undefined;
  // A role that somebody may bind is a grant of nobody yet.
  const grants = from.kind === "role" ? [] : [...new Set(gifts.map(({ grant }) => grant))];
  const powerOf = (): HeldPower => {
    power ??= heldPower(context, made);
    return power;
  };
  return {
    kind,
    from,
    to,
    grants,
    confidence: confidenceOf(context, made),
    assumption,
    obstacles,
    phrase,
    get power() {
      return powerOf();
    },
    get hops() {
      hops ??= powerHops(powerOf(), 1);
      return hops;
    },
  };
}

function confidenceOf(context: RuleContext, { from, gifts, confidence = "certain" }: GrantedStep): Confidence {
  let weakest = confidence;
  for (const { grant } of gifts) {
    weakest = weakerConfidence(weakest, grant.confidence);
    if (from.kind !== "role") {
      weakest = weakerConfidence(weakest, certaintyOf(context.graph, grant.binding).confidence);
    }
  }
  return weakest;
}

/** What those grants are worth by themselves, in the words of the step. */
function heldPower({ minor }: RuleContext, made: GrantedStep): HeldPower {
  const { power: id, gifts, scope, names = [], phrase } = made;
  const [first, ...others] = gifts;
  const known = powersOf(
    gifts.map(({ grant }) => grant),
    minor,
  ).find((power) => power.id === id);
  const level = names.length > 0 || known === undefined ? 4 : known.sureLevel;
  return {
    id,
    level,
    sureLevel: level,
    scope,
    phrase,
    witnesses: [witnessOf(first), ...others.map(witnessOf)],
    names,
    assumedHops: 0,
    takesAccounts: known?.takesAccounts ?? false,
    confidence: made.confidence === "possible" ? "possible" : (known?.confidence ?? "certain"),
  };
}

function witnessOf({ ability, ask, names, rule, grant }: HeldGift): Witness {
  const resource = rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource));
  const verbs = rule.verbs.filter((one) => verbMatches([one], ask.verb));
  return { grant, ask, resource, verbs, names, reach: reachOfAbility[ability] };
}

/** What the resource in the rule stands for, for the chain. */
const reachOfAbility: Readonly<Record<Ability, string>> = {
  everything: "all resources",
  "create-pods": "pods under any serviceAccountName",
  "write-workloads": "workloads, whose pods run under any account",
  "enter-pods": "the inside of pods",
  "request-tokens": "tokens of ServiceAccounts",
  "act-as-users": "users to act as",
  "act-as-groups": "groups to act in",
  "act-as-accounts": "ServiceAccounts to act as",
  "read-secrets": "the contents of Secrets",
  "create-secrets": "Secrets, token Secrets included",
  "bind-cluster-roles": "ClusterRoles, beyond what the binder holds",
  "bind-roles": "Roles, beyond what the binder holds",
  "write-cluster-bindings": "ClusterRoleBindings",
  "write-role-bindings": "RoleBindings",
  "escalate-cluster-roles": "ClusterRoles, beyond what the writer holds",
  "escalate-roles": "Roles, beyond what the writer holds",
  "change-cluster-roles": "ClusterRoles that are there",
  "create-cluster-roles": "new ClusterRoles",
  "change-roles": "Roles that are there",
  "approve-signers": "certificates that the API server accepts",
  "approve-requests": "requests for certificates",
  "request-certificates": "requests of its own",
  "reach-kubelets": "the kubelets of nodes",
  "create-volumes": "volumes, hostPath included",
  "change-namespaces": "labels of namespaces, Pod Security included",
  "write-admission": "admission of every object",
  "write-api-services": "the server behind an API group",
  "write-aws-auth": "aws-auth",
};

/** A step that follows by itself. */
export function followingStep(
  step: Pick<Step, "kind" | "from" | "to" | "phrase"> & Partial<Pick<Step, "assumption" | "confidence" | "hops">>,
): Step {
  const { kind, from, to, phrase, assumption, confidence = "certain", hops = [] } = step;
  return { kind, from, to, grants: [], power: undefined, confidence, assumption, obstacles: [], phrase, hops };
}
