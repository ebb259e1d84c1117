import { type Identity, mastersGroup } from "@authgraph/kubernetes";
import { listRbac } from "../authorize/rbac.ts";
import type { AccessGraph, Assumption } from "../types.ts";
import { type Asking, ask, pass, quoted, resourceQuestion, type Verdict } from "./asking.ts";
import { compactRules, notCovered, type RuleTexts, ruleTexts } from "./covers.ts";
import {
  changesOnlyGarbageFields,
  decodeRole,
  decodeRoleRef,
  hasSelectors,
  rbacGroup,
  rbacKinds,
  type WrittenRoleRef,
} from "./rbac-objects.ts";
import type { JsonObject } from "./request-world.ts";

/** A write of a role or binding, as far as the server knows it before it checks anything. */
export interface RbacWrite {
  readonly resource: string;
  readonly namespace: string;
  /** As the path has it: empty where an object is posted. */
  readonly requestName: string;
  readonly object: JsonObject;
  /** Undefined where the write makes a new one. */
  readonly old: JsonObject | undefined;
}

/**
 * Whether a write gives away more than its author holds (pkg/registry/rbac/{role,clusterrole,rolebinding,
 * clusterrolebinding}/policybased/storage.go). What is held are RBAC's own rules: what another authorizer allows does
 * not count.
 */
export function checkEscalation(asking: Asking, identity: Identity, write: RbacWrite): Verdict {
  if (identity.groups.includes(mastersGroup)) return pass;
  const kind = rbacKinds.get(write.resource);
  if (kind === undefined) return pass;
  return kind === "Role" || kind === "ClusterRole"
    ? checkRole(asking, identity, write)
    : checkBinding(asking, identity, write);
}

function checkRole(asking: Asking, identity: Identity, write: RbacWrite): Verdict {
  const { resource, namespace, requestName: name, object, old } = write;
  const role = decodeRole(object);
  if (role === undefined) return { verdict: "answered", reason: "400: the body is no role" };
  const question = resourceQuestion({ verb: "escalate", apiGroup: rbacGroup, resource, namespace, name });
  const escalate = ask(asking, "escalation", identity, question).decision;
  if (escalate.outcome === "allowed") return pass;
  const unchanged = old === undefined ? false : changesOnlyGarbageFields(object, old);
  if (unchanged === true) return pass;

  const held = heldRules(asking.graph, identity, namespace);
  let verdict = confirmNoEscalation(write, identity, held, role.rules);
  if (verdict.verdict === "pass" && (role.aggregates || (old !== undefined && hasSelectors(old)))) {
    const all = confirmNoEscalation(write, identity, held, fullAuthority);
    verdict =
      all.verdict === "refused" ? refused(write, "must have cluster-admin privileges to use the aggregationRule") : all;
  }
  return unless(verdict, escalate.outcome === "unknown" ? escalate.assumptions : [], unchanged);
}

const fullAuthority: readonly RuleTexts[] = [
  { verbs: ["*"], apiGroups: ["*"], resources: ["*"], resourceNames: [], nonResourceURLs: [] },
  { verbs: ["*"], apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: ["*"] },
];

function checkBinding(asking: Asking, identity: Identity, write: RbacWrite): Verdict {
  const { namespace, object, old } = write;
  const roleRef = decodeRoleRef(object);
  if (roleRef === undefined) return { verdict: "answered", reason: "400: the body is no binding" };
  const unchanged = old === undefined ? false : changesOnlyGarbageFields(object, old);
  if (unchanged === true) return pass;
  const open: Assumption[] = [];
  const resource = resourceOfKind.get(roleRef.kind);
  if (resource !== undefined) {
    const { apiGroup, name } = roleRef;
    const question = resourceQuestion({ verb: "bind", apiGroup, resource, namespace, name });
    const bind = ask(asking, "escalation", identity, question).decision;
    if (bind.outcome === "allowed") return pass;
    if (bind.outcome === "unknown") open.push(...bind.assumptions);
  }
  const lists = rulesOf(asking.graph, roleRef, namespace);
  if (lists === "unknown") {
    const text = `what ${roleRef.kind} ${quoted(roleRef.name)} holds`;
    return { verdict: "unknown", assumptions: [...open, { text, origin: undefined }] };
  }
  if (lists === "missing")
    return { verdict: "answered", reason: `404: ${roleRef.kind} ${quoted(roleRef.name)} not found` };
  const held = heldRules(asking.graph, identity, namespace);
  const verdicts = lists.map((rules) => confirmNoEscalation(write, identity, held, rules));
  return unless(agreed(verdicts, roleRef), open, unchanged);
}

