import type { DistributionSetting, DistributionSettings } from "@authgraph/kubernetes";
import { type Located, located, textOrigin } from "@authgraph/source";
import { type Collected, report } from "../documents/collected.ts";
import { field, itemsOf, keyPlace, type ObjectView, origin, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { argumentKeys, isRke2Key, isServerKey, keepOf, misplacedKeys } from "./k3s-keys.ts";
import type { FamilyReader } from "./read-family.ts";

/** Where k3s and RKE2 look for their configuration (pkg/cli/cmds/config.go), and for what is laid over it. */
const ownPath = /(?:^|\/)rancher\/(k3s|rke2)\/config\.yaml(\.d\/[^/]+\.ya?ml)?$/;
const dropIn = /^(.*config\.ya?ml)\.d\/([^/]+)$/;

/**
 * Reads a configuration file of k3s or RKE2, or a drop-in of one (pkg/configfilearg/parser.go): known by its path, else by
 * arguments of components among its keys. Also where it stands below one key, as Ansible's variables have it.
 */
export const readK3sConfiguration: FamilyReader = (collected, view, root, _type, _around) => {
  const { tree } = view;
  if (tree.kind(root) !== "mapping") return undefined;
  if (ownPath.test(view.source.path) || hasArguments(view, root)) {
    collectSettings(collected, view, root, view.source.path);
    return "evaluated";
  }
  const below = itemsOf(view, root).filter((entry) => tree.kind(entry) === "mapping" && hasArguments(view, entry));
  for (const entry of below) collectSettings(collected, view, entry, `${view.source.path}#${tree.key(entry)}`);
  return below.length === 0 ? undefined : "evaluated";
};

function hasArguments(view: ObjectView, mapping: NodeId): boolean {
  return itemsOf(view, mapping).some((entry) => argumentKeys.has(view.tree.key(entry).replace(/\+$/, "")));
}

function collectSettings(collected: Collected, view: ObjectView, mapping: NodeId, path: string): void {
  const { tree, source } = view;
  const [first] = itemsOf(view, mapping);
  if (first === undefined) return;
  const keys = itemsOf(view, mapping).map((entry) => tree.key(entry).replace(/\+$/, ""));
  const known = ownPath.exec(path)?.[1];
  const isRke2 = known === undefined ? /rke2/i.test(path) || keys.some(isRke2Key) : known === "rke2";
  const over = dropIn.exec(path);
  const at = keyPlace(view, first);
  const settings: DistributionSettings = {
    installer: isRke2 ? "rke2" : "k3s",
    role: roleOf(keys, known !== undefined && over === null),
    layer: over === null ? "configuration" : "drop-in",
    configuration: over?.[1] ?? path,
    name: over?.[2] ?? path,
    origin: textOrigin(source, at.start, at.end),
    version: undefined,
    settings: itemsOf(view, mapping).flatMap((entry) => settingsOf(collected, view, entry, isRke2)),
    unresolved: [],
  };
  collected.facts.push({ fact: "distribution", settings });
}

/** A file without `server` is no agent's; with it, and nothing that only servers know, it may be either's. */
function roleOf(keys: readonly string[], isWhole: boolean): DistributionSettings["role"] {
  if (keys.some(isServerKey)) return "server";
  return isWhole && !keys.includes("server") ? "server" : undefined;
}

function settingsOf(
  collected: Collected,
  view: ObjectView,
  entry: NodeId,
  isRke2: boolean,
): readonly DistributionSetting[] {
  const { tree } = view;
  const written = tree.key(entry);
  const adds = written.endsWith("+");
  const key = adds ? written.slice(0, -1) : written;
  const where = misplacedKeys.get(key);
  if (where !== undefined) {
    const program = isRke2 ? "RKE2" : "k3s";
    const message = `${key} is no setting of ${program}, which passes over it: it counts only in ${where}`;
    report(collected, "warning", "unknown-field", message, keyPlace(view, entry));
    return [];
  }
  switch (keepOf(key)) {
    case "nothing":
      return [];
    case "presence":
      return [{ key, adds, value: located("", origin(view, entry)) }];
    case "value":
      return valuesOf(collected, view, entry, key).map((value) => ({ key, adds, value }));
  }
}

function valuesOf(collected: Collected, view: ObjectView, entry: NodeId, key: string): readonly Located<string>[] {
  const { tree } = view;
  const kind = tree.kind(entry);
  if (kind === "null") return [];
  const items = kind === "sequence" ? itemsOf(view, entry) : [entry];
  return items.flatMap((item) => {
    const itemKind = tree.kind(item);
    if (itemKind !== "mapping" && itemKind !== "sequence") return [located(tree.scalar(item), origin(view, item))];
    const message = `${key} takes a text or a list of texts, not a ${itemKind}`;
    report(collected, "error", "wrong-type", message, place(view, item));
    return [];
  });
}

/** Reads k3d's configuration (`options.k3s.extraArgs`): arguments of `k3s server` and `k3s agent` in its containers. */
export const readK3d: FamilyReader = (collected, view, root, type, _around) => {
  if (type.kind !== "Simple") return undefined;
  const settings: Record<"server" | "agent", DistributionSetting[]> = { server: [], agent: [] };
  const options = field(view, field(view, root, "options"), "k3s");
  for (const extra of itemsOf(view, field(view, options, "extraArgs"))) {
    const argument = field(view, extra, "arg");
    const [name = "", ...rest] = text(view, argument).replace(/^--?/, "").split("=");
    if (argument === 0 || keepOf(name) !== "value") continue;
    const setting = { key: name, adds: true, value: located(rest.join("=") || "true", origin(view, argument)) };
    const filters = itemsOf(view, field(view, extra, "nodeFilters")).map((one) => text(view, one));
    const isFor = (role: string): boolean =>
      filters.length === 0 || filters.some((filter) => filter.startsWith(role) || filter.startsWith("all"));
    if (isFor("server")) settings.server.push(setting);
    if (isFor("agent")) settings.agent.push(setting);
  }
  const image = field(view, root, "image");
  const version = /:v?(1\.\d+\.\d+)/.exec(text(view, image))?.[1];
  for (const role of ["server", "agent"] as const) {
    if (role === "agent" && settings.agent.length === 0) continue;
    collected.facts.push({
      fact: "distribution",
      settings: {
        installer: "k3s",
        role,
        layer: "command-line",
        configuration: undefined,
        name: `k3d cluster ${text(view, field(view, field(view, root, "metadata"), "name")) || view.source.path}`,
        origin: origin(view, field(view, root, "kind")),
        version: version === undefined ? undefined : located(version, origin(view, image)),
        settings: settings[role],
        unresolved: [],
      },
    });
  }
  return "evaluated";
};
