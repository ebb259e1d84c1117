export type { Failure } from "./failures.ts";
export { failuresOf } from "./failures.ts";
export type { InputFile, SkipReason, Sources } from "./input.ts";
export type { Coverage, KubernetesVersion, NotEvaluated, Run, SkippedFile } from "./run.ts";
export type { ScanInput, ScanResult } from "./scan.ts";
export { scan } from "./scan.ts";
export type { Selection } from "./select-findings.ts";
export { isSelected, selectFindings } from "./select-findings.ts";
