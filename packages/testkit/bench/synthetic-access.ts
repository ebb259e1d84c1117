import {
  authenticatedGroup,
  type Identity,
  namespaceServiceAccountsGroup,
  serviceAccountIdentity,
  withAuthenticatedGroup,
} from "@authgraph/kubernetes";
import {
  type BindingManifest,
  type Manifest,
  type RoleManifest,
  type RuleManifest,
  rbacVersion,
  type SubjectManifest,
} from "../src/oracle/manifest.ts";
import type { ReviewSpec } from "../src/rbac-world.ts";
import { randomFrom } from "./synthetic-manifests.ts";

/** A cluster's RBAC objects and questions about them. */
export interface SyntheticAccess {
  readonly objects: readonly Manifest[];
  readonly questions: readonly ReviewSpec[];
}

type Draw = () => number;

const rbacGroup = "rbac.authorization.k8s.io";
const bindingsOfNamespace = 50;
const teams = 40;
const resources: readonly (readonly [group: string, resource: string])[] = [
  ["", "pods"],
  ["", "pods/log"],
  ["", "pods/exec"],
  ["", "secrets"],
  ["", "configmaps"],
  ["", "services"],
  ["", "serviceaccounts/token"],
  ["apps", "deployments"],
  ["apps", "deployments/scale"],
  ["apps", "statefulsets"],
  ["batch", "jobs"],
  ["coordination.k8s.io", "leases"],
  [rbacGroup, "rolebindings"],
];
/** What most roles of a cluster are about. */
const mildResources: typeof resources = [
  ["", "pods"],
  ["", "configmaps"],
  ["", "services"],
  ["", "endpoints"],
  ["", "events"],
  ["apps", "deployments"],
  ["coordination.k8s.io", "leases"],
  ["networking.k8s.io", "ingresses"],
  ["apps.example.com", "widgets"],
];
const mildVerbs = ["get", "list", "watch"];
const verbs = ["get", "list", "watch", "create", "update", "patch", "delete"];
const paths = ["/healthz", "/metrics", "/version", "/api", "/apis/apps", "/openapi/v3", "/logs/kubelet"];

/**
 * A cluster with this many bindings: nine in ten are RoleBindings, fifty a namespace, as clusters of many teams have
 * them. Most subjects are service accounts. Half of the questions are taken from what a binding gives, the rest are
 * made up of any subject and anything asked. Of the roles this share (`sharp`) may be about anything, so that nearly each is a
 * risk; the others read what most roles read.
 */
export function syntheticAccess(bindings: number, questions: number, seed = 1, sharp = 1): SyntheticAccess {
  const draw = randomFrom(seed);
  const clusterRole = (name: string): RoleManifest => clusterRoleOf(name, clusterRules(draw, draw() < sharp));
  const roleIn = (namespace: string, name: string): RoleManifest => {
    return { apiVersion: rbacVersion, kind: "Role", metadata: { name, namespace }, rules: rules(draw, draw() < sharp) };
  };
  const namespaces = Array.from({ length: Math.max(1, bindings / bindingsOfNamespace) }, (_, i) => `team-${i}`);
  const clusterRoles = Array.from({ length: Math.max(20, bindings / 100) }, (_, i) => clusterRole(`role-${i}`));
  const roles = new Map(
    namespaces.map((namespace) => [namespace, Array.from({ length: 15 }, (_, i) => roleIn(namespace, `app-${i}`))]),
  );
  const discovery = clusterRoleOf("everybody", [
    { verbs: ["get"], nonResourceURLs: ["/healthz", "/version", "/api/*"] },
  ]);
  const bound: Bound[] = [bind("everybody", undefined, discovery, [{ kind: "Group", name: authenticatedGroup }])];
  for (let i = 1; i < bindings; i++) {
    const namespace = i % 10 === 0 ? undefined : pick(namespaces, draw);
    const ownRoles = namespace === undefined || draw() < 0.3 ? undefined : roles.get(namespace);
    const role = pick(ownRoles ?? clusterRoles, draw);
    const home = namespace ?? pick(namespaces, draw);
    const subjects = Array.from({ length: draw() < 0.8 ? 1 : 3 }, () => subject(home, namespaces, draw));
    bound.push(bind(`binding-${i}`, namespace, role, subjects));
  }
  return {
    objects: [discovery, ...clusterRoles, ...[...roles.values()].flat(), ...bound.map(({ binding }) => binding)],
    questions: Array.from({ length: questions }, () => question(pick(bound, draw), namespaces, draw)),
  };
}

/** Every ServiceAccount that a binding names, as an object. */
export function accountsOf(objects: readonly Manifest[]): readonly object[] {
  const accounts = new Map<string, object>();
  for (const object of objects) {
    for (const { kind, name, namespace } of "subjects" in object ? (object.subjects ?? []) : []) {
      if (kind !== "ServiceAccount") continue;
      accounts.set(`${namespace}/${name}`, { apiVersion: "v1", kind, metadata: { name, namespace } });
    }
  }
  return [...accounts.values()];
}

/** A binding and what it gives. */
interface Bound {
  readonly binding: BindingManifest;
  readonly rules: readonly RuleManifest[];
}

