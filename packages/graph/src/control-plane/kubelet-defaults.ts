/**
 * Fields of a KubeletConfiguration whose default is another one without a file, and those that no flag sets
 * (pkg/kubelet/apis/config/v1beta1/defaults.go: SetDefaults_KubeletConfiguration; cmd/kubelet/app/options/options.go:
 * applyLegacyDefaults).
 */
export const kubeletFileDefaults: ReadonlyMap<string, { readonly ofFile: string; readonly ofFlag: string }> = new Map([
  ["authentication.anonymous.enabled", { ofFile: "false", ofFlag: "true" }],
  ["authentication.webhook.enabled", { ofFile: "true", ofFlag: "false" }],
  ["authorization.mode", { ofFile: "Webhook", ofFlag: "AlwaysAllow" }],
  ["readOnlyPort", { ofFile: "0", ofFlag: "10255" }],
  ...same([
    ["authentication.webhook.cacheTTL", "2m0s"],
    ["authentication.x509.clientCAFile", ""],
    ["authorization.webhook.cacheAuthorizedTTL", "5m0s"],
    ["authorization.webhook.cacheUnauthorizedTTL", "30s"],
    ["address", "0.0.0.0"],
    ["port", "10250"],
    ["enableServer", "true"],
    ["enableDebuggingHandlers", "true"],
    ["enableSystemLogHandler", "true"],
    ["enableProfilingHandler", "true"],
    ["enableDebugFlagsHandler", "true"],
    ["seccompDefault", "false"],
    ["rotateCertificates", "false"],
    ["serverTLSBootstrap", "false"],
    ["tlsCertFile", ""],
    ["tlsPrivateKeyFile", ""],
    ["protectKernelDefaults", "false"],
    ["makeIPTablesUtilChains", "true"],
    ["streamingConnectionIdleTimeout", "4h0m0s"],
    ["eventRecordQPS", "50"],
    ["staticPodPath", ""],
  ]),
]);

/** What kubeadm writes where the configuration leaves it out (cmd/kubeadm/app/componentconfigs/kubelet.go: Default). */
export const kubeadmKubeletDefaults: ReadonlyMap<string, string> = new Map([
  ["authentication.anonymous.enabled", "false"],
  ["authentication.webhook.enabled", "true"],
  ["authentication.x509.clientCAFile", "/etc/kubernetes/pki/ca.crt"],
  ["authorization.mode", "Webhook"],
  ["staticPodPath", "/etc/kubernetes/manifests"],
  ["healthzBindAddress", "127.0.0.1"],
  ["healthzPort", "10248"],
  ["rotateCertificates", "true"],
  ["cgroupDriver", "systemd"],
]);

function same(
  rows: readonly (readonly [name: string, value: string])[],
): readonly (readonly [string, { readonly ofFile: string; readonly ofFlag: string }])[] {
  return rows.map(([name, value]) => [name, { ofFile: value, ofFlag: value }]);
}
