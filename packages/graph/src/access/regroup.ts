import type { AccessBox } from "./access-box.ts";

const lists = ["verbs", "targets", "groups", "names"] as const;

/** Fewer boxes for the same: those that differ in one list become one. In its lists values may then cover each other. */
export function regroup(boxes: readonly AccessBox[]): readonly AccessBox[] {
  if (boxes.length < 2) return boxes;
  let grouped = boxes;
  let before: number;
  do {
    before = grouped.length;
    for (const list of lists) grouped = joinedBy(list, grouped);
  } while (grouped.length < before);
  return grouped;
}

function joinedBy(list: (typeof lists)[number], boxes: readonly AccessBox[]): readonly AccessBox[] {
  const joined = new Map<string, AccessBox[]>();
  for (const box of boxes) {
    const key = keyWithout(list, box);
    const sameKey = joined.get(key);
    if (sameKey === undefined) joined.set(key, [box]);
    else sameKey.push(box);
  }
  return [...joined.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [join(list, first, others)]));
}

function keyWithout(list: (typeof lists)[number], box: AccessBox): string {
  const { namespace, of, names } = box;
  const others = lists.map((one) => (one === list ? [] : box[one]));
  return JSON.stringify([namespace, of, names.includes(undefined), others]);
}

function join(list: (typeof lists)[number], first: AccessBox, others: readonly AccessBox[]): AccessBox {
  if (others.length === 0) return first;
  const values = new Set([first, ...others].flatMap((box) => box[list]));
  return { ...first, [list]: [...values].sort() };
}
