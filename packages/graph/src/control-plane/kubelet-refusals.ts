import type { EffectiveSetting } from "../types.ts";
import { refuse, type ServerBeingRead } from "./server-being-read.ts";

/** cmd/kubelet/app/auth.go: BuildAuthn, BuildAuthz. */
export function refuseKubelet(kubelet: ServerBeingRead, settings: ReadonlyMap<string, EffectiveSetting>): void {
  refuseMode(kubelet, settings.get("authorization.mode"));
  refuseWithoutAuthenticator(kubelet, settings);
}

function refuseMode(kubelet: ServerBeingRead, mode: EffectiveSetting | undefined): void {
  const value = mode?.values?.[0];
  if (mode === undefined || value === undefined || value === "AlwaysAllow" || value === "Webhook") return;
  refuse(
    kubelet,
    "build",
    value === "" ? "no authorization mode specified" : `unknown authorization mode ${value}`,
    mode.origin,
  );
}

/** k8s.io/apiserver pkg/authentication/authenticatorfactory/delegating.go: New. */
function refuseWithoutAuthenticator(kubelet: ServerBeingRead, settings: ReadonlyMap<string, EffectiveSetting>): void {
  const anonymous = settings.get("authentication.anonymous.enabled");
  const isOff = (name: string, off: string): boolean => settings.get(name)?.values?.[0] === off;
  const nobody =
    isOff("authentication.anonymous.enabled", "false") &&
    isOff("authentication.webhook.enabled", "false") &&
    isOff("authentication.x509.clientCAFile", "");
  if (nobody && anonymous !== undefined)
    refuse(kubelet, "build", "no authentication method configured", anonymous.origin);
}
