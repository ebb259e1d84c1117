import { b as problem, x as readRuleYaml } from "./core.mjs";
import { A as systemError } from "./hook.mjs";
import * as nodeModule from "node:module";
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
//#region packages/cli/src/rules/rule-library.ts
/** What rules import, in every form of them. */
const library = "@authgraph/rules";
/** Under which the module below finds our own copy. */
const place = "authgraph.rules";
/**
* Lets the modules below some folders import `@authgraph/rules`: they get the copy that runs and need none installed.
* Nothing else that is loaded notices. `folders` are URLs that end in a slash.
*/
async function provideRuleLibrary(folders) {
	const exported = await import("./src.mjs");
	Reflect.set(globalThis, Symbol.for(place), exported);
	const url = dataUrl(`export const { ${Object.keys(exported).join(", ")} } = globalThis[Symbol.for("${place}")];`);
	if (hasSyncHooks(nodeModule)) nodeModule.registerHooks({ resolve: (wanted, context, next) => wanted === library && folders.some((folder) => context.parentURL?.startsWith(folder)) ? {
		url,
		format: "module",
		shortCircuit: true
	} : next(wanted, context) });
	else nodeModule.register(dataUrl(threadHooks), { data: {
		library,
		url,
		folders
	} });
}
/** The same as a module of its own, for that thread. */
const threadHooks = `
let given;
export const initialize = (data) => { given = data; };
export const resolve = (wanted, context, next) =>
  wanted === given.library && given.folders.some((folder) => context.parentURL?.startsWith(folder))
    ? { url: given.url, format: "module", shortCircuit: true }
    : next(wanted, context);
`;
function dataUrl(text) {
	return `data:text/javascript,${encodeURIComponent(text)}`;
}
/** From Node 22.15 on. */
function hasSyncHooks(value) {
	return "registerHooks" in value && typeof value.registerHooks === "function";
}
//#endregion
//#region packages/cli/src/rules/load-rules.ts
/** In the order in which they are looked for. */
const moduleNames = [
	"rule.mjs",
	"rule.js",
	"rule.ts"
];
/**
* The rules of the folders that somebody named on the command line: each is a rule folder itself, or holds some. Their
* code runs with our rights, so a folder is never looked for: not in the inputs, not in a configuration.
*/
async function loadRules(folders, builtIn) {
	const problems = [];
	const found = [];
	const known = new Map(builtIn.map(({ metadata }) => [metadata.id, "is a built-in rule"]));
	for (const folder of folders) {
		const ruleFolders = ruleFoldersOf(folder);
		if (typeof ruleFolders === "string") {
			problems.push(ruleFolders);
			continue;
		}
		for (const ruleFolder of ruleFolders) readRuleFolder(ruleFolder, known, found, problems);
	}
	if (problems.length > 0) return {
		outcome: "wrong",
		problems
	};
	await provideRuleLibrary(folders.map((folder) => `${pathToFileURL(realpathSync(folder)).href}/`));
	const rules = [];
	for (const { metadata, modulePath } of found) {
		const check = await importCheck(modulePath);
		if (typeof check === "string") problems.push(`${modulePath}: ${check}`);
		else rules.push({
			metadata,
			check: onlyItsRisks(metadata.id, check)
		});
	}
	return problems.length > 0 ? {
		outcome: "wrong",
		problems
	} : {
		outcome: "loaded",
		rules
	};
}
/** The rule folders that a folder is or holds, by name; a text says why there are none. */
function ruleFoldersOf(folder) {
	try {
		if (!statSync(folder).isDirectory()) return `--rules ${folder}: it is no folder`;
		if (isRuleFolder(folder)) return [folder];
		const ruleFolders = readdirSync(folder).sort().map((name) => join(folder, name)).filter(isRuleFolder);
		return ruleFolders.length > 0 ? ruleFolders : `--rules ${folder}: there is no folder with a rule.yaml in it`;
	} catch (error) {
		return `--rules ${folder}: ${systemError(error)}`;
	}
}
/** One that has something of a rule, so that a forgotten file is told. */
function isRuleFolder(folder) {
	return ["rule.yaml", ...moduleNames].some((name) => existsSync(join(folder, name)));
}
function readRuleFolder(folder, known, found, problems) {
	const path = join(folder, "rule.yaml");
	const text = readText(path);
	if (text.outcome === "unreadable") {
		problems.push(`${path}: ${text.message}`);
		return;
	}
	const yaml = readRuleYaml({
		path,
		text: text.text
	});
	if (yaml.outcome === "wrong") {
		problems.push(...yaml.problems);
		return;
	}
	const { metadata, id } = yaml;
	const taken = known.get(metadata.id);
	const name = basename(realpathSync(folder));
	if (taken !== void 0) problems.push(problem(id, `${metadata.id} ${taken}: a rule needs an id of its own`));
	else if (metadata.id !== name) problems.push(problem(id, `its folder is ${name}: both must have one name`));
	known.set(metadata.id, `is the rule of ${folder} too`);
	const module = moduleNames.find((one) => existsSync(join(folder, one)));
	if (module === void 0) problems.push(`${folder}: there is no ${moduleNames.join(", ")}`);
	else if (module === "rule.ts" && !loadsTypeScript()) problems.push(`${join(folder, module)}: Node ${process.versions.node} loads no TypeScript (22.18 and newer do): compile it to rule.mjs`);
	else found.push({
		metadata,
		modulePath: join(folder, module)
	});
}
function readText(path) {
	try {
		return {
			outcome: "read",
			text: readFileSync(path, "utf8")
		};
	} catch (error) {
		return {
			outcome: "unreadable",
			message: systemError(error)
		};
	}
}
/** Node itself, or what runs our own sources. */
function loadsTypeScript() {
	return Boolean(Reflect.get(process.features, "typescript")) || import.meta.url.endsWith(".ts");
}
async function importCheck(path) {
	try {
		const module = await import(pathToFileURL(realpathSync(path)).href);
		return hasCheck(module) ? module.check : "it exports no function `check`";
	} catch (error) {
		return `it cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
	}
}
function hasCheck(module) {
	return typeof module === "object" && module !== null && "check" in module && typeof module.check === "function";
}
/** What a rule of ours promises to its types, one that somebody brought has to be asked. */
function onlyItsRisks(id, check) {
	return function* (context, parameter) {
		for (const risk of check(context, parameter)) {
			if (risk.ruleId !== id) throw new Error(`a risk has the ruleId ${JSON.stringify(risk.ruleId)}, not ${id}`);
			const missing = riskFields.filter((field) => risk[field] === void 0);
			if (missing.length > 0) throw new Error(`a risk has no ${missing.join(", ")}`);
			yield risk;
		}
	};
}
const riskFields = [
	"title",
	"score",
	"confidence",
	"place",
	"hops",
	"notes",
	"remedies",
	"identity",
	"cause",
	"also"
];
//#endregion
export { loadRules };
