import {
  anonymousUser,
  authenticatedGroup,
  groupKey,
  namespaceServiceAccountsGroup,
  nodesGroup,
  nodeUserPrefix,
  parseServiceAccountUserName,
  type SubjectKey,
  serviceAccountsGroup,
  unauthenticatedGroup,
  userKey,
} from "@authgraph/kubernetes";

const userPrefix = userKey("");
const groupPrefix = groupKey("");
const accountsOfNamespace = namespaceServiceAccountsGroup("");

/** Keys of the groups that whoever has this key is in without anybody saying so; what is bound there it holds too. */
export function membershipsOf(key: string): readonly SubjectKey[] {
  return key.startsWith(groupPrefix)
    ? widerGroups(key.slice(groupPrefix.length))
    : groupsOfUser(key.slice(userPrefix.length));
}

/** Authentication adds them (pkg/serviceaccount/util.go: UserInfo; pkg/authentication/group). */
function groupsOfUser(user: string): readonly SubjectKey[] {
  if (user === anonymousUser) return [groupKey(unauthenticatedGroup)];
  const account = parseServiceAccountUserName(user);
  if (account !== undefined) {
    return [serviceAccountsGroup, namespaceServiceAccountsGroup(account.namespace), authenticatedGroup].map(groupKey);
  }
  return (user.startsWith(nodeUserPrefix) ? [nodesGroup, authenticatedGroup] : [authenticatedGroup]).map(groupKey);
}

/** Groups that hold every member of this one. */
function widerGroups(group: string): readonly SubjectKey[] {
  if (group === authenticatedGroup) return [];
  // Nobody else is in it.
  if (group === unauthenticatedGroup) return [userKey(anonymousUser)];
  const isOfAccounts = group.startsWith(accountsOfNamespace);
  return (isOfAccounts ? [serviceAccountsGroup, authenticatedGroup] : [authenticatedGroup]).map(groupKey);
}
