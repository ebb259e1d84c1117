import { type ComponentInvocation, type DistributionSettings, microk8sVariables } from "@authgraph/kubernetes";
import type { SourceText } from "@authgraph/source";
import { placedSource } from "../placed-text.ts";
import { distributionCommands, installedDistribution } from "./distribution-commands.ts";
import { invocationOf } from "./flags.ts";
import { componentNamed, findStartedPrograms } from "./program.ts";
import { readShell, readShellSteps } from "./shell.ts";
import type { VariableLookup, Word } from "./word.ts";

/** Whether a text is a shell script that may start a component. */
export function looksLikeShellScript(path: string, text: string): boolean {
  const isScript = /^#![^\n]*\b(?:ba|da|a|k|z)?sh\b/.test(text) || /\.(?:sh|bash)(?:\.[a-z0-9]+)?$/.test(path);
  return (
    isScript &&
    /\b(?:kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|hyperkube|etcd|k3s|rke2)\b/.test(text)
  );
}

/** Whether a script may install or start k3s or RKE2. */
function namesDistribution(text: string): boolean {
  return /\b(?:k3s|rke2)\b/.test(text);
}

/** What a script tells k3s and RKE2, where it starts or installs them. */
export function distributionsOfScript(source: SourceText): readonly DistributionSettings[] {
  if (!namesDistribution(source.text)) return [];
  const place = { name: source.path, machine: undefined };
  const unknown = (): "unknown" => "unknown";
  const commands = readShellSteps(placedSource(source), { variable: unknown });
  return [
    ...commands.flatMap(({ words }) => distributionCommands(words, unknown, place)),
    ...installedDistribution(commands, place),
  ];
}

/** The components that a script starts, wherever in it. Here-documents are data, and not followed. */
export function readShellScript(source: SourceText): readonly ComponentInvocation[] {
  const unknown = (): "unknown" => "unknown";
  return readShell(placedSource(source), { variable: unknown }).flatMap((command) =>
    findStartedPrograms(command.words, unknown).flatMap((started) => {
      const invocation = invocationOf(started, source.path, undefined);
      // Prose and menus that read as commands begin with a program's name too; flags they have none.
      const hasFlags = invocation !== undefined && (invocation.flags.length > 0 || invocation.unresolved !== undefined);
      return hasFlags ? [invocation] : [];
    }),
  );
}

/** Whether a text is a file of arguments (MicroK8s): only flags and comments, under the name of a component. */
export function looksLikeArgumentsFile(path: string, text: string): boolean {
  if (componentNamed(path.slice(path.lastIndexOf("/") + 1)) === undefined) return false;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.some((line) => line.startsWith("--")) && lines.every((line) => /^(?:$|#|--|-v[=\d ])/.test(line));
}

/**
 * Reads a file of arguments, one or more a line, quoted as for a shell: MicroK8s puts it between the parentheses of a
 * shell array (`microk8s-resources/wrappers/run-*-with-args`). The file's name says which component gets them.
 */
export function readArgumentsFile(source: SourceText): ComponentInvocation | undefined {
  const component = componentNamed(source.path.slice(source.path.lastIndexOf("/") + 1));
  const words: Word[] = readShell(placedSource(source), { variable: snapVariable }).flatMap(({ words }) => words);
  const program = words[0];
  if (component === undefined || program === undefined) return undefined;
  const invocation = invocationOf({ component, program, args: words }, source.path, undefined);
  return invocation === undefined ? undefined : { ...invocation, installer: "microk8s" };
}

function snapVariable(name: string): ReturnType<VariableLookup> {
  const value = microk8sVariables.get(name);
  return value === undefined ? "unknown" : { text: value, source: undefined };
}
