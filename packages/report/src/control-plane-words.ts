import type { EffectiveSetting } from "@authgraph/engine";

/**
 * The value of a setting as it may be shown. No flag of Kubernetes holds a secret; a URL may carry a password all the
 * same, and whoever misspells a flag may have meant a token.
 */
export function shownValue(name: string, value: string): string {
  const holdsSecret = /(?:^|-)(?:token|password|secret|passphrase)$/.test(name);
  return holdsSecret && value !== "" && !/^(?:true|false|\d+[smh]?)$/.test(value) ? "(not shown)" : shownMessage(value);
}

/** A text without passwords in its URLs. */
export function shownMessage(text: string): string {
  return text.replace(/(\/\/)[^/@\s"]*:[^/@\s"]*@/g, "$1(not shown)@");
}

/** Whether a setting is a list, even one of a single element. */
export function hasSeveral({ values, isList }: EffectiveSetting): boolean {
  return isList === true || (values !== undefined && values.length !== 1);
}
