import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReviewSpec } from "../src/rbac-world.ts";
import { median } from "./measure.ts";
import { syntheticAccess } from "./synthetic-access.ts";

/** What one side of the comparison prints. */
export interface Answers {
  /** A letter for each question: `a` allowed, `d` denied, `u` unknown. */
  readonly decisions: string;
  readonly loadMilliseconds: number;
  /** Peak memory of the whole process when everything is loaded. */
  readonly loadedMiB: number;
  readonly perSecond: number;
}

/** Both sides with the same objects and questions; medians of the rounds. */
export interface DecisionBench {
  readonly bindings: number;
  readonly questions: number;
  readonly allowed: number;
  readonly ours: Answers;
  readonly go: Answers;
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

const questionCount = 5_000;
const rounds = 3;
/** On the PATH, or where Go's own installer puts it. */
const goCommands = ["go", "/usr/local/go/bin/go"];
const ours: Command = {
  program: process.execPath,
  // With what makes this process read TypeScript.
  args: [...process.execArgv, fileURLToPath(new URL("./answer-questions.ts", import.meta.url))],
};

/**
 * The Go RBAC authorizer with indexed listers, as kube-apiserver has it, built into `folder`; or why there is none:
 * no Go here, or no modules.
 */
export function buildGoAuthorizer(folder: string): { readonly program: string } | { readonly missing: string } {
  const program = join(folder, "go-rbac");
  const go = goCommands.find((command) => spawnSync(command, ["version"]).status === 0);
  if (go === undefined) return { missing: "There is no Go here." };
  const { status, stderr } = spawnSync(go, ["build", "-o", program, "."], {
    cwd: fileURLToPath(new URL("./go-rbac", import.meta.url)),
    encoding: "utf8",
  });
  return status === 0 ? { program } : { missing: `bench/go-rbac cannot be built: ${stderr.trim().split("\n").at(-1)}` };
}

/** Asks both sides the same, in turn. An answer that differs ends the bench: speed says nothing then. */
export function benchDecisions(folder: string, goAuthorizer: string, bindings: number): DecisionBench {
  const world = join(folder, `${bindings}-bindings.json`);
  const questions = join(folder, `${bindings}-questions.jsonl`);
  const access = syntheticAccess(bindings, questionCount);
  writeFileSync(world, JSON.stringify({ apiVersion: "v1", kind: "List", items: access.objects }, null, 2));
  writeFileSync(questions, access.questions.map((question) => `${JSON.stringify(question)}\n`).join(""));

  const go: Command = { program: goAuthorizer, args: [] };
  const runs = Array.from({ length: rounds }, () => {
    const run = { ours: answersOf(ours, world, questions), go: answersOf(go, world, questions) };
    refuseDifferences(run.ours.decisions, run.go.decisions, access.questions);
    return run;
  });
  const decisions = runs[0]?.go.decisions ?? "";
  return {
    bindings,
    questions: questionCount,
    allowed: [...decisions].filter((decision) => decision === "a").length,
    ours: medians(runs.map((run) => run.ours)),
    go: medians(runs.map((run) => run.go)),
  };
}

function answersOf({ program, args }: Command, world: string, questions: string): Answers {
  const result = spawnSync(program, [...args, world, questions], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (result.status !== 0) throw new Error(`${program}: ${result.error?.message ?? result.stderr}`);
  return JSON.parse(result.stdout);
}

function refuseDifferences(ours: string, go: string, questions: readonly ReviewSpec[]): void {
  const different = questions
    .map((question, i) => ({ question, i }))
    .filter(({ i }) => ours[i] === undefined || ours[i] !== go[i]);
  const [first] = different;
  if (first === undefined) return;
  const { question, i } = first;
  throw new Error(
    `${different.length} answers differ; ours ${ours[i]}, Go's ${go[i]} to the first: ${JSON.stringify(question)}`,
  );
}

function medians(runs: readonly Answers[]): Answers {
  return {
    decisions: runs[0]?.decisions ?? "",
    loadMilliseconds: median(runs.map(({ loadMilliseconds }) => loadMilliseconds)),
    loadedMiB: median(runs.map(({ loadedMiB }) => loadedMiB)),
    perSecond: median(runs.map(({ perSecond }) => perSecond)),
  };
}
