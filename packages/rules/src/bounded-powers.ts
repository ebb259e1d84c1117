import {
  admission,
  asks,
  certificates,
  entryVerbs,
  kubernetesSigners,
  mutatingBindings,
  mutatingPolicies,
  mutatingPoliciesSince,
  rbac,
  webhooks,
  writeNamedBindings,
  writeNamedRoles,
} from "./asks.ts";
import type { Power } from "./power.ts";
import { inScope, listed, ofScope } from "./wording.ts";

/** Powers whose damage is bounded, or that need something else to be worth more. */
export function boundedPowers(minorNumber: number): readonly Power[] {
  return [
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
            ...asks(entryVerbs(minorNumber), "", "pods/portforward"),
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
