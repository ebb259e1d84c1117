import {
  type Attributes,
  type FieldRequirement,
  type Identity,
  type KnownMinor,
  type NodeGate,
  nodeGateIsOn,
  nodesGroup,
  nodeUserPrefix,
  type PolicyRule,
  type ResourceAttributes,
  ruleAllows,
} from "@authgraph/kubernetes";
import { isBefore } from "../minor-order.ts";
import { type AccessGraph, type ApiServer, type Assumption, appliedNamespace, type FeatureGates } from "../types.ts";
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

/**
 * Asks the Node authorizer (plugin/pkg/auth/authorizer/node/node_authorizer.go: Authorize).
 *
 * It speaks of kubelets alone. What it would look up in Pods and volumes that the inputs do not hold is open, unless the
 * inputs are all there is.
 */
export function askNode(graph: AccessGraph, server: ApiServer, identity: Identity, attributes: Attributes): NodeAnswer {
  const node = nodeOf(identity);
  if (node === undefined) return noOpinion("");
  if (node === "") return noOpinion(`unknown node for user ${JSON.stringify(identity.user)}`);
  const { featureGates, minor } = server;
  const ask = (gates: FeatureGates["set"]): NodeAnswer =>
    answerTo({ graph, node, minor, isOn: (gate) => nodeGateIsOn(gate, minor, gates) }, attributes);

  const answer = ask(featureGates.set);
  if (featureGates.doubt === undefined || answer.answer === "open") return answer;
  const others = [true, false].map((enabled) => ask(allGates(featureGates.set, enabled)));
  const settled = others.every((other) => other.answer === answer.answer);
  return settled ? answer : { answer: "open", assumption: featureGates.doubt };
}

/** Whose kubelet an identity is, `""` where it does not say (pkg/auth/nodeidentifier: defaultNodeIdentifier). */
export function nodeOf({ user, groups }: Identity): string | undefined {
  if (!user.startsWith(nodeUserPrefix) || !groups.includes(nodesGroup)) return undefined;
  return user.slice(nodeUserPrefix.length);
}

/** What is set for certain, and everything else one way: only the extremes are told apart. */
function allGates(set: FeatureGates["set"], enabled: boolean): FeatureGates["set"] {
  const gates = nodeGates.filter((gate) => !set.has(gate)).map((gate) => [gate, enabled] as const);
  return new Map([...set, ...gates]);
}

const nodeGates: readonly NodeGate[] = [
  "AuthorizeWithSelectors",
  "AuthorizeNodeWithSelectors",
  "KubeletServiceAccountTokenForCredentialProviders",
  "PodCertificateRequest",
  "ClusterTrustBundle",
  "CSIVolumeHealth",
];

/** A question while it is answered. */
interface Asked {
  readonly graph: AccessGraph;
  readonly node: string;
  readonly minor: KnownMinor;
  readonly isOn: (gate: NodeGate) => boolean;
}

function answerTo(asked: Asked, attributes: Attributes): NodeAnswer {
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

function noOpinion(reason: string): NodeAnswer {
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
  if (mayRead && verb === "get" && subresource === "") return readNamespaced(asked, "ServiceAccount", attributes);
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

function onCsiNode({ node, isOn }: Asked, { verb, subresource, name }: ResourceAttributes): NodeAnswer {
  if (!keeping.has(verb)) return noOpinion("can only get, create, update, patch, or delete a CSINode");
  if (subresource !== "" && !(subresource === "status" && isOn("CSIVolumeHealth"))) {
    return noOpinion("cannot authorize CSINode subresources");
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
      if (attributes.verb === "deletecollection" && isBefore(asked.minor, 31)) return noOpinion(sliceVerbs);
      if (!asked.isOn("AuthorizeNodeWithSelectors") || selectsNode(asked, attributes)) return allowed;
      return noOpinion("can only list/watch/deletecollection resourceslices with nodeName field selector");
    default:
      return noOpinion(isBefore(asked.minor, 31) ? sliceVerbs : `${sliceVerbs}, deletecollection`);
  }
}

const sliceVerbs =
  "only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, patch, delete";

function onPodCertificateRequest(asked: Asked, attributes: ResourceAttributes): NodeAnswer {
  if (attributes.subresource !== "") return noOpinion("");
  switch (attributes.verb) {
    case "create":
      return allowed;
    case "get":
      return related(asked, "PodCertificateRequest", attributes);
    case "list":
    case "watch":
      return selectsNode(asked, attributes) ? allowed : noOpinion("");
    default:
      return noOpinion("");
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
