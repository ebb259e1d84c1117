import type { Fact, UserGroup } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { Configuration } from "./configuration.ts";

/** What the configuration says of identities outside, as facts of a text: who is in which group. */
export interface DeclaredFacts {
  readonly path: string;
  readonly facts: readonly Fact[];
}

/**
 * The declared groups as the objects by which OpenShift knows its groups: all that reads those knows them, whether a
 * group names its members or a user its groups.
 */
export function declaredGroups(configuration: Configuration | undefined): DeclaredFacts | undefined {
  if (configuration === undefined) return undefined;
  const { identities, source } = configuration;
  const groups = new Map<string, { readonly name: Located<string>; readonly users: Map<string, Located<string>> }>();
  const add = (name: Located<string>, users: readonly Located<string>[]): void => {
    const group = groups.get(name.value) ?? { name, users: new Map() };
    groups.set(name.value, group);
    for (const user of users) if (!group.users.has(user.value)) group.users.set(user.value, user);
  };
  for (const { name, members } of identities.groups) add(name, members);
  for (const { name, groups: its } of identities.users) for (const group of its) add(group, [name]);
  if (groups.size === 0) return undefined;
  const facts = [...groups.values()].map(({ name, users }): Fact => ({ fact: "object", object: groupOf(name, users) }));
  return { path: source.path, facts };
}

function groupOf(name: Located<string>, users: ReadonlyMap<string, Located<string>>): UserGroup {
  return {
    kind: "Group",
    apiVersion: "user.openshift.io/v1",
    meta: { name, generated: false, namespace: undefined, labels: new Map(), annotations: new Map() },
    origin: name.origin,
    users: [...users.values()],
  };
}
