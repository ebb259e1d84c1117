import type { ApiResource, PolicyRule } from "@authgraph/kubernetes";
import { isRequestVerb } from "./dead-verbs.ts";
import type { ServedApi } from "./served-api.ts";

const known = new WeakMap<ServedApi, WeakMap<PolicyRule, boolean>>();

/** See below; asked once of each rule, which two states of a project may share. */
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

/**
 * Whether every word of a rule is one that the server knows, in the place where it belongs: no search for slips would
 * find any. Said of most rules, and cheap: plain loops, nothing allocated. `false` says nothing.
 */
function isServed(api: ServedApi, rule: PolicyRule): boolean {
  if (rule.nonResourceURLs.length > 0) return false;
  for (const { value } of rule.apiGroups) if (!api.ownGroups.has(value)) return false;
  for (const { value } of rule.verbs) {
    if (!isRequestVerb(value)) return false;
    // Such requests carry no name.
    if (rule.resourceNames.length > 0 && (value === "create" || value === "deletecollection")) return false;
  }
  for (const { value } of rule.resources) if (!serves(api, rule, value, undefined)) return false;
  for (const verb of rule.verbs)
    if (!rule.resources.some(({ value }) => serves(api, rule, value, verb.value))) return false;
  return true;
}

/** Whether one of the rule's groups serves a resource of this name; with a verb, whether it has that. */
function serves(api: ServedApi, { apiGroups }: PolicyRule, resource: string, verb: string | undefined): boolean {
  const slash = resource.indexOf("/");
  const known = api.byResource.get(slash < 0 ? resource : resource.slice(0, slash));
  if (known === undefined) return false;
  for (const one of known) {
    for (const { value } of apiGroups) {
      if (value !== one.group) continue;
      const verbs = slash < 0 ? one.verbs : subresourceVerbs(one, resource.slice(slash + 1));
      if (verbs !== undefined && (verb === undefined || verbs.includes(verb))) return true;
    }
  }
  return false;
}

function subresourceVerbs({ subresources }: ApiResource, name: string): readonly string[] | undefined {
  return subresources.get(name);
}
