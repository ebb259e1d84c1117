import type { Grant, Scope } from "@authgraph/graph";
import { apiGroupMatches, type PolicyRule, resourceMatches, verbMatches } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { type AskIndex, askIndex, mayAllow } from "./ask-index.ts";
import { everyVerb } from "./asks.ts";
import { isOfNoNamespace } from "./cluster-scoped.ts";
import { extendedPowers } from "./extended-powers.ts";
import { otherLevel, otherPower } from "./other-powers.ts";
import type { Ask, Part, Power, PowerId } from "./power.ts";
import { powerCatalogue } from "./power-catalogue.ts";
import { type PowerLevel, type Rated, rate } from "./rating.ts";
import type { Confidence, Risk } from "./risk.ts";
import { inScope, listed, quotable } from "./wording.ts";

/** A power somebody has, with the words of the roles that give it. */
export interface HeldPower {
  readonly id: PowerId;
  readonly level: PowerLevel;
  /** What it is worth without what is assumed. */
  readonly sureLevel: PowerLevel;
  readonly scope: Scope;
  /** Completes "can": `read every Secret in dev`. */
  readonly phrase: string;
  /** One for each part of the power. */
  readonly witnesses: readonly [Witness, ...Witness[]];
  /** Only these objects; empty: all. */
  readonly names: readonly string[];
  /** How many hops are a documented default instead of something read. */
  readonly assumedHops: number;
  readonly takesAccounts: boolean;
  readonly confidence: Confidence;
}

/** The words of one rule that give one part of a power. */
export interface Witness {
  readonly grant: Grant;
  /** The question that the rule answers with yes. */
  readonly ask: Ask;
  /** Undefined for paths that are no resource. */
  readonly resource: Located<string> | undefined;
  /** Every verb of the rule that is enough. */
  readonly verbs: readonly Located<string>[];
  /** Objects of which the answer is yes; empty: any. */
  readonly names: readonly string[];
  /** What the resource stands for, for the chain. */
  readonly reach: string;
}

/** The namespace of the controllers' ServiceAccounts, some of which are as good as cluster-admin. */
export const controllersNamespace = "kube-system";

/**
 * What grants of one holder give, strongest first: by level, then cluster-wide before namespaces, then in the order of
 * the catalogue. What an earlier power includes (everything in the cluster includes all) is left out.
 */
export function powersOf(grants: Iterable<Grant>, minor: string): readonly HeldPower[] {
  return powersWith(othersOf, grants, minor);
}

/** The strongest of them: what a risk is rated by. */
export function strongestPower(grants: Iterable<Grant>, minor: string): HeldPower | undefined {
  return powersWith(strongestOther, grants, minor)[0];
}

/** What grants of one scope give beside the powers of the catalogue. */
type Others = (grants: readonly Grant[], minor: string) => readonly HeldPower[];

function othersOf(grants: readonly Grant[], minor: string): readonly HeldPower[] {
  return grants.flatMap((grant) => otherPower(grant, minor) ?? []);
}

/** The most that grants are worth without what is assumed. */
export function sureLevelOf(grants: Iterable<Grant>, minor: string): PowerLevel {
  let most: PowerLevel = 6;
  for (const { sureLevel } of powersWith(strongestOther, grants, minor)) if (sureLevel < most) most = sureLevel;
  return most;
}

/** Only the one that comes first: telling each in words takes most of the time. */
function strongestOther(grants: readonly Grant[], minor: string): readonly HeldPower[] {
  let strongest: Grant | undefined;
  let level = 7;
  for (const grant of grants) {
    const found = otherLevel(grant, minor) ?? 7;
    if (found >= level) continue;
    strongest = grant;
    level = found;
  }
  return strongest === undefined ? [] : othersOf([strongest], minor);
}

function powersWith(
  others: Others,
  grants: Iterable<Grant>,
  minor: string,
  pack: PowerPack = "usual",
): readonly HeldPower[] {
  const cluster: Grant[] = [];
  const byNamespace = new Map<string, Grant[]>();
  for (const grant of grants) {
    if (grant.scope.kind === "cluster") cluster.push(grant);
    else {
      const inNamespace = byNamespace.get(grant.scope.namespace);
      if (inNamespace === undefined) byNamespace.set(grant.scope.namespace, [grant]);
      else inNamespace.push(grant);
    }
  }

  const reading = readingOf(minor, pack);
  const held: HeldPower[] = powersAt(reading, { kind: "cluster" }, cluster, nobody, others);
  if (!held.some(({ id }) => id === "everything")) {
    const wider = witnessesOf(reading, cluster);
    const everywhere = new Set(held.filter(({ names }) => names.length === 0).map(({ id }) => id));
    for (const [namespace, inNamespace] of byNamespace) {
      const here = powersAt(reading, { kind: "namespace", namespace }, inNamespace, wider, others);
      held.push(...here.filter(({ id }) => !everywhere.has(id)));
    }
  }
  // Sorting is stable, and each scope's powers stand in the order of the catalogue.
  return held.sort((a, b) => a.level - b.level || scopeRank(a.scope) - scopeRank(b.scope));
}

