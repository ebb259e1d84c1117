import { appliedNamespace, type Grant, type Scope } from "@authgraph/graph";
import {
  groupKey,
  mastersGroup,
  type PolicyRule,
  resourceMatches,
  serviceAccountUserName,
  userKey,
  verbMatches,
} from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { strongestAccount } from "./accounts.ts";
import { canI } from "./checks.ts";
import type { Holder } from "./holders.ts";
import { hop } from "./hops.ts";
import type { Ask } from "./power-catalogue.ts";
import { type HeldPower, ruleGives, strongestPower } from "./powers.ts";
import type { PowerLevel } from "./rating.ts";
import type { Hop } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { inScope, listed, namespacedName, ofScope, quotable } from "./wording.ts";

// k8s.io/apiserver pkg/endpoints/filters/impersonation: what is asked for each impersonated item. Users and groups are
// asked for at the cluster's scope, so a RoleBinding gives nothing there; ServiceAccounts in their namespace.

/** Whom somebody may act as, and what that is worth. */
export interface Impersonation {
  readonly level: PowerLevel;
  /** Completes "can". */
  readonly phrase: string;
  /** What gives it, the deciding one first. */
  readonly grants: readonly [Giving, ...Giving[]];
  readonly scope: Scope;
  /** Whom exactly, where names limit it. */
  readonly names: readonly string[];
  /** Who of those is worth the most. */
  readonly next: string | undefined;
  readonly makesClusterAdmin: boolean;
}

/** A grant, and the question of an impersonation that it answers with yes. */
interface Giving {
  readonly grant: Grant;
  readonly ask: Ask;
}

const authentication = "authentication.k8s.io";

function impersonate(apiGroup: string, resource: string, verb = "impersonate"): Ask {
  return { verb, apiGroup, resource, subresource: "", carriesName: true };
}

const users = impersonate("", "users");
const groups = impersonate("", "groups");
const accounts = impersonate("", "serviceaccounts");

/** Whether a rule allows any item of an impersonation, in the old form or the constrained one. */
export function mentionsImpersonation(rule: PolicyRule): boolean {
  let known = mentioned.get(rule);
  if (known === undefined) {
    known = looksLikeImpersonation(rule);
    mentioned.set(rule, known);
  }
  return known;
}

/** Of few rules with many bindings: `edit` and `admin` have dozens of rules each. */
const mentioned = new WeakMap<PolicyRule, boolean>();

function looksLikeImpersonation(rule: PolicyRule): boolean {
  if ([users, groups, accounts, ...constrainedAsks].some((ask) => ruleGives(rule, ask))) return true;
  return rule.verbs.some(({ value }) => value.startsWith("impersonate-on:"));
}

/** Whom the grants of one holder let it act as, what is worth most first. */
export function impersonationsOf(context: RuleContext, grants: readonly Grant[]): readonly Impersonation[] {
  const found = [
    ...asGroupMember(grants, context),
    ...asUser(grants, context),
    ...asAccount(grants, context),
    ...constrained(grants, context),
  ];
  return found.sort((a, b) => a.level - b.level);
}

function giving(grants: readonly Grant[], ask: Ask, scope: Scope["kind"] | "any"): readonly Giving[] {
  return grants
    .filter((grant) => (scope === "any" || grant.scope.kind === scope) && ruleGives(grant.rule, ask))
    .map((grant) => ({ grant, ask }));
}

/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember(grants: readonly Grant[], context: RuleContext): Iterable<Impersonation> {
  const [somebody] = [...giving(grants, users, "cluster"), ...giving(grants, accounts, "any")];
  if (somebody === undefined) return;
  for (const given of giving(grants, groups, "cluster")) {
    const names = namesOf(given.grant.rule);
    const base = { grants: [given, somebody] as const, scope: given.grant.scope, names };
    if (names.length === 0 || names.includes(mastersGroup)) {
      const anyUser = giving(grants, users, "cluster").some(({ grant }) => grant.rule.resourceNames.length === 0);
      const whose = names.length === 0 ? "any group" : "the superusers' group";
      const phrase = `act as ${anyUser ? "any user in" : "a member of"} ${whose}`;
      yield { ...base, level: 1, phrase, next: undefined, makesClusterAdmin: true };
      continue;
    }
    const victim = strongestOf(
      context,
      names.map((name) => ({ key: groupKey(name), name: `Group ${quotable(name)}` })),
    );
    if (victim !== undefined) yield { ...base, phrase: `act as a member of ${listed(names.map(quotable))}`, ...victim };
  }
}

