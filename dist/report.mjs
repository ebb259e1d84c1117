import { Gn as rate, Hn as adjustment, Jn as severityOf$1, Lt as findingOf, Pn as powerOfAccess, Rt as namedRisk, cr as appliedNamespace, lr as accessKey, n as acceptanceOf, or as accessParts, sr as accessWords, vt as identityVertex, y as objectWords$1 } from "./core.mjs";
import { C as lineStarts, D as textOrigin, T as positionAt } from "./reader.mjs";
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
		width: columns$1(character),
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
function columns$1(character) {
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
	const verbs = listWords$1(rule.verbs, asked?.verb, "nothing on");
	if (asked?.kind === "non-resource" || rule.resources.length === 0) return printable(`${verbs} ${listWords$1(rule.nonResourceURLs, asked?.kind === "non-resource" ? asked.path : void 0, "nothing")}`);
	const { apiGroup, resource, name } = {
		...nothingAsked,
		...asked
	};
	const groups = rule.apiGroups.length === 1 && rule.apiGroups[0]?.value === "" ? "" : ` (group ${listWords$1(rule.apiGroups, apiGroup, "none")})`;
	const names = rule.resourceNames.length === 0 ? "" : ` named ${listWords$1(rule.resourceNames, name, "")}`;
	return printable(`${verbs} ${listWords$1(rule.resources, resource, "nothing")}${groups}${names}`);
}
const nothingAsked = {
	apiGroup: void 0,
	resource: void 0,
	name: void 0
};
const longestList = 5;
function listWords$1(list, wanted, empty) {
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
//#region packages/report/src/vertex-words.ts
/** `User jane`, `any ServiceAccount of dev`, `cluster-admin`: a place on the way; printable. */
function vertexWords(vertex) {
	switch (vertex.kind) {
		case "identity": return keyWords$1(vertex.key);
		case "any-account": return `any ServiceAccount${ofNamespace(vertex.namespace)}`;
		case "any-user": return vertex.groups ? "any user, in any group" : "any user";
		case "pods": return `the pods${ofNamespace(vertex.namespace)}`;
		case "secrets": return `the Secrets${ofNamespace(vertex.namespace)}`;
		case "nodes": return "the nodes";
		case "role": {
			const { kind, name } = roleParts(vertex.role);
			return `${name === "*" ? `any ${kind}` : objectWords(kind, name, "")} ${vertex.namespace === void 0 ? "everywhere" : `in ${printable(vertex.namespace)}`}`;
		}
		case "namespace-admin": return vertex.namespace === void 0 ? "admin of every namespace" : `admin of ${printable(vertex.namespace)}`;
		case "cluster-admin": return "cluster-admin";
	}
}
/** The words of a key: `User x`, `Group x`, or the account that a user name stands for; printable. */
function keyWords$1(key) {
	return key.startsWith("User ") ? identityWords({
		user: key.slice(5),
		groups: []
	}) : printable(key);
}
/** The same for programs: what it is, and the names in it. */
function vertexValue(vertex) {
	switch (vertex.kind) {
		case "identity": return subjectOfKey(vertex.key);
		case "any-account":
		case "pods":
		case "secrets":
		case "namespace-admin": return {
			kind: vertex.kind,
			...inNamespace(vertex.namespace)
		};
		case "any-user": return {
			kind: vertex.kind,
			groups: vertex.groups
		};
		case "role": return {
			kind: vertex.kind,
			role: roleParts(vertex.role),
			...inNamespace(vertex.namespace)
		};
		case "nodes":
		case "cluster-admin": return { kind: vertex.kind };
	}
}
/** The parts of a key: what it is, and its names. */
function subjectOfKey(key) {
	const [, namespace, account] = /^User system:serviceaccount:([^:]*):([^:]*)$/s.exec(key) ?? [];
	if (account !== void 0) return {
		kind: "ServiceAccount",
		name: account,
		...inNamespace(namespace)
	};
	const space = key.indexOf(" ");
	return {
		kind: key.slice(0, space),
		name: key.slice(space + 1)
	};
}
function ofNamespace(namespace) {
	return namespace === void 0 ? "" : ` of ${printable(namespace)}`;
}
/** `rbac.authorization.k8s.io/Role/web/reader`. */
function roleParts(key) {
	const [, kind = "", namespace = "", ...name] = key.split("/");
	return {
		kind,
		name: name.join("/"),
		...namespace === "" ? {} : { namespace }
	};
}
function inNamespace(namespace) {
	return namespace === void 0 ? {} : { namespace };
}
//#endregion
//#region packages/report/src/access-change-words.ts
const everybody = new Map([
	["Group system:authenticated", "every authenticated user"],
	["Group system:unauthenticated", "every request without credentials"],
	["User system:anonymous", "every request without credentials (User system:anonymous)"],
	["Group system:serviceaccounts", "every ServiceAccount"]
]);
const accountsOf = "Group system:serviceaccounts:";
const accountInApplied = `User system:serviceaccount:${appliedNamespace}:`;
/** A subject as people read it: `ServiceAccount ci/deployer`, `every authenticated user`; printable. */
function whoWords(key) {
	const known = everybody.get(key);
	if (known !== void 0) return known;
	if (key.startsWith(accountInApplied)) return printable(`ServiceAccount ${key.slice(accountInApplied.length)}`);
	if (key.startsWith(accountsOf)) return printable(`every ServiceAccount of ${key.slice(29)}`);
	return keyWords$1(key);
}
const namesShown$1 = 3;
/** `a, b, c and 4 more`, of printable words. */
function listWords(words, shown = namesShown$1) {
	const more = words.length - shown;
	if (more <= 1) return words.join(", ");
	return `${words.slice(0, shown).join(", ")} and ${more} more`;
}
/** Access in words, the same in several namespaces told once; printable. */
function accessLines(access, options) {
	const alike = /* @__PURE__ */ new Map();
	for (const one of access) {
		const key = `${one.scope.kind} ${accessKey({
			...one,
			scope: { kind: "cluster" }
		})}`;
		const same = alike.get(key);
		if (same === void 0) alike.set(key, [one]);
		else same.push(one);
	}
	return [...alike.values()].map((same) => printable(wordsOf(same, options)));
}
/** Words of a list that are shown where not all are. */
const valuesShown = 6;
function wordsOf(alike, { isCut, eachInItsOwn }) {
	const [first] = alike;
	const parts = accessParts(first);
	if (parts === void 0) return accessWords(first);
	const [verbs, targets] = [parts.verbs, parts.targets].map((list) => isCut ? listWords(list, valuesShown) : list.join(", "));
	const one = eachInItsOwn && first.scope.kind === "namespace" && first.scope.namespace === "<applied>" ? "each in its own namespace" : parts.where;
	const where = alike.length === 1 ? one : `in ${alike.length} namespaces: ${namespacesOf(alike, isCut)}`;
	return [
		verbs,
		targets,
		isCut && parts.named.length > longestNames ? `named ${first.resourceNames.length} names` : parts.named,
		where
	].filter((part) => part !== "").join(" ");
}
const longestNames = 120;
function namespacesOf(alike, isCut) {
	const names = alike.map(({ scope }) => scope.kind === "cluster" || scope.namespace === "<applied>" ? "the applied one" : scope.namespace);
	return isCut ? listWords(names) : names.join(", ");
}
//#endregion
//#region packages/report/src/access-change-groups.ts
/** Who gained, or lost, the same; what gives most comes first. */
function changedSubjects({ subjects }, direction) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of subjects) {
		const changes = one[direction];
		if (changes.length === 0) continue;
		const key = inOwnNamespace(one.subject, changes).map(changeKey).join("\n");
		const same = groups.get(key);
		if (same === void 0) groups.set(key, {
			subjects: [one.subject],
			changes
		});
		else same.subjects.push(one.subject);
	}
	const powerOf = powersByAccess();
	return [...groups.values()].map((group) => {
		const [first = ""] = group.subjects;
		const eachInItsOwn = group.subjects.some((subject) => namespaceOf(subject) !== namespaceOf(first));
		const changes = eachInItsOwn ? inOwnNamespace(first, group.changes) : group.changes;
		return {
			...group,
			changes,
			eachInItsOwn,
			power: powerOf(changes.flatMap(({ access }) => access))
		};
	}).sort((a, b) => levelOf$1(a.power) - levelOf$1(b.power) || reach(b) - reach(a));
}
/** What a ServiceAccount may do in its own namespace is the same for all whose role changed; kube-system is no such namespace. */
function inOwnNamespace(subject, changes) {
	const own = namespaceOf(subject);
	if (own === void 0 || own === "kube-system") return changes;
	const isOwn = ({ scope }) => scope.kind === "namespace" && scope.namespace === own;
	const scope = {
		kind: "namespace",
		namespace: appliedNamespace
	};
	return changes.map((change) => change.access.some(isOwn) ? {
		...change,
		access: change.access.map((access) => isOwn(access) ? {
			...access,
			scope
		} : access)
	} : change);
}
function namespaceOf(subject) {
	return /^User system:serviceaccount:([^:]*):/.exec(subject)?.[1];
}
/** The strongest power of some access, worked out once for all who gained the same. */
function powersByAccess() {
	const powers = /* @__PURE__ */ new Map();
	return (access) => {
		const key = access.map(accessKey).join();
		if (!powers.has(key)) powers.set(key, powerOfAccess(access));
		return powers.get(key);
	};
}
/** What is as good as this is told in words of its own: all of a namespace, or more. */
const worthTelling = 3;
/** `ServiceAccount ci/deployer`, and where it is worth telling what that means: `can now read every Secret in the cluster`. */
function headOf$2({ subjects, power }, direction) {
	const can = power !== void 0 && power.level <= worthTelling ? ` ${direction === "gained" ? "can now" : "could"} ${printable(power.phrase)}` : "";
	return {
		who: listWords(subjects.map(whoWords)),
		can
	};
}
/** By the strongest that each gives by itself; equal ones in their order. */
function strongestFirst(list, accessOf) {
	if (list.length < 2) return list;
	return list.map((one) => ({
		one,
		level: Math.min(...accessOf(one).map(levelOfAccess))
	})).sort((a, b) => a.level - b.level).map(({ one }) => one);
}
function levelOfAccess(access) {
	let level = levels$1.get(access);
	if (level === void 0) {
		level = levelOf$1(powerOfAccess([access]));
		levels$1.set(access, level);
	}
	return level;
}
/** Whoever gained the same holds the same objects. */
const levels$1 = /* @__PURE__ */ new WeakMap();
const weakest = 7;
function levelOf$1(power) {
	return power?.level ?? weakest;
}
function reach({ power, subjects }) {
	return (power?.scope.kind === "cluster" ? 1e6 : 0) + subjects.length;
}
function changeKey({ through, access, origin }) {
	return `${through} ${origin.kind === "built-in" ? origin.of : `${origin.source.path} ${origin.start}`} ${access.map(accessKey).join()}`;
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
//#region packages/report/src/access-change-json.ts
/** The same for programs, cluster by cluster: `docs/schemas/diff.schema.json` says what stands where. */
function accessChangeValues(clusters) {
	const powerOf = powersByAccess();
	return clusters.map(({ cluster, comparison }) => ({
		cluster,
		subjects: comparison.subjects.map((subject) => subjectValue$1(subject, powerOf)),
		settings: comparison.settings.map(settingValue)
	}));
}
function subjectValue$1({ subject, gained, lost }, powerOf) {
	return {
		subject: {
			...subjectOfKey(subject),
			text: whoWords(subject)
		},
		gained: gained.map((change) => changeValue$1(change, powerOf)),
		lost: lost.map((change) => changeValue$1(change, powerOf))
	};
}
function changeValue$1({ access, through, origin }, powerOf) {
	const power = powerOf(access);
	return {
		through,
		place: place$2(origin),
		...power === void 0 ? {} : { power: {
			id: power.id,
			level: power.level,
			phrase: power.phrase
		} },
		access: access.map(accessValue)
	};
}
/** Access by its lists; those that are empty are left out. */
function accessValue(access) {
	const { scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs } = access;
	const lists = Object.entries({
		verbs,
		apiGroups,
		resources,
		resourceNames,
		nonResourceURLs
	});
	return {
		text: accessWords(access),
		...scope.kind === "cluster" ? {} : { namespace: scope.namespace },
		...Object.fromEntries(lists.filter(([, list]) => list.length > 0))
	};
}
function settingValue({ setting, before, after, wider, origin }) {
	return {
		setting,
		before,
		after,
		wider,
		...optionalPlace(origin)
	};
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
//#region packages/report/src/access-change-lines.ts
/** Who gained and who lost what, for a terminal; lines without their breaks, none where nobody did. */
function accessChangeLines(clusters, { color, limit, before }) {
	const telling = {
		paint: painter(color),
		isCut: limit !== void 0,
		before
	};
	const changed = clusters.filter(({ comparison }) => comparison.subjects.length + comparison.settings.length > 0);
	const lines = [];
	for (const { cluster, comparison } of changed) {
		if (!(changed.length === 1 && cluster === onlyCluster$1)) lines.push(telling.paint("strong", `Cluster ${printable(cluster)}`));
		lines.push(...comparisonLines$2(comparison, (limit ?? Number.POSITIVE_INFINITY) - lines.length, telling));
	}
	return lines;
}
/** The name of a repository's only cluster, which nobody gave. */
const onlyCluster$1 = "default";
function comparisonLines$2(comparison, limit, telling) {
	const lines = settingLines$1(comparison, telling);
	const left = {
		gained: 0,
		lost: 0
	};
	for (const direction of directions) {
		const groups = changedSubjects(comparison, direction);
		let told = 0;
		for (const group of groups) {
			const more = groupLines$1(group, direction, telling);
			if (lines.length > 0 && lines.length + more.length > limit) break;
			if (told === 0) lines.push(titleOf$2(direction, telling));
			lines.push(...more);
			told++;
		}
		left[direction] = groups.slice(told).reduce((sum, { subjects }) => sum + subjects.length, 0);
	}
	if (left.gained + left.lost > 0) lines.push(`… and ${restWords$1(left)} (--verbose)`);
	return lines;
}
const directions = ["gained", "lost"];
function titleOf$2(direction, { paint, before }) {
	if (direction === "gained") return paint("strong", "Gained access:");
	return paint("strong", `Lost access${before === void 0 ? "" : `, which stood in ${printable(before)}`}:`);
}
function restWords$1({ gained, lost }) {
	const of = (count, what) => `${count} more ${count === 1 ? "subject" : "subjects"} ${what} access`;
	return [...gained > 0 ? [of(gained, "gained")] : [], ...lost > 0 ? [of(lost, "lost")] : []].join(", ");
}
function settingLines$1({ settings }, { paint }) {
	if (settings.length === 0) return [];
	const lines = settings.map(({ setting, before, after, wider, origin }) => {
		const style = wider ? "added" : "removed";
		const place = origin === void 0 ? "" : `, ${placeText(origin)}`;
		return `  ${paint(style, `${wider ? "+" : "-"} ${printable(`${setting}: ${before}, now ${after}`)}`)}${place}`;
	});
	return [paint("strong", "For everybody:"), ...lines];
}
/** Changes of one subject that are shown where not everything is, and access of one change. */
const changesShown$1 = 3;
const accessShown$1 = 4;
function groupLines$1(group, direction, { paint, isCut }) {
	const [sign, style] = direction === "gained" ? ["+", "added"] : ["-", "removed"];
	const changes = isCut ? beginningOf(strongestFirst(group.changes, ({ access }) => access), changesShown$1) : all(group.changes);
	const { who, can } = headOf$2(group, direction);
	return [
		`  ${who}${can}`,
		...changes.shown.flatMap(({ access, through, origin }) => {
			const words = accessLines(isCut && access.length > accessShown$1 ? strongestFirst(access, (one) => [one]) : access, {
				isCut,
				eachInItsOwn: group.eachInItsOwn
			});
			const { shown, more } = isCut ? beginningOf(words, accessShown$1) : all(words);
			return [
				...shown.map((one) => `    ${paint(style, `${sign} ${one}`)}`),
				...more > 0 ? [`    ${paint(style, sign)} … and ${more} more`] : [],
				`      ${printable(through)}, ${placeText(origin)}`
			];
		}),
		...changes.more > 0 ? [`    … and ${changes.more} more changes`] : []
	];
}
function beginningOf(list, length) {
	return list.length <= length + 1 ? all(list) : {
		shown: list.slice(0, length),
		more: list.length - length
	};
}
function all(shown) {
	return {
		shown,
		more: 0
	};
}
//#endregion
//#region packages/report/src/markdown-text.ts
/** What would be read as markup, by Markdown or as HTML. An underscore inside a word is none. */
const markup = "[&<>\\\\`*[\\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])";
const inText = new RegExp(`${markup}|(@(?=\\w)|#(?=\\d)|:(?=//)|\\bwww(?=\\.)|:(?!(?:serviceaccounts?|controller|bootstrappers|nodes?|masters):)(?=[\\w+-]+:))|\\$`, "gi");
const inCode = new RegExp(`${markup}|:(?=//)|(?<=\\bwww)\\.|\\$`, "gi");
/** Shown as nothing. */
const parting = "&#8203;";
/**
* Words of the input as Markdown and the HTML inside it show them unchanged: in a paragraph, the cell of a table, a
* summary. Never a line of their own, so nothing needs to be done about what only starts a line.
*/
function markdownText(text) {
	return printable(text).replace(inText, (found, isJoined) => {
		if (isJoined !== void 0) return found + parting;
		return found === "$" ? "<span>$</span>" : entity(found);
	});
}
/** The same as code, which can be copied as it is: nothing is joined in there. */
function markdownCode(text) {
	return `<code>${printable(text).replace(inCode, entity)}</code>`;
}
function entity(character) {
	return `&#${character.charCodeAt(0)};`;
}
//#endregion
//#region packages/report/src/access-change-markdown.ts
/** The same as lines of Markdown, for a comment or a summary; none where nobody gained or lost anything. */
function accessChangeMarkdown(clusters, limit = Number.POSITIVE_INFINITY) {
	const changed = clusters.filter(({ comparison }) => comparison.subjects.length + comparison.settings.length > 0);
	const lines = [];
	for (const { cluster, comparison } of changed) {
		if (changed.length > 1 || cluster !== onlyCluster) lines.push(`#### Cluster ${markdownText(cluster)}`, "");
		lines.push(...comparisonLines$1(comparison, limit - lines.length));
	}
	return lines;
}
/** The name of a repository's only cluster, which nobody gave. */
const onlyCluster = "default";
const titles = {
	gained: "**Gained access**",
	lost: "**Lost access**"
};
function comparisonLines$1(comparison, limit) {
	const lines = settingLines(comparison);
	for (const direction of ["gained", "lost"]) {
		const groups = changedSubjects(comparison, direction);
		if (groups.length > 0) lines.push(titles[direction], "");
		let told = 0;
		for (const group of groups) {
			const more = groupLines(group, direction);
			if (told > 0 && lines.length + more.length > limit) break;
			lines.push(...more);
			told++;
		}
		const left = groups.slice(told).reduce((sum, { subjects }) => sum + subjects.length, 0);
		if (left > 0) lines.push(`- … and ${left} more`);
		if (groups.length > 0) lines.push("");
	}
	return lines;
}
function settingLines({ settings }) {
	if (settings.length === 0) return [];
	return [
		"**For everybody**",
		"",
		...settings.map(({ setting, before, after, wider, origin }) => {
			const place = origin === void 0 ? "" : ` (${markdownCode(shortPlaceText(origin))})`;
			const what = markdownText(`${setting}: ${before}, now ${after}`);
			return `- ${wider ? `**${what}**` : what}${place}`;
		}),
		""
	];
}
const changesShown = 5;
const accessShown = 6;
function groupLines(group, direction) {
	const { changes, eachInItsOwn } = group;
	const { who, can } = headOf$2(group, direction);
	const lines = strongestFirst(changes, ({ access }) => access).slice(0, changesShown).map(({ access, through, origin }) => {
		const words = accessLines(strongestFirst(access, (one) => [one]), {
			isCut: true,
			eachInItsOwn
		});
		const more = words.length - accessShown;
		return `  - ${words.slice(0, accessShown).map(markdownCode).join("; ") + (more > 0 ? `; and ${more} more` : "")}: ${markdownText(through)} (${markdownCode(shortPlaceText(origin))})`;
	});
	const more = changes.length - lines.length;
	return [
		`- **${markdownText(who)}**${markdownText(can)}`,
		...lines,
		...more > 0 ? [`  - … and ${more} more changes`] : []
	];
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
//#region packages/report/src/comparison-text.ts
/** How much of what a change does is told before the rest is counted. */
const changesTold = 20;
/** What a change does, before what is dangerous of it: who gained and who lost what, each with a line of its own. */
function changeLines$1({ change }, { color, verbose }) {
	if (change === void 0) return [];
	return accessChangeLines(change.access, {
		color,
		limit: verbose ? void 0 : changesTold,
		before: change.since
	});
}
const excusesTold = 5;
/** What a change adds to keep findings silent: nobody should have to look for it. */
function excuseLines$1({ change }, { verbose }) {
	const excuses = change?.excuses ?? [];
	return [true, false].flatMap((applied) => {
		const some = excuses.filter((excuse) => excuse.applied === applied);
		if (some.length === 0) return [];
		const what = applied ? "applied" : "not applied, since no change excuses itself";
		return [`this change adds ${counted(some.length, "excuse")}, ${what}:`, ...excusesByKind(some, verbose ? void 0 : excusesTold).flatMap(({ shown, left }) => [...shown.map(({ kind, text, origin }) => `  ${kind}: ${printable(text)} (${shortPlaceText(origin)})`), ...left === void 0 ? [] : [`  ${left}${verboseHint}`]])];
	});
}
/** So many of each kind, and how many more there are: a hundred of one kind must not hide the only one of another. */
function excusesByKind(excuses, limit = excuses.length) {
	return [...new Set(excuses.map(({ kind }) => kind))].map((kind) => {
		const all = excuses.filter((excuse) => excuse.kind === kind);
		const more = all.length - limit;
		return {
			shown: all.slice(0, limit),
			left: more > 0 ? `${kind}: ${more} more` : void 0
		};
	});
}
/** How what was found stands to what was known: `baseline: 37 old risks left out, 1 worse, 2 gone (…)`. */
function comparisonLines(run) {
	const { baseline, change } = run;
	return [...baseline === void 0 ? [] : [`baseline: ${baselineWords(run)}`], ...change === void 0 ? [] : [`since ${printable(change.since)}: ${counted(change.risks.old, "old risk")} left out` + (change.risks.gone.length === 0 ? "" : `, ${change.risks.gone.length} gone`)]];
}
function baselineWords({ baseline, rules }) {
	if (baseline === void 0) return "";
	const { old, worse, gone } = baseline;
	const asked = new Set(rules.map(({ id }) => id));
	const unasked = [...new Set(gone.map(({ ruleId }) => ruleId).filter((id) => !asked.has(id)))].sort(compareText);
	const of = unasked.length === 0 ? "" : `, some of rules that were not asked: ${unasked.map(printable).join(", ")}`;
	const hint = gone.length === 0 ? "" : ` (authgraph baseline --prune takes them out${of})`;
	return `${counted(old, "old risk")} left out, ${worse} worse, ${gone.length} gone${hint}`;
}
/** More findings than somebody reads at once. */
const handful = 5;
/** What whoever is told of hundreds at first can do. */
function firstRunLines({ findings, baseline, change }, exitCode) {
	if (exitCode !== 1 || findings.length <= handful || baseline !== void 0 || change !== void 0) return [];
	return ["a first run? `authgraph baseline` accepts what is there; later runs tell only what is new or worse"];
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
/** `2 critical, 1 high`: how many of each tier, worst first; tiers without any are left out. */
function countBySeverity(findings) {
	const counts = /* @__PURE__ */ new Map();
	for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
	return severities.filter((severity) => counts.has(severity)).map((severity) => `${counts.get(severity)} ${severity}`).join(", ");
}
//#endregion
//#region packages/report/src/suppression-lines.ts
/** What was accepted, by what, and which suppressions do nothing: nothing is ever kept silent in silence. */
function suppressionEntries({ suppressed, suppressions }, verbose) {
	const used = suppressedBy(suppressed);
	return [{
		lead: `${suppressed.length} suppressed: `,
		entries: shown$2(used.map((one) => acceptedText(one, verbose)), verbose)
	}, ...idleStates.map(({ state, one, several }) => {
		const idle = suppressions.filter((judged) => judged.state === state);
		return {
			lead: idle.length === 1 ? `1 suppression ${one}: ` : `${idle.length} suppressions ${several}: `,
			entries: shown$2(idle.map(idleText), verbose)
		};
	})].filter(({ entries }) => entries.length > 0);
}
/** `2 suppressed; suppressions: 1 unused` for formats of few lines; empty where there is nothing to say. */
function suppressionCounts({ suppressed, suppressions }) {
	const idle = idleStates.flatMap(({ state, word }) => {
		const count = suppressions.filter((judged) => judged.state === state).length;
		return count === 0 ? [] : [`${count} ${word}`];
	});
	return [...suppressed.length === 0 ? [] : [`${suppressed.length} suppressed`], ...idle.length === 0 ? [] : [`suppressions: ${idle.join(", ")}`]].join("; ");
}
/** Suppressions that silence nothing, worst first, and how that is said of them. */
const idleStates = [
	{
		state: "void",
		word: "void",
		one: "holds no longer",
		several: "hold no longer"
	},
	{
		state: "expired",
		word: "expired",
		one: "is over",
		several: "are over"
	},
	{
		state: "misspelt",
		word: "misspelt",
		one: "is misspelt",
		several: "are misspelt"
	},
	{
		state: "unused",
		word: "unused",
		one: "matches nothing",
		several: "match nothing"
	},
	{
		state: "not-taken",
		word: "not taken",
		one: "is added by the change and not taken",
		several: "are added by the change and not taken"
	}
];
const shownEntries = 3;
function shown$2(entries, verbose) {
	if (verbose || entries.length <= shownEntries) return entries;
	return [...entries.slice(0, shownEntries), `and ${entries.length - shownEntries} more (--verbose)`];
}
/** What each suppression silences, in the order of their places. */
function suppressedBy(suppressed) {
	const byJudged = /* @__PURE__ */ new Map();
	for (const one of suppressed) {
		const known = byJudged.get(one.by);
		if (known === void 0) byJudged.set(one.by, [one]);
		else known.push(one);
	}
	return [...byJudged].map(([by, risks]) => ({
		by,
		risks
	}));
}
/** `rbac-cluster-admin-binding, ClusterRoleBinding platform-admins: "break-glass, OPS-112", until 2027-03-01` */
function acceptedText({ by: { suppression }, risks }, verbose) {
	const ids = [...new Set(risks.map(({ risk }) => risk.ruleId))];
	const rules = verbose || ids.length <= shownEntries ? ids.join(", ") : `${ids.length} rules`;
	const objects = [...new Set(risks.map(({ risk }) => objectWords$1(risk.identity.object)))];
	const object = objects.length === 1 ? objects[0] ?? "" : suppression.selects;
	const until = suppression.until === void 0 ? "" : `, until ${suppression.until.value}`;
	return printable(`${rules}, ${object}${risks.length === 1 ? "" : ` (${risks.length})`}: "${suppression.reason}"${until}`);
}
/** `authgraph.yaml:14 ClusterRoleBinding platform-admin (did you mean platform-admins?)` */
function idleText({ suppression, detail }) {
	const why = detail === void 0 ? "" : ` (${printable(detail)})`;
	return `${shortPlaceText(suppression.origin)} ${printable(suppression.label)}${why}`;
}
/** `authgraph.yaml:3 ClusterRoleBinding platform-admins: "break-glass, OPS-112", until 2027-03-01` */
function suppressionText({ suppression }) {
	const until = suppression.until === void 0 ? "" : `, until ${suppression.until.value}`;
	return `${shortPlaceText(suppression.origin)} ${printable(`${suppression.label}: "${suppression.reason}"${until}`)}`;
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
//#region packages/report/src/footer.ts
/**
* What a scan of any size says of itself: counts, coverage, assumptions, what was not looked at, how it ends. Of a change
* the counts alone: what it did not touch is told by a scan of everything, and here with `--verbose`.
*/
function footerLines(run, options) {
	if (run.change !== void 0 && !options.verbose) return changeFooterLines(run, run.change, options);
	return [
		countLine(run, verboseHint),
		...comparisonLines(run),
		...suppressionLines(run, options),
		...diagnosticsLines(run, options),
		...coverageLines(run.coverage, options),
		...configurationLine(run),
		...notReadYet(run),
		...listed("assumed: ", assumptions(run), options),
		...notEvaluatedLines(run, options),
		...exitLines(options),
		...firstRunLines(run, options.exit?.code)
	];
}
function changeFooterLines(run, change, options) {
	const suppressed = suppressionCounts(run);
	const taken = assumptions(run).length;
	const unasked = new Set(run.notEvaluated.map(({ rule }) => rule)).size;
	const more = [...taken === 0 ? [] : [counted(taken, "assumption")], ...unasked === 0 ? [] : [`${counted(unasked, "rule")} not evaluated`]];
	return [
		countLine(run, verboseHint),
		...comparisonLines(run),
		...suppressed === "" ? [] : [suppressed],
		...diagnosticsLines(run, options),
		...skipped(unusuallySkipped(change), options),
		coverageLine(run.coverage) + (more.length === 0 ? "" : `; ${more.join(", ")}${verboseHint}`),
		...configurationLine(run),
		...exitLines(options)
	];
}
/** What formats of a line for each finding end with: what was read, what was not looked at, the counts last. */
function shortFooter(run) {
	const options = {
		verbose: false,
		width: Number.POSITIVE_INFINITY
	};
	const suppressed = suppressionCounts(run);
	return `${[
		...excuseLines$1(run, options),
		...run.change === void 0 ? [] : skipped(unusuallySkipped(run.change), options),
		coverageLine(run.coverage),
		...notEvaluatedLines(run, options),
		...comparisonLines(run),
		...suppressed === "" ? [] : [suppressed],
		countLine(run)
	].join("\n")}\n`;
}
/** `3 findings: 2 critical, 1 high; folded into them: 6 (--verbose)`; the hint only where there is more to see. */
function countLine({ findings, baseline, change }, hint = "") {
	if (findings.length === 0) return baseline === void 0 && change === void 0 ? "no findings" : "nothing new or worse";
	const folded = findings.reduce((sum, finding) => sum + finding.folded.length, 0);
	const more = folded === 0 ? "" : `; folded into them: ${folded}${hint}`;
	return `${counted(findings.length, "finding")}: ${countBySeverity(findings)}${more}`;
}
/** Where pretty says all. */
const verboseHint = " (--verbose)";
function exitLines({ exit }) {
	if (exit === void 0) return [];
	return [`exit ${exit.code}: ${printable(exit.reason)}`, ...exit.next === void 0 ? [] : [printable(exit.next)]];
}
function suppressionLines(run, options) {
	return suppressionEntries(run, options.verbose).flatMap(({ lead, entries }) => listed(lead, entries, options));
}
/** Errors are shown beside the result, of a change those that it brings along; the rest only when all is. */
function diagnosticsLines({ diagnostics, change }, { verbose }) {
	if (diagnostics.length === 0) return [];
	const of = (level) => diagnostics.filter((diagnostic) => diagnostic.level === level).length;
	const counts = [
		"error",
		"warning",
		"note"
	].filter((level) => of(level) > 0);
	const isShown = verbose || change === void 0 && counts.every((level) => level === "error");
	return [`about the inputs: ${counts.map((level) => counted(of(level), level)).join(", ")}${isShown ? "" : verboseHint}`];
}
/** `read 7 of 9 files, 9 of 11 documents: 8 access objects, 1 kube-apiserver` */
function coverageLine({ filesSeen, filesRead, documentsSeen, documents, objects, ...rest }) {
	const of = (some, all, noun) => some === all ? counted(all, noun) : `${some} of ${counted(all, noun)}`;
	const found = [counted(objects, "access object"), ...components(rest.components)].join(", ");
	return `read ${of(filesRead, filesSeen, "file")}, ${of(documents.evaluated, documentsSeen, "document")}: ${found}`;
}
function coverageLines(coverage, options) {
	return [
		coverageLine(coverage),
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
const shownSkipped$1 = 5;
/** What a change brings along and nobody looks at. */
function unusuallySkipped({ filesSkipped }) {
	return filesSkipped.filter(({ reason }) => !usual.has(reason));
}
function skipped(files, options) {
	if (files.length === 0) return [];
	const sorted = sortedSkips(files);
	const named = options.verbose ? sorted : sorted.filter(({ reason }) => !usual.has(reason)).slice(0, shownSkipped$1);
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
/** What is scanned may say itself how: whoever reads the result has to know. */
function configurationLine({ configuration }) {
	if (configuration === void 0) return [];
	const { path, state } = configuration;
	return [`configuration: ${printable(path)}${state === void 0 ? "" : ` of ${printable(state)}`}`];
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
/** The version whose facts hold, cluster by cluster, then what else was taken for granted. */
function assumptions({ clusters, assumptions: all }) {
	const several = clusters.length > 1;
	const versions = clusters.map(({ name, kubernetes }) => {
		const place = kubernetes.origin === void 0 ? "" : ` (${shortPlaceText(kubernetes.origin)})`;
		const version = `Kubernetes ${kubernetes.minor}${kubernetes.assumed ? " (nothing says which)" : place}`;
		return `${several ? `${printable(name)}: ` : ""}${version} with its default roles and bindings`;
	});
	const texts = all.map(({ cluster, text, origin }) => {
		const place = origin === void 0 ? "" : ` (${shortPlaceText(origin)})`;
		return `${several ? `${printable(cluster)}: ` : ""}${text}${place}`;
	});
	const unique = [...new Set(texts)];
	const more = unique.length - shownAssumptions;
	return [
		...versions,
		...unique.slice(0, shownAssumptions),
		...more > 0 ? [`${more} more`] : []
	];
}
const shownRules = 4;
function notEvaluatedLines(run, options) {
	return listed("not evaluated: ", notEvaluated(run, options), options);
}
/** One line for each reason and the clusters for which it holds, which are named unless it holds for all. */
function notEvaluated(run, { verbose }) {
	const clustersOf = /* @__PURE__ */ new Map();
	for (const { rule, reason, cluster } of run.notEvaluated.toSorted((a, b) => compareText(a.rule, b.rule))) {
		const key = `${rule}\0${reason}`;
		clustersOf.set(key, [...clustersOf.get(key) ?? [], cluster]);
	}
	const byReason = /* @__PURE__ */ new Map();
	for (const [key, clusters] of clustersOf) {
		const [rule = "", reason = ""] = key.split("\0");
		const where = clusters.length === run.clusters.length ? "" : `: ${clusters.map(printable).join(", ")}`;
		byReason.set(reason + where, [...byReason.get(reason + where) ?? [], rule]);
	}
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
/** `1 finding`, `2 findings` */
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
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
/** A list, an element to each line. */
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
//#region packages/report/src/utf8.ts
const encoder = new TextEncoder();
/** Bytes of the text in UTF-8. */
function utf8Length(text) {
	return encoder.encode(text).length;
}
/** Line and column of an offset, the column in bytes of the line as the file has it: a byte order mark is three. */
function bytePosition(source, offset) {
	const { line } = positionAt(source, offset);
	const start = lineStarts(source)[line - 1] ?? 0;
	return {
		line,
		column: bytesBefore(source, offset) - bytesBefore(source, start) + 1
	};
}
/** How far apart the offsets are whose bytes are remembered. */
const stride = 1024;
const countsOf = /* @__PURE__ */ new WeakMap();
/** Bytes before an offset: a file may be one line with thousands of places in it, so each starts from one known. */
function bytesBefore(source, offset) {
	let counts = countsOf.get(source);
	if (counts === void 0) {
		counts = countBytes(source.text);
		countsOf.set(source, counts);
	}
	const known = Math.floor(offset / stride);
	return (counts[known] ?? 0) + bytesBetween(source.text, known * stride, offset);
}
function countBytes(text) {
	const counts = [0];
	for (let from = 0, bytes = 0; from + stride <= text.length; from += stride) {
		bytes += bytesBetween(text, from, from + stride);
		counts.push(bytes);
	}
	return counts;
}
/** Each half of a pair of units is two of its four bytes, so that counts add up wherever they are parted. */
function bytesBetween(text, start, end) {
	let bytes = 0;
	for (let i = start; i < end; i++) {
		const unit = text.charCodeAt(i);
		if (unit < 128) bytes += 1;
		else if (unit < 2048 || isPaired(text, i, unit)) bytes += 2;
		else bytes += 3;
	}
	return bytes;
}
function isPaired(text, index, unit) {
	if (unit >= 55296 && unit < 56320) return isBetween(text.charCodeAt(index + 1), 56320, 57343);
	return unit >= 56320 && unit < 57344 && isBetween(text.charCodeAt(index - 1), 55296, 56319);
}
function isBetween(unit, first, last) {
	return unit >= first && unit <= last;
}
//#endregion
//#region packages/report/src/access-diff.ts
/** Nobody reads more in one go. */
const linesShown = 200;
/** Who gained and who lost what, for a person. */
function* renderDiff(answer, context) {
	const { color, verbose, before } = context;
	const limit = verbose ? void 0 : linesShown;
	for (const line of accessChangeLines(answer.clusters, {
		color,
		limit,
		before
	})) yield `${line}\n`;
	yield `${answer.clusters.length > 0 ? "\n" : ""}${printable(summary(answer, context))}\n`;
}
function summary({ clusters }, context) {
	const between = `from ${context.old} to ${context.new}`;
	if (clusters.length === 0) return `nobody gained or lost access ${between}`;
	const { gained, lost, settings } = totals(clusters.map(({ comparison }) => comparison));
	const changed = settings > 0 ? `, ${counted(settings, "setting")} changed` : "";
	return `${counted(gained, "subject")} gained and ${lost} lost access${changed} ${between}`;
}
function totals(comparisons) {
	const subjects = comparisons.flatMap((comparison) => comparison.subjects);
	return {
		gained: subjects.filter(({ gained }) => gained.length > 0).length,
		lost: subjects.filter(({ lost }) => lost.length > 0).length,
		settings: comparisons.reduce((sum, { settings }) => sum + settings.length, 0)
	};
}
/** The same for programs: `docs/schemas/diff.schema.json` says what stands where. */
function* renderDiffJson({ clusters }, context) {
	yield* jsonObject([
		{
			key: "schemaVersion",
			value: 1
		},
		{
			key: "old",
			value: context.old
		},
		{
			key: "new",
			value: context.new
		},
		{
			key: "total",
			value: totals(clusters.map(({ comparison }) => comparison))
		},
		{
			key: "clusters",
			list: accessChangeValues(clusters)
		}
	]);
	yield "\n";
}
/** What leaves room in a comment of GitHub, which takes 65,536 characters. */
const commentLimit$1 = 6e4;
/** The same as a comment of a pull request. */
function* renderDiffMarkdown({ clusters }, context) {
	const between = `from ${markdownCode(context.old)} to ${markdownCode(context.new)}`;
	if (clusters.length === 0) {
		yield `### Nobody gained or lost access\n\nCompared ${between}.\n`;
		return;
	}
	yield `### Who gained and who lost access\n\nCompared ${between}.\n\n`;
	let lines = accessChangeMarkdown(clusters);
	for (let limit = lines.length; !context.verbose && size(lines) > commentLimit$1 && limit > 1;) {
		limit = Math.floor(limit / 2);
		lines = accessChangeMarkdown(clusters, limit);
	}
	yield `${lines.join("\n").trimEnd()}\n`;
}
function size(lines) {
	return lines.reduce((sum, line) => sum + utf8Length(line) + 1, 0);
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
//#region packages/report/src/can-i-text.ts
/** Of grants and near misses nobody reads more. */
const shown$1 = 10;
const missesShown = 5;
/** The answer to one question for a person: yes or no, and why, hop by hop. */
function* renderCanI(answer, context) {
	const paint = painter(context.color);
	const { decision, question, notes } = answer;
	yield `${headline$1(answer, paint)}\n`;
	for (const line of because(decision)) yield `  ${line}\n`;
	if (decision.outcome === "allowed") yield* proofLines$1(decision.proof, question.attributes, paint);
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
function headline$1({ decision, question }, paint) {
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
function* proofLines$1(proof, asked, paint) {
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
/** A grant from its binding to its rule; the words of the rule that are about what is asked come first. */
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
//#region packages/report/src/short-fingerprint.ts
/** Enough digits to name one finding of a run: two of ten thousand share them once in five million runs. */
const digits = 12;
/** The fingerprint as people type it. */
function shortFingerprint({ fingerprint }) {
	return fingerprint.slice(0, digits);
}
//#endregion
//#region packages/report/src/finding-words.ts
const levels = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "info",
	info: "info"
};
function levelOfThree(severity) {
	return levels[severity];
}
/** The sentence of a finding, with whether it was there before, and how many others of the same cause it stands for. */
function titleWords({ title, state, folded }) {
	const worse = state === "worse" ? " (worse than before)" : "";
	return printable(title) + worse + (folded.length === 0 ? "" : ` (+${folded.length})`);
}
/** The same with what to do and where to read on, a line each. */
function messageLines(finding) {
	const help = finding.remedies[0]?.text.split("\n").map(printable) ?? [];
	return [
		titleWords(finding),
		...help.map((line, index) => index === 0 ? `help: ${line}` : line),
		`authgraph explain ${shortFingerprint(finding)}`
	];
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
/** The line with its secrets replaced, for whoever prints a line without its file. */
function maskSecrets(line, context = "plain") {
	let shown = "";
	let from = 0;
	for (const { start, end } of secretRanges(line, context)) {
		shown += line.slice(from, start) + secretMask;
		from = end;
	}
	return shown + line.slice(from);
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
/** The URI reference (RFC 3986) of each text's path from the root of the repository. */
function repositoryUris(base, pathInRepository) {
	return oncePerText(base, pathInRepository, (segments) => segments.map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "�"))).join("/"));
}
/** The path of each text from the root of the repository, as git writes it. */
function repositoryPathsOf(base, pathInRepository) {
	return oncePerText(base, pathInRepository, (segments) => segments.join("/"));
}
function oncePerText(base, pathInRepository, join) {
	const known = /* @__PURE__ */ new Map();
	const placeOf = (path) => {
		if (pathInRepository === void 0 || isNoFile(path)) return joined(repositorySegments(path, base), join);
		const inside = pathInRepository(path);
		return inside === void 0 ? void 0 : joined(repositorySegments(inside, ""), join);
	};
	return ({ path }) => {
		if (!known.has(path)) known.set(path, placeOf(path));
		return known.get(path);
	};
}
function joined(segments, join) {
	return segments === void 0 ? void 0 : join(segments);
}
/** Standard input has a name like this. */
function isNoFile(path) {
	return /^<[^/]*>$/.test(path);
}
/**
* Path of a text from the root of the repository, segment by segment; undefined for what is no file of it: standard input
* (`<stdin>`), files elsewhere. A place is never invented, nor a path of this machine told.
*
* `base` is the folder, from the root, that the paths of the run start from.
*/
function repositorySegments(path, base) {
	if (isNoFile(path) || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return void 0;
	const segments = [];
	for (const segment of [...base.split("/"), ...path.split("/")]) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === void 0) return void 0;
	}
	return segments.length === 0 ? void 0 : segments;
}
//#endregion
//#region packages/report/src/shown-place.ts
/**
* Where tools that know only files show a finding: its own place, else, where no input wrote that, the first of its chain
* that one did.
*/
function shownPlace({ place, hops }) {
	for (const { origin } of [place, ...hops]) if (origin.kind === "text") return origin;
}
//#endregion
//#region packages/report/src/repository-place.ts
function repositoryPlaces({ base = "", pathInRepository }) {
	const pathOf = repositoryPathsOf(base, pathInRepository);
	const of = (origin) => {
		const path = origin.kind === "text" ? pathOf(origin.source) : void 0;
		return origin.kind === "text" && path !== void 0 ? {
			origin,
			path,
			region: regionOf(origin)
		} : void 0;
	};
	const pathIn = ({ place: { origin } }) => origin.kind === "text" ? pathOf(origin.source) ?? origin.source.path : "";
	const start = ({ place: { origin } }) => origin.kind === "text" ? origin.start : 0;
	const isBuiltIn = ({ place: { origin } }) => origin.kind === "text" ? 0 : 1;
	return {
		of,
		inOrder: (findings) => findings.toSorted((a, b) => b.score - a.score || isBuiltIn(a) - isBuiltIn(b) || compareText(pathIn(a), pathIn(b)) || start(a) - start(b)),
		ofFinding: (finding) => {
			const origin = shownPlace(finding);
			return origin === void 0 ? void 0 : of(origin);
		},
		words: (origin) => {
			const place = of(origin);
			return place === void 0 ? placeText(origin) : `${place.path}:${place.region.startLine}`;
		}
	};
}
/** How many findings a format leaves out that knows nothing but files of the repository. */
function findingsWithoutFile({ findings }, options) {
	const { ofFinding } = repositoryPlaces(options);
	return findings.filter((finding) => ofFinding(finding) === void 0).length;
}
//#endregion
//#region packages/report/src/xml-text.ts
/** What XML 1.0 (§2.2 Char) forbids, however it is written. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
/**
* What is markup, what a parser would make a blank in an attribute (§3.3.3), what nobody would see, and `##[` or
* `##vso[`, which the runners of GitHub and Azure obey anywhere in a line.
*/
const special = /[&<>"']|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=#(?:\[|vso\[))/giu;
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** Characters as they may stand in an attribute or an element: the same text without what XML cannot hold. */
function xmlText(text) {
	return text.replace(forbidden, "").replace(special, (character) => entities[character] ?? `&#${character.codePointAt(0) ?? 0};`);
}
//#endregion
//#region packages/report/src/checkstyle.ts
/** The report as Checkstyle writes its own, which every dashboard of static analysis reads: file by file, by place. */
function* renderCheckstyle(run, options = {}) {
	const places = repositoryPlaces(options);
	const byFile = /* @__PURE__ */ new Map();
	for (const finding of run.findings) {
		const place = places.ofFinding(finding);
		if (place === void 0) continue;
		const known = byFile.get(place.path);
		if (known === void 0) byFile.set(place.path, [{
			finding,
			place
		}]);
		else known.push({
			finding,
			place
		});
	}
	yield "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
	for (const [path, placed] of [...byFile].toSorted(([a], [b]) => compareText(a, b))) {
		yield `<file name="${xmlText(path)}">\n`;
		for (const one of placed.toSorted(byPlace)) yield errorElement(one);
		yield "</file>\n";
	}
	yield "</checkstyle>\n";
}
function byPlace({ finding, place }, other) {
	return place.region.startLine - other.place.region.startLine || place.region.startColumn - other.place.region.startColumn || compareText(finding.ruleId, other.finding.ruleId) || compareText(finding.fingerprint, other.finding.fingerprint);
}
function errorElement({ finding, place }) {
	const { startLine, startColumn } = place.region;
	const attributes = {
		line: String(startLine),
		column: String(startColumn),
		severity: levelOfThree(finding.severity),
		message: messageLines(finding).join("; "),
		source: finding.ruleId
	};
	return `<error${Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(value)}"`).join("")}/>\n`;
}
//#endregion
//#region packages/report/src/concise.ts
/**
* A line for each finding, as compilers and grep write places, so that editors can jump to them; then what was read, and
* the counts in the last line.
*/
function* renderConcise(run, { color }) {
	const paint = painter(color);
	const severalClusters = run.clusters.length > 1;
	for (const line of changeLines$1(run, {
		color,
		verbose: false
	})) yield `${line}\n`;
	for (const finding of run.findings) yield `${findingLine(finding, paint, severalClusters)}\n`;
	yield shortFooter(run);
}
/** `a.yaml:3:9: high[rbac-bind] Group ops can bind any ClusterRole (8.6, certain)` */
function findingLine(finding, paint, severalClusters) {
	const { severity, ruleId, title, score, confidence, folded, cluster } = finding;
	const place = harmless(placeText(shownPlace(finding) ?? finding.place.origin));
	const rule = paint(severity, `${severity}[${printable(ruleId)}]`);
	const more = folded.length === 0 ? "" : ` (+${folded.length})`;
	const worse = finding.state === "worse" ? ", worse" : "";
	const where = severalClusters ? `, ${printable(cluster)}` : "";
	return `${place}: ${rule} ${printable(title)} (${score.toFixed(1)}, ${confidence}${where}${worse})${more}`;
}
//#endregion
//#region packages/report/src/csv.ts
/** By name, in their order; a new one goes to the end, because who reads them may count. */
const columns = {
	rule: ({ ruleId }) => ruleId,
	severity: ({ severity }) => severity,
	title: ({ title }) => title,
	subject: ({ identity }) => identity.subject,
	binding: ({ identity }) => objectOf(identity.object)?.kind.endsWith("Binding") ? nameOf(identity.object) : "",
	role: ({ role }) => role === void 0 ? "" : nameOf(role.key),
	namespace: ({ identity }) => objectOf(identity.object)?.namespace ?? "",
	path: (finding, places) => fileOf(finding, places)?.path ?? "",
	line: (finding, places) => fileOf(finding, places)?.line ?? "",
	fingerprint: ({ fingerprint }) => fingerprint,
	column: (finding, places) => fileOf(finding, places)?.column ?? "",
	object: ({ identity }) => identity.object,
	cluster: ({ cluster }) => cluster,
	score: ({ score }) => score.toFixed(1),
	confidence: ({ confidence }) => confidence,
	state: ({ state }) => state ?? "",
	folded: ({ folded }) => folded.length
};
/** The report as a table: comma-separated values (RFC 4180), safe to open in a spreadsheet. */
function* renderCsv(run, options = {}) {
	const places = repositoryPlaces(options);
	yield record(Object.keys(columns));
	for (const finding of places.inOrder(run.findings)) yield record(Object.values(columns).map((column) => column(finding, places)));
}
/** From the root of the repository where it is a file of it, else as it was named. */
function fileOf(finding, places) {
	const origin = shownPlace(finding);
	if (origin === void 0) return void 0;
	return {
		path: places.of(origin)?.path ?? origin.source.path,
		...positionAt(origin.source, origin.start)
	};
}
function record(values) {
	return `${values.map((value) => cell(printable(String(value)))).join(",")}\r\n`;
}
/** A spreadsheet computes what begins like this, whatever file it came from (OWASP, CSV injection). */
const formula = /^\s*[=+\-@＝＋－＠]/;
function cell(text) {
	const plain = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll("\"", "\"\"")}"` : plain;
}
/** Of the key of an object: `group/kind/namespace/name`. Other things are named in other ways. */
function objectOf(key) {
	const match = /^[^/]*\/([^/]+)\/([^/]*)\/(.*)$/s.exec(key);
	if (match === null) return void 0;
	const [, kind = "", namespace = "", name = ""] = match;
	return {
		kind,
		namespace,
		name
	};
}
function nameOf(key) {
	const object = objectOf(key);
	if (object === void 0) return key;
	const { kind, namespace, name } = object;
	return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
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
		count: counts$1(highs, lows)
	};
}
/** For each line the number of lines up to it that have its hash. */
function counts$1(highs, lows) {
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
//#region packages/report/src/rule-page.ts
/** The page of a rule, in Markdown: what it finds, why that matters, what to do, what else speaks of it. */
function renderRule(rule) {
	const { id, title, severity, extended, since, needs, aliases } = rule;
	const table = [
		["Rule", `\`${id}\``],
		["Usual severity", severity],
		["Off unless", extended ? "`--rules-extended`" : ""],
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
		...section("References", list(references.map(linked$1)))
	];
}
function linked$1(reference) {
	return /^https?:\/\/\S+$/.test(reference) ? `<${reference}>` : reference;
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
		extended: false,
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
* `others` the findings in the same line, `more` how many of them are not told. Where there are several clusters, it is
* said whose findings they are.
*/
function messageText(finding, others, more, linkOf, severalClusters) {
	const told = ({ title, cluster }) => sentence(severalClusters ? `${plain(title)} (cluster ${plain(cluster)})` : plain(title));
	const chain = finding.hops.map((hop) => hopText(hop, linkOf(hop))).join("; ");
	const then = finding.notes.filter(({ kind }) => kind === "then").map(({ text }) => plain(text));
	const remedy = finding.remedies[0];
	return [
		told(finding),
		...chain === "" ? [] : [`Chain: ${chain}.`],
		...then.length === 0 ? [] : [`Then: ${sentence(then.join("; "))}`],
		...others.map((other) => `Also here: ${told(other)}`),
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
		...accepted(run),
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
/** Nothing is kept silent in silence, also where the results themselves are left out. */
function accepted({ suppressed: { length } }) {
	if (length === 0) return [];
	return [notification("findings-suppressed", "note", length === 1 ? "1 finding is accepted by a suppression" : `${length} findings are accepted by suppressions`)];
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
/** Why there is nothing else in a report. */
function failureNotification(reason) {
	return notification("analysis-failed", "error", reason);
}
/** What the kinds of notifications mean; those about inputs have the ids of diagnostics. */
const meanings$1 = {
	"results-left-out": "More results than GitHub accepts in one file.",
	"results-not-shown": "More results than GitHub shows.",
	"findings-without-file": "Findings about standard input, or about files outside the repository.",
	"findings-suppressed": "Findings that somebody accepted, with a reason.",
	"file-skipped": "A file that could not be read.",
	"rule-not-evaluated": "A rule whose inputs are missing.",
	"assumption-made": "What was taken for granted because no input says it.",
	"analysis-failed": "The scan could not do its work.",
	"more-notifications": "Notifications that were left out."
};
/** One descriptor for each kind of notification that occurs, by id. */
function describeNotifications(notifications) {
	const levels = /* @__PURE__ */ new Map();
	for (const { descriptor, level } of notifications) if (descriptor?.id !== void 0 && !levels.has(descriptor.id)) levels.set(descriptor.id, level);
	return [...levels].toSorted(([a], [b]) => compareText(a, b)).map(([id, level = "warning"]) => {
		const text = meanings$1[id] ?? "Something about an input: it could not be read, or not be evaluated as it stands.";
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
//#region packages/report/src/sarif-suppressed.ts
/** An accepted risk as a finding of its own: nothing is folded into what nobody has to look at. */
function acceptedFinding({ risk, cluster }) {
	return findingOf(risk, [], cluster);
}
/** What accepts a result, as SARIF says it (3.35: the suppression object). */
function suppressionObject({ suppression }, uriOf) {
	const { form, reason, origin } = suppression;
	const uri = origin.kind === "text" ? uriOf(origin.source) : void 0;
	return {
		kind: form === "comment" || form === "annotation" ? "inSource" : "external",
		status: "accepted",
		justification: reason,
		...origin.kind !== "text" || uri === void 0 ? {} : { location: { physicalLocation: physicalLocation(uri, regionOf(origin)) } }
	};
}
//#endregion
//#region packages/report/src/sarif.ts
/** SARIF wants to know where to read about the tool. */
const homepage = "https://authgraph.dev";
/** More related locations than this are not shown, and 1,000 make GitHub refuse the file. */
const relatedLimit$1 = 100;
/** Findings told together because they are in one line; a file of one line may hold thousands. */
const shownOthers = 10;
/** GitHub keeps as many steps of a result, all its flows together, and refuses the file for ten times as many. */
const stepLimit = 1e3;
/**
* The report for code scanning: SARIF 2.1.0 as GitHub reads it.
*
* One run, results always there (an empty list is what closes alerts), every place relative to the root of the
* repository, no text of the sources, nothing of the machine or the time.
*/
function* renderSarif(run, options = {}) {
	const uriOf = repositoryUris(options.base ?? "", options.pathInRepository);
	const accepted = (options.suppressed === true ? run.suppressed : []).map((one) => ({
		finding: acceptedFinding(one),
		by: one.by
	}));
	const described = [...run.findings, ...accepted.map(({ finding }) => finding)];
	const descriptors = describeRules(run.rules, described, options.docsUrl);
	const placing = {
		descriptors,
		uriOf,
		isOfSeveral: run.clusters.length > 1
	};
	const placed = run.findings.flatMap((finding) => place$1(finding, placing));
	const open = new Set(placed.map(alertKey));
	const silent = accepted.flatMap(({ finding, by }) => place$1(finding, placing, by)).filter((one) => !open.has(alertKey(one)));
	const alerts = [...alertsOf(placed.toSorted(worstFirst)), ...alertsOf(silent.toSorted(worstFirst))];
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
				informationUri: options.docsUrl ?? "https://authgraph.dev",
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
function place$1(finding, { descriptors, uriOf, isOfSeveral }, by) {
	const origin = shownPlace(finding);
	const uri = origin === void 0 ? void 0 : uriOf(origin.source);
	if (origin === void 0 || uri === void 0) return [];
	const descriptorId = descriptors.idOf(finding);
	return [{
		finding,
		origin,
		uri,
		region: regionOf(origin),
		descriptorId,
		by,
		isOfSeveral
	}];
}
function worstFirst(a, b) {
	return tierOrder(a.finding.severity) - tierOrder(b.finding.severity) || b.finding.score - a.finding.score || compareText(a.uri, b.uri) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.finding.ruleId, b.finding.ruleId) || compareText(a.finding.fingerprint, b.finding.fingerprint);
}
/** Results with the same rule in the same line are one alert to GitHub. */
function alertKey({ descriptorId, uri, region }) {
	return `${descriptorId}\n${uri}\n${region.startLine}`;
}
function alertsOf(sorted) {
	const alerts = /* @__PURE__ */ new Map();
	for (const placed of sorted) {
		const key = alertKey(placed);
		const known = alerts.get(key);
		if (known === void 0) alerts.set(key, {
			main: placed,
			others: []
		});
		else known.others.push(placed);
	}
	return [...alerts.values()];
}
/** Where something was compared; what has not changed is no result. */
const baselineStates = {
	new: "new",
	worse: "updated"
};
function result({ main, others }, descriptors, uriOf) {
	const { finding, origin, uri, region } = main;
	const by = [...new Set([main, ...others].flatMap((placed) => placed.by ?? []))];
	const hash = lineHash(origin.source, region.startLine);
	const related = /* @__PURE__ */ new Map();
	for (const hop of [main, ...others].flatMap((placed) => placed.finding.hops)) {
		if (related.size === relatedLimit$1) break;
		const location = hopLocation(hop, uriOf);
		if (location !== void 0) related.set(hop, {
			id: related.size + 1,
			...location
		});
	}
	const flows = [];
	let steps = stepLimit;
	for (const told of [main, ...others.slice(0, shownOthers)]) {
		const flow = codeFlow(told.finding, (hop) => related.get(hop) ?? hopLocation(hop, uriOf)).slice(0, steps);
		if (flow.length < 2) continue;
		flows.push({ threadFlows: [{ locations: flow }] });
		steps -= flow.length;
	}
	return {
		ruleId: main.descriptorId,
		ruleIndex: descriptors.indexOf(finding),
		level: levelOf(finding.severity),
		...finding.state === void 0 ? {} : { baselineState: baselineStates[finding.state] },
		rank: Math.round(finding.score * 10),
		message: { text: messageText(finding, others.slice(0, shownOthers).map((other) => other.finding), Math.max(0, others.length - shownOthers), (hop) => related.get(hop)?.id, main.isOfSeveral) },
		locations: [{ physicalLocation: physicalLocation(uri, region) }],
		...related.size === 0 ? {} : { relatedLocations: [...related.values()] },
		...flows.length === 0 ? {} : { codeFlows: flows },
		...by.length === 0 ? {} : { suppressions: by.map((judged) => suppressionObject(judged, uriOf)) },
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
			...main.isOfSeveral ? { cluster: finding.cluster } : {},
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
	return locations.map(({ place, texts }) => ({ location: {
		physicalLocation: place.physicalLocation,
		message: { text: texts.join("; ") }
	} }));
}
//#endregion
//#region packages/report/src/failed-sarif.ts
/** The report of a scan that came to nothing: no result, and the reason. To upload it would close every alert. */
function renderFailedSarif(toolVersion, reason) {
	const notifications = [failureNotification(reason)];
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "authgraph",
				semanticVersion: toolVersion,
				informationUri: homepage,
				rules: [],
				notifications: [...describeNotifications(notifications)]
			} },
			invocations: [{
				executionSuccessful: false,
				toolExecutionNotifications: notifications
			}],
			columnKind: "utf16CodeUnits",
			results: []
		}]
	};
	return `${JSON.stringify(log)}\n`;
}
//#endregion
//#region packages/report/src/workflow-command.ts
/** `::error file=…,line=…::message`, as @actions/core issueCommand writes it. */
function workflowCommand(name, properties, message) {
	return `::${name} ${Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`).join(",")}::${escapeData(message)}`;
}
/** As @actions/core escapes what follows `::` (toolkit packages/core/src/command.ts escapeData). */
function escapeData(text) {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
/** As @actions/core escapes the value of a property (the same file, escapeProperty). */
function escapeProperty(text) {
	return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
//#endregion
//#region packages/report/src/github.ts
const commandOf = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "notice",
	info: "notice"
};
/** GitHub shows as many of each kind for a step, and drops the others without a word (actions/toolkit, problem matchers: limitations). */
const annotationsOfAKind = 10;
/**
* Workflow commands that annotate a pull request: the most severe findings of each kind, as many as GitHub shows; then
* what was left out, what was read, and the counts, as plain lines of the log.
*/
function* renderGithub(run, options = {}) {
	const places = repositoryPlaces(options);
	const left = {
		error: annotationsOfAKind,
		warning: annotationsOfAKind,
		notice: annotationsOfAKind
	};
	for (const finding of places.inOrder(run.findings)) if (--left[commandOf[finding.severity]] >= 0) yield `${annotation(finding, places)}\n`;
	const cut = [
		"error",
		"warning",
		"notice"
	].flatMap((command) => left[command] < 0 ? [counted(-left[command], command)] : []);
	if (cut.length > 0) yield `not annotated: ${cut.join(", ")}: GitHub shows ${annotationsOfAKind} of each kind; -f pretty, json and sarif have all\n`;
	yield shortFooter(run);
}
function annotation(finding, places) {
	const { severity, ruleId, score, confidence } = finding;
	const title = `${printable(ruleId)} (${severity} ${score.toFixed(1)}, ${confidence})`;
	const properties = {
		...placeProperties(finding, places),
		title
	};
	return workflowCommand(commandOf[severity], properties, messageOf(finding, places));
}
/** Nothing for what is written in no file of the repository: GitHub then shows the annotation without a place. */
function placeProperties(finding, places) {
	const shown = places.ofFinding(finding);
	if (shown === void 0) return {};
	const { startLine, endLine, startColumn, endColumn } = shown.region;
	const place = {
		file: printable(shown.path),
		line: startLine,
		endLine,
		col: startColumn,
		endColumn
	};
	return Object.fromEntries(Object.entries(place).map(([key, value]) => [key, String(value)]));
}
function messageOf(finding, places) {
	const { title, place, folded, remedies } = finding;
	const isOutside = place.origin.kind === "text" && places.of(place.origin) === void 0;
	const where = place.origin.kind === "built-in" || isOutside ? ` (${placeText(place.origin)})` : "";
	const remedy = remedies[0]?.text.split("\n").map(printable).join("\n");
	return [
		printable(title) + where,
		...folded.length === 0 ? [] : [`folded into it: ${folded.length}`],
		...remedy === void 0 ? [] : [`help: ${remedy}`],
		`authgraph explain ${shortFingerprint(finding)}`
	].join("\n");
}
//#endregion
//#region packages/report/src/gitlab.ts
/** GitLab's five severities of code quality are ours by other names. */
const severityOf = {
	critical: "blocker",
	high: "critical",
	medium: "major",
	low: "minor",
	info: "info"
};
/**
* The report for the code quality of GitLab: Code Climate's issues in one array, as far as GitLab reads them
* (docs.gitlab.com, Code Quality: report format). It compares branches by the fingerprints.
*/
function* renderGitlab(run, options = {}) {
	yield* jsonList(issues(run, options));
	yield "\n";
}
function* issues(run, options) {
	const places = repositoryPlaces(options);
	const seen = /* @__PURE__ */ new Map();
	for (const finding of places.inOrder(run.findings)) {
		const place = places.ofFinding(finding);
		if (place === void 0) continue;
		const { fingerprint, ruleId, severity } = finding;
		const before = seen.get(fingerprint) ?? 0;
		seen.set(fingerprint, before + 1);
		yield {
			description: titleWords(finding),
			check_name: ruleId,
			fingerprint: before === 0 ? fingerprint : `${fingerprint}-${before + 1}`,
			severity: severityOf[severity],
			location: {
				path: place.path,
				lines: {
					begin: place.region.startLine,
					end: place.region.endLine
				}
			}
		};
	}
}
//#endregion
//#region packages/report/src/graph-words.ts
const nodeAttributes = [
	"label",
	"kind",
	"places",
	"rules"
];
const edgeAttributes = [
	"label",
	"kind",
	"places",
	"step",
	"phrase",
	"confidence",
	"assumption",
	"obstacles"
];
/** `""` where there is nothing to say. */
function nodeWords(node) {
	if (node.node === "vertex") {
		const { vertex, origin } = node;
		const label = vertexWords(vertex);
		return {
			label,
			kind: vertex.kind === "identity" ? label.split(" ")[0] ?? "" : vertex.kind,
			places: origin === void 0 ? "" : placeText(origin),
			rules: ""
		};
	}
	const { kind, name, namespace, definitions } = node;
	return {
		label: objectWords(kind, name, namespace),
		kind,
		places: definitions.map(({ entry }) => placeText(entry.object.meta.name.origin)).join("\n"),
		rules: [...new Set(definitions.flatMap(({ rules }) => rules))].map(ruleText).join("\n")
	};
}
function edgeWords(edge) {
	if (edge.edge === "binding") {
		const { object, namespace } = edge.binding.entry;
		const label = objectWords(object.kind, object.meta.name.value, namespace);
		const places = [object.meta.name.origin, edge.subject.origin].map(placeText).join("\n");
		return {
			...noStep,
			label,
			kind: "binding",
			places
		};
	}
	const { kind, phrase, confidence, assumption = "", obstacles, grants } = edge.step;
	return {
		label: printable(phrase),
		kind: "step",
		places: grants.map(grantPlaces).join("\n"),
		step: kind,
		phrase: printable(phrase),
		confidence,
		assumption: printable(assumption),
		obstacles: obstacles.map(printable).join("\n")
	};
}
const noStep = {
	step: "",
	phrase: "",
	confidence: "",
	assumption: "",
	obstacles: ""
};
function grantPlaces({ binding, rule }) {
	return [binding.entry.object.meta.name.origin, rule.origin].map(placeText).join("\n");
}
function ruleText(rule) {
	return printable(jsonText(ruleValue(rule)));
}
//#endregion
//#region packages/report/src/graph-dot.ts
/** The graph in the language of Graphviz: subjects on the left, what they hold or reach on the right. */
function* renderDot(exported) {
	yield "digraph authgraph {\n  rankdir=LR\n  node [shape=box]\n";
	const ids = /* @__PURE__ */ new Map();
	for (const node of exported.nodes) {
		const id = idOf(node.id, ids.size);
		ids.set(node.id, id);
		const { label, kind, places } = nodeWords(node);
		yield `  ${id} ${attributes({
			label: escString(label),
			kind,
			tooltip: escString(places),
			...drawn(node)
		})}\n`;
	}
	for (const edge of exported.edges()) {
		const { label, kind, step, phrase, confidence, assumption, obstacles, places } = edgeWords(edge);
		const common = {
			kind,
			step,
			confidence,
			tooltip: escString([
				phrase,
				assumption && `assumed: ${assumption}`,
				obstacles,
				places
			].filter((line) => line !== "").join("\n"))
		};
		const look = edge.edge === "binding" ? { label: escString(label) } : {
			label: step,
			style: "dashed",
			color: "firebrick"
		};
		yield `  ${ids.get(edge.from)} -> ${ids.get(edge.to)} ${attributes({
			...look,
			...common
		})}\n`;
	}
	yield "}\n";
}
/** An id is any quoted text; a number stands for one that could not be printed as it is. */
function idOf(id, index) {
	return printable(id) === id ? quoted(id.replaceAll("\\", "\\\\")) : `n${index}`;
}
function drawn(node) {
	if (node.node === "role") return node.definitions.length === 0 ? { style: "dotted" } : {};
	switch (node.vertex.kind) {
		case "identity": return { shape: "ellipse" };
		case "any-account":
		case "any-user":
		case "pods":
		case "secrets":
		case "nodes":
		case "role": return { shape: "hexagon" };
		case "namespace-admin":
		case "cluster-admin": return { shape: "doubleoctagon" };
	}
}
function attributes(values) {
	return `[${Object.entries(values).filter(([, value]) => value !== "").map(([name, value]) => `${name}=${quoted(value)}`).join(" ")}]`;
}
/** Text of a label or tooltip: there a backslash begins an escape (Graphviz: escString). */
function escString(text) {
	return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}
/** In a quoted text only the quote itself is escaped (Graphviz: the DOT language). */
function quoted(text) {
	return `"${text.replaceAll("\"", "\\\"")}"`;
}
//#endregion
//#region packages/report/src/graph-graphml.ts
/** The graph as GraphML (graphml.graphdrawing.org), as Gephi, yEd and NetworkX read it: every attribute a string. */
function* renderGraphml(exported) {
	yield head;
	yield "  <key id=\"id\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>\n";
	for (const name of nodeAttributes) yield `  <key id="node-${name}" for="node" attr.name="${name}" attr.type="string"/>\n`;
	for (const name of edgeAttributes) yield `  <key id="edge-${name}" for="edge" attr.name="${name}" attr.type="string"/>\n`;
	yield "  <graph id=\"authgraph\" edgedefault=\"directed\">\n";
	const tokens = /* @__PURE__ */ new Map();
	for (const node of exported.nodes) {
		const token = `n${tokens.size}`;
		tokens.set(node.id, token);
		const words = nodeWords(node);
		const data = nodeAttributes.map((name) => dataElement(`node-${name}`, words[name]));
		yield `    <node id="${token}">${dataElement("id", printable(node.id))}${data.join("")}</node>\n`;
	}
	let edges = 0;
	for (const edge of exported.edges()) {
		const words = edgeWords(edge);
		const data = edgeAttributes.map((name) => dataElement(`edge-${name}`, words[name])).join("");
		const ends = `source="${tokens.get(edge.from)}" target="${tokens.get(edge.to)}"`;
		yield `    <edge id="e${edges++}" ${ends}>${data}</edge>\n`;
	}
	yield "  </graph>\n</graphml>\n";
}
const namespace = "http://graphml.graphdrawing.org/xmlns";
const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${namespace}/1.0/graphml.xsd">
`;
function dataElement(key, value) {
	return value === "" ? "" : `<data key="${key}">${escaped(value)}</data>`;
}
/** Printable text has none of the characters that XML 1.0 (§2.2) forbids but the last two of its plane. */
function escaped(text) {
	if (!/[&<>\ufffe\uffff]/.test(text)) return text;
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("￾", "\\u{fffe}").replaceAll("￿", "\\u{ffff}");
}
//#endregion
//#region packages/report/src/graph-values.ts
/** What the JSON says of a node, besides its id. */
function nodeValue(node) {
	if (node.node === "vertex") {
		const { vertex, origin } = node;
		return {
			...vertexValue(vertex),
			label: vertexWords(vertex),
			...origin === void 0 ? {} : { origins: [place$2(origin)] }
		};
	}
	const { kind, name, namespace, definitions, id } = node;
	return {
		kind,
		name,
		...namespace === "" ? {} : { namespace },
		label: id,
		origins: definitions.map(({ entry }) => place$2(entry.object.meta.name.origin)),
		rules: [...new Set(definitions.flatMap(({ rules }) => rules))].map(placedRule)
	};
}
/** What the JSON says of an edge, besides its ends and its name. */
function edgeValue(edge) {
	return edge.edge === "binding" ? bindingEdgeValue(edge.binding, edge.subject) : stepEdgeValue(edge.step);
}
function bindingEdgeValue(binding, subject) {
	return {
		kind: "binding",
		binding: bindingValue(binding),
		origin: place$2(subject.origin)
	};
}
function stepEdgeValue({ kind, phrase, confidence, assumption, obstacles, grants }) {
	return {
		kind: "step",
		step: kind,
		phrase,
		confidence,
		...assumption === void 0 ? {} : { assumption },
		obstacles,
		grants: grants.map(throughValue)
	};
}
/** A grant in short, with the place of its rule: the role says the rest. */
function throughValue({ binding, rule }) {
	return {
		binding: bindingValue(binding),
		origin: place$2(rule.origin)
	};
}
function bindingValue({ entry: { object, namespace } }) {
	return objectValue(object.kind, object.meta.name, namespace);
}
function placedRule(rule) {
	return {
		...ruleValue(rule),
		origin: place$2(rule.origin)
	};
}
//#endregion
//#region packages/report/src/graph-json.ts
/**
* The graph as graphlib's `json.write` gives it, for its `json.read`; `docs/schemas/graph.schema.json` says what stands
* in the values. One node or edge to a line.
*/
async function renderGraphJson(exported, { kubernetes, assumptions }) {
	const { Graph, json } = await import("./graphlib.esm.mjs");
	const graph = new Graph({
		directed: true,
		multigraph: true
	});
	for (const node of exported.nodes) graph.setNode(node.id, nodeValue(node));
	for (const edge of exported.edges()) graph.setEdge(edge.from, edge.to, edgeValue(edge), edge.name);
	graph.setGraph({
		schemaVersion: 1,
		kubernetes: kubernetesValue(kubernetes),
		assumptions: assumptions.map(assumptionValue)
	});
	return jsonLines(json.write(graph));
}
function* jsonLines(graph) {
	yield* jsonObject([
		{
			key: "options",
			value: graph.options
		},
		{
			key: "value",
			value: graph.value
		},
		{
			key: "nodes",
			list: graph.nodes
		},
		{
			key: "edges",
			list: graph.edges
		}
	]);
	yield "\n";
}
//#endregion
//#region packages/report/src/comparison-json.ts
/** What was compared with what: nothing where nothing was. */
function comparisonMembers({ baseline, change }) {
	return [...baseline === void 0 ? [] : [{
		key: "baseline",
		value: risksValue(baseline)
	}], ...change === void 0 ? [] : [{
		key: "change",
		value: {
			since: change.since,
			access: accessChangeValues(change.access),
			risks: risksValue(change.risks),
			excuses: change.excuses.map(({ kind, text, applied, origin }) => ({
				kind,
				text,
				applied,
				place: place$2(origin)
			}))
		}
	}]];
}
function risksValue({ new: added, worse, old, gone }) {
	return {
		new: added,
		worse,
		old,
		gone: gone.map(goneValue)
	};
}
function goneValue({ fingerprint, ruleId, cluster, severity, title, identity }) {
	return {
		fingerprint,
		cluster,
		severity,
		ruleId,
		title,
		identity: {
			subject: identity.subject,
			object: identity.object
		}
	};
}
//#endregion
//#region packages/report/src/json.ts
/** Counts up when a program that reads the format would have to change. */
const schemaVersion = 1;
/** The report for programs: `docs/schemas/run.schema.json` says what stands where. */
function* renderJson(run) {
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
			key: "clusters",
			value: run.clusters.map(({ name, kubernetes }) => ({
				name,
				kubernetes: kubernetesValue(kubernetes)
			}))
		},
		{
			key: "findings",
			list: each$1(run.findings, findingValue)
		},
		{
			key: "diagnostics",
			list: each$1(sortedDiagnostics(run.diagnostics), ({ id, level, message, origin }) => ({
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
			list: each$1(run.notEvaluated, ({ rule, cluster, reason }) => ({
				rule,
				cluster,
				reason
			}))
		},
		{
			key: "assumptions",
			list: each$1(run.assumptions, ({ cluster, text, origin }) => ({
				cluster,
				text,
				...optionalPlace(origin)
			}))
		},
		{
			key: "suppressed",
			list: suppressedValues(run)
		},
		{
			key: "suppressions",
			list: each$1(run.suppressions, suppressionValue)
		},
		...comparisonMembers(run),
		{
			key: "rules",
			list: each$1(run.rules, ({ id, title, severity }) => ({
				id,
				title,
				severity
			}))
		}
	]);
	yield "\n";
}
function* each$1(values, map) {
	for (const value of values) yield map(value);
}
/** Every risk that is accepted, with the position of what accepts it among the suppressions. */
function* suppressedValues({ suppressed, suppressions }) {
	const positions = new Map(suppressions.map((judged, index) => [judged, index]));
	for (const { cluster, risk, by } of suppressed) yield {
		risk: riskValue(namedRisk(risk, cluster)),
		suppression: positions.get(by) ?? -1
	};
}
function suppressionValue({ suppression, state, risks, detail, unusedRules, broken }) {
	const { form, key, label, selects, rules, reason, until, origin } = suppression;
	return {
		form,
		state,
		label,
		selects,
		rules: rules.map(({ value }) => value),
		reason,
		...until === void 0 ? {} : { until: until.value },
		risks,
		unusedRules: unusedRules.map(({ value }) => value),
		...detail === void 0 ? {} : { detail },
		...broken === void 0 ? {} : { broken: place$2(broken) },
		key,
		place: place$2(origin)
	};
}
/** One finding as it stands in the whole report, for programs that ask for it alone. */
function* renderFindingJson({ finding, by }) {
	const suppression = by === void 0 ? {} : { suppression: suppressionValue(by) };
	yield `${jsonText({
		...findingValue(finding),
		...suppression
	})}\n`;
}
function findingValue(finding) {
	return {
		...riskValue(finding),
		folded: finding.folded.map(riskValue)
	};
}
function riskValue(risk) {
	const { fingerprint, cluster, severity, ruleId, title, score, confidence, notes, identity, cause, also } = risk;
	return {
		fingerprint,
		cluster,
		severity,
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
		also,
		...risk.state === void 0 ? {} : { state: risk.state }
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
//#region packages/report/src/junit.ts
/**
* The report for servers that know tests: a suite for each cluster, a test for each rule that was asked. A test fails
* when its rule found something, and tells all of it in one failure, because many show only the first; it is skipped
* when the rule could not be evaluated. As Jenkins' schema has it (xunit-plugin junit-10.xsd), the strictest there is.
*/
function* renderJunit(given, options = {}) {
	const places = repositoryPlaces(options);
	const run = {
		...given,
		findings: places.inOrder(given.findings)
	};
	const suites = clustersOf(run).map((cluster) => ({
		cluster,
		cases: testCases(run, cluster)
	}));
	const name = (cluster) => suites.length === 1 ? "authgraph" : `authgraph ${printable(cluster)}`;
	yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="authgraph"${counts(suites.flatMap(({ cases }) => cases))}>\n`;
	for (const { cluster, cases } of suites) {
		const skipped = cases.filter(({ silent }) => silent?.kind === "skipped").length;
		yield `<testsuite name="${xmlText(name(cluster))}"${counts(cases)} skipped="${skipped}">\n`;
		for (const one of cases) yield testCase(one, name(cluster), places);
		yield "</testsuite>\n";
	}
	yield "</testsuites>\n";
}
function clustersOf({ clusters, findings }) {
	return [...new Set([...clusters, ...findings.map(({ cluster }) => ({ name: cluster }))].map(({ name }) => name))];
}
function testCases(run, cluster) {
	const found = /* @__PURE__ */ new Map();
	for (const { id } of run.rules) found.set(id, []);
	for (const finding of run.findings) {
		if (finding.cluster !== cluster) continue;
		const known = found.get(finding.ruleId);
		if (known === void 0) found.set(finding.ruleId, [finding]);
		else known.push(finding);
	}
	const titles = new Map(run.rules.map(({ id, title }) => [id, title]));
	const silent = new Map(run.notEvaluated.filter((one) => one.cluster === cluster).map((one) => [one.rule, one]));
	return [...found].toSorted(([a], [b]) => compareText(a, b)).map(([ruleId, findings]) => {
		const why = findings.length === 0 ? silent.get(ruleId) : void 0;
		const kind = why?.failure === void 0 ? "skipped" : "error";
		return {
			ruleId,
			title: titles.get(ruleId) ?? "",
			findings,
			silent: why === void 0 ? void 0 : {
				kind,
				reason: why.reason
			}
		};
	});
}
function counts(cases) {
	const failures = cases.filter(({ findings }) => findings.length > 0).length;
	const errors = cases.filter(({ silent }) => silent?.kind === "error").length;
	return ` tests="${cases.length}" failures="${failures}" errors="${errors}"`;
}
function testCase({ ruleId, title, findings, silent }, suite, places) {
	const name = printable(title === "" ? ruleId : `${ruleId} ${title}`);
	const start = `<testcase classname="${xmlText(suite)}" name="${xmlText(name)}"`;
	if (silent !== void 0) return `${start}>\n<${silent.kind} message="${xmlText(printable(silent.reason))}"/>\n</testcase>\n`;
	const worst = findings[0];
	if (worst === void 0) return `${start}/>\n`;
	const message = `${counted(findings.length, "finding")}: ${countBySeverity(findings)}`;
	const lines = findings.flatMap((finding) => findingLines$1(finding, places)).map(xmlText);
	return `${start}>\n<failure type="${worst.severity}" message="${message}">\n${lines.join("\n")}\n</failure>\n</testcase>\n`;
}
function findingLines$1(finding, places) {
	const { severity, score, confidence, place } = finding;
	const [title = "", ...rest] = messageLines(finding);
	return [`${severity} ${printable(places.words(place.origin))}: ${title} (${score.toFixed(1)}, ${confidence})`, ...rest.map((line) => `  ${line}`)];
}
//#endregion
//#region packages/report/src/markdown-change.ts
/** Who gained the most comes first. */
const accessLimit = 40;
/** Of each kind. */
const shownExcuses = 10;
const shownSkipped = 10;
/**
* What a change does beside its findings, line by line: who gained and lost what, and what it brings along to keep
* findings silent.
*/
function changeLines(change) {
	const { since, access, risks, excuses } = change;
	const unread = unusuallySkipped(change);
	const counts = [
		`${counted(risks.new, "risk")} new`,
		`${risks.worse} worse`,
		...risks.old === 0 ? [] : [`${risks.old} known and not shown`],
		...risks.gone.length === 0 ? [] : [`${risks.gone.length} gone`]
	];
	const told = accessChangeMarkdown(access, accessLimit);
	return ["", ...[
		`Since ${markdownCode(since)}: ${counts.join(", ")}.`,
		...excuses.length === 0 ? [] : ["", ...excuseLines(excuses)],
		...unread.length === 0 ? [] : ["", ...skippedLines(unread)],
		...told.length === 0 ? [] : ["", ...told]
	]].map((line) => `${line}\n`);
}
function excuseLines(excuses) {
	return [
		"**Added to keep findings silent**",
		"",
		...excusesByKind(excuses, shownExcuses).flatMap(({ shown, left }) => [...shown.map(excuseLine), ...left === void 0 ? [] : [`- ${left}`]])
	];
}
function excuseLine({ kind, text, origin, applied }) {
	const taken = applied ? "" : ", not taken from the change itself";
	return `- ${markdownText(`${kind}: ${text}`)} (${markdownCode(shortPlaceText(origin))}${taken})`;
}
function skippedLines(files) {
	const more = files.length - shownSkipped;
	return [
		"**Not looked at**",
		"",
		...files.slice(0, shownSkipped).map(({ path, reason }) => `- ${markdownCode(path)}: ${reason}`),
		...more > 0 ? [`- ${more} more`] : []
	];
}
//#endregion
//#region packages/report/src/markdown.ts
/** What leaves room for whatever the poster of a comment adds to it. */
const commentLimit = 6e4;
const shownChains = 10;
/** Steps of one chain; the first and the last tell the most, but a chain this long is rare. */
const shownHops = 20;
/** A name may be as long as a file. */
const longestCell = 400;
/**
* The report as a comment of a pull request or the summary of a job: how many of each severity, a row for each finding,
* the chains of the most severe, what was read. What exceeds the limit is counted, not shown.
*/
function* renderMarkdown(given, options = {}) {
	const places = repositoryPlaces(options);
	const run = {
		...given,
		findings: places.inOrder(given.findings)
	};
	const head = `${marker(options.category)}### ${titleOf$1(run)}\n`;
	const foot = `\n${footer(run)}\n`;
	let room = (options.limit ?? commentLimit) - utf8Length(head) - utf8Length(foot);
	const hints = utf8Length(leftOut(run.findings.length, "finding")) + utf8Length(leftOut(shownChains, "chain"));
	const changed = run.change === void 0 ? [] : changeLines(run.change);
	const change = fitting(changed, room / 4);
	const changeHint = leftOut(changed.length - change.shown.length, "line");
	room -= utf8Length(rowsHead) + hints + change.size + utf8Length(changeHint);
	const worst = run.findings.slice(0, shownChains);
	const chains = fitting(worst.map((finding) => chain(finding, places, options)), room / 2);
	const rows = fitting(mapped(run.findings, (finding) => row(finding, places, options)), room - chains.size);
	yield head + change.shown.join("") + changeHint;
	if (run.findings.length > 0) {
		if (rows.shown.length > 0) yield rowsHead + rows.shown.join("");
		yield leftOut(run.findings.length - rows.shown.length, "finding");
		yield chains.shown.join("");
		yield leftOut(worst.length - chains.shown.length, "chain");
	}
	yield foot;
}
/** The hidden first line of a category's comment. */
function marker(category) {
	if (category === void 0) return "";
	return `<!-- authgraph:${category.replace(/[^\w./ -]+/g, "-").replace(/-{2,}/g, "-")} -->\n`;
}
function titleOf$1(run) {
	const { findings } = run;
	if (findings.length === 0) return `authgraph: ${countLine(run)}`;
	return `authgraph: ${counted(findings.length, "finding")}: ${countBySeverity(findings)}`;
}
const rowsHead = "\n| Severity | Finding | Where | Rule |\n| --- | --- | --- | --- |\n";
function row(finding, places, options) {
	const { severity, state, title, folded, ruleId } = finding;
	const worth = `${severity}${state === "worse" ? ", worse" : ""}`;
	const more = folded.length === 0 ? "" : ` (+${folded.length})`;
	return `| ${[...[
		worth,
		markdownText(shortened(title)) + more,
		placeLink(finding.place, places, options)
	], ruleLink(ruleId, options)].join(" | ")} |\n`;
}
function chain(finding, places, options) {
	const { severity, score, title, hops, notes, remedies, confidence } = finding;
	const then = notes.filter(({ kind }) => kind === "then").map(({ text }) => `- then ${markdownText(text)}\n`);
	const remedy = remedies[0];
	return [
		`\n<details><summary><b>${severity}</b> ${markdownText(shortened(title))}</summary>\n\n`,
		...hops.slice(0, shownHops).map((hop) => hopLine(hop, places, options)),
		...hops.length > shownHops ? [`- ${hops.length - shownHops} more\n`] : [],
		...then,
		...remedy === void 0 ? [] : [`\nTo fix it: ${remedy.text.split("\n").map(markdownText).join("<br>")}\n`],
		`\n${score.toFixed(1)}, ${confidence}; ${markdownCode(`authgraph explain ${shortFingerprint(finding)}`)}\n\n</details>\n`
	].join("");
}
function hopLine(hop, places, options) {
	const label = hop.label === "" ? "" : ` ${markdownText(hop.label)}`;
	return `- ${hop.step === void 0 ? "" : `${hop.step}: `}${placeLink(hop, places, options)}${label}\n`;
}
function placeLink({ origin }, places, { urlOf }) {
	const code = markdownCode(places.words(origin));
	const place = places.of(origin);
	return place === void 0 || urlOf === void 0 ? code : linked(code, urlOf(place.path, place.region.startLine));
}
function ruleLink(ruleId, { docsUrl }) {
	const code = markdownCode(ruleId);
	return docsUrl === void 0 ? code : linked(code, `${docsUrl}/rules/${encodeURIComponent(ruleId)}.md`);
}
/** HTML, because what ends a link of Markdown may stand in a URL. */
function linked(html, url) {
	return `<a href="${url.replace(/[&<>"|\s]/g, (character) => `&#${character.charCodeAt(0)};`)}">${html}</a>`;
}
function footer(run) {
	return `<sub>${shortFooter({
		...run,
		change: void 0
	}).trimEnd().split("\n").slice(0, run.findings.length === 0 ? -1 : void 0).map(markdownText).join("<br>")}</sub>`;
}
function shortened(text) {
	const shown = printable(text);
	return shown.length <= longestCell ? text : `${shown.slice(0, longestCell)}…`;
}
/** Says of what does not fit how much there is; nothing where all of it fits. */
function leftOut(count, noun) {
	return count === 0 ? "" : `\n${counted(count, `more ${noun}`)} left out to keep this short; the other formats have all.\n`;
}
/** The first pieces that fit together, asked for no further than that. */
function fitting(pieces, room) {
	const shown = [];
	let size = 0;
	for (const piece of pieces) {
		const next = size + utf8Length(piece);
		if (next > room) break;
		shown.push(piece);
		size = next;
	}
	return {
		shown,
		size
	};
}
function* mapped(values, map) {
	for (const value of values) yield map(value);
}
//#endregion
//#region packages/report/src/paths-words.ts
/** `User jane`, `read-secrets in dev`, `cluster-admin`; printable. */
function endWords(end) {
	switch (end.end) {
		case "identity": return keyWords$1(end.key);
		case "cluster-admin": return "cluster-admin";
		case "power": return end.namespace === void 0 ? end.power : `${end.power} in ${printable(end.namespace)}`;
	}
}
/** What somebody does or is by a step: `can run pods as …`, `is in Group …`; printable. */
function stepWords({ powerId, phrase }) {
	return printable(powerId === void 0 ? phrase : `can ${phrase}`);
}
/** What a grant of a step is asked for there: its rule may give much else. */
function askedOf({ power }, grant) {
	const witness = power?.witnesses.find((one) => one.grant === grant);
	if (witness === void 0) return void 0;
	const { verb, apiGroup, resource, subresource } = witness.ask;
	return {
		kind: "resource",
		verb,
		apiGroup,
		resource,
		subresource,
		namespace: "",
		name: ""
	};
}
/** How many start on each way, most first: `3 by pods of their own, 1 by impersonation`. */
function waysOf(routes) {
	const counts = /* @__PURE__ */ new Map();
	for (const { path, others } of routes) {
		const way = path.steps.map(({ kind }) => wayOf[kind]).find((word) => word !== void 0) ?? "by what they are";
		counts.set(way, (counts.get(way) ?? 0) + 1 + others.length);
	}
	return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([way, count]) => `${count} ${way}`).join(", ");
}
/** Who starts on some routes, themselves alone. */
function identitiesOf(routes) {
	return routes.reduce((sum, { others }) => sum + 1 + others.length, 0);
}
/** Undefined for what follows by itself. */
const wayOf = {
	"create-pod": "by pods of their own",
	"write-workload": "by workloads of their own",
	"enter-pod": "by entering pods",
	"request-token": "by tokens they request",
	"read-token-secret": "by tokens in Secrets",
	"create-token-secret": "by token Secrets of their own",
	impersonate: "by impersonation",
	"bind-role": "by binding roles",
	"escalate-role": "by changing roles",
	"approve-certificate": "by certificates they approve",
	"reach-kubelet": "through kubelets",
	"node-credential": "by the credential of a node",
	"mount-host-path": "by folders of nodes",
	"relabel-namespace": "by relabelling namespaces",
	"run-privileged": "by privileged pods",
	"control-admission": "by admission webhooks",
	"replace-api-server": "by API servers of their own",
	"inject-aggregate": "by rules for an aggregated role",
	"write-identity-map": "by the mapping of identities",
	"member-of": void 0,
	"one-of-accounts": void 0,
	"one-of-users": void 0,
	"token-in-secret": void 0,
	"pod-runs-as": void 0,
	"pods-on-node": void 0,
	controllers: void 0,
	"holds-everything": "by a role that gives everything"
};
//#endregion
//#region packages/report/src/paths-json.ts
/** The ways to climb for programs: `docs/schemas/paths.schema.json` says what stands where. One path to a line. */
function* renderPathsJson(answer, context) {
	const { from, to, confidence, already, routes } = answer;
	const shown = routes.slice(0, context.limit);
	yield* jsonObject([
		{
			key: "schemaVersion",
			value: 1
		},
		{
			key: "kubernetes",
			value: kubernetesValue(context.kubernetes)
		},
		{
			key: "question",
			value: {
				...from === void 0 ? {} : { from: endValue(from) },
				to: endValue(to),
				confidence
			}
		},
		{
			key: "already",
			list: each(already, holdingValue)
		},
		{
			key: "paths",
			list: each(shown, routeValue)
		},
		{
			key: "total",
			value: {
				paths: routes.length,
				identities: identitiesOf(routes)
			}
		},
		{
			key: "assumptions",
			list: each(context.assumptions, assumptionValue)
		}
	]);
	yield "\n";
}
function* each(values, map) {
	for (const value of values) yield map(value);
}
function endValue(end) {
	switch (end.end) {
		case "identity": return endOf(identityVertex(end.key));
		case "cluster-admin": return endOf({ kind: "cluster-admin" });
		case "power": {
			const { power, namespace } = end;
			return {
				kind: "power",
				power,
				...namespace === void 0 ? {} : { namespace }
			};
		}
	}
}
function endOf(vertex) {
	return {
		...vertexValue(vertex),
		text: vertexWords(vertex)
	};
}
function holdingValue({ who, grants }) {
	return {
		who: endOf(who),
		grants: grants.map(grantValue)
	};
}
function routeValue({ path, others, members, gains }) {
	const { steps, confidence, assumedHops } = path;
	return {
		from: endOf(steps[0].from),
		length: steps.length,
		confidence,
		assumedHops,
		steps: steps.map(stepValue),
		...gains === void 0 ? {} : { gains: {
			phrase: gains.phrase,
			grants: gains.grants.map(grantValue)
		} },
		others: others.map(otherValue),
		members
	};
}
/** Another start of the same path: what differs is its first step. */
function otherValue({ steps: [first] }) {
	return {
		from: endOf(first.from),
		grants: first.grants.map(grantValue)
	};
}
function stepValue(step) {
	const { kind, to, phrase, powerId, confidence, assumption, obstacles, grants, hops } = step;
	return {
		kind,
		to: endOf(to),
		phrase,
		...powerId === void 0 ? {} : { power: powerId },
		confidence,
		...assumption === void 0 ? {} : { assumption },
		obstacles,
		grants: grants.map(grantValue),
		places: hops.map(({ label, origin }) => ({
			label,
			origin: place$2(origin)
		}))
	};
}
//#endregion
//#region packages/report/src/paths-text.ts
/** Of those who are there already, and of those who share a route, nobody reads more. */
const namesShown = 5;
/** The ways to climb for a person: shortest first, each step with its proof. */
function* renderPaths(answer, context) {
	const paint = painter(context.color);
	const { already, routes, confidence } = answer;
	const shown = routes.slice(0, context.limit);
	if (already.length > 0) yield* alreadyLines(answer, paint);
	if (shown.length > 0) {
		yield `${already.length > 0 ? "\n" : ""}${paint("strong", `${titleOf(answer)}, shortest first:`)}\n`;
		const told = /* @__PURE__ */ new Set();
		for (const [index, route] of shown.entries()) yield* routeLines(route, index + 1, answer, told, paint);
	} else if (already.length === 0) yield `${paint("added", "no path")} ${titleOf(answer).replace(/^paths /, "")}\n`;
	yield "\n";
	const rest = routes.slice(shown.length);
	if (rest.length > 0) yield `and ${restWords(rest, answer)} (--limit 0 shows all)\n`;
	if (confidence !== "possible") yield "note: steps that need something unknown are left out: --confidence possible\n";
	yield* assumedLines(context);
}
function titleOf({ from, to }) {
	switch (from?.end) {
		case void 0: return `paths to ${endWords(to)}`;
		case "identity":
		case "cluster-admin": return `paths from ${endWords(from)} to ${endWords(to)}`;
		case "power": return `paths of those who have ${endWords(from)}, to ${endWords(to)}`;
	}
}
function* alreadyLines({ already, to }, paint) {
	yield `${paint("strong", `${{
		power: "have it already",
		identity: "cluster-admin, and so anybody",
		"cluster-admin": "cluster-admin already"
	}[to.end]}:`)}\n`;
	yield* tableLines(already.slice(0, namesShown).map(alreadyRow));
	if (already.length > namesShown) yield `  and ${already.length - namesShown} more (-f json has them all)\n`;
}
function alreadyRow({ who, grants: [grant] }) {
	if (grant === void 0) return [vertexWords(who)];
	const [binding, , role] = hopsOf(grant, void 0);
	return [
		vertexWords(who),
		`${binding?.text}, ${role?.text}`,
		binding?.place ?? ""
	];
}
/** Proofs are told once: many paths end alike. */
function* routeLines(route, number, answer, told, paint) {
	const { path, gains, others } = route;
	const { steps, confidence } = path;
	const length = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
	const sureness = paint(confidence === "certain" ? "strong" : "medium", confidence);
	yield `\n${paint("high", headOf$1(route, answer, number))}: ${length}, ${sureness}\n`;
	const proofs = steps.map(proofOf);
	const width = widthOf(steps.flatMap((step, index) => told.has(step) ? [] : proofs[index] ?? []));
	for (const [index, step] of steps.entries()) {
		const proof = proofs[index] ?? [];
		const isRepeated = told.has(step) && proof.length > 0;
		yield `  ${index + 1}. ${stepWords(step)}${isRepeated ? " (as above)" : ""}\n`;
		if (!isRepeated) yield* hopLines$1(proof, paint, width);
		told.add(step);
	}
	if (answer.to.end === "identity" && steps.at(-1)?.to.kind === "cluster-admin") yield `     and so act as ${endWords(answer.to)}\n`;
	if (gains !== void 0) {
		yield `     which can ${printable(gains.phrase)}\n`;
		for (const grant of gains.grants) yield* hopLines$1(hopsOf(grant, void 0), paint);
	}
	yield* othersLines(others, answer);
}
function* hopLines$1(hops, paint, width = widthOf(hops)) {
	for (const { word, text, place } of hops) {
		const gap = place === "" ? "" : " ".repeat(width - textWidth(text) + 2);
		yield `     ${paint("gutter", word.padEnd(8))} ${text}${gap}${place}\n`;
	}
}
function widthOf(hops) {
	return Math.max(0, ...hops.map(({ text, place }) => place === "" ? 0 : textWidth(text)));
}
function headOf$1({ path, others, members }, { from }, number) {
	if (from?.end === "identity") return `path ${number}`;
	const starts = [path, ...others.slice(0, 1)].map(({ steps: [first] }) => vertexWords(first.from));
	const known = members === 0 ? "" : `, with ${members} known members`;
	return others.length < 2 ? starts.join(" and ") + known : `${starts[0]} and ${others.length} more${known}`;
}
/** What makes a step possible, what it takes for granted, and what may stop it. */
function proofOf(step) {
	const { grants, assumption, obstacles } = step;
	return [
		...grants.length > 0 ? proofLines(step) : roleLines(step),
		...assumption === void 0 ? [] : [{
			word: "assumed",
			text: printable(assumption),
			place: ""
		}],
		...obstacles.map((text) => ({
			word: "obstacle",
			text: printable(text),
			place: ""
		}))
	];
}
/** What several grants share is told once. What Kubernetes ships has no place of its own. */
function proofLines(step) {
	const told = /* @__PURE__ */ new Map();
	for (const grant of step.grants) {
		const hops = hopsOf(grant, askedOf(step, grant));
		const [binding, , role] = hops;
		const through = {
			word: "through",
			text: `${binding?.text}, ${role?.text} (${role?.place})`,
			place: ""
		};
		const isShipped = grant.binding.entry.object.origin.kind === "built-in";
		for (const hop of isShipped ? [through] : hops) told.set(`${hop.word} ${hop.text} ${hop.place}`, hop);
	}
	return [...told.values()];
}
/** Of a role that somebody bound to themselves: no binding is there yet. Other steps say their place by themselves. */
function roleLines({ from, power }) {
	if (from.kind !== "role" || power === void 0) return [];
	return power.witnesses.flatMap(({ grant }) => hopsOf(grant, void 0).filter(({ word }) => word === "role" || word === "rule"));
}
function* othersLines(others, { from }) {
	if (others.length === 0) return;
	yield from?.end === "identity" ? "  the same through\n" : "  the same for\n";
	const rows = others.slice(0, namesShown).map(({ steps: [first] }) => {
		const { words, places } = bindingsOf(first);
		return [
			...from?.end === "identity" ? [] : [vertexWords(first.from)],
			words,
			places
		];
	});
	for (const line of tableLines(rows)) yield `  ${line}`;
	if (others.length > namesShown) yield `    and ${others.length - namesShown} more (-f json has them all)\n`;
}
function bindingsOf({ grants }) {
	const bindings = [...new Set(grants.map(({ binding }) => binding.entry))];
	return {
		words: bindings.map(({ object, namespace }) => objectWords(object.kind, object.meta.name.value, namespace)).join(", "),
		places: bindings.map(({ object }) => placeText(object.meta.name.origin)).join(", ")
	};
}
function restWords(rest, { from }) {
	if (from?.end === "identity") return `${rest.length} longer or less sure ones`;
	const count = identitiesOf(rest);
	return `${count} more ${count === 1 ? "identity" : "identities"}: ${waysOf(rest)}`;
}
//#endregion
//#region packages/report/src/acceptance.ts
/**
* What to write where to accept a finding: a comment above its line, else, where no comment can stand, the command that
* writes an entry of the configuration. Undefined where nothing would.
*/
function acceptanceText(finding) {
	const acceptance = acceptanceOf(finding);
	switch (acceptance.by) {
		case "comment": {
			const { rules, source, line } = acceptance;
			const named = rules.map(printable).join(", ");
			return `above ${printable(source.path)}:${line}: # authgraph: ignore[${named}] -- REASON`;
		}
		case "nothing": return;
		case "configuration": return `${acceptCommand(finding)} (no comment can stand there)`;
	}
}
/** The command that writes an entry of the configuration for a finding. */
function acceptCommand(finding) {
	return `authgraph suppress ${shortFingerprint(finding)} --reason REASON`;
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
	const placed = marks.map((mark) => place(source, mark)).toSorted((a, b) => a.line - b.line || a.range.start - b.range.start || a.range.end - b.range.end);
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
function place(source, mark) {
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
//#region packages/report/src/finding-text.ts
/** `critical[rbac-grant-anonymous]: requests without credentials can …` */
function headline({ severity, ruleId, title, state }, paint) {
	const worse = state === "worse" ? " (worse)" : "";
	return `${paint(severity, `${severity}[${printable(ruleId)}]`)}${paint("strong", `: ${printable(title)}${worse}`)}`;
}
/** One finding: title, frames, notes, remedies, worth. */
function findingLines(finding, options, paint) {
	const hops = chainOf(finding);
	const style = frameStyle(finding, options, paint);
	return [
		headline(finding, paint),
		...framesOf(hops, finding.place, style),
		...notesAbove(finding, style, options),
		...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)),
		...finding.notes.filter(({ kind }) => kind === "note").flatMap(({ text }) => noteLines("note", text, style, options)),
		...worthLines(finding, style, options)
	];
}
/** The hops, the place among them. */
function chainOf({ hops, place }) {
	return hops.some((hop) => isSameHop(hop, place)) ? hops : [place, ...hops];
}
/** With a margin that holds every line number of the finding. */
function frameStyle(finding, { width }, paint) {
	return {
		paint,
		digits: String(lastLine(chainOf(finding), finding)).length,
		room: Math.min(Math.max(width - 8, 40), longestExcerpt),
		primary: finding.severity
	};
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
function alsoLines(finding, style, options) {
	const told = options.verbose ? finding.folded : newlyTold(finding);
	const shown = options.verbose ? told.length : shownFolded;
	return [...told.slice(0, shown).flatMap((risk) => noteLines("also", alsoText(finding, risk, options), style, options)), ...told.length > shown ? noteLines("also", `${told.length - shown} more (--verbose)`, style, options) : []];
}
/** Without those whose words begin another one's, as a power does the path that it is the first step of. */
function newlyTold({ title, identity: { object }, folded }) {
	const said = [{
		words: title,
		object
	}, ...folded.map(({ also, identity }) => ({
		words: also,
		object: identity.object
	}))];
	return folded.filter(({ also, identity }, index) => {
		const before = said.slice(0, index + 1);
		return also === "" || !before.some(({ words, object: of }) => of === identity.object && words.startsWith(also));
	});
}
/** Only what differs from the finding is said: another subject, another rule, another place, another confidence. */
function alsoText(finding, risk, { verbose }) {
	const sameSubject = risk.identity.subject === finding.identity.subject;
	const sameObject = risk.identity.object === finding.identity.object;
	const said = sameSubject ? risk.alsoOfSame ?? risk.also : risk.also;
	const isThroughTheSame = !sameSubject && sameObject && risk.role !== void 0;
	const { origin } = risk.place;
	const worth = [
		...!sameObject || isElsewhere(origin, finding.place.origin) ? [shortPlaceText(origin)] : [],
		...risk.ruleId === finding.ruleId ? [] : [printable(risk.ruleId)],
		`${risk.severity} ${risk.score.toFixed(1)}`,
		...risk.state === "worse" ? ["worse"] : [],
		...risk.confidence === finding.confidence ? [] : [risk.confidence],
		"folded",
		...verbose ? [`authgraph explain ${shortFingerprint(risk)}`] : []
	];
	return `${isThroughTheSame ? throughTheSame(said) : said} (${worth.join(", ")})`;
}
/** Before what it leads to. */
function throughTheSame(said) {
	const end = said.lastIndexOf(", which ");
	const claim = end < 0 ? said : said.slice(0, end);
	return `${claim} through the same binding${said.slice(claim.length)}`;
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
	const worth = margin + [
		`severity ${finding.score.toFixed(1)}`,
		`confidence ${finding.confidence}`,
		...options.severalClusters ? [`cluster ${printable(finding.cluster)}`] : [],
		...options.rulesWithoutPage?.has(finding.ruleId) === true ? [] : [link],
		`authgraph explain ${shortFingerprint(finding)}`
	].join(", ");
	if (!options.verbose) return [worth];
	const acceptance = acceptanceText(finding);
	return [
		worth,
		`${margin}fingerprint ${finding.fingerprint}`,
		...acceptance === void 0 ? [] : [`${margin}to accept it: ${acceptance}`]
	];
}
//#endregion
//#region packages/report/src/pretty.ts
/** The report for a person: every finding with its chain in the sources, then what was and was not looked at. */
function* renderPretty(run, options) {
	if (options.quiet) {
		if (run.findings.length > 0) yield block$1([countLine(run, verboseHint), ...exitLines(options)]);
		return;
	}
	const paint = painter(options.color);
	yield* paragraph$1(changeLines$1(run, options));
	const shown = {
		...options,
		severalClusters: run.clusters.length > 1
	};
	const framed = run.change === void 0 || options.verbose ? run.findings : run.findings.slice(0, framesOfChange);
	for (const finding of framed) yield `${block$1(findingLines(finding, shown, paint))}\n`;
	yield* paragraph$1(linesOfMore(run.findings.slice(framed.length), shown, paint));
	yield* paragraph$1(excuseLines$1(run, options));
	yield block$1(footerLines(run, options));
}
/** Who commits reads a screen or two: as many findings with their chains, and of the others a line each. */
const framesOfChange = 5;
const linesOfChange = 20;
function linesOfMore(findings, { severalClusters }, paint) {
	if (findings.length === 0) return [];
	const left = findings.length - linesOfChange;
	return [
		`${counted(findings.length, "more finding")}${verboseHint}:`,
		...findings.slice(0, linesOfChange).map((finding) => {
			const hint = `authgraph explain ${shortFingerprint(finding)}`;
			return `  ${findingLine(finding, paint, severalClusters)}, ${hint}`;
		}),
		...left > 0 ? [`  … and ${left} more`] : []
	];
}
/** What is wrong with the inputs, for stderr: in the same form as findings. */
function* renderDiagnostics(diagnostics, options) {
	const paint = painter(options.color);
	for (const diagnostic of sortedDiagnostics(diagnostics)) {
		if (diagnostic.level === "note" && !options.verbose) continue;
		yield block$1(diagnosticLines(diagnostic, options, paint));
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
function* paragraph$1(lines) {
	if (lines.length > 0) yield `${block$1(lines)}\n`;
}
function block$1(lines) {
	return `${lines.join("\n")}\n`;
}
//#endregion
//#region packages/report/src/rdjson.ts
/** What a comment of a review may show beside its own place. */
const relatedLimit = 10;
/** The report for reviewdog: its Diagnostic Format (reviewdog proto/rdf), columns in bytes of UTF-8. */
function* renderRdjson(run, options = {}) {
	yield* jsonObject([{
		key: "source",
		value: source(options)
	}, {
		key: "diagnostics",
		list: diagnostics(run, options)
	}]);
	yield "\n";
}
/** The same, a diagnostic to each line. */
function* renderRdjsonl(run, options = {}) {
	for (const diagnostic of diagnostics(run, options)) yield `${jsonText({
		...diagnostic,
		source: source(options)
	})}\n`;
}
function source({ docsUrl }) {
	return {
		name: "authgraph",
		...docsUrl === void 0 ? {} : { url: docsUrl }
	};
}
function* diagnostics(run, options) {
	const places = repositoryPlaces(options);
	for (const finding of places.inOrder(run.findings)) {
		const place = places.ofFinding(finding);
		if (place !== void 0) yield diagnostic(finding, place, places, options);
	}
}
function diagnostic(finding, place, places, { docsUrl }) {
	const { ruleId, severity, hops, remedies } = finding;
	const url = docsUrl === void 0 ? {} : { url: `${docsUrl}/rules/${encodeURIComponent(ruleId)}.md` };
	const related = hops.flatMap((hop) => relatedLocation(hop, places)).slice(0, relatedLimit);
	const suggestion = suggestionOf(remedies[0], place, places);
	return {
		message: messageLines(finding).join("\n"),
		location: {
			path: place.path,
			range: rangeOf(place.origin, place.region.startLine)
		},
		severity: levelOfThree(severity).toUpperCase(),
		code: {
			value: ruleId,
			...url
		},
		...suggestion === void 0 ? {} : { suggestions: [suggestion] },
		...related.length === 0 ? {} : { related_locations: related }
	};
}
function relatedLocation({ origin, label, step }, places) {
	const place = places.of(origin);
	if (place === void 0) return [];
	return [{
		message: printable(step === void 0 ? label : `${step}. ${label}`),
		location: {
			path: place.path,
			range: rangeOf(place.origin, place.region.startLine)
		}
	}];
}
/** Of the best remedy, where it is one edit of the file that the finding is shown in: all that a suggestion can hold. */
function suggestionOf(remedy, { path }, places) {
	const [edit, ...others] = remedy?.edits ?? [];
	if (edit === void 0 || others.length > 0 || edit.origin.kind !== "text") return void 0;
	if (places.of(edit.origin)?.path !== path) return void 0;
	const { source, start, end } = edit.origin;
	if (maskSecrets(edit.replacement) !== edit.replacement) return void 0;
	return {
		range: {
			start: bytePosition(source, start),
			end: bytePosition(source, end)
		},
		text: edit.replacement
	};
}
/** The part of a span in its first line: a comment stands at one line. */
function rangeOf({ source, start, end }, line) {
	const last = bytePosition(source, end);
	const inLine = last.line === line ? last : bytePosition(source, endOfLine(source.text, start));
	return {
		start: bytePosition(source, start),
		end: inLine
	};
}
function endOfLine(text, from) {
	const lineBreak = /[\r\n]|$/g;
	lineBreak.lastIndex = from;
	return lineBreak.exec(text)?.index ?? text.length;
}
//#endregion
//#region packages/report/src/rating-words.ts
const holders = {
	0: "anybody without credentials",
	1: "any authenticated user",
	2: "every ServiceAccount, or the `default` one of a namespace",
	3: "one ServiceAccount or node",
	4: "one User or Group, whose members are unknown",
	5: "somebody whom Kubernetes expects there"
};
const powers = {
	1: "as good as cluster-admin",
	2: "all Secrets, tokens or pods, or the nodes",
	3: "one ordinary namespace",
	4: "bounded damage",
	5: "reading without Secrets",
	6: "discovery and health"
};
const bounds = {
	critical: "above 9.0",
	high: "7.0 to 8.9",
	medium: "4.0 to 6.9",
	low: "0.2 to 3.9",
	info: "0.1"
};
const meanings = {
	certain: "every hop was read from the inputs",
	likely: "a documented default is assumed where the inputs say nothing",
	possible: "it needs something that the inputs do not say"
};
/** What a number means and, where a rule says so, what it comes from: a line each. */
function ratingWords(risk) {
	const severity = severityOf$1(risk.score);
	return [
		`${risk.score.toFixed(1)} of 10: ${severity} (${bounds[severity]})`,
		...partsOf(risk),
		`confidence ${risk.confidence}: ${meanings[risk.confidence]}`
	];
}
function partsOf({ rating, score }) {
	if (rating === void 0) return [];
	const { holder, power, adjustments = [], assumedHops = 0 } = rating;
	const adjusted = rate({
		holder,
		power,
		adjustments
	});
	const whole = rate(rating);
	return [
		`who × what: ${rate({
			holder,
			power
		}).toFixed(1)} (${holders[holder]} × ${powers[power]})`,
		...adjustments.map((value) => `${signed(value)}: ${reasonOf(value)}`),
		...assumedHops === 0 ? [] : [`${signed(whole - adjusted)}: ${assumedWords(assumedHops)}`],
		...score < whole ? [`no more than ${score.toFixed(1)}, because nothing makes it usable today`] : []
	];
}
function assumedWords(hops) {
	return hops === 1 ? "one hop is assumed, not read" : `${hops} hops are assumed, not read`;
}
const reasons = {
	staticCredential: "a token or certificate that nobody rotates",
	namedObjects: "for named objects only",
	namedUser: "a User by name keeps the right when the person leaves",
	irrevocable: "through system:masters, which nothing can take away"
};
function reasonOf(value) {
	for (const [name, reason] of Object.entries(reasons)) if (Object.entries(adjustment).some(([other, known]) => other === name && known === value)) return reason;
	return "adjusted by the rule";
}
function signed(value) {
	return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(1)}`;
}
//#endregion
//#region packages/report/src/story.ts
/**
* All there is to say of one finding, in the order in which a person asks: who can do it and through what, what follows,
* what else has the same cause, what to do, how to see it on a cluster, why it has this number, and what was assumed.
*/
function* renderStory({ finding, risk, by }, run, options) {
	const paint = painter(options.color);
	const style = frameStyle(finding, options, paint);
	const text = (words) => paragraph(words, options);
	const rule = run.rules.find(({ id }) => id === finding.ruleId);
	yield block([headline(finding, paint), ...asked(finding, risk)]);
	if (by !== void 0) yield* section("Suppressed by", text(suppressionText(by)), paint);
	yield* section("Who, and through what", chainLines(finding, style), paint);
	yield* section("What follows", notes(finding, "then").flatMap(text), paint);
	yield* section("Who can use it", notes(finding, "who").flatMap(text), paint);
	yield* section("Why", notes(finding, "why").flatMap(text), paint);
	yield* section("Folded into it: the same cause", finding.folded.flatMap((one) => foldedLines(one, paint)), paint);
	yield* section("What to do", [...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)), ...notes(finding, "note").flatMap((note) => text(`note: ${note}`))], paint);
	yield* section("How to check", notes(finding, "check").map((command) => `  ${printable(command)}`), paint);
	yield* section("What it is worth", ratingWords(finding).flatMap(text), paint);
	yield* section("The rule", ruleLines(finding, rule).flatMap(text), paint);
	yield* section("What was assumed", assumptions(ofCluster(run, finding)).flatMap(text), paint);
	const accept = by === void 0 ? acceptLines(finding) : [fingerprintLine(finding)];
	yield* section(by === void 0 ? "To accept it" : "To speak of it", accept.map((line) => `  ${line}`), paint);
}
/** Clusters are judged apart: what is assumed of another one says nothing of this finding. */
function ofCluster(run, { cluster }) {
	const { clusters, assumptions: all } = run;
	return {
		...run,
		clusters: clusters.filter(({ name }) => name === cluster),
		assumptions: all.filter((one) => one.cluster === cluster)
	};
}
function block(lines) {
	return `${lines.join("\n")}\n`;
}
function* section(title, lines, paint) {
	if (lines.length > 0) yield `\n${block([paint("strong", title), ...lines])}`;
}
function paragraph(words, { width }) {
	return wrapped("  ", words, width, {
		wrap: 4,
		ownLine: 4
	});
}
function notes(finding, kind) {
	const texts = finding.notes.filter((note) => note.kind === kind).map(({ text }) => text);
	if (kind !== "then") return texts;
	const last = Math.max(0, ...finding.hops.map(({ step }) => step ?? 0));
	return texts.map((text, index) => /^\d+\. /.test(text) ? text : `${last + index + 1}. ${text}`);
}
/** The fingerprint that was asked for may be that of a risk the finding only mentions. */
function asked(finding, risk) {
	if (risk.fingerprint === finding.fingerprint) return [];
	return [`${shortFingerprint(risk)} is folded into it: ${risk.severity}[${printable(risk.ruleId)}] ${printable(risk.title)}`];
}
/** Each hop in its order with the line it is read from; remarks stand in the frame of the step they belong to. */
function chainLines(finding, style) {
	const groups = [];
	for (const hop of inOrder(chainOf(finding))) {
		const last = groups.at(-1);
		if (last !== void 0 && hop.step === void 0 && isSameText(last[0], hop)) last.push(hop);
		else groups.push([hop]);
	}
	return groups.flatMap((hops) => hopLines(hops, finding, style));
}
/** By step; what has none stays behind what it stood behind. */
function inOrder(hops) {
	let step = 0;
	return hops.map((hop) => {
		step = hop.step ?? step;
		return {
			hop,
			step
		};
	}).toSorted((a, b) => a.step - b.step).map(({ hop }) => hop);
}
function isSameText(one, other) {
	return one.origin.kind === "text" && other.origin.kind === "text" && one.origin.source === other.origin.source;
}
function hopLines(hops, { place }, style) {
	const [{ origin, label, step }] = hops;
	const [heading, bar] = [" ".repeat(style.digits) + style.paint("gutter", "--> ") + placeText(origin), gutter(style, void 0)];
	if (origin.kind === "built-in") {
		const words = (step === void 0 ? "" : `${step}. `) + printable(label);
		return [
			heading,
			bar,
			`${bar} ${style.paint("remark", words)}`,
			bar
		];
	}
	const marks = hops.flatMap((hop) => hop.origin.kind === "text" ? [{
		...hop,
		origin: hop.origin,
		primary: isSameHop(hop, place)
	}] : []);
	return [
		heading,
		bar,
		...frame(origin.source, marks, style),
		bar
	];
}
function foldedLines(risk, paint) {
	const { score, confidence, place } = risk;
	return [`  ${headline(risk, paint)}`, `    ${harmless(placeText(place.origin))}, ${score.toFixed(1)}, ${confidence}, fingerprint ${shortFingerprint(risk)}`];
}
function ruleLines({ ruleId }, rule) {
	if (rule === void 0) return [ruleId];
	const { title, why, references } = rule;
	return [
		`${ruleId}: ${title}`,
		why.trim(),
		...references
	];
}
function acceptLines(finding) {
	const text = acceptanceText(finding);
	const fingerprint = fingerprintLine(finding);
	if (text === void 0) return [fingerprint];
	const command = acceptCommand(finding);
	return text.startsWith(command) ? [text, fingerprint] : [
		text,
		command,
		fingerprint
	];
}
function fingerprintLine({ fingerprint }) {
	return `fingerprint ${fingerprint}`;
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
export { shortFingerprint as A, renderDiffJson as B, resultLimit as C, renderCheckstyle as D, renderConcise as E, renderCanIJson as F, placeText as G, accessChangeMarkdown as H, renderCanIYaml as I, accessChangeValues as K, renderReviewAnswer as L, renderAccessListJson as M, renderAccessListYaml as N, findingsWithoutFile as O, renderCanI as P, renderReviewError as R, renderSarif as S, renderCsv as T, markdownText as U, renderDiffMarkdown as V, accessChangeLines as W, renderDot as _, renderRdjson as a, workflowCommand as b, renderPretty as c, renderMarkdown as d, renderJunit as f, renderGraphml as g, renderGraphJson as h, renderStory as i, renderAccessList as j, maskSecrets as k, renderPaths as l, renderJson as m, renderWhoCanJson as n, renderRdjsonl as o, renderFindingJson as p, printable as q, renderWhoCanYaml as r, renderDiagnostics as s, renderWhoCan as t, renderPathsJson as u, renderGitlab as v, renderRule as w, renderFailedSarif as x, renderGithub as y, renderDiff as z };
