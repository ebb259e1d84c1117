import { nodeOf } from "../authorize/node.ts";
import { type AdmissionWrite, refusedBy } from "./admission-write.ts";
import { type Asking, ask, isOn, pass, quoted, resourceQuestion, type Verdict, verdictOf } from "./asking.ts";
import { at, isSemanticallyEqual, listAt, textAt, textsAt } from "./json.ts";
import type { JsonObject } from "./request-world.ts";

/** What the plugin NodeRestriction lets kubelets do (plugin/pkg/admission/noderestriction/admission.go). */
export function restrictNode(asking: Asking, write: AdmissionWrite): Verdict {
  const { identity, attributes } = write;
  const node = nodeOf(identity);
  if (node === undefined) return pass;
  if (node === "") return refusedBy(write, `could not determine node from user ${quoted(identity.user)}`);
  const { apiGroup, resource, subresource } = attributes;
  switch (`${resource}.${apiGroup}`) {
    case "pods.":
      return restrictPod(asking, write, node, subresource);
    case "nodes.":
      return restrictOwnNode(write, node);
    case "persistentvolumeclaims.":
      return subresource === "status" ? pass : refusedBy(write, "may only update PVC status");
    case "serviceaccounts.":
      return restrictToken(asking, write, node);
    case "leases.coordination.k8s.io":
      return restrictLease(write, node);
    case "csinodes.storage.k8s.io":
      return objectName(write) === node
        ? pass
        : refusedBy(write, "can only access CSINode with the same name as the requesting node");
    default:
      return pass;
  }
}

function objectName({ operation, object, name }: AdmissionWrite): string {
  return operation === "CREATE" ? textAt(object, "metadata", "name") : name;
}

function restrictLease(write: AdmissionWrite, node: string): Verdict {
  if (write.attributes.namespace !== "kube-node-lease") {
    return refusedBy(write, 'can only access leases in the "kube-node-lease" system namespace');
  }
  if (objectName(write) === node) return pass;
  return refusedBy(write, "can only access node lease with the same name as the requesting node");
}

function restrictPod(asking: Asking, write: AdmissionWrite, node: string, subresource: string): Verdict {
  const { operation, old } = write;
  switch (subresource) {
    case "":
      if (operation === "CREATE") return restrictMirrorPod(asking, write, node);
      if (operation === "UPDATE") {
        const why = `unexpected operation "UPDATE", node ${quoted(node)} can only create and delete mirror pods`;
        return refusedBy(write, why);
      }
      return onOwnPod(write, old, node, `node ${quoted(node)} can only delete pods with spec.nodeName set to itself`);
    case "status":
      return restrictPodStatus(write, node);
    case "eviction": {
      const pod = storedOf(asking, "pods", write.attributes.namespace, write.attributes.name);
      if (pod === "missing") return { verdict: "answered", reason: `404: pod ${quoted(write.name)} not found` };
      return onOwnPod(write, pod, node, `node ${node} can only evict pods with spec.nodeName set to itself`);
    }
    default:
      return refusedBy(
        write,
        `unexpected pod subresource ${quoted(subresource)}, only 'status' and 'eviction' are allowed`,
      );
  }
}

function onOwnPod(write: AdmissionWrite, pod: JsonObject | undefined, node: string, why: string): Verdict {
  if (pod === undefined) return notKnown(`which node Pod ${write.attributes.namespace}/${write.name} is on`);
  return textAt(pod, "spec", "nodeName") === node ? pass : refusedBy(write, why);
}

function notKnown(text: string): Verdict {
  return { verdict: "unknown", assumptions: [{ text, origin: undefined }] };
}

function storedOf(
  asking: Asking,
  resource: string,
  namespace: string,
  name: string,
): JsonObject | "missing" | undefined {
  const { world } = asking;
  const served = world.resources.find((one) => one.group === "" && one.resource === resource);
  const stored = served === undefined ? undefined : world.stored.find(served, namespace, name);
  if (stored === undefined || stored.state === "unknown") return undefined;
  return stored.state === "missing" ? "missing" : stored.object;
}

function restrictPodStatus(write: AdmissionWrite, node: string): Verdict {
  const { operation, object, old } = write;
  if (operation !== "UPDATE") return refusedBy(write, `unexpected operation ${quoted(operation)}`);
  const why = `node ${quoted(node)} can only update pod status for pods with spec.nodeName set to itself`;
  const own = onOwnPod(write, old, node, why);
  if (own.verdict !== "pass" || old === undefined) return own;
  const same = (...path: readonly string[]) => isSemanticallyEqual(at(object, ...path), at(old, ...path));
  if (!same("metadata", "labels"))
    return refusedBy(write, `node ${quoted(node)} cannot update labels through pod status`);
  if (same("status", "resourceClaimStatuses")) return pass;
  return refusedBy(write, `node ${quoted(node)} cannot update resource claim statues`);
}

