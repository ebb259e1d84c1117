import type { Grant, Scope } from "@authgraph/graph";
import { type Ability, giftsOf, type HeldGift } from "./abilities.ts";

/** Rights by ability. */
export type Gifts = ReadonlyMap<Ability, GiftsOfAbility>;

interface GiftsOfAbility {
  readonly all: readonly HeldGift[];
  /** `""` is the whole cluster. */
  readonly byNamespace: ReadonlyMap<string, readonly HeldGift[]>;
}

/** What somebody can do. */
export interface HeldGifts {
  /** By its own bindings. */
  readonly own: Gifts;
  /** By those of groups it is in without anybody saying so: parts that complete its own. */
  readonly inherited: readonly Gifts[];
}

/** Through each binding the rights that its role gives; one without names includes those with. */
export function collectGifts(grants: Iterable<Grant>, minor: string): Gifts {
  const gifts = new Map<Ability, { all: HeldGift[]; byNamespace: Map<string, HeldGift[]> }>();
  // The last one without names of each list: grants of one binding come together.
  const unnamed = new Map<readonly HeldGift[], HeldGift>();
  for (const grant of grants) {
    for (const gift of giftsOf(grant.rule, grant.scope.kind, minor)) {
      let ofAbility = gifts.get(gift.ability);
      if (ofAbility === undefined) {
        ofAbility = { all: [], byNamespace: new Map() };
        gifts.set(gift.ability, ofAbility);
      }
      const namespace = grant.scope.kind === "cluster" ? "" : grant.scope.namespace;
      const known = ofAbility.byNamespace.get(namespace);
      const held = { ...gift, grant };
      if (known !== undefined && isIncluded(held, unnamed.get(known))) continue;
      ofAbility.all.push(held);
      const here = known ?? [];
      if (known === undefined) ofAbility.byNamespace.set(namespace, here);
      here.push(held);
      if (gift.names.length === 0) unnamed.set(here, held);
    }
  }
  return gifts;
}

/** Whether a right without names of the same binding says all that this one does. */
function isIncluded({ grant: { binding }, ask }: HeldGift, whole: HeldGift | undefined): boolean {
  if (whole === undefined || whole.grant.binding !== binding) return false;
  // What may be changed is there already: a right to new ones is more.
  return ask.verb !== "create" || whole.ask.verb === "create";
}

const noGifts: readonly HeldGift[] = [];

/** Every right of an ability that somebody holds by its own bindings. */
export function ownGifts({ own }: HeldGifts, ability: Ability): readonly HeldGift[] {
  return own.get(ability)?.all ?? noGifts;
}

/** Two rights that make a step together, and where both hold. */
export interface Pair {
  readonly gifts: readonly [HeldGift, HeldGift];
  readonly scope: Scope;
}

type Fits = (one: HeldGift, other: HeldGift) => boolean;

/**
 * Pairs of rights of which somebody holds at least one by its own bindings: each own right with the first that fits.
 *
 * One pair for each right, so that what is found is linear in what is held.
 */
export function pairsOf(held: HeldGifts, first: Ability, second: Ability, fits: Fits = always): readonly Pair[] {
  // Most have neither: asked of everybody, this is the quick way out.
  if (!held.own.has(first) && !held.own.has(second)) return noPairs;
  const pairs: Pair[] = [];
  const told = new Set<HeldGift>();
  for (const one of ownGifts(held, first)) {
    const found = partnerOf(one, held, second, (other) => fits(one, other));
    if (found === undefined) continue;
    told.add(found.partner);
    pairs.push({ gifts: [one, found.partner], scope: found.scope });
  }
  for (const other of ownGifts(held, second)) {
    if (told.has(other)) continue;
    const found = partnerOf(other, held, first, (one) => fits(one, other));
    if (found !== undefined) pairs.push({ gifts: [found.partner, other], scope: found.scope });
  }
  return pairs;
}

const noPairs: readonly Pair[] = [];
const always = (): boolean => true;

interface Partner {
  readonly partner: HeldGift;
  readonly scope: Scope;
}

/** The first that fits: of the whole cluster, then of the same namespace; own ones before inherited ones. */
export function partnerOf(
  { grant: { scope } }: HeldGift,
  { own, inherited }: HeldGifts,
  ability: Ability,
  fits: (partner: HeldGift) => boolean,
): Partner | undefined {
  for (const gifts of [own, ...inherited]) {
    const byNamespace = gifts.get(ability)?.byNamespace;
    const partner = byNamespace?.get("")?.find(fits);
    if (partner !== undefined) return { partner, scope };
    const near = scope.kind === "cluster" ? byNamespace : inOne(byNamespace, scope.namespace);
    for (const here of near?.values() ?? []) {
      const found = here.find(fits);
      if (found !== undefined) return { partner: found, scope: found.grant.scope };
    }
  }
  return undefined;
}

function inOne(
  byNamespace: ReadonlyMap<string, readonly HeldGift[]> | undefined,
  namespace: string,
): ReadonlyMap<string, readonly HeldGift[]> {
  const here = byNamespace?.get(namespace);
  return here === undefined ? new Map() : new Map([[namespace, here]]);
}
