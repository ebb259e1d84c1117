import { type Located, located } from "@authgraph/source";
import { type FileFailure, type FileKind, fileContent, lookUpFile, openFailure } from "../named-file.ts";
import { givenArray, givenFlag, givenText, refuse, type ServerBeingRead } from "../server-being-read.ts";
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
  refusePublicSigningKey(server);
  refuseNamedCertificates(server);
  refuseStorageFiles(server);
  // k8s.io/apiserver pkg/util/proxy and pkg/controlplane/apiserver/aggregator.go: one without the other is not opened.
  if (isPair(server, "proxy-client-cert-file", "proxy-client-key-file")) {
    refuseAbsent(server, "proxy-client-cert-file", "CertificateBundle", openFailure);
    refuseAbsent(server, "proxy-client-key-file", "PublicKeys", openFailure);
  }
  refuseAdmissionFile(server);
  refusePeerAuthority(server);
}

/** k8s.io/apiserver pkg/server/options/serving.go: ApplyTo, for the names of a host that have certificates of their own. */
function refuseNamedCertificates(server: ServerBeingRead): void {
  const flag = "tls-sni-cert-key";
  for (const { value, origin } of givenArray(server, flag)) {
    const [certificate = "", key = ""] = value.replace(/:.*$/, "").split(",");
    if (certificate === "" || key === "") continue;
    for (const [file, kind] of [
      [certificate, "CertificateBundle"],
      [key, "PublicKeys"],
    ] as const) {
      if (lookUpFile(server, flag, located(file, origin), kind).outcome !== "absent") continue;
      refuse(server, "build", `failed to load SNI cert and key: ${openFailure.absent(file)}`, origin);
      break;
    }
  }
}

/** What a key or certificate holds is not looked at: only whether it is there. */
function refuseAbsent(server: ServerBeingRead, flag: string, kind: FileKind, { stage, absent }: FileFailure): void {
  const path = givenText(server, flag);
  if (path === undefined || lookUpFile(server, flag, path, kind).outcome !== "absent") return;
  refuse(server, stage, absent(path.value), path.origin);
}

/** k8s.io/client-go util/keyutil/key.go: PrivateKeyFromFile. */
function refusePublicSigningKey(server: ServerBeingRead): void {
  const flag = "service-account-signing-key-file";
  const path = givenText(server, flag);
  if (path === undefined) return;
  const found = lookUpFile(server, flag, path, "PublicKeys");
  if (found.outcome !== "read" || found.value.keys.length === 0) return;
  if (found.value.keys.some(({ kind }) => kind === "private")) return;
  const problem = "data does not contain a valid RSA or ECDSA private key";
  const message = `failed to parse service-account-issuer-key-file: error reading private key file ${path.value}: ${problem}`;
  refuse(server, "complete", message, path.origin);
}

/** go.etcd.io/etcd/client/pkg/transport/listener.go: TLSInfo.ClientConfig. */
function refuseStorageFiles(server: ServerBeingRead): void {
  const failed = "error creating storage factory: ";
  const failure: FileFailure = { stage: "build", absent: (file) => failed + openFailure.absent(file) };
  refuseAbsent(server, "etcd-cafile", "CertificateBundle", failure);
  const [certificate, key] = [givenFlag(server, "etcd-certfile"), givenFlag(server, "etcd-keyfile")];
  if (certificate.given === "unknown" || key.given === "unknown") return;
  const paths = [key, certificate].map((flag) => (flag.given === "yes" ? flag.value : ""));
  const [keyPath = "", certificatePath = ""] = paths;
  if (keyPath !== "" && certificatePath !== "") {
    refuseAbsent(server, "etcd-certfile", "CertificateBundle", failure);
    refuseAbsent(server, "etcd-keyfile", "PublicKeys", failure);
    return;
  }
  const only = givenText(server, "etcd-certfile") ?? givenText(server, "etcd-keyfile");
  if (only === undefined) return;
  const message = `${failed}KeyFile and CertFile must both be present[key: ${keyPath}, cert: ${certificatePath}]`;
  refuse(server, "build", message, only.origin);
}

function isPair(server: ServerBeingRead, one: string, other: string): boolean {
  return givenText(server, one) !== undefined && givenText(server, other) !== undefined;
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
