import { byText } from "../order.ts";
import { type Access, accessKey } from "./access.ts";
import { type AccessBox, accessOfBox, boxesOf, breadthOf } from "./access-box.ts";
import { heldAccess } from "./held-access.ts";
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
  if (asked.length === 0) return [];

  const covered = heldAccess();
  for (const box of inOrder(held)) covered.add(box);
  const left = inOrder(asked).flatMap((box) => {
    const parts = covered.without(box);
    for (const part of parts) covered.add(part);
    return parts;
  });
  return sorted(regroup(left).map((box) => ({ access: accessOfBox(box) }))).map(({ access }) => access);
}

/** Broad parts first, as only they can cover others; the same for the same access, however it was listed. */
function inOrder(list: readonly Access[]): readonly AccessBox[] {
  const boxes = list.flatMap(boxesOf).map((box) => ({ box, breadth: breadthOf(box), access: accessOfBox(box) }));
  return sorted(boxes)
    .sort((a, b) => b.breadth - a.breadth)
    .map(({ box }) => box);
}

function sorted<T extends { readonly access: Access }>(list: readonly T[]): T[] {
  const keyed = list.map((value) => ({ value, key: accessKey(value.access) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ value }) => value);
}
