import {
  anonymousUser,
  authenticatedGroup,
  bootstrappersGroup,
  kubeControllerManagerUser,
  kubeProxyUser,
  kubeSchedulerUser,
  mastersGroup,
  namespaceServiceAccountsGroup,
  nodesGroup,
  nodeUserPrefix,
  parseServiceAccountUserName,
  type Subject,
  serviceAccountsGroup,
  unauthenticatedGroup,
} from "@authgraph/kubernetes";
import { quotable } from "./wording.ts";

/** Why nobody is ever this subject, and who may be meant. */
export interface DeadSubject {
  /** Completes the binding's name: `binds the user system:masters, which is a group`. */
  readonly clause: string;
  readonly label: string;
  readonly meant: string;
}

const ownGroups: readonly string[] = [
  authenticatedGroup,
  unauthenticatedGroup,
  mastersGroup,
  nodesGroup,
  serviceAccountsGroup,
  bootstrappersGroup,
];
const ownUsers: readonly string[] = [anonymousUser, kubeControllerManagerUser, kubeSchedulerUser, kubeProxyUser];

/**
 * Names that no authenticator gives to a user, or to a group: a reserved one of the other kind, in another case, with a
 * space at an end. Names are compared as they are written (pkg/registry/rbac/validation/rule.go: appliesToUser).
 */
export function deadSubject({ kind, name: { value } }: Subject): DeadSubject | undefined {
  switch (kind) {
    case "ServiceAccount":
      return undefined;
    case "User":
      return spaced("user", value) ?? userOfGroup(value) ?? otherCase("user", value, ownUsers);
    case "Group":
      return spaced("group", value) ?? groupOfUser(value) ?? otherCase("group", value, ownGroups);
  }
}

function spaced(what: string, name: string): DeadSubject | undefined {
  if (name === name.trim()) return undefined;
  return {
    clause: `binds the ${what} "${quotable(name)}", with a space at an end that nobody's name has`,
    label: "compared with the space",
    meant: `write ${quotable(name.trim())}, without the space, if that ${what} is meant`,
  };
}

function userOfGroup(name: string): DeadSubject | undefined {
  const isGroup =
    ownGroups.includes(name) ||
    name.startsWith(namespaceServiceAccountsGroup("")) ||
    name.startsWith(`${bootstrappersGroup}:`);
  if (!isGroup) return undefined;
  return {
    clause: `binds a user called ${quotable(name)}: that is a group, and no user has the name`,
    label: "a group's name, as kind User",
    meant: "write kind: Group, if everybody in it is meant",
  };
}

function groupOfUser(name: string): DeadSubject | undefined {
  const prefix = namespaceServiceAccountsGroup("");
  if (name.startsWith(prefix) && name.includes(":", prefix.length)) {
    const [namespace = "", account = ""] = name.slice(prefix.length).split(":");
    return {
      clause: `binds the group ${quotable(name)}, which nobody is in: there is no group of one ServiceAccount`,
      label: "no account is in such a group",
      meant: `write kind: ServiceAccount, name: ${quotable(account)}, namespace: ${quotable(namespace)}, if that account is meant`,
    };
  }
  const isUser =
    ownUsers.includes(name) || name.startsWith(nodeUserPrefix) || parseServiceAccountUserName(name) !== undefined;
  if (!isUser) return undefined;
  return {
    clause: `binds a group called ${quotable(name)}: that is a user, and no group has the name`,
    label: "a user's name, as kind Group",
    meant: "write kind: User, if that user is meant",
  };
}

function otherCase(what: string, name: string, own: readonly string[]): DeadSubject | undefined {
  const meant = own.find((one) => one !== name && one === name.toLowerCase());
  if (meant === undefined) return undefined;
  return {
    clause: `binds the ${what} ${quotable(name)}, which nobody is: upper and lower case count`,
    label: "compared with its case",
    meant: `write ${meant}, if that ${what} is meant`,
  };
}
