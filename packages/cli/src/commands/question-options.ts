import { type Command, Option } from "commander";
import {
  type AnswerDestination,
  answerDestination,
  declareDestination,
  type GivenDestination,
} from "./answer-destination.ts";
import { declareInputOptions, type GivenInputs, type InputOptions, inputOptions } from "./input-options.ts";

const answerFormats = ["table", "json", "yaml"] as const;
type AnswerFormat = (typeof answerFormats)[number];

/** What `can-i` and `who-can` have in common. */
export interface QuestionOptions extends AnswerDestination {
  readonly inputs: InputOptions;
  readonly format: AnswerFormat;
  readonly subresource: string | undefined;
  /** As given; undefined where it was not. */
  readonly namespace: string | undefined;
  readonly allNamespaces: boolean;
}

/** What commander leaves in `opts()` for the options below. */
export interface GivenQuestion extends GivenInputs, GivenDestination {
  readonly format: AnswerFormat;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
}

export function declareQuestionOptions(command: Command): void {
  command
    .option("-n, --namespace <namespace>", "namespace of the request (default: default)")
    .option("-A, --all-namespaces", "all namespaces at once: what only a ClusterRoleBinding gives")
    .option("--subresource <name>", "subresource, such as log or scale")
    .addOption(new Option("-f, --format <format>", "format of the answer").choices(answerFormats).default("table"));
  declareDestination(command);
  declareInputOptions(command);
}

export function questionOptions(given: GivenQuestion): QuestionOptions {
  const { format, subresource, namespace, allNamespaces = false } = given;
  return { inputs: inputOptions(given), format, ...answerDestination(given), subresource, namespace, allNamespaces };
}

/** The namespace that is asked in; undefined: all at once. */
export function askedNamespace({ namespace, allNamespaces }: QuestionOptions): string | undefined {
  return allNamespaces ? undefined : namespace || "default";
}
