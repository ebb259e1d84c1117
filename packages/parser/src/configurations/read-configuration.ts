import type { FileRole } from "@authgraph/kubernetes";
import type { SourceText } from "@authgraph/source";
import { type Collected, collectReferences, type Outcome, report } from "../documents/collected.ts";
import { compareWithType, goWord } from "../objects/conformity.ts";
import { placeOfObject, type WrittenType } from "../objects/decode-object.ts";
import { quoted } from "../objects/field-error.ts";
import { field, type ObjectView, type Place } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import {
  type ConfigurationKind,
  configurationOfRole,
  configurationOfType,
  isServerGroup,
} from "./configuration-kinds.ts";
import { noConfiguration } from "./kubeconfig-problems.ts";
import { readAdmissionPlugin, readComponentKubeconfig } from "./read-own-form.ts";
import {
  type ConfigurationError,
  type ConfigurationSurroundings,
  type RepeatedKey,
  refuseConfiguration,
  refuseUnlessTemplate,
} from "./refused-configuration.ts";
import { decoderError, typeAnyCase } from "./written-type.ts";

/** Whether a document says itself that it is a configuration file; one of the server's group may say `Kind:`. */
export function isConfiguration({ apiVersion = "", kind }: WrittenType): boolean {
  return kind === undefined ? isServerGroup(apiVersion) : configurationOfType(apiVersion, kind) !== undefined;
}

/** Reads a document that says by its type what it is. */
export function readConfiguration(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  around: ConfigurationSurroundings,
): Outcome {
  const { apiVersion = "", kind = "" } = typeAnyCase(view.tree, root);
  const found = configurationOfType(apiVersion, kind);
  return found === undefined ? "not-ours" : read(collected, view, root, found, undefined, around);
}

/** Reads the document that a file of a role begins with, as whatever names the file does. */
export function readConfigurationOfRole(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  role: FileRole,
  around: ConfigurationSurroundings,
): Outcome {
  if (role === "component-kubeconfig") return readComponentKubeconfig(collected, view, root, around);
  if (role === "admission-plugin-configuration") return readAdmissionPlugin(collected, view, root);
  // A form of old: the file of one plugin in the place of that of all (pkg/admission/config.go).
  if (role === "admission-configuration" && isFileOfPlugin(view, root))
    return readAdmissionPlugin(collected, view, root);
  const found = configurationOfRole(role);
  return found === undefined ? "not-ours" : read(collected, view, root, found, role, around);
}

function isFileOfPlugin(view: ObjectView, root: NodeId): boolean {
  const { kind } = typeAnyCase(view.tree, root);
  return (
    kind === undefined && ["imagePolicy", "podNodeSelectorPluginConfig"].some((name) => field(view, root, name) !== 0)
  );
}

/** Whether files of a role are YAML or JSON of one document. */
export function isConfigurationRole(role: FileRole | undefined): role is FileRole {
  if (role === undefined) return false;
  return (
    role === "component-kubeconfig" ||
    role === "admission-plugin-configuration" ||
    configurationOfRole(role) !== undefined
  );
}

function read(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  kind: ConfigurationKind,
  role: FileRole | undefined,
  around: ConfigurationSurroundings,
): Outcome {
  const errors = errorsOf(collected, view, root, kind, around.repeatedKey);
  if (errors.length > 0) return refuseUnlessTemplate(collected, view, root, role, errors, around);
  const { apiVersion = "" } = typeAnyCase(view.tree, root);
  collected.facts.push({ fact: "configuration", configuration: kind.decode(view, root, apiVersion) });
  collectReferences(collected, kind.files(view, root));
  return "evaluated";
}

/** In the order in which apimachinery's decoder meets them (pkg/runtime/serializer/json/json.go), then validation. */
function errorsOf(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  kind: ConfigurationKind,
  repeatedKey: RepeatedKey | undefined,
): readonly ConfigurationError[] {
  const ofType = typeError(view, root, kind);
  if (ofType !== undefined) {
    return [{ ...ofType, text: ofType.text.startsWith("unknown group") ? ofType.text : kind.prefix + ofType.text }];
  }
  const { error, unknownFields } = compareWithType(view.tree, root, kind.type);
  if (error !== undefined) return [{ ...error, text: kind.prefix + ofVersion(error.text, view, root) }];
  const strict = strictErrors(view, unknownFields, repeatedKey);
  if (!kind.lenient && strict.length > 0) return strict;
  for (const told of strict) {
    const message = `${told.text.replace("strict decoding error: ", "")} in the ${kind.kind}: it is read without`;
    report(collected, "note", "unknown-field", message, told);
  }
  return kind
    .errors(view, root, collected.cel)
    .map(({ field, body, place: at }) => ({ text: field === "" ? body : `${field}: ${body}`, ...at }));
}