/** Only those of the catalogue: the others, which have no name, are put into words one by one. */
export function cataloguedPowersOf(
  grants: Iterable<Grant>,
  minor: string,
  pack: PowerPack = "usual",
): readonly HeldPower[] {
  return powersWith(noOthers, grants, minor, pack);
}

function noOthers(): readonly HeldPower[] {
  return [];
}

/** Whether a rule gives a part of a power that needs another one, which may come from elsewhere. */
export function givesPart(rule: PolicyRule, minor: string): boolean {
  const reading = readingOf(minor);
  return givenBy(reading, rule).some(({ power }) => (reading.catalogue[power]?.parts.length ?? 1) > 1);
}

/** Powers of which a rule gives some part, by itself enough or not. */
export function powersTouchedBy(rule: PolicyRule, minor: string, pack: PowerPack = "usual"): readonly PowerId[] {
  const reading = readingOf(minor, pack);
  return givenBy(reading, rule).flatMap(({ power }) => reading.catalogue[power]?.id ?? []);
}

/** Every power of the catalogue, in its order. */
export function cataloguedPowers(minor: string): readonly PowerId[] {
  return readingOf(minor).catalogue.map(({ id }) => id);
}

/** What is asked of rules for the deciding part of a power: any yes is enough. */
export function asksOf(id: PowerId, minor: string): readonly Ask[] {
  const parts = readingOf(minor, packOf(id)).catalogue.find((power) => power.id === id)?.parts ?? [];
  return parts.flatMap(({ asks, goesToo }, index) => (index === 0 || goesToo === true ? asks : []));
}

/** Powers that rate every holder of rights, or those that only rules of the extended pack look for. */
export type PowerPack = "usual" | "extended";

export function packOf(id: PowerId): PowerPack {
  return extendedPowers.some((power) => power.id === id) ? "extended" : "usual";
}

/** What a power is worth in somebody's hands: by what is sure, or by what is assumed where that is more. */
export function rateHeld(
  { level, sureLevel, assumedHops, confidence }: HeldPower,
  rated: Omit<Rated, "power" | "assumedHops">,
): Pick<Risk, "score" | "rating" | "confidence"> {
  const whole: Rated = { ...rated, power: level, assumedHops };
  const read: Rated = { ...rated, power: sureLevel };
  const [assumed, sure] = [rate(whole), rate(read)];
  if (assumed > sure || assumedHops === 0) return { score: assumed, rating: whole, confidence };
  return { score: sure, rating: read, confidence: confidence === "possible" ? "possible" : "certain" };
}

function scopeRank(scope: Scope): number {
  return scope.kind === "cluster" ? 0 : 1;
}

function powersAt(
  reading: Reading,
  scope: Scope,
  own: readonly Grant[],
  wider: Witnesses,
  others: Others,
): HeldPower[] {
  const witnesses = witnessesOf(reading, own);
  const held: HeldPower[] = [];
  for (const index of powersTouched(witnesses)) {
    const power = reading.catalogue[index];
    if (power === undefined) continue;
    const level = scope.kind === "cluster" ? power.cluster : power.namespace;
    if (level === "void") continue;
    if (scope.kind === "namespace" && power.onlyIn !== undefined && power.onlyIn !== scope.namespace) continue;
    if (power.lesserOf?.some((greater) => held.some(({ id }) => id === greater)) === true) continue;
    const found = heldPower(index, power, level, scope, witnesses, wider);
    if (found === undefined) continue;
    held.push(found);
    if (power.id === "everything") return held;
  }
  for (const other of others(own, reading.minor)) {
    if (!held.some(({ id, names }) => id === other.id && names.length === 0)) held.push(other);
  }
  return held;
}

