import type { Located } from "@authgraph/source";
import { type FileFailure, type FileKind, fileContent, lookUpFile, openFailure } from "../named-file.ts";
import { givenText, refuse, type ServerBeingRead } from "../server-being-read.ts";
import { gateIsOn } from "./feature-gates.ts";

/** Files that decide nothing about who gets in, and without which a server does not start all the same. */
export function refuseFiles(server: ServerBeingRead): void {
  // k8s.io/apiserver pkg/server/options/serving.go: ApplyTo.
  refuseAbsent(server, "tls-cert-file", "CertificateBundle", openFailure);
  refuseAbsent(server, "tls-private-key-file", "PublicKeys", openFailure);
  // pkg/controlplane/apiserver/options/options.go: completeServiceAccountOptions.
  refuseAbsent(server, "service-account-signing-key-file", "PublicKeys", {
    stage: "complete",
    absent: (file) => `failed to parse service-account-issuer-key-file: ${openFailure.absent(file)}`,
  });
  refuseAdmissionFile(server);
  refusePeerAuthority(server);
}

/** What a key or certificate holds is not looked at: only whether it is there. */
function refuseAbsent(server: ServerBeingRead, flag: string, kind: FileKind, { stage, absent }: FileFailure): void {
  const path = givenText(server, flag);
  if (path === undefined || lookUpFile(server, flag, path, kind).outcome !== "absent") return;
  refuse(server, stage, absent(path.value), path.origin);
}

/** k8s.io/apiserver pkg/admission/config.go: ReadAdmissionConfiguration. */
function refuseAdmissionFile(server: ServerBeingRead): void {
  const path: Located<string> | undefined = givenText(server, "admission-control-config-file");
  if (path === undefined) return;
  const failed = "failed to apply admission: failed to read plugin config: ";
  fileContent(server, "admission-control-config-file", path, "AdmissionConfiguration", {
    stage: "build",
    absent: (file) =>
      `${failed}unable to read admission control configuration from ${JSON.stringify(file)} [${openFailure.absent(file)}]`,
    refused: (message) => failed + message,
  });
}

/** pkg/controlplane/apiserver/peer.go: BuildPeerProxy. */
function refusePeerAuthority(server: ServerBeingRead): void {
  const authority = givenText(server, "peer-ca-file");
  if (authority === undefined || gateIsOn(server, "UnknownVersionInteroperabilityProxy") !== true) return;
  if (givenText(server, "proxy-client-cert-file") !== undefined) return;
  refuse(server, "build", "error building peer proxy handler, proxy-cert-file not specified", authority.origin);
}
