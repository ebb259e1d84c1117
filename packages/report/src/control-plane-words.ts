import { type EffectiveSetting, withoutUserInfo } from "@authgraph/engine";

/**
 * The value of a setting as it may be shown. Of what Kubernetes knows only the headers with which a kubelet asks for
 * static pods hold a secret; a URL may carry a password all the same, and whoever misspells a flag may have meant a token.
 */
export function shownValue(name: string, value: string): string {
  const holdsSecret = /(?:^|-)(?:token|password|secret|passphrase)$|^manifest-url-header$|^staticPodURLHeader/.test(
    name,
  );
  return holdsSecret && value !== "" && !/^(?:true|false|\d+[smh]?)$/.test(value)
    ? "(not shown)"
    : withoutUserInfo(value);
}

/** Whether a setting is a list, even one of a single element. */
export function hasSeveral({ values, isList }: EffectiveSetting): boolean {
  return isList === true || (values !== undefined && values.length !== 1);
}
