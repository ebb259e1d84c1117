export type { InputFile, SkipReason, Sources } from "./input.ts";
export type { Coverage, KubernetesVersion, NotEvaluated, Run, SkippedFile } from "./run.ts";
