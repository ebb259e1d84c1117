import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { gitRepository, type TestRepository } from "../git-repository.ts";
import { folderWith } from "../run-command.ts";
import { everybody, harmless, outcomes, sarifOf, uploadOf } from "./job-results.ts";
import { type EndedJob, type Job, runAction } from "./simulated-runner.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository whose main branch has an old risk in `old.yaml`, and the branch `change` on top of it. */
function repositoryWith(change: Readonly<Record<string, string | undefined>>): TestRepository {
  const repository = gitRepository({ "old.yaml": everybody("old"), "app.yaml": harmless });
  folders.push(repository.folder);
  repository.git("checkout", "--quiet", "-b", "change");
  repository.commit(change);
  return repository;
}

const revision = ({ git }: TestRepository, name: string): string => git("rev-parse", name).trim();

/** Checks out what GitHub makes of both branches, `refs/pull/7/merge`. */
function merge({ git }: TestRepository): void {
  git("checkout", "--quiet", "--detach", "main");
  git("merge", "--quiet", "--no-ff", "--message", "Merge change into main", "change");
}

interface Sent {
  readonly base: string;
  readonly from?: string;
  readonly name?: string;
}

function pullRequest({ base, from = "acme/cluster", name = "pull_request" }: Sent): NonNullable<Job["event"]> {
  return { name, payload: { pull_request: { base: { sha: base }, head: { repo: { full_name: from } } } } };
}

/** The job of a pull request, as `actions/checkout` leaves the workspace. */
function run(repository: TestRepository, job: Partial<Job> = {}): Promise<EndedJob> {
  const { env, ...rest } = job;
  const event = pullRequest({ base: revision(repository, "main") });
  const surroundings = { GITHUB_REF: "refs/pull/7/merge", GITHUB_SHA: revision(repository, "HEAD"), ...env };
  return runAction({ workspace: repository.folder, event, env: surroundings, ...rest });
}

const annotated = ({ commands }: EndedJob): readonly (string | undefined)[] =>
  commands.map(({ properties }) => properties.file);

describe("a pull request", () => {
  it("that adds no risk passes, whatever there was before; the report is of everything", async () => {
    const repository = repositoryWith({ "app.yaml": `${harmless}---\n${harmless.replace("app", "other")}` });
    merge(repository);
    const job = await run(repository);
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: success", "Verdict: success"]);
    expect(job.outputs).toMatchObject({ "exit-code": "0", findings: "0", new: "0", worse: "0" });
    expect(annotated(job)).toEqual([]);
    expect(sarifOf(job).results).toHaveLength(1);
    expect(job.log).toContain(`changed since ${revision(repository, "main").slice(0, 12)};`);
    // Once in the log is enough.
    expect(job.log.match(/^nothing new or worse$/gm)).toHaveLength(1);
  });

  it("that adds a risk fails and is annotated with it alone; the report is of everything", async () => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    merge(repository);
    const job = await run(repository);
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: success", "Verdict: failure"]);
    expect(job.outputs).toMatchObject({ "exit-code": "1", findings: "1", critical: "1", new: "1", worse: "0" });
    expect(annotated(job)).toEqual(["new.yaml"]);
    expect(job.summary).toContain("new.yaml");
    expect(sarifOf(job).results).toHaveLength(2);
  });

  it("is not blamed for what others merged since it was sent", async () => {
    const repository = repositoryWith({ "app.yaml": `# a word\n${harmless}` });
    const base = revision(repository, "main");
    repository.git("checkout", "--quiet", "main");
    repository.commit({ "theirs.yaml": everybody("theirs") });
    merge(repository);
    const job = await run(repository, { event: pullRequest({ base }) });
    expect(job.outputs).toMatchObject({ "exit-code": "0", findings: "0" });
    expect(sarifOf(job).results).toHaveLength(2);
  });

  it("whose own branch is checked out is compared with where both parted", async () => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    repository.git("checkout", "--quiet", "main");
    repository.commit({ "old.yaml": undefined });
    repository.git("checkout", "--quiet", "change");
    const job = await run(repository, { env: { GITHUB_SHA: "b".repeat(40) } });
    expect(annotated(job)).toEqual(["new.yaml"]);
  });

  it("cannot excuse itself", async () => {
    const ignored = everybody("new").replace(
      "  name: system:",
      "  # authgraph: ignore[rbac-grant-anonymous] -- fine\n$&",
    );
    const repository = repositoryWith({ "new.yaml": ignored });
    merge(repository);
    const job = await run(repository);
    expect(job.outputs["exit-code"]).toBe("1");
    expect(annotated(job)).toContain("new.yaml");
    expect(job.summary).toContain("fine");
  });

  it.each<[string, Job["inputs"]]>([
    ["nothing", { "changed-since": "" }],
    ["the revision that the workflow names", { "changed-since": "HEAD" }],
  ])("is compared with %s", async (_name, inputs = {}) => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    merge(repository);
    const job = await run(repository, { inputs });
    expect(annotated(job)).toEqual(inputs["changed-since"] === "" ? ["new.yaml", "old.yaml"] : []);
    expect(sarifOf(job).results).toHaveLength(2);
  });

  it("in a merge queue is compared with the base of its group", async () => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    const event = { name: "merge_group", payload: { merge_group: { base_sha: revision(repository, "main") } } };
    expect(annotated(await run(repository, { event }))).toEqual(["new.yaml"]);
  });

  it.each([
    ["pull_request_target, where the base itself is checked out", "pull_request_target"],
    ["a push", "push"],
  ])("%s: everything is judged", async (_name, name) => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    const job = await run(repository, { event: pullRequest({ base: revision(repository, "main"), name }) });
    expect(annotated(job)).toEqual(["new.yaml", "old.yaml"]);
    expect(job.outputs).toMatchObject({ new: "", worse: "" });
  });

  it.each([["--output=/tmp/x"], ["main^{/x}"], [""]])("whose base is %j: git is not asked for it", async (base) => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    expect(annotated(await run(repository, { event: pullRequest({ base }) }))).toEqual(["new.yaml", "old.yaml"]);
  });
});

