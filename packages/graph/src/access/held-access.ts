import { type AccessBox, ofEveryResource } from "./access-box.ts";

/** What is held, so that what may cover a box is found without looking at the rest. */
export interface HeldAccess {
  add(box: AccessBox): void;
  /** What is left of a box. */
  without(box: AccessBox): readonly AccessBox[];
}

interface HeldBox {
  readonly verbs: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly names: ReadonlySet<string | undefined>;
}

export function heldAccess(boxes: readonly AccessBox[] = []): HeldAccess {
  const index = new Map<string, HeldBox[]>();
  const add = (box: AccessBox): void => {
    const { verbs, groups, targets, names } = box;
    const held = { verbs: new Set(verbs), groups: new Set(groups), targets: new Set(targets), names: new Set(names) };
    for (const key of ownKeys(box)) append(index, key, held);
  };
  for (const box of boxes) add(box);
  return {
    add,
    without: (box) => {
      let left: readonly AccessBox[] = [box];
      for (const held of mayCover(index, box)) {
        left = left.flatMap((part) => cut(part, held));
        if (left.length === 0) break;
      }
      return left;
    },
  };
}

function append(index: Map<string, HeldBox[]>, key: string, held: HeldBox): void {
  const sameKey = index.get(key);
  if (sameKey === undefined) index.set(key, [held]);
  else sameKey.push(held);
}

/** Boxes with names stand under these, others under their resources: so no box stands in more places than it has values. */
function ownKeys({ namespace, of, targets, names }: AccessBox): readonly string[] {
  const isNamed = !names.includes(undefined);
  if (isNamed) return names.map((name) => `${namespace}\nname\n${name}`);
  return targets.map((target) => `${namespace}\n${of}\n${target}`);
}

function mayCover(index: ReadonlyMap<string, readonly HeldBox[]>, box: AccessBox): Iterable<HeldBox> {
  const found = new Set<HeldBox>();
  for (const namespace of box.namespace === "" ? [""] : ["", box.namespace]) {
    for (const target of broaderTargets(box)) {
      for (const held of index.get(`${namespace}\n${box.of}\n${target}`) ?? []) found.add(held);
    }
    for (const name of box.of === "urls" ? [] : box.names) {
      for (const held of index.get(`${namespace}\nname\n${name}`) ?? []) found.add(held);
    }
  }
  return found;
}

function* broaderTargets({ of, targets }: AccessBox): Iterable<string> {
  if (of === "resources") yield "*";
  for (const target of targets) yield* of === "resources" ? [target, ofEveryResource(target)] : broaderUrls(target);
}

/** The URL itself, and the patterns that it begins with. */
function* broaderUrls(url: string): Iterable<string> {
  yield url;
  const start = url.endsWith("*") ? url.slice(0, -1) : url;
  for (let length = 0; length <= start.length; length++) yield `${start.slice(0, length)}*`;
}

/** A box without what of it is held: for each list the values that are not, with what of the lists before is. */
function cut(box: AccessBox, held: HeldBox): readonly AccessBox[] {
  const verbs = parted(box.verbs, (verb) => holdsStarOr(held.verbs, verb));
  if (verbs.held.length === 0) return [box];
  const groups = parted(box.groups, (group) => holdsStarOr(held.groups, group));
  if (groups.held.length === 0) return [box];
  const names = parted(box.names, (name) => held.names.has(undefined) || held.names.has(name));
  if (names.held.length === 0) return [box];
  const covers = box.of === "urls" ? coversUrl : coversResource;
  const targets = parted(box.targets, (target) => covers(held.targets, target));
  if (targets.held.length === 0) return [box];

  return [
    { ...box, targets: targets.left },
    { ...box, targets: targets.held, groups: groups.left },
    { ...box, targets: targets.held, groups: groups.held, names: names.left },
    { ...box, targets: targets.held, groups: groups.held, names: names.held, verbs: verbs.left },
  ].filter((part) => [part.verbs, part.groups, part.targets, part.names].every(({ length }) => length > 0));
}

function parted<T>(values: readonly T[], isHeld: (value: T) => boolean) {
  const held: T[] = [];
  const left: T[] = [];
  for (const value of values) (isHeld(value) ? held : left).push(value);
  return { held, left };
}

function holdsStarOr(held: ReadonlySet<string>, wanted: string): boolean {
  return held.has("*") || held.has(wanted);
}

function coversResource(held: ReadonlySet<string>, wanted: string): boolean {
  return holdsStarOr(held, wanted) || held.has(ofEveryResource(wanted));
}

function coversUrl(held: ReadonlySet<string>, wanted: string): boolean {
  for (const url of broaderUrls(wanted)) if (held.has(url)) return true;
  return false;
}
