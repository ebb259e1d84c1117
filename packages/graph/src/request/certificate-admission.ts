import { mastersGroup, pemBlocksOf, readRequestSubject } from "@authgraph/kubernetes";
import type { Assumption } from "../types.ts";
import { type AdmissionWrite, refusedBy } from "./admission-write.ts";
import { type Asking, ask, isOn, pass, quoted, resourceQuestion, type Verdict } from "./asking.ts";
import { at, isSemanticallyEqual, listAt, textAt } from "./json.ts";
import type { JsonObject } from "./request-world.ts";

const certificates = "certificates.k8s.io";

/** Whether somebody may act for a signer: by its name, or for its whole domain (pkg/registry certificates: IsAuthorizedForSignerName). */
function askForSigner(
  asking: Asking,
  { identity }: AdmissionWrite,
  verb: string,
  signer: string,
): "yes" | "no" | readonly Assumption[] {
  const slash = signer.indexOf("/");
  const names = [signer, `${slash < 0 ? signer : signer.slice(0, slash)}/*`];
  const open: Assumption[] = [];
  for (const name of names) {
    const question = resourceQuestion({ verb, apiGroup: certificates, resource: "signers", name });
    const { decision } = ask(asking, "admission", identity, question);
    if (decision.outcome === "allowed") return "yes";
    if (decision.outcome === "unknown") open.push(...decision.assumptions);
  }
  return open.length > 0 ? open : "no";
}

function forSigner(asking: Asking, write: AdmissionWrite, verb: string, signer: string, why: string): Verdict {
  const answer = askForSigner(asking, write, verb, signer);
  if (answer === "yes") return pass;
  if (answer !== "no") return { verdict: "unknown", assumptions: answer };
  return refusedBy(write, why, asking.checks.at(-1));
}

/** CertificateApproval (plugin/pkg/admission/certificates/approval: Validate). */
export function approveCertificate(asking: Asking, write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "certificatesigningrequests", "approval")) return pass;
  const { old, operation } = write;
  if (operation !== "UPDATE" || old === undefined) return pass;
  const signer = textAt(old, "spec", "signerName");
  const why = `user not permitted to approve requests with signerName ${quoted(signer)}`;
  return forSigner(asking, write, "approve", signer, why);
}

/** CertificateSigning (plugin/pkg/admission/certificates/signing: Validate). */
export function signCertificate(asking: Asking, write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "certificatesigningrequests", "status")) return pass;
  const { old, object, operation } = write;
  if (operation !== "UPDATE" || old === undefined) return pass;
  if (decides(object) !== decides(old)) {
    return {
      verdict: "answered",
      reason: "422: status.conditions: Forbidden: updates may not add or remove an approval",
    };
  }
  const same = (key: string) => isSemanticallyEqual(at(object, "status", key), at(old, "status", key));
  if (same("certificate") && same("conditions")) return pass;
  const signer = textAt(old, "spec", "signerName");
  const why = `user not permitted to sign requests with signerName ${quoted(signer)}`;
  return forSigner(asking, write, "sign", signer, why);
}

/** Only the subresource `approval` changes these (pkg/apis/certificates/validation). */
function decides(request: JsonObject): string {
  const types = listAt(request, "status", "conditions").map((condition) => textAt(condition, "type"));
  return ["Approved", "Denied"].filter((type) => types.includes(type)).join();
}

/** ClusterTrustBundleAttest (plugin/pkg/admission/certificates/ctbattest: Validate). */
export function attestTrustBundle(asking: Asking, write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "clustertrustbundles", "") || !isOn(asking, "ClusterTrustBundle")) return pass;
  const { object, old } = write;
  const signer = textAt(object, "spec", "signerName");
  if (signer === "") return pass;
  if (old !== undefined && isSemanticallyEqual(withoutGarbage(object), withoutGarbage(old))) return pass;
  const why = `user not permitted to attest for signerName ${quoted(signer)}`;
  return forSigner(asking, write, "attest", signer, why);
}

function withoutGarbage(object: JsonObject): JsonObject {
  const metadata = at(object, "metadata");
  const kept = Object.entries(metadata ?? {}).filter(
    ([key]) => !["ownerReferences", "finalizers", "managedFields", "selfLink"].includes(key),
  );
  return { ...object, metadata: Object.fromEntries(kept) };
}

/** CertificateSubjectRestriction (plugin/pkg/admission/certificates/subjectrestriction: Validate). */
export function restrictSubject(write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "certificatesigningrequests", "") || write.operation !== "CREATE") return pass;
  const { object } = write;
  if (textAt(object, "spec", "signerName") !== "kubernetes.io/kube-apiserver-client") return pass;
  if (!asksForGroup(textAt(object, "spec", "request"), mastersGroup)) return pass;
  return refusedBy(write, "use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed");
}

/** Whether a PEM request in base64 asks for a group. */
function asksForGroup(request: string, group: string): boolean {
  const [block] = pemBlocksOf(Buffer.from(request, "base64").toString("latin1"));
  return block?.kind === "public" && readRequestSubject(block.der)?.organizations.includes(group) === true;
}

function isOfResource(
  { attributes }: AdmissionWrite,
  apiGroup: string,
  resource: string,
  subresource: string,
): boolean {
  return attributes.apiGroup === apiGroup && attributes.resource === resource && attributes.subresource === subresource;
}
