import type { Scope } from "@authgraph/graph";
import type { PowerLevel } from "./rating.ts";
import { inScope, listed, ofScope, quotable } from "./wording.ts";

/** One question whose yes is a piece of a power. */
export interface Ask {
  readonly verb: string;
  readonly apiGroup: string;
  readonly resource: string;
  readonly subresource: string;
  /** The request names its object, so that a rule with `resourceNames` can allow it. */
  readonly carriesName: boolean;
  /** A server-side apply asks for it by name, and for `patch` before. */
  readonly byApply?: true;
}

/** What an access gives whoever holds it. All parts are needed; of a part, any ask. */
export interface Power {
  readonly id: PowerId;
  /** `void`: told of single namespaces only. */
  readonly cluster: PowerLevel | "void";
  /** Through a RoleBinding; `void`: the API server asks for it at the cluster's scope only. */
  readonly namespace: PowerLevel | "void";
  /** The one namespace in which it means anything. */
  readonly onlyIn?: string;
  readonly parts: readonly Part[];
  /** Completes "can"; `sharp`: the only objects that it holds for, which are as good as any; `ask`: the first one given. */
  readonly phrase: (scope: Scope, sharp: readonly string[], ask: Ask) => string;
  /** What the resource in the rule stands for, for the chain. */
  readonly reach: string;
  /** Which ServiceAccounts of the scope it lets its holder be: whichever it names, or those that pods run as. */
  readonly accounts: "any" | "running" | "none";
  /** Left out where one of these is held, which stand before it: they include it. */
  readonly lesserOf?: readonly PowerId[];
  /**
   * What naming objects takes away. `narrower`: all but bounded damage; `fewer`: what each is worth stays, as of one
   * node; `same`: nothing, as when a pod template may name any account.
   */
  readonly withNames: "narrower" | "fewer" | "same";
}

export interface Part {
  readonly asks: readonly Ask[];
  /** A rule with `resourceNames` counts only if it has one of these, which are as good as any. */
  readonly sharpNames?: readonly string[];
  /** Only a rule that names one of these counts. */
  readonly names?: readonly string[];
  /** The same rule would tell what is left of it without the first part: a remedy takes both. */
  readonly goesToo?: boolean;
  /** What the resource stands for in this part, where that is not what the power reaches. */
  readonly reach?: string;
}

export type PowerId =
  | "everything"
  | "impersonate-users"
  | "escalate"
  | "bind"
  | "bind-strong-roles"
  | "approve-certificates"
  | "approve-node-certificates"
  | "request-node-certificates"
  | "sign-certificates"
  | "write-aws-auth"
  | "read-secrets"
  | "create-tokens"
  | "impersonate-service-accounts"
  | "bind-in-namespace"
  | "escalate-in-namespace"
  | "bind-named-cluster-role"
  | "bind-named-role"
  | "escalate-named-cluster-role"
  | "escalate-named-role"
  | "create-pods"
  | "write-workloads"
  | "exec-pods"
  | "change-pods"
  | "reach-kubelets"
  | "create-persistent-volumes"
  | "use-privileged-security-contexts"
  | "write-admission"
  | "create-mutating-policies"
  | "write-validation"
  | "write-apiservices"
  | "write-crds"
  | "create-crds"
  | "write-admission-policies"
  | "write-identity-configmaps"
  | "write-cluster-info"
  | "write-configmaps"
  | "write-secrets"
  | "label-namespaces"
  | "create-namespaces"
  | "write-cluster-rbac"
  | "write-rbac"
  | "write-nodes"
  | "read-logs"
  | "forward-to-pods"
  | "delete-broad"
  | "write-networking"
  | "write-policy-engines"
  | "every-verb"
  | "every-path"
  | "write"
  | "read"
  | "discovery";

const rbac = "rbac.authorization.k8s.io";
const certificates = "certificates.k8s.io";
const admission = "admissionregistration.k8s.io";

const mutatingPolicies = "mutatingadmissionpolicies";
const mutatingBindings = "mutatingadmissionpolicybindings";
const webhooks: readonly string[] = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];

/** Verbs whose request names an object. list and watch do with `fieldSelector=metadata.name=…`. */
const namedVerbs: readonly string[] = [
  "get",
  "list",
  "watch",
  "update",
  "patch",
  "delete",
  "bind",
  "escalate",
  "impersonate",
  "approve",
  "sign",
  "use",
];

