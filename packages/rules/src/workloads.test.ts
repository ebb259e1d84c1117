import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { accountsRunningIn, workloadsOf } from "./workloads.ts";

const pod = (spec: string, metadata: string = "") => `apiVersion: v1
kind: Pod
metadata: {name: p, namespace: web${metadata}}
spec: {${spec}}
`;
const account = (fields: string, name: string = "api") => `---
apiVersion: v1
kind: ServiceAccount
metadata: {name: ${name}, namespace: web}
${fields}
`;

describe("whether a pod gets a token: plugin/pkg/admission/serviceaccount, shouldAutomount", () => {
  test.each<[what: string, text: string, runsAs: string, getsToken: boolean, confidence: string]>([
    ["nothing said, account unknown", pod("serviceAccountName: api"), "api", true, "likely"],
    ["nothing said", pod("serviceAccountName: api") + account(""), "api", true, "certain"],
    [
      "the account says no",
      pod("serviceAccountName: api") + account("automountServiceAccountToken: false"),
      "api",
      false,
      "certain",
    ],
    [
      "the pod overrules the account",
      pod("serviceAccountName: api, automountServiceAccountToken: true") +
        account("automountServiceAccountToken: false"),
      "api",
      true,
      "certain",
    ],
    [
      "the pod says no",
      pod("serviceAccountName: api, automountServiceAccountToken: false") + account(""),
      "api",
      false,
      "certain",
    ],
    ["another account says no", pod("") + account("automountServiceAccountToken: false"), "default", true, "likely"],
    [
      "default says no",
      pod("") + account("automountServiceAccountToken: false", "default"),
      "default",
      false,
      "certain",
    ],
    [
      "a token that the pod asks for itself",
      pod(
        "serviceAccountName: api, automountServiceAccountToken: false, volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]",
      ),
      "api",
      true,
      "certain",
    ],
    [
      "a token that the pod asks for itself, beside one of which nobody knows",
      pod("serviceAccountName: api, volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]"),
      "api",
      true,
      "certain",
    ],
    [
      "what a kubelet runs from a file",
      pod("", ', annotations: {kubernetes.io/config.mirror: "1"}'),
      "default",
      false,
      "certain",
    ],
    [
      "a pod of the control plane",
      pod("containers: [{name: a, image: i, command: [kube-apiserver, --authorization-mode=RBAC]}]"),
      "default",
      false,
      "certain",
    ],
    [
      "a pod that only looks like one",
      pod("containers: [{name: kube-apiserver, image: i}]"),
      "default",
      true,
      "likely",
    ],
  ])("%s", (_, text, runsAs, getsToken, confidence) => {
    expect(workloadsOf(graphOfText(text))).toMatchObject([{ account: runsAs, getsToken, confidence }]);
  });
});

test("accounts of a namespace with the workloads that run as them", () => {
  const graph = graphOfText(`${pod("serviceAccountName: api")}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: web}
spec: {template: {spec: {serviceAccountName: api}}}
---
apiVersion: v1
kind: PodTemplate
metadata: {name: t, namespace: web}
template: {spec: {serviceAccountName: unused}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: j, namespace: ci}
spec: {template: {spec: {}}}
`);
  const shown = (namespace: string) =>
    accountsRunningIn(graph, namespace).map(({ name, workloads }) => [name, ...workloads.map((one) => one.kind)]);
  expect(shown("web")).toEqual([["api", "Pod", "Deployment"]]);
  expect(shown("ci")).toEqual([["default", "Job"]]);
  expect(shown("dev")).toEqual([]);
});
