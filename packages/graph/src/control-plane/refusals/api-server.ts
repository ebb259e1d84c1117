import { refuseAdmissionPlugins } from "../admission-plugins.ts";
import type { ServerBeingRead } from "../server-being-read.ts";
import { refuseAdmissionFile, refuseUnconfiguredPlugins } from "./admission-file.ts";
import { refuseAudit } from "./audit.ts";
import { programWords, refuseCommandLine } from "./command-line.ts";
import { refuseFeatureGates } from "./feature-gates.ts";
import { refuseFiles } from "./files.ts";
import { refuseNumbers } from "./numbers.ts";
import { refuseOidc } from "./oidc.ts";
import { refuseRequestHeader } from "./request-header.ts";
import { refuseServiceAccounts } from "./service-accounts.ts";
import { refuseServing } from "./serving.ts";
import { refuseStorage } from "./storage.ts";
import { refuseOtherVersions } from "./versions.ts";

/** Why a kube-apiserver would refuse to start, as far as its flags decide that; what its files say is told where they are read. */
export function refuseApiServer(server: ServerBeingRead): void {
  refuseCommandLine(server, programWords("kube-apiserver"));
  refuseFeatureGates(server);
  refuseOtherVersions(server);
  refuseNumbers(server);
  refuseStorage(server);
  refuseServing(server);
  refuseServiceAccounts(server);
  refuseOidc(server);
  refuseRequestHeader(server);
  refuseAudit(server);
  refuseAdmissionFile(server);
  refuseAdmissionPlugins(server);
  refuseUnconfiguredPlugins(server);
  refuseFiles(server);
}
