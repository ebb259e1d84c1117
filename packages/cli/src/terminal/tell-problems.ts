import type { Run } from "@authgraph/engine";
import { wantsColor, widthOf } from "./terminal.ts";

/** Problems of files that a command cannot do without, each at its place, on standard error. */
export async function tellProblems(problems: Run["diagnostics"]): Promise<void> {
  const { renderDiagnostics } = await import("@authgraph/report");
  const surroundings = { isTerminal: process.stderr.isTTY === true, columns: process.stderr.columns, env: process.env };
  const color = wantsColor("auto", surroundings);
  const style = { color, width: widthOf(surroundings), hyperlinks: false, quiet: false, verbose: false };
  process.stderr.write([...renderDiagnostics(problems, style)].join(""));
}