function* asUser(grants: readonly Grant[], context: RuleContext): Iterable<Impersonation> {
  for (const given of giving(grants, users, "cluster")) {
    const names = namesOf(given.grant.rule);
    const base = { grants: [given] as const, scope: given.grant.scope, names };
    if (names.length === 0) {
      yield { ...base, level: 1, phrase: "act as any user", next: undefined, makesClusterAdmin: true };
      continue;
    }
    const victim = strongestOf(
      context,
      names.map((name) => ({ key: userKey(name), name: `User ${quotable(name)}` })),
    );
    yield { ...base, phrase: `act as User ${listed(names.map(quotable))}`, ...(victim ?? unknownVictim) };
  }
}

/** Nothing in the inputs is known of whoever it is. */
const unknownVictim = { level: 5, next: undefined, makesClusterAdmin: false } as const;

function* asAccount(grants: readonly Grant[], context: RuleContext): Iterable<Impersonation> {
  for (const given of giving(grants, accounts, "any")) {
    const { scope, rule } = given.grant;
    const names = namesOf(rule);
    const base = { grants: [given] as const, scope, names };
    if (names.length > 0) {
      const namespace = scope.kind === "cluster" ? undefined : scope.namespace;
      const victim = namespace === undefined ? undefined : strongestOf(context, accountsNamed(namespace, names));
      const phrase = `act as ServiceAccount ${listed(names.map(quotable))} ${inScope(scope)}`;
      yield { ...base, phrase, ...(victim ?? unknownVictim) };
      continue;
    }
    yield { ...base, phrase: `act as every ServiceAccount ${ofScope(scope)}`, ...anyAccount(context, scope) };
  }
}

type Worth = Pick<Impersonation, "level" | "next" | "makesClusterAdmin">;

function anyAccount(context: RuleContext, scope: Scope): Worth {
  const isControllers = scope.kind === "namespace" && scope.namespace === "kube-system";
  const usual: PowerLevel = scope.kind === "cluster" ? 2 : isControllers ? 1 : 3;
  const strongest = strongestAccount(context, scope);
  if (strongest === undefined || strongest.power.level >= usual) {
    return { level: usual, next: undefined, makesClusterAdmin: isControllers };
  }
  const name = namespacedName(strongest.namespace, strongest.name);
  const { power } = strongest;
  return {
    level: power.level,
    next: `one of them is ServiceAccount ${name}, which can ${power.phrase}`,
    makesClusterAdmin: power.level === 1,
  };
}

interface Victim {
  readonly key: string;
  readonly name: string;
}

function accountsNamed(namespace: string, names: readonly string[]): readonly Victim[] {
  return names.map((name) => ({
    key: userKey(serviceAccountUserName(namespace, name)),
    name: `ServiceAccount ${namespacedName(namespace === appliedNamespace ? "" : namespace, name)}`,
  }));
}

/** Whoever of them can do most. */
function strongestOf({ graph, minor }: RuleContext, victims: readonly Victim[]): Worth | undefined {
  let strongest: { power: HeldPower; name: string } | undefined;
  for (const { key, name } of victims) {
    const power = strongestPower(graph.grantsOf(key), minor);
    if (power === undefined || (strongest !== undefined && power.level >= strongest.power.level)) continue;
    strongest = { power, name };
  }
  if (strongest === undefined) return undefined;
  const { power, name } = strongest;
  return { level: power.level, next: `${name} can ${power.phrase}`, makesClusterAdmin: power.level === 1 };
}