describe("a clone without history", () => {
  /** `actions/checkout` with this `fetch-depth`. */
  function clone(repository: TestRepository, depth: number): string {
    const folder = folderWith({});
    folders.push(folder);
    repository.git("branch", "--force", "merged", "HEAD");
    repository.git("clone", "--quiet", `--depth=${depth}`, "--branch=merged", `file://${repository.folder}`, folder);
    return folder;
  }

  it("with the merge and its parents is enough", async () => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    merge(repository);
    const job = await run(repository, { workspace: clone(repository, 2) });
    expect(annotated(job)).toEqual(["new.yaml"]);
  });

  it("with the merge alone: everything is judged, and the log and the summary say what to do", async () => {
    const repository = repositoryWith({ "app.yaml": `# a word\n${harmless}` });
    merge(repository);
    const job = await run(repository, { workspace: clone(repository, 1) });
    expect(annotated(job)).toEqual(["old.yaml"]);
    expect(job.outputs["exit-code"]).toBe("1");
    expect(job.log).toContain("fetch-depth: 2");
    expect(job.summary).toContain("fetch-depth");
  });

  it("outside of a repository, likewise", async () => {
    const repository = repositoryWith({ "app.yaml": `# a word\n${harmless}` });
    const workspace = folderWith({ "old.yaml": everybody("old") });
    folders.push(workspace);
    const job = await run(repository, { workspace });
    expect(annotated(job)).toEqual(["old.yaml"]);
    expect(job.log).toContain("is not in a git repository");
  });
});

describe("a token that can only read", () => {
  const strangers: readonly (readonly [string, Sent["from"], Job["env"]])[] = [
    ["a fork", "stranger/cluster", {}],
    ["Dependabot", "acme/cluster", { GITHUB_ACTOR: "dependabot[bot]" }],
  ];

  it.each(strangers)("of %s: the report is offered, and its refusal fails nothing", async (_who, from, env) => {
    const repository = repositoryWith({ "app.yaml": `# a word\n${harmless}` });
    merge(repository);
    const event = pullRequest({ base: revision(repository, "main"), ...(from === undefined ? {} : { from }) });
    const job = await run(repository, { event, env: env ?? {}, otherActions: "failure" });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: failure", "Verdict: success"]);
    expect(job.conclusion).toBe("success");
    expect(job.log).toContain("can only read");
  });

  it("still annotates and fails by what was found", async () => {
    const repository = repositoryWith({ "new.yaml": everybody("new") });
    merge(repository);
    const event = pullRequest({ base: revision(repository, "main"), from: "stranger/cluster" });
    const job = await run(repository, { event, otherActions: "failure" });
    expect(annotated(job)).toEqual(["new.yaml"]);
    expect(job.conclusion).toBe("failure");
  });

  it("a refused upload of one's own fails the job, once all has run", async () => {
    const repository = repositoryWith({ "app.yaml": `# a word\n${harmless}` });
    merge(repository);
    const job = await run(repository, { otherActions: "failure" });
    expect(outcomes(job)).toEqual(["Scan: success", "Upload to code scanning: failure", "Verdict: success"]);
    expect(job.conclusion).toBe("failure");
    expect(uploadOf(job)?.sarif_file).toBe(job.outputs.sarif);
  });
});
