import { indexNames, nearName } from "@authgraph/rules";
import type { Located } from "@authgraph/source";
import type { SuppressionOptions } from "./suppress.ts";
import { suppressionKey, type WrittenSuppression } from "./written-suppression.ts";

/** Whether a rule is about suppressions: to silence it would be to silence what says that something is silenced in vain. */
export function isAboutSuppressions(ruleId: string): boolean {
  return ruleId.startsWith("suppression-");
}

/**
 * The same suppressions, each with the rules there are. A rule that is none is told by itself, and the others it was
 * named with hold.
 */
export function withKnownRules(
  written: readonly WrittenSuppression[],
  { rules, knownRules }: Pick<SuppressionOptions, "rules" | "knownRules">,
): readonly WrittenSuppression[] {
  if (written.length === 0) return written;
  const ids = knownRules ?? rules?.map(({ metadata }) => metadata.id);
  const names = ids === undefined ? undefined : indexNames(ids);
  const problemOf = (rule: string): string | undefined => {
    if (isAboutSuppressions(rule)) return "speaks of suppressions, which cannot be suppressed";
    if (names === undefined || names.exact.has(rule)) return undefined;
    const meant = nearName(rule, names)?.name;
    return meant === undefined ? "there is no such rule" : `there is no such rule: did you mean ${meant}?`;
  };
  return written.flatMap((one): readonly WrittenSuppression[] => {
    const { rules: named } = one.suppression;
    const unknown = named.flatMap((rule) => {
      const problem = problemOf(rule.value);
      return problem === undefined ? [] : [misspeltRule(one, rule, problem)];
    });
    if (one.problem !== undefined || unknown.length === 0) return [one];
    const known = named.filter(({ value }) => problemOf(value) === undefined);
    return known.length === 0 ? unknown : [{ ...one, suppression: { ...one.suppression, rules: known } }, ...unknown];
  });
}

function misspeltRule(one: WrittenSuppression, rule: Located<string>, problem: string): WrittenSuppression {
  const label = one.suppression.form === "configuration" ? rule.value : `ignore[${rule.value}]`;
  const about = { ...one.suppression, rules: [rule], label };
  const suppression = { ...about, key: suppressionKey(about, [problem]) };
  return { ...one, suppression, selector: undefined, validWhile: undefined, problem };
}
