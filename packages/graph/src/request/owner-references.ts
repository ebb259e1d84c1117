import { type AdmissionWrite, refusedBy } from "./admission-write.ts";
import { type Asking, ask, pass, quoted, resourceQuestion, type Verdict, verdictOf } from "./asking.ts";
import { at, isSemanticallyEqual, listAt, textAt } from "./json.ts";
import type { RequestCheck } from "./request-answer.ts";

/** plugin/pkg/admission/gc: OwnerReferencesPermissionEnforcement, which is off unless it is asked for. */
export function checkOwnerReferences(asking: Asking, write: AdmissionWrite): Verdict {
  const { attributes, identity, object, old, operation } = write;
  const { apiGroup, resource, subresource, namespace, name } = attributes;
  if (apiGroup === "" && resource === "pods" && subresource === "status") return pass;
  const before = listAt(old, "metadata", "ownerReferences");
  const after = listAt(object, "metadata", "ownerReferences");
  if (isSemanticallyEqual(before, after)) return pass;
  if (operation === "UPDATE") {
    const question = resourceQuestion({ verb: "delete", apiGroup, resource, subresource, namespace, name });
    const check = ask(asking, "admission", identity, question);
    const verdict = unless(write, check, "cannot set an ownerRef on a resource you can't delete");
    if (verdict.verdict !== "pass") return verdict;
  }
  const blocking = after.filter((owner) => blocks(owner) && !before.some((other) => isSameBlock(other, owner)));
  return blocking.length === 0 ? pass : blockOwners(asking, write, blocking);
}

function blocks(owner: unknown): boolean {
  return at(owner, "blockOwnerDeletion") === true;
}

function isSameBlock(other: unknown, owner: unknown): boolean {
  return blocks(other) && textAt(other, "uid") === textAt(owner, "uid");
}

function blockOwners(asking: Asking, write: AdmissionWrite, owners: readonly unknown[]): Verdict {
  const { identity, attributes } = write;
  const all = { verb: "update", apiGroup: "*", resource: "*", subresource: "finalizers", name: "*" };
  if (verdictOf(ask(asking, "admission", identity, resourceQuestion(all))).verdict === "pass") return pass;
  for (const owner of owners) {
    const [apiVersion, ofKind] = [textAt(owner, "apiVersion"), textAt(owner, "kind")];
    const slash = apiVersion.indexOf("/");
    const apiGroup = slash < 0 ? "" : apiVersion.slice(0, slash);
    const served = asking.world.resources.find(
      ({ group, version, kind }) => group === apiGroup && version === apiVersion.slice(slash + 1) && kind === ofKind,
    );
    if (served === undefined) return unmapped(asking, write, apiVersion, ofKind);
    const question = resourceQuestion({
      verb: "update",
      apiGroup,
      resource: served.resource,
      subresource: "finalizers",
      namespace: served.namespaced ? attributes.namespace : "",
      name: textAt(owner, "name"),
    });
    const why = "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on";
    const verdict = unless(write, ask(asking, "admission", identity, question), why);
    if (verdict.verdict !== "pass") return verdict;
  }
  return pass;
}

/** A refusal says what the authorizers said. */
function unless(write: AdmissionWrite, check: RequestCheck, why: string): Verdict {
  const verdict = verdictOf(check);
  if (verdict.verdict !== "refused") return verdict;
  return refusedBy(write, `${why}: ${check.decision.reason}, <nil>`, check);
}

function unmapped({ graph }: Asking, write: AdmissionWrite, apiVersion: string, kind: string): Verdict {
  if (!graph.inventory.complete) {
    return {
      verdict: "unknown",
      assumptions: [{ text: `which resource ${kind} of ${apiVersion} is`, origin: undefined }],
    };
  }
  const none = `no matches for kind ${quoted(kind)} in version ${quoted(apiVersion)}`;
  const why = `cannot find RESTMapping for APIVersion ${apiVersion} Kind ${kind}: ${none}`;
  return refusedBy(write, `cannot set blockOwnerDeletion in this case because ${why}`);
}
