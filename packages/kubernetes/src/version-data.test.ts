import { readFileSync } from "node:fs";
import type { Located } from "@authgraph/source";
import { sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import type { Component } from "./facts.ts";
import type { AccessBinding, AccessRole, ObjectMeta } from "./objects.ts";
import { loadApiResources, loadComponentFlags, loadDefaultPolicy, loadFeatureGates } from "./version-data.ts";
import { factsReadOff, type KnownMinor, knownMinors } from "./versions.ts";

const missing = sharedPath("data/kubernetes") === undefined;

interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly rules?: unknown;
  readonly subjects?: unknown;
}

interface Dump {
  readonly version: string;
  readonly policy: Readonly<Record<"clusterroles" | "clusterrolebindings" | "roles" | "rolebindings", Manifest[]>>;
  readonly resources: unknown;
  readonly flags: FlagDump[];
  readonly featureGates: { readonly name: string; readonly stage: string }[];
}

interface FlagDump {
  readonly name: string;
  readonly type: string;
  readonly default?: string;
  readonly deprecated?: boolean;
}

describe.skipIf(missing)(`as dumped${missing ? ` (${sharedMaterialMissing})` : ""}`, () => {
  describe.each(knownMinors)("%s", (minor) => {
    const dump = (): Dump => readJson("data/kubernetes", `v${minor}.json`);

    test("release", () => {
      expect(`v${factsReadOff[minor]}`).toBe(dump().version);
    });

    test("default policy", async () => {
      const { clusterroles, clusterrolebindings, roles, rolebindings } = dump().policy;
      const ofKind = (kind: string, manifests: Manifest[]) => manifests.map((manifest) => ({ ...manifest, kind }));
      expect(await defaultPolicyByKey(minor)).toEqual(
        byKey([
          ...ofKind("ClusterRole", clusterroles),
          ...ofKind("ClusterRoleBinding", clusterrolebindings),
          ...ofKind("Role", roles),
          ...ofKind("RoleBinding", rolebindings),
        ]),
      );
    });

    test("API resources, in the order of discovery", async () => {
      const resources = await loadApiResources(minor);
      expect(
        resources.map(({ singular, namespaced, subresources, shortNames, categories, ...rest }) => ({
          ...rest,
          singularResource: singular,
          scope: namespaced ? "Namespaced" : "Cluster",
          ...(subresources.size > 0 && { subresources: Object.fromEntries(subresources) }),
          ...(shortNames.length > 0 && { shortNames }),
          ...(categories.length > 0 && { categories }),
        })),
      ).toEqual(dump().resources);
    });

    test("feature gates", async () => {
      const gates = await loadFeatureGates(minor);
      const expected = dump().featureGates.map((gate) => ({ ...gate, stage: gate.stage.toLowerCase() }));
      // Which are locked stands in no dump.
      const dumped = [...gates.values()].map(({ name, stage, enabled }) => ({ name, stage, enabled }));
      expect(sortedByName(dumped)).toEqual(sortedByName(expected));
    });

    test.each<Component>(["kube-apiserver", "kubelet", "kube-controller-manager", "kube-scheduler"])(
      "flags of %s",
      async (component) => {
        const { flags } = await loadComponentFlags(component, minor);
        const perMinor = (): Record<string, FlagDump[]> => readJson("data/kubernetes", `flags-${component}.json`);
        const dumped = component === "kube-apiserver" ? dump().flags : (perMinor()[minor] ?? []);
        const expected = dumped.map((flag) => ({
          name: flag.name,
          // `--help` prints a word of the description there; it is a BoolVar.
          type: flag.name === "seccomp-default" ? "bool" : flag.type,
          default: flag.default,
          deprecated: flag.deprecated ?? false,
        }));
        // `--help` hides what is deprecated, some of it from some minor on, and the server takes it all the same.
        const isDumped = (name: string): boolean => dumped.some((flag) => flag.name === name);
        const shown = [...flags.values()].filter(({ name }) => isDumped(name) || !hiddenFlags.includes(name));
        expect(sortedByName(shown)).toEqual(sortedByName(expected));
      },
    );
  });
});

