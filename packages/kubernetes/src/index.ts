export type { ApiResource } from "./api-resources.ts";
export type { Attributes, NonResourceAttributes, ResourceAttributes } from "./attributes.ts";
export type { BuiltInPolicy } from "./built-in-policy.ts";
export type { Cel, CelCompilation, CelProgram, CelResult, CelVariable } from "./cel.ts";
export { loadCel } from "./cel.ts";
export type {
  AbacPolicy,
  AbacRule,
  AdmissionConfiguration,
  AdmissionPluginConfiguration,
  AnonymousAuthentication,
  AuditLevel,
  AuditPolicy,
  AuditRule,
  AuthenticationConfiguration,
  AuthorizationConfiguration,
  AuthorizerConfiguration,
  Certificate,
  CertificateBundle,
  ClaimMapping,
  ClaimRule,
  ComponentConfiguration,
  EncryptionConfiguration,
  JwtAuthenticator,
  Kubeconfig,
  KubeconfigProblem,
  KubeconfigUser,
  KubeletConfiguration,
  PublicKeys,
  RefusedConfiguration,
  TokenFile,
  TokenRow,
  VersionDemand,
  WebhookConfiguration,
} from "./component-configuration.ts";
export type { ComponentFacts } from "./component-facts.ts";
export { loadComponentFacts, noComponentFacts } from "./component-facts.ts";
export type { ComponentFlag, ComponentFlags } from "./component-flags.ts";
export type {
  Component,
  ComponentInvocation,
  Credential,
  CredentialForm,
  DistributionSetting,
  DistributionSettings,
  EnvironmentFile,
  EnvironmentVariable,
  Fact,
  FileReference,
  FileRole,
  Flag,
  HiddenContent,
  Installer,
  Kustomization,
  MachineFile,
  Mount,
  UnitFile,
  UnitSetting,
  WrittenCredential,
} from "./facts.ts";
export { fileRoles } from "./facts.ts";
export type { FeatureGate } from "./feature-gates.ts";
export type { FieldRequirement, WrittenFieldSelector } from "./field-selector.ts";
export { fieldRequirements, parseFieldSelector } from "./field-selector.ts";
export { flagTakesNoValue } from "./flag-arity.ts";
export { flagValueProblem, isGoIp } from "./flag-problems.ts";
export type { FlagValue } from "./flag-values.ts";
export { flagValues, lastFlag, parseGoBool } from "./flag-values.ts";
export type { CsvError, CsvField, CsvRecord } from "./go-csv.ts";
export { readCsv } from "./go-csv.ts";
export type { GoDuration } from "./go-duration.ts";
export { parseGoDuration, printGoDuration } from "./go-duration.ts";
export type { GoNumber } from "./go-numbers.ts";
export { parseGoFloat, parseGoInt } from "./go-numbers.ts";
export type { GoUrl } from "./go-url.ts";
export { goUrl, withoutUserInfo } from "./go-url.ts";
export type { Identity, ServiceAccountName } from "./identity.ts";
export {
  anonymousIdentity,
  anonymousUser,
  authenticatedGroup,
  bootstrappersGroup,
  bootstrapTokenUserPrefix,
  kubeControllerManagerUser,
  kubeProxyUser,
  kubeSchedulerUser,
  loopbackUser,
  mastersGroup,
  namespaceServiceAccountsGroup,
  nodesGroup,
  nodeUserPrefix,
  parseNodeUserName,
  parseServiceAccountUserName,
  serviceAccountGroups,
  serviceAccountIdentity,
  serviceAccountsGroup,
  serviceAccountUserName,
  unauthenticatedGroup,
  withAuthenticatedGroup,
} from "./identity.ts";
export type { DefaultFlag } from "./installers/default-flags.ts";
export { type K3sDefaults, k3sFlags, k3sLeavesToFiles, k3sUsual } from "./installers/k3s.ts";
export type { KindSettings } from "./installers/kind.ts";
export {
  kindArguments,
  kindKubeletSettings,
  kindPodSubnet,
  kindServiceSubnet,
} from "./installers/kind.ts";
export {
  type KopsDefaults,
  kopsAdmissionPlugins,
  kopsEncryptionConfig,
  kopsFlagName,
  kopsFlags,
  kopsOtherFields,
} from "./installers/kops.ts";
export type { KubeadmEtcd, KubeadmSettings } from "./installers/kubeadm.ts";
export {
  kubeadmCommand,
  kubeadmKubeletConfigPath,
  kubeadmKubeletConfiguration,
  withKubeletDefaults,
} from "./installers/kubeadm.ts";
export { microk8sVariables } from "./installers/microk8s.ts";
export { rke2Flags } from "./installers/rke2.ts";
export {
  type TalosDefaults,
  talosAddedArguments,
  talosApiServerConfig,
  talosEncryptionConfig,
  talosFlags,
  talosKubeletConfig,
  talosKubeletFields,
  talosRefusedArguments,
  talosUsual,
} from "./installers/talos.ts";
export { selectorMatches } from "./label-selector.ts";
export { isLabelSelector } from "./label-selector-text.ts";
export { mountedFrom } from "./mounts.ts";
export type { FeatureGateSettings, NodeGate } from "./node-gates.ts";
export { nodeGateIsOn } from "./node-gates.ts";
export type {
  AccessBinding,
  AccessRole,
  AdmissionRule,
  AdmissionWebhook,
  AdmissionWebhooks,
  Aggregation,
  ApiGroup,
  ApiService,
  BootstrapToken,
  BoundPod,
  CertificateSigningRequest,
  GroupSubject,
  KubernetesObject,
  LabelRequirement,
  LabelSelector,
  LegacyTokenClaims,
  MutatingWebhooks,
  Namespace,
  NamespacedName,
  ObjectMeta,
  PersistentVolume,
  PodCertificateRequest,
  PodTemplate,
  PolicyRule,
  ProjectedToken,
  ResourceSlice,
  RoleRef,
  Secret,
  ServiceAccount,
  ServiceAccountSubject,
  Subject,
  UserGroup,
  UserSubject,
  ValidatingWebhooks,
  VolumeAttachment,
  Workload,
} from "./objects.ts";
export type { Platform, PlatformAnonymous, PlatformFacts } from "./platforms/platform.ts";
export { platforms } from "./platforms/platform.ts";
export { platformFacts } from "./platforms/platform-facts.ts";
export {
  apiGroupMatches,
  nonResourceUrlMatches,
  resourceMatches,
  resourceNameMatches,
  ruleAllows,
  verbMatches,
} from "./policy-rule.ts";
export type { HttpHeader, HttpRequest, PresentedCredential } from "./request.ts";
export type { RequestGate } from "./request-gates.ts";
export { requestGateIsOn } from "./request-gates.ts";
export { sha256 } from "./sha256.ts";
export type { SubjectKey } from "./subject.ts";
export { groupKey, identityKeys, subjectKey, subjectMatches, userKey } from "./subject.ts";
export {
  loadApiResources,
  loadComponentFlags,
  loadDefaultPolicy,
  loadEveryDefaultPolicy,
  loadFeatureGates,
  loadKubeadmPolicy,
} from "./version-data.ts";
export type { KnownMinor, Minor } from "./versions.ts";
export {
  compareMinors,
  factsReadOff,
  isKnownMinor,
  knownMinors,
  nearestKnownMinor,
  newestMinor,
  parseMinor,
} from "./versions.ts";
export type { CertificateContent } from "./x509/certificate-content.ts";
export { readCertificateContent } from "./x509/certificate-content.ts";
export { readRequestSubject } from "./x509/certificate-request.ts";
export { type PemBlock, pemBlocksOf, pemOf } from "./x509/pem.ts";
