import { lookUpFile } from "../named-file.ts";
import { givenText, refuse, type ServerBeingRead } from "../server-being-read.ts";

/** k8s.io/apiserver pkg/server/options/admission.go: ApplyTo, pkg/admission/config.go: ReadAdmissionConfiguration. */
export function refuseAdmissionFile(server: ServerBeingRead): void {
  const flag = "admission-control-config-file";
  const path = givenText(server, flag);
  if (path === undefined) return;
  const found = lookUpFile(server, flag, path, "AdmissionConfiguration");
  const say = (problem: string, origin: typeof path.origin): void =>
    refuse(server, "build", `failed to read plugin config: ${problem}`, origin);
  if (found.outcome === "absent") {
    const { value } = path;
    const cause = `[open ${value}: no such file or directory]`;
    say(`unable to read admission control configuration from ${JSON.stringify(value)} ${cause}`, path.origin);
  } else if (found.outcome === "refused") {
    for (const { message, origin } of found.errors) say(message, origin);
  }
}
