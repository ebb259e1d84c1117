import { type AccessGraph, writtenMemberships } from "@authgraph/graph";
import { groupKey, type SubjectKey, userKey } from "@authgraph/kubernetes";
import {
  asSubjectKey,
  identityVertex,
  membershipsOf,
  quotable,
  type Step,
  type Vertex,
  whereOf,
} from "@authgraph/rules";

/**
 * Groups that an identity is in, as steps: because of what it is, or because a credential or a group among the inputs or
 * the configuration says so.
 *
 * The escalation graph has those that Kubernetes gives to whomever it knows; somebody asked about may be no such one.
 */
export function membershipSteps(graph: AccessGraph, from: Vertex, key: SubjectKey): readonly Step[] {
  const phrases = new Map<SubjectKey, string>();
  for (const group of membershipsOf(key)) phrases.set(asSubjectKey(group), `is in ${quotable(group)}`);
  for (const { user, groups, form } of writtenMemberships(graph.inventory)) {
    if (form === "certificate-request" || userKey(user.value) !== key) continue;
    for (const { value, origin } of groups) {
      if (!phrases.has(groupKey(value))) {
        phrases.set(groupKey(value), `is in Group ${quotable(value)} by its credential (${whereOf(origin)})`);
      }
    }
  }
  for (const { object } of graph.inventory.entriesOf("Group")) {
    const group = object.meta.name.value;
    const member = object.users.find(({ value }) => userKey(value) === key);
    if (member === undefined || phrases.has(groupKey(group))) continue;
    phrases.set(groupKey(group), `is in Group ${quotable(group)} (${whereOf(member.origin)})`);
  }
  return [...phrases].map(([group, phrase]) => ({
    kind: "member-of",
    from,
    to: identityVertex(group),
    grants: [],
    powerId: undefined,
    power: undefined,
    confidence: "certain",
    assumption: undefined,
    obstacles: [],
    phrase,
    hops: [],
  }));
}
