import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { credentialOfUser, isLocalUrl, isOfOwnMachine, kubeconfigsOf } from "./kubeconfigs.ts";

const text = `apiVersion: v1
kind: Config
clusters:
- {name: here, cluster: {server: "https://127.0.0.1:6443"}}
- {name: there, cluster: {server: "https://k8s.example.org"}}
contexts:
- {name: a, context: {cluster: here, user: local}}
- {name: b, context: {cluster: here, user: both}}
- {name: c, context: {cluster: there, user: both}}
users:
- name: local
  user:
    token: first-token
- name: both
  user:
    token: second-token
- name: plugin
  user:
    exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}
`;
const graph = graphOfText(text);
const [found] = kubeconfigsOf(graph);
if (found === undefined) throw new Error("no kubeconfig");
const { kubeconfig } = found;

describe("a kubeconfig", () => {
  test.each([
    ["local", "user local in kubeconfig"],
    ["both", "user both in kubeconfig"],
    ["plugin", undefined],
  ])("the credential of user %s", (name, label) => {
    const user = kubeconfig.users.find((one) => one.name === name);
    const credential = user && credentialOfUser(graph, found, user);
    expect(credential?.label.slice(0, label?.length ?? 0)).toBe(label);
  });

  test.each([
    ["local", true],
    ["both", false],
    // Nobody says which server it is for: every one counts.
    ["plugin", false],
  ])("%s is for the own machine only: %s", (name, expected) => {
    expect(isOfOwnMachine(kubeconfig, name)).toBe(expected);
  });
});

test.each([
  ["https://127.0.0.1:6443", true],
  ["http://localhost:8080/api", true],
  ["https://[::1]:6443", true],
  ["https://kubernetes.default", false],
  ["https://localhost.example.org", false],
])("%s is the machine itself: %s", (url, expected) => {
  expect(isLocalUrl(url)).toBe(expected);
});