function restrictMirrorPod(asking: Asking, write: AdmissionWrite, node: string): Verdict {
  const { object: pod } = write;
  const name = quoted(node);
  const mirror = "kubernetes.io/config.mirror";
  if (!textsAt(pod, "metadata", "annotations").has(mirror)) {
    return refusedBy(write, `pod does not have ${quoted(mirror)} annotation, node ${name} can only create mirror pods`);
  }
  if (textAt(pod, "spec", "nodeName") !== node) {
    return refusedBy(write, `node ${name} can only create pods with spec.nodeName set to itself`);
  }
  const owners = listAt(pod, "metadata", "ownerReferences");
  const [owner] = owners;
  if (owners.length > 1) {
    return refusedBy(write, `node ${name} can only create pods with a single owner reference set to itself`);
  }
  const isNode =
    textAt(owner, "apiVersion") === "v1" && textAt(owner, "kind") === "Node" && textAt(owner, "name") === node;
  if (!isNode) return refusedBy(write, `node ${name} can only create pods with an owner reference set to itself`);
  if (at(owner, "controller") !== true) {
    return refusedBy(write, `node ${name} can only create pods with a controller owner reference set to itself`);
  }
  if (at(owner, "blockOwnerDeletion") === true) {
    return refusedBy(write, `node ${name} must not set blockOwnerDeletion on an owner reference`);
  }
  const uid = sameUid(storedOf(asking, "nodes", "", node), textAt(owner, "uid"));
  const reference = referenceOf(pod);
  if (uid === "missing") return { verdict: "answered", reason: `404: node ${name} not found` };
  if (uid === "other") return refusedBy(write, `node ${node} UID mismatch: expected ${textAt(owner, "uid")}`);
  if (reference !== undefined) return refusedBy(write, `node ${name} can not create pods that reference ${reference}`);
  return uid === "same" ? pass : notKnown(`the UID of Node ${node}`);
}

/** Whether an object has a UID; one that no server gives is some other's for certain. */
function sameUid(object: JsonObject | "missing" | undefined, uid: string): "same" | "other" | "missing" | "unknown" {
  if (object === "missing") return "missing";
  const own = textAt(object, "metadata", "uid");
  if (own !== "") return own === uid ? "same" : "other";
  return randomUid.test(uid) ? "unknown" : "other";
}

const randomUid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What else of the API a pod refers to, in the order it is looked for. */
function referenceOf(pod: JsonObject): string | undefined {
  if (textAt(pod, "spec", "serviceAccountName") !== "") return "a service account";
  const volumes = listAt(pod, "spec", "volumes");
  const projected = volumes.flatMap((volume) => listAt(volume, "projected", "sources"));
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((key) => listAt(pod, "spec", key));
  const variables = containers.flatMap((one) => [...listAt(one, "env"), ...listAt(one, "envFrom")]);
  const refersTo = (source: string, reference: string, key: string): boolean =>
    variables.some((one) => at(one, reference) !== undefined || at(one, "valueFrom", key) !== undefined) ||
    [...volumes, ...projected].some((one) => at(one, source) !== undefined);
  if (listAt(pod, "spec", "imagePullSecrets").length > 0 || hasVolumeSecret(volumes, projected)) return "secrets";
  if (refersTo("secret", "secretRef", "secretKeyRef")) return "secrets";
  if (refersTo("configMap", "configMapRef", "configMapKeyRef")) return "configmaps";
  if (projected.some((one) => at(one, "clusterTrustBundle") !== undefined)) return "clustertrustbundles";
  if (volumes.some((one) => at(one, "persistentVolumeClaim") !== undefined)) return "persistentvolumeclaims";
  return undefined;
}

/** Drivers that take a secret by reference (pkg/api/pod: VisitPodSecretNames). */
function hasVolumeSecret(volumes: readonly unknown[], projected: readonly unknown[]): boolean {
  return [...volumes, ...projected].some(
    (volume) =>
      at(volume, "azureFile") !== undefined ||
      ["cephfs", "flexVolume", "rbd", "scaleIO", "iscsi", "storageos"].some(
        (driver) => at(volume, driver, "secretRef") !== undefined,
      ) ||
      at(volume, "csi", "nodePublishSecretRef") !== undefined,
  );
}

function restrictOwnNode(write: AdmissionWrite, node: string): Verdict {
  const { name, operation, object, old } = write;
  if (name !== node) return refusedBy(write, `node ${quoted(node)} is not allowed to modify node ${quoted(name)}`);
  if (operation === "DELETE" || write.attributes.subresource === "proxy") return pass;
  const before = operation === "CREATE" ? {} : old;
  if (before === undefined) return notKnown(`the labels and taints of Node ${node}`);
  if (operation === "CREATE" && at(object, "spec", "configSource") !== undefined) {
    return refusedBy(write, `node ${quoted(node)} is not allowed to create pods with a non-nil configSource`);
  }
  if (operation === "UPDATE" && !isSemanticallyEqual(at(object, "spec", "taints"), at(before, "spec", "taints"))) {
    return refusedBy(write, `node ${quoted(node)} is not allowed to modify taints`);
  }
  const forbidden = changedLabels(object, before).filter(isForbiddenLabel).sort();
  if (forbidden.length === 0) return pass;
  const list = forbidden.join(", ");
  return operation === "CREATE"
    ? refusedBy(write, `node ${quoted(node)} is not allowed to set the following labels: ${list}`)
    : refusedBy(write, `is not allowed to modify labels: ${list}`);
}