export function asks(verbs: string, apiGroup: string, ...resources: readonly string[]): readonly Ask[] {
  return resources.flatMap((text) => {
    const [resource = "", subresource = ""] = text.split("/");
    return verbs.split(" ").map((verb) => {
      // A subresource is always one of a named object.
      return { verb, apiGroup, resource, subresource, carriesName: subresource !== "" || namedVerbs.includes(verb) };
    });
  });
}

/**
 * Creation that a rule with `resourceNames` allows where it gives `patch` as well: a server-side apply of what is not
 * there asks for `create` with the name (k8s.io/apiserver pkg/endpoints/handlers/patch.go: forceAllowCreate).
 */
function byApply(creations: readonly Ask[]): readonly Ask[] {
  return creations.map((ask) => ({ ...ask, byApply: true }));
}

/** Only `*` itself matches what is called `*`. */
export const everyVerb: Ask = { verb: "*", apiGroup: "*", resource: "*", subresource: "", carriesName: false };

/**
 * Requests whose answer holds the contents of a Secret. A patch returns the whole object, and so does a deletion that
 * waits for its dependents (`propagationPolicy`), or of a collection; as a dry run too. An update returns what was sent.
 */
export const returnSecretData: readonly Ask[] = asks("list get watch patch delete deletecollection", "", "secrets");
const readSecrets: Part = { asks: returnSecretData };
const strongRoles: readonly string[] = ["admin", "edit"];
/** Roles whose binding or change is as good as any. */
const sharpRoles: readonly string[] = ["cluster-admin", ...strongRoles];

/**
 * A binding keeps its role, so that a right to write some bindings, by name, is one to the roles of those alone.
 */
function writeBindings(resource: string, ofStrongRoles: readonly string[] = []): Part {
  return { ...writeNamedBindings(resource), sharpNames: ofStrongRoles };
}

function writeNamedBindings(resource: string): Part {
  return { asks: asks("create update patch", rbac, resource), reach: "and the bindings to write them into" };
}

/** A new role gives nobody anything: binding it takes the rights in it, or another right. */
function writeNamedRoles(resource: string): Part {
  return { asks: asks("update patch", rbac, resource), reach: "and writing the role" };
}

const changeRoles: Part = { ...writeNamedRoles("clusterroles"), sharpNames: sharpRoles };

const approval: Part = {
  asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
  reach: "the approval of requests",
};

/** Before 1.35 the websocket form of exec, a GET, is covered by `get` alone (AuthorizePodWebsocketUpgradeCreatePermission). */
export const websocketNeedsCreateSince = 35;

/** Served and on by default (`MutatingAdmissionPolicy`, `admissionregistration.k8s.io/v1`). */
export const mutatingPoliciesSince = 36;

/**
 * What rights give, strongest first. Of what one right gives, the first that applies is what it is worth.
 *
 * Where two powers of one level apply, the one that says most comes first.
 */
