import type { RuleContext } from "@authgraph/rules";
import { graphOfText } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { type PathEnd, readPathEnd } from "./path-end.ts";

const graph = graphOfText(`
apiVersion: v1
kind: ServiceAccount
metadata: {name: ci, namespace: web}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: ci, namespace: ops}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: bot, namespace: ops}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: viewers}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: sre}
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: sre}
- {kind: ServiceAccount, name: deployer, namespace: ops}
`);
const context: RuleContext = { graph, minor: "1.37", at: "2026-01-01T00:00:00Z", resources: [] };

const identity = (key: `User ${string}` | `Group ${string}`): PathEnd => ({ end: "identity", key });

describe("an end of a path", () => {
  it.each<[string, PathEnd]>([
    ["cluster-admin", { end: "cluster-admin" }],
    ["read-secrets", { end: "power", power: "read-secrets", namespace: undefined }],
    ["read-secrets/web", { end: "power", power: "read-secrets", namespace: "web" }],
    ["anonymous", identity("User system:anonymous")],
    ["system:serviceaccount:web:ci", identity("User system:serviceaccount:web:ci")],
    ["serviceaccount/web/ci", identity("User system:serviceaccount:web:ci")],
    ["ServiceAccount web/ci", identity("User system:serviceaccount:web:ci")],
    ["sa/web/ci", identity("User system:serviceaccount:web:ci")],
    ["web/ci", identity("User system:serviceaccount:web:ci")],
    // Bound, though no object defines it.
    ["ops/deployer", identity("User system:serviceaccount:ops:deployer")],
    // Kubernetes makes one in every namespace.
    ["web/default", identity("User system:serviceaccount:web:default")],
    ["bot", identity("User system:serviceaccount:ops:bot")],
    ["jane", identity("User jane")],
    ["user/jane", identity("User jane")],
    ["User jane", identity("User jane")],
    ["group/sre", identity("Group sre")],
    ["Group sre", identity("Group sre")],
    ["system:masters", identity("Group system:masters")],
    ["group/system:serviceaccounts:web", identity("Group system:serviceaccounts:web")],
  ])("%s", (written, end) => {
    expect(readPathEnd(written, context)).toEqual({ outcome: "known", end });
  });

  it.each([
    ["sre", '"sre" is the name of several: user/sre, group/sre'],
    ["ci", '"ci" is the name of several: serviceaccount/ops/ci, serviceaccount/web/ci'],
    ["joe", 'nothing in the inputs names "joe"'],
    ["group/jane", 'nothing in the inputs names "group/jane"'],
    ["web/gone", 'nothing in the inputs names "web/gone"'],
    // A namespace that nothing of the inputs speaks of.
    ["gone/default", 'nothing in the inputs names "gone/default"'],
    ["read-secrets/web/x", 'nothing in the inputs names "read-secrets/web/x"'],
    ["", 'nothing in the inputs names ""'],
  ])("%j is refused", (written, message) => {
    expect(readPathEnd(written, context)).toMatchObject({ outcome: "refused", message });
  });
});
