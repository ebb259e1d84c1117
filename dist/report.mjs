import { i as textOrigin } from "./shipped-policy.mjs";
//#region packages/source/src/text.ts
const CR$1 = 13;
const LF$1 = 10;
const lineStartsOf = /* @__PURE__ */ new WeakMap();
/** Offsets at which the lines start. LF, CRLF and a lone CR end a line, as editors and GitHub count; U+2028 does not. */
function lineStarts(source) {
	const known = lineStartsOf.get(source);
	if (known !== void 0) return known;
	const { text } = source;
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === LF$1 || unit === CR$1 && text.charCodeAt(i + 1) !== LF$1) starts.push(i + 1);
	}
	lineStartsOf.set(source, starts);
	return starts;
}
/** Where an offset (UTF-16 code units) stands. Offsets beyond the text count as its end. */
function positionAt(source, offset) {
	const starts = lineStarts(source);
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const start = starts[low] ?? 0;
	const byteOrderMark = low === 0 && source.text.charCodeAt(0) === 65279 ? 1 : 0;
	return {
		line: low + 1,
		column: Math.max(1, Math.min(offset, source.text.length) - start + 1 - byteOrderMark)
	};
}
//#endregion
//#region packages/report/src/printable.ts
/**
* Characters that a terminal would obey or a reader could not see: controls, line separators, format characters
* (bidi overrides, zero-width ones), everything Unicode calls default-ignorable, lone surrogates.
*/
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const plain$2 = /^[\x20-\x7e]*$/;
const pictograph = /\p{Extended_Pictographic}/u;
const modifier = /\p{Emoji_Modifier}/u;
const combining = /\p{M}/u;
const emoji = /\p{Emoji_Presentation}/u;
const emojiStyle = "️";
/** What the runners of GitHub and Azure obey anywhere in a line. */
const runnerCommand$1 = /##(?=\[|vso\[)/gi;
/** Of a text nobody reads more, and a name in a file may be a megabyte. */
const longest = 4e3;
/**
* Input as it may be printed: what is invisible or would be obeyed is escaped.
*
* Names and paths come from files that anybody may have written; an escape sequence in one must not clear the screen,
* and `##[error]` must not become an annotation of the build that scans it.
*/
function printable(text) {
	const short = text.length > longest ? `${text.slice(0, longest)}...` : text;
	if (plain$2.test(short)) return short.includes("##") ? short.replace(runnerCommand$1, "#\\u{23}") : short;
	let shown = "";
	for (const glyph of glyphs(short)) shown += glyph.text;
	return shown.replace(runnerCommand$1, "#\\u{23}");
}
/** Columns that printable text takes in a terminal. */
function textWidth(text) {
	if (plain$2.test(text)) return text.length;
	let width = 0;
	for (const glyph of glyphs(text)) width += glyph.width;
	return width;
}
/** The text as a terminal would show it, piece by piece. A tab is four spaces. */
function glyphs(text) {
	if (plain$2.test(text)) return Array.from(text, (character) => ({
		text: character,
		width: 1,
		units: 1
	}));
	const found = [];
	let before = "";
	for (const character of text) {
		const next = glyph(character, before);
		const last = found.at(-1);
		if (last !== void 0 && (next.width === 0 || character === emojiStyle && next.width === 1)) found[found.length - 1] = {
			text: last.text + next.text,
			width: last.width + next.width,
			units: last.units + next.units
		};
		else found.push(next);
		before = character;
	}
	return found;
}
function glyph(character, before) {
	const units = character.length;
	if (character === "	") return {
		text: "    ",
		width: 4,
		units
	};
	const followsPictograph = pictograph.test(before) && before > "";
	if (character === emojiStyle && followsPictograph) return {
		text: character,
		width: isWide(codePoint(before)) || emoji.test(before) ? 0 : 1,
		units
	};
	if (modifier.test(character) && followsPictograph) return {
		text: character,
		width: 0,
		units
	};
	if (hidden.test(character)) return escapedGlyph(character);
	return {
		text: character,
		width: columns(character),
		units
	};
}
/** The character by its number: `\u{1b}`. */
function escapedGlyph(character) {
	const text = shortEscapes[character] ?? `\\u{${codePoint(character).toString(16)}}`;
	return {
		text,
		width: text.length,
		units: character.length
	};
}
const shortEscapes = {
	"\n": "\\n",
	"\r": "\\r"
};
function columns(character) {
	const code = codePoint(character);
	if (code < 768) return 1;
	if (combining.test(character)) return 0;
	return isWide(code) || emoji.test(character) && !isRegionalIndicator(code) ? 2 : 1;
}
function codePoint(character) {
	return character.codePointAt(0) ?? 0;
}
/** Two of them make one flag, which takes two columns. */
function isRegionalIndicator(code) {
	return code >= 127462 && code <= 127487;
}
/** Blocks of Unicode's EastAsianWidth.txt that are W or F; the emoji among them have a property of their own. */
const wideBlocks = [
	[4352, 4447],
	[9001, 9002],
	[11904, 12350],
	[12353, 19903],
	[19968, 42191],
	[43360, 43391],
	[44032, 55203],
	[63744, 64255],
	[65040, 65049],
	[65072, 65135],
	[65281, 65376],
	[65504, 65510],
	[94176, 101631],
	[110576, 111359],
	[127488, 127589],
	[131072, 262141]
];
function isWide(code) {
	return code >= 4352 && wideBlocks.some(([first, last]) => code >= first && code <= last);
}
//#endregion
//#region packages/report/src/place.ts
/** `path:line:column`, or what Kubernetes or kubeadm creates by itself; printable. */
function placeText(origin) {
	if (origin.kind === "built-in") return `built in: ${printable(origin.of)}`;
	const { line, column } = positionAt(origin.source, origin.start);
	return `${printable(origin.source.path)}:${line}:${column}`;
}
/** `path:line`, for a place in passing. */
function shortPlaceText(origin) {
	if (origin.kind === "built-in") return `built in: ${printable(origin.of)}`;
	return `${printable(origin.source.path)}:${positionAt(origin.source, origin.start).line}`;
}
//#endregion
//#region packages/report/src/question-words.ts
/** `get pods/log in namespace web`; printable. */
function requestWords(attributes) {
	if (attributes.kind === "non-resource") return printable(`${attributes.verb} the path ${attributes.path}`);
	const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
	const type = `${resource}${subresource === "" ? "" : `/${subresource}`}${apiGroup === "" ? "" : `.${apiGroup}`}`;
	const where = namespace === "" ? "cluster-wide" : `in namespace ${namespace}`;
	return printable([
		verb,
		type,
		...name === "" ? [] : [`named ${name}`],
		where
	].join(" "));
}
/** `User jane`, `ServiceAccount web/ci`; printable. */
function identityWords({ user, groups }) {
	if (user === "") return printable(`anybody in ${groups[0] ?? "no group"}`);
	const [, namespace, name] = /^system:serviceaccount:([^:]*):([^:]*)$/.exec(user) ?? [];
	return printable(name === void 0 ? `User ${user}` : `ServiceAccount ${namespace}/${name}`);
}
/** The same of a subject in a binding; printable. */
function subjectWords(subject, bindingNamespace) {
	if (subject.kind !== "ServiceAccount") return printable(`${subject.kind} ${subject.name.value}`);
	return printable(`ServiceAccount ${subject.namespace?.value || bindingNamespace}/${subject.name.value}`);
}
/** `RoleBinding web/readers`; printable. */
function objectWords(kind, name, namespace) {
	return printable(`${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`);
}
/**
* `get, list pods, secrets (group apps) named x`; printable. Long lists are cut: what matters for the question stands
* first, and the place says where the rest is.
*/
function ruleWords(rule, asked) {
	const verbs = listWords(rule.verbs, asked?.verb, "nothing on");
	if (asked?.kind === "non-resource" || rule.resources.length === 0) return printable(`${verbs} ${listWords(rule.nonResourceURLs, asked?.kind === "non-resource" ? asked.path : void 0, "nothing")}`);
	const { apiGroup, resource, name } = {
		...nothingAsked,
		...asked
	};
	const groups = rule.apiGroups.length === 1 && rule.apiGroups[0]?.value === "" ? "" : ` (group ${listWords(rule.apiGroups, apiGroup, "none")})`;
	const names = rule.resourceNames.length === 0 ? "" : ` named ${listWords(rule.resourceNames, name, "")}`;
	return printable(`${verbs} ${listWords(rule.resources, resource, "nothing")}${groups}${names}`);
}
const nothingAsked = {
	apiGroup: void 0,
	resource: void 0,
	name: void 0
};
const longestList = 5;
function listWords(list, wanted, empty) {
	if (list.length === 0) return empty;
	const values = list.map(({ value }) => value);
	const first = values.length <= longestList || wanted === void 0 ? [] : values.filter((value) => isAbout(value, wanted));
	const ordered = [...first, ...values.filter((value) => !first.includes(value))];
	const more = ordered.length - longestList;
	return `${ordered.slice(0, longestList).map((value) => value === "" ? "\"\"" : value).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** A value that decides about what is wanted, or nearly does. */
function isAbout(value, wanted) {
	return value === "*" || value === wanted || value.startsWith(`${wanted}/`) || value.startsWith("*/");
}
/**
* A command that asks a running cluster the same; printable. kubectl gives an impersonated user `system:authenticated`,
* and a service account its groups unless some are given. The anonymous user may not ask such questions: there an
* administrator asks for it.
*/
function checkCommand(identity, attributes) {
	if (identity.user === "" || identity.groups.includes("system:unauthenticated")) return reviewCommand(identity, attributes);
	const words = [
		"kubectl auth can-i",
		...requestArguments(attributes),
		`--as=${shellWord(identity.user)}`
	];
	const given = identity.groups.filter((group) => group !== "system:authenticated");
	if (!(identity.user.startsWith("system:serviceaccount:") && given.every((group) => group.startsWith("system:serviceaccounts")))) words.push(...given.map((group) => `--as-group=${shellWord(group)}`));
	return printable(words.join(" "));
}
function requestArguments(attributes) {
	const verb = shellWord(attributes.verb);
	if (attributes.kind === "non-resource") return [verb, shellWord(attributes.path)];
	const { apiGroup, resource, subresource, namespace, name } = attributes;
	return [
		verb,
		shellWord(`${resource}${apiGroup === "" ? "" : `.${apiGroup}`}${name === "" ? "" : `/${name}`}`),
		...subresource === "" ? [] : [`--subresource=${shellWord(subresource)}`],
		...namespace === "" ? ["-A"] : ["-n", shellWord(namespace)]
	];
}
function reviewCommand({ user, groups }, attributes) {
	const asked = attributes.kind === "non-resource" ? { nonResourceAttributes: {
		verb: attributes.verb,
		path: attributes.path
	} } : { resourceAttributes: resourceAttributes(attributes) };
	const review = {
		apiVersion: "authorization.k8s.io/v1",
		kind: "SubjectAccessReview",
		spec: {
			...user === "" ? {} : { user },
			groups,
			...asked
		}
	};
	return printable(`echo ${shellWord(JSON.stringify(review))} | kubectl create -o jsonpath={.status.allowed} -f -`);
}
/** As a SubjectAccessReview writes them: without what is empty. */
function resourceAttributes(attributes) {
	const { verb, apiGroup: group, resource, subresource, namespace, name } = attributes;
	return Object.fromEntries(Object.entries({
		namespace,
		verb,
		group,
		resource,
		subresource,
		name
	}).filter(([, value]) => value !== ""));
}
function shellWord(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
//#endregion
//#region packages/report/src/change-words.ts
/** What one change is, as a sentence to follow; printable. */
function changeWords(change) {
	switch (change.change) {
		case "extend-rule": {
			const { role, rule, list, value } = change;
			return `add ${printable(JSON.stringify(value))} to ${list} of the rule at ${placeText(rule.origin)}${ofRole(role)}`;
		}
		case "add-rule": return `add a rule to the role at ${placeText(change.role.object.meta.name.origin)}: ${ruleWords(change.rule)}${ofRole(change.role)}`;
		case "create": return `create ${change.objects.map(createdWords).join(" and ")}`;
	}
}
function ofRole({ object, namespace }) {
	return ` (${objectWords(object.kind, object.meta.name.value, namespace)}: whoever else is bound to it gets it too)`;
}
function createdWords(object) {
	const { kind, meta } = object;
	const name = objectWords(kind, meta.name.value, meta.namespace?.value ?? "");
	if (!("roleRef" in object)) return `${name} (${object.rules.map((rule) => ruleWords(rule)).join("; ")})`;
	const { roleRef, subjects } = object;
	const who = subjects.map((subject) => subjectWords(subject, meta.namespace?.value ?? "")).join(", ");
	return `${name} (${roleRef.kind.value} ${printable(roleRef.name.value)} to ${who})`;
}
/** What a near miss gives and where it falls short; printable. */
function nearMissWords({ kind, binding, grant }, asked) {
	const { object, namespace } = binding.entry;
	const through = `${objectWords(object.kind, object.meta.name.value, namespace)} (${placeText(object.meta.name.origin)})`;
	if (grant === void 0) {
		const { roleRef } = object;
		return `${through} names ${roleRef.kind.value} ${printable(roleRef.name.value)}, which is not there`;
	}
	const gives = `${through} gives ${ruleWords(grant.rule, asked)} (${placeText(grant.rule.origin)})`;
	switch (kind) {
		case "namespace": return namespace === "" ? gives : `${gives}, in namespace ${printable(namespace)} only`;
		case "group": return `${gives}: another API group`;
		case "subresource": return `${gives}: a subresource is a resource of its own`;
		case "name": return `${gives}: these names only`;
		case "verb": return `${gives}: not this verb`;
		case "path": return `${gives}: paths are compared as sent`;
		case "missing-role": return gives;
	}
}
//#endregion
//#region packages/report/src/json-place.ts
/** Lines and columns from 1, columns in UTF-16 units, the end exclusive. */
function place$2(origin) {
	if (origin.kind === "built-in") return { builtIn: origin.of };
	const start = positionAt(origin.source, origin.start);
	const end = positionAt(origin.source, origin.end);
	return {
		path: origin.source.path,
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column
	};
}
/** To spread into an object that has a place only where its origin is known. */
function optionalPlace(origin) {
	return origin === void 0 ? {} : { place: place$2(origin) };
}
/** The version whose facts hold, and what says so. */
function kubernetesValue({ minor, assumed, origin }) {
	return {
		minor,
		assumed,
		...optionalPlace(origin)
	};
}
//#endregion
//#region packages/report/src/json-text.ts
/** An object as JSON, piece by piece, so that no report stands in memory as a whole. */
function* jsonObject(members) {
	let separator = "{\n";
	for (const member of members) {
		yield `${separator}${jsonText(member.key)}: `;
		if ("list" in member) yield* jsonList(member.list);
		else yield jsonText(member.value);
		separator = ",\n";
	}
	yield separator === "{\n" ? "{}" : "\n}";
}
function* jsonList(elements) {
	let separator = "[\n";
	for (const element of elements) {
		yield separator + jsonText(element);
		separator = ",\n";
	}
	yield separator === "[\n" ? "[]" : "\n]";
}
/** What JSON lets through and a terminal would obey or hide. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const ascii = /^[\x20-\x7e]*$/;
/** What the runners of GitHub and Azure obey anywhere in a line. */
const runnerCommand = /##(?=\[|vso\[)/gi;
/** JSON that is safe to print: the same value, what is invisible or would be obeyed written by number. */
function jsonText(value, indent) {
	const json = JSON.stringify(value, null, indent) ?? "null";
	const text = json.includes("##") ? json.replace(runnerCommand, "#\\u0023") : json;
	if (ascii.test(text)) return text;
	return text.replace(unseen, (character) => character === "\n" ? character : byNumber(character));
}
function byNumber(character) {
	let escaped = "";
	for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
	return escaped;
}
//#endregion
//#region packages/report/src/decision-json.ts
/** One line of the answers to reviews: `docs/schemas/review.schema.json` says what stands where. */
function renderReviewAnswer(decision) {
	return `${jsonText(decisionValue(decision))}\n`;
}
/** The line for a review that could not be answered. */
function renderReviewError(message) {
	return `${jsonText({
		outcome: "error",
		message
	})}\n`;
}
/** A decision for programs, with a place for every hop of its proof. */
function decisionValue(decision) {
	return {
		outcome: decision.outcome,
		reason: decision.reason,
		proof: decision.outcome === "allowed" ? decision.proof.map(grantValue) : [],
		assumptions: decision.outcome === "unknown" ? decision.assumptions.map(assumptionValue) : []
	};
}
function assumptionValue({ text, origin }) {
	return {
		text,
		...origin === void 0 ? {} : { origin: place$2(origin) }
	};
}
function grantValue({ subject, binding, role, rule }) {
	const { object, namespace } = binding.entry;
	return {
		subject: {
			...subjectValue(subject, namespace),
			origin: place$2(subject.origin)
		},
		binding: objectValue(object.kind, object.meta.name, namespace),
		role: objectValue(role.entry.object.kind, role.entry.object.meta.name, role.entry.namespace),
		rule: ruleValue(rule),
		origin: place$2(rule.origin)
	};
}
/** An object at its name. */
function objectValue(kind, name, namespace) {
	return {
		kind,
		name: name.value,
		...optionalNamespace(namespace),
		origin: place$2(name.origin)
	};
}
/** An account whose namespace the binding does not say is in the binding's. */
function subjectValue(subject, bindingNamespace) {
	const { kind, name } = subject;
	if (kind !== "ServiceAccount") return {
		kind,
		name: name.value
	};
	return {
		kind,
		name: name.value,
		...optionalNamespace(subject.namespace?.value || bindingNamespace)
	};
}
function optionalNamespace(namespace) {
	return namespace === "" ? {} : { namespace };
}
/** As it would be written: a list that holds nothing is left out. */
function ruleValue(rule) {
	const lists = [
		["verbs", rule.verbs],
		["apiGroups", rule.apiGroups],
		["resources", rule.resources],
		["resourceNames", rule.resourceNames],
		["nonResourceURLs", rule.nonResourceURLs]
	];
	return Object.fromEntries(lists.flatMap(([key, list]) => list.length === 0 ? [] : [[key, list.map(({ value }) => value)]]));
}
//#endregion
//#region packages/report/src/yaml-text.ts
/** JSON's values as YAML that every parser reads alike: a scalar that could be taken for anything else is quoted as in JSON. */
function yamlText(value) {
	return `${lines(value, "").join("\n")}\n`;
}
function lines(value, indent) {
	const items = itemsOf(value);
	if (items === void 0) return [indent + scalar(value)];
	if (items.length === 0) return [indent + (Array.isArray(value) ? "[]" : "{}")];
	return items.flatMap(([key, item]) => {
		const nested = itemsOf(item);
		if (nested === void 0 || nested.length === 0) return [`${indent}${key} ${lines(item, "")[0] ?? ""}`];
		if (key !== "-") return [`${indent}${key}`, ...lines(item, Array.isArray(item) ? indent : `${indent}  `)];
		const [first = "", ...rest] = lines(item, `${indent}  `);
		return [`${indent}- ${first.trimStart()}`, ...rest];
	});
}
/** The entries of a list (`-`) or map (`key:`); undefined for a scalar. */
function itemsOf(value) {
	if (typeof value !== "object" || value === null) return void 0;
	if (Array.isArray(value)) return value.map((item) => ["-", item]);
	return Object.entries(value).filter(([, item]) => item !== void 0).map(([key, item]) => [`${scalar(key)}:`, item]);
}
/** Words that no schema of YAML 1.1 or 1.2 reads as anything but text. */
const plain$1 = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w./-]*$/i;
function scalar(value) {
	return typeof value === "string" && plain$1.test(value) ? value : jsonText(value);
}
//#endregion
//#region packages/report/src/can-i-json.ts
/** The answer to one question for programs. */
function renderCanIJson(answer, context) {
	return `${jsonText(canIValue(answer, context), 2)}\n`;
}
function renderCanIYaml(answer, context) {
	return yamlText(canIValue(answer, context));
}
function canIValue(answer, context) {
	const { question, decision, nearMisses, smallestGrant, notes } = answer;
	const { identity, attributes } = question;
	const { assumptions, ...decided } = decisionValue(decision);
	return {
		schemaVersion: 1,
		kubernetes: kubernetesValue(context.kubernetes),
		question: {
			...identityValue(identity),
			...requestValue(attributes)
		},
		...decided,
		nearMisses: nearMisses.map((miss) => nearMissValue(miss, attributes)),
		...smallestGrant === void 0 ? {} : { smallestGrant: changeValue(smallestGrant) },
		notes,
		assumptions: [...assumptions, ...context.assumptions.map(assumptionValue)],
		check: checkCommand(identity, attributes)
	};
}
/** What is asked, as a SubjectAccessReview writes it. */
function requestValue(attributes) {
	return attributes.kind === "resource" ? { resourceAttributes: resourceAttributes(attributes) } : { nonResourceAttributes: {
		verb: attributes.verb,
		path: attributes.path
	} };
}
function identityValue({ user, groups }) {
	return {
		...user === "" ? {} : { user },
		groups
	};
}
function nearMissValue(miss, asked) {
	const { kind, binding, grant, change } = miss;
	const { object, namespace } = binding.entry;
	return {
		kind,
		text: nearMissWords(miss, asked),
		...grant === void 0 ? { binding: objectValue(object.kind, object.meta.name, namespace) } : { grant: grantValue(grant) },
		change: changeValue(change)
	};
}
function changeValue(change) {
	switch (change.change) {
		case "create": return {
			change: "create",
			objects: change.objects.map(manifest)
		};
		case "add-rule": {
			const { object, namespace } = change.role;
			return {
				change: "add-rule",
				role: objectValue(object.kind, object.meta.name, namespace),
				rule: ruleValue(change.rule)
			};
		}
		case "extend-rule": {
			const { role, rule, list, value } = change;
			return {
				change: "extend-rule",
				role: objectValue(role.object.kind, role.object.meta.name, role.namespace),
				origin: place$2(rule.origin),
				list,
				value
			};
		}
	}
}
/** The object as one would apply it. */
function manifest(object) {
	const { apiVersion, kind, meta } = object;
	const namespace = meta.namespace?.value;
	const head = {
		apiVersion,
		kind,
		metadata: {
			name: meta.name.value,
			...namespace === void 0 ? {} : { namespace }
		}
	};
	if (!("roleRef" in object)) return {
		...head,
		rules: object.rules.map(ruleValue)
	};
	const { roleRef, subjects } = object;
	const apiGroup = "rbac.authorization.k8s.io";
	return {
		...head,
		roleRef: {
			apiGroup,
			kind: roleRef.kind.value,
			name: roleRef.name.value
		},
		subjects: subjects.map((subject) => ({
			...subject.kind === "ServiceAccount" ? {} : { apiGroup },
			...subjectValue(subject, namespace ?? "")
		}))
	};
}
//#endregion
//#region packages/report/src/style.ts
/** SGR parameters (ECMA-48 §8.3.117). */
const parameters = {
	critical: "1;31",
	high: "1;31",
	medium: "1;33",
	low: "1;36",
	info: "1;37",
	strong: "1",
	gutter: "1;34",
	remark: "1;34",
	added: "32",
	removed: "31"
};
function painter(color) {
	if (!color) return (_style, text) => text;
	return (style, text) => text === "" ? "" : `\x1b[${parameters[style]}m${text}\x1b[0m`;
}
/** Text that opens a URL where the terminal can (OSC 8). */
function hyperlink(url, text) {
	return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}
//#endregion
//#region packages/report/src/can-i-text.ts
/** Of grants and near misses nobody reads more. */
const shown$1 = 10;
const missesShown = 5;
/** The answer to one question for a person: yes or no, and why, hop by hop. */
function* renderCanI(answer, context) {
	const paint = painter(context.color);
	const { decision, question, notes } = answer;
	yield `${headline(answer, paint)}\n`;
	for (const line of because(decision)) yield `  ${line}\n`;
	if (decision.outcome === "allowed") yield* proofLines(decision.proof, question.attributes, paint);
	else yield* missLines(answer, paint);
	for (const note of notes) yield `note: ${printable(note)}\n`;
	yield* assumedLines(context);
	yield `check: ${checkCommand(question.identity, question.attributes)}\n`;
}
/** What every answer rests on and no input says. */
function* assumedLines({ kubernetes, assumptions }) {
	if (kubernetes.assumed) yield `assumed: Kubernetes ${kubernetes.minor} with its default roles and bindings\n`;
	for (const { text, origin } of assumptions) yield `assumed: ${printable(text)}${origin === void 0 ? "" : ` (${shortPlaceText(origin)})`}\n`;
}
function headline({ decision, question }, paint) {
	const { identity, attributes } = question;
	const who = identityWords(identity);
	const what = requestWords(attributes);
	const groups = identity.user === "" ? identity.groups.slice(1) : identity.groups;
	const as = groups.length === 0 ? "" : ` (in ${printable(groups.join(", "))})`;
	switch (decision.outcome) {
		case "allowed": return `${paint("added", "yes")}: ${who} may ${what}${as}`;
		case "denied": return `${paint("removed", "no")}: ${who} may not ${what}${as}`;
		case "unknown": return `${paint("medium", "unknown")}: whether ${who} may ${what}${as}`;
	}
}
/** The proof says it all where there is one. */
function because(decision) {
	switch (decision.outcome) {
		case "allowed": return decision.proof.length > 0 ? [] : [printable(decision.reason)];
		case "denied": return decision.reason === "" ? ["nothing allows it"] : decision.reason.split("\n").map(printable);
		case "unknown": return decision.assumptions.map(({ text, origin }) => `depends on ${printable(text)}${origin === void 0 ? "" : ` (${placeText(origin)})`}`);
	}
}
function* proofLines(proof, asked, paint) {
	const groups = proof.slice(0, shown$1).map((grant) => hopsOf(grant, asked));
	const width = Math.max(...groups.flat().map(({ text }) => textWidth(text)));
	for (const hops of groups) {
		yield "\n";
		for (const { word, text, place } of hops) {
			const gap = " ".repeat(width - textWidth(text) + 2);
			yield `  ${word.padEnd(8)} ${word === "binding" ? paint("strong", text) : text}${gap}${place}\n`;
		}
	}
	if (proof.length > shown$1) yield `\n  and ${proof.length - shown$1} more grants (-f json has them all)\n`;
	if (proof.length > 0) yield "\n";
}
function hopsOf({ subject, binding, role, rule }, asked) {
	const { object, namespace } = binding.entry;
	const of = role.entry.object;
	return [
		{
			word: "binding",
			text: objectWords(object.kind, object.meta.name.value, namespace),
			place: placeText(object.meta.name.origin)
		},
		{
			word: "subject",
			text: subjectWords(subject, namespace),
			place: placeText(subject.origin)
		},
		{
			word: "role",
			text: objectWords(of.kind, of.meta.name.value, role.entry.namespace),
			place: placeText(of.meta.name.origin)
		},
		{
			word: "rule",
			text: ruleWords(rule, asked),
			place: placeText(rule.origin)
		}
	];
}
function* missLines({ question, nearMisses, smallestGrant }, paint) {
	if (nearMisses.length > 0) yield `\n  nearest:\n`;
	for (const miss of nearMisses.slice(0, missesShown)) {
		yield `  ${paint("strong", miss.kind)}: ${nearMissWords(miss, question.attributes)}\n`;
		yield `    to allow it: ${changeWords(miss.change)}\n`;
	}
	if (nearMisses.length > missesShown) yield `  and ${nearMisses.length - missesShown} more (-f json has them all)\n`;
	if (smallestGrant !== void 0) yield `\n  ${nearMisses.length > 0 ? "or, for this alone" : "to allow this alone"}: ${changeWords(smallestGrant)}\n\n`;
}
//#endregion
//#region packages/report/src/table-text.ts
/** Rows of printable cells below each other, two columns in. */
function* tableLines(rows) {
	const widths = [];
	for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, textWidth(cell));
	for (const row of rows) yield `  ${row.map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - textWidth(cell))).join("  ").trimEnd()}\n`;
}
//#endregion
//#region packages/report/src/access-list.ts
/** Everything somebody may do, for a person. */
function* renderAccessList(list, context) {
	const { identity, rows, notes, assumptions } = list;
	const groups = identity.groups.length === 0 ? "" : ` (in ${printable(identity.groups.join(", "))})`;
	yield `${painter(context.color)("strong", `${identityWords(identity)}${groups} may:`)}\n`;
	yield* tableLines(rows.map(rowWords));
	if (rows.length === 0) yield "  nothing\n";
	yield "\n";
	for (const note of notes) yield `note: ${printable(note)}\n`;
	for (const { text } of assumptions) yield `depends on: ${printable(text)}\n`;
	yield* assumedLines(context);
}
function rowWords({ namespace, rule, grant }) {
	const where = namespace === "" ? "everywhere" : `in ${printable(namespace)}`;
	if (grant === void 0) return [
		where,
		ruleWords(rule),
		"",
		""
	];
	const { object } = grant.binding.entry;
	const binding = objectWords(object.kind, object.meta.name.value, grant.binding.entry.namespace);
	return [
		where,
		ruleWords(rule),
		binding,
		placeText(rule.origin)
	];
}
/** The same for programs. */
function renderAccessListJson(list, context) {
	return `${jsonText(listValue(list, context), 2)}\n`;
}
function renderAccessListYaml(list, context) {
	return yamlText(listValue(list, context));
}
function listValue({ identity, rows, notes, assumptions }, context) {
	return {
		schemaVersion: 1,
		kubernetes: kubernetesValue(context.kubernetes),
		identity: identityValue(identity),
		rules: rows.map(({ namespace, rule, grant }) => ({
			...namespace === "" ? {} : { namespace },
			rule: ruleValue(rule),
			...grant === void 0 ? {} : { grant: grantValue(grant) }
		})),
		notes,
		assumptions: [...assumptions, ...context.assumptions].map(assumptionValue)
	};
}
//#endregion
//#region packages/report/src/order.ts
/** By code unit: the same on every machine, whatever its locale. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** By path, then by place in the text; what no input wrote comes first. */
function compareOrigins(a, b) {
	if (a.kind === "built-in" || b.kind === "built-in") return compareText(a.kind, b.kind) || (a.kind === "built-in" && b.kind === "built-in" ? compareText(a.of, b.of) : 0);
	return compareText(a.source.path, b.source.path) || a.start - b.start || a.end - b.end;
}
/** In the order of their places: what was read first must not show. */
function sortedDiagnostics(diagnostics) {
	return diagnostics.toSorted((a, b) => compareOrigins(a.origin, b.origin) || compareText(a.id, b.id) || compareText(a.message, b.message));
}
function sortedSkips(files) {
	return files.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}
//#endregion
//#region packages/report/src/json.ts
/** Counts up when a program that reads the format would have to change. */
const schemaVersion = 1;
/** The report for programs: `docs/schemas/run.schema.json` says what stands where. */
function* renderJson(run) {
	const { kubernetes } = run;
	yield* jsonObject([
		{
			key: "schemaVersion",
			value: schemaVersion
		},
		{
			key: "tool",
			value: {
				name: "authgraph",
				version: run.toolVersion
			}
		},
		{
			key: "kubernetes",
			value: kubernetesValue(kubernetes)
		},
		{
			key: "findings",
			list: each(run.findings, findingValue)
		},
		{
			key: "diagnostics",
			list: each(sortedDiagnostics(run.diagnostics), ({ id, level, message, origin }) => ({
				id,
				level,
				message,
				place: place$2(origin)
			}))
		},
		{
			key: "coverage",
			value: coverageValue(run.coverage)
		},
		{
			key: "notEvaluated",
			list: each(run.notEvaluated, ({ rule, reason }) => ({
				rule,
				reason
			}))
		},
		{
			key: "assumptions",
			list: each(run.assumptions, ({ text, origin }) => ({
				text,
				...optionalPlace(origin)
			}))
		},
		{
			key: "rules",
			list: each(run.rules, ({ id, title, severity }) => ({
				id,
				title,
				severity
			}))
		}
	]);
	yield "\n";
}
function* each(values, map) {
	for (const value of values) yield map(value);
}
function findingValue(finding) {
	const { fingerprint, severity, folded } = finding;
	return {
		fingerprint,
		severity,
		...riskValue(finding),
		folded: folded.map(riskValue)
	};
}
function riskValue(risk) {
	const { ruleId, title, score, confidence, notes, identity, cause, also } = risk;
	return {
		ruleId,
		title,
		score,
		confidence,
		place: hopValue(risk.place),
		hops: risk.hops.map(hopValue),
		notes: notes.map(({ kind, text }) => ({
			kind,
			text
		})),
		remedies: risk.remedies.map(remedyValue),
		identity: {
			subject: identity.subject,
			object: identity.object
		},
		cause,
		also
	};
}
function hopValue({ origin, label, step }) {
	return {
		...place$2(origin),
		label,
		...step === void 0 ? {} : { step }
	};
}
function remedyValue({ text, edits }) {
	return {
		text,
		edits: edits.map(({ origin, replacement }) => ({
			...place$2(origin),
			replacement
		}))
	};
}
function coverageValue(coverage) {
	const { filesSeen, filesRead, filesSkipped, documentsSeen, documents, objects, components } = coverage;
	return {
		filesSeen,
		filesRead,
		filesSkipped: sortedSkips(filesSkipped).map(({ path, reason }) => ({
			path,
			reason
		})),
		documentsSeen,
		documents: {
			evaluated: documents.evaluated,
			"not-ours": documents["not-ours"],
			template: documents.template,
			patch: documents.patch,
			refused: documents.refused,
			empty: documents.empty,
			overwritten: documents.overwritten
		},
		objects,
		components
	};
}
//#endregion
//#region packages/report/src/secret-flows.ts
/** JSON inside a JSON string (`last-applied-configuration`) has its quotes escaped. */
const secretKind = /kind\\*["']?\s*:\s*\\*["']?Secret(?:List)?\\*["']?\s*(?:[,}#]|$)/m;
const dataFlow = /\b(?:data|stringData)(\\*)["']?\s*:\s*\{/g;
/** Whether an object of kind Secret may stand in the text. */
function namesSecret(text) {
	return secretKind.test(text);
}
/** The insides of `data: {…}` and `stringData: {…}` of Secrets written in flow style or JSON. */
function secretFlows(text) {
	if (!text.includes("{") || !namesSecret(text)) return [];
	const found = [];
	const flow = new RegExp(dataFlow);
	for (let match = flow.exec(text); match !== null; match = flow.exec(text)) {
		const start = match.index + match[0].length;
		const close = match[1] !== "" ? text.indexOf("\n", start) : closingBrace(text, start);
		const end = close < 0 ? text.length : close;
		found.push({
			start,
			end
		});
		flow.lastIndex = end;
	}
	return found;
}
/** Offset of the brace that closes the one before `from`; negative where none does. */
function closingBrace(text, from) {
	let depth = 1;
	let quote = "";
	for (let i = from; i < text.length; i++) {
		const character = text[i];
		if (quote !== "") {
			if (character === "\\" && quote === "\"") i++;
			else if (character === quote) quote = "";
		} else if (character === "\"" || character === "'" && /[\s:,{[]/.test(text[i - 1] ?? " ")) quote = character;
		else if (character === "{") depth++;
		else if (character === "}" && --depth === 0) return i;
	}
	return -1;
}
//#endregion
//#region packages/report/src/secrets.ts
/** Keys and flags whose scalar value is a credential: kubeconfig, OIDC, EncryptionConfiguration, kubeadm, programs. */
const secretKey = "(?:[\\w-]{0,250}[-_])?(?:token|password|passwd|secret|secret-key|client-key-data|private-key|api-key)|(?:access|id|refresh|bearer)Token|(?:client|shared)Secret|(?:private|secret|api)Key";
/** A key with its scalar; maps, lists, booleans and empty values tell nothing. */
const secretEntry = new RegExp(`(?<![\\w.-])(?:--)?(["']?)(?:${secretKey})\\1[ \\t]*(?::[ \\t]+|:(?=["'])|=)(?!(?:true|false|null|~|""|'')?[ \\t]*(?:[,}\\]#]|$))(?![|>{[&*])("(?:[^"\\\\]|\\\\.)*"?|'(?:[^']|'')*'?|[^\\s"'].*)`, "gi");
const spacedFlag = new RegExp(`(?<![\\w-])--(?:${secretKey})["',]*[ \\t]+["']?([^\\s"'-][^\\s"']*)`, "gi");
/** Values that are credentials wherever they stand. */
const secretShapes = [
	/(?<![\w-])(eyJ[\w-]{8,}\.[\w.-]*)/g,
	/(?<![\w.-])[a-z0-9]{6}\.([a-z0-9]{16})(?![\w.-])/g,
	/\b(?:Bearer|Basic)[ \t]+((?=\S*\d|\S{20})[\w.~+/=-]{6,})/gi,
	/(-----BEGIN [^-]*-----.*)/g,
	/(LS0tLS1CRUdJTi[\w+/=]*)/g,
	/:\/\/[^\s/:@"']*:([^\s/@"']+)@/g
];
/** A line of nothing but base64: the middle of a key or a certificate. */
const base64Line = /^[ \t]*[A-Za-z0-9+/]{32,}={0,2}[ \t]*$/;
const beyondBase64 = /[^A-Za-z0-9+/= \t]/;
/** True of every line that one of the patterns above finds something in; most lines are done with this. */
const mayHoldSecret = /token|passw|secret|key|eyJ|bearer|basic|-----BEGIN|LS0tLS1|:\/\/|[a-z0-9]{6}\.[a-z0-9]{16}|[a-z0-9+/]{32}/i;
const mapEntry = /^([ \t]*(?:-[ \t]+)*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.$/-]+)[ \t]*:[ \t]*)(\S.*)$/;
const blockIndicator = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
/**
* Which parts of a line must not be shown. Rather too much than too little: what is hidden here is still in the file,
* and the place says where.
*/
function secretRanges(line, context) {
	if (context === "body") return wholeText(line);
	if (context === "plain" && !mayHoldSecret.test(line)) return [];
	const found = [];
	if (context === "entry") found.push(...line.length > longestPiece ? wholeText(line) : entryValue(line));
	if (context === "table") found.push(firstColumn(line));
	if (line.length > longestPiece ? !beyondBase64.test(line) : base64Line.test(line)) return wholeText(line);
	found.push(...line.length > longestPiece ? rangesByPieces(line) : rangesByWords(line));
	for (const flow of secretFlows(line)) found.push(flow);
	return merged(found);
}
/** What the words of a line, or of a piece of one, tell to be secret. */
function rangesByWords(line) {
	const found = [];
	for (const match of line.matchAll(secretEntry)) {
		const value = match[2] ?? "";
		const end = (match.index ?? 0) + match[0].length;
		found.push(scalarRange(line, end - value.length, value));
	}
	for (const pattern of [spacedFlag, ...secretShapes]) for (const match of line.matchAll(pattern)) {
		const value = match[1] ?? "";
		const start = (match.index ?? 0) + match[0].lastIndexOf(value);
		found.push({
			start,
			end: start + value.length
		});
	}
	return found;
}
/** A pattern that repeats over more than some megabytes overflows the stack of the engine that runs it. */
const longestPiece = 65536;
/** What one piece repeats of the one before, so that no key is cut from its value nor a prefix from its token. */
const overlap = 1024;
/** A line too long for the patterns, piece by piece; a secret that goes on behind a piece ends at a blank or quote. */
function rangesByPieces(line) {
	const found = [];
	for (let from = 0, next = 0; from < line.length; from = next) {
		const piece = line.slice(from, from + longestPiece);
		next = from + longestPiece - overlap;
		if (!mayHoldSecret.test(piece)) continue;
		for (const { start, end } of rangesByWords(piece)) {
			const isCut = end >= piece.length && from + piece.length < line.length;
			const until = isCut ? endOfWord(line, from + piece.length) : from + end;
			found.push({
				start: from + start,
				end: until
			});
			if (isCut) next = Math.max(next, until - overlap);
		}
	}
	return found;
}
function endOfWord(line, from) {
	const end = /["'\s]/g;
	end.lastIndex = from;
	return end.exec(line)?.index ?? line.length;
}
/** Stands for any secret, so that not even its length is told. */
const secretMask = "******";
function wholeText(line) {
	const start = line.search(/\S/);
	return !/\w/.test(line) ? [] : [{
		start,
		end: line.trimEnd().length
	}];
}
function entryValue(line) {
	const match = mapEntry.exec(line);
	if (match === null) return wholeText(line);
	const [, key = "", value = ""] = match;
	if (blockIndicator.test(value)) return [];
	return [{
		start: key.length,
		end: line.trimEnd().length
	}];
}
/** Token or password: the first column (apiserver token/tokenfile NewCSV; a quoted one may hold commas). */
function firstColumn(line) {
	const quoted = /^"(?:[^"]|"")*"/.exec(line);
	const comma = line.indexOf(",");
	return {
		start: 0,
		end: quoted?.[0].length ?? (comma < 0 ? line.length : comma)
	};
}
/** A plain scalar in a flow ends at `,` or `}`; elsewhere it may hold both. */
function scalarRange(line, start, value) {
	if (value.startsWith("\"") || value.startsWith("'")) return {
		start,
		end: start + value.length
	};
	const end = line[start - 1] === "=" ? value.search(/[\s"']/) : line.lastIndexOf("{", start) >= 0 ? value.search(/[,}]/) : -1;
	return {
		start,
		end: start + (end < 0 ? value.trimEnd().length : end)
	};
}
function merged(ranges) {
	const sorted = ranges.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start || a.end - b.end);
	const result = [];
	for (const range of sorted) {
		const last = result.at(-1);
		if (last !== void 0 && range.start < last.end) result[result.length - 1] = {
			start: last.start,
			end: Math.max(last.end, range.end)
		};
		else result.push(range);
	}
	return result;
}
/** A line (counted from 1) without its break and without a byte order mark; long ones are not searched for either. */
function rawLine(source, line) {
	const starts = lineStarts(source);
	const start = line === 1 && source.text.startsWith("﻿") ? 1 : starts[line - 1] ?? source.text.length;
	let end = starts[line] ?? source.text.length;
	while (end > start && (source.text[end - 1] === "\n" || source.text[end - 1] === "\r")) end--;
	return source.text.slice(start, end);
}
//#endregion
//#region packages/report/src/excerpt.ts
/** Plain ASCII without `##`: columns are units. */
const asItIs = /^(?!.*##)[\x20-\x7e]*$/;
const ellipsis = "...";
/**
* A line for a person: escaped, secrets hidden, and cut around `focus` to `room` columns where it is longer.
*
* Looks at no more of a line than it may show: one file may be one line of a megabyte.
*/
function excerpt(line, secrets, focus, room) {
	if (secrets.length === 0 && line.length <= room && asItIs.test(line)) return {
		text: line.trimEnd(),
		columnOf: (unit) => unit,
		endColumnOf: (unit) => unit
	};
	const from = Math.min(focus.start, line.length);
	const to = Math.min(Math.max(focus.end, from), from + room, line.length);
	const first = onBoundary(line, Math.max(0, from - room));
	const last = onBoundary(line, Math.min(line.length, to + room));
	const all = piecesOf(line, secrets, first, last);
	const [begin, end] = chosen(all, from, to, room, first > 0, last < line.length);
	const cutBefore = first > 0 || begin > 0;
	const cutAfter = last < line.length || end < all.length;
	const shown = all.slice(begin, end);
	const columns = [];
	let column = cutBefore ? 3 : 0;
	for (const piece of shown) {
		columns.push(column);
		column += piece.width;
	}
	const text = (cutBefore ? ellipsis : "") + shown.map((piece) => piece.text).join("") + (cutAfter ? ellipsis : "");
	const edge = column;
	return {
		text: text.trimEnd(),
		columnOf: (unit) => {
			const index = shown.findIndex((piece) => piece.end > unit);
			if (index < 0) return edge;
			return columns[index] ?? edge;
		},
		endColumnOf: (unit) => {
			const index = shown.findLastIndex((piece) => piece.start < unit);
			const piece = shown[index];
			return piece === void 0 ? columns[0] ?? edge : (columns[index] ?? 0) + piece.width;
		}
	};
}
function piecesOf(line, secrets, first, last) {
	const pieces = [];
	let at = first;
	const addText = (end) => {
		for (const glyph of glyphs(line.slice(at, end))) {
			const { text, width, units } = isObeyed(glyph.text, pieces) ? escapedGlyph(glyph.text) : glyph;
			pieces.push({
				text,
				width,
				start: at,
				end: at + units
			});
			at += units;
		}
	};
	for (const { start, end } of secrets) {
		if (end <= at || start >= last) continue;
		addText(Math.max(start, at));
		pieces.push({
			text: secretMask,
			width: 6,
			start,
			end
		});
		at = end;
	}
	if (at < last) addText(last);
	return pieces;
}
/** Runners obey `##[` and `##vso[` anywhere in a line. */
function isObeyed(text, before) {
	return (text === "[" || text.toLowerCase() === "v") && before.at(-1)?.text === "#" && before.at(-2)?.text === "#";
}
/** The pieces to show: all if they fit, else those around the focus, with more after it than before. */
function chosen(all, from, to, room, cutBefore, cutAfter) {
	const widthOf = (pieces) => pieces.reduce((sum, piece) => sum + piece.width, 0);
	if (!cutBefore && !cutAfter && widthOf(all) <= room) return [0, all.length];
	const focus = Math.max(0, all.findIndex((piece) => piece.end > from));
	const untilFocusEnds = widthOf(all.filter((piece) => piece.start < to));
	const widthAt = (index) => all[index]?.width ?? 0;
	let begin = 0;
	if (cutBefore || untilFocusEnds > room - 3) {
		begin = focus;
		for (let before = widthAt(begin - 1); begin > 0 && before <= room / 4; before += widthAt(begin - 1)) begin--;
	}
	let left = room - (cutBefore || begin > 0 ? 2 : 1) * 3;
	let end = begin;
	for (; end < all.length && widthAt(end) <= left; end++) left -= widthAt(end);
	for (; end === all.length && begin > 0 && widthAt(begin - 1) <= left; begin--) left -= widthAt(begin - 1);
	return [begin, Math.max(end, begin + 1)];
}
/** Not between the halves of a surrogate pair. */
function onBoundary(line, unit) {
	const next = line.charCodeAt(unit);
	return unit > 0 && unit < line.length && next >= 56320 && next <= 57343 ? unit - 1 : unit;
}
//#endregion
//#region packages/report/src/line-context.ts
const contextsOf = /* @__PURE__ */ new WeakMap();
/** What stands around a line (counted from 1) and makes it secret. */
function lineContext(source, line) {
	const context = contextOf(source);
	const known = context.lines.get(line);
	if (known !== void 0) return known;
	const found = contextOfLine(source, line, context);
	context.lines.set(line, found);
	return found;
}
/** Which parts of a line (counted from 1) must not be shown. */
function secretsOfLine(source, line) {
	const { secrets } = contextOf(source);
	const known = secrets.get(line);
	if (known !== void 0) return known;
	const found = secretRanges(rawLine(source, line), lineContext(source, line));
	secrets.set(line, found);
	return found;
}
function contextOf(source) {
	const known = contextsOf.get(source);
	if (known !== void 0) return known;
	const context = {
		isTable: isTable(source),
		holdsPem: source.text.includes("-----BEGIN"),
		flows: secretFlows(source.text),
		leastColumn: leastSecretColumn(source.text),
		lines: /* @__PURE__ */ new Map(),
		secrets: /* @__PURE__ */ new Map()
	};
	contextsOf.set(source, context);
	return context;
}
function contextOfLine(source, line, context) {
	const { isTable, holdsPem, flows, leastColumn } = context;
	if (isTable) return "table";
	if (holdsPem && standsInPem(source, line)) return "body";
	const start = lineStarts(source)[line - 1] ?? 0;
	if (flows.some((flow) => flow.start <= start && start < flow.end)) return "entry";
	return leastColumn === void 0 ? "plain" : contextInBlocks(source, line, leastColumn);
}
/**
* A static token or password file: rows of at least three columns (apiserver token/tokenfile NewCSV). Which file is one,
* only the flag says that names it, so the name or the look of the first rows must do; a row may be too short by mistake.
*/
function isTable({ path, text }) {
	if (/\.csv$/i.test(path)) return true;
	const rows = text.slice(0, 4e3).split(/\r\n|\r|\n/, 20).filter((row) => row.trim() !== "" && !row.startsWith("#"));
	return rows.length > 0 && rows.every((row) => /^(?:"[^"]*"|[^\s,:={}[\]"][^,:={}[\]"]*=*),[^\s,]/.test(row));
}
const longestPem = 200;
function standsInPem(source, line) {
	for (let above = line; above > 0 && above > line - longestPem; above--) {
		const text = rawLine(source, above);
		if (text.length > 1e3) return false;
		if (text.includes("-----END")) return above === line;
		if (text.includes("-----BEGIN")) return above !== line;
		if (above !== line && !/^[\s"'A-Za-z0-9+/=,:\\-]*$/.test(text)) return false;
	}
	return false;
}
const keyLine = /^([ \t]*(?:-[ \t]+)*)(?:"([^"]*)"|'([^']*)'|([^\s"'#{[][^:#]*?))[ \t]*:(?:[ \t]+(.*))?$/;
const longestKeyLine = 1e3;
function keyOf(text) {
	return text.length > longestKeyLine ? null : keyLine.exec(text);
}
const secretBlock = /^([ \t]*(?:-[ \t]+)*)["']?(?:data|stringData|(?:[\w-]{0,250}[-_])?(?:token|password|passwd|secret|client-key-data|private-key))["']?[ \t]*:/gim;
const sensitiveBlock = /^(?:.*[-_])?(?:token|password|passwd|secret|client-key-data|private-key)$/i;
/** How far left a climb must go: most files hold no such key, and of a long list no climb leaves the item. */
function leastSecretColumn(text) {
	let least;
	for (const match of text.matchAll(secretBlock)) {
		const column = match[1]?.length ?? 0;
		if (least === void 0 || column < least) least = column;
	}
	return least;
}
/** Climbs from the line to what it is indented under. */
function contextInBlocks(source, line, leastColumn) {
	let indentation = indentationOf(rawLine(source, line));
	let levels = 0;
	for (let above = line - 1; above > 0 && indentation > leastColumn; above--) {
		const text = rawLine(source, above);
		if (text.startsWith("---")) return "plain";
		if (text.trim() === "") continue;
		const match = keyOf(text);
		const column = match?.[1]?.length ?? indentationOf(text);
		if (column >= indentation) continue;
		indentation = column;
		levels++;
		if (match === null) continue;
		const key = match[2] ?? match[3] ?? match[4] ?? "";
		const value = match[5] ?? "";
		if ((key === "data" || key === "stringData") && mayBeOfSecret(source, above, column)) return levels === 1 ? "entry" : "body";
		const holdsScalar = /^[|>]/.test(value) || value === "" && keyOf(rawLine(source, line)) === null;
		if (levels === 1 && holdsScalar && sensitiveBlock.test(key)) return "body";
	}
	return "plain";
}
function indentationOf(text) {
	return text.search(/[^ \t]|$/);
}
/** Whether the object that has a key at this line and column is a Secret, or does not say what it is. */
function mayBeOfSecret(source, line, column) {
	const last = lineStarts(source).length;
	for (let at = line; at > 0; at--) {
		const text = rawLine(source, at);
		const sibling = siblingKind(text, column);
		if (sibling !== void 0) return namesSecret(`kind: ${sibling}`);
		if (endsObject(text, column) || /^[ \t]*-/.test(text.slice(0, column))) break;
	}
	for (let at = line + 1; at <= last; at++) {
		const text = rawLine(source, at);
		if (endsObject(text, column) || /^[ \t]*-/.test(text.slice(0, column))) break;
		const sibling = siblingKind(text, column);
		if (sibling !== void 0) return namesSecret(`kind: ${sibling}`);
	}
	return true;
}
function endsObject(text, column) {
	return text.startsWith("---") || text.trim() !== "" && (keyOf(text)?.[1]?.length ?? indentationOf(text)) < column;
}
function siblingKind(text, column) {
	const match = keyOf(text);
	if (match === null || match[1]?.length !== column) return void 0;
	return (match[2] ?? match[3] ?? match[4]) === "kind" ? match[5]?.replace(/[\s,"']+/g, "") : void 0;
}
//#endregion
//#region packages/report/src/frame.ts
/**
* The marked lines of one text, each once, with their marks and labels below (as rustc draws them).
*
* Lines without marks are left out, `...` stands for them. A span over several lines is marked in its first.
*/
function frame(source, marks, style) {
	const rows = rowsOf(source, marks, style.room);
	const lines = [];
	let before;
	for (const row of rows) {
		if (before !== void 0 && row.line > before.line + 1) lines.push("...");
		lines.push(...drawRow(source, row, continues(before, row), style));
		before = row;
	}
	return lines;
}
/** The left margin: a line number or blanks, and the bar. */
function gutter(style, line) {
	return style.paint("gutter", `${(line === void 0 ? "" : String(line)).padStart(style.digits)} |`);
}
function rowsOf(source, marks, room) {
	const placed = marks.map((mark) => place$1(source, mark)).toSorted((a, b) => a.line - b.line || a.range.start - b.range.start || a.range.end - b.range.end);
	const rows = [];
	for (const mark of placed) {
		const row = rows.at(-1);
		const first = row?.marks[0];
		const fits = first !== void 0 && (mark.range.end <= room || mark.range.end - first.range.start <= room / 2);
		if (row !== void 0 && row.line === mark.line && fits) row.marks.push(mark);
		else rows.push({
			line: mark.line,
			marks: [mark]
		});
	}
	return rows;
}
function place$1(source, mark) {
	const { line, column } = positionAt(source, mark.origin.start);
	const start = column - 1;
	const end = Math.min(start + Math.max(0, mark.origin.end - mark.origin.start), rawLine(source, line).length);
	return {
		...mark,
		line,
		range: {
			start,
			end: Math.max(start, end)
		}
	};
}
/** A remark right below a step goes on with it: it is indented as far as the words of the step. */
function continues(before, row) {
	const above = before?.marks.at(-1);
	return before !== void 0 && row.line === before.line + 1 && above?.step !== void 0 && row.marks.length === 1 && row.marks[0]?.step === void 0;
}
function drawRow(source, row, continuesStep, style) {
	const text = rawLine(source, row.line);
	const focus = {
		start: Math.min(...row.marks.map(({ range }) => range.start)),
		end: Math.max(...row.marks.map(({ range }) => range.end))
	};
	const shown = excerpt(text, secretsOfLine(source, row.line), focus, style.room);
	const marks = row.marks.map((mark) => draw(mark, shown, continuesStep, style));
	return [[gutter(style, row.line), shown.text].filter((part) => part !== "").join(" "), ...underlines(marks, style).map((line) => `${gutter(style, void 0)} ${line}`)];
}
function draw(mark, shown, continuesStep, style) {
	const start = shown.columnOf(mark.range.start);
	const number = mark.step === void 0 ? continuesStep ? "   " : "" : `${mark.step}. `;
	return {
		start,
		end: Math.max(start + 1, mark.range.end > mark.range.start ? shown.endColumnOf(mark.range.end) : 0),
		text: number + printable(mark.label),
		style: mark.primary ? style.primary : "remark",
		primary: mark.primary
	};
}
/**
* The line of `^^^` and `---`, and the labels: the last mark's beside it, the others' below, from right to left, each
* under the start of its mark.
*/
function underlines(marks, style) {
	const cells = [];
	for (const mark of marks.toSorted((a, b) => Number(a.primary) - Number(b.primary))) for (let column = mark.start; column < mark.end; column++) cells[column] = {
		character: mark.primary ? "^" : "-",
		style: mark.style
	};
	const last = marks.at(-1);
	if (last === void 0) return [];
	const beside = marks.every((mark) => mark === last || mark.end <= last.start);
	const below = beside ? marks.slice(0, -1) : marks;
	const rows = [paintCells(cells, style.paint) + (beside && last.text.trim() !== "" ? ` ${style.paint(last.style, last.text)}` : "")];
	const named = below.filter((mark) => mark.text.trim() !== "");
	if (named.length > 0) rows.push(paintCells(connectors(named), style.paint));
	for (const [index, mark] of [...named.entries()].reverse()) {
		const left = connectors(named.slice(0, index).filter((other) => other.start < mark.start));
		const padding = " ".repeat(mark.start - left.length);
		rows.push(paintCells(left, style.paint) + padding + style.paint(mark.style, mark.text));
	}
	return rows;
}
function connectors(marks) {
	const cells = [];
	for (const mark of marks) cells[mark.start] = {
		character: "|",
		style: mark.style
	};
	return cells;
}
/** One pair of escape sequences for each run of one style. */
function paintCells(cells, paint) {
	let painted = "";
	let run = "";
	let runStyle;
	const flush = () => {
		painted += runStyle === void 0 ? run : paint(runStyle, run);
		run = "";
	};
	for (const cell of Array.from(cells)) {
		if (cell?.style !== runStyle) flush();
		runStyle = cell?.style;
		run += cell?.character ?? " ";
	}
	flush();
	return painted;
}
//#endregion
//#region packages/report/src/edited-lines.ts
/** The texts that a remedy edits, with the changed lines of each, in the order in which the remedy names them. */
function hunksBySource(edits) {
	const bySource = /* @__PURE__ */ new Map();
	for (const { origin, replacement } of edits) {
		if (origin.kind !== "text") continue;
		const known = bySource.get(origin.source);
		if (known === void 0) bySource.set(origin.source, [{
			origin,
			replacement
		}]);
		else known.push({
			origin,
			replacement
		});
	}
	return new Map([...bySource].map(([source, placed]) => [source, hunks(source, placed)]));
}
function hunks(source, edits) {
	const groups = [];
	for (const edit of edits.toSorted((a, b) => a.origin.start - b.origin.start || a.origin.end - b.origin.end)) {
		const first = positionAt(source, edit.origin.start).line;
		const last = positionAt(source, edit.origin.end).line;
		const group = groups.at(-1);
		if (group === void 0 || first > group.last) groups.push({
			first,
			last,
			edits: [edit]
		});
		else {
			group.edits.push(edit);
			group.last = Math.max(group.last, last);
		}
	}
	return groups.map((group) => hunk(source, group.first, group.last, group.edits)).filter(changesSomething);
}
function changesSomething({ removed, added }) {
	return removed.length > 0 || added.length > 0;
}
function hunk(source, first, last, edits) {
	const before = [];
	for (let line = first; line <= last; line++) before.push(rawLine(source, line));
	const after = editedLines(source, first, last, edits);
	let same = 0;
	while (same < before.length && same < after.length && before[same] === after[same]) same++;
	let sameEnd = 0;
	while (sameEnd < before.length - same && sameEnd < after.length - same && before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]) sameEnd++;
	const removed = before.slice(same, before.length - sameEnd);
	const added = after.slice(same, after.length - sameEnd);
	const leavesBlank = removed.length > 0 && added.every((line) => line.trim() === "");
	return {
		line: first + same,
		removed,
		added: leavesBlank ? [] : added
	};
}
/** Where `rawLine` begins. */
function lineStart(source, line) {
	return line === 1 && source.text.startsWith("﻿") ? 1 : lineStarts(source)[line - 1] ?? source.text.length;
}
/** The lines with the edits applied; of two that overlap the first counts. */
function editedLines(source, first, last, edits) {
	const { text } = source;
	const start = lineStart(source, first);
	const end = lineStart(source, last) + rawLine(source, last).length;
	let edited = "";
	let at = start;
	for (const { origin, replacement } of edits) {
		if (origin.start < at) continue;
		edited += text.slice(at, origin.start) + replacement;
		at = origin.end;
	}
	edited += text.slice(at, Math.max(at, end));
	return edited.split(/\r\n|\r|\n/);
}
//#endregion
//#region packages/report/src/wrap.ts
/**
* Text of ours as lines of at most `width` columns, the first behind `lead`, the others indented as told.
*
* A line break in the text is kept (commands stand on lines of their own) and such a line is not wrapped, so that it can
* be copied. No line but the first begins with what a build runner would obey.
*/
function wrapped(lead, text, width, indentation) {
	const [first = "", ...ownLines] = text.split("\n");
	const lines = [lead];
	let column = textWidth(lead);
	let isEmpty = true;
	for (const word of printable(first).split(" ")) {
		const wide = textWidth(word);
		if (!isEmpty && column + 1 + wide > Math.max(width, indentation.wrap + shortest)) {
			lines.push(" ".repeat(indentation.wrap) + harmless(word));
			column = indentation.wrap + wide;
		} else {
			lines.push((lines.pop() ?? "") + (isEmpty ? "" : " ") + word);
			column += wide + (isEmpty ? 0 : 1);
		}
		isEmpty = false;
	}
	for (const line of ownLines) lines.push(" ".repeat(indentation.ownLine) + harmless(printable(line)));
	return lines;
}
/** A narrower column of words is worse than a terminal's own wrapping. */
const shortest = 40;
/** GitHub's runner obeys `::name::` at the start of a line, blanks before it or not. */
function harmless(line) {
	return line.replace(/^(\s*):(?=:)/, "$1\\u{3a}");
}
//#endregion
//#region packages/report/src/remedy.ts
/** More lines of one change than this are counted, not shown. */
const shownLines = 10;
/** `help:` with the changed lines below, removed ones first. */
function remedyLines(remedy, style, width) {
	const hunks = hunksBySource(remedy.edits);
	const onlySource = hunks.size === 1 ? [...hunks.keys()][0] : void 0;
	const place = onlySource === void 0 || remedy.text.includes(onlySource.path) ? "" : ` (${onlySource.path})`;
	const [first = "", ...ownLines] = remedy.text.split("\n");
	const lines = [...wrapped("help: ", [first + place, ...ownLines].join("\n"), width, {
		wrap: 6,
		ownLine: 10
	})];
	lines[0] = style.paint("strong", "help:") + (lines[0] ?? "").slice(5);
	for (const [source, found] of hunks) {
		if (hunks.size > 1) lines.push(`${" ".repeat(style.digits)}${style.paint("gutter", "::: ")}${printable(source.path)}`);
		for (const hunk of found) lines.push(...hunkLines(source, hunk, style));
	}
	return lines;
}
/** The last line of its text that a remedy shows; the margin must hold its number. */
function lastLineShown(remedy) {
	let last = 0;
	for (const { origin } of remedy.edits) if (origin.kind === "text") last = Math.max(last, positionAt(origin.source, origin.end).line);
	return last;
}
function hunkLines(source, hunk, style) {
	const focus = {
		start: firstDifference(hunk),
		end: firstDifference(hunk)
	};
	const context = lineContext(source, hunk.line);
	const draw = (sign, lines) => [...lines.slice(0, shownLines).map((line, index) => {
		const number = hunk.line + index;
		const around = sign === "-" ? lineContext(source, number) : context;
		const paint = sign === "-" ? "removed" : "added";
		return `${String(number).padStart(style.digits)} ${style.paint(paint, `${sign} ${shown(line, around, focus, style.room)}`.trimEnd())}`;
	}), ...lines.length > shownLines ? [`${" ".repeat(style.digits)} ${sign} ... ${lines.length - shownLines} more lines`] : []];
	return [...draw("-", hunk.removed), ...draw("+", hunk.added)];
}
function shown(line, context, focus, room) {
	return excerpt(line, secretRanges(line, context), focus, room).text;
}
function firstDifference({ removed: [before = ""], added: [after = ""] }) {
	if (before === "" || after === "") return 0;
	let same = 0;
	while (same < before.length && before[same] === after[same]) same++;
	return same;
}
//#endregion
//#region packages/report/src/severity.ts
/** The tiers, worst first. */
const severities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
/**
* The tier of a score, in the bands GitHub labels `security-severity` with; 0.1 alone is what Kubernetes ships.
*
* For risks folded into a finding, which carry a score only.
*/
function severityOfScore(score) {
	if (score > 9) return "critical";
	if (score >= 7) return "high";
	if (score >= 4) return "medium";
	return score > .1 ? "low" : "info";
}
/** `2 critical, 1 high`: how many of each tier, worst first; tiers without any are left out. */
function countBySeverity(findings) {
	const counts = /* @__PURE__ */ new Map();
	for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
	return severities.filter((severity) => counts.has(severity)).map((severity) => `${counts.get(severity)} ${severity}`).join(", ");
}
//#endregion
//#region packages/report/src/finding-text.ts
/** One finding: title, frames, notes, remedies, worth. */
function findingLines(finding, options, paint) {
	const hops = finding.hops.some((hop) => isSameHop(hop, finding.place)) ? finding.hops : [finding.place, ...finding.hops];
	const style = {
		paint,
		digits: String(lastLine(hops, finding)).length,
		room: Math.min(Math.max(options.width - 8, 40), longestExcerpt),
		primary: finding.severity
	};
	return [
		`${paint(finding.severity, `${finding.severity}[${printable(finding.ruleId)}]`)}${paint("strong", `: ${printable(finding.title)}`)}`,
		...framesOf(hops, finding.place, style),
		...notesAbove(finding, style, options),
		...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)),
		...finding.notes.filter(({ kind }) => kind === "note").flatMap(({ text }) => noteLines("note", text, style, options)),
		...worthLines(finding, style, options)
	];
}
/** A line of a file may be a megabyte long; this is how much of it a frame shows where nothing else bounds it. */
const longestExcerpt = 160;
function isSameHop(one, other) {
	if (one === other) return true;
	const [a, b] = [one.origin, other.origin];
	if (one.label !== other.label || one.step !== other.step) return false;
	if (a.kind === "built-in" || b.kind === "built-in") return a.kind === b.kind && placeOf(one) === placeOf(other);
	return a.source === b.source && a.start === b.start && a.end === b.end;
}
function placeOf({ origin }) {
	return origin.kind === "text" ? origin.source : origin.of;
}
function lastLine(hops, finding) {
	let last = 1;
	for (const { origin } of hops) if (origin.kind === "text") last = Math.max(last, positionAt(origin.source, origin.start).line);
	return Math.max(last, ...finding.remedies.map(lastLineShown));
}
/** The text of the primary place first, the others in the order of the chain. */
function framesOf(hops, primary, style) {
	const byPlace = new Map([[placeOf(primary), []]]);
	const seen = [];
	for (const hop of hops) {
		if (seen.some((other) => isSameHop(other, hop))) continue;
		seen.push(hop);
		const place = placeOf(hop);
		const known = byPlace.get(place);
		if (known === void 0) byPlace.set(place, [hop]);
		else known.push(hop);
	}
	const lines = [];
	let arrow = "--> ";
	for (const [place, group] of byPlace) {
		const head = headOf(group, primary);
		lines.push(" ".repeat(style.digits) + style.paint("gutter", arrow) + placeText(head.origin), gutter(style, void 0));
		lines.push(...typeof place === "string" ? wordsOnly(group, style) : frame(place, marks(group, primary), style));
		lines.push(gutter(style, void 0));
		arrow = "::: ";
	}
	return lines;
}
/** The place in the heading of a frame: the primary one, else the first of the frame. */
function headOf(group, primary) {
	const found = group.find((hop) => isSameHop(hop, primary));
	if (found !== void 0) return found;
	const start = ({ origin }) => origin.kind === "text" ? origin.start : 0;
	return group.toSorted((a, b) => start(a) - start(b))[0] ?? primary;
}
function marks(group, primary) {
	return group.flatMap((hop) => hop.origin.kind === "text" ? [{
		origin: hop.origin,
		label: hop.label,
		step: hop.step,
		primary: isSameHop(hop, primary)
	}] : []);
}
function wordsOnly(group, style) {
	return group.map(({ label, step }) => {
		const text = (step === void 0 ? "" : `${step}. `) + printable(label);
		return `${gutter(style, void 0)} ${style.paint("remark", text)}`;
	});
}
/** The chain's end, who, why; the folded risks; the command that confirms it. */
function notesAbove(finding, style, options) {
	const lines = [];
	let kindAbove;
	let step = Math.max(0, ...finding.hops.map((hop) => hop.step ?? 0));
	for (const { kind, text } of finding.notes) {
		if (kind === "note" || kind === "check") continue;
		if (kind === "then") {
			step++;
			const numbered = step === 1 || /^\d+\. /.test(text) ? text : `${step}. ${text}`;
			lines.push(...noteLines(kind, numbered, style, options, kindAbove === "then"));
		} else lines.push(...noteLines(kind, text, style, options));
		kindAbove = kind;
	}
	lines.push(...alsoLines(finding, style, options));
	for (const { kind, text } of finding.notes) if (kind === "check") lines.push(...noteLines(kind, text, style, {
		...options,
		width: Number.POSITIVE_INFINITY
	}));
	return lines;
}
const shownFolded = 3;
function alsoLines({ folded, place }, style, options) {
	const shown = options.verbose ? folded.length : shownFolded;
	return [...folded.slice(0, shown).flatMap(({ also, score, place: { origin } }) => {
		return noteLines("also", `${also} ${`(${isElsewhere(origin, place.origin) ? `${shortPlaceText(origin)}, ` : ""}${severityOfScore(score)} ${score.toFixed(1)}, folded)`}`, style, options);
	}), ...folded.length > shown ? noteLines("also", `${folded.length - shown} more (--verbose)`, style, options) : []];
}
/** In another text, where the frames above do not show it. */
function isElsewhere(origin, primary) {
	return origin.kind === "text" && !(primary.kind === "text" && primary.source.path === origin.source.path);
}
function noteLines(kind, text, style, { width }, continued = false) {
	const margin = " ".repeat(style.digits + 1);
	const lead = `${margin}= ${kind}: `;
	const indentation = lead.length;
	const lines = wrapped(continued ? " ".repeat(indentation) : lead, text, width, {
		wrap: indentation,
		ownLine: indentation
	});
	const painted = `${margin}${style.paint("gutter", "=")} ${style.paint("strong", `${kind}:`)} `;
	return lines.map((line, index) => index === 0 && !continued ? painted + line.slice(lead.length) : line);
}
function worthLines(finding, style, options) {
	const margin = `${" ".repeat(style.digits + 1)}${style.paint("gutter", "=")} `;
	const page = `docs/rules/${printable(finding.ruleId)}.md`;
	const url = `${options.docsUrl}/rules/${encodeURIComponent(finding.ruleId)}.md`;
	const link = options.hyperlinks && options.docsUrl !== void 0 ? hyperlink(url, page) : page;
	const worth = `${margin}severity ${finding.score.toFixed(1)}, confidence ${finding.confidence}, ${link}`;
	if (!options.verbose) return [worth];
	return [
		worth,
		`${margin}fingerprint ${finding.fingerprint}`,
		`${margin}to accept it: # authgraph: ignore[${printable(finding.ruleId)}] -- REASON`
	];
}
//#endregion
//#region packages/report/src/footer.ts
/** What a scan of any size says of itself: counts, coverage, assumptions, what was not looked at, how it ends. */
function footerLines(run, options) {
	return [
		countLine(run),
		...diagnosticsLines(run),
		...coverageLines(run.coverage, options),
		...notReadYet(run),
		...listed("assumed: ", assumptions(run), options),
		...listed("not evaluated: ", notEvaluated(run.notEvaluated, options), options),
		...exitLines(options)
	];
}
/** `3 findings: 2 critical, 1 high; folded into them: 6 (--verbose)` */
function countLine({ findings }) {
	if (findings.length === 0) return "no findings";
	const folded = findings.reduce((sum, finding) => sum + finding.folded.length, 0);
	const more = folded === 0 ? "" : `; folded into them: ${folded} (--verbose)`;
	return `${counted(findings.length, "finding")}: ${countBySeverity(findings)}${more}`;
}
function exitLines({ exit }) {
	return exit === void 0 ? [] : [`exit ${exit.code}: ${printable(exit.reason)}`];
}
function diagnosticsLines({ diagnostics }) {
	if (diagnostics.length === 0) return [];
	const of = (level) => diagnostics.filter((diagnostic) => diagnostic.level === level).length;
	return [`about the inputs: ${[
		"error",
		"warning",
		"note"
	].filter((level) => of(level) > 0).map((level) => counted(of(level), level)).join(", ")}`];
}
function coverageLines(coverage, options) {
	const { filesSeen, filesRead, documentsSeen, documents, objects } = coverage;
	const of = (some, all, noun) => some === all ? counted(all, noun) : `${some} of ${counted(all, noun)}`;
	const found = [counted(objects, "access object"), ...components(coverage.components)].join(", ");
	return [
		`read ${of(filesRead, filesSeen, "file")}, ${of(documents.evaluated, documentsSeen, "document")}: ${found}`,
		...setAside(coverage),
		...skipped(coverage.filesSkipped, options)
	];
}
function components(names) {
	const counts = /* @__PURE__ */ new Map();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([name, count]) => `${count} ${printable(name)}`);
}
/** Documents that were read and not evaluated, so that the numbers add up. */
const outcomes = [
	["not-ours", "of other kinds"],
	["template", "not rendered yet (templates)"],
	["patch", "patches or components of kustomize"],
	["refused", "refused"],
	["overwritten", "overwritten by later ones"],
	["empty", "empty"]
];
function setAside({ documents }) {
	const some = outcomes.filter(([outcome]) => documents[outcome] > 0);
	if (some.length === 0) return [];
	return [`set aside ${counted(some.reduce((sum, [outcome]) => sum + documents[outcome], 0), "document")}: ${some.map(([outcome, words]) => `${documents[outcome]} ${words}`).join(", ")}`];
}
/** Reasons that any folder of sources gives; files skipped for another one are named. */
const usual = new Set([
	"ignored by git",
	"not a format we read",
	"binary"
]);
const shownSkipped = 5;
function skipped(files, options) {
	if (files.length === 0) return [];
	const sorted = sortedSkips(files);
	const named = options.verbose ? sorted : sorted.filter(({ reason }) => !usual.has(reason)).slice(0, shownSkipped);
	const namedSet = new Set(named);
	const counts = /* @__PURE__ */ new Map();
	for (const file of sorted) if (!namedSet.has(file)) counts.set(file.reason, (counts.get(file.reason) ?? 0) + 1);
	const wide = Math.max(0, ...named.map(({ path }) => printable(path).length));
	const rest = [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([reason, count]) => `${count} ${reason}`);
	const entries = named.map(({ path, reason }) => `${printable(path).padEnd(wide)}  ${reason}`);
	if (rest.length > 0) entries.push((named.length > 0 ? "and " : "") + rest.join(", "));
	const lead = `skipped ${counted(files.length, "file")}: `;
	return entries.map((entry, index) => (index === 0 ? lead : " ".repeat(lead.length)) + entry);
}
const shownUnread = 3;
/** Documents that say how a control plane runs and that no rule has seen: without this, silence reads as "clean". */
function notReadYet({ diagnostics }) {
	const unread = sortedDiagnostics(diagnostics.filter(({ id }) => id === "not-read-yet"));
	if (unread.length === 0) return [];
	const places = unread.slice(0, shownUnread).map(({ origin }) => shortPlaceText(origin));
	const more = unread.length - places.length;
	const where = [...places, ...more > 0 ? [`${more} more`] : []].join(", ");
	const that = unread.length === 1 ? "that configures" : "that configure";
	return [`not read yet: ${counted(unread.length, "document")} ${that} a control plane or kubelets (${where})`];
}
const shownAssumptions = 10;
function assumptions({ kubernetes, assumptions: all }) {
	const place = kubernetes.origin === void 0 ? "" : ` (${shortPlaceText(kubernetes.origin)})`;
	const version = `Kubernetes ${kubernetes.minor}${kubernetes.assumed ? " (nothing says which)" : place}`;
	const texts = all.map(({ text, origin }) => text + (origin === void 0 ? "" : ` (${shortPlaceText(origin)})`));
	const unique = [...new Set(texts)];
	const more = unique.length - shownAssumptions;
	return [
		`${version} with its default roles and bindings`,
		...unique.slice(0, shownAssumptions),
		...more > 0 ? [`${more} more`] : []
	];
}
const shownRules = 4;
/** One line for each reason. */
function notEvaluated(rules, { verbose }) {
	const byReason = /* @__PURE__ */ new Map();
	for (const { rule, reason } of rules.toSorted((a, b) => compareText(a.rule, b.rule))) byReason.set(reason, [...byReason.get(reason) ?? [], rule]);
	return [...byReason].map(([reason, names]) => {
		const more = verbose ? 0 : Math.max(0, names.length - shownRules);
		return `${[...names.slice(0, names.length - more), ...more > 0 ? [`${more} more`] : []].join(", ")} (${reason})`;
	});
}
/** Entries below each other, under the first. */
function listed(lead, entries, { width }) {
	const indentation = lead.length;
	return entries.flatMap((entry, index) => wrapped(index === 0 ? lead : " ".repeat(indentation), entry, width, {
		wrap: indentation + 2,
		ownLine: indentation
	}));
}
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
//#endregion
//#region packages/report/src/pretty.ts
/** The report for a person: every finding with its chain in the sources, then what was and was not looked at. */
function* renderPretty(run, options) {
	if (options.quiet) {
		if (run.findings.length > 0) yield block([countLine(run), ...exitLines(options)]);
		return;
	}
	const paint = painter(options.color);
	for (const finding of run.findings) yield `${block(findingLines(finding, options, paint))}\n`;
	yield block(footerLines(run, options));
}
/** What is wrong with the inputs, for stderr: in the same form as findings. */
function* renderDiagnostics(diagnostics, options) {
	const paint = painter(options.color);
	for (const diagnostic of sortedDiagnostics(diagnostics)) {
		if (diagnostic.level === "note" && !options.verbose) continue;
		yield block(diagnosticLines(diagnostic, options, paint));
	}
}
function diagnosticLines({ id, level, message, origin }, options, paint) {
	const severity = {
		error: "high",
		warning: "medium",
		note: "low"
	}[level];
	const head = `${paint(severity, `${level}[${printable(id)}]`)}${paint("strong", `: ${printable(message)}`)}`;
	const place = placeText(origin);
	const digits = origin.kind === "text" ? /:(\d+):\d+$/.exec(place)?.[1]?.length ?? 1 : 1;
	const style = {
		paint,
		digits,
		room: Math.min(Math.max(options.width - 8, 40), 160),
		primary: severity
	};
	const heading = " ".repeat(digits) + paint("gutter", "--> ") + place;
	if (origin.kind === "built-in") return [head, heading];
	const marks = [{
		origin,
		label: "",
		step: void 0,
		primary: true
	}];
	return [
		head,
		heading,
		gutter(style, void 0),
		...frame(origin.source, marks, style)
	];
}
function block(lines) {
	return `${lines.join("\n")}\n`;
}
//#endregion
//#region packages/report/src/rule-page.ts
/** The page of a rule, in Markdown: what it finds, why that matters, what to do, what else speaks of it. */
function renderRule(rule) {
	const { id, title, severity, since, needs, aliases } = rule;
	const table = [
		["Rule", `\`${id}\``],
		["Usual severity", severity],
		["Needs", needs.join(", ")],
		["Elsewhere", aliases.map((alias) => `\`${alias}\``).join(", ")],
		["Since", since]
	].filter(([, value]) => value !== "").map(([name, value]) => `| ${name} | ${value} |`);
	return `${[
		`# ${title}`,
		[
			"| | |",
			"|---|---|",
			...table
		].join("\n"),
		...ruleSections(rule, "##")
	].join("\n\n")}\n`;
}
/** Why, what to do, controls and references, under headings of the given depth. */
function ruleSections({ why, remedy, controls, references }, heading) {
	const section = (title, body) => body === "" ? [] : [`${heading} ${title}`, body];
	const list = (entries) => entries.map((entry) => `- ${entry}`).join("\n");
	return [
		...why === "" ? [] : [why.trim()],
		...section("What to do", remedy.trim()),
		...section("Controls", list(controls)),
		...section("References", list(references.map(linked)))
	];
}
function linked(reference) {
	return /^https?:\/\/\S+$/.test(reference) ? `<${reference}>` : reference;
}
//#endregion
//#region packages/report/src/fingerprint-line-hash.ts
/** Units the hash of a line covers, from its first; it runs on into the next lines. */
const window = 100;
const factor = 37;
const endMark = 65535;
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const two32 = 4294967296;
/** 37^100 mod 2^64, the weight of the unit that leaves the window, as its high and low 32 bits. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(window));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 4294967295n);
const hashesOf = /* @__PURE__ */ new WeakMap();
/**
* `primaryLocationLineHash` of a line (counted from 1): GitHub's identity of an alert besides path and rule.
*
* Computed as github/codeql-action does before it uploads (src/fingerprints.ts): a file uploaded through the API gets
* none, and one that differs from the action's is warned about. 37-ary hash modulo 2^64 of the 100 units from the start
* of the line, blanks left out, then which of the equal ones of the file this is. All lines of a text are hashed at
* once, when the first is asked for.
*/
function lineHash(source, line) {
	let hashes = hashesOf.get(source);
	if (hashes === void 0) {
		hashes = rollingHashes(unitsThatCount(source.text));
		hashesOf.set(source, hashes);
	}
	const [high, low, count] = [
		hashes.high[line - 1],
		hashes.low[line - 1],
		hashes.count[line - 1]
	];
	if (high === void 0 || low === void 0 || count === void 0) return void 0;
	return `${hexadecimal(high, low)}:${count}`;
}
/** Without spaces and tabs, with LF for CR and CRLF (unless blanks stand between the two), and the end mark. */
function unitsThatCount(text) {
	const units = new Uint16Array(text.length + 1);
	let length = 0;
	let afterReturn = false;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		const pairs = unit === LF && afterReturn;
		afterReturn = unit === CR;
		if (unit === SPACE || unit === TAB || pairs) continue;
		units[length++] = unit === CR ? LF : unit;
	}
	units[length++] = endMark;
	return units.subarray(0, length);
}
/**
* The hash at the start of every line. One pass whatever the length of the lines: the 64 bits are kept as two numbers,
* because a BigInt per unit costs fifty times as much. `>>> 0` is modulo 2^32 for any integer a number holds exactly.
*/
function rollingHashes(units) {
	const highs = [];
	const lows = [];
	let high = 0;
	let low = 0;
	for (let end = 0; end < units.length + window - 1; end++) {
		const entering = units[end] ?? 0;
		const left = units[end - window] ?? 0;
		const lowSum = low * factor + entering;
		const lowTaken = leavingLow * left;
		const lowDifference = (lowSum >>> 0) - (lowTaken >>> 0);
		const borrowed = lowDifference < 0 ? 1 : 0;
		const highSum = high * factor + Math.floor(lowSum / two32);
		const highTaken = leavingHigh * left + Math.floor(lowTaken / two32) + borrowed;
		low = lowDifference + borrowed * two32;
		high = highSum - highTaken >>> 0;
		const start = end - window + 1;
		if (start === 0 || start > 0 && units[start - 1] === LF) {
			highs.push(high);
			lows.push(low);
		}
	}
	return {
		high: highs,
		low: lows,
		count: counts(highs, lows)
	};
}
/** For each line the number of lines up to it that have its hash. */
function counts(highs, lows) {
	const lastOfLow = /* @__PURE__ */ new Map();
	const beforeOfLow = [];
	const found = [];
	for (const [line, low] of lows.entries()) {
		let before = lastOfLow.get(low);
		beforeOfLow.push(before);
		lastOfLow.set(low, line);
		while (before !== void 0 && highs[before] !== highs[line]) before = beforeOfLow[before];
		found.push(before === void 0 ? 1 : (found[before] ?? 0) + 1);
	}
	return found;
}
function hexadecimal(high, low) {
	return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
//#endregion
//#region packages/report/src/regions.ts
/** Stands for the root of the repository; declared without a URI, so that no path of this machine is told. */
const sourceRoot = "%SRCROOT%";
/** The span, or the part of it in its first line. */
function regionOf({ source, start, end }) {
	const { line, column } = positionAt(source, start);
	const last = positionAt(source, end);
	const lineEnd = rawLine(source, line).length + 1;
	const endColumn = last.line === line ? last.column : lineEnd;
	return {
		startLine: line,
		startColumn: column,
		endLine: line,
		endColumn: Math.max(column, endColumn)
	};
}
function physicalLocation(uri, region) {
	return {
		artifactLocation: {
			uri,
			uriBaseId: sourceRoot
		},
		region: { ...region }
	};
}
/** `repositoryUri` of each text once. */
function repositoryUris(base, pathInRepository) {
	const known = /* @__PURE__ */ new Map();
	const uriOf = (path) => {
		if (pathInRepository === void 0 || isNoFile(path)) return repositoryUri(path, base);
		const inside = pathInRepository(path);
		return inside === void 0 ? void 0 : repositoryUri(inside, "");
	};
	return ({ path }) => {
		if (!known.has(path)) known.set(path, uriOf(path));
		return known.get(path);
	};
}
/** Standard input has a name like this. */
function isNoFile(path) {
	return /^<[^/]*>$/.test(path);
}
/**
* Path of a text from the root of the repository, as a URI reference (RFC 3986); undefined for what is no file of it:
* standard input (`<stdin>`), files elsewhere. A place is never invented, nor a path of this machine told.
*
* `base` is the folder, from the root, that the paths of the run start from.
*/
function repositoryUri(path, base) {
	if (isNoFile(path) || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return void 0;
	const segments = [];
	for (const segment of [...base.split("/"), ...path.split("/")]) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(encodeURIComponent(segment.replace(/\p{Cs}/gu, "�")));
		else if (segments.pop() === void 0) return void 0;
	}
	return segments.length === 0 ? void 0 : segments.join("/");
}
//#endregion
//#region packages/report/src/rule-descriptors.ts
const tiers = {
	critical: {
		level: "error",
		securitySeverity: "9.5",
		problemSeverity: "error"
	},
	high: {
		level: "error",
		securitySeverity: "8.0",
		problemSeverity: "error"
	},
	medium: {
		level: "warning",
		securitySeverity: "5.5",
		problemSeverity: "warning"
	},
	low: {
		level: "note",
		securitySeverity: "2.0",
		problemSeverity: "recommendation"
	},
	info: {
		level: "note",
		securitySeverity: "0.1",
		problemSeverity: "recommendation"
	}
};
const precisions = {
	certain: "very-high",
	likely: "high",
	possible: "medium"
};
const longestText = 1024;
const mostTags = 10;
function levelOf(severity) {
	return tiers[severity].level;
}
/**
* One descriptor for each rule that was asked, in its usual tier, and one more (`rule/high`) for each other tier that a
* finding has: GitHub takes the severity of an alert from the descriptor, never from the result.
*/
function describeRules(rules, findings, docsUrl) {
	const metadata = new Map(rules.map((rule) => [rule.id, rule]));
	const needed = /* @__PURE__ */ new Map();
	for (const rule of rules) needed.set(rule.id, {
		rule,
		severity: rule.severity,
		confidence: "certain"
	});
	const idOf = ({ ruleId, severity }) => {
		const rule = metadata.get(ruleId);
		return rule === void 0 || rule.severity === severity ? ruleId : `${ruleId}/${severity}`;
	};
	for (const finding of findings) {
		const id = idOf(finding);
		const rule = metadata.get(finding.ruleId) ?? unknownRule(finding);
		const known = needed.get(id) ?? {
			rule,
			severity: finding.severity,
			confidence: finding.confidence
		};
		needed.set(id, {
			...known,
			confidence: weaker(known.confidence, finding.confidence)
		});
	}
	const sorted = [...needed].toSorted(([a], [b]) => compareText(a, b));
	const indices = new Map(sorted.map(([id], index) => [id, index]));
	return {
		all: sorted.map(([id, { rule, severity, confidence }]) => descriptor(id, rule, severity, confidence, docsUrl)),
		idOf,
		indexOf: (finding) => indices.get(idOf(finding)) ?? -1
	};
}
function weaker(one, other) {
	if (one === "possible" || other === "possible") return "possible";
	return one === "likely" || other === "likely" ? "likely" : "certain";
}
/** For a finding whose rule the run does not list, so that no result points nowhere. */
function unknownRule({ ruleId, severity }) {
	return {
		id: ruleId,
		title: ruleId,
		severity,
		since: "",
		why: "",
		remedy: "",
		needs: [],
		references: [],
		controls: [],
		aliases: [],
		tags: []
	};
}
function descriptor(id, rule, severity, confidence, docsUrl) {
	const { level, securitySeverity, problemSeverity } = tiers[severity];
	return {
		id,
		name: pascalCase(id),
		shortDescription: { text: limited(sentence$1(rule.title)) },
		fullDescription: { text: limited(rule.why || sentence$1(rule.title)) },
		help: {
			text: helpText(rule),
			markdown: helpMarkdown(rule)
		},
		...docsUrl === void 0 ? {} : { helpUri: `${docsUrl}/rules/${encodeURIComponent(rule.id)}.md` },
		defaultConfiguration: {
			level,
			rank: Math.round(Number(securitySeverity) * 10)
		},
		properties: {
			tags: tagsOf(rule),
			precision: precisions[confidence],
			"problem.severity": problemSeverity,
			"security-severity": securitySeverity
		}
	};
}
function helpText({ title, why, remedy, references }) {
	return [
		sentence$1(title),
		why,
		remedy,
		...references
	].filter((part) => part !== "").join("\n\n");
}
function helpMarkdown(rule) {
	return [`## ${rule.title}`, ...ruleSections(rule, "###")].join("\n\n");
}
/** GitHub shows ten; `security` must be among them for the severity to count. */
function tagsOf({ tags, controls }) {
	const weaknesses = controls.flatMap((control) => {
		const number = /^CWE-(\d+)$/.exec(control)?.[1];
		return number === void 0 ? [] : [`external/cwe/cwe-${number.padStart(3, "0")}`];
	});
	return [...new Set([
		"security",
		"kubernetes",
		...weaknesses,
		...tags
	])].slice(0, mostTags);
}
/** `rbac-grant-anonymous/high` → `RbacGrantAnonymousHigh`; a name must differ from its id by more than case. */
function pascalCase(id) {
	const words = id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
	return words.length > 1 ? words.join("") : `${words[0]}Rule`;
}
function sentence$1(text) {
	const first = text.slice(0, 1).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(first) ? first : `${first}.`;
}
function limited(text) {
	return text.length <= longestText ? text : `${text.slice(0, longestText - 3).replace(/\p{Cs}$/u, "")}...`;
}
/** Worst first: 0 for critical. */
function tierOrder(severity) {
	return severities.indexOf(severity);
}
//#endregion
//#region packages/report/src/sarif-message.ts
/**
* The text of a result: one sentence that can stand alone (GitHub's title of the alert), then the chain with a link to
* each place, then what to do. `linkOf` gives the id of the related location of a hop that has one,
* `others` the findings in the same line, `more` how many of them are not told.
*/
function messageText(finding, others, more, linkOf) {
	const chain = finding.hops.map((hop) => hopText(hop, linkOf(hop))).join("; ");
	const then = finding.notes.filter(({ kind }) => kind === "then").map(({ text }) => plain(text));
	const remedy = finding.remedies[0];
	return [
		sentence(plain(finding.title)),
		...chain === "" ? [] : [`Chain: ${chain}.`],
		...then.length === 0 ? [] : [`Then: ${sentence(then.join("; "))}`],
		...others.map(({ title }) => `Also here: ${sentence(plain(title))}`),
		...more === 0 ? [] : [`${more} more are in this line.`],
		...remedy === void 0 ? [] : [`To fix it: ${sentence(plain(remedy.text))}`]
	].join("\n");
}
function hopText(hop, link) {
	const number = hop.step === void 0 ? "" : `${hop.step}. `;
	const label = plain(hop.label);
	if (link !== void 0) return `${number}[${label === "" ? "here" : label}](${link})`;
	return `${number}${label}${hop.origin.kind === "built-in" ? ` (${plain(placeText(hop.origin))})` : ""}`;
}
/** Words of a hop where it stands beside its place. */
function stepText({ step, label }) {
	return plain(step === void 0 ? label : `${step}. ${label}`) || "here";
}
/** Plain text as SARIF has it: brackets would be links (§3.11.6). */
function plain(text) {
	return printable(text.replaceAll("\n", " ")).replace(/[\\[\]]/g, "\\$&");
}
function sentence(text) {
	const first = text.replace(/^[a-z]+(?= )/, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
	return /[.!?]$/.test(first) ? first : `${first}.`;
}
//#endregion
//#region packages/report/src/sarif-notifications.ts
/** More results than this are refused by GitHub together with the file. */
const resultLimit = 25e3;
/** More than this are stored, not shown. */
const shownLimit = 5e3;
/** Of one kind; what an upload of thousands says, nobody reads. */
const notificationLimit = 200;
/** What the tool has to say besides results: inputs it could not use, rules it could not ask, what it left out. */
function notificationsOf(run, counts, uriOf) {
	const located = (origin) => {
		const uri = origin?.kind === "text" ? uriOf(origin.source) : void 0;
		if (uri === void 0 || origin?.kind !== "text") return {};
		return { locations: [{ physicalLocation: physicalLocation(uri, regionOf(origin)) }] };
	};
	return [
		...limits(counts),
		...capped(sortedDiagnostics(run.diagnostics).map(({ id, level, message, origin }) => ({
			...notification(`input-${id}`, level, message),
			...located(origin)
		}))),
		...capped(sortedSkips(run.coverage.filesSkipped).flatMap(({ path, reason }) => {
			if (expected.has(reason)) return [];
			const origin = textOrigin({
				path,
				text: ""
			}, 0, 0);
			return [{
				...notification("file-skipped", "warning", `A file was skipped: ${reason}`),
				...located(origin)
			}];
		})),
		...capped(run.notEvaluated.map(({ rule, reason }) => notification("rule-not-evaluated", "note", `${rule}: ${reason}`))),
		...capped(run.assumptions.map(({ text, origin }) => ({
			...notification("assumption-made", "note", text),
			...located(origin)
		})))
	];
}
const expected = new Set([
	"ignored by git",
	"not a format we read",
	"binary"
]);
function limits({ results, withoutFile }) {
	const found = [];
	if (results > 25e3) {
		const text = `${results} results were found; the ${resultLimit} most severe are in this file, because GitHub refuses more`;
		found.push(notification("results-left-out", "error", text));
	} else if (results > shownLimit) {
		const text = `${results} results were found; GitHub shows ${shownLimit} of them. The most severe come first`;
		found.push(notification("results-not-shown", "warning", text));
	}
	if (withoutFile > 0) {
		const text = `${withoutFile} findings are left out: they have no place in a file of the repository`;
		found.push(notification("findings-without-file", "warning", text));
	}
	return found;
}
function capped(all) {
	const id = all[0]?.descriptor?.id;
	if (all.length <= notificationLimit || id === void 0) return all;
	const more = all.length - notificationLimit;
	return [...all.slice(0, notificationLimit), notification("more-notifications", "note", `${more} more are left out`)];
}
function notification(id, level, text) {
	const message = printable(text);
	return {
		level,
		descriptor: { id },
		message: { text: /[.!?]$/.test(message) ? message : `${message}.` }
	};
}
/** What the kinds of notifications mean; those about inputs have the ids of diagnostics. */
const meanings = {
	"results-left-out": "More results than GitHub accepts in one file.",
	"results-not-shown": "More results than GitHub shows.",
	"findings-without-file": "Findings about standard input, or about files outside the repository.",
	"file-skipped": "A file that could not be read.",
	"rule-not-evaluated": "A rule whose inputs are missing.",
	"assumption-made": "What was taken for granted because no input says it.",
	"more-notifications": "Notifications that were left out."
};
/** One descriptor for each kind of notification that occurs, by id. */
function describeNotifications(notifications) {
	const levels = /* @__PURE__ */ new Map();
	for (const { descriptor, level } of notifications) if (descriptor?.id !== void 0 && !levels.has(descriptor.id)) levels.set(descriptor.id, level);
	return [...levels].toSorted(([a], [b]) => compareText(a, b)).map(([id, level = "warning"]) => {
		const text = meanings[id] ?? "Something about an input: it could not be read, or not be evaluated as it stands.";
		return {
			id,
			name: id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_match, first) => first.toUpperCase()),
			shortDescription: { text },
			fullDescription: { text },
			help: { text: `${text} The message says what and why.` },
			defaultConfiguration: { level }
		};
	});
}
//#endregion
//#region packages/report/src/sarif.ts
/** SARIF wants to know where to read about the tool. */
const homepage = "https://authgraph.dev";
/** More related locations than this are not shown, and 1,000 make GitHub refuse the file. */
const relatedLimit = 100;
/** Findings told together because they are in one line; a file of one line may hold thousands. */
const shownOthers = 10;
/** GitHub keeps as many steps of a flow. */
const stepLimit = 1e3;
/**
* The report for code scanning: SARIF 2.1.0 as GitHub reads it.
*
* One run, results always there (an empty list is what closes alerts), every place relative to the root of the
* repository, no text of the sources, nothing of the machine or the time.
*/
function* renderSarif(run, options = {}) {
	const uriOf = repositoryUris(options.base ?? "", options.pathInRepository);
	const descriptors = describeRules(run.rules, run.findings, options.docsUrl);
	const placed = run.findings.flatMap((finding) => place(finding, descriptors, uriOf));
	const alerts = alertsOf(placed.toSorted(worstFirst));
	const counts = {
		results: alerts.length,
		withoutFile: run.findings.length - placed.length
	};
	const notifications = notificationsOf(run, counts, uriOf);
	options.onCounts?.(counts);
	yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [\n`;
	yield* jsonObject([
		{
			key: "tool",
			value: { driver: {
				name: "authgraph",
				semanticVersion: run.toolVersion,
				informationUri: options.docsUrl ?? homepage,
				rules: descriptors.all,
				notifications: describeNotifications(notifications)
			} }
		},
		...options.category === void 0 ? [] : [{
			key: "automationDetails",
			value: { id: `${options.category.replace(/\/+$/, "")}/` }
		}],
		{
			key: "invocations",
			value: [{
				executionSuccessful: true,
				toolExecutionNotifications: notifications
			}]
		},
		{
			key: "originalUriBaseIds",
			value: { [sourceRoot]: { description: { text: "The root of the scanned repository." } } }
		},
		{
			key: "columnKind",
			value: "utf16CodeUnits"
		},
		{
			key: "results",
			list: results(alerts, descriptors, uriOf)
		}
	]);
	yield "\n]\n}\n";
}
function* results(alerts, descriptors, uriOf) {
	for (const alert of alerts.slice(0, resultLimit)) yield result(alert, descriptors, uriOf);
}
/** Where to show it: its own place, else, where no input wrote that, the first of its chain that one did. */
function place(finding, descriptors, uriOf) {
	for (const { origin } of [finding.place, ...finding.hops]) {
		if (origin.kind !== "text") continue;
		const uri = uriOf(origin.source);
		if (uri === void 0) return [];
		return [{
			finding,
			origin,
			uri,
			region: regionOf(origin),
			descriptorId: descriptors.idOf(finding)
		}];
	}
	return [];
}
function worstFirst(a, b) {
	return tierOrder(a.finding.severity) - tierOrder(b.finding.severity) || b.finding.score - a.finding.score || compareText(a.uri, b.uri) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.finding.ruleId, b.finding.ruleId) || compareText(a.finding.fingerprint, b.finding.fingerprint);
}
function alertsOf(sorted) {
	const alerts = /* @__PURE__ */ new Map();
	for (const placed of sorted) {
		const key = `${placed.descriptorId}\n${placed.uri}\n${placed.region.startLine}`;
		const known = alerts.get(key);
		if (known === void 0) alerts.set(key, {
			main: placed,
			others: []
		});
		else known.others.push(placed);
	}
	return [...alerts.values()];
}
function result({ main, others }, descriptors, uriOf) {
	const { finding, origin, uri, region } = main;
	const hash = lineHash(origin.source, region.startLine);
	const related = /* @__PURE__ */ new Map();
	for (const hop of [main, ...others].flatMap((placed) => placed.finding.hops)) {
		if (related.size === relatedLimit) break;
		const location = hopLocation(hop, uriOf);
		if (location !== void 0) related.set(hop, {
			id: related.size + 1,
			...location
		});
	}
	const flows = [main, ...others.slice(0, shownOthers)].flatMap(({ finding }) => codeFlow(finding, (hop) => related.get(hop) ?? hopLocation(hop, uriOf)));
	return {
		ruleId: main.descriptorId,
		ruleIndex: descriptors.indexOf(finding),
		level: levelOf(finding.severity),
		rank: Math.round(finding.score * 10),
		message: { text: messageText(finding, others.slice(0, shownOthers).map((other) => other.finding), Math.max(0, others.length - shownOthers), (hop) => related.get(hop)?.id) },
		locations: [{ physicalLocation: physicalLocation(uri, region) }],
		...related.size === 0 ? {} : { relatedLocations: [...related.values()] },
		...flows.length === 0 ? {} : { codeFlows: flows },
		partialFingerprints: {
			...hash === void 0 ? {} : { primaryLocationLineHash: hash },
			"authgraphFinding/v1": finding.fingerprint
		},
		properties: {
			rule: finding.ruleId,
			severity: finding.severity,
			score: finding.score,
			confidence: finding.confidence,
			subject: finding.identity.subject,
			object: finding.identity.object,
			...others.length === 0 ? {} : { alsoFingerprints: others.map((other) => other.finding.fingerprint) }
		}
	};
}
function hopLocation(hop, uriOf) {
	if (hop.origin.kind !== "text") return void 0;
	const uri = uriOf(hop.origin.source);
	if (uri === void 0) return void 0;
	return {
		physicalLocation: physicalLocation(uri, regionOf(hop.origin)),
		message: { text: stepText(hop) }
	};
}
/** The steps in their order; one without a file is told by the step before it, as every location must have a place. */
function codeFlow(finding, locationOf) {
	const steps = finding.hops.filter((hop) => hop.step !== void 0).toSorted((a, b) => (a.step ?? 0) - (b.step ?? 0)).slice(0, stepLimit);
	const locations = [];
	const waiting = [];
	for (const hop of steps) {
		const location = locationOf(hop);
		if (location !== void 0) locations.push({
			place: location,
			texts: [...waiting.splice(0), stepText(hop)]
		});
		else {
			const place = hop.origin.kind === "built-in" ? placeText(hop.origin) : "outside the repository";
			(locations.at(-1)?.texts ?? waiting).push(`${stepText(hop)} (${place})`);
		}
	}
	if (locations.length < 2) return [];
	return [{ threadFlows: [{ locations: locations.map(({ place, texts }) => ({ location: {
		physicalLocation: place.physicalLocation,
		message: { text: texts.join("; ") }
	} })) }] }];
}
//#endregion
//#region packages/report/src/who-can-json.ts
/** Who may do something, for programs. */
function renderWhoCanJson(answer, context) {
	return `${jsonText(whoCanValue(answer, context), 2)}\n`;
}
function renderWhoCanYaml(answer, context) {
	return yamlText(whoCanValue(answer, context));
}
function whoCanValue(answer, { kubernetes, assumptions }) {
	const { attributes, subjects, members, nodes, anyNode, anybody, couldGain, notes } = answer;
	return {
		schemaVersion: 1,
		kubernetes: kubernetesValue(kubernetes),
		question: requestValue(attributes),
		subjects: subjects.map(({ subject, decision }) => ({
			...keyValue(subject),
			...decisionValue(decision)
		})),
		members: members.map(({ user, group, origin }) => ({
			...keyValue(`User ${user}`),
			group,
			origin: place$2(origin)
		})),
		anybody: anybody.outcome,
		anyNode: anyNode.outcome,
		nodes: nodes.map(({ node, decision }) => ({
			node,
			outcome: decision.outcome
		})),
		couldGain: couldGain.map(({ subject, way, target, grants }) => ({
			...keyValue(subject),
			way,
			target,
			proof: grants.map(grantValue)
		})),
		notes,
		assumptions: assumptions.map(assumptionValue)
	};
}
/** A user whose name is that of a service account is told as one. */
function keyValue(key) {
	const space = key.indexOf(" ");
	const [kind, name] = [key.slice(0, space), key.slice(space + 1)];
	const [, namespace, account] = kind === "User" ? /^system:serviceaccount:([^:]*):([^:]*)$/.exec(name) ?? [] : [];
	return account === void 0 ? {
		kind,
		name
	} : {
		kind: "ServiceAccount",
		name: account,
		namespace
	};
}
//#endregion
//#region packages/report/src/who-can-text.ts
/** Who may do something, for a person: by name, through groups, and who could come to it. */
function* renderWhoCan(answer, context) {
	const paint = painter(context.color);
	const { attributes, subjects, members, couldGain, notes } = answer;
	const allowed = subjects.filter(({ decision }) => decision.outcome === "allowed");
	const open = subjects.filter(({ decision }) => decision.outcome === "unknown");
	yield `${paint("strong", `who may ${requestWords(attributes)}:`)}\n`;
	yield* tableLines(allowed.flatMap(({ subject, decision }) => grantRows(subject, decision)));
	yield* everybodyLines(answer);
	if (members.length > 0) {
		yield `\n${paint("strong", "through these groups, of those that the inputs name:")}\n`;
		yield* tableLines(members.map(({ user, group, origin }) => [
			identityWords({
				user,
				groups: []
			}),
			printable(`in Group ${group}`),
			placeText(origin)
		]));
	}
	if (open.length > 0) {
		yield `\n${paint("medium", "perhaps:")}\n`;
		yield* tableLines(open.map(openRow));
	}
	if (couldGain.length > 0) {
		yield `\n${paint("removed", "may not, and could make it so:")}\n`;
		yield* tableLines(couldGain.map(stepRow));
	}
	yield "\n";
	for (const note of notes) yield `note: ${printable(note)}\n`;
	yield* assumedLines(context);
}
/** The words of a key: `User x`, `Group x`, or the account that a user name stands for. */
function keyWords(key) {
	return key.startsWith("User ") ? identityWords({
		user: key.slice(5),
		groups: []
	}) : printable(key);
}
function grantRows(subject, decision) {
	const who = keyWords(subject);
	if (decision.outcome !== "allowed") return [];
	if (decision.proof.length === 0) return [[
		who,
		printable(decision.reason),
		""
	]];
	const seen = /* @__PURE__ */ new Set();
	return decision.proof.flatMap((grant) => {
		const words = bindingWords(grant);
		if (seen.has(words)) return [];
		seen.add(words);
		return [[
			seen.size === 1 ? who : "",
			words,
			placeText(grant.subject.origin)
		]];
	});
}
function bindingWords({ binding, role }) {
	const { object, namespace } = binding.entry;
	const of = role.entry;
	return `${objectWords(object.kind, object.meta.name.value, namespace)}, ${objectWords(of.object.kind, of.object.meta.name.value, of.namespace)}`;
}
function openRow({ subject, decision }) {
	const [assumption] = decision.outcome === "unknown" ? decision.assumptions : [];
	const place = assumption?.origin === void 0 ? "" : placeText(assumption.origin);
	return [
		keyWords(subject),
		`depends on ${printable(assumption?.text ?? decision.reason)}`,
		place
	];
}
function stepRow({ subject, way, target, grants: [grant] }) {
	const what = {
		impersonate: "may act as",
		bind: "may bind",
		escalate: "may rewrite its own"
	}[way];
	return [
		keyWords(subject),
		`${what} ${way === "impersonate" && target.startsWith("User ") ? identityWords({
			user: target.slice(5),
			groups: []
		}) : printable(target)}`,
		grant === void 0 ? "" : `${bindingWords(grant)} (${placeText(grant.rule.origin)})`
	];
}
/** Those whom no binding names: everybody, and kubelets. */
function* everybodyLines({ anybody, anyNode, nodes }) {
	const word = {
		allowed: "yes",
		unknown: "perhaps",
		denied: "no"
	};
	if (anybody.outcome !== "denied") yield `  anybody: ${word[anybody.outcome]}, ${printable(anybody.reason)}\n`;
	if (anyNode.outcome !== anybody.outcome && anyNode.outcome !== "denied") yield `  kubelets of any node (system:node:…, in system:nodes): ${word[anyNode.outcome]}\n`;
	for (const { node, decision } of nodes) yield `  kubelet of node ${printable(node)} (in system:nodes): ${word[decision.outcome]}\n`;
}
//#endregion
export { renderReviewError as _, resultLimit as a, renderPretty as c, renderAccessListJson as d, renderAccessListYaml as f, renderReviewAnswer as g, renderCanIYaml as h, renderSarif as i, renderJson as l, renderCanIJson as m, renderWhoCanJson as n, renderRule as o, renderCanI as p, renderWhoCanYaml as r, renderDiagnostics as s, renderWhoCan as t, renderAccessList as u, printable as v, positionAt as y };
