/** What authentication yields, and what impersonation replaces. */
export interface Identity {
  readonly user: string;
  readonly groups: readonly string[];
  readonly uid?: string | undefined;
  readonly extra?: ReadonlyMap<string, readonly string[]> | undefined;
}

// Names that Kubernetes itself gives or looks for (k8s.io/apiserver pkg/authentication/user, pkg/authentication/serviceaccount).

/** Whoever presents no credential. */
export const anonymousUser = "system:anonymous";
/** The apiserver talking to itself. */
export const loopbackUser = "system:apiserver";
export const kubeControllerManagerUser = "system:kube-controller-manager";
export const kubeSchedulerUser = "system:kube-scheduler";
export const kubeProxyUser = "system:kube-proxy";

/** Allowed everything, before any other authorizer is asked. */
export const mastersGroup = "system:masters";
export const authenticatedGroup = "system:authenticated";
export const unauthenticatedGroup = "system:unauthenticated";
/** By convention of kubelet certificates: nothing adds it. */
export const nodesGroup = "system:nodes";
/** Every service account of every namespace. */
export const serviceAccountsGroup = "system:serviceaccounts";
/** Every bootstrap token. */
export const bootstrappersGroup = "system:bootstrappers";

/** The kubelet of node `n` is the user with this prefix and `n`, if it is in `system:nodes` as well. */
export const nodeUserPrefix = "system:node:";
export const bootstrapTokenUserPrefix = "system:bootstrap:";
const serviceAccountUserPrefix = "system:serviceaccount:";

/** The service accounts of one namespace, as a group. */
export function namespaceServiceAccountsGroup(namespace: string): string {
  return `${serviceAccountsGroup}:${namespace}`;
}

/** The user name that a service account's token carries. */
export function serviceAccountUserName(namespace: string, name: string): string {
  return `${serviceAccountUserPrefix}${namespace}:${name}`;
}

export interface ServiceAccountName {
  readonly namespace: string;
  readonly name: string;
}

/**
 * The service account a user name stands for; undefined where Kubernetes does not take it for one.
 *
 * Namespace and name must be valid ones (k8s.io/apiserver pkg/authentication/serviceaccount: SplitUsername).
 */
export function parseServiceAccountUserName(user: string): ServiceAccountName | undefined {
  if (!user.startsWith(serviceAccountUserPrefix)) return undefined;
  const [namespace, name, ...more] = user.slice(serviceAccountUserPrefix.length).split(":");
  if (namespace === undefined || name === undefined || more.length > 0) return undefined;
  if (namespace.length > 63 || !dnsLabel.test(namespace)) return undefined;
  if (name.length > 253 || !dnsSubdomain.test(name)) return undefined;
  return { namespace, name };
}

/** The node that a user name stands for; undefined where it is no valid one (pkg/apis/core/validation: ValidateNodeName). */
export function parseNodeUserName(user: string): string | undefined {
  if (!user.startsWith(nodeUserPrefix)) return undefined;
  const name = user.slice(nodeUserPrefix.length);
  return name.length <= 253 && dnsSubdomain.test(name) ? name : undefined;
}

// RFC 1123 as k8s.io/apimachinery pkg/util/validation reads it: a subdomain's parts have no length limit of their own.
const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const dnsSubdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Groups that a service account has by being one, without `system:authenticated`. */
export function serviceAccountGroups(namespace: string): readonly string[] {
  return [serviceAccountsGroup, namespaceServiceAccountsGroup(namespace)];
}

/** Whom a service account's token authenticates as. */
export function serviceAccountIdentity(namespace: string, name: string): Identity {
  return {
    user: serviceAccountUserName(namespace, name),
    groups: [...serviceAccountGroups(namespace), authenticatedGroup],
  };
}

/** Whom a request without credentials is, where anonymous requests are let in. */
export const anonymousIdentity: Identity = { user: anonymousUser, groups: [unauthenticatedGroup] };

/**
 * What the last step of authentication makes of an identity: it joins `system:authenticated`.
 *
 * Not so for the anonymous user, nor for one that is in `system:authenticated` or `system:unauthenticated` already
 * (k8s.io/apiserver pkg/authentication/group: AuthenticatedGroupAdder).
 */
export function withAuthenticatedGroup(identity: Identity): Identity {
  const { user, groups } = identity;
  if (user === anonymousUser || groups.includes(authenticatedGroup) || groups.includes(unauthenticatedGroup)) {
    return identity;
  }
  return { ...identity, groups: [...groups, authenticatedGroup] };
}
