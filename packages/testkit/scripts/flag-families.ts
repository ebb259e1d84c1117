import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadGraph } from "@authgraph/engine";
import { type Fact, flagTakesNoValue } from "@authgraph/kubernetes";
import { isWorthReading } from "@authgraph/parser";
import { filesBelow, folderSources } from "../src/folder-sources.ts";
import { sharedMaterialMissing, sharedPath } from "../src/shared-material.ts";

// What is found of the control plane in real files, family by family, and what is not, and why.
//
//   npx tsx packages/testkit/scripts/flag-families.ts [DIR] [--all]
//
// DIR holds one folder per family (../shared/corpus/flags unless given); with --all every unread file is listed.

interface FamilyReport {
  readonly family: string;
  readonly files: number;
  readonly components: ReadonlyMap<string, number>;
  readonly flags: number;
  /** `component --flag`, and in how many places. */
  readonly unknownFlags: ReadonlyMap<string, number>;
  readonly unresolved: number;
  /** Why a file gave nothing, and the files. */
  readonly unread: ReadonlyMap<string, readonly string[]>;
}

const args = process.argv.slice(2);
const isDetailed = args.includes("--all");
const root = args.find((arg) => !arg.startsWith("-")) ?? sharedPath("corpus", "flags");
if (root === undefined) {
  console.error(sharedMaterialMissing);
  process.exitCode = 2;
} else {
  await printFamilies(root);
}

async function printFamilies(parent: string): Promise<void> {
  for (const family of readdirSync(parent).sort()) {
    const folder = join(parent, family);
    if (statSync(folder).isDirectory()) print(await reportOf(family, folder));
  }
}

async function reportOf(family: string, folder: string): Promise<FamilyReport> {
  const result = await loadGraph({
    sources: folderSources(folder),
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  const components = new Map<string, number>();
  const unknownFlags = new Map<string, number>();
  const unread = new Map<string, string[]>();
  let flags = 0;
  let unresolved = 0;
  const { texts, diagnostics } = result.loaded;
  const described = new Set<string>();
  for (const { path, inside, parsed } of texts) {
    for (const fact of parsed.facts) {
      if (saysSomething(fact)) described.add(inside ?? path);
      if (fact.fact !== "invocation") continue;
      const { component } = fact.invocation;
      add(components, component);
      for (const { name, origin, unresolved: isUnresolved } of fact.invocation.flags) {
        if (origin.kind !== "text") continue;
        flags++;
        described.add(origin.source.path);
        if (isUnresolved) unresolved++;
        if (component !== "etcd" && flagTakesNoValue(component, name) === undefined) {
          add(unknownFlags, `${component} --${name}`);
        }
      }
    }
  }
  const notes = new Map<string, Set<string>>();
  for (const { id, origin } of diagnostics) {
    if (origin.kind !== "text") continue;
    const { path } = origin.source;
    notes.set(path, (notes.get(path) ?? new Set()).add(id));
  }
  for (const { path, inside, parsed } of texts) {
    if (inside !== undefined || described.has(path)) continue;
    const outcomes = new Set(parsed.documents.map(({ outcome }) => outcome));
    const reason = whyUnread(path, outcomes, notes.get(path) ?? new Set());
    const files = unread.get(reason);
    if (files === undefined) unread.set(reason, [path]);
    else files.push(path);
  }
  return { family, files: filesBelow(folder).length, components, flags, unknownFlags, unresolved, unread };
}

/** Facts about who gets in or what is started; parts that only serve to put such facts together are none. */
function saysSomething({ fact }: Fact): boolean {
  switch (fact) {
    case "invocation":
    case "configuration":
    case "credential":
    case "object":
    case "distribution":
    case "environment":
      return true;
    case "unit":
    case "file-reference":
    case "machine-file":
    case "mount":
    case "kustomization":
    case "hidden-content":
    case "written-credential":
      return false;
  }
}

function whyUnread(path: string, outcomes: ReadonlySet<string>, notes: ReadonlySet<string>): string {
  if (notes.has("not-read-yet")) return "not read yet";
  if (outcomes.has("template")) return "template";
  if (outcomes.has("refused")) return "refused";
  if (outcomes.has("patch")) return "patch";
  if (outcomes.has("evaluated")) return "evaluated, nothing of a control plane in it";
  if (!isWorthReading(path)) return "no file that a walk opens";
  return outcomes.has("not-ours") ? "not ours" : "empty";
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function print(report: FamilyReport): void {
  const { family, files, components, flags, unknownFlags, unresolved, unread } = report;
  const started = [...components].map(([name, count]) => `${count} ${name}`).join(", ");
  console.log(`${family}: ${files} files`);
  console.log(
    `  found    ${started === "" ? "no component" : started}; ${flags} written flags, ${unresolved} unresolved`,
  );
  const unknown = [...unknownFlags].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} (${count})`);
  if (unknown.length > 0) console.log(`  unknown  ${unknown.join(", ")}`);
  for (const [reason, paths] of [...unread].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`  unread   ${paths.length} ${reason}`);
    if (isDetailed) for (const path of paths) console.log(`             ${path}`);
  }
}
