import type { AccessGraph, Grant, ResolvedBinding, Scope } from "@authgraph/graph";
import {
  groupKey,
  mastersGroup,
  nodesGroup,
  nodeUserPrefix,
  type PolicyRule,
  parseServiceAccountUserName,
  resourceMatches,
  userKey,
  verbMatches,
} from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { type PowerfulAccount, strongestAccount, strongestAccountNamed } from "./accounts.ts";
import { confirmCommand } from "./checks.ts";
import { controllersStep, describedPower, isClusterAdmin } from "./consequences.ts";
import type { Holder } from "./holders.ts";
import { hop, roleRefHop } from "./hops.ts";
import type { Ask } from "./power.ts";
import { controllersNamespace, type HeldPower, powersOf, ruleGives, strongestPower } from "./powers.ts";
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
  /** Hops that were not read but are a documented default. */
  readonly assumedHops: number;
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
  // Every verb that is asked below begins like this; few rules have one.
  if (!rule.verbs.some(({ value }) => value === "*" || value.startsWith("impersonate"))) return false;
  if ([users, groups, accounts, ...constrainedAsks].some((ask) => ruleGives(rule, ask))) return true;
  return rule.verbs.some(({ value }) => value.startsWith("impersonate-on:"));
}

/** Whom the grants of one holder (its key: `than`) let it act as, what is worth most first. */
export function impersonationsOf(
  context: RuleContext,
  grants: readonly Grant[],
  than: string,
): readonly Impersonation[] {
  const search: Search = { context, grants, than };
  const found = [...asGroupMember(search), ...asUser(search), ...asAccount(search), ...constrained(search)];
  return found.sort((a, b) => a.level - b.level);
}

interface Search {
  readonly context: RuleContext;
  readonly grants: readonly Grant[];
  /** Nobody gains by acting as itself. */
  readonly than: string;
}

/** A grant of the right to act as somebody, and whom its names limit it to; empty: nobody is left out. */
interface Acting extends Giving {
  readonly names: readonly string[];
}

/** The grants that say yes, but for those whose names are of nobody that would be asked for in this way. */
function acting(
  grants: readonly Grant[],
  ask: Ask,
  scope: Scope["kind"] | "any",
  isAskedFor: (name: string) => boolean = () => true,
): readonly Acting[] {
  return grants.flatMap((grant): readonly Acting[] => {
    if ((scope !== "any" && grant.scope.kind !== scope) || !ruleGives(grant.rule, ask)) return [];
    const written = grant.rule.resourceNames;
    const names = written.map(({ value }) => value).filter((name) => name !== "" && isAskedFor(name));
    return written.length > 0 && names.length === 0 ? [] : [{ grant, ask, names }];
  });
}

/** ServiceAccounts are asked for as such, however the user name was given. */
function isNoAccount(user: string): boolean {
  return parseServiceAccountUserName(user) === undefined;
}

function isNode(user: string): boolean {
  return user.startsWith(nodeUserPrefix);
}

/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember({ context, grants, than }: Search): Iterable<Impersonation> {
  const asUsers = acting(grants, users, "cluster", isNoAccount);
  const [somebody] = [...asUsers, ...acting(grants, accounts, "any")];
  if (somebody === undefined) return;
  for (const given of acting(grants, groups, "cluster")) {
    const { names } = given;
    const base = { grants: [given, somebody] as const, scope: given.grant.scope, names };
    if (names.length === 0 || names.includes(mastersGroup)) {
      const anyUser = asUsers.some((one) => one.names.length === 0);
      const whose = names.length === 0 ? "any group" : "the superusers' group";
      yield { ...base, ...clusterAdmin, phrase: `act as ${anyUser ? "any user in" : "a member of"} ${whose}` };
      continue;
    }
    // The Node authorizer goes by both, the user name and this group.
    const node = names.includes(nodesGroup) ? asUsers.find((one) => one.names.some(isNode)) : undefined;
    if (node !== undefined) {
      const which = listed(node.names.filter(isNode).map((name) => quotable(name.slice(nodeUserPrefix.length))));
      yield { ...base, ...takenNode, grants: [node, given], names: node.names, phrase: `act as node ${which}` };
    }
    const victim = strongestOf(
      context,
      names.map((name) => ({ key: groupKey(name), name: `Group ${quotable(name)}` })),
      than,
    );
    const phrase = `act as a member of ${listed(names.map((name) => quotable(name)))}`;
    if (victim !== undefined) yield { ...base, phrase, ...victim };
  }
}

function* asUser({ context, grants, than }: Search): Iterable<Impersonation> {
  for (const given of acting(grants, users, "cluster", isNoAccount)) {
    const { names } = given;
    const base = { grants: [given] as const, scope: given.grant.scope, names };
    if (names.length === 0) {
      yield { ...base, ...clusterAdmin, phrase: "act as any user" };
      continue;
    }
    const victim = strongestOf(
      context,
      names.map((name) => ({ key: userKey(name), name: `User ${quotable(name)}` })),
      than,
    );
    const phrase = `act as User ${listed(names.map((name) => quotable(name)))}`;
    yield { ...base, phrase, ...(victim ?? unknownVictim) };
  }
}

