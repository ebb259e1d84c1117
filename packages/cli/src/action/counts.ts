import { readFileSync } from "node:fs";

/** Numbers of the outputs, as the JSON report has them. */
export interface Counts {
  readonly findings: number;
  readonly bySeverity: Readonly<Record<CountedSeverity, number>>;
  /** Undefined where nothing was compared. */
  readonly compared: { readonly new: number; readonly worse: number } | undefined;
}

const countedSeverities = ["critical", "high", "medium", "low", "info"] as const;
type CountedSeverity = (typeof countedSeverities)[number];

/** Counts what a JSON report holds; undefined where none was written. */
export function countsIn(path: string): Counts | undefined {
  const report = readReport(path);
  if (report === undefined) return undefined;
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of report.findings) {
    const known = countedSeverities.find((name) => name === severity);
    if (known !== undefined) bySeverity[known]++;
  }
  return { findings: report.findings.length, bySeverity, compared: report.change?.risks ?? report.baseline };
}

/** What of docs/schemas/run.schema.json is counted. */
interface Report {
  readonly findings: readonly { readonly severity: string }[];
  readonly baseline?: Compared;
  readonly change?: { readonly risks: Compared };
}

interface Compared {
  readonly new: number;
  readonly worse: number;
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