const hiddenFlags: readonly string[] = [
  "apiserver-count",
  "default-watch-cache-size",
  "enable-logs-handler",
  "kubelet-port",
  "kubelet-read-only-port",
];

describe.skipIf(missing)("the objects that real servers were recorded with, aggregated roles aside", () => {
  test.each(knownMinors)("%s", async (minor) => {
    const file = minor === "1.37" ? "default-policy.json" : `versions/default-policy-${minor}.json`;
    const recorded: { readonly items: Manifest[] } = readJson("oracle/rbac", file);
    const ours = await defaultPolicyByKey(minor);
    const theirs = byKey(recorded.items);
    for (const aggregated of ["admin", "edit", "view"]) {
      expect(ours.delete(`ClusterRole /${aggregated}`) && theirs.delete(`ClusterRole /${aggregated}`)).toBe(true);
    }
    expect(ours).toEqual(theirs);
  });
});

test("everything in the default policy says so", async () => {
  const { roles, bindings } = await loadDefaultPolicy("1.36");
  const builtIn = { kind: "built-in", of: "default policy of v1.36" };
  for (const object of [...roles, ...bindings]) {
    expect(object.origin).toEqual(builtIn);
    expect(object.meta.name.origin).toEqual(builtIn);
  }
  expect(roles.flatMap(({ rules }) => rules).every(({ origin }) => origin === roles[0]?.origin)).toBe(true);
});

test.each<[Component, KnownMinor, complete: boolean]>([
  ["kube-apiserver", "1.30", true],
  ["kube-apiserver", "1.37", true],
  ["kubelet", "1.36", false],
  ["kubelet", "1.37", true],
  ["kube-scheduler", "1.30", false],
])("the flags of %s %s are all that there are: %j", async (component, minor, complete) => {
  expect((await loadComponentFlags(component, minor)).complete).toBe(complete);
});

// k8s.io/kubernetes pkg/features and k8s.io/apiserver pkg/features: alpha, beta, ga, deprecated; + on, - off by default.
test.each<[gate: string, KnownMinor, state: string | undefined]>([
  ["AnonymousAuthConfigurableEndpoints", "1.30", undefined],
  ["AnonymousAuthConfigurableEndpoints", "1.31", "alpha-"],
  ["AnonymousAuthConfigurableEndpoints", "1.32", "beta+"],
  ["AnonymousAuthConfigurableEndpoints", "1.36", "ga+"],
  ["AnonymousAuthConfigurableEndpoints", "1.37", undefined],
  ["AllowInsecureKubeletCertificateSigningRequests", "1.31", "deprecated-"],
  ["AuthorizePodWebsocketUpgradeCreatePermission", "1.34", undefined],
  ["AuthorizePodWebsocketUpgradeCreatePermission", "1.35", "beta+"],
  ["ConstrainedImpersonation", "1.35", "alpha-"],
  ["ConstrainedImpersonation", "1.36", "beta+"],
  ["ClusterTrustBundle", "1.36", "beta-"],
  ["ClusterTrustBundle", "1.37", "ga+"],
  ["KubeletFineGrainedAuthz", "1.32", "alpha-"],
  ["KubeletFineGrainedAuthz", "1.33", "beta+"],
])("feature gate %s in %s: %j", async (name, minor, state) => {
  const gate = (await loadFeatureGates(minor)).get(name);
  expect(gate && `${gate.stage}${gate.enabled ? "+" : "-"}`).toBe(state);
});

test.each<[Component, KnownMinor, flag: string, type: string, defaultValue: string | undefined]>([
  ["kube-apiserver", "1.30", "authorization-mode", "strings", undefined],
  ["kube-apiserver", "1.37", "anonymous-auth", "bool", "true"],
  ["kube-apiserver", "1.37", "service-account-issuer", "stringArray", undefined],
  ["kube-apiserver", "1.37", "service-account-key-file", "stringArray", undefined],
  ["kube-apiserver", "1.37", "authorization-webhook-cache-authorized-ttl", "duration", "5m0s"],
  ["kube-apiserver", "1.37", "oidc-username-claim", "string", "sub"],
  ["kubelet", "1.37", "anonymous-auth", "bool", "true"],
  ["kubelet", "1.37", "authorization-mode", "string", "AlwaysAllow"],
  ["kubelet", "1.37", "read-only-port", "int32", "10255"],
  ["kube-controller-manager", "1.37", "use-service-account-credentials", "bool", undefined],
])("%s %s --%s is a %s, by default %j", async (component, minor, name, type, defaultValue) => {
  const { flags } = await loadComponentFlags(component, minor);
  expect(flags.get(name)).toMatchObject({ name, type, default: defaultValue });
});

