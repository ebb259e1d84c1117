import type { Run } from "./run.ts";

/** Something in the tool itself that went wrong during a run. */
export interface Failure {
  readonly message: string;
  /** What helps whoever repairs it. */
  readonly details: string | undefined;
}

/** Errors of ours that the run went on after: without this, a rule or a file that failed would look like a clean one. */
export function failuresOf({ diagnostics, notEvaluated }: Run): readonly Failure[] {
  return [
    ...diagnostics.flatMap(({ id, message, origin }) =>
      id === "internal-error"
        ? [{ message: `${origin.kind === "text" ? origin.source.path : "inputs"}: ${message}`, details: undefined }]
        : [],
    ),
    ...notEvaluated.flatMap(({ rule, reason, failure }) =>
      failure === undefined ? [] : [{ message: `rule ${rule}: ${reason}`, details: failure }],
    ),
  ];
}
