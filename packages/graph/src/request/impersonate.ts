import {
  type Attributes,
  anonymousUser,
  authenticatedGroup,
  type Identity,
  mastersGroup,
  nodesGroup,
  parseNodeUserName,
  parseServiceAccountUserName,
  type ResourceAttributes,
  serviceAccountGroups,
  unauthenticatedGroup,
} from "@authgraph/kubernetes";
import type { Assumption } from "../types.ts";
import { type Asking, ask, forbidden, isOn, quoted, resourceQuestion, type Verdict, verdictOf } from "./asking.ts";
import type { WantedIdentity } from "./impersonation-headers.ts";

/** What becomes of the wish to be somebody else. */
export type Impersonation =
  | { readonly outcome: "impersonated"; readonly identity: Identity }
  | { readonly outcome: "refused"; readonly verdict: Verdict };

/**
 * Whether somebody may make a request as somebody else, and whom exactly they are then.
 *
 * The constrained modes are tried before the plain verb, the first that succeeds wins, and where none does the first
 * error stands (k8s.io/apiserver pkg/endpoints/filters/impersonation: getImpersonatedUser). A server remembers which
 * mode a user succeeded with and tries that first: this is how it answers a user whom it has not seen yet.
 */
export function impersonate(
  asking: Asking,
  requester: Identity,
  wanted: WantedIdentity,
  attributes: Attributes,
): Impersonation {
  const open: Assumption[] = [];
  const possible: Identity[] = [];
  let first: Verdict | undefined;
  for (const mode of modesFor(asking, requester, wanted)) {
    const identity = resulting(mode, wanted);
    const verdict = tryMode(asking, mode, requester, wanted, attributes);
    switch (verdict.verdict) {
      case "pass":
        if (possible.every((other) => isSameIdentity(other, identity))) return { outcome: "impersonated", identity };
        return { outcome: "refused", verdict: { verdict: "unknown", assumptions: open } };
      case "unknown":
        open.push(...verdict.assumptions);
        possible.push(identity);
        break;
      case "refused":
      case "answered":
        first ??= verdict;
        break;
    }
  }
  if (open.length > 0 || first === undefined) {
    return { outcome: "refused", verdict: { verdict: "unknown", assumptions: open } };
  }
  return { outcome: "refused", verdict: first };
}

type Mode = "associated-node" | "arbitrary-node" | "serviceaccount" | "user-info" | "legacy";

/** In the order they are tried (mode.go: allImpersonationModes). */
function modesFor(asking: Asking, requester: Identity, wanted: WantedIdentity): readonly Mode[] {
  if (!isOn(asking, "ConstrainedImpersonation")) return ["legacy"];
  const { user, uid, groups, extra } = wanted;
  const isNameAlone = uid === "" && groups.length === 0 && extra.size === 0;
  const node = parseNodeUserName(user);
  const isAccount = parseServiceAccountUserName(user) !== undefined;
  if (node === undefined && !isAccount) return ["user-info", "legacy"];
  if (!isNameAlone) return ["legacy"];
  if (node === undefined) return ["serviceaccount", "legacy"];
  return [...(isOnNode(requester, node) ? (["associated-node"] as const) : []), "arbitrary-node", "legacy"];
}

/** A service account whose token is bound to the node. */
function isOnNode({ user, extra }: Identity, node: string): boolean {
  const values = extra?.get("authentication.kubernetes.io/node-name") ?? [];
  return parseServiceAccountUserName(user) !== undefined && values.length === 1 && values[0] === node;
}

/** Each question has to be allowed. */
function tryMode(
  asking: Asking,
  mode: Mode,
  requester: Identity,
  wanted: WantedIdentity,
  attributes: Attributes,
): Verdict {
  const who = mode === "associated-node" ? withoutExtra(requester) : requester;
  const isLegacy = mode === "legacy";
  if (!isLegacy) {
    const on = ask(asking, "impersonation", who, { ...attributes, verb: `impersonate-on:${mode}:${attributes.verb}` });
    const verdict = verdictOf(on);
    if (verdict.verdict !== "pass") return verdict;
  }
  for (const part of partsInOrder(asking, mode, wanted)) {
    if (part.refusal !== undefined) {
      return { verdict: "refused", reason: forbidden(who, part.questions[0] ?? attributes, part.refusal) };
    }
    const verdict = askPart(asking, who, part);
    if (verdict.verdict !== "pass") return verdict;
  }
  return { verdict: "pass" };
}

/** What of an identity is asked about together. */
interface Part {
  /** Where this is allowed, nothing else is asked. */
  readonly all?: ResourceAttributes | undefined;
  readonly questions: readonly ResourceAttributes[];
  /** Never allowed, and why. */
  readonly refusal?: string | undefined;
}

function askPart(asking: Asking, who: Identity, { all, questions }: Part): Verdict {
  if (all !== undefined && verdictOf(ask(asking, "impersonation", who, all)).verdict === "pass")
    return { verdict: "pass" };
  for (const question of questions) {
    const verdict = verdictOf(ask(asking, "impersonation", who, question));
    if (verdict.verdict !== "pass") return verdict;
  }
  return { verdict: "pass" };
}

function partsInOrder(asking: Asking, mode: Mode, wanted: WantedIdentity): readonly Part[] {
  const user: Part = { questions: [userQuestion(mode, wanted.user)] };
  const uid: Part = { questions: wanted.uid === "" ? [] : [extraQuestion(mode, "uids", wanted.uid)] };
  const groups = groupsPart(mode, wanted.groups);
  const extra = extraPart(mode, wanted.extra);
  // The filter that knows plain impersonation alone has another order (impersonation.go: buildImpersonationRequests).
  return isOn(asking, "ConstrainedImpersonation") ? [user, uid, groups, extra] : [user, groups, extra, uid];
}

