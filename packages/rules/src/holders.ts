import {
  anonymousUser,
  authenticatedGroup,
  groupKey,
  mastersGroup,
  namespaceServiceAccountsGroup,
  nodesGroup,
  nodeUserPrefix,
  parseServiceAccountUserName,
  type Subject,
  serviceAccountsGroup,
  serviceAccountUserName,
  unauthenticatedGroup,
  userKey,
} from "@authgraph/kubernetes";
import { adjustment, type HolderLevel } from "./rating.ts";
import { namespacedName, namespaceToType, quotable, shellWord } from "./wording.ts";

/** Who holds a right, as far as the rating and the words depend on it. */
export interface Holder {
  readonly level: HolderLevel;
  /** What kind of crowd or person it is; rules choose by it. */
  readonly kind: HolderKind;
  /** For titles: `requests without credentials`, `every ServiceAccount of dev`, `ServiceAccount ci/bot`. */
  readonly name: string;
  /** Takes a singular verb form: `is`, not `are`; `it`, not `them`. */
  readonly singular: boolean;
  /** Values of `adjustment`. */
  readonly adjustments: readonly number[];
  /** Its key in the graph. */
  readonly key: string;
  /** Stable across runs: `Group system:unauthenticated`, `ServiceAccount ops/backup`. */
  readonly identity: string;
  /** How kubectl takes its place: `--as=…`, groups included. */
  readonly impersonation: string;
}

/** `it`, or `them` for a crowd, which "every ServiceAccount" is too. */
export function pronounOf({ kind, singular }: Holder): "it" | "them" {
  return singular && !crowds.includes(kind) ? "it" : "them";
}

/** The same where it is the subject of the sentence. */
export function subjectPronoun(holder: Holder): "it" | "they" {
  return pronounOf(holder) === "it" ? "it" : "they";
}

const crowds: readonly HolderKind[] = ["authenticated", "all-service-accounts", "namespace-service-accounts"];

/** Whether two subjects are the same people: an account written twice, or the user and the group without credentials. */
export function isSameHolder(one: Holder, other: Holder): boolean {
  return one.key === other.key || (one.kind === "anonymous" && other.kind === "anonymous");
}

export type HolderKind =
  | "anonymous"
  | "authenticated"
  | "all-service-accounts"
  | "namespace-service-accounts"
  | "service-account"
  | "nodes"
  | "masters"
  | "user"
  | "group";

// OpenShift puts everybody who logs in through its OAuth server there; that is everybody but ServiceAccounts.
const openShiftLogins = `${authenticatedGroup}:oauth`;

/**
 * Who a binding's subject is; undefined where it can match nobody.
 *
 * `bindingNamespace` completes a ServiceAccount that names no namespace; `""` for a ClusterRoleBinding.
 */
export function holderOf(subject: Subject, bindingNamespace: string): Holder | undefined {
  const name = subject.name.value;
  switch (subject.kind) {
    case "User":
      return holderOfUser(name);
    case "Group":
      return isOfOneAccount(name) ? undefined : holderOfGroup(name);
    case "ServiceAccount": {
      const namespace = subject.namespace?.value || bindingNamespace;
      return namespace === "" ? undefined : serviceAccountHolder(namespace, name);
    }
  }
}

export function holderOfUser(user: string): Holder {
  if (user === anonymousUser) return { ...withoutCredentials, key: userKey(user), identity: `User ${user}` };
  const account = parseServiceAccountUserName(user);
  if (account !== undefined) return serviceAccountHolder(account.namespace, account.name);
  const isNode = user.startsWith(nodeUserPrefix);
  return {
    level: isNode ? 3 : 4,
    kind: isNode ? "nodes" : "user",
    name: isNode ? `node ${quotable(user.slice(nodeUserPrefix.length))}` : `User ${quotable(user)}`,
    singular: true,
    adjustments: isNode ? [] : [adjustment.namedUser],
    key: userKey(user),
    identity: `User ${user}`,
    impersonation: `--as=${shellWord(user)}`,
  };
}

export function holderOfGroup(group: string): Holder {
  const key = groupKey(group);
  const identity = `Group ${group}`;
  const impersonation = `--as=anybody --as-group=${shellWord(group)}`;
  const crowd = { singular: true, adjustments: [], key, identity, impersonation };

  if (group === unauthenticatedGroup) return { ...withoutCredentials, key, identity };
  if (group === authenticatedGroup || group === openShiftLogins) {
    const name = group === authenticatedGroup ? "every authenticated user" : "everybody who logged in";
    return { ...crowd, level: 1, kind: "authenticated", name };
  }
  if (group === serviceAccountsGroup) {
    return { ...crowd, level: 2, kind: "all-service-accounts", name: "every ServiceAccount" };
  }
  const namespace = namespaceOfServiceAccountsGroup(group);
  if (namespace !== undefined) {
    const name = `every ServiceAccount of ${quotable(namespace)}`;
    return { ...crowd, level: 2, kind: "namespace-service-accounts", name };
  }
  if (group === nodesGroup) return { ...crowd, level: 3, kind: "nodes", name: "every node" };
  if (group === mastersGroup) {
    const name = "the superusers' group";
    return { ...crowd, level: 4, kind: "masters", name, adjustments: [adjustment.irrevocable] };
  }
  return { ...crowd, level: 4, kind: "group", name: `Group ${quotable(group)}` };
}

export function serviceAccountHolder(namespace: string, name: string): Holder {
  const user = serviceAccountUserName(namespace, name);
  return {
    // Every pod of the namespace that names no account runs as `default`.
    level: name === "default" ? 2 : 3,
    kind: "service-account",
    name: `ServiceAccount ${namespacedName(namespace, name)}`,
    singular: true,
    adjustments: [],
    key: userKey(user),
    identity: `ServiceAccount ${namespace}/${name}`,
    impersonation: `--as=${shellWord(serviceAccountUserName(namespaceToType(namespace), name))}`,
  };
}

const withoutCredentials = {
  level: 0,
  kind: "anonymous",
  name: "requests without credentials",
  singular: false,
  adjustments: [],
  // The server adds system:unauthenticated to this user by itself.
  impersonation: `--as=${anonymousUser}`,
} as const;

/** `system:serviceaccounts:ns:name` looks like a group of one account, and no account is in it. */
function isOfOneAccount(group: string): boolean {
  const prefix = namespaceServiceAccountsGroup("");
  return group.startsWith(prefix) && group.includes(":", prefix.length);
}

/** The namespace whose accounts a group stands for. `system:serviceaccounts:ns:name` is no such group: nobody is in it. */
function namespaceOfServiceAccountsGroup(group: string): string | undefined {
  const prefix = namespaceServiceAccountsGroup("");
  if (!group.startsWith(prefix)) return undefined;
  const namespace = group.slice(prefix.length);
  return namespace === "" || namespace.includes(":") ? undefined : namespace;
}
