import type { Component } from "@authgraph/kubernetes";
import { readShell } from "./shell.ts";
import type { VariableLookup, Word } from "./word.ts";

/** A component of the control plane as some command line starts it. */
export interface StartedProgram {
  readonly component: Component;
  /** The word that names it. */
  readonly program: Word;
  readonly args: readonly Word[];
}

const componentOfProgram: ReadonlyMap<string, Component> = new Map<string, Component>([
  ["kube-apiserver", "kube-apiserver"],
  ["kubelet", "kubelet"],
  // CoreOS' script around the kubelet; hands on its arguments.
  ["kubelet-wrapper", "kubelet"],
  ["kube-controller-manager", "kube-controller-manager"],
  ["kube-scheduler", "kube-scheduler"],
  ["etcd", "etcd"],
]);

/** Names that hyperkube (cmd/hyperkube/main.go, until 1.18) took besides the binaries' own. */
const hyperkubeNames: ReadonlyMap<string, Component> = new Map<string, Component>([
  ...componentOfProgram,
  ["apiserver", "kube-apiserver"],
  ["controller-manager", "kube-controller-manager"],
  ["scheduler", "kube-scheduler"],
]);

const shells = new Set(["sh", "bash", "ash", "dash", "ksh", "zsh"]);

/** A program that starts the program its arguments name. */
interface Wrapper {
  /** Options whose value is a word of its own. */
  readonly valued: readonly string[];
  /** Arguments of its own that stand before the program. */
  readonly operands: number;
}

const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ["exec", { valued: ["-a"], operands: 0 }],
  ["command", { valued: [], operands: 0 }],
  ["builtin", { valued: [], operands: 0 }],
  ["busybox", { valued: [], operands: 0 }],
  ["nohup", { valued: [], operands: 0 }],
  ["setsid", { valued: [], operands: 0 }],
  ["setpriv", { valued: ["--reuid", "--regid", "--groups", "--bounding-set"], operands: 0 }],
  ["env", { valued: ["-u", "--unset", "-C", "--chdir"], operands: 0 }],
  ["nice", { valued: ["-n", "--adjustment"], operands: 0 }],
  ["ionice", { valued: ["-c", "--class", "-n", "--classdata"], operands: 0 }],
  ["chrt", { valued: [], operands: 1 }],
  ["taskset", { valued: [], operands: 1 }],
  ["numactl", { valued: ["-N", "-m", "-C", "-i", "-l"], operands: 0 }],
  ["stdbuf", { valued: ["-i", "-o", "-e"], operands: 0 }],
  ["timeout", { valued: ["-s", "--signal", "-k", "--kill-after"], operands: 1 }],
  ["flock", { valued: ["-w", "--wait", "--timeout", "-E", "--conflict-exit-code"], operands: 1 }],
  ["chroot", { valued: [], operands: 1 }],
  ["unshare", { valued: [], operands: 0 }],
  ["nsenter", { valued: ["-t", "--target", "-S", "--setuid", "-G", "--setgid"], operands: 0 }],
  ["sudo", { valued: ["-u", "--user", "-g", "--group", "-C", "-h", "-p"], operands: 0 }],
  ["su-exec", { valued: [], operands: 1 }],
  ["gosu", { valued: [], operands: 1 }],
  ["tini", { valued: ["-p", "-e"], operands: 0 }],
  ["tini-static", { valued: ["-p", "-e"], operands: 0 }],
  ["docker-init", { valued: ["-p", "-e"], operands: 0 }],
  ["dumb-init", { valued: ["-r", "--rewrite"], operands: 0 }],
  ["catatonit", { valued: [], operands: 0 }],
  ["strace", { valued: ["-o", "-e", "-p", "-s"], operands: 0 }],
  ["systemd-cat", { valued: ["-t", "--identifier", "-p", "--priority"], operands: 0 }],
  ["systemd-run", { valued: ["-p", "--property", "-u", "--unit", "-E", "--setenv"], operands: 0 }],
  // k8s.io/release/images/build/go-runner: entrypoint of the official images.
  ["go-runner", { valued: ["-log-file", "--log-file", "-redirect-stderr"], operands: 0 }],
]);

