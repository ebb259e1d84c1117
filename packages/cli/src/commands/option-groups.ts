import type { Command, Option } from "commander";

/** What the options that `declare` adds stand under in the help of the command. */
export function inGroup(command: Command, heading: string, declare: (command: Command) => void): void {
  const before = command.optionsGroup();
  command.optionsGroup(heading);
  declare(command);
  command.optionsGroup(before);
}

/** The words of an option in the help: what it does, what it may be, what it is otherwise. */
export function optionDescription({ description, argChoices, defaultValue, envVar }: Option): string {
  const choices = argChoices === undefined ? "" : `: ${argChoices.join(", ")}`;
  const otherwise = typeof defaultValue === "string" ? ` (default: ${defaultValue})` : "";
  return description + choices + otherwise + (envVar === undefined ? "" : ` (or ${envVar})`);
}
