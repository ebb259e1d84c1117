import type { CertificateSigningRequest, KubernetesObject } from "@authgraph/kubernetes";
import { type TextOrigin, textOrigin } from "@authgraph/source";
import { isConfiguration, readConfiguration } from "../configurations/read-configuration.ts";
import { collectKubeconfig } from "../configurations/read-own-form.ts";
import type { RepeatedKey } from "../configurations/refused-configuration.ts";
import { readAwsAuth } from "../credentials/aws-auth.ts";
import { readEncodedCertificateRequest } from "../credentials/certificate-requests.ts";
import { isKubeconfig } from "../credentials/kubeconfig.ts";
import { isCfsslRequest, readCfsslRequest } from "../credentials/request-templates.ts";
import { credentialsOfConfigMap, credentialsOfPod } from "../credentials/written-credentials.ts";
import { readFamily } from "../families/read-family.ts";
import { compareWithType, type ShapeProblem } from "../objects/conformity.ts";
import {
  type DecodedObject,
  decodeObject,
  invalidMessage,
  placeOfObject,
  undecodableMessage,
  type WrittenType,
} from "../objects/decode-object.ts";
import { quoted } from "../objects/field-error.ts";
import { type ObjectKind, objectKind } from "../objects/object-kinds.ts";
import { configMap } from "../objects/object-types.ts";
import { field, fieldAt, type ObjectView, type Place, place, text } from "../objects/object-view.ts";
import { podSpecOf } from "../objects/workloads.ts";
import type { NodeId } from "../reader/tree.ts";
import {
  type Collected,
  collectCredentials,
  collectInvocation,
  collectWritten,
  type Outcome,
  report,
} from "./collected.ts";
import { decodeKustomization, isKustomization, isStrategicMergePatch } from "./kustomization.ts";
import { notReadYet } from "./not-read-yet.ts";
import { placedText, podInvocations } from "./pod-invocations.ts";
import { accessValues, hasYttComments, placeholderBelow, templateAdvice } from "./template-marks.ts";

/** What occurs somewhere in a text, so that its objects are looked at more closely. */
export interface TextSigns {
  /** Template marks. */
  readonly marks: boolean;
  /** `$patch`. */
  readonly patchWord: boolean;
  /** The name of a control-plane program. */
  readonly components: boolean;
  /** Invisible characters. */
  readonly invisible: boolean;
  /** What may be a token or a private key. */
  readonly credential: boolean;
}

/** What is known about the text around an object. */
export interface Surroundings {
  readonly signs: TextSigns;
  /** The document the object stands in. */
  readonly document: Place;
  /** The first key that the document has twice. */
  readonly repeatedKey: RepeatedKey | undefined;
}

/** Reads one object, in its own document or as the item of a list: takes its facts and says what became of it. */
export function readObject(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  origin: TextOrigin,
  type: WrittenType,
  around: Surroundings,
): Outcome {
  const { apiVersion, kind } = type;
  if (around.signs.patchWord && isStrategicMergePatch(view, root)) return "patch";
  if (isKustomization(view.source.path, apiVersion, kind)) {
    collected.facts.push({ fact: "kustomization", kustomization: decodeKustomization(view, root) });
    return "evaluated";
  }
  if (kind === "Config" && root === view.tree.root && isKubeconfig(view.tree)) {
    collectKubeconfig(collected, view, root);
    return "evaluated";
  }
  if (kind === undefined && root === view.tree.root && isCfsslRequest(view.tree)) {
    const credential = readCfsslRequest(view.tree, view.source);
    if (credential !== undefined) collectCredentials(collected, { credentials: [credential] });
    return credential === undefined ? "not-ours" : "evaluated";
  }
  if (isConfiguration(type)) {
    const { repeatedKey, signs } = around;
    return readConfiguration(collected, view, root, { repeatedKey, marks: signs.marks });
  }
  const ofFamily = readFamily(collected, view, root, type, around);
  if (ofFamily !== undefined) return ofFamily;
  if (apiVersion === undefined || kind === undefined) return readUntyped(collected, view, root, type);

  const known = objectKind(apiVersion, kind);
  if (known !== undefined) return readKnown(collected, view, root, origin, known, around);
  if (apiVersion === "v1" && kind === "ConfigMap") {
    if (around.signs.credential) {
      collectWritten(collected, credentialsOfConfigMap(view, root, ownerOf(view, root, kind)));
    }
    return readConfigMap(collected, view, root);
  }
  if (apiVersion === "template.openshift.io/v1" || (apiVersion === "v1" && kind === "Template")) {
    const advice =
      "an OpenShift template: scan what it makes, for example oc process --local -f FILE | authgraph scan -";
    report(collected, "note", "template", advice, placeOfObject(view, root));
    return "template";
  }
  reportNotReadYet(collected, view, root, notReadYet(apiVersion, kind));
  return readUnserved(collected, view, root, apiVersion, kind);
}

