import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareScanOptions } from "./scan-options.ts";

export function addScanCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("scan")
    .description("find risks in files, folders, or standard input (-)")
    .argument("[path...]", "files, folders or globs (default: .)");
  const readOptions = declareScanOptions(command);
  command.action(async (paths: readonly string[]) => {
    const { runScan } = await import("./run-scan.ts");
    outcome.exitCode = await runScan(paths, readOptions(paths));
  });
}
