import { type Command, Option } from "commander";
import type { ColorChoice } from "../terminal/terminal.ts";
import { namedFile } from "./input-options.ts";

/** Where the answer to a question goes, and how it looks there. */
export interface AnswerDestination {
  /** Undefined: standard output. */
  readonly file: string | undefined;
  readonly color: ColorChoice;
  readonly quiet: boolean;
}

/** What commander leaves in `opts()` for the options below. */
export interface GivenDestination {
  readonly output?: string;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
}

/** Declares `--output`, `--color` and `--quiet`. */
export function declareDestination(command: Command): void {
  command
    .option("-o, --output <file>", "write the answer to a file (default: standard output)", namedFile)
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .option("-q, --quiet", "nothing on standard output: the exit code alone");
}

/** Reads what was given of those. */
export function answerDestination({ output, color, quiet = false }: GivenDestination): AnswerDestination {
  return { file: output, color, quiet };
}
