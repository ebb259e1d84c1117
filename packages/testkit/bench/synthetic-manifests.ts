import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Writes small manifests as a repository of applications holds them: about a third workloads with their Service, some
 * ConfigMaps, the rest RBAC, ServiceAccounts and Secrets. About 850 bytes a file, two documents a file.
 */
export function writeSyntheticManifests(folder: string, count: number, seed = 1): void {
  const random = randomFrom(seed);
  for (let i = 0; i < count; i++) {
    const team = join(folder, `team-${i % 40}`);
    mkdirSync(team, { recursive: true });
    writeFileSync(join(team, `app-${i}.yaml`), manifest(i, random()));
  }
}

function manifest(i: number, kind: number): string {
  const namespace = `team-${i % 40}`;
  if (kind < 0.35) return `${deployment(i, namespace)}---\n${service(i, namespace)}`;
  if (kind < 0.5) return configMap(i, namespace);
  if (kind < 0.8) return `${role(i, namespace)}---\n${roleBinding(i, namespace)}---\n${serviceAccount(i, namespace)}`;
  if (kind < 0.9) return `${serviceAccount(i, namespace)}---\n${secret(i, namespace)}`;
  return service(i, namespace);
}

const deployment = (i: number, namespace: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${i}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: app-${i}
    app.kubernetes.io/part-of: shop
spec:
  replicas: 2
  selector:
    matchLabels: {app: app-${i}}
  template:
    metadata:
      labels: {app: app-${i}}
    spec:
      serviceAccountName: app-${i}
      securityContext:
        runAsNonRoot: true
      containers:
        - name: main
          image: "registry.example.com/shop/app-${i}:1.${i % 30}.0"
          args: ["--listen", ":8080", "--log-level=info"]
          env:
            - name: MODE
              value: production
            - name: PASSWORD
              valueFrom:
                secretKeyRef: {name: app-${i}, key: password}
          ports:
            - containerPort: 8080
              name: http
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          readinessProbe:
            httpGet: {path: /ready, port: http}
`;
const service = (i: number, namespace: string): string => `apiVersion: v1
kind: Service
metadata:
  name: app-${i}
  namespace: ${namespace}
spec:
  selector:
    app: app-${i}
  ports:
    # the mesh wants a name
    - name: http
      port: 80
      targetPort: http
`;
const configMap = (i: number, namespace: string): string => `apiVersion: v1
kind: ConfigMap
metadata:
  name: app-${i}
  namespace: ${namespace}
data:
  application.properties: |
    server.port=8080
    feature.checkout=${i % 2 === 0}
    # tuned in 2024
    cache.size=${i * 10}
    cache.ttl=60s
  retries: "3"
  greeting: 'it''s app ${i}'
  banner: >-
    a folded text that goes over
    several lines and says little
`;
const role = (i: number, namespace: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app-${i}
  namespace: ${namespace}
rules:
  - apiGroups: [""]
    resources: ["configmaps", "endpoints"]
    verbs: ["get", "list", "watch"]
  - apiGroups:
      - coordination.k8s.io
    resources:
      - leases
    resourceNames:
      - app-${i}
    verbs:
      - get
      - update
`;
const roleBinding = (i: number, namespace: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: app-${i}
  namespace: ${namespace}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: app-${i}
subjects:
  - kind: ServiceAccount
    name: app-${i}
    namespace: ${namespace}
`;
const serviceAccount = (i: number, namespace: string): string => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: app-${i}
  namespace: ${namespace}
automountServiceAccountToken: ${i % 3 === 0}
`;
const secret = (i: number, namespace: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: app-${i}
  namespace: ${namespace}
type: Opaque
data:
  password: c3dvcmRmaXNo
  username: YXBwLSR7aX0=
`;

/** A dump of ClusterRoleBindings and ClusterRoles as `kubectl get -o json` prints it; one role for ten bindings. */
export function writeSyntheticDump(file: string, bindings: number, roleRef: (i: number) => string): void {
  const items: object[] = [];
  for (let i = 0; i < bindings; i++) {
    if (i % 10 === 0) {
      items.push({
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRole",
        metadata: { name: `role-${i}` },
        rules: [{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get", "list"] }],
      });
    }
    items.push({
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: `binding-${i}` },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: roleRef(i) },
      subjects: [{ kind: "ServiceAccount", name: `account-${i % 5000}`, namespace: `ns-${i % 200}` }],
    });
  }
  writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2));
}