/** A power through grants of this scope, completed by wider ones, which alone are told at their own scope. */
function heldPower(
  index: number,
  power: Power,
  level: PowerLevel,
  scope: Scope,
  own: Witnesses,
  wider: Witnesses,
): HeldPower | undefined {
  const witnesses: PartWitness[] = [];
  for (const part of power.parts.keys()) {
    const key = witnessKey(index, part);
    const witness = own.get(key) ?? wider.get(key);
    if (witness === undefined) return undefined;
    witnesses.push(witness);
  }
  const [first, ...others] = witnesses;
  if (first === undefined) return undefined;

  const names = power.withNames === "same" ? [] : witnesses.flatMap(({ names: only }) => only);
  const narrowed = names.length > 0;
  const sureLevel = narrowed && power.withNames === "narrower" ? 4 : level;
  const assumed = narrowed ? undefined : levelByControllers(power, level, scope);
  const uncertain = witnesses.some(({ grant }) => grant.confidence === "possible");
  const sharp = [...new Set(witnesses.flatMap((witness) => witness.sharp))];
  return {
    id: power.id,
    level: assumed ?? sureLevel,
    sureLevel,
    scope,
    phrase: narrowed ? namedPhrase(first, names) : power.phrase(scope, sharp, first.ask),
    witnesses: [asWitness(first, power), ...others.map((other) => asWitness(other, power))],
    names,
    assumedHops: assumed === undefined ? 0 : 1,
    takesAccounts: power.accounts !== "none" && !narrowed,
    confidence: uncertain ? "possible" : assumed === undefined ? "certain" : "likely",
  };
}

/**
 * What a power is worth where controllers run as ServiceAccounts of kube-system, as they do by default: whoever can be
 * any account there, or anywhere, is cluster-admin. The other Secrets and pods of kube-system are worth those of the
 * whole cluster.
 */
function levelByControllers({ accounts }: Power, level: PowerLevel, scope: Scope): PowerLevel | undefined {
  const reaches = scope.kind === "cluster" || scope.namespace === controllersNamespace;
  if (!reaches || level === 1 || level > 3) return undefined;
  if (accounts === "any") return 1;
  return scope.kind === "namespace" && level === 3 ? 2 : undefined;
}

function namedPhrase({ ask, grant: { scope } }: PartWitness, names: readonly string[]): string {
  const resource = ask.subresource === "" ? ask.resource : `${ask.resource}/${ask.subresource}`;
  const what = `${ask.verb} ${resource} named ${listed(names.map(quotable))}`;
  if (scope.kind === "namespace") return `${what} ${inScope(scope)}`;
  return isOfNoNamespace(ask) ? what : `${what} in every namespace`;
}

interface PartWitness {
  readonly grant: Grant;
  readonly ask: Ask;
  readonly part: Part;
  readonly names: readonly string[];
  /** Names that take nothing away. */
  readonly sharp: readonly string[];
}

/** By power and part: the first grant that allows it, one without `resourceNames` before others. */
type Witnesses = ReadonlyMap<number, PartWitness>;

const nobody: Witnesses = new Map();

const mostParts = 8;

function witnessKey(power: number, part: number): number {
  return power * mostParts + part;
}

/** Powers of which some part is there, in the order of the catalogue. */
function powersTouched(witnesses: Witnesses): readonly number[] {
  const touched = new Set<number>();
  for (const key of witnesses.keys()) touched.add(Math.floor(key / mostParts));
  return [...touched].sort((a, b) => a - b);
}

function witnessesOf(reading: Reading, grants: readonly Grant[]): Witnesses {
  const witnesses = new Map<number, PartWitness>();
  for (const grant of grants) {
    for (const { power, part, definition, ask, names, sharp } of givenBy(reading, grant.rule)) {
      const key = witnessKey(power, part);
      const known = witnesses.get(key);
      const isNamed = names.length + sharp.length > 0;
      if (known !== undefined && (known.names.length + known.sharp.length === 0 || isNamed)) continue;
      witnesses.set(key, { grant, ask, part: definition, names, sharp });
    }
  }
  return witnesses;
}

function asWitness({ grant, ask, part, names, sharp }: PartWitness, power: Power): Witness {
  const { rule } = grant;
  const resource = rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource));
  const verbs = rule.verbs.filter((one) =>
    part.asks.some(({ verb, resource: of, subresource }) => {
      return of === ask.resource && subresource === ask.subresource && verbMatches([one], verb);
    }),
  );
  return { grant, ask, resource, verbs, names: [...sharp, ...names], reach: part.reach ?? power.reach };
}

/** What is asked of rules, and what is known of those that were asked. Rules are judged once, however many bind them. */
interface Reading {
  readonly minor: string;
  readonly catalogue: readonly Power[];
  readonly index: AskIndex;
  readonly given: WeakMap<PolicyRule, readonly Given[]>;
}

interface Given {
  readonly power: number;
  readonly part: number;
  readonly definition: Part;
  readonly ask: Ask;
  readonly names: readonly string[];
  readonly sharp: readonly string[];
}

const readings: Readonly<Record<PowerPack, Map<string, Reading>>> = { usual: new Map(), extended: new Map() };