function bind(
  name: string,
  namespace: string | undefined,
  { kind, metadata, rules }: RoleManifest,
  subjects: SubjectManifest[],
): Bound {
  const roleRef = { apiGroup: rbacGroup, kind, name: metadata.name };
  const binding: BindingManifest =
    namespace === undefined
      ? { apiVersion: rbacVersion, kind: "ClusterRoleBinding", metadata: { name }, roleRef, subjects }
      : { apiVersion: rbacVersion, kind: "RoleBinding", metadata: { name, namespace }, roleRef, subjects };
  return { binding, rules: rules ?? [] };
}

function clusterRules(draw: Draw, sharp: boolean): RuleManifest[] {
  const written = rules(draw, sharp);
  if (draw() < 0.2) written.push({ verbs: ["get"], nonResourceURLs: [pick(paths, draw), `${pick(paths, draw)}/*`] });
  if (draw() < 0.1 && sharp) written.push({ apiGroups: ["*"], resources: ["*"], verbs: [pick(verbs, draw)] });
  return written;
}

function clusterRoleOf(name: string, rules: RuleManifest[]): RoleManifest {
  return { apiVersion: rbacVersion, kind: "ClusterRole", metadata: { name }, rules };
}

function rules(draw: Draw, sharp: boolean): RuleManifest[] {
  return Array.from({ length: 1 + Math.floor(draw() * 4) }, (): RuleManifest => {
    const [group, resource] = pick(sharp ? resources : mildResources, draw);
    const written = { apiGroups: [group], resources: [resource], verbs: some(sharp ? verbs : mildVerbs, draw) };
    return draw() < 0.2 ? { ...written, resourceNames: [objectName(draw), objectName(draw)] } : written;
  });
}

function subject(home: string, namespaces: readonly string[], draw: Draw): SubjectManifest {
  const kind = draw();
  const namespace = draw() < 0.9 ? home : pick(namespaces, draw);
  if (kind < 0.7) return { kind: "ServiceAccount", name: accountName(draw), namespace };
  if (kind < 0.75) return { kind: "Group", name: namespaceServiceAccountsGroup(namespace) };
  if (kind < 0.85) return { kind: "Group", name: teamName(draw), apiGroup: rbacGroup };
  return { kind: "User", name: userName(draw), apiGroup: rbacGroup };
}

function question({ binding, rules }: Bound, namespaces: readonly string[], draw: Draw): ReviewSpec {
  const { subjects = [], metadata } = binding;
  const near = pick(subjects, draw);
  const who = identityOf(draw() < 0.7 ? near : subject(pick(namespaces, draw), namespaces, draw), draw);
  if (draw() < 0.5)
    return { ...who, ...granted(pick(rules, draw), metadata.namespace ?? pick(namespaces, draw), draw) };
  const verb = pick(verbs, draw);
  if (draw() < 0.1) return { ...who, nonResourceAttributes: { verb, path: pick(paths, draw) } };
  const namespace = draw() < 0.7 ? (metadata.namespace ?? pick(namespaces, draw)) : "";
  return { ...who, ...asked(pick(resources, draw), verb, namespace, objectName(draw)) };
}

function granted(rule: RuleManifest, namespace: string, draw: Draw): Omit<ReviewSpec, "user" | "groups"> {
  const verb = pick(rule.verbs, draw);
  const path = rule.nonResourceURLs?.[0];
  if (path !== undefined) return { nonResourceAttributes: { verb, path } };
  const [group = "", resource = ""] = [rule.apiGroups?.[0], rule.resources?.[0]];
  if (resource === "*") return asked(pick(resources, draw), verb, namespace, objectName(draw));
  return asked([group, resource], verb, namespace, rule.resourceNames?.[0] ?? objectName(draw));
}

function asked([group, written]: readonly [string, string], verb: string, namespace: string, name: string) {
  const [resource = "", subresource = ""] = written.split("/");
  return { resourceAttributes: { verb, group, resource, subresource, namespace, name } };
}

function identityOf({ kind, name, namespace = "" }: SubjectManifest, draw: Draw): Identity {
  if (kind === "ServiceAccount") return serviceAccountIdentity(namespace, name);
  if (kind === "User") return withAuthenticatedGroup({ user: name, groups: [teamName(draw), teamName(draw)] });
  const accountsOf = namespaceServiceAccountsGroup("");
  if (name.startsWith(accountsOf)) return serviceAccountIdentity(name.slice(accountsOf.length), accountName(draw));
  return withAuthenticatedGroup({ user: userName(draw), groups: name === authenticatedGroup ? [] : [name] });
}

const accountName = (draw: Draw): string => `account-${Math.floor(draw() * 20)}`;
const userName = (draw: Draw): string => `user-${Math.floor(draw() * 1000)}@example.com`;
const teamName = (draw: Draw): string => `group-${Math.floor(draw() * teams)}`;
const objectName = (draw: Draw): string => `app-${Math.floor(draw() * 10)}`;

function pick<T>(values: readonly T[], draw: Draw): T {
  const value = values[Math.floor(draw() * values.length)];
  if (value === undefined) throw new Error("there is nothing to draw from");
  return value;
}

function some<T>(values: readonly T[], draw: Draw): T[] {
  const chosen = values.filter(() => draw() < 0.4);
  return chosen.length > 0 ? chosen : [pick(values, draw)];
}
