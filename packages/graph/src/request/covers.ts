import type { PolicyRule } from "@authgraph/kubernetes";

/** A rule as plain texts. */
export interface RuleTexts {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

export function ruleTexts(rule: PolicyRule): RuleTexts {
  const texts = (list: PolicyRule["verbs"]) => list.map(({ value }) => value);
  return {
    verbs: texts(rule.verbs),
    apiGroups: texts(rule.apiGroups),
    resources: texts(rule.resources),
    resourceNames: texts(rule.resourceNames),
    nonResourceURLs: texts(rule.nonResourceURLs),
  };
}

/**
 * What of some rules others do not cover, broken down: one group, one resource, one verb and at most one name each, or
 * one URL and one verb (k8s.io/component-helpers auth/rbac/validation/policy_comparator.go: Covers).
 *
 * Each piece must be covered by one rule alone: several never add up.
 */
export function notCovered(owned: readonly RuleTexts[], wanted: readonly RuleTexts[]): readonly RuleTexts[] {
  return wanted.flatMap(pieces).filter((piece) => !owned.some((rule) => covers(rule, piece)));
}

function pieces(rule: RuleTexts): readonly RuleTexts[] {
  const found: RuleTexts[] = [];
  for (const group of rule.apiGroups) {
    for (const resource of rule.resources) {
      for (const verb of rule.verbs) {
        const piece = { verbs: [verb], apiGroups: [group], resources: [resource], nonResourceURLs: [] };
        if (rule.resourceNames.length === 0) found.push({ ...piece, resourceNames: [] });
        for (const name of rule.resourceNames) found.push({ ...piece, resourceNames: [name] });
      }
    }
  }
  for (const url of rule.nonResourceURLs) {
    for (const verb of rule.verbs) {
      found.push({ verbs: [verb], apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [url] });
    }
  }
  return found;
}

function covers(owned: RuleTexts, piece: RuleTexts): boolean {
  return (
    holds(owned.verbs, piece.verbs) &&
    holds(owned.apiGroups, piece.apiGroups) &&
    piece.resources.every((resource) => coversResource(owned.resources, resource)) &&
    coversNames(owned.resourceNames, piece) &&
    piece.nonResourceURLs.every((url) => owned.nonResourceURLs.some((own) => coversUrl(own, url)))
  );
}

function holds(owned: readonly string[], wanted: readonly string[]): boolean {
  return owned.includes("*") || wanted.every((one) => owned.includes(one));
}

function coversResource(owned: readonly string[], resource: string): boolean {
  if (owned.includes("*") || owned.includes(resource)) return true;
  const slash = resource.indexOf("/");
  return slash >= 0 && owned.includes(`*/${resource.slice(slash + 1)}`);
}

/** Of a piece without a name, only a rule without names covers it. */
function coversNames(owned: readonly string[], { resourceNames }: RuleTexts): boolean {
  if (owned.length === 0) return true;
  return resourceNames.length > 0 && resourceNames.every((name) => owned.includes(name));
}

function coversUrl(owned: string, url: string): boolean {
  if (owned === url) return true;
  return owned.endsWith("*") && url.startsWith(owned.replace(/\*+$/, ""));
}

/** As the server lists them: verbs of the same thing together, sorted (pkg/registry/rbac/validation: CompactRules). */
export function compactRules(rules: readonly RuleTexts[]): readonly string[] {
  const compact = new Map<string, RuleTexts>();
  for (const rule of rules) {
    const isSimple = rule.apiGroups.length === 1 && rule.resources.length === 1 && rule.nonResourceURLs.length === 0;
    const { verbs, ...rest } = rule;
    const key = isSimple ? JSON.stringify(rest) : `${compact.size}`;
    const known = compact.get(key);
    compact.set(key, known === undefined ? rule : { ...known, verbs: [...known.verbs, ...verbs] });
  }
  return [...new Set([...compact.values()].map(ruleWords))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function ruleWords(rule: RuleTexts): string {
  const lists = [
    ["APIGroups", rule.apiGroups],
    ["Resources", rule.resources],
    ["NonResourceURLs", rule.nonResourceURLs],
    ["ResourceNames", rule.resourceNames],
    ["Verbs", rule.verbs],
  ] as const;
  const words = lists.flatMap(([name, list]) =>
    list.length === 0 ? [] : [`${name}:[${list.map((text) => JSON.stringify(text)).join(" ")}]`],
  );
  return `{${words.join(", ")}}`;
}
