import type { Grant, Scope } from "@authgraph/graph";
import { resourceMatches, verbMatches } from "@authgraph/kubernetes";
import { certaintyOf } from "../grant-certainty.ts";
import { powerHops } from "../hops.ts";
import type { PowerId } from "../power.ts";
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

export function grantedStep(context: RuleContext, made: GrantedStep): Step {
  return new StepByGrants(context, made);
}

/** A class for its getters: power and hops are made when somebody looks at them, which is the case for few of many steps. */
class StepByGrants implements Step {
  readonly kind: StepKind;
  readonly from: Vertex;
  readonly to: Vertex;
  readonly grants: readonly Grant[];
  readonly confidence: Confidence;
  readonly assumption: string | undefined;
  readonly obstacles: readonly string[];
  readonly phrase: string;
  readonly powerId: PowerId;
  readonly #context: RuleContext;
  readonly #made: GrantedStep;
  #power: HeldPower | undefined;

  constructor(context: RuleContext, made: GrantedStep) {
    this.kind = made.kind;
    this.from = made.from;
    this.to = made.to;
    // A role that somebody may bind is a grant of nobody yet.
    this.grants = made.from.kind === "role" ? [] : grantsOf(made.gifts);
    this.confidence = confidenceOf(context, made);
    this.assumption = made.assumption;
    this.obstacles = made.obstacles ?? noObstacles;
    this.phrase = made.phrase;
    this.powerId = made.power;
    this.#context = context;
    this.#made = made;
  }

  get power(): HeldPower {
    this.#power ??= heldPower(this.#context, this.#made);
    return this.#power;
  }

  get hops(): readonly Hop[] {
    return powerHops(this.power, 1);
  }
}

const noObstacles: readonly string[] = [];

function grantsOf(gifts: readonly HeldGift[]): readonly Grant[] {
  const grants = gifts.map(({ grant }) => grant);
  return grants.length === 1 ? grants : [...new Set(grants)];
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
  "approve-node-signers": "certificates of nodes",
  "approved-as-nodes": "the approval of what nodes ask for",
  "reach-kubelets": "the kubelets of nodes",
  "create-volumes": "volumes, hostPath included",
  "change-namespaces": "labels of namespaces, Pod Security included",
  "write-admission": "admission of every object",
  "create-mutating-policies": "policies that change objects",
  "bind-mutating-policies": "and what puts them in force",
  "write-api-services": "the server behind an API group",
  "write-aws-auth": "aws-auth",
};

/** A step that follows by itself. */
export function followingStep(
  step: Pick<Step, "kind" | "from" | "to" | "phrase"> & Partial<Pick<Step, "assumption" | "confidence" | "hops">>,
): Step {
  const { kind, from, to, phrase, assumption, confidence = "certain", hops = [] } = step;
  return {
    kind,
    from,
    to,
    grants: [],
    powerId: undefined,
    power: undefined,
    confidence,
    assumption,
    obstacles: [],
    phrase,
    hops,
  };
}
