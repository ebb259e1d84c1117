import { expect, test } from "vitest";
import { operatorShipping } from "./operator-profiles.ts";

test.each<[account: string, role: string, operator: string | undefined]>([
  ["cert-manager-cainjector", "cert-manager-cainjector", "cert-manager"],
  ["cert-manager", "cert-manager-controller-approve:cert-manager-io", "cert-manager"],
  // One name, two operators: the role tells them apart.
  ["controller", "metallb-system:controller", "MetalLB"],
  ["controller", "knative-serving-admin", "Knative Serving"],
  ["velero", "cluster-admin", "Velero"],
  // A name that looks like theirs is not theirs.
  ["cert-manager", "cert-manager-controller-everything", undefined],
  ["cert-manager-extra", "cert-manager-controller-issuers", undefined],
  // A role of theirs for another account of theirs.
  ["cert-manager", "cert-manager-cainjector", undefined],
  // A role that somebody bound to the account besides.
  ["argocd-server", "cluster-admin", undefined],
  ["constructor", "toString", undefined],
])("%s bound to %s: %s", (account, role, operator) => {
  expect(operatorShipping(account, role)).toBe(operator);
});