/** Plain impersonation looks for users and groups in the core group. */
function groupOf(mode: Mode): string {
  return mode === "legacy" ? "" : authentication;
}

function verbOf(mode: Mode): string {
  return mode === "legacy" ? "impersonate" : `impersonate:${mode}`;
}

const authentication = "authentication.k8s.io";

function userQuestion(mode: Mode, user: string): ResourceAttributes {
  const asked = { verb: verbOf(mode), apiGroup: groupOf(mode) };
  const account = parseServiceAccountUserName(user);
  if (account !== undefined) return resourceQuestion({ ...asked, resource: "serviceaccounts", ...account });
  if (mode === "associated-node") return resourceQuestion({ ...asked, resource: "nodes", name: "*" });
  if (mode === "arbitrary-node") {
    return resourceQuestion({ ...asked, resource: "nodes", name: parseNodeUserName(user) ?? "" });
  }
  return resourceQuestion({ ...asked, resource: "users", name: user });
}

function extraQuestion(mode: Mode, resource: string, name: string, subresource = ""): ResourceAttributes {
  return resourceQuestion({ verb: verbOf(mode), apiGroup: authentication, resource, subresource, name });
}

function groupsPart(mode: Mode, groups: readonly string[]): Part {
  const question = (name: string) =>
    resourceQuestion({ verb: verbOf(mode), apiGroup: groupOf(mode), resource: "groups", name });
  const questions = groups.map(question);
  if (mode === "legacy") return { questions };
  if (groups.includes("")) {
    return { questions: [question("")], refusal: "impersonating the empty string group is not allowed" };
  }
  if (groups.includes(mastersGroup)) {
    return { questions: [question(mastersGroup)], refusal: "impersonating the system:masters group is not allowed" };
  }
  return { questions, all: groups.length >= many ? question("*") : undefined };
}

function extraPart(mode: Mode, extra: WantedIdentity["extra"]): Part {
  const pairs = [...extra].flatMap(([key, values]) => values.map((value) => [key, value] as const));
  const questions = pairs.map(([key, value]) => extraQuestion(mode, "userextras", value, key));
  if (mode === "legacy") return { questions };
  const refusal = pairs.map(([key, value]) => extraRefusal(key, value)).find((found) => found !== undefined);
  if (refusal !== undefined) return { questions: [extraQuestion(mode, "userextras", "")], refusal };
  const all = pairs.length >= many ? extraQuestion(mode, "userextras", "*", "*") : undefined;
  return { questions, all };
}

/** From this many on, all at once are asked for first (mode.go: manyAuthorizationChecksInLoop). */
const many = 4;

/** mode.go: validateExtra. */
function extraRefusal(key: string, value: string): string | undefined {
  if (key === "") return "impersonating the empty string key in extra is not allowed";
  if (!isDomainPrefixedPath(key)) {
    const problem = 'must be a domain-prefixed path (such as "acme.io/foo")';
    return `impersonating an invalid key in extra is not allowed: extra.key: Invalid value: ${quoted(key)}: ${problem}`;
  }
  if (key !== key.toLowerCase()) return `impersonating a non-lowercase key in extra is not allowed: ${quoted(key)}`;
  return value === "" ? "impersonating the empty string value in extra is not allowed" : undefined;
}

/** k8s.io/apimachinery pkg/util/validation: IsDomainPrefixedPath. */
function isDomainPrefixedPath(key: string): boolean {
  const slash = key.indexOf("/");
  if (slash < 0 || slash === key.length - 1) return false;
  const domain = key.slice(0, slash);
  return domain.length <= 253 && subdomain.test(domain) && pathCharacters.test(key.slice(slash + 1));
}

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const pathCharacters = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** Groups that are added are not asked about. */
function resulting(mode: Mode, { user, uid, groups, extra }: WantedIdentity): Identity {
  const account = parseServiceAccountUserName(user);
  const own =
    mode === "associated-node" || mode === "arbitrary-node"
      ? [nodesGroup]
      : account !== undefined && groups.length === 0
        ? serviceAccountGroups(account.namespace)
        : groups;
  return {
    user,
    groups: [...own, ...addedGroups(user, own)],
    uid: uid === "" ? undefined : uid,
    extra: extra.size === 0 ? undefined : extra,
  };
}

function addedGroups(user: string, groups: readonly string[]): readonly string[] {
  if (user === anonymousUser) return groups.includes(unauthenticatedGroup) ? [] : [unauthenticatedGroup];
  return groups.includes(authenticatedGroup) || groups.includes(unauthenticatedGroup) ? [] : [authenticatedGroup];
}

/** Only which extra there is, not what it says: an answer holds for every node (mode.go: associatedNodeImpersonation…). */
function withoutExtra(identity: Identity): Identity {
  const keys = [...(identity.extra?.keys() ?? [])].sort();
  return { ...identity, extra: new Map([["authentication.kubernetes.io/associated-node-keys", keys]]) };
}

/** Whether two identities are the same to every authorizer. */
export function isSameIdentity(one: Identity, other: Identity): boolean {
  return (
    one.user === other.user &&
    one.uid === other.uid &&
    JSON.stringify(one.groups) === JSON.stringify(other.groups) &&
    JSON.stringify([...(one.extra ?? [])]) === JSON.stringify([...(other.extra ?? [])])
  );
}
