import { type Arbitrary, constantFrom, oneof, record, subarray } from "fast-check";
import type { ReviewSpec } from "../rbac-world.ts";
import { words } from "./arbitraries.ts";
import {
  type BindingManifest,
  isClusterRole,
  isRole,
  type Manifest,
  type RuleManifest,
  type SubjectManifest,
} from "./manifest.ts";

type ResourceAttributes = NonNullable<ReviewSpec["resourceAttributes"]>;
type PathAttributes = NonNullable<ReviewSpec["nonResourceAttributes"]>;
type Who = Pick<ReviewSpec, "user" | "groups">;

/** Questions about a cluster. Most are drawn from a binding and a rule and then, often, spoilt a little. */
export function questionArbitrary(objects: readonly Manifest[]): Arbitrary<ReviewSpec> {
  const bindings = objects.filter(isBinding).filter(({ subjects = [] }) => subjects.length > 0);
  if (bindings.length === 0) return anyQuestion;
  const aimed = constantFrom(...bindings).chain((binding) =>
    constantFrom(...rulesOf(binding, objects)).chain((rule) => aimedAt(binding, rule)),
  );
  return oneof({ weight: 6, arbitrary: aimed }, { weight: 1, arbitrary: anyQuestion });
}

function isBinding(object: Manifest): object is BindingManifest {
  return !isRole(object);
}

/** What a binding gives as it is written; what it may give where its role is filled, shipped or missing. */
function rulesOf({ kind, metadata, roleRef }: BindingManifest, objects: readonly Manifest[]): readonly RuleManifest[] {
  const namespace = kind === "RoleBinding" && roleRef.kind === "Role" ? metadata.namespace : undefined;
  const roles = objects.filter(isRole);
  const role = roles.find(
    (role) =>
      role.kind === roleRef.kind && role.metadata.name === roleRef.name && role.metadata.namespace === namespace,
  );
  const isPlain = role !== undefined && role.aggregationRule === undefined;
  const rules = isPlain ? role.rules : roles.filter(isClusterRole).flatMap(({ rules }) => rules ?? []);
  return isPlain && rules?.length ? rules : [...(rules ?? []), ...shippedRules];
}

const shippedRules: readonly RuleManifest[] = [{ verbs: ["get"], apiGroups: [""], resources: ["pods", "pods/log"] }];

function aimedAt(binding: BindingManifest, rule: RuleManifest): Arbitrary<ReviewSpec> {
  return record({
    who: constantFrom(...(binding.subjects ?? [])).chain((subject) => identityOf(subject, binding)),
    what: rule.nonResourceURLs === undefined ? resourceOf(binding, rule) : pathOf(rule),
    other: record({ who: anyIdentity, what: anyResource }),
    spoilt: oneof({ weight: 3, arbitrary: constantFrom(undefined) }, { weight: 1, arbitrary: spoilable }),
  }).map(({ who, what, other, spoilt }): ReviewSpec => {
    if (spoilt === undefined) return { ...who, ...what };
    if (spoilt === "who") return { ...other.who, ...what };
    if (what.resourceAttributes === undefined) return { ...who, ...what };
    const { [spoilt]: value } = other.what.resourceAttributes;
    return { ...who, resourceAttributes: { ...what.resourceAttributes, [spoilt]: value ?? "" } };
  });
}

const spoilable = constantFrom("who", "verb", "group", "resource", "subresource", "namespace", "name");

/** Somebody the subject may be about: what it says by its kind alone, spelled as a user where that comes to the same. */
function identityOf({ kind, name, namespace }: SubjectManifest, { metadata }: BindingManifest): Arbitrary<Who> {
  switch (kind) {
    case "User":
      return someGroups.map((groups) => ({ user: name, groups }));
    case "Group":
      return record({ user: constantFrom("", ...words.users), groups: constantFrom([name], ["other", name]) });
    case "ServiceAccount": {
      const user = `system:serviceaccount:${namespace || (metadata.namespace ?? "")}:${name}`;
      return someGroups.map((groups) => ({ user, groups }));
    }
  }
}

