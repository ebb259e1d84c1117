import { type BuiltInOrigin, type Located, located } from "@authgraph/source";
import type { AccessBinding, AccessRole, LabelSelector, ObjectMeta, PolicyRule, Subject } from "./objects.ts";

/** RBAC objects that no input has to write: they are there in every cluster of their kind. */
export interface BuiltInPolicy {
  readonly roles: readonly AccessRole[];
  readonly bindings: readonly AccessBinding[];
}

/** A rule in short: lists joined by commas, a list that is absent is null or left out; `""` is a list of one empty string. */
export type ShortRule = readonly [
  verbs: string | null,
  apiGroups?: string | null,
  resources?: string | null,
  resourceNames?: string | null,
  nonResourceURLs?: string | null,
];

/** A role of the namespace, or a ClusterRole where that is `""`. */
export interface ShortRole {
  readonly name: string;
  readonly namespace: string;
  readonly rules: readonly ShortRule[];
  readonly labels?: ShortLabels | undefined;
  readonly selectors?: readonly ShortSelector[] | undefined;
}

/** A RoleBinding of the namespace, or a ClusterRoleBinding where that is `""`. */
export interface ShortBinding {
  readonly name: string;
  readonly namespace: string;
  /** `ClusterRole NAME` or `Role NAME`. */
  readonly role: string;
  /** `User NAME`, `Group NAME` or `ServiceAccount NAMESPACE/NAME`. */
  readonly subjects: readonly string[];
  readonly labels?: ShortLabels | undefined;
}

/** Labels, then annotations. */
export type ShortLabels = readonly [labels: StringRecord, annotations: StringRecord];

export interface ShortSelector {
  readonly matchLabels?: StringRecord;
  readonly matchExpressions?: LabelSelector["matchExpressions"];
}

type StringRecord = Readonly<Record<string, string>>;

export interface PolicyMaker {
  readonly role: (short: ShortRole) => AccessRole;
  readonly binding: (short: ShortBinding) => AccessBinding;
}

/**
 * Makes objects out of their short forms, all with one origin.
 *
 * Equal values and lists become the same object: a policy repeats a few hundred of them thousands of times.
 */
export function policyMaker(of: string): PolicyMaker {
  const origin: BuiltInOrigin = { kind: "built-in", of };
  const apiVersion = "rbac.authorization.k8s.io/v1";
  const value = remembering((text: string): Located<string> => located(text, origin));
  const list = remembering((text: string): readonly Located<string>[] => text.split(",").map(value));
  const listOf = (text: string | null | undefined) => (text === null || text === undefined ? none : list(text));
  const labelMap = remembering((labels: StringRecord): LabelMap => {
    return new Map(Object.entries(labels).map(([key, text]) => [key, value(text)]));
  });

  const meta = ({ name, namespace, labels }: ShortRole | ShortBinding): ObjectMeta => ({
    name: value(name),
    generated: false,
    namespace: namespace === "" ? undefined : value(namespace),
    labels: labels === undefined ? unlabelled : labelMap(labels[0]),
    annotations: labels === undefined ? unlabelled : labelMap(labels[1]),
  });
  const rule = ([verbs, apiGroups, resources, resourceNames, nonResourceURLs]: ShortRule): PolicyRule => ({
    origin,
    verbs: listOf(verbs),
    apiGroups: listOf(apiGroups),
    resources: listOf(resources),
    resourceNames: listOf(resourceNames),
    nonResourceURLs: listOf(nonResourceURLs),
  });
  const subject = (text: string): Subject => {
    const [kind, name] = cut(text, " ");
    if (kind === "User" || kind === "Group") return { kind, origin, name: value(name) };
    const [namespace, account] = cut(name, "/");
    return { kind: "ServiceAccount", origin, name: value(account), namespace: value(namespace) };
  };

  return {
    role: (short) => ({
      kind: short.namespace === "" ? "ClusterRole" : "Role",
      apiVersion,
      meta: meta(short),
      origin,
      rules: short.rules.map(rule),
      aggregation: short.selectors && { origin, selectors: short.selectors.map(selector) },
    }),
    binding: (short) => {
      const [kind, name] = cut(short.role, " ");
      return {
        kind: short.namespace === "" ? "ClusterRoleBinding" : "RoleBinding",
        apiVersion,
        meta: meta(short),
        origin,
        roleRef: { origin, kind: located(kind === "Role" ? kind : "ClusterRole", origin), name: value(name) },
        subjects: short.subjects.map(subject),
      };
    },
  };
}

type LabelMap = ReadonlyMap<string, Located<string>>;
const unlabelled: LabelMap = new Map();
const none: readonly Located<string>[] = [];

function selector({ matchLabels = {}, matchExpressions = [] }: ShortSelector): LabelSelector {
  return { matchLabels: new Map(Object.entries(matchLabels)), matchExpressions };
}

function cut(text: string, separator: string): readonly [before: string, after: string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

function remembering<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    let made = known.get(key);
    if (made === undefined) {
      made = make(key);
      known.set(key, made);
    }
    return made;
  };
}
