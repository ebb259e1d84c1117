import { type AccessGraph, writtenMemberships } from "@authgraph/graph";
import {
  anonymousUser,
  bootstrappersGroup,
  bootstrapTokenUserPrefix,
  type Identity,
  loopbackUser,
  mastersGroup,
  nodesGroup,
  nodeUserPrefix,
  parseServiceAccountUserName,
  serviceAccountGroups,
  unauthenticatedGroup,
  withAuthenticatedGroup,
} from "@authgraph/kubernetes";
import { whereOf } from "@authgraph/rules";

/** Whom a question is about, and what to know about that. */
export interface Whose {
  readonly identity: Identity;
  readonly notes: readonly string[];
}

/**
 * Who somebody of this name would be after authentication: a service account is in its groups, everybody in
 * `system:authenticated`, and in the groups given besides.
 */
export function whoseIdentity(user: string, groups: readonly string[], graph: AccessGraph): Whose {
  const identity = withAuthenticatedGroup({ user, groups: [...new Set([...ownGroups(user), ...groups])] });
  return { identity, notes: [...notesOn(identity, graph)] };
}

/** Groups that authentication gives because of the name (reference: k8s.io/apiserver pkg/authentication/user). */
function ownGroups(user: string): readonly string[] {
  const account = parseServiceAccountUserName(user);
  if (account !== undefined) return serviceAccountGroups(account.namespace);
  if (user.startsWith(bootstrapTokenUserPrefix)) return [bootstrappersGroup];
  if (user === anonymousUser) return [unauthenticatedGroup];
  return user === loopbackUser ? [mastersGroup] : [];
}

function* notesOn({ user, groups }: Identity, graph: AccessGraph): Iterable<string> {
  const account = parseServiceAccountUserName(user);
  if (account !== undefined) {
    const { namespace, name } = account;
    const isThere = graph.inventory
      .entriesOf("ServiceAccount")
      .some((entry) => entry.namespace === namespace && entry.object.meta.name.value === name);
    // Kubernetes makes one of this name in every namespace.
    if (!isThere && name !== "default") {
      yield `the inputs do not contain ServiceAccount ${namespace}/${name}: whoever creates it has this access`;
    }
  }
  if (user.startsWith(nodeUserPrefix) && !groups.includes(nodesGroup)) {
    yield `a kubelet's certificate puts it into ${nodesGroup} as well, which nothing adds: --as-group ${nodesGroup}`;
  }
  const missing = new Set(
    writtenMemberships(graph.inventory)
      .filter((written) => user !== "" && written.user.value === user)
      .flatMap((written) => written.groups.map(({ value }) => value))
      .filter((group) => !groups.includes(group)),
  );
  for (const { object } of graph.inventory.entriesOf("Group")) {
    const { name } = object.meta;
    if (groups.includes(name.value) || missing.has(name.value)) continue;
    const member = object.users.find(({ value }) => user !== "" && value === user);
    if (member !== undefined)
      yield `${whereOf(member.origin)} puts ${user} into ${name.value}: --as-group ${name.value}`;
  }
  for (const group of missing) yield `a credential among the inputs puts ${user} into ${group}: --as-group ${group}`;
}
