import type { DistributionSetting, DistributionSettings } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { isSwitch, keepOf } from "../families/k3s-keys.ts";
import { originOfPlaced, slicePlaced } from "../placed-text.ts";
import { mayBeFlags } from "./flags.ts";
import { findPrograms } from "./program.ts";
import { readShell } from "./shell.ts";
import type { ShellCommand } from "./shell-commands.ts";
import type { VariableLookup, Word } from "./word.ts";

/** Where a command line stands. */
export interface CommandPlace {
  /** What people call it. */
  readonly name: string;
  /** Root folder of its machine among the inputs, ending in `/` or empty; undefined: not known, so it reads no file. */
  readonly machine: string | undefined;
}

/** What a command line tells k3s and RKE2: `k3s server --kube-apiserver-arg=…`. */
export function distributionCommands(
  words: readonly Word[],
  variable: VariableLookup,
  place: CommandPlace,
): readonly DistributionSettings[] {
  return findPrograms(words, variable, (name, program, [role, ...args]) => {
    const installer = /^(k3s|rke2)(?:-(?:amd64|arm64|armhf|linux-.*))?$/.exec(name)?.[1];
    if (installer !== "k3s" && installer !== "rke2") return undefined;
    const started = role?.value.text;
    if (started !== "server" && started !== "agent") return [];
    return [commandSettings(installer, started, program, args, undefined, place)];
  });
}

/**
 * What the installation script of k3s is told (install.sh, setup_env): `INSTALL_K3S_EXEC`, then the script's own
 * arguments. Without a command among them it is a server, unless it joins one (`K3S_URL`).
 */
export function installedDistribution(
  commands: readonly ShellCommand[],
  place: CommandPlace,
): readonly DistributionSettings[] {
  const variables = new Map<string, Word>();
  const found: DistributionSettings[] = [];
  let pending: Word | undefined;
  for (const { words, assignments } of commands) {
    for (const word of assignments) {
      const name = word.value.text.split("=", 1)[0] ?? "";
      variables.set(name, word);
      if (name === "INSTALL_K3S_EXEC") pending = word;
    }
    const script = scriptArguments(words);
    if (script === undefined || (pending === undefined && !isRole(script[0]))) continue;
    const exec = pending ?? words[0];
    if (exec === undefined) continue;
    const args = [...(pending === undefined ? [] : wordsOf(pending)), ...script];
    found.push(installed(args, exec, variables, place));
    pending = undefined;
  }
  if (pending !== undefined) found.push(installed(wordsOf(pending), pending, variables, place));
  return found;
}

/** Arguments that `sh -s - …` hands to a script on its standard input, or that stand after `install.sh`. */
function scriptArguments(words: readonly Word[]): readonly Word[] | undefined {
  const texts = words.map(({ value }) => value.text);
  const shell = texts.findIndex((text) => /^(?:.*\/)?(?:ba|da|a)?sh$/.test(text));
  if (shell < 0) return undefined;
  const rest = texts.slice(shell + 1);
  if (rest.length === 0 || rest[0] === "-") return words.slice(shell + 2);
  if (rest[0] !== "-s") return undefined;
  return words.slice(shell + 2 + (rest[1] === "-" || rest[1] === "--" ? 1 : 0));
}

function isRole(word: Word | undefined): boolean {
  return word !== undefined && /^(?:server|agent)$/.test(word.value.text);
}

function wordsOf(assignment: Word): readonly Word[] {
  const { value } = assignment;
  if (assignment.unresolved && /^[^=]*=\s*\S*[$`]\S*\s*$/.test(value.text)) {
    return [{ ...assignment, value: slicePlaced(value, value.text.indexOf("=") + 1) }];
  }
  const script = slicePlaced(value, value.text.indexOf("=") + 1);
  return readShell(script, { variable: () => "unknown" }).flatMap(({ words }) => words);
}

function installed(
  args: readonly Word[],
  at: Word,
  variables: ReadonlyMap<string, Word>,
  place: CommandPlace,
): DistributionSettings {
  const [first] = args;
  const role = isRole(first) ? first?.value.text : variables.has("K3S_URL") ? "agent" : "server";
  const release = variables.get("INSTALL_K3S_VERSION");
  const match = release === undefined ? null : /=["']?v?(1\.\d+\.\d+)/.exec(release.value.text);
  const version = release === undefined || match === null ? undefined : located(match[1] ?? "", release.origin);
  const rest = isRole(first) ? args.slice(1) : args;
  return commandSettings("k3s", role === "agent" ? "agent" : "server", at, rest, version, place);
}

function commandSettings(
  installer: DistributionSettings["installer"],
  role: "server" | "agent",
  program: Word,
  args: readonly Word[],
  version: Located<string> | undefined,
  { name, machine }: CommandPlace,
): DistributionSettings {
  const { settings, unresolved } = readArguments(args);
  const config = settings.find(({ key }) => key === "config")?.value.value ?? `/etc/rancher/${installer}/config.yaml`;
  return {
    installer,
    role,
    layer: "command-line",
    configuration: machine === undefined ? undefined : `${machine}${config.replace(/^\/+/, "")}`,
    name,
    origin: program.origin,
    version,
    settings,
    unresolved,
  };
}

const shortNames: Readonly<Record<string, string>> = { c: "config", d: "data-dir", s: "server", t: "token" };

function readArguments(words: readonly Word[]): Pick<DistributionSettings, "settings" | "unresolved"> {
  const settings: DistributionSetting[] = [];
  const unresolved: Located<string>[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const match = /^--?([A-Za-z0-9][\w-]*)(=)?/.exec(word.value.text);
    if (match === null) {
      if (mayBeFlags(word)) unresolved.push(located(word.value.text, word.origin));
      continue;
    }
    const written = match[1] ?? "";
    const key = shortNames[written] ?? written;
    const next = words[at + 1];
    let value: Located<string> = located("true", word.origin);
    if (match[2] !== undefined) {
      const inside = slicePlaced(word.value, match[0].length);
      value = located(inside.text, originOfPlaced(inside));
    } else if (!isSwitch(key) && next !== undefined) {
      value = located(next.value.text, next.origin);
      at++;
    }
    const kept = keepOf(key);
    if (kept === "nothing") continue;
    settings.push({ key, adds: false, value: kept === "presence" ? located("", value.origin) : value });
  }
  return { settings, unresolved };
}
