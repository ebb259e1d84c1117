import {
  anonymousUser,
  authenticatedGroup,
  groupKey,
  type SubjectKey,
  serviceAccountGroups,
  serviceAccountsGroup,
  unauthenticatedGroup,
} from "@authgraph/kubernetes";
import { accountOf } from "./account-name.ts";

/**
 * Keys of the groups that whoever a key stands for is in by himself: a service account in those of service accounts, all
 * but anonymous users in `system:authenticated`; and so the members of a group.
 */
export function implicitGroups(key: SubjectKey): readonly SubjectKey[] {
  return groupsOf(key).map(groupKey);
}

const user = "User ";
const group = "Group ";
const accountsOfNamespace = `${serviceAccountsGroup}:`;

function groupsOf(key: SubjectKey): readonly string[] {
  if (key.startsWith(user)) {
    const name = key.slice(user.length);
    if (name === anonymousUser) return [unauthenticatedGroup];
    const account = accountOf(name);
    return [...(account === undefined ? [] : serviceAccountGroups(account.namespace)), authenticatedGroup];
  }
  const name = key.slice(group.length);
  if (name === authenticatedGroup || name === unauthenticatedGroup) return [];
  return name.startsWith(accountsOfNamespace) ? [serviceAccountsGroup, authenticatedGroup] : [authenticatedGroup];
}
