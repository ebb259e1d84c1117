import type {
  AccessBinding,
  AccessRole,
  Attributes,
  KubernetesObject,
  PolicyRule,
  Subject,
} from "@authgraph/kubernetes";
import { type Located, located, type Origin } from "@authgraph/source";
import type { Entry } from "./types.ts";

/** A change of a cluster's objects that would give access. */
export type Change =
  /** One more value in one list of a rule. */
  | {
      readonly change: "extend-rule";
      readonly role: Entry<AccessRole>;
      readonly rule: PolicyRule;
      readonly list: RuleList;
      readonly value: string;
    }
  /** One more rule in a role. */
  | { readonly change: "add-rule"; readonly role: Entry<AccessRole>; readonly rule: PolicyRule }
  /** New objects, a role before the binding that names it. */
  | { readonly change: "create"; readonly objects: readonly (AccessRole | AccessBinding)[] };

export type RuleList = "verbs" | "apiGroups" | "resources" | "resourceNames" | "nonResourceURLs";

/** The objects of a cluster after a change. */
export function applyChange(objects: readonly KubernetesObject[], change: Change): readonly KubernetesObject[] {
  switch (change.change) {
    case "create":
      return [...objects, ...change.objects];
    case "add-rule": {
      const { role, rule } = change;
      return objects.map((object) =>
        object === role.object ? { ...role.object, rules: [...role.object.rules, rule] } : object,
      );
    }
    case "extend-rule": {
      const { role, rule, list, value } = change;
      const extended = { ...rule, [list]: [...rule[list], proposed(value)] };
      const rules = role.object.rules.map((one) => (one === rule ? extended : one));
      return objects.map((object) => (object === role.object ? { ...role.object, rules } : object));
    }
  }
}

// What nobody has written yet.

const origin: Origin = { kind: "built-in", of: "a proposed change" };

function proposed<T>(value: T): Located<T> {
  return located(value, origin);
}

const rbac = "rbac.authorization.k8s.io/v1";

/** A rule that allows what is asked and nothing else. */
export function exactRule(attributes: Attributes): PolicyRule {
  const nothing = { apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] };
  const verbs = [proposed(attributes.verb)];
  if (attributes.kind === "non-resource") {
    return { origin, verbs, ...nothing, nonResourceURLs: [proposed(attributes.path)] };
  }
  const { apiGroup, resource, subresource, name } = attributes;
  return {
    origin,
    verbs,
    ...nothing,
    apiGroups: [proposed(apiGroup)],
    resources: [proposed(subresource === "" ? resource : `${resource}/${subresource}`)],
    resourceNames: name === "" ? [] : [proposed(name)],
  };
}

/** A Role of a namespace; for the namespace `""` a ClusterRole. */
export function proposedRole(name: string, namespace: string, rule: PolicyRule): AccessRole {
  const kind = namespace === "" ? "ClusterRole" : "Role";
  return { kind, apiVersion: rbac, meta: metaOf(name, namespace), origin, rules: [rule], aggregation: undefined };
}

/** A RoleBinding of a namespace; for the namespace `""` a ClusterRoleBinding. */
export function proposedBinding(
  name: string,
  namespace: string,
  role: { readonly kind: AccessRole["kind"]; readonly name: string },
  subject: Subject,
): AccessBinding {
  return {
    kind: namespace === "" ? "ClusterRoleBinding" : "RoleBinding",
    apiVersion: rbac,
    meta: metaOf(name, namespace),
    origin,
    roleRef: { origin, kind: proposed(role.kind), name: proposed(role.name) },
    subjects: [subject],
  };
}

export function proposedSubject(kind: Subject["kind"], name: string, namespace = ""): Subject {
  if (kind !== "ServiceAccount") return { kind, origin, name: proposed(name) };
  return { kind, origin, name: proposed(name), namespace: proposed(namespace) };
}

function metaOf(name: string, namespace: string): AccessRole["meta"] {
  return {
    name: proposed(name),
    generated: false,
    namespace: namespace === "" ? undefined : proposed(namespace),
    labels: new Map(),
    annotations: new Map(),
  };
}