export function powerCatalogue(minorNumber: number): readonly Power[] {
  const enterVerbs = minorNumber < websocketNeedsCreateSince ? "create get" : "create";
  return [
    {
      id: "everything",
      cluster: 1,
      namespace: 3,
      parts: [{ asks: [everyVerb] }],
      phrase: (scope) => `do everything ${inScope(scope)}`,
      reach: "all resources",
      accounts: "any",
      withNames: "same",
    },
    {
      id: "impersonate-users",
      cluster: 1,
      namespace: "void",
      parts: [{ asks: asks("impersonate", "", "users"), sharpNames: [] }],
      phrase: () => "act as any user",
      reach: "any user",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "escalate",
      cluster: 1,
      namespace: "void",
      parts: [{ asks: asks("escalate", rbac, "clusterroles"), sharpNames: sharpRoles }, changeRoles],
      phrase: (_, sharp) => `write any right into ${sharp.length === 0 ? "a ClusterRole" : clusterRoles(sharp)}`,
      reach: "ClusterRoles, beyond what the writer holds",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "bind",
      cluster: 1,
      namespace: "void",
      parts: [
        { asks: asks("bind", rbac, "clusterroles"), sharpNames: ["cluster-admin"] },
        // The binding that Kubernetes ships under this name.
        writeBindings("clusterrolebindings", ["cluster-admin"]),
      ],
      phrase: (scope, sharp) =>
        sharp.length === 0 ? "bind any ClusterRole, cluster-admin included" : bindToItself(scope, sharp),
      reach: "any ClusterRole",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "approve-certificates",
      cluster: 1,
      namespace: "void",
      parts: [approval, { asks: asks("approve", certificates, "signers"), sharpNames: clientSigners }],
      phrase: () => "approve client certificates for any user",
      reach: "certificates of any user",
      accounts: "none",
      withNames: "same",
    },
    {
      // The name and group of any node: what the Node authorizer gives is then its own, Secrets of its pods included.
      id: "approve-node-certificates",
      cluster: 2,
      namespace: "void",
      parts: [approval, { asks: asks("approve", certificates, "signers"), names: [nodeClientSigner] }],
      phrase: () => "approve the certificates that nodes present",
      reach: "certificates of any node",
      accounts: "none",
      withNames: "same",
    },
    {
      // kube-controller-manager approves what such a requester asks for, of whichever node
      // (pkg/controller/certificates/approver/sarapprove.go: recognizers). It asks without a name.
      id: "request-node-certificates",
      cluster: 2,
      namespace: "void",
      parts: [
        { asks: asks("create", certificates, "certificatesigningrequests/nodeclient"), sharpNames: [] },
        { asks: asks("create", certificates, "certificatesigningrequests"), reach: "requests of its own" },
      ],
      phrase: () => "get client certificates in the name of any node",
      reach: "the approval of what nodes ask for",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "write-aws-auth",
      cluster: 1,
      namespace: 1,
      // Only where it is named: elsewhere than on EKS the ConfigMap means nothing, and in other namespaces nowhere.
      onlyIn: "kube-system",
      parts: [{ asks: asks("update patch", "", "configmaps"), names: ["aws-auth"] }],
      phrase: () => "write aws-auth, the list of users and groups of EKS",
      reach: "aws-auth",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "read-secrets",
      cluster: 2,
      namespace: 3,
      parts: [readSecrets],
      phrase: (scope) => `read every Secret ${inScope(scope)}`,
      reach: "every Secret, no resourceNames",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "create-tokens",
      cluster: 2,
      namespace: 3,
      parts: [{ asks: asks("create", "", "serviceaccounts/token") }],
      phrase: (scope) => `issue tokens of every ServiceAccount ${ofScope(scope)}`,
      reach: "tokens of every ServiceAccount",
      accounts: "any",
      withNames: "narrower",
    },
    {
      id: "impersonate-service-accounts",
      cluster: 2,
      namespace: 3,
      parts: [{ asks: asks("impersonate", "", "serviceaccounts") }],
      phrase: (scope) => `act as every ServiceAccount ${ofScope(scope)}`,
      reach: "every ServiceAccount",
      accounts: "any",
      withNames: "narrower",
    },
    {
      // Either role lets its holder run pods and act as any ServiceAccount.
      id: "bind-strong-roles",
      cluster: 2,
      namespace: "void",
      parts: [{ asks: asks("bind", rbac, "clusterroles"), names: strongRoles }, writeBindings("clusterrolebindings")],
      phrase: bindToItself,
      reach: "these ClusterRoles",
      accounts: "any",
      withNames: "same",
    },
    {
      id: "bind-in-namespace",
      cluster: 2,
      namespace: 3,
      parts: [
        {
          asks: [...asks("bind", rbac, "clusterroles"), ...asks("bind", rbac, "roles")],
          sharpNames: sharpRoles,
        },
        writeBindings("rolebindings"),
      ],
      phrase: (scope, sharp) => (sharp.length === 0 ? `bind any role ${inScope(scope)}` : bindToItself(scope, sharp)),
      reach: "any role",
      accounts: "any",
      withNames: "same",
    },
    {
      id: "escalate-in-namespace",
      cluster: 2,
      namespace: 3,
      parts: [
        { asks: asks("escalate", rbac, "roles"), sharpNames: [] },
        { ...writeNamedRoles("roles"), sharpNames: [] },
      ],
      phrase: (scope) => `write any right into the Roles ${ofScope(scope)}`,
      reach: "Roles, beyond what the writer holds",
      accounts: "any",
      withNames: "same",
    },
    {
      id: "create-pods",
      cluster: 2,
      namespace: 3,
      parts: [{ asks: byApply(asks("create", "", "pods")) }],
      phrase: (scope) => `run pods as any ServiceAccount ${ofScope(scope)}`,
      reach: "pods under any serviceAccountName",
      accounts: "any",
      withNames: "same",
    },
    {
      id: "write-workloads",
      cluster: 2,
      namespace: 3,
      parts: [
        {
          asks: [
            ...asks("create update patch", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
            ...asks("create update patch", "batch", "cronjobs"),
            // A Job's template cannot be changed (pkg/apis/batch/validation: validatePodTemplateUpdate).
            ...byApply(asks("create", "batch", "jobs")),
            ...asks("create update patch", "", "replicationcontrollers"),
          ],
        },
      ],
      phrase: (scope) => `run workloads as any ServiceAccount ${ofScope(scope)}`,
      reach: "workloads, whose pods run under any account",
      accounts: "any",
      withNames: "same",
    },
    {
      id: "exec-pods",
      cluster: 2,
      namespace: 3,
      parts: [
        {
          asks: [
            ...asks(enterVerbs, "", "pods/exec", "pods/attach"),
            ...asks("update patch", "", "pods/ephemeralcontainers"),
          ],
        },
      ],
      phrase: (scope) => `run commands in every pod ${ofScope(scope)}`,
      reach: "the inside of every pod",
      accounts: "running",
      withNames: "narrower",
    },
    {
      // Of a running pod little else can be changed (pkg/apis/core/validation: ValidatePodUpdate).
      id: "change-pods",
      cluster: 2,
      namespace: 3,
      parts: [{ asks: asks("update patch", "", "pods") }],
      phrase: (scope) => `put other images into every pod ${ofScope(scope)}`,
      reach: "the images of every pod",
      accounts: "running",
      withNames: "narrower",
    },
    {
      id: "reach-kubelets",
      cluster: 2,
      namespace: "void",
      parts: [{ asks: asks("get create", "", "nodes/proxy") }],
      phrase: () => "run commands in every pod through the kubelets",
      reach: "the kubelet of every node",
      accounts: "running",
      withNames: "fewer",
    },
    {
      id: "create-persistent-volumes",
      cluster: 2,
      namespace: "void",
      parts: [{ asks: asks("create", "", "persistentvolumes") }],
      phrase: () => "create volumes out of any folder of any node",
      reach: "volumes, hostPath included",
      accounts: "none",
      withNames: "narrower",
    },
    {
      // OpenShift asks for it, in the namespace of the pod, on behalf of whoever creates it and of its ServiceAccount.
      id: "use-privileged-security-contexts",
      cluster: 2,
      namespace: 2,
      parts: [
        {
          asks: asks("use", "security.openshift.io", "securitycontextconstraints"),
          sharpNames: privilegedSecurityContexts,
        },
      ],
      phrase: (scope) => `run privileged pods ${inScope(scope)}`,
      reach: "security contexts that reach the node",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "write-admission",
      cluster: 2,
      namespace: "void",
      parts: [
        {
          asks: [
            ...asks("create update patch", admission, "mutatingwebhookconfigurations"),
            ...(minorNumber < mutatingPoliciesSince ? [] : asks("update patch", admission, mutatingPolicies)),
          ],
        },
      ],
      // A policy is evaluated in the API server: it changes objects and tells nobody of them.
      phrase: (_scope, _sharp, { resource }) =>
        `${resource === mutatingPolicies ? "rewrite" : "read and rewrite"} every object on its way into the cluster`,
      reach: "admission of every object",
      accounts: "none",
      withNames: "same",
    },
    {
      // A new policy does nothing until a binding names it.
      id: "create-mutating-policies",
      cluster: minorNumber < mutatingPoliciesSince ? "void" : 2,
      namespace: "void",
      parts: [
        { asks: asks("create", admission, mutatingPolicies) },
        {
          asks: asks("create update patch", admission, mutatingBindings),
          reach: "and binding a policy",
          goesToo: true,
        },
      ],
      lesserOf: ["write-admission"],
      phrase: () => "rewrite every object on its way into the cluster",
      reach: "admission of every object",
      accounts: "none",
      withNames: "same",
    },
    {
      // Such a webhook is shown the object, Secrets included; its answer is yes or no.
      id: "write-validation",
      cluster: 2,
      namespace: "void",
      parts: [{ asks: asks("create update patch", admission, "validatingwebhookconfigurations") }],
      phrase: () => "read and refuse every object on its way into the cluster",
      reach: "validation of every object",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "write-apiservices",
      cluster: 2,
      namespace: "void",
      parts: [{ asks: asks("create update patch", "apiregistration.k8s.io", "apiservices") }],
      phrase: () => "put a server of its own in front of parts of the API",
      reach: "the server behind an API group",
      accounts: "none",
      withNames: "same",
    },
    {
      // A conversion webhook sees every object of the kind; a schema decides what is kept of it.
      id: "write-crds",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("update patch", "apiextensions.k8s.io", "customresourcedefinitions") }],
      phrase: () => "change which custom kinds are served, and who converts their objects",
      reach: "definitions of custom kinds",
      accounts: "none",
      withNames: "narrower",
    },
    {
      // Kinds that are served already stay as they are.
      id: "create-crds",
      cluster: 5,
      namespace: "void",
      parts: [{ asks: asks("create", "apiextensions.k8s.io", "customresourcedefinitions") }],
      phrase: () => "define custom kinds",
      reach: "definitions of custom kinds",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "write-admission-policies",
      cluster: 4,
      namespace: "void",
      parts: [
        {
          asks: [
            ...asks(
              "create update patch delete",
              admission,
              "validatingadmissionpolicies",
              "validatingadmissionpolicybindings",
              ...(minorNumber < mutatingPoliciesSince ? [] : [mutatingBindings]),
            ),
            // Without the webhook nobody is asked.
            ...asks("delete deletecollection", admission, ...webhooks),
            ...(minorNumber < mutatingPoliciesSince ? [] : asks("create delete", admission, mutatingPolicies)),
          ],
        },
      ],
      phrase: () => "change the policies that requests are admitted by",
      reach: "admission policies",
      accounts: "none",
      withNames: "narrower",
    },
    {
      // Who trusts them: aggregated API servers, joining nodes, every pod that resolves a name.
      id: "write-identity-configmaps",
      cluster: "void",
      namespace: 4,
      onlyIn: "kube-system",
      parts: [
        {
          asks: asks("update patch", "", "configmaps"),
          sharpNames: ["extension-apiserver-authentication", "coredns"],
        },
      ],
      phrase: (_, sharp) =>
        `write ${sharp.length === 0 ? "every ConfigMap of kube-system" : `ConfigMap ${listed(sharp)}`}, which others trust for who is who`,
      reach: "ConfigMaps that say who is who",
      accounts: "none",
      withNames: "same",
    },
    {
      // Whoever joins a node or logs in for the first time believes the address and the CA that stand there.
      id: "write-cluster-info",
      cluster: "void",
      namespace: 4,
      onlyIn: "kube-public",
      parts: [{ asks: asks("update patch", "", "configmaps"), sharpNames: ["cluster-info"] }],
      phrase: () => "write cluster-info, which joining nodes trust for the API server's address and CA",
      reach: "the address and CA that joining nodes trust",
      accounts: "none",
      withNames: "same",
    },
    {
      // Those of kube-system that say who is who among them.
      id: "write-configmaps",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("update patch", "", "configmaps"), sharpNames: [] }],
      phrase: () => "write every ConfigMap of the cluster",
      reach: "every ConfigMap, those of kube-system included",
      accounts: "none",
      withNames: "same",
    },
    {
      // A certificate that the cluster's CA did not sign opens nothing by itself; who asked for it takes it for one.
      id: "sign-certificates",
      cluster: 4,
      namespace: "void",
      parts: [
        { asks: asks("update patch", certificates, "certificatesigningrequests/status") },
        {
          asks: asks("sign", certificates, "signers"),
          sharpNames: kubernetesSigners,
          reach: "and signers of Kubernetes",
        },
      ],
      phrase: () => "answer requests to Kubernetes' own signers with certificates of its making",
      reach: "the certificate in a signing request",
      accounts: "none",
      withNames: "same",
    },
    {
      id: "write-secrets",
      cluster: 3,
      namespace: 4,
      parts: [{ asks: asks("create update patch", "", "secrets") }],
      phrase: (scope) => `write Secrets ${inScope(scope)}`,
      reach: "Secrets, token Secrets included",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "label-namespaces",
      cluster: 3,
      namespace: 4,
      parts: [{ asks: asks("update patch", "", "namespaces") }],
      phrase: (scope) =>
        scope.kind === "cluster"
          ? "relabel every namespace, Pod Security included"
          : `relabel ${ofScope(scope).slice(3)}`,
      reach: "labels of namespaces",
      accounts: "none",
      withNames: "narrower",
    },
    {
      // Labels come with it: of what is enforced there, and nowhere else.
      id: "create-namespaces",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("create", "", "namespaces") }],
      phrase: () => "create namespaces without the Pod Security level that others have",
      reach: "namespaces with any labels",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "write-cluster-rbac",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("create update patch", rbac, "clusterroles", "clusterrolebindings") }],
      phrase: () => "hand on its rights in the cluster",
      reach: "ClusterRoles and bindings, within what the writer holds",
      accounts: "none",
      withNames: "narrower",
    },
    {
      // Everybody who is bound to the role gains what is written into it, the writer among them or not.
      id: "escalate-named-cluster-role",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("escalate", rbac, "clusterroles") }, writeNamedRoles("clusterroles")],
      lesserOf: ["escalate"],
      phrase: () => "write any right into some ClusterRoles",
      reach: "these ClusterRoles, beyond what the writer holds",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "escalate-named-role",
      cluster: 4,
      namespace: 4,
      parts: [{ asks: asks("escalate", rbac, "roles") }, writeNamedRoles("roles")],
      lesserOf: ["escalate-in-namespace"],
      phrase: (scope) => `write any right into some Roles ${ofScope(scope)}`,
      reach: "these Roles, beyond what the writer holds",
      accounts: "none",
      withNames: "narrower",
    },
    {
      // Worth what the roles are that may be bound, or that the bindings have which may be written.
      id: "bind-named-cluster-role",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("bind", rbac, "clusterroles") }, writeNamedBindings("clusterrolebindings")],
      lesserOf: ["bind", "bind-strong-roles"],
      phrase: () => "bind some ClusterRoles",
      reach: "these ClusterRoles",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "bind-named-role",
      cluster: 4,
      namespace: 4,
      parts: [
        { asks: [...asks("bind", rbac, "clusterroles"), ...asks("bind", rbac, "roles")] },
        writeNamedBindings("rolebindings"),
      ],
      lesserOf: ["bind-in-namespace"],
      phrase: (scope) => `bind some roles ${inScope(scope)}`,
      reach: "these roles",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "write-rbac",
      cluster: 4,
      namespace: 4,
      parts: [{ asks: [...asks("create update patch", rbac, "rolebindings"), ...asks("update patch", rbac, "roles")] }],
      phrase: (scope) => `hand on its rights ${inScope(scope)}`,
      reach: "roles and bindings, within what the writer holds",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "write-nodes",
      cluster: 4,
      namespace: "void",
      parts: [{ asks: asks("update patch create delete", "", "nodes", "nodes/status") }],
      phrase: () => "change nodes",
      reach: "every node",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "read-logs",
      cluster: 4,
      namespace: 4,
      parts: [{ asks: asks("get list", "", "pods/log") }],
      phrase: (scope) => `read the logs of every pod ${ofScope(scope)}`,
      reach: "the logs of every pod",
      accounts: "none",
      withNames: "narrower",
    },
    {
      id: "forward-to-pods",
      cluster: 4,
      namespace: 4,
      parts: [
        {
          asks: [
            ...asks(enterVerbs, "", "pods/portforward"),
            ...asks("create get", "", "pods/proxy", "services/proxy"),
          ],
        },
      ],
      phrase: (scope) => `open connections to every pod ${ofScope(scope)}`,
      reach: "connections to pods",
      accounts: "none",
      withNames: "narrower",
    },
  ];
}

/** Security contexts that OpenShift ships and that allow root or any file of the node. */
const privilegedSecurityContexts: readonly string[] = ["privileged", "hostmount-anyuid", "node-exporter"];
function clusterRoles(names: readonly string[]): string {
  return `ClusterRole ${listed(names.map((name) => quotable(name)))}`;
}

function bindToItself(scope: Scope, names: readonly string[]): string {
  return `bind ${clusterRoles(names)} to itself in ${scope.kind === "cluster" ? "the whole cluster" : inScope(scope).slice(3)}`;
}

/** The right is asked for the signer's name, or for its domain and `/*` (plugin/pkg/admission/certificates/util.go). */
const anyKubernetesSigner = "kubernetes.io/*";
const clientSigners: readonly string[] = ["kubernetes.io/kube-apiserver-client", anyKubernetesSigner];
const nodeClientSigner = "kubernetes.io/kube-apiserver-client-kubelet";
const kubernetesSigners: readonly string[] = [
  ...clientSigners,
  nodeClientSigner,
  "kubernetes.io/kubelet-serving",
  "kubernetes.io/legacy-unknown",
];
