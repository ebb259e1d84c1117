import type { Grant, Scope } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { isNamespaced } from "./cluster-scoped.ts";
import { isAskedAlone, opensConnection } from "./partial-rights.ts";
import type { Ask } from "./power.ts";
import type { HeldPower } from "./powers.ts";
import type { PowerLevel } from "./rating.ts";
import { inScope, listed, quotable } from "./wording.ts";

/** Gone since 1.25, and still in many roles. */
const removedResource = "podsecuritypolicies";

const readVerbs: readonly string[] = ["get", "list", "watch"];

/** Objects that only tell the asker about itself: `system:basic-user` gives them to everybody. */
const selfReviews: readonly string[] = ["selfsubjectaccessreviews", "selfsubjectrulesreviews", "selfsubjectreviews"];

/** Questions about others, of which nothing is stored: what servers that leave authentication and authorization to Kubernetes ask. */
const reviewsOfOthers: readonly string[] = ["tokenreviews", "subjectaccessreviews", "localsubjectaccessreviews"];

/** Security contexts that OpenShift gives everybody, since they allow no more than any pod may do anyway. */
const harmlessSecurityContexts = /^restricted(?:-v\d+)?$/;

/** Paths that Kubernetes opens to everybody who authenticates: health, discovery, the issuer's public keys. */
const discoveryPath =
  /^\/(?:(?:livez|readyz|healthz|version)(?:\/.*)?|(?:api|apis|openapi)(?:\/.*)?|\.well-known\/.*|openid\/v1\/jwks\/?)$/;

/**
 * What a rule gives that no power of the catalogue names: writing or reading some kinds, paths, or nothing but
 * discovery. Undefined where it gives nothing at all.
 */
export function otherPower(grant: Grant, minor: string): HeldPower | undefined {
  const { rule, scope } = grant;
  if (rule.verbs.length === 0) return undefined;
  if (rule.nonResourceURLs.length > 0) return pathPower(grant);
  const reached = reachedResources(rule, scope).filter(({ value }) => opensConnection(rule, value, minor));
  const verbs = usableVerbs(rule, reached);
  if (reached.length === 0 || verbs.length === 0 || rule.apiGroups.length === 0) return undefined;
  if (reached.every(({ value }) => selfReviews.includes(value)) || allowsHarmlessContexts(rule)) {
    return powerOf(grant, { id: "discovery", level: 6, phrase: "ask what it may do itself", verbs });
  }
  if (reached.every(({ value }) => selfReviews.includes(value) || reviewsOfOthers.includes(value))) {
    return powerOf(grant, { id: "read", level: 5, phrase: "ask whose a token is and who may do what", verbs });
  }

  const writing = verbs.filter(({ value }) => !readVerbs.includes(value));
  const what = `${resourcesOf(rule, reached)}${namesOf(rule)} ${inScope(scope)}`;
  if (writing.length === 0) return powerOf(grant, { id: "read", level: 5, phrase: `read ${what}`, verbs });
  const phrase = `${verbsOf(writing)} ${what}`;
  return powerOf(grant, { id: "write", level: 4, phrase, verbs: writing });
}

/** How strong that is; for one minor, the same for all grants of a rule, cluster-wide or in namespaces. */
export function otherLevel(grant: Grant, minor: string): PowerLevel | undefined {
  const { rule, scope } = grant;
  const levels = known.get(rule) ?? new Map<string, PowerLevel | undefined>();
  known.set(rule, levels);
  const key = `${scope.kind} ${minor}`;
  if (!levels.has(key)) levels.set(key, otherPower(grant, minor)?.level);
  return levels.get(key);
}

const known = new WeakMap<PolicyRule, Map<string, PowerLevel | undefined>>();

/** Resources that some request can ask for: `pods/*` and the like are names of nothing. */
function reachedResources(rule: PolicyRule, scope: Scope): PolicyRule["resources"] {
  return rule.resources.filter((one) => {
    const { value } = one;
    if (value === removedResource || (value.includes("*") && !/^\*(?:\/[^*]+)?$/.test(value))) return false;
    return scope.kind === "cluster" || isNamespaced(rule, one);
  });
}

/** Verbs that some request can have. Creating and deleting a collection name no object, so names rule them out. */
function usableVerbs(rule: PolicyRule, reached: PolicyRule["resources"]): PolicyRule["verbs"] {
  const { verbs, resourceNames } = rule;
  const namedObjectsOnly = resourceNames.length > 0 && reached.every(({ value }) => !value.includes("/"));
  return verbs.filter(({ value }) => {
    if (namedObjectsOnly && (value === "create" || value === "deletecollection")) return false;
    if (!isAskedAlone(value, rule, reached)) return false;
    return value === "*" || /^[a-z][a-z:-]*$/.test(value);
  });
}

