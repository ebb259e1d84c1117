// Written by `pnpm generate` from the folders beside it: do not edit.
import type { Rule } from "@authgraph/rules";
import { check as admissionAlwaysAdmit } from "./admission-always-admit/rule.ts";
import { check as admissionDefaultPluginDisabled } from "./admission-default-plugin-disabled/rule.ts";
import { check as admissionExternalIpsAllowed } from "./admission-external-ips-allowed/rule.ts";
import { check as admissionHardeningPluginMissing } from "./admission-hardening-plugin-missing/rule.ts";
import { check as admissionNodeRestrictionMissing } from "./admission-node-restriction-missing/rule.ts";
import { check as admissionWebhookFailOpen } from "./admission-webhook-fail-open/rule.ts";
import { check as apiserverAnonymousAuth } from "./apiserver-anonymous-auth/rule.ts";
import { check as apiserverAuthorizationAlwaysAllow } from "./apiserver-authorization-always-allow/rule.ts";
import { check as apiserverAuthorizationNoNode } from "./apiserver-authorization-no-node/rule.ts";
import { check as apiserverAuthorizationNoRbac } from "./apiserver-authorization-no-rbac/rule.ts";
import { check as apiserverClientCaMissing } from "./apiserver-client-ca-missing/rule.ts";
import { check as apiserverEncryptionAtRestMissing } from "./apiserver-encryption-at-rest-missing/rule.ts";
import { check as apiserverKubeletTlsMissing } from "./apiserver-kubelet-tls-missing/rule.ts";
import { check as apiserverRemovedFlag } from "./apiserver-removed-flag/rule.ts";
import { check as apiserverSaLookupDisabled } from "./apiserver-sa-lookup-disabled/rule.ts";
import { check as apiserverSaTokenExtended } from "./apiserver-sa-token-extended/rule.ts";
import { check as apiserverServingCertMissing } from "./apiserver-serving-cert-missing/rule.ts";
import { check as apiserverTokenAuthFile } from "./apiserver-token-auth-file/rule.ts";
import { check as apiserviceInsecureTls } from "./apiservice-insecure-tls/rule.ts";
import { check as auditDisabled } from "./audit-disabled/rule.ts";
import { check as auditLogRetention } from "./audit-log-retention/rule.ts";
import { check as auditPolicyGap } from "./audit-policy-gap/rule.ts";
import { check as auditPolicySecretBodies } from "./audit-policy-secret-bodies/rule.ts";
import { check as authnAnonymousConditionsBroad } from "./authn-anonymous-conditions-broad/rule.ts";
import { check as authnAuthenticatorOverlap } from "./authn-authenticator-overlap/rule.ts";
import { check as authnJwtClaimsWeak } from "./authn-jwt-claims-weak/rule.ts";
import { check as authnPrefixMissing } from "./authn-prefix-missing/rule.ts";
import { check as authnRequestheaderCaShared } from "./authn-requestheader-ca-shared/rule.ts";
import { check as authnSystemNameMintable } from "./authn-system-name-mintable/rule.ts";
import { check as authnWebhookInsecure } from "./authn-webhook-insecure/rule.ts";
import { check as authzAbacBroad } from "./authz-abac-broad/rule.ts";
import { check as authzWebhookFailOpen } from "./authz-webhook-fail-open/rule.ts";
import { check as authzWebhookGap } from "./authz-webhook-gap/rule.ts";
import { check as bootstrapTokenRisky } from "./bootstrap-token-risky/rule.ts";
import { check as cloudIdentityMappingAdmin } from "./cloud-identity-mapping-admin/rule.ts";
import { check as componentAlwaysAllowPaths } from "./component-always-allow-paths/rule.ts";
import { check as componentBindAddressPublic } from "./component-bind-address-public/rule.ts";
import { check as componentProfilingEnabled } from "./component-profiling-enabled/rule.ts";
import { check as credentialInManifest } from "./credential-in-manifest/rule.ts";
import { check as etcdCaShared } from "./etcd-ca-shared/rule.ts";
import { check as etcdTlsInsecure } from "./etcd-tls-insecure/rule.ts";
import { check as identitySystemMastersMember } from "./identity-system-masters-member/rule.ts";
import { check as kcmSharedCredentials } from "./kcm-shared-credentials/rule.ts";
import { check as kubeconfigInsecureTls } from "./kubeconfig-insecure-tls/rule.ts";
import { check as kubeconfigStaticCredential } from "./kubeconfig-static-credential/rule.ts";
import { check as kubeletAnonymousAuth } from "./kubelet-anonymous-auth/rule.ts";
import { check as kubeletAuthorizationAlwaysAllow } from "./kubelet-authorization-always-allow/rule.ts";
import { check as kubeletCertRotationDisabled } from "./kubelet-cert-rotation-disabled/rule.ts";
import { check as kubeletClientCaMissing } from "./kubelet-client-ca-missing/rule.ts";
import { check as kubeletReadOnlyPort } from "./kubelet-read-only-port/rule.ts";
import { check as kubeletServingCertMissing } from "./kubelet-serving-cert-missing/rule.ts";
import { check as pathAdmissionControl } from "./path-admission-control/rule.ts";
import { check as pathAggregationInjection } from "./path-aggregation-injection/rule.ts";
import { check as pathBindOrEscalate } from "./path-bind-or-escalate/rule.ts";
import { check as pathCsrToIdentity } from "./path-csr-to-identity/rule.ts";
import { check as pathImpersonateChain } from "./path-impersonate-chain/rule.ts";
import { check as pathNamespacePolicyBypass } from "./path-namespace-policy-bypass/rule.ts";
import { check as pathNodeToWorkloads } from "./path-node-to-workloads/rule.ts";
import { check as pathPodCreateToSa } from "./path-pod-create-to-sa/rule.ts";
import { check as pathPodTakeoverToSa } from "./path-pod-takeover-to-sa/rule.ts";
import { check as pathTokenToSa } from "./path-token-to-sa/rule.ts";
import { check as pathWorkloadToClusterAdmin } from "./path-workload-to-cluster-admin/rule.ts";
import { check as rbacAdmissionWebhooksWrite } from "./rbac-admission-webhooks-write/rule.ts";
import { check as rbacAuthConfigmapsWrite } from "./rbac-auth-configmaps-write/rule.ts";
import { check as rbacBind } from "./rbac-bind/rule.ts";
import { check as rbacClusterAdminBinding } from "./rbac-cluster-admin-binding/rule.ts";
import { check as rbacCrdsApiservicesWrite } from "./rbac-crds-apiservices-write/rule.ts";
import { check as rbacCrossNamespaceSa } from "./rbac-cross-namespace-sa/rule.ts";
import { check as rbacCsrApprove } from "./rbac-csr-approve/rule.ts";
import { check as rbacDanglingRoleRef } from "./rbac-dangling-role-ref/rule.ts";
import { check as rbacDanglingSubject } from "./rbac-dangling-subject/rule.ts";
import { check as rbacDefaultObjectDrift } from "./rbac-default-object-drift/rule.ts";
import { check as rbacDefaultSaBound } from "./rbac-default-sa-bound/rule.ts";
import { check as rbacDeleteBroad } from "./rbac-delete-broad/rule.ts";
import { check as rbacDuplicateGrant } from "./rbac-duplicate-grant/rule.ts";
import { check as rbacEscalate } from "./rbac-escalate/rule.ts";
import { check as rbacGrantAllServiceAccounts } from "./rbac-grant-all-service-accounts/rule.ts";
import { check as rbacGrantAnonymous } from "./rbac-grant-anonymous/rule.ts";
import { check as rbacGrantAuthenticated } from "./rbac-grant-authenticated/rule.ts";
import { check as rbacGrantNodesGroup } from "./rbac-grant-nodes-group/rule.ts";
import { check as rbacGrantReservedIdentity } from "./rbac-grant-reserved-identity/rule.ts";
import { check as rbacGrantSystemMasters } from "./rbac-grant-system-masters/rule.ts";
import { check as rbacImpersonate } from "./rbac-impersonate/rule.ts";
import { check as rbacInDefaultNamespace } from "./rbac-in-default-namespace/rule.ts";
import { check as rbacIneffectiveRule } from "./rbac-ineffective-rule/rule.ts";
import { check as rbacNamespacesWrite } from "./rbac-namespaces-write/rule.ts";
import { check as rbacNetworkingWrite } from "./rbac-networking-write/rule.ts";
import { check as rbacNodesProxy } from "./rbac-nodes-proxy/rule.ts";
import { check as rbacNodesWrite } from "./rbac-nodes-write/rule.ts";
import { check as rbacPersistentvolumesCreate } from "./rbac-persistentvolumes-create/rule.ts";
import { check as rbacPodsCreate } from "./rbac-pods-create/rule.ts";
import { check as rbacPodsExec } from "./rbac-pods-exec/rule.ts";
import { check as rbacPodsPortforward } from "./rbac-pods-portforward/rule.ts";
import { check as rbacPolicyEngineAdmin } from "./rbac-policy-engine-admin/rule.ts";
import { check as rbacRbacObjectsWrite } from "./rbac-rbac-objects-write/rule.ts";
import { check as rbacSecretsRead } from "./rbac-secrets-read/rule.ts";
import { check as rbacSecretsWrite } from "./rbac-secrets-write/rule.ts";
import { check as rbacSubjectFanOut } from "./rbac-subject-fan-out/rule.ts";
import { check as rbacTokenCreate } from "./rbac-token-create/rule.ts";
import { check as rbacUnusedRole } from "./rbac-unused-role/rule.ts";
import { check as rbacWildcardAll } from "./rbac-wildcard-all/rule.ts";
import { check as rbacWildcardResources } from "./rbac-wildcard-resources/rule.ts";
import { check as rbacWildcardVerbs } from "./rbac-wildcard-verbs/rule.ts";
import { check as rbacWorkloadsWrite } from "./rbac-workloads-write/rule.ts";
import { check as saDefaultAutomount } from "./sa-default-automount/rule.ts";
import { check as saDefaultInUse } from "./sa-default-in-use/rule.ts";
import { check as saDeprecatedField } from "./sa-deprecated-field/rule.ts";
import { check as saLegacyTokenSecret } from "./sa-legacy-token-secret/rule.ts";
import { check as saMissing } from "./sa-missing/rule.ts";
import { check as saShared } from "./sa-shared/rule.ts";
import { check as saSigningConfigMissing } from "./sa-signing-config-missing/rule.ts";
import { check as saTokenAutomount } from "./sa-token-automount/rule.ts";
import { check as saTokenProjectionRisky } from "./sa-token-projection-risky/rule.ts";
import { check as sourceDuplicateKey } from "./source-duplicate-key/rule.ts";
import { check as sourceHiddenContent } from "./source-hidden-content/rule.ts";
import { check as sourceHiddenLineBreak } from "./source-hidden-line-break/rule.ts";
import { check as suppressionExpired } from "./suppression-expired/rule.ts";
import { check as suppressionMisspelt } from "./suppression-misspelt/rule.ts";
import { check as suppressionUnused } from "./suppression-unused/rule.ts";
import { check as suppressionVoid } from "./suppression-void/rule.ts";
import { check as workloadPrivilegedServiceAccount } from "./workload-privileged-service-account/rule.ts";