/** Set aside like any document of another kind, but not in silence. */
function reportNotReadYet(collected: Collected, view: ObjectView, root: NodeId, what: string | undefined): void {
  if (what === undefined) return;
  report(collected, "note", "not-read-yet", `${what} and is not read yet`, placeOfObject(view, root));
}

function readKnown(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  origin: TextOrigin,
  kind: ObjectKind,
  around: Surroundings,
): Outcome {
  const started = around.signs.components ? readInvocations(collected, view, root, kind) : false;
  const placeholder = around.signs.marks ? placeholderBelow(view, valuesThatMatter(view, root, kind)) : undefined;
  if (placeholder !== undefined && started) return "evaluated";
  const decoded = decodeObject(view, root, kind, origin);
  if (placeholder !== undefined && !isTakenLiterally(kind, decoded)) {
    report(collected, "note", "template", templateAdvice, placeholder);
    return "template";
  }
  if (decoded.outcome !== "object" && around.signs.marks && isUnrendered(view, decoded, around.document)) {
    report(collected, "note", "template", templateAdvice, placeOfObject(view, root));
    return "template";
  }
  if (kind.reportsUnknownFields) reportUnknownFields(collected, kind, decoded.unknownFields);
  switch (decoded.outcome) {
    case "undecodable":
      report(collected, "error", "object-refused", undecodableMessage(kind, decoded.error.text), decoded.error);
      return "refused";
    case "invalid":
      for (const error of decoded.errors) {
        report(collected, "error", "object-refused", invalidMessage(kind, decoded.name, [error]), error.place);
      }
      return "refused";
    case "object":
      collected.facts.push({ fact: "object", object: withPlaceholder(view, decoded.object, placeholder) });
      if (placeholder !== undefined) report(collected, "note", "placeholder", literalAdvice, placeholder);
      if (decoded.object.kind === "CertificateSigningRequest") readRequest(collected, view, root, decoded.object);
      if (around.signs.credential && decoded.object.kind === "Workload") {
        collectWritten(
          collected,
          credentialsOfPod(view, podSpecOf(view, root, kind.kind), ownerOf(view, root, kind.kind)),
        );
      }
      return "evaluated";
  }
}

/**
 * Whether a server would store an object with its placeholders as they stand. Then it counts as written: one quoted `$(x)`
 * among the subjects would otherwise hide all the others from every rule, and kubectl would apply them all the same.
 */
function isTakenLiterally(kind: ObjectKind, decoded: DecodedObject): boolean {
  return kind.ofAccess && decoded.outcome === "object";
}

function withPlaceholder(view: ObjectView, object: KubernetesObject, at: Place | undefined): KubernetesObject {
  return at === undefined ? object : { ...object, placeholder: textOrigin(view.source, at.start, at.end) };
}

const literalAdvice =
  "a placeholder, taken literally as kubectl would take it: where something fills it in first, scan what comes of that";

/** Whether the pods of a workload start components of the control plane. A placeholder among flags is marked there. */
function readInvocations(collected: Collected, view: ObjectView, root: NodeId, kind: ObjectKind): boolean {
  const spec = podSpecOf(view, root, kind.kind);
  if (spec === 0) return false;
  const invocations = podInvocations(view, spec, ownerOf(view, root, kind.kind));
  for (const invocation of invocations) collectInvocation(collected, invocation);
  return invocations.length > 0;
}

