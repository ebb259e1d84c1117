import { authorize, type Scope } from "@authgraph/graph";
import {
  type Attributes,
  groupKey,
  type Identity,
  parseServiceAccountUserName,
  type SubjectKey,
  serviceAccountIdentity,
  userKey,
  withAuthenticatedGroup,
} from "@authgraph/kubernetes";
import {
  escalationGraph,
  type HeldPower,
  mostHops,
  type RuleContext,
  shortestPaths,
  vertexKey,
  type Witness,
} from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingsOf } from "./rule-cases.ts";
import { graphOfText } from "./text-graph.ts";

/** A right of one subject: a role of its own, bound in a namespace or everywhere. */
interface WrittenGrant {
  readonly subject: string;
  readonly namespace: string;
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  readonly names: readonly string[];
}

const rbac = "rbac.authorization.k8s.io";
const namespaces = ["", "a", "b", "kube-system"];

/** Few names, so that rights meet. */
const grant: fc.Arbitrary<WrittenGrant> = fc
  .record({
    subject: fc.constantFrom("a/x", "a/y", "b/x", "b/z", "User jane", "Group team", "Group system:serviceaccounts:a"),
    namespace: fc.constantFrom(...namespaces),
    right: fc.constantFrom(
      ["", "pods", "create"],
      ["", "pods", "patch"],
      ["", "pods/exec", "create"],
      ["apps", "deployments", "update"],
      ["", "serviceaccounts/token", "create"],
      ["", "serviceaccounts", "impersonate"],
      ["", "users", "impersonate"],
      ["", "groups", "impersonate"],
      ["", "secrets", "get"],
      ["", "secrets", "create"],
      ["", "namespaces", "patch"],
      ["", "nodes/proxy", "get"],
      ["", "persistentvolumes", "create"],
      [rbac, "clusterroles", "bind"],
      [rbac, "clusterroles", "escalate"],
      [rbac, "clusterroles", "*"],
      [rbac, "rolebindings", "create"],
      [rbac, "clusterrolebindings", "update"],
      ["certificates.k8s.io", "certificatesigningrequests/approval", "update"],
      ["certificates.k8s.io", "signers", "approve"],
      ["certificates.k8s.io", "certificatesigningrequests", "create"],
      ["admissionregistration.k8s.io", "mutatingwebhookconfigurations", "create"],
      ["*", "*", "*"],
    ),
    names: fc.constantFrom([], [], [], ["x"], ["jane", "edit"]),
  })
  .map(({ right: [group = "", resource = "", verb = ""], ...rest }) => ({ ...rest, group, resource, verb }));

const objects = `apiVersion: v1
kind: Pod
metadata: {name: x, namespace: b}
spec: {serviceAccountName: z, containers: [{name: main, image: example.com/main}]}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata: {name: x, namespace: a, annotations: {kubernetes.io/service-account.name: y}}
`;

function contextOf(grants: readonly WrittenGrant[]): RuleContext {
  const texts = grants.map(({ subject, namespace, group, resource, verb, names }, index) => {
    const prefix = namespace === "" ? "Cluster" : "";
    const meta = JSON.stringify(namespace === "" ? { name: `r${index}` } : { name: `r${index}`, namespace });
    const rules = [{ apiGroups: [group], resources: [resource], verbs: [verb], resourceNames: names }];
    return `apiVersion: ${rbac}/v1
kind: ${prefix}Role
metadata: ${meta}
rules: ${JSON.stringify(rules)}
---
apiVersion: ${rbac}/v1
kind: ${prefix}RoleBinding
metadata: ${meta}
roleRef: {apiGroup: ${rbac}, kind: ${prefix}Role, name: r${index}}
subjects: [${JSON.stringify(subjectOf(subject))}]
`;
  });
  const graph = graphOfText([objects, ...texts].join("---\n"));
  return { graph, minor: "1.37", at: "2026-01-01T00:00:00Z", resources: [] };
}

function subjectOf(subject: string): object {
  const [namespace = "", name] = subject.split("/");
  if (name !== undefined) return { kind: "ServiceAccount", namespace, name };
  const [kind, ...words] = subject.split(" ");
  return { kind, apiGroup: rbac, name: words.join(" ") };
}

const worlds = fc.array(grant, { minLength: 1, maxLength: 8 });

