import {
  type Attributes,
  type FieldRequirement,
  type KnownMinor,
  type NodeGate,
  type PolicyRule,
  type ResourceAttributes,
  ruleAllows,
} from "@authgraph/kubernetes";
import { isBefore } from "../minor-order.ts";
import { type AccessGraph, type Assumption, appliedNamespace } from "../types.ts";
import { vertex } from "./node-relations.ts";

/** What the Node authorizer says. It allows or has no opinion. */
export type NodeAnswer =
  | {
      readonly answer: "allowed";
      /** What ties the object to the node, if that is why: `Pod web/p`. */
      readonly through: readonly string[];
    }
  | {
      readonly answer: "no-opinion";
      /** As the server says it. */
      readonly reason: string;
    }
  | { readonly answer: "open"; readonly assumption: Assumption };

/** A kubelet's question while it is answered. */
export interface Asked {
  readonly graph: AccessGraph;
  readonly node: string;
  readonly minor: KnownMinor;
  readonly isOn: (gate: NodeGate) => boolean;
}

/** The rows of the Node authorizer's table, one function for each kind of object. */
export function answerTo(asked: Asked, attributes: Attributes): NodeAnswer {
  if (attributes.kind === "non-resource") return byStaticRules(asked, attributes);
  switch (`${attributes.apiGroup}/${attributes.resource}`) {
    case "/secrets":
      return readNamespaced(asked, "Secret", attributes);
    case "/configmaps":
      return readNamespaced(asked, "ConfigMap", attributes);
    case "/persistentvolumeclaims":
      return attributes.subresource === "status"
        ? updateStatus(asked, attributes)
        : get(asked, "PersistentVolumeClaim", attributes);
    case "/persistentvolumes":
      return get(asked, "PersistentVolume", attributes);
    case "resource.k8s.io/resourceclaims":
      return get(asked, "ResourceClaim", attributes);
    case "storage.k8s.io/volumeattachments":
      return get(asked, "VolumeAttachment", attributes);
    case "/serviceaccounts":
      return onServiceAccount(asked, attributes);
    case "coordination.k8s.io/leases":
      return onLease(asked, attributes);
    case "storage.k8s.io/csinodes":
      return onCsiNode(asked, attributes);
    case "resource.k8s.io/resourceslices":
      return onResourceSlice(asked, attributes);
    case "certificates.k8s.io/podcertificaterequests":
      return asked.isOn("PodCertificateRequest") ? onPodCertificateRequest(asked, attributes) : noOpinion("");
    case "certificates.k8s.io/clustertrustbundles":
      return onTrustBundle(asked, attributes);
    case "/nodes":
      return asked.isOn("AuthorizeNodeWithSelectors") ? onNode(asked, attributes) : byStaticRules(asked, attributes);
    case "/pods":
      return asked.isOn("AuthorizeNodeWithSelectors") ? onPod(asked, attributes) : byStaticRules(asked, attributes);
    default:
      return byStaticRules(asked, attributes);
  }
}

const allowed: NodeAnswer = { answer: "allowed", through: [] };

export function noOpinion(reason: string): NodeAnswer {
  return { answer: "no-opinion", reason };
}

const reading: ReadonlySet<string> = new Set(["get", "list", "watch"]);
const changing: ReadonlySet<string> = new Set(["update", "patch"]);
const keeping: ReadonlySet<string> = new Set(["get", "create", "update", "patch", "delete"]);

function readNamespaced(asked: Asked, kind: string, attributes: ResourceAttributes): NodeAnswer {
  if (!reading.has(attributes.verb)) return noOpinion("can only read resources of this type");
  if (attributes.subresource !== "") return noOpinion("cannot read subresource");
  if (attributes.namespace === "") return noOpinion("can only read namespaced object of this type");
  return related(asked, kind, attributes);
}

function get(asked: Asked, kind: string, attributes: ResourceAttributes): NodeAnswer {
  if (attributes.verb !== "get") return noOpinion("can only get individual resources of this type");
  if (attributes.subresource !== "") return noOpinion("cannot get subresource");
  return related(asked, kind, attributes);
}

function updateStatus(asked: Asked, attributes: ResourceAttributes): NodeAnswer {
  if (!changing.has(attributes.verb)) return noOpinion("can only get/update/patch this type");
  return related(asked, "PersistentVolumeClaim", attributes);
}

