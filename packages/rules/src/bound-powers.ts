import {
  type AccessGraph,
  type EffectiveRole,
  type Grant,
  grantsIfBound,
  type ResolvedBinding,
  rolesOf,
  ruleKey,
} from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import { type BoundHolder, boundHolders } from "./bound-holders.ts";
import type { HolderKind } from "./holders.ts";
import { membershipsOf } from "./memberships.ts";
import type { PowerId } from "./power.ts";
import {
  cataloguedPowersOf,
  givesEverything,
  givesPart,
  type HeldPower,
  type PowerPack,
  packOf,
  powersTouchedBy,
} from "./powers.ts";
import type { RuleContext } from "./rule.ts";
import { hasWildcard, wildcardPowers } from "./wildcard-powers.ts";

/** A power that a binding of the inputs decides: somebody holds it, and would not without this binding. */
export interface BoundPower {
  readonly bound: BoundHolder;
  readonly power: HeldPower;
}

/** A power that a role of the inputs would give, were anybody bound to it. */
export interface DormantPower {
  readonly role: EffectiveRole;
  readonly power: HeldPower;
}

/** Crowds have rules of their own, which say more. */
const holdersWithNames: readonly HolderKind[] = ["service-account", "nodes", "user", "group"];

type ByPower<T> = ReadonlyMap<PowerId, readonly T[]>;

interface BoundPowers {
  readonly byPower: ByPower<BoundPower>;
  /** By holder and namespace, `""` for bindings of the whole cluster. */
  readonly byHolder: ReadonlyMap<string, readonly HeldThrough[]>;
}

/** What one binding gives a holder. */
interface HeldThrough {
  readonly binding: ResolvedBinding;
  /** Those of the catalogue. */
  readonly powers: readonly HeldPower[];
}

const boundPowers: Readonly<Record<PowerPack, WeakMap<AccessGraph, BoundPowers>>> = {
  usual: new WeakMap(),
  extended: new WeakMap(),
};

/** Who holds a power through which binding, in the order of bindings. Whoever can do everything there anyway is left out. */
export function boundPowersOf(context: RuleContext, id: PowerId): readonly BoundPower[] {
  return allBoundPowers(context, packOf(id)).byPower.get(id) ?? [];
}

function allBoundPowers(context: RuleContext, pack: PowerPack): BoundPowers {
  let known = boundPowers[pack].get(context.graph);
  if (known === undefined) {
    known = findBoundPowers(context, pack);
    boundPowers[pack].set(context.graph, known);
  }
  return known;
}

function findBoundPowers(context: RuleContext, pack: PowerPack): BoundPowers {
  const byPower = new Map<PowerId, BoundPower[]>();
  const byHolder = new Map<string, HeldThrough[]>();
  const giving = rolesThatGive(context.minor, pack);
  for (const bound of boundHolders(context, holdersWithNames, giving)) {
    const powers = powersThrough(context, pack, bound);
    if (powers.length === 0 || holdsEverythingAnyway(context.graph, bound)) continue;
    const catalogued = powers.filter(({ id }) => !wildcards.includes(id));
    append(byHolder, holderAt(bound, bound.binding.entry.namespace), { binding: bound.binding, powers: catalogued });
    for (const power of powers) append(byPower, power.id, { bound, power });
  }
  return { byPower, byHolder };
}

/** They say how a rule is written; what it gives is in the catalogue. */
const wildcards: readonly PowerId[] = ["every-verb", "every-path"];