describe("of random worlds", () => {
  test("steps of a path meet, end at the target, and pass nowhere twice", () => {
    fc.assert(
      fc.property(worlds, (grants) => {
        for (const { steps, assumedHops } of shortestPaths(contextOf(grants), { from: undefined, to: undefined })) {
          const passed = [steps[0].from, ...steps.map(({ to }) => to)].map(vertexKey);
          expect(steps.slice(1).map(({ from }) => vertexKey(from))).toEqual(passed.slice(1, -1));
          expect(passed.at(-1)).toBe("cluster-admin");
          expect(new Set(passed).size).toBe(passed.length);
          expect(steps.length).toBeLessThanOrEqual(mostHops);
          expect(assumedHops).toBe(steps.filter(({ assumption }) => assumption !== undefined).length);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("the grants of a step allow what it takes", () => {
    fc.assert(
      fc.property(worlds, (grants) => {
        const context = contextOf(grants);
        const graph = escalationGraph(context);
        for (const step of graph.vertices.flatMap((vertex) => graph.stepsFrom(vertex))) {
          if (step.from.kind !== "identity" || step.power === undefined) continue;
          for (const witness of step.power.witnesses) {
            const attributes = attributesOf(step.power, witness);
            const { outcome } = authorize(context.graph, identityOf(step.from.key), attributes);
            expect(outcome, `${vertexKey(step.from)}: ${step.phrase}: ${JSON.stringify(attributes)}`).toBe("allowed");
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("one more grant makes no shortest path longer", () => {
    fc.assert(
      fc.property(worlds, grant, (grants, more) => {
        const lengths = (some: readonly WrittenGrant[]): ReadonlyMap<string, number> =>
          new Map(
            shortestPaths(contextOf(some), { from: undefined, to: undefined }).map(({ steps }) => [
              vertexKey(steps[0].from),
              steps.length,
            ]),
          );
        const after = lengths([...grants, more]);
        for (const [start, length] of lengths(grants)) {
          expect(after.get(start) ?? Number.POSITIVE_INFINITY, start).toBeLessThanOrEqual(length);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function identityOf(key: SubjectKey): Identity {
  const user = userKey("");
  if (!key.startsWith(user))
    return withAuthenticatedGroup({ user: "somebody", groups: [key.slice(groupKey("").length)] });
  const account = parseServiceAccountUserName(key.slice(user.length));
  if (account !== undefined) return serviceAccountIdentity(account.namespace, account.name);
  return withAuthenticatedGroup({ user: key.slice(user.length), groups: [] });
}

function attributesOf({ scope }: HeldPower, { ask, names, grant: { rule } }: Witness): Attributes {
  const { verb, apiGroup, resource, subresource, carriesName } = ask;
  const namespace = namespaceAsked(scope);
  // Names may take nothing away, and still the request is about an object of such a name.
  const name = names[0] ?? rule.resourceNames[0]?.value ?? (carriesName ? "anything" : "");
  return { kind: "resource", verb, apiGroup, resource, subresource, namespace, name };
}

function namespaceAsked(scope: Scope): string {
  return scope.kind === "cluster" ? "" : scope.namespace;
}

describe("an account of CI that runs pods in kube-system", () => {
  const texts = {
    "ci/deployer.yaml": `# ci/deployer.yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: smoke-test, namespace: kube-system}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [create, get, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ci-smoke-test, namespace: kube-system}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: smoke-test}
subjects:
- {kind: ServiceAccount, name: deployer, namespace: ci}
`,
  };
  const options = { kubernetesVersion: "1.37", complete: false, at: "2026-11-23T00:00:00Z" };

  test("is cluster-admin through the controllers", async () => {
    const rule = ruleset.find(({ metadata }) => metadata.id === "path-pod-create-to-sa");
    const [finding, ...others] = rule === undefined ? [] : await findingsOf(rule, texts, options);
    expect(others).toEqual([]);
    expect(finding?.title).toBe(
      "ServiceAccount ci/deployer can run pods as any ServiceAccount of kube-system, which makes it cluster-admin",
    );
    expect([finding?.severity, finding?.score, finding?.confidence]).toEqual(["high", 8.3, "likely"]);
    const notes = (kind: string) => finding?.notes.filter((note) => note.kind === kind).map(({ text }) => text);
    expect(notes("then")).toEqual([
      "one with serviceAccountName: clusterrole-aggregation-controller (assumed: kube-controller-manager creates it)",
      "which holds escalate and patch on clusterroles (ClusterRole system:controller:clusterrole-aggregation-controller, built in)",
      "and so can rewrite that role to allow everything",
    ]);
    expect(notes("also")?.[0]).toMatch(
      /^kube-system\/generic-garbage-collector can read every Secret in the cluster; \d+ more accounts$/,
    );
    expect(notes("also")?.[1]).toMatch(
      /^no Namespace object sets a Pod Security level for kube-system: unless the cluster does/,
    );
    expect(notes("check")).toEqual([
      "kubectl auth can-i create pods -n kube-system --as=system:serviceaccount:ci:deployer",
    ]);
    expect(notes("note")).toEqual(["resourceNames would not narrow this: a create request carries no name"]);
    expect(finding?.remedies[0]?.edits.length).toBe(2);
  });
});