/** Tokens of the accounts that its Pods run as; since 1.34 the accounts themselves. */
function onServiceAccount(asked: Asked, attributes: ResourceAttributes): NodeAnswer {
  const { verb, subresource, name } = attributes;
  const mayRead = asked.isOn("KubeletServiceAccountTokenForCredentialProviders") || asked.isOn("PodCertificateRequest");
  if (verb === "get" && subresource === "" && !isBefore(asked.minor, 33)) {
    return mayRead
      ? readNamespaced(asked, "ServiceAccount", attributes)
      : noOpinion("not allowed to get service accounts");
  }
  if (verb !== "create" || name === "") return noOpinion("can only create tokens for individual service accounts");
  if (subresource !== "token") return noOpinion("can only create token subresource of serviceaccount");
  return related(asked, "ServiceAccount", attributes);
}

function onLease({ node }: Asked, { verb, namespace, name }: ResourceAttributes): NodeAnswer {
  if (!keeping.has(verb)) return noOpinion("can only get, create, update, patch, or delete a node lease");
  if (namespace !== leaseNamespace) {
    return noOpinion(`can only access leases in the ${JSON.stringify(leaseNamespace)} system namespace`);
  }
  // The name is not known when it is created; the admission plugin NodeRestriction sees it.
  if (verb === "create" || name === node) return allowed;
  return noOpinion("can only access node lease with the same name as the requesting node");
}

const leaseNamespace = "kube-node-lease";

function onCsiNode({ node, minor, isOn }: Asked, { verb, subresource, name }: ResourceAttributes): NodeAnswer {
  if (subresource === "status" && !isBefore(minor, 37)) {
    if (!isOn("CSIVolumeHealth")) return noOpinion("CSINode status access requires CSIVolumeHealth feature");
    if (verb !== "get" && !changing.has(verb)) return noOpinion("can only get, update, or patch CSINode status");
  } else {
    // Which of the two is said of a request that is neither.
    const verbFirst = isBefore(minor, 37) || subresource === "";
    if (verbFirst && !keeping.has(verb)) {
      return noOpinion("can only get, create, update, patch, or delete a CSINode");
    }
    if (subresource !== "") return noOpinion("cannot authorize CSINode subresources");
  }
  if (verb === "create" || name === node) return allowed;
  return noOpinion("can only access CSINode with the same name as the requesting node");
}

function onResourceSlice(asked: Asked, attributes: ResourceAttributes): NodeAnswer {
  if (attributes.subresource !== "") return noOpinion("cannot authorize ResourceSlice subresources");
  switch (attributes.verb) {
    case "create":
      return allowed;
    case "get":
    case "update":
    case "patch":
    case "delete":
      return related(asked, "ResourceSlice", attributes);
    case "list":
    case "watch":
    case "deletecollection":
      if (attributes.verb === "deletecollection" && isBefore(asked.minor, 31)) return noOpinion(sliceVerbs(asked));
      if (!asked.isOn("AuthorizeNodeWithSelectors") || selectsNode(asked, attributes)) return allowed;
      return noOpinion("can only list/watch/deletecollection resourceslices with nodeName field selector");
    default:
      return noOpinion(sliceVerbs(asked));
  }
}

function sliceVerbs({ minor }: Asked): string {
  if (isBefore(minor, 31)) return "can only get, create, update, patch, or delete a ResourceSlice";
  const verbs = "get, watch, list, create, update, patch, delete, deletecollection";
  return `only the following verbs are allowed for a ResourceSlice: ${verbs}`;
}

function onPodCertificateRequest(asked: Asked, attributes: ResourceAttributes): NodeAnswer {
  const { verb, subresource } = attributes;
  if (subresource !== "") {
    return noOpinion("nodes may not access the status subresource of PodCertificateRequests");
  }
  switch (verb) {
    case "create":
      return allowed;
    case "get":
      return related(asked, "PodCertificateRequest", attributes);
    case "list":
    case "watch":
      if (selectsNode(asked, attributes)) return allowed;
      return noOpinion("can only list/watch podcertificaterequests with nodeName field selector");
    default:
      return noOpinion(`nodes may not ${verb} podcertificaterequests`);
  }
}

/** A static rule that is there with its gate alone. */
function onTrustBundle({ isOn }: Asked, { verb, subresource }: ResourceAttributes): NodeAnswer {
  return isOn("ClusterTrustBundle") && reading.has(verb) && subresource === "" ? allowed : noOpinion("");
}

