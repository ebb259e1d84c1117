import { C as resultLimit, S as renderSarif } from "./report.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as repositoryPaths } from "./repository-path.mjs";
import { createGzip } from "node:zlib";
//#region packages/cli/src/commands/write-sarif.ts
/** GitHub refuses a file that is larger when compressed (docs: SARIF support for code scanning, file limits). */
const largestUpload = 1e7;
/** Writes a run as SARIF, and tells on standard error what GitHub will not take or show of it. */
async function writeSarif(run, file, { category, suppressed, paths }) {
	let counts = {
		results: 0,
		withoutFile: 0
	};
	const options = {
		category,
		suppressed,
		pathInRepository: repositoryPaths(paths)
	};
	let length = 0;
	function* measured() {
		const onCounts = (found) => {
			counts = found;
		};
		for (const chunk of renderSarif(run, {
			...options,
			onCounts
		})) {
			length += chunk.length;
			yield chunk;
		}
	}
	const problem = await writeResult(measured(), file);
	if (problem !== void 0) return problem;
	const name = file === void 0 || file === "-" ? "the SARIF report" : file;
	if (counts.results > 25e3) await tell(`${name} has the ${resultLimit} most severe of ${counts.results} results: GitHub takes no more`);
	if (counts.withoutFile > 0) {
		const findings = counts.withoutFile === 1 ? "finding" : "findings";
		await tell(`${name} leaves out ${counts.withoutFile} ${findings} without a place in a file of the repository`);
	}
	if (length > largestUpload && await compressedLength(renderSarif(run, options)) > largestUpload) await tell(`${name} is larger than 10 MB when compressed: GitHub will refuse it (--severity shows fewer findings)`);
}
/** Bytes after the fastest compression, which is a little more than what an upload does. */
async function compressedLength(chunks) {
	const gzip = createGzip({ level: 1 });
	let length = 0;
	gzip.on("data", (compressed) => {
		length += compressed.length;
	});
	for (const chunk of chunks) if (!gzip.write(chunk)) await new Promise((resolve) => gzip.once("drain", resolve));
	await new Promise((resolve) => gzip.end().once("end", resolve));
	return length;
}
//#endregion
export { writeSarif };
