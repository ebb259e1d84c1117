import { m as readAccessReview, p as decide } from "./core.mjs";
import { L as renderReviewAnswer, R as renderReviewError } from "./report.mjs";
import { A as systemError, P as exitCode, j as codeOf } from "./hook.mjs";
import { n as writeResult } from "./write.mjs";
import { t as tell } from "./tell.mjs";
import { t as loadInputs } from "./load-inputs.mjs";
import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
//#region packages/cli/src/files/line-batches.ts
/**
* The lines of a stream, those of each piece together, so that answers flow while more comes in.
*
* Only `\n` ends a line (a `\r` before it is blank space to JSON); what follows the last one is a line if it holds anything.
*/
async function* lineBatches(stream) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	for await (const piece of stream) {
		rest += typeof piece === "string" ? piece : decoder.write(piece);
		if (!rest.includes("\n")) continue;
		const lines = rest.split("\n");
		rest = lines.pop() ?? "";
		yield lines;
	}
	rest += decoder.end();
	if (rest !== "") yield [rest];
}
//#endregion
//#region packages/cli/src/commands/run-review.ts
/** Answers a file of reviews line by line, as they come in. */
async function runReview(file, options) {
	if (file === "-" && options.paths.includes("-")) return unable("standard input holds the reviews: --in - is not left");
	const loaded = await loadInputs(options);
	if (loaded === void 0) return exitCode.unable;
	const input = file === "-" ? process.stdin : createReadStream(file);
	let number = 0;
	let refused = 0;
	try {
		for await (const lines of lineBatches(input)) {
			const problem = await writeResult([lines.map((line) => {
				number++;
				const answer = answered(loaded, line);
				if (answer.outcome === "answered") return answer.text;
				refused++;
				return renderReviewError(`line ${number}: ${answer.message}`);
			}).join("")], void 0);
			if (problem !== void 0) return unable(problem);
		}
	} catch (error) {
		if (codeOf(error) === void 0) throw error;
		return unable(`cannot read ${file}: ${systemError(error)}`);
	}
	if (refused === 0) return exitCode.clean;
	return unable(`${refused} of ${number} reviews could not be answered`);
}
function answered(loaded, line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch (error) {
		return {
			outcome: "refused",
			message: `this is no JSON: ${error instanceof Error ? error.message : String(error)}`
		};
	}
	const review = readAccessReview(value, loaded.minor);
	if (review.outcome === "refused") return review;
	return {
		outcome: "answered",
		text: renderReviewAnswer(decide(loaded, review.question))
	};
}
async function unable(message) {
	await tell(message);
	return exitCode.unable;
}
//#endregion
export { runReview };
