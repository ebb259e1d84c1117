import type { ApiResource, PolicyRule } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { isNamespaced } from "./cluster-scoped.ts";
import { parentOf } from "./dead-resources.ts";
import { correctionOf, type DeadWord, hasStar, type RuleInRole, removalOf, valuesOf } from "./dead-words.ts";
import { allOrNone, removeListItem } from "./edits.ts";
import { indexNames, nearName } from "./near-names.ts";
import { ruleGives } from "./powers.ts";
import { type ServedApi, servedIn } from "./served-api.ts";
import { listed, quotable } from "./wording.ts";

/** What requests for objects are called (k8s.io/apiserver pkg/endpoints/request/requestinfo.go). */
export const requestVerbs: readonly string[] = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
];

const requestVerbNames = indexNames(requestVerbs);

/** Verbs that only some check of Kubernetes' own asks for, and the resources it asks them of. */
const checkedOn: Readonly<Record<string, readonly string[]>> = {
  bind: ["roles", "clusterroles"],
  escalate: ["roles", "clusterroles"],
  impersonate: ["users", "groups", "serviceaccounts", "uids", "userextras"],
  approve: ["signers"],
  sign: ["signers"],
};

/** Words in `verbs` that no request has, for what the rule lists. */
export function* deadVerbs(api: ServedApi, { rule, role }: RuleInRole): Iterable<DeadWord> {
  if (rule.nonResourceURLs.length > 0 || hasStar(rule.verbs)) return;
  for (const verb of rule.verbs) {
    const dead = misspeltVerb(rule, verb) ?? misplacedVerb(api, rule, verb) ?? namelessVerb({ rule, role }, verb);
    if (dead !== undefined) yield dead;
  }
  yield* unservedVerbs(api, rule);
}

function misspeltVerb(rule: PolicyRule, verb: Located<string>): DeadWord | undefined {
  const { value } = verb;
  if (requestVerbs.includes(value)) return undefined;
  const lower = value.toLowerCase();
  const meant =
    lower !== value && (requestVerbs.includes(lower) || lower in checkedOn)
      ? lower
      : (requestVerbs.find((one) => value === `${one}s` || value === `${one}es`) ??
        nearName(value, requestVerbNames)?.name);
  if (meant === undefined || value in checkedOn) return undefined;
  const isThere = rule.verbs.some((one) => one.value === meant);
  return {
    kind: "verb",
    word: value,
    origin: verb.origin,
    clause: `allows ${quotable(value)}, which no request is called; it is ${quotable(meant)}`,
    label: "no request has this verb",
    missed: !isThere,
    meant: isThere ? [] : [correctionOf(verb, meant)],
    removal: removalOf(verb, rule.verbs, rule),
  };
}

function misplacedVerb(api: ServedApi, rule: PolicyRule, verb: Located<string>): DeadWord | undefined {
  const places = checkedOn[verb.value];
  if (places === undefined || servedVerbs(api, rule) === undefined) return undefined;
  if (rule.resources.some(({ value }) => places.includes(parentOf(value)))) return undefined;
  const resources = listed(valuesOf(rule.resources).map(quotable), 2);
  // Whoever writes bind on bindings thinks that it is what lets them be written.
  const isMistaken = rule.verbs.length === 1 || verb.value === "bind" || verb.value === "escalate";
  return {
    kind: "misplaced-verb",
    word: verb.value,
    origin: verb.origin,
    clause: `allows ${verb.value} on ${resources}, which is never asked for; it is asked of ${listed(places)}`,
    label: `asked of ${listed(places, 2)} only`,
    missed: isMistaken,
    meant: [],
    removal: removalOf(verb, rule.verbs, rule),
  };
}

function areOwn({ ownGroups }: ServedApi, { apiGroups }: PolicyRule): boolean {
  return apiGroups.every(({ value }) => ownGroups.has(value));
}

