import type { EffectiveRole } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import { resourceMatches, verbMatches } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { allOrNone, removeListItem } from "./edits.ts";
import type { Ask } from "./power.ts";
import { asksOf, type HeldPower, ruleGives } from "./powers.ts";
import type { Remedy, TextEdit } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { listed, quotable } from "./wording.ts";

/**
 * How the role itself would give less: without the words that give the power, in every rule of it. Nothing where
 * Kubernetes ships the role or where a wildcard would have to be spelled out first.
 */
export function narrowerRole({ minor }: RuleContext, power: HeldPower): readonly Remedy[] {
  const [{ grant }] = power.witnesses;
  const { role } = grant;
  if (role.entry.object.origin.kind === "built-in") {
    return [{ text: "bind a role of your own that lists what is needed instead of a built-in one", edits: [] }];
  }
  const asks = asksOf(power.id, minor);
  if (asks.length === 0)
    return [{ text: `list what is needed in the role ${nameOf(role)} in place of \`*\``, edits: [] }];
  const giving = role.rules.filter((rule) => asks.some((ask) => ruleGives(rule, ask)));
  const cuts = giving.map((rule) => cutOf(rule, asks));
  const name = nameOf(role);
  if (cuts.some((cut) => cut === undefined)) {
    return [{ text: `list what is needed in the role ${name} in place of \`*\``, edits: [] }];
  }
  const words = cuts.flatMap((cut) => cut?.words ?? []);
  const edits = cuts.map((cut) => cut?.edits ?? []);
  const text =
    words.length === 0 ? `take this rule out of the role ${name}` : `take ${listed(words)} out of the role ${name}`;
  return [{ text, edits: allOrNone(edits) }];
}

function nameOf({ entry }: EffectiveRole): string {
  return quotable(entry.object.meta.name.value);
}

interface Cut {
  /** What goes; empty: the whole rule. */
  readonly words: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** Verbs of which the API server asks for nothing else: what stays of the resource is as useful without them. */
const askedForThemselves: readonly string[] = ["approve", "bind", "escalate", "impersonate", "sign", "use"];

/** Such verbs; resources where others stay, else verbs where others stay, else the rule. */
function cutOf(rule: PolicyRule, asks: readonly Ask[]): Cut | undefined {
  const given = asks.filter((ask) => ruleGives(rule, ask));
  const resources = rule.resources.filter((one) =>
    given.some(({ resource, subresource }) => resourceMatches([one], resource, subresource)),
  );
  const verbs = rule.verbs.filter((one) => given.some(({ verb }) => verbMatches([one], verb)));
  const forThemselves = verbs.every(({ value }) => askedForThemselves.includes(value));
  if (forThemselves && verbs.length < rule.verbs.length) return cutVerbs(verbs, resources);
  if (resources.some(isWildcard)) return undefined;
  if (resources.length < rule.resources.length) return cutWords(resources);
  if (verbs.some(isWildcard)) return undefined;
  if (verbs.length < rule.verbs.length) return cutVerbs(verbs, resources);
  return { words: [], edits: removeListItem(rule.origin) };
}

function cutVerbs(verbs: readonly Located<string>[], resources: readonly Located<string>[]): Cut {
  const on = listed(resources.map(({ value }) => quotable(value)));
  return { words: [`${listed(verbs.map(({ value }) => quotable(value)))} on ${on}`], edits: cutWords(verbs).edits };
}

function cutWords(words: readonly Located<string>[]): Cut {
  const edits = words.map(({ origin }) => removeListItem(origin));
  return {
    words: words.map(({ value }) => quotable(value)),
    edits: edits.some((some) => some.length === 0) ? [] : edits.flat(),
  };
}

function isWildcard({ value }: Located<string>): boolean {
  return value === "*" || value.startsWith("*/");
}
