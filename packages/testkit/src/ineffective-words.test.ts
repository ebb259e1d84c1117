import { authorize, buildAccessGraph, buildInventory, objectKey } from "@authgraph/graph";
import {
  type AccessRole,
  type ApiResource,
  type Attributes,
  type Identity,
  loadApiResources,
  loadDefaultPolicy,
  loadKubeadmPolicy,
  newestMinor,
} from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { findingsOf, readRuleCases, withEdits } from "./rule-cases.ts";
import { checkoutPath } from "./shared-material.ts";

// What rbac-ineffective-rule says does nothing is taken out, and the evaluator, which agrees with recorded servers, is
// asked every request that a server knows: whoever was allowed one before is allowed it after.

const id = "rbac-ineffective-rule";
const [kubernetes, kubeadm, resources] = await Promise.all([
  loadDefaultPolicy(newestMinor),
  loadKubeadmPolicy(newestMinor),
  loadApiResources(newestMinor),
]);

const jane: Identity = { user: "jane", groups: ["system:authenticated"], uid: "", extra: new Map() };

/** What somebody bound to every role of a text can do: a ClusterRole everywhere unless the text says otherwise. */
function allowedTo(texts: Readonly<Record<string, string>>): ReadonlySet<string> {
  const facts = Object.entries(texts).flatMap(([path, text]) => parse({ path, text }).facts);
  const roles = facts.flatMap((fact) =>
    fact.fact === "object" && (fact.object.kind === "Role" || fact.object.kind === "ClusterRole") ? [fact.object] : [],
  );
  const written = Object.entries(texts).map(([path, text]) => ({ path, facts: parse({ path, text }).facts }));
  const bindings = {
    path: "bindings.yaml",
    facts: parse({ path: "bindings.yaml", text: bindingsOf(roles, texts) }).facts,
  };
  const graph = buildAccessGraph(
    buildInventory({
      texts: [...written, bindings],
      shipped: { kubernetes, kubeadm },
      namespaceOf: () => "shop",
      complete: true,
    }),
  );
  return new Set(
    requests.filter((one) => authorize(graph, jane, one).outcome === "allowed").map((one) => JSON.stringify(one)),
  );
}

function bindingsOf(roles: readonly AccessRole[], texts: Readonly<Record<string, string>>): string {
  const inNamespace = Object.values(texts).some((text) => /^kind: RoleBinding$/m.test(text));
  const seen = new Set<string>();
  const made = roles.map(({ kind, meta, ...rest }) => {
    const name = meta.name.value;
    const key = objectKey({ kind, meta, ...rest }, "shop");
    if (seen.has(key)) return "";
    seen.add(key);
    const isLocal = kind === "Role" || inNamespace;
    return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${isLocal ? "Role" : "ClusterRole"}Binding
metadata: {name: test-${kind.toLowerCase()}-${name}${isLocal ? ", namespace: shop" : ""}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: ${name}}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}]
`;
  });
  return made.join("");
}

const names = ["", "leader", "jane", "web-0", "restricted", "other"];
const named = new Set(["get", "update", "patch", "delete"]);

/** Every request that a server serves, with and without a name where it has one, and the checks of its own. */
const requests: readonly Attributes[] = [...resources.flatMap(requestsFor), ...checks()];

function requestsFor({ group, resource, namespaced, verbs, subresources }: ApiResource): readonly Attributes[] {
  const whole = verbs.flatMap((verb) => asked(verb, group, resource, "", namespaced, named.has(verb) ? names : [""]));
  const parts = [...subresources].flatMap(([subresource, its]) =>
    its.flatMap((verb) => asked(verb, group, resource, subresource, namespaced, names)),
  );
  return [...whole, ...parts];
}

function checks(): readonly Attributes[] {
  const rbac = "rbac.authorization.k8s.io";
  return [
    ...["users", "groups"].flatMap((resource) => asked("impersonate", "", resource, "", false, names)),
    ...asked("impersonate", "", "serviceaccounts", "", true, names),
    ...["bind", "escalate"].flatMap((verb) => [
      ...asked(verb, rbac, "clusterroles", "", false, names),
      ...asked(verb, rbac, "roles", "", true, names),
    ]),
    ...["approve", "sign"].flatMap((verb) => asked(verb, "certificates.k8s.io", "signers", "", false, names)),
    { kind: "non-resource", verb: "get", path: "/metrics" },
  ];
}

function asked(
  verb: string,
  apiGroup: string,
  resource: string,
  subresource: string,
  namespaced: boolean,
  of: readonly string[],
): readonly Attributes[] {
  return of.map((name) => {
    const namespace = namespaced ? "shop" : resource === "namespaces" ? name : "";
    return { kind: "resource", verb, apiGroup, resource, subresource, namespace, name };
  });
}

const rule = ruleset.find(({ metadata }) => metadata.id === id);
const cases = readRuleCases(checkoutPath("rules", id)).filter(({ kind }) => kind === "bad");

describe("taking out what does nothing takes nothing from anybody", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, { texts, options }) => {
    if (rule === undefined) throw new Error(`there is no rule ${id}`);
    const before = allowedTo(texts);
    for (const finding of await findingsOf(rule, texts, options)) {
      const removal = finding.remedies.find(({ text }) => text.endsWith("nobody loses anything"));
      if (removal === undefined) continue;
      const after = allowedTo(withEdits(texts, removal));
      expect(
        [...before].filter((one) => !after.has(one)),
        removal.text,
      ).toEqual([]);
    }
  });
});
