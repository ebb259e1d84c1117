export type { Coverage, KubernetesVersion, NotEvaluated, Run, SkippedFile, SkipReason } from "./run.ts";