/** Its own Node; creating and changing are for the admission plugin NodeRestriction to limit. */
function onNode({ node }: Asked, { verb, subresource, name }: ResourceAttributes): NodeAnswer {
  if (subresource === "status") return changing.has(verb) ? allowed : noOpinion("");
  if (subresource !== "") return noOpinion("");
  if (verb === "create" || changing.has(verb)) return allowed;
  if (!reading.has(verb)) return noOpinion("");
  if (name === node) return allowed;
  const others = name === "" ? "all nodes" : `'${name}'`;
  return noOpinion(`node '${node}' cannot read ${others}, only its own Node object`);
}

/** The Pods on it; mirror Pods of any name are for the admission plugin NodeRestriction to limit. */
function onPod(asked: Asked, attributes: ResourceAttributes): NodeAnswer {
  const { verb, subresource, name } = attributes;
  if (subresource === "status") return changing.has(verb) ? allowed : noOpinion("");
  if (subresource === "eviction") return verb === "create" ? allowed : noOpinion("");
  if (subresource !== "") return noOpinion("");
  switch (verb) {
    case "get":
      return related(asked, "Pod", attributes);
    case "list":
    case "watch":
      if (selectsNode(asked, attributes)) return allowed;
      if (name !== "") return related(asked, "Pod", attributes);
      return noOpinion("can only list/watch pods with spec.nodeName field selector");
    case "create":
    case "delete":
      return allowed;
    default:
      return noOpinion("");
  }
}

/** Whether the request is limited to what is on the node. */
function selectsNode({ node, isOn }: Asked, { fieldSelector = [] }: ResourceAttributes): boolean {
  if (!isOn("AuthorizeWithSelectors")) return false;
  const isItsOwn = ({ field, operator, value }: FieldRequirement): boolean =>
    field === "spec.nodeName" && operator === "=" && value === node;
  return fieldSelector.some(isItsOwn);
}

/** Kinds without a namespace: a question that gives one finds nothing. */
const clusterScoped: ReadonlySet<string> = new Set(["PersistentVolume", "VolumeAttachment", "ResourceSlice"]);

/** Whether Pods, volumes and attachments tie the object to the node (node_authorizer.go: authorize, hasPathFrom). */
function related({ graph, node }: Asked, kind: string, { namespace, name }: ResourceAttributes): NodeAnswer {
  if (name === "") return noOpinion("No Object name found");
  const unrelated = noOpinion(`no relationship found between node '${node}' and this object`);
  if ((namespace === "") !== clusterScoped.has(kind)) return unrelated;

  const relations = graph.nodeRelations();
  const found = relations.relation(vertex(kind, namespace, name), node);
  const object = `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
  switch (found.related) {
    case "yes":
      return { answer: "allowed", through: found.through.map(withoutEmptyNamespace) };
    case "maybe": {
      const through = found.through.map(withoutEmptyNamespace).join(" and ");
      return open(`which definition of ${through || object} holds: not all tie ${object} to node ${node}`);
    }
    case "no":
      break;
  }
  if (relations.relation(vertex(kind, appliedNamespace, name), node).related !== "no") {
    return open(`whether what ties ${kind} ${name} to node ${node} is applied to namespace ${namespace}`);
  }
  return graph.inventory.complete ? unrelated : open(`whether ${whatTies(kind, object)} ${node}`);
}

/** Which object, that the inputs do not hold, would tie an object to a node. */
function whatTies(kind: string, object: string): string {
  switch (kind) {
    case "Pod":
    case "VolumeAttachment":
    case "ResourceSlice":
    case "PodCertificateRequest":
      return `${object} is of node`;
    case "ServiceAccount":
      return `a Pod runs as ${object} on node`;
    default:
      return `a Pod uses ${object} on node`;
  }
}

function withoutEmptyNamespace(through: string): string {
  return through.replace(" /", " ");
}

function open(text: string): NodeAnswer {
  return { answer: "open", assumption: { text, origin: undefined } };
}

/** What is the same for all nodes: the rules that the default policy also gives to ClusterRole `system:node`. */
function byStaticRules({ graph }: Asked, attributes: Attributes): NodeAnswer {
  return staticRules(graph).some((rule) => ruleAllows(rule, attributes)) ? allowed : noOpinion("");
}

/** bootstrappolicy/policy.go: NodeRules, compiled in: a ClusterRole that somebody changes does not change them. */
function staticRules({ inventory }: AccessGraph): readonly PolicyRule[] {
  return inventory.shipped.kubernetes.roles.find(({ meta }) => meta.name.value === "system:node")?.rules ?? [];
}
