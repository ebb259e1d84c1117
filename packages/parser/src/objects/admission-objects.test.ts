import type { KubernetesObject } from "@authgraph/kubernetes";
import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

function decode(text: string): KubernetesObject | undefined {
  const fact = parse({ path: "a.yaml", text }).facts.find((found) => found.fact === "object");
  return fact?.object;
}

// k8s.io/api/admissionregistration/v1/types.go: ValidatingWebhook, MutatingWebhook.
describe("webhooks of admission", () => {
  const webhooks = `
webhooks:
- name: guard.example.com
  failurePolicy: Ignore
  objectSelector: {matchExpressions: [{key: skip, operator: DoesNotExist}]}
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
- name: other.example.com
`;

  it.each(["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"] as const)("%s", (kind) => {
    const text = `apiVersion: admissionregistration.k8s.io/v1\nkind: ${kind}\nmetadata: {name: guard}${webhooks}`;
    expect(decode(text)).toMatchObject({
      kind,
      meta: { name: { value: "guard" }, namespace: undefined },
      webhooks: [
        {
          name: { value: "guard.example.com" },
          failurePolicy: { value: "Ignore" },
          rules: [{ operations: [{ value: "CREATE" }], apiGroups: [{ value: "" }], resources: [{ value: "pods" }] }],
          objectSelector: {
            selector: { matchExpressions: [{ key: "skip", operator: "DoesNotExist", values: [] }] },
          },
        },
        { name: { value: "other.example.com" }, failurePolicy: undefined, rules: [], objectSelector: undefined },
      ],
    });
  });

  it("reads what the server does not serve any more as nothing of its own", () => {
    const text =
      "apiVersion: admissionregistration.k8s.io/v1beta1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: a}";
    expect(decode(text)).toBeUndefined();
  });
});

// k8s.io/kube-aggregator pkg/apis/apiregistration/v1/types.go: APIServiceSpec.
it("an APIService and whether its server is verified", () => {
  const text = `
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1beta1.metrics.k8s.io}
spec: {group: metrics.k8s.io, version: v1beta1, insecureSkipTLSVerify: true}
`;
  expect(decode(text)).toMatchObject({
    kind: "APIService",
    meta: { name: { value: "v1beta1.metrics.k8s.io" } },
    group: "metrics.k8s.io",
    insecureSkipTlsVerify: { value: true },
  });
});
