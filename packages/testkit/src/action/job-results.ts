import { readFileSync } from "node:fs";
import type { EndedJob } from "./simulated-runner.ts";

/** A critical finding: everybody is cluster-admin. */
export const everybody: (name: string) => string = (name) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:unauthenticated
`;

/** Nothing to find in it. */
export const harmless: string = "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: app\n  namespace: web\n";

/** What the upload was given; undefined where there was none. */
export function uploadOf({ steps }: EndedJob): Readonly<Record<string, string>> | undefined {
  return steps.find(({ name }) => name === "Upload to code scanning")?.used?.inputs;
}

/** `Scan: success`, step by step. */
export function outcomes({ steps }: EndedJob): readonly string[] {
  return steps.map(({ name, outcome }) => `${name}: ${outcome}`);
}

/** The only run of the report. */
export function sarifOf({ outputs }: EndedJob): {
  results: unknown[];
  invocations: { executionSuccessful: boolean }[];
} {
  return JSON.parse(readFileSync(outputs.sarif ?? "", "utf8")).runs[0];
}
