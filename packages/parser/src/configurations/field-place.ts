import { field, type ObjectView, type Place, place } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** Where a field stands, or what lacks it. */
export function placeOf(view: ObjectView, owner: NodeId, name: string): Place {
  const node = field(view, owner, name);
  return place(view, node === 0 ? owner : node);
}
