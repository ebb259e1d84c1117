import { describe, expect, test } from "vitest";
import { componentFlags } from "../component-flags.ts";
import type { Component } from "../facts.ts";
import { knownMinors } from "../versions.ts";
import type { DefaultFlag } from "./default-flags.ts";
import { type K3sDefaults, k3sFlags, k3sLeavesToFiles, k3sUsual } from "./k3s.ts";
import { kopsFlagName, kopsFlags } from "./kops.ts";
import { rke2Flags } from "./rke2.ts";
import { talosFlags, talosUsual } from "./talos.ts";

const k3s: K3sDefaults = {
  ...k3sUsual,
  program: "k3s",
  dataDir: "/d",
  encryptsSecrets: true,
  protectsKernelDefaults: true,
  hasEtcd: true,
  left: new Set(),
};
const kops = { clusterName: "c", serviceCidr: "100.64.0.0/13", hasEventsEtcd: true };

const installers: Readonly<Record<string, (component: Component) => readonly DefaultFlag[]>> = {
  k3s: (component) => k3sFlags(component, k3s),
  rke2: (component) => rke2Flags(component, { ...k3s, program: "rke2" }),
  talos: (component) => talosFlags(component, { ...talosUsual, endpoint: "https://k:6443" }),
  kops: (component) => kopsFlags(component, kops),
};

const components: readonly Component[] = ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet"];

describe("no installer gives a flag that the component of that minor does not know", () => {
  test.each(Object.keys(installers))("%s", async (installer) => {
    const unknown: string[] = [];
    for (const component of components) {
      for (const minor of knownMinors) {
        const { flags, complete } = await componentFlags(component, minor);
        if (!complete) continue;
        for (const [name] of installers[installer]?.(component) ?? []) {
          if (!flags.has(name)) unknown.push(`${minor} ${component} ${name}`);
        }
      }
    }
    expect(unknown).toEqual([]);
  });
});

test.each([
  [[], undefined, []],
  [["authentication-config"], undefined, ["anonymous-auth"]],
  [["authentication-config"], "1.33.1", []],
  [["authentication-config", "authorization-config"], "1.33.2", ["anonymous-auth", "authorization-mode"]],
  [["authorization-config"], "1.29.9", []],
  [["authorization-config"], "1.34.0", ["authorization-mode"]],
])("k3s with %s in %s leaves out %s", (written, version, expected) => {
  expect([...k3sLeavesToFiles(new Set(written), version)]).toEqual(expected);
});

test.each([
  ["anonymousAuth", "anonymous-auth"],
  ["oidcIssuerURL", "oidc-issuer-url"],
  ["oidcCAFile", "oidc-ca-file"],
  ["clientCAFile", "client-ca-file"],
  ["serviceClusterIPRange", "service-cluster-ip-range"],
  ["auditLogMaxAge", "audit-log-maxage"],
  ["etcdCaFile", "etcd-cafile"],
  ["serviceAccountJWKSURI", "service-account-jwks-uri"],
  ["requestheaderClientCAFile", "requestheader-client-ca-file"],
  ["eventTTL", "event-ttl"],
  ["logLevel", "v"],
])("kops calls it %s, the component %s", (field, flag) => {
  expect(kopsFlagName(field)).toBe(flag);
});