function allowsHarmlessContexts({ resources, resourceNames }: PolicyRule): boolean {
  return (
    resources.every(({ value }) => value === "securitycontextconstraints") &&
    resourceNames.length > 0 &&
    resourceNames.every(({ value }) => harmlessSecurityContexts.test(value))
  );
}

function pathPower(grant: Grant): HeldPower | undefined {
  const { rule, scope } = grant;
  // A request for a path has no namespace: RoleBindings are never asked (pkg/registry/rbac/validation: VisitRulesFor).
  if (scope.kind === "namespace") return undefined;
  const beyond = rule.nonResourceURLs.filter(({ value }) => !discoveryPath.test(value));
  if (beyond.length === 0) {
    return powerOf(grant, { id: "discovery", level: 6, phrase: "ask for health and discovery", verbs: rule.verbs });
  }
  const told = beyond.map(({ value }) => (/^\/?\*+$/.test(value) ? "every path that is no resource" : quotable(value)));
  const phrase = `${requestsOf(rule)} ${listed([...new Set(told)])}`;
  return powerOf(grant, { id: "read", level: 5, phrase, verbs: rule.verbs }, beyond[0]);
}

const readMethods: readonly string[] = ["get", "head", "options"];

/** What may be sent to a path: verbs are HTTP methods there. */
function requestsOf({ verbs }: PolicyRule): string {
  const values = verbs.map(({ value }) => value);
  if (values.includes("*")) return "send any request to";
  if (values.every((value) => readMethods.includes(value))) return "read";
  return `send ${listed(values.map((value) => quotable(value)))} requests to`;
}

function powerOf(
  grant: Grant,
  { id, level, phrase, verbs }: Pick<HeldPower, "id" | "level" | "phrase"> & { verbs: readonly Located<string>[] },
  path: Located<string> | undefined = grant.rule.nonResourceURLs[0],
): HeldPower {
  const { rule } = grant;
  const resource = path ?? reachedResources(rule, grant.scope)[0];
  return {
    id,
    level,
    sureLevel: level,
    scope: grant.scope,
    phrase,
    witnesses: [
      {
        grant,
        ask: askOf(rule, resource, verbs),
        resource,
        verbs,
        names: rule.resourceNames.map(({ value }) => value),
        reach: path === undefined ? "these resources" : "these paths",
      },
    ],
    names: rule.resourceNames.map(({ value }) => value),
    assumedHops: 0,
    takesAccounts: false,
    confidence: grant.confidence,
  };
}

function askOf(rule: PolicyRule, first: Located<string> | undefined, verbs: readonly Located<string>[]): Ask {
  const [resource = "", subresource = ""] = (first?.value ?? "").split("/");
  // `kubectl get` lists: where both are given, that is the one to try.
  const verb =
    (verbs.find(({ value }) => value === "list" && rule.resourceNames.length === 0) ?? verbs[0])?.value ?? "";
  return {
    verb,
    apiGroup: rule.apiGroups[0]?.value ?? "",
    resource,
    subresource,
    carriesName: rule.resourceNames.length > 0,
  };
}

function verbsOf(verbs: readonly Located<string>[]): string {
  const values = verbs.map(({ value }) => value);
  return values.includes("*") ? "do everything with" : listed(values.map(quotable), 2);
}

function resourcesOf(rule: PolicyRule, reached: PolicyRule["resources"]): string {
  const values = reached.map(({ value }) => value);
  const groups = rule.apiGroups.map(({ value }) => value);
  if (!values.includes("*"))
    return listed(
      values.map((value) => quotable(inGroup(value, groups))),
      3,
    );
  if (groups.includes("*")) return "all resources";
  return `all resources of ${listed(
    groups.map((group) => (group === "" ? "the core group" : quotable(group))),
    2,
  )}`;
}

/**
 * `secrets.example.com`, as kubectl writes it: Secrets are others than those of the core group. Bare where the core group
 * is among the groups, for then it is what people read.
 */
function inGroup(resource: string, groups: readonly string[]): string {
  if (groups.includes("") || groups.includes("*")) return resource;
  const [kind = "", subresource] = resource.split("/");
  const group = groups.length === 1 ? (groups[0] ?? "") : `{${groups.join(",")}}`;
  return subresource === undefined ? `${kind}.${group}` : `${kind}.${group}/${subresource}`;
}

function namesOf(rule: PolicyRule): string {
  const names = rule.resourceNames.map(({ value }) => quotable(value));
  return names.length === 0 ? "" : ` named ${listed(names)}`;
}