/** Deeper nesting than anybody writes; a bound so that a text cannot make the reader recurse without end. */
const deepestNesting = 8;

/**
 * Finds the components that a command line starts: directly, behind wrappers (`tini --`, `exec`, `env A=b`), as a
 * name given to hyperkube, or inside a shell string. Only the program counts, never what things around it are called.
 */
export function findStartedPrograms(words: readonly Word[], variable: VariableLookup): readonly StartedProgram[] {
  return findPrograms(words, variable, (name, program, args) => {
    const component = componentOfProgram.get(name);
    if (component !== undefined) return [{ component, program, args }];
    return name === "hyperkube" ? hyperkube(args) : undefined;
  });
}

/** What a program is to whoever looks for some; undefined: none of them. `name` is without its folder. */
export type Recognise<T> = (name: string, program: Word, args: readonly Word[]) => readonly T[] | undefined;

/** Finds programs of any sort that a command line starts, as `findStartedPrograms` does those of components. */
export function findPrograms<T>(
  words: readonly Word[],
  variable: VariableLookup,
  recognise: Recognise<T>,
  nesting: number = 0,
): readonly T[] {
  const [program, ...args] = words;
  if (program === undefined || nesting > deepestNesting) return [];
  const name = baseName(program.value.text);

  const recognised = recognise(name, program, args);
  if (recognised !== undefined) return recognised;
  if (shells.has(name)) return shellString(args, variable, recognise, nesting);
  const wrapper = wrappers.get(name);
  if (wrapper === undefined) return [];
  return findPrograms(pastWrapper(wrapper, args), variable, recognise, nesting + 1);
}

function hyperkube(words: readonly Word[]): readonly StartedProgram[] {
  const [program, ...args] = words;
  const component = program === undefined ? undefined : hyperkubeNames.get(baseName(program.value.text));
  return program === undefined || component === undefined ? [] : [{ component, program, args }];
}

/** `sh [-o opt] -c SCRIPT [NAME [ARGUMENT…]]` (POSIX.1-2017, XCU, sh). A script in a file is not followed. */
function shellString<T>(
  words: readonly Word[],
  variable: VariableLookup,
  recognise: Recognise<T>,
  nesting: number,
): readonly T[] {
  let at = 0;
  let isString = false;
  for (; at < words.length; at++) {
    const word = words[at]?.value.text ?? "";
    if (!/^[-+]./.test(word)) break;
    if (word === "--") {
      at++;
      break;
    }
    if (/^-[a-zA-Z]*c/.test(word)) isString = true;
    if (/^[-+][a-zA-Z]*[oO]$/.test(word) || word === "--rcfile" || word === "--init-file") at++;
  }
  const script = words[at];
  if (!isString || script === undefined) return [];
  const parameters = words.slice(at + 2);
  return readShell(script.value, { variable, parameters }).flatMap((command) =>
    findPrograms(command.words, variable, recognise, nesting + 1),
  );
}

function pastWrapper(wrapper: Wrapper, words: readonly Word[]): readonly Word[] {
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]?.value.text ?? "";
    if (word === "--") {
      at++;
      break;
    }
    if (wrapper.valued.includes(word)) at++;
    // Assignments stand before the program of env and sudo; no program is called so.
    else if (!word.startsWith("-") && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word)) break;
  }
  at += wrapper.operands;
  // `flock FILE -- program` and `chroot DIR -- program` have their dashes after the operand.
  return words.slice(words[at]?.value.text === "--" ? at + 1 : at);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The component that a name stands for, as images and argument files are called. */
export function componentNamed(name: string): Component | undefined {
  return name === "kubelet-wrapper" ? undefined : componentOfProgram.get(name);
}