type Worth = Pick<Impersonation, "level" | "next" | "makesClusterAdmin" | "assumedHops">;

const clusterAdmin: Worth = { level: 1, next: undefined, makesClusterAdmin: true, assumedHops: 0 };

/** Nothing in the inputs is known of whoever it is. */
const unknownVictim: Worth = { level: 5, next: undefined, makesClusterAdmin: false, assumedHops: 0 };

const takenNode: Worth = {
  level: 2,
  next: "a node reads the Secrets that its pods mount and issues tokens of their ServiceAccounts",
  makesClusterAdmin: false,
  assumedHops: 0,
};

function* asAccount({ context, grants, than }: Search): Iterable<Impersonation> {
  for (const given of acting(grants, accounts, "any")) {
    const { names } = given;
    const { scope } = given.grant;
    const base = { grants: [given] as const, scope, names };
    if (names.length === 0) {
      yield { ...base, phrase: `act as every ServiceAccount ${ofScope(scope)}`, ...anyAccount(context, scope, than) };
      continue;
    }
    const strongest = strongestAccountNamed(context, scope, names, than);
    const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
    const phrase = `act as ServiceAccount ${listed(names.map((name) => quotable(name)))} ${where}`;
    yield { ...base, phrase, ...(strongest === undefined ? unknownVictim : worthOf(strongest, "")) };
  }
}

function anyAccount(context: RuleContext, scope: Scope, than: string): Worth {
  const strongest = strongestAccount(context, scope, than);
  const known = strongest === undefined ? undefined : worthOf(strongest, "one of them is ");
  if (known?.level === 1 && known.assumedHops === 0) return known;
  if (scope.kind === "cluster" || scope.namespace === controllersNamespace) {
    return { level: 1, next: controllersStep(scope), makesClusterAdmin: true, assumedHops: 1 };
  }
  if (known !== undefined && known.level < 3) return known;
  return { level: 3, next: undefined, makesClusterAdmin: false, assumedHops: 0 };
}

function worthOf({ namespace, name, power }: PowerfulAccount, before: string): Worth {
  const account = `ServiceAccount ${namespacedName(namespace, name)}`;
  const which = before === "" ? account : `${before}${account}, which`;
  return worthOfPower(power, `${which} ${describedPower(power)}`);
}

function worthOfPower({ level, assumedHops }: HeldPower, next: string): Worth {
  return { level, next, makesClusterAdmin: level === 1, assumedHops };
}

interface Victim {
  readonly key: string;
  readonly name: string;
}

