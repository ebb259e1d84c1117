import { D as readConfiguration, cn as removeListItem } from "./core.mjs";
import { g as readDocuments } from "./reader.mjs";
import { n as writeResult } from "./write.mjs";
import { n as configurationName } from "./load-configuration.mjs";
import { relative, resolve, sep } from "node:path";
//#region packages/cli/src/configuration/edit-configuration.ts
/**
* The text of a configuration with one more entry at the end of a list; all that people wrote stays as it is. Undefined
* where it is written so that a line cannot be added (in braces, as an alias): then whoever wrote it has to.
*/
function withEntry(text, entry) {
	let edited;
	let hasContent = false;
	readDocuments(text, "component-config", (document) => {
		if (hasContent || document.outcome === "empty") return;
		hasContent = true;
		if (document.outcome === "value") edited = editedIn(text, document.tree, entry);
	});
	return hasContent ? edited : appended(text, newList(entry));
}
/** The entry as it would stand in a file of its own, for whoever has to write it by hand. */
function entryText(entry) {
	return newList(entry).join("\n");
}
function editedIn(text, tree, entry) {
	if (tree.kind(tree.root) !== "mapping" || text[tree.start(tree.root)] === "{") return void 0;
	let list;
	for (let at = tree.first(tree.root); at !== 0; at = tree.next(at)) if (tree.keyIs(at, entry.list)) list = at;
	if (list === void 0) return appended(text, newList(entry));
	if (tree.kind(list) === "null") return insertedAfter(text, lineEnd(text, tree.keyEnd(list)), itemLines(entry, "  "));
	if (tree.kind(list) !== "sequence" || text[tree.start(list)] !== "-") return void 0;
	const start = tree.start(list);
	const indentation = text.slice(lineStart(text, start), start);
	if (indentation.trim() !== "") return void 0;
	return insertedAfter(text, lineEnd(text, tree.end(list)), itemLines(entry, indentation));
}
function newList(entry) {
	return [`${entry.list}:`, ...itemLines(entry, "  ")];
}
function itemLines({ members }, indentation) {
	return members.flatMap(memberLines).map((line, at) => `${indentation}${at === 0 ? "- " : "  "}${line}`);
}
function memberLines([key, value]) {
	if (typeof value === "string") return [`${key}: ${scalarText(value)}`];
	const below = "members" in value ? value.members.flatMap(memberLines) : value.map((one) => `- ${scalarText(one)}`);
	return [`${key}:`, ...below.map((line) => `  ${line}`)];
}
/** Plain where nothing in it could be read otherwise. */
function scalarText(value) {
	return /^[A-Za-z](?:[\w ,./@()*-]|:(?=[\w]))*[\w.)*]$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value) ? value : JSON.stringify(value);
}
function appended(text, lines) {
	const content = text.trimEnd();
	return content === "" ? joined("\n", lines) : `${content}${joined(lineBreak(text), ["", ...lines])}`;
}
function insertedAfter(text, at, lines) {
	const ending = lineBreak(text);
	return `${text.slice(0, at)}${ending}${lines.join(ending)}${text.slice(at) || ending}`;
}
function joined(ending, lines) {
	return `${lines.join(ending)}${ending}`;
}
function lineBreak(text) {
	return text.includes("\r\n") ? "\r\n" : "\n";
}
function lineStart(text, at) {
	return text.lastIndexOf("\n", at - 1) + 1;
}
/** Before the line break. */
function lineEnd(text, at) {
	const end = text.indexOf("\n", at);
	if (end < 0) return text.length;
	return text[end - 1] === "\r" ? end - 1 : end;
}
//#endregion
//#region packages/cli/src/configuration/write-entries.ts
/**
* Adds entries to the configuration of a project, which is made where there is none. Those that they stand in for are
* taken out, where that can be done by cutting.
*/
async function writeEntries({ project, configuration }, entries, outdated = []) {
	const at = resolve(configuration?.source.path ?? resolve(project.root, "authgraph.yaml"));
	const path = relative(process.cwd(), at).split(sep).join("/");
	let text = without(configuration?.source.text ?? "", outdated);
	for (const entry of entries) {
		const edited = withEntry(text, entry);
		if (edited === void 0 || !holdsOneMore(text, edited, entry.list)) {
			const snippet = entries.map(entryText).join("\n");
			return {
				outcome: "unable",
				message: `${path} cannot be edited as it is written; add to it:`,
				snippet
			};
		}
		text = edited;
	}
	const problem = await writeResult([text], at);
	return problem === void 0 ? {
		outcome: "written",
		path
	} : {
		outcome: "unable",
		message: problem
	};
}
function without(text, items) {
	return items.flatMap(removeListItem).flatMap(({ origin }) => origin.kind === "text" ? [origin] : []).toSorted((a, b) => b.start - a.start).reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}
/** What was made of it is read again before anything is written. */
function holdsOneMore(before, after, list) {
	const [was, is] = [before, after].map((text) => {
		const result = readConfiguration({
			path: configurationName,
			text
		}, { rules: void 0 });
		return result.outcome === "read" ? result.configuration[list].length : void 0;
	});
	return was !== void 0 && is === was + 1;
}
//#endregion
export { entryText as n, writeEntries as t };
