import { splitArguments } from "./split-arguments.ts";

/** The inputs of action.yml, which hands them on in the environment. */
export interface ActionInputs {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly failOn: string;
  readonly severity: string;
  /** Where the SARIF file is to lie; undefined: in the temporary folder of the job. */
  readonly sarifFile: string | undefined;
  readonly baseline: string | undefined;
  /** A revision; `auto`: what a pull request is compared with, nothing elsewhere; undefined: the whole state. */
  readonly changedSince: string | undefined;
  readonly upload: boolean;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** More arguments of `scan`. */
  readonly args: readonly string[];
}

export type ReadInputs =
  | { readonly outcome: "read"; readonly inputs: ActionInputs }
  | { readonly outcome: "refused"; readonly message: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the inputs; one that is missing or empty is as its default in action.yml. */
export function readInputs(env: Environment): ReadInputs {
  const text = (name: string): string | undefined => env[`INPUT_${name}`]?.trim() || undefined;
  const args = splitArguments(text("ARGS") ?? "");
  if (args.outcome === "refused") return { outcome: "refused", message: `the input args: ${args.message}` };
  const flags = { UPLOAD: true, ANNOTATIONS: true, SUMMARY: true };
  for (const name of ["UPLOAD", "ANNOTATIONS", "SUMMARY"] as const) {
    const value = text(name) ?? "true";
    if (!/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(value)) {
      return { outcome: "refused", message: `the input ${name.toLowerCase()} is true or false, not '${value}'` };
    }
    flags[name] = value.toLowerCase() === "true";
  }
  const paths = (env.INPUT_PATH ?? "").split(/\r?\n/).flatMap((line) => line.trim() || []);
  return {
    outcome: "read",
    inputs: {
      paths: paths.length === 0 ? ["."] : paths,
      config: text("CONFIG"),
      failOn: text("FAIL_ON") ?? "medium",
      severity: text("SEVERITY") ?? "low",
      sarifFile: text("SARIF_FILE"),
      baseline: text("BASELINE"),
      changedSince: text("CHANGED_SINCE"),
      upload: flags.UPLOAD,
      annotations: flags.ANNOTATIONS,
      summary: flags.SUMMARY,
      args: args.words,
    },
  };
}
