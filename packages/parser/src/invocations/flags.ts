import type { Component, ComponentInvocation, Flag } from "@authgraph/kubernetes";
import { flagTakesNoValue } from "@authgraph/kubernetes";
import type { Located, TextOrigin } from "@authgraph/source";
import { located, textOrigin } from "@authgraph/source";
import type { StartedProgram } from "./program.ts";
import { hasPlaceholder } from "./template-mark.ts";
import type { Word } from "./word.ts";

/** What a component is started with. */
interface CommandLine {
  readonly flags: readonly Flag[];
  readonly positional: readonly Located<string>[];
  readonly unresolved: readonly Located<string>[];
}

/** Shorthands of the components (k8s.io/component-base/cli/globalflag/globalflags.go AddGlobalFlags, cobra's help). */
const shorthands: ReadonlyMap<string, string> = new Map([
  ["v", "v"],
  ["h", "help"],
]);

/**
 * Reads the arguments of a component as pflag does (github.com/spf13/pflag flag.go parseArgs, flags and arguments in
 * any order). Each word is one argument, whatever blanks it holds.
 */
function readFlags(component: Component, words: readonly Word[]): CommandLine {
  const flags: Flag[] = [];
  const positional: Located<string>[] = [];
  const unresolved: Located<string>[] = [];

  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const text = word.value.text;
    if (text === "--") {
      for (const rest of words.slice(at + 1)) positional.push(located(rest.value.text, rest.origin));
      break;
    }
    const written = nameAndValue(component, text);
    if (written === undefined || !/^[A-Za-z0-9]/.test(written.name)) {
      (mayBeFlags(word) ? unresolved : positional).push(located(text, word.origin));
      continue;
    }
    // k8s.io/component-base/cli/flag/flags.go WordSepNormalizeFunc
    const name = written.name.replaceAll("_", "-");
    const next = words[at + 1];
    if (written.value !== undefined) {
      flags.push(flag(name, written.value, word.origin, isUnresolved(word)));
    } else if (goesWithoutValue(flagTakesNoValue(component, name), next)) {
      flags.push(flag(name, "true", word.origin, isUnresolved(word)));
    } else if (next === undefined) {
      flags.push(flag(name, undefined, word.origin, isUnresolved(word)));
    } else {
      flags.push(
        flag(name, next.value.text, spanOf(word.origin, next.origin), isUnresolved(word) || isUnresolved(next)),
      );
      at++;
    }
  }
  return { flags, positional, unresolved };
}

function nameAndValue(
  component: Component,
  written: string,
): { readonly name: string; readonly value: string | undefined } | undefined {
  // etcd's flags are those of Go's own package flag: one dash is as good as two.
  const text = component === "etcd" ? written.replace(/^-(?=[a-z])/, "--") : written;
  if (text.startsWith("--")) {
    const equals = text.indexOf("=");
    return equals < 0
      ? { name: text.slice(2), value: undefined }
      : { name: text.slice(2, equals), value: text.slice(equals + 1) };
  }
  // `-v=2`, `-v2`, `-v 2`; any other single dash is an error at start, as an argument that is no flag is.
  const name = text.startsWith("-") ? shorthands.get(text.slice(1, 2)) : undefined;
  if (name === undefined) return undefined;
  return { name, value: text.length > 2 ? text.slice(2).replace(/^=/, "") : undefined };
}

/**
 * pflag gives the next argument, whatever it looks like, to a flag that needs a value. For a flag that is not known
 * there is only a guess: a next word with a dash is a flag of its own, and this one a switch.
 */
function goesWithoutValue(takesNoValue: boolean | undefined, next: Word | undefined): boolean {
  return takesNoValue ?? (next === undefined || next.value.text.startsWith("-") || mayBeFlags(next));
}

/** A word that is a variable or placeholder, or begins with one: it may become any flags, or none. */
export function mayBeFlags(word: Word): boolean {
  return isUnresolved(word) && /^(?:--?)?(?:\$|`|\{\{|\{%|<%)/.test(word.value.text);
}

function isUnresolved(word: Word): boolean {
  return word.unresolved || hasPlaceholder(word.value.text);
}

function flag(name: string, value: string | undefined, origin: TextOrigin, unresolved: boolean): Flag {
  return { name, value, origin, unresolved };
}

/** Two words of different inputs (a variable's value after its flag) have no common span: the flag's own holds. */
function spanOf(first: TextOrigin, last: TextOrigin): TextOrigin {
  return first.source === last.source && last.end > first.start
    ? textOrigin(first.source, first.start, last.end)
    : first;
}

/** A started program as a fact; undefined where it only prints its version or help. */
export function invocationOf(
  started: StartedProgram,
  instance: string,
  version: Located<string> | undefined,
): ComponentInvocation | undefined {
  const { component, program, args } = started;
  const { flags, positional, unresolved } = readFlags(component, args);
  if (flags.some((given) => (given.name === "version" || given.name === "help") && given.value !== "false")) {
    return undefined;
  }
  const invocation = { component, instance, origin: program.origin, version, flags, positional };
  return unresolved.length === 0 ? invocation : { ...invocation, unresolved };
}
