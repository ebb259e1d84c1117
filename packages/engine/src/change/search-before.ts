import type { ScanInput } from "../scan.ts";
import { type Searched, type SearchResult, search } from "../search.ts";
import { type Suppressed, suppress } from "../suppressions/suppress.ts";
import { splitAlike } from "./split-alike.ts";
import type { StateBefore } from "./state-before.ts";

/** What the rules find in the state that a change starts from, and what of it was accepted there. */
export interface FoundBefore extends Searched {
  readonly suppressed: Suppressed;
}

export type FoundBeforeResult =
  | { readonly outcome: "found"; readonly found: FoundBefore }
  | Extract<SearchResult, { outcome: "refused" }>;

/** Searches the state before with its own configuration; what is the same in `after` is not done again. */
export async function searchBefore(input: ScanInput, before: StateBefore, after: Searched): Promise<FoundBeforeResult> {
  const configuration = before.trustChange
    ? splitAlike(before.configuration, input.configuration)
    : before.configuration;
  const { at, noInlineIgnores = false, knownRules, partial } = input;
  const { sources, rules = input.rules } = before;
  const result = await search({ ...input, sources, rules, configuration }, after);
  if (result.outcome === "refused") return result;
  const options = { configuration, inline: !noInlineIgnores, at, rules, knownRules, partial };
  const suppressed = suppress(result.clusters, options);
  return { outcome: "found", found: { ...result, suppressed } };
}