function* unservedVerbs(api: ServedApi, rule: PolicyRule): Iterable<DeadWord> {
  const served = servedVerbs(api, rule);
  if (served === undefined) return;
  const dead = rule.verbs.filter(({ value }) => requestVerbs.includes(value) && !served.has(value));
  const [first] = dead;
  if (first === undefined) return;
  const isAll = rule.verbs.every(({ value }) => !served.has(value));
  const verbs = listed(valuesOf(dead), 2);
  const resources = listed(valuesOf(rule.resources).map(quotable), 2);
  yield {
    kind: "unserved-verb",
    word: `${valuesOf(dead).join(",")} ${valuesOf(rule.resources).join(",")}`,
    origin: first.origin,
    clause: `allows ${verbs} of ${resources}, which no server has; there is ${listed([...served], 4)}`,
    label: "no such request exists",
    missed: isAll,
    meant: [],
    removal: isAll ? removeListItem(rule.origin) : allOrNone(dead.map(({ origin }) => removeListItem(origin))),
  };
}

/** Every verb that one of the rule's resources has; undefined where not all of them are known. */
function servedVerbs(api: ServedApi, rule: PolicyRule): ReadonlySet<string> | undefined {
  const groups = valuesOf(rule.apiGroups);
  const verbs = new Set<string>();
  for (const { value } of rule.resources) {
    const [parent = "", subresource = ""] = value.split("/");
    const served = value.includes("*") || !areOwn(api, rule) ? [] : servedIn(api, groups, parent);
    const known = served.flatMap((one) => verbsOf(one, subresource) ?? []);
    if (known.length === 0) return undefined;
    for (const verb of known) verbs.add(verb);
  }
  return verbs;
}

function verbsOf({ verbs, subresources }: ApiResource, subresource: string): readonly string[] | undefined {
  return subresource === "" ? verbs : subresources.get(subresource);
}

/** Kinds that an update of a missing object creates; it asks for `create` with the name (AllowCreateOnUpdate). */
const createdByUpdate: readonly string[] = [
  "clusterrolebindings",
  "clusterroles",
  "endpoints",
  "events",
  "leasecandidates",
  "leases",
  "limitranges",
  "rolebindings",
  "roles",
  "runtimeclasses",
  "services",
];

/**
 * `create` and `deletecollection` beside `resourceNames`: such requests carry no name. Creating through a subresource
 * does, and so do server-side apply, which is a patch, and an update that creates.
 */
function namelessVerb({ rule, role }: RuleInRole, verb: Located<string>): DeadWord | undefined {
  const { value } = verb;
  if (rule.resourceNames.length === 0 || (value !== "create" && value !== "deletecollection")) return undefined;
  const whole = rule.resources.filter((one) => !one.value.includes("/"));
  if (whole.length < rule.resources.length || whole.length === 0) return undefined;
  const isGiven = (resource: string, apiGroup: string): boolean =>
    role.entry.object.rules.some((other) =>
      ruleGives(other, { verb: value, apiGroup, resource, subresource: "", carriesName: false }),
    );
  const groups = valuesOf(rule.apiGroups);
  const missing = whole.filter((one) => !groups.some((group) => isGiven(one.value, group)));
  if (missing.length === 0) return undefined;
  const others = rule.verbs.filter((one) => one.value !== "create" && one.value !== "deletecollection");
  const resources = listed(valuesOf(missing).map(quotable), 2);
  const isCreate = value === "create";
  const has = (other: string): boolean => rule.verbs.some((one) => one.value === other);
  const applies = isCreate && has("patch");
  const puts = isCreate && has("update") && missing.some((one) => createdByUpdate.includes(one.value));
  return {
    kind: "nameless-verb",
    word: `${value} ${valuesOf(missing).join(",")}`,
    origin: verb.origin,
    clause: isCreate
      ? `allows create of ${resources} by name, but a POST carries no name and is denied`
      : `allows deletecollection of ${resources} by name, but such a request carries no name and is denied`,
    label: "with resourceNames, never matches such a request",
    missed: isCreate ? !applies : others.length === 0,
    isOfUse: applies || puts,
    meant: [
      {
        text: isCreate
          ? `give create in a rule of its own, without resourceNames: admission decides then what may be created`
          : "give deletecollection in a rule of its own, without resourceNames, if all may go",
        edits: [],
      },
    ],
    removal: removalOf(verb, rule.verbs, rule),
  };
}

