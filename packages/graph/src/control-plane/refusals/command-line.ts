import { type Component, type ComponentFlag, type Flag, flagValueProblem, parseGoBool } from "@authgraph/kubernetes";
import { refuse, refuseByVersion, type ServerBeingRead, warn } from "../server-being-read.ts";

/**
 * What pflag says of a command line (github.com/spf13/pflag flag.go: parseArgs; errors.go). A component stops at the
 * first; all are told, each at its flag.
 */
export function refuseCommandLine(server: ServerBeingRead, words: CommandLineWords): void {
  const { inventory, invocation, minor } = server;
  const { flags: known, complete } = inventory.componentFacts.flags(invocation.component, minor);
  for (const flag of invocation.flags) {
    const type = known.get(flag.name);
    if (type === undefined) {
      if (complete && !isKnownElsewhere(invocation.component, flag.name)) {
        refuseByVersion(server, "parse", `${words.parsing}unknown flag: --${flag.name}`, flag.origin);
      }
      continue;
    }
    refuseValue(server, words, flag, type);
    if (type.deprecated) warn(server, `Flag --${flag.name} has been deprecated`, flag.origin);
  }
  refuseArguments(server, words);
  refuseToPrint(server);
}

/**
 * A program that is asked what it can do, or which it is, says so and ends (github.com/spf13/cobra command.go: execute;
 * k8s.io/component-base/version/verflag). In a script that may be all that is wanted.
 */
function refuseToPrint(server: ServerBeingRead): void {
  const { inventory, invocation } = server;
  if (!inventory.complete) return;
  for (const { name, value, unresolved, origin } of invocation.flags) {
    if (unresolved) continue;
    const isOn = value === undefined || parseGoBool(value) === true;
    if (name === "help" && isOn) refuse(server, "arguments", "--help: it prints its flags and exits", origin);
    // `v1.2.3` is what it says of itself from then on.
    if (name === "version" && (isOn || value === "raw")) {
      refuse(server, "complete", "--version: it prints its version and exits", origin);
    }
  }
}

/** How a component words it. */
export interface CommandLineWords {
  /** Before what pflag says. */
  readonly parsing: string;
  /** What it says of words that are no flags. */
  readonly positional: (all: readonly string[]) => string;
}

/** cmd/kubelet/app/server.go: NewKubeletCommand, RunE. */
export const kubeletWords: CommandLineWords = {
  parsing: "failed to parse kubelet flag: ",
  positional: ([first = ""]) => `unknown command ${first}`,
};

/** cmd/kube-apiserver/app/server.go, cmd/kube-controller-manager/app/controllermanager.go, cmd/kube-scheduler/app/server.go: Args. */
export function programWords(component: Component): CommandLineWords {
  return {
    parsing: "",
    positional: (all) =>
      `${JSON.stringify(component)} does not take any arguments, got [${all.map((word) => JSON.stringify(word)).join(" ")}]`,
  };
}

/** Flags that every program of Kubernetes has (cobra), and a kubelet on Windows (cmd/kubelet/app/options/osflags_windows.go). */
function isKnownElsewhere(component: Component, name: string): boolean {
  if (name === "help" || name === "version") return true;
  return component === "kubelet" && (name === "windows-service" || name === "windows-priorityclass");
}

function refuseValue(server: ServerBeingRead, words: CommandLineWords, flag: Flag, type: ComponentFlag): void {
  const { name, value, unresolved, origin } = flag;
  if (unresolved) return;
  if (value === undefined) {
    refuse(server, "parse", `${words.parsing}flag needs an argument: --${name}`, origin);
    return;
  }
  const problem = flagValueProblem(type, value);
  if (problem === undefined) return;
  // The only one with a letter of its own.
  const shown = name === "v" ? "-v, --v" : `--${name}`;
  const message = `invalid argument ${JSON.stringify(value)} for ${JSON.stringify(shown)} flag: ${problem}`;
  refuse(server, "parse", words.parsing + message, origin);
}

function refuseArguments(server: ServerBeingRead, words: CommandLineWords): void {
  const { positional } = server.invocation;
  for (const { value, origin } of positional) {
    const syntax = syntaxProblem(value);
    if (syntax !== undefined) refuse(server, "parse", words.parsing + syntax, origin);
  }
  const first = positional.find(({ value }) => value !== "");
  if (first === undefined) return;
  refuse(server, "arguments", words.positional(positional.map(({ value }) => value)), first.origin);
}

/** A word with a dash that is no flag; behind `--` it is an argument like any other. */
function syntaxProblem(word: string): string | undefined {
  if (/^--[-=]/.test(word)) return `bad flag syntax: ${word}`;
  if (!/^-[^-]/.test(word)) return undefined;
  return `unknown shorthand flag: '${word.slice(1, 2)}' in ${word}`;
}