const resourceOfKind: ReadonlyMap<string, string> = new Map([
  ["Role", "roles"],
  ["ClusterRole", "clusterroles"],
]);

/** Definitions of a role may differ: only what they agree on is known. */
function agreed(verdicts: readonly Verdict[], { kind, name }: WrittenRoleRef): Verdict {
  const [first = pass, ...others] = verdicts;
  if (others.every(({ verdict }) => verdict === first.verdict)) return first;
  const text = `which of its definitions ${kind} ${quoted(name)} has`;
  return { verdict: "unknown", assumptions: [{ text, origin: undefined }] };
}

/** What would have let the write pass before, if it were known. */
function unless(verdict: Verdict, open: readonly Assumption[], unchanged: boolean | undefined): Verdict {
  if (verdict.verdict !== "refused") return verdict;
  const text = "whether what the server has filled in itself is sent back unchanged";
  const assumptions = [...open, ...(unchanged === undefined ? [{ text, origin: undefined }] : [])];
  return assumptions.length > 0 ? { verdict: "unknown", assumptions } : verdict;
}

/** The rules of each definition of a role. */
function rulesOf(
  graph: AccessGraph,
  { kind, name }: WrittenRoleRef,
  bindingNamespace: string,
): readonly (readonly RuleTexts[])[] | "missing" | "unknown" {
  if (kind !== "Role" && kind !== "ClusterRole") return "missing";
  const entries =
    graph.inventory.roles.get(`${rbacGroup}/${kind}/${kind === "Role" ? bindingNamespace : ""}/${name}`) ?? [];
  if (entries.length === 0) return graph.inventory.complete ? "missing" : "unknown";
  return entries.map((entry) => graph.effectiveRole(entry).rules.map(ruleTexts));
}

/** What was looked for besides, in the words of the storage: it takes every role for one of the kind that is written. */
function resolutionErrors({ resource }: RbacWrite, missing: string): string {
  const names = [...missing.matchAll(/ ("(?:[^"\\]|\\.)*") not found/g)];
  if (names.length === 0) return "";
  return `; resolution errors: [${names.map(([, name]) => `${resource}.${rbacGroup} ${name} not found`).join(" ")}]`;
}

interface HeldRules {
  readonly certain: readonly RuleTexts[];
  readonly possible: readonly RuleTexts[];
  readonly open: readonly Assumption[];
  /** Roles that are bound and not there, as the authorizer says it. */
  readonly missing: string;
}

/** In the namespace of the request: RoleBindings never help with what is cluster-wide. */
function heldRules(graph: AccessGraph, identity: Identity, namespace: string): HeldRules {
  const { proof, open, reason: missing } = listRbac(graph, identity, namespace);
  const certain = proof.filter(({ confidence }) => confidence === "certain");
  return {
    certain: certain.map(({ rule }) => ruleTexts(rule)),
    possible: proof.map(({ rule }) => ruleTexts(rule)),
    open,
    missing,
  };
}

/** pkg/registry/rbac/validation/rule.go: ConfirmNoEscalation. */
function confirmNoEscalation(
  write: RbacWrite,
  { user, groups }: Identity,
  { certain, possible, open, missing: missingRoles }: HeldRules,
  wanted: readonly RuleTexts[],
): Verdict {
  const missing = notCovered(certain, wanted);
  if (missing.length === 0) return pass;
  if (open.length > 0) return { verdict: "unknown", assumptions: open };
  if (notCovered(possible, wanted).length === 0) {
    return { verdict: "unknown", assumptions: [{ text: `which rules ${user} holds`, origin: undefined }] };
  }
  const own = groups.map(quoted).join(" ");
  return refused(
    write,
    `user ${quoted(user)} (groups=[${own}]) is attempting to grant RBAC permissions not currently held:\n${compactRules(missing).join("\n")}${resolutionErrors(write, missingRoles)}`,
  );
}

function refused({ resource, object, requestName }: RbacWrite, why: string): Verdict {
  const metadata = object.metadata;
  const given = typeof metadata === "object" && metadata !== null && "name" in metadata ? metadata.name : undefined;
  const name = typeof given === "string" && given !== "" ? given : requestName;
  return { verdict: "refused", reason: `${resource}.${rbacGroup} ${quoted(name)} is forbidden: ${why}` };
}
