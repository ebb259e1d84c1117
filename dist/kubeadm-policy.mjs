import { t as kubeadmPolicy } from "./shipped-policy.mjs";
export { kubeadmPolicy };
