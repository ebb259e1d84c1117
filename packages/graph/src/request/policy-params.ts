import { mastersGroup } from "@authgraph/kubernetes";
import type { AdmissionWrite } from "./admission-write.ts";
import { type Asking, ask, isOn, pass, quoted, resourceQuestion, type Verdict } from "./asking.ts";
import { at, isSemanticallyEqual, textAt } from "./json.ts";
import type { JsonObject } from "./request-world.ts";

/**
 * Whether the author of an admission policy may read its parameters, which its expressions could tell on
 * (pkg/registry/admissionregistration: authorizeCreate, authorizeUpdate). It is part of the validation: who may not gets
 * 422, not 403.
 */
export function checkPolicyParams(asking: Asking, write: AdmissionWrite): Verdict {
  const { attributes, identity } = write;
  if (attributes.apiGroup !== "admissionregistration.k8s.io" || attributes.subresource !== "") return pass;
  if (identity.groups.includes(mastersGroup)) return pass;
  switch (attributes.resource) {
    case "validatingadmissionpolicies":
      return checkPolicy(asking, write);
    case "validatingadmissionpolicybindings":
      return checkBinding(asking, write, "validatingadmissionpolicies");
    case "mutatingadmissionpolicies":
      return isOn(asking, "MutatingAdmissionPolicy") ? checkPolicy(asking, write) : pass;
    case "mutatingadmissionpolicybindings":
      return isOn(asking, "MutatingAdmissionPolicy") ? checkBinding(asking, write, "mutatingadmissionpolicies") : pass;
    default:
      return pass;
  }
}

function checkPolicy(asking: Asking, write: AdmissionWrite): Verdict {
  const { object, old } = write;
  const kind = at(object, "spec", "paramKind") ?? undefined;
  if (kind === undefined) return pass;
  if (old !== undefined && isSemanticallyEqual(kind, at(old, "spec", "paramKind"))) return pass;
  const question = { verb: "get", ...paramResource(asking, kind), namespace: "*", name: "*" };
  const which = `kind=${textAt(kind, "kind")}, apiVersion=${textAt(kind, "apiVersion")}`;
  return decide(asking, write, question, "paramKind", `all objects of the referenced paramKind (${which})`);
}

function checkBinding(asking: Asking, write: AdmissionWrite, policies: string): Verdict {
  const { object, old } = write;
  const reference = at(object, "spec", "paramRef") ?? undefined;
  if (reference === undefined) return pass;
  const same = (key: string) => isSemanticallyEqual(at(object, "spec", key), at(old, "spec", key));
  if (old !== undefined && same("paramRef") && same("policyName")) return pass;
  const policy = policyOf(asking, policies, textAt(object, "spec", "policyName"));
  if (policy === "unknown") {
    const text = `what ${policies} ${textAt(object, "spec", "policyName")} takes for parameters`;
    return { verdict: "unknown", assumptions: [{ text, origin: undefined }] };
  }
  const kind = at(policy, "spec", "paramKind") ?? undefined;
  const resource = kind === undefined ? { apiGroup: "*", resource: "*" } : paramResource(asking, kind);
  const [name, namespace] = [textAt(reference, "name"), textAt(reference, "namespace")];
  const question = { verb: name === "" ? "list" : "get", ...resource, namespace, name };
  return decide(asking, write, question, "paramRef", "the referenced parameters");
}

function policyOf({ world }: Asking, policies: string, name: string): JsonObject | "unknown" | undefined {
  const served = world.resources.find(
    ({ group, resource }) => group === "admissionregistration.k8s.io" && resource === policies,
  );
  if (served === undefined) return "unknown";
  const stored = world.stored.find(served, "", name);
  if (stored.state === "unknown") return "unknown";
  return stored.state === "stored" ? stored.object : undefined;
}

/** Everything, as far as a kind cannot be resolved. */
function paramResource({ world }: Asking, kind: unknown): { readonly apiGroup: string; readonly resource: string } {
  const parts = textAt(kind, "apiVersion").split("/");
  if (parts.length > 2) return { apiGroup: "*", resource: "*" };
  const [apiGroup, version] = parts.length === 2 ? parts : ["", parts[0]];
  const served = world.resources.find(
    (one) => one.group === apiGroup && one.version === version && one.kind === textAt(kind, "kind"),
  );
  return { apiGroup: apiGroup ?? "", resource: served?.resource ?? "*" };
}

type Question = Parameters<typeof resourceQuestion>[0];

function decide(asking: Asking, write: AdmissionWrite, question: Question, field: string, what: string): Verdict {
  const { decision } = ask(asking, "handler", write.identity, resourceQuestion(question));
  switch (decision.outcome) {
    case "allowed":
      return pass;
    case "denied": {
      const why = `user ${quoted(write.identity.user)} must have ${quoted(question.verb)} permission on ${what}`;
      return { verdict: "answered", reason: `422: spec.${field}: Forbidden: ${why}` };
    }
    case "unknown":
      return { verdict: "unknown", assumptions: decision.assumptions };
  }
}