/** Every rule, by id. */
export const ruleset: readonly Rule[] = [
  {
    metadata: {
      "id": "admission-always-admit",
      "title": "The admission plugin AlwaysAdmit",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "AlwaysAdmit refuses nothing, and takes nothing from the plugins beside it: each of them is asked all the same. It is deprecated, and mostly a sign of an old command line.",
      "remedy": "Take AlwaysAdmit out of the list.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwaysadmit"
      ],
      "controls": [
        "CIS 1.2.10"
      ],
      "aliases": [
        "C-0122",
        "KCV-0011",
        "CKV_K8S_79",
        "CIS-1.2.10"
      ],
      "tags": [
        "admission",
        "control-plane"
      ]
    },
    check: admissionAlwaysAdmit,
  },
  {
    metadata: {
      "id": "admission-default-plugin-disabled",
      "title": "An admission plugin that guards the cluster, switched off",
      "severity": "high",
      "since": "0.1.0",
      "why": "Some admission plugins are on by default because authorization leaves something to them: who may approve and sign certificates, what pods may do to their node, that a webhook or policy is asked at all. Switched off, what they refuse is stored.",
      "remedy": "Take the plugin out of --disable-admission-plugins, or add it to the list where all of them are named.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#which-plugins-are-enabled-by-default"
      ],
      "controls": [
        "CIS 1.2.12",
        "CIS 1.2.13",
        "T1562",
        "K04"
      ],
      "aliases": [
        "C-0125",
        "C-0126",
        "KCV-0014",
        "KCV-0015",
        "CKV_K8S_82",
        "CKV_K8S_83",
        "CIS-1.2.12",
        "CIS-1.2.13"
      ],
      "tags": [
        "admission",
        "control-plane"
      ],
      "extended": false
    },
    check: admissionDefaultPluginDisabled,
  },
  {
    metadata: {
      "id": "admission-external-ips-allowed",
      "title": "Services that may take any external address",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "Whoever writes Services can name any address in externalIPs, and nodes then send what goes there to the Service (CVE-2020-8554). The admission plugin DenyServiceExternalIPs refuses that; it is off unless it is enabled, and policies can do the same. Told where the whole command line is among the inputs.",
      "remedy": "Add DenyServiceExternalIPs to --enable-admission-plugins, or let a policy say which addresses are allowed.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#denyserviceexternalips",
        "https://github.com/kubernetes/kubernetes/issues/97076"
      ],
      "controls": [
        "CIS 1.2.3",
        "T1557"
      ],
      "aliases": [
        "C-0283",
        "CIS-1.2.3"
      ],
      "tags": [
        "admission",
        "control-plane"
      ]
    },
    check: admissionExternalIpsAllowed,
  },
  {
    metadata: {
      "id": "admission-hardening-plugin-missing",
      "title": "Admission plugins that some recommend",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "EventRateLimit keeps clients from flooding the API server with events, AlwaysPullImages keeps pods from using images of a node whose credentials they do not have. Both cost something, and are a choice: told for those who come from tools that tell it, where the whole command line is among the inputs.",
      "remedy": "Add EventRateLimit, with a configuration, and AlwaysPullImages to --enable-admission-plugins where they help.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages",
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#eventratelimit"
      ],
      "controls": [
        "CIS 1.2.9",
        "CIS 1.2.11"
      ],
      "aliases": [
        "C-0121",
        "C-0123",
        "KCV-0010",
        "KCV-0012",
        "CKV_K8S_78",
        "CKV_K8S_80",
        "CIS-1.2.9",
        "CIS-1.2.11"
      ],
      "tags": [
        "admission",
        "control-plane"
      ]
    },
    check: admissionHardeningPluginMissing,
  },
  {
    metadata: {
      "id": "admission-node-restriction-missing",
      "title": "Kubelets that may change what belongs to other nodes",
      "severity": "high",
      "since": "0.1.0",
      "why": "The Node authorizer lets every kubelet create and delete any pod and update any node; the admission plugin NodeRestriction is what keeps each to its own. It is off unless it is enabled. Without it one node that is taken over can evict the pods of the others, label itself to draw their workloads, and ask for the tokens of any ServiceAccount of its pods. Told where the whole command line is among the inputs and the Node authorizer is asked.",
      "remedy": "Add NodeRestriction to --enable-admission-plugins.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction",
        "https://kubernetes.io/docs/reference/access-authn-authz/node/"
      ],
      "controls": [
        "CIS 1.2.14",
        "K09"
      ],
      "aliases": [
        "C-0127",
        "KCV-0016",
        "CKV_K8S_85",
        "CIS-1.2.14"
      ],
      "tags": [
        "admission",
        "control-plane"
      ],
      "extended": false
    },
    check: admissionNodeRestrictionMissing,
  },
  {
    metadata: {
      "id": "admission-webhook-fail-open",
      "title": "A guarding webhook that can be passed by",
      "severity": "medium",
      "since": "0.1.0",
      "why": "With failurePolicy Ignore, what a validating webhook would refuse is stored whenever it does not answer in time: whoever can delete or overload its pods passes by. The same is true of one that objects are exempted from by a label of their own: whoever writes the object writes the label. Told of webhooks that are asked about pods, exec, role bindings, roles or tokens; those that only change objects guard nothing, and the one that EKS brings along is not told.",
      "remedy": "Set failurePolicy to Fail and keep the webhook's own namespace and kube-system out by namespaceSelector; exempt namespaces, not objects.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy",
        "https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/"
      ],
      "controls": [
        "T1562",
        "K04"
      ],
      "aliases": [
        "C-0036",
        "C-0039"
      ],
      "tags": [
        "admission"
      ],
      "extended": false
    },
    check: admissionWebhookFailOpen,
  },
  {
    metadata: {
      "id": "apiserver-anonymous-auth",
      "title": "Requests without credentials are let in on every path, by decision",
      "severity": "low",
      "since": "0.1.0",
      "why": "Requests without credentials are authenticated as system:anonymous and get as far as the authorizer. By themselves they reach health checks and the version only, but from then on one binding that names them is enough to open the cluster to everybody who can reach it. A request with a token that is not good is no such request: it is refused, and what is open to everybody fails for a client whose token ran out. That they are let in is the default and stays unreported; a flag or configuration that decides so is told, and a grant that makes it matter is told in its place.",
      "remedy": "Name the paths that probes need (/livez, /readyz, /healthz) in the `anonymous` section of an AuthenticationConfiguration, or set --anonymous-auth=false if nothing probes without credentials.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests"
      ],
      "controls": [
        "CIS 1.2.1",
        "NSA-AA",
        "T1190",
        "K06"
      ],
      "aliases": [
        "C-0113",
        "KCV-0001",
        "CKV_K8S_68",
        "CIS-1.2.1"
      ],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverAnonymousAuth,
  },
  {
    metadata: {
      "id": "apiserver-authorization-always-allow",
      "title": "An API server that allows whatever is asked",
      "severity": "critical",
      "since": "0.1.0",
      "why": "With AlwaysAllow among the authorization modes every authenticated request is allowed, whatever RBAC says beside it: the first authorizer that allows decides. It is also what a kube-apiserver does that is given neither --authorization-mode nor --authorization-config.",
      "remedy": "Set --authorization-mode=Node,RBAC, or list authorizers of type Node and RBAC in an AuthorizationConfiguration, and none of type AlwaysAllow.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#authorization-modules",
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/"
      ],
      "controls": [
        "CIS 1.2.6",
        "NSA-AA",
        "K03",
        "K09"
      ],
      "aliases": [
        "C-0118",
        "KCV-0007",
        "CKV_K8S_74",
        "CIS-1.2.6"
      ],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverAuthorizationAlwaysAllow,
  },
  {
    metadata: {
      "id": "apiserver-authorization-no-node",
      "title": "An API server without the Node authorizer",
      "severity": "medium",
      "since": "0.1.0",
      "why": "The Node authorizer lets a kubelet read only what the pods on its node refer to. Without it kubelets get their rights from RBAC, the same ones for all of them: one node that is taken over reads the Secrets of every other. Not told where AlwaysAllow is in force, which is told as such.",
      "remedy": "Put Node before RBAC, --authorization-mode=Node,RBAC, or an authorizer of type Node into the AuthorizationConfiguration; enable the admission plugin NodeRestriction with it, and take grants to system:nodes out.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/node/"
      ],
      "controls": [
        "CIS 1.2.7",
        "K09"
      ],
      "aliases": [
        "C-0119",
        "KCV-0008",
        "CKV_K8S_75",
        "CIS-1.2.7"
      ],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverAuthorizationNoNode,
  },
  {
    metadata: {
      "id": "apiserver-authorization-no-rbac",
      "title": "An API server that does not ask RBAC",
      "severity": "high",
      "since": "0.1.0",
      "why": "Without RBAC among the authorizers no Role or binding gives or takes anything: what counts is an ABAC file that is read once at the start of each API server, or what a webhook says. Who reviews RBAC objects reviews the wrong thing. A cluster where a webhook decides everything can be meant so, and is told as low.",
      "remedy": "Add RBAC to the authorizers, move what the file grants into bindings, then take ABAC out.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/",
        "https://kubernetes.io/docs/reference/access-authn-authz/abac/"
      ],
      "controls": [
        "CIS 1.2.8",
        "NSA-AA",
        "K03"
      ],
      "aliases": [
        "C-0088",
        "C-0120",
        "KCV-0009",
        "CKV_K8S_77",
        "CIS-1.2.8"
      ],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverAuthorizationNoRbac,
  },
  {
    metadata: {
      "id": "apiserver-client-ca-missing",
      "title": "An API server that takes no client certificate",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Without --client-ca-file nobody can prove who they are by a certificate: kubelets and the control plane are left to tokens, and people to whatever else is configured. Where that is an OpenID Connect issuer, a webhook or a proxy in front, it is a choice and not told; so it is where the whole command line is not among the inputs.",
      "remedy": "Give --client-ca-file the CA that signs the certificates of kubelets and components.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#x509-client-certificates"
      ],
      "controls": [
        "CIS 1.2.25",
        "K06"
      ],
      "aliases": [
        "C-0139",
        "KCV-0028",
        "CIS-1.2.25"
      ],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverClientCaMissing,
  },
  {
    metadata: {
      "id": "apiserver-encryption-at-rest-missing",
      "title": "Secrets that etcd holds in clear",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Whoever reads etcd, its disks or a backup of it reads every Secret that was written without encryption. That nothing is encrypted is the default and told as low, where the whole command line is among the inputs. A configuration that is meant to encrypt and does not is told as medium; the first entry that names a resource decides for it, and the first provider of that entry writes.",
      "remedy": "Give --encryption-provider-config a configuration that names secrets in its first matching entry, with kms or secretbox as the first provider and identity, if at all, as the last. Then write every Secret once more.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/"
      ],
      "controls": [
        "CIS 1.2.27",
        "CIS 1.2.28",
        "T1552",
        "K08"
      ],
      "aliases": [
        "C-0066",
        "C-0141",
        "C-0142",
        "KCV-0030",
        "CKV_K8S_104",
        "CIS-1.2.27",
        "CIS-1.2.28"
      ],
      "tags": [
        "control-plane",
        "secrets"
      ],
      "extended": false
    },
    check: apiserverEncryptionAtRestMissing,
  },
  {
    metadata: {
      "id": "apiserver-kubelet-tls-missing",
      "title": "An API server and kubelets that do not prove themselves to each other",
      "severity": "low",
      "since": "0.1.0",
      "why": "For logs, exec and port-forward the API server connects to kubelets. Without --kubelet-certificate-authority it takes whatever certificate it meets: whoever gets between the two reads the logs and takes over the sessions. Without --kubelet-client-certificate it proves itself to no kubelet, so that kubelets it can use have to let everybody in. kubeadm sets no authority, since its kubelets sign their own certificates, and is not told.",
      "remedy": "Give kube-apiserver --kubelet-client-certificate and --kubelet-client-key, let kubelets request serving certificates (serverTLSBootstrap), and set --kubelet-certificate-authority to the CA that signs them.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/#api-server-to-kubelet"
      ],
      "controls": [
        "CIS 1.2.4",
        "CIS 1.2.5",
        "T1557",
        "K09"
      ],
      "aliases": [
        "C-0116",
        "C-0117",
        "KCV-0005",
        "KCV-0006",
        "CKV_K8S_72",
        "CKV_K8S_73",
        "CIS-1.2.4",
        "CIS-1.2.5"
      ],
      "tags": [
        "control-plane",
        "kubelet"
      ],
      "extended": false
    },
    check: apiserverKubeletTlsMissing,
  },
  {
    metadata: {
      "id": "apiserver-removed-flag",
      "title": "An API server or kubelet that would not start",
      "severity": "medium",
      "since": "0.1.0",
      "why": "kube-apiserver, and a kubelet like it, refuses to start with a flag, plugin or feature gate that its version does not know, a value it does not take, settings that contradict each other, or a file it cannot read. A server that runs today then fails with its next restart or upgrade, and what the command line was to enforce is not enforced by anybody. What it says is judged by the version it says; where no version is said, what depends on it counts as possible only.",
      "remedy": "Take out what the version no longer knows, use what came in its place (PodSecurity for PodSecurityPolicy, the secure port for the insecure one), and try the command line with the version you mean to run.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/",
        "https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/"
      ],
      "controls": [
        "K09",
        "K10"
      ],
      "aliases": [
        "C-0005",
        "C-0124",
        "C-0128",
        "KCV-0004",
        "KCV-0013",
        "KCV-0017",
        "CKV_K8S_69",
        "CKV_K8S_71",
        "CKV_K8S_81",
        "CKV_K8S_84",
        "CKV_K8S_86",
        "CKV_K8S_88",
        "CKV_K8S_89"
      ],
      "tags": [
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverRemovedFlag,
  },
  {
    metadata: {
      "id": "apiserver-sa-lookup-disabled",
      "title": "Tokens of deleted ServiceAccounts that stay valid",
      "severity": "high",
      "since": "0.1.0",
      "why": "With --service-account-lookup=false the API server checks the signature of a ServiceAccount token that stands in a Secret, and nothing else: such a token never expires, and deleting its Secret or its ServiceAccount takes nothing away. Only another signing key does. Tokens of pods and of kubectl create token are looked up all the same.",
      "remedy": "Take --service-account-lookup=false out; the default looks up Secret and ServiceAccount with each request.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens",
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/"
      ],
      "controls": [
        "CIS 1.2.21",
        "T1528",
        "K06"
      ],
      "aliases": [
        "C-0135",
        "KCV-0024",
        "CKV_K8S_96",
        "CIS-1.2.21"
      ],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverSaLookupDisabled,
  },
  {
    metadata: {
      "id": "apiserver-sa-token-extended",
      "title": "Mounted tokens that live for a year",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "By default the token that is mounted into a pod is asked for an hour and made valid for a year, for clients that do not read it anew. It still ends with its pod; until then a copy works wherever it is taken.",
      "remedy": "Set --service-account-extend-token-expiration=false once the metric serviceaccount_stale_tokens_total stays at zero.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/"
      ],
      "controls": [
        "T1528",
        "K06"
      ],
      "aliases": [
        "C-0290",
        "CIS-1.2.30"
      ],
      "tags": [
        "authentication",
        "control-plane"
      ]
    },
    check: apiserverSaTokenExtended,
  },
  {
    metadata: {
      "id": "apiserver-serving-cert-missing",
      "title": "An API server that signs its certificate itself",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "Without --tls-cert-file and --tls-private-key-file the API server makes a certificate that nobody signed: clients can verify it only where somebody gives each of them that very certificate, and most are told not to verify at all.",
      "remedy": "Give --tls-cert-file and --tls-private-key-file a certificate of the cluster's CA.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/"
      ],
      "controls": [
        "CIS 1.2.24",
        "K09"
      ],
      "aliases": [
        "C-0138",
        "KCV-0027",
        "CKV_K8S_100",
        "CIS-1.2.24"
      ],
      "tags": [
        "control-plane",
        "tls"
      ]
    },
    check: apiserverServingCertMissing,
  },
  {
    metadata: {
      "id": "apiserver-token-auth-file",
      "title": "A static token file",
      "severity": "high",
      "since": "0.1.0",
      "why": "Tokens of --token-auth-file stand in clear text, never expire, and change only when every API server restarts with another file. Whoever saw one keeps the access, as any user and in any groups the file says, system:masters included.",
      "remedy": "Give people and machines credentials that expire (ServiceAccount tokens by the TokenRequest API, OIDC, short-lived certificates), then take --token-auth-file out.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file"
      ],
      "controls": [
        "CIS 1.2.2",
        "T1078",
        "K06"
      ],
      "aliases": [
        "C-0114",
        "KCV-0002",
        "CKV_K8S_70",
        "CIS-1.2.2"
      ],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: apiserverTokenAuthFile,
  },
  {
    metadata: {
      "id": "apiservice-insecure-tls",
      "title": "An API group whose server nobody verifies",
      "severity": "high",
      "since": "0.1.0",
      "why": "With insecureSkipTLSVerify the API server sends requests of an API group to whoever answers: somebody on the network path, or who can change the Service behind it, sees and answers them in its place. Of the metrics groups that is what autoscaling goes by, and told as low; of any other group it is objects that somebody trusts. The user's token is not sent along.",
      "remedy": "Put the CA that signed the server's certificate into caBundle and take insecureSkipTLSVerify out.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/",
        "https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/"
      ],
      "controls": [
        "T1557",
        "K09"
      ],
      "aliases": [
        "skip-tls-verify-service"
      ],
      "tags": [
        "aggregation",
        "tls"
      ],
      "extended": false
    },
    check: apiserviceInsecureTls,
  },
  {
    metadata: {
      "id": "audit-disabled",
      "title": "An API server that records no requests",
      "severity": "high",
      "since": "0.1.0",
      "why": "The audit log is the only record of who asked the API server for what. Nothing is written without both a policy (--audit-policy-file) and a place for it (--audit-log-path or --audit-webhook-config-file): with one of them only, the server starts and records nothing, which nobody notices before it is needed. What an installer leaves off by default is told as info. A command line of which only a part is written says nothing by what is not on it.",
      "remedy": "Give kube-apiserver --audit-policy-file with a policy that ends in a rule of level Metadata, and --audit-log-path or --audit-webhook-config-file.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/"
      ],
      "controls": [
        "CIS 1.2.16",
        "CIS 3.2.1",
        "NSA-LOG",
        "T1562.008",
        "K05"
      ],
      "aliases": [
        "C-0067",
        "C-0130",
        "C-0160",
        "KCV-0019",
        "CKV_K8S_91",
        "CIS-1.2.16",
        "CIS-3.2.1"
      ],
      "tags": [
        "audit",
        "control-plane"
      ],
      "extended": false
    },
    check: auditDisabled,
  },
  {
    metadata: {
      "id": "audit-log-retention",
      "title": "An audit log that is kept for a short time only",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "An intrusion is often found weeks later. --audit-log-maxage and --audit-log-maxbackup delete old files, by days and by number; zero, which was the default until 1.35, keeps all of them. How long the number lasts depends on --audit-log-maxsize, at which a file is ended. A log that goes to a webhook or to standard output is kept elsewhere.",
      "remedy": "Keep 30 days and 10 files of 100 MB at least, or ship the log to where it is kept.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend"
      ],
      "controls": [
        "CIS 1.2.17",
        "CIS 1.2.18",
        "CIS 1.2.19",
        "NSA-LOG",
        "K05"
      ],
      "aliases": [
        "C-0131",
        "C-0132",
        "C-0133",
        "KCV-0020",
        "KCV-0021",
        "KCV-0022",
        "CKV_K8S_92",
        "CKV_K8S_93",
        "CKV_K8S_94",
        "CIS-1.2.17",
        "CIS-1.2.18",
        "CIS-1.2.19"
      ],
      "tags": [
        "audit",
        "control-plane"
      ],
      "parameters": [
        {
          "name": "least-days",
          "default": 30,
          "min": 1,
          "description": "days for which files of the audit log are kept at least"
        },
        {
          "name": "least-files",
          "default": 10,
          "min": 1,
          "description": "files of the audit log that are kept at least"
        },
        {
          "name": "least-megabytes",
          "default": 100,
          "min": 1,
          "description": "megabytes that one file of the audit log holds at least"
        }
      ]
    },
    check: auditLogRetention,
  },
  {
    metadata: {
      "id": "audit-policy-gap",
      "title": "An audit policy that leaves telling requests out",
      "severity": "medium",
      "since": "0.1.0",
      "why": "The first rule of an audit policy that matches a request decides what is recorded of it, and what no rule matches is not recorded. Concrete requests of a person and of a workload are put to the rules in their order: reading and writing Secrets, granting rights, running commands in pods, getting tokens. kubectl exec opens a websocket, which is a GET, so a rule that drops reads drops it as well. Requests of the control plane's own parts are noise and may be left out.",
      "remedy": "Narrow the rule of level None to the users and resources it is for, and end the policy with a rule of level Metadata that matches everything else.",
      "needs": [
        "audit-policy"
      ],
      "references": [
        "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy"
      ],
      "controls": [
        "CIS 3.2.2",
        "NSA-LOG",
        "K05"
      ],
      "aliases": [
        "C-0161",
        "CIS-3.2.2"
      ],
      "tags": [
        "audit",
        "control-plane"
      ],
      "extended": false
    },
    check: auditPolicyGap,
  },
  {
    metadata: {
      "id": "audit-policy-secret-bodies",
      "title": "An audit policy that writes credentials into the log",
      "severity": "medium",
      "since": "0.1.0",
      "why": "From level Request on the log holds what was sent, with RequestResponse what was answered as well: the values of Secrets, tokens of ServiceAccounts as they are issued, tokens that are handed in for review. Nothing is blanked. The log is copied to places that know nothing of RBAC, and whoever reads it there has the credentials.",
      "remedy": "Put a rule of level Metadata for secrets, serviceaccounts/token and tokenreviews before every rule of a higher level.",
      "needs": [
        "audit-policy"
      ],
      "references": [
        "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy",
        "https://kubernetes.io/docs/concepts/security/secrets-good-practices/"
      ],
      "controls": [
        "T1552",
        "K05",
        "K08"
      ],
      "aliases": [],
      "tags": [
        "audit",
        "control-plane"
      ],
      "extended": false
    },
    check: auditPolicySecretBodies,
  },
  {
    metadata: {
      "id": "authn-anonymous-conditions-broad",
      "title": "A path that is open to requests without credentials, and to more than health",
      "severity": "medium",
      "since": "0.1.0",
      "why": "The `anonymous` section of an AuthenticationConfiguration lets requests without credentials in on exact paths. That looks closed, and RBAC decides what it opens: a binding that names such requests gives what lies behind the path to everybody who reaches the API server. What Kubernetes and kubeadm bind to them by themselves (health, version, the discovery document of a joining node) is not told, nor is a path that nothing grants.",
      "remedy": "Keep to /livez, /readyz and /healthz; take the path out, or the grant to anonymous requests.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-authenticator-configuration"
      ],
      "controls": [
        "NSA-AA",
        "T1190",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: authnAnonymousConditionsBroad,
  },
  {
    metadata: {
      "id": "authn-authenticator-overlap",
      "title": "A grant whose name two authenticators give",
      "severity": "high",
      "since": "0.1.0",
      "why": "A binding says a name, not where it comes from. Where two issuers can give the same user or group, or an issuer can give one that a certificate or the token file has, whoever has it by the one holds what was meant for the other: a group that people found at one issuer becomes the administrators of another. Told of names that a binding gives something worth telling.",
      "remedy": "Give each issuer a prefix of its own, and bind the names with it.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#using-authentication-configuration"
      ],
      "controls": [
        "T1078",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: authnAuthenticatorOverlap,
  },
  {
    metadata: {
      "id": "authn-jwt-claims-weak",
      "title": "An issuer whose tokens are taken from too many",
      "severity": "medium",
      "since": "0.1.0",
      "why": "An issuer that everybody may use, such as GitHub's, gives a token for any audience to any workflow of anybody: without a rule about a claim all of them are authenticated users. An audience that other programs use too makes their tokens good here, those of an issuer and, by --api-audiences, those that pods get for somebody else. And an issuer that does not verify e-mail addresses (Microsoft's says nothing of it) lets people choose somebody else's as their user name.",
      "remedy": "Ask for a claim that only your own tokens have (repository_owner, hd, tid) by claimValidationRules or --oidc-required-claim, use an audience of the cluster's own, and a user name that nobody can choose.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#using-authentication-configuration",
        "https://docs.github.com/en/actions/concepts/security/openid-connect"
      ],
      "controls": [
        "T1078",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: authnJwtClaimsWeak,
  },
  {
    metadata: {
      "id": "authn-prefix-missing",
      "title": "An issuer whose names are nobody's in particular",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Without a prefix a user or group of an issuer has the same name as one of another issuer, of the token file or of a certificate: a grant that is meant for the one is held by the other as well. That such an issuer can name superusers is told as such; this is told where a rule refuses those names. E-mail addresses are unlikely to be anybody else's, and not told.",
      "remedy": "Give users and groups of the issuer a prefix, and bind the names with it.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#using-authentication-configuration"
      ],
      "controls": [
        "T1078",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: authnPrefixMissing,
  },
  {
    metadata: {
      "id": "authn-requestheader-ca-shared",
      "title": "Clients that can act as the front proxy",
      "severity": "critical",
      "since": "0.1.0",
      "why": "Whoever presents a certificate of the request-header CA, under an allowed name, says in headers which user and groups a request has, system:masters included. With no allowed names every certificate of that CA will do; where it is the CA of clients as well, every kubelet and every person with a certificate is cluster-admin. Since 1.35 the server refuses to start so. With allowed names and a shared CA it takes a client certificate of that name.",
      "remedy": "Give the front proxy a CA of its own and name its certificate: --requestheader-client-ca-file, --requestheader-allowed-names=front-proxy-client.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#authenticating-proxy",
        "https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/"
      ],
      "controls": [
        "T1556",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: authnRequestheaderCaShared,
  },
  {
    metadata: {
      "id": "authn-system-name-mintable",
      "title": "An issuer that can name anybody a superuser",
      "severity": "critical",
      "since": "0.1.0",
      "why": "Kubernetes does not keep an OpenID Connect issuer from naming users and groups that begin with `system:`. Without a prefix, and without a rule that refuses such names, whoever can choose a group or a user name at the issuer is in system:masters, or is the controller manager, and no binding takes that away. E-mail addresses as user names are not told: none of those names is one. How freely names are chosen there is not known, so it counts as likely.",
      "remedy": "Give users and groups of the issuer a prefix (claimMappings.username.prefix and groups.prefix, --oidc-username-prefix and --oidc-groups-prefix) and rebind them, or refuse such names by userValidationRules.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#using-authentication-configuration",
        "https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/"
      ],
      "controls": [
        "NSA-AA",
        "T1556",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane"
      ],
      "extended": false
    },
    check: authnSystemNameMintable,
  },
  {
    metadata: {
      "id": "authn-webhook-insecure",
      "title": "A webhook for tokens or authorization that anybody on the way can be",
      "severity": "high",
      "since": "0.1.0",
      "why": "A token webhook says which user and groups a token stands for, and is believed. Where the API server does not verify its certificate, or asks it over plain HTTP, whoever stands on the network path sees every token and answers in its place, system:masters included. An authorization webhook allows what is asked of it in the same way. A webhook on the server's own machine is not told. A long cache keeps tokens good after the webhook stopped accepting them.",
      "remedy": "Use https and give the webhook's kubeconfig certificate-authority-data, without insecure-skip-tls-verify; leave --authentication-token-webhook-cache-ttl at its two minutes.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#webhook-token-authentication"
      ],
      "controls": [
        "T1556",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "control-plane",
        "tls"
      ],
      "parameters": [
        {
          "name": "most-cache-minutes",
          "default": 10,
          "min": 1,
          "description": "minutes that answers of the webhook may be kept"
        }
      ],
      "extended": false
    },
    check: authnWebhookInsecure,
  },
  {
    metadata: {
      "id": "authz-abac-broad",
      "title": "An ABAC line that gives a crowd more than reading",
      "severity": "high",
      "since": "0.1.0",
      "why": "A line of the ABAC policy allows beside RBAC, is read once at the start of each API server, and is seen by nobody who looks at Roles and bindings. With `*` for user or group it is about every authenticated user: every ServiceAccount of every pod. It knows no subresources, so that pods include exec, and no names. The line that gives everybody discovery (readonly, nonResourcePath) is not told, nor is what a single user or group of people gets.",
      "remedy": "Take the line out and bind a role to those who need it; then take ABAC out of --authorization-mode.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/abac/"
      ],
      "controls": [
        "NSA-AA",
        "T1098.006",
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: authzAbacBroad,
  },
  {
    metadata: {
      "id": "authz-webhook-fail-open",
      "title": "An authorization webhook that counts for nothing when it fails",
      "severity": "high",
      "since": "0.1.0",
      "why": "A webhook that stands before RBAC can refuse what RBAC would allow; one that stands behind it cannot. With the failure policy NoOpinion an outage, a slow answer or a condition that cannot be evaluated takes the refusal away, and RBAC decides alone. Whether a webhook refuses anything is not known, so it counts as likely. The flags know no other policy: told as medium there.",
      "remedy": "Set failurePolicy to Deny in an AuthorizationConfiguration, with matchConditions that leave the control plane out; a webhook that only allows belongs behind RBAC.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#using-configuration-file-for-authorization",
        "https://kubernetes.io/docs/reference/access-authn-authz/webhook/"
      ],
      "controls": [
        "T1562",
        "K09"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: authzWebhookFailOpen,
  },
  {
    metadata: {
      "id": "authz-webhook-gap",
      "title": "Powers that an authorization webhook is never asked about",
      "severity": "medium",
      "since": "0.1.0",
      "why": "matchConditions say which requests a webhook is asked about; the others are left to what stands behind it. Where a webhook is there to refuse (failurePolicy Deny) and a condition is false for somebody who holds a strong power through RBAC, that power is not guarded. Told of those who are bound in the inputs, by the very request; accounts of kube-system are left out on purpose by most, and not told.",
      "remedy": "Widen the condition, or split it: one webhook configuration for each slice, so that what is left out is what you mean.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#using-configuration-file-for-authorization"
      ],
      "controls": [
        "K09"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: authzWebhookGap,
  },
  {
    metadata: {
      "id": "bootstrap-token-risky",
      "title": "A bootstrap token that never expires, or can do more than join nodes",
      "severity": "medium",
      "since": "0.1.0",
      "why": "A bootstrap token is for a node that joins: it is handed around, and whoever has it can ask for a node's certificate, and with that get the Secrets of pods that are scheduled there. Without an expiration it works for good. Its extra groups get whatever is bound to them; whoever writes Secrets in kube-system can put any of them into a token. Expired tokens, and those the API server does not take, are not told.",
      "remedy": "Set expiration to a time hours away, create a new token for each batch of nodes, and bind nothing to groups of bootstrap tokens beyond what joining takes.",
      "needs": [
        "credentials"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/"
      ],
      "controls": [
        "CIS 3.1.3",
        "T1078",
        "K06"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "credentials"
      ],
      "extended": false
    },
    check: bootstrapTokenRisky,
  },
  {
    metadata: {
      "id": "cloud-identity-mapping-admin",
      "title": "A cloud identity that is mapped to a powerful user or group",
      "severity": "high",
      "since": "0.1.0",
      "why": "Whoever may take an IAM identity that kube-system/aws-auth maps gets the user name and groups written there, with all that is bound to them. Who that is, the account's trust policies decide, which nobody sees in the cluster. Mappings of nodes are what EKS needs and are not told, nor is a group that may do no more than work in a namespace.",
      "remedy": "Map the identity to a group of its own with the rights it needs, or use access entries of EKS, which are logged and bound to policies.",
      "needs": [
        "credentials"
      ],
      "references": [
        "https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"
      ],
      "controls": [
        "T1078.004",
        "K03"
      ],
      "aliases": [
        "C-0232"
      ],
      "tags": [
        "authentication",
        "credentials",
        "cloud"
      ],
      "extended": false
    },
    check: cloudIdentityMappingAdmin,
  },
  {
    metadata: {
      "id": "component-always-allow-paths",
      "title": "Paths of a controller manager or scheduler that need no authorization",
      "severity": "medium",
      "since": "0.1.0",
      "why": "kube-controller-manager and kube-scheduler answer the paths of --authorization-always-allow-paths without asking anybody, also to requests without credentials. By default these are the health checks. Metrics tell names of namespaces and objects, and a wildcard or /debug opens profiles of the process, which show what it holds in memory.",
      "remedy": "Keep the default, and let the scraper authenticate with a token that may get /metrics.",
      "needs": [
        "component"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/",
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/"
      ],
      "controls": [
        "K09"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: componentAlwaysAllowPaths,
  },
  {
    metadata: {
      "id": "component-bind-address-public",
      "title": "A controller manager or scheduler that listens on every address",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "kube-controller-manager and kube-scheduler serve metrics and health checks, on every address unless --bind-address says otherwise. Requests are authenticated and authorized there as at the API server, so this gives nobody anything by itself; an address of the machine itself keeps it off the network.",
      "remedy": "Set --bind-address=127.0.0.1, as kubeadm does, unless a scraper reaches it from elsewhere.",
      "needs": [
        "component"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/",
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/"
      ],
      "controls": [
        "CIS 1.3.7",
        "CIS 1.4.2",
        "K09"
      ],
      "aliases": [
        "C-0150",
        "C-0152",
        "KCV-0039",
        "KCV-0041",
        "CKV_K8S_113",
        "CKV_K8S_115",
        "CIS-1.3.7",
        "CIS-1.4.2"
      ],
      "tags": [
        "control-plane"
      ]
    },
    check: componentBindAddressPublic,
  },
  {
    metadata: {
      "id": "component-profiling-enabled",
      "title": "Profiling of a control-plane component",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "/debug/pprof shows what a process does and holds in memory. It is served unless --profiling=false says otherwise, and takes a grant for that path, which nobody has by default but system:masters and system:monitoring's likes; an open path is told by rules of its own.",
      "remedy": "Set --profiling=false where nobody profiles.",
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/"
      ],
      "controls": [
        "CIS 1.2.15",
        "CIS 1.3.2",
        "CIS 1.4.1",
        "K09"
      ],
      "aliases": [
        "C-0129",
        "C-0145",
        "C-0151",
        "KCV-0018",
        "KCV-0034",
        "KCV-0040",
        "CKV_K8S_90",
        "CKV_K8S_107",
        "CKV_K8S_114",
        "CIS-1.2.15",
        "CIS-1.3.2",
        "CIS-1.4.1"
      ],
      "tags": [
        "control-plane"
      ],
      "needs": []
    },
    check: componentProfilingEnabled,
  },
  {
    metadata: {
      "id": "credential-in-manifest",
      "title": "A credential in clear in a manifest",
      "severity": "medium",
      "extended": true,
      "since": "0.1.0",
      "why": "ConfigMaps and pod specs are readable for many more than Secrets are, `view` included, and the file they come from is readable for everybody who has the repository, its history included. Whoever reads a token or a key there has it.",
      "remedy": "Revoke it: it has been read. Then keep the new one in a Secret that is not committed, or let the pod use its own ServiceAccount's token.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/configuration/secret/",
        "https://kubernetes.io/docs/concepts/security/secrets-good-practices/"
      ],
      "controls": [
        "T1552.001",
        "K08",
        "CWE-312"
      ],
      "aliases": [
        "C-0012",
        "CKV_SECRET_6",
        "KSV-0109"
      ],
      "tags": [
        "authentication",
        "credentials"
      ]
    },
    check: credentialInManifest,
  },
  {
    metadata: {
      "id": "etcd-ca-shared",
      "title": "An etcd that trusts every client certificate of the cluster",
      "severity": "medium",
      "since": "0.1.0",
      "why": "etcd lets in whoever has a certificate of --trusted-ca-file, and asks nothing further. Where that is the CA of --client-ca-file too, every kubelet, every user with a certificate and everybody whose request for one is approved can read and write all that the API server stores.",
      "remedy": "Give etcd a CA of its own, which signs nothing but the certificates of etcd and of its clients.",
      "needs": [
        "control-plane"
      ],
      "references": [
        "https://kubernetes.io/docs/setup/best-practices/certificates/#single-root-ca",
        "https://etcd.io/docs/v3.6/op-guide/security/"
      ],
      "controls": [
        "CIS 2.7",
        "K09"
      ],
      "aliases": [
        "C-0159",
        "CIS-2.7"
      ],
      "tags": [
        "etcd",
        "control-plane"
      ],
      "extended": false
    },
    check: etcdCaShared,
  },
  {
    metadata: {
      "id": "etcd-tls-insecure",
      "title": "An etcd that lets clients or peers in without a certificate",
      "severity": "critical",
      "since": "0.1.0",
      "why": "Everything the API server knows stands in etcd: every Secret, every role. etcd asks no authorizer, so whoever it lets in reads and writes all of it, past authentication, RBAC, admission and audit. It lets everybody in who reaches it unless it demands client certificates (--client-cert-auth or --trusted-ca-file); peers likewise. What listens on the machine itself only is rated by that. An etcd of an application is none of the cluster's and is not told.",
      "remedy": "Serve HTTPS with --cert-file and --key-file, demand certificates with --client-cert-auth and --trusted-ca-file, the same for peers, and give kube-apiserver --etcd-cafile, --etcd-certfile and --etcd-keyfile.",
      "references": [
        "https://etcd.io/docs/v3.6/op-guide/security/",
        "https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters"
      ],
      "controls": [
        "CIS 2.1",
        "CIS 2.2",
        "CIS 2.3",
        "CIS 2.4",
        "CIS 2.5",
        "CIS 2.6",
        "CIS 1.2.23",
        "CIS 1.2.26",
        "NSA-NET",
        "T1552",
        "K09"
      ],
      "aliases": [
        "C-0137",
        "C-0140",
        "C-0153",
        "C-0154",
        "C-0155",
        "C-0156",
        "C-0157",
        "C-0158",
        "KCV-0026",
        "KCV-0029",
        "KCV-0042",
        "KCV-0043",
        "KCV-0044",
        "KCV-0045",
        "KCV-0046",
        "KCV-0047",
        "CKV_K8S_99",
        "CKV_K8S_102",
        "CKV_K8S_116",
        "CKV_K8S_117",
        "CKV_K8S_118",
        "CKV_K8S_119",
        "CKV_K8S_121"
      ],
      "tags": [
        "etcd",
        "control-plane"
      ],
      "extended": false,
      "needs": []
    },
    check: etcdTlsInsecure,
  },
  {
    metadata: {
      "id": "identity-system-masters-member",
      "title": "A credential whose holder is in system:masters",
      "severity": "high",
      "since": "0.1.0",
      "why": "Whoever holds a certificate, token or cloud identity in system:masters is cluster-admin before RBAC, webhooks or any other authorizer are asked. No binding can take it away: a certificate works until it expires or the CA is replaced. Requests for such certificates are told as the intent they are. A token or private key in the file is in the hands of everybody who reads the file; a certificate of an authority that no API server of the inputs trusts is low. Not read: certificates in Secrets of type kubernetes.io/tls, kubeconfigs in Secrets, openssl commands in scripts, and Certificates of cert-manager.",
      "remedy": "Issue credentials in a group of your own and bind that group, to cluster-admin if it must be: the binding can be deleted. Keep one break-glass credential in system:masters outside of any repository, if at all.",
      "needs": [
        "credentials"
      ],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
        "https://kubernetes.io/docs/setup/best-practices/certificates/"
      ],
      "controls": [
        "CIS 5.1.7",
        "T1078",
        "K03"
      ],
      "aliases": [
        "C-0246"
      ],
      "tags": [
        "authentication",
        "credentials"
      ],
      "extended": false
    },
    check: identitySystemMastersMember,
  },
  {
    metadata: {
      "id": "kcm-shared-credentials",
      "title": "Controllers that share the identity of the controller manager",
      "severity": "medium",
      "since": "0.1.0",
      "why": "With --use-service-account-credentials each controller works as a ServiceAccount of its own in kube-system, with the few rights it needs. Without it all of them use one identity, which has to hold every right that any of them needs, so that a flaw in one controller has them all, and the audit log does not tell which controller did what. Where the command line is written in part only, its absence says nothing.",
      "remedy": "Start kube-controller-manager with --use-service-account-credentials=true, as kubeadm does.",
      "needs": [
        "component"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#controller-roles"
      ],
      "controls": [
        "CIS 1.3.3",
        "K03"
      ],
      "aliases": [
        "C-0146",
        "KCV-0035",
        "CKV_K8S_108",
        "CIS-1.3.3"
      ],
      "tags": [
        "authorization",
        "control-plane"
      ],
      "extended": false
    },
    check: kcmSharedCredentials,
  },
  {
    metadata: {
      "id": "kubeconfig-insecure-tls",
      "title": "A kubeconfig that takes any server for its own",
      "severity": "high",
      "since": "0.1.0",
      "why": "With insecure-skip-tls-verify, and with a server on http://, whoever is on the way to the API server can answer in its place: tokens and passwords are handed to them, and what a client certificate authenticates is read and changed on the way. How bad that is depends on what the identity may do. Servers on the machine itself are left out, and so is a cluster without a CA, which is verified by the roots of the machine.",
      "remedy": "Take insecure-skip-tls-verify out, and put the cluster's CA into certificate-authority-data.",
      "needs": [
        "credentials"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/",
        "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/"
      ],
      "controls": [
        "T1557",
        "K06"
      ],
      "aliases": [
        "skip-tls-verify-cluster"
      ],
      "tags": [
        "authentication",
        "credentials"
      ],
      "extended": false
    },
    check: kubeconfigInsecureTls,
  },
  {
    metadata: {
      "id": "kubeconfig-static-credential",
      "title": "A kubeconfig with a credential in it",
      "severity": "medium",
      "since": "0.1.0",
      "why": "A token, a password or a private key in a kubeconfig is in the hands of everybody who can read the file, now and in its history, and works until it expires or somebody takes the identity's rights away. How bad that is depends on what the identity may do, as far as the inputs tell: certificates and tokens of ServiceAccounts say who they are. One that no binding of the inputs names is low, and so is one for a server on the machine itself.",
      "remedy": "Take the credential out and revoke it; let an exec plugin get a short-lived one, or hand the file out apart from the repository.",
      "needs": [
        "credentials"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins",
        "https://kubernetes.io/docs/concepts/security/secrets-good-practices/"
      ],
      "controls": [
        "CIS 3.1.1",
        "CIS 3.1.2",
        "CIS 3.1.3",
        "T1552.001",
        "K08"
      ],
      "aliases": [
        "C-0286",
        "C-0287",
        "C-0288"
      ],
      "tags": [
        "authentication",
        "credentials"
      ],
      "extended": false
    },
    check: kubeconfigStaticCredential,
  },
  {
    metadata: {
      "id": "kubelet-anonymous-auth",
      "title": "A kubelet that lets requests without credentials in",
      "severity": "critical",
      "since": "0.1.0",
      "why": "The kubelet's port (10250) runs commands in every pod of its node and hands out their logs. Requests without credentials are let in where authentication.anonymous.enabled is true. That is the default of a kubelet that is started without --config; with a configuration file the default is false. What they may do is the authorizer's matter: with AlwaysAllow everything, with Webhook what RBAC grants system:anonymous, which is nothing unless somebody binds it.",
      "remedy": "Set authentication.anonymous.enabled to false in the KubeletConfiguration, and take --anonymous-auth=true off the command line, which would win over the file.",
      "needs": [
        "kubelet"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/",
        "https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/"
      ],
      "controls": [
        "CIS 4.2.1",
        "T1609",
        "K06"
      ],
      "aliases": [
        "C-0069",
        "C-0172",
        "KCV-0079",
        "CKV_K8S_138",
        "CIS-4.2.1"
      ],
      "tags": [
        "authentication",
        "kubelet"
      ],
      "extended": false
    },
    check: kubeletAnonymousAuth,
  },
  {
    metadata: {
      "id": "kubelet-authorization-always-allow",
      "title": "A kubelet that asks nobody whether a request is allowed",
      "severity": "critical",
      "since": "0.1.0",
      "why": "With authorization.mode AlwaysAllow whoever the kubelet lets in may do everything at its port: run commands in every pod of the node, read their logs, stop them. Any client certificate of the cluster's CA is enough, any valid token, and where anonymous requests are let in not even that. It is the default of a kubelet without --config; with a configuration file the default is Webhook.",
      "remedy": "Set authorization.mode to Webhook, so that the kubelet asks the API server, and with it RBAC.",
      "needs": [
        "kubelet"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/",
        "https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/"
      ],
      "controls": [
        "CIS 4.2.2",
        "T1609",
        "K09"
      ],
      "aliases": [
        "C-0173",
        "KCV-0080",
        "CKV_K8S_139",
        "CIS-4.2.2"
      ],
      "tags": [
        "authorization",
        "kubelet"
      ],
      "extended": false
    },
    check: kubeletAuthorizationAlwaysAllow,
  },
  {
    metadata: {
      "id": "kubelet-cert-rotation-disabled",
      "title": "Kubelet certificates that are not rotated",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "With rotateCertificates a kubelet gets a new client certificate before its own expires. Where that is turned off by hand, certificates are made to last: a stolen one works for as long, and there is no way to revoke it. The same holds for serving certificates with the feature gate RotateKubeletServerCertificate, which is on unless somebody turns it off.",
      "remedy": "Set rotateCertificates to true, and take RotateKubeletServerCertificate=false out of the feature gates.",
      "needs": [
        "kubelet"
      ],
      "references": [
        "https://kubernetes.io/docs/tasks/tls/certificate-rotation/"
      ],
      "controls": [
        "CIS 4.2.10",
        "CIS 4.2.11",
        "CIS 1.3.6",
        "K09"
      ],
      "aliases": [
        "C-0149",
        "C-0182",
        "C-0183",
        "KCV-0038",
        "KCV-0090",
        "KCV-0091",
        "CKV_K8S_112",
        "CKV_K8S_149",
        "CIS-4.2.10",
        "CIS-4.2.11",
        "CIS-1.3.6"
      ],
      "tags": [
        "kubelet"
      ]
    },
    check: kubeletCertRotationDisabled,
  },
  {
    metadata: {
      "id": "kubelet-client-ca-missing",
      "title": "A kubelet that knows no CA of its clients",
      "severity": "high",
      "since": "0.1.0",
      "why": "The API server proves itself to kubelets with a client certificate. A kubelet without authentication.x509.clientCAFile cannot check it, and takes the API server for anybody else. To make logs and exec work all the same it has to let requests without credentials in. Where those are refused, clients are left with tokens. kubeadm fills the field in, so a KubeletConfiguration that nobody starts a kubelet with says nothing by leaving it out.",
      "remedy": "Set authentication.x509.clientCAFile to the CA that signs the API server's kubelet client certificate.",
      "needs": [
        "kubelet"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/",
        "https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/"
      ],
      "controls": [
        "CIS 4.2.3",
        "K06"
      ],
      "aliases": [
        "C-0070",
        "C-0174",
        "KCV-0081",
        "CKV_K8S_140",
        "CIS-4.2.3"
      ],
      "tags": [
        "authentication",
        "kubelet"
      ],
      "extended": false
    },
    check: kubeletClientCaMissing,
  },
  {
    metadata: {
      "id": "kubelet-read-only-port",
      "title": "A kubelet that answers on a port without authentication",
      "severity": "high",
      "since": "0.1.0",
      "why": "The read-only port (10255) serves the pods of the node with their whole specification, literal values of environment variables included, their statistics and metrics, over plain HTTP and without asking anybody. It is on by default for a kubelet without --config; with a configuration file it is off.",
      "remedy": "Set readOnlyPort to 0, and let scrapers use the port 10250 with a token that may get nodes/metrics.",
      "needs": [
        "kubelet"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/",
        "https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/"
      ],
      "controls": [
        "CIS 4.2.4",
        "T1613",
        "K09"
      ],
      "aliases": [
        "C-0175",
        "KCV-0082",
        "CKV_K8S_141",
        "CIS-4.2.4"
      ],
      "tags": [
        "authentication",
        "kubelet"
      ],
      "extended": false
    },
    check: kubeletReadOnlyPort,
  },
  {
    metadata: {
      "id": "kubelet-serving-cert-missing",
      "title": "A kubelet that signs its own serving certificate",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "Without tlsCertFile and tlsPrivateKeyFile, and without serverTLSBootstrap, a kubelet serves a certificate that it made itself. No client can tell it from another: the API server and scrapers have to skip the check. It is the default, also of kubeadm.",
      "remedy": "Set serverTLSBootstrap to true and approve the requests, or give the kubelet a certificate of the cluster's CA.",
      "needs": [
        "kubelet"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#client-and-serving-certificates"
      ],
      "controls": [
        "CIS 4.2.9",
        "T1557",
        "K09"
      ],
      "aliases": [
        "C-0181",
        "KCV-0088",
        "KCV-0089",
        "CKV_K8S_148",
        "CIS-4.2.9"
      ],
      "tags": [
        "kubelet"
      ]
    },
    check: kubeletServingCertMissing,
  },
  {
    metadata: {
      "id": "path-admission-control",
      "title": "Admission in the hands of somebody who gains the accounts of pods by it",
      "severity": "high",
      "since": "0.1.0",
      "why": "A mutating webhook or policy rewrites every object on its way into the cluster: a pod that comes by runs another image as the account that it names. Told where a pod that is written in the inputs runs as an account that leads to more than the right itself.",
      "remedy": "Take writing of webhook configurations and of mutating policies out of the role, or name in resourceNames the configurations that it looks after, and guard what those send their requests to.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks",
        "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"
      ],
      "controls": [
        "CIS 5.1.12",
        "T1562",
        "K03",
        "K04",
        "CWE-269"
      ],
      "aliases": [
        "control_webhooks"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: pathAdmissionControl,
  },
  {
    metadata: {
      "id": "path-aggregation-injection",
      "title": "A label that gives everybody bound to view, edit or admin a power they do not have",
      "severity": "high",
      "since": "0.1.0",
      "why": "A ClusterRole with the label that an aggregated role looks for becomes part of it, for everybody who is bound to it, now and later, without any binding being changed. view is given to people because it reads no Secrets and runs nothing; one labelled role takes that away. Custom kinds that operators bring into admin and edit are what aggregation is for, and not told. Whoever may create ClusterRoles with any rights in them, by escalate, and holds an aggregated role, gives itself everything by such a label.",
      "remedy": "Take the label off and bind the role to those who need it, or keep in the labelled role only what every holder of the aggregated one is to have.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"
      ],
      "controls": [
        "T1098.006",
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathAggregationInjection,
  },
  {
    metadata: {
      "id": "path-bind-or-escalate",
      "title": "Rights that somebody can grant to itself and go on with",
      "severity": "critical",
      "since": "0.1.0",
      "why": "With bind, a role that its holder does not have can be bound to the holder; with escalate, any right can be written into a role that the holder is bound to. Which role, and where, decides: a ClusterRole in one namespace makes its holder every ServiceAccount of that namespace, and names in resourceNames are worth what those roles give. Told where that leads to more than the right itself.",
      "remedy": "Take bind and escalate out of the role: without them the API server lets nobody grant more than they hold. Where bindings are to be delegated, name harmless roles in resourceNames of bind.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"
      ],
      "controls": [
        "CIS 5.1.8",
        "T1098.006",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "RBAC_ESCALATE_TO",
        "ROLE_BIND"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathBindOrEscalate,
  },
  {
    metadata: {
      "id": "path-csr-to-identity",
      "title": "Client certificates for any identity, asked for and approved by one subject",
      "severity": "critical",
      "since": "0.1.0",
      "why": "A certificate of the signer kubernetes.io/kube-apiserver-client authenticates as whichever user and groups it names. Whoever asks for one and approves it is that user: any but the group system:masters, which the API server refuses, and the default policy alone has accounts that can rewrite every role. Certificates cannot be revoked.",
      "remedy": "Take approve on the signer out of the role, or name in resourceNames a signer whose certificates the API server does not accept. Keep asking for certificates and approving them in different hands.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#kubernetes-signers",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing"
      ],
      "controls": [
        "CIS 5.1.11",
        "T1098",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "GENERATE_CLIENT_CERTIFICATE",
        "approve_csrs"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathCsrToIdentity,
  },
  {
    metadata: {
      "id": "path-impersonate-chain",
      "title": "A chain of identities that begins with impersonation",
      "severity": "critical",
      "since": "0.1.0",
      "why": "Whoever may impersonate an identity has its rights, and so every step that those open: running pods as another account, issuing its tokens, binding a role. What the impersonated one can do at once is reported by rbac-impersonate; this is about those further steps, where they lead to more.",
      "remedy": "Take the right out of the role, or name identities in resourceNames that lead nowhere. From 1.36 on constrained impersonation limits the requests as well.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb"
      ],
      "controls": [
        "CIS 5.1.8",
        "T1134",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "CAN_IMPERSONATE",
        "IDENTITY_IMPERSONATE"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathImpersonateChain,
  },
  {
    metadata: {
      "id": "path-namespace-policy-bypass",
      "title": "Pod Security that whoever creates the pods can take away",
      "severity": "high",
      "since": "0.1.0",
      "why": "Pod Security is a label of the Namespace. Whoever writes that Namespace and creates pods in it sets the label to privileged and runs a pod that is root on its node, whatever level was enforced, and so every pod of that node.",
      "remedy": "Take update and patch of namespaces out of the role, or keep it from those who create pods there. Where labels are to be delegated, let an admission policy guard those of Pod Security.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification",
        "https://kubernetes.io/docs/concepts/security/pod-security-admission/"
      ],
      "controls": [
        "T1611",
        "T1562",
        "K03",
        "K04",
        "CWE-269"
      ],
      "aliases": [
        "PATCH_NAMESPACE_TO_BYPASS_PSA",
        "CREATE_PRIVILEGED_WORKLOAD"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathNamespacePolicyBypass,
  },
  {
    metadata: {
      "id": "path-node-to-workloads",
      "title": "Nodes whose pods run as a stronger account than whoever reaches them",
      "severity": "high",
      "since": "0.1.0",
      "why": "A node holds the tokens of every pod on it. Whoever reaches its kubelet through nodes/proxy, or mounts a folder of it by a PersistentVolume of their own, has those. Told where a pod that is written in the inputs runs as an account that leads to more than the right itself.",
      "remedy": "Take the right out of the role; monitoring needs nodes/metrics and nodes/stats, not nodes/proxy. Keep pods of strong accounts on nodes of their own.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation"
      ],
      "controls": [
        "CIS 5.1.10",
        "T1611",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "ACCESS_POD",
        "CAN_EXEC_THROUGH_KUBELET",
        "IDENTITY_ASSUME",
        "nodes_proxy"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: pathNodeToWorkloads,
  },
  {
    metadata: {
      "id": "path-pod-create-to-sa",
      "title": "Pods under an account that is stronger than whoever creates them",
      "severity": "high",
      "since": "0.1.0",
      "why": "A pod names the ServiceAccount that it runs as, and nobody asks whether its creator may act as that account: creating pods, or a Deployment, Job or anything else with a pod template, is being every ServiceAccount of the namespace. Told where one of those leads to more than the right itself, in kube-system to the whole cluster. Neither automount settings nor Pod Security levels stop it.",
      "remedy": "Run such pods in a namespace of their own, whose accounts hold no rights, or take create out of the role. Move strong accounts to a namespace in which nobody else creates pods.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
        "https://kubernetes.io/docs/concepts/security/service-accounts/"
      ],
      "controls": [
        "CIS 5.1.4",
        "T1610",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "CREATE_POD_WITH_SA",
        "UPDATE_WORKLOAD_WITH_SA",
        "assign_sa",
        "POD_CREATE",
        "C-0188",
        "KSV-0048"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathPodCreateToSa,
  },
  {
    metadata: {
      "id": "path-pod-takeover-to-sa",
      "title": "Running pods of a stronger account that somebody can enter",
      "severity": "high",
      "since": "0.1.0",
      "why": "Whoever runs commands in a pod (exec, attach, an ephemeral container, another image) has the token of its ServiceAccount. Told where a pod that is written in the inputs runs as an account that leads to more than the right itself; where no such pod gets a token, there is nothing to gain.",
      "remedy": "Take the right out of the role, or grant it in namespaces whose pods run as accounts without rights. Run pods of strong accounts in a namespace of their own, and turn automounting off where the token is not needed.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"
      ],
      "controls": [
        "T1609",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "EXEC_INTO",
        "REPLACE_IMAGE",
        "DEBUG_POD",
        "POD_EXEC",
        "POD_ATTACH",
        "POD_PATCH",
        "modify_pods",
        "rce_weak_ns"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: pathPodTakeoverToSa,
  },
  {
    metadata: {
      "id": "path-token-to-sa",
      "title": "A way to the token of a stronger account",
      "severity": "high",
      "since": "0.1.0",
      "why": "A token can be asked for (create serviceaccounts/token), read from a token Secret, or made to be read: whoever creates and reads Secrets of a namespace writes one of the token type, and the token controller fills it for any of its ServiceAccounts. Told where one of those accounts leads to more than the right itself.",
      "remedy": "Take the right out of the role, or name in resourceNames the accounts whose tokens it needs. Split creating and reading Secrets between different subjects, and delete token Secrets that nobody uses.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request",
        "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"
      ],
      "controls": [
        "CIS 5.1.13",
        "T1528",
        "K03",
        "CWE-522"
      ],
      "aliases": [
        "GENERATE_TOKEN",
        "GET_AUTHENTICATION_TOKEN_FOR",
        "CREATE_SECRET_WITH_TOKEN",
        "TOKEN_LIST",
        "TOKEN_BRUTEFORCE",
        "TOKEN_STEAL",
        "obtain_token_weak_ns"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths"
      ],
      "extended": false
    },
    check: pathTokenToSa,
  },
  {
    metadata: {
      "id": "path-workload-to-cluster-admin",
      "title": "A workload whose account leads to cluster-admin",
      "severity": "critical",
      "since": "0.1.0",
      "why": "Whoever breaks into a container has the token of the pod's ServiceAccount. Told of workloads that are written in the inputs and get a token of an account that is cluster-admin, or can become it, with the shortest path.",
      "remedy": "Take the first step of the path away: narrow the role that the account is bound to. Let pods that do not talk to the API server run without a token (automountServiceAccountToken).",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"
      ],
      "controls": [
        "T1078",
        "K01",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0267",
        "IS_CLUSTER_ADMIN"
      ],
      "tags": [
        "authorization",
        "rbac",
        "paths",
        "workloads"
      ],
      "extended": false
    },
    check: pathWorkloadToClusterAdmin,
  },
  {
    metadata: {
      "id": "rbac-admission-webhooks-write",
      "title": "The right to change admission webhooks or policies",
      "severity": "high",
      "since": "0.1.0",
      "why": "A webhook receives the objects of every request that its rules name, Secrets included, and a mutating one changes them on their way: who writes the configuration decides which. resourceNames are no limit, since one named webhook can be pointed anywhere. Deleting a webhook, or writing a policy or its binding, takes away what guards the cluster. From 1.36 on mutating policies change objects without any webhook.",
      "remedy": "Leave webhook configurations and policies to whoever administers the cluster. A controller that only puts its CA into its own webhook still needs patch: keep its account to itself.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks",
        "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"
      ],
      "controls": [
        "CIS 5.1.12",
        "T1562",
        "K04",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0281",
        "KSV-0114",
        "CKV_K8S_155",
        "control_webhooks"
      ],
      "tags": [
        "authorization",
        "rbac",
        "admission",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: rbacAdmissionWebhooksWrite,
  },
  {
    metadata: {
      "id": "rbac-auth-configmaps-write",
      "title": "The right to write ConfigMaps that say who is who",
      "severity": "high",
      "since": "0.1.0",
      "why": "On EKS the ConfigMap kube-system/aws-auth says which AWS identities are which users and groups: whoever writes it makes itself a member of system:masters. Aggregated API servers trust kube-system/extension-apiserver-authentication for the CA of the front proxy, joining nodes kube-public/cluster-info for the API server's address, and pods kube-system/coredns for every name. A right to all ConfigMaps of kube-system, or of the cluster, includes them.",
      "remedy": "Name the ConfigMaps that are written in resourceNames, or grant the right in the namespaces where they are. On EKS use access entries in place of aws-auth.",
      "needs": [],
      "references": [
        "https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html",
        "https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/"
      ],
      "controls": [
        "T1098",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0037",
        "KSV-0049",
        "KSV-0115",
        "eks_modify_aws_auth",
        "UPDATE_AWS_AUTH"
      ],
      "tags": [
        "authorization",
        "rbac",
        "aws"
      ],
      "extended": false
    },
    check: rbacAuthConfigmapsWrite,
  },
  {
    metadata: {
      "id": "rbac-bind",
      "title": "The right to bind roles beyond one's own",
      "severity": "high",
      "since": "0.1.0",
      "why": "Who writes a binding must hold every right of the role, unless the verb bind on that role says otherwise. With bind on any role, or on a strong one such as cluster-admin, admin or edit, and the right to write bindings, its holder binds that role to itself. A binding keeps its role: who may write some bindings, by name, adds itself to the roles of those. The verb counts on roles and clusterroles, for the name of the role that is bound; on rolebindings it means nothing.",
      "remedy": "Name the harmless roles that may be bound in resourceNames, or take the verb out: bindings to roles whose rights the writer holds itself need no bind.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-binding-creation-or-update",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"
      ],
      "controls": [
        "CIS 5.1.8",
        "T1098.006",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0191",
        "KSV-0050",
        "KSV-0051",
        "KSV-0052",
        "CKV_K8S_157",
        "CKV2_K8S_1",
        "risky-create-rolebinding",
        "bind_roles",
        "restrict-escalation-verbs-roles"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacBind,
  },
  {
    metadata: {
      "id": "rbac-cluster-admin-binding",
      "title": "cluster-admin bound",
      "severity": "high",
      "since": "0.1.0",
      "why": "cluster-admin allows every request: in a ClusterRoleBinding all of the cluster, nodes and their data included; in a RoleBinding all of its namespace. Bound to a ServiceAccount it is in every pod that runs as it, and in the hands of whoever may create pods or tokens there.",
      "remedy": "Bind a role that lists what is needed, in the namespaces where it is needed. For people, bind a group that they join for a limited time.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles"
      ],
      "controls": [
        "CIS 5.1.1",
        "NSA-AA",
        "T1098.006",
        "K03",
        "CWE-250"
      ],
      "aliases": [
        "C-0185",
        "KSV-0111",
        "cluster-admin-role-binding",
        "clusterrolebindingClusterAdmin",
        "restrict-binding-clusteradmin"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacClusterAdminBinding,
  },
  {
    metadata: {
      "id": "rbac-crds-apiservices-write",
      "title": "The right to change which APIs are served, and by whom",
      "severity": "high",
      "since": "0.1.0",
      "why": "An APIService says which server answers for an API group. Who writes one puts a server of its own there: it sees the requests, their objects and who sent them, and it answers them. A CustomResourceDefinition names who converts the objects of a kind, and its schema what is kept of them.",
      "remedy": "Leave both to whoever installs APIs. A controller that keeps up its own can be limited to them by resourceNames for update and patch.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/",
        "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/"
      ],
      "controls": [
        "T1557",
        "K03",
        "CWE-269"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacCrdsApiservicesWrite,
  },
  {
    metadata: {
      "id": "rbac-cross-namespace-sa",
      "title": "A RoleBinding to a ServiceAccount of another namespace",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "Whoever can run pods or issue tokens in the account's namespace reaches into the namespace of the binding. Those who own the one rarely look at the other.",
      "remedy": "Bind an account of the same namespace, or own both namespaces together.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [
        "C-0267"
      ],
      "tags": [
        "authorization",
        "rbac",
        "service-accounts"
      ]
    },
    check: rbacCrossNamespaceSa,
  },
  {
    metadata: {
      "id": "rbac-csr-approve",
      "title": "The right to approve client certificates",
      "severity": "high",
      "since": "0.1.0",
      "why": "A client certificate is an identity: any user, in any group but system:masters, until it expires, for there is no revocation. Approving takes two rights: update or patch of certificatesigningrequests/approval, and approve on the signer. Without names for the signers, or with kubernetes.io/*, that includes the one whose certificates the API server accepts. Whoever may create certificatesigningrequests/nodeclient needs no approval: kube-controller-manager approves what they ask for in the name of any node. sign, with a right to the status of requests, puts a certificate of the holder's making into the answer.",
      "remedy": "Name the one signer that is meant in resourceNames, never kubernetes.io/kube-apiserver-client, and leave approval of client certificates to people.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing",
        "https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/"
      ],
      "controls": [
        "CIS 5.1.11",
        "T1098",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0280",
        "CKV_K8S_156",
        "approve_csrs",
        "restrict-clusterrole-csr"
      ],
      "tags": [
        "authorization",
        "rbac",
        "certificates"
      ],
      "extended": false
    },
    check: rbacCsrApprove,
  },
  {
    metadata: {
      "id": "rbac-dangling-role-ref",
      "title": "A binding to a role that is not there",
      "severity": "low",
      "since": "0.1.0",
      "why": "A binding whose role does not exist gives nothing, and the API server accepts it without a word. Whoever creates a role of that name later decides, within its own rights, what the subjects can do. Where the inputs are not known to be complete, only names that are a slip of another one are told: the same name in another namespace, of the other kind, in another case, or a letter or two away. The others are counted as an assumption.",
      "remedy": "Name the role that is meant, or delete the binding. A roleRef cannot be changed in place: the binding is deleted and created again.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [
        "subjects-with-non-existing-roles",
        "FlagRolesNotFound"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacDanglingRoleRef,
  },
  {
    metadata: {
      "id": "rbac-dangling-subject",
      "title": "A binding to a ServiceAccount that is not there",
      "severity": "low",
      "since": "0.1.0",
      "why": "A binding for a ServiceAccount that does not exist gives nothing today. The rights wait for whoever creates an account of that name in that namespace, which takes far less than to be given them. Where the inputs are not known to be complete, only names that are a slip of another one are told: an account of that name in another namespace while the namespace has accounts of its own, another case, or a letter or two.",
      "remedy": "Name the account that is meant, or take the subject out of the binding.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac",
        "service-accounts"
      ],
      "extended": false
    },
    check: rbacDanglingSubject,
  },
  {
    metadata: {
      "id": "rbac-default-object-drift",
      "title": "A default role or binding that gives more than Kubernetes ships",
      "severity": "high",
      "since": "0.1.0",
      "why": "Nobody looks into roles called system:discovery, and everybody is bound to some of them. What is added to an object under a default name stays for good: when it starts, the API server adds what is missing and takes nothing away. Only the surplus over the policy of that version is told, rated by who gets most out of it. What aggregation brings into admin, edit and view is none. A default object with autoupdate \"false\" is not repaired at all, which is low.",
      "remedy": "Take out what Kubernetes does not ship, and bind a role of your own that has it to those who need it.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#auto-reconciliation"
      ],
      "controls": [
        "CIS 5.1.1",
        "T1098.006",
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: rbacDefaultObjectDrift,
  },
  {
    metadata: {
      "id": "rbac-default-sa-bound",
      "title": "Rights granted to the ServiceAccount that pods get by default",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Every pod that names no ServiceAccount runs as the one called default of its namespace, whoever wrote it. What is bound to default is bound to all of them, and to every pod that comes later.",
      "remedy": "Make a ServiceAccount for the workload that needs the access, name it in serviceAccountName, and bind that one.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"
      ],
      "controls": [
        "CIS 5.1.5",
        "K03",
        "CWE-284"
      ],
      "aliases": [
        "C-0225",
        "C-0239",
        "CKV_K8S_42",
        "role_binding_to_default_service_account",
        "AC_K8S_0113"
      ],
      "tags": [
        "authorization",
        "rbac",
        "service-accounts"
      ],
      "extended": false
    },
    check: rbacDefaultSaBound,
  },
  {
    metadata: {
      "id": "rbac-delete-broad",
      "title": "The right to delete what runs, or what tells of it",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "Who deletes workloads, pods, namespaces or volumes of others stops applications and takes their data; who deletes events removes traces. Deleting a Secret with a propagation policy, or a collection of Secrets, returns what they hold as well, as a dry run too, so there it is the right to read them.",
      "remedy": "Grant delete in the namespaces where it is needed, of the kinds that are needed, and leave out deletecollection. To restart pods, restart their workload.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/architecture/garbage-collection/",
        "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"
      ],
      "controls": [
        "K03",
        "CWE-284"
      ],
      "aliases": [
        "C-0007",
        "C-0031",
        "KSV-0042",
        "any-resource-delete",
        "risky-delete-deployments"
      ],
      "tags": [
        "authorization",
        "rbac",
        "workloads"
      ]
    },
    check: rbacDeleteBroad,
  },
  {
    metadata: {
      "id": "rbac-duplicate-grant",
      "title": "A binding that gives a subject what it has already",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "Another binding of the same subject gives every right of this one, there or in the whole cluster. Whoever takes one of them away believes that the right is gone, and it is not.",
      "remedy": "Take the subject out of the binding that gives nothing new, or out of the wider one.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac"
      ]
    },
    check: rbacDuplicateGrant,
  },
  {
    metadata: {
      "id": "rbac-escalate",
      "title": "The right to write roles beyond one's own rights",
      "severity": "high",
      "since": "0.1.0",
      "why": "Who writes a role must hold every right in it, unless the verb escalate on that role says otherwise. With escalate and update or patch of roles, its holder writes any right into a role that it is bound to, or into one that many are bound to. Without a right to write roles, escalate is never asked for, and a new role is of no use as long as nobody may bind it.",
      "remedy": "Take the verb out. A controller that creates roles can hold the rights that it hands on, or the roles can be written by whoever installs it.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-creation-or-update",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"
      ],
      "controls": [
        "CIS 5.1.8",
        "T1098.006",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0191",
        "KSV-0050",
        "CKV_K8S_158",
        "escalate_roles",
        "restrict-escalation-verbs-roles"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacEscalate,
  },
  {
    metadata: {
      "id": "rbac-grant-all-service-accounts",
      "title": "Rights granted to every ServiceAccount",
      "severity": "high",
      "since": "0.1.0",
      "why": "The groups system:serviceaccounts and system:serviceaccounts:NAMESPACE hold every ServiceAccount there is and will be, the `default` ones too, so any pod in reach has the access, and whoever can create a pod or a ServiceAccount there.",
      "remedy": "Bind the ServiceAccounts that need the access by name.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions"
      ],
      "controls": [
        "T1098.006",
        "K03",
        "CWE-284"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacGrantAllServiceAccounts,
  },
  {
    metadata: {
      "id": "rbac-grant-anonymous",
      "title": "Rights granted to requests without credentials",
      "severity": "critical",
      "since": "0.1.0",
      "why": "Anybody who can reach the API server holds what is bound to the user system:anonymous or the group system:unauthenticated, without a token or certificate. What Kubernetes and kubeadm bind themselves (health, version, the cluster-info ConfigMap) is not reported.",
      "remedy": "Take the user or group out of the binding. If something outside needs the access, give it a ServiceAccount and bind that one to what it reads.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings",
        "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests"
      ],
      "controls": [
        "NSA-AA",
        "T1190",
        "T1098.006",
        "K03",
        "K06",
        "CWE-306"
      ],
      "aliases": [
        "C-0262",
        "KSV-0122",
        "BindingsToSystemAnonymous",
        "disallowanonymous"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacGrantAnonymous,
  },
  {
    metadata: {
      "id": "rbac-grant-authenticated",
      "title": "Rights granted to everybody who can authenticate",
      "severity": "high",
      "since": "0.1.0",
      "why": "The group system:authenticated holds every identity the API server accepts: people, machines, every ServiceAccount and so every pod, with some providers every account of theirs. What is bound to it is bound to whoever comes next. Discovery and self reviews, which Kubernetes binds to it itself, are not reported.",
      "remedy": "Bind a group of your own, or the ServiceAccounts that need the access, instead of system:authenticated.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings"
      ],
      "controls": [
        "CIS 5.1.2",
        "CIS 5.1.4",
        "T1098.006",
        "K03",
        "CWE-284"
      ],
      "aliases": [
        "C-0265",
        "KSV-01011",
        "disallow-authenticated"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacGrantAuthenticated,
  },
  {
    metadata: {
      "id": "rbac-grant-nodes-group",
      "title": "Rights granted to nodes",
      "severity": "high",
      "since": "0.1.0",
      "why": "The Node authorizer gives a kubelet what the pods of its own node need and no more. A binding to the group system:nodes, or to the user of one node, adds rights without that limit: whoever breaks out of a container on any node has them. What kubeadm binds to nodes is not reported.",
      "remedy": "Let an agent on the node use a ServiceAccount of its own in place of the kubelet's credential, and leave kubelets to the Node authorizer.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/node/",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#core-component-roles"
      ],
      "controls": [
        "K03",
        "CWE-284"
      ],
      "aliases": [
        "IDENTITY_ASSUME"
      ],
      "tags": [
        "authorization",
        "rbac",
        "nodes"
      ],
      "extended": false
    },
    check: rbacGrantNodesGroup,
  },
  {
    metadata: {
      "id": "rbac-grant-reserved-identity",
      "title": "Rights granted to a name that is reserved for Kubernetes",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Names that start with system: are Kubernetes' own. One that no component of this version has is held by nobody, until a certificate or an identity provider hands it out: then the right is there already, under a name that reviews take for part of the system. A ServiceAccount written as User system:serviceaccount:… is the same account, and escapes whoever looks for ServiceAccounts.",
      "remedy": "Bind a name of your own, outside system:, or the component that was meant. Write a ServiceAccount as kind ServiceAccount with name and namespace.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings"
      ],
      "controls": [
        "T1098.006",
        "K03",
        "CWE-284"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: rbacGrantReservedIdentity,
  },
  {
    metadata: {
      "id": "rbac-grant-system-masters",
      "title": "A binding that names system:masters",
      "severity": "low",
      "since": "0.1.0",
      "why": "Members of system:masters are allowed everything before any authorizer is asked. A binding that names the group adds nothing and takes nothing away when it is deleted, but reads as if it decided what they may do.",
      "remedy": "Delete the subject, and bind a group of your own whose rights a binding really decides.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"
      ],
      "controls": [
        "CIS 5.1.7",
        "K03"
      ],
      "aliases": [
        "KSV-0123",
        "C-0246"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacGrantSystemMasters,
  },
  {
    metadata: {
      "id": "rbac-impersonate",
      "title": "The right to impersonate",
      "severity": "high",
      "since": "0.1.0",
      "why": "Whoever may impersonate a user, group or ServiceAccount has its rights by adding a header to a request. Without names that is anybody, the superusers' group included. Rights that the API server never asks for are not reported: users and groups in a RoleBinding, groups without any user, and constrained impersonation without requests to go with it.",
      "remedy": "Take the right out, or name the users, groups and ServiceAccounts that may be impersonated in resourceNames, and grant ServiceAccounts in their namespace. From 1.36 on constrained impersonation limits the requests as well.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb"
      ],
      "controls": [
        "CIS 5.1.8",
        "T1134",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0065",
        "C-0191",
        "KSV-0043",
        "CKV2_K8S_3",
        "risky-impersonate"
      ],
      "tags": [
        "authorization",
        "rbac",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: rbacImpersonate,
  },
  {
    metadata: {
      "id": "rbac-in-default-namespace",
      "title": "A role, binding or ServiceAccount in the namespace default",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "Everything that names no namespace ends up in default, so that what is bound there is shared by whatever nobody thought about. Told for parity with other tools; what the rights are worth is told by other rules.",
      "remedy": "Put the application and its rights into a namespace of its own.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#when-to-use-multiple-namespaces"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [
        "C-0212"
      ],
      "tags": [
        "authorization",
        "rbac"
      ]
    },
    check: rbacInDefaultNamespace,
  },
  {
    metadata: {
      "id": "rbac-ineffective-rule",
      "title": "A right or a subject that no request ever matches",
      "severity": "low",
      "since": "0.1.0",
      "why": "The API server compares words as they are written and accepts nearly any: `pods/*` is no wildcard, `deployments` are not in the core group, `create` beside resourceNames allows nobody to create, `bind` is never asked for on bindings, a Role gives no nodes, `system:masters` as a user is nobody. Who wrote it thinks that something is allowed, or that something is limited, and it is not. What is beside the point but misses nobody is info.",
      "remedy": "Write what was meant, or take the word out; as it stands it gives nothing, so nobody loses anything.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources",
        "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: rbacIneffectiveRule,
  },
  {
    metadata: {
      "id": "rbac-namespaces-write",
      "title": "The right to relabel or create namespaces",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Labels of a namespace decide which Pod Security level is enforced there, which network policies and which webhooks reach it. Who may change them, and run pods in any of them, takes over nodes where that was ruled out. Who creates a namespace chooses its labels.",
      "remedy": "Leave labels to whoever administers the cluster. A controller can be kept to its namespaces by resourceNames for update and patch; creating namespaces needs no right to change others.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification",
        "https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces"
      ],
      "controls": [
        "T1562",
        "K03",
        "K04",
        "CWE-269"
      ],
      "aliases": [
        "PATCH_NAMESPACE_TO_BYPASS_PSA"
      ],
      "tags": [
        "authorization",
        "rbac",
        "admission"
      ],
      "extended": false
    },
    check: rbacNamespacesWrite,
  },
  {
    metadata: {
      "id": "rbac-networking-write",
      "title": "The right to redirect or open traffic",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "Services, endpoints and Ingresses decide where traffic goes: who writes them takes over the traffic of others in the namespace, and who writes the status of Services of addresses outside the cluster. Without its NetworkPolicies a namespace is open to every pod.",
      "remedy": "Leave endpoints and the status of Services to their controllers; endpoints are in none of the roles that Kubernetes ships for people. Let Services, Ingresses and NetworkPolicies be written where an application is deployed, and nowhere else.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#write-access-for-endpoints",
        "https://kubernetes.io/docs/concepts/services-networking/network-policies/"
      ],
      "controls": [
        "NSA-NET",
        "K03",
        "CWE-284"
      ],
      "aliases": [
        "KSV-0056",
        "CKV2_K8S_4",
        "modify_service_status"
      ],
      "tags": [
        "authorization",
        "rbac",
        "network"
      ]
    },
    check: rbacNetworkingWrite,
  },
  {
    metadata: {
      "id": "rbac-nodes-proxy",
      "title": "The right to speak to kubelets through the API server",
      "severity": "high",
      "since": "0.1.0",
      "why": "nodes/proxy reaches the whole API of every kubelet, which runs commands in any pod of its node, past admission control and, for requests to the kubelet itself, past the audit log. get is enough: a websocket starts as a GET. The finer subresources nodes/metrics, nodes/stats, nodes/log and, since 1.33, nodes/pods, nodes/configz and nodes/healthz give what monitoring needs.",
      "remedy": "Grant nodes/metrics and nodes/stats, or nodes/pods and nodes/configz, in place of nodes/proxy.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes",
        "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/"
      ],
      "controls": [
        "CIS 5.1.10",
        "T1609",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0279",
        "KSV-0047",
        "CKV2_K8S_2",
        "nodes_proxy",
        "restrict-clusterrole-nodesproxy"
      ],
      "tags": [
        "authorization",
        "rbac",
        "nodes",
        "depends-on-minor"
      ],
      "extended": false
    },
    check: rbacNodesProxy,
  },
  {
    metadata: {
      "id": "rbac-nodes-write",
      "title": "The right to change nodes",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Labels and taints decide where pods run. Whoever writes them can draw pods, and the tokens and Secrets they mount, to a node it controls, or keep them off the others. nodes/status decides what a node claims to offer and, for some components, which address is contacted for it.",
      "remedy": "Leave nodes to the kubelets and the controllers of the platform; grant patch on named nodes where a component labels its own.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction",
        "https://kubernetes.io/docs/concepts/architecture/nodes/"
      ],
      "controls": [
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "modify_node_status",
        "steal_pods"
      ],
      "tags": [
        "authorization",
        "rbac",
        "nodes"
      ],
      "extended": false
    },
    check: rbacNodesWrite,
  },
  {
    metadata: {
      "id": "rbac-persistentvolumes-create",
      "title": "The right to create PersistentVolumes",
      "severity": "high",
      "since": "0.1.0",
      "why": "A PersistentVolume may be a hostPath of any node. Pod Security looks at the volumes of pods, where only the claim stands: a pod that passes the level restricted then reads and writes any file of its node, the credentials of the kubelet and of its pods included.",
      "remedy": "Leave creating volumes to the provisioner of a StorageClass; users need PersistentVolumeClaims only.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation",
        "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"
      ],
      "controls": [
        "CIS 5.1.9",
        "T1611",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0278"
      ],
      "tags": [
        "authorization",
        "rbac",
        "storage"
      ],
      "extended": false
    },
    check: rbacPersistentvolumesCreate,
  },
  {
    metadata: {
      "id": "rbac-pods-create",
      "title": "The right to create pods",
      "severity": "high",
      "since": "0.1.0",
      "why": "Whoever creates a pod names the ServiceAccount it runs as and the Secrets and volumes it mounts, so this gives every account and every Secret of the namespace, and the node where no admission policy forbids privileged pods. resourceNames do not narrow it: a request that creates a pod carries no name.",
      "remedy": "Leave creating pods to the controllers. Where a tool must start pods, give it a namespace of its own, whose ServiceAccounts hold no rights, with Pod Security level restricted.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
        "https://kubernetes.io/docs/concepts/security/pod-security-standards/"
      ],
      "controls": [
        "CIS 5.1.4",
        "T1610",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0188",
        "KSV-0048",
        "access-to-create-pods",
        "risky-create-pod",
        "assign_sa",
        "CKV_K8S_157"
      ],
      "tags": [
        "authorization",
        "rbac",
        "workloads"
      ],
      "extended": false
    },
    check: rbacPodsCreate,
  },
  {
    metadata: {
      "id": "rbac-pods-exec",
      "title": "The right to run commands in pods",
      "severity": "high",
      "since": "0.1.0",
      "why": "exec and attach, an ephemeral container, or another image in a running pod let their holder act as what runs there: its token, its Secrets, its data. Clients open exec and attach with a POST, which asks for create, or with a websocket, which asks for get; since 1.35 the websocket asks for create as well. No right to read pods is needed.",
      "remedy": "Grant it for single pods by resourceNames, for the time it is needed, and let groups of people hold it instead of ServiceAccounts.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
        "https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/",
        "https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/"
      ],
      "controls": [
        "T1609",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0002",
        "KSV-0053",
        "KSV-0054",
        "CKV2_K8S_2",
        "risky-exec-pods",
        "risky-attach-pods",
        "pods_exec",
        "pods_ephemeral_ctrs",
        "block-pod-exec",
        "rolebindingRolePodExecAttach",
        "clusterrolePodExecAttach"
      ],
      "tags": [
        "authorization",
        "rbac",
        "workloads"
      ],
      "extended": false
    },
    check: rbacPodsExec,
  },
  {
    metadata: {
      "id": "rbac-pods-portforward",
      "title": "The right to connect to pods past every network policy",
      "severity": "medium",
      "extended": true,
      "since": "0.1.0",
      "why": "A port forward and the proxies of pods and services reach what listens in a pod through the API server and the kubelet, so NetworkPolicies and a Service's own exposure do not stand in the way. What listens on a loopback address, such as an administration port, often asks for no password.",
      "remedy": "Grant it to people, in the namespaces they debug, with the names of the pods in resourceNames where they are stable.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/",
        "https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/#manually-constructing-apiserver-proxy-urls"
      ],
      "controls": [
        "K03",
        "CWE-284"
      ],
      "aliases": [
        "C-0063"
      ],
      "tags": [
        "authorization",
        "rbac",
        "network"
      ]
    },
    check: rbacPodsPortforward,
  },
  {
    metadata: {
      "id": "rbac-policy-engine-admin",
      "title": "The right to change what a policy engine allows",
      "severity": "medium",
      "extended": true,
      "since": "0.1.0",
      "why": "Kyverno and Gatekeeper decide what may be created by objects of their own, so whoever writes those objects, or an exception from them, switches off what keeps privileged pods and foreign images out; a mutating or generating policy also writes objects with the rights of the engine.",
      "remedy": "Let one pipeline write the policies of the whole cluster, from reviewed files, and let exceptions be written where those who review them look.",
      "needs": [],
      "references": [
        "https://kyverno.io/docs/policy-types/cluster-policy/overview/",
        "https://open-policy-agent.github.io/gatekeeper/website/docs/howto/"
      ],
      "controls": [
        "T1562",
        "K04",
        "K03",
        "CWE-284"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac",
        "admission"
      ]
    },
    check: rbacPolicyEngineAdmin,
  },
  {
    metadata: {
      "id": "rbac-rbac-objects-write",
      "title": "The right to write roles or bindings",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Without bind or escalate a writer of roles and bindings can hand on what it holds itself, and nothing more: to anybody, for good, and without anybody noticing where the grant came from. Together with rights that come later, from another binding or an aggregated role, it hands on those as well.",
      "remedy": "Leave roles and bindings to whoever administers the cluster. Where a controller needs to write them, name them in resourceNames for update, patch and delete, and keep the rights it holds itself few.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping"
      ],
      "controls": [
        "T1098.006",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "KSV-0055",
        "subjects-with-rbac-management",
        "risky-add-rolebinding"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacRbacObjectsWrite,
  },
  {
    metadata: {
      "id": "rbac-secrets-read",
      "title": "The right to read Secrets",
      "severity": "high",
      "since": "0.1.0",
      "why": "Secrets hold tokens, keys and passwords. get, list and watch return their contents, and so do patch, deletecollection and a deletion with a propagation policy, as a dry run too; create and update do not. A right to all Secrets of the cluster includes the tokens and keys of every application.",
      "remedy": "Mount the Secrets that a pod needs instead of reading them through the API. Where they must be read, grant get in their namespace and name them in resourceNames.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
        "https://kubernetes.io/docs/concepts/configuration/secret/#information-security-for-secrets"
      ],
      "controls": [
        "CIS 5.1.2",
        "T1552.007",
        "K08",
        "K03",
        "CWE-522"
      ],
      "aliases": [
        "C-0015",
        "C-0186",
        "KSV-0041",
        "KSV-0113",
        "CKV2_K8S_5",
        "access-to-secrets",
        "risky-list-secrets",
        "risky-get-secrets",
        "list_secrets",
        "restrict-secret-role-verbs"
      ],
      "tags": [
        "authorization",
        "rbac",
        "secrets"
      ],
      "extended": false
    },
    check: rbacSecretsRead,
  },
  {
    metadata: {
      "id": "rbac-secrets-write",
      "title": "The right to create or change Secrets",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Who creates Secrets can have one filled with a token: of type kubernetes.io/service-account-token, it is given a never-expiring token of the ServiceAccount that its annotation names, for whoever reads or mounts it. Who changes Secrets replaces the keys and passwords that applications trust. create and update do not return what is there; patch does, which is told as reading.",
      "remedy": "Let the one controller that makes Secrets do so in its own namespace. To keep one Secret up to date, grant update and patch with resourceNames; create cannot be narrowed by a name.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
        "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"
      ],
      "controls": [
        "T1528",
        "K03",
        "K08",
        "CWE-269"
      ],
      "aliases": [
        "KSV-0041",
        "KSV-0113",
        "issue_token_secrets"
      ],
      "tags": [
        "authorization",
        "rbac",
        "secrets"
      ],
      "extended": false
    },
    check: rbacSecretsWrite,
  },
  {
    metadata: {
      "id": "rbac-subject-fan-out",
      "title": "A subject with many roles, or a namespace with many subjects",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "A subject that is bound to four roles or more, and a namespace that five subjects or more have rights in, are where reviews lose count. Told for parity with other tools; it is no risk of its own.",
      "remedy": "Give one role to one purpose, and bind groups instead of many single subjects.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [
        "multiple-role-subjects",
        "multiple-subject-namespaces"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "parameters": [
        {
          "name": "roles",
          "default": 4,
          "min": 2,
          "description": "so many roles of one subject are too many"
        },
        {
          "name": "subjects",
          "default": 5,
          "min": 2,
          "description": "so many subjects with rights in one namespace are too many"
        }
      ]
    },
    check: rbacSubjectFanOut,
  },
  {
    metadata: {
      "id": "rbac-token-create",
      "title": "The right to issue tokens of ServiceAccounts",
      "severity": "high",
      "since": "0.1.0",
      "why": "create on serviceaccounts/token returns a token of the account, and so all its rights, without a trace on the account itself. Names limit it: the account's name is part of the request. In kube-system, or everywhere, it includes the controllers' accounts.",
      "remedy": "Name the accounts in resourceNames, and grant it in their namespace. A pod that needs another token than its own can mount a projected one.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request",
        "https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/"
      ],
      "controls": [
        "CIS 5.1.13",
        "T1528",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "C-0282",
        "token_request"
      ],
      "tags": [
        "authorization",
        "rbac",
        "tokens"
      ],
      "extended": false
    },
    check: rbacTokenCreate,
  },
  {
    metadata: {
      "id": "rbac-unused-role",
      "title": "A role that nobody uses",
      "severity": "info",
      "since": "0.1.0",
      "why": "No binding leads to the role and no aggregation takes it in. It gives nothing today, and everything in it to whoever is bound to it without a look at what it says. Roles that somebody is allowed to bind by name, and roles labelled for aggregation, are not told; nor is any where the inputs hold no bindings at all.",
      "remedy": "Delete the role, or bind it; where people are meant to bind it themselves, leave it.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review"
      ],
      "controls": [
        "K03"
      ],
      "aliases": [],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacUnusedRole,
  },
  {
    metadata: {
      "id": "rbac-wildcard-all",
      "title": "Every verb on every resource, by another name than cluster-admin",
      "severity": "high",
      "since": "0.1.0",
      "why": "A role with `*` for verbs, resources and API groups allows what cluster-admin allows, kinds that are installed later included, and is found by nobody who looks for cluster-admin. In a RoleBinding it allows all of that in its namespace. `*` of one API group, or without one of the three, is less and not told here.",
      "remedy": "List the groups, resources and verbs that are needed and bind them in the namespaces where they are needed. Where a deployment tool needs to write everything, keep who may use its ServiceAccount as few as cluster-admins.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources"
      ],
      "controls": [
        "CIS 5.1.3",
        "NSA-AA",
        "T1098.006",
        "K03",
        "CWE-250"
      ],
      "aliases": [
        "C-0187",
        "C-0035",
        "KSV-0044",
        "risky-any-verb",
        "any-resource-any-verb"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacWildcardAll,
  },
  {
    metadata: {
      "id": "rbac-wildcard-resources",
      "title": "A right to all resources of a group, or of all groups",
      "severity": "high",
      "since": "0.1.0",
      "why": "`*` for resources covers every kind and every subresource: of the core group Secrets, pods/exec and nodes/proxy, so that reading everything is reading every Secret and, through the kubelets, running commands in every pod. Kinds that are installed later are covered too. `*` of one group is no more than that group: told where one of its kinds gives power, never of a group of custom kinds.",
      "remedy": "List the resources that are needed. For looking around bind the ClusterRole view, which leaves Secrets out, and for metrics grant nodes/metrics and the paths that are read.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources"
      ],
      "controls": [
        "CIS 5.1.3",
        "K03",
        "CWE-250"
      ],
      "aliases": [
        "KSV-0046",
        "KSV-0112",
        "CKV_K8S_49",
        "rbac_wildcard_in_rule",
        "wildcard-in-rules",
        "any-resource-any-verb",
        "risky-any-resource-any-verb",
        "restrict-wildcard-resources"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacWildcardResources,
  },
  {
    metadata: {
      "id": "rbac-wildcard-verbs",
      "title": "Every verb on some resources",
      "severity": "medium",
      "since": "0.1.0",
      "why": "`*` for verbs covers the verbs that a list leaves out on purpose: escalate and bind on roles, impersonate on users and ServiceAccounts, approve on signers, deletecollection everywhere, and whatever later versions add. It is worth the strongest of what it gives; on kinds without such verbs little, and nothing is told of custom kinds, whose operators need all of them.",
      "remedy": "List the verbs that are used; an audit log or the client's code tells them. Where all of get, list, watch, create, update, patch and delete are needed, write those.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
        "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"
      ],
      "controls": [
        "CIS 5.1.3",
        "K03",
        "CWE-250"
      ],
      "aliases": [
        "KSV-0045",
        "CKV_K8S_49",
        "rbac_wildcard_in_rule",
        "wildcard-in-rules",
        "risky-any-verb-secrets",
        "risky-any-verb-pods",
        "risky-any-verb-deployments",
        "risky-any-verb-daemonsets",
        "risky-any-verb-rolebindings",
        "restrict-wildcard-verbs"
      ],
      "tags": [
        "authorization",
        "rbac"
      ],
      "extended": false
    },
    check: rbacWildcardVerbs,
  },
  {
    metadata: {
      "id": "rbac-workloads-write",
      "title": "The right to create or change what runs pods",
      "severity": "high",
      "since": "0.1.0",
      "why": "The controllers of Deployments, DaemonSets, StatefulSets, ReplicaSets, ReplicationControllers, Jobs and CronJobs create the pods that a template describes, so whoever writes the template names the ServiceAccount those pods run as and the Secrets they mount, without any right to pods or Secrets. update and patch are enough where the template can change, of a single named object too.",
      "remedy": "Let a deployment tool write workloads in namespaces of its own, one account for each. For scaling grant the scale subresource; for restarts and status use the controller's own account.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
        "https://kubernetes.io/docs/concepts/workloads/controllers/"
      ],
      "controls": [
        "T1610",
        "K03",
        "CWE-269"
      ],
      "aliases": [
        "KSV-0048",
        "access-to-create-pods",
        "risky-create-deployments",
        "risky-update-deployments",
        "risky-create-daemonsets",
        "risky-create-cronjobs",
        "risky-create-jobs",
        "assign_sa",
        "modify_pods"
      ],
      "tags": [
        "authorization",
        "rbac",
        "workloads"
      ],
      "extended": false
    },
    check: rbacWorkloadsWrite,
  },
  {
    metadata: {
      "id": "sa-default-automount",
      "title": "A default ServiceAccount whose token is in every pod that names none",
      "severity": "low",
      "since": "0.1.0",
      "why": "Pods that name no ServiceAccount run as `default` of their namespace, and get its token unless pod or account says otherwise. Few of them call the API server. The first binding to `default`, and the first one to a group of accounts, then arms every one of these pods, those that nobody thought of included.",
      "remedy": "Set `automountServiceAccountToken: false` on the ServiceAccount `default`, and give a program that calls the API server an account of its own.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
        "https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"
      ],
      "controls": [
        "CIS 5.1.5",
        "NSA-POD",
        "T1528",
        "K01",
        "CWE-1188"
      ],
      "aliases": [
        "C-0189",
        "C-0225",
        "CKV_K8S_41"
      ],
      "tags": [
        "authentication",
        "service-accounts",
        "workloads"
      ],
      "extended": false
    },
    check: saDefaultAutomount,
  },
  {
    metadata: {
      "id": "sa-default-in-use",
      "title": "Pods that run as the default ServiceAccount",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "What one workload needs and is bound to `default`, every other workload of the namespace that names no account gets too, and nobody can tell from a log which of them it was.",
      "remedy": "Give each workload a ServiceAccount of its own and name it in the pod.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"
      ],
      "controls": [
        "CIS 5.1.5",
        "K01"
      ],
      "aliases": [
        "C-0189",
        "default-service-account",
        "ServiceAccountName"
      ],
      "tags": [
        "service-accounts",
        "workloads"
      ]
    },
    check: saDefaultInUse,
  },
  {
    metadata: {
      "id": "sa-deprecated-field",
      "title": "The deprecated field serviceAccount",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "`serviceAccount` is the old name of `serviceAccountName`. It counts only where the new one is not written; beside it the old one says nothing, whatever account it names.",
      "remedy": "Write `serviceAccountName`.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"
      ],
      "controls": [
        "K01"
      ],
      "aliases": [
        "C-0294",
        "deprecated-service-account-field"
      ],
      "tags": [
        "service-accounts",
        "workloads",
        "hygiene"
      ]
    },
    check: saDeprecatedField,
  },
  {
    metadata: {
      "id": "sa-legacy-token-secret",
      "title": "A ServiceAccount token in a Secret, which never expires",
      "severity": "high",
      "since": "0.1.0",
      "why": "The token controller fills a Secret of type kubernetes.io/service-account-token with a token that is bound to no pod and never expires. Whoever reads it once, from the cluster, a backup or a file, is that account until Secret or account is deleted. It is worth what the account can do.",
      "remedy": "Delete the Secret. Pods get a short-lived token by themselves; other clients ask for one with `kubectl create token` or the TokenRequest API.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/service-accounts/#get-a-token",
        "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"
      ],
      "controls": [
        "T1528",
        "K03",
        "K06",
        "K08",
        "CWE-324"
      ],
      "aliases": [
        "deny-secret-service-account-token-type",
        "check-serviceaccount-secrets"
      ],
      "tags": [
        "authentication",
        "credentials",
        "service-accounts"
      ],
      "extended": false
    },
    check: saLegacyTokenSecret,
  },
  {
    metadata: {
      "id": "sa-missing",
      "title": "Pods that name a ServiceAccount which does not exist",
      "severity": "low",
      "since": "0.1.0",
      "why": "The API server refuses pods whose ServiceAccount is not there, so the workload does not run. The account comes into being with whatever is bound to its name already, for whoever may create ServiceAccounts in that namespace.",
      "remedy": "Correct the name, or create the ServiceAccount together with the workload.",
      "needs": [
        "complete"
      ],
      "references": [
        "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-admission-controller"
      ],
      "controls": [
        "K01"
      ],
      "aliases": [
        "C-0307",
        "non-existent-service-account",
        "restrict-service-account"
      ],
      "tags": [
        "service-accounts",
        "workloads",
        "hygiene"
      ],
      "extended": false
    },
    check: saMissing,
  },
  {
    metadata: {
      "id": "sa-shared",
      "title": "One ServiceAccount for several workloads",
      "severity": "info",
      "extended": true,
      "since": "0.1.0",
      "why": "Workloads that share an account share its rights: each has what any of them needs, and a request in the audit log could be of any of them.",
      "remedy": "Give each workload an account of its own, bound to what that one does.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"
      ],
      "controls": [
        "K01",
        "K03"
      ],
      "aliases": [
        "c1032cf7-3628-44e2-bd53-38c17cf31b6b"
      ],
      "tags": [
        "service-accounts",
        "workloads"
      ],
      "parameters": [
        {
          "name": "workloads",
          "default": 2,
          "min": 2,
          "description": "so many workloads with one ServiceAccount are too many"
        }
      ]
    },
    check: saShared,
  },
  {
    metadata: {
      "id": "sa-signing-config-missing",
      "title": "A controller manager without what ServiceAccount tokens need",
      "severity": "low",
      "extended": true,
      "since": "0.1.0",
      "why": "Without --service-account-private-key-file no Secret gets a ServiceAccount's token, and without --root-ca-file pods get no CA to verify the API server by (the ConfigMap kube-root-ca.crt is not published), so that clients in pods are told not to verify. An API server without issuer or keys would not start and is told as such.",
      "remedy": "Give the controller manager --root-ca-file, and --service-account-private-key-file where Secrets hold tokens.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/"
      ],
      "controls": [
        "CIS 1.2.22",
        "CIS 1.3.4",
        "CIS 1.3.5",
        "K06"
      ],
      "aliases": [
        "C-0136",
        "C-0147",
        "C-0148",
        "KCV-0025",
        "KCV-0036",
        "KCV-0037",
        "CKV_K8S_97",
        "CKV_K8S_110",
        "CKV_K8S_111"
      ],
      "tags": [
        "authentication",
        "control-plane"
      ]
    },
    check: saSigningConfigMissing,
  },
  {
    metadata: {
      "id": "sa-token-automount",
      "title": "Pods with a token of a ServiceAccount that nothing is bound to",
      "severity": "low",
      "since": "0.1.0",
      "why": "Unless pod or ServiceAccount says otherwise, every container of a pod finds a token of the pod's account at a well-known path. Where nothing is bound to the account, the program in it does not need that token; whoever breaks into the container has it all the same, can ask the API server what it serves, and holds whatever somebody binds to the account later.",
      "remedy": "Set `automountServiceAccountToken: false` on the ServiceAccount. A pod that shows its token to something else than the API server is better off with a projected token of that audience.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
        "https://kubernetes.io/docs/concepts/security/service-accounts/"
      ],
      "controls": [
        "CIS 5.1.6",
        "NSA-POD",
        "T1528",
        "K01",
        "CWE-1188"
      ],
      "aliases": [
        "C-0034",
        "C-0190",
        "C-0261",
        "KSV-0036",
        "CKV_K8S_38",
        "AC_K8S_0045",
        "restrict-automount-sa-token",
        "automountServiceAccountToken",
        "asat"
      ],
      "tags": [
        "authentication",
        "service-accounts",
        "workloads"
      ],
      "extended": false
    },
    check: saTokenAutomount,
  },
  {
    metadata: {
      "id": "sa-token-projection-risky",
      "title": "A projected token for the API server that outlives a day",
      "severity": "medium",
      "since": "0.1.0",
      "why": "A projected token for the API server is the pod's ServiceAccount wherever it is presented, until it expires or the pod is deleted. The kubelet replaces it after 24 hours at the latest, so a longer life is of use to nobody but to whoever copied the token; the more containers mount it, the more programs it leaks from. A token with the audience of another service does not open the API server, and is not meant here.",
      "remedy": "Ask for an hour: the kubelet renews the file by itself. Mount it in the container that calls the API server and in no other. For another service name that service's audience.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken",
        "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-tokens"
      ],
      "controls": [
        "T1528",
        "K06",
        "CWE-613"
      ],
      "aliases": [],
      "tags": [
        "authentication",
        "credentials",
        "service-accounts",
        "workloads"
      ],
      "parameters": [
        {
          "name": "seconds",
          "default": 86400,
          "min": 600,
          "description": "a longer life of a token, in seconds, is too long; the kubelet renews it after a day at the latest"
        }
      ],
      "extended": false
    },
    check: saTokenProjectionRisky,
  },
  {
    metadata: {
      "id": "source-duplicate-key",
      "title": "A key that is written twice in an access object",
      "severity": "low",
      "since": "0.1.0",
      "why": "Of a key written twice in an object of RBAC, a ServiceAccount or a token Secret one value holds and the other is gone without a word, unless the client validates strictly, as kubectl does by default. Reviews tend to read the first one, the API server takes the last.",
      "remedy": "Write the key once, with the value that is meant.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"
      ],
      "controls": [
        "CWE-694"
      ],
      "aliases": [],
      "tags": [
        "source"
      ],
      "extended": false
    },
    check: sourceDuplicateKey,
  },
  {
    metadata: {
      "id": "source-hidden-content",
      "title": "An access object that kubectl reads otherwise than it looks",
      "severity": "medium",
      "since": "0.1.0",
      "why": "Text after a document's end never reaches the cluster, a merge key can decide a value that is written out beside it, and an object with `items` is a list whatever its kind says. What a reviewer approves is then not what is applied.",
      "remedy": "Write each object as a document of its own, every key once and without merges.",
      "needs": [],
      "references": [
        "https://yaml.org/spec/1.1/#id857577",
        "https://yaml.org/type/merge.html"
      ],
      "controls": [
        "T1036",
        "CWE-451"
      ],
      "aliases": [],
      "tags": [
        "source"
      ],
      "extended": false
    },
    check: sourceHiddenContent,
  },
  {
    metadata: {
      "id": "source-hidden-line-break",
      "title": "A line break that kubectl sees and people do not",
      "severity": "medium",
      "since": "0.1.0",
      "why": "The YAML reader of Kubernetes ends a line at U+0085, U+2028, U+2029 and at a lone carriage return. Editors and reviews show what follows as part of the same line, so that a comment can go on as a key that is applied.",
      "remedy": "Replace the character by a line feed, or by a space where no line should end.",
      "needs": [],
      "references": [
        "https://yaml.org/spec/1.1/#id864217"
      ],
      "controls": [
        "T1036",
        "CWE-451"
      ],
      "aliases": [],
      "tags": [
        "source"
      ],
      "extended": false
    },
    check: sourceHiddenLineBreak,
  },
  {
    metadata: {
      "id": "suppression-expired",
      "title": "A suppression whose last day is over",
      "severity": "low",
      "since": "0.1.0",
      "why": "Somebody accepted a risk until a day, and that day is over: what was accepted is told again. The suppression itself does nothing any more and reads as if it did.",
      "remedy": "Mend what was accepted and take the suppression out, or decide anew and write a later day.",
      "needs": [
        "suppressions"
      ],
      "references": [
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html",
        "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"
      ],
      "controls": [],
      "aliases": [],
      "tags": [
        "suppression"
      ],
      "extended": false
    },
    check: suppressionExpired,
  },
  {
    metadata: {
      "id": "suppression-misspelt",
      "title": "A suppression that cannot be understood",
      "severity": "low",
      "since": "0.1.0",
      "why": "A comment, an annotation or an entry that is meant to accept a risk and is not written as one: no reason, a rule that does not exist, a key with a letter too many. It accepts nothing, whatever its author believes.",
      "remedy": "Write it as `ignore[RULE] until=YYYY-MM-DD -- REASON` in a comment, as `RULE -- REASON` in the annotation `authgraph.dev/ignore`, or let `authgraph suppress` write it.",
      "needs": [
        "suppressions"
      ],
      "references": [
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html",
        "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"
      ],
      "controls": [],
      "aliases": [],
      "tags": [
        "suppression"
      ],
      "extended": false
    },
    check: suppressionMisspelt,
  },
  {
    metadata: {
      "id": "suppression-unused",
      "title": "A suppression that matches nothing",
      "severity": "low",
      "since": "0.1.0",
      "why": "What somebody accepted is gone, or was never what the words say: a name may be misspelt, the comment may stand on the wrong line. Left where it is, it silences what comes there next, with a reason that was given for something else.",
      "remedy": "Take the suppression out, or correct what it names.",
      "needs": [
        "suppressions"
      ],
      "references": [
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html",
        "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"
      ],
      "controls": [],
      "aliases": [],
      "tags": [
        "suppression"
      ],
      "extended": false
    },
    check: suppressionUnused,
  },
  {
    metadata: {
      "id": "suppression-void",
      "title": "A suppression whose condition holds no longer",
      "severity": "low",
      "since": "0.1.0",
      "why": "Somebody accepted a risk as long as something stays true: a subject is bound in some namespaces only, a rule names some objects only, a grant gives no more than was written down. By now it does not, so what was accepted is told again.",
      "remedy": "Take back what made the grant wider, or decide anew and write down what is accepted now.",
      "needs": [
        "suppressions"
      ],
      "references": [
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html",
        "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"
      ],
      "controls": [],
      "aliases": [],
      "tags": [
        "suppression"
      ],
      "extended": false
    },
    check: suppressionVoid,
  },
  {
    metadata: {
      "id": "workload-privileged-service-account",
      "title": "Pods that carry the token of a powerful ServiceAccount",
      "severity": "high",
      "since": "0.1.0",
      "why": "The token of a pod's ServiceAccount is a file in its containers. Whoever breaks into the program, or may exec into the pod, is that account. Where the account can do everything, read every Secret or take over nodes, so can one flaw in one program.",
      "remedy": "Bind the account to a role that lists what the program does, in the namespaces where it does it. A pod whose program does not call the API server needs no token: `automountServiceAccountToken: false`.",
      "needs": [],
      "references": [
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
        "https://kubernetes.io/docs/concepts/security/service-accounts/"
      ],
      "controls": [
        "T1078",
        "K01",
        "K03",
        "CWE-250"
      ],
      "aliases": [
        "C-0053",
        "C-0272",
        "risky-pods"
      ],
      "tags": [
        "authorization",
        "rbac",
        "service-accounts",
        "workloads"
      ],
      "extended": false
    },
    check: workloadPrivilegedServiceAccount,
  },
];