test.each<[group: string, resource: string, KnownMinor, namespaced: boolean, subresources: string[]]>([
  [
    "",
    "pods",
    "1.30",
    true,
    ["attach", "binding", "ephemeralcontainers", "eviction", "exec", "log", "portforward", "proxy", "status"],
  ],
  ["", "nodes", "1.37", false, ["proxy", "status"]],
  ["", "serviceaccounts", "1.37", true, ["token"]],
  ["certificates.k8s.io", "certificatesigningrequests", "1.37", false, ["approval", "status"]],
  ["rbac.authorization.k8s.io", "clusterroles", "1.37", false, []],
])("resource %s/%s in %s", async (group, resource, minor, namespaced, subresources) => {
  const found = (await loadApiResources(minor)).find((each) => each.group === group && each.resource === resource);
  expect(found?.namespaced).toBe(namespaced);
  expect([...(found?.subresources.keys() ?? [])].sort()).toEqual(subresources);
});

async function defaultPolicyByKey(minor: KnownMinor): Promise<Map<string, Manifest>> {
  const { roles, bindings } = await loadDefaultPolicy(minor);
  return byKey([...roles.map(roleManifest), ...bindings.map(bindingManifest)]);
}

function byKey(manifests: readonly Manifest[]): Map<string, Manifest> {
  return new Map(
    manifests.map(({ apiVersion, rules, subjects, ...rest }) => [
      `${rest.kind} ${rest.metadata.namespace ?? ""}/${rest.metadata.name}`,
      { ...rest, rules: rules ?? [], subjects: subjects ?? [] },
    ]),
  );
}

function roleManifest({ kind, meta, rules, aggregation }: AccessRole): Manifest {
  const selectors = aggregation?.selectors.map(({ matchLabels }) => ({ matchLabels: Object.fromEntries(matchLabels) }));
  return {
    kind,
    metadata: metadata(meta),
    rules: rules.map(({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) => ({
      verbs: texts(verbs),
      ...(apiGroups.length > 0 && { apiGroups: texts(apiGroups) }),
      ...(resources.length > 0 && { resources: texts(resources) }),
      ...(resourceNames.length > 0 && { resourceNames: texts(resourceNames) }),
      ...(nonResourceURLs.length > 0 && { nonResourceURLs: texts(nonResourceURLs) }),
    })),
    ...(selectors !== undefined && { aggregationRule: { clusterRoleSelectors: selectors } }),
  };
}

function bindingManifest({ kind, meta, roleRef, subjects }: AccessBinding): Manifest {
  const apiGroup = "rbac.authorization.k8s.io";
  return {
    kind,
    metadata: metadata(meta),
    ...{ roleRef: { apiGroup, kind: roleRef.kind.value, name: roleRef.name.value } },
    subjects: subjects.map((subject) =>
      subject.kind === "ServiceAccount"
        ? { kind: subject.kind, name: subject.name.value, namespace: subject.namespace?.value }
        : { kind: subject.kind, name: subject.name.value, apiGroup },
    ),
  };
}

function metadata({ name, namespace, labels, annotations }: ObjectMeta): Manifest["metadata"] {
  const texts = (map: ObjectMeta["labels"]) => Object.fromEntries([...map].map(([key, { value }]) => [key, value]));
  return {
    name: name.value,
    ...(namespace !== undefined && { namespace: namespace.value }),
    ...{ labels: texts(labels), annotations: texts(annotations) },
  };
}

function texts(list: readonly Located<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}

function sortedByName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readJson<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(sharedPath(folder, file) ?? "", "utf8"));
}