function namesOf({ resourceNames }: PolicyRule): readonly string[] {
  return resourceNames.map(({ value }) => value);
}

// --- Constrained impersonation (gate ConstrainedImpersonation, on by default from 1.36): two rights that only count
// --- together: whom (`impersonate:MODE`), and for which requests (`impersonate-on:MODE:VERB`).

const constrainedSince = 36;
const modes = [
  { mode: "user-info", resource: "users", who: "any user" },
  { mode: "serviceaccount", resource: "serviceaccounts", who: "any ServiceAccount" },
  { mode: "arbitrary-node", resource: "nodes", who: "any node" },
  { mode: "associated-node", resource: "nodes", who: "the node it runs on" },
] as const;

const constrainedAsks: readonly Ask[] = modes.map(whomAsk);

function whomAsk({ mode, resource }: (typeof modes)[number]): Ask {
  return impersonate(authentication, resource, `impersonate:${mode}`);
}

function* constrained(grants: readonly Grant[], { minor }: RuleContext): Iterable<Impersonation> {
  if (Number(minor.split(".")[1]) < constrainedSince) return;
  for (const one of modes) {
    const { mode, who } = one;
    // ServiceAccounts are asked for in their namespace, users and nodes at the cluster's scope.
    const [whom] = giving(grants, whomAsk(one), mode === "serviceaccount" ? "any" : "cluster");
    if (whom === undefined) continue;
    const requests = grants.flatMap((grant) => actingGrant(grant, `impersonate-on:${mode}:`));
    const power = strongestPower(requests, minor);
    if (power === undefined || power.level === 6) continue;
    const names = namesOf(whom.grant.rule);
    const target = names.length === 0 ? who : listed(names.map(quotable));
    yield {
      level: power.level,
      phrase: `${power.phrase} in the name of ${target}`,
      grants: [whom, power.witnesses[0]],
      scope: power.scope,
      names,
      next: undefined,
      makesClusterAdmin: false,
    };
  }
}

/** A grant of `impersonate-on:MODE:VERB` read as a grant of the verb, for what it opens in somebody else's name. */
function actingGrant(grant: Grant, prefix: string): readonly Grant[] {
  const verbs = grant.rule.verbs.flatMap((verb): readonly Located<string>[] => {
    if (!verb.value.startsWith(prefix)) return [];
    const plain = verb.value.slice(prefix.length);
    // `impersonate-on:MODE:*` is a literal, no wildcard.
    return plain === "*" ? [] : [located(plain, verb.origin)];
  });
  return verbs.length === 0 ? [] : [{ ...grant, rule: { ...grant.rule, verbs } }];
}

/** The words of the roles that give it: the resource, and the verb beside it. */
export function impersonationHops({ grants }: Impersonation, firstStep: number): readonly Hop[] {
  return grants.flatMap(({ grant: { rule }, ask }, index) => {
    const resource = rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource));
    const verb = rule.verbs.find((one) => verbMatches([one], ask.verb)) ?? rule.verbs[0];
    const atResource = hop(resource?.origin ?? rule.origin, reachLabel(rule, ask), firstStep + index);
    return verb === undefined ? [atResource] : [atResource, hop(verb.origin, "acting as somebody else")];
  });
}

function reachLabel({ resourceNames }: PolicyRule, ask: Ask): string {
  if (!ask.verb.startsWith("impersonate")) return "for these requests";
  const what = { users: "any user", groups: "any group", serviceaccounts: "any ServiceAccount" }[ask.resource] ?? "any";
  return resourceNames.length === 0
    ? `${what}, no resourceNames`
    : `${listed(resourceNames.map(({ value }) => quotable(value)))} only`;
}

/** A command that confirms it, where kubectl has one: it knows no resources of authentication.k8s.io to impersonate. */
export function impersonationCheck(
  holder: Holder,
  { grants: [{ ask }], scope, names }: Impersonation,
): readonly string[] {
  return ask.apiGroup === "" && holder.kind !== "anonymous" ? [canI(holder, ask, scope, names[0])] : [];
}
