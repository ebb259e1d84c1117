import { $ as shortestPaths, $n as rolesOf, A as readersOfSecret, An as strongestPower, Ar as fieldRequirements, At as note, B as nearName, Bn as firstThatFits, Cn as tokenSecrets, Cr as serviceAccountGroups, Ct as isForApiServer, Dn as powersOf, Dr as withAuthenticatedGroup, Dt as credentialPower, En as givesEverything, Er as unauthenticatedGroup, Et as driftRisks, F as mayBeBound, Ft as describedPower, G as hiddenRisk, Gn as quotable, Gt as rbacIsAsked, H as impersonationHops, Hn as inScope, Ht as allResourcesWords, I as needlessTokenRisk, In as severityAtLeast, It as worstOf, J as sortFindings, Jn as whoCan, Jt as hop, K as foldRisks, Kn as rulesFor, Kt as certaintyOf, L as noAutomount, Lt as hasAwsAuth, M as dormantRisks, Mn as confidenceAtLeast, Mt as takeSubjectOut, N as powerRisks, On as rateHeld, Or as readCsv, Ot as aggregationRisks, P as idleDefaultRisks, Pn as rate, Q as holdersOfPower, Qn as authorize, Qt as whereOf, R as ineffectiveRisks, Rn as weakerConfidence, Rt as includesAwsAuth, Sr as parseServiceAccountUserName, St as workloadsOf, Tn as cataloguedPowers, Tr as serviceAccountsGroup, Tt as editDistance, U as impersonationsOf, Un as listed, Ut as isByWildcard, V as impersonationChecks, Vn as fitTitle, Vt as unusedRoles, W as mentionsImpersonation, Wn as namespacedName, Wt as anonymousReach, X as isClusterAdminRef, Xn as smallestGrant, Xt as roleRefHop, Y as everythingRisk, Yn as nearMisses, Yt as powerHops, Z as strongAccountsBeside, Zn as buildInventory, Zt as subjectHop, _n as renameField, _t as defaultAccount, an as createTokenCommand, ar as loadApiResources, bn as accountPower, bt as workloadName, cn as holderOf, cr as loadKubeadmPolicy, dr as subjectKey, dt as podSecurityOf, en as removeObject, er as buildAccessGraph, et as pathRisks, fn as pronounOf, fr as userKey, ft as asSubjectKey, gn as addField, gr as bootstrappersGroup, hn as addDocument, ht as vertexKey, in as checkCommand, ir as withoutRefusedServers, j as runRules, jn as adjustment, jt as roleOf$2, kn as ruleGives, kr as flagTakesNoValue, kt as crowdRisk, lr as groupKey, lt as escalationGraph, mn as subjectPronoun, mr as authenticatedGroup, mt as identityVertex, nn as replaceItem, nr as roleKey, nt as followingLines, on as membershipsOf, or as loadDefaultPolicy, pn as serviceAccountHolder, pr as anonymousUser, pt as clusterAdminVertex, q as keepRisks, qn as oneStepAway, qt as standTogether, rn as replaceScalar, rr as grantsIfBound, rt as boundPaths, sn as boundHolders, sr as loadEveryDefaultPolicy, tn as replaceBoolean, tt as consequenceOf, ur as identityKeys, ut as keepsFromNode, vn as yamlName, vr as mastersGroup, vt as isOneWorkload, wn as asksOf, wr as serviceAccountUserName, wt as longestTokenLife, xn as accountPowers, xr as nodesGroup, xt as workloadNames, yr as namespaceServiceAccountsGroup, yt as runningAccounts, z as indexNames, zn as powerCatalogue } from "./report.mjs";
import { a as compareMinors, c as knownMinors, d as newestMinor, i as textOrigin, l as nearestKnownMinor, r as located, s as isKnownMinor, u as parseMinor } from "./shipped-policy.mjs";
import * as nodeModule from "node:module";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { isAscii, isUtf8 } from "node:buffer";
import { pathToFileURL } from "node:url";
//#region packages/cli/src/terminal/tell.ts
/** A line for the person at the terminal, on standard error. Names and paths in it may come from anybody: they are escaped. */
async function tell$1(message) {
	const { printable } = await import("./src2.mjs");
	process.stderr.write(`authgraph: ${printable(message)}\n`);
}
//#endregion
//#region packages/cli/src/files/walk.ts
/** What a folder holds, in byte order of the names, as kubectl walks it (filepath.Walk). `.git` is no input. */
function walk(folder, above, options) {
	const met = [];
	walkInto(met, folder, above, options);
	return met;
}
function walkInto(met, folder, above, options) {
	let entries;
	try {
		entries = readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		met.push({
			outcome: "skipped",
			path: folder,
			reason: reasonOf(error)
		});
		return;
	}
	entries.sort(byName$1);
	const rules = above.enter(folder, entries);
	const prefix = folder === "." ? "" : join(folder, sep);
	for (const entry of entries) {
		const path = prefix + entry.name;
		if (!entry.isDirectory()) met.push(meetFile(entry, path, rules, options));
		else if (entry.name === ".git") continue;
		else if (!rules.ignores(path, true)) walkInto(met, path, rules, options);
		else met.push({
			outcome: "skipped",
			path: `${path}/`,
			reason: "ignored by git"
		});
	}
}
function meetFile(entry, path, rules, options) {
	if (rules.ignores(path, false)) return {
		outcome: "skipped",
		path,
		reason: "ignored by git"
	};
	if (entry.isSymbolicLink()) return throughLink(path, options);
	if (!entry.isFile()) return {
		outcome: "skipped",
		path,
		reason: "not a regular file"
	};
	if (!options.isOurs(path)) return {
		outcome: "skipped",
		path,
		reason: "not a format we read"
	};
	return {
		outcome: "file",
		path,
		seen: "regular file"
	};
}
/** A symlink to a folder is never entered (kubectl); one to a file is read under the real path, once. */
function throughLink(path, { isOurs, project, root }) {
	let target;
	let status;
	try {
		target = realpathSync(path);
		status = statSync(target);
	} catch (error) {
		const code = codeOf(error);
		return {
			outcome: "skipped",
			path,
			reason: code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR" ? "broken symlink" : reasonOf(error)
		};
	}
	if (status.isDirectory()) return {
		outcome: "skipped",
		path,
		reason: "symlink to a folder"
	};
	if (!status.isFile()) return {
		outcome: "skipped",
		path,
		reason: "not a regular file"
	};
	if (!isOurs(path)) return {
		outcome: "skipped",
		path,
		reason: "not a format we read"
	};
	if (root !== void 0 && isWithin$1(root, target) && isOurs(target)) return {
		outcome: "skipped",
		path,
		reason: "symlink to another input"
	};
	if (!isWithin$1(project, target)) return {
		outcome: "skipped",
		path,
		reason: "symlink out of the project"
	};
	return {
		outcome: "file",
		path: isAbsolute(path) ? target : relative(process.cwd(), target),
		seen: "unknown"
	};
}
function isWithin$1(folder, path) {
	return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
/** By UTF-16 units: the byte order of filepath.Walk for every name without astral characters. */
function byName$1(a, b) {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function reasonOf(error) {
	const code = codeOf(error);
	return code === "EACCES" || code === "EPERM" ? "permission denied" : "read error";
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}
//#endregion
//#region packages/cli/src/files/system-error.ts
/** What the operating system has against a path, in words; its own short name where it is a rare one. */
function systemError(error) {
	const code = codeOf(error);
	return (code === void 0 ? void 0 : words$2.get(code)) ?? code ?? "unknown error";
}
const words$2 = new Map([
	["EACCES", "permission denied"],
	["EPERM", "permission denied"],
	["ENOENT", "there is no such file or folder"],
	["ENOTDIR", "a part of the path is no folder"],
	["EISDIR", "it is a folder"],
	["ELOOP", "its symlinks lead in a circle"],
	["ENAMETOOLONG", "the name is too long"],
	["ENOSPC", "there is no space left"],
	["EROFS", "the file system is read-only"]
]);
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
* not told as folded.
*/
function findFinding(run, prefix) {
	const wanted = prefix.toLowerCase();
	const all = [selectFindings(run, {
		severity: "info",
		confidence: "likely"
	}), run].flatMap(({ findings }) => [...findings.map((finding) => ({
		risk: finding,
		finding
	})), ...findings.flatMap((finding) => finding.folded.map((risk) => ({
		risk,
		finding
	})))]);
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
//#region packages/parser/src/placed-text.ts
/** A whole input. */
function placedSource(source) {
	return {
		source,
		text: source.text,
		from: 0,
		offsets: void 0
	};
}
/** A text whose every unit was written where the offsets say (`offsets[text.length]` is its end). */
function placedBy(source, text, offsets) {
	return {
		source,
		text,
		from: 0,
		offsets
	};
}
/** A text that is written nowhere, standing for what is written from `start` to `end`: the value of a variable. */
function placedInsteadOf(source, text, start, end) {
	const offsets = new Array(text.length + 1).fill(start);
	offsets[text.length] = end;
	return {
		source,
		text,
		from: 0,
		offsets
	};
}
/** A part of a text, in its place. */
function slicePlaced(placed, start, end = placed.text.length) {
	return {
		...placed,
		text: placed.text.slice(start, end),
		from: placed.from + start
	};
}
/** Where unit `index` was written; the length gives the end. */
function offsetAt(placed, index) {
	const at = placed.from + index;
	return placed.offsets === void 0 ? at : placed.offsets[at] ?? placed.source.text.length;
}
/** Where a text, or a part of it, was written. */
function originOfPlaced(placed, start = 0, end = placed.text.length) {
	const from = offsetAt(placed, start);
	return textOrigin(placed.source, from, Math.max(from, offsetAt(placed, end)));
}
//#endregion
//#region packages/parser/src/credentials/certificates.ts
/** Whether a text holds certificates or requests for them. Private keys are not read. */
function looksLikePem(text) {
	return /-----BEGIN (?:CERTIFICATE|(?:NEW )?CERTIFICATE REQUEST)-----/.test(text);
}
/** Whether a private key stands beside the certificates. It is not read. */
function holdsPrivateKey(text) {
	return /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(text);
}
/** The client certificates of a PEM file. */
function readCertificateFile(source) {
	const placed = placedSource(source);
	const credentials = [];
	const diagnostics = [];
	for (const { pem, origin } of pemBlocks(placed, "CERTIFICATE")) {
		const reading = readCertificate(pem);
		switch (reading.outcome) {
			case "client":
				credentials.push({
					...certificateCredential("client-certificate", `certificate of ${reading.identity.user}`, origin, reading.identity),
					...holdsPrivateKey(source.text) ? { proofInText: true } : {}
				});
				break;
			case "unreadable":
				diagnostics.push(unreadableCertificate(origin));
				break;
			case "no-client": break;
		}
	}
	return {
		credentials,
		diagnostics
	};
}
/** A certificate as a fact. Its subject is not written in plain letters: all of it stands where the certificate does. */
function certificateCredential(form, label, origin, identity) {
	return {
		form,
		label,
		origin,
		user: located(identity.user, origin),
		groups: identity.groups.map((group) => located(group, origin)),
		notAfter: identity.notAfter,
		signerName: void 0
	};
}
/** What is said about a certificate that cannot be read. */
function unreadableCertificate(origin) {
	return {
		id: "certificate-unreadable",
		level: "warning",
		message: "certificate cannot be read",
		origin
	};
}
/** PEM blocks of a type, each with its place. */
function* pemBlocks(text, type) {
	const block = new RegExp(`-----BEGIN (${type === "CERTIFICATE" ? "CERTIFICATE" : "(?:NEW )?CERTIFICATE REQUEST"})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----`, "g");
	for (const match of text.text.matchAll(block)) yield {
		pem: match[0],
		origin: originOfPlaced(text, match.index, match.index + match[0].length)
	};
}
const clientAuth = "1.3.6.1.5.5.7.3.2";
const anyUsage = "2.5.29.37.0";
/**
* Reads one certificate as the x509 authenticator would (k8s.io/apiserver pkg/authentication/request/x509/x509.go
* CommonNameUserConversion; Verify with ExtKeyUsageClientAuth, which a certificate without usages passes).
*/
function readCertificate(pem) {
	const { X509Certificate } = process.getBuiltinModule("node:crypto");
	try {
		const certificate = new X509Certificate(pem);
		const usages = certificate.keyUsage;
		const forClients = usages === void 0 || usages.includes(clientAuth) || usages.includes(anyUsage);
		const selfIssued = certificate.issuer === certificate.subject;
		if (certificate.ca || selfIssued || !forClients) return { outcome: "no-client" };
		const subject = certificate.toLegacyObject().subject ?? {};
		const user = strings(subject.CN).at(-1) ?? "";
		if (user === "") return { outcome: "no-client" };
		return {
			outcome: "client",
			identity: {
				user,
				groups: strings(subject.O),
				notAfter: rfc3339$1(certificate.validTo)
			}
		};
	} catch {
		return { outcome: "unreadable" };
	}
}
function strings(value) {
	if (typeof value === "string") return [value];
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
/** OpenSSL's `Nov 23 16:52:55 2027 GMT` as RFC 3339. */
function rfc3339$1(time) {
	const milliseconds = Date.parse(time);
	return Number.isNaN(milliseconds) ? void 0 : new Date(milliseconds).toISOString().replace(".000Z", "Z");
}
//#endregion
//#region packages/parser/src/credentials/certificate-requests.ts
/** Whether a text may hold certificate requests, so that a reader for them is worth loading. */
function needsCertificateRequestReader(text) {
	return text.includes("CERTIFICATE REQUEST-----") || text.includes("CertificateSigningRequest");
}
/** Loads the ASN.1 library, which most runs never need. The only step of the parser that waits. */
async function loadCertificateRequestReader() {
	return (await import("./certificate-request-reader.mjs")).readCertificateRequest;
}
/** The certificate requests of a PEM file. Without a reader they are a diagnostic each. */
function readCertificateRequestFile(source, reader) {
	return readRequests(placedSource(source), void 0, (user) => `certificate request for ${user}`, void 0, reader);
}
/** `spec.request` of a CertificateSigningRequest: base64 of PEM. `name` is the object's. */
function readEncodedCertificateRequest(request, name, signerName, reader) {
	const pem = Buffer.from(request.text, "base64").toString("latin1");
	const decoded = {
		...request,
		text: pem
	};
	const label = () => `CertificateSigningRequest ${name}`;
	return readRequests(decoded, originOfPlaced(request), label, signerName, reader);
}
function readRequests(text, wholeOrigin, label, signerName, reader) {
	const credentials = [];
	const diagnostics = [];
	for (const block of pemBlocks(text, "CERTIFICATE REQUEST")) {
		const origin = wholeOrigin ?? block.origin;
		const subject = reader?.(derOf(block.pem));
		if (subject === void 0) {
			diagnostics.push({
				id: "certificate-request-unreadable",
				level: "warning",
				message: "certificate request cannot be read",
				origin
			});
			continue;
		}
		const at = (value) => located(value, origin);
		credentials.push({
			form: "certificate-request",
			label: label(subject.user),
			origin,
			user: subject.user === "" ? void 0 : at(subject.user),
			groups: subject.groups.map(at),
			notAfter: void 0,
			signerName
		});
	}
	return {
		credentials,
		diagnostics
	};
}
function derOf(pem) {
	return Buffer.from(pem.replace(/-----[^-]+-----/g, ""), "base64");
}
//#endregion
//#region packages/parser/src/documents/file-references.ts
const roles = new Map([
	["token-auth-file", "token-file"],
	["authentication-config", "authentication-configuration"],
	["authorization-config", "authorization-configuration"]
]);
/** The files of access that the flags of the API server name. */
function filesOfFlags(invocation) {
	if (invocation.component !== "kube-apiserver") return [];
	return invocation.flags.flatMap((flag) => {
		const role = roles.get(flag.name);
		if (role === void 0 || flag.value === void 0 || flag.value === "" || flag.unresolved) return [];
		return [{
			path: {
				value: flag.value,
				origin: flag.origin
			},
			role
		}];
	});
}
//#endregion
//#region packages/parser/src/invocations/template-mark.ts
const opening$1 = [
	["{{", "}}"],
	["{%", "%}"],
	["<%", "%>"]
];
/** Longer than people write a placeholder; a bound, so that opening marks alone cost nothing. */
const longest = 512;
/** Length of the template placeholder (Go, Jinja, ERB) that begins at `at`, blanks and all; 0 where none does. */
function templateMark(text, at) {
	for (const [open, close] of opening$1) {
		if (!text.startsWith(open, at)) continue;
		const end = text.slice(at, at + longest).indexOf(close, open.length);
		return end < 0 ? 0 : end + close.length;
	}
	return 0;
}
/** Whether a value waits for a template, or for what replaces `${…}`, to be known. */
function hasPlaceholder(text) {
	return [...opening$1, ["${", "}"]].some(([open, close]) => {
		const start = text.indexOf(open);
		return start >= 0 && text.includes(close, start + open.length);
	});
}
//#endregion
//#region packages/parser/src/invocations/flags.ts
/** Shorthands of the components (k8s.io/component-base/cli/globalflag/globalflags.go AddGlobalFlags, cobra's help). */
const shorthands = new Map([["v", "v"], ["h", "help"]]);
/**
* Reads the arguments of a component as pflag does (github.com/spf13/pflag flag.go parseArgs, flags and arguments in
* any order). Each word is one argument, whatever blanks it holds.
*/
function readFlags(component, words) {
	const flags = [];
	const positional = [];
	const unresolved = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (word === void 0) break;
		const text = word.value.text;
		if (text === "--") {
			for (const rest of words.slice(at + 1)) positional.push(located(rest.value.text, rest.origin));
			break;
		}
		const written = nameAndValue(text);
		if (written === void 0 || !/^[A-Za-z0-9]/.test(written.name)) {
			(mayBeFlags(word) ? unresolved : positional).push(located(text, word.origin));
			continue;
		}
		const name = written.name.replaceAll("_", "-");
		const next = words[at + 1];
		if (written.value !== void 0) flags.push(flag$1(name, written.value, word.origin, isUnresolved(word)));
		else if (goesWithoutValue(flagTakesNoValue(component, name), next)) flags.push(flag$1(name, "true", word.origin, isUnresolved(word)));
		else if (next === void 0) flags.push(flag$1(name, void 0, word.origin, isUnresolved(word)));
		else {
			flags.push(flag$1(name, next.value.text, spanOf(word.origin, next.origin), isUnresolved(word) || isUnresolved(next)));
			at++;
		}
	}
	return {
		flags,
		positional,
		unresolved
	};
}
function nameAndValue(text) {
	if (text.startsWith("--")) {
		const equals = text.indexOf("=");
		return equals < 0 ? {
			name: text.slice(2),
			value: void 0
		} : {
			name: text.slice(2, equals),
			value: text.slice(equals + 1)
		};
	}
	const name = text.startsWith("-") ? shorthands.get(text.slice(1, 2)) : void 0;
	if (name === void 0) return void 0;
	return {
		name,
		value: text.length > 2 ? text.slice(2).replace(/^=/, "") : void 0
	};
}
/**
* pflag gives the next argument, whatever it looks like, to a flag that needs a value. For a flag that is not known
* there is only a guess: a next word with a dash is a flag of its own, and this one a switch.
*/
function goesWithoutValue(takesNoValue, next) {
	return takesNoValue ?? (next === void 0 || next.value.text.startsWith("-") || mayBeFlags(next));
}
/** A word that is a variable or placeholder, or begins with one: it may become any flags, or none. */
function mayBeFlags(word) {
	return isUnresolved(word) && /^(?:--?)?(?:\$|`|\{\{|\{%|<%)/.test(word.value.text);
}
function isUnresolved(word) {
	return word.unresolved || hasPlaceholder(word.value.text);
}
function flag$1(name, value, origin, unresolved) {
	return {
		name,
		value,
		origin,
		unresolved
	};
}
/** Two words of different inputs (a variable's value after its flag) have no common span: the flag's own holds. */
function spanOf(first, last) {
	return first.source === last.source && last.end > first.start ? textOrigin(first.source, first.start, last.end) : first;
}
/** A started program as a fact; undefined where it only prints its version or help. */
function invocationOf(started, instance, version) {
	const { component, program, args } = started;
	const { flags, positional, unresolved } = readFlags(component, args);
	if (flags.some((given) => (given.name === "version" || given.name === "help") && given.value !== "false")) return;
	const invocation = {
		component,
		instance,
		origin: program.origin,
		version,
		flags,
		positional
	};
	return unresolved.length === 0 ? invocation : {
		...invocation,
		unresolved
	};
}
//#endregion
//#region packages/parser/src/invocations/word.ts
/**
* A lookup that gives no more than Linux lets a command line hold (ARG_MAX, 2 MiB); beyond that values are unknown, so
* that variables made of variables cannot grow without end.
*/
function boundedLookup(variable) {
	let left = 2 ** 21;
	return (name) => {
		const value = variable(name);
		if (typeof value === "string") return value;
		left -= value.text.length;
		return left < 0 ? "unknown" : value;
	};
}
/** A word that is exactly a text. */
function wordOf$1(value, unresolved = false) {
	return {
		value,
		origin: originOfPlaced(value),
		unresolved
	};
}
/** An empty word that begins at an offset. */
function startWord(start) {
	return {
		text: "",
		offsets: [],
		start,
		end: start,
		textEnd: start,
		unresolved: false,
		quoted: false
	};
}
/** Adds text that was written from `start` to `end`; letter by letter where both are equally long. */
function extendWord(draft, text, start, end) {
	const literal = end - start === text.length;
	for (let i = 0; i < text.length; i++) draft.offsets.push(literal ? start + i : start);
	draft.text += text;
	draft.end = end;
	draft.textEnd = end;
}
/** The word that was read. */
function finishWord(draft, source) {
	draft.offsets.push(draft.textEnd);
	return {
		value: placedBy(source, draft.text, draft.offsets),
		origin: textOrigin(source, draft.start, draft.end),
		unresolved: draft.unresolved
	};
}
//#endregion
//#region packages/parser/src/invocations/shell-commands.ts
/** The variables at the beginning of a script. */
function shellVariables(outside) {
	const assigned = /* @__PURE__ */ new Map();
	return {
		lookup: boundedLookup((name) => assigned.get(name) ?? outside(name)),
		assigned,
		depth: 0,
		conditional: false
	};
}
const opening = new Set([
	"if",
	"while",
	"until",
	"{"
]);
const between = new Set([
	"then",
	"do",
	"else",
	"elif",
	"!",
	"time"
]);
const closing = new Set([
	"fi",
	"done",
	"esac",
	"}"
]);
/** Words follow that are no command. */
const headers = new Set([
	"for",
	"case",
	"select",
	"function"
]);
const declarations = new Set([
	"export",
	"readonly",
	"declare",
	"local",
	"typeset"
]);
const assignment = /^([A-Za-z_][A-Za-z0-9_]*)(\+?=)/;
/**
* Takes what stands between two separators: keywords open and close, assignments are noted, and what remains is a
* command. `operator` is the separator that follows.
*/
function takeCommand(variables, words, bare, operator) {
	const rest = pastKeywords(variables, words, bare);
	const command = rest === void 0 ? void 0 : pastAssignments(variables, rest);
	if (operator === "(") variables.depth++;
	if (operator === ")") variables.depth = Math.max(0, variables.depth - 1);
	variables.conditional = operator === "&&" || operator === "||";
	return command;
}
function pastKeywords(variables, words, bare) {
	let at = 0;
	for (; at < words.length && bare[at] === true; at++) {
		const word = words[at]?.value.text ?? "";
		if (headers.has(word)) {
			if (word !== "function") variables.depth++;
			if (word === "for" || word === "select") variables.assigned.set(words[at + 1]?.value.text ?? "", "unknown");
			if (word === "function" && words[at + 2]?.value.text === "{") variables.depth++;
			return;
		}
		if (opening.has(word)) variables.depth++;
		else if (closing.has(word)) variables.depth = Math.max(0, variables.depth - 1);
		else if (!between.has(word)) break;
	}
	return words.slice(at);
}
function pastAssignments(variables, words) {
	const program = words.findIndex((word) => !assignment.test(word.value.text));
	if (program < 0) {
		for (const word of words) assign(variables, word);
		return;
	}
	const [name, ...rest] = words.slice(program);
	if (name !== void 0 && declarations.has(name.value.text)) {
		for (const word of rest) assign(variables, word);
		return;
	}
	if (name?.value.text === "read") for (const word of rest) variables.assigned.set(word.value.text, "unknown");
	return { words: words.slice(program) };
}
/** Only an assignment that certainly happens, of something known, makes a variable known. */
function assign(variables, word) {
	const match = assignment.exec(word.value.text);
	if (match === null) return;
	const certain = variables.depth === 0 && !variables.conditional && match[2] === "=" && !word.unresolved;
	variables.assigned.set(match[1] ?? "", certain ? slicePlaced(word.value, match[0].length) : "unknown");
}
//#endregion
//#region packages/parser/src/invocations/shell-scan.ts
/** The word being read; starts one where there is none. */
function currentWord(scan) {
	scan.word ??= startWord(offsetAt(scan.script, scan.at));
	return scan.word;
}
/** Adds the next `length` units as they are. */
function addLiteral(scan, length) {
	const word = currentWord(scan);
	for (let i = scan.at; i < scan.at + length; i++) extendWord(word, scan.text[i] ?? "", offsetAt(scan.script, i), offsetAt(scan.script, i + 1));
	scan.at += length;
}
/** Passes over `length` units that belong to the word as written but not to its value. */
function passQuote(scan, length) {
	const word = currentWord(scan);
	word.quoted = true;
	scan.at += length;
	word.end = offsetAt(scan.script, scan.at);
}
/** Takes a word into the command, unless it is where a redirection goes. */
function pushWord(scan, word, bare) {
	if (scan.redirected) {
		scan.redirected = false;
		return;
	}
	scan.words.push(word);
	scan.bare.push(bare);
}
/** Ends the word being read, if there is one. */
function endWord(scan) {
	const { word } = scan;
	if (word === void 0) return;
	scan.word = void 0;
	const bare = !word.quoted && !word.unresolved;
	if (word.text === "" && !word.quoted) return;
	pushWord(scan, finishWord(word, scan.script.source), bare);
}
/** Ends the command before a separator, and takes note of what it changes. */
function endCommand(scan, operator) {
	endWord(scan);
	scan.redirected = false;
	const command = takeCommand(scan.variables, scan.words, scan.bare, operator);
	if (command !== void 0) scan.commands.push(command);
	if (operator !== "|") scan.pipeline = scan.commands.length;
	scan.words = [];
	scan.bare = [];
}
/** Forgets the words so far: they were no command. */
function dropCommand(scan) {
	scan.word = void 0;
	scan.words = [];
	scan.bare = [];
}
//#endregion
//#region packages/parser/src/invocations/shell-variable.ts
/** Reads the reference that begins with the `$` or backquote at `at`; undefined where it is an ordinary dollar sign. */
function readShellReference(text, at) {
	if (text[at] === "`") return nameless(closingBackquote(text, at + 1));
	const next = text[at + 1] ?? "";
	if (next === "(") return nameless(closingBracket(text, at + 1));
	if (next === "{") return readBraces(text, at);
	const name = /^(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])/.exec(text.slice(at + 1, at + 257))?.[0];
	if (name === void 0) return void 0;
	const end = at + 1 + name.length;
	return {
		name,
		operator: void 0,
		operandStart: end,
		operandEnd: end,
		end
	};
}
function readBraces(text, at) {
	const end = closingBracket(text, at + 1);
	const inside = text.slice(at + 2, end - 1);
	const match = /^([A-Za-z_][A-Za-z0-9_]*|[0-9@*])(?::?[-+=?])?/.exec(inside);
	const name = match?.[1];
	const operator = match === null || name === void 0 ? "" : match[0].slice(name.length);
	if (match === null || name === void 0 || operator === "" && match[0].length !== inside.length) return nameless(end);
	return {
		name,
		operator: operator === "" ? void 0 : operator,
		operandStart: at + 2 + match[0].length,
		operandEnd: end - 1,
		end
	};
}
function nameless(end) {
	return {
		name: void 0,
		operator: void 0,
		operandStart: end,
		operandEnd: end,
		end
	};
}
/** Index after the bracket that closes the one at `at`, quotes respected; the end of the text where none does. */
function closingBracket(text, at) {
	const open = text[at] ?? "";
	const close = open === "(" ? ")" : "}";
	let depth = 0;
	for (let i = at; i < text.length; i++) {
		const unit = text[i];
		if (unit === "\\") i++;
		else if (unit === "'") i = indexOrEnd(text, "'", i + 1);
		else if (unit === "\"") i = closingQuote(text, i + 1) - 1;
		else if (unit === open) depth++;
		else if (unit === close && --depth === 0) return i + 1;
	}
	return text.length;
}
function closingQuote(text, at) {
	for (let i = at; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === "\"") return i + 1;
	return text.length;
}
function closingBackquote(text, at) {
	for (let i = at; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === "`") return i + 1;
	return text.length;
}
function indexOrEnd(text, what, from) {
	const found = text.indexOf(what, from);
	return found < 0 ? text.length : found;
}
//#endregion
//#region packages/parser/src/invocations/shell-references.ts
/** Replaces the variable at the present place by what is known of it. */
function readReference(scan, quoted) {
	const reference = readShellReference(scan.text, scan.at);
	if (reference === void 0) {
		addLiteral(scan, 1);
		return;
	}
	if (reference.name === "@" || reference.name === "*") {
		addParameters(scan, reference);
		return;
	}
	const value = referredValue(scan, reference);
	if (value === "unknown") {
		currentWord(scan).unresolved = true;
		addLiteral(scan, reference.end - scan.at);
		return;
	}
	if (quoted) addValue(scan, value.text, reference.end);
	else addFields(scan, value, reference.end);
}
/** What a reference gives. Its place is the variable's own. */
function referredValue(scan, reference) {
	const { name, operator } = reference;
	if (name === void 0) return "unknown";
	const value = /^[0-9]$/.test(name) ? parameter(scan, Number(name)) : scan.variables.lookup(name);
	if (value === "unknown") return "unknown";
	const here = (text) => placedInsteadOf(scan.script.source, text, offsetAt(scan.script, scan.at), offsetAt(scan.script, reference.end));
	const nothing = here("");
	const absent = value === "unset" || operator?.startsWith(":") === true && value.text === "";
	if (operator?.endsWith("+")) return absent ? nothing : operandOf(scan, reference);
	if (!absent) return value.source === void 0 ? here(value.text) : value;
	if (operator === void 0) return nothing;
	return operator.endsWith("?") ? "unknown" : operandOf(scan, reference);
}
/** The word after `:-` where it is plain text. */
function operandOf(scan, reference) {
	const operand = slicePlaced(scan.script, reference.operandStart, reference.operandEnd);
	if (/^[^$`'"\\]*$/.test(operand.text)) return operand;
	return /^(["'])[^$`'"\\]*\1$/.test(operand.text) ? slicePlaced(operand, 1, operand.text.length - 1) : "unknown";
}
function parameter(scan, index) {
	if (scan.parameters === void 0 || index === 0) return "unknown";
	const word = scan.parameters[index - 1];
	if (word === void 0) return "unset";
	return word.unresolved ? "unknown" : word.value;
}
/** `"$@"`: each parameter a word of its own, where it was written. */
function addParameters(scan, reference) {
	const onlyQuote = scan.word === void 0 || scan.word.text === "";
	if (scan.parameters === void 0 || !onlyQuote) {
		currentWord(scan).unresolved = true;
		addLiteral(scan, reference.end - scan.at);
		return;
	}
	scan.word = void 0;
	for (const word of scan.parameters) pushWord(scan, word, false);
	scan.at = reference.end;
	if (scan.text[scan.at] === "\"") scan.at++;
}
function addValue(scan, text, end) {
	extendWord(currentWord(scan), text, offsetAt(scan.script, scan.at), offsetAt(scan.script, end));
	scan.at = end;
}
/** An unquoted value is split at blanks. Where it stands alone, its fields are words with the places they have there. */
function addFields(scan, value, end) {
	if (scan.word === void 0 && /[\s;&|]/.test(scan.text[end] ?? " ")) {
		for (const field of value.text.matchAll(/[^ \t\n]+/g)) {
			const word = wordOf$1(slicePlaced(value, field.index, field.index + field[0].length));
			pushWord(scan, word.origin.end > word.origin.start ? word : {
				...word,
				origin: originOfPlaced(value)
			}, false);
		}
		scan.at = end;
		return;
	}
	const start = scan.at;
	for (const [index, field] of value.text.split(/[ \t\n]+/).entries()) {
		if (index > 0) endWord(scan);
		scan.at = start;
		if (field !== "") addValue(scan, field, end);
	}
	scan.at = end;
}
//#endregion
//#region packages/parser/src/invocations/shell.ts
/**
* Reads a POSIX shell text into its simple commands, in order, whatever conditions they stand under.
*
* Quotes, escapes, comments, line continuations, redirections and here-documents as in the Shell Command Language
* (POSIX.1-2017, XCU chapter 2). Variables that the text itself sets outside any condition are known; what needs
* a shell to run (command substitution, arithmetic, patterns, arrays) stays as written, marked unresolved.
*/
function readShell(script, context) {
	const scan = {
		script,
		text: script.text,
		variables: shellVariables(context.variable),
		parameters: context.parameters,
		at: 0,
		word: void 0,
		words: [],
		bare: [],
		redirected: false,
		openParentheses: 0,
		hereDocuments: [],
		commands: [],
		pipeline: 0
	};
	while (scan.at < scan.text.length) step$1(scan);
	endCommand(scan, "");
	return scan.commands;
}
function step$1(scan) {
	switch (scan.text[scan.at] ?? "") {
		case " ":
		case "	":
		case "\r":
			endWord(scan);
			scan.at++;
			return;
		case "\n":
			endCommand(scan, "");
			scan.at++;
			skipHereDocuments(scan);
			return;
		case "\\":
			readEscape$1(scan);
			return;
		case "'":
			readSingleQuotes(scan);
			return;
		case "\"":
			readDoubleQuotes(scan);
			return;
		case "$":
		case "`":
			readReference(scan, false);
			return;
		case "#":
			if (scan.word !== void 0) {
				addLiteral(scan, 1);
				return;
			}
			scan.at = lineEnd$1(scan.text, scan.at);
			return;
		case ";":
		case "&":
		case "|":
			readOperator(scan);
			return;
		case "<":
		case ">":
			readRedirection(scan);
			return;
		case "(":
			readParenthesis(scan);
			return;
		case ")":
			closeParenthesis(scan);
			return;
		default:
			readOrdinary(scan);
			return;
	}
}
/** A run of units without meaning for the shell. */
function readOrdinary(scan) {
	const mark = templateMark(scan.text, scan.at);
	if (mark > 0) {
		addLiteral(scan, mark);
		return;
	}
	let end = scan.at + 1;
	while (end < scan.text.length && !" 	\r\n\\'\"$`#;&|<>(){".includes(scan.text[end] ?? "")) end++;
	addLiteral(scan, end - scan.at);
}
function readEscape$1(scan) {
	const lineBreak = /^\\\r?\n/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0];
	if (lineBreak !== void 0) {
		scan.at += lineBreak.length;
		return;
	}
	passQuote(scan, 1);
	if (scan.at < scan.text.length) addLiteral(scan, 1);
}
function readSingleQuotes(scan) {
	passQuote(scan, 1);
	const close = scan.text.indexOf("'", scan.at);
	addLiteral(scan, (close < 0 ? scan.text.length : close) - scan.at);
	if (close >= 0) passQuote(scan, 1);
}
function readDoubleQuotes(scan) {
	passQuote(scan, 1);
	while (scan.at < scan.text.length) {
		const unit = scan.text[scan.at] ?? "";
		if (unit === "\"") {
			passQuote(scan, 1);
			return;
		}
		if (unit === "$" || unit === "`") readReference(scan, true);
		else if (unit === "\\" && "$`\"\\\n".includes(scan.text[scan.at + 1] ?? "x")) {
			passQuote(scan, 1);
			if (scan.text[scan.at] === "\n") passQuote(scan, 1);
			else addLiteral(scan, 1);
		} else addLiteral(scan, 1);
	}
}
function readOperator(scan) {
	const operator = /^(?:&>>?|&&|\|\||\|&|;;?&?|&|\|)/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0] ?? ";";
	if (operator.startsWith("&>")) {
		endWord(scan);
		scan.redirected = true;
	} else endCommand(scan, operator);
	scan.at += operator.length;
}
function readRedirection(scan) {
	if (scan.word !== void 0 && !scan.word.quoted && /^[0-9]+$/.test(scan.word.text)) scan.word = void 0;
	endWord(scan);
	const rest = scan.text.slice(scan.at, scan.at + 3);
	if (/^[<>]\(/.test(rest)) {
		currentWord(scan).unresolved = true;
		addLiteral(scan, closingBracket(scan.text, scan.at + 1) - scan.at);
		return;
	}
	const operator = /^(?:<<<|<<-|<<|<>|<&|>>|>&|>\||[<>])/.exec(rest)?.[0] ?? ">";
	scan.at += operator.length;
	if (operator === "<<" || operator === "<<-") readHereDelimiter(scan);
	else scan.redirected = true;
}
function readHereDelimiter(scan) {
	const match = /^[ \t]*([^\s;&|<>()]+)/.exec(scan.text.slice(scan.at, scan.at + 256));
	if (match === null) return;
	scan.hereDocuments.push((match[1] ?? "").replace(/["'\\]/g, ""));
	scan.at += match[0].length;
}
function skipHereDocuments(scan) {
	for (const delimiter of scan.hereDocuments.splice(0)) while (scan.at < scan.text.length) {
		const end = lineEnd$1(scan.text, scan.at);
		const line = scan.text.slice(scan.at, end).trim();
		scan.at = Math.min(end + 1, scan.text.length);
		if (line === delimiter) break;
	}
}
function lineEnd$1(text, from) {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
/** The parentheses of a function's name, an array (`name=(…)`), or a subshell. */
function readParenthesis(scan) {
	const emptyPair = /^\([ \t]*\)/.exec(scan.text.slice(scan.at, scan.at + 16))?.[0];
	if (emptyPair !== void 0) {
		scan.at += emptyPair.length;
		dropCommand(scan);
		return;
	}
	if (scan.word !== void 0) {
		scan.word.unresolved = true;
		addLiteral(scan, closingBracket(scan.text, scan.at) - scan.at);
		return;
	}
	endCommand(scan, "(");
	scan.openParentheses++;
	scan.at++;
}
function closeParenthesis(scan) {
	if (scan.openParentheses > 0) {
		scan.openParentheses--;
		endCommand(scan, ")");
	} else {
		scan.commands.length = scan.pipeline;
		endWord(scan);
		if (scan.bare[0] === true && scan.words[0]?.value.text === "case") takeCommand(scan.variables, scan.words, scan.bare, "");
		dropCommand(scan);
	}
	scan.at++;
}
//#endregion
//#region packages/parser/src/invocations/program.ts
const componentOfProgram = new Map([
	["kube-apiserver", "kube-apiserver"],
	["kubelet", "kubelet"],
	["kubelet-wrapper", "kubelet"],
	["kube-controller-manager", "kube-controller-manager"],
	["kube-scheduler", "kube-scheduler"]
]);
/** Names that hyperkube (cmd/hyperkube/main.go, until 1.18) took besides the binaries' own. */
const hyperkubeNames = new Map([
	...componentOfProgram,
	["apiserver", "kube-apiserver"],
	["controller-manager", "kube-controller-manager"],
	["scheduler", "kube-scheduler"]
]);
const shells = new Set([
	"sh",
	"bash",
	"ash",
	"dash",
	"ksh",
	"zsh"
]);
const wrappers = new Map([
	["exec", {
		valued: ["-a"],
		operands: 0
	}],
	["command", {
		valued: [],
		operands: 0
	}],
	["builtin", {
		valued: [],
		operands: 0
	}],
	["busybox", {
		valued: [],
		operands: 0
	}],
	["nohup", {
		valued: [],
		operands: 0
	}],
	["setsid", {
		valued: [],
		operands: 0
	}],
	["setpriv", {
		valued: [
			"--reuid",
			"--regid",
			"--groups",
			"--bounding-set"
		],
		operands: 0
	}],
	["env", {
		valued: [
			"-u",
			"--unset",
			"-C",
			"--chdir"
		],
		operands: 0
	}],
	["nice", {
		valued: ["-n", "--adjustment"],
		operands: 0
	}],
	["ionice", {
		valued: [
			"-c",
			"--class",
			"-n",
			"--classdata"
		],
		operands: 0
	}],
	["chrt", {
		valued: [],
		operands: 1
	}],
	["taskset", {
		valued: [],
		operands: 1
	}],
	["numactl", {
		valued: [
			"-N",
			"-m",
			"-C",
			"-i",
			"-l"
		],
		operands: 0
	}],
	["stdbuf", {
		valued: [
			"-i",
			"-o",
			"-e"
		],
		operands: 0
	}],
	["timeout", {
		valued: [
			"-s",
			"--signal",
			"-k",
			"--kill-after"
		],
		operands: 1
	}],
	["flock", {
		valued: [
			"-w",
			"--wait",
			"--timeout",
			"-E",
			"--conflict-exit-code"
		],
		operands: 1
	}],
	["chroot", {
		valued: [],
		operands: 1
	}],
	["unshare", {
		valued: [],
		operands: 0
	}],
	["nsenter", {
		valued: [
			"-t",
			"--target",
			"-S",
			"--setuid",
			"-G",
			"--setgid"
		],
		operands: 0
	}],
	["sudo", {
		valued: [
			"-u",
			"--user",
			"-g",
			"--group",
			"-C",
			"-h",
			"-p"
		],
		operands: 0
	}],
	["su-exec", {
		valued: [],
		operands: 1
	}],
	["gosu", {
		valued: [],
		operands: 1
	}],
	["tini", {
		valued: ["-p", "-e"],
		operands: 0
	}],
	["tini-static", {
		valued: ["-p", "-e"],
		operands: 0
	}],
	["docker-init", {
		valued: ["-p", "-e"],
		operands: 0
	}],
	["dumb-init", {
		valued: ["-r", "--rewrite"],
		operands: 0
	}],
	["catatonit", {
		valued: [],
		operands: 0
	}],
	["strace", {
		valued: [
			"-o",
			"-e",
			"-p",
			"-s"
		],
		operands: 0
	}],
	["systemd-cat", {
		valued: [
			"-t",
			"--identifier",
			"-p",
			"--priority"
		],
		operands: 0
	}],
	["systemd-run", {
		valued: [
			"-p",
			"--property",
			"-u",
			"--unit",
			"-E",
			"--setenv"
		],
		operands: 0
	}],
	["go-runner", {
		valued: [
			"-log-file",
			"--log-file",
			"-redirect-stderr"
		],
		operands: 0
	}]
]);
/** Deeper nesting than anybody writes; a bound so that a text cannot make the reader recurse without end. */
const deepestNesting = 8;
/**
* Finds the components that a command line starts: directly, behind wrappers (`tini --`, `exec`, `env A=b`), as a
* name given to hyperkube, or inside a shell string. Only the program counts, never what things around it are called.
*/
function findStartedPrograms(words, variable, nesting = 0) {
	const [program, ...args] = words;
	if (program === void 0 || nesting > deepestNesting) return [];
	const name = baseName(program.value.text);
	const component = componentOfProgram.get(name);
	if (component !== void 0) return [{
		component,
		program,
		args
	}];
	if (name === "hyperkube") return hyperkube(args);
	if (shells.has(name)) return shellString(args, variable, nesting);
	const wrapper = wrappers.get(name);
	if (wrapper === void 0) return [];
	return findStartedPrograms(pastWrapper(wrapper, args), variable, nesting + 1);
}
function hyperkube(words) {
	const [program, ...args] = words;
	const component = program === void 0 ? void 0 : hyperkubeNames.get(baseName(program.value.text));
	return program === void 0 || component === void 0 ? [] : [{
		component,
		program,
		args
	}];
}
/** `sh [-o opt] -c SCRIPT [NAME [ARGUMENT…]]` (POSIX.1-2017, XCU, sh). A script in a file is not followed. */
function shellString(words, variable, nesting) {
	let at = 0;
	let isString = false;
	for (; at < words.length; at++) {
		const word = words[at]?.value.text ?? "";
		if (!/^[-+]./.test(word)) break;
		if (word === "--") {
			at++;
			break;
		}
		if (/^-[a-zA-Z]*c/.test(word)) isString = true;
		if (/^[-+][a-zA-Z]*[oO]$/.test(word) || word === "--rcfile" || word === "--init-file") at++;
	}
	const script = words[at];
	if (!isString || script === void 0) return [];
	const parameters = words.slice(at + 2);
	return readShell(script.value, {
		variable,
		parameters
	}).flatMap((command) => findStartedPrograms(command.words, variable, nesting + 1));
}
function pastWrapper(wrapper, words) {
	let at = 0;
	for (; at < words.length; at++) {
		const word = words[at]?.value.text ?? "";
		if (word === "--") {
			at++;
			break;
		}
		if (wrapper.valued.includes(word)) at++;
		else if (!word.startsWith("-") && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word)) break;
	}
	at += wrapper.operands;
	return words.slice(words[at]?.value.text === "--" ? at + 1 : at);
}
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** The component that a name stands for, as images and argument files are called. */
function componentNamed(name) {
	return name === "kubelet-wrapper" ? void 0 : componentOfProgram.get(name);
}
//#endregion
//#region packages/parser/src/invocations/systemd-words.ts
/**
* Splits a text at blanks as systemd does (src/basic/extract-word.c extract_first_word with EXTRACT_UNQUOTE and
* EXTRACT_CUNESCAPE): both kinds of quotes anywhere in a word, C escapes inside and outside of them.
*/
function splitSystemdWords(line) {
	const { text } = line;
	const words = [];
	let word;
	let quote = "";
	let at = 0;
	while (at < text.length) {
		const unit = text[at] ?? "";
		if (quote === "" && /\s/.test(unit)) {
			if (word !== void 0) words.push(finishWord(word, line.source));
			word = void 0;
			at++;
			continue;
		}
		word ??= startWord(offsetAt(line, at));
		if (quote === "" ? unit === "\"" || unit === "'" : unit === quote) {
			quote = quote === "" ? unit : "";
			word.quoted = true;
			at++;
			word.end = offsetAt(line, at);
			continue;
		}
		const mark = templateMark(text, at);
		if (mark > 0) {
			keep(word, line, at, at + mark);
			at += mark;
			continue;
		}
		const escaped = unit === "\\" ? readEscape(text, at) : {
			text: unit,
			length: 1
		};
		extendWord(word, escaped.text, offsetAt(line, at), offsetAt(line, at + escaped.length));
		at += escaped.length;
	}
	if (word !== void 0) words.push(finishWord(word, line.source));
	return words;
}
const namedEscapes = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	s: " ",
	"\\": "\\",
	"\"": "\"",
	"'": "'"
};
/** systemd.syntax(7), "Supported escapes"; what is none of them stays with its backslash. */
function readEscape(text, at) {
	const named = namedEscapes[text[at + 1] ?? ""];
	if (named !== void 0) return {
		text: named,
		length: 2
	};
	const coded = /^\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(text.slice(at, at + 10));
	if (coded === null) return {
		text: "\\",
		length: 1
	};
	const [whole, hex, octal, short, long] = coded;
	const code = octal === void 0 ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
	return code > 1114111 ? {
		text: "\\",
		length: 1
	} : {
		text: String.fromCodePoint(code),
		length: whole.length
	};
}
/** A command line of a unit: the prefixes taken off, variables replaced. */
function readExecLine(line, variable) {
	const [first, ...rest] = splitSystemdWords(line);
	if (first === void 0) return [];
	const prefix = /^[@:+!|-]*/.exec(first.value.text)?.[0] ?? "";
	const value = slicePlaced(first.value, prefix.length);
	const program = prefix === "" ? first : {
		value,
		origin: originOfPlaced(value),
		unresolved: first.unresolved
	};
	const args = prefix.includes("@") ? rest.slice(1) : rest;
	if (prefix.includes(":")) return [program, ...args];
	const bounded = boundedLookup(variable);
	return [program, ...args.flatMap((word) => replaceVariables(word, bounded))];
}
/**
* `$NAME` as a whole word becomes the words of its value, `${NAME}` anywhere its value as it is, `$$` a dollar sign;
* `$NAME` inside a word is no variable (src/basic/env-util.c replace_env_argv, replace_env_full).
*/
function replaceVariables(word, variable) {
	const { text } = word.value;
	if (!text.includes("$")) return [word];
	if (/^\$[^{$]/.test(text)) {
		const value = variable(text.slice(1));
		if (value === "unknown") return [{
			...word,
			unresolved: true
		}];
		if (value === "unset") return [];
		return value.source === void 0 ? [{
			...word,
			unresolved: true
		}] : splitSystemdWords(value);
	}
	const { start, end } = word.origin;
	const draft = startWord(start);
	let at = 0;
	for (const match of text.matchAll(/\$\$|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g)) {
		keep(draft, word.value, at, match.index);
		at = match.index + match[0].length;
		const value = match[1] === void 0 ? "$" : variable(match[1]);
		if (value === "unknown") {
			draft.unresolved = true;
			keep(draft, word.value, match.index, at);
		} else extendWord(draft, typeof value === "string" ? value === "unset" ? "" : value : value.text, offsetAt(word.value, match.index), offsetAt(word.value, at));
	}
	keep(draft, word.value, at, text.length);
	draft.end = end;
	return [{
		...finishWord(draft, word.origin.source),
		origin: word.origin
	}];
}
function keep(draft, value, start, end) {
	for (let i = start; i < end; i++) extendWord(draft, value.text[i] ?? "", offsetAt(value, i), offsetAt(value, i + 1));
}
/** A setting whose value is a list of assignments: `Environment="A=1 2" B=3`. */
function readAssignments(value) {
	return splitSystemdWords(value).flatMap((word) => {
		const equals = word.value.text.indexOf("=");
		if (equals < 1) return [];
		return [{
			name: word.value.text.slice(0, equals),
			value: slicePlaced(word.value, equals + 1)
		}];
	});
}
//#endregion
//#region packages/parser/src/invocations/unit-invocations.ts
/**
* What a set of units starts, once all of them and their environment files were read.
*
* Drop-ins are laid over their unit, in the order of their names, and only then variables are replaced. A unit whose
* environment files are all there is known entirely: variables that none of them sets are empty. Otherwise words
* with variables in them are unresolved.
*/
function invocationsOfUnits(units, findEnvironmentFile) {
	return servicesOf(units).flatMap((files) => {
		const service = layUnits(files);
		const variable = environmentOf$1(service, findEnvironmentFile);
		const unit = files[0]?.unit ?? "";
		return service.commands.flatMap((line) => findStartedPrograms(readExecLine(line, variable), variable).flatMap((started) => {
			const invocation = invocationOf(started, unit, void 0);
			return invocation === void 0 ? [] : [invocation];
		}));
	});
}
/** Where systemd looks for units, the strongest first (systemd.unit(5), "Unit File Load Path"). */
const unitFolders = [
	"etc/systemd/system",
	"run/systemd/system",
	"usr/local/lib/systemd/system",
	"usr/lib/systemd/system",
	"lib/systemd/system"
];
function placeUnit(file) {
	const rank = unitFolders.findIndex((folder) => file.folder === folder || file.folder.endsWith(`/${folder}`));
	const folder = unitFolders[rank];
	return {
		machine: folder === void 0 ? `${file.folder}/` : file.folder.slice(0, -folder.length),
		rank: rank < 0 ? unitFolders.length : rank,
		file
	};
}
/** The files of each service in the order in which they count: the unit, then its drop-ins by name. */
function servicesOf(units) {
	const services = /* @__PURE__ */ new Map();
	for (const unit of units.map(placeUnit)) {
		const key = `${unit.machine}\0${unit.file.unit}`;
		const service = services.get(key);
		if (service === void 0) services.set(key, [unit]);
		else service.push(unit);
	}
	return [...services.values()].map((service) => {
		const strongest = /* @__PURE__ */ new Map();
		for (const unit of service) {
			const name = unit.file.dropIn ?? "";
			const other = strongest.get(name);
			if (other === void 0 || unit.rank < other.rank) strongest.set(name, unit);
		}
		return [...strongest.entries()].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([, unit]) => unit.file);
	});
}
/** An empty value takes back everything before it (systemd.service(5): ExecStart=, Environment=, EnvironmentFile=). */
function layUnits(files) {
	const commands = [];
	const environment = [];
	const environmentFiles = [];
	for (const unit of files) for (const { name, value } of unit.settings) {
		const isReset = value.text === "";
		switch (name) {
			case "ExecStart":
				if (isReset) commands.length = 0;
				else commands.push(value);
				break;
			case "Environment":
				if (isReset) environment.length = 0;
				else environment.push(value);
				break;
			case "EnvironmentFile":
				if (isReset) environmentFiles.length = 0;
				else environmentFiles.push({
					path: value.text.replace(/^-/, ""),
					unit
				});
				break;
		}
	}
	return {
		commands,
		environment,
		environmentFiles
	};
}
/** Variables of files win over `Environment=`, later ones over earlier ones (systemd.exec(5)). */
function environmentOf$1(service, findEnvironmentFile) {
	const variables = /* @__PURE__ */ new Map();
	for (const setting of service.environment) for (const { name, value } of readAssignments(setting)) variables.set(name, value);
	let complete = true;
	for (const { path, unit } of service.environmentFiles) {
		const file = findEnvironmentFile(path, unit);
		if (file === void 0) complete = false;
		for (const { name, value } of file?.variables ?? []) variables.set(name, value);
	}
	return (name) => variables.get(name) ?? (complete ? "unset" : "unknown");
}
//#endregion
//#region packages/parser/src/credentials/tree-values.ts
/** Value of a key of a mapping; 0 where there is none, or no mapping. */
function valueAt(tree, mapping, key) {
	if (mapping === 0 || tree.kind(mapping) !== "mapping") return 0;
	for (let entry = tree.first(mapping); entry !== 0; entry = tree.next(entry)) if (tree.keyIs(entry, key)) return entry;
	return 0;
}
/** Entries of a mapping or items of a sequence; none of anything else. */
function* childrenOf(tree, node) {
	if (node === 0) return;
	const kind = tree.kind(node);
	if (kind !== "mapping" && kind !== "sequence") return;
	for (let child = tree.first(node); child !== 0; child = tree.next(child)) yield child;
}
/** The text of a string node, with its places. Undefined for what is no string. */
function placedString(tree, source, node) {
	if (node === 0 || tree.kind(node) !== "string") return void 0;
	return placedBy(source, tree.scalar(node), tree.offsets(node));
}
/** The string of a key of a mapping. */
function stringAt(tree, source, mapping, key) {
	return locatedString(tree, source, valueAt(tree, mapping, key));
}
/** A string with the span of its scalar. */
function locatedString(tree, source, node) {
	if (node === 0 || tree.kind(node) !== "string") return void 0;
	return located(tree.scalar(node), textOrigin(source, tree.start(node), tree.end(node)));
}
//#endregion
//#region packages/parser/src/credentials/request-templates.ts
/** Whether a text configures certificate requests of openssl. */
function looksLikeOpensslConfig(text) {
	return /^[ \t]*distinguished_name[ \t]*=/m.test(text) && /^[ \t]*\[[^\]\n]+\]/m.test(text);
}
/**
* Whom the requests of an openssl configuration would be for (config(5), openssl-req(1)): one for each section that
* names a `distinguished_name`. Those for a CA, or for servers alone, are nobody's login.
*/
function readOpensslConfig(source) {
	const sections = readSections(source);
	const byName = new Map(sections.map((section) => [section.name, section]));
	return sections.flatMap((request) => {
		const subject = byName.get(lastValue(request, "distinguished_name") ?? "");
		if (subject === void 0 || !isForClients(byName, request)) return [];
		const suffix = lastValue(request, "prompt") === "no" ? "" : "_default";
		const user = valuesOf(subject, ["CN", "commonName"], suffix).at(-1);
		const groups = valuesOf(subject, ["O", "organizationName"], suffix);
		if (user === void 0) return [];
		const written = [user, ...groups].map(({ origin }) => origin).filter((origin) => origin.kind === "text");
		const start = Math.min(...written.map((origin) => origin.start));
		const end = Math.max(...written.map((origin) => origin.end));
		return [template(`certificate request [${request.name}]`, textOrigin(source, start, end), user, groups)];
	});
}
function isForClients(byName, request) {
	const extensions = ["req_extensions", "x509_extensions"].flatMap((key) => byName.get(lastValue(request, key) ?? "") ?? []);
	const isCa = extensions.some((section) => /\bCA:true\b/i.test(lastValue(section, "basicConstraints") ?? ""));
	const usages = extensions.map((section) => lastValue(section, "extendedKeyUsage")).filter((usage) => usage !== void 0);
	return !isCa && (usages.length === 0 || usages.some((usage) => /clientAuth|1\.3\.6\.1\.5\.5\.7\.3\.2/.test(usage)));
}
function lastValue(section, key) {
	return section.entries.findLast((entry) => entry.key === key)?.value.value;
}
/** `0.O` and `1.O` are two values of `O`: a section cannot have a key twice. */
function valuesOf(section, keys, suffix) {
	const names = keys.map((key) => key + suffix);
	return section.entries.filter(({ key }) => names.includes(key.replace(/^[^.]*\./, ""))).map(({ value }) => value);
}
function readSections(source) {
	const sections = [{
		name: "default",
		entries: []
	}];
	for (const match of source.text.matchAll(/^[ \t]*(?:\[[ \t]*([^\]\r\n]*?)[ \t]*\]|([A-Za-z0-9_.]+)[ \t]*=[ \t]*([^\r\n#]*))/gm)) {
		const [whole, name, key, rest = ""] = match;
		if (name !== void 0) sections.push({
			name,
			entries: []
		});
		if (key === void 0) continue;
		const quoted = /^(["'])(.*)\1[ \t]*$/.exec(rest);
		const value = quoted?.[2] ?? rest.trimEnd();
		const start = match.index + whole.length - rest.length + (quoted === null ? 0 : 1);
		sections.at(-1)?.entries.push({
			key,
			value: located(value, textOrigin(source, start, start + value.length))
		});
	}
	return sections;
}
const cfsslKeys = new Set([
	"CN",
	"hosts",
	"key",
	"names",
	"ca",
	"serialnumber",
	"SerialNumber"
]);
/** Whether a document is a certificate request of cfssl: nothing but its keys, and a subject among them. */
function isCfsslRequest(tree) {
	const keys = [...childrenOf(tree, tree.root)].map((entry) => tree.key(entry));
	if (tree.kind(tree.root) !== "mapping" || !keys.every((key) => cfsslKeys.has(key))) return false;
	return keys.includes("CN") || keys.includes("names");
}
/** Whom a certificate request of cfssl would be for (github.com/cloudflare/cfssl csr/csr.go CertificateRequest, Name). */
function readCfsslRequest(tree, source) {
	const user = stringAt(tree, source, tree.root, "CN");
	if (user === void 0 || user.value === "" || valueAt(tree, tree.root, "ca") !== 0) return void 0;
	const groups = [];
	for (const name of childrenOf(tree, valueAt(tree, tree.root, "names"))) {
		const group = locatedString(tree, source, valueAt(tree, name, "O"));
		if (group !== void 0 && group.value !== "") groups.push(group);
	}
	const origin = textOrigin(source, tree.start(tree.root), tree.end(tree.root));
	return template(`certificate request for ${user.value}`, origin, user, groups);
}
function template(label, origin, user, groups) {
	return {
		form: "certificate-request-template",
		label,
		origin,
		user,
		groups,
		notAfter: void 0,
		signerName: void 0
	};
}
//#endregion
//#region packages/parser/src/credentials/token-file.ts
/**
* Whether a file that nothing names is a table of static tokens or passwords: rows of at least three columns, and
* among users and groups a name that only Kubernetes uses, or a file name out of its documentation.
*/
function looksLikeTokenFile(path, text) {
	if (!path.endsWith(".csv")) return false;
	const named = /(?:^|\/)(?:known_tokens|tokens?|static[-_]tokens?|token[-_]auth|basic[-_]auth)\.csv$/.test(path);
	if (!named && !text.includes("system:")) return false;
	const { records, error } = readCsv(text);
	if (error !== void 0 || records.length === 0 || records.some(({ fields }) => fields.length < 3)) return false;
	return named || records.some(({ fields }) => /^system:|,system:/.test(`${fields[1]?.value},${fields[3]?.value}`));
}
/**
* Reads a file of `--token-auth-file`: token, user, uid, "groups" (k8s.io/apiserver
* pkg/authentication/token/tokenfile/tokenfile.go NewCSV). What makes the server refuse to start is an error, and
* then there are no credentials. Tokens are compared here and forgotten; no place reaches back to one.
*/
function readTokenFile(source) {
	const { records, error } = readCsv(source.text);
	if (error !== void 0) {
		const origin = textOrigin(source, error.offset, error.offset);
		return refused$1(`token file is no CSV, kube-apiserver does not start: ${error.message}`, origin);
	}
	const byToken = /* @__PURE__ */ new Map();
	const diagnostics = [];
	for (const [index, { fields, end }] of records.entries()) {
		const [token, user, uid, groups] = fields;
		const rest = textOrigin(source, user?.start ?? end, end);
		if (token === void 0 || user === void 0 || uid === void 0) return refused$1(`token file must have at least 3 columns (token, user name, user uid), found ${fields.length}: kube-apiserver does not start`, rest);
		const row = `row ${index + 1}`;
		if (token.value === "") {
			diagnostics.push(passedOver(`${row} has an empty token and is not used`, rest));
			continue;
		}
		if (byToken.delete(token.value)) diagnostics.push(passedOver(`${row} has the token of an earlier row, which is not used`, rest));
		byToken.set(token.value, {
			form: "token-file-row",
			label: `${row} of ${source.path.slice(source.path.lastIndexOf("/") + 1)}`,
			origin: rest,
			user: located(user.value, fieldOrigin(source, user)),
			groups: groups === void 0 ? [] : splitGroups(source, groups),
			notAfter: void 0,
			signerName: void 0
		});
	}
	return {
		credentials: [...byToken.values()],
		diagnostics
	};
}
function fieldOrigin(source, field) {
	return originOfPlaced(placedBy(source, field.value, field.offsets));
}
/** Split at commas, nothing trimmed; an empty column is one group with an empty name. */
function splitGroups(source, column) {
	const placed = placedBy(source, column.value, column.offsets);
	let start = 0;
	return column.value.split(",").map((group) => {
		const from = start;
		start += group.length + 1;
		return located(group, originOfPlaced(placed, from, from + group.length));
	});
}
function refused$1(message, origin) {
	return {
		credentials: [],
		diagnostics: [{
			id: "token-file-refused",
			level: "error",
			message,
			origin
		}]
	};
}
function passedOver(message, origin) {
	return {
		id: "token-file-row",
		level: "warning",
		message,
		origin
	};
}
//#endregion
//#region packages/parser/src/documents/collected.ts
function startCollecting(source, certificateRequests) {
	return {
		source,
		facts: [],
		diagnostics: [],
		documents: [],
		certificateRequests
	};
}
function report(collected, level, id, message, at) {
	const origin = textOrigin(collected.source, at.start, at.end);
	collected.diagnostics.push({
		id,
		level,
		message,
		origin
	});
}
function count(collected, outcome, at) {
	collected.documents.push({
		outcome,
		origin: textOrigin(collected.source, at.start, at.end)
	});
}
/** Takes in a component that is started, and the files its flags name. */
function collectInvocation(collected, invocation) {
	collected.facts.push({
		fact: "invocation",
		invocation
	});
	collectReferences(collected, filesOfFlags(invocation));
}
function collectReferences(collected, references) {
	for (const reference of references) collected.facts.push({
		fact: "file-reference",
		reference
	});
}
function collectWritten(collected, credentials) {
	for (const written of credentials) collected.facts.push({
		fact: "written-credential",
		written
	});
}
/** Takes in credentials, and what could not be read of them. */
function collectCredentials(collected, read) {
	for (const credential of read.credentials) collected.facts.push({
		fact: "credential",
		credential
	});
	for (const diagnostic of read.diagnostics ?? []) collected.diagnostics.push(diagnostic);
}
//#endregion
//#region packages/parser/src/documents/directives.ts
const word = "authgraph:";
const none$3 = [];
const noDirectives = {
	candidates: [],
	dropped: /* @__PURE__ */ new Set()
};
/** Finds what looks like `# authgraph: …`; next to nothing where the word does not occur. */
function directiveCandidates(source) {
	const { text } = source;
	const first = text.indexOf(word);
	if (first < 0) return noDirectives;
	const candidates = [];
	for (let at = first; at >= 0; at = text.indexOf(word, at + 10)) {
		const lineStart = startOfLine(text, at);
		const before = /(^|.*\s)#[ \t]*$/.exec(text.slice(lineStart, at));
		if (before === null) continue;
		const lead = before[1] ?? "";
		const end = lineEnd(text, at);
		candidates.push({
			start: lineStart + lead.length,
			end,
			text: text.slice(at + 10, end).trim(),
			ownLine: lead.trim() === ""
		});
	}
	return {
		candidates,
		dropped: /* @__PURE__ */ new Set()
	};
}
function startOfLine(text, offset) {
	let at = offset;
	while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
	return at;
}
function lineEnd(text, from) {
	for (let at = from; at < text.length; at++) if (text[at] === "\n" || text[at] === "\r") return at;
	return text.length;
}
/** Drops the candidates that stand inside a scalar or a key of this document: they are text, no comments. */
function dropWithinScalars(found, tree) {
	if (found.candidates.length > 0) walkScalars(tree, (start, end) => dropBetween(found, start, end));
}
/** Drops the candidates between two offsets. */
function dropBetween({ candidates, dropped }, start, end) {
	for (let i = firstFrom(candidates, start); i < candidates.length; i++) {
		const candidate = candidates[i];
		if (candidate === void 0 || candidate.start >= end) return;
		dropped.add(candidate);
	}
}
/** The first candidate at or after an offset; they stand in the order of the text. */
function firstFrom(candidates, offset) {
	let low = 0;
	let high = candidates.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((candidates[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
function asDirectives(source, { candidates, dropped }) {
	if (candidates.length === 0) return none$3;
	return candidates.filter((candidate) => !dropped.has(candidate)).map(({ start, end, text, ownLine }) => ({
		text,
		ownLine,
		origin: textOrigin(source, start, end)
	}));
}
/** Visits the span of every scalar and key; of a block scalar what follows its header, which may end in a comment. */
function walkScalars(tree, visit) {
	const open = [tree.root];
	const seen = /* @__PURE__ */ new Set();
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		const kind = tree.kind(node);
		if (kind !== "mapping" && kind !== "sequence") {
			visit(startOfText(tree, node), tree.end(node));
			continue;
		}
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
			if (kind === "mapping") visit(tree.keyStart(item), tree.keyEnd(item));
			if (seen.has(item)) continue;
			seen.add(item);
			open.push(item);
		}
	}
}
function startOfText(tree, node) {
	const start = tree.start(node);
	const indicator = tree.text[start];
	if (indicator !== "|" && indicator !== ">") return start;
	const lineBreak = tree.text.indexOf("\n", start);
	return lineBreak < 0 ? tree.end(node) : Math.min(lineBreak, tree.end(node));
}
//#endregion
//#region packages/parser/src/objects/object-view.ts
/** The value of a field, 0 where it is absent, null, or the node is no mapping. Field names are case-sensitive. */
function field$1({ tree }, node, name) {
	const entry = writtenField(tree, node, name);
	return entry === 0 || tree.kind(entry) === "null" ? 0 : entry;
}
/** The entry of a field, null values included. */
function writtenField(tree, node, name) {
	if (node === 0 || tree.kind(node) !== "mapping") return 0;
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) if (tree.keyIs(entry, name)) return entry;
	return 0;
}
function fieldAt(view, node, ...names) {
	let at = node;
	for (const name of names) at = field$1(view, at, name);
	return at;
}
/** The first item of a list or value of a map, with which `tree.next` goes on; 0 for anything else. */
function firstItem({ tree }, node) {
	return node === 0 ? 0 : tree.first(node);
}
/** The items of a list or the values of a map; none for anything else. */
function itemsOf(view, node) {
	const first = firstItem(view, node);
	if (first === 0) return noItems;
	const items = [];
	for (let item = first; item !== 0; item = view.tree.next(item)) items.push(item);
	return items;
}
/**
* What each item of a list or value of a map is read as. The array has the length it needs: one that grows by `push`
* keeps room for 17, and most lists of objects are short and kept.
*/
function itemsAs(view, node, read) {
	const { tree } = view;
	let length = 0;
	for (let item = firstItem(view, node); item !== 0; item = tree.next(item)) length++;
	const list = new Array(length);
	let index = 0;
	for (let item = firstItem(view, node); item !== 0; item = tree.next(item)) list[index++] = read(view, item);
	return list;
}
/** A string, `""` where it is null or absent: the zero value. */
function text$1({ tree }, node) {
	return node !== 0 && tree.kind(node) === "string" ? tree.scalar(node) : "";
}
function place$1({ tree }, node) {
	return {
		start: tree.start(node),
		end: tree.end(node)
	};
}
function keyPlace({ tree }, entry) {
	return {
		start: tree.keyStart(entry),
		end: tree.keyEnd(entry)
	};
}
function origin({ source, tree }, node) {
	return textOrigin(source, tree.start(node), tree.end(node));
}
function locatedText(view, node) {
	return {
		value: text$1(view, node),
		origin: origin(view, node)
	};
}
/** A string that was written and is not empty. */
function writtenText(view, node) {
	const value = text$1(view, node);
	return value === "" ? void 0 : {
		value,
		origin: origin(view, node)
	};
}
/** A list of strings; null among them is `""`, as Go leaves the zero value. */
function texts$1(view, node) {
	if (node === 0 || view.tree.kind(node) !== "sequence") return none$2;
	return itemsAs(view, node, locatedText);
}
function flag(view, node) {
	if (node === 0 || view.tree.kind(node) !== "boolean") return void 0;
	return {
		value: view.tree.scalar(node) === "true",
		origin: origin(view, node)
	};
}
/** A map of strings; null values are `""`. */
function textMap(view, node) {
	const { tree } = view;
	if (node === 0 || tree.kind(node) !== "mapping") return noEntries;
	const map = /* @__PURE__ */ new Map();
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) map.set(tree.key(entry), locatedText(view, entry));
	return map;
}
const noItems = [];
const none$2 = [];
const noEntries = /* @__PURE__ */ new Map();
//#endregion
//#region packages/parser/src/credentials/service-account-token.ts
/**
* The claims of a token that a `kubernetes.io/service-account-token` Secret holds (pkg/serviceaccount/legacy.go);
* undefined where it is another token or none. The signature is not looked at, the token not kept.
*/
function readLegacyTokenClaims(token) {
	const claims = payloadOf(token);
	if (claims?.iss !== "kubernetes/serviceaccount") return void 0;
	const namespace = claims["kubernetes.io/serviceaccount/namespace"];
	const serviceAccount = claims["kubernetes.io/serviceaccount/service-account.name"];
	const secret = claims["kubernetes.io/serviceaccount/secret.name"];
	if (typeof namespace !== "string" || typeof serviceAccount !== "string" || typeof secret !== "string") return;
	return {
		namespace,
		serviceAccount,
		secret
	};
}
/** The ServiceAccount that any of its tokens, legacy or bound, says it is for; undefined for other tokens. */
function readServiceAccountOfToken(token) {
	const subject = payloadOf(token)?.sub;
	const match = typeof subject === "string" ? /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject) : null;
	return match === null ? void 0 : {
		namespace: match[1] ?? "",
		name: match[2] ?? ""
	};
}
/** Middle part of a compact JWS, if it is a JSON object. */
function payloadOf(token) {
	const parts = token.split(".");
	const payload = parts[1];
	if (parts.length !== 3 || payload === void 0) return void 0;
	try {
		const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
		return isRecord(claims) ? claims : void 0;
	} catch {
		return;
	}
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
//#endregion
//#region packages/parser/src/credentials/written-credentials.ts
/** Whether a text may hold a credential at all; its objects are searched only where it may. */
function mayHoldCredential(written) {
	return written.includes("PRIVATE KEY-----") || written.includes("eyJ") || written.includes("kind: Config\n");
}
/** Credentials in the values of a ConfigMap. Never the values themselves. */
function credentialsOfConfigMap(view, root, owner) {
	return itemsOf(view, field$1(view, root, "data")).flatMap((entry) => {
		const found = credentialIn(text$1(view, entry));
		if (found === void 0) return [];
		const { start, end } = keyPlace(view, entry);
		const key = view.tree.key(entry);
		return [{
			...found,
			owner,
			key,
			variable: false,
			origin: textOrigin(view.source, start, end)
		}];
	});
}
/** Credentials in environment variables of a pod's containers. */
function credentialsOfPod(view, spec, owner) {
	return ["initContainers", "containers"].flatMap((list) => itemsOf(view, field$1(view, spec, list)).flatMap((container) => itemsOf(view, field$1(view, container, "env")).flatMap((variable) => {
		const found = credentialIn(text$1(view, field$1(view, variable, "value")));
		const name = field$1(view, variable, "name");
		if (found === void 0 || name === 0) return [];
		return [{
			...found,
			owner,
			key: text$1(view, name),
			variable: true,
			origin: origin(view, name)
		}];
	})));
}
/** A key that is one, of some length and not encrypted; line breaks may be written out. */
const privateKey = /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----(?:\\n|\s)\s{0,16}[A-Za-z0-9+/](?:[A-Za-z0-9+/=\s]|\\n){63}/;
const webToken = /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{16,}/g;
/** A bearer token of a kubeconfig; what stands in `<>`, `${}` or `{{}}` is to be filled in. */
const kubeconfigToken = /^[ \t-]+token:[ \t]+["']?[A-Za-z0-9][\w.~+/-]{15,}=*["']?[ \t]*$/m;
function credentialIn(value) {
	if (value.length < 32) return void 0;
	for (const [token] of value.matchAll(webToken)) {
		const account = readServiceAccountOfToken(token);
		if (account !== void 0) return {
			form: "service-account-token",
			account
		};
	}
	if (privateKey.test(value)) return {
		form: "private-key",
		account: void 0
	};
	if (/^kind: Config\s*$/m.test(value) && kubeconfigToken.test(value)) return {
		form: "kubeconfig-token",
		account: void 0
	};
}
//#endregion
//#region packages/parser/src/objects/field-error.ts
function required(field, place, detail = "") {
	return {
		field,
		body: detail === "" ? "Required value" : `Required value: ${detail}`,
		place
	};
}
function invalid$1(field, place, value, detail) {
	return {
		field,
		body: `Invalid value: ${typeof value === "string" ? quoted(value) : JSON.stringify(value)}: ${detail}`,
		place
	};
}
/** An invalid value that the server prints as null: the internal form of what could not be converted. */
function invalidNull(field, place, detail) {
	return {
		field,
		body: `Invalid value: null: ${detail}`,
		place
	};
}
function unsupported(field, place, value, supported) {
	return {
		field,
		body: `Unsupported value: ${quoted(value)}: supported values: ${supported.map(quoted).join(", ")}`,
		place
	};
}
function forbidden(field, place, detail) {
	return {
		field,
		body: `Forbidden: ${detail}`,
		place
	};
}
function duplicate(field, place, value) {
	return {
		field,
		body: `Duplicate value: ${quoted(value)}`,
		place
	};
}
/** Go's `%q`, for the characters that occur in practice; what it escapes otherwise is still unambiguous. */
function quoted(value) {
	return JSON.stringify(value).replaceAll(/\\u00([01][0-9a-f])/g, "\\x$1");
}
//#endregion
//#region packages/parser/src/objects/conformity.ts
const conforming = {
	error: void 0,
	unknownFields: []
};
/**
* Compares a value with a Go type as sigs.k8s.io/json does: names are case-sensitive, null is the zero value, nothing
* is converted, and the first wrong type refuses everything. "First" is in the order of sorted keys, because YAML
* reaches the decoder as JSON that Go marshalled from a map.
*/
function compareWithType(tree, node, type) {
	const walk = {
		tree,
		path: [],
		errors: [],
		unknown: []
	};
	compareStruct(walk, node, type);
	if (walk.errors.length === 0 && walk.unknown.length === 0) return conforming;
	walk.errors.sort(byPath);
	walk.unknown.sort(byPath);
	return {
		error: walk.errors[0],
		unknownFields: walk.unknown
	};
}
function compare(walk, node, type, owner) {
	const kind = walk.tree.kind(node);
	if (kind === "null") return;
	switch (type.shape) {
		case "anything": return;
		case "string":
			if (kind !== "string") refuseKind(walk, node, kind, type, owner);
			return;
		case "slice":
			if (kind === "sequence") compareItems(walk, node, type.item, owner);
			else refuseKind(walk, node, kind, type, owner);
			return;
		case "map":
			if (kind === "mapping") compareValues(walk, node, type.value, owner);
			else refuseKind(walk, node, kind, type, owner);
			return;
		case "struct":
			if (kind === "mapping") compareStruct(walk, node, type);
			else refuseKind(walk, node, kind, type, owner);
			return;
		case "bool":
			if (kind !== "boolean") refuseKind(walk, node, kind, type, owner);
			return;
		case "int32":
		case "int64":
		case "bytes":
		case "time": compareWritten(walk, node, kind, type, owner);
	}
}
function compareItems(walk, list, type, owner) {
	const { tree, path } = walk;
	let index = 0;
	for (let item = tree.first(list); item !== 0; item = tree.next(item)) {
		path.push(-1 - index++);
		compare(walk, item, type, owner);
		path.pop();
	}
}
function compareValues(walk, map, type, owner) {
	const { tree } = walk;
	for (let entry = tree.first(map); entry !== 0; entry = tree.next(entry)) compare(walk, entry, type, owner);
}
function compareStruct(walk, node, type) {
	const { tree, path } = walk;
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
		const field = fieldOf(tree, entry, type.fields);
		path.push(entry);
		if (field !== void 0) compare(walk, entry, field, type);
		else if (type.complete) {
			const written = writtenPath(walk);
			const at = {
				start: tree.keyStart(entry),
				end: tree.keyEnd(entry)
			};
			walk.unknown.push({
				text: fieldPath(written),
				...at,
				path: written
			});
		}
		path.pop();
	}
}
function fieldOf(tree, entry, fields) {
	for (let i = 0; i < fields.length; i++) {
		const field = fields[i];
		if (field !== void 0 && tree.keyIs(entry, field.name)) return field.type;
	}
}
/** Compares a scalar whose kind alone does not decide. */
function compareWritten(walk, node, kind, type, owner) {
	const isNumber = kind === "integer" || kind === "float";
	if (!(type.shape === "bytes" || type.shape === "time" ? kind === "string" : isNumber)) {
		refuseKind(walk, node, kind, type, owner);
		return;
	}
	const written = walk.tree.scalar(node);
	switch (type.shape) {
		case "int32":
		case "int64":
			if (!isInteger(written, type.shape)) refuse$1(walk, node, cannotUnmarshal(walk, `number ${written}`, type, owner));
			return;
		case "bytes": {
			const at = corruptBase64At(written);
			if (at !== void 0) refuse$1(walk, node, `illegal base64 data at input byte ${at}`);
			return;
		}
		case "time": {
			const form = "2006-01-02T15:04:05Z07:00";
			if (!rfc3339.test(written)) refuse$1(walk, node, `parsing time ${quoted(written)} as ${quoted(form)}: cannot parse`);
			return;
		}
		case "string":
		case "bool": return;
	}
}
function refuseKind(walk, node, kind, type, owner) {
	const word = goWord(kind);
	const ofTime = `json: cannot unmarshal ${word} into Go value of type string`;
	refuse$1(walk, node, type.shape === "time" ? ofTime : cannotUnmarshal(walk, word, type, owner));
}
function refuse$1(walk, node, text) {
	const { tree } = walk;
	walk.errors.push({
		text,
		start: tree.start(node),
		end: tree.end(node),
		path: writtenPath(walk)
	});
}
/** Field names and list indexes from the root. */
function writtenPath({ tree, path }) {
	return path.map((part) => part < 0 ? -1 - part : tree.key(part));
}
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Whether a number, as Go's JSON spells it, is one for strconv.ParseInt. */
function isInteger(number, size) {
	const limit = 1n << (size === "int32" ? 31n : 63n);
	return /^-?\d{1,19}$/.test(number) && BigInt(number) < limit && BigInt(number) >= -limit;
}
function cannotUnmarshal(walk, value, type, owner) {
	return `json: cannot unmarshal ${value} into Go struct field ${goField(walk, owner)} of type ${type.name}`;
}
/** `PolicyRule.rules.verbs`: the innermost struct, then the fields from the root (encoding/json `addErrorContext`). */
function goField(walk, owner) {
	return [owner.shortName, ...writtenPath(walk).filter((part) => typeof part === "string")].join(".");
}
/** A kind of JSON value as encoding/json names it in its errors. */
function goWord(kind) {
	switch (kind) {
		case "mapping": return "object";
		case "sequence": return "array";
		case "integer":
		case "float": return "number";
		case "boolean": return "bool";
		case "string":
		case "null": return kind;
	}
}
/** `rules[0].verbs`, as strict decoding and validation write paths. */
function fieldPath(path) {
	let text = "";
	for (const part of path) text += typeof part === "number" ? `[${part}]` : text === "" ? part : `.${part}`;
	return text;
}
function byPath(a, b) {
	for (let i = 0; i < a.path.length && i < b.path.length; i++) {
		const left = a.path[i] ?? "";
		const right = b.path[i] ?? "";
		if (left !== right) return left < right ? -1 : 1;
	}
	return a.path.length - b.path.length || a.start - b.start;
}
const base64Character = /[A-Za-z0-9+/]/;
const wholeBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Where Go's `base64.StdEncoding` stops: the offset in its CorruptInputError; undefined where the text is sound. */
function corruptBase64At(text) {
	if (wholeBase64.test(text)) return void 0;
	let inQuantum = 0;
	for (let i = 0; i < text.length; i++) {
		const character = text[i] ?? "";
		if (character === "\n" || character === "\r") continue;
		if (base64Character.test(character)) inQuantum = (inQuantum + 1) % 4;
		else return character === "=" && inQuantum >= 2 ? afterPadding(text, i, inQuantum) : utf8Length$1(text.slice(0, i));
	}
	return inQuantum === 0 ? void 0 : utf8Length$1(text) - inQuantum;
}
function afterPadding(text, at, inQuantum) {
	let rest = skipBreaks(text, at + 1);
	if (inQuantum === 2) {
		if (rest >= text.length) return utf8Length$1(text);
		if (text[rest] !== "=") return rest - 1;
		rest = skipBreaks(text, rest + 1);
	}
	return rest < text.length ? rest : void 0;
}
function skipBreaks(text, from) {
	let at = from;
	while (text[at] === "\n" || text[at] === "\r") at++;
	return at;
}
function utf8Length$1(text) {
	return Buffer.byteLength(text);
}
//#endregion
//#region packages/parser/src/objects/names.ts
const none$1 = [];
/** Whether a text takes more bytes than so many; a unit takes three at most. */
function isLonger(text, bytes) {
	return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}
/** apimachinery pkg/api/validation/path/name.go: IsValidPathSegmentName. RBAC objects may be called anything else. */
function pathSegmentProblems(name) {
	if (name === "." || name === "..") return [`may not be '${name}'`];
	if (!name.includes("/") && !name.includes("%")) return none$1;
	return ["/", "%"].filter((illegal) => name.includes(illegal)).map((illegal) => `may not contain '${illegal}'`);
}
const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const labelForm = new RegExp(`^${label}$`);
const subdomainForm = new RegExp(`^${label}(\\.${label})*$`);
/** apimachinery pkg/util/validation/validation.go: IsDNS1123Subdomain. */
function subdomainProblems(name) {
	const isLong = isLonger(name, 253);
	const isFormed = subdomainForm.test(name);
	if (isFormed && !isLong) return none$1;
	const problems = [];
	if (isLong) problems.push("must be no more than 253 characters");
	if (!isFormed) problems.push("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
	return problems;
}
/** apimachinery pkg/util/validation/validation.go: IsDNS1123Label, the form of namespaces. */
function labelNameProblems(name) {
	const isLong = isLonger(name, 63);
	const isFormed = labelForm.test(name);
	if (isFormed && !isLong) return none$1;
	const problems = [];
	if (isLong) problems.push("must be no more than 63 characters");
	if (!isFormed) problems.push(subdomainForm.test(name) ? "must not contain dots" : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
	return problems;
}
const qualifiedName = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const qualifiedNameRule = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
/** Label keys that are surely within all bounds. */
const everydayKey = /^(?:[a-z0-9](?:[-a-z0-9]{0,40}[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]{0,40}[a-z0-9])?){0,4}\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
/** Keys of labels and annotations, finalizers (apimachinery pkg/api/validate/content: IsLabelKey). */
function labelKeyProblems(key) {
	if (everydayKey.test(key)) return none$1;
	const parts = key.split("/");
	const problems = [];
	const name = parts[parts.length - 1] ?? "";
	if (parts.length > 2) return [`a valid label key ${qualifiedNameRule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
	if (parts.length === 2) {
		const prefix = parts[0] ?? "";
		if (prefix === "") problems.push("prefix part must be non-empty");
		else problems.push(...subdomainProblems(prefix).map((problem) => `prefix part ${problem}`));
	}
	if (name === "") problems.push("name part must be non-empty");
	else if (Buffer.byteLength(name) > 63) problems.push("name part must be no more than 63 bytes");
	if (!qualifiedName.test(name)) problems.push(`name part ${qualifiedNameRule}`);
	return problems;
}
/** apimachinery pkg/api/validate/content: IsLabelValue. */
function labelValueProblems(value) {
	const isLong = isLonger(value, 63);
	const isFormed = value === "" || qualifiedName.test(value);
	if (isFormed && !isLong) return none$1;
	const problems = [];
	if (isLong) problems.push("must be no more than 63 bytes");
	if (!isFormed) problems.push("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
	return problems;
}
/** apimachinery pkg/api/validation/objectmeta.go: ValidateFinalizerName, with core's list of standard names. */
function finalizerProblems(name) {
	const problems = labelKeyProblems(name);
	if (problems.length > 0 || name.includes("/")) return problems;
	return [
		"kubernetes",
		"orphan",
		"foregroundDeletion"
	].includes(name) ? [] : ["name is neither a standard finalizer name nor is it fully qualified"];
}
/** A `generateName` may end in a dash, for a name will follow (maskTrailingDash). */
function asPrefix(check) {
	return (prefix) => check(/.-$/.test(prefix) ? `${prefix.slice(0, -2)}a` : prefix);
}
//#endregion
//#region packages/parser/src/objects/metadata.ts
/** Finds the fields in one pass: every object has metadata. */
function metadataFields(view, root) {
	const { tree } = view;
	const metadata = field$1(view, root, "metadata");
	const found = {
		metadata,
		name: 0,
		generateName: 0,
		namespace: 0,
		labels: 0,
		annotations: 0,
		ownerReferences: 0,
		finalizers: 0
	};
	for (let entry = firstItem(view, metadata); entry !== 0; entry = tree.next(entry)) {
		if (tree.kind(entry) === "null") continue;
		switch (tree.key(entry)) {
			case "name":
				found.name = entry;
				break;
			case "namespace":
				found.namespace = entry;
				break;
			case "labels":
				found.labels = entry;
				break;
			case "annotations":
				found.annotations = entry;
				break;
			case "generateName":
				found.generateName = entry;
				break;
			case "ownerReferences":
				found.ownerReferences = entry;
				break;
			case "finalizers":
				found.finalizers = entry;
				break;
		}
	}
	return found;
}
function decodeMetadata(view, root, fields, scope) {
	const name = writtenText(view, fields.name);
	const prefix = fields.generateName;
	return {
		name: name ?? (prefix === 0 ? {
			value: "",
			origin: origin(view, root)
		} : locatedText(view, prefix)),
		generated: name === void 0 && prefix !== 0,
		namespace: scope === "cluster" ? void 0 : writtenText(view, fields.namespace),
		labels: textMap(view, fields.labels),
		annotations: textMap(view, fields.annotations)
	};
}
/**
* What apimachinery pkg/api/validation/objectmeta.go: ValidateObjectMeta refuses. A namespace that is missing is no
* error here (whoever applies the object names one), nor is one on a cluster-scoped object (the server clears it).
*/
function metadataErrors$1(view, fields, scope, nameProblems, objectPlace) {
	const errors = [];
	if (fields.generateName !== 0) prefixErrors(view, fields, nameProblems, errors);
	const name = text$1(view, fields.name);
	if (name !== "") refuseValue(view, fields.name, "metadata.name", name, nameProblems(name), errors);
	else if (text$1(view, fields.generateName) === "") {
		const at = fields.name === 0 ? fields.metadata : fields.name;
		errors.push(required("metadata.name", at === 0 ? objectPlace : place$1(view, at), "name or generateName is required"));
	}
	const namespace = text$1(view, fields.namespace);
	if (scope === "namespaced" && namespace !== "") refuseValue(view, fields.namespace, "metadata.namespace", namespace, labelNameProblems(namespace), errors);
	if (fields.labels !== 0) mapErrors(view, fields.labels, "metadata.labels", errors);
	if (fields.annotations !== 0) annotationErrors(view, fields.annotations, errors);
	if (fields.ownerReferences !== 0) ownerErrors(view, fields.ownerReferences, errors);
	if (fields.finalizers !== 0) finalizerErrors(view, fields.finalizers, errors);
	return errors;
}
function refuseValue(view, node, path, value, problems, errors) {
	if (problems.length === 0) return;
	for (const problem of problems) errors.push(invalid$1(path, place$1(view, node), value, problem));
}
/** What the server makes of a prefix must be a name as well (apiserver pkg/storage/names/generate.go). */
function prefixErrors(view, fields, nameProblems, errors) {
	const prefix = text$1(view, fields.generateName);
	if (prefix === "") return;
	const ofPrefix = asPrefix(nameProblems)(prefix);
	const ofName = text$1(view, fields.name) === "" ? nameProblems(`${prefix.slice(0, 58)}xxxxx`) : [];
	const problems = [...new Set([...ofPrefix, ...ofName])];
	refuseValue(view, fields.generateName, "metadata.generateName", prefix, problems, errors);
}
function finalizerErrors(view, node, errors) {
	let index = 0;
	for (const item of itemsOf(view, node)) {
		const name = text$1(view, item);
		refuseValue(view, item, `metadata.finalizers[${index++}]`, name, finalizerProblems(name), errors);
	}
}
/** Labels, and the `matchLabels` of a selector (metav1/validation: ValidateLabels). */
function mapErrors(view, node, path, errors) {
	const { tree } = view;
	for (let entry = firstItem(view, node); entry !== 0; entry = tree.next(entry)) {
		const key = tree.key(entry);
		const ofKey = labelKeyProblems(key);
		if (ofKey.length > 0) for (const problem of ofKey) errors.push(invalid$1(path, keyPlace(view, entry), key, problem));
		const value = text$1(view, entry);
		refuseValue(view, entry, path, value, labelValueProblems(value), errors);
	}
}
/** All annotations together, keys and values (apimachinery pkg/api/validation: TotalAnnotationSizeLimitB). */
const annotationBytes = 256 * 1024;
function annotationErrors(view, node, errors) {
	let total = 0;
	for (const entry of itemsOf(view, node)) {
		const key = view.tree.key(entry);
		for (const problem of labelKeyProblems(key.toLowerCase())) errors.push(invalid$1("metadata.annotations", keyPlace(view, entry), key, problem));
		total += Buffer.byteLength(key) + Buffer.byteLength(text$1(view, entry));
	}
	if (total > annotationBytes) {
		const body = `Too long: may not be more than ${annotationBytes} bytes`;
		errors.push({
			field: "metadata.annotations",
			body,
			place: place$1(view, node)
		});
	}
}
function ownerErrors(view, node, errors) {
	let index = 0;
	for (const owner of itemsOf(view, node)) {
		const path = `metadata.ownerReferences[${index++}]`;
		const apiVersion = text$1(view, field$1(view, owner, "apiVersion"));
		if (apiVersion === "" || apiVersion.endsWith("/")) errors.push(invalid$1(`${path}.apiVersion`, place$1(view, owner), apiVersion, "version must not be empty"));
		for (const name of [
			"kind",
			"name",
			"uid"
		]) if (text$1(view, field$1(view, owner, name)) === "") errors.push(required(`${path}.${name}`, place$1(view, owner), "must not be empty"));
		if (apiVersion === "v1" && text$1(view, field$1(view, owner, "kind")) === "Event") errors.push(forbidden(path, place$1(view, owner), "/v1, Kind=Event is disallowed from being an owner"));
	}
}
//#endregion
//#region packages/parser/src/objects/decode-object.ts
/** Decodes and validates an object as a server does that is not asked for strict field validation. */
function decodeObject(view, root, kind, at = origin(view, root)) {
	const { error, unknownFields } = compareWithType(view.tree, root, kind.type);
	if (error !== void 0) return {
		outcome: "undecodable",
		error,
		unknownFields
	};
	const objectPlace = placeOfObject(view, root);
	const fields = metadataFields(view, root);
	const ofMetadata = metadataErrors$1(view, fields, kind.scope, kind.nameProblems, objectPlace);
	const ofKind = kind.errors(view, root, objectPlace);
	if (ofMetadata.length > 0 || ofKind.length > 0) {
		const errors = [...ofMetadata, ...ofKind];
		return {
			outcome: "invalid",
			name: text$1(view, fields.name),
			errors,
			unknownFields
		};
	}
	const basis = {
		apiVersion: kind.apiVersion,
		meta: decodeMetadata(view, root, fields, kind.scope),
		origin: at
	};
	return {
		outcome: "object",
		object: kind.decode(view, root, basis),
		unknownFields
	};
}
/** Where an object is pointed at: at its kind rather than at all its lines. */
function placeOfObject(view, root) {
	const kind = field$1(view, root, "kind");
	if (kind !== 0) return place$1(view, kind);
	const first = view.tree.kind(root) === "mapping" ? view.tree.first(root) : 0;
	return first === 0 ? place$1(view, root) : {
		start: view.tree.keyStart(first),
		end: view.tree.keyEnd(first)
	};
}
/** The server's words for an object that can not be decoded. */
function undecodableMessage(kind, error) {
	const version = kind.apiVersion.slice(kind.apiVersion.indexOf("/") + 1);
	return `${kind.kind} in version ${quoted(version)} cannot be handled as a ${kind.kind}: ${error}`;
}
/** The server's words for fields that validation refuses. */
function invalidMessage(kind, name, errors) {
	const group = kind.apiVersion.includes("/") ? `.${kind.apiVersion.slice(0, kind.apiVersion.indexOf("/"))}` : "";
	const texts = errors.map(({ field: path, body }) => `${path}: ${body}`);
	const list = texts.length === 1 ? texts[0] ?? "" : `[${texts.join(", ")}]`;
	return `${kind.kind}${group} ${quoted(name)} is invalid: ${list}`;
}
function writtenType({ tree }, root) {
	return {
		apiVersion: stringField(tree, root, "apiVersion"),
		kind: stringField(tree, root, "kind")
	};
}
function stringField(tree, root, name) {
	const node = writtenField(tree, root, name);
	return node !== 0 && tree.kind(node) === "string" ? tree.scalar(node) : void 0;
}
//#endregion
//#region packages/parser/src/objects/access-objects.ts
function decodeRole(view, root, basis, kind) {
	const rules = itemsAs(view, field$1(view, root, "rules"), decodeRule);
	const aggregation = kind === "ClusterRole" ? field$1(view, root, "aggregationRule") : 0;
	const { apiVersion, meta, origin } = basis;
	return {
		kind,
		apiVersion,
		meta,
		origin,
		rules,
		aggregation: aggregation === 0 ? void 0 : decodeAggregation(view, aggregation)
	};
}
function decodeRule(view, rule) {
	return {
		origin: origin(view, rule),
		verbs: texts$1(view, field$1(view, rule, "verbs")),
		apiGroups: texts$1(view, field$1(view, rule, "apiGroups")),
		resources: texts$1(view, field$1(view, rule, "resources")),
		resourceNames: texts$1(view, field$1(view, rule, "resourceNames")),
		nonResourceURLs: texts$1(view, field$1(view, rule, "nonResourceURLs"))
	};
}
function decodeAggregation(view, aggregation) {
	const selectors = [];
	for (const selector of itemsOf(view, field$1(view, aggregation, "clusterRoleSelectors"))) {
		const matchLabels = /* @__PURE__ */ new Map();
		for (const entry of itemsOf(view, field$1(view, selector, "matchLabels"))) matchLabels.set(view.tree.key(entry), text$1(view, entry));
		const matchExpressions = [];
		for (const requirement of itemsOf(view, field$1(view, selector, "matchExpressions"))) {
			const decoded = decodeRequirement(view, requirement);
			if (decoded !== void 0) matchExpressions.push(decoded);
		}
		selectors.push({
			matchLabels,
			matchExpressions
		});
	}
	return {
		origin: origin(view, aggregation),
		selectors
	};
}
/** Undefined for operators that validation refuses. */
function decodeRequirement(view, requirement) {
	const key = text$1(view, field$1(view, requirement, "key"));
	const values = [];
	for (const value of itemsOf(view, field$1(view, requirement, "values"))) values.push(text$1(view, value));
	const operator = text$1(view, field$1(view, requirement, "operator"));
	switch (operator) {
		case "In":
		case "NotIn":
		case "Exists":
		case "DoesNotExist": return {
			key,
			operator,
			values
		};
		default: return;
	}
}
function decodeBinding(view, root, basis, kind) {
	const subjects = itemsAs(view, field$1(view, root, "subjects"), decodeSubject);
	const { apiVersion, meta, origin } = basis;
	return {
		kind,
		apiVersion,
		meta,
		origin,
		roleRef: decodeRoleRef$1(view, field$1(view, root, "roleRef")),
		subjects
	};
}
function decodeRoleRef$1(view, roleRef) {
	const kind = field$1(view, roleRef, "kind");
	const value = text$1(view, kind) === "Role" ? "Role" : "ClusterRole";
	return {
		origin: origin(view, roleRef),
		kind: {
			value,
			origin: origin(view, kind)
		},
		name: locatedText(view, field$1(view, roleRef, "name"))
	};
}
/** A subject of a kind that validation has let through. */
function decodeSubject(view, subject) {
	const kind = text$1(view, field$1(view, subject, "kind"));
	const at = origin(view, subject);
	const name = locatedText(view, field$1(view, subject, "name"));
	if (kind !== "ServiceAccount") return {
		kind: kind === "Group" ? "Group" : "User",
		origin: at,
		name
	};
	return {
		kind,
		origin: at,
		name,
		namespace: writtenText(view, field$1(view, subject, "namespace"))
	};
}
//#endregion
//#region packages/parser/src/objects/access-validation.ts
const accessGroup$1 = "rbac.authorization.k8s.io";
/**
* What pkg/apis/rbac/validation/validation.go of Kubernetes refuses in roles, in the server's order: since 1.37 the
* plain "is required" errors come from declarative validation and stand after all others.
*/
function roleErrors(view, root, kind) {
	const errors = [];
	const declarative = [];
	let index = 0;
	for (let rule = firstItem(view, field$1(view, root, "rules")); rule !== 0; rule = view.tree.next(rule)) ruleErrors(view, rule, `rules[${index++}]`, kind, errors, declarative);
	if (kind === "ClusterRole") aggregationErrors(view, field$1(view, root, "aggregationRule"), errors);
	return declarative.length === 0 ? errors : [...errors, ...declarative];
}
function ruleErrors(view, rule, path, kind, errors, declarative) {
	const verbs = field$1(view, rule, "verbs");
	const apiGroups = field$1(view, rule, "apiGroups");
	const resources = field$1(view, rule, "resources");
	const urls = field$1(view, rule, "nonResourceURLs");
	const here = place$1(view, rule);
	const at = (node) => node === 0 ? here : place$1(view, node);
	if (isEmptyList(view, verbs)) declarative.push(required(`${path}.verbs`, at(verbs)));
	if (!isEmptyList(view, urls)) {
		const written = [...itemsOf(view, urls)].map((url) => text$1(view, url));
		const refuse = (detail) => {
			errors.push(invalid$1(`${path}.nonResourceURLs`, at(urls), written, detail));
		};
		if (kind === "Role") refuse("namespaced rules cannot apply to non-resource URLs");
		if ([
			apiGroups,
			resources,
			field$1(view, rule, "resourceNames")
		].some((list) => !isEmptyList(view, list))) refuse("rules cannot apply to both regular resources and non-resource URLs");
		return;
	}
	if (isEmptyList(view, apiGroups)) errors.push(required(`${path}.apiGroups`, at(apiGroups), "resource rules must supply at least one api group"));
	if (isEmptyList(view, resources)) errors.push(required(`${path}.resources`, at(resources), "resource rules must supply at least one resource"));
}
function aggregationErrors(view, aggregation, errors) {
	if (aggregation === 0) return;
	const path = "aggregationRule.clusterRoleSelectors";
	const selectors = field$1(view, aggregation, "clusterRoleSelectors");
	if (isEmptyList(view, selectors)) errors.push(required(path, place$1(view, selectors === 0 ? aggregation : selectors), "at least one clusterRoleSelector required if aggregationRule is non-nil"));
	let index = 0;
	for (const selector of itemsOf(view, selectors)) selectorErrors(view, selector, `${path}[${index++}]`, errors);
}
/** metav1/validation: ValidateLabelSelector; what it refuses can not be converted either, so the server says it twice. */
function selectorErrors(view, selector, path, errors) {
	const before = errors.length;
	mapErrors(view, field$1(view, selector, "matchLabels"), `${path}.matchLabels`, errors);
	let index = 0;
	for (const requirement of itemsOf(view, field$1(view, selector, "matchExpressions"))) requirementErrors(view, requirement, `${path}.matchExpressions[${index++}]`, errors);
	if (errors.length > before) errors.push(invalidNull(path, place$1(view, selector), "invalid label selector."));
}
function requirementErrors(view, requirement, path, errors) {
	const here = place$1(view, requirement);
	const keyNode = field$1(view, requirement, "key");
	const operatorNode = field$1(view, requirement, "operator");
	const values = field$1(view, requirement, "values");
	const at = (node) => node === 0 ? here : place$1(view, node);
	const operator = text$1(view, operatorNode);
	switch (operator) {
		case "In":
		case "NotIn":
			if (isEmptyList(view, values)) errors.push(required(`${path}.values`, at(values), "must be specified when `operator` is 'In' or 'NotIn'"));
			break;
		case "Exists":
		case "DoesNotExist":
			if (!isEmptyList(view, values)) errors.push(forbidden(`${path}.values`, at(values), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
			break;
		default: errors.push(invalid$1(`${path}.operator`, at(operatorNode), operator, "not a valid selector operator"));
	}
	const key = text$1(view, keyNode);
	for (const problem of labelKeyProblems(key)) errors.push(invalid$1(`${path}.key`, at(keyNode), key, problem));
	let index = 0;
	for (const value of itemsOf(view, values)) {
		for (const problem of labelValueProblems(text$1(view, value))) errors.push(invalid$1(`${path}.values[${index}]`, place$1(view, value), text$1(view, value), problem));
		index++;
	}
}
/** What pkg/apis/rbac/validation/validation.go refuses in bindings; order as in `roleErrors`. */
function bindingErrors(view, root, kind, objectPlace) {
	const errors = [];
	const declarative = [];
	const roleRef = field$1(view, root, "roleRef");
	const here = roleRef === 0 ? objectPlace : place$1(view, roleRef);
	const at = (node) => node === 0 ? here : place$1(view, node);
	const groupNode = field$1(view, roleRef, "apiGroup");
	const group = text$1(view, groupNode);
	if (group !== "" && group !== accessGroup$1) errors.push(unsupported("roleRef.apiGroup", at(groupNode), group, [accessGroup$1]));
	const kindNode = field$1(view, roleRef, "kind");
	const kinds = kind === "RoleBinding" ? ["Role", "ClusterRole"] : ["ClusterRole"];
	if (!kinds.includes(text$1(view, kindNode))) errors.push(unsupported("roleRef.kind", at(kindNode), text$1(view, kindNode), kinds));
	const nameNode = field$1(view, roleRef, "name");
	const name = text$1(view, nameNode);
	if (name === "") declarative.push(required("roleRef.name", at(nameNode)));
	for (const problem of pathSegmentProblems(name)) errors.push(invalid$1("roleRef.name", at(nameNode), name, problem));
	let index = 0;
	for (let item = firstItem(view, field$1(view, root, "subjects")); item !== 0; item = view.tree.next(item)) subjectErrors(view, item, `subjects[${index++}]`, kind, errors, declarative);
	return declarative.length === 0 ? errors : [...errors, ...declarative];
}
function subjectErrors(view, subject, path, bindingKind, errors, declarative) {
	const here = place$1(view, subject);
	const at = (node) => node === 0 ? here : place$1(view, node);
	const kindNode = field$1(view, subject, "kind");
	const nameNode = field$1(view, subject, "name");
	const groupNode = field$1(view, subject, "apiGroup");
	const namespaceNode = field$1(view, subject, "namespace");
	const kind = text$1(view, kindNode);
	const name = text$1(view, nameNode);
	const group = text$1(view, groupNode);
	if (name === "") declarative.push(required(`${path}.name`, at(nameNode)));
	switch (kind) {
		case "ServiceAccount":
			if (name !== "") for (const problem of subdomainProblems(name)) errors.push(invalid$1(`${path}.name`, at(nameNode), name, problem));
			if (group !== "") errors.push(unsupported(`${path}.apiGroup`, at(groupNode), group, [""]));
			if (bindingKind === "ClusterRoleBinding" && text$1(view, namespaceNode) === "") errors.push(required(`${path}.namespace`, at(namespaceNode)));
			break;
		case "User":
		case "Group":
			if (group !== "" && group !== accessGroup$1) errors.push(unsupported(`${path}.apiGroup`, at(groupNode), group, [accessGroup$1]));
			break;
		default: errors.push(unsupported(`${path}.kind`, at(kindNode), kind, [
			"ServiceAccount",
			"User",
			"Group"
		]));
	}
}
function isEmptyList({ tree }, node) {
	return node === 0 || tree.first(node) === 0;
}
//#endregion
//#region packages/parser/src/objects/core-objects.ts
function decodeServiceAccount(view, root, basis) {
	const secrets = [];
	for (const reference of itemsOf(view, field$1(view, root, "secrets"))) {
		const name = writtenText(view, field$1(view, reference, "name"));
		if (name !== void 0) secrets.push(name);
	}
	const automountServiceAccountToken = flag(view, field$1(view, root, "automountServiceAccountToken"));
	const { apiVersion, meta, origin } = basis;
	return {
		kind: "ServiceAccount",
		apiVersion,
		meta,
		origin,
		secrets,
		automountServiceAccountToken
	};
}
function decodeNamespace(_view, _root, basis) {
	return {
		kind: "Namespace",
		...basis
	};
}
/** A namespace gets its name as a label (core/v1 SetDefaults_Namespace), so the name must be a label value as well. */
function namespaceErrors(view, root) {
	const name = fieldAt(view, root, "metadata", "name");
	return labelValueProblems(text$1(view, name)).flatMap((problem) => problem.startsWith("must be no more") ? [invalid$1("metadata.labels", place$1(view, name), text$1(view, name), problem)] : []);
}
const tokenType = "kubernetes.io/service-account-token";
/** The type, the names of the keys, and whom a token stands for. No value leaves this function. */
function decodeSecret(view, root, basis) {
	const type = writtenText(view, field$1(view, root, "type")) ?? {
		value: "Opaque",
		origin: basis.origin
	};
	const keys = [];
	for (const values of ["data", "stringData"]) for (const entry of itemsOf(view, field$1(view, root, values))) {
		const at = keyPlace(view, entry);
		keys.push({
			value: view.tree.key(entry),
			origin: textOrigin(view.source, at.start, at.end)
		});
	}
	const { apiVersion, meta, origin } = basis;
	return {
		kind: "Secret",
		apiVersion,
		meta,
		origin,
		type,
		keys,
		tokenClaims: legacyTokenClaims(view, root)
	};
}
/** pkg/apis/core/validation: ValidateSecret, for the one type that access depends on. */
function secretErrors(view, root, objectPlace) {
	const type = field$1(view, root, "type");
	if (text$1(view, type) !== tokenType) return [];
	if (text$1(view, fieldAt(view, root, "metadata", "annotations", "kubernetes.io/service-account.name")) !== "") return [];
	return [required("metadata.annotations[kubernetes.io/service-account.name]", type === 0 ? objectPlace : place$1(view, type))];
}
function legacyTokenClaims(view, root) {
	const plain = fieldAt(view, root, "stringData", "token");
	const encoded = fieldAt(view, root, "data", "token");
	const entry = plain === 0 ? encoded : plain;
	if (entry === 0) return void 0;
	const written = text$1(view, entry);
	const claims = readLegacyTokenClaims(plain === 0 ? Buffer.from(written, "base64").toString("utf8") : written);
	if (claims === void 0) return void 0;
	const at = keyPlace(view, entry);
	return {
		origin: textOrigin(view.source, at.start, at.end),
		...claims
	};
}
function decodeCertificateSigningRequest(view, root, basis) {
	const signerName = writtenText(view, fieldAt(view, root, "spec", "signerName"));
	return {
		kind: "CertificateSigningRequest",
		...basis,
		signerName
	};
}
/** OpenShift's Group. */
function decodeUserGroup(view, root, basis) {
	return {
		kind: "Group",
		...basis,
		users: texts$1(view, field$1(view, root, "users"))
	};
}
//#endregion
//#region packages/parser/src/objects/node-objects.ts
/** A PersistentVolume with the Secrets that a kubelet may see (pkg/api/v1/persistentvolume/util.go: VisitPVSecretNames). */
function decodePersistentVolume(view, root, basis) {
	const spec = field$1(view, root, "spec");
	const claimRef = field$1(view, spec, "claimRef");
	if (claimRef === 0) return {
		kind: "PersistentVolume",
		...basis,
		claim: void 0,
		secrets: []
	};
	const namespace = text$1(view, field$1(view, claimRef, "namespace"));
	const claim = {
		namespace,
		name: locatedText(view, field$1(view, claimRef, "name"))
	};
	return {
		kind: "PersistentVolume",
		...basis,
		claim,
		secrets: secretsOf(view, spec, namespace)
	};
}
/** Volume types whose Secret is in the claim's namespace where they do not say another. */
const inClaimNamespace = [
	"cephfs",
	"flexVolume",
	"rbd",
	"scaleIO",
	"iscsi"
];
/** Where those say it that always do. */
const withOwnNamespace = [
	["cinder", "secretRef"],
	["storageos", "secretRef"],
	["csi", "nodePublishSecretRef"],
	["csi", "nodeStageSecretRef"]
];
function secretsOf(view, spec, claimNamespace) {
	const secrets = [];
	const add = (name, namespace) => {
		const written = writtenText(view, name);
		if (written !== void 0) secrets.push({
			namespace,
			name: written
		});
	};
	const azureFile = field$1(view, spec, "azureFile");
	add(field$1(view, azureFile, "secretName"), text$1(view, field$1(view, azureFile, "secretNamespace")) || claimNamespace);
	for (const type of inClaimNamespace) {
		const reference = fieldAt(view, spec, type, "secretRef");
		add(field$1(view, reference, "name"), text$1(view, field$1(view, reference, "namespace")) || claimNamespace);
	}
	for (const path of withOwnNamespace) {
		const reference = fieldAt(view, spec, ...path);
		add(field$1(view, reference, "name"), text$1(view, field$1(view, reference, "namespace")));
	}
	return secrets;
}
function decodeVolumeAttachment(view, root, basis) {
	return {
		kind: "VolumeAttachment",
		...basis,
		nodeName: nodeNameOf(view, root)
	};
}
function decodeResourceSlice(view, root, basis) {
	const nodeName = basis.apiVersion === "resource.k8s.io/v1alpha2" ? writtenText(view, field$1(view, root, "nodeName")) : nodeNameOf(view, root);
	return {
		kind: "ResourceSlice",
		...basis,
		nodeName
	};
}
function decodePodCertificateRequest(view, root, basis) {
	return {
		kind: "PodCertificateRequest",
		...basis,
		nodeName: nodeNameOf(view, root)
	};
}
function nodeNameOf(view, root) {
	return writtenText(view, fieldAt(view, root, "spec", "nodeName"));
}
//#endregion
//#region packages/parser/src/objects/go-types.ts
const string = {
	shape: "string",
	name: "string"
};
const bool = {
	shape: "bool",
	name: "bool"
};
const int32 = {
	shape: "int32",
	name: "int32"
};
const int64 = {
	shape: "int64",
	name: "int64"
};
/** base64 in JSON. */
const bytes = {
	shape: "bytes",
	name: "[]uint8"
};
/** `metav1.Time`: RFC 3339. */
const time = {
	shape: "time",
	name: "string"
};
const anything = {
	shape: "anything",
	name: "interface {}"
};
/** A string type of its own, such as `types.UID`. */
function namedString(name) {
	return {
		shape: "string",
		name
	};
}
function slice(item) {
	return {
		shape: "slice",
		name: `[]${item.name}`,
		item
	};
}
function mapOf(value) {
	return {
		shape: "map",
		name: `map[string]${value.name}`,
		value
	};
}
/** A struct whose fields are all listed. */
function struct(name, fields) {
	const list = Object.entries(fields).map(([field, type]) => ({
		name: field,
		type
	}));
	return {
		shape: "struct",
		name,
		shortName: shortName$1(name),
		fields: list,
		complete: true
	};
}
/** A struct of which only the fields listed matter here; the others are neither checked nor unknown. */
function partialStruct(name, fields) {
	return {
		...struct(name, fields),
		complete: false
	};
}
function shortName$1(name) {
	return name.slice(name.lastIndexOf(".") + 1);
}
//#endregion
//#region packages/parser/src/objects/object-types.ts
const ownerReference = struct("v1.OwnerReference", {
	apiVersion: string,
	kind: string,
	name: string,
	uid: namedString("types.UID"),
	controller: bool,
	blockOwnerDeletion: bool
});
const managedFieldsEntry = struct("v1.ManagedFieldsEntry", {
	manager: string,
	operation: namedString("v1.ManagedFieldsOperationType"),
	apiVersion: string,
	time,
	fieldsType: string,
	fieldsV1: anything,
	subresource: string
});
/** apimachinery pkg/apis/meta/v1/types.go: ObjectMeta. */
const objectMeta = struct("v1.ObjectMeta", {
	name: string,
	generateName: string,
	namespace: string,
	selfLink: string,
	uid: namedString("types.UID"),
	resourceVersion: string,
	generation: int64,
	creationTimestamp: time,
	deletionTimestamp: time,
	deletionGracePeriodSeconds: int64,
	labels: mapOf(string),
	annotations: mapOf(string),
	ownerReferences: slice(ownerReference),
	finalizers: slice(string),
	managedFields: slice(managedFieldsEntry)
});
/** What every object has. */
const objectFields = {
	apiVersion: string,
	kind: string,
	metadata: objectMeta
};
const labelSelector = struct("v1.LabelSelector", {
	matchLabels: mapOf(string),
	matchExpressions: slice(struct("v1.LabelSelectorRequirement", {
		key: string,
		operator: namedString("v1.LabelSelectorOperator"),
		values: slice(string)
	}))
});
const policyRuleFields = {
	verbs: slice(string),
	apiGroups: slice(string),
	resources: slice(string),
	resourceNames: slice(string),
	nonResourceURLs: slice(string)
};
const policyRules = slice(struct("v1.PolicyRule", policyRuleFields));
const aggregationRule = struct("v1.AggregationRule", { clusterRoleSelectors: slice(labelSelector) });
const bindingFields = {
	subjects: slice(struct("v1.Subject", {
		kind: string,
		apiGroup: string,
		name: string,
		namespace: string
	})),
	roleRef: struct("v1.RoleRef", {
		apiGroup: string,
		kind: string,
		name: string
	})
};
/** k8s.io/api/rbac/v1/types.go. */
const role = struct("v1.Role", {
	...objectFields,
	rules: policyRules
});
const clusterRole = struct("v1.ClusterRole", {
	...objectFields,
	rules: policyRules,
	aggregationRule
});
const roleBinding = struct("v1.RoleBinding", {
	...objectFields,
	...bindingFields
});
const clusterRoleBinding = struct("v1.ClusterRoleBinding", {
	...objectFields,
	...bindingFields
});
const objectReference = struct("v1.ObjectReference", {
	kind: string,
	namespace: string,
	name: string,
	uid: namedString("types.UID"),
	apiVersion: string,
	resourceVersion: string,
	fieldPath: string
});
/** github.com/openshift/api authorization/v1/types.go. */
const openshiftRules = slice(struct("v1.PolicyRule", {
	...policyRuleFields,
	attributeRestrictions: anything
}));
const openshiftBindingFields = {
	userNames: slice(string),
	groupNames: slice(string),
	subjects: slice(objectReference),
	roleRef: objectReference
};
const openshiftRole = struct("v1.Role", {
	...objectFields,
	rules: openshiftRules
});
const openshiftClusterRole = struct("v1.ClusterRole", {
	...objectFields,
	rules: openshiftRules,
	aggregationRule
});
const openshiftRoleBinding = struct("v1.RoleBinding", {
	...objectFields,
	...openshiftBindingFields
});
const openshiftClusterRoleBinding = struct("v1.ClusterRoleBinding", {
	...objectFields,
	...openshiftBindingFields
});
/** github.com/openshift/api user/v1/types.go. */
const userGroup = struct("v1.Group", {
	...objectFields,
	users: slice(string)
});
/** k8s.io/api/core/v1/types.go. */
const serviceAccount = struct("v1.ServiceAccount", {
	...objectFields,
	secrets: slice(objectReference),
	imagePullSecrets: slice(struct("v1.LocalObjectReference", { name: string })),
	automountServiceAccountToken: bool
});
const secret = struct("v1.Secret", {
	...objectFields,
	immutable: bool,
	data: mapOf(bytes),
	stringData: mapOf(string),
	type: namedString("v1.SecretType")
});
const configMap = struct("v1.ConfigMap", {
	...objectFields,
	immutable: bool,
	data: mapOf(string),
	binaryData: mapOf(bytes)
});
const namespace = struct("v1.Namespace", {
	...objectFields,
	spec: struct("v1.NamespaceSpec", { finalizers: slice(namedString("v1.FinalizerName")) }),
	status: anything
});
/** k8s.io/api/certificates/v1/types.go. */
const certificateSigningRequest = struct("v1.CertificateSigningRequest", {
	...objectFields,
	spec: struct("v1.CertificateSigningRequestSpec", {
		request: bytes,
		signerName: string,
		expirationSeconds: int32,
		usages: slice(namedString("v1.KeyUsage")),
		username: string,
		uid: string,
		groups: slice(string),
		extra: mapOf(slice(string))
	}),
	status: anything
});
const secretReference = partialStruct("v1.SecretReference", {
	name: string,
	namespace: string
});
const withSecret = (name) => partialStruct(name, { secretRef: secretReference });
/** Of a PersistentVolume, what ties it to a claim and to Secrets. */
const persistentVolume = partialStruct("v1.PersistentVolume", {
	...objectFields,
	spec: partialStruct("v1.PersistentVolumeSpec", {
		claimRef: objectReference,
		azureFile: partialStruct("v1.AzureFilePersistentVolumeSource", {
			secretName: string,
			secretNamespace: string
		}),
		cephfs: withSecret("v1.CephFSPersistentVolumeSource"),
		cinder: withSecret("v1.CinderPersistentVolumeSource"),
		flexVolume: withSecret("v1.FlexPersistentVolumeSource"),
		rbd: withSecret("v1.RBDPersistentVolumeSource"),
		scaleIO: withSecret("v1.ScaleIOPersistentVolumeSource"),
		iscsi: withSecret("v1.ISCSIPersistentVolumeSource"),
		storageos: partialStruct("v1.StorageOSPersistentVolumeSource", { secretRef: objectReference }),
		csi: partialStruct("v1.CSIPersistentVolumeSource", {
			nodePublishSecretRef: secretReference,
			nodeStageSecretRef: secretReference
		})
	})
});
/** VolumeAttachment and its like: the node in `spec.nodeName`. */
function nodeObject(kind) {
	return partialStruct(`v1.${kind}`, {
		...objectFields,
		spec: partialStruct(`v1.${kind}Spec`, { nodeName: string })
	});
}
const envVar = partialStruct("v1.EnvVar", {
	name: string,
	value: string
});
const container = partialStruct("v1.Container", {
	name: string,
	image: string,
	command: slice(string),
	args: slice(string),
	workingDir: string,
	env: slice(envVar),
	volumeMounts: slice(partialStruct("v1.VolumeMount", {
		name: string,
		readOnly: bool,
		mountPath: string,
		subPath: string
	}))
});
const secretItems = slice(partialStruct("v1.KeyToPath", {
	key: string,
	path: string,
	mode: int32
}));
/** The part of PodSpec that says whose rights a pod has and what it runs; a pod has some hundred fields more. */
const podSpec = partialStruct("v1.PodSpec", {
	volumes: slice(partialStruct("v1.Volume", {
		name: string,
		secret: partialStruct("v1.SecretVolumeSource", {
			secretName: string,
			items: secretItems,
			defaultMode: int32,
			optional: bool
		}),
		projected: partialStruct("v1.ProjectedVolumeSource", { sources: slice(partialStruct("v1.VolumeProjection", {
			secret: partialStruct("v1.SecretProjection", {
				name: string,
				items: secretItems,
				optional: bool
			}),
			serviceAccountToken: partialStruct("v1.ServiceAccountTokenProjection", {
				audience: string,
				expirationSeconds: int64,
				path: string
			})
		})) })
	})),
	initContainers: slice(container),
	containers: slice(container),
	nodeSelector: mapOf(string),
	serviceAccountName: string,
	serviceAccount: string,
	automountServiceAccountToken: bool,
	nodeName: string,
	hostNetwork: bool,
	hostPID: bool,
	hostIPC: bool,
	securityContext: partialStruct("v1.PodSecurityContext", {
		runAsUser: int64,
		runAsGroup: int64,
		runAsNonRoot: bool
	}),
	imagePullSecrets: slice(partialStruct("v1.LocalObjectReference", { name: string })),
	hostname: string,
	priorityClassName: string
});
const podTemplateSpec = partialStruct("v1.PodTemplateSpec", {
	metadata: objectMeta,
	spec: podSpec
});
const pod = partialStruct("v1.Pod", {
	...objectFields,
	spec: podSpec
});
const podTemplate = partialStruct("v1.PodTemplate", {
	...objectFields,
	template: podTemplateSpec
});
/** Deployment and its like: the pod template in `spec.template`. */
function templatedWorkload(kind) {
	return partialStruct(`v1.${kind}`, {
		...objectFields,
		spec: partialStruct(`v1.${kind}Spec`, { template: podTemplateSpec })
	});
}
const cronJob = partialStruct("v1.CronJob", {
	...objectFields,
	spec: partialStruct("v1.CronJobSpec", { jobTemplate: partialStruct("v1.JobTemplateSpec", {
		metadata: objectMeta,
		spec: partialStruct("v1.JobSpec", { template: podTemplateSpec })
	}) })
});
//#endregion
//#region packages/parser/src/objects/openshift-objects.ts
/**
* A binding of authorization.openshift.io, as OpenShift's server turns it into one of RBAC
* (openshift-apiserver pkg/authorization/apis/authorization/rbacconversion): `userNames` and `groupNames`, where there
* are any, replace `subjects`; a reference without a namespace is to a ClusterRole.
*/
function decodeOpenshiftBinding(view, root, basis, kind) {
	const users = texts$1(view, field$1(view, root, "userNames"));
	const groups = texts$1(view, field$1(view, root, "groupNames"));
	const subjects = users.length + groups.length > 0 ? [...users.map(userSubject), ...groups.map(groupSubject)] : referencedSubjects(view, field$1(view, root, "subjects"));
	return {
		kind,
		...basis,
		roleRef: decodeRoleRef(view, field$1(view, root, "roleRef")),
		subjects
	};
}
function openshiftBindingErrors(view, root, objectPlace) {
	const roleRef = field$1(view, root, "roleRef");
	if (text$1(view, field$1(view, roleRef, "name")) !== "") return [];
	return [required("roleRef.name", roleRef === 0 ? objectPlace : place$1(view, roleRef))];
}
const serviceAccountUser = /^system:serviceaccount:([^:]+):([^:]+)$/;
function userSubject(user) {
	const [, namespace, name] = serviceAccountUser.exec(user.value) ?? [];
	if (namespace === void 0 || name === void 0) return {
		kind: "User",
		origin: user.origin,
		name: user
	};
	return {
		kind: "ServiceAccount",
		origin: user.origin,
		name: {
			value: name,
			origin: user.origin
		},
		namespace: {
			value: namespace,
			origin: user.origin
		}
	};
}
function groupSubject(group) {
	return {
		kind: "Group",
		origin: group.origin,
		name: group
	};
}
function referencedSubjects(view, list) {
	const subjects = [];
	for (const reference of itemsOf(view, list)) {
		const name = writtenText(view, field$1(view, reference, "name"));
		if (name === void 0) continue;
		const at = origin(view, reference);
		switch (text$1(view, field$1(view, reference, "kind"))) {
			case "ServiceAccount": {
				const namespace = writtenText(view, field$1(view, reference, "namespace"));
				subjects.push({
					kind: "ServiceAccount",
					origin: at,
					name,
					namespace
				});
				break;
			}
			case "User":
			case "SystemUser":
				subjects.push({
					...userSubject(name),
					origin: at
				});
				break;
			case "Group":
			case "SystemGroup":
				subjects.push({
					kind: "Group",
					origin: at,
					name
				});
				break;
			default:
		}
	}
	return subjects;
}
function decodeRoleRef(view, roleRef) {
	const isRole = text$1(view, field$1(view, roleRef, "namespace")) !== "" || text$1(view, field$1(view, roleRef, "kind")) === "Role";
	const kind = field$1(view, roleRef, "kind");
	const at = origin(view, roleRef);
	return {
		origin: at,
		kind: {
			value: isRole ? "Role" : "ClusterRole",
			origin: kind === 0 ? at : origin(view, kind)
		},
		name: writtenText(view, field$1(view, roleRef, "name")) ?? {
			value: "",
			origin: at
		}
	};
}
//#endregion
//#region packages/parser/src/objects/bound-pods.ts
/**
* What a Pod refers to that names its node; undefined for any other Pod, so that workloads cost nothing more.
*
* The same references as plugin/pkg/auth/authorizer/node/graph.go: AddPod finds, with pkg/api/v1/pod/util.go:
* VisitPodSecretNames and VisitPodConfigmapNames.
*/
function decodeBoundPod(view, root, spec, meta) {
	const nodeName = writtenText(view, field$1(view, spec, "nodeName"));
	if (nodeName === void 0) return void 0;
	const found = {
		secrets: [],
		configMaps: [],
		persistentVolumeClaims: [],
		resourceClaims: []
	};
	for (const reference of itemsOf(view, field$1(view, spec, "imagePullSecrets"))) addName(view, found.secrets, field$1(view, reference, "name"));
	for (const list of [
		"initContainers",
		"containers",
		"ephemeralContainers"
	]) for (const container of itemsOf(view, field$1(view, spec, list))) addOfContainer(view, container, found);
	for (const volume of itemsOf(view, field$1(view, spec, "volumes"))) addOfVolume(view, volume, meta, found);
	addResourceClaims(view, root, spec, found.resourceClaims);
	return {
		nodeName,
		...found
	};
}
function addName(view, names, node) {
	const name = writtenText(view, node);
	if (name !== void 0) names.push(name);
}
function addOfContainer(view, container, { secrets, configMaps }) {
	for (const variable of itemsOf(view, field$1(view, container, "env"))) {
		const from = field$1(view, variable, "valueFrom");
		addName(view, secrets, fieldAt(view, from, "secretKeyRef", "name"));
		addName(view, configMaps, fieldAt(view, from, "configMapKeyRef", "name"));
	}
	for (const source of itemsOf(view, field$1(view, container, "envFrom"))) {
		addName(view, secrets, fieldAt(view, source, "secretRef", "name"));
		addName(view, configMaps, fieldAt(view, source, "configMapRef", "name"));
	}
}
/** Where the volume types of a Pod name a Secret. */
const secretPaths = [
	["secret", "secretName"],
	["azureFile", "secretName"],
	[
		"cephfs",
		"secretRef",
		"name"
	],
	[
		"cinder",
		"secretRef",
		"name"
	],
	[
		"flexVolume",
		"secretRef",
		"name"
	],
	[
		"rbd",
		"secretRef",
		"name"
	],
	[
		"scaleIO",
		"secretRef",
		"name"
	],
	[
		"iscsi",
		"secretRef",
		"name"
	],
	[
		"storageos",
		"secretRef",
		"name"
	],
	[
		"csi",
		"nodePublishSecretRef",
		"name"
	]
];
function addOfVolume(view, volume, meta, found) {
	for (const path of secretPaths) addName(view, found.secrets, fieldAt(view, volume, ...path));
	addName(view, found.configMaps, fieldAt(view, volume, "configMap", "name"));
	for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
		addName(view, found.secrets, fieldAt(view, source, "secret", "name"));
		addName(view, found.configMaps, fieldAt(view, source, "configMap", "name"));
	}
	addName(view, found.persistentVolumeClaims, fieldAt(view, volume, "persistentVolumeClaim", "claimName"));
	const ephemeral = field$1(view, volume, "ephemeral");
	if (ephemeral !== 0 && !meta.generated) {
		const value = `${meta.name.value}-${text$1(view, field$1(view, volume, "name"))}`;
		found.persistentVolumeClaims.push({
			value,
			origin: origin(view, ephemeral)
		});
	}
}
/** k8s.io/dynamic-resource-allocation/resourceclaim: Name. A claim made from a template has its name in the status. */
function addResourceClaims(view, root, spec, names) {
	const status = field$1(view, root, "status");
	for (const claim of itemsOf(view, field$1(view, spec, "resourceClaims"))) {
		const direct = field$1(view, claim, "resourceClaimName");
		if (direct !== 0) addName(view, names, direct);
		else addName(view, names, claimInStatus(view, status, text$1(view, field$1(view, claim, "name"))));
	}
	addName(view, names, fieldAt(view, status, "extendedResourceClaimStatus", "resourceClaimName"));
}
function claimInStatus(view, status, name) {
	for (const made of itemsOf(view, field$1(view, status, "resourceClaimStatuses"))) if (text$1(view, field$1(view, made, "name")) === name) return field$1(view, made, "resourceClaimName");
	return 0;
}
//#endregion
//#region packages/parser/src/objects/workloads.ts
/** Where the pod spec of each kind stands. */
const podSpecPaths = {
	Pod: ["spec"],
	PodTemplate: ["template", "spec"],
	CronJob: [
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	]
};
const templatedPath = [
	"spec",
	"template",
	"spec"
];
/** The pod spec of a workload, 0 where it has none. */
function podSpecOf(view, root, kind) {
	return fieldAt(view, root, ...podSpecPaths[kind] ?? templatedPath);
}
function decodeWorkload(view, root, basis, kind) {
	const spec = podSpecOf(view, root, kind);
	const { apiVersion, meta, origin } = basis;
	const workload = {
		kind: "Workload",
		apiVersion,
		meta,
		origin,
		resourceKind: kind,
		pod: decodePod(view, spec, basis)
	};
	const boundPod = kind === "Pod" ? decodeBoundPod(view, root, spec, basis.meta) : void 0;
	return boundPod === void 0 ? workload : {
		...workload,
		boundPod
	};
}
function decodePod(view, spec, basis) {
	const serviceAccount = writtenText(view, field$1(view, spec, "serviceAccount"));
	const { secretVolumes, projectedTokens } = volumesOf(view, spec);
	return {
		origin: spec === 0 ? basis.origin : origin(view, spec),
		serviceAccountName: writtenText(view, field$1(view, spec, "serviceAccountName")) ?? serviceAccount,
		automountServiceAccountToken: flag(view, field$1(view, spec, "automountServiceAccountToken")),
		secretVolumes,
		...serviceAccount === void 0 ? void 0 : { deprecatedServiceAccount: serviceAccount },
		...projectedTokens.length === 0 ? void 0 : { projectedTokens }
	};
}
const none = [];
function volumesOf(view, spec) {
	const volumes = field$1(view, spec, "volumes");
	if (volumes === 0) return {
		secretVolumes: none,
		projectedTokens: none
	};
	const secretVolumes = [];
	const projectedTokens = [];
	for (const volume of itemsOf(view, volumes)) {
		const direct = writtenText(view, fieldAt(view, volume, "secret", "secretName"));
		if (direct !== void 0) secretVolumes.push(direct);
		for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
			const projected = writtenText(view, fieldAt(view, source, "secret", "name"));
			if (projected !== void 0) secretVolumes.push(projected);
			const token = field$1(view, source, "serviceAccountToken");
			if (token !== 0) projectedTokens.push(projectedToken(view, spec, volume, token));
		}
	}
	return {
		secretVolumes,
		projectedTokens
	};
}
function projectedToken(view, spec, volume, token) {
	const name = text$1(view, field$1(view, volume, "name"));
	return {
		origin: origin(view, token),
		volume: name,
		audience: writtenText(view, field$1(view, token, "audience")),
		expirationSeconds: writtenNumber(view, field$1(view, token, "expirationSeconds")),
		mountedBy: containersThatMount(view, spec, name)
	};
}
function containersThatMount(view, spec, volume) {
	return ["initContainers", "containers"].flatMap((list) => itemsOf(view, field$1(view, spec, list)).flatMap((container) => {
		return itemsOf(view, field$1(view, container, "volumeMounts")).some((mount) => text$1(view, field$1(view, mount, "name")) === volume) ? [locatedText(view, field$1(view, container, "name"))] : [];
	}));
}
function writtenNumber(view, node) {
	if (node === 0) return void 0;
	const value = Number(view.tree.scalar(node));
	return Number.isFinite(value) ? {
		value,
		origin: origin(view, node)
	} : void 0;
}
//#endregion
//#region packages/parser/src/objects/object-kinds.ts
const rbac = "rbac.authorization.k8s.io/v1";
const openshift = "authorization.openshift.io/v1";
const accessKind$1 = {
	nameProblems: pathSegmentProblems,
	ofAccess: true,
	reportsUnknownFields: true
};
const coreKind = {
	apiVersion: "v1",
	nameProblems: subdomainProblems,
	reportsUnknownFields: false
};
const noErrors = () => [];
function roleKind(apiVersion, kind, type) {
	return {
		...accessKind$1,
		kind,
		apiVersion,
		type,
		scope: kind === "Role" ? "namespaced" : "cluster",
		errors: (view, root) => roleErrors(view, root, kind),
		decode: (view, root, basis) => decodeRole(view, root, basis, kind)
	};
}
function bindingKind(kind, type) {
	return {
		...accessKind$1,
		kind,
		apiVersion: rbac,
		type,
		scope: kind === "RoleBinding" ? "namespaced" : "cluster",
		errors: (view, root, objectPlace) => bindingErrors(view, root, kind, objectPlace),
		decode: (view, root, basis) => decodeBinding(view, root, basis, kind)
	};
}
function openshiftBindingKind(kind, type) {
	return {
		...bindingKind(kind, type),
		apiVersion: openshift,
		errors: openshiftBindingErrors,
		decode: (view, root, basis) => decodeOpenshiftBinding(view, root, basis, kind)
	};
}
function workloadKind(apiVersion, kind, type) {
	return {
		kind,
		apiVersion,
		type,
		scope: "namespaced",
		nameProblems: subdomainProblems,
		ofAccess: false,
		reportsUnknownFields: false,
		errors: noErrors,
		decode: (view, root, basis) => decodeWorkload(view, root, basis, kind)
	};
}
/** Objects that tie other objects to nodes: the Node authorizer goes by them. */
function nodeKind(apiVersion, kind, scope, decode, type = nodeObject(kind)) {
	return {
		kind,
		apiVersion,
		type,
		scope,
		nameProblems: subdomainProblems,
		ofAccess: false,
		reportsUnknownFields: false,
		errors: noErrors,
		decode
	};
}
/**
* Workloads by API version, the old ones of `extensions` and the betas as well: no server of today accepts those, but
* all that follows from a workload is that somebody means to run it, and as whom.
*/
const workloadKinds = {
	v1: ["ReplicationController"],
	"apps/v1": [
		"Deployment",
		"ReplicaSet",
		"StatefulSet",
		"DaemonSet"
	],
	"apps/v1beta1": ["Deployment", "StatefulSet"],
	"apps/v1beta2": [
		"Deployment",
		"ReplicaSet",
		"StatefulSet",
		"DaemonSet"
	],
	"extensions/v1beta1": [
		"Deployment",
		"ReplicaSet",
		"DaemonSet"
	],
	"batch/v1": ["Job"],
	"apps.openshift.io/v1": ["DeploymentConfig"]
};
const objectKinds = [
	roleKind(rbac, "Role", role),
	roleKind(rbac, "ClusterRole", clusterRole),
	bindingKind("RoleBinding", roleBinding),
	bindingKind("ClusterRoleBinding", clusterRoleBinding),
	roleKind(openshift, "Role", openshiftRole),
	roleKind(openshift, "ClusterRole", openshiftClusterRole),
	openshiftBindingKind("RoleBinding", openshiftRoleBinding),
	openshiftBindingKind("ClusterRoleBinding", openshiftClusterRoleBinding),
	{
		...accessKind$1,
		kind: "Group",
		apiVersion: "user.openshift.io/v1",
		type: userGroup,
		scope: "cluster",
		errors: noErrors,
		decode: decodeUserGroup
	},
	{
		...coreKind,
		kind: "ServiceAccount",
		type: serviceAccount,
		scope: "namespaced",
		ofAccess: true,
		errors: noErrors,
		decode: decodeServiceAccount
	},
	{
		...coreKind,
		kind: "Secret",
		type: secret,
		scope: "namespaced",
		ofAccess: true,
		errors: secretErrors,
		decode: decodeSecret
	},
	{
		...coreKind,
		kind: "Namespace",
		type: namespace,
		scope: "cluster",
		nameProblems: labelNameProblems,
		ofAccess: false,
		errors: namespaceErrors,
		decode: decodeNamespace
	},
	{
		kind: "CertificateSigningRequest",
		apiVersion: "certificates.k8s.io/v1",
		type: certificateSigningRequest,
		scope: "cluster",
		nameProblems: pathSegmentProblems,
		ofAccess: false,
		reportsUnknownFields: false,
		errors: noErrors,
		decode: decodeCertificateSigningRequest
	},
	nodeKind("v1", "PersistentVolume", "cluster", decodePersistentVolume, persistentVolume),
	nodeKind("storage.k8s.io/v1", "VolumeAttachment", "cluster", decodeVolumeAttachment),
	...[
		"v1",
		"v1beta2",
		"v1beta1",
		"v1alpha3",
		"v1alpha2"
	].map((version) => nodeKind(`resource.k8s.io/${version}`, "ResourceSlice", "cluster", decodeResourceSlice)),
	...[
		"v1",
		"v1beta1",
		"v1alpha1"
	].map((version) => nodeKind(`certificates.k8s.io/${version}`, "PodCertificateRequest", "namespaced", decodePodCertificateRequest)),
	workloadKind("v1", "Pod", pod),
	workloadKind("v1", "PodTemplate", podTemplate),
	workloadKind("batch/v1", "CronJob", cronJob),
	workloadKind("batch/v1beta1", "CronJob", cronJob),
	...Object.entries(workloadKinds).flatMap(([apiVersion, kinds]) => kinds.map((kind) => workloadKind(apiVersion, kind, templatedWorkload(kind))))
];
const byVersionAndKind = /* @__PURE__ */ new Map();
for (const known of objectKinds) {
	const kinds = byVersionAndKind.get(known.apiVersion) ?? /* @__PURE__ */ new Map();
	kinds.set(known.kind, known);
	byVersionAndKind.set(known.apiVersion, kinds);
}
/** How objects of this kind are read; undefined for kinds that access does not depend on. */
function objectKind(apiVersion, kind) {
	return byVersionAndKind.get(apiVersion)?.get(kind);
}
function newArena() {
	return {
		cells: new Int32Array(512 * 8),
		count: 1
	};
}
function addNode(arena, form, start, end) {
	const node = arena.count++;
	const at = node * 8;
	if (at + 8 > arena.cells.length) {
		const larger = new Int32Array(arena.cells.length * 2);
		larger.set(arena.cells);
		arena.cells = larger;
	}
	const { cells } = arena;
	cells[at] = form;
	cells[at + 1] = start;
	cells[at + 2] = end;
	cells[at + 3] = 0;
	cells[at + 4] = 0;
	cells[at + 5] = 0;
	cells[at + 6] = 0;
	cells[at + 7] = 0;
	return node;
}
/** One integer of a node. */
function cell(arena, node, field) {
	return arena.cells[node * 8 + field] ?? 0;
}
function setCell(arena, node, field, value) {
	arena.cells[node * 8 + field] = value;
}
const NEL = 133;
const NINE = 57;
/** Space or tab. */
function isBlank(unit) {
	return unit === 32 || unit === 9;
}
/** A line break of YAML 1.1: also U+0085, U+2028 and U+2029, which YAML 1.2 and editors take for text. */
function isBreak(unit) {
	return unit < NEL ? unit === 10 || unit === 13 : unit === NEL || unit === 8232 || unit === 8233;
}
/** Line break or end of the text. */
function isBreakOrEnd(unit) {
	return unit < NEL ? unit === 10 || unit === 13 || unit === 0 : unit === NEL || unit === 8232 || unit === 8233;
}
/** Blank, line break or end of the text. */
function isBlankOrEnd(unit) {
	return unit <= 32 ? unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0 : unit >= NEL && (unit === NEL || unit === 8232 || unit === 8233);
}
function isDigit(unit) {
	return unit >= 48 && unit <= NINE;
}
function isHexDigit(unit) {
	return isDigit(unit) || unit >= 97 && unit <= 102 || unit >= 65 && unit <= 70;
}
function hexValue(unit) {
	return unit <= NINE ? unit - 48 : (unit | 32) - 87;
}
/** Letter, digit, `_` or `-`: what an anchor, a directive's name and a tag handle consist of. */
function isWord(unit) {
	return unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || isDigit(unit) || unit === 95 || unit === 45;
}
/** What ends a plain scalar inside `[ ]` and `{ }`; `?` is one of them for goyaml, unlike YAML 1.2. */
function isFlowIndicator(unit) {
	return unit === 44 || unit === 63 || unit === 91 || unit === 93 || unit === 123 || unit === 125;
}
/** White space of Go's unicode.IsSpace, which strings.TrimSpace and the JSON guess use. */
function isGoSpace(unit) {
	if (unit < 128) return unit === 32 || unit >= 9 && unit <= 13;
	return unit === NEL || unit === 160 || unit === 5760 || unit >= 8192 && unit <= 8202 || unit === 8232 || unit === 8233 || unit === 8239 || unit === 8287 || unit === 12288;
}
//#endregion
//#region packages/parser/src/reader/scanner.ts
/** Kinds of tokens, libyaml's own set. `none` is what a failed scanner yields. */
const Token = {
	none: 0,
	streamEnd: 1,
	versionDirective: 2,
	tagDirective: 3,
	documentStart: 4,
	documentEnd: 5,
	blockSequenceStart: 6,
	blockMappingStart: 7,
	blockEnd: 8,
	flowSequenceStart: 9,
	flowSequenceEnd: 10,
	flowMappingStart: 11,
	flowMappingEnd: 12,
	blockEntry: 13,
	flowEntry: 14,
	key: 15,
	value: 16,
	alias: 17,
	anchor: 18,
	tag: 19,
	scalar: 20
};
/** Go gives up on deeper flow collections and block indentation (scannerc.go max_flow_level, max_indents). */
const MAX_DEPTH$1 = 1e4;
function newScanner() {
	const units = new Uint16Array(32768);
	return {
		text: "",
		units,
		unitBytes: Buffer.from(units.buffer),
		position: 0,
		end: 0,
		lineStart: 0,
		split: false,
		onlyLineFeeds: false,
		bufferEnds: [],
		bufferNext: 0,
		markEnd: 0,
		flowLevel: 0,
		indent: -1,
		indents: new Int32Array(64),
		indentCount: 0,
		simpleKeyAllowed: true,
		keyPossible: new Uint8Array(64),
		keyRequired: new Uint8Array(64),
		keyToken: new Int32Array(64),
		keyStart: new Int32Array(64),
		keyLineStart: new Int32Array(64),
		tokens: new Int32Array(320),
		head: 0,
		tail: 0,
		headNumber: 0,
		keyOfToken: new Int32Array(64),
		available: false,
		streamEnded: false,
		words: [],
		problem: "",
		problemAt: 0
	};
}
/** Prepares the scanner for `text` from `start` to `end`. */
function startScanner(s, text, start, end) {
	if (text !== s.text) loadUnits(s, text);
	s.position = start;
	s.bufferNext = 0;
	s.end = end;
	s.lineStart = start;
	s.flowLevel = 0;
	s.indent = -1;
	s.indentCount = 0;
	s.simpleKeyAllowed = true;
	s.keyPossible[0] = 0;
	s.keyOfToken.fill(0, s.head, s.tail + 1);
	s.head = 0;
	s.tail = 0;
	s.headNumber = 0;
	s.available = false;
	s.streamEnded = false;
	s.words.length = 0;
	s.problem = "";
}
function loadUnits(s, text) {
	s.text = text;
	if (s.units.length < text.length) {
		s.units = new Uint16Array(text.length < 2 ** 20 ? 2 * text.length : text.length);
		s.unitBytes = Buffer.from(s.units.buffer);
	}
	const length = s.unitBytes.write(text, "utf16le");
	if (isBigEndian) s.unitBytes.subarray(0, length).swap16();
}
const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;
/** The unit at a place, 0 beyond the end. */
function unitAt(s, position) {
	return position < s.end ? s.units[position] ?? 0 : 0;
}
/** Steps over the line break at the scanner's place. */
function skipBreak(s) {
	s.position += breakLength(s.text, s.position, s.end, s.split);
	s.lineStart = s.position;
}
/**
* Notes that goyaml has looked `ahead` characters ahead from each place between two: where that went beyond the end of
* its buffer, the buffer now starts there.
*/
function noteBuffer(s, from, to, ahead) {
	for (; s.bufferNext < s.bufferEnds.length; s.bufferNext++) {
		const start = (s.bufferEnds[s.bufferNext] ?? 0) - ahead + 1;
		if (start > to) return;
		if (start < from) continue;
		s.markEnd = unitAt(s, start) === 65279 ? s.bufferEnds[s.bufferNext + 1] ?? 0 : 0;
	}
}
/** Length of the line break at a place: CR LF is one, and so is CR CR LF in text that went through Go's splitter. */
function breakLength(text, position, end, split) {
	if (text.charCodeAt(position) !== 13 || position + 1 >= end) return 1;
	const next = text.charCodeAt(position + 1);
	if (next === 10) return 2;
	if (split && next === 13 && position + 2 < end && text.charCodeAt(position + 2) === 10) return 3;
	return 1;
}
function fail(s, problem, at) {
	if (s.problem === "") {
		s.problem = problem;
		s.problemAt = at;
	}
	return false;
}
/** Appends a token to the queue. */
function pushToken(s, kind, start, end, form, extra) {
	if (s.tail + 1 >= s.keyOfToken.length) makeRoom(s);
	const at = s.tail * 5;
	s.tokens[at] = kind;
	s.tokens[at + 1] = start;
	s.tokens[at + 2] = end;
	s.tokens[at + 3] = form;
	s.tokens[at + 4] = extra;
	s.tail++;
}
/** Moves the queue to the front of its array if half of that is free there, else into a larger one. */
function makeRoom(s) {
	if (s.head * 2 < s.keyOfToken.length) {
		s.tokens = grown(s.tokens);
		s.keyOfToken = grown(s.keyOfToken);
		return;
	}
	s.tokens.copyWithin(0, s.head * 5, s.tail * 5);
	s.keyOfToken.copyWithin(0, s.head, s.tail + 1);
	s.keyOfToken.fill(0, s.tail + 1 - s.head);
	s.tail -= s.head;
	s.head = 0;
}
/**
* Puts a token in front of one that is already waiting. Once that one has been handed out, Go appends instead
* (apic.go yaml_insert_token with a negative place): after a root `{}` or `[]`, which Go does not take for keys.
*/
function insertToken(s, number, kind, place) {
	pushToken(s, kind, place, place, 0, 0);
	if (number < s.headNumber) return;
	const at = (number - s.headNumber + s.head) * 5;
	s.tokens.copyWithin(at + 5, at, (s.tail - 1) * 5);
	s.tokens[at] = kind;
	s.tokens[at + 1] = place;
	s.tokens[at + 2] = place;
	s.tokens[at + 3] = 0;
	s.tokens[at + 4] = 0;
}
/** Drops the token at the head of the queue. */
function dropToken(s) {
	s.available = false;
	s.keyOfToken[s.head] = 0;
	if (s.tokens[s.head * 5] === Token.streamEnd) s.streamEnded = true;
	s.head++;
	s.headNumber++;
	if (s.head === s.tail) {
		s.head = 0;
		s.tail = 0;
	}
}
/** Number that the next token appended will have. */
function nextTokenNumber(s) {
	return s.headNumber + s.tail - s.head;
}
/** Remembers that the next token may start a key. */
function saveSimpleKey(s) {
	if (!s.simpleKeyAllowed) return true;
	if (!removeSimpleKey(s)) return false;
	const level = s.flowLevel;
	const number = nextTokenNumber(s);
	s.keyPossible[level] = 1;
	s.keyRequired[level] = level === 0 && s.indent === s.position - s.lineStart ? 1 : 0;
	s.keyToken[level] = number;
	s.keyStart[level] = s.position;
	s.keyLineStart[level] = s.lineStart;
	s.keyOfToken[s.tail] = level + 1;
	return true;
}
/** Gives up the possible key of this flow level; an error where a key has to stand. */
function removeSimpleKey(s) {
	const level = s.flowLevel;
	if (s.keyPossible[level] === 0) return true;
	if (s.keyRequired[level] === 1) return fail(s, "could not find expected ':'", s.keyStart[level] ?? s.position);
	s.keyPossible[level] = 0;
	forgetKeyOfToken(s, s.keyToken[level] ?? 0);
	return true;
}
function forgetKeyOfToken(s, number) {
	const index = number - s.headNumber + s.head;
	if (index >= s.head && index <= s.tail) s.keyOfToken[index] = 0;
}
/** Whether the possible key of a level still is one: on the same line, at most 1,024 characters away. Fails where it must be one. */
function simpleKeyIsValid(s, level) {
	if (s.keyPossible[level] === 0) return false;
	const start = s.keyStart[level] ?? 0;
	if (s.keyLineStart[level] === s.lineStart && !longerThanKey(s, start)) return true;
	if (s.keyRequired[level] === 1) return fail(s, "could not find expected ':'", start);
	s.keyPossible[level] = 0;
	return false;
}
function longerThanKey(s, start) {
	const units = s.position - start;
	if (units <= 1024) return false;
	if (units > 2048) return true;
	let characters = 0;
	for (let i = start; i < s.position; i++) if ((s.text.charCodeAt(i) & 64512) !== 56320) characters++;
	return characters > 1024;
}
function increaseFlowLevel(s) {
	const level = s.flowLevel + 1;
	if (level > MAX_DEPTH$1) return fail(s, `exceeded max depth of ${MAX_DEPTH$1}`, s.position);
	if (level >= s.keyToken.length) {
		s.keyPossible = grownBytes(s.keyPossible);
		s.keyRequired = grownBytes(s.keyRequired);
		s.keyToken = grown(s.keyToken);
		s.keyStart = grown(s.keyStart);
		s.keyLineStart = grown(s.keyLineStart);
	}
	s.keyPossible[level] = 0;
	s.keyRequired[level] = 0;
	s.keyToken[level] = nextTokenNumber(s);
	s.flowLevel = level;
	return true;
}
function decreaseFlowLevel(s) {
	if (s.flowLevel === 0) return;
	forgetKeyOfToken(s, s.keyToken[s.flowLevel] ?? 0);
	s.flowLevel--;
}
/** Opens a block collection at a column if it is deeper than the current one. `number` is the token it starts with, -1 for the next. */
function rollIndent(s, column, number, kind, place) {
	if (s.flowLevel > 0 || s.indent >= column) return true;
	pushIndent(s, column);
	if (s.indentCount > MAX_DEPTH$1) return fail(s, `exceeded max depth of ${MAX_DEPTH$1}`, s.position);
	if (number < 0) pushToken(s, kind, place, place, 0, 0);
	else insertToken(s, number, kind, place);
	return true;
}
function pushIndent(s, column) {
	if (s.indentCount >= s.indents.length) s.indents = grown(s.indents);
	s.indents[s.indentCount++] = s.indent;
	s.indent = column;
}
/** Closes the block collections deeper than a column. */
function unrollIndent(s, column) {
	if (s.flowLevel > 0) return;
	while (s.indent > column) {
		pushToken(s, Token.blockEnd, s.position, s.position, 0, 0);
		s.indentCount--;
		s.indent = s.indents[s.indentCount] ?? -1;
	}
}
function grown(array) {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}
function grownBytes(array) {
	const larger = new Uint8Array(array.length * 2);
	larger.set(array);
	return larger;
}
//#endregion
//#region packages/parser/src/reader/scan-scalar.ts
/** How a value is written: the low bits of a node's first integer. */
const Form = {
	plain: 1,
	single: 2,
	double: 3,
	literal: 4,
	folded: 5,
	sequence: 6,
	mapping: 7,
	alias: 8,
	/** An entry that came through `<<`: it stands for the value written elsewhere. */
	merged: 9,
	jsonString: 10,
	/** A number, `true`, `false` or `null` of a JSON text. */
	jsonLiteral: 11
};
/** Plain scalar: text without quotes, over several lines where they are indented deeper. */
function scanPlain(s) {
	const { text, end } = s;
	const inFlow = s.flowLevel > 0;
	const indent = s.indent + 1;
	const start = s.position;
	let position = start;
	let contentEnd = start;
	let joined = 0;
	let afterBreak = false;
	for (;;) {
		if (position === s.lineStart && atDocumentIndicator(s, position)) break;
		let unit = position < end ? text.charCodeAt(position) : 0;
		if (unit === 35) break;
		const wordStart = position;
		while (!isBlankOrEnd(unit)) {
			if (unit === 58) {
				if (isBlankOrEnd(position + 1 < end ? text.charCodeAt(position + 1) : 0)) break;
			} else if (inFlow && isFlowIndicator(unit)) break;
			position++;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
		if (position > wordStart) {
			if (afterBreak) joined = 16;
			afterBreak = false;
			contentEnd = position;
		}
		if (!isBlank(unit) && !isBreak(unit)) break;
		for (;;) {
			if (isBlank(unit)) {
				if (afterBreak && unit === 9 && position - s.lineStart < indent) return fail(s, "found a tab character that violates indentation", position);
				position++;
			} else if (isBreak(unit)) {
				s.position = position;
				skipBreak(s);
				position = s.position;
				afterBreak = true;
			} else break;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
		if (!inFlow && position - s.lineStart < indent) break;
	}
	if (s.bufferEnds.length > 0) noteBuffer(s, start, contentEnd, 2);
	s.position = position;
	pushToken(s, Token.scalar, start, contentEnd, Form.plain | joined, 0);
	if (afterBreak) s.simpleKeyAllowed = true;
	return true;
}
/** `---` or `...` alone at a place that starts a line. */
function atDocumentIndicator(s, position) {
	const unit = unitAt(s, position);
	return (unit === 45 || unit === 46) && unitAt(s, position + 1) === unit && unitAt(s, position + 2) === unit && isBlankOrEnd(unitAt(s, position + 3));
}
/** Scalar in single or double quotes. */
function scanQuoted(s, single) {
	const { text, end } = s;
	const start = s.position;
	const quote = single ? 39 : 34;
	let indirect = 0;
	let position = start + 1;
	for (;;) {
		if (position === s.lineStart && atDocumentIndicator(s, position)) return fail(s, "found unexpected document indicator", position);
		let unit = position < end ? text.charCodeAt(position) : 0;
		if (unit === 0) return fail(s, "found unexpected end of stream", start);
		while (!isBlankOrEnd(unit)) {
			if (unit === quote) {
				if (!single || unitAt(s, position + 1) !== 39) break;
				indirect = 16;
				position += 2;
			} else if (unit === 92 && !single) {
				indirect = 16;
				const next = unitAt(s, position + 1);
				if (isBreak(next)) {
					s.position = position + 1;
					skipBreak(s);
					position = s.position;
					break;
				}
				const length = escapeLength(s, position, next);
				if (length === 0) return false;
				position += length;
			} else position++;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
		unit = position < end ? text.charCodeAt(position) : 0;
		if (unit === quote) break;
		for (;;) {
			if (isBlank(unit)) position++;
			else if (isBreak(unit)) {
				s.position = position;
				skipBreak(s);
				position = s.position;
				indirect = 16;
			} else break;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
	}
	if (s.bufferEnds.length > 0) noteBuffer(s, start, position, 2);
	s.position = position + 1;
	pushToken(s, Token.scalar, start, position + 1, (single ? Form.single : Form.double) | indirect, 0);
	return true;
}
/** Length of the escape sequence at a backslash; 0 after failing. `\/` and surrogates are no escapes of YAML 1.1. */
function escapeLength(s, position, letter) {
	const digits = letter === 120 ? 2 : letter === 117 ? 4 : letter === 85 ? 8 : 0;
	if (digits === 0) {
		if (simpleEscape(letter) >= 0) return 2;
		fail(s, "found unknown escape character", position);
		return 0;
	}
	let value = 0;
	for (let i = 0; i < digits; i++) {
		const digit = unitAt(s, position + 2 + i);
		if (!isHexDigit(digit)) {
			fail(s, "did not find expected hexdecimal number", position);
			return 0;
		}
		value = value * 16 + hexValue(digit);
	}
	if (value >= 55296 && value <= 57343 || value > 1114111) {
		fail(s, "found invalid Unicode character escape code", position);
		return 0;
	}
	return 2 + digits;
}
/** What a backslash and a letter stand for in double quotes; -1 if nothing. */
function simpleEscape(letter) {
	switch (letter) {
		case 48: return 0;
		case 97: return 7;
		case 98: return 8;
		case 116:
		case 9: return 9;
		case 110: return 10;
		case 118: return 11;
		case 102: return 12;
		case 114: return 13;
		case 101: return 27;
		case 32:
		case 34:
		case 39:
		case 92: return letter;
		case 78: return 133;
		case 95: return 160;
		case 76: return 8232;
		case 80: return 8233;
	}
	return -1;
}
/**
* Block scalar: `|` or `>`, an optional header, and the lines indented deeper.
* The token's extra integer is the indentation of the content, which decoding needs.
*/
function scanBlockScalar(s, literal) {
	const start = s.position;
	let position = start + 1;
	let increment = 0;
	let unit = unitAt(s, position);
	const signFirst = unit === 43 || unit === 45;
	if (signFirst) unit = unitAt(s, ++position);
	if (isDigit(unit)) {
		if (unit === 48) return fail(s, "found an indentation indicator equal to 0", position);
		increment = unit - 48;
		unit = unitAt(s, ++position);
		if (!signFirst && (unit === 43 || unit === 45)) unit = unitAt(s, ++position);
	}
	const headerEnd = position;
	while (isBlank(unit)) unit = unitAt(s, ++position);
	if (unit === 35) while (!isBreakOrEnd(unit)) unit = unitAt(s, ++position);
	if (!isBreakOrEnd(unit)) return fail(s, "did not find expected comment or line break", position);
	s.position = position;
	if (isBreak(unit)) skipBreak(s);
	let indent = increment === 0 ? 0 : s.indent >= 0 ? s.indent + increment : increment;
	indent = skipBlockBreaks(s, indent);
	if (indent < 0) return false;
	let contentEnd = headerEnd;
	while (s.position - s.lineStart === indent && s.position < s.end) {
		contentEnd = endOfLine$1(s);
		if (s.bufferEnds.length > 0) noteBuffer(s, s.position, contentEnd, 1);
		s.position = contentEnd;
		if (s.position < s.end) skipBreak(s);
		if (skipBlockBreaks(s, indent) < 0) return false;
	}
	pushToken(s, Token.scalar, start, contentEnd, (literal ? Form.literal : Form.folded) | 16, indent);
	return true;
}
function endOfLine$1(s) {
	if (s.onlyLineFeeds) {
		const lineFeed = s.text.indexOf("\n", s.position);
		return lineFeed < 0 || lineFeed > s.end ? s.end : lineFeed;
	}
	let position = s.position;
	while (!isBreakOrEnd(unitAt(s, position))) position++;
	return position;
}
/** Steps over indentation and empty lines of a block scalar. Returns the indentation, found out here if it was 0; -1 after failing. */
function skipBlockBreaks(s, known) {
	let deepest = 0;
	for (;;) {
		let unit = unitAt(s, s.position);
		while (unit === 32 && (known === 0 || s.position - s.lineStart < known)) unit = unitAt(s, ++s.position);
		const column = s.position - s.lineStart;
		if (column > deepest) deepest = column;
		if (unit === 9 && (known === 0 || column < known)) {
			fail(s, "found a tab character where an indentation space is expected", s.position);
			return -1;
		}
		if (!isBreak(unit)) break;
		skipBreak(s);
	}
	return known === 0 ? Math.max(deepest, s.indent + 1, 1) : known;
}
//#endregion
//#region packages/parser/src/reader/ordinary-key.ts
/**
* Marks a key that is a string exactly as it stands in the text, and hashes it. False: the key is of another type, an
* alias, has escapes, a tag, or may be a merge, so that only resolving tells what it is.
*/
function markOrdinaryKey(arena, text, key) {
	const { cells } = arena;
	const at = key * 8;
	const flags = cells[at + 0] ?? 0;
	if ((flags & 48) !== 0) return false;
	const form = flags & 15;
	let start = cells[at + 1] ?? 0;
	let end = cells[at + 2] ?? 0;
	if (form === Form.plain) {
		if (!isPlainString(text, start, end)) return false;
	} else if (form === Form.single || form === Form.double) {
		start++;
		end--;
	} else return false;
	cells[at + 0] = flags | 64;
	cells[at + 7] = hashOf(text, start, end);
	return true;
}
function hashOf(text, start, end) {
	let hash = end - start;
	for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i) | 0;
	return hash;
}
/** Whether a plain scalar is a string by its looks alone; false may still turn out to be one. */
function isPlainString(text, start, end) {
	const first = text.charCodeAt(start);
	switch (first | 32) {
		case 121: return end - start !== 1 && !spells(text, start, end, 3, 101);
		case 110: return end - start !== 1 && !spells(text, start, end, 2, 111) && !spells(text, start, end, 4, 117);
		case 116: return !spells(text, start, end, 4, 114);
		case 102: return !spells(text, start, end, 5, 97);
		case 111: return !spells(text, start, end, 2, 110) && !spells(text, start, end, 3, 102);
	}
	return start < end && first !== 60 && first !== 126 && first !== 46 && first !== 45 && first !== 43 && !isDigit(first);
}
function spells(text, start, end, length, second) {
	return end - start === length && (text.charCodeAt(start + 1) | 32) === second;
}
//#endregion
//#region packages/parser/src/reader/build.ts
function newBuilder() {
	return {
		arena: newArena(),
		text: "",
		root: 0,
		open: [],
		pendingKeys: [],
		mappings: [],
		tags: [],
		aliasCount: 0,
		special: false,
		hashes: new Int32Array(64)
	};
}
function startBuilding(b, text) {
	b.arena.count = 1;
	b.text = text;
	b.root = 0;
	b.open.length = 0;
	b.pendingKeys.length = 0;
	b.mappings.length = 0;
	b.tags.length = 0;
	b.aliasCount = 0;
	b.special = false;
}
/** Hangs a node into the innermost open collection: as its next item, key or value. */
function attach(b, node) {
	const { arena, open } = b;
	const depth = open.length - 1;
	if (depth < 0) {
		b.root = node;
		return;
	}
	const parent = open[depth] ?? 0;
	if ((cell(arena, parent, 0) & 15) === Form.mapping) {
		const key = b.pendingKeys[depth] ?? 0;
		if (key === 0) {
			b.pendingKeys[depth] = node;
			if (!markOrdinaryKey(arena, b.text, node)) b.special = true;
			return;
		}
		b.pendingKeys[depth] = 0;
		setCell(arena, node, 5, key);
	}
	const last = cell(arena, parent, 6);
	if (last === 0) setCell(arena, parent, 4, node);
	else setCell(arena, last, 3, node);
	setCell(arena, parent, 6, node);
}
/** Whether the innermost open collection waits for a key. */
function expectsKey(b) {
	const depth = b.open.length - 1;
	const parent = b.open[depth] ?? 0;
	return (cell(b.arena, parent, 0) & 15) === Form.mapping && b.pendingKeys[depth] === 0;
}
function openCollection(b, form, start) {
	const node = addNode(b.arena, form, start, start);
	attach(b, node);
	b.open.push(node);
	b.pendingKeys.push(0);
	return node;
}
function closeCollection(b, end) {
	const node = b.open.pop() ?? 0;
	b.pendingKeys.pop();
	setCell(b.arena, node, 2, end);
	if ((cell(b.arena, node, 0) & 15) === Form.mapping) finishMapping(b, node);
}
/** Notes that a mapping has all its entries. */
function finishMapping(b, mapping) {
	b.mappings.push(mapping);
	if (!b.special && mayRepeatKeys(b, mapping)) b.special = true;
}
/** Whether two keys of a mapping have the same hash. Few keys are compared each with each, many are sorted. */
function mayRepeatKeys(b, mapping) {
	const { arena } = b;
	let count = 0;
	for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) {
		const hash = cell(arena, cell(arena, entry, 5), 7);
		if (count < 8) {
			for (let i = 0; i < count; i++) if (b.hashes[i] === hash) return true;
		} else if (count >= b.hashes.length) {
			const larger = new Int32Array(count * 2);
			larger.set(b.hashes);
			b.hashes = larger;
		}
		b.hashes[count++] = hash;
	}
	if (count <= 8) return false;
	const sorted = b.hashes.subarray(0, count).sort();
	for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) return true;
	return false;
}
//#endregion
//#region packages/parser/src/reader/decode-scalar.ts
/**
* The value of a scalar that was scanned without fault, from its span. `offsets`, if given, receives the place of each
* UTF-16 unit of the value and the place of its end.
*/
function decodeScalar(chunk, form, start, end, indent, offsets) {
	const out = {
		value: "",
		offsets
	};
	switch (form) {
		case Form.plain:
			decodeFlow(out, chunk, Form.plain, start, end);
			offsets?.push(end);
			break;
		case Form.single:
		case Form.double:
			decodeFlow(out, chunk, form, start + 1, end - 1);
			offsets?.push(end - 1);
			break;
		case Form.literal:
		case Form.folded: {
			const valueEnd = decodeBlock(out, chunk, form === Form.literal, start, indent);
			offsets?.push(valueEnd);
			break;
		}
		case Form.jsonString:
			decodeJsonString(out, chunk.text, start + 1, end - 1);
			offsets?.push(end - 1);
			break;
		default:
			copy$1(out, chunk.text, start, end);
			offsets?.push(end);
	}
	return out.value;
}
function copy$1(out, text, start, end) {
	if (start >= end) return;
	out.value += text.slice(start, end);
	if (out.offsets !== void 0) for (let i = start; i < end; i++) out.offsets.push(i);
}
function put$1(out, value, at) {
	out.value += value;
	if (out.offsets !== void 0) for (let i = 0; i < value.length; i++) out.offsets.push(at);
}
/** What a line break is in a value: U+2028 and U+2029 stay, all others are LF. */
function breakText(unit) {
	return unit === 8232 || unit === 8233 ? String.fromCharCode(unit) : "\n";
}
/** Plain and quoted scalars: words, blanks between them, folded line breaks, and the escapes of each style. */
function decodeFlow(out, chunk, form, start, end) {
	const { text } = chunk;
	let position = start;
	while (position < end) {
		let afterBreak = false;
		let from = position;
		while (position < end) {
			const unit = text.charCodeAt(position);
			if (isBlankOrEnd(unit)) break;
			if (form === Form.single && unit === 39) {
				copy$1(out, text, from, position + 1);
				position += 2;
				from = position;
			} else if (form === Form.double && unit === 92) {
				copy$1(out, text, from, position);
				const next = text.charCodeAt(position + 1);
				if (isBreak(next)) {
					position += 1 + breakLength(text, position + 1, end, chunk.split);
					from = position;
					afterBreak = true;
					break;
				}
				position = decodeEscape(out, text, position, next);
				from = position;
			} else position++;
		}
		copy$1(out, text, from, position);
		position = decodeBlanks(out, chunk, position, end, afterBreak);
	}
}
/** Blanks are kept between words and dropped around line breaks; one break is a space, each further one an LF. */
function decodeBlanks(out, chunk, start, end, escapedBreak) {
	const { text } = chunk;
	let position = start;
	let afterBreak = escapedBreak;
	let first = "";
	let firstAt = start;
	let more = 0;
	while (position < end) {
		const unit = text.charCodeAt(position);
		if (isBlank(unit)) position++;
		else if (isBreak(unit)) {
			if (!afterBreak) {
				first = breakText(unit);
				firstAt = position;
				afterBreak = true;
				if (first !== "\n") put$1(out, first, firstAt);
			} else {
				put$1(out, breakText(unit), position);
				more++;
			}
			position += breakLength(text, position, end, chunk.split);
		} else break;
	}
	if (!afterBreak) copy$1(out, text, start, position);
	else if (first === "\n" && more === 0) put$1(out, " ", firstAt);
	return position;
}
function decodeEscape(out, text, position, letter) {
	const digits = letter === 120 ? 2 : letter === 117 ? 4 : letter === 85 ? 8 : 0;
	if (digits === 0) {
		put$1(out, String.fromCharCode(simpleEscape(letter)), position);
		return position + 2;
	}
	let value = 0;
	for (let i = 0; i < digits; i++) value = value * 16 + hexValue(text.charCodeAt(position + 2 + i));
	put$1(out, String.fromCodePoint(value), position);
	return position + 2 + digits;
}
/** Literal and folded scalars; returns where the value ends. */
function decodeBlock(out, chunk, literal, start, indent) {
	const { text } = chunk;
	const at = (position) => position < chunk.end ? text.charCodeAt(position) : 0;
	let chomping = 0;
	let position = start + 1;
	for (let unit = at(position);; unit = at(++position)) if (unit === 43 || unit === 45) chomping = unit === 43 ? 1 : -1;
	else if (!isDigit(unit)) break;
	while (isBlank(at(position))) position++;
	if (at(position) === 35) while (!isBreakOrEnd(at(position))) position++;
	if (isBreak(at(position))) position += breakLength(text, position, chunk.end, chunk.split);
	let valueEnd = position;
	let lineBreak = -1;
	let breaks = [];
	let afterBlank = false;
	const skipBreaks = () => {
		for (;;) {
			let column = 0;
			while (column < indent && at(position) === 32) {
				position++;
				column++;
			}
			if (!isBreak(at(position))) return column === indent && position < chunk.end;
			breaks.push(position);
			position += breakLength(text, position, chunk.end, chunk.split);
		}
	};
	const putBreaks = () => {
		for (const place of breaks) put$1(out, breakText(text.charCodeAt(place)), place);
		breaks = [];
	};
	while (skipBreaks()) {
		const startsBlank = isBlank(at(position));
		const foldable = lineBreak >= 0 && breakText(text.charCodeAt(lineBreak)) === "\n";
		if (!literal && foldable && !afterBlank && !startsBlank) {
			if (breaks.length === 0) put$1(out, " ", lineBreak);
		} else if (lineBreak >= 0) put$1(out, breakText(text.charCodeAt(lineBreak)), lineBreak);
		putBreaks();
		afterBlank = startsBlank;
		const from = position;
		while (!isBreakOrEnd(at(position))) position++;
		copy$1(out, text, from, position);
		valueEnd = position;
		lineBreak = -1;
		if (position < chunk.end) {
			lineBreak = position;
			position += breakLength(text, position, chunk.end, chunk.split);
		}
	}
	if (chomping !== -1 && lineBreak >= 0) {
		put$1(out, breakText(text.charCodeAt(lineBreak)), lineBreak);
		valueEnd = lineBreak + 1;
	}
	if (chomping === 1) {
		const last = breaks[breaks.length - 1];
		putBreaks();
		if (last !== void 0) valueEnd = last + 1;
	}
	return valueEnd;
}
/** String of a JSON text; surrogates without their other half become U+FFFD, as in encoding/json. */
function decodeJsonString(out, text, start, end) {
	let position = start;
	while (position < end) {
		const backslash = text.indexOf("\\", position);
		if (backslash < 0 || backslash >= end) break;
		copy$1(out, text, position, backslash);
		const letter = text.charCodeAt(backslash + 1);
		if (letter !== 117) {
			put$1(out, letter === 47 ? "/" : String.fromCharCode(simpleEscape(letter)), backslash);
			position = backslash + 2;
			continue;
		}
		const unit = Number.parseInt(text.slice(backslash + 2, backslash + 6), 16);
		position = backslash + 6;
		if ((unit & 63488) !== 55296) put$1(out, String.fromCharCode(unit), backslash);
		else {
			const low = text.startsWith("\\u", position) ? Number.parseInt(text.slice(position + 2, position + 6), 16) : 0;
			if ((unit & 64512) === 55296 && (low & 64512) === 56320) {
				put$1(out, String.fromCharCode(unit, low), backslash);
				position += 6;
			} else put$1(out, "�", backslash);
		}
	}
	copy$1(out, text, position, end);
}
//#endregion
//#region packages/parser/src/reader/resolve-scalar.ts
const TAG_PREFIX = "tag:yaml.org,2002:";
const words$1 = new Map([
	...entries("bool", "true", [
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"true",
		"True",
		"TRUE",
		"on",
		"On",
		"ON"
	]),
	...entries("bool", "false", [
		"n",
		"N",
		"no",
		"No",
		"NO",
		"false",
		"False",
		"FALSE",
		"off",
		"Off",
		"OFF"
	]),
	...entries("nil", "null", [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	]),
	...entries("float64", "NaN", [
		".nan",
		".NaN",
		".NAN"
	]),
	...entries("float64", "+Inf", [
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	]),
	...entries("float64", "-Inf", [
		"-.inf",
		"-.Inf",
		"-.INF"
	])
]);
function entries(type, spelling, forms) {
	return forms.map((form) => [form, {
		type,
		spelling
	}]);
}
/** The type of a plain scalar without a tag. */
function resolvePlain(value) {
	const word = words$1.get(value);
	if (word !== void 0) return word;
	const first = value.charCodeAt(0);
	if (first === 46) return resolvePointFloat(value);
	return first >= 48 && first <= 57 || first === 43 || first === 45 ? resolveNumber(value) : {
		type: "string",
		spelling: value
	};
}
const pointFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
function resolvePointFloat(value) {
	return (pointFloat.test(value) ? floatOf(value.replaceAll("_", "")) : void 0) ?? {
		type: "string",
		spelling: value
	};
}
const integer = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]*)|([1-9][0-9]*))$/;
const signedBinary = /^0b([-+])([01]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);
const MAX_UINT = 2n ** 64n - 1n;
function resolveNumber(value) {
	const plain = value.includes("_") ? value.replaceAll("_", "") : value;
	const match = integer.exec(plain);
	if (match !== null) {
		const [, sign = "", prefixed, octal, decimal] = match;
		const magnitude = BigInt(prefixed?.toLowerCase() ?? decimal ?? (octal === "" ? "0" : `0o${octal}`));
		const resolved = intOf(sign === "-" ? -magnitude : magnitude, sign === "");
		if (resolved !== void 0) return resolved;
	}
	const binary = signedBinary.exec(plain);
	if (binary !== null) {
		const magnitude = BigInt(`0b${binary[2] ?? "0"}`);
		const resolved = intOf(binary[1] === "-" ? -magnitude : magnitude, false);
		if (resolved !== void 0) return resolved;
	}
	return (float.test(plain) ? floatOf(plain) : void 0) ?? {
		type: "string",
		spelling: value
	};
}
function intOf(value, mayBeUnsigned) {
	if (value >= MIN_INT && value <= MAX_INT) return {
		type: "int",
		spelling: value.toString()
	};
	if (mayBeUnsigned && value <= MAX_UINT) return {
		type: "uint64",
		spelling: value.toString()
	};
}
function floatOf(text) {
	const value = Number(text);
	return Number.isFinite(value) ? {
		type: "float64",
		spelling: spellFloat(value)
	} : void 0;
}
/** encoding/json's form of a float, which is JavaScript's but for the sign of zero. */
function spellFloat(value) {
	return Object.is(value, -0) ? "-0" : String(value);
}
/** A tagged scalar, or why Go refuses it. */
function resolveTagged(tag, value) {
	const name = tag.startsWith(TAG_PREFIX) ? tag.slice(18) : "";
	switch (name) {
		case "bool":
		case "int":
		case "float":
		case "null":
		case "timestamp": return resolveTyped(name, value);
		case "binary": {
			const text = decodeBase64(value);
			if (text === void 0) return { problem: "!!binary value contains invalid base64 data" };
			return {
				type: "string",
				spelling: text
			};
		}
	}
	return {
		type: "string",
		spelling: value
	};
}
const tagOfType = {
	string: "str",
	int: "int",
	uint64: "int",
	float64: "float",
	bool: "bool",
	nil: "null",
	timestamp: "timestamp",
	merge: "merge"
};
function resolveTyped(wanted, value) {
	if (wanted === "timestamp" && isTimestamp(value)) return {
		type: "timestamp",
		spelling: value
	};
	const resolved = resolvePlain(value);
	const found = tagOfType[resolved.type];
	if (found === wanted) return resolved;
	if (wanted === "float" && resolved.type === "int") return {
		type: "float64",
		spelling: spellFloat(Number(resolved.spelling))
	};
	return { problem: `cannot decode !!${found} \`${value}\` as a !!${wanted}` };
}
const timestamp = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;
/** The forms of resolve.go allowedTimestampFormats, as time.Parse takes them. */
function isTimestamp(value) {
	const match = timestamp.exec(value);
	if (match === null) return false;
	const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
	const lastDay = new Date(Date.UTC(2e3 + year % 400, month, 0)).getUTCDate();
	if (month < 1 || month > 12 || day < 1 || day > lastDay) return false;
	const [hour = 0, minute = 0, second = 0] = [
		4,
		5,
		6
	].map((i) => Number(match[i] ?? match[i + 5] ?? 0));
	return hour < 24 && minute < 60 && second < 60 && Number(match[7] ?? 0) <= 24 && Number(match[8] ?? 0) < 60;
}
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** base64.StdEncoding, line breaks ignored; then bytes as encoding/json writes them, one U+FFFD for each that is no UTF-8. */
function decodeBase64(value) {
	const packed = value.replace(/[\r\n]/g, "");
	if (!base64.test(packed)) return void 0;
	const bytes = Buffer.from(packed, "base64");
	let text = "";
	for (let i = 0; i < bytes.length;) {
		const length = utf8Length(bytes, i);
		text += length === 0 ? "�" : bytes.toString("utf8", i, i + length);
		i += Math.max(1, length);
	}
	return text;
}
function utf8Length(bytes, at) {
	const lead = bytes[at] ?? 0;
	const length = lead < 128 ? 1 : lead < 194 ? 0 : lead < 224 ? 2 : lead < 240 ? 3 : lead < 245 ? 4 : 0;
	const second = bytes[at + 1] ?? 0;
	if (length > 2) {
		if (second < (lead === 224 ? 160 : lead === 240 ? 144 : 128) || second > (lead === 237 ? 159 : lead === 244 ? 143 : 191)) return 0;
	}
	for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 192) !== 128) return 0;
	return length;
}
/** A scalar as the key of a JSON object; undefined where sigs.k8s.io/yaml refuses it (convertToJSONableObject). */
function spellKey(resolved) {
	switch (resolved.type) {
		case "nil":
		case "uint64": return;
		case "float64": return spellFloatKey(resolved.spelling);
		case "string":
		case "int":
		case "bool":
		case "timestamp":
		case "merge": return resolved.spelling;
	}
}
/** strconv.FormatFloat(value, 'g', -1, 32): the shortest digits that give the same float32. */
function spellFloatKey(spelling) {
	if (spelling === "NaN") return ".nan";
	if (spelling.endsWith("Inf")) return spelling.startsWith("-") ? "-.inf" : ".inf";
	const value = Math.fround(Number(spelling));
	if (value === 0) return Object.is(value, -0) ? "-0" : "0";
	if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
	let digits = 1;
	while (digits < 9 && Math.fround(Number(value.toPrecision(digits))) !== value) digits++;
	const [mantissa = "", exponentText = "0"] = value.toExponential(digits - 1).split("e");
	const exponent = Number(exponentText);
	if (exponent >= -4 && exponent < 6) return value.toFixed(Math.max(0, digits - 1 - exponent));
	const magnitude = String(Math.abs(exponent)).padStart(2, "0");
	return `${mantissa}e${exponent < 0 ? "-" : "+"}${magnitude}`;
}
//#endregion
//#region packages/parser/src/reader/node-value.ts
/** Follows aliases and merged entries to the node that was written. */
function written(builder, node) {
	let target = node;
	for (;;) {
		const form = cell(builder.arena, target, 0) & 15;
		if (form !== Form.alias && form !== Form.merged) return target;
		target = cell(builder.arena, target, 4);
	}
}
function formOf(builder, node) {
	return cell(builder.arena, node, 0) & 15;
}
/** The text of a scalar before the resolver looks at it. */
function rawText(d, node) {
	const { arena } = d.builder;
	const flags = cell(arena, node, 0);
	const start = cell(arena, node, 1);
	const end = cell(arena, node, 2);
	const form = flags & 15;
	if ((flags & 16) !== 0) return decodeScalar(d.chunk, form, start, end, cell(arena, node, 4));
	return form === Form.plain || form === Form.jsonLiteral ? d.chunk.text.slice(start, end) : d.chunk.text.slice(start + 1, end - 1);
}
/** What the resolver makes of a written scalar; a scalar with an impossible tag was refused before. */
function resolveNode(d, node) {
	const { arena, tags } = d.builder;
	const flags = cell(arena, node, 0);
	const form = flags & 15;
	const text = rawText(d, node);
	if ((flags & 32) !== 0) {
		const resolved = resolveTagged(tags[cell(arena, node, 6)] ?? "", text);
		return "problem" in resolved ? {
			type: "string",
			spelling: text
		} : resolved;
	}
	if (form === Form.plain) return resolvePlain(text);
	if (form === Form.jsonLiteral) return resolveJsonLiteral(text);
	return {
		type: "string",
		spelling: text
	};
}
function resolveJsonLiteral(text) {
	if (text === "null") return {
		type: "nil",
		spelling: text
	};
	if (text === "true" || text === "false") return {
		type: "bool",
		spelling: text
	};
	return {
		type: "float64",
		spelling: text
	};
}
const kinds$1 = [
	"mapping",
	"sequence",
	"string",
	"integer",
	"float",
	"boolean",
	"null"
];
const STRING = 3;
/** Kind of a node that was asked for before; undefined for others, and for aliases. */
function knownKind({ builder }, node) {
	return kinds$1[(cell(builder.arena, node, 0) >> 8) - 1];
}
/** Kind of a written node, remembered in the arena. */
function kindOf(d, node) {
	const { arena } = d.builder;
	const flags = cell(arena, node, 0);
	let known = flags >> 8;
	if (known === 0) {
		known = findKind(d, node, flags);
		setCell(arena, node, 0, flags | known << 8);
	}
	return kinds$1[known - 1] ?? "null";
}
function findKind(d, node, flags) {
	const form = flags & 15;
	if (form === Form.mapping) return 1;
	if (form === Form.sequence) return 2;
	if ((flags & 32) === 0) {
		if (form !== Form.plain && form !== Form.jsonLiteral) return STRING;
		const { arena } = d.builder;
		if (form === Form.plain && isPlainString(d.chunk.text, cell(arena, node, 1), cell(arena, node, 2))) return STRING;
	}
	const { type, spelling } = resolveNode(d, node);
	switch (type) {
		case "string":
		case "timestamp":
		case "merge": return STRING;
		case "int":
		case "uint64": return 4;
		case "float64": return /^-?[0-9]+$/.test(spelling) ? 4 : 5;
		case "bool": return 6;
		case "nil": return 7;
	}
}
/** A scalar's text as JSON spells it, quotes and escapes of strings aside. */
function scalarText(d, node) {
	const flags = cell(d.builder.arena, node, 0);
	if ((flags & 32) === 0 && (flags & 15) !== Form.plain) return rawText(d, node);
	if (kindOf(d, node) === "string" && (flags & 32) === 0) return rawText(d, node);
	return resolveNode(d, node).spelling;
}
/** A key as Go prints it. */
function keyText(d, key) {
	if ((cell(d.builder.arena, key, 0) & 64) !== 0) return rawText(d, key);
	const target = written(d.builder, key);
	const form = formOf(d.builder, target);
	if (form === Form.mapping || form === Form.sequence) return "";
	return spellKey(resolveNode(d, target)) ?? "";
}
//#endregion
//#region packages/parser/src/reader/alias-budget.ts
/** Up to this many decoded nodes nearly all may come from aliases; from `MANY` on, a tenth (decode.go allowedAliasRatio). */
const FEW = 4e5;
const MANY = 4e6;
function allowedRatio(decoded) {
	if (decoded <= FEW) return .99;
	if (decoded >= MANY) return .1;
	return .99 - .89 * ((decoded - FEW) / (MANY - FEW));
}
/**
* Walks a document as Go decodes it, aliases expanded, and stops where Go does: at an anchor that contains itself, and
* when aliases make up too much of the work. That bound makes the walk linear in the text.
*/
function checkAliases(d) {
	const { builder } = d;
	const { arena } = builder;
	const expanding = /* @__PURE__ */ new Set();
	const waiting = [builder.root];
	let decoded = 1;
	let fromAliases = 0;
	for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
		if (node < 0) {
			expanding.delete(-node);
			continue;
		}
		decoded++;
		if (expanding.size > 0) fromAliases++;
		if (fromAliases > 100 && decoded > 1e3 && fromAliases / decoded > allowedRatio(decoded)) return {
			message: "yaml: document contains excessive aliasing",
			offset: cell(arena, node, 1)
		};
		const form = formOf(builder, node);
		if (form === Form.alias) {
			if (expanding.has(node)) return {
				message: `yaml: anchor '${d.chunk.text.slice(cell(arena, node, 1) + 1, cell(arena, node, 2))}' value contains itself`,
				offset: cell(arena, node, 1)
			};
			expanding.add(node);
			waiting.push(-node, cell(arena, node, 4));
		} else if (form === Form.sequence || form === Form.mapping) {
			const bottom = waiting.length;
			for (let child = cell(arena, node, 4); child !== 0; child = cell(arena, child, 3)) {
				const key = form === Form.mapping ? cell(arena, child, 5) : 0;
				if (key !== 0 && isMergeKey(d, key)) for (const source of mergeSources(builder, child)) waiting.push(source);
				else {
					if (key !== 0) waiting.push(key);
					waiting.push(child);
				}
			}
			reverseFrom(waiting, bottom);
		}
	}
}
function reverseFrom(list, bottom) {
	for (let low = bottom, high = list.length - 1; low < high; low++, high--) {
		const other = list[low] ?? 0;
		list[low] = list[high] ?? 0;
		list[high] = other;
	}
}
//#endregion
//#region packages/parser/src/reader/compose.ts
/**
* Gives the mappings of a parsed document the entries Go keeps: merges applied in document order, of equal keys the
* last (decode.go mapping, merge, setMapIndex), and says what Go refuses. Only documents marked `special` need it.
*/
function composeDocument(d, strict, surprises) {
	const { builder } = d;
	const refusal = checkScalars(d) ?? checkKeys(d) ?? (builder.aliasCount > 0 ? checkAliases(d) : void 0);
	if (refusal !== void 0) return refusal;
	let repeated;
	for (const mapping of builder.mappings) if (!isOrdinary(builder, mapping)) repeated = composeMapping(d, mapping, surprises) ?? repeated;
	if (strict && repeated !== void 0) return repeated;
	return mayHoldUnspeakable(d) ? findUnspeakable(d) : void 0;
}
function checkScalars(d) {
	const { arena, tags } = d.builder;
	if (tags.length === 0) return void 0;
	for (let node = 1; node < arena.count; node++) {
		if ((cell(arena, node, 0) & 32) === 0) continue;
		const resolved = resolveTagged(tags[cell(arena, node, 6)] ?? "", rawText(d, node));
		if ("problem" in resolved) return {
			message: `yaml: ${resolved.problem}`,
			offset: cell(arena, node, 1)
		};
	}
}
/** Go refuses collections as keys, and merges of anything but mappings. */
function checkKeys(d) {
	const { builder } = d;
	const { arena } = builder;
	for (const mapping of builder.mappings) for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) {
		const key = cell(arena, entry, 5);
		if ((cell(arena, key, 0) & 64) !== 0) continue;
		if (isMergeKey(d, key)) {
			if (mergeSources(builder, entry).length > 0 || isEmptySequence(builder, entry)) continue;
			return {
				message: "yaml: map merge requires map or sequence of maps as the value",
				offset: cell(arena, entry, 1)
			};
		}
		const form = formOf(builder, written(builder, key));
		if (form !== Form.mapping && form !== Form.sequence) continue;
		return {
			message: `yaml: invalid map key: ${form === Form.mapping ? "map[interface {}]interface {}" : "[]interface {}"}`,
			offset: cell(arena, key, 1)
		};
	}
}
function isEmptySequence(builder, node) {
	return formOf(builder, node) === Form.sequence && cell(builder.arena, node, 4) === 0;
}
function isOrdinary(builder, mapping) {
	const { arena } = builder;
	for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) if ((cell(arena, cell(arena, entry, 5), 0) & 64) === 0) return false;
	return !mayRepeatKeys(builder, mapping);
}
function composeMapping(d, mapping, surprises) {
	const { builder } = d;
	const { arena } = builder;
	const c = {
		d,
		entries: /* @__PURE__ */ new Map(),
		surprises,
		repeated: void 0
	};
	for (let value = cell(arena, mapping, 4); value !== 0; value = cell(arena, value, 3)) {
		const key = cell(arena, value, 5);
		if (isMergeKey(d, key)) for (const source of mergeSources(builder, value)) merge(c, source, key);
		else put(c, {
			key,
			value,
			merge: 0
		});
	}
	relink(arena, mapping, [...withoutCollisions(c)]);
	return c.repeated;
}
/** `<<` written plain, or with the tag `!!merge` or `!` (decode.go isMerge). */
function isMergeKey(d, key) {
	const { arena, tags } = d.builder;
	const flags = cell(arena, key, 0);
	const form = flags & 15;
	if ((flags & 64) !== 0 || form === Form.jsonString || form > Form.folded) return false;
	if ((flags & 32) !== 0) {
		const tag = tags[cell(arena, key, 6)] ?? "";
		if (tag !== "!" && tag !== "tag:yaml.org,2002:merge") return false;
	} else if (form !== Form.plain) return false;
	return rawText(d, key) === "<<";
}
/** The mappings that a merge takes entries from, in the order in which Go writes them; none if one of them is no mapping. */
function mergeSources(builder, value) {
	const { arena } = builder;
	const form = formOf(builder, value);
	if (form === Form.mapping) return [value];
	if (form === Form.alias) return formOf(builder, cell(arena, value, 4)) === Form.mapping ? [value] : [];
	if (form !== Form.sequence) return [];
	const sources = [];
	for (let item = cell(arena, value, 4); item !== 0; item = cell(arena, item, 3)) {
		if (formOf(builder, formOf(builder, item) === Form.alias ? cell(arena, item, 4) : item) !== Form.mapping) return [];
		sources.push(item);
	}
	return sources.reverse();
}
function merge(c, source, mergeKey) {
	const { builder } = c.d;
	const { arena } = builder;
	const mapping = written(builder, source);
	for (let value = cell(arena, mapping, 4); value !== 0; value = cell(arena, value, 3)) put(c, {
		key: cell(arena, value, 5),
		value,
		merge: mergeKey
	});
}
function put(c, entry) {
	const identity = identityOf$1(c.d, entry.key);
	const earlier = c.entries.get(identity);
	if (earlier !== void 0) {
		const key = keyText(c.d, entry.key);
		c.repeated ??= {
			message: alreadySet(key, formOf(c.d.builder, entry.key) === Form.jsonString),
			offset: cell(c.d.builder.arena, entry.value, 1)
		};
		if (entry.merge === 0 ? earlier.merge === 0 : entry.merge !== earlier.merge) c.surprises.push(surprise(c.d, entry.merge === 0 ? "duplicate-key" : "merge-override", key, earlier.key, entry.key, false));
		c.entries.delete(identity);
	}
	c.entries.set(identity, entry);
}
function alreadySet(key, inJson) {
	const name = JSON.stringify(key);
	return inJson ? `strict decoding error: duplicate field ${name}` : `yaml: unmarshal errors: key ${name} already set in map`;
}
/** Keys are equal in Go if type and value are: `1` is not `"1"`, and NaN equals nothing. */
function identityOf$1(d, key) {
	const { type, spelling } = resolveNode(d, written(d.builder, key));
	if (type === "float64") {
		if (spelling === "NaN") return `NaN ${key}`;
		return `float64 ${spelling === "-0" ? "0" : spelling}`;
	}
	return type === "timestamp" ? `string ${spelling}` : `${type} ${spelling}`;
}
/** Keys that differ in Go and are the same in JSON: which of them stays is random (Go's map order). */
function* withoutCollisions(c) {
	const last = /* @__PURE__ */ new Map();
	for (const entry of c.entries.values()) {
		const key = keyText(c.d, entry.key);
		const earlier = last.get(key);
		if (earlier !== void 0) c.surprises.push(surprise(c.d, "duplicate-key", key, earlier.key, entry.key, true));
		last.set(key, entry);
	}
	for (const entry of c.entries.values()) if (last.get(keyText(c.d, entry.key)) === entry) yield entry;
}
function surprise(d, form, key, loser, winner, undetermined) {
	const { arena } = d.builder;
	return {
		form,
		key,
		start: cell(arena, loser, 1),
		end: cell(arena, loser, 2),
		winnerStart: cell(arena, winner, 1),
		winnerEnd: cell(arena, winner, 2),
		undetermined
	};
}
function relink(arena, mapping, entries) {
	let previous = 0;
	setCell(arena, mapping, 4, 0);
	for (const { key, value, merge } of entries) {
		let node = value;
		if (merge !== 0) {
			node = addNode(arena, Form.merged, cell(arena, value, 1), cell(arena, value, 2));
			setCell(arena, node, 4, value);
			setCell(arena, node, 5, key);
		}
		if (previous === 0) setCell(arena, mapping, 4, node);
		else setCell(arena, previous, 3, node);
		setCell(arena, node, 3, 0);
		previous = node;
	}
	setCell(arena, mapping, 6, previous);
}
function isUnspeakable(d, node) {
	if (formOf(d.builder, node) !== Form.plain && (cell(d.builder.arena, node, 0) & 32) === 0) return false;
	const { type, spelling } = resolveNode(d, node);
	return type === "float64" && (spelling === "NaN" || spelling.endsWith("Inf"));
}
function mayHoldUnspeakable(d) {
	const { builder, chunk } = d;
	const { arena } = builder;
	for (let node = 1; node < arena.count; node++) {
		if (formOf(builder, node) > Form.folded) continue;
		const first = chunk.text.charCodeAt(cell(arena, node, 1));
		if ((first === 46 || first === 43 || first === 45 || (cell(arena, node, 0) & 32) !== 0) && isUnspeakable(d, node)) return true;
	}
	for (const mapping of builder.mappings) for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) if (!isSpeakableKey(d, cell(arena, entry, 5))) return true;
	return false;
}
function isSpeakableKey(d, key) {
	if ((cell(d.builder.arena, key, 0) & 64) !== 0) return true;
	return spellKey(resolveNode(d, written(d.builder, key))) !== void 0;
}
/**
* The first value or key that Go reads and can not turn into JSON. Overwritten entries do not count, so this walks what
* is left, each node once.
*/
function findUnspeakable(d) {
	const { builder } = d;
	const { arena } = builder;
	const seen = new Uint8Array(arena.count);
	const waiting = [builder.root];
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		const node = written(builder, next);
		if (seen[node] === 1) continue;
		seen[node] = 1;
		const form = formOf(builder, node);
		if (form === Form.mapping || form === Form.sequence) for (let child = cell(arena, node, 4); child !== 0; child = cell(arena, child, 3)) {
			const key = cell(arena, child, 5);
			if (form === Form.mapping && !isSpeakableKey(d, key)) return {
				message: "unsupported map key",
				offset: cell(arena, key, 1)
			};
			waiting.push(child);
		}
		else if (isUnspeakable(d, node)) return {
			message: `json: unsupported value: ${resolveNode(d, node).spelling}`,
			offset: cell(arena, next, 1)
		};
	}
}
//#endregion
//#region packages/parser/src/reader/hidden-text.ts
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
const otherBreak = /[\r\x85\u2028\u2029]/;
const hiddenBreak = /\r(?!\r?\n)|[\x85\u2028\u2029]/g;
/** First character from `start` on that YAML does not allow; the length of the text if there is none. */
function findControl(text, start) {
	control.lastIndex = start;
	return control.exec(text)?.index ?? text.length;
}
/** Whether LF alone ends lines in a text. */
function onlyLineFeeds(text) {
	return !otherBreak.test(text);
}
/** At most so many hidden line breaks of a document are worth telling. */
const TOLD = 100;
/** Line breaks for Go that are none, or unusual ones, for a person: U+0085, U+2028, U+2029, a lone CR. */
function hiddenBreaks(text, start, end) {
	const found = [];
	hiddenBreak.lastIndex = start;
	while (found.length < TOLD) {
		const match = hiddenBreak.exec(text);
		if (match === null || match.index >= end) break;
		found.push({
			form: "line-break",
			start: match.index,
			end: match.index + 1
		});
	}
	return found;
}
const spaceAndComments = /(?:\s+|#[^\n\r\x85\u2028\u2029]*)+/y;
/** Text after a document's end that Go never looks at; undefined if there are only blanks and comments. */
function ignoredText(text, from, end) {
	spaceAndComments.lastIndex = from;
	const start = spaceAndComments.test(text) ? spaceAndComments.lastIndex : from;
	if (start >= end) return void 0;
	return {
		form: "ignored-text",
		start,
		end: start + text.slice(start, end).trimEnd().length
	};
}
/** Bytes that goyaml reads at once (yamlprivateh.go input_raw_buffer_size). */
const BUFFER_SIZE = 512;
/**
* Whether Go meets the character at `control` although the document ends before it: it reads and checks the text in
* pieces of 512 bytes, up to the piece that holds `position`.
*/
function isReadAhead(text, start, position, control, split) {
	let bytes = 0;
	let pieceStart = 0;
	for (let i = start; i < control;) {
		const { units, length } = characterAt(text, i, split);
		if (bytes + length - pieceStart > BUFFER_SIZE) {
			if (i > position) return false;
			pieceStart = bytes;
		}
		bytes += length;
		i += units;
	}
	const { length } = characterAt(text, control, split);
	return bytes + length - pieceStart <= BUFFER_SIZE || control <= position;
}
/**
* Where goyaml's buffer has to be filled again, for a chunk with byte order marks inside; none for others. goyaml looks
* for the mark at the start of its buffer instead of at the place it has reached (yamlprivateh.go is_bom): while a mark
* stands there, it drops the first character of each line, even the `#` of a comment.
*/
function bufferEnds(text, start, end, split) {
	const mark = text.indexOf("﻿", withoutMark(text, start));
	if (mark < 0 || mark >= end) return [];
	const ends = [];
	let bytes = 0;
	let pieceStart = 0;
	for (let position = start; position < end;) {
		const { units, length } = characterAt(text, position, split);
		if (bytes + length - pieceStart > BUFFER_SIZE) {
			ends.push(position);
			pieceStart = bytes;
		}
		bytes += length;
		position += units;
	}
	ends.push(end);
	return ends;
}
/** How many UTF-16 units and how many UTF-8 bytes a character takes; Go's splitter drops a CR before LF. */
function characterAt(text, at, split) {
	const unit = text.charCodeAt(at);
	if (split && unit === 13 && text.charCodeAt(at + 1) === 10) return {
		units: 1,
		length: 0
	};
	if (unit < 128) return {
		units: 1,
		length: 1
	};
	if (unit < 2048) return {
		units: 1,
		length: 2
	};
	return (unit & 64512) === 55296 && at + 1 < text.length ? {
		units: 2,
		length: 4
	} : {
		units: 1,
		length: 3
	};
}
function withoutMark(text, start) {
	return text.charCodeAt(start) === 65279 ? start + 1 : start;
}
//#endregion
//#region packages/parser/src/reader/node-tree.ts
/** The document in the arena, as others see it; whoever fills the arena sets text and root. */
function treeOf(d) {
	const { builder, chunk } = d;
	const { arena } = builder;
	const tree = {
		text: "",
		root: 0,
		kind: (node) => knownKind(d, node) ?? kindOf(d, written(builder, node)),
		start: (node) => cell(arena, node, 1),
		end: (node) => cell(arena, node, 2),
		first: (node) => {
			const target = written(builder, node);
			const form = cell(arena, target, 0) & 15;
			return form === Form.mapping || form === Form.sequence ? cell(arena, target, 4) : 0;
		},
		next: (node) => cell(arena, node, 3),
		key: (entry) => keyText(d, cell(arena, entry, 5)),
		keyIs: (entry, key) => {
			const node = cell(arena, entry, 5);
			const flags = cell(arena, node, 0);
			if ((flags & 64) === 0) return keyText(d, node) === key;
			const quote = (flags & 15) === Form.plain ? 0 : 1;
			const start = cell(arena, node, 1) + quote;
			return cell(arena, node, 2) - quote - start === key.length && chunk.text.startsWith(key, start);
		},
		keyStart: (entry) => cell(arena, cell(arena, entry, 5), 1),
		keyEnd: (entry) => cell(arena, cell(arena, entry, 5), 2),
		scalar: (node) => scalarText(d, written(builder, node)),
		offsets: (node) => offsetsOf(d, written(builder, node), tree.text.length)
	};
	return tree;
}
function offsetsOf(d, node, textLength) {
	const { arena } = d.builder;
	const flags = cell(arena, node, 0);
	const form = flags & 15;
	const start = cell(arena, node, 1);
	const end = cell(arena, node, 2);
	const { length } = scalarText(d, node);
	const offsets = [];
	if ((flags & 16) !== 0) decodeScalar(d.chunk, form, start, end, cell(arena, node, 4), offsets);
	else {
		const quote = form === Form.plain || form === Form.jsonLiteral ? 0 : 1;
		for (let i = start + quote; i <= end - quote; i++) offsets.push(i);
	}
	if ((offsets.at(-1) ?? 0) > textLength) offsets[offsets.length - 1] = textLength;
	return offsets.length === length + 1 ? offsets : Array.from({ length: length + 1 }, (_, i) => i < length ? start : end);
}
//#endregion
//#region packages/parser/src/reader/scan-properties.ts
/** `&name` or `*name`; names are ASCII letters, digits, `_` and `-`, nothing else. */
function scanAnchor(s, kind) {
	const start = s.position;
	let position = start + 1;
	while (isWord(unitAt(s, position))) position++;
	if (position === start + 1 || !endsAnchor(unitAt(s, position))) return fail(s, "did not find expected alphabetic or numeric character", start);
	s.position = position;
	pushToken(s, kind, start, position, 0, 0);
	return true;
}
function endsAnchor(unit) {
	return isBlankOrEnd(unit) || unit === 63 || unit === 58 || unit === 44 || unit === 93 || unit === 125 || unit === 37 || unit === 64 || unit === 96;
}
/** `!tag`, `!!tag`, `!handle!tag`, `!<tag>`. The token refers to two words: handle and rest. */
function scanTag(s) {
	const start = s.position;
	let handle = "";
	let suffix;
	if (unitAt(s, start + 1) === 60) {
		s.position = start + 2;
		suffix = scanUri(s, "", false, start);
		if (suffix === void 0) return false;
		if (unitAt(s, s.position) !== 62) return fail(s, "did not find the expected '>'", start);
		s.position++;
	} else {
		handle = scanHandle(s);
		const isHandle = handle.length > 1 && handle.endsWith("!");
		suffix = scanUri(s, isHandle ? "" : handle, !isHandle, start);
		if (suffix === void 0) return false;
		if (!isHandle) {
			handle = suffix === "" ? "" : "!";
			if (suffix === "") suffix = "!";
		}
	}
	if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected whitespace or line break", start);
	pushToken(s, Token.tag, start, s.position, 0, s.words.length);
	s.words.push(handle, suffix);
	return true;
}
function scanHandle(s) {
	const start = s.position++;
	while (isWord(unitAt(s, s.position))) s.position++;
	if (unitAt(s, s.position) === 33) s.position++;
	return s.text.slice(start, s.position);
}
/** The URI part of a tag; `head` is what was taken for a handle and was none, its `!` left out. */
function scanUri(s, head, mayBeEmpty, start) {
	let uri = head.slice(1);
	const from = s.position;
	for (;;) {
		const unit = unitAt(s, s.position);
		if (unit === 37) {
			const escaped = scanUriEscape(s, start);
			if (escaped === void 0) return void 0;
			uri += escaped;
		} else if (isUriUnit(unit)) {
			uri += String.fromCharCode(unit);
			s.position++;
		} else break;
	}
	if (s.position === from && !mayBeEmpty) {
		fail(s, "did not find expected tag URI", start);
		return;
	}
	return uri;
}
function isUriUnit(unit) {
	return isWord(unit) || unit > 32 && unit < 127 && ";/?:@&=+$,.!~*'()[]".includes(String.fromCharCode(unit));
}
/** One character written as `%XX` octets of its UTF-8 form. */
function scanUriEscape(s, start) {
	const octets = [];
	let wanted = 1;
	while (octets.length < wanted) {
		const high = unitAt(s, s.position + 1);
		const low = unitAt(s, s.position + 2);
		if (unitAt(s, s.position) !== 37 || !isHexDigit(high) || !isHexDigit(low)) {
			fail(s, "did not find URI escaped octet", start);
			return;
		}
		const octet = hexValue(high) * 16 + hexValue(low);
		if (octets.length === 0) {
			wanted = octet < 128 ? 1 : (octet & 224) === 192 ? 2 : (octet & 240) === 224 ? 3 : (octet & 248) === 240 ? 4 : 0;
			if (wanted === 0) {
				fail(s, "found an incorrect leading UTF-8 octet", start);
				return;
			}
		} else if ((octet & 192) !== 128) {
			fail(s, "found an incorrect trailing UTF-8 octet", start);
			return;
		}
		octets.push(octet);
		s.position += 3;
	}
	return new TextDecoder().decode(Uint8Array.from(octets));
}
/** `%YAML 1.1` or `%TAG !x! prefix`. */
function scanDirective(s) {
	const start = s.position++;
	const nameStart = s.position;
	while (isWord(unitAt(s, s.position))) s.position++;
	const name = s.text.slice(nameStart, s.position);
	if (name === "") return fail(s, "could not find expected directive name", start);
	if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "found unexpected non-alphabetical character", start);
	if (name === "YAML") {
		if (!scanVersion(s, start)) return false;
	} else if (name === "TAG") {
		if (!scanTagDirective(s, start)) return false;
	} else return fail(s, "found unknown directive name", start);
	skipBlanks(s);
	if (unitAt(s, s.position) === 35) while (!isBreakOrEnd(unitAt(s, s.position))) s.position++;
	if (!isBreakOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected comment or line break", start);
	if (isBreak(unitAt(s, s.position))) skipBreak(s);
	return true;
}
function scanVersion(s, start) {
	skipBlanks(s);
	const major = scanVersionNumber(s, start);
	if (major < 0) return false;
	if (unitAt(s, s.position) !== 46) return fail(s, "did not find expected digit or '.' character", start);
	s.position++;
	const minor = scanVersionNumber(s, start);
	if (minor < 0) return false;
	pushToken(s, Token.versionDirective, start, s.position, 0, major * 100 + minor);
	return true;
}
function scanVersionNumber(s, start) {
	const from = s.position;
	let value = 0;
	while (isDigit(unitAt(s, s.position))) {
		if (s.position - from === 2) {
			fail(s, "found extremely long version number", start);
			return -1;
		}
		value = value * 10 + unitAt(s, s.position) - 48;
		s.position++;
	}
	if (s.position > from) return value;
	fail(s, "did not find expected version number", start);
	return -1;
}
function scanTagDirective(s, start) {
	skipBlanks(s);
	if (unitAt(s, s.position) !== 33) return fail(s, "did not find expected '!'", start);
	const handle = scanHandle(s);
	if (handle !== "!" && !handle.endsWith("!")) return fail(s, "did not find expected '!'", start);
	if (!isBlank(unitAt(s, s.position))) return fail(s, "did not find expected whitespace", start);
	skipBlanks(s);
	const prefix = scanUri(s, "", false, start);
	if (prefix === void 0) return false;
	if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected whitespace or line break", start);
	pushToken(s, Token.tagDirective, start, s.position, 0, s.words.length);
	s.words.push(handle, prefix);
	return true;
}
function skipBlanks(s) {
	while (isBlank(unitAt(s, s.position))) s.position++;
}
//#endregion
//#region packages/parser/src/reader/scan.ts
/** Kind of the next token, `Token.none` after a failure. The token stays at the head of the queue. */
function peekToken(s) {
	if (!s.available) {
		if (!fetchTokens(s)) return Token.none;
		s.available = true;
	}
	return s.tokens[s.head * 5] ?? Token.none;
}
/** Scans until the token at the head is complete: until it can not turn out to start a key any more. */
function fetchTokens(s) {
	for (;;) {
		if (s.head !== s.tail) {
			const key = s.keyOfToken[s.head] ?? 0;
			if (key === 0) return true;
			const valid = simpleKeyIsValid(s, key - 1);
			if (s.problem !== "") return false;
			if (!valid) return true;
		}
		if (!fetchToken(s)) return false;
	}
}
function fetchToken(s) {
	skipToToken(s);
	const { position } = s;
	const column = position - s.lineStart;
	unrollIndent(s, column);
	const unit = unitAt(s, position);
	if (unit === 0 && position >= s.end) return fetchStreamEnd(s);
	if (column === 0) {
		if (unit === 37) return startDocumentPart(s) && scanDirective(s);
		if ((unit === 45 || unit === 46) && atDocumentIndicator(s, position)) return startDocumentPart(s) && single(s, unit === 45 ? Token.documentStart : Token.documentEnd, 3);
	}
	switch (unit) {
		case 91:
		case 123:
			if (!saveSimpleKey(s) || !increaseFlowLevel(s)) return false;
			s.simpleKeyAllowed = true;
			return single(s, unit === 91 ? Token.flowSequenceStart : Token.flowMappingStart, 1);
		case 93:
		case 125:
			if (!removeSimpleKey(s)) return false;
			decreaseFlowLevel(s);
			s.simpleKeyAllowed = false;
			return single(s, unit === 93 ? Token.flowSequenceEnd : Token.flowMappingEnd, 1);
		case 44:
			if (!removeSimpleKey(s)) return false;
			s.simpleKeyAllowed = true;
			return single(s, Token.flowEntry, 1);
		case 45:
			if (isBlankOrEnd(unitAt(s, position + 1))) return fetchBlockEntry(s);
			return fetchScalar(s, unit);
		case 63:
			if (s.flowLevel > 0 || isBlankOrEnd(unitAt(s, position + 1))) return fetchKey(s);
			return fetchScalar(s, unit);
		case 58:
			if (s.flowLevel > 0 || isBlankOrEnd(unitAt(s, position + 1))) return fetchValue(s);
			return fetchScalar(s, unit);
		case 42:
		case 38:
		case 33:
			if (!saveSimpleKey(s)) return false;
			s.simpleKeyAllowed = false;
			return unit === 33 ? scanTag(s) : scanAnchor(s, unit === 42 ? Token.alias : Token.anchor);
		case 124:
		case 62:
			if (s.flowLevel > 0) break;
			if (!removeSimpleKey(s)) return false;
			s.simpleKeyAllowed = true;
			return scanBlockScalar(s, unit === 124);
		case 37:
		case 64:
		case 96:
		case 9: break;
		default: return fetchScalar(s, unit);
	}
	return fail(s, "found character that cannot start any token", position);
}
function fetchScalar(s, unit) {
	if (!saveSimpleKey(s)) return false;
	s.simpleKeyAllowed = false;
	if (unit === 39) return scanQuoted(s, true);
	if (unit === 34) return scanQuoted(s, false);
	return scanPlain(s);
}
/** Steps over blanks, comments and line breaks. A tab counts as blank only where no key may start. */
function skipToToken(s) {
	for (;;) {
		if (s.position < s.markEnd && s.position === s.lineStart) s.position++;
		let { position } = s;
		let unit = unitAt(s, position);
		while (unit === 32 || unit === 9 && (s.flowLevel > 0 || !s.simpleKeyAllowed)) unit = unitAt(s, ++position);
		if (unit === 35) if (s.onlyLineFeeds) {
			const lineFeed = s.text.indexOf("\n", position);
			position = lineFeed < 0 || lineFeed > s.end ? s.end : lineFeed;
			unit = unitAt(s, position);
		} else while (!isBreakOrEnd(unit)) unit = unitAt(s, ++position);
		if (s.bufferEnds.length > 0) noteBuffer(s, s.position, position, 1);
		s.position = position;
		if (!isBreak(unit)) return;
		skipBreak(s);
		if (s.flowLevel === 0) s.simpleKeyAllowed = true;
	}
}
function single(s, kind, length) {
	const { position } = s;
	s.position = position + length;
	pushToken(s, kind, position, position + length, 0, 0);
	return true;
}
function startDocumentPart(s) {
	unrollIndent(s, -1);
	if (!removeSimpleKey(s)) return false;
	s.simpleKeyAllowed = false;
	return true;
}
function fetchStreamEnd(s) {
	s.lineStart = s.position;
	return startDocumentPart(s) && single(s, Token.streamEnd, 0);
}
function fetchBlockEntry(s) {
	const { position } = s;
	if (s.flowLevel === 0) {
		if (!s.simpleKeyAllowed) return fail(s, "block sequence entries are not allowed in this context", position);
		if (!rollIndent(s, position - s.lineStart, -1, Token.blockSequenceStart, position)) return false;
	}
	if (!removeSimpleKey(s)) return false;
	s.simpleKeyAllowed = true;
	return single(s, Token.blockEntry, 1);
}
function fetchKey(s) {
	const { position } = s;
	if (s.flowLevel === 0) {
		if (!s.simpleKeyAllowed) return fail(s, "mapping keys are not allowed in this context", position);
		if (!rollIndent(s, position - s.lineStart, -1, Token.blockMappingStart, position)) return false;
	}
	if (!removeSimpleKey(s)) return false;
	s.simpleKeyAllowed = s.flowLevel === 0;
	return single(s, Token.key, 1);
}
function fetchValue(s) {
	const { position, flowLevel } = s;
	const valid = simpleKeyIsValid(s, flowLevel);
	if (s.problem !== "") return false;
	if (valid) {
		const number = s.keyToken[flowLevel] ?? 0;
		const start = s.keyStart[flowLevel] ?? 0;
		insertToken(s, number, Token.key, start);
		if (!rollIndent(s, start - (s.keyLineStart[flowLevel] ?? 0), number, Token.blockMappingStart, start)) return false;
		s.keyPossible[flowLevel] = 0;
		forgetKeyOfToken(s, number);
		s.simpleKeyAllowed = false;
	} else {
		if (flowLevel === 0) {
			if (!s.simpleKeyAllowed) return fail(s, "mapping values are not allowed in this context", position);
			if (!rollIndent(s, position - s.lineStart, -1, Token.blockMappingStart, position)) return false;
		}
		s.simpleKeyAllowed = flowLevel === 0;
	}
	return single(s, Token.value, 1);
}
//#endregion
//#region packages/parser/src/reader/parse.ts
/** What the parser expects next; libyaml's states (parserc.go). */
const State = {
	end: 0,
	documentStart: 1,
	documentContent: 2,
	documentEnd: 3,
	blockNode: 4,
	blockSequenceEntry: 5,
	indentlessSequenceEntry: 6,
	blockMappingKey: 7,
	blockMappingValue: 8,
	flowSequenceFirst: 9,
	flowSequenceEntry: 10,
	flowPairKey: 11,
	flowPairValue: 12,
	flowPairEnd: 13,
	flowMappingFirst: 14,
	flowMappingKey: 15,
	flowMappingValue: 16,
	flowMappingEmptyValue: 17
};
function newParser(builder) {
	return {
		scanner: newScanner(),
		builder,
		states: [],
		lastEnd: 0,
		anchors: /* @__PURE__ */ new Map(),
		tagHandles: /* @__PURE__ */ new Map()
	};
}
/** Whether the whole chunk has been read, and no key waits for its colon. */
function atEnd(s) {
	return s.position >= s.end && s.head === s.tail && (s.keyPossible[0] === 0 || s.keyRequired[0] === 0);
}
/** Takes the parser one state further: at most one node. */
function step(p, state) {
	switch (state) {
		case State.documentStart: return parseDocumentStart(p);
		case State.documentContent: return parseDocumentContent(p);
		case State.documentEnd:
			if (!atEnd(p.scanner)) peekToken(p.scanner);
			return State.end;
		case State.blockNode: return parseNode(p, true, false);
		case State.blockSequenceEntry: return parseBlockSequenceEntry(p);
		case State.indentlessSequenceEntry: return parseIndentlessSequenceEntry(p);
		case State.blockMappingKey: return parseBlockMappingKey(p);
		case State.blockMappingValue: return parseBlockMappingValue(p);
		case State.flowSequenceFirst:
		case State.flowSequenceEntry: return parseFlowSequenceEntry(p, state === State.flowSequenceFirst);
		case State.flowPairKey: return parseFlowPairKey(p);
		case State.flowPairValue: return parseFlowPairValue(p);
		case State.flowPairEnd:
			closeCollection(p.builder, p.lastEnd);
			return State.flowSequenceEntry;
		case State.flowMappingFirst:
		case State.flowMappingKey: return parseFlowMappingKey(p, state === State.flowMappingFirst);
		case State.flowMappingValue: return parseFlowMappingValue(p);
		default: return addEmpty(p, State.flowMappingKey);
	}
}
function drop(p) {
	const s = p.scanner;
	const end = tokenCell(s, 2);
	if (end > p.lastEnd) p.lastEnd = end;
	dropToken(s);
}
function tokenCell(s, field) {
	return s.tokens[s.head * 5 + field] ?? 0;
}
function unexpected(p, problem) {
	const s = p.scanner;
	if (s.problem === "") fail(s, problem, tokenCell(s, 1));
	return State.end;
}
function addEmpty(p, next) {
	attach(p.builder, addNode(p.builder.arena, Form.plain, p.lastEnd, p.lastEnd));
	return next;
}
function openNode(p, form, start, anchor, next) {
	const node = openCollection(p.builder, form, start);
	if (anchor !== "") p.anchors.set(anchor, node);
	return next;
}
/** Block collections end with their last child. */
function closeBlock(p) {
	const { arena, open } = p.builder;
	const node = open[open.length - 1] ?? 0;
	const last = cell(arena, node, 6);
	closeCollection(p.builder, cell(arena, last === 0 ? node : last, 2));
	return p.states.pop() ?? State.end;
}
function parseDocumentStart(p) {
	const s = p.scanner;
	let kind = peekToken(s);
	if (kind === Token.streamEnd || kind === Token.none) return State.end;
	if (kind !== Token.versionDirective && kind !== Token.tagDirective && kind !== Token.documentStart) {
		p.states.push(State.documentEnd);
		return State.blockNode;
	}
	let versionSeen = false;
	while (kind === Token.versionDirective || kind === Token.tagDirective) {
		const extra = tokenCell(s, 4);
		if (kind === Token.versionDirective) {
			if (versionSeen) return unexpected(p, "found duplicate %YAML directive");
			if (extra !== 101) return unexpected(p, "found incompatible YAML document");
			versionSeen = true;
		} else {
			const handle = s.words[extra] ?? "";
			if (p.tagHandles.has(handle)) return unexpected(p, "found duplicate %TAG directive");
			p.tagHandles.set(handle, s.words[extra + 1] ?? "");
		}
		drop(p);
		kind = peekToken(s);
	}
	if (kind !== Token.documentStart) return unexpected(p, "did not find expected <document start>");
	drop(p);
	p.states.push(State.documentEnd);
	return State.documentContent;
}
function parseDocumentContent(p) {
	const kind = peekToken(p.scanner);
	if (kind === Token.versionDirective || kind === Token.tagDirective || kind === Token.documentStart || kind === Token.documentEnd || kind === Token.streamEnd) return addEmpty(p, p.states.pop() ?? State.end);
	return parseNode(p, true, false);
}
function parseNode(p, block, indentless) {
	const s = p.scanner;
	let kind = peekToken(s);
	let start = tokenCell(s, 1);
	if (kind === Token.alias) return addAlias(p, start);
	let anchor = "";
	let tag = "";
	let tagged = false;
	if (kind === Token.anchor || kind === Token.tag) {
		for (let seen = 0; kind === Token.anchor || kind === Token.tag;) {
			const bit = kind === Token.anchor ? 1 : 2;
			if ((seen & bit) !== 0) break;
			seen |= bit;
			if (kind === Token.anchor) anchor = s.text.slice(tokenCell(s, 1) + 1, tokenCell(s, 2));
			else {
				tagged = true;
				const resolved = resolveTag(p, tokenCell(s, 4));
				if (resolved === void 0) return unexpected(p, "found undefined tag handle");
				tag = resolved;
			}
			drop(p);
			kind = peekToken(s);
		}
		start = tokenCell(s, 1);
	}
	if (indentless && kind === Token.blockEntry) return openNode(p, Form.sequence, start, anchor, State.indentlessSequenceEntry);
	switch (kind) {
		case Token.scalar: {
			const node = addNode(p.builder.arena, tokenCell(s, 3) | (tagged ? 32 : 0), start, tokenCell(s, 2));
			setCell(p.builder.arena, node, 4, tokenCell(s, 4));
			if (mayBeInfinite(s.text, start)) p.builder.special = true;
			return finishScalar(p, node, tag, anchor, true);
		}
		case Token.flowSequenceStart: return openNode(p, Form.sequence, start, anchor, State.flowSequenceFirst);
		case Token.flowMappingStart: return openNode(p, Form.mapping, start, anchor, State.flowMappingFirst);
		case Token.blockSequenceStart:
			if (!block) break;
			drop(p);
			return openNode(p, Form.sequence, start, anchor, State.blockSequenceEntry);
		case Token.blockMappingStart:
			if (!block) break;
			drop(p);
			return openNode(p, Form.mapping, start, anchor, State.blockMappingKey);
	}
	if (anchor !== "" || tag !== "") return finishScalar(p, addNode(p.builder.arena, Form.plain | (tagged ? 32 : 0), p.lastEnd, p.lastEnd), tag, anchor, false);
	return unexpected(p, "did not find expected node content");
}
function finishScalar(p, node, tag, anchor, hasToken) {
	const { builder } = p;
	if (tag !== "") {
		builder.special = true;
		setCell(builder.arena, node, 6, builder.tags.length);
		builder.tags.push(tag);
	}
	attach(builder, node);
	if (anchor !== "") p.anchors.set(anchor, node);
	if (hasToken) drop(p);
	return p.states.pop() ?? State.end;
}
/** `.inf`, `-.nan` and the like, which JSON can not spell: composing the document tells. */
function mayBeInfinite(text, start) {
	const unit = text.charCodeAt(start);
	return unit === 46 || (unit === 43 || unit === 45) && text.charCodeAt(start + 1) === 46;
}
function addAlias(p, start) {
	const s = p.scanner;
	const end = tokenCell(s, 2);
	const name = s.text.slice(start + 1, end);
	const target = p.anchors.get(name);
	if (target === void 0) return unexpected(p, `unknown anchor '${name}' referenced`);
	const { builder } = p;
	const node = addNode(builder.arena, Form.alias, start, end);
	setCell(builder.arena, node, 4, target);
	builder.aliasCount++;
	builder.special = true;
	attach(builder, node);
	drop(p);
	return p.states.pop() ?? State.end;
}
function resolveTag(p, word) {
	const handle = p.scanner.words[word] ?? "";
	const suffix = p.scanner.words[word + 1] ?? "";
	if (handle === "") return suffix;
	const prefix = p.tagHandles.get(handle) ?? (handle === "!" ? "!" : handle === "!!" ? "tag:yaml.org,2002:" : void 0);
	const tag = prefix === void 0 ? "" : prefix + suffix;
	return tag === "" ? void 0 : tag;
}
function parseBlockSequenceEntry(p) {
	const s = p.scanner;
	const kind = peekToken(s);
	if (kind === Token.blockEntry) {
		drop(p);
		return readItem$1(p, State.blockSequenceEntry);
	}
	if (kind !== Token.blockEnd) return unexpected(p, "did not find expected '-' indicator");
	dropToken(s);
	return closeBlock(p);
}
function parseIndentlessSequenceEntry(p) {
	if (peekToken(p.scanner) !== Token.blockEntry) return closeBlock(p);
	drop(p);
	return readItem$1(p, State.indentlessSequenceEntry);
}
/** What follows a dash that has been dropped; `state` is that of the sequence. */
function readItem$1(p, state) {
	const kind = peekToken(p.scanner);
	if (kind === Token.blockEntry || kind === Token.blockEnd || state === State.indentlessSequenceEntry && (kind === Token.key || kind === Token.value)) return addEmpty(p, state);
	p.states.push(state);
	return parseNode(p, true, false);
}
function parseBlockMappingKey(p) {
	const s = p.scanner;
	let kind = peekToken(s);
	if (kind === Token.key) {
		drop(p);
		kind = peekToken(s);
		if (kind === Token.key || kind === Token.value || kind === Token.blockEnd) return addEmpty(p, State.blockMappingValue);
		p.states.push(State.blockMappingValue);
		return parseNode(p, true, true);
	}
	if (kind !== Token.blockEnd) return unexpected(p, "did not find expected key");
	dropToken(s);
	return closeBlock(p);
}
function parseBlockMappingValue(p) {
	if (peekToken(p.scanner) !== Token.value) return addEmpty(p, State.blockMappingKey);
	drop(p);
	return readValue$2(p);
}
/** What follows a colon that has been dropped. */
function readValue$2(p) {
	const kind = peekToken(p.scanner);
	if (kind === Token.key || kind === Token.value || kind === Token.blockEnd) return addEmpty(p, State.blockMappingKey);
	p.states.push(State.blockMappingKey);
	return parseNode(p, true, true);
}
function parseFlowSequenceEntry(p, first) {
	const s = p.scanner;
	if (first) drop(p);
	let kind = peekToken(s);
	if (kind !== Token.flowSequenceEnd) {
		if (!first) {
			if (kind !== Token.flowEntry) return unexpected(p, "did not find expected ',' or ']'");
			drop(p);
			kind = peekToken(s);
		}
		if (kind === Token.key) {
			const start = tokenCell(s, 1);
			drop(p);
			return openNode(p, Form.mapping, start, "", State.flowPairKey);
		}
		if (kind !== Token.flowSequenceEnd) {
			p.states.push(State.flowSequenceEntry);
			return parseNode(p, false, false);
		}
	}
	return closeFlow(p);
}
function closeFlow(p) {
	const end = tokenCell(p.scanner, 2);
	drop(p);
	closeCollection(p.builder, end);
	return p.states.pop() ?? State.end;
}
function parseFlowPairKey(p) {
	const kind = peekToken(p.scanner);
	if (kind !== Token.value && kind !== Token.flowEntry && kind !== Token.flowSequenceEnd) {
		p.states.push(State.flowPairValue);
		return parseNode(p, false, false);
	}
	drop(p);
	return addEmpty(p, State.flowPairValue);
}
function parseFlowPairValue(p) {
	const s = p.scanner;
	if (peekToken(s) === Token.value) {
		drop(p);
		const kind = peekToken(s);
		if (kind !== Token.flowEntry && kind !== Token.flowSequenceEnd) {
			p.states.push(State.flowPairEnd);
			return parseNode(p, false, false);
		}
	}
	return addEmpty(p, State.flowPairEnd);
}
function parseFlowMappingKey(p, first) {
	const s = p.scanner;
	if (first) drop(p);
	let kind = peekToken(s);
	if (kind !== Token.flowMappingEnd) {
		if (!first) {
			if (kind !== Token.flowEntry) return unexpected(p, "did not find expected ',' or '}'");
			drop(p);
			kind = peekToken(s);
		}
		if (kind === Token.key) {
			drop(p);
			kind = peekToken(s);
			if (kind === Token.value || kind === Token.flowEntry || kind === Token.flowMappingEnd) return addEmpty(p, State.flowMappingValue);
			p.states.push(State.flowMappingValue);
			return parseNode(p, false, false);
		}
		if (kind !== Token.flowMappingEnd) {
			p.states.push(State.flowMappingEmptyValue);
			return parseNode(p, false, false);
		}
	}
	return closeFlow(p);
}
function parseFlowMappingValue(p) {
	const s = p.scanner;
	if (peekToken(s) === Token.value) {
		drop(p);
		const kind = peekToken(s);
		if (kind !== Token.flowEntry && kind !== Token.flowMappingEnd) {
			p.states.push(State.flowMappingKey);
			return parseNode(p, false, false);
		}
	}
	return addEmpty(p, State.flowMappingKey);
}
//#endregion
//#region packages/parser/src/reader/quick-value.ts
/** Keys and values that stand on one line, read without tokens (`quick-block.ts`). */
const WORD = 1;
const PLAIN_START = 2;
const classes = new Uint8Array(128);
for (const word of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./") classes[word.charCodeAt(0)] = WORD | PLAIN_START;
classes[45] = WORD;
for (const start of "+($<=~^;\\)") classes[start.charCodeAt(0)] = PLAIN_START;
/** A key longer than this is left to the scanner, which counts characters. */
const LONG = 1e3;
function endsIndicator(s, position) {
	const unit = unitAt(s, position);
	return unit === 32 || unit === 10 || unit === 0;
}
/** The colon after a key of one word at a place; -1 if something else stands there. */
function findColon(s, start) {
	const { units } = s;
	const limit = Math.min(s.end, start + LONG);
	let unit = units[start] ?? 0;
	if (unit > 127 || ((classes[unit] ?? 0) & PLAIN_START) === 0 || unit === 46 || unit === 92) return -1;
	let position = start;
	while (unit < 128 && ((classes[unit] ?? 0) & WORD) !== 0) {
		position++;
		if (position >= limit) return -1;
		unit = units[position] ?? 0;
	}
	return unit === 58 && endsIndicator(s, position + 1) ? position : -1;
}
function addKey(p, start, end) {
	const { arena, text } = p.builder;
	if (!isPlainString(text, start, end)) {
		p.builder.special = true;
		return addNode(arena, Form.plain, start, end);
	}
	const key = addNode(arena, Form.plain | 64, start, end);
	let hash = end - start;
	const { units } = p.scanner;
	for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + (units[i] ?? 0) | 0;
	setCell(arena, key, 7, hash);
	return key;
}
/** A value on one line, with which its block goes on; 0 if it is anything else, and nothing has happened then. */
function quickScalar(p, start, unit) {
	if (unit === 34 || unit === 39) return quickQuoted(p, start, unit);
	if (unit === 91) return quickSequence(p, start);
	if (unit === 123) return quickMapping(p, start);
	if (unit === 124 || unit === 62) return quickBlockScalar(p, start, unit === 124);
	return unit > 127 || ((classes[unit] ?? 0) & PLAIN_START) !== 0 || unit === 45 && !endsIndicator(p.scanner, start + 1) ? quickPlain(p, start) : 0;
}
function finish(p, node, end) {
	const s = p.scanner;
	s.position = end;
	s.simpleKeyAllowed = false;
	p.lastEnd = end;
	return node;
}
/** Whether only blanks and a comment follow on the line. */
function endsLine(s, position) {
	let at = position;
	let unit = unitAt(s, at);
	while (unit === 32) unit = unitAt(s, ++at);
	return unit === 10 || unit === 35 || unit === 0;
}
function quickPlain(p, start) {
	const s = p.scanner;
	const { units, end } = s;
	let contentEnd = start;
	let position = start;
	let unit = units[position] ?? 0;
	for (; position < end && unit !== 10; unit = units[++position] ?? 0) {
		if (unit === 32) continue;
		if (unit === 58) {
			const next = unitAt(s, position + 1);
			if (next === 32 || next === 10 || next === 9 || next === 0) return 0;
		} else if (unit === 35) {
			if (contentEnd < position) break;
		} else if (unit === 9) return 0;
		contentEnd = position + 1;
	}
	let { lineStart } = s;
	const isLast = position < end && unit === 10;
	while (position < end && unit === 10) {
		lineStart = ++position;
		unit = unitAt(s, position);
		while (unit === 32) unit = unitAt(s, ++position);
	}
	if (isLast && position < end && unit !== 35 && (position - lineStart > s.indent || unit === 9)) return 0;
	const { builder } = p;
	const first = units[start];
	if (first === 46 || (first === 43 || first === 45) && units[start + 1] === 46) builder.special = true;
	finish(p, 0, contentEnd);
	s.position = position;
	s.lineStart = lineStart;
	s.simpleKeyAllowed = isLast;
	return addNode(builder.arena, Form.plain, start, contentEnd);
}
/** End of a quoted scalar that has no escapes and stands on one line; -1 otherwise. */
function endOfQuoted(s, start, quote) {
	const { units, end } = s;
	let position = start + 1;
	for (; position < end; position++) {
		const unit = units[position] ?? 0;
		if (unit === quote) break;
		if (unit === 10 || unit === 92 && quote === 34) return -1;
	}
	if (position >= end || quote === 39 && unitAt(s, position + 1) === 39) return -1;
	return position + 1;
}
function quickQuoted(p, start, quote) {
	const end = endOfQuoted(p.scanner, start, quote);
	if (end < 0 || !endsLine(p.scanner, end)) return 0;
	return finish(p, addNode(p.builder.arena, quote === 34 ? Form.double : Form.single, start, end), end);
}
/** `[a, "b"]` on one line, of scalars alone. */
function quickSequence(p, start) {
	const s = p.scanner;
	const { arena } = p.builder;
	const before = arena.count;
	const sequence = addNode(arena, Form.sequence, start, start);
	let last = 0;
	let position = start + 1;
	for (;;) {
		while (unitAt(s, position) === 32) position++;
		const unit = unitAt(s, position);
		if (unit === 93) break;
		const isQuoted = unit === 34 || unit === 39;
		const end = isQuoted ? endOfQuoted(s, position, unit) : endOfFlowWord(s, position, unit);
		let next = end;
		while (end >= 0 && unitAt(s, next) === 32) next++;
		const after = unitAt(s, next);
		if (end < 0 || after !== 44 && after !== 93) {
			arena.count = before;
			return 0;
		}
		const item = addNode(arena, isQuoted ? unit === 34 ? Form.double : Form.single : Form.plain, position, end);
		setCell(arena, last === 0 ? sequence : last, last === 0 ? 4 : 3, item);
		last = item;
		position = after === 44 ? next + 1 : next;
	}
	if (!endsLine(s, position + 1)) {
		arena.count = before;
		return 0;
	}
	setCell(arena, sequence, 6, last);
	setCell(arena, sequence, 2, position + 1);
	return finish(p, sequence, position + 1);
}
/** `{a: b, c: "d"}` on one line, of scalars alone. */
function quickMapping(p, start) {
	const s = p.scanner;
	const { arena } = p.builder;
	const before = arena.count;
	const mapping = addNode(arena, Form.mapping, start, start);
	let last = 0;
	let position = start + 1;
	for (;;) {
		while (unitAt(s, position) === 32) position++;
		if (unitAt(s, position) === 125) break;
		const colon = endOfFlowWord(s, position, unitAt(s, position));
		let valueStart = colon + 1;
		while (unitAt(s, valueStart) === 32) valueStart++;
		const unit = unitAt(s, valueStart);
		const isQuoted = unit === 34 || unit === 39;
		const end = !(colon >= 0 && unitAt(s, colon) === 58 && valueStart > colon + 1) ? -1 : isQuoted ? endOfQuoted(s, valueStart, unit) : endOfFlowWord(s, valueStart, unit);
		let next = end;
		while (end >= 0 && unitAt(s, next) === 32) next++;
		const after = unitAt(s, next);
		if (end < 0 || after !== 44 && after !== 125) {
			arena.count = before;
			return 0;
		}
		const key = addKey(p, position, colon);
		const value = addNode(arena, isQuoted ? unit === 34 ? Form.double : Form.single : Form.plain, valueStart, end);
		setCell(arena, value, 5, key);
		setCell(arena, last === 0 ? mapping : last, last === 0 ? 4 : 3, value);
		last = value;
		position = after === 44 ? next + 1 : next;
	}
	if (!endsLine(s, position + 1)) {
		arena.count = before;
		return 0;
	}
	setCell(arena, mapping, 6, last);
	setCell(arena, mapping, 2, position + 1);
	finishMapping(p.builder, mapping);
	return finish(p, mapping, position + 1);
}
function quickBlockScalar(p, start, literal) {
	const s = p.scanner;
	s.position = start;
	s.simpleKeyAllowed = true;
	if (!scanBlockScalar(s, literal)) return 0;
	const at = s.head * 5;
	const end = s.tokens[at + 2] ?? start;
	const node = addNode(p.builder.arena, s.tokens[at + 3] ?? 0, start, end);
	setCell(p.builder.arena, node, 4, s.tokens[at + 4] ?? 0);
	p.lastEnd = end;
	dropToken(s);
	return node;
}
/** End of a word in `[ ]`; colons inside it are part of it. -1 if it is none. */
function endOfFlowWord(s, start, first) {
	if (first > 127 || ((classes[first] ?? 0) & WORD) === 0 || first === 45 || first === 46) return -1;
	let position = start + 1;
	for (let unit = unitAt(s, position);; unit = unitAt(s, ++position)) {
		if (unit < 128 && ((classes[unit] ?? 0) & WORD) !== 0) continue;
		const next = unitAt(s, position + 1);
		if (unit !== 58 || next > 127 || ((classes[next] ?? 0) & WORD) === 0) return position;
	}
}
//#endregion
//#region packages/parser/src/reader/quick-block.ts
/**
* The everyday part of block YAML read without tokens: `key: value` and `- item` lines whose keys are single words and
* whose values stand on one line. It does what tokens would do, on the same scanner and parser states; at anything else
* it leaves both at a place from which tokens go on.
*/
/** Deeper indentation is left to the scanner, which knows the limit. */
const DEEP = 9e3;
/** Whether the states and the scanner are such that `readQuickly` may go on. */
function isQuick(p, state) {
	const s = p.scanner;
	return state >= State.blockSequenceEntry && state <= State.blockMappingKey && s.head === s.tail && s.onlyLineFeeds && s.bufferEnds.length === 0 && s.flowLevel === 0;
}
/**
* Enters a document whose root is a block mapping or sequence of the everyday kind, after a `---` line or without one.
* Returns the state to go on with; the given one if the document is of another kind.
*/
function startQuickly(p, state) {
	const s = p.scanner;
	if (!s.onlyLineFeeds || s.bufferEnds.length > 0) return state;
	const start = s.position;
	skipToToken(s);
	let at = s.position;
	if (at === s.lineStart && s.text.startsWith("---", at) && endsIndicator(s, at + 3) && endsLine(s, at + 3)) {
		s.position = at + 3;
		skipToToken(s);
		at = s.position;
	}
	const isSequence = unitAt(s, at) === 45 && endsIndicator(s, at + 1);
	if (at >= s.end || !isSequence && findColon(s, at) < 0) {
		s.position = start;
		s.lineStart = start;
		s.simpleKeyAllowed = true;
		return state;
	}
	p.states.push(State.documentEnd);
	pushIndent(s, at - s.lineStart);
	const root = addNode(p.builder.arena, isSequence ? Form.sequence : Form.mapping, at, at);
	p.builder.root = root;
	p.builder.open.push(root);
	p.builder.pendingKeys.push(0);
	return isSequence ? State.blockSequenceEntry : State.blockMappingKey;
}
/** Reads as many entries as it can from a state that `isQuick`; returns the state that tokens go on with. */
function readQuickly(p, state) {
	const s = p.scanner;
	const { units } = s;
	let current = state;
	for (;;) {
		if (current < State.blockSequenceEntry || current > State.blockMappingKey) return current;
		skipToToken(s);
		const at = s.position;
		const column = at - s.lineStart;
		if (column < s.indent || at >= s.end) {
			if (current !== State.indentlessSequenceEntry) s.indent = s.indents[--s.indentCount] ?? -1;
			current = closeBlock(p);
			continue;
		}
		if (column > s.indent || !s.simpleKeyAllowed || s.indentCount > DEEP) return current;
		if (s.keyPossible[0] === 1) {
			if (s.keyRequired[0] === 1) return current;
			s.keyPossible[0] = 0;
		}
		if (current === State.blockMappingKey) {
			const colon = findColon(s, at);
			if (colon < 0) return current;
			current = quickValue(p, addKey(p, at, colon), colon);
		} else if (units[at] === 45 && endsIndicator(s, at + 1)) current = quickItem(p, current, at);
		else if (current === State.indentlessSequenceEntry && findColon(s, at) >= 0) current = closeBlock(p);
		else return current;
		if (s.head !== s.tail || s.problem !== "") return current;
	}
}
function appendChild(p, node) {
	const { arena, open } = p.builder;
	const parent = open[open.length - 1] ?? 0;
	const last = cell(arena, parent, 6);
	if (last === 0) setCell(arena, parent, 4, node);
	else setCell(arena, last, 3, node);
	setCell(arena, parent, 6, node);
}
function openBlock(p, form, key, start) {
	const node = addNode(p.builder.arena, form, start, start);
	setCell(p.builder.arena, node, 5, key);
	appendChild(p, node);
	p.builder.open.push(node);
	p.builder.pendingKeys.push(0);
}
/** What follows the colon of a key; the scanner still stands at the key. */
function quickValue(p, key, colon) {
	const s = p.scanner;
	p.lastEnd = colon + 1;
	s.simpleKeyAllowed = false;
	let position = colon + 1;
	let unit = unitAt(s, position);
	while (unit === 32) unit = unitAt(s, ++position);
	s.position = position;
	if (unit !== 10 && unit !== 35 && unit !== 0) {
		const node = quickScalar(p, position, unit);
		if (node === 0) {
			s.position = colon + 1;
			return slowValue(p, key);
		}
		setCell(p.builder.arena, node, 5, key);
		appendChild(p, node);
		return State.blockMappingKey;
	}
	skipToToken(s);
	position = s.position;
	unit = unitAt(s, position);
	const column = position - s.lineStart;
	if (column < s.indent || position >= s.end) return emptyValue(p, key);
	if (unit === 45 && endsIndicator(s, position + 1)) {
		openBlock(p, Form.sequence, key, position);
		p.states.push(State.blockMappingKey);
		if (column === s.indent) return State.indentlessSequenceEntry;
		pushIndent(s, column);
		return State.blockSequenceEntry;
	}
	if (findColon(s, position) < 0) return slowValue(p, key);
	if (column === s.indent) return emptyValue(p, key);
	openBlock(p, Form.mapping, key, position);
	p.states.push(State.blockMappingKey);
	pushIndent(s, column);
	return State.blockMappingKey;
}
function emptyValue(p, key) {
	const node = addNode(p.builder.arena, Form.plain, p.lastEnd, p.lastEnd);
	setCell(p.builder.arena, node, 5, key);
	appendChild(p, node);
	return State.blockMappingKey;
}
function slowValue(p, key) {
	if (p.scanner.problem !== "") return State.end;
	const { pendingKeys } = p.builder;
	pendingKeys[pendingKeys.length - 1] = key;
	return readValue$2(p);
}
/** What follows a dash; the scanner still stands at it. */
function quickItem(p, state, dash) {
	const s = p.scanner;
	p.lastEnd = dash + 1;
	let position = dash + 1;
	let unit = unitAt(s, position);
	while (unit === 32) unit = unitAt(s, ++position);
	if (unit !== 10 && unit !== 35 && unit !== 0) {
		if (findColon(s, position) >= 0) {
			s.position = position;
			openBlock(p, Form.mapping, 0, position);
			p.states.push(state);
			pushIndent(s, position - s.lineStart);
			return State.blockMappingKey;
		}
		const node = quickScalar(p, position, unit);
		if (node !== 0) {
			appendChild(p, node);
			return state;
		}
	}
	if (s.problem !== "") return State.end;
	s.position = dash + 1;
	s.simpleKeyAllowed = true;
	return readItem$1(p, state);
}
//#endregion
//#region packages/parser/src/reader/parse-document.ts
/**
* Parses the first document of `text` between two offsets into the arena. False: the scanner says what is wrong.
* The builder's root is 0 if there is no document at all.
*/
function parseDocument(p, text, start, end) {
	startScanner(p.scanner, text, start, end);
	startBuilding(p.builder, text);
	p.states.length = 0;
	p.lastEnd = start;
	if (p.anchors.size > 0) p.anchors.clear();
	if (p.tagHandles.size > 0) p.tagHandles.clear();
	let state = startQuickly(p, State.documentStart);
	while (state !== State.end) {
		if (isQuick(p, state)) state = readQuickly(p, state);
		state = step(p, state);
		if (p.scanner.problem !== "") return false;
	}
	return true;
}
//#endregion
//#region packages/parser/src/reader/read-json.ts
/** Deeper JSON is refused (encoding/json maxNestingDepth). */
const MAX_DEPTH = 1e4;
/** Reads one JSON value as encoding/json scans it, with its places. What follows the value is not looked at. */
function readJsonValue(b, text, start) {
	startBuilding(b, text);
	let position = skipJsonSpace(text, start);
	if (position >= text.length) return {
		outcome: "nothing",
		end: position
	};
	for (;;) {
		const unit = text.charCodeAt(position);
		if (b.open.length > 0 && expectsKey(b)) {
			if (unit !== 34) return invalid(text, position, "looking for beginning of object key string");
			const end = readString(b, text, position);
			if (typeof end !== "number") return end;
			position = skipJsonSpace(text, end);
			if (text.charCodeAt(position) !== 58) return invalid(text, position, "after object key");
			position = skipJsonSpace(text, position + 1);
			continue;
		}
		if (unit === 123 || unit === 91) {
			if (b.open.length >= MAX_DEPTH) return invalid(text, position, "exceeded max depth");
			openCollection(b, unit === 123 ? Form.mapping : Form.sequence, position);
			position = skipJsonSpace(text, position + 1);
			if (text.charCodeAt(position) !== (unit === 123 ? 125 : 93)) continue;
			closeCollection(b, ++position);
		} else {
			const end = unit === 34 ? readString(b, text, position) : readLiteral(b, text, position, unit);
			if (typeof end !== "number") return end;
			position = end;
		}
		for (;;) {
			if (b.open.length === 0) return {
				outcome: "value",
				end: position
			};
			position = skipJsonSpace(text, position);
			const next = text.charCodeAt(position);
			if (next === 44) {
				position = skipJsonSpace(text, position + 1);
				break;
			}
			const inObject = expectsKey(b);
			if (next !== (inObject ? 125 : 93)) return invalid(text, position, inObject ? "after object key:value pair" : "after array element");
			closeCollection(b, ++position);
		}
	}
}
/** First place that is no JSON white space: space, tab, LF, CR. */
function skipJsonSpace(text, start) {
	let position = start;
	for (;;) {
		const unit = text.charCodeAt(position);
		if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return position;
		position++;
	}
}
function readString(b, text, start) {
	let indirect = 0;
	let position = start + 1;
	for (;;) {
		const unit = text.charCodeAt(position);
		if (unit === 34) break;
		if (!(unit >= 32)) return invalid(text, position, "in string literal");
		if (unit !== 92) {
			position++;
			continue;
		}
		indirect = 16;
		if (text.charCodeAt(position + 1) === 117) {
			for (let i = 2; i < 6; i++) if (!isHexDigit(text.charCodeAt(position + i))) return invalid(text, position + i, "in \\u hexadecimal character escape");
			position += 6;
		} else {
			if (!"bfnrt\\/\"".includes(text.charAt(position + 1)) || position + 1 >= text.length) return invalid(text, position + 1, "in string escape code");
			position += 2;
		}
	}
	attach(b, addNode(b.arena, Form.jsonString | indirect, start, position + 1));
	return position + 1;
}
function readLiteral(b, text, start, unit) {
	let end;
	if (unit === 116) end = readWord(text, start, "true");
	else if (unit === 102) end = readWord(text, start, "false");
	else if (unit === 110) end = readWord(text, start, "null");
	else if (unit === 45 || isDigit(unit)) end = readNumber(text, start);
	else return invalid(text, start, "looking for beginning of value");
	if (typeof end === "number") attach(b, addNode(b.arena, Form.jsonLiteral, start, end));
	return end;
}
function readWord(text, start, word) {
	for (let i = 1; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return invalid(text, start + i, `in literal ${word} (expecting '${word.charAt(i)}')`);
	return start + word.length;
}
function readNumber(text, start) {
	let position = start;
	if (text.charCodeAt(position) === 45) position++;
	if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "in numeric literal");
	if (text.charCodeAt(position) === 48) position++;
	else position = skipDigits(text, position);
	if (text.charCodeAt(position) === 46) {
		position++;
		if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "after decimal point in numeric literal");
		position = skipDigits(text, position);
	}
	if ((text.charCodeAt(position) | 32) === 101) {
		position++;
		const sign = text.charCodeAt(position);
		if (sign === 43 || sign === 45) position++;
		if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "in exponent of numeric literal");
		position = skipDigits(text, position);
	}
	return position;
}
function skipDigits(text, start) {
	let position = start;
	while (isDigit(text.charCodeAt(position))) position++;
	return position;
}
/** encoding/json's message for a character that can not stand there, or for the end of the text. */
function invalid(text, position, context) {
	if (position >= text.length) return {
		outcome: "error",
		end: text.length,
		message: "unexpected EOF"
	};
	return {
		outcome: "error",
		end: position,
		message: `invalid character '${quoteByte(text.codePointAt(position) ?? 0)}' ${context}`
	};
}
/** strconv.Quote of the character's first UTF-8 byte, which is all that encoding/json looks at. */
function quoteByte(character) {
	const byte = character < 128 ? character : character < 2048 ? 192 | character >> 6 : character < 65536 ? 224 | character >> 12 : 240 | character >> 18;
	if (byte === 39) return "\\'";
	if (byte === 92) return "\\\\";
	const short = "\\a\\b\\t\\n\\v\\f\\r".slice((byte - 7) * 2, (byte - 6) * 2);
	if (byte >= 7 && byte <= 13) return short;
	return byte < 32 || byte === 127 ? `\\x${byte.toString(16).padStart(2, "0")}` : String.fromCharCode(byte);
}
//#endregion
//#region packages/parser/src/reader/split-stream.ts
/**
* Cuts a stream at its `---` lines as kubectl does (apimachinery pkg/util/yaml/decoder.go YAMLReader): any line that
* starts with `---` separates, whatever it stands in, and only a comment may follow. A separator with nothing before it
* becomes the first line of its chunk.
*
* After a line such as `--- text`, where kubectl stops and drops what it has collected, cutting goes on, marked.
*/
function splitStream(text, start, visit) {
	let chunkStart = start;
	let afterError = false;
	while (chunkStart < text.length) {
		let line = chunkStart;
		let isFirst = true;
		for (;;) {
			if (text.startsWith("---", line)) {
				const lineEnd = endOfLine(text, line);
				const rest = trimmed(text, line + 3, lineEnd);
				if (rest !== "" && !rest.startsWith("#")) {
					visit({
						outcome: "error",
						message: `invalid Yaml document separator: ${rest}`,
						start: line,
						end: lineEnd
					});
					afterError = true;
					if (line > chunkStart) visit({
						outcome: "chunk",
						start: chunkStart,
						end: line,
						afterError
					});
					chunkStart = lineEnd + 1;
					break;
				}
				if (!isFirst) {
					visit({
						outcome: "chunk",
						start: chunkStart,
						end: line,
						afterError
					});
					chunkStart = lineEnd + 1;
					break;
				}
			}
			isFirst = false;
			const next = text.indexOf("\n---", line);
			if (next < 0) {
				visit({
					outcome: "chunk",
					start: chunkStart,
					end: text.length,
					afterError
				});
				return;
			}
			line = next + 1;
		}
	}
}
/** Where the line that a place stands in ends: at its LF, or at the end of the text. */
function endOfLine(text, position) {
	const lineFeed = text.indexOf("\n", position);
	return lineFeed < 0 ? text.length : lineFeed;
}
/** strings.TrimSpace. */
function trimmed(text, start, end) {
	let first = start;
	let last = end;
	while (first < last && isGoSpace(text.charCodeAt(first))) first++;
	while (first < last && isGoSpace(text.charCodeAt(last - 1))) last--;
	return text.slice(first, last);
}
//#endregion
//#region packages/parser/src/reader/read-documents.ts
const idle = [];
/** Larger arrays are given back after their text: 16 MiB hold the nodes of about 10 MB of manifests. */
const KEPT_CELLS = 2 ** 22;
/**
* Reads a text as Go does and hands on each document in order. Never throws; linear in the text.
*
* A document is valid only inside its visit, which may read other texts. Aliases are not expanded: a walk that enters
* them meets a node as often as Go decodes it, which Go bounds (`checkAliases`): some 400,000 times more than there are
* nodes, and never in a circle. A leading U+FEFF is the byte order mark of the file.
*/
function readDocuments(text, profile, visit) {
	if (profile === "kubectl") {
		withReading(text, true, visit, readStream);
		return;
	}
	const strict = profile !== "kubelet";
	withReading(text, false, visit, (r) => {
		if (isJson(text, 0, text.length)) readJsonBody(r, strict);
		else readYaml(r, 0, text.length, strict);
	});
}
function withReading(text, split, visit, read) {
	const workspace = idle.pop() ?? newWorkspace();
	const scanned = split && text.charCodeAt(text.length - 1) !== 10 ? `${text}\n` : text;
	const control = findControl(text, 0);
	try {
		read({
			workspace,
			text,
			scanned,
			split,
			onlyLineFeeds: onlyLineFeeds(text),
			control,
			visit,
			failed: false
		});
	} finally {
		const { builder, parser } = workspace;
		if (builder.arena.cells.length + parser.scanner.units.length <= KEPT_CELLS) idle.push(workspace);
	}
}
function newWorkspace() {
	const builder = newBuilder();
	const chunk = {
		text: "",
		end: 0,
		split: false
	};
	return {
		builder,
		parser: newParser(builder),
		chunk,
		tree: treeOf({
			builder,
			chunk
		})
	};
}
/** As far as kubectl looks for a `{` (cli-runtime pkg/resource/visitor.go, NewYAMLOrJSONDecoder(r, 4096)), in bytes. */
const LOOK_AHEAD = 4096;
function readStream(r) {
	const start = withoutMark(r.text, 0);
	if (isJson(r.text, start, LOOK_AHEAD)) readJsonStream(r, start);
	else readYamlStream(r, start);
}
/** Whether the first character but white space is a brace, within so many bytes. */
function isJson(text, start, limit) {
	let bytes = 0;
	for (let i = start; bytes < limit && i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 123) return true;
		if (!isGoSpace(unit)) return false;
		bytes += unit < 128 ? 1 : unit < 2048 ? 2 : 3;
	}
	return false;
}
function readYamlStream(r, start) {
	splitStream(r.text, start, (chunk) => {
		if (chunk.outcome === "chunk") readYaml(r, chunk.start, chunk.end, false);
		else refuse(r, chunk.message, chunk.start, chunk.start, chunk.end);
	});
}
/**
* JSON values one after the other. At an error kubectl takes the rest for YAML if it has read one value at most, and
* tells the JSON error if that fails too (apimachinery pkg/util/yaml/decoder.go YAMLOrJSONDecoder).
*/
function readJsonStream(r, start) {
	let position = start;
	for (let count = 0;; count++) {
		const outcome = readJsonValue(r.workspace.builder, r.text, position);
		if (outcome.outcome === "nothing") return;
		if (outcome.outcome === "value") {
			const from = skipJsonSpace(r.text, position);
			position = outcome.end;
			finishDocument(r, from, position, false, []);
			continue;
		}
		const rest = count > 1 || r.failed ? -1 : afterBlankLine(r.text, position);
		if (rest >= 0) {
			readYamlAfterJson(r, rest, outcome.message, outcome.end);
			return;
		}
		refuse(r, outcome.message, outcome.end, position, outcome.end);
		const next = r.text.indexOf("\n{", outcome.end);
		if (next < 0) return;
		position = next + 1;
	}
}
/** Reads the rest of a JSON stream as YAML; if its first document fails, the JSON error is the one that counts. */
function readYamlAfterJson(r, start, message, offset) {
	let isFirst = true;
	const { visit } = r;
	readYamlStream({
		...r,
		visit: (document) => {
			visit(document.outcome === "error" && isFirst ? {
				...document,
				message,
				offset
			} : document);
			isFirst = false;
		}
	}, start);
}
/**
* Where YAML starts after JSON: past white space up to and with the first LF. -1 where kubectl gives up instead, as it
* looks four bytes ahead each time (decoder.go consumeWhitespace).
*/
function afterBlankLine(text, start) {
	for (let i = start;; i++) {
		if (i + 4 > text.length && Buffer.byteLength(text.slice(i)) < 4) return -1;
		const unit = text.charCodeAt(i);
		if (unit === 65533) return -1;
		if (!isGoSpace(unit)) return i;
		if (unit === 10) return i + 1;
	}
}
function readJsonBody(r, strict) {
	const { text } = r;
	const outcome = readJsonValue(r.workspace.builder, text, skipGoSpace(text));
	if (outcome.outcome === "nothing") return;
	if (outcome.outcome === "error") {
		refuse(r, outcome.message, outcome.end, 0, text.length);
		return;
	}
	const end = skipJsonSpace(text, outcome.end);
	if (end < text.length) {
		const trailing = invalid(text, end, "after top-level value");
		refuse(r, trailing.outcome === "error" ? trailing.message : "", end, 0, text.length);
		return;
	}
	finishDocument(r, 0, outcome.end, strict, []);
}
function skipGoSpace(text) {
	let position = 0;
	while (isGoSpace(text.charCodeAt(position))) position++;
	return position;
}
/** Reads the first YAML document between two offsets: the rest is never looked at, which is worth telling. */
function readYaml(r, start, end, strict) {
	const { parser, builder } = r.workspace;
	const s = parser.scanner;
	const scannedEnd = end === r.text.length ? r.scanned.length : end;
	if (r.control < start) r.control = findControl(r.text, start);
	const limit = r.control < end ? r.control : scannedEnd;
	const contentStart = withoutMark(r.text, start);
	s.split = r.split;
	s.onlyLineFeeds = r.onlyLineFeeds;
	s.bufferEnds = bufferEnds(r.text, start, limit, r.split);
	s.markEnd = r.text.charCodeAt(contentStart) === 65279 ? s.bufferEnds[0] ?? 0 : 0;
	const parsed = parseDocument(parser, r.scanned, contentStart, limit);
	if (limit < end && (s.position >= limit || isReadAhead(r.text, start, s.position, limit, r.split))) {
		refuse(r, prefixed(r, "yaml: control characters are not allowed"), limit, start, end);
		return;
	}
	if (!parsed) {
		refuse(r, prefixed(r, `yaml: ${s.problem}`), Math.min(s.problemAt, r.text.length), start, end);
		return;
	}
	if (builder.root === 0) {
		r.visit({
			outcome: "empty",
			start,
			end,
			afterError: r.failed
		});
		return;
	}
	const surprises = r.onlyLineFeeds ? [] : hiddenBreaks(r.text, start, end);
	if (!atEnd(s) && peekToken(s) !== Token.streamEnd) {
		const at = s.head * 5;
		const isEndMark = s.tokens[at] === Token.documentEnd;
		const ignored = ignoredText(r.text, s.tokens[at + (isEndMark ? 2 : 1)] ?? end, end);
		if (ignored !== void 0) surprises.push(ignored);
	}
	finishDocument(r, start, end, strict, surprises, limit);
}
function finishDocument(r, start, end, strict, surprises, scannedEnd = end) {
	const { builder, chunk, tree } = r.workspace;
	chunk.text = r.scanned;
	chunk.end = scannedEnd;
	chunk.split = r.split;
	const d = r.workspace;
	if (builder.special) {
		const refusal = composeDocument(d, strict, surprises);
		if (refusal !== void 0) {
			refuse(r, prefixed(r, refusal.message), refusal.offset, start, end);
			return;
		}
	}
	const afterError = r.failed;
	if (kindOf(d, written(builder, builder.root)) === "null") {
		r.visit({
			outcome: "empty",
			start,
			end,
			afterError
		});
		return;
	}
	tree.text = r.text;
	tree.root = builder.root;
	r.visit({
		outcome: "value",
		tree,
		start,
		end,
		afterError,
		surprises
	});
}
function prefixed(r, message) {
	return r.split ? `error converting YAML to JSON: ${message}` : message;
}
function refuse(r, message, offset, start, end) {
	r.visit({
		outcome: "error",
		message,
		offset,
		start,
		end,
		afterError: r.failed
	});
	r.failed = true;
}
//#endregion
//#region packages/parser/src/documents/hidden-content.ts
/** What Go read otherwise than a person would, as facts. `accessPlaces` are the objects that access depends on. */
function hiddenContents(source, surprises, accessPlaces, tree) {
	return surprises.map((surprise) => hiddenContent(source, surprise, accessPlaces, tree));
}
function hiddenContent(source, surprise, accessPlaces, tree) {
	const origin = textOrigin(source, surprise.start, surprise.end);
	switch (surprise.form) {
		case "line-break": return {
			form: "line-break",
			origin,
			inAccessObject: isWithin(surprise, accessPlaces),
			...isInQuotes(tree, tree.root, surprise.start) ? { inQuotes: true } : {},
			...noKey
		};
		case "ignored-text": return {
			form: "ignored-text",
			origin,
			inAccessObject: accessKind.test(source.text.slice(surprise.start, surprise.end)),
			...noKey
		};
		case "duplicate-key":
		case "merge-override": return {
			form: surprise.form,
			origin,
			inAccessObject: isWithin(surprise, accessPlaces),
			key: surprise.key,
			winner: textOrigin(source, surprise.winnerStart, surprise.winnerEnd)
		};
	}
}
/** Whether a place lies in a quoted key or value. */
function isInQuotes(tree, node, offset) {
	const kind = tree.kind(node);
	if (kind === "string") return isQuoteAround(tree.text, tree.start(node), tree.end(node), offset);
	if (kind !== "mapping" && kind !== "sequence") return false;
	for (let child = tree.first(node); child !== 0; child = tree.next(child)) if (kind === "mapping" && isQuoteAround(tree.text, tree.keyStart(child), tree.keyEnd(child), offset) || isInQuotes(tree, child, offset)) return true;
	return false;
}
function isQuoteAround(text, start, end, offset) {
	return start < offset && offset < end && (text[start] === "\"" || text[start] === "'");
}
const noKey = {
	key: void 0,
	winner: void 0
};
/** The text that Go drops would have been, or been part of, an object of an access kind. */
const accessKind = /\bkind["']?\s*:\s*["']?(?:Cluster)?Role(?:Binding)?\b|\bkind["']?\s*:\s*["']?(?:ServiceAccount|Secret)\b|\b(?:rules|subjects|roleRef)["']?\s*:/;
/** Whether something starts within one of these places, which stand in order and apart. */
function isWithin(inner, places) {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((places[middle]?.start ?? 0) <= inner.start) low = middle + 1;
		else high = middle;
	}
	const last = places[low - 1];
	return last !== void 0 && inner.start <= last.end;
}
//#endregion
//#region packages/parser/src/documents/kustomization.ts
const fileNames = new Set([
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
]);
/** Whether a document is a kustomization: by its type, or by the name of the file, which may leave the type out. */
function isKustomization(path, apiVersion, kind) {
	if (apiVersion !== void 0) return apiVersion.startsWith("kustomize.config.k8s.io/");
	return (kind === void 0 || kind === "Kustomization" || kind === "Component") && fileNames.has(fileName(path));
}
/** What a kustomization says about the objects below it (kustomize api/types/kustomization.go). */
function decodeKustomization(view, root) {
	const { path } = view.source;
	const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
	const below = (file) => joined(folder, file);
	return {
		origin: origin(view, root),
		folder,
		namespace: writtenText(view, field$1(view, root, "namespace")),
		patches: patchFiles(view, root).map(below),
		resources: resourcePaths(view, root).map(below),
		component: text$1(view, field$1(view, root, "kind")) === "Component"
	};
}
function patchFiles(view, root) {
	const files = /* @__PURE__ */ new Set();
	const add = (file) => {
		if (file !== "" && !file.includes("\n")) files.add(file);
	};
	for (const patch of itemsOf(view, field$1(view, root, "patchesStrategicMerge"))) add(text$1(view, patch));
	for (const list of ["patches", "patchesJson6902"]) for (const patch of itemsOf(view, field$1(view, root, list))) add(text$1(view, field$1(view, patch, "path")));
	return [...files];
}
function resourcePaths(view, root) {
	const paths = [];
	for (const list of [
		"resources",
		"bases",
		"components"
	]) for (const resource of itemsOf(view, field$1(view, root, list))) {
		const path = text$1(view, resource);
		if (path !== "" && !/:\/\/|\?/.test(path)) paths.push(path);
	}
	return paths;
}
/** A path that a file of the folder names, relative to it. */
function joined(folder, path) {
	const parts = folder === "" ? [] : folder.split("/");
	for (const part of path.split("/")) {
		if (part === "." || part === "") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
/** A list of JSON 6902 operations. */
function isJsonPatch(view, root) {
	const { tree } = view;
	if (tree.kind(root) !== "sequence" || tree.first(root) === 0) return false;
	for (const item of itemsOf(view, root)) if (text$1(view, field$1(view, item, "op")) === "" || text$1(view, field$1(view, item, "path")) === "") return false;
	return true;
}
/** Whether a document holds a directive of a strategic merge patch, at any depth. */
function isStrategicMergePatch({ tree }, root) {
	const open = [root];
	const seen = /* @__PURE__ */ new Set();
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		const kind = tree.kind(node);
		if (kind !== "mapping" && kind !== "sequence") continue;
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
			if (kind === "mapping" && tree.keyIs(item, "$patch")) return true;
			if (seen.has(item)) continue;
			seen.add(item);
			open.push(item);
		}
	}
	return false;
}
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
//#endregion
//#region packages/parser/src/invocations/container.ts
/** The component that a container starts, if it starts one. `instance` is how people call it. */
function readContainer(container, instance) {
	const environment = boundedLookup(environmentOf(container.env));
	const expand = (text) => expandReferences(text, environment);
	const command = container.command.map(expand);
	const args = container.args.map(expand);
	const image = container.image === void 0 ? void 0 : readImage(container.image);
	const started = findStartedPrograms([...command, ...args], environment)[0] ?? (command.length === 0 ? entrypoint(image, args) : void 0);
	return started === void 0 ? void 0 : invocationOf(started, instance, image?.version);
}
/** Without `command`, the image's own program runs; its name says which one that is. */
function entrypoint(image, args) {
	if (image?.component === void 0 || args[0]?.value.text.startsWith("-") !== true) return void 0;
	return {
		component: image.component,
		program: wordOf$1(image.name),
		args
	};
}
/** Reads `registry:5000/path/kube-apiserver:v1.37.2@sha256:…`. */
function readImage(image) {
	const tagged = image.text.split("@", 1)[0] ?? "";
	const nameStart = tagged.lastIndexOf("/") + 1;
	const colon = tagged.indexOf(":", nameStart);
	const name = slicePlaced(image, nameStart, colon < 0 ? tagged.length : colon);
	const component = componentNamed(name.text.replace(/-(?:amd64|arm64|arm|ppc64le|s390x)$/, ""));
	const match = (component !== void 0 || /kube|k8s/.test(name.text)) && colon >= 0 ? /^v?(1\.\d+(?:\.\d+)?)(?![\d.])/.exec(tagged.slice(colon + 1)) : null;
	if (match === null) return {
		name,
		component,
		version: void 0
	};
	const number = match[1] ?? "";
	const start = colon + 1 + match[0].length - number.length;
	return {
		name,
		component,
		version: located(number, originOfPlaced(image, start, start + number.length))
	};
}
/** A reference in Kubernetes' own notation: `$(NAME)`, and `$$` for a dollar sign. */
const reference = /\$\$|\$\(([^)]{0,256})\)/g;
/**
* The values of `env`, in which earlier variables may stand (pkg/kubelet/kubelet_pods.go makeEnvironmentVariables).
* What the image or `envFrom` set besides is not known, so no variable is unset.
*/
function environmentOf(env) {
	const expanded = /* @__PURE__ */ new Map();
	const lookup = (name) => {
		const text = expanded.get(name);
		return text === void 0 ? "unknown" : {
			text,
			source: void 0
		};
	};
	const earlier = boundedLookup(lookup);
	for (const [name, value] of env) {
		if (value === void 0) continue;
		let known = true;
		const text = value.replace(reference, (written, variable) => {
			if (variable === void 0) return "$";
			const replacement = earlier(variable);
			if (typeof replacement === "string") known = false;
			return typeof replacement === "string" ? written : replacement.text;
		});
		if (known) expanded.set(name, text);
	}
	return lookup;
}
/**
* Replaces `$(NAME)` by the container's environment; `$$` is a dollar sign, an unknown name stays as it is
* (third_party/forked/golang/expansion/expand.go Expand).
*/
function expandReferences(text, variable) {
	if (!text.text.includes("$")) return wordOf$1(text);
	const word = startWord(offsetAt(text, 0));
	let at = 0;
	for (const match of text.text.matchAll(reference)) {
		copy(word, text, at, match.index);
		at = match.index + match[0].length;
		const value = match[1] === void 0 ? "$" : variable(match[1]);
		if (typeof value !== "string" || value === "$") extendWord(word, typeof value === "string" ? value : value.text, offsetAt(text, match.index), offsetAt(text, at));
		else {
			word.unresolved = true;
			copy(word, text, match.index, at);
		}
	}
	copy(word, text, at, text.text.length);
	return finishWord(word, text.source);
}
function copy(word, text, start, end) {
	for (let i = start; i < end; i++) extendWord(word, text.text[i] ?? "", offsetAt(text, i), offsetAt(text, i + 1));
}
//#endregion
//#region packages/parser/src/documents/pod-invocations.ts
/** Whether a text names a component at all; containers are read closely only where one does. */
function namesComponent(written) {
	return /kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|hyperkube/.test(written);
}
/** The components that the containers of a pod start. `owner` is the object, as people call it. */
function podInvocations(view, podSpec, owner) {
	const invocations = [];
	for (const container of itemsOf(view, field$1(view, podSpec, "containers"))) {
		const invocation = readContainer(containerText(view, container), owner);
		if (invocation !== void 0) invocations.push(invocation);
	}
	return invocations;
}
function containerText(view, container) {
	return {
		image: placedText(view, field$1(view, container, "image")),
		command: words(view, field$1(view, container, "command")),
		args: words(view, field$1(view, container, "args")),
		env: environment(view, field$1(view, container, "env"))
	};
}
/** A string with the place of each unit; undefined where there is none. */
function placedText(view, node) {
	return node === 0 || view.tree.kind(node) !== "string" ? void 0 : placed(view, node);
}
function words(view, list) {
	return [...itemsOf(view, list)].map((item) => placed(view, item));
}
function placed(view, node) {
	const { tree, source } = view;
	if (tree.kind(node) === "string") return placedBy(source, tree.scalar(node), tree.offsets(node));
	return placedBy(source, "", [tree.start(node)]);
}
function environment(view, list) {
	const variables = /* @__PURE__ */ new Map();
	for (const variable of itemsOf(view, list)) {
		const elsewhere = field$1(view, variable, "valueFrom") !== 0;
		variables.set(text$1(view, field$1(view, variable, "name")), elsewhere ? void 0 : text$1(view, field$1(view, variable, "value")));
	}
	return variables;
}
//#endregion
//#region packages/parser/src/configurations/authorizer-errors.ts
/**
* What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthorizationConfiguration refuses in the
* entries. Types, and that there is an entry at all, are judged with the control plane, where the version is known.
* CEL expressions, durations and the kubeconfig itself are left to the server.
*/
function authorizerErrors(view, root) {
	const errors = [];
	const names = /* @__PURE__ */ new Set();
	let index = 0;
	for (const authorizer of itemsOf(view, field$1(view, root, "authorizers"))) {
		const path = `authorizers[${index++}]`;
		nameErrors(view, authorizer, path, names, errors);
		webhookErrors(view, authorizer, path, errors);
	}
	return errors;
}
function nameErrors(view, authorizer, path, names, errors) {
	const node = field$1(view, authorizer, "name");
	const name = text$1(view, node);
	const type = text$1(view, field$1(view, authorizer, "type"));
	const at = node === 0 ? place$1(view, authorizer) : place$1(view, node);
	if (name === "") {
		errors.push(required(`${path}.name`, at));
		return;
	}
	if (names.has(name)) errors.push(duplicate(`${path}.name`, at, name));
	names.add(name);
	for (const problem of subdomainProblems(name)) errors.push(invalid$1(`${path}.name`, at, name, `authorizer name is invalid: ${problem}`));
	if (type !== "" && type !== "Webhook" && name !== type.toLowerCase()) {
		const body = `expected name ${type.toLowerCase()} for authorizer ${type} instead of ${name}`;
		errors.push({
			field: `${path}.name`,
			body,
			place: at
		});
	}
}
function webhookErrors(view, authorizer, path, errors) {
	const webhook = field$1(view, authorizer, "webhook");
	const isWebhook = text$1(view, field$1(view, authorizer, "type")) === "Webhook";
	if (isWebhook && webhook === 0) errors.push(required(`${path}.webhook`, place$1(view, authorizer), "required when type=Webhook"));
	if (!isWebhook && webhook !== 0) errors.push(invalid$1(`${path}.webhook`, place$1(view, webhook), "non-null", "may only be specified when type=Webhook"));
	if (!isWebhook || webhook === 0) return;
	const here = place$1(view, webhook);
	oneOf(view, webhook, path, "subjectAccessReviewVersion", ["v1", "v1beta1"], here, errors);
	oneOf(view, webhook, path, "failurePolicy", ["NoOpinion", "Deny"], here, errors);
	if (field$1(view, webhook, "timeout") === 0) errors.push(required(`${path}.timeout`, here));
	const info = field$1(view, webhook, "connectionInfo");
	oneOf(view, info, `${path}.connectionInfo`, "type", ["InClusterConfig", "KubeConfigFile"], here, errors);
	const kind = text$1(view, field$1(view, info, "type"));
	const file = text$1(view, field$1(view, info, "kubeConfigFile"));
	if (kind === "KubeConfigFile" && file === "") errors.push(required(`${path}.connectionInfo.kubeConfigFile`, here));
	if (kind === "InClusterConfig" && file !== "") errors.push(invalid$1(`${path}.connectionInfo.kubeConfigFile`, here, file, "can only be set when type=KubeConfigFile"));
}
function oneOf(view, owner, path, name, values, here, errors) {
	const node = field$1(view, owner, name);
	const value = text$1(view, node);
	if (value === "") errors.push(required(`${path}.${name}`, here));
	else if (!values.includes(value)) errors.push(unsupported(`${path}.${name}`, place$1(view, node), value, values));
}
//#endregion
//#region packages/parser/src/configurations/configuration-types.ts
/** k8s.io/apiserver pkg/apis/apiserver/v1/types.go; the older versions have the same fields or fewer. */
const expression = {
	expression: string,
	message: string
};
const prefixedClaim = struct("v1.PrefixedClaimOrExpression", {
	claim: string,
	prefix: string,
	expression: string
});
const jwtAuthenticator = struct("v1.JWTAuthenticator", {
	issuer: struct("v1.Issuer", {
		url: string,
		discoveryURL: string,
		certificateAuthority: string,
		audiences: slice(string),
		audienceMatchPolicy: namedString("v1.AudienceMatchPolicyType"),
		egressSelectorType: namedString("v1.EgressSelectorType")
	}),
	claimValidationRules: slice(struct("v1.ClaimValidationRule", {
		claim: string,
		requiredValue: string,
		...expression
	})),
	claimMappings: struct("v1.ClaimMappings", {
		username: prefixedClaim,
		groups: prefixedClaim,
		uid: struct("v1.ClaimOrExpression", {
			claim: string,
			expression: string
		}),
		extra: slice(struct("v1.ExtraMapping", {
			key: string,
			valueExpression: string
		}))
	}),
	userValidationRules: slice(struct("v1.UserValidationRule", expression))
});
const type$1 = {
	apiVersion: string,
	kind: string
};
const authenticationConfiguration = struct("v1.AuthenticationConfiguration", {
	...type$1,
	jwt: slice(jwtAuthenticator),
	anonymous: struct("v1.AnonymousAuthConfig", {
		enabled: bool,
		conditions: slice(struct("v1.AnonymousAuthCondition", { path: string }))
	})
});
/** `metav1.Duration` decodes from a string; its form is left to the server. */
const duration = string;
const authorizationConfiguration = struct("v1.AuthorizationConfiguration", {
	...type$1,
	authorizers: slice(struct("v1.AuthorizerConfiguration", {
		type: string,
		name: string,
		webhook: struct("v1.WebhookConfiguration", {
			authorizedTTL: duration,
			cacheAuthorizedRequests: bool,
			unauthorizedTTL: duration,
			cacheUnauthorizedRequests: bool,
			timeout: duration,
			subjectAccessReviewVersion: string,
			matchConditionSubjectAccessReviewVersion: string,
			failurePolicy: string,
			connectionInfo: struct("v1.WebhookConnectionInfo", {
				type: string,
				kubeConfigFile: string
			}),
			matchConditions: slice(struct("v1.WebhookMatchCondition", { expression: string }))
		})
	}))
});
//#endregion
//#region packages/parser/src/configurations/issuer-errors.ts
/**
* What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthenticationConfiguration refuses in
* the issuers. Whether CEL compiles, certificates parse, and the server's own issuers overlap is left to the server.
*/
function issuerErrors(view, root) {
	const errors = [];
	const urls = /* @__PURE__ */ new Set();
	const discoveryUrls = /* @__PURE__ */ new Set();
	let index = 0;
	for (const authenticator of itemsOf(view, field$1(view, root, "jwt"))) {
		const checking = {
			view,
			authenticator,
			path: `jwt[${index++}]`,
			errors
		};
		checkIssuer(checking, urls, discoveryUrls);
		checkClaimRules(checking);
		checkMappings(checking);
		checkUserRules(checking);
	}
	return errors;
}
function checkIssuer(checking, urls, discoveryUrls) {
	const { view, authenticator, errors } = checking;
	const issuer = field$1(view, authenticator, "issuer");
	const path = `${checking.path}.issuer`;
	const urlNode = field$1(view, issuer, "url");
	const discoveryNode = field$1(view, issuer, "discoveryURL");
	const url = text$1(view, urlNode);
	const discovery = text$1(view, discoveryNode);
	checkUrl(checking, `${path}.url`, urlNode, true);
	if (urls.has(url)) errors.push(duplicate(`${path}.url`, at(checking, urlNode), url));
	urls.add(url);
	if (discovery !== "") {
		checkUrl(checking, `${path}.discoveryURL`, discoveryNode, false);
		const here = at(checking, discoveryNode);
		if (discovery.replace(/\/+$/, "") === url.replace(/\/+$/, "")) errors.push(invalid$1(`${path}.discoveryURL`, here, discovery, "discoveryURL must be different from URL"));
		if (discoveryUrls.has(discovery)) errors.push(duplicate(`${path}.discoveryURL`, here, discovery));
		discoveryUrls.add(discovery);
	}
	checkAudiences(checking, issuer, path);
}
function checkUrl({ view, errors, ...checking }, path, node, isRequired) {
	const written = text$1(view, node);
	const here = at({
		view,
		errors,
		...checking
	}, node);
	if (written === "") {
		if (isRequired) errors.push(required(path, here, "URL is required"));
		return;
	}
	const [, scheme = "", rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(written) ?? [];
	const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
	const beforeFragment = rest.split("#", 1)[0] ?? "";
	const refuse = (detail) => {
		errors.push(invalid$1(path, here, written, detail));
	};
	if (scheme.toLowerCase() !== "https") refuse("URL scheme must be https");
	if (authority.includes("@")) refuse("URL must not contain a username or password");
	if (beforeFragment.includes("?") && !beforeFragment.endsWith("?")) refuse("URL must not contain a query");
	if (rest.includes("#") && !rest.endsWith("#")) refuse("URL must not contain a fragment");
}
function checkAudiences(checking, issuer, path) {
	const { view, errors } = checking;
	const list = field$1(view, issuer, "audiences");
	const audiences = /* @__PURE__ */ new Set();
	let count = 0;
	for (const item of itemsOf(view, list)) {
		const audience = text$1(view, item);
		const here = `${path}.audiences[${count++}]`;
		if (audience === "") errors.push(required(here, place$1(view, item), "audience can't be empty"));
		else if (audiences.has(audience)) errors.push(duplicate(here, place$1(view, item), audience));
		audiences.add(audience);
	}
	if (count === 0) errors.push(required(`${path}.audiences`, at(checking, list), `at least one ${path}.audiences is required`));
	const policyNode = field$1(view, issuer, "audienceMatchPolicy");
	const policy = text$1(view, policyNode);
	if (policy !== "MatchAny" && (policy !== "" || count > 1)) {
		const detail = count > 1 ? "audienceMatchPolicy must be MatchAny for multiple audiences" : "audienceMatchPolicy must be empty or MatchAny for single audience";
		errors.push(invalid$1(`${path}.audienceMatchPolicy`, at(checking, policyNode), policy, detail));
	}
}
function checkClaimRules(checking) {
	const { view, authenticator, errors } = checking;
	const seen = /* @__PURE__ */ new Set();
	let index = 0;
	for (const rule of itemsOf(view, field$1(view, authenticator, "claimValidationRules"))) {
		const path = `${checking.path}.claimValidationRules[${index++}]`;
		const here = place$1(view, rule);
		const claim = text$1(view, field$1(view, rule, "claim"));
		const expression = text$1(view, field$1(view, rule, "expression"));
		if (claim !== "" && expression !== "") errors.push(invalid$1(path, here, claim, "claim and expression can't both be set"));
		else if (claim === "" && expression === "") errors.push(required(path, here, "claim or expression is required"));
		if (claim !== "" && text$1(view, field$1(view, rule, "message")) !== "") errors.push(invalid$1(`${path}.message`, here, text$1(view, field$1(view, rule, "message")), "message can't be set when claim is set"));
		if (expression !== "" && text$1(view, field$1(view, rule, "requiredValue")) !== "") {
			const value = text$1(view, field$1(view, rule, "requiredValue"));
			errors.push(invalid$1(`${path}.requiredValue`, here, value, "requiredValue can't be set when expression is set"));
		}
		const key = claim === "" ? `expression ${expression}` : `claim ${claim}`;
		if (seen.has(key)) errors.push(duplicate(`${path}.${claim === "" ? "expression" : "claim"}`, here, claim || expression));
		seen.add(key);
	}
}
function checkMappings(checking) {
	const { view, authenticator, errors } = checking;
	const mappings = field$1(view, authenticator, "claimMappings");
	const path = `${checking.path}.claimMappings`;
	const username = field$1(view, mappings, "username");
	const groups = field$1(view, mappings, "groups");
	const uid = field$1(view, mappings, "uid");
	checkPrefixed(checking, username, `${path}.username`, true);
	checkPrefixed(checking, groups, `${path}.groups`, false);
	if (uid !== 0 && text$1(view, field$1(view, uid, "claim")) !== "" && text$1(view, field$1(view, uid, "expression")) !== "") errors.push(invalid$1(`${path}.uid`, place$1(view, uid), "", "claim and expression can't both be set"));
	let index = 0;
	for (const extra of itemsOf(view, field$1(view, mappings, "extra"))) {
		const here = `${path}.extra[${index++}]`;
		for (const name of ["key", "valueExpression"]) if (text$1(view, field$1(view, extra, name)) === "") errors.push(required(`${here}.${name}`, place$1(view, extra)));
	}
	checkEmailVerified(checking, mappings, field$1(view, username, "expression"), `${path}.username.expression`);
}
function checkPrefixed(checking, mapping, path, isRequired) {
	const { view, errors } = checking;
	const here = at(checking, mapping);
	const claim = text$1(view, field$1(view, mapping, "claim"));
	const expression = text$1(view, field$1(view, mapping, "expression"));
	const prefix = field$1(view, mapping, "prefix");
	if (claim !== "" && expression !== "") errors.push(invalid$1(path, here, "", "claim and expression can't both be set"));
	if (isRequired && claim === "" && expression === "") errors.push(required(path, here, "claim or expression is required"));
	if (claim !== "" && prefix === 0) errors.push(required(`${path}.prefix`, here, "prefix is required when claim is set. It can be set to an empty string to disable prefixing"));
	if (expression !== "" && prefix !== 0) errors.push(invalid$1(`${path}.prefix`, place$1(view, prefix), text$1(view, prefix), "prefix can't be set when expression is set"));
}
/** An address that nobody verified names nobody. */
function checkEmailVerified(checking, mappings, node, path) {
	const { view, authenticator, errors } = checking;
	const expression = text$1(view, node);
	if (!/\bclaims\.\??email\b(?!_verified)/.test(expression)) return;
	if ([
		expression,
		...[...itemsOf(view, field$1(view, mappings, "extra"))].map((extra) => text$1(view, field$1(view, extra, "valueExpression"))),
		...[...itemsOf(view, field$1(view, authenticator, "claimValidationRules"))].map((rule) => text$1(view, field$1(view, rule, "expression")))
	].some((other) => /\bclaims\.\??email_verified\b/.test(other))) return;
	errors.push(invalid$1(path, place$1(view, node), expression, "claims.email_verified must be used in claimMappings.username.expression or claimMappings.extra[*].valueExpression or claimValidationRules[*].expression when claims.email is used in claimMappings.username.expression"));
}
function checkUserRules({ view, authenticator, path, errors }) {
	const seen = /* @__PURE__ */ new Set();
	let index = 0;
	for (const rule of itemsOf(view, field$1(view, authenticator, "userValidationRules"))) {
		const here = `${path}.userValidationRules[${index++}].expression`;
		const expression = text$1(view, field$1(view, rule, "expression"));
		if (expression === "") errors.push(required(here, place$1(view, rule)));
		else if (seen.has(expression)) errors.push(duplicate(here, place$1(view, rule), expression));
		seen.add(expression);
	}
}
/** Where a value stands, or the issuer that lacks it. */
function at({ view, authenticator }, node) {
	if (node !== 0) return place$1(view, node);
	const issuer = fieldAt(view, authenticator, "issuer");
	return place$1(view, issuer === 0 ? authenticator : issuer);
}
//#endregion
//#region packages/parser/src/configurations/read-configuration.ts
const group = "apiserver.config.k8s.io/";
/** Whether a document is a configuration of the API server that decides who gets in; `Kind:` is no kind. */
function isServerConfiguration({ apiVersion, kind }) {
	return apiVersion?.startsWith(group) === true && (kind === void 0 || types.has(kind));
}
const types = new Map([["AuthenticationConfiguration", authenticationConfiguration], ["AuthorizationConfiguration", authorizationConfiguration]]);
/**
* Reads a configuration file of the API server as strictly as it does (k8s.io/apiserver pkg/server/options/authorizer
* load.go and its like for authentication): what it would not start with is refused, and no fact.
*/
function readServerConfiguration(collected, view, root, { apiVersion = "", kind }, repeatedKey) {
	const type = kind === void 0 ? void 0 : types.get(kind);
	const errors = type === void 0 || kind === void 0 ? [{
		text: "Object 'Kind' is missing",
		...placeOfObject(view, root)
	}] : configurationErrors(view, root, type, kind, apiVersion, repeatedKey);
	for (const error of errors) report(collected, "error", "configuration-refused", error.text, error);
	if (errors.length > 0 || kind === void 0) return "refused";
	collected.facts.push({
		fact: "configuration",
		configuration: decodeConfiguration(view, root, kind, apiVersion)
	});
	return "evaluated";
}
function configurationErrors(view, root, type, kind, apiVersion, repeatedKey) {
	if (!/^v1(alpha1|beta1)?$/.test(apiVersion.slice(24))) return [{
		text: `no kind ${quoted(kind)} is registered for version ${quoted(apiVersion)}`,
		...placeOfObject(view, root)
	}];
	const { error, unknownFields } = compareWithType(view.tree, root, type);
	if (error !== void 0) return [error];
	const strict = unknownFields.map((unknown) => ({
		...unknown,
		text: `strict decoding error: unknown field ${quoted(unknown.text)}`
	}));
	if (repeatedKey !== void 0) {
		const text = `strict decoding error: key ${quoted(repeatedKey.key)} already set in map`;
		strict.push({
			text,
			start: repeatedKey.start,
			end: repeatedKey.end
		});
	}
	if (strict.length > 0) return strict;
	return (kind === "AuthorizationConfiguration" ? authorizerErrors(view, root) : issuerErrors(view, root)).map(({ field: path, body, place }) => ({
		text: `${path}: ${body}`,
		...place
	}));
}
function decodeConfiguration(view, root, kind, apiVersion) {
	const basis = {
		apiVersion,
		origin: origin(view, root)
	};
	return kind === "AuthenticationConfiguration" ? {
		kind: "AuthenticationConfiguration",
		...basis,
		anonymous: decodeAnonymous(view, field$1(view, root, "anonymous"))
	} : {
		kind: "AuthorizationConfiguration",
		...basis,
		authorizers: decodeAuthorizers(view, root)
	};
}
function decodeAnonymous(view, anonymous) {
	if (anonymous === 0) return void 0;
	const at = origin(view, anonymous);
	const paths = [];
	for (const condition of itemsOf(view, field$1(view, anonymous, "conditions"))) {
		const path = field$1(view, condition, "path");
		paths.push(writtenText(view, path) ?? {
			value: "",
			origin: origin(view, condition)
		});
	}
	return {
		origin: at,
		enabled: flag(view, field$1(view, anonymous, "enabled")) ?? {
			value: false,
			origin: at
		},
		paths
	};
}
function decodeAuthorizers(view, root) {
	const authorizers = [];
	for (const authorizer of itemsOf(view, field$1(view, root, "authorizers"))) {
		const type = writtenText(view, field$1(view, authorizer, "type"));
		authorizers.push(type ?? {
			value: "",
			origin: origin(view, authorizer)
		});
	}
	return authorizers;
}
//#endregion
//#region packages/parser/src/credentials/aws-auth.ts
/**
* Reads the mappings from IAM to Kubernetes (aws-iam-authenticator pkg/mapper/configmap/configmap.go ParseMap).
* The keys of a mapping are matched as encoding/json does, whatever their case; of two mappings for one ARN the later
* counts (saveMap).
*/
function readAwsAuth(texts) {
	const roles = readMappings(texts.mapRoles, "rolearn", "IAM role");
	const users = readMappings(texts.mapUsers, "userarn", "IAM user");
	return {
		credentials: [...roles.credentials, ...users.credentials],
		diagnostics: [...roles.diagnostics, ...users.diagnostics]
	};
}
function readMappings(placed, arnKey, what) {
	const byArn = /* @__PURE__ */ new Map();
	const diagnostics = [];
	if (placed === void 0 || isSkipped(placed.text)) return {
		credentials: [],
		diagnostics
	};
	const refuse = (message) => {
		const key = arnKey === "rolearn" ? "mapRoles" : "mapUsers";
		diagnostics.push({
			id: "aws-auth-refused",
			level: "error",
			message: `${key} cannot be read, none of its mappings counts: ${message}`,
			origin: originOfPlaced(placed)
		});
	};
	let first = true;
	readDocuments(placed.text, "component-config", (document) => {
		if (!first) return;
		first = false;
		if (document.outcome === "error") refuse(document.message);
		if (document.outcome !== "value") return;
		const { tree } = document;
		if (tree.kind(tree.root) !== "sequence") {
			if (tree.kind(tree.root) !== "null") refuse("it is no list");
			return;
		}
		for (const item of childrenOf(tree, tree.root)) {
			const mapping = readMapping({
				tree,
				placed
			}, item, arnKey, what);
			const arn = mapping.arn.toLowerCase();
			byArn.delete(arn);
			byArn.set(arn, mapping.credential);
		}
	});
	return {
		credentials: [...byArn.values()],
		diagnostics
	};
}
/** configmap.go isSkippable. */
function isSkipped(text) {
	const trimmed = text.trim();
	return trimmed === "" || trimmed === "``" || trimmed === "\"\"";
}
function readMapping(inner, item, arnKey, what) {
	const { tree } = inner;
	const arn = textAt(inner, item, arnKey)?.value ?? "";
	const user = textAt(inner, item, "username");
	const groups = [];
	for (const group of childrenOf(tree, entryOf(tree, item, "groups"))) {
		const text = locatedIn(inner, group);
		if (text !== void 0) groups.push(text);
	}
	return {
		arn,
		credential: {
			form: "aws-auth-mapping",
			label: `${what} ${arn}`,
			origin: originIn(inner, tree.start(item), tree.end(item)),
			user,
			groups,
			notAfter: void 0,
			signerName: void 0
		}
	};
}
/** The entry of a key in any case; the last of several, as they overwrite each other. */
function entryOf(tree, mapping, key) {
	let found = 0;
	if (tree.kind(mapping) !== "mapping") return found;
	for (const entry of childrenOf(tree, mapping)) if (tree.key(entry).toLowerCase() === key) found = entry;
	return found;
}
function textAt(inner, mapping, key) {
	return locatedIn(inner, entryOf(inner.tree, mapping, key));
}
function locatedIn(inner, node) {
	const { tree } = inner;
	if (node === 0 || tree.kind(node) !== "string") return void 0;
	return located(tree.scalar(node), originIn(inner, tree.start(node), tree.end(node)));
}
function originIn({ placed }, start, end) {
	return originOfPlaced(placed, start, end);
}
//#endregion
//#region packages/parser/src/credentials/kubeconfig.ts
/** Whether a document is a kubeconfig: `kind: Config` belongs to several APIs, lists of users or clusters to this one. */
function isKubeconfig(tree) {
	const { root } = tree;
	const kind = valueAt(tree, root, "kind");
	if (kind === 0 || tree.scalar(kind) !== "Config" || tree.kind(kind) !== "string") return false;
	const version = valueAt(tree, root, "apiVersion");
	if (version !== 0 && tree.scalar(version) !== "v1") return false;
	return [
		"users",
		"clusters",
		"contexts"
	].some((key) => valueAt(tree, root, key) !== 0);
}
/**
* Reads the users of a kubeconfig (k8s.io/client-go tools/clientcmd/api/v1 AuthInfo). Embedded certificates say who
* they are, files are named, tokens only mentioned. Certificate data win over a file, as in clientcmd.
*/
function readKubeconfig(tree, source) {
	const credentials = [];
	const references = [];
	const diagnostics = [];
	const file = source.path.slice(source.path.lastIndexOf("/") + 1);
	for (const item of childrenOf(tree, valueAt(tree, tree.root, "users"))) {
		const user = valueAt(tree, item, "user");
		const label = `user ${stringAt(tree, source, item, "name")?.value ?? ""} in kubeconfig ${file}`;
		const data = valueAt(tree, user, "client-certificate-data");
		const keyInText = isWritten(tree, valueAt(tree, user, "client-key-data"));
		const path = stringAt(tree, source, user, "client-certificate");
		if (isWritten(tree, data)) {
			const read = readCertificateData(tree, source, data, label);
			if (read === "unreadable") diagnostics.push(unreadableCertificate(originOf(tree, source, data)));
			else if (read !== "no-client") credentials.push(keyInText ? {
				...read,
				proofInText: true
			} : read);
		} else if (path !== void 0 && path.value !== "") references.push({
			path: located(fromFolderOf(source, path.value), path.origin),
			role: "client-certificate"
		});
		const token = valueAt(tree, user, "token");
		if (isWritten(tree, token)) credentials.push(tokenCredential(tree, source, token, label));
	}
	return {
		credentials,
		references,
		diagnostics
	};
}
function isWritten(tree, node) {
	return node !== 0 && tree.kind(node) === "string" && tree.scalar(node) !== "";
}
function originOf(tree, source, node) {
	return textOrigin(source, tree.start(node), tree.end(node));
}
function readCertificateData(tree, source, node, label) {
	const data = placedString(tree, source, node);
	if (data === void 0) return "unreadable";
	const text = Buffer.from(data.text, "base64").toString("latin1");
	const [block] = pemBlocks({
		...data,
		text
	}, "CERTIFICATE");
	const reading = block === void 0 ? void 0 : readCertificate(block.pem);
	if (reading === void 0 || reading.outcome === "unreadable") return "unreadable";
	if (reading.outcome === "no-client") return "no-client";
	return certificateCredential("kubeconfig-client-certificate", label, originOf(tree, source, node), reading.identity);
}
/** A token stands at its key: no place leads to the value. */
function tokenCredential(tree, source, node, label) {
	const origin = textOrigin(source, tree.keyStart(node), tree.keyEnd(node));
	const account = readServiceAccountOfToken(tree.scalar(node));
	const groups = account === void 0 ? [] : ["system:serviceaccounts", `system:serviceaccounts:${account.namespace}`];
	return {
		form: "kubeconfig-token",
		label,
		origin,
		user: account === void 0 ? void 0 : located(`system:serviceaccount:${account.namespace}:${account.name}`, origin),
		groups: groups.map((group) => located(group, origin)),
		notAfter: void 0,
		signerName: void 0
	};
}
/** Relative paths are seen from the kubeconfig (tools/clientcmd/loader.go ResolveLocalPaths). */
function fromFolderOf(source, path) {
	if (path.startsWith("/")) return path;
	const parts = [];
	for (const part of `${source.path.slice(0, source.path.lastIndexOf("/") + 1)}${path}`.split("/")) if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
	else if (part !== "." && part !== "") parts.push(part);
	return `${source.path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
//#endregion
//#region packages/parser/src/documents/not-read-yet.ts
/** `kubeadm's ClusterConfiguration configures a control plane`; undefined for any other document. */
function notReadYet(apiVersion, kind) {
	const group = apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf("/")));
	const row = owners.get(group);
	const what = row?.kinds[kind] ?? (group === controlPlaneGroup && kind.includes("ControlPlane") ? plane : void 0);
	return row === void 0 || what === void 0 ? void 0 : `${row.owner} ${kind} configures ${what}`;
}
/** The same for what has no `kind`: kubeadm's ConfigMap in the cluster, Talos' machine configuration. */
function notReadYetByShape(view, root) {
	const name = text$1(view, fieldAt(view, root, "metadata", "name"));
	if (name === "kubeadm-config" && fieldAt(view, root, "data", "ClusterConfiguration") !== 0) return `kubeadm's ConfigMap ${name} configures ${plane}`;
	return text$1(view, field$1(view, root, "version")) === "v1alpha1" && field$1(view, root, "machine") !== 0 ? `Talos' machine configuration configures ${both}` : void 0;
}
const plane = "a control plane";
const kubelets = "kubelets";
const both = "a control plane and kubelets";
const controlPlaneGroup = "controlplane.cluster.x-k8s.io";
/** By API group, whatever the version. */
const owners = new Map([
	["kubeadm.k8s.io", {
		owner: "kubeadm's",
		kinds: {
			ClusterConfiguration: plane,
			InitConfiguration: both,
			JoinConfiguration: both
		}
	}],
	["kubelet.config.k8s.io", {
		owner: "the kubelet's",
		kinds: { KubeletConfiguration: kubelets }
	}],
	["kops.k8s.io", {
		owner: "kops'",
		kinds: {
			Cluster: both,
			InstanceGroup: kubelets
		}
	}],
	["k0s.k0sproject.io", {
		owner: "k0s'",
		kinds: { ClusterConfig: plane }
	}],
	["kind.x-k8s.io", {
		owner: "kind's",
		kinds: { Cluster: both }
	}],
	["k3d.io", {
		owner: "k3d's",
		kinds: { Simple: both }
	}],
	["eksctl.io", {
		owner: "eksctl's",
		kinds: { ClusterConfig: both }
	}],
	["kubeone.k8c.io", {
		owner: "KubeOne's",
		kinds: { KubeOneCluster: both }
	}],
	["core.gardener.cloud", {
		owner: "Gardener's",
		kinds: { Shoot: both }
	}],
	["provisioning.cattle.io", {
		owner: "Rancher's",
		kinds: { Cluster: both }
	}],
	[controlPlaneGroup, {
		owner: "Cluster API's",
		kinds: {}
	}],
	["bootstrap.cluster.x-k8s.io", {
		owner: "Cluster API's",
		kinds: {
			KubeadmConfig: both,
			KubeadmConfigTemplate: both,
			RKE2Config: kubelets,
			RKE2ConfigTemplate: kubelets,
			TalosConfig: both,
			TalosConfigTemplate: both
		}
	}],
	["kubecontrolplane.config.openshift.io", {
		owner: "OpenShift's",
		kinds: { KubeAPIServerConfig: plane }
	}],
	["operator.openshift.io", {
		owner: "OpenShift's",
		kinds: { KubeAPIServer: plane }
	}],
	["config.openshift.io", {
		owner: "OpenShift's",
		kinds: {
			APIServer: plane,
			Authentication: plane,
			OAuth: plane
		}
	}]
]);
//#endregion
//#region packages/parser/src/documents/template-marks.ts
/** Go templates and Jinja, Jinja and Terraform blocks, ERB, shell, Terraform and OpenShift variables, Kustomize vars, sed. */
const placeholder = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_][A-Z0-9_]+|%[A-Z][A-Z0-9_]*%|@@/;
/** The same, and ytt's comments, in which it keeps its logic. */
const anyMark = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_]|#@|%[A-Z]|@@/;
function hasMarks(text) {
	return anyMark.test(text);
}
/**
* The template syntax that a document does not parse for: with other text in its place there would be no error, or
* another one. Undefined where the document is simply broken: braces in a comment or a string excuse nothing.
*/
function markBehindError(text, document, error) {
	const written = text.slice(document.start, document.end);
	const actions = actionsIn(written);
	const [first] = actions;
	if (first === void 0) return void 0;
	let isSame = false;
	let isFirst = true;
	readDocuments(withoutActions(written, actions), "kubectl", (reread) => {
		if (!isFirst) return;
		isFirst = false;
		isSame = reread.outcome === "error" && reread.message === error.message && reread.offset === error.offset - document.start;
	});
	return isSame ? void 0 : {
		start: document.start + first.start,
		end: document.start + first.end
	};
}
/** What ends an action, block or variable; those without a line break in them end with their line at the latest. */
const closings = {
	"{{": "}}",
	"{%": "%}",
	"<%": "%>",
	"%{": "}",
	"${": "}",
	"@@": "@@"
};
const oneLine = new Set([
	"%{",
	"${",
	"@@"
]);
/** Actions, blocks and variables of templates, as far as they can break YAML. Linear in the text. */
function actionsIn(text) {
	const actions = [];
	const opening = /\{\{|\{%|<%|%\{|\$\{|@@|%[A-Z][A-Z0-9_]*%/g;
	/** The next place of each closing, so that one that never comes is looked for once. */
	const next = /* @__PURE__ */ new Map();
	for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
		const [open] = found;
		const start = found.index;
		const closing = closings[open];
		if (closing === void 0) {
			actions.push({
				start,
				end: start + open.length
			});
			continue;
		}
		let at = next.get(closing) ?? 0;
		if (at >= 0 && at < start + open.length) at = text.indexOf(closing, start + open.length);
		next.set(closing, at);
		if (at < 0 || oneLine.has(open) && text.slice(start, at).includes("\n")) continue;
		actions.push({
			start,
			end: at + closing.length
		});
		opening.lastIndex = at + closing.length;
	}
	return actions;
}
/** The same number of characters, each action a plain word, or a comment where it has its lines to itself. */
function withoutActions(text, actions) {
	let masked = "";
	let from = 0;
	for (const { start, end } of actions) {
		masked += text.slice(from, start) + text.slice(start, end).replaceAll(/[^\n\r]/g, mask);
		from = end;
	}
	masked += text.slice(from);
	return masked.replaceAll(/^[ \t]*\u0001[\u0001 \t]*\r?$/gm, (line) => line.replaceAll(mask, "#")).replaceAll(mask, "x");
}
/** A character that no YAML can hold. */
const mask = "";
/** The first of these values, or of the values below them, whose text is a placeholder. */
function placeholderBelow({ tree }, nodes) {
	const open = nodes.filter((node) => node !== 0).reverse();
	const seen = /* @__PURE__ */ new Set();
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		const kind = tree.kind(node);
		if (kind === "string" && placeholder.test(tree.scalar(node))) return {
			start: tree.start(node),
			end: tree.end(node)
		};
		if (kind !== "mapping" && kind !== "sequence" || seen.has(node)) continue;
		seen.add(node);
		const below = [];
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) below.push(item);
		for (const item of below.reverse()) open.push(item);
	}
}
/** The values of an object that say who it is and what it gives, so that a placeholder in them leaves nothing to judge. */
function accessValues(view, root) {
	const metadata = field$1(view, root, "metadata");
	return [
		field$1(view, metadata, "name"),
		field$1(view, metadata, "namespace"),
		...[
			"rules",
			"roleRef",
			"subjects",
			"aggregationRule",
			"userNames",
			"groupNames",
			"users"
		].map((name) => field$1(view, root, name))
	];
}
/** Whether ytt's comments stand in a document: values it sets read as null. */
function hasYttComments(text, document) {
	return /(^|\s)#@/.test(text.slice(document.start, document.end));
}
const templateAdvice = "a template that is not rendered yet: render it and scan the result, for example helm template … | authgraph scan -";
//#endregion
//#region packages/parser/src/documents/read-object.ts
/** Reads one object, in its own document or as the item of a list: takes its facts and says what became of it. */
function readObject(collected, view, root, origin, type, around) {
	const { apiVersion, kind } = type;
	if (around.signs.patchWord && isStrategicMergePatch(view, root)) return "patch";
	if (isKustomization(view.source.path, apiVersion, kind)) {
		collected.facts.push({
			fact: "kustomization",
			kustomization: decodeKustomization(view, root)
		});
		return "evaluated";
	}
	if (kind === "Config" && root === view.tree.root && isKubeconfig(view.tree)) {
		const read = readKubeconfig(view.tree, view.source);
		collectCredentials(collected, read);
		collectReferences(collected, read.references);
		return "evaluated";
	}
	if (kind === void 0 && root === view.tree.root && isCfsslRequest(view.tree)) {
		const credential = readCfsslRequest(view.tree, view.source);
		if (credential !== void 0) collectCredentials(collected, { credentials: [credential] });
		return credential === void 0 ? "not-ours" : "evaluated";
	}
	if (isServerConfiguration(type)) return readServerConfiguration(collected, view, root, type, around.repeatedKey);
	if (apiVersion === void 0 || kind === void 0) {
		reportNotReadYet(collected, view, root, notReadYetByShape(view, root));
		return readUntyped(collected, view, root, type);
	}
	const known = objectKind(apiVersion, kind);
	if (known !== void 0) return readKnown(collected, view, root, origin, known, around);
	if (apiVersion === "v1" && kind === "ConfigMap") {
		if (around.signs.credential) collectWritten(collected, credentialsOfConfigMap(view, root, ownerOf(view, root, kind)));
		return readConfigMap(collected, view, root);
	}
	if (apiVersion === "template.openshift.io/v1" || apiVersion === "v1" && kind === "Template") {
		report(collected, "note", "template", "an OpenShift template: scan what it makes, for example oc process --local -f FILE | authgraph scan -", placeOfObject(view, root));
		return "template";
	}
	reportNotReadYet(collected, view, root, notReadYet(apiVersion, kind));
	return readUnserved(collected, view, root, apiVersion, kind);
}
/** Set aside like any document of another kind, but not in silence. */
function reportNotReadYet(collected, view, root, what) {
	if (what === void 0) return;
	report(collected, "note", "not-read-yet", `${what} and is not read yet`, placeOfObject(view, root));
}
function readKnown(collected, view, root, origin, kind, around) {
	const started = around.signs.components ? readInvocations(collected, view, root, kind) : false;
	const placeholder = around.signs.marks ? placeholderBelow(view, valuesThatMatter(view, root, kind)) : void 0;
	if (placeholder !== void 0) {
		if (started) return "evaluated";
		report(collected, "note", "template", templateAdvice, placeholder);
		return "template";
	}
	const decoded = decodeObject(view, root, kind, origin);
	if (decoded.outcome !== "object" && around.signs.marks && isUnrendered(view, decoded, around.document)) {
		report(collected, "note", "template", templateAdvice, placeOfObject(view, root));
		return "template";
	}
	if (kind.reportsUnknownFields) reportUnknownFields(collected, kind, decoded.unknownFields);
	switch (decoded.outcome) {
		case "undecodable":
			report(collected, "error", "object-refused", undecodableMessage(kind, decoded.error.text), decoded.error);
			return "refused";
		case "invalid":
			for (const error of decoded.errors) report(collected, "error", "object-refused", invalidMessage(kind, decoded.name, [error]), error.place);
			return "refused";
		case "object":
			collected.facts.push({
				fact: "object",
				object: decoded.object
			});
			if (decoded.object.kind === "CertificateSigningRequest") readRequest$1(collected, view, root, decoded.object);
			if (around.signs.credential && decoded.object.kind === "Workload") collectWritten(collected, credentialsOfPod(view, podSpecOf(view, root, kind.kind), ownerOf(view, root, kind.kind)));
			return "evaluated";
	}
}
/** Whether the pods of a workload start components of the control plane. A placeholder among flags is marked there. */
function readInvocations(collected, view, root, kind) {
	const spec = podSpecOf(view, root, kind.kind);
	if (spec === 0) return false;
	const invocations = podInvocations(view, spec, ownerOf(view, root, kind.kind));
	for (const invocation of invocations) collectInvocation(collected, invocation);
	return invocations.length > 0;
}
/** An object, as people call it: `Pod kube-system/kube-apiserver`. */
function ownerOf(view, root, kind) {
	const metadata = field$1(view, root, "metadata");
	const name = text$1(view, field$1(view, metadata, "name"));
	const namespace = text$1(view, field$1(view, metadata, "namespace"));
	return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}
/** Whom the certificate would be for that is asked for. */
function readRequest$1(collected, view, root, { meta, signerName }) {
	const request = placedText(view, fieldAt(view, root, "spec", "request"));
	if (request === void 0) return;
	const { certificateRequests } = collected;
	collectCredentials(collected, readEncodedCertificateRequest(request, meta.name.value, signerName?.value, certificateRequests));
}
/** A workload may be called by a placeholder and still run as a known account. */
function valuesThatMatter(view, root, kind) {
	if (kind.ofAccess) return accessValues(view, root);
	const metadata = field$1(view, root, "metadata");
	const spec = podSpecOf(view, root, kind.kind);
	return [
		field$1(view, metadata, "namespace"),
		field$1(view, spec, "serviceAccountName"),
		field$1(view, spec, "serviceAccount")
	];
}
/** What refused the object is a placeholder of a wrong type, or a value that ytt's comments set. */
function isUnrendered(view, decoded, document) {
	const { text: written } = view.source;
	if (hasYttComments(written, document)) return true;
	return (decoded.outcome === "undecodable" ? [decoded.error] : decoded.outcome === "invalid" ? decoded.errors.map((error) => error.place) : []).some(({ start, end }) => /\{\{|\$\{|\$\(|<%/.test(written.slice(start, end)));
}
/**
* kubectl asks for strict field validation, so `kubectl apply` is refused; any other client stores the object without
* the field. The object is evaluated as that lenient server would have it, which is the worst case.
*/
function reportUnknownFields(collected, kind, unknownFields) {
	for (const unknown of unknownFields) report(collected, "warning", "unknown-field", `unknown field ${quoted(unknown.text)} in ${kind.kind}: kubectl refuses the object, other clients store it without the field`, unknown);
}
/** Of ConfigMaps only `aws-auth` matters; it is judged as a whole before anything in it is read. */
function readConfigMap(collected, view, root) {
	if (text$1(view, fieldAt(view, root, "metadata", "name")) !== "aws-auth") {
		reportNotReadYet(collected, view, root, notReadYetByShape(view, root));
		return "not-ours";
	}
	const { error } = compareWithType(view.tree, root, configMap);
	if (error !== void 0) {
		report(collected, "error", "object-refused", undecodableMessage({
			kind: "ConfigMap",
			apiVersion: "v1"
		}, error.text), error);
		return "refused";
	}
	const namespace = text$1(view, fieldAt(view, root, "metadata", "namespace"));
	if (namespace !== "" && namespace !== "kube-system") return "not-ours";
	const { credentials, diagnostics } = readAwsAuth({
		mapRoles: placedText(view, fieldAt(view, root, "data", "mapRoles")),
		mapUsers: placedText(view, fieldAt(view, root, "data", "mapUsers"))
	});
	const assumption = namespace === "" ? "taken for kube-system/aws-auth: the namespace is not said" : void 0;
	collectCredentials(collected, {
		diagnostics,
		credentials: assumption === void 0 ? credentials : credentials.map((one) => ({
			...one,
			assumption
		}))
	});
	return "evaluated";
}
const accessKinds = new Set([
	"Role",
	"ClusterRole",
	"RoleBinding",
	"ClusterRoleBinding"
]);
const accessGroup = "rbac.authorization.k8s.io/";
/** A document without a full type: kubectl takes it for no object. Worth a word where it is meant to be one of RBAC. */
function readUntyped(collected, view, root, type) {
	const { apiVersion, kind } = type;
	if (apiVersion?.startsWith(accessGroup) === true) {
		report(collected, "error", "object-refused", "Object 'Kind' is missing", placeOfObject(view, root));
		return "refused";
	}
	if (kind !== void 0 && accessKinds.has(kind) && field$1(view, root, "metadata") !== 0) {
		report(collected, "error", "object-refused", "Object 'apiVersion' is missing", placeOfObject(view, root));
		return "refused";
	}
	return "not-ours";
}
/** Types that no server knows, though they look like RBAC: written wrong, or of a version that is gone. */
function readUnserved(collected, view, root, apiVersion, kind) {
	const misplaced = accessKinds.has(kind) && (apiVersion === "v1" || /^rbac(\/|$)/.test(apiVersion));
	if (!apiVersion.startsWith(accessGroup) && apiVersion !== "rbac.authorization.k8s.io" && !misplaced) return "not-ours";
	const removed = /\/v1(alpha|beta)1$/.test(apiVersion);
	const since = removed ? ": not served since Kubernetes 1.22, use rbac.authorization.k8s.io/v1" : "";
	const message = `no matches for kind ${quoted(kind)} in version ${quoted(apiVersion)}${since}`;
	const written = field$1(view, root, removed ? "apiVersion" : "kind");
	report(collected, "error", "object-refused", message, written === 0 ? placeOfObject(view, root) : place$1(view, written));
	return "refused";
}
//#endregion
//#region packages/parser/src/documents/read-manifests.ts
/** Reads a stream of YAML or JSON documents. Returns what looks like a directive in a comment. */
function readManifests(collected, profile) {
	const { source } = collected;
	const signs = {
		marks: hasMarks(source.text),
		patchWord: source.text.includes("$patch"),
		components: namesComponent(source.text),
		invisible: invisibleCharacter.test(source.text),
		credential: mayHoldCredential(source.text)
	};
	const candidates = directiveCandidates(source);
	let broken;
	readDocuments(source.text, profile, (document) => {
		switch (document.outcome) {
			case "empty":
				count(collected, "empty", document);
				break;
			case "error":
				if (readBroken(collected, document, signs.marks) === "refused") broken ??= document.message;
				break;
			case "value": {
				const view = {
					source,
					tree: document.tree
				};
				const before = collected.documents.length;
				readValue$1(collected, view, document, {
					signs,
					document,
					repeatedKey: repeatedKey(document)
				});
				if (candidates.candidates.length > 0) dropDirectives(candidates, document);
				if (document.afterError && broken !== void 0) reportAfterError(collected, before, broken);
				break;
			}
		}
	});
	return candidates;
}
function repeatedKey({ surprises }) {
	for (const surprise of surprises) if ((surprise.form === "duplicate-key" || surprise.form === "merge-override") && !surprise.undetermined) return surprise;
}
function readValue$1(collected, view, document, around) {
	const { tree } = view;
	const { root } = tree;
	const { invisible } = around.signs;
	const accessPlaces = invisible || document.surprises.length > 0 ? [] : void 0;
	if (tree.kind(root) !== "mapping") count(collected, isJsonPatch(view, root) ? "patch" : "not-ours", place$1(view, root));
	else {
		const type = writtenType(view, root);
		const items = writtenField(tree, root, "items");
		if (items !== 0 && type.kind !== void 0) readList(collected, view, root, items, type, around, accessPlaces);
		else readAndCount(collected, view, root, type, around, accessPlaces);
	}
	if (accessPlaces === void 0) return;
	if (invisible) for (const at of accessPlaces) reportInvisible(collected, at);
	if (document.surprises.length === 0) return;
	if (collected.documents.at(-1)?.outcome === "template" || hasYttComments(view.source.text, document)) return;
	for (const hidden of hiddenContents(view.source, document.surprises, accessPlaces, tree)) collected.facts.push({
		fact: "hidden-content",
		hidden
	});
	reportUndetermined(collected, document);
}
function readAndCount(collected, view, node, type, around, accessPlaces) {
	const at = origin(view, node);
	collected.documents.push({
		outcome: readObject(collected, view, node, at, type, around),
		origin: at
	});
	if (accessPlaces !== void 0 && isOfAccess(type) && decidesAccess(view, node, type)) accessPlaces.push(at);
}
/** Of Secrets only tokens do: what others hold is no access to the cluster. */
function decidesAccess(view, node, { kind }) {
	return kind !== "Secret" || tokenTypes.includes(text$1(view, field$1(view, node, "type")));
}
const tokenTypes = ["kubernetes.io/service-account-token", "bootstrap.kubernetes.io/token"];
function isOfAccess({ apiVersion = "", kind = "" }) {
	return objectKind(apiVersion, kind)?.ofAccess === true;
}
/** cli-runtime's visitors and apimachinery unstructured.go: decodeToList. */
function readList(collected, view, root, items, type, around, accessPlaces) {
	const { tree } = view;
	if (!(type.kind?.endsWith("List") === true) && type.apiVersion !== void 0) reportItems(collected, view, items, isOfAccess(type));
	const error = listError(view, items);
	if (error !== void 0) {
		report(collected, "error", "object-refused", error.text, error);
		count(collected, "refused", place$1(view, root));
	} else if (tree.kind(items) === "null" || tree.first(items) === 0) count(collected, "empty", place$1(view, root));
	else for (const item of itemsOf(view, items)) readItem(collected, view, item, type, around, accessPlaces);
}
/** One item that is no object spoils the whole list. */
function listError(view, items) {
	const { tree } = view;
	const kind = tree.kind(items);
	if (kind === "null") return void 0;
	if (kind !== "sequence") return {
		text: `json: cannot unmarshal ${goWord(kind)} into Go struct field decodeList.items of type []json.RawMessage`,
		...place$1(view, items)
	};
	for (const item of itemsOf(view, items)) {
		const itemKind = tree.kind(item);
		if (itemKind === "mapping" || itemKind === "null") continue;
		return {
			text: `json: cannot unmarshal ${goWord(itemKind)} into Go value of type map[string]interface {}`,
			...place$1(view, item)
		};
	}
}
function readItem(collected, view, item, list, around, accessPlaces) {
	const written = writtenType(view, item);
	const type = (written.kind ?? "") === "" && (written.apiVersion ?? "") === "" ? {
		apiVersion: list.apiVersion,
		kind: (list.kind ?? "").replace(/List$/, "")
	} : written;
	const error = itemError(view, item, type);
	if (error === void 0) readAndCount(collected, view, item, type, around, accessPlaces);
	else {
		report(collected, "error", "object-refused", error, placeOfObject(view, item));
		count(collected, "refused", place$1(view, item));
	}
}
function itemError(view, item, { apiVersion = "", kind = "" }) {
	if (writtenField(view.tree, item, "items") !== 0) return "*unstructured.Unstructured is not a list: no Items field in this object";
	if (kind === "") return "Object 'Kind' is missing";
	if (apiVersion === "") return "Object 'apiVersion' is missing in 'object has no apiVersion field'";
}
function reportItems(collected, view, items, inAccessObject) {
	const at = keyPlace(view, items);
	const hidden = {
		form: "items-on-non-list",
		origin: {
			kind: "text",
			source: view.source,
			...at
		},
		inAccessObject,
		key: void 0,
		winner: void 0
	};
	collected.facts.push({
		fact: "hidden-content",
		hidden
	});
}
/** A document that does not parse is a template where template marks are why; otherwise kubectl refuses it. */
function readBroken(collected, document, marks) {
	const mark = marks ? markBehindError(collected.source.text, document, document) : void 0;
	if (mark !== void 0) {
		report(collected, "note", "template", templateAdvice, mark);
		count(collected, "template", document);
		return "template";
	}
	const at = {
		start: document.offset,
		end: Math.min(document.offset + 1, collected.source.text.length)
	};
	report(collected, "error", syntaxId(collected.source.text), document.message, at);
	count(collected, "refused", document);
	return "refused";
}
function syntaxId(text) {
	return /^[\s\ufeff]*\{(?!\{)/.test(text) ? "json-syntax" : "yaml-syntax";
}
function reportAfterError(collected, from, error) {
	for (const { outcome, origin } of collected.documents.slice(from)) {
		if (outcome !== "evaluated" || origin.kind !== "text") continue;
		report(collected, "warning", "after-error", `kubectl does not get here: an earlier document of this file fails (${error})`, {
			start: origin.start,
			end: origin.start
		});
	}
}
/** Characters that change how a text looks and not what it says, or hide in it: bidi controls, zero width. */
const invisibleCharacter = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** Names with such characters are other names than they look; the server stores them as they are. */
function reportInvisible(collected, { start, end }) {
	const { text } = collected.source;
	const found = invisibleCharacter.exec(text.slice(start, end));
	if (found === null) return;
	const at = start + found.index;
	report(collected, "warning", "invisible-character", `invisible character U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}: the object is not what it looks like`, {
		start: at,
		end: at + 1
	});
}
/** Two keys that are one in JSON, such as `1:` and `"1":`: which value holds is left to chance. */
function reportUndetermined(collected, { surprises }) {
	for (const surprise of surprises) {
		if (!("undetermined" in surprise) || !surprise.undetermined) continue;
		report(collected, "warning", "undetermined-key", `key ${JSON.stringify(surprise.key)} is written twice in different forms: which value holds is random`, surprise);
	}
}
function dropDirectives(candidates, document) {
	dropWithinScalars(candidates, document.tree);
	for (const surprise of document.surprises) if (surprise.form === "ignored-text") dropBetween(candidates, surprise.start, surprise.end);
}
//#endregion
//#region packages/parser/src/invocations/environment-file.ts
/**
* Reads a file that `EnvironmentFile=` names (src/basic/env-file.c parse_env_file_internal): `NAME=value` lines,
* `#` and `;` comments, quotes around a value or parts of it, backslashes, no variables inside.
*/
function readEnvironmentFile(source) {
	const { text } = source;
	const variables = [];
	let at = text.charCodeAt(0) === 65279 ? 1 : 0;
	while (at < text.length) {
		const line = /[ \t]*([^\r\n]*)/y;
		line.lastIndex = at;
		const content = line.exec(text)?.[1] ?? "";
		const start = line.lastIndex - content.length;
		const equals = content.indexOf("=");
		if (content === "" || content.startsWith("#") || content.startsWith(";") || equals < 0) {
			at = pastLineBreak(text, line.lastIndex);
			continue;
		}
		const scan = {
			text,
			at: start + equals + 1,
			value: "",
			offsets: []
		};
		readValue(scan);
		const end = (scan.offsets.at(-1) ?? scan.at - 1) + 1;
		const name = content.slice(0, equals).trim();
		if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) variables.push({
			name,
			value: placedBy(source, scan.value, [...scan.offsets, end])
		});
		at = pastLineBreak(text, scan.at);
	}
	return {
		origin: textOrigin(source, 0, text.length),
		variables
	};
}
/** Reads to the end of the logical line, blanks after the value left out. */
function readValue(scan) {
	let atBoundary = true;
	let blanks = 0;
	while (scan.at < scan.text.length) {
		const unit = scan.text[scan.at] ?? "";
		if (unit === "\n" || unit === "\r") break;
		if (atBoundary && (unit === " " || unit === "	")) {
			scan.at++;
			continue;
		}
		if (atBoundary && (unit === "\"" || unit === "'")) {
			readQuoted(scan, unit);
			continue;
		}
		atBoundary = false;
		if (unit === "\\") {
			scan.at++;
			if (!skipLineBreak(scan) && scan.at < scan.text.length) take$1(scan);
			blanks = 0;
			continue;
		}
		take$1(scan);
		blanks = unit === " " || unit === "	" ? blanks + 1 : 0;
	}
	if (blanks > 0) {
		scan.value = scan.value.slice(0, -blanks);
		scan.offsets.splice(-blanks);
	}
}
function readQuoted(scan, quote) {
	scan.at++;
	while (scan.at < scan.text.length && scan.text[scan.at] !== quote) {
		if (quote === "\"" && scan.text[scan.at] === "\\") {
			scan.at++;
			if (skipLineBreak(scan)) continue;
			if (!"\"\\`$".includes(scan.text[scan.at] ?? "x")) {
				scan.value += "\\";
				scan.offsets.push(scan.at - 1);
			}
			if (scan.at >= scan.text.length) break;
		}
		take$1(scan);
	}
	scan.at = Math.min(scan.at + 1, scan.text.length);
}
function take$1(scan) {
	scan.value += scan.text[scan.at] ?? "";
	scan.offsets.push(scan.at);
	scan.at++;
}
function skipLineBreak(scan) {
	const lineBreak = /^\r?\n/.exec(scan.text.slice(scan.at, scan.at + 2))?.[0];
	if (lineBreak === void 0) return false;
	scan.at += lineBreak.length;
	return true;
}
function pastLineBreak(text, at) {
	if (text[at] === "\r") return text[at + 1] === "\n" ? at + 2 : at + 1;
	return at + 1;
}
//#endregion
//#region packages/parser/src/invocations/shell-script.ts
/** Whether a text is a shell script that may start a component. */
function looksLikeShellScript(path, text) {
	return (/^#![^\n]*\b(?:ba|da|a|k|z)?sh\b/.test(text) || /\.(?:sh|bash)(?:\.[a-z0-9]+)?$/.test(path)) && /\b(?:kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|hyperkube)\b/.test(text);
}
/** The components that a script starts, wherever in it. Here-documents are data, and not followed. */
function readShellScript(source) {
	const unknown = () => "unknown";
	return readShell(placedSource(source), { variable: unknown }).flatMap((command) => findStartedPrograms(command.words, unknown).flatMap((started) => {
		const invocation = invocationOf(started, source.path, void 0);
		return invocation !== void 0 && (invocation.flags.length > 0 || invocation.unresolved !== void 0) ? [invocation] : [];
	}));
}
/** Whether a text is a file of arguments (MicroK8s): only flags and comments, under the name of a component. */
function looksLikeArgumentsFile(path, text) {
	if (componentNamed(path.slice(path.lastIndexOf("/") + 1)) === void 0) return false;
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	return lines.some((line) => line.startsWith("--")) && lines.every((line) => /^(?:$|#|--)/.test(line));
}
/**
* Reads a file of arguments, one or more a line, quoted as for a shell: MicroK8s puts it between the parentheses of a
* shell array (`microk8s-resources/wrappers/run-*-with-args`). The file's name says which component gets them.
*/
function readArgumentsFile(source) {
	const component = componentNamed(source.path.slice(source.path.lastIndexOf("/") + 1));
	const words = readShell(placedSource(source), { variable: () => "unknown" }).flatMap(({ words }) => words);
	const program = words[0];
	if (component === void 0 || program === void 0) return void 0;
	return invocationOf({
		component,
		program,
		args: words
	}, source.path, void 0);
}
//#endregion
//#region packages/parser/src/invocations/unit-file.ts
/** Whether a text is a service unit or a drop-in of one, by what it begins with; its path only where it lies there. */
function looksLikeUnit(path, text) {
	if (!/^[ \t]*\[Service\][ \t]*\r?$/m.test(text)) return false;
	return unitName(path) !== void 0 || /^\ufeff?(?:[ \t]*(?:[#;].*)?\r?\n)*[ \t]*\[(?:Unit|Service|Install)\]/.test(text);
}
function unitName(path) {
	const plain = path.replace(/\.(?:j2|tmpl|tpl|template|erb|in)$/, "");
	const dropIn = /^(?:(.*)\/)?([^/]+\.service)\.d\/([^/]+\.conf)$/.exec(plain);
	if (dropIn !== null) return {
		unit: dropIn[2] ?? "",
		folder: dropIn[1] ?? "",
		dropIn: dropIn[3] ?? ""
	};
	const unit = /^(?:(.*)\/)?([^/]+\.service)$/.exec(plain);
	return unit === null ? void 0 : {
		unit: unit[2] ?? "",
		folder: unit[1] ?? "",
		dropIn: void 0
	};
}
/**
* Reads the settings of a unit or drop-in that decide what it starts (systemd.syntax(7), systemd.service(5)).
* A file whose path names no unit counts as one called like the file.
*/
function readUnit(source) {
	const place = unitName(source.path);
	const slash = source.path.lastIndexOf("/");
	return {
		unit: place?.unit ?? source.path.slice(slash + 1),
		folder: place?.folder ?? source.path.slice(0, Math.max(0, slash)),
		dropIn: place?.dropIn,
		origin: textOrigin(source, 0, source.text.length),
		settings: readSettings(source)
	};
}
/** The files that a unit takes variables from; a leading `-` says that the file may be missing. */
function environmentFilesOf(unit) {
	return unit.settings.filter((setting) => setting.name === "EnvironmentFile" && setting.value.text !== "").map(({ value }) => {
		const path = slicePlaced(value, value.text.startsWith("-") ? 1 : 0);
		return {
			path: located(path.text, originOfPlaced(path)),
			role: "environment-file"
		};
	});
}
function readSettings(source) {
	const settings = [];
	let section = "";
	for (const line of logicalLines(source)) {
		const header = /^\s*\[([^\]]*)\]\s*$/.exec(line.text);
		if (header !== null) section = header[1] ?? "";
		const assignment = /^\s*([A-Za-z]+)\s*=\s*/.exec(line.text);
		const name = section === "Service" ? settingName(assignment?.[1]) : void 0;
		if (assignment === null || name === void 0) continue;
		settings.push({
			name,
			value: slicePlaced(line, assignment[0].length, line.text.trimEnd().length)
		});
	}
	return settings;
}
function settingName(name) {
	return name === "ExecStart" || name === "Environment" || name === "EnvironmentFile" ? name : void 0;
}
/**
* Lines without comments, those that end in a backslash joined with the next, the backslash a blank. Comments between
* them are passed over (systemd.syntax(7)).
*/
function* logicalLines(source) {
	const { text } = source;
	let joined = "";
	let offsets = [];
	let at = text.charCodeAt(0) === 65279 ? 1 : 0;
	while (at < text.length) {
		const lineFeed = text.indexOf("\n", at);
		const next = lineFeed < 0 ? text.length : lineFeed + 1;
		const end = lineFeed > at && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed < 0 ? text.length : lineFeed;
		const line = text.slice(at, end);
		if (!/^\s*[#;]/.test(line)) {
			const continues = line.endsWith("\\");
			joined += continues ? `${line.slice(0, -1)} ` : line;
			for (let i = at; i < end; i++) offsets.push(i);
			if (!continues) {
				yield placedBy(source, joined, [...offsets, end]);
				joined = "";
				offsets = [];
			}
		}
		at = next;
	}
	if (joined !== "") yield placedBy(source, joined, [...offsets, text.length]);
}
//#endregion
//#region packages/parser/src/text-forms.ts
const manifestName = /\.(ya?ml|json)$/i;
/** A type at the beginning of a line. */
const type = /^["']?(?:apiVersion|kind)["']?[ \t]*:/m;
const jsonType = /^\{[\s\S]{0,400}?"(?:apiVersion|kind)"\s*:/;
/** What a stream of objects begins with, past comments: a separator, a top-level key, a block of some template. */
const beginning = /^(?:---|["']?(?:apiVersion|kind|metadata|items|spec|data)["']?[ \t]*:|\{\{|\{%|<%)/;
const head = 65536;
/**
* Whether a text is YAML or JSON that may hold objects: by its name, else because it begins as one. A type further
* down is not enough, or scripts that write manifests would be taken for some.
*/
function looksLikeManifests(path, text) {
	if (manifestName.test(path)) return true;
	if (text.startsWith("#!")) return false;
	const start = text.slice(0, head).replace(/^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*/, "");
	return jsonType.test(start) || beginning.test(start) && type.test(start);
}
/** Suffixes of files that something renders; what they hold is said by the suffix before. */
const rendered = /\.(?:j2|jinja2?|tmpl|tpl|gotmpl|template|erb|in|base|ya?ml)$/i;
const extensions = new Set("yaml yml json kyaml manifest kubeconfig conf cnf cfg service env csv pem crt cer csr sh bash".split(" "));
/** Files without an extension that are in every repository and never ours. */
const otherNames = /^(?:LICEN[CS]E|NOTICE|COPYING|README|AUTHORS|CONTRIBUTORS|CODEOWNERS|OWNERS(?:_ALIASES)?|(?:Make|Docker|Jenkins|Vagrant|Gem|Pip|Proc|Tilt|Rake|Container|Brew)file|GNUmakefile)$/i;
/**
* Whether a file may hold something for `parse`, by its path alone: what keeps a walk from opening every file of a
* repository. Files without an extension may be argument files, kubeconfigs, certificates, environment files.
*/
function isWorthReading(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (name.replace(rendered, "") !== name) return true;
	const dot = name.lastIndexOf(".");
	if (dot > 0) return extensions.has(name.slice(dot + 1).toLowerCase());
	return dot < 0 && !otherNames.test(name);
}
//#endregion
//#region packages/parser/src/parse.ts
/** Reads a text: what it says about access, with places, and what became of each of its documents. Never throws. */
function parse(source, options = {}) {
	const collected = startCollecting(source, options.certificateRequests);
	const candidates = readText$1(collected, options);
	const { diagnostics } = collected;
	return {
		facts: collected.facts.slice(),
		diagnostics,
		documents: collected.documents.slice(),
		directives: asDirectives(source, candidates)
	};
}
/** Decides what a text is, by the role it was named in, else by its path and content; reads it; finds its directives. */
function readText$1(collected, { role }) {
	const { source } = collected;
	const { path, text } = source;
	const whole = {
		start: 0,
		end: text.length
	};
	const nul = text.indexOf("\0");
	if (nul >= 0) {
		report(collected, "error", "binary-content", "binary content (NUL bytes)", {
			start: nul,
			end: nul + 1
		});
		count(collected, "refused", whole);
		return noDirectives;
	}
	if (role === "environment-file") {
		collected.facts.push({
			fact: "environment",
			environment: readEnvironmentFile(source)
		});
		count(collected, "evaluated", whole);
	} else if (role === "token-file" || role === void 0 && looksLikeTokenFile(path, text)) {
		collectCredentials(collected, readTokenFile(source));
		count(collected, "evaluated", whole);
		return noDirectives;
	} else if (role === "authentication-configuration" || role === "authorization-configuration") return readManifests(collected, "component-config");
	else if (looksLikeManifests(path, text)) return readManifests(collected, "kubectl");
	else if (looksLikeUnit(path, text)) {
		const unit = readUnit(source);
		collected.facts.push({
			fact: "unit",
			unit
		});
		collectReferences(collected, environmentFilesOf(unit));
		count(collected, "evaluated", whole);
	} else if (looksLikeArgumentsFile(path, text)) {
		const invocation = readArgumentsFile(source);
		if (invocation !== void 0) collectInvocation(collected, invocation);
		count(collected, invocation === void 0 ? "not-ours" : "evaluated", whole);
	} else if (looksLikeShellScript(path, text)) {
		const invocations = readShellScript(source);
		for (const invocation of invocations) collectInvocation(collected, invocation);
		count(collected, invocations.length === 0 ? "not-ours" : "evaluated", whole);
	} else if (looksLikePem(text)) {
		collectCredentials(collected, readCertificateFile(source));
		collectCredentials(collected, readCertificateRequestFile(source, collected.certificateRequests));
		count(collected, "evaluated", whole);
	} else if (looksLikeOpensslConfig(text)) {
		collectCredentials(collected, { credentials: readOpensslConfig(source) });
		count(collected, "evaluated", whole);
	} else count(collected, text.trim() === "" ? "empty" : "not-ours", whole);
	return directiveCandidates(source);
}
//#endregion
//#region packages/parser/src/reader/decode-bytes.ts
/**
* Decodes a file's bytes as kubectl does (cli-runtime pkg/resource/visitor.go, unicode.BOMOverride over UTF-8): UTF-8,
* or UTF-16 where a byte order mark says so, U+FFFD for what is neither.
*/
function decodeBytes(bytes) {
	if (isAscii(bytes)) return {
		text: latin1(bytes),
		repaired: false
	};
	const utf16 = utf16Label(bytes);
	if (utf16 !== void 0) {
		const text = new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
		return {
			text,
			repaired: text.includes("�") && !decodesCleanly(utf16, bytes)
		};
	}
	return {
		text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
		repaired: !isUtf8(bytes)
	};
}
function latin1(bytes) {
	return (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString("latin1");
}
function utf16Label(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
	if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
}
function decodesCleanly(label, bytes) {
	try {
		new TextDecoder(label, { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
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
	"complete"
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
/** What is wrong with the value itself, as the end of a sentence. */
function wrongValue(tree, node, kind, schema) {
	if ("enum" in schema) return kind === "string" && schema.enum.includes(tree.scalar(node)) ? void 0 : `must be one of ${schema.enum.join(", ")}`;
	switch (schema.type) {
		case "boolean": return kind === "boolean" ? void 0 : "must be true or false";
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
	const items = [];
	for (let item = tree.first(node); item !== 0; item = tree.next(item)) items.push(tree.scalar(item));
	return items;
}
function metadataOf(values) {
	const text = (name) => {
		const value = values.get(name);
		return typeof value === "string" ? value : "";
	};
	const list = (name) => {
		const value = values.get(name);
		return typeof value === "object" ? value : [];
	};
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
		tags: list("tags")
	};
}
//#endregion
//#region packages/engine/src/coverage.ts
/**
* What became of every file and every document: nothing disappears silently.
* Files seen = read + skipped; documents seen = the sum over all outcomes.
*/
function coverageOf({ skipped }, texts, { overwritten, components }) {
	const documents = {
		evaluated: 0,
		"not-ours": 0,
		template: 0,
		patch: 0,
		refused: 0,
		empty: 0,
		overwritten
	};
	let objects = 0;
	for (const { parsed } of texts) {
		for (const { outcome } of parsed.documents) documents[outcome]++;
		for (const { fact } of parsed.facts) if (fact === "object") objects++;
	}
	documents.evaluated -= overwritten;
	return {
		filesSeen: texts.length + skipped.length,
		filesRead: texts.length,
		filesSkipped: skipped,
		documentsSeen: Object.values(documents).reduce((sum, count) => sum + count, 0),
		documents,
		objects: objects - overwritten,
		components
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
//#region packages/engine/src/read-inputs.ts
/**
* Reads every file of the sources, then those that their facts name, until nothing new is named: a token file is known
* for one only by the flag that names it. A file that was read without its role is parsed again with it.
*/
async function readInputs(sources, onFile) {
	const reading = {
		sources,
		onFile,
		texts: /* @__PURE__ */ new Map(),
		skipped: /* @__PURE__ */ new Map(),
		found: /* @__PURE__ */ new Map(),
		waiting: [],
		certificateRequests: void 0
	};
	for (const file of sources.list()) take(reading, file, void 0);
	let units = [];
	for (let known = -1; known < reading.found.size;) {
		known = reading.found.size;
		await readWaiting(reading);
		const facts = [...reading.texts.values()].flatMap(({ parsed }) => parsed.facts);
		units = invocationsOfUnits(unitsAmong(facts), (path) => environmentAt(reading, path));
		for (const fact of facts) if (fact.fact === "file-reference") follow(reading, fact.reference);
		for (const reference of units.flatMap(filesOfFlags)) follow(reading, reference);
	}
	return {
		texts: units.length === 0 ? [...reading.texts.values()] : withInvocations(reading.texts, units),
		skipped: [...reading.skipped.values()]
	};
}
function take(reading, file, role) {
	reading.onFile();
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
	if (reading.certificateRequests === void 0 && needsCertificateRequestReader(source.text)) reading.waiting.push({
		source,
		role
	});
	read(reading, source, role);
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
function read({ texts, certificateRequests }, source, role) {
	texts.set(source.path, {
		path: source.path,
		role,
		parsed: parsedOrFailed(source, {
			role,
			certificateRequests
		})
	});
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
	for (const { source, role } of reading.waiting) read(reading, source, role);
	reading.waiting = [];
}
function follow(reading, { path, role }) {
	const key = foundKey(role, path.value);
	if (reading.found.has(key)) return;
	const file = reading.sources.find(path.value);
	reading.found.set(key, file?.path);
	if (file !== void 0 && reading.texts.get(file.path)?.role === void 0) take(reading, file, role);
}
function foundKey(role, path) {
	return `${role} ${path}`;
}
function environmentAt(reading, path) {
	const at = reading.found.get(foundKey("environment-file", path));
	return (at === void 0 ? [] : reading.texts.get(at)?.parsed.facts ?? []).flatMap((fact) => fact.fact === "environment" ? [fact.environment] : [])[0];
}
function unitsAmong(facts) {
	return facts.flatMap((fact) => fact.fact === "unit" ? [fact.unit] : []);
}
/** What units start belongs to the text whose word names the program. */
function withInvocations(texts, invocations) {
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
	return [...texts.values()].map((text) => {
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
//#region packages/engine/src/load-graph.ts
/** Reads the sources to their graph: what a scan searches and every question is asked of. */
async function loadGraph(input) {
	const read = await readInputs(input.sources, input.onFile);
	const { texts, namespaceOf } = applyKustomizations(read.texts);
	const invocations = invocationsOf(texts);
	const decided = decideVersion(input.kubernetesVersion, invocations);
	if (decided.outcome === "refused") return decided;
	const { minor } = decided;
	const [kubernetes, kubeadm, ofEveryMinor] = await Promise.all([
		loadDefaultPolicy(minor),
		loadKubeadmPolicy(minor),
		loadEveryDefaultPolicy()
	]);
	const inventory = buildInventory({
		texts: texts.map(({ path, parsed }) => ({
			path,
			facts: parsed.facts
		})),
		shipped: {
			kubernetes,
			kubeadm,
			ofEveryMinor
		},
		minor,
		namespaceOf: (path) => namespaceOf(path) ?? input.appliedNamespace,
		complete: input.complete
	});
	const graph = buildAccessGraph(inventory);
	return {
		outcome: "loaded",
		loaded: {
			graph,
			minor,
			kubernetes: decided.version,
			diagnostics: texts.flatMap(({ parsed }) => parsed.diagnostics),
			coverage: coverageOf(read, texts, {
				overwritten: inventory.overwritten.length,
				components: [...new Set(invocations.map(({ component }) => component))].sort()
			}),
			assumptions: [...decided.assumptions, ...graph.assumptions]
		}
	};
}
function invocationsOf(texts) {
	return texts.flatMap(({ parsed }) => parsed.facts.flatMap((fact) => fact.fact === "invocation" ? [fact.invocation] : []));
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
	const namespace = namespaceOf(asked, resource, name);
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
function namespaceOf({ namespace = "" }, { group, resource, namespaced }, name) {
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
			nearMisses: isAllowed ? [] : nearMisses(loaded.graph, identity, asked.attributes),
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
* Groups that an identity is in, as steps: because of what it is, or because a credential among the inputs says so.
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
		message: `"${written}" is the name of several: ${[key, ...others].map((one) => namesOf(one)[0]).join(", ")}`
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
			...[...known].flatMap(namesOf)
		]
	};
}
/** The ways to write an identity, the one that says most first. */
function namesOf(key) {
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
	}).filter((path) => isNews(context.graph, path) && (starts === void 0 || starts.has(startOf(path))));
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
function startOf({ steps: [first] }) {
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
	const starts = new Set(paths.map(startOf));
	const members = /* @__PURE__ */ new Map();
	return folded(paths.filter(({ steps: [{ kind, to }] }) => {
		const group = vertexKey(to);
		if (kind !== "member-of" || !starts.has(group)) return true;
		members.set(group, (members.get(group) ?? 0) + 1);
		return false;
	}), routeKey).map((route) => {
		const groups = [route.path, ...route.others].map(startOf);
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
/** The name of a repository's only cluster, which is part of every fingerprint. */
const cluster = "default";
/** Reads the sources, builds the graph, asks every rule, and accounts for all that was read. */
async function scan(input) {
	const result = await loadGraph(input);
	if (result.outcome === "refused") return result;
	const { graph, kubernetes, diagnostics, coverage, assumptions } = result.loaded;
	const context = await ruleContext(result.loaded, input.at);
	const { risks, notEvaluated } = runRules(input.rules, context);
	return {
		outcome: "done",
		run: {
			toolVersion: input.toolVersion,
			findings: foldRisks(risks, cluster),
			diagnostics: [...diagnostics, ...refusalsOf(graph)],
			coverage,
			notEvaluated,
			assumptions: [
				...assumptions.filter((one) => !graph.assumptions.includes(one)),
				...context.graph.assumptions,
				...missingRoles(context.graph)
			],
			kubernetes,
			rules: input.rules.map(({ metadata }) => metadata)
		}
	};
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
//#region packages/cli/src/terminal/terminal.ts
/** `--color`, then FORCE_COLOR (set, not `0`), NO_COLOR (set, not empty), TERM=dumb, then whether it is a terminal. */
function wantsColor(choice, { isTerminal, env }) {
	if (choice !== "auto") return choice === "always";
	if (env.FORCE_COLOR !== void 0) return env.FORCE_COLOR !== "0";
	if (env.NO_COLOR !== void 0 && env.NO_COLOR !== "") return false;
	return isTerminal && env.TERM !== "dumb";
}
/** Columns to write for; text that goes into a file or pipe is wrapped for nobody's window. */
function widthOf({ isTerminal, columns }) {
	return isTerminal ? Math.max(columns ?? 80, 40) : Number.POSITIVE_INFINITY;
}
//#endregion
//#region rules/apiserver-anonymous-auth/rule.ts
/** The setting opens nothing by itself beyond what Kubernetes ships for everybody. */
const score$12 = 2;
const check$69 = function* (context) {
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
			notes: [note("why", "one binding that names them is enough to open the cluster to the network"), note("check", "curl -k https://SERVER:6443/version")],
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
const check$68 = function* ({ graph }) {
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
		notes: [note("why", "the first authorizer that allows decides, so RBAC beside it takes nothing away"), note("check", "kubectl auth can-i '*' '*' -A --as=nobody --as-group=system:authenticated")],
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
const check$67 = function* (context) {
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
			notes: [note("why", "a leaked token works until somebody edits the file and restarts every API server"), note("note", "its users and groups are whatever the file says, system:masters included")],
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
const check$66 = function* (context) {
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
			notes: [note("who", "everybody who reads this file or may read the object")],
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
const check$65 = function* (context) {
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
		notes: [note("why", "members of system:masters are allowed before any authorizer is asked, and no binding takes it away"), ...rated.notes],
		remedies: remedies[form],
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
				notes: [note("note", `no longer accepted: valid until ${notAfter}`)]
			};
			if (credential.proofInText === true) {
				const notes = [note("who", "everybody who reads this file: the private key stands in it"), ...validUntil(notAfter)];
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
				const notes = [note("note", credential.assumption)];
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
				notes: [note("note", "the API server refuses such a request, unless CertificateSubjectRestriction is disabled")]
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
const sameName = note("note", "taken for the file that --token-auth-file names: it has the same name");
const notInForce = note("note", "no --token-auth-file among the inputs names this file");
const intent = note("note", "a request is an intent: it counts once a CA that the API server trusts has signed it");
function validUntil(notAfter) {
	return notAfter === void 0 ? [] : [note("note", `no way to revoke it; valid until ${notAfter}`)];
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
const remedies = {
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
const check$64 = (context) => pathRisks(context, {
	id: "path-admission-control",
	kinds: ["control-admission", "replace-api-server"]
});
//#endregion
//#region rules/path-aggregation-injection/rule.ts
const check$63 = (context) => aggregationRisks(context);
//#endregion
//#region rules/path-bind-or-escalate/rule.ts
const check$62 = (context) => pathRisks(context, {
	id: "path-bind-or-escalate",
	kinds: ["bind-role", "escalate-role"]
});
//#endregion
//#region rules/path-csr-to-identity/rule.ts
const check$61 = (context) => pathRisks(context, {
	id: "path-csr-to-identity",
	kinds: ["approve-certificate"],
	counts: ({ assumption }) => assumption === void 0
});
//#endregion
//#region rules/path-impersonate-chain/rule.ts
const check$60 = (context) => pathRisks(context, {
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
const check$59 = (context) => pathRisks(context, {
	id: "path-namespace-policy-bypass",
	kinds: ["relabel-namespace"]
});
//#endregion
//#region rules/path-node-to-workloads/rule.ts
const check$58 = (context) => pathRisks(context, {
	id: "path-node-to-workloads",
	kinds: [
		"reach-kubelet",
		"mount-host-path",
		"node-credential"
	]
});
//#endregion
//#region rules/path-pod-create-to-sa/rule.ts
const check$57 = (context) => pathRisks(context, {
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
	return [note("also", `${first}${others.length === 0 ? "" : `; ${others.length} more ${others.length === 1 ? "account" : "accounts"}`}`)];
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
	if (!security.seen) return [note("also", `no Namespace object sets a Pod Security level for ${where}: unless the cluster does, the pod takes over its node`)];
	const { enforced } = security;
	if (enforced === void 0 || !keepsFromNode(security)) return [note("also", `${where} ${enforced === void 0 ? "enforces no Pod Security level" : `enforces Pod Security ${quotable(enforced.value)}`}: the pod takes over its node`)];
	return [note("note", `Pod Security ${quotable(enforced.value)} (${whereOf(enforced.origin)}) keeps the pod from the node; it does not look at serviceAccountName`)];
}
function aboutNames({ path }) {
	return path.steps[0].kind === "create-pod" ? [note("note", "resourceNames would not narrow this: a create request carries no name")] : [note("note", "resourceNames would not narrow this: a template names any account")];
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
const check$56 = (context) => pathRisks(context, {
	id: "path-pod-takeover-to-sa",
	kinds: ["enter-pod"]
});
//#endregion
//#region rules/path-token-to-sa/rule.ts
const check$55 = (context) => pathRisks(context, {
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
const check$54 = function* (context) {
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
			...followingLines(path).map((line) => note("then", line)),
			...more.length === 0 ? [] : [note("who", `${more.length} more workloads run as this account`)],
			...certainty.notes,
			...power === void 0 ? [] : [note("check", checkCommand(holder, power))]
		],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: title,
		role: roleOf$2(binding)
	};
}
//#endregion
//#region rules/rbac-admission-webhooks-write/rule.ts
const check$53 = (context) => powerRisks(context, {
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
const check$52 = (context) => {
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
const check$51 = (context) => powerRisks(context, {
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
const check$50 = function* (context) {
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
const check$49 = (context) => powerRisks(context, {
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
const check$48 = function* (context) {
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
const check$47 = (context) => powerRisks(context, {
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
const check$46 = function* ({ graph }) {
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
		notes: [note("why", "whoever creates a role of that name decides, within its own rights, what the subjects can do")],
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
const check$45 = function* ({ graph }) {
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
		notes: [note("why", "whoever creates an account of that name holds what the binding gives")],
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
const check$44 = (context) => driftRisks(context);
//#endregion
//#region rules/rbac-default-sa-bound/rule.ts
/** What no other rule tells of a binding. */
const toldHereOnly = [
	"write",
	"read",
	"discovery"
];
const check$43 = function* (context) {
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
const check$42 = (context) => powerRisks(context, {
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
const check$41 = function* (context) {
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
const check$40 = (context) => powerRisks(context, {
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
const check$39 = function* (context) {
	for (const bound of boundHolders(context, ["all-service-accounts", "namespace-service-accounts"])) {
		const risk = crowdRisk(context, "rbac-grant-all-service-accounts", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-anonymous/rule.ts
const check$38 = function* (context) {
	for (const bound of boundHolders(context, ["anonymous"])) {
		const risk = crowdRisk(context, "rbac-grant-anonymous", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-authenticated/rule.ts
const check$37 = function* (context) {
	for (const bound of boundHolders(context, ["authenticated"])) {
		const risk = crowdRisk(context, "rbac-grant-authenticated", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-nodes-group/rule.ts
const check$36 = function* (context) {
	for (const bound of boundHolders(context, ["nodes"])) {
		const risk = crowdRisk(context, "rbac-grant-nodes-group", bound);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/rbac-grant-reserved-identity/rule.ts
const reservedPrefix = "system:";
const check$35 = function* (context) {
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
			...consequence.next === void 0 ? [] : [note("then", consequence.next)],
			note("why", `nothing in Kubernetes ${context.minor} authenticates under this name`),
			...certainty.notes,
			note("check", checkCommand(holder, power))
		],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} is a reserved name that Kubernetes gives nobody`,
		role: roleOf$2(binding)
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
		notes: [note("why", "the API server takes both for the same account; lists of ServiceAccounts and tools do not")],
		remedies: [asServiceAccount(subject)],
		identity: {
			subject: `User ${subject.name.value}`,
			object: key
		},
		cause: key,
		also: `${holder.name} is written as a User`,
		role: roleOf$2(binding)
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
const check$34 = function* (context) {
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
			notes: [note("why", "members are allowed before any authorizer is asked; deleting this binding takes nothing from them")],
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
const check$33 = function* (context) {
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
			...found.next === void 0 ? [] : [note("then", found.next)],
			...certainty.notes,
			...impersonationChecks(holder, found).map((command) => note("check", command))
		],
		remedies: [takeSubjectOut(bound), ...narrowerRole(found)],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} can ${found.phrase}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${found.phrase}`,
		role: roleOf$2(binding)
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
const check$32 = function* ({ graph }) {
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
const check$31 = (context) => ineffectiveRisks(context);
//#endregion
//#region rules/rbac-namespaces-write/rule.ts
const check$30 = (context) => powerRisks(context, {
	id: "rbac-namespaces-write",
	powers: ["label-namespaces", "create-namespaces"]
});
//#endregion
//#region rules/rbac-networking-write/rule.ts
const check$29 = (context) => powerRisks(context, {
	id: "rbac-networking-write",
	powers: ["write-networking"]
});
//#endregion
//#region rules/rbac-nodes-proxy/rule.ts
const check$28 = (context) => powerRisks(context, {
	id: "rbac-nodes-proxy",
	powers: ["reach-kubelets"],
	instead: () => ["for monitoring, nodes/metrics and nodes/stats are enough"]
});
//#endregion
//#region rules/rbac-nodes-write/rule.ts
const check$27 = (context) => powerRisks(context, {
	id: "rbac-nodes-write",
	powers: ["write-nodes"]
});
//#endregion
//#region rules/rbac-persistentvolumes-create/rule.ts
const check$26 = (context) => powerRisks(context, {
	id: "rbac-persistentvolumes-create",
	powers: ["create-persistent-volumes"]
});
//#endregion
//#region rules/rbac-pods-create/rule.ts
const check$25 = (context) => powerRisks(context, {
	id: "rbac-pods-create",
	powers: ["create-pods"],
	instead: () => ["where a tool must start pods, give it a namespace whose ServiceAccounts hold no rights"]
});
//#endregion
//#region rules/rbac-pods-exec/rule.ts
const check$24 = (context) => powerRisks(context, {
	id: "rbac-pods-exec",
	powers: ["exec-pods", "change-pods"],
	instead: ({ names }) => names.length > 0 ? [] : ["name the pods in resourceNames: such a request carries the name of its pod"]
});
//#endregion
//#region rules/rbac-pods-portforward/rule.ts
const check$23 = (context) => powerRisks(context, {
	id: "rbac-pods-portforward",
	powers: ["forward-to-pods"]
});
//#endregion
//#region rules/rbac-policy-engine-admin/rule.ts
const check$22 = (context) => powerRisks(context, {
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
const check$21 = (context) => powerRisks(context, {
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
const check$20 = (context) => powerRisks(context, {
	id: "rbac-secrets-read",
	powers: ["read-secrets"],
	instead: ({ names }) => names.length > 0 ? [] : ["name the Secrets in resourceNames: `get` by name still works, `list` and `watch` need the field selector"]
});
//#endregion
//#region rules/rbac-secrets-write/rule.ts
const check$19 = (context) => powerRisks(context, {
	id: "rbac-secrets-write",
	powers: ["write-secrets"]
});
//#endregion
//#region rules/rbac-subject-fan-out/rule.ts
const score$5 = .1;
/** Where other tools begin to count. */
const manyRoles = 4;
const manySubjects = 5;
const check$18 = function* (context) {
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
		if (roles.size >= manyRoles) yield* manyRolesRisk(bounds, [...roles]);
	}
	for (const [namespace, subjects] of subjectsIn) if (subjects.size >= manySubjects) yield* manySubjectsRisk(namespace, [...subjects.values()]);
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
const check$17 = (context) => powerRisks(context, {
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
const check$16 = function* (context) {
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
		notes: asShipped === "none" ? [] : [note("note", "Kubernetes ships a role of this name, with other rules")],
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
const check$15 = function* (context) {
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
const check$14 = (context) => powerRisks(context, {
	id: "rbac-wildcard-resources",
	powers: [...cataloguedPowers(context.minor).filter((id) => id !== "everything"), "every-path"],
	tells: (power) => power.id === "every-path" || isByWildcard(power),
	words: allResourcesWords,
	tellsOthers: true,
	instead: ({ id }) => id === "read-secrets" ? ["to look around, bind the ClusterRole view: it leaves Secrets out"] : []
});
//#endregion
//#region rules/rbac-wildcard-verbs/rule.ts
const check$13 = (context) => powerRisks(context, {
	id: "rbac-wildcard-verbs",
	powers: ["every-verb"],
	tells: () => true
});
//#endregion
//#region rules/rbac-workloads-write/rule.ts
const check$12 = (context) => powerRisks(context, {
	id: "rbac-workloads-write",
	powers: ["write-workloads"],
	instead: () => ["to scale only, grant `update` and `patch` of the scale subresource, such as deployments/scale"]
});
//#endregion
//#region rules/sa-default-automount/rule.ts
/** Every namespace has a `default`: a whole cluster would otherwise say the same once for each of them. */
const namespacesWorthSaying = 5;
const check$11 = function* (context) {
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
const check$10 = function* ({ graph }) {
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
const check$9 = function* ({ graph }) {
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
const check$8 = function* (context) {
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
			...tokenKey === void 0 ? [] : [note("who", "everybody who reads this file: the token stands in it")],
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
	return [note("who", `readers of Secrets ${inScope({
		kind: "namespace",
		namespace: entry.namespace
	})}: ${told.join(", ")}${more}`)];
}
function lifetimeNote(generated) {
	return generated ? note("why", "in the account's .secrets: invalidated after a year without use, valid for ever while it is used") : note("why", "written by hand, so not in the account's .secrets and never cleaned up; valid until Secret or account is deleted");
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
const check$7 = function* ({ graph }) {
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
	return names.length === 0 ? [] : [note("note", `its namespace has ${listed(names)}`)];
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
const check$6 = function* ({ graph }) {
	for (const account of runningAccounts(graph)) {
		const [first, second] = distinct(account);
		if (first === void 0 || second === void 0 || account.name === "default") continue;
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
const check$5 = function* (context) {
	for (const account of runningAccounts(context.graph)) {
		if (account.name === "default") continue;
		const risk = needlessTokenRisk(context, "sa-token-automount", account);
		if (risk !== void 0) yield risk;
	}
};
//#endregion
//#region rules/sa-token-projection-risky/rule.ts
/** When the kubelet renews a token whatever life is left to it (pkg/kubelet/token/token_manager.go: maxTTL). */
const renewedAfter = 24 * 3600;
/** What the API server gives where nothing is asked (pkg/apis/core/v1: SetDefaults_ServiceAccountTokenProjection). */
const usualLife = "3600";
const check$4 = function* (context) {
	const longest = longestTokenLife(context.graph) ?? Number.POSITIVE_INFINITY;
	for (const workload of workloadsOf(context.graph)) for (const token of workload.entry.object.pod.projectedTokens ?? []) {
		const seconds = token.expirationSeconds?.value ?? 0;
		if (Math.min(seconds, longest) <= renewedAfter || token.mountedBy.length === 0) continue;
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
		notes: [note("why", "the kubelet replaces it after 24 hours; the old one stays good until it expires or the pod is deleted"), ...shared ? [note("who", `${token.mountedBy.length} containers mount it`)] : []],
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
const check$3 = function* ({ graph }) {
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
const check$2 = function* ({ graph }) {
	for (const hidden of graph.inventory.hiddenContents) {
		const told = tell(hidden);
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
function tell({ form, key }) {
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
const check$1 = function* ({ graph }) {
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
			note("who", "whoever breaks into one of its containers, or may exec into its pods"),
			...certainty.notes,
			note("check", checkCommand(holder, power))
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
		check: check$69
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
		check: check$68
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
		check: check$67
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
		check: check$66
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
		check: check$65
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
		check: check$64
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
		check: check$63
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
		check: check$62
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
		check: check$61
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
		check: check$60
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
		check: check$59
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
		check: check$58
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
		check: check$57
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
		check: check$56
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
		check: check$55
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
		check: check$54
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
		check: check$53
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
		check: check$52
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
		check: check$51
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
		check: check$50
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
		check: check$49
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
		check: check$48
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
		check: check$47
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
		check: check$46
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
		check: check$45
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
		check: check$44
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
		check: check$43
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
		check: check$42
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
		check: check$41
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
		check: check$40
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
		check: check$39
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
		check: check$38
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
		check: check$37
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
		check: check$36
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
		check: check$35
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
		check: check$34
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
		check: check$33
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
		check: check$32
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
		check: check$31
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
		check: check$30
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
		check: check$29
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
		check: check$28
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
		check: check$27
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
		check: check$26
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
		check: check$25
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
		check: check$24
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
		check: check$23
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
		check: check$22
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
		check: check$21
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
		check: check$20
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
		check: check$19
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
			"tags": ["authorization", "rbac"]
		},
		check: check$18
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
		check: check$17
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
		check: check$16
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
		check: check$15
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
		check: check$14
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
		check: check$13
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
		check: check$12
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
		check: check$11
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
		check: check$10
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
		check: check$9
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
		check: check$8
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
		check: check$7
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
			"tags": ["service-accounts", "workloads"]
		},
		check: check$6
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
		check: check$5
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
			"extended": false
		},
		check: check$4
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
		check: check$3
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
		check: check$2
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
//#region packages/cli/src/rules/choose-rules.ts
/** Every rule there is, by id; undefined where one cannot be loaded, which was told. */
async function allRules({ ruleFolders }) {
	if (ruleFolders.length === 0) return ruleset;
	const { loadRules } = await import("./load-rules.mjs");
	const loaded = await loadRules(ruleFolders, ruleset);
	if (loaded.outcome === "loaded") return [...ruleset, ...loaded.rules].sort(byId);
	const { renderDiagnostics } = await import("./src2.mjs");
	const surroundings = {
		isTerminal: process.stderr.isTTY === true,
		columns: process.stderr.columns,
		env: process.env
	};
	const style = {
		color: wantsColor("auto", surroundings),
		width: widthOf(surroundings),
		hyperlinks: false,
		quiet: false,
		verbose: false
	};
	for (const problem of loaded.problems) if (typeof problem === "string") await tell$1(problem);
	else process.stderr.write([...renderDiagnostics([problem], style)].join(""));
}
/** Those of them that are asked. */
function askedRules(rules, { extended }) {
	return extended ? rules : rules.filter(({ metadata }) => !metadata.extended);
}
/** Those that are not ours. */
function foreignIds(rules) {
	const own = new Set(ruleset);
	return new Set(rules.filter((rule) => !own.has(rule)).map(({ metadata }) => metadata.id));
}
function byId(a, b) {
	return a.metadata.id < b.metadata.id ? -1 : 1;
}
//#endregion
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
	return function* (context) {
		for (const risk of check(context)) {
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
export { reasonOf as C, tell$1 as E, codeOf as S, walk as T, findFinding as _, wantsColor as a, failuresOf as b, whoCanDo as c, accessAndSteps as d, canI as f, isWorthReading as g, loadGraph as h, foreignIds as i, escalationPaths as l, readAccessReview as m, allRules as n, widthOf as o, decide as p, askedRules as r, scan as s, loadRules as t, listAccess as u, isFingerprintPrefix as v, throughLink as w, systemError as x, selectFindings as y };
