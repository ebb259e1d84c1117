import type { Run } from "@authgraph/engine";
import {
  findingsWithoutFile,
  type RepositoryOptions,
  renderCheckstyle,
  renderCsv,
  renderGithub,
  renderGitlab,
  renderJunit,
  renderMarkdown,
  renderRdjson,
  renderRdjsonl,
} from "@authgraph/report";
import { repositoryPaths } from "../files/repository-path.ts";
import { tell } from "../terminal/tell.ts";
import { type WriteProblem, writeResult } from "../terminal/write.ts";
import type { ProjectFormat } from "./formats.ts";
import { githubLinks } from "./github-links.ts";

export interface ProjectFormatOptions {
  readonly category: string | undefined;
  /** Most bytes of Markdown; undefined: what a comment takes. */
  readonly markdownLimit: number | undefined;
  /** The inputs as named on the command line. */
  readonly paths: readonly string[];
}

/** Writes a run in a format that names files of the repository, and tells what it has no way to show. */
export async function writeProjectFormat(
  run: Run,
  format: ProjectFormat,
  file: string | undefined,
  { category, markdownLimit, paths }: ProjectFormatOptions,
): Promise<WriteProblem> {
  const repository: RepositoryOptions = { pathInRepository: repositoryPaths(paths) };
  const chunks =
    format === "markdown"
      ? renderMarkdown(run, { ...repository, category, limit: markdownLimit, urlOf: githubLinks(process.env) })
      : renderers[format](run, repository);
  const problem = await writeResult(chunks, file);
  if (problem !== undefined || !filesOnly.has(format)) return problem;

  const left = findingsWithoutFile(run, repository);
  if (left === 0) return undefined;
  const name = file === undefined || file === "-" ? `the ${format} report` : file;
  await tell(
    `${name} leaves out ${left} ${left === 1 ? "finding" : "findings"} without a place in a file of the repository`,
  );
  return undefined;
}

const renderers: Readonly<
  Record<Exclude<ProjectFormat, "markdown">, (run: Run, options: RepositoryOptions) => Iterable<string>>
> = {
  github: renderGithub,
  gitlab: renderGitlab,
  junit: renderJunit,
  checkstyle: renderCheckstyle,
  rdjson: renderRdjson,
  rdjsonl: renderRdjsonl,
  csv: renderCsv,
};

/** These show a finding at its line, and nowhere else. */
const filesOnly: ReadonlySet<ProjectFormat> = new Set(["gitlab", "checkstyle", "rdjson", "rdjsonl"]);
