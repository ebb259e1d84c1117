import { $ as anonymousUser, A as loadEveryDefaultPolicy, B as identityKeys, C as lineStarts, D as textOrigin, E as located, F as knownMinors, G as nonResourceUrlMatches, H as subjectMatches, I as nearestKnownMinor, J as ruleAllows, K as resourceMatches, L as parseMinor, M as compareMinors, O as loadApiResources, P as isKnownMinor, Q as anonymousIdentity, R as newestMinor, T as positionAt, U as userKey, V as subjectKey, W as apiGroupMatches, X as nodeGateIsOn, Y as verbMatches, Z as selectorMatches, _ as invocationsOfUnits, _t as flagValues, a as plainPath, at as kubeSchedulerUser, b as needsCertificateRequestReader, bt as fieldRequirements, c as wildcardMatches, ct as namespaceServiceAccountsGroup, dt as parseServiceAccountUserName, et as authenticatedGroup, f as decodeBytes, ft as serviceAccountGroups, g as readDocuments, gt as withAuthenticatedGroup, ht as unauthenticatedGroup, i as matcherOf, it as kubeProxyUser, j as loadKubeadmPolicy, k as loadDefaultPolicy, l as namesFiles, lt as nodeUserPrefix, m as parse, mt as serviceAccountsGroup, nt as bootstrappersGroup, o as wrongPath, pt as serviceAccountUserName, q as resourceNameMatches, r as entryOrigin, rt as kubeControllerManagerUser, s as wrongPattern, st as mastersGroup, t as contentId, ut as nodesGroup, v as filesOfFlags, vt as lastFlag, w as lineText, y as loadCertificateRequestReader, yt as parseGoBool, z as groupKey } from "./reader.mjs";
import { createHash } from "node:crypto";
//#region packages/graph/src/access/access.ts
/** What some grants give, each once, in a fixed order. */
function accessOf(grants) {
	const byKey = /* @__PURE__ */ new Map();
	for (const { rule, scope } of grants) {
		const access = accessOfRule(rule, scope);
		byKey.set(accessKey(access), access);
	}
	return [...byKey.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, access]) => access);
}
/** What one rule gives in a scope. */
function accessOfRule(rule, scope) {
	return {
		scope,
		verbs: values$1(rule.verbs),
		apiGroups: values$1(rule.apiGroups),
		resources: values$1(rule.resources),
		resourceNames: values$1(rule.resourceNames),
		nonResourceURLs: values$1(rule.nonResourceURLs)
	};
}
/** Sorted: the order in which a list was written decides nothing. */
function values$1(list) {
	return [...new Set(list.map(({ value }) => value))].sort();
}
/** The same text for equal access. */
function accessKey({ scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	const where = scope.kind === "cluster" ? "" : scope.namespace;
	return JSON.stringify([
		where,
		verbs,
		apiGroups,
		resources,
		resourceNames,
		nonResourceURLs
	]);
}
//#endregion
//#region packages/graph/src/types.ts
/** The namespace of objects whose namespace the inputs do not say: one, unknown which. */
const appliedNamespace = "<applied>";
//#endregion
//#region packages/graph/src/access/access-words.ts
/** More than this many resources in groups are not written out one by one. */
const longestProduct = 24;
/**
* Access in words that a person reads and `parseAccessWords` takes back:
*
*     get, list secrets in every namespace
*     create deployments.apps/scale named "web" in namespace web
*     * *.* in every namespace
*     get /healthz, /metrics*
*     * any path
*
* Resources are named as kubectl names them, with their group where they have one; `*.*` is every resource of every
* group. Of several groups every resource is named with each. `in every namespace` is what a ClusterRoleBinding gives:
* cluster-scoped objects too. Values that could be mistaken for something else are quoted as in JSON. Access that gives
* nothing is written as the rule it is.
*/
function accessWords(access) {
	const parts = accessParts(access);
	if (parts === void 0) return ruleWords(access);
	const { verbs, targets, named, where } = parts;
	return [
		verbs.join(", "),
		targets.join(", "),
		named,
		where
	].filter((part) => part !== "").join(" ");
}
/** Undefined where the access gives nothing. */
function accessParts(access) {
	const { scope } = access;
	const verbs = each$2(access.verbs).map((verb) => bareOr(verb, bareVerb));
	const urls = each$2(access.nonResourceURLs).map(urlWords);
	const resources = resourceItems(access);
	if (verbs.length === 0 || resources === void 0 || resources.length + urls.length === 0) return void 0;
	const names = each$2(access.resourceNames).map(quoted);
	const named = names.length === 0 ? "" : `named ${names.join(", ")}`;
	const where = resources.length === 0 && scope.kind === "cluster" ? "" : scopeWords$1(scope);
	return {
		verbs,
		targets: [...resources, ...urls],
		named,
		where
	};
}
/** Undefined where there are resources without a group, or groups without a resource: that gives nothing. */
function resourceItems({ resources, apiGroups }) {
	const [all, groups] = [each$2(resources), each$2(apiGroups)];
	if (all.length === 0 || groups.length === 0) return all.length + groups.length === 0 ? [] : void 0;
	if (groups.length > 1 && all.length * groups.length > longestProduct) {
		const [what, of] = [all.map((one) => resourceWords(one, "")), groups.map((group) => bareOr(group, bareGroup))];
		return [`{${what.join(", ")}}.{${of.join(", ")}}`];
	}
	return all.flatMap((resource) => groups.map((group) => resourceWords(resource, group)));
}
/** `deployments.apps/scale` */
function resourceWords(resource, group) {
	const slash = resource.indexOf("/");
	const name = bareOr(slash < 0 ? resource : resource.slice(0, slash), bareResource);
	const subresource = slash < 0 ? "" : `/${bareOr(resource.slice(slash + 1), bareSubresource)}`;
	return `${name}${group === "" ? "" : `.${bareOr(group, bareGroup)}`}${subresource}`;
}
function urlWords(url) {
	if (url === "*") return "any path";
	return bareUrl.test(url) ? url : `path ${quoted(url)}`;
}
/** `in every namespace`, `in namespace web`. */
function scopeWords$1(scope) {
	if (scope.kind === "cluster") return "in every namespace";
	if (scope.namespace === "<applied>") return "in the applied namespace";
	return `in namespace ${bareOr(scope.namespace, bareNamespace)}`;
}
function ruleWords({ scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	const written = Object.entries({
		verbs,
		apiGroups,
		resources,
		resourceNames,
		nonResourceURLs
	}).filter(([, list]) => list.length > 0);
	const rule = Object.fromEntries(written.map(([key, list]) => [key, each$2(list)]));
	return `rule ${ascii(JSON.stringify(rule))} ${scopeWords$1(scope)}`;
}
/** Not `rule`: a word of ours that a brace may follow. */
const bareVerb = /^(?!rule$)[\w*:-]+$/;
const bareResource = /^[\w*-]+$/;
const bareSubresource = /^[\w*:/-]+$/;
const bareGroup = /^[\w*.-]+$/;
const bareNamespace = /^[\w.-]+$/;
const bareUrl = /^\/[\w./*:~%+=@-]*$/;
function bareOr(value, bare) {
	return bare.test(value) ? value : quoted(value);
}
function quoted(value) {
	return ascii(JSON.stringify(value));
}
/** The same JSON without anything that a terminal or a reader could take otherwise. */
function ascii(json) {
	return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function each$2(values) {
	return [...new Set(values)].sort();
}
//#endregion
//#region packages/graph/src/order.ts
/** Compares by UTF-16 code units, as `<` does and no locale can change. */
function byText$4(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
//#endregion
//#region packages/graph/src/access/changed-subjects.ts
/**
* The subjects that are bound to something on one side that they are not bound to on the other, by what it gives: only
* for them something may have changed. Sorted.
*
* Objects that both sides share are passed over at once; the rest costs a text for each subject of a binding.
*/
function changedSubjects(before, after, { ofRules: contentOf }) {
	const contents = new Map(before.bindings.map((binding) => [binding.entry.object, binding]));
	const shared = /* @__PURE__ */ new Set();
	const isShared = ({ entry, resolution }) => {
		const same = contents.get(entry.object);
		return same?.entry.namespace === entry.namespace && contentOf(same.resolution) === contentOf(resolution);
	};
	const ofAfter = after.bindings.filter((binding) => {
		if (!isShared(binding)) return true;
		shared.add(binding.entry.object);
		return false;
	});
	const boundBefore = contentsBySubject(before.bindings.filter(({ entry }) => !shared.has(entry.object)), contentOf);
	const boundAfter = contentsBySubject(ofAfter, contentOf);
	const changed = /* @__PURE__ */ new Set();
	for (const [one, other] of [[boundBefore, boundAfter], [boundAfter, boundBefore]]) for (const [key, bound] of one) if (!isWithin$1(bound, other.get(key))) changed.add(key);
	changed.delete(groupKey(mastersGroup));
	return [...changed].sort(byText$4);
}
function contentsBySubject(bindings, contentOf) {
	const bySubject = /* @__PURE__ */ new Map();
	for (const { entry, resolution } of bindings) {
		const content = `${contentOf(resolution)} ${entry.namespace}`;
		for (const subject of entry.object.subjects) {
			const key = subjectKey(subject, entry.namespace);
			if (key === void 0) continue;
			const contents = bySubject.get(key);
			if (contents === void 0) bySubject.set(key, new Set([content]));
			else contents.add(content);
		}
	}
	return bySubject;
}
function isWithin$1(contents, others) {
	if (others === void 0) return false;
	for (const content of contents) if (!others.has(content)) return false;
	return true;
}
//#endregion
//#region packages/graph/src/access/compare-settings.ts
/** What changed in who is let in and who is asked, server by server. */
function compareSettings(before, after) {
	return pairsOf$1(before.apiServers, after.apiServers).flatMap(([was, is]) => {
		const server = (is.assumed ? was : is).instance;
		const name = server === "assumed" ? "kube-apiserver" : server;
		return [
			anonymousChange(was, is),
			modesChange(was, is),
			tokenFileChange(was, is)
		].filter((change) => change !== void 0).map((change) => ({
			...change,
			setting: `${name}: ${change.setting}`
		}));
	});
}
/**
* Servers of the same name. What only one side describes is compared with what is assumed of the other, or with the one
* that it has; a server more beside others of its kind changes nothing that can be compared.
*/
function pairsOf$1(before, after) {
	const was = byInstance(before);
	const [firstBefore] = before;
	const [firstAfter] = after;
	if (firstAfter?.assumed === true) return before.map((server) => [server, firstAfter]);
	return [...byInstance(after)].flatMap(([instance, servers]) => servers.flatMap((server, at) => {
		const namesakes = was.get(instance);
		const same = namesakes?.[at] ?? namesakes?.at(-1) ?? firstBefore;
		return same === void 0 ? [] : [[same, server]];
	}));
}
function byInstance(servers) {
	const known = /* @__PURE__ */ new Map();
	for (const server of servers) {
		const namesakes = known.get(server.instance);
		if (namesakes === void 0) known.set(server.instance, [server]);
		else namesakes.push(server);
	}
	return known;
}
function anonymousChange({ anonymous: was }, { anonymous: is }) {
	const [before, after] = [anonymousWords(was.value), anonymousWords(is.value)];
	if (before === after) return void 0;
	return {
		setting: "anonymous requests",
		before,
		after,
		wider: letsMoreIn(was.value, is.value),
		origin: where(was, is)
	};
}
function anonymousWords(anonymous) {
	switch (anonymous.access) {
		case "off": return "refused";
		case "all-paths": return "let in";
		case "some-paths": return `let in at ${pathsOf$1(anonymous).join(", ")}`;
		case "unknown": return `not known: ${anonymous.assumption.text}`;
	}
}
function pathsOf$1(anonymous) {
	if (anonymous.access !== "some-paths") return [];
	return [...new Set(anonymous.paths.map(({ value }) => value))].sort();
}
/** How far each lets in; what is not known may be everything. */
const reach = {
	off: 0,
	"some-paths": 1,
	unknown: 2,
	"all-paths": 3
};
function letsMoreIn(was, is) {
	const known = new Set(pathsOf$1(was));
	if (was.access === "some-paths" && is.access === "some-paths") return pathsOf$1(is).some((path) => !known.has(path));
	return reach[is.access] > reach[was.access];
}
function modesChange({ authorization: was }, { authorization: is }) {
	const [before, after] = [modesWords(was.value), modesWords(is.value)];
	if (before === after) return void 0;
	return {
		setting: "authorization modes",
		before,
		after,
		wider: allowsMore(was.value, is.value),
		origin: where(was, is)
	};
}
function modesWords(modes) {
	return modes.known ? modes.modes.map(({ value }) => value).join(", ") : `not known: ${modes.assumption.text}`;
}
/**
* Every mode but AlwaysDeny may allow what the others do not. Of the order only the webhook's place counts: it alone can
* refuse before the ones after it are asked.
*/
function allowsMore(was, is) {
	if (!is.known) return was.known;
	if (!was.known) return has(is, "AlwaysAllow");
	if (has(was, "AlwaysAllow")) return false;
	const known = new Set(was.modes.map(({ value }) => value));
	if (is.modes.some(({ value }) => value !== "AlwaysDeny" && !known.has(value))) return true;
	return askedBeforeWebhook(is).some((mode) => !askedBeforeWebhook(was).includes(mode));
}
function has(modes, mode) {
	return modes.known && modes.modes.some(({ value }) => value === mode);
}
/** All of them where there is no webhook. */
function askedBeforeWebhook(modes) {
	if (!modes.known) return [];
	const all = modes.modes.map(({ value }) => value);
	const webhook = all.indexOf("Webhook");
	return webhook < 0 ? all : all.slice(0, webhook);
}
function tokenFileChange({ tokenAuthFile: was }, { tokenAuthFile: is }) {
	if (was?.value === is?.value) return void 0;
	const [before, after] = [was?.value ?? "none", is?.value ?? "none"];
	return {
		setting: "token file",
		before,
		after,
		wider: is !== void 0,
		origin: is?.origin ?? was?.origin
	};
}
/** A default stands nowhere: then the place where it was said otherwise. */
function where(was, is) {
	return is.origin.kind === "built-in" ? was.origin : is.origin;
}
//#endregion
//#region packages/graph/src/access/access-box.ts
/** The parts of what is given; none where it gives nothing, such as URLs within a namespace. */
function boxesOf(access) {
	const namespace = access.scope.kind === "cluster" ? "" : access.scope.namespace;
	const verbs = starOrEach(access.verbs);
	if (verbs.length === 0) return [];
	const groups = starOrEach(access.apiGroups);
	const names = access.resourceNames.length === 0 ? anyName : each$1(access.resourceNames);
	const boxes = [];
	for (const targets of groups.length === 0 ? [] : resourcesByKind(access.resources)) boxes.push({
		namespace,
		of: "resources",
		verbs,
		groups,
		targets,
		names
	});
	for (const url of namespace === "" ? each$1(access.nonResourceURLs) : []) boxes.push({
		namespace,
		of: "urls",
		verbs,
		groups: noGroup,
		targets: [urlPattern(url)],
		names: anyName
	});
	return boxes;
}
/** The other way round. Values in order. */
function accessOfBox({ namespace, of, verbs, groups, targets, names }) {
	const isOfResources = of === "resources";
	return {
		scope: namespace === "" ? { kind: "cluster" } : {
			kind: "namespace",
			namespace
		},
		verbs: each$1(verbs),
		apiGroups: isOfResources ? each$1(groups) : [],
		resources: isOfResources ? each$1(targets) : [],
		resourceNames: each$1(names.filter((name) => name !== void 0)),
		nonResourceURLs: isOfResources ? [] : each$1(targets)
	};
}
/** What covers a part of another box has a greater number than that. */
function breadthOf({ namespace, of, verbs, groups, targets, names }) {
	const [target = ""] = targets;
	const everyTarget = of === "urls" ? breadthOfUrl(target) : target === "*" ? 2 : target.startsWith("*/") ? 1 : 0;
	const isOf = (list, value) => list[0] === value ? 1 : 0;
	return (namespace === "" ? 1 : 0) + isOf(verbs, "*") + isOf(groups, "*") + isOf(names, void 0) + everyTarget;
}
/** Shorter patterns cover longer ones; a path covers itself alone. */
function breadthOfUrl(url) {
	return url.endsWith("*") ? 1 + 1 / url.length : 0;
}
const anyName = [void 0];
const noGroup = [""];
/** `*` covers whatever stands beside it. */
function starOrEach(values) {
	return values.includes("*") ? ["*"] : each$1(values);
}
function each$1(values) {
	return [...new Set(values)].sort();
}
function resourcesByKind(resources) {
	if (resources.includes("*")) return [["*"]];
	const ofEvery = new Set(resources.filter((resource) => resource.startsWith("*/")));
	const plain = resources.filter((resource) => !ofEvery.has(ofEveryResource(resource)));
	return [each$1([...ofEvery]), each$1(plain)].filter(({ length }) => length > 0);
}
/** `*\/scale` for `deployments/scale`; what has no subresource stays as it is. */
function ofEveryResource(resource) {
	const slash = resource.indexOf("/");
	return slash < 0 ? resource : `*${resource.slice(slash)}`;
}
/** With one star for several at the end: all of them are taken off (evaluation_helpers.go: NonResourceURLMatches). */
function urlPattern(url) {
	return url.replace(/\*+$/, "*");
}
//#endregion
//#region packages/graph/src/access/held-access.ts
function heldAccess(boxes = []) {
	const index = /* @__PURE__ */ new Map();
	const add = (box) => {
		const held = setsOf(box);
		for (const key of ownKeys(box)) append$7(index, key, held);
	};
	for (const box of boxes) add(box);
	return {
		add,
		without: (box) => {
			let left = [setsOf(box)];
			for (const held of mayCover(index, box)) {
				left = left.flatMap((part) => meets(held, part, box.of) ? cut(held, part, box.of) : [part]);
				if (left.length === 0) break;
			}
			const { namespace, of } = box;
			return left.map(({ verbs, groups, targets, names }) => {
				return {
					namespace,
					of,
					verbs: [...verbs],
					groups: [...groups],
					targets: [...targets],
					names: [...names]
				};
			});
		}
	};
}
function setsOf({ verbs, groups, targets, names }) {
	return {
		verbs: new Set(verbs),
		groups: new Set(groups),
		targets: new Set(targets),
		names: new Set(names)
	};
}
function append$7(index, key, held) {
	const sameKey = index.get(key);
	if (sameKey === void 0) index.set(key, [held]);
	else sameKey.push(held);
}
/** Boxes with names stand under these, others under their resources: so no box stands in more places than it has values. */
function ownKeys({ namespace, of, targets, names }) {
	if (!names.includes(void 0)) return names.map((name) => `${namespace}\nname\n${name}`);
	return targets.map((target) => `${namespace}\n${of}\n${target}`);
}
function mayCover(index, box) {
	const found = /* @__PURE__ */ new Set();
	for (const namespace of box.namespace === "" ? [""] : ["", box.namespace]) {
		for (const target of broaderTargets(box)) for (const held of index.get(`${namespace}\n${box.of}\n${target}`) ?? []) found.add(held);
		for (const name of box.of === "urls" ? [] : box.names) for (const held of index.get(`${namespace}\nname\n${name}`) ?? []) found.add(held);
	}
	return found;
}
function* broaderTargets({ of, targets }) {
	if (of === "resources") yield "*";
	for (const target of targets) yield* of === "resources" ? [target, ofEveryResource(target)] : broaderUrls(target);
}
/** The URL itself, and the patterns that it begins with. */
function* broaderUrls(url) {
	yield url;
	const start = url.endsWith("*") ? url.slice(0, -1) : url;
	for (let length = 0; length <= start.length; length++) yield `${start.slice(0, length)}*`;
}
/** Whether any part is held; asked far more often than there is one, so in the time of the shorter lists. */
function meets(held, part, of) {
	return (held.verbs.has("*") || shareOne(held.verbs, part.verbs)) && (held.groups.has("*") || shareOne(held.groups, part.groups)) && (held.names.has(void 0) || shareOne(held.names, part.names)) && (shareOne(held.targets, part.targets) || [...part.targets].some((target) => covers$2[of](held.targets, target)));
}
function shareOne(a, b) {
	const [few, many] = a.size < b.size ? [a, b] : [b, a];
	for (const value of few) if (many.has(value)) return true;
	return false;
}
/** A box without what of it is held: for each list the values that are not, with what of the lists before is. */
function cut(held, part, of) {
	const targets = parted(part.targets, (target) => covers$2[of](held.targets, target));
	const groups = parted(part.groups, (group) => holdsStarOr(held.groups, group));
	const names = parted(part.names, (name) => held.names.has(void 0) || held.names.has(name));
	const verbs = parted(part.verbs, (verb) => holdsStarOr(held.verbs, verb));
	return [
		{
			...part,
			targets: targets.left
		},
		{
			...part,
			targets: targets.held,
			groups: groups.left
		},
		{
			...part,
			targets: targets.held,
			groups: groups.held,
			names: names.left
		},
		{
			targets: targets.held,
			groups: groups.held,
			names: names.held,
			verbs: verbs.left
		}
	].filter((rest) => [
		rest.verbs,
		rest.groups,
		rest.targets,
		rest.names
	].every(({ size }) => size > 0));
}
function parted(values, isHeld) {
	const held = /* @__PURE__ */ new Set();
	const left = /* @__PURE__ */ new Set();
	for (const value of values) (isHeld(value) ? held : left).add(value);
	return {
		held,
		left
	};
}
function holdsStarOr(held, wanted) {
	return held.has("*") || held.has(wanted);
}
/** Whether a resource, or a URL, is covered by some that are held. */
const covers$2 = {
	resources: (held, wanted) => holdsStarOr(held, wanted) || held.has(ofEveryResource(wanted)),
	urls: (held, wanted) => {
		for (const url of broaderUrls(wanted)) if (held.has(url)) return true;
		return false;
	}
};
//#endregion
//#region packages/graph/src/access/regroup.ts
const lists$1 = [
	"verbs",
	"targets",
	"groups",
	"names"
];
/** Fewer boxes for the same: those that differ in one list become one. In its lists values may then cover each other. */
function regroup(boxes) {
	if (boxes.length < 2) return boxes;
	let grouped = boxes;
	let before;
	do {
		before = grouped.length;
		for (const list of lists$1) grouped = joinedBy(list, grouped);
	} while (grouped.length < before);
	return grouped;
}
function joinedBy(list, boxes) {
	const joined = /* @__PURE__ */ new Map();
	for (const box of boxes) {
		const key = keyWithout(list, box);
		const sameKey = joined.get(key);
		if (sameKey === void 0) joined.set(key, [box]);
		else sameKey.push(box);
	}
	return [...joined.values()].flatMap(([first, ...others]) => first === void 0 ? [] : [join(list, first, others)]);
}
function keyWithout(list, box) {
	const { namespace, of, names } = box;
	const others = lists$1.map((one) => one === list ? [] : box[one]);
	return JSON.stringify([
		namespace,
		of,
		names.includes(void 0),
		others
	]);
}
function join(list, first, others) {
	if (others.length === 0) return first;
	const values = new Set([first, ...others].flatMap((box) => box[list]));
	return {
		...first,
		[list]: [...values].sort()
	};
}
//#endregion
//#region packages/graph/src/access/uncovered.ts
/**
* What of `wanted` nothing of `held` gives; empty where all of it is covered.
*
* The measure is what the API server would allow, not how it is written: `*` covers everything, `*\/scale` covers
* `deployments/scale`, `/a*` covers `/ab*`, all namespaces cover one, a rule without names covers those with names, and
* several of `held` together may cover one of `wanted`. Only finitely many values are ever named, so what `*` stands for
* is covered by `*` alone (k8s.io/component-helpers auth/rbac/validation: Covers).
*
* The result is as short as joining equal parts makes it, says nothing twice, and depends on no order.
*/
function uncovered(wanted, held) {
	const known = new Set(held.map(accessKey));
	const asked = wanted.filter((access) => !known.has(accessKey(access)));
	return asked.length === 0 ? [] : uncoveredBy([holding(held)], asked);
}
/** The same of what several hold together, for whoever asks many times of the same. */
function uncoveredBy(held, wanted) {
	const told = heldAccess();
	return sorted$1(regroup(partsOf$2(wanted).flatMap((box) => {
		let parts = [box];
		for (const one of [...held, told]) parts = parts.flatMap(one.without);
		for (const part of parts) told.add(part);
		return parts;
	})).map((box) => ({ access: accessOfBox(box) }))).map(({ access }) => access);
}
/** What is held, made ready to be asked of. */
function holding(accesses) {
	return heldAccess(partsOf$2(accesses));
}
/** Broad parts first, as only they can cover others; the same for the same access, however it was listed. */
function partsOf$2(list) {
	return sorted$1(regroup(list.flatMap(boxesOf)).map(accessOfBox).flatMap(boxesOf).map((box) => ({
		box,
		breadth: breadthOf(box),
		access: accessOfBox(box)
	}))).sort((a, b) => b.breadth - a.breadth).map(({ box }) => box);
}
function sorted$1(list) {
	return list.map((value) => ({
		value,
		key: accessKey(value.access)
	})).sort((a, b) => byText$4(a.key, b.key)).map(({ value }) => value);
}
//#endregion
//#region packages/graph/src/access/compared-side.ts
function comparedSide(graph) {
	const held = /* @__PURE__ */ new Map();
	const grantsOf = (key) => [...graph.grantsOf(key)];
	let bindings;
	let roles;
	return {
		graph,
		grantsOf,
		heldBy: (group) => {
			if (held.has(group)) return held.get(group);
			const grants = grantsOf(group);
			const access = holding(accessOf(grants));
			const namespaces = new Set(grants.map(({ binding }) => binding.entry.namespace));
			const ofGroup = grants.length === 0 ? void 0 : {
				access,
				namespaces
			};
			held.set(group, ofGroup);
			return ofGroup;
		},
		bindings: (key) => {
			bindings ??= bindingsByKey$1(graph);
			return bindings.get(key) ?? [];
		},
		writtenIn: (rule) => {
			roles ??= rolesByRule(graph);
			return roles.get(rule);
		}
	};
}
function bindingsByKey$1({ bindings }) {
	const byKey = /* @__PURE__ */ new Map();
	for (const binding of bindings) {
		if (binding.entry.object.meta.generated) continue;
		const definitions = byKey.get(binding.entry.key);
		if (definitions === void 0) byKey.set(binding.entry.key, [binding]);
		else definitions.push(binding);
	}
	return byKey;
}
function rolesByRule({ roles }) {
	const byRule = /* @__PURE__ */ new Map();
	for (const { entry } of roles) for (const rule of entry.object.rules) byRule.set(rule, entry);
	return byRule;
}
//#endregion
//#region packages/graph/src/access/rule-numbers.ts
function ruleNumbers() {
	const [numberOf, numberOfSet] = [numbers(), numbers()];
	const rules = [];
	const ofRule = /* @__PURE__ */ new Map();
	const ofRole = /* @__PURE__ */ new Map();
	const ofResolution = /* @__PURE__ */ new Map();
	const of = (rule) => remember(ofRule, rule, () => {
		const number = numberOf(accessKey(accessOfRule(rule, { kind: "cluster" })));
		rules[number] ??= rule;
		return number;
	});
	const ofAll = (list) => numberOfSet([...new Set(list.map(of))].sort((a, b) => a - b).join());
	return {
		of,
		rule: (number) => rules[number],
		ofRules: (resolution) => {
			switch (resolution.outcome) {
				case "found": return remember(ofRole, resolution.role, () => ofAll(resolution.role.rules));
				case "ambiguous": return remember(ofResolution, resolution, () => ofAll(resolution.roles.flatMap((role) => role.rules)));
				case "missing": return missing;
			}
		}
	};
}
const missing = -1;
function numbers() {
	const known = /* @__PURE__ */ new Map();
	return (text) => remember(known, text, () => known.size);
}
function remember(known, key, make) {
	let value = known.get(key);
	if (value === void 0) {
		value = make();
		known.set(key, value);
	}
	return value;
}
//#endregion
//#region packages/graph/src/change.ts
const origin$2 = {
	kind: "built-in",
	of: "a proposed change"
};
function proposed(value) {
	return located(value, origin$2);
}
const rbac$1 = "rbac.authorization.k8s.io/v1";
/** A rule that allows what is asked and nothing else. */
function exactRule(attributes) {
	const nothing = {
		apiGroups: [],
		resources: [],
		resourceNames: [],
		nonResourceURLs: []
	};
	const verbs = [proposed(attributes.verb)];
	if (attributes.kind === "non-resource") return {
		origin: origin$2,
		verbs,
		...nothing,
		nonResourceURLs: [proposed(attributes.path)]
	};
	const { apiGroup, resource, subresource, name } = attributes;
	return {
		origin: origin$2,
		verbs,
		...nothing,
		apiGroups: [proposed(apiGroup)],
		resources: [proposed(subresource === "" ? resource : `${resource}/${subresource}`)],
		resourceNames: name === "" ? [] : [proposed(name)]
	};
}
/** A Role of a namespace; for the namespace `""` a ClusterRole. */
function proposedRole(name, namespace, rule) {
	return {
		kind: namespace === "" ? "ClusterRole" : "Role",
		apiVersion: rbac$1,
		meta: metaOf(name, namespace),
		origin: origin$2,
		rules: [rule],
		aggregation: void 0
	};
}
/** A RoleBinding of a namespace; for the namespace `""` a ClusterRoleBinding. */
function proposedBinding(name, namespace, role, subject) {
	return {
		kind: namespace === "" ? "ClusterRoleBinding" : "RoleBinding",
		apiVersion: rbac$1,
		meta: metaOf(name, namespace),
		origin: origin$2,
		roleRef: {
			origin: origin$2,
			kind: proposed(role.kind),
			name: proposed(role.name)
		},
		subjects: [subject]
	};
}
function proposedSubject(kind, name, namespace = "") {
	if (kind !== "ServiceAccount") return {
		kind,
		origin: origin$2,
		name: proposed(name)
	};
	return {
		kind,
		origin: origin$2,
		name: proposed(name),
		namespace: proposed(namespace)
	};
}
function metaOf(name, namespace) {
	return {
		name: proposed(name),
		generated: false,
		namespace: namespace === "" ? void 0 : proposed(namespace),
		labels: /* @__PURE__ */ new Map(),
		annotations: /* @__PURE__ */ new Map()
	};
}
//#endregion
//#region packages/graph/src/rule-key.ts
/**
* The same text for rules that are semantically equal to the API server: the lists in their order
* (k8s.io/apimachinery pkg/api/equality), absent and empty ones alike.
*/
function ruleKey(rule) {
	return JSON.stringify([
		values(rule.verbs),
		values(rule.apiGroups),
		values(rule.resources),
		values(rule.resourceNames),
		values(rule.nonResourceURLs)
	]);
}
function values(list) {
	return list.map(({ value }) => value);
}
//#endregion
//#region packages/graph/src/grants.ts
/** Every grant through a binding for one of its subjects; none where the role is missing. `wanted` tells which rules. */
function* grantsThrough(binding, subject, wanted = always$2) {
	const { resolution } = binding;
	switch (resolution.outcome) {
		case "found":
			for (const rule of resolution.role.rules) {
				if (!wanted(rule)) continue;
				yield grant(binding, subject, resolution.role, rule, resolution.role.isCertain(rule));
			}
			return;
		case "ambiguous": {
			const isAgreed = agreementOf(resolution.roles);
			for (const role of resolution.roles) for (const rule of role.rules) if (wanted(rule)) yield grant(binding, subject, role, rule, isAgreed(rule));
			return;
		}
		case "missing": return;
	}
}
const always$2 = () => true;
/** One grant; `isCertain` is false where variants of the role disagree about the rule. */
function grant(binding, subject, role, rule, isCertain) {
	return {
		subject,
		binding,
		role,
		rule,
		scope: binding.scope,
		shipped: binding.isShipped(subject) && role.isShipped(rule),
		confidence: isCertain ? "certain" : "possible"
	};
}
const agreements = /* @__PURE__ */ new WeakMap();
/** Whether every variant gives for certain what a rule gives, in whichever of its own rules. */
function agreementOf(roles) {
	const before = agreements.get(roles);
	if (before !== void 0) return before;
	const variants = roles.map(({ rules, isCertain }) => {
		const certain = rules.filter(isCertain);
		return {
			keys: new Set(certain.map(ruleKey)),
			access: certain.map(anywhere)
		};
	});
	const known = /* @__PURE__ */ new Map();
	const isAgreed = (rule) => {
		const key = ruleKey(rule);
		const agreed = known.get(key) ?? variants.every(({ keys, access }) => keys.has(key) || uncovered([anywhere(rule)], access).length === 0);
		known.set(key, agreed);
		return agreed;
	};
	agreements.set(roles, isAgreed);
	return isAgreed;
}
function anywhere(rule) {
	return accessOfRule(rule, { kind: "cluster" });
}
/** What a role would give whoever is bound to it: a ClusterRole everywhere, a Role in its namespace. */
function grantsIfBound(role) {
	const { object, namespace, path } = role.entry;
	const { kind, meta } = object;
	const subject = proposedSubject("Group", "whoever is bound to it");
	const bound = proposedBinding(meta.name.value, namespace, {
		kind,
		name: meta.name.value
	}, subject);
	const binding = {
		entry: {
			key: `${bound.kind}/${namespace}/${meta.name.value}`,
			namespace,
			object: bound,
			path
		},
		scope: namespace === "" ? { kind: "cluster" } : {
			kind: "namespace",
			namespace
		},
		resolution: {
			outcome: "found",
			role
		},
		isShipped: () => false
	};
	return role.rules.map((rule) => grant(binding, subject, role, rule, role.isCertain(rule)));
}
//#endregion
//#region packages/graph/src/authorize/rbac.ts
/**
* Asks RBAC (pkg/registry/rbac/validation/rule.go: VisitRulesFor): ClusterRoleBindings, then, if the question has a
* namespace, the RoleBindings there. A role that is missing blocks nothing.
*/
function askRbac(graph, identity, attributes) {
	const proof = [];
	const open = /* @__PURE__ */ new Map();
	const missing = /* @__PURE__ */ new Set();
	for (const bound of boundIn(graph, identity, attributes.kind === "resource" ? attributes.namespace : "")) {
		const { binding } = bound;
		if (binding.resolution.outcome === "missing") {
			noteMissing(graph, binding, missing, open);
			continue;
		}
		const grants = grantsFor(bound, attributes);
		if (grants.length === 0) continue;
		const doubt = doubtAbout(graph, binding, grants, identity, attributes);
		if (doubt === void 0) proof.push(...grants);
		else keep$1(open, doubt);
	}
	return {
		proof,
		open: [...open.values()],
		reason: notFoundReason(missing)
	};
}
/**
* What RBAC gives an identity in a namespace, with every rule listed once for each binding (rule.go: RulesFor). Rules
* that not all definitions of their binding or role have are `possible`, and leave open.
*/
function listRbac(graph, identity, namespace) {
	const proof = [];
	const open = /* @__PURE__ */ new Map();
	const missing = /* @__PURE__ */ new Set();
	const listed = /* @__PURE__ */ new Set();
	for (const { binding, subject } of boundIn(graph, identity, namespace)) {
		if (listed.has(binding)) continue;
		listed.add(binding);
		if (binding.resolution.outcome === "missing") {
			noteMissing(graph, binding, missing, open);
			continue;
		}
		const variants = graph.variantsOf(binding);
		const disagree = variants.length > 1 && !variants.every((variant) => givesTheSame(variant, binding, identity));
		if (disagree) keep$1(open, disagreement(binding.entry.object.kind, binding.entry.object.meta.name, variants));
		for (const found of grantsThrough(binding, subject)) {
			if (variants.length > 1) {
				const key = `${binding.entry.key} ${ruleKey(found.rule)}`;
				if (listed.has(key)) continue;
				listed.add(key);
			}
			if (found.confidence === "possible") keep$1(open, roleInDoubt(binding, [found]));
			proof.push(disagree ? {
				...found,
				confidence: "possible"
			} : found);
		}
	}
	return {
		proof,
		open: [...open.values()],
		reason: notFoundReason(missing)
	};
}
function givesTheSame(variant, binding, identity) {
	return isBoundBy(variant, identity) && allRules(variant) === allRules(binding);
}
function allRules(binding) {
	return rolesOf(binding).map(({ rules }) => rules.map(ruleKey).join()).join(";");
}
/** Bindings that name the identity: ClusterRoleBindings, then those of the namespace, if one is asked about. */
function boundIn(graph, identity, namespace) {
	const keys = new Set(identityKeys(identity));
	const found = [];
	for (const key of keys) found.push(...graph.boundTo(key, ""));
	if (namespace !== "") for (const key of keys) found.push(...graph.boundTo(key, namespace));
	return found.sort((a, b) => a.order - b.order);
}
/** Grants of a binding for one subject that allow what is asked, those of all variants of its role. */
function grantsFor({ binding, subject }, attributes) {
	const grants = [];
	for (const role of rolesOf(binding)) for (const rule of role.rules) if (ruleAllows(rule, attributes)) grants.push(grant(binding, subject, role, rule, role.isCertain(rule)));
	return grants;
}
/** The roles that a binding may lead to: several where definitions disagree, none where it is missing. */
function rolesOf({ resolution }) {
	switch (resolution.outcome) {
		case "found": return [resolution.role];
		case "ambiguous": return resolution.roles;
		case "missing": return [];
	}
}
/** Why grants that allow may not be there: variants of the binding, of its role or of an aggregated role disagree. */
function doubtAbout(graph, binding, grants, identity, attributes) {
	const variants = graph.variantsOf(binding);
	if (variants.length > 1 && !variants.every((variant) => allows(variant, identity, attributes))) {
		const { kind, meta } = binding.entry.object;
		return disagreement(kind, meta.name, variants);
	}
	if (rolesOf(binding).every((role) => allowsForCertain(role, attributes))) return void 0;
	return roleInDoubt(binding, grants);
}
function roleInDoubt(binding, grants) {
	const { kind, name } = binding.entry.object.roleRef;
	if (binding.resolution.outcome === "ambiguous") return disagreement(kind.value, name, rolesOf(binding));
	return {
		text: `which definition of the roles that are aggregated into ${kind.value} ${name.value} holds`,
		origin: grants[0]?.rule.origin
	};
}
function allows(binding, identity, attributes) {
	const roles = rolesOf(binding);
	return roles.length > 0 && isBoundBy(binding, identity) && roles.every((role) => allowsForCertain(role, attributes));
}
function isBoundBy({ entry }, identity) {
	return entry.object.subjects.some((subject) => subjectMatches(subject, identity, entry.namespace));
}
function allowsForCertain(role, attributes) {
	return role.rules.some((rule) => role.isCertain(rule) && ruleAllows(rule, attributes));
}
function disagreement(kind, name, definitions) {
	const paths = definitions.map(({ entry }) => entry.path ?? "the default policy");
	return {
		text: `which definition of ${kind} ${name.value} holds: ${paths.join(" or ")}`,
		origin: name.origin
	};
}
/** A role that does not exist blocks nothing; one that the inputs may only not hold leaves open what it gives. */
function noteMissing(graph, binding, missing, open) {
	missing.add(notFound(binding.entry.object.roleRef));
	const near = binding.resolution.outcome === "missing" && binding.resolution.nearMisses.length > 0;
	if (!graph.inventory.complete || near) keep$1(open, missingRole(binding));
}
function missingRole({ entry, resolution }) {
	const { kind, meta, roleRef } = entry.object;
	const role = `${roleRef.kind.value} ${roleRef.name.value}`;
	const near = resolution.outcome === "missing" ? resolution.nearMisses : [];
	return {
		text: near.length > 0 ? `whether ${kind} ${meta.name.value} and ${role} are in the same namespace (${near.map((n) => n.namespace).join(", ")})` : `what ${role} gives, which ${kind} ${meta.name.value} names and the inputs do not contain`,
		origin: roleRef.name.origin
	};
}
function keep$1(open, assumption) {
	open.set(assumption.text, assumption);
}
/** The server's reason for allowing. It names one grant, here the first. */
function reasonOf({ binding, subject, scope }) {
	const { kind, meta, roleRef } = binding.entry.object;
	const name = scope.kind === "cluster" ? meta.name.value : `${meta.name.value}/${scope.namespace}`;
	const role = `${roleRef.kind.value} ${JSON.stringify(roleRef.name.value)}`;
	return `RBAC: allowed by ${kind} ${JSON.stringify(name)} of ${role} to ${describe(subject, binding)}`;
}
function describe(subject, { entry }) {
	const { value: name } = subject.name;
	if (subject.kind !== "ServiceAccount") return `${subject.kind} ${JSON.stringify(name)}`;
	return `ServiceAccount ${JSON.stringify(`${name}/${subject.namespace?.value || entry.namespace}`)}`;
}
function notFound({ kind, name }) {
	return `${kind.value.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(name.value)} not found`;
}
function notFoundReason(missing) {
	if (missing.size === 0) return "";
	const errors = [...missing].join(", ");
	return missing.size === 1 ? `RBAC: ${errors}` : `RBAC: [${errors}]`;
}
//#endregion
//#region packages/graph/src/object-key.ts
const rbacGroup$1 = "rbac.authorization.k8s.io";
/** OpenShift stores objects of its own group as RBAC's. */
const openShiftRbacGroup = "authorization.openshift.io";
/** What makes two definitions the same object. The version is no part of it, nor is a namespace of a cluster-scoped kind. */
function objectKey(object, namespace) {
	const group = groupOf$1(object.apiVersion);
	const kind = object.kind === "Workload" ? object.resourceKind : object.kind;
	return `${group === openShiftRbacGroup ? rbacGroup$1 : group}/${kind}/${namespace}/${object.meta.name.value}`;
}
/** The key of the role that a binding in this namespace (`""`: cluster-wide) refers to. */
function roleKey({ kind, name }, bindingNamespace) {
	return `${rbacGroup$1}/${kind.value}/${kind.value === "Role" ? bindingNamespace : ""}/${name.value}`;
}
function groupOf$1(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash < 0 ? "" : apiVersion.slice(0, slash);
}
//#endregion
//#region packages/graph/src/access/account-name.ts
/** The service account of a user name, also of one in the namespace that the inputs do not say. */
function accountOf$1(user) {
	const account = parseServiceAccountUserName(user);
	if (account !== void 0 || !user.startsWith(ofApplied)) return account;
	return {
		namespace: appliedNamespace,
		name: user.slice(ofApplied.length)
	};
}
const ofApplied = serviceAccountUserName(appliedNamespace, "");
//#endregion
//#region packages/graph/src/access/change-names.ts
/** `RoleBinding web/ci`, `ClusterRole reader`. */
function entryName({ object, namespace }) {
	return objectName(object.kind, namespace, object.meta.name.value);
}
/** The same of a key. */
function keyName(key) {
	const [, kind = "", namespace = "", ...name] = key.split("/");
	return objectName(kind, namespace, name.join("/"));
}
function objectName(kind, namespace, name) {
	return namespace === "" || namespace === "<applied>" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
const user$2 = "User ";
/** `Group devs`, `User jane`, `ServiceAccount web/ci`. */
function subjectName(key) {
	const account = key.startsWith(user$2) ? accountOf$1(key.slice(5)) : void 0;
	return account === void 0 ? key : objectName("ServiceAccount", account.namespace, account.name);
}
//#endregion
//#region packages/graph/src/access/change-cause.ts
/** What made the difference: the binding where the subject was not bound to that role there, else the role. */
function causeOf(grant, key, sides) {
	const { binding, role } = grant;
	const twin = sides.other.graph.boundTo(key, binding.entry.namespace).find(({ binding: { entry } }) => roleKey(entry.object.roleRef, entry.namespace) === role.entry.key);
	return twin === void 0 ? bindingCause(grant, key, sides) : roleCause(grant, twin.binding, sides);
}
function bindingCause({ binding, subject }, key, { other, change }) {
	const { entry } = binding;
	const { meta, roleRef } = entry.object;
	const definitions = meta.generated ? [] : other.bindings(entry.key);
	const name = entryName(entry);
	const [definition] = definitions;
	if (definition === void 0) return {
		of: "binding",
		through: `${name} ${change === "gained" ? "added" : "removed"}`,
		origin: subject.name.origin
	};
	const replaced = replacementOf(entry, definition.entry, change);
	if (replaced !== void 0) return {
		of: "binding",
		...replaced
	};
	if (definitions.some((one) => one.entry.object.subjects.some((s) => subjectKey(s, entry.namespace) === key))) return {
		of: "binding",
		through: `${name} ${change === "gained" ? "now refers" : "no longer refers"} to ${keyName(roleKey(roleRef, entry.namespace))}`,
		origin: roleRef.name.origin
	};
	const moved = change === "gained" ? "added to" : "removed from";
	return {
		of: "binding",
		through: `${subjectName(key)} ${moved} ${name}`,
		origin: subject.name.origin
	};
}
function roleCause({ role, rule }, twin, sides) {
	const { own, other, change } = sides;
	const name = entryName(role.entry);
	const known = rolesOf(twin);
	const [definition] = known;
	if (definition === void 0) return {
		of: "role",
		through: `${name} ${change === "gained" ? "now exists" : "no longer exists"}`,
		origin: role.entry.object.meta.name.origin
	};
	const replaced = replacementOf(role.entry, definition.entry, change);
	if (replaced !== void 0) return {
		of: "role",
		...replaced
	};
	const source = role.entry.object.rules.includes(rule) ? void 0 : own.writtenIn(rule);
	const changed = change === "gained" ? "widened" : "narrowed";
	if (source === void 0) return {
		of: "role",
		through: `${name} ${changed}`,
		origin: void 0
	};
	const from = entryName(source);
	if (known.some((one) => isAggregatedInto(one, source, other))) return {
		of: "role",
		through: `${from} ${changed}, which is aggregated into ${name}`,
		origin: void 0
	};
	return {
		of: "role",
		through: `${from} ${change === "gained" ? "aggregated into" : "no longer aggregated into"} ${name}`,
		origin: rule.origin
	};
}
function isAggregatedInto(role, source, side) {
	return role.rules.some((rule) => side.writtenIn(rule)?.key === source.key);
}
/**
* Where the inputs define an object that Kubernetes ships as well, on one side only: then the other has the shipped one.
* The place is that of the definition, on whichever side it stands.
*/
function replacementOf(own, other, change) {
	if (own.path === void 0 === (other.path === void 0)) return void 0;
	const defined = own.path === void 0 ? other : own;
	const through = own.path === void 0 === (change === "gained") ? "no longer redefined: as Kubernetes ships it" : "redefined, not as Kubernetes ships it";
	return {
		through: `${entryName(own)} ${through}`,
		origin: defined.object.meta.name.origin
	};
}
//#endregion
//#region packages/graph/src/access/changed-value.ts
/** Where in a rule that stands which makes the difference: the one verb, say, that is new; else the rule. */
function originOfChange(rule, access) {
	const lists = [
		[rule.verbs, ({ verbs }) => verbs],
		[rule.resources, ({ resources }) => resources],
		[rule.nonResourceURLs, ({ nonResourceURLs }) => nonResourceURLs],
		[rule.apiGroups, ({ apiGroups }) => apiGroups],
		[rule.resourceNames, ({ resourceNames }) => resourceNames]
	];
	for (const [written, valuesOf] of lists) {
		const changed = new Set(access.flatMap(valuesOf));
		const found = written.filter(({ value }) => changed.has(value));
		const [first] = found;
		if (first !== void 0 && found.length < written.length) return first.origin;
	}
	return rule.origin;
}
//#endregion
//#region packages/graph/src/access/implicit-groups.ts
/**
* Keys of the groups that whoever a key stands for is in by himself: a service account in those of service accounts, all
* but anonymous users in `system:authenticated`; and so the members of a group.
*/
function implicitGroups(key) {
	return groupsOf$1(key).map(groupKey);
}
const user$1 = "User ";
const accountsOfNamespace$1 = `${serviceAccountsGroup}:`;
function groupsOf$1(key) {
	if (key.startsWith(user$1)) {
		const name = key.slice(5);
		if (name === "system:anonymous") return [unauthenticatedGroup];
		const account = accountOf$1(name);
		return [...account === void 0 ? [] : serviceAccountGroups(account.namespace), authenticatedGroup];
	}
	const name = key.slice(6);
	if (name === "system:authenticated" || name === "system:unauthenticated") return [];
	return name.startsWith(accountsOfNamespace$1) ? [serviceAccountsGroup, authenticatedGroup] : [authenticatedGroup];
}
//#endregion
//#region packages/graph/src/nearness.ts
/**
* The variants of an object that are nearest to a place: those of the same text, else those of the same folder, else
* all. What Kubernetes itself creates stands nowhere, and everything is equally near to it.
*/
function nearest$1(variants, path) {
	if (variants.length <= 1 || path === void 0) return variants;
	const inText = variants.filter((variant) => variant.path === path);
	if (inText.length > 0) return inText;
	const folder = folderOf$3(path);
	const inFolder = variants.filter((variant) => variant.path !== void 0 && folderOf$3(variant.path) === folder);
	return inFolder.length > 0 ? inFolder : variants;
}
/** The folder of a path, `""` for the top. */
function folderOf$3(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
//#endregion
//#region packages/graph/src/strongly-connected.ts
/**
* Groups nodes that reach each other; a group comes after all groups it depends on.
*
* Tarjan's algorithm with a stack of its own: chains may be longer than the call stack is deep.
*/
function stronglyConnected(nodes, dependencies) {
	const visits = /* @__PURE__ */ new Map();
	const open = [];
	const groups = [];
	for (const start of nodes) {
		if (visits.has(start)) continue;
		const path = [enter(start)];
		for (let visit = path.at(-1); visit !== void 0; visit = path.at(-1)) {
			const next = visit.remaining.pop();
			if (next === void 0) {
				path.pop();
				const parent = path.at(-1);
				if (parent !== void 0) parent.lowest = Math.min(parent.lowest, visit.lowest);
				if (visit.lowest === visit.number) groups.push(close(visit));
				continue;
			}
			const seen = visits.get(next);
			if (seen === void 0) path.push(enter(next));
			else if (seen.isOpen) visit.lowest = Math.min(visit.lowest, seen.number);
		}
	}
	return groups;
	function enter(node) {
		const number = visits.size;
		const visit = {
			node,
			number,
			lowest: number,
			isOpen: true,
			remaining: [...dependencies(node)].reverse()
		};
		visits.set(node, visit);
		open.push(visit);
		return visit;
	}
	function close(root) {
		const group = [];
		for (let visit = open.pop(); visit !== void 0; visit = open.pop()) {
			visit.isOpen = false;
			group.push(visit.node);
			if (visit === root) break;
		}
		return group.reverse();
	}
}
//#endregion
//#region packages/graph/src/aggregation.ts
/**
* Fills aggregated ClusterRoles as the controller does
* (pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go: syncClusterRole); roles that are not
* aggregated do not appear in the result.
*
* Selected roles may be aggregated themselves. What the controller reaches by running again and again is computed
* here in one pass, sources first. Where aggregated roles select each other in a circle, all of them end up with what
* comes into the circle from outside. If nothing does, the outcome on a server depends on history: then each is given
* what any of them was written with.
*
* Of a selected role that several texts define, an aggregated role takes the variants nearest to it; where these
* differ, it gets the rules of all, and those that not all of them hold are uncertain.
*/
function aggregateRoles(roles) {
	const clusterRoles = [];
	for (const variants of roles.values()) for (const variant of variants) if (variant.object.kind === "ClusterRole") clusterRoles.push(variant);
	const aggregated = clusterRoles.filter(({ object }) => object.aggregation !== void 0);
	const filled = /* @__PURE__ */ new Map();
	if (aggregated.length === 0) return filled;
	const index = indexByLabel(clusterRoles);
	const sources = new Map(aggregated.map((role) => [role, sourcesOf(role, roles, index)]));
	const dependencies = (role) => (sources.get(role) ?? []).flatMap(({ variants }) => variants.filter((variant) => sources.has(variant)));
	for (const circle of stronglyConnected(aggregated, dependencies)) for (const [role, rules] of fill(circle, sources, filled)) filled.set(role, rules);
	return filled;
}
function fill(circle, sources, filled) {
	const inside = new Set(circle);
	const union = {
		rules: /* @__PURE__ */ new Map(),
		certain: /* @__PURE__ */ new Set()
	};
	for (const role of circle) for (const { variants, outOf } of sources.get(role) ?? []) addRules(union, variants.filter((variant) => !inside.has(variant)).map((variant) => filled.get(variant) ?? writtenRules$1(variant)), outOf);
	if (union.rules.size === 0) {
		const [only] = circle;
		if (circle.length === 1 && only !== void 0) return [[only, writtenRules$1(only)]];
		for (const role of circle) addRules(union, [writtenRules$1(role)], 1);
	}
	const rules = resultOf(union);
	return circle.map((role) => [role, rules]);
}
function writtenRules$1({ object }) {
	return {
		rules: object.rules,
		uncertain: nothingUncertain$1
	};
}
const nothingUncertain$1 = /* @__PURE__ */ new Set();
/** Adds the rules of one source; a rule is certain if all its variants hold it for certain. */
function addRules(union, variants, outOf) {
	const holders = /* @__PURE__ */ new Map();
	for (const { rules, uncertain } of variants) {
		const certainHere = /* @__PURE__ */ new Set();
		for (const rule of rules) {
			const key = ruleKey(rule);
			if (!union.rules.has(key)) union.rules.set(key, rule);
			if (!uncertain.has(rule)) certainHere.add(key);
		}
		for (const key of certainHere) holders.set(key, (holders.get(key) ?? 0) + 1);
	}
	for (const [key, count] of holders) if (count === outOf) union.certain.add(key);
}
function resultOf({ rules, certain }) {
	const uncertain = /* @__PURE__ */ new Set();
	for (const [key, rule] of rules) if (!certain.has(key)) uncertain.add(rule);
	return {
		rules: [...rules.values()],
		uncertain
	};
}
/** What an aggregated role selects, in the controller's order: selector by selector, each by name, never itself. */
function sourcesOf(role, roles, index) {
	const sources = [];
	for (const selector of role.object.aggregation?.selectors ?? []) {
		const matches = ({ object }) => selectorMatches(selector, object.meta.labels);
		const selected = /* @__PURE__ */ new Set();
		for (const candidate of candidates(selector, index)) if (candidate.key !== role.key && matches(candidate)) selected.add(candidate.key);
		for (const key of [...selected].sort(byText$4)) {
			const near = nearest$1(roles.get(key) ?? [], role.path);
			const variants = near.filter(matches);
			if (variants.length > 0) sources.push({
				variants,
				outOf: near.length
			});
		}
	}
	return sources;
}
function indexByLabel(roles) {
	const byLabel = /* @__PURE__ */ new Map();
	for (const role of roles) for (const [name, { value }] of role.object.meta.labels) {
		const label = `${name}=${value}`;
		const labelled = byLabel.get(label);
		if (labelled === void 0) byLabel.set(label, [role]);
		else labelled.push(role);
	}
	return {
		all: roles,
		byLabel
	};
}
/** Roles that may match: those with one of the labels the selector asks for, so that not every role is looked at for each. */
function candidates({ matchLabels }, { all, byLabel }) {
	for (const [name, value] of matchLabels) return byLabel.get(`${name}=${value}`) ?? [];
	return all;
}
//#endregion
//#region packages/graph/src/minor-order.ts
/** Whether a version is older than 1.`minor`; false for one that is not known. */
function isBefore$1(version, minor) {
	const parsed = version === void 0 ? void 0 : parseMinor(version);
	if (parsed === void 0) return false;
	const [major, number] = parsed.split(".").map(Number);
	return major === 1 && number !== void 0 && number < minor;
}
//#endregion
//#region packages/graph/src/control-plane/server-being-read.ts
function startReading(inventory, path, invocation) {
	return {
		inventory,
		path,
		invocation,
		refusals: []
	};
}
/** Why the server would not start. */
function refuse(server, message, origin) {
	server.refusals.push({
		message,
		origin
	});
}
const serverDefault = {
	kind: "built-in",
	of: "default of kube-apiserver"
};
/** The occurrence that holds; one without its value is a refusal. */
function givenFlag(server, name) {
	const flag = lastFlag(server.invocation.flags, name);
	if (flag === void 0) {
		const hidden = mayBeHidden(server, name);
		return hidden === void 0 ? { given: "no" } : {
			given: "unknown",
			assumption: hidden
		};
	}
	if (flag.unresolved) return {
		given: "unknown",
		assumption: unresolvedValue(flag)
	};
	if (flag.value === void 0) {
		refuse(server, `flag needs an argument: --${name}`, flag.origin);
		return { given: "no" };
	}
	return {
		given: "yes",
		value: flag.value,
		flag
	};
}
/** Any occurrence, whatever its value. */
function isGiven({ invocation }, name) {
	return invocation.flags.find((flag) => flag.name === name);
}
/**
* What a variable stands for that is a word of its own (`$EXTRA_ARGS`) may be any further flags. It leaves open what no
* flag says; a flag that is written is taken to stay the last of its name.
*/
function mayBeHidden({ invocation }, name) {
	const hiding = invocation.unresolved?.at(0);
	if (hiding === void 0) return void 0;
	return {
		text: `${hiding.value} of ${invocation.instance} does not set --${name}`,
		origin: hiding.origin
	};
}
function unresolvedValue({ name, value, origin }) {
	return {
		text: `the value of --${name}${value === void 0 ? "" : ` (${value})`} is not among the inputs`,
		origin
	};
}
/** Whether the server is older than 1.`minor`; false where its version is not known. */
function isOlderThan({ invocation }, minor) {
	return isBefore$1(invocation.version?.value, minor);
}
//#endregion
//#region packages/graph/src/control-plane/configuration-file.ts
function configurationFile(server, flagName, kind) {
	const given = givenFlag(server, flagName);
	if (isGiven(server, flagName) === void 0 && isGiven(server, exclusive[kind]) !== void 0) return { outcome: "not-named" };
	if (given.given === "unknown") return {
		outcome: "unknown",
		assumption: given.assumption
	};
	if (given.given === "no" || given.value === "") return { outcome: "not-named" };
	const { value: path, flag } = given;
	const { inventory } = server;
	const found = nearestFile(inventory.paths, path, server.path);
	if (found.length > 1) return {
		outcome: "unknown",
		assumption: {
			text: `which of ${found.join(" and ")} is ${path} of ${server.invocation.instance}`,
			origin: flag.origin
		}
	};
	const [file] = found;
	if (file === void 0) {
		if (!inventory.complete) return {
			outcome: "unknown",
			assumption: {
				text: `${path}, which --${flagName} of ${server.invocation.instance} names, is not among the inputs`,
				origin: flag.origin
			}
		};
		refuse(server, `--${flagName}: open ${path}: no such file or directory`, flag.origin);
		return {
			outcome: "refused",
			flag
		};
	}
	const configuration = inventory.configurations.filter((placed) => placed.path === file).find(isOfKind(kind))?.value;
	if (configuration === void 0) {
		refuse(server, `--${flagName}: ${path} holds no ${kind} that kube-apiserver accepts`, flag.origin);
		return {
			outcome: "refused",
			flag
		};
	}
	return {
		outcome: "found",
		configuration,
		flag
	};
}
const exclusive = {
	AuthenticationConfiguration: "anonymous-auth",
	AuthorizationConfiguration: "authorization-mode"
};
function isOfKind(kind) {
	return (placed) => placed.value.kind === kind;
}
/**
* The inputs that a path on the server's machine may be: those it is, or is the tail of. Of several, those that share
* most with the place the path is written at, as the files of one machine do.
*/
function nearestFile(paths, named, from) {
	const tail = named.startsWith("/") ? named : `/${named}`;
	const candidates = paths.filter((path) => path === named || `/${path}`.endsWith(tail));
	if (candidates.length <= 1) return candidates;
	const shared = candidates.map((path) => sharedFolders(folderOf$3(path), folderOf$3(from)));
	const most = Math.max(...shared);
	return candidates.filter((_, i) => shared[i] === most);
}
function sharedFolders(a, b) {
	const ofA = a.split("/");
	const ofB = b.split("/");
	let count = 0;
	while (count < ofA.length && ofA[count] === ofB[count]) count++;
	return count;
}
//#endregion
//#region packages/graph/src/control-plane/anonymous-access.ts
/**
* Whether requests without credentials are let in.
*
* A configuration file's `anonymous` replaces the flag. Without it the flag holds (default: true), unless flags make
* the server allow everything: then it is forced off.
*/
function readAnonymous(server, alwaysAllowByFlag) {
	const file = configurationFile(server, "authentication-config", "AuthenticationConfiguration");
	const byFlag = readFlag(server);
	const byFlags = alwaysAllowByFlag.value ? located(off, alwaysAllowByFlag.origin) : byFlag;
	switch (file.outcome) {
		case "not-named":
		case "refused": return byFlags;
		case "unknown": return located({
			access: "unknown",
			assumption: file.assumption
		}, file.assumption.origin ?? serverDefault);
		case "found": {
			const { apiVersion, anonymous, origin } = file.configuration;
			refuseOidcFlags(server);
			if (apiVersion === "apiserver.config.k8s.io/v1" && isOlderThan(server, 34)) refuse(server, `no kind "AuthenticationConfiguration" is registered for version "${apiVersion}"`, origin);
			return anonymous === void 0 ? byFlags : readField(server, anonymous);
		}
	}
}
const off = { access: "off" };
const allPaths = { access: "all-paths" };
function readFlag(server) {
	const given = givenFlag(server, "anonymous-auth");
	switch (given.given) {
		case "no": return located(allPaths, serverDefault);
		case "unknown": return located({
			access: "unknown",
			assumption: given.assumption
		}, given.assumption.origin ?? serverDefault);
		case "yes":
			refuseBadValues(server);
			return located(parseGoBool(given.value) === false ? off : allPaths, given.flag.origin);
	}
}
/** Every occurrence is parsed, the ones that a later one replaces too. */
function refuseBadValues(server) {
	for (const { name, value, unresolved, origin } of server.invocation.flags) {
		if (name !== "anonymous-auth" || unresolved || value === void 0 || parseGoBool(value) !== void 0) continue;
		const problem = `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
		refuse(server, `invalid argument ${JSON.stringify(value)} for "--anonymous-auth" flag: ${problem}`, origin);
	}
}
function readField(server, { enabled, paths, origin }) {
	if (isOlderThan(server, 31)) refuse(server, "strict decoding error: unknown field \"anonymous\"", origin);
	const flag = isGiven(server, "anonymous-auth");
	if (flag !== void 0) refuse(server, "anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file", flag.origin);
	if (!enabled.value) {
		if (paths.length > 0) refuse(server, "anonymous: enabled should be set to true when conditions are defined", enabled.origin);
		return located(off, enabled.origin);
	}
	return located(paths.length === 0 ? allPaths : {
		access: "some-paths",
		paths
	}, enabled.origin);
}
function refuseOidcFlags(server) {
	const oidc = server.invocation.flags.find(({ name }) => name.startsWith("oidc-"));
	if (oidc === void 0) return;
	refuse(server, "authentication-config file and oidc-* flags are mutually exclusive", oidc.origin);
}
//#endregion
//#region packages/graph/src/control-plane/authorization-modes.ts
function readAuthorization(server) {
	const file = configurationFile(server, "authorization-config", "AuthorizationConfiguration");
	switch (file.outcome) {
		case "not-named": return readFlags(server);
		case "unknown": return settings$1({
			known: false,
			assumption: file.assumption
		}, file.assumption.origin ?? serverDefault);
		case "refused": return settings$1({
			known: true,
			modes: []
		}, file.flag.origin);
		case "found":
			refuseFlagsBesideFile(server, file.flag.origin);
			return settings$1({
				known: true,
				modes: readConfiguration$1(server, file.configuration)
			}, file.configuration.origin);
	}
}
function settings$1(modes, origin, alwaysAllowByFlag = false) {
	return {
		setting: located(modes, origin),
		alwaysAllowByFlag: located(alwaysAllowByFlag, origin)
	};
}
function readFlags(server) {
	const flags = server.invocation.flags.filter(({ name }) => name === "authorization-mode");
	const [first] = flags;
	const unresolved = flags.find((flag) => flag.unresolved);
	if (unresolved !== void 0) return settings$1({
		known: false,
		assumption: unresolvedValue(unresolved)
	}, unresolved.origin);
	const hidden = mayBeHidden(server, "authorization-mode");
	if (first === void 0 && hidden !== void 0) return settings$1({
		known: false,
		assumption: hidden
	}, hidden.origin ?? serverDefault);
	const words = modeWords(server, flags);
	const origin = first?.origin ?? serverDefault;
	if (words.length === 0) return settings$1({
		known: true,
		modes: [located("AlwaysAllow", origin)]
	}, origin, true);
	const modes = checkModes(server, words, (word) => `authorization-mode ${JSON.stringify(word)} is not a valid mode`);
	checkRepeated(server, words);
	checkCompanions(server, modes, origin);
	return settings$1({
		known: true,
		modes
	}, origin, modes.some(({ value }) => value === "AlwaysAllow"));
}
/** Every occurrence adds its elements. */
function modeWords(server, flags) {
	const words = [];
	for (const flag of flags) {
		const { name, value, origin } = flag;
		if (value === void 0) refuse(server, `flag needs an argument: --${name}`, origin);
		const elements = flagValues([flag], name);
		if (elements === void 0) refuse(server, `invalid argument ${JSON.stringify(value)} for "--${name}" flag`, origin);
		for (const element of elements ?? []) words.push(located(element.value, origin));
	}
	return words;
}
function checkModes(server, words, message) {
	const modes = [];
	for (const { value, origin } of words) if (isMode(value)) modes.push(located(value, origin));
	else refuse(server, message(value), origin);
	return modes;
}
function isMode(word) {
	return [
		"AlwaysAllow",
		"AlwaysDeny",
		"ABAC",
		"Webhook",
		"RBAC",
		"Node"
	].includes(word);
}
function checkRepeated(server, words) {
	const repeated = words.find(({ value }, i) => words.findIndex((word) => word.value === value) < i);
	if (repeated === void 0) return;
	refuse(server, `authorization-mode [${words.map(({ value }) => value).join(" ")}] has mode specified more than once`, repeated.origin);
}
function checkCompanions(server, modes, origin) {
	for (const { mode, flag, file } of [{
		mode: "ABAC",
		flag: "authorization-policy-file",
		file: "authorization policy file"
	}, {
		mode: "Webhook",
		flag: "authorization-webhook-config-file",
		file: "authorization config file"
	}]) {
		const wanted = modes.find(({ value }) => value === mode);
		const given = lastFlag(server.invocation.flags, flag);
		const hasFile = given !== void 0 && (given.unresolved || given.value !== "");
		if (wanted !== void 0 && !hasFile && mayBeHidden(server, flag) === void 0) refuse(server, `authorization-mode ${mode}'s ${file} not passed`, wanted.origin);
		if (wanted === void 0 && hasFile) refuse(server, `cannot specify --${flag} without mode ${mode}`, origin);
	}
}
function refuseFlagsBesideFile(server, origin) {
	if (![
		"authorization-mode",
		"authorization-webhook-config-file",
		"authorization-webhook-version",
		"authorization-webhook-cache-authorized-ttl",
		"authorization-webhook-cache-unauthorized-ttl"
	].some((name) => isGiven(server, name) !== void 0)) return;
	refuse(server, "--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined", origin);
}
/** k8s.io/apiserver pkg/apis/apiserver/validation: ValidateAuthorizationConfiguration, as far as types go. */
function readConfiguration$1(server, { apiVersion, authorizers, origin }) {
	if (apiVersion === "apiserver.config.k8s.io/v1" && isOlderThan(server, 32)) refuse(server, `no kind "AuthorizationConfiguration" is registered for version "${apiVersion}"`, origin);
	if (authorizers.length === 0) refuse(server, "authorizers: Required value: at least one authorization mode must be defined", origin);
	const seen = /* @__PURE__ */ new Set();
	for (const { value, origin: at } of authorizers) {
		if (seen.has(value) && value !== "Webhook") refuse(server, `authorizers: type ${value}: Duplicate value: ${JSON.stringify(value)}`, at);
		seen.add(value);
	}
	return checkModes(server, authorizers, (word) => `authorizers: type: Unsupported value: ${JSON.stringify(word)}: supported values: ${supportedTypes}`);
}
const supportedTypes = "\"ABAC\", \"AlwaysAllow\", \"AlwaysDeny\", \"Node\", \"RBAC\", \"Webhook\"";
//#endregion
//#region packages/graph/src/control-plane/gates-set.ts
/**
* What the command line sets feature gates to (k8s.io/component-base/featuregate: Set): each occurrence of the flag adds
* to those before it. Since 1.31 a gate may stand behind the component it is meant for, which is `kube` here.
*/
function readFeatureGates(server) {
	const flags = server.invocation.flags.filter(({ name }) => name === "feature-gates");
	const unresolved = flags.find((flag) => flag.unresolved);
	const set = /* @__PURE__ */ new Map();
	for (const { value } of flags) for (const pair of (value ?? "").split(",")) {
		const [, name, setting] = /^\s*(?:kube:)?([^=:]*?)\s*=(.*)$/.exec(pair) ?? [];
		const enabled = setting === void 0 ? void 0 : parseGoBool(setting.trim());
		if (name !== void 0 && enabled !== void 0) set.set(name, enabled);
	}
	return {
		set,
		doubt: unresolved === void 0 ? mayBeHidden(server, "feature-gates") : unresolvedValue(unresolved)
	};
}
//#endregion
//#region packages/graph/src/api-server.ts
/**
* Every kube-apiserver that the inputs describe; one assumed where they describe none.
*
* A configuration file that no command line of the inputs names still is some server's: it is read as one of its own,
* of which only that file is known.
*/
function readApiServers(inventory) {
	const servers = [];
	const named = /* @__PURE__ */ new Set();
	for (const { path, value } of inventory.invocations) {
		if (value.component !== "kube-apiserver") continue;
		const invocation = withAssumedModes(inventory, value);
		servers.push(readServer(startReading(inventory, path, invocation)));
		for (const configuration of configurationsOf(startReading(inventory, path, value))) named.add(configuration);
	}
	for (const configuration of inventory.configurations) if (!named.has(configuration.value)) servers.push(serverOfFile(inventory, configuration));
	return servers.length > 0 ? servers : [assumedServer(inventory)];
}
function readServer(server) {
	const { invocation } = server;
	refusePositional(server);
	refuseWithoutEtcd(server);
	const authorization = readAuthorization(server);
	const anonymous = readAnonymous(server, authorization.alwaysAllowByFlag);
	const tokenFile = givenFlag(server, "token-auth-file");
	const hasTokenFile = tokenFile.given === "yes" && tokenFile.value !== "";
	return {
		instance: invocation.instance,
		assumed: false,
		origin: invocation.origin,
		version: invocation.version,
		minor: minorOf(server),
		featureGates: readFeatureGates(server),
		anonymous,
		authorization: authorization.setting,
		tokenAuthFile: hasTokenFile ? located(tokenFile.value, tokenFile.flag.origin) : void 0,
		refusals: server.refusals
	};
}
function minorOf({ inventory, invocation }) {
	const own = invocation.version === void 0 ? void 0 : parseMinor(invocation.version.value);
	return own === void 0 ? inventory.minor ?? "1.37" : nearestKnownMinor(own);
}
/** cmd/kube-apiserver/app/server.go: NewAPIServerCommand, Args. */
function refusePositional(server) {
	const { positional } = server.invocation;
	const [first] = positional;
	if (first === void 0) return;
	refuse(server, `"kube-apiserver" does not take any arguments, got [${positional.map(({ value }) => JSON.stringify(value)).join(" ")}]`, first.origin);
}
/** cmd/kube-apiserver/app/options/validation.go: Validate; k8s.io/apiserver pkg/server/options/etcd.go: Validate. */
function refuseWithoutEtcd(server) {
	const { inventory, invocation } = server;
	if (inventory.complete && isPart(invocation)) refuse(server, "--etcd-servers must be specified", invocation.origin);
}
/** No server starts without this flag: where it is missing, the others are not all of them either. */
function isPart({ flags, unresolved }) {
	return unresolved === void 0 && !flags.some(({ name }) => name === "etcd-servers");
}
/**
* Part of a command line (the arguments that an installer adds to its own, a snippet) says nothing by what is not in
* it: the default of an absent mode, AlwaysAllow, would be read into nearly all of them, and be wrong.
*/
function withAssumedModes(inventory, invocation) {
	const { flags } = invocation;
	if (inventory.complete || !isPart(invocation)) return invocation;
	if (flags.some(({ name }) => name === "authorization-mode" || name === authorizationFlag)) return invocation;
	return {
		...invocation,
		flags: [...flags, assumedModes]
	};
}
function configurationsOf(server) {
	const found = [];
	const authentication = configurationFile(server, authenticationFlag, "AuthenticationConfiguration");
	if (authentication.outcome === "found") found.push(authentication.configuration);
	const authorization = configurationFile(server, authorizationFlag, "AuthorizationConfiguration");
	if (authorization.outcome === "found") found.push(authorization.configuration);
	return found;
}
/** The server that uses a configuration file: as if a flag named it, everything else assumed. */
function serverOfFile(inventory, { path, value }) {
	const { origin } = value;
	const alone = {
		...inventory,
		complete: false,
		paths: [path],
		configurations: [{
			path,
			value
		}]
	};
	const invocation = (flags) => ({
		component: "kube-apiserver",
		instance: `kube-apiserver configured by ${path}`,
		origin,
		version: void 0,
		flags,
		positional: []
	});
	switch (value.kind) {
		case "AuthenticationConfiguration": return readServer(startReading(alone, path, invocation([configurationFlag(authenticationFlag), assumedModes])));
		case "AuthorizationConfiguration": return readServer(startReading(alone, path, invocation([configurationFlag(authorizationFlag)])));
	}
	function configurationFlag(name) {
		return {
			name,
			value: path,
			origin,
			unresolved: false
		};
	}
}
const authenticationFlag = "authentication-config";
const authorizationFlag = "authorization-config";
/** Not the server's default, which would allow everything, but what kubeadm and the managed platforms start it with. */
const assumedModes = {
	name: "authorization-mode",
	value: "Node,RBAC",
	origin: {
		kind: "built-in",
		of: "the usual --authorization-mode"
	},
	unresolved: false
};
function assumedServer(inventory) {
	const { origin } = assumedModes;
	return {
		...readServer(startReading({
			...inventory,
			complete: false
		}, "", {
			component: "kube-apiserver",
			instance: "assumed",
			origin,
			version: void 0,
			flags: [assumedModes],
			positional: []
		})),
		assumed: true,
		origin: void 0
	};
}
/**
* The graph as far as servers that come up are concerned: nobody asks one that refuses to start. Where all are refused,
* one is assumed, as where the inputs describe none.
*/
function withoutRefusedServers(graph) {
	const refused = graph.apiServers.filter(({ refusals }) => refusals.length > 0);
	if (refused.length === 0) return graph;
	const starting = graph.apiServers.filter(({ refusals }) => refusals.length === 0);
	const apiServers = starting.length > 0 ? starting : [assumedServer(graph.inventory)];
	const leftOut = refused.map(({ instance, origin }) => ({
		text: `${instance} would not start and is left out`,
		origin
	}));
	return {
		...graph,
		apiServers,
		assumptions: [...leftOut, ...assumptionsOf$1(apiServers)]
	};
}
/** What had to be assumed about the servers, each said once. */
function assumptionsOf$1(servers) {
	const assumptions = /* @__PURE__ */ new Map();
	for (const { assumed, instance, origin, anonymous, authorization } of servers) {
		if (authorization.origin === assumedModes.origin) add({
			text: `${assumed ? "kube-apiserver" : instance} runs with --authorization-mode=Node,RBAC${assumed ? " and the defaults of its version" : ""}`,
			origin
		});
		if (anonymous.value.access === "unknown") add(anonymous.value.assumption);
		if (!authorization.value.known) add(authorization.value.assumption);
	}
	return [...assumptions.values()];
	function add(assumption) {
		assumptions.set(assumption.text, assumption);
	}
}
//#endregion
//#region packages/graph/src/authorize/node-relations.ts
/** `Secret web/db-pass`; the namespace is empty for cluster-scoped kinds. */
function vertex(kind, namespace, name) {
	return `${kind} ${namespace}/${name}`;
}
/** Ties together everything that the inventory's Pods, volumes and attachments say about nodes. */
function nodeRelations(inventory) {
	const edges = /* @__PURE__ */ new Map();
	const absentAccount = inventory.complete ? void 0 : defaultAccount$1;
	for (const variants of definitions$1(inventory)) {
		const said = variants.map((entry) => edgesOf(entry, absentAccount));
		for (const [from, to] of said.flat()) {
			const known = edges.get(from) ?? /* @__PURE__ */ new Map();
			edges.set(from, known);
			const certain = said.length === 1 || said.every((one) => one.some((edge) => edge[0] === from && edge[1] === to));
			known.set(to, certain || known.get(to) === true);
		}
	}
	return {
		nodes: nodesIn(edges),
		relation: (from, node) => relation(edges, from, vertex("Node", "", node))
	};
}
/** Objects that add edges, all definitions of each together: they stand side by side. */
function definitions$1(inventory) {
	const grouped = [];
	for (const kind of nodeObjectKinds) for (const entry of inventory.entriesOf(kind)) {
		const group = grouped.at(-1);
		if (group?.[0]?.key === entry.key) group.push(entry);
		else grouped.push([entry]);
	}
	return grouped;
}
const nodeObjectKinds = [
	"Workload",
	"PersistentVolume",
	"VolumeAttachment",
	"ResourceSlice",
	"PodCertificateRequest"
];
function edgesOf(entry, absentAccount) {
	const { object, namespace } = entry;
	switch (object.kind) {
		case "Workload": {
			const account = object.pod.serviceAccountName?.value ?? absentAccount;
			return object.boundPod === void 0 ? [] : podEdges(entry, object.boundPod, account);
		}
		case "PersistentVolume": {
			if (object.claim === void 0) return [];
			const volume = vertex("PersistentVolume", "", object.meta.name.value);
			const claim = vertex("PersistentVolumeClaim", object.claim.namespace, object.claim.name.value);
			const secrets = object.secrets.map((secret) => [vertex("Secret", secret.namespace, secret.name.value), volume]);
			return [[volume, claim], ...secrets];
		}
		case "VolumeAttachment":
		case "ResourceSlice":
		case "PodCertificateRequest": {
			if (object.nodeName === void 0) return [];
			const { name } = object.meta;
			return [[vertex(object.kind, namespace, name.value), vertex("Node", "", object.nodeName.value)]];
		}
	}
}
const mirrorAnnotation$1 = "kubernetes.io/config.mirror";
function podEdges({ object, namespace, key }, bound, account) {
	const pod = vertex("Pod", namespace, object.meta.generated ? key : object.meta.name.value);
	const onNode = [pod, vertex("Node", "", bound.nodeName.value)];
	if (object.meta.annotations.has(mirrorAnnotation$1)) return [onNode];
	const uses = (kind, names) => names.map(({ value }) => [vertex(kind, namespace, value), pod]);
	return [
		onNode,
		...uses("ServiceAccount", account === void 0 ? [] : [{ value: account }]),
		...uses("Secret", bound.secrets),
		...uses("ConfigMap", bound.configMaps),
		...uses("PersistentVolumeClaim", bound.persistentVolumeClaims),
		...uses("ResourceClaim", bound.resourceClaims)
	];
}
/**
* What the admission plugin ServiceAccount, on by default, puts into a Pod that names no account. Inputs that are all
* there is have Pods as they are stored, after admission.
*/
const defaultAccount$1 = "default";
function nodesIn(edges) {
	const nodes = /* @__PURE__ */ new Set();
	const prefix = vertex("Node", "", "");
	for (const targets of edges.values()) for (const to of targets.keys()) if (to.startsWith(prefix)) nodes.add(to.slice(prefix.length));
	return [...nodes].sort(byText$4);
}
function relation(edges, from, node) {
	const certain = path$1(edges, from, node, true);
	if (certain !== void 0) return {
		related: "yes",
		through: certain
	};
	const possible = path$1(edges, from, node, false);
	return possible === void 0 ? { related: "no" } : {
		related: "maybe",
		through: possible
	};
}
/** What stands between the two; undefined where there is no way. No way is longer than Secret, volume, claim, Pod, node. */
function path$1(edges, from, node, onlyCertain) {
	for (const [to, certain] of edges.get(from) ?? []) {
		if (onlyCertain && !certain) continue;
		if (to === node) return [];
		const rest = path$1(edges, to, node, onlyCertain);
		if (rest !== void 0) return [to, ...rest];
	}
}
//#endregion
//#region packages/graph/src/roles.ts
/**
* Leads bindings to their roles (pkg/registry/rbac/validation/rule.go: GetRoleReferenceRules).
*
* Of several definitions of a role a binding takes the nearest: of the same text, else of the same folder, else any if
* all of them give the same. Most bindings have one role to choose from: they share one answer, so that a hundred
* thousand of them cost nothing more.
*/
function roleResolver(inventory, effectiveRole) {
	const single = /* @__PURE__ */ new Map();
	const rolesByName = /* @__PURE__ */ new Map();
	for (const variants of inventory.roles.values()) for (const entry of variants) if (entry.object.kind === "Role") addByName(rolesByName, entry);
	return (binding) => {
		const key = roleKey(binding.object.roleRef, binding.namespace);
		const known = single.get(key);
		if (known !== void 0) return known;
		const variants = inventory.roles.get(key) ?? [];
		if (variants.length > 1) return choose(nearest$1(variants, binding.path).map(effectiveRole));
		const [only] = variants;
		const resolution = only === void 0 ? {
			outcome: "missing",
			nearMisses: nearMisses$2(binding, rolesByName)
		} : {
			outcome: "found",
			role: effectiveRole(only)
		};
		single.set(key, resolution);
		return resolution;
	};
}
function choose(nearestRoles) {
	const [first, ...others] = nearestRoles;
	if (first === void 0) return {
		outcome: "missing",
		nearMisses: []
	};
	const wanted = rulesKey(first);
	return others.every((role) => rulesKey(role) === wanted) ? {
		outcome: "found",
		role: first
	} : {
		outcome: "ambiguous",
		roles: nearestRoles
	};
}
/** Equal for roles that give the same, whatever the order of their rules. */
function rulesKey({ rules, isCertain }) {
	const keys = rules.map((rule) => `${isCertain(rule)}${ruleKey(rule)}`);
	return [...new Set(keys)].sort().join("\n");
}
/**
* A namespace that the inputs do not say may turn out to be any: a RoleBinding in `<applied>` and a Role of the name it
* asks for in a namespace that is named, or the other way round, may meet. They are not taken as one, they are told.
*/
function nearMisses$2({ namespace, object }, rolesByName) {
	if (object.roleRef.kind.value !== "Role") return [];
	const sameName = rolesByName.get(object.roleRef.name.value) ?? [];
	if (namespace === "<applied>") return sameName;
	return sameName.filter((role) => role.namespace === appliedNamespace);
}
function addByName(rolesByName, entry) {
	if (entry.object.meta.generated) return;
	const name = entry.object.meta.name.value;
	const sameName = rolesByName.get(name);
	if (sameName === void 0) rolesByName.set(name, [entry]);
	else sameName.push(entry);
}
//#endregion
//#region packages/graph/src/shipped.ts
function shippedObjects({ kubernetes, kubeadm, ofEveryMinor }) {
	const roles = /* @__PURE__ */ new Map();
	const bindings = /* @__PURE__ */ new Map();
	for (const policy of [kubernetes, kubeadm]) {
		addRoles(roles, policy);
		for (const binding of policy.bindings) {
			const namespace = namespaceOf$3(binding);
			bindings.set(objectKey(binding, namespace), {
				role: roleKey(binding.roleRef, namespace),
				subjects: new Set(binding.subjects.map((subject) => subjectKey(subject, namespace)).filter(isDefined))
			});
		}
	}
	const aggregated = aggregateRoles(roles);
	const roleRules = /* @__PURE__ */ new Map();
	for (const [key, [entry]] of roles) if (entry !== void 0) roleRules.set(key, aggregated.get(entry)?.rules ?? entry.object.rules);
	let others;
	return {
		roleRules,
		bindings,
		others: () => {
			others ??= (ofEveryMinor?.() ?? []).map((policy) => shippedObjects({
				kubernetes: policy,
				kubeadm: nothing$4
			}));
			return others;
		}
	};
}
const nothing$4 = {
	roles: [],
	bindings: []
};
/** Only names that some minor may have created are worth comparing with what others create. */
function mayBeShipped(key) {
	return key.slice(key.lastIndexOf("/") + 1).startsWith("system:");
}
function addRoles(roles, { roles: shipped }) {
	for (const role of shipped) {
		const namespace = namespaceOf$3(role);
		const key = objectKey(role, namespace);
		roles.set(key, [{
			key,
			namespace,
			object: role,
			path: void 0
		}]);
	}
}
function isDefined(value) {
	return value !== void 0;
}
function namespaceOf$3({ meta }) {
	return meta.namespace?.value ?? "";
}
/** Whether this binding is shipped with this role and this subject, by any minor; a subject more is not. */
function bindingIsShipped(shipped, entry) {
	if (!shipped.bindings.has(entry.key) && !mayBeShipped(entry.key)) return never;
	return (subject) => {
		const key = subjectKey(subject, entry.namespace);
		if (key === void 0) return false;
		return binds(shipped, entry, key) || shipped.others().some((other) => binds(other, entry, key));
	};
}
function binds({ bindings }, { key, object, namespace }, subject) {
	const asShipped = bindings.get(key);
	return asShipped?.role === roleKey(object.roleRef, namespace) && asShipped.subjects.has(subject);
}
const never = () => false;
/**
* Compares a role with those that are shipped under its name. What aggregation brings into `view`, `edit` or `admin`
* from roles of the user's is compared like any other rule, so it counts as shipped only if it adds nothing.
*/
function roleAsShipped(shipped, key, rules) {
	const shippedRules = shipped.roleRules.get(key) ?? (mayBeShipped(key) ? [] : void 0);
	if (shippedRules === void 0) return notShipped;
	const same = new Set(shippedRules);
	const isCovered = (rule) => same.has(rule) || shippedRules.some((one) => covers$1(one, rule)) || isCoveredByOthers(shipped, key, rule);
	const covered = new Set(rules.filter(isCovered));
	if (covered.size === 0 && !shipped.roleRules.has(key)) return notShipped;
	return {
		asShipped: covered.size === new Set(rules).size ? "all" : "part",
		isShipped: (rule) => covered.has(rule)
	};
}
function isCoveredByOthers({ others }, key, rule) {
	return others().some(({ roleRules }) => roleRules.get(key)?.some((one) => covers$1(one, rule)) === true);
}
const notShipped = {
	asShipped: "none",
	isShipped: never
};
/** Whether one rule gives everything another gives (after k8s.io/component-helpers auth/rbac/validation: ruleCovers). */
function covers$1(owner, rule) {
	return everyIsIn(rule.verbs, owner.verbs) && everyIsIn(rule.apiGroups, owner.apiGroups) && everyIsIn(rule.resources, owner.resources) && namesAreIn(rule.resourceNames, owner.resourceNames) && everyIsIn(rule.nonResourceURLs, owner.nonResourceURLs);
}
function namesAreIn(names, ownerNames) {
	if (ownerNames.length === 0) return true;
	return names.length > 0 && names.every(({ value }) => holds$1(ownerNames, value));
}
/** `*` in the owner's list covers all. `/a*` of URLs and `*\/scale` of resources are compared as written. */
function everyIsIn(list, ownerList) {
	return holds$1(ownerList, "*") || list.every(({ value }) => holds$1(ownerList, value));
}
function holds$1(list, wanted) {
	return list.some(({ value }) => value === wanted);
}
//#endregion
//#region packages/graph/src/subject-index.ts
function indexBySubject(bindings) {
	const index = /* @__PURE__ */ new Map();
	let order = 0;
	for (const binding of bindings) for (const subject of binding.entry.object.subjects) {
		const key = subjectKey(subject, binding.entry.namespace);
		if (key === void 0) continue;
		const bound = {
			binding,
			subject,
			order: order++
		};
		const sameKey = index.get(key);
		if (sameKey === void 0) index.set(key, [bound]);
		else sameKey.push(bound);
	}
	return index;
}
/** The part of one namespace, without looking at the others: a subject may be bound in all of them. */
function inNamespace(bound, namespace) {
	const start = firstFrom(bound, (found) => found >= namespace);
	const end = firstFrom(bound, (found) => found > namespace);
	return bound.slice(start, end);
}
function firstFrom(bound, isReached) {
	let low = 0;
	let high = bound.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if (isReached(bound[middle]?.binding.entry.namespace ?? "")) high = middle;
		else low = middle + 1;
	}
	return low;
}
function* grantsOf$2(index, key, wanted) {
	for (const { binding, subject } of index.get(key) ?? []) yield* grantsThrough(binding, subject, wanted);
}
//#endregion
//#region packages/graph/src/access-graph.ts
/**
* Links subjects, bindings and roles of an inventory.
*
* What is kept is linear in what was written: grants are made when somebody walks over them, never stored.
*/
function buildAccessGraph(inventory) {
	const shipped = shippedObjects(inventory.shipped);
	const roles = effectiveRoles(inventory, shipped);
	const effectiveRole = (entry) => roles.get(entry) ?? makeRole(entry, {
		rules: entry.object.rules,
		uncertain: /* @__PURE__ */ new Set()
	}, shipped);
	const resolve = roleResolver(inventory, effectiveRole);
	const scopeOf = scopes();
	const bindings = [...inventory.bindings].sort(byNamespaceThenKey).map((entry) => ({
		entry,
		scope: scopeOf(entry.namespace),
		resolution: resolve(entry),
		isShipped: bindingIsShipped(shipped, entry)
	}));
	const index = indexBySubject(bindings);
	const variants = variantsByKey(bindings);
	const apiServers = readApiServers(inventory);
	let relations;
	return {
		inventory,
		bindings,
		roles: [...roles.values()],
		apiServers,
		assumptions: assumptionsOf$1(apiServers),
		subjectKeys: [...index.keys()].sort(byText$4),
		grantsOf: (key, wanted) => grantsOf$2(index, key, wanted),
		grantsThrough,
		boundTo: (key, namespace) => inNamespace(index.get(key) ?? [], namespace),
		variantsOf: (binding) => variants.get(binding.entry.key) ?? [binding],
		nodeRelations: () => {
			relations ??= nodeRelations(inventory);
			return relations;
		},
		effectiveRole
	};
}
function effectiveRoles(inventory, shipped) {
	const aggregated = aggregateRoles(inventory.roles);
	const entries = [...inventory.roles.values()].flat();
	entries.sort((a, b) => byText$4(a.key, b.key) || byText$4(a.path ?? "", b.path ?? ""));
	return new Map(entries.map((entry) => {
		return [entry, makeRole(entry, aggregated.get(entry) ?? {
			rules: entry.object.rules,
			uncertain: nothingUncertain
		}, shipped)];
	}));
}
const nothingUncertain = /* @__PURE__ */ new Set();
const always$1 = () => true;
function makeRole(entry, { rules, uncertain }, shipped) {
	return {
		entry,
		rules,
		isCertain: uncertain.size === 0 ? always$1 : (rule) => !uncertain.has(rule),
		...roleAsShipped(shipped, entry.key, rules)
	};
}
/** Cluster-wide ones have the namespace `""` and so come first. */
function byNamespaceThenKey(a, b) {
	return byText$4(a.namespace, b.namespace) || byText$4(a.key, b.key) || byText$4(a.path ?? "", b.path ?? "");
}
/** Scopes, one object for each namespace. */
function scopes() {
	const known = new Map([["", { kind: "cluster" }]]);
	return (namespace) => {
		let scope = known.get(namespace);
		if (scope === void 0) {
			scope = {
				kind: "namespace",
				namespace
			};
			known.set(namespace, scope);
		}
		return scope;
	};
}
function variantsByKey(bindings) {
	const variants = /* @__PURE__ */ new Map();
	let previous;
	for (const binding of bindings) {
		if (previous?.entry.key === binding.entry.key) {
			const known = variants.get(binding.entry.key);
			if (known === void 0) variants.set(binding.entry.key, [previous, binding]);
			else known.push(binding);
		}
		previous = binding;
	}
	return variants;
}
//#endregion
//#region packages/graph/src/inventory.ts
/**
* Brings the facts of all texts together into one cluster.
*
* The default policy is part of it, except for objects that the inputs define themselves. kubeadm's objects are not:
* they exist only where kubeadm built the cluster. A managed cluster has none of them, and there they would grant
* what nobody holds; where kubeadm did build it, a dump carries them. They are kept for recognising them.
*/
function buildInventory(input) {
	const texts = [...input.texts].sort((a, b) => byText$4(a.path, b.path));
	const collected = collector();
	for (const text of texts) addText(collected, text, input.namespaceOf(text.path));
	addDefaultPolicy(collected, input.shipped);
	for (const variants of collected.roles.values()) variants.sort(byKeyThenPath);
	collected.bindings.sort(byKeyThenPath);
	for (const entries of collected.others.values()) entries.sort(byKeyThenPath);
	return {
		roles: collected.roles,
		bindings: collected.bindings,
		entriesOf: (kind) => entriesOf(collected, kind),
		invocations: collected.invocations,
		configurations: collected.configurations,
		kustomizations: collected.kustomizations,
		paths: texts.map(({ path }) => path),
		credentials: collected.credentials,
		hiddenContents: collected.hiddenContents,
		writtenCredentials: collected.writtenCredentials,
		overwritten: collected.overwritten,
		shipped: input.shipped,
		minor: input.minor,
		complete: input.complete
	};
}
function collector() {
	return {
		roles: /* @__PURE__ */ new Map(),
		bindings: [],
		others: /* @__PURE__ */ new Map(),
		invocations: [],
		configurations: [],
		kustomizations: [],
		credentials: [],
		hiddenContents: [],
		writtenCredentials: [],
		overwritten: [],
		generated: /* @__PURE__ */ new Map()
	};
}
function addText(collected, { path, facts }, defaultNamespace) {
	const objects = /* @__PURE__ */ new Map();
	for (const fact of facts) if (fact.fact === "object") addToText(collected, objects, entryOf(collected, fact.object, path, defaultNamespace ?? "<applied>"));
	else addOther(collected, path, fact);
	for (const entry of objects.values()) addEntry(collected, entry);
}
/** What `kubectl apply` of the text would leave: the last definition of each object. */
function addToText(collected, objects, entry) {
	const earlier = objects.get(entry.key);
	if (earlier === void 0) objects.set(entry.key, entry);
	else if (isRefusedChange(earlier.object, entry.object)) collected.overwritten.push(entry);
	else {
		collected.overwritten.push(earlier);
		objects.set(entry.key, entry);
	}
}
/** A roleRef cannot change (pkg/apis/rbac/validation: ValidateRoleBindingUpdate), so the stored binding stays as it is. */
function isRefusedChange(earlier, later) {
	return isBinding(earlier) && isBinding(later) && (earlier.roleRef.kind.value !== later.roleRef.kind.value || earlier.roleRef.name.value !== later.roleRef.name.value);
}
function isBinding(object) {
	return object.kind === "RoleBinding" || object.kind === "ClusterRoleBinding";
}
function entryOf(collected, object, path, defaultNamespace) {
	const namespace = isClusterScoped(object) ? "" : object.meta.namespace?.value || defaultNamespace;
	const key = objectKey(object, namespace);
	return {
		key: object.meta.generated ? generatedKey(collected, key) : key,
		namespace,
		object,
		path
	};
}
/** No object can have `%` in its name, so these keys are nobody else's, and no roleRef leads to them. */
function generatedKey(collected, key) {
	const number = (collected.generated.get(key) ?? 0) + 1;
	collected.generated.set(key, number);
	return `${key}%${number}`;
}
function isClusterScoped({ kind }) {
	switch (kind) {
		case "ClusterRole":
		case "ClusterRoleBinding":
		case "Namespace":
		case "CertificateSigningRequest":
		case "Group":
		case "PersistentVolume":
		case "VolumeAttachment":
		case "ResourceSlice": return true;
		case "Role":
		case "RoleBinding":
		case "ServiceAccount":
		case "Secret":
		case "Workload":
		case "PodCertificateRequest": return false;
	}
}
function addEntry(collected, { key, namespace, object, path }) {
	if (isBinding(object)) collected.bindings.push({
		key,
		namespace,
		object,
		path
	});
	else if (object.kind === "Role" || object.kind === "ClusterRole") append$6(collected.roles, key, {
		key,
		namespace,
		object,
		path
	});
	else append$6(collected.others, object.kind, {
		key,
		namespace,
		object,
		path
	});
}
function addDefaultPolicy(collected, { kubernetes }) {
	for (const role of kubernetes.roles) {
		const entry = {
			...entryOf(collected, role, void 0, ""),
			object: role
		};
		if (!collected.roles.has(entry.key)) collected.roles.set(entry.key, [entry]);
	}
	const bound = new Set(collected.bindings.map(({ key }) => key));
	for (const binding of kubernetes.bindings) {
		const entry = {
			...entryOf(collected, binding, void 0, ""),
			object: binding
		};
		if (!bound.has(entry.key)) collected.bindings.push(entry);
	}
}
function addOther(collected, path, fact) {
	switch (fact.fact) {
		case "invocation":
			collected.invocations.push({
				path,
				value: fact.invocation
			});
			return;
		case "configuration":
			collected.configurations.push({
				path,
				value: fact.configuration
			});
			return;
		case "credential":
			collected.credentials.push(fact.credential);
			return;
		case "hidden-content":
			collected.hiddenContents.push(fact.hidden);
			return;
		case "written-credential":
			collected.writtenCredentials.push(fact.written);
			return;
		case "kustomization":
			collected.kustomizations.push(fact.kustomization);
			return;
		case "unit":
		case "environment":
		case "file-reference": return;
	}
}
function entriesOf({ others }, kind) {
	const isOfKind = (entry) => entry.object.kind === kind;
	return (others.get(kind) ?? []).filter(isOfKind);
}
function byKeyThenPath(a, b) {
	return byText$4(a.key, b.key) || byText$4(a.path ?? "", b.path ?? "");
}
function append$6(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region packages/graph/src/access/shipped-change.ts
/**
* Between two versions every role that Kubernetes ships may differ, for everybody who is bound to one. Of a rule that is
* as shipped only that counts which the other version ships too: the other side does not have it as somebody took it
* away. Not so where the binding is somebody's and is new.
*/
function withoutUpgrade(own, other) {
	if (shipTheSame(own.graph.inventory, other.graph.inventory)) return (_cause, _grants, access) => access;
	let roles;
	return (cause, grants, access) => {
		if (access.length === 0) return access;
		const isOfVersion = ({ role, rule, binding, subject }) => role.isShipped(rule) && (cause.of === "role" || binding.isShipped(subject));
		const ofVersion = grants.filter(isOfVersion);
		if (ofVersion.length === 0) return access;
		roles ??= shippedRoles(other.graph.inventory);
		const shippedThere = ofVersion.flatMap(({ role, scope }) => (roles?.get(role.entry.key)?.rules ?? []).map((rule) => accessOfRule(rule, scope)));
		const others = accessOf(grants.filter((grant) => !isOfVersion(grant)));
		return uncovered(access, uncovered(accessOf(ofVersion), [...shippedThere, ...others]));
	};
}
function shipTheSame({ shipped: a, minor }, { shipped: b, minor: other }) {
	return a.kubernetes === b.kubernetes && a.kubeadm === b.kubeadm || minor !== void 0 && minor === other;
}
/** Roles as a server of the version would have them, and as kubeadm makes them, by key. */
function shippedRoles({ shipped }) {
	const { kubernetes, kubeadm } = shipped;
	const inventory = buildInventory({
		texts: [],
		shipped: {
			kubernetes: {
				roles: [...kubernetes.roles, ...kubeadm.roles],
				bindings: []
			},
			kubeadm: {
				roles: [],
				bindings: []
			}
		},
		namespaceOf: () => void 0,
		complete: true
	});
	return new Map(buildAccessGraph(inventory).roles.map((role) => [role.entry.key, role]));
}
//#endregion
//#region packages/graph/src/access/uncovered-rules.ts
/**
* What of some rules is not held. The same question is answered once, for whomever and in whichever namespace: where a
* role changed, everybody who is bound to it asks it.
*/
function uncoveredRules(other, numbers) {
	const known = /* @__PURE__ */ new Map();
	const answer = ({ namespace, wanted, held, heldEverywhere, groups }) => {
		const here = scopeOf(namespace);
		const accessOf = (list, scope) => [...list].map(numbers.rule).flatMap((rule) => rule === void 0 ? [] : [accessOfRule(rule, scope)]);
		const all = [holding([...accessOf(held, here), ...accessOf(heldEverywhere, { kind: "cluster" })]), ...groups.flatMap((group) => other.heldBy(group)?.access ?? [])];
		const byRule = new Map([...wanted].map((number) => [number, uncoveredBy(all, accessOf([number], here))]));
		return {
			access: uncoveredBy(all, accessOf(wanted, here)),
			byRule
		};
	};
	return (question) => {
		const { namespace, wanted, held, heldEverywhere } = question;
		const groups = question.groups.filter((group) => other.heldBy(group) !== void 0);
		const key = [
			whereOf$1(namespace, groups, other),
			groups.join(),
			...[
				wanted,
				held,
				heldEverywhere
			].map(listed$1)
		].join("\n");
		let found = known.get(key);
		if (found === void 0) {
			found = answer({
				...question,
				groups
			});
			known.set(key, found);
		}
		if (namespace === "") return found;
		const scope = scopeOf(namespace);
		return {
			access: found.access.map((access) => ({
				...access,
				scope
			})),
			byRule: found.byRule
		};
	};
}
function scopeOf(namespace) {
	return namespace === "" ? { kind: "cluster" } : {
		kind: "namespace",
		namespace
	};
}
/** Every namespace is like the others, unless a group holds something there. */
function whereOf$1(namespace, groups, other) {
	if (namespace === "") return "everywhere";
	return groups.every((group) => other.heldBy(group)?.namespaces.has(namespace) !== true) ? "somewhere" : `in ${namespace}`;
}
function listed$1(rules) {
	return rules.size === 1 ? String([...rules][0]) : [...rules].sort((a, b) => a - b).join();
}
//#endregion
//#region packages/graph/src/access/subject-changes.ts
/** Finds what a subject has on one side and not on the other, by cause. */
function changeFinder(sides, numbers) {
	const { own, other } = sides;
	const uncovered = uncoveredRules(other, numbers);
	const judged = withoutUpgrade(own, other);
	return (subject) => {
		const held = rulesByNamespace(other.grantsOf(subject), numbers);
		const fresh = own.grantsOf(subject).filter((grant) => !isHeld(held, grant, numbers));
		if (fresh.length === 0) return [];
		const groups = implicitGroups(subject);
		return byCause(fresh, subject, sides).flatMap(({ cause, grants }) => {
			const found = [];
			let firstNew;
			const wanted = rulesByNamespace(grants, numbers);
			for (const [namespace, rules] of wanted) {
				const heldEverywhere = namespace === "" ? at$1(held, "") : union(at$1(held, ""), at$1(wanted, ""));
				const { access, byRule } = uncovered({
					namespace,
					wanted: rules,
					held: namespace === "" ? nothing$3 : at$1(held, namespace),
					heldEverywhere,
					groups
				});
				found.push(...access);
				firstNew ??= cause.origin ?? originOfNew(grants, namespace, ({ rule }) => byRule.get(numbers.of(rule)) ?? []);
			}
			const access = judged(cause, grants, found);
			if (access.length === 0) return [];
			return [{
				access,
				through: cause.through,
				origin: firstNew ?? grants[0].rule.origin
			}];
		});
	};
}
/** In the order of grants. */
function byCause(grants, subject, sides) {
	const found = /* @__PURE__ */ new Map();
	for (const grant of grants) {
		const cause = causeOf(grant, subject, sides);
		const same = found.get(cause.through);
		if (same === void 0) found.set(cause.through, {
			cause,
			grants: [grant]
		});
		else same.grants.push(grant);
	}
	return [...found.values()];
}
const nothing$3 = /* @__PURE__ */ new Set();
/** Numbers of rules by namespace in order, so those of ClusterRoleBindings (`""`) first. */
function rulesByNamespace(grants, numbers) {
	const rules = /* @__PURE__ */ new Map();
	for (const { rule, binding } of grants) {
		const { namespace } = binding.entry;
		const ofNamespace = rules.get(namespace);
		if (ofNamespace === void 0) rules.set(namespace, new Set([numbers.of(rule)]));
		else ofNamespace.add(numbers.of(rule));
	}
	return rules.size < 2 ? rules : new Map([...rules].sort(([a], [b]) => byText$4(a, b)));
}
function isHeld(held, { rule, binding }, numbers) {
	const number = numbers.of(rule);
	return at$1(held, "").has(number) || at$1(held, binding.entry.namespace).has(number);
}
function at$1(rules, namespace) {
	return rules.get(namespace) ?? nothing$3;
}
function union(a, b) {
	return b.size === 0 ? a : new Set([...a, ...b]);
}
/** The place in the first rule that gives more. */
function originOfNew(grants, namespace, newOf) {
	for (const grant of grants) {
		const access = grant.binding.entry.namespace === namespace ? newOf(grant) : [];
		if (access.length > 0) return originOfChange(grant.rule, access);
	}
}
//#endregion
//#region packages/graph/src/access/compare-access.ts
/**
* Compares what subjects may do. Where it is written, and how it is cut into roles and bindings, makes no difference.
*
* Each subject has what its own bindings give and what those of the groups give that it is in by itself
* (`system:authenticated` and the like): what moves from such a group to a member is a loss of the group's alone. Of
* definitions that disagree all count. Members of other groups change with their group, and are not told one by one.
*/
function compareAccess(before, after) {
	const [was, is] = [comparedSide(before), comparedSide(after)];
	const numbers = ruleNumbers();
	const gain = changeFinder({
		own: is,
		other: was,
		change: "gained"
	}, numbers);
	const loss = changeFinder({
		own: was,
		other: is,
		change: "lost"
	}, numbers);
	const subjects = [];
	for (const subject of changedSubjects(before, after, numbers)) {
		const [gained, lost] = [gain(subject), loss(subject)];
		if (gained.length + lost.length > 0) subjects.push({
			subject,
			gained,
			lost
		});
	}
	return {
		subjects,
		settings: compareSettings(before, after)
	};
}
//#endregion
//#region packages/graph/src/access/word-cursor.ts
function wordCursor(text) {
	let offset = 0;
	const take = (expression) => {
		expression.lastIndex = offset;
		const found = expression.exec(text)?.[0];
		if (found !== void 0) offset += found.length;
		return found;
	};
	return {
		take,
		takeValue: (bare) => {
			const quoted = take(quotedText);
			return quoted === void 0 ? take(bare) : unquoted(quoted);
		},
		atEnd: () => offset === text.length
	};
}
const quotedText = /"(?:[^"\\]|\\.)*"/y;
function unquoted(json) {
	const value = jsonValue(json);
	return typeof value === "string" ? value : void 0;
}
/** Undefined for what is no JSON. */
function jsonValue(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
//#endregion
//#region packages/graph/src/access/parse-access-words.ts
/**
* What `accessWords` wrote, taken back; undefined where the text is no such words. Spaces may differ, values may come
* in any order, and names need no quotes.
*
* Resources of several groups must be all resources in all groups, as in a rule: `secrets, deployments.apps` is two.
*/
function parseAccessWords(text) {
	const words = wordCursor(text.trim());
	const access = words.take(/rule\s+(?=\{)/y) === void 0 ? readAccess(words) : readRule(words);
	return words.atEnd() ? access : void 0;
}
function readAccess(words) {
	const verbs = readList(words, () => words.takeValue(/[\w*:-]+/y));
	if (verbs === void 0 || words.take(/\s+/y) === void 0) return void 0;
	const targets = readList(words, () => readTarget(words))?.flat();
	const lists = targets === void 0 ? void 0 : listsOf(targets);
	const names = words.take(/\s+named\s+/y) !== void 0 ? readList(words, () => words.takeValue(/[^\s,"]+/y)) : [];
	if (lists === void 0 || names === void 0) return void 0;
	const scope = words.atEnd() && lists.resources.length === 0 ? { kind: "cluster" } : readScope(words);
	return scope && {
		scope,
		verbs: each(verbs),
		...lists,
		resourceNames: each(names)
	};
}
/** Values with commas between. */
function readList(words, readOne) {
	const list = [];
	do {
		const one = readOne();
		if (one === void 0) return void 0;
		list.push(one);
	} while (words.take(/\s*,\s*/y) !== void 0);
	return list;
}
function readTarget(words) {
	if (words.take(/any\s+path(?=[\s,]|$)/y) !== void 0) return [{
		of: "url",
		url: "*"
	}];
	if (words.take(/path\s+(?=")/y) !== void 0) return urlOf(words.takeValue(nothing$2));
	const url = words.take(/\/[^\s,"]*/y);
	if (url !== void 0) return urlOf(url);
	if (words.take(/\{\s*/y) !== void 0) return readProduct(words);
	const resource = readResource(words);
	return resource && [resource];
}
function urlOf(url) {
	return url === void 0 ? void 0 : [{
		of: "url",
		url
	}];
}
const nothing$2 = /(?!)/y;
/** `{deployments, deployments/scale}.{apps, extensions}`, the first brace taken already. */
function readProduct(words) {
	const resources = readList(words, () => readResource(words));
	if (resources === void 0 || words.take(/\s*\}\.\{\s*/y) === void 0) return void 0;
	const groups = readList(words, () => readGroup(words));
	if (groups === void 0 || words.take(/\s*\}/y) === void 0) return void 0;
	if (resources.some(({ group }) => group !== "")) return void 0;
	return resources.flatMap(({ resource }) => groups.map((group) => ({
		of: "resource",
		resource,
		group
	})));
}
/** `deployments.apps/scale` */
function readResource(words) {
	const name = words.takeValue(/[\w*-]+/y);
	const group = words.take(/\./y) === void 0 ? "" : readGroup(words);
	if (name === void 0 || group === void 0) return void 0;
	if (words.take(/\//y) === void 0) return {
		of: "resource",
		resource: name,
		group
	};
	const subresource = words.takeValue(/[\w*:/-]+/y);
	return subresource === void 0 ? void 0 : {
		of: "resource",
		resource: `${name}/${subresource}`,
		group
	};
}
function readGroup(words) {
	return words.takeValue(/[\w*.-]+/y);
}
/** Undefined where not every resource stands there with every group. */
function listsOf(targets) {
	const pairs = targets.filter((target) => target.of === "resource");
	const apiGroups = each(pairs.map(({ group }) => group));
	const resources = each(pairs.map(({ resource }) => resource));
	if (new Set(pairs.map(({ group, resource }) => `${group}\n${resource}`)).size !== apiGroups.length * resources.length) return void 0;
	return {
		apiGroups,
		resources,
		nonResourceURLs: each(targets.flatMap((one) => one.of === "url" ? [one.url] : []))
	};
}
function readScope(words) {
	if (words.take(/\s+in\s+every\s+namespace$/y) !== void 0) return { kind: "cluster" };
	if (words.take(/\s+in\s+the\s+applied\s+namespace$/y) !== void 0) return {
		kind: "namespace",
		namespace: appliedNamespace
	};
	if (words.take(/\s+in\s+namespace\s+/y) === void 0) return void 0;
	const namespace = words.takeValue(/[^\s,"]+/y);
	return namespace === void 0 ? void 0 : {
		kind: "namespace",
		namespace
	};
}
/** What gives nothing: `rule {"verbs":["get"]} in every namespace`, the word taken already. */
function readRule(words) {
	const json = words.take(/\{.*\}(?=\s+in\s)/y);
	const rule = json === void 0 ? void 0 : jsonValue(json);
	const scope = readScope(words);
	if (typeof rule !== "object" || rule === null || scope === void 0) return void 0;
	const lists = new Map(Object.entries(rule));
	const [verbs, apiGroups, resources] = [
		lists.get("verbs"),
		lists.get("apiGroups"),
		lists.get("resources")
	].map(textsOf$1);
	const [resourceNames, nonResourceURLs] = [lists.get("resourceNames"), lists.get("nonResourceURLs")].map(textsOf$1);
	if (verbs === void 0 || apiGroups === void 0 || resources === void 0) return void 0;
	if (resourceNames === void 0 || nonResourceURLs === void 0) return void 0;
	return {
		scope,
		verbs,
		apiGroups,
		resources,
		resourceNames,
		nonResourceURLs
	};
}
function textsOf$1(list) {
	if (list === void 0) return [];
	return Array.isArray(list) && list.every((value) => typeof value === "string") ? each(list) : void 0;
}
function each(values) {
	return [...new Set(values)].sort();
}
//#endregion
//#region packages/graph/src/request-path.ts
/**
* Every question that requests for one path can become, one for each method and, for GET without a name, for `list` and
* `watch` (k8s.io/apiserver pkg/endpoints/request/requestinfo.go: NewRequestInfo). Query parameters are not part of the
* path: a list may name an object with `fieldSelector=metadata.name=…`, which is said by `anyName`.
*/
function requestsFor(path) {
	const resource = resourceOf(path);
	if (resource === "error") return [];
	if (resource === void 0) return methods.map(([method]) => ({
		attributes: {
			kind: "non-resource",
			verb: method,
			path
		},
		anyName: false
	}));
	const { special, ...rest } = resource;
	const request = (verb, anyName = false) => ({
		attributes: {
			kind: "resource",
			...rest,
			verb
		},
		anyName
	});
	if (special !== void 0) return [request(special)];
	return methods.flatMap(([, verb]) => {
		if (rest.name !== "") return [request(verb)];
		if (verb === "get") return [request("list", true), request("watch", true)];
		return [request(verb === "delete" ? "deletecollection" : verb)];
	});
}
/** Methods as non-resource verbs, and the verbs they are on objects. */
const methods = [
	["get", "get"],
	["head", "get"],
	["post", "create"],
	["put", "update"],
	["patch", "patch"],
	["delete", "delete"],
	["options", ""]
];
/** What a path is about; undefined where it is no resource, `error` where the server fails before it authorizes. */
function resourceOf(path) {
	const segments = path.replace(/^\/+|\/+$/g, "").split("/");
	const [prefix] = segments;
	if (segments.length < 3 || prefix !== "api" && prefix !== "apis") return void 0;
	if (prefix === "apis" && segments.length < 4) return void 0;
	const apiGroup = prefix === "apis" ? segments[1] ?? "" : "";
	let parts = segments.slice(prefix === "apis" ? 3 : 2);
	const special = parts[0] === "proxy" || parts[0] === "watch" ? parts[0] : void 0;
	if (special !== void 0) parts = parts.slice(1);
	if (parts.length === 0) return "error";
	let namespace = "";
	if (parts[0] === "namespaces" && parts.length > 1) {
		namespace = parts[1] ?? "";
		if (parts.length > 2 && parts[2] !== "status" && parts[2] !== "finalize") parts = parts.slice(2);
	}
	const [resource = "", name = "", subresource = ""] = parts;
	return {
		apiGroup,
		namespace,
		resource,
		name,
		subresource: special === "proxy" ? "" : subresource,
		special
	};
}
//#endregion
//#region packages/graph/src/authorize/node-objects.ts
/** The rows of the Node authorizer's table, one function for each kind of object. */
function answerTo(asked, attributes) {
	if (attributes.kind === "non-resource") return byStaticRules(asked, attributes);
	switch (`${attributes.apiGroup}/${attributes.resource}`) {
		case "/secrets": return readNamespaced(asked, "Secret", attributes);
		case "/configmaps": return readNamespaced(asked, "ConfigMap", attributes);
		case "/persistentvolumeclaims": return attributes.subresource === "status" ? updateStatus(asked, attributes) : get(asked, "PersistentVolumeClaim", attributes);
		case "/persistentvolumes": return get(asked, "PersistentVolume", attributes);
		case "resource.k8s.io/resourceclaims": return get(asked, "ResourceClaim", attributes);
		case "storage.k8s.io/volumeattachments": return get(asked, "VolumeAttachment", attributes);
		case "/serviceaccounts": return onServiceAccount(asked, attributes);
		case "coordination.k8s.io/leases": return onLease(asked, attributes);
		case "storage.k8s.io/csinodes": return onCsiNode(asked, attributes);
		case "resource.k8s.io/resourceslices": return onResourceSlice(asked, attributes);
		case "certificates.k8s.io/podcertificaterequests": return asked.isOn("PodCertificateRequest") ? onPodCertificateRequest(asked, attributes) : noOpinion("");
		case "certificates.k8s.io/clustertrustbundles": return onTrustBundle(asked, attributes);
		case "/nodes": return asked.isOn("AuthorizeNodeWithSelectors") ? onNode(asked, attributes) : byStaticRules(asked, attributes);
		case "/pods": return asked.isOn("AuthorizeNodeWithSelectors") ? onPod(asked, attributes) : byStaticRules(asked, attributes);
		default: return byStaticRules(asked, attributes);
	}
}
const allowed = {
	answer: "allowed",
	through: []
};
function noOpinion(reason) {
	return {
		answer: "no-opinion",
		reason
	};
}
const reading = new Set([
	"get",
	"list",
	"watch"
]);
const changing = new Set(["update", "patch"]);
const keeping = new Set([
	"get",
	"create",
	"update",
	"patch",
	"delete"
]);
function readNamespaced(asked, kind, attributes) {
	if (!reading.has(attributes.verb)) return noOpinion("can only read resources of this type");
	if (attributes.subresource !== "") return noOpinion("cannot read subresource");
	if (attributes.namespace === "") return noOpinion("can only read namespaced object of this type");
	return related(asked, kind, attributes);
}
function get(asked, kind, attributes) {
	if (attributes.verb !== "get") return noOpinion("can only get individual resources of this type");
	if (attributes.subresource !== "") return noOpinion("cannot get subresource");
	return related(asked, kind, attributes);
}
function updateStatus(asked, attributes) {
	if (!changing.has(attributes.verb)) return noOpinion("can only get/update/patch this type");
	return related(asked, "PersistentVolumeClaim", attributes);
}
/** Tokens of the accounts that its Pods run as; since 1.34 the accounts themselves. */
function onServiceAccount(asked, attributes) {
	const { verb, subresource, name } = attributes;
	const mayRead = asked.isOn("KubeletServiceAccountTokenForCredentialProviders") || asked.isOn("PodCertificateRequest");
	if (verb === "get" && subresource === "" && !isBefore$1(asked.minor, 33)) return mayRead ? readNamespaced(asked, "ServiceAccount", attributes) : noOpinion("not allowed to get service accounts");
	if (verb !== "create" || name === "") return noOpinion("can only create tokens for individual service accounts");
	if (subresource !== "token") return noOpinion("can only create token subresource of serviceaccount");
	return related(asked, "ServiceAccount", attributes);
}
function onLease({ node }, { verb, namespace, name }) {
	if (!keeping.has(verb)) return noOpinion("can only get, create, update, patch, or delete a node lease");
	if (namespace !== leaseNamespace) return noOpinion(`can only access leases in the ${JSON.stringify(leaseNamespace)} system namespace`);
	if (verb === "create" || name === node) return allowed;
	return noOpinion("can only access node lease with the same name as the requesting node");
}
const leaseNamespace = "kube-node-lease";
function onCsiNode({ node, minor, isOn }, { verb, subresource, name }) {
	if (subresource === "status" && !isBefore$1(minor, 37)) {
		if (!isOn("CSIVolumeHealth")) return noOpinion("CSINode status access requires CSIVolumeHealth feature");
		if (verb !== "get" && !changing.has(verb)) return noOpinion("can only get, update, or patch CSINode status");
	} else {
		if ((isBefore$1(minor, 37) || subresource === "") && !keeping.has(verb)) return noOpinion("can only get, create, update, patch, or delete a CSINode");
		if (subresource !== "") return noOpinion("cannot authorize CSINode subresources");
	}
	if (verb === "create" || name === node) return allowed;
	return noOpinion("can only access CSINode with the same name as the requesting node");
}
function onResourceSlice(asked, attributes) {
	if (attributes.subresource !== "") return noOpinion("cannot authorize ResourceSlice subresources");
	switch (attributes.verb) {
		case "create": return allowed;
		case "get":
		case "update":
		case "patch":
		case "delete": return related(asked, "ResourceSlice", attributes);
		case "list":
		case "watch":
		case "deletecollection":
			if (attributes.verb === "deletecollection" && isBefore$1(asked.minor, 31)) return noOpinion(sliceVerbs(asked));
			if (!asked.isOn("AuthorizeNodeWithSelectors") || selectsNode(asked, attributes)) return allowed;
			return noOpinion("can only list/watch/deletecollection resourceslices with nodeName field selector");
		default: return noOpinion(sliceVerbs(asked));
	}
}
function sliceVerbs({ minor }) {
	if (isBefore$1(minor, 31)) return "can only get, create, update, patch, or delete a ResourceSlice";
	return `only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, patch, delete, deletecollection`;
}
function onPodCertificateRequest(asked, attributes) {
	const { verb, subresource } = attributes;
	if (subresource !== "") return noOpinion("nodes may not access the status subresource of PodCertificateRequests");
	switch (verb) {
		case "create": return allowed;
		case "get": return related(asked, "PodCertificateRequest", attributes);
		case "list":
		case "watch":
			if (selectsNode(asked, attributes)) return allowed;
			return noOpinion("can only list/watch podcertificaterequests with nodeName field selector");
		default: return noOpinion(`nodes may not ${verb} podcertificaterequests`);
	}
}
/** A static rule that is there with its gate alone. */
function onTrustBundle({ isOn }, { verb, subresource }) {
	return isOn("ClusterTrustBundle") && reading.has(verb) && subresource === "" ? allowed : noOpinion("");
}
/** Its own Node; creating and changing are for the admission plugin NodeRestriction to limit. */
function onNode({ node }, { verb, subresource, name }) {
	if (subresource === "status") return changing.has(verb) ? allowed : noOpinion("");
	if (subresource !== "") return noOpinion("");
	if (verb === "create" || changing.has(verb)) return allowed;
	if (!reading.has(verb)) return noOpinion("");
	if (name === node) return allowed;
	return noOpinion(`node '${node}' cannot read ${name === "" ? "all nodes" : `'${name}'`}, only its own Node object`);
}
/** The Pods on it; mirror Pods of any name are for the admission plugin NodeRestriction to limit. */
function onPod(asked, attributes) {
	const { verb, subresource, name } = attributes;
	if (subresource === "status") return changing.has(verb) ? allowed : noOpinion("");
	if (subresource === "eviction") return verb === "create" ? allowed : noOpinion("");
	if (subresource !== "") return noOpinion("");
	switch (verb) {
		case "get": return related(asked, "Pod", attributes);
		case "list":
		case "watch":
			if (selectsNode(asked, attributes)) return allowed;
			if (name !== "") return related(asked, "Pod", attributes);
			return noOpinion("can only list/watch pods with spec.nodeName field selector");
		case "create":
		case "delete": return allowed;
		default: return noOpinion("");
	}
}
/** Whether the request is limited to what is on the node. */
function selectsNode({ node, isOn }, { fieldSelector = [] }) {
	if (!isOn("AuthorizeWithSelectors")) return false;
	const isItsOwn = ({ field, operator, value }) => field === "spec.nodeName" && operator === "=" && value === node;
	return fieldSelector.some(isItsOwn);
}
/** Kinds without a namespace: a question that gives one finds nothing. */
const clusterScoped$1 = new Set([
	"PersistentVolume",
	"VolumeAttachment",
	"ResourceSlice"
]);
/** Whether Pods, volumes and attachments tie the object to the node (node_authorizer.go: authorize, hasPathFrom). */
function related({ graph, node }, kind, { namespace, name }) {
	if (name === "") return noOpinion("No Object name found");
	const unrelated = noOpinion(`no relationship found between node '${node}' and this object`);
	if (namespace === "" !== clusterScoped$1.has(kind)) return unrelated;
	const relations = graph.nodeRelations();
	const found = relations.relation(vertex(kind, namespace, name), node);
	const object = `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
	switch (found.related) {
		case "yes": return {
			answer: "allowed",
			through: found.through.map(withoutEmptyNamespace)
		};
		case "maybe": return open(`which definition of ${found.through.map(withoutEmptyNamespace).join(" and ") || object} holds: not all tie ${object} to node ${node}`);
		case "no": break;
	}
	if (relations.relation(vertex(kind, "<applied>", name), node).related !== "no") return open(`whether what ties ${kind} ${name} to node ${node} is applied to namespace ${namespace}`);
	return graph.inventory.complete ? unrelated : open(`whether ${whatTies(kind, object)} ${node}`);
}
/** Which object, that the inputs do not hold, would tie an object to a node. */
function whatTies(kind, object) {
	switch (kind) {
		case "Pod":
		case "VolumeAttachment":
		case "ResourceSlice":
		case "PodCertificateRequest": return `${object} is of node`;
		case "ServiceAccount": return `a Pod runs as ${object} on node`;
		default: return `a Pod uses ${object} on node`;
	}
}
function withoutEmptyNamespace(through) {
	return through.replace(" /", " ");
}
function open(text) {
	return {
		answer: "open",
		assumption: {
			text,
			origin: void 0
		}
	};
}
/** What is the same for all nodes: the rules that the default policy also gives to ClusterRole `system:node`. */
function byStaticRules({ graph }, attributes) {
	return staticRules(graph).some((rule) => ruleAllows(rule, attributes)) ? allowed : noOpinion("");
}
/** bootstrappolicy/policy.go: NodeRules, compiled in: a ClusterRole that somebody changes does not change them. */
function staticRules({ inventory }) {
	return inventory.shipped.kubernetes.roles.find(({ meta }) => meta.name.value === "system:node")?.rules ?? [];
}
//#endregion
//#region packages/graph/src/authorize/node.ts
/**
* Asks the Node authorizer (plugin/pkg/auth/authorizer/node/node_authorizer.go: Authorize).
*
* It speaks of kubelets alone. What it would look up in Pods and volumes that the inputs do not hold is open, unless the
* inputs are all there is.
*/
function askNode(graph, server, identity, attributes) {
	const node = nodeOf(identity);
	if (node === void 0) return noOpinion("");
	if (node === "") return noOpinion(`unknown node for user ${JSON.stringify(identity.user)}`);
	const { featureGates, minor } = server;
	const ask = (gates) => answerTo({
		graph,
		node,
		minor,
		isOn: (gate) => nodeGateIsOn(gate, minor, gates)
	}, attributes);
	const answer = ask(featureGates.set);
	if (featureGates.doubt === void 0 || answer.answer === "open") return answer;
	return [true, false].map((enabled) => ask(allGates(featureGates.set, enabled))).every((other) => other.answer === answer.answer) ? answer : {
		answer: "open",
		assumption: featureGates.doubt
	};
}
/** Whose kubelet an identity is, `""` where it does not say (pkg/auth/nodeidentifier: defaultNodeIdentifier). */
function nodeOf({ user, groups }) {
	if (!user.startsWith("system:node:") || !groups.includes("system:nodes")) return void 0;
	return user.slice(nodeUserPrefix.length);
}
/** What is set for certain, and everything else one way: only the extremes are told apart. */
function allGates(set, enabled) {
	const gates = nodeGates.filter((gate) => !set.has(gate)).map((gate) => [gate, enabled]);
	return new Map([...set, ...gates]);
}
const nodeGates = [
	"AuthorizeWithSelectors",
	"AuthorizeNodeWithSelectors",
	"KubeletServiceAccountTokenForCredentialProviders",
	"PodCertificateRequest",
	"ClusterTrustBundle",
	"CSIVolumeHealth"
];
//#endregion
//#region packages/graph/src/authorize/authorize.ts
/**
* Whether an identity may do what is asked, as the cluster's API servers decide.
*
* Several servers of one cluster are asked each for itself. Where they differ, the answer depends on which of them the
* request meets.
*/
function authorize(graph, identity, attributes) {
	const servers = startingServers(graph);
	const [decision, ...others] = servers.map((server) => authorizeAt(graph, server, identity, attributes));
	if (decision === void 0) return {
		outcome: "denied",
		reason: "there is no API server"
	};
	if (others.every(({ outcome }) => outcome === decision.outcome)) return decision;
	return unknown$1([{
		text: `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: they decide differently`,
		origin: void 0
	}]);
}
/** Servers that would refuse to start decide nothing, unless there are no others to go by. */
function startingServers({ apiServers }) {
	const starting = apiServers.filter(({ refusals }) => refusals.length === 0);
	return starting.length > 0 ? starting : apiServers;
}
/**
* The same, as one server decides: the group `system:masters` first, then the authorizers in their order until one
* allows (pkg/kubeapiserver/authorizer/reload.go: newForConfig; only a webhook can deny).
*/
function authorizeAt(graph, server, identity, attributes) {
	if (identity.groups.includes("system:masters")) return {
		outcome: "allowed",
		reason: `members of ${mastersGroup} are allowed everything`,
		proof: []
	};
	const authorization = server.authorization.value;
	if (!authorization.known) return unknown$1([authorization.assumption]);
	/** What an authorizer asked before may have answered. */
	const mayAllow = [];
	const mayDeny = [];
	const reasons = [];
	for (const { value: mode, origin } of authorization.modes) switch (mode) {
		case "AlwaysAllow": return unlessDenied(mayDeny, {
			outcome: "allowed",
			reason: "AlwaysAllow allows everything",
			proof: []
		});
		case "AlwaysDeny":
			reasons.push(opinion(server, mode, "Everything is forbidden."));
			break;
		case "RBAC": {
			const { proof, open, reason } = askRbac(graph, identity, attributes);
			const [first] = proof;
			if (first !== void 0) return unlessDenied(mayDeny, {
				outcome: "allowed",
				reason: reasonOf(first),
				proof
			});
			mayAllow.push(...open);
			if (reason !== "") reasons.push(opinion(server, mode, reason));
			break;
		}
		case "Node": {
			const said = askNode(graph, server, identity, attributes);
			switch (said.answer) {
				case "allowed": return unlessDenied(mayDeny, {
					outcome: "allowed",
					reason: nodeReason(identity, said.through),
					proof: []
				});
				case "no-opinion":
					if (said.reason !== "") reasons.push(opinion(server, mode, said.reason));
					break;
				case "open":
					mayAllow.push({
						...said.assumption,
						origin: said.assumption.origin ?? origin
					});
					break;
			}
			break;
		}
		case "ABAC":
			mayAllow.push({
				text: `whether the ABAC policy file of ${server.instance} allows it`,
				origin
			});
			break;
		case "Webhook": {
			const assumption = {
				text: `what the authorization webhook of ${server.instance} answers`,
				origin
			};
			mayAllow.push(assumption);
			mayDeny.push(assumption);
			break;
		}
	}
	return mayAllow.length > 0 ? unknown$1(mayAllow) : {
		outcome: "denied",
		reason: reasons.join("\n")
	};
}
/**
* What an authorizer says that has no opinion. Since 1.37 its name stands before it
* (k8s.io/apiserver pkg/authorization/union/union.go).
*/
function opinion({ minor }, mode, reason) {
	return isBefore$1(minor, 37) ? reason : `${mode.toLowerCase()}: ${reason}`;
}
function unlessDenied(mayDeny, decision) {
	return mayDeny.length > 0 ? unknown$1(mayDeny) : decision;
}
function unknown$1(assumptions) {
	return {
		outcome: "unknown",
		reason: `depends on ${assumptions.map(({ text }) => text).join("; ")}`,
		assumptions
	};
}
/** The server gives none. */
function nodeReason({ user }, through) {
	return `the Node authorizer allows it to ${user}${through.length === 0 ? "" : `, through ${through.join(" and ")}`}`;
}
//#endregion
//#region packages/graph/src/near-misses.ts
/** What kept a grant from allowing; in the order in which people want to hear of them. */
const kinds$1 = [
	"namespace",
	"group",
	"subresource",
	"name",
	"verb",
	"path",
	"missing-role"
];
/**
* What came nearest to allowing what was denied, nearest first.
*
* Nothing where RBAC is not asked, or where definitions of the same object disagree: no single change settles that.
*/
function nearMisses$1(graph, identity, attributes) {
	if (!everyServerAsksRbac(graph)) return [];
	const found = /* @__PURE__ */ new Map();
	for (const key of new Set(identityKeys(identity))) for (const grant of graph.grantsOf(key)) {
		const miss = missOf(graph, grant, identity, attributes);
		if (miss !== void 0) keepFirst(found, miss);
	}
	for (const miss of missingRoles$1(graph, identity, attributes)) keepFirst(found, miss);
	return [...found.values()].sort((a, b) => kinds$1.indexOf(a.kind) - kinds$1.indexOf(b.kind));
}
/** What would allow it without touching anything there is: a role for that alone, bound to that identity alone. */
function smallestGrant(graph, identity, attributes) {
	if (attributes.verb === "" || !everyServerAsksRbac(graph)) return void 0;
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	const rule = exactRule(attributes);
	const what = attributes.kind === "resource" ? attributes.resource : attributes.path;
	return roleAndBinding(graph, `${attributes.verb}-${what}`, namespace, rule, subjectFor(identity));
}
function everyServerAsksRbac({ apiServers }) {
	return apiServers.every(({ authorization: { value } }) => value.known && value.modes.some(({ value: mode }) => mode === "RBAC"));
}
/** Two ways to the same rule of the same role are one thing to change. */
function keepFirst(found, miss) {
	const { kind, binding, grant } = miss;
	const key = `${kind} ${grant !== void 0 && kind !== "namespace" ? `${grant.role.entry.key} ${ruleKey(grant.rule)}` : binding.entry.key}`;
	if (!found.has(key)) found.set(key, miss);
}
function missOf(graph, grant, identity, attributes) {
	const { binding, subject, confidence } = grant;
	if (confidence !== "certain" || binding.resolution.outcome !== "found") return void 0;
	if (graph.variantsOf(binding).length > 1) return void 0;
	const kind = attributes.kind === "resource" ? resourceMiss(grant, attributes) : pathMiss(grant, attributes);
	if (kind === void 0) return void 0;
	return {
		kind,
		binding,
		subject,
		grant,
		change: kind === "namespace" ? otherNamespace(graph, grant, identity, attributes) : otherRule(graph, grant, kind, identity, attributes)
	};
}
/** The one thing that does not match; undefined where it is more than one, or nothing near. */
function resourceMiss({ rule, scope }, attributes) {
	const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
	const missed = [];
	if (scope.kind === "namespace" && scope.namespace !== namespace) missed.push("namespace");
	if (!apiGroupMatches(rule.apiGroups, apiGroup)) missed.push("group");
	if (!resourceMatches(rule.resources, resource, subresource)) {
		if (!holdsSibling(rule, resource)) return void 0;
		missed.push("subresource");
	}
	if (!resourceNameMatches(rule.resourceNames, name)) missed.push("name");
	if (!verbMatches(rule.verbs, verb)) missed.push("verb");
	return missed.length === 1 ? missed[0] : void 0;
}
/** Whether a rule covers the resource itself or a subresource of it. */
function holdsSibling({ resources }, resource) {
	return resources.some(({ value }) => value === resource || value.startsWith(`${resource}/`));
}
function pathMiss({ rule, scope }, { verb, path }) {
	const missed = [];
	if (scope.kind === "namespace") missed.push("namespace");
	if (!nonResourceUrlMatches(rule.nonResourceURLs, path)) {
		if (!rule.nonResourceURLs.some(({ value }) => isNearPath(value, path))) return void 0;
		missed.push("path");
	}
	if (!verbMatches(rule.verbs, verb)) missed.push("verb");
	return missed.length === 1 ? missed[0] : void 0;
}
/** A slash at the end, another case, or a path below one that is allowed. */
function isNearPath(written, path) {
	const bare = (text) => text.replace(/[/*]+$/, "").toLowerCase();
	return bare(written) === bare(path) || bare(written) !== "" && bare(path).startsWith(`${bare(written)}/`);
}
function* missingRoles$1(graph, identity, attributes) {
	const namespaces = attributes.kind === "resource" && attributes.namespace !== "" ? ["", attributes.namespace] : [""];
	for (const key of new Set(identityKeys(identity))) for (const namespace of namespaces) for (const { binding, subject } of graph.boundTo(key, namespace)) {
		if (binding.resolution.outcome !== "missing" || graph.variantsOf(binding).length > 1) continue;
		const { kind, name } = binding.entry.object.roleRef;
		yield {
			kind: "missing-role",
			binding,
			subject,
			grant: void 0,
			change: {
				change: "create",
				objects: [proposedRole(name.value, kind.value === "Role" ? namespace : "", exactRule(attributes))]
			}
		};
	}
}
/**
* The same role where it is asked for, for this identity alone; a Role cannot be bound elsewhere, so what is needed of
* it is written anew.
*/
function otherNamespace(graph, { binding, role }, identity, attributes) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	const { kind, meta } = role.entry.object;
	const name = binding.entry.object.meta.name.value;
	const subject = subjectFor(identity);
	if (kind === "Role") return roleAndBinding(graph, meta.name.value, namespace, exactRule(attributes), subject);
	return {
		change: "create",
		objects: [freeName(graph, name, (candidate) => proposedBinding(candidate, namespace, {
			kind,
			name: meta.name.value
		}, subject))]
	};
}
/** What a rule lacks, in the rule where that gives nothing else, in a rule of its own where it would. */
function otherRule(graph, grant, kind, identity, attributes) {
	const { role, rule } = grant;
	if (!isEditable(graph, grant)) {
		const namespace = attributes.kind === "resource" ? attributes.namespace : "";
		return roleAndBinding(graph, `${role.entry.object.meta.name.value}-${attributes.verb}`, namespace, exactRule(attributes), subjectFor(identity));
	}
	const list = listOf(kind);
	const needed = exactRule(attributes);
	const value = list === void 0 ? void 0 : needed[list][0]?.value;
	return list !== void 0 && value !== void 0 && givesNothingElse(rule, list, needed) ? {
		change: "extend-rule",
		role: role.entry,
		rule,
		list,
		value
	} : {
		change: "add-rule",
		role: role.entry,
		rule: needed
	};
}
/**
* Whether a change of the role would reach the binding: its rules are its own, nobody ships it (the server puts such
* roles back as they were), and no other definition of it stands beside.
*/
function isEditable({ inventory }, { role, rule }) {
	const { entry } = role;
	if (entry.path === void 0 || role.asShipped !== "none") return false;
	if (!entry.object.rules.includes(rule)) return false;
	return inventory.roles.get(entry.key)?.length === 1;
}
function listOf(kind) {
	switch (kind) {
		case "group": return "apiGroups";
		case "subresource": return "resources";
		case "name": return "resourceNames";
		case "verb": return "verbs";
		case "path": return "nonResourceURLs";
		case "namespace":
		case "missing-role": return;
	}
}
const lists = [
	"verbs",
	"apiGroups",
	"resources",
	"resourceNames",
	"nonResourceURLs"
];
/** Every list of a rule combines with every other: one more value gives no more than asked only if these hold just that. */
function givesNothingElse(rule, list, needed) {
	return lists.every((other) => {
		const holds = rule[other].map(({ value }) => value);
		const wanted = needed[other].map(({ value }) => value);
		if (other === list) return list !== "resourceNames" || holds.length > 0 && wanted.length > 0;
		return holds.length === wanted.length && holds.every((value, i) => value === wanted[i]);
	});
}
/** The identity itself; of one that is only groups, the first. */
function subjectFor({ user, groups: [group] }) {
	if (user === "" && group !== void 0) return proposedSubject("Group", group);
	const account = parseServiceAccountUserName(user);
	return account === void 0 ? proposedSubject("User", user) : proposedSubject("ServiceAccount", account.name, account.namespace);
}
function roleAndBinding(graph, wanted, namespace, rule, subject) {
	const role = freeName(graph, wanted, (name) => proposedRole(name, namespace, rule));
	const name = role.meta.name.value;
	return {
		change: "create",
		objects: [role, freeName(graph, name, (free) => proposedBinding(free, namespace, {
			kind: role.kind,
			name
		}, subject))]
	};
}
/**
* An object under a name that no object of its kind has yet, nor any binding waits for: that would give others access.
* Names may hold all but `/` and `%` (path segments).
*/
function freeName({ inventory, bindings }, wanted, make) {
	const plain = wanted.replace(/^\/+/, "").replace(/[/%*]+/g, "-").replace(/^[-.]+$/, "") || "access";
	for (let number = 1;; number++) {
		const object = make(number === 1 ? plain : `${plain}-${number}`);
		const key = objectKey(object, object.meta.namespace?.value ?? "");
		const isTaken = ({ entry }) => "roleRef" in object ? entry.key === key : roleKey(entry.object.roleRef, entry.namespace) === key;
		if (!inventory.roles.has(key) && !bindings.some(isTaken)) return object;
	}
}
//#endregion
//#region packages/graph/src/who-can.ts
/**
* Everybody who is granted what is asked: `authorize`, asked of each subject that a binding names to a role that allows
* it or is not known. So whomever this lists, `authorize` affirms.
*/
function whoCan(graph, attributes) {
	const subjects = [];
	for (const subject of boundToIt(graph, attributes)) {
		const decision = authorize(graph, identityOf$1(subject), attributes);
		if (decision.outcome !== "denied") subjects.push({
			subject,
			decision
		});
	}
	const anyNode = authorize(graph, kubelet(anotherNode), attributes);
	return {
		subjects,
		nodes: nodesThatMatter(graph, attributes).map((node) => ({
			node,
			decision: authorize(graph, kubelet(node), attributes)
		})).filter(({ decision }) => decision.outcome !== anyNode.outcome),
		anyNode,
		anybody: authorize(graph, {
			user: "",
			groups: []
		}, attributes)
	};
}
/** Subjects that may be allowed it, sorted. */
function boundToIt({ bindings }, attributes) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	const known = /* @__PURE__ */ new Map();
	const mayAllow = (role) => {
		const allows = known.get(role) ?? role.rules.some((rule) => ruleAllows(rule, attributes));
		known.set(role, allows);
		return allows;
	};
	const keys = new Set([groupKey(mastersGroup)]);
	for (const binding of bindings) {
		const { entry, resolution } = binding;
		if (entry.namespace !== "" && entry.namespace !== namespace) continue;
		if (resolution.outcome !== "missing" && !rolesOf(binding).some(mayAllow)) continue;
		for (const subject of entry.object.subjects) {
			const key = subjectKey(subject, entry.namespace);
			if (key !== void 0) keys.add(key);
		}
	}
	return [...keys].sort(byText$4);
}
/** Somebody who has that name and nothing else. */
function identityOf$1(subject) {
	const space = subject.indexOf(" ");
	const name = subject.slice(space + 1);
	return subject.startsWith("Group ") ? {
		user: "",
		groups: [name]
	} : {
		user: name,
		groups: []
	};
}
function kubelet(node) {
	return {
		user: `${nodeUserPrefix}${node}`,
		groups: [nodesGroup]
	};
}
/** No node can have this name. */
const anotherNode = "<another node>";
/** Nodes that something is tied to, or that the question itself names: as its object or in its selector. */
function nodesThatMatter(graph, attributes) {
	if (attributes.kind === "non-resource") return [];
	const selected = (attributes.fieldSelector ?? []).map(({ value }) => value);
	const nodes = new Set([
		...graph.nodeRelations().nodes,
		attributes.name,
		...selected
	]);
	nodes.delete("");
	return [...nodes].sort(byText$4);
}
//#endregion
//#region packages/graph/src/one-step.ts
/**
* Who is not allowed something and could be by `impersonate`, `bind` or `escalate`: one way for each subject. It needs
* somebody who is allowed, a role that allows it, or a role of its own to rewrite.
*/
function oneStepAway(graph, attributes, allowed) {
	const isAllowed = new Set(allowed);
	const roles = graph.roles.filter(({ rules }) => rules.some((rule) => ruleAllows(rule, attributes)));
	const steps = [];
	for (const subject of holdersOfSuchVerbs(graph)) {
		if (isAllowed.has(subject)) continue;
		const identity = memberIdentity(subject);
		if (authorize(graph, identity, attributes).outcome === "allowed") continue;
		const ask = asker(graph, identity);
		const step = impersonation(graph, subject, allowed, ask) ?? binding$1(roles, attributes, ask) ?? escalation(graph, subject, attributes, ask);
		if (step !== void 0) steps.push({
			subject,
			...step
		});
	}
	return steps;
}
/** Somebody of that name, in the groups that authentication adds. */
function memberIdentity(subject) {
	const { user, groups } = identityOf$1(subject);
	const account = parseServiceAccountUserName(user);
	return withAuthenticatedGroup({
		user,
		groups: account === void 0 ? groups : serviceAccountGroups(account.namespace)
	});
}
const rbacGroup = "rbac.authorization.k8s.io";
function asker(graph, identity) {
	return (verb, resource, more) => {
		const decision = authorize(graph, identity, {
			kind: "resource",
			verb,
			apiGroup: verb === "impersonate" ? "" : rbacGroup,
			resource,
			subresource: "",
			namespace: "",
			name: "",
			...more
		});
		return decision.outcome === "allowed" ? decision.proof : void 0;
	};
}
const suchVerbs = [
	"impersonate",
	"bind",
	"escalate"
];
function holdersOfSuchVerbs({ bindings }) {
	const known = /* @__PURE__ */ new Map();
	const mayMatter = (role) => {
		const matters = known.get(role) ?? role.rules.some(({ verbs, resources }) => resources.length > 0 && suchVerbs.some((verb) => verbMatches(verbs, verb)));
		known.set(role, matters);
		return matters;
	};
	const keys = /* @__PURE__ */ new Set();
	for (const binding of bindings) {
		if (!rolesOf(binding).some(mayMatter)) continue;
		for (const subject of binding.entry.object.subjects) {
			const key = subjectKey(subject, binding.entry.namespace);
			if (key !== void 0) keys.add(key);
		}
	}
	return [...keys].sort(byText$4);
}
/** A group is impersonated along with a user only, so one of those must be there as well. */
function impersonation(graph, subject, allowed, ask) {
	const masters = groupKey(mastersGroup);
	for (const target of [masters, ...allowed.filter((key) => key !== masters)]) {
		const name = target.slice(target.indexOf(" ") + 1);
		const account = parseServiceAccountUserName(name);
		const grants = target.startsWith("Group ") ? mayActAsSomebody(graph, subject) && ask("impersonate", "groups", { name }) : account === void 0 ? ask("impersonate", "users", { name }) : ask("impersonate", "serviceaccounts", account);
		if (grants !== void 0 && grants !== false) return {
			way: "impersonate",
			target,
			grants
		};
	}
}
function mayActAsSomebody(graph, subject) {
	for (const { rule, confidence } of graph.grantsOf(subject)) {
		if (confidence !== "certain" || !verbMatches(rule.verbs, "impersonate")) continue;
		if (rule.resources.some(({ value }) => value === "users" || value === "serviceaccounts" || value === "*")) return true;
	}
	return false;
}
/** The right to bind a role is asked for in the namespace of the binding (pkg/registry/rbac/escalation_check.go). */
function binding$1(roles, attributes, ask) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	for (const scope of new Set(["", namespace])) {
		const bindings = scope === "" ? "clusterrolebindings" : "rolebindings";
		if (![
			"create",
			"update",
			"patch"
		].some((verb) => ask(verb, bindings, { namespace: scope }) !== void 0)) continue;
		for (const { entry } of roles) {
			const { kind, meta } = entry.object;
			if (kind === "Role" && entry.namespace !== scope) continue;
			const grants = ask("bind", kind === "Role" ? "roles" : "clusterroles", {
				namespace: scope,
				name: meta.name.value
			});
			if (grants !== void 0) return {
				way: "bind",
				target: `${kind} ${meta.name.value}`,
				grants
			};
		}
	}
}
/** Of the roles that it is bound to where the answer is looked for, one that it may write whatever it likes into. */
function escalation(graph, subject, attributes, ask) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	for (const scope of new Set(["", namespace])) for (const { binding } of graph.boundTo(subject, scope)) {
		const { kind, name } = binding.entry.object.roleRef;
		const resource = kind.value === "Role" ? "roles" : "clusterroles";
		const role = {
			namespace: kind.value === "Role" ? scope : "",
			name: name.value
		};
		const grants = ["update", "patch"].some((verb) => ask(verb, resource, role) !== void 0) ? ask("escalate", resource, role) : void 0;
		if (grants !== void 0) return {
			way: "escalate",
			target: `${kind.value} ${name.value}`,
			grants
		};
	}
}
//#endregion
//#region packages/graph/src/rules-for.ts
/**
* Lists what an identity may do in a namespace (pkg/registry/authorization/selfsubjectrulesreview/rest.go;
* k8s.io/apiserver pkg/authorization/union/union.go: RulesFor).
*
* What members of system:masters may do is not in it: no authorizer of the chain lists that.
*/
function rulesFor(graph, identity, namespace) {
	const servers = startingServers(graph);
	const [first, ...others] = servers;
	if (first === void 0) return {
		rules: [],
		incomplete: false,
		messages: [],
		assumptions: []
	};
	const listed = rulesAt(graph, first, identity, namespace);
	if (others.every((other) => modesOf(other) === modesOf(first))) return listed;
	const text = `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: their authorizers differ`;
	return {
		...listed,
		assumptions: [...listed.assumptions, {
			text,
			origin: void 0
		}]
	};
}
function rulesAt(graph, server, identity, namespace) {
	const authorization = server.authorization.value;
	if (!authorization.known) return {
		rules: [],
		incomplete: false,
		messages: [],
		assumptions: [authorization.assumption]
	};
	const rules = [];
	const messages = [];
	const assumptions = [];
	let incomplete = false;
	for (const { value: mode, origin } of authorization.modes) switch (mode) {
		case "RBAC": {
			const { proof, open, reason } = listRbac(graph, identity, namespace);
			for (const grant of proof) rules.push({
				rule: grant.rule,
				grant
			});
			assumptions.push(...open);
			if (reason !== "") messages.push(reason);
			break;
		}
		case "Node":
			if (nodeOf(identity) === void 0) break;
			incomplete = true;
			messages.push("node authorizer does not support user rule resolution");
			break;
		case "Webhook":
			incomplete = true;
			messages.push("webhook authorizer does not support user rule resolution");
			break;
		case "ABAC":
			assumptions.push({
				text: `what the ABAC policy file of ${server.instance} lists`,
				origin
			});
			break;
		case "AlwaysAllow":
			for (const rule of everything) rules.push({
				rule,
				grant: void 0
			});
			break;
		case "AlwaysDeny": break;
	}
	return {
		rules,
		incomplete,
		messages,
		assumptions
	};
}
function modesOf({ authorization }) {
	return authorization.value.known ? authorization.value.modes.map(({ value }) => value).join() : "?";
}
const origin$1 = {
	kind: "built-in",
	of: "the authorizer AlwaysAllow"
};
const any = [located("*", origin$1)];
const nothing$1 = {
	origin: origin$1,
	apiGroups: [],
	resources: [],
	resourceNames: [],
	nonResourceURLs: []
};
/** k8s.io/apiserver pkg/authorization/authorizerfactory/builtin.go: alwaysAllowAuthorizer, RulesFor. */
const everything = [{
	...nothing$1,
	verbs: any,
	apiGroups: any,
	resources: any
}, {
	...nothing$1,
	verbs: any,
	nonResourceURLs: any
}];
//#endregion
//#region packages/rules/src/ask-index.ts
function askIndex(asks) {
	const index = /* @__PURE__ */ new Map();
	for (const { verb, resource, subresource } of asks) {
		const written = subresource === "" ? resource : `${resource}/${subresource}`;
		const verbs = index.get(written);
		if (verbs === void 0) index.set(written, new Set([verb]));
		else verbs.add(verb);
	}
	return index;
}
/**
* False for a rule that says yes to none of the questions: most rules are about other things, and looking at each
* question takes long. True says nothing; wildcards always may.
*/
function mayAllow({ verbs, resources }, index) {
	for (const { value } of resources) {
		if (value === "*" || value.startsWith("*/")) return true;
		const asked = index.get(value);
		if (asked !== void 0 && verbs.some((verb) => verb.value === "*" || asked.has(verb.value))) return true;
	}
	return false;
}
//#endregion
//#region packages/rules/src/wording.ts
const longestName = 60;
/** A name from the input as a sentence can carry it: no control characters, no endless length. */
function quotable(name) {
	return quotableWithin(name, longestName);
}
function quotableWithin(name, longest) {
	const plain = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
	return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}
/** `of dev`, `of the cluster`: whose the things are that a right reaches. */
function ofScope(scope) {
	return scope.kind === "cluster" ? "of the cluster" : `of ${namespaceName(scope.namespace)}`;
}
/** `in dev`, `in the cluster`. */
function inScope(scope) {
	return scope.kind === "cluster" ? "in the cluster" : `in ${namespaceName(scope.namespace)}`;
}
/** `in namespace dev`, `in all namespaces`: how far a binding reaches. */
function reachOf$2(scope) {
	if (scope.kind === "cluster") return "in all namespaces";
	return scope.namespace === "<applied>" ? "in its namespace" : `in namespace ${quotable(scope.namespace)}`;
}
function namespaceName(namespace) {
	return namespace === "<applied>" ? "its namespace" : quotable(namespace);
}
/** A namespace as a command takes it: a word to fill in where the inputs do not say which. */
function namespaceToType(namespace) {
	return namespace === "<applied>" ? "NAMESPACE" : namespace;
}
/** `ops/backup`; the bare name where nobody knows the namespace. */
function namespacedName(namespace, name, longest = longestName) {
	const shown = quotableWithin(name, longest);
	return namespace === "" || namespace === "<applied>" ? shown : `${quotableWithin(namespace, longest)}/${shown}`;
}
/** `a`, `a and b`, `a, b and 3 more`. */
function listed(names, atMost = 3) {
	if (names.length <= 1) return names.join("");
	const shown = names.slice(0, Math.max(1, names.length === atMost + 1 ? atMost + 1 : atMost));
	const more = names.length - shown.length;
	if (more > 0) return `${shown.join(", ")} and ${more} more`;
	return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
/** A word of a POSIX shell command. */
function shellWord(word) {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
const longestTitle = 140;
const longestLabel = 60;
const longestHalfWord = 10;
/** A title within the length that every output shows whole. What it leads to, the consequence, is never cut. */
function fitTitle(title, consequence = "") {
	return fit(title, longestTitle - consequence.length) + consequence;
}
/** The first of them that fits whole; the last one cut where none does. */
function firstThatFits(titles, consequence = "") {
	return fitTitle(titles.find((title) => title.length + consequence.length <= longestTitle) ?? titles.at(-1) ?? "", consequence);
}
function fitLabel(label) {
	return fit(label, longestLabel);
}
/** Cut before the word that does not fit, unless that would take a long name away. */
function fit(text, length) {
	if (text.length <= length) return text;
	const cut = text.slice(0, length - 1);
	const space = cut.lastIndexOf(" ");
	return `${text[cut.length] !== " " && cut.length - space <= longestHalfWord ? cut.slice(0, space) : cut}…`;
}
//#endregion
//#region packages/rules/src/asks.ts
const rbac = "rbac.authorization.k8s.io";
const certificates = "certificates.k8s.io";
const admission = "admissionregistration.k8s.io";
const mutatingPolicies = "mutatingadmissionpolicies";
const mutatingBindings = "mutatingadmissionpolicybindings";
const webhooks = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];
/** Verbs whose request names an object. list and watch do with `fieldSelector=metadata.name=…`. */
const namedVerbs = [
	"get",
	"list",
	"watch",
	"update",
	"patch",
	"delete",
	"bind",
	"escalate",
	"impersonate",
	"approve",
	"sign",
	"use"
];
function asks(verbs, apiGroup, ...resources) {
	return resources.flatMap((text) => {
		const [resource = "", subresource = ""] = text.split("/");
		return verbs.split(" ").map((verb) => {
			return {
				verb,
				apiGroup,
				resource,
				subresource,
				carriesName: subresource !== "" || namedVerbs.includes(verb)
			};
		});
	});
}
/**
* Creation that a rule with `resourceNames` allows where it gives `patch` as well: a server-side apply of what is not
* there asks for `create` with the name (k8s.io/apiserver pkg/endpoints/handlers/patch.go: forceAllowCreate).
*/
function byApply(creations) {
	return creations.map((ask) => ({
		...ask,
		byApply: true
	}));
}
/** Only `*` itself matches what is called `*`. */
const everyVerb$1 = {
	verb: "*",
	apiGroup: "*",
	resource: "*",
	subresource: "",
	carriesName: false
};
/**
* Requests whose answer holds the contents of a Secret. A patch returns the whole object, and so does a deletion that
* waits for its dependents (`propagationPolicy`), or of a collection; as a dry run too. An update returns what was sent.
*/
const returnSecretData = asks("list get watch patch delete deletecollection", "", "secrets");
const readSecrets = { asks: returnSecretData };
const strongRoles = ["admin", "edit"];
/** Roles whose binding or change is as good as any. */
const sharpRoles = ["cluster-admin", ...strongRoles];
/**
* A binding keeps its role, so that a right to write some bindings, by name, is one to the roles of those alone.
*/
function writeBindings(resource, ofStrongRoles = []) {
	return {
		...writeNamedBindings(resource),
		sharpNames: ofStrongRoles
	};
}
function writeNamedBindings(resource) {
	return {
		asks: asks("create update patch", rbac, resource),
		reach: "and the bindings to write them into"
	};
}
/** A new role gives nobody anything: binding it takes the rights in it, or another right. */
function writeNamedRoles(resource) {
	return {
		asks: asks("update patch", rbac, resource),
		reach: "and writing the role"
	};
}
const changeRoles = {
	...writeNamedRoles("clusterroles"),
	sharpNames: sharpRoles
};
const approval = {
	asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
	reach: "the approval of requests"
};
/** What a request to enter a pod, or to connect to it, can be. */
function entryVerbs(minorNumber) {
	return minorNumber < 35 ? "create get" : "create";
}
/**
* Writing what pods are made from. A Job is created only: its template cannot be changed (pkg/apis/batch/validation:
* validatePodTemplateUpdate).
*/
function workloadWrites(createJobs) {
	return [
		...asks("create update patch", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
		...asks("create update patch", "batch", "cronjobs"),
		...createJobs,
		...asks("create update patch", "", "replicationcontrollers")
	];
}
const createJobs = asks("create", "batch", "jobs");
/** Security contexts that OpenShift ships and that allow root or any file of the node. */
const privilegedSecurityContexts = [
	"privileged",
	"hostmount-anyuid",
	"node-exporter"
];
function clusterRoles(names) {
	return `ClusterRole ${listed(names.map((name) => quotable(name)))}`;
}
function bindToItself(scope, names) {
	return `bind ${clusterRoles(names)} to itself in ${scope.kind === "cluster" ? "the whole cluster" : inScope(scope).slice(3)}`;
}
const clientSigners = ["kubernetes.io/kube-apiserver-client", "kubernetes.io/*"];
const nodeClientSigner = "kubernetes.io/kube-apiserver-client-kubelet";
const kubernetesSigners = [
	...clientSigners,
	nodeClientSigner,
	"kubernetes.io/kubelet-serving",
	"kubernetes.io/legacy-unknown"
];
//#endregion
//#region packages/rules/src/cluster-scoped.ts
/**
* Resources without a namespace, by group, as 1.30 to 1.37 serve them, and those that exist as questions only.
*
* A request for one carries no namespace, so a RoleBinding never gives it. Not here: `namespaces`, whose requests carry
* their own name as the namespace.
*/
const clusterScoped = {
	"": [
		"nodes",
		"persistentvolumes",
		"componentstatuses",
		"users",
		"groups"
	],
	"admissionregistration.k8s.io": [
		"mutatingadmissionpolicies",
		"mutatingadmissionpolicybindings",
		"mutatingwebhookconfigurations",
		"validatingadmissionpolicies",
		"validatingadmissionpolicybindings",
		"validatingwebhookconfigurations"
	],
	"apiextensions.k8s.io": ["customresourcedefinitions"],
	"apiregistration.k8s.io": ["apiservices"],
	"authentication.k8s.io": [
		"selfsubjectreviews",
		"tokenreviews",
		"uids",
		"userextras",
		"users",
		"groups"
	],
	"authorization.k8s.io": [
		"selfsubjectaccessreviews",
		"selfsubjectrulesreviews",
		"subjectaccessreviews"
	],
	"certificates.k8s.io": [
		"certificatesigningrequests",
		"clustertrustbundles",
		"signers"
	],
	"flowcontrol.apiserver.k8s.io": ["flowschemas", "prioritylevelconfigurations"],
	"networking.k8s.io": [
		"ingressclasses",
		"ipaddresses",
		"servicecidrs"
	],
	"node.k8s.io": ["runtimeclasses"],
	"rbac.authorization.k8s.io": ["clusterroles", "clusterrolebindings"],
	"resource.k8s.io": [
		"deviceclasses",
		"resourceslices",
		"devicetaintrules"
	],
	"scheduling.k8s.io": ["priorityclasses"],
	"storage.k8s.io": [
		"csidrivers",
		"csinodes",
		"storageclasses",
		"volumeattachments",
		"volumeattributesclasses"
	]
};
/** Whether a RoleBinding can give this resource of a rule. */
function isNamespaced({ apiGroups }, { value }) {
	const parent = value.split("/")[0] ?? value;
	return !apiGroups.every((group) => clusterScoped[group.value]?.includes(parent) === true);
}
/** Whether there is one of each name in a cluster, `namespaces` among them. */
function isOfNoNamespace({ apiGroup, resource }) {
	return apiGroup === "" && resource === "namespaces" || clusterScoped[apiGroup]?.includes(resource) === true;
}
//#endregion
//#region packages/rules/src/extended-powers.ts
/**
* Powers that only rules of the extended pack tell: other tools do, and most who hold them need them. They rate nothing
* else, so they stand apart from the catalogue.
*/
const extendedPowers = [
	{
		id: "delete-broad",
		cluster: 4,
		namespace: 5,
		parts: [{ asks: [
			...asks("delete deletecollection", "", "pods", "replicationcontrollers", "events", "persistentvolumeclaims"),
			...asks("delete deletecollection", "", "namespaces", "persistentvolumes"),
			...asks("delete deletecollection", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
			...asks("delete deletecollection", "batch", "jobs", "cronjobs"),
			...asks("delete deletecollection", "events.k8s.io", "events")
		] }],
		phrase: (scope) => `delete what runs ${inScope(scope)} or what tells of it`,
		reach: "what runs, or what tells of it",
		accounts: "none",
		withNames: "narrower"
	},
	{
		id: "write-networking",
		cluster: 4,
		namespace: 5,
		parts: [{ asks: [
			...asks("create update patch", "", "services", "endpoints"),
			...asks("update patch", "", "services/status"),
			...asks("create update patch", "discovery.k8s.io", "endpointslices"),
			...asks("create update patch", "networking.k8s.io", "ingresses"),
			...asks("create update patch delete deletecollection", "networking.k8s.io", "networkpolicies")
		] }],
		phrase: (scope) => `redirect or open traffic ${inScope(scope)}`,
		reach: "where traffic goes",
		accounts: "none",
		withNames: "narrower"
	},
	{
		id: "write-policy-engines",
		cluster: 4,
		namespace: 4,
		parts: [{ asks: [
			...asks("create update patch delete deletecollection", "kyverno.io", "clusterpolicies", "policies", "policyexceptions"),
			...asks("create update patch delete deletecollection", "policies.kyverno.io", "validatingpolicies", "mutatingpolicies", "generatingpolicies", "deletingpolicies", "imagevalidatingpolicies", "policyexceptions"),
			...asks("create update patch delete deletecollection", "templates.gatekeeper.sh", "constrainttemplates"),
			...asks("create update patch delete deletecollection", "constraints.gatekeeper.sh", "*"),
			...asks("create update patch delete deletecollection", "config.gatekeeper.sh", "configs"),
			...asks("create update patch delete deletecollection", "mutations.gatekeeper.sh", "assign", "assignimage", "assignmetadata", "modifyset")
		] }],
		phrase: (scope) => `change what Kyverno or Gatekeeper allow ${inScope(scope)}`,
		reach: "policies that requests are admitted by",
		accounts: "none",
		withNames: "narrower"
	}
];
//#endregion
//#region packages/rules/src/partial-rights.ts
const connections = [
	"pods/exec",
	"pods/attach",
	"pods/portforward"
];
/** Whether a rule lets its holder open what it names: entering a pod is a POST, or a GET until 1.34. */
function opensConnection({ verbs }, resource, minor) {
	if (!connections.includes(resource)) return true;
	const getIsEnough = Number(minor.split(".")[1]) < 35;
	return verbs.some(({ value }) => value === "*" || value === "create" || getIsEnough && value === "get");
}
/** Whether a verb gives something without a right to another request that the rule may not hold. */
function isAskedAlone(verb, rule, reached) {
	const only = (...resources) => reached.every(({ value }) => resources.includes(value));
	switch (verb) {
		case "escalate":
		case "bind": return !only("roles", "clusterroles", "rolebindings", "clusterrolebindings");
		case "approve":
		case "sign":
		case "attest": return !only("signers");
		case "create": return !only("certificatesigningrequests/nodeclient", "certificatesigningrequests/selfnodeclient", "certificatesigningrequests/selfnodeserver");
		case "impersonate": return reached.some(({ value }) => impersonatesSomebody(value, rule));
		default: return !verb.startsWith("impersonate:") && !verb.startsWith("impersonate-on:");
	}
}
/** Groups, uids and extras are no identity; and who is a ServiceAccount is never asked for as a user. */
function impersonatesSomebody(resource, { apiGroups, resourceNames }) {
	if (!apiGroups.some(({ value }) => value === "" || value === "*")) return false;
	const isSomebody = (name) => name !== "" && (resource !== "users" || parseServiceAccountUserName(name) === void 0);
	if (resource !== "users" && resource !== "serviceaccounts" && resource !== "*") return false;
	return resourceNames.length === 0 || resourceNames.some(({ value }) => isSomebody(value));
}
//#endregion
//#region packages/rules/src/other-powers.ts
/** Gone since 1.25, and still in many roles. */
const removedResource$1 = "podsecuritypolicies";
const readVerbs$1 = [
	"get",
	"list",
	"watch"
];
/** Objects that only tell the asker about itself: `system:basic-user` gives them to everybody. */
const selfReviews = [
	"selfsubjectaccessreviews",
	"selfsubjectrulesreviews",
	"selfsubjectreviews"
];
/** Questions about others, of which nothing is stored: what servers that leave authentication and authorization to Kubernetes ask. */
const reviewsOfOthers = [
	"tokenreviews",
	"subjectaccessreviews",
	"localsubjectaccessreviews"
];
/** Security contexts that OpenShift gives everybody, since they allow no more than any pod may do anyway. */
const harmlessSecurityContexts = /^restricted(?:-v\d+)?$/;
/** Paths that Kubernetes opens to everybody who authenticates: health, discovery, the issuer's public keys. */
const discoveryPath = /^\/(?:(?:livez|readyz|healthz|version)(?:\/.*)?|(?:api|apis|openapi)(?:\/.*)?|\.well-known\/.*|openid\/v1\/jwks\/?)$/;
/**
* What a rule gives that no power of the catalogue names: writing or reading some kinds, paths, or nothing but
* discovery. Undefined where it gives nothing at all.
*/
function otherPower(grant, minor) {
	const { rule, scope } = grant;
	if (rule.verbs.length === 0) return void 0;
	if (rule.nonResourceURLs.length > 0) return pathPower(grant);
	const reached = reachedResources(rule, scope).filter(({ value }) => opensConnection(rule, value, minor));
	const verbs = usableVerbs(rule, reached);
	if (reached.length === 0 || verbs.length === 0 || rule.apiGroups.length === 0) return void 0;
	if (reached.every(({ value }) => selfReviews.includes(value)) || allowsHarmlessContexts(rule)) return powerOf$1(grant, {
		id: "discovery",
		level: 6,
		phrase: "ask what it may do itself",
		verbs
	});
	if (reached.every(({ value }) => selfReviews.includes(value) || reviewsOfOthers.includes(value))) return powerOf$1(grant, {
		id: "read",
		level: 5,
		phrase: "ask whose a token is and who may do what",
		verbs
	});
	const writing = verbs.filter(({ value }) => !readVerbs$1.includes(value));
	const what = `${resourcesOf(rule, reached)}${namesOf$4(rule)} ${inScope(scope)}`;
	if (writing.length === 0) return powerOf$1(grant, {
		id: "read",
		level: 5,
		phrase: `read ${what}`,
		verbs
	});
	return powerOf$1(grant, {
		id: "write",
		level: 4,
		phrase: `${verbsOf$2(writing)} ${what}`,
		verbs: writing
	});
}
/** How strong that is; for one minor, the same for all grants of a rule, cluster-wide or in namespaces. */
function otherLevel(grant, minor) {
	const { rule, scope } = grant;
	const levels = known$5.get(rule) ?? /* @__PURE__ */ new Map();
	known$5.set(rule, levels);
	const key = `${scope.kind} ${minor}`;
	if (!levels.has(key)) levels.set(key, otherPower(grant, minor)?.level);
	return levels.get(key);
}
const known$5 = /* @__PURE__ */ new WeakMap();
/** Resources that some request can ask for: `pods/*` and the like are names of nothing. */
function reachedResources(rule, scope) {
	return rule.resources.filter((one) => {
		const { value } = one;
		if (value === removedResource$1 || value.includes("*") && !/^\*(?:\/[^*]+)?$/.test(value)) return false;
		return scope.kind === "cluster" || isNamespaced(rule, one);
	});
}
/** Verbs that some request can have. Creating and deleting a collection name no object, so names rule them out. */
function usableVerbs(rule, reached) {
	const { verbs, resourceNames } = rule;
	const namedObjectsOnly = resourceNames.length > 0 && reached.every(({ value }) => !value.includes("/"));
	return verbs.filter(({ value }) => {
		if (namedObjectsOnly && (value === "create" || value === "deletecollection")) return false;
		if (!isAskedAlone(value, rule, reached)) return false;
		return value === "*" || /^[a-z][a-z:-]*$/.test(value);
	});
}
function allowsHarmlessContexts({ resources, resourceNames }) {
	return resources.every(({ value }) => value === "securitycontextconstraints") && resourceNames.length > 0 && resourceNames.every(({ value }) => harmlessSecurityContexts.test(value));
}
function pathPower(grant) {
	const { rule, scope } = grant;
	if (scope.kind === "namespace") return void 0;
	const beyond = rule.nonResourceURLs.filter(({ value }) => !discoveryPath.test(value));
	if (beyond.length === 0) return powerOf$1(grant, {
		id: "discovery",
		level: 6,
		phrase: "ask for health and discovery",
		verbs: rule.verbs
	});
	const told = beyond.map(({ value }) => /^\/?\*+$/.test(value) ? "every path that is no resource" : quotable(value));
	return powerOf$1(grant, {
		id: "read",
		level: 5,
		phrase: `${requestsOf(rule)} ${listed([...new Set(told)])}`,
		verbs: rule.verbs
	}, beyond[0]);
}
const readMethods = [
	"get",
	"head",
	"options"
];
/** What may be sent to a path: verbs are HTTP methods there. */
function requestsOf({ verbs }) {
	const values = verbs.map(({ value }) => value);
	if (values.includes("*")) return "send any request to";
	if (values.every((value) => readMethods.includes(value))) return "read";
	return `send ${listed(values.map((value) => quotable(value)))} requests to`;
}
function powerOf$1(grant, { id, level, phrase, verbs }, path = grant.rule.nonResourceURLs[0]) {
	const { rule } = grant;
	const resource = path ?? reachedResources(rule, grant.scope)[0];
	return {
		id,
		level,
		sureLevel: level,
		scope: grant.scope,
		phrase,
		witnesses: [{
			grant,
			ask: askOf(rule, resource, verbs),
			resource,
			verbs,
			names: rule.resourceNames.map(({ value }) => value),
			reach: path === void 0 ? "these resources" : "these paths"
		}],
		names: rule.resourceNames.map(({ value }) => value),
		assumedHops: 0,
		takesAccounts: false,
		confidence: grant.confidence
	};
}
function askOf(rule, first, verbs) {
	const [resource = "", subresource = ""] = (first?.value ?? "").split("/");
	return {
		verb: (verbs.find(({ value }) => value === "list" && rule.resourceNames.length === 0) ?? verbs[0])?.value ?? "",
		apiGroup: rule.apiGroups[0]?.value ?? "",
		resource,
		subresource,
		carriesName: rule.resourceNames.length > 0
	};
}
function verbsOf$2(verbs) {
	const values = verbs.map(({ value }) => value);
	return values.includes("*") ? "do everything with" : listed(values.map(quotable), 2);
}
function resourcesOf(rule, reached) {
	const values = reached.map(({ value }) => value);
	const groups = rule.apiGroups.map(({ value }) => value);
	if (!values.includes("*")) return listed(values.map((value) => quotable(inGroup(value, groups))), 3);
	if (groups.includes("*")) return "all resources";
	return `all resources of ${listed(groups.map((group) => group === "" ? "the core group" : quotable(group)), 2)}`;
}
/**
* `secrets.example.com`, as kubectl writes it: Secrets are others than those of the core group. Bare where the core group
* is among the groups, for then it is what people read.
*/
function inGroup(resource, groups) {
	if (groups.includes("") || groups.includes("*")) return resource;
	const [kind = "", subresource] = resource.split("/");
	const group = groups.length === 1 ? groups[0] ?? "" : `{${groups.join(",")}}`;
	return subresource === void 0 ? `${kind}.${group}` : `${kind}.${group}/${subresource}`;
}
function namesOf$4(rule) {
	const names = rule.resourceNames.map(({ value }) => quotable(value));
	return names.length === 0 ? "" : ` named ${listed(names)}`;
}
//#endregion
//#region packages/rules/src/bounded-powers.ts
/** Powers whose damage is bounded, or that need something else to be worth more. */
function boundedPowers(minorNumber) {
	return [
		{
			id: "write-crds",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("update patch", "apiextensions.k8s.io", "customresourcedefinitions") }],
			phrase: () => "change which custom kinds are served, and who converts their objects",
			reach: "definitions of custom kinds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "create-crds",
			cluster: 5,
			namespace: "void",
			parts: [{ asks: asks("create", "apiextensions.k8s.io", "customresourcedefinitions") }],
			phrase: () => "define custom kinds",
			reach: "definitions of custom kinds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-admission-policies",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: [
				...asks("create update patch delete", admission, "validatingadmissionpolicies", "validatingadmissionpolicybindings", ...minorNumber < 36 ? [] : [mutatingBindings]),
				...asks("delete deletecollection", admission, ...webhooks),
				...minorNumber < 36 ? [] : asks("create delete", admission, mutatingPolicies)
			] }],
			phrase: () => "change the policies that requests are admitted by",
			reach: "admission policies",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-identity-configmaps",
			cluster: "void",
			namespace: 4,
			onlyIn: "kube-system",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				sharpNames: ["extension-apiserver-authentication", "coredns"]
			}],
			phrase: (_, sharp) => `write ${sharp.length === 0 ? "every ConfigMap of kube-system" : `ConfigMap ${listed(sharp)}`}, which others trust for who is who`,
			reach: "ConfigMaps that say who is who",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-cluster-info",
			cluster: "void",
			namespace: 4,
			onlyIn: "kube-public",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				sharpNames: ["cluster-info"]
			}],
			phrase: () => "write cluster-info, which joining nodes trust for the API server's address and CA",
			reach: "the address and CA that joining nodes trust",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-configmaps",
			cluster: 4,
			namespace: "void",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				sharpNames: []
			}],
			phrase: () => "write every ConfigMap of the cluster",
			reach: "every ConfigMap, those of kube-system included",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "sign-certificates",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("update patch", certificates, "certificatesigningrequests/status") }, {
				asks: asks("sign", certificates, "signers"),
				sharpNames: kubernetesSigners,
				reach: "and signers of Kubernetes"
			}],
			phrase: () => "answer requests to Kubernetes' own signers with certificates of its making",
			reach: "the certificate in a signing request",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-secrets",
			cluster: 3,
			namespace: 4,
			parts: [{ asks: asks("create update patch", "", "secrets") }],
			phrase: (scope) => `write Secrets ${inScope(scope)}`,
			reach: "Secrets, token Secrets included",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "label-namespaces",
			cluster: 3,
			namespace: 4,
			parts: [{ asks: asks("update patch", "", "namespaces") }],
			phrase: (scope) => scope.kind === "cluster" ? "relabel every namespace, Pod Security included" : `relabel ${ofScope(scope).slice(3)}`,
			reach: "labels of namespaces",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "create-namespaces",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("create", "", "namespaces") }],
			phrase: () => "create namespaces without the Pod Security level that others have",
			reach: "namespaces with any labels",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-cluster-rbac",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("create update patch", rbac, "clusterroles", "clusterrolebindings") }],
			phrase: () => "hand on its rights in the cluster",
			reach: "ClusterRoles and bindings, within what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "escalate-named-cluster-role",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("escalate", rbac, "clusterroles") }, writeNamedRoles("clusterroles")],
			lesserOf: ["escalate"],
			phrase: () => "write any right into some ClusterRoles",
			reach: "these ClusterRoles, beyond what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "escalate-named-role",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: asks("escalate", rbac, "roles") }, writeNamedRoles("roles")],
			lesserOf: ["escalate-in-namespace"],
			phrase: (scope) => `write any right into some Roles ${ofScope(scope)}`,
			reach: "these Roles, beyond what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "bind-named-cluster-role",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("bind", rbac, "clusterroles") }, writeNamedBindings("clusterrolebindings")],
			lesserOf: ["bind", "bind-strong-roles"],
			phrase: () => "bind some ClusterRoles",
			reach: "these ClusterRoles",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "bind-named-role",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: [...asks("bind", rbac, "clusterroles"), ...asks("bind", rbac, "roles")] }, writeNamedBindings("rolebindings")],
			lesserOf: ["bind-in-namespace"],
			phrase: (scope) => `bind some roles ${inScope(scope)}`,
			reach: "these roles",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-rbac",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: [...asks("create update patch", rbac, "rolebindings"), ...asks("update patch", rbac, "roles")] }],
			phrase: (scope) => `hand on its rights ${inScope(scope)}`,
			reach: "roles and bindings, within what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-nodes",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("update patch create delete", "", "nodes", "nodes/status") }],
			phrase: () => "change nodes",
			reach: "every node",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "read-logs",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: asks("get list", "", "pods/log") }],
			phrase: (scope) => `read the logs of every pod ${ofScope(scope)}`,
			reach: "the logs of every pod",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "forward-to-pods",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: [...asks(entryVerbs(minorNumber), "", "pods/portforward"), ...asks("create get", "", "pods/proxy", "services/proxy")] }],
			phrase: (scope) => `open connections to every pod ${ofScope(scope)}`,
			reach: "connections to pods",
			accounts: "none",
			withNames: "narrower"
		}
	];
}
//#endregion
//#region packages/rules/src/strong-powers.ts
/** Powers over the cluster, or over all of a namespace: escalation, identities, Secrets, pods, nodes, admission. */
function strongPowers(minorNumber) {
	return [
		{
			id: "everything",
			cluster: 1,
			namespace: 3,
			parts: [{ asks: [everyVerb$1] }],
			phrase: (scope) => `do everything ${inScope(scope)}`,
			reach: "all resources",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "impersonate-users",
			cluster: 1,
			namespace: "void",
			parts: [{
				asks: asks("impersonate", "", "users"),
				sharpNames: []
			}],
			phrase: () => "act as any user",
			reach: "any user",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "escalate",
			cluster: 1,
			namespace: "void",
			parts: [{
				asks: asks("escalate", rbac, "clusterroles"),
				sharpNames: sharpRoles
			}, changeRoles],
			phrase: (_, sharp) => `write any right into ${sharp.length === 0 ? "a ClusterRole" : clusterRoles(sharp)}`,
			reach: "ClusterRoles, beyond what the writer holds",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "bind",
			cluster: 1,
			namespace: "void",
			parts: [{
				asks: asks("bind", rbac, "clusterroles"),
				sharpNames: ["cluster-admin"]
			}, writeBindings("clusterrolebindings", ["cluster-admin"])],
			phrase: (scope, sharp) => sharp.length === 0 ? "bind any ClusterRole, cluster-admin included" : bindToItself(scope, sharp),
			reach: "any ClusterRole",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "approve-certificates",
			cluster: 1,
			namespace: "void",
			parts: [approval, {
				asks: asks("approve", certificates, "signers"),
				sharpNames: clientSigners
			}],
			phrase: () => "approve client certificates for any user",
			reach: "certificates of any user",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "approve-node-certificates",
			cluster: 2,
			namespace: "void",
			parts: [approval, {
				asks: asks("approve", certificates, "signers"),
				names: [nodeClientSigner]
			}],
			phrase: () => "approve the certificates that nodes present",
			reach: "certificates of any node",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "request-node-certificates",
			cluster: 2,
			namespace: "void",
			parts: [{
				asks: asks("create", certificates, "certificatesigningrequests/nodeclient"),
				sharpNames: []
			}, {
				asks: asks("create", certificates, "certificatesigningrequests"),
				reach: "requests of its own"
			}],
			phrase: () => "get client certificates in the name of any node",
			reach: "the approval of what nodes ask for",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-aws-auth",
			cluster: 1,
			namespace: 1,
			onlyIn: "kube-system",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				names: ["aws-auth"]
			}],
			phrase: () => "write aws-auth, the list of users and groups of EKS",
			reach: "aws-auth",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "read-secrets",
			cluster: 2,
			namespace: 3,
			parts: [readSecrets],
			phrase: (scope) => `read every Secret ${inScope(scope)}`,
			reach: "every Secret, no resourceNames",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "create-tokens",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: asks("create", "", "serviceaccounts/token") }],
			phrase: (scope) => `issue tokens of every ServiceAccount ${ofScope(scope)}`,
			reach: "tokens of every ServiceAccount",
			accounts: "any",
			withNames: "narrower"
		},
		{
			id: "impersonate-service-accounts",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: asks("impersonate", "", "serviceaccounts") }],
			phrase: (scope) => `act as every ServiceAccount ${ofScope(scope)}`,
			reach: "every ServiceAccount",
			accounts: "any",
			withNames: "narrower"
		},
		{
			id: "bind-strong-roles",
			cluster: 2,
			namespace: "void",
			parts: [{
				asks: asks("bind", rbac, "clusterroles"),
				names: strongRoles
			}, writeBindings("clusterrolebindings")],
			phrase: bindToItself,
			reach: "these ClusterRoles",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "bind-in-namespace",
			cluster: 2,
			namespace: 3,
			parts: [{
				asks: [...asks("bind", rbac, "clusterroles"), ...asks("bind", rbac, "roles")],
				sharpNames: sharpRoles
			}, writeBindings("rolebindings")],
			phrase: (scope, sharp) => sharp.length === 0 ? `bind any role ${inScope(scope)}` : bindToItself(scope, sharp),
			reach: "any role",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "escalate-in-namespace",
			cluster: 2,
			namespace: 3,
			parts: [{
				asks: asks("escalate", rbac, "roles"),
				sharpNames: []
			}, {
				...writeNamedRoles("roles"),
				sharpNames: []
			}],
			phrase: (scope) => `write any right into the Roles ${ofScope(scope)}`,
			reach: "Roles, beyond what the writer holds",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "create-pods",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: byApply(asks("create", "", "pods")) }],
			phrase: (scope) => `run pods as any ServiceAccount ${ofScope(scope)}`,
			reach: "pods under any serviceAccountName",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "write-workloads",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: workloadWrites(byApply(createJobs)) }],
			phrase: (scope) => `run workloads as any ServiceAccount ${ofScope(scope)}`,
			reach: "workloads, whose pods run under any account",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "exec-pods",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: [...asks(entryVerbs(minorNumber), "", "pods/exec", "pods/attach"), ...asks("update patch", "", "pods/ephemeralcontainers")] }],
			phrase: (scope) => `run commands in every pod ${ofScope(scope)}`,
			reach: "the inside of every pod",
			accounts: "running",
			withNames: "narrower"
		},
		{
			id: "change-pods",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: asks("update patch", "", "pods") }],
			phrase: (scope) => `put other images into every pod ${ofScope(scope)}`,
			reach: "the images of every pod",
			accounts: "running",
			withNames: "narrower"
		},
		{
			id: "reach-kubelets",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("get create", "", "nodes/proxy") }],
			phrase: () => "run commands in every pod through the kubelets",
			reach: "the kubelet of every node",
			accounts: "running",
			withNames: "fewer"
		},
		{
			id: "create-persistent-volumes",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("create", "", "persistentvolumes") }],
			phrase: () => "create volumes out of any folder of any node",
			reach: "volumes, hostPath included",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "use-privileged-security-contexts",
			cluster: 2,
			namespace: 2,
			parts: [{
				asks: asks("use", "security.openshift.io", "securitycontextconstraints"),
				sharpNames: privilegedSecurityContexts
			}],
			phrase: (scope) => `run privileged pods ${inScope(scope)}`,
			reach: "security contexts that reach the node",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-admission",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: [...asks("create update patch", admission, "mutatingwebhookconfigurations"), ...minorNumber < 36 ? [] : asks("update patch", admission, mutatingPolicies)] }],
			phrase: (_scope, _sharp, { resource }) => `${resource === "mutatingadmissionpolicies" ? "rewrite" : "read and rewrite"} every object on its way into the cluster`,
			reach: "admission of every object",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "create-mutating-policies",
			cluster: minorNumber < 36 ? "void" : 2,
			namespace: "void",
			parts: [{ asks: asks("create", admission, mutatingPolicies) }, {
				asks: asks("create update patch", admission, mutatingBindings),
				reach: "and binding a policy",
				goesToo: true
			}],
			lesserOf: ["write-admission"],
			phrase: () => "rewrite every object on its way into the cluster",
			reach: "admission of every object",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-validation",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("create update patch", admission, "validatingwebhookconfigurations") }],
			phrase: () => "read and refuse every object on its way into the cluster",
			reach: "validation of every object",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-apiservices",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("create update patch", "apiregistration.k8s.io", "apiservices") }],
			phrase: () => "put a server of its own in front of parts of the API",
			reach: "the server behind an API group",
			accounts: "none",
			withNames: "same"
		}
	];
}
//#endregion
//#region packages/rules/src/power-catalogue.ts
/**
* What rights give, strongest first. Of what one right gives, the first that applies is what it is worth.
*
* Where two powers of one level apply, the one that says most comes first.
*/
function powerCatalogue(minorNumber) {
	return [...strongPowers(minorNumber), ...boundedPowers(minorNumber)];
}
//#endregion
//#region packages/rules/src/rating.ts
/** Rows: holders; columns: powers 1 to 6. */
const base = {
	0: [
		10,
		9.8,
		9.3,
		8.2,
		6.5,
		.1
	],
	1: [
		9.9,
		9.5,
		8.8,
		7.4,
		4.5,
		.1
	],
	2: [
		9.6,
		9.2,
		8.3,
		6.6,
		3,
		.1
	],
	3: [
		8.6,
		8,
		6,
		4,
		1.5,
		.1
	],
	4: [
		6,
		5,
		3.5,
		2,
		.1,
		.1
	],
	5: [
		.1,
		.1,
		.1,
		.1,
		.1,
		.1
	]
};
const lowest = .1;
const highest = 10;
/** A right that holds nothing open today, and would with one more edit. */
const dormantScore = 3;
/** What each adjustment adds. */
const adjustment = {
	/** A token or certificate that nobody rotates, instead of a bound token. */
	staticCredential: .7,
	/** `resourceNames`, except where the names are what makes it dangerous. */
	namedObjects: -1.5,
	/** A User by name: nothing takes the right away when the person leaves. */
	namedUser: .5,
	/** Through system:masters: nothing can take it away. */
	irrevocable: 1.5
};
const perAssumedHop = -.3;
const forAllAssumedHops = -.9;
/** What a risk is worth, from 0.1 to 10.0 with one decimal; never 9.0, which GitHub's tiers leave out. */
function rate({ holder, power, adjustments = [], assumedHops = 0 }) {
	let score = base[holder][power - 1] ?? lowest;
	for (const adjusted of adjustments) score += adjusted;
	score = Math.min(Math.max(score, lowest), highest);
	if (assumedHops > 0) {
		const lowered = score + Math.max(forAllAssumedHops, perAssumedHop * assumedHops);
		score = Math.max(lowered, floorOfNextTier[severityOf(score)]);
	}
	return rounded(score);
}
/** The tier of a number, in GitHub's bounds. */
function severityOf(score) {
	if (score > 9) return "critical";
	if (score >= 7) return "high";
	if (score >= 4) return "medium";
	return score > lowest ? "low" : "info";
}
/** Assumptions lower a finding by one tier at most. */
const floorOfNextTier = {
	critical: 7,
	high: 4,
	medium: .2,
	low: .1,
	info: .1
};
/** One number per tier, for outputs that know a rule's severity only. */
const representativeScore = {
	critical: 9.5,
	high: 8,
	medium: 5.5,
	low: 2,
	info: .1
};
const severityRank = {
	critical: 4,
	high: 3,
	medium: 2,
	low: 1,
	info: 0
};
const confidenceRank = {
	certain: 2,
	likely: 1,
	possible: 0
};
/** Whether a severity reaches a threshold such as `--fail-on`. */
function severityAtLeast(severity, threshold) {
	return severityRank[severity] >= severityRank[threshold];
}
function confidenceAtLeast(confidence, threshold) {
	return confidenceRank[confidence] >= confidenceRank[threshold];
}
/** The weaker of two confidences: a chain is as certain as its least certain hop. */
function weakerConfidence(one, other) {
	return confidenceRank[one] <= confidenceRank[other] ? one : other;
}
function rounded(score) {
	const tenths = Math.round(Math.min(Math.max(score, lowest), highest) * 10);
	return tenths === 90 ? 8.9 : tenths / 10;
}
//#endregion
//#region packages/rules/src/powers.ts
/** The namespace of the controllers' ServiceAccounts, some of which are as good as cluster-admin. */
const controllersNamespace = "kube-system";
/**
* What grants of one holder give, strongest first: by level, then cluster-wide before namespaces, then in the order of
* the catalogue. What an earlier power includes (everything in the cluster includes all) is left out.
*/
function powersOf(grants, minor) {
	return powersWith(othersOf, grants, minor);
}
/** The strongest of them: what a risk is rated by. */
function strongestPower(grants, minor) {
	return powersWith(strongestOther$1, grants, minor)[0];
}
function othersOf(grants, minor) {
	return grants.flatMap((grant) => otherPower(grant, minor) ?? []);
}
/** The most that grants are worth without what is assumed. */
function sureLevelOf(grants, minor) {
	let most = 6;
	for (const { sureLevel } of powersWith(strongestOther$1, grants, minor)) if (sureLevel < most) most = sureLevel;
	return most;
}
/** Only the one that comes first: telling each in words takes most of the time. */
function strongestOther$1(grants, minor) {
	let strongest;
	let level = 7;
	for (const grant of grants) {
		const found = otherLevel(grant, minor) ?? 7;
		if (found >= level) continue;
		strongest = grant;
		level = found;
	}
	return strongest === void 0 ? [] : othersOf([strongest], minor);
}
function powersWith(others, grants, minor, pack = "usual") {
	const cluster = [];
	const byNamespace = /* @__PURE__ */ new Map();
	for (const grant of grants) if (grant.scope.kind === "cluster") cluster.push(grant);
	else {
		const inNamespace = byNamespace.get(grant.scope.namespace);
		if (inNamespace === void 0) byNamespace.set(grant.scope.namespace, [grant]);
		else inNamespace.push(grant);
	}
	const reading = readingOf(minor, pack);
	const held = powersAt(reading, { kind: "cluster" }, cluster, nobody$1, others);
	if (!held.some(({ id }) => id === "everything")) {
		const wider = witnessesOf(reading, cluster);
		const everywhere = new Set(held.filter(({ names }) => names.length === 0).map(({ id }) => id));
		for (const [namespace, inNamespace] of byNamespace) {
			const here = powersAt(reading, {
				kind: "namespace",
				namespace
			}, inNamespace, wider, others);
			held.push(...here.filter(({ id }) => !everywhere.has(id)));
		}
	}
	return held.sort((a, b) => a.level - b.level || scopeRank(a.scope) - scopeRank(b.scope));
}
/** Only those of the catalogue: the others, which have no name, are put into words one by one. */
function cataloguedPowersOf(grants, minor, pack = "usual") {
	return powersWith(noOthers, grants, minor, pack);
}
function noOthers() {
	return [];
}
/** Whether a rule gives a part of a power that needs another one, which may come from elsewhere. */
function givesPart(rule, minor) {
	const reading = readingOf(minor);
	return givenBy$2(reading, rule).some(({ power }) => (reading.catalogue[power]?.parts.length ?? 1) > 1);
}
/** Powers of which a rule gives some part, by itself enough or not. */
function powersTouchedBy(rule, minor, pack = "usual") {
	const reading = readingOf(minor, pack);
	return givenBy$2(reading, rule).flatMap(({ power }) => reading.catalogue[power]?.id ?? []);
}
/** Every power of the catalogue, in its order. */
function cataloguedPowers(minor) {
	return readingOf(minor).catalogue.map(({ id }) => id);
}
/** What is asked of rules for the deciding part of a power: any yes is enough. */
function asksOf(id, minor) {
	return (readingOf(minor, packOf(id)).catalogue.find((power) => power.id === id)?.parts ?? []).flatMap(({ asks, goesToo }, index) => index === 0 || goesToo === true ? asks : []);
}
function packOf(id) {
	return extendedPowers.some((power) => power.id === id) ? "extended" : "usual";
}
/** What a power is worth in somebody's hands: by what is sure, or by what is assumed where that is more. */
function rateHeld({ level, sureLevel, assumedHops, confidence }, rated) {
	const whole = {
		...rated,
		power: level,
		assumedHops
	};
	const read = {
		...rated,
		power: sureLevel
	};
	const [assumed, sure] = [rate(whole), rate(read)];
	if (assumed > sure || assumedHops === 0) return {
		score: assumed,
		rating: whole,
		confidence
	};
	return {
		score: sure,
		rating: read,
		confidence: confidence === "possible" ? "possible" : "certain"
	};
}
function scopeRank(scope) {
	return scope.kind === "cluster" ? 0 : 1;
}
function powersAt(reading, scope, own, wider, others) {
	const witnesses = witnessesOf(reading, own);
	const held = [];
	for (const index of powersTouched(witnesses)) {
		const power = reading.catalogue[index];
		if (power === void 0) continue;
		const level = scope.kind === "cluster" ? power.cluster : power.namespace;
		if (level === "void") continue;
		if (scope.kind === "namespace" && power.onlyIn !== void 0 && power.onlyIn !== scope.namespace) continue;
		if (power.lesserOf?.some((greater) => held.some(({ id }) => id === greater)) === true) continue;
		const found = heldPower$1(index, power, level, scope, witnesses, wider);
		if (found === void 0) continue;
		held.push(found);
		if (power.id === "everything") return held;
	}
	for (const other of others(own, reading.minor)) if (!held.some(({ id, names }) => id === other.id && names.length === 0)) held.push(other);
	return held;
}
/** A power through grants of this scope, completed by wider ones, which alone are told at their own scope. */
function heldPower$1(index, power, level, scope, own, wider) {
	const witnesses = [];
	for (const part of power.parts.keys()) {
		const key = witnessKey(index, part);
		const witness = own.get(key) ?? wider.get(key);
		if (witness === void 0) return void 0;
		witnesses.push(witness);
	}
	const [first, ...others] = witnesses;
	if (first === void 0) return void 0;
	const names = power.withNames === "same" ? [] : witnesses.flatMap(({ names: only }) => only);
	const narrowed = names.length > 0;
	const sureLevel = narrowed && power.withNames === "narrower" ? 4 : level;
	const assumed = narrowed ? void 0 : levelByControllers(power, level, scope);
	const uncertain = witnesses.some(({ grant }) => grant.confidence === "possible");
	const sharp = [...new Set(witnesses.flatMap((witness) => witness.sharp))];
	return {
		id: power.id,
		level: assumed ?? sureLevel,
		sureLevel,
		scope,
		phrase: narrowed ? namedPhrase(first, names) : power.phrase(scope, sharp, first.ask),
		witnesses: [asWitness(first, power), ...others.map((other) => asWitness(other, power))],
		names,
		assumedHops: assumed === void 0 ? 0 : 1,
		takesAccounts: power.accounts !== "none" && !narrowed,
		confidence: uncertain ? "possible" : assumed === void 0 ? "certain" : "likely"
	};
}
/**
* What a power is worth where controllers run as ServiceAccounts of kube-system, as they do by default: whoever can be
* any account there, or anywhere, is cluster-admin. The other Secrets and pods of kube-system are worth those of the
* whole cluster.
*/
function levelByControllers({ accounts }, level, scope) {
	if (!(scope.kind === "cluster" || scope.namespace === "kube-system") || level === 1 || level > 3) return void 0;
	if (accounts === "any") return 1;
	return scope.kind === "namespace" && level === 3 ? 2 : void 0;
}
function namedPhrase({ ask, grant: { scope } }, names) {
	const resource = ask.subresource === "" ? ask.resource : `${ask.resource}/${ask.subresource}`;
	const what = `${ask.verb} ${resource} named ${listed(names.map(quotable))}`;
	if (scope.kind === "namespace") return `${what} ${inScope(scope)}`;
	return isOfNoNamespace(ask) ? what : `${what} in every namespace`;
}
const nobody$1 = /* @__PURE__ */ new Map();
const mostParts = 8;
function witnessKey(power, part) {
	return power * mostParts + part;
}
/** Powers of which some part is there, in the order of the catalogue. */
function powersTouched(witnesses) {
	const touched = /* @__PURE__ */ new Set();
	for (const key of witnesses.keys()) touched.add(Math.floor(key / mostParts));
	return [...touched].sort((a, b) => a - b);
}
function witnessesOf(reading, grants) {
	const witnesses = /* @__PURE__ */ new Map();
	for (const grant of grants) for (const { power, part, definition, ask, names, sharp } of givenBy$2(reading, grant.rule)) {
		const key = witnessKey(power, part);
		const known = witnesses.get(key);
		const isNamed = names.length + sharp.length > 0;
		if (known !== void 0 && (known.names.length + known.sharp.length === 0 || isNamed)) continue;
		witnesses.set(key, {
			grant,
			ask,
			part: definition,
			names,
			sharp
		});
	}
	return witnesses;
}
function asWitness({ grant, ask, part, names, sharp }, power) {
	const { rule } = grant;
	return {
		grant,
		ask,
		resource: rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource)),
		verbs: rule.verbs.filter((one) => part.asks.some(({ verb, resource: of, subresource }) => {
			return of === ask.resource && subresource === ask.subresource && verbMatches([one], verb);
		})),
		names: [...sharp, ...names],
		reach: part.reach ?? power.reach
	};
}
const readings$1 = {
	usual: /* @__PURE__ */ new Map(),
	extended: /* @__PURE__ */ new Map()
};
function readingOf(minor, pack = "usual") {
	let reading = readings$1[pack].get(minor);
	if (reading === void 0) {
		const catalogue = pack === "usual" ? powerCatalogue(Number(minor.split(".")[1])) : extendedPowers;
		reading = {
			minor,
			catalogue,
			index: askIndex(catalogue.flatMap(({ parts }) => parts.flatMap((part) => part.asks))),
			given: /* @__PURE__ */ new WeakMap()
		};
		readings$1[pack].set(minor, reading);
	}
	return reading;
}
function givenBy$2({ catalogue, index, given: known }, rule) {
	if (!mayAllow(rule, index)) return nothingGiven;
	const before = known.get(rule);
	if (before !== void 0) return before;
	const given = [];
	for (const [power, { parts }] of catalogue.entries()) for (const [part, definition] of parts.entries()) {
		const ask = givenAsk(definition, rule);
		if (ask === void 0 || !namesServe(definition, rule)) continue;
		const names = serving(definition, rule, ask);
		given.push({
			power,
			part,
			definition,
			ask,
			names,
			sharp: sharpIn(definition, rule)
		});
	}
	known.set(rule, given);
	return given;
}
const nothingGiven = [];
/** The first that the rule allows; where it names objects, one that needs no name or no field selector, if it has one. */
function givenAsk({ asks }, rule) {
	const first = asks.find((one) => ruleGives(rule, one));
	if (first === void 0 || rule.resourceNames.length === 0) return first;
	const given = asks.filter((one) => ruleGives(rule, one));
	return given.find((one) => allowsUnnamed(rule, one)) ?? given.find(({ verb }) => verb === "get") ?? first;
}
/** Whether a rule allows what is asked, for some object at least. */
function ruleGives(rule, ask) {
	if (!namesAllow(rule, ask)) return false;
	return verbMatches(rule.verbs, ask.verb) && apiGroupMatches(rule.apiGroups, ask.apiGroup) && resourceMatches(rule.resources, ask.resource, ask.subresource);
}
function namesAllow(rule, ask) {
	const { resourceNames } = rule;
	if (resourceNames.length === 0 || allowsUnnamed(rule, ask)) return true;
	return (ask.carriesName || ask.byApply === true && verbMatches(rule.verbs, "patch")) && resourceNames.some(({ value }) => canBeNamed(ask, value));
}
/** An empty string among the names stands for requests without a name (pkg/apis/rbac/v1: ResourceNameMatches). */
function allowsUnnamed({ resourceNames }, { verb, subresource }) {
	if (subresource !== "" || !unnamedVerbs.includes(verb)) return false;
	return resourceNames.some(({ value }) => value === "");
}
const unnamedVerbs = [
	"list",
	"watch",
	"create",
	"deletecollection"
];
/** RBAC's own objects, identities and signers have names that no other object may have: `*` among them. */
const namedFreely = [
	"users",
	"groups",
	"signers",
	"roles",
	"rolebindings",
	"clusterroles",
	"clusterrolebindings"
];
/** k8s.io/apimachinery pkg/util/validation: IsDNS1123Subdomain. */
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
function canBeNamed({ apiGroup, resource }, name) {
	if (apiGroup === "*" || namedFreely.includes(resource)) return name !== "";
	return subdomain.test(name);
}
/** Every verb on every resource of every group, as cluster-admin has it. */
function givesEverything(rule) {
	return ruleGives(rule, everyVerb$1);
}
function namesServe({ names, sharpNames }, rule) {
	const given = rule.resourceNames;
	if (names !== void 0) return given.some(({ value }) => names.includes(value));
	if (sharpNames !== void 0 && given.length > 0) return given.some(({ value }) => sharpNames.includes(value));
	return true;
}
function serving({ names, sharpNames }, rule, ask) {
	if (names !== void 0 || sharpNames !== void 0 || allowsUnnamed(rule, ask)) return [];
	return rule.resourceNames.map(({ value }) => value).filter((name) => canBeNamed(ask, name));
}
function sharpIn({ names, sharpNames }, { resourceNames }) {
	const sharp = names ?? sharpNames ?? [];
	return resourceNames.map(({ value }) => value).filter((name) => sharp.includes(name));
}
//#endregion
//#region packages/rules/src/access-power.ts
/** The strongest power that some access gives, wherever it is written; undefined where it gives nothing. */
function powerOfAccess(access, minor = newestMinor) {
	return strongestPower([...access].flatMap(grantsOf$1), minor);
}
const origin = {
	kind: "built-in",
	of: "access in words"
};
/** As if a role of that rule alone were bound in its scope. */
function grantsOf$1(access) {
	const namespace = access.scope.kind === "cluster" ? "" : access.scope.namespace;
	const kind = namespace === "" ? "ClusterRole" : "Role";
	const rules = [ruleOf(access)];
	const meta = {
		name: located("any", origin),
		generated: false,
		namespace: namespace === "" ? void 0 : located(namespace, origin),
		labels: /* @__PURE__ */ new Map(),
		annotations: /* @__PURE__ */ new Map()
	};
	return grantsIfBound({
		entry: {
			key: `rbac.authorization.k8s.io/${kind}/${namespace}/any`,
			namespace,
			object: {
				kind,
				apiVersion: "rbac.authorization.k8s.io/v1",
				meta,
				origin,
				rules,
				aggregation: void 0
			},
			path: void 0
		},
		rules,
		asShipped: "none",
		isShipped: () => false,
		isCertain: () => true
	});
}
function ruleOf({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	const at = (values) => values.map((value) => located(value, origin));
	return {
		origin,
		verbs: at(verbs),
		apiGroups: at(apiGroups),
		resources: at(resources),
		resourceNames: at(resourceNames),
		nonResourceURLs: at(nonResourceURLs)
	};
}
//#endregion
//#region packages/rules/src/accounts.ts
const tokenSecretType = "kubernetes.io/service-account-token";
const accountAnnotation = "kubernetes.io/service-account.name";
const invalidSinceLabel = "kubernetes.io/legacy-token-invalid-since";
/** Everything a ServiceAccount can do by its own bindings and those of its groups, strongest first. */
function accountPower({ graph, minor }, namespace, name) {
	return strongestPower(accountGrants(graph, namespace, name), minor);
}
/** The same, power for power; dearer, since each is told in words. */
function accountPowers({ graph, minor }, namespace, name) {
	return powersOf(accountGrants(graph, namespace, name), minor);
}
/** Whether a power of the catalogue may be among them: of most accounts none is, and this is the cheapest to ask. */
function mayHaveNamedPower({ graph, minor }, namespace, name) {
	const touches = (rule) => powersTouchedBy(rule, minor).length > 0;
	const [first] = accountGrants(graph, namespace, name, touches);
	return first !== void 0;
}
function* accountGrants(graph, namespace, name, wanted) {
	yield* graph.grantsOf(userKey(serviceAccountUserName(namespace, name)), wanted);
	yield* writtenGrants$1(graph, groupKey(serviceAccountsGroup), wanted);
	yield* writtenGrants$1(graph, groupKey(namespaceServiceAccountsGroup(namespace)), wanted);
}
/**
* The account worth most to whoever can be any account of the scope; what Kubernetes ships by itself is left out.
*
* `than` is the one who asks: nobody gains by becoming itself.
*/
function strongestAccount(context, scope, than) {
	const accounts = accountsOf(context);
	return strongestOther(scope.kind === "namespace" ? accounts.byNamespace.get(scope.namespace) : accounts.overall, than);
}
/** The account worth most of those with one of these names, in the namespace or, cluster-wide, in any. */
function strongestAccountNamed(context, scope, names, than) {
	let strongest;
	for (const name of names) {
		const namespace = scope.kind === "cluster" ? controllersNamespace : scope.namespace;
		const found = [scope.kind === "cluster" ? strongestOther(accountsOf(context).byName.get(name), than) : void 0, accountInNamespace(context, namespace, name, than)];
		for (const one of found) if (one !== void 0 && isStronger(one.power, strongest)) strongest = one;
	}
	return strongest;
}
function accountInNamespace(context, namespace, name, than) {
	const key = userKey(serviceAccountUserName(namespace, name));
	const power = key === than ? void 0 : accountPower(context, namespace, name);
	return power === void 0 ? void 0 : {
		key,
		namespace,
		name,
		power
	};
}
function strongestOther(two, than) {
	return two?.[0].key === than ? two[1] : two?.[0];
}
/** With one more account in the race; the first of equals stays ahead. */
function withContender(two, contender) {
	if (two === void 0) return [contender];
	const [first, second] = two;
	if (isStronger(contender.power, first)) return first.key === contender.key ? [contender, second] : [contender, first];
	if (first.key === contender.key) return two;
	return isStronger(contender.power, second) ? [first, contender] : two;
}
const strongestAccounts = /* @__PURE__ */ new WeakMap();
/** The strongest of the accounts that an input binds, as far as being one of them is worth anything: by named powers. */
function accountsOf(context) {
	const known = strongestAccounts.get(context.graph);
	if (known !== void 0) return known;
	const touches = (rule) => powersTouchedBy(rule, context.minor).length > 0;
	let overall;
	const byNamespace = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const bound of boundAccounts$1(context.graph)) {
		const [power] = cataloguedPowersOf(writtenGrants$1(context.graph, bound.key, touches), context.minor);
		if (power === void 0) continue;
		const account = {
			...bound,
			power
		};
		overall = withContender(overall, account);
		byNamespace.set(account.namespace, withContender(byNamespace.get(account.namespace), account));
		byName.set(account.name, withContender(byName.get(account.name), account));
	}
	const strongest = {
		overall,
		byNamespace,
		byName
	};
	strongestAccounts.set(context.graph, strongest);
	return strongest;
}
function* boundAccounts$1(graph) {
	const prefix = userKey("");
	for (const key of graph.subjectKeys) {
		if (!key.startsWith(prefix)) continue;
		const user = key.slice(prefix.length);
		const account = parseServiceAccountUserName(user) ?? appliedAccount(user);
		if (account !== void 0) yield {
			key,
			...account
		};
	}
}
/** An account whose namespace the inputs do not say: its key holds the placeholder, which is no valid name. */
function appliedAccount(user) {
	const prefix = serviceAccountUserName(appliedNamespace, "");
	return user.startsWith(prefix) ? {
		namespace: appliedNamespace,
		name: user.slice(prefix.length)
	} : void 0;
}
function* writtenGrants$1(graph, key, wanted) {
	for (const grant of graph.grantsOf(key, wanted)) if (!grant.shipped) yield grant;
}
/** Secrets whose token the API server accepts, as far as the inputs say. */
function tokenSecrets({ inventory }) {
	return inventory.entriesOf("Secret").flatMap((entry) => {
		const { type, meta, tokenClaims } = entry.object;
		if (type.value !== tokenSecretType) return [];
		if ((meta.labels.get(invalidSinceLabel)?.value ?? "") !== "") return [];
		const account = tokenClaims?.serviceAccount ?? meta.annotations.get(accountAnnotation)?.value;
		if (account === void 0 || account === "") return [];
		return [{
			entry,
			namespace: tokenClaims?.namespace ?? entry.namespace,
			account
		}];
	});
}
/** Where the Secret says whose token it holds. */
const accountAnnotationName = accountAnnotation;
const strongestSecrets = /* @__PURE__ */ new WeakMap();
/**
* The token Secret in reach of whoever reads the Secrets of a scope whose account is worth most.
*
* Only those of some names, where names limit it; `than` is the reader, who gains nothing by a token of its own.
*/
function strongestTokenSecret(context, scope, names, than) {
	const { overall, byNamespace, byName } = strongestSecretsOf(context);
	if (names.length === 0) return strongestOther(scope.kind === "cluster" ? overall : byNamespace.get(scope.namespace), than);
	let strongest;
	for (const powered of names.flatMap((name) => byName.get(name) ?? [])) if ((scope.kind === "cluster" || powered.secret.entry.namespace === scope.namespace) && powered.key !== than && isStronger(powered.power, strongest)) strongest = powered;
	return strongest;
}
function strongestSecretsOf(context) {
	const known = strongestSecrets.get(context.graph);
	if (known !== void 0) return known;
	let overall;
	const byNamespace = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const secret of tokenSecrets(context.graph)) {
		const { namespace, account: name, entry } = secret;
		const power = accountPower(context, namespace, name);
		if (power === void 0) continue;
		const powered = {
			key: userKey(serviceAccountUserName(namespace, name)),
			namespace,
			name,
			power,
			secret
		};
		overall = withContender(overall, powered);
		byNamespace.set(entry.namespace, withContender(byNamespace.get(entry.namespace), powered));
		const secretName = entry.object.meta.name.value;
		const sameName = byName.get(secretName);
		if (sameName === void 0) byName.set(secretName, [powered]);
		else sameName.push(powered);
	}
	const strongest = {
		overall,
		byNamespace,
		byName
	};
	strongestSecrets.set(context.graph, strongest);
	return strongest;
}
function isStronger(power, than) {
	return than === void 0 || power.level < than.power.level;
}
//#endregion
//#region packages/rules/src/additions.ts
/** Writes one more field at the end of a mapping, block or flow. */
function addField(mapping, name, value) {
	if (mapping.kind !== "text") return [];
	const { text } = mapping.source;
	if (text[mapping.start] === "{") return inFlow(mapping.source, mapping.start, mapping.end, name, value);
	if (!/^["']?[\w./-]+["']?[ \t]*:/.test(text.slice(mapping.start, mapping.start + 300))) return [];
	const lineStart = text.lastIndexOf("\n", mapping.start - 1) + 1;
	const field = `${" ".repeat(mapping.start - lineStart)}${name}: ${value}`;
	const ended = text[mapping.end - 1] === "\n";
	const lineEnd = ended ? mapping.end : text.indexOf("\n", mapping.end);
	const at = lineEnd < 0 ? text.length : lineEnd;
	return [{
		origin: {
			...mapping,
			start: at,
			end: at
		},
		replacement: ended ? `${field}\n` : `\n${field}`
	}];
}
function inFlow(source, start, end, name, value) {
	const { text } = source;
	if (text[end - 1] !== "}") return [];
	const before = text.slice(start, end - 1);
	const at = start + before.trimEnd().length;
	const last = text[at - 1];
	if (last !== "{" && /[ \t]#/.test(before.slice(before.lastIndexOf("\n") + 1))) return [];
	const key = /^\{\s*"/.test(before) ? `"${name}"` : name;
	return [{
		origin: {
			kind: "text",
			source,
			start: at,
			end: at
		},
		replacement: `${last === "{" ? "" : last === "," ? " " : ", "}${key}: ${value}`
	}];
}
/** A name as YAML takes it for a string: `on`, `y`, `1e3` and the like in quotes. */
function yamlName(name) {
	return /^[a-z][a-z0-9.-]+$/.test(name) && !/^(?:true|false|yes|no|on|off|null)$/.test(name) ? name : `"${name}"`;
}
/** Gives the field of a scalar another name. */
function renameField(value, from, to) {
	if (value.kind !== "text") return [];
	const before = value.source.text.slice(0, value.start);
	const behind = /["']?[ \t]*:\s*$/.exec(before)?.[0];
	if (behind === void 0) return [];
	const end = value.start - behind.length;
	const start = end - from.length;
	if (before.slice(start, end) !== from || /[\w-]/.test(before[start - 1] ?? "")) return [];
	return [{
		origin: {
			...value,
			start,
			end
		},
		replacement: to
	}];
}
/** Writes one more document at the end of a YAML text. */
function addDocument(beside, lines) {
	if (beside.kind !== "text") return [];
	const { text } = beside.source;
	if (/^\s*[{[]/.test(text) || /^\.\.\./m.test(text)) return [];
	const at = text.length;
	const lineBreak = text.endsWith("\n") ? "" : "\n";
	return [{
		origin: {
			...beside,
			start: at,
			end: at
		},
		replacement: `${lineBreak}---\n${lines.join("\n")}\n`
	}];
}
//#endregion
//#region packages/rules/src/holders.ts
/** `it`, or `them` for a crowd, which "every ServiceAccount" is too. */
function pronounOf({ kind, singular }) {
	return singular && !crowds$1.includes(kind) ? "it" : "them";
}
/** The same where it is the subject of the sentence. */
function subjectPronoun(holder) {
	return pronounOf(holder) === "it" ? "it" : "they";
}
const crowds$1 = [
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts"
];
/** Whether two subjects are the same people: an account written twice, or the user and the group without credentials. */
function isSameHolder(one, other) {
	return one.key === other.key || one.kind === "anonymous" && other.kind === "anonymous";
}
const openShiftLogins = `${authenticatedGroup}:oauth`;
/**
* Who a binding's subject is; undefined where it can match nobody.
*
* `bindingNamespace` completes a ServiceAccount that names no namespace; `""` for a ClusterRoleBinding.
*/
function holderOf(subject, bindingNamespace) {
	const name = subject.name.value;
	switch (subject.kind) {
		case "User": return holderOfUser(name);
		case "Group": return isOfOneAccount(name) ? void 0 : holderOfGroup(name);
		case "ServiceAccount": {
			const namespace = subject.namespace?.value || bindingNamespace;
			return namespace === "" ? void 0 : serviceAccountHolder(namespace, name);
		}
	}
}
function holderOfUser(user) {
	if (user === "system:anonymous") return {
		...withoutCredentials,
		key: userKey(user),
		identity: `User ${user}`
	};
	const account = parseServiceAccountUserName(user);
	if (account !== void 0) return serviceAccountHolder(account.namespace, account.name);
	const isNode = user.startsWith(nodeUserPrefix);
	return {
		level: isNode ? 3 : 4,
		kind: isNode ? "nodes" : "user",
		name: isNode ? `node ${quotable(user.slice(nodeUserPrefix.length))}` : `User ${quotable(user)}`,
		singular: true,
		adjustments: isNode ? [] : [adjustment.namedUser],
		key: userKey(user),
		identity: `User ${user}`,
		impersonation: `--as=${shellWord(user)}`
	};
}
function holderOfGroup(group) {
	const key = groupKey(group);
	const identity = `Group ${group}`;
	const crowd = {
		singular: true,
		adjustments: [],
		key,
		identity,
		impersonation: `--as=anybody --as-group=${shellWord(group)}`
	};
	if (group === "system:unauthenticated") return {
		...withoutCredentials,
		key,
		identity
	};
	if (group === "system:authenticated" || group === openShiftLogins) {
		const name = group === "system:authenticated" ? "every authenticated user" : "everybody who logged in";
		return {
			...crowd,
			level: 1,
			kind: "authenticated",
			name
		};
	}
	if (group === "system:serviceaccounts") return {
		...crowd,
		level: 2,
		kind: "all-service-accounts",
		name: "every ServiceAccount"
	};
	const namespace = namespaceOfServiceAccountsGroup(group);
	if (namespace !== void 0) {
		const name = `every ServiceAccount of ${quotable(namespace)}`;
		return {
			...crowd,
			level: 2,
			kind: "namespace-service-accounts",
			name
		};
	}
	if (group === "system:nodes") return {
		...crowd,
		level: 3,
		kind: "nodes",
		name: "every node"
	};
	if (group === "system:masters") {
		const name = "the superusers' group";
		return {
			...crowd,
			level: 4,
			kind: "masters",
			name,
			adjustments: [adjustment.irrevocable]
		};
	}
	return {
		...crowd,
		level: 4,
		kind: "group",
		name: `Group ${quotable(group)}`
	};
}
function serviceAccountHolder(namespace, name) {
	const user = serviceAccountUserName(namespace, name);
	return {
		level: name === "default" ? 2 : 3,
		kind: "service-account",
		name: `ServiceAccount ${namespacedName(namespace, name)}`,
		singular: true,
		adjustments: [],
		key: userKey(user),
		identity: `ServiceAccount ${namespace}/${name}`,
		impersonation: `--as=${shellWord(serviceAccountUserName(namespaceToType(namespace), name))}`
	};
}
const withoutCredentials = {
	level: 0,
	kind: "anonymous",
	name: "requests without credentials",
	singular: false,
	adjustments: [],
	impersonation: `--as=${anonymousUser}`
};
/** `system:serviceaccounts:ns:name` looks like a group of one account, and no account is in it. */
function isOfOneAccount(group) {
	const prefix = namespaceServiceAccountsGroup("");
	return group.startsWith(prefix) && group.includes(":", prefix.length);
}
/** The namespace whose accounts a group stands for. `system:serviceaccounts:ns:name` is no such group: nobody is in it. */
function namespaceOfServiceAccountsGroup(group) {
	const prefix = namespaceServiceAccountsGroup("");
	if (!group.startsWith(prefix)) return void 0;
	const namespace = group.slice(prefix.length);
	return namespace === "" || namespace.includes(":") ? void 0 : namespace;
}
//#endregion
//#region packages/rules/src/bound-holders.ts
/** Few bindings name a crowd: they are looked for once. */
const crowds = [
	"anonymous",
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts",
	"masters"
];
const boundCrowds = /* @__PURE__ */ new WeakMap();
/**
* Every subject of these kinds that a binding of the inputs names, in the order of bindings.
*
* `through` tells bindings that are worth a look; a graph has many, so it should be cheap.
*/
function* boundHolders({ graph }, kinds, through) {
	if (through !== void 0 || !kinds.every((kind) => crowds.includes(kind))) {
		yield* search$1(graph, kinds, through);
		return;
	}
	let found = boundCrowds.get(graph);
	if (found === void 0) {
		found = [...search$1(graph, crowds)];
		boundCrowds.set(graph, found);
	}
	for (const bound of found) if (kinds.includes(bound.holder.kind)) yield bound;
}
function* search$1(graph, kinds, through) {
	for (const binding of graph.bindings) {
		const { object, namespace } = binding.entry;
		if (object.origin.kind === "built-in" || through?.(binding) === false) continue;
		const seen = object.subjects.length > 1 ? /* @__PURE__ */ new Set() : void 0;
		for (const subject of object.subjects) {
			if (subject.kind === "ServiceAccount" && !kinds.includes("service-account")) continue;
			const holder = holderOf(subject, namespace);
			if (holder === void 0 || !kinds.includes(holder.kind) || seen?.has(holder.key) === true) continue;
			seen?.add(holder.key);
			yield {
				binding,
				subject,
				holder,
				grants: () => writtenGrants(graph, binding, subject)
			};
		}
	}
}
function writtenGrants(graph, binding, subject) {
	return [...graph.grantsThrough(binding, subject)].filter(({ shipped }) => !shipped);
}
//#endregion
//#region packages/rules/src/memberships.ts
const userPrefix = userKey("");
const groupPrefix = groupKey("");
const accountsOfNamespace = namespaceServiceAccountsGroup("");
/** Keys of the groups that whoever has this key is in without anybody saying so; what is bound there it holds too. */
function membershipsOf(key) {
	return key.startsWith(groupPrefix) ? widerGroups(key.slice(groupPrefix.length)) : groupsOfUser(key.slice(userPrefix.length));
}
/** Authentication adds them (pkg/serviceaccount/util.go: UserInfo; pkg/authentication/group). */
function groupsOfUser(user) {
	if (user === "system:anonymous") return [groupKey(unauthenticatedGroup)];
	const account = parseServiceAccountUserName(user);
	if (account !== void 0) return [
		serviceAccountsGroup,
		namespaceServiceAccountsGroup(account.namespace),
		authenticatedGroup
	].map(groupKey);
	return (user.startsWith("system:node:") ? [nodesGroup, authenticatedGroup] : [authenticatedGroup]).map(groupKey);
}
/** Groups that hold every member of this one. */
function widerGroups(group) {
	if (group === "system:authenticated") return [];
	if (group === "system:unauthenticated") return [userKey(anonymousUser)];
	return (group.startsWith(accountsOfNamespace) ? [serviceAccountsGroup, authenticatedGroup] : [authenticatedGroup]).map(groupKey);
}
//#endregion
//#region packages/rules/src/checks.ts
/**
* A command that confirms, on a running cluster and as somebody who may impersonate, that a holder has a power: each of
* its parts, since one alone is none.
*/
function checkCommand(holder, power) {
	return power.witnesses.map((witness) => witnessCommand(holder, power, witness)).join(" && ");
}
function witnessCommand(holder, { scope }, { ask, grant, resource, names }) {
	if (grant.rule.nonResourceURLs.length > 0) return pathCommand(holder, grant.rule, resource?.value ?? "*");
	const [name] = names;
	return holder.kind === "anonymous" && isListed(ask, name) && isServed$1(ask) ? readCommand(ask, scope, name, holder) : confirmCommand(holder, ask, scope, name);
}
/** What `kubectl get` asks: one object where it is named, else a list. */
function isListed({ verb, resource, subresource }, name) {
	return subresource === "" && resource !== "*" && verb === (name === void 0 ? "list" : "get");
}
/** What a path answers says nothing where it may not exist: behind a wildcard the API server itself is asked. */
function pathCommand(holder, { verbs }, written) {
	const verb = verbMatches(verbs, "get") ? "get" : verbs[0]?.value ?? "get";
	const path = /^\/?\*+$/.test(written) ? "/metrics" : written;
	if (holder.kind !== "anonymous") return `kubectl auth can-i ${verb} ${shellWord(path)} ${holder.impersonation}`;
	if (verb === "get" && !path.endsWith("*")) return `kubectl get --raw ${shellWord(path)} ${holder.impersonation}`;
	return review(holder, { nonResourceAttributes: {
		verb,
		path
	} });
}
/** Asks whether a holder may, with the command that can tell. */
function confirmCommand(holder, ask, scope, name) {
	return holder.kind === "anonymous" || !isServed$1(ask) ? reviewCommand(holder, ask, scope, name) : canI$1(holder, ask, scope, name);
}
/**
* Whether kubectl finds the resource in every cluster. What it does not find (`signers`, `*` of one group, a custom
* resource that is not installed) it asks for under the whole word, `signers.certificates.k8s.io`, in the core group.
*/
function isServed$1({ apiGroup, resource }) {
	if (apiGroup === "" || apiGroup === "*") return true;
	return servedEverywhere[apiGroup]?.includes(resource) === true;
}
const servedEverywhere = {
	"admissionregistration.k8s.io": ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
	"apiregistration.k8s.io": ["apiservices"],
	apps: [
		"daemonsets",
		"deployments",
		"replicasets",
		"statefulsets"
	],
	batch: ["cronjobs", "jobs"],
	"certificates.k8s.io": ["certificatesigningrequests"],
	"networking.k8s.io": ["ingresses", "networkpolicies"],
	"rbac.authorization.k8s.io": [
		"clusterrolebindings",
		"clusterroles",
		"rolebindings",
		"roles"
	]
};
/** Asks the API server in the holder's place. */
function canI$1(holder, ask, scope, name) {
	const words = [
		"kubectl auth can-i",
		shellWord(ask.verb),
		shellWord(resourceWord(ask, name))
	];
	if (ask.subresource !== "") words.push(`--subresource=${shellWord(ask.subresource)}`);
	return [
		...words,
		...namespaceWords(scope),
		holder.impersonation
	].join(" ");
}
/** How a client that is no pod gets a token that expires. */
function createTokenCommand(namespace, account) {
	const scope = {
		kind: "namespace",
		namespace
	};
	return [
		"kubectl create token",
		shellWord(account),
		...namespaceWords(scope),
		"--duration=1h"
	].join(" ");
}
function readCommand(ask, scope, name, holder) {
	const where = scope.kind === "cluster" && name === void 0 ? ["-A"] : namespaceWords(scope).filter((word) => word !== "-A");
	return [
		"kubectl get",
		shellWord(resourceWord(ask, name)),
		...where,
		"-o name",
		holder.impersonation
	].join(" ");
}
/** A review that an administrator creates about somebody else. */
function reviewCommand(holder, ask, scope, name) {
	const { verb, apiGroup, resource, subresource } = ask;
	return review(holder, { resourceAttributes: {
		verb,
		group: apiGroup,
		resource,
		subresource,
		namespace: scope.kind === "cluster" ? "" : namespaceToType(scope.namespace),
		name: name ?? ""
	} });
}
function review(holder, attributes) {
	const asked = {
		apiVersion: "authorization.k8s.io/v1",
		kind: "SubjectAccessReview",
		spec: {
			...reviewedIdentity(holder),
			...attributes
		}
	};
	return `echo ${shellWord(JSON.stringify(asked))} | kubectl create -o jsonpath={.status.allowed} -f -`;
}
function reviewedIdentity({ key, kind }) {
	if (kind === "anonymous") return {
		user: anonymousIdentity.user,
		groups: anonymousIdentity.groups
	};
	const asked = key.replace(appliedNamespace, namespaceToType(appliedNamespace));
	const groups = membershipsOf(asked).map((group) => group.slice(groupKey("").length));
	return asked.startsWith(userKey("")) ? {
		user: asked.slice(userKey("").length),
		groups
	} : { groups: [asked.slice(groupKey("").length), ...groups] };
}
function resourceWord({ apiGroup, resource }, name) {
	const full = apiGroup === "" || apiGroup === "*" ? resource : `${resource}.${apiGroup}`;
	return name === void 0 ? full : `${full}/${name}`;
}
function namespaceWords(scope) {
	if (scope.kind === "cluster") return ["-A"];
	return ["-n", shellWord(namespaceToType(scope.namespace))];
}
//#endregion
//#region packages/rules/src/edits.ts
/** Takes an item out of a list, block or flow; none where that would need more than cutting. */
function removeListItem(origin) {
	if (origin.kind !== "text") return [];
	const { text } = origin.source;
	const cut = blockItem(text, origin) ?? flowItem(text, origin);
	return cut === void 0 ? [] : [{
		origin: {
			...origin,
			start: cut.start,
			end: cut.end
		},
		replacement: ""
	}];
}
/** Takes a whole object out of its file: a document, or an item of a List. */
function removeObject(origin) {
	if (origin.kind !== "text") return [];
	const asItem = removeListItem(origin);
	if (asItem.length > 0) return asItem;
	const { text } = origin.source;
	if (!/^[ \t]*(?:---)?[ \t]*$/.test(lineHead(text, origin.start)) || !endsLine(text, origin.end)) return [];
	return [{
		origin: {
			...origin,
			end: endOfLine(text, origin.end)
		},
		replacement: ""
	}];
}
/** Takes out a comment: its line where it has one of its own, else what is left of the line after the words. */
function removeComment(origin) {
	if (origin.kind !== "text") return [];
	const { text } = origin.source;
	let start = origin.start;
	while (start > 0 && " 	".includes(text.charAt(start - 1))) start--;
	const isAlone = start === 0 || text.charAt(start - 1) === "\n";
	return [{
		origin: {
			...origin,
			start,
			end: isAlone ? endOfLine(text, origin.end) : origin.end
		},
		replacement: ""
	}];
}
/** Takes out the line of `key: value`, where both are alone on it; none where they are not. */
function removeEntry(value) {
	if (value.kind !== "text") return [];
	const { source, start, end } = value;
	const lineStart = startOfLine(source.text, start);
	if (!/^[ \t]*(?:[\w./-]+|"[\w./-]+"|'[\w./-]+')[ \t]*:[ \t]+$/.test(source.text.slice(lineStart, start)) || source.text.slice(start, end).includes("\n") || !endsLine(source.text, end)) return [];
	return [{
		origin: {
			...value,
			start: lineStart,
			end: endOfLine(source.text, end)
		},
		replacement: ""
	}];
}
/** Puts another scalar in place of one that is written plainly. */
function replaceScalar(origin, from, to) {
	if (origin.kind !== "text") return [];
	const { source, start, end } = origin;
	const written = source.text.slice(start, end);
	if (written === from) return [{
		origin,
		replacement: to
	}];
	if (written === `"${from}"` || written === `'${from}'`) return [{
		origin,
		replacement: `${written.charAt(0)}${to}${written.charAt(0)}`
	}];
	return [];
}
/** The lines of `- …`, if the item is alone on them. */
function blockItem(text, { start, end }) {
	if (!/^[ \t]*-[ \t]+$/.test(lineHead(text, start)) || !endsLine(text, end)) return void 0;
	return {
		start: startOfLine(text, start),
		end: endOfLine(text, end)
	};
}
/** The item and one comma beside it. */
function flowItem(text, { start, end }) {
	const before = /([[,])\s*$/.exec(text.slice(Math.max(0, start - longestGap), start))?.[1];
	const after = /^\s*([\],])/.exec(text.slice(end, end + longestGap));
	if (before === void 0 || after === null) return void 0;
	if (after[1] === ",") {
		const spaces = /^\s*/.exec(text.slice(end + after[0].length, end + after[0].length + longestGap))?.[0].length ?? 0;
		return {
			start,
			end: end + after[0].length + spaces
		};
	}
	if (before === ",") return {
		start: text.lastIndexOf(",", start - 1),
		end
	};
	return {
		start,
		end
	};
}
/** Between an item and its comma, comments apart. */
const longestGap = 256;
function startOfLine(text, offset) {
	return text.lastIndexOf("\n", offset - 1) + 1;
}
/** After the line break, or the end of the text. */
function endOfLine(text, offset) {
	const at = text.indexOf("\n", offset);
	return at < 0 ? text.length : at + 1;
}
/** What stands before on the line: of a line that may be a whole dump, no more than an item may have before it. */
function lineHead(text, offset) {
	let start = offset;
	while (start > 0 && headCharacters.includes(text.charAt(start - 1))) start--;
	return start === 0 || text.charAt(start - 1) === "\n" ? text.slice(start, offset) : "?";
}
const headCharacters = " 	-";
/** Whether nothing but a comment follows on the line. */
function endsLine(text, offset) {
	let at = offset;
	while (at < text.length && " 	\r".includes(text.charAt(at))) at++;
	return at === text.length || text.charAt(at) === "\n" || text.charAt(at) === "#";
}
/** Puts the other truth value into `--flag=true`, `--flag` or `key: true`. */
function replaceBoolean(origin, to) {
	if (origin.kind !== "text") return [];
	const { source, start, end } = origin;
	const written = source.text.slice(start, end);
	const found = /^(--[\w-]+)(?:=(?:1|t|T|TRUE|true|True))?$/.exec(written);
	if (found !== null) return [{
		origin,
		replacement: `${found[1]}=${to}`
	}];
	return written === "true" ? [{
		origin,
		replacement: String(to)
	}] : [];
}
/** Edits that leave each other alone; none where one cannot be made or two would meet. */
function allOrNone(edits) {
	if (edits.some((some) => some.length === 0)) return [];
	const all = edits.flat();
	return all.some(({ origin: one }, index) => all.slice(index + 1).some(({ origin: other }) => {
		if (one.kind !== "text" || other.kind !== "text" || one.source !== other.source) return false;
		return one.start < other.end && other.start < one.end;
	})) ? [] : all;
}
/** Puts a flow mapping in place of an item of a list, which fits into block and flow style alike. */
function replaceItem(origin, entries) {
	if (removeListItem(origin).length === 0 || origin.kind !== "text") return [];
	const isJson = /^\{\s*"/.test(origin.source.text.slice(origin.start, origin.end));
	const word = (text) => isJson ? JSON.stringify(text) : text;
	return [{
		origin,
		replacement: `{ ${Object.entries(entries).map(([key, value]) => `${word(key)}: ${word(value)}`).join(", ")} }`
	}];
}
//#endregion
//#region packages/rules/src/hops.ts
/** `legacy/secret.yaml:5`, `built in: default policy of v1.37`. */
function whereOf(origin) {
	switch (origin.kind) {
		case "text": return `${origin.source.path}:${positionAt(origin.source, origin.start).line}`;
		case "built-in": return `built in: ${origin.of}`;
	}
}
function hop(origin, label, step) {
	return {
		origin,
		label: fitLabel(label),
		step
	};
}
/** The subject in its binding, where somebody who takes the grant away would edit. */
function subjectHop(holder, subject, step) {
	return hop(subjectOrigin(subject), subjectLabel(holder, subject), step);
}
/** The name; of a ServiceAccount up to its namespace, where both stand on one line. */
function subjectOrigin(subject) {
	const { origin } = subject.name;
	const namespace = subject.kind === "ServiceAccount" ? subject.namespace?.origin : void 0;
	if (origin.kind !== "text" || namespace?.kind !== "text" || namespace.start < origin.end) return origin;
	return origin.source.text.slice(origin.end, namespace.end).includes("\n") ? origin : {
		...origin,
		end: namespace.end
	};
}
function subjectLabel(holder, subject) {
	switch (holder.kind) {
		case "anonymous": return subject.kind === "Group" ? "all of them are in this group" : "all of them are this user";
		case "authenticated": return subject.name.value === "system:authenticated" ? "everybody who presents any credential is in this group" : "everybody who logs in through OpenShift is in it";
		case "all-service-accounts": return "every account of every namespace is in this group";
		case "namespace-service-accounts": return "every account of that namespace is in this group";
		case "service-account": return holder.level === 2 ? "every pod that names no account is this one" : "bound";
		case "nodes":
		case "masters":
		case "user":
		case "group": return "bound";
	}
}
function roleRefHop(binding, step) {
	return hop(binding.entry.object.roleRef.name.origin, `grants this role ${reachOf$2(binding.scope)}`, step);
}
/**
* The words of the role that give a power: one hop for each part, with a remark on its verbs; before them the binding,
* if it is another than the one that is told.
*/
function powerHops(power, firstStep, through) {
	let step = firstStep;
	return power.witnesses.flatMap((witness) => {
		const { binding } = witness.grant;
		return [...through !== void 0 && binding !== through && binding.entry.object.origin.kind !== "built-in" ? [roleRefHop(binding, step++)] : [], ...witnessHops(power, witness, step++)];
	});
}
function witnessHops(power, witness, step) {
	const { grant, resource, verbs } = witness;
	const verbOrigin = spanOf(verbs);
	const reach = resourceLabel(power, witness);
	if (grant.rule.origin.kind === "built-in") {
		const role = grant.role.entry.object;
		return [hop(grant.rule.origin, `${role.kind} ${quotable(role.meta.name.value)}: ${reach}`, step)];
	}
	const atResource = hop(resource?.origin ?? grant.rule.origin, reach, step);
	return verbOrigin === void 0 ? [atResource] : [atResource, hop(verbOrigin, verbLabel$1(power, verbs))];
}
function resourceLabel(power, { reach, grant }) {
	if (power.id === "read-secrets" && power.names.length > 0) return "only Secrets of these names";
	return grant.rule.resourceNames.length === 0 || power.names.length === 0 ? reach : `${reach}, by name`;
}
function verbLabel$1(power, verbs) {
	const consequence = power.id === "read-secrets" ? "returns the contents" : "is enough";
	if (verbs.some(({ value }) => value === "*")) return "every verb";
	if (power.id === "read" || power.id === "write" || power.id === "discovery") return "with these verbs";
	if (verbs.length === 1) return `this verb ${consequence}`;
	return verbs.length === 2 ? `either verb ${consequence}` : `any of these verbs ${consequence}`;
}
/** From the first to the last of them, where they stand in one text. */
function spanOf(words) {
	const first = words[0]?.origin;
	const last = words.at(-1)?.origin;
	if (first?.kind !== "text" || last?.kind !== "text") return void 0;
	const oneLine = !first.source.text.slice(first.start, last.end).includes("\n");
	return first.source === last.source && oneLine ? {
		...first,
		end: last.end
	} : first;
}
//#endregion
//#region packages/rules/src/stand-together.ts
/**
* Whether two objects look as if one person wrote them together: files of one folder, or of a folder and one below it.
* What Kubernetes itself creates stands beside everything.
*/
function standTogether(one, other) {
	if (one === void 0 || other === void 0) return true;
	const here = folderOf$2(one);
	const there = folderOf$2(other);
	return here.startsWith(there) || there.startsWith(here);
}
/** With the slash at its end. The top is a folder like others: what lies there is beside nothing below. */
function folderOf$2(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "/" : path.slice(0, slash + 1);
}
//#endregion
//#region packages/rules/src/grant-certainty.ts
/** Whether something is asked before RBAC, and whether the binding's role is the one that the inputs hold. */
function certaintyOf(graph, binding) {
	const webhook = webhookBeforeRbac(graph);
	const apart = isBuiltApartFromItsRole(graph, binding);
	const notes = [];
	if (webhook !== void 0) notes.push({
		kind: "note",
		text: `a webhook is asked before RBAC and may deny it (${whereOf(webhook)})`
	});
	if (apart) notes.push({
		kind: "note",
		text: "joined by name only: no kustomization builds the role with the binding"
	});
	return {
		confidence: weakerConfidence(webhook === void 0 ? "certain" : "possible", apart ? "possible" : "certain"),
		assumedHops: apart ? 1 : 0,
		notes
	};
}
/** Where every server that asks RBAC asks a webhook first: what that one denies, RBAC cannot allow. */
function webhookBeforeRbac({ apiServers }) {
	let first;
	for (const { authorization } of apiServers) {
		const asked = askedFirst(authorization);
		if (asked === "rbac") return void 0;
		if (asked !== void 0) first ??= asked;
	}
	return first;
}
function askedFirst({ value }) {
	if (!value.known) return "rbac";
	const rbac = value.modes.findIndex((mode) => mode.value === "RBAC");
	if (rbac < 0) return void 0;
	return value.modes.slice(0, rbac).find((mode) => mode.value === "Webhook")?.origin ?? "rbac";
}
/**
* A binding or its role that some kustomization builds, and none builds both: two applications may well have a role of
* one name (`manager-role`), and what is not among the inputs is the binding's own.
*/
function isBuiltApartFromItsRole(graph, { entry, resolution }) {
	const { kustomizations } = graph.inventory;
	if (kustomizations.length === 0 || resolution.outcome !== "found" || entry.path === void 0) return false;
	const roleAt = resolution.role.entry.path;
	if (roleAt === void 0 || folderOf$1(roleAt) === folderOf$1(entry.path)) return false;
	const ofBinding = buildersOfFile(graph, entry.path);
	const ofRole = buildersOfFile(graph, roleAt);
	if (ofBinding.length === 0 && (ofRole.length === 0 || standTogether(roleAt, entry.path))) return false;
	return !ofBinding.some((one) => ofRole.includes(one));
}
/** A folder that is named, and whose kustomization is not among the inputs, stands for all that lies below it. */
function buildersOfFile(graph, path) {
	const builders = buildersOf(graph);
	const found = [...builders.get(path) ?? []];
	for (let folder = folderOf$1(path); folder !== ""; folder = folderOf$1(folder)) found.push(...builders.get(folder) ?? []);
	return found;
}
function folderOf$1(path) {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
const knownBuilders = /* @__PURE__ */ new WeakMap();
/** For each file, and folder without a kustomization of its own, the kustomizations that build it, through others too. */
function buildersOf(graph) {
	const known = knownBuilders.get(graph);
	if (known !== void 0) return known;
	const { kustomizations } = graph.inventory;
	const byFolder = new Map(kustomizations.map((one) => [one.folder, one]));
	const builders = /* @__PURE__ */ new Map();
	for (const kustomization of kustomizations) for (const file of filesOf(kustomization, byFolder)) {
		const already = builders.get(file);
		if (already === void 0) builders.set(file, new Set([kustomization]));
		else already.add(kustomization);
	}
	knownBuilders.set(graph, builders);
	return builders;
}
/** Everything that a kustomization builds from, through those it names. */
function filesOf(kustomization, byFolder) {
	const files = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const open = [kustomization];
	for (let at = open.pop(); at !== void 0; at = open.pop()) for (const resource of at.resources) {
		if (seen.has(resource)) continue;
		seen.add(resource);
		const next = byFolder.get(resource);
		if (next === void 0) files.add(resource);
		else open.push(next);
	}
	return files;
}
//#endregion
//#region packages/rules/src/anonymous.ts
/** Of several API servers the one that lets in most. */
function anonymousReach({ apiServers }) {
	return apiServers.map(reachOf$1).sort((a, b) => rank[a.reach] - rank[b.reach])[0] ?? {
		reach: "nothing",
		paths: [],
		hop: hop({
			kind: "built-in",
			of: "no API server"
		}, "no request is accepted"),
		confidence: "possible",
		assumed: true
	};
}
const rank = {
	"all-paths": 0,
	"some-paths": 1,
	unknown: 2,
	nothing: 3
};
function reachOf$1({ anonymous, assumed }) {
	const { value, origin } = anonymous;
	const confidence = assumed ? "likely" : "certain";
	switch (value.access) {
		case "all-paths": return {
			reach: "all-paths",
			paths: [],
			hop: hop(origin, assumed ? "such requests are accepted by default" : "such requests are accepted, on all paths", 1),
			confidence,
			assumed
		};
		case "some-paths": return {
			reach: "some-paths",
			paths: value.paths.map((path) => path.value),
			hop: hop(value.paths[0]?.origin ?? origin, "such requests are accepted on these paths", 1),
			confidence,
			assumed
		};
		case "off": return {
			reach: "nothing",
			paths: [],
			hop: hop(origin, "such requests are refused today", 1),
			confidence,
			assumed
		};
		case "unknown": return {
			reach: "unknown",
			paths: [],
			hop: hop(origin, "accepted, unless this says otherwise", 1),
			confidence: "likely",
			assumed: true
		};
	}
}
/**
* What grants give to requests that get in on these paths only: each rule cut down to what the paths can ask of it,
* without what Kubernetes gives such requests by itself (`system:public-info-viewer`).
*/
function grantsOnPaths(graph, grants, paths) {
	const shipped = identityKeys(anonymousIdentity).flatMap((key) => [...graph.grantsOf(key)].filter((grant) => grant.shipped).map(({ rule }) => rule));
	const reached = paths.map((path) => {
		return {
			path,
			requests: requestsFor(path).filter(({ attributes }) => !shipped.some((rule) => ruleAllows(rule, {
				...attributes,
				verb: "get"
			})))
		};
	});
	return grants.flatMap((grant) => {
		const onPaths = pathsOf(grant, reached);
		return [...onPaths === void 0 ? [] : [onPaths], ...reached.flatMap((one) => objectsOf(grant, one))];
	});
}
/** The grant of those paths that are no resource. */
function pathsOf(grant, reached) {
	const nonResourceURLs = reached.flatMap(({ path, requests }) => {
		const asked = requests.some(({ attributes }) => attributes.kind === "non-resource" && ruleAllows(grant.rule, attributes));
		const written = grant.rule.nonResourceURLs.find((one) => nonResourceUrlMatches([one], path));
		return asked && written !== void 0 ? [located(path, written.origin)] : [];
	});
	return nonResourceURLs.length === 0 ? void 0 : {
		...grant,
		rule: {
			...grant.rule,
			nonResourceURLs
		}
	};
}
/** The grant of the objects that one path is about, such as `/api/v1/secrets`. */
function objectsOf(grant, { requests }) {
	const { rule, scope } = grant;
	const usable = requests.flatMap(({ attributes, anyName }) => {
		if (attributes.kind === "non-resource" || attributes.verb === "") return [];
		const name = anyName ? rule.resourceNames[0]?.value ?? "" : attributes.name;
		return ruleAllows(rule, {
			...attributes,
			name
		}) ? [attributes] : [];
	});
	const [first] = usable;
	if (first === void 0 || scope.kind === "namespace" && scope.namespace !== first.namespace) return [];
	const { namespace, resource, subresource, apiGroup, name } = first;
	const written = rule.resources.filter((one) => resourceMatches([one], resource, subresource));
	const at = (list, value) => located(value, list[0]?.origin ?? rule.origin);
	const narrowed = {
		...rule,
		verbs: usable.flatMap(({ verb }) => rule.verbs.filter((one) => verbMatches([one], verb)).map((one) => at([one], verb))),
		apiGroups: [at(rule.apiGroups, apiGroup)],
		resources: [at(written, subresource === "" ? resource : `${resource}/${subresource}`)],
		resourceNames: name === "" ? rule.resourceNames : [at(rule.resourceNames, name)]
	};
	return [{
		...grant,
		scope: namespace === "" ? scope : {
			kind: "namespace",
			namespace
		},
		rule: narrowed
	}];
}
/** Whether RBAC is asked at all; where nothing describes the API server it is. */
function rbacIsAsked({ apiServers }) {
	return apiServers.some(({ authorization: { value } }) => !value.known || value.modes.some((mode) => mode.value === "RBAC"));
}
//#endregion
//#region packages/rules/src/wildcard-powers.ts
/** Whether `*` for resources is what gives a power. */
function isByWildcard({ witnesses }) {
	return witnesses.every(({ resource }) => resource?.value === "*");
}
/** Whether a rule says `*` where something could be listed: for verbs of named resources, or for paths. */
function hasWildcard(rule) {
	return rule.nonResourceURLs.some(isEveryPath) || saysEveryVerb(rule) && rule.resources.every(isNamed);
}
/**
* What `*` gives beside the powers of the catalogue: every verb on named kinds, every path that is no resource.
*
* `powers`: those of the same grants.
*/
function wildcardPowers(context, grants, powers) {
	return grants.filter(({ rule }) => hasWildcard(rule)).flatMap((grant) => grant.rule.nonResourceURLs.length > 0 ? everyPath(grant, context.minor) : everyVerb(context, grant, powers));
}
function everyPath(grant, minor) {
	const power = otherPower(grant, minor);
	return power === void 0 ? [] : [{
		...power,
		id: "every-path"
	}];
}
/**
* Every verb on kinds that Kubernetes itself serves. Worth the strongest power that those verbs give; where they give
* none, changing a kind as one likes, which its list of verbs would say as well.
*
* Of custom kinds it is what their controller needs, whatever verbs there are.
*/
function everyVerb(context, grant, powers) {
	const written = otherPower(grant, context.minor);
	if (written?.id !== "write") return [];
	const strongest = powers.find((power) => power.id !== "write" && isByEveryVerbOf(power, grant.rule));
	if (strongest === void 0 && !coversServedKind(grant.rule, context.resources)) return [];
	const level = strongest?.sureLevel ?? 5;
	const and = strongest === void 0 || isSaidByKind(strongest) ? "" : `, and so ${strongest.phrase}`;
	return [{
		...written,
		id: "every-verb",
		level,
		sureLevel: level,
		phrase: written.phrase + and,
		names: strongest?.names ?? written.names
	}];
}
/** `do everything with secrets` says by itself that they can be read. */
function isSaidByKind({ id, names }) {
	return names.length > 0 || saidByKind.includes(id);
}
const saidByKind = [
	"read-secrets",
	"write-secrets",
	"read-logs",
	"write-nodes",
	"write-crds",
	"write-admission-policies"
];
function isByEveryVerbOf({ witnesses }, rule) {
	return witnesses.some(({ grant, resource, verbs }) => {
		return grant.rule === rule && resource?.value !== "*" && verbs.some(({ value }) => value === "*");
	});
}
/** Kinds that can only be asked questions (reviews) have one verb: `*` adds none. */
function coversServedKind({ apiGroups, resources }, served) {
	return served.some(({ group, resource, verbs, subresources }) => verbs.length > 1 && apiGroups.some(({ value }) => value === group || value === "*") && (resourceMatches(resources, resource, "") || [...subresources.keys()].some((subresource) => resourceMatches(resources, resource, subresource))));
}
function saysEveryVerb({ verbs }) {
	return verbs.some(({ value }) => value === "*");
}
function isNamed({ value }) {
	return value !== "*";
}
function isEveryPath({ value }) {
	return /^\/?\*+$/.test(value);
}
/**
* How a power by `*` for resources reads, the longest first: `read all resources in the cluster, Secrets included`.
*/
function allResourcesWords(power) {
	if (power.id === "every-path") return [power.phrase];
	const { rule, scope } = power.witnesses[0].grant;
	const what = `${verbsOf$1(rule)} all resources${groupsOf(rule)}${namesOf$3(power)}`;
	const where = `${what} ${inScope(scope)}`;
	if (power.names.length > 0) return [where];
	if (power.id === "read-secrets") return [`${where}, Secrets included`];
	return [
		`${where}, and so ${power.phrase}`,
		`${what}, and so ${power.phrase}`,
		where
	];
}
function verbsOf$1({ verbs }) {
	const values = verbs.map(({ value }) => value);
	if (values.includes("*")) return "do everything with";
	if (values.every((value) => readVerbs.includes(value))) return "read";
	return listed(values.map(quotable), 2);
}
const readVerbs = [
	"get",
	"list",
	"watch"
];
function groupsOf({ apiGroups }) {
	const groups = apiGroups.map(({ value }) => value);
	if (groups.includes("*")) return "";
	return ` of ${listed(groups.map((group) => group === "" ? "the core group" : quotable(group)), 2)}`;
}
function namesOf$3({ names }) {
	return names.length === 0 ? "" : ` named ${listed(names.map(quotable))}`;
}
//#endregion
//#region packages/rules/src/bound-powers.ts
/** Crowds have rules of their own, which say more. */
const holdersWithNames = [
	"service-account",
	"nodes",
	"user",
	"group"
];
const boundPowers = {
	usual: /* @__PURE__ */ new WeakMap(),
	extended: /* @__PURE__ */ new WeakMap()
};
/** Who holds a power through which binding, in the order of bindings. Whoever can do everything there anyway is left out. */
function boundPowersOf(context, id) {
	return allBoundPowers(context, packOf(id)).byPower.get(id) ?? [];
}
function allBoundPowers(context, pack) {
	let known = boundPowers[pack].get(context.graph);
	if (known === void 0) {
		known = findBoundPowers(context, pack);
		boundPowers[pack].set(context.graph, known);
	}
	return known;
}
function findBoundPowers(context, pack) {
	const byPower = /* @__PURE__ */ new Map();
	const byHolder = /* @__PURE__ */ new Map();
	const giving = rolesThatGive(context.minor, pack);
	for (const bound of boundHolders(context, holdersWithNames, giving)) {
		const powers = powersThrough(context, pack, bound);
		if (powers.length === 0 || holdsEverythingAnyway(context.graph, bound)) continue;
		const catalogued = powers.filter(({ id }) => !wildcards.includes(id));
		append$5(byHolder, holderAt(bound, bound.binding.entry.namespace), {
			binding: bound.binding,
			powers: catalogued
		});
		for (const power of powers) append$5(byPower, power.id, {
			bound,
			power
		});
	}
	return {
		byPower,
		byHolder
	};
}
/** They say how a rule is written; what it gives is in the catalogue. */
const wildcards = ["every-verb", "every-path"];
function powersThrough(context, pack, bound) {
	const grants = bound.grants();
	const here = cataloguedPowersOf(grants, context.minor, pack);
	if (pack === "extended") return here;
	const all = [...here, ...powersCompletedElsewhere(context, bound, grants)];
	return [...all, ...wildcardPowers(context, grants, all)];
}
function append$5(lists, key, value) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [value]);
	else list.push(value);
}
function holderAt({ holder }, namespace) {
	return `${holder.key}\0${namespace}`;
}
/**
* The binding by which a holder's powers are told: another one where that gives all that this one gives, in more
* namespaces or in the same. As long as that one stands, taking this one away changes nothing.
*/
function tellingBinding(context, bound) {
	const known = tellingBindings.get(bound);
	if (known !== void 0) return known;
	const found = findTellingBinding(context, bound);
	tellingBindings.set(bound, found);
	return found;
}
const tellingBindings = /* @__PURE__ */ new WeakMap();
function findTellingBinding(context, bound) {
	const { byHolder } = allBoundPowers(context, "usual");
	const { namespace } = bound.binding.entry;
	const clusterWide = byHolder.get(holderAt(bound, "")) ?? [];
	const through = namespace === "" ? clusterWide : [...clusterWide, ...byHolder.get(holderAt(bound, namespace)) ?? []];
	let telling = through.findIndex(({ binding }) => binding === bound.binding);
	for (const index of through.keys()) if (tellsInstead(through, index, telling)) telling = index;
	return through[telling]?.binding ?? bound.binding;
}
/** Whether one binding gives all that another one gives; of two that give the same, the first one tells. */
function tellsInstead(through, index, ofIndex) {
	const [one, other] = [through[index], through[ofIndex]];
	if (one === void 0 || other === void 0 || one === other || other.powers.length === 0) return false;
	return includesAll(one, other) && (index < ofIndex || !includesAll(other, one));
}
function includesAll({ powers }, other) {
	return other.powers.every((power) => powers.some((one) => includesPower(one, power)));
}
function includesPower(power, other) {
	if (power.id !== other.id) return false;
	if (power.scope.kind === "namespace" && other.scope.kind === "cluster") return false;
	return power.names.length === 0 || other.names.every((name) => power.names.includes(name));
}
/** Bindings whose role gives some part of a power, or `*`: few roles have many bindings. */
function rolesThatGive(minor, pack) {
	const known = /* @__PURE__ */ new Map();
	const gives = (role) => {
		let does = known.get(role);
		if (does === void 0) {
			does = role.rules.some((rule) => powersTouchedBy(rule, minor, pack).length > 0 || hasWildcard(rule));
			known.set(role, does);
		}
		return does;
	};
	return (binding) => rolesOf(binding).some(gives);
}
/**
* Powers of which this binding gives the deciding part, and another binding of the holder, or of a group it is in, the
* rest: `bind` here and writing bindings there.
*/
function powersCompletedElsewhere({ graph, minor }, { binding, holder }, here) {
	const parts = here.filter(({ rule }) => givesPart(rule, minor));
	if (parts.length === 0 || parts.some(({ rule }) => givesEverything(rule))) return [];
	const others = (key) => partsElsewhere(graph, key, binding, minor);
	const own = others(holder.key);
	const ofGroups = membershipsOf(holder.key).flatMap(others);
	if (own.length + ofGroups.length === 0) return [];
	const isOwn = new Set([...parts, ...own]);
	return cataloguedPowersOf([
		...parts,
		...own,
		...ofGroups
	], minor).filter(({ witnesses }) => {
		return witnesses.find(({ grant }) => isOwn.has(grant))?.grant.binding === binding && witnesses.some(({ grant }) => grant.binding !== binding);
	});
}
const partsOfSubjects = /* @__PURE__ */ new WeakMap();
/** Only what holds where the binding does: a subject may have thousands of bindings, each in a namespace of its own. */
function partsElsewhere(graph, key, binding, minor) {
	const known = partsOfSubjects.get(graph) ?? /* @__PURE__ */ new Map();
	partsOfSubjects.set(graph, known);
	const parts = known.get(key) ?? partsOf$1(graph, key, minor);
	known.set(key, parts);
	const { namespace } = binding.entry;
	return (namespace === "" ? [...parts.values()].flat() : [...at(parts, ""), ...at(parts, namespace)]).filter((grant) => grant.binding !== binding);
}
function at(parts, namespace) {
	return parts.get(namespace) ?? [];
}
/** Of bindings that give the same rule in one place the first counts. */
function partsOf$1(graph, key, minor) {
	const parts = /* @__PURE__ */ new Map();
	for (const grant of graph.grantsOf(key, (rule) => givesPart(rule, minor))) {
		if (grant.shipped) continue;
		const { namespace } = grant.binding.entry;
		const here = parts.get(namespace) ?? /* @__PURE__ */ new Map();
		parts.set(namespace, here);
		const rule = ruleKey(grant.rule);
		if (!here.has(rule)) here.set(rule, grant);
	}
	return new Map([...parts].map(([namespace, grants]) => [namespace, [...grants.values()]]));
}
const everythingAt = /* @__PURE__ */ new WeakMap();
/** Through another binding, its own or one of a group it is in. */
function holdsEverythingAnyway(graph, { binding, holder }) {
	const known = everythingAt.get(graph) ?? /* @__PURE__ */ new Map();
	everythingAt.set(graph, known);
	const { namespace } = binding.entry;
	return [holder.key, ...membershipsOf(holder.key)].some((key) => {
		const at = known.get(key) ?? bindingsOfEverything(graph, key);
		known.set(key, at);
		return at.has("") || at.has(namespace);
	});
}
/** Namespaces, `""` for all of them, in which a subject can do everything. */
function bindingsOfEverything(graph, key) {
	const at = /* @__PURE__ */ new Set();
	for (const { scope } of graph.grantsOf(key, givesEverything)) at.add(scope.kind === "cluster" ? "" : scope.namespace);
	return at;
}
const dormantPowers = {
	usual: /* @__PURE__ */ new WeakMap(),
	extended: /* @__PURE__ */ new WeakMap()
};
/** Powers of roles that the inputs define and that no binding and no aggregation uses. */
function dormantPowersOf(context, id) {
	const pack = packOf(id);
	let known = dormantPowers[pack].get(context.graph);
	if (known === void 0) {
		known = findDormantPowers(context, pack);
		dormantPowers[pack].set(context.graph, known);
	}
	return known.get(id) ?? [];
}
function findDormantPowers(context, pack) {
	const found = /* @__PURE__ */ new Map();
	for (const role of unusedRoles(context.graph)) {
		const grants = grantsIfBound(role);
		const powers = cataloguedPowersOf(grants, context.minor, pack);
		const wildcard = pack === "usual" ? wildcardPowers(context, grants, powers) : [];
		for (const power of [...powers, ...wildcard]) append$5(found, power.id, {
			role,
			power
		});
	}
	return found;
}
/** Roles of the inputs that nobody holds anything through. */
function unusedRoles(graph) {
	const bound = /* @__PURE__ */ new Set();
	for (const binding of graph.bindings) for (const role of rolesOf(binding)) bound.add(role.entry.key);
	const takenIn = /* @__PURE__ */ new Set();
	for (const { entry, rules } of graph.roles) if (entry.object.kind === "ClusterRole" && entry.object.aggregation !== void 0) for (const rule of rules) takenIn.add(rule);
	return graph.roles.filter(({ entry, rules, asShipped }) => {
		if (entry.object.origin.kind === "built-in" || bound.has(entry.key) || asShipped === "all") return false;
		return !rules.some((rule) => takenIn.has(rule));
	});
}
//#endregion
//#region packages/rules/src/aws-auth.ts
/** Whether the inputs hold the ConfigMap kube-system/aws-auth, by which EKS knows its users and groups. */
function hasAwsAuth({ inventory }) {
	return inventory.credentials.some(({ form }) => form === "aws-auth-mapping");
}
/** Whether a power over every ConfigMap of kube-system, or of the cluster, includes that one. */
function includesAwsAuth(graph, { id, witnesses: [{ grant }] }) {
	if (id !== "write-configmaps" && id !== "write-identity-configmaps") return false;
	return grant.rule.resourceNames.length === 0 && hasAwsAuth(graph);
}
//#endregion
//#region packages/rules/src/consequences.ts
/**
* Of the powers of one holder the one that is worth most, with where it leads; of equals the first.
*
* `assumedHops`: those on the way to the power.
*/
function worstOf(context, holder, powers, assumedHops) {
	let worst;
	for (const power of powers) for (const consequence of consequencesOf(context, holder, power)) {
		const rating = {
			holder: holder.level,
			power: consequence.level,
			adjustments: consequence.narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
			assumedHops: assumedHops + consequence.assumedHops
		};
		const score = rate(rating);
		if (worst === void 0 || score > worst.score) worst = {
			power,
			consequence,
			score,
			rating
		};
	}
	return worst;
}
/**
* Where a power leads, what was read before what is assumed: a readable Secret that holds the token of a stronger
* account; an account that its holder can be; and the controllers' accounts.
*/
function consequencesOf(context, holder, power) {
	const known = knownConsequence(context, holder, power);
	if (power.assumedHops === 0) return [known];
	const promoted = power.level === 1;
	return [known, {
		level: power.level,
		suffix: promoted ? suffix(holder, power) : "",
		next: promoted ? controllersStep(power.scope) : void 0,
		assumedHops: power.assumedHops,
		confidence: power.confidence,
		narrowed: false
	}];
}
/** How whoever can be any account of kube-system becomes cluster-admin. */
function controllersStep(scope) {
	return `controllers run as ServiceAccounts of ${scope.kind === "cluster" ? "kube-system" : "the namespace"}; clusterrole-aggregation-controller may write any right into any ClusterRole`;
}
function knownConsequence(context, holder, power) {
	const end = {
		level: power.sureLevel,
		suffix: power.sureLevel === 1 ? promotedSuffix(holder, power) : "",
		next: void 0,
		assumedHops: 0,
		confidence: power.confidence === "possible" ? "possible" : "certain",
		narrowed: power.names.length > 0
	};
	if (power.sureLevel === 1) return end;
	if (includesAwsAuth(context.graph, power)) {
		const next = "one of them is kube-system/aws-auth, the list of users and groups of EKS";
		return {
			...end,
			level: 1,
			suffix: becomesAdmin(holder),
			next
		};
	}
	const found = strongerIdentity(context, holder, power);
	if (found === void 0 || found.power.level >= power.sureLevel || isDetour(power, found.power)) return end;
	return {
		level: found.power.level,
		suffix: suffix(holder, found.power),
		next: found.next,
		assumedHops: found.power.assumedHops,
		confidence: weakerConfidence(end.confidence, found.power.confidence),
		narrowed: false
	};
}
/** Whether an account takes as many assumptions to as much as the power by itself, by way of the controllers' accounts. */
function isDetour({ level, assumedHops }, its) {
	return assumedHops > 0 && its.assumedHops >= assumedHops && its.level >= level;
}
/** Whom a power lets its holder be, and how. */
function strongerIdentity(context, holder, { id, scope, names, takesAccounts }) {
	if (id === "read-secrets") {
		const found = strongestTokenSecret(context, scope, names, holder.key);
		if (found === void 0) return void 0;
		const { name, namespace } = found.secret.entry.object.meta;
		const secret = namespacedName(namespace?.value ?? found.secret.entry.namespace, name.value);
		const whose = `${accountDescription(found.power)} token (${whereOf(name.origin)}, see sa-legacy-token-secret)`;
		return {
			power: found.power,
			next: `${names.length === 0 ? `one of them, ${secret},` : secret} is ${whose}`
		};
	}
	const named = names.length > 0 && namesAccounts.includes(id);
	if (!takesAccounts && !named) return void 0;
	const found = named ? strongestAccountNamed(context, scope, names, holder.key) : strongestAccount(context, scope, holder.key);
	if (found === void 0) return void 0;
	const account = `ServiceAccount ${namespacedName(found.namespace, found.name)}`;
	const described = describedPower(found.power);
	return {
		power: found.power,
		next: named ? `${account} ${described}` : `one of them is ${account}, which ${described}`
	};
}
/** Powers whose names are those of the accounts. */
const namesAccounts = ["create-tokens", "impersonate-service-accounts"];
/** `is cluster-admin`, or `can read every Secret in the cluster`. */
function describedPower(power) {
	return isClusterAdmin$1(power) ? "is cluster-admin" : `can ${power.phrase}`;
}
/** Everything, everywhere. */
function isClusterAdmin$1({ id, scope }) {
	return id === "everything" && scope.kind === "cluster";
}
function accountDescription(power) {
	return isClusterAdmin$1(power) ? "a cluster-admin's" : "a stronger account's";
}
function suffix(holder, power) {
	return power.level === 1 ? becomesAdmin(holder) : "";
}
function becomesAdmin(holder) {
	return `, which makes ${pronounOf(holder)} cluster-admin`;
}
function promotedSuffix(holder, power) {
	return power.id === "everything" && power.scope.kind === "cluster" ? "" : suffix(holder, power);
}
//#endregion
//#region packages/rules/src/fingerprint.ts
/**
* The identity of a finding across runs: 32 hex digits of rule, cluster, subject and object.
*
* No line, path, message or right goes in, so a finding survives every edit that is not about it.
*/
function fingerprintOf(ruleId, cluster, identity) {
	const parts = [
		ruleId,
		cluster,
		identity.subject,
		identity.object
	].join("\0");
	return createHash("sha256").update(parts, "utf8").digest("hex").slice(0, 32);
}
//#endregion
//#region packages/rules/src/risk-details.ts
/** A risk whose chain, notes and remedies are made once, when they are asked for. */
function withDetails(told, details) {
	let hops;
	let notes;
	let remedies;
	return {
		...told,
		get hops() {
			hops ??= details.hops();
			return hops;
		},
		get notes() {
			notes ??= details.notes();
			return notes;
		},
		get remedies() {
			remedies ??= details.remedies();
			return remedies;
		}
	};
}
/** A finding out of its primary risk and those folded into it. Nothing is made that nobody has asked for yet. */
function findingOf(risk, folded, cluster) {
	return named$1(risk, cluster, { folded: folded.map((other) => named$1(other, cluster, {})) });
}
/** A risk by itself, with a name to speak of it across runs. */
function namedRisk(risk, cluster) {
	return named$1(risk, cluster, {});
}
/** The same risk with a name to speak of it across runs, and with something more. */
function named$1(risk, cluster, more) {
	let fingerprint;
	return {
		...plainOf(risk),
		...more,
		cluster,
		severity: severityOf(risk.score),
		get fingerprint() {
			fingerprint ??= fingerprintOf(risk.ruleId, cluster, risk.identity);
			return fingerprint;
		},
		get hops() {
			return risk.hops;
		},
		get notes() {
			return risk.notes;
		},
		get remedies() {
			return risk.remedies;
		}
	};
}
/** The same risk with one more line below it; the others are still made only when somebody looks. */
function withNote(risk, note) {
	return withDetails(plainOf(risk), {
		hops: () => risk.hops,
		notes: () => [...risk.notes, note],
		remedies: () => risk.remedies
	});
}
/** The same risk compared with what was known before; where it got worse, with a line that says by what. */
function withState(risk, state, note) {
	const details = {
		hops: () => risk.hops,
		notes: () => note === void 0 ? risk.notes : [...risk.notes, note],
		remedies: () => risk.remedies
	};
	return withDetails({
		...plainOf(risk),
		state
	}, details);
}
/** The same risk with a severity that somebody set, with a line that says where and what the graph says. */
function withSeverity(risk, severity, note) {
	const { rating: _, ...plain } = plainOf(risk);
	const details = {
		hops: () => risk.hops,
		notes: () => [...risk.notes, note],
		remedies: () => risk.remedies
	};
	return withDetails({
		...plain,
		score: representativeScore[severity]
	}, details);
}
function plainOf(risk) {
	const { ruleId, title, score, rating, confidence, place, identity, cause, also, alsoOfSame, steps, state, role } = risk;
	return {
		ruleId,
		title,
		score,
		rating,
		confidence,
		place,
		identity,
		cause,
		also,
		alsoOfSame,
		steps,
		state,
		role
	};
}
//#endregion
//#region packages/rules/src/grant-risks.ts
/**
* The risk that a crowd holds rights it should not: requests without credentials, everybody, every ServiceAccount.
*
* Rated by the strongest power the binding gives; nothing where that is discovery, or nothing at all.
*/
function crowdRisk(context, ruleId, bound) {
	const { binding, subject, holder } = bound;
	if (binding.resolution.outcome === "missing") return missingRoleRisk(context, ruleId, bound);
	const anonymous = holder.kind === "anonymous" ? anonymousReach(context.graph) : void 0;
	const reach = reachedGrants(context, bound.grants(), anonymous);
	const powers = [...powersOf(reach.grants, context.minor), ...powersCompletedElsewhere(context, bound, reach.grants)];
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, powers, certainty.assumedHops + (anonymous?.assumed === true ? 1 : 0));
	if (worst === void 0 || worst.consequence.level === 6) return void 0;
	const { power, consequence, score: usual } = worst;
	const firstStep = anonymous === void 0 ? 1 : 2;
	const place = subjectHop(holder, subject, firstStep);
	return withDetails({
		ruleId,
		title: fitTitle(`${holder.name} can ${power.phrase}`, reach.dormant === void 0 ? consequence.suffix : `, ${reach.dormant}`),
		score: reach.dormant === void 0 ? usual : Math.min(usual, 3),
		rating: worst.rating,
		confidence: [
			certainty.confidence,
			anonymous?.confidence ?? "certain",
			consequence.confidence
		].reduce(weakerConfidence, "certain"),
		place,
		identity: {
			subject: holder.identity,
			object: binding.entry.key
		},
		cause: binding.entry.key,
		also: `${holder.name} can ${power.phrase}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${power.phrase}`,
		role: roleOf$3(binding)
	}, {
		hops: () => [
			...anonymous === void 0 ? [] : [anonymous.hop],
			place,
			roleRefHop(binding, firstStep + 1),
			...powerHops(power, firstStep + 2, binding)
		],
		notes: () => [
			...consequence.next === void 0 ? [] : [note$1("then", consequence.next)],
			...otherPowers(holder, power, powers),
			...certainty.notes,
			note$1("check", checkCommand(holder, power)),
			...anonymous?.reach === "all-paths" ? [anonymousFlagNote] : []
		],
		remedies: () => crowdRemedies(bound, power)
	});
}
function reachedGrants({ graph, minor }, grants, anonymous) {
	if (!rbacIsAsked(graph)) return {
		grants,
		dormant: "once RBAC is among the authorization modes"
	};
	switch (anonymous?.reach) {
		case void 0:
		case "all-paths":
		case "unknown": return {
			grants,
			dormant: void 0
		};
		case "nothing": return {
			grants,
			dormant: "once anonymous requests are accepted"
		};
		case "some-paths": {
			const opened = grantsOnPaths(graph, grants, anonymous.paths);
			const gives = strongestPower(opened, minor);
			if (gives !== void 0 && gives.level < 6) return {
				grants: opened,
				dormant: void 0
			};
			return {
				grants,
				dormant: "once anonymous requests are accepted on more paths"
			};
		}
	}
}
/** A role that the inputs name and do not hold: whoever writes it decides what the crowd may do. */
function missingRoleRisk({ graph }, ruleId, bound) {
	const { binding, subject, holder } = bound;
	if (graph.inventory.complete) return void 0;
	const { roleRef } = binding.entry.object;
	const role = `${roleRef.kind.value} ${quotable(roleRef.name.value)}`;
	const place = subjectHop(holder, subject, 1);
	const verb = holder.singular ? "holds" : "hold";
	return {
		ruleId,
		title: fitTitle(`${holder.name} ${verb} ${role}`, ", which no accepted input defines"),
		score: rate({
			holder: holder.level,
			power: 4,
			assumedHops: 1
		}),
		confidence: "possible",
		place,
		hops: [place, hop(roleRef.name.origin, "this role was not found", 2)],
		notes: [],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: binding.entry.key
		},
		cause: binding.entry.key,
		also: `${holder.name} ${verb} ${role}`
	};
}
function note$1(kind, text) {
	return {
		kind,
		text
	};
}
const anonymousFlagNote = note$1("note", "--anonymous-auth=false would stop this too, but also probes of /livez and /readyz that send no credentials");
function otherPowers(holder, told, powers) {
	const others = powers.filter((power) => power !== told && power.level <= 4 && !isSaidBy(power, powers));
	return others.length === 0 ? [] : [note$1("note", `the same role also lets ${pronounOf(holder)} ${listed(others.map(({ phrase }) => phrase))}`)];
}
/** Whether a power that has no name of its own, some verbs on some resources, is what named powers say already. */
function isSaidBy({ id, witnesses: [{ grant, verbs }] }, powers) {
	if (id !== "write") return false;
	const { rule } = grant;
	const named = powers.filter((power) => power.id !== "write" && power.id !== "read").flatMap((power) => power.witnesses.filter((witness) => witness.grant.rule === rule));
	return rule.resources.every((resource) => verbs.every((verb) => named.some((one) => one.resource === resource && one.verbs.includes(verb))));
}
function crowdRemedies(bound, power) {
	const remedies = [takeSubjectOut(bound)];
	const narrower = narrowRole(bound, power);
	if (narrower !== void 0) remedies.push(narrower);
	return remedies;
}
/** Take the subject out of its binding; the binding goes with its only subject. */
function takeSubjectOut({ binding, subject, holder }) {
	const { object, namespace } = binding.entry;
	const same = object.subjects.filter((other) => {
		const its = holderOf(other, namespace);
		return its !== void 0 && isSameHolder(its, holder);
	});
	const what = same.length > 1 ? `${holder.name} (${same.length} subjects)` : subjectWord(holder, subject);
	if (object.subjects.length > same.length) {
		const edits = same.map(({ origin }) => removeListItem(origin));
		return {
			text: `take ${what} out of the binding`,
			edits: allOrNone(edits)
		};
	}
	return {
		text: `delete the binding: ${same.length > 1 ? "it has no other subjects" : `${what} is its only subject`}`,
		edits: removeObject(object.origin)
	};
}
function subjectWord(holder, subject) {
	switch (subject.kind) {
		case "Group": return "the group";
		case "User": return "the user";
		case "ServiceAccount": return holder.name;
	}
}
/** Take a resource out of the role, where others remain in the same rule. */
function narrowRole({ binding, holder }, { witnesses: [witness] }) {
	const { resource, grant } = witness;
	const { rule, role } = grant;
	const others = rule.resources.filter((one) => one !== resource);
	if (resource === void 0 || resource.value === "*" || others.length === 0 || rule.nonResourceURLs.length > 0) return;
	const edits = removeListItem(resource.origin);
	if (edits.length === 0) return void 0;
	const rest = binding.entry.object.subjects.length > 1 ? "the other subjects need" : `${holder.name} needs`;
	const name = quotable(role.entry.object.meta.name.value);
	return {
		text: `if ${rest} ${listed(others.map(({ value }) => quotable(value)))} only, take ${quotable(resource.value)} out of the role ${name}`,
		edits
	};
}
/** The role that several bindings share, for folding them. */
function roleOf$3(binding) {
	const { resolution } = binding;
	if (resolution.outcome !== "found") return void 0;
	const { key, object } = resolution.role.entry;
	return {
		key,
		place: hop(object.meta.name.origin, "many bindings grant this role")
	};
}
//#endregion
//#region packages/rules/src/aggregation-risks.ts
const ruleId$5 = "path-aggregation-injection";
/**
* Roles that aggregation brings into another one and that give its holders a power it does not have as it is shipped;
* and who could write such a role for itself.
*/
function* aggregationRisks(context) {
	const writers = writersOfRules(context.graph);
	const told = /* @__PURE__ */ new Set();
	for (const aggregate of aggregatedRoles(context.graph).sort((a, b) => rankOf(a) - rankOf(b))) {
		const most = worthTelling$1(aggregate);
		if (most === void 0) continue;
		for (const injection of injectionsInto(context, aggregate, most, writers)) {
			const held = heldNow(context, injection);
			if (held.length === 0 && told.has(injection.by)) continue;
			told.add(injection.by);
			yield injectionRisk(injection, held);
		}
	}
	yield* selfGrants(context);
}
function aggregatedRoles({ roles }) {
	return roles.filter(({ entry }) => entry.object.aggregation !== void 0);
}
const smallestFirst = [
	"view",
	"edit",
	"admin"
];
function rankOf({ entry }) {
	const rank = smallestFirst.indexOf(entry.object.meta.name.value);
	return rank < 0 ? smallestFirst.length : rank;
}
/** The weakest power that is told of, for roles that people bind without looking into them. */
function worthTelling$1({ entry, asShipped }) {
	const { aggregation, meta } = entry.object;
	if (aggregation === void 0) return void 0;
	if (asShipped !== "none") return meta.name.value === "view" ? 3 : 2;
	return aggregation.selectors.some(({ matchLabels, matchExpressions }) => matchLabels.size === 0 && matchExpressions.length === 0) ? 2 : void 0;
}
/** Which role of the inputs a rule was written in. */
function writersOfRules({ roles }) {
	const writers = /* @__PURE__ */ new Map();
	for (const role of roles) {
		if (role.entry.object.kind !== "ClusterRole" || role.entry.object.origin.kind === "built-in") continue;
		for (const rule of role.entry.object.rules) writers.set(rule, role);
	}
	return writers;
}
/** One for each role that brings something: the strongest power that the aggregate does not have without. */
function injectionsInto({ minor }, aggregate, most, writers) {
	if (aggregate.asShipped === "all") return [];
	const all = grantsIfBound(aggregate);
	const shipped = powersOf(all.filter(({ rule }) => aggregate.isShipped(rule)), minor);
	const had = new Set(shipped.filter(({ names }) => names.length === 0).map(({ id }) => id));
	const byRole = /* @__PURE__ */ new Map();
	for (const power of powersOf(all, minor)) {
		if (power.sureLevel > most || had.has(power.id) || power.names.length > 0) continue;
		for (const { grant } of power.witnesses) {
			const by = aggregate.isShipped(grant.rule) ? void 0 : writers.get(grant.rule);
			if (by !== void 0 && by !== aggregate && !byRole.has(by)) byRole.set(by, {
				aggregate,
				by,
				power
			});
		}
	}
	return [...byRole.values()];
}
function heldNow(context, { aggregate, power: { id } }) {
	const held = [];
	for (const binding of bindingsOf(context.graph, aggregate)) for (const subject of binding.entry.object.subjects) {
		const holder = holderOf(subject, binding.entry.namespace);
		if (holder === void 0 || holder.kind === "masters") continue;
		const power = powersOf(context.graph.grantsThrough(binding, subject), context.minor).find((one) => one.id === id);
		if (power === void 0) continue;
		const { assumedHops } = certaintyOf(context.graph, binding);
		const { level, adjustments } = holder;
		held.push({
			holder,
			binding,
			power,
			score: rate({
				holder: level,
				power: power.sureLevel,
				adjustments,
				assumedHops
			})
		});
	}
	return held.sort((a, b) => b.score - a.score);
}
const bindings = /* @__PURE__ */ new WeakMap();
/** Bindings of aggregated roles only: of the others there are many, and nobody asks. */
function bindingsOf(graph, aggregate) {
	let known = bindings.get(graph);
	if (known === void 0) {
		const byRole = /* @__PURE__ */ new Map();
		for (const binding of graph.bindings) {
			if (binding.resolution.outcome !== "found") continue;
			const { role } = binding.resolution;
			if (role.entry.object.aggregation === void 0) continue;
			const all = byRole.get(role);
			if (all === void 0) byRole.set(role, [binding]);
			else all.push(binding);
		}
		known = byRole;
		bindings.set(graph, known);
	}
	return known.get(aggregate) ?? [];
}
function injectionRisk(injection, held) {
	const { aggregate, by, power } = injection;
	const { object, key } = by.entry;
	const into = quotable(aggregate.entry.object.meta.name.value);
	const name = `ClusterRole ${quotable(object.meta.name.value)}`;
	const [worst] = held;
	const place = labelHop(injection);
	const told = worst?.power ?? power;
	const whom = worst === void 0 ? `whoever is bound to ${into}` : `${worst.holder.name}, bound to ${into},`;
	const certain = aggregate.isCertain(power.witnesses[0].grant.rule) ? "certain" : "possible";
	return {
		ruleId: ruleId$5,
		title: fitTitle(`${name} lets ${whom} ${told.phrase}`),
		score: worst?.score ?? rate({
			holder: 4,
			power: power.sureLevel,
			assumedHops: 1
		}),
		confidence: worst === void 0 ? weakerConfidence(certain, "likely") : certain,
		place,
		hops: [
			place,
			...powerHops(power, 2),
			...worst === void 0 ? [] : [roleRefHop(worst.binding, 2 + power.witnesses.length)]
		],
		notes: notesOf$1(injection, held),
		remedies: remediesOf$3(injection, place),
		identity: {
			subject: `ClusterRole ${aggregate.entry.object.meta.name.value}`,
			object: key
		},
		cause: `${key} aggregated`,
		also: `so does whoever is bound to ${into}`
	};
}
/** The label that the aggregate looks for; where another role stands between, the one that looks like it. */
function labelHop({ aggregate, by }) {
	const { meta } = by.entry.object;
	const sought = new Set((aggregate.entry.object.aggregation?.selectors ?? []).flatMap(({ matchLabels, matchExpressions }) => [...matchLabels.keys(), ...matchExpressions.map(({ key }) => key)]));
	const labels = [...meta.labels];
	const [, value] = labels.find(([label]) => sought.has(label)) ?? labels.find(([label]) => label.includes("aggregate-to-")) ?? [];
	const into = quotable(aggregate.entry.object.meta.name.value);
	return hop(value?.origin ?? meta.name.origin, `brings these rules into ${into}`, 1);
}
/** How many holders are named; whoever wants all asks `who-can`. */
const holdersTold = 3;
function notesOf$1({ power }, held) {
	const [first] = held;
	if (first === void 0) return [note$1("who", "nobody among the inputs is bound to it")];
	return [note$1("who", `bound to it now: ${listed([...new Set(held.map(({ holder, binding }) => `${holder.name} ${inScope(binding.scope)}`))], holdersTold)} (${whereOf(first.binding.entry.object.origin)})`), note$1("check", checkCommand(first.holder, first.power.witnesses.length > 0 ? first.power : power))];
}
function remediesOf$3({ aggregate, by }, { origin }) {
	const into = quotable(aggregate.entry.object.meta.name.value);
	return [{
		text: `take the label off, or write "false", and bind ${quotable(by.entry.object.meta.name.value)} to those who need it`,
		edits: replaceScalar(origin, "true", "false")
	}, {
		text: `keep in the labelled role only what everybody bound to ${into} is to have`,
		edits: []
	}];
}
/**
* Whoever may create ClusterRoles with any rights in them, and is bound to a role that aggregation fills: a new role with
* the right label is part of what it holds. Those who may change ClusterRoles need no label.
*/
function* selfGrants(context) {
	const [escalate] = asksOf("escalate", context.minor);
	if (escalate === void 0) return;
	const create = {
		...escalate,
		verb: "create",
		carriesName: false
	};
	const escalates = (rule) => rule.resourceNames.length === 0 && ruleGives(rule, escalate);
	const known = /* @__PURE__ */ new Map();
	for (const bound of boundHolders(context, [
		"service-account",
		"user",
		"group",
		"nodes"
	], mentions(escalates))) {
		const { key } = bound.holder;
		if (!known.has(key)) known.set(key, ownRoles(context, key, create));
		const own = known.get(key);
		const deciding = bound.grants().find(({ scope, rule }) => scope.kind === "cluster" && escalates(rule));
		if (own === void 0 || deciding === void 0) continue;
		yield selfGrantRisk(context, bound, deciding, own.creating, own.into);
	}
}
function ownRoles({ graph, minor }, key, create) {
	const all = grantsOfHolder(graph, key);
	const everywhere = all.filter(({ scope }) => scope.kind === "cluster");
	const creating = everywhere.find(({ rule }) => ruleGives(rule, create));
	const into = strongestReach(all);
	if (creating === void 0 || into === void 0) return void 0;
	return powersOf(everywhere, minor).some(({ id }) => id === "escalate" || id === "everything") ? void 0 : {
		creating,
		into
	};
}
function mentions(gives) {
	return ({ resolution }) => resolution.outcome === "found" && resolution.role.rules.some(gives);
}
function grantsOfHolder(graph, key) {
	return [key, ...membershipsOf(key)].flatMap((one) => [...graph.grantsOf(one)]);
}
/** A grant through an aggregated role, in the whole cluster if there is one. */
function strongestReach(grants) {
	const aggregated = grants.filter(({ role }) => role.entry.object.aggregation !== void 0);
	return aggregated.find(({ scope }) => scope.kind === "cluster") ?? aggregated[0];
}
function selfGrantRisk({ graph }, bound, deciding, creating, into) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(graph, binding);
	const place = subjectHop(holder, subject, 1);
	const role = quotable(into.role.entry.object.meta.name.value);
	const verbs = deciding.rule.verbs.find(({ value }) => value === "escalate" || value === "*");
	return {
		ruleId: ruleId$5,
		title: fitTitle(`${holder.name} can write any right into ${role} by a label, and holds it ${inScope(into.scope)}`, into.scope.kind === "cluster" ? `, which makes ${pronounOf(holder)} cluster-admin` : ""),
		score: rate({
			holder: holder.level,
			power: into.scope.kind === "cluster" ? 1 : 3,
			adjustments: holder.adjustments,
			assumedHops: certainty.assumedHops
		}),
		confidence: certainty.confidence,
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			hop(verbs?.origin ?? deciding.rule.origin, "any right in a new ClusterRole", 3),
			...creating.rule === deciding.rule ? [] : [hop(creating.rule.origin, "creates ClusterRoles", 4)],
			roleRefHop(into.binding, creating.rule === deciding.rule ? 4 : 5)
		],
		notes: [note$1("then", `a ClusterRole with the label that ${role} looks for is part of it a moment later`), ...certainty.notes],
		remedies: [takeSubjectOut(bound), {
			text: "take escalate out of the role",
			edits: []
		}],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} can do the same`
	};
}
//#endregion
//#region packages/rules/src/credential-power.ts
/** The most that whoever holds a credential can do; undefined where no grant is known. */
function credentialPower({ graph, minor }, { user, groups }) {
	if (groups.some(({ value }) => value === "system:masters")) return { level: 1 };
	const keys = [...user === void 0 ? [] : [userKey(user.value)], ...groups.map(({ value }) => groupKey(value))];
	const grants = [];
	for (const key of keys) grants.push(...graph.grantsOf(key));
	return strongestPower(grants, minor);
}
//#endregion
//#region packages/rules/src/drift-risks.ts
const ruleId$4 = "rbac-default-object-drift";
/** What gives nobody much today is still never put back. */
const leastScore = 2;
/**
* Objects of the inputs under a name that Kubernetes or kubeadm ships, where they give more than what is shipped: the
* surplus alone, rated by who holds it. When it starts, the API server adds what is missing and takes nothing away
* (plugin/pkg/auth/authorizer/rbac/bootstrappolicy, with confirm and without RemoveExtraPermissions).
*/
function* driftRisks(context) {
	const { graph } = context;
	let bindings;
	for (const role of graph.roles) {
		if (role.asShipped !== "part" || !isWritten(role.entry) || role.entry.object.aggregation !== void 0) continue;
		const surplus = role.rules.filter((rule) => !role.isShipped(rule));
		if (surplus.length === 0) continue;
		bindings ??= bindingsByRole(graph.bindings);
		yield roleRisk$1(context, role, surplus, bindings.get(role.entry) ?? []);
	}
	const { kubernetes, kubeadm } = graph.inventory.shipped;
	const shippedBindings = keysOf$1([kubernetes, kubeadm], ({ bindings: all }) => all);
	for (const binding of graph.bindings) {
		if (!isWritten(binding.entry) || !shippedBindings.has(binding.entry.key)) continue;
		for (const subject of binding.entry.object.subjects) {
			if (binding.isShipped(subject)) continue;
			const risk = bindingRisk(context, binding, subject);
			if (risk !== void 0) yield risk;
		}
	}
	yield* unreconciledRisks(context);
}
function isWritten({ object }) {
	return object.origin.kind !== "built-in";
}
function keysOf$1(policies, pick) {
	const objects = policies.flatMap(pick);
	return new Set(objects.map((object) => objectKey(object, object.meta.namespace?.value ?? "")));
}
function bindingsByRole(bindings) {
	const byRole = /* @__PURE__ */ new Map();
	for (const binding of bindings) for (const { entry } of rolesOf(binding)) {
		const known = byRole.get(entry);
		if (known === void 0) byRole.set(entry, [binding]);
		else known.push(binding);
	}
	return byRole;
}
function worstGain(context, surplus, bindings) {
	let worst;
	for (const binding of bindings) for (const subject of binding.entry.object.subjects) {
		const gain = gainOf$1(context, binding, subject, (rule) => surplus.has(rule));
		if (gain !== void 0 && (worst === void 0 || gain.score > worst.score)) worst = gain;
	}
	return worst;
}
function gainOf$1(context, binding, subject, isSurplus) {
	const holder = holderOf(subject, binding.entry.namespace);
	if (holder === void 0 || holder.kind === "masters") return void 0;
	const grants = [...context.graph.grantsThrough(binding, subject)].filter(({ rule }) => isSurplus(rule));
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, powersOf(grants, context.minor), certainty.assumedHops);
	if (worst === void 0) return void 0;
	const confidence = weakerConfidence(certainty.confidence, worst.consequence.confidence);
	return {
		...worst,
		holder,
		binding,
		confidence,
		notes: certainty.notes
	};
}
const whyKept = "the API server adds what is missing when it starts, and never takes away what is too much";
function roleRisk$1(context, role, surplus, bindings) {
	const { object, namespace, key } = role.entry;
	const isSurplus = new Set(surplus);
	const gain = worstGain(context, isSurplus, bindings);
	const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
	const idle = gain === void 0 ? strongestPower(idleGrants(role, isSurplus), context.minor) : void 0;
	const power = gain?.power ?? idle;
	const hops = power === void 0 ? surplusHops(surplus) : powerHops(power, 2);
	const place = hops[0] ?? hop(object.meta.name.origin, "wider than what is shipped");
	const suffix = `, more than Kubernetes ${context.minor} ships`;
	return {
		ruleId: ruleId$4,
		title: gain === void 0 ? fitTitle(`whoever is bound to ${name} can ${idle?.phrase ?? "do more"}`, `${suffix}; nobody is, here`) : fitTitle(`${gain.holder.name} can ${gain.power.phrase} by ${name}`, suffix),
		score: gain === void 0 ? idleScore$1(idle?.sureLevel ?? 6) : Math.max(gain.score, leastScore),
		confidence: gain?.confidence ?? "certain",
		place,
		hops: [hop(object.meta.name.origin, "Kubernetes ships a role of this name", 1), ...hops.length > 0 ? hops : [place]],
		notes: [
			note$1("why", whyKept),
			...gain === void 0 ? [] : nextOf(gain),
			...gain?.notes ?? []
		],
		remedies: [withoutSurplus(role, surplus)],
		identity: {
			subject: `${object.kind} ${object.meta.name.value}`,
			object: key
		},
		cause: `${key} is not as shipped`,
		also: `${name} gives more than Kubernetes ships`
	};
}
function idleGrants(role, surplus) {
	return grantsIfBound(role).filter(({ rule }) => surplus.has(rule));
}
function idleScore$1(level) {
	return level <= 3 ? 3 : leastScore;
}
function surplusHops(surplus) {
	return surplus.slice(0, 4).map((rule) => hop(rule.origin, "Kubernetes ships no such rule here", 2));
}
function nextOf({ consequence }) {
	return consequence.next === void 0 ? [] : [note$1("then", consequence.next)];
}
/** A rule goes as a whole: what was shipped of it comes back when the API server starts. */
function withoutSurplus({ entry }, surplus) {
	const own = surplus.filter((rule) => entry.object.rules.includes(rule));
	return {
		text: `${own.length === 1 ? "take out the rule that Kubernetes does not ship" : "take out the rules that Kubernetes does not ship"}, and bind a role of your own that has what is needed`,
		edits: allOrNone(own.map(({ origin }) => removeListItem(origin)))
	};
}
function bindingRisk(context, binding, subject) {
	const { object, namespace, key } = binding.entry;
	const holder = holderOf(subject, namespace);
	if (holder === void 0) return void 0;
	const gain = gainOf$1(context, binding, subject, () => true);
	const place = subjectHop(holder, subject, 1);
	const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
	const suffix = `, which Kubernetes ${context.minor} ships without ${holder.singular ? "it" : "them"}`;
	const told = gain === void 0 ? "is bound" : `can ${gain.power.phrase}`;
	return {
		ruleId: ruleId$4,
		title: fitTitle(`${holder.name} ${gain === void 0 && !holder.singular ? "are bound" : told} by ${name}`, suffix),
		score: Math.max(gain?.score ?? 0, leastScore),
		confidence: gain?.confidence ?? "certain",
		place: {
			...place,
			label: "not among the subjects that are shipped"
		},
		hops: [
			{
				...place,
				label: "not among the subjects that are shipped"
			},
			hop(object.roleRef.name.origin, "grants this role", 2),
			...gain === void 0 ? [] : powerHops(gain.power, 3, binding)
		],
		notes: [
			note$1("why", whyKept),
			...gain === void 0 ? [] : nextOf(gain),
			...gain?.notes ?? []
		],
		remedies: [takeSubjectOut({
			binding,
			subject,
			holder,
			grants: () => []
		})],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} is not among the subjects that Kubernetes ships`
	};
}
const autoupdate = "rbac.authorization.kubernetes.io/autoupdate";
/** Default objects that the API server leaves alone when it starts. kubeadm's own it never touches. */
function* unreconciledRisks({ graph }) {
	const { kubernetes } = graph.inventory.shipped;
	const shipped = keysOf$1([kubernetes], ({ roles, bindings }) => [...roles, ...bindings]);
	const entries = [...graph.roles.map(({ entry }) => entry), ...graph.bindings.map(({ entry }) => entry)];
	for (const entry of entries) {
		const annotation = entry.object.meta.annotations.get(autoupdate);
		if (annotation?.value !== "false" || !isWritten(entry) || !shipped.has(entry.key)) continue;
		const { object, namespace, key } = entry;
		const place = hop(annotation.origin, "left alone when the API server starts", 1);
		const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
		yield {
			ruleId: ruleId$4,
			title: fitTitle(`${name} is not repaired when the API server starts, so rights taken out of it stay out`),
			score: leastScore,
			confidence: "certain",
			place,
			hops: [place],
			notes: [note$1("why", "after an upgrade it lacks what the new version needs, and what was changed by hand stays")],
			remedies: [{
				text: "write \"true\", or take the annotation out",
				edits: replaceScalar(annotation.origin, "false", "true")
			}, {
				text: `delete ${quotable(name)} from the inputs: the API server creates it`,
				edits: removeObject(object.origin)
			}],
			identity: {
				subject: "autoupdate",
				object: key
			},
			cause: `${key} autoupdate`,
			also: `neither is ${name}`
		};
	}
}
//#endregion
//#region packages/rules/src/edit-distance.ts
/** Levenshtein's distance of two words: how many insertions, deletions and replacements lead from one to the other. */
function editDistance(a, b) {
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
//#endregion
//#region packages/rules/src/escalation/abilities.ts
function definitions(minor) {
	const minorNumber = Number(minor.split(".")[1]);
	const hasMutatingPolicies = minorNumber >= 36;
	return [
		{
			ability: "everything",
			asks: [everyVerb$1]
		},
		{
			ability: "create-pods",
			asks: asks("create", "", "pods")
		},
		{
			ability: "write-workloads",
			asks: workloadWrites(createJobs),
			anyNameServes: true
		},
		{
			ability: "enter-pods",
			asks: [...asks(entryVerbs(minorNumber), "", "pods/exec", "pods/attach"), ...asks("update patch", "", "pods/ephemeralcontainers", "pods")]
		},
		{
			ability: "request-tokens",
			asks: asks("create", "", "serviceaccounts/token")
		},
		{
			ability: "act-as-users",
			asks: asks("impersonate", "", "users"),
			clusterOnly: true,
			isMeant: isNoAccount$1
		},
		{
			ability: "act-as-groups",
			asks: asks("impersonate", "", "groups"),
			clusterOnly: true
		},
		{
			ability: "act-as-accounts",
			asks: asks("impersonate", "", "serviceaccounts")
		},
		{
			ability: "read-secrets",
			asks: returnSecretData
		},
		{
			ability: "create-secrets",
			asks: asks("create", "", "secrets")
		},
		{
			ability: "bind-cluster-roles",
			asks: asks("bind", rbac, "clusterroles")
		},
		{
			ability: "bind-roles",
			asks: asks("bind", rbac, "roles")
		},
		{
			ability: "write-cluster-bindings",
			asks: asks("create update patch", rbac, "clusterrolebindings"),
			clusterOnly: true
		},
		{
			ability: "write-role-bindings",
			asks: asks("create update patch", rbac, "rolebindings")
		},
		{
			ability: "escalate-cluster-roles",
			asks: asks("escalate", rbac, "clusterroles"),
			clusterOnly: true
		},
		{
			ability: "escalate-roles",
			asks: asks("escalate", rbac, "roles")
		},
		{
			ability: "change-cluster-roles",
			asks: asks("update patch", rbac, "clusterroles"),
			clusterOnly: true
		},
		{
			ability: "create-cluster-roles",
			asks: asks("create", rbac, "clusterroles"),
			clusterOnly: true
		},
		{
			ability: "change-roles",
			asks: asks("update patch", rbac, "roles")
		},
		{
			ability: "approve-signers",
			asks: asks("approve", certificates, "signers"),
			clusterOnly: true,
			isMeant: (name) => clientSigners.includes(name),
			anyNameServes: true
		},
		{
			ability: "approve-requests",
			asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
			clusterOnly: true
		},
		{
			ability: "request-certificates",
			asks: asks("create", certificates, "certificatesigningrequests"),
			clusterOnly: true
		},
		{
			ability: "approve-node-signers",
			asks: asks("approve", certificates, "signers"),
			clusterOnly: true,
			isMeant: (name) => name === nodeClientSigner,
			onlyNamed: true,
			anyNameServes: true
		},
		{
			ability: "approved-as-nodes",
			asks: asks("create", certificates, "certificatesigningrequests/nodeclient"),
			clusterOnly: true,
			isMeant: () => false
		},
		{
			ability: "reach-kubelets",
			asks: asks("get create", "", "nodes/proxy"),
			clusterOnly: true
		},
		{
			ability: "create-volumes",
			asks: asks("create", "", "persistentvolumes"),
			clusterOnly: true
		},
		{
			ability: "change-namespaces",
			asks: asks("update patch", "", "namespaces")
		},
		{
			ability: "write-admission",
			asks: [...asks("create update patch", admission, "mutatingwebhookconfigurations"), ...hasMutatingPolicies ? asks("update patch", admission, mutatingPolicies) : []],
			clusterOnly: true,
			anyNameServes: true
		},
		{
			ability: "create-mutating-policies",
			asks: hasMutatingPolicies ? asks("create", admission, mutatingPolicies) : [],
			clusterOnly: true
		},
		{
			ability: "bind-mutating-policies",
			asks: hasMutatingPolicies ? asks("create update patch", admission, mutatingBindings) : [],
			clusterOnly: true,
			anyNameServes: true
		},
		{
			ability: "write-api-services",
			asks: asks("create update patch", "apiregistration.k8s.io", "apiservices"),
			clusterOnly: true
		},
		{
			ability: "write-aws-auth",
			asks: asks("update patch", "", "configmaps"),
			onlyNamed: true,
			isMeant: (name) => name === "aws-auth",
			anyNameServes: true
		}
	];
}
/** ServiceAccounts are asked for as such, however the user name was given; a node is one only in its group. */
function isNoAccount$1(user) {
	return parseServiceAccountUserName(user) === void 0;
}
function isNodeUser(user) {
	return user.startsWith(nodeUserPrefix);
}
const byMinor = /* @__PURE__ */ new Map();
/** What a rule lets its holder do, through a binding of this scope. Rules are judged once, however many bind them. */
function giftsOf(rule, scope, minor) {
	let known = byMinor.get(minor);
	if (known === void 0) {
		const all = definitions(minor);
		known = {
			definitions: all,
			index: askIndex(all.flatMap(({ asks: asked }) => asked)),
			cluster: /* @__PURE__ */ new WeakMap(),
			namespace: /* @__PURE__ */ new WeakMap()
		};
		byMinor.set(minor, known);
	}
	if (!mayAllow(rule, known.index)) return noGifts$1;
	const before = known[scope].get(rule);
	if (before !== void 0) return before;
	const gifts = judge$1(rule, scope, known.definitions);
	known[scope].set(rule, gifts);
	return gifts;
}
const noGifts$1 = [];
function judge$1(rule, scope, all) {
	const gifts = [];
	for (const definition of all) {
		if (scope === "namespace" && definition.clusterOnly === true) continue;
		const ask = definition.asks.find((one) => ruleGives(rule, one));
		if (ask === void 0) continue;
		const { ability } = definition;
		if (ability === "everything") return [{
			ability,
			ask,
			names: [],
			rule
		}];
		const names = namesOf$2(definition, rule);
		if (names !== void 0) gifts.push({
			ability,
			ask,
			names,
			rule
		});
	}
	return gifts;
}
/** Of which objects; undefined where none of the names means anything. */
function namesOf$2({ isMeant, onlyNamed, anyNameServes }, { resourceNames }) {
	if (resourceNames.length === 0) return onlyNamed === true ? void 0 : [];
	const written = resourceNames.map(({ value }) => value).filter((name) => name !== "");
	const meant = isMeant === void 0 ? written : written.filter(isMeant);
	if (meant.length === 0) return void 0;
	return anyNameServes === true ? [] : meant;
}
//#endregion
//#region packages/rules/src/token-audiences.ts
/**
* What a token that names no audience is for is what the API server accepts: its `--api-audiences`, else its issuers
* (pkg/kubeapiserver/options/authentication.go: BuiltInAuthenticationOptions.ToAuthenticationConfig).
*
* Where no server is among the inputs, the issuers that kubeadm and most others set.
*/
const usualAudience = /^https:\/\/kubernetes\.default\.svc(?:\.[\w.-]+)?$/;
/** Whether the API server takes such a token for its account. */
function isForApiServer({ inventory }, { audience }) {
	if (audience === void 0) return true;
	const accepted = inventory.invocations.flatMap(({ value }) => audiencesOf(value));
	return accepted.length === 0 ? usualAudience.test(audience.value) : accepted.includes(audience.value);
}
function audiencesOf({ component, flags }) {
	if (component !== "kube-apiserver") return [];
	const audiences = flagValues(flags, "api-audiences")?.map(({ value }) => value) ?? [];
	if (audiences.length > 0) return audiences;
	return flags.flatMap(({ name, value }) => name === "service-account-issuer" && value !== void 0 ? [value] : []);
}
/** How long tokens may live at most, in seconds: what every server of the inputs says; undefined where one says nothing. */
function longestTokenLife({ inventory }) {
	const longest = inventory.invocations.filter(({ value }) => value.component === "kube-apiserver").map(({ value }) => secondsOf(lastFlag(value.flags, "service-account-max-token-expiration")?.value ?? "") ?? Infinity);
	return longest.length === 0 || longest.includes(Infinity) ? void 0 : Math.max(...longest);
}
const secondsIn = {
	h: 3600,
	m: 60,
	s: 1
};
/** A duration as Go's time.ParseDuration reads it, of whole hours, minutes and seconds; 0 is "no limit". */
function secondsOf(duration) {
	if (!/^(?:\d+[hms])+$/.test(duration)) return void 0;
	let seconds = 0;
	for (const [, count, unit = ""] of duration.matchAll(/(\d+)([hms])/g)) seconds += Number(count) * (secondsIn[unit] ?? 0);
	return seconds === 0 ? void 0 : seconds;
}
//#endregion
//#region packages/rules/src/workloads.ts
/** The account of pods that name none (plugin/pkg/admission/serviceaccount: DefaultServiceAccountName). */
const defaultAccount = "default";
/** Every workload of the inputs that runs pods, and as whom. */
function workloadsOf(graph) {
	return runningIn(graph).workloads;
}
/** The accounts that pods of a namespace run as, by name. */
function accountsRunningIn(graph, namespace) {
	return runningIn(graph).byNamespace.get(namespace) ?? [];
}
/** Every account that some pod runs as, by namespace and name. */
function runningAccounts(graph) {
	return [...runningIn(graph).byNamespace.values()].flat();
}
/** `Deployment web/api`. */
function workloadName({ kind, namespace, name }) {
	return `${quotable(kind)} ${namespacedName(namespace, name)}`;
}
/** `Deployment web/api`, `Deployment web/api and CronJob web/sweep`: the same object of several files once. */
function workloadNames(workloads, atMost = 2) {
	return listed([...new Set(workloads.map(workloadName))], atMost);
}
/** Whether they are one object, which several files may hold: `runs`, not `run`. */
function isOneWorkload(workloads) {
	return new Set(workloads.map(({ entry }) => entry.key)).size === 1;
}
const known$4 = /* @__PURE__ */ new WeakMap();
function runningIn(graph) {
	let running = known$4.get(graph);
	if (running === void 0) {
		running = searchWorkloads(graph);
		known$4.set(graph, running);
	}
	return running;
}
function searchWorkloads(graph) {
	const { inventory } = graph;
	const accounts = /* @__PURE__ */ new Map();
	for (const entry of inventory.entriesOf("ServiceAccount")) append$4(accounts, `${entry.namespace}/${entry.object.meta.name.value}`, entry);
	const workloads = [];
	const byAccount = /* @__PURE__ */ new Map();
	for (const entry of inventory.entriesOf("Workload")) {
		if (!runsPods(entry.object)) continue;
		const account = entry.object.pod.serviceAccountName?.value ?? "default";
		const workload = runningWorkload(graph, entry, account, accounts.get(`${entry.namespace}/${account}`) ?? []);
		workloads.push(workload);
		append$4(byAccount, `${entry.namespace}/${account}`, workload);
	}
	const byNamespace = /* @__PURE__ */ new Map();
	for (const path of [...byAccount.keys()].sort()) {
		const its = byAccount.get(path) ?? [];
		const [first] = its;
		if (first === void 0) continue;
		const { namespace, account: name, key } = first;
		append$4(byNamespace, namespace, {
			namespace,
			name,
			key,
			objects: accounts.get(path) ?? [],
			workloads: its
		});
	}
	return {
		workloads,
		byNamespace
	};
}
/** A PodTemplate object runs nothing by itself. */
function runsPods({ resourceKind }) {
	return resourceKind !== "PodTemplate";
}
function runningWorkload(graph, entry, account, objects) {
	const { namespace, object } = entry;
	const isStatic = isStaticPod(graph, entry);
	const mounted = isStatic ? notMounted : automountOf(entry, objects);
	const asksForOne = !isStatic && object.pod.projectedTokens?.some((token) => isForApiServer(graph, token)) === true;
	return {
		entry,
		kind: object.resourceKind,
		name: object.meta.name.value,
		namespace,
		account,
		key: userKey(serviceAccountUserName(namespace, account)),
		static: isStatic,
		...mounted,
		getsToken: mounted.automounts || asksForOne,
		confidence: asksForOne ? "certain" : mounted.confidence,
		accountPlace: object.pod.serviceAccountName?.origin ?? object.meta.name.origin
	};
}
/** The annotation of what a kubelet runs from its own files (pkg/apis/core: MirrorPodAnnotationKey). */
const mirrorAnnotation = "kubernetes.io/config.mirror";
/** Whether a Pod is one that kubelets run from a file: it says so, kubeadm's label does, or it starts the control plane. */
function isStaticPod({ inventory }, { object, namespace, path }) {
	if (object.resourceKind !== "Pod") return false;
	const { annotations, labels } = object.meta;
	if (annotations.has(mirrorAnnotation)) return true;
	if (namespace === "kube-system" && labels.get("tier")?.value === "control-plane") return true;
	return inventory.invocations.some((placed) => placed.path === path && isWithin(placed.value.origin, object.origin));
}
function isWithin(inner, outer) {
	if (inner.kind !== "text" || outer.kind !== "text") return false;
	return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end;
}
const notMounted = {
	automounts: false,
	confidence: "certain",
	automount: void 0
};
/**
* Whether the ServiceAccount admission plugin mounts a token: the pod's word, else the account's, else yes
* (plugin/pkg/admission/serviceaccount: shouldAutomount).
*/
function automountOf({ object, path }, objects) {
	const ofPod = object.pod.automountServiceAccountToken;
	if (ofPod !== void 0) return {
		automounts: ofPod.value,
		confidence: "certain",
		automount: ofPod
	};
	const said = nearest$1(objects, path).map((account) => account.object.automountServiceAccountToken);
	const mounts = said.filter((automount) => automount?.value !== false).length;
	const disagree = mounts > 0 && mounts < said.length ? "possible" : "certain";
	return {
		automounts: said.length === 0 || mounts > 0,
		confidence: weakerConfidence(said.length === 0 ? "likely" : "certain", disagree),
		automount: said.find((automount) => automount?.value !== false === mounts > 0)
	};
}
function append$4(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region packages/rules/src/escalation/step.ts
/** Equal keys are the same vertex: `User x`, `any-account of dev`, `cluster-admin`. The order of paths goes by them. */
function vertexKey(vertex) {
	switch (vertex.kind) {
		case "identity": return vertex.key;
		case "any-account":
		case "pods":
		case "secrets":
		case "namespace-admin": return vertex.namespace === void 0 ? vertex.kind : `${vertex.kind} of ${vertex.namespace}`;
		case "any-user": return vertex.groups ? "any-user in any group" : "any-user";
		case "role": return vertex.namespace === void 0 ? `role ${vertex.role}` : `role ${vertex.role} in ${vertex.namespace}`;
		case "nodes":
		case "cluster-admin": return vertex.kind;
	}
}
/** A key as the graph hands it out. */
function asSubjectKey(key) {
	const group = groupKey("");
	return key.startsWith(group) ? groupKey(key.slice(group.length)) : userKey(key.slice(userKey("").length));
}
function identityVertex(key) {
	return {
		kind: "identity",
		key
	};
}
const clusterAdminVertex = { kind: "cluster-admin" };
//#endregion
//#region packages/rules/src/escalation/known-accounts.ts
const known$3 = /* @__PURE__ */ new WeakMap();
/** Accounts that a binding, an object or a pod names; where the inputs are complete, those that have an object. */
function knownAccounts$1(graph) {
	let accounts = known$3.get(graph);
	if (accounts === void 0) {
		accounts = findAccounts(graph);
		known$3.set(graph, accounts);
	}
	return accounts;
}
function findAccounts(graph) {
	const objects = /* @__PURE__ */ new Map();
	for (const { namespace, object } of graph.inventory.entriesOf("ServiceAccount")) {
		const name = object.meta.name.value;
		objects.set(accountKey(namespace, name), {
			namespace,
			name
		});
	}
	const named = new Map(objects);
	if (!graph.inventory.complete) for (const { namespace, account } of workloadsOf(graph)) named.set(accountKey(namespace, account), {
		namespace,
		name: account
	});
	const running = new Set(named.keys());
	for (const key of graph.subjectKeys.map(asSubjectKey)) {
		const account = named.has(key) || graph.inventory.complete ? void 0 : accountOf(key);
		if (account !== void 0) named.set(key, account);
	}
	const all = [...named].map(([key, account]) => {
		const assumed = account.namespace === "kube-system" && !running.has(key) && isBoundByDefaultOnly(graph, key);
		return {
			key,
			...account,
			assumed
		};
	});
	all.sort((a, b) => a.key < b.key ? -1 : 1);
	return {
		all,
		byNamespace: groupedBy$1(all, "namespace"),
		byName: groupedBy$1(all, "name")
	};
}
function accountKey(namespace, name) {
	return userKey(serviceAccountUserName(namespace, name));
}
/** The account that a key is of; one whose namespace the inputs do not say has the placeholder, which is no valid name. */
function accountOf(key) {
	const prefix = userKey("");
	if (!key.startsWith(prefix)) return void 0;
	const user = key.slice(prefix.length);
	const applied = serviceAccountUserName(appliedNamespace, "");
	if (user.startsWith(applied)) return {
		namespace: appliedNamespace,
		name: user.slice(applied.length)
	};
	return parseServiceAccountUserName(user);
}
function isBoundByDefaultOnly(graph, key) {
	for (const { binding } of graph.grantsOf(key)) if (binding.entry.object.origin.kind !== "built-in") return false;
	return true;
}
function groupedBy$1(accounts, field) {
	const groups = /* @__PURE__ */ new Map();
	for (const account of accounts) {
		const group = groups.get(account[field]);
		if (group === void 0) groups.set(account[field], [account]);
		else group.push(account);
	}
	return groups;
}
//#endregion
//#region packages/rules/src/escalation/step-of.ts
function grantedStep(context, made) {
	return new StepByGrants(context, made);
}
/** A class for its getters: power and hops are made when somebody looks at them, which is the case for few of many steps. */
var StepByGrants = class {
	kind;
	from;
	to;
	grants;
	confidence;
	assumption;
	obstacles;
	phrase;
	powerId;
	#context;
	#made;
	#power;
	constructor(context, made) {
		this.kind = made.kind;
		this.from = made.from;
		this.to = made.to;
		this.grants = made.from.kind === "role" ? [] : grantsOf(made.gifts);
		this.confidence = confidenceOf(context, made);
		this.assumption = made.assumption;
		this.obstacles = made.obstacles ?? noObstacles;
		this.phrase = made.phrase;
		this.powerId = made.power;
		this.#context = context;
		this.#made = made;
	}
	get power() {
		this.#power ??= heldPower(this.#context, this.#made);
		return this.#power;
	}
	get hops() {
		return powerHops(this.power, 1);
	}
};
const noObstacles = [];
function grantsOf(gifts) {
	const grants = gifts.map(({ grant }) => grant);
	return grants.length === 1 ? grants : [...new Set(grants)];
}
function confidenceOf(context, { from, gifts, confidence = "certain" }) {
	let weakest = confidence;
	for (const { grant } of gifts) {
		weakest = weakerConfidence(weakest, grant.confidence);
		if (from.kind !== "role") weakest = weakerConfidence(weakest, certaintyOf(context.graph, grant.binding).confidence);
	}
	return weakest;
}
/** What those grants are worth by themselves, in the words of the step. */
function heldPower({ minor }, made) {
	const { power: id, gifts, scope, names = [], phrase } = made;
	const [first, ...others] = gifts;
	const known = powersOf(gifts.map(({ grant }) => grant), minor).find((power) => power.id === id);
	const level = names.length > 0 || known === void 0 ? 4 : known.sureLevel;
	return {
		id,
		level,
		sureLevel: level,
		scope,
		phrase,
		witnesses: [witnessOf(first), ...others.map(witnessOf)],
		names,
		assumedHops: 0,
		takesAccounts: known?.takesAccounts ?? false,
		confidence: made.confidence === "possible" ? "possible" : known?.confidence ?? "certain"
	};
}
function witnessOf({ ability, ask, names, rule, grant }) {
	return {
		grant,
		ask,
		resource: rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource)),
		verbs: rule.verbs.filter((one) => verbMatches([one], ask.verb)),
		names,
		reach: reachOfAbility[ability]
	};
}
/** What the resource in the rule stands for, for the chain. */
const reachOfAbility = {
	everything: "all resources",
	"create-pods": "pods under any serviceAccountName",
	"write-workloads": "workloads, whose pods run under any account",
	"enter-pods": "the inside of pods",
	"request-tokens": "tokens of ServiceAccounts",
	"act-as-users": "users to act as",
	"act-as-groups": "groups to act in",
	"act-as-accounts": "ServiceAccounts to act as",
	"read-secrets": "the contents of Secrets",
	"create-secrets": "Secrets, token Secrets included",
	"bind-cluster-roles": "ClusterRoles, beyond what the binder holds",
	"bind-roles": "Roles, beyond what the binder holds",
	"write-cluster-bindings": "ClusterRoleBindings",
	"write-role-bindings": "RoleBindings",
	"escalate-cluster-roles": "ClusterRoles, beyond what the writer holds",
	"escalate-roles": "Roles, beyond what the writer holds",
	"change-cluster-roles": "ClusterRoles that are there",
	"create-cluster-roles": "new ClusterRoles",
	"change-roles": "Roles that are there",
	"approve-signers": "certificates that the API server accepts",
	"approve-requests": "requests for certificates",
	"request-certificates": "requests of its own",
	"approve-node-signers": "certificates of nodes",
	"approved-as-nodes": "the approval of what nodes ask for",
	"reach-kubelets": "the kubelets of nodes",
	"create-volumes": "volumes, hostPath included",
	"change-namespaces": "labels of namespaces, Pod Security included",
	"write-admission": "admission of every object",
	"create-mutating-policies": "policies that change objects",
	"bind-mutating-policies": "and what puts them in force",
	"write-api-services": "the server behind an API group",
	"write-aws-auth": "aws-auth"
};
/** A step that follows by itself. */
function followingStep(step) {
	const { kind, from, to, phrase, assumption, confidence = "certain", hops = [] } = step;
	return {
		kind,
		from,
		to,
		grants: [],
		powerId: void 0,
		power: void 0,
		confidence,
		assumption,
		obstacles: [],
		phrase,
		hops
	};
}
//#endregion
//#region packages/rules/src/escalation/following-steps.ts
/** What follows from being somewhere, without any grant: members of sets, groups, pods and their accounts. */
function* followingSteps(graph, from, canMore) {
	switch (from.kind) {
		case "identity":
			yield* ofIdentity(graph, from, from.key, canMore);
			return;
		case "any-account":
			yield* accountsIn(graph, from, from.namespace, canMore);
			return;
		case "any-user":
			yield* users$1(graph, from, from.groups);
			return;
		case "pods":
			yield* podAccounts(graph, from, from.namespace);
			return;
		case "secrets":
			yield* tokensIn(graph, from, from.namespace);
			return;
		case "nodes":
			yield followingStep({
				kind: "pods-on-node",
				from,
				to: everyPod,
				phrase: "sees every pod of the node"
			});
			if (canMore(everyNode)) yield memberOf(from, everyNode);
			return;
		case "namespace-admin":
			yield followingStep({
				kind: "one-of-accounts",
				from,
				to: {
					kind: "any-account",
					namespace: from.namespace
				},
				phrase: "can run pods as any of its ServiceAccounts"
			});
			return;
		case "role":
		case "cluster-admin": return;
	}
}
const everyPod = {
	kind: "pods",
	namespace: void 0
};
const everyNode = groupKey(nodesGroup);
const superusers = groupKey(mastersGroup);
function memberOf(from, group) {
	return followingStep({
		kind: "member-of",
		from,
		to: identityVertex(group),
		phrase: `is in ${group}`
	});
}
function* ofIdentity(graph, from, key, canMore) {
	if (key === superusers) yield followingStep({
		kind: "holds-everything",
		from,
		to: clusterAdminVertex,
		phrase: "is allowed everything, before any authorizer is asked"
	});
	if (key === everyNode || isNodeUser(key.slice(userKey("").length))) yield followingStep({
		kind: "node-credential",
		from,
		to: everyPod,
		phrase: "gets tokens of the accounts of its pods",
		assumption: "the pod is on that node",
		confidence: "likely"
	});
	for (const group of [...membershipsOf(key), ...groupsWritten(graph, key)]) if (canMore(group)) yield memberOf(from, group);
}
const writtenGroups = /* @__PURE__ */ new WeakMap();
/** Groups that an object says a user is in, as on OpenShift. */
function groupsWritten(graph, key) {
	let byUser = writtenGroups.get(graph);
	if (byUser === void 0) {
		const found = /* @__PURE__ */ new Map();
		for (const { object } of graph.inventory.entriesOf("Group")) {
			const group = groupKey(object.meta.name.value);
			for (const { value } of object.users) {
				const known = found.get(userKey(value));
				if (known === void 0) found.set(userKey(value), [group]);
				else if (!known.includes(group)) known.push(group);
			}
		}
		byUser = found;
		writtenGroups.set(graph, byUser);
	}
	return byUser.get(key) ?? [];
}
function* accountsIn(graph, from, namespace, canMore) {
	const accounts = knownAccounts$1(graph);
	const its = namespace === void 0 ? accounts.all : accounts.byNamespace.get(namespace) ?? [];
	for (const account of its) yield oneOfAccounts(from, account);
	const groups = [...namespace === void 0 ? accounts.byNamespace.keys() : [namespace]].map((one) => groupKey(namespaceServiceAccountsGroup(one)));
	const wider = membershipsOf(groupKey(serviceAccountsGroup));
	for (const group of [
		...groups,
		groupKey(serviceAccountsGroup),
		...wider.filter(isGroup$1)
	]) if (canMore(group)) yield memberOf(from, group);
}
function isGroup$1(key) {
	return key.startsWith(groupKey(""));
}
function oneOfAccounts(from, { key, namespace, name, assumed }) {
	const to = identityVertex(key);
	const account = `ServiceAccount ${namespacedName(namespace, name)}`;
	if (!assumed) return followingStep({
		kind: "one-of-accounts",
		from,
		to,
		phrase: `one of them is ${account}`
	});
	return followingStep({
		kind: "controllers",
		from,
		to,
		phrase: `one of them is ${account}`,
		assumption: "kube-controller-manager creates it",
		confidence: "likely"
	});
}
function* users$1(graph, from, withGroups) {
	for (const key of graph.subjectKeys) {
		if (key === superusers) continue;
		const isUser = key.startsWith(userKey(""));
		const user = key.slice(userKey("").length);
		if (!(isUser && parseServiceAccountUserName(user) === void 0 && !isNodeUser(user)) && !withGroups) continue;
		yield followingStep({
			kind: "one-of-users",
			from,
			to: identityVertex(asSubjectKey(key)),
			phrase: `one of them is ${named(key)}`
		});
	}
}
function named(key) {
	const account = accountOf(key);
	return account === void 0 ? quotable(key) : `ServiceAccount ${namespacedName(account.namespace, account.name)}`;
}
function* podAccounts(graph, from, namespace) {
	const running = namespace === void 0 ? runningAccounts(graph) : accountsRunningIn(graph, namespace);
	for (const account of running) {
		const step = podRunsAs(from, account);
		if (step !== void 0) yield step;
	}
}
/** Undefined where no pod of the account gets a token. */
function podRunsAs(from, { namespace, name, key, workloads }) {
	const workload = workloads.find(({ getsToken, confidence }) => getsToken && confidence !== "possible") ?? workloads.find(({ getsToken }) => getsToken);
	if (workload === void 0) return void 0;
	const where = `${workload.kind} ${namespacedName(namespace, workload.name)}`;
	return followingStep({
		kind: "pod-runs-as",
		from,
		to: identityVertex(asSubjectKey(key)),
		phrase: `${where} runs as ServiceAccount ${namespacedName(namespace, name)} (${whereOf(workload.accountPlace)})`,
		confidence: workload.confidence === "possible" ? "possible" : "certain",
		hops: [hop(workload.accountPlace, `runs as ${quotable(name)}`)]
	});
}
function* tokensIn(graph, from, namespace) {
	for (const { entry, namespace: of, account } of tokenSecrets(graph)) {
		if (namespace !== void 0 && entry.namespace !== namespace) continue;
		const { name } = entry.object.meta;
		const secret = namespacedName(entry.namespace, name.value);
		yield followingStep({
			kind: "token-in-secret",
			from,
			to: identityVertex(userKey(serviceAccountUserName(of, account))),
			phrase: `one of them, ${secret}, is a token of ServiceAccount ${namespacedName(of, account)} (${whereOf(name.origin)})`,
			hops: [hop(name.origin, `a token of ${quotable(account)}`)]
		});
	}
}
//#endregion
//#region packages/rules/src/escalation/held-gifts.ts
/** Through each binding the rights that its role gives; one without names includes those with. */
function collectGifts(grants, minor) {
	const gifts = /* @__PURE__ */ new Map();
	const unnamed = /* @__PURE__ */ new Map();
	for (const grant of grants) for (const gift of giftsOf(grant.rule, grant.scope.kind, minor)) {
		let ofAbility = gifts.get(gift.ability);
		if (ofAbility === void 0) {
			ofAbility = {
				all: [],
				byNamespace: /* @__PURE__ */ new Map()
			};
			gifts.set(gift.ability, ofAbility);
		}
		const namespace = grant.scope.kind === "cluster" ? "" : grant.scope.namespace;
		const known = ofAbility.byNamespace.get(namespace);
		const held = {
			...gift,
			grant
		};
		if (known !== void 0 && isIncluded(held, unnamed.get(known))) continue;
		ofAbility.all.push(held);
		const here = known ?? [];
		if (known === void 0) ofAbility.byNamespace.set(namespace, here);
		here.push(held);
		if (gift.names.length === 0) unnamed.set(here, held);
	}
	return gifts;
}
/** Whether a right without names of the same binding says all that this one does. */
function isIncluded({ grant: { binding }, ask }, whole) {
	if (whole === void 0 || whole.grant.binding !== binding) return false;
	return ask.verb !== "create" || whole.ask.verb === "create";
}
const noGifts = [];
/** Every right of an ability that somebody holds by its own bindings. */
function ownGifts({ own }, ability) {
	return own.get(ability)?.all ?? noGifts;
}
/**
* Pairs of rights of which somebody holds at least one by its own bindings: each own right with the first that fits.
*
* One pair for each right, so that what is found is linear in what is held.
*/
function pairsOf(held, first, second, fits = always) {
	if (!held.own.has(first) && !held.own.has(second)) return noPairs;
	const pairs = [];
	const told = /* @__PURE__ */ new Set();
	for (const one of ownGifts(held, first)) {
		const found = partnerOf(one, held, second, (other) => fits(one, other));
		if (found === void 0) continue;
		told.add(found.partner);
		pairs.push({
			gifts: [one, found.partner],
			scope: found.scope
		});
	}
	for (const other of ownGifts(held, second)) {
		if (told.has(other)) continue;
		const found = partnerOf(other, held, first, (one) => fits(one, other));
		if (found !== void 0) pairs.push({
			gifts: [found.partner, other],
			scope: found.scope
		});
	}
	return pairs;
}
const noPairs = [];
const always = () => true;
/** The first that fits: of the whole cluster, then of the same namespace; own ones before inherited ones. */
function partnerOf({ grant: { scope } }, { own, inherited }, ability, fits) {
	for (const gifts of [own, ...inherited]) {
		const byNamespace = gifts.get(ability)?.byNamespace;
		const partner = byNamespace?.get("")?.find(fits);
		if (partner !== void 0) return {
			partner,
			scope
		};
		const near = scope.kind === "cluster" ? byNamespace : inOne(byNamespace, scope.namespace);
		for (const here of near?.values() ?? []) {
			const found = here.find(fits);
			if (found !== void 0) return {
				partner: found,
				scope: found.grant.scope
			};
		}
	}
}
function inOne(byNamespace, namespace) {
	const here = byNamespace?.get(namespace);
	return here === void 0 ? /* @__PURE__ */ new Map() : new Map([[namespace, here]]);
}
//#endregion
//#region packages/rules/src/escalation/taker.ts
function namespaceOf$2(scope) {
	return scope.kind === "cluster" ? void 0 : scope.namespace;
}
/** Every verb on every resource of the scope. */
function everythingIn(scope) {
	return scope.kind === "cluster" ? clusterAdminVertex : {
		kind: "namespace-admin",
		namespace: scope.namespace
	};
}
/** Accounts of some names: in the namespace, known or not; cluster-wide those that are known. */
function accountsNamed({ context }, scope, names) {
	if (scope.kind === "namespace") return names.map((name) => identityVertex(userKey(serviceAccountUserName(scope.namespace, name))));
	const { byName } = knownAccounts$1(context.graph);
	return names.flatMap((name) => byName.get(name) ?? []).map(({ key }) => identityVertex(key));
}
//#endregion
//#region packages/rules/src/escalation/identity-steps.ts
/** Another identity by a header or by a certificate. */
function* identitySteps(taker) {
	yield* asAccount$1(taker);
	yield* asUser$1(taker);
	yield* asGroupMember$1(taker, "act-as-users");
	yield* asGroupMember$1(taker, "act-as-accounts");
	yield* certificateSteps(taker);
	yield* nodeCertificateSteps(taker);
}
function* asAccount$1(taker) {
	const { context, from, held } = taker;
	for (const gift of ownGifts(held, "act-as-accounts")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "impersonate",
			from,
			power: "impersonate-service-accounts",
			gifts: [gift],
			scope
		};
		if (names.length === 0) {
			const phrase = `act as every ServiceAccount ${ofScope(scope)}`;
			yield grantedStep(context, {
				...base,
				to: {
					kind: "any-account",
					namespace: namespaceOf$2(scope)
				},
				phrase
			});
			continue;
		}
		const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
		const phrase = `act as ServiceAccount ${listed(names.map(quotable))} ${where}`;
		for (const to of accountsNamed(taker, scope, names)) yield grantedStep(context, {
			...base,
			names,
			to,
			phrase
		});
	}
}
function* asUser$1({ context, from, held }) {
	for (const gift of ownGifts(held, "act-as-users")) {
		const { names, grant } = gift;
		const base = {
			kind: "impersonate",
			from,
			power: "impersonate-users",
			scope: grant.scope
		};
		if (names.length === 0) {
			const phrase = "act as any user";
			yield grantedStep(context, {
				...base,
				gifts: [gift],
				to: {
					kind: "any-user",
					groups: false
				},
				phrase
			});
			continue;
		}
		for (const name of names) {
			const inGroup = isNodeUser(name) ? partnerOf(gift, held, "act-as-groups", coversNodes) : void 0;
			if (isNodeUser(name) && inGroup === void 0) continue;
			yield grantedStep(context, {
				...base,
				names: [name],
				gifts: inGroup === void 0 ? [gift] : [gift, inGroup.partner],
				to: identityVertex(userKey(name)),
				phrase: `act as User ${quotable(name)}`
			});
		}
	}
}
function coversNodes({ names }) {
	return names.length === 0 || names.includes("system:nodes");
}
/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember$1({ context, from, held }, somebody) {
	for (const { gifts, scope } of pairsOf(held, "act-as-groups", somebody)) {
		const [asked] = gifts;
		const base = {
			kind: "impersonate",
			from,
			power: "impersonate-users",
			gifts,
			scope
		};
		if (asked.names.length === 0 || asked.names.includes("system:masters")) {
			const phrase = `act as a member of ${asked.names.length === 0 ? "any group" : "the superusers' group"}`;
			yield grantedStep(context, {
				...base,
				names: asked.names,
				to: clusterAdminVertex,
				phrase
			});
			continue;
		}
		for (const name of asked.names) {
			const phrase = `act as a member of ${quotable(name)}`;
			yield grantedStep(context, {
				...base,
				names: [name],
				to: identityVertex(groupKey(name)),
				phrase
			});
		}
	}
}
const anybody = {
	kind: "any-user",
	groups: true
};
/** A client certificate of anybody but the superusers (plugin/pkg/admission/certificates/subjectrestriction). */
function* certificateSteps({ context, from, held }) {
	for (const { gifts, scope } of pairsOf(held, "approve-signers", "approve-requests")) {
		const asking = partnerOf(gifts[0], held, "request-certificates", () => true);
		const base = {
			kind: "approve-certificate",
			from,
			to: anybody,
			power: "approve-certificates",
			scope
		};
		if (asking === void 0) {
			const phrase = "approve client certificates for any user";
			const assumption = "somebody who shares the key asks for the certificate";
			yield grantedStep(context, {
				...base,
				gifts,
				phrase,
				assumption,
				confidence: "likely"
			});
		} else {
			const phrase = "ask for a client certificate of any user and approve it";
			yield grantedStep(context, {
				...base,
				gifts: [...gifts, asking.partner],
				phrase
			});
		}
	}
}
/** A client certificate of a node: approved by hand, or by kube-controller-manager for whoever has the right to that. */
function* nodeCertificateSteps({ context, from, held }) {
	const base = {
		kind: "approve-certificate",
		from,
		to: identityVertex(groupKey(nodesGroup))
	};
	for (const { gifts, scope } of pairsOf(held, "approve-node-signers", "approve-requests")) {
		const asking = partnerOf(gifts[0], held, "request-certificates", () => true);
		if (asking === void 0) continue;
		const phrase = "ask for a client certificate of any node and approve it";
		const given = {
			gifts: [...gifts, asking.partner],
			scope,
			phrase
		};
		yield grantedStep(context, {
			...base,
			...given,
			power: "approve-node-certificates"
		});
	}
	for (const { gifts, scope } of pairsOf(held, "approved-as-nodes", "request-certificates")) {
		const phrase = "get client certificates in the name of any node";
		yield grantedStep(context, {
			...base,
			power: "request-node-certificates",
			gifts,
			scope,
			phrase
		});
	}
}
//#endregion
//#region packages/rules/src/escalation/pod-security.ts
const enforceLabel = "pod-security.kubernetes.io/enforce";
const known$2 = /* @__PURE__ */ new WeakMap();
const unseen = { seen: false };
/** The Pod Security level that a namespace enforces; of several definitions that differ, the weakest. */
function podSecurityOf(graph, namespace) {
	let byName = known$2.get(graph);
	if (byName === void 0) {
		byName = readNamespaces(graph);
		known$2.set(graph, byName);
	}
	return byName.get(namespace) ?? unseen;
}
function readNamespaces({ inventory }) {
	const byName = /* @__PURE__ */ new Map();
	for (const { object } of inventory.entriesOf("Namespace")) {
		const name = object.meta.name.value;
		const label = object.meta.labels.get(enforceLabel);
		const before = byName.get(name);
		if (before?.seen === true && before.enforced === void 0) continue;
		byName.set(name, {
			seen: true,
			enforced: label
		});
	}
	return byName;
}
/** Whether the level keeps pods from taking over their node: all but `privileged` do (pod-security-admission: policy). */
function keepsFromNode(security) {
	return security.seen && security.enforced !== void 0 && isLevel(security.enforced.value);
}
function isLevel(value) {
	return value === "baseline" || value === "restricted";
}
//#endregion
//#region packages/rules/src/escalation/pod-steps.ts
const nodes = { kind: "nodes" };
/** Pods of one's own, under any account, and what they open. */
function* podSteps(taker) {
	const { context, from, held } = taker;
	for (const ability of ["create-pods", "write-workloads"]) {
		for (const gift of ownGifts(held, ability)) {
			const { scope } = gift.grant;
			const what = ability === "create-pods" ? "pods" : "workloads";
			const podSecurity = obstaclesToNodes(taker, scope);
			yield grantedStep(context, {
				kind: ability === "create-pods" ? "create-pod" : "write-workload",
				from,
				to: {
					kind: "any-account",
					namespace: namespaceOf$2(scope)
				},
				power: ability,
				gifts: [gift],
				scope,
				phrase: `run ${what} as any ServiceAccount ${ofScope(scope)}`
			});
			if (podSecurity.stop) continue;
			yield grantedStep(context, {
				kind: "run-privileged",
				from,
				to: nodes,
				power: ability,
				gifts: [gift],
				scope,
				phrase: `run privileged pods ${inScope(scope)}`,
				confidence: podSecurity.seen ? "likely" : "possible",
				assumption: "admission lets privileged pods pass",
				obstacles: podSecurity.obstacles
			});
		}
		yield* volumeSteps(taker, ability);
		yield* relabelSteps(taker, ability);
	}
}
/** What keeps privileged pods out of a namespace, as far as the inputs say. */
function obstaclesToNodes({ context: { graph } }, scope) {
	if (scope.kind === "cluster") return {
		stop: false,
		seen: false,
		obstacles: []
	};
	const security = podSecurityOf(graph, scope.namespace);
	if (!security.seen) return {
		stop: false,
		seen: false,
		obstacles: [podSecurityUnseen(scope.namespace)]
	};
	return {
		stop: keepsFromNode(security),
		seen: true,
		obstacles: []
	};
}
function podSecurityUnseen(namespace) {
	return `no Namespace object sets a Pod Security level for ${quotable(namespace)}`;
}
/** A volume out of a folder of the node is none that Pod Security looks at: a claim mounts it. */
function* volumeSteps({ context, from, held }, pods) {
	for (const { gifts, scope } of pairsOf(held, "create-volumes", pods)) yield grantedStep(context, {
		kind: "mount-host-path",
		from,
		to: nodes,
		power: "create-persistent-volumes",
		gifts,
		scope,
		phrase: `mount any folder of any node into pods ${inScope(scope)}`
	});
}
/** Pod Security is a label, and whoever writes the Namespace writes it. */
function* relabelSteps(taker, pods) {
	const { context, from, held } = taker;
	for (const { gifts } of pairsOf(held, "change-namespaces", pods, meetInNamespace)) {
		const [labels, creating] = gifts;
		const scope = whereRelabelled(labels, creating);
		const namespace = namespaceOf$2(scope);
		const security = namespace === void 0 ? void 0 : podSecurityOf(context.graph, namespace);
		const enforced = security?.seen === true ? security.enforced : void 0;
		const stopped = enforced === void 0 ? "" : `, now ${quotable(enforced.value)} (${whereOf(enforced.origin)})`;
		yield grantedStep(context, {
			kind: "relabel-namespace",
			from,
			to: nodes,
			power: "label-namespaces",
			gifts,
			scope,
			phrase: `take Pod Security off ${namespace === void 0 ? "any namespace" : quotable(namespace)} and run privileged pods there`,
			confidence: security?.seen === true ? "certain" : "likely",
			obstacles: enforced === void 0 ? [] : [`Pod Security of ${quotable(namespace ?? "")}${stopped}, which it can change`]
		});
	}
}
/** A Namespace is asked for by its own name, at the scope of itself. */
function meetInNamespace(labels, pods) {
	const { scope } = pods.grant;
	if (labels.names.length === 0 || scope.kind === "cluster") return true;
	return labels.names.includes(scope.namespace);
}
function whereRelabelled({ grant, names }, { grant: { scope } }) {
	if (scope.kind === "namespace") return scope;
	if (grant.scope.kind === "namespace") return grant.scope;
	const [only] = names;
	return only === void 0 ? scope : {
		kind: "namespace",
		namespace: only
	};
}
/** The inside of pods that run, and so their accounts. */
function* enterSteps(taker) {
	const { context, from, held } = taker;
	for (const gift of ownGifts(held, "enter-pods")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "enter-pod",
			from,
			power: "exec-pods",
			gifts: [gift],
			scope
		};
		if (names.length > 0) {
			const phrase = `run commands in Pod ${listed(names.map(quotable))} ${ofScope(scope)}`;
			for (const to of accountsOfPods(taker, scope, names)) yield grantedStep(context, {
				...base,
				names,
				to,
				phrase
			});
			continue;
		}
		const namespace = namespaceOf$2(scope);
		const isEmpty = namespace !== void 0 && accountsRunningIn(context.graph, namespace).length === 0;
		yield grantedStep(context, {
			...base,
			to: {
				kind: "pods",
				namespace
			},
			phrase: `run commands in every pod ${ofScope(scope)}`,
			obstacles: isEmpty ? [`no workload ${ofScope(scope)} is among the inputs`] : []
		});
	}
	for (const gift of ownGifts(held, "reach-kubelets")) {
		const { names } = gift;
		yield grantedStep(context, {
			kind: "reach-kubelet",
			from,
			to: {
				kind: "pods",
				namespace: void 0
			},
			power: "reach-kubelets",
			gifts: [gift],
			scope: gift.grant.scope,
			names,
			phrase: names.length === 0 ? "run commands in every pod through the kubelets" : `run commands in the pods of node ${listed(names.map(quotable))} through its kubelet`,
			assumption: names.length === 0 ? void 0 : "the pod is on that node",
			confidence: names.length === 0 ? "certain" : "possible"
		});
	}
}
/** Only a Pod that is written as such has a name that a role can know. */
function accountsOfPods({ context: { graph } }, scope, names) {
	const keys = workloadsOf(graph).filter(({ kind, name, namespace, getsToken }) => {
		if (kind !== "Pod" || !getsToken || !names.includes(name)) return false;
		return scope.kind === "cluster" || scope.namespace === namespace;
	}).map(({ namespace, account }) => userKey(serviceAccountUserName(namespace, account)));
	return [...new Set(keys)].map(identityVertex);
}
/** Whoever is asked before an object is stored, or answers in place of the API server. */
function* admissionSteps({ context, from, held }) {
	const control = {
		kind: "control-admission",
		from,
		to: {
			kind: "pods",
			namespace: void 0
		},
		phrase: "rewrite every pod on its way into the cluster",
		assumption: "a pod is created meanwhile",
		confidence: "likely"
	};
	for (const gift of ownGifts(held, "write-admission")) yield grantedStep(context, {
		...control,
		power: "write-admission",
		gifts: [gift],
		scope: gift.grant.scope
	});
	for (const { gifts, scope } of pairsOf(held, "create-mutating-policies", "bind-mutating-policies")) yield grantedStep(context, {
		...control,
		power: "create-mutating-policies",
		gifts,
		scope
	});
	for (const gift of ownGifts(held, "write-api-services")) yield grantedStep(context, {
		kind: "replace-api-server",
		from,
		to: {
			kind: "any-account",
			namespace: void 0
		},
		power: "write-apiservices",
		gifts: [gift],
		scope: gift.grant.scope,
		names: gift.names,
		phrase: "put a server of its own in front of parts of the API",
		assumption: "controllers believe what it answers",
		confidence: "possible"
	});
}
//#endregion
//#region packages/rules/src/escalation/role-steps.ts
/** More rights for oneself: everything at once, by binding a role, by writing one. */
function* roleSteps(taker) {
	yield* holdSteps(taker);
	yield* bindSteps(taker, "bind-cluster-roles", "write-cluster-bindings");
	yield* bindSteps(taker, "bind-cluster-roles", "write-role-bindings");
	yield* bindSteps(taker, "bind-roles", "write-role-bindings");
	yield* escalateSteps(taker, "escalate-cluster-roles", "change-cluster-roles");
	yield* escalateSteps(taker, "escalate-roles", "change-roles");
	yield* injectSteps(taker);
	yield* mapSteps(taker);
}
function* holdSteps({ context, from, held }) {
	for (const gift of ownGifts(held, "everything")) {
		const { scope } = gift.grant;
		const phrase = `do everything ${inScope(scope)}`;
		yield grantedStep(context, {
			kind: "holds-everything",
			from,
			power: "everything",
			gifts: [gift],
			scope,
			to: everythingIn(scope),
			phrase
		});
	}
}
/**
* What may be bound decides (pkg/registry/rbac/{rolebinding,clusterrolebinding}/policybased: BindingAuthorized): any
* role, or some by name. A binding that is there can take one more subject, but no other role.
*/
function* bindSteps(taker, bind, write) {
	const { context, from, held } = taker;
	const kind = bind === "bind-roles" ? "Role" : "ClusterRole";
	for (const { gifts, scope: common } of pairsOf(held, bind, write)) {
		const [binding, writing] = gifts;
		if (write === "write-cluster-bindings" && common.kind === "namespace") continue;
		const everywhere = write === "write-role-bindings" && common.kind === "cluster";
		const base = {
			kind: "bind-role",
			from,
			power: write === "write-cluster-bindings" ? "bind" : "bind-in-namespace",
			gifts,
			scope: common
		};
		for (const target of bindable$1(taker, kind, binding, writing, common)) {
			const to = vertexOfRole(kind, target, common, everywhere);
			if (to !== void 0) yield grantedStep(context, {
				...base,
				to,
				names: target === "*" ? [] : [target],
				phrase: bindPhrase(kind, target, common, write)
			});
		}
	}
}
function bindPhrase(kind, target, scope, write) {
	const where = write === "write-cluster-bindings" ? "in the whole cluster" : scope.kind === "cluster" ? "in any namespace" : inScope(scope);
	if (target !== "*") return `bind ${kind} ${quotable(target)} to itself ${where}`;
	return write === "write-cluster-bindings" ? "bind any ClusterRole, cluster-admin included" : `bind any role to itself ${where}`;
}
/** Names of the roles that it can bind to itself, or any. */
function bindable$1({ context: { graph } }, kind, { names: mayBind }, { ask, names: bindings }, scope) {
	if (ask.verb === "create" && bindings.length === 0) return mayBind.length === 0 ? ["*"] : mayBind;
	const found = /* @__PURE__ */ new Set();
	for (const { entry, scope: at } of graph.bindings) {
		const { roleRef, meta } = entry.object;
		if (at.kind !== scope.kind || at.kind === "namespace" && namespaceOf$2(scope) !== at.namespace) continue;
		if (roleRef.kind.value !== kind || bindings.length > 0 && !bindings.includes(meta.name.value)) continue;
		if (mayBind.length === 0 || mayBind.includes(roleRef.name.value)) found.add(roleRef.name.value);
	}
	return [...found].sort();
}
function vertexOfRole(kind, name, scope, everywhere) {
	if (kind === "ClusterRole" && name === "cluster-admin" || name === "*" && kind === "ClusterRole") return everywhere ? {
		kind: "namespace-admin",
		namespace: void 0
	} : everythingIn(scope);
	if (kind === "Role" && scope.kind === "cluster") return void 0;
	return {
		kind: "role",
		role: keyOfRole(kind, name, scope),
		namespace: namespaceOf$2(scope)
	};
}
function keyOfRole(kind, name, scope) {
	const origin = {
		kind: "built-in",
		of: "a role that may be bound"
	};
	return roleKey({
		origin,
		kind: located(kind, origin),
		name: located(name, origin)
	}, namespaceOf$2(scope) ?? "");
}
/** Any right, in a role that it is bound to itself (pkg/registry/rbac/{role,clusterrole}/policybased: Update). */
function* escalateSteps({ context, from, held, boundTo }, escalate, change) {
	const kind = escalate === "escalate-roles" ? "Role" : "ClusterRole";
	for (const { gifts, scope } of pairsOf(held, escalate, change)) {
		const base = {
			kind: "escalate-role",
			from,
			power: kind === "Role" ? "escalate-in-namespace" : "escalate",
			gifts
		};
		const names = namesInBoth(gifts[0].names, gifts[1].names);
		const told = /* @__PURE__ */ new Set();
		for (const role of boundTo()) {
			if (role.kind !== kind || names !== void 0 && !names.includes(role.name)) continue;
			if (kind === "Role" && scope.kind === "namespace" && namespaceOf$2(role.scope) !== scope.namespace) continue;
			const at = namespaceOf$2(role.scope) ?? "";
			if (told.has(at)) continue;
			told.add(at);
			yield grantedStep(context, {
				...base,
				scope: role.scope,
				names: names ?? [],
				to: everythingIn(role.scope),
				phrase: `write any right into ${kind} ${quotable(role.name)}, which it is bound to${at === "" ? "" : ` ${inScope(role.scope)}`}`
			});
		}
	}
}
/** Undefined: any. */
function namesInBoth(one, other) {
	if (one.length === 0) return other.length === 0 ? void 0 : other;
	return other.length === 0 ? one : one.filter((name) => other.includes(name));
}
/** A new ClusterRole with the label by which a role that it is bound to takes in others. */
function* injectSteps({ context, from, held, boundTo }) {
	for (const { gifts } of pairsOf(held, "escalate-cluster-roles", "create-cluster-roles", isUnnamed)) {
		const role = boundTo().find(({ aggregates, scope }) => aggregates && scope.kind === "cluster") ?? boundTo().find(({ aggregates }) => aggregates);
		if (role === void 0) continue;
		yield grantedStep(context, {
			kind: "inject-aggregate",
			from,
			to: everythingIn(role.scope),
			power: "escalate",
			gifts,
			scope: role.scope,
			phrase: `add any right to ClusterRole ${quotable(role.name)}, which it is bound to, by a label`
		});
	}
}
/** Creating names no object while rights are checked, so names rule it out. */
function isUnnamed({ names }) {
	return names.length === 0;
}
function* mapSteps({ context, from, held }) {
	for (const gift of ownGifts(held, "write-aws-auth")) {
		const { scope } = gift.grant;
		if (scope.kind === "namespace" && scope.namespace !== "kube-system") continue;
		yield grantedStep(context, {
			kind: "write-identity-map",
			from,
			to: clusterAdminVertex,
			power: "write-aws-auth",
			gifts: [gift],
			scope,
			phrase: "write aws-auth, the list of users and groups of EKS"
		});
	}
}
//#endregion
//#region packages/rules/src/escalation/token-steps.ts
/** Tokens of other accounts: issued, read, or made to be read. */
function* tokenSteps(taker) {
	yield* requestSteps(taker);
	yield* readSteps(taker);
	yield* createSteps(taker);
}
function* requestSteps(taker) {
	const { context, from, held } = taker;
	for (const gift of ownGifts(held, "request-tokens")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "request-token",
			from,
			power: "create-tokens",
			gifts: [gift],
			scope
		};
		if (names.length === 0) {
			const phrase = `issue tokens of every ServiceAccount ${ofScope(scope)}`;
			yield grantedStep(context, {
				...base,
				to: {
					kind: "any-account",
					namespace: namespaceOf$2(scope)
				},
				phrase
			});
			continue;
		}
		const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
		const phrase = `issue tokens of ServiceAccount ${listed(names.map(quotable))} ${where}`;
		for (const to of accountsNamed(taker, scope, names)) yield grantedStep(context, {
			...base,
			names,
			to,
			phrase
		});
	}
}
function* readSteps({ context, from, held }) {
	for (const gift of ownGifts(held, "read-secrets")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "read-token-secret",
			from,
			power: "read-secrets",
			gifts: [gift],
			scope
		};
		if (names.length === 0) {
			const phrase = `read every Secret ${inScope(scope)}`;
			yield grantedStep(context, {
				...base,
				to: {
					kind: "secrets",
					namespace: namespaceOf$2(scope)
				},
				phrase
			});
			continue;
		}
		for (const { entry, namespace, account } of tokenSecrets(context.graph)) {
			const name = entry.object.meta.name.value;
			if (!names.includes(name) || scope.kind === "namespace" && scope.namespace !== entry.namespace) continue;
			const to = identityVertex(userKey(serviceAccountUserName(namespace, account)));
			const phrase = `read Secret ${quotable(name)} ${inScope(scope)}, a token`;
			yield grantedStep(context, {
				...base,
				names,
				to,
				phrase
			});
		}
	}
}
/** The token controller fills a Secret of its type with a token of the account that it names. */
function* createSteps({ context, from, held }) {
	const base = {
		kind: "create-token-secret",
		from,
		power: "write-secrets"
	};
	const everywhere = /* @__PURE__ */ new Set();
	for (const { gifts, scope } of pairsOf(held, "create-secrets", "read-secrets", (_, { names }) => names.length === 0)) {
		everywhere.add(namespaceOf$2(scope) ?? "");
		const phrase = `write and read token Secrets ${inScope(scope)}`;
		const to = {
			kind: "any-account",
			namespace: namespaceOf$2(scope)
		};
		yield grantedStep(context, {
			...base,
			to,
			gifts,
			scope,
			phrase
		});
	}
	for (const { gifts, scope } of pairsOf(held, "create-secrets", "read-secrets", (_, { names }) => names.length > 0)) {
		const namespace = namespaceOf$2(scope);
		if (everywhere.has("") || everywhere.has(namespace ?? "")) continue;
		const [, read] = gifts;
		const name = listed(read.names.map(quotable), 1);
		yield grantedStep(context, {
			...base,
			to: {
				kind: "any-account",
				namespace
			},
			gifts,
			scope,
			phrase: `write and read Secret ${name} ${inScope(scope)} as a token`,
			...canDelete(read) ? {} : {
				assumption: "no Secret of that name is there yet",
				confidence: "possible"
			}
		});
	}
}
function canDelete({ grant: { rule } }) {
	return ruleGives(rule, {
		verb: "delete",
		apiGroup: "",
		resource: "secrets",
		subresource: "",
		carriesName: true
	});
}
//#endregion
//#region packages/rules/src/escalation/escalation-graph.ts
const whole = /* @__PURE__ */ new WeakMap();
const ofInputs = /* @__PURE__ */ new WeakMap();
/** Every step that the grants of a cluster make possible, and what follows from each; made once per graph. */
function escalationGraph(context) {
	return once$1(whole, context, () => everybody$2(context.graph));
}
/**
* The part of it that somebody to whom the inputs grant something can come to: all that the rules look at. Where the
* inputs grant nothing of the kind, that is nothing, and the default policy need not be looked at.
*/
function escalationFromInputs(context) {
	return whole.get(context.graph) ?? once$1(ofInputs, context, () => grantedByInputs$1(context));
}
function once$1(known, context, starts) {
	let graph = known.get(context.graph);
	if (graph === void 0) {
		graph = build(context, rbacIsAsked(context.graph) ? starts() : []);
		known.set(context.graph, graph);
	}
	return graph;
}
/** Goes on from where it starts to whatever a step leads to, each once. */
function build(context, starts) {
	const nodes = /* @__PURE__ */ new Map();
	const open = [...starts];
	const expand = expander(context);
	for (const vertex of open) {
		const key = vertexKey(vertex);
		if (nodes.has(key)) continue;
		const out = expand(vertex);
		nodes.set(key, {
			vertex,
			out,
			into: []
		});
		for (const { to } of out) open.push(to);
	}
	for (const { out } of nodes.values()) for (const step of out) nodes.get(vertexKey(step.to))?.into.push(step);
	const none = [];
	return {
		vertices: [...nodes.keys()].sort().flatMap((key) => nodes.get(key)?.vertex ?? []),
		stepsFrom: (vertex) => nodes.get(vertexKey(vertex))?.out ?? none,
		stepsTo: (vertex) => nodes.get(vertexKey(vertex))?.into ?? none
	};
}
function everybody$2(graph) {
	return [...graph.subjectKeys.map((key) => identityVertex(asSubjectKey(key))), ...knownAccounts$1(graph).all.map(({ key }) => identityVertex(key))];
}
/** Whoever a binding of the inputs gives a part of some step. */
function grantedByInputs$1({ graph, minor }) {
	const keys = /* @__PURE__ */ new Set();
	for (const binding of graph.bindings) {
		const { entry, scope } = binding;
		if (entry.object.origin.kind === "built-in" || !rolesOf(binding).some(gives(scope.kind, minor))) continue;
		for (const subject of entry.object.subjects) {
			const key = subjectKey(subject, entry.namespace);
			if (key !== void 0) keys.add(key);
		}
	}
	return [...keys].sort().map(identityVertex);
}
function gives(scope, minor) {
	return ({ rules }) => rules.some((rule) => giftsOf(rule, scope, minor).length > 0);
}
function expander(context) {
	const { graph, minor } = context;
	const gifts = /* @__PURE__ */ new Map();
	const giftsOfKey = (key) => {
		let known = gifts.get(key);
		if (known === void 0) {
			known = collectGifts(graph.grantsOf(key, (rule) => giftsOf(rule, "cluster", minor).length > 0), minor);
			gifts.set(key, known);
		}
		return known;
	};
	const canMore = (group) => sharpGroups.has(group) || giftsOfKey(group).size > 0;
	return (from) => {
		if (from.kind === "identity") {
			const { key } = from;
			const inherited = membershipsOf(key).map(giftsOfKey).filter(({ size }) => size > 0);
			const held = {
				own: giftsOfKey(key),
				inherited
			};
			if (key.startsWith(userKey(""))) gifts.delete(key);
			const boundTo = () => [key, ...membershipsOf(key)].flatMap((one) => boundRoles(graph, one));
			return [...grantedSteps({
				context,
				from,
				held,
				boundTo
			}), ...followingSteps(graph, from, canMore)];
		}
		if (from.kind === "role") return grantedSteps(roleTaker(context, from));
		return [...followingSteps(graph, from, canMore)];
	};
}
const sharpGroups = new Set([groupKey(mastersGroup), groupKey(nodesGroup)]);
function grantedSteps(taker) {
	if (taker.held.own.size === 0) return [];
	return [
		...roleSteps(taker),
		...podSteps(taker),
		...enterSteps(taker),
		...tokenSteps(taker),
		...identitySteps(taker),
		...admissionSteps(taker)
	];
}
/** Whoever bound a role to themselves, with what it gives there. */
function roleTaker(context, from) {
	const { role, namespace } = from;
	const scope = namespace === void 0 ? { kind: "cluster" } : {
		kind: "namespace",
		namespace
	};
	const isAny = role.endsWith(`/*`);
	const wanted = role.slice(0, role.length - 1);
	const roles = context.graph.roles.filter(({ entry }) => isAny ? entry.key.startsWith(wanted) : entry.key === role);
	const grants = roles.flatMap((one) => grantsIfBound(one)).map((grant) => ({
		...grant,
		scope
	}));
	const boundTo = () => roles.map(({ entry: { object } }) => {
		return {
			kind: object.kind,
			name: object.meta.name.value,
			scope,
			aggregates: object.aggregation !== void 0
		};
	});
	return {
		context,
		from,
		held: {
			own: collectGifts(grants, context.minor),
			inherited: []
		},
		boundTo
	};
}
function boundRoles(graph, key) {
	const bindings = /* @__PURE__ */ new Set();
	for (const { binding } of graph.grantsOf(key)) bindings.add(binding);
	return [...bindings].map(({ entry, scope, resolution }) => {
		const { kind, name } = entry.object.roleRef;
		const aggregates = resolution.outcome === "found" && resolution.role.entry.object.aggregation !== void 0;
		return {
			kind: kind.value,
			name: name.value,
			scope,
			aggregates
		};
	});
}
//#endregion
//#region packages/rules/src/escalation/reach.ts
/** Longer chains are not told. */
const mostHops = 8;
/** Searches backwards from the targets, once along every step: O(vertices + steps). */
function reachOf(graph, targets, counts = () => true) {
	const whole = shortestWays(graph, targets, counts);
	const withoutGroups = /* @__PURE__ */ new Map();
	const without = /* @__PURE__ */ new Map();
	const aroundGroups = (groups) => {
		const key = groups.join("\0");
		const ways = withoutGroups.get(key) ?? waysAround(graph, whole, groups, counts);
		withoutGroups.set(key, ways);
		return ways;
	};
	return {
		stepsFrom: (vertex) => follow$1(whole, vertex),
		stepsWithout: (vertex, somebody, groups) => {
			const straight = follow$1(whole, vertex);
			if (!passes(vertex, straight, [somebody, ...groups])) return straight;
			const ways = groups.length === 0 ? whole : aroundGroups(groups);
			const around = follow$1(ways, vertex);
			if (!passes(vertex, around, [somebody])) return around;
			const known = without.get(somebody) ?? waysAround(graph, ways, [somebody], counts);
			without.set(somebody, known);
			return follow$1(known, vertex);
		}
	};
}
function passes(start, steps, keys) {
	return keys.includes(vertexKey(start)) || steps?.some(({ to }) => keys.includes(vertexKey(to))) === true;
}
function shortestWays(graph, targets, counts) {
	const best = /* @__PURE__ */ new Map();
	for (const vertex of targets) best.set(vertexKey(vertex), {
		vertex,
		step: void 0,
		length: 0,
		assumed: 0
	});
	let layer = [...best.values()];
	for (let length = 1; layer.length > 0 && length <= 8; length++) {
		const found = /* @__PURE__ */ new Map();
		for (const { vertex, assumed } of layer) for (const step of graph.stepsTo(vertex)) {
			const key = vertexKey(step.from);
			if (!best.has(key) && counts(step)) keepBetter(found, key, bestThrough(step, length, assumed));
		}
		for (const [key, one] of found) best.set(key, one);
		layer = [...found.values()];
	}
	const before = verticesBefore(best.values());
	return {
		best: (key) => best.get(key),
		before: (key) => before.get(key) ?? nowhere
	};
}
const nowhere = [];
function bestThrough(step, length, assumedAfter) {
	return {
		vertex: step.from,
		step,
		length,
		assumed: assumedAfter + assumedHops(step)
	};
}
function keepBetter(found, key, candidate) {
	const known = found.get(key);
	if (known === void 0 || isBetter(candidate, known)) found.set(key, candidate);
}
function verticesBefore(all) {
	const before = /* @__PURE__ */ new Map();
	for (const { vertex, step } of all) {
		if (step === void 0) continue;
		const key = vertexKey(step.to);
		const known = before.get(key);
		if (known === void 0) before.set(key, [vertex]);
		else known.push(vertex);
	}
	return before;
}
/**
* The ways without some vertices. Only what went through them is looked for anew: over all vertices that may be left
* out one at a time, that is each vertex once for every hop of its way.
*/
function waysAround(graph, ways, avoided, counts) {
	const lost = lostWithout(ways, avoided);
	const resolved = /* @__PURE__ */ new Map();
	const byLength = Array.from({ length: 9 }, () => /* @__PURE__ */ new Map());
	const consider = (step, after) => {
		const length = after.length + 1;
		const bucket = byLength[length];
		if (bucket !== void 0) keepBetter(bucket, vertexKey(step.from), bestThrough(step, length, after.assumed));
	};
	for (const vertex of lost.values()) for (const step of graph.stepsFrom(vertex)) {
		const key = vertexKey(step.to);
		const after = lost.has(key) || avoided.includes(key) || !counts(step) ? void 0 : ways.best(key);
		if (after !== void 0) consider(step, after);
	}
	for (const bucket of byLength) for (const [key, one] of bucket) {
		if (resolved.has(key)) continue;
		resolved.set(key, one);
		for (const step of graph.stepsTo(one.vertex)) {
			const from = vertexKey(step.from);
			if (lost.has(from) && !resolved.has(from) && counts(step)) consider(step, one);
		}
	}
	const before = verticesBefore(resolved.values());
	const isGone = (key) => lost.has(key) || avoided.includes(key);
	return {
		best: (key) => isGone(key) ? resolved.get(key) : ways.best(key),
		before: (key) => [...ways.before(key).filter((vertex) => !isGone(vertexKey(vertex))), ...before.get(key) ?? nowhere]
	};
}
/** Everything whose best way goes through one of them. */
function lostWithout(ways, avoided) {
	const lost = /* @__PURE__ */ new Map();
	const open = [...avoided];
	for (let key = open.pop(); key !== void 0; key = open.pop()) for (const vertex of ways.before(key)) {
		const one = vertexKey(vertex);
		if (lost.has(one) || avoided.includes(one)) continue;
		lost.set(one, vertex);
		open.push(one);
	}
	return lost;
}
function follow$1(ways, start) {
	const steps = [];
	for (let key = vertexKey(start);;) {
		const at = ways.best(key);
		if (at === void 0) return void 0;
		if (at.step === void 0) return steps;
		steps.push(at.step);
		key = vertexKey(at.step.to);
	}
}
function assumedHops({ assumption }) {
	return assumption === void 0 ? 0 : 1;
}
/** Of two ways of one length. */
function isBetter(one, other) {
	if (one.assumed !== other.assumed) return one.assumed < other.assumed;
	return one.step !== void 0 && other.step !== void 0 && stepOrder(one.step, other.step) < 0;
}
/** The order of steps that are worth the same. */
function stepOrder(a, b) {
	return byText$3(vertexKey(a.to), vertexKey(b.to)) || byText$3(a.kind, b.kind) || byText$3(bindingOf$1(a), bindingOf$1(b));
}
function bindingOf$1({ grants }) {
	const [first] = grants;
	return first === void 0 ? "" : `${first.binding.entry.key}\0${first.binding.entry.path ?? ""}`;
}
function byText$3(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
/** A first step and where it leads; undefined where it leads on in more hops than are told. */
function pathOf$2(first, rest) {
	const steps = [first, ...rest];
	if (steps.length > 8) return void 0;
	const assumed = steps.reduce((sum, step) => sum + assumedHops(step), 0);
	const weakest = steps.map(({ confidence }) => confidence).reduce(weakerConfidence);
	return {
		steps,
		assumedHops: assumed,
		confidence: assumed > 0 ? weakerConfidence(weakest, "likely") : weakest
	};
}
/** Shortest, then fewest assumed hops, then by name. */
function pathOrder(a, b) {
	const byLength = a.steps.length - b.steps.length || a.assumedHops - b.assumedHops;
	if (byLength !== 0) return byLength;
	const byStart = byText$3(vertexKey(a.steps[0].from), vertexKey(b.steps[0].from));
	if (byStart !== 0) return byStart;
	for (const [index, step] of a.steps.entries()) {
		const other = b.steps[index];
		const order = other === void 0 ? 0 : stepOrder(step, other);
		if (order !== 0) return order;
	}
	return 0;
}
//#endregion
//#region packages/rules/src/escalation/bound-paths.ts
const everybody$1 = [
	"anonymous",
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts",
	"service-account",
	"nodes",
	"user",
	"group"
];
/**
* The best path of each subject of a binding whose first step is of some kinds, in the order of bindings.
*
* Whoever holds everything already gains nothing.
*/
function* boundPaths(context, looked) {
	const search = searchOf(context);
	const first = new Set(looked.kinds);
	for (const one of search.deciding) {
		const steps = one.steps.filter(({ kind }) => first.has(kind));
		if (steps.length === 0 || looked.ofAdmins !== true && search.holdsEverything(one.bound.holder.key)) continue;
		const found = bestOf$1(search, one, steps, looked.counts);
		if (found !== void 0) yield found;
	}
}
/** Requests without credentials get as far as RBAC. */
function isLetIn(graph, { holder }) {
	if (holder.kind !== "anonymous") return true;
	const { reach } = anonymousReach(graph);
	return reach === "all-paths" || reach === "unknown";
}
function bestOf$1(search, { bound, worth }, steps, counts) {
	const groups = membershipsOf(bound.holder.key);
	const byItself = worth(steps);
	for (const level of levels) {
		const gaining = level < byItself ? steps : steps.filter((step) => level === byItself && counts?.(step) === true);
		const through = (step) => pathThrough$1(search, step, level, bound.holder.key, groups) ?? [];
		const [path] = gaining.flatMap(through).sort(pathOrder);
		if (path === void 0) continue;
		const others = steps.some(({ powerId }) => powerId !== path.steps[0].powerId);
		return {
			bound,
			level,
			path: withDoubt(path, bound.binding),
			others
		};
	}
}
const levels = [
	1,
	2,
	3
];
/** What is certain or likely first; what is merely possible where there is nothing else. */
function pathThrough$1({ sure, possible }, step, level, holder, groups) {
	for (const reach of step.confidence === "possible" ? [possible[level]] : [sure[level], possible[level]]) {
		const rest = reach.stepsWithout(step.to, holder, groups);
		const path = rest === void 0 ? void 0 : pathOf$2(step, rest);
		if (path !== void 0) return path;
	}
}
/**
* Objects without a namespace go where they are applied, all to one or each to its own: where two are written apart,
* nobody knows.
*/
function withDoubt(path, binding) {
	if (!path.steps.some(({ to }) => "namespace" in to && to.namespace === "<applied>")) return path;
	return path.steps.slice(1).some(({ grants }) => grants.some(({ binding: { entry } }) => entry.path !== void 0 && !areTogether(entry.path, binding.entry.path))) ? {
		...path,
		assumedHops: path.assumedHops + 1,
		confidence: "possible"
	} : path;
}
function areTogether(one, other) {
	if (other === void 0) return false;
	const folder = one.slice(0, one.lastIndexOf("/") + 1);
	const otherFolder = other.slice(0, other.lastIndexOf("/") + 1);
	return folder.startsWith(otherFolder) || otherFolder.startsWith(folder);
}
const searches = /* @__PURE__ */ new WeakMap();
function searchOf(context) {
	let search = searches.get(context.graph);
	if (search === void 0) {
		search = makeSearch(context);
		searches.set(context.graph, search);
	}
	return search;
}
function makeSearch(context) {
	const graph = escalationFromInputs(context);
	const steps = stepsByBinding(graph);
	const deciding = [...boundHolders(context, everybody$1, (binding) => steps.has(binding))].flatMap((bound) => {
		const its = steps.get(bound.binding)?.get(bound.holder.key);
		return its === void 0 || !isLetIn(context.graph, bound) ? [] : [{
			bound,
			steps: its,
			worth: worthOf$2(context, bound)
		}];
	});
	const sure = (step) => isRated(step) && step.confidence !== "possible";
	return {
		deciding,
		holdsEverything: once((key) => [key, ...membershipsOf(key)].some((one) => isClusterAdmin(graph, one))),
		sure: reachOfLevels(graph, sure),
		possible: reachOfLevels(graph, isRated)
	};
}
/** Asked for each binding of a holder, of whom there may be thousands. */
function once(ask) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		const before = known.get(key);
		if (before !== void 0) return before;
		const answer = ask(key);
		known.set(key, answer);
		return answer;
	};
}
/** First steps by the binding that decides them, then by who takes them. */
function stepsByBinding(graph) {
	const byBinding = /* @__PURE__ */ new Map();
	for (const vertex of graph.vertices) {
		if (vertex.kind !== "identity") continue;
		for (const step of graph.stepsFrom(vertex)) {
			const binding = decidingBinding(step, vertex.key);
			if (binding === void 0) continue;
			const byKey = byBinding.get(binding) ?? /* @__PURE__ */ new Map();
			byBinding.set(binding, byKey);
			const known = byKey.get(vertex.key);
			if (known === void 0) byKey.set(vertex.key, [step]);
			else known.push(step);
		}
	}
	return byBinding;
}
function worthOf$2({ minor }, { binding, grants }) {
	let alone;
	return (steps) => {
		alone ??= sureLevelOf(grants(), minor);
		const elsewhere = steps.flatMap((step) => step.grants).filter((grant) => grant.binding !== binding);
		return elsewhere.length === 0 ? alone : sureLevelOf([...grants(), ...elsewhere], minor);
	};
}
/** The binding of the first grant that is the subject's own; undefined where nobody wrote it. */
function decidingBinding({ grants }, key) {
	const own = grants.find(({ subject, binding }) => subjectKey(subject, binding.entry.namespace) === key);
	if (own === void 0 || own.shipped || own.binding.entry.object.origin.kind === "built-in") return void 0;
	return own.binding;
}
function isClusterAdmin(graph, key) {
	return graph.stepsFrom(identityVertex(asSubjectKey(key))).some(({ kind, to }) => kind === "holds-everything" && to.kind === "cluster-admin");
}
/** Whether pods may be privileged is for admission to say, and a server in front of the API for nobody to tell. */
function isRated({ kind }) {
	return kind !== "run-privileged" && kind !== "replace-api-server";
}
function reachOfLevels(graph, counts) {
	const targets = (level) => graph.vertices.filter((vertex) => levelOf(vertex) === level);
	return {
		1: reachOf(graph, [clusterAdminVertex], counts),
		2: reachOf(graph, targets(2), counts),
		3: reachOf(graph, targets(3), counts)
	};
}
/** What being somewhere is worth; undefined where that depends on whom it leads to. */
function levelOf(vertex) {
	switch (vertex.kind) {
		case "cluster-admin": return 1;
		case "nodes": return 2;
		case "any-account":
		case "pods":
		case "secrets":
		case "namespace-admin": return vertex.namespace === void 0 ? 2 : 3;
		case "identity":
		case "any-user":
		case "role": return;
	}
}
//#endregion
//#region packages/rules/src/narrower-role.ts
/**
* How the role itself would give less: without the words that give the power, in every rule of it. Nothing where
* Kubernetes ships the role or where a wildcard would have to be spelled out first.
*/
function narrowerRole$1({ minor }, power) {
	const [{ grant }] = power.witnesses;
	const { role } = grant;
	if (role.entry.object.origin.kind === "built-in") return [{
		text: "bind a role of your own that lists what is needed instead of a built-in one",
		edits: []
	}];
	const asks = asksOf(power.id, minor);
	if (asks.length === 0) return [{
		text: `list what is needed in the role ${nameOf$1(role)} in place of \`*\``,
		edits: []
	}];
	const cuts = role.rules.filter((rule) => asks.some((ask) => ruleGives(rule, ask))).map((rule) => cutOf(rule, asks));
	const name = nameOf$1(role);
	if (cuts.some((cut) => cut === void 0)) return [{
		text: `list what is needed in the role ${name} in place of \`*\``,
		edits: []
	}];
	const words = cuts.flatMap((cut) => cut?.words ?? []);
	const edits = cuts.map((cut) => cut?.edits ?? []);
	return [{
		text: words.length === 0 ? `take this rule out of the role ${name}` : `take ${listed(words)} out of the role ${name}`,
		edits: allOrNone(edits)
	}];
}
function nameOf$1({ entry }) {
	return quotable(entry.object.meta.name.value);
}
/** Verbs of which the API server asks for nothing else: what stays of the resource is as useful without them. */
const askedForThemselves = [
	"approve",
	"bind",
	"escalate",
	"impersonate",
	"sign",
	"use"
];
/** Such verbs; resources where others stay, else verbs where others stay, else the rule. */
function cutOf(rule, asks) {
	const given = asks.filter((ask) => ruleGives(rule, ask));
	const resources = rule.resources.filter((one) => given.some(({ resource, subresource }) => resourceMatches([one], resource, subresource)));
	const verbs = rule.verbs.filter((one) => given.some(({ verb }) => verbMatches([one], verb)));
	if (verbs.every(({ value }) => askedForThemselves.includes(value)) && verbs.length < rule.verbs.length) return cutVerbs(verbs, resources);
	if (resources.some(isWildcard)) return void 0;
	if (resources.length < rule.resources.length) return cutWords(resources);
	if (verbs.some(isWildcard)) return void 0;
	if (verbs.length < rule.verbs.length) return cutVerbs(verbs, resources);
	return {
		words: [],
		edits: removeListItem(rule.origin)
	};
}
function cutVerbs(verbs, resources) {
	const on = listed(resources.map(({ value }) => quotable(value)));
	return {
		words: [`${listed(verbs.map(({ value }) => quotable(value)))} on ${on}`],
		edits: cutWords(verbs).edits
	};
}
function cutWords(words) {
	const edits = words.map(({ origin }) => removeListItem(origin));
	return {
		words: words.map(({ value }) => quotable(value)),
		edits: edits.some((some) => some.length === 0) ? [] : edits.flat()
	};
}
function isWildcard({ value }) {
	return value === "*" || value.startsWith("*/");
}
//#endregion
//#region packages/rules/src/escalation/path-words.ts
/** `ServiceAccount ci/deployer can run pods as any ServiceAccount of kube-system, which makes it cluster-admin`. */
function pathTitle(holder, path) {
	return fitTitle(`${holder.name} can ${path.steps[0].phrase}`, consequenceOf(holder, path));
}
/** What it leads to, one clause. */
function consequenceOf(holder, { steps }) {
	const last = steps.at(-1);
	if (last === void 0) return "";
	const whom = pronounOf(holder);
	if (last.to.kind === "cluster-admin") return `, which makes ${whom} cluster-admin`;
	if (last.to.kind === "nodes") return `, which makes ${whom} root on the node`;
	const lastTaken = steps.findLast(({ powerId }) => powerId !== void 0);
	return lastTaken === void 0 || lastTaken === steps[0] ? "" : `, which lets ${whom} ${lastTaken.phrase}`;
}
/** How the chain goes on after its first step, a line each. */
function followingLines({ steps }) {
	return steps.slice(1).flatMap((step, index) => {
		const before = steps[index];
		return before === void 0 ? [] : lineOf$2(step, before);
	});
}
function lineOf$2(step, before) {
	const assumed = step.assumption === void 0 ? "" : ` (assumed: ${step.assumption})`;
	switch (step.kind) {
		case "controllers":
		case "one-of-accounts": return [`${oneOf$1(step, before)}${assumed}`];
		case "member-of": return [`which can do what ${step.to.kind === "identity" ? groupName$1(step.to.key) : "its group"} can`];
		case "escalate-role": return [`which holds ${writing(step)} (${roleOf$2(step)})`, "and so can rewrite that role to allow everything"];
		case "holds-everything":
			if (step.grants.length === 0) return [`which ${step.phrase}`];
			return [`which ${step.to.kind === "cluster-admin" ? "is cluster-admin" : `can ${step.phrase}`} (${bindingOf(step)})`];
		case "one-of-users":
		case "pod-runs-as":
		case "token-in-secret": return [`${step.phrase}${assumed}`];
		case "pods-on-node":
		case "node-credential": return [`which ${step.phrase}${assumed}`];
		case "create-pod":
		case "write-workload":
		case "enter-pod":
		case "request-token":
		case "read-token-secret":
		case "create-token-secret":
		case "impersonate":
		case "bind-role":
		case "approve-certificate":
		case "reach-kubelet":
		case "mount-host-path":
		case "relabel-namespace":
		case "run-privileged":
		case "control-admission":
		case "replace-api-server":
		case "inject-aggregate":
		case "write-identity-map": return [`which can ${step.phrase} (${roleOf$2(step)})${assumed}`];
	}
}
function oneOf$1(step, before) {
	const account = step.to.kind === "identity" ? accountOf(step.to.key) : void 0;
	if (account === void 0) return step.phrase;
	const inOne = "namespace" in before.to && before.to.namespace !== void 0;
	const runsPods = before.kind === "create-pod" || before.kind === "write-workload";
	if (inOne && runsPods) return `one with serviceAccountName: ${quotable(account.name)}`;
	return `one of them is ServiceAccount ${namespacedName(account.namespace, account.name)}`;
}
function groupName$1(key) {
	return holderOfGroup(key.slice(groupKey("").length)).name;
}
/** `escalate and patch on clusterroles`. */
function writing({ power }) {
	const last = power?.witnesses.at(-1);
	if (last === void 0) return "escalate";
	return `escalate and ${verbMatches(last.grant.rule.verbs, "patch") ? "patch" : last.ask.verb} on ${last.ask.resource}`;
}
/** `ClusterRole edit, built in`, `Role deployer, ci/rbac.yaml:7`. */
function roleOf$2({ power }) {
	const grant = power?.witnesses[0].grant;
	if (grant === void 0) return "";
	const { object } = grant.role.entry;
	const where = object.origin.kind === "built-in" ? "built in" : whereOf(grant.rule.origin);
	return `${object.kind} ${quotable(object.meta.name.value)}, ${where}`;
}
function bindingOf({ grants: [grant] }) {
	if (grant === void 0) return "";
	const { object } = grant.binding.entry;
	const where = object.origin.kind === "built-in" ? "built in" : whereOf(object.roleRef.name.origin);
	return `${object.kind} ${quotable(object.meta.name.value)}, ${where}`;
}
//#endregion
//#region packages/rules/src/escalation/path-risks.ts
/** The risks that a binding lets somebody take the first step of a path to more than the binding gives. */
function* pathRisks(context, rule) {
	for (const found of boundPaths(context, rule)) {
		if (rule.tells?.(found) === false) continue;
		const risk = pathRisk(context, rule, found);
		if (!isToldOfCrowd(context, found.bound, risk)) yield risk;
	}
}
/** What a crowd holds is told by a rule of its own, one step far, unless the path is worth more. */
function isToldOfCrowd(context, bound, { score, ruleId }) {
	const { kind } = bound.holder;
	return (kind === "anonymous" || kind === "authenticated" || kind === "all-service-accounts" || kind === "namespace-service-accounts") && crowdScore(context, ruleId, bound) >= score;
}
const crowdScores = /* @__PURE__ */ new WeakMap();
/** What the rule about a crowd says it is worth; each rule about paths asks that of the same bindings. */
function crowdScore(context, ruleId, bound) {
	const ofBinding = crowdScores.get(bound.binding) ?? /* @__PURE__ */ new Map();
	crowdScores.set(bound.binding, ofBinding);
	const known = ofBinding.get(bound.holder.key) ?? crowdRisk(context, ruleId, bound)?.score ?? 0;
	ofBinding.set(bound.holder.key, known);
	return known;
}
function pathRisk(context, rule, found) {
	const { bound, path, level } = found;
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(context.graph, binding);
	const anonymous = holder.kind === "anonymous" ? anonymousReach(context.graph) : void 0;
	const [first] = path.steps;
	const from = anonymous === void 0 ? 1 : 2;
	const place = subjectHop(holder, subject, from);
	const consequence = consequenceOf(holder, path);
	const rating = {
		holder: holder.level,
		power: level,
		adjustments: holder.adjustments,
		assumedHops: path.assumedHops + certainty.assumedHops + (anonymous?.assumed === true ? 1 : 0)
	};
	return withDetails({
		ruleId: rule.id,
		title: pathTitle(holder, path),
		score: rate(rating),
		rating,
		confidence: weakerConfidence(weakerConfidence(path.confidence, certainty.confidence), anonymous?.confidence ?? "certain"),
		place,
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} can ${first.phrase}${consequence}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${first.phrase}${consequence}`,
		steps: path.steps.length,
		role: roleOf$3(binding)
	}, {
		hops: () => [
			...anonymous === void 0 ? [] : [anonymous.hop],
			place,
			roleRefHop(binding, from + 1),
			...first.power === void 0 ? [] : powerHops(first.power, from + 2, binding)
		],
		notes: () => [
			...first.assumption === void 0 ? [] : [note$1("note", `assumed: ${first.assumption}`)],
			...followingLines(path).map((line) => note$1("then", line)),
			...rule.notes?.(found) ?? [],
			...unknownNamespace(path.steps),
			...certainty.notes,
			...first.power === void 0 ? [] : [note$1("check", checkCommand(holder, first.power))]
		],
		remedies: () => pathRemedies(context, rule, found)
	});
}
function unknownNamespace(steps) {
	return steps.some(({ to }) => "namespace" in to && to.namespace === "<applied>") ? [note$1("note", "the namespace is the one that all of this is applied to")] : [];
}
/** Where the binding gives several first steps, taking one out of the role leaves the others. */
function pathRemedies(context, rule, found) {
	const { bound, path, others } = found;
	const { power } = path.steps[0];
	const narrower = power === void 0 || others ? [] : narrowerRole$1(context, power);
	return [
		...rule.instead?.(found) ?? [],
		...narrower,
		takeSubjectOut(bound)
	];
}
//#endregion
//#region packages/rules/src/escalation/shortest-paths.ts
/**
* The paths of a query, shortest first, then fewest assumed hops, then by name.
*
* From everybody: the best of each. From one: the best through each of its first steps, so that taking one away shows
* what is left.
*/
function shortestPaths(context, query) {
	const graph = escalationGraph(context);
	const { confidence } = query;
	const counts = (step) => confidence === void 0 || confidenceAtLeast(step.confidence, confidence);
	const targets = query.to ?? [clusterAdminVertex];
	const reach = reachOf(graph, targets, counts);
	const starts = query.from === void 0 ? grantedByInputs(context, graph) : [query.from];
	const isTarget = new Set(targets.map(vertexKey));
	return starts.flatMap((start) => {
		if (isTarget.has(vertexKey(start))) return [];
		const steps = graph.stepsFrom(start).filter(counts);
		const through = (step) => pathThrough(reach, start, step);
		return query.from === void 0 ? bestOf(reach, steps, through) : steps.flatMap((step) => through(step) ?? []);
	}).sort(pathOrder);
}
/** The best of one start. Going around costs a search: only where the straight way would be as good as the best. */
function bestOf(reach, steps, through) {
	const near = steps.map((step) => ({
		step,
		left: reach.stepsFrom(step.to)?.length
	})).filter((one) => one.left !== void 0).sort((one, other) => one.left - other.left);
	let best;
	for (const { step, left } of near) {
		if (best !== void 0 && left + 1 > best.steps.length) break;
		const path = through(step);
		if (path !== void 0 && (best === void 0 || pathOrder(path, best) < 0)) best = path;
	}
	return best === void 0 ? [] : [best];
}
/** Nobody gains by becoming itself. */
function pathThrough(reach, start, step) {
	const rest = reach.stepsWithout(step.to, vertexKey(start), []);
	return rest === void 0 ? void 0 : pathOf$2(step, rest);
}
/** Identities that a binding of the inputs names: what the default policy gives by itself is no news. */
function grantedByInputs({ graph }, steps) {
	const written = /* @__PURE__ */ new Set();
	for (const key of graph.subjectKeys) for (const { shipped } of graph.grantsOf(key)) {
		if (shipped) continue;
		written.add(key);
		break;
	}
	return steps.vertices.filter((vertex) => vertex.kind === "identity" && (written.has(vertex.key) || steps.stepsFrom(vertex).length > 0 && membershipsOf(vertex.key).some((group) => written.has(group))));
}
/** Identities that hold a power, so that a path can lead to it; cluster-wide, or in one namespace. */
function holdersOfPower({ graph, minor }, id, namespace) {
	return graph.subjectKeys.flatMap((key) => {
		return powersOf(graph.grantsOf(key), minor).some((power) => power.id === id && power.names.length === 0 && (power.scope.kind === "cluster" || power.scope.namespace === namespace)) ? [identityVertex(asSubjectKey(key))] : [];
	});
}
//#endregion
//#region packages/rules/src/escalation/strong-accounts.ts
/** Accounts of the namespace that the first step opens, beside the one that is told, which reach the whole cluster at once. */
function strongAccountsBeside(context, { steps }) {
	const [{ from, to }] = steps;
	if (to.kind !== "any-account" || to.namespace === void 0) return [];
	const passed = [from, ...steps.map((step) => step.to)].map(vertexKey);
	return strongAccountsOf(context, to.namespace).filter(({ key }) => !passed.includes(key)).map(({ text }) => text);
}
const strongAccounts = /* @__PURE__ */ new WeakMap();
/** Whoever opens most, first. */
function strongAccountsOf(context, namespace) {
	const byNamespace = strongAccounts.get(context.graph) ?? /* @__PURE__ */ new Map();
	strongAccounts.set(context.graph, byNamespace);
	const known = byNamespace.get(namespace);
	if (known !== void 0) return known;
	const graph = escalationFromInputs(context);
	const found = (knownAccounts$1(context.graph).byNamespace.get(namespace) ?? []).map((account) => ({
		...account,
		sharp: graph.stepsFrom(identityVertex(account.key)).filter(isSharp)
	})).sort((a, b) => strength(b.sharp) - strength(a.sharp)).flatMap(({ key, name, sharp }) => {
		const [first] = [...sharp].sort((one, other) => telling(one) - telling(other));
		return first === void 0 ? [] : [{
			key,
			text: `${namespacedName(namespace, name)} can ${first.phrase}`
		}];
	});
	byNamespace.set(namespace, found);
	return found;
}
/** What a right of its own opens at once, in the whole cluster. */
function isSharp({ kind, to, powerId }) {
	const level = levelOf(to);
	return powerId !== void 0 && kind !== "run-privileged" && (level === 1 || level === 2);
}
/** What says most, first. */
function telling({ to }) {
	if (to.kind === "cluster-admin") return 0;
	return to.kind === "secrets" ? 1 : 2;
}
/** Cluster-admin before all else, then whoever opens most. */
function strength(steps) {
	return new Set(steps.map(({ to }) => vertexKey(to))).size + (steps.some(({ to }) => to.kind === "cluster-admin") ? 100 : 0);
}
//#endregion
//#region packages/rules/src/everything-risks.ts
/** Whether a binding refers to the ClusterRole that Kubernetes itself calls cluster-admin. */
function isClusterAdminRef({ entry }) {
	const { kind, name } = entry.object.roleRef;
	return kind.value === "ClusterRole" && name.value === "cluster-admin";
}
/** The risk that somebody holds every verb on every resource; nothing where the binding does not give that. */
function everythingRisk(context, ruleId, bound) {
	const { binding, subject, holder } = bound;
	const power = powersOf(bound.grants(), context.minor).find(({ id }) => id === "everything");
	if (power === void 0) return void 0;
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, [power], certainty.assumedHops);
	if (worst === void 0) return void 0;
	const { consequence, score } = worst;
	const { key, object } = binding.entry;
	const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
	const place = subjectHop(holder, subject, 1);
	const claim = power.scope.kind === "cluster" ? "is cluster-admin" : `can ${power.phrase}`;
	const dormant = rbacIsAsked(context.graph) ? void 0 : ", once RBAC is among the authorization modes";
	return {
		ruleId,
		title: fitTitle(holder.name, ` ${claim}${dormant ?? consequence.suffix}`),
		score: dormant === void 0 ? score : Math.min(score, 3),
		rating: worst.rating,
		confidence: weakerConfidence(consequence.confidence, certainty.confidence),
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			hop(power.witnesses[0].grant.rule.origin, "every verb on every resource", 3)
		],
		notes: [
			...isDefaultAccount ? [note$1("who", "every pod of its namespace that names no other ServiceAccount")] : [],
			...consequence.next === void 0 ? [] : [note$1("then", consequence.next)],
			...holder.adjustments.includes(adjustment.namedUser) ? [note$1("why", "a User bound by name keeps the right when the person leaves")] : [],
			...certainty.notes,
			note$1("check", checkCommand(holder, power))
		],
		remedies: [takeSubjectOut(bound), {
			text: "bind a role that lists what is needed, in the namespaces where it is needed",
			edits: []
		}],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} is bound to ${quotable(object.roleRef.name.value)}`,
		alsoOfSame: `${subjectPronoun(holder)} ${pronounOf(holder) === "it" ? "is" : "are"} bound to ${quotable(object.roleRef.name.value)}`,
		role: roleOf$3(binding)
	};
}
//#endregion
//#region packages/rules/src/operator-profiles.ts
const metricsAccess = ["system:auth-delegator", "extension-apiserver-authentication-reader"];
const fluxRoles = [
	"crd-controller-flux-system",
	"crd-controller",
	"flux-scc"
];
const kyverno = (part) => [`kyverno:${part}`, `kyverno:${part}:view`];
const provisioner = ["external-provisioner-runner", "external-provisioner-cfg"];
const attacher = ["external-attacher-runner", "external-attacher-cfg"];
const resizer = ["external-resizer-runner", "external-resizer-cfg"];
const snapshotter = ["external-snapshotter-runner", "external-snapshotter-leaderelection"];
const healthMonitor = ["external-health-monitor-controller-runner", "external-health-monitor-controller-cfg"];
const profiles = {
	"Argo CD": {
		"argocd-application-controller": ["argocd-application-controller"],
		"argocd-applicationset-controller": ["argocd-applicationset-controller"],
		"argocd-dex-server": ["argocd-dex-server"],
		"argocd-notifications-controller": ["argocd-notifications-controller", "argocd-notifications-controller-cluster-apps"],
		"argocd-redis": ["argocd-redis"],
		"argocd-redis-ha": ["argocd-redis-ha"],
		"argocd-redis-ha-haproxy": ["argocd-redis-ha-haproxy"],
		"argocd-server": ["argocd-server", "argocd-server-cluster-apps"]
	},
	"Argo Workflows": {
		argo: [
			"argo-role",
			"argo-cluster-role",
			"argo-clusterworkflowtemplate-role"
		],
		"argo-server": [
			"argo-server-role",
			"argo-server-cluster-role",
			"argo-server-clusterworkflowtemplate-role"
		]
	},
	Calico: {
		"calico-apiserver": [
			"calico-crds",
			"calico-extension-apiserver-auth-access",
			"calico-webhook-reader",
			...metricsAccess
		],
		"calico-cni-plugin": ["calico-cni-plugin"],
		"calico-kube-controllers": ["calico-kube-controllers"],
		"calico-node": ["calico-node"],
		"calico-typha": ["calico-typha"],
		calicoctl: ["calicoctl"],
		"tigera-operator": ["tigera-operator", "tigera-operator-secrets"]
	},
	"cert-manager": {
		"cert-manager": [
			"cert-manager:leaderelection",
			"cert-manager-controller-approve:cert-manager-io",
			"cert-manager-controller-certificates",
			"cert-manager-controller-certificatesigningrequests",
			"cert-manager-controller-challenges",
			"cert-manager-controller-clusterissuers",
			"cert-manager-controller-ingress-shim",
			"cert-manager-controller-issuers",
			"cert-manager-controller-orders"
		],
		"cert-manager-cainjector": [
			"cert-manager-cainjector",
			"cert-manager-cainjector:dynamic-serving",
			"cert-manager-cainjector:leaderelection"
		],
		"cert-manager-startupapicheck": ["cert-manager-startupapicheck:create-cert"],
		"cert-manager-webhook": ["cert-manager-webhook:dynamic-serving", "cert-manager-webhook:subjectaccessreviews"]
	},
	Cilium: {
		cilium: ["cilium", "cilium-config-agent"],
		"cilium-operator": ["cilium-operator"],
		"hubble-generate-certs": ["hubble-generate-certs"],
		"hubble-ui": ["hubble-ui"]
	},
	"cluster-autoscaler": { "cluster-autoscaler": ["cluster-autoscaler"] },
	Contour: {
		contour: ["contour"],
		"contour-certgen": ["contour-certgen"]
	},
	Crossplane: {
		crossplane: ["crossplane"],
		"rbac-manager": ["crossplane-rbac-manager"]
	},
	"the CSI sidecars": {
		"csi-attacher": attacher,
		"csi-external-health-monitor-controller": healthMonitor,
		"csi-provisioner": provisioner,
		"csi-resizer": resizer,
		"csi-snapshotter": [...snapshotter, ...provisioner],
		"snapshot-controller": ["snapshot-controller-runner", "snapshot-controller-leaderelection"]
	},
	"the CSI hostpath driver": { "csi-hostpathplugin-sa": [
		...attacher,
		...healthMonitor,
		...provisioner,
		...resizer,
		...snapshotter
	] },
	Dex: { dex: ["dex"] },
	"the GCE PD driver": { "csi-gce-pd-controller-sa": [
		"csi-gce-pd-attacher-role",
		"csi-gce-pd-leaderelection-role",
		"csi-gce-pd-provisioner-role",
		"csi-gce-pd-resizer-role",
		"csi-gce-pd-snapshotter-role"
	] },
	ECK: { "elastic-operator": ["elastic-operator"] },
	"external-dns": { "external-dns": ["external-dns"] },
	"external-secrets": {
		"external-secrets": [
			"external-secrets-controller",
			"external-secrets-leaderelection",
			...metricsAccess
		],
		"external-secrets-cert-controller": ["external-secrets-cert-controller"],
		"external-secrets-webhook": ["external-secrets-webhook-metrics-auth"]
	},
	Flux: {
		"helm-controller": ["cluster-admin", ...fluxRoles],
		"image-automation-controller": fluxRoles,
		"image-reflector-controller": fluxRoles,
		"kustomize-controller": ["cluster-admin", ...fluxRoles],
		"notification-controller": fluxRoles,
		"source-controller": fluxRoles,
		"source-watcher": fluxRoles
	},
	Gatekeeper: { "gatekeeper-admin": ["gatekeeper-manager-role"] },
	"ingress-nginx": {
		"ingress-nginx": ["ingress-nginx"],
		"ingress-nginx-admission": ["ingress-nginx-admission"]
	},
	"Inspektor Gadget": { gadget: ["gadget-cluster-role", "gadget-role"] },
	Istio: {
		"istio-cni": [
			"istio-cni",
			"istio-cni-ambient",
			"istio-cni-repair-role"
		],
		"istio-operator": ["istio-operator"],
		"istio-reader-service-account": ["istio-reader-clusterrole-istio-system"],
		istiod: [
			"istiod",
			"istiod-clusterrole-istio-system",
			"istiod-gateway-controller-istio-system"
		]
	},
	Karpenter: { karpenter: [
		"karpenter",
		"karpenter-core",
		"karpenter-dns",
		"karpenter-lease"
	] },
	Kiali: { kiali: [
		"kiali",
		"kiali-controlplane",
		"kiali-viewer"
	] },
	"Knative Serving": {
		activator: ["knative-serving-activator", "knative-serving-activator-cluster"],
		controller: ["knative-serving-admin", "knative-serving-aggregated-addressable-resolver"],
		"net-kourier": ["net-kourier"]
	},
	"kube-prometheus": {
		"blackbox-exporter": ["blackbox-exporter"],
		"kube-state-metrics": ["kube-state-metrics"],
		"node-exporter": ["node-exporter"],
		"prometheus-adapter": ["prometheus-adapter", ...metricsAccess],
		"prometheus-k8s": ["prometheus-k8s", "prometheus-k8s-config"],
		"prometheus-operator": ["prometheus-operator"]
	},
	"kube-router": { "kube-router": ["kube-router"] },
	KubeVirt: {
		"kubevirt-api": ["kubevirt-api"],
		"kubevirt-controller": ["kubevirt-controller"],
		"kubevirt-handler": ["kubevirt-handler"],
		"kubevirt-operator": ["kubevirt-operator"]
	},
	Kyverno: {
		"kyverno-admission-controller": kyverno("admission-controller"),
		"kyverno-background-controller": kyverno("background-controller"),
		"kyverno-cleanup-controller": kyverno("cleanup-controller"),
		"kyverno-reports-controller": kyverno("reports-controller")
	},
	"the local path provisioner": { "local-path-provisioner-service-account": ["local-path-provisioner-role"] },
	Longhorn: {
		"longhorn-service-account": [
			"longhorn",
			"longhorn-role",
			"longhorn-psp-role"
		],
		"longhorn-support-bundle": ["cluster-admin"],
		"longhorn-uninstall-service-account": ["longhorn-uninstall-role"]
	},
	Loki: {
		loki: ["loki-clusterrole"],
		promtail: ["promtail"]
	},
	MetalLB: {
		controller: [
			"metallb-system:controller",
			"controller",
			"pod-lister",
			"config-watcher"
		],
		speaker: [
			"metallb-system:speaker",
			"pod-lister",
			"config-watcher"
		]
	},
	"metrics-server": { "metrics-server": [
		"system:metrics-server",
		"system:metrics-server-nanny",
		"metrics-server-nanny",
		...metricsAccess
	] },
	OpenEBS: { "openebs-maya-operator": ["openebs-maya-operator"] },
	Pinniped: {
		"local-user-authenticator": ["local-user-authenticator"],
		"pinniped-concierge": [
			"pinniped-concierge-aggregated-api-server",
			"pinniped-concierge-cluster-info-lister-watcher",
			"pinniped-concierge-kube-system-pod-read",
			...metricsAccess
		],
		"pinniped-concierge-impersonation-proxy": ["pinniped-concierge-impersonation-proxy"],
		"pinniped-concierge-kube-cert-agent": ["pinniped-concierge-kube-cert-agent"]
	},
	Rook: {
		"objectstorage-provisioner": ["objectstorage-provisioner-role"],
		"rook-ceph-cmd-reporter": ["rook-ceph-cmd-reporter"],
		"rook-ceph-mgr": [
			"rook-ceph-mgr",
			"rook-ceph-mgr-cluster",
			"rook-ceph-mgr-system",
			"rook-ceph-monitor-mgr"
		],
		"rook-ceph-osd": ["rook-ceph-osd", "rook-ceph-osd-external"],
		"rook-ceph-purge-osd": ["rook-ceph-purge-osd"],
		"rook-ceph-system": [
			"rook-ceph-cluster-mgmt",
			"rook-ceph-global",
			"rook-ceph-monitor",
			"rook-ceph-object-bucket",
			"rook-ceph-system"
		]
	},
	"sealed-secrets": { "sealed-secrets-controller": [
		"secrets-unsealer",
		"sealed-secrets-key-admin",
		"sealed-secrets-service-proxier"
	] },
	Strimzi: {
		"strimzi-access-operator": ["strimzi-access-operator"],
		"strimzi-cluster-operator": [
			"strimzi-cluster-operator-global",
			"strimzi-cluster-operator-leader-election",
			"strimzi-cluster-operator-namespaced",
			"strimzi-cluster-operator-watched",
			"strimzi-entity-operator",
			"strimzi-kafka-broker",
			"strimzi-kafka-client"
		],
		"strimzi-drain-cleaner": ["strimzi-drain-cleaner"],
		"strimzi-topic-operator": ["strimzi-topic-operator"]
	},
	Tekton: {
		"tekton-events-controller": [
			"tekton-events-controller-cluster-access",
			"tekton-pipelines-events-controller",
			"tekton-pipelines-leader-election"
		],
		"tekton-pipelines-controller": [
			"tekton-pipelines-controller",
			"tekton-pipelines-controller-cluster-access",
			"tekton-pipelines-controller-pod-log-access",
			"tekton-pipelines-controller-tenant-access",
			"tekton-pipelines-leader-election"
		],
		"tekton-pipelines-resolvers": ["tekton-pipelines-resolvers-namespace-rbac", "tekton-pipelines-resolvers-resolution-request-updates"],
		"tekton-pipelines-webhook": [
			"tekton-pipelines-leader-election",
			"tekton-pipelines-webhook",
			"tekton-pipelines-webhook-cluster-access"
		]
	},
	Traefik: {
		"traefik-controller": [
			"gateway-role",
			"knative-networking-role",
			"traefik-role"
		],
		"traefik-ingress-controller": ["traefik-ingress-controller"],
		"traefik-ingress-nginx-controller": ["traefik-ingress-nginx-controller"]
	},
	Velero: { velero: ["cluster-admin", "velero-server"] },
	"the Vitess operator": { "vitess-operator": ["vitess-operator", "vitess-operator-backup-storage"] }
};
/** The operator that ships an account of this name bound to a role of that name. */
function operatorShipping(account, role) {
	return operators.get(pair(account, role));
}
const operators = new Map(Object.entries(profiles).flatMap(([operator, accounts]) => Object.entries(accounts).flatMap(([account, roles]) => roles.map((role) => [pair(account, role), operator]))));
function pair(account, role) {
	return `${account} ${role}`;
}
//#endregion
//#region packages/rules/src/fold.ts
/** More bindings of one role than this are one finding, at the role. */
const bindingsWorthSaying = 5;
/**
* Turns risks into findings: one cause, one finding, most severe first.
*
* Folds what was found through one binding, whatever the rule; then what one operator's account holds through the roles
* that come with it; then, where more than five bindings share a role, those; then what is left on one line, since
* outputs tell results of a rule apart by their line.
*/
function foldRisks(risks, cluster) {
	return foldBy(foldSharedRoles(foldOperators(foldBy(risks.map(single), ({ risk }) => risk.cause))), ({ risk }) => `${risk.ruleId}\0${lineOf$1(risk.place.origin) ?? risk.cause}`).sort(mostSevereFirst).map(({ risk, folded }) => findingOf(risk, folded, cluster));
}
function single(risk) {
	return {
		risk,
		folded: []
	};
}
function foldBy(folds, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const fold of folds) {
		const key = keyOf(fold);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [fold]);
		else group.push(fold);
	}
	return [...groups.values()].flatMap(foldTogether);
}
/** The most severe stands for all. */
function foldTogether(group) {
	const [first, ...others] = [...group].sort(mostSevereFirst);
	if (first === void 0) return [];
	if (others.length === 0) return [first];
	const folded = [...first.folded, ...others.flatMap(({ risk, folded: more }) => [risk, ...more])];
	return [{
		risk: first.risk,
		folded: folded.sort(riskOrder)
	}];
}
/**
* One finding for each account of an operator: of its bindings those to roles that the operator ships, by their names.
* What else the account is bound to stays a finding of its own, and so does what a binding gives to others too: names
* decide how findings are grouped, never what they are worth (docs/decisions/0010-operator-profiles.md).
*/
function foldOperators(folds) {
	const others = [];
	const byAccount = /* @__PURE__ */ new Map();
	for (const fold of folds) {
		const operator = operatorOf(fold);
		if (operator === void 0) {
			others.push(fold);
			continue;
		}
		const key = `${operator}\0${fold.risk.identity.subject}`;
		const same = byAccount.get(key);
		if (same === void 0) byAccount.set(key, {
			operator,
			folds: [fold]
		});
		else same.folds.push(fold);
	}
	for (const { operator, folds: same } of byAccount.values()) others.push(...foldTogether(same).map((fold) => withOperator(fold, operator)));
	return others;
}
/** The operator that ships the account of a fold and each of its roles, where all that is in it is that account's. */
function operatorOf({ risk, folded }) {
	const account = accountNameOf(risk);
	const all = [risk, ...folded];
	if (account === void 0 || all.some(({ identity }) => identity.subject !== risk.identity.subject)) return void 0;
	const shipping = all.flatMap(({ role }) => role === void 0 ? [] : [operatorShipping(account, nameIn(role.key)) ?? nobody]);
	const [first] = shipping;
	return first !== nobody && shipping.every((one) => one === first) ? first : void 0;
}
const nobody = "";
const accountIdentity = /^ServiceAccount [^/]+\/(.+)$/;
function accountNameOf({ identity }) {
	return accountIdentity.exec(identity.subject)?.[1];
}
/** The last part of a key: names of roles hold no slash. */
function nameIn(key) {
	return key.slice(key.lastIndexOf("/") + 1);
}
/** With a line that says whose names these are; on each risk, since any of them may come to stand for all. */
function withOperator({ risk, folded }, operator) {
	const note = {
		kind: "note",
		text: `operator: by their names, account and roles are those of ${operator}`
	};
	return {
		risk: withNote(risk, note),
		folded: folded.map((one) => withNote(one, note))
	};
}
function foldSharedRoles(folds) {
	const byRole = /* @__PURE__ */ new Map();
	const alone = [];
	for (const fold of folds) {
		const { role, ruleId } = fold.risk;
		if (role === void 0 || !isSharedAt(role.place, fold.risk)) {
			alone.push(fold);
			continue;
		}
		const key = `${ruleId}\0${role.key}`;
		const shared = byRole.get(key);
		if (shared === void 0) byRole.set(key, [fold]);
		else shared.push(fold);
	}
	for (const shared of byRole.values()) if (shared.length <= bindingsWorthSaying) alone.push(...shared);
	else alone.push(...foldTogether(shared).map(atItsRole));
	return alone;
}
/**
* What Kubernetes ships is nowhere a person could edit: each binding of cluster-admin stays a finding. Many people who are
* bound to `edit`, each in a namespace of their own, are one of little worth, told at the first of them.
*/
function isSharedAt({ origin }, { score }) {
	return origin.kind === "text" || !severityAtLeast(severityOf(score), "medium");
}
function atItsRole({ risk, folded }) {
	return {
		risk: toldAtRole(risk),
		folded
	};
}
/** The same where its role is written, for a risk that stands for several bindings of it. */
function toldAtRole(risk) {
	if (risk.role?.place.origin.kind !== "text") return risk;
	const { place } = risk.role;
	return {
		...risk,
		place,
		hops: [place, ...risk.hops]
	};
}
/**
* The finding without those of its risks that somebody does not want to see: the first that is left stands for the rest.
* Undefined where none is.
*/
function keepRisks(finding, isWanted) {
	const folded = finding.folded.filter(isWanted);
	if (isWanted(finding)) return folded.length === finding.folded.length ? finding : {
		...finding,
		folded
	};
	const [first, ...others] = folded;
	if (first === void 0) return void 0;
	return {
		...finding.role !== void 0 && finding.place === finding.role.place && others.length > 0 ? toldAtRole(first) : first,
		folded: others
	};
}
/** Most severe first, then by place. */
function sortFindings(findings) {
	return findings.toSorted(riskOrder);
}
function mostSevereFirst(a, b) {
	return riskOrder(a.risk, b.risk);
}
/** By number, then by place, then by what makes them different: the same for the same risks in any order. */
function riskOrder(a, b) {
	return b.score - a.score || originOrder(a.place.origin, b.place.origin) || shorterFirst(a, b) || byText$2(a.ruleId, b.ruleId) || byText$2(a.identity.subject, b.identity.subject) || byText$2(a.identity.object, b.identity.object) || byText$2(a.title, b.title);
}
/** Of paths the shorter one; what is no path has no length to compare. */
function shorterFirst({ steps: a }, { steps: b }) {
	return a === void 0 || b === void 0 ? 0 : a - b;
}
function originOrder(a, b) {
	if (a.kind === "text" && b.kind === "text") return byText$2(a.source.path, b.source.path) || a.start - b.start;
	return Number(a.kind !== "text") - Number(b.kind !== "text");
}
function lineOf$1(origin) {
	if (origin.kind !== "text") return void 0;
	return `${origin.source.path}\0${positionAt(origin.source, origin.start).line}`;
}
function byText$2(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
//#endregion
//#region packages/rules/src/hidden-risks.ts
/** A place that Go reads otherwise than a person does. Its identity is that of the object around it. */
function hiddenRisk(graph, ruleId, hidden, told) {
	const place = hop(hidden.origin, told.label, 1);
	const object = objectAround(graph, hidden);
	return {
		ruleId,
		title: told.title,
		score: told.score,
		confidence: "certain",
		place,
		hops: [place, ...told.more ?? []],
		notes: [note$1("why", told.why)],
		remedies: told.remedies,
		identity: {
			subject: hidden.key ?? hidden.form,
			object
		},
		cause: `${object} ${hidden.key ?? hidden.form}`,
		also: "and at one more place"
	};
}
/** The key of the access object that a place belongs to; the path of the text where it belongs to none. */
function objectAround(graph, { origin }) {
	if (origin.kind !== "text") return origin.of;
	return (entriesBySource(graph).get(origin.source)?.find(({ object }) => {
		return object.origin.kind === "text" && object.origin.start <= origin.start && origin.start <= object.origin.end;
	}))?.key ?? origin.source.path;
}
const entries$1 = /* @__PURE__ */ new WeakMap();
function entriesBySource(graph) {
	const known = entries$1.get(graph);
	if (known !== void 0) return known;
	const bySource = /* @__PURE__ */ new Map();
	const all = [
		...[...graph.inventory.roles.values()].flat(),
		...graph.inventory.bindings,
		...graph.inventory.entriesOf("ServiceAccount"),
		...graph.inventory.entriesOf("Secret")
	];
	for (const entry of all) {
		if (entry.object.origin.kind !== "text") continue;
		const { source } = entry.object.origin;
		const inSource = bySource.get(source);
		if (inSource === void 0) bySource.set(source, [entry]);
		else inSource.push(entry);
	}
	entries$1.set(graph, bySource);
	return bySource;
}
//#endregion
//#region packages/rules/src/impersonation.ts
const authentication = "authentication.k8s.io";
function impersonate(apiGroup, resource, verb = "impersonate") {
	return {
		verb,
		apiGroup,
		resource,
		subresource: "",
		carriesName: true
	};
}
const users = impersonate("", "users");
const groups = impersonate("", "groups");
const accounts = impersonate("", "serviceaccounts");
/** Whether a rule allows any item of an impersonation, in the old form or the constrained one. */
function mentionsImpersonation(rule) {
	let known = mentioned.get(rule);
	if (known === void 0) {
		known = looksLikeImpersonation(rule);
		mentioned.set(rule, known);
	}
	return known;
}
/** Of few rules with many bindings: `edit` and `admin` have dozens of rules each. */
const mentioned = /* @__PURE__ */ new WeakMap();
function looksLikeImpersonation(rule) {
	if (!rule.verbs.some(({ value }) => value === "*" || value.startsWith("impersonate"))) return false;
	if ([
		users,
		groups,
		accounts,
		...constrainedAsks
	].some((ask) => ruleGives(rule, ask))) return true;
	return rule.verbs.some(({ value }) => value.startsWith("impersonate-on:"));
}
/** Whom the grants of one holder (its key: `than`) let it act as, what is worth most first. */
function impersonationsOf(context, grants, than) {
	const search = {
		context,
		grants,
		than
	};
	return [
		...asGroupMember(search),
		...asUser(search),
		...asAccount(search),
		...constrained(search)
	].sort((a, b) => a.level - b.level);
}
/** The grants that say yes, but for those whose names are of nobody that would be asked for in this way. */
function acting(grants, ask, scope, isAskedFor = () => true) {
	return grants.flatMap((grant) => {
		if (scope !== "any" && grant.scope.kind !== scope || !ruleGives(grant.rule, ask)) return [];
		const written = grant.rule.resourceNames;
		const names = written.map(({ value }) => value).filter((name) => name !== "" && isAskedFor(name));
		return written.length > 0 && names.length === 0 ? [] : [{
			grant,
			ask,
			names
		}];
	});
}
/** ServiceAccounts are asked for as such, however the user name was given. */
function isNoAccount(user) {
	return parseServiceAccountUserName(user) === void 0;
}
function isNode(user) {
	return user.startsWith(nodeUserPrefix);
}
/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember({ context, grants, than }) {
	const asUsers = acting(grants, users, "cluster", isNoAccount);
	const [somebody] = [...asUsers, ...acting(grants, accounts, "any")];
	if (somebody === void 0) return;
	for (const given of acting(grants, groups, "cluster")) {
		const { names } = given;
		const base = {
			grants: [given, somebody],
			scope: given.grant.scope,
			names
		};
		if (names.length === 0 || names.includes("system:masters")) {
			const anyUser = asUsers.some((one) => one.names.length === 0);
			const whose = names.length === 0 ? "any group" : "the superusers' group";
			yield {
				...base,
				...clusterAdmin,
				phrase: `act as ${anyUser ? "any user in" : "a member of"} ${whose}`
			};
			continue;
		}
		const node = names.includes("system:nodes") ? asUsers.find((one) => one.names.some(isNode)) : void 0;
		if (node !== void 0) {
			const which = listed(node.names.filter(isNode).map((name) => quotable(name.slice(nodeUserPrefix.length))));
			yield {
				...base,
				...takenNode,
				grants: [node, given],
				names: node.names,
				phrase: `act as node ${which}`
			};
		}
		const victim = strongestOf(context, names.map((name) => ({
			key: groupKey(name),
			name: `Group ${quotable(name)}`
		})), than);
		const phrase = `act as a member of ${listed(names.map((name) => quotable(name)))}`;
		if (victim !== void 0) yield {
			...base,
			phrase,
			...victim
		};
	}
}
function* asUser({ context, grants, than }) {
	for (const given of acting(grants, users, "cluster", isNoAccount)) {
		const { names } = given;
		const base = {
			grants: [given],
			scope: given.grant.scope,
			names
		};
		if (names.length === 0) {
			yield {
				...base,
				...clusterAdmin,
				phrase: "act as any user"
			};
			continue;
		}
		const victim = strongestOf(context, names.map((name) => ({
			key: userKey(name),
			name: `User ${quotable(name)}`
		})), than);
		const phrase = `act as User ${listed(names.map((name) => quotable(name)))}`;
		yield {
			...base,
			phrase,
			...victim ?? unknownVictim
		};
	}
}
const clusterAdmin = {
	level: 1,
	next: void 0,
	makesClusterAdmin: true,
	assumedHops: 0
};
/** Nothing in the inputs is known of whoever it is. */
const unknownVictim = {
	level: 5,
	next: void 0,
	makesClusterAdmin: false,
	assumedHops: 0
};
const takenNode = {
	level: 2,
	next: "a node reads the Secrets that its pods mount and issues tokens of their ServiceAccounts",
	makesClusterAdmin: false,
	assumedHops: 0
};
function* asAccount({ context, grants, than }) {
	for (const given of acting(grants, accounts, "any")) {
		const { names } = given;
		const { scope } = given.grant;
		const base = {
			grants: [given],
			scope,
			names
		};
		if (names.length === 0) {
			yield {
				...base,
				phrase: `act as every ServiceAccount ${ofScope(scope)}`,
				...anyAccount(context, scope, than)
			};
			continue;
		}
		const strongest = strongestAccountNamed(context, scope, names, than);
		const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
		const phrase = `act as ServiceAccount ${listed(names.map((name) => quotable(name)))} ${where}`;
		yield {
			...base,
			phrase,
			...strongest === void 0 ? unknownVictim : worthOf$1(strongest, "")
		};
	}
}
function anyAccount(context, scope, than) {
	const strongest = strongestAccount(context, scope, than);
	const known = strongest === void 0 ? void 0 : worthOf$1(strongest, "one of them is ");
	if (known?.level === 1 && known.assumedHops === 0) return known;
	if (scope.kind === "cluster" || scope.namespace === "kube-system") return {
		level: 1,
		next: controllersStep(scope),
		makesClusterAdmin: true,
		assumedHops: 1
	};
	if (known !== void 0 && known.level < 3) return known;
	return {
		level: 3,
		next: void 0,
		makesClusterAdmin: false,
		assumedHops: 0
	};
}
function worthOf$1({ namespace, name, power }, before) {
	const account = `ServiceAccount ${namespacedName(namespace, name)}`;
	return worthOfPower(power, `${before === "" ? account : `${before}${account}, which`} ${describedPower(power)}`);
}
function worthOfPower({ level, assumedHops }, next) {
	return {
		level,
		next,
		makesClusterAdmin: level === 1,
		assumedHops
	};
}
/** Whoever of them can do most. */
function strongestOf({ graph, minor }, victims, than) {
	let strongest;
	for (const { key, name } of victims) {
		const power = key === than ? void 0 : strongestPower(graph.grantsOf(key), minor);
		if (power === void 0 || strongest !== void 0 && power.level >= strongest.power.level) continue;
		strongest = {
			power,
			name
		};
	}
	return strongest && worthOfPower(strongest.power, `${strongest.name} ${describedPower(strongest.power)}`);
}
const constrainedSince = 36;
const modes$1 = [
	{
		mode: "user-info",
		resource: "users",
		who: "any user"
	},
	{
		mode: "serviceaccount",
		resource: "serviceaccounts",
		who: "any ServiceAccount"
	},
	{
		mode: "arbitrary-node",
		resource: "nodes",
		who: "any node"
	},
	{
		mode: "associated-node",
		resource: "nodes",
		who: "the node it runs on"
	}
];
const constrainedAsks = modes$1.map(whomAsk);
function whomAsk({ mode, resource }) {
	return impersonate(authentication, resource, `impersonate:${mode}`);
}
function* constrained(search) {
	const { grants, context } = search;
	if (Number(context.minor.split(".")[1]) < constrainedSince) return;
	for (const one of modes$1) {
		const { mode, who } = one;
		const isAskedFor = mode === "user-info" ? (user) => isNoAccount(user) && !isNode(user) : void 0;
		const [whom] = acting(grants, whomAsk(one), mode === "serviceaccount" ? "any" : "cluster", isAskedFor);
		if (whom === void 0) continue;
		const requests = powersOf(grants.flatMap((grant) => actingGrant(grant, `impersonate-on:${mode}:`)), context.minor);
		const [power] = requests;
		if (power === void 0 || power.level === 6) continue;
		const target = whom.names.length === 0 ? who : listed(whom.names.map((name) => quotable(name)));
		const base = {
			scope: power.scope,
			names: whom.names
		};
		const handsOn = requests.find(({ id, names }) => id === "write-cluster-rbac" && names.length === 0);
		const admin = handsOn === void 0 ? void 0 : adminInReach(search, mode, whom);
		if (handsOn !== void 0 && admin !== void 0) {
			const grantsOfAdmin = [
				whom,
				handsOn.witnesses[0],
				...admin.through
			];
			const phrase = `hand out any right in the name of ${admin.name}`;
			yield {
				...base,
				...clusterAdmin,
				phrase,
				grants: grantsOfAdmin,
				next: `${admin.name} is cluster-admin`
			};
			continue;
		}
		yield {
			...base,
			level: power.sureLevel,
			phrase: `${power.phrase} in the name of ${target}`,
			grants: [whom, power.witnesses[0]],
			next: void 0,
			makesClusterAdmin: false,
			assumedHops: 0
		};
	}
}
const constrainedGroups = impersonate(authentication, "groups", "impersonate:user-info");
/** A cluster-admin that it may act as: what that one writes into roles and bindings is checked against its own rights. */
function adminInReach({ context, grants, than }, mode, whom) {
	const reaches = ({ names }, name) => names.length === 0 || names.includes(name);
	if (mode === "serviceaccount") {
		const { scope } = whom.grant;
		const strongest = whom.names.length === 0 ? strongestAccount(context, scope, than) : strongestAccountNamed(context, scope, whom.names, than);
		if (strongest === void 0 || !isClusterAdmin$1(strongest.power)) return void 0;
		return {
			name: `ServiceAccount ${namespacedName(strongest.namespace, strongest.name)}`,
			through: []
		};
	}
	if (mode !== "user-info") return void 0;
	const asGroups = acting(grants, constrainedGroups, "cluster");
	for (const { kind, name } of clusterAdmins(context)) {
		if (kind === "User" && reaches(whom, name)) return {
			name: `User ${quotable(name)}`,
			through: []
		};
		const asGroup = kind === "Group" ? asGroups.find((one) => reaches(one, name)) : void 0;
		if (asGroup !== void 0) return {
			name: `Group ${quotable(name)}`,
			through: [asGroup]
		};
	}
}
const boundAdmins = /* @__PURE__ */ new WeakMap();
/** Users and groups, the superusers' apart, that a binding makes cluster-admin: constrained impersonation refuses system:masters. */
function clusterAdmins({ graph, minor }) {
	const known = boundAdmins.get(graph);
	if (known !== void 0) return known;
	const found = graph.subjectKeys.flatMap((key) => {
		const kind = key.startsWith(userKey("")) ? "User" : "Group";
		const name = key.slice(kind.length + 1);
		if (name === "system:masters" || kind === "User" && (!isNoAccount(name) || isNode(name))) return [];
		const power = strongestPower(graph.grantsOf(key), minor);
		return power !== void 0 && isClusterAdmin$1(power) ? [{
			kind,
			name
		}] : [];
	});
	boundAdmins.set(graph, found);
	return found;
}
/** A grant of `impersonate-on:MODE:VERB` read as a grant of the verb, for what it opens in somebody else's name. */
function actingGrant(grant, prefix) {
	const verbs = grant.rule.verbs.flatMap((verb) => {
		if (!verb.value.startsWith(prefix)) return [];
		const plain = verb.value.slice(prefix.length);
		return plain === "*" ? [] : [located(plain, verb.origin)];
	});
	return verbs.length === 0 ? [] : [{
		...grant,
		rule: {
			...grant.rule,
			verbs
		}
	}];
}
/** The words of the roles that give it: the resource, and the verb beside it; before them the binding, if it is another. */
function impersonationHops({ grants }, through, firstStep) {
	let step = firstStep;
	return grants.flatMap(({ grant: { rule, binding }, ask }) => {
		const atBinding = binding !== through && binding.entry.object.origin.kind !== "built-in" ? [roleRefHop(binding, step++)] : [];
		const resource = rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource));
		const verb = rule.verbs.find((one) => verbMatches([one], ask.verb)) ?? rule.verbs[0];
		const atResource = hop(resource?.origin ?? rule.origin, reachLabel(rule, ask), step++);
		const atVerb = verb === void 0 ? [] : [hop(verb.origin, verbLabel(ask))];
		return [
			...atBinding,
			atResource,
			...atVerb
		];
	});
}
function verbLabel({ verb }) {
	if (verb === "impersonate") return "acting as somebody else";
	return verb.startsWith("impersonate:") ? "in whose name" : "for this verb";
}
function reachLabel({ resourceNames }, ask) {
	if (!ask.verb.startsWith("impersonate")) return "for these requests";
	const what = {
		users: "any user",
		groups: "any group",
		serviceaccounts: "any ServiceAccount"
	}[ask.resource] ?? "any";
	return resourceNames.length === 0 ? `${what}, no resourceNames` : `${listed(resourceNames.map(({ value }) => quotable(value)))} only`;
}
/** Commands that confirm it, where kubectl has some: it knows no resources of authentication.k8s.io to impersonate. */
function impersonationChecks(holder, { grants }) {
	return grants.filter(({ ask }) => ask.apiGroup === "" && ask.verb === "impersonate").map(({ ask, grant: { scope, rule } }) => {
		return confirmCommand(holder, ask, scope, rule.resourceNames.find(({ value }) => value !== "" && (ask !== users || isNoAccount(value)))?.value);
	});
}
//#endregion
//#region packages/rules/src/dead-words.ts
function valuesOf$1(list) {
	return list.map(({ value }) => value);
}
function hasStar(list) {
	return list.some(({ value }) => value === "*");
}
/** The word itself, or the rule where nothing else is in the list. */
function removalOf(word, list, rule) {
	return removeListItem(list.length > 1 ? word.origin : rule.origin);
}
/** Puts the word that was meant in its place. */
function correctionOf(word, meant) {
	const shown = meant === "" ? "\"\"" : quotable(meant);
	const edits = meant === "" ? replaceScalar(word.origin, word.value, "\"\"") : replaceScalar(word.origin, word.value, meant);
	return {
		text: `write ${shown} in place of ${quotable(word.value)}`,
		edits: isQuoted(word.origin, meant) ? [] : edits
	};
}
/** Quotes around an empty word would be doubled. */
function isQuoted(origin, meant) {
	return meant === "" && origin.kind === "text" && /^["']/.test(origin.source.text.slice(origin.start, origin.end));
}
/** A group as a sentence names it. */
function groupName(group) {
	return group === "" ? "the core group" : quotable(group);
}
//#endregion
//#region packages/rules/src/near-names.ts
function indexNames(names) {
	const exact = new Set(names);
	const byDigits = /* @__PURE__ */ new Map();
	for (const name of exact) {
		const key = digitsOf(name);
		const indexed = indexedName(name);
		const sameDigits = byDigits.get(key);
		if (sameDigits === void 0) byDigits.set(key, [indexed]);
		else sameDigits.push(indexed);
	}
	return {
		exact,
		byDigits
	};
}
/**
* The known name that an unknown one is a slip of: in another case, or one letter away, or two where the name is long.
* Undefined where none is near, or where two are equally near.
*/
function nearName(name, { exact, byDigits }) {
	if (exact.has(name)) return void 0;
	const wanted = indexedName(name);
	let best;
	let bestDistance = allowedEdits(name) + 1;
	let tied = false;
	for (const candidate of byDigits.get(digitsOf(name)) ?? []) {
		if (candidate.folded === wanted.folded) return {
			name: candidate.name,
			by: "case"
		};
		if (Math.abs(candidate.name.length - name.length) > bestDistance) continue;
		if (bitCount(candidate.characters ^ wanted.characters) > 2 * bestDistance) continue;
		const distance = editDistance(candidate.folded, wanted.folded);
		if (distance > bestDistance || distance > allowedEdits(name)) continue;
		tied = distance === bestDistance;
		best = candidate.name;
		bestDistance = distance;
	}
	return best === void 0 || tied ? void 0 : {
		name: best,
		by: "spelling"
	};
}
/** A short name is easily near another one that means something else. */
function allowedEdits({ length }) {
	if (length < 4) return 0;
	return length < 9 ? 1 : 2;
}
function indexedName(name) {
	const folded = name.toLowerCase();
	let characters = 0;
	for (let i = 0; i < folded.length; i++) characters |= 1 << (folded.charCodeAt(i) & 31);
	return {
		name,
		folded,
		characters
	};
}
function digitsOf(name) {
	return name.replace(/\D+/g, " ").trim();
}
function bitCount(bits) {
	let left = bits;
	let count = 0;
	for (; left !== 0; left &= left - 1) count++;
	return count;
}
//#endregion
//#region packages/rules/src/served-api.ts
/** Groups that have been emptied: nothing is served there any more. */
const emptiedGroups = ["extensions"];
/** Resources that exist as questions only: never served, always asked for. */
const askedForOnly = {
	"": ["users", "groups"],
	"authentication.k8s.io": [
		"users",
		"groups",
		"serviceaccounts",
		"uids",
		"userextras",
		"nodes"
	],
	"certificates.k8s.io": ["signers"]
};
/**
* Subresources of the same kind: those of nodes stand for parts of the kubelet's own API (pkg/kubelet/server/auth.go),
* `finalizers` is asked for when an owner is set (plugin/pkg/admission/gc).
*/
const kubeletSubresources = [
	"checkpoint",
	"configz",
	"flagz",
	"healthz",
	"log",
	"metrics",
	"pods",
	"spec",
	"stats",
	"statusz"
];
const indexes = /* @__PURE__ */ new WeakMap();
function servedApi(resources) {
	const known = indexes.get(resources);
	if (known !== void 0) return known;
	const byResource = /* @__PURE__ */ new Map();
	const byAlias = /* @__PURE__ */ new Map();
	const byGroup = /* @__PURE__ */ new Map();
	for (const one of resources) {
		append$3(byResource, one.resource, one);
		append$3(byGroup, one.group, one);
		for (const alias of new Set([
			one.singular,
			one.kind.toLowerCase(),
			...one.shortNames
		])) append$3(byAlias, alias, one);
	}
	const ownGroups = new Set([...byGroup.keys(), ...emptiedGroups]);
	const plurals = [...byGroup].map(([group, all]) => [group, indexNames(all.map(({ resource }) => resource))]);
	const api = {
		ownGroups,
		byResource,
		byAlias,
		byGroup,
		groupNames: indexNames(byGroup.keys()),
		pluralsOf: new Map(plurals)
	};
	indexes.set(resources, api);
	return api;
}
/** The resource of that name in one of the groups; without a version, the preferred one. */
function servedIn(api, groups, resource) {
	return (api.byResource.get(resource) ?? []).filter(({ group }) => groups.includes(group));
}
/** Whether authorizers ask for such a resource although no server lists it. */
function isAskedForOnly(groups, resource) {
	return groups.some((group) => askedForOnly[group]?.includes(resource) === true);
}
/** Whether a subresource is asked for although no server lists it. */
function isSubresourceAskedFor(resource, subresource) {
	return subresource === "finalizers" || resource === "nodes" && kubeletSubresources.includes(subresource);
}
/** The resource that somebody means by another word: a singular, a kind, a short name, a slip. */
function meantResource(api, groups, word) {
	const called = api.byAlias.get(word.toLowerCase()) ?? [];
	const alias = called.find(({ group }) => groups.includes(group));
	if (alias !== void 0) return alias;
	for (const group of groups) {
		const plurals = api.pluralsOf.get(group);
		const near = plurals === void 0 ? void 0 : nearName(word, plurals)?.name;
		const found = api.byGroup.get(group)?.find(({ resource }) => resource === near);
		if (found !== void 0) return found;
	}
	return called.find(({ singular, kind }) => singular === word.toLowerCase() || kind.toLowerCase() === word.toLowerCase());
}
function append$3(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region packages/rules/src/dead-resources.ts
/** Gone since 1.25, and still in many roles. */
const removedResource = "podsecuritypolicies";
/** Words in `resources` and `apiGroups` that no resource matches. */
function* deadResources(api, { rule, role }) {
	if (rule.nonResourceURLs.length > 0) return;
	const judged = {
		api,
		rule,
		others: role.entry.object.rules,
		groups: liveGroups(api, rule)
	};
	yield* deadGroups(judged);
	for (const resource of rule.resources) {
		const dead = deadPattern(judged, resource) ?? deadResource(judged, resource);
		if (dead !== void 0) yield dead;
	}
}
/** The groups of a rule that Kubernetes serves, if it has no others; misspelt ones left out. */
function liveGroups(api, { apiGroups }) {
	const values = valuesOf$1(apiGroups);
	const isForeign = (group) => !api.ownGroups.has(group) && !isNoGroup(group);
	return values.some(isForeign) ? "foreign" : values.filter((group) => api.ownGroups.has(group));
}
/**
* What no API group can be called: a group has no version, and those of custom resources have a dot
* (apiextensions.k8s.io validation: ValidateCustomResourceDefinitionSpec).
*/
function isNoGroup(group) {
	return group !== "*" && group !== "" && (group.includes("/") || group === "core" || /^v\d+((?:alpha|beta)\d+)?$/.test(group));
}
function* deadGroups({ api, rule }) {
	if (hasStar(rule.apiGroups)) return;
	for (const group of rule.apiGroups) {
		const { value } = group;
		const meant = isNoGroup(value) ? withoutVersion(value) : misspeltGroup(api, rule, value);
		if (meant === void 0) continue;
		const isThere = rule.apiGroups.some((one) => one.value === meant);
		yield {
			kind: "group",
			word: value,
			origin: group.origin,
			clause: `names the API group ${quotable(value)}, which is none; ${meant === "" ? "the core group is \"\"" : `it is called ${quotable(meant)}`}`,
			label: value.includes("/") ? "a group is written without its version" : "there is no group of this name",
			missed: !isThere,
			meant: isThere ? [] : [correctionOf(group, meant)],
			removal: removalOf(group, rule.apiGroups, rule)
		};
	}
}
function withoutVersion(group) {
	const [name = ""] = group.split("/");
	return name === "core" || /^v\d/.test(name) ? "" : name;
}
/** A group nearly called like one that serves what the rule lists. */
function misspeltGroup(api, { resources }, group) {
	if (api.ownGroups.has(group)) return void 0;
	const near = nearName(group, api.groupNames)?.name;
	if (near === void 0) return void 0;
	return resources.some(({ value }) => servedIn(api, [near], parentOf$1(value)).length > 0) ? near : void 0;
}
/** `*` is everything, and what stands behind `*\/` a subresource of everything; other patterns are names of nothing. */
function deadPattern({ rule }, resource) {
	const { value } = resource;
	if (!value.includes("*") || /^\*(?:\/[^*]+)?$/.test(value) || hasStar(rule.resources)) return void 0;
	const parent = parentOf$1(value);
	const instead = parent.includes("*") ? "name the resources, or write `*` alone" : `list the subresources that are needed, as ${quotable(parent)}/log`;
	return {
		kind: "pattern",
		word: value,
		origin: resource.origin,
		clause: `lists ${quotable(value)}, which matches no resource: \`*\` is no wildcard there`,
		label: "matches nothing: compared as it is written",
		missed: true,
		meant: [{
			text: instead,
			edits: []
		}],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function deadResource(judged, resource) {
	const { api, rule, groups } = judged;
	const { value } = resource;
	if (groups === "foreign" || value.includes("*") || groups.length === 0) return void 0;
	const parent = parentOf$1(value);
	if (parent === removedResource) return hasStar(rule.apiGroups) ? void 0 : removed(judged, resource);
	if (hasStar(rule.apiGroups)) return void 0;
	const served = servedIn(api, groups, parent);
	if (served.length > 0) return misspeltSubresource(rule, resource, served);
	if (isAskedForOnly(groups, parent)) return void 0;
	return inAnotherGroup(judged, resource) ?? misspeltResource(judged, groups, resource);
}
function removed({ rule, others }, resource) {
	const isAll = others.every((other) => other.resources.every(({ value }) => parentOf$1(value) === removedResource));
	return {
		kind: "removed",
		word: resource.value,
		origin: resource.origin,
		clause: "still speaks of podsecuritypolicies, which Kubernetes has not had since 1.25",
		label: "nothing asks for it any more",
		missed: isAll,
		meant: [],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function misspeltSubresource(rule, resource, served) {
	const parent = parentOf$1(resource.value);
	const subresource = resource.value.slice(parent.length + 1);
	if (subresource === "" || served.some(({ subresources }) => subresources.has(subresource))) return void 0;
	if (isSubresourceAskedFor(parent, subresource)) return void 0;
	const known = served.flatMap(({ subresources }) => [...subresources.keys()]);
	const near = known.find((one) => subresource === `${one}s`) ?? nearName(subresource, indexNames(known))?.name;
	if (near === void 0) return void 0;
	return misspelt$4(rule, resource, `${parent}/${near}`);
}
/** Served, but in a group that neither this rule nor another one of the role names with it. */
function inAnotherGroup({ api, rule, others }, resource) {
	const [parent = "", subresource = ""] = resource.value.split("/");
	const serving = (api.byResource.get(parent) ?? []).map(({ group }) => group);
	const [first] = serving;
	if (first === void 0) return void 0;
	if (others.some((other) => serving.some((group) => apiGroupMatches(other.apiGroups, group)) && (resourceMatches(other.resources, parent, subresource) || resourceMatches(other.resources, parent, "")))) return void 0;
	const named = listed(valuesOf$1(rule.apiGroups).map(groupName));
	const [only, ...more] = rule.apiGroups;
	const isAlone = only !== void 0 && more.length === 0 && rule.resources.length === 1;
	return {
		kind: "another-group",
		word: resource.value,
		origin: resource.origin,
		clause: `lists ${quotable(resource.value)} of ${named}, which ${rule.apiGroups.length === 1 ? "does" : "do"} not have them; they are in ${groupName(first)}`,
		label: `served in ${groupName(first)}`,
		missed: true,
		meant: [isAlone ? correctionOf(only, first) : {
			text: `list ${quotable(resource.value)} in a rule with apiGroups: ["${first}"]`,
			edits: []
		}],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function misspeltResource({ api, rule }, groups, resource) {
	const parent = parentOf$1(resource.value);
	const found = meantResource(api, groups, parent);
	if (found === void 0 || found.resource === parent) return void 0;
	return misspelt$4(rule, resource, `${found.resource}${resource.value.slice(parent.length)}`);
}
function misspelt$4(rule, resource, meant) {
	const isThere = rule.resources.some(({ value }) => value === meant);
	return {
		kind: "misspelt",
		word: resource.value,
		origin: resource.origin,
		clause: `lists ${quotable(resource.value)}, which is no resource; it is called ${quotable(meant)}`,
		label: "no resource is called this",
		missed: !isThere,
		meant: isThere ? [] : [correctionOf(resource, meant)],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function parentOf$1(resource) {
	return resource.split("/")[0] ?? resource;
}
//#endregion
//#region packages/rules/src/dead-subjects.ts
const ownGroups$1 = [
	authenticatedGroup,
	unauthenticatedGroup,
	mastersGroup,
	nodesGroup,
	serviceAccountsGroup,
	bootstrappersGroup
];
const ownUsers = [
	anonymousUser,
	kubeControllerManagerUser,
	kubeSchedulerUser,
	kubeProxyUser
];
/**
* Names that no authenticator gives to a user, or to a group: a reserved one of the other kind, in another case, with a
* space at an end. Names are compared as they are written (pkg/registry/rbac/validation/rule.go: appliesToUser).
*/
function deadSubject({ kind, name: { value } }) {
	switch (kind) {
		case "ServiceAccount": return;
		case "User": return spaced("user", value) ?? userOfGroup(value) ?? otherCase("user", value, ownUsers);
		case "Group": return spaced("group", value) ?? groupOfUser(value) ?? otherCase("group", value, ownGroups$1);
	}
}
function spaced(what, name) {
	if (name === name.trim()) return void 0;
	return {
		clause: `binds the ${what} "${quotable(name)}", with a space at an end that nobody's name has`,
		label: "compared with the space",
		meant: `write ${quotable(name.trim())}, without the space, if that ${what} is meant`
	};
}
function userOfGroup(name) {
	if (!(ownGroups$1.includes(name) || name.startsWith(namespaceServiceAccountsGroup("")) || name.startsWith(`system:bootstrappers:`))) return void 0;
	return {
		clause: `binds a user called ${quotable(name)}: that is a group, and no user has the name`,
		label: "a group's name, as kind User",
		meant: "write kind: Group, if everybody in it is meant"
	};
}
function groupOfUser(name) {
	const prefix = namespaceServiceAccountsGroup("");
	if (name.startsWith(prefix) && name.includes(":", prefix.length)) {
		const [namespace = "", account = ""] = name.slice(prefix.length).split(":");
		return {
			clause: `binds the group ${quotable(name)}, which nobody is in: there is no group of one ServiceAccount`,
			label: "no account is in such a group",
			meant: `write kind: ServiceAccount, name: ${quotable(account)}, namespace: ${quotable(namespace)}, if that account is meant`
		};
	}
	if (!(ownUsers.includes(name) || name.startsWith("system:node:") || parseServiceAccountUserName(name) !== void 0)) return void 0;
	return {
		clause: `binds a group called ${quotable(name)}: that is a user, and no group has the name`,
		label: "a user's name, as kind Group",
		meant: "write kind: User, if that user is meant"
	};
}
function otherCase(what, name, own) {
	const meant = own.find((one) => one !== name && one === name.toLowerCase());
	if (meant === void 0) return void 0;
	return {
		clause: `binds the ${what} ${quotable(name)}, which nobody is: upper and lower case count`,
		label: "compared with its case",
		meant: `write ${meant}, if that ${what} is meant`
	};
}
//#endregion
//#region packages/rules/src/dead-verbs.ts
/** What requests for objects are called (k8s.io/apiserver pkg/endpoints/request/requestinfo.go). */
const requestVerbs = [
	"get",
	"list",
	"watch",
	"create",
	"update",
	"patch",
	"delete",
	"deletecollection"
];
const requestVerbNames = indexNames(requestVerbs);
/** Verbs that only some check of Kubernetes' own asks for, and the resources it asks them of. */
const checkedOn = {
	bind: ["roles", "clusterroles"],
	escalate: ["roles", "clusterroles"],
	impersonate: [
		"users",
		"groups",
		"serviceaccounts",
		"uids",
		"userextras"
	],
	approve: ["signers"],
	sign: ["signers"]
};
/** Words in `verbs` that no request has, for what the rule lists. */
function* deadVerbs(api, { rule, role }) {
	if (rule.nonResourceURLs.length > 0 || hasStar(rule.verbs)) return;
	for (const verb of rule.verbs) {
		const dead = misspeltVerb(rule, verb) ?? misplacedVerb(api, rule, verb) ?? namelessVerb({
			rule,
			role
		}, verb);
		if (dead !== void 0) yield dead;
	}
	yield* unservedVerbs(api, rule);
}
function misspeltVerb(rule, verb) {
	const { value } = verb;
	if (requestVerbs.includes(value)) return void 0;
	const lower = value.toLowerCase();
	const meant = lower !== value && (requestVerbs.includes(lower) || lower in checkedOn) ? lower : requestVerbs.find((one) => value === `${one}s` || value === `${one}es`) ?? nearName(value, requestVerbNames)?.name;
	if (meant === void 0 || value in checkedOn) return void 0;
	const isThere = rule.verbs.some((one) => one.value === meant);
	return {
		kind: "verb",
		word: value,
		origin: verb.origin,
		clause: `allows ${quotable(value)}, which no request is called; it is ${quotable(meant)}`,
		label: "no request has this verb",
		missed: !isThere,
		meant: isThere ? [] : [correctionOf(verb, meant)],
		removal: removalOf(verb, rule.verbs, rule)
	};
}
function misplacedVerb(api, rule, verb) {
	const places = checkedOn[verb.value];
	if (places === void 0 || servedVerbs(api, rule) === void 0) return void 0;
	if (rule.resources.some(({ value }) => places.includes(parentOf$1(value)))) return void 0;
	const resources = listed(valuesOf$1(rule.resources).map(quotable), 2);
	const isMistaken = rule.verbs.length === 1 || verb.value === "bind" || verb.value === "escalate";
	return {
		kind: "misplaced-verb",
		word: verb.value,
		origin: verb.origin,
		clause: `allows ${verb.value} on ${resources}, which is never asked for; it is asked of ${listed(places)}`,
		label: `asked of ${listed(places, 2)} only`,
		missed: isMistaken,
		meant: [],
		removal: removalOf(verb, rule.verbs, rule)
	};
}
function areOwn({ ownGroups }, { apiGroups }) {
	return apiGroups.every(({ value }) => ownGroups.has(value));
}
function* unservedVerbs(api, rule) {
	const served = servedVerbs(api, rule);
	if (served === void 0) return;
	const dead = rule.verbs.filter(({ value }) => requestVerbs.includes(value) && !served.has(value));
	const [first] = dead;
	if (first === void 0) return;
	const isAll = rule.verbs.every(({ value }) => !served.has(value));
	const verbs = listed(valuesOf$1(dead), 2);
	const resources = listed(valuesOf$1(rule.resources).map(quotable), 2);
	yield {
		kind: "unserved-verb",
		word: `${valuesOf$1(dead).join(",")} ${valuesOf$1(rule.resources).join(",")}`,
		origin: first.origin,
		clause: `allows ${verbs} of ${resources}, which no server has; there is ${listed([...served], 4)}`,
		label: "no such request exists",
		missed: isAll,
		meant: [],
		removal: isAll ? removeListItem(rule.origin) : allOrNone(dead.map(({ origin }) => removeListItem(origin)))
	};
}
/** Every verb that one of the rule's resources has; undefined where not all of them are known. */
function servedVerbs(api, rule) {
	const groups = valuesOf$1(rule.apiGroups);
	const verbs = /* @__PURE__ */ new Set();
	for (const { value } of rule.resources) {
		const [parent = "", subresource = ""] = value.split("/");
		const known = (value.includes("*") || !areOwn(api, rule) ? [] : servedIn(api, groups, parent)).flatMap((one) => verbsOf(one, subresource) ?? []);
		if (known.length === 0) return void 0;
		for (const verb of known) verbs.add(verb);
	}
	return verbs;
}
function verbsOf({ verbs, subresources }, subresource) {
	return subresource === "" ? verbs : subresources.get(subresource);
}
/** Kinds that an update of a missing object creates; it asks for `create` with the name (AllowCreateOnUpdate). */
const createdByUpdate = [
	"clusterrolebindings",
	"clusterroles",
	"endpoints",
	"events",
	"leasecandidates",
	"leases",
	"limitranges",
	"rolebindings",
	"roles",
	"runtimeclasses",
	"services"
];
/**
* `create` and `deletecollection` beside `resourceNames`: such requests carry no name. Creating through a subresource
* does, and so do server-side apply, which is a patch, and an update that creates.
*/
function namelessVerb({ rule, role }, verb) {
	const { value } = verb;
	if (rule.resourceNames.length === 0 || value !== "create" && value !== "deletecollection") return void 0;
	const whole = rule.resources.filter((one) => !one.value.includes("/"));
	if (whole.length < rule.resources.length || whole.length === 0) return void 0;
	const isGiven = (resource, apiGroup) => role.entry.object.rules.some((other) => ruleGives(other, {
		verb: value,
		apiGroup,
		resource,
		subresource: "",
		carriesName: false
	}));
	const groups = valuesOf$1(rule.apiGroups);
	const missing = whole.filter((one) => !groups.some((group) => isGiven(one.value, group)));
	if (missing.length === 0) return void 0;
	const others = rule.verbs.filter((one) => one.value !== "create" && one.value !== "deletecollection");
	const resources = listed(valuesOf$1(missing).map(quotable), 2);
	const isCreate = value === "create";
	const has = (other) => rule.verbs.some((one) => one.value === other);
	const applies = isCreate && has("patch");
	const puts = isCreate && has("update") && missing.some((one) => createdByUpdate.includes(one.value));
	return {
		kind: "nameless-verb",
		word: `${value} ${valuesOf$1(missing).join(",")}`,
		origin: verb.origin,
		clause: isCreate ? `allows create of ${resources} by name, but a POST carries no name and is denied` : `allows deletecollection of ${resources} by name, but such a request carries no name and is denied`,
		label: "with resourceNames, never matches such a request",
		missed: isCreate ? !applies : others.length === 0,
		isOfUse: applies || puts,
		meant: [{
			text: isCreate ? `give create in a rule of its own, without resourceNames: admission decides then what may be created` : "give deletecollection in a rule of its own, without resourceNames, if all may go",
			edits: []
		}],
		removal: removalOf(verb, rule.verbs, rule)
	};
}
/** Resources and paths of a rule that nobody gets through a RoleBinding. */
function* outOfNamespaces({ rule }, certain, through) {
	for (const path of rule.nonResourceURLs.slice(0, 1)) yield {
		kind: "path",
		word: path.value,
		origin: path.origin,
		clause: `allows ${listed(valuesOf$1(rule.nonResourceURLs).map(quotable), 2)}, but ${through}, and a path is in no namespace`,
		label: "paths are given by ClusterRoleBindings only",
		missed: certain,
		meant: [{
			text: "bind it by a ClusterRoleBinding, if the paths are needed",
			edits: []
		}],
		removal: removeListItem(rule.origin)
	};
	if (rule.nonResourceURLs.length > 0) return;
	for (const resource of rule.resources) {
		if (!isOfTheCluster(rule, resource)) continue;
		yield {
			kind: "cluster-scoped",
			word: resource.value,
			origin: resource.origin,
			clause: `lists ${quotable(resource.value)}, which are in no namespace, but ${through}`,
			label: "given by ClusterRoleBindings only",
			missed: certain,
			meant: [{
				text: `put ${quotable(resource.value)} into a ClusterRole and bind it by a ClusterRoleBinding, if needed`,
				edits: []
			}],
			removal: removalOf(resource, rule.resources, rule)
		};
	}
}
/** A group that is not known may hold anything, but impersonation is asked of the same few, whatever groups a rule has. */
function isOfTheCluster(rule, resource) {
	if (resource.value.includes("*") || isBoundInNamespace(rule, resource)) return false;
	if (!hasStar(rule.apiGroups)) return !isNamespaced(rule, resource);
	return rule.verbs.every(({ value }) => value === "impersonate") && impersonatedInCluster.includes(parentOf$1(resource.value));
}
/** `bind` of a ClusterRole is asked for in the namespace of the RoleBinding (pkg/registry/rbac: BindingAuthorized). */
function isBoundInNamespace(rule, { value }) {
	return value === "clusterroles" && ruleGives(rule, {
		verb: "bind",
		apiGroup: "rbac.authorization.k8s.io",
		resource: "clusterroles",
		subresource: "",
		carriesName: true
	});
}
/** ServiceAccounts are asked for in their namespace (apiserver pkg/endpoints/filters/impersonation). */
const impersonatedInCluster = [
	"users",
	"groups",
	"uids",
	"userextras"
];
const modes = [
	"user-info",
	"serviceaccount",
	"arbitrary-node",
	"associated-node"
];
/** The two halves of constrained impersonation that roles of the inputs hold: `impersonate:MODE` and `impersonate-on:MODE`. */
function impersonationHalves(rules) {
	const halves = /* @__PURE__ */ new Set();
	for (const { verbs } of rules) for (const { value } of verbs) {
		if (!value.startsWith("impersonate")) continue;
		const half = /^impersonate(?:-on)?:[^:]+/.exec(value)?.[0];
		if (half !== void 0) halves.add(half);
	}
	return halves;
}
/** Verbs of constrained impersonation that never do anything: a half without the other, `*` as a verb, no such mode. */
function* deadImpersonation({ rule }, halves) {
	for (const verb of rule.verbs) {
		const [, on, mode = "", verbOn] = /^impersonate(-on)?:([^:]+)(?::(.*))?$/.exec(verb.value) ?? [];
		if (mode === "") continue;
		const other = on === void 0 ? `impersonate-on:${mode}` : `impersonate:${mode}`;
		const reason = !modes.includes(mode) ? `there is no such mode; there is ${listed(modes, 4)}` : verbOn === "*" ? "`*` is no wildcard there: each verb is listed" : halves.has(other) ? void 0 : `no role holds its other half, ${other}${on === void 0 ? ":VERB" : ""}`;
		if (reason === void 0) continue;
		yield {
			kind: "impersonation",
			word: verb.value,
			origin: verb.origin,
			clause: `allows ${quotable(verb.value)}, which does nothing: ${reason}`,
			label: "does nothing alone",
			missed: true,
			meant: [],
			removal: removalOf(verb, rule.verbs, rule)
		};
	}
}
//#endregion
//#region packages/rules/src/served-as-written.ts
/** A bit for each verb that requests for objects have. */
const verbBits = new Map(requestVerbs.map((verb, at) => [verb, 1 << at]));
const known$1 = /* @__PURE__ */ new WeakMap();
/**
* Whether every word of a rule is one that the server knows, in the place where it belongs: no search for slips would
* find any. `false` says nothing. It is said of most rules, once of each: two states of a project share most of theirs.
*/
function isServedAsWritten(api, rule) {
	let ofApi = known$1.get(api);
	if (ofApi === void 0) {
		ofApi = /* @__PURE__ */ new WeakMap();
		known$1.set(api, ofApi);
	}
	let served = ofApi.get(rule);
	if (served === void 0) {
		served = isServed(api, rule);
		ofApi.set(rule, served);
	}
	return served;
}
/** Plain loops, nothing allocated. */
function isServed(api, rule) {
	if (rule.nonResourceURLs.length > 0) return false;
	for (const { value } of rule.apiGroups) if (!api.ownGroups.has(value)) return false;
	let wanted = 0;
	for (const { value } of rule.verbs) {
		const bit = verbBits.get(value);
		if (bit === void 0) return false;
		if (rule.resourceNames.length > 0 && (value === "create" || value === "deletecollection")) return false;
		wanted |= bit;
	}
	let served = 0;
	for (const { value } of rule.resources) {
		const bits = servedBits(api, rule, value);
		if (bits === 0) return false;
		served |= bits;
	}
	return (wanted & ~served) === 0;
}
/** The verbs that a resource of this name has in the groups of the rule; 0: none of them serves it. */
function servedBits({ byResource }, { apiGroups }, resource) {
	const slash = resource.indexOf("/");
	let bits = 0;
	for (const one of byResource.get(slash < 0 ? resource : resource.slice(0, slash)) ?? none) for (const { value } of apiGroups) if (value === one.group) bits |= slash < 0 ? bitsOf(one) : bitsOfVerbs(one.subresources.get(resource.slice(slash + 1)));
	return bits;
}
const none = [];
const bitsOfResources = /* @__PURE__ */ new WeakMap();
function bitsOf(resource) {
	let bits = bitsOfResources.get(resource);
	if (bits === void 0) {
		bits = bitsOfVerbs(resource.verbs);
		bitsOfResources.set(resource, bits);
	}
	return bits;
}
function bitsOfVerbs(verbs = []) {
	return verbs.reduce((bits, verb) => bits | (verbBits.get(verb) ?? 0), 0);
}
//#endregion
//#region packages/rules/src/ineffective-risks.ts
const ruleId$3 = "rbac-ineffective-rule";
/** Nothing is allowed that should not be; somebody thinks that something is. */
const missedScore = 2;
/** Nobody misses it. */
const leftoverScore = .1;
/** What roles and bindings of the inputs say and no request ever matches. */
function* ineffectiveRisks(context) {
	const api = servedApi(context.resources);
	const binders = bindersOf(context.graph);
	const halves = impersonationHalves(writtenRules(context.graph));
	for (const role of context.graph.roles) {
		const { object } = role.entry;
		if (object.origin.kind === "built-in") continue;
		const words = [];
		const reach = reachedThrough(role, binders.get(role.entry.key), context.graph.inventory.complete);
		const replaced = replacedRules(role);
		for (const rule of object.rules) {
			if (isServedAsWritten(api, rule)) {
				if (reach === void 0 || rule.resources.every((resource) => isNamespaced(rule, resource))) continue;
			}
			if (replaced.includes(rule) || role.isShipped(rule)) continue;
			const inRole = {
				rule,
				role
			};
			words.push(...deadResources(api, inRole), ...deadVerbs(api, inRole), ...deadImpersonation(inRole, halves));
			if (reach !== void 0) words.push(...outOfNamespaces(inRole, reach.certain, reach.through));
		}
		if (replaced.length + words.length === 0) continue;
		for (const same of groupedByWord([...replacedWords(replaced), ...words])) yield roleRisk(role, same);
	}
	for (const binding of context.graph.bindings) {
		if (binding.entry.object.origin.kind === "built-in") continue;
		for (const subject of binding.entry.object.subjects) {
			const risk = subjectRisk(binding, subject);
			if (risk !== void 0) yield risk;
		}
	}
}
function* writtenRules({ roles }) {
	for (const { entry } of roles) if (entry.object.origin.kind !== "built-in") yield* entry.object.rules;
}
/** Which kinds of bindings lead to a role, by its key. */
function bindersOf({ bindings }) {
	const binders = /* @__PURE__ */ new Map();
	for (const binding of bindings) {
		const { kind } = binding.entry.object;
		for (const role of rolesOf(binding)) {
			const kinds = binders.get(role.entry.key);
			if (kinds === void 0) binders.set(role.entry.key, new Set([kind]));
			else kinds.add(kind);
		}
	}
	return binders;
}
/** Why a role never reaches beyond a namespace; undefined where it does, or may. */
function reachedThrough({ entry: { object } }, kinds, complete) {
	if (object.kind === "Role") return {
		certain: true,
		through: "a Role gives nothing outside of its namespace"
	};
	if (kinds === void 0 || kinds.has("ClusterRoleBinding") || isForAggregation$1(object)) return void 0;
	return {
		certain: complete,
		through: "only RoleBindings lead here"
	};
}
function isForAggregation$1({ meta }) {
	return [...meta.labels.keys()].some((label) => label.includes("/aggregate-to-"));
}
/** Written rules of an aggregated role that the controller replaces: they are not among those it ends up with. */
function replacedRules({ entry, rules }) {
	const { object } = entry;
	if (object.aggregation === void 0 || rules === object.rules) return [];
	const kept = new Set(rules.map(keyOf$3));
	return object.rules.filter((rule) => !kept.has(keyOf$3(rule)));
}
function keyOf$3(rule) {
	const lists = [
		rule.verbs,
		rule.apiGroups,
		rule.resources,
		rule.resourceNames,
		rule.nonResourceURLs
	];
	return JSON.stringify(lists.map((list) => list.map(({ value }) => value)));
}
function replacedWords(rules) {
	return rules.map((rule) => ({
		kind: "replaced",
		word: "rules",
		origin: rule.origin,
		clause: "has rules of its own beside aggregationRule, and the controller overwrites them",
		label: "overwritten by what aggregation brings",
		missed: true,
		meant: [],
		removal: removeListItem(rule.origin)
	}));
}
/** The same slip in several rules of a role is one. */
function groupedByWord(words) {
	const groups = /* @__PURE__ */ new Map();
	for (const word of words) {
		const key = `${word.kind} ${word.word}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [word]);
		else group.push(word);
	}
	return groups.values();
}
function roleRisk({ entry }, words) {
	const { object, namespace, key } = entry;
	const [first] = words;
	const missed = words.some((word) => word.missed);
	const name = (longest) => `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
	const room = 138 - first.clause.length - object.kind.length;
	const longest = Math.max(12, namespace === "" ? room : Math.floor(room / 2));
	const place = hop(first.origin, first.label, 1);
	return withDetails({
		ruleId: ruleId$3,
		title: fitTitle(`${name(Math.min(60, longest))} ${first.clause}`),
		score: missed ? missedScore : leftoverScore,
		confidence: "certain",
		place,
		identity: {
			subject: `${first.kind} ${first.word}`,
			object: key
		},
		cause: `${key} does nothing`,
		also: `${name()} ${first.clause}`
	}, {
		hops: () => [place, ...words.slice(1, 5).map(({ origin, label }) => hop(origin, label))],
		notes: () => [],
		remedies: () => remediesOf$2(words)
	});
}
/** What was meant, for every place; else the word goes, and nobody loses anything. */
function remediesOf$2(words) {
	const [{ meant, word, kind }] = words;
	const corrections = meant.map(({ text }, index) => ({
		text,
		edits: together$1(words.map((one) => one.meant[index]?.edits ?? []))
	}));
	if (words.some(({ isOfUse }) => isOfUse === true)) return corrections;
	const text = `take ${kind === "replaced" ? "these rules" : quotable(word.split(" ")[0] ?? word)} out: nobody loses anything`;
	return [...corrections, {
		text,
		edits: together$1(words.map(({ removal }) => removal))
	}];
}
/** Two words may share the rule that goes. */
function together$1(edits) {
	const places = /* @__PURE__ */ new Set();
	return allOrNone(edits.filter((some) => {
		const key = some.map(({ origin }) => origin.kind === "text" ? `${origin.start}-${origin.end}` : "").join();
		if (some.length > 0 && places.has(key)) return false;
		places.add(key);
		return true;
	}));
}
function subjectRisk({ entry }, subject) {
	const dead = deadSubject(subject);
	if (dead === void 0) return void 0;
	const { object, namespace, key } = entry;
	const place = hop(subject.name.origin, dead.label, 1);
	const whole = `${object.kind} ${namespacedName(namespace, object.meta.name.value, 40)}`;
	const isOnly = object.subjects.length === 1;
	return {
		ruleId: ruleId$3,
		title: fitTitle(`${whole} ${dead.clause}`),
		score: missedScore,
		confidence: "certain",
		place,
		hops: [place],
		notes: [],
		remedies: [{
			text: isOnly ? "delete the binding: nobody loses anything" : "take the subject out: nobody loses anything",
			edits: isOnly ? removeObject(object.origin) : removeListItem(subject.origin)
		}, {
			text: dead.meant,
			edits: []
		}],
		identity: {
			subject: `${subject.kind} ${subject.name.value}`,
			object: key
		},
		cause: `${key} binds nobody`,
		also: `${whole} ${dead.clause}`
	};
}
//#endregion
//#region packages/rules/src/nearest.ts
/** The known word that a mistyped one is closest to, if any is close enough to be meant. */
function nearest(word, known) {
	const best = known.map((candidate) => ({
		candidate,
		distance: editDistance(word, candidate)
	})).sort((a, b) => a.distance - b.distance)[0];
	return best !== void 0 && best.distance <= Math.max(2, word.length / 3) ? best.candidate : void 0;
}
//#endregion
//#region packages/rules/src/needless-tokens.ts
/**
* Below what the table gives for reading without secrets (1.5): such a token can do nothing today. It proves to others
* who it is, and it is there on the day somebody binds the account.
*/
const score$13 = 1;
/** How many workloads are pointed at; the others are counted. */
const workloadsShown$3 = 3;
/**
* The risk that pods get a token of an account to which nothing is bound; nothing where they get none.
*
* One for each account: its object is where one line ends it. An account whose object is not among the inputs may well be
* bound where that object is.
*/
function needlessTokenRisk(context, ruleId, account) {
	const [object] = account.objects;
	if (object === void 0 || mayBeBound(context, account)) return void 0;
	const workloads = account.workloads.filter(({ automounts }) => automounts);
	if (workloads.length === 0) return void 0;
	const holder = serviceAccountHolder(account.namespace, account.name);
	const said = workloads.some(({ automount }) => automount === void 0) ? void 0 : workloads[0]?.automount;
	const place = hop(said?.origin ?? object.object.meta.name.origin, said === void 0 ? "mounts its token in its pods: nothing says otherwise" : "mounts its token in its pods", 2);
	const runs = isOneWorkload(workloads) ? "gets" : "get";
	const whose = account.name === "default" ? "default" : quotable(account.name);
	return {
		ruleId,
		title: fitTitle(`${workloadNames(workloads)} ${runs} a token of ServiceAccount ${whose}`, ", to which nothing is bound"),
		score: score$13,
		confidence: workloads.map(({ confidence }) => confidence).reduce(weakerConfidence, "certain"),
		place,
		hops: [...workloads.slice(0, workloadsShown$3).map(runsAs$1), place],
		notes: [{
			kind: "why",
			text: "no binding that the API server would accept names it, so the token is of use only to whoever steals it"
		}],
		remedies: [withoutToken$1(account, workloads)],
		identity: {
			subject: holder.identity,
			object: object.key
		},
		cause: object.key,
		also: `pods that run as ${holder.name} get a token they have no use for`
	};
}
/** Less still: no pod among the inputs gets the token. */
const idleScore = .5;
/** The risks that a `default` account, written down without a word against it, would give its token to any pod to come. */
function* idleDefaultRisks(context, ruleId) {
	const { graph } = context;
	const running = new Set(runningAccounts(graph).flatMap(({ objects }) => objects.map(({ key }) => key)));
	for (const { object, key, namespace } of graph.inventory.entriesOf("ServiceAccount")) {
		const { meta, origin, automountServiceAccountToken: automount } = object;
		if (meta.name.value !== "default" || automount?.value === false || running.has(key)) continue;
		if (mayBeBound(context, {
			namespace,
			name: "default"
		})) continue;
		const holder = serviceAccountHolder(namespace, defaultAccount);
		const place = hop(automount?.origin ?? meta.name.origin, "mounts its token in pods that name no account", 1);
		yield {
			ruleId,
			title: `${holder.name} gives its token to every pod that names no other account`,
			score: idleScore,
			confidence: "certain",
			place,
			hops: [place],
			notes: [],
			remedies: [{
				text: "set automountServiceAccountToken: false on it; a pod that does need a token sets it to true",
				edits: automount === void 0 ? noAutomount(origin) : replaceBoolean(automount.origin, false)
			}],
			identity: {
				subject: holder.identity,
				object: key
			},
			cause: key,
			also: `${holder.name} gives its token to every pod that names no other account`
		};
	}
}
function runsAs$1({ accountPlace, entry }) {
	return hop(accountPlace, entry.object.pod.serviceAccountName === void 0 ? "runs as default" : "runs as it", 1);
}
/** Every place that says "mount it", or the account where none does. */
function withoutToken$1({ objects, name, namespace }, workloads) {
	const edits = /* @__PURE__ */ new Map();
	const add = (origin, some) => {
		const at = origin.kind === "text" ? `${origin.source.path}:${origin.start}` : "";
		if (!edits.has(at)) edits.set(at, some());
	};
	for (const { automount, entry } of workloads) if (automount !== void 0) add(automount.origin, () => replaceBoolean(automount.origin, false));
	else for (const { object } of nearest$1(objects, entry.path)) if (object.automountServiceAccountToken === void 0) add(object.origin, () => noAutomount(object.origin));
	const all = [...edits.values()];
	return {
		text: `set automountServiceAccountToken: false on ServiceAccount ${namespacedName(namespace, name)}; a pod that does need a token sets it to true`,
		edits: all.some((some) => some.length === 0) ? [] : all.flat()
	};
}
/** Writes into a pod spec or a ServiceAccount that no token is mounted. */
function noAutomount(mapping) {
	return addField(mapping, "automountServiceAccountToken", "false");
}
const boundAccounts = /* @__PURE__ */ new WeakMap();
/**
* Whether a binding may give an account something: one that names it or its groups, whatever the role.
*
* Inputs that hold one half of a cluster are the usual ones. Namespaces are often set by what applies them, so there an
* account of that name in any namespace counts, except for `default`, of which each namespace has one.
*/
function mayBeBound(context, { namespace, name }) {
	const { byName, groups } = boundAccountsOf(context);
	if (groups.has(groupKey("system:serviceaccounts"))) return true;
	if (groups.has(groupKey(namespaceServiceAccountsGroup(namespace)))) return true;
	const namespaces = byName.get(name);
	if (namespaces === void 0) return false;
	if (namespaces.has(namespace) || namespaces.has("<applied>") || namespace === "<applied>") return true;
	return !context.graph.inventory.complete && name !== "default";
}
function boundAccountsOf(context) {
	const { graph } = context;
	const known = boundAccounts.get(graph);
	if (known !== void 0) return known;
	const prefix = userKey(serviceAccountUserName("", "")).slice(0, -1);
	const byName = /* @__PURE__ */ new Map();
	for (const key of graph.subjectKeys) {
		if (!key.startsWith(prefix)) continue;
		const [namespace = "", name = ""] = key.slice(prefix.length).split(":");
		const namespaces = byName.get(name);
		if (namespaces === void 0) byName.set(name, new Set([namespace]));
		else namespaces.add(namespace);
	}
	const groups = /* @__PURE__ */ new Set();
	for (const { binding, subject, holder } of boundHolders(context, accountCrowds)) if (!binding.isShipped(subject)) groups.add(holder.key);
	const found = {
		byName,
		groups
	};
	boundAccounts.set(graph, found);
	return found;
}
const accountCrowds = ["all-service-accounts", "namespace-service-accounts"];
//#endregion
//#region packages/rules/src/power-risks.ts
/**
* The risks that somebody holds a power, rated by the power alone: where it leads is told by the rules about paths.
*
* One for each subject of a binding, and one at most `low` for each role that nobody is bound to.
*/
function* powerRisks(context, rule) {
	const tells = rule.tells ?? ((power) => !isByWildcard(power));
	const bound = rule.powers.flatMap((id) => boundPowersOf(context, id)).filter(({ power }) => tells(power)).flatMap((found) => {
		const power = rule.judged === void 0 ? found.power : rule.judged(found);
		return power === void 0 ? [] : [{
			bound: found.bound,
			power
		}];
	});
	const holderIn = ({ bound: { binding, holder } }) => [
		binding.entry.key,
		binding.entry.path,
		holder.key
	].join("\0");
	for (const found of grouped(bound, holderIn)) {
		const [told, ...others] = strongestFirst(found);
		if (told !== void 0) yield boundRisk(context, rule, told, others);
	}
	yield* dormantRisks(context, rule);
}
/** Only those of roles that nobody is bound to: what is bound may be told by a search of its own. */
function* dormantRisks(context, rule) {
	const tells = rule.tells ?? ((power) => !isByWildcard(power));
	const dormant = rule.powers.flatMap((id) => dormantPowersOf(context, id)).filter(({ power }) => tells(power) && power.names.length === 0);
	for (const found of grouped(dormant, ({ role: { entry } }) => `${entry.key}\0${entry.path}`)) {
		const [told] = strongestFirst(found);
		if (told !== void 0) yield dormantRisk(context, rule, told);
	}
}
function grouped(found, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of found) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [one]);
		else group.push(one);
	}
	return groups.values();
}
/** Sorting is stable: of equals the first stays first. */
function strongestFirst(found) {
	return found.toSorted((a, b) => worthOf(a.power) - worthOf(b.power));
}
/** Named objects count for less than what is worth the same by its level. */
function worthOf({ sureLevel, names }) {
	return sureLevel + (names.length > 0 ? .5 : 0);
}
function boundRisk(context, rule, { bound, power }, others) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(context.graph, binding);
	const narrowed = power.names.length > 0;
	const rating = {
		holder: holder.level,
		power: power.sureLevel,
		adjustments: narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
		assumedHops: certainty.assumedHops
	};
	const score = rate(rating);
	const place = subjectHop(holder, subject, 1);
	const dormant = rbacIsAsked(context.graph) ? void 0 : ", once RBAC is among the authorization modes";
	const words = rule.words?.(power) ?? [power.phrase];
	const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
	return withDetails({
		ruleId: rule.id,
		title: firstThatFits(words.map((phrase) => `${holder.name} can ${phrase}`), dormant),
		score: dormant === void 0 ? score : Math.min(score, 3),
		rating,
		confidence: weakerConfidence(certainty.confidence, power.confidence === "possible" ? "possible" : "certain"),
		place,
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: tellingBinding(context, bound).entry.key,
		also: `${holder.name} can ${words[0]}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${words[0]}`,
		role: roleOf$3(binding)
	}, {
		hops: () => [
			place,
			roleRefHop(binding, 2),
			...powerHops(power, 3, binding)
		],
		notes: () => [
			...isDefaultAccount ? [note$1("who", "every pod of its namespace that names no other ServiceAccount")] : [],
			...certainty.notes,
			note$1("check", checkCommand(holder, power)),
			...rule.tellsOthers === true ? alsoGiven(holder, power, others) : []
		],
		remedies: () => [
			...narrowerRole$1(context, power),
			takeSubjectOut(bound),
			...inWords(rule, power)
		]
	});
}
function alsoGiven(holder, told, others) {
	const phrases = others.filter(({ power }) => power.sureLevel <= told.sureLevel && power.names.length === 0).map(({ power }) => power.phrase);
	return phrases.length === 0 ? [] : [note$1("note", `it also lets ${pronounOf(holder)} ${listed(phrases)}`)];
}
function dormantRisk(context, rule, { role, power }) {
	const { key, object } = role.entry;
	const name = `${object.kind} ${quotable(object.meta.name.value)}`;
	const place = hop(object.meta.name.origin, "nothing among the inputs binds it");
	const words = rule.words?.(power) ?? [power.phrase];
	return {
		ruleId: rule.id,
		title: firstThatFits(words.map((phrase) => `whoever is bound to ${name} can ${phrase}`), "; nobody is, here"),
		score: dormantLevel[power.sureLevel],
		confidence: role.isCertain(power.witnesses[0].grant.rule) && !waitsForAggregate(role) ? "certain" : "possible",
		place,
		hops: [place, ...powerHops(power, 1)],
		notes: [],
		remedies: [
			...narrowerRole$1(context, power),
			{
				text: "delete the role if nothing outside the inputs binds it",
				edits: []
			},
			...inWords(rule, power)
		],
		identity: {
			subject: `${object.kind} ${object.meta.name.value}`,
			object: key
		},
		cause: key,
		also: `whoever is bound to it can ${words[0]}`
	};
}
/** Labelled for an aggregated role that is not among the inputs, by the words that Kubernetes and operators use for it. */
function waitsForAggregate({ entry }) {
	return [...entry.object.meta.labels.keys()].some((label) => /(?:^|\/)aggregate(?:-to)?-/.test(label));
}
/** Dormant: one more object away from what it would be worth, and never more than `low` (findings.md §2.6). */
const dormantLevel = {
	1: 3,
	2: 2.5,
	3: 2,
	4: 1,
	5: .1,
	6: .1
};
function inWords({ instead }, power) {
	return (instead?.(power) ?? []).map((text) => ({
		text,
		edits: []
	}));
}
//#endregion
//#region packages/rules/src/run-rules.ts
/**
* Runs every rule whose needs the inputs meet. A rule that could not look is told, never taken as "nothing found"; one
* that throws keeps what it found before and takes nothing from the others.
*/
function runRules(rules, context, settings = /* @__PURE__ */ new Map()) {
	const available = availableInputs(context);
	const risks = [];
	const isTold = worthTelling(context.graph);
	const notEvaluated = [];
	for (const { metadata, check } of rules) {
		const missing = metadata.needs.filter((need) => !available.has(need));
		if (missing.length > 0) {
			notEvaluated.push({
				rule: metadata.id,
				reason: missing.map((need) => missingInput[need]).join(", ")
			});
			continue;
		}
		try {
			for (const risk of check(context, parametersOf(metadata, settings))) if (isTold(risk)) risks.push(risk);
		} catch (error) {
			notEvaluated.push({
				rule: metadata.id,
				...failureOf(error)
			});
		}
	}
	return {
		risks,
		notEvaluated
	};
}
/**
* Of an object with placeholders, what is of little worth is not told: names that lead nowhere and roles that nobody is
* bound to are mostly those of something that is not filled in yet. What is worse holds as it stands.
*/
function worthTelling({ inventory, roles }) {
	const unfilled = /* @__PURE__ */ new Map();
	const objects = [
		...inventory.bindings,
		...roles.map(({ entry }) => entry),
		...inventory.entriesOf("ServiceAccount")
	];
	for (const { object } of objects) {
		if (object.placeholder === void 0 || object.origin.kind !== "text") continue;
		const known = unfilled.get(object.origin.source);
		if (known === void 0) unfilled.set(object.origin.source, [object.origin]);
		else known.push(object.origin);
	}
	if (unfilled.size === 0) return () => true;
	return ({ score, place: { origin } }) => severityAtLeast(severityOf(score), "medium") || origin.kind !== "text" || !unfilled.get(origin.source)?.some(({ start, end }) => start <= origin.start && origin.end <= end);
}
function parametersOf({ id, parameters = [] }, settings) {
	const given = settings.get(id);
	return (name) => {
		const value = given?.get(name) ?? parameters.find((known) => known.name === name)?.default;
		if (value === void 0) throw new Error(`${id} has no parameter ${name}`);
		return value;
	};
}
function failureOf(error) {
	if (!(error instanceof Error)) return {
		reason: "internal error",
		failure: String(error)
	};
	return {
		reason: `internal error: ${error.message}`,
		failure: error.stack ?? error.message
	};
}
function availableInputs({ graph: { apiServers, inventory }, suppressions }) {
	const available = /* @__PURE__ */ new Set();
	if (apiServers.some(({ assumed }) => !assumed)) available.add("control-plane");
	if (inventory.invocations.some(({ value }) => value.component === "kubelet")) available.add("kubelet");
	if (inventory.credentials.length > 0) available.add("credentials");
	if (inventory.complete) available.add("complete");
	if (suppressions !== void 0) available.add("suppressions");
	return available;
}
const missingInput = {
	"control-plane": "no kube-apiserver among the inputs",
	kubelet: "no kubelet among the inputs",
	credentials: "no credentials among the inputs",
	complete: "the inputs are not known to be complete (--complete)",
	suppressions: "suppressions are not judged yet"
};
//#endregion
//#region packages/rules/src/secret-readers.ts
/** By namespace, `""` for those that read everywhere. */
const readingBindings = /* @__PURE__ */ new WeakMap();
/** Who can read one Secret. Whoever can do everything gains nothing by it and is left out. */
function* readersOfSecret(graph, namespace, name) {
	const reading = bindingsThatRead(graph);
	for (const scope of ["", namespace]) for (const { binding, names } of reading.get(scope) ?? []) {
		if (names !== void 0 && !names.includes(name)) continue;
		for (const subject of binding.entry.object.subjects) {
			const holder = binding.isShipped(subject) ? void 0 : holderOf(subject, binding.entry.namespace);
			if (holder !== void 0 && holder.kind !== "masters") yield {
				holder,
				binding
			};
		}
	}
}
function bindingsThatRead(graph) {
	const known = readingBindings.get(graph);
	if (known !== void 0) return known;
	const reading = /* @__PURE__ */ new Map();
	for (const binding of graph.bindings) {
		if (binding.entry.object.origin.kind === "built-in" || binding.resolution.outcome !== "found") continue;
		const rules = binding.resolution.role.rules.filter((rule) => readsSecrets(rule) && !givesEverything(rule));
		if (rules.length === 0) continue;
		const names = rules.some(({ resourceNames }) => resourceNames.length === 0) ? void 0 : rules.flatMap(({ resourceNames }) => resourceNames.map(({ value }) => value));
		const { namespace } = binding.entry;
		const there = reading.get(namespace);
		if (there === void 0) reading.set(namespace, [{
			binding,
			names
		}]);
		else there.push({
			binding,
			names
		});
	}
	readingBindings.set(graph, reading);
	return reading;
}
function readsSecrets(rule) {
	return returnSecretData.some((ask) => ruleGives(rule, ask));
}
//#endregion
//#region packages/rules/src/suppression-risks.ts
/** Suppressions with a state, each as a risk of its own: what is accepted in vain or no longer is worth little, but a word. */
function* suppressionRisks({ suppressions = [] }, ruleId, tell) {
	for (const judged of suppressions) {
		const { suppression } = judged;
		for (const { title, label, place: at, more = [], notes, remedies } of tell(judged)) {
			const place = hop(at ?? suppression.origin, label, 1);
			yield {
				ruleId,
				title,
				score: 2,
				confidence: "certain",
				place,
				hops: [place, ...more],
				notes: [...notes, ...reasonNote(judged)],
				remedies,
				identity: {
					subject: suppression.label,
					object: suppression.selects
				},
				cause: `suppression ${suppression.key} ${title}`,
				also: title
			};
		}
	}
}
function reasonNote({ suppression: { reason } }) {
	return reason === "" ? [] : [note$1("why", `it was given for: "${reason}"`)];
}
/** What a person would call a suppression in a title. */
function suppressionName({ suppression: { form, label } }) {
	switch (form) {
		case "comment":
		case "annotation": return quotable(label);
		case "configuration": return `the suppression of ${quotable(label)}`;
		case "expected": return `the expected grant of ${quotable(label.split(" through ", 1)[0] ?? label)}`;
	}
}
/** Takes a suppression out of where it is written; no edits where that needs more than cutting. */
function removeSuppression({ suppression: { form, origin } }) {
	switch (form) {
		case "comment": return removeComment(origin);
		case "annotation": return removeEntry(origin);
		case "configuration":
		case "expected": return removeListItem(origin);
	}
}
//#endregion
//#region packages/engine/src/configuration/chosen-rules.ts
/** Those of all rules that are asked: what the configuration says of one counts more than what it is by itself. */
function chosenRules(all, { extended, configuration }) {
	const configured = new Map(configuration?.rules.map(({ id, enabled }) => [id.value, enabled]));
	return all.filter(({ metadata }) => configured.get(metadata.id) ?? (extended || !metadata.extended));
}
//#endregion
//#region packages/engine/src/configuration/configuration.ts
/** The name of what lies under the paths of no cluster: a repository's only cluster, unless the configuration says more. */
const defaultCluster = "default";
//#endregion
//#region packages/engine/src/configuration/decode.ts
function problem$1(origin, message) {
	return {
		id: "configuration-invalid",
		level: "error",
		message,
		origin
	};
}
function tell$5({ problems }, origin, message) {
	problems.push(problem$1(origin, message));
}
function originOf({ source, tree }, node) {
	return textOrigin(source, tree.start(node), tree.end(node));
}
/** A mapping with these keys and no others; `what` names it in messages (`a cluster`). */
function entry(decoding, node, { what, keys, required = [] }) {
	const { tree } = decoding;
	const origin = originOf(decoding, node);
	const nodes = /* @__PURE__ */ new Map();
	if (tree.kind(node) !== "mapping") tell$5(decoding, origin, `${what} must be a mapping with the keys ${keys.join(", ")}`);
	else {
		for (const [key, value, keyOrigin] of entries(decoding, node)) if (keys.some((known) => known === key)) nodes.set(key, value);
		else tell$5(decoding, keyOrigin, unknownKey(key, what, keys));
		for (const key of required) if (!nodes.has(key)) tell$5(decoding, startOf$2(origin), `${what} must have the key ${key}`);
	}
	return {
		origin,
		has: (key) => nodes.has(key),
		get(key, decode) {
			const value = nodes.get(key);
			return value === void 0 ? void 0 : decode(decoding, value, key);
		}
	};
}
/** The entries of a mapping, with their keys' places; none where it is no mapping. */
function* entries({ source, tree }, node) {
	if (tree.kind(node) !== "mapping") return;
	for (let at = tree.first(node); at !== 0; at = tree.next(at)) yield [
		tree.key(at),
		at,
		textOrigin(source, tree.keyStart(at), tree.keyEnd(at))
	];
}
function unknownKey(key, what, keys) {
	return `${what} has no key "${key}"; ${meant$1(key, keys)}`;
}
/** What may be meant by a word that is not known. */
function meant$1(word, known) {
	const near = nearest(word, known);
	return near === void 0 ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
}
/** The place of a key that is missing: where its mapping starts. */
function startOf$2({ source, start }) {
	return textOrigin(source, start, start);
}
/** Text as it is, but not empty. */
const text$1 = (decoding, node, key) => {
	const origin = originOf(decoding, node);
	const kind = decoding.tree.kind(node);
	if (kind !== "string") return wrongText$1(decoding, origin, `${key} must be text${kind === "mapping" || kind === "sequence" || kind === "null" ? "" : ": put it in quotes"}`);
	const value = decoding.tree.scalar(node);
	return value.trim() === "" ? wrongText$1(decoding, origin, `${key} must not be empty`) : located(value, origin);
};
/** Text that `accepts` lets through; else it says what is wrong, as the end of a sentence that starts with the key. */
function textThat(accepts) {
	return (decoding, node, key) => accepted(decoding, text$1(decoding, node, key), key, accepts);
}
/** The same where YAML may take what was written for a number (`1.30`, a fingerprint of digits): as it was written. */
function writtenThat(accepts) {
	return (decoding, node, key) => {
		const { tree } = decoding;
		const kind = tree.kind(node);
		return accepted(decoding, kind === "integer" || kind === "float" ? located(tree.text.slice(tree.start(node), tree.end(node)), originOf(decoding, node)) : text$1(decoding, node, key), key, accepts);
	};
}
function accepted(decoding, read, key, accepts) {
	const wrong = read.value === "" ? void 0 : accepts(read.value);
	if (wrong !== void 0 && read.origin.kind === "text") tell$5(decoding, read.origin, `${key} ${wrong}`);
	return read;
}
function wrongText$1(decoding, origin, message) {
	tell$5(decoding, origin, message);
	return located("", origin);
}
/** One of some words. */
function oneOf(words) {
	return (decoding, node, key) => {
		const origin = originOf(decoding, node);
		const { tree } = decoding;
		const value = tree.kind(node) === "string" ? tree.scalar(node) : "";
		const word = words.find((known) => known === value);
		if (word === void 0) {
			const near = nearest(value, words);
			const hint = near === void 0 ? "" : `; did you mean ${near}?`;
			tell$5(decoding, origin, `${key} must be one of ${words.join(", ")}${hint}`);
		}
		return located(word ?? words[0], origin);
	};
}
const flag = (decoding, node, key) => {
	const { tree } = decoding;
	if (tree.kind(node) !== "boolean") tell$5(decoding, originOf(decoding, node), `${key} must be true or false`);
	return tree.scalar(node) === "true";
};
/** A list, each item read the same way. */
function list(decode, { atLeastOne = false } = {}) {
	return (decoding, node, key) => {
		const { tree } = decoding;
		if (tree.kind(node) !== "sequence") {
			tell$5(decoding, originOf(decoding, node), `${key} must be a list`);
			return [];
		}
		const items = [];
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) items.push(decode(decoding, item, key));
		if (items.length === 0 && atLeastOne) tell$5(decoding, originOf(decoding, node), `${key} must name at least one`);
		return items;
	};
}
/** The same; a key that nothing follows says nothing, as where all entries are commented out. */
function listOrNothing(decode) {
	const filled = list(decode);
	return (decoding, node, key) => decoding.tree.kind(node) === "null" ? [] : filled(decoding, node, key);
}
//#endregion
//#region packages/engine/src/configuration/values.ts
const platform = oneOf([
	"eks",
	"gke",
	"aks",
	"openshift",
	"k3s",
	"rke2",
	"kind"
]);
const severity = oneOf([
	"critical",
	"high",
	"medium",
	"low",
	"info"
]);
const pattern = textThat(wrongPattern);
const path = textThat(wrongPath);
const clusterName = matching(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "must consist of letters, digits, \".\", \"-\" and \"_\", and start with a letter or digit");
/** ValidateNamespaceName: an RFC 1123 label. */
const namespace = matching(/^(?=.{1,63}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/, "must be the name of a namespace: lower-case letters, digits and -");
const kubernetesVersion = writtenThat((value) => parseMinor(value) === void 0 ? "must be written as 1.37 or v1.37.2" : void 0);
const fingerprint$1 = writtenThat((value) => /^[0-9a-f]{6,32}$/.test(value) ? void 0 : "must be 6 to 32 hexadecimal digits, as a scan prints it");
const day = textThat((value) => isDay(value) ? void 0 : "must be a day that exists, as 2027-01-31");
const subject = matching(/^(?:User|Group) .*\S$|^ServiceAccount [^\s/]+\/[^\s/]+$/, "must be written as ServiceAccount NAMESPACE/NAME, User NAME or Group NAME");
const binding = matching(/^ClusterRoleBinding [^\s/]+$|^RoleBinding [^\s/]+\/[^\s/]+$/, "must be written as ClusterRoleBinding NAME or RoleBinding NAMESPACE/NAME");
const access = textThat((value) => parseAccessWords(value) === void 0 ? "must be access in words, such as `get, list secrets in every namespace` (authgraph baseline --expected writes it)" : void 0);
function matching(form, wrong) {
	return textThat((value) => form.test(value) ? void 0 : wrong);
}
/** A day of the calendar, as `2027-01-31`. */
function isDay(value) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const time = /* @__PURE__ */ new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}
//#endregion
//#region packages/engine/src/configuration/cluster-entries.ts
const nothing = (origin) => ({
	value: "",
	origin
});
const patterns = list(pattern, { atLeastOne: true });
/** An entry of `clusters`; `complete` holds for those that do not say it themselves. */
function clusters(complete) {
	return (decoding, node) => {
		const cluster = entry(decoding, node, {
			what: "a cluster",
			keys: [
				"name",
				"paths",
				"kubernetes-version",
				"platform",
				"rootfs",
				"namespace",
				"control-plane",
				"complete"
			],
			required: ["name"]
		});
		const name = cluster.get("name", clusterName) ?? nothing(cluster.origin);
		const hasPaths = cluster.has("paths");
		if (name.value === "default" && hasPaths) tell$5(decoding, cluster.origin, "the cluster default is what lies under no other: it has no paths");
		else if (name.value !== "default" && name.value !== "" && !hasPaths) tell$5(decoding, cluster.origin, "a cluster must have the key paths");
		return {
			name,
			paths: cluster.get("paths", patterns) ?? [],
			kubernetesVersion: cluster.get("kubernetes-version", kubernetesVersion),
			platform: cluster.get("platform", platform),
			rootfs: cluster.get("rootfs", path),
			namespace: cluster.get("namespace", namespace),
			controlPlane: cluster.get("control-plane", patterns) ?? [],
			complete: cluster.get("complete", flag) ?? complete
		};
	};
}
/** An entry of `templates`. */
const templates = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "an entry of templates",
		keys: [
			"paths",
			"rendered",
			"ignore",
			"reason"
		],
		required: ["paths"]
	});
	const rendered = entered.get("rendered", path);
	const ignored = entered.get("ignore", (d, value, key) => {
		const isTrue = flag(d, value, key);
		if (!isTrue && d.tree.kind(value) === "boolean") tell$5(d, entered.origin, "ignore is true or is not there");
		return isTrue;
	});
	if (entered.has("rendered") === entered.has("ignore")) tell$5(decoding, entered.origin, "an entry of templates must have either rendered: FOLDER or ignore: true");
	const reason = entered.get("reason", text$1)?.value;
	if (ignored === true && !entered.has("reason")) tell$5(decoding, entered.origin, "templates that are ignored must have the key reason");
	return {
		paths: entered.get("paths", patterns) ?? [],
		rendered,
		reason: reason ?? `rendered to ${rendered?.value ?? ""}`
	};
};
/** What stands under `identities`. */
const identities = (decoding, node) => {
	if (decoding.tree.kind(node) === "null") return {
		users: [],
		groups: []
	};
	const entered = entry(decoding, node, {
		what: "identities",
		keys: ["users", "groups"]
	});
	return {
		users: entered.get("users", listOrNothing(user)) ?? [],
		groups: entered.get("groups", listOrNothing(group)) ?? []
	};
};
const user = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "a user",
		keys: ["name", "groups"],
		required: ["name"]
	});
	return {
		name: entered.get("name", text$1) ?? nothing(entered.origin),
		groups: entered.get("groups", list(text$1)) ?? []
	};
};
const group = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "a group",
		keys: ["name", "members"],
		required: ["name"]
	});
	return {
		name: entered.get("name", text$1) ?? nothing(entered.origin),
		members: entered.get("members", list(text$1)) ?? []
	};
};
//#endregion
//#region packages/engine/src/configuration/excuse-entries.ts
/** An entry of `exclude`. */
const excludes = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "an entry of exclude",
		keys: ["paths", "reason"],
		required: ["paths", "reason"]
	});
	return {
		paths: entered.get("paths", list(pattern, { atLeastOne: true })) ?? [],
		reason: entered.get("reason", text$1)?.value ?? ""
	};
};
/** An entry of `expected`. */
const expectedGrants$1 = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "an expected grant",
		keys: [
			"subject",
			"binding",
			"access",
			"reason",
			"until",
			"cluster"
		],
		required: [
			"subject",
			"access",
			"reason"
		]
	});
	const { origin } = entered;
	return {
		origin,
		subject: entered.get("subject", subject) ?? {
			value: "",
			origin
		},
		binding: entered.get("binding", binding),
		access: entered.get("access", list(access, { atLeastOne: true })) ?? [],
		reason: entered.get("reason", text$1)?.value ?? "",
		until: entered.get("until", day),
		cluster: entered.get("cluster", clusterName)
	};
};
/** An entry of `suppressions`. */
const suppressions = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "a suppression",
		keys: [
			"rule",
			"rules",
			"object",
			"subject",
			"path",
			"fingerprint",
			"cluster",
			"reason",
			"until",
			"valid-while"
		],
		required: ["reason"]
	});
	const { origin } = entered;
	const one = entered.get("rule", text$1);
	const several = entered.get("rules", list(text$1, { atLeastOne: true }));
	if (entered.has("rule") && entered.has("rules")) tell$5(decoding, origin, "a suppression has rule or rules, not both");
	if ([
		"object",
		"subject",
		"path",
		"fingerprint"
	].filter((key) => entered.has(key)).length === 0) tell$5(decoding, origin, `a suppression must say whose risk it is: object, subject, path or fingerprint; what holds for a rule everywhere stands in rules`);
	return {
		origin,
		rules: several ?? (one === void 0 ? [] : [one]),
		object: entered.get("object", text$1),
		subject: entered.get("subject", text$1),
		path: entered.get("path", pattern),
		fingerprint: entered.get("fingerprint", fingerprint$1),
		cluster: entered.get("cluster", clusterName),
		reason: entered.get("reason", text$1)?.value ?? "",
		until: entered.get("until", day),
		validWhile: entered.get("valid-while", validWhile)
	};
};
const validWhile = (decoding, node) => {
	const entered = entry(decoding, node, {
		what: "valid-while",
		keys: ["bound-only-in", "names-only"]
	});
	if (!entered.has("bound-only-in") && !entered.has("names-only") && decoding.tree.kind(node) === "mapping") tell$5(decoding, entered.origin, "valid-while must have bound-only-in or names-only");
	return {
		origin: entered.origin,
		boundOnlyIn: entered.get("bound-only-in", list(namespace, { atLeastOne: true })) ?? [],
		namesOnly: entered.get("names-only", list(text$1, { atLeastOne: true })) ?? []
	};
};
//#endregion
//#region packages/engine/src/configuration/rule-entries.ts
/** What stands under `rules`: an id, and `off`, `on`, or what holds for it. */
function rules(known) {
	const byId = new Map(known?.map((rule) => [rule.id, rule]));
	return (decoding, node) => {
		const kind = decoding.tree.kind(node);
		if (kind === "null") return [];
		if (kind !== "mapping") tell$5(decoding, originOf(decoding, node), "rules must be a mapping from ids of rules to what holds for them");
		return [...entries(decoding, node)].map(([id, value, origin]) => {
			const rule = byId.get(id);
			if (known !== void 0 && rule === void 0) tell$5(decoding, origin, `there is no rule "${id}"; ${meant$1(id, [...byId.keys()]).replace(/^there are .*/, "`authgraph rules` lists them")}`);
			return ruleSetting(decoding, value, located(id, origin), rule);
		});
	};
}
function ruleSetting(decoding, node, id, rule) {
	const { tree } = decoding;
	const nothing = {
		id,
		severity: void 0,
		parameters: /* @__PURE__ */ new Map()
	};
	switch (tree.kind(node)) {
		case "boolean": return {
			...nothing,
			enabled: tree.scalar(node) === "true"
		};
		case "string": {
			const word = tree.scalar(node);
			if (word !== "on" && word !== "off") tell$5(decoding, originOf(decoding, node), `${id.value} must be on or off`);
			return {
				...nothing,
				enabled: word !== "off"
			};
		}
		case "mapping": return {
			id,
			enabled: true,
			...settings(decoding, node, id.value, rule)
		};
		case "sequence":
		case "integer":
		case "float":
		case "null":
			tell$5(decoding, originOf(decoding, node), `${id.value} must be on, off, or a mapping with severity or parameters`);
			return {
				...nothing,
				enabled: true
			};
	}
}
function settings(decoding, node, id, rule) {
	let given;
	const parameters = /* @__PURE__ */ new Map();
	for (const [key, value, origin] of entries(decoding, node)) if (key === "severity") given = severity(decoding, value, key);
	else if (rule !== void 0) {
		const read = parameter(decoding, value, {
			key,
			origin,
			rule
		});
		if (read !== void 0) parameters.set(key, read);
	}
	if (given === void 0 && decoding.tree.first(node) === 0) tell$5(decoding, originOf(decoding, node), `${id} must say something: severity or parameters`);
	return {
		severity: given,
		parameters
	};
}
function parameter(decoding, node, { key, origin, rule }) {
	const { parameters = [] } = rule;
	const found = parameters.find(({ name }) => name === key);
	if (found === void 0) {
		const names = ["severity", ...parameters.map(({ name }) => name)];
		tell$5(decoding, origin, `${rule.id} has no parameter "${key}"; ${meant$1(key, names)}`);
		return;
	}
	const { tree } = decoding;
	const at = originOf(decoding, node);
	const value = tree.kind(node) === "integer" ? Number(tree.scalar(node)) : NaN;
	if (Number.isSafeInteger(value) && value >= found.min) return located(value, at);
	tell$5(decoding, at, `${key} must be a whole number, ${found.min} or more`);
}
//#endregion
//#region packages/engine/src/configuration/read-configuration.ts
/** Reads `authgraph.yaml`: the configuration, or all that is wrong with it. An empty file is an empty configuration. */
function readConfiguration(source, known) {
	let result;
	readDocuments(source.text, "component-config", (document) => {
		switch (document.outcome) {
			case "value":
				result ??= decodeDocument({
					source,
					tree: document.tree,
					problems: []
				}, document.surprises, known);
				break;
			case "error": {
				const { offset, message } = document;
				result ??= {
					outcome: "wrong",
					problems: [problem$1(textOrigin(source, offset, offset), message)]
				};
				break;
			}
			case "empty": break;
		}
	});
	return result ?? {
		outcome: "read",
		configuration: emptyConfiguration(source, known)
	};
}
function emptyConfiguration(source, { pathOf }) {
	return {
		source,
		pathOf: pathOf ?? pathsBelow(source.path.slice(0, source.path.lastIndexOf("/") + 1)),
		clusters: [],
		templates: [],
		exclude: [],
		rules: [],
		identities: {
			users: [],
			groups: []
		},
		expected: [],
		suppressions: [],
		baseline: void 0,
		complete: false
	};
}
function pathsBelow(folder) {
	return (path) => path.startsWith(folder) ? path.slice(folder.length) : void 0;
}
const topLevel = [
	"clusters",
	"templates",
	"exclude",
	"complete",
	"rules",
	"identities",
	"expected",
	"suppressions",
	"baseline"
];
function decodeDocument(decoding, surprises, known) {
	const { source, tree, problems } = decoding;
	tellHidden(decoding, surprises);
	const top = entry(decoding, tree.root, {
		what: "the configuration",
		keys: topLevel
	});
	const empty = emptyConfiguration(source, known);
	const complete = top.get("complete", flag) ?? false;
	const configuration = {
		source,
		pathOf: empty.pathOf,
		clusters: top.get("clusters", listOrNothing(clusters(complete))) ?? empty.clusters,
		templates: top.get("templates", listOrNothing(templates)) ?? empty.templates,
		exclude: top.get("exclude", listOrNothing(excludes)) ?? empty.exclude,
		rules: top.get("rules", rules(known.rules)) ?? empty.rules,
		identities: top.get("identities", identities) ?? empty.identities,
		expected: top.get("expected", listOrNothing(expectedGrants$1)) ?? empty.expected,
		suppressions: top.get("suppressions", listOrNothing(suppressions)) ?? empty.suppressions,
		baseline: top.get("baseline", path),
		complete
	};
	tellClusterNames(decoding, configuration);
	if (problems.length === 0) return {
		outcome: "read",
		configuration
	};
	return {
		outcome: "wrong",
		problems: problems.toSorted(byPlace$1)
	};
}
/** What an editor shows and nobody reads, or the other way round. */
function tellHidden(decoding, surprises) {
	for (const { form, start, end } of surprises) {
		const origin = textOrigin(decoding.source, start, end);
		if (form === "ignored-text") tell$5(decoding, origin, "nothing after the first document is read");
		else if (form === "line-break") tell$5(decoding, origin, "this character ends the line, which editors do not show");
	}
}
/** Names that stand twice, and clusters that are spoken of and not there. */
function tellClusterNames(decoding, { clusters: all, expected, suppressions: excuses }) {
	const names = /* @__PURE__ */ new Set();
	for (const { name } of all) {
		if (names.has(name.value)) tellAt(decoding, name, `there is a cluster ${name.value} already`);
		names.add(name.value);
	}
	const known = [...names.add(defaultCluster)];
	for (const { cluster } of [...expected, ...excuses]) {
		if (cluster === void 0 || names.has(cluster.value)) continue;
		tellAt(decoding, cluster, `there is no cluster "${cluster.value}"; ${meant$1(cluster.value, known)}`);
	}
}
function tellAt(decoding, { origin }, message) {
	if (origin.kind === "text") tell$5(decoding, origin, message);
}
function byPlace$1(a, b) {
	return a.origin.kind === "text" && b.origin.kind === "text" ? a.origin.start - b.origin.start : 0;
}
//#endregion
//#region packages/engine/src/failures.ts
/** Errors of ours that the run went on after: without this, a rule or a file that failed would look like a clean one. */
function failuresOf({ diagnostics, notEvaluated }) {
	return [...diagnostics.flatMap(({ id, message, origin }) => id === "internal-error" ? [{
		message: `${origin.kind === "text" ? origin.source.path : "inputs"}: ${message}`,
		details: void 0
	}] : []), ...notEvaluated.flatMap(({ rule, reason, failure }) => failure === void 0 ? [] : [{
		message: `rule ${rule}: ${reason}`,
		details: failure
	}])];
}
//#endregion
//#region packages/engine/src/select-findings.ts
/**
* The same run with fewer findings. Selection acts before any format, so that all formats tell the same.
*
* What is not sure enough is taken out risk by risk: a finding whose most severe risk is only possible is still told for
* a certain one that was folded into it. The level is then that of what is left.
*/
function selectFindings(run, { severity, confidence }) {
	const sure = run.findings.flatMap((finding) => {
		const kept = keepRisks(finding, (risk) => confidenceAtLeast(risk.confidence, confidence));
		return kept === void 0 ? [] : [kept];
	});
	const isAsBefore = sure.length === run.findings.length && sure.every((one, at) => one === run.findings[at]);
	const findings = (isAsBefore ? run.findings : sortFindings(sure)).filter((finding) => severityAtLeast(finding.severity, severity));
	return findings.length === run.findings.length && isAsBefore ? run : {
		...run,
		findings
	};
}
//#endregion
//#region packages/engine/src/find-finding.ts
/** What a person may type of a fingerprint: fewer digits name too many. */
function isFingerprintPrefix(word) {
	return /^[0-9a-f]{6,32}$/i.test(word);
}
const nearestTold = 3;
/**
* The risk whose fingerprint begins with some digits, told by itself or folded into another.
*
* As people see it by default comes first: what stands alone there, because what it is folded into is only possible, is
* not told as folded. What is accepted comes last.
*/
function findFinding(run, prefix) {
	const wanted = prefix.toLowerCase();
	const told = [selectFindings(run, {
		severity: "info",
		confidence: "likely"
	}), run].flatMap(({ findings }) => [...findings.map((finding) => ({
		risk: finding,
		finding
	})), ...findings.flatMap((finding) => finding.folded.map((risk) => ({
		risk,
		finding
	})))]);
	const accepted = run.suppressed.map(({ risk, cluster, by }) => {
		const finding = findingOf(risk, [], cluster);
		return {
			risk: finding,
			finding,
			by
		};
	});
	const all = [...told, ...accepted];
	const byFingerprint = /* @__PURE__ */ new Map();
	for (const found of all) {
		const { fingerprint } = found.risk;
		if (!byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, found);
	}
	const candidates = [...byFingerprint.values()].filter(({ risk }) => risk.fingerprint.startsWith(wanted));
	const [found, ...others] = candidates;
	if (found === void 0) return {
		outcome: "missing",
		nearest: nearestOf([...byFingerprint.values()], wanted)
	};
	return others.length === 0 ? {
		outcome: "found",
		found
	} : {
		outcome: "ambiguous",
		candidates
	};
}
function nearestOf(known, wanted) {
	return known.map((found) => ({
		found,
		distance: editDistance(wanted, found.risk.fingerprint.slice(0, wanted.length))
	})).sort((a, b) => a.distance - b.distance).slice(0, nearestTold).map(({ found }) => found);
}
//#endregion
//#region packages/engine/src/focus-findings.ts
/** The same run with the risks alone that have a place in a file of interest: at the end of their chain or on its way. */
function focusFindings(run, isInFocus) {
	const findings = run.findings.flatMap((finding) => {
		const kept = keepRisks(finding, ({ place, hops }) => [place, ...hops].some(({ origin }) => origin.kind === "text" && isInFocus(origin.source.path)));
		return kept === void 0 ? [] : [kept];
	});
	return {
		...run,
		findings: sortFindings(findings)
	};
}
//#endregion
//#region packages/engine/src/foreign-rules/rule-fields.ts
const knownSeverities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
const knownNeeds = [
	"control-plane",
	"kubelet",
	"credentials",
	"complete",
	"suppressions"
];
/** The fields of `rule.schema.json`, which a test holds them to: the file itself would be read at each start. */
const ruleFields = {
	id: {
		type: "string",
		pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)+$"
	},
	title: {
		type: "string",
		minLength: 10,
		maxLength: 100,
		pattern: "[^.]$"
	},
	severity: { enum: knownSeverities },
	extended: { type: "boolean" },
	since: {
		type: "string",
		pattern: "^\\d+\\.\\d+\\.\\d+$"
	},
	why: {
		type: "string",
		minLength: 40,
		maxLength: 1e3
	},
	remedy: {
		type: "string",
		minLength: 20,
		maxLength: 1e3
	},
	needs: {
		type: "array",
		uniqueItems: true,
		items: { enum: knownNeeds }
	},
	references: {
		type: "array",
		minItems: 1,
		uniqueItems: true,
		items: {
			type: "string",
			format: "uri"
		}
	},
	controls: {
		type: "array",
		uniqueItems: true,
		items: {
			type: "string",
			pattern: "^(CIS \\d+(\\.\\d+)+|NSA-[A-Z]+|T\\d{4}(\\.\\d{3})?|K\\d{2}|CWE-\\d+)$"
		}
	},
	aliases: {
		type: "array",
		uniqueItems: true,
		items: { type: "string" }
	},
	tags: {
		type: "array",
		uniqueItems: true,
		items: {
			type: "string",
			pattern: "^[a-z0-9-]+$"
		}
	},
	parameters: {
		type: "array",
		minItems: 1,
		items: {
			type: "object",
			additionalProperties: false,
			required: [
				"name",
				"default",
				"min",
				"description"
			],
			properties: {
				name: {
					type: "string",
					pattern: "^(?!severity$)[a-z][a-z0-9]*(-[a-z0-9]+)*$"
				},
				default: { type: "integer" },
				min: { type: "integer" },
				description: {
					type: "string",
					minLength: 10
				}
			}
		}
	}
};
/** What may not be missing. */
const requiredFields = [
	"id",
	"title",
	"severity",
	"since",
	"why",
	"remedy",
	"references"
];
//#endregion
//#region packages/engine/src/foreign-rules/rule-yaml.ts
/** A `rule.yaml` as the schema of rules says it must be; else what is wrong with it, and where. */
function readRuleYaml(source) {
	let result;
	readDocuments(source.text, "component-config", (document) => {
		switch (document.outcome) {
			case "value":
				result ??= readFields(source, document.tree);
				break;
			case "error":
				result ??= wrong([problem(textOrigin(source, document.offset, document.offset), document.message)]);
				break;
			case "empty": break;
		}
	});
	return result ?? wrong([problem(textOrigin(source, 0, 0), "it is empty")]);
}
function wrong(problems) {
	return {
		outcome: "wrong",
		problems
	};
}
/** A problem of a rule that somebody brought, told like one of any input. */
function problem(origin, message) {
	return {
		id: "rule-invalid",
		level: "error",
		message,
		origin
	};
}
function readFields(source, tree) {
	const at = (start, end) => textOrigin(source, start, end);
	if (tree.kind(tree.root) !== "mapping") return wrong([problem(at(tree.start(tree.root), tree.end(tree.root)), "it must be a mapping")]);
	const problems = [];
	const values = /* @__PURE__ */ new Map();
	let idAt = at(0, 0);
	for (let node = tree.first(tree.root); node !== 0; node = tree.next(node)) {
		const key = tree.key(node);
		if (!isField(key)) {
			const known = Object.keys(ruleFields).join(", ");
			problems.push(problem(at(tree.keyStart(node), tree.keyEnd(node)), `"${key}" is no field of a rule: ${known}`));
			continue;
		}
		const before = problems.length;
		for (const { on, message } of violations(tree, node, ruleFields[key])) problems.push(problem(at(tree.start(on), tree.end(on)), `${key} ${message}`));
		if (problems.length === before) values.set(key, fieldValue(tree, node));
		if (key === "id") idAt = at(tree.start(node), tree.end(node));
	}
	const present = new Set(fieldNames(tree));
	for (const key of requiredFields) if (!present.has(key)) problems.push(problem(at(0, 0), `${key} is missing`));
	if (problems.length > 0) return wrong(problems);
	return {
		outcome: "read",
		metadata: metadataOf(values),
		id: idAt
	};
}
function fieldNames(tree) {
	const names = [];
	for (let node = tree.first(tree.root); node !== 0; node = tree.next(node)) names.push(tree.key(node));
	return names;
}
function isField(key) {
	return Object.hasOwn(ruleFields, key);
}
function* violations(tree, node, schema) {
	const kind = tree.kind(node);
	if ("properties" in schema) {
		yield* wrongEntries(tree, node, schema);
		return;
	}
	const message = wrongValue(tree, node, kind, schema);
	if (message !== void 0) yield {
		on: node,
		message
	};
	if (!("items" in schema) || kind !== "sequence") return;
	const seen = /* @__PURE__ */ new Set();
	for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
		yield* violations(tree, item, schema.items);
		const text = isScalar(tree.kind(item)) ? tree.scalar(item) : "";
		if (schema.uniqueItems === true && seen.has(text)) yield {
			on: item,
			message: `has "${text}" twice`
		};
		seen.add(text);
	}
}
function* wrongEntries(tree, node, { properties, required }) {
	const keys = Object.keys(properties).join(", ");
	if (tree.kind(node) !== "mapping") {
		yield {
			on: node,
			message: `must be mappings with ${keys}`
		};
		return;
	}
	const present = /* @__PURE__ */ new Set();
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
		const key = tree.key(entry);
		present.add(key);
		const schema = properties[key];
		if (schema === void 0) yield {
			on: entry,
			message: `have no "${key}": ${keys}`
		};
		else for (const { on, message } of violations(tree, entry, schema)) yield {
			on,
			message: `${key} ${message}`
		};
	}
	for (const key of required) if (!present.has(key)) yield {
		on: node,
		message: `must have ${key}`
	};
}
/** What is wrong with the value itself, as the end of a sentence. */
function wrongValue(tree, node, kind, schema) {
	if ("enum" in schema) return kind === "string" && schema.enum.includes(tree.scalar(node)) ? void 0 : `must be one of ${schema.enum.join(", ")}`;
	switch (schema.type) {
		case "boolean": return kind === "boolean" ? void 0 : "must be true or false";
		case "integer": return kind === "integer" ? void 0 : "must be a whole number";
		case "array":
			if (kind !== "sequence") return "must be a list";
			return schema.minItems !== void 0 && tree.first(node) === 0 ? "must name at least one" : void 0;
		case "string": return kind === "string" ? wrongText(tree.scalar(node), schema) : "must be text";
	}
}
function wrongText(text, schema) {
	const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = schema;
	const length = [...text].length;
	if (length < minLength) return `must have at least ${minLength} characters, not ${length}`;
	if (length > maxLength) return `must have at most ${maxLength} characters, not ${length}`;
	if (pattern !== void 0 && !new RegExp(pattern, "u").test(text)) return `must match ${pattern}`;
	if (format === "uri" && !URL.canParse(text)) return "must name URLs";
}
function isScalar(kind) {
	return kind !== "mapping" && kind !== "sequence";
}
function fieldValue(tree, node) {
	const kind = tree.kind(node);
	if (kind === "boolean") return tree.scalar(node) === "true";
	if (kind !== "sequence") return tree.scalar(node);
	if (tree.kind(tree.first(node)) === "mapping") return parametersIn(tree, node);
	const items = [];
	for (let item = tree.first(node); item !== 0; item = tree.next(item)) items.push(tree.scalar(item));
	return items;
}
function parametersIn(tree, node) {
	const parameters = [];
	for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
		const values = /* @__PURE__ */ new Map();
		for (let entry = tree.first(item); entry !== 0; entry = tree.next(entry)) values.set(tree.key(entry), tree.scalar(entry));
		parameters.push({
			name: values.get("name") ?? "",
			default: Number(values.get("default")),
			min: Number(values.get("min")),
			description: values.get("description") ?? ""
		});
	}
	return parameters;
}
function metadataOf(values) {
	const text = (name) => {
		const value = values.get(name);
		return typeof value === "string" ? value : "";
	};
	const list = (name) => {
		const value = values.get(name);
		return typeof value === "object" ? value.filter((item) => typeof item === "string") : [];
	};
	const given = values.get("parameters");
	const parameters = typeof given === "object" ? given.filter((item) => typeof item === "object") : [];
	return {
		id: text("id"),
		title: text("title"),
		severity: knownSeverities.find((severity) => severity === text("severity")) ?? "info",
		extended: values.get("extended") === true,
		since: text("since"),
		why: text("why"),
		remedy: text("remedy"),
		needs: knownNeeds.filter((need) => list("needs").includes(need)),
		references: list("references"),
		controls: list("controls"),
		aliases: list("aliases"),
		tags: list("tags"),
		...parameters.length === 0 ? {} : { parameters }
	};
}
//#endregion
//#region packages/engine/src/suppressions/cluster-objects.ts
const otherKinds = [
	"ServiceAccount",
	"Secret",
	"Namespace",
	"Workload",
	"PersistentVolume",
	"VolumeAttachment",
	"ResourceSlice",
	"PodCertificateRequest",
	"CertificateSigningRequest",
	"Group"
];
/** Every object that an input writes. */
function* writtenObjects({ inventory }) {
	for (const variants of inventory.roles.values()) yield* written$3(variants);
	yield* written$3(inventory.bindings);
	for (const kind of otherKinds) yield* written$3(inventory.entriesOf(kind));
}
function* written$3(entries) {
	for (const { key, object } of entries) if (object.origin.kind === "text") yield {
		key,
		object,
		origin: object.origin
	};
}
/** Finds the object around a place; the objects are gone through once, when the first is asked for. */
function objectFinder(graph) {
	let bySource;
	return (source, offset) => {
		bySource ??= inOrder(graph);
		const objects = bySource.get(source) ?? [];
		let low = 0;
		let high = objects.length;
		while (low < high) {
			const middle = low + high >> 1;
			if ((objects[middle]?.origin.start ?? 0) <= offset) low = middle + 1;
			else high = middle;
		}
		const found = objects[low - 1];
		return found !== void 0 && offset <= found.origin.end ? found : void 0;
	};
}
function inOrder(graph) {
	const bySource = /* @__PURE__ */ new Map();
	for (const one of writtenObjects(graph)) {
		const known = bySource.get(one.origin.source);
		if (known === void 0) bySource.set(one.origin.source, [one]);
		else known.push(one);
	}
	for (const objects of bySource.values()) objects.sort((a, b) => a.origin.start - b.origin.start);
	return bySource;
}
const keyForm = /^[a-z0-9.-]*\/([A-Z][A-Za-z]*)\/([^/]*)\/(.+)$/s;
/**
* An object's key as people say it: `ClusterRoleBinding platform-admins`, `RoleBinding web/ci`. What is no key (a flag,
* a path) stays as it is.
*/
function objectWords(key) {
	const [, kind, namespace, name] = keyForm.exec(key) ?? [];
	if (kind === void 0 || name === void 0) return key;
	return namespace === "" || namespace === void 0 ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
//#endregion
//#region packages/engine/src/known-risks/access-of-risk.ts
/**
* What a risk is about, as far as it is access: what a binding gives its subject, through every definition of both; else
* what a role gives whoever is bound to it; else all that its subject holds. Nothing for settings.
*
* A binding that Kubernetes ships counts for nothing, as with every risk: it is nobody's doing.
*/
function accessOfRisk(graph, identity) {
	return accessOf(grantsOfRisk(graph, identity));
}
/** The grants behind it. */
function* grantsOfRisk(graph, { subject, object }) {
	const key = keyOfIdentity(subject);
	if (isRoleItself({
		subject,
		object
	})) yield* ofRole(graph, object);
	else if (key !== void 0) yield* written$2(isBindingKey(object) ? throughBindings(graph, object, key) : graph.grantsOf(key));
}
/** Whether a risk's binding still names its subject. */
function hasBinding(graph, { subject, object }) {
	const key = keyOfIdentity(subject);
	return (bindingsByKey(graph).get(object) ?? []).some(({ entry }) => entry.object.subjects.some((one) => subjectKey(one, entry.namespace) === key));
}
function* written$2(grants) {
	for (const grant of grants) if (!grant.shipped) yield grant;
}
/** The key in the graph of whom the identity of a risk speaks of; undefined where that is nobody who could hold access. */
function keyOfIdentity(subject) {
	const account = /^ServiceAccount ([^/]*)\/(.*)$/s.exec(subject);
	if (account !== null) return userKey(serviceAccountUserName(account[1] ?? "", account[2] ?? ""));
	return isUserOrGroup(subject) ? subject : void 0;
}
function isUserOrGroup(subject) {
	return subject.startsWith("User ") || subject.startsWith("Group ");
}
/** Whether a key is that of a binding. */
function isBindingKey(object) {
	const [, kind] = object.split("/", 2);
	return kind === "ClusterRoleBinding" || kind === "RoleBinding";
}
const bindingsOfGraphs = /* @__PURE__ */ new WeakMap();
function bindingsByKey(graph) {
	const known = bindingsOfGraphs.get(graph);
	if (known !== void 0) return known;
	const byKey = /* @__PURE__ */ new Map();
	for (const binding of graph.bindings) {
		const same = byKey.get(binding.entry.key);
		if (same === void 0) byKey.set(binding.entry.key, [binding]);
		else same.push(binding);
	}
	bindingsOfGraphs.set(graph, byKey);
	return byKey;
}
function* throughBindings(graph, object, key) {
	for (const binding of bindingsByKey(graph).get(object) ?? []) {
		const { object, namespace } = binding.entry;
		for (const subject of object.subjects) if (subjectKey(subject, namespace) === key) yield* graph.grantsThrough(binding, subject);
	}
}
/** `ClusterRole reader` with the key of that role: the risk is what it would give. */
function isRoleItself({ subject, object }) {
	const [, kind, , name] = object.split("/");
	return (kind === "Role" || kind === "ClusterRole") && subject === `${kind} ${name}`;
}
function* ofRole({ inventory, effectiveRole }, key) {
	for (const entry of inventory.roles.get(key) ?? []) {
		const role = effectiveRole(entry);
		for (const grant of grantsIfBound(role)) if (!role.isShipped(grant.rule)) yield grant;
	}
}
//#endregion
//#region packages/engine/src/known-risks/grants-in-words.ts
/** The grants that some risks are about, each once; risks that are about no binding have none. */
function grantsInWords(risks) {
	const grants = /* @__PURE__ */ new Map();
	for (const { cluster, identity, access: own, whole: access = own } of risks) {
		const { subject, object } = identity;
		const key = JSON.stringify([
			cluster,
			subject,
			object
		]);
		if (!isBindingKey(object) || access.length === 0 || grants.has(key)) continue;
		const words = access.map((one) => accessWords(one)).sort();
		grants.set(key, {
			cluster,
			subject,
			binding: objectWords(object),
			access: words
		});
	}
	return [...grants.values()].sort((a, b) => orderOf(a) < orderOf(b) ? -1 : 1);
}
function orderOf({ cluster, subject, binding }) {
	return JSON.stringify([
		cluster,
		subject,
		binding
	]);
}
//#endregion
//#region packages/engine/src/known-risks/shipped-roles.ts
/** What is behind a risk, parted into what somebody wrote and what Kubernetes ships. */
function heldThrough(graph, identity) {
	const own = [];
	const shipped = /* @__PURE__ */ new Map();
	for (const grant of grantsOfRisk(graph, identity)) {
		const { role, rule, scope } = grant;
		if (role.entry.object.origin.kind === "text" || !role.isShipped(rule)) {
			own.push(grant);
			continue;
		}
		const held = {
			key: role.entry.key,
			scope
		};
		shipped.set(shippedRoleWords(held), held);
	}
	return {
		access: accessOf(own),
		shipped: [...shipped.values()]
	};
}
/** What a known risk stands for in a cluster as it is now. */
function knownAccess({ access, shipped }, graph) {
	return [...access, ...shipped.flatMap(({ key, scope }) => accessOf(givenBy$1(graph, key, scope)))];
}
function* givenBy$1({ inventory, effectiveRole }, key, scope) {
	for (const entry of inventory.roles.get(key) ?? []) {
		const role = effectiveRole(entry);
		for (const grant of grantsIfBound(role)) if (role.isShipped(grant.rule)) yield {
			...grant,
			scope
		};
	}
}
/** `all of ClusterRole edit in namespace web` */
function shippedRoleWords({ key, scope }) {
	const [, kind = "", namespace = "", name = ""] = key.split("/");
	return `all of ${kind} ${namespace === "" ? "" : `${namespace}/`}${name} ${scopeWords(scope)}`;
}
/** What `shippedRoleWords` wrote; undefined where the text is something else. */
function parseShippedRole(words) {
	const [, kind, namespace, name, where] = /^all of (Cluster)?Role (?:([^\s/]+)\/)?([^\s/]+) (in .+)$/.exec(words) ?? [];
	if (name === void 0 || where === void 0 || kind === void 0 !== (namespace !== void 0)) return void 0;
	const scope = parseAccessWords(`${anything}${where}`)?.scope;
	const key = `rbac.authorization.k8s.io/${kind ?? ""}Role/${namespace ?? ""}/${name}`;
	return scope && {
		key,
		scope
	};
}
/** Scopes are written as they are for any access. */
const anything = "get x ";
function scopeWords(scope) {
	return accessWords({
		scope,
		verbs: ["get"],
		apiGroups: [""],
		resources: ["x"],
		resourceNames: [],
		nonResourceURLs: []
	}).slice(6);
}
//#endregion
//#region packages/engine/src/known-risks/read-baseline.ts
/** Reads a file that `baselineText` wrote, and perhaps git merged. */
function readBaseline(source) {
	const mark = /^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m.exec(source.text);
	if (mark !== null) return wrongAt(source, mark.index, mark[0].length, "a merge conflict is not resolved here");
	if (!/^\s*\{/.test(source.text)) return wrongAt(source, 0, 0, "it is no JSON object");
	let result;
	readDocuments(source.text, "component-config", (document) => {
		switch (document.outcome) {
			case "value":
				result ??= decodeFile({
					source,
					tree: document.tree,
					problems: []
				}, document.tree.root);
				break;
			case "error":
				result ??= wrongAt(source, document.offset, 0, document.message);
				break;
			case "empty": break;
		}
	});
	return result ?? wrongAt(source, 0, 0, "it is no JSON object");
}
function wrongAt(source, start, length, message) {
	return {
		outcome: "wrong",
		problems: asOfBaseline([problem$1(textOrigin(source, start, start + length), message)])
	};
}
function asOfBaseline(problems) {
	return problems.map((one) => ({
		...one,
		id: "baseline-invalid"
	}));
}
function decodeFile(decoding, root) {
	const { source, problems } = decoding;
	const version = newerVersion(decoding, root);
	if (version !== void 0) return wrongAt(source, 0, 0, `version ${version} is newer than this tool reads (1): update authgraph`);
	const file = entry(decoding, root, {
		what: "a baseline",
		keys: [
			"version",
			"tool",
			"entries"
		],
		required: ["version", "entries"]
	});
	file.get("version", formatVersion);
	const toolVersion = file.get("tool", text$1)?.value ?? "";
	const entries = file.get("entries", list(decodeEntry)) ?? [];
	if (problems.length > 0) return {
		outcome: "wrong",
		problems: asOfBaseline(problems)
	};
	const known = /* @__PURE__ */ new Map();
	for (const one of entries) {
		const same = known.get(one.fingerprint);
		known.set(one.fingerprint, same === void 0 ? one : together(same, one));
	}
	return {
		outcome: "read",
		baseline: {
			source,
			toolVersion,
			known
		}
	};
}
/** Asked before anything else: whatever a newer version says may mean something else. */
function newerVersion({ tree }, root) {
	if (tree.kind(root) !== "mapping") return void 0;
	for (let at = tree.first(root); at !== 0; at = tree.next(at)) {
		if (!tree.keyIs(at, "version") || tree.kind(at) !== "integer") continue;
		const version = Number(tree.scalar(at));
		return version > 1 ? version : void 0;
	}
}
const formatVersion = (decoding, node, key) => {
	const { tree } = decoding;
	if (tree.kind(node) === "integer" && tree.scalar(node) === String(1)) return;
	tell$5(decoding, originOf(decoding, node), `${key} must be 1`);
};
const confidence = oneOf([
	"certain",
	"likely",
	"possible"
]);
const fingerprint = textThat((value) => /^[0-9a-f]{32}$/.test(value) ? void 0 : "must be 32 hexadecimal digits, as authgraph baseline writes it");
const held = (decoding, node, key) => {
	const words = text$1(decoding, node, key);
	const shipped = parseShippedRole(words.value);
	if (shipped !== void 0) return { shipped };
	const access = parseAccessWords(words.value);
	if (access !== void 0) return { access };
	const { origin } = words;
	if (words.value !== "" && origin.kind === "text") tell$5(decoding, origin, `${key} must be written as: get, list secrets in every namespace`);
};
const entryKeys = [
	"fingerprint",
	"rule",
	"cluster",
	"severity",
	"confidence",
	"title",
	"subject",
	"object",
	"access"
];
const decodeEntry = (decoding, node) => {
	const before = decoding.problems.length;
	const read = entry(decoding, node, {
		what: "an entry of a baseline",
		keys: entryKeys,
		required: entryKeys.filter((key) => key !== "confidence")
	});
	const textOf = (key) => read.get(key, text$1)?.value ?? "";
	const written = read.get("fingerprint", fingerprint);
	const holding = read.get("access", list(held)) ?? [];
	const known = {
		fingerprint: written?.value ?? "",
		ruleId: textOf("rule"),
		cluster: textOf("cluster"),
		severity: read.get("severity", severity)?.value ?? "info",
		confidence: read.get("confidence", confidence)?.value ?? "certain",
		title: textOf("title"),
		identity: {
			subject: textOf("subject"),
			object: textOf("object")
		},
		access: holding.flatMap((one) => one !== void 0 && "access" in one ? one.access : []),
		shipped: holding.flatMap((one) => one !== void 0 && "shipped" in one ? one.shipped : [])
	};
	if (decoding.problems.length === before) checkFingerprint(decoding, written, known);
	return known;
};
/** What people read of an entry must be what it stands for: a review sees the words. */
function checkFingerprint(decoding, written, known) {
	const { ruleId, cluster, identity } = known;
	if (written?.origin.kind !== "text" || written.value === fingerprintOf(ruleId, cluster, identity)) return;
	tell$5(decoding, written.origin, "fingerprint is not that of this rule, cluster, subject and object; authgraph baseline writes it");
}
/** A merge may keep the entries of both sides, and each was accepted. */
function together(one, other) {
	const worse = severityAtLeast(one.severity, other.severity) ? one : other;
	const confidence = one.confidence === "possible" ? other.confidence : one.confidence;
	return {
		...worse,
		confidence,
		access: [...one.access, ...other.access],
		shipped: [...one.shipped, ...other.shipped]
	};
}
//#endregion
//#region packages/engine/src/known-risks/write-baseline.ts
/**
* A baseline as JSON: sorted by what people would look for, a member to a line, nothing of it about lines, paths or time,
* so that it differs only where what was found does.
*/
function* baselineText(entries, toolVersion) {
	yield `{\n  "version": 1,\n  "tool": ${JSON.stringify(toolVersion)},\n  "entries": [`;
	let before = "\n";
	for (const entry of [...entries].sort(byRuleAndSubject)) {
		yield `${before}    {\n${membersOf$1(entry).join(",\n")}\n    }`;
		before = ",\n";
	}
	yield before === "\n" ? "]\n}\n" : "\n  ]\n}\n";
}
function membersOf$1(entry) {
	const { fingerprint, ruleId, cluster, severity, confidence, title, identity, access, shipped } = entry;
	const member = (key, value) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
	return [
		member("fingerprint", fingerprint),
		member("rule", ruleId),
		member("cluster", cluster),
		member("severity", severity),
		...confidence === "possible" ? [member("confidence", confidence)] : [],
		member("title", title),
		member("subject", identity.subject),
		member("object", identity.object),
		`      "access": ${listText([...access.map((one) => accessWords(one)), ...shipped.map(shippedRoleWords)].sort())}`
	];
}
function listText(words) {
	if (words.length === 0) return "[]";
	return `[\n${words.map((one) => `        ${JSON.stringify(one)}`).join(",\n")}\n      ]`;
}
function byRuleAndSubject(a, b) {
	return byText$1(a.cluster, b.cluster) || byText$1(a.ruleId, b.ruleId) || byText$1(a.identity.subject, b.identity.subject) || byText$1(a.identity.object, b.identity.object);
}
function byText$1(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
//#endregion
//#region packages/engine/src/configuration/declared-groups.ts
/**
* The declared groups as the objects by which OpenShift knows its groups: all that reads those knows them, whether a
* group names its members or a user its groups.
*/
function declaredGroups(configuration) {
	if (configuration === void 0) return void 0;
	const { identities, source } = configuration;
	const groups = /* @__PURE__ */ new Map();
	const add = (name, users) => {
		const group = groups.get(name.value) ?? {
			name,
			users: /* @__PURE__ */ new Map()
		};
		groups.set(name.value, group);
		for (const user of users) if (!group.users.has(user.value)) group.users.set(user.value, user);
	};
	for (const { name, members } of identities.groups) add(name, members);
	for (const { name, groups: its } of identities.users) for (const group of its) add(group, [name]);
	if (groups.size === 0) return void 0;
	const facts = [...groups.values()].map(({ name, users }) => ({
		fact: "object",
		object: groupOf(name, users)
	}));
	return {
		path: source.path,
		facts
	};
}
function groupOf(name, users) {
	return {
		kind: "Group",
		apiVersion: "user.openshift.io/v1",
		meta: {
			name,
			generated: false,
			namespace: void 0,
			labels: /* @__PURE__ */ new Map(),
			annotations: /* @__PURE__ */ new Map()
		},
		origin: name.origin,
		users: [...users.values()]
	};
}
//#endregion
//#region packages/engine/src/clusters.ts
/** Undefined where there is one cluster, which is everything. */
function clusterBorders(configuration) {
	const placed = configuration?.clusters.filter(({ name }) => name.value !== "default") ?? [];
	if (configuration === void 0 || placed.length === 0) return void 0;
	const matchers = placed.map((cluster) => ({
		name: cluster.name.value,
		holds: matcherOfCluster(cluster)
	}));
	const known = /* @__PURE__ */ new Map();
	const rootfs = new Map(configuration.clusters.map((cluster) => [cluster.name.value, cluster.rootfs?.value]));
	function clustersOf(path) {
		const inside = configuration?.pathOf(path);
		const names = inside === void 0 ? [] : matchers.flatMap(({ name, holds }) => holds(inside) ? [name] : []);
		return names.length === 0 ? [defaultCluster] : names;
	}
	return {
		names: [...placed.map(({ name }) => name.value), defaultCluster],
		clustersOf(path) {
			const before = known.get(path);
			if (before !== void 0) return before;
			const names = clustersOf(path);
			known.set(path, names);
			return names;
		},
		rootfsOf(name) {
			const folder = rootfs.get(name);
			return folder === void 0 ? void 0 : plainPath(folder);
		}
	};
}
function matcherOfCluster({ paths, controlPlane, rootfs }) {
	return matcherOf([
		...paths,
		...controlPlane,
		...rootfs === void 0 ? [] : [rootfs]
	].map(({ value }) => value));
}
/**
* Splits what was read as the configuration says. Objects of different clusters never meet; a text that belongs to several
* is in each. What lies under no cluster's paths is one of its own if there is anything of ours in it.
*/
function splitIntoClusters({ clusters, texts }, settings, configuration) {
	const all = [...clusters].filter(([name, some]) => name === "default" ? some.some(({ parsed }) => parsed.facts.length > 0) : some.length > 0);
	const split = all.length === 0 ? [[defaultCluster, texts]] : all;
	const declared = declaredGroups(configuration);
	const configured = new Map(configuration?.clusters.map((cluster) => [cluster.name.value, cluster]));
	return split.map(([name, some]) => {
		const cluster = configured.get(name);
		return {
			name,
			texts: some,
			declared,
			kubernetesVersion: settings.kubernetesVersion ?? cluster?.kubernetesVersion?.value,
			appliedNamespace: settings.appliedNamespace ?? cluster?.namespace?.value ?? settings.defaultNamespace,
			complete: settings.complete || (cluster?.complete ?? configuration?.complete ?? false)
		};
	});
}
//#endregion
//#region packages/engine/src/coverage.ts
/**
* What became of every file and every document: nothing disappears silently.
* Files seen = read + skipped; documents seen = the sum over all outcomes. A text of several clusters counts once.
*/
function coverageOf({ skipped, texts: read }, clusters) {
	const documents = {
		evaluated: 0,
		"not-ours": 0,
		template: 0,
		patch: 0,
		refused: 0,
		empty: 0,
		overwritten: 0
	};
	const replaced = new Set(clusters.flatMap(({ graph }) => graph.inventory.overwritten.map(({ object }) => object)));
	let objects = 0;
	const components = /* @__PURE__ */ new Set();
	for (const { parsed } of toldTexts(read, clusters)) {
		for (const { outcome } of parsed.documents) documents[outcome]++;
		for (const fact of parsed.facts) if (fact.fact === "object" && replaced.has(fact.object)) documents.overwritten++;
		else if (fact.fact === "object") objects++;
		else if (fact.fact === "invocation") components.add(fact.invocation.component);
	}
	documents.evaluated -= documents.overwritten;
	return {
		filesSeen: read.length + skipped.length,
		filesRead: read.length,
		filesSkipped: skipped,
		documentsSeen: Object.values(documents).reduce((sum, count) => sum + count, 0),
		documents,
		objects,
		components: [...components].sort()
	};
}
/** Each text once, as the first cluster that holds it has it. */
function toldTexts(read, clusters) {
	const [only, ...others] = clusters;
	if (only !== void 0 && others.length === 0 && only.texts.length === read.length) return only.texts;
	const byPath = /* @__PURE__ */ new Map();
	for (const { texts } of clusters) for (const text of texts) if (!byPath.has(text.path)) byPath.set(text.path, text);
	return read.map((text) => byPath.get(text.path) ?? text);
}
//#endregion
//#region packages/engine/src/input-diagnostics.ts
/** What there is to say of the inputs: a text of several clusters is told once, a template that is known not at all. */
function inputDiagnostics(read, clusters, configuration) {
	const texts = toldTexts(read.texts, clusters);
	if (configuration === void 0) return texts.flatMap(({ parsed }) => parsed.diagnostics);
	const isKnown = knownTemplates(configuration);
	return [...texts.flatMap(({ path, parsed: { diagnostics } }) => diagnostics.some(isTemplate) && isKnown(path) ? diagnostics.filter((one) => !isTemplate(one)) : diagnostics), ...notesOf(configuration, read)];
}
function isTemplate({ id }) {
	return id === "template";
}
function knownTemplates({ templates, pathOf }) {
	const holds = matcherOf(patternsOf(templates));
	return (path) => {
		const inside = pathOf(path);
		return inside !== void 0 && holds(inside);
	};
}
function patternsOf(entries) {
	return entries.flatMap(({ paths }) => paths.map(({ value }) => value));
}
/** What the configuration says of files that are not there: a misspelt path would hide nothing, or not what it should. */
function notesOf(configuration, { texts, skipped, clusters, unusedExcludes }) {
	const isThere = (pattern) => {
		const holds = matcherOf([pattern]);
		return [...texts, ...skipped].some(({ path }) => {
			const inside = configuration.pathOf(path);
			return inside !== void 0 && holds(inside.replace(/\/$/, ""));
		});
	};
	return [
		...configuration.clusters.filter(({ name }) => name.value !== "default" && (clusters.get(name.value) ?? []).length === 0).map(({ name }) => note(name, `no file of the inputs belongs to the cluster ${name.value}`)),
		...unusedExcludes.flatMap((entry) => entry.paths.map((path) => note(path, `${path.value} excludes no file of the inputs`))),
		...configuration.templates.flatMap(({ rendered }) => {
			if (rendered === void 0 || isThere(plainPath(rendered.value))) return [];
			return [{
				...note(rendered, `no file of the inputs lies in ${rendered.value}: what the templates render to is not looked at`),
				level: "warning"
			}];
		})
	];
}
function note({ origin }, message) {
	return {
		id: "configuration-unused",
		level: "note",
		message,
		origin
	};
}
//#endregion
//#region packages/engine/src/kubernetes-version.ts
/** Which minor's facts hold: the one given, else what the inputs say, else the newest known. */
function decideVersion(given, invocations) {
	if (given !== void 0) {
		const minor = parseMinor(given);
		if (minor === void 0) return {
			outcome: "refused",
			message: `${JSON.stringify(given)} is no Kubernetes version; write it as 1.37 or v1.37.2`
		};
		return decided(minor, {
			minor,
			origin: void 0,
			assumed: false
		});
	}
	const found = invocations.filter(({ component }) => component === "kube-apiserver").flatMap(({ version }) => {
		const minor = version === void 0 ? void 0 : parseMinor(version.value);
		return version === void 0 || minor === void 0 ? [] : [{
			minor,
			origin: version.origin
		}];
	}).sort((a, b) => compareMinors(b.minor, a.minor));
	const [newest] = found;
	if (newest === void 0) return decided(newestMinor, {
		minor: newestMinor,
		origin: void 0,
		assumed: true
	});
	const others = [...new Set(found.map(({ minor }) => minor))].slice(1);
	const several = others.length === 0 ? [] : [{
		text: `the inputs name several versions (also ${others.join(", ")}): the newest was taken`,
		origin: newest.origin
	}];
	return decided(newest.minor, {
		...newest,
		assumed: false
	}, several);
}
function decided(minor, version, assumptions = []) {
	if (isKnownMinor(minor)) return {
		outcome: "decided",
		minor,
		version,
		assumptions
	};
	const nearest = nearestKnownMinor(minor);
	const known = `${knownMinors[0]} to ${knownMinors.at(-1)} are known`;
	return {
		outcome: "decided",
		minor: nearest,
		version,
		assumptions: [...assumptions, {
			text: `the facts of v${nearest} hold for v${minor} (${known})`,
			origin: version.origin
		}]
	};
}
//#endregion
//#region packages/engine/src/kustomize.ts
function applyKustomizations(texts) {
	const kustomizations = texts.flatMap(({ parsed }) => parsed.facts.flatMap((fact) => fact.fact === "kustomization" ? [fact.kustomization] : []));
	const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
	const byFolder = new Map(kustomizations.map((kustomization) => [kustomization.folder, kustomization]));
	return {
		namespaceOf: (path) => nearestNamespace(byFolder, path),
		texts: patches.size === 0 ? texts : texts.map((text) => patches.has(text.path) ? asPatch(text) : text)
	};
}
function nearestNamespace(byFolder, path) {
	if (byFolder.size === 0) return void 0;
	for (let folder = parentOf(path); folder !== void 0; folder = parentOf(folder)) {
		const namespace = byFolder.get(folder)?.namespace;
		if (namespace !== void 0) return namespace.value;
	}
}
/** The folder of a path: `a` for `a/b`, `""` for `a`, then nothing. */
function parentOf(path) {
	if (path === "") return void 0;
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function asPatch(text) {
	const documents = text.parsed.documents.map((document) => document.outcome === "evaluated" || document.outcome === "not-ours" || document.outcome === "refused" ? {
		...document,
		outcome: "patch"
	} : document);
	const facts = text.parsed.facts.filter(({ fact }) => fact === "hidden-content");
	const diagnostics = text.parsed.diagnostics.filter(({ id }) => id !== "object-refused");
	return {
		...text,
		parsed: {
			...text.parsed,
			documents,
			facts,
			diagnostics
		}
	};
}
//#endregion
//#region packages/engine/src/configuration/excluded-sources.ts
function withoutExcluded(sources, configuration) {
	const exclude = configuration?.exclude ?? [];
	if (configuration === void 0 || exclude.length === 0) return {
		sources,
		unused: () => []
	};
	const entries = exclude.map((entry) => ({
		entry,
		holds: matcherOf(entry.paths.map(({ value }) => value))
	}));
	const used = /* @__PURE__ */ new Set();
	function isExcluded(path) {
		const inside = configuration?.pathOf(path.endsWith("/") ? path.slice(0, -1) : path);
		const matching = inside === void 0 ? [] : entries.filter(({ holds }) => holds(inside));
		for (const { entry } of matching) used.add(entry);
		return matching.length > 0;
	}
	function without(file) {
		const { path } = file;
		return isExcluded(path) && file.outcome !== "skipped" ? {
			outcome: "skipped",
			path,
			reason: "excluded by authgraph.yaml"
		} : file;
	}
	return {
		sources: {
			...sources,
			*list() {
				for (const file of sources.list()) yield without(file);
			},
			find(path, accepted) {
				const file = sources.find(path, accepted);
				return file === void 0 ? void 0 : without(file);
			}
		},
		unused: () => exclude.filter((entry) => !used.has(entry))
	};
}
//#endregion
//#region packages/engine/src/read-inputs.ts
/**
* Reads every file of the sources, then those that their facts name, until nothing new is named: a token file is known
* for one only by the flag that names it. A file that was read without its role is parsed again with it.
*/
async function readInputs(sources, onFile, { other, cache, compared, borders } = {}) {
	const reading = {
		sources,
		onFile,
		other: other?.alone ?? /* @__PURE__ */ new Map(),
		cache,
		namesContents: cache !== void 0 || other !== void 0 || compared === true,
		texts: /* @__PURE__ */ new Map(),
		skipped: /* @__PURE__ */ new Map(),
		borders,
		found: /* @__PURE__ */ new Map(),
		finders: /* @__PURE__ */ new Map(),
		waiting: [],
		certificateRequests: void 0
	};
	takeAll(reading);
	const names = borders?.names ?? ["default"];
	const units = /* @__PURE__ */ new Map();
	for (let known = -1; known < reading.found.size;) {
		known = reading.found.size;
		await readWaiting(reading);
		for (const cluster of names) units.set(cluster, followAll(reading, cluster));
	}
	const clusters = new Map(names.map((name) => [name, withInvocations(textsOf(reading, name), units.get(name) ?? [])]));
	return {
		texts: clusters.size === 1 ? clusters.get("default") ?? [] : [...reading.texts.values()],
		clusters,
		skipped: [...reading.skipped.values()],
		alone: reading.texts
	};
}
/** Reads what the facts of a cluster name, and gives what its units start. */
function followAll(reading, cluster) {
	const facts = textsOf(reading, cluster).flatMap(({ parsed }) => parsed.facts);
	const units = invocationsOfUnits(unitsAmong(facts), (path) => environmentAt(reading, cluster, path));
	for (const fact of facts) if (fact.fact === "file-reference") follow(reading, cluster, fact.reference);
	for (const reference of units.flatMap(filesOfFlags)) follow(reading, cluster, reference);
	return units;
}
function textsOf({ texts, borders, finders }, cluster) {
	const all = [...texts.values()];
	if (borders === void 0) return all;
	return all.filter(({ path }) => {
		const of = borders.clustersOf(path);
		const by = finders.get(path);
		return by === void 0 || of[0] !== "default" ? of.includes(cluster) : by.has(cluster);
	});
}
/** In the order of the sources; neighbours that are known by name so far are announced together. */
function takeAll(reading) {
	let named = [];
	const takeNamed = () => {
		const looked = named.map((file) => lookUp(reading, file, void 0));
		const unread = looked.flatMap(({ known, file }) => known === void 0 ? [file] : []);
		if (unread.length > 0) reading.sources.expect?.(unread);
		for (const one of looked) takeContent(reading, one);
		named = [];
	};
	for (const file of reading.sources.list()) {
		if (file.outcome === "blob") {
			named.push(file);
			continue;
		}
		if (file.outcome === "read") takeNamed();
		take(reading, file, void 0);
	}
	takeNamed();
}
function take(reading, listed, role) {
	if (listed.outcome !== "skipped") {
		takeContent(reading, lookUp(reading, listed, role));
		return;
	}
	reading.onFile();
	reading.skipped.set(listed.path, listed);
}
function lookUp(reading, file, role) {
	const { path } = file;
	const id = file.outcome === "blob" ? file.id : reading.namesContents ? contentId(file.bytes) : void 0;
	if (id === void 0) return {
		file,
		role,
		id,
		known: void 0
	};
	const other = reading.other.get(path);
	if (other?.id === id && other.role === role) return {
		file,
		role,
		id,
		known: other
	};
	const parsed = reading.cache?.find({
		path,
		id,
		role
	}, () => sourceOf(reading.sources, file));
	return {
		file,
		role,
		id,
		known: parsed && {
			path,
			role,
			id,
			parsed
		}
	};
}
/** The text of a content whose facts are known: it is read when a place in it is shown, if it can be. */
function sourceOf({ again }, file) {
	if (file.outcome === "blob") return textOnDemand(file.path, file.read);
	return again === void 0 ? decoded(file.path, file.bytes) : textOnDemand(file.path, () => again(file.path));
}
/** Empty if the file has gone by then. */
function textOnDemand(path, open) {
	let text;
	return {
		path,
		get text() {
			if (text === void 0) {
				const file = open();
				text = file.outcome === "read" ? decoded(path, file.bytes)?.text ?? "" : "";
			}
			return text;
		}
	};
}
function takeContent(reading, { file: listed, role, id, known }) {
	reading.onFile();
	if (known !== void 0) {
		reading.skipped.delete(listed.path);
		reading.texts.set(listed.path, known);
		return;
	}
	const file = listed.outcome === "blob" ? listed.read() : listed;
	if (file.outcome === "skipped") {
		reading.skipped.set(file.path, file);
		return;
	}
	const source = decoded(file.path, file.bytes);
	if (source === void 0) {
		reading.skipped.set(file.path, {
			path: file.path,
			reason: "too large"
		});
		return;
	}
	reading.skipped.delete(file.path);
	const isWaiting = reading.certificateRequests === void 0 && needsCertificateRequestReader(source.text);
	if (isWaiting) reading.waiting.push({
		source,
		role,
		id
	});
	const text = read(reading, {
		source,
		role,
		id
	});
	if (!isWaiting) keep(reading, text);
}
/** Undefined where the text is longer than a string can be. */
function decoded(path, bytes) {
	try {
		return {
			path,
			text: decodeBytes(bytes).text
		};
	} catch {
		return;
	}
}
function read({ texts, certificateRequests }, { source, role, id }) {
	const parsed = parsedOrFailed(source, {
		role,
		certificateRequests
	});
	const text = {
		path: source.path,
		role,
		id,
		parsed
	};
	texts.set(source.path, text);
	return text;
}
function keep({ cache }, { path, role, id, parsed }) {
	if (id !== void 0) cache?.keep({
		path,
		role,
		id
	}, parsed);
}
/** The parser does not throw; if it does all the same, that is told, and the other files are still evaluated. */
function parsedOrFailed(source, options) {
	try {
		return parse(source, options);
	} catch (error) {
		const origin = textOrigin(source, 0, 0);
		return {
			facts: [],
			diagnostics: [{
				id: "internal-error",
				level: "error",
				message: `${internalError}: ${error instanceof Error ? error.message : String(error)}`,
				origin
			}],
			documents: [{
				outcome: "refused",
				origin
			}],
			directives: []
		};
	}
}
const internalError = "internal error, the file was not evaluated";
async function readWaiting(reading) {
	if (reading.waiting.length === 0) return;
	reading.certificateRequests = await loadCertificateRequestReader();
	for (const decoded of reading.waiting) keep(reading, read(reading, decoded));
	reading.waiting = [];
}
function follow(reading, cluster, { path, role }) {
	const key = foundKey(cluster, role, path.value);
	if (reading.found.has(key)) return;
	const file = findFile(reading, cluster, path.value);
	reading.found.set(key, file?.path);
	if (file === void 0) return;
	const finders = reading.finders.get(file.path) ?? /* @__PURE__ */ new Set();
	reading.finders.set(file.path, finders.add(cluster));
	if (reading.texts.get(file.path)?.role === void 0) take(reading, file, role);
}
/** Below the root folder of the cluster's machines, else among its own files: what another cluster's flags name is theirs. */
function findFile({ sources, borders }, cluster, path) {
	if (borders === void 0) return sources.find(path);
	const rootfs = borders.rootfsOf(cluster);
	const isOfCluster = (at) => borders.clustersOf(at).includes(cluster);
	return sources.find(rootfs === void 0 ? path : `/${rootfs}/${path.replace(/^\/+/, "")}`, isOfCluster);
}
function foundKey(cluster, role, path) {
	return `${cluster}\0${role} ${path}`;
}
function environmentAt(reading, cluster, path) {
	const at = reading.found.get(foundKey(cluster, "environment-file", path));
	return (at === void 0 ? [] : reading.texts.get(at)?.parsed.facts ?? []).flatMap((fact) => fact.fact === "environment" ? [fact.environment] : [])[0];
}
function unitsAmong(facts) {
	return facts.flatMap((fact) => fact.fact === "unit" ? [fact.unit] : []);
}
/** What units start belongs to the text whose word names the program. */
function withInvocations(texts, invocations) {
	if (invocations.length === 0) return texts;
	const added = /* @__PURE__ */ new Map();
	for (const invocation of invocations) {
		const { origin } = invocation;
		const path = origin.kind === "text" ? origin.source.path : "";
		const fact = {
			fact: "invocation",
			invocation
		};
		const known = added.get(path);
		if (known === void 0) added.set(path, [fact]);
		else known.push(fact);
	}
	return texts.map((text) => {
		const more = added.get(text.path);
		return more === void 0 ? text : {
			...text,
			parsed: {
				...text.parsed,
				facts: [...text.parsed.facts, ...more]
			}
		};
	});
}
//#endregion
//#region packages/engine/src/read-project.ts
/** Reads the sources but for what the configuration excludes. `other` is what was read of another state of the project. */
async function readProject(input, other) {
	const { configuration, cache, compared, onFile } = input;
	const { sources, unused } = withoutExcluded(input.sources, configuration);
	return {
		...await readInputs(sources, onFile, {
			other,
			cache,
			compared,
			borders: clusterBorders(configuration)
		}),
		unusedExcludes: unused()
	};
}
//#endregion
//#region packages/engine/src/load-graph.ts
/** Builds the graph of one cluster. */
async function loadCluster(inputs) {
	const { texts, namespaceOf } = applyKustomizations(inputs.texts);
	const decided = decideVersion(inputs.kubernetesVersion, invocationsOf(texts));
	if (decided.outcome === "refused") return decided;
	const { minor } = decided;
	const [kubernetes, kubeadm, ofEveryMinor] = await Promise.all([
		loadDefaultPolicy(minor),
		loadKubeadmPolicy(minor),
		loadEveryDefaultPolicy()
	]);
	const graph = buildAccessGraph(buildInventory({
		texts: [...texts.map(({ path, parsed }) => ({
			path,
			facts: parsed.facts
		})), ...inputs.declared === void 0 ? [] : [inputs.declared]],
		shipped: {
			kubernetes,
			kubeadm,
			ofEveryMinor
		},
		minor,
		namespaceOf: (path) => namespaceOf(path) ?? inputs.appliedNamespace,
		complete: inputs.complete
	}));
	const assumptions = [...decided.assumptions, ...graph.assumptions];
	return {
		outcome: "loaded",
		loaded: {
			graph,
			minor,
			kubernetes: decided.version,
			assumptions,
			texts
		}
	};
}
function invocationsOf(texts) {
	return texts.flatMap(({ parsed }) => parsed.facts.flatMap((fact) => fact.fact === "invocation" ? [fact.invocation] : []));
}
/** Reads the sources to the graph of one cluster. */
async function loadGraph(input) {
	const { configuration } = input;
	const read = await readProject(input);
	const chosen = chooseCluster(splitIntoClusters(read, input, configuration), input.cluster);
	if (typeof chosen === "string") return {
		outcome: "refused",
		message: chosen
	};
	const result = await loadCluster(chosen);
	if (result.outcome === "refused") return result;
	const { loaded } = result;
	const diagnostics = inputDiagnostics(read, [loaded], configuration);
	return {
		outcome: "loaded",
		loaded: {
			...loaded,
			diagnostics,
			coverage: coverageOf(read, [loaded])
		}
	};
}
/** One answer for several clusters would be true of none: a text says what to do instead. */
function chooseCluster(clusters, wanted) {
	const [first, ...others] = clusters;
	const names = clusters.map(({ name }) => name);
	if (wanted !== void 0) return clusters.find(({ name }) => name === wanted) ?? `there is no cluster "${wanted}" among the inputs; ${meant$1(wanted, names)}`;
	if (first === void 0) return "the inputs describe no cluster";
	return others.length === 0 ? first : `the inputs describe several clusters (${names.join(", ")}): choose one with --cluster`;
}
//#endregion
//#region packages/engine/src/questions/json-fields.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** An object; undefined where there is none. */
function field(from, key, path, wrong) {
	const value = from[key];
	if (value === void 0 || value === null) return void 0;
	if (isObject(value)) return value;
	wrong.push(`${path}: expected an object, got ${JSON.stringify(value)}`);
}
function text(from, key, at, wrong) {
	const value = from[key];
	if (value === void 0 || value === null) return "";
	if (typeof value === "string") return value;
	wrong.push(`${at}${key}: expected a string, got ${JSON.stringify(value)}`);
	return "";
}
/** A null among the texts is an empty one. */
function texts(from, key, at, wrong) {
	const value = from[key];
	if (value === void 0 || value === null) return [];
	if (Array.isArray(value) && value.every((item) => typeof item === "string" || item === null)) return value.map((item) => item ?? "");
	wrong.push(`${at}${key}: expected a list of strings, got ${JSON.stringify(value)}`);
	return [];
}
/** A list of objects. */
function objects(from, key, at, wrong) {
	const value = from[key];
	if (value === void 0 || value === null) return [];
	if (Array.isArray(value) && value.every(isObject)) return value;
	wrong.push(`${at}${key}: expected a list of objects, got ${JSON.stringify(value)}`);
	return [];
}
/** Undefined where there is no key. */
function textsByKey(from, key, at, wrong) {
	const value = field(from, key, `${at}${key}`, wrong);
	if (value === void 0) return void 0;
	return new Map(Object.keys(value).map((name) => [name, texts(value, name, `${at}${key}.`, wrong)]));
}
//#endregion
//#region packages/engine/src/questions/access-review.ts
/**
* The question of a SubjectAccessReview: a whole one, or its spec alone.
*
* Everything is taken as it stands: no group is added, nothing is looked up (k8s.io/kubernetes
* pkg/registry/authorization/util/helpers.go: AuthorizationAttributesFrom).
*/
function readAccessReview(value, minor) {
	if (!isObject(value)) return refused("a SubjectAccessReview is an object");
	const wrong = [];
	const review = value.spec === void 0 ? void 0 : value;
	const spec = review === void 0 ? value : field(review, "spec", "spec", wrong);
	if (review !== void 0) wrong.push(...metadataErrors(review));
	if (spec === void 0) return refused(wrong.length > 0 ? wrong.join("; ") : "spec: there is none");
	const at = review === void 0 ? "" : "spec.";
	const resource = field(spec, "resourceAttributes", `${at}resourceAttributes`, wrong);
	const nonResource = field(spec, "nonResourceAttributes", `${at}nonResourceAttributes`, wrong);
	const identity = {
		user: text(spec, "user", at, wrong),
		groups: texts(spec, "groups", at, wrong),
		uid: text(spec, "uid", at, wrong) || void 0,
		extra: textsByKey(spec, "extra", at, wrong)
	};
	const attributes = resource === void 0 ? pathAttributes(nonResource ?? {}, `${at}nonResourceAttributes.`, wrong) : resourceAttributes(resource, `${at}resourceAttributes.`, wrong);
	if (wrong.length > 0) return refused(wrong.join("; "));
	const invalid = [
		...attributesErrors(resource, nonResource, minor),
		...identityErrors(identity, at),
		...review === void 0 ? [] : localErrors(review, attributes)
	];
	return invalid.length > 0 ? refused(invalid.join("; ")) : {
		outcome: "question",
		question: {
			identity,
			attributes
		}
	};
}
function resourceAttributes(from, at, wrong) {
	return {
		kind: "resource",
		verb: text(from, "verb", at, wrong),
		apiGroup: text(from, "group", at, wrong),
		resource: text(from, "resource", at, wrong),
		subresource: text(from, "subresource", at, wrong),
		namespace: text(from, "namespace", at, wrong),
		name: text(from, "name", at, wrong),
		fieldSelector: fieldSelector(from, at, wrong)
	};
}
function fieldSelector(from, at, wrong) {
	const path = `${at}fieldSelector`;
	const selector = field(from, "fieldSelector", path, wrong);
	if (selector === void 0) return void 0;
	const requirements = objects(selector, "requirements", `${path}.`, wrong).map((requirement) => ({
		key: text(requirement, "key", `${path}.requirements.`, wrong),
		operator: text(requirement, "operator", `${path}.requirements.`, wrong),
		values: texts(requirement, "values", `${path}.requirements.`, wrong)
	}));
	const rawSelector = text(selector, "rawSelector", `${path}.`, wrong);
	if (rawSelector !== "" && requirements.length > 0) wrong.push(`${path}.rawSelector: may not specified at the same time as requirements`);
	return fieldRequirements({
		rawSelector,
		requirements
	});
}
function pathAttributes(from, at, wrong) {
	return {
		kind: "non-resource",
		verb: text(from, "verb", at, wrong),
		path: text(from, "path", at, wrong)
	};
}
function attributesErrors(resource, nonResource, minor) {
	if (resource === void 0 !== (nonResource === void 0)) return [];
	const exactlyOne = "exactly one of nonResourceAttributes or resourceAttributes must be specified";
	if (Number(minor.split(".")[1]) >= 37) return [`spec: ${exactlyOne}`];
	return resource === void 0 ? [`spec.resourceAttributes: ${exactlyOne}`] : ["spec.nonResourceAttributes: cannot be specified in combination with resourceAttributes"];
}
function identityErrors({ user, groups }, at) {
	return user === "" && groups.length === 0 ? [`${at}user: at least one of user or group must be specified`] : [];
}
/** A LocalSubjectAccessReview asks about its own namespace alone (ValidateLocalSubjectAccessReview). */
function localErrors({ kind, metadata }, attributes) {
	if (kind !== "LocalSubjectAccessReview") return [];
	if (attributes.kind === "non-resource") return ["spec.nonResourceAttributes: disallowed on this kind of request"];
	const own = isObject(metadata) ? metadata.namespace : void 0;
	return attributes.namespace === own ? [] : ["spec.resourceAttributes.namespace: must match metadata.namespace"];
}
function metadataErrors({ kind, metadata }) {
	if (kind !== void 0 && kind !== "SubjectAccessReview" && kind !== "LocalSubjectAccessReview") return [`kind: ${JSON.stringify(kind)} is no SubjectAccessReview`];
	if (kind !== "SubjectAccessReview" || metadata === void 0 || metadata === null) return [];
	return isObject(metadata) && Object.values(metadata).every((value) => value === null || value === "") ? [] : ["metadata: must be empty"];
}
function refused(message) {
	return {
		outcome: "refused",
		message
	};
}
//#endregion
//#region packages/engine/src/questions/ask.ts
/** Whether what is asked would be allowed, and through what. */
function decide({ graph }, { identity, attributes }) {
	return authorize(graph, identity, attributes);
}
//#endregion
//#region packages/engine/src/questions/named-resource.ts
/**
* What a name of a resource means: plural, singular, short name or kind, with or without group and version
* (`deploy`, `deployments.apps`, `deployments.v1.apps`), as kubectl reads it (k8s.io/kubectl pkg/cmd/auth/cani.go:
* determineResource; k8s.io/apimachinery pkg/api/meta/restmapper.go).
*/
function nameResource(written, resources, graph) {
	const text = written.toLowerCase();
	for (const { word, group } of readings(text)) {
		const resource = served(word, group, resources) ?? virtual(word, group) ?? wildcard(word, group);
		if (resource !== void 0) return {
			outcome: "found",
			resource
		};
	}
	const named = namedByRoles(text, graph) ?? writtenOut(text);
	if (named !== void 0) return {
		outcome: "found",
		resource: named
	};
	return {
		outcome: "unknown",
		message: `there is no resource ${JSON.stringify(written)}; a custom one is asked for with its group, as ${text}.example.com`,
		word: text,
		known: resources.flatMap(({ resource, singular, shortNames }) => [
			resource,
			singular,
			...shortNames
		])
	};
}
/** `a.b.c` is resource, version and group, or resource and the group `b.c` (ParseResourceArg). */
function readings(text) {
	const [word = "", ...rest] = text.split(".");
	if (rest.length === 0) return [{
		word,
		group: void 0
	}];
	const [, ...group] = rest;
	const whole = {
		word,
		group: rest.join(".")
	};
	return group.length === 0 ? [whole, ...coreVersion(word, rest[0])] : [{
		word,
		group: group.join(".")
	}, whole];
}
/** `pods.v1` names the core group by its version. */
function coreVersion(word, version) {
	return version === "v1" ? [{
		word,
		group: ""
	}] : [];
}
/** The first in the order of discovery; a group may be cut short as long as it begins so. */
function served(word, group, resources) {
	const called = resources.filter(({ resource, singular, shortNames }) => resource === word || singular === word || shortNames.includes(word));
	const found = group === void 0 ? called.find(({ resource }) => resource === word) ?? called[0] : called.find((resource) => resource.group === group) ?? (group === "" ? void 0 : called.find((resource) => resource.group.startsWith(group)));
	if (found === void 0) return void 0;
	const others = new Set(called.map((resource) => resource.group)).size;
	const note = group === void 0 && others > 1 ? `several groups have ${found.resource}: that of ${found.group === "" ? "the core group" : found.group} was taken` : void 0;
	const { resource, namespaced, subresources } = found;
	return {
		group: found.group,
		resource,
		namespaced,
		subresources: [...subresources.keys()],
		note
	};
}
/** Resources that only authorizers know (impersonation, signers); `serviceaccounts` has both sides. */
const virtualGroups = {
	users: "",
	groups: "",
	uids: "authentication.k8s.io",
	userextras: "authentication.k8s.io",
	signers: "certificates.k8s.io"
};
function virtual(word, group) {
	const plural = `${word}${word.endsWith("s") ? "" : "s"}`;
	const own = Object.hasOwn(virtualGroups, plural) ? virtualGroups[plural] : void 0;
	if (own === void 0 || group !== void 0 && group !== own) return void 0;
	return {
		group: own,
		resource: plural,
		namespaced: false,
		subresources: void 0,
		note: void 0
	};
}
function wildcard(word, group) {
	if (word !== "*") return void 0;
	return {
		group: group ?? "",
		resource: "*",
		namespaced: void 0,
		subresources: void 0,
		note: group === void 0 ? "* is asked for as it stands, in the core group: a rule allows it only with * itself (*.* asks for every group)" : void 0
	};
}
/** A custom resource without its group: the roles here may say which it is. */
function namedByRoles(text, graph) {
	const [word = "", ...rest] = text.split(".");
	if (rest.length > 0) return void 0;
	for (const { entry, rules } of graph.roles) for (const { resources, apiGroups } of rules) {
		const group = apiGroups.find(({ value }) => value !== "*")?.value;
		if (group === void 0 || !resources.some(({ value }) => value.split("/")[0] === word)) continue;
		const { kind, meta } = entry.object;
		return {
			group,
			resource: word,
			namespaced: void 0,
			subresources: void 0,
			note: `no server has ${word} by default: it was taken from ${group === "" ? "the core group" : `the group ${group}`}, as ${kind} ${meta.name.value} names it`
		};
	}
}
/** With a group all is said, whether a server has it or not. */
function writtenOut(text) {
	const dot = text.indexOf(".");
	if (dot <= 0) return void 0;
	const [resource, group] = [text.slice(0, dot), text.slice(dot + 1)];
	return {
		group,
		resource,
		namespaced: void 0,
		subresources: void 0,
		note: `no server has ${resource} in the group ${group} by default: it was asked for as written, as a custom resource`
	};
}
//#endregion
//#region packages/engine/src/questions/asked-for.ts
/** The attributes that a request of this kind would have. */
function readRequest(asked, resources, graph) {
	const { verb, what } = asked;
	if (verb === "" || what === "") return {
		outcome: "refused",
		message: "say what is to be done, and to what"
	};
	if (what.startsWith("/")) return pathRequest(asked);
	const slash = what.indexOf("/");
	const type = slash < 0 ? what : what.slice(0, slash);
	const rest = slash < 0 ? "" : what.slice(slash + 1);
	const named = nameResource(type, resources, graph);
	if (named.outcome === "unknown") return {
		...named,
		outcome: "refused"
	};
	const { resource } = named;
	const { subresource, name, isKey } = partsOf(rest, asked.subresource, resource);
	const problem = subresourceProblem(subresource, resource, graph);
	if (problem !== void 0) return problem;
	const namespace = namespaceOf$1(asked, resource, name);
	const { group: apiGroup } = resource;
	const attributes = {
		kind: "resource",
		verb,
		apiGroup,
		resource: resource.resource,
		subresource,
		namespace,
		name
	};
	const isSubresource = subresource === "" && resource.subresources?.includes(name) === true;
	return {
		outcome: "read",
		attributes,
		notes: [
			...verbNotes(verb, resourceVerbs),
			...resource.note === void 0 ? [] : [resource.note],
			...isKey ? [`${what} was read as the key ${subresource} of ${resource.resource}`] : [],
			...isSubresource ? [`${what} was read as the object named ${name}, as kubectl does, not as a subresource`] : []
		],
		otherReadings: [...isSubresource ? [asSubresource(attributes)] : [], ...asked.namespace !== void 0 && asked.namespace !== namespace ? [asKubectl(attributes, asked.namespace)] : []]
	};
}
function asSubresource(attributes) {
	const { name } = attributes;
	return {
		text: `as the subresource ${name} (--subresource=${name}) the answer is`,
		attributes: {
			...attributes,
			subresource: name,
			name: ""
		},
		always: true
	};
}
/** kubectl auth can-i gives a namespace to questions for objects that are in none. */
function asKubectl(attributes, namespace) {
	const { resource } = attributes;
	return {
		text: `requests for cluster-scoped ${resource} carry ${attributes.namespace === "" ? "no namespace" : "their own name as namespace"}; with namespace ${namespace}, as kubectl auth can-i asks, the answer is`,
		attributes: {
			...attributes,
			namespace
		},
		always: false
	};
}
function pathRequest({ verb, what, subresource }) {
	if (subresource !== void 0) return {
		outcome: "refused",
		message: "a path has no subresource"
	};
	const notes = verbNotes(verb, pathVerbs);
	return {
		outcome: "read",
		attributes: {
			kind: "non-resource",
			verb,
			path: what
		},
		notes,
		otherReadings: []
	};
}
/** `NAME`, or `NAME/SUBRESOURCE`: no object has a slash in its name. */
function partsOf(rest, subresource, { resource }) {
	if (subresource !== void 0) return {
		subresource,
		name: rest,
		isKey: false
	};
	const slash = rest.indexOf("/");
	const [first, second] = slash < 0 ? [rest, ""] : [rest.slice(0, slash), rest.slice(slash + 1)];
	if (resource === "userextras") return {
		subresource: first,
		name: second,
		isKey: first !== ""
	};
	return {
		subresource: second,
		name: first,
		isKey: false
	};
}
/** A subresource that neither discovery nor any role knows: no answer would be worth anything. */
function subresourceProblem(subresource, { resource, subresources }, graph) {
	if (subresource === "" || subresources === void 0 || subresources.includes(subresource)) return void 0;
	const wanted = [`${resource}/${subresource}`, `*/${subresource}`];
	if (graph.roles.some(({ rules }) => rules.some(({ resources }) => resources.some(({ value }) => wanted.includes(value))))) return void 0;
	const known = subresources.length === 0 ? "it has none" : `it has ${subresources.join(", ")}`;
	return {
		outcome: "refused",
		message: `${resource} has no subresource ${JSON.stringify(subresource)}; ${known}`,
		word: subresource,
		known: subresources
	};
}
/** Requests for a cluster-scoped object carry no namespace; those for a Namespace carry its own name (requestinfo.go). */
function namespaceOf$1({ namespace = "" }, { group, resource, namespaced }, name) {
	if (namespaced !== false) return namespace;
	return group === "" && resource === "namespaces" ? name : "";
}
const resourceVerbs = [...[
	"get",
	"list",
	"watch",
	"create",
	"update",
	"patch",
	"delete",
	"deletecollection",
	"*"
], ...[
	"approve",
	"attest",
	"bind",
	"escalate",
	"impersonate",
	"sign",
	"use"
]];
const pathVerbs = [
	"get",
	"post",
	"put",
	"patch",
	"delete",
	"head",
	"options",
	"*"
];
/** Verbs are compared letter by letter; one that nothing uses is asked for all the same. */
function verbNotes(verb, known) {
	if (known.includes(verb) || verb.startsWith("impersonate:") || verb.startsWith("impersonate-on:")) return [];
	const lower = verb.toLowerCase();
	return [`no request has the verb ${verb}${known.includes(lower) ? `: verbs are compared letter by letter, ${lower} is another one` : ""}`];
}
//#endregion
//#region packages/engine/src/questions/whose.ts
/**
* Who somebody of this name would be after authentication: a service account is in its groups, everybody in
* `system:authenticated`, and in the groups given besides.
*/
function whoseIdentity(user, groups, graph) {
	const identity = withAuthenticatedGroup({
		user,
		groups: [...new Set([...ownGroups(user), ...groups])]
	});
	return {
		identity,
		notes: [...notesOn(identity, graph)]
	};
}
/** Groups that authentication gives because of the name (reference: k8s.io/apiserver pkg/authentication/user). */
function ownGroups(user) {
	const account = parseServiceAccountUserName(user);
	if (account !== void 0) return serviceAccountGroups(account.namespace);
	if (user.startsWith("system:bootstrap:")) return [bootstrappersGroup];
	if (user === "system:anonymous") return [unauthenticatedGroup];
	return user === "system:apiserver" ? [mastersGroup] : [];
}
function* notesOn({ user, groups }, graph) {
	const account = parseServiceAccountUserName(user);
	if (account !== void 0) {
		const { namespace, name } = account;
		if (!graph.inventory.entriesOf("ServiceAccount").some((entry) => entry.namespace === namespace && entry.object.meta.name.value === name) && name !== "default") yield `the inputs do not contain ServiceAccount ${namespace}/${name}: whoever creates it has this access`;
	}
	if (user.startsWith("system:node:") && !groups.includes("system:nodes")) yield `a kubelet's certificate puts it into ${nodesGroup} as well, which nothing adds: --as-group ${nodesGroup}`;
	const missing = new Set(graph.inventory.credentials.filter((credential) => user !== "" && credential.user?.value === user).flatMap((credential) => credential.groups.map(({ value }) => value)).filter((group) => !groups.includes(group)));
	for (const { object } of graph.inventory.entriesOf("Group")) {
		const { name } = object.meta;
		if (groups.includes(name.value) || missing.has(name.value)) continue;
		const member = object.users.find(({ value }) => user !== "" && value === user);
		if (member !== void 0) yield `${whereOf(member.origin)} puts ${user} into ${name.value}: --as-group ${name.value}`;
	}
	for (const group of missing) yield `a credential among the inputs puts ${user} into ${group}: --as-group ${group}`;
}
//#endregion
//#region packages/engine/src/questions/can-i.ts
/** Whether somebody may do something, and why. */
async function canI(loaded, input) {
	const asked = readRequest(input, await loadApiResources(loaded.minor), loaded.graph);
	if (asked.outcome === "refused") return asked;
	const { identity, notes } = whoseIdentity(input.user, input.groups, loaded.graph);
	const question = {
		identity,
		attributes: asked.attributes
	};
	const decision = decide(loaded, question);
	const isAllowed = decision.outcome === "allowed";
	return {
		outcome: "answered",
		answer: {
			question,
			decision,
			nearMisses: isAllowed ? [] : nearMisses$1(loaded.graph, identity, asked.attributes),
			smallestGrant: isAllowed ? void 0 : smallestGrant(loaded.graph, identity, asked.attributes),
			notes: [
				...notes,
				...asked.notes,
				...asked.otherReadings.flatMap((other) => otherAnswer(loaded, question, other, decision))
			]
		}
	};
}
function otherAnswer(loaded, { identity }, { text, attributes, always }, decision) {
	const { outcome } = decide(loaded, {
		identity,
		attributes
	});
	return always || outcome !== decision.outcome ? [`${text}: ${outcome}`] : [];
}
//#endregion
//#region packages/engine/src/change/compare-clusters.ts
/** Who gained and who lost what, in each cluster in which somebody did. A cluster that is new or gone was empty before or is now. */
async function compareClusters(before, after) {
	const names = [...new Set([...after, ...before].map(({ name }) => name))];
	const compared = [];
	for (const name of names) {
		const was = before.find((cluster) => cluster.name === name);
		const is = after.find((cluster) => cluster.name === name);
		if (was === is) continue;
		const [from, to] = [await graphOf(was, is), await graphOf(is, was)];
		if (from === void 0 || to === void 0) continue;
		const comparison = compareAccess(from, to);
		if (comparison.subjects.length + comparison.settings.length > 0) compared.push({
			cluster: name,
			comparison
		});
	}
	return compared;
}
/** The graph of a cluster; where it is not there, one of nothing but what Kubernetes ships. */
async function graphOf(cluster, other) {
	if (cluster !== void 0) return cluster.loaded.graph;
	if (other?.inputs === void 0) return void 0;
	const empty = await loadCluster({
		...other.inputs,
		texts: []
	});
	return empty.outcome === "loaded" ? empty.loaded.graph : void 0;
}
//#endregion
//#region packages/engine/src/change/split-alike.ts
/**
* The configuration of the state before, with the clusters of the one after where they have other names: a name is part
* of every fingerprint, so that whoever only says where the border between clusters runs would find all of it new.
*/
function splitAlike(before, after) {
	if (clusterNames(before) === clusterNames(after)) return before;
	if (before !== void 0) return {
		...before,
		...otherText(before),
		clusters: after?.clusters ?? []
	};
	if (after === void 0) return void 0;
	return {
		...after,
		...otherText(after),
		templates: [],
		exclude: [],
		rules: [],
		expected: [],
		suppressions: []
	};
}
function clusterNames(configuration) {
	return JSON.stringify((configuration?.clusters ?? []).map(({ name }) => name.value).sort());
}
/** It is neither of the two any more. */
function otherText({ source }) {
	return { source: {
		path: source.path,
		text: ""
	} };
}
//#endregion
//#region packages/engine/src/questions/diff.ts
/**
* Who gained and who lost what from one state to another, cluster by cluster. Where the configurations split the two
* differently, that of the later state says which clusters there are.
*/
async function diffAccess({ before, after }) {
	const is = await loadState(after);
	if (is.outcome === "refused") return is;
	const configuration = splitAlike(before.configuration, after.configuration);
	const was = await loadState({
		...before,
		configuration
	}, is.read);
	if (was.outcome === "refused") return was;
	return {
		outcome: "answered",
		answer: {
			clusters: await compareClusters(was.clusters, is.clusters),
			before: was.state,
			after: is.state
		}
	};
}
/** What is the same in `other` is read once. */
async function loadState(input, other) {
	const read = await readProject({
		...input,
		compared: true
	}, other);
	const clusters = [];
	for (const inputs of splitIntoClusters(read, input, input.configuration)) {
		const result = await loadCluster(inputs);
		if (result.outcome === "refused") return result;
		clusters.push({
			name: inputs.name,
			inputs,
			loaded: result.loaded
		});
	}
	const loaded = clusters.map((cluster) => cluster.loaded);
	return {
		outcome: "loaded",
		read,
		clusters,
		state: {
			diagnostics: inputDiagnostics(read, loaded, input.configuration),
			coverage: coverageOf(read, loaded)
		}
	};
}
//#endregion
//#region packages/engine/src/rule-context.ts
/** What rules and the search for escalation paths look at: what a server that would not start says, counts for nothing. */
async function ruleContext({ graph, minor }, at) {
	return {
		graph: withoutRefusedServers(graph),
		minor,
		at,
		resources: await loadApiResources(minor)
	};
}
//#endregion
//#region packages/engine/src/questions/granted-by-inputs.ts
/** Whether a subject has anything that Kubernetes or kubeadm does not give it by itself. */
function isGrantedByInputs(graph, subjectKey) {
	for (const { shipped } of graph.grantsOf(subjectKey)) if (!shipped) return true;
	return false;
}
//#endregion
//#region packages/engine/src/questions/graph-export.ts
/** The graph of some sources, for programs that draw or search. */
async function accessAndSteps(loaded, content, at) {
	const context = await ruleContext(loaded, at);
	return exportGraph(context.graph, content === "access" ? nobodyClimbs : escalationGraph(context), content);
}
const nobodyClimbs = {
	vertices: [],
	stepsFrom: () => [],
	stepsTo: () => []
};
/**
* The graph of what the inputs hold: subjects, the roles that bindings join them to, and the steps that lead on.
*
* Bindings and roles that only Kubernetes itself creates are left out, except where something of the inputs leads there.
*/
function exportGraph(graph, steps, content) {
	const nodes = /* @__PURE__ */ new Map();
	const add = (node) => {
		if (!nodes.has(node.id)) nodes.set(node.id, node);
	};
	const told = reachedVertices(graph, steps);
	if (content !== "escalation") for (const node of accessNodes(graph)) add(node);
	for (const [id, vertex] of told) add({
		node: "vertex",
		id,
		vertex,
		origin: void 0
	});
	return {
		nodes: [...nodes.values()].sort((a, b) => a.id < b.id ? -1 : 1),
		*edges() {
			if (content !== "escalation") yield* bindingEdges(graph);
			yield* stepEdges(steps, told);
		}
	};
}
function* accessNodes(graph) {
	for (const { object, namespace } of graph.inventory.entriesOf("ServiceAccount")) {
		const { value, origin } = object.meta.name;
		yield identityNode(userKey(serviceAccountUserName(namespace, value)), origin);
	}
	const byKey = definitionsByKey(graph);
	for (const [key, definitions] of byKey) {
		const [{ entry }] = definitions;
		if (entry.object.origin.kind === "built-in") continue;
		yield roleNode(entry.object.kind, entry.object.meta.name.value, entry.namespace, byKey.get(key));
	}
	for (const { entry } of writtenBindings(graph)) {
		const { roleRef, subjects } = entry.object;
		for (const subject of subjects) {
			const key = subjectKey(subject, entry.namespace);
			if (key !== void 0) yield identityNode(key, subject.name.origin);
		}
		const kind = roleRef.kind.value;
		const namespace = kind === "Role" ? entry.namespace : "";
		yield roleNode(kind, roleRef.name.value, namespace, byKey.get(roleKey(roleRef, entry.namespace)));
	}
}
function definitionsByKey({ roles }) {
	const byKey = /* @__PURE__ */ new Map();
	for (const role of roles) {
		const known = byKey.get(role.entry.key);
		if (known === void 0) byKey.set(role.entry.key, [role]);
		else known.push(role);
	}
	return byKey;
}
function identityNode(key, origin) {
	return {
		node: "vertex",
		id: key,
		vertex: {
			kind: "identity",
			key
		},
		origin
	};
}
function roleNode(kind, name, namespace, definitions = []) {
	return {
		node: "role",
		id: roleId(kind, name, namespace),
		kind,
		name,
		namespace,
		definitions
	};
}
function roleId(kind, name, namespace) {
	return kind === "Role" ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}
function writtenBindings({ bindings }) {
	return bindings.filter(({ entry }) => entry.object.origin.kind !== "built-in");
}
/** Numbers what would be called alike: a binding that several texts define, two rules that make one step possible. */
function edgeNames() {
	const seen = /* @__PURE__ */ new Map();
	return (ends, name) => {
		const key = `${ends}\0${name}`;
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		return before === 0 ? name : `${name} (${before + 1})`;
	};
}
/** Variants of a binding stand side by side. */
function* bindingEdges(graph) {
	let key;
	let nameOf = edgeNames();
	for (const binding of writtenBindings(graph)) {
		const { object, namespace } = binding.entry;
		if (binding.entry.key !== key) nameOf = edgeNames();
		key = binding.entry.key;
		const { roleRef } = object;
		const to = roleId(roleRef.kind.value, roleRef.name.value, roleRef.kind.value === "Role" ? namespace : "");
		const name = bindingName(binding);
		for (const subject of object.subjects) {
			const from = subjectKey(subject, namespace);
			if (from === void 0) continue;
			yield {
				edge: "binding",
				from,
				to,
				name: nameOf(`${from}\0${to}`, name),
				binding,
				subject
			};
		}
	}
}
/**
* Vertices that identities of the inputs are or come to, in the order of the steps' own graph. Identities that only
* Kubernetes itself creates and that lead nowhere are none of them.
*/
function reachedVertices(graph, steps) {
	const starts = new Set(graph.subjectKeys.filter((key) => isGrantedByInputs(graph, key)));
	for (const { object, namespace } of graph.inventory.entriesOf("ServiceAccount")) starts.add(userKey(serviceAccountUserName(namespace, object.meta.name.value)));
	for (const { key } of runningAccounts(graph)) starts.add(key);
	const reached = new Set(starts);
	const open = steps.vertices.filter((vertex) => starts.has(vertexKey(vertex)));
	for (const vertex of open) for (const { to } of steps.stepsFrom(vertex)) {
		const key = vertexKey(to);
		if (reached.has(key)) continue;
		reached.add(key);
		open.push(to);
	}
	const told = /* @__PURE__ */ new Map();
	for (const vertex of steps.vertices) {
		const key = vertexKey(vertex);
		if (reached.has(key) && (starts.has(key) || leadsOn(steps, vertex))) told.set(key, vertex);
	}
	return told;
}
/** Being in a group, as everybody is in some, leads nowhere by itself. */
function leadsOn(steps, vertex) {
	return vertex.kind !== "identity" || isGroup(vertex.key) || steps.stepsFrom(vertex).some(({ kind }) => kind !== "member-of");
}
function isGroup(key) {
	return key.startsWith(groupKey(""));
}
function* stepEdges(steps, told) {
	for (const [from, vertex] of told) {
		const nameOf = edgeNames();
		for (const step of steps.stepsFrom(vertex)) {
			const to = vertexKey(step.to);
			if (!told.has(to)) continue;
			const [grant] = step.grants;
			yield {
				edge: "step",
				from,
				to,
				name: nameOf(to, grant === void 0 ? step.kind : `${step.kind} ${bindingName(grant.binding)}`),
				step
			};
		}
	}
}
function bindingName({ entry: { object, namespace } }) {
	return `${object.kind} ${namespace === "" ? "" : `${namespace}/`}${object.meta.name.value}`;
}
//#endregion
//#region packages/engine/src/questions/list-access.ts
/** Lists what somebody may do: in one namespace, or, where none is given, everywhere. */
function listAccess({ graph }, { user, groups, namespace }) {
	const { identity, notes } = whoseIdentity(user, groups, graph);
	const rows = [];
	const messages = /* @__PURE__ */ new Set();
	const assumptions = /* @__PURE__ */ new Map();
	for (const scope of ["", ...namespace === void 0 ? boundNamespaces(graph, identity) : [namespace]]) {
		const listed = rulesFor(graph, identity, scope);
		for (const { rule, grant } of listed.rules) if ((scope === "" || grant?.scope.kind === "namespace") && isUsed(rule, scope)) rows.push({
			namespace: scope,
			rule,
			grant
		});
		for (const message of listed.messages) messages.add(message);
		for (const assumption of listed.assumptions) assumptions.set(assumption.text, assumption);
	}
	return {
		identity,
		rows,
		notes: [
			...identity.groups.includes("system:masters") ? [`members of ${mastersGroup} are allowed everything`] : [],
			...notes,
			...messages
		],
		assumptions: [...assumptions.values()]
	};
}
/** Requests for paths have no namespace: what a RoleBinding gives of them, nobody can use. */
function isUsed({ resources }, namespace) {
	return namespace === "" || resources.length > 0;
}
function boundNamespaces(graph, identity) {
	const found = /* @__PURE__ */ new Set();
	for (const binding of graph.bindings) {
		const { namespace } = binding.entry;
		if (namespace === "" || found.has(namespace)) continue;
		if (identityKeys(identity).some((key) => graph.boundTo(key, namespace).length > 0)) found.add(namespace);
	}
	return [...found];
}
//#endregion
//#region packages/engine/src/questions/membership-steps.ts
/**
* Groups that an identity is in, as steps: because of what it is, or because a credential or a group among the inputs or
* the configuration says so.
*
* The escalation graph has those that Kubernetes gives to whomever it knows; somebody asked about may be no such one.
*/
function membershipSteps(graph, from, key) {
	const phrases = /* @__PURE__ */ new Map();
	for (const group of membershipsOf(key)) phrases.set(asSubjectKey(group), `is in ${quotable(group)}`);
	for (const { user, groups, form } of graph.inventory.credentials) {
		if (user === void 0 || form === "certificate-request" || userKey(user.value) !== key) continue;
		for (const { value, origin } of groups) if (!phrases.has(groupKey(value))) phrases.set(groupKey(value), `is in Group ${quotable(value)} by its credential (${whereOf(origin)})`);
	}
	for (const { object } of graph.inventory.entriesOf("Group")) {
		const group = object.meta.name.value;
		const member = object.users.find(({ value }) => userKey(value) === key);
		if (member === void 0 || phrases.has(groupKey(group))) continue;
		phrases.set(groupKey(group), `is in Group ${quotable(group)} (${whereOf(member.origin)})`);
	}
	return [...phrases].map(([group, phrase]) => ({
		kind: "member-of",
		from,
		to: identityVertex(group),
		grants: [],
		powerId: void 0,
		power: void 0,
		confidence: "certain",
		assumption: void 0,
		obstacles: [],
		phrase,
		hops: []
	}));
}
//#endregion
//#region packages/engine/src/questions/path-end.ts
/**
* What an end names: `cluster-admin`, a power (`read-secrets`, `read-secrets/dev`), `anonymous`, or an identity as
* people write one: `system:serviceaccount:web:ci`, `ServiceAccount web/ci`, `user/jane`, `Group sre`, or a bare name
* that only one identity of the inputs has.
*/
function readPathEnd(written, { graph, minor }) {
	if (written === "cluster-admin") return {
		outcome: "known",
		end: { end: "cluster-admin" }
	};
	const powers = powerCatalogue(Number(minor.split(".")[1])).map(({ id }) => id);
	const [word = "", namespace, ...more] = written.split("/");
	const power = powers.find((id) => id === word);
	if (power !== void 0 && more.length === 0) return {
		outcome: "known",
		end: {
			end: "power",
			power,
			namespace
		}
	};
	const known = knownKeys(graph);
	const meant = keysMeant(written).filter((key) => known.has(key));
	const [key, ...others] = meant.length > 0 ? new Set(meant) : accountsCalled(written, known);
	if (key === void 0) return unknown(written, known, powers);
	if (others.length === 0) return {
		outcome: "known",
		end: {
			end: "identity",
			key
		}
	};
	return {
		outcome: "refused",
		message: `"${written}" is the name of several: ${[key, ...others].map((one) => namesOf$1(one)[0]).join(", ")}`
	};
}
/** What a path has to reach. */
function targetsOf(end, context) {
	switch (end.end) {
		case "identity": return [identityVertex(end.key), clusterAdminVertex];
		case "cluster-admin": return [clusterAdminVertex];
		case "power": {
			const { power, namespace } = end;
			const wider = [clusterAdminVertex, ...adminsOf(namespace)];
			if (power === "everything") return wider;
			const contents = power === "read-secrets" ? contentsOf(namespace) : [];
			return [
				...wider,
				...contents,
				...holdersOfPower(context, power, namespace)
			];
		}
	}
}
function adminsOf(namespace) {
	return namespace === void 0 ? [] : [{
		kind: "namespace-admin",
		namespace: void 0
	}, {
		kind: "namespace-admin",
		namespace
	}];
}
function contentsOf(namespace) {
	const everywhere = {
		kind: "secrets",
		namespace: void 0
	};
	return namespace === void 0 ? [everywhere] : [everywhere, {
		kind: "secrets",
		namespace
	}];
}
/** Every identity that the inputs speak of, and those that any cluster has. */
function knownKeys({ subjectKeys, inventory, bindings }) {
	const known = new Set(everyCluster);
	for (const key of subjectKeys) known.add(asSubjectKey(key));
	const namespaces = /* @__PURE__ */ new Set();
	for (const { entry } of bindings) namespaces.add(entry.namespace);
	for (const { namespace, object } of inventory.entriesOf("ServiceAccount")) {
		known.add(userKey(serviceAccountUserName(namespace, object.meta.name.value)));
		namespaces.add(namespace);
	}
	for (const { object } of inventory.entriesOf("Namespace")) namespaces.add(object.meta.name.value);
	for (const { namespace } of inventory.entriesOf("Workload")) namespaces.add(namespace);
	for (const { user, groups } of inventory.credentials) {
		if (user !== void 0) known.add(userKey(user.value));
		for (const { value } of groups) known.add(groupKey(value));
	}
	for (const { object } of inventory.entriesOf("Group")) {
		known.add(groupKey(object.meta.name.value));
		for (const { value } of object.users) known.add(userKey(value));
	}
	for (const namespace of namespaces) {
		known.add(userKey(serviceAccountUserName(namespace, "default")));
		known.add(groupKey(namespaceServiceAccountsGroup(namespace)));
	}
	return known;
}
const everyCluster = [userKey(anonymousUser), ...[
	unauthenticatedGroup,
	authenticatedGroup,
	mastersGroup,
	nodesGroup,
	serviceAccountsGroup
].map(groupKey)];
/** Keys that a person may mean, whether or not anything has them. */
function keysMeant(written) {
	if (written === "anonymous") return [userKey(anonymousUser)];
	const [, kind = "", name = ""] = /^(serviceaccount|sa|user|group)s?[/ :](.*)$/is.exec(written) ?? [];
	switch (kind.toLowerCase()) {
		case "user": return [userKey(name)];
		case "group": return [groupKey(name)];
		case "serviceaccount":
		case "sa": return accountsMeant(name);
		default: return [
			userKey(written),
			groupKey(written),
			...accountsMeant(written)
		];
	}
}
function accountsMeant(name) {
	const [, namespace, account] = /^([^/:]+)[/:]([^/:]+)$/.exec(name) ?? [];
	if (namespace === void 0 || account === void 0) return [];
	return [userKey(serviceAccountUserName(namespace, account))];
}
/** Accounts of any namespace with this name. */
function accountsCalled(name, known) {
	return [...known].filter((key) => accountOfKey(key)?.name === name);
}
function unknown(written, known, powers) {
	return {
		outcome: "refused",
		message: `nothing in the inputs names "${written}"`,
		word: written,
		known: [
			"cluster-admin",
			...powers,
			...[...known].flatMap(namesOf$1)
		]
	};
}
/** The ways to write an identity, the one that says most first. */
function namesOf$1(key) {
	const space = key.indexOf(" ");
	const name = key.slice(space + 1);
	const account = accountOfKey(key);
	if (account === void 0) return [
		`${key.slice(0, space).toLowerCase()}/${name}`,
		key,
		name
	];
	const short = `${account.namespace}/${account.name}`;
	return [
		`serviceaccount/${short}`,
		`ServiceAccount ${short}`,
		short,
		name
	];
}
function accountOfKey(key) {
	return key.startsWith(userKey("")) ? parseServiceAccountUserName(key.slice(userKey("").length)) : void 0;
}
//#endregion
//#region packages/engine/src/questions/paths.ts
/** The shortest ways from somebody, or from everybody, to an identity, a power, or everything. */
async function escalationPaths(loaded, input) {
	const context = await ruleContext(loaded, input.at);
	const from = input.from === void 0 ? void 0 : readPathEnd(input.from, context);
	const to = readPathEnd(input.to ?? "cluster-admin", context);
	if (from?.outcome === "refused") return from;
	if (to.outcome === "refused") return to;
	if (from?.end.end === "cluster-admin") return {
		outcome: "refused",
		message: "whoever is cluster-admin has every power: nothing leads further"
	};
	return {
		outcome: "answered",
		answer: answerOf(context, from?.end, to.end, input.confidence)
	};
}
function answerOf(context, from, to, confidence) {
	const targets = targetsOf(to, context);
	const query = {
		to: targets,
		confidence
	};
	if (from?.end === "identity") {
		const routes = folded(pathsOfOne(context, from.key, query), wayKey);
		return {
			from,
			to,
			confidence,
			already: holdings(context, to, targets, from.key),
			routes: routes.map(withGain(context, to))
		};
	}
	const starts = from === void 0 ? void 0 : new Set(targetsOf(from, context).map(vertexKey));
	const found = shortestPaths(context, {
		...query,
		from: void 0
	}).filter((path) => isNews(context.graph, path) && (starts === void 0 || starts.has(startOf$1(path))));
	const direct = found.filter(isDirect).map(({ steps: [{ from: who, grants }] }) => ({
		who,
		grants
	}));
	return {
		from,
		to,
		confidence,
		already: [...starts === void 0 ? holdings(context, to, targets, void 0) : [], ...direct],
		routes: foldedByGroup(found.filter((path) => !isDirect(path))).map(withGain(context, to))
	};
}
/** Its own paths, and those of groups that it is in because of what it is or of what a credential says. */
function pathsOfOne(context, key, query) {
	const from = identityVertex(key);
	const own = shortestPaths(context, {
		...query,
		from
	});
	const reached = new Set(own.map(({ steps: [{ to }] }) => vertexKey(to)));
	const targets = new Set((query.to ?? []).map(vertexKey));
	const itself = new Set([key, ...targets]);
	const through = membershipSteps(context.graph, from, key).flatMap((member) => {
		const group = vertexKey(member.to);
		if (itself.has(group) || reached.has(group)) return targets.has(group) ? [lone(member)] : [];
		return shortestPaths(context, {
			...query,
			from: member.to
		}).flatMap((path) => {
			return path.steps.some(({ to }) => vertexKey(to) === key) ? [] : [{
				...path,
				steps: [member, ...path.steps]
			}];
		});
	});
	return [...own, ...through];
}
function lone(step) {
	return {
		steps: [step],
		assumedHops: 0,
		confidence: step.confidence
	};
}
function startOf$1({ steps: [first] }) {
	return vertexKey(first.from);
}
/** What Kubernetes ships unchanged is no news: the first thing to be done must be by a right of the inputs. */
function isNews(graph, { steps }) {
	const [{ from }] = steps;
	const first = steps.find(({ kind }) => kind !== "member-of");
	if (first !== void 0 && first.grants.length > 0) return first.grants.some(({ shipped }) => !shipped);
	return from.kind === "identity" && isGrantedByInputs(graph, from.key);
}
/** Those who may do everything already do not climb. */
function isDirect({ steps }) {
	return steps.length === 1 && steps[0].kind === "holds-everything";
}
/** Who is a target already: the one that is asked about, or those whom the inputs make one. */
function holdings(context, to, targets, asked) {
	const keys = targets.flatMap((target) => target.kind === "identity" ? [target.key] : []);
	return (asked !== void 0 ? keys.filter((key) => key === asked) : keys.filter((key) => to.end === "power" && isGrantedByInputs(context.graph, key))).map((key) => ({
		who: identityVertex(key),
		grants: gainOf(context, to, key)?.grants ?? []
	}));
}
function withGain(context, to) {
	return (route) => {
		const end = route.path.steps.at(-1)?.to;
		return end?.kind === "identity" ? {
			...route,
			gains: gainOf(context, to, end.key)
		} : route;
	};
}
/** What a holder of the power that was asked for can do, and through what. */
function gainOf({ graph, minor }, to, key) {
	if (to.end !== "power") return void 0;
	const found = powersOf(graph.grantsOf(key), minor).find(({ id, scope, names }) => {
		return id === to.power && names.length === 0 && (scope.kind === "cluster" || scope.namespace === to.namespace);
	});
	return found && {
		phrase: found.phrase,
		grants: [...new Set(found.witnesses.map(({ grant }) => grant))]
	};
}
/** A group and its members climb as one. */
function foldedByGroup(paths) {
	const starts = new Set(paths.map(startOf$1));
	const members = /* @__PURE__ */ new Map();
	return folded(paths.filter(({ steps: [{ kind, to }] }) => {
		const group = vertexKey(to);
		if (kind !== "member-of" || !starts.has(group)) return true;
		members.set(group, (members.get(group) ?? 0) + 1);
		return false;
	}), routeKey).map((route) => {
		const groups = [route.path, ...route.others].map(startOf$1);
		return {
			...route,
			members: groups.reduce((sum, group) => sum + (members.get(group) ?? 0), 0)
		};
	});
}
function folded(paths, keyOf) {
	const routes = /* @__PURE__ */ new Map();
	for (const path of bySureness(paths)) {
		const key = keyOf(path);
		const known = routes.get(key);
		if (known === void 0) routes.set(key, {
			path,
			others: []
		});
		else known.others.push(path);
	}
	return [...routes.values()].map((route) => ({
		...route,
		members: 0,
		gains: void 0
	}));
}
/** Equal for paths that differ in nothing but who takes them, and through which binding of the same role. */
function routeKey(path) {
	const [first] = path.steps;
	return [...first.grants.map(({ role }) => role.entry.key).sort(), wayKey(path)].join("\0");
}
/** Equal for paths that differ in nothing but the rights behind their first step. */
function wayKey({ steps, confidence }) {
	return [confidence, ...steps.map(({ kind, to }) => `${kind} ${vertexKey(to)}`)].join("\0");
}
/** Sorting is stable: what is equally long and sure stays in the order of assumptions and names. */
function bySureness(paths) {
	const doubt = ({ confidence }) => {
		if (confidence === "certain") return 0;
		return confidenceAtLeast(confidence, "likely") ? 1 : 2;
	};
	return paths.toSorted((a, b) => a.steps.length - b.steps.length || doubt(a) - doubt(b));
}
//#endregion
//#region packages/engine/src/questions/who-can.ts
/** Everybody who may do something, and who could come to it. */
async function whoCanDo(loaded, input) {
	const { graph } = loaded;
	const asked = readRequest(input, await loadApiResources(loaded.minor), graph);
	if (asked.outcome === "refused") return asked;
	const { attributes } = asked;
	const { subjects, nodes, anyNode, anybody } = whoCan(graph, attributes);
	const allowed = subjects.flatMap(({ subject, decision }) => decision.outcome === "allowed" ? [subject] : []);
	return {
		outcome: "answered",
		answer: {
			attributes,
			subjects,
			members: [...membersOf(new Set(allowed.flatMap((key) => key.startsWith("Group ") ? [key.slice(6)] : [])), graph)],
			nodes,
			anyNode,
			anybody,
			couldGain: oneStepAway(graph, attributes, allowed),
			notes: asked.notes
		}
	};
}
/** Everybody is in `system:authenticated`: its members are not listed one by one. */
function* membersOf(groups, { inventory }) {
	for (const { object, namespace } of inventory.entriesOf("ServiceAccount")) {
		const user = serviceAccountUserName(namespace, object.meta.name.value);
		const group = serviceAccountGroups(namespace).find((name) => groups.has(name));
		if (group !== void 0) yield {
			user,
			group,
			origin: object.meta.name.origin
		};
	}
	for (const { user, groups: named } of inventory.credentials) for (const group of user === void 0 ? [] : named) if (user !== void 0 && groups.has(group.value)) yield {
		user: user.value,
		group: group.value,
		origin: user.origin
	};
	for (const { object } of inventory.entriesOf("Group")) {
		const group = object.meta.name.value;
		for (const user of groups.has(group) ? object.users : []) yield {
			user: user.value,
			group,
			origin: user.origin
		};
	}
}
//#endregion
//#region packages/engine/src/change/added-excuses.ts
/** What the state after has to keep findings silent and the one before has not. */
function addedExcuses(before, after, { applied, rules }) {
	return [
		...addedSuppressions(before.suppressions, after.suppressions),
		...addedPaths("exclude", before.configuration?.exclude, after.configuration?.exclude),
		...addedPaths("ignored templates", ignored(before.configuration), ignored(after.configuration)),
		...addedCompleteness(before.configuration, after.configuration),
		...movedBorders(before.configuration, after.configuration),
		...silencedRules(before.configuration?.rules ?? [], after.configuration?.rules ?? [], rules),
		...addedEntries(before.baseline, after.baseline)
	].map((excuse) => ({
		...excuse,
		applied
	}));
}
function addedSuppressions(before, after) {
	const known = new Set(before.map(({ suppression }) => suppression.key));
	return after.flatMap(({ suppression }) => {
		const { form, key, reason, origin } = suppression;
		if (known.has(key)) return [];
		return [{
			kind: form === "expected" ? "expected grant" : "suppression",
			text: `${namedWithRules(suppression)} -- ${reason}`,
			origin
		}];
	});
}
/** What it is about, and of which rules: `ignore[rbac-secrets-read]`, `rbac-secrets-read of ClusterRoleBinding ci`. */
function namedWithRules({ form, label, rules }) {
	if (form !== "configuration" || rules.length === 0) return label;
	return `${rules.map(({ value }) => value).join(", ")} of ${label}`;
}
/** Templates that are rendered elsewhere are looked at there. */
function ignored(configuration) {
	return configuration?.templates.filter(({ rendered }) => rendered === void 0);
}
function addedPaths(kind, before = [], after = []) {
	const known = new Set(before.flatMap(({ paths }) => paths.map(({ value }) => value)));
	return after.flatMap(({ paths, reason }) => {
		const added = paths.filter(({ value }) => !known.has(value));
		const [first] = added;
		if (first === void 0) return [];
		return [{
			kind,
			text: `${added.map(({ value }) => value).join(", ")} -- ${reason}`,
			origin: first.origin
		}];
	});
}
/** Of complete inputs nothing is unknown: what they do not hold gives nothing. */
function addedCompleteness(before, after) {
	if (after === void 0) return [];
	const known = new Map(before?.clusters.map((cluster) => [cluster.name.value, cluster]));
	const kind = "declared complete";
	if (after.complete) return before?.complete === true ? [] : [{
		kind,
		text: "all inputs",
		origin: completeAt(after)
	}];
	return after.clusters.flatMap(({ name, complete }) => complete && known.get(name.value)?.complete !== true ? [{
		kind,
		text: `cluster ${name.value}`,
		origin: name.origin
	}] : []);
}
function completeAt({ source }) {
	const at = Math.max(source.text.search(/^["']?complete\b/m), 0);
	return textOrigin(source, at, at);
}
/** Objects of different clusters never meet, so a border between a binding and its role leaves nothing to be found. */
function movedBorders(before, after) {
	const known = new Map(before?.clusters.map((cluster) => [cluster.name.value, bordersOf(cluster)]));
	return (after?.clusters ?? []).flatMap((cluster) => {
		const { name } = cluster;
		const borders = bordersOf(cluster);
		if (known.get(name.value) === borders) return [];
		return [{
			kind: "cluster set apart",
			text: borders === "" ? name.value : `${name.value}: ${borders}`,
			origin: name.origin
		}];
	});
}
function bordersOf({ paths, controlPlane, rootfs }) {
	return [
		...paths,
		...controlPlane,
		...rootfs === void 0 ? [] : [rootfs]
	].map(({ value }) => value).join(", ");
}
function silencedRules(before, after, rules) {
	const known = new Map(before.map((rule) => [rule.id.value, rule]));
	return after.flatMap((rule) => {
		const { id, enabled, severity } = rule;
		const was = known.get(id.value);
		if (!enabled) return was?.enabled === false ? [] : [{
			kind: "rule turned off",
			text: id.value,
			origin: id.origin
		}];
		return [...isLower(severity, was?.severity?.value ?? rules.find((one) => one.id === id.value)?.severity) ? [{
			kind: "rule lowered",
			text: `${id.value} to ${severity.value}`,
			origin: severity.origin
		}] : [], ...changedParameters(rule, was, rules)];
	});
}
/** What a number means for a rule is the rule's own: any other one may make it silent. */
function changedParameters({ id, parameters }, was, rules) {
	const usual = rules.find((one) => one.id === id.value)?.parameters;
	return [...parameters].flatMap(([name, { value, origin }]) => {
		if ((was?.parameters.get(name)?.value ?? usual?.find((one) => one.name === name)?.default) === value) return [];
		return [{
			kind: "rule parameter",
			text: `${id.value}: ${name} ${value}`,
			origin
		}];
	});
}
function isLower(severity, usual) {
	return severity !== void 0 && usual !== void 0 && !severityAtLeast(severity.value, usual);
}
function addedEntries(before, after) {
	if (after === void 0) return [];
	return [...after.known.values()].flatMap((entry) => {
		const { fingerprint, title } = entry;
		const was = before?.known.get(fingerprint);
		if (was !== void 0 && acceptsNoMore(entry, was)) return [];
		return [{
			kind: "baseline entry",
			text: title,
			origin: entryOrigin(after, fingerprint)
		}];
	});
}
function acceptsNoMore(entry, was) {
	const roles = new Set(was.shipped.map(shippedRoleWords));
	return severityAtLeast(was.severity, entry.severity) && entry.shipped.every((role) => roles.has(shippedRoleWords(role))) && uncovered(entry.access, was.access).length === 0;
}
//#endregion
//#region packages/engine/src/change/new-diagnostics.ts
/**
* What is wrong now and was not before. A problem is known by what it says and where: in a file of the same path,
* whatever line it moved to, or of the same text, whatever the file is called now.
*/
function newDiagnostics(before, after) {
	const known = new Set(before.flatMap(keysOf));
	return after.filter((diagnostic) => !keysOf(diagnostic).some((key) => known.has(key)));
}
function keysOf({ id, level, message, origin }) {
	return (origin.kind === "text" ? [`path ${origin.source.path}`, `text ${origin.source.text}`] : [""]).map((place) => [
		id,
		level,
		message,
		place
	].join("\0"));
}
/** What is not looked at now, and was before or was not there: nobody is to hide a file in a long list of others. */
function newlySkipped(before, after) {
	const known = new Set(before.map(({ path, reason }) => `${reason} ${path}`));
	return after.filter(({ path, reason }) => !known.has(`${reason} ${path}`));
}
//#endregion
//#region packages/engine/src/configuration/configured-risks.ts
/** What the configuration sets of the parameters of rules. */
function ruleSettings(configuration) {
	return new Map(configuration?.rules.map(({ id, parameters }) => [id.value, new Map([...parameters].map(([name, { value }]) => [name, value]))]));
}
/** The same risks; those of rules whose severity the configuration sets have that one, whatever the graph says. */
function withConfiguredSeverity(risks, configuration) {
	const set = new Map(configuration?.rules.flatMap(({ id, severity }) => severity === void 0 ? [] : [[id.value, severity]]));
	if (set.size === 0) return risks;
	return risks.map((risk) => {
		const severity = set.get(risk.ruleId);
		const was = severityOf(risk.score);
		if (severity === void 0 || severity.value === was) return risk;
		const text = `rated ${severity.value} by ${whereOf(severity.origin)}; by itself it would be ${was} (${risk.score.toFixed(1)})`;
		return withSeverity(risk, severity.value, {
			kind: "note",
			text
		});
	});
}
//#endregion
//#region packages/engine/src/known-members.ts
const groupIdentity = "Group ";
const membersTold = 3;
/** The same risks; those of a group whose members the inputs or the configuration name say who they are. */
function withKnownMembers(risks, { inventory }) {
	const notes = /* @__PURE__ */ new Map();
	for (const { object } of inventory.entriesOf("Group")) {
		const { name } = object.meta;
		if (object.users.length === 0 || notes.has(name.value)) continue;
		const members = listed(object.users.map(({ value }) => quotable(value)), membersTold);
		notes.set(name.value, {
			kind: "who",
			text: `${members} (${whereOf(name.origin)})`
		});
	}
	if (notes.size === 0) return risks;
	return risks.map((risk) => {
		const { subject } = risk.identity;
		const note = subject.startsWith(groupIdentity) ? notes.get(subject.slice(6)) : void 0;
		return note === void 0 ? risk : withNote(risk, note);
	});
}
//#endregion
//#region packages/engine/src/search.ts
/**
* Reads the sources, builds the graph of each cluster and asks every rule.
*
* `other` is what was found in another state of the same project, with the same options: what is the same in both is
* done once.
*/
async function search(input, other) {
	const { configuration, rulesFrom = configuration } = input;
	const read = await readProject(input, other?.read);
	const rules = chosenRules(input.rules, {
		extended: true,
		configuration: rulesFrom
	});
	const settings = ruleSettings(rulesFrom);
	const clusters = [];
	for (const inputs of splitIntoClusters(read, input, configuration)) {
		const same = other === void 0 ? void 0 : searchedBefore(other, inputs, configuration);
		if (same !== void 0) {
			clusters.push(same);
			continue;
		}
		const result = await loadCluster(inputs);
		if (result.outcome === "refused") return result;
		const { loaded } = result;
		const context = await ruleContext(loaded, input.at);
		const { risks, notEvaluated } = runRules(rules.filter(isAskedFirst), context, settings);
		const { name } = inputs;
		clusters.push({
			name,
			inputs,
			loaded,
			context,
			risks: withKnownMembers(withConfiguredSeverity(risks, rulesFrom), loaded.graph),
			notEvaluated: notEvaluated.map((one) => ({
				...one,
				cluster: name
			}))
		});
	}
	return {
		outcome: "searched",
		configuration,
		rules,
		read,
		clusters
	};
}
/** The same cluster in the other state, where nothing of it differs. */
function searchedBefore(other, { name, texts }, configuration) {
	if (other.configuration?.source.text !== configuration?.source.text) return void 0;
	const same = other.clusters.find((cluster) => cluster.name === name);
	const before = same?.inputs?.texts;
	return before?.length === texts.length && before.every((text, at) => text === texts[at]) ? same : void 0;
}
/** Rules about suppressions wait until it is known what became of these. */
function isAskedFirst({ metadata }) {
	return !metadata.needs.includes("suppressions");
}
//#endregion
//#region packages/engine/src/suppressions/ask-about-suppressions.ts
/** Asks the rules that speak of suppressions, each cluster about those that are told there. */
function askAboutSuppressions(clusters, judged, { rules = [] }) {
	const asked = rules.filter(({ metadata }) => metadata.needs.includes("suppressions"));
	if (asked.length === 0) return clusters;
	return clusters.map((cluster) => {
		const { name, context } = cluster;
		const suppressions = [...judged].flatMap(([{ home }, one]) => home === name ? [one] : []);
		if (suppressions.length === 0) return cluster;
		const { risks, notEvaluated } = runRules(asked, {
			...context,
			suppressions
		});
		return {
			...cluster,
			risks: [...cluster.risks, ...risks],
			notEvaluated: [...cluster.notEvaluated, ...notEvaluated.map((one) => ({
				...one,
				cluster: name
			}))]
		};
	});
}
//#endregion
//#region packages/engine/src/suppressions/suppression-words.ts
const commentForm = "ignore[RULE] -- REASON";
const annotationForm = "RULE -- REASON";
/** Reads `ignore[rule, other] until=2027-01-31 -- reason`, and `ignore-file[…] …`. */
function readComment(text, at) {
	const word = /^[^\s[]*/.exec(text)?.[0] ?? "";
	if (word !== "ignore" && word !== "ignore-file") {
		const meant = ["ignore", "ignore-file"].find((known) => editDistance(word, known) <= 2);
		const hint = meant === void 0 ? `authgraph reads ${commentForm}` : `did you mean ${meant}?`;
		return {
			reach: "unknown",
			problem: word === "" ? `says nothing: ${hint}` : `"${word}" is no word of it: ${hint}`
		};
	}
	return {
		reach: word === "ignore" ? "line" : "file",
		words: readBracketed(text, word, at)
	};
}
function readBracketed(text, word, at) {
	const form = commentForm.replace("ignore", word);
	if (text[word.length] !== "[") return misspelt$3(`names no rule in brackets: ${form}`);
	const close = text.indexOf("]");
	if (close < 0) return misspelt$3(`lacks the closing bracket: ${form}`);
	const rules = namesIn$2(text, word.length + 1, close, at);
	return readRest(text, close + 1, rules, form, at);
}
/** Reads `rule, other until=2027-01-31 -- reason`. */
function readAnnotation(text, at) {
	const end = /(?:^|\s)(?:--(?:\s|$)|\S+=)/.exec(text)?.index ?? text.length;
	return readRest(text, end, namesIn$2(text, 0, end, at), annotationForm, at);
}
function namesIn$2(text, from, to, at) {
	return [...text.slice(from, to).matchAll(/[^\s,]+/g)].map(([name], index, all) => {
		const start = at.start + from + (all[index]?.index ?? 0);
		return located(name, {
			...at,
			start,
			end: start + name.length
		});
	});
}
function readRest(text, from, rules, form, at) {
	const separator = /(?:^|\s)--(?:\s|$)/.exec(text.slice(from));
	const options = separator === null ? text.slice(from) : text.slice(from, from + separator.index);
	const reason = separator === null ? "" : text.slice(from + separator.index + separator[0].length).trim();
	if (rules.length === 0) return misspelt$3(`names no rule: ${form}`);
	if (rules.some(({ value }) => value.includes("*"))) return misspelt$3("names its rules one by one, there is no wildcard");
	if (reason === "") return misspelt$3(`says no reason: ${form}`);
	let until;
	for (const match of options.matchAll(/\S+/g)) {
		const [option] = match;
		if (!option.startsWith("until=")) return misspelt$3(`does not know "${option}": ${form}, with until=YYYY-MM-DD before --`);
		if (until !== void 0) return misspelt$3("says until= twice");
		const start = at.start + from + match.index + 6;
		until = located(option.slice(6), {
			...at,
			start,
			end: start + option.length - 6
		});
		if (!isDay(until.value)) return misspelt$3(`"${until.value}" is no day: until=YYYY-MM-DD`);
	}
	return {
		outcome: "read",
		rules,
		until,
		reason
	};
}
function misspelt$3(problem) {
	return {
		outcome: "misspelt",
		problem
	};
}
//#endregion
//#region packages/engine/src/suppressions/written-suppression.ts
/** One that is written so that nothing can be made of it. */
function misspeltSuppression(told, written, { home, problem }) {
	const about = {
		...told,
		rules: [],
		reason: "",
		until: void 0
	};
	return {
		suppression: {
			...about,
			key: suppressionKey(about, [written])
		},
		cluster: void 0,
		home,
		selector: void 0,
		validWhile: void 0,
		problem,
		unjudged: false
	};
}
/** What makes a suppression the same in another state of the inputs. */
function suppressionKey({ form, rules, selects, reason, until }, more) {
	const parts = [
		form,
		sorted(rules),
		selects,
		reason,
		until?.value ?? "",
		...more.map((one) => one ?? "")
	];
	return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex").slice(0, 32);
}
function sorted(rules) {
	return rules.map(({ value }) => value).sort();
}
/** `ignore[rbac-bind, rbac-escalate]` */
function labelOf(word, rules) {
	return `${word}[${rules.map(({ value }) => value).join(", ")}]`;
}
/** Words of somebody, as much of them as a title can quote. */
function shortened(text) {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1)}…`;
}
const longestQuote = 60;
//#endregion
//#region packages/engine/src/suppressions/from-annotations.ts
/** The annotation that accepts what is found about an object. */
const ignoreAnnotation = "authgraph.dev/ignore";
/** Every `authgraph.dev/ignore` of the inputs, and what looks as if it was meant to be one. */
function fromAnnotations(clusters) {
	const seen = /* @__PURE__ */ new Set();
	const found = [];
	for (const { name, context } of clusters) for (const object of writtenObjects(context.graph)) {
		const { annotations, labels } = object.object.meta;
		for (const [key, value] of annotations) {
			if (!isMeant(key) || seen.has(value)) continue;
			seen.add(value);
			found.push(...written$1(key, value, object, name));
		}
		const label = labels.get(ignoreAnnotation);
		if (label === void 0 || seen.has(label)) continue;
		seen.add(label);
		found.push(misspelt$2(ignoreAnnotation, label.origin, object, name, "is an annotation, not a label"));
	}
	return found;
}
const known = indexNames([ignoreAnnotation]);
/** Cheap for all the others: objects have many annotations. */
function isMeant(key) {
	if (key === ignoreAnnotation || key.startsWith("authgraph")) return true;
	return Math.abs(key.length - 20) <= 2 && nearName(key, known) !== void 0;
}
function written$1(key, { value, origin }, object, home) {
	if (key !== ignoreAnnotation) return [misspelt$2(key, origin, object, home, `is no annotation of authgraph: did you mean ${ignoreAnnotation}?`)];
	const parts = [...value.matchAll(/[^;\n]+/g)].filter(([part]) => part.trim() !== "");
	if (parts.length === 0) return [misspelt$2(key, origin, object, home, "says nothing: RULE -- REASON")];
	return parts.map((part) => {
		const text = part[0].trim();
		const start = placeIn(origin, value, part.index + part[0].indexOf(text), text);
		return start === void 0 ? ofPart(text, origin, origin, object, home) : ofPart(text, start, parts.length === 1 ? origin : start, object, home);
	});
}
/** Where a part of a value stands, if the value is written letter by letter. */
function placeIn(origin, value, at, text) {
	if (origin.kind !== "text") return void 0;
	const { source, start, end } = origin;
	const found = source.text.slice(start, end).indexOf(value.slice(at, at + text.length));
	return found < 0 ? void 0 : textOrigin(source, start + found, start + found + text.length);
}
function ofPart(text, at, place, object, home) {
	const words = readAnnotation(text, at.kind === "text" ? at : object.origin);
	if (words.outcome === "misspelt") return misspelt$2(shortened(text), place, object, home, words.problem);
	const { rules, until, reason } = words;
	const { key, origin } = object;
	const about = {
		form: "annotation",
		origin: place,
		label: labelOf("ignore", rules),
		selects: objectWords(key),
		rules,
		reason,
		until
	};
	return {
		suppression: {
			...about,
			key: suppressionKey(about, [home])
		},
		cluster: void 0,
		home,
		selector: {
			by: "object",
			source: origin.source,
			start: origin.start,
			end: origin.end,
			key
		},
		validWhile: void 0,
		problem: void 0,
		unjudged: false
	};
}
function misspelt$2(label, origin, { key }, home, problem) {
	return misspeltSuppression({
		form: "annotation",
		origin,
		label,
		selects: objectWords(key)
	}, problem, {
		home,
		problem
	});
}
//#endregion
//#region packages/engine/src/suppressions/comment-line.ts
const linesOf = /* @__PURE__ */ new WeakMap();
/** The lines of a text, each with its line break. */
function lines(source) {
	const known = linesOf.get(source);
	if (known !== void 0) return known;
	const starts = lineStarts(source);
	const all = starts.map((start, index) => source.text.slice(start, starts[index + 1]));
	linesOf.set(source, all);
	return all;
}
const anchorsOf = /* @__PURE__ */ new WeakMap();
/**
* The line that a comment about a line stands above, counted from 1: the line itself, but for text in which a comment
* would be no comment. A block scalar takes it at its header, a command that goes on with `\` where it begins.
*/
function commentLine(source, line) {
	let anchors = anchorsOf.get(source);
	if (anchors === void 0) {
		anchors = anchorsIn(lines(source));
		anchorsOf.set(source, anchors);
	}
	return (anchors[line - 1] ?? line - 1) + 1;
}
/** For each line where a comment about it belongs; once for all of a text. */
function anchorsIn(all) {
	const anchors = new Int32Array(all.length);
	for (let at = 0; at < all.length;) {
		anchors[at] = at > 0 && /\\\r?\n$/.test(all[at - 1] ?? "") ? anchors[at - 1] ?? at : at;
		const end = scalarEnd(all, at);
		anchors.fill(anchors[at] ?? at, at, end);
		at = end;
	}
	return anchors;
}
/** `key: |`, `- >-`, `- key: |2 # why`: what a block scalar follows. */
const header = /^(\s*(?:- +)*)(?:[^\s#].*:\s+)?(?:[!&]\S*\s+)*[|>][0-9+-]*[ \t]*(?:#.*)?\r?\n?$/;
const scalarOnly = /^\s*(?:- +)*(?:[!&]\S*\s+)*[|>]/;
/** After the lines of the block scalar that a line is the header of; after the line where it is none. */
function scalarEnd(all, at) {
	const text = all[at] ?? "";
	const lead = /[|>]/.test(text) ? header.exec(text)?.[1] : void 0;
	let end = at + 1;
	if (lead === void 0 || scalarOnly.test(text) && !lead.includes("-")) return end;
	const parent = parentColumn(text, lead);
	while (end < all.length && isDeeper(all[end] ?? "", parent)) end++;
	return end;
}
function isDeeper(text, column) {
	const indentation = text.length - text.trimStart().length;
	return indentation === text.length || indentation > column;
}
/** Where the node stands that the scalar belongs to: the key, or the dash of an item. */
function parentColumn(text, lead) {
	return scalarOnly.test(text) ? lead.lastIndexOf("-") : lead.length;
}
/**
* The line that a comment on a line of its own speaks of: the next one that is no comment, so that several may stack.
*/
function lineBelowComment(source, line) {
	const all = lines(source);
	let at = line;
	while (at < all.length && /^\s*#/.test(all[at] ?? "")) at++;
	return at + 1;
}
/** Whether a text is of a form that has comments: JSON has none, nor has a table of tokens. */
function hasComments({ path, text }) {
	return !/\.(?:json|csv)$/i.test(path) && !/^\ufeff?\s*(?:\{|\[\s*[[{"])/.test(text) && !tokenRow.test(text);
}
/** `token,user,uid,"group"` as the first line; no other text that is read begins so. */
const tokenRow = /^\ufeff?[^\s,:#{[-][^\s,:]*,[^,\n]+,[^,\n]+/;
/** Whether only comments and the marker of a document stand before an offset. */
function isAtTop({ text }, offset) {
	return /^\ufeff?(?:[ \t]*(?:[#%;].*|---[ \t]*)?\r?\n)*[ \t]*$/.test(text.slice(0, offset));
}
//#endregion
//#region packages/engine/src/suppressions/from-comments.ts
/** Every `# authgraph: …` of the inputs. */
function fromComments(clusters) {
	const seen = /* @__PURE__ */ new Set();
	return clusters.flatMap(({ name, loaded: { texts }, context: { graph } }) => {
		const objectAt = objectFinder(graph);
		return texts.flatMap(({ parsed }) => {
			const first = parsed.directives[0]?.origin;
			if (first?.kind !== "text" || seen.has(first.source)) return [];
			seen.add(first.source);
			return parsed.directives.flatMap((directive) => directive.origin.kind === "text" ? [written(directive, directive.origin, {
				parsed,
				home: name,
				objectAt
			})] : []);
		});
	});
}
function written({ text, ownLine }, origin, around) {
	const { source } = origin;
	const said = readComment(text, {
		...origin,
		start: source.text.indexOf(text, origin.start)
	});
	if (said.reach === "unknown") return misspelt$1(text, origin, around, said.problem);
	const { reach, words } = said;
	if (words.outcome === "misspelt") return misspelt$1(text, origin, around, words.problem);
	if (reach === "file" && !isAtTop(source, origin.start)) return misspelt$1(text, origin, around, "stands at the top of a file, above all that is no comment");
	const { rules, until, reason } = words;
	const line = ownLine ? lineBelowComment(source, positionAt(source, origin.start).line) : lineOf(origin);
	const at = textStart(source, line);
	const object = reach === "line" ? around.objectAt(source, at) : void 0;
	const about = {
		form: "comment",
		origin,
		label: labelOf(reach === "line" ? "ignore" : "ignore-file", rules),
		selects: object === void 0 ? source.path : objectWords(object.key),
		rules,
		reason,
		until
	};
	const covered = reach === "line" ? withoutComment(lineText(source, line)) : "the whole file";
	return {
		suppression: {
			...about,
			key: suppressionKey(about, [around.home, covered])
		},
		cluster: void 0,
		home: around.home,
		selector: reach === "line" ? {
			by: "line",
			source,
			line
		} : {
			by: "file",
			source
		},
		validWhile: void 0,
		problem: void 0,
		unjudged: reach === "line" ? isSetAside(around.parsed, at) : around.parsed.documents.some(isUnread)
	};
}
function misspelt$1(text, origin, { home }, problem) {
	return misspeltSuppression({
		form: "comment",
		origin,
		label: shortened(text),
		selects: origin.source.path
	}, text, {
		home,
		problem
	});
}
function lineOf({ source, start }) {
	return positionAt(source, start).line;
}
/** Where the words of a line begin. */
function textStart(source, line) {
	const text = lineText(source, line);
	return (lineStarts(source)[line - 1] ?? source.text.length) + text.length - text.trimStart().length;
}
function withoutComment(line) {
	return line.replace(/(?:^|\s)#\s*authgraph:.*$/, "").trim();
}
/** What is not evaluated as it stands: a comment in it holds in what is made of it. */
function isUnread({ outcome }) {
	return outcome === "template" || outcome === "patch" || outcome === "refused";
}
function isSetAside({ documents }, offset) {
	return documents.some((document) => isUnread(document) && document.origin.kind === "text" && document.origin.start <= offset && offset <= document.origin.end);
}
//#endregion
//#region packages/engine/src/suppressions/from-configuration.ts
/** Every entry of `suppressions` and of `expected`. */
function fromConfiguration(configuration, searched) {
	const clusters = {
		searched: searched.map(({ name }) => name),
		configured: configuration.clusters.map(({ name }) => name.value)
	};
	return [...configuration.suppressions.map((one) => ofEntry(one, clusters)), ...configuration.expected.map((one) => ofGrant(one, clusters))];
}
function ofEntry(entry, clusters) {
	const { origin, rules, reason, until, validWhile, cluster } = entry;
	const object = entry.object?.value;
	const subject = entry.subject?.value;
	const path = entry.path?.value;
	const fingerprint = entry.fingerprint?.value;
	const selects = [
		object,
		subject === void 0 || object === void 0 ? subject : `of ${subject}`,
		path === void 0 ? void 0 : `in ${path}`,
		fingerprint
	].filter((one) => one !== void 0).join(" ");
	const about = {
		form: "configuration",
		origin,
		label: selects,
		selects,
		rules,
		reason,
		until
	};
	const problem = problemOf(reason, until, cluster, clusters) ?? (selects === "" ? "says neither object, subject, path nor fingerprint" : void 0) ?? (rules.length === 0 && fingerprint === void 0 ? "names no rule" : void 0) ?? (rules.some(({ value }) => value.includes("*")) ? "names its rules one by one, there is no wildcard" : void 0);
	return {
		...placed(about, suppressionKey(about, [cluster?.value, ...conditionsOf(validWhile)]), cluster, clusters, problem),
		selector: problem === void 0 ? {
			by: "entry",
			object,
			subject,
			path,
			fingerprint
		} : void 0,
		validWhile
	};
}
function ofGrant(grant, clusters) {
	const { origin, subject, binding, access, reason, until, cluster } = grant;
	const selects = binding === void 0 ? subject.value : `${subject.value} through ${binding.value}`;
	const about = {
		form: "expected",
		origin,
		label: selects,
		selects,
		rules: [],
		reason,
		until
	};
	const read = access.map(({ value }) => ({
		value,
		access: parseAccessWords(value)
	}));
	const unreadable = read.find((one) => one.access === void 0);
	const problem = problemOf(reason, until, cluster, clusters) ?? (unreadable === void 0 ? void 0 : `"${unreadable.value}" is no access in words, as get, list secrets in namespace web`);
	const selector = {
		by: "grant",
		subject: subject.value,
		binding: binding?.value,
		access: read.flatMap((one) => one.access === void 0 ? [] : [one.access])
	};
	return {
		...placed(about, suppressionKey(about, [cluster?.value, ...access.map(({ value }) => value).sort()]), cluster, clusters, problem),
		selector: problem === void 0 ? selector : void 0,
		validWhile: void 0
	};
}
function placed(about, key, cluster, { searched }, problem) {
	const home = searched.find((name) => name === cluster?.value);
	return {
		suppression: {
			...about,
			key
		},
		cluster: cluster?.value,
		home: home ?? searched[0] ?? "",
		problem,
		unjudged: cluster !== void 0 && home === void 0
	};
}
function problemOf(reason, until, cluster, { searched, configured }) {
	if (reason.trim() === "") return "says no reason";
	if (until !== void 0 && !isDay(until.value)) return `"${until.value}" is no day: YYYY-MM-DD`;
	if (cluster !== void 0 && ![...searched, ...configured].includes(cluster.value)) return `there is no cluster "${cluster.value}"`;
}
function conditionsOf(validWhile) {
	if (validWhile === void 0) return [];
	const values = (list) => list.map(({ value }) => value).sort().join(",");
	return [`bound-only-in ${values(validWhile.boundOnlyIn)}`, `names-only ${values(validWhile.namesOnly)}`];
}
//#endregion
//#region packages/engine/src/suppressions/beginnings.ts
function beginnings() {
	const values = /* @__PURE__ */ new Map();
	const lengths = /* @__PURE__ */ new Set();
	return {
		add(beginning, value) {
			const known = values.get(beginning);
			if (known === void 0) values.set(beginning, [value]);
			else known.push(value);
			lengths.add(beginning.length);
		},
		*of(text) {
			for (const length of lengths) if (length <= text.length) yield* values.get(text.slice(0, length)) ?? [];
		}
	};
}
/** What stands before the first wildcard of a pattern. */
function beginningOf(pattern) {
	return /^[^*?]*/.exec(pattern)?.[0] ?? "";
}
//#endregion
//#region packages/engine/src/suppressions/name-test.ts
/** A name as written in the configuration: nothing but a `*` is special, and it stands for any characters. */
function nameTest(written) {
	return written.includes("*") ? {
		exact: void 0,
		holds: (name) => wildcardMatches(written, name)
	} : {
		exact: written,
		holds: (name) => name === written
	};
}
//#endregion
//#region packages/engine/src/suppressions/match-risks.ts
/**
* Finds the suppressions of a risk by what it is about: each risk is looked up, never compared with every suppression.
* Those with a `*` are tried where what stands before it fits.
*/
function suppressionsIn({ name: cluster }, written, pathFrom) {
	const index = emptyIndex();
	for (const one of written) if (one.cluster === void 0 || one.cluster === cluster) add(index, one);
	for (const spans of index.spans.values()) spans.sort((a, b) => a.start - b.start);
	return (risk) => matches(index, risk, {
		cluster,
		pathFrom
	});
}
function emptyIndex() {
	return {
		placedRules: /* @__PURE__ */ new Set(),
		byLine: /* @__PURE__ */ new Map(),
		byFile: /* @__PURE__ */ new Map(),
		spans: /* @__PURE__ */ new Map(),
		onObject: /* @__PURE__ */ new Map(),
		byName: /* @__PURE__ */ new Map(),
		byPath: /* @__PURE__ */ new Map(),
		byNamePattern: /* @__PURE__ */ new Map(),
		byPathPattern: /* @__PURE__ */ new Map(),
		byFingerprint: /* @__PURE__ */ new Map(),
		bySubject: /* @__PURE__ */ new Map()
	};
}
function add(index, written) {
	const { selector, suppression } = written;
	const rules = suppression.rules.map(({ value }) => value);
	switch (selector?.by) {
		case void 0: return;
		case "line": {
			const lines = index.byLine.get(selector.source) ?? /* @__PURE__ */ new Map();
			index.byLine.set(selector.source, lines);
			push$1(lines, selector.line, written);
			for (const rule of rules) index.placedRules.add(rule);
			return;
		}
		case "file":
			push$1(index.byFile, selector.source, written);
			return;
		case "object": {
			const { source, start, end, key } = selector;
			push$1(index.spans, source, {
				start,
				end,
				key
			});
			push$1(index.onObject, key, written);
			for (const rule of rules) index.placedRules.add(rule);
			return;
		}
		case "grant":
			push$1(index.bySubject, selector.subject, written);
			return;
		case "entry": {
			const { object, subject, path, fingerprint } = selector;
			const entry = {
				written,
				object: object === void 0 ? void 0 : nameTest(object),
				subject: subject === void 0 ? void 0 : nameTest(subject),
				path: path === void 0 ? void 0 : matcherOf([path]),
				fingerprint
			};
			if (fingerprint !== void 0) push$1(index.byFingerprint, fingerprint.slice(0, leastDigits), entry);
			else {
				const named = (entry.object ?? entry.subject)?.exact;
				const folder = path === void 0 || /[*?]/.test(path) ? void 0 : plainPath(path);
				const pattern = object ?? subject;
				for (const rule of rules) if (named !== void 0) push$1(index.byName, nameKey(rule, named), entry);
				else if (folder !== void 0) push$1(index.byPath, nameKey(rule, folder), entry);
				else {
					const patterns = pattern === void 0 ? index.byPathPattern : index.byNamePattern;
					const ofRule = patterns.get(rule) ?? beginnings();
					patterns.set(rule, ofRule);
					ofRule.add(pattern === void 0 ? folderOf(path ?? "") : beginningOf(pattern), entry);
				}
			}
			return;
		}
	}
}
/** The folder before the first wildcard of a path, which may stand for nothing: `a/**` is `a` too. */
function folderOf(path) {
	return beginningOf(plainPath(path)).replace(/\/[^/]*$/, "");
}
/** As many digits as a fingerprint may be cut to. */
const leastDigits = 6;
function nameKey(rule, name) {
	return `${rule}\0${name}`;
}
function push$1(map, key, value) {
	const known = map.get(key);
	if (known === void 0) map.set(key, [value]);
	else known.push(value);
}
function matches(index, risk, where) {
	const found = /* @__PURE__ */ new Set();
	const take = (some) => {
		for (const one of some ?? []) {
			const { rules } = one.suppression;
			if (rules.some(({ value }) => value === risk.ruleId)) found.add(one);
		}
	};
	const about = aboutOf(index, risk);
	for (const { source, line } of about.lines) take(index.byLine.get(source)?.get(line));
	for (const { origin } of tellingPlaces(risk)) if (origin.kind === "text") take(index.byFile.get(origin.source));
	for (const key of about.keys) take(index.onObject.get(key));
	const path = pathOf$1(risk, where);
	for (const entry of entriesFor(index, risk, about.names, path, where)) if (holds(entry, risk, about.names, path, where)) found.add(entry.written);
	for (const one of index.bySubject.get(risk.identity.subject) ?? []) if (one.selector?.by === "grant" && isThrough(one.selector.binding, risk)) found.add(one);
	return [...found];
}
/** What a grant excuses is told of a binding. */
function isThrough(binding, { identity: { object } }) {
	const words = objectWords(object);
	return binding === void 0 ? /^(?:Cluster)?RoleBinding /.test(words) : words === binding;
}
function aboutOf(index, risk) {
	const lines = [];
	const keys = new Set(namesOf(risk));
	const names = new Set([...keys].map(objectWords));
	if (index.placedRules.has(risk.ruleId)) for (const origin of originsOf(risk)) {
		if (origin.kind !== "text") continue;
		const { source, start } = origin;
		if (index.byLine.has(source)) {
			const { line } = positionAt(source, start);
			lines.push({
				source,
				line
			}, {
				source,
				line: commentLine(source, line)
			});
		}
		const span = spanAt(index.spans.get(source), start);
		if (span !== void 0) keys.add(span.key);
	}
	return {
		lines,
		keys,
		names
	};
}
/** What a risk is about, as keys and as words: its object, what that is a part of, its subject, the role behind it. */
function namesOf({ identity: { subject, object }, role }) {
	const whole = /^[^/]*\/[A-Z][A-Za-z]*\/[^/]*\/[^/]+(?=\/)/.exec(object)?.[0];
	const account = /^(ServiceAccount) ([^/]+)\/(.+)$/.exec(subject);
	return [
		object,
		subject,
		...whole === void 0 ? [] : [whole],
		...account === null ? [] : [`/ServiceAccount/${account[2]}/${account[3]}`],
		...role === void 0 ? [] : [role.key]
	];
}
/** Every place of the story, the one it is told at first. */
function originsOf(risk) {
	return [...tellingPlaces(risk), ...risk.hops].map(({ origin }) => origin);
}
/** Where a risk may be told: at its place or, with others, at its role. */
function tellingPlaces({ place, role }) {
	return role === void 0 ? [place] : [place, role.place];
}
function spanAt(spans, offset) {
	if (spans === void 0) return void 0;
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	const span = spans[low - 1];
	return span !== void 0 && offset <= span.end ? span : void 0;
}
/** Where it is told, from the folder of the configuration. */
function pathOf$1({ place: { origin } }, { pathFrom }) {
	return origin.kind === "text" ? pathFrom(origin.source.path) : void 0;
}
function* entriesFor(index, { ruleId, identity }, names, path, { cluster }) {
	if (index.byFingerprint.size > 0) yield* index.byFingerprint.get(fingerprintOf(ruleId, cluster, identity).slice(0, leastDigits)) ?? [];
	const namePatterns = index.byNamePattern.get(ruleId);
	if (namePatterns !== void 0) for (const name of names) yield* namePatterns.of(name);
	if (path !== void 0) yield* index.byPathPattern.get(ruleId)?.of(path) ?? [];
	if (index.byName.size > 0) for (const name of names) yield* index.byName.get(nameKey(ruleId, name)) ?? [];
	if (index.byPath.size === 0 || path === void 0) return;
	for (const folder of [...foldersAbove(path), path]) yield* index.byPath.get(nameKey(ruleId, folder)) ?? [];
}
/** `a`, `a/b` of `a/b/c`, and the folder that all lie in. */
function foldersAbove(path) {
	return ["", ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))];
}
function holds({ written, object, subject, path: pathHolds, fingerprint }, { ruleId, identity }, names, path, { cluster }) {
	const { rules } = written.suppression;
	if (rules.length > 0 && !rules.some(({ value }) => value === ruleId)) return false;
	if (fingerprint !== void 0 && !fingerprintOf(ruleId, cluster, identity).startsWith(fingerprint)) return false;
	if (subject !== void 0 && !subject.holds(identity.subject)) return false;
	if (pathHolds !== void 0 && (path === void 0 || !pathHolds(path))) return false;
	return object === void 0 || (object.exact === void 0 ? [...names].some(object.holds) : names.has(object.exact));
}
//#endregion
//#region packages/engine/src/suppressions/near-misses.ts
/** Searches what there is for what the unused suppressions may have been meant for. */
function nearMisses(unused, clusters) {
	const commented = /* @__PURE__ */ new Set();
	for (const { selector } of unused) if (selector?.by === "line") commented.add(selector.source);
	const placed = commented.size === 0 ? /* @__PURE__ */ new Map() : rulesByLine(commented, clusters);
	let names;
	return ({ suppression: { rules }, selector }) => {
		const wanted = rules.map(({ value }) => value);
		switch (selector?.by) {
			case "line": return nearLine(placed.get(selector.source) ?? /* @__PURE__ */ new Map(), selector.line, wanted);
			case "entry":
			case "grant": {
				names ??= namesIn$1(clusters);
				const { subject } = selector;
				const object = selector.by === "entry" ? selector.object : selector.binding;
				return meant(object, names.objects) ?? meant(subject, names.subjects) ?? (object === void 0 ? void 0 : otherRules(names.rulesOf.get(object), wanted));
			}
			case "object":
				names ??= namesIn$1(clusters);
				return otherRules(names.rulesOf.get(objectWords(selector.key)), wanted);
			case "file":
			case void 0: return;
		}
	};
}
/** Which rules speak of the lines of the texts in question. */
function rulesByLine(texts, clusters) {
	const bySource = /* @__PURE__ */ new Map();
	for (const risk of clusters.flatMap(({ risks }) => risks)) for (const origin of originsOf(risk)) {
		if (origin.kind !== "text" || !texts.has(origin.source)) continue;
		const lines = bySource.get(origin.source) ?? /* @__PURE__ */ new Map();
		bySource.set(origin.source, lines);
		const line = commentLine(origin.source, positionAt(origin.source, origin.start).line);
		lines.set(line, (lines.get(line) ?? /* @__PURE__ */ new Set()).add(risk.ruleId));
	}
	return bySource;
}
function nearLine(lines, line, wanted) {
	const elsewhere = [...lines].filter(([, rules]) => wanted.some((rule) => rules.has(rule))).map(([other]) => other).sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b)[0];
	return elsewhere === void 0 ? otherRules(lines.get(line), wanted) : `line ${elsewhere} is the nearest that it is found at`;
}
const rulesTold = 3;
function otherRules(found, wanted) {
	const others = [...found ?? []].filter((rule) => !wanted.includes(rule)).sort();
	if (others.length === 0) return void 0;
	const more = others.length > rulesTold ? ` and ${others.length - rulesTold} more` : "";
	return `found there: ${others.slice(0, rulesTold).join(", ")}${more}`;
}
function namesIn$1(clusters) {
	const objects = /* @__PURE__ */ new Set();
	const subjects = /* @__PURE__ */ new Set();
	const rulesOf = /* @__PURE__ */ new Map();
	for (const { risks, context } of clusters) {
		for (const { key } of writtenObjects(context.graph)) objects.add(objectWords(key));
		for (const risk of risks) {
			const { subject, object } = wordsOf(risk);
			subjects.add(subject);
			objects.add(object);
			for (const name of [subject, object]) rulesOf.set(name, (rulesOf.get(name) ?? /* @__PURE__ */ new Set()).add(risk.ruleId));
		}
	}
	return {
		objects: indexNames(objects),
		subjects: indexNames(subjects),
		rulesOf
	};
}
function wordsOf({ identity: { subject, object } }) {
	return {
		subject,
		object: objectWords(object)
	};
}
function meant(name, names) {
	const near = name === void 0 || name.includes("*") ? void 0 : nearName(name, names)?.name;
	return near === void 0 ? void 0 : `did you mean ${withoutKind(near, name ?? "")}?`;
}
/** `did you mean platform-admins?` says enough where the kind is the same. */
function withoutKind(near, written) {
	const kind = /^\S+ /.exec(written)?.[0] ?? "";
	return kind !== "" && near.startsWith(kind) ? near.slice(kind.length) : near;
}
//#endregion
//#region packages/engine/src/suppressions/judge.ts
/** Says what became of each suppression, in the order of their places. */
function judge(written, matched, { clusters, breaches, options }) {
	const risksOf = new Map(written.map((one) => [one, []]));
	for (const { risk, by } of matched) for (const one of by) risksOf.get(one)?.push(risk);
	const unasked = unaskedIn(clusters, options);
	const today = new Date(options.at).toISOString().slice(0, 10);
	const judged = /* @__PURE__ */ new Map();
	for (const one of written.toSorted(byPlace)) {
		const risks = risksOf.get(one) ?? [];
		const breach = breaches.get(one);
		const verdict = stateOf(one, risks, {
			breach,
			unasked,
			today,
			options
		});
		judged.set(one, {
			suppression: one.suppression,
			risks: verdict.state === "used" ? risks.length : 0,
			unusedRules: [],
			broken: verdict.state === "void" ? breach?.origin : void 0,
			detail: void 0,
			...verdict
		});
	}
	return withNearMisses(judged, clusters);
}
function stateOf(one, risks, judging) {
	const { suppression, problem, unjudged } = one;
	const { breach, today, options } = judging;
	if (problem !== void 0) return {
		state: "misspelt",
		detail: problem
	};
	if (options.taken?.keys.has(suppression.key) === false) return { state: "not-taken" };
	const { until } = suppression;
	if (until !== void 0 && until.value < today) return {
		state: "expired",
		detail: `its last day was ${until.value}`
	};
	const unasked = judging.unasked(one);
	const silent = suppression.rules.filter(({ value }) => !unasked.has(value) && !risks.some(({ ruleId }) => ruleId === value));
	const canTell = !unjudged && options.partial !== true;
	if (risks.length === 0) return { state: canTell && (suppression.rules.length === 0 || silent.length === suppression.rules.length) ? "unused" : "unknown" };
	if (breach !== void 0) return {
		state: "void",
		detail: breach.text
	};
	return {
		state: "used",
		unusedRules: canTell ? silent : []
	};
}
/** Rules that said nothing because they were not asked or could not look, in the cluster of a suppression. */
function unaskedIn(clusters, { rules, knownRules, configuration }) {
	const asked = new Set(rules?.map(({ metadata }) => metadata.id));
	const off = configuration?.rules.flatMap(({ id, enabled }) => enabled ? [] : [id.value]) ?? [];
	const everywhere = [...rules === void 0 ? [] : (knownRules ?? []).filter((id) => !asked.has(id)), ...off];
	const byCluster = new Map(clusters.map(({ name, notEvaluated }) => [name, new Set([...everywhere, ...notEvaluated.map(({ rule }) => rule)])]));
	return ({ home }) => byCluster.get(home) ?? /* @__PURE__ */ new Set();
}
/** What the unused ones may have been meant for; searched for once, for all of them. */
function withNearMisses(judged, clusters) {
	const unused = [...judged].flatMap(([written, { state }]) => state === "unused" ? [written] : []);
	if (unused.length === 0) return judged;
	const nearMissOf = nearMisses(unused, clusters);
	return new Map([...judged].map(([written, one]) => [written, one.state === "unused" ? {
		...one,
		detail: nearMissOf(written)
	} : one]));
}
function byPlace({ suppression: a }, { suppression: b }) {
	return byText(pathOf(a), pathOf(b)) || startOf(a) - startOf(b);
}
function pathOf({ origin }) {
	return origin.kind === "text" ? origin.source.path : origin.of;
}
function startOf({ origin }) {
	return origin.kind === "text" ? origin.start : 0;
}
function byText(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
//#endregion
//#region packages/engine/src/suppressions/rule-names.ts
/** Whether a rule is about suppressions: to silence it would be to silence what says that something is silenced in vain. */
function isAboutSuppressions(ruleId) {
	return ruleId.startsWith("suppression-");
}
/**
* The same suppressions, each with the rules there are. A rule that is none is told by itself, and the others it was
* named with hold.
*/
function withKnownRules(written, { rules, knownRules }) {
	if (written.length === 0) return written;
	const ids = knownRules ?? rules?.map(({ metadata }) => metadata.id);
	const names = ids === void 0 ? void 0 : indexNames(ids);
	const problemOf = (rule) => {
		if (isAboutSuppressions(rule)) return "speaks of suppressions, which cannot be suppressed";
		if (names === void 0 || names.exact.has(rule)) return void 0;
		const meant = nearName(rule, names)?.name;
		return meant === void 0 ? "there is no such rule" : `there is no such rule: did you mean ${meant}?`;
	};
	return written.flatMap((one) => {
		const { rules: named } = one.suppression;
		const unknown = named.flatMap((rule) => {
			const problem = problemOf(rule.value);
			return problem === void 0 ? [] : [misspeltRule(one, rule, problem)];
		});
		if (one.problem !== void 0 || unknown.length === 0) return [one];
		const known = named.filter(({ value }) => problemOf(value) === void 0);
		return known.length === 0 ? unknown : [{
			...one,
			suppression: {
				...one.suppression,
				rules: known
			}
		}, ...unknown];
	});
}
function misspeltRule(one, rule, problem) {
	const label = one.suppression.form === "configuration" ? rule.value : `ignore[${rule.value}]`;
	const about = {
		...one.suppression,
		rules: [rule],
		label
	};
	const suppression = {
		...about,
		key: suppressionKey(about, [problem])
	};
	return {
		...one,
		suppression,
		selector: void 0,
		validWhile: void 0,
		problem
	};
}
//#endregion
//#region packages/engine/src/suppressions/valid-while.ts
/** Checks conditions. What a subject holds is gone through once, however many of its risks are asked about. */
function breachFinder(graph) {
	const held = /* @__PURE__ */ new Map();
	const checked = /* @__PURE__ */ new WeakMap();
	function heldBy(subject) {
		const known = held.get(subject) ?? heldIn(graph, subject);
		held.set(subject, known);
		return known;
	}
	/** A binding of the same subject to the same role somewhere else. */
	function boundElsewhere(validWhile, subject, role) {
		const before = checked.get(validWhile) ?? /* @__PURE__ */ new Map();
		checked.set(validWhile, before);
		const key = `${subject}\0${role}`;
		if (!before.has(key)) before.set(key, outside(valuesOf(validWhile.boundOnlyIn), heldBy(subject).byRole.get(role)));
		return before.get(key);
	}
	return (validWhile, risk) => {
		const { subject, object } = risk.identity;
		const through = heldBy(subject).byBinding.get(object);
		if (through === void 0) return {
			text: "what it accepts is no grant that the condition could be about",
			origin: void 0
		};
		if (validWhile.boundOnlyIn.length > 0) for (const { role } of through) {
			const breach = boundElsewhere(validWhile, subject, role.entry.key);
			if (breach !== void 0) return breach;
		}
		return validWhile.namesOnly.length === 0 ? void 0 : otherNames(valuesOf(validWhile.namesOnly), risk, through);
	};
}
function heldIn(graph, subject) {
	const byBinding = /* @__PURE__ */ new Map();
	const byRole = /* @__PURE__ */ new Map();
	const key = keyOfIdentity(subject);
	if (key === void 0) return {
		byBinding,
		byRole
	};
	for (const holder of [key, ...implicitGroups(key)]) for (const grant of graph.grantsOf(holder)) {
		if (grant.shipped) continue;
		if (holder === key) push(byBinding, grant.binding.entry.key, grant);
		push(byRole, grant.role.entry.key, grant);
	}
	return {
		byBinding,
		byRole
	};
}
function push(map, key, grant) {
	const known = map.get(key);
	if (known === void 0) map.set(key, [grant]);
	else known.push(grant);
}
function valuesOf(list) {
	return new Set(list.map(({ value }) => value));
}
/** The first grant that holds in other namespaces. */
function outside(namespaces, grants = []) {
	const found = grants.find(({ scope }) => scope.kind === "cluster" || !namespaces.has(scope.namespace));
	if (found === void 0) return void 0;
	const { binding, role, scope } = found;
	const where = scope.kind === "cluster" ? "in every namespace" : `in ${scope.namespace}`;
	return {
		text: `${objectWords(binding.entry.key)} binds ${objectWords(role.entry.key)} ${where}`,
		origin: binding.entry.object.origin
	};
}
/** A rule behind the risk that names no object, or another one. The chain tells one of those that give the same. */
function otherNames(names, risk, through) {
	const told = through.filter(({ rule }) => isTold(rule, risk));
	const behind = told.length === 0 ? through : through.filter((one) => told.some(({ rule }) => overlap(rule, one.rule)));
	for (const { rule, role } of behind) {
		const where = objectWords(role.entry.key);
		if (rule.resourceNames.length === 0) return {
			text: `a rule of ${where} names no object`,
			origin: rule.origin
		};
		const other = rule.resourceNames.find(({ value }) => !names.has(value));
		if (other !== void 0) return {
			text: `a rule of ${where} names ${other.value}`,
			origin: other.origin
		};
	}
}
/** Whether there is something that both give, but for the names of objects. */
function overlap(a, b) {
	return meet(a.verbs, b.verbs, isSame) && meet(a.apiGroups, b.apiGroups, isSame) && meet(a.resources, b.resources, isSameKind);
}
function meet(some, others, areSame) {
	return some.some((one) => others.some((other) => areSame(one.value, other.value)));
}
function isSame(a, b) {
	return a === b || a === "*" || b === "*";
}
/** `*\/scale` is that of every resource. */
function isSameKind(a, b) {
	const part = /\/.*/.exec(a)?.[0];
	return isSame(a, b) || part === /\/.*/.exec(b)?.[0] && part !== void 0 && (a.startsWith("*/") || b.startsWith("*/"));
}
/** Whether the chain of a risk goes through a rule. */
function isTold({ origin }, { hops }) {
	if (origin.kind !== "text") return false;
	return hops.some((hop) => hop.origin.kind === "text" && hop.origin.source === origin.source && origin.start <= hop.origin.start && hop.origin.start < origin.end);
}
//#endregion
//#region packages/engine/src/suppressions/still-valid.ts
/** What makes suppressions void: the first risk of each for which they hold no longer. */
function breachesOf(matched) {
	const breaches = /* @__PURE__ */ new Map();
	const conditionBreach = conditions();
	const grantBreach = expectedGrants();
	for (const one of matched) for (const written of one.by) {
		if (breaches.has(written)) continue;
		const breach = conditionBreach(written, one) ?? grantBreach(written, one);
		if (breach !== void 0) breaches.set(written, breach);
	}
	return breaches;
}
/** Checks `valid-while`, in each cluster with what is known of it already. */
function conditions() {
	const finders = /* @__PURE__ */ new Map();
	return ({ validWhile }, { cluster, risk }) => {
		if (validWhile === void 0) return void 0;
		const { graph } = cluster.context;
		const breachOf = finders.get(graph) ?? breachFinder(graph);
		finders.set(graph, breachOf);
		return breachOf(validWhile, risk);
	};
}
/** Checks each expected grant once, though many rules speak of it. */
function expectedGrants() {
	const covered = /* @__PURE__ */ new Map();
	return (written, { cluster, risk }) => {
		if (written.selector?.by !== "grant") return void 0;
		const known = covered.get(written) ?? /* @__PURE__ */ new Set();
		covered.set(written, known);
		const grant = JSON.stringify([cluster.name, risk.identity]);
		if (known.has(grant)) return void 0;
		known.add(grant);
		return widened(written.selector.access, cluster.context.graph, risk);
	};
}
/** A grant that gives more than was expected. */
function widened(expected, graph, { identity, place }) {
	const [first, ...more] = uncovered(accessOfRisk(graph, identity), expected);
	if (first === void 0) return void 0;
	const others = more.length === 0 ? "" : ` and ${more.length} more`;
	return {
		text: `the grant is wider by now: ${accessWords(first)}${others}`,
		origin: place.origin
	};
}
//#endregion
//#region packages/engine/src/suppressions/suppress.ts
/** Takes out of what was found what somebody accepted, and says of each suppression what it did. */
function suppress(clusters, options) {
	const { configuration, inline } = options;
	const written = withKnownRules([...inline ? [...fromComments(clusters), ...fromAnnotations(clusters)] : [], ...configuration === void 0 ? [] : fromConfiguration(configuration, clusters)], options);
	if (written.length === 0) return {
		clusters,
		suppressed: [],
		suppressions: [],
		untaken: []
	};
	const matched = clusters.flatMap((cluster) => matchedIn(cluster, written, options));
	const judged = judge(written, matched, {
		clusters,
		breaches: breachesOf(matched),
		options
	});
	const accepted = matched.flatMap(({ cluster, risk, by }) => {
		const used = by.filter((one) => mayAccept(one, risk, options)).map((one) => judged.get(one)).find((one) => one?.state === "used");
		return used === void 0 ? [] : [{
			cluster: cluster.name,
			risk,
			by: used
		}];
	});
	const silent = new Set(accepted.map(({ risk }) => risk));
	return {
		clusters: askAboutSuppressions(clusters.map((cluster) => ({
			...cluster,
			risks: cluster.risks.filter((risk) => !silent.has(risk))
		})), judged, options),
		suppressed: accepted,
		suppressions: [...judged.values()],
		untaken: options.taken === void 0 ? [] : matched.filter(({ risk }) => !silent.has(risk))
	};
}
/**
* Whether a suppression that was there before a change may accept a risk. What stands in the files of the change goes where
* these go: a binding that is added to an accepted account, a subject below a comment. So does what is found by a few digits,
* for which a name can be made up. Only what the configuration says in words was said of all that is to come.
*/
function mayAccept({ selector }, risk, { taken }) {
	const isSaidInWords = selector?.by === "grant" || selector?.by === "entry" && selector.fingerprint === void 0;
	return taken === void 0 || isSaidInWords || taken.wasThere(risk);
}
function matchedIn(cluster, written, { configuration }) {
	const suppressionsOf = suppressionsIn(cluster, written, configuration?.pathOf ?? noPath);
	return cluster.risks.flatMap((risk) => {
		const by = suppressionsOf(risk);
		return by.length === 0 ? [] : [{
			cluster,
			risk,
			by
		}];
	});
}
/** Without a configuration nothing speaks of paths. */
const noPath = () => void 0;
//#endregion
//#region packages/engine/src/change/search-before.ts
/** Searches the state before with its own configuration; what is the same in `after` is not done again. */
async function searchBefore(input, before, after) {
	const configuration = before.trustChange ? splitAlike(before.configuration, input.configuration) : before.configuration;
	const { at, noInlineIgnores = false, knownRules, partial } = input;
	const { sources, rules = input.rules } = before;
	const result = await search({
		...input,
		sources,
		rules,
		configuration
	}, after);
	if (result.outcome === "refused") return result;
	const options = {
		configuration,
		inline: !noInlineIgnores,
		at,
		rules,
		knownRules,
		partial
	};
	const suppressed = suppress(result.clusters, options);
	return {
		outcome: "found",
		found: {
			...result,
			suppressed
		}
	};
}
//#endregion
//#region packages/engine/src/known-risks/known-risks-of.ts
/** What was found, to compare with what is found another time. Risks with one fingerprint are one, the worst of them. */
function knownRisksOf(clusters) {
	const known = /* @__PURE__ */ new Map();
	for (const { name, context, risks } of clusters) for (const [fingerprint, same] of byFingerprint(risks, name)) known.set(fingerprint, knownRisk(fingerprint, name, same, context.graph));
	return known;
}
/** The risks of a cluster that share a fingerprint: definitions of one object that differ. */
function byFingerprint(risks, cluster) {
	const groups = /* @__PURE__ */ new Map();
	for (const risk of risks) {
		const fingerprint = fingerprintOf(risk.ruleId, cluster, risk.identity);
		const same = groups.get(fingerprint);
		if (same === void 0) groups.set(fingerprint, [risk]);
		else same.push(risk);
	}
	return groups;
}
/** Most of them are compared by their fingerprint alone: what they give is gathered when somebody asks. */
function knownRisk(fingerprint, cluster, same, graph) {
	const { ruleId, title, identity, score } = same.reduce((one, other) => other.score > one.score ? other : one);
	let held;
	const holding = () => {
		held ??= heldThrough(graph, identity);
		return held;
	};
	return {
		fingerprint,
		ruleId,
		cluster,
		severity: severityOf(score),
		confidence: surest(same.map(({ confidence }) => confidence)),
		title,
		identity,
		get access() {
			return holding().access;
		},
		get shipped() {
			return holding().shipped;
		},
		get whole() {
			return accessOfRisk(graph, identity);
		}
	};
}
function surest(confidences) {
	return confidences.reduce((one, other) => confidenceAtLeast(one, other) ? one : other);
}
//#endregion
//#region packages/engine/src/known-risks/known-subjects.ts
function knownOfSubjects(known) {
	const throughBindings = [...known.values()].filter(({ identity }) => isBindingKey(identity.object));
	let bySubject;
	let byRule;
	const holdings = /* @__PURE__ */ new Map();
	const holdingOf = (group, graph) => {
		const holding = holdings.get(group) ?? holdingOfGroup(group, graph);
		holdings.set(group, holding);
		return holding;
	};
	const ofSubjects = /* @__PURE__ */ new Map();
	const ofSubject = (cluster, subject) => {
		const key = keyOf$2(cluster, subject);
		const before = ofSubjects.get(key);
		if (before !== void 0) return before;
		bySubject ??= groupedBy(throughBindings, (one) => keyOf$2(one.cluster, one.identity.subject));
		const known = keyOfIdentity(subject);
		const risks = [subject, ...known === void 0 ? [] : implicitGroups(known)].flatMap((one) => bySubject?.get(keyOf$2(cluster, one)) ?? []);
		ofSubjects.set(key, risks);
		return risks;
	};
	return {
		narrowed: (cluster, { subject, object }, graph) => {
			if (!isBindingKey(object)) return void 0;
			const group = ofSubject(cluster, subject);
			const access = group.length === 0 ? [] : accessOfRisk(graph, {
				subject,
				object
			});
			if (access.length === 0) return void 0;
			const { lostSomething, heldWhere } = holdingOf(group, graph);
			const held = heldWhere(access);
			if (!lostSomething || uncovered(access, held).length > 0) return void 0;
			return {
				risks: group,
				hadEverything: uncovered(access, held.filter(isEverything)).length === 0
			};
		},
		isUnbound: (cluster, { ruleId, identity }, graph) => {
			if (!isRoleItself(identity)) return false;
			byRule ??= groupedBy(throughBindings, (one) => keyOf$2(one.cluster, one.ruleId));
			const gone = (byRule.get(keyOf$2(cluster, ruleId)) ?? []).filter((one) => !hasBinding(graph, one.identity));
			const access = gone.length === 0 ? [] : accessOfRisk(graph, identity).map(everywhere);
			const held = gone.flatMap((one) => knownAccess(one, graph)).map(everywhere);
			return access.length > 0 && uncovered(access, held).length === 0;
		}
	};
}
function holdingOfGroup(group, graph) {
	const held = group.map((one) => ({
		access: knownAccess(one, graph),
		identity: one.identity
	}));
	const byNamespace = groupedBy(held.flatMap(({ access }) => access), namespaceOf);
	return {
		lostSomething: held.some(({ access, identity }) => uncovered(access, accessOfRisk(graph, identity)).length > 0),
		heldWhere: (access) => [...new Set(["", ...access.map(namespaceOf)])].flatMap((one) => byNamespace.get(one) ?? [])
	};
}
function namespaceOf({ scope }) {
	return scope.kind === "cluster" ? "" : scope.namespace;
}
/** A role gives what it gives wherever it is bound. */
function everywhere(access) {
	return {
		...access,
		scope: { kind: "cluster" }
	};
}
function isEverything({ verbs, apiGroups, resources, resourceNames }) {
	return resourceNames.length === 0 && [
		verbs,
		apiGroups,
		resources
	].every((list) => list.includes("*"));
}
function groupedBy(list, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of list) {
		const key = keyOf(one);
		const same = groups.get(key);
		if (same === void 0) groups.set(key, [one]);
		else same.push(one);
	}
	return groups;
}
function keyOf$2(cluster, what) {
	return `${cluster}\0${what}`;
}
//#endregion
//#region packages/engine/src/known-risks/judge-risks.ts
const isNew = { state: "new" };
const isOld = { state: "old" };
/**
* Compares what was found with what was known: by fingerprint, then by what it gives and how bad it is.
*
* `silenced` are fingerprints of what was found and is told to nobody: those are not gone.
*/
function judgeRisks(clusters, known, silenced = /* @__PURE__ */ new Set()) {
	const of = /* @__PURE__ */ new Map();
	const counts = {
		new: 0,
		worse: 0,
		old: 0
	};
	const found = new Set(silenced);
	const subjects = knownOfSubjects(known);
	for (const cluster of clusters) for (const [fingerprint, same] of byFingerprint(cluster.risks, cluster.name)) {
		found.add(fingerprint);
		const before = known.get(fingerprint);
		const isLess = (risk) => isLessThanBefore(risk, cluster, subjects);
		const judge = before === void 0 ? judgeUnknown(isLess) : judgeKnown(cluster, before, isLess);
		const judgements = same.map((risk) => {
			const judgement = judge(risk);
			of.set(risk, judgement);
			return judgement;
		});
		counts[judgements.find(({ state }) => state !== "old")?.state ?? "old"]++;
	}
	const gone = [...known.values()].filter(({ fingerprint }) => !found.has(fingerprint));
	return {
		of,
		comparison: {
			...counts,
			gone
		}
	};
}
/** Worse is what gives more, what is in a higher tier, and what was only possible. */
function judgeKnown({ context }, known, isLess) {
	let gained;
	return (risk) => {
		const { identity, score, confidence } = risk;
		gained ??= uncovered(accessOfRisk(context.graph, identity), knownAccess(known, context.graph));
		const rose = [...isHigher(severityOf(score), known.severity) ? [`was ${known.severity}, is ${severityOf(score)}`] : [], ...isSurer(confidence, known.confidence) ? [`was possible, is ${confidence}`] : []];
		if (gained.length === 0 && rose.length === 0 || isLess(risk)) return isOld;
		return {
			state: "worse",
			gained,
			rose
		};
	};
}
function judgeUnknown(isLess) {
	return (risk) => isLess(risk) ? isOld : isNew;
}
/**
* Whether the subject held all of it and more before, and was told to at least as loudly: whoever replaces a wildcard by
* what it is used for, or a binding by a smaller one, has made nothing new, though another rule may speak of it now. Nor
* has who deletes a binding and leaves its role.
*/
function isLessThanBefore(risk, { name, context }, subjects) {
	if (subjects.isUnbound(name, risk, context.graph)) return true;
	const known = risk.rating === void 0 ? void 0 : subjects.narrowed(name, risk.identity, context.graph);
	const severity = severityOf(risk.score);
	return (known?.risks ?? []).some((one) => (known?.hadEverything || !isHigher(severity, one.severity)) && !isSurer(risk.confidence, one.confidence));
}
function isHigher(severity, than) {
	return !severityAtLeast(than, severity);
}
/** Between what is certain and what rests on a documented default lies no difference of worth. */
function isSurer(confidence, than) {
	return than === "possible" && confidence !== "possible";
}
//#endregion
//#region packages/engine/src/change/taken-suppressions.ts
/** What of a change may accept risks where nobody excuses himself: what did so before it, and that alone. */
function takenSuppressions(found, after) {
	let judged;
	return {
		keys: new Set(found.suppressed.suppressions.map(({ suppression }) => suppression.key)),
		wasThere(risk) {
			judged ??= judgeRisks(after, knownRisksOf(found.clusters));
			return judged.of.get(risk)?.state === "old";
		}
	};
}
/**
* What was known before a change. What was accepted then counts too, as long as something of the change would accept it:
* whoever mends the words of a reason, or the name of a file, has made nothing new. Without any it comes up again.
*/
function knownBefore({ clusters, suppressed }, { untaken }) {
	const open = knownRisksOf(suppressed.clusters);
	if (untaken.length === 0) return open;
	const all = knownRisksOf(clusters);
	const known = new Map(open);
	for (const { cluster, risk } of untaken) {
		const fingerprint = fingerprintOf(risk.ruleId, cluster.name, risk.identity);
		const before = all.get(fingerprint);
		if (before !== void 0) known.set(fingerprint, before);
	}
	return known;
}
//#endregion
//#region packages/engine/src/known-risks/compare-risks.ts
/** Without what is old by any of these measures; what is left says what it is by the last of them. */
function withoutOld(cluster, judged) {
	const risks = cluster.risks.flatMap((risk) => {
		const judgements = judged.flatMap(({ of }) => of.get(risk) ?? []);
		const last = judgements.at(-1);
		return judgements.some(({ state }) => state === "old") || last === void 0 ? [] : toldRisk(risk, last);
	});
	return {
		...cluster,
		risks
	};
}
function toldRisk(risk, judgement) {
	switch (judgement.state) {
		case "old": return [];
		case "new": return [withState(risk, "new")];
		case "worse": return [withState(risk, "worse", worseNote(judgement))];
	}
}
const partsTold = 3;
function worseNote({ gained, rose }) {
	const words = gained.slice(0, partsTold).map((access) => accessWords(access));
	const more = gained.length - words.length;
	const also = [...words, ...more > 0 ? [`${more} more`] : []].join("; ");
	return {
		kind: "note",
		text: `worse than before: ${[...rose, ...also === "" ? [] : [`also ${also}`]].join("; ")}`
	};
}
//#endregion
//#region packages/engine/src/known-risks/pruned-baseline.ts
/**
* What of a baseline is still found, no more of it than there is today: nothing is accepted that was not before. What is
* old under another name takes the place of what is gone.
*/
function prunedBaseline({ known }, clusters, { of }) {
	const today = knownRisksOf(clusters);
	return clusters.flatMap(({ name, risks }) => [...byFingerprint(risks, name)].flatMap(([fingerprint, same]) => {
		return (same.every((risk) => of.get(risk)?.state === "old") ? today : known).get(fingerprint) ?? [];
	}));
}
//#endregion
//#region packages/engine/src/missing-roles.ts
/**
* What is not known because bindings name roles that the inputs do not hold: one assumption that counts them, at the
* first. Complete inputs leave nothing open: such a role does not exist.
*/
function missingRoles({ bindings, inventory }) {
	if (inventory.complete) return [];
	const missing = bindings.filter(({ resolution }) => resolution.outcome === "missing");
	const [first] = missing;
	if (first === void 0) return [];
	const roles = new Set(missing.map(({ entry }) => roleKey(entry.object.roleRef, entry.namespace)));
	return [{
		text: `what ${roles.size === 1 ? `${roleOf$1(first)} allows` : `${roles.size} roles allow`} is unknown: ${roles.size === 1 ? `${missing.length === 1 ? "a binding names" : `${missing.length} bindings name`} it, and it is` : `${missing.length} bindings name them, the first ${roleOf$1(first)}, and they are`} not among the inputs`,
		origin: first.entry.object.roleRef.name.origin
	}];
}
function roleOf$1({ entry }) {
	const { kind, name } = entry.object.roleRef;
	return `${kind.value} ${name.value}`;
}
//#endregion
//#region packages/engine/src/scan.ts
/**
* Reads the sources, builds the graphs, asks every rule, takes out what is accepted or known already, folds what is left,
* and accounts for all that was read.
*/
async function scan(input) {
	const { before, at, rules, noInlineIgnores = false } = input;
	const isTrusted = before?.trustChange !== false;
	const rulesFrom = isTrusted ? input.configuration : before.configuration;
	const result = await search({
		...input,
		configuration: rulesFrom,
		compared: before !== void 0
	});
	if (result.outcome === "refused") return result;
	const { read, clusters: searched } = result;
	const loaded = searched.map((cluster) => cluster.loaded);
	const beforeResult = before === void 0 ? void 0 : await searchBefore({
		...input,
		rulesFrom
	}, before, result);
	if (beforeResult?.outcome === "refused") return beforeResult;
	const found = beforeResult?.found;
	const diagnostics = diagnosticsOf(result);
	const accepted = suppress(searched, {
		configuration: input.configuration,
		inline: !noInlineIgnores,
		at,
		rules,
		knownRules: input.knownRules,
		partial: input.partial,
		taken: isTrusted || found === void 0 ? void 0 : takenSuppressions(found, searched)
	});
	const { suppressed, suppressions, clusters: open } = accepted;
	const silenced = new Set(suppressed.map(({ cluster, risk }) => fingerprintOf(risk.ruleId, cluster, risk.identity)));
	const baseline = isTrusted ? input.baseline : before.baseline;
	const toBaseline = baseline === void 0 ? void 0 : judgeRisks(open, baseline.known, silenced);
	const toBefore = found === void 0 ? void 0 : judgeRisks(open, knownBefore(found, accepted), silenced);
	const judged = [toBaseline, toBefore].filter((one) => one !== void 0);
	const told = judged.length === 0 ? open : open.map((cluster) => withoutOld(cluster, judged));
	return {
		outcome: "done",
		open: () => knownRisksOf(open),
		namesFiles: [read, found?.read].some((state) => state?.texts.some(({ parsed }) => namesFiles(parsed)) === true),
		stillKnown: baseline === void 0 || toBaseline === void 0 ? void 0 : () => prunedBaseline(baseline, open, toBaseline),
		run: {
			toolVersion: input.toolVersion,
			findings: foldClusters(told),
			diagnostics,
			coverage: coverageOf(read, loaded),
			notEvaluated: open.flatMap(({ notEvaluated }) => notEvaluated),
			assumptions: searched.flatMap(assumptionsOf),
			clusters: searched.map(({ name, loaded: { kubernetes } }) => ({
				name,
				kubernetes
			})),
			rules: result.rules.map(({ metadata }) => metadata),
			suppressed,
			suppressions,
			configuration: rulesFrom && {
				path: rulesFrom.source.path,
				state: isTrusted ? void 0 : before.since
			},
			baseline: toBaseline?.comparison,
			change: before === void 0 || found === void 0 || toBefore === void 0 ? void 0 : await changeOf(input, before, {
				found,
				read,
				searched,
				accepted,
				toBefore,
				diagnostics
			})
		}
	};
}
async function changeOf(input, before, { found, read, searched, accepted, toBefore, diagnostics }) {
	return {
		since: before.since,
		access: await compareClusters(found.clusters, searched),
		risks: toBefore.comparison,
		diagnostics: newDiagnostics(diagnosticsOf(found), diagnostics),
		filesSkipped: newlySkipped(found.read.skipped, read.skipped),
		excuses: addedExcuses({
			configuration: before.configuration,
			suppressions: found.suppressed.suppressions,
			baseline: before.baseline
		}, {
			configuration: input.configuration,
			suppressions: accepted.suppressions,
			baseline: input.baseline
		}, {
			applied: before.trustChange,
			rules: input.rules.map(({ metadata }) => metadata)
		})
	};
}
/** Clusters are folded apart: what happens in one is nothing to another. */
function foldClusters(clusters) {
	const findings = clusters.flatMap(({ name, risks }) => foldRisks(risks, name));
	return clusters.length > 1 ? sortFindings(findings) : findings;
}
/** What a server that would not start says counts for nothing, so neither does what it would take for granted. */
function assumptionsOf({ name, loaded, context }) {
	return [
		...loaded.assumptions.filter((one) => !loaded.graph.assumptions.includes(one)),
		...context.graph.assumptions,
		...missingRoles(context.graph)
	].map((assumption) => ({
		...assumption,
		cluster: name
	}));
}
/** All there is to say about the inputs of one state. */
function diagnosticsOf({ read, clusters, configuration }) {
	const loaded = clusters.map((cluster) => cluster.loaded);
	return [...inputDiagnostics(read, loaded, configuration), ...loaded.flatMap(({ graph }) => refusalsOf(graph))];
}
/** What a server of the inputs would say before it ended. */
function refusalsOf({ apiServers }) {
	return apiServers.flatMap(({ instance, refusals }) => refusals.map(({ message, origin }) => {
		return {
			id: "apiserver-refused",
			level: "error",
			message: `${instance} would not start: ${message}`,
			origin
		};
	}));
}
//#endregion
//#region packages/engine/src/suppressions/acceptance.ts
/** How to accept a finding where it is told, together with what is folded into it there. */
function acceptanceOf(finding) {
	if (isAboutSuppressions(finding.ruleId)) return { by: "nothing" };
	const { origin } = finding.place;
	if (origin.kind !== "text" || !hasComments(origin.source)) return { by: "configuration" };
	const { source } = origin;
	const line = commentLine(source, positionAt(source, origin.start).line);
	return {
		by: "comment",
		rules: rulesOf([finding, ...finding.folded.filter((risk) => hasPlaceAt(risk, source, line))]),
		source,
		line
	};
}
function hasPlaceAt(risk, source, line) {
	return originsOf(risk).some((origin) => origin.kind === "text" && origin.source === source && commentLine(source, positionAt(source, origin.start).line) === line);
}
/** Names what a finding is about, so that people can read the entry and it survives every edit that is not about it. */
function acceptingEntry(risk, folded) {
	const { subject, object } = risk.identity;
	return {
		rules: rulesOf([risk, ...folded.filter((other) => sameSubjectAndObject(other, risk))]),
		object: objectWords(object),
		subject
	};
}
/** Whether one entry speaks of both. */
function sameSubjectAndObject({ identity: a }, { identity: b }) {
	return a.subject === b.subject && a.object === b.object;
}
/** That of the finding first. */
function rulesOf(risks) {
	return [...new Set(risks.map(({ ruleId }) => ruleId))];
}
//#endregion
//#region rules/apiserver-anonymous-auth/rule.ts
/** The setting opens nothing by itself beyond what Kubernetes ships for everybody. */
const score$12 = 2;
const check$73 = function* (context) {
	for (const bound of boundHolders(context, ["anonymous"])) if (crowdRisk(context, "rbac-grant-anonymous", bound) !== void 0 && anonymousReach(context.graph).reach !== "nothing") return;
	for (const server of context.graph.apiServers) {
		const { value, origin } = server.anonymous;
		if (value.access !== "all-paths" || origin.kind === "built-in" || allowsEverything(server)) continue;
		const place = hop(origin, "accepted on every path, by decision", 1);
		yield {
			ruleId: "apiserver-anonymous-auth",
			title: "requests without credentials can reach the authorizer on every path",
			score: score$12,
			confidence: "certain",
			place,
			hops: [place],
			notes: [note$1("why", "one binding that names them is enough to open the cluster to the network"), note$1("check", "curl -k https://SERVER:6443/version")],
			remedies: [{
				text: "limit it to /livez, /readyz and /healthz in an AuthenticationConfiguration (anonymous.conditions)",
				edits: []
			}, {
				text: "turn it off, if no probe or bootstrap token discovery needs it",
				edits: replaceBoolean(origin, false)
			}],
			identity: {
				subject: "kube-apiserver",
				object: "anonymous-auth"
			},
			cause: `${server.instance} anonymous-auth`,
			also: `${server.instance} accepts them as well`
		};
	}
};
/** Then the authorizer is the finding. */
function allowsEverything({ authorization: { value } }) {
	return value.known && value.modes.some((mode) => mode.value === "AlwaysAllow");
}
//#endregion
//#region rules/apiserver-authorization-always-allow/rule.ts
const check$72 = function* ({ graph }) {
	for (const server of graph.apiServers) {
		const { value, origin } = server.authorization;
		if (server.assumed || !value.known) continue;
		const mode = value.modes.find((one) => one.value === "AlwaysAllow");
		if (mode === void 0) continue;
		const byAbsence = mode.origin.kind === "built-in" || origin.kind === "built-in";
		yield alwaysAllowRisk(server, byAbsence ? server.origin : mode.origin, byAbsence);
	}
};
function alwaysAllowRisk(server, origin, byAbsence) {
	const anonymous = server.anonymous.value.access === "all-paths";
	const label = byAbsence ? "neither --authorization-mode nor --authorization-config" : "allows whatever is asked";
	const place = hop(origin ?? server.authorization.origin, label, anonymous ? 2 : 1);
	return {
		ruleId: "apiserver-authorization-always-allow",
		title: `${anonymous ? "requests without credentials" : "every authenticated user"} can do everything in the cluster, because AlwaysAllow is ${byAbsence ? "the default" : "set"}`,
		score: rate({
			holder: anonymous ? 0 : 1,
			power: 1
		}),
		confidence: "certain",
		place,
		hops: anonymous ? [hop(server.anonymous.origin, "such requests are accepted, on all paths", 1), place] : [place],
		notes: [note$1("why", "the first authorizer that allows decides, so RBAC beside it takes nothing away"), note$1("check", "kubectl auth can-i '*' '*' -A --as=nobody --as-group=system:authenticated")],
		remedies: [remedyOf(byAbsence)],
		identity: {
			subject: "kube-apiserver",
			object: "authorization-mode"
		},
		cause: `${server.instance} authorization-mode`,
		also: `${server.instance} allows everything as well`
	};
}
function remedyOf(byAbsence) {
	return byAbsence ? {
		text: "add --authorization-mode=Node,RBAC",
		edits: []
	} : {
		text: "take AlwaysAllow out: --authorization-mode=Node,RBAC, or authorizers of type Node and RBAC",
		edits: []
	};
}
//#endregion
//#region rules/apiserver-token-auth-file/rule.ts
const check$71 = function* (context) {
	const rows = context.graph.inventory.credentials.filter(({ form }) => form === "token-file-row");
	for (const server of context.graph.apiServers) {
		const file = server.tokenAuthFile;
		if (file === void 0) continue;
		const place = hop(file.origin, "tokens that never expire, in clear text", 1);
		yield {
			ruleId: "apiserver-token-auth-file",
			title: "holders of a token of --token-auth-file can use it until the server restarts with another file",
			score: rate({
				holder: 4,
				power: strongestRow(context, rows),
				adjustments: [adjustment.namedUser, adjustment.staticCredential]
			}),
			confidence: "certain",
			place,
			hops: [place, ...rows.slice(0, 5).map((row) => hop(row.origin, `${row.label}: one of them`))],
			notes: [note$1("why", "a leaked token works until somebody edits the file and restarts every API server"), note$1("note", "its users and groups are whatever the file says, system:masters included")],
			remedies: [{
				text: "use short-lived credentials (ServiceAccount tokens, OIDC) and take --token-auth-file out",
				edits: []
			}],
			identity: {
				subject: "kube-apiserver",
				object: "token-auth-file"
			},
			cause: `${server.instance} token-auth-file`,
			also: `${server.instance} reads such a file as well`
		};
	}
};
/** What the rows give. Where the inputs are not all there is, a row may be bound elsewhere: taken for the worst. */
function strongestRow(context, rows) {
	if (!context.graph.inventory.complete || rows.length === 0) return 1;
	let strongest = 6;
	for (const row of rows) {
		const level = credentialPower(context, row)?.level ?? 6;
		if (level < strongest) strongest = level;
	}
	return strongest;
}
//#endregion
//#region rules/credential-in-manifest/rule.ts
/** What it opens is not known. */
const unknownWorth = 4;
const check$70 = function* (context) {
	for (const written of context.graph.inventory.writtenCredentials) {
		const { owner, key, variable, origin } = written;
		const power = powerOf(context, written);
		const holds = variable ? `environment variable ${quotable(key)}` : `key ${quotable(key)}`;
		const place = hop(origin, "its value is a credential, in clear");
		const object = `${owner}/${key}`;
		yield {
			ruleId: "credential-in-manifest",
			title: fitTitle(`${quotable(owner)} holds ${described(written)} in clear, in ${holds}`, power === void 0 || power.level === 6 ? "" : `: it ${describedPower(power)}`),
			score: scoreOf$1(power),
			confidence: "likely",
			place,
			hops: [place],
			notes: [note$1("who", "everybody who reads this file or may read the object")],
			remedies: [{
				text: "revoke it, and keep the new one in a Secret that is not committed",
				edits: []
			}],
			identity: {
				subject: written.form,
				object
			},
			cause: object,
			also: `${holds} holds one too`
		};
	}
};
function described({ form, account }) {
	switch (form) {
		case "service-account-token": return account === void 0 ? "a ServiceAccount's token" : `a token of ${serviceAccountHolder(account.namespace, account.name).name}`;
		case "private-key": return "a private key";
		case "kubeconfig-token": return "a kubeconfig with its token";
	}
}
function powerOf(context, { account }) {
	return account === void 0 ? void 0 : accountPower(context, account.namespace, account.name);
}
function scoreOf$1(power) {
	if (power === void 0) return unknownWorth;
	const { score } = rateHeld(power, {
		holder: 4,
		adjustments: [adjustment.staticCredential]
	});
	return Math.max(score, unknownWorth);
}
//#endregion
//#region rules/identity-system-masters-member/rule.ts
const ruleId$2 = "identity-system-masters-member";
/** Signed by the cluster's own CA, unless admission refuses the request. */
const clientSigner = "kubernetes.io/kube-apiserver-client";
const check$69 = function* (context) {
	for (const credential of context.graph.inventory.credentials) {
		const group = credential.groups.find(({ value }) => value === mastersGroup);
		if (group === void 0) continue;
		yield memberRisk(context, credential, group.origin.kind === "text" ? group.origin : credential.origin);
	}
};
function memberRisk(context, credential, origin) {
	const { form, label, user } = credential;
	const place = hop(origin, membershipLabel[form], 1);
	const name = user?.value ?? label;
	const who = form === "token-file-row" && user !== void 0 ? `User ${quotable(user.value)} (${label})` : label;
	const rated = ratingOf(context, credential);
	return {
		ruleId: ruleId$2,
		title: fitTitle(who, ` ${rated.claim}`),
		score: rated.score,
		confidence: rated.confidence,
		place,
		hops: [place],
		notes: [note$1("why", "members of system:masters are allowed before any authorizer is asked, and no binding takes it away"), ...rated.notes],
		remedies: remedies$1[form],
		identity: identityOf(credential),
		cause: `${form} ${label} ${name}`,
		also: `${label} is one more member`
	};
}
/** Labels name files and rows, which come and go; an IAM identity is known by its label alone. */
function identityOf({ form, label, user }) {
	if (form === "aws-auth-mapping" || user === void 0) return {
		subject: label,
		object: form
	};
	return {
		subject: `User ${user.value}`,
		object: form
	};
}
function ratingOf(context, credential) {
	const { form, notAfter, signerName } = credential;
	const claim = "is in system:masters, which makes it cluster-admin for good";
	const member = {
		holder: 4,
		power: 1,
		adjustments: [adjustment.irrevocable]
	};
	switch (form) {
		case "client-certificate":
		case "kubeconfig-client-certificate":
			if (notAfter !== void 0 && Date.parse(notAfter) < Date.parse(context.at)) return {
				claim: "was in system:masters until it expired",
				score: 2,
				confidence: "certain",
				notes: [note$1("note", `no longer accepted: valid until ${notAfter}`)]
			};
			if (credential.proofInText === true) {
				const notes = [note$1("who", "everybody who reads this file: the private key stands in it"), ...validUntil(notAfter)];
				return {
					claim,
					score: rate({
						holder: 1,
						power: 1
					}),
					confidence: "certain",
					notes
				};
			}
			return {
				claim,
				score: rate(member),
				confidence: "certain",
				notes: validUntil(notAfter)
			};
		case "token-file-row": return ratingOfRow(tokenFileUse(context, credential), claim);
		case "aws-auth-mapping":
			if (credential.assumption !== void 0) {
				const notes = [note$1("note", credential.assumption)];
				return {
					claim,
					score: rate({
						...member,
						assumedHops: 1
					}),
					confidence: "likely",
					notes
				};
			}
			return {
				claim,
				score: rate(member),
				confidence: "certain",
				notes: []
			};
		case "kubeconfig-token": return {
			claim,
			score: rate(member),
			confidence: "certain",
			notes: []
		};
		case "certificate-request":
		case "certificate-request-template": {
			const asks = "asks for system:masters, which would make it cluster-admin for good";
			if (signerName === clientSigner) return {
				claim: asks,
				score: 3,
				confidence: "certain",
				notes: [note$1("note", "the API server refuses such a request, unless CertificateSubjectRestriction is disabled")]
			};
			return {
				claim: asks,
				score: rate({
					...member,
					assumedHops: 1
				}),
				confidence: "likely",
				notes: [intent]
			};
		}
	}
}
/** How sure it is that an API server of the inputs reads the file (`--token-auth-file`): its path, its name only, neither. */
function tokenFileUse({ graph }, { origin }) {
	if (origin.kind !== "text") return "possible";
	const path = `/${origin.source.path}`;
	const named = graph.apiServers.flatMap(({ tokenAuthFile }) => tokenAuthFile === void 0 ? [] : [tokenAuthFile.value]);
	if (named.some((file) => path.endsWith(file.startsWith("/") ? file : `/${file}`))) return "certain";
	const nameOf = (file) => file.slice(file.lastIndexOf("/") + 1);
	return named.some((file) => nameOf(file) === nameOf(path)) ? "likely" : "possible";
}
function ratingOfRow(confidence, claim) {
	switch (confidence) {
		case "certain": return {
			claim,
			score: rate({
				holder: 1,
				power: 1
			}),
			confidence,
			notes: []
		};
		case "likely": return {
			claim,
			score: rate({
				holder: 1,
				power: 1,
				assumedHops: 1
			}),
			confidence,
			notes: [sameName]
		};
		case "possible": return {
			claim: "would be in system:masters",
			score: 3,
			confidence,
			notes: [notInForce]
		};
	}
}
const sameName = note$1("note", "taken for the file that --token-auth-file names: it has the same name");
const notInForce = note$1("note", "no --token-auth-file among the inputs names this file");
const intent = note$1("note", "a request is an intent: it counts once a CA that the API server trusts has signed it");
function validUntil(notAfter) {
	return notAfter === void 0 ? [] : [note$1("note", `no way to revoke it; valid until ${notAfter}`)];
}
const membershipLabel = {
	"client-certificate": "the certificate's O puts it into system:masters",
	"kubeconfig-client-certificate": "the certificate's O puts it into system:masters",
	"kubeconfig-token": "the token's user is in system:masters",
	"token-file-row": "the row puts its user into system:masters",
	"aws-auth-mapping": "whoever takes this IAM identity is in system:masters",
	"certificate-request": "the request's O asks for system:masters",
	"certificate-request-template": "certificates made from this are in system:masters"
};
const namedGroup = {
	text: "issue credentials in a group of your own and bind that group to what it needs: a binding can be taken back",
	edits: []
};
const newCa = {
	text: "a certificate that is out cannot be revoked: rotate the client CA if it may have leaked",
	edits: []
};
const remedies$1 = {
	"client-certificate": [namedGroup, newCa],
	"kubeconfig-client-certificate": [namedGroup, newCa],
	"kubeconfig-token": [namedGroup],
	"token-file-row": [{
		text: "take the row out and restart the API servers",
		edits: []
	}, namedGroup],
	"aws-auth-mapping": [{
		text: "map the IAM identity to a group of your own and bind that group to what it needs",
		edits: []
	}],
	"certificate-request": [namedGroup],
	"certificate-request-template": [namedGroup]
};
//#endregion
//#region rules/path-admission-control/rule.ts
const check$68 = (context) => pathRisks(context, {
	id: "path-admission-control",
	kinds: ["control-admission", "replace-api-server"]
});
//#endregion
//#region rules/path-aggregation-injection/rule.ts
const check$67 = (context) => aggregationRisks(context);
//#endregion
//#region rules/path-bind-or-escalate/rule.ts
const check$66 = (context) => pathRisks(context, {
	id: "path-bind-or-escalate",
	kinds: ["bind-role", "escalate-role"]
});
//#endregion
//#region rules/path-csr-to-identity/rule.ts
const check$65 = (context) => pathRisks(context, {
	id: "path-csr-to-identity",
	kinds: ["approve-certificate"],
	counts: ({ assumption }) => assumption === void 0
});
//#endregion
//#region rules/path-impersonate-chain/rule.ts
const check$64 = (context) => pathRisks(context, {
	id: "path-impersonate-chain",
	kinds: ["impersonate"],
	tells: (found) => gainsMoreThanOneStep(context, found)
});
/** What whoever it acts as can do at once is told of the right to impersonate. */
function gainsMoreThanOneStep(context, { bound: { holder }, level }) {
	const [strongest] = impersonationsOf(context, [holder.key, ...membershipsOf(holder.key)].flatMap((key) => [...context.graph.grantsOf(key)]), holder.key);
	return strongest === void 0 || level < strongest.level;
}
//#endregion
//#region rules/path-namespace-policy-bypass/rule.ts
const check$63 = (context) => pathRisks(context, {
	id: "path-namespace-policy-bypass",
	kinds: ["relabel-namespace"]
});
//#endregion
//#region rules/path-node-to-workloads/rule.ts
const check$62 = (context) => pathRisks(context, {
	id: "path-node-to-workloads",
	kinds: [
		"reach-kubelet",
		"mount-host-path",
		"node-credential"
	]
});
//#endregion
//#region rules/path-pod-create-to-sa/rule.ts
const check$61 = (context) => pathRisks(context, {
	id: "path-pod-create-to-sa",
	kinds: ["create-pod", "write-workload"],
	notes: (found) => [
		...otherAccounts(context, found),
		...podSecurity(context, found),
		...aboutNames(found)
	],
	instead: (found) => elsewhere$1(context, found)
});
function otherAccounts(context, { path }) {
	const [first, ...others] = strongAccountsBeside(context, path);
	if (first === void 0) return [];
	return [note$1("also", `${first}${others.length === 0 ? "" : `; ${others.length} more ${others.length === 1 ? "account" : "accounts"}`}`)];
}
/** It never keeps a pod from naming an account, only from taking over the node. */
function podSecurity({ graph }, { path }) {
	const [{ to }] = path.steps;
	if (to.kind !== "any-account" || to.namespace === void 0) return [];
	const where = inScope({
		kind: "namespace",
		namespace: to.namespace
	}).slice(3);
	const security = podSecurityOf(graph, to.namespace);
	if (!security.seen) return [note$1("also", `no Namespace object sets a Pod Security level for ${where}: unless the cluster does, the pod takes over its node`)];
	const { enforced } = security;
	if (enforced === void 0 || !keepsFromNode(security)) return [note$1("also", `${where} ${enforced === void 0 ? "enforces no Pod Security level" : `enforces Pod Security ${quotable(enforced.value)}`}: the pod takes over its node`)];
	return [note$1("note", `Pod Security ${quotable(enforced.value)} (${whereOf(enforced.origin)}) keeps the pod from the node; it does not look at serviceAccountName`)];
}
function aboutNames({ path }) {
	return path.steps[0].kind === "create-pod" ? [note$1("note", "resourceNames would not narrow this: a create request carries no name")] : [note$1("note", "resourceNames would not narrow this: a template names any account")];
}
/** Where the accounts of the namespace are somebody else's: the same role and binding in a namespace of their own. */
function elsewhere$1({ graph }, { bound, path }) {
	const { binding, holder } = bound;
	const [{ to }] = path.steps;
	if (to.kind !== "any-account" || to.namespace === void 0 || binding.resolution.outcome !== "found") return [];
	const { role } = binding.resolution;
	if (holder.identity.startsWith(`ServiceAccount ${to.namespace}/`) || role.entry.object.kind !== "Role") return [];
	const { bindingsOf, namespaces } = usageOf(graph);
	const name = `${role.entry.object.meta.name.value}-only`;
	if ((bindingsOf.get(role) ?? 0) > 1 || namespaces.has(name)) return [];
	const edits = [role.entry.object, binding.entry.object].map(({ meta: { namespace } }) => namespace === void 0 ? [] : replaceScalar(namespace.origin, namespace.value, name));
	if (edits.some((some) => some.length === 0)) return [];
	return [{
		text: "use a namespace whose accounts hold no rights",
		edits: edits.flat()
	}];
}
const usages = /* @__PURE__ */ new WeakMap();
/** How many bindings refer to a role, and which namespaces have some. */
function usageOf(graph) {
	const known = usages.get(graph);
	if (known !== void 0) return known;
	const bindingsOf = /* @__PURE__ */ new Map();
	for (const { resolution } of graph.bindings) if (resolution.outcome === "found") bindingsOf.set(resolution.role, (bindingsOf.get(resolution.role) ?? 0) + 1);
	const usage = {
		bindingsOf,
		namespaces: new Set(graph.bindings.map(({ entry }) => entry.namespace))
	};
	usages.set(graph, usage);
	return usage;
}
//#endregion
//#region rules/path-pod-takeover-to-sa/rule.ts
const check$60 = (context) => pathRisks(context, {
	id: "path-pod-takeover-to-sa",
	kinds: ["enter-pod"]
});
//#endregion
//#region rules/path-token-to-sa/rule.ts
const check$59 = (context) => pathRisks(context, {
	id: "path-token-to-sa",
	kinds: [
		"request-token",
		"read-token-secret",
		"create-token-secret"
	]
});
//#endregion
//#region rules/path-workload-to-cluster-admin/rule.ts
const anyStep = [
	"holds-everything",
	"create-pod",
	"write-workload",
	"enter-pod",
	"request-token",
	"read-token-secret",
	"create-token-secret",
	"impersonate",
	"bind-role",
	"escalate-role",
	"approve-certificate",
	"reach-kubelet",
	"mount-host-path",
	"relabel-namespace",
	"control-admission",
	"inject-aggregate",
	"write-identity-map"
];
const check$58 = function* (context) {
	const workloads = workloadsByAccount(context);
	for (const found of boundPaths(context, {
		kinds: anyStep,
		counts: () => true,
		ofAdmins: true
	})) {
		const its = workloads.get(found.bound.holder.key);
		if (found.level === 1 && its !== void 0) yield workloadRisk(context, found, its);
	}
};
/** Those whose pods get a token. */
function workloadsByAccount({ graph }) {
	const byAccount = /* @__PURE__ */ new Map();
	for (const { key, workloads } of runningAccounts(graph)) {
		const [first, ...others] = workloads.filter(({ getsToken }) => getsToken);
		if (first !== void 0) byAccount.set(key, [first, ...others]);
	}
	return byAccount;
}
function workloadRisk(context, { bound, path }, [workload, ...more]) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(context.graph, binding);
	const [first] = path.steps;
	const name = `${workload.kind} ${namespacedName(workload.namespace, workload.name)}`;
	const title = path.steps.length === 1 && first.kind === "holds-everything" ? fitTitle(`${name} runs as ${holder.name}`, ", which is cluster-admin") : fitTitle(`${name} can ${first.phrase}`, consequenceOf(holder, path));
	const place = subjectHop(holder, subject, 2);
	const { power } = first;
	const worth = rate({
		holder: holder.level,
		power: 1,
		adjustments: holder.adjustments,
		assumedHops: path.assumedHops + certainty.assumedHops
	});
	return {
		ruleId: "path-workload-to-cluster-admin",
		title,
		score: Math.round(worth * 10 - 1) / 10,
		confidence: weakerConfidence(weakerConfidence(path.confidence, certainty.confidence), workload.confidence),
		place,
		hops: [
			hop(workload.accountPlace, `runs as ${quotable(workload.account)}`, 1),
			place,
			roleRefHop(binding, 3),
			...power === void 0 ? [] : powerHops(power, 4, binding)
		],
		notes: [
			...followingLines(path).map((line) => note$1("then", line)),
			...more.length === 0 ? [] : [note$1("who", `${more.length} more workloads run as this account`)],
			...certainty.notes,
			...power === void 0 ? [] : [note$1("check", checkCommand(holder, power))]
		],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: title,
		role: roleOf$3(binding)
	};
}
//#endregion
//#region rules/rbac-admission-webhooks-write/rule.ts
const check$57 = (context) => powerRisks(context, {
	id: "rbac-admission-webhooks-write",
	powers: [
		"write-admission",
		"create-mutating-policies",
		"write-validation",
		"write-admission-policies"
	]
});
//#endregion
//#region rules/rbac-auth-configmaps-write/rule.ts
const check$56 = (context) => {
	const isOnEks = hasAwsAuth(context.graph);
	return powerRisks(context, {
		id: "rbac-auth-configmaps-write",
		powers: [
			"write-aws-auth",
			"write-configmaps",
			"write-identity-configmaps",
			"write-cluster-info"
		],
		tells: (power) => !isByWildcard(power) && (isOnEks || power.id !== "write-configmaps"),
		judged: ({ power }) => withAwsAuth(context, power),
		instead: ({ witnesses: [{ grant }] }) => grant.rule.resourceNames.length > 0 ? [] : ["name the ConfigMaps that are written in resourceNames"]
	});
};
/** Whoever may write every ConfigMap of kube-system may write that one. */
function withAwsAuth({ graph }, power) {
	if (!includesAwsAuth(graph, power)) return power;
	const phrase = `write every ConfigMap ${power.id === "write-configmaps" ? "of the cluster" : "of kube-system"}, and so aws-auth, the list of users and groups of EKS`;
	return {
		...power,
		level: 1,
		sureLevel: 1,
		phrase
	};
}
//#endregion
//#region rules/rbac-bind/rule.ts
const check$55 = (context) => powerRisks(context, {
	id: "rbac-bind",
	powers: [
		"bind",
		"bind-strong-roles",
		"bind-in-namespace",
		"bind-named-cluster-role",
		"bind-named-role"
	],
	judged: (found) => judged$1(context, found),
	instead: ({ witnesses: [bind] }) => bind.names.length > 0 ? [] : ["name the roles that may be bound in resourceNames of the rule with bind"]
});
/** By name it is worth what the strongest role gives that the holder can bind, or add itself to; nothing where that is harmless. */
function judged$1(context, { power }) {
	if (power.id !== "bind-named-cluster-role" && power.id !== "bind-named-role") return power;
	let strongest;
	for (const one of bindable(context, power)) if (strongest === void 0 || one.level < strongest.level) strongest = one;
	if (strongest === void 0 || strongest.level > harmful) return void 0;
	const { level, phrase } = strongest;
	return {
		...power,
		level,
		sureLevel: level,
		names: [],
		phrase
	};
}
/** Less than a namespace is what many may hand on. */
const harmful = 3;
function* bindable(context, power) {
	const [bind, write] = power.witnesses;
	if (write === void 0) return;
	if (write.names.length === 0) yield* newBindings(context, power, bind.names);
	else yield* moreMembers(context, power, write.names, bind.names);
}
function* newBindings(context, power, names) {
	const where = power.id === "bind-named-cluster-role" ? "in the whole cluster" : inScope(power.scope);
	for (const role of names.flatMap((name) => namesIn(context.graph).roles.get(name) ?? [])) {
		const { kind, meta } = role.entry.object;
		const given = role.entry.namespace === "" || isInReach(power, role.entry) ? givenBy(context, role, power) : void 0;
		if (given === void 0) continue;
		const phrase = `bind ${kind} ${quotable(meta.name.value)} to itself ${where}, and so ${given.phrase}`;
		yield {
			level: given.level,
			phrase
		};
	}
}
/** A binding keeps its role, and takes new subjects. */
function* moreMembers(context, power, names, roleNames) {
	for (const { entry, resolution } of names.flatMap((name) => namesIn(context.graph).bindings.get(name) ?? [])) {
		const { kind, meta, roleRef } = entry.object;
		if (resolution.outcome !== "found" || !isInReach(power, entry)) continue;
		if (roleNames.length > 0 && !roleNames.includes(roleRef.name.value)) continue;
		const given = givenBy(context, resolution.role, power);
		if (given === void 0) continue;
		const phrase = `add itself to ${kind} ${quotable(meta.name.value)}, and so ${given.phrase}`;
		yield {
			level: given.level,
			phrase
		};
	}
}
/** Roles or bindings of the namespaces in which the power is held; those of the cluster where it is about those. */
function isInReach({ id, scope }, { namespace }) {
	if (id === "bind-named-cluster-role" || namespace === "") return id === "bind-named-cluster-role" && namespace === "";
	return scope.kind === "cluster" || namespace === scope.namespace;
}
const knownNames = /* @__PURE__ */ new WeakMap();
function namesIn(graph) {
	let names = knownNames.get(graph);
	if (names === void 0) {
		names = {
			roles: byName(graph.roles),
			bindings: byName(graph.bindings)
		};
		knownNames.set(graph, names);
	}
	return names;
}
function byName(all) {
	const found = /* @__PURE__ */ new Map();
	for (const one of all) {
		const name = one.entry.object.meta.name.value;
		const same = found.get(name);
		if (same === void 0) found.set(name, [one]);
		else same.push(one);
	}
	return found;
}
/** What a role gives through a binding of the kind that may be written. */
function givenBy({ minor }, role, { id, scope }) {
	const grants = grantsIfBound(role);
	if (id === "bind-named-cluster-role") return strongestPower(grants, minor);
	const namespace = scope.kind === "namespace" ? scope.namespace : role.entry.namespace || "any namespace";
	const given = strongestPower(grants.map((grant) => ({
		...grant,
		scope: {
			kind: "namespace",
			namespace
		}
	})), minor);
	return given?.level === 3 && scope.kind === "cluster" && role.entry.namespace === "" ? {
		...given,
		level: 2
	} : given;
}
//#endregion
//#region rules/rbac-cluster-admin-binding/rule.ts
const check$54 = function* (context) {
	for (const bound of boundHolders(context, [
		"service-account",
		"nodes",
		"user",
		"group"
	], isClusterAdminRef)) {
		const risk = everythingRisk(context, "rbac-cluster-admin-binding", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-crds-apiservices-write/rule.ts
const check$53 = (context) => powerRisks(context, {
	id: "rbac-crds-apiservices-write",
	powers: [
		"write-apiservices",
		"write-crds",
		"create-crds"
	]
});
//#endregion
//#region rules/rbac-cross-namespace-sa/rule.ts
/** What it gives has rules of its own; this is that it crosses a border. */
const score$11 = 1;
const check$52 = function* (context) {
	for (const bound of boundHolders(context, ["service-account"], ({ scope }) => scope.kind === "namespace")) {
		const { binding, subject, holder } = bound;
		const { key, namespace, object } = binding.entry;
		const from = subject.kind === "ServiceAccount" ? subject.namespace?.value : void 0;
		if (from === void 0 || from === "" || from === namespace || namespace === "<applied>") continue;
		if (binding.isShipped(subject)) continue;
		const place = subjectHop(holder, subject, 1);
		yield {
			ruleId: "rbac-cross-namespace-sa",
			title: fitTitle(`${holder.name} is bound to ${quotable(object.roleRef.name.value)}`, ` in ${quotable(namespace)}, which is not its namespace`),
			score: score$11,
			confidence: "certain",
			place,
			hops: [place, roleRefHop(binding, 2)],
			notes: [],
			remedies: [takeSubjectOut(bound)],
			identity: {
				subject: holder.identity,
				object: key
			},
			cause: key,
			also: `${holder.name} is of another namespace`
		};
	}
};
//#endregion
//#region rules/rbac-csr-approve/rule.ts
const check$51 = (context) => powerRisks(context, {
	id: "rbac-csr-approve",
	powers: [
		"approve-certificates",
		"approve-node-certificates",
		"request-node-certificates",
		"sign-certificates"
	],
	instead: () => ["name the one signer that is meant in resourceNames of the rule with `signers`"]
});
//#endregion
//#region rules/rbac-dangling-role-ref/rule.ts
/** Nothing is allowed that should not be; somebody thinks that something is. */
const score$10 = 2;
const check$50 = function* ({ graph }) {
	const dangling = graph.bindings.filter(({ entry, resolution }) => resolution.outcome === "missing" && entry.object.origin.kind !== "built-in");
	if (dangling.length === 0) return;
	const known = rolesByName(graph);
	for (const binding of dangling) {
		const near = meantRole(binding, known);
		const meant = near !== void 0 && standTogether(binding.entry.path, near.role.path) ? near : void 0;
		if (meant === void 0 && !graph.inventory.complete) continue;
		yield danglingRisk$1(binding, meant, graph.inventory.complete);
	}
};
function rolesByName(graph) {
	const clusterRoles = /* @__PURE__ */ new Map();
	const rolesOfName = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Map();
	const byKey = /* @__PURE__ */ new Map();
	const bound = boundByInputs(graph);
	for (const { entry } of graph.roles) {
		if (entry.object.meta.generated) continue;
		const name = entry.object.meta.name.value;
		if (entry.object.kind === "ClusterRole") clusterRoles.set(name, entry);
		else append$2(rolesOfName, name, entry);
		byKey.set(`${entry.namespace}/${name}`, entry);
		if (!bound.has(entry.key)) append$2(names, entry.namespace, name);
	}
	return {
		clusterRoles,
		rolesOfName,
		unboundNames: new Map([...names].map(([namespace, known]) => [namespace, indexNames(known)])),
		byKey
	};
}
/** Roles of the inputs that bindings lead to. What Kubernetes ships is there for everybody to bind. */
function boundByInputs({ bindings }) {
	const bound = /* @__PURE__ */ new Set();
	for (const { resolution } of bindings) {
		const roles = resolution.outcome === "found" ? [resolution.role] : [];
		for (const { entry } of resolution.outcome === "ambiguous" ? resolution.roles : roles) if (entry.object.origin.kind !== "built-in") bound.add(entry.key);
	}
	return bound;
}
function meantRole({ entry, resolution }, known) {
	if (resolution.outcome === "missing" && resolution.nearMisses.length > 0) return void 0;
	const { kind, name } = entry.object.roleRef;
	const wanted = name.value;
	const { namespace } = entry;
	if (kind.value === "ClusterRole") {
		const here = namespace === "" ? void 0 : known.byKey.get(`${namespace}/${wanted}`);
		if (here !== void 0) return {
			role: here,
			differs: "kind"
		};
		return misspelt(wanted, "", known);
	}
	const clusterRole = known.clusterRoles.get(wanted);
	if (clusterRole !== void 0) return {
		role: clusterRole,
		differs: "kind"
	};
	return misspelt(wanted, namespace, known) ?? elsewhere(wanted, namespace, known);
}
function misspelt(wanted, namespace, { unboundNames, byKey }) {
	const names = unboundNames.get(namespace);
	const near = names === void 0 ? void 0 : nearName(wanted, names);
	const role = near === void 0 ? void 0 : byKey.get(`${namespace}/${near.name}`);
	return role === void 0 ? void 0 : {
		role,
		differs: "name"
	};
}
/** The only Role of that name, in another namespace; where the inputs do not say one of the two, they may be the same. */
function elsewhere(wanted, namespace, { rolesOfName }) {
	const [role, ...others] = rolesOfName.get(wanted) ?? [];
	if (role === void 0 || others.some((other) => other.namespace !== role.namespace)) return void 0;
	if (namespace === "<applied>" || role.namespace === "<applied>") return void 0;
	return {
		role,
		differs: "namespace"
	};
}
function danglingRisk$1({ entry }, meant, complete) {
	const { object, namespace, key } = entry;
	const { kind, name } = object.roleRef;
	const place = hop(name.origin, `no ${kind.value} of this name${kind.value === "Role" ? " here" : ""}`, 1);
	const written = (longest) => `${kind.value} ${namespacedName(kind.value === "Role" ? namespace : "", name.value, longest)}`;
	const whole = (longest) => `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
	const others = (longest) => meant === void 0 ? "" : `; there is ${nameOf(meant.role, longest)}`;
	return {
		ruleId: "rbac-dangling-role-ref",
		title: firstThatFits([
			void 0,
			40,
			30,
			20,
			12
		].map((longest) => `${whole(longest)} gives nothing: ${written(longest)} ${complete ? "does not exist" : "is not among the inputs"}${others(longest)}`)),
		score: score$10,
		confidence: complete ? "certain" : "likely",
		place,
		hops: [place, ...meant === void 0 ? [] : [meantHop(meant)]],
		notes: [note$1("why", "whoever creates a role of that name decides, within its own rights, what the subjects can do")],
		remedies: remediesOf$1(entry, meant),
		identity: {
			subject: `${kind.value} ${name.value}`,
			object: key
		},
		cause: `${key} roleRef`,
		also: `${whole()} names a role that is not there`
	};
}
function nameOf({ namespace, object }, longest) {
	return `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
}
const difference = {
	namespace: "this name, in another namespace",
	kind: "this name, but of the other kind",
	name: "a name that is nearly the same"
};
function meantHop({ role, differs }) {
	return hop(role.object.meta.name.origin, difference[differs], 2);
}
function remediesOf$1({ object }, meant) {
	const deleted = {
		text: "delete the binding: it gives nothing",
		edits: removeObject(object.origin)
	};
	if (meant === void 0) return [deleted];
	const { kind, name } = object.roleRef;
	const { meta, kind: meantKind } = meant.role.object;
	const again = "; roleRef is immutable: delete the binding and create it again";
	switch (meant.differs) {
		case "name": return [{
			text: `name ${quotable(meta.name.value)} in the roleRef${again}`,
			edits: replaceScalar(name.origin, name.value, meta.name.value)
		}, deleted];
		case "kind": return [{
			text: `write kind: ${meantKind} in the roleRef${again}`,
			edits: replaceScalar(kind.origin, kind.value, meantKind)
		}, deleted];
		case "namespace": {
			const own = object.meta.namespace;
			const { namespace } = meant.role;
			return [{
				text: `put the binding into ${quotable(namespace)}, where the Role is, or write the Role where the binding is`,
				edits: own === void 0 ? [] : replaceScalar(own.origin, own.value, namespace)
			}, deleted];
		}
	}
}
function append$2(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region rules/rbac-dangling-subject/rule.ts
/** Nothing is allowed that should not be; somebody thinks that something is. */
const score$9 = 2;
const check$49 = function* ({ graph }) {
	const accounts = knownAccounts(graph);
	const { complete } = graph.inventory;
	for (const binding of graph.bindings) {
		const { object, namespace: own } = binding.entry;
		if (object.origin.kind === "built-in") continue;
		for (const subject of object.subjects) {
			if (subject.kind !== "ServiceAccount" || binding.isShipped(subject)) continue;
			const named = {
				namespace: subject.namespace?.value || own,
				name: subject.name.value
			};
			if (named.namespace === "" || exists(named, accounts)) continue;
			const near = meantAccount(named, accounts);
			const meant = near !== void 0 && standTogether(binding.entry.path, near.path) ? near : void 0;
			if (meant === void 0 && !complete) continue;
			const risk = danglingRisk(graph, binding, subject, named, meant);
			if (risk !== void 0) yield risk;
		}
	}
};
/** Every namespace has `default` (pkg/controller/serviceaccount); OpenShift's projects have these two beside it. */
const createdEverywhere = [
	"default",
	"builder",
	"deployer"
];
function knownAccounts(graph) {
	const { inventory, bindings } = graph;
	const bound = /* @__PURE__ */ new Set();
	const created = /* @__PURE__ */ new Set();
	for (const { entry } of bindings) addAccounts(bound, entry.object.subjects, entry.namespace);
	for (const { subjects } of inventory.shipped.kubernetes.bindings) addAccounts(created, subjects, "");
	const byKey = /* @__PURE__ */ new Map();
	const ofName = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Map();
	const namespaces = /* @__PURE__ */ new Set();
	for (const account of inventory.entriesOf("ServiceAccount")) {
		const name = account.object.meta.name.value;
		const key = keyOf$1(account.namespace, name);
		namespaces.add(account.namespace);
		byKey.set(key, account);
		append$1(ofName, name, account);
		if (!bound.has(key)) append$1(names, account.namespace, name);
	}
	return {
		byKey,
		ofName,
		unboundNames: new Map([...names].map(([namespace, known]) => [namespace, indexNames(known)])),
		created,
		namespaces
	};
}
function addAccounts(to, subjects, bindingNamespace) {
	for (const subject of subjects) if (subject.kind === "ServiceAccount") to.add(keyOf$1(subject.namespace?.value || bindingNamespace, subject.name.value));
}
function exists({ namespace, name }, { byKey, created }) {
	const key = keyOf$1(namespace, name);
	return byKey.has(key) || created.has(key) || createdEverywhere.includes(name);
}
function meantAccount({ namespace, name }, accounts) {
	const names = accounts.unboundNames.get(namespace);
	const near = names === void 0 ? void 0 : nearName(name, names);
	if (near !== void 0) return accounts.byKey.get(keyOf$1(namespace, near.name));
	if (namespace === "<applied>" || !accounts.namespaces.has(namespace)) return void 0;
	const [only, ...others] = accounts.ofName.get(name) ?? [];
	if (only === void 0 || only.namespace === "<applied>") return void 0;
	return others.some((other) => other.namespace !== only.namespace) ? void 0 : only;
}
function danglingRisk({ inventory }, binding, subject, named, meant) {
	const { key, object, namespace } = binding.entry;
	const holder = holderOf(subject, namespace);
	if (holder === void 0) return void 0;
	const place = {
		...subjectHop(holder, subject, 1),
		label: "no ServiceAccount of this name there"
	};
	return {
		ruleId: "rbac-dangling-subject",
		title: firstThatFits([
			void 0,
			40,
			30,
			20,
			12
		].map((longest) => {
			const whole = `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
			return `${`ServiceAccount ${namespacedName(named.namespace, named.name, longest)}`}, which ${whole} names, ${inventory.complete ? "does not exist" : "is not among the inputs"}${meant === void 0 ? "" : `; there is ${namespacedName(meant.namespace, meant.object.meta.name.value, longest)}`}`;
		})),
		score: score$9,
		confidence: inventory.complete ? "certain" : "likely",
		place,
		hops: [place, ...meant === void 0 ? [] : [hop(meant.object.meta.name.origin, "nearly the same account", 2)]],
		notes: [note$1("why", "whoever creates an account of that name holds what the binding gives")],
		remedies: [...correction(subject, named, meant), takeSubjectOut({
			binding,
			subject,
			holder,
			grants: () => []
		})],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: `${key} ${holder.identity} is missing`,
		also: `so is ${holder.name}`
	};
}
function correction(subject, named, meant) {
	if (meant === void 0) return [];
	const name = meant.object.meta.name.value;
	if (meant.namespace === named.namespace) return [{
		text: `name ${quotable(name)} instead`,
		edits: replaceScalar(subject.name.origin, named.name, name)
	}];
	const text = `name the namespace ${quotable(meant.namespace)}, where the account is`;
	const { namespace } = subject;
	return [{
		text,
		edits: namespace === void 0 ? [] : replaceScalar(namespace.origin, namespace.value, meant.namespace)
	}];
}
function keyOf$1(namespace, name) {
	return `${namespace}/${name}`;
}
function append$1(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region rules/rbac-default-object-drift/rule.ts
const check$48 = (context) => driftRisks(context);
//#endregion
//#region rules/rbac-default-sa-bound/rule.ts
/** What no other rule tells of a binding. */
const toldHereOnly = [
	"write",
	"read",
	"discovery"
];
const check$47 = function* (context) {
	for (const bound of boundHolders(context, ["service-account"], namesDefault)) {
		if (bound.holder.level !== 2) continue;
		const risk = crowdRisk(context, "rbac-default-sa-bound", bound);
		if (risk === void 0) continue;
		const power = strongestPower(bound.grants(), context.minor);
		yield power === void 0 || toldHereOnly.includes(power.id) ? {
			...risk,
			cause: `bindings of ${bound.holder.key}`
		} : risk;
	}
};
function namesDefault({ entry }) {
	return entry.object.subjects.some(({ name }) => name.value === "default" || name.value.endsWith(":default"));
}
//#endregion
//#region rules/rbac-delete-broad/rule.ts
const check$46 = (context) => powerRisks(context, {
	id: "rbac-delete-broad",
	powers: ["delete-broad", "read-secrets"],
	tells: (power) => !isByWildcard(power) && (power.id === "delete-broad" || readsByDeleting(power)),
	words: (power) => [power.id === "read-secrets" && power.names.length === 0 ? `delete Secrets ${inScope(power.scope)}, and so read every one` : power.phrase]
});
function readsByDeleting({ witnesses: [{ verbs }] }) {
	return verbs.every(({ value }) => value === "delete" || value === "deletecollection");
}
//#endregion
//#region rules/rbac-duplicate-grant/rule.ts
const score$8 = .1;
const check$45 = function* (context) {
	const { graph } = context;
	const given = /* @__PURE__ */ new Map();
	for (const bound of boundHolders(context, [
		...[
			"service-account",
			"user",
			"group",
			"nodes",
			"authenticated",
			"all-service-accounts"
		],
		"namespace-service-accounts",
		"anonymous"
	])) {
		const { key } = bound.holder;
		const rules = given.get(key) ?? givenRules(graph, key);
		given.set(key, rules);
		if (rules.bindings < 2) continue;
		const other = coveredBy(bound, rules);
		if (other !== void 0) yield duplicateRisk(bound, other);
	}
};
function givenRules(graph, subjectKey) {
	const byRule = /* @__PURE__ */ new Map();
	const bindings = /* @__PURE__ */ new Set();
	for (const { rule, binding, confidence } of graph.grantsOf(subjectKey)) {
		if (confidence !== "certain") continue;
		bindings.add(binding.entry.key);
		const key = keyOf(rule);
		const known = byRule.get(key);
		if (known === void 0) byRule.set(key, [binding]);
		else known.push(binding);
	}
	return {
		byRule,
		bindings: bindings.size
	};
}
/** One binding that gives all of this one; of two that give the same, the later is told. */
function coveredBy({ binding, grants }, { byRule }) {
	let candidates;
	for (const grant of grants()) {
		const others = byRule.get(keyOf(grant.rule)) ?? [];
		const wider = (candidates ?? others).filter((other) => others.includes(other) && covers(other, grant, binding));
		if (wider.length === 0) return void 0;
		candidates = wider;
	}
	return candidates?.find((other) => isBefore(other, binding));
}
function covers({ entry, scope }, grant, own) {
	if (entry.key === own.entry.key) return false;
	return scope.kind === "cluster" || grant.scope.kind === "namespace" && scope.namespace === grant.scope.namespace;
}
/** A wider one always counts; of two of one scope only the first by key, so that they do not point at each other. */
function isBefore(other, own) {
	return other.scope.kind !== own.scope.kind || other.entry.key < own.entry.key;
}
const keys = /* @__PURE__ */ new WeakMap();
function keyOf(rule) {
	let key = keys.get(rule);
	if (key === void 0) {
		const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule;
		key = JSON.stringify([
			verbs,
			apiGroups,
			resources,
			resourceNames,
			nonResourceURLs
		].map((list) => list.map(({ value }) => value).sort()));
		keys.set(rule, key);
	}
	return key;
}
function duplicateRisk(bound, other) {
	const { binding, subject, holder } = bound;
	const { key, object } = binding.entry;
	const place = subjectHop(holder, subject, 1);
	const { object: otherObject, namespace } = other.entry;
	return {
		ruleId: "rbac-duplicate-grant",
		title: firstThatFits([
			void 0,
			40,
			30,
			20,
			12
		].map((longest) => {
			const own = `${object.kind} ${namespacedName("", object.meta.name.value, longest)}`;
			const wider = `${otherObject.kind} ${namespacedName(namespace, otherObject.meta.name.value, longest)}`;
			return `${holder.name} has all of ${own} already, ${inScope(other.scope)}, by ${wider}`;
		})),
		score: score$8,
		confidence: "certain",
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			hop(otherObject.meta.name.origin, "gives the same", 3)
		],
		notes: [],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: `${key} gives nothing new`,
		also: `so has ${holder.name}`
	};
}
//#endregion
//#region rules/rbac-escalate/rule.ts
const check$44 = (context) => powerRisks(context, {
	id: "rbac-escalate",
	powers: [
		"escalate",
		"escalate-in-namespace",
		"escalate-named-cluster-role",
		"escalate-named-role"
	],
	judged: (found) => judged(context, found),
	instead: ({ names }) => names.length > 0 ? [] : ["let the account hold what it hands on: then it can write those rights into roles without escalate"]
});
/** By name it is worth what the named roles are: everything, where the writer is bound to one of them itself. */
function judged(context, { bound, power }) {
	const kind = kindByName[power.id];
	if (kind === void 0) return power;
	const roles = rolesItWrites(power);
	if (roles.length === 0) return void 0;
	const own = [];
	let everywhere = false;
	for (const { role, scope } of context.graph.grantsOf(bound.holder.key)) {
		const { object } = role.entry;
		if (object.kind !== kind || !roles.includes(object.meta.name.value)) continue;
		if (!own.includes(object.meta.name.value)) own.push(object.meta.name.value);
		everywhere ||= scope.kind === "cluster";
	}
	if (own.length === 0) return {
		...power,
		names: roles,
		phrase: `write any right into ${kind} ${listedNames(roles)}`
	};
	const level = everywhere ? 1 : 3;
	const phrase = `write any right into ${kind} ${listedNames(own)}, which it is bound to`;
	return {
		...power,
		level,
		sureLevel: level,
		names: [],
		phrase
	};
}
const kindByName = {
	"escalate-named-cluster-role": "ClusterRole",
	"escalate-named-role": "Role"
};
/** Of the roles that escalate is granted for, those that may be written. */
function rolesItWrites({ witnesses: [escalate, write] }) {
	if (write === void 0 || write.names.length === 0) return escalate.names;
	return escalate.names.length === 0 ? write.names : escalate.names.filter((name) => write.names.includes(name));
}
function listedNames(names) {
	return listed(names.map((name) => quotable(name)));
}
//#endregion
//#region rules/rbac-grant-all-service-accounts/rule.ts
const check$43 = function* (context) {
	for (const bound of boundHolders(context, ["all-service-accounts", "namespace-service-accounts"])) {
		const risk = crowdRisk(context, "rbac-grant-all-service-accounts", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-anonymous/rule.ts
const check$42 = function* (context) {
	for (const bound of boundHolders(context, ["anonymous"])) {
		const risk = crowdRisk(context, "rbac-grant-anonymous", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-authenticated/rule.ts
const check$41 = function* (context) {
	for (const bound of boundHolders(context, ["authenticated"])) {
		const risk = crowdRisk(context, "rbac-grant-authenticated", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-nodes-group/rule.ts
const check$40 = function* (context) {
	for (const bound of boundHolders(context, ["nodes"])) {
		const risk = crowdRisk(context, "rbac-grant-nodes-group", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-reserved-identity/rule.ts
const reservedPrefix = "system:";
const check$39 = function* (context) {
	const taken = namesInUse(context.graph);
	for (const bound of boundHolders(context, [
		"user",
		"group",
		"service-account"
	], namesReserved)) {
		const { subject, binding, holder } = bound;
		if (!isReserved(subject) || binding.isShipped(subject)) continue;
		if (holder.kind === "service-account") yield misspeltRisk(bound);
		else if (!taken(subject)) yield* reservedRisk(context, bound);
	}
};
function namesReserved({ entry }) {
	return entry.object.subjects.some(isReserved);
}
function isReserved({ kind, name }) {
	return kind !== "ServiceAccount" && name.value.startsWith(reservedPrefix);
}
/** Whom Kubernetes itself authenticates under a name that no binding has to mention. */
const components = new Set([
	"User system:apiserver",
	"User system:kube-controller-manager",
	"User system:kube-proxy",
	"User system:kube-scheduler",
	"Group system:bootstrappers",
	"User system:konnectivity-server",
	"User system:admin",
	"Group system:cluster-admins"
]);
/** A bootstrap token is such a user, in such groups (plugin/pkg/auth/authenticator/token/bootstrap). */
const bootstrapTokens = /^(?:User system:bootstrap:|Group system:bootstrappers:)./;
/** Names that this version's default policy or kubeadm binds, and those of components. */
function namesInUse({ inventory: { shipped } }) {
	const bound = new Set([...shipped.kubernetes.bindings, ...shipped.kubeadm.bindings].flatMap(({ subjects }) => subjects.map(wordOf)));
	return (subject) => {
		const word = wordOf(subject);
		return bound.has(word) || components.has(word) || bootstrapTokens.test(word);
	};
}
function wordOf({ kind, name }) {
	return `${kind} ${name.value}`;
}
/** Worth what it gives to somebody whom nobody knows yet. */
function* reservedRisk(context, bound) {
	const { binding, subject, holder } = bound;
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, powersOf(bound.grants(), context.minor), certainty.assumedHops);
	if (worst === void 0 || worst.consequence.level === 6) return;
	const { power, consequence, score } = worst;
	const { key } = binding.entry;
	const place = subjectHop(holder, subject, 1);
	const dormant = rbacIsAsked(context.graph) ? void 0 : ", once RBAC is among the authorization modes";
	yield {
		ruleId: "rbac-grant-reserved-identity",
		title: fitTitle(`${holder.name}, a reserved name that Kubernetes gives nobody, can ${power.phrase}`, dormant ?? consequence.suffix),
		score: dormant === void 0 ? score : Math.min(score, 3),
		confidence: weakerConfidence(certainty.confidence, consequence.confidence),
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			...powerHops(power, 3, binding)
		],
		notes: [
			...consequence.next === void 0 ? [] : [note$1("then", consequence.next)],
			note$1("why", `nothing in Kubernetes ${context.minor} authenticates under this name`),
			...certainty.notes,
			note$1("check", checkCommand(holder, power))
		],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} is a reserved name that Kubernetes gives nobody`,
		role: roleOf$3(binding)
	};
}
/** Nothing more is granted by it; who looks for ServiceAccounts does not find it. */
const misspeltScore = 1;
function misspeltRisk(bound) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const written = quotable(subject.name.value);
	const place = subjectHop(holder, subject, 1);
	return {
		ruleId: "rbac-grant-reserved-identity",
		title: fitTitle(`${holder.name} is bound as User ${written}`, ", which looks like no ServiceAccount"),
		score: misspeltScore,
		confidence: "certain",
		place,
		hops: [place, roleRefHop(binding, 2)],
		notes: [note$1("why", "the API server takes both for the same account; lists of ServiceAccounts and tools do not")],
		remedies: [asServiceAccount(subject)],
		identity: {
			subject: `User ${subject.name.value}`,
			object: key
		},
		cause: key,
		also: `${holder.name} is written as a User`,
		role: roleOf$3(binding)
	};
}
function asServiceAccount({ name, origin }) {
	const [, , namespace = "", account = ""] = name.value.split(":");
	return {
		text: `write it as kind ServiceAccount, name ${account}, namespace ${namespace}`,
		edits: replaceItem(origin, {
			kind: "ServiceAccount",
			name: account,
			namespace
		})
	};
}
//#endregion
//#region rules/rbac-grant-system-masters/rule.ts
/** Nothing is gained by the binding; what it suggests is wrong. */
const score$7 = 2;
const check$38 = function* (context) {
	for (const bound of boundHolders(context, ["masters"])) {
		const { binding, subject, holder } = bound;
		if (subject.kind !== "Group" || binding.isShipped(subject)) continue;
		const { key, object } = binding.entry;
		const name = `${object.kind} ${quotable(object.meta.name.value)}`;
		const place = subjectHop(holder, subject, 1);
		yield {
			ruleId: "rbac-grant-system-masters",
			title: `the superusers' group can do everything already, so ${name} decides nothing for it`,
			score: score$7,
			confidence: "certain",
			place,
			hops: [place, hop(object.roleRef.name.origin, "adds nothing to what its members can do", 2)],
			notes: [note$1("why", "members are allowed before any authorizer is asked; deleting this binding takes nothing from them")],
			remedies: [takeSubjectOut(bound)],
			identity: {
				subject: holder.identity,
				object: key
			},
			cause: key,
			also: `${holder.name} is bound once more`
		};
	}
};
//#endregion
//#region rules/rbac-impersonate/rule.ts
const everybody = [
	"anonymous",
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts",
	"service-account",
	"nodes",
	"user",
	"group"
];
const check$37 = function* (context) {
	const byHolder = /* @__PURE__ */ new Map();
	const byGroup = /* @__PURE__ */ new Map();
	for (const bound of boundHolders(context, everybody, mentionsIt)) {
		const { key } = bound.holder;
		const held = byHolder.get(key) ?? heldImpersonations(context, key, byGroup);
		byHolder.set(key, held);
		if (held.everythingAt.has("") || held.everythingAt.has(bound.binding.entry.namespace)) continue;
		const here = held.through.get(bound.binding);
		if (here !== void 0 && isWorthTelling(context, bound, here)) yield impersonationRisk(context, bound, here);
	}
	yield* dormantRisks(context, {
		id: "rbac-impersonate",
		powers: ["impersonate-users", "impersonate-service-accounts"]
	});
};
function actingGrants({ graph }, key) {
	const acting = [];
	const everythingAt = [];
	for (const grant of graph.grantsOf(key)) if (givesEverything(grant.rule)) everythingAt.push(grant.binding.entry.namespace);
	else if (!grant.shipped && mentionsImpersonation(grant.rule)) acting.push(grant);
	return {
		acting,
		everythingAt
	};
}
/**
* All grants of a holder count together, those of its groups included: groups may be granted here and the users they
* need elsewhere. What its groups alone let it do is told of them.
*/
function heldImpersonations(context, key, byGroup) {
	const own = actingGrants(context, key);
	const inherited = membershipsOf(key).map((group) => {
		const known = byGroup.get(group) ?? actingGrants(context, group);
		byGroup.set(group, known);
		return known;
	});
	const through = /* @__PURE__ */ new Map();
	const isOwn = new Set(own.acting);
	const all = [...inherited.flatMap(({ acting }) => acting), ...own.acting];
	for (const found of impersonationsOf(context, all, key)) {
		const deciding = found.grants.find(({ grant }) => isOwn.has(grant));
		if (deciding === void 0) continue;
		const { binding } = deciding.grant;
		if (!through.has(binding)) through.set(binding, found);
	}
	return {
		through,
		everythingAt: new Set([own, ...inherited].flatMap(({ everythingAt }) => everythingAt))
	};
}
function mentionsIt(binding) {
	return rolesOf(binding).some(({ rules }) => rules.some(mentionsImpersonation));
}
function isWorthTelling(context, { holder, grants }, found) {
	const { role, rule } = found.grants[0].grant;
	if (role.isShipped(rule) && found.level >= 3) return false;
	if (!(holder.level <= 2 && holder.kind !== "service-account")) return true;
	return (worstOf(context, holder, powersOf(grants(), context.minor), 0)?.consequence.level ?? 6) > found.level;
}
function impersonationRisk(context, bound, found) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const suffix = found.makesClusterAdmin ? `, which makes ${pronounOf(holder)} cluster-admin` : "";
	const certainty = certaintyOf(context.graph, binding);
	const place = subjectHop(holder, subject, 1);
	const narrowed = found.names.length > 0 && found.next === void 0 && !found.makesClusterAdmin;
	const rating = {
		holder: holder.level,
		power: found.level,
		adjustments: [...holder.adjustments, ...narrowed ? [adjustment.namedObjects] : []],
		assumedHops: found.assumedHops + certainty.assumedHops
	};
	return {
		ruleId: "rbac-impersonate",
		title: fitTitle(`${holder.name} can ${found.phrase}`, suffix),
		score: rate(rating),
		rating,
		confidence: found.grants.map(({ grant }) => grant.confidence).reduce(weakerConfidence, weakerConfidence(certainty.confidence, found.assumedHops === 0 ? "certain" : "likely")),
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			...impersonationHops(found, binding, 3)
		],
		notes: [
			...found.next === void 0 ? [] : [note$1("then", found.next)],
			...certainty.notes,
			...impersonationChecks(holder, found).map((command) => note$1("check", command))
		],
		remedies: [takeSubjectOut(bound), ...narrowerRole(found)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} can ${found.phrase}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${found.phrase}`,
		role: roleOf$3(binding)
	};
}
/** What else would do, where the role is written in the inputs and says less than it could. */
function narrowerRole({ grants: [{ grant }] }) {
	const { rule, role } = grant;
	const { origin, meta } = role.entry.object;
	if (origin.kind === "built-in") return [{
		text: `instead of ${quotable(meta.name.value)} bind a role of your own that lists the verbs, without impersonate`,
		edits: []
	}];
	if (rule.verbs.some(({ value }) => value === "*")) return [{
		text: "list the verbs that are needed in place of `*`, without impersonate",
		edits: []
	}];
	if (rule.resourceNames.length > 0) return [];
	return [{
		text: "name whom it may act as: resourceNames of the users, groups or serviceaccounts",
		edits: []
	}];
}
//#endregion
//#region rules/rbac-in-default-namespace/rule.ts
const score$6 = .1;
const check$36 = function* ({ graph }) {
	const { inventory } = graph;
	for (const variants of inventory.roles.values()) yield* inDefault(variants);
	yield* inDefault(inventory.bindings);
	yield* inDefault(inventory.entriesOf("ServiceAccount"));
};
function* inDefault(entries) {
	for (const { object, key, namespace } of entries) {
		const written = object.meta.namespace;
		if (namespace !== "default" || written?.value !== "default" || object.origin.kind === "built-in") continue;
		if (object.kind === "ServiceAccount" && object.meta.name.value === "default") continue;
		const place = hop(written.origin, "the namespace of everything that names none", 1);
		const name = `${object.kind} ${quotable(object.meta.name.value)}`;
		yield {
			ruleId: "rbac-in-default-namespace",
			title: fitTitle(`${name} is in the namespace default, which it shares with whatever names none`),
			score: score$6,
			confidence: "certain",
			place,
			hops: [place],
			notes: [],
			remedies: [{
				text: "put it into a namespace of the application's own",
				edits: []
			}],
			identity: {
				subject: name,
				object: key
			},
			cause: `${key} in default`,
			also: `so is ${name}`
		};
	}
}
//#endregion
//#region rules/rbac-ineffective-rule/rule.ts
/** Every finding is about a role or a binding that somebody believes to do what it does not. */
const check$35 = (context) => ineffectiveRisks(context);
//#endregion
//#region rules/rbac-namespaces-write/rule.ts
const check$34 = (context) => powerRisks(context, {
	id: "rbac-namespaces-write",
	powers: ["label-namespaces", "create-namespaces"]
});
//#endregion
//#region rules/rbac-networking-write/rule.ts
const check$33 = (context) => powerRisks(context, {
	id: "rbac-networking-write",
	powers: ["write-networking"]
});
//#endregion
//#region rules/rbac-nodes-proxy/rule.ts
const check$32 = (context) => powerRisks(context, {
	id: "rbac-nodes-proxy",
	powers: ["reach-kubelets"],
	instead: () => ["for monitoring, nodes/metrics and nodes/stats are enough"]
});
//#endregion
//#region rules/rbac-nodes-write/rule.ts
const check$31 = (context) => powerRisks(context, {
	id: "rbac-nodes-write",
	powers: ["write-nodes"]
});
//#endregion
//#region rules/rbac-persistentvolumes-create/rule.ts
const check$30 = (context) => powerRisks(context, {
	id: "rbac-persistentvolumes-create",
	powers: ["create-persistent-volumes"]
});
//#endregion
//#region rules/rbac-pods-create/rule.ts
const check$29 = (context) => powerRisks(context, {
	id: "rbac-pods-create",
	powers: ["create-pods"],
	instead: () => ["where a tool must start pods, give it a namespace whose ServiceAccounts hold no rights"]
});
//#endregion
//#region rules/rbac-pods-exec/rule.ts
const check$28 = (context) => powerRisks(context, {
	id: "rbac-pods-exec",
	powers: ["exec-pods", "change-pods"],
	instead: ({ names }) => names.length > 0 ? [] : ["name the pods in resourceNames: such a request carries the name of its pod"]
});
//#endregion
//#region rules/rbac-pods-portforward/rule.ts
const check$27 = (context) => powerRisks(context, {
	id: "rbac-pods-portforward",
	powers: ["forward-to-pods"]
});
//#endregion
//#region rules/rbac-policy-engine-admin/rule.ts
const check$26 = (context) => powerRisks(context, {
	id: "rbac-policy-engine-admin",
	powers: ["write-policy-engines"],
	tells: (power) => !isByWildcard(power) || isOfTheEngine(power)
});
/** `*` of the engine's own group, rather than of all. */
function isOfTheEngine({ witnesses: [{ grant }] }) {
	return grant.rule.apiGroups.every(({ value }) => value !== "*");
}
//#endregion
//#region rules/rbac-rbac-objects-write/rule.ts
const check$25 = (context) => powerRisks(context, {
	id: "rbac-rbac-objects-write",
	powers: ["write-cluster-rbac", "write-rbac"],
	words: (power) => [phraseOf(power)]
});
/** By name it hands on less: to whoever is bound to a role already, or what a binding gives already. */
function phraseOf({ phrase, names, scope, witnesses: [{ ask }] }) {
	const kind = kinds[ask.resource];
	if (names.length === 0 || kind === void 0) return phrase;
	const where = ask.resource.startsWith("cluster") ? "" : ` ${inScope(scope)}`;
	const which = `${kind} ${listed(names.map((name) => quotable(name)))}${where}`;
	return ask.resource.endsWith("bindings") ? `add members to ${which}, if it holds all that it gives` : `put its own rights into ${which}, for all who are bound to it`;
}
const kinds = {
	clusterrolebindings: "ClusterRoleBinding",
	clusterroles: "ClusterRole",
	rolebindings: "RoleBinding",
	roles: "Role"
};
//#endregion
//#region rules/rbac-secrets-read/rule.ts
const check$24 = (context) => powerRisks(context, {
	id: "rbac-secrets-read",
	powers: ["read-secrets"],
	instead: ({ names }) => names.length > 0 ? [] : ["name the Secrets in resourceNames: `get` by name still works, `list` and `watch` need the field selector"]
});
//#endregion
//#region rules/rbac-secrets-write/rule.ts
const check$23 = (context) => powerRisks(context, {
	id: "rbac-secrets-write",
	powers: ["write-secrets"]
});
//#endregion
//#region rules/rbac-subject-fan-out/rule.ts
const score$5 = .1;
const check$22 = function* (context, parameter) {
	const rolesOf = /* @__PURE__ */ new Map();
	const subjectsIn = /* @__PURE__ */ new Map();
	for (const bound of boundHolders(context, [
		"service-account",
		"user",
		"group",
		"nodes"
	])) {
		if (bound.binding.isShipped(bound.subject)) continue;
		const { namespace, object } = bound.binding.entry;
		append(rolesOf, bound.holder.key, bound);
		if (object.kind !== "RoleBinding" || namespace === "<applied>") continue;
		const subjects = subjectsIn.get(namespace) ?? /* @__PURE__ */ new Map();
		if (!subjects.has(bound.holder.key)) subjects.set(bound.holder.key, bound);
		subjectsIn.set(namespace, subjects);
	}
	for (const bounds of rolesOf.values()) {
		const roles = new Set(bounds.map(roleOf));
		if (roles.size >= parameter("roles")) yield* manyRolesRisk(bounds, [...roles]);
	}
	for (const [namespace, subjects] of subjectsIn) if (subjects.size >= parameter("subjects")) yield* manySubjectsRisk(namespace, [...subjects.values()]);
};
function roleOf({ binding }) {
	const { kind, name } = binding.entry.object.roleRef;
	return `${kind.value} ${quotable(name.value)}`;
}
function* manyRolesRisk([first], roles) {
	if (first === void 0) return;
	const { holder, subject } = first;
	const place = subjectHop(holder, subject, 1);
	yield {
		ruleId: "rbac-subject-fan-out",
		title: fitTitle(`${holder.name} is bound to ${roles.length} roles: ${listed(roles, 2)}`),
		score: score$5,
		confidence: "certain",
		place,
		hops: [place],
		notes: [],
		remedies: [{
			text: "give one role to one purpose: fewer roles with what is needed",
			edits: []
		}],
		identity: {
			subject: holder.identity,
			object: "roles"
		},
		cause: `${holder.key} has many roles`,
		also: `${holder.name} has ${roles.length} roles`
	};
}
function* manySubjectsRisk(namespace, bounds) {
	const [first] = bounds;
	if (first === void 0) return;
	const place = hop(first.binding.entry.object.meta.name.origin, "one of its bindings", 1);
	yield {
		ruleId: "rbac-subject-fan-out",
		title: fitTitle(`${bounds.length} subjects have rights in namespace ${quotable(namespace)}: ${listed(bounds.map(({ holder }) => holder.name), 2)}`),
		score: score$5,
		confidence: "certain",
		place,
		hops: [place],
		notes: [],
		remedies: [{
			text: "bind a group in place of single subjects",
			edits: []
		}],
		identity: {
			subject: `Namespace ${namespace}`,
			object: "subjects"
		},
		cause: `${namespace} has many subjects`,
		also: `${bounds.length} subjects have rights in ${quotable(namespace)}`
	};
}
function append(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region rules/rbac-token-create/rule.ts
const check$21 = (context) => powerRisks(context, {
	id: "rbac-token-create",
	powers: ["create-tokens"],
	instead: ({ names }) => names.length > 0 ? [] : ["name the accounts in resourceNames: the request carries the name, create included"]
});
//#endregion
//#region rules/rbac-unused-role/rule.ts
/** It gives nobody anything. */
const score$4 = .1;
/** What Kubernetes' own aggregated roles look for, here or in the cluster it is applied to. */
const aggregationLabel = "rbac.authorization.k8s.io/aggregate-to-";
const check$20 = function* (context) {
	const { graph } = context;
	const { complete, bindings } = graph.inventory;
	if (!complete && bindings.every(({ object }) => object.origin.kind === "built-in")) return;
	const named = rolesToBind(context);
	for (const role of unusedRoles(graph)) {
		const { object } = role.entry;
		if (object.meta.generated || isForAggregation(role) || named.has(object.meta.name.value)) continue;
		yield unusedRisk(role, complete);
	}
};
function isForAggregation({ entry }) {
	return [...entry.object.meta.labels.keys()].some((label) => label.startsWith(aggregationLabel));
}
/** Roles that somebody may bind, by name: a program creates the bindings. */
function rolesToBind({ graph, minor }) {
	const names = /* @__PURE__ */ new Set();
	const binding = asksOf("bind-in-namespace", minor);
	for (const { rules } of graph.roles) for (const rule of rules) {
		if (rule.resourceNames.length === 0 || !binding.some((ask) => ruleGives(rule, ask))) continue;
		for (const { value } of rule.resourceNames) names.add(value);
	}
	return names;
}
function unusedRisk({ entry, asShipped }, complete) {
	const { object, namespace, key } = entry;
	const { name } = object.meta;
	const place = hop(name.origin, "no binding leads here", 1);
	const whole = `${object.kind} ${namespacedName(namespace, name.value)}`;
	return {
		ruleId: "rbac-unused-role",
		title: fitTitle(`${whole} gives nobody anything: ${complete ? "nobody is bound to it" : "no binding among the inputs leads to it"}, and no role takes it in`),
		score: score$4,
		confidence: complete ? "certain" : "likely",
		place,
		hops: [place],
		notes: asShipped === "none" ? [] : [note$1("note", "Kubernetes ships a role of this name, with other rules")],
		remedies: [{
			text: `delete the role ${quotable(name.value)}, or bind it`,
			edits: removeObject(object.origin)
		}],
		identity: {
			subject: `${object.kind} ${name.value}`,
			object: key
		},
		cause: `${key} is unused`,
		also: `so does ${whole}`
	};
}
//#endregion
//#region rules/rbac-wildcard-all/rule.ts
const check$19 = function* (context) {
	for (const bound of boundHolders(context, [
		"service-account",
		"nodes",
		"user",
		"group"
	], bindsEverything)) {
		const risk = everythingRisk(context, "rbac-wildcard-all", bound);
		if (risk !== void 0) yield risk;
	}
	yield* dormantRisks(context, {
		id: "rbac-wildcard-all",
		powers: ["everything"],
		tells: () => true
	});
};
function bindsEverything(binding) {
	return !isClusterAdminRef(binding) && rolesOf(binding).some(({ rules }) => rules.some(givesEverything));
}
//#endregion
//#region rules/rbac-wildcard-resources/rule.ts
const check$18 = (context) => powerRisks(context, {
	id: "rbac-wildcard-resources",
	powers: [...cataloguedPowers(context.minor).filter((id) => id !== "everything"), "every-path"],
	tells: (power) => power.id === "every-path" || isByWildcard(power),
	words: allResourcesWords,
	tellsOthers: true,
	instead: ({ id }) => id === "read-secrets" ? ["to look around, bind the ClusterRole view: it leaves Secrets out"] : []
});
//#endregion
//#region rules/rbac-wildcard-verbs/rule.ts
const check$17 = (context) => powerRisks(context, {
	id: "rbac-wildcard-verbs",
	powers: ["every-verb"],
	tells: () => true
});
//#endregion
//#region rules/rbac-workloads-write/rule.ts
const check$16 = (context) => powerRisks(context, {
	id: "rbac-workloads-write",
	powers: ["write-workloads"],
	instead: () => ["to scale only, grant `update` and `patch` of the scale subresource, such as deployments/scale"]
});
//#endregion
//#region rules/sa-default-automount/rule.ts
/** Every namespace has a `default`: a whole cluster would otherwise say the same once for each of them. */
const namespacesWorthSaying = 5;
const check$15 = function* (context) {
	const risks = [...runningAccounts(context.graph).filter(({ name }) => name === defaultAccount).flatMap((account) => needlessTokenRisk(context, "sa-default-automount", account) ?? []), ...idleDefaultRisks(context, "sa-default-automount")];
	const together = risks.length > namespacesWorthSaying;
	for (const risk of risks) yield together ? {
		...risk,
		cause: "default accounts"
	} : risk;
};
//#endregion
//#region rules/sa-default-in-use/rule.ts
/** A habit, worth something on the day that somebody binds `default`; what is bound has rules of its own. */
const score$3 = 1;
/** How many workloads are pointed at; the others are counted. */
const workloadsShown$2 = 3;
const check$14 = function* ({ graph }) {
	for (const account of runningAccounts(graph)) {
		if (account.name !== "default") continue;
		const workloads = account.workloads.filter((workload) => !workload.static);
		if (workloads.length > 0) yield defaultRisk(account, workloads);
	}
};
function defaultRisk({ namespace, name, key }, workloads) {
	const holder = serviceAccountHolder(namespace, name);
	const places = workloads.slice(0, workloadsShown$2).map(({ accountPlace, entry }) => {
		return hop(accountPlace, entry.object.pod.serviceAccountName !== void 0 ? "the account of everybody" : "names no account, so it is default");
	});
	const [place = hop({
		kind: "built-in",
		of: "no workload"
	}, "")] = places;
	return {
		ruleId: "sa-default-in-use",
		title: fitTitle(`${workloadNames(workloads)} ${isOneWorkload(workloads) ? "runs" : "run"} as the ServiceAccount default`),
		score: score$3,
		confidence: "certain",
		place,
		hops: places,
		notes: [],
		remedies: [withOwnAccounts(workloads)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: `in use ${key}`,
		also: `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "runs" : "run"} as it`
	};
}
/** An account for each, called like it. */
function withOwnAccounts(workloads) {
	const edits = workloads.map(({ entry, name, namespace }) => {
		const { serviceAccountName, origin } = entry.object.pod;
		if (entry.object.meta.generated) return [];
		const named = serviceAccountName === void 0 ? addField(origin, "serviceAccountName", yamlName(name)) : replaceScalar(serviceAccountName.origin, serviceAccountName.value, name);
		const created = addDocument(origin, [
			"apiVersion: v1",
			"kind: ServiceAccount",
			"metadata:",
			`  name: ${yamlName(name)}`,
			...namespace === "<applied>" ? [] : [`  namespace: ${yamlName(namespace)}`]
		]);
		return named.length === 0 || created.length === 0 ? [] : [...named, ...created];
	});
	return {
		text: "give each workload a ServiceAccount of its own",
		edits: edits.some((some) => some.length === 0) ? [] : edits.flat()
	};
}
//#endregion
//#region rules/sa-deprecated-field/rule.ts
/** It works, today. */
const score$2 = .1;
const check$13 = function* ({ graph }) {
	for (const workload of workloadsOf(graph)) {
		const { deprecatedServiceAccount: old, serviceAccountName: name } = workload.entry.object.pod;
		if (old === void 0 || name === void 0) continue;
		const counts = old.origin === name.origin;
		if (!counts && old.value === name.value) continue;
		const what = workloadName(workload);
		const place = hop(old.origin, counts ? "the old name of serviceAccountName" : "says nothing beside serviceAccountName");
		yield {
			ruleId: "sa-deprecated-field",
			title: counts ? fitTitle(`${what} names its account in the deprecated field serviceAccount`) : fitTitle(`${what} runs as ${quotable(name.value)}`, `, not as ${quotable(old.value)}, which serviceAccount says`),
			score: score$2,
			confidence: "certain",
			place,
			hops: counts ? [place] : [place, hop(name.origin, "this is what counts")],
			notes: [],
			remedies: [counts ? {
				text: "write serviceAccountName",
				edits: renameField(old.origin, "serviceAccount", "serviceAccountName")
			} : {
				text: "let both say the same, or take serviceAccount out",
				edits: replaceScalar(old.origin, old.value, name.value)
			}],
			identity: {
				subject: serviceAccountHolder(workload.namespace, workload.account).identity,
				object: workload.entry.key
			},
			cause: `deprecated ${workload.entry.key}`,
			also: `${what} has it too`
		};
	}
};
//#endregion
//#region rules/sa-legacy-token-secret/rule.ts
const ruleId$1 = "sa-legacy-token-secret";
const check$12 = function* (context) {
	const { inventory } = context.graph;
	const accounts = new Map(inventory.entriesOf("ServiceAccount").map((entry) => [`${entry.namespace}/${entry.object.meta.name.value}`, entry]));
	for (const secret of tokenSecrets(context.graph)) {
		const account = accounts.get(`${secret.namespace}/${secret.account}`);
		if (account === void 0 && inventory.complete) continue;
		const listedInAccount = account?.object.secrets.some(({ value }) => value === secret.entry.object.meta.name.value);
		yield legacyTokenRisk(context, secret, listedInAccount === true);
	}
};
function legacyTokenRisk(context, token, generated) {
	const { object, key, namespace } = token.entry;
	const power = accountPower(context, token.namespace, token.account);
	const holder = serviceAccountHolder(token.namespace, token.account);
	const name = namespacedName(namespace, object.meta.name.value);
	const tokenKey = object.keys.find(({ value }) => value === "token");
	const consequence = power === void 0 || power.level === 6 ? "" : `, which ${describedPower(power)}`;
	const place = hop(object.meta.name.origin, "no label kubernetes.io/legacy-token-invalid-since: accepted");
	const steps = powerSteps(power, 3);
	const held = {
		holder: tokenKey === void 0 ? holder.level : 1,
		adjustments: [adjustment.staticCredential]
	};
	const rated = power === void 0 ? {
		score: rate({
			...held,
			power: 6
		}),
		confidence: "certain"
	} : rateHeld(power, held);
	return {
		ruleId: ruleId$1,
		title: titleOf$1(token, consequence),
		...rated,
		place,
		hops: [
			hop(object.type.origin, "filled by the token controller", 1),
			place,
			hop(object.meta.annotations.get("kubernetes.io/service-account.name")?.origin ?? object.origin, "with a token of this account", 2),
			...tokenKey === void 0 ? [] : [hop(tokenKey.origin, "the token itself stands in this file")],
			...steps
		],
		notes: [
			...tokenKey === void 0 ? [] : [note$1("who", "everybody who reads this file: the token stands in it")],
			...whoNotes(context, token),
			lifetimeNote(generated)
		],
		remedies: remediesOf(token, power),
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `Secret ${name} holds one more`
	};
}
/** Names give way before the consequence does; the account nearly always stands in the Secret's own namespace. */
function titleOf$1({ entry, namespace, account }, consequence) {
	return firstThatFits([`${`Secret ${namespacedName(entry.namespace, entry.object.meta.name.value)}`} holds a never-expiring token of ${serviceAccountHolder(namespace, account).name}`, ...Array.from({ length: 45 }, (_, index) => {
		const longest = 60 - index;
		return `Secret ${namespacedName(entry.namespace, entry.object.meta.name.value, longest)} never expires and is a token of ${namespacedName(namespace === entry.namespace ? "" : namespace, account, longest)}`;
	})], consequence);
}
/** Binding and role behind the account's power, where somebody wrote them. */
function powerSteps(power, step) {
	if (power === void 0 || power.level === 6) return [];
	const { binding, subject } = power.witnesses[0].grant;
	const bound = subjectHop(serviceAccountHolder("", ""), subject, step);
	if (power.id === "everything") return [bound, hop(roleRefHop(binding, step).origin, "to everything", step + 1)];
	return [
		bound,
		roleRefHop(binding, step + 1),
		...powerHops(power, step + 2)
	];
}
/** How many readers are named; whoever wants all asks `who-can`. */
const readersTold = 5;
function whoNotes({ graph }, { entry, namespace, account }) {
	const own = serviceAccountHolder(namespace, account).key;
	const readers = [];
	for (const reader of readersOfSecret(graph, entry.namespace, entry.object.meta.name.value)) {
		if (reader.holder.key !== own && !readers.some(({ holder }) => holder.key === reader.holder.key)) readers.push(reader);
		if (readers.length > readersTold) break;
	}
	if (readers.length === 0) return [];
	const shown = readers.slice(0, readersTold).sort((a, b) => a.holder.level - b.holder.level);
	const told = [...new Set(shown.map(({ binding }) => binding))].map((binding) => {
		return `${shown.filter((reader) => reader.binding === binding).map(({ holder }) => holder.name).join(", ")} (${whereOf(binding.entry.object.origin).replace(/:\d+$/, "")})`;
	});
	const more = readers.length > readersTold ? ", and others" : "";
	return [note$1("who", `readers of Secrets ${inScope({
		kind: "namespace",
		namespace: entry.namespace
	})}: ${told.join(", ")}${more}`)];
}
function lifetimeNote(generated) {
	return generated ? note$1("why", "in the account's .secrets: invalidated after a year without use, valid for ever while it is used") : note$1("why", "written by hand, so not in the account's .secrets and never cleaned up; valid until Secret or account is deleted");
}
function remediesOf({ entry, namespace, account }, power) {
	const deleted = {
		text: `delete the Secret; pods get a short-lived token by themselves, other clients with ${createTokenCommand(namespace, account)}`,
		edits: removeObject(entry.object.origin)
	};
	const roleRef = power?.id === "everything" ? power.witnesses[0].grant.binding.entry.object.roleRef : void 0;
	if (roleRef === void 0 || roleRef.name.value !== "cluster-admin") return [deleted];
	return [deleted, {
		text: `replace cluster-admin by a role that lists what ${account} does; roleRef is immutable: delete and create the binding`,
		edits: replaceScalar(roleRef.name.origin, "cluster-admin", `${account}-reader`)
	}];
}
//#endregion
//#region rules/sa-missing/rule.ts
/** Nobody gains anything by it; the workload does not run. */
const score$1 = 1.5;
/** How many workloads are pointed at; the others are counted. */
const workloadsShown$1 = 3;
const check$11 = function* ({ graph }) {
	const names = namespacesOfAccounts(graph);
	for (const account of runningAccounts(graph)) {
		if (account.name === "default" || account.objects.length > 0) continue;
		const elsewhere = names.get(account.name);
		if (elsewhere?.has("<applied>") === true) continue;
		if (account.namespace === "<applied>" && elsewhere !== void 0) continue;
		yield missingRisk(graph, account);
	}
};
function missingRisk(graph, account) {
	const { namespace, name, workloads, key } = account;
	const holder = serviceAccountHolder(namespace, name);
	const places = workloads.slice(0, workloadsShown$1).map(({ accountPlace }) => hop(accountPlace, "the API server refuses pods that name it"));
	const [place = hop({
		kind: "built-in",
		of: "no workload"
	}, "")] = places;
	return {
		ruleId: "sa-missing",
		title: fitTitle(`${workloadNames(workloads)} ${isOneWorkload(workloads) ? "names" : "name"} ${holder.name}`, ", which does not exist: no pod of it is admitted"),
		score: score$1,
		confidence: "certain",
		place,
		hops: places,
		notes: accountsThere(graph, namespace),
		remedies: [...corrected(graph, account), created(account)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: `missing ${key}`,
		also: `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "names" : "name"} it too`
	};
}
function created({ namespace, name, workloads }) {
	const edits = workloads.slice(0, 1).flatMap(({ accountPlace }) => addDocument(accountPlace, [
		"apiVersion: v1",
		"kind: ServiceAccount",
		"metadata:",
		`  name: ${yamlName(name)}`,
		...namespace === "<applied>" ? [] : [`  namespace: ${yamlName(namespace)}`]
	]));
	return {
		text: `create ServiceAccount ${namespacedName(namespace, name)}, or correct the name`,
		edits
	};
}
/** The account that was meant, as far as a slip of the pen tells. */
function corrected(graph, { namespace, name, workloads }) {
	const near = nearName(name, indexNames(accountNames(graph, namespace)))?.name;
	if (near === void 0) return [];
	const edits = workloads.map(({ accountPlace }) => replaceScalar(accountPlace, name, yamlName(near)));
	const all = edits.some((some) => some.length === 0) ? [] : edits.flat();
	return [{
		text: `name ServiceAccount ${quotable(near)}, if that is the one that is meant`,
		edits: all
	}];
}
function accountNames(graph, namespace) {
	const there = graph.inventory.entriesOf("ServiceAccount").filter((entry) => entry.namespace === namespace);
	return [...new Set(there.map(({ object }) => object.meta.name.value))];
}
/** The accounts there are, among which the one that was meant may be. */
function accountsThere(graph, namespace) {
	const names = accountNames(graph, namespace).map(quotable);
	return names.length === 0 ? [] : [note$1("note", `its namespace has ${listed(names)}`)];
}
/** The namespaces that hold an account of each name. */
function namespacesOfAccounts(graph) {
	const byName = /* @__PURE__ */ new Map();
	for (const { namespace, object } of graph.inventory.entriesOf("ServiceAccount")) {
		const { value } = object.meta.name;
		const namespaces = byName.get(value);
		if (namespaces === void 0) byName.set(value, new Set([namespace]));
		else namespaces.add(namespace);
	}
	return byName;
}
//#endregion
//#region rules/sa-shared/rule.ts
/** An observation. */
const score = .1;
const check$10 = function* ({ graph }, parameter) {
	for (const account of runningAccounts(graph)) {
		const workloads = distinct(account);
		const [first, second] = workloads;
		if (first === void 0 || second === void 0 || account.name === "default") continue;
		if (workloads.length < parameter("workloads")) continue;
		const holder = serviceAccountHolder(account.namespace, account.name);
		const place = hop(second.accountPlace, "and so does this one");
		yield {
			ruleId: "sa-shared",
			title: fitTitle(`${workloadNames(account.workloads)} share ${holder.name}`),
			score,
			confidence: "certain",
			place,
			hops: [hop(first.accountPlace, "runs as it"), place],
			notes: [],
			remedies: [{
				text: "give each workload a ServiceAccount of its own, bound to what that one does",
				edits: []
			}],
			identity: {
				subject: holder.identity,
				object: account.key
			},
			cause: `shared ${account.key}`,
			also: `${workloadNames(account.workloads)} share it`
		};
	}
};
/** Several files may hold the same object. */
function distinct({ workloads }) {
	return [...new Map(workloads.map((workload) => [workload.entry.key, workload])).values()];
}
//#endregion
//#region rules/sa-token-automount/rule.ts
const check$9 = function* (context) {
	for (const account of runningAccounts(context.graph)) {
		if (account.name === "default") continue;
		const risk = needlessTokenRisk(context, "sa-token-automount", account);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/sa-token-projection-risky/rule.ts
/** What the API server gives where nothing is asked (pkg/apis/core/v1: SetDefaults_ServiceAccountTokenProjection). */
const usualLife = "3600";
const check$8 = function* (context, parameter) {
	const longestUseful = parameter("seconds");
	const longest = longestTokenLife(context.graph) ?? Number.POSITIVE_INFINITY;
	for (const workload of workloadsOf(context.graph)) for (const token of workload.entry.object.pod.projectedTokens ?? []) {
		const seconds = token.expirationSeconds?.value ?? 0;
		if (Math.min(seconds, longest) <= longestUseful || token.mountedBy.length === 0) continue;
		if (isForApiServer(context.graph, token)) yield longLivedRisk(context, workload, token, seconds);
	}
};
function longLivedRisk(context, workload, token, seconds) {
	const { namespace, account, entry, accountPlace } = workload;
	const power = accountPower(context, namespace, account);
	const holder = serviceAccountHolder(namespace, account);
	const lives = token.expirationSeconds?.origin ?? token.origin;
	const place = hop(lives, "good for longer than the kubelet keeps it", 2);
	const shared = token.mountedBy.length > 1;
	const consequence = power === void 0 || power.level > 4 ? "" : `, which ${describedPower(power)}`;
	const named = context.graph.apiServers.some(({ assumed }) => !assumed);
	return {
		ruleId: "sa-token-projection-risky",
		title: fitTitle(`${workloadName(workload)} asks for ${lifeOf(seconds)} tokens of ServiceAccount ${quotable(account)}`, consequence),
		score: scoreOf(power, mayBeBound(context, {
			namespace,
			name: account
		}), shared),
		confidence: token.audience === void 0 || named ? "certain" : "likely",
		place,
		hops: [
			hop(accountPlace, "a token of this account", 1),
			...token.audience === void 0 ? [] : [hop(token.audience.origin, "which the API server accepts", 1)],
			place,
			...shared ? token.mountedBy.map(({ origin }) => hop(origin, "can read it")) : []
		],
		notes: [note$1("why", "the kubelet replaces it after 24 hours; the old one stays good until it expires or the pod is deleted"), ...shared ? [note$1("who", `${token.mountedBy.length} containers mount it`)] : []],
		remedies: [{
			text: "ask for an hour, which is the default: the kubelet renews the file by itself",
			edits: replaceScalar(lives, String(seconds), usualLife)
		}, {
			text: `for a client outside the pod use ${createTokenCommand(namespace, account)}`,
			edits: []
		}],
		identity: {
			subject: holder.identity,
			object: `${entry.key}/${token.volume}`
		},
		cause: `${entry.key}/${token.volume}`,
		also: `${workloadName(workload)} asks for a ${lifeOf(seconds)} token too`
	};
}
/** Worth a part of what the account is worth: the token has to be copied out of the pod first. */
function scoreOf(power, bound, shared) {
	const worth = power === void 0 ? bound ? 4 : 2 : byLevel[power.level];
	return shared ? worth + .5 : worth;
}
const byLevel = {
	1: 5.5,
	2: 5.5,
	3: 4.5,
	4: 4,
	5: 2,
	6: 1
};
/** `365-day`, `36-hour`. */
function lifeOf(seconds) {
	const hours = Math.floor(seconds / 3600);
	return hours < 48 ? `${hours}-hour` : `${Math.floor(hours / 24)}-day`;
}
//#endregion
//#region rules/source-duplicate-key/rule.ts
const check$7 = function* ({ graph }) {
	for (const hidden of graph.inventory.hiddenContents) {
		if (hidden.form !== "duplicate-key" || !hidden.inAccessObject) continue;
		const key = quotable(hidden.key ?? "");
		yield hiddenRisk(graph, "source-duplicate-key", hidden, {
			title: `the key \`${key}\` is written twice, and only one of its values holds`,
			label: "this value is gone",
			score: 2,
			why: "kubectl refuses it while it validates; other clients and older ones take the last value without a word",
			remedies: [{
				text: `write \`${key}\` once`,
				edits: []
			}],
			more: hidden.winner === void 0 ? [] : [hop(hidden.winner, "this one holds")]
		});
	}
};
//#endregion
//#region rules/source-hidden-content/rule.ts
const check$6 = function* ({ graph }) {
	for (const hidden of graph.inventory.hiddenContents) {
		const told = tell$4(hidden);
		if (told === void 0 || !hidden.inAccessObject) continue;
		const { title, label, why, remedy } = told;
		yield hiddenRisk(graph, "source-hidden-content", hidden, {
			title,
			label,
			why,
			score: 5.5,
			remedies: [{
				text: remedy,
				edits: []
			}]
		});
	}
};
function tell$4({ form, key }) {
	const name = quotable(key ?? "");
	switch (form) {
		case "ignored-text": return {
			title: "kubectl drops text that looks like an access object",
			label: "kubectl drops this text",
			why: "a document ends at `...` or after its root value; what follows without `---` never reaches the cluster",
			remedy: "start a document of its own with ---, or take the text out"
		};
		case "merge-override": return {
			title: `a merge key decides \`${name}\`, where people read another value`,
			label: "this value does not hold",
			why: "the value written out and the one merged in differ, and which of them holds is easy to misread",
			remedy: `write \`${name}\` once, without the merge`
		};
		case "items-on-non-list": return {
			title: "kubectl reads only `items`, and drops the rest of the object",
			label: "makes a list of this object",
			why: "an object with `items` is a list to kubectl, whatever its kind says",
			remedy: "take `items` out, or write the objects as documents of their own"
		};
		case "line-break":
		case "duplicate-key": return;
	}
}
//#endregion
//#region rules/source-hidden-line-break/rule.ts
const check$5 = function* ({ graph }) {
	for (const hidden of graph.inventory.hiddenContents) {
		if (hidden.form !== "line-break") continue;
		yield hiddenRisk(graph, "source-hidden-line-break", hidden, {
			title: "a line break that people do not see starts a new line for kubectl",
			label: "kubectl goes on in a new line here",
			score: hidden.inAccessObject && hidden.inQuotes !== true ? 5.5 : 2,
			why: "what looks like a comment or one value may be a key of its own",
			remedies: [{
				text: "replace the character by a line feed or a space",
				edits: [{
					origin: hidden.origin,
					replacement: " "
				}]
			}]
		});
	}
};
//#endregion
//#region rules/suppression-expired/rule.ts
const check$4 = function* (context) {
	yield* suppressionRisks(context, "suppression-expired", tell$3);
};
function* tell$3(judged) {
	const { state, suppression } = judged;
	if (state !== "expired" || suppression.until === void 0) return;
	const { value, origin } = suppression.until;
	yield {
		title: `${suppressionName(judged)} holds no longer: its last day was ${value}`,
		label: "this day is over",
		place: origin,
		notes: [],
		remedies: [{
			text: "take the suppression out, and mend what it accepted",
			edits: removeSuppression(judged)
		}, {
			text: "decide anew, and write a later day",
			edits: []
		}]
	};
}
//#endregion
//#region rules/suppression-misspelt/rule.ts
const check$3 = function* (context) {
	yield* suppressionRisks(context, "suppression-misspelt", tell$2);
};
function* tell$2(judged) {
	const { state, detail = "", suppression } = judged;
	if (state !== "misspelt") return;
	const [rule] = suppression.rules;
	const title = `${suppressionName(judged)} accepts nothing`;
	yield {
		title: firstThatFits([
			`${title}: ${detail}`,
			`a suppression accepts nothing: ${detail}`,
			title
		]),
		label: "not taken for a suppression",
		...rule === void 0 ? {} : { place: rule.origin },
		notes: [note$1("note", detail)],
		remedies: [{
			text: remedies[suppression.form],
			edits: []
		}]
	};
}
const remedies = {
	comment: "write it as # authgraph: ignore[RULE] -- REASON, with rules as `authgraph rules` lists them",
	annotation: "write it as authgraph.dev/ignore: RULE -- REASON, with rules as `authgraph rules` lists them",
	configuration: "correct the entry, or let `authgraph suppress` write it",
	expected: "correct the entry, or let `authgraph baseline --expected` write it"
};
//#endregion
//#region rules/suppression-unused/rule.ts
const check$2 = function* (context) {
	yield* suppressionRisks(context, "suppression-unused", tell$1);
};
function* tell$1(judged) {
	const { state, detail, unusedRules } = judged;
	if (state === "unused") {
		const edits = removeSuppression(judged);
		yield {
			title: `${suppressionName(judged)} matches nothing`,
			label: "nothing is found that this accepts",
			notes: detail === void 0 ? [] : [note$1("note", detail)],
			remedies: [{
				text: "take the suppression out",
				edits
			}]
		};
	}
	for (const { value, origin } of unusedRules) yield {
		title: `${suppressionName(judged)} names ${value} in vain`,
		label: "this rule finds nothing here",
		place: origin,
		notes: [],
		remedies: [{
			text: "take the rule out of the suppression",
			edits: removeListItem(origin)
		}]
	};
}
//#endregion
//#region rules/suppression-void/rule.ts
const check$1 = function* (context) {
	yield* suppressionRisks(context, "suppression-void", tell);
};
function* tell(judged) {
	const { state, detail = "", broken, suppression } = judged;
	if (state !== "void") return;
	const isGrant = suppression.form === "expected";
	const title = `${suppressionName(judged)} holds no longer`;
	const short = isGrant ? [] : [`a suppression holds no longer: ${detail}`];
	yield {
		title: firstThatFits([
			`${title}: ${detail}`,
			...short,
			title
		]),
		label: isGrant ? "expected to give no more than this" : "accepted under a condition",
		more: broken === void 0 ? [] : [hop(broken, isGrant ? "which gives more by now" : "which this broke", 2)],
		notes: [note$1("note", detail)],
		remedies: [{
			text: isGrant ? acceptGrant(suppression) : acceptOther,
			edits: []
		}, {
			text: "take the suppression out",
			edits: removeSuppression(judged)
		}]
	};
}
const acceptOther = "take back what broke the condition, or write down what is accepted now";
function acceptGrant({ label }) {
	return `take back what made it wider, or expect what it gives now: authgraph baseline --expected --subject ${shellWord(label.split(" through ", 1)[0] ?? label)} --reason REASON`;
}
//#endregion
//#region rules/workload-privileged-service-account/rule.ts
const ruleId = "workload-privileged-service-account";
/**
* Next to the finding of the binding this is one more way to read it: never ahead of that one, which says where to edit.
*/
const behindTheBinding = -.1;
const sharp = 2;
/** What is left of an account's name where the consequence takes the line. */
const shortName = 20;
/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;
const check = function* (context) {
	for (const account of runningAccounts(context.graph)) {
		const [first, ...others] = account.workloads.filter(({ getsToken }) => getsToken);
		if (first === void 0) continue;
		const power = sharpPower(context, account);
		if (power === void 0) continue;
		yield privilegedRisk(context, account, [first, ...others], power);
	}
};
/** As good as cluster-admin, or all Secrets, tokens, pods or nodes; by what is sure, as the binding's own finding is rated. */
function sharpPower(context, { namespace, name }) {
	if (!mayHaveNamedPower(context, namespace, name)) return void 0;
	const strongest = accountPower(context, namespace, name);
	if (strongest === void 0 || strongest.level > sharp) return void 0;
	return accountPowers(context, namespace, name).filter(({ sureLevel }) => sureLevel <= sharp).sort((a, b) => a.sureLevel - b.sureLevel)[0];
}
function privilegedRisk(context, { namespace, name }, workloads, power) {
	const holder = serviceAccountHolder(namespace, name);
	const { binding, subject } = power.witnesses[0].grant;
	const certainty = certaintyOf(context.graph, binding);
	const narrowed = power.names.length > 0;
	const score = rate({
		holder: holder.level,
		power: power.sureLevel,
		adjustments: [behindTheBinding, ...narrowed ? [adjustment.namedObjects] : []],
		assumedHops: certainty.assumedHops
	});
	const place = runsAs(workloads[0]);
	const dormant = rbacIsAsked(context.graph) ? "" : ", once RBAC is among the authorization modes";
	return {
		ruleId,
		title: titleOf(workloads, name, `, which ${describedPower(power)}${dormant}`),
		score: dormant === "" ? score : Math.min(score, 3 + behindTheBinding),
		confidence: [workloads[0].confidence, sureConfidence(power)].reduce(weakerConfidence, certainty.confidence),
		place,
		hops: [
			place,
			...workloads.slice(1, workloadsShown).map(runsAs),
			subjectHop(holder, subject, 2),
			roleRefHop(binding, 3),
			...powerHops(power, 4, binding)
		],
		notes: [
			note$1("who", "whoever breaks into one of its containers, or may exec into its pods"),
			...certainty.notes,
			note$1("check", checkCommand(holder, power))
		],
		remedies: [{
			text: `bind ${holder.name} to a role that lists what the program does, where it does it`,
			edits: []
		}, withoutToken(workloads)],
		identity: {
			subject: holder.identity,
			object: binding.entry.key
		},
		cause: binding.entry.key,
		also: `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "runs" : "run"} as ${holder.name}`
	};
}
function sureConfidence({ confidence }) {
	return confidence === "possible" ? "possible" : "certain";
}
/** Names give way before the consequence does. */
function titleOf(workloads, account, consequence) {
	const as = `as ServiceAccount ${quotable(account)}`;
	const several = (names) => `${names} ${isOneWorkload(workloads) ? "runs" : "run"} ${as}`;
	return firstThatFits([
		several(workloadNames(workloads)),
		several(workloadNames(workloads, 1)),
		`pods run ${as}`,
		`pods run as ${namespacedName("", account, shortName)}`
	], consequence);
}
function runsAs({ accountPlace, entry }) {
	return hop(accountPlace, entry.object.pod.serviceAccountName !== void 0 ? "its pods get a token of this account" : "names no account: its pods run as default", 1);
}
/** Every pod spec says that it wants none. */
function withoutToken(workloads) {
	const edits = workloads.map(({ entry, automounts }) => {
		const { automountServiceAccountToken: written, origin, projectedTokens } = entry.object.pod;
		if (!automounts || projectedTokens !== void 0) return [];
		return written === void 0 ? noAutomount(origin) : replaceBoolean(written.origin, false);
	});
	return {
		text: `if the program asks the API server nothing, set automountServiceAccountToken: false in the pods of ${workloads.length === 1 ? workloadName(workloads[0]) : "these workloads"}`,
		edits: edits.some((some) => some.length === 0) ? [] : edits.flat()
	};
}
//#endregion
//#region rules/index.gen.ts
/** Every rule, by id. */
const ruleset = [
	{
		metadata: {
			"id": "apiserver-anonymous-auth",
			"title": "Requests without credentials are let in on every path, by decision",
			"severity": "low",
			"since": "0.1.0",
			"why": "Requests without credentials are authenticated as system:anonymous and get as far as the authorizer. By themselves they reach health checks and the version only, but from then on one binding that names them is enough to open the cluster to everybody who can reach it. That they are let in is the default and stays unreported; a flag or configuration that decides so is told, and a grant that makes it matter is told in its place.",
			"remedy": "Name the paths that probes need (/livez, /readyz, /healthz) in the `anonymous` section of an AuthenticationConfiguration, or set --anonymous-auth=false if nothing probes without credentials.",
			"needs": ["control-plane"],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests"],
			"controls": [
				"CIS 1.2.1",
				"NSA-AA",
				"T1190",
				"K06"
			],
			"aliases": [
				"C-0113",
				"KCV-0001",
				"CKV_K8S_68",
				"CIS-1.2.1"
			],
			"tags": ["authentication", "control-plane"],
			"extended": false
		},
		check: check$73
	},
	{
		metadata: {
			"id": "apiserver-authorization-always-allow",
			"title": "An API server that allows whatever is asked",
			"severity": "critical",
			"since": "0.1.0",
			"why": "With AlwaysAllow among the authorization modes every authenticated request is allowed, whatever RBAC says beside it: the first authorizer that allows decides. It is also what a kube-apiserver does that is given neither --authorization-mode nor --authorization-config.",
			"remedy": "Set --authorization-mode=Node,RBAC, or list authorizers of type Node and RBAC in an AuthorizationConfiguration, and none of type AlwaysAllow.",
			"needs": ["control-plane"],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/authorization/#authorization-modules", "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/"],
			"controls": [
				"CIS 1.2.6",
				"NSA-AA",
				"K03",
				"K09"
			],
			"aliases": [
				"C-0118",
				"KCV-0007",
				"CKV_K8S_74",
				"CIS-1.2.6"
			],
			"tags": ["authorization", "control-plane"],
			"extended": false
		},
		check: check$72
	},
	{
		metadata: {
			"id": "apiserver-token-auth-file",
			"title": "A static token file",
			"severity": "high",
			"since": "0.1.0",
			"why": "Tokens of --token-auth-file stand in clear text, never expire, and change only when every API server restarts with another file. Whoever saw one keeps the access, as any user and in any groups the file says, system:masters included.",
			"remedy": "Give people and machines credentials that expire (ServiceAccount tokens by the TokenRequest API, OIDC, short-lived certificates), then take --token-auth-file out.",
			"needs": ["control-plane"],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file"],
			"controls": [
				"CIS 1.2.2",
				"T1078",
				"K06"
			],
			"aliases": [
				"C-0114",
				"KCV-0002",
				"CKV_K8S_70",
				"CIS-1.2.2"
			],
			"tags": ["authentication", "control-plane"],
			"extended": false
		},
		check: check$71
	},
	{
		metadata: {
			"id": "credential-in-manifest",
			"title": "A credential in clear in a manifest",
			"severity": "medium",
			"extended": true,
			"since": "0.1.0",
			"why": "ConfigMaps and pod specs are readable for many more than Secrets are, `view` included, and the file they come from is readable for everybody who has the repository, its history included. Whoever reads a token or a key there has it.",
			"remedy": "Revoke it: it has been read. Then keep the new one in a Secret that is not committed, or let the pod use its own ServiceAccount's token.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/configuration/secret/", "https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],
			"controls": [
				"T1552.001",
				"K08",
				"CWE-312"
			],
			"aliases": [
				"C-0012",
				"CKV_SECRET_6",
				"KSV-0109"
			],
			"tags": ["authentication", "credentials"]
		},
		check: check$70
	},
	{
		metadata: {
			"id": "identity-system-masters-member",
			"title": "A credential whose holder is in system:masters",
			"severity": "high",
			"since": "0.1.0",
			"why": "Whoever holds a certificate, token or cloud identity in system:masters is cluster-admin before RBAC, webhooks or any other authorizer are asked. No binding can take it away: a certificate works until it expires or the CA is replaced. Requests for such certificates are told as the intent they are. A token or private key in the file is in the hands of everybody who reads the file. Not read: certificates in Secrets of type kubernetes.io/tls, kubeconfigs in Secrets, openssl commands in scripts, and Certificates of cert-manager.",
			"remedy": "Issue credentials in a group of your own and bind that group, to cluster-admin if it must be: the binding can be deleted. Keep one break-glass credential in system:masters outside of any repository, if at all.",
			"needs": ["credentials"],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege", "https://kubernetes.io/docs/setup/best-practices/certificates/"],
			"controls": [
				"CIS 5.1.7",
				"T1078",
				"K03"
			],
			"aliases": ["C-0246"],
			"tags": ["authentication", "credentials"],
			"extended": false
		},
		check: check$69
	},
	{
		metadata: {
			"id": "path-admission-control",
			"title": "Admission in the hands of somebody who gains the accounts of pods by it",
			"severity": "high",
			"since": "0.1.0",
			"why": "A mutating webhook or policy rewrites every object on its way into the cluster: a pod that comes by runs another image as the account that it names. Told where a pod that is written in the inputs runs as an account that leads to more than the right itself.",
			"remedy": "Take writing of webhook configurations and of mutating policies out of the role, or name in resourceNames the configurations that it looks after, and guard what those send their requests to.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks", "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"],
			"controls": [
				"CIS 5.1.12",
				"T1562",
				"K03",
				"K04",
				"CWE-269"
			],
			"aliases": ["control_webhooks"],
			"tags": [
				"authorization",
				"rbac",
				"paths",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$68
	},
	{
		metadata: {
			"id": "path-aggregation-injection",
			"title": "A label that gives everybody bound to view, edit or admin a power they do not have",
			"severity": "high",
			"since": "0.1.0",
			"why": "A ClusterRole with the label that an aggregated role looks for becomes part of it, for everybody who is bound to it, now and later, without any binding being changed. view is given to people because it reads no Secrets and runs nothing; one labelled role takes that away. Custom kinds that operators bring into admin and edit are what aggregation is for, and not told. Whoever may create ClusterRoles with any rights in them, by escalate, and holds an aggregated role, gives itself everything by such a label.",
			"remedy": "Take the label off and bind the role to those who need it, or keep in the labelled role only what every holder of the aggregated one is to have.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"],
			"controls": ["T1098.006", "K03"],
			"aliases": [],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$67
	},
	{
		metadata: {
			"id": "path-bind-or-escalate",
			"title": "Rights that somebody can grant to itself and go on with",
			"severity": "critical",
			"since": "0.1.0",
			"why": "With bind, a role that its holder does not have can be bound to the holder; with escalate, any right can be written into a role that the holder is bound to. Which role, and where, decides: a ClusterRole in one namespace makes its holder every ServiceAccount of that namespace, and names in resourceNames are worth what those roles give. Told where that leads to more than the right itself.",
			"remedy": "Take bind and escalate out of the role: without them the API server lets nobody grant more than they hold. Where bindings are to be delegated, name harmless roles in resourceNames of bind.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"],
			"controls": [
				"CIS 5.1.8",
				"T1098.006",
				"K03",
				"CWE-269"
			],
			"aliases": ["RBAC_ESCALATE_TO", "ROLE_BIND"],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$66
	},
	{
		metadata: {
			"id": "path-csr-to-identity",
			"title": "Client certificates for any identity, asked for and approved by one subject",
			"severity": "critical",
			"since": "0.1.0",
			"why": "A certificate of the signer kubernetes.io/kube-apiserver-client authenticates as whichever user and groups it names. Whoever asks for one and approves it is that user: any but the group system:masters, which the API server refuses, and the default policy alone has accounts that can rewrite every role. Certificates cannot be revoked.",
			"remedy": "Take approve on the signer out of the role, or name in resourceNames a signer whose certificates the API server does not accept. Keep asking for certificates and approving them in different hands.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#kubernetes-signers", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing"],
			"controls": [
				"CIS 5.1.11",
				"T1098",
				"K03",
				"CWE-269"
			],
			"aliases": ["GENERATE_CLIENT_CERTIFICATE", "approve_csrs"],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$65
	},
	{
		metadata: {
			"id": "path-impersonate-chain",
			"title": "A chain of identities that begins with impersonation",
			"severity": "critical",
			"since": "0.1.0",
			"why": "Whoever may impersonate an identity has its rights, and so every step that those open: running pods as another account, issuing its tokens, binding a role. What the impersonated one can do at once is reported by rbac-impersonate; this is about those further steps, where they lead to more.",
			"remedy": "Take the right out of the role, or name identities in resourceNames that lead nowhere. From 1.36 on constrained impersonation limits the requests as well.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb"],
			"controls": [
				"CIS 5.1.8",
				"T1134",
				"K03",
				"CWE-269"
			],
			"aliases": ["CAN_IMPERSONATE", "IDENTITY_IMPERSONATE"],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$64
	},
	{
		metadata: {
			"id": "path-namespace-policy-bypass",
			"title": "Pod Security that whoever creates the pods can take away",
			"severity": "high",
			"since": "0.1.0",
			"why": "Pod Security is a label of the Namespace. Whoever writes that Namespace and creates pods in it sets the label to privileged and runs a pod that is root on its node, whatever level was enforced, and so every pod of that node.",
			"remedy": "Take update and patch of namespaces out of the role, or keep it from those who create pods there. Where labels are to be delegated, let an admission policy guard those of Pod Security.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification", "https://kubernetes.io/docs/concepts/security/pod-security-admission/"],
			"controls": [
				"T1611",
				"T1562",
				"K03",
				"K04",
				"CWE-269"
			],
			"aliases": ["PATCH_NAMESPACE_TO_BYPASS_PSA", "CREATE_PRIVILEGED_WORKLOAD"],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$63
	},
	{
		metadata: {
			"id": "path-node-to-workloads",
			"title": "Nodes whose pods run as a stronger account than whoever reaches them",
			"severity": "high",
			"since": "0.1.0",
			"why": "A node holds the tokens of every pod on it. Whoever reaches its kubelet through nodes/proxy, or mounts a folder of it by a PersistentVolume of their own, has those. Told where a pod that is written in the inputs runs as an account that leads to more than the right itself.",
			"remedy": "Take the right out of the role; monitoring needs nodes/metrics and nodes/stats, not nodes/proxy. Keep pods of strong accounts on nodes of their own.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation"],
			"controls": [
				"CIS 5.1.10",
				"T1611",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"ACCESS_POD",
				"CAN_EXEC_THROUGH_KUBELET",
				"IDENTITY_ASSUME",
				"nodes_proxy"
			],
			"tags": [
				"authorization",
				"rbac",
				"paths",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$62
	},
	{
		metadata: {
			"id": "path-pod-create-to-sa",
			"title": "Pods under an account that is stronger than whoever creates them",
			"severity": "high",
			"since": "0.1.0",
			"why": "A pod names the ServiceAccount that it runs as, and nobody asks whether its creator may act as that account: creating pods, or a Deployment, Job or anything else with a pod template, is being every ServiceAccount of the namespace. Told where one of those leads to more than the right itself, in kube-system to the whole cluster. Neither automount settings nor Pod Security levels stop it.",
			"remedy": "Run such pods in a namespace of their own, whose accounts hold no rights, or take create out of the role. Move strong accounts to a namespace in which nobody else creates pods.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation", "https://kubernetes.io/docs/concepts/security/service-accounts/"],
			"controls": [
				"CIS 5.1.4",
				"T1610",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"CREATE_POD_WITH_SA",
				"UPDATE_WORKLOAD_WITH_SA",
				"assign_sa",
				"POD_CREATE",
				"C-0188",
				"KSV-0048"
			],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$61
	},
	{
		metadata: {
			"id": "path-pod-takeover-to-sa",
			"title": "Running pods of a stronger account that somebody can enter",
			"severity": "high",
			"since": "0.1.0",
			"why": "Whoever runs commands in a pod (exec, attach, an ephemeral container, another image) has the token of its ServiceAccount. Told where a pod that is written in the inputs runs as an account that leads to more than the right itself; where no such pod gets a token, there is nothing to gain.",
			"remedy": "Take the right out of the role, or grant it in namespaces whose pods run as accounts without rights. Run pods of strong accounts in a namespace of their own, and turn automounting off where the token is not needed.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/", "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
			"controls": [
				"T1609",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"EXEC_INTO",
				"REPLACE_IMAGE",
				"DEBUG_POD",
				"POD_EXEC",
				"POD_ATTACH",
				"POD_PATCH",
				"modify_pods",
				"rce_weak_ns"
			],
			"tags": [
				"authorization",
				"rbac",
				"paths",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$60
	},
	{
		metadata: {
			"id": "path-token-to-sa",
			"title": "A way to the token of a stronger account",
			"severity": "high",
			"since": "0.1.0",
			"why": "A token can be asked for (create serviceaccounts/token), read from a token Secret, or made to be read: whoever creates and reads Secrets of a namespace writes one of the token type, and the token controller fills it for any of its ServiceAccounts. Told where one of those accounts leads to more than the right itself.",
			"remedy": "Take the right out of the role, or name in resourceNames the accounts whose tokens it needs. Split creating and reading Secrets between different subjects, and delete token Secrets that nobody uses.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request", "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"],
			"controls": [
				"CIS 5.1.13",
				"T1528",
				"K03",
				"CWE-522"
			],
			"aliases": [
				"GENERATE_TOKEN",
				"GET_AUTHENTICATION_TOKEN_FOR",
				"CREATE_SECRET_WITH_TOKEN",
				"TOKEN_LIST",
				"TOKEN_BRUTEFORCE",
				"TOKEN_STEAL",
				"obtain_token_weak_ns"
			],
			"tags": [
				"authorization",
				"rbac",
				"paths"
			],
			"extended": false
		},
		check: check$59
	},
	{
		metadata: {
			"id": "path-workload-to-cluster-admin",
			"title": "A workload whose account leads to cluster-admin",
			"severity": "critical",
			"since": "0.1.0",
			"why": "Whoever breaks into a container has the token of the pod's ServiceAccount. Told of workloads that are written in the inputs and get a token of an account that is cluster-admin, or can become it, with the shortest path.",
			"remedy": "Take the first step of the path away: narrow the role that the account is bound to. Let pods that do not talk to the API server run without a token (automountServiceAccountToken).",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/", "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
			"controls": [
				"T1078",
				"K01",
				"K03",
				"CWE-269"
			],
			"aliases": ["C-0267", "IS_CLUSTER_ADMIN"],
			"tags": [
				"authorization",
				"rbac",
				"paths",
				"workloads"
			],
			"extended": false
		},
		check: check$58
	},
	{
		metadata: {
			"id": "rbac-admission-webhooks-write",
			"title": "The right to change admission webhooks or policies",
			"severity": "high",
			"since": "0.1.0",
			"why": "A webhook receives the objects of every request that its rules name, Secrets included, and a mutating one changes them on their way: who writes the configuration decides which. resourceNames are no limit, since one named webhook can be pointed anywhere. Deleting a webhook, or writing a policy or its binding, takes away what guards the cluster. From 1.36 on mutating policies change objects without any webhook.",
			"remedy": "Leave webhook configurations and policies to whoever administers the cluster. A controller that only puts its CA into its own webhook still needs patch: keep its account to itself.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks", "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"],
			"controls": [
				"CIS 5.1.12",
				"T1562",
				"K04",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0281",
				"KSV-0114",
				"CKV_K8S_155",
				"control_webhooks"
			],
			"tags": [
				"authorization",
				"rbac",
				"admission",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$57
	},
	{
		metadata: {
			"id": "rbac-auth-configmaps-write",
			"title": "The right to write ConfigMaps that say who is who",
			"severity": "high",
			"since": "0.1.0",
			"why": "On EKS the ConfigMap kube-system/aws-auth says which AWS identities are which users and groups: whoever writes it makes itself a member of system:masters. Aggregated API servers trust kube-system/extension-apiserver-authentication for the CA of the front proxy, joining nodes kube-public/cluster-info for the API server's address, and pods kube-system/coredns for every name. A right to all ConfigMaps of kube-system, or of the cluster, includes them.",
			"remedy": "Name the ConfigMaps that are written in resourceNames, or grant the right in the namespaces where they are. On EKS use access entries in place of aws-auth.",
			"needs": [],
			"references": ["https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html", "https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/"],
			"controls": [
				"T1098",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0037",
				"KSV-0049",
				"KSV-0115",
				"eks_modify_aws_auth",
				"UPDATE_AWS_AUTH"
			],
			"tags": [
				"authorization",
				"rbac",
				"aws"
			],
			"extended": false
		},
		check: check$56
	},
	{
		metadata: {
			"id": "rbac-bind",
			"title": "The right to bind roles beyond one's own",
			"severity": "high",
			"since": "0.1.0",
			"why": "Who writes a binding must hold every right of the role, unless the verb bind on that role says otherwise. With bind on any role, or on a strong one such as cluster-admin, admin or edit, and the right to write bindings, its holder binds that role to itself. A binding keeps its role: who may write some bindings, by name, adds itself to the roles of those. The verb counts on roles and clusterroles, for the name of the role that is bound; on rolebindings it means nothing.",
			"remedy": "Name the harmless roles that may be bound in resourceNames, or take the verb out: bindings to roles whose rights the writer holds itself need no bind.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-binding-creation-or-update", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"],
			"controls": [
				"CIS 5.1.8",
				"T1098.006",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0191",
				"KSV-0050",
				"KSV-0051",
				"KSV-0052",
				"CKV_K8S_157",
				"CKV2_K8S_1",
				"risky-create-rolebinding",
				"bind_roles",
				"restrict-escalation-verbs-roles"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$55
	},
	{
		metadata: {
			"id": "rbac-cluster-admin-binding",
			"title": "cluster-admin bound",
			"severity": "high",
			"since": "0.1.0",
			"why": "cluster-admin allows every request: in a ClusterRoleBinding all of the cluster, nodes and their data included; in a RoleBinding all of its namespace. Bound to a ServiceAccount it is in every pod that runs as it, and in the hands of whoever may create pods or tokens there.",
			"remedy": "Bind a role that lists what is needed, in the namespaces where it is needed. For people, bind a group that they join for a limited time.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege", "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles"],
			"controls": [
				"CIS 5.1.1",
				"NSA-AA",
				"T1098.006",
				"K03",
				"CWE-250"
			],
			"aliases": [
				"C-0185",
				"KSV-0111",
				"cluster-admin-role-binding",
				"clusterrolebindingClusterAdmin",
				"restrict-binding-clusteradmin"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$54
	},
	{
		metadata: {
			"id": "rbac-crds-apiservices-write",
			"title": "The right to change which APIs are served, and by whom",
			"severity": "high",
			"since": "0.1.0",
			"why": "An APIService says which server answers for an API group. Who writes one puts a server of its own there: it sees the requests, their objects and who sent them, and it answers them. A CustomResourceDefinition names who converts the objects of a kind, and its schema what is kept of them.",
			"remedy": "Leave both to whoever installs APIs. A controller that keeps up its own can be limited to them by resourceNames for update and patch.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/", "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/"],
			"controls": [
				"T1557",
				"K03",
				"CWE-269"
			],
			"aliases": [],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$53
	},
	{
		metadata: {
			"id": "rbac-cross-namespace-sa",
			"title": "A RoleBinding to a ServiceAccount of another namespace",
			"severity": "low",
			"extended": true,
			"since": "0.1.0",
			"why": "Whoever can run pods or issue tokens in the account's namespace reaches into the namespace of the binding. Those who own the one rarely look at the other.",
			"remedy": "Bind an account of the same namespace, or own both namespaces together.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],
			"controls": ["K03"],
			"aliases": ["C-0267"],
			"tags": [
				"authorization",
				"rbac",
				"service-accounts"
			]
		},
		check: check$52
	},
	{
		metadata: {
			"id": "rbac-csr-approve",
			"title": "The right to approve client certificates",
			"severity": "high",
			"since": "0.1.0",
			"why": "A client certificate is an identity: any user, in any group but system:masters, until it expires, for there is no revocation. Approving takes two rights: update or patch of certificatesigningrequests/approval, and approve on the signer. Without names for the signers, or with kubernetes.io/*, that includes the one whose certificates the API server accepts. Whoever may create certificatesigningrequests/nodeclient needs no approval: kube-controller-manager approves what they ask for in the name of any node. sign, with a right to the status of requests, puts a certificate of the holder's making into the answer.",
			"remedy": "Name the one signer that is meant in resourceNames, never kubernetes.io/kube-apiserver-client, and leave approval of client certificates to people.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing", "https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/"],
			"controls": [
				"CIS 5.1.11",
				"T1098",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0280",
				"CKV_K8S_156",
				"approve_csrs",
				"restrict-clusterrole-csr"
			],
			"tags": [
				"authorization",
				"rbac",
				"certificates"
			],
			"extended": false
		},
		check: check$51
	},
	{
		metadata: {
			"id": "rbac-dangling-role-ref",
			"title": "A binding to a role that is not there",
			"severity": "low",
			"since": "0.1.0",
			"why": "A binding whose role does not exist gives nothing, and the API server accepts it without a word. Whoever creates a role of that name later decides, within its own rights, what the subjects can do. Where the inputs are not known to be complete, only names that are a slip of another one are told: the same name in another namespace, of the other kind, in another case, or a letter or two away. The others are counted as an assumption.",
			"remedy": "Name the role that is meant, or delete the binding. A roleRef cannot be changed in place: the binding is deleted and created again.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"],
			"controls": ["K03"],
			"aliases": ["subjects-with-non-existing-roles", "FlagRolesNotFound"],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$50
	},
	{
		metadata: {
			"id": "rbac-dangling-subject",
			"title": "A binding to a ServiceAccount that is not there",
			"severity": "low",
			"since": "0.1.0",
			"why": "A binding for a ServiceAccount that does not exist gives nothing today. The rights wait for whoever creates an account of that name in that namespace, which takes far less than to be given them. Where the inputs are not known to be complete, only names that are a slip of another one are told: an account of that name in another namespace while the namespace has accounts of its own, another case, or a letter or two.",
			"remedy": "Name the account that is meant, or take the subject out of the binding.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects"],
			"controls": ["K03"],
			"aliases": [],
			"tags": [
				"authorization",
				"rbac",
				"service-accounts"
			],
			"extended": false
		},
		check: check$49
	},
	{
		metadata: {
			"id": "rbac-default-object-drift",
			"title": "A default role or binding that gives more than Kubernetes ships",
			"severity": "high",
			"since": "0.1.0",
			"why": "Nobody looks into roles called system:discovery, and everybody is bound to some of them. What is added to an object under a default name stays for good: when it starts, the API server adds what is missing and takes nothing away. Only the surplus over the policy of that version is told, rated by who gets most out of it. What aggregation brings into admin, edit and view is none. A default object with autoupdate \"false\" is not repaired at all, which is low.",
			"remedy": "Take out what Kubernetes does not ship, and bind a role of your own that has it to those who need it.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings", "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#auto-reconciliation"],
			"controls": [
				"CIS 5.1.1",
				"T1098.006",
				"K03"
			],
			"aliases": [],
			"tags": [
				"authorization",
				"rbac",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$48
	},
	{
		metadata: {
			"id": "rbac-default-sa-bound",
			"title": "Rights granted to the ServiceAccount that pods get by default",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Every pod that names no ServiceAccount runs as the one called default of its namespace, whoever wrote it. What is bound to default is bound to all of them, and to every pod that comes later.",
			"remedy": "Make a ServiceAccount for the workload that needs the access, name it in serviceAccountName, and bind that one.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"],
			"controls": [
				"CIS 5.1.5",
				"K03",
				"CWE-284"
			],
			"aliases": [
				"C-0225",
				"C-0239",
				"CKV_K8S_42",
				"role_binding_to_default_service_account",
				"AC_K8S_0113"
			],
			"tags": [
				"authorization",
				"rbac",
				"service-accounts"
			],
			"extended": false
		},
		check: check$47
	},
	{
		metadata: {
			"id": "rbac-delete-broad",
			"title": "The right to delete what runs, or what tells of it",
			"severity": "low",
			"extended": true,
			"since": "0.1.0",
			"why": "Who deletes workloads, pods, namespaces or volumes of others stops applications and takes their data; who deletes events removes traces. Deleting a Secret with a propagation policy, or a collection of Secrets, returns what they hold as well, as a dry run too, so there it is the right to read them.",
			"remedy": "Grant delete in the namespaces where it is needed, of the kinds that are needed, and leave out deletecollection. To restart pods, restart their workload.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/architecture/garbage-collection/", "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"],
			"controls": ["K03", "CWE-284"],
			"aliases": [
				"C-0007",
				"C-0031",
				"KSV-0042",
				"any-resource-delete",
				"risky-delete-deployments"
			],
			"tags": [
				"authorization",
				"rbac",
				"workloads"
			]
		},
		check: check$46
	},
	{
		metadata: {
			"id": "rbac-duplicate-grant",
			"title": "A binding that gives a subject what it has already",
			"severity": "info",
			"extended": true,
			"since": "0.1.0",
			"why": "Another binding of the same subject gives every right of this one, there or in the whole cluster. Whoever takes one of them away believes that the right is gone, and it is not.",
			"remedy": "Take the subject out of the binding that gives nothing new, or out of the wider one.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review"],
			"controls": ["K03"],
			"aliases": [],
			"tags": ["authorization", "rbac"]
		},
		check: check$45
	},
	{
		metadata: {
			"id": "rbac-escalate",
			"title": "The right to write roles beyond one's own rights",
			"severity": "high",
			"since": "0.1.0",
			"why": "Who writes a role must hold every right in it, unless the verb escalate on that role says otherwise. With escalate and update or patch of roles, its holder writes any right into a role that it is bound to, or into one that many are bound to. Without a right to write roles, escalate is never asked for, and a new role is of no use as long as nobody may bind it.",
			"remedy": "Take the verb out. A controller that creates roles can hold the rights that it hands on, or the roles can be written by whoever installs it.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-creation-or-update", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"],
			"controls": [
				"CIS 5.1.8",
				"T1098.006",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0191",
				"KSV-0050",
				"CKV_K8S_158",
				"escalate_roles",
				"restrict-escalation-verbs-roles"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$44
	},
	{
		metadata: {
			"id": "rbac-grant-all-service-accounts",
			"title": "Rights granted to every ServiceAccount",
			"severity": "high",
			"since": "0.1.0",
			"why": "The groups system:serviceaccounts and system:serviceaccounts:NAMESPACE hold every ServiceAccount there is and will be, the `default` ones too, so any pod in reach has the access, and whoever can create a pod or a ServiceAccount there.",
			"remedy": "Bind the ServiceAccounts that need the access by name.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions"],
			"controls": [
				"T1098.006",
				"K03",
				"CWE-284"
			],
			"aliases": [],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$43
	},
	{
		metadata: {
			"id": "rbac-grant-anonymous",
			"title": "Rights granted to requests without credentials",
			"severity": "critical",
			"since": "0.1.0",
			"why": "Anybody who can reach the API server holds what is bound to the user system:anonymous or the group system:unauthenticated, without a token or certificate. What Kubernetes and kubeadm bind themselves (health, version, the cluster-info ConfigMap) is not reported.",
			"remedy": "Take the user or group out of the binding. If something outside needs the access, give it a ServiceAccount and bind that one to what it reads.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings", "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests"],
			"controls": [
				"NSA-AA",
				"T1190",
				"T1098.006",
				"K03",
				"K06",
				"CWE-306"
			],
			"aliases": [
				"C-0262",
				"KSV-0122",
				"BindingsToSystemAnonymous",
				"disallowanonymous"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$42
	},
	{
		metadata: {
			"id": "rbac-grant-authenticated",
			"title": "Rights granted to everybody who can authenticate",
			"severity": "high",
			"since": "0.1.0",
			"why": "The group system:authenticated holds every identity the API server accepts: people, machines, every ServiceAccount and so every pod, with some providers every account of theirs. What is bound to it is bound to whoever comes next. Discovery and self reviews, which Kubernetes binds to it itself, are not reported.",
			"remedy": "Bind a group of your own, or the ServiceAccounts that need the access, instead of system:authenticated.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings"],
			"controls": [
				"CIS 5.1.2",
				"CIS 5.1.4",
				"T1098.006",
				"K03",
				"CWE-284"
			],
			"aliases": [
				"C-0265",
				"KSV-01011",
				"disallow-authenticated"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$41
	},
	{
		metadata: {
			"id": "rbac-grant-nodes-group",
			"title": "Rights granted to nodes",
			"severity": "high",
			"since": "0.1.0",
			"why": "The Node authorizer gives a kubelet what the pods of its own node need and no more. A binding to the group system:nodes, or to the user of one node, adds rights without that limit: whoever breaks out of a container on any node has them. What kubeadm binds to nodes is not reported.",
			"remedy": "Let an agent on the node use a ServiceAccount of its own in place of the kubelet's credential, and leave kubelets to the Node authorizer.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/node/", "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#core-component-roles"],
			"controls": ["K03", "CWE-284"],
			"aliases": ["IDENTITY_ASSUME"],
			"tags": [
				"authorization",
				"rbac",
				"nodes"
			],
			"extended": false
		},
		check: check$40
	},
	{
		metadata: {
			"id": "rbac-grant-reserved-identity",
			"title": "Rights granted to a name that is reserved for Kubernetes",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Names that start with system: are Kubernetes' own. One that no component of this version has is held by nobody, until a certificate or an identity provider hands it out: then the right is there already, under a name that reviews take for part of the system. A ServiceAccount written as User system:serviceaccount:… is the same account, and escapes whoever looks for ServiceAccounts.",
			"remedy": "Bind a name of your own, outside system:, or the component that was meant. Write a ServiceAccount as kind ServiceAccount with name and namespace.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects", "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings"],
			"controls": [
				"T1098.006",
				"K03",
				"CWE-284"
			],
			"aliases": [],
			"tags": [
				"authorization",
				"rbac",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$39
	},
	{
		metadata: {
			"id": "rbac-grant-system-masters",
			"title": "A binding that names system:masters",
			"severity": "low",
			"since": "0.1.0",
			"why": "Members of system:masters are allowed everything before any authorizer is asked. A binding that names the group adds nothing and takes nothing away when it is deleted, but reads as if it decided what they may do.",
			"remedy": "Delete the subject, and bind a group of your own whose rights a binding really decides.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],
			"controls": ["CIS 5.1.7", "K03"],
			"aliases": ["KSV-0123", "C-0246"],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$38
	},
	{
		metadata: {
			"id": "rbac-impersonate",
			"title": "The right to impersonate",
			"severity": "high",
			"since": "0.1.0",
			"why": "Whoever may impersonate a user, group or ServiceAccount has its rights by adding a header to a request. Without names that is anybody, the superusers' group included. Rights that the API server never asks for are not reported: users and groups in a RoleBinding, groups without any user, and constrained impersonation without requests to go with it.",
			"remedy": "Take the right out, or name the users, groups and ServiceAccounts that may be impersonated in resourceNames, and grant ServiceAccounts in their namespace. From 1.36 on constrained impersonation limits the requests as well.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/", "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb"],
			"controls": [
				"CIS 5.1.8",
				"T1134",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0065",
				"C-0191",
				"KSV-0043",
				"CKV2_K8S_3",
				"risky-impersonate"
			],
			"tags": [
				"authorization",
				"rbac",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$37
	},
	{
		metadata: {
			"id": "rbac-in-default-namespace",
			"title": "A role, binding or ServiceAccount in the namespace default",
			"severity": "info",
			"extended": true,
			"since": "0.1.0",
			"why": "Everything that names no namespace ends up in default, so that what is bound there is shared by whatever nobody thought about. Told for parity with other tools; what the rights are worth is told by other rules.",
			"remedy": "Put the application and its rights into a namespace of its own.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#when-to-use-multiple-namespaces"],
			"controls": ["K03"],
			"aliases": ["C-0212"],
			"tags": ["authorization", "rbac"]
		},
		check: check$36
	},
	{
		metadata: {
			"id": "rbac-ineffective-rule",
			"title": "A right or a subject that no request ever matches",
			"severity": "low",
			"since": "0.1.0",
			"why": "The API server compares words as they are written and accepts nearly any: `pods/*` is no wildcard, `deployments` are not in the core group, `create` beside resourceNames allows nobody to create, `bind` is never asked for on bindings, a Role gives no nodes, `system:masters` as a user is nobody. Who wrote it thinks that something is allowed, or that something is limited, and it is not. What is beside the point but misses nobody is info.",
			"remedy": "Write what was meant, or take the word out; as it stands it gives nothing, so nobody loses anything.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources", "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"],
			"controls": ["K03"],
			"aliases": [],
			"tags": [
				"authorization",
				"rbac",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$35
	},
	{
		metadata: {
			"id": "rbac-namespaces-write",
			"title": "The right to relabel or create namespaces",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Labels of a namespace decide which Pod Security level is enforced there, which network policies and which webhooks reach it. Who may change them, and run pods in any of them, takes over nodes where that was ruled out. Who creates a namespace chooses its labels.",
			"remedy": "Leave labels to whoever administers the cluster. A controller can be kept to its namespaces by resourceNames for update and patch; creating namespaces needs no right to change others.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification", "https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces"],
			"controls": [
				"T1562",
				"K03",
				"K04",
				"CWE-269"
			],
			"aliases": ["PATCH_NAMESPACE_TO_BYPASS_PSA"],
			"tags": [
				"authorization",
				"rbac",
				"admission"
			],
			"extended": false
		},
		check: check$34
	},
	{
		metadata: {
			"id": "rbac-networking-write",
			"title": "The right to redirect or open traffic",
			"severity": "low",
			"extended": true,
			"since": "0.1.0",
			"why": "Services, endpoints and Ingresses decide where traffic goes: who writes them takes over the traffic of others in the namespace, and who writes the status of Services of addresses outside the cluster. Without its NetworkPolicies a namespace is open to every pod.",
			"remedy": "Leave endpoints and the status of Services to their controllers; endpoints are in none of the roles that Kubernetes ships for people. Let Services, Ingresses and NetworkPolicies be written where an application is deployed, and nowhere else.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#write-access-for-endpoints", "https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
			"controls": [
				"NSA-NET",
				"K03",
				"CWE-284"
			],
			"aliases": [
				"KSV-0056",
				"CKV2_K8S_4",
				"modify_service_status"
			],
			"tags": [
				"authorization",
				"rbac",
				"network"
			]
		},
		check: check$33
	},
	{
		metadata: {
			"id": "rbac-nodes-proxy",
			"title": "The right to speak to kubelets through the API server",
			"severity": "high",
			"since": "0.1.0",
			"why": "nodes/proxy reaches the whole API of every kubelet, which runs commands in any pod of its node, past admission control and, for requests to the kubelet itself, past the audit log. get is enough: a websocket starts as a GET. The finer subresources nodes/metrics, nodes/stats, nodes/log and, since 1.33, nodes/pods, nodes/configz and nodes/healthz give what monitoring needs.",
			"remedy": "Grant nodes/metrics and nodes/stats, or nodes/pods and nodes/configz, in place of nodes/proxy.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes", "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/"],
			"controls": [
				"CIS 5.1.10",
				"T1609",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0279",
				"KSV-0047",
				"CKV2_K8S_2",
				"nodes_proxy",
				"restrict-clusterrole-nodesproxy"
			],
			"tags": [
				"authorization",
				"rbac",
				"nodes",
				"depends-on-minor"
			],
			"extended": false
		},
		check: check$32
	},
	{
		metadata: {
			"id": "rbac-nodes-write",
			"title": "The right to change nodes",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Labels and taints decide where pods run. Whoever writes them can draw pods, and the tokens and Secrets they mount, to a node it controls, or keep them off the others. nodes/status decides what a node claims to offer and, for some components, which address is contacted for it.",
			"remedy": "Leave nodes to the kubelets and the controllers of the platform; grant patch on named nodes where a component labels its own.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction", "https://kubernetes.io/docs/concepts/architecture/nodes/"],
			"controls": ["K03", "CWE-269"],
			"aliases": ["modify_node_status", "steal_pods"],
			"tags": [
				"authorization",
				"rbac",
				"nodes"
			],
			"extended": false
		},
		check: check$31
	},
	{
		metadata: {
			"id": "rbac-persistentvolumes-create",
			"title": "The right to create PersistentVolumes",
			"severity": "high",
			"since": "0.1.0",
			"why": "A PersistentVolume may be a hostPath of any node. Pod Security looks at the volumes of pods, where only the claim stands: a pod that passes the level restricted then reads and writes any file of its node, the credentials of the kubelet and of its pods included.",
			"remedy": "Leave creating volumes to the provisioner of a StorageClass; users need PersistentVolumeClaims only.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation", "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],
			"controls": [
				"CIS 5.1.9",
				"T1611",
				"K03",
				"CWE-269"
			],
			"aliases": ["C-0278"],
			"tags": [
				"authorization",
				"rbac",
				"storage"
			],
			"extended": false
		},
		check: check$30
	},
	{
		metadata: {
			"id": "rbac-pods-create",
			"title": "The right to create pods",
			"severity": "high",
			"since": "0.1.0",
			"why": "Whoever creates a pod names the ServiceAccount it runs as and the Secrets and volumes it mounts, so this gives every account and every Secret of the namespace, and the node where no admission policy forbids privileged pods. resourceNames do not narrow it: a request that creates a pod carries no name.",
			"remedy": "Leave creating pods to the controllers. Where a tool must start pods, give it a namespace of its own, whose ServiceAccounts hold no rights, with Pod Security level restricted.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation", "https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
			"controls": [
				"CIS 5.1.4",
				"T1610",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0188",
				"KSV-0048",
				"access-to-create-pods",
				"risky-create-pod",
				"assign_sa",
				"CKV_K8S_157"
			],
			"tags": [
				"authorization",
				"rbac",
				"workloads"
			],
			"extended": false
		},
		check: check$29
	},
	{
		metadata: {
			"id": "rbac-pods-exec",
			"title": "The right to run commands in pods",
			"severity": "high",
			"since": "0.1.0",
			"why": "exec and attach, an ephemeral container, or another image in a running pod let their holder act as what runs there: its token, its Secrets, its data. Clients open exec and attach with a POST, which asks for create, or with a websocket, which asks for get; since 1.35 the websocket asks for create as well. No right to read pods is needed.",
			"remedy": "Grant it for single pods by resourceNames, for the time it is needed, and let groups of people hold it instead of ServiceAccounts.",
			"needs": [],
			"references": [
				"https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
				"https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/",
				"https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/"
			],
			"controls": [
				"T1609",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"C-0002",
				"KSV-0053",
				"KSV-0054",
				"CKV2_K8S_2",
				"risky-exec-pods",
				"risky-attach-pods",
				"pods_exec",
				"pods_ephemeral_ctrs",
				"block-pod-exec",
				"rolebindingRolePodExecAttach",
				"clusterrolePodExecAttach"
			],
			"tags": [
				"authorization",
				"rbac",
				"workloads"
			],
			"extended": false
		},
		check: check$28
	},
	{
		metadata: {
			"id": "rbac-pods-portforward",
			"title": "The right to connect to pods past every network policy",
			"severity": "medium",
			"extended": true,
			"since": "0.1.0",
			"why": "A port forward and the proxies of pods and services reach what listens in a pod through the API server and the kubelet, so NetworkPolicies and a Service's own exposure do not stand in the way. What listens on a loopback address, such as an administration port, often asks for no password.",
			"remedy": "Grant it to people, in the namespaces they debug, with the names of the pods in resourceNames where they are stable.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/", "https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/#manually-constructing-apiserver-proxy-urls"],
			"controls": ["K03", "CWE-284"],
			"aliases": ["C-0063"],
			"tags": [
				"authorization",
				"rbac",
				"network"
			]
		},
		check: check$27
	},
	{
		metadata: {
			"id": "rbac-policy-engine-admin",
			"title": "The right to change what a policy engine allows",
			"severity": "medium",
			"extended": true,
			"since": "0.1.0",
			"why": "Kyverno and Gatekeeper decide what may be created by objects of their own, so whoever writes those objects, or an exception from them, switches off what keeps privileged pods and foreign images out; a mutating or generating policy also writes objects with the rights of the engine.",
			"remedy": "Let one pipeline write the policies of the whole cluster, from reviewed files, and let exceptions be written where those who review them look.",
			"needs": [],
			"references": ["https://kyverno.io/docs/policy-types/cluster-policy/overview/", "https://open-policy-agent.github.io/gatekeeper/website/docs/howto/"],
			"controls": [
				"T1562",
				"K04",
				"K03",
				"CWE-284"
			],
			"aliases": [],
			"tags": [
				"authorization",
				"rbac",
				"admission"
			]
		},
		check: check$26
	},
	{
		metadata: {
			"id": "rbac-rbac-objects-write",
			"title": "The right to write roles or bindings",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Without bind or escalate a writer of roles and bindings can hand on what it holds itself, and nothing more: to anybody, for good, and without anybody noticing where the grant came from. Together with rights that come later, from another binding or an aggregated role, it hands on those as well.",
			"remedy": "Leave roles and bindings to whoever administers the cluster. Where a controller needs to write them, name them in resourceNames for update, patch and delete, and keep the rights it holds itself few.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping"],
			"controls": [
				"T1098.006",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"KSV-0055",
				"subjects-with-rbac-management",
				"risky-add-rolebinding"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$25
	},
	{
		metadata: {
			"id": "rbac-secrets-read",
			"title": "The right to read Secrets",
			"severity": "high",
			"since": "0.1.0",
			"why": "Secrets hold tokens, keys and passwords. get, list and watch return their contents, and so do patch, deletecollection and a deletion with a propagation policy, as a dry run too; create and update do not. A right to all Secrets of the cluster includes the tokens and keys of every application.",
			"remedy": "Mount the Secrets that a pod needs instead of reading them through the API. Where they must be read, grant get in their namespace and name them in resourceNames.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets", "https://kubernetes.io/docs/concepts/configuration/secret/#information-security-for-secrets"],
			"controls": [
				"CIS 5.1.2",
				"T1552.007",
				"K08",
				"K03",
				"CWE-522"
			],
			"aliases": [
				"C-0015",
				"C-0186",
				"KSV-0041",
				"KSV-0113",
				"CKV2_K8S_5",
				"access-to-secrets",
				"risky-list-secrets",
				"risky-get-secrets",
				"list_secrets",
				"restrict-secret-role-verbs"
			],
			"tags": [
				"authorization",
				"rbac",
				"secrets"
			],
			"extended": false
		},
		check: check$24
	},
	{
		metadata: {
			"id": "rbac-secrets-write",
			"title": "The right to create or change Secrets",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Who creates Secrets can have one filled with a token: of type kubernetes.io/service-account-token, it is given a never-expiring token of the ServiceAccount that its annotation names, for whoever reads or mounts it. Who changes Secrets replaces the keys and passwords that applications trust. create and update do not return what is there; patch does, which is told as reading.",
			"remedy": "Let the one controller that makes Secrets do so in its own namespace. To keep one Secret up to date, grant update and patch with resourceNames; create cannot be narrowed by a name.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets", "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"],
			"controls": [
				"T1528",
				"K03",
				"K08",
				"CWE-269"
			],
			"aliases": [
				"KSV-0041",
				"KSV-0113",
				"issue_token_secrets"
			],
			"tags": [
				"authorization",
				"rbac",
				"secrets"
			],
			"extended": false
		},
		check: check$23
	},
	{
		metadata: {
			"id": "rbac-subject-fan-out",
			"title": "A subject with many roles, or a namespace with many subjects",
			"severity": "info",
			"extended": true,
			"since": "0.1.0",
			"why": "A subject that is bound to four roles or more, and a namespace that five subjects or more have rights in, are where reviews lose count. Told for parity with other tools; it is no risk of its own.",
			"remedy": "Give one role to one purpose, and bind groups instead of many single subjects.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review"],
			"controls": ["K03"],
			"aliases": ["multiple-role-subjects", "multiple-subject-namespaces"],
			"tags": ["authorization", "rbac"],
			"parameters": [{
				"name": "roles",
				"default": 4,
				"min": 2,
				"description": "so many roles of one subject are too many"
			}, {
				"name": "subjects",
				"default": 5,
				"min": 2,
				"description": "so many subjects with rights in one namespace are too many"
			}]
		},
		check: check$22
	},
	{
		metadata: {
			"id": "rbac-token-create",
			"title": "The right to issue tokens of ServiceAccounts",
			"severity": "high",
			"since": "0.1.0",
			"why": "create on serviceaccounts/token returns a token of the account, and so all its rights, without a trace on the account itself. Names limit it: the account's name is part of the request. In kube-system, or everywhere, it includes the controllers' accounts.",
			"remedy": "Name the accounts in resourceNames, and grant it in their namespace. A pod that needs another token than its own can mount a projected one.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request", "https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/"],
			"controls": [
				"CIS 5.1.13",
				"T1528",
				"K03",
				"CWE-269"
			],
			"aliases": ["C-0282", "token_request"],
			"tags": [
				"authorization",
				"rbac",
				"tokens"
			],
			"extended": false
		},
		check: check$21
	},
	{
		metadata: {
			"id": "rbac-unused-role",
			"title": "A role that nobody uses",
			"severity": "info",
			"since": "0.1.0",
			"why": "No binding leads to the role and no aggregation takes it in. It gives nothing today, and everything in it to whoever is bound to it without a look at what it says. Roles that somebody is allowed to bind by name, and roles labelled for aggregation, are not told; nor is any where the inputs hold no bindings at all.",
			"remedy": "Delete the role, or bind it; where people are meant to bind it themselves, leave it.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review"],
			"controls": ["K03"],
			"aliases": [],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$20
	},
	{
		metadata: {
			"id": "rbac-wildcard-all",
			"title": "Every verb on every resource, by another name than cluster-admin",
			"severity": "high",
			"since": "0.1.0",
			"why": "A role with `*` for verbs, resources and API groups allows what cluster-admin allows, kinds that are installed later included, and is found by nobody who looks for cluster-admin. In a RoleBinding it allows all of that in its namespace. `*` of one API group, or without one of the three, is less and not told here.",
			"remedy": "List the groups, resources and verbs that are needed and bind them in the namespaces where they are needed. Where a deployment tool needs to write everything, keep who may use its ServiceAccount as few as cluster-admins.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege", "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources"],
			"controls": [
				"CIS 5.1.3",
				"NSA-AA",
				"T1098.006",
				"K03",
				"CWE-250"
			],
			"aliases": [
				"C-0187",
				"C-0035",
				"KSV-0044",
				"risky-any-verb",
				"any-resource-any-verb"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$19
	},
	{
		metadata: {
			"id": "rbac-wildcard-resources",
			"title": "A right to all resources of a group, or of all groups",
			"severity": "high",
			"since": "0.1.0",
			"why": "`*` for resources covers every kind and every subresource: of the core group Secrets, pods/exec and nodes/proxy, so that reading everything is reading every Secret and, through the kubelets, running commands in every pod. Kinds that are installed later are covered too. `*` of one group is no more than that group: told where one of its kinds gives power, never of a group of custom kinds.",
			"remedy": "List the resources that are needed. For looking around bind the ClusterRole view, which leaves Secrets out, and for metrics grant nodes/metrics and the paths that are read.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege", "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources"],
			"controls": [
				"CIS 5.1.3",
				"K03",
				"CWE-250"
			],
			"aliases": [
				"KSV-0046",
				"KSV-0112",
				"CKV_K8S_49",
				"rbac_wildcard_in_rule",
				"wildcard-in-rules",
				"any-resource-any-verb",
				"risky-any-resource-any-verb",
				"restrict-wildcard-resources"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$18
	},
	{
		metadata: {
			"id": "rbac-wildcard-verbs",
			"title": "Every verb on some resources",
			"severity": "medium",
			"since": "0.1.0",
			"why": "`*` for verbs covers the verbs that a list leaves out on purpose: escalate and bind on roles, impersonate on users and ServiceAccounts, approve on signers, deletecollection everywhere, and whatever later versions add. It is worth the strongest of what it gives; on kinds without such verbs little, and nothing is told of custom kinds, whose operators need all of them.",
			"remedy": "List the verbs that are used; an audit log or the client's code tells them. Where all of get, list, watch, create, update, patch and delete are needed, write those.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege", "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"],
			"controls": [
				"CIS 5.1.3",
				"K03",
				"CWE-250"
			],
			"aliases": [
				"KSV-0045",
				"CKV_K8S_49",
				"rbac_wildcard_in_rule",
				"wildcard-in-rules",
				"risky-any-verb-secrets",
				"risky-any-verb-pods",
				"risky-any-verb-deployments",
				"risky-any-verb-daemonsets",
				"risky-any-verb-rolebindings",
				"restrict-wildcard-verbs"
			],
			"tags": ["authorization", "rbac"],
			"extended": false
		},
		check: check$17
	},
	{
		metadata: {
			"id": "rbac-workloads-write",
			"title": "The right to create or change what runs pods",
			"severity": "high",
			"since": "0.1.0",
			"why": "The controllers of Deployments, DaemonSets, StatefulSets, ReplicaSets, ReplicationControllers, Jobs and CronJobs create the pods that a template describes, so whoever writes the template names the ServiceAccount those pods run as and the Secrets they mount, without any right to pods or Secrets. update and patch are enough where the template can change, of a single named object too.",
			"remedy": "Let a deployment tool write workloads in namespaces of its own, one account for each. For scaling grant the scale subresource; for restarts and status use the controller's own account.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation", "https://kubernetes.io/docs/concepts/workloads/controllers/"],
			"controls": [
				"T1610",
				"K03",
				"CWE-269"
			],
			"aliases": [
				"KSV-0048",
				"access-to-create-pods",
				"risky-create-deployments",
				"risky-update-deployments",
				"risky-create-daemonsets",
				"risky-create-cronjobs",
				"risky-create-jobs",
				"assign_sa",
				"modify_pods"
			],
			"tags": [
				"authorization",
				"rbac",
				"workloads"
			],
			"extended": false
		},
		check: check$16
	},
	{
		metadata: {
			"id": "sa-default-automount",
			"title": "A default ServiceAccount whose token is in every pod that names none",
			"severity": "low",
			"since": "0.1.0",
			"why": "Pods that name no ServiceAccount run as `default` of their namespace, and get its token unless pod or account says otherwise. Few of them call the API server. The first binding to `default`, and the first one to a group of accounts, then arms every one of these pods, those that nobody thought of included.",
			"remedy": "Set `automountServiceAccountToken: false` on the ServiceAccount `default`, and give a program that calls the API server an account of its own.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting", "https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"],
			"controls": [
				"CIS 5.1.5",
				"NSA-POD",
				"T1528",
				"K01",
				"CWE-1188"
			],
			"aliases": [
				"C-0189",
				"C-0225",
				"CKV_K8S_41"
			],
			"tags": [
				"authentication",
				"service-accounts",
				"workloads"
			],
			"extended": false
		},
		check: check$15
	},
	{
		metadata: {
			"id": "sa-default-in-use",
			"title": "Pods that run as the default ServiceAccount",
			"severity": "low",
			"extended": true,
			"since": "0.1.0",
			"why": "What one workload needs and is bound to `default`, every other workload of the namespace that names no account gets too, and nobody can tell from a log which of them it was.",
			"remedy": "Give each workload a ServiceAccount of its own and name it in the pod.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"],
			"controls": ["CIS 5.1.5", "K01"],
			"aliases": [
				"C-0189",
				"default-service-account",
				"ServiceAccountName"
			],
			"tags": ["service-accounts", "workloads"]
		},
		check: check$14
	},
	{
		metadata: {
			"id": "sa-deprecated-field",
			"title": "The deprecated field serviceAccount",
			"severity": "info",
			"extended": true,
			"since": "0.1.0",
			"why": "`serviceAccount` is the old name of `serviceAccountName`. It counts only where the new one is not written; beside it the old one says nothing, whatever account it names.",
			"remedy": "Write `serviceAccountName`.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],
			"controls": ["K01"],
			"aliases": ["C-0294", "deprecated-service-account-field"],
			"tags": [
				"service-accounts",
				"workloads",
				"hygiene"
			]
		},
		check: check$13
	},
	{
		metadata: {
			"id": "sa-legacy-token-secret",
			"title": "A ServiceAccount token in a Secret, which never expires",
			"severity": "high",
			"since": "0.1.0",
			"why": "The token controller fills a Secret of type kubernetes.io/service-account-token with a token that is bound to no pod and never expires. Whoever reads it once, from the cluster, a backup or a file, is that account until Secret or account is deleted. It is worth what the account can do.",
			"remedy": "Delete the Secret. Pods get a short-lived token by themselves; other clients ask for one with `kubectl create token` or the TokenRequest API.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/service-accounts/#get-a-token", "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"],
			"controls": [
				"T1528",
				"K03",
				"K06",
				"K08",
				"CWE-324"
			],
			"aliases": ["deny-secret-service-account-token-type", "check-serviceaccount-secrets"],
			"tags": [
				"authentication",
				"credentials",
				"service-accounts"
			],
			"extended": false
		},
		check: check$12
	},
	{
		metadata: {
			"id": "sa-missing",
			"title": "Pods that name a ServiceAccount which does not exist",
			"severity": "low",
			"since": "0.1.0",
			"why": "The API server refuses pods whose ServiceAccount is not there, so the workload does not run. The account comes into being with whatever is bound to its name already, for whoever may create ServiceAccounts in that namespace.",
			"remedy": "Correct the name, or create the ServiceAccount together with the workload.",
			"needs": ["complete"],
			"references": ["https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-admission-controller"],
			"controls": ["K01"],
			"aliases": [
				"C-0307",
				"non-existent-service-account",
				"restrict-service-account"
			],
			"tags": [
				"service-accounts",
				"workloads",
				"hygiene"
			],
			"extended": false
		},
		check: check$11
	},
	{
		metadata: {
			"id": "sa-shared",
			"title": "One ServiceAccount for several workloads",
			"severity": "info",
			"extended": true,
			"since": "0.1.0",
			"why": "Workloads that share an account share its rights: each has what any of them needs, and a request in the audit log could be of any of them.",
			"remedy": "Give each workload an account of its own, bound to what that one does.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],
			"controls": ["K01", "K03"],
			"aliases": ["c1032cf7-3628-44e2-bd53-38c17cf31b6b"],
			"tags": ["service-accounts", "workloads"],
			"parameters": [{
				"name": "workloads",
				"default": 2,
				"min": 2,
				"description": "so many workloads with one ServiceAccount are too many"
			}]
		},
		check: check$10
	},
	{
		metadata: {
			"id": "sa-token-automount",
			"title": "Pods with a token of a ServiceAccount that nothing is bound to",
			"severity": "low",
			"since": "0.1.0",
			"why": "Unless pod or ServiceAccount says otherwise, every container of a pod finds a token of the pod's account at a well-known path. Where nothing is bound to the account, the program in it does not need that token; whoever breaks into the container has it all the same, can ask the API server what it serves, and holds whatever somebody binds to the account later.",
			"remedy": "Set `automountServiceAccountToken: false` on the ServiceAccount. A pod that shows its token to something else than the API server is better off with a projected token of that audience.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting", "https://kubernetes.io/docs/concepts/security/service-accounts/"],
			"controls": [
				"CIS 5.1.6",
				"NSA-POD",
				"T1528",
				"K01",
				"CWE-1188"
			],
			"aliases": [
				"C-0034",
				"C-0190",
				"C-0261",
				"KSV-0036",
				"CKV_K8S_38",
				"AC_K8S_0045",
				"restrict-automount-sa-token",
				"automountServiceAccountToken",
				"asat"
			],
			"tags": [
				"authentication",
				"service-accounts",
				"workloads"
			],
			"extended": false
		},
		check: check$9
	},
	{
		metadata: {
			"id": "sa-token-projection-risky",
			"title": "A projected token for the API server that outlives a day",
			"severity": "medium",
			"since": "0.1.0",
			"why": "A projected token for the API server is the pod's ServiceAccount wherever it is presented, until it expires or the pod is deleted. The kubelet replaces it after 24 hours at the latest, so a longer life is of use to nobody but to whoever copied the token; the more containers mount it, the more programs it leaks from. A token with the audience of another service does not open the API server, and is not meant here.",
			"remedy": "Ask for an hour: the kubelet renews the file by itself. Mount it in the container that calls the API server and in no other. For another service name that service's audience.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken", "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-tokens"],
			"controls": [
				"T1528",
				"K06",
				"CWE-613"
			],
			"aliases": [],
			"tags": [
				"authentication",
				"credentials",
				"service-accounts",
				"workloads"
			],
			"parameters": [{
				"name": "seconds",
				"default": 86400,
				"min": 600,
				"description": "a longer life of a token, in seconds, is too long; the kubelet renews it after a day at the latest"
			}],
			"extended": false
		},
		check: check$8
	},
	{
		metadata: {
			"id": "source-duplicate-key",
			"title": "A key that is written twice in an access object",
			"severity": "low",
			"since": "0.1.0",
			"why": "Of a key written twice in an object of RBAC, a ServiceAccount or a token Secret one value holds and the other is gone without a word, unless the client validates strictly, as kubectl does by default. Reviews tend to read the first one, the API server takes the last.",
			"remedy": "Write the key once, with the value that is meant.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"],
			"controls": ["CWE-694"],
			"aliases": [],
			"tags": ["source"],
			"extended": false
		},
		check: check$7
	},
	{
		metadata: {
			"id": "source-hidden-content",
			"title": "An access object that kubectl reads otherwise than it looks",
			"severity": "medium",
			"since": "0.1.0",
			"why": "Text after a document's end never reaches the cluster, a merge key can decide a value that is written out beside it, and an object with `items` is a list whatever its kind says. What a reviewer approves is then not what is applied.",
			"remedy": "Write each object as a document of its own, every key once and without merges.",
			"needs": [],
			"references": ["https://yaml.org/spec/1.1/#id857577", "https://yaml.org/type/merge.html"],
			"controls": ["T1036", "CWE-451"],
			"aliases": [],
			"tags": ["source"],
			"extended": false
		},
		check: check$6
	},
	{
		metadata: {
			"id": "source-hidden-line-break",
			"title": "A line break that kubectl sees and people do not",
			"severity": "medium",
			"since": "0.1.0",
			"why": "The YAML reader of Kubernetes ends a line at U+0085, U+2028, U+2029 and at a lone carriage return. Editors and reviews show what follows as part of the same line, so that a comment can go on as a key that is applied.",
			"remedy": "Replace the character by a line feed, or by a space where no line should end.",
			"needs": [],
			"references": ["https://yaml.org/spec/1.1/#id864217"],
			"controls": ["T1036", "CWE-451"],
			"aliases": [],
			"tags": ["source"],
			"extended": false
		},
		check: check$5
	},
	{
		metadata: {
			"id": "suppression-expired",
			"title": "A suppression whose last day is over",
			"severity": "low",
			"since": "0.1.0",
			"why": "Somebody accepted a risk until a day, and that day is over: what was accepted is told again. The suppression itself does nothing any more and reads as if it did.",
			"remedy": "Mend what was accepted and take the suppression out, or decide anew and write a later day.",
			"needs": ["suppressions"],
			"references": ["https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html", "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"],
			"controls": [],
			"aliases": [],
			"tags": ["suppression"],
			"extended": false
		},
		check: check$4
	},
	{
		metadata: {
			"id": "suppression-misspelt",
			"title": "A suppression that cannot be understood",
			"severity": "low",
			"since": "0.1.0",
			"why": "A comment, an annotation or an entry that is meant to accept a risk and is not written as one: no reason, a rule that does not exist, a key with a letter too many. It accepts nothing, whatever its author believes.",
			"remedy": "Write it as `ignore[RULE] until=YYYY-MM-DD -- REASON` in a comment, as `RULE -- REASON` in the annotation `authgraph.dev/ignore`, or let `authgraph suppress` write it.",
			"needs": ["suppressions"],
			"references": ["https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html", "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"],
			"controls": [],
			"aliases": [],
			"tags": ["suppression"],
			"extended": false
		},
		check: check$3
	},
	{
		metadata: {
			"id": "suppression-unused",
			"title": "A suppression that matches nothing",
			"severity": "low",
			"since": "0.1.0",
			"why": "What somebody accepted is gone, or was never what the words say: a name may be misspelt, the comment may stand on the wrong line. Left where it is, it silences what comes there next, with a reason that was given for something else.",
			"remedy": "Take the suppression out, or correct what it names.",
			"needs": ["suppressions"],
			"references": ["https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html", "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"],
			"controls": [],
			"aliases": [],
			"tags": ["suppression"],
			"extended": false
		},
		check: check$2
	},
	{
		metadata: {
			"id": "suppression-void",
			"title": "A suppression whose condition holds no longer",
			"severity": "low",
			"since": "0.1.0",
			"why": "Somebody accepted a risk as long as something stays true: a subject is bound in some namespaces only, a rule names some objects only, a grant gives no more than was written down. By now it does not, so what was accepted is told again.",
			"remedy": "Take back what made the grant wider, or decide anew and write down what is accepted now.",
			"needs": ["suppressions"],
			"references": ["https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html", "https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments"],
			"controls": [],
			"aliases": [],
			"tags": ["suppression"],
			"extended": false
		},
		check: check$1
	},
	{
		metadata: {
			"id": "workload-privileged-service-account",
			"title": "Pods that carry the token of a powerful ServiceAccount",
			"severity": "high",
			"since": "0.1.0",
			"why": "The token of a pod's ServiceAccount is a file in its containers. Whoever breaks into the program, or may exec into the pod, is that account. Where the account can do everything, read every Secret or take over nodes, so can one flaw in one program.",
			"remedy": "Bind the account to a role that lists what the program does, in the namespaces where it does it. A pod whose program does not call the API server needs no token: `automountServiceAccountToken: false`.",
			"needs": [],
			"references": ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation", "https://kubernetes.io/docs/concepts/security/service-accounts/"],
			"controls": [
				"T1078",
				"K01",
				"K03",
				"CWE-250"
			],
			"aliases": [
				"C-0053",
				"C-0272",
				"risky-pods"
			],
			"tags": [
				"authorization",
				"rbac",
				"service-accounts",
				"workloads"
			],
			"extended": false
		},
		check
	}
];
//#endregion
export { everythingRisk as $, inScope as $n, anonymousReach as $t, removeSuppression as A, accountPowers as An, driftRisks as At, noAutomount as B, ruleGives as Bn, withSeverity as Bt, findFinding as C, subjectPronoun as Cn, runningAccounts as Ct, readConfiguration as D, yamlName as Dn, isForApiServer as Dt, failuresOf as E, renameField as En, workloadsOf as Et, dormantRisks as F, asksOf as Fn, roleOf$3 as Ft, impersonationChecks as G, rate as Gn, worstOf as Gt, ineffectiveRisks as H, adjustment as Hn, fingerprintOf as Ht, powerRisks as I, cataloguedPowers as In, takeSubjectOut as It, mentionsImpersonation as J, severityOf as Jn, boundPowersOf as Jt, impersonationHops as K, representativeScore as Kn, hasAwsAuth as Kt, idleDefaultRisks as L, givesEverything as Ln, findingOf as Lt, suppressionRisks as M, strongestAccount as Mn, aggregationRisks as Mt, readersOfSecret as N, tokenSecrets as Nn, crowdRisk as Nt, isDay as O, accountAnnotationName as On, longestTokenLife as Ot, runRules as P, powerOfAccess as Pn, note$1 as Pt, sortFindings as Q, fitTitle as Qn, isByWildcard as Qt, mayBeBound as R, powersOf as Rn, namedRisk as Rt, focusFindings as S, serviceAccountHolder as Sn, isOneWorkload as St, selectFindings as T, addField as Tn, workloadNames as Tt, indexNames as U, confidenceAtLeast as Un, controllersStep as Ut, nearest as V, strongestPower as Vn, withState as Vt, nearName as W, dormantScore as Wn, describedPower as Wt, foldRisks as X, powerCatalogue as Xn, unusedRoles as Xt, hiddenRisk as Y, weakerConfidence as Yn, dormantPowersOf as Yt, keepRisks as Z, firstThatFits as Zn, allResourcesWords as Zt, readBaseline as _, holderOf as _n, clusterAdminVertex as _t, scan as a, roleRefHop as an, grantsIfBound as ar, consequenceOf as at, problem as b, isSameHolder as bn, accountsRunningIn as bt, escalationPaths as c, removeListItem as cn, appliedNamespace as cr, levelOf as ct, diffAccess as d, replaceItem as dn, pathOrder as dt, rbacIsAsked as en, listed as er, isClusterAdminRef as et, canI as f, replaceScalar as fn, reachOf as ft, baselineText as g, boundHolders as gn, asSubjectKey as gt, loadGraph as h, membershipsOf as hn, podSecurityOf as ht, sameSubjectAndObject as i, powerHops as in, rolesOf as ir, pathRisks as it, suppressionName as j, mayHaveNamedPower as jn, credentialPower as jt, chosenRules as k, accountPower as kn, editDistance as kt, listAccess as l, removeObject as ln, accessKey as lr, mostHops as lt, readAccessReview as m, createTokenCommand as mn, keepsFromNode as mt, acceptanceOf as n, standTogether as nn, quotable as nr, holdersOfPower as nt, isAboutSuppressions as o, subjectHop as on, accessParts as or, followingLines as ot, decide as p, checkCommand as pn, escalationGraph as pt, impersonationsOf as q, severityAtLeast as qn, includesAwsAuth as qt, acceptingEntry as r, hop as rn, shellWord as rr, shortestPaths as rt, whoCanDo as s, whereOf as sn, accessWords as sr, boundPaths as st, ruleset as t, certaintyOf as tn, namespacedName as tr, strongAccountsBeside as tt, accessAndSteps as u, replaceBoolean as un, pathOf$2 as ut, grantsInWords as v, holderOfGroup as vn, identityVertex as vt, isFingerprintPrefix as w, addDocument as wn, workloadName as wt, readRuleYaml as x, pronounOf as xn, defaultAccount as xt, objectWords as y, holderOfUser as yn, vertexKey as yt, needlessTokenRisk as z, rateHeld as zn, withNote as zt };