/** An object, as people call it: `Pod kube-system/kube-apiserver`. */
function ownerOf(view: ObjectView, root: NodeId, kind: string): string {
  const metadata = field(view, root, "metadata");
  const name = text(view, field(view, metadata, "name"));
  const namespace = text(view, field(view, metadata, "namespace"));
  return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

/** Whom the certificate would be for that is asked for. */
function readRequest(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  { meta, signerName }: CertificateSigningRequest,
): void {
  const request = placedText(view, fieldAt(view, root, "spec", "request"));
  if (request === undefined) return;
  const { certificateRequests } = collected;
  const read = readEncodedCertificateRequest(request, meta.name.value, signerName?.value, certificateRequests);
  collectCredentials(collected, read);
}

/** A workload may be called by a placeholder and still run as a known account. */
function valuesThatMatter(view: ObjectView, root: NodeId, kind: ObjectKind): readonly NodeId[] {
  if (kind.ofAccess) return accessValues(view, root);
  const metadata = field(view, root, "metadata");
  const spec = podSpecOf(view, root, kind.kind);
  return [
    field(view, metadata, "namespace"),
    field(view, spec, "serviceAccountName"),
    field(view, spec, "serviceAccount"),
  ];
}

/** What refused the object is a placeholder of a wrong type, or a value that ytt's comments set. */
function isUnrendered(view: ObjectView, decoded: DecodedObject, document: Place): boolean {
  const { text: written } = view.source;
  if (hasYttComments(written, document)) return true;
  const places =
    decoded.outcome === "undecodable"
      ? [decoded.error]
      : decoded.outcome === "invalid"
        ? decoded.errors.map((error) => error.place)
        : [];
  return places.some(({ start, end }) => /\{\{|\$\{|\$\(|<%/.test(written.slice(start, end)));
}

/**
 * kubectl asks for strict field validation, so `kubectl apply` is refused; any other client stores the object without
 * the field. The object is evaluated as that lenient server would have it, which is the worst case.
 */
function reportUnknownFields(collected: Collected, kind: ObjectKind, unknownFields: readonly ShapeProblem[]): void {
  for (const unknown of unknownFields) {
    const message = `unknown field ${quoted(unknown.text)} in ${kind.kind}: kubectl refuses the object, other clients store it without the field`;
    report(collected, "warning", "unknown-field", message, unknown);
  }
}

/** Of ConfigMaps only `aws-auth` matters; it is judged as a whole before anything in it is read. */
function readConfigMap(collected: Collected, view: ObjectView, root: NodeId): Outcome {
  if (text(view, fieldAt(view, root, "metadata", "name")) !== "aws-auth") return "not-ours";
  const { error } = compareWithType(view.tree, root, configMap);
  if (error !== undefined) {
    const message = undecodableMessage({ kind: "ConfigMap", apiVersion: "v1" }, error.text);
    report(collected, "error", "object-refused", message, error);
    return "refused";
  }
  // aws-iam-authenticator reads kube-system/aws-auth alone; where nothing says the namespace it is meant to be that.
  const namespace = text(view, fieldAt(view, root, "metadata", "namespace"));
  if (namespace !== "" && namespace !== "kube-system") return "not-ours";
  const texts = {
    mapRoles: placedText(view, fieldAt(view, root, "data", "mapRoles")),
    mapUsers: placedText(view, fieldAt(view, root, "data", "mapUsers")),
  };
  const { credentials, diagnostics } = readAwsAuth(texts);
  const assumption = namespace === "" ? "taken for kube-system/aws-auth: the namespace is not said" : undefined;
  collectCredentials(collected, {
    diagnostics,
    credentials: assumption === undefined ? credentials : credentials.map((one) => ({ ...one, assumption })),
  });
  return "evaluated";
}

const accessKinds = new Set(["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]);
const accessGroup = "rbac.authorization.k8s.io/";

/** A document without a full type: kubectl takes it for no object. Worth a word where it is meant to be one of RBAC. */
function readUntyped(collected: Collected, view: ObjectView, root: NodeId, type: WrittenType): Outcome {
  const { apiVersion, kind } = type;
  if (apiVersion?.startsWith(accessGroup) === true) {
    report(collected, "error", "object-refused", "Object 'Kind' is missing", placeOfObject(view, root));
    return "refused";
  }
  if (kind !== undefined && accessKinds.has(kind) && field(view, root, "metadata") !== 0) {
    report(collected, "error", "object-refused", "Object 'apiVersion' is missing", placeOfObject(view, root));
    return "refused";
  }
  return "not-ours";
}

/** Types that no server knows, though they look like RBAC: written wrong, or of a version that is gone. */
function readUnserved(collected: Collected, view: ObjectView, root: NodeId, apiVersion: string, kind: string): Outcome {
  const misplaced = accessKinds.has(kind) && (apiVersion === "v1" || /^rbac(\/|$)/.test(apiVersion));
  if (!apiVersion.startsWith(accessGroup) && apiVersion !== "rbac.authorization.k8s.io" && !misplaced)
    return "not-ours";

  const removed = /\/v1(alpha|beta)1$/.test(apiVersion);
  const since = removed ? ": not served since Kubernetes 1.22, use rbac.authorization.k8s.io/v1" : "";
  const message = `no matches for kind ${quoted(kind)} in version ${quoted(apiVersion)}${since}`;
  const written = field(view, root, removed ? "apiVersion" : "kind");
  const at = written === 0 ? placeOfObject(view, root) : place(view, written);
  report(collected, "error", "object-refused", message, at);
  return "refused";
}
