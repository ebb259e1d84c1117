import { type Component, type Flag, flagTakesNoValue, kopsFlagName, kopsOtherFields } from "@authgraph/kubernetes";
import { type Located, located, type Origin, textOrigin } from "@authgraph/source";
import { type Collected, report } from "../documents/collected.ts";
import { hasPlaceholder } from "../invocations/template-mark.ts";
import { field, fieldAt, itemsOf, keyPlace, type ObjectView, origin, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { embeddedBase64 } from "./base64-text.ts";
import { embeddedText } from "./embedded-text.ts";
import type { FamilyReader } from "./read-family.ts";

/** The documents of kops in a text: clusters, and the groups of machines that belong to them. */
export type KopsDocument =
  | {
      readonly kind: "Cluster";
      readonly name: string;
      readonly origin: Origin;
      readonly version: Located<string> | undefined;
      readonly sections: ReadonlyMap<KopsSection, KopsSectionFlags>;
      readonly appendedPlugins: readonly Located<string>[];
      readonly serviceCidr: string | undefined;
      readonly hasEventsEtcd: boolean;
      /** `serviceAccountIssuer` is written, not only further ones. */
      readonly namesIssuer: boolean;
      /** Flags of the API server that other parts of `spec` are. */
      readonly further: readonly Flag[];
      readonly encrypts: Origin | undefined;
    }
  | {
      readonly kind: "InstanceGroup";
      readonly name: string;
      readonly cluster: string;
      readonly isControlPlane: boolean;
      readonly kubelet: KopsSectionFlags;
    };

export type KopsSection = "kubeAPIServer" | "kubeControllerManager" | "kubeScheduler" | "kubelet" | "masterKubelet";

export interface KopsSectionFlags {
  readonly origin: Origin;
  readonly flags: readonly Flag[];
}

export const kopsGroup = "kops.k8s.io";

/** By the field that holds them; `controlPlaneKubelet` is what v1alpha3 calls `masterKubelet`. */
const sections: readonly (readonly [string, KopsSection, Component])[] = [
  ["kubeAPIServer", "kubeAPIServer", "kube-apiserver"],
  ["kubeControllerManager", "kubeControllerManager", "kube-controller-manager"],
  ["kubeScheduler", "kubeScheduler", "kube-scheduler"],
  ["kubelet", "kubelet", "kubelet"],
  ["masterKubelet", "masterKubelet", "kubelet"],
  ["controlPlaneKubelet", "masterKubelet", "kubelet"],
];

/** Reads kops' Cluster and InstanceGroup (pkg/apis/kops/v1alpha2/{cluster,instancegroup}.go). */
export const readKops: FamilyReader = (collected, view, root, type, _around) => {
  const spec = field(view, root, "spec");
  const metadata = field(view, root, "metadata");
  const name = text(view, field(view, metadata, "name"));
  if (type.kind === "InstanceGroup") {
    const kubelet = readSection(collected, view, field(view, spec, "kubelet"), "kubelet");
    if (kubelet !== undefined) {
      const cluster = text(view, fieldAt(view, metadata, "labels", "kops.k8s.io/cluster"));
      const isControlPlane = /^(?:Master|ControlPlane)$/i.test(text(view, field(view, spec, "role")));
      collected.kops.push({ kind: "InstanceGroup", name, cluster, isControlPlane, kubelet });
    }
    collectFiles(collected, view, spec);
    return "evaluated";
  }
  if (type.kind !== "Cluster") return undefined;

  const read = new Map<KopsSection, KopsSectionFlags>();
  for (const [key, section, component] of sections) {
    const flags = readSection(collected, view, field(view, spec, key), component);
    if (flags !== undefined) read.set(section, flags);
  }
  collectFiles(collected, view, spec);
  const version = field(view, spec, "kubernetesVersion");
  const number = /^v?(1\.\d+(?:\.\d+)?)/.exec(text(view, version))?.[1];
  const encryption = field(view, spec, "encryptionConfig");
  const etcds = itemsOf(view, field(view, spec, "etcdClusters"));
  collected.kops.push({
    kind: "Cluster",
    name,
    origin: origin(view, field(view, root, "kind")),
    version: number === undefined ? undefined : located(number, origin(view, version)),
    sections: read,
    appendedPlugins: itemsOf(view, fieldAt(view, spec, "kubeAPIServer", "appendAdmissionPlugins")).map((plugin) =>
      located(text(view, plugin), origin(view, plugin)),
    ),
    serviceCidr: text(view, field(view, spec, "serviceClusterIPRange")) || undefined,
    hasEventsEtcd: etcds.some((etcd) => text(view, field(view, etcd, "name")) === "events"),
    namesIssuer: fieldAt(view, spec, "kubeAPIServer", "serviceAccountIssuer") !== 0,
    further: furtherFlags(view, spec),
    encrypts: encryption !== 0 && view.tree.scalar(encryption) === "true" ? originOfEntry(view, encryption) : undefined,
  });
  return "evaluated";
};

/** `authorization` and `authentication` (pkg/model/components/apiserver.go, nodeup/pkg/model/kube_apiserver.go). */
function furtherFlags(view: ObjectView, spec: NodeId): readonly Flag[] {
  const flags: Flag[] = [];
  const add = (name: string, value: string, entry: NodeId): void => {
    if (entry !== 0) flags.push({ name, value, origin: originOfEntry(view, entry), unresolved: false });
  };
  add("authorization-mode", "AlwaysAllow", fieldAt(view, spec, "authorization", "alwaysAllow"));
  add("authorization-mode", "Node,RBAC", fieldAt(view, spec, "authorization", "rbac"));
  for (const kind of ["aws", "kopeio"]) {
    const entry = fieldAt(view, spec, "authentication", kind);
    add("authentication-token-webhook-config-file", "/etc/kubernetes/authn.config", entry);
  }
  return flags;
}

function originOfEntry(view: ObjectView, entry: NodeId): Origin {
  const at = keyPlace(view, entry);
  return textOrigin(view.source, at.start, at.end);
}

function readSection(
  collected: Collected,
  view: ObjectView,
  section: NodeId,
  component: Component,
): KopsSectionFlags | undefined {
  const { tree } = view;
  if (section === 0) return undefined;
  const at = originOfEntry(view, section);
  if (tree.kind(section) !== "mapping") {
    const message = `${tree.key(section)} is a map from fields to values, not a ${tree.kind(section)}`;
    report(collected, "error", "wrong-type", message, place(view, section));
    return undefined;
  }
  // Tokens are issued by the first issuer, whatever the order of the fields.
  const isFurther = (entry: NodeId): boolean => tree.key(entry) === "additionalServiceAccountIssuers";
  const entries = itemsOf(view, section);
  const ordered = [...entries.filter((entry) => !isFurther(entry)), ...entries.filter(isFurther)];
  return { origin: at, flags: ordered.flatMap((entry) => flagsOfField(collected, view, entry, component)) };
}

/** Fields whose list is one flag for each item. */
const repeated = new Set(["additionalServiceAccountIssuers", "oidcRequiredClaim", "serviceAccountKeyFile"]);

function flagsOfField(collected: Collected, view: ObjectView, entry: NodeId, component: Component): readonly Flag[] {
  const { tree, source } = view;
  const key = tree.key(entry);
  const name = kopsFlagName(key);
  if (flagTakesNoValue(component, name) === undefined) {
    if (!kopsOtherFields.has(key)) {
      report(
        collected,
        "note",
        "unknown-field",
        `${key} is no flag of ${component} that is known`,
        keyPlace(view, entry),
      );
    }
    return [];
  }
  const flag = (value: string, start: number, end: number): Flag => {
    return { name, value, origin: textOrigin(source, start, end), unresolved: hasPlaceholder(value) };
  };
  switch (tree.kind(entry)) {
    case "null":
      return [];
    case "mapping": {
      const pairs = itemsOf(view, entry).map((item) => `${tree.key(item)}=${tree.scalar(item)}`);
      return [flag(pairs.sort().join(","), tree.keyStart(entry), tree.end(entry))];
    }
    case "sequence": {
      const items = itemsOf(view, entry);
      if (repeated.has(key)) return items.map((item) => flag(tree.scalar(item), tree.start(item), tree.end(item)));
      return [flag(items.map((item) => tree.scalar(item)).join(","), tree.keyStart(entry), tree.end(entry))];
    }
    case "string":
    case "integer":
    case "float":
    case "boolean":
      return [flag(tree.scalar(entry), tree.keyStart(entry), tree.end(entry))];
  }
}

/** Files that kops writes to its machines: `/srv/kubernetes/assets/NAME` where no path is said. */
function collectFiles(collected: Collected, view: ObjectView, spec: NodeId): void {
  for (const asset of itemsOf(view, field(view, spec, "fileAssets"))) {
    const content = field(view, asset, "content");
    const isBase64 = field(view, asset, "isBase64");
    const encoded = isBase64 !== 0 && view.tree.scalar(isBase64) === "true";
    const source = encoded ? embeddedBase64(view, content) : embeddedText(view, content);
    const named = field(view, asset, "path") || field(view, asset, "name");
    if (source === undefined || text(view, named) === "") {
      if (encoded && content !== 0) {
        report(collected, "error", "file-content", "the content is not base64", place(view, content));
      }
      continue;
    }
    const path = text(view, field(view, asset, "path")) || `/srv/kubernetes/assets/${text(view, named)}`;
    collected.facts.push({ fact: "machine-file", file: { path: located(path, origin(view, named)), source } });
  }
}
