import type { Grant } from "@authgraph/graph";
import type { ApiResource, PolicyRule } from "@authgraph/kubernetes";
import { resourceMatches } from "@authgraph/kubernetes";
import { otherPower } from "./other-powers.ts";
import type { HeldPower } from "./powers.ts";
import type { PowerLevel } from "./rating.ts";
import type { RuleContext } from "./rule.ts";
import { inScope, listed, quotable } from "./wording.ts";

/** Whether `*` for resources is what gives a power. */
export function isByWildcard({ witnesses }: HeldPower): boolean {
  return witnesses.every(({ resource }) => resource?.value === "*");
}

/** Whether a rule says `*` where something could be listed: for verbs of named resources, or for paths. */
export function hasWildcard(rule: PolicyRule): boolean {
  return rule.nonResourceURLs.some(isEveryPath) || (saysEveryVerb(rule) && rule.resources.every(isNamed));
}

/**
 * What `*` gives beside the powers of the catalogue: every verb on named kinds, every path that is no resource.
 *
 * `powers`: those of the same grants.
 */
export function wildcardPowers(
  context: RuleContext,
  grants: readonly Grant[],
  powers: readonly HeldPower[],
): readonly HeldPower[] {
  return grants
    .filter(({ rule }) => hasWildcard(rule))
    .flatMap((grant) =>
      grant.rule.nonResourceURLs.length > 0 ? everyPath(grant, context.minor) : everyVerb(context, grant, powers),
    );
}

function everyPath(grant: Grant, minor: string): readonly HeldPower[] {
  const power = otherPower(grant, minor);
  return power === undefined ? [] : [{ ...power, id: "every-path" }];
}

/**
 * Every verb on kinds that Kubernetes itself serves. Worth the strongest power that those verbs give; where they give
 * none, changing a kind as one likes, which its list of verbs would say as well.
 *
 * Of custom kinds it is what their controller needs, whatever verbs there are.
 */
function everyVerb(context: RuleContext, grant: Grant, powers: readonly HeldPower[]): readonly HeldPower[] {
  const written = otherPower(grant, context.minor);
  if (written?.id !== "write") return [];
  const strongest = powers.find((power) => power.id !== "write" && isByEveryVerbOf(power, grant.rule));
  if (strongest === undefined && !coversServedKind(grant.rule, context.resources)) return [];
  const level: PowerLevel = strongest?.sureLevel ?? 5;
  const and = strongest === undefined || isSaidByKind(strongest) ? "" : `, and so ${strongest.phrase}`;
  return [
    {
      ...written,
      id: "every-verb",
      level,
      sureLevel: level,
      phrase: written.phrase + and,
      names: strongest?.names ?? written.names,
    },
  ];
}

/** `do everything with secrets` says by itself that they can be read. */
function isSaidByKind({ id, names }: HeldPower): boolean {
  return names.length > 0 || saidByKind.includes(id);
}

const saidByKind: readonly HeldPower["id"][] = [
  "read-secrets",
  "write-secrets",
  "read-logs",
  "write-nodes",
  "write-crds",
  "write-admission-policies",
];

function isByEveryVerbOf({ witnesses }: HeldPower, rule: PolicyRule): boolean {
  return witnesses.some(({ grant, resource, verbs }) => {
    return grant.rule === rule && resource?.value !== "*" && verbs.some(({ value }) => value === "*");
  });
}

/** Kinds that can only be asked questions (reviews) have one verb: `*` adds none. */
function coversServedKind({ apiGroups, resources }: PolicyRule, served: readonly ApiResource[]): boolean {
  return served.some(
    ({ group, resource, verbs, subresources }) =>
      verbs.length > 1 &&
      apiGroups.some(({ value }) => value === group || value === "*") &&
      (resourceMatches(resources, resource, "") ||
        [...subresources.keys()].some((subresource) => resourceMatches(resources, resource, subresource))),
  );
}

function saysEveryVerb({ verbs }: PolicyRule): boolean {
  return verbs.some(({ value }) => value === "*");
}

function isNamed({ value }: { readonly value: string }): boolean {
  return value !== "*";
}

function isEveryPath({ value }: { readonly value: string }): boolean {
  return /^\/?\*+$/.test(value);
}

/**
 * How a power by `*` for resources reads, the longest first: `read all resources in the cluster, Secrets included`.
 */
export function allResourcesWords(power: HeldPower): readonly [string, ...string[]] {
  if (power.id === "every-path") return [power.phrase];
  const { rule, scope } = power.witnesses[0].grant;
  const what = `${verbsOf(rule)} all resources${groupsOf(rule)}${namesOf(power)}`;
  const where = `${what} ${inScope(scope)}`;
  if (power.names.length > 0) return [where];
  if (power.id === "read-secrets") return [`${where}, Secrets included`];
  return [`${where}, and so ${power.phrase}`, `${what}, and so ${power.phrase}`, where];
}

function verbsOf({ verbs }: PolicyRule): string {
  const values = verbs.map(({ value }) => value);
  if (values.includes("*")) return "do everything with";
  if (values.every((value) => readVerbs.includes(value))) return "read";
  return listed(values.map(quotable), 2);
}

const readVerbs: readonly string[] = ["get", "list", "watch"];

function groupsOf({ apiGroups }: PolicyRule): string {
  const groups = apiGroups.map(({ value }) => value);
  if (groups.includes("*")) return "";
  return ` of ${listed(
    groups.map((group) => (group === "" ? "the core group" : quotable(group))),
    2,
  )}`;
}

function namesOf({ names }: HeldPower): string {
  return names.length === 0 ? "" : ` named ${listed(names.map(quotable))}`;
}