const someGroups: Arbitrary<string[]> = oneof(
  constantFrom<string[]>([]),
  subarray([...words.groups], { maxLength: 2 }),
);

const anyIdentity: Arbitrary<Who> = oneof(
  {
    weight: 20,
    arbitrary: record({ user: constantFrom(...words.users, "system:kube-scheduler"), groups: someGroups }),
  },
  { weight: 2, arbitrary: record({ groups: subarray([...words.groups], { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: record({ user: constantFrom("root"), groups: constantFrom(["dev", "system:masters"]) }) },
  {
    weight: 2,
    arbitrary: record({
      user: constantFrom("system:node:n", "system:node:", "system:node:x"),
      groups: constantFrom(["system:nodes"], ["system:nodes", "dev"], []),
    }),
  },
);

const anyResource: Arbitrary<{ readonly resourceAttributes: ResourceAttributes }> = record({
  resourceAttributes: record(
    {
      verb: constantFrom(...words.verbs),
      group: constantFrom(...words.apiGroups),
      resource: constantFrom(...words.resources, "pods/log", "nodes", "configmaps"),
      subresource: constantFrom("", ...words.subresources),
      namespace: constantFrom("", ...words.namespaces, "elsewhere"),
      name: constantFrom(...words.names, "n"),
    },
    { requiredKeys: ["verb", "resource"] },
  ),
});
const anyPath: Arbitrary<{ readonly nonResourceAttributes: PathAttributes }> = record({
  nonResourceAttributes: record({
    verb: constantFrom("get", "post", "head", "*", ""),
    path: constantFrom(...words.paths, "/version", "/api", "/healthz*"),
  }),
});
const anyQuestion: Arbitrary<ReviewSpec> = record({
  who: anyIdentity,
  what: oneof({ weight: 3, arbitrary: anyResource }, { weight: 1, arbitrary: anyPath }),
}).map(({ who, what }) => ({ ...who, ...what }));

type What = Omit<ReviewSpec, keyof Who>;

function resourceOf({ kind, metadata }: BindingManifest, rule: RuleManifest): Arbitrary<What> {
  const resource = oneOf(rule.resources).chain((written): Arbitrary<ResourceAttributes> => {
    const slash = written.indexOf("/");
    const [before, after] = slash < 0 ? [written, ""] : [written.slice(0, slash), written.slice(slash + 1)];
    return record({
      resource: before === "*" ? constantFrom(...words.resources) : constantFrom(before),
      subresource: written === "*" ? constantFrom("", ...words.subresources) : constantFrom(after),
    });
  });
  const { resourceNames = [] } = rule;
  return record({
    verb: oneOf(rule.verbs, words.verbs),
    group: oneOf(rule.apiGroups, words.apiGroups),
    resource,
    namespace: kind === "RoleBinding" ? constantFrom(metadata.namespace ?? "") : constantFrom("", ...words.namespaces),
    name: constantFrom(...(resourceNames.length > 0 ? resourceNames : words.names)),
  }).map(({ resource, ...rest }) => ({ resourceAttributes: { ...rest, ...resource } }));
}

function pathOf(rule: RuleManifest): Arbitrary<What> {
  return record({
    verb: oneOf(rule.verbs, ["get", "post", "put", ""]),
    path: oneOf(rule.nonResourceURLs).chain(pathNear),
  }).map((nonResourceAttributes) => ({ nonResourceAttributes }));
}

/** A path that a URL of a rule may be meant for: as written, with something in place of its star, just short of it. */
function pathNear(url: string): Arbitrary<string> {
  const start = url.replace(/\*+$/, "");
  return constantFrom(url, start, `${start}x`, start.replace(/\/$/, ""), url.replace("*", "v1"));
}

/** One element of a rule's list, where `*` stands for any of the words. */
function oneOf(list: readonly string[] = [], any?: readonly string[]): Arbitrary<string> {
  if (list.length === 0) return constantFrom("");
  return constantFrom(...list).chain((element) =>
    element === "*" && any !== undefined ? constantFrom(...any) : constantFrom(element),
  );
}
