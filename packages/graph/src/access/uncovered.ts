import { byText } from "../order.ts";
import { type Access, accessKey } from "./access.ts";
import { type AccessBox, accessOfBox, boxesOf, breadthOf } from "./access-box.ts";
import { type HeldAccess, heldAccess } from "./held-access.ts";
import { regroup } from "./regroup.ts";

/**
 * What of `wanted` nothing of `held` gives; empty where all of it is covered.
 *
 * The measure is what the API server would allow, not how it is written: `*` covers everything, `*\/scale` covers
 * `deployments/scale`, `/a*` covers `/ab*`, all namespaces cover one, a rule without names covers those with names, and
 * several of `held` together may cover one of `wanted`. Only finitely many values are ever named, so what `*` stands for
 * is covered by `*` alone (k8s.io/component-helpers auth/rbac/validation: Covers).
 *
 * The result is as short as joining equal parts makes it, says nothing twice, and depends on no order.
 */
export function uncovered(wanted: readonly Access[], held: readonly Access[]): readonly Access[] {
  const known = new Set(held.map(accessKey));
  const asked = wanted.filter((access) => !known.has(accessKey(access)));
  return asked.length === 0 ? [] : uncoveredBy([holding(held)], asked);
}

/** The same of what several hold together, for whoever asks many times of the same. */
export function uncoveredBy(held: readonly HeldAccess[], wanted: readonly Access[]): readonly Access[] {
  const told = heldAccess();
  const left = partsOf(wanted).flatMap((box) => {
    let parts: readonly AccessBox[] = [box];
    for (const one of [...held, told]) parts = parts.flatMap(one.without);
    for (const part of parts) told.add(part);
    return parts;
  });
  return sorted(regroup(left).map((box) => ({ access: accessOfBox(box) }))).map(({ access }) => access);
}

/** What is held, made ready to be asked of. */
export function holding(accesses: readonly Access[]): HeldAccess {
  return heldAccess(partsOf(accesses));
}

/** Broad parts first, as only they can cover others; the same for the same access, however it was listed. */
function partsOf(list: readonly Access[]): readonly AccessBox[] {
  const joined = regroup(list.flatMap(boxesOf)).map(accessOfBox);
  const boxes = joined.flatMap(boxesOf).map((box) => ({ box, breadth: breadthOf(box), access: accessOfBox(box) }));
  return sorted(boxes)
    .sort((a, b) => b.breadth - a.breadth)
    .map(({ box }) => box);
}

function sorted<T extends { readonly access: Access }>(list: readonly T[]): T[] {
  const keyed = list.map((value) => ({ value, key: accessKey(value.access) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ value }) => value);
}
