import { D as renderCheckstyle, O as findingsWithoutFile, T as renderCsv, a as renderRdjson, d as renderMarkdown, f as renderJunit, o as renderRdjsonl, v as renderGitlab, y as renderGithub } from "./report.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as repositoryPaths } from "./repository-path.mjs";
//#region packages/cli/src/commands/github-links.ts
/** In a job of GitHub: where a line of a file of the revision it runs for can be read. */
function githubLinks(env) {
	const { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_SHA: revision = "" } = env;
	if (!/^https:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	if (!/^[0-9a-f]{40,64}$/.test(revision)) return void 0;
	return (path, line) => `${server}/${repository}/blob/${revision}/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
}
//#endregion
//#region packages/cli/src/commands/write-project-format.ts
/** Writes a run in a format that names files of the repository, and tells what it has no way to show. */
async function writeProjectFormat(run, format, file, { category, markdownLimit, paths }) {
	const repository = { pathInRepository: repositoryPaths(paths) };
	const problem = await writeResult(format === "markdown" ? renderMarkdown(run, {
		...repository,
		category,
		limit: markdownLimit,
		urlOf: githubLinks(process.env)
	}) : renderers[format](run, repository), file);
	if (problem !== void 0 || !filesOnly.has(format)) return problem;
	const left = findingsWithoutFile(run, repository);
	if (left === 0) return void 0;
	await tell(`${file === void 0 || file === "-" ? `the ${format} report` : file} leaves out ${left} ${left === 1 ? "finding" : "findings"} without a place in a file of the repository`);
}
const renderers = {
	github: renderGithub,
	gitlab: renderGitlab,
	junit: renderJunit,
	checkstyle: renderCheckstyle,
	rdjson: renderRdjson,
	rdjsonl: renderRdjsonl,
	csv: renderCsv
};
/** These show a finding at its line, and nowhere else. */
const filesOnly = new Set([
	"gitlab",
	"checkstyle",
	"rdjson",
	"rdjsonl"
]);
//#endregion
export { writeProjectFormat };