/** Resources and paths of a rule that nobody gets through a RoleBinding. */
export function* outOfNamespaces({ rule }: RuleInRole, certain: boolean, through: string): Iterable<DeadWord> {
  for (const path of rule.nonResourceURLs.slice(0, 1)) {
    yield {
      kind: "path",
      word: path.value,
      origin: path.origin,
      clause: `allows ${listed(valuesOf(rule.nonResourceURLs).map(quotable), 2)}, but ${through}, and a path is in no namespace`,
      label: "paths are given by ClusterRoleBindings only",
      missed: certain,
      meant: [{ text: "bind it by a ClusterRoleBinding, if the paths are needed", edits: [] }],
      removal: removeListItem(rule.origin),
    };
  }
  if (rule.nonResourceURLs.length > 0) return;
  for (const resource of rule.resources) {
    if (!isOfTheCluster(rule, resource)) continue;
    yield {
      kind: "cluster-scoped",
      word: resource.value,
      origin: resource.origin,
      clause: `lists ${quotable(resource.value)}, which are in no namespace, but ${through}`,
      label: "given by ClusterRoleBindings only",
      missed: certain,
      meant: [
        {
          text: `put ${quotable(resource.value)} into a ClusterRole and bind it by a ClusterRoleBinding, if needed`,
          edits: [],
        },
      ],
      removal: removalOf(resource, rule.resources, rule),
    };
  }
}

/** A group that is not known may hold anything, but impersonation is asked of the same few, whatever groups a rule has. */
function isOfTheCluster(rule: PolicyRule, resource: Located<string>): boolean {
  if (resource.value.includes("*") || isBoundInNamespace(rule, resource)) return false;
  if (!hasStar(rule.apiGroups)) return !isNamespaced(rule, resource);
  return (
    rule.verbs.every(({ value }) => value === "impersonate") && impersonatedInCluster.includes(parentOf(resource.value))
  );
}

/** `bind` of a ClusterRole is asked for in the namespace of the RoleBinding (pkg/registry/rbac: BindingAuthorized). */
function isBoundInNamespace(rule: PolicyRule, { value }: Located<string>): boolean {
  const bind = { verb: "bind", apiGroup: "rbac.authorization.k8s.io", resource: "clusterroles", subresource: "" };
  return value === "clusterroles" && ruleGives(rule, { ...bind, carriesName: true });
}

/** ServiceAccounts are asked for in their namespace (apiserver pkg/endpoints/filters/impersonation). */
const impersonatedInCluster: readonly string[] = ["users", "groups", "uids", "userextras"];

const modes: readonly string[] = ["user-info", "serviceaccount", "arbitrary-node", "associated-node"];

/** The two halves of constrained impersonation that roles of the inputs hold: `impersonate:MODE` and `impersonate-on:MODE`. */
export function impersonationHalves(rules: Iterable<PolicyRule>): ReadonlySet<string> {
  const halves = new Set<string>();
  for (const { verbs } of rules) {
    for (const { value } of verbs) {
      if (!value.startsWith("impersonate")) continue;
      const half = /^impersonate(?:-on)?:[^:]+/.exec(value)?.[0];
      if (half !== undefined) halves.add(half);
    }
  }
  return halves;
}

/** Verbs of constrained impersonation that never do anything: a half without the other, `*` as a verb, no such mode. */
export function* deadImpersonation({ rule }: RuleInRole, halves: ReadonlySet<string>): Iterable<DeadWord> {
  for (const verb of rule.verbs) {
    const [, on, mode = "", verbOn] = /^impersonate(-on)?:([^:]+)(?::(.*))?$/.exec(verb.value) ?? [];
    if (mode === "") continue;
    const other = on === undefined ? `impersonate-on:${mode}` : `impersonate:${mode}`;
    const reason = !modes.includes(mode)
      ? `there is no such mode; there is ${listed(modes, 4)}`
      : verbOn === "*"
        ? "`*` is no wildcard there: each verb is listed"
        : halves.has(other)
          ? undefined
          : `no role holds its other half, ${other}${on === undefined ? ":VERB" : ""}`;
    if (reason === undefined) continue;
    yield {
      kind: "impersonation",
      word: verb.value,
      origin: verb.origin,
      clause: `allows ${quotable(verb.value)}, which does nothing: ${reason}`,
      label: "does nothing alone",
      missed: true,
      meant: [],
      removal: removalOf(verb, rule.verbs, rule),
    };
  }
}
