import type { ComponentInstance } from "@authgraph/graph";

/**
 * Whether a component is started as an installer starts it. kubeadm writes static pods, which say so by the paths of its
 * certificates alone (cmd/kubeadm/app/constants: APIServerKubeletClientCertName).
 */
export function isAsInstalled({ installer, settings }: ComponentInstance): boolean {
  return installer !== undefined || settings.get("kubelet-client-certificate")?.values?.at(-1) === kubeadmCertificate;
}

const kubeadmCertificate = "/etc/kubernetes/pki/apiserver-kubelet-client.crt";
