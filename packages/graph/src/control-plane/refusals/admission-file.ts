import { readAdmissionPlugins } from "../admission-plugins.ts";
import { lookUpFile } from "../named-file.ts";
import { givenFlag, givenText, refuse, type ServerBeingRead } from "../server-being-read.ts";

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

/** plugin/pkg/admission/imagepolicy/admission.go: NewImagePolicyWebhook; plugin/pkg/admission/eventratelimit/validation.go. */
const needConfiguration: readonly (readonly [plugin: string, problem: string])[] = [
  ["ImagePolicyWebhook", "no config specified"],
  ["EventRateLimit", "limits: Invalid value: null: must not be empty"],
];

/** Plugins that are on and that no server starts without a configuration for. */
export function refuseUnconfiguredPlugins(server: ServerBeingRead): void {
  const flag = "admission-control-config-file";
  const given = givenFlag(server, flag);
  const path = givenText(server, flag);
  if (given.given === "unknown") return;
  const found = path === undefined ? undefined : lookUpFile(server, flag, path, "AdmissionConfiguration");
  if (found !== undefined && found.outcome !== "read") return;
  const configured = new Set(found?.value.plugins.map(({ name }) => name.value) ?? []);
  const plugins = readAdmissionPlugins(server);
  for (const [name, problem] of needConfiguration) {
    const setting = plugins.get(name);
    if (setting?.value !== true || configured.has(name)) continue;
    const message = `failed to apply admission: couldn't init admission plugin ${JSON.stringify(name)}: ${problem}`;
    refuse(server, "build", message, setting.origin);
  }
}
