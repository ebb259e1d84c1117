import type { VersionDemand } from "@authgraph/kubernetes";
import { textOrigin } from "@authgraph/source";
import { quoted } from "../objects/field-error.ts";
import { field, type ObjectView, origin } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** A version of a kind that older servers do not have registered. */
export function newVersion(
  view: ObjectView,
  root: NodeId,
  kind: string,
  apiVersion: string,
  since: number,
): VersionDemand {
  const message = `no kind ${quoted(kind)} is registered for version ${quoted(apiVersion)}`;
  const written = field(view, root, "apiVersion");
  return { since, message, origin: origin(view, written === 0 ? root : written) };
}

/** A field that older servers do not know, if it is written, null included: strict decoding refuses the name. */
export function newField(
  view: ObjectView,
  owner: NodeId,
  name: string,
  path: string,
  since: number,
): readonly VersionDemand[] {
  const { tree, source } = view;
  if (owner === 0 || tree.kind(owner) !== "mapping") return [];
  for (let entry = tree.first(owner); entry !== 0; entry = tree.next(entry)) {
    if (!tree.keyIs(entry, name)) continue;
    const at = textOrigin(source, tree.keyStart(entry), tree.keyEnd(entry));
    return [{ since, message: `strict decoding error: unknown field ${quoted(path)}`, origin: at }];
  }
  return [];
}
