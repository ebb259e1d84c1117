import type { Coverage, Run } from "@authgraph/engine";
import { type Finding, type Hop, type NamedRisk, type RuleMetadata, severityOf, type TextEdit } from "@authgraph/rules";
import { type SourceText, type TextOrigin, textOrigin } from "@authgraph/source";

/** Where a piece of a text stands; `after` is a piece before it that tells equal ones apart. */
export function placeOf(source: SourceText, piece: string, after = ""): TextOrigin {
  const from = source.text.indexOf(after);
  const start = source.text.indexOf(piece, from);
  if (from < 0 || start < 0) throw new Error(`${source.path} does not hold ${JSON.stringify(piece)}`);
  return textOrigin(source, start, start + piece.length);
}

/** A hop at a piece of a text. */
export function hop(source: SourceText, piece: string, label: string, step?: number, after = ""): Hop {
  return { origin: placeOf(source, piece, after), label, step };
}

/** An edit that puts other words in the place of a piece of a text. */
export function edit(source: SourceText, piece: string, replacement: string, after = ""): TextEdit {
  return { origin: placeOf(source, piece, after), replacement };
}

/** A run with these findings over these files; nothing else was seen. */
export function runOf(findings: readonly Finding[], more: Partial<Run> = {}): Run {
  return {
    toolVersion: "0.1.0",
    findings,
    diagnostics: [],
    coverage: coverageOf({}),
    notEvaluated: [],
    assumptions: [],
    clusters: [{ name: "default", kubernetes: { minor: "1.37", origin: undefined, assumed: true } }],
    rules: [...new Set(findings.map(({ ruleId }) => ruleId))].sort().map(ruleMetadata),
    suppressed: [],
    suppressions: [],
    baseline: undefined,
    change: undefined,
    ...more,
  };
}

/** Coverage with zeros for what is not given. */
export function coverageOf(
  more: Partial<Omit<Coverage, "documents">> & { readonly documents?: Partial<Coverage["documents"]> },
): Coverage {
  return {
    filesSeen: 0,
    filesRead: 0,
    filesSkipped: [],
    documentsSeen: 0,
    objects: 0,
    components: [],
    ...more,
    documents: {
      evaluated: 0,
      "not-ours": 0,
      template: 0,
      patch: 0,
      refused: 0,
      empty: 0,
      overwritten: 0,
      ...more.documents,
    },
  };
}

/** Metadata with just enough words. */
export function ruleMetadata(id: string): RuleMetadata {
  return {
    id,
    title: `What ${id} finds`,
    severity: "critical",
    extended: false,
    since: "0.1.0",
    why: `Why ${id} matters.`,
    remedy: `What to do about ${id}.`,
    needs: [],
    references: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
    controls: ["CIS 1.2.1"],
    aliases: [],
    tags: ["rbac"],
  };
}

/** A finding with everything that its test does not care about filled in. */
export function findingOf(place: Hop, more: Partial<Finding> = {}): Finding {
  return {
    ...riskOf(place, more),
    folded: [],
    ...more,
  };
}

/** A risk, as folded into a finding. */
export function riskOf(place: Hop, more: Partial<NamedRisk> = {}): NamedRisk {
  return {
    cluster: "default",
    severity: severityOf(more.score ?? 9.8),
    fingerprint: "9353b13cfabcbb587f53efe5a075dbed",
    ruleId: "rbac-grant-anonymous",
    title: "requests without credentials can read every Secret in the cluster",
    score: 9.8,
    confidence: "certain",
    place,
    hops: [place],
    notes: [],
    remedies: [],
    identity: { subject: "Group system:unauthenticated", object: "ClusterRoleBinding//anon" },
    cause: "ClusterRoleBinding//anon",
    also: "",
    ...more,
  };
}

const apiServer: SourceText = {
  path: "control-plane/kube-apiserver.yaml",
  text: `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.37.2
    command:
    - kube-apiserver
    - --anonymous-auth=true
    - --authorization-mode=Node,RBAC
`,
};

