import type { ApiResource, PolicyRule } from "@authgraph/kubernetes";
import { requestVerbs } from "./dead-verbs.ts";
import type { ServedApi } from "./served-api.ts";

/** A bit for each verb that requests for objects have. */
const verbBits: ReadonlyMap<string, number> = new Map(requestVerbs.map((verb, at) => [verb, 1 << at]));

const known = new WeakMap<ServedApi, WeakMap<PolicyRule, boolean>>();

/**
 * Whether every word of a rule is one that the server knows, in the place where it belongs: no search for slips would
 * find any. `false` says nothing. It is said of most rules, once of each: two states of a project share most of theirs.
 */
export function isServedAsWritten(api: ServedApi, rule: PolicyRule): boolean {
  let ofApi = known.get(api);
  if (ofApi === undefined) {
    ofApi = new WeakMap();
    known.set(api, ofApi);
  }
  let served = ofApi.get(rule);
  if (served === undefined) {
    served = isServed(api, rule);
    ofApi.set(rule, served);
  }
  return served;
}

/** Plain loops, nothing allocated. */
function isServed(api: ServedApi, rule: PolicyRule): boolean {
  if (rule.nonResourceURLs.length > 0) return false;
  for (const { value } of rule.apiGroups) if (!api.ownGroups.has(value)) return false;
  let wanted = 0;
  for (const { value } of rule.verbs) {
    const bit = verbBits.get(value);
    if (bit === undefined) return false;
    // Such requests carry no name.
    if (rule.resourceNames.length > 0 && (value === "create" || value === "deletecollection")) return false;
    wanted |= bit;
  }
  let served = 0;
  for (const { value } of rule.resources) {
    const bits = servedBits(api, rule, value);
    if (bits === 0) return false;
    served |= bits;
  }
  return (wanted & ~served) === 0;
}

/** The verbs that a resource of this name has in the groups of the rule; 0: none of them serves it. */
function servedBits({ byResource }: ServedApi, { apiGroups }: PolicyRule, resource: string): number {
  const slash = resource.indexOf("/");
  let bits = 0;
  for (const one of byResource.get(slash < 0 ? resource : resource.slice(0, slash)) ?? none) {
    for (const { value } of apiGroups) {
      if (value === one.group)
        bits |= slash < 0 ? bitsOf(one) : bitsOfVerbs(one.subresources.get(resource.slice(slash + 1)));
    }
  }
  return bits;
}

const none: readonly ApiResource[] = [];

const bitsOfResources = new WeakMap<ApiResource, number>();

function bitsOf(resource: ApiResource): number {
  let bits = bitsOfResources.get(resource);
  if (bits === undefined) {
    bits = bitsOfVerbs(resource.verbs);
    bitsOfResources.set(resource, bits);
  }
  return bits;
}

function bitsOfVerbs(verbs: readonly string[] = []): number {
  return verbs.reduce((bits, verb) => bits | (verbBits.get(verb) ?? 0), 0);
}
