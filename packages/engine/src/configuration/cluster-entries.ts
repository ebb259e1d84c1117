import type { Located } from "@authgraph/source";
import {
  type ConfiguredCluster,
  type ConfiguredIdentities,
  type ConfiguredTemplates,
  defaultCluster,
} from "./configuration.ts";
import { type Decode, entry, flag, list, listOrNothing, tell, text } from "./decode.ts";
import { clusterName, kubernetesVersion, namespace, path, pattern, platform } from "./values.ts";

const nothing = (origin: Located<string>["origin"]): Located<string> => ({ value: "", origin });

const patterns = list(pattern, { atLeastOne: true });

/** An entry of `clusters`; `complete` holds for those that do not say it themselves. */
export function clusters(complete: boolean): Decode<ConfiguredCluster> {
  return (decoding, node) => {
    const cluster = entry(decoding, node, {
      what: "a cluster",
      keys: ["name", "paths", "kubernetes-version", "platform", "rootfs", "namespace", "control-plane", "complete"],
      required: ["name"],
    });
    const name = cluster.get("name", clusterName) ?? nothing(cluster.origin);
    const hasPaths = cluster.has("paths");
    if (name.value === defaultCluster && hasPaths) {
      tell(decoding, cluster.origin, "the cluster default is what lies under no other: it has no paths");
    } else if (name.value !== defaultCluster && name.value !== "" && !hasPaths) {
      tell(decoding, cluster.origin, "a cluster must have the key paths");
    }
    return {
      name,
      paths: cluster.get("paths", patterns) ?? [],
      kubernetesVersion: cluster.get("kubernetes-version", kubernetesVersion),
      platform: cluster.get("platform", platform),
      rootfs: cluster.get("rootfs", path),
      namespace: cluster.get("namespace", namespace),
      controlPlane: cluster.get("control-plane", patterns) ?? [],
      complete: cluster.get("complete", flag) ?? complete,
    };
  };
}

/** An entry of `templates`. */
export const templates: Decode<ConfiguredTemplates> = (decoding, node) => {
  const entered = entry(decoding, node, {
    what: "an entry of templates",
    keys: ["paths", "rendered", "ignore", "reason"],
    required: ["paths"],
  });
  const rendered = entered.get("rendered", path);
  const ignored = entered.get("ignore", (d, value, key) => {
    const isTrue = flag(d, value, key);
    if (!isTrue && d.tree.kind(value) === "boolean") tell(d, entered.origin, "ignore is true or is not there");
    return isTrue;
  });
  if (entered.has("rendered") === entered.has("ignore")) {
    tell(decoding, entered.origin, "an entry of templates must have either rendered: FOLDER or ignore: true");
  }
  const reason = entered.get("reason", text)?.value;
  if (ignored === true && !entered.has("reason")) {
    tell(decoding, entered.origin, "templates that are ignored must have the key reason");
  }
  return {
    paths: entered.get("paths", patterns) ?? [],
    rendered,
    reason: reason ?? `rendered to ${rendered?.value ?? ""}`,
  };
};

/** What stands under `identities`. */
export const identities: Decode<ConfiguredIdentities> = (decoding, node) => {
  if (decoding.tree.kind(node) === "null") return { users: [], groups: [] };
  const entered = entry(decoding, node, { what: "identities", keys: ["users", "groups"] });
  return {
    users: entered.get("users", listOrNothing(user)) ?? [],
    groups: entered.get("groups", listOrNothing(group)) ?? [],
  };
};

const user: Decode<ConfiguredIdentities["users"][number]> = (decoding, node) => {
  const entered = entry(decoding, node, { what: "a user", keys: ["name", "groups"], required: ["name"] });
  return {
    name: entered.get("name", text) ?? nothing(entered.origin),
    groups: entered.get("groups", list(text)) ?? [],
  };
};

const group: Decode<ConfiguredIdentities["groups"][number]> = (decoding, node) => {
  const entered = entry(decoding, node, { what: "a group", keys: ["name", "members"], required: ["name"] });
  return {
    name: entered.get("name", text) ?? nothing(entered.origin),
    members: entered.get("members", list(text)) ?? [],
  };
};