const statusPage: SourceText = {
  path: "rbac/status-page.yaml",
  text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: status-page
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: config-reader
subjects:
- kind: ServiceAccount
  name: status-page
  namespace: web
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:unauthenticated
`,
};

const roles: SourceText = {
  path: "rbac/roles.yaml",
  text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: config-reader
rules:
- apiGroups: [""]
  resources: [configmaps, secrets]
  verbs: [get, list]
`,
};

const deployer: SourceText = {
  path: "ci/deployer.yaml",
  text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: smoke-test, namespace: kube-system}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [create, get, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ci-smoke-test, namespace: kube-system}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: smoke-test}
subjects:
- {kind: ServiceAccount, name: deployer, namespace: ci}
`,
};

const legacySecret: SourceText = {
  path: "legacy/secret.yaml",
  text: `apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata:
  name: backup-token
  namespace: ops
  annotations:
    kubernetes.io/service-account.name: backup
`,
};

const backup: SourceText = {
  path: "legacy/backup-rbac.yaml",
  text: `apiVersion: v1
kind: ServiceAccount
metadata: {name: backup, namespace: ops}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: backup-admin}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
- {kind: ServiceAccount, name: backup, namespace: ops}
`,
};

const subject = hop(statusPage, "system:unauthenticated", "all of them are in this group", 2);

/** A ClusterRole for requests without credentials, told across three files. */
const anonymous: Finding = findingOf(subject, {
  title: "requests without credentials can read every Secret in the cluster, which makes them cluster-admin",
  score: 10,
  hops: [
    hop(apiServer, "--anonymous-auth=true", "such requests are accepted, on all paths", 1),
    subject,
    hop(statusPage, "config-reader", "grants this role in all namespaces", 3),
    hop(roles, "secrets", "every Secret, no resourceNames", 4),
    hop(roles, "get, list", "either verb returns the contents"),
  ],
  notes: [
    {
      kind: "then",
      text: "one of them, ops/backup-token, is a cluster-admin's token (legacy/secret.yaml:5, see sa-legacy-token-secret below)",
    },
    { kind: "check", text: "kubectl get secrets -A -o name --as=system:anonymous" },
    {
      kind: "note",
      text: "--anonymous-auth=false would stop this too, but also probes of /livez and /readyz that send no credentials",
    },
  ],
  remedies: [
    {
      text: "take the group out of the binding",
      edits: [
        edit(statusPage, "- apiGroup: rbac.authorization.k8s.io\n  kind: Group\n  name: system:unauthenticated\n", ""),
      ],
    },
    {
      text: "if web/status-page needs ConfigMaps only, take Secrets out of the role",
      edits: [edit(roles, ", secrets", "")],
    },
  ],
  identity: { subject: "Group system:unauthenticated", object: "ClusterRoleBinding//status-page" },
  folded: [
    riskOf(hop(statusPage, "status-page", "bound", 1, "- kind: ServiceAccount"), {
      title: "ServiceAccount web/status-page can read every Secret in the cluster",
      severity: "high",
      score: 8,
      fingerprint: "00112233445566778899aabbccddeeff",
      identity: { subject: "ServiceAccount web/status-page", object: "ClusterRoleBinding//status-page" },
      also: "ServiceAccount web/status-page can read them through the same binding",
    }),
  ],
});

const tokenSecret = hop(legacySecret, "backup-token", "no label kubernetes.io/legacy-token-invalid-since: accepted");

const legacyToken: Finding = findingOf(tokenSecret, {
  ruleId: "sa-legacy-token-secret",
  title: "Secret ops/backup-token holds a never-expiring token of ServiceAccount ops/backup, which is cluster-admin",
  score: 9.3,
  fingerprint: "0123456789abcdef0123456789abcdef",
  hops: [
    hop(legacySecret, "kubernetes.io/service-account-token", "filled by the token controller", 1),
    tokenSecret,
    hop(legacySecret, "backup", "with a token of this account", 2, "service-account.name"),
    hop(backup, "name: backup, namespace: ops", "bound", 3, "subjects"),
    hop(backup, "cluster-admin", "to everything", 4),
  ],
  notes: [
    {
      kind: "who",
      text: "readers of Secrets in ops: requests without credentials, ServiceAccount web/status-page (rbac/status-page.yaml)",
    },
    {
      kind: "why",
      text: "written by hand, so not in the account's .secrets and never cleaned up; valid until Secret or account is deleted",
    },
    { kind: "note", text: "roleRef is immutable: delete and create the binding" },
  ],
  remedies: [
    {
      text: "delete the Secret; pods get a short-lived token by themselves, other clients with\nkubectl create token backup -n ops --duration=1h",
      edits: [],
    },
    {
      text: "replace cluster-admin by a role that lists what the backup reads (legacy/backup-rbac.yaml); not automatic",
      edits: [edit(backup, "cluster-admin", "backup-reader")],
    },
  ],
});

const deployerSubject = hop(deployer, "name: deployer, namespace: ci", "bound to Role smoke-test in kube-system", 1);

const podCreate: Finding = findingOf(deployerSubject, {
  ruleId: "path-pod-create-to-sa",
  title: "ServiceAccount ci/deployer can run pods as any ServiceAccount of kube-system, which makes it cluster-admin",
  severity: "high",
  score: 8.3,
  confidence: "likely",
  fingerprint: "fedcba9876543210fedcba9876543210",
  hops: [deployerSubject, hop(deployer, "create", "creates pods under any serviceAccountName", 2)],
  notes: [
    {
      kind: "then",
      text: "one with serviceAccountName: clusterrole-aggregation-controller (assumed: kube-controller-manager creates it)",
    },
    {
      kind: "then",
      text: "which holds escalate and patch on clusterroles (ClusterRole system:controller:clusterrole-aggregation-controller, built in)",
    },
    { kind: "then", text: "and so can rewrite that role to allow everything" },
    {
      kind: "check",
      text: "kubectl auth can-i create pods -n kube-system --as=system:serviceaccount:ci:deployer",
    },
    { kind: "note", text: "resourceNames would not narrow this: a create request carries no name" },
  ],
  remedies: [
    {
      text: "run the smoke test in a namespace whose accounts hold no rights",
      edits: [
        edit(deployer, "namespace: kube-system", "namespace: ci-smoke"),
        edit(deployer, "namespace: kube-system", "namespace: ci-smoke", "ci-smoke-test"),
      ],
    },
  ],
});

/** Three findings over seven files, with something of everything a report shows. */
export const sampleRun: Run = runOf([anonymous, legacyToken, podCreate], {
  coverage: coverageOf({
    filesSeen: 9,
    filesRead: 7,
    filesSkipped: [
      { path: "assets/logo.png", reason: "binary" },
      { path: "rbac/old.yaml", reason: "permission denied" },
    ],
    documentsSeen: 11,
    documents: { evaluated: 9, template: 1, "not-ours": 1 },
    objects: 8,
    components: ["kube-apiserver"],
  }),
  diagnostics: [
    {
      id: "object-refused",
      level: "error",
      message: "spec.containers[0].image: Required value",
      origin: placeOf(apiServer, "containers"),
    },
  ],
  notEvaluated: [{ rule: "kubelet-anonymous", cluster: "default", reason: "no kubelet input" }],
  assumptions: [
    {
      cluster: "default",
      text: "controllers run as their own accounts in kube-system (kubeadm's default)",
      origin: undefined,
    },
    { cluster: "default", text: "members of other groups are unknown (client certificates, OIDC)", origin: undefined },
  ],
  clusters: [
    {
      name: "default",
      kubernetes: {
        minor: "1.37",
        origin: placeOf(apiServer, "registry.k8s.io/kube-apiserver:v1.37.2"),
        assumed: false,
      },
    },
  ],
});
