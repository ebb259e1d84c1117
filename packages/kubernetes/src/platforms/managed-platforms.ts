import { compareMinors } from "../versions.ts";
import { healthPaths, type PlatformFacts } from "./platform.ts";

/** Amazon EKS. */
export const eks: PlatformFacts = {
  platform: "eks",
  title: "Amazon EKS",
  sources: [
    "https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/default-roles-users.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html",
  ],
  installer: undefined,
  otherAuthorizer: "IAM (EKS access entries and their access policies)",
  // Notes on Kubernetes 1.32: requests without credentials reach the health checks only.
  anonymous: (minor) =>
    compareMinors(minor, "1.32") < 0 ? { access: "all-paths" } : { access: "some-paths", paths: healthPaths },
  // IAM principals that no access entry and no mapping knows get 401.
  strangersAuthenticated: undefined,
  reservedUsers: "eks:",
};

/** Google Kubernetes Engine. */
export const gke: PlatformFacts = {
  platform: "gke",
  title: "Google Kubernetes Engine",
  sources: [
    "https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control",
    "https://cloud.google.com/kubernetes-engine/docs/best-practices/rbac",
    "https://cloud.google.com/kubernetes-engine/security-bulletins#gcp-2024-003",
  ],
  installer: undefined,
  otherAuthorizer: "IAM (roles on the Google Cloud project)",
  // `anonymousAuthenticationConfig.mode` of a cluster: ENABLED or LIMITED (to the health checks).
  anonymous: () => ({ access: "unknown", settledBy: "anonymousAuthenticationConfig.mode of the cluster is ENABLED" }),
  strangersAuthenticated: "anybody with a Google account, Gmail included",
  reservedUsers: undefined,
};

/** Azure Kubernetes Service. */
export const aks: PlatformFacts = {
  platform: "aks",
  title: "Azure Kubernetes Service",
  sources: ["https://learn.microsoft.com/en-us/azure/aks/concepts-identity"],
  installer: undefined,
  otherAuthorizer: "Azure RBAC, where the cluster uses it",
  anonymous: () => ({
    access: "unknown",
    settledBy: "the API server of the cluster lets in requests without credentials",
  }),
  // Whoever signs in is of the tenant.
  strangersAuthenticated: undefined,
  reservedUsers: undefined,
};

/** Red Hat OpenShift. */
export const openshift: PlatformFacts = {
  platform: "openshift",
  title: "OpenShift",
  sources: [
    "https://github.com/openshift/cluster-kube-apiserver-operator/blob/master/bindata/assets/config/defaultconfig.yaml",
  ],
  installer: undefined,
  // Its `Scope` authorizer only refuses, and only what a scoped token asks for.
  otherAuthorizer: undefined,
  anonymous: () => ({ access: "all-paths" }),
  strangersAuthenticated: undefined,
  reservedUsers: undefined,
};
