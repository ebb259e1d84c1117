import { graphOfText } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { isForApiServer, longestTokenLife } from "./token-audiences.ts";
import { workloadsOf } from "./workloads.ts";

const server = (...flags: readonly string[]) => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.37.2
    command: [${["kube-apiserver", ...flags].join(", ")}]
---
`;
const asking = (audience: string) => `apiVersion: v1
kind: Pod
metadata: {name: p, namespace: web}
spec:
  volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t${audience}}}]}}]
`;

// pkg/kubeapiserver/options/authentication.go: no audience is every audience of the API; none configured, its issuers.
test.each<[flags: readonly string[] | undefined, audience: string, expected: boolean]>([
  [undefined, "", true],
  [undefined, ", audience: ''", true],
  [undefined, ", audience: 'https://kubernetes.default.svc'", true],
  [undefined, ", audience: 'https://kubernetes.default.svc.cluster.local'", true],
  [undefined, ", audience: vault", false],
  [["--service-account-issuer=https://id.example"], ", audience: 'https://id.example'", true],
  [["--service-account-issuer=https://id.example"], ", audience: 'https://kubernetes.default.svc'", false],
  [["--service-account-issuer=https://id.example", "--api-audiences=api"], ", audience: api", true],
  [["--service-account-issuer=https://id.example", "--api-audiences=api"], ", audience: 'https://id.example'", false],
])("server %j, token {%s}: for the API server %s", (flags, audience, expected) => {
  const graph = graphOfText((flags === undefined ? "" : server(...flags)) + asking(audience));
  const tokens = workloadsOf(graph).flatMap(({ entry }) => entry.object.pod.projectedTokens ?? []);
  expect(tokens.map((token) => isForApiServer(graph, token))).toEqual([expected]);
});

test.each<[flags: readonly string[] | undefined, seconds: number | undefined]>([
  [undefined, undefined],
  [[], undefined],
  [["--service-account-max-token-expiration=0"], undefined],
  [["--service-account-max-token-expiration=24h"], 86_400],
  [["--service-account-max-token-expiration=1h30m0s"], 5_400],
])("server %j: tokens live %s seconds at most", (flags, seconds) => {
  expect(longestTokenLife(graphOfText(flags === undefined ? asking("") : server(...flags)))).toBe(seconds);
});
