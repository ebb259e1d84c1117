import { type KnownMinor, knownMinors } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { AdmissionPlugins, Setting } from "../types.ts";
import { givenList, isGiven, refuse, type ServerBeingRead, serverDefault } from "./server-being-read.ts";

// pkg/kubeapiserver/options: plugins.go, admission.go; k8s.io/apiserver pkg/server/options/admission.go.

/** Whether a plugin is on without being asked for, and the minors that have it where not all do. */
interface KnownPlugin {
  readonly name: string;
  readonly byDefault: boolean;
  readonly since?: KnownMinor;
  readonly until?: KnownMinor;
}

const on = (name: string, since?: KnownMinor): KnownPlugin => ({ name, byDefault: true, ...(since && { since }) });
const off = (name: string): KnownPlugin => ({ name, byDefault: false });

/** In the order in which they are asked (AllOrderedPlugins). */
const plugins: readonly KnownPlugin[] = [
  off("AlwaysAdmit"),
  off("NamespaceAutoProvision"),
  on("NamespaceLifecycle"),
  off("NamespaceExists"),
  off("LimitPodHardAntiAffinityTopology"),
  on("LimitRanger"),
  on("ServiceAccount"),
  off("NodeRestriction"),
  on("TaintNodesByCondition"),
  off("AlwaysPullImages"),
  off("ImagePolicyWebhook"),
  on("PodSecurity"),
  off("PodNodeSelector"),
  on("Priority"),
  on("DefaultTolerationSeconds"),
  off("PodTolerationRestriction"),
  off("EventRateLimit"),
  off("ExtendedResourceToleration"),
  { name: "PersistentVolumeLabel", byDefault: false, until: "1.30" },
  on("DefaultStorageClass"),
  on("StorageObjectInUseProtection"),
  on("PodGroupProtection", "1.37"),
  off("OwnerReferencesPermissionEnforcement"),
  on("PersistentVolumeClaimResize"),
  on("RuntimeClass"),
  on("CertificateApproval"),
  on("CertificateSigning"),
  on("ClusterTrustBundleAttest"),
  on("CertificateSubjectRestriction"),
  on("DefaultIngressClass"),
  off("DenyServiceExternalIPs"),
  on("PodTopologyLabels", "1.33"),
  on("NodeDeclaredFeatureValidator", "1.35"),
  on("PodResizeValidator", "1.37"),
  on("MutatingAdmissionPolicy", "1.32"),
  on("MutatingAdmissionWebhook"),
  on("ValidatingAdmissionPolicy"),
  on("ValidatingAdmissionWebhook"),
  on("ResourceQuota"),
  off("AlwaysDeny"),
];

/** The plugins that a minor knows, in their order. */
function pluginsOf(minor: KnownMinor): readonly KnownPlugin[] {
  const at = knownMinors.indexOf(minor);
  return plugins.filter(
    ({ since, until }) =>
      (since === undefined || at >= knownMinors.indexOf(since)) &&
      (until === undefined || at <= knownMinors.indexOf(until)),
  );
}

/** Every plugin that the server knows, whether it is on, and what decides it. */
export function readAdmissionPlugins(server: ServerBeingRead): AdmissionPlugins {
  const known = pluginsOf(server.minor);
  const enabled = byName(givenList(server, "enable-admission-plugins"));
  const disabled = byName(givenList(server, "disable-admission-plugins"));
  const listed = givenList(server, "admission-control");
  const all = byName(listed);
  const [first] = listed;
  return new Map(
    known.map(({ name, byDefault }): readonly [string, Setting<boolean>] => {
      // The old flag lists all there are.
      if (first !== undefined) return [name, located(all.has(name), all.get(name)?.origin ?? first.origin)];
      const [isOn, isOff] = [enabled.get(name), disabled.get(name)];
      if (isOn !== undefined) return [name, located(true, isOn.origin)];
      if (isOff !== undefined) return [name, located(false, isOff.origin)];
      return [name, located(byDefault, serverDefault)];
    }),
  );
}

/** pkg/kubeapiserver/options/admission.go and k8s.io/apiserver pkg/server/options/admission.go: Validate. */
export function refuseAdmissionPlugins(server: ServerBeingRead): void {
  const enabled = givenList(server, "enable-admission-plugins");
  const disabled = givenList(server, "disable-admission-plugins");
  const listed = givenList(server, "admission-control");
  // Even one that lists nothing.
  const first = listed[0] ?? isGiven(server, "admission-control");
  if (first !== undefined) {
    if (enabled.length + disabled.length > 0) {
      const message =
        "admission-control and enable-admission-plugins/disable-admission-plugins flags are mutually exclusive";
      refuse(server, "validate", message, first.origin);
    }
    refuseUnknown(server, "admission-control", listed);
    return;
  }
  refuseUnknown(server, "enable-admission-plugins", enabled);
  refuseUnknown(server, "disable-admission-plugins", disabled);
  const off = byName(disabled);
  const both = enabled.filter(({ value }) => off.has(value));
  const [overlap] = both;
  if (overlap === undefined) return;
  const names = [...new Set(both.map(({ value }) => value))].sort().join(" ");
  const message = `[${names}] in enable-admission-plugins and disable-admission-plugins overlapped`;
  refuse(server, "validate", message, overlap.origin);
}

function refuseUnknown(server: ServerBeingRead, flag: string, names: readonly Located<string>[]): void {
  const known = new Set(pluginsOf(server.minor).map(({ name }) => name));
  const unknown = names.find(({ value }) => !known.has(value));
  if (unknown === undefined) return;
  refuse(server, "validate", `${flag} plugin ${JSON.stringify(unknown.value)} is unknown`, unknown.origin);
}

function byName(names: readonly Located<string>[]): ReadonlyMap<string, Located<string>> {
  return new Map(names.map((name) => [name.value, name]));
}
