// Written by `pnpm generate` from the folders beside it: do not edit.
import type { Rule } from "@authgraph/rules";
import { check as apiserverAnonymousAuth } from "./apiserver-anonymous-auth/rule.ts";
import { check as apiserverAuthorizationAlwaysAllow } from "./apiserver-authorization-always-allow/rule.ts";
import { check as apiserverTokenAuthFile } from "./apiserver-token-auth-file/rule.ts";
import { check as identitySystemMastersMember } from "./identity-system-masters-member/rule.ts";
import { check as rbacClusterAdminBinding } from "./rbac-cluster-admin-binding/rule.ts";
import { check as rbacGrantAllServiceAccounts } from "./rbac-grant-all-service-accounts/rule.ts";
import { check as rbacGrantAnonymous } from "./rbac-grant-anonymous/rule.ts";
import { check as rbacGrantAuthenticated } from "./rbac-grant-authenticated/rule.ts";
import { check as rbacGrantSystemMasters } from "./rbac-grant-system-masters/rule.ts";
import { check as rbacImpersonate } from "./rbac-impersonate/rule.ts";
import { check as rbacSecretsRead } from "./rbac-secrets-read/rule.ts";
import { check as rbacWildcardAll } from "./rbac-wildcard-all/rule.ts";
import { check as saLegacyTokenSecret } from "./sa-legacy-token-secret/rule.ts";
import { check as sourceDuplicateKey } from "./source-duplicate-key/rule.ts";
import { check as sourceHiddenContent } from "./source-hidden-content/rule.ts";
import { check as sourceHiddenLineBreak } from "./source-hidden-line-break/rule.ts";

/** Every rule, by id. */
export const ruleset: readonly Rule[] = [
  {
    metadata: {
      "id": "apiserver-anonymous-auth",
      "title": "Requests without credentials are let in on every path, by decision",
      "severity": "low",
      "since": "0.1.0",
      "why": "Requests without credentials are authenticated as system:anonymous and get as far as the authorizer. By themselves they reach health checks and the version only, but from then on one binding that names them is enough to open the cluster to everybody who can reach it. That they are let in is the default and stays unreported; a flag or configuration that decides so is told, and a grant that makes it matter is told in its place.",
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
      "id": "identity-system-masters-member",
      "title": "A credential whose holder is in system:masters",
      "severity": "high",
      "since": "0.1.0",
      "why": "Whoever holds a certificate, token or cloud identity in system:masters is cluster-admin before RBAC, webhooks or any other authorizer are asked. No binding can take it away: a certificate works until it expires or the CA is replaced. Requests for such certificates are told as the intent they are. A token or private key in the file is in the hands of everybody who reads the file. Not read: certificates in Secrets of type kubernetes.io/tls, kubeconfigs in Secrets, openssl commands in scripts, and Certificates of cert-manager.",
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
];
