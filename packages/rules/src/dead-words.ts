import type { EffectiveRole } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import { removeListItem, replaceScalar } from "./edits.ts";
import type { Remedy, TextEdit } from "./risk.ts";
import { quotable } from "./wording.ts";

/** A word of a role that no request can match, so that it gives nothing. */
export interface DeadWord {
  /** Words of one kind and one text are the same mistake. */
  readonly kind: string;
  readonly word: string;
  readonly origin: Origin;
  /** Completes the role's name: `lists pods/*, which no resource is called`. */
  readonly clause: string;
  readonly label: string;
  /** Whether somebody lacks what they think they gave; else it is a leftover that nobody misses. */
  readonly missed: boolean;
  /** What was meant, best first; edits may be none. */
  readonly meant: readonly Remedy[];
  /** It does give something, but not what anybody writes it for. */
  readonly isOfUse?: boolean;
  /** Takes the word out, which takes nothing from anybody, unless it is of use. */
  readonly removal: readonly TextEdit[];
}

/** A rule, and the role whose other rules may give what it fails to. */
export interface RuleInRole {
  readonly rule: PolicyRule;
  readonly role: EffectiveRole;
}

export function valuesOf(list: readonly Located<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}

export function hasStar(list: readonly Located<string>[]): boolean {
  return list.some(({ value }) => value === "*");
}

/** The word itself, or the rule where nothing else is in the list. */
export function removalOf(
  word: Located<string>,
  list: readonly Located<string>[],
  rule: PolicyRule,
): readonly TextEdit[] {
  return removeListItem(list.length > 1 ? word.origin : rule.origin);
}

/** Puts the word that was meant in its place. */
export function correctionOf(word: Located<string>, meant: string): Remedy {
  const shown = meant === "" ? '""' : quotable(meant);
  const edits =
    meant === "" ? replaceScalar(word.origin, word.value, '""') : replaceScalar(word.origin, word.value, meant);
  return {
    text: `write ${shown} in place of ${quotable(word.value)}`,
    edits: isQuoted(word.origin, meant) ? [] : edits,
  };
}

/** Quotes around an empty word would be doubled. */
function isQuoted(origin: Origin, meant: string): boolean {
  return meant === "" && origin.kind === "text" && /^["']/.test(origin.source.text.slice(origin.start, origin.end));
}

/** A group as a sentence names it. */
export function groupName(group: string): string {
  return group === "" ? "the core group" : quotable(group);
}