function powersThrough(context: RuleContext, pack: PowerPack, bound: BoundHolder): readonly HeldPower[] {
  const grants = bound.grants();
  const here = cataloguedPowersOf(grants, context.minor, pack);
  if (pack === "extended") return here;
  const all = [...here, ...powersCompletedElsewhere(context, bound, grants)];
  return [...all, ...wildcardPowers(context, grants, all)];
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function holderAt({ holder }: BoundHolder, namespace: string): string {
  return `${holder.key}\0${namespace}`;
}

/**
 * The binding by which a holder's powers are told: another one where that gives all that this one gives, in more
 * namespaces or in the same. As long as that one stands, taking this one away changes nothing.
 */
export function tellingBinding(context: RuleContext, bound: BoundHolder): ResolvedBinding {
  const known = tellingBindings.get(bound);
  if (known !== undefined) return known;
  const found = findTellingBinding(context, bound);
  tellingBindings.set(bound, found);
  return found;
}

const tellingBindings = new WeakMap<BoundHolder, ResolvedBinding>();

function findTellingBinding(context: RuleContext, bound: BoundHolder): ResolvedBinding {
  const { byHolder } = allBoundPowers(context, "usual");
  const { namespace } = bound.binding.entry;
  const clusterWide = byHolder.get(holderAt(bound, "")) ?? [];
  const through =
    namespace === "" ? clusterWide : [...clusterWide, ...(byHolder.get(holderAt(bound, namespace)) ?? [])];
  let telling = through.findIndex(({ binding }) => binding === bound.binding);
  for (const index of through.keys()) if (tellsInstead(through, index, telling)) telling = index;
  return through[telling]?.binding ?? bound.binding;
}

/** Whether one binding gives all that another one gives; of two that give the same, the first one tells. */
function tellsInstead(through: readonly HeldThrough[], index: number, ofIndex: number): boolean {
  const [one, other] = [through[index], through[ofIndex]];
  if (one === undefined || other === undefined || one === other || other.powers.length === 0) return false;
  return includesAll(one, other) && (index < ofIndex || !includesAll(other, one));
}

function includesAll({ powers }: HeldThrough, other: HeldThrough): boolean {
  return other.powers.every((power) => powers.some((one) => includesPower(one, power)));
}

function includesPower(power: HeldPower, other: HeldPower): boolean {
  if (power.id !== other.id) return false;
  if (power.scope.kind === "namespace" && other.scope.kind === "cluster") return false;
  return power.names.length === 0 || other.names.every((name) => power.names.includes(name));
}

/** Bindings whose role gives some part of a power, or `*`: few roles have many bindings. */
function rolesThatGive(minor: string, pack: PowerPack): (binding: ResolvedBinding) => boolean {
  const known = new Map<EffectiveRole, boolean>();
  const gives = (role: EffectiveRole): boolean => {
    let does = known.get(role);
    if (does === undefined) {
      does = role.rules.some((rule) => powersTouchedBy(rule, minor, pack).length > 0 || hasWildcard(rule));
      known.set(role, does);
    }
    return does;
  };
  return (binding) => rolesOf(binding).some(gives);
}

/**
 * Powers of which this binding gives the deciding part, and another binding of the holder, or of a group it is in, the
 * rest: `bind` here and writing bindings there.
 */
export function powersCompletedElsewhere(
  { graph, minor }: RuleContext,
  { binding, holder }: BoundHolder,
  here: readonly Grant[],
): readonly HeldPower[] {
  const parts = here.filter(({ rule }) => givesPart(rule, minor));
  if (parts.length === 0 || parts.some(({ rule }) => givesEverything(rule))) return [];
  const others = (key: string): readonly Grant[] => partsElsewhere(graph, key, binding, minor);
  const own = others(holder.key);
  const ofGroups = membershipsOf(holder.key).flatMap(others);
  if (own.length + ofGroups.length === 0) return [];

  const isOwn = new Set([...parts, ...own]);
  return cataloguedPowersOf([...parts, ...own, ...ofGroups], minor).filter(({ witnesses }) => {
    // Told once: where the first of its own parts is.
    const deciding = witnesses.find(({ grant }) => isOwn.has(grant));
    return deciding?.grant.binding === binding && witnesses.some(({ grant }) => grant.binding !== binding);
  });
}

/** By namespace, `""` for the whole cluster: what a subject holds of parts of powers, each rule once. */
type PartsByNamespace = ReadonlyMap<string, readonly Grant[]>;

const partsOfSubjects = new WeakMap<AccessGraph, Map<string, PartsByNamespace>>();

/** Only what holds where the binding does: a subject may have thousands of bindings, each in a namespace of its own. */
function partsElsewhere(graph: AccessGraph, key: string, binding: ResolvedBinding, minor: string): readonly Grant[] {
  const known = partsOfSubjects.get(graph) ?? new Map<string, PartsByNamespace>();
  partsOfSubjects.set(graph, known);
  const parts = known.get(key) ?? partsOf(graph, key, minor);
  known.set(key, parts);
  const { namespace } = binding.entry;
  const meeting = namespace === "" ? [...parts.values()].flat() : [...at(parts, ""), ...at(parts, namespace)];
  return meeting.filter((grant) => grant.binding !== binding);
}

function at(parts: PartsByNamespace, namespace: string): readonly Grant[] {
  return parts.get(namespace) ?? [];
}

/** Of bindings that give the same rule in one place the first counts. */
function partsOf(graph: AccessGraph, key: string, minor: string): PartsByNamespace {
  const parts = new Map<string, Map<string, Grant>>();
  for (const grant of graph.grantsOf(key, (rule) => givesPart(rule, minor))) {
    if (grant.shipped) continue;
    const { namespace } = grant.binding.entry;
    const here = parts.get(namespace) ?? new Map<string, Grant>();
    parts.set(namespace, here);
    const rule = ruleKey(grant.rule);
    if (!here.has(rule)) here.set(rule, grant);
  }
  return new Map([...parts].map(([namespace, grants]) => [namespace, [...grants.values()]]));
}

const everythingAt = new WeakMap<AccessGraph, Map<string, ReadonlySet<string>>>();

/** Through another binding, its own or one of a group it is in. */
function holdsEverythingAnyway(graph: AccessGraph, { binding, holder }: BoundHolder): boolean {
  const known = everythingAt.get(graph) ?? new Map<string, ReadonlySet<string>>();
  everythingAt.set(graph, known);
  const { namespace } = binding.entry;
  return [holder.key, ...membershipsOf(holder.key)].some((key) => {
    const at = known.get(key) ?? bindingsOfEverything(graph, key);
    known.set(key, at);
    return at.has("") || at.has(namespace);
  });
}

/** Namespaces, `""` for all of them, in which a subject can do everything. */
function bindingsOfEverything(graph: AccessGraph, key: string): ReadonlySet<string> {
  const at = new Set<string>();
  for (const { scope } of graph.grantsOf(key, givesEverything)) {
    at.add(scope.kind === "cluster" ? "" : scope.namespace);
  }
  return at;
}

const dormantPowers: Readonly<Record<PowerPack, WeakMap<AccessGraph, ByPower<DormantPower>>>> = {
  usual: new WeakMap(),
  extended: new WeakMap(),
};

/** Powers of roles that the inputs define and that no binding and no aggregation uses. */
export function dormantPowersOf(context: RuleContext, id: PowerId): readonly DormantPower[] {
  const pack = packOf(id);
  let known = dormantPowers[pack].get(context.graph);
  if (known === undefined) {
    known = findDormantPowers(context, pack);
    dormantPowers[pack].set(context.graph, known);
  }
  return known.get(id) ?? [];
}

function findDormantPowers(context: RuleContext, pack: PowerPack): ByPower<DormantPower> {
  const found = new Map<PowerId, DormantPower[]>();
  for (const role of unusedRoles(context.graph)) {
    const grants = grantsIfBound(role);
    const powers = cataloguedPowersOf(grants, context.minor, pack);
    const wildcard = pack === "usual" ? wildcardPowers(context, grants, powers) : [];
    for (const power of [...powers, ...wildcard]) append(found, power.id, { role, power });
  }
  return found;
}

/** Roles of the inputs that nobody holds anything through. */
export function unusedRoles(graph: AccessGraph): readonly EffectiveRole[] {
  const bound = new Set<string>();
  for (const binding of graph.bindings) for (const role of rolesOf(binding)) bound.add(role.entry.key);
  const takenIn = new Set<PolicyRule>();
  for (const { entry, rules } of graph.roles) {
    if (entry.object.kind === "ClusterRole" && entry.object.aggregation !== undefined) {
      for (const rule of rules) takenIn.add(rule);
    }
  }
  return graph.roles.filter(({ entry, rules, asShipped }) => {
    if (entry.object.origin.kind === "built-in" || bound.has(entry.key) || asShipped === "all") return false;
    return !rules.some((rule) => takenIn.has(rule));
  });
}
