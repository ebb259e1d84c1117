import type { ComponentInvocation, DefaultFlag, Flag, Installer } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { hasPlaceholder } from "../invocations/template-mark.ts";

/** A flag of a setting that says it in words of its own. The value's place is the flag's. */
export function flagOf(name: string, value: Located<string>): Flag | undefined {
  const { origin } = value;
  if (origin.kind !== "text") return undefined;
  return { name, value: value.value, origin, unresolved: hasPlaceholder(value.value) };
}

/**
 * An argument as installers take it in a list, with or without dashes: `anonymous-auth=false`; without a value it is
 * `true`. Undefined: a placeholder that may be any flags, or none.
 */
export function flagOfArgument(argument: Located<string>): Flag | undefined {
  const text = argument.value.replace(/^--?/, "");
  const equals = text.indexOf("=");
  const name = (equals < 0 ? text : text.slice(0, equals)).trim();
  if (hasPlaceholder(name) || name === "") return undefined;
  const value = equals < 0 ? "true" : text.slice(equals + 1);
  return flagOf(name.replaceAll("_", "-"), { value, origin: argument.origin });
}

/** The installer's own flags first, but for those that are written; a name that is written replaces all of it. */
export function withInstallersFlags(
  installer: Installer,
  own: readonly DefaultFlag[],
  written: readonly Flag[],
): Pick<ComponentInvocation, "installer" | "flags"> {
  const names = new Set(written.map(({ name }) => name));
  return { installer, flags: [...installersFlags(installer, own).filter(({ name }) => !names.has(name)), ...written] };
}

/** What an installer gives by itself, as flags without a place. */
export function installersFlags(installer: Installer, own: readonly DefaultFlag[]): readonly Flag[] {
  const origin = { kind: "built-in", of: `${installerNames[installer]} own flags` } as const;
  return own.map(([name, value]) => ({ name, value, origin, unresolved: false }));
}

/** As a possessive. */
const installerNames: Readonly<Record<Installer, string>> = {
  kubeadm: "kubeadm's",
  kind: "kind's",
  k3s: "k3s's",
  rke2: "RKE2's",
  talos: "Talos'",
  kops: "kops'",
  microk8s: "MicroK8s'",
};
