/** A grant to the account `web/NAME`. */
export function binding(name: string, role: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: web
`;
}

/** A role that reads one resource. */
export function role(name: string, resource: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ${name}
rules:
  - apiGroups: [""]
    resources: [${resource}]
    verbs: [get, list]
`;
}

/** A role that others add to by a label. */
export function aggregate(name: string, label: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ${name}
aggregationRule:
  clusterRoleSelectors:
    - matchLabels:
        ${label}: "true"
rules: []
`;
}
