import { A as systemError, j as codeOf } from "./hook.mjs";
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
//#region packages/cli/src/terminal/write.ts
/** Whether a file can be written, asked before the work whose result it is to hold. */
function cannotWrite(file) {
	const status = statusOf(file);
	if (status?.isDirectory() === true) return `cannot write ${file}: it is a folder`;
	if (status !== void 0) return void 0;
	const folder = dirname(file);
	const above = statusOf(folder);
	if (above === void 0) return `cannot write ${file}: there is no folder ${folder}`;
	return above.isDirectory() ? void 0 : `cannot write ${file}: ${folder} is no folder`;
}
/** Where a result goes: standard output, or a file that appears only when it is whole. */
async function writeResult(chunks, file) {
	if (file === void 0 || file === "-") return writeOut(chunks);
	const status = statusOf(file);
	const isDevice = status !== void 0 && !status.isFile();
	const target = status === void 0 || isDevice ? file : realpathSync(file);
	const unfinished = isDevice ? target : `${target}.${process.pid}.tmp`;
	try {
		writeInto(unfinished, chunks, isDevice ? "w" : "wx");
		if (!isDevice) renameSync(unfinished, target);
		return;
	} catch (error) {
		const code = codeOf(error);
		if (!isDevice && code !== "EEXIST") rmSync(unfinished, { force: true });
		if (code === void 0) throw error;
		return `cannot write ${file}: ${systemError(error)}`;
	}
}
const pieceLength = 65536;
function writeInto(path, chunks, flags) {
	const file = openSync(path, flags);
	try {
		for (const piece of pieces(chunks)) writeFileSync(file, piece);
	} finally {
		closeSync(file);
	}
}
function statusOf(path) {
	try {
		return statSync(path);
	} catch {
		return;
	}
}
/** Hands on piece by piece and waits where the reader is slower: a pipe gets everything before the process ends. */
async function writeOut(chunks) {
	for (const piece of pieces(chunks)) try {
		await written(piece);
	} catch (error) {
		return codeOf(error) === "EPIPE" ? void 0 : `cannot write to standard output: ${systemError(error)}`;
	}
}
/** The same text in fewer pieces: a renderer yields lines. */
function* pieces(chunks) {
	let waiting = "";
	for (const chunk of chunks) {
		waiting += chunk;
		if (waiting.length < pieceLength) continue;
		yield waiting;
		waiting = "";
	}
	if (waiting !== "") yield waiting;
}
function written(text) {
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => {
			if (error === null || error === void 0) resolve();
			else reject(error);
		});
	});
}
//#endregion
export { writeResult as n, cannotWrite as t };
