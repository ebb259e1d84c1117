import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { builtBundle } from "../built-bundle.ts";
import { folderWith } from "../run-command.ts";
import { checkoutPath } from "../shared-material.ts";
import { type ExpressionContext, holds, interpolate } from "./expression.ts";
import { commandsIn, type ObeyedCommand, outputsIn } from "./runner-log.ts";

/** What of action.yml the runner acts on. */
interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: string;
}

export interface Job {
  /** The checked out repository. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Beside what the runner sets; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly event?: { readonly name: string; readonly payload: object };
  /** What becomes of steps that use other actions. */
  readonly otherActions?: "success" | "failure";
}

export interface EndedJob {
  readonly conclusion: "success" | "failure";
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly EndedStep[];
  /** Everything that was printed. */
  readonly log: string;
  readonly commands: readonly ObeyedCommand[];
  readonly summary: string;
}

interface EndedStep {
  readonly name: string;
  readonly outcome: "success" | "failure" | "skipped";
  /** The other action that was used, and what it was given. */
  readonly used?: { readonly action: string; readonly inputs: Readonly<Record<string, string>> };
}

/** Runs action.yml as a runner does: its steps in order, with the bundle of the sources as they are now. */
export async function runAction(job: Job): Promise<EndedJob> {
  const action: ActionMetadata = parse(readFileSync(checkoutPath("action.yml"), "utf8"));
  const runner = await setUp(job);
  const values: Record<string, string> = {};
  for (const [name, input] of Object.entries(action.inputs)) values[`inputs.${name}`] = input.default ?? "";
  for (const [name, value] of Object.entries(job.inputs ?? {})) {
    if (!(name in action.inputs)) throw new Error(`action.yml has no input ${name}`);
    values[`inputs.${name}`] = value;
  }
  const context: ExpressionContext = { values, isCancelled: false };

  const steps: EndedStep[] = [];
  let log = "";
  let failed = false;
  for (const step of action.runs.steps) {
    // Without a condition a step runs while all is well.
    if (step.if === undefined ? failed : !holds(step.if, context)) {
      steps.push({ name: step.name, outcome: "skipped" });
      continue;
    }
    let outcome: "success" | "failure" = job.otherActions ?? "success";
    let used: EndedStep["used"];
    if (step.uses !== undefined) used = { action: step.uses, inputs: mapped(step.with ?? {}, context) };
    else {
      const ended = await runShell(step, { ...runner.env, ...mapped(step.env ?? {}, context) }, runner, job);
      log += ended.log;
      outcome = ended.code === 0 ? "success" : "failure";
      for (const [name, value] of Object.entries(ended.outputs)) values[`steps.${step.id}.outputs.${name}`] = value;
    }
    steps.push({ name: step.name, outcome, ...(used === undefined ? {} : { used }) });
    const isForgiven = interpolate(step["continue-on-error"] ?? "false", context) === "true";
    if (outcome === "failure" && !isForgiven) failed = true;
  }
  return {
    conclusion: failed ? "failure" : "success",
    outputs: mapped(
      Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value])),
      context,
    ),
    steps,
    log,
    commands: commandsIn(log),
    summary: existsSync(runner.summary) ? readFileSync(runner.summary, "utf8") : "",
  };
}

interface Runner {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly summary: string;
}

/** The folders and variables of a runner (docs: variables reference, default environment variables). */
async function setUp({ workspace, env = {}, event }: Job): Promise<Runner> {
  const folder = folderWith({ "event.json": JSON.stringify(event?.payload ?? {}) });
  const actionPath = join(folder, "_actions", "authgraph");
  mkdirSync(join(folder, "_temp"), { recursive: true });
  cpSync(await builtBundle(), join(actionPath, "dist"), { recursive: true });
  const summary = join(folder, "step_summary");
  writeFileSync(summary, "");
  const { PATH = "", HOME = "" } = process.env;
  const all: Readonly<Record<string, string | undefined>> = {
    PATH,
    HOME,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION_PATH: actionPath,
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event?.name ?? "push",
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_REPOSITORY: "acme/cluster",
    GITHUB_SERVER_URL: "https://github.example.com",
    GITHUB_REF: "refs/heads/main",
    GITHUB_SHA: "a".repeat(40),
    GITHUB_ACTOR: "somebody",
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: join(folder, "output"),
    RUNNER_TEMP: join(folder, "_temp"),
    ...env,
  };
  const set = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { folder, summary, env: Object.fromEntries(set) };
}

interface EndedShell {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** `shell: bash` (docs: workflow syntax, steps[*].shell): a script file, ended by the first error. */
function runShell(
  step: Step,
  env: Readonly<Record<string, string>>,
  { folder }: Runner,
  { workspace }: Job,
): Promise<EndedShell> {
  if (step.shell !== "bash" || step.run === undefined) throw new Error(`${step.name} is no step of bash`);
  if (step.run.includes("${{")) throw new Error(`${step.name} would paste values into a script`);
  const script = join(folder, "script.sh");
  writeFileSync(script, step.run);
  if (env.GITHUB_OUTPUT !== undefined) writeFileSync(env.GITHUB_OUTPUT, "");
  return new Promise((resolve, reject) => {
    const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", script];
    const child = spawn("bash", args, { cwd: workspace, env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        log += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      const outputs = env.GITHUB_OUTPUT === undefined ? {} : outputsIn(readFileSync(env.GITHUB_OUTPUT, "utf8"));
      resolve({ code, log, outputs });
    });
  });
}

function mapped(texts: Readonly<Record<string, string>>, context: ExpressionContext): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, interpolate(text, context)]));
}
