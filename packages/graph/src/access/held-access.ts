import { type AccessBox, ofEveryResource } from "./access-box.ts";

/** What is held, so that what may cover a box is found without looking at the rest. */
export interface HeldAccess {
  add(box: AccessBox): void;
  /** What is left of a box. */
  without(box: AccessBox): readonly AccessBox[];
}

/** The lists of a box, to look values up in. */
interface BoxSets {
  readonly verbs: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly names: ReadonlySet<string | undefined>;
}

export function heldAccess(boxes: readonly AccessBox[] = []): HeldAccess {
  const index = new Map<string, BoxSets[]>();
  const add = (box: AccessBox): void => {
    const held = setsOf(box);
    for (const key of ownKeys(box)) append(index, key, held);
  };
  for (const box of boxes) add(box);
  return {
    add,
    without: (box) => {
      let left: readonly BoxSets[] = [setsOf(box)];
      for (const held of mayCover(index, box)) {
        left = left.flatMap((part) => (meets(held, part, box.of) ? cut(held, part, box.of) : [part]));
        if (left.length === 0) break;
      }
      const { namespace, of } = box;
      return left.map(({ verbs, groups, targets, names }) => {
        return { namespace, of, verbs: [...verbs], groups: [...groups], targets: [...targets], names: [...names] };
      });
    },
  };
}

function setsOf({ verbs, groups, targets, names }: AccessBox): BoxSets {
  return { verbs: new Set(verbs), groups: new Set(groups), targets: new Set(targets), names: new Set(names) };
}

function append(index: Map<string, BoxSets[]>, key: string, held: BoxSets): void {
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

function mayCover(index: ReadonlyMap<string, readonly BoxSets[]>, box: AccessBox): Iterable<BoxSets> {
  const found = new Set<BoxSets>();
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

/** Whether any part is held; asked far more often than there is one, so in the time of the shorter lists. */
function meets(held: BoxSets, part: BoxSets, of: AccessBox["of"]): boolean {
  return (
    (held.verbs.has("*") || shareOne(held.verbs, part.verbs)) &&
    (held.groups.has("*") || shareOne(held.groups, part.groups)) &&
    (held.names.has(undefined) || shareOne(held.names, part.names)) &&
    (shareOne(held.targets, part.targets) || [...part.targets].some((target) => covers[of](held.targets, target)))
  );
}

function shareOne<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const value of few) if (many.has(value)) return true;
  return false;
}

/** A box without what of it is held: for each list the values that are not, with what of the lists before is. */
function cut(held: BoxSets, part: BoxSets, of: AccessBox["of"]): readonly BoxSets[] {
  const targets = parted(part.targets, (target) => covers[of](held.targets, target));
  const groups = parted(part.groups, (group) => holdsStarOr(held.groups, group));
  const names = parted(part.names, (name) => held.names.has(undefined) || held.names.has(name));
  const verbs = parted(part.verbs, (verb) => holdsStarOr(held.verbs, verb));
  return [
    { ...part, targets: targets.left },
    { ...part, targets: targets.held, groups: groups.left },
    { ...part, targets: targets.held, groups: groups.held, names: names.left },
    { targets: targets.held, groups: groups.held, names: names.held, verbs: verbs.left },
  ].filter((rest) => [rest.verbs, rest.groups, rest.targets, rest.names].every(({ size }) => size > 0));
}

function parted<T>(values: ReadonlySet<T>, isHeld: (value: T) => boolean) {
  const held = new Set<T>();
  const left = new Set<T>();
  for (const value of values) (isHeld(value) ? held : left).add(value);
  return { held, left };
}

function holdsStarOr(held: ReadonlySet<string>, wanted: string): boolean {
  return held.has("*") || held.has(wanted);
}

/** Whether a resource, or a URL, is covered by some that are held. */
const covers: Readonly<Record<AccessBox["of"], (held: ReadonlySet<string>, wanted: string) => boolean>> = {
  resources: (held, wanted) => holdsStarOr(held, wanted) || held.has(ofEveryResource(wanted)),
  urls: (held, wanted) => {
    for (const url of broaderUrls(wanted)) if (held.has(url)) return true;
    return false;
  },
};