/** Whoever of them can do most. */
function strongestOf({ graph, minor }: RuleContext, victims: readonly Victim[], than: string): Worth | undefined {
  let strongest: { power: HeldPower; name: string } | undefined;
  for (const { key, name } of victims) {
    const power = key === than ? undefined : strongestPower(graph.grantsOf(key), minor);
    if (power === undefined || (strongest !== undefined && power.level >= strongest.power.level)) continue;
    strongest = { power, name };
  }
  return strongest && worthOfPower(strongest.power, `${strongest.name} ${describedPower(strongest.power)}`);
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

function* constrained(search: Search): Iterable<Impersonation> {
  const { grants, context } = search;
  if (Number(context.minor.split(".")[1]) < constrainedSince) return;
  for (const one of modes) {
    const { mode, who } = one;
    // ServiceAccounts are asked for in their namespace, users and nodes at the cluster's scope.
    const isAskedFor = mode === "user-info" ? (user: string) => isNoAccount(user) && !isNode(user) : undefined;
    const [whom] = acting(grants, whomAsk(one), mode === "serviceaccount" ? "any" : "cluster", isAskedFor);
    if (whom === undefined) continue;
    const requests = powersOf(
      grants.flatMap((grant) => actingGrant(grant, `impersonate-on:${mode}:`)),
      context.minor,
    );
    const [power] = requests;
    if (power === undefined || power.level === 6) continue;
    const target = whom.names.length === 0 ? who : listed(whom.names.map((name) => quotable(name)));
    const base = { scope: power.scope, names: whom.names };

    const handsOn = requests.find(({ id, names }) => id === "write-cluster-rbac" && names.length === 0);
    const admin = handsOn === undefined ? undefined : adminInReach(search, mode, whom);
    if (handsOn !== undefined && admin !== undefined) {
      const grantsOfAdmin = [whom, handsOn.witnesses[0], ...admin.through] as const;
      const phrase = `hand out any right in the name of ${admin.name}`;
      yield { ...base, ...clusterAdmin, phrase, grants: grantsOfAdmin, next: `${admin.name} is cluster-admin` };
      continue;
    }
    yield {
      ...base,
      level: power.sureLevel,
      phrase: `${power.phrase} in the name of ${target}`,
      grants: [whom, power.witnesses[0]],
      next: undefined,
      makesClusterAdmin: false,
      assumedHops: 0,
    };
  }
}

interface ReachedAdmin {
  readonly name: string;
  /** What lets it act as that one, beside the user. */
  readonly through: readonly Acting[];
}

const constrainedGroups = impersonate(authentication, "groups", "impersonate:user-info");

/** A cluster-admin that it may act as: what that one writes into roles and bindings is checked against its own rights. */
function adminInReach({ context, grants, than }: Search, mode: string, whom: Acting): ReachedAdmin | undefined {
  const reaches = ({ names }: Acting, name: string): boolean => names.length === 0 || names.includes(name);
  if (mode === "serviceaccount") {
    const { scope } = whom.grant;
    const strongest =
      whom.names.length === 0
        ? strongestAccount(context, scope, than)
        : strongestAccountNamed(context, scope, whom.names, than);
    if (strongest === undefined || !isClusterAdmin(strongest.power)) return undefined;
    return { name: `ServiceAccount ${namespacedName(strongest.namespace, strongest.name)}`, through: [] };
  }
  if (mode !== "user-info") return undefined;
  const asGroups = acting(grants, constrainedGroups, "cluster");
  for (const { kind, name } of clusterAdmins(context)) {
    if (kind === "User" && reaches(whom, name)) return { name: `User ${quotable(name)}`, through: [] };
    const asGroup = kind === "Group" ? asGroups.find((one) => reaches(one, name)) : undefined;
    if (asGroup !== undefined) return { name: `Group ${quotable(name)}`, through: [asGroup] };
  }
  return undefined;
}

interface BoundAdmin {
  readonly kind: "User" | "Group";
  readonly name: string;
}

const boundAdmins = new WeakMap<AccessGraph, readonly BoundAdmin[]>();

/** Users and groups, the superusers' apart, that a binding makes cluster-admin: constrained impersonation refuses system:masters. */
function clusterAdmins({ graph, minor }: RuleContext): readonly BoundAdmin[] {
  const known = boundAdmins.get(graph);
  if (known !== undefined) return known;
  const found = graph.subjectKeys.flatMap((key): readonly BoundAdmin[] => {
    const kind = key.startsWith(userKey("")) ? "User" : "Group";
    const name = key.slice(kind.length + 1);
    if (name === mastersGroup || (kind === "User" && (!isNoAccount(name) || isNode(name)))) return [];
    const power = strongestPower(graph.grantsOf(key), minor);
    return power !== undefined && isClusterAdmin(power) ? [{ kind, name }] : [];
  });
  boundAdmins.set(graph, found);
  return found;
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

/** The words of the roles that give it: the resource, and the verb beside it; before them the binding, if it is another. */
export function impersonationHops(
  { grants }: Impersonation,
  through: ResolvedBinding,
  firstStep: number,
): readonly Hop[] {
  let step = firstStep;
  return grants.flatMap(({ grant: { rule, binding }, ask }) => {
    const isAnother = binding !== through && binding.entry.object.origin.kind !== "built-in";
    const atBinding = isAnother ? [roleRefHop(binding, step++)] : [];
    const resource = rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource));
    const verb = rule.verbs.find((one) => verbMatches([one], ask.verb)) ?? rule.verbs[0];
    const atResource = hop(resource?.origin ?? rule.origin, reachLabel(rule, ask), step++);
    const atVerb = verb === undefined ? [] : [hop(verb.origin, verbLabel(ask))];
    return [...atBinding, atResource, ...atVerb];
  });
}

function verbLabel({ verb }: Ask): string {
  if (verb === "impersonate") return "acting as somebody else";
  return verb.startsWith("impersonate:") ? "in whose name" : "for this verb";
}

function reachLabel({ resourceNames }: PolicyRule, ask: Ask): string {
  if (!ask.verb.startsWith("impersonate")) return "for these requests";
  const what = { users: "any user", groups: "any group", serviceaccounts: "any ServiceAccount" }[ask.resource] ?? "any";
  return resourceNames.length === 0
    ? `${what}, no resourceNames`
    : `${listed(resourceNames.map(({ value }) => quotable(value)))} only`;
}

/** Commands that confirm it, where kubectl has some: it knows no resources of authentication.k8s.io to impersonate. */
export function impersonationChecks(holder: Holder, { grants }: Impersonation): readonly string[] {
  return grants
    .filter(({ ask }) => ask.apiGroup === "" && ask.verb === "impersonate")
    .map(({ ask, grant: { scope, rule } }) => {
      const name = rule.resourceNames.find(({ value }) => value !== "" && (ask !== users || isNoAccount(value)));
      return confirmCommand(holder, ask, scope, name?.value);
    });
}
