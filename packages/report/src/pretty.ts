import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import type { Diagnostic } from "@authgraph/source";
import { changeLines, excuseLines } from "./comparison-text.ts";
import { findingLine } from "./concise.ts";
import { findingLines } from "./finding-text.ts";
import { counted, countLine, exitLines, footerLines, verboseHint } from "./footer.ts";
import { type FrameStyle, frame, gutter } from "./frame.ts";
import { sortedDiagnostics } from "./order.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import { painter } from "./style.ts";

/** How a person's terminal, or what stands in for it, wants the report. */
export interface PrettyOptions {
  readonly color: boolean;
  /** Columns; infinite where it is no terminal, then no sentence is wrapped. */
  readonly width: number;
  readonly hyperlinks: boolean;
  /** The numbers only, and nothing where there is nothing to say. */
  readonly quiet?: boolean | undefined;
  /** Everything folded, counted or left out otherwise. */
  readonly verbose: boolean;
  /** Rules that the documentation has no page of: those of somebody's own. */
  readonly rulesWithoutPage?: ReadonlySet<string> | undefined;
  /** How the process will end, as the last lines say it, and what somebody could do then. */
  readonly exit?: { readonly code: number; readonly reason: string; readonly next?: string | undefined } | undefined;
  /** Where the documentation is published, for hyperlinks; never taken from an input. */
  readonly docsUrl?: string | undefined;
}

/** The report for a person: every finding with its chain in the sources, then what was and was not looked at. */
export function* renderPretty(run: Run, options: PrettyOptions): Iterable<string> {
  if (options.quiet) {
    if (run.findings.length > 0) yield block([countLine(run, verboseHint), ...exitLines(options)]);
    return;
  }
  const paint = painter(options.color);
  yield* paragraph(changeLines(run, options));
  const shown = { ...options, severalClusters: run.clusters.length > 1 };
  const framed = run.change === undefined || options.verbose ? run.findings : run.findings.slice(0, framesOfChange);
  for (const finding of framed) yield `${block(findingLines(finding, shown, paint))}\n`;
  yield* paragraph(linesOfMore(run.findings.slice(framed.length), shown, paint));
  yield* paragraph(excuseLines(run, options));
  yield block(footerLines(run, options));
}

/** Who commits reads a screen or two: as many findings with their chains, and of the others a line each. */
const framesOfChange = 5;
const linesOfChange = 20;

function linesOfMore(
  findings: readonly Finding[],
  { severalClusters }: { readonly severalClusters: boolean },
  paint: FrameStyle["paint"],
): readonly string[] {
  if (findings.length === 0) return [];
  const left = findings.length - linesOfChange;
  return [
    `${counted(findings.length, "more finding")}${verboseHint}:`,
    ...findings.slice(0, linesOfChange).map((finding) => {
      const hint = `authgraph explain ${shortFingerprint(finding)}`;
      return `  ${findingLine(finding, paint, severalClusters)}, ${hint}`;
    }),
    ...(left > 0 ? [`  … and ${left} more`] : []),
  ];
}

/** What is wrong with the inputs, for stderr: in the same form as findings. */
export function* renderDiagnostics(diagnostics: readonly Diagnostic[], options: PrettyOptions): Iterable<string> {
  const paint = painter(options.color);
  for (const diagnostic of sortedDiagnostics(diagnostics)) {
    if (diagnostic.level === "note" && !options.verbose) continue;
    yield block(diagnosticLines(diagnostic, options, paint));
  }
}

function diagnosticLines(
  { id, level, message, origin }: Diagnostic,
  options: PrettyOptions,
  paint: FrameStyle["paint"],
): readonly string[] {
  const severity = ({ error: "high", warning: "medium", note: "low" } as const)[level];
  const head = `${paint(severity, `${level}[${printable(id)}]`)}${paint("strong", `: ${printable(message)}`)}`;
  const place = placeText(origin);
  const digits = origin.kind === "text" ? (/:(\d+):\d+$/.exec(place)?.[1]?.length ?? 1) : 1;
  const style: FrameStyle = { paint, digits, room: Math.min(Math.max(options.width - 8, 40), 160), primary: severity };
  const heading = " ".repeat(digits) + paint("gutter", "--> ") + place;
  if (origin.kind === "built-in") return [head, heading];
  const marks = [{ origin, label: "", step: undefined, primary: true }];
  return [head, heading, gutter(style, undefined), ...frame(origin.source, marks, style)];
}

function* paragraph(lines: readonly string[]): Iterable<string> {
  if (lines.length > 0) yield `${block(lines)}\n`;
}

function block(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