function strictErrors(
  view: ObjectView,
  unknownFields: readonly ConfigurationError[],
  repeatedKey: RepeatedKey | undefined,
): readonly ConfigurationError[] {
  const errors: ConfigurationError[] = [];
  if (repeatedKey !== undefined) {
    const { key, start, end } = repeatedKey;
    const isJson = view.source.text.trimStart().startsWith("{");
    const told = isJson ? `duplicate field ${quoted(key)}` : `key ${quoted(key)} already set in map`;
    errors.push({ text: `strict decoding error: ${told}`, start, end });
  }
  for (const { text, start, end } of unknownFields) {
    errors.push({ text: `strict decoding error: unknown field ${quoted(text)}`, start, end });
  }
  return errors;
}

/** The types of a version are called by it: `of type v1beta1.Issuer`. */
function ofVersion(error: string, view: ObjectView, root: NodeId): string {
  const { apiVersion = "" } = typeAnyCase(view.tree, root);
  const version = apiVersion.slice(apiVersion.lastIndexOf("/") + 1);
  return isServerGroup(apiVersion) ? error.replace(/ of type v1\./, ` of type ${version}.`) : error;
}

/** Why a document is not of the kind that it has to be. */
function typeError(view: ObjectView, root: NodeId, kind: ConfigurationKind): ConfigurationError | undefined {
  const { tree } = view;
  const at = placeOfObject(view, root);
  const rootKind = tree.kind(root);
  if (rootKind !== "mapping") {
    return { text: `couldn't get version/kind; json parse error: json: cannot unmarshal ${goWord(rootKind)}`, ...at };
  }
  const { problem, apiVersion = "", kind: written = "" } = typeAnyCase(tree, root);
  const name = written || (kind.defaultKind ?? "");
  if (problem !== undefined) return { text: `couldn't get version/kind; json parse error: ${problem}`, ...at };
  if (apiVersion.split("/").length > 2) return { text: `unexpected GroupVersion string: ${apiVersion}`, ...at };
  if (name === "") return { text: "Object 'Kind' is missing", ...at };
  if (apiVersion === "" && name === kind.defaultKind) {
    return { text: "unknown group version field audit.k8s.io/__internal, Kind=Policy in policy", ...at };
  }
  if (apiVersion === "" || apiVersion.endsWith("/")) return { text: "Object 'apiVersion' is missing", ...at };
  if (kind.types.some(([version, other]) => version === apiVersion && other === name)) return undefined;
  const other = configurationOfType(apiVersion, name);
  if (
    other?.types.some(([version, its]) => version === apiVersion && its === name) === true &&
    isServerGroup(apiVersion)
  ) {
    return { text: `expected ${kind.kind}, got ${name}`, ...at };
  }
  return { text: `no kind ${quoted(name)} is registered for version ${quoted(apiVersion)}`, ...at };
}

/** A file of a role that holds no document at all (`os.ReadFile` gives nothing, or comments alone). */
export function refuseEmpty(collected: Collected, role: FileRole, at: Place): void {
  const isBlank = collected.source.text === "";
  const text = emptyError(role, isBlank);
  if (text === undefined) return;
  refuseConfiguration(collected, role, at, [{ text, start: at.start, end: at.start }]);
}

function emptyError(role: FileRole, isBlank: boolean): string | undefined {
  switch (role) {
    case "authentication-configuration":
      return isBlank ? "empty config data" : "Object 'Kind' is missing";
    case "authorization-configuration":
      return isBlank
        ? "authorizers: Required value: at least one authorization mode must be defined"
        : "Object 'Kind' is missing";
    case "encryption-configuration":
      return isBlank ? "encryption provider configuration file is empty" : "Object 'Kind' is missing";
    case "audit-policy":
      return "unknown group version field audit.k8s.io/__internal, Kind=Policy in policy";
    case "component-kubeconfig":
      return `invalid configuration: ${noConfiguration}`;
    case "admission-configuration":
      return "Object 'Kind' is missing";
    case "kubelet-configuration":
      return isBlank ? "kubelet config file was empty" : "failed to decode: Object 'Kind' is missing";
    default:
      return undefined;
  }
}

/** What the component says of a file of a role that cannot be read as YAML or JSON. */
export function roleSyntaxError(role: FileRole, source: SourceText, message: string): string {
  return (configurationOfRole(role)?.prefix ?? "") + decoderError(source, message);
}