function readingOf(minor: string, pack: PowerPack = "usual"): Reading {
  let reading = readings[pack].get(minor);
  if (reading === undefined) {
    const catalogue = pack === "usual" ? powerCatalogue(Number(minor.split(".")[1])) : extendedPowers;
    const asks = catalogue.flatMap(({ parts }) => parts.flatMap((part) => part.asks));
    reading = { minor, catalogue, index: askIndex(asks), given: new WeakMap() };
    readings[pack].set(minor, reading);
  }
  return reading;
}

function givenBy({ catalogue, index, given: known }: Reading, rule: PolicyRule): readonly Given[] {
  if (!mayAllow(rule, index)) return nothingGiven;
  const before = known.get(rule);
  if (before !== undefined) return before;

  const given: Given[] = [];
  for (const [power, { parts }] of catalogue.entries()) {
    for (const [part, definition] of parts.entries()) {
      const ask = givenAsk(definition, rule);
      if (ask === undefined || !namesServe(definition, rule)) continue;
      const names = serving(definition, rule, ask);
      given.push({ power, part, definition, ask, names, sharp: sharpIn(definition, rule) });
    }
  }
  known.set(rule, given);
  return given;
}

const nothingGiven: readonly Given[] = [];

/** The first that the rule allows; where it names objects, one that needs no name or no field selector, if it has one. */
function givenAsk({ asks }: Part, rule: PolicyRule): Ask | undefined {
  const first = asks.find((one) => ruleGives(rule, one));
  if (first === undefined || rule.resourceNames.length === 0) return first;
  const given = asks.filter((one) => ruleGives(rule, one));
  return given.find((one) => allowsUnnamed(rule, one)) ?? given.find(({ verb }) => verb === "get") ?? first;
}

/** Whether a rule allows what is asked, for some object at least. */
export function ruleGives(rule: PolicyRule, ask: Ask): boolean {
  if (!namesAllow(rule, ask)) return false;
  return (
    verbMatches(rule.verbs, ask.verb) &&
    apiGroupMatches(rule.apiGroups, ask.apiGroup) &&
    resourceMatches(rule.resources, ask.resource, ask.subresource)
  );
}

function namesAllow(rule: PolicyRule, ask: Ask): boolean {
  const { resourceNames } = rule;
  if (resourceNames.length === 0 || allowsUnnamed(rule, ask)) return true;
  const carriesName = ask.carriesName || (ask.byApply === true && verbMatches(rule.verbs, "patch"));
  return carriesName && resourceNames.some(({ value }) => canBeNamed(ask, value));
}

/** An empty string among the names stands for requests without a name (pkg/apis/rbac/v1: ResourceNameMatches). */
function allowsUnnamed({ resourceNames }: PolicyRule, { verb, subresource }: Ask): boolean {
  if (subresource !== "" || !unnamedVerbs.includes(verb)) return false;
  return resourceNames.some(({ value }) => value === "");
}

const unnamedVerbs: readonly string[] = ["list", "watch", "create", "deletecollection"];

/** RBAC's own objects, identities and signers have names that no other object may have: `*` among them. */
const namedFreely: readonly string[] = [
  "users",
  "groups",
  "signers",
  "roles",
  "rolebindings",
  "clusterroles",
  "clusterrolebindings",
];

/** k8s.io/apimachinery pkg/util/validation: IsDNS1123Subdomain. */
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function canBeNamed({ apiGroup, resource }: Ask, name: string): boolean {
  if (apiGroup === "*" || namedFreely.includes(resource)) return name !== "";
  return subdomain.test(name);
}

/** Every verb on every resource of every group, as cluster-admin has it. */
export function givesEverything(rule: PolicyRule): boolean {
  return ruleGives(rule, everyVerb);
}

function namesServe({ names, sharpNames }: Part, rule: PolicyRule): boolean {
  const given = rule.resourceNames;
  if (names !== undefined) return given.some(({ value }) => names.includes(value));
  if (sharpNames !== undefined && given.length > 0) return given.some(({ value }) => sharpNames.includes(value));
  return true;
}

function serving({ names, sharpNames }: Part, rule: PolicyRule, ask: Ask): readonly string[] {
  if (names !== undefined || sharpNames !== undefined || allowsUnnamed(rule, ask)) return [];
  return rule.resourceNames.map(({ value }) => value).filter((name) => canBeNamed(ask, name));
}

function sharpIn({ names, sharpNames }: Part, { resourceNames }: PolicyRule): readonly string[] {
  const sharp = names ?? sharpNames ?? [];
  return resourceNames.map(({ value }) => value).filter((name) => sharp.includes(name));
}