function changedLabels(object: JsonObject, old: JsonObject): readonly string[] {
  const after = textsAt(object, "metadata", "labels");
  const before = textsAt(old, "metadata", "labels");
  return [...new Set([...after.keys(), ...before.keys()])].filter((key) => after.get(key) !== before.get(key));
}

function isForbiddenLabel(key: string): boolean {
  const slash = key.indexOf("/");
  const domain = slash < 0 ? "" : key.slice(0, slash);
  const isIn = (parent: string) => domain === parent || domain.endsWith(`.${parent}`);
  if (isIn("node-restriction.kubernetes.io")) return true;
  if (!isIn("kubernetes.io") && !isIn("k8s.io")) return false;
  return !kubeletLabels.has(key) && !isIn("kubelet.kubernetes.io") && !isIn("node.kubernetes.io");
}

/** k8s.io/kubelet pkg/apis/well_known_labels.go. */
const kubeletLabels: ReadonlySet<string> = new Set([
  "kubernetes.io/hostname",
  "kubernetes.io/os",
  "kubernetes.io/arch",
  "beta.kubernetes.io/os",
  "beta.kubernetes.io/arch",
  "beta.kubernetes.io/instance-type",
  "node.kubernetes.io/instance-type",
  "topology.kubernetes.io/zone",
  "topology.kubernetes.io/region",
  "failure-domain.beta.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/region",
]);

function restrictToken(asking: Asking, write: AdmissionWrite, node: string): Verdict {
  const { attributes, operation, object } = write;
  if (operation !== "CREATE" || attributes.subresource !== "token") return pass;
  const bound = at(object, "spec", "boundObjectRef");
  const isPod = textAt(bound, "apiVersion") === "v1" && textAt(bound, "kind") === "Pod" && textAt(bound, "name") !== "";
  if (!isPod) return refusedBy(write, "node requested token not bound to a pod");
  const uid = textAt(bound, "uid");
  if (uid === "") return refusedBy(write, "node requested token with a pod binding without a uid");
  const pod = storedOf(asking, "pods", attributes.namespace, textAt(bound, "name"));
  const same = sameUid(pod, uid);
  if (same === "missing") return { verdict: "answered", reason: `404: pod ${quoted(textAt(bound, "name"))} not found` };
  if (same === "other") {
    return refusedBy(
      write,
      `the UID in the bound object reference (${uid}) does not match the UID in record. The object might have been deleted and then recreated`,
    );
  }
  if (pod === undefined || pod === "missing") return notKnown(`which node Pod ${textAt(bound, "name")} is on`);
  if (textAt(pod, "spec", "nodeName") !== node) {
    return refusedBy(write, "node requested token bound to a pod scheduled on a different node");
  }
  const audience = restrictAudience(asking, write, pod);
  if (audience.verdict !== "pass") return audience;
  return same === "same" ? pass : notKnown(`the UID of Pod ${attributes.namespace}/${textAt(bound, "name")}`);
}

/** A token for somebody whom the pod does not name: since 1.33 that takes a permission of its own. */
function restrictAudience(asking: Asking, write: AdmissionWrite, pod: JsonObject): Verdict {
  if (!isOn(asking, "ServiceAccountNodeAudienceRestriction")) return pass;
  const { attributes, identity, object } = write;
  const audiences = listAt(object, "spec", "audiences");
  if (audiences.length > 1) return refusedBy(write, "node may only request 0 or 1 audiences");
  const audience = typeof audiences[0] === "string" ? audiences[0] : "";
  const volumes = listAt(pod, "spec", "volumes");
  const tokens = volumes.flatMap((volume) => listAt(volume, "projected", "sources"));
  if (
    tokens.some((one) => at(one, "serviceAccountToken") && textAt(one, "serviceAccountToken", "audience") === audience)
  ) {
    return pass;
  }
  const { namespace, name } = attributes;
  const question = {
    verb: "request-serviceaccounts-token-audience",
    apiGroup: "",
    resource: audience,
    namespace,
    name,
  };
  const check = ask(asking, "admission", identity, resourceQuestion(question));
  const verdict = verdictOf(check);
  if (verdict.verdict !== "refused") return verdict;
  // Drivers of such volumes ask for tokens too, and only they say for whom.
  const hasDriver = ["csi", "persistentVolumeClaim", "ephemeral"].some((kind) =>
    volumes.some((volume) => at(volume, kind) !== undefined),
  );
  if (hasDriver)
    return notKnown(
      `the audiences that the CSI drivers of Pod ${namespace}/${textAt(pod, "metadata", "name")} ask for`,
    );
  return refusedBy(write, `audience ${quoted(audience)} not found in pod spec volume`, check);
}
