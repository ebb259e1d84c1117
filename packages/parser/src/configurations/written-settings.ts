import type { Located } from "@authgraph/source";
import { type ObjectView, origin } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/**
 * Every scalar below a value that is written and not null, by its path: `authentication.anonymous.enabled`,
 * `clusterDNS[0]`. What stands below a `secret` path is left out.
 */
export function writtenSettings(
  view: ObjectView,
  root: NodeId,
  secret: ReadonlySet<string> = none,
): ReadonlyMap<string, Located<string>> {
  const settings = new Map<string, Located<string>>();
  if (root === 0) return settings;
  const { tree } = view;
  // Not by recursion: values can be nested deeper than calls.
  const open: { readonly node: NodeId; readonly path: string }[] = [{ node: root, path: "" }];
  for (let next = open.pop(); next !== undefined && settings.size < most; next = open.pop()) {
    const { node, path } = next;
    const kind = tree.kind(node);
    if (kind === "null") continue;
    if (kind !== "mapping" && kind !== "sequence") {
      if (path !== "") settings.set(path, { value: tree.scalar(node), origin: origin(view, node) });
      continue;
    }
    const below: typeof open = [];
    let index = 0;
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
      const key = kind === "mapping" ? tree.key(item) : `[${index++}]`;
      const at = kind === "sequence" || path === "" ? `${path}${key}` : `${path}.${key}`;
      if (!secret.has(at)) below.push({ node: item, path: at });
    }
    for (const item of below.reverse()) open.push(item);
  }
  return settings;
}

const none: ReadonlySet<string> = new Set();
/** More than any real file has; aliases can make one node many. */
const most = 100_000;
