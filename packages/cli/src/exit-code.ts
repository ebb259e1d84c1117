/** What the process ends with (design of the command line): nothing else ever exits. */
export const exitCode = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above it. */
  findings: 1,
  /** The command could not do its work: usage, configuration, an input that cannot be read. */
  unable: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Where a command leaves the code that the process ends with. */
export interface Outcome {
  exitCode: ExitCode;
}
