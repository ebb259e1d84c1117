import type { AdmissionWrite } from "./admission.ts";
import { type Asking, ask, pass, resourceQuestion, type Verdict, verdictOf } from "./asking.ts";
import { at, isSemanticallyEqual, listAt, textAt } from "./json.ts";

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
    const verdict = verdictOf(ask(asking, "admission", identity, question));
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

function blockOwners(asking: Asking, { identity, attributes }: AdmissionWrite, owners: readonly unknown[]): Verdict {
  const all = { verb: "update", apiGroup: "*", resource: "*", subresource: "finalizers", name: "*" };
  if (verdictOf(ask(asking, "admission", identity, resourceQuestion(all))).verdict === "pass") return pass;
  for (const owner of owners) {
    const apiVersion = textAt(owner, "apiVersion");
    const slash = apiVersion.indexOf("/");
    const apiGroup = slash < 0 ? "" : apiVersion.slice(0, slash);
    const served = asking.world.resources.find(
      ({ group, kind }) => group === apiGroup && kind === textAt(owner, "kind"),
    );
    if (served === undefined) {
      const text = `which resource ${textAt(owner, "kind")} of ${apiVersion} is`;
      return { verdict: "unknown", assumptions: [{ text, origin: undefined }] };
    }
    const question = resourceQuestion({
      verb: "update",
      apiGroup,
      resource: served.resource,
      subresource: "finalizers",
      namespace: served.namespaced ? attributes.namespace : "",
      name: textAt(owner, "name"),
    });
    const verdict = verdictOf(ask(asking, "admission", identity, question));
    if (verdict.verdict !== "pass") return verdict;
  }
  return pass;
}
