import { type Finding, keepRisks, sortFindings } from "@authgraph/rules";
import type { Run } from "./run.ts";

/** The same run with the risks alone that have a place in a file of interest: at the end of their chain or on its way. */
export function focusFindings(run: Run, isInFocus: (path: string) => boolean): Run {
  const findings = run.findings.flatMap((finding): readonly Finding[] => {
    const kept = keepRisks(finding, ({ place, hops }) =>
      [place, ...hops].some(({ origin }) => origin.kind === "text" && isInFocus(origin.source.path)),
    );
    return kept === undefined ? [] : [kept];
  });
  return { ...run, findings: sortFindings(findings) };
}
