import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkoutPath } from "../src/shared-material.ts";
import { benchDecisions, buildGoAuthorizer } from "./decisions.ts";
import { benchHooks } from "./hooks.ts";
import { measure, type Usage } from "./measure.ts";
import { readerAgainstEvents, stages } from "./stages.ts";
import { accountsOf, syntheticAccess } from "./synthetic-access.ts";
import { writeSyntheticDump, writeSyntheticManifests } from "./synthetic-manifests.ts";

/** `pnpm bench`: ratios within one run on this machine, of the bundle, beside their targets. */
const cli = checkoutPath("dist/authgraph.mjs");
const readWith = fileURLToPath(new URL("./read-with.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "authgraph-bench-"));
const manifests = join(folder, "manifests");

console.log(`Node ${process.version}; user + system time of whole processes, medians of 5, in turn\n`);
try {
  wholeScan();
  hooks();
  dumps();
  manyFindings();
  escalation();
  decisions();
  console.log(
    "\nstages of that scan of 2,000 manifests, in process, milliseconds (first pass, median of 5 later ones):",
  );
  for (const { name, cold, warm } of await stages(manifests)) row(name, `${cold.toFixed(1)}  ${warm.toFixed(1)}`, "");
} finally {
  rmSync(folder, { recursive: true });
}

function wholeScan(): void {
  writeSyntheticManifests(manifests, 2000);
  const used = measure({
    empty: ["-e", "0"],
    version: [cli, "--version"],
    scan: [cli, "scan", manifests, "--no-cache"],
    warm: [cli, "scan", manifests, "--cache-dir", join(folder, "cache")],
    "js-yaml": [readWith, "js-yaml", manifests],
    yaml: [readWith, "yaml", manifests],
  });
  const above = (name: string): number => at(used, name).cpu - at(used, "empty").cpu;
  row("scan of 2,000 manifests / js-yaml loadAll", above("scan") / above("js-yaml"), "<= 0.7, good 0.5");
  row("scan of 2,000 manifests / yaml parseAllDocuments", above("scan") / above("yaml"), "<= 0.3, good 0.2");
  row("the same with what an earlier scan left / js-yaml", above("warm") / above("js-yaml"), "");
  row("the same / yaml", above("warm") / above("yaml"), "");
  row("start-up (--version) / empty process", at(used, "version").cpu / at(used, "empty").cpu, "<= 1.25, good 1.15");
  row(
    "peak memory of that scan above an empty process, MiB",
    at(used, "scan").memory - at(used, "empty").memory,
    "<= 60, good 40",
  );
  row("reader alone, warm / js-yaml parseEvents", readerAgainstEvents(manifests), "<= 1.0, good 0.5");
}

function hooks(): void {
  for (const { name, ratio } of benchHooks(folder, cli)) row(name, ratio, "<= 2, good 1.4");
}

function dumps(): void {
  const small = join(folder, "10000.json");
  const large = join(folder, "100000.json");
  const ownRole = (i: number): string => `role-${i - (i % 10)}`;
  writeSyntheticDump(small, 10_000, ownRole);
  writeSyntheticDump(large, 100_000, ownRole);
  const used = measure(
    { empty: ["-e", "0"], small: [cli, "scan", small, "--no-cache"], large: [cli, "scan", large, "--no-cache"] },
    3,
  );
  const above = (name: string): number => at(used, name).cpu - at(used, "empty").cpu;
  row("scan of 100,000 bindings / of 10,000", above("large") / above("small"), "<= 11, good 10");
  row("peak memory of a scan of 100,000 bindings, MiB", at(used, "large").memory, "<= 512, good 256");
}

function manyFindings(): void {
  const dump = join(folder, "findings.json");
  writeSyntheticDump(dump, 10_000, () => "cluster-admin");
  const scan = [cli, "scan", dump, "--no-cache"];
  const used = measure(
    {
      quiet: [...scan, "--quiet"],
      pretty: [...scan, "-f", "pretty"],
      json: [...scan, "-f", "json"],
      sarif: [...scan, "-f", "sarif"],
    },
    3,
  );
  for (const format of ["pretty", "json", "sarif"]) {
    row(`10,000 risky bindings as ${format} / --quiet`, at(used, format).cpu / at(used, "quiet").cpu, "<= 2, good 1.5");
  }
}

/** A cluster of many teams in which one role in twenty is a risk, and one in which nearly all are. */
function escalation(): void {
  for (const [name, sharp] of [
    ["one role in twenty a risk", 0.05],
    ["nearly every role a risk", 1],
  ] as const) {
    const [world, question] = [join(folder, "teams.json"), join(folder, "question.jsonl")];
    const { objects, questions } = syntheticAccess(20_000, 1, 1, sharp);
    const accounts = accountsOf(objects);
    writeFileSync(world, JSON.stringify({ apiVersion: "v1", kind: "List", items: [...accounts, ...objects] }, null, 1));
    writeFileSync(question, `${JSON.stringify(questions[0])}\n`);
    const used = measure(
      {
        review: [cli, "review", question, "--in", world, "--no-cache"],
        scan: [cli, "scan", world, "--no-cache"],
        paths: [cli, "paths", "--in", world, "--no-cache"],
      },
      3,
    );
    console.log(`\n20,000 bindings, ${accounts.length} ServiceAccounts, ${name}:`);
    for (const command of ["scan", "paths"]) {
      row(`  ${command} / review loading the same`, at(used, command).cpu / at(used, "review").cpu, "<= 3");
    }
  }
}

function decisions(): void {
  const go = buildGoAuthorizer(folder);
  if ("missing" in go) {
    console.log(`\ndecisions against the Go RBAC authorizer: skipped. ${go.missing}`);
    return;
  }
  console.log("\ndecisions against the Go RBAC authorizer in process, the same objects and questions, ours / Go's:");
  const [, medium, large] = [1000, 10_000, 100_000].map((bindings) => {
    const bench = benchDecisions(folder, go.program, bindings);
    const { ours, go: theirs } = bench;
    const pair = (figure: "perSecond" | "loadMilliseconds" | "loadedMiB"): string =>
      `${ours[figure].toFixed(0)} / ${theirs[figure].toFixed(0)}`;
    console.log(`${bindings} bindings: ${bench.questions} answers, ${bench.allowed} of them allowed, 0 differences`);
    row("  answers a second", pair("perSecond"), `ratio ${(ours.perSecond / theirs.perSecond).toFixed(2)}`);
    row("  load, milliseconds", pair("loadMilliseconds"), "");
    row("  peak memory when loaded, MiB", pair("loadedMiB"), "");
    return bench;
  });
  if (medium === undefined || large === undefined) return;
  row("decisions a second at 10,000 bindings / Go's", medium.ours.perSecond / medium.go.perSecond, ">= 1.0, good 3");
  row(
    "load of 100,000 bindings / of 10,000",
    large.ours.loadMilliseconds / medium.ours.loadMilliseconds,
    "<= 11, good 10",
  );
  row("peak memory, 100,000 bindings loaded, MiB", large.ours.loadedMiB, "<= 512, good 256");
}

function at(used: Readonly<Record<string, Usage>>, name: string): Usage {
  const usage = used[name];
  if (usage === undefined) throw new Error(`nothing was measured for ${name}`);
  return usage;
}

function row(name: string, value: number | string, target: string): void {
  const text = typeof value === "number" ? value.toFixed(2) : value;
  console.log(`${name.padEnd(56)} ${text.padStart(8)}   ${target}`);
}
