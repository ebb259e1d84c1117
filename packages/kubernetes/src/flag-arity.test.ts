import { expect, test } from "vitest";
import type { Component } from "./facts.ts";
import { flagTakesNoValue } from "./flag-arity.ts";

test.each<[Component, flag: string, boolean | undefined]>([
  ["kube-apiserver", "anonymous-auth", true],
  ["kube-apiserver", "enable-bootstrap-token-auth", true],
  ["kube-apiserver", "service-account-lookup", true],
  ["kube-apiserver", "help", true],
  ["kube-apiserver", "version", true],
  ["kube-apiserver", "authorization-mode", false],
  ["kube-apiserver", "secure-port", false],
  ["kube-apiserver", "feature-gates", false],
  ["kube-apiserver", "v", false],
  ["kube-apiserver", "bind-address", false],
  ["kube-apiserver", "kubeconfig", undefined],
  ["kube-apiserver", "insecure-flag-of-nobody", undefined],
  ["kube-apiserver", "", undefined],
  ["kubelet", "anonymous-auth", true],
  ["kubelet", "rotate-certificates", true],
  ["kubelet", "kubeconfig", false],
  ["kubelet", "read-only-port", false],
  // A boolean, though its help shows the word RuntimeDefault where the type would stand.
  ["kubelet", "seccomp-default", true],
  // Gone before 1.37.
  ["kubelet", "keep-terminated-pod-volumes", true],
  ["kube-controller-manager", "use-service-account-credentials", true],
  ["kube-controller-manager", "controllers", false],
  ["kube-scheduler", "leader-elect", true],
  ["kube-scheduler", "config", false],
  ["kube-scheduler", "use-service-account-credentials", undefined],
])("%s --%s: %j", (component, flag, takesNoValue) => {
  expect(flagTakesNoValue(component, flag)).toBe(takesNoValue);
});
